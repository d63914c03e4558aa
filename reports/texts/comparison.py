"""What a comparison of projects says, in both languages side by side.

A knowledge base may say some of it in its own words (`presentation.yaml`).
"""

from __future__ import annotations

from ...engine.problems.problem import Texts

TEXTS: dict[str, Texts] = {
    "compare.kind": {"en": "Comparison of projects", "ja": "事業の比較"},
    "compare.title": {"en": "{n} projects side by side", "ja": "{n}つの事業を並べて見る"},
    "compare.head.same": {"en": "The verdict on all of them: {verdict}.", "ja": "判定はどれも「{verdict}」です。"},
    "compare.head.differ": {"en": "The verdicts differ.", "ja": "判定は同じではありません。"},
    "compare.verdict.of": {"en": "{place}: {verdict}.", "ja": "{place}：{verdict}。"},
    "compare.no_rank": {
        "en": "There is no total and no ranking. The order is the one given.",
        "ja": "合計点も順位も出しません。並び順は、指定された順です。",
    },
    # Matrix
    "compare.matrix": {"en": "Side by side", "ja": "並べて見る"},
    "compare.member": {"en": "Point", "ja": "項目"},
    "compare.state.unknown": {"en": "not known", "ja": "未確認"},
    "compare.centre": {"en": "centre", "ja": "中心"},
    "compare.unplanned": {"en": "no plan", "ja": "計画なし"},
    "compare.plan_unknown": {"en": "plan not known", "ja": "補い方は未確認"},
    "compare.cell": {"en": "{state} ({notes})", "ja": "{state}（{notes}）"},
    "compare.place.noted": {"en": "{place} ({note})", "ja": "{place}（{note}）"},
    # Below
    "compare.sums": {"en": "Verdict and next step of each", "ja": "それぞれの判定と次にすること"},
    "compare.point": {"en": "Point", "ja": "項目"},
    "compare.row.verdict": {"en": "Verdict on the project", "ja": "事業の判定"},
    "compare.row.unassessed": {"en": "Not assessed or not known", "ja": "未評価か未確認"},
    "compare.row.comparable": {"en": "Comparable", "ja": "比べられるか"},
    "compare.row.next": {"en": "What to do next", "ja": "次にすること"},
    "compare.comparable.yes": {"en": "yes", "ja": "比べられます"},
    "compare.comparable.no": {"en": "not yet", "ja": "まだ比べられません"},
    "compare.counted": {"en": "{n}: {members}", "ja": "{n}（{members}）"},
    "compare.counted.open": {"en": "{n} or more: {members}", "ja": "{n}以上（{members}）"},
    "compare.zero": {"en": "0", "ja": "0"},
    "compare.zero.open": {"en": "not known", "ja": "未確認"},
    "compare.next.about": {"en": "{subjects}: {advice}", "ja": "{subjects}：{advice}"},
    "compare.next.coded": {"en": "{advice} ({code})", "ja": "{advice}（{code}）"},
    "compare.next.ask": {"en": "Find out: {question}", "ja": "確かめる：{question}"},
    "compare.next.missing": {"en": "Find out: {facts}", "ja": "確かめる：{facts}"},
    "compare.next.none": {
        "en": "Nothing is known that has to be put right.",
        "ja": "直すことは見つかっていません。",
    },
    # Findings
    "compare.others": {"en": "Findings that differ", "ja": "異なる指摘"},
    "compare.others.none": {
        "en": "No finding differs between the projects.",
        "ja": "事業によって異なる指摘はありません。",
    },
    "compare.finding": {"en": "Finding", "ja": "指摘"},
    "compare.outcome.found": {"en": "found", "ja": "あり"},
    "compare.outcome.does_not_hold": {"en": "not found", "ja": "なし"},
    "compare.outcome.cannot_tell": {"en": "cannot be told", "ja": "判断できず"},
    "compare.outcome.replaced": {"en": "told by another", "ja": "別の指摘で扱う"},
    "compare.outcome.waived": {"en": "answered", "ja": "回答あり"},
    # What if
    "compare.trials": {"en": "What a decision would change", "ja": "一つ決めると変わること"},
    "compare.rules.differ": {
        "en": "The projects were reviewed with different rules; compare only what both versions know.",
        "ja": "事業によって規則集の版が違います。同じ版で判定し直してから比べてください。",
    },
    "compare.foot": {
        "en": "Advice, not a decision. Rules {rules}, {date}.",
        "ja": "これは助言であり、決定ではありません。規則集 {rules}、{date}。",
    },
}
