"""One request and what a page needs to answer it: the language, the session, the form, and how a page is written."""

from __future__ import annotations

import copy
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace
from starlette.datastructures import FormData
from starlette.responses import HTMLResponse, RedirectResponse, Response

from ...engine.interview.plan import Questionnaire
from ...engine.interview.walk import Walk, begin
from ...engine.problems.problem import LANGUAGES
from ...engine.reading.edited_file import open_file, read_file
from ..app.board import FileStanding, standings
from ..app.commands import account
from ..app.refusal import refusing
from ..app.session import Session
from ..sheet.rows import Desk
from ..sheet.who import Who
from ..texts import say
from ..words.answers import declined_words
from ..words.names import Reading
from ..writers.markup import cleaned, taught
from .address import at, with_query
from .folder import Folder, is_writable
from .guard import BrowserKeys
from .keeping import Recent, contents

if TYPE_CHECKING:
    from pathlib import Path

    from ...engine.assess.model import Assessment
    from ...engine.compiled import CompiledKnowledgeBase
    from ...engine.whatif.outlook import Outlook

Foreseen: TypeAlias = "tuple[Assessment, CompiledKnowledgeBase, Outlook | None]"

WHO = "answers-by"
"""What a form, and a cookie as long as the browser is open, call the person who answers."""

_ONCE = ("told", "kept")
"""What stands in an address for what is told or shown once."""

_LONGEST_NAME = 100
_NOTES, _PAGES, _UPLOADS, _WALKS, _OUTLOOKS, _STANDINGS = 500, 40, 5, 8, 8, 20_000
"""How much of each is kept. A walk of a large project takes a second to find out, an outlook some."""


class Served(Struct):
    """What all requests share. What was found out about a file is known by its contents, its rules and the day.

    Attributes:
        session: What the options say.
        busy: Held while a page is made, one after the other; let go while a project is reviewed.
        reviewing: Held while a project is reviewed: who asks for the same memo twice waits for the one that is made.
        notes: What next pages are to tell.
        pages: The pages that answered a form where nothing was written, with all that was typed into it, in each language.
        uploads: Workbooks that came and wait to be written: their names, and what they hold.
        walks: Where interviews stand.
        outlooks: Reviews with what could become of a project, for memos.
        standings: What lists of projects tell of each.
        made: The projects that forms made and what is told of each, by what the forms said.
    """

    folder: Folder
    session: Session
    keys: BrowserKeys
    busy: Any = field(default_factory=threading.Lock)
    reviewing: Any = field(default_factory=threading.Lock)
    notes: Recent[Any] = field(default_factory=lambda: Recent(_NOTES))
    pages: Recent[Response] = field(default_factory=lambda: Recent(_PAGES))
    uploads: Recent[tuple[str, bytes]] = field(default_factory=lambda: Recent(_UPLOADS))
    walks: Recent[Walk] = field(default_factory=lambda: Recent(_WALKS))
    outlooks: Recent[Foreseen] = field(default_factory=lambda: Recent(_OUTLOOKS))
    made: Recent[tuple[str, str]] = field(default_factory=lambda: Recent(_NOTES))
    standings: Recent[FileStanding] = field(default_factory=lambda: Recent(_STANDINGS))
    _asked: dict[int, Questionnaire] = field(default_factory=dict)

    def state(self, path: Path, digest: str | None = None) -> tuple[str, str, int, str]:
        """Return what results about a file are known by; with the digest of its contents, where it was read already.

        Raises:
            Refusal: The rules are not valid.
        """
        kb = self.session.knowledge(str(path))
        return path.name, contents(path) if digest is None else digest, id(kb), self.session.day

    def foresee(self, path: Path) -> Foreseen:
        """Review a project by both interpreters, and find out what could become of it; other pages are made meanwhile.

        Raises:
            Refusal: The project or the rules are not valid.
        """
        known = self.outlooks.get(self.state(path))
        if known is not None:
            return known
        with self.aside(), self.reviewing:
            with self.busy:
                known = self.outlooks.get(self.state(path))
            found = known or copy.copy(self.session).foresee(str(path))
        return self.outlooks.put(self.state(path, found[0].sha256), found)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Let other pages be made while something takes long that they have no part in."""
        self.busy.release()
        try:
            yield
        finally:
            self.busy.acquire()

    def standing(self, kb: CompiledKnowledgeBase, paths: Sequence[Path]) -> list[FileStanding]:
        """Return where projects stand by a knowledge base."""
        states = {path: self.state(path) for path in paths}
        known = {path: self.standings.get(state) for path, state in states.items()}
        for path, one in standings(self.session, kb, [path for path, one in known.items() if one is None]).items():
            known[path] = one
            if contents(path) == states[path][1]:  # else it was written into while it was judged
                self.standings.put(states[path], one)
        return [one for one in known.values() if one is not None]

    def questionnaire(self, kb: CompiledKnowledgeBase) -> Questionnaire:
        """Return what is asked by a knowledge base."""
        return self._asked.setdefault(id(kb), Questionnaire(kb))

    def keep_walk(self, walk: Walk) -> Walk:
        """Keep where an interview stands."""
        return self.walks.put(self.state(walk.file.path, walk.file.document.sha256), walk)


class OnlyShownError(Exception):
    """Something would be written for a page that is only to be shown."""


class Visit(Struct):
    """One request.

    Attributes:
        path: Where it goes, quoted as an address.
        page_path: The page that is shown there; of a form that is only sent somewhere the one above it.
        query: What stands behind the question mark; the last value of each name.
        chosen: All values of the names that may stand there several times.
        stated: Who is said to answer in this browser; empty where nobody is.
        form: What was sent.
        number: What the page is known by that answers it, where one does.
        only_shows: Whether nothing is to be written: that page in another language.
    """

    served: Served
    language: str
    path: str
    page_path: str
    query: Mapping[str, str]
    chosen: Mapping[str, list[str]]
    stated: str = ""
    form: FormData | None = None
    number: str = ""
    only_shows: bool = False
    _who: tuple[Walk, Who] | None = None

    @property
    def session(self) -> Session:
        """A session for this request, in its language."""
        found = copy.copy(self.served.session)
        found.lang = self.language
        return found

    def say(self, key: str, **values: object) -> str:
        """Return a text of the pages."""
        return say(key, self.language, **values)

    def here(self, language: str) -> str:
        """Return the address of this page in a language; what was told once, in the other one, is not told again."""
        kept = {"kept": self.number} if self.number else {}
        return with_query(self.page_path, self.chosen, *_ONCE, **kept, lang=language)

    def about_to_write(self) -> None:
        """Go on only where something is to be written.

        Raises:
            OnlyShownError: The page is only to be shown.
        """
        if self.only_shows:
            raise OnlyShownError

    def in_language(self, language: str) -> Visit:
        """Return the same request as one in another language that writes nothing."""
        return replace(self, language=language, only_shows=True, _who=None)

    @property
    def form_path(self) -> str:
        """Where the form that was sent is sent again, whatever page shows it."""
        return with_query(self.path, self.chosen, *_ONCE)

    def declined(self, answer: str, whom: str = "") -> str:
        """Return an answer that is no value in words."""
        return declined_words(answer, whom, self.language)

    def sent(self, name: str) -> str:
        """Return what was sent under a name, in one line."""
        found = self.form.get(name) if self.form is not None else None
        return " ".join(found.split()) if isinstance(found, str) else ""

    @property
    def start(self) -> int:
        """The row of a long page that is shown first, as its address says; 0 where it says none."""
        first = self.query.get("from", "0")
        return int(first) if first.isdecimal() and len(first) < 9 else 0

    @property
    def names_itself(self) -> bool:
        """Whether the form says who answers."""
        return self.form is not None and isinstance(self.form.get(WHO), str)

    @property
    def answers_as(self) -> str:
        """Return who is said to answer: in the form, else in one before it; empty where nobody is."""
        name = self.sent(WHO) if self.names_itself else self.stated
        return " ".join(str(cleaned(name)).split())[:_LONGEST_NAME]

    @property
    def by(self) -> str | None:
        """Return who answers: whoever is said to, else the account, where there is one."""
        return self.answers_as or account()

    def of(self, walk: Walk) -> Reading:
        """Return the review of a project that an interview rests on, with what names things in it."""
        return Reading(walk.assessment, walk.kb, self.language)

    def walk(self, path: Path, *, writing: bool = False) -> Walk:
        """Return where the interview on a project stands.

        Args:
            path: The project.
            writing: Whether answers are to be written into it; they are where a form was sent.

        Raises:
            Refusal: The project or the rules are not valid, or answers cannot be written into the file.
        """
        with refusing("project"):
            kb = self.session.knowledge(str(path))
            file = open_file(path) if writing or self.form is not None else read_file(path)
            known = self.served.walks.get(self.served.state(path, file.document.sha256))
            if known is not None:
                return known
            return self.served.keep_walk(begin(file, self.served.questionnaire(kb), today=self.session.day))

    def who(self, walk: Walk) -> Who:
        """Return the people behind a project."""
        if self._who is None or self._who[0] is not walk:
            self._who = walk, Who(Desk(walk.project, walk.assessment, walk.kb, self.language))
        return self._who[1]

    def page(self, template: str, status: int = 200, **values: Any) -> Response:
        """Return a page.

        Args:
            template: The name of its template in `templates/web`.
            status: The status of HTTP.
            values: What is filled in.
        """
        note = self.served.notes.get(self.query.get("told", ""))
        shared = {
            "say": self.say, "declined": self.declined, "lang": self.language, "languages": LANGUAGES, "csrf": self.served.keys.csrf, "at": at,
            "here": self.here, "form_path": self.form_path, "told": note, "name": None, "project": None, "wide": False, "links": (),
            "writable": is_writable(values.get("project") or ""), "answers_as": self.answers_as, "account": account() or "",
        }  # fmt: skip
        return HTMLResponse(taught("html").get_template(f"web/{template}").render({**shared, **values}), status)

    def go(self, *parts: str, told: Any, first: int = 0) -> Response:
        """Send the browser to another page, which tells something; of a long one from a row on."""
        start = f"&from={first}" if first else ""
        return RedirectResponse(f"{at(*parts)}?told={self.served.notes.numbered(told)}{start}", 303)

    def put(self, page: Response) -> Response:
        """Send the browser to an address that shows what answers a form: neither Back nor reload sends the form again."""
        if not isinstance(page, HTMLResponse):
            return page
        self.served.pages.put((self.number, self.language), page)
        return RedirectResponse(with_query(self.page_path, self.chosen, *_ONCE, kept=self.number), 303)

    def kept(self) -> Response | None:
        """Return the page that answered a form, where the address is that of one and it is kept still."""
        return self.served.pages.get((self.query.get("kept", ""), self.language))
