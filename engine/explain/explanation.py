"""Why, why not, or why it cannot be told: the condition of a rule as a tree with the truth of every part.

Derived facts are opened down to stated ones. Nothing is judged here: each part's truth is its own closure's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ..assess.findings import Drafter
from ..assess.model import Evidence
from ..assess.run import reviewer
from ..assess.verdict import replaced
from ..evaluate import Bindings, Compiled, CompiledDerivation, inner_bindings
from ..evaluate.comparisons import getter
from ..evaluate.support import Support, subject_of
from ..facts.memory import Derived, Element
from ..facts.project import Project
from ..knowledge.model import KnowledgeBase, Rule, Texts
from ..knowledge.words import fact_in_words, in_words, value_in_words
from ..language.tree import All, Any, Comparison, Fact, Not, Quantifier
from ..language.truth import Truth, any_of, negate

LANGUAGES = ("en", "ja")
_OPEN: Texts = {"en": "not known", "ja": "まだ分からない"}
_NO_VALUE: Texts = {"en": "does not apply", "ja": "当てはまらない"}
Part = Literal["comparison", "all", "any", "not", "list", "element", "derived", "line"]


@dataclass(frozen=True, slots=True)
class Explanation:
    """One part of a condition and why it has its truth.

    Attributes:
        part: What it is: a comparison, a group, a statement about a list, one element of it, a derived fact, or one
            line of its derivation.
        words: What it says, in each language.
        truth: True, False, or None when it cannot be told.
        facts: The facts that are read here, known ones with value and place.
        unknown: Names of the unknown facts that are read here, with their subjects.
        children: The parts below it that decided its truth; all of them when asked for in full.
    """

    part: Part
    words: Texts
    truth: Truth
    facts: tuple[Evidence, ...] = ()
    unknown: tuple[tuple[str, str | None], ...] = ()
    children: tuple[Explanation, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleExplanation:
    """A rule on one subject: its outcome and the tree of its condition."""

    rule: Rule
    subject: str | None
    subject_label: Texts | None
    truth: Truth
    replaced_by: str | None
    tree: Explanation


def explain(code: str, project: Project, kb: KnowledgeBase, *, full: bool = False) -> tuple[RuleExplanation, ...]:
    """Explain a rule for every subject of a project.

    Args:
        code: The rule's code.
        project: The project.
        kb: The knowledge base.
        full: Show every part, not only those that decided.

    Raises:
        KeyError: No rule has this code.
    """
    rule = kb.rule(code)
    compiled = reviewer(kb)
    conclusions, memory = compiled.evaluator.run_in(project.memory)
    silenced = replaced(conclusions, kb)
    support = Support(compiled.evaluator, memory)
    drafter = Drafter(kb, project, support, compiled.evaluator, memory)
    teller = _Teller(kb, project, support, drafter, full)
    when = compiled.evaluator.by_code[code].when
    if rule.loop is None:
        return (
            RuleExplanation(
                rule, None, None, conclusions.outcomes[code, None], silenced.get((code, None)), teller.tell(when, {})
            ),
        )
    if rule.loop.source not in memory.elements:
        listed = kb.vocabulary.lists[rule.loop.source]
        tree = Explanation("list", listed.question or listed.label, None, unknown=((rule.loop.source, None),))
        return (RuleExplanation(rule, None, None, None, None, tree),)
    found = []
    for element in memory.elements[rule.loop.source]:
        key = code, str(element["id"])
        subject = subject_of(rule.loop.source, element)
        tree = teller.tell(when, {rule.loop.variable: element})
        found.append(
            RuleExplanation(rule, subject, drafter.labels[subject], conclusions.outcomes[key], silenced.get(key), tree)
        )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Teller:
    """Turns compiled conditions into explanations within one run."""

    kb: KnowledgeBase
    project: Project
    support: Support
    drafter: Drafter
    full: bool

    def tell(self, compiled: Compiled, bound: Bindings) -> Explanation:
        node = compiled.node
        truth = compiled.truth(self.support.memory, bound)
        words = {language: in_words(node, self.kb, language) for language in LANGUAGES}
        if isinstance(node, Comparison):
            return self._comparison(node, truth, words, bound)
        if isinstance(node, Quantifier):
            return Explanation("list", words, truth, *self._list(node), self._elements(node, compiled, truth, bound))
        part: Part = "all" if isinstance(node, All) else "any" if isinstance(node, Any) else "not"
        children = self._decisive(compiled.children, truth, node, bound)
        if len(children) == 1 and not isinstance(node, Not) and len(compiled.children) == 1:
            return children[0]
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
        unknown: list[tuple[str, str | None]] = []
        children: list[Explanation] = []
        for fact in (node.left, node.right):
            if not isinstance(fact, Fact) or fact.attribute == "id":
                continue
            key, element = self.support.key(fact, bound)
            derivation = self.support.evaluator.by_concept.get(fact.path)
            if derivation is not None:
                children.append(self._derived(fact, derivation, element))
            elif key in self.project.stated:
                known.append(self.drafter.placed(self.project.stated[key]))
            elif getter(fact)(self.support.memory, bound) is None:
                unknown.append(key)
        return Explanation("comparison", words, truth, tuple(known), tuple(unknown), tuple(children))

    def _derived(self, fact: Fact, derivation: CompiledDerivation, element: Element | None) -> Explanation:
        state = self.support.memory.project[fact.path] if element is None else element[fact.attribute]
        assert isinstance(state, Derived)
        definition = self.kb.vocabulary.concepts[fact.path]
        loop = derivation.derivation.loop
        bound: Bindings = {} if loop is None or element is None else {loop.variable: element}
        certain: Truth = True if state.value is not None else None if state.open else False
        words = {}
        for language in LANGUAGES:
            value = (_OPEN if certain is None else _NO_VALUE)[language]
            if state.value is not None:
                value = value_in_words(state.value, definition, language)
            words[language] = f"{fact_in_words(fact, self.kb, language)}: {value}"
        lines = []
        for value, line in derivation.lines:
            told = self.tell(line, bound)
            matters = self.full or value == state.value or told.truth is None or certain is False
            if matters:
                said = {language: value_in_words(value, definition, language) for language in LANGUAGES}
                lines.append(Explanation("line", said, told.truth, children=(told,)))
            if told.truth is True and not self.full:
                break
        return Explanation("derived", words, certain, children=tuple(lines))

    def _list(self, node: Quantifier) -> tuple[tuple[Evidence, ...], tuple[tuple[str, str | None], ...]]:
        if node.source not in self.support.memory.elements:
            return (), ((node.source, None),)
        known = []
        unknown = []
        stated = self.project.stated.get((node.source, None))
        if stated is not None:
            known.append(self.drafter.placed(stated))
        if self.kb.vocabulary.lists[node.source].complete == "declared":
            key = f"complete.{node.source}", None
            if key in self.project.stated:
                known.append(self.drafter.placed(self.project.stated[key]))
            else:
                unknown.append(key)
        return tuple(known), tuple(unknown)

    def _elements(self, node: Quantifier, compiled: Compiled, truth: Truth, bound: Bindings) -> tuple[Explanation, ...]:
        told = []
        for inner in inner_bindings(node, self.support.memory, bound):
            parts = [self.tell(part, inner) for part in compiled.children if part.node != All(())]
            meant = compiled.children[0].truth(self.support.memory, inner)
            outcome = meant
            if node.kind == "every":
                outcome = any_of([negate(meant), compiled.children[1].truth(self.support.memory, inner)])
            if not self.full and not _matters(node, truth, meant, outcome):
                continue
            label = self.drafter.labels[subject_of(node.source, inner[node.variable])]
            told.append(Explanation("element", label, outcome, children=tuple(parts)))
        return tuple(told)


def _matters(node: Quantifier, truth: Truth, meant: Truth, outcome: Truth) -> bool:
    """Tell whether an element decided the truth of a statement about its list."""
    if node.kind in ("some", "none"):
        found = truth if node.kind == "some" else negate(truth)
        return found is False or meant is found
    if node.kind == "every":
        return meant is not False if truth is True else outcome is truth
    return meant is not False
