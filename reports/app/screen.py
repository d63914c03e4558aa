"""What `advise screen` does: many projects in, tables of results out; a project that cannot be read stops none of the others."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from ..texts import say
from ..texts.misuse import Misuse
from ..writers.console import INPUT, OK, err
from ..writers.layout import as_argument, clean
from .refusal import Refusal, refusing
from .session import Session, folder_named, write
from .sheet import need_office

if TYPE_CHECKING:
    from ...engine.compiled import CompiledKnowledgeBase
    from ...engine.project.project import Project
    from ..screen.entry import Entry, Trouble
    from ..screen.intake import Intake
    from ..screen.results import Judged
    from ..screen.sinks import Sink
    from ..screen.tally import Tally
    from ..screen.words import Words

_SHOWN = 5
"""Errors that are shown; all are listed in the results."""


def screen(session: Session, inputs: Sequence[str], outputs: Sequence[str], *, allowed: int) -> tuple[str, int]:
    """Judge many projects and write tables of results.

    Args:
        session: The session.
        inputs: Folders and files with projects.
        outputs: The files of results; the end of each name says its form.
        allowed: How many projects may be unreadable before the exit code says so.

    Returns:
        What is to be said, and the exit code.

    Raises:
        Refusal: The rules are not valid, no project could be found, or a result was not written.
        Misuse: A name does not end as it must.
    """
    from ..screen import intake as coming
    from ..screen import sinks

    _ends(inputs, coming.ENDS, outputs, sinks.ENDS)
    first = Path(inputs[0])
    kb = session.knowledge(str(first / first.name if first.is_dir() else first))
    language, day = session.language, session.day
    from ..screen.words import Words

    words = Words(kb, language, day)
    intake = coming.Intake(kb)
    intake.look([Path(one) for one in inputs])
    if intake.troubles and not intake.total:
        raise Refusal([one.problem for one in intake.troubles], "sheet")
    for note in intake.notes:
        err(note[language])
    targets = [target for output in outputs for target in sinks.targets(Path(output))]
    with refusing("output"), ExitStack() as stack:
        from ..screen.places import alone

        stack.enter_context(alone(targets))
        opened: list[Sink] = []
        try:
            for output in outputs:
                opened.append(sinks.sink(Path(output), words))  # what was opened is dropped
            tally, troubles = _judged(session, kb, intake, opened)
            places = [place for one in opened for place in one.close(tally)]
            for place in places:
                place.put()
        except BaseException:
            for one in opened:
                one.drop()
            raise
    return _told(session, words, tally, troubles, [place.target for place in places], allowed)


def _judged(
    session: Session, kb: CompiledKnowledgeBase, intake: Intake, opened: Sequence[Sink]
) -> tuple[Tally, list[Trouble]]:
    """Judge all projects, and let every sink have the rows."""
    from ..screen.results import Rows
    from ..screen.tally import Tally

    tally, rows = Tally(), Rows(kb, session.language, session.day)
    troubles: list[Trouble] = []
    progress = Progress(session, intake.total)
    for one in judged(intake, kb, session.day, troubles):
        tally.add(one.brief)
        for table, row in rows.of(one):
            for sink in opened:
                sink.take(table, row)
        progress.step(tally.projects + len(troubles))
    progress.end()
    troubles += intake.troubles
    tally.unreadable = len({(one.file, one.row) for one in troubles})
    for trouble in troubles:
        row = rows.error(trouble)
        for sink in opened:
            sink.take("errors", row)
    return tally, troubles


def judged(intake: Intake, kb: CompiledKnowledgeBase, day: str, troubles: list[Trouble]) -> Iterator[Judged]:
    """Yield the projects that can be judged, with what is found of each.

    Args:
        intake: The projects.
        kb: The knowledge base.
        day: The date of the review.
        troubles: Takes what is wrong with the others.
    """
    from ...engine.assess.brief import briefs
    from ..screen.results import Judged

    waiting: list[Entry] = []

    def readable() -> Iterator[Project]:
        for entry in intake.entries():
            project, wrong = entry.read(kb)
            troubles.extend(wrong)
            if project is not None:
                waiting.append(entry)
                yield project

    for brief in briefs(readable(), kb, day):
        yield Judged(waiting.pop(0), brief)


def write_template(session: Session, path: str) -> str:
    """Write the table to fill in, and return what is to be said of it.

    Raises:
        Refusal: The rules are not valid, or the file was not written.
        Misuse: The name does not end in .xlsx, or a package is missing.
    """
    need_office()
    if Path(path).suffix.lower() != ".xlsx":
        raise Misuse("sheet.format", path=path)
    from ..screen.fields import sheets
    from ..screen.template import template

    kb, language = session.knowledge(), session.language
    write(path, template(kb, language))
    projects, *lists = sheets(kb)
    made = say("screen.template.made", language, path=path, n=len(projects.fields), sheets=len(lists))
    return f"{made}\n{say('screen.template.next', language, path=as_argument(path))}\n"


class Progress:
    """Tells how far a long run is: on a terminal in one line, else a line for every tenth."""

    def __init__(self, session: Session, total: int) -> None:
        """Begin to count."""
        self.session, self.total = session, max(1, total)
        self.is_terminal = sys.stderr is not None and sys.stderr.isatty()
        self._next = time.monotonic() + 1
        self._tenth = 0
        self._shown = False

    def step(self, done: int) -> None:
        """Tell that so many are done."""
        now = time.monotonic()
        if now < self._next or self.session.quiet:
            return
        text = say("screen.progress", self.session.language, done=done, total=max(done, self.total))
        if self.is_terminal:
            sys.stderr.write(f"\r{text}")
            sys.stderr.flush()
            self._next, self._shown = now + 0.2, True
        elif 10 * done // self.total > self._tenth:
            self._tenth = 10 * done // self.total
            err(text)

    def end(self) -> None:
        """Leave the line."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _told(
    session: Session,
    words: Words,
    tally: Tally,
    troubles: Sequence[Trouble],
    paths: Sequence[Path],
    allowed: int,
) -> tuple[str, int]:
    """Return what is to be said at the end, and the exit code."""
    from ..screen.tally import STANDINGS

    language = session.language
    lines = [say("screen.title.n", language, n=tally.projects)]
    lines += [
        say("screen.counted", language, n=tally.standings[one], standing=words.standing(one)) for one in STANDINGS
    ]
    lines += ["", *words.lever(tally), say("screen.written", language, paths=", ".join(map(str, paths)))]
    for trouble in troubles[:_SHOWN]:
        cure = trouble.problem.cure
        err(
            say(
                "screen.trouble",
                language,
                place=trouble.file if trouble.row is None else f"{trouble.file}:{trouble.row}",
                problem=clean(trouble.problem.message[language]),
                cure=clean(cure[language]) if cure is not None else "",
            )
        )
    if tally.unreadable:
        listed = next(path for path in paths if path.stem.endswith(".errors") or path.suffix.lower() == ".xlsx")
        err(say("screen.unread", language, n=tally.unreadable, path=listed))
        if allowed:
            err(say("screen.allowed", language, n=allowed))
    return "\n".join(lines) + "\n", INPUT if tally.unreadable > allowed else OK


def _ends(inputs: Sequence[str], readable: Sequence[str], outputs: Sequence[str], writable: Sequence[str]) -> None:
    """Look at how names end before anything is read.

    Raises:
        Misuse: One ends in a way that says nothing, or a package is missing.
    """
    ends = []
    for one in inputs:
        path = Path(one)
        if not path.is_dir() and path.suffix.lower() not in readable:
            raise Misuse("screen.input", path=one, formats=", ".join(readable))
        ends.append(path.suffix.lower())
    for one in outputs:
        folder_named(one)
        if Path(one).suffix.lower() not in writable:
            raise Misuse("screen.output", path=one, formats=", ".join(writable))
        ends.append(Path(one).suffix.lower())
    if {".xlsx", ".ods"} & set(ends):
        need_office()
