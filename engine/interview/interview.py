"""One interview on one project file: which page is open, what an answer does to the file, and the way back.

Each answer is in the file before the next question is shown, so that nothing can be lost.
"""

from __future__ import annotations

import os

from msgspec import Struct, field

from ..assess.run import assess
from ..assess.waivers import waived_keys
from ..compiled import CompiledKnowledgeBase
from ..project.address import Address
from ..project.decisions import Asked
from ..project.project import Project, read_project
from ..reading.edited_file import Edit, EditedFile, open_file, save
from ..whatif.effects import WhatIf
from .answers import Answer, Misread, read_answer
from .pages import (
    Page,
    Progress,
    Questionnaire,
    all_pages,
    answered,
    element_of,
    jointly_worth_asking,
    matters,
    needed,
    next_page,
    progress,
    still_known,
    worth_asking,
)
from .record import edits, removal


class Interview(Struct):
    """An interview that goes on.

    Attributes:
        questionnaire: What is asked by the knowledge base.
        file: The project file as it is now.
        project: What it says.
        what: Where the project stands.
        pages: Every page that the project has, in order.
        open: The keys of the pages that are worth asking now.
        page: The page that is shown; None when nothing is left to ask.
    """

    questionnaire: Questionnaire
    file: EditedFile
    project: Project
    what: WhatIf
    by: str | None
    today: str
    pages: tuple[Page, ...] = ()
    open: set[Address] = field(default_factory=set)
    page: Page | None = None
    _way: list[Page] = field(default_factory=list)
    _at: int | None = None
    _put_off: dict[Address, int] = field(default_factory=dict)
    _matters: dict[Address, bool] = field(default_factory=dict)

    @property
    def kb(self) -> CompiledKnowledgeBase:
        """The knowledge base."""
        return self.questionnaire.kb

    def answer(self, answer: Answer) -> None:
        """Record an answer to the page that is shown, and go to the next one.

        Raises:
            ProblemsError: The file changed meanwhile or cannot be written; nothing was recorded.
        """
        page = self.page
        assert page is not None
        self._write(edits(page.key, answer, self.project, self.kb, self.by, self.today))
        if answer.kind == "later":
            self._put_off[page.key] = self._put_off.get(page.key, 0) + 1
        else:
            self._put_off.pop(page.key, None)
        self._go_on(page)

    def read(self, text: str) -> Answer | Misread:
        """Read what was typed as an answer to the page that is shown."""
        assert self.page is not None
        return read_answer(self.page.key, text, self.project, self.kb)

    def keep(self) -> None:
        """Leave the page as it is and go on."""
        assert self.page is not None
        self._go_on(self.page)

    def put_off(self, *, whole_list: bool) -> int:
        """Leave what the topic still asks about an element for later, and go on with what comes behind it.

        Nothing is known by that, so nothing is written; it is asked at the end, and the next time.

        Args:
            whole_list: Leave every element of the list for later, not only the one of the page that is shown.

        Returns:
            How many questions were left; 0 when the page is about no element.
        """
        page = self.page
        assert page is not None
        element = element_of(page, self.kb)
        if element is None:
            return 0
        alike = [
            one
            for one in self.pages
            if (one.chapter, one.topic) == (page.chapter, page.topic)
            and (about := element_of(one, self.kb)) is not None
            and (whole_list or about == element)
        ]
        asking = self._asking() | {page.key}
        for one in alike:
            # What is not asked now may be once something else is answered; then it waits as well.
            if one.key in asking or one.key not in self._put_off:
                self._put_off[one.key] = self._put_off.get(one.key, 0) + 1
        self._go_on(page)
        return sum(one.key in asking for one in alike)

    def left_for_later(self) -> int:
        """Return how many questions were left for later together and could still change the advice."""
        asked = {one.key for one in self.project.asked}
        return sum(key in self._put_off and key not in asked for key in self.open)

    def take_out(self, subject: str) -> None:
        """Take an element out of its list.

        Raises:
            ProblemsError: The file changed meanwhile or cannot be written.
        """
        self._write(removal(subject, self.project, self.kb))
        self._refresh()

    def back(self) -> bool:
        """Go back to the page before; False when there is none. Answers given since then stay."""
        alive = {page.key for page in self.pages}
        for position in range(len(self._way) if self._at is None else self._at, 0, -1):
            if self._way[position - 1].key in alive:
                self._at = position - 1
                self.page = self._way[self._at]
                return True
        return False

    def reload(self) -> None:
        """Read the file again, after someone else changed it.

        Raises:
            ProblemsError: It cannot be read or is not valid.
        """
        self._adopt(open_file(self.file.path))
        self._at = None
        self._refresh()
        self.page = next_page(self.pages, self._asking(), self.page)

    def unanswered(self) -> list[Asked]:
        """Return what was asked, has no value, and could still change the advice."""
        unknowns = self.what.unknowns()
        keys = {page.key for page in self.pages}
        return [
            asked
            for asked in self.project.asked
            if asked.key in keys and asked.key in unknowns and matters(self.what, unknowns[asked.key])
        ]

    def needed(self) -> set[Address]:
        """Return the unknown facts without which no verdict can be given as the project stands."""
        return needed(self.what)

    def is_asking_what_is_needed(self) -> bool:
        """Tell whether a page of the chapter with what a verdict needs is still open."""
        return any(one.chapter.needed and one.left for one in self.progress())

    def progress(self) -> list[Progress]:
        """Return how far each chapter is."""
        return progress(self.pages, self.open, self.project, self.questionnaire)

    def _go_on(self, page: Page) -> None:
        if self._at is None:
            # A list's page is come to again and again while elements are added: the way remembers the last time.
            self._way = [before for before in self._way if before != page] + [page]
        self._at = None
        self._refresh()
        self.page = next_page(self.pages, self._asking(), page)

    def _asking(self) -> set[Address]:
        """Return what to ask now: what was put off comes last, and once more only."""
        first = {key for key in self.open if key not in self._put_off}
        return first or {key for key in self.open if self._put_off[key] == 1}

    def _write(self, changes: list[Edit]) -> None:
        self._adopt(save(self.file, changes))

    def _adopt(self, file: EditedFile) -> None:
        project = read_project(file.document, self.kb)
        self._matters = still_known(self._matters, self.project, project, self.questionnaire)
        if project.memory != self.project.memory or project.responses != self.project.responses:
            self.what = _what_if(project, self.kb, self.today)
        self.file, self.project = file, project

    def _refresh(self) -> None:
        self.pages = all_pages(self.project, self.questionnaire)
        self.open = worth_asking(self.what, self.project, self.pages, self._matters, self.questionnaire)
        if not self.open:
            self.open = jointly_worth_asking(self.project, self.pages, self.questionnaire)


def start(path: str | os.PathLike[str], kb: CompiledKnowledgeBase, *, by: str | None, today: str) -> Interview:
    """Start an interview on a project file.

    Args:
        path: The file; it must exist.
        kb: The knowledge base.
        by: Who answers.
        today: The day, as `2026-11-22`.

    Raises:
        ProblemsError: The file cannot be read or is not valid.
    """
    file = open_file(path)
    project = read_project(file.document, kb)
    interview = Interview(Questionnaire(kb), file, project, _what_if(project, kb, today), by, today)
    interview._refresh()
    done = answered(project)
    interview._way = [page for page in interview.pages if page.key in done]
    interview.page = next_page(interview.pages, interview.open, None)
    return interview


def _what_if(project: Project, kb: CompiledKnowledgeBase, today: str) -> WhatIf:
    """Return where a project stands, with the decisions about findings that still hold."""
    waivers = assess(project, kb, today=today, interpreter="evaluate").waivers if project.responses else ()
    return WhatIf(kb, project.memory, waived_keys(waivers, today, kb))
