"""Conditions as short lines below each other, as in a form, and not one long sentence: whole, or as far as they decided.

What an operator says stands in `engine.knowledge.words`; what decided is said by the assessment.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ...engine.account import Why
from ...engine.knowledge.model import KnowledgeBase
from ...engine.knowledge.words import (
    OPERATORS,
    QUANTIFIERS,
    fact_in_words,
    list_words,
    measured,
    right_in_words,
    value_in_words,
    valued,
)
from ...engine.language.tree import All, Any, Comparison, Condition, Fact, Not, Parameter, Quantifier, Right
from ..texts import say


class ConditionLine(Struct, frozen=True):
    """A line of a condition, and the lines that belong to it."""

    words: str
    parts: tuple[ConditionLine, ...] = ()


def outline(node: Condition, kb: KnowledgeBase, language: str) -> ConditionLine:
    """Return a condition as lines."""
    return _Outline(kb, language).part(node)


def outline_of_why(why: Why, kb: KnowledgeBase, language: str) -> tuple[ConditionLine, ...]:
    """Return why a condition holds as lines, all of which hold: what did not decide is left out."""
    return _Outline(kb, language).together(why.parts)


def lines_of(parts: Sequence[ConditionLine], mark: str = "- ", depth: int = 0) -> Iterator[str]:
    """Yield lines of text, what is below a line behind one more mark."""
    for part in parts:
        yield mark * depth + part.words
        yield from lines_of(part.parts, mark, depth + 1)


class _Outline(Struct, frozen=True):
    """Conditions of a knowledge base in a language."""

    kb: KnowledgeBase
    language: str

    def part(self, node: Condition) -> ConditionLine:
        """Return a condition."""
        if isinstance(node, Comparison):
            return ConditionLine(self.comparison(node))
        if isinstance(node, (All, Any)) and len(node.children) == 1:
            return self.part(node.children[0])
        if isinstance(node, (All, Any)):
            return ConditionLine(self.lead(node), tuple(map(self.part, node.children)))
        if isinstance(node, Not):
            return ConditionLine(self.lead(node), self.below(node.child))
        where = self.below(node.where) if node.where.children else ()
        body = self.below(node.body) if node.body is not None else ()
        if where and body:
            return ConditionLine(self.lead(node), (*where, ConditionLine(say("condition.body", self.language), body)))
        return ConditionLine(self.lead(node), where or body)

    def below(self, node: Condition) -> tuple[ConditionLine, ...]:
        """Return what stands below a lead that already says that all of it holds."""
        return tuple(map(self.part, node.children if isinstance(node, All) else (node,)))

    def why(self, why: Why) -> ConditionLine:
        """Return why a condition holds."""
        node = why.node
        if isinstance(node, Comparison) and why.parts:  # what gives a derived fact its value: one way, or several
            several = Any(tuple(part.node for part in why.parts))
            because = self.together(why.parts if len(why.parts) == 1 else (Why(several, why.parts),))
            return ConditionLine(say("condition.because", self.language, text=self.comparison(node)), because)
        if not why.parts:
            return self.part(node)
        return ConditionLine(
            self.lead(node), tuple(map(self.why, why.parts)) if isinstance(node, Any) else self.together(why.parts)
        )

    def together(self, whys: Sequence[Why]) -> tuple[ConditionLine, ...]:
        """Return parts that all hold, groups that say no more than that opened."""
        found: list[ConditionLine] = []
        for why in whys:
            if isinstance(why.node, Any) and len(why.parts) == 1:
                why = why.parts[0]
            found += self.together(why.parts) if isinstance(why.node, All) else (self.why(why),)
        return tuple(found)

    def lead(self, node: Condition) -> str:
        """Return the line above the parts of a condition."""
        if not isinstance(node, Quantifier):
            assert isinstance(node, (All, Any, Not))
            return say(f"condition.{type(node).__name__.lower()}", self.language)
        test = where = ""
        if node.operator is not None:
            test = self.says(
                node.operator, _plain(right_in_words(node.bound, measured(node, self.kb), self.kb, self.language))
            )
        if node.where.children:
            where = say("condition.with" if node.operator is None else "condition.following", self.language)
        measure = "" if node.measure is None else self.name(node.measure)
        words = list_words(node, self.kb, self.language)
        return QUANTIFIERS[node.kind][2 + (self.language == "ja")].format(
            **words, where=where, test=test, measure=measure
        )

    def comparison(self, node: Comparison) -> str:
        """Return a comparison: the fact, and what it is."""
        operator = "is known" if _any_value(node, self.kb) else node.operator
        text = self.says(operator, self.right(node.right, node.left))
        return say("labelled", self.language, label=self.name(node.left), text=text)

    def says(self, operator: str, right: str) -> str:
        """Return what an operator says."""
        return OPERATORS[operator][2 + (self.language == "ja")].format(right=right)

    def right(self, right: Right, left: Fact) -> str:
        """Return what a fact is compared with."""
        if isinstance(right, Fact):
            return self.name(right)
        definition = valued(left, self.kb)
        values = self.kb.parameters[right.name].value if isinstance(right, Parameter) and right.part is None else right
        if isinstance(values, tuple):
            words = [_plain(value_in_words(value, definition, self.language)) for value in values]
            if self.language == "ja":
                return "・".join(words)
            return " or ".join(filter(None, (", ".join(words[:-1]), words[-1] if words else "")))
        return _plain(right_in_words(right, definition, self.kb, self.language))

    def name(self, fact: Fact) -> str:
        """Return what a fact is called."""
        return _plain(fact_in_words(fact, self.kb, self.language))


def _any_value(node: Comparison, kb: KnowledgeBase) -> bool:
    """Tell whether a fact is compared with all its values, which rules write to demand that it be known."""
    definition = kb.vocabulary.facts.get(node.left.path)
    if definition is None:
        return False
    if node.operator == "in":
        every = {True, False} if definition.type == "bool" else set(definition.values)
        return isinstance(node.right, tuple) and set(node.right) == every
    return node.operator == ">=" and definition.minimum is not None and node.right == definition.minimum


def _plain(words: str) -> str:
    """Take the quotes off: in a line of its own a label needs none."""
    if words.startswith("「") and words.endswith("」") and words.count("「") == 1:
        return words[1:-1]
    return words.replace('"', "")
