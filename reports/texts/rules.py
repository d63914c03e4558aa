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
        "en": "  {codes}: none in which it is {kinds}",
        "ja": "  {codes}：{kinds}のシナリオがありません",
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
    "claim.replaces_decides": {
        "en": "{one} replaces {other}, which never holds where {one} does.",
        "ja": "{one} は {other} を置き換えますが、{one} が成り立つときに {other} が成り立つことはありません。",
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
        "en": "The verdict can be worse when {one} is {better} than when it is {other}, though that is better.",
        "ja": "{one} は {other} より {better} の方が良いはずですが、判定が悪くなることがあります。",
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
    "claim.part": {"en": "“{part}”", "ja": "「{part}」"},
    "claim.rule_occurs.because": {
        "en": "No project meets all of these: {parts}.",
        "ja": "すべてを満たす事業がない条件：{parts}。",
    },
    "claim.rule_seen.because": {"en": "What replaces it: {parts}.", "ja": "置き換える規則：{parts}。"},
    "claim.value_occurs.because": {
        "en": "No project meets all of these: {parts}.",
        "ja": "すべてを満たす事業がない条件：{parts}。",
    },
    "claim.condition_decides.because": {"en": "It follows from {parts}.", "ja": "{parts}から必ず成り立ちます。"},
    "claim.advice_possible.because": {"en": "What comes: {parts}.", "ja": "現れる指摘：{parts}。"},
    "claim.rule_occurs.cure": {
        "en": "Mend the conditions that exclude one another, or give the rule up.",
        "ja": "両立しない条件を直すか、この規則を廃止してください。",
    },
    "claim.rule_seen.cure": {
        "en": "Let it hold where the other one does not, or give it up.",
        "ja": "置き換える規則が成り立たない場合にも成り立つようにするか、廃止してください。",
    },
    "claim.severity_occurs.cure": {
        "en": "Leave this severity out, or put it before what always comes first.",
        "ja": "この重要度を外すか、必ず先に決まるものより前に置いてください。",
    },
    "claim.value_occurs.cure": {
        "en": "Leave this value out, or put its line before what always comes first.",
        "ja": "この値を外すか、必ず先に決まるものより前に置いてください。",
    },
    "claim.condition_decides.cure": {"en": "Leave the condition out.", "ja": "この条件を外してください。"},
    "claim.not_implied.cure": {
        "en": "Let one replace or cause the other, or part their conditions.",
        "ja": "一方を他方の置き換え（replaces）か原因（causes）とするか、条件を分けてください。",
    },
    "claim.replaces_decides.cure": {"en": "Take it out of 'replaces'.", "ja": "replaces から外してください。"},
    "claim.verdict_occurs.cure": {
        "en": "Look at the severities of the rules and at the order in verdict.yaml.",
        "ja": "規則の重要度と verdict.yaml の順序を見直してください。",
    },
    "claim.best_is_clean.cure": {
        "en": "Let no milder rule replace one that counts.",
        "ja": "判定に影響する規則を、より軽い規則で置き換えないでください。",
    },
    "claim.fact_read.cure": {
        "en": "Write a rule that reads it, or do not ask for it.",
        "ja": "読む規則を書くか、たずねるのをやめてください。",
    },
    "claim.adverse_matters.cure": {
        "en": "Write a rule that judges it, or take it out of 'better'.",
        "ja": "判断する規則を書くか、better から外してください。",
    },
    "claim.advice_possible.cure": {
        "en": "Change the conditions of one of the two, so that one answer clears both.",
        "ja": "両方の指摘がなくなる答えがあるように、一方の条件を直してください。",
    },
    "claim.better_not_worse.cure": {
        "en": "Change the order in 'better', or the rule that finds fault with the better value.",
        "ja": "better の順序か、より良い値を問題とする規則を直してください。",
    },
    "claim.certain_stays.cure": {
        "en": "This is a bug in advise: please report it with your rules.",
        "ja": "advise の不具合です。規則集を添えてお知らせください。",
    },
    "claim.own.cure": {"en": "Mend the rules, or the claim.", "ja": "規則か、この主張を直してください。"},
    "claim.exception_needed.cure": {"en": "Leave the exception out.", "ja": "この例外を消してください。"},
    "claim.cure": {"en": "  help: {cure}", "ja": "  対処：{cure}"},
    "claim.project": {"en": "    for example {project}", "ja": "    例：{project}"},
    "claim.argued": {"en": "Excepted, with a reason:", "ja": "理由のある例外："},
    "claim.reason": {"en": "    because: {reason}", "ja": "    理由：{reason}"},
    "claim.not_settled": {
        "en": "Not settled, so that it may be (--seconds gives more time, --elements longer lists):",
        "ja": "決まらず、次のとおりかもしれません（--seconds で時間を、--elements で一覧の要素を増やせます）：",
    },
    "claim.sum": {
        "en": "{n} {n:claim|claims} about lists of up to {elements}: {proved} proved, {refuted} refuted, {argued} excepted, "
        "{open} not settled (rules {version})",
        "ja": "要素{elements}個までの一覧について{n}件を調べました。証明{proved}件、反証{refuted}件、例外{argued}件、未決{open}件 (規則集 {version})",
    },
}
