"""What the memo itself says, in both languages side by side: a part of `messages.MESSAGES`, never used directly."""

from __future__ import annotations

from ...engine.problems.problem import Texts

MEMO: dict[str, Texts] = {
    # Head
    "memo.kind": {"en": "Advisory memo", "ja": "助言メモ"},
    "memo.unnamed": {"en": "Project without a name", "ja": "名称が未記入の事業"},
    "memo.phase": {"en": "Phase", "ja": "段階"},
    "memo.date": {"en": "Date", "ja": "日付"},
    "memo.rules": {"en": "Rules", "ja": "規則集"},
    "memo.file": {"en": "File", "ja": "ファイル"},
    "memo.what_if": {"en": "Assumed, not in the file", "ja": "ファイルにない仮定"},
    # 1 Put right first
    "memo.first": {"en": "Put right first", "ja": "先に直すこと"},
    "memo.first.none": {
        "en": "Nothing is known that has to be put right first.",
        "ja": "分かっている範囲では、先に直すべきことはありません。",
    },
    "memo.first.more": {"en": "{n} more to put right", "ja": "ほか{n}件"},
    "memo.near": {"en": "Findings that nearly apply: {n}", "ja": "あと一つの事実で当てはまる指摘：{n}件"},
    "memo.near.note": {
        "en": "None of these is a finding. One known fact keeps each of them away: it would be one if that fact changed, "
        "or turned out otherwise than stated. What is still unknown is told with the questions.",
        "ja": "ここにあるのは指摘ではありません。記入された事実が一つ変わるか、実際には違っていた場合に指摘となるものです。"
        "まだ分からない事実については「確かめること」に挙げています。",
    },
    "memo.near.more": {
        "en": "There may be more: advise explain --nearly lists all of them.",
        "ja": "ほかにもあり得ます。すべては advise explain --nearly で確かめられます。",
    },
    "memo.first.lesser": {
        "en": "Minor points and notes: {n}",
        "ja": "軽微な点と参考：{n}件",
    },
    "finding.action": {"en": "Action", "ja": "対応"},
    "finding.who": {"en": "Who acts", "ja": "動く人"},
    "finding.who.unnamed": {"en": "name not given", "ja": "担当者名は未記入"},
    "finding.when": {"en": "By when", "ja": "いつまで"},
    "finding.evidence": {"en": "Evidence", "ja": "根拠"},
    "finding.evidence.none": {
        "en": "It rests on what the project file does not contain.",
        "ja": "事業のファイルに書かれていないことに基づきます。",
    },
    "finding.evidence.source": {"en": "source: {source}", "ja": "出所：{source}"},
    "finding.evidence.as_of": {"en": "as of {date}", "ja": "{date}時点"},
    "finding.evidence.by": {"en": "says {by}", "ja": "回答：{by}"},
    "finding.evidence.more": {"en": "and {n} more", "ja": "ほか{n}件"},
    "finding.guidance": {"en": "Guidance", "ja": "指針"},
    "finding.guidance.paper": {"en": "article {section}", "ja": "論文 {section}"},
    "finding.guidance.also": {"en": "also", "ja": "ほか"},
    "finding.guidance.ours": {
        "en": "Our own rule; the article does not state it.",
        "ja": "当方の規則です。論文には書かれていません。",
    },
    "finding.why": {"en": "Why", "ja": "なぜ"},
    "finding.severity": {"en": "Severity", "ja": "重要度"},
    # 2 What may follow, 3 Strengths
    "memo.predictions": {"en": "What may follow if nothing changes", "ja": "このまま進むと起こり得ること"},
    "memo.predictions.note": {
        "en": "Possibilities that the article points out, not forecasts.",
        "ja": "論文が指摘する可能性で、予報ではありません。",
    },
    "memo.predictions.none": {
        "en": "What is known gives no ground for a warning here.",
        "ja": "分かっている事実から挙げるものはありません。",
    },
    "memo.predictions.causes": {"en": "Comes from", "ja": "もとになる点"},
    "memo.predictions.advice": {"en": "To prevent it", "ja": "防ぐには"},
    "memo.strengths": {"en": "Strengths", "ja": "強み"},
    "memo.strengths.none": {
        "en": "What is known does not yet show one. That is no judgement: strengths need facts.",
        "ja": "分かっている事実からは、まだ挙げられません。事実がそろえば示せます。",
    },
    "memo.strengths.next": {"en": "Next", "ja": "次に"},
    # 4 To find out
    "memo.questions": {"en": "To find out", "ja": "確かめること"},
    "memo.questions.note": {
        "en": "{n} unknown {n:fact|facts}, the most consequential first; the same question about several is asked once. "
        "None of them counts against the project.",
        "ja": "まだ分からない事実{n}件を、影響の大きい順に並べ、同じ問いはまとめています。分からないこと自体は減点になりません。",
    },
    "memo.questions.none": {
        "en": "No unknown fact stands in the way of an outcome.",
        "ja": "判断を妨げる不明な事実はありません。",
    },
    "memo.questions.must": {"en": "needed for a verdict", "ja": "判定に必要"},
    "memo.questions.waits": {
        "en": "The answer decides {codes} (at worst: {severity}).",
        "ja": "答えによって{codes}が決まります（最も重いもので「{severity}」）。",
    },
    "memo.questions.more": {"en": "{n} more questions", "ja": "ほか{n}問"},
    # 5 Six capitals
    "memo.capitals": {"en": "Six capitals", "ja": "六つの資本"},
    "capitals.capital": {"en": "Capital", "ja": "資本"},
    "capitals.state": {"en": "State", "ja": "状態"},
    "capitals.assessed": {"en": "Assessed by", "ja": "量・質の評価"},
    "capitals.quantitative": {"en": "numbers", "ja": "量"},
    "capitals.qualitative": {"en": "quality", "ja": "質"},
    "capitals.key_person": {"en": "Key person", "ja": "キーパーソン"},
    "capitals.gap": {"en": "How the gap is filled", "ja": "不足の補い方"},
    "capitals.centre": {"en": "centre of the activity", "ja": "活動の中心"},
    "capitals.done": {"en": "done", "ja": "済み"},
    "capitals.not_done": {"en": "not done", "ja": "未了"},
    "capitals.found": {"en": "found", "ja": "特定済み"},
    "capitals.not_found": {"en": "not found", "ja": "未特定"},
    "capitals.no_gap": {"en": "no gap", "ja": "不足なし"},
    "capitals.no_plan": {"en": "nothing planned", "ja": "計画なし"},
    "capitals.not_assessed": {"en": "not assessed yet", "ja": "未評価"},
    "capitals.outstanding_unknown": {
        "en": "whether outstanding: unknown",
        "ja": "突出かどうかは不明",
    },
    "capitals.caption": {
        "en": "No capital has a standard of “enough” (article III.2). There is no total and no pass mark; a gap is "
        "judged by whether it is being filled (III.3).",
        "ja": "どの資本にも「十分」の基準はありません（論文 III.2）。合計点や合格線もありません。"
        "不足は、補い方があるかどうかで見ます（III.3）。",
    },
    "table.region": {"en": "{table} (scrolls sideways)", "ja": "{table}（横に動かせます）"},
    "table.as_text": {"en": "The same as a table", "ja": "同じ内容の表"},
    # 6 Area, goals, KPIs, themes
    "memo.map": {"en": "Common area → goal → KPI → theme", "ja": "接点領域 → ゴール → KPI → テーマ"},
    "map.area": {"en": "Common area", "ja": "接点領域"},
    "map.goal": {"en": "Goal", "ja": "ゴール"},
    "map.kpi": {"en": "KPI", "ja": "KPI"},
    "map.theme": {"en": "Theme", "ja": "テーマ"},
    "map.overlap": {"en": "Common area", "ja": "接点領域"},
    "map.area.agreed": {"en": "agreed by both", "ja": "双方が納得"},
    "map.area.not_agreed": {"en": "not agreed", "ja": "納得が得られていない"},
    "map.area.defined": {"en": "agreement unknown", "ja": "納得は不明"},
    "map.area.undefined": {"en": "not defined", "ja": "未定義"},
    "map.area.unknown": {"en": "unknown", "ja": "不明"},
    "map.nothing": {"en": "not stated yet", "ja": "まだ記載なし"},
    "map.no_goal": {"en": "no goal", "ja": "ゴールなし"},
    "map.no_kpi": {"en": "no KPI", "ja": "KPIなし"},
    "map.no_theme": {"en": "no theme", "ja": "テーマなし"},
    "map.no_area": {"en": "outside the common area", "ja": "接点領域の外"},
    "map.dangling": {"en": "no such entry: {id}", "ja": "一覧にない：{id}"},
    "map.more": {"en": "{n} more", "ja": "ほか{n}件"},
    "map.alt": {
        "en": "Four columns from the common area over goals and KPIs to themes. Broken links: {n}. "
        "Unknown links: {unknown}.",
        "ja": "接点領域からゴール、KPI、テーマへ四列でつないだ図です。切れたつながり{n}件、不明なつながり{unknown}件。",
    },
    "map.legend": {
        "en": "Solid: linked. Dashed and red: broken. Dotted: unknown.",
        "ja": "実線はつながり、赤い破線は切れ目、点線は不明を表します。",
    },
    "map.broken": {"en": "Broken links", "ja": "切れているつながり"},
    "map.broken.none": {
        "en": "No link is known to be broken.",
        "ja": "切れていると分かっているつながりはありません。",
    },
    "map.break.area": {
        "en": "The goal “{name}” does not come from the common area",
        "ja": "ゴール「{name}」が接点領域に基づいていません",
    },
    "map.break.goal_kpi": {"en": "The goal “{name}” has no KPI", "ja": "ゴール「{name}」にKPIがありません"},
    "map.break.kpi_goal": {
        "en": "The KPI “{name}” belongs to no goal",
        "ja": "KPI「{name}」がどのゴールにも基づいていません",
    },
    "map.break.kpi_area": {
        "en": "The goals of the KPI “{name}” do not come from the common area",
        "ja": "KPI「{name}」のゴールが接点領域に基づいていません",
    },
    "map.break.kpi_theme": {"en": "The KPI “{name}” has no theme", "ja": "KPI「{name}」にテーマがありません"},
    "map.break.theme_kpi": {
        "en": "The theme “{name}” improves no KPI",
        "ja": "テーマ「{name}」がどのKPIにも結びついていません",
    },
    "map.break.theme_area": {
        "en": "The theme “{name}” does not lead back to the common area",
        "ja": "テーマ「{name}」をたどっても接点領域に届きません",
    },
    "map.break.dangling": {
        "en": "“{name}” points to {id}, which is not listed",
        "ja": "「{name}」が指す {id} は一覧にありません",
    },
    "map.empty": {
        "en": "Neither goals nor KPIs nor themes are stated yet.",
        "ja": "ゴール、KPI、テーマはまだ書かれていません。",
    },
    "map.kind": {"en": "Kind", "ja": "種別"},
    "map.name": {"en": "Name", "ja": "名称"},
    "map.leads_to": {"en": "Leads back to", "ja": "基づくもの"},
    # 7 Portfolio
    "memo.portfolio": {"en": "Portfolio of seeds", "ja": "種のポートフォリオ"},
    "portfolio.empty": {"en": "No seeds are stated yet.", "ja": "種（案件）はまだ書かれていません。"},
    "portfolio.none": {"en": "The list of seeds is empty.", "ja": "種（案件）の一覧は空です。"},
    "portfolio.seed": {"en": "Seed", "ja": "種（案件）"},
    "portfolio.running": {"en": "Running", "ja": "稼働"},
    "portfolio.chance": {"en": "Chance of success", "ja": "成功確率"},
    "portfolio.not_running": {"en": "not running", "ja": "未稼働"},
    "portfolio.running_unknown": {"en": "running: unknown", "ja": "稼働は不明"},
    "portfolio.expected": {
        "en": "Expected number of successes of the {n} running {n:seed|seeds}: {sum}.",
        "ja": "動いている{n}件の成功件数の期待値は{sum}件です。",
    },
    "portfolio.expected.least": {
        "en": "Expected number of successes: at least {sum}, from the {known} of {n} running {n:seed|seeds} whose chance "
        "is estimated.",
        "ja": "成功件数の期待値は{sum}件以上です（動いている{n}件のうち、成功確率の見積もりがある{known}件の合計）。",
    },
    "portfolio.expected.unknown": {
        "en": "The expected number of successes cannot be told: no running seed has an estimated chance.",
        "ja": "成功確率の見積もりがある稼働中の種がないため、成功件数の期待値は分かりません。",
    },
    "portfolio.note": {
        "en": "It counts successes, never money, and there is no pass mark: a low chance is no fault of a seed.",
        "ja": "金額ではなく成功の件数です。合格線はなく、確率が低いことは種の欠点ではありません。",
    },
    "portfolio.open": {
        "en": "The project file does not say whether the list is complete.",
        "ja": "この一覧ですべてかどうかは、事業のファイルに書かれていません。",
    },
    "portfolio.alt": {
        "en": "One row for each of {n} {n:seed|seeds} with a dot at its estimated chance of success; hatched where "
        "unknown.",
        "ja": "{n}件の種それぞれの成功確率を点で示した図です。斜線は不明を表します。",
    },
    # 8 Accepted or postponed
    "memo.waivers": {"en": "Accepted or postponed", "ja": "受け入れた・先送りした指摘"},
    "memo.waivers.note": {
        "en": "Findings that a named person decided about; while a decision stands they are not among the actions.",
        "ja": "担当者が判断した指摘です。判断が有効な間は、直すことに含めません。",
    },
    "memo.waivers.ended": {"en": "No longer in force", "ja": "効力を失った判断"},
    "memo.waivers.unused": {"en": "Without a finding", "ja": "該当する指摘のない判断"},
    "memo.decided": {
        "en": "Left out by decision: {counts}.",
        "ja": "判断により除いた指摘：{counts}。",
    },
    "memo.decided.count": {"en": "{n} {severity}", "ja": "{severity}{n}件"},
    "memo.figures": {
        "en": "This review uses figures of its own: {figures}.",
        "ja": "この判定では、目安を次のように変えています：{figures}。",
    },
    "memo.figure": {"en": "{label} {value} (reason: {reason})", "ja": "{label}は{value}（理由：{reason}）"},
    "finding.decision": {"en": "Decision", "ja": "前の判断"},
    "finding.back": {"en": "{decision} ({by}). {status}", "ja": "{decision}（{by}）。{status}"},
    "waiver.accepted": {"en": "Accepted", "ja": "受け入れ"},
    "waiver.postponed": {"en": "Postponed", "ja": "先送り"},
    "waiver.not_applicable": {"en": "Not applicable", "ja": "当てはまらない"},
    "waiver.until": {"en": " until {date}", "ja": "（{date}まで）"},
    "waiver.by": {"en": "{by}, {date}", "ja": "{by}、{date}"},
    "waiver.rests_on": {"en": "until its facts change", "ja": "事実が変わるまで"},
    "waiver.finding": {"en": "Finding", "ja": "指摘"},
    "waiver.decision": {"en": "Decision", "ja": "判断"},
    "waiver.reason": {"en": "Reason", "ja": "理由"},
    "waiver.decided": {"en": "Who and when", "ja": "判断した人と日付"},
    "waiver.lapsed": {
        "en": "The time is over: the finding is back.",
        "ja": "期限が過ぎたため、指摘に戻りました。",
    },
    "waiver.facts_changed": {
        "en": "The facts have changed since: the finding is back.",
        "ja": "その後に事実が変わったため、指摘に戻りました。",
    },
    "waiver.unused": {"en": "There is no such finding now.", "ja": "いまは該当する指摘がありません。"},
    # Appendix
    "memo.audit": {"en": "Appendix: audit trail", "ja": "付録：監査記録"},
    "audit.run": {"en": "This run", "ja": "今回の実行"},
    "audit.rules": {"en": "Version of the rules", "ja": "規則集の版"},
    "audit.product": {"en": "Version of advise", "ja": "adviseの版"},
    "audit.input": {"en": "Input", "ja": "入力"},
    "audit.sha256": {"en": "SHA-256 of the input", "ja": "入力のSHA-256"},
    "audit.date": {"en": "Date of assessment", "ja": "判定の日付"},
    "audit.interpreters": {"en": "Interpreters", "ja": "処理系"},
    "audit.range": {"en": "Verdict over all answers", "ja": "不明点の答えによる判定の幅"},
    "audit.range.value": {"en": "from “{worst}” to “{best}”", "ja": "「{worst}」から「{best}」まで"},
    "audit.outcomes": {"en": "Outcomes", "ja": "規則の結果"},
    "audit.outcomes.value": {
        "en": "{rules} rules, {total} outcomes: {holds} hold ({replaced} of them replaced by another), {not_holds} do not "
        "hold, {unknown} cannot be told",
        "ja": "規則{rules}件・結果{total}件：成り立つ{holds}（うち他に置き換え{replaced}）、"
        "成り立たない{not_holds}、判断できない{unknown}",
    },
    "audit.command": {"en": "To reproduce", "ja": "再現するには"},
    "audit.object": {"en": "a Python object", "ja": "Pythonのオブジェクト"},
    "audit.parameters": {"en": "Parameters used", "ja": "使った目安"},
    "audit.parameters.none": {
        "en": "No rule with an outcome read a parameter.",
        "ja": "目安を使った規則はありません。",
    },
    "audit.parameter": {"en": "Parameter", "ja": "目安"},
    "audit.value": {"en": "Value", "ja": "値"},
    "audit.source": {"en": "Source", "ja": "出典"},
    "audit.ours": {"en": "ours", "ja": "当方"},
    "audit.since": {"en": "since {date}", "ja": "{date} から"},
    "audit.overridden": {"en": "changed: {reason}", "ja": "変更：{reason}"},
    "audit.findings": {"en": "All findings", "ja": "すべての指摘"},
    "audit.findings.none": {"en": "There are none.", "ja": "ありません。"},
    "audit.code": {"en": "Code", "ja": "コード"},
    "audit.kind": {"en": "Kind", "ja": "区分"},
    "audit.subject": {"en": "Subject", "ja": "対象"},
    "audit.rule": {"en": "Rule", "ja": "規則"},
    "audit.fingerprint": {"en": "Fingerprint", "ja": "照合値"},
    "audit.fingerprint.note": {
        "en": "A fingerprint changes with the facts that a finding rests on. A response that names it under rests_on ends "
        "when they change.",
        "ja": "照合値は、指摘のもとになった事実が変わると変わります。responses の rests_on に書いておくと、"
        "事実が変わったときに指摘が戻ります。",
    },
    "audit.waived": {"en": "left out", "ja": "除外"},
    "audit.statements": {"en": "Statements", "ja": "指針の番号"},
    "audit.project": {"en": "the project", "ja": "事業全体"},
    "audit.replaced": {"en": "Replaced findings", "ja": "置き換えられた指摘"},
    "audit.replaced.by": {"en": "{code} by {by}", "ja": "{code} は {by} に"},
    "audit.cited": {"en": "Statements cited", "ja": "引用した指針"},
    "audit.cited.note": {
        "en": "What the article says, in our own words.",
        "ja": "論文の内容を当方の言葉で言い換えたものです。",
    },
    "kind.finding": {"en": "finding", "ja": "指摘"},
    "kind.upcoming": {"en": "comes later", "ja": "今後のこと"},
    "kind.prediction": {"en": "may follow", "ja": "起こり得ること"},
    "kind.strength": {"en": "strength", "ja": "強み"},
    # Foot
    "memo.foot": {
        "en": "This memo is advice and decides nothing. The verdict and the degrees of severity are ours, not the "
        "article's. It is no promise of success.",
        "ja": "このメモは助言であり、決定ではありません。判定と重要度の区分は当方によるもので、論文によるものではありません。"
        "成功を約束するものでもありません。",
    },
    "memo.foot.written": {"en": "Written by advise {version}", "ja": "advise {version} が作成"},
}
