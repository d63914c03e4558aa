"""Claims about the values of a fact: what follows from one value and not from another, all else being the same.

A value is tried by deciding some inputs of the circuit: what an outcome would be if a fact were another one.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise

from msgspec import to_builtins

from ..assess.verdict import replaced
from ..knowledge.model import SEVERITIES, FactDefinition, Severity, is_upcoming, severity_of
from ..language.tree import read_in
from ..project.project import read_project
from .asking import Answer, Asking, Document
from .circuit import FALSE, TRUE, Circuit
from .outcomes import Key
from .space import Sym, stands_for_all
from .witness import stated

Choice = object
"""A value of a fact, the place of a region of a number, or None for unknown."""


class Free:
    """Inputs that stand for what a verdict is made of besides a fact, so that a proof does not rest on it."""

    def __init__(self, c: Circuit, first: int) -> None:
        """Take the circuit, in which verdicts begin with a node."""
        self.c, self.first = c, first
        self._inputs: dict[int, int] = {}

    def __call__(self, literal: int) -> int:
        """Return the input that stands for a part of a verdict; any other literal as it is."""
        node = abs(literal)
        if node < self.first or self.c.fanin[node] is None:
            return literal
        if node not in self._inputs:
            self._inputs[node] = self.c.input(("free", len(self._inputs)))
        return self._inputs[node] if literal > 0 else -self._inputs[node]


class Cofactor:
    """Literals with some inputs decided."""

    def __init__(self, c: Circuit, above: Sequence[int], decided: Mapping[int, int], free: Free | None = None) -> None:
        """Decide inputs; new nodes are added to the circuit.

        Args:
            c: The circuit.
            above: Every node that is made of one of the inputs, in order.
            decided: What each of them is.
            free: What to put for the parts of verdicts that are made of none of them.
        """
        new = self._new = dict(decided)
        self._touched = {*above, *decided}
        for node in above:
            parts: tuple[list[int], list[int]] = [], []
            for one in c.fanin[node] or ():
                parts[abs(one) in self._touched].append(one)
            others = c.all(parts[0])
            if free is not None and node >= free.first:
                others = free(others)
            changed = c.all((others, *map(self, parts[1])))
            if changed != node:
                new[node] = changed

    def __call__(self, literal: int) -> int:
        """Return a literal under the decision."""
        found = self._new.get(abs(literal), abs(literal))
        return found if literal > 0 else -found

    def touches(self, literal: int) -> bool:
        """Tell whether a literal is made of one of the inputs."""
        return abs(literal) in self._touched


_WEIGHTY: tuple[Severity, ...] = ("blocker", "major")
_Remedy = tuple[Sym, Choice, Choice, int, int]
"""A fact, its worse and its better value, that this clears a finding, and that it brings none that is as severe."""
_Cases = dict[tuple[int, Choice], Cofactor]
_LADDER = ("hold", "insufficient_information", "revise", "proceed")


def value_claims(asking: Asking) -> Iterator[Answer]:
    """Yield what became of the claims about values: each fact is read, and each of its values means what it should."""
    values = Values(asking)
    kb = asking.kb
    read = (
        read_in(kb.conditions()) | {must.fact for must in kb.verdict.must_know} | _texts(to_builtins(kb.presentation))
    )
    for path, fact in kb.vocabulary.facts.items():
        if path.startswith("complete."):
            continue
        outcome = "proved" if path in read else "refuted"
        yield Answer("fact_read", (path,), outcome)  # type: ignore[arg-type]
        if path in read and choices(values.syms(path)[0]):
            yield from values.of(fact)
    yield from values.advice()


class Values:
    """The values of each fact of a rule base."""

    def __init__(self, asking: Asking) -> None:
        self.asking, self.kb, self.c = asking, asking.kb, asking.c
        self.findings = [key for key in asking.facts.outcomes if self.kb.rule(key[0]).kind == "finding"]
        self.due = {
            key: self.c.all((asking.outcome(key, visible=True), -asking.facts.coming(key))) for key in self.findings
        }
        derived = {one.concept: read_in(one.conditions) for one in self.kb.derivations}
        self.read = {
            rule.code: _through(read_in([rule.when]), derived) for rule in self.kb.rules if rule.kind == "finding"
        }
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

    def of(self, fact: FactDefinition) -> Iterator[Answer]:
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

    def _case(self, sym: Sym, choice: Choice, free: Free | None = None) -> Cofactor:
        """Return what is concluded when a fact has one of its choices."""
        decided = deciding(sym, choice)
        above: set[int] = set()
        waiting = list(decided)
        while waiting:
            fresh = self._users.get(waiting.pop(), set()) - above
            above |= fresh
            waiting.extend(fresh)
        return Cofactor(self.c, sorted(above), decided, free)

    def _ordered(self, fact: FactDefinition) -> Iterator[tuple[Choice, Choice]]:
        """Yield values of which the second is better than the first, next to it."""
        found: list[Choice] = list(fact.better)
        if fact.better in (("less",), ("more",)):
            found = choices(self.syms(fact.path)[0])[:: 1 if fact.better == ("more",) else -1]
        if len(found) > 1:
            yield from pairwise(found)

    def _better(self, fact: FactDefinition, worse: Choice, better: Choice, cases: _Cases) -> Answer:
        """Claim that no verdict is worse with the better one of two values."""
        goals, wider = [], []
        for place, sym in enumerate(self.syms(fact.path)):
            free = Free(self.c, self.asking.first)
            goals.append((sym, self._worsens(sym, cases[place, worse], cases[place, better])))
            wider.append(self._worsens(sym, *(self._case(sym, one, free) for one in (worse, better))))

        def seen(document: Document) -> bool:
            for sym, _ in goals:
                first, second = (self._with(document, sym, choice) for choice in (worse, better))
                if first is None or second is None:
                    continue
                before, after = (self._verdict(one) for one in (first, second))
                if _LADDER.index(after) < _LADDER.index(before):
                    document.clear()
                    document.update(second)
                    return True
            return False

        about = (fact.path, self._named(fact, worse), self._named(fact, better))
        goal = self.c.any(one for _, one in goals)
        return self.asking.never("better_not_worse", about, goal, seen, self.c.any(wider))

    def _worsens(self, sym: Sym, one: Cofactor, two: Cofactor) -> int:
        """Return the literal that the verdict is worse in the second case; neither verdict is one that the fact is not about."""
        c, verdict = self.c, self.asking.verdicts.verdict
        ladder = [
            (one(verdict[name]), two(verdict[name]))
            for name in _LADDER
            if name in verdict and one.touches(verdict[name])
        ]
        found = [c.all((high, low)) for place, (_, low) in enumerate(ladder) for high, _ in ladder[place + 1 :]]
        return c.all((self.asking.here(sym.subject), c.any(found)))

    def _adverse(self, fact: FactDefinition, worst: Choice, cases: _Cases) -> Answer:
        """Claim that the worst value brings a finding that another value does not."""
        c, goals = self.c, []
        for place, sym in enumerate(self.syms(fact.path)):
            others = [choice for choice in choices(sym) if choice != worst]
            for key in self.findings:
                shown = self.due[key]
                bad = cases[place, worst]
                if bad.touches(shown):
                    without = c.any(-cases[place, other](shown) for other in others)
                    goals.append((sym, c.all((self.asking.here(sym.subject), bad(shown), without))))

        def seen(document: Document) -> bool:
            for sym in dict.fromkeys(id(sym) for sym, _ in goals):
                one = next(other for other, _ in goals if id(other) == sym)
                several = [self._with(document, one, choice) for choice in choices(one)]
                at = self._with(document, one, worst)
                if at is None:
                    continue
                found = self._graded(at).keys()
                if any(other is not None and found - self._graded(other).keys() for other in several):
                    document.clear()
                    document.update(at)
                    return True
            return False

        goal = c.any(goal for _, goal in goals)
        return self.asking.can_in("adverse_matters", (fact.path, self._named(fact, worst)), goal, seen)

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
                            yield sym, bad, good, clears, c.all((clears, -self._brings(key, one, two)))

    def advice(self) -> Iterator[Answer]:
        """Yield for each finding that weighs whether a better value can clear it without bringing one that is as severe."""
        for code, remedies in self.remedies.items():
            if self.c.any(clears for *_, clears, _ in remedies) != FALSE:
                goal = self.c.any(alone for *_, alone in remedies)
                yield self.asking.can_in("advice_possible", (code,), goal, partial(self._cured, code, remedies))

    def _cured(self, code: str, remedies: list[_Remedy], document: Document) -> bool:
        for sym, bad, good, _, _ in remedies:
            first, second = self._with(document, sym, bad), self._with(document, sym, good)
            if first is None or second is None:
                continue
            before, after = self._graded(first), self._graded(second)
            gone = {key: severity for key, severity in before.items() if key[0] == code and key not in after}
            worst = min((SEVERITIES.index(severity) for severity in gone.values()), default=-1)
            new = [key for key in after if key not in before and SEVERITIES.index(after[key]) <= worst]
            if gone and not new:
                document.clear()
                document.update(first)
                return True
        return False

    def _brings(self, key: Key, one: Cofactor, two: Cofactor) -> int:
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

    def _certain(self, fact: FactDefinition, cases: _Cases) -> Answer:
        """Claim that whatever is certain while a fact is unknown stays so with each of its values."""
        c, goals = self.c, []
        for place, sym in enumerate(self.syms(fact.path)):
            unknown = cases[place, None]
            for choice in choices(sym):
                known = cases[place, choice]
                for pair in self.asking.strict.outcomes.values():
                    for literal in pair:
                        if known.touches(literal) or unknown.touches(literal):
                            here = self.asking.here(sym.subject)
                            goals.append((sym, choice, c.all((here, unknown(literal), -known(literal)))))

        def seen(document: Document) -> bool:
            for sym, choice, _ in goals:
                first, second = self._with(document, sym, None), self._with(document, sym, choice)
                if first is None or second is None:
                    continue
                before, after = (self.kb.strict.run_in(read_project(one, self.kb).memory)[0] for one in (first, second))
                if any(
                    truth is not None and after.outcomes.get(key) is not truth for key, truth in before.outcomes.items()
                ):
                    return True
            return False

        return self.asking.never("certain_stays", (fact.path,), c.any(goal for *_, goal in goals), seen)

    def _with(self, document: Document, sym: Sym, choice: Choice) -> Document | None:
        found = copy.deepcopy(document)
        return found if stated(found, sym, choice) else None

    def _verdict(self, document: Document) -> str:
        return self.asking.assessed(copy.deepcopy(document)).verdict

    def _graded(self, document: Document) -> dict[tuple[str, str | None], Severity]:
        """Return the findings that are due and that nothing replaces, with their severities."""
        found = self.kb.evaluator.run(read_project(copy.deepcopy(document), self.kb).memory)
        silenced = replaced(found, self.kb)
        return {
            key: severity_of(grade)
            for key, grade in found.severities.items()
            if key not in silenced and not is_upcoming(grade) and self.kb.rule(key[0]).kind == "finding"
        }

    def _named(self, fact: FactDefinition, choice: Choice) -> str:
        sym = self.syms(fact.path)[0]
        if sym.at and isinstance(choice, int):
            return f"{sym.regions[choice][2]:g}"
        return str(choice).lower() if isinstance(choice, bool) else str(choice)


def _through(names: set[str], derived: Mapping[str, set[str]]) -> set[str]:
    """Return facts with those that they are derived from."""
    found: set[str] = set()
    waiting = set(names)
    while waiting:
        name = waiting.pop()
        found.add(name)
        waiting |= derived.get(name, set()) - found
    return found


def _texts(node: object) -> set[str]:
    """Return all texts of plain data, keys left out."""
    if isinstance(node, dict):
        return {text for value in node.values() for text in _texts(value)}
    if isinstance(node, list):
        return {text for value in node for text in _texts(value)}
    return {node} if isinstance(node, str) else set()


def choices(sym: Sym) -> list[Choice]:
    """Return the values that can be decided of a fact, in the order in which it has them; none of a list of texts or ids."""
    if sym.fact.type in ("bool", "enum", "text"):
        return list(sym.values)
    return list(range(len(sym.at)))


def deciding(sym: Sym, choice: Choice) -> dict[int, int]:
    """Return what the inputs of a fact are when it has one of its choices; None for an unknown one."""
    if sym.at:
        return {
            literal: TRUE if place == choice and choice is not None else FALSE for place, literal in enumerate(sym.at)
        }
    return {
        literal: TRUE
        if choice is not None and value == choice and isinstance(value, bool) is isinstance(choice, bool)
        else FALSE
        for value, literal in sym.values.items()
    }
