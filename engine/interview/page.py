"""The pages of an interview for one project: what each asks, what is answered already, and what is asked now.

A page is made of blocks, in the plan's order; a block is one question, several yes-or-no questions in one list, a grid
with a row for each element, the names of a list's elements, or one new element. Every question is a `Cell`. How a page
looks is up to whoever shows it: nothing here knows a screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Literal

from msgspec import Struct

from ..assess.model import Assessment, Question
from ..knowledge.model import FactDefinition, ListDefinition, Texts
from ..knowledge.plan import Bundle, Gate, PlannedPage, PlannedQuestion
from ..language.completeness import completeness
from ..problems.problem import LANGUAGES
from ..project.address import Address, subject_of
from ..project.decisions import Asked
from ..project.project import Project
from .plan import Questionnaire, Weight

PageStatus = Literal["open", "waiting", "answered", "declined", "closed"]
"""Asked now; asked once its gate opens, which nobody has answered yet; has a value; was answered without one (not known,
somebody else knows, does not apply); not asked, because as things stand nothing depends on it."""
CellForm = Literal["one", "checks", "grid", "list", "new"]


class Cell(Struct, frozen=True):
    """One question: a fact of one subject, the names of a list's elements, or the name of one new element.

    Attributes:
        id: What it is answered by, unlike all others of the project (`top.visited_site`, `organisations/city.kind`,
            `organisations`, `organisations:own_company` for a new element, `organisations/city` for the name of one).
        address: The fact and its subject; a list's path for its elements; the element itself once a new one is there.
        label: A short heading.
        question: The whole question, with the names of this project where they are known.
        help: How to answer it.
        status: Whether it is asked, or why not.
        weight: What it is asked for as things stand; for a question that is not asked, what it could be at most.
        must_know: Whether no verdict can be given without it.
        value: The JSON value that the project states: of a list the ids of its elements, of a new element its name;
            None where there is none.
        source: Where the value comes from, as far as the project says so; what it says of a fact without a value.
        asked: The answer that is none, where one was given: also one that puts it off, which leaves it open.
        gate: The question that this one waits for, by its id, and the values that open it; None where it waits for none.
            A derived fact has no question: then the id is the fact's own name.
        ask: Who can usually answer, as the owners are named.
        definition: The fact as it is declared; None for a list.
        new: For a new element, the facts that it has.
    """

    id: str
    address: Address
    label: Texts
    question: Texts
    help: Texts | None
    status: PageStatus
    weight: Weight
    must_know: bool = False
    value: Any = None
    source: str | None = None
    asked: Asked | None = None
    gate: tuple[str, tuple[bool | str, ...]] | None = None
    ask: tuple[str, ...] = ()
    definition: FactDefinition | None = None
    new: Mapping[str, bool | str] = {}

    @property
    def is_asked(self) -> bool:
        """Whether it is asked now and counts as left: what is minor is only offered."""
        return self.status == "open" and self.weight in ("needed", "core")

    @property
    def is_offered(self) -> bool:
        """Whether it can be asked now although only something minor depends on it."""
        return self.status == "open" and not self.is_asked

    @property
    def is_name(self) -> bool:
        """Whether it is the name of one element, a new one or one that is there."""
        return self.definition is None and (bool(self.new) or self.address.subject is not None)


class GridRow(Struct, frozen=True):
    """One element of a grid.

    Attributes:
        subject: The element (`organisations/city`).
        label: What people call it.
        cells: A question for each column.
    """

    subject: str
    label: Texts
    cells: tuple[Cell, ...]


class Section(Struct, frozen=True):
    """A part of a page.

    Attributes:
        form: `one` question, `checks` (several yes-or-no questions in one list), `grid` (a row for each element, a
            column for each fact), `list` (the names of a list's elements), `new` (the name of one new element).
        cells: Its questions; of a grid row by row.
        source: The list or family of a grid or list; None for the others.
        heads: Of a grid, a short heading for each column.
        rows: Of a grid, its rows; empty as long as the list has no element.
        bundles: Of a grid, the choices that answer several columns at once, each with the places of these columns.
        blanks: Of a list, how many blank rows are shown at first.
        names: Of a list, the names of its elements, to be changed; nobody is asked for them.
    """

    form: CellForm
    cells: tuple[Cell, ...]
    source: str | None = None
    heads: tuple[Texts, ...] = ()
    rows: tuple[GridRow, ...] = ()
    bundles: tuple[tuple[Bundle, tuple[int, ...]], ...] = ()
    blanks: int = 0
    names: tuple[Cell, ...] = ()


class Page(Struct, frozen=True):
    """One page.

    Attributes:
        name: What programs know it by; it never changes.
        number: Its place among all pages of this project, from 1; the present step of the road map comes first.
        title: Its title.
        why: Why it is asked, one sentence; None for a page that was made from an area.
        statements: The statements of the article that this rests on.
        step: The step of the road map, None for a page that comes before all.
        blocks: What is on it.
    """

    name: str
    number: int
    title: Texts
    why: Texts | None
    statements: tuple[str, ...]
    step: int | None
    blocks: tuple[Section, ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every question on it, in its order."""
        return tuple(cell for block in self.blocks for cell in block.cells)

    @property
    def asked(self) -> int:
        """How many questions are asked now; nothing on a page without any has to be answered."""
        return sum(cell.is_asked for cell in self.cells)

    @property
    def offered(self) -> int:
        """How many more questions can be answered, on which only something minor depends."""
        return sum(cell.is_offered for cell in self.cells)

    @property
    def ask(self) -> tuple[str, ...]:
        """Who can usually answer it, as the owners are named: whoever can answer most of it first."""
        cells = [cell for cell in self.cells if cell.is_asked] or self.cells
        found = [cell.ask[0] for cell in cells if cell.ask]
        return tuple(sorted(dict.fromkeys(found), key=lambda one: -found.count(one)))


def pages_of(
    project: Project, assessment: Assessment, questionnaire: Questionnaire, *, again: bool = False
) -> tuple[Page, ...]:
    """Return every page of a project in order, also those that have nothing to ask just now.

    Args:
        project: The project, with what was asked before.
        assessment: What was concluded of it; its questions are what anything depends on.
        questionnaire: What is asked by the knowledge base.
        again: Whether what was answered without a value is asked once more.
    """
    maker = _Maker(project, assessment, questionnaire, again)
    return tuple(maker.page(planned, number) for number, planned in enumerate(maker.ordered(), 1))


class _Maker:
    """Makes pages of one project."""

    def __init__(self, project: Project, assessment: Assessment, questionnaire: Questionnaire, again: bool) -> None:
        self.project, self.assessment, self.questionnaire, self.again = project, assessment, questionnaire, again
        self.kb = questionnaire.kb
        self.questions = {one.address: one for one in assessment.questions if self._is_for_advice(one)}
        self.asked = {one.key: one for one in project.asked}
        self.names = self._names()

    def _is_for_advice(self, question: Question) -> bool:
        """Tell whether more waits for an answer than checks of the input: nobody is asked in order to contradict himself."""
        return question.level == "needed" or any(not self.kb.rule(code).source.ours for code in question.codes)

    def ordered(self) -> list[PlannedPage]:
        """Return the pages: those before all steps, those of the present phase's step, then along the road map."""
        areas = self.kb.areas.values()
        present = {area.step for area in areas if self.assessment.phase in area.phases}
        steps: dict[int | None, int] = {None: -2, **{step: -1 for step in present if step is not None}}
        return sorted(self.questionnaire.plan.pages, key=lambda one: steps.get(one.step, one.step or 0))

    def page(self, planned: PlannedPage, number: int) -> Page:
        """Return a page."""
        groups = groupby(planned.questions, key=lambda one: self._group(one, planned))
        blocks = tuple(self._block(key, list(group), planned) for key, group in groups)
        return Page(planned.name, number, planned.title, planned.why, planned.statements, planned.step, blocks)

    def _group(self, one: PlannedQuestion, planned: PlannedPage) -> tuple[CellForm, object]:
        """Return what neighbours have in common that make one block."""
        definition = self.kb.vocabulary.facts.get(one.fact)
        if definition is None:
            return ("new" if one.new else "list"), planned.questions.index(one)
        if definition.source is not None:
            return "grid", definition.source
        return ("checks", one.show) if one.checks else ("one", planned.questions.index(one))

    def _block(self, key: tuple[CellForm, object], group: Sequence[PlannedQuestion], planned: PlannedPage) -> Section:
        form = key[0]
        if form == "grid":
            return self._grid(str(key[1]), group, planned)
        if form == "new":
            return Section(form, (self._new(group[0]),), group[0].fact)
        cells = tuple(self._cell(one, Address(one.fact)) for one in group)
        if form == "one" or form == "checks":
            return Section(form, cells)
        listed = self.kb.vocabulary.lists[group[0].fact]
        names = () if listed.members else tuple(self._name(listed, subject) for subject, _ in self._elements(listed))
        return Section(form, cells, listed.path, names=names, blanks=group[0].rows)

    def _name(self, listed: ListDefinition, subject: str) -> Cell:
        """Return what one element of a list is called, to be changed."""
        return Cell(
            id=subject,
            address=Address(listed.path, subject),
            label=listed.element_label,
            question=listed.element_label,
            help=None,
            status="answered",
            weight="record",
            value=self.project.names.get(subject),
        )

    def _grid(self, source: str, group: Sequence[PlannedQuestion], planned: PlannedPage) -> Section:
        listed = self.kb.vocabulary.lists[source]
        rows = []
        for subject, label in self._elements(listed):
            names = {**self.names, listed.element: label}
            asked = tuple(self._cell(one, Address(one.fact, subject), names) for one in group)
            rows.append(GridRow(subject, label, asked))
        bundled = [(planned.bundle(name), tuple(at for at, one in enumerate(group) if one.bundle == name))
                   for name in dict.fromkeys(one.bundle for one in group) if name is not None]  # fmt: skip
        heads = tuple(one.label or self.kb.vocabulary.facts[one.fact].label for one in group)
        cells = tuple(cell for row in rows for cell in row.cells)
        return Section("grid", cells, source, heads, tuple(rows), tuple(bundled))

    def _elements(self, listed: ListDefinition) -> Iterator[tuple[str, Texts]]:
        if listed.members:
            yield from ((f"{listed.path}/{name}", label) for name, label in listed.members.items())
            return
        for element in self.project.memory.elements.get(listed.path, ()):
            subject = subject_of(listed.path, element["id"])
            yield subject, _told(self.project.names.get(subject, str(element["id"])))

    def _cell(self, planned: PlannedQuestion, address: Address, names: Mapping[str, Texts] | None = None) -> Cell:
        vocabulary = self.kb.vocabulary
        definition, listed = vocabulary.facts.get(address.fact), vocabulary.lists.get(address.fact)
        declared = definition or listed
        assert declared is not None, address
        stated, question = self.project.stated.get(address), self._question(address)
        said = stated or self.project.unknown.get(address)
        return Cell(
            id=str(address),
            address=address,
            label=planned.label or declared.label,
            question=self._filled(planned.question, names) or declared.question or declared.label,
            help=definition.help if definition is not None else None,
            status=self._status(planned, address),
            weight=self._weight(planned, address, question),
            must_know=question is not None and question.must_know,
            value=None if stated is None else stated.value,
            source=None if said is None else said.source,
            asked=self.asked.get(address),
            gate=None if planned.show is None else self._gate(planned.show, address),
            ask=declared.ask,
            definition=definition,
        )

    def _new(self, planned: PlannedQuestion) -> Cell:
        """Return the question for one new element; it is answered once there is one that has its facts."""
        listed = self.kb.vocabulary.lists[planned.fact]
        there = next((name for name, _ in self._elements(listed) if self._has(name, planned.new)), None)
        whole = self.project.memory.project.get(completeness(planned.fact)) is True
        name = None if there is None else self.project.names.get(there, there.partition("/")[2])
        return Cell(
            id=f"{planned.fact}:{'/'.join(str(value) for value in planned.new.values())}",
            address=Address(planned.fact, there),
            label=planned.label or listed.element_label,
            question=self._filled(planned.question, None) or listed.element_label,
            help=None,
            status="answered" if there is not None else "closed" if whole else "open",
            weight="core",
            value=name,
            ask=listed.ask,
            new=planned.new,
        )

    def _has(self, subject: str, facts: Mapping[str, bool | str]) -> bool:
        found = (self.project.stated.get(Address(fact, subject)) for fact in facts)
        return [None if one is None else one.value for one in found] == list(facts.values())

    def _status(self, planned: PlannedQuestion, address: Address) -> PageStatus:
        asked = self.asked.get(address)
        stated = address in self.project.stated and self.project.is_whole(address)
        if stated and not self._is_growing(address):
            return "answered"
        if asked is not None and asked.answer != "later" and not self.again:
            return "declined"
        if not (planned.always or stated or self._question(address) is not None):
            return "declined" if asked is not None and asked.answer != "later" else "closed"
        if planned.show is None:
            return "open"
        at = address.beside(planned.show.fact, self.kb.vocabulary)
        value = self._known(at)
        if value in planned.show.values or (value is not None and address in self.questions):
            return "open"
        return "waiting" if value is None and at not in self.asked else "closed"

    def _is_growing(self, address: Address) -> bool:
        """Tell whether a list may have elements that nobody has named yet, and something depends on them."""
        closing = Address(completeness(address.fact))
        if address.fact not in self.kb.vocabulary.lists:
            return False
        return closing in self.questions and (closing not in self.asked or self.again)

    def _question(self, address: Address) -> Question | None:
        """Return what the assessment asks of a fact, or of whether all is named of it; None where it does not ask."""
        return self.questions.get(address) or self.questions.get(Address(completeness(address.fact)))

    def _known(self, address: Address) -> Any:
        """Return the value of a fact or a derived fact; None where it is not known."""
        stated = self.project.stated.get(address)
        return self.assessment.derived.get(str(address)) if stated is None else stated.value

    def _weight(self, planned: PlannedQuestion, address: Address, question: Question | None) -> Weight:
        if question is None or (planned.always and question.level not in ("needed", "may_stop")):
            return self.questionnaire.weights[address.fact]
        if question.level in ("needed", "may_stop"):
            return "needed"
        return "core" if question.severity in ("blocker", "major") else "fine"

    def _gate(self, show: Gate, address: Address) -> tuple[str, tuple[bool | str, ...]]:
        return str(address.beside(show.fact, self.kb.vocabulary)), show.values

    def _filled(self, question: Texts | None, names: Mapping[str, Texts] | None) -> Texts | None:
        """Return a question with names in it; None where one of them is not known."""
        try:
            return None if question is None else _fill(question, self.names if names is None else names)
        except KeyError:
            return None

    def _names(self) -> dict[str, Texts]:
        """Return what questions call by its name, as far as the project names it."""
        found = {}
        for name, called in self.questionnaire.plan.names.items():
            if called.value is None:
                told = self.project.memory.project.get(called.fact)
                if isinstance(told, str):
                    found[name] = _told(told)
                continue
            source = self.kb.vocabulary.facts[called.fact].source or ""
            meant = [
                (subject, label)
                for subject, label in self._elements(self.kb.vocabulary.lists[source])
                if self._has(subject, {called.fact: called.value})
            ]
            if len(meant) == 1:
                found[name] = meant[0][1]
        return found


def _told(name: str) -> Texts:
    return dict.fromkeys(LANGUAGES, name)


def _fill(question: Texts, names: Mapping[str, Texts]) -> Texts:
    return {one: text.format_map({name: label[one] for name, label in names.items()}) for one, text in question.items()}
