"""The page that sums many projects up: where they stand, what holds them back, which answers are missing, and all of them.

It holds no script and asks for nothing from outside. The list is filtered by style sheets alone: each choice hides the rows
that do not have its class. Nothing is ranked: projects stand in the order in which they came in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from ... import __version__
from ..texts import say
from ..words.names import Teller, write_date
from ..writers.display import GLYPHS
from ..writers.file import PAGE_MARKER
from ..writers.markup import html_environment
from .judging import JudgedBlock
from .places import OutputFile, begins
from .results import COLUMNS, ResultRow
from .since import Earlier
from .tally import STANDINGS, Judged, Share, Tally
from .words import ScreenNames

MOST = 10_000
"""Projects that are listed; of more, the tables have the others."""
_CHUNK = 100
"""Rows that a browser lays out together, when they come into sight."""
_MOST_PLACES = 200
_ANSWERS = 8
_BAR = 70
TONES = {
    "hold": "blocker",
    "insufficient_information": "unknown",
    "revise": "major",
    "open": "unknown",
    "proceed": "met",
}


class BoardLine(Struct, frozen=True):
    """A project as the list has it.

    Attributes:
        marks: The classes by which the filters know it.
    """

    id: str
    name: str
    place: str
    phase: str
    standing: str
    step: str
    code: str
    who: str
    unchecked: int
    change: int | None
    marks: str
    link: str


class FilterOption(Struct, frozen=True):
    """An answer of a filter: the class of the rows that it leaves, what it is called, and how many rows there are."""

    mark: str
    label: str
    rows: int


class Filter(Struct, frozen=True):
    """A filter of the list."""

    name: str
    label: str
    choices: Sequence[FilterOption]


class Board:
    """Writes the page."""

    def __init__(
        self, path: Path | None, words: ScreenNames, earlier: Earlier | None, memos: Callable[[str], str] | None
    ) -> None:
        """Begin to write.

        Args:
            path: Where; None for a page that is only returned.
            words: What things are called.
            earlier: An earlier run.
            memos: Where the memo of a project is, as seen from the page.

        Raises:
            ProblemsError: It cannot be written there.
        """
        self.words, self.earlier, self.memos = words, earlier, memos
        self.place = OutputFile(path, begins(f"<!doctype html>{PAGE_MARKER}".encode())) if path is not None else None
        self.lines: list[BoardLine] = []
        self.moves: Counter[tuple[str, str]] = Counter()
        self.new = self.read_now = 0
        self._seen: set[str] = set()
        self._unread: set[str] = set()
        self._codes: dict[str, int] = {}
        self._places: dict[str, int] = {}

    def take(self, block: JudgedBlock) -> None:
        """Take some projects."""
        for judged in block.judged:
            self.add(judged)

    def add(self, judged: Judged) -> None:
        """Take a project."""
        cells = judged.cells
        change = None
        if self.earlier is not None:
            change = self.earlier.change(cells["id"], cells["standing"])
            was_unread = change is None and cells["id"] in self.earlier.unread
            self.read_now += was_unread
            self.new += change is None and not was_unread
            self._seen.add(cells["id"])
            if change:
                self.moves[self.earlier.standings[cells["id"]], cells["standing"]] += 1
        if len(self.lines) < MOST:
            self.lines.append(self._line(judged, change))

    def _line(self, judged: Judged, change: int | None) -> BoardLine:
        cells, language = judged.cells, self.words.language
        name, place, phase, standing = cells["id"], cells["place"] or "", cells["phase"] or "", cells["standing"]
        marks = [f"v{STANDINGS.index(standing)}"]
        marks += [f"k{self._codes.setdefault(code, len(self._codes))}" for code in judged.stops]
        marks += ["o"] if len(judged.stops) == 1 else []
        marks += [f"p{list(self.words.phases).index(phase)}"] if phase in self.words.phases else []
        marks += [f"c{self._places.setdefault(place, len(self._places))}"] if place else []
        marks += ["up" if change > 0 else "down"] if change else []
        step = who = ""
        code, subject, label = cells["either"] or cells["first"], cells["first_subject"], judged.label
        if code is not None:
            teller = self.words.teller if label is None else Teller.naming(self.words.kb, language, {subject: label})
            step = self.words.title(code) if cells["either"] else teller.title(code, subject)
            who = self.words.owners(code, label)
        return BoardLine(
            id=name,
            name=cells["name"] or name,
            place=place,
            phase=phase,
            standing=standing,
            step=step,
            code=code or "",
            who=who,
            unchecked=cells["due"] - cells["told"],
            change=change,
            marks=" ".join(marks),
            link=self.memos(name) if self.memos is not None else "",
        )

    def close(self, tally: Tally, errors: Sequence[ResultRow]) -> list[OutputFile]:
        """Write the page; what could not be read is there all the same."""
        assert self.place is not None
        self._unread = {str(row[COLUMNS["errors"].index("project")]) for row in errors}
        self.place.write(self.page(tally).encode("utf-8", "replace"))
        self.place.whole()
        return [self.place]

    def drop(self) -> None:
        """Leave nothing."""
        if self.place is not None:
            self.place.drop()

    def page(self, tally: Tally, back: str = "") -> str:
        """Return the page; it leads back to another one where there is one."""
        language = self.words.language
        environment = html_environment()

        def text(key: str, **values: object) -> str:
            return say(f"screen.{key}", language, **values)

        since = self.earlier
        before = since.counts() if since is not None else Counter()
        changed = sum(self.moves.values())
        better = sum(n for (then, now), n in self.moves.items() if STANDINGS.index(now) > STANDINGS.index(then))
        gone = len(since.standings.keys() - self._seen - self._unread) if since is not None else 0
        held, missing = tally.held_back(), tally.unknown()
        return environment.get_template("board.html.j2").render(
            marker=PAGE_MARKER,
            version=__version__,
            language=language,
            say=text,
            words=self.words,
            glyphs=GLYPHS,
            tones=TONES,
            day=write_date(self.words.day, language),
            tally=tally,
            back=back,
            standings=STANDINGS,
            before=before,
            since=since is not None
            and {
                "day": write_date(since.day, language) if since.day else "",
                "rules": since.rules if since.rules != self.words.kb.version else "",
                "moves": sorted(self.moves.items(), key=lambda one: -one[1]),
                "changed": changed,
                "better": better,
                "worse": changed - better,
                "new": self.new,
                "read": self.read_now,
                "unread": since.unread,
                "gone": gone,
            },
            lever=self.words.lever(tally),
            held=_bars(held, self.words.title, coded=True),
            missing=_bars(missing, self.words.fact)[:_ANSWERS],
            more=_bars(missing, self.words.fact)[_ANSWERS:],
            filters=self._filters(),
            chunks=[self.lines[at : at + _CHUNK] for at in range(0, len(self.lines), _CHUNK)],
            listed=len(self.lines),
            phases=self.words.phases,
        )

    def _filters(self) -> list[Filter]:
        words, language = self.words, self.words.language
        counts = Counter(mark for line in self.lines for mark in line.marks.split())

        def of(name: str, label: str, choices: Sequence[tuple[str, str]]) -> Filter:
            found = [FilterOption(mark, text, counts[mark]) for mark, text in choices if counts[mark]]
            return Filter(name, label, found)

        codes = sorted(self._codes.items(), key=lambda one: (-counts[f"k{one[1]}"], one[0]))
        one = [("o", say("screen.board.one", language))]
        found = [
            of("v", words.head("standing"), [(f"v{at}", words.standing(one)) for at, one in enumerate(STANDINGS)]),
            of("k", say("screen.board.held", language), [*one, *((f"k{at}", words.short(code)) for code, at in codes)]),
            of(
                "p",
                words.head("phase"),
                [(f"p{at}", words.phases[one][language]) for at, one in enumerate(words.phases)],
            ),
        ]
        if len(self._places) <= _MOST_PLACES:
            found.append(of("c", words.head("place"), [(f"c{at}", name) for name, at in sorted(self._places.items())]))
        moved = [("up", say("screen.board.better", language)), ("down", say("screen.board.worse", language))]
        found.append(of("m", say("screen.board.since", language), moved))
        return [one for one in found if one.choices]


def _bars(shares: Sequence[Share], name: Callable[[str], str], *, coded: bool = False) -> list[dict[str, Any]]:
    """Return shares with the widths of their bars; the filled part is where they are alone."""
    most = max((one.projects for one in shares), default=1)
    return [
        {
            "name": name(one.name),
            "code": one.name if coded else "",
            "share": one,
            "wide": round(_BAR * one.projects / most, 1),
            "full": round(_BAR * one.alone / most, 1),
        }
        for one in shares
    ]
