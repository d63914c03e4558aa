"""A plausible project is answered in the browser: how many pages are saved until nothing is left, and nothing grave is missed."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from advise.engine.assess import assess
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.interview.page import Cell, Page
from advise.engine.interview.plan import Questionnaire
from advise.engine.interview.walk import Walk, begin
from advise.engine.project.address import Address, source_and_id
from advise.engine.project.project import read_project
from advise.engine.reading.edited_file import open_file
from advise.reports.web.fields import NONE, _sent, form_of

from ..interview.respondent import renamed
from ..interview.test_plausible import ANSWERS, MOST_PAGES, findings
from .forms import Form
from .serving import TODAY, Browser, project


class Officer:
    """Answers what the pages ask as a finished project says it; what it does not say is not known.

    Attributes:
        saved: The pages that were saved, in order.
        read: What each of them showed.
        touched: How often something that is offered was chosen.
        typed: How many names and numbers were typed.
    """

    def __init__(self, path: Path, kb: CompiledKnowledgeBase, finished: Any = ANSWERS) -> None:
        self.path, self.kb, self.browser = path, kb, Browser(path.parent, "ja")
        self.finished = read_project(finished, kb)
        self.saved: list[str] = []
        self.read: list[str] = []
        self.asked: list[Cell] = []
        self.touched = 0
        self.typed = 0

    def walk(self) -> Walk:
        """Return where the interview stands."""
        return begin(open_file(self.path), Questionnaire(self.kb), today=TODAY)

    def sit_down(self) -> None:
        """Answer page after page as they come, until nothing is asked any more."""
        page = self.walk().next()
        while page is not None:
            found = self.browser.get(f"/p/{self.path.name}/ask/{page.name}")
            after = self.save(page, found.text)
            self.saved.append(page.name)
            self.read.append(found.text)
            name = after.url.path.rpartition("/ask/")[2]
            walk = self.walk()
            page = walk.page(name) if name in {one.name for one in walk.pages} else walk.next()

    def save(self, page: Page, text: str) -> Any:
        """Answer all that a page asks, and what its answers open on it."""
        form = Form(text, "go")
        form.address = f"/p/{self.path.name}/ask/{page.name}"
        walk = self.walk()
        self.asked = [cell for cell in page.cells if cell.new and cell.is_asked]
        for cell in page.cells:
            if not cell.is_asked and not self.opens(cell, walk):
                continue
            if not any(name == f"was:{cell.id}" for name, _ in form.sent):
                continue
            for name, values in self.answer(cell, walk):
                form.set(name, *values)
                self.typed += sum((name, one) not in form.offered for one in values)
                self.touched += sum((name, one) in form.offered for one in values)
        return form.set("go", "on").send(self.browser)

    def opens(self, cell: Cell, walk: Walk) -> bool:
        """Tell whether a question comes up on the page with what is answered there."""
        if cell.status != "waiting" or cell.gate is None or cell.weight not in ("needed", "core"):
            return False
        return self.value(walk.by_id[cell.gate[0]][1], walk) in cell.gate[1] if cell.gate[0] in walk.by_id else False

    def value(self, cell: Cell, walk: Walk) -> Any:
        """Return what the finished project says to a question: elements are found by their names."""
        subject = cell.address.subject
        if subject is not None:
            subject = renamed(subject, walk.project.names, self.finished.names)
        stated = self.finished.stated.get(Address(cell.address.fact, subject))
        return None if stated is None else stated.value

    def answer(self, cell: Cell, walk: Walk) -> list[tuple[str, list[str]]]:
        """Return what is chosen or typed for a question."""
        names = self.finished.names
        if cell.new:
            kinds = {key.subject: one.value for key, one in self.finished.stated.items() if key.fact.endswith("].kind")}
            called = [
                names[subject] for subject, kind in kinds.items() if kind in cell.new.values() and subject in names
            ]
            return [(f"a:{cell.id}", called[:1])] if called else []
        if cell.definition is None:
            known = set(walk.project.names.values())
            known |= {one for field in self.asked for _, values in self.answer(field, walk) for one in values}
            new = [
                name for subject, name in names.items() if source_and_id(subject)[0] == cell.id and name not in known
            ]
            return [(f"a:{cell.id}", new)] if new else []
        value = self.value(cell, walk)
        target = cell.definition.target
        if target is not None and value:
            value = [source_and_id(renamed(f"{target}/{one}", names, walk.project.names))[1] for one in value]
        if value is None:
            form = form_of(cell)
            return [(f"{'a' if form == 'choice' or cell.address.subject else 'd'}:{cell.id}", ["?unknown"])]
        values = value if isinstance(value, (list, tuple)) else [value]
        return [(f"a:{cell.id}", [_sent(one) for one in values] or [NONE])]


def new_text(pages: Iterable[str]) -> int:
    """Return how many signs pages show, unfolded, that nobody who went through them has read yet."""
    seen: set[str] = set()
    for text in pages:
        main = text[text.index("<main") : text.index("</main>")]
        shown = re.sub(r"(?s)<(details|aside|nav)\b.*?</\1>", "", main)
        seen |= {re.sub(r"\s+", "", html.unescape(piece)) for piece in re.split(r"<[^>]+>", shown)}
    return sum(map(len, seen))


def test_a_plausible_project_takes_at_most_twenty_pages(tmp_path: Path, kb: CompiledKnowledgeBase) -> None:
    officer = Officer(project(tmp_path, {"lang": "ja"}, "p.json"), kb)
    officer.sit_down()
    assert len(officer.saved) <= MOST_PAGES, officer.saved
    # What a quarter of an hour is made of: some five thousand signs are read, a choice is made every few seconds.
    assert new_text(officer.read) <= 5_200
    assert 100 < officer.touched <= 150
    assert 0 < officer.typed <= 25
    whole = assess(ANSWERS, kb, today=TODAY, interpreter="evaluate")
    found = assess(officer.path, kb, today=TODAY, interpreter="evaluate")
    assert findings(found, "blocker", "major") == findings(whole, "blocker", "major")
    assert found.verdict == whole.verdict
