"""Facts, places and values of an assessment in words: what people call them, where they stand, how they are written.

It reads labels from the vocabulary and never from a list of its own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ...engine.assess.model import Assessment, Evidence, Member
from ...engine.knowledge.model import FactDefinition, KnowledgeBase, Source
from ...engine.problems.problem import Texts
from ...engine.project.address import Address
from ...engine.records import dataclass, field
from ..texts.common import MESSAGES, enumerate_words, say, section_name

if TYPE_CHECKING:
    from .telling import Teller

_LONGEST_VALUE = 120
_VALUES_SHOWN = 12
# Compiled when first used: most texts are printable as they are.
_UNWRITABLE = "[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
_TURNING = "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"


@dataclass(frozen=True)
class Reading:
    """One assessment with the knowledge base and the language that it is told in, and quick ways to its facts.

    Attributes:
        stated: Every stated fact by address.
        members: Every element by subject (`goals/g1`).
        assumed: What `--set` assumes, as it was written.
    """

    assessment: Assessment
    kb: KnowledgeBase
    language: str
    stated: Mapping[Address, Evidence] = field(default_factory=dict)
    members: dict[str, Member] = field(default_factory=dict)
    assumed: Sequence[str] = ()

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
        from .telling import Teller, labels_of

        return Teller(self.kb, self.language, labels_of(self.assessment.elements))

    def derived(self, concept: str) -> Any:
        """Return the value of a derived fact (`capitals/human.gap`), None when it is unknown."""
        return self.assessment.derived.get(concept)


def read(assessment: Assessment, kb: KnowledgeBase, language: str, assumed: Sequence[str] = ()) -> Reading:
    """Prepare an assessment, and what it assumes, for telling it in a language."""
    members = {f"{path}/{member.id}": member for path, listed in assessment.elements.items() for member in listed}
    return Reading(assessment, kb, language, assessment.facts, members, assumed)


def severity_word(reading: Reading, severity: str) -> str:
    """Return what a severity is called."""
    return reading.kb.verdict.severity_labels[severity][reading.language]


def owner_words(reading: Reading, owner: tuple[str, ...], subject_label: Texts | None) -> str:
    """Return who acts, as roles: `Project lead + municipality`."""
    words = [
        reading.text(subject_label)
        if role == "organisation" and subject_label
        else reading.text(reading.kb.owners[role])
        if role in reading.kb.owners
        else reading.say(f"owner.{role}")
        if f"owner.{role}" in MESSAGES
        else role
        for role in owner
    ]
    return " ＋ ".join(words) if reading.language == "ja" else " + ".join(words)


def citation(reading: Reading, source: Source, shown: int | None = None) -> str:
    """Return section and numbers of what a rule cites: `article III.3, G142, G143`; empty for a rule of ours."""
    if source.section is None:
        return ""
    comma = "、" if reading.language == "ja" else ", "
    numbers = source.statements[:shown]
    rest = len(source.statements) - len(numbers)
    more = [reading.say("finding.evidence.more", n=rest)] if rest else []
    return comma.join(
        [reading.say("finding.guidance.paper", section=section_name(source.section, reading.language)), *numbers, *more]
    )


def base_name(file: str | None) -> str:
    """Return a file's name without its folders: a memo is passed on, and where it was written is nobody's business."""
    return (file or "").replace("\\", "/").rstrip("/").rpartition("/")[2]


def place_of(evidence: Evidence) -> str:
    """Return `file:line:column`, as far as it is known."""
    parts = [
        base_name(evidence.file),
        *(str(number) for number in (evidence.line, evidence.column) if number is not None),
    ]
    return ":".join(part for part in parts if part)


def path_of(reading: Reading, fact: str, subject: str | None, pointer: str | None = None) -> str:
    """Return the way to a fact in the project document: `organisations[2].kind`, `capitals.human.assessed`.

    Args:
        reading: What is told.
        fact: The fact's name in the vocabulary.
        subject: The element it belongs to.
        pointer: The JSON pointer of its value, if it is stated; otherwise that of the element is used.
    """
    if "[]" in fact:
        if pointer is None and subject in reading.members:
            pointer = reading.members[subject].pointer
        index = next((part for part in (pointer or "").split("/") if part.isdecimal()), None)
        return fact.replace("[]", f"[{index}]", 1) if index is not None else fact
    if ".*." in fact and subject is not None and "/" in subject:
        return fact.replace("*", subject.rsplit("/", 1)[1], 1)
    return fact


def fact_label(reading: Reading, fact: str) -> str:
    """Return what a fact or a list is called."""
    vocabulary = reading.kb.vocabulary
    if fact.endswith("[].id"):
        return reading.text(vocabulary.lists[fact.removesuffix("[].id")].element_label)
    declared = vocabulary.facts.get(fact) or vocabulary.lists.get(fact)
    return reading.text(declared.label) if declared is not None else fact


def value_word(reading: Reading, fact: str, value: Any, subject: str | None = None) -> str:
    """Return a value of a fact as people say it: `thin` is 僅少 in Japanese, false is いいえ; empty when it says itself.

    Args:
        reading: What is told.
        fact: The fact's name in the vocabulary; of an element's id the name is said.
        value: The JSON value.
        subject: The element it belongs to.
    """
    definition = reading.kb.vocabulary.facts.get(fact)
    if fact.endswith("[].id") and subject in reading.members:
        return reading.text(reading.members[subject].label)
    if isinstance(value, bool):
        return reading.say("yes" if value else "no")
    if isinstance(value, list) and not value:
        return reading.say("none")
    values = value if isinstance(value, list) else [value]
    if definition is not None and definition.type == "refs":
        words = [_name(reading, f"{definition.target}/{item}", str(item)) for item in values]
    elif definition is not None and definition.values:
        words = [_label(reading, definition, item) for item in values]
    else:
        return ""
    return enumerate_words(words, reading.language, shown=_VALUES_SHOWN)


def value_code(value: Any) -> str:
    """Return a JSON value as it stands in the document, shortened; of a list of elements only the ids."""
    if isinstance(value, list):
        value = [item["id"] if isinstance(item, dict) and "id" in item else item for item in value]
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST_VALUE else text[:_LONGEST_VALUE] + "…"


def cleaned(data: Any) -> Any:
    r"""Return plain data whose texts can be written and shown: no control characters, no lone surrogates, one line each.

    Marks that turn the writing direction are taken out as well: a name must not reorder what stands around it.

    >>> cleaned({"name": "two\nlines\u202e"})
    {'name': 'two lines'}
    """
    if isinstance(data, str):
        line = " ".join(data.split())
        return line if line.isprintable() else re.sub(_UNWRITABLE, "\ufffd", re.sub(_TURNING, "", line))
    if isinstance(data, dict):
        return {key: cleaned(value) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [cleaned(item) for item in data]
    return data


def _name(reading: Reading, subject: str, otherwise: str) -> str:
    member = reading.members.get(subject)
    return otherwise if member is None else reading.text(member.label)


def _label(reading: Reading, definition: FactDefinition, value: Any) -> str:
    return reading.text(definition.values[value]) if value in definition.values else str(value)
