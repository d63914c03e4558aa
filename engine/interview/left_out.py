"""Which questions are not asked, and why: read off the rules, the facts that they rest on, and those that they lack."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from ..account import Accounts
from ..knowledge.model import Rule
from ..project.address import Address, source_and_id
from ..project.memory import Key
from .interview import Interview
from .pages import Page, answered

Why = Literal["checked", "settled", "found", "waits"]


class LeftOut(Struct, frozen=True):
    """A question that is not asked.

    Attributes:
        page: Its page.
        why: No rule judges by it (`checked`); whatever the answer, what it bears on does not apply (`settled`) or was
            found in part (`found`); or it changes nothing as long as other facts are unknown (`waits`).
        codes: The rules that it bears on.
        facts: The facts that settle it, or the unknown ones that it waits for; those about the same element where there
            are any.
    """

    page: Page
    why: Why
    codes: tuple[str, ...] = ()
    facts: tuple[Address, ...] = ()


def questions_left_out(interview: Interview) -> list[LeftOut]:
    """Return the questions that have no answer and are not asked, in the order of the interview."""
    shown = interview.open | answered(interview.project)
    reasons = _Reasons(interview)
    return [reasons.of(page) for page in interview.pages if page.key not in shown]


class _Reasons:
    """Tells why questions are left out."""

    def __init__(self, interview: Interview) -> None:
        standing = interview.what.now
        self.evaluator = interview.kb.evaluator
        self.outcomes = standing.conclusions.outcomes
        self.accounts = Accounts(self.evaluator, standing.memory)
        self.phase_fact = interview.kb.verdict.phase or ""
        self.phase = standing.memory.project.get(self.phase_fact)
        self.first = interview.open | {one.key for one in interview.project.asked}
        self.order = {page.key: place for place, page in enumerate(interview.pages)}
        self.keys: dict[str, list[Key]] = {}
        for key in self.outcomes:
            self.keys.setdefault(key[0], []).append(key)

    def of(self, page: Page) -> LeftOut:
        """Return why a page is left out."""
        spread = self.evaluator.dependencies.spread(page.fact)
        codes = [code for code in sorted(spread.own | spread.other) if not self._rule(code).source.ours]
        if not codes:
            return LeftOut(page, "checked")
        name = source_and_id(page.subject)[1] if page.subject is not None else None
        reached = [key for code in codes for key in self.keys.get(code, ()) if code in spread.other or key[1] == name]
        if not reached:
            # Every rule that reads it runs over a list that has no element.
            loops = [loop for code in codes if (loop := self._rule(code).loop) is not None]
            return LeftOut(page, "settled", tuple(codes), tuple({Address(loop.source): None for loop in loops}))
        unknown = [key for key in reached if self.outcomes[key] is None]
        open_ = [key for key in unknown if not self._rule(key[0]).comes_later(self.phase)]
        if unknown and not open_:
            return LeftOut(page, "settled", _codes(unknown), (Address(self.phase_fact),))
        if open_:
            return LeftOut(page, "waits", _codes(open_), self._awaited(page, open_))
        found = any(self.outcomes[key] is True for key in reached)
        accounts = [account for key in reached if (account := self.accounts.of_outcome(key)) is not None]
        known = {fact for account in accounts for fact in account.evidence()}
        return LeftOut(page, "found" if found else "settled", _codes(reached), self._nearest(page, known))

    def _awaited(self, page: Page, open_: Iterable[Key]) -> tuple[Address, ...]:
        """Return the unknown facts that a page waits for; those that wait as well only where there are no others."""
        unknown = {fact for key in open_ for fact in self.accounts.unknown(key)} - {page.key}
        return self._nearest(page, unknown & self.first or unknown)

    def _nearest(self, page: Page, facts: set[Address]) -> tuple[Address, ...]:
        """Return the facts about a page's own element; where there are none, those of the project; else all."""
        about = next((subject for subject in (page.subject, None) if any(one[1] == subject for one in facts)), ...)
        near = [one for one in facts if about in (..., one[1])]
        return tuple(sorted(near, key=lambda one: (self.order.get(one, len(self.order)), repr(one))))

    def _rule(self, code: str) -> Rule:
        return self.evaluator.by_code[code].rule


def _codes(keys: Iterable[Key]) -> tuple[str, ...]:
    return tuple(sorted({code for code, _ in keys}))
