"""What `advise screen` does: many projects in, tables of results out; a project that cannot be read stops none of the others."""

from __future__ import annotations

import importlib.util
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from ... import __version__
from ...engine.problems.problem import excerpt
from ...engine.reading.encoding import name_of
from ..texts import joined, say
from ..texts.misuse import Misuse
from ..writers.console import INPUT, OK, err
from ..writers.layout import as_argument, clean, installing
from .refusal import Refusal, refusing
from .screen_memos import Memos
from .session import Session, folder_named, write
from .sheet import need_office

if TYPE_CHECKING:
    from ...engine.compiled import CompiledKnowledgeBase
    from ..screen.entry import EntryTrouble
    from ..screen.intake import Intake
    from ..screen.judging import KeptParts
    from ..screen.places import OutputFile
    from ..screen.since import Earlier
    from ..screen.sinks import Sink
    from ..screen.tally import Tally
    from ..screen.words import ScreenNames

ENDS = (".csv", ".ndjson", ".xlsx", ".html", ".parquet", ".duckdb")
"""How the names of results end."""
_MANY = 2_000
"""Projects from which on a run keeps what it has, so that it can be resumed."""
NO_PROJECT = ("P217", "P218")
"""The problems of files that advise wrote itself: results and schemas."""
PATIENCE = 1.0
"""Seconds after which it is told how far a run is."""
_LARGE = 500_000
"""Bytes of a file whose reading is told of."""
_WORDS = ("S111", "S123")
"""The problems of words that are no answers."""
_SHOWN = 5
"""Errors that are shown; all are listed in the results."""


def screen(
    session: Session,
    inputs: Sequence[str],
    outputs: Sequence[str],
    *,
    allowed: int = 0,
    since: str | None = None,
    memos: str | None = None,
    only: Sequence[str] = (),
    mapping: str | None = None,
    resume: bool = False,
) -> tuple[str, int]:
    """Judge many projects, write tables of results, and return what is to be said and the exit code.

    Raises:
        Refusal: The rules are not valid, no project could be found, or a result was not written.
        Misuse: A name does not end as it must.
    """
    from ..screen import intake as coming
    from ..screen import since as before
    from ..screen.judging import KeptParts
    from ..screen.mapping import MAPPED, read_mapping
    from ..screen.places import alone
    from ..screen.sinks import targets
    from ..screen.words import ScreenNames

    _ends(inputs, coming.ENDS, outputs, since, before.ENDS)
    every = [target for output in outputs for target in targets(Path(output))]
    again = [target for number, target in enumerate(every) if target in every[:number]]
    if again:
        raise Misuse("screen.twice", path=again[0])
    if only and memos is None:
        raise Misuse("screen.only", path=only[0])
    first = Path(inputs[0])
    kb = session.knowledge(str(first / first.name if first.is_dir() else first))
    language = session.language
    words = ScreenNames(kb, language, session.day)
    with refusing("sheet"):
        earlier = before.earlier(Path(since), words) if since is not None else None
    with refusing("sheet"):
        meaning = read_mapping(Path(mapping), kb) if mapping is not None else None
    intake = coming.Intake(kb, meaning, cited=memos is not None)
    progress = Progress(session)
    paths = [Path(one) for one in inputs]
    progress.reading(paths)
    try:
        intake.look(paths)
    finally:
        progress.end()
    progress.total = intake.total
    if intake.troubles and not intake.total:
        raise Refusal([one.problem for one in intake.troubles], "sheet")
    _tell_notes(intake, language)
    if meaning is not None and not (meaning.columns or meaning.values):
        err(say("screen.note.mapping", language, path=mapping))
    files = [*paths, *([Path(mapping)] if mapping is not None else [])]
    is_kept = intake.total > _MANY or resume
    writer = Memos(session, kb, Path(memos), only) if memos is not None else None
    with refusing("output"), ExitStack() as stack:
        stack.enter_context(alone(every))
        # What another run keeps there may be touched only by a run that is alone.
        values = [(one.name, one.value) for one in kb.parameters.values()]  # a profile does not change the version
        kept = KeptParts(Path(outputs[0]), files, f"{__version__} {kb.version} {values}", session.day, resume=resume)
        opened: list[Sink] = []
        try:
            progress.reading(paths)
            for output in outputs:
                link = writer.seen_from(Path(output)) if writer is not None else None
                opened.append(_sink(Path(output), words, earlier, link))
            tally, troubles, places = _judged(session, kb, intake, opened, writer, kept if is_kept else None, progress)
            for place in places:
                place.put()
            kept.drop()
        except BaseException as error:
            progress.end()
            for one in opened:
                one.drop()
            if isinstance(error, KeyboardInterrupt) and is_kept and kept.folder.exists():
                err(say("screen.stopped", language))
            raise
    written = [place.target for place in places]
    written += [writer.folder] if writer is not None and writer.written else []
    own = [] if mapping is not None else [one for one in inputs if Path(one).suffix.lower() in MAPPED]
    missed = sorted(writer.left) if writer is not None else []
    told, code = _told(session, words, tally, troubles, written, own, allowed)
    if missed:
        err(say("screen.memos.missed", language, n=len(missed), names=joined(map(excerpt, missed), language)))
    return told, INPUT if missed else code


def _tell_notes(intake: Intake, language: str) -> None:
    for note in intake.notes:
        err(note[language])
    if not (intake.total or intake.troubles):
        err(say("screen.note.none", language))


def _sink(path: Path, words: ScreenNames, earlier: Earlier | None, memos: Callable[[str], str] | None) -> Sink:
    """Begin to write results in the form that the end of a name says."""
    end = path.suffix.lower()
    if end in (".parquet", ".duckdb"):
        from ..screen.stores import Duck, Parquet

        return Parquet(path) if end == ".parquet" else Duck(path)
    if end == ".html":
        from ..screen.board import Board

        return Board(path, words, earlier, memos)
    from ..screen.sinks import Book, Files

    return Book(path, words) if end == ".xlsx" else Files(path, is_csv=end == ".csv")


def _judged(
    session: Session,
    kb: CompiledKnowledgeBase,
    intake: Intake,
    opened: Sequence[Sink],
    memos: Memos | None,
    parts: KeptParts | None,
    progress: Progress,
) -> tuple[Tally, list[EntryTrouble], list[OutputFile]]:
    """Judge all projects, and let every sink have the rows and the errors."""
    from ..screen.judging import blocks
    from ..screen.results import RowMaker
    from ..screen.tally import Tally

    tally, rows = Tally(), RowMaker(kb, session.language, session.day)
    troubles: list[EntryTrouble] = []
    done = 0
    for block in blocks(intake, kb, rows, troubles, parts):
        for one in block.judged:
            tally.add(one)
        for sink in opened:
            sink.take(block)
        if memos is not None:
            for place in range(len(block.judged)):
                memos.write(block.entry(place))
        done += block.size
        progress.step(done)
    progress.end()
    troubles += intake.troubles
    tally.unreadable = done - tally.projects + intake.lost
    tally.strays = len({(one.file, one.row) for one in intake.troubles})
    errors = list(map(rows.error, troubles))
    places = [place for sink in opened for place in sink.close(tally, errors)]
    return tally, troubles, places


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


def explain(session: Session, code: str) -> str:
    """Return which columns a rule reads, and how its findings are asked for in SQL.

    Raises:
        Refusal: The rules are not valid.
        Misuse: There is no such rule.
    """
    from ..screen.explained import explained
    from ..views.rules import nothing_for, rule_code

    kb = session.knowledge()
    rule = kb.by_code.get(rule_code(code))
    if rule is None:
        raise nothing_for(code, kb)
    return explained(rule, kb, session.language)


def propose(session: Session, path: str, inputs: Sequence[str]) -> str:
    """Write what columns and values of tables may mean, to be looked through, and return what is to be said of it.

    Raises:
        Refusal: The rules are not valid, a table cannot be read, or the file was not written.
        Misuse: A name ends in a way that no table does.
    """
    from ..screen.intake import Intake
    from ..screen.mapping import MAPPED, proposal
    from ..screen.table import WORKBOOKS

    for one in inputs:
        if Path(one).suffix.lower() not in MAPPED:
            raise Misuse("screen.input", path=one, formats=", ".join(MAPPED))
    if any(Path(one).suffix.lower() in WORKBOOKS for one in inputs):
        need_office()
    kb, name = session.knowledge(inputs[0]), " ".join(map(as_argument, inputs))
    with refusing("sheet"):
        found = Intake(kb).unread([Path(one) for one in inputs])
    write(path, proposal(found, kb, session.language, name))
    return say("screen.proposed", session.language, path=as_argument(path), name=name) + "\n"


class Progress:
    """Tells how far a long run is: on a terminal in one line, else a line for every tenth."""

    def __init__(self, session: Session) -> None:
        self.session, self.total = session, 0
        self.is_terminal = sys.stderr is not None and sys.stderr.isatty()
        self._next = time.monotonic() + PATIENCE
        self._tenth = 0
        self._shown = False

    def reading(self, paths: Sequence[Path]) -> None:
        """Tell on a terminal which files are read, where that can take its time."""
        large = [path.name for path in paths if path.is_file() and path.stat().st_size > _LARGE]
        if large and self.is_terminal and not self.session.quiet:
            sys.stderr.write(clean(say("screen.reading", self.session.language, names=", ".join(map(name_of, large)))))
            sys.stderr.flush()
            self._shown = True

    def step(self, done: int) -> None:
        """Tell that so many are done."""
        now = time.monotonic()
        if now < self._next or self.session.quiet:
            return
        text = say("screen.progress", self.session.language, done=done, total=max(done, self.total))
        if self.is_terminal:
            sys.stderr.write(f"\r\x1b[K{text}")
            sys.stderr.flush()
            self._next, self._shown = now + 0.2, True
        elif 10 * done // max(1, self.total) > self._tenth:
            self._tenth = 10 * done // max(1, self.total)
            err(text)

    def end(self) -> None:
        """Leave the line."""
        if self._shown:
            self._shown = False
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _told(
    session: Session,
    words: ScreenNames,
    tally: Tally,
    troubles: Sequence[EntryTrouble],
    paths: Sequence[Path],
    own: Sequence[str],
    allowed: int,
) -> tuple[str, int]:
    """Return what is to be said at the end, and the exit code; `own` are tables whose words could be given a meaning."""
    from ..screen.entry import place_of
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
                place=clean(place_of(trouble.file, trouble.row)),
                problem=clean(trouble.problem.message[language]).removeprefix(clean(f"{trouble.file}!")),  # said by now
                cure=clean(cure[language]) if cure is not None else "",
            )
        )
    if len(troubles) > _SHOWN:
        err(say("screen.trouble.more", language, n=len(troubles) - _SHOWN))
    if own and any(one.problem.code in _WORDS for one in troubles):
        err(say("screen.trouble.words", language, names=" ".join(map(as_argument, own))))
    if troubles:
        listed = [
            path for path in paths if path.stem.endswith(".errors") or path.suffix.lower() in (".xlsx", ".duckdb")
        ]
        counted = [("screen.unread", tally.unreadable), ("screen.strays", tally.strays)]
        told = [say(key, language, n=number) for key, number in counted if number]
        told.append(say("screen.listed" if listed else "screen.listed.nowhere", language, path=next(iter(listed), "")))
        err("\n".join(told))
        if allowed:
            err(say("screen.allowed", language, n=allowed))
    return "\n".join(lines) + "\n", INPUT if tally.unreadable + tally.strays > allowed else OK


def _ends(
    inputs: Sequence[str],
    readable: Sequence[str],
    outputs: Sequence[str],
    since: str | None,
    earlier: Sequence[str],
) -> None:
    """Look at how names end before anything is read.

    Raises:
        Misuse: One ends in a way that says nothing, or a package is missing.
    """
    named = [("screen.input", one, readable) for one in inputs if not Path(one).is_dir()]
    named += [("screen.output", one, ENDS) for one in outputs]
    named += [("screen.since", since, earlier)] if since is not None else []
    for key, one, known in named:
        if Path(one).suffix.lower() not in known:
            raise Misuse(key, path=one, formats=", ".join(known))
    for one in outputs:
        folder_named(one)
    ends = {Path(one).suffix.lower() for _, one, _ in named}
    if {".xlsx", ".ods"} & ends:
        need_office()
    for kind in sorted({".parquet", ".duckdb"} & ends):
        if any(importlib.util.find_spec(name) is None for name in ("duckdb", "numpy", "pyarrow")):
            raise Misuse("memo.extra", kind=kind[1:], install=installing("portfolio"))
