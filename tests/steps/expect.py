"""What a scenario expects of the assessment: read from a sentence, then held against it.

Reading and holding are apart, so that the coverage of the rules can be read from the sentences themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from advise.engine.assess.model import Assessment, Finding, Outcome
from advise.engine.knowledge.model import SEVERITIES, KnowledgeBase, Rule, VerdictPolicy
from advise.engine.language.problem import nearest

from .scene import Scene, SentenceError, exemplary, fact_at, known, split

What = Literal[
    "found", "not found", "cannot be told", "asked", "not asked", "derived", "undetermined", "verdict", "range",
    "only new", "follows", "rests",
]  # fmt: skip
_CODE = r'"(?P<name>[^"]+)"'
_NAMES = r'(?P<values>"[^"]+"(?:(?:, | and )"[^"]+")*)'
_READINGS: tuple[tuple[What, str], ...] = (
    ("found", _CODE + r' is found(?: for "(?P<subject>[^"]+)")?(?: with severity "(?P<value>[^"]+)")?'),
    ("not found", _CODE + r' is not found(?: for "(?P<subject>[^"]+)")?'),
    ("cannot be told", _CODE + r' cannot be told yet(?: for "(?P<subject>[^"]+)")?'),
    ("asked", _CODE + r' is asked(?: about "(?P<subject>[^"]+)")?'),
    ("not asked", _CODE + r' is not asked(?: about "(?P<subject>[^"]+)")?'),
    ("derived", _CODE + r' is "(?P<value>[^"]+)"'),
    ("undetermined", _CODE + r" is undetermined"),
    ("verdict", r'the verdict is "(?P<value>[^"]+)"'),
    ("range", r'the verdict may still be anything from "(?P<name>[^"]+)" to "(?P<value>[^"]+)"'),
    ("only new", r"nothing new is found(?: but " + _NAMES + ")?"),
    ("follows", _CODE + r" is told as following from " + _NAMES),
    ("rests", _CODE + r" points to " + _NAMES),
)


@dataclass(frozen=True, slots=True)
class Expectation:
    """What one sentence expects.

    Attributes:
        name: The code, fact or concept that it is about.
        subject: The element that it is about, None where the sentence names none.
        value: A severity, a derived value or a verdict.
        values: The codes or facts that the sentence lists.
    """

    what: What
    name: str
    subject: str | None = None
    value: str | None = None
    values: tuple[str, ...] = ()


def read(text: str) -> Expectation:
    """Read what a sentence expects.

    >>> read('"COM-01" is found with severity "blocker"')
    Expectation(what='found', name='COM-01', subject=None, value='blocker', values=())

    Raises:
        SentenceError: There is no such sentence.
    """
    for what, pattern in _READINGS:
        found = re.fullmatch(pattern, text)
        if found is not None:
            parts = found.groupdict()
            values = tuple(re.findall(r'"([^"]+)"', parts.get("values") or ""))
            return Expectation(what, parts.get("name") or "", parts.get("subject"), parts.get("value"), values)
    raise SentenceError(f"no sentence reads '{text}'")


def check(expected: Expectation, scene: Scene) -> None:
    """Fail when the assessment is not as expected, or when the sentence names something that is not there."""
    assessment, kb = scene.reviewed(), scene.kb
    what = expected.what
    if what in ("found", "not found", "cannot be told"):
        _outcome(expected, scene, assessment)
    elif what in ("asked", "not asked"):
        _question(expected, scene, assessment)
    elif what in ("derived", "undetermined"):
        _derived(expected, scene, assessment)
    elif what == "verdict":
        wanted = known(expected.value or "", _verdicts(kb.verdict), "verdict")
        _hold(assessment.verdict == wanted, f"the verdict is '{assessment.verdict}': " + _shown(assessment.findings))
    elif what == "range":
        wanted_range = tuple(
            known(name or "", _verdicts(kb.verdict), "verdict") for name in (expected.name, expected.value)
        )
        _hold(assessment.verdict_range == wanted_range, f"it is anything from {assessment.verdict_range}")
    elif what == "only new":
        _only_new(expected, scene, assessment)
    else:
        _finding_detail(expected, scene, assessment)


def _outcome(expected: Expectation, scene: Scene, assessment: Assessment) -> None:
    rule = _rule(expected.name, scene.kb)
    _subject_fits(rule, expected.subject, scene)
    if expected.value is not None:
        known(expected.value, SEVERITIES, "severity")
    findings = _findings(assessment, rule.code, expected.subject)
    outcomes = [
        outcome
        for outcome in assessment.trace
        if outcome.code == rule.code and expected.subject in (None, outcome.subject)
    ]
    told = _told(outcomes)
    if expected.what == "found":
        _hold(bool(findings), f"{rule.code} {told}")
        if expected.value is not None:
            found = {finding.severity for finding in findings}
            _hold(found == {expected.value}, f"the severity of {rule.code} is {', '.join(sorted(found))}")
    elif expected.what == "not found":
        open_ = [one for one in outcomes if one.outcome == "cannot_tell"]
        _hold(not findings, f"{rule.code} is found: {_shown(findings)}")
        _hold(bool(outcomes) and not open_, f"{rule.code} {told}")
    else:
        _hold(not findings and any(one.outcome == "cannot_tell" for one in outcomes), f"{rule.code} {told}")


def _question(expected: Expectation, scene: Scene, assessment: Assessment) -> None:
    kb, fact = scene.kb, expected.name
    lists = [path for path, listed in kb.vocabulary.lists.items() if listed.complete != "fixed"]
    known(fact, [*kb.vocabulary.facts, *lists], "fact")
    definition = kb.vocabulary.facts.get(fact)
    if definition is not None and definition.source is not None:
        if expected.subject is None:
            raise SentenceError(f"'{fact}' belongs to an element; say about which it is asked")
        if expected.subject.partition("/")[0] != definition.source:
            raise SentenceError(f"'{fact}' is no fact of '{expected.subject}'")
        _element_is_there(expected.subject, scene)
    elif expected.subject is not None:
        raise SentenceError(f"'{fact}' is a fact of the project; it is not asked about anything else")
    asked = [one for one in assessment.questions if one.fact == fact and one.subject == expected.subject]
    if expected.what == "not asked":
        _hold(not asked, f"it is asked, for {', '.join(code for one in asked for code in one.codes)}")
        return
    names = [one.fact + (f" about {one.subject}" if one.subject else "") for one in assessment.questions]
    _hold(bool(asked), f"it is not asked; these are: {', '.join(names) or 'none'}")


def _derived(expected: Expectation, scene: Scene, assessment: Assessment) -> None:
    concept = concept_of(expected.name, scene)
    found = assessment.derived.get(expected.name)
    if expected.what == "undetermined":
        _hold(found is None, f"'{expected.name}' is '{found}'")
        return
    allowed = list(scene.kb.vocabulary.concepts[concept].values)
    if isinstance(found, list):
        wanted = sorted(item.strip() for item in (expected.value or "").split(","))
        _hold(sorted(found) == wanted, f"'{expected.name}' is {', '.join(found)}")
        return
    members = members_of(concept, scene.kb)
    if not members or expected.value in allowed:
        known(expected.value or "", allowed, f"value of {concept}")
    _hold(found == expected.value, f"'{expected.name}' is {found or 'undetermined'}")


def concept_of(name: str, scene: Scene) -> str:
    """Return the concept that a sentence names; the element that it is about must be in the scenario."""
    concept = concept_named(name, scene.kb)
    if "/" in name:
        source, element, _ = split(name, scene.kb)
        _element_is_there(f"{source}/{element}", scene)
    return concept


def concept_named(name: str, kb: KnowledgeBase) -> str:
    """Return the path of a concept: for `trust`, `organisations/city.champion` or `municipality.key_player`."""
    concepts = kb.vocabulary.concepts
    if name in concepts and concepts[name].source is None:
        return name
    source, element, attribute = split(name, kb)
    if source is None:
        element, _, attribute = name.partition(".")
        source = _parameter_list(element, kb)
    if source is None:
        raise SentenceError(f"there is no concept '{name}'" + _suggest(name, concepts))
    of_source = {concept.attribute: path for path, concept in concepts.items() if concept.source == source}
    return of_source[known(attribute or "", of_source, f"concept of {source}")]


def members_of(concept: str, kb: KnowledgeBase) -> tuple[str, ...]:
    """Return the elements that a concept may list (the outstanding capitals); empty for other concepts."""
    for derivation in kb.derivations:
        if derivation.concept == concept:
            for line in derivation.lines:
                if line.members is not None:
                    lists = kb.vocabulary.lists.values()
                    return tuple(next(listed.members for listed in lists if listed.element == line.members))
    return ()


def _only_new(expected: Expectation, scene: Scene, assessment: Assessment) -> None:
    before = Scene(scene.kb, exemplary())
    before.review()
    for code in expected.values:
        _rule(code, scene.kb)
    there = {(finding.code, finding.subject) for finding in before.reviewed().findings}
    new = sorted({finding.code for finding in assessment.findings if (finding.code, finding.subject) not in there})
    _hold(new == sorted(set(expected.values)), f"new is: {', '.join(new) or 'nothing'}")


def _finding_detail(expected: Expectation, scene: Scene, assessment: Assessment) -> None:
    rule = _rule(expected.name, scene.kb)
    findings = _findings(assessment, rule.code, expected.subject)
    _hold(bool(findings), f"{rule.code} is not found")
    for value in expected.values:
        if expected.what == "follows":
            known(value, rule.causes, f"cause of {rule.code}")
            _hold(any(value in one.causes for one in findings), f"its causes are: {', '.join(findings[0].causes)}")
        else:
            paths = {_path(one.fact, one.subject) for finding in findings for one in finding.evidence}
            if fact_at(value, scene.kb) is None and value not in scene.kb.vocabulary.lists:
                raise SentenceError(f"there is no fact '{value}'" + _suggest(value, scene.kb.vocabulary.facts))
            _hold(value in paths, f"it points to: {', '.join(sorted(paths))}")


def _rule(code: str, kb: KnowledgeBase) -> Rule:
    return {rule.code: rule for rule in kb.rules}[known(code, [rule.code for rule in kb.rules], "finding code")]


def _findings(assessment: Assessment, code: str, subject: str | None) -> list[Finding]:
    return [one for one in assessment.findings if one.code == code and subject in (None, one.subject)]


def _subject_fits(rule: Rule, subject: str | None, scene: Scene) -> None:
    if subject is None:
        return
    if rule.loop is None:
        raise SentenceError(f"{rule.code} is about the project; it is not found for '{subject}'")
    source = rule.loop.source
    if source.startswith("$"):
        known(subject, scene.kb.parameters[source[1:]].value, f"value of {source}")  # type: ignore[arg-type]
        return
    if subject.partition("/")[0] != source:
        raise SentenceError(f"{rule.code} is about {source}, not about '{subject}'")
    _element_is_there(subject, scene)


def _element_is_there(subject: str, scene: Scene) -> None:
    source, element, _ = split(subject, scene.kb)
    listed = scene.kb.vocabulary.lists[source or ""]
    ids = list(listed.members) or [str(one["id"]) for one in scene.elements(listed.path) or []]
    known(element, ids, f"{listed.element} in the scenario named")


def _parameter_list(value: str, kb: KnowledgeBase) -> str | None:
    for path in kb.vocabulary.lists:
        if path.startswith("$") and value in kb.parameters[path[1:]].value:  # type: ignore[operator]
            return path
    return None


def _verdicts(policy: VerdictPolicy) -> list[str]:
    return [case.verdict for case in policy.cases]


def _path(fact: str, subject: str | None) -> str:
    """Return a fact's path as a scenario writes it."""
    if subject is None:
        return fact
    return f"{subject}.{fact.rpartition('.')[2]}"


def _told(outcomes: Iterable[Outcome]) -> str:
    words = {"holds": "holds", "does_not_hold": "does not hold", "cannot_tell": "cannot be told"}
    told = [
        words[one.outcome]
        + (f" for {one.subject}" if one.subject else "")
        + (f", but is replaced by {one.replaced_by}" if one.replaced_by else "")
        for one in outcomes
    ]
    return "; ".join(told) or "was never reviewed"


def _shown(findings: Iterable[Finding]) -> str:
    named = [one.code + (f" for {one.subject}" if one.subject else "") + f" ({one.severity})" for one in findings]
    return ", ".join(named) or "nothing is found"


def _suggest(name: str, names: Iterable[str]) -> str:
    close = nearest(name, names)
    return f"; did you mean '{close}'?" if close else ""


def _hold(holds: Any, otherwise: str) -> None:
    if not holds:
        raise AssertionError(otherwise)
