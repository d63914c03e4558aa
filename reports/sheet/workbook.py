"""The workbook of a sheet: a page that says what to do, one of questions for each person, and hidden ones for the way back.

Every text is written as a text, so that none is ever a formula, and but for answers, which come back, without what hides
or turns the direction of writing. What is not to be filled in is locked, without a password.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace
from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from ..texts import say
from ..texts.sheet import COLUMNS, DECLINED
from ..writers.layout import width
from ..writers.markup import cleaned
from .rows import QuestionRow, mark

FORMAT = "1"
META, LISTS = "_meta", "_lists"
START = "start"
"""Where the hidden page keeps the marks of what stood on the first one."""
_FONT = {"ja": "Yu Gothic", "en": "Calibri"}
_WIDTHS = {
    "number": 5, "question": 42, "about": 14, "answer": 22, "unit": 13, "whom": 14, "source": 20, "help": 34, "topic": 14,
    "id": 8, "was": 8,
}  # fmt: skip
_LINE, _SMALL, _MOST_LINES = 17, 15, 20
INPUTS = ("answer", "whom", "source")
_HEAD, _INPUT, _RULE, _FAINT = "#E7EDF3", "#FFF8D6", "#B8C2CC", "#55606B"
_LONGEST_NAME = 31
_LONGEST_HINT = 255
_UNCLOSED = re.compile(r"\s*[(（][^)）]*$")


class PersonPage(Struct, frozen=True):
    """The questions to one person.

    Attributes:
        name: What the worksheet is called.
        rows: The questions.
    """

    name: str
    rows: Sequence[QuestionRow]


class Cover(Struct, frozen=True):
    """What the first page says.

    Attributes:
        title: What it is.
        back: Whom to return it to.
        day: When it was made, as `2026-11-22`, and in words.
    """

    title: str
    back: str
    day: str
    day_words: str


def workbook(cover: Cover, pages: Sequence[PersonPage], meta: Mapping[str, str], language: str) -> bytes:
    """Return a sheet as an .xlsx file.

    Args:
        cover: What the first page says.
        pages: The questions.
        meta: What the sheet is for; it comes back with it.
        language: `en` or `ja`.
    """
    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True})
    cover = replace(cover, title=cleaned(cover.title), back=cleaned(cover.back))
    book.set_properties({"title": cover.title, "author": cover.back, "created": datetime.fromisoformat(cover.day)})
    writer = _Writer(book, language)
    names = sheet_names([page.name for page in pages], language)
    meta = {**meta, START: " ".join(map(mark, writer.cover(cover, names)))}
    for page, name in zip(pages, names, strict=True):
        writer.questions(page, name)
    writer.hidden(meta)
    book.close()
    return file.getvalue()


def sheet_names(names: Iterable[str], language: str) -> list[str]:
    """Return names that worksheets can have, each once, like none of the pages beside them.

    >>> sheet_names(["City: planning", "city? planning", "", "research institution (university)"], "en")
    ['City planning', 'city planning 2', 'Questions', 'research institution']
    """
    taken = {META, LISTS, say("start", language).casefold(), "history"}
    found = []
    for name in names:
        word = re.sub(r"[\[\]:*?/\\]+", "", cleaned(name)).strip(" '") or say("questions", language)
        if len(word) > _LONGEST_NAME:
            word = _UNCLOSED.sub("", word[:_LONGEST_NAME]) or word
        told, number = word[:_LONGEST_NAME].strip(" '"), 1
        while told.casefold() in taken:
            number += 1
            told = f"{word[: _LONGEST_NAME - len(str(number)) - 1]} {number}"
        taken.add(told.casefold())
        found.append(told)
    return found


class _Writer:
    """Writes the worksheets of one workbook."""

    def __init__(self, book: Any, language: str) -> None:
        self.book, self.language = book, language
        base = {"font_name": _FONT[language], "font_size": 11, "valign": "top", "text_wrap": True}
        framed = {**base, "border": 1, "border_color": _RULE}
        book.formats[0].set_font_name(_FONT[language])
        self.title = book.add_format({**base, "font_size": 15, "bold": True, "text_wrap": False})
        self.plain = book.add_format({**base, "align": "left"})
        self.cell = book.add_format(framed)
        self.faint = book.add_format({**framed, "font_color": _FAINT, "font_size": 10})
        self.count = book.add_format({**framed, "font_color": _FAINT, "font_size": 10, "align": "center"})
        self.head = book.add_format({**framed, "bold": True, "bg_color": _HEAD, "valign": "vcenter"})
        self.input = book.add_format({**framed, "bg_color": _INPUT, "locked": False, "num_format": "@"})
        self.number = book.add_format({**framed, "bg_color": _INPUT, "locked": False, "align": "left"})
        self.options: dict[tuple[str, ...], int] = {}

    def cover(self, cover: Cover, names: Sequence[str]) -> list[str]:
        """Write the first page, and return what stands there; whoever answers a page of questions has a cell for the name there."""
        sheet = self.book.add_worksheet(say("start", self.language))
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 22)
        sheet.set_column(1, 1, 84)
        sheet.set_column(2, 3, 4, None, {"hidden": True})
        sheet.write_string(0, 0, cover.title, self.title)
        sheet.set_row(0, 30)
        told = [cover.title]
        unknown = DECLINED["unknown"][self.language]
        for row, key in enumerate(("do.answer", "do.blank", "do.back"), 1):
            text = say(key, self.language, unknown=unknown)
            sheet.write_number(row, 0, row, self.plain)
            sheet.write_string(row, 1, text, self.plain)
            sheet.set_row(row, _LINE * _lines(text, 84) + 8)
            told += [str(row), text]
        fields = [("who", name, "", self.input) for name in names]
        fields += [("sheet.back", "", cover.back, self.cell)] if cover.back else []
        fields += [("made", "", cover.day_words, self.cell)]
        for row, (key, name, text, form) in enumerate(fields, 5):
            label = say("who.of" if name and len(names) > 1 else key, self.language, name=name)
            sheet.write_string(row, 0, label, self.head)
            sheet.write_string(row, 1, text, form) if text else sheet.write_blank(row, 1, None, form)
            sheet.write_string(row, 2, key, self.plain)
            sheet.write_string(row, 3, name, self.plain)
            sheet.set_row(row, max(24, _LINE * _lines(label, 22) + 4))
            told += [label, text, key, name]
        self._locked(sheet)
        self._printed(sheet)
        return told

    def questions(self, page: PersonPage, name: str) -> None:
        """Write the questions to one person."""
        sheet = self.book.add_worksheet(name)
        for column, (key, label) in enumerate(COLUMNS.items()):
            hidden = {"hidden": True} if key in ("id", "was") else {}
            sheet.set_column(column, column, _WIDTHS[key], None, hidden)
            sheet.write_string(0, column, label[self.language], self.head)
        sheet.set_row(0, 2 * _LINE)
        for number, row in enumerate(page.rows, 1):
            self._row(sheet, number, row, name)
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, max(1, len(page.rows)), len(COLUMNS) - 1)
        sheet.repeat_rows(0)
        sheet.set_tab_color(_INPUT)
        self._locked(sheet)
        self._printed(sheet)
        sheet.print_area(0, 0, len(page.rows), len(COLUMNS) - 3)

    def _row(self, sheet: Any, place: int, row: QuestionRow, page: str) -> None:
        answer = self.number if row.number else self.input
        about = cleaned(row.about)
        locked = {"question": row.question, "about": about, "unit": row.unit, "help": row.help, "topic": row.topic}
        marks = {key: mark(text) for key, text in locked.items() if text}
        was = replace(row.was, of=mark(row.id, row.question, about), page=page, cells=marks)
        cells = {
            "question": (row.question, self.cell), "about": (about, self.cell), "answer": (row.was.shown, answer),
            "unit": (row.unit, self.faint), "whom": (row.was.whom, self.input), "source": (row.was.source, self.input),
            "help": (row.help, self.faint), "topic": (row.topic, self.faint), "id": (row.id, self.cell),
            "was": (msgspec.json.encode(was).decode(), self.cell),
        }  # fmt: skip
        columns = list(COLUMNS)
        sheet.write_number(place, 0, place, self.count)
        for key, (text, form) in cells.items():
            column = columns.index(key)
            if text:
                sheet.write_string(place, column, text, form)
            else:
                sheet.write_blank(place, column, None, form)
        small = [_SMALL * _lines(cells[key][0], _WIDTHS[key] + 2) for key in ("unit", "help", "topic")]
        large = [_LINE * _lines(cells[key][0], _WIDTHS[key]) for key in ("question", "about", *INPUTS)]
        sheet.set_row(place, min(max(2 * _LINE, *small, *large), _MOST_LINES * _LINE) + 4)
        self._choice(sheet, place, columns.index("answer"), row)

    def _choice(self, sheet: Any, place: int, column: int, row: QuestionRow) -> None:
        """Let an answer be chosen; only where nothing else can be one, other entries are refused."""
        hint = {"input_message": row.hint[:_LONGEST_HINT]} if row.hint else {}
        if not row.options:
            sheet.data_validation(place, column, place, column, {"validate": "any", **hint}) if hint else None
            return
        at = self.options.setdefault(row.options, len(self.options))
        letters = xl_col_to_name(at, col_abs=True)
        refusal = {"error_title": say("one.title", self.language), "error_message": say("one.text", self.language)}
        rule = {"validate": "list", "source": f"={LISTS}!{letters}$1:{letters}${len(row.options)}", **hint}
        sheet.data_validation(
            place, column, place, column, {**rule, **(refusal if row.closed else {"show_error": False})}
        )

    def hidden(self, meta: Mapping[str, str]) -> None:
        """Write what is not shown: the answers to choose from, and what the sheet is for."""
        lists = self.book.add_worksheet(LISTS)
        for options, column in self.options.items():
            for place, option in enumerate(options):
                lists.write_string(place, column, option)
        lists.hide()
        sheet = self.book.add_worksheet(META)
        for place, (key, text) in enumerate(meta.items()):
            sheet.write_string(place, 0, key)
            sheet.write_string(place, 1, text)
        sheet.very_hidden()

    def _locked(self, sheet: Any) -> None:
        """Lock what is not to be filled in; rows can be filtered, and columns made wider."""
        sheet.protect("", {"autofilter": True, "format_columns": True, "format_rows": True})

    def _printed(self, sheet: Any) -> None:
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L&A&R{say('page', self.language)}")


def _lines(text: str, columns: int) -> int:
    """Return how many lines a text takes in a column; full-width characters are two columns wide."""
    return sum(max(1, -(-width(line) // max(1, columns - 1))) for line in text.split("\n"))
