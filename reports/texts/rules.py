"""What is said about rules: that they are sound, what carries them, their scenarios and what is proved of them."""

from __future__ import annotations

from ...engine.problems.problem import Texts

TEXTS: dict[str, Texts] = {
    "rules.sound": {
        "en": "{folder}: {rules} rules, {derivations} derivations, {facts} facts read; no problems. Version {version}.",
        "ja": "{folder}: 規則{rules}件、導出{derivations}件、事実{facts}件を読みました。問題はありません。版 {version}",
    },
    "rules.shipped": {"en": "the rules that come with advise", "ja": "advise に付属の規則"},
    "rules.count": {"en": "{n} {n:rule|rules}", "ja": "規則{n}件"},
    "coverage.head": {
        "en": "{n} statements of the article: {encoded} in rules, {evidence} evidence, {context} context",
        "ja": "論文の記述{n}件：規則{encoded}、根拠のみ{evidence}、背景のみ{context}",
    },
    "coverage.encoded": {"en": "in rules", "ja": "規則にあるもの"},
    "coverage.evidence": {"en": "evidence", "ja": "根拠のみ"},
    "coverage.context": {"en": "context", "ja": "背景のみ"},
    "coverage.section": {"en": "section", "ja": "節"},
    # Scenarios
    "tested.feature": {"en": "{total} run", "ja": "{total}件実行"},
    "tested.feature.failed": {"en": "{total} run, {failed} failed", "ja": "{total}件実行、{failed}件不合格"},
    "tested.scenario": {"en": "scenario", "ja": "シナリオ"},
    "tested.expected": {"en": "expected", "ja": "期待"},
    "tested.sentence": {"en": "sentence", "ja": "文"},
    "tested.found": {"en": "found", "ja": "実際"},
    "tested.wrong": {"en": "but", "ja": "誤り"},
    "tested.sum": {
        "en": "{scenarios} {scenarios:scenario|scenarios} in {features} {features:file|files}, run in {total} {total:case|cases}: "
        "{failed} failed (rules {version})",
        "ja": "シナリオ{scenarios}件（ファイル{features}件）を{total}通りに実行しました。不合格は{failed}件です (規則集 {version})",
    },
    "tested.silent": {"en": "no scenario speaks of {codes}", "ja": "{codes} を扱うシナリオはありません"},
    "tested.lacking": {"en": "Not every rule has every kind of scenario:", "ja": "足りないシナリオのある規則："},
    "tested.lacking.of": {
        "en": "  {code}: none in which it is {kinds}",
        "ja": "  {code}：{kinds}のシナリオがありません",
    },
    "tested.lacking.found": {"en": "found", "ja": "指摘される場合"},
    "tested.lacking.not_found": {"en": "not found", "ja": "指摘されない場合"},
    "tested.lacking.asked": {"en": "asked about", "ja": "まだ判断できず質問する場合"},
    "tested.lacking.upcoming": {"en": "upcoming", "ja": "今後の指摘になる場合"},
    # Claims
    "claim.rule_occurs": {"en": "{one} can never hold.", "ja": "{one} は決して成り立ちません。"},
    "claim.rule_seen": {
        "en": "{one} is never told: wherever it holds, another rule replaces it.",
        "ja": "{one} は決して示されません。成り立つときは必ず別の規則に置き換わります。",
    },
    "claim.severity_occurs": {
        "en": "{one} never has the severity {other}.",
        "ja": "{one} の重要度が {other} になることはありません。",
    },
    "claim.value_occurs": {
        "en": "{one} never has the value {other}.",
        "ja": "{one} の値が {other} になることはありません。",
    },
    "claim.condition_decides": {
        "en": "{one} concludes the same without the condition “{other}”.",
        "ja": "{one} の結論は、条件「{other}」がなくても変わりません。",
    },
    "claim.not_implied": {
        "en": "Wherever {one} holds, {other} holds too, and neither replaces the other.",
        "ja": "{one} が成り立つときは必ず {other} も成り立ちますが、どちらも他方を置き換えません。",
    },
    "claim.verdict_occurs": {"en": "No project is told “{one}”.", "ja": "「{one}」と判定される事業はありません。"},
    "claim.verdict_occurs.in": {
        "en": "No project is told “{one}” in the phase {other}.",
        "ja": "段階が {other} のとき、「{one}」と判定される事業はありません。",
    },
    "claim.best_is_clean": {
        "en": "“{one}” is told beside a finding that counts for the verdict.",
        "ja": "判定に影響する指摘があるのに「{one}」と判定されます。",
    },
    "claim.fact_read": {
        "en": "No rule reads {one}, and no report names it.",
        "ja": "{one} を読む規則も、示す報告もありません。",
    },
    "claim.adverse_matters": {
        "en": "{one} may be {other}, and no finding comes of it: it is judged by nothing.",
        "ja": "{one} が {other} でも指摘になりません。どの規則も判断していません。",
    },
    "claim.advice_possible": {
        "en": "Whatever better answer clears {one} brings another finding that is as severe: the two advise opposite things.",
        "ja": "より良い答えで {one} がなくなると、必ず同じ重要度の別の指摘が現れます。二つの助言が食い違っています。",
    },
    "claim.better_not_worse": {
        "en": "With a better value of {one} the verdict becomes worse.",
        "ja": "{one} がより良い値になると、判定が悪くなることがあります。",
    },
    "claim.certain_stays": {
        "en": "What is certain while {one} is unknown does not stay so when it becomes known.",
        "ja": "{one} が分からないうちに確かだったことが、分かると変わってしまいます。",
    },
    "claim.own": {"en": "Not so: {one}", "ja": "成り立ちません：{one}"},
    "claim.exception_needed": {
        "en": "The exception {one} excuses nothing: its claim holds, or there is none of it.",
        "ja": "例外 {one} は要りません。その主張は成り立つか、そのような主張がありません。",
    },
    "claim.project": {"en": "    for example {project}", "ja": "    例：{project}"},
    "claim.argued": {"en": "Excepted, with a reason:", "ja": "理由のある例外："},
    "claim.reason": {"en": "    because: {reason}", "ja": "    理由：{reason}"},
    "claim.not_settled": {"en": "Not settled:", "ja": "決まらなかったもの："},
    "claim.open": {"en": "  {claim}: {about}", "ja": "  {claim}：{about}"},
    "claim.sum": {
        "en": "{n} {n:claim|claims} about lists of up to {elements}: {proved} proved, {refuted} refuted, {argued} excepted, "
        "{open} not settled (rules {version})",
        "ja": "要素{elements}個までの一覧について{n}件を調べました。証明{proved}件、反証{refuted}件、例外{argued}件、未決{open}件 (規則集 {version})",
    },
}
