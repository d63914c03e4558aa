"""What the memo itself says, in both languages side by side."""

from __future__ import annotations

from ...engine.problems.problem import Texts

TEXTS: dict[str, Texts] = {
    # Head
    "memo.kind": {"en": "Advisory memo", "ja": "助言メモ"},
    "memo.unnamed": {"en": "Project without a name", "ja": "名称が未記入の事業"},
    "phase": {"en": "phase: {phase}", "ja": "段階：{phase}"},
    "phase.unstated": {"en": "not stated", "ja": "未記入"},
    "memo.what_if": {"en": "Assumed, not in the file: {assumed}", "ja": "ファイルにない仮定：{assumed}"},
    # The verdict and what it begins with
    "opening.named": {"en": "“{name}”", "ja": "「{name}」"},
    "opening.placed": {"en": "“{name}” ({place})", "ja": "「{name}」（{place}）"},
    "opening.gravest": {
        "en": "What weighs most in {name}: {title}{evidence}{more}.",
        "ja": "{name}でいちばん重い点：{title}{evidence}{more}。",
    },
    "opening.evidence": {"en": " ({facts})", "ja": "（{facts}）"},
    "which.missing": {"en": "there: {there}; missing: {gone}", "ja": "あり：{there}／まだ：{gone}"},
    "which.lacking": {"en": "none yet; missing: {gone}", "ja": "まだ：{gone}"},
    "which.rest": {"en": "the other {n}", "ja": "ほかの{n}件"},
    "which.running": {"en": "{label}: {n}", "ja": "{label}：{n}件"},
    "which.running.none": {"en": "{label}: none now", "ja": "{label}：いまはなし"},
    "which.all": {"en": "all {n}", "ja": "{n}件すべて"},
    "opening.noted.open": {"en": "{fact} (not known yet: {open})", "ja": "{fact}（未確認：{open}）"},
    "opening.noted": {"en": "As stated: {facts}.", "ja": "記載のまま：{facts}。"},
    "opening.phase": {
        "en": "The phase of the project is not known. In these phases this would not count yet: {phases}.",
        "ja": "事業の段階が分かっていません。次のいずれかの段階なら、この点はまだ数えません：{phases}。",
    },
    "opening.scope": {"en": "{title}{evidence}.", "ja": "{title}{evidence}。"},
    "opening.more": {
        "en": "; {n} more {n:point weighs|points weigh} as much",
        "ja": "。同じ重要度の点がほかに{n}件あります",
    },
    "opening.either": {
        "en": "Whatever the answer is on {facts}, {name} has one of these to put right: {titles}.",
        "ja": "{facts}がどうであっても、{name}には次のどれかの課題があります。{titles}。",
    },
    "opening.or": {"en": "; or: ", "ja": "、または、"},
    "opening.anyway": {
        "en": "Whatever the missing answers are, {name} has this to put right: {titles}.",
        "ja": "残りの答えがどうであっても、{name}には次の課題があります。{titles}。",
    },
    "opening.missing": {
        "en": "Nothing that is known stops {name} at present; to judge it, this has to be known first: {facts}.",
        "ja": "{name}をいま止める理由は、分かっている範囲では見つかっていません。判定するには、まず次のことを確かめます：{facts}。",
    },
    "opening.needed": {
        "en": "What the verdict waits for first: {facts}.",
        "ja": "判定するには、まず次のことを確かめます：{facts}。",
    },
    "opening.clear": {
        "en": "In {name} nothing is known that has to be put right in this phase.",
        "ja": "{name}には、分かっている範囲で、いまの段階で直すことはありません。",
    },
    "opening.minor": {
        "en": "What is worth a look in {name}: {title}{evidence}{more}.",
        "ja": "{name}の軽微な点：{title}{evidence}{more}。",
    },
    "opening.coming": {
        "en": "In the next phase this stops it, unless it is put right before: {title}{evidence}{more}.",
        "ja": "それまでに直さなければ、次の段階で停止の理由になる点：{title}{evidence}{more}。",
    },
    "opening.next": {"en": "For a later phase: {advice}", "ja": "この先の段階で行うこと：{advice}"},
    "opening.in_place": {"en": "In place: {strengths}.", "ja": "できていること：{strengths}。"},
    "opening.in_place.facts": {
        "en": "Besides, as it should be: {strengths}.",
        "ja": "ほかに整っている点：{strengths}。",
    },
    "opening.in_place.more": {"en": "{n} more of this kind below.", "ja": "このほかに{n}件あります。"},
    "opening.good": {"en": "{fact} ({value})", "ja": "{fact}が{value}"},
    "opening.areas": {
        "en": "Checked, with nothing to put right: {areas}.",
        "ja": "確かめて、直すことがなかった分野：{areas}。",
    },
    "opening.nothing": {
        "en": "Nothing is known yet to be in place.",
        "ja": "できていることは、まだ確かめられていません。",
    },
    "coverage": {
        "en": "Checked: {told} of the {due} points that count in this phase.",
        "ja": "確かめた範囲：この段階の{due}点のうち{told}点。",
    },
    "coverage.unstated": {
        "en": "Checked: {told} of the {due} points that may count; the phase decides which of them do.",
        "ja": "確かめた範囲：段階によって数えるかどうかが決まる{due}点のうち{told}点。",
    },
    "coverage.all": {
        "en": "Checked: all {due} points that count in this phase.",
        "ja": "確かめた範囲：この段階の{due}点のすべて。",
    },
    "memo.upcoming": {"en": "What comes next", "ja": "今後の指摘"},
    "memo.upcoming.note": {
        "en": "Not due in the present phase. It counts once the project is there.",
        "ja": "いまの段階ではまだ求められないことです。その段階になってから数えます。",
    },
    "memo.upcoming.as": {"en": "({severity} from “{phase}” on)", "ja": "（「{phase}」から{severity}）"},
    "road.upcoming": {"en": "{n} later", "ja": "今後{n}"},
    "coverage.questions": {"en": "Open questions: {n}.", "ja": "未回答の質問は{n}問です。"},
    "road.checked": {"en": "checked", "ja": "確認済み"},
    "road.checked.part": {
        "en": "{n} {n:point|points} that {n:counts|count} now: checked",
        "ja": "いま数える{n}点は確認済み",
    },
    "road.open": {"en": "{n} not checked", "ja": "未確認{n}点"},
    "road.count": {"en": "{word} {n}", "ja": "{word}{n}"},
    # Put right first
    "memo.first": {"en": "Put right first", "ja": "先に直すこと"},
    "memo.first.either": {"en": "where this is so: {title}", "ja": "次の場合：{title}"},
    "memo.first.none": {
        "en": "Nothing is known that has to be put right first.",
        "ja": "分かっている範囲では、先に直すべきことはありません。",
    },
    "memo.first.titles": {"en": "{n} more:", "ja": "ほか{n}件："},
    "memo.first.titles.only": {"en": "{n} {n:point|points} of less weight:", "ja": "軽い指摘{n}件："},
    "memo.first.rest.only": {"en": "In detail: {n} {n:point|points} of less weight", "ja": "軽い指摘{n}件の内容"},
    "memo.first.rest": {"en": "In detail: {n} more", "ja": "ほか{n}件の内容"},
    "action.what": {"en": "What to do, and why", "ja": "何をするか、なぜ"},
    "action.same.above": {"en": "Do the same here.", "ja": "ここでも同じことをします。"},
    "action.same": {"en": "Do the same as in {n}.", "ja": "{n}と同じことをします。"},
    "finding.who": {"en": "Who", "ja": "誰が"},
    "finding.when": {"en": "By when", "ja": "いつまで"},
    "finding.more": {"en": "Evidence and article for {n}", "ja": "{n}の根拠と論文"},
    "finding.evidence": {"en": "Evidence", "ja": "根拠"},
    "finding.evidence.none": {
        "en": "It rests on what the project file does not contain.",
        "ja": "事業のファイルに書かれていないことに基づきます。",
    },
    "finding.evidence.source": {"en": "source: {source}", "ja": "出所：{source}"},
    "finding.evidence.as_of": {"en": "as of {date}", "ja": "{date}時点"},
    "finding.evidence.by": {"en": "says {by}", "ja": "回答：{by}"},
    "finding.evidence.more": {"en": "and {n} more", "ja": "ほか{n}件"},
    "finding.guidance": {"en": "Article", "ja": "論文"},
    "finding.guidance.paper": {"en": "article {section}", "ja": "論文 {section}"},
    "finding.guidance.also": {"en": "also", "ja": "ほか"},
    "finding.guidance.inferred": {"en": "our inference", "ja": "当方の推論"},
    "finding.guidance.ours": {
        "en": "Our own rule; the article does not state it.",
        "ja": "当方の規則です。論文には書かれていません。",
    },
    "finding.why": {"en": "Why", "ja": "なぜ"},
    "finding.severity": {"en": "Severity", "ja": "重要度"},
    # What may follow, what is in place
    "memo.predictions": {"en": "What may follow if nothing changes", "ja": "このまま進むと起こり得ること"},
    "memo.predictions.note": {
        "en": "What the article points out, and what we infer from it; nothing that must happen.",
        "ja": "論文の指摘と、そこからの当方の推論です。必ず起こるという意味ではありません。",
    },
    "memo.predictions.causes": {"en": "from {codes}", "ja": "もと：{codes}"},
    "memo.predictions.more": {"en": "{n} more in the appendix.", "ja": "ほか{n}件は付録にあります。"},
    "memo.strengths": {"en": "What is in place", "ja": "できていること"},
    # Questions
    "memo.questions": {"en": "Ask next", "ja": "次に聞くこと"},
    "memo.questions.note": {
        "en": "in the order in which to ask; nothing that is open counts against the project",
        "ja": "聞く順に並べています。分からないこと自体は不利には扱いません",
    },
    "question.what": {"en": "What to ask", "ja": "聞くこと"},
    "question.named": {
        "en": "{text} So far: {named}. Is there anything else?",
        "ja": "{text}（これまでの記載：{named}。ほかにもありますか）",
    },
    "question.beside": {"en": "{text} Stated: {stated}.", "ja": "{text}（記載：{stated}）"},
    "question.listed": {"en": "{text} Listed: {named}.", "ja": "{text}（記載：{named}）"},
    "question.listed.many": {"en": "{text} Listed so far: {n}.", "ja": "{text}（これまでの記載：{n}件）"},
    "question.whom": {"en": "Whom", "ja": "誰に"},
    "question.changes": {"en": "What the answer changes", "ja": "答えで変わること"},
    "must": {"en": "needed for a verdict", "ja": "判定に必要"},
    "must.better": {"en": "needed for a better verdict", "ja": "よりよい判定に必要"},
    "memo.questions.areas": {"en": "”, “", "ja": "」「"},
    "memo.questions.waits": {
        "en": "It helps to judge “{areas}”: {codes} (at worst: {severity}).",
        "ja": "「{areas}」の判断に使います：{codes}（最も重い場合で「{severity}」）。",
    },
    "memo.questions.whom": {
        "en": "Whom to ask the {n} open {n:question|questions}: {whom}.",
        "ja": "未回答の質問{n}問の相手：{whom}。",
    },
    "memo.questions.count": {"en": "{whom} {n}", "ja": "{whom}（{n}問）"},
    "memo.questions.rest": {"en": "others {n}", "ja": "ほか（{n}問）"},
    "memo.questions.open": {"en": "Open questions ({n}{together})", "ja": "未回答の質問（{n}問{together}）"},
    "memo.questions.showing": {
        "en": "Questions that no finding waits for at present ({n}{together})",
        "ja": "いまの指摘にはかかわらない質問（{n}問{together}）",
    },
    "memo.questions.together": {
        "en": "; those that are alike stand together",
        "ja": "。似た問いはまとめています",
    },
    # Ledger, chain, chances
    "map.break.dangling": {
        "en": "“{name}” points to {id}, which is not listed",
        "ja": "「{name}」が指す {id} は一覧にありません",
    },
    "map.dangling": {"en": "no such entry: {id}", "ja": "一覧にない：{id}"},
    "map.nothing": {"en": "not stated yet", "ja": "まだ記載なし"},
    "map.more": {"en": "{n} more", "ja": "ほか{n}件"},
    "map.leads": {"en": "{name} → {leads}", "ja": "{name} → {leads}"},
    "subject.new": {"en": "the new {element}", "ja": "新しい{element}"},
    "subject.other": {"en": "another {element}", "ja": "一覧にない{element}"},
    "subject.noted": {"en": "{subject} ({note})", "ja": "{subject}（{note}）"},
    # Accepted or postponed
    "memo.waivers": {"en": "Accepted or postponed", "ja": "受け入れた・先送りした指摘"},
    "memo.overdue": {
        "en": "Planned, over its day and not put right ({n}): {plans}.",
        "ja": "期限を過ぎても直っていない予定（{n}件）：{plans}。",
    },
    "memo.overdue.one": {"en": "{code} {plan}", "ja": "{code} {plan}"},
    "plan.until": {"en": "by {date}", "ja": "{date}まで"},
    "plan.overdue": {"en": "overdue", "ja": "期限切れ"},
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
    "waiver.not_applicable": {"en": "Not applicable", "ja": "対象外"},
    "waiver.planned": {"en": "Planned ({plan})", "ja": "予定（{plan}）"},
    "waiver.until": {"en": " until {date}", "ja": "（{date}まで）"},
    "waiver.by": {"en": "{by}, {date}", "ja": "{by}、{date}"},
    "waiver.rests_on": {"en": "until its facts change", "ja": "事実が変わるまで"},
    "waiver.told": {"en": "{decision} ({by}): {reason}", "ja": "{decision}（{by}）：{reason}"},
    "waiver.lapsed": {
        "en": "The time is over: the finding is back.",
        "ja": "期限が過ぎたため、指摘に戻りました。",
    },
    "waiver.facts_changed": {
        "en": "The facts have changed since: the finding is back.",
        "ja": "その後に事実が変わったため、指摘に戻りました。",
    },
    "waiver.unused": {"en": "There is no such finding now.", "ja": "いまは該当する指摘がありません。"},
    "waiver.given_up": {
        "en": "This code was given up; {now} tells it now.",
        "ja": "このコードは廃止され、いまは {now} が扱います。",
    },
    # Appendix
    "memo.audit": {
        "en": "Appendix: all findings, figures used, how to reproduce",
        "ja": "付録：すべての指摘、使った目安、再現のしかた",
    },
    "audit.run": {"en": "This run", "ja": "今回の実行"},
    "audit.rules": {"en": "Version of the rules", "ja": "規則集の版"},
    "audit.product": {"en": "Version of advise", "ja": "adviseの版"},
    "audit.input": {"en": "Input", "ja": "入力"},
    "audit.sha256": {"en": "SHA-256 of the input", "ja": "入力のSHA-256"},
    "audit.date": {"en": "Date of assessment", "ja": "判定の日付"},
    "audit.interpreters": {"en": "Interpreters", "ja": "処理系"},
    "audit.range": {"en": "Verdict over all answers", "ja": "未確認の点の答えによる判定の幅"},
    "audit.range.value": {"en": "from “{worst}” to “{best}”", "ja": "「{worst}」から「{best}」まで"},
    "audit.range.bound": {
        "en": "{between}; that some answers reach both ends was not looked for",
        "ja": "{between}（両端になる答えがあるかどうかまでは調べていません）",
    },
    "audit.outcomes": {"en": "Outcomes", "ja": "規則の結果"},
    "audit.outcomes.value": {
        "en": "{rules} rules, {total} outcomes: {holds} hold ({replaced} of them replaced by another), {not_holds} do not "
        "hold, {unknown} cannot be told",
        "ja": "規則{rules}件・結果{total}件：成り立つ{holds}（うち他に置き換え{replaced}）、"
        "成り立たない{not_holds}、判断できない{unknown}",
    },
    "audit.command": {"en": "To reproduce", "ja": "再現するには"},
    "audit.object": {"en": "a Python object", "ja": "Pythonのオブジェクト"},
    "audit.parameters": {"en": "Reference figures used", "ja": "使った目安"},
    "audit.parameters.none": {
        "en": "No rule with an outcome read a figure.",
        "ja": "目安を使った規則はありません。",
    },
    "audit.ours": {"en": "ours", "ja": "当方"},
    "audit.since": {"en": "since {date}", "ja": "{date} から"},
    "audit.overridden": {"en": "changed: {reason}", "ja": "変更：{reason}"},
    "audit.findings": {"en": "All findings", "ja": "すべての指摘"},
    "audit.findings.none": {"en": "There are none.", "ja": "ありません。"},
    "audit.finding": {"en": "Finding and action", "ja": "指摘と対応"},
    "audit.rests_on": {"en": "Rests on", "ja": "もとになった事実"},
    "audit.cites": {"en": "Article", "ja": "論文"},
    "audit.fingerprint": {"en": "Fingerprint", "ja": "照合値"},
    "audit.fingerprint.note": {
        "en": "A fingerprint changes with the facts that a finding rests on. A response that names it under rests_on ends "
        "when they change.",
        "ja": "照合値は、指摘のもとになった事実が変わると変わります。responses の rests_on に書いておくと、"
        "事実が変わったときに指摘が戻ります。",
    },
    "audit.waived": {"en": "left out", "ja": "除外"},
    "audit.replaced": {"en": "Replaced findings: {codes}", "ja": "置き換えられた指摘：{codes}"},
    "audit.replaced.by": {"en": "{code} by {by}", "ja": "{code} は {by} に"},
    "audit.cited": {"en": "Statements cited, in our own words", "ja": "引用した記述（当方の言葉による言い換え）"},
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
    "memo.foot.written": {
        "en": "Rules {rules}, {file}. Written by advise {version}.",
        "ja": "規則集 {rules}、{file}。advise {version} が作成。",
    },
}
