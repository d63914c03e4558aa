"""A plausible project is answered in the browser: how many pages are saved until nothing is left, and nothing grave is missed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
from .reading import Reading
from .serving import TODAY, Browser, project

SIGNS_A_MINUTE, WORDS_A_MINUTE = 500, 220
SECONDS_A_CHOICE, SECONDS_A_TYPED_SIGN = 2.5, 1.0


class Officer:
    """Answers what the pages ask as a finished project says it; what it does not say is not known.

    Uses what a page offers for that: the choice that answers several questions of a row at once, and the one at the foot
    where more than one is not known.

    Attributes:
        saved: The pages that were saved, in order.
        read: What was to be read on each of them, with what was told of the answers before.
        touched: How often something that is offered was chosen; that a page is saved comes on top.
        typed: The names, texts and numbers that were typed.
    """

    def __init__(self, path: Path, kb: CompiledKnowledgeBase, finished: Any = ANSWERS, language: str = "ja") -> None:
        self.path, self.kb, self.browser = path, kb, Browser(path.parent, language)
        self.finished = read_project(finished, kb)
        self.saved: list[str] = []
        self.read: list[list[str]] = []
        self.asked: list[Cell] = []
        self.touched = 0
        self.typed: list[str] = []

    def walk(self) -> Walk:
        """Return where the interview stands."""
        return begin(open_file(self.path), Questionnaire(self.kb), today=TODAY)

    def sit_down(self) -> None:
        """Answer page after page as they come, until nothing is asked any more."""
        page = self.walk().next()
        assert page is not None
        shown = self.browser.get(f"/p/{self.path.name}/ask/{page.name}")
        while "/ask/" in shown.url.path:
            name = shown.url.path.rpartition("/")[2]
            self.saved.append(name)
            shown = self.save(self.walk().page(name), shown.text)

    def save(self, page: Page, text: str) -> Any:
        """Answer all that a page asks, and what its answers open on it."""
        form = Form(text, "go")
        form.address = f"/p/{self.path.name}/ask/{page.name}"
        walk = self.walk()
        self.asked = [cell for cell in page.cells if cell.new and cell.is_asked]
        given: dict[str, list[str]] = {}
        for cell in page.cells:
            if not cell.is_asked and not self.opens(cell, walk):
                continue
            if any(name == f"was:{cell.id}" for name, _ in form.sent):
                given.update(self.answer(cell, walk))
        for name, several in together(form, given):
            given = {field: values for field, values in given.items() if field.removeprefix("a:") not in several}
            given[name] = ["|".join(f"{one}={value}" for one, value in several.items())]
        if sum(values == ["?unknown"] for values in given.values()) > 1:
            given = {name: values for name, values in given.items() if values != ["?unknown"]} | {"rest": ["unknown"]}
        for name, values in given.items():
            form.set(name, *values)
            self.typed += [one for one in values if (name, one) not in form.offered]
            self.touched += sum((name, one) in form.offered for one in values)
        self.read.append(Reading(text, form.sent).pieces)
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
            known = {name for subject, name in walk.project.names.items() if source_and_id(subject)[0] == cell.id}
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


def together(form: Form, given: Mapping[str, list[str]]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the choices of a page that answer several questions just as they are answered one by one."""
    for name, value in form.offered:
        if name.startswith("b:") and value:
            several = {one: told for one, _, told in (part.rpartition("=") for part in value.split("|"))}
            if all(given.get(f"a:{one}") == [told] for one, told in several.items()):
                yield name, several


def new_text(pages: Iterable[Iterable[str]]) -> list[str]:
    """Return what pages show that nobody who went through them has read yet."""
    return list(dict.fromkeys(piece for pieces in pages for piece in pieces))


def minutes(read: float, chosen: int, typed: int) -> float:
    """Return how long it takes: minutes of reading, and how much is chosen and typed."""
    return read + (chosen * SECONDS_A_CHOICE + typed * SECONDS_A_TYPED_SIGN) / 60


def test_a_plausible_project_takes_at_most_twenty_pages_and_a_quarter_of_an_hour(
    tmp_path: Path, kb: CompiledKnowledgeBase
) -> None:
    """Whoever is slow reads 500 signs a minute, needs 2.5 s for a choice and 1 s for a sign that is typed.

    Read is what pages show unfolded, once, and what they tell of the answers before: 3,480 signs, 7.0 min. Chosen are
    108 answers, and 17 pages are saved, which counts as a choice: 5.2 min. Typed are 20 names and numbers of 110 signs:
    1.8 min. That is 14.0 minutes; at 600 signs a minute and 2 s a choice 11.8.
    """
    officer = Officer(project(tmp_path, {"lang": "ja"}, "p.json"), kb)
    officer.sit_down()
    assert len(officer.saved) <= MOST_PAGES, officer.saved
    signs = sum(len("".join(piece.split())) for piece in new_text(officer.read))
    typed = sum(map(len, officer.typed))
    assert signs <= 3_550
    assert 80 < officer.touched <= 110
    assert len(officer.typed) <= 20
    assert minutes(signs / SIGNS_A_MINUTE, officer.touched + len(officer.saved), typed) < 14.3
    whole = assess(ANSWERS, kb, today=TODAY, interpreter="evaluate")
    found = assess(officer.path, kb, today=TODAY, interpreter="evaluate")
    assert findings(found, "blocker", "major") == findings(whole, "blocker", "major")
    assert found.verdict == whole.verdict


def test_it_takes_no_longer_in_english(tmp_path: Path, kb: CompiledKnowledgeBase) -> None:
    """At 220 words a minute, and as slow with the rest: 1,490 words, 13.8 minutes."""
    officer = Officer(project(tmp_path, {"lang": "en"}, "p.json"), kb, language="en")
    officer.sit_down()
    words = sum(len(piece.split()) for piece in new_text(officer.read))
    assert words <= 1_550
    chosen = officer.touched + len(officer.saved)
    assert minutes(words / WORDS_A_MINUTE, chosen, sum(map(len, officer.typed))) < 14.3
