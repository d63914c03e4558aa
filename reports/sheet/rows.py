"""The rows of a sheet: which questions are put to whom, with the answers that a project file has by now.

Pure; how the rows look is the subject of `workbook`, what comes back of `replies`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from typing import Any

from msgspec import Struct

from ...engine.assess.model import Assessment
from ...engine.compiled import CompiledKnowledgeBase
from ...engine.interview.answers import DASHES, Answer, choices, declining, plain, read_answer
from ...engine.interview.plan import Questionnaire, element_of
from ...engine.knowledge.model import FactDefinition
from ...engine.language.completeness import completed_by, completeness
from ...engine.project.address import Address, source_and_id
from ...engine.project.decisions import Asked
from ...engine.project.project import Project
from ...engine.project.values import says_the_same
from ..texts import say
from ..texts.sheet import DECLINED
from ..words.names import Teller, labels_of

_ERRORS = ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#GETTING_DATA", "#SPILL!", "#CALC!")
_LONGEST = 8_000
"""Characters of an answer that is shown in a cell; a longer one stays in the file only."""

_DIGEST = "sha256:"


def is_error(text: str) -> bool:
    """Tell whether a text is what a spreadsheet program shows in place of a value.

    >>> is_error("#N/A"), is_error("#1")
    (True, False)
    """
    return text.startswith("#") and text.upper().startswith(_ERRORS)


class Was(Struct, frozen=True, omit_defaults=True):
    """What a row held when the sheet was made; it travels with the row.

    Attributes:
        value: The JSON value that the file had; of a long one its digest.
        shown: What stood in the answer's cell.
        whom: What stood in the cell for who knows.
        source: What stood in the cell for the source.
        of: The mark of what it asked, as it was shown; empty in a sheet that was made before there was one.
        cells: The mark of what stood in each cell that is not to be filled in; empty in a sheet that was made before there were such.
        page: What the page was called on which it stood; empty in a sheet that was made before that was kept.
    """

    value: Any = None
    shown: str = ""
    whom: str = ""
    source: str = ""
    of: str = ""
    page: str = ""
    cells: dict[str, str] = {}


class QuestionRow(Struct, frozen=True):
    """One question.

    Attributes:
        key: The fact that is asked for, or a list for the names of its elements.
        question, about, help, topic, unit: What stands in its cells.
        options: What can be chosen.
        closed: Whether nothing else is an answer.
        hint: How to write the answer; empty where that is plain.
        number: Whether the answer is a number.
        was: What the file has.
    """

    key: Address
    question: str
    about: str
    unit: str
    topic: str
    options: tuple[str, ...]
    closed: bool = False
    hint: str = ""
    number: bool = False
    help: str = ""
    was: Was = Was()

    @property
    def id(self) -> str:
        """What the row is found by when it comes back."""
        return f"{self.key.fact}@{self.key.subject or ''}"


class Desk:
    """What the rows of one project's sheet are made from."""

    def __init__(self, project: Project, assessment: Assessment, kb: CompiledKnowledgeBase, language: str) -> None:
        """Keep it, and look up what each question belongs to."""
        self.project, self.assessment, self.kb, self.language = project, assessment, kb, language
        self.teller = Teller(kb, language, labels_of(assessment.elements))
        self.asked = {one.key: one for one in project.asked}
        pages = Questionnaire(kb).plan.pages
        self.topics = {one.fact: page.title for page in pages for one in page.questions if not one.new}
        self._places = {fact: place for place, fact in enumerate(self.topics)}
        self._options: dict[str, list[str]] = {}

    def keys(self, *, everything: bool) -> list[Address]:
        """Return what is asked, topic by topic as the interview asks it; with `everything` besides it all that has an answer."""
        found = [question.address for question in self.assessment.questions]
        if everything:
            found += [*self.project.stated, *self.asked]
        lists = self.kb.vocabulary.lists
        ordered: dict[Address, None] = {}
        for key in found:
            closing = Address(completed_by(key.fact))
            if key.fact in lists or (key.fact != closing.fact and closing.fact in lists):
                # Whoever says that a list is complete must see it, and whoever fills it must be asked whether it is.
                ordered |= dict.fromkeys([closing, *self._closing(closing)])
            elif key.fact in self.kb.vocabulary.facts and key.fact == closing.fact:
                ordered[key] = None  # an answer about a set names all of it
        return sorted(ordered, key=self._place)

    def _place(self, key: Address) -> int:
        listed = completed_by(key.fact)
        return self._places.get(key.fact, self._places.get(listed, len(self._places)))

    def row(self, key: Address, *, filled: bool) -> QuestionRow:
        """Return the row of a question with the value that the file has; `filled`, with an answer that is none as well."""
        definition = self.kb.vocabulary.facts.get(key.fact)
        if definition is None:
            return self._list(key)
        if key.fact not in self._options:  # the same for all elements
            cells = [self._cell(key, one.value) for one in choices(key, self.project, self.kb)]
            self._options[key.fact] = list(filter(None, cells))
        unit, hint = self._unit(definition)
        return QuestionRow(
            key,
            definition.question[self.language],
            self._about(key),
            unit,
            self._topic(key.fact),
            (*self._options[key.fact], *self._declined(key)),
            closed=definition.type in ("bool", "enum"),
            hint=hint,
            number=definition.type in ("int", "number"),
            help=definition.help[self.language] if definition.help is not None else "",
            was=self._was(key) if filled or key in self.project.stated else Was(),
        )

    def _list(self, key: Address) -> QuestionRow:
        listed = self.kb.vocabulary.lists[key.fact]
        names = names_of(key.fact, self.project)
        stated = self.project.stated.get(key)
        asked = self.asked.get(key)
        shown = "\n".join(names) or ("0" if stated is not None else "")
        if stated is None and asked is not None:
            shown = self._word(asked)
        was = Was(
            None if stated is None else kept(stated.value),
            shown,
            (asked.whom or "") if asked else "",
            (asked.remark or "") if asked else "",
        )
        return QuestionRow(
            key,
            (listed.question or listed.label)[self.language],
            "",
            say("sheet.unit.names", self.language),
            self._topic(key.fact),
            tuple(self._declined(key)) if not names else (),
            hint=say("sheet.unit.names.in", self.language),
            was=was if len(shown) <= _LONGEST else Was(was.value),
        )

    def _closing(self, key: Address) -> list[Address]:
        name = completeness(key.fact)
        return [Address(name)] if name in self.kb.vocabulary.facts else []

    def _was(self, key: Address) -> Was:
        stated, asked = self.project.stated.get(key), self.asked.get(key)
        if stated is not None:
            shown = self._cell(key, stated.value)
            source = stated.source or ""
            return Was(kept(stated.value), shown, source=source if len(source) <= _LONGEST else "")
        return Was() if asked is None else Was(None, self._word(asked), asked.whom or "", asked.remark or "")

    def _word(self, asked: Asked) -> str:
        return DECLINED[asked.answer][self.language] if asked.answer in DECLINED else ""

    def _cell(self, key: Address, value: Any) -> str:
        """Return a value as a cell says it: in words that are read back as it, else as it is; empty where it is too long."""
        ways = list(self._spellings(key, value))
        found = next((one for one in ways if self._means(key, one, value)), ways[0])
        return found if len(found) <= _LONGEST else ""

    def _spellings(self, key: Address, value: Any) -> Iterable[str]:
        labels = {
            str(one.value): (one.label[self.language], str(one.value)) for one in choices(key, self.project, self.kb)
        }
        if isinstance(value, list):
            for nth in (0, 1):
                yield "\n".join(labels.get(str(one), (str(one), str(one)))[nth] for one in value) or "0"
        elif str(value) in labels:
            yield from labels[str(value)]
        elif isinstance(value, float):
            yield f"{value:.10f}".rstrip("0").rstrip(".")
        else:
            yield from (str(value), f"「{value}」", f'"{value}"')

    def _means(self, key: Address, text: str, value: Any) -> bool:
        found = read_answer(key, text, self.project, self.kb, numbered=False)
        fact = self.kb.vocabulary.facts.get(key.fact)
        says = not is_blank(text, fact) and declined(text, fact) is None
        return says and isinstance(found, Answer) and says_the_same(found.value, value)

    def _declined(self, key: Address) -> list[str]:
        must = key.fact in {one.fact for one in self.kb.verdict.must_know}
        return [text[self.language] for kind, text in DECLINED.items() if kind != "not_applicable" or not must]

    def _about(self, key: Address) -> str:
        subject = element_of(key, self.kb)
        if subject is None:
            return ""
        family = self.kb.vocabulary.lists[source_and_id(subject)[0]]
        blank = " " if self.language == "en" else ""
        name = self.teller.subject(subject)
        return f"{name}{blank}{family.element_label[self.language]}" if family.members else name

    def _topic(self, fact: str) -> str:
        title = self.topics.get(fact) or self.topics.get(completed_by(fact))
        return title[self.language] if title is not None else ""

    def _unit(self, fact: FactDefinition) -> tuple[str, str]:
        language = self.language
        if fact.type in ("int", "number"):
            unit = say(f"sheet.unit.{fact.unit}", language) if fact.unit in ("persons", "months") else fact.unit
            if unit is None and fact.minimum is not None and fact.maximum is not None:
                unit = say("sheet.unit.range", language, low=fact.minimum, high=fact.maximum)
            return unit or say("sheet.unit.number", language), say("sheet.unit.number.in", language)
        form = {"bool": "one", "enum": "one", "set": "several", "refs": "several", "texts": "texts"}.get(
            fact.type, "text"
        )
        return say(f"sheet.unit.{form}", language), say(f"sheet.unit.{form}.in", language) if form in (
            "several",
            "texts",
        ) else ""


def names_of(path: str, project: Project) -> list[str]:
    """Return what the elements of a list are called, by name where they have one."""
    ids = [str(one["id"]) for one in project.memory.elements.get(path, ())]
    return [project.names.get(f"{path}/{name}", name) for name in ids]


def mark(*texts: str) -> str:
    """Return a mark of what stood somewhere; programs change blanks and line ends.

    >>> mark("a@", "Is it so?", "") == mark("a@", " Is it  so?", "") != mark("b@", "Is it so?", "")
    True
    """
    shown = "\n".join("".join(one.split()) for one in texts)
    return sha256(shown.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def kept(value: Any) -> Any:
    """Return a value as a row keeps it: of a long one its digest.

    >>> kept([1, 2]), kept("x" * 9000)[:9]
    ([1, 2], 'sha256:29')
    """
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    if len(text) <= _LONGEST:
        return value
    return _DIGEST + sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def declined(text: str, fact: FactDefinition | None = None) -> str | None:
    """Return which answer that is no value a text gives, in whatever language.

    A question mark says so of any fact, 未定 of one that is chosen or counted; neither where the fact has such an answer.

    >>> declined("わからない"), declined("i do not know "), declined("？"), declined("はい"), declined("未定")
    ('unknown', 'unknown', 'unknown', None, None)
    """
    word = re.sub(r"[\s。.]", "", plain(text)).replace("分か", "わか")
    unsure = word.strip("?") == "" if word else False
    unsure |= word == "未定" and fact is not None and fact.type not in ("text", "texts", "refs")
    return "unknown" if unsure and not _calls(fact, word) else _declining().get(word) or declining(text)


def is_blank(text: str, fact: FactDefinition | None = None) -> bool:
    """Tell whether a cell says nothing: no sign, or a dash alone, where the fact has no such answer.

    >>> is_blank(""), is_blank("－"), is_blank("―"), is_blank("-1"), is_blank("×")
    (True, True, True, False, False)
    """
    word = plain(text)
    return not word or (word in DASHES and not _calls(fact, word))


def _calls(fact: FactDefinition | None, word: str) -> bool:
    """Tell whether a word is one of the answers of a fact."""
    if fact is None:
        return False
    return word in {plain(one) for value, label in fact.values.items() for one in (value, *label.values())}


@cache
def _declining() -> dict[str, str]:
    return {
        re.sub("\\s", "", plain(one)).replace("分か", "わか"): kind
        for kind, texts in reversed(DECLINED.items())
        for one in texts.values()
    }
