"""Claims about the values of a fact: what follows from one value and not from another, all else being the same.

A value is tried by deciding some inputs of the circuit: what an outcome would be if a fact were another one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import pairwise

from msgspec.structs import replace

from ..assess.verdict import replaced
from ..knowledge.model import SEVERITIES, VERDICTS, FactDefinition, Severity, is_upcoming, severity_of
from ..language.completeness import is_completeness
from ..language.tree import read_in
from ..project.data import PlainData
from ..project.project import read_project
from ..record import plain, texts_in
from .asking import Asking, ClaimResult
from .circuit import FALSE, TRUE, Cofactor, Free
from .outcomes import OutcomeKey
from .space import Sym, stands_for_all
from .view import with_choice

FactChoice = object
"""A value of a fact, of a number one in each region, or None for unknown."""

_WEIGHTY: tuple[Severity, ...] = ("blocker", "major")
_Pair = tuple[Sym, FactChoice, FactChoice]
"""A fact, and two of its values."""
_Holds = Callable[[PlainData, PlainData], bool]
"""Tells whether two projects that differ in a value differ as is claimed."""
_Remedy = tuple[_Pair, int, int]
"""A worse and a better value, that the better one clears a finding, and that it brings none that is as severe."""
_Cases = dict[tuple[int, FactChoice], Cofactor]


def value_claims(asking: Asking) -> Iterator[ClaimResult]:
    """Yield what became of the claims about values: each fact is read, and each of its values means what it should."""
    values = Values(asking)
    kb = asking.kb
    read = read_in(kb.conditions()) | {must.fact for must in kb.verdict.must_know} | {*texts_in(plain(kb.presentation))}
    for path, fact in kb.vocabulary.facts.items():
        if is_completeness(path):
            continue
        outcome = "proved" if path in read else "refuted"
        yield ClaimResult("fact_read", (path,), outcome)  # type: ignore[arg-type]
        if path in read and choices(values.syms(path)[0]):
            yield from values.of(fact)
    yield from values.advice()


class Values:
    """The values of each fact of a rule base."""

    def __init__(self, asking: Asking) -> None:
        self.asking, self.kb, self.c = asking, asking.kb, asking.c
        self.findings = asking.facts.findings
        self.due = {key: self.c.all((asking.facts.visible[key], -asking.facts.coming(key))) for key in self.findings}
        self.read = {rule.code: self.kb.behind([rule.when]) for rule in self.kb.rules if rule.kind == "finding"}
        roots = [*self.due.values(), *asking.verdicts.verdict.values()]
        roots += [one for key in self.findings for one in asking.facts.severity[key].values()]
        roots += [one for pair in asking.strict.outcomes.values() for one in pair]
        self._users: dict[int, set[int]] = {}
        for node in self.c.cone(roots):
            for one in self.c.fanin[node] or ():
                self._users.setdefault(abs(one), set()).add(node)
        by_path: dict[str, list[Sym]] = {}
        for (path, subject), sym in asking.view.facts.items():
            if stands_for_all(subject):
                by_path.setdefault(path, []).append(sym)
        self._syms = by_path
        self.remedies: dict[str, list[_Remedy]] = {}

    def syms(self, path: str) -> list[Sym]:
        """Return a fact of each subject; the first element of a list stands for all."""
        return self._syms[path]

    def of(self, fact: FactDefinition) -> Iterator[ClaimResult]:
        """Yield what became of the claims about the values of a fact."""
        cases: _Cases = {
            (place, choice): self._case(sym, choice)
            for place, sym in enumerate(self.syms(fact.path))
            for choice in (None, *choices(sym))
        }
        yield self._certain(fact, cases)
        for worse, better in self._ordered(fact):
            yield self._better(fact, worse, better, cases)
        worst = fact.worst
        if worst is not None:
            yield self._adverse(fact, worst, cases)
        for code, read in self.read.items():
            if fact.path in read and fact.type in ("bool", "enum"):
                self.remedies.setdefault(code, []).extend(self._remedies(code, fact, cases))

    def _case(self, sym: Sym, choice: FactChoice, free: Free | None = None) -> Cofactor:
        """Return what is concluded when a fact has one of its choices."""
        decided = deciding(sym, choice)
        above: set[int] = set()
        waiting = list(decided)
        while waiting:
            fresh = self._users.get(waiting.pop(), set()) - above
            above |= fresh
            waiting.extend(fresh)
        return Cofactor(self.c, sorted(above), decided, free)

    def _ordered(self, fact: FactDefinition) -> Iterator[tuple[FactChoice, FactChoice]]:
        """Yield values of which the second is better than the first, next to it."""
        found: list[FactChoice] = list(fact.better)
        if fact.better in (("less",), ("more",)):
            found = choices(self.syms(fact.path)[0])[:: 1 if fact.better == ("more",) else -1]
        yield from pairwise(found)

    def _better(self, fact: FactDefinition, worse: FactChoice, better: FactChoice, cases: _Cases) -> ClaimResult:
        """Claim that no verdict is worse with the better one of two values."""
        goals, wider, pairs = [], [], []
        for place, sym in enumerate(self.syms(fact.path)):
            free = Free(self.c, self.asking.first)
            goals.append(self._worsens(sym, cases[place, worse], cases[place, better]))
            wider.append(self._worsens(sym, *(self._case(sym, one, free) for one in (worse, better))))
            pairs.append((sym, better, worse))
        about = (fact.path, _named(worse), _named(better))
        seen = partial(self._seen, pairs, self._is_worse)
        return self.asking.never("better_not_worse", about, self.c.any(goals), seen, self.c.any(wider))

    def _is_worse(self, first: PlainData, second: PlainData) -> bool:
        one, other = (VERDICTS.index(self.asking.assessed(document, self.kb).verdict) for document in (first, second))
        return one < other

    def _worsens(self, sym: Sym, one: Cofactor, two: Cofactor) -> int:
        """Return the literal that the verdict is worse in the second case; neither verdict is one that the fact is not about."""
        c, verdict = self.c, self.asking.verdicts.verdict
        ladder = [
            (one(verdict[name]), two(verdict[name]))
            for name in VERDICTS
            if name in verdict and one.touches(verdict[name])
        ]
        found = [c.all((high, low)) for place, (_, low) in enumerate(ladder) for high, _ in ladder[place + 1 :]]
        return c.all((self.asking.here(sym.subject), c.any(found)))

    def _adverse(self, fact: FactDefinition, worst: FactChoice, cases: _Cases) -> ClaimResult:
        """Claim that the worst value brings a finding that another value does not."""
        c, goals, pairs = self.c, [], []
        for place, sym in enumerate(self.syms(fact.path)):
            others, bad = [choice for choice in choices(sym) if choice != worst], cases[place, worst]
            pairs += [(sym, worst, other) for other in others]
            for shown in self.due.values():
                if bad.touches(shown):
                    without = c.any(-cases[place, other](shown) for other in others)
                    goals.append(c.all((self.asking.here(sym.subject), bad(shown), without)))
        seen = partial(
            self._seen, pairs, lambda one, other: bool(self._graded(one).keys() - self._graded(other).keys())
        )
        return self.asking.can_in("adverse_matters", (fact.path, _named(worst)), c.any(goals), seen)

    def _remedies(self, code: str, fact: FactDefinition, cases: _Cases) -> Iterator[_Remedy]:
        """Yield how a better value of a fact can clear a finding that weighs."""
        c = self.c
        for place, sym in enumerate(self.syms(fact.path)):
            for bad in choices(sym):
                for good in choices(sym):
                    if bad == good or (fact.better and not fact.is_worse(bad, good)):
                        continue
                    one, two = cases[place, bad], cases[place, good]
                    for key in self.asking.keys(code):
                        weighs = c.any(one(self.asking.facts.severity[key].get(name, FALSE)) for name in _WEIGHTY)
                        shown = self.due[key]
                        clears = c.all((self.asking.here(sym.subject), one(shown), weighs, -two(shown)))
                        if clears != FALSE:
                            yield (sym, bad, good), clears, c.all((clears, -self._brings(key, one, two)))

    def advice(self) -> Iterator[ClaimResult]:
        """Yield for each finding that weighs whether a better value can clear it without bringing one that is as severe."""
        for code, remedies in self.remedies.items():
            if self.c.any(clears for _, clears, _ in remedies) != FALSE:
                goal = self.c.any(alone for *_, alone in remedies)
                seen = partial(self._seen, [pair for pair, *_ in remedies], partial(self._is_cured, code))
                answer = self.asking.can_in("advice_possible", (code,), goal, seen)
                yield self._opposed(answer, remedies) if answer.outcome == "refuted" else answer

    def _opposed(self, answer: ClaimResult, remedies: list[_Remedy]) -> ClaimResult:
        """Return the answer with a project in which a better value clears the finding, and what comes in its place."""
        (code,), found = answer.about, set[str]()

        def holds(first: PlainData, second: PlainData) -> bool:
            _, brought = self._exchanged(code, first, second)
            found.update(brought)
            return bool(brought)

        seen = partial(self._seen, [pair for pair, *_ in remedies], holds)
        shown = self.asking.can_in("advice_possible", (code,), self.c.any(clears for _, clears, _ in remedies), seen)
        return replace(answer, project=shown.project, because=tuple(sorted(found)))

    def _is_cured(self, code: str, first: PlainData, second: PlainData) -> bool:
        cleared, brought = self._exchanged(code, first, second)
        return cleared and not brought

    def _exchanged(self, code: str, first: PlainData, second: PlainData) -> tuple[bool, set[str]]:
        """Return whether a finding is gone in the second project, and the codes that come there and are as severe."""
        before, after = self._graded(first), self._graded(second)
        gone = [SEVERITIES.index(one) for key, one in before.items() if key[0] == code and key not in after]
        worst = min(gone, default=-1)
        come = {key[0] for key, one in after.items() if key not in before and SEVERITIES.index(one) <= worst}
        return bool(gone), come

    def _brings(self, key: OutcomeKey, one: Cofactor, two: Cofactor) -> int:
        """Return the literal that a finding comes with the second choice that is as severe as another one with the first."""
        c, facts = self.c, self.asking.facts
        found = []
        for other in self.findings:
            shown = self.due[other]
            if other[0] == key[0] or not two.touches(shown):
                continue
            as_severe = []
            for at, severity in enumerate(SEVERITIES):
                has = one(facts.severity[key].get(severity, FALSE))
                least = c.any(two(facts.severity[other].get(worse, FALSE)) for worse in SEVERITIES[: at + 1])
                as_severe.append(c.all((has, least)))
            found.append(c.all((two(shown), -one(shown), c.any(as_severe))))
        return c.any(found)

    def _certain(self, fact: FactDefinition, cases: _Cases) -> ClaimResult:
        """Claim that whatever is certain while a fact is unknown stays so with each of its values."""
        c, goals, pairs = self.c, [], []
        certain = [literal for pair in self.asking.strict.outcomes.values() for literal in pair]
        for place, sym in enumerate(self.syms(fact.path)):
            unknown, here = cases[place, None], self.asking.here(sym.subject)
            for choice in choices(sym):
                known = cases[place, choice]
                pairs.append((sym, None, choice))
                goals += [c.all((here, unknown(one), -known(one))) for one in certain if known.touches(one)]
        seen = partial(self._seen, pairs, self._is_lost)
        return self.asking.never("certain_stays", (fact.path,), c.any(goals), seen)

    def _is_lost(self, first: PlainData, second: PlainData) -> bool:
        before, after = (
            self.kb.strict.run(read_project(document, self.kb).memory).outcomes for document in (first, second)
        )
        return any(truth is not None and after.get(key) is not truth for key, truth in before.items())

    def _seen(self, pairs: Iterable[_Pair], holds: _Holds, document: PlainData) -> bool:
        """Tell whether a project with one value of a fact and the same with another one differ as is claimed.

        The first value is then stated in it.
        """
        for sym, one, other in pairs:
            first, second = (with_choice(document, sym, value, self.kb.vocabulary) for value in (one, other))
            if first is not None and second is not None and holds(first, second):
                document.clear()
                document.update(first)
                return True
        return False

    def _graded(self, document: PlainData) -> dict[tuple[str, str | None], Severity]:
        """Return the findings that are due and that nothing replaces, with their severities."""
        found = self.kb.evaluator.run(read_project(document, self.kb).memory)
        silenced = replaced(found, self.kb)
        return {
            key: severity_of(grade)
            for key, grade in found.severities.items()
            if key not in silenced and not is_upcoming(grade) and self.kb.rule(key[0]).kind == "finding"
        }


def _named(choice: FactChoice) -> str:
    if isinstance(choice, (int, float)) and not isinstance(choice, bool):
        return f"{choice:g}"
    return str(choice).lower() if isinstance(choice, bool) else str(choice)


def choices(sym: Sym) -> list[FactChoice]:
    """Return the values that can be decided of a fact, in the order in which it has them; none of a list of texts or ids."""
    return [] if sym.fact.type in ("set", "refs") else list(sym.values)


def deciding(sym: Sym, choice: FactChoice) -> dict[int, int]:
    """Return what the inputs of a fact are when it has one of its values; None for an unknown one."""
    return {literal: TRUE if value == choice else FALSE for value, literal in sym.values.items()}
