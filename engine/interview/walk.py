"""The interview on one project: where it stands, and what the answers of a page would write and change.

Nothing here reads or writes a file, asks anybody, or keeps anything: a `Walk` is what one state of a project file means,
and `take` gives the next one with the edits that lead there. Terminal and browser are two faces of it:

    file = open_file(path)                                  # engine.reading.edited_file
    now = begin(file, Questionnaire(kb), today="2026-11-29")
    page = now.next()                                       # None when nothing is left to ask
    for block in page.blocks: ...                           # each cell has an id, a question, a status
    answer = read_answer(cell.address, "はい", now.project, kb)   # an Answer, or a Misread that says why not
    taken = take(now, {cell.id: answer}, by="Sato")         # nothing is written yet
    write_edited(now.file, taken.after.file)                # refused (P301) when somebody else wrote meanwhile
    now = taken.after                                       # taken.before, .added, .cleared, .stored: tell them

A page may be answered whole or in parts, any answer may be changed at any time, and what is not asked just now may be
answered, too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from operator import attrgetter

from msgspec import Struct

from ..assess.model import Assessment, Finding
from ..assess.run import assess
from ..compiled import CompiledKnowledgeBase
from ..project.project import Project, read_project
from ..project.values import says_the_same
from ..reading.edited_file import Edit, EditedFile, with_edits
from .answers import Answer
from .page import Cell, Page, pages_of
from .plan import Questionnaire
from .record import Pen, edits, named_elements, removal


class Walk(Struct, frozen=True, dict=True):
    """Where an interview stands.

    Attributes:
        questionnaire: What is asked by the knowledge base; one serves any number of interviews.
        file: The project file as it was read.
        project: What it says.
        assessment: What follows from that; made by the reference interpreter alone.
        pages: Every page in its order, also those with nothing to ask.
        today: The day, as `2026-11-29`.
        again: Whether what was answered without a value is asked once more.
    """

    questionnaire: Questionnaire
    file: EditedFile
    project: Project
    assessment: Assessment
    pages: tuple[Page, ...]
    today: str
    again: bool = False

    @property
    def kb(self) -> CompiledKnowledgeBase:
        """The knowledge base."""
        return self.questionnaire.kb

    @property
    def left(self) -> int:
        """How many questions are asked now, on all pages; others may come up, and any of these may go, with an answer."""
        return sum(page.asked for page in self.pages)

    def page(self, name: str) -> Page:
        """Return a page by its name; raises KeyError when there is none."""
        return {page.name: page for page in self.pages}[name]

    @cached_property
    def by_id(self) -> Mapping[str, tuple[Page, Cell]]:
        """Every question with its page, and the name of every element on the page of its list, by their ids."""
        found = {cell.id: (page, cell) for page in self.pages for block in page.blocks for cell in block.names}
        return found | {cell.id: (page, cell) for page in self.pages for cell in page.cells}

    def next(self, after: str | None = None) -> Page | None:
        """Return the first page that has something to ask, behind a page where one is named; None when none has."""
        names = [page.name for page in self.pages]
        start = names.index(after) + 1 if after in names else 0
        return next((page for page in self.pages[start:] if page.asked), None)

    def unsettled(self) -> list[tuple[Page, Cell]]:
        """Return what was answered without a value and still could change something, in the order of the pages."""
        waited = {question.address for question in self.assessment.questions}
        return [
            (page, cell) for page in self.pages for cell in page.cells
            if cell.asked is not None and cell.status != "answered" and cell.address in waited
        ]  # fmt: skip

    @cached_property
    def put_off(self) -> Mapping[str, Mapping[str, int]]:
        """How many answers are still to come although nothing is asked for them, by page and by what was answered instead.

        Those are what somebody else was named for, and what a verdict needs.
        """
        found: dict[str, Counter[str]] = {}
        for page, cell in self.unsettled():
            if cell.asked is not None and not cell.is_asked and (cell.asked.answer == "ask" or cell.must_know):
                found.setdefault(page.name, Counter())[cell.asked.answer] += 1
        return found


class Stored(Struct, frozen=True):
    """What was recorded of one answer.

    Attributes:
        cell: The question as it stands with it; as it stood before, where an element went.
        answer: The answer.
    """

    cell: Cell
    answer: Answer


class Taken(Struct, frozen=True):
    """Some answers, what they write, and what they change.

    Attributes:
        before, after: Where the interview stood, and where it stands with the answers.
        edits: What is to be written into the file; none where nothing is new.
        stored: What is new, in the order of the answers.
    """

    before: Walk
    after: Walk
    edits: tuple[Edit, ...]
    stored: tuple[Stored, ...]

    @property
    def added(self) -> tuple[Finding, ...]:
        """Findings that came, or came to weigh more or less, in reading order; what is still to come is none."""
        return _beyond(self.before, self.after, attrgetter("code", "subject", "severity"))

    @property
    def cleared(self) -> tuple[Finding, ...]:
        """Findings that went, in reading order."""
        return _beyond(self.after, self.before, attrgetter("code", "subject"))


def begin(file: EditedFile, questionnaire: Questionnaire, *, today: str, again: bool = False) -> Walk:
    """Return where the interview on a project stands.

    Args:
        file: The project file, from `open_file` or `create`.
        questionnaire: What is asked.
        today: The day, as `2026-11-29`.
        again: Whether what was answered without a value is asked once more.

    Raises:
        ProblemsError: The project is not valid.
    """
    project = read_project(file.document, questionnaire.kb)
    assessment = assess(project, questionnaire.kb, today=today, interpreter="evaluate")
    pages = pages_of(project, assessment, questionnaire, again=again)
    return Walk(questionnaire, file, project, assessment, pages, today, again)


def take(walk: Walk, answers: Mapping[str, Answer], *, by: str | None = None, removed: Sequence[str] = ()) -> Taken:
    """Return what answers write and change; nothing is written.

    Args:
        walk: Where the interview stands.
        answers: Answers by the ids of their questions, in the order in which they are recorded. What the project says
            already is left alone. To a list belong `Answer("add", names)`, which adds to what is there, and
            `Answer("enough")`, with which there is none beyond that (an empty list is whole then; whether another one
            is, is a question of its own); to one element `Answer("add", names)`, of which the first renames it once it
            is there: its id stays, and so does what refers to it (any other answer to it writes nothing); to all others a value, or one
            of the answers that are none.
        by: Who answered; kept with answers that are no value, and with values that have a source.
        removed: Elements that are taken out of their lists (`organisations/univ`), with all that is said of them.

    Raises:
        KeyError: No page has a question of this id; there is no such element.
        ProblemsError: The project would not be valid.
    """
    pen = Pen(walk.file, walk.project, walk.kb)
    new: dict[str, Answer] = {}
    for name, answer in answers.items():
        cell = walk.by_id[name][1]
        found = _edits(cell, answer, pen.project, walk, by)
        if found and cell.address.subject not in removed:
            pen.write(found)
            new[name] = answer
    for subject in removed:
        if subject not in pen.project.elements:
            raise KeyError(subject)
        pen.write(removal(subject, pen.project, walk.kb))
    after = _following(walk, pen.edits) if pen.edits else walk
    stored = (Stored(after.by_id.get(name, walk.by_id[name])[1], answer) for name, answer in new.items())
    return Taken(walk, after, tuple(pen.edits), tuple(stored))


def _edits(cell: Cell, answer: Answer, project: Project, walk: Walk, by: str | None) -> list[Edit]:
    """Return what an answer writes; nothing where it says what is there."""
    if cell.is_name and answer.kind != "add":
        return []
    if cell.is_name:
        return named_elements(cell.address, cell.new, answer.value, project, walk.kb)
    if answer.kind == "value" and not answer.source:
        if cell.value is not None and cell.status == "answered" and says_the_same(cell.value, answer.value):
            return []
    elif cell.asked is not None and (cell.asked.answer, cell.asked.whom) == (answer.kind, answer.whom):
        return []
    return edits(cell.address, answer, project, walk.kb, by, walk.today)


def _following(walk: Walk, changes: Sequence[Edit]) -> Walk:
    return begin(with_edits(walk.file, changes), walk.questionnaire, today=walk.today, again=walk.again)


def _beyond(one: Walk, other: Walk, of: Callable[[Finding], object]) -> tuple[Finding, ...]:
    """Return the due findings of the other walk of which the first has none that is the same in something."""
    there = {of(found) for found in one.assessment.findings if found.kind == "finding"}
    return tuple(found for found in other.assessment.findings if found.kind == "finding" and of(found) not in there)
