"""What a project states of itself, in brackets behind the title of a finding."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...engine.assess.model import Evidence, Finding
from ...engine.knowledge.model import Rule
from ...engine.knowledge.presentation import Chances
from ...engine.language.completeness import is_completeness
from ...engine.language.tree import Any, Comparison, Condition, Quantifier, facts_of, walk
from ..texts import enumerate_words, joined
from ..words.answers import wanted_values
from ..words.names import Reading, is_best

_FACTS, _ALTERNATIVES, _VALUES, _SUBJECTS = 2, 3, 6, 4


def stated(reading: Reading, finding: Finding, *, every: bool = False) -> list[str]:
    """Return the facts of its own that a finding rests on, as the project states them, those first that say more than yes.

    `every` tells all of them, and not the few that weigh.
    """
    rule = reading.kb.rule(finding.code)
    if wanted_values(rule, reading.kb) or _counted_by(reading, rule) is not None:
        return which(reading, finding)
    framing = reading.kb.verdict.phase
    read = set(reading.kb.reads(rule)) - {framing}
    found = [one for one in finding.evidence if every or one.fact != framing]
    telling = found if every else _telling(reading, found) or found
    titled = read if len(read) == 1 else _titled(rule)
    told = [one for one in telling if one.fact not in titled or not isinstance(one.value, bool)]
    if finding.subject is not None and not every and any(_is_worse(reading, one) for one in telling):
        # Of which kind an element is and that it matters is there because the rule asks for it.
        told = [one for one in told if one.subject != finding.subject or _is_worse(reading, one)]
    texts, worse = _texts(reading, finding, told), len({one.fact for one in told if _is_worse(reading, one)})
    return [*texts, *_of_elements(reading, finding)] if every else texts[: min(max(_FACTS, worse), _ALTERNATIVES)]


def which(reading: Reading, finding: Finding) -> list[str]:
    """Return which of several things it is that the title of a finding names: "no engineers or students", "the will or measures".

    Of a set it is told what is there and what is missing, of ideas that are too few how many run.
    """
    rule = reading.kb.rule(finding.code)
    condition, counted = rule.when, _counted_by(reading, rule)
    if counted is not None:
        return _running(reading, counted)
    if any(isinstance(node, Quantifier) for node in walk(condition)):
        return []
    named = [one for one in finding.evidence if _is_texts(reading, one)]
    if named:
        return [reading.teller.value(one.fact, one.value) for one in named]
    sets = wanted_values(rule, reading.kb)
    if sets:
        return [_missing(reading, one, sets[one.fact]) for one in finding.evidence if one.fact in sets]
    read = {fact.path for node in walk(condition) if isinstance(node, Any) for fact in facts_of(node)}
    read -= {reading.kb.verdict.phase or ""}
    telling = _telling(reading, [one for one in finding.evidence if one.fact in read])
    facts = _texts(reading, finding, telling) if len(read) > 1 else []
    if not read and rule.kind == "finding" and rule.loop is None:
        signs = _signs(reading, condition)
        facts = _texts(
            reading, finding, [one for one in finding.evidence if one.fact in signs and _is_worse(reading, one)]
        )
    return facts if len(facts) <= _ALTERNATIVES else []


def bracketed(told: Callable[[Reading, Finding], Sequence[str]], reading: Reading, findings: Sequence[Finding]) -> str:
    """Return in brackets what is told of findings that stand as one, each with those that it is told of, unless of all.

    Empty where there is nothing to tell, or too much.
    """
    about: dict[str, list[str]] = {}
    for one in findings:
        for text in told(reading, one):
            about.setdefault(text, []).append(one.subject or "")
    if len(findings) > 1 and len(about) > _ALTERNATIVES:
        return ""
    facts = [
        text
        if len(of) == len(findings)
        else reading.say("subject.noted", subject=text, note=reading.teller.subjects(of, _SUBJECTS))
        for text, of in about.items()
    ]
    return reading.say("opening.evidence", facts=joined(facts, reading.language, "semicolon")) if facts else ""


def _is_texts(reading: Reading, one: Evidence) -> bool:
    """Tell whether what is stated are words of the project's own: a title can say that there are some, not which."""
    definition = reading.kb.vocabulary.facts.get(one.fact)
    return definition is not None and definition.type == "texts" and bool(one.value)


def _titled(rule: Rule) -> set[str]:
    """Return the facts of which a rule asks as such that they are so, or not: its title says it."""
    return {one.left.path for one in rule.when.children if isinstance(one, Comparison) and isinstance(one.right, bool)}


def _counted_by(reading: Reading, rule: Rule) -> Chances | None:
    """Return the part of the memo whose elements a rule counts as far as they run."""
    for part in reading.kb.presentation.memo:
        if isinstance(part, Chances) and any(fact.path == part.running for fact in facts_of(rule.when)):
            nodes = [node for node in walk(rule.when) if isinstance(node, Quantifier)]
            if any(node.kind == "count" and node.source == part.list for node in nodes):
                return part
    return None


def _running(reading: Reading, part: Chances) -> list[str]:
    """Return how many elements of a list run; nothing where it is not known of all."""
    listed = reading.assessment.elements.get(part.list, ())
    states = [reading.value(part.running, f"{part.list}/{one.id}") for one in listed]
    if None in states:
        return []
    label, running = reading.text(part.texts["running"]), states.count(True)
    label = label[:1].lower() + label[1:]
    return [reading.say("which.running" if running else "which.running.none", label=label, n=running)]


def _signs(reading: Reading, condition: Condition) -> set[str]:
    """Return the facts of which one or the other gives the derived facts of a condition the values that it asks for."""
    derived = reading.kb.by_concept
    asked = [node for node in walk(condition) if isinstance(node, Comparison) and node.left.path in derived]
    lines = [line for node in asked for line in derived[node.left.path].lines if line.value == node.right]
    groups = [node for line in lines for node in walk(line.when) if isinstance(node, Any)]
    return {fact.path for node in groups for fact in facts_of(node)}


def _missing(reading: Reading, evidence: Evidence, wanted: Sequence[str]) -> str:
    """Return which values of a set that a rule wants are there, and which are not; of many, the longer list is counted."""
    named = evidence.value if isinstance(evidence.value, list) else []
    there, gone = [one for one in wanted if one in named], [one for one in wanted if one not in named]

    def values(some: Sequence[str]) -> str:
        if len(some) > _VALUES:
            return reading.say("which.rest" if len(some) < len(wanted) else "which.all", n=len(some))
        return enumerate_words([reading.teller.value(evidence.fact, one) for one in some], reading.language)

    if not there:
        return reading.say("which.lacking", gone=values(gone))
    return reading.say("which.missing", there=values(there), gone=values(gone))


def _telling(reading: Reading, found: Sequence[Evidence]) -> list[Evidence]:
    """Return what weighs: what is as it should be is there because the rule asks for it."""
    return [one for one in found if not is_best(reading.kb.vocabulary.facts.get(one.fact), one.value)]


def _is_worse(reading: Reading, one: Evidence) -> bool:
    """Tell whether what is stated of a fact is worse than the best that it could be."""
    definition = reading.kb.vocabulary.facts.get(one.fact)
    return definition is not None and bool(definition.better) and definition.is_worse(one.value, definition.better[-1])


def _of_elements(reading: Reading, finding: Finding) -> list[str]:
    """Return what a finding about the project rests on that is stated of elements, yes or no, each with those of whom it is."""
    about: dict[str, list[str]] = {}
    for one in finding.evidence:
        if one.subject not in (None, finding.subject) and isinstance(one.value, bool) and (text := _fact(reading, one)):
            about.setdefault(text, []).append(one.subject or "")
    return [
        reading.say("subject.noted", subject=text, note=reading.teller.subjects(of, _SUBJECTS))
        for text, of in about.items()
    ]


def _texts(reading: Reading, finding: Finding, stated: Sequence[Evidence]) -> list[str]:
    def place(one: Evidence) -> int:
        if _is_worse(reading, one):
            return 0
        return 3 if one.value is True else 1 + isinstance(one.value, (bool, list))

    own = sorted([one for one in stated if one.subject in (None, finding.subject)] or stated, key=place)
    return list(dict.fromkeys(text for one in own if (text := _fact(reading, one))))


def _fact(reading: Reading, evidence: Evidence) -> str:
    if evidence.fact.endswith("[].id") or is_completeness(evidence.fact):
        return ""
    if evidence.fact in reading.kb.vocabulary.lists:
        return ""  # which elements there are says nothing of what is wrong
    word = reading.teller.value(evidence.fact, evidence.value)
    return reading.say("labelled", label=reading.teller.fact(evidence.fact), text=word)
