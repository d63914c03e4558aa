"""The list of answers: what is not known yet first, then every page with its answers; each can be chosen by number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from ...engine.interview.page import Cell, Page
from ...engine.interview.walk import Walk
from ..texts import say
from .words import INDENT, answer_words, teller, text_lines


class Review(Struct, frozen=True):
    """A list to choose from.

    Attributes:
        lines: What it shows.
        choices: Behind each number the questions that are put once more, or a list of its own.
    """

    lines: Sequence[str]
    choices: Mapping[int, tuple[str, ...] | Review]

    @property
    def last(self) -> int:
        """The last number."""
        return max(self.choices, default=0)

    def chosen(self, text: str) -> tuple[str, ...] | Review | None:
        """Return what stands behind a number; None where nothing does."""
        return self.choices.get(int(text)) if text.isdecimal() and len(text) < 5 else None


def review(walk: Walk, language: str) -> Review:
    """Return the list: what was answered without a value and matters, then the pages with something answered."""
    lines = ["", say("ask.review", language)]
    choices: dict[int, tuple[str, ...] | Review] = {}
    unsettled = [cell for _, cell in walk.unsettled()]
    if unsettled:
        lines += text_lines(say("ask.review.unsettled", language), INDENT)
        lines += _numbered(unsettled, choices, walk, language)
    answered = [(page, found) for page in walk.pages if (found := _answered(page))]
    if answered:
        lines += text_lines(say("ask.review.pages", language), INDENT)
    for page, found in answered:
        number = len(choices) + 1
        choices[number] = _page(page, found, walk, language)
        told = say("ask.review.page", language, number=number, title=page.title[language], n=len(found))
        lines += text_lines(told, INDENT * 2, INDENT * 3)
    return Review(lines if choices else [*lines, INDENT + say("ask.review.none", language)], choices)


def _page(page: Page, cells: Sequence[Cell], walk: Walk, language: str) -> Review:
    choices: dict[int, tuple[str, ...] | Review] = {}
    lines = ["", *text_lines(page.title[language])]
    return Review([*lines, *_numbered(cells, choices, walk, language)], choices)


def _numbered(
    cells: Sequence[Cell], choices: dict[int, tuple[str, ...] | Review], walk: Walk, language: str
) -> list[str]:
    lines = []
    tell = teller(walk, language)
    for cell in cells:
        number = len(choices) + 1
        choices[number] = (cell.id,)
        about = say("ask.about", language, subject=tell.subject(cell.address.subject), text=cell.label[language]) if (
            cell.address.subject is not None and not cell.new
        ) else cell.label[language]  # fmt: skip
        told = say("ask.review.line", language, number=number, text=about, answer=answer_words(cell, walk, language))
        lines += text_lines(told, INDENT * 2, INDENT * 3)
    return lines


def _answered(page: Page) -> list[Cell]:
    """Return what has an answer, a value or another one."""
    return [cell for cell in page.cells if cell.value is not None or cell.asked is not None]
