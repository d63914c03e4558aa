"""The shape of rule files: which keys a mapping may have, and what kind of value each takes.

Every deviation is reported with its place and a cure, and reading goes on, so that all problems come at once.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import date

from msgspec import Struct, field

from ..problems.problem import LANGUAGES, Place, Problem, did_you_mean, excerpt, problem_of
from ..reading.yaml_reader import Node, read_yaml
from .model import Texts

_JAPANESE = {
    "rule": "規則",
    "derivation": "導出の規則",
    "fact": "事実",
    "list": "一覧",
    "family": "族",
    "concept": "概念",
    "parameter": "目安",
    "area": "領域",
    "owner": "担当",
    "statement": "文",
    "profile": "プロファイル",
    "vocabulary file": "語彙のファイル",
    "parameters file": "parameters.yaml",
    "areas file": "areas.yaml",
    "owners file": "owners.yaml",
    "ledger file": "paper のファイル",
    "article": "paper/article.yaml",
    "verdict policy": "verdict.yaml",
    "presentation": "presentation.yaml",
    "code": "コード",
    "reason": "理由",
    "part of memo": "memo の部分",
    "ledger": "ledger",
    "column": "columns の項目",
    "tick": "ticks の項目",
    "chain": "chain",
    "link": "links の項目",
    "text": "文",
    "must-know fact": "must_know の項目",
    "verdict": "verdicts の項目",
    "severity": "severity の項目",
    "value": "値",
    "member": "項目",
    "element label": "element_label",
    "severity note": "severity_note",
    "claims file": "claims のファイル",
    "exception": "exceptions の項目",
    "plan": "pages.yaml",
    "page": "pages の項目",
    "question": "質問",
    "new element": "element の項目",
    "bundle": "bundles の項目",
    "option": "options の項目",
    "name": "名前",
}
"""What the parts of a knowledge base are called in Japanese; keys of a file keep their names."""


class ProblemCollector(Struct):
    """Collects the problems of a knowledge base."""

    problems: list[Problem] = field(default_factory=list)

    def __call__(self, problem: Problem) -> None:
        """Add a problem."""
        self.problems.append(problem)

    def say(self, code: str, place: Place | None, en: str, ja: str, cure_en: str = "", cure_ja: str = "") -> None:
        """Add a problem from its texts."""
        self.problems.append(problem_of(code, place, en, ja, cure_en, cure_ja))


def read_node(text: str, file: str, report: ProblemCollector) -> Node | None:
    """Read a file of a knowledge base; None when it is empty or cannot be read, which is reported."""
    before = len(report.problems)
    node = read_yaml(text, file, report)
    if node is None and len(report.problems) == before:
        report.say("K113", Place(file, 1, 1), "the file is empty", "ファイルが空です",
                   "Write what belongs in it, or remove the file.", "内容を書くか、ファイルを消してください。")  # fmt: skip
    return node


def in_japanese(what: str) -> str:
    """Return what a part of a knowledge base is called in Japanese.

    >>> in_japanese("the label of 'top.by'"), in_japanese("the parameter 'least'"), in_japanese("the title (en)")
    ("'top.by' の label", "目安 'least'", 'title (en)')
    """
    whole, joint, rest = what.partition(" (")
    named = re.sub("^(the|an?) ", "", whole)
    if named == whole:
        return what  # a key
    part, of, owner = named.partition(" of ")
    if of:
        return f"{owner} の {_JAPANESE.get(part, part)}{joint}{rest}"
    name = re.fullmatch(r"(.+?) ('.*'|[A-Z]+\d+)", part)
    if name and name[1] in _JAPANESE:
        return f"{_JAPANESE[name[1]]} {name[2]}{joint}{rest}"
    return f"{_JAPANESE.get(part, part)}{joint}{rest}"


def mapping(node: Node, report: ProblemCollector, what: str) -> dict[str, Node]:
    """Return the entries of a mapping; reports and returns none when it is something else."""
    if isinstance(node.value, dict):
        return node.value
    report.say("K103", node.place, f"{what} must be a mapping (key: value)",
               f"{in_japanese(what)} は「キー: 値」の形で書きます",
               "Write each entry on a line of its own, such as en: text.",
               "1行に一つずつ「en: 文」のように書いてください。")  # fmt: skip
    return {}


def fields(
    node: Node, report: ProblemCollector, what: str, required: Iterable[str], optional: Iterable[str] = ()
) -> dict[str, Node]:
    """Return the entries of a mapping whose keys are known; reports unknown and missing ones."""
    if not isinstance(node.value, dict):
        mapping(node, report, what)
        return {}
    entries = node.value
    required, known = list(required), [*required, *optional]
    for key in entries:
        if key not in known:
            every = ", ".join(known)
            report.say(
                "K104", node.key_place(key),
                f"unknown key '{key}' in {what}", f"{in_japanese(what)} に使えないキー '{key}' があります",
                *did_you_mean(key, known, f"Known keys: {every}.", f"使えるキー: {every}"),
            )  # fmt: skip
    for key in required:
        if key not in entries:
            report.say(
                "K105", node.place, f"{what} has no '{key}'", f"{in_japanese(what)} に '{key}' がありません",
                f"Add '{key}:'.", f"'{key}:' を書き足してください。",
            )  # fmt: skip
    return {key: value for key, value in entries.items() if key in known}


def items(node: Node | None, report: ProblemCollector, what: str) -> list[Node]:
    """Return the items of a list; reports when it is something else. None gives no items."""
    if node is None:
        return []
    if isinstance(node.value, list):
        return node.value
    report.say("K106", node.place, f"{what} must be a list", f"{in_japanese(what)} は一覧(- で始まる行)で書きます")
    return []


def text(node: Node | None, report: ProblemCollector, what: str, allowed: Iterable[str] | None = None) -> str:
    """Return a text; reports when it is something else or not among the allowed ones."""
    if node is None:
        return ""
    if not isinstance(node.value, str):
        report.say(
            "K107", node.place, f"{what} must be a text", f"{in_japanese(what)} は文字で書きます", *_as_text(node)
        )
        return ""
    if allowed is not None:
        choices = list(allowed)
        if node.value not in choices:
            every = ", ".join(choices)
            report.say(
                "K108", node.place,
                f"{what} cannot be '{node.value}'", f"{in_japanese(what)} に '{node.value}' は使えません",
                *did_you_mean(node.value, choices, f"Allowed: {every}.", f"使える値: {every}"),
            )  # fmt: skip
            return choices[0] if choices else ""
    return node.value


def _as_text(node: Node) -> tuple[str, str]:
    """Return how what stands in the place of a text becomes one, in English and Japanese."""
    if isinstance(node.value, dict):
        return "Put one text there in place of the keys below it.", "下に並ぶキーの代わりに、文を一つ書いてください。"
    if isinstance(node.value, list):
        return "Put one text there in place of the list.", "一覧の代わりに、文を一つ書いてください。"
    if node.value is None:
        return "Nothing stands there: write it behind the colon.", "値が空です。コロンの後ろに書いてください。"
    return "Put it in quotes.", "引用符で囲んでください。"


def texts(node: Node | None, report: ProblemCollector, what: str) -> Texts:
    """Return a text in every language; reports a missing or an empty one."""
    if node is None:
        return {}
    entries = fields(node, report, what, LANGUAGES)
    found = {language: text(entry, report, f"{what} ({language})") for language, entry in entries.items()}
    for language, words in found.items():
        if isinstance(entries[language].value, str) and not words.strip():
            report.say("K109", entries[language].place, f"{what} is empty in {language}",
                       f"{in_japanese(what)} の {language} が空です",
                       f"Write it after '{language}:'.", f"'{language}:' の後に書いてください。")  # fmt: skip
    return found


def words(
    node: Node | None, report: ProblemCollector, what: str, allowed: Collection[str] | None = None
) -> tuple[str, ...]:
    """Return a list of texts; reports those that are not among the allowed ones."""
    return tuple(text(item, report, what, allowed) for item in items(node, report, what))


def day(node: Node | None, report: ProblemCollector) -> str | None:
    """Return a date as `2026-12-31`; None when it is missing or, which is reported, is none."""
    if node is None:
        return None
    written = str(node.value)
    try:
        if date.fromisoformat(written).isoformat() == written:
            return written
    except ValueError:
        pass
    report.say("K112", node.place, f"'{excerpt(written)}' is not a date", f"'{excerpt(written)}' は日付ではありません",
               "Write it as 2026-12-31.", "2026-12-31 の形で書いてください。")  # fmt: skip
    return None


def flag(node: Node | None, report: ProblemCollector, what: str) -> bool:
    """Return true or false; a missing one is false."""
    if node is None:
        return False
    if not isinstance(node.value, bool):
        report.say("K110", node.place, f"{what} must be true or false",
                   f"{in_japanese(what)} は true か false で書きます")  # fmt: skip
        return False
    return node.value


def number(node: Node | None, report: ProblemCollector, what: str) -> float | None:
    """Return a number; None when it is missing."""
    if node is None:
        return None
    if isinstance(node.value, bool) or not isinstance(node.value, (int, float)):
        report.say("K111", node.place, f"{what} must be a number", f"{in_japanese(what)} は数で書きます")
        return None
    return float(node.value)
