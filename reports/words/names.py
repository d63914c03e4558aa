"""Names: what people call findings, subjects, facts, values, owners and dates, and where a fact stands in the project.

A `Teller` names by the knowledge base alone, so that it also tells saved assessments and changes that were only tried; a
`Reading` is one assessment with its teller. Labels come from the vocabulary and never from a list here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from ...engine.assess.model import Assessment, Evidence, Finding, Member
from ...engine.knowledge.model import FactDefinition, KnowledgeBase, Rule, Source
from ...engine.problems.problem import LANGUAGES, Texts
from ...engine.problems.texts import nested
from ...engine.project.address import Address, source_and_id
from ..texts import enumerate_words, is_said, joined, say, section_name

if TYPE_CHECKING:
    from ...engine.compare.difference import Difference
    from ...engine.whatif.outlook import Outlook

_LONGEST_VALUE = 120
_VALUES_SHOWN = 12
_LIKEWISE, _ACTING = 3, 8

_LONG = 6
"""Elements that a whole list may have for each to be named; of a longer one it is said that all are meant."""

_WEEKDAYS = "月火水木金土日"
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Teller(Struct, frozen=True):
    """A knowledge base, a language, and what the project calls its elements.

    Attributes:
        labels: What people call each element, by subject (`goals/g1`).
    """

    kb: KnowledgeBase
    language: str
    labels: Mapping[str, Texts] = field(default_factory=dict)

    @classmethod
    def naming(cls, kb: KnowledgeBase, language: str, names: Mapping[str, str]) -> Teller:
        """Return one that calls elements by names, which are the same in every language."""
        return cls(kb, language, {subject: dict.fromkeys(LANGUAGES, name) for subject, name in names.items()})

    def say(self, key: str, **values: object) -> str:
        """Return a text of the product."""
        return say(key, self.language, **values)

    def join(self, items: Sequence[str]) -> str:
        """Join words as the language does."""
        return enumerate_words(items, self.language)

    def verdict(self, verdict: str, *, settled: bool = True) -> str:
        """Return what a verdict is called; it may be called otherwise while an answer could make it worse."""
        policy = self.kb.verdict
        labels = policy.verdict_labels if settled else {**policy.verdict_labels, **policy.unsettled_labels}
        return labels[verdict][self.language]

    def severity(self, severity: str) -> str:
        """Return what a severity is called."""
        return self.kb.verdict.severity_labels[severity][self.language]

    def subject(self, subject: str) -> str:
        """Return what a subject is called: an element, a family's member, a value of a parameter, a new element."""
        path, name = source_and_id(subject)
        if subject in self.labels:
            return self.labels[subject].get(self.language, name)
        listed = self.kb.vocabulary.lists.get(path)
        if listed is not None and name in listed.members:
            return listed.members[name][self.language]
        if listed is not None:
            return f"{listed.element_label[self.language]} {name}"
        labels = [one.members[name] for one in self.kb.vocabulary.lists.values() if name in one.members]
        return labels[0].get(self.language, name) if labels else name

    def subjects(self, subjects: Sequence[str], shown: int | None = None) -> str:
        """Return several subjects of one kind: a whole family and a whole long list as such, others by name, the rest counted."""
        if not subjects:
            return ""
        subjects = list(dict.fromkeys(subjects))  # several facts may be about each of them
        path, _ = source_and_id(subjects[0])
        listed = self.kb.vocabulary.lists.get(path)
        if listed is not None and 1 < len(listed.members) == len(subjects):
            return say("subjects.all", self.language, list=listed.label[self.language])
        if listed is not None and _LONG < len(subjects) == sum(one.startswith(f"{path}/") for one in self.labels):
            return say("subjects.every", self.language, list=listed.label[self.language], n=len(subjects))
        return enumerate_words([self.subject(one) for one in self.in_order(subjects)], self.language, shown)

    def in_order(self, subjects: Sequence[str]) -> list[str]:
        """Return subjects of one kind in the order in which the vocabulary or the project names them."""
        listed = self.kb.vocabulary.lists.get(source_and_id(subjects[0])[0]) if subjects else None
        order = [f"{listed.path}/{name}" for name in listed.members] if listed is not None else []
        places = {name: place for place, name in enumerate(order or self.labels)}
        return sorted(subjects, key=lambda one: places.get(one, len(places)))

    def title(self, code: str, subject: str | None) -> str:
        """Return the title of a finding about a subject, None for one that nobody has named; its code alone when the rules have none of this code."""
        rule = self.kb.by_code.get(code)
        if rule is None:
            return code
        if subject is None and rule.loop is not None:
            listed = self.kb.vocabulary.lists[rule.loop.source]
            other = self.say("subject.other", element=listed.element_label[self.language])
            return rule.title[self.language].replace("{subject}", other)
        return self._about(rule.title, subject)

    def advice(self, code: str, subject: str | None) -> str:
        """Return the advice of a rule about a subject."""
        return self._about(self.kb.rule(code).advice, subject)

    def _about(self, text: Texts, subject: str | None) -> str:
        return nested(text[self.language].replace("{subject}", self.subject(subject) if subject is not None else ""))

    def titles(self, code: str, subjects: Sequence[str]) -> str:
        """Return the title of findings of one code: about the first of their subjects, with the others behind it.

        Where not all would be named and they are a whole family (the six capitals), all the others are meant.
        """
        ordered = self.in_order(subjects)
        title = self.title(code, ordered[0] if ordered else None)
        if len(ordered) <= 1:
            return title
        listed = self.kb.vocabulary.lists.get(source_and_id(ordered[0])[0])
        if listed is not None and _LIKEWISE + 1 < len(ordered) == len(listed.members):
            return say("likewise.all", self.language, title=title)
        names = enumerate_words([self.subject(one) for one in ordered[1:]], self.language, shown=_LIKEWISE)
        return say("likewise", self.language, title=title, subjects=names)

    def fact(self, fact: str, subject: str | None = None) -> str:
        """Return what a fact is called, with the subject that it is about."""
        if fact.endswith("[].id"):
            return self.kb.vocabulary.lists[fact.removesuffix("[].id")].element_label[self.language]
        declared = self.kb.vocabulary.facts.get(fact) or self.kb.vocabulary.lists.get(fact)
        label = fact if declared is None else declared.label[self.language]
        if subject is None or fact in self.kb.vocabulary.lists:
            return label
        return say("fact_of", self.language, fact=label, subject=self.subject(subject))

    def value(self, fact: str, value: Any) -> str:
        """Return a JSON value of a fact as people say it; None is unknown."""
        definition = self.kb.vocabulary.facts.get(fact)
        if value is None:
            return say("unknown", self.language)
        if isinstance(value, bool):
            return say("yes" if value else "no", self.language)
        if isinstance(value, (list, tuple)):
            return self._several(fact, definition, list(value))
        if definition is not None and value in definition.values:
            return definition.values[value][self.language]
        if isinstance(value, str):
            return self._quoted(value)
        unit = definition.unit if definition is not None else None
        if unit is None or not is_said(f"unit.{unit}"):
            return value_code(value) + (f" {unit}" if unit else "")
        return say(f"unit.{unit}", self.language, n=value)

    def owners(self, owner: Sequence[str], organisation: str | None) -> str:
        """Return who acts, as roles (`Project lead + municipality`); the organisation concerned and its champion by name, if known."""
        words = []
        for role in owner:
            if role == "organisation" and organisation is not None:
                words.append(organisation)
            elif role == "champion" and organisation is not None:
                words.append(say("owner.champion.of", self.language, organisation=organisation))
            elif role in self.kb.owners:
                words.append(self.kb.owners[role][self.language])
            else:
                words.append(say(f"owner.{role}", self.language) if is_said(f"owner.{role}") else role)
        return joined(words, self.language, "plus")

    def advice_to(self, advice: Texts, subjects: Sequence[str | None]) -> str:
        """Return a piece of advice behind the names of what it is about; a capital is none that it calls by a pronoun."""
        named = list(dict.fromkeys(one for one in subjects if one is not None))
        listed = self.kb.vocabulary.lists.get(source_and_id(named[0])[0]) if named else None
        if listed is None or listed.members:
            return advice[self.language]
        label = self.subjects(named, _ACTING)
        if len(named) == 1 and listed.element not in self.kb.owners:  # one that does not act is told as what it is
            element = listed.element_label[self.language]
            label = self.say("advice.about", element=element[:1].upper() + element[1:], name=label)
        return self.say("labelled", label=label, text=advice[self.language])

    def acting(self, owner: Sequence[str], subjects: Sequence[str | None]) -> str:
        """Return who does what concerns some subjects, None for the project: organisations by name, if it concerns no other thing."""
        named = [one for one in subjects if one is not None]
        return self.owners(owner, self.subjects(named, _ACTING) if named and len(named) == len(subjects) else None)

    def _quoted(self, text: str) -> str:
        """Return words of the project's own between the quotes of the language, control characters escaped."""
        return say("answer.quoted", self.language, value=_shortened(json.dumps(text, ensure_ascii=False)[1:-1]))

    def _several(self, fact: str, definition: FactDefinition | None, values: list[Any]) -> str:
        if not values:
            return say("none", self.language)
        if fact in self.kb.vocabulary.lists:
            words = [self.subject(f"{fact}/{value}") for value in values]
        elif definition is not None and definition.type == "refs":
            words = [self.subject(f"{definition.target}/{value}") for value in values]
        elif definition is not None and definition.values:
            words = [definition.values[one][self.language] if one in definition.values else str(one) for one in values]
        else:
            words = [self._quoted(value) if isinstance(value, str) else value_code(value) for value in values]
        return enumerate_words(words, self.language, shown=_VALUES_SHOWN)


class Reading(Struct, frozen=True, dict=True):
    """One assessment with the knowledge base and the language that it is told in, and quick ways to its facts.

    Attributes:
        outlook: What answers would change, and the least that leads to a better verdict, where it was looked for.
        since: What is different from an earlier assessment.
        assumed: What `--set` assumes, as it was written.
    """

    assessment: Assessment
    kb: KnowledgeBase
    language: str
    outlook: Outlook | None = None
    since: Difference | None = None
    assumed: Sequence[str] = ()

    @cached_property
    def members(self) -> dict[str, Member]:
        """Every element by subject (`goals/g1`)."""
        listed = self.assessment.elements.items()
        return {f"{path}/{member.id}": member for path, members in listed for member in members}

    @property
    def title(self) -> str:
        """What the project is called, on one line."""
        name, file = self.assessment.name, self.assessment.file
        return " ".join(project_name(name, file, self.kb, self.language).split())

    @property
    def ahead(self) -> Outlook:
        """The outlook, which was looked for."""
        assert self.outlook is not None
        return self.outlook

    def say(self, key: str, **values: object) -> str:
        """Return a text of the product in the language of the memo."""
        return say(key, self.language, **values)

    def text(self, texts: Texts) -> str:
        """Return a text of the knowledge base in the language of the memo."""
        return texts[self.language]

    def value(self, fact: str, subject: str | None = None) -> Any:
        """Return the stated value of a fact, None when it is unknown."""
        return self.assessment.values.get(Address(fact, subject))

    @cached_property
    def teller(self) -> Teller:
        """Names of findings, subjects and values that need no assessment."""
        return Teller(self.kb, self.language, labels_of(self.assessment.elements))

    def owners(self, finding: Finding) -> str:
        """Return who acts on a finding, as roles."""
        label = finding.subject_label
        return self.teller.owners(finding.owner, self.text(label) if label else None)

    def derived(self, concept: str) -> Any:
        """Return the value of a derived fact (`capitals/human.gap`), None when it is unknown."""
        return self.assessment.derived.get(concept)


def citation(reading: Reading, source: Source) -> str:
    """Return section and numbers of what a rule cites: `article III.3, G142, G143`, and that it infers; empty for a rule of ours."""
    if source.section is None:
        return ""
    section = reading.say("finding.guidance.paper", section=section_name(source.section, reading.language))
    inferred = [reading.say("finding.guidance.inferred")] if source.inferred else []
    return joined([section, *source.statements, *inferred], reading.language)


def base_name(file: str | None) -> str:
    """Return a file's name without its folders: a memo is passed on, and where it was written is nobody's business."""
    return (file or "").replace("\\", "/").rstrip("/").rpartition("/")[2]


def project_name(name: str | None, file: str | None, kb: KnowledgeBase, language: str) -> str:
    """Return what a project is called; where the knowledge base has no fact for its name, as its file is."""
    if name is None and kb.presentation.project.name is None and file is not None:
        return base_name(file)
    return name or say("memo.unnamed", language)


def place_of(evidence: Evidence) -> str:
    """Return `file:line:column`, as far as it is known."""
    parts = [
        base_name(evidence.file),
        *(str(number) for number in (evidence.line, evidence.column) if number is not None),
    ]
    return ":".join(part for part in parts if part)


def is_best(definition: FactDefinition | None, value: Any) -> bool:
    """Return whether a fact has the best value that it can have; False where no value is better than another."""
    return definition is not None and bool(definition.better) and value == definition.better[-1]


def value_code(value: Any) -> str:
    """Return a JSON value as it stands in the document, shortened; of a list of elements only the ids."""
    if isinstance(value, list):
        value = [item["id"] if isinstance(item, dict) and "id" in item else item for item in value]
    return _shortened(json.dumps(value, ensure_ascii=False))


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_VALUE else text[:_LONGEST_VALUE] + "…"


def labels_of(elements: Mapping[str, Sequence[Any]]) -> dict[str, Texts]:
    """Return what an assessment calls its elements, by subject."""
    return {f"{path}/{member.id}": member.label for path, members in elements.items() for member in members}


def without_subject(text: str, rule: Rule, kb: KnowledgeBase, language: str) -> str:
    """Return a rule's text with a word in the place where a memo names the subject, which is one of many here."""
    if rule.loop is None:
        return text
    if language == "ja":
        return text.replace("{subject}", "○○")
    label = kb.vocabulary.lists[rule.loop.source].element_label.get(language, rule.loop.variable)
    bare = text.replace("“{subject}”", "{subject}")
    is_beside = f"{{subject}} {label}" in bare or f"{label} {{subject}}" in bare
    return text.replace("{subject}", "X" if is_beside else f"({label})")


def write_date(iso: str, language: str) -> str:
    """Return a date in words; what is no ISO date is returned as it is.

    >>> write_date("2026-11-22", "en")
    '22 November 2026'
    >>> write_date("2026-11-22", "ja")
    '2026年11月22日(日)'
    """
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    if iso != day.isoformat():
        return iso
    if language == "ja":
        return f"{day.year}年{day.month}月{day.day}日({_WEEKDAYS[day.weekday()]})"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def anchor(reading: Reading, finding: Finding) -> str:
    """Return the name of a finding's place in the memo: its number in the assessment, since subjects may hold anything."""
    return f"finding-{reading.assessment.findings.index(finding) + 1}"


def subject_name(reading: Reading, finding: Finding) -> str:
    """Return what a finding is about: `goal: Safety at home`; empty when it is about the project."""
    if finding.subject is None or finding.subject_label is None:
        return ""
    label = reading.text(finding.subject_label)
    listed = reading.kb.vocabulary.lists.get(source_and_id(finding.subject)[0])
    return label if listed is None else reading.say("labelled", label=reading.text(listed.element_label), text=label)
