"""Why a finding is there: its rule's condition as short lines, trimmed to what decided, a derived fact opened one level.

What decided is said by the assessment; nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ...engine.account import Why, together
from ...engine.assess.model import Finding
from ...engine.knowledge.words import fact_in_words, in_words, right_in_words, valued
from ...engine.language.tree import All, Comparison, Condition, Fact, Not, Parameter, Quantifier
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


def why_view(reading: Reading, findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Return the parts of a condition, all of which hold; each may have parts below it.

    Args:
        reading: What is told.
        findings: Those of one rule that are told together.
    """
    whys = reading.assessment.whys
    return _Teller(reading).parts(together([whys[finding.code, finding.subject] for finding in findings]).parts)


def why_lines(parts: Sequence[dict[str, Any]], depth: int = 0) -> Iterator[str]:
    """Yield the same as lines of text, what is below a part behind a dash."""
    for part in parts:
        yield "- " * depth + part["text"]
        yield from why_lines(part["parts"], depth + 1)


def _node(text: str, parts: Sequence[dict[str, Any]] = ()) -> dict[str, Any]:
    return {"text": text, "parts": list(parts)}


class _Teller:
    """Tells why a condition holds."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.kb = reading.kb

    def parts(self, whys: Sequence[Why]) -> list[dict[str, Any]]:
        """Return parts that all hold, groups that say no more than that opened."""
        found: list[dict[str, Any]] = []
        for why in whys:
            if isinstance(why.node, AnyOf) and len(why.parts) == 1:
                why = why.parts[0]
            if isinstance(why.node, All):
                found += self.parts(why.parts)
            else:
                found.append(self._tell(why))
        return found

    def _tell(self, why: Why) -> dict[str, Any]:
        node = why.node
        if isinstance(node, Comparison):
            text = self._comparison(node)
            return _node(self.reading.say("why.because", text=text), self._because(why)) if why.parts else _node(text)
        if isinstance(node, All):
            return _node(self.reading.say("why.all"), self.parts(why.parts))
        if isinstance(node, AnyOf):
            return _node(self.reading.say("why.any"), [self._tell(part) for part in why.parts])
        if isinstance(node, Not):
            return _node(self.reading.say("why.not"), self.parts(why.parts))
        return self._list(node, why)

    def _because(self, why: Why) -> list[dict[str, Any]]:
        """Return what gives a derived fact its value: one way, or several."""
        if len(why.parts) == 1:
            return self.parts(why.parts)
        return [_node(self.reading.say("why.any"), [self._tell(part) for part in why.parts])]

    def _list(self, node: Quantifier, why: Why) -> dict[str, Any]:
        """Return a statement about a list; what its elements must be like stands below it."""
        if not why.parts:
            return _node(self._words(node))
        label = self.reading.text(self.kb.vocabulary.lists[node.source].element_label)
        if node.kind == "some" and self.reading.language == "en":
            label = f"{'an' if label[0] in 'aeiou' else 'a'} {label}"
        return _node(self.reading.say(f"why.list.{node.kind}", element=label), self.parts(why.parts))

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
