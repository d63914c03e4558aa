"""What a memo and a summary begin with: this project, in its own names and values, and not a general sentence.

First what weighs most in it, then what would change the verdict, what is in place, and how far all of it was checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...engine.assess.model import Evidence, Finding
from ..texts import enumerate_words, joined
from ..words.names import Reading, fact_label, project_name, value_word
from ..words.verdict import actions, count, missing_facts, open_words
from ..writers.blocks import Paragraph
from .alike import together

_STRENGTHS, _AREAS, _MISSING, _FACTS = 3, 4, 3, 2


def opening(reading: Reading) -> tuple[Paragraph, ...]:
    """Return the sentences under the verdict."""
    opened = open_words(reading.assessment, reading.kb, reading.language)
    first = joined(filter(None, (gravest(reading), opened)), reading.language, "space")
    scope = [Paragraph(one) for one in scope_words(reading)]
    return (Paragraph(first), *scope, Paragraph(in_place(reading)), Paragraph(coverage_words(reading), soft=True))


def scope_words(reading: Reading) -> list[str]:
    """Return what the knowledge base wants told under every verdict where it is found, as how far it fits a project."""
    told = [one for one in reading.assessment.findings if one.code in reading.kb.presentation.head]
    return [
        reading.say("opening.scope", title=reading.text(one.title).rstrip("。. "), evidence=_evidence(reading, one))
        for one in told
    ]


def gravest(reading: Reading) -> str:
    """Return what weighs most in this project, with what it says of itself; what is missing where nothing weighs."""
    either = either_words(reading)
    if either:
        return either
    found = [one for one in actions(reading.assessment) if one.severity in ("blocker", "major")]
    if found:
        group, *others = together(reading, [one for one in found if one.severity == found[0].severity])
        return reading.say(
            "opening.gravest",
            name=_name(reading),
            title=reading.text(group.finding.title).rstrip("。. "),
            evidence=_evidence(reading, group.finding),
            more=reading.say("opening.more", n=len(others)) if others else "",
        )
    missing = missing_facts(reading.assessment, reading.kb, reading.language)
    if missing:
        facts = enumerate_words(missing, reading.language, _MISSING)
        return reading.say("opening.missing", name=_name(reading), facts=facts)
    return reading.say("opening.clear", name=_name(reading))


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
    """Return what is known to be in place: strengths, areas without an open point; the number of points otherwise."""
    told = []
    strengths = [group.finding for group in together(reading, reading.assessment.strengths)]
    if strengths:
        titles = [reading.text(finding.title).rstrip("。. ") for finding in strengths]
        told.append(reading.say("opening.in_place", strengths=_joined(titles, reading, _STRENGTHS)))
    areas = list(_clear_areas(reading))
    if areas:
        told.append(reading.say("opening.areas", areas=enumerate_words(areas, reading.language, _AREAS)))
    met = count(reading.assessment, reading.kb).met
    if not told:
        told.append(reading.say("opening.points", n=met) if met else reading.say("opening.nothing"))
    return joined(told, reading.language, "space")


def coverage_words(reading: Reading) -> str:
    """Return how far the project was checked, and what to ask first."""
    due, told = reading.assessment.coverage.due, reading.assessment.coverage.told
    if due == told:
        return reading.say("coverage.all", due=due)
    questions = reading.assessment.questions
    first = ""
    if questions:
        first = reading.say("coverage.first", question=reading.teller.fact(questions[0].fact))
    return reading.say("coverage", due=due, told=told, n=due - told, first=first)


def phase_words(reading: Reading) -> str:
    """Return the phase that a project is in; empty where the knowledge base has none, or nothing is known of it."""
    phase = reading.assessment.phase
    definition = reading.kb.vocabulary.facts.get(reading.kb.presentation.project.phase or "")
    if definition is None or phase is None:
        return ""
    return reading.text(definition.values[phase]) if phase in definition.values else phase


def _name(reading: Reading) -> str:
    assessment = reading.assessment
    name = " ".join(project_name(assessment.name, assessment.file, reading.kb, reading.language).split())
    place = reading.value(reading.kb.presentation.project.place or "")
    key = "opening.placed" if place and str(place) not in name else "opening.named"
    return reading.say(key, name=name, place=place)


def _evidence(reading: Reading, finding: Finding) -> str:
    """Return the facts that a finding rests on as the project states them, those first that say more than yes."""
    stated = sorted(finding.evidence, key=lambda one: 2 if one.value is True else isinstance(one.value, (bool, list)))
    facts = list(dict.fromkeys(text for one in stated if (text := _fact(reading, one))))[:_FACTS]
    return reading.say("opening.evidence", facts=_joined(facts, reading)) if facts else ""


def _fact(reading: Reading, evidence: Evidence) -> str:
    if evidence.fact.endswith("[].id"):
        return ""
    word = value_word(reading, evidence.fact, evidence.value, evidence.subject)
    word = word or (
        reading.teller.value(evidence.fact, evidence.value) if isinstance(evidence.value, (int, str)) else ""
    )
    return reading.say("labelled", label=fact_label(reading, evidence.fact), text=word) if word else ""


def _joined(texts: list[str], reading: Reading, shown: int | None = None) -> str:
    """Join sentences, which may hold commas of their own."""
    kept = texts if shown is None else texts[:shown]
    more = [reading.say("finding.evidence.more", n=len(texts) - len(kept))] if len(texts) > len(kept) else []
    return joined([*kept, *more], reading.language, "semicolon")


def _clear_areas(reading: Reading) -> Iterator[str]:
    """Yield the areas of which every point is known, and none is to be put right."""
    area_of = {rule.code: rule.area for rule in reading.kb.rules if rule.kind == "finding"}
    outcomes: dict[str, set[str]] = {}
    for one in reading.assessment.trace:
        if one.code in area_of:
            outcomes.setdefault(area_of[one.code], set()).add(one.outcome)
    for name, area in reading.kb.areas.items():
        if outcomes.get(name) == {"does_not_hold"} and area.step is not None:
            yield reading.text(area.title)
