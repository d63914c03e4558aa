"""The Arrow schema of project documents, made from the vocabulary: a column for each fact, nested as a document is."""

from __future__ import annotations

import pyarrow as pa

from ..knowledge.model import FactDefinition, Vocabulary
from ..project.outline import Outline, outline

_TYPES = {"bool": pa.bool_(), "number": pa.float64(), "int": pa.float64(), "enum": pa.string(), "text": pa.string()}
_SETS = pa.list_(pa.string())
_NAMED = [("id", pa.string()), ("name", pa.string())]


def arrow_type(fact: FactDefinition) -> pa.DataType:
    """Return the Arrow type of the values of a fact."""
    return _TYPES.get(fact.type, _SETS)


def document_schema(vocabulary: Vocabulary) -> pa.Schema:
    """Return the schema of project documents as a table has them, a row for each.

    An object is a struct, a list a list of structs with `id` and `name`, a set, ids and texts a list of texts. What a
    document keeps for itself (`responses`, `asked`) has no column.
    """
    return pa.schema([("lang", pa.string()), *_fields(outline(vocabulary))])


def _fields(node: Outline) -> list[tuple[str, pa.DataType]]:
    return [(name, _type(child)) for name, child in node.children.items()]


def _type(node: Outline) -> pa.DataType:
    if node.fact is not None:
        return arrow_type(node.fact)
    if node.listed is not None and node.element is not None:
        return pa.list_(pa.struct([*_NAMED, *_fields(node.element)]))
    return pa.struct(_fields(node))
