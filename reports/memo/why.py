"""Why a finding is there: its rule's condition as short lines, trimmed to what decided, a derived fact opened one level.

It reads the condition and the evidence that the assessment gives; nothing is evaluated here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ...engine.assess.model import Finding
from ...engine.knowledge.words import fact_in_words, in_words, right_in_words, valued
from ...engine.language.tree import All, Comparison, Condition, Fact, Not, Parameter, Quantifier, facts_of
from ...engine.language.tree import Any as AnyOf
from ..words.answers import any_of
from ..words.names import Reading

_SHORT = {
    "is": "why.is",
    "in": "why.is",
    "is not": "why.is_not",
    "not in": "why.is_not",
    "may be": "why.may_be",
    "cannot be": "why.cannot_be",
    "<": "why.below",
    "<=": "why.at_most",
    ">": "why.above",
    ">=": "why.at_least",
    "is empty": "why.none",
    "is not empty": "why.some",
}
_QUOTES = '“”"「」'


def why_view(reading: Reading, finding: Finding) -> list[dict[str, Any]]:
    """Return the parts of a finding's condition, all of which hold; each may have parts below it.

    Args:
        reading: What is told.
        finding: The finding.
    """
    rules = {rule.code: rule for rule in reading.kb.rules}
    if finding.code not in rules:
        return [_node(reading.text(finding.why))]
    known = {evidence.fact: evidence.value for evidence in finding.evidence}
    return _Teller(reading, known).parts(rules[finding.code].when.children)


def why_lines(parts: Sequence[dict[str, Any]], depth: int = 0) -> Iterator[str]:
    """Yield the same as lines of text, what is below a part behind a dash."""
    for part in parts:
        yield "- " * depth + part["text"]
        yield from why_lines(part["parts"], depth + 1)


def _node(text: str, parts: Sequence[dict[str, Any]] = ()) -> dict[str, Any]:
    return {"text": text, "parts": list(parts)}


class _Teller:
    """Tells the condition of one finding.

    Attributes:
        known: The facts that it rests on, with a value of each.
    """

    def __init__(self, reading: Reading, known: Mapping[str, Any]) -> None:
        self.reading = reading
        self.kb = reading.kb
        self.known = known

    def parts(self, nodes: Sequence[Condition], *, open_derived: bool = True) -> list[dict[str, Any]]:
        """Return conditions that all hold, groups that say no more than that opened."""
        found: list[dict[str, Any]] = []
        for node in nodes:
            if isinstance(node, AnyOf):
                decisive = self._decisive(node.children)
                node = decisive[0] if len(decisive) == 1 else node
            if isinstance(node, All):
                found += self.parts(node.children, open_derived=open_derived)
            else:
                found.append(self._tell(node, open_derived))
        return found

    def _tell(self, node: Condition, open_derived: bool) -> dict[str, Any]:
        if isinstance(node, Comparison):
            because = self._because(node) if open_derived else []
            text = self._comparison(node)
            return _node(self.reading.say("why.because", text=text) if because else text, because)
        if isinstance(node, All):
            return _node(self.reading.say("why.all"), self.parts(node.children, open_derived=open_derived))
        if isinstance(node, AnyOf):
            told = [self._tell(child, open_derived) for child in self._decisive(node.children)]
            return _node(self.reading.say("why.any"), told)
        if isinstance(node, Not):
            return _node(self.reading.say("why.not"), self.parts([node.child], open_derived=open_derived))
        return self._list(node, open_derived)

    def _list(self, node: Quantifier, open_derived: bool) -> dict[str, Any]:
        """Return a statement about a list; what its elements must be like stands below it."""
        below: Sequence[Condition] = node.where.children
        if node.kind == "every" and not below and node.body is not None:
            below = node.body.children
        elif node.kind not in ("some", "none") or not below:
            return _node(self._words(node))
        label = self.reading.text(self.kb.vocabulary.lists[node.source].element_label)
        if node.kind == "some" and self.reading.language == "en":
            label = f"{'an' if label[0] in 'aeiou' else 'a'} {label}"
        text = self.reading.say(f"why.list.{node.kind}", element=label)
        return _node(text, self.parts(below, open_derived=open_derived))

    def _because(self, node: Comparison) -> list[dict[str, Any]]:
        """Return what gives a derived fact the value that is asked for."""
        derivation = next((one for one in self.kb.derivations if one.concept == node.left.path), None)
        if derivation is None or node.operator not in ("is", "in"):
            return []
        values = node.right if isinstance(node.right, tuple) else (node.right,)
        lines = AnyOf(tuple(line.when for line in derivation.lines if line.value in values))
        return self.parts([lines], open_derived=False)

    def _decisive(self, children: Sequence[Condition]) -> Sequence[Condition]:
        """Return the alternatives that can have decided: all their facts are in the evidence; all when none is so."""
        possible = [child for child in children if not self._is_refuted(child)]
        return [child for child in possible if self._facts(child) <= self.known.keys()] or possible or children

    def _is_refuted(self, node: Condition) -> bool:
        """Tell whether the evidence gives a fact another value than an alternative is about."""
        if not isinstance(node, Comparison) or node.left.path not in self.known:
            return False
        if node.operator in ("is", "is not"):
            return bool(self.known[node.left.path] == node.right) != (node.operator == "is")
        return node.operator == "is unknown"

    def _facts(self, node: Condition) -> set[str]:
        read = (fact.path for fact in facts_of(node))
        return {path for path in read if path in self.kb.vocabulary.facts}

    def _comparison(self, node: Comparison) -> str:
        key = _SHORT.get(node.operator)
        right: Any = self.kb.parameters[node.right.name].value if isinstance(node.right, Parameter) else node.right
        if key is None or isinstance(right, Fact):
            return self._words(node)
        if isinstance(node.right, Parameter) and node.right.part is not None:
            right = right[0 if node.right.part == "low" else 1]
        values = right if isinstance(right, tuple) else (right,)
        definition = valued(node.left, self.kb)
        words = [right_in_words(value, definition, self.kb, self.reading.language).strip(_QUOTES) for value in values]
        fact = fact_in_words(node.left, self.kb, self.reading.language).strip(_QUOTES)
        return self.reading.say(key, fact=fact, value=any_of(words, self.reading.language))

    def _words(self, node: Condition) -> str:
        return in_words(node, self.kb, self.reading.language)
