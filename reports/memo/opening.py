"""What a memo and a summary begin with: this project, in its own names and values, and not a general sentence.

First what weighs most in it, then what would change the verdict, what is in place, and how far all of it was checked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from ...engine.assess.model import Finding
from ...engine.project.address import source_and_id
from ..texts import enumerate_words, first_told, joined, rest_counted
from ..words.names import Reading, is_best
from ..words.verdict import actions, checked_words, missing_facts, next_steps, open_words
from ..writers.blocks import Paragraph
from .actions import together
from .stated import bracketed, stated, which

_STRENGTHS, _AREAS, _MISSING, _GOOD, _NOTED = 3, 4, 3, 6, 4
_FEW = 4
"""Strengths and areas in order up to which single facts are told, too."""


def opening(reading: Reading) -> tuple[Paragraph, ...]:
    """Return the sentences under the verdict."""
    opened = open_words(reading.assessment, reading.kb, reading.language)
    told = (gravest(reading), needed_words(reading), opened, next_words(reading))
    first = joined(filter(None, told), reading.language, "space")
    scope = [Paragraph(one) for one in scope_words(reading)]
    noted = [Paragraph(one) for one in noted_words(reading)]
    return (
        Paragraph(first),
        *scope,
        Paragraph(in_place(reading)),
        *noted,
        Paragraph(coverage_words(reading), soft=True),
    )


def short_opening(reading: Reading) -> tuple[Paragraph, ...]:
    """Return what stands under the verdict where the gravest findings follow at once: what is open, how far was checked."""
    first = "" if _urgent(reading) and reading.assessment.either is None else gravest(reading)
    opened = open_words(reading.assessment, reading.kb, reading.language)
    told = joined(filter(None, (first, needed_words(reading), opened, next_words(reading))), reading.language, "space")
    return (*map(Paragraph, filter(None, (told, *scope_words(reading)))), Paragraph(coverage_words(reading)))


def scope_words(reading: Reading) -> list[str]:
    """Return what the knowledge base wants told under every verdict where it is found, as how far it fits a project, with all that it rests on."""
    told = [one for one in reading.assessment.findings if one.code in reading.kb.presentation.head]
    return [
        reading.say(
            "opening.scope",
            title=reading.text(one.title).rstrip("。. "),
            evidence=bracketed(partial(stated, every=True), reading, [one]),
        )
        for one in told
    ]


def noted_words(reading: Reading) -> list[str]:
    """Return what the knowledge base wants told as it is stated, each value with those of whom it is stated.

    A no is not told, nor what a finding rests on.
    """
    told = []
    weighed = {one.fact for finding in actions(reading.assessment) for one in finding.evidence}
    for fact in (one for one in reading.kb.presentation.noted if one not in weighed):
        found: dict[str, list[str]] = {}
        for one in reading.assessment.facts.values():
            if one.fact == fact and one.value is not False:
                value = "" if one.value is True else reading.teller.value(fact, one.value)
                found.setdefault(value, []).append(one.subject or "")
        texts = [
            reading.say("subject.noted", subject=value, note=reading.teller.subjects(of, _NOTED)) if any(of) else value
            for value, of in found.items()
        ]
        if texts:
            texts = [*texts[:_NOTED], *rest_counted(texts, _NOTED, reading.language)]
            text, label = joined(texts, reading.language, "semicolon"), reading.teller.fact(fact)
            told.append(reading.say("labelled", label=label, text=text) if text else _noted_yes(reading, fact, label))
    return [reading.say("opening.noted", facts=joined(told, reading.language, "semicolon"))] if told else []


def _noted_yes(reading: Reading, fact: str, label: str) -> str:
    """Return what something is called that is so, and what is not known although it is only asked where that is so."""
    after = [one for one, before in reading.kb.plan.after.items() if before == fact and reading.value(one) is None]
    open_ = enumerate_words([reading.teller.fact(one) for one in after], reading.language)
    return reading.say("opening.noted.open", fact=label, open=open_) if after else label


def gravest(reading: Reading) -> str:
    """Return what weighs most in this project, with what it says of itself; what is missing where nothing weighs."""
    either = either_words(reading)
    if either:
        return either
    found, urgent = actions(reading.assessment), _urgent(reading)
    if urgent:
        told = _weighing("opening.gravest", reading, urgent)
        return joined(filter(None, (told, _unless_earlier(reading, urgent[0]))), reading.language, "space")
    missing = missing_facts(reading.assessment, reading.kb, reading.language)
    if missing:
        return reading.say(
            "opening.missing", name=_name(reading), facts=first_told(missing, _MISSING, reading.language)
        )
    minor = [one for one in found if one.severity == "minor"]
    return _weighing("opening.minor", reading, minor) if minor else reading.say("opening.clear", name=_name(reading))


def _unless_earlier(reading: Reading, found: Finding) -> str:
    """Return in which phases a finding would not count yet, where nobody has said the phase; empty else."""
    phase = reading.kb.vocabulary.facts.get(reading.kb.verdict.phase or "")
    due = reading.kb.rule(found.code).due
    if reading.assessment.phase is not None or phase is None or due is None or not due.earlier:
        return ""
    names = [reading.text(phase.values[one]) for one in phase.values if one in due.earlier]
    return reading.say("opening.phase", phases=enumerate_words(names, reading.language))


def needed_words(reading: Reading) -> str:
    """Return what a verdict waits for although something weighs already; empty where there is a verdict, or it is said."""
    waits = reading.assessment.verdict == "insufficient_information" and _urgent(reading)
    facts = missing_facts(reading.assessment, reading.kb, reading.language) if waits else []
    return reading.say("opening.needed", facts=first_told(facts, _MISSING, reading.language)) if facts else ""


def _urgent(reading: Reading) -> list[Finding]:
    """Return what stops the project or has to be put right before it goes on."""
    return [one for one in actions(reading.assessment) if one.severity in ("blocker", "major")]


def _weighing(
    key: str, reading: Reading, found: list[Finding], told: Callable[[Reading, Finding], Sequence[str]] = stated
) -> str:
    """Tell the first of some findings in this project's own words, and how many weigh as much."""
    group, *others = together(reading, [one for one in found if one.severity == found[0].severity])
    return reading.say(
        key,
        name=_name(reading),
        title=reading.text(group.finding.title).rstrip("。. "),
        evidence=bracketed(told, reading, group.members),
        more=reading.say("opening.more", n=sum(len(one.members) for one in others)) if others else "",
    )


def next_words(reading: Reading) -> str:
    """Return what stops the project in the next phase; else, where nothing has to be put right now, what comes next on the way; empty else."""
    later = next_steps(reading.assessment, reading.kb)
    if _urgent(reading) or reading.assessment.either is not None:
        return ""
    stopping = [one for one in later if one.severity == "blocker" and _is_next(reading, one)]
    if stopping:
        return _weighing("opening.coming", reading, stopping, which)
    if reading.assessment.verdict != "proceed":
        return ""
    ahead = ahead_words(reading)
    if ahead:
        return reading.say("opening.next", advice=ahead)
    if not later:
        return ""
    group = together(reading, later)[0]
    subjects = [one.subject for one in group.members]
    return reading.say("opening.next", advice=reading.teller.advice_to(group.finding.advice, subjects))


def ahead_words(reading: Reading) -> str:
    """Return what comes next on the way; empty where something is known to be missing for the next phase, or nothing is said."""
    ahead = reading.kb.presentation.ahead.get(reading.assessment.phase or "")
    missing = any(_is_next(reading, one) for one in next_steps(reading.assessment, reading.kb))
    return "" if ahead is None or missing else reading.text(ahead)


def _is_next(reading: Reading, found: Finding) -> bool:
    """Tell whether something counts from the phase on that comes next."""
    phase, due = reading.kb.vocabulary.facts.get(reading.kb.verdict.phase or ""), reading.kb.rule(found.code).due
    phases = [] if phase is None else list(phase.values)
    now = reading.assessment.phase
    return due is not None and now in phases and phases.index(due.phase) == phases.index(now) + 1


def either_words(reading: Reading) -> str:
    """Return what has to be put right whatever the answers are, only which of it is open; empty where there is none."""
    either = reading.assessment.either
    if either is None:
        return ""
    titles = [reading.teller.title(code, subject).rstrip("。. ") for code, subject, _ in either.findings]
    facts = list(dict.fromkeys(reading.teller.fact(fact) for fact, _ in either.facts))
    return reading.say(
        "opening.either" if len(titles) > 1 else "opening.anyway",
        name=_name(reading),
        facts=enumerate_words(facts, reading.language, _MISSING),
        titles=reading.say("opening.or").join(titles[:_STRENGTHS]),
    )


def in_place(reading: Reading) -> str:
    """Return what is known to be in place: strengths, areas without an open point; with few of these, facts that are as they should be."""
    told = []
    strengths = [group.finding for group in together(reading, reading.assessment.strengths)]
    if strengths:
        titles = [reading.text(finding.title).rstrip("。. ") for finding in strengths]
        told.append(
            reading.say("opening.in_place", strengths=joined(titles[:_STRENGTHS], reading.language, "sentence"))
        )
        if len(titles) > _STRENGTHS:
            told.append(reading.say("opening.in_place.more", n=len(titles) - _STRENGTHS))
    areas = list(_clear_areas(reading))
    if areas:
        told.append(reading.say("opening.areas", areas=first_told(areas, _AREAS, reading.language)))
    if len(strengths) + len(areas) < _FEW:
        facts = _good_facts(reading)
        if facts:
            key = "opening.in_place.facts" if told else "opening.in_place"
            told.append(reading.say(key, strengths=first_told(facts, _GOOD, reading.language)))
        elif not told and not _met(reading):
            told.append(reading.say("opening.nothing"))
    return joined(told, reading.language, "space")


def coverage_words(reading: Reading) -> str:
    """Return how far the project was checked, and how many questions are open."""
    questions = len(reading.assessment.questions)
    checked = checked_words(reading.assessment, reading.kb, reading.language)
    opened = reading.say("coverage.questions", n=questions) if questions else ""
    return joined(filter(None, (checked, opened)), reading.language, "space")


def phase_words(reading: Reading) -> str:
    """Return the phase that a project is in, or that it is not stated; empty where the knowledge base has none."""
    phase = reading.assessment.phase
    definition = reading.kb.vocabulary.facts.get(reading.kb.presentation.project.phase or "")
    if definition is None:
        return ""
    if phase is None:
        return reading.say("phase.unstated")
    return reading.text(definition.values[phase]) if phase in definition.values else phase


def _name(reading: Reading) -> str:
    name, place = reading.title, reading.value(reading.kb.presentation.project.place or "")
    key = "opening.placed" if place and str(place) not in name else "opening.named"
    return reading.say(key, name=name, place=place)


def _outcomes(reading: Reading) -> dict[str, set[str]]:
    """Return the outcomes of each rule that reports findings, by its code."""
    judged = {rule.code for rule in reading.kb.rules if rule.kind == "finding"}
    outcomes: dict[str, set[str]] = {}
    for one in reading.assessment.trace:
        if one.code in judged:
            outcomes.setdefault(one.code, set()).add(one.outcome)
    return outcomes


def _met(reading: Reading) -> list[str]:
    """Return the rules that count in this phase, as the coverage counts them, and find nothing."""
    clear = [code for code, found in _outcomes(reading).items() if found == {"does_not_hold"}]
    rules = map(reading.kb.rule, clear)
    return [rule.code for rule in rules if rule.asks and not rule.comes_later(reading.assessment.phase)]


def _good_facts(reading: Reading) -> list[str]:
    """Return stated facts of the project that are as good as they can be, of those that a rule without a finding reads.

    What a finding rests on is none of them, nor what is only asked after that: who made a declaration that has to be renewed.
    """
    facts = reading.kb.vocabulary.facts
    read = {path for code in _met(reading) for path in reading.kb.reads(reading.kb.rule(code))}
    told_of = (*actions(reading.assessment), *reading.assessment.strengths)
    evidence = {one.fact for finding in told_of for one in finding.evidence}
    read -= evidence | {fact for fact, before in reading.kb.plan.after.items() if before in evidence}
    # Nor what makes it possible that an open answer about the same thing stops the project.
    for asked in reading.assessment.questions:
        if asked.level in ("needed", "may_stop"):
            about = asked.fact.partition(".")[0]
            for code in asked.codes[:1]:
                read -= {path for path in reading.kb.reads(reading.kb.rule(code)) if path.partition(".")[0] == about}
    told = []
    for one in reading.assessment.facts.values():
        if (
            one.subject is None
            and one.fact in read
            and is_best(facts.get(one.fact), one.value)
            and one.value is not False
        ):
            label = reading.teller.fact(one.fact)
            value = "" if one.value is True else reading.teller.value(one.fact, one.value)
            told.append(reading.say("opening.good", fact=label, value=value) if value else label)
    return told


def _clear_areas(reading: Reading) -> Iterator[str]:
    """Yield the areas of which every point is known, and none is to be put right; nor anything else about the same elements.

    One of which a single answer says that it does not concern the project was not checked.
    """
    found: dict[str, set[str]] = {}
    read: dict[str, set[str]] = {}
    for code, outcomes in _outcomes(reading).items():
        rule = reading.kb.rule(code)
        found.setdefault(rule.area, set()).update(outcomes)
        read.setdefault(rule.area, set()).update(reading.kb.reads(rule))
    lists = reading.kb.vocabulary.lists
    evidence = [one.subject for finding in actions(reading.assessment) for one in finding.evidence if one.subject]
    about = {path for subject in evidence if (path := source_and_id(subject)[0]) in lists}
    stated = {one.fact for one in reading.assessment.facts.values()}
    for name, area in reading.kb.areas.items():
        clear = found.get(name) == {"does_not_hold"} and len(read[name] & stated) > 1
        if clear and area.step is not None and not _reads(read[name], about):
            yield reading.text(area.title)


def _reads(facts: Iterable[str], lists: Iterable[str]) -> bool:
    """Tell whether some facts are about elements of some lists or families."""
    return any(fact.startswith((f"{path}.*", f"{path}[]")) for fact in facts for path in lists)
