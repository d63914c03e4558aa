"""The table to fill in: a workbook with a row for each project, a sheet for each list, and answers to choose from."""

from __future__ import annotations

import io
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from ...engine.knowledge.model import KnowledgeBase
from ..texts import say
from ..texts.sheet import DECLINED
from .fields import Field, Sheet, head, sheets

LISTS = "_lists"
_ROWS = 5_000
"""Rows below the head in which answers can be chosen."""
_FONT = {"ja": "Yu Gothic", "en": "Calibri"}
_HEAD, _RULE, _FAINT = "#E7EDF3", "#B8C2CC", "#55606B"
_DOS = ("screen.do.row", "screen.do.lists", "screen.do.blank", "screen.do.several", "screen.do.change")
_LONGEST_HINT, _LONGEST_NAME = 255, 31


def template(kb: KnowledgeBase, language: str) -> bytes:
    """Return the workbook.

    Args:
        kb: The knowledge base; every fact of it has a column.
        language: `en` or `ja`.
    """
    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True})
    book.set_properties({"title": say("screen.template", language), "author": "advise screen"})
    writer = _Writer(book, kb, language)
    writer.start()
    for sheet in sheets(kb):
        writer.table(sheet)
    writer.lists()
    book.close()
    return file.getvalue()


class _Writer:
    """Writes the worksheets."""

    def __init__(self, book: Any, kb: KnowledgeBase, language: str) -> None:
        self.book, self.kb, self.language = book, kb, language
        base = {"font_name": _FONT[language], "valign": "top", "text_wrap": True}
        book.formats[0].set_font_name(_FONT[language])
        self.large = book.add_format({**base, "bold": True, "font_size": 15, "text_wrap": False})
        self.plain = book.add_format(base)
        self.head = book.add_format({**base, "bold": True, "bg_color": _HEAD, "border": 1, "border_color": _RULE})
        self.faint = book.add_format({**base, "font_color": _FAINT, "font_size": 8, "bottom": 1, "border_color": _RULE})
        self.text = book.add_format({"font_name": _FONT[language], "num_format": "@", "valign": "top"})
        self.options: dict[tuple[str, ...], int] = {}

    def start(self) -> None:
        """Write what is to be done."""
        sheet = self.book.add_worksheet(say("start", self.language))
        sheet.hide_gridlines(2)
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_column(0, 0, 100)
        sheet.set_row(0, 28)
        sheet.write_string(0, 0, say("screen.template", self.language), self.large)
        unknown = DECLINED["unknown"][self.language]
        for row, key in enumerate(_DOS, 2):
            sheet.write_string(row, 0, say(key, self.language, unknown=unknown), self.plain)

    def table(self, table: Sheet) -> None:
        """Write a table: the heads, and below them the names of the facts."""
        listed = self.kb.vocabulary.lists.get(table.source or "")
        name = say("screen.sheet.projects", self.language) if listed is None else listed.label[self.language]
        sheet = self.book.add_worksheet(name[:_LONGEST_NAME])
        shown = self.kb.presentation.project
        first = [one for one in (shown.name, shown.place, shown.phase) if one is not None]
        order = {key: place for place, key in enumerate(first, 1)}
        fields = sorted(table.fields, key=lambda one: 0 if one.role == "id" else order.get(one.key, len(order) + 1))
        for column, field in enumerate(fields):
            wide = field.fact is None or field.fact.type in ("text", "texts", "set", "refs")
            sheet.set_column(column, column, 24 if wide else 16, self.text if self._is_text(field) else None)
            sheet.write_string(0, column, head(field, self.kb, self.language), self.head)
            sheet.write_string(1, column, field.key, self.faint)
            self._choice(sheet, column, field)
        sheet.set_row(0, 68)
        sheet.set_row(1, 24)
        sheet.freeze_panes(2, 1 if listed is None else 3)

    def _is_text(self, field: Field) -> bool:
        return field.fact is None or field.fact.type in ("text", "texts", "set", "refs", "enum", "bool")

    def _choice(self, sheet: Any, column: int, field: Field) -> None:
        fact = field.fact
        hint = ""
        if fact is not None:
            hints = {"set": "sheet.unit.several.in", "refs": "sheet.unit.several.in", "texts": "sheet.unit.texts.in"}
            more = say(hints[fact.type], self.language) if fact.type in hints else ""
            hint = "\n".join(part for part in (fact.question[self.language], more) if part)
        rule: dict[str, Any] = {"validate": "any"}
        options = self._options(field)
        if options:
            at = self.options.setdefault(options, len(self.options))
            letters = xl_col_to_name(at, col_abs=True)
            rule = {"validate": "list", "source": f"={LISTS}!{letters}$1:{letters}${len(options)}"}
            if fact is not None and fact.type == "set":
                rule["show_error"] = False
            else:
                rule |= {
                    "error_title": say("one.title", self.language),
                    "error_message": say("screen.one", self.language),
                }
        if hint:
            rule["input_message"] = hint[:_LONGEST_HINT]
        if hint or options:
            sheet.data_validation(2, column, _ROWS + 1, column, rule)

    def _options(self, field: Field) -> tuple[str, ...]:
        fact = field.fact
        if fact is None:
            return ()
        unknown = DECLINED["unknown"][self.language]
        if fact.type == "bool":
            return (say("yes", self.language), say("no", self.language), unknown)
        return (*(label[self.language] for label in fact.values.values()), unknown) if fact.values else ()

    def lists(self) -> None:
        """Write the answers to choose from."""
        sheet = self.book.add_worksheet(LISTS)
        for options, column in self.options.items():
            for row, option in enumerate(options):
                sheet.write_string(row, column, option)
        sheet.hide()
