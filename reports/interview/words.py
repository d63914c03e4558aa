"""The interview in words: sentences, lines that fit on the screen, and what values and answers are called."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...engine.interview.answers import Misread
from ...engine.interview.page import Cell
from ...engine.interview.walk import Walk
from ...engine.knowledge.model import FactDefinition
from ...engine.project.problems import project_problem
from ..texts import enumerate_words, say
from ..words.answers import declined_words
from ..words.names import Teller, labels_of
from ..writers.console import columns
from ..writers.layout import clean, hanging, width

INDENT = "  "
BETWEEN = "   "


def text_lines(text: str, indent: str = "", further: str | None = None) -> list[str]:
    """Return a text, broken at the edge of the screen."""
    return hanging(text, columns(), indent, further)


def item_lines(items: Iterable[str]) -> list[str]:
    """Return items on as few lines as they fit on, none of them broken unless it is too long for a line."""
    lines: list[str] = []
    for item in map(clean, items):
        if lines and width(lines[-1]) + len(BETWEEN) + width(item) <= columns():
            lines[-1] += BETWEEN + item
        elif width(INDENT + item) <= columns():
            lines.append(INDENT + item)
        else:
            lines += text_lines(item, INDENT)
    return lines


def teller(walk: Walk, language: str) -> Teller:
    """Return what names the facts, values and elements of the project."""
    return Teller(walk.kb, language, labels_of(walk.assessment.elements))


def answer_words(cell: Cell, walk: Walk, language: str) -> str:
    """Return the answer that a question has, a value or none."""
    if cell.value is not None:
        return value_words(cell, cell.value, walk, language)
    if cell.asked is None:
        return say("ask.answer.open", language)
    return declined_words(cell.asked.answer, cell.asked.whom, language)


def value_words(cell: Cell, value: Any, walk: Walk, language: str) -> str:
    """Return a value as people say it; a text as it was typed."""
    kind = cell.definition.type if cell.definition is not None else ""
    if cell.new or kind == "text":
        return str(value)
    if kind == "texts" and value:
        return enumerate_words([str(one) for one in value], language)
    return teller(walk, language).value(cell.address.fact, value)


def refused_words(found: Misread, language: str) -> str:
    """Return why a value cannot be one of its fact, and what helps."""
    problem = project_problem(found.details["code"], None, found.details)
    if problem.cure is None:
        return problem.message[language]
    return say("ask.misread.refused", language, problem=problem.message[language], cure=problem.cure[language])


def example(definition: FactDefinition | None) -> str:
    """Return a number that could be typed for a fact."""
    if definition is None:
        return "12"
    return "0.05" if definition.maximum == 1 else "120000" if definition.unit == "persons" else "12"
