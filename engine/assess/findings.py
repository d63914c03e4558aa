"""From conclusions to what an assessment holds: findings with their evidence, questions, derived facts, the trace."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

from ..account import Account, Accounts, ListAccount, Why, why_of
from ..compiled import CompiledKnowledgeBase
from ..knowledge.model import (
    Rule,
    Texts,
    is_upcoming,
    severity_of,
)
from ..language.truth import Truth
from ..problems.texts import nested, one_of
from ..project.address import Address, source_and_id, subject_of, subject_of_outcome
from ..project.memory import Conclusions, Key
from ..project.project import Project, Stated
from .completions import Either
from .model import Alternative, Coverage, Evidence, Finding, Member, Outcome, OutcomeName, Sum
from .questions import RoadMap, rank

K = TypeVar("K")
V = TypeVar("V")
_OUTCOMES: dict[bool | None, OutcomeName] = {True: "holds", False: "does_not_hold", None: "cannot_tell"}


def placed(stated: Stated, project: Project) -> Evidence:
    """Return a stated fact with its place in the document."""
    assumed = (stated.fact, stated.subject) in project.assumed
    place = None if assumed else project.place(stated.pointer)
    return Evidence(
        fact=stated.fact,
        subject=stated.subject,
        value=stated.value,
        pointer=stated.pointer,
        file=place.file if place is not None else "--set" if assumed else None,
        line=place.line if place is not None else None,
        column=place.column if place is not None else None,
        source=stated.source,
        as_of=stated.as_of,
        by=stated.by,
    )


class Drafter:
    """Drafts the parts of one assessment.

    Attributes:
        labels: What people call each element, by its subject.
        road_map: The order of areas.
    """

    def __init__(
        self, kb: CompiledKnowledgeBase, project: Project, accounts: Accounts, phase: str | None = None
    ) -> None:
        self.kb = kb
        self._phase = phase
        self.project = project
        self.accounts = accounts

    @cached_property
    def road_map(self) -> RoadMap:
        """The areas of the knowledge base, along the way that the project goes from its phase on."""
        return RoadMap(self.kb.areas.values(), self._phase)

    @cached_property
    def labels(self) -> Mapping[str, Texts]:
        """What the elements of the project's lists are called, by their subjects; of several of one name, which of them it is."""
        found: dict[str, Texts] = {}
        for path, elements in self.accounts.memory.elements.items():
            members = self.kb.vocabulary.lists[path].members
            subjects = [subject_of(path, element["id"]) for element in elements]
            called = [self.project.names.get(one, str(at["id"])) for one, at in zip(subjects, elements, strict=True)]
            many, before = Counter(called), Counter[str]()
            for subject, element, name in zip(subjects, elements, called, strict=True):
                before[name] += 1
                found[subject] = members.get(str(element["id"])) or one_of(name, before[name], many[name])
        return found

    def findings(self, conclusions: Conclusions, silenced: Mapping[Key, str]) -> tuple[Finding, ...]:
        """Return the findings that remain, in reading order."""
        present = {
            code for (code, subject), truth in conclusions.outcomes.items() if truth and (code, subject) not in silenced
        }
        found = []
        for rule in self.kb.rules:
            for key, truth in self.outcomes(rule, conclusions):
                if truth is True and key not in silenced:
                    found.append(self._finding(rule, key, conclusions, present))
        return tuple(
            sorted(found, key=lambda one: rank(self.kb, self.road_map, one.kind, one.severity, one.code, one.subject))
        )

    def outcomes(self, rule: Rule, conclusions: Conclusions) -> Iterable[tuple[Key, Truth]]:
        """Return what is concluded of a rule about each of its subjects, in the order of the project."""
        found = conclusions.outcomes
        if rule.loop is None or (rule.code, None) in found:
            return [((rule.code, None), found[rule.code, None])]
        return [
            ((rule.code, str(element["id"])), found[rule.code, str(element["id"])])
            for element in self.accounts.memory.elements[rule.loop.source]
        ]

    def told(self, rule: Rule, conclusions: Conclusions) -> Iterable[tuple[Key, Truth]]:
        """Return the outcomes of a rule as reports tell them: of elements of which none is named yet, that nothing can be told."""
        found = list(self.outcomes(rule, conclusions))
        silent = rule.loop is not None and rule.loop.source not in self.accounts.memory.closed
        return found or ([((rule.code, None), None)] if silent else [])

    def _finding(self, rule: Rule, key: Key, conclusions: Conclusions, present: set[str]) -> Finding:
        subject = subject_of_outcome(key, self.kb)
        label = self.labels.get(subject) if subject is not None else None
        grade = conclusions.severities[key]
        return Finding(
            code=rule.code,
            kind="upcoming" if is_upcoming(grade) else rule.kind,
            severity=severity_of(grade),
            subject=subject,
            subject_label=label,
            area=rule.area,
            rule=rule.name,
            title=_about(rule.title, label),
            advice=_about(rule.advice, label),
            owner=rule.owner,
            source=rule.source,
            why=self.kb.in_words(rule.code),
            evidence=self._evidence(key, subject),
            severity_note=rule.severity_note,
            causes=tuple(code for code in rule.causes if code in present),
        )

    @cached_property
    def _places(self) -> tuple[Mapping[Address, int], Mapping[str, int]]:
        """Which of the stated facts, and of the elements, each one is."""
        project = self.project
        return (
            {address: place for place, address in enumerate(project.stated)},
            {subject: place for place, subject in enumerate(project.elements)},
        )

    def _evidence(self, key: Key, subject: str | None) -> tuple[Evidence, ...]:
        account = self.accounts.of_outcome(key)
        assert account is not None
        keys, (stated, elements) = account.evidence(), self._places
        found = [self.project.stated[key] for key in sorted(stated.keys() & keys, key=stated.__getitem__)]
        named = {about for fact, about in keys if about is not None and fact.endswith("[].id")}
        if subject is not None and not any(one.subject == subject for one in found):
            named.add(subject)
        for about in sorted(elements.keys() & named, key=elements.__getitem__):
            source, name = source_and_id(about)
            found.append(Stated(f"{source}[].id", about, name, f"{self.project.elements[about]}/id"))
        return tuple(placed(stated, self.project) for stated in found)

    def either(self, either: Either | None) -> Alternative | None:
        """Return findings of which one holds whatever the answer is, with the worst severity that each could have."""
        if either is None:
            return None
        found = [(key[0], subject_of_outcome(key, self.kb), self.kb.rule(key[0]).worst) for key in either.outcomes]
        return Alternative(tuple(found), either.facts) if found else None

    def comes_later(self, rule: Rule) -> bool:
        """Tell whether a rule is known not to count before a later phase."""
        return rule.comes_later(self.accounts.memory.project.get(self.kb.verdict.phase or ""))

    def coverage(self, conclusions: Conclusions) -> Coverage:
        """Return how many of the rules that count in this phase could be checked."""
        due = [rule for rule in self.kb.rules if rule.kind == "finding" and rule.asks and not self.comes_later(rule)]
        told = [rule for rule in due if all(truth is not None for _, truth in self.told(rule, conclusions))]
        return Coverage(len(due), len(told))

    def derived(self, conclusions: Conclusions) -> dict[str, Any]:
        """Return the derived facts that are known, named `<subject>.<name>` or by their path; no working concepts."""
        found: dict[str, Any] = {}
        for (concept, element), state in conclusions.derived.items():
            definition = self.kb.vocabulary.concepts[concept]
            if state.value is None or definition.working:
                continue
            source = definition.source
            subject = None if source is None or element is None else subject_of(source, element)
            members = self._members(concept, state.value)
            found[str(Address(concept, subject))] = state.value if members is None else members
        return dict(sorted(found.items()))

    def _members(self, concept: str, value: str) -> list[str] | None:
        """Return the ids that a concept's value stands for, when its line says so."""
        compiled = self.accounts.evaluator.by_concept[concept]
        for line, (_, condition) in zip(compiled.derivation.lines, compiled.lines, strict=True):
            if line.value != value or line.members is None:
                continue
            listed = self.accounts.of(condition.children[0], {})
            assert isinstance(listed, ListAccount)
            return [str(one.element["id"]) for one in listed.elements() if one.meant is True]
        return None

    def facts(self) -> Mapping[Address, Evidence]:
        """Return every stated fact with its place."""
        project = self.project
        return Later(project.stated, lambda address: placed(project.stated[address], project))

    def elements(self) -> dict[str, tuple[Member, ...]]:
        """Return the elements of each stated list."""
        found: dict[str, tuple[Member, ...]] = {}
        for path, elements in self.accounts.memory.elements.items():
            if self.kb.vocabulary.lists[path].members:
                continue
            subjects = [(element, subject_of(path, element["id"])) for element in elements]
            found[path] = tuple(
                Member(str(element["id"]), self.labels[subject], self.project.elements.get(subject, ""))
                for element, subject in subjects
            )
        return found

    def whys(self, conclusions: Conclusions, silenced: Mapping[Key, str]) -> Mapping[tuple[str, str | None], Why]:
        """Return why each finding that remains holds."""
        accounts = self.accounts
        keys = {
            (key[0], subject_of_outcome(key, self.kb)): key for key in conclusions.severities if key not in silenced
        }
        return Later(keys, lambda finding: why_of(accounts, keys[finding]))

    def sums(self) -> dict[str, Sum]:
        """Return what is added up for derived facts of the project."""
        return {concept: self._sum(self.accounts.of(compiled, {})) for concept, compiled in self.kb.sums.items()}

    def _sum(self, listed: Account) -> Sum:
        assert isinstance(listed, ListAccount)
        assert listed.node.measure is not None
        meant = [one.element.get(listed.node.measure.attribute) for one in listed.elements() if one.meant is True]
        known = [value for value in meant if isinstance(value, float)]
        return Sum(len(meant), len(known), math.fsum(known))

    def trace(self, conclusions: Conclusions, silenced: Mapping[Key, str]) -> tuple[Outcome, ...]:
        """Return the outcome of every rule on every subject."""
        found = []
        for rule in self.kb.rules:
            for key, truth in self.told(rule, conclusions):
                found.append(
                    Outcome(rule.code, rule.name, subject_of_outcome(key, self.kb), _OUTCOMES[truth], silenced.get(key))
                )
        return tuple(found)


def _about(texts: Texts, label: Texts | None) -> Texts:
    if label is None:
        return texts
    return {language: nested(text.replace("{subject}", label.get(language, ""))) for language, text in texts.items()}


class Later(Mapping[K, V]):
    """What is told of each of some keys when somebody asks for it, because few do."""

    def __init__(self, keys: Collection[K], tell: Callable[[K], V]) -> None:
        """Take the keys, and what tells of one of them."""
        self._keys = keys
        self._tell = tell

    def __getitem__(self, key: K) -> V:
        if key not in self._keys:
            raise KeyError(key)
        return self._tell(key)

    def __iter__(self) -> Iterator[K]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def __reduce__(self) -> tuple[object, ...]:
        return dict, (dict(self),)  # another process gets what it holds
