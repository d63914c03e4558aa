"""Completions: values for everything unknown, and which verdicts they give.

The bounds of a strict run may be wider than what completions reach. Here values are sought (`search`) with which a verdict
is certain; that there are none is proved by trying all values on which it rests. What is found is verified by a run of the
reference interpreter, so a completion that is returned is one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from ..compiled import CompiledKnowledgeBase
from ..evaluate.rerun import rerun
from ..knowledge.model import SEVERITIES, VERDICTS, KnowledgeBase, Rule, Severity, Verdict, is_upcoming, severity_of
from ..language.completeness import completed_by, completeness, is_completeness
from ..project.address import Address
from ..project.memory import Conclusions, Key, Value, WorkingMemory
from ..project.outline import made_once
from .goals import Attain, Avoid
from .search import Ground, SearchResult, search
from .space import Space, new_names, with_values
from .verdict import could_stop, counts, replaced, still_coming, verdict_of, verdict_range

LADDER: tuple[Verdict, ...] = ("hold", "revise", "proceed")
"""The verdicts of complete projects, the worst first."""


STEPS, MOST_STEPS = 150, 2_000
"""Values tried for a verdict before a search gives up, and for a range."""
_STEPS_EACH = 3
"""Values that each grave finding takes about until it is ruled out."""
_FEW_STEPS = 50
"""Values tried to make one outcome certain: there are others."""


class Completion(Struct, frozen=True):
    """Values for all unknown facts, and the verdict that they give.

    Attributes:
        facts: The values; for a list, how many elements are added to it.
    """

    verdict: Verdict
    facts: Mapping[Address, Value]


class Either(Struct, frozen=True):
    """Outcomes of which one holds whatever the answer is; only which of them is open.

    Attributes:
        outcomes: The outcomes.
        facts: The facts that decide which.
    """

    outcomes: tuple[Key, ...]
    facts: tuple[Address, ...]


class Judgement(Struct, frozen=True):
    """A verdict, and what completions could make of it.

    Attributes:
        either: What makes the verdict worse than what is found, where it is.
    """

    verdict: Verdict
    either: Either | None = None


class Range(Struct, frozen=True):
    """The worst and the best verdict that completions give, and whether each end is proved to be given by one."""

    worst: Verdict
    best: Verdict
    exact: tuple[bool, bool]


class Reach:
    """Which verdicts the completions of one project reach; each is looked for when somebody asks."""

    def __init__(
        self,
        kb: CompiledKnowledgeBase,
        memory: WorkingMemory,
        waived: Mapping[Key, bool] | None = None,
        strict: tuple[Conclusions, WorkingMemory] | None = None,
        bounds: tuple[Verdict, Verdict] | None = None,
        near: tuple[Reach, Mapping[Address, Value]] | None = None,
        steps: int = STEPS,
    ) -> None:
        """Take a project.

        Args:
            kb: The knowledge base.
            memory: Its stated facts.
            waived: What decisions leave out of the verdict, as `waivers.waived_keys` returns it.
            strict: What the strict evaluation made of it, where it was run.
            bounds: The bounds that this sets, where they are known.
            near: Another project, and the facts unknown in it that are all that is known besides in this one.
            steps: How many values are tried before a search gives up.
        """
        self.kb = kb
        self.memory = memory
        self.waived = waived or {}
        self._strict = strict
        self._bounds = bounds
        self._near = near
        self._grounds: dict[frozenset[Severity], Ground] = {}
        self._steps = steps
        self._up: dict[Verdict, SearchResult] = {}
        self._down: dict[Verdict, SearchResult] = {}

    @property
    def bounds(self) -> tuple[Verdict, Verdict]:
        """The bounds of the strict run."""
        if self._bounds is None:
            if self._strict is None and self._near is not None:
                other, known = self._near
                self._bounds = other.bounds_with(known)
            else:
                self._bounds = self._range_of(*self._run())
        return self._bounds

    def bounds_with(self, values: Mapping[Address, Value]) -> tuple[Verdict, Verdict]:
        """Return the bounds where some facts are known besides; what they do not reach is not concluded anew."""
        strict, after = self._run()
        then = rerun(self.kb.strict, with_values(after, values, self.kb), values, strict, was=after)
        return self._range_of(then.conclusions, then.memory)

    def _run(self) -> tuple[Conclusions, WorkingMemory]:
        if self._strict is None:
            self._strict = self.kb.strict.run_in(self.memory)
        return self._strict

    def _range_of(self, strict: Conclusions, after: WorkingMemory) -> tuple[Verdict, Verdict]:
        return verdict_range(strict, still_coming(after, self.kb), self.kb, self.waived)

    def _ground(self, grave: frozenset[Severity]) -> Ground:
        """Return where those rules stand that can find something so grave, with what may replace it."""
        found = self._grounds.get(grave)
        if found is None:
            evaluator = self.kb.strict.of(finding(grave, self.kb))
            if self._strict is None:
                strict, after = evaluator.run_in(self.memory)
            else:
                strict, after = self._strict
                strict = strict.of(evaluator.by_code)
            found = self._grounds[grave] = Ground(self.kb, strict, after, self.waived, evaluator)
        return found

    def judged(self, known: Verdict, guarded: Verdict) -> Judgement:
        """Return the verdict of a project.

        Args:
            known: What its findings and the facts that must be known give.
            guarded: What they give where a fact is missing.
        """
        verdict, either = known, None
        if known != guarded and self._could_stop():
            verdict = guarded
        for wanted in LADDER[:0:-1]:
            waits = verdict == "insufficient_information" and wanted == LADDER[1]
            if VERDICTS.index(verdict) < VERDICTS.index(wanted) and not waits:
                continue
            found = self.up_to(wanted)
            if found.facts is not None:
                break
            lower = LADDER[LADDER.index(wanted) - 1]
            if found.proved and not (verdict == "insufficient_information" and not could_stop(lower, self.kb)):
                verdict, either = lower, Either(found.outcomes, found.split)
        return Judgement(verdict, either)

    def _could_stop(self) -> bool:
        """Tell whether some completion gives a verdict that comes before the one for what must be known."""
        for wanted in LADDER:
            if could_stop(wanted, self.kb):
                found = self.down_to(wanted)
                if found.facts is not None or not found.proved:
                    return True
        return False

    def range(self, *, look: bool = True) -> Range:
        """Return the worst and the best verdict that some completion gives.

        Args:
            look: Whether a completion with the best one is sought where none is known by now; it may take longest.
        """
        worst, best = self.bounds
        low, sure = self._end(LADDER[LADDER.index(worst) :], self.down_to)
        known = look or worst == best
        high, certain = self._end(LADDER[LADDER.index(best) :: -1], self.up_to if known else self._seen)
        return Range(low, high, (sure, certain))

    def _end(
        self, ladder: Iterable[Verdict], reached: Callable[[Verdict], SearchResult | None]
    ) -> tuple[Verdict, bool]:
        for wanted in ladder:
            found = reached(wanted)
            if found is None or found.facts is not None or not found.proved:
                return wanted, found is not None and found.facts is not None
        raise AssertionError("every project has a completion")

    def _seen(self, wanted: Verdict) -> SearchResult | None:
        """Return what is known by now of a verdict: one that is out of reach takes all better ones with it."""
        if wanted == LADDER[0]:
            return SearchResult({})  # no verdict is worse
        worse = (self._up.get(one) for one in LADDER[: LADDER.index(wanted)])
        return self._up.get(wanted) or next((one for one in worse if one is not None and one.proved), None)

    def up_to(self, wanted: Verdict) -> SearchResult:
        """Return values with which the verdict of a complete project is no worse than this one."""
        if wanted not in self._up:
            self._up[wanted] = self._hinted(wanted, up=True) or self._sought_up(wanted)
        return self._up[wanted]

    def down_to(self, wanted: Verdict) -> SearchResult:
        """Return values with which the verdict of a complete project is no better than this one."""
        if wanted not in self._down:
            self._down[wanted] = self._hinted(wanted, up=False) or self._sought_down(wanted)
        return self._down[wanted]

    def _hinted(self, wanted: Verdict, *, up: bool) -> SearchResult | None:
        """Return what was found for the other project where it does here, too."""
        if self._near is None:
            return None
        other, known = self._near
        found = (other.up_to if up else other.down_to)(wanted)
        hint = found.facts
        if hint is None:  # where so much is open that nothing was tried, no answer changes that
            return None if found.proved or found.steps else found
        if any(Address(completed_by(key.fact)) in hint for key in known if is_completeness(key.fact)):
            return None  # a list that grew there cannot grow here: it is known to be complete as it is
        rest = {key: value for key, value in hint.items() if key not in known}
        if all(key not in hint or hint[key] == value for key, value in known.items()):
            return SearchResult(rest)
        worst, best = other.bounds_with({**known, **rest})
        does = LADDER.index(worst) >= LADDER.index(wanted) if up else LADDER.index(best) <= LADDER.index(wanted)
        return SearchResult(rest) if does else None

    def _sought_up(self, wanted: Verdict) -> SearchResult:
        worst, best = self.bounds
        if LADDER.index(worst) >= LADDER.index(wanted):
            return SearchResult({})
        if LADDER.index(best) < LADDER.index(wanted):
            return SearchResult(None, proved=True)
        goal = Avoid(grave_for(wanted, self.kb, worse=True))
        ground = self._ground(goal.grave)
        if sum(1 for _ in goal.waiting(ground)) > self._steps // _STEPS_EACH:
            return SearchResult(None)  # it would only take longer to give up
        found = search(ground, goal, self._steps)
        if found.facts is None:
            return found
        reached = self.completion(found, goal.grave).verdict
        return found if LADDER.index(reached) >= LADDER.index(wanted) else SearchResult(None)

    def _sought_down(self, wanted: Verdict) -> SearchResult:
        worst, best = self.bounds
        if LADDER.index(best) <= LADDER.index(wanted):
            return SearchResult({})
        if LADDER.index(worst) > LADDER.index(wanted):
            return SearchResult(None, proved=True)
        grave, proved, left = grave_for(wanted, self.kb, worse=False), True, self._steps
        ground = self._ground(grave)
        for key, rule in self._targets(grave, ground):
            steps = min(left, _FEW_STEPS)
            found = search(ground, Attain(grave, key), steps) if rule is None else self._of_another(rule, grave, steps)
            left -= found.steps
            if found.facts is not None and self.completion(found, grave).verdict in LADDER[: LADDER.index(wanted) + 1]:
                return found
            proved = proved and found.facts is None and found.proved
        return SearchResult(None, proved, steps=self._steps - left)

    def _targets(self, grave: frozenset[Severity], ground: Ground) -> Iterator[tuple[Key, Rule | None]]:
        """Yield each outcome that could be so grave; at the end those about an element that may still come, with their rule."""
        for key, grades in list(ground.strict.possible.items()):
            there = key[1] is not None or self.kb.rule(key[0]).loop is None
            due = {severity_of(grade) for grade in grades if not is_upcoming(grade)}
            if there and counts(key, self.kb, self.waived) and not grave.isdisjoint(due):
                yield key, None
        for rule in still_coming(ground.memory, self.kb):
            key = rule.code, None
            if counts(key, self.kb, self.waived) and not grave.isdisjoint(case.severity for case in rule.severities):
                yield key, rule

    def may_come(self, rule: Rule) -> bool:
        """Tell whether an element is found that could come to the list of a rule and stops the project, whatever else is unknown."""
        return self._of_another(rule, frozenset({rule.worst}), _FEW_STEPS, alone=True).facts is not None

    def leading_to(self, key: Key, severity: Severity, steps: int) -> SearchResult:
        """Return values with which one outcome is found for certain, and so grave; at most so many, and few, are tried.

        Of a rule about elements without one of them it is the outcome of an element that comes to their list.
        """
        rule, grave, steps = self.kb.rule(key[0]), frozenset({severity}), min(steps, _FEW_STEPS)
        if rule.loop is not None and key[1] is None:
            return self._of_another(rule, grave, steps)
        return search(self._ground(grave), Attain(grave, key), steps)

    def _of_another(self, rule: Rule, grave: frozenset[Severity], steps: int, *, alone: bool = False) -> SearchResult:
        """Search for an outcome about an element that comes to the list of a rule, while it is open whether more come.

        It may be any of those that come: what is proved of it is so however many there are. `alone`, no more come, and only what it is
        itself is looked at.
        """
        ground, path = self._ground(grave), "" if rule.loop is None else rule.loop.source
        (new,) = new_names(1, {str(element["id"]) for element in ground.memory.elements.get(path, ())})
        grown: dict[Address, Value] = {Address(path): 1.0, **({Address(completeness(path)): True} if alone else {})}
        put_back = ground.set((), grown)
        found = search(ground, Attain(grave, (rule.code, new), alone=alone), steps)
        still_open = path not in ground.memory.closed
        put_back()
        if found.facts is None:
            return replace(found, proved=found.proved and still_open)
        more = found.facts.get(Address(path), 0.0)
        assert isinstance(more, float)
        return replace(found, facts={**grown, **found.facts} | {Address(path): 1.0 + more})

    def take(self, *, down: Verdict | None, up: Verdict | None) -> None:
        """Take it from somebody that completions are known which give no better verdict, or no worse one."""
        self._down |= {} if down is None else {down: SearchResult({})}
        self._up |= {} if up is None else {up: SearchResult({})}

    def reached(self) -> Iterator[tuple[bool, Mapping[Address, Value]]]:
        """Yield what was found by now: whether it makes a verdict better, and the values."""
        for upward, verdicts in ((False, self._down), (True, self._up)):
            yield from ((upward, one.facts) for one in verdicts.values() if one.facts)

    def completion(self, found: SearchResult, grave: frozenset[Severity] | None = None) -> Completion:
        """Return values for all that is unknown, with those that were found among them.

        Args:
            found: The values that were found.
            grave: The severities that matter for the verdict; None for all.
        """
        assert found.facts is not None
        memory = with_values(self.memory, found.facts, self.kb)
        none = {Address(path): 0.0 for path in self.kb.vocabulary.lists if path not in memory.elements}
        memory = with_values(memory, none, self.kb)
        rest = {
            one.key: True if is_completeness(one.fact) else one.values[0] for one in Space(self.kb).unknowns(memory)
        }
        memory = with_values(memory, rest, self.kb)
        facts = {**found.facts, **none, **rest}
        evaluator = self.kb.evaluator if grave is None else self.kb.evaluator.of(finding(grave, self.kb))
        conclusions = evaluator.run(memory)
        silenced = replaced(conclusions, self.kb)
        verdict = verdict_of(
            (
                severity_of(grade)
                for key, grade in conclusions.severities.items()
                if key not in silenced and not is_upcoming(grade) and counts(key, self.kb, self.waived)
            ),
            False,
            self.kb,
        )
        return Completion(verdict, facts)


def exact_range(
    kb: CompiledKnowledgeBase, memory: WorkingMemory, waived: Mapping[Key, bool] | None = None
) -> tuple[Completion | None, Completion | None]:
    """Return a completion with the worst and one with the best verdict; None for an end that no search reached."""
    reach = Reach(kb, memory, waived, steps=MOST_STEPS)
    ends = reach.range()
    low, high = reach.down_to(ends.worst), reach.up_to(ends.best)
    return (
        reach.completion(low) if low.facts is not None else None,
        reach.completion(high) if high.facts is not None else None,
    )


def finding(grave: frozenset[Severity], kb: KnowledgeBase) -> frozenset[str]:
    """Return the codes of the rules that can find something so grave, and of those that may replace them."""
    known = made_once(kb, _finding)
    if grave not in known:
        codes = {
            rule.code
            for rule in kb.rules
            if rule.kind == "finding" and any(case.severity in grave for case in rule.severities)
        }
        known[grave] = frozenset(codes | {winner.code for code in codes for winner in kb.silencers.get(code, ())})
    return known[grave]


def _finding(_: KnowledgeBase) -> dict[frozenset[Severity], frozenset[str]]:
    return {}


def grave_for(wanted: Verdict, kb: CompiledKnowledgeBase, *, worse: bool) -> frozenset[Severity]:
    """Return the severities that give a worse verdict, or one that is no better."""
    limit = LADDER.index(wanted) - worse
    return frozenset(one for one in SEVERITIES if LADDER.index(verdict_of((one,), False, kb)) <= limit)
