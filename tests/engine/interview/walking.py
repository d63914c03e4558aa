"""A walk through the pages of a project that is no file: what the tests of the interview share."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.interview.answers import Answer
from advise.engine.interview.page import Cell
from advise.engine.interview.plan import Questionnaire
from advise.engine.interview.walk import Taken, Walk, begin, take
from advise.engine.reading.document import read_document
from advise.engine.reading.edited_file import EditedFile

from ...conftest import knowledge_base

TODAY = "2026-11-29"


@lru_cache(maxsize=1)
def questionnaire() -> Questionnaire:
    """Return what is asked by the knowledge base that comes with the product."""
    return Questionnaire(knowledge_base())


def on(data: Mapping[str, Any], kb: CompiledKnowledgeBase | None = None, *, again: bool = False) -> Walk:
    """Begin on a project."""
    content = json.dumps(data, ensure_ascii=False, indent=2).encode()
    file = EditedFile(Path("project.json"), content, read_document(content, "project.json"))
    return begin(file, questionnaire() if kb is None else Questionnaire(kb), today=TODAY, again=again)


def cell(walk: Walk, name: str) -> Cell:
    """Return a question by its id."""
    return walk.by_id[name][1]


def say(walk: Walk, **answers: Any) -> Taken:
    """Answer with values; `__` stands for the dot of a fact's name."""
    return take(walk, {name.replace("__", "."): Answer("value", value) for name, value in answers.items()})
