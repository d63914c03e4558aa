"""Questions: the unknown facts that stand in the way of an outcome, in the one order that every report keeps.

A fact that no undecided rule and no demand of the verdict waits for is never asked.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Hashable, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ..account import FEW
from ..knowledge.model import FOUND_KINDS, SEVERITIES, Area, FoundKind, KnowledgeBase, Rule, Severity, Texts
from ..language.completeness import completed_by
from ..project.address import Address, source_and_id
from ..project.decisions import Asked
from ..project.stated import Stated
from .model import LEVELS, Level, Question

_NO_STEP = 99
_BEFORE = -2
"""The step of what comes before the present one, which is -1."""


class RoadMap:
    """Says where an area comes for a project in some phase.

    The areas have a step each, and stand in their order; the step of an area that names the phase comes before all others.
    Questions leave what lies behind the project to the end: nobody who runs a project is first asked how its city was chosen.
    """

    def __init__(self, areas: Iterable[Area], phase: str | None) -> None:
        """Prepare the road map for a project in some phase; None where that is unknown."""
        found = list(areas)
        self._first = set(next((area.phases for area in found if area.phases), ()))
        present = {area.step for area in found if phase is not None and phase in area.phases}
        steps = {area.name: _NO_STEP if area.step is None else area.step for area in found}
        self._places = {
            area.name: (-1 if area.step in present else steps[area.name], place) for place, area in enumerate(found)
        }
        # A step of earlier phases is behind; of those behind, the nearest comes first.
        named = {step for area in found if area.phases and (step := area.step) is not None}
        behind = {step for step in named if step < min((one for one in present if one is not None), default=0)}
        self._asked = {
            name: (2 * _NO_STEP - step if step in behind else step, place)
            for name, (step, place) in self._places.items()
        }

    @property
    def end_of_present(self) -> tuple[int, int]:
        """Where what belongs to the end of the present phase's step comes, beside `place` and `asked`."""
        return -1, len(self._places)

    def place(self, area: str) -> tuple[int, int]:
        """Return where an area comes: its step, the present one first, and its place among all; last for an unknown one."""
        return self._places.get(area, (_NO_STEP, len(self._places)))

    def told(self, rule: Rule, severity: Severity) -> tuple[int, int]:
        """Return where what a rule finds comes: as `place` says, but first of all what would have stopped the first step."""
        step, place = self.place(rule.area)
        stopped = severity == SEVERITIES[0] and rule.due is not None and rule.due.phase in self._first
        return _BEFORE if stopped else step, place

    def asked(self, area: str) -> tuple[int, int]:
        """Return where an area comes among questions: as `place` says, what earlier phases were about behind all else."""
        return self._asked.get(area, (2 * _NO_STEP, len(self._asked)))


def rank(
    kb: KnowledgeBase, road_map: RoadMap, kind: FoundKind, severity: Severity, code: str, subject: str | None
) -> tuple[int, int, int, int, int, bool, bool, int, str, str]:
    """Return where a finding comes in the reading order: the gravest first, then along the road map.

    What is to come stands in the order in which it will count: whoever looks for a city is told of that before of the launch.
    What would have stopped the choice of the city comes before what else stops a project: all that follows rests on that choice.
    Of one area, what leads to something that may follow comes first, then what the article says first, and last what is said of
    each member of a family: whether one of them carries the project comes before what each of them lacks. Of the elements of a
    list it is what the article says first: whether an organisation takes part comes before who carries the project there.
    """
    rule = kb.rule(code)
    looped = None if rule.loop is None else kb.vocabulary.lists.get(rule.loop.source)
    return (
        FOUND_KINDS.index(kind),
        len(rule.due.earlier) if kind == "upcoming" and rule.due is not None else 0,
        SEVERITIES.index(severity),
        *road_map.told(rule, severity),
        looped is not None and bool(looped.members),
        rule.loop is not None or code not in kb.causing,
        kb.cited[code],
        code,
        counted(subject or ""),
    )


_DIGITS = 9


class Waiting(Struct, frozen=True):
    """An outcome that cannot be told, or a severity of one, and the unknown facts in its way.

    Attributes:
        severity: The worst severity that it could have.
        counts: Whether it would count for the verdict.
        half: Whether what is stated is half of it already.
        begun: Whether that half is a part of the very answer that is asked for: a set of which something is named.
    """

    rule: Rule
    severity: Severity
    facts: frozenset[Address]
    counts: bool = False
    half: bool = False
    begun: bool = False

    @property
    def level(self) -> Level:
        """What asking for its facts is for."""
        if self.counts and self.severity == SEVERITIES[0]:
            return "may_stop"
        return "half_answered" if self.half else "open"


class Order:
    """The order of questions, one for every report: a fact stands where the most pressing rule that waits for it puts it.

    First come the facts that a verdict needs, then those with which the project could still have to stop (what is half answered and
    takes several answers more, then what one answer can settle, then the rest), then those of rules that known facts have half
    answered (a minor one only by a fact that could be better; of a grave one what is named in part before all), then the others, the
    gravest first, those of one severity along the road map; what a verdict needs from a later phase on as grave as it will be, at the
    end of the present step. Of these, what opens a question of our own inference comes behind its likes. What a page asks only after
    another answer that is asked for, too, may never be asked: it comes behind all else of its level, and so does whether a list is
    whole that nobody has named. Only what a verdict needs is needed in any case, and asked along the road map, whatever lies behind.
    What one rule waits for is asked as it reads it, through what it derives. What is asked as one question stands together, where the
    first of it would stand, and is one answer; what waits for another answer is no part of it.
    The order depends on what is known and on the knowledge base, never on the order in which a project's file has things.
    """

    def __init__(self, kb: KnowledgeBase, road_map: RoadMap) -> None:
        self.kb = kb
        self.road_map = road_map
        vocabulary = kb.vocabulary
        self._facts = {path: place for place, path in enumerate((*vocabulary.lists, *vocabulary.facts))}
        self._reads: dict[str, tuple[str, ...]] = {}
        self._first = {path: place for place, path in enumerate(kb.plan.first)}
        self._needed = {must.fact for must in kb.verdict.must_know}
        self._forms = {fact: grid.name for grid in kb.presentation.grids for fact in grid.facts}
        self._few = FEW * max((len(grid.facts) for grid in kb.presentation.grids), default=1)
        self._after = kb.plan.after

    def waits(self, key: Address, asked: Container[Address]) -> bool:
        """Tell whether a fact is asked for only behind an answer that is asked for itself: a list is named before it is whole."""
        listed = completed_by(key.fact)
        return self.opened(key, asked) or (listed != key.fact and Address(listed) in asked)

    def opened(self, key: Address, asked: Container[Address]) -> bool:
        """Tell whether a page asks for a fact only after another answer, which is asked for itself."""
        before = self._after.get(key.fact)
        return before is not None and key.beside(before, self.kb.vocabulary) in asked

    def key(self, question: Question, nearest: Waiting | None, *, waits: bool) -> tuple[object, ...]:
        """Return what to sort a question by, with the rule that it belongs to most; no two questions have the same."""
        level = question.level
        return (
            LEVELS.index(level),
            self._first.get(question.fact, len(self._first)) if level == "needed" else 0,
            *self._among_its_level(question, nearest, waits=waits),
            self._read_as(question.fact, nearest),
            -len(question.codes),
            self._facts.get(question.fact, len(self._facts)),
            question.fact,
            self._place(question.subject),
        )

    def within(self, together: Sequence[Question]) -> list[Question]:
        """Return questions that are asked as one: by subject, then as their grid has them."""
        grid = self.kb.presentation.grid(together[0].fact)
        facts = {fact: place for place, fact in enumerate(grid.facts if grid is not None else ())}
        return sorted(together, key=lambda one: (self._place(one.subject), facts.get(one.fact, 0)))

    def _among_its_level(self, question: Question, nearest: Waiting | None, *, waits: bool) -> tuple[object, ...]:
        """Return where a fact comes among those of its level, by the rule that it belongs to most."""
        if nearest is None:
            return (True,)
        first, *others = self._rank(question.level, nearest)
        if question.level == "open" and question.fact in self._needed:
            first, others = SEVERITIES.index(nearest.rule.worst), [False, *self.road_map.end_of_present]
        return False, waits and question.level != "needed", first, waits, *others, nearest.rule.code

    def answers(self, facts: frozenset[Address]) -> int:
        """Return how many answers some facts take: what is asked of a subject as one question takes one.

        Of more facts than a few forms have they are not gone through: a thousand outcomes can wait for a thousand facts each.
        """
        if len(facts) == 1 or len(facts) > self._few:
            return len(facts)
        return len({(self._forms.get(one.fact, one.fact), one.subject) for one in facts})

    def _rank(self, level: Level, one: Waiting) -> tuple[int, ...]:
        severity, answers = SEVERITIES.index(one.severity), self.answers(one.facts)
        step, area = self.road_map.asked(one.rule.area)
        told = self.road_map.place(one.rule.area)
        ranks: dict[Level, tuple[int, ...]] = {
            "needed": (severity, *told),
            "may_stop": (0 if one.half and len(one.facts) > 1 else 1 if answers == 1 else 2, step, area),
            "half_answered": (severity, not one.begun, answers, *told),
            "open": (severity, self._guesses(one), step, area),
        }
        return ranks[level]

    def _guesses(self, one: Waiting) -> bool:
        """Tell whether it is our own inference, and waits for what is asked only after another answer that it waits for, too."""
        few = len(one.facts) <= self._few
        return few and one.rule.source.inferred and any(self.opened(key, one.facts) for key in one.facts)

    def step(self, nearest: Waiting | None) -> int | None:
        """Return the step of the road map that a fact belongs to, with the rule that it belongs to most; None for none."""
        area = None if nearest is None else self.kb.areas.get(nearest.rule.area)
        return None if area is None else area.step

    def _read_as(self, fact: str, nearest: Waiting | None) -> int:
        """Return where the rule that a fact belongs to reads it: what it is about is asked first."""
        read = () if nearest is None else self._read_by(nearest.rule)
        return read.index(fact) if fact in read else len(read)

    def _read_by(self, rule: Rule) -> tuple[str, ...]:
        found = self._reads.get(rule.code)
        if found is None:
            found = self._reads[rule.code] = self.kb.reads(rule)
        return found

    def nearest(self, level: Level, waiting: Sequence[Waiting]) -> Waiting | None:
        """Return the rule that a fact belongs to most, of those that wait for it; None where none does.

        Of several that put it in the same place it is the first, so that what they share is asked before what only one needs.
        """
        found = min(waiting, key=lambda one: self._nearness(one, level), default=None)
        if found is None:
            return None
        kind, rank = found.rule.kind, self._rank(level, found)
        same = [one for one in waiting if one.rule.kind == kind and self._rank(level, one) == rank]
        return min(same, key=lambda one: one.rule.code)

    def _nearness(self, one: Waiting, level: Level) -> tuple[object, ...]:
        """Return how near a rule is that waits: one of the fact's own level, a finding, a grave one, with few facts to go."""
        other = level != "needed" and one.level != level
        place = self.road_map.asked(one.rule.area)
        severity = SEVERITIES.index(one.severity)
        return other, one.rule.kind != "finding", severity, len(one.facts), not one.half, place, one.rule.code

    def _place(self, subject: str | None) -> tuple[int, str]:
        """Return where a subject comes among others: members as their family has them, others as people count."""
        source, name = source_and_id(subject or "")
        listed = self.kb.vocabulary.lists.get(source)
        members = list(listed.members) if listed is not None else []
        return (members.index(name), "") if name in members else (len(members), counted(subject or ""))


def rank_questions(
    waiting: Iterable[Waiting],
    missing: Iterable[Address],
    deciding: Iterable[Address],
    order: Order,
    labels: Mapping[str, Texts],
    asked: Mapping[Address, Asked],
    said: Mapping[Address, Stated],
) -> tuple[Question, ...]:
    """Return the questions in their order, each unknown fact once.

    Args:
        waiting: What cannot be told.
        missing: The must-know facts that are not known.
        deciding: The unknown facts that decide whether a verdict needs another one.
        order: The order.
        labels: What people call each subject.
        asked: What was asked before and not answered with a value.
        said: What is said of facts that have no value.
    """
    apart: dict[Hashable, Waiting] = {}
    for one in waiting:
        # What a thousand outcomes wait for alike is gone through once.
        apart.setdefault((one.rule.code, one.severity, one.level, one.half, one.begun, one.facts), one)
    found: dict[Address, dict[Hashable, Waiting]] = defaultdict(dict)
    for one in apart.values():
        # Of a thousand organisations that one fact could concern alike, one is enough to say where it stands.
        alike = one.rule.code, one.severity, one.level, one.half, one.begun, len(one.facts)
        for key in one.facts:
            found[key].setdefault(alike, one)
    must = set(missing)
    needed = must.union(deciding)
    for key in needed:
        found.setdefault(key, {})
    ranked = []
    for key, distinct in found.items():
        rules = tuple(distinct.values())
        level: Level = "needed" if key in needed else min((one.level for one in rules), key=LEVELS.index)
        nearest = order.nearest(level, rules)
        question = _question(key, rules, level, order.step(nearest), key in must, order.kb, labels)
        question = replace(question, asked=asked.get(key), said=said.get(key))
        waits = order.waits(key, found)
        ranked.append((order.key(question, nearest, waits=waits), waits, question))
    groups: dict[tuple[Level, str, bool], list[Question]] = defaultdict(list)
    for _, waits, question in sorted(ranked, key=lambda one: one[0]):
        # A form takes with it nothing that waits for another answer.
        groups[question.level, question.group, waits].append(question)
    return tuple(question for together in groups.values() for question in order.within(together))


def _question(
    key: Address,
    waiting: Iterable[Waiting],
    level: Level,
    step: int | None,
    must: bool,
    kb: KnowledgeBase,
    labels: Mapping[str, Texts],
) -> Question:
    fact, subject = key
    listed = kb.vocabulary.lists.get(fact)
    definition = kb.vocabulary.facts.get(fact)
    text = listed.question if listed is not None else definition.question if definition is not None else None
    label = listed.label if listed is not None else definition.label if definition is not None else {}
    worst: dict[str, int] = {}
    for one in waiting:
        severity = SEVERITIES.index(one.severity)
        worst[one.rule.code] = min(severity, worst.get(one.rule.code, severity))
    ranked = sorted((severity, code) for code, severity in worst.items())
    grid = kb.presentation.grid(fact)
    return Question(
        fact=fact,
        subject=subject,
        subject_label=labels.get(subject) if subject is not None else None,
        text=text or {"en": fact, "ja": fact},
        label=label,
        help=definition.help if definition is not None else None,
        codes=tuple(code for _, code in ranked),
        severity=SEVERITIES[ranked[0][0]] if ranked else "info",
        must_know=must,
        step=step,
        level=level,
        ask=listed.ask if listed is not None else definition.ask if definition is not None else (),
        group=fact if grid is None else grid.name,
    )


def counted(name: str) -> str:
    """Return a text that sorts as people count.

    >>> sorted(["seeds/s10", "seeds/s2", "seeds/s1"], key=counted)
    ['seeds/s1', 'seeds/s2', 'seeds/s10']
    """
    if not any(map(str.isdigit, name)):
        return name  # and no expression is compiled for it
    return re.sub(r"\d+", lambda number: number[0].zfill(_DIGITS), name)
