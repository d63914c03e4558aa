"""One request and what a page needs to answer it: the language, the session, the form, and how a page is written."""

from __future__ import annotations

import copy
import secrets
import threading
from collections import OrderedDict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from msgspec import Struct, field
from starlette.datastructures import FormData
from starlette.responses import HTMLResponse, RedirectResponse, Response

from ...engine.assess import assess
from ...engine.interview.plan import Questionnaire
from ...engine.interview.walk import Walk, begin
from ...engine.problems.problem import LANGUAGES
from ...engine.reading.edited_file import open_file, read_file
from ..app.refusal import refusing
from ..app.session import Session
from ..sheet.rows import Desk
from ..sheet.who import Who
from ..texts import say
from ..words.names import Reading, read
from ..writers.page import taught
from .folder import Folder, is_writable
from .guard import Keys

if TYPE_CHECKING:
    from pathlib import Path

    from ...engine.assess.model import Assessment
    from ...engine.compiled import CompiledKnowledgeBase

_KEPT = 500
"""Reviews and notes that are kept."""

_WALKS = 8
"""Interviews whose state is kept; of a large project one takes seconds to find out."""


class Served(Struct):
    """What all requests share.

    Attributes:
        session: What the options say.
        walks: Where interviews stand, by their files' paths and digests, and the day.
        uploads: Workbooks that came and wait to be written, by their numbers: their names, and what they hold.
        busy: Held while a page is made: one person is served, one page after the other.
    """

    folder: Folder
    session: Session
    keys: Keys
    busy: Any = field(default_factory=threading.Lock)
    notes: OrderedDict[str, Any] = field(default_factory=OrderedDict)
    uploads: OrderedDict[str, tuple[str, bytes]] = field(default_factory=OrderedDict)
    walks: OrderedDict[tuple[str, str, str], Walk] = field(default_factory=OrderedDict)
    _asked: dict[int, Questionnaire] = field(default_factory=dict)
    _reviews: OrderedDict[tuple[Any, ...], tuple[Assessment, CompiledKnowledgeBase]] = field(
        default_factory=OrderedDict
    )

    def review(self, path: Path) -> tuple[Assessment, CompiledKnowledgeBase]:
        """Review a project of the folder, once as long as its file stays as it is.

        Raises:
            Refusal: The project or the rules are not valid.
        """
        session = copy.copy(self.session)
        found = path.stat()
        key = (path.name, found.st_ino, found.st_mtime_ns, found.st_size, session.day)
        if key not in self._reviews:
            project, kb = session.project(str(path))
            self._reviews[key] = assess(project, kb, today=session.today, interpreter="evaluate"), kb
            while len(self._reviews) > _KEPT:
                self._reviews.popitem(last=False)
        return self._reviews[key]

    def questionnaire(self, kb: CompiledKnowledgeBase) -> Questionnaire:
        """Return what is asked by a knowledge base."""
        return self._asked.setdefault(id(kb), Questionnaire(kb))

    def keep(self, name: str, content: bytes, most: int) -> str:
        """Keep a workbook that came until it is written, the last few of them, and return its number."""
        number = secrets.token_hex(8)
        self.uploads[number] = name, content
        while len(self.uploads) > most:
            self.uploads.popitem(last=False)
        return number

    def keep_walk(self, walk: Walk) -> Walk:
        """Keep where an interview stands, the last few, as long as its file says the same."""
        self.walks[str(walk.file.path), walk.file.document.sha256 or "", walk.today] = walk
        while len(self.walks) > _WALKS:
            self.walks.popitem(last=False)
        return walk

    def note(self, told: Any) -> str:
        """Keep what the next page is to tell, and return its number."""
        number = secrets.token_hex(4)
        self.notes[number] = told
        while len(self.notes) > _KEPT:
            self.notes.popitem(last=False)
        return number


class Visit(Struct):
    """One request.

    Attributes:
        path: Where it goes, quoted as an address.
        query: What stands behind the question mark; the last value of each name.
        chosen: All values of the names that may stand there several times.
        form: What was sent.
    """

    served: Served
    language: str
    path: str
    query: Mapping[str, str]
    chosen: Mapping[str, list[str]]
    form: FormData | None = None
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

    def sent(self, name: str) -> str:
        """Return what was sent under a name, in one line."""
        found = self.form.get(name) if self.form is not None else None
        return " ".join(found.split()) if isinstance(found, str) else ""

    def reading(self, path: Path) -> Reading:
        """Return the review of a project, with what names things in it.

        Raises:
            Refusal: The project or the rules are not valid.
        """
        assessment, kb = self.served.review(path)
        return read(assessment, kb, self.language)

    def of(self, walk: Walk) -> Reading:
        """Return the review of a project that an interview rests on, with what names things in it."""
        return read(walk.assessment, walk.kb, self.language)

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
            known = self.served.walks.get((str(path), file.document.sha256 or "", self.session.day))
            if known is not None and known.kb is kb:
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
            "say": self.say, "lang": self.language, "languages": LANGUAGES, "csrf": self.served.keys.csrf, "at": at,
            "here": self.path, "told": note, "name": None, "project": None, "wide": False, "links": (),
            "writable": is_writable(values.get("project") or ""),
        }  # fmt: skip
        return HTMLResponse(taught("html").get_template(f"web/{template}").render({**shared, **values}), status)

    def go(self, *parts: str, told: Any, first: int = 0) -> Response:
        """Send the browser to another page, which tells something; of a long one from a row on."""
        start = f"&from={first}" if first else ""
        return RedirectResponse(f"{at(*parts)}?told={self.served.note(told)}{start}", 303)


def at(*parts: str) -> str:
    """Return the address of a page.

    >>> at("p", "港.json", "memo")
    '/p/%E6%B8%AF.json/memo'
    """
    return "/" + "/".join(quote(part, safe="") for part in parts)
