"""What a comparison of projects says, in both languages side by side.

A knowledge base may say some of it in its own words (`presentation.yaml`); `common` holds what it shares.
"""

from __future__ import annotations

from ...engine.knowledge.model import KnowledgeBase
from ...engine.problems.problem import Texts
from . import common as messages

MESSAGES: dict[str, Texts] = {
    "kind": {"en": "Comparison of projects", "ja": "事業の比較"},
    "title": {"en": "{n} projects side by side", "ja": "{n}つの事業を並べて見る"},
    "head.same": {"en": "The verdict on all of them: {verdict}.", "ja": "判定はどれも「{verdict}」です。"},
    "head.differ": {"en": "The verdicts differ.", "ja": "判定は同じではありません。"},
    "verdict.of": {"en": "{place}: {verdict}.", "ja": "{place}：{verdict}。"},
    "no_rank": {
        "en": "There is no total and no ranking. The order is the one given.",
        "ja": "合計点も順位も出しません。並び順は、指定された順です。",
    },
    # Matrix
    "matrix": {"en": "Side by side", "ja": "並べて見る"},
    "member": {"en": "Point", "ja": "項目"},
    "state.unknown": {"en": "unknown", "ja": "不明"},
    "centre": {"en": "centre", "ja": "中心"},
    "unplanned": {"en": "no plan", "ja": "計画なし"},
    "plan_unknown": {"en": "plan unknown", "ja": "補い方は不明"},
    "cell": {"en": "{state} ({notes})", "ja": "{state}（{notes}）"},
    "place.noted": {"en": "{place} ({note})", "ja": "{place}（{note}）"},
    # Below
    "sums": {"en": "Verdict and next step of each", "ja": "それぞれの判定と次にすること"},
    "point": {"en": "Point", "ja": "項目"},
    "row.verdict": {"en": "Verdict on the project", "ja": "事業の判定"},
    "row.unassessed": {"en": "Not assessed or unknown", "ja": "未評価か不明"},
    "row.comparable": {"en": "Comparable", "ja": "比べられるか"},
    "row.next": {"en": "What to do next", "ja": "次にすること"},
    "comparable.yes": {"en": "yes", "ja": "比べられます"},
    "comparable.no": {"en": "not yet", "ja": "まだ比べられません"},
    "counted": {"en": "{n}: {members}", "ja": "{n}（{members}）"},
    "counted.open": {"en": "{n} or more: {members}", "ja": "{n}以上（{members}）"},
    "zero": {"en": "0", "ja": "0"},
    "zero.open": {"en": "unknown", "ja": "不明"},
    "next.about": {"en": "{subjects}: {advice}", "ja": "{subjects}：{advice}"},
    "next.coded": {"en": "{advice} ({code})", "ja": "{advice}（{code}）"},
    "next.ask": {"en": "Find out: {question}", "ja": "確かめる：{question}"},
    "next.missing": {"en": "Find out: {facts}", "ja": "確かめる：{facts}"},
    "next.none": {
        "en": "Nothing is known that has to be put right.",
        "ja": "直すことは見つかっていません。",
    },
    # Findings
    "others": {"en": "Findings that differ", "ja": "異なる指摘"},
    "others.none": {
        "en": "No finding differs between the projects.",
        "ja": "事業によって異なる指摘はありません。",
    },
    "finding": {"en": "Finding", "ja": "指摘"},
    "outcome.found": {"en": "found", "ja": "あり"},
    "outcome.does_not_hold": {"en": "not found", "ja": "なし"},
    "outcome.cannot_tell": {"en": "cannot be told", "ja": "不明"},
    "outcome.replaced": {"en": "told by another", "ja": "別の指摘で扱う"},
    "outcome.waived": {"en": "answered", "ja": "回答あり"},
    # What if
    "trials": {"en": "What a decision would change", "ja": "一つ決めると変わること"},
    "rules.differ": {
        "en": "The projects were reviewed with different rules; compare only what both versions know.",
        "ja": "事業によって規則集の版が違います。同じ版で判定し直してから比べてください。",
    },
    "foot": {
        "en": "Advice, not a decision. Rules {rules}, {date}.",
        "ja": "これは助言であり、決定ではありません。規則集 {rules}、{date}。",
    },
}


def say(key: str, language: str, kb: KnowledgeBase, **values: object) -> str:
    """Return a text of this report in a language: in the knowledge base's own words, else in general ones.

    Raises:
        KeyError: There is no such text, or a value is missing.
    """
    own = kb.presentation.comparison.texts.get(key) or MESSAGES.get(key)
    return messages.say(key, language, **values) if own is None else messages.filled(own[language], values)
