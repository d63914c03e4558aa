"""The C module of durable-rules, driven directly and in the one way that was found to be right.

No host, no threads, no timers: a ruleset is created once, and each run is a state of its own (a `sid`) in it. Facts
are asserted one by one; the phase comes last, and is the first pattern of every rule with more than one. The state is
deleted afterwards, which is safe only after some rule has fired for it; the rule `TICK` sees to that.

The engine knows names by a 32-bit hash only and takes two with the same hash for one, and reads a dot as nesting. Names
like that are refused.
"""

from __future__ import annotations

import collections
import itertools
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from json.encoder import encode_basestring
from types import ModuleType

from .stated import Unsupported

TICK = "~tick"
"""The name of the rule that fires once in every run."""
PHASE = "~phase"
_HANDLED, _NOT_WANTED = 0, 1
quote: Callable[[str], str] = encode_basestring
"""Returns a text as JSON."""
_STATES = itertools.count(1)
"""Numbers for the states of all rulesets; taking the next one is atomic."""


def engine() -> ModuleType:
    """Import the C module; with CPython 3.13 and later it lacks a symbol that is never called."""
    try:
        import durable_rules_engine
    except ImportError:
        flags = sys.getdlopenflags()
        sys.setdlopenflags(flags & ~os.RTLD_NOW | os.RTLD_LAZY)
        try:
            import durable_rules_engine
        finally:
            sys.setdlopenflags(flags)
    module: ModuleType = durable_rules_engine
    return module


@cache
def is_there() -> bool:
    """Tell whether durable-rules can be used here: it is published as source, and building it takes a C compiler."""
    try:
        engine()
    except ImportError:
        return False
    return True


def encode(value: str | float | bool) -> str:
    """Return a constant as JSON that the C parser reads; it knows no `1e-09`, only `1.0e-09`.

    >>> encode(1e-09), encode(True), encode("a")
    ('1.0e-09', 'true', '"a"')
    """
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, float):
        if value - value != 0:
            raise ValueError("a number must be finite")
        text = repr(value + 0.0)
        return text if "." in text or "e" not in text else text.replace("e", ".0e")
    return json.dumps(value)


class TooManyMatches(RuntimeError):
    """A project has more elements that could belong together than a run is made for."""


class Ruleset:
    """One ruleset of the C engine, usable by several threads at once."""

    _handle: int | None = None

    def __init__(self, definition: str) -> None:
        self._engine = engine()
        self._handle = self._engine.create_ruleset("advise", definition)

    def matches(self, facts: Iterable[str], limit: int) -> list[str]:
        """Assert facts and return the matches, one JSON text for each, in no particular order.

        Args:
            facts: The facts as JSON members without braces (`"~":"project","a":"b"`).
            limit: The number of matches beyond which the run is given up.

        Raises:
            TooManyMatches: There are more.
        """
        engine, handle = self._engine, self._handle
        sid = f"s{next(_STATES)}"
        found: list[str] = []
        settled = False
        try:
            for number, fact in enumerate(facts):
                code, _ = engine.assert_fact(handle, f'{{"id":"f{number}","sid":"{sid}",{fact}}}')
                if code not in (_HANDLED, _NOT_WANTED):
                    raise RuntimeError(f"the rule engine refused a fact ({code}): {fact}")
            settled = True
            for match in self._fired(sid):
                if len(found) > limit:
                    raise TooManyMatches(f"more than {limit} matches in one ruleset")
                found.append(match)
            return found
        finally:
            if not settled:
                collections.deque(self._fired(sid), maxlen=0)
            engine.delete_state(handle, sid)

    def _fired(self, sid: str) -> Iterator[str]:
        """Assert the phase, and yield what fires: rules that waited for it, and those that had to wait for nothing."""
        engine, handle = self._engine, self._handle
        _, offset = engine.assert_fact(handle, f'{{"id":"{PHASE}","sid":"{sid}","~":"{PHASE}"}}')
        started = engine.start_action_for_state(handle, offset)
        message = started and started[1]
        while message:
            yield message
            message = engine.complete_and_start_action(handle, offset)

    def close(self) -> None:
        """Free the ruleset; it is freed anyway once nobody holds it."""
        handle, self._handle = self._handle, None
        if handle is not None:
            self._engine.delete_ruleset(handle)

    def __del__(self, is_finalizing: Callable[[], bool] = sys.is_finalizing) -> None:
        """Free the ruleset, but not at the end of the process, with which its memory goes anyway and this module's names."""
        if not is_finalizing():
            self.close()


TYPE = "~"
"""The attribute that holds the kind of a durable fact."""
INDEX = "@"
"""The attribute that holds the place of an element in its list."""
PROJECT = ""
"""The variable of the one durable fact that stands for the project itself; also the source of its attributes."""
PROJECT_KIND = "~project"
UNKNOWN = "?"
"""What an attribute holds, or its mark, that is unknown."""


def mark_of_unknown(name: str) -> str:
    """Return the attribute that holds `UNKNOWN` where a number is unknown.

    >>> mark_of_unknown("a1")
    'a1?'
    """
    return f"{name}?"


def denied_kind(relation: str) -> str:
    """Return the kind of the durable facts of which there is to be none where a relation does not hold.

    >>> denied_kind("r1")
    'no r1'
    """
    return f"no {relation}"


def demand_distinct(names: Iterable[str]) -> None:
    """Raise when the engine would take two names for one, or could not read one."""
    seen: dict[int, str] = {}
    for name in set(names):
        if seen.setdefault(_hash(name), name) != name:
            raise Unsupported(f"the rule engine cannot tell the names '{seen[_hash(name)]}' and '{name}' apart")
        if "." in name or name.startswith("$"):
            raise Unsupported(f"the rule engine would misread the name '{name}'")


@lru_cache(maxsize=4096)
def _hash(name: str) -> int:
    """Return the FNV-1a hash that the engine computes."""
    result = 2166136261
    for byte in name.encode():
        result = (result ^ byte) * 16777619 & 0xFFFFFFFF
    return result
