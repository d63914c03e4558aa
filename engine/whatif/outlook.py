"""The outlook of a project: what its open questions would change, and the least that leads to a better verdict.

Computed once a review, for memos and programs; they word it. Decisions about findings count as they do in the verdict.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from ..assess.model import Assessment, Question
from ..compiled import CompiledKnowledgeBase
from ..knowledge.model import SEVERITIES, VERDICTS, Verdict
from ..language.completeness import completeness
from ..project.address import Address, source_and_id
from ..project.memory import Value
from ..project.project import Project
from .changes import Change, apply_change
from .effects import Effect, Reported, WhatIf

if TYPE_CHECKING:
    from ..assess.completions import Completion
    from .improve import Improvement
    from .improvement import Way
    from .nearly import Nearly

NEAR = 5
"""Kinds of findings that one known fact keeps away, of which is told."""
_LIMIT_RUNS = 700
"""Sets of changes tried for a memo: a twentieth of a second; `advise improve` looks further."""
_ELEMENTS = 100
"""Elements up to which that many are tried."""
_LEADS = 20_000
"""Values tried for what answers lead to with others, times the elements: a sixth of a second to a second."""


class Prospect(Struct, frozen=True):
    """A question and what each answer to it would change, everything else left as it is.

    Attributes:
        leads: Where no answer changes anything by itself, or none to a question that may stop the project, and is asked by
            itself, stops it: the gravest finding that was found to come with others.
        among: Whether answers to what is asked together with it suffice for that.
    """

    question: Question
    effects: tuple[Effect, ...]
    leads: Reported | None = None
    among: bool = False


class Outlook(Struct, frozen=True):
    """What could become of a project.

    Attributes:
        prospects: The questions worth asking now, in the order of the assessment.
        later: Questions whose answer changes nothing before others are answered.
        improvement: What it takes to reach the next better verdict.
        answers: For each fact that the first way sets, the values that do as well, the chosen one among them.
        completions: Values for everything unknown that lead to the worst and to the best verdict, where asked for.
        near: Grave findings that one known fact keeps away, where asked for.
    """

    prospects: tuple[Prospect, ...]
    later: tuple[Question, ...]
    improvement: Improvement
    ways: tuple[Way, ...]
    answers: Mapping[Address, tuple[Value, ...]] = field(default_factory=dict)
    completions: tuple[Completion | None, Completion | None] | None = None
    near: tuple[Nearly, ...] = ()


def outlook(
    assessment: Assessment, project: Project, kb: CompiledKnowledgeBase, *, full: bool = False, shown: int | None = None
) -> Outlook:
    """Return the outlook of a project.

    Args:
        assessment: The review of the project.
        project: The project.
        kb: The knowledge base of that review.
        full: Look for every least set, and for the completions; otherwise one least set is enough.
        shown: How many questions will be shown besides those that a verdict needs: once there are so many, those that
            rank behind them are left unseen. All questions are looked at when it is left out.
    """
    what_if = WhatIf(kb, project.memory, assessment.waived)
    prospects, later = _foreseen(assessment, what_if, shown)
    improvement, found = _ways(what_if, full)
    completions: tuple[Completion | None, Completion | None] | None = None
    near: tuple[Nearly, ...] = ()
    if full:
        from ..assess.completions import exact_range
        from .nearly import one_away

        completions, near = exact_range(kb, project.memory, assessment.waived), one_away(what_if, NEAR)
    return Outlook(
        prospects=tuple(prospects),
        later=tuple(later),
        improvement=improvement,
        ways=found,
        answers=answers_that_do(found[0], improvement.wanted, what_if) if found else {},
        completions=completions,
        near=near,
    )


def _ways(what_if: WhatIf, full: bool) -> tuple[Improvement, tuple[Way, ...]]:
    """Return what it takes to reach the next better verdict, and its least sets as steps."""
    from .improve import improve
    from .improvement import ways

    # Each run takes longer, the more elements there are: of a large project fewer sets of changes are tried.
    elements = sum(map(len, what_if.stated.elements.values()))
    limit = min(_LIMIT_RUNS, _LIMIT_RUNS * _ELEMENTS // max(1, elements))
    improvement = improve(what_if) if full else improve(what_if, limit=limit, most=1)
    return improvement, ways(what_if, improvement)


def _foreseen(assessment: Assessment, what_if: WhatIf, shown: int | None) -> tuple[list[Prospect], list[Question]]:
    """Return the questions worth asking, and those that wait for others."""
    unknowns = what_if.unknowns()
    prospects: list[Prospect] = []
    later: list[Question] = []
    shown_by_now, leads = 0, _Leads(what_if)
    waits = assessment.verdict == "insufficient_information"
    for _, group in groupby(assessment.questions, lambda one: one.together):
        together = list(group)
        if shown is not None and not together[0].must_know and shown_by_now >= shown:
            break
        before, subjects = len(prospects), {one.subject for one in together}
        pressing = together[0].must_know or (waits and together[0].level == "may_stop")
        for question in together:
            unknown = unknowns.get(question.address)
            prospect = Prospect(question, what_if.effects(unknown) if unknown is not None else ())
            changes = any(one.added or one.cleared or one.verdict != assessment.verdict for one in prospect.effects)
            if question.must_know or pressing or changes or any(one.settled for one in prospect.effects):
                stops = any(one.severity == SEVERITIES[0] for effect in prospect.effects for one in effect.added)
                told = stops if question.level == "may_stop" and len(subjects) == 1 else changes
                prospects.append(prospect if told else leads.of(prospect, together))
            else:
                later.append(question)
        shown_by_now += len(prospects) > before
    return prospects, later


class _Leads:
    """What answers lead to together with others. Of elements that are alike it is found once; of very many it is left open."""

    def __init__(self, what_if: WhatIf) -> None:
        self._what_if = what_if
        self._elements = 1 + sum(map(len, what_if.stated.elements.values()))
        self._left = _LEADS // self._elements
        self._found: dict[Address, tuple[Reported | None, bool]] = {}

    def of(self, prospect: Prospect, together: Sequence[Question]) -> Prospect:
        """Return a question with the gravest finding that waits for its answer and was found to come with it and others.

        There is none where a short search found none. It may be about an element that nobody has named yet, where it is asked whether
        all are named.
        """
        question = prospect.question
        first = self._what_if.alike.first_like(question.subject)
        address = Address(question.fact, first)
        if address not in self._found:
            among = {Address(one.fact, first) for one in together if one.subject == question.subject}
            self._found[address] = self._sought(replace(question, subject=first), among)
        found, among_them = self._found[address]
        if found is not None and found.subject == first:
            found = replace(found, subject=question.subject)
        return replace(prospect, leads=found, among=among_them)

    def _sought(self, question: Question, among: Container[Address]) -> tuple[Reported | None, bool]:
        what_if = self._what_if
        outcomes, waited = what_if.now.conclusions.outcomes, {*question.codes}
        open_ = [key for key, truth in outcomes.items() if truth is None and key[0] in waited]
        for code in question.codes:
            rule = what_if.kb.rule(code)
            severity = question.severity if code == question.codes[0] else rule.worst
            others = rule.loop is not None and question.fact == completeness(rule.loop.source)
            keys = [(code, None)] if others else [one for one in open_ if one[0] == code]
            for key in keys if rule.kind == "finding" else ():
                reported = what_if.reported(key, severity)
                same = source_and_id(reported.subject or "")[0] == source_and_id(question.subject or "")[0]
                if same and reported.subject != question.subject:
                    continue
                if self._left <= 0:
                    return None, False
                sought = what_if.now.reach.leading_to(key, severity, self._left)
                self._left -= 1 + sought.steps
                if others and sought.facts is not None:
                    return reported, False
                facts = sought.facts or {}
                rest = {one: value for one, value in facts.items() if one != question.address}
                if len(rest) == len(facts):
                    break
                if question.fact in what_if.kb.vocabulary.lists or what_if.after(rest).remaining.get(key) != severity:
                    few = {one: value for one, value in facts.items() if one in among}
                    named = rule.loop is None or reported.subject is not None
                    return (reported, what_if.after(few).remaining.get(key) == severity) if named else (None, False)
                break
        return None, False


def answers_that_do(way: Way, wanted: Verdict, what_if: WhatIf) -> dict[Address, tuple[Value, ...]]:
    """Return, for each fact that a way sets, the values with which the way still leads to the wanted verdict."""
    kb, memory = what_if.kb, what_if.stated
    for change in way.changes:
        memory = apply_change(memory, change, kb)
    there = WhatIf(kb, memory, what_if.waived)
    return {
        change.key: tuple(value for value in _values(change, what_if) if _leads(there, change, value, wanted))
        for change in way.changes
        if change.value is not None and change.fact in kb.vocabulary.facts
    }


def _values(change: Change, what_if: WhatIf) -> list[Value]:
    assert change.value is not None
    known = what_if.space.values(what_if.kb.vocabulary.facts[change.fact], what_if.now.memory)
    return list(dict.fromkeys((change.value, *known)))


def _leads(there: WhatIf, change: Change, value: Value, verdict: Verdict) -> bool:
    """Tell whether another value does as well: it reaches the verdict and settles every derived fact the chosen one does."""
    if value == change.value:
        return True
    other = there.after({change.key: value})
    if VERDICTS.index(other.known) < VERDICTS.index(verdict):
        return False
    if not change.found_out and not other.remaining.keys() <= there.now.remaining.keys():
        return False  # what people change is not changed for the worse
    if change.fact == there.kb.verdict.phase:
        return True  # an earlier phase leaves more for later, which is as it should be
    settled = there.now.conclusions.derived
    return all(
        state.value is not None or settled[key].value is None
        for key, state in other.conclusions.derived.items()
        if key in settled
    )
