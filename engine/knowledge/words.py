"""Conditions in words: sentences of Japanese and English that a reader who does not program understands.

They are made from the condition tree and the labels of the vocabulary, so that they cannot grow stale. Only wording
happens here; nothing is evaluated.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..language.tree import All, Any, Comparison, Condition, Fact, Not, Parameter, Quantifier, Right
from ..problems.problem import Texts
from .model import ConceptDefinition, FactDefinition, KnowledgeBase, ListDefinition, constant

Valued = FactDefinition | ConceptDefinition | ListDefinition
"""What names values: a fact, a derived fact, or the list that an id belongs to."""

_TRUE: Texts = {"en": "yes", "ja": "はい"}
_FALSE: Texts = {"en": "no", "ja": "いいえ"}

OPERATORS: dict[str, tuple[str, str, str, str]] = {
    "is": (" is {right}", "が{right}である", "{right}", "{right}"),
    "is not": (" is not {right}", "が{right}ではない", "anything but {right}", "{right}以外"),
    "in": (" is one of {right}", "が{right}のどれかである", "{right}", "{right}"),
    "not in": (" is none of {right}", "が{right}のどれでもない", "anything but {right}", "{right}以外"),
    "<": (" is below {right}", "が{right}未満である", "below {right}", "{right}未満"),
    "<=": (" is at most {right}", "が{right}以下である", "{right} at most", "{right}以下"),
    ">": (" is above {right}", "が{right}を超える", "above {right}", "{right}を超える"),
    ">=": (" is at least {right}", "が{right}以上である", "{right} at least", "{right}以上"),
    "has": (" include {right}", "に{right}が含まれる", "{right} is among them", "{right}を含む"),
    "lacks": (" do not include {right}", "に{right}が含まれない", "{right} is not among them", "{right}を含まない"),
    "within": (" are only among {right}", "が{right}以外にない", "nothing but {right}", "{right}だけ"),
    "not within": (" go beyond {right}", "に{right}以外がある", "something other than {right}", "{right}以外を含む"),
    "is empty": (": none", "が「なし」である", "none", "なし"),
    "is not empty": (": at least one", "が一つはある", "at least one", "一つ以上"),
    "is incomplete": (" do not cover every item", "に抜けている項目がある", "not every item", "抜けている項目がある"),
    "is complete": (" cover every item", "がすべての項目に及ぶ", "every item", "すべての項目"),
    "is dangling": (
        " point to something that is not listed", "が一覧にないものを指している",
        "something that is not listed", "一覧にないものを指している",
    ),
    "is not dangling": (
        " point only to what is listed", "が一覧にあるものだけを指している",
        "only what is listed", "一覧にあるものだけを指している",
    ),
    "is known": (" is stated", "が分かっている", "known", "分かっている"),
    "is unknown": (" is not known", "が分かっていない", "not known", "分かっていない"),
    "may be": (
        " is not known to be other than {right}", "が{right}でないとは分かっていない",
        "{right}, or not known", "{right}（または未確認）",
    ),
    "cannot be": (
        " is known and is not {right}", "が分かっていて、{right}ではない",
        "known, and not {right}", "分かっていて、{right}ではない",
    ),
}  # fmt: skip
"""What an operator says of a fact: behind it in a sentence, English and Japanese, and in a line of its own, likewise."""

QUANTIFIERS: dict[str, tuple[str, str, str, str]] = {
    "some": (
        "there is {article} {element}{where}", "{where}{element}がある",
        "there is {article} {element}{where}", "{where}{element}がある",
    ),
    "none": (
        "there is no {element}{where}", "{where}{element}が一つもない",
        "there is no {element}{where}", "{where}{element}が一つもない",
    ),
    "every": (
        "for every {element}{where}: {body}", "{where}どの{element}についても、{body}",
        "for every {element}{where}", "{where}どの{element}についても",
    ),
    "count": (
        "the number of {list}{where}{test}", "{where}{element}の数{test}",
        "number of {list}{where}: {test}", "{where}{element}の数：{test}",
    ),
    "sum": (
        "the sum of {measure} over the {list}{where}{test}", "{where}{element}の{measure}の合計{test}",
        "sum of {measure} over the {list}{where}: {test}", "{where}{element}の{measure}の合計：{test}",
    ),
    "min": (
        "the lowest {measure} among the {list}{where}{test}", "{where}{element}の{measure}の最小{test}",
        "lowest {measure} of the {list}{where}: {test}", "{where}{element}の{measure}の最小：{test}",
    ),
    "max": (
        "the highest {measure} among the {list}{where}{test}", "{where}{element}の{measure}の最大{test}",
        "highest {measure} of the {list}{where}: {test}", "{where}{element}の{measure}の最大：{test}",
    ),
    "share": (
        "the share of {list}{where}{test}", "{where}{element}の割合{test}",
        "share of {list}{where}: {test}", "{where}{element}の割合：{test}",
    ),
}  # fmt: skip
"""What a statement about a list says: in a sentence, English and Japanese, and in a line above those of its elements."""

_AND: Texts = {"en": " and ", "ja": "、かつ"}
_OR: Texts = {"en": " or ", "ja": "、または"}
_NOT: Texts = {"en": "it is not so that {inner}", "ja": "「{inner}」ということはない"}
_THIS: Texts = {"en": "this {element}", "ja": "この{element}"}
_OTHER: Texts = {"en": "the other {element}", "ja": "もう一方の{element}"}
_OF: Texts = {"en": "{label} of {owner}", "ja": "{owner}の{label}"}
_WHERE: Texts = {"en": " for which {inner}", "ja": "「{inner}」"}


def in_words(node: Condition, kb: KnowledgeBase, language: str) -> str:
    """Say a condition in words."""
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
    said = OPERATORS[node.operator][language == "ja"].format(right=right)
    return fact_in_words(node.left, kb, language) + said


def quantifier_in_words(node: Quantifier, kb: KnowledgeBase, language: str) -> str:
    """Say a statement about a list in words."""
    where = in_words(node.where, kb, language) if node.where.children else ""
    test = ""
    if node.operator is not None:
        right = right_in_words(node.bound, measured(node, kb), kb, language)
        test = OPERATORS[node.operator][language == "ja"].format(right=right)
    return QUANTIFIERS[node.kind][language == "ja"].format(
        **list_words(node, kb, language),
        where=_WHERE[language].format(inner=where) if where else "",
        body=in_words(node.body, kb, language) if node.body is not None else "",
        measure=fact_in_words(node.measure, kb, language) if node.measure is not None else "",
        test=test,
    )


def list_words(node: Quantifier, kb: KnowledgeBase, language: str) -> dict[str, str]:
    """Return what a list and an element of it are called, for `QUANTIFIERS`."""
    listed = kb.vocabulary.lists[node.source]
    element = listed.element_label.get(language, listed.element)
    article = "an" if element[:1] in "aeiou" else "a"
    return {"element": element, "article": article, "list": listed.label.get(language, listed.path)}


def measured(node: Quantifier, kb: KnowledgeBase) -> FactDefinition | ConceptDefinition | None:
    """Return the definition of what is measured of the elements; None where they are counted."""
    return None if node.measure is None else definition_of(node.measure, kb)


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
        return right_in_words(constant(right, kb), definition, kb, language)
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
