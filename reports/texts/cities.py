"""What the comparison of cities says, in both languages side by side; `messages` holds what it shares."""

from __future__ import annotations

from ...engine.problems.problem import Texts
from . import common as messages

MESSAGES: dict[str, Texts] = {
    "kind": {"en": "Comparison of candidate cities", "ja": "候補都市の比較"},
    "title": {"en": "{n} candidate cities side by side", "ja": "候補の{n}都市を並べて見る"},
    # Headline
    "head.good": {
        "en": "{cities}: an outstanding capital, and a plan for whatever is missing.",
        "ja": "{cities}には突出した資本があり、不足する資本の補い方も決まっています。",
    },
    "head.none": {
        "en": "No city can be compared yet: capitals are still to be assessed.",
        "ja": "まだ評価していない資本があり、どの都市も比べられません。",
    },
    "head.open": {
        "en": "In no city is there both an outstanding capital and a plan for whatever is missing.",
        "ja": "突出した資本があり、不足の補い方も決まっている都市は、まだありません。",
    },
    "city.unassessed": {
        "en": "{city} cannot be compared yet: {capitals} not assessed or unknown.",
        "ja": "{city}は{capitals}が未評価か不明で、まだ比べられません。",
    },
    "city": {"en": "{city}: {outstanding}; {gaps}.", "ja": "{city}は、{outstanding}、{gaps}。"},
    "outstanding.some": {"en": "{capitals} outstanding", "ja": "{capitals}が突出し"},
    "outstanding.none": {"en": "no outstanding capital found", "ja": "突出した資本は見つかっておらず"},
    "outstanding.open": {
        "en": "whether any capital is outstanding is unknown",
        "ja": "突出した資本があるかどうかが分かっておらず",
    },
    "gaps.none": {"en": "nothing is missing", "ja": "不足する資本は見つかっていません"},
    "gaps.planned": {
        "en": "a plan for what is missing ({capitals})",
        "ja": "不足する{capitals}の補い方が決まっています",
    },
    "gaps.unplanned": {"en": "no plan for {capitals}", "ja": "{capitals}の不足を補う計画がありません"},
    "gaps.unknown": {
        "en": "whether there is a plan for {capitals} is unknown",
        "ja": "{capitals}の不足を補う計画があるかどうかが分かっていません",
    },
    "capitals.all": {"en": "all {n} capitals", "ja": "{n}つの資本すべて"},
    "capital": {"en": "{name} capital", "ja": "{name}資本"},
    "no_rank": {
        "en": "There is no total and no ranking: the article sets no standard of “enough” for any capital (III.2), and a "
        "missing one alone does not speak against a city (III.3). The order is the one given.",
        "ja": "合計点も順位も出しません。論文はどの資本にも「十分」の基準を置かず（III.2）、不足だけを理由に都市を外さないためです"
        "（III.3）。並び順は、指定された順です。",
    },
    # Matrix
    "matrix": {"en": "Six capitals", "ja": "六つの資本"},
    "legend": {
        "en": "absent → thin → present → outstanding. ▲ and a thick frame: missing without a plan. ？ and hatching: not "
        "assessed, or unknown. ★: centre of the activity.",
        "ja": "欠落 → 僅少 → 存在 → 突出。▲と太枠は補い方のない不足、？と斜線は未評価か不明、★は活動の中心です。",
    },
    "capitals.head": {"en": "Capital", "ja": "資本"},
    "later": {"en": "grows later", "ja": "後から育つ"},
    "state.absent": {"en": "absent", "ja": "欠落"},
    "state.thin": {"en": "thin", "ja": "僅少"},
    "state.present": {"en": "present", "ja": "存在"},
    "state.outstanding": {"en": "outstanding", "ja": "突出"},
    "state.not_assessed": {"en": "not assessed", "ja": "未評価"},
    "state.unknown": {"en": "unknown", "ja": "不明"},
    "outstanding_open": {"en": "outstanding or not: unknown", "ja": "突出かどうかは不明"},
    "centre": {"en": "centre", "ja": "中心"},
    "unplanned": {"en": "no plan", "ja": "計画なし"},
    "plan_unknown": {"en": "plan unknown", "ja": "補い方は不明"},
    "cell": {"en": "{state} ({notes})", "ja": "{state}（{notes}）"},
    "population": {"en": "population {n}", "ja": "人口{n}人"},
    # Below
    "row.verdict": {"en": "Verdict on the project", "ja": "事業の判定"},
    "row.outstanding": {"en": "Outstanding", "ja": "突出した資本"},
    "row.unplanned": {"en": "Missing without a plan", "ja": "補い方のない不足"},
    "row.unassessed": {"en": "Not assessed or unknown", "ja": "未評価か不明"},
    "row.comparable": {"en": "Comparable", "ja": "比べられるか"},
    "row.next": {"en": "What to do next", "ja": "次にすること"},
    "comparable.yes": {"en": "yes", "ja": "比べられます"},
    "comparable.no": {"en": "not yet", "ja": "まだ比べられません"},
    "counted": {"en": "{n}: {capitals}", "ja": "{n}（{capitals}）"},
    "counted.open": {"en": "{n} or more: {capitals}", "ja": "{n}以上（{capitals}）"},
    "zero": {"en": "0", "ja": "0"},
    "zero.open": {"en": "unknown", "ja": "不明"},
    "next.about": {"en": "{subjects}: {advice}", "ja": "{subjects}：{advice}"},
    "next.coded": {"en": "{code} {advice}", "ja": "{code} {advice}"},
    "next.ask": {"en": "Find out: {question}", "ja": "確かめる：{question}"},
    "next.missing": {"en": "Find out: {facts}", "ja": "確かめる：{facts}"},
    "next.none": {
        "en": "Nothing is known that has to be put right about the choice of this city.",
        "ja": "都市選びについて直すことは見つかっていません。",
    },
    # Other findings
    "others": {"en": "Other findings that differ", "ja": "都市選び以外で異なる指摘"},
    "others.none": {
        "en": "No other finding differs between the cities.",
        "ja": "都市選び以外で、都市によって異なる指摘はありません。",
    },
    "others.note": {
        "en": "These are about each project, not about the city.",
        "ja": "都市そのものではなく、それぞれの事業についての指摘です。",
    },
    "finding": {"en": "Finding", "ja": "指摘"},
    "outcome.found": {"en": "found", "ja": "あり"},
    "outcome.does_not_hold": {"en": "not found", "ja": "なし"},
    "outcome.cannot_tell": {"en": "cannot be told", "ja": "不明"},
    "outcome.replaced": {"en": "told by another", "ja": "別の指摘で扱う"},
    "outcome.waived": {"en": "answered", "ja": "回答あり"},
    # What if
    "trials": {"en": "What a decision would change", "ja": "一つ決めると変わること"},
    "trial": {
        "en": "{city}: with a plan for the {capital} ({value}), {codes} would go.",
        "ja": "{city}：{capital}の補い方を「{value}」と決めると、{codes} がなくなります。",
    },
    "trial.nothing": {
        "en": "{city}: a plan for the {capital} ({value}) alone would clear nothing.",
        "ja": "{city}：{capital}の補い方を「{value}」と決めるだけでは、なくなる指摘はありません。",
    },
    "rules.differ": {
        "en": "The cities were reviewed with different rules; compare only what both versions know.",
        "ja": "都市によって規則集の版が違います。同じ版で判定し直してから比べてください。",
    },
    "foot": {
        "en": "Advice, not a decision. Rules {rules}, {date}.",
        "ja": "これは助言であり、決定ではありません。規則集 {rules}、{date}。",
    },
}


def say(key: str, language: str, **values: object) -> str:
    """Return a text of this report in a language; a key of `messages.MESSAGES` is looked up there.

    >>> say("population", "en", n="31,000")
    'population 31,000'
    """
    if key not in MESSAGES:
        return messages.say(key, language, **values)
    return messages.filled(MESSAGES[key][language], values)
