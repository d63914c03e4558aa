"""The verdict in words: its label, what could still change it, and the line of counts.

It explains the verdict that the assessment carries and never makes one. The memo and the terminal summary share it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...engine.alike import alike
from ...engine.assess.model import Assessment, Finding, Level, Question
from ...engine.knowledge.model import SEVERITIES, KnowledgeBase
from ...engine.project.address import Address, source_and_id
from ..texts import first_told, say
from .names import Teller, labels_of

if TYPE_CHECKING:
    from ...engine.whatif.improvement import Way

_SUBJECTS_NAMED = 2
_WAITED_FOR = 3


def count(assessment: Assessment) -> dict[str, int]:
    """Count what the line under the verdict shows: findings by severity; of several of which one holds, the mildest."""
    severities = [finding.severity for finding in actions(assessment)]
    if assessment.either is not None:
        severities.append(max((severity for *_, severity in assessment.either.findings), key=SEVERITIES.index))
    return {one: severities.count(one) for one in SEVERITIES}


def actions(assessment: Assessment) -> list[Finding]:
    """Return what is to be put right: the findings that are neither predictions nor strengths, in reading order."""
    return [finding for finding in assessment.findings if finding.kind == "finding"]


def next_steps(assessment: Assessment, kb: KnowledgeBase) -> list[Finding]:
    """Return what becomes due in a later phase and can be prepared: what is upcoming, without what may follow from it."""
    return [finding for finding in assessment.upcoming if kb.rule(finding.code).kind == "finding"]


def reached(assessment: Assessment, kb: KnowledgeBase, language: str) -> str:
    """Return what the verdict on a project is called; it may be called otherwise while an answer could make it worse."""
    settled = assessment.verdict == assessment.verdict_range[0]
    return Teller(kb, language).verdict(assessment.verdict, settled=settled)


def checked_words(assessment: Assessment, kb: KnowledgeBase, language: str) -> str:
    """Return how many of the points that count in the phase could be checked; of all that may count where nobody has said the phase."""
    coverage = assessment.coverage
    unstated = kb.verdict.phase is not None and assessment.phase is None
    key = "coverage.all" if coverage.due == coverage.told else "coverage.unstated" if unstated else "coverage"
    return say(key, language, due=coverage.due, told=coverage.told)


def open_words(assessment: Assessment, kb: KnowledgeBase, language: str) -> str:
    """Tell which verdicts the answers that are missing could lead to; empty where they cannot matter."""
    if assessment.verdict == "hold":
        return ""  # what stops the project stops it, whatever else becomes known
    worst, best = map(Teller(kb, language).verdict, assessment.verdict_range)
    if worst != best:
        exact = all(assessment.range_exact)
        return say("verdict.open" if exact else "verdict.open.most", language, worst=worst, best=best)
    settled = assessment.verdict == assessment.verdict_range[0] and assessment.questions
    return say("verdict.stays", language) if settled else ""


def missing_facts(assessment: Assessment, kb: KnowledgeBase, language: str) -> list[str]:
    """Return what the facts are called that a verdict waits for."""
    teller = Teller(kb, language, labels_of(assessment.elements))
    if assessment.missing or assessment.verdict != "insufficient_information":
        return waited_for([(address, "needed") for address in assessment.missing], teller)
    return waited_for([(one.address, one.level) for one in assessment.questions if one.level == "may_stop"], teller)


def waited_for(pressing: Sequence[tuple[Address, Level]], teller: Teller) -> list[str]:
    """Return what the facts are called that a verdict waits for, each question once, by its first fact, whatever the number of subjects.

    These are the must-know facts that are missing; where none is, those with which the project could still have to stop, but
    what is asked only after another one of them.
    """
    kb = teller.kb
    needed = [address for address, level in pressing if level == "needed"]
    asked = [address for address, level in pressing if level == "may_stop"]
    after = kb.plan.after
    first = [one for one in asked if not (one.fact in after and one.beside(after[one.fact], kb.vocabulary) in asked)]
    groups = alike(
        needed or first or asked,
        lambda one: grid.name if one.subject and (grid := kb.presentation.grid(one.fact)) is not None else one.fact,
    )
    return [_missing_fact([one for one in same if one.fact == same[0].fact], teller) for same in groups]


def waiting_words(way: Way, asked: Sequence[Question], teller: Teller) -> str:
    """Return what a verdict waits for first once a way has been gone, as it is asked today: the first facts, the others counted."""
    order = {one.address: place for place, one in enumerate(asked)}
    waits = sorted(way.waits, key=lambda one: order.get(one[0], len(order)))
    return first_told(waited_for(waits, teller), _WAITED_FOR, teller.language)


def _missing_fact(same: Sequence[Address], teller: Teller) -> str:
    fact, subjects = same[0].fact, [one.subject for one in same if one.subject is not None]
    if not subjects or fact not in teller.kb.vocabulary.facts:
        return teller.fact(fact)
    listed = teller.kb.vocabulary.lists[source_and_id(subjects[0])[0]]
    named = [one for one in subjects if listed.members or one in teller.labels]
    note = (
        teller.subjects(named, _SUBJECTS_NAMED)
        if named
        else teller.say("subject.new", element=listed.element_label[teller.language])
    )
    return teller.say("subject.noted", subject=teller.fact(fact), note=note)
