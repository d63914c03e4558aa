"""The sets of changes that `improve` finds as steps that people take.

A step says who takes it and which findings it clears, in the order in which these are told. What it clears is found by
leaving it out: the findings of today that would still be there without it. Wording is `reports`' work.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from ..alike import alike
from ..assess.model import Level
from ..assess.questions import RoadMap, rank
from ..assess.run import pressing
from ..assess.verdict import missing_facts, still_coming, verdict_range
from ..knowledge.model import FOUND_KINDS, SEVERITIES, KnowledgeBase, Rule, Severity, Verdict
from ..language.tree import Quantifier, facts_of, walk
from ..project.address import Address
from ..project.data import document_of
from ..project.memory import Key, Value, WorkingMemory
from ..project.project import read_project
from .changes import Change, apply_change, is_new, value_of
from .effects import Reported, Standing, WhatIf
from .improve import Improvement

_NO_STEP = 9
Found: TypeAlias = tuple[Reported, ...]


class ImprovementStep(Struct, frozen=True):
    """One thing that people do.

    Attributes:
        changes: What changes: one fact, the same one for several subjects, several facts that one piece of advice is about,
            or a new element and what is said of it.
        now: The value of each fact today, None where it is unknown.
        clears: Findings of today that would still be there without it, worst first; with the first of several steps that
            clear one together, and nothing else, that one.
        eases: Findings that it makes milder, with the severity that they then have.
        prevents: Findings that the other steps would bring without it.
        told: By what it is told, the gravest first: what weighs of that which it clears, else makes milder; where nothing does, all
            that it clears, else makes milder, else prevents.
        must_know: Whether no verdict could be given without it.
        owner: Who acts: whoever owns the first finding that it is told by; who can usually answer what only has to be found out.
        step: The article's step that it belongs to, None for none.
        effort: The sum of the changes' weights.
    """

    changes: tuple[Change, ...]
    now: tuple[Value | None, ...]
    clears: tuple[Reported, ...]
    eases: tuple[Reported, ...]
    prevents: tuple[Reported, ...]
    told: tuple[Reported, ...]
    must_know: bool
    owner: tuple[str, ...]
    step: int | None
    effort: int

    @property
    def parts(self) -> tuple[ImprovementStep, ...]:
        """The same thing fact by fact; what is said of a new element stays with it."""
        if is_new(self.changes[0]):
            return (self,)
        pairs = zip(self.changes, self.now, strict=True)
        by_fact = alike(pairs, lambda pair: (pair[0].fact, pair[0].value, pair[1]))
        return tuple(
            replace(self, changes=tuple(one for one, _ in of), now=tuple(now for _, now in of)) for of in by_fact
        )


class Way(Struct, frozen=True):
    """One least set as steps, in order, and where it leads.

    Attributes:
        verdict: The verdict with it.
        known: The verdict by what is then known, whatever the facts that are still unknown could say.
        left: What remains to be put right, worst first.
        worst: The worst verdict that facts which are then still unknown could bring about.
        changes: The changes in an order in which they can be made.
        waits: Where there is no verdict with it yet, the facts that one then waits for, as `Brief.pressing` has them.
    """

    steps: tuple[ImprovementStep, ...]
    verdict: Verdict
    known: Verdict
    worst: Verdict
    left: tuple[Reported, ...]
    changes: tuple[Change, ...]
    waits: tuple[tuple[Address, Level], ...] = ()


def advising(step: ImprovementStep, kb: KnowledgeBase) -> Found:
    """Return those findings that a step is told by whose advice is what to do.

    What nobody has said yet is asked, before anybody is advised what to do should the answer be the wrong one.
    """
    asked = all(change.found_out for change in step.changes)
    found = (one for one in step.told if not (asked and one in step.prevents))
    return tuple(one for one in found if kb.rule(one.code).kind == "finding" and one.severity != "info")


def ways(what_if: WhatIf, improvement: Improvement) -> tuple[Way, ...]:
    """Return each least set that `improve` found as steps.

    Raises:
        Disagreement: The interpreters conclude differently about one of the sets.
    """
    planner = _Planner(what_if)
    return tuple(planner.way(changes) for changes in improvement.sets)


class _Planner:
    """Turns sets of changes of one project into steps."""

    def __init__(self, what_if: WhatIf) -> None:
        self.kb = what_if.kb
        self.what_if = what_if
        self.reads: dict[str, set[str]] = {}
        phase = what_if.stated.project.get(self.kb.verdict.phase or "")
        self.road_map = RoadMap(self.kb.areas.values(), phase if isinstance(phase, str) else None)

    def way(self, changes: Sequence[Change]) -> Way:
        changed = self._changed(changes)
        # By both interpreters where both are there: what is advised was really run.
        standing = self.what_if.standing(*self.kb.conclude(changed, "both")[:2])
        whole = standing.remaining
        groups = [(group, self._without(group, changes)) for group in _by_element(changes, self.kb)]
        found = [self._untold(self._step(group, without, standing)) for group, without in groups]
        steps = sorted(map(_together, alike(found, _likeness)), key=self._order)
        told = {one for step in steps for one in step.clears}
        gone = self._gone(standing)
        steps = self._clearing(
            steps, {key: one for key, one in gone.items() if self.what_if.reported(key, one) not in told}
        )
        worst, _ = verdict_range(
            self.kb.strict.run(changed), still_coming(changed, self.kb), self.kb, self.what_if.waived
        )
        steps = [_together(like) for like in self._by_advice(steps)]
        left = self._reported(whole.items())
        waits = self._waits(changed) if standing.verdict == "insufficient_information" else ()
        return Way(tuple(steps), standing.verdict, standing.known, worst, left, tuple(changes), waits)

    def _waits(self, changed: WorkingMemory) -> tuple[tuple[Address, Level], ...]:
        """Return what a verdict waits for with the changes."""
        project = read_project(document_of(changed, self.kb.vocabulary), self.kb)
        return tuple(pressing(project, self.kb, self.what_if.waived).items())

    def _clearing(self, steps: Sequence[ImprovementStep], jointly: Mapping[Key, Severity]) -> list[ImprovementStep]:
        """Return steps, what several of them clear together with the first of these that clears nothing by itself.

        What changes something comes before what is only found out; the phase reaches every rule and clears none.
        """
        found = []
        for step in sorted(steps, key=lambda one: all(change.found_out for change in one.changes)):
            facts = {change.fact for change in step.changes} - {self.kb.verdict.phase}
            reached = {code for fact in facts for code in self._reached(fact)}
            of_it = self._reported([(key, severity) for key, severity in jointly.items() if key[0] in reached])
            if of_it and not step.clears:
                jointly = {key: severity for key, severity in jointly.items() if key[0] not in reached}
                told = self._told(of_it, step.eases, ())
                owner, place = self._whose(told, step.changes)
                step = replace(step, clears=of_it, told=told, owner=owner, step=place)
            found.append(step)
        return sorted(found, key=self._order)

    def _by_advice(self, steps: Sequence[ImprovementStep]) -> list[list[ImprovementStep]]:
        """Put steps together that are told by the same advice: none of them clears what another one does not.

        Whoever makes somebody a champion sees to interest, enthusiasm and will at once, and several organisations that lack
        one or the other do the same; so it is with what only keeps the same finding away. Each new element is won by itself.
        """
        found: list[tuple[set[Key], str | None, list[ImprovementStep]]] = []
        for step in steps:
            cleared = {(one.code, one.subject) for one in step.clears if self.kb.rule(one.code).kind == "finding"}
            keeps_away = not (step.clears or step.eases or all(change.found_out for change in step.changes))
            alone = keeps_away or (cleared and all(change.subject for change in step.changes))
            by = step.told[0].code if alone and step.told else None
            if any(change.fact in self.kb.vocabulary.lists for change in step.changes):
                cleared, by = set(), None
            same = [
                like
                for others, code, like in found
                if (cleared and others and (cleared <= others or others <= cleared)) or (by is not None and by == code)
            ]
            if same:
                same[0].append(step)
            else:
                found.append((cleared, by, [step]))
        return [like for *_, like in found]

    def _without(self, group: Sequence[Change], changes: Sequence[Change]) -> Standing:
        """Return where all changes but those of one step lead."""
        rest = self._changed(change for change in changes if change not in group)
        return self.what_if.standing(*self.kb.evaluator.run_in(rest))

    def _untold(self, step: ImprovementStep) -> ImprovementStep:
        """Return a step, that of the phase without what it clears: it does so with one phase only, and nobody is to claim that one."""
        fact = step.changes[0].fact
        if fact != self.kb.verdict.phase:
            return step
        return replace(step, clears=(), eases=(), prevents=(), told=(), owner=self._asked(fact) or step.owner)

    def _gone(self, reached: Standing) -> dict[Key, Severity]:
        """Return the findings of today that are not there any more; what cannot be told any more is not gone."""
        outcomes = reached.conclusions.outcomes
        return {
            key: severity
            for key, severity in self.what_if.now.remaining.items()
            if key not in reached.remaining and outcomes.get(key, False) is not None
        }

    def _reached(self, fact: str) -> frozenset[str]:
        return self.kb.evaluator.dependencies.reached(fact)[1]

    def _step(self, group: Sequence[Change], without: Standing, reached: Standing) -> ImprovementStep:
        whole, outcomes = reached.remaining, reached.conclusions.outcomes
        more = {key: severity for key, severity in without.remaining.items() if key not in whole}
        before, gone = self.what_if.now.remaining, self._gone(reached)
        unclear = {
            key
            for key in before
            if without.conclusions.outcomes.get(key, False) is None and outcomes.get(key, False) is not None
        }
        # A finding of today that could not be told without it would be open, not put right.
        clears = self._reported([(key, found) for key, found in gone.items() if key in more or key in unclear])
        # What cannot be told with it any more, and is a note at worst, is milder, too.
        then = {key: reached.at_worst(key) for key in before if outcomes.get(key, False) is None}
        then.update((key, whole[key]) for key in before.keys() & whole)
        milder = {
            key: worst
            for key, worst in then.items()
            if (now := without.remaining.get(key)) is not None and SEVERITIES.index(now) < SEVERITIES.index(worst)
        }
        eases = self._reported(milder.items())
        paths = {change.fact for change in group}
        prevents = self._reported([(key, found) for key, found in more.items() if key not in before])
        prevents = tuple(sorted(prevents, key=lambda one: paths.isdisjoint(self._read(one.code))))
        told = self._told(clears, eases, prevents)
        owner, place = self._whose(told, group)
        return ImprovementStep(
            changes=tuple(group),
            now=tuple(
                None if one.fact in self.kb.vocabulary.lists else value_of(one.key, self.what_if.stated, self.kb)
                for one in group
            ),
            clears=clears,
            eases=eases,
            prevents=prevents,
            told=told,
            must_know=bool(missing_facts(self.kb, without.memory)),
            owner=owner,
            step=place,
            effort=sum(change.effort for change in group),
        )

    def _whose(self, told: Found, group: Sequence[Change]) -> tuple[tuple[str, ...], int | None]:
        """Return whose a step is, and the first of the road map's steps that what it is told by belongs to.

        What is found out is asked of whoever can answer it, unless a finding goes with the answer.
        """
        rules = [self.kb.rule(one.code) for one in told]
        readers = rules or self._readers(group)
        steps = [area.step for rule in readers if (area := self.kb.areas.get(rule.area)) and area.step is not None]
        owner = readers[0].owner if readers else ()
        if all(change.found_out for change in group) and not any(rule.kind == "finding" for rule in rules):
            owner = self._asked(group[0].fact) or owner
        return owner, min(steps, default=None)

    def _told(self, clears: Found, eases: Found, prevents: Found) -> Found:
        """Return by what a step is told; see `ImprovementStep`."""
        for found in (clears, eases, prevents):
            weighty = [
                one for one in found if self.kb.rule(one.code).kind == "finding" and one.severity != SEVERITIES[-1]
            ]
            if weighty:
                return tuple(weighty)
        return clears or eases or prevents

    def _asked(self, path: str) -> tuple[str, ...]:
        """Return who can usually answer a question."""
        vocabulary = self.kb.vocabulary
        return (vocabulary.lists[path] if path in vocabulary.lists else vocabulary.facts[path]).ask

    def _order(self, step: ImprovementStep) -> tuple[object, ...]:
        """The phase; what is put right as its findings are told, what keeps others away beside its likes; what is found out.

        Among equals the vocabulary's order holds: nothing is asked before what it is about.
        """
        fact, subject = step.changes[0].key
        position = list(self.kb.vocabulary.facts).index(fact) if fact in self.kb.vocabulary.facts else -1
        if fact == self.kb.verdict.phase:
            return (0,)
        if step.told:
            first = step.told[0]
            kind, coming, severity, place, area, *rest = rank(
                self.kb, self.road_map, self.kb.rule(first.code).kind, first.severity, first.code, first.subject
            )
            keeps_away = not (step.clears or step.eases)
            return 1, kind, coming, severity, place, area, keeps_away, *rest, position, subject or ""
        return 2, _NO_STEP if step.step is None else step.step, position, subject or ""

    def _changed(self, changes: Iterable[Change]) -> WorkingMemory:
        memory = self.what_if.stated
        for change in changes:
            memory = apply_change(memory, change, self.kb)
        return memory

    def _reported(self, found: Iterable[tuple[Key, Severity]]) -> tuple[Reported, ...]:
        reported = [self.what_if.reported(key, severity) for key, severity in found]
        return tuple(sorted(reported, key=self._rank))

    def _readers(self, group: Sequence[Change]) -> list[Rule]:
        """Return the gravest rule that reads a fact: whoever owns it is concerned, though it holds neither way."""
        paths = {change.fact for change in group}
        readers = [rule for rule in self.kb.rules if rule.asks and paths & self._read(rule.code)]
        codes = {code for path in paths for code in self._reached(path)}
        readers = readers or [rule for rule in self.kb.rules if rule.asks and rule.code in codes]
        return sorted(readers, key=lambda rule: (SEVERITIES.index(rule.worst), rule.code))[:1]

    def _read(self, code: str) -> set[str]:
        """Return the facts and lists that a rule names."""
        if code not in self.reads:
            when = self.kb.rule(code).when
            sources = {node.source for node in walk(when) if isinstance(node, Quantifier)}
            self.reads[code] = {fact.path for fact in facts_of(when)} | sources
        return self.reads[code]

    def _rank(self, one: Reported) -> tuple[int, int, str, str]:
        kind = self.kb.rule(one.code).kind
        return FOUND_KINDS.index(kind), SEVERITIES.index(one.severity), one.code, one.subject or ""


def _by_element(changes: Sequence[Change], kb: KnowledgeBase) -> list[list[Change]]:
    """Put what is said of a new element together with it, and with a change what is only asked after it; others stand alone."""
    new = {change.subject: [change] for change in changes if is_new(change)}
    made = {change.key: [change] for change in changes if not change.found_out and not is_new(change)}
    alone: list[list[Change]] = []
    for change in changes:
        before = kb.plan.after.get(change.fact)
        brought = None if before is None else made.get(change.key.beside(before, kb.vocabulary))
        if is_new(change):
            continue
        if change.subject in new:
            new[change.subject].append(change)
        elif change.key in made:
            alone.append(made[change.key])
        elif brought is not None:
            brought.append(change)
        else:
            alone.append([change])
    return [*new.values(), *alone]


def _likeness(step: ImprovementStep) -> tuple[object, ...]:
    """Return what two steps share that people take as one: the same change of the same fact about several subjects."""
    first = step.changes[0]
    if len(step.changes) > 1 or is_new(first) or first.value is None:
        return (first.key,)
    codes = tuple(dict.fromkeys(one.code for one in (*step.clears, *step.eases, *step.prevents)))
    return first.fact, first.value, step.now, codes, step.owner if first.subject is not None else first.key


def _together(like: Sequence[ImprovementStep]) -> ImprovementStep:
    if len(like) == 1:
        return like[0]
    told = {
        name: tuple(dict.fromkeys(one for step in like for one in getattr(step, name)))
        for name in ("clears", "eases", "prevents", "told")
    }
    return replace(
        like[0],
        changes=tuple(change for step in like for change in step.changes),
        now=tuple(value for step in like for value in step.now),
        must_know=any(step.must_know for step in like),
        effort=sum(step.effort for step in like),
        **told,
    )
