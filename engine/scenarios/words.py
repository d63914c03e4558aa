"""What the messages about sentences call things, in both languages."""

from __future__ import annotations

from ..knowledge.model import FactDefinition, ListDefinition
from ..problems.problem import Texts

FACT: Texts = {"en": "fact", "ja": "事実"}
LIST: Texts = {"en": "list", "ja": "一覧"}
PARAMETER: Texts = {"en": "parameter", "ja": "パラメータ"}
CODE: Texts = {"en": "finding code", "ja": "指摘のコード"}
SEVERITY: Texts = {"en": "severity", "ja": "重要度"}
VERDICT: Texts = {"en": "verdict", "ja": "判定"}


def element(listed: ListDefinition) -> Texts:
    """Name an element of a list; in English by the name that rules give it, which scenarios use, too."""
    return {"en": listed.element, "ja": listed.element_label.get("ja", listed.element)}


def element_there(listed: ListDefinition) -> Texts:
    """Name an element of a list that a scenario is to have."""
    return {"en": f"{listed.element} in the scenario named", "ja": f"シナリオに{element(listed)['ja']}"}


def fact_of(source: str) -> Texts:
    """Name a fact of a list's elements."""
    return {"en": f"fact of {source}", "ja": f"{source} の事実"}


def concept_of(source: str) -> Texts:
    """Name a derived fact of a list's elements."""
    return {"en": f"concept of {source}", "ja": f"{source} の導かれる事実"}


def value_of(path: str) -> Texts:
    """Name a value of a fact, a derived fact or a parameter."""
    return {"en": f"value of {path}", "ja": f"{path} の値"}


def cause_of(code: str) -> Texts:
    """Name a finding that a prediction follows from."""
    return {"en": f"cause of {code}", "ja": f"{code} のもとになる指摘"}


def label(fact: FactDefinition) -> Texts:
    """Name a fact by its label."""
    return {"en": fact.label.get("en", fact.path), "ja": fact.label.get("ja", fact.path)}
