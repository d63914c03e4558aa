"""What became different between two assessments, and what made the difference: the project, the rules, a parameter, a waiver.

Where both sides can be assessed again, the parts are swapped one at a time: a part is the cause of a change only when it
brings it about alone and when nothing changes without it. Every change has exactly one cause, or is told as coming from
several parts together, so that the changes by cause add up to all changes. Saved assessments cannot be run again; what
made a difference is told there only where nothing else can have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from ..assess import assess
from ..assess.model import Assessment, Evidence
from ..compiled import CompiledKnowledgeBase, compiled
from ..knowledge import load_knowledge_base
from ..knowledge.model import KnowledgeBase, ParameterDefinition
from ..problems.problem import ProblemsError
from ..project.project import Project, read_project
from .editions import Edition, Noted, NotedKey, edition_of

ChangedPart = Literal["project", "rules", "parameters", "waivers", "date", "product"]
PARTS: tuple[ChangedPart, ...] = get_args(ChangedPart)
Cause = Literal["project", "rules", "parameters", "waivers", "date", "product", "together", "unknown"]


class FindingChange(Struct, frozen=True):
    """A finding that came, went, became due or is not due any more, or has another severity.

    Attributes:
        finding: It, as the newer of the two sides that have it tells it.
        old, new: Its severity on each side, None where it is not there.
        fate: What became of it on the side that does not have it: does_not_hold, cannot_tell, replaced, waived, no_rule
            or no_subject; None where both have it.
        parts: The parts that had a share in it.
        old_kind, new_kind: What it is told as on each side, `upcoming` where it is not due yet.
    """

    finding: Noted
    old: str | None
    new: str | None
    fate: str | None
    cause: Cause
    parts: tuple[ChangedPart, ...]
    old_kind: str | None = None
    new_kind: str | None = None

    @property
    def due(self) -> bool | None:
        """Whether it is due now and was not, or the other way round (False); None where that did not change."""
        if self.old_kind is None or self.new_kind is None or "upcoming" not in (self.old_kind, self.new_kind):
            return None
        return None if self.old_kind == self.new_kind else self.old_kind == "upcoming"


class FactChange(Struct, frozen=True):
    """A stated fact that is different; None on the side where it is unknown."""

    fact: str
    subject: str | None
    old: Evidence | None
    new: Evidence | None


class ParameterChange(Struct, frozen=True):
    """A parameter with different values; None on the side that has none of this name."""

    name: str
    old: Any
    new: Any


class Difference(Struct, frozen=True):
    """All differences between two assessments.

    Attributes:
        parts: The parts that are, or may be, different.
        by_runs: Whether causes were found by running; otherwise only by what else is different.
        verdict_cause, verdict_parts: What made the verdict different; None when it is the same.
        facts: The facts that are different; of saved assessments only those that findings rest on.
        facts_complete: Whether these are all.
        unreadable: Parts that could not be swapped, because a project cannot be read with the other rules.
    """

    old: Edition
    new: Edition
    parts: tuple[ChangedPart, ...]
    by_runs: bool
    findings: tuple[FindingChange, ...]
    verdict_cause: Cause | None
    verdict_parts: tuple[ChangedPart, ...]
    facts: tuple[FactChange, ...]
    facts_complete: bool
    parameters: tuple[ParameterChange, ...]
    unreadable: bool = False

    @property
    def is_of_two(self) -> bool:
        """Whether the sides are different projects, by their names, and not one before and after."""
        old, new = self.old.project.name, self.new.project.name
        return old is not None and new is not None and old != new


class Side(Struct, frozen=True, dict=True):
    """A project with the knowledge base and the date that it is assessed with."""

    project: Project
    kb: CompiledKnowledgeBase
    today: str

    @cached_property
    def assessment(self) -> Assessment:
        """Its assessment."""
        return assess(self.project, self.kb, today=self.today)

    @cached_property
    def edition(self) -> Edition:
        """Its assessment as its machine form tells it."""
        return edition_of(self.assessment.to_dict())


def difference(old: Side, new: Side) -> Difference:
    """Tell two projects apart, assessed with the same or with different rules, parameters and dates.

    Raises:
        Disagreement: The interpreters conclude differently about one of them.
    """
    swaps, first, last = _Swaps(old, new), old.edition, new.edition
    findings = _changes(first, last, lambda noted, _: swaps.cause(lambda seen: _state(seen, noted.key)))
    verdict: tuple[Cause | None, tuple[ChangedPart, ...]] = (None, ())
    if first.verdict != last.verdict:
        verdict = swaps.cause(lambda seen: seen.verdict)
    return Difference(
        first,
        last,
        swaps.parts,
        True,
        findings,
        *verdict,
        _fact_changes(old.assessment, new.assessment, new.kb),
        True,
        _parameter_changes(first.parameters, last.parameters),
        swaps.unreadable,
    )


def saved_difference(old: Edition, new: Edition) -> Difference:
    """Tell two assessments apart of which at least one was saved, so that it cannot be run again."""
    parts = _differing(old, new)
    findings = _changes(old, new, lambda noted, fate: _eliminated(noted.key, fate, old, new, parts))
    verdict: tuple[Cause | None, tuple[ChangedPart, ...]] = (None, ())
    if old.verdict != new.verdict:
        verdict = _verdict_cause(findings, parts)
    known = [
        FactChange(*key, old.evidence.get(key), new.evidence.get(key))
        for key in {**old.evidence, **new.evidence}
        if key in old.evidence and key in new.evidence and old.evidence[key].value != new.evidence[key].value
    ]
    changed = _parameter_changes(old.parameters, new.parameters)
    return Difference(old, new, parts, False, findings, *verdict, tuple(known), "project" not in parts, changed)


class _Swaps:
    """Assessments in which some parts are those of the new side and the others those of the old one."""

    def __init__(self, old: Side, new: Side) -> None:
        self.old, self.new = old, new
        self.unreadable = False
        self._bases: dict[tuple[bool, bool], CompiledKnowledgeBase] = {(False, False): old.kb, (True, True): new.kb}
        differing: dict[ChangedPart, bool] = {
            "project": _facts(old.project) != _facts(new.project),
            "rules": old.kb.version != new.kb.version,
            "parameters": bool(_overriding(old.kb, new.kb)),
            "waivers": _responses(old.project) != _responses(new.project),
            "date": old.today != new.today,
        }
        self.parts: tuple[ChangedPart, ...] = tuple(part for part in PARTS if differing.get(part))
        if "rules" not in self.parts:
            self._bases[True, False], self._bases[False, True] = old.kb, new.kb
        if "parameters" not in self.parts:
            self._bases[True, False], self._bases[False, True] = new.kb, old.kb
        every = frozenset(self.parts)
        self.swapped = {part: self._edition(frozenset({part})) for part in self.parts}
        self.reverted = {part: self._edition(every - {part}) for part in self.parts}

    def cause(self, value: Any) -> tuple[Cause, tuple[ChangedPart, ...]]:
        """Return what made a value different, and which parts had a share in it."""
        before, after = value(self.old.edition), value(self.new.edition)
        alone = [part for part in self.parts if (seen := self.swapped[part]) is not None and value(seen) == after]
        needed = [part for part in self.parts if (seen := self.reverted[part]) is not None and value(seen) == before]
        if len(alone) == 1 and alone == needed:
            return alone[0], (alone[0],)
        share = tuple(
            part
            for part in self.parts
            if self.swapped[part] is None
            or self.reverted[part] is None
            or value(self.swapped[part]) != before
            or value(self.reverted[part]) != after
        )
        return "together", share or self.parts

    def _edition(self, swapped: frozenset[ChangedPart]) -> Edition | None:
        """Return the assessment with these parts of the new side; None when the project does not fit the rules."""
        if not swapped:
            return self.old.edition
        if swapped == frozenset(self.parts):
            return self.new.edition
        facts = self.new if "project" in swapped else self.old
        waivers = self.new if "waivers" in swapped else self.old
        today = self.new.today if "date" in swapped else self.old.today
        try:
            kb = self._base("rules" in swapped, "parameters" in swapped)
            project = facts.project
            if kb.version != facts.kb.version and project.document is not None:
                project = read_project(project.document, kb)  # as the vocabulary of that knowledge base reads it
            mixed = replace(project, responses=waivers.project.responses)
            return edition_of(assess(mixed, kb, today=today, interpreter="evaluate").to_dict())
        except ProblemsError:
            self.unreadable = True
            return None

    def _base(self, new_rules: bool, new_parameters: bool) -> CompiledKnowledgeBase:
        key = new_rules, new_parameters
        if key not in self._bases:
            rules = self.new.kb if new_rules else self.old.kb
            parameters = self.new.kb if new_parameters else self.old.kb
            self._bases[key] = compiled(load_knowledge_base(rules.folder, overrides=_overriding(rules, parameters)))
        return self._bases[key]


def _overriding(rules: KnowledgeBase, parameters: KnowledgeBase) -> dict[str, ParameterDefinition]:
    """Return the parameters of the second base that the first one has with another value."""
    return {
        name: parameters.parameters[name]
        for name, own in rules.parameters.items()
        if name in parameters.parameters and parameters.parameters[name].value != own.value
    }


def _facts(project: Project) -> tuple[object, ...]:
    memory = project.memory
    return memory.project, memory.elements, memory.closed


def _responses(project: Project) -> list[tuple[object, ...]]:
    return [
        (one.finding, one.subject, one.response, one.reason, one.by, one.on, one.who, one.until, one.rests_on)
        for one in project.responses
    ]


def _state(edition: Edition, key: NotedKey) -> tuple[str | None, bool]:
    """Return a finding's severity on a side, and whether it is still to come there."""
    return edition.severity(key), edition.kind(key) == "upcoming"


def _changes(
    old: Edition, new: Edition, cause: Callable[[Noted, str | None], tuple[Cause, tuple[ChangedPart, ...]]]
) -> tuple[FindingChange, ...]:
    """Return each finding that differs; what made the difference is told by what became of it where it is not there."""
    found: list[FindingChange] = []
    for key in {**old.findings, **new.findings}:
        before, after = old.severity(key), new.severity(key)
        if _state(old, key) == _state(new, key):
            continue
        noted = new.findings.get(key) or old.findings[key]
        fate = old.fate(key) if before is None else new.fate(key) if after is None else None
        found.append(FindingChange(noted, before, after, fate, *cause(noted, fate), old.kind(key), new.kind(key)))
    return tuple(sorted(found, key=lambda change: change.finding.order))


def _parameter_changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[ParameterChange, ...]:
    names = sorted({*old, *new})
    return tuple(
        ParameterChange(name, old.get(name), new.get(name)) for name in names if old.get(name) != new.get(name)
    )


def _fact_changes(before: Assessment, after: Assessment, kb: KnowledgeBase) -> tuple[FactChange, ...]:
    old, new = before.facts, after.facts

    def value(evidence: Evidence | None) -> Any:
        if evidence is None:
            return None
        definition = kb.vocabulary.facts.get(evidence.fact)
        unordered = definition is not None and definition.type in ("set", "refs") and isinstance(evidence.value, list)
        return sorted(set(evidence.value)) if unordered else evidence.value

    keys = {**new, **old}
    return tuple(
        FactChange(*key, old.get(key), new.get(key)) for key in keys if value(old.get(key)) != value(new.get(key))
    )


# Saved assessments


def _differing(old: Edition, new: Edition) -> tuple[ChangedPart, ...]:
    """Return the parts that are, or may be, different. A hash covers the whole file, its responses included."""
    same_facts = old.project.sha256 is not None and (old.project.sha256, old.assumed) == (
        new.project.sha256,
        new.assumed,
    )
    common = {*old.parameters} & {*new.parameters}
    differing: dict[ChangedPart, bool] = {
        "project": not same_facts,
        "rules": old.rules_version != new.rules_version,
        "parameters": any(old.parameters[name] != new.parameters[name] for name in common),
        "waivers": old.responses != new.responses,
        "date": old.today != new.today and (old.has_deadlines or new.has_deadlines),
        "product": old.product_version != new.product_version,
    }
    return tuple(part for part in PARTS if differing[part])


def _eliminated(
    key: NotedKey, fate: str | None, old: Edition, new: Edition, parts: tuple[ChangedPart, ...]
) -> tuple[Cause, tuple[ChangedPart, ...]]:
    if fate == "waived":
        return _waiver_cause(key, old, new, parts)
    others = tuple(part for part in parts if part not in ("waivers", "date"))
    if fate == "no_rule" and "rules" in parts:
        return "rules", ("rules",)
    if len(others) == 1:
        return others[0], others
    return "unknown", others


def _waiver_cause(
    key: NotedKey, old: Edition, new: Edition, parts: tuple[ChangedPart, ...]
) -> tuple[Cause, tuple[ChangedPart, ...]]:
    """Return why a finding that is there on both sides is left out on one: its waiver, the date, or changed facts."""
    ends = {old.waiver_status(key), new.waiver_status(key)}
    if None in ends:
        return "waivers", ("waivers",)
    if "lapsed" in ends and "date" in parts and "waivers" not in parts:
        return "date", ("date",)
    if "facts_changed" in ends and "project" in parts and "waivers" not in parts:
        return "project", ("project",)
    return ("waivers", ("waivers",)) if "waivers" in parts else ("unknown", parts)


def _verdict_cause(
    findings: Iterable[FindingChange], parts: tuple[ChangedPart, ...]
) -> tuple[Cause, tuple[ChangedPart, ...]]:
    causes = {change.cause for change in findings if change.finding.kind == "finding"}
    if len(parts) == 1:
        return parts[0], parts
    if len(causes) == 1 and not causes & {"unknown", "together"}:
        (only,) = causes
        # A fact that the verdict needs may have become known besides: that is the project's doing, too.
        if only == "project" or "project" not in parts:
            return only, tuple(part for part in parts if part == only)
    return "unknown", parts
