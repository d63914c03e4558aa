"""Checks that need the whole knowledge base: codes, cross references, and the agreement of rules and ledger."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from ..language.problem import nearest
from ..language.tree import Parameter, walk
from .model import Derivation, KnowledgeBase, ParameterDefinition, Rule, Statement
from .shape import Report

_CODE = re.compile(r"[A-Z]{2,5}-\d{2,3}")
_NAME = re.compile(r"[a-z][a-z0-9_]*/[a-z][a-z0-9-]*")


def check(kb: KnowledgeBase, report: Report) -> None:
    """Report everything in the knowledge base that does not fit together."""
    _codes(kb.rules, report)
    _names([*kb.rules, *kb.derivations], kb, report)
    _citations(kb.rules, kb.derivations, kb.statements, report)
    _parameters(kb, report)


def _codes(rules: Sequence[Rule], report: Report) -> None:
    first: dict[str, Rule] = {}
    for rule in rules:
        if not _CODE.fullmatch(rule.code):
            report.say(
                "K501",
                rule.place,
                f"'{rule.code}' is not a code like COM-01",
                f"'{rule.code}' は COM-01 の形ではありません",
            )
        elif rule.code in first:
            other = first[rule.code].name
            report.say("K502", rule.place, f"the code {rule.code} is already used by {other}", f"コード {rule.code} は {other} が使っています",
                       "Give one of them a code of its own.", "どちらかに別のコードを付けてください。")  # fmt: skip
        first.setdefault(rule.code, rule)
    for rule in rules:
        for code in (*rule.replaces, *rule.causes):
            if code not in first:
                close = nearest(code, first)
                report.say("K503", rule.place, f"{rule.code} names {code}, which no rule has", f"{rule.code} が挙げる {code} はありません",
                           f"Did you mean {close}?" if close else "", f"{close} のことですか。" if close else "")  # fmt: skip
        if rule.code in rule.replaces:
            report.say("K504", rule.place, f"{rule.code} replaces itself", f"{rule.code} が自分自身を置き換えています")
        if not rule.owner:
            report.say("K505", rule.place, f"{rule.code} has no owner", f"{rule.code} に動く人(owner)がありません")


def _names(rules: Sequence[Rule | Derivation], kb: KnowledgeBase, report: Report) -> None:
    last_parts: dict[str, str] = {}
    for rule in rules:
        if not _NAME.fullmatch(rule.name):
            report.say("K506", rule.place, f"the file name '{rule.name}' is not of the form area/name-in-words",
                       f"ファイル名 '{rule.name}' は「領域/英小文字とハイフン」の形にします")  # fmt: skip
        if rule.area not in kb.areas:
            report.say(
                "K507",
                rule.place,
                f"'{rule.area}' is not an area of rules/areas.yaml",
                f"'{rule.area}' は rules/areas.yaml にありません",
            )
        stem = rule.name.partition("/")[2]
        if stem in last_parts:
            report.say(
                "K508",
                rule.place,
                f"'{stem}' is also the name of {last_parts[stem]}",
                f"'{stem}' は {last_parts[stem]} と同じ名前です",
            )
        last_parts[stem] = rule.name


def _citations(
    rules: Sequence[Rule], derivations: Sequence[Derivation], statements: Mapping[str, Statement], report: Report
) -> None:
    cited: dict[str, set[str]] = defaultdict(set)
    every: list[Rule | Derivation] = [*rules, *derivations]
    for rule in every:
        name = rule.code if isinstance(rule, Rule) else rule.concept
        for number in rule.source.statements:
            cited[number].add(name)
            if number not in statements:
                report.say(
                    "K510",
                    rule.place,
                    f"{name} cites {number}, which is not in the ledger",
                    f"{name} が引く {number} は台帳にありません",
                )
    concepts = {derivation.concept for derivation in derivations}
    for statement in statements.values():
        encoded = set(statement.rules)
        found = cited.get(statement.number, set())
        if statement.status == "encoded":
            missing = {name for name in encoded if name not in found}
            extra = {name for name in found - encoded if name not in concepts}
            if not encoded:
                report.say(
                    "K511",
                    None,
                    f"{statement.number} can be checked, but no rule encodes it",
                    f"{statement.number} を確かめる規則がありません",
                )
            for name in sorted(missing):
                report.say("K512", None, f"the ledger says that {name} encodes {statement.number}, but {name} does not cite it",
                           f"台帳では {name} が {statement.number} に当たりますが、{name} はこれを引いていません",
                           f"Add {statement.number} to the source of {name}, or take {name} off the ledger.",
                           f"{name} の source に {statement.number} を加えるか、台帳から {name} を外してください。")  # fmt: skip
        else:
            extra = {name for name in found if name not in concepts}
        for name in sorted(extra):
            report.say("K513", None, f"{name} cites {statement.number}, but the ledger does not name {name} there",
                       f"{name} は {statement.number} を引いていますが、台帳の {statement.number} に {name} がありません",
                       f"Add {name} to the rules of {statement.number} in rules/paper/.",
                       f"rules/paper/ の {statement.number} の rules に {name} を加えてください。")  # fmt: skip


def _parameters(kb: KnowledgeBase, report: Report) -> None:
    used = parameters_used(kb)
    for name, parameter in kb.parameters.items():
        illustration = parameter.source is not None and not parameter.ours
        if name not in used and not illustration:
            report.say(
                "K514", None, f"no rule uses the parameter '{name}'", f"パラメータ '{name}' を使う規則がありません"
            )


def parameters_used(kb: KnowledgeBase) -> dict[str, ParameterDefinition]:
    """Return the parameters that some rule reads, by name."""
    names: set[str] = set()
    for condition in kb.conditions():
        for node in walk(condition):
            for right in (getattr(node, "right", None), getattr(node, "bound", None)):
                if isinstance(right, Parameter):
                    names.add(right.name)
            source = getattr(node, "source", "")
            if isinstance(source, str) and source.startswith("$"):
                names.add(source[1:])
    every: list[Rule | Derivation] = [*kb.rules, *kb.derivations]
    for rule in every:
        if rule.loop is not None and rule.loop.source.startswith("$"):
            names.add(rule.loop.source[1:])
    return {name: kb.parameters[name] for name in kb.parameters if name in names}
