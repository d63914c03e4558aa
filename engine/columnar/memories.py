"""Projects that were read one by one as rows of a table, so that they are judged with the others."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa

from ..knowledge.model import Vocabulary
from ..project.data import document_of as document_of
from ..project.memory import WorkingMemory


def rows_of_memories(memories: Sequence[WorkingMemory], vocabulary: Vocabulary, schema: pa.Schema) -> pa.RecordBatch:
    """Return what is known of projects as rows of a table.

    Args:
        memories: What is stated of each, before anything is derived.
        vocabulary: What they are written in.
        schema: As `schema.document_schema` makes it.
    """
    return pa.RecordBatch.from_pylist([document_of(one, vocabulary) for one in memories], schema)
