"""Names that every report says alike: of findings, subjects, facts, values, verdicts and owners, in one language.

Unlike `words.Reading` it needs no assessment, so that it also tells saved ones and changes that were only tried.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...engine.knowledge.model import FactDefinition, KnowledgeBase, Rule
from ...engine.problems.problem import Texts
from ...engine.records import dataclass, field
from ..texts.common import MESSAGES, enumerate_words, say
from .names import value_code

_VALUES_SHOWN = 12
_LIKEWISE = 3
_LONG = 6
"""Elements that a whole list may have for each to be named; of a longer one it is said that all are meant."""


@dataclass(frozen=True, slots=True)
class Teller:
    """A knowledge base, a language, and what the project calls its elements.

    Attributes:
        labels: What people call each element, by subject (`goals/g1`).
    """

    kb: KnowledgeBase
    language: str
    labels: Mapping[str, Texts] = field(default_factory=dict)

    def join(self, items: Sequence[str]) -> str:
        """Join words as the language does."""
        return enumerate_words(items, self.language)

    def verdict(self, verdict: str) -> str:
        """Return what a verdict is called."""
        return self.kb.verdict.verdict_labels[verdict][self.language]

    def severity(self, severity: str) -> str:
        """Return what a severity is called."""
        return self.kb.verdict.severity_labels[severity][self.language]

    def subject(self, subject: str) -> str:
        """Return what a subject is called: an element, a family's member, a value of a parameter, a new element."""
        path, _, name = subject.rpartition("/")
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
        """Return several subjects of one kind: a whole family and a whole long list as such, others by name.

        Args:
            subjects: The subjects (`capitals/human`).
            shown: How many are named; the rest is counted.
        """
        if not subjects:
            return ""
        path = subjects[0].rpartition("/")[0]
        listed = self.kb.vocabulary.lists.get(path)
        if listed is not None and 1 < len(listed.members) == len(subjects):
            return say("subjects.all", self.language, list=listed.label[self.language])
        if listed is not None and _LONG < len(subjects) == sum(one.startswith(f"{path}/") for one in self.labels):
            return say("subjects.every", self.language, list=listed.label[self.language], n=len(subjects))
        return enumerate_words([self.subject(one) for one in self.in_order(subjects)], self.language, shown)

    def in_order(self, subjects: Sequence[str]) -> list[str]:
        """Return subjects of one kind in the order in which the vocabulary or the project names them."""
        listed = self.kb.vocabulary.lists.get(subjects[0].rpartition("/")[0]) if subjects else None
        order = [f"{listed.path}/{name}" for name in listed.members] if listed is not None else []
        places = {name: place for place, name in enumerate(order or self.labels)}
        return sorted(subjects, key=lambda one: places.get(one, len(places)))

    def title(self, code: str, subject: str | None) -> str:
        """Return the title of a finding about a subject; its code alone when the rules have none of this code."""
        rule = next((rule for rule in self.kb.rules if rule.code == code), None)
        if rule is None:
            return code
        return rule.title[self.language].replace("{subject}", self.subject(subject) if subject is not None else "")

    def titles(self, code: str, subjects: Sequence[str]) -> str:
        """Return the title of findings of one code: about the first of their subjects, with the others behind it."""
        ordered = self.in_order(subjects)
        title = self.title(code, ordered[0] if ordered else None)
        if len(ordered) <= 1:
            return title
        names = enumerate_words([self.subject(one) for one in ordered[1:]], self.language, shown=_LIKEWISE)
        return say("likewise", self.language, title=title, subjects=names)

    def fact(self, fact: str, subject: str | None = None) -> str:
        """Return what a fact is called, with the subject that it is about."""
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
        unit = definition.unit if definition is not None else None
        if unit is None or f"unit.{unit}" not in MESSAGES:
            return value_code(value) + (f" {unit}" if unit else "")
        return say(f"unit.{unit}", self.language, n=value)

    def owners(self, owner: Sequence[str], subject: str | None) -> str:
        """Return who acts, as roles; the organisation concerned is named where it is known."""
        words = []
        for role in owner:
            if role == "organisation" and subject is not None:
                words.append(self.subject(subject))
            elif role in self.kb.owners:
                words.append(self.kb.owners[role][self.language])
            else:
                words.append(say(f"owner.{role}", self.language) if f"owner.{role}" in MESSAGES else role)
        return (" ＋ " if self.language == "ja" else " + ").join(words)

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
            words = [value_code(value) for value in values]
        return enumerate_words(words, self.language, shown=_VALUES_SHOWN)


def labels_of(elements: Mapping[str, Sequence[Any]]) -> dict[str, Texts]:
    """Return what an assessment calls its elements, by subject.

    Args:
        elements: The assessment's `elements`.
    """
    return {f"{path}/{member.id}": member.label for path, members in elements.items() for member in members}


def without_subject(text: str, rule: Rule, kb: KnowledgeBase, language: str) -> str:
    """Return a rule's text with a word in the place where a memo names the subject, which is one of many here."""
    if rule.loop is None:
        return text
    if language == "ja":
        return text.replace("{subject}", "○○")
    label = kb.vocabulary.lists[rule.loop.source].element_label.get(language, rule.loop.variable)
    is_beside = f"{{subject}} {label}" in text or f"{label} {{subject}}" in text
    return text.replace("{subject}", "X" if is_beside else f"({label})")
