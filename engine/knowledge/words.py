"""Conditions in words: sentences of Japanese and English that a reader who does not program understands.

They are made from the condition tree and the labels of the vocabulary, so that they cannot grow stale. Only wording
happens here; nothing is evaluated.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..language.tree import All, Any, Comparison, Condition, Fact, Not, Parameter, Quantifier, Right
from ..problems.problem import Texts
from .model import ConceptDefinition, FactDefinition, KnowledgeBase, ListDefinition

Valued = FactDefinition | ConceptDefinition | ListDefinition
"""What names values: a fact, a derived fact, or the list that an id belongs to."""

_TRUE: Texts = {"en": "yes", "ja": "はい"}
_FALSE: Texts = {"en": "no", "ja": "いいえ"}

_LEAF: dict[str, Texts] = {
    "is": {"en": "{fact} is {right}", "ja": "{fact}が{right}である"},
    "is not": {"en": "{fact} is not {right}", "ja": "{fact}が{right}ではない"},
    "in": {"en": "{fact} is one of {right}", "ja": "{fact}が{right}のどれかである"},
    "not in": {"en": "{fact} is none of {right}", "ja": "{fact}が{right}のどれでもない"},
    "<": {"en": "{fact} is below {right}", "ja": "{fact}が{right}未満である"},
    "<=": {"en": "{fact} is at most {right}", "ja": "{fact}が{right}以下である"},
    ">": {"en": "{fact} is above {right}", "ja": "{fact}が{right}を超える"},
    ">=": {"en": "{fact} is at least {right}", "ja": "{fact}が{right}以上である"},
    "has": {"en": "{fact} include {right}", "ja": "{fact}に{right}が含まれる"},
    "lacks": {"en": "{fact} do not include {right}", "ja": "{fact}に{right}が含まれない"},
    "within": {"en": "{fact} are only among {right}", "ja": "{fact}が{right}以外にない"},
    "not within": {"en": "{fact} go beyond {right}", "ja": "{fact}に{right}以外がある"},
    "is empty": {"en": "{fact}: none", "ja": "{fact}が「なし」である"},
    "is not empty": {"en": "{fact}: at least one", "ja": "{fact}が一つはある"},
    "is incomplete": {"en": "{fact} do not cover every item", "ja": "{fact}に抜けている項目がある"},
    "is complete": {"en": "{fact} cover every item", "ja": "{fact}がすべての項目に及ぶ"},
    "is dangling": {"en": "{fact} point to something that is not listed", "ja": "{fact}が一覧にないものを指している"},
    "is not dangling": {"en": "{fact} point only to what is listed", "ja": "{fact}が一覧にあるものだけを指している"},
    "is known": {"en": "{fact} is stated", "ja": "{fact}が分かっている"},
    "is unknown": {"en": "{fact} is not known", "ja": "{fact}が分かっていない"},
    "may be": {"en": "{fact} is not known to be other than {right}", "ja": "{fact}が{right}でないとは分かっていない"},
    "cannot be": {"en": "{fact} is known and is not {right}", "ja": "{fact}が分かっていて、{right}ではない"},
}  # fmt: skip

_QUANTIFIER: dict[str, Texts] = {
    "some": {"en": "there is {article} {element}{where}", "ja": "{where}{element}がある"},
    "none": {"en": "there is no {element}{where}", "ja": "{where}{element}が一つもない"},
    "every": {"en": "for every {element}{where}: {body}", "ja": "{where}どの{element}についても、{body}"},
    "count": {"en": "the number of {list}{where} {test}", "ja": "{where}{element}の数が{test}"},
    "sum": {"en": "the sum of {measure} over the {list}{where} {test}", "ja": "{where}{element}の{measure}の合計が{test}"},
    "min": {"en": "the lowest {measure} among the {list}{where} {test}", "ja": "{where}{element}の{measure}の最小が{test}"},
    "max": {"en": "the highest {measure} among the {list}{where} {test}", "ja": "{where}{element}の{measure}の最大が{test}"},
    "share": {"en": "the share of {list}{where} {test}", "ja": "{where}{element}の割合が{test}"},
}  # fmt: skip

_TEST: dict[str, Texts] = {
    ">=": {"en": "is at least {right}", "ja": "{right}以上である"},
    ">": {"en": "is above {right}", "ja": "{right}を超える"},
    "<=": {"en": "is at most {right}", "ja": "{right}以下である"},
    "<": {"en": "is below {right}", "ja": "{right}未満である"},
    "is": {"en": "is {right}", "ja": "{right}である"},
}  # fmt: skip

_AND: Texts = {"en": " and ", "ja": "、かつ"}
_OR: Texts = {"en": " or ", "ja": "、または"}
_NOT: Texts = {"en": "it is not so that {inner}", "ja": "「{inner}」ということはない"}
_THIS: Texts = {"en": "this {element}", "ja": "この{element}"}
_OTHER: Texts = {"en": "the other {element}", "ja": "もう一方の{element}"}
_OF: Texts = {"en": "{label} of {owner}", "ja": "{owner}の{label}"}
_WHERE: Texts = {"en": " for which {inner}", "ja": "「{inner}」"}


def in_words(node: Condition, kb: KnowledgeBase, language: str) -> str:
    """Say a condition in words.

    Args:
        node: The condition.
        kb: Gives the labels of facts, values and lists.
        language: `en` or `ja`.
    """
    if isinstance(node, Comparison):
        return comparison_in_words(node, kb, language)
    if isinstance(node, (All, Any)):
        if len(node.children) == 1:
            return in_words(node.children[0], kb, language)
        parts = [_part(child, isinstance(node, Any), kb, language) for child in node.children]
        return (_AND if isinstance(node, All) else _OR)[language].join(parts)
    if isinstance(node, Not):
        return _NOT[language].format(inner=in_words(node.child, kb, language))
    return quantifier_in_words(node, kb, language)


def _part(node: Condition, inside_any: bool, kb: KnowledgeBase, language: str) -> str:
    words = in_words(node, kb, language)
    mixed = isinstance(node, All if inside_any else Any) and len(node.children) > 1
    return f"({words})" if mixed else words


def comparison_in_words(node: Comparison, kb: KnowledgeBase, language: str) -> str:
    """Say one comparison in words."""
    right = right_in_words(node.right, valued(node.left, kb), kb, language)
    return _LEAF[node.operator][language].format(fact=fact_in_words(node.left, kb, language), right=right)


def quantifier_in_words(node: Quantifier, kb: KnowledgeBase, language: str) -> str:
    """Say a statement about a list in words."""
    listed = kb.vocabulary.lists[node.source]
    where = in_words(node.where, kb, language) if node.where.children else ""
    element = listed.element_label.get(language, listed.element)
    test = ""
    if node.operator is not None:
        definition = definition_of(node.measure, kb) if node.measure is not None else None
        test = _TEST[node.operator][language].format(right=right_in_words(node.bound, definition, kb, language))
    return _QUANTIFIER[node.kind][language].format(
        element=element,
        article="an" if element[:1] in "aeiou" else "a",
        list=listed.label.get(language, listed.path),
        where=_WHERE[language].format(inner=where) if where else "",
        body=in_words(node.body, kb, language) if node.body is not None else "",
        measure=fact_in_words(node.measure, kb, language) if node.measure is not None else "",
        test=test,
    )


def definition_of(fact: Fact, kb: KnowledgeBase) -> FactDefinition | ConceptDefinition | None:
    """Return the definition of a fact or concept; None for the id of an element."""
    return kb.vocabulary.definition(fact.path)


def valued(fact: Fact, kb: KnowledgeBase) -> Valued:
    """Return what names the values of a fact or concept; of the id of an element it is the list or family itself."""
    return definition_of(fact, kb) or _home(fact, kb)


def _home(fact: Fact, kb: KnowledgeBase) -> ListDefinition:
    """Return the list that the id of an element belongs to."""
    return kb.vocabulary.lists[fact.path.removesuffix("[].id").removesuffix(".*.id")]


def fact_in_words(fact: Fact, kb: KnowledgeBase, language: str) -> str:
    """Name a fact by its label, with the family member it belongs to."""
    definition = definition_of(fact, kb)
    if definition is None:
        listed = _home(fact, kb)
        words = _OTHER if _renamed(fact, listed) else _THIS
        return words[language].format(element=listed.element_label.get(language, listed.element))
    label = definition.label.get(language, fact.path)
    home = kb.vocabulary.lists[definition.source] if definition.source is not None else None
    if home is not None and _renamed(fact, home):
        owner = _OTHER[language].format(element=home.element_label.get(language, home.element))
        return _OF[language].format(label=quoted(label, language), owner=owner)
    if fact.member is not None and definition.source is not None:
        member = kb.vocabulary.lists[definition.source].members[fact.member].get(language, fact.member)
        label = f"{label} ({member})"
    return quoted(label, language)


def _renamed(fact: Fact, listed: ListDefinition) -> bool:
    """Tell whether a fact is about a second element of a list, one that `as` gave another name."""
    return fact.variable not in (None, listed.element) and not listed.path.startswith("$")


def right_in_words(right: Right, definition: Valued | None, kb: KnowledgeBase, language: str) -> str:
    """Say what a fact is compared with."""
    if right is None:
        return ""
    if isinstance(right, Fact):
        return fact_in_words(right, kb, language)
    if isinstance(right, Parameter):
        value: object = kb.parameters[right.name].value
        if right.part is not None and isinstance(value, tuple):
            value = value[0 if right.part == "low" else 1]
        return right_in_words(value, definition, kb, language)  # type: ignore[arg-type]
    if isinstance(right, tuple):
        joint = ", " if language == "en" else "・"
        return joint.join(value_in_words(item, definition, language) for item in right)
    return value_in_words(right, definition, language)


def value_in_words(value: object, definition: Valued | None, language: str) -> str:
    """Say a value: the label of an enum value, yes or no, a number with its unit, a list of these."""
    if isinstance(value, bool):
        return quoted((_TRUE if value else _FALSE)[language], language)
    if isinstance(value, (int, float)):
        unit = getattr(definition, "unit", None)
        number = f"{value:,.10g}"
        return f"{number} {unit}" if unit and language == "en" else number
    if isinstance(value, (list, tuple, frozenset)):
        return ", ".join(value_in_words(item, definition, language) for item in value) or quoted("-", language)
    labels: Mapping[str, Texts] = {}
    if definition is not None:
        labels = definition.members if isinstance(definition, ListDefinition) else definition.values
    text = str(value)
    return quoted(labels[text].get(language, text) if text in labels else text, language)


def quoted(text: str, language: str) -> str:
    """Return a label in the quotation marks of the language."""
    return f'"{text}"' if language == "en" else f"「{text}」"
