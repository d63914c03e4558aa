"""Conditions as the policy book shows them: short lines below each other, as in a form, and not one long sentence."""

from __future__ import annotations

from msgspec import Struct

from ...engine.knowledge.model import KnowledgeBase
from ...engine.knowledge.words import definition_of, fact_in_words, right_in_words, value_in_words, valued
from ...engine.language.tree import All, Any, Comparison, Condition, Fact, Not, Parameter, Quantifier, Right
from ...engine.problems.problem import Texts

_LEAF: dict[str, Texts] = {
    "is": {"en": "{fact}: {right}", "ja": "{fact}：{right}"},
    "is not": {"en": "{fact}: anything but {right}", "ja": "{fact}：{right}以外"},
    "in": {"en": "{fact}: {right}", "ja": "{fact}：{right}"},
    "not in": {"en": "{fact}: anything but {right}", "ja": "{fact}：{right}以外"},
    "<": {"en": "{fact}: below {right}", "ja": "{fact}：{right}未満"},
    "<=": {"en": "{fact}: {right} at most", "ja": "{fact}：{right}以下"},
    ">": {"en": "{fact}: above {right}", "ja": "{fact}：{right}を超える"},
    ">=": {"en": "{fact}: {right} at least", "ja": "{fact}：{right}以上"},
    "has": {"en": "{fact}: {right} is among them", "ja": "{fact}：{right}を含む"},
    "lacks": {"en": "{fact}: {right} is not among them", "ja": "{fact}：{right}を含まない"},
    "within": {"en": "{fact}: nothing but {right}", "ja": "{fact}：{right}だけ"},
    "not within": {"en": "{fact}: something other than {right}", "ja": "{fact}：{right}以外を含む"},
    "is empty": {"en": "{fact}: none", "ja": "{fact}：なし"},
    "is not empty": {"en": "{fact}: at least one", "ja": "{fact}：一つ以上"},
    "is incomplete": {"en": "{fact}: not every item", "ja": "{fact}：抜けている項目がある"},
    "is complete": {"en": "{fact}: every item", "ja": "{fact}：すべての項目"},
    "is dangling": {"en": "{fact}: something that is not listed", "ja": "{fact}：一覧にないものを指している"},
    "is not dangling": {"en": "{fact}: only what is listed", "ja": "{fact}：一覧にあるものだけを指している"},
    "is known": {"en": "{fact}: known", "ja": "{fact}：分かっている"},
    "is unknown": {"en": "{fact}: not known", "ja": "{fact}：分かっていない"},
    "may be": {"en": "{fact}: {right}, or not known", "ja": "{fact}：{right}、または分かっていない"},
    "cannot be": {"en": "{fact}: known, and not {right}", "ja": "{fact}：分かっていて、{right}ではない"},
}
_LEAD: dict[str, Texts] = {
    "all": {"en": "all of these", "ja": "次のすべて"},
    "any": {"en": "at least one of these", "ja": "次のどれか一つ以上"},
    "not": {"en": "this is not so", "ja": "次のことは当てはまらない"},
    "some": {"en": "there is {article} {element}", "ja": "{element}がある"},
    "some.where": {"en": "there is {article} {element} with", "ja": "次に当てはまる{element}がある"},
    "none": {"en": "there is no {element}", "ja": "{element}が一つもない"},
    "none.where": {"en": "there is no {element} with", "ja": "次に当てはまる{element}が一つもない"},
    "every": {"en": "for every {element}", "ja": "どの{element}についても"},
    "every.where": {"en": "for every {element} with", "ja": "次に当てはまるどの{element}についても"},
    "every.body": {"en": "it is so that", "ja": "次のことが言える"},
    "count": {"en": "number of {list}: {test}", "ja": "{element}の数：{test}"},
    "count.where": {"en": "number of {list} with the following: {test}", "ja": "次に当てはまる{element}の数：{test}"},
    "share": {"en": "share of {list}: {test}", "ja": "{element}の割合：{test}"},
    "share.where": {"en": "share of {list} with the following: {test}", "ja": "次に当てはまる{element}の割合：{test}"},
    "sum": {"en": "sum of {measure} over all {list}: {test}", "ja": "{element}の{measure}の合計：{test}"},
    "sum.where": {
        "en": "sum of {measure} over the {list} with the following: {test}",
        "ja": "次に当てはまる{element}の{measure}の合計：{test}",
    },
    "min": {"en": "lowest {measure} of all {list}: {test}", "ja": "{element}の{measure}の最小：{test}"},
    "min.where": {
        "en": "lowest {measure} of the {list} with the following: {test}",
        "ja": "次に当てはまる{element}の{measure}の最小：{test}",
    },
    "max": {"en": "highest {measure} of all {list}: {test}", "ja": "{element}の{measure}の最大：{test}"},
    "max.where": {
        "en": "highest {measure} of the {list} with the following: {test}",
        "ja": "次に当てはまる{element}の{measure}の最大：{test}",
    },
}  # fmt: skip
_TEST: dict[str, Texts] = {
    ">=": {"en": "{right} at least", "ja": "{right}以上"},
    ">": {"en": "above {right}", "ja": "{right}を超える"},
    "<=": {"en": "{right} at most", "ja": "{right}以下"},
    "<": {"en": "below {right}", "ja": "{right}未満"},
    "is": {"en": "{right}", "ja": "{right}"},
}


class Part(Struct, frozen=True):
    """A line of a condition, and the lines that belong to it."""

    words: str
    parts: tuple[Part, ...] = ()

    def lines(self) -> list[str]:
        """Return the words of this line and of all below."""
        return [self.words, *(line for part in self.parts for line in part.lines())]


def outline(node: Condition, kb: KnowledgeBase, language: str) -> Part:
    """Return a condition as lines.

    Args:
        node: The condition.
        kb: Gives the labels of facts, values and lists.
        language: `en` or `ja`.
    """
    if isinstance(node, Comparison):
        return Part(_comparison(node, kb, language))
    if isinstance(node, (All, Any)):
        if len(node.children) == 1:
            return outline(node.children[0], kb, language)
        lead = _LEAD["all" if isinstance(node, All) else "any"][language]
        return Part(lead, tuple(outline(child, kb, language) for child in node.children))
    if isinstance(node, Not):
        return Part(_LEAD["not"][language], _below(node.child, kb, language))
    return _quantifier(node, kb, language)


def _below(node: Condition, kb: KnowledgeBase, language: str) -> tuple[Part, ...]:
    """Return the lines below a lead that already says that all of them hold."""
    children = node.children if isinstance(node, All) else (node,)
    return tuple(outline(child, kb, language) for child in children)


def _quantifier(node: Quantifier, kb: KnowledgeBase, language: str) -> Part:
    listed = kb.vocabulary.lists[node.source]
    element = listed.element_label.get(language, listed.element)
    where = _below(node.where, kb, language) if node.where.children else ()
    test = ""
    if node.operator is not None:
        definition = definition_of(node.measure, kb) if node.measure is not None else None
        right = _plain(right_in_words(node.bound, definition, kb, language))
        test = _TEST[node.operator][language].format(right=right)
    lead = _LEAD[f"{node.kind}.where" if where else node.kind][language].format(
        element=element,
        article="an" if element[:1].lower() in "aeio" else "a",
        list=listed.label.get(language, listed.path),
        measure=_name(node.measure, kb, language) if node.measure is not None else "",
        test=test,
    )
    body = _below(node.body, kb, language) if node.body is not None else ()
    if where and body:
        return Part(lead, (*where, Part(_LEAD["every.body"][language], body)))
    return Part(lead, where or body)


def _comparison(node: Comparison, kb: KnowledgeBase, language: str) -> str:
    operator = "is known" if _any_value(node, kb) else node.operator
    right = _right(node.right, node.left, kb, language)
    return _LEAF[operator][language].format(fact=_name(node.left, kb, language), right=right)


def _any_value(node: Comparison, kb: KnowledgeBase) -> bool:
    """Tell whether a fact is compared with all its values, which rules write to demand that it be known."""
    definition = kb.vocabulary.facts.get(node.left.path)
    if definition is None:
        return False
    if node.operator == "in":
        every = {True, False} if definition.type == "bool" else set(definition.values)
        return isinstance(node.right, tuple) and set(node.right) == every
    return node.operator == ">=" and definition.minimum is not None and node.right == definition.minimum


def _right(right: Right, left: Fact, kb: KnowledgeBase, language: str) -> str:
    if isinstance(right, Fact):
        return _name(right, kb, language)
    definition = valued(left, kb)
    values = kb.parameters[right.name].value if isinstance(right, Parameter) and right.part is None else right
    if isinstance(values, tuple):
        words = [_plain(value_in_words(value, definition, language)) for value in values]
        if language == "ja":
            return "・".join(words)
        return " or ".join(filter(None, (", ".join(words[:-1]), words[-1] if words else "")))
    return _plain(right_in_words(right, definition, kb, language))


def _name(fact: Fact, kb: KnowledgeBase, language: str) -> str:
    return _plain(fact_in_words(fact, kb, language))


def _plain(words: str) -> str:
    """Take the quotes off: in a line of its own a label needs none."""
    if words.startswith("「") and words.endswith("」") and words.count("「") == 1:
        return words[1:-1]
    return words.replace('"', "")
