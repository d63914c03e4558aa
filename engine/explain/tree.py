"""A condition as a tree: every part in words with its truth, the facts read there, and where they stand.

Derived facts are opened down to stated ones. Nothing is judged here: each part's truth is its own closure's. Unless
all is asked for, a tree has what decided, and what is the same for several is told once.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from ..assess.findings import Drafter
from ..assess.model import Evidence
from ..compiled import CompiledKnowledgeBase
from ..evaluate import Bindings, Compiled, CompiledDerivation, inner_bindings
from ..evaluate.comparisons import getter
from ..evaluate.support import Support
from ..knowledge.model import ConceptDefinition, KnowledgeBase, Texts
from ..knowledge.words import fact_in_words, in_words, value_in_words
from ..language.tree import All, Any, Comparison, Fact, Not, Quantifier
from ..language.truth import Truth, any_of, negate
from ..project.address import Address, subject_of
from ..project.memory import Conclusions, Derived, Element
from ..project.project import Project

LANGUAGES = ("en", "ja")
_OPEN: Texts = {"en": "not known", "ja": "まだ分からない"}
_NO_VALUE: Texts = {"en": "does not apply", "ja": "当てはまらない"}
_OR: Texts = {"en": " or ", "ja": ""}
_COMMA: Texts = {"en": ", ", "ja": ""}
Part = Literal["comparison", "all", "any", "not", "list", "element", "derived", "line", "open"]


class Explanation(Struct, frozen=True):
    """One part of a condition and why it has its truth.

    Attributes:
        part: What it is: a comparison, a group, a statement about a list, one element of it, a derived fact, one
            line of its derivation, or several lines that wait for the same facts (`open`).
        words: What it says, in each language.
        truth: True, False, or None when it cannot be told.
        facts: The facts that are read here, known ones with value and place.
        unknown: Names of the unknown facts that are read here, with their subjects.
        children: The parts below it that decided its truth; all of them when asked for in full.
        same: Other elements of the list: those that cannot be told for the same reason, or decide as this one does.
    """

    part: Part
    words: Texts
    truth: Truth
    facts: tuple[Evidence, ...] = ()
    unknown: tuple[Address, ...] = ()
    children: tuple[Explanation, ...] = ()
    same: tuple[Explanation, ...] = ()


def likeness(part: Explanation, subject: str | None) -> Hashable:
    """Return what two parts have in common that say the same, each about its own subject.

    A fact's place does not count, its value does.
    """
    facts = [(fact.fact, _whose(fact.subject, subject), repr(fact.value)) for fact in part.facts]
    unknown = [(fact, _whose(about, subject)) for fact, about in part.unknown]
    below = [likeness(child, subject) for child in part.children]
    alike = [other.words["en"] for other in part.same]
    words = part.words.get("en", "")
    return part.part, words, part.truth, tuple(facts), tuple(unknown), tuple(below), tuple(alike)


def _whose(about: str | None, subject: str | None) -> tuple[bool, str | None]:
    own = about is not None and about == subject
    return own, None if own else about


def values_in_words(values: Sequence[str], definition: ConceptDefinition, language: str) -> str:
    """Say several values of a derived fact, one of which it will have: `"absent", "thin" or "present"`."""
    words = [value_in_words(value, definition, language) for value in dict.fromkeys(values)]
    return _OR[language].join(part for part in (_COMMA[language].join(words[:-1]), words[-1]) if part)


def trees(project: Project, kb: CompiledKnowledgeBase, *, full: bool = False) -> tuple[Conclusions, Trees]:
    """Return what is concluded about a project, and what turns its conditions into trees."""
    evaluator = kb.evaluator
    conclusions, memory = evaluator.run_in(project.memory)
    support = Support(evaluator, memory)
    return conclusions, Trees(kb, project, support, Drafter(kb, project, support, evaluator, memory), full)


class Trees(Struct, frozen=True):
    """Turns compiled conditions into trees within one run."""

    kb: KnowledgeBase
    project: Project
    support: Support
    drafter: Drafter
    full: bool

    def tell(self, compiled: Compiled, bound: Bindings) -> Explanation:
        """Return a condition as a tree.

        Args:
            compiled: The condition.
            bound: The elements that it is about.
        """
        node = compiled.node
        truth = compiled.truth(self.support.memory, bound)
        words = {language: in_words(node, self.kb, language) for language in LANGUAGES}
        if isinstance(node, Comparison):
            return self._comparison(node, truth, words, bound)
        if isinstance(node, Quantifier):
            elements = self._elements(node, compiled, truth, bound)
            known, unknown = self._list(node)
            if not self.full and _settled_by_one(node, truth) and all(one.children for one in elements):
                known, unknown = (), ()  # whatever else is in the list
            return Explanation("list", words, truth, known, unknown, elements)
        part: Part = "all" if isinstance(node, All) else "any" if isinstance(node, Any) else "not"
        children = self._decisive(compiled.children, truth, node, bound)
        if len(children) == 1 and not isinstance(node, Not) and (len(compiled.children) == 1 or not self.full):
            return children[0]  # a group that says no more than its one part
        return Explanation(part, words, truth, children=children)

    def _decisive(
        self, parts: Sequence[Compiled], truth: Truth, node: All | Any | Not, bound: Bindings
    ) -> tuple[Explanation, ...]:
        told = [self.tell(part, bound) for part in parts]
        settled_by_one = isinstance(node, (All, Any)) and truth is isinstance(node, Any)
        if not self.full and (settled_by_one or (truth is None and not isinstance(node, Not))):
            told = [child for child in told if child.truth is truth]
        return tuple(told)

    def _comparison(self, node: Comparison, truth: Truth, words: Texts, bound: Bindings) -> Explanation:
        known: list[Evidence] = []
        unknown: list[Address] = []
        children: list[Explanation] = []
        for fact in (node.left, node.right):
            if not isinstance(fact, Fact) or fact.attribute == "id":
                continue
            key, element = self.support.key(fact, bound)
            derivation = self.support.evaluator.by_concept.get(fact.path)
            if derivation is not None:
                words_of = {language: fact_in_words(fact, self.kb, language) for language in LANGUAGES}
                children.append(self.derived(derivation, element, words_of))
            elif key in self.project.stated:
                known.append(self.drafter.placed(self.project.stated[key]))
            elif getter(fact)(self.support.memory, bound) is None:
                unknown.append(key)
        if node.operator in ("is dangling", "is not dangling"):
            target = self.kb.vocabulary.facts[node.left.path].target or ""
            if truth is None and not unknown:
                unknown.append(Address(target))
            elif (target, None) in self.project.stated:
                known.append(self.drafter.placed(self.project.stated[Address(target)]))
        return Explanation("comparison", words, truth, tuple(known), tuple(unknown), tuple(children))

    def derived(self, compiled: CompiledDerivation, element: Element | None, name: Texts) -> Explanation:
        """Return a derived fact as a tree: its value, and below it the lines of its derivation that decided.

        Args:
            compiled: The derivation.
            element: The element that it is about; None for the project.
            name: What the fact is called here.
        """
        derivation = compiled.derivation
        state = self.state(compiled, element)
        definition = self.kb.vocabulary.concepts[derivation.concept]
        loop = derivation.loop
        bound: Bindings = {} if loop is None or element is None else {loop.variable: element}
        certain: Truth = True if state.value is not None else None if state.open else False
        words = {}
        for language in LANGUAGES:
            value = (_OPEN if certain is None else _NO_VALUE)[language]
            if state.value is not None:
                value = value_in_words(state.value, definition, language)
            words[language] = f"{name[language]}: {value}"
        lines = []
        for value, line in compiled.lines:
            told = self.tell(line, bound)
            matters = self.full or value == state.value or told.truth is None or certain is False
            if matters:
                said = {language: value_in_words(value, definition, language) for language in LANGUAGES}
                waits = frozenset() if self.full else frozenset(self.support.unknown(line, bound))
                lines.append(_Line(value, waits, Explanation("line", said, told.truth, children=(told,))))
            if told.truth is True and not self.full:
                break
        return Explanation("derived", words, certain, children=_folded(lines, definition))

    def state(self, compiled: CompiledDerivation, element: Element | None) -> Derived:
        """Return the state of a derived fact in this run."""
        found = (
            self.support.memory.project[compiled.derivation.concept] if element is None else element[compiled.attribute]
        )
        assert isinstance(found, Derived)
        return found

    def _list(self, node: Quantifier) -> tuple[tuple[Evidence, ...], tuple[Address, ...]]:
        if node.source not in self.support.memory.elements:
            return (), (Address(node.source),)
        known = []
        unknown = []
        stated = self.project.stated.get(Address(node.source))
        if stated is not None:
            known.append(self.drafter.placed(stated))
        if self.kb.vocabulary.lists[node.source].complete == "declared":
            key = Address(f"complete.{node.source}")
            if key in self.project.stated:
                known.append(self.drafter.placed(self.project.stated[key]))
            else:
                unknown.append(key)
        return tuple(known), tuple(unknown)

    def _measured(self, node: Quantifier, bound: Bindings) -> tuple[tuple[Evidence, ...], tuple[Address, ...]]:
        """Return what an aggregate measures of an element, known or unknown; nothing where it only counts."""
        if node.measure is None:
            return (), ()
        key, _ = self.support.key(node.measure, bound)
        stated = self.project.stated.get(key)
        return ((), (key,)) if stated is None else ((self.drafter.placed(stated),), ())

    def _elements(self, node: Quantifier, compiled: Compiled, truth: Truth, bound: Bindings) -> tuple[Explanation, ...]:
        told: list[Explanation] = []
        first: dict[Hashable, int] = {}
        for inner in inner_bindings(node, self.support.memory, bound):
            parts = [self.tell(part, inner) for part in compiled.children if part.node != All(())]
            meant = compiled.children[0].truth(self.support.memory, inner)
            outcome = meant
            if node.kind == "every":
                outcome = any_of([negate(meant), compiled.children[1].truth(self.support.memory, inner)])
            if not self.full and not _matters(node, truth, meant, outcome):
                continue
            subject = subject_of(node.source, inner[node.variable])
            measured = self._measured(node, inner)
            found = Explanation("element", self.drafter.labels[subject], outcome, *measured, tuple(parts))
            alike: Hashable = None
            if not self.full and node.kind in ("some", "none") and _settled_by_one(node, truth):
                alike = outcome
            elif not self.full and outcome is None:
                value = [repr(fact.value) for fact in measured[0]]
                alike = (*value, *(likeness(part, subject) for part in parts))
            if alike is not None and alike in first:
                place = first[alike]
                told[place] = replace(told[place], same=(*told[place].same, found))
                continue
            if alike is not None:
                first[alike] = len(told)
            told.append(found)
        return tuple(told)


class _Line(Struct, frozen=True):
    """A line of a derivation: the value that it gives, and the unknown facts in its way."""

    value: str
    waits: frozenset[Address]
    told: Explanation


def _folded(lines: Sequence[_Line], definition: ConceptDefinition) -> tuple[Explanation, ...]:
    """Return the lines; those of different values that wait for the same facts as one."""
    groups: dict[Hashable, list[_Line]] = {}
    for number, line in enumerate(lines):
        groups.setdefault(line.waits or number, []).append(line)
    found: list[Explanation] = []
    for group in groups.values():
        values = list(dict.fromkeys(line.value for line in group))
        if len(values) == 1:
            found += [line.told for line in group]
            continue
        words = {language: values_in_words(values, definition, language) for language in LANGUAGES}
        found.append(Explanation("open", words, None, unknown=_in_order(group)))
    return tuple(found)


def _in_order(lines: Sequence[_Line]) -> tuple[Address, ...]:
    """Return the facts that lines wait for as the first of them comes to them."""
    met = [key for line in lines for key in _unknown(line.told)]
    waits = lines[0].waits
    return tuple(dict.fromkeys([key for key in met if key in waits] + sorted(waits, key=repr)))


def _unknown(part: Explanation) -> list[Address]:
    """Return the unknown facts of a part and of all below it."""
    return [*part.unknown, *(key for below in (*part.children, *part.same) for key in _unknown(below))]


def _settled_by_one(node: Quantifier, truth: Truth) -> bool:
    """Tell whether one element is enough for the truth of a statement about its list."""
    return node.kind in ("some", "none", "every") and truth is (node.kind == "some")


def _matters(node: Quantifier, truth: Truth, meant: Truth, outcome: Truth) -> bool:
    """Tell whether an element decided the truth of a statement about its list."""
    if node.kind in ("some", "none"):
        found = truth if node.kind == "some" else negate(truth)
        return found is False or meant is found
    if node.kind == "every":
        return meant is not False if truth is True else outcome is truth
    return meant is not False
