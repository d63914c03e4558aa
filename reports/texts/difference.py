"""What the reports on differences and on projects side by side say, in both languages side by side."""

from __future__ import annotations

from ...engine.problems.problem import Texts

TEXTS: dict[str, Texts] = {
    "difference.title": {"en": "What is different: {name}", "ja": "変わったこと：{name}"},
    "verdict.same": {"en": "The verdict is unchanged: “{now}”.", "ja": "判定は「{now}」のままです。"},
    "verdict.other": {
        "en": "The verdict was “{old}” and is “{new}” now. Cause: {cause}.",
        "ja": "判定は「{old}」から「{new}」に変わりました。理由：{cause}。",
    },
    "difference.title.two": {"en": "Two projects: {old} and {new}", "ja": "二つの事業の違い：{old}と{new}"},
    "two": {
        "en": "These are two different projects, not one before and after.",
        "ja": "別の事業どうしの比較です。一つの事業の前と後ではありません。",
    },
    "verdict.two": {
        "en": "The verdict on {first} is “{old}”, on {second} “{new}”.",
        "ja": "判定は、{first}が「{old}」、{second}が「{new}」です。",
    },
    "difference.nothing": {"en": "Nothing is different.", "ja": "変わったところはありません。"},
    "side.old": {"en": "before", "ja": "前"},
    "side.new": {"en": "now", "ja": "今回"},
    "side.old.two": {"en": "{first}", "ja": "{first}"},
    "side.new.two": {"en": "{second}", "ja": "{second}"},
    "side": {
        "en": "{file}, {today}, rules {rules}, {counts}",
        "ja": "{file}、{today}、規則集 {rules}、{counts}",
    },
    "side.counts": {
        "en": "{findings} {findings:finding|findings}, {questions} {questions:question|questions}",
        "ja": "指摘{findings}件、確かめること{questions}件",
    },
    "side.checked": {"en": "checked {told} of {due} points", "ja": "{due}点のうち{told}点を確認"},
    "side.assumed": {"en": "{text}, assumed: {assumed}", "ja": "{text}、仮定：{assumed}"},
    "side.no_file": {"en": "(no file)", "ja": "（ファイルなし）"},
    # Parts
    "part.project": {"en": "the project's facts", "ja": "事業の事実"},
    "part.rules": {"en": "the rules", "ja": "規則集"},
    "part.parameters": {"en": "a parameter", "ja": "目安"},
    "part.waivers": {"en": "a response to a finding", "ja": "指摘についての判断"},
    "part.date": {"en": "the date", "ja": "日付"},
    "part.product": {"en": "the version of advise", "ja": "advise の版"},
    "cause.together": {"en": "together: {parts}", "ja": "次の組み合わせ：{parts}"},
    "cause.unknown": {"en": "cannot be told apart: {parts}", "ja": "区別できません：{parts}"},
    "cause.untold": {
        "en": "nothing that was saved tells it",
        "ja": "保存された内容からは分かりません",
    },
    "parts": {"en": "What is different", "ja": "違いのあるもの"},
    "parts.list": {"en": "Different: {parts}.", "ja": "違いがあるのは、{parts}です。"},
    "parts.may": {
        "en": "Different, or possibly so: {parts}.",
        "ja": "違いがあるか、その可能性があるのは、{parts}です。",
    },
    "parts.file": {
        "en": "The file is not the same, but no fact that was saved is different. Not every fact is saved.",
        "ja": "ファイルは同じではありませんが、保存された事実に違いはありません。すべての事実が保存されているわけではありません。",
    },
    "difference.sum": {
        "en": "{total} {total:finding|findings} came, went or changed: {parts}.",
        "ja": "増えた、なくなった、重要度が変わった指摘は{total}件です（{parts}）。",
    },
    "difference.sum.two": {
        "en": "{total} {total:finding is|findings are} not the same: {parts}.",
        "ja": "異なる指摘は{total}件です（{parts}）。",
    },
    "difference.sum.part": {"en": "{part} {n}", "ja": "{part}：{n}件"},
    "sum.together": {"en": "several together {n}", "ja": "組み合わせ：{n}件"},
    "sum.unknown": {"en": "not to be told apart {n}", "ja": "区別できないもの：{n}件"},
    # Findings
    "came": {"en": "Came ({n})", "ja": "増えた指摘（{n}件）"},
    "went": {"en": "Went ({n})", "ja": "なくなった指摘（{n}件）"},
    "came.two": {"en": "Only in {second} ({n})", "ja": "{second}だけの指摘（{n}件）"},
    "went.two": {"en": "Only in {first} ({n})", "ja": "{first}だけの指摘（{n}件）"},
    "difference.due": {
        "en": "Due now, still to come before ({n})",
        "ja": "この段階から対象になった指摘（{n}件）",
    },
    "difference.undue": {
        "en": "Still to come, due before ({n})",
        "ja": "まだ先のこととなった指摘（{n}件）",
    },
    "difference.due.two": {
        "en": "Due in {second}, still to come in {first} ({n})",
        "ja": "{second}では対象、{first}ではまだ先の指摘（{n}件）",
    },
    "difference.undue.two": {
        "en": "Due in {first}, still to come in {second} ({n})",
        "ja": "{first}では対象、{second}ではまだ先の指摘（{n}件）",
    },
    "coming.came": {"en": "New under “What comes next” ({n})", "ja": "「今後の指摘」に加わったこと（{n}件）"},
    "coming.went": {
        "en": "No longer under “What comes next” ({n})",
        "ja": "「今後の指摘」からなくなったこと（{n}件）",
    },
    "coming.came.two": {
        "en": "Only in {second}, under “What comes next” ({n})",
        "ja": "{second}だけの「今後の指摘」（{n}件）",
    },
    "coming.went.two": {
        "en": "Only in {first}, under “What comes next” ({n})",
        "ja": "{first}だけの「今後の指摘」（{n}件）",
    },
    "difference.severity": {"en": "Changed severity ({n})", "ja": "重要度が変わった指摘（{n}件）"},
    "difference.severity.two": {"en": "Of another severity ({n})", "ja": "重要度が異なる指摘（{n}件）"},
    "others.came": {"en": "May follow or is a strength now ({n})", "ja": "新たな「起こり得ること」と強み（{n}件）"},
    "others.went": {
        "en": "No longer to follow, no longer a strength ({n})",
        "ja": "なくなった「起こり得ること」と強み（{n}件）",
    },
    "others.came.two": {
        "en": "Only in {second}: what may follow, and strengths ({n})",
        "ja": "{second}だけの「起こり得ること」と強み（{n}件）",
    },
    "others.went.two": {
        "en": "Only in {first}: what may follow, and strengths ({n})",
        "ja": "{first}だけの「起こり得ること」と強み（{n}件）",
    },
    "row.cause": {"en": "cause", "ja": "理由"},
    "row.before": {"en": "before", "ja": "前は"},
    "row.now": {"en": "now", "ja": "今回は"},
    "row.before.two": {"en": "the first one", "ja": "一つ目は"},
    "row.now.two": {"en": "the second one", "ja": "二つ目は"},
    "fate.does_not_hold": {"en": "does not hold", "ja": "当てはまりません"},
    "fate.does_not_hold.before": {"en": "did not hold", "ja": "当てはまりませんでした"},
    "fate.cannot_tell": {"en": "cannot be told: a fact is unknown", "ja": "事実が分からず、判断できません"},
    "fate.cannot_tell.before": {
        "en": "could not be told: a fact was unknown",
        "ja": "事実が分からず、判断できませんでした",
    },
    "fate.replaced": {"en": "{code} is told in its place", "ja": "代わりに {code} で指摘しています"},
    "fate.waived": {"en": "accepted, postponed or not applicable", "ja": "受け入れ・先送り・対象外とされています"},
    "fate.no_rule": {"en": "the rules have none with this code", "ja": "このコードの規則がありません"},
    "fate.no_subject": {"en": "what it is about is not in the project", "ja": "対象が事業に書かれていません"},
    "difference.change": {"en": "{old} → {new}", "ja": "{old} → {new}"},
    # Facts and the rest
    "facts": {"en": "Facts that changed ({n})", "ja": "変わった事実（{n}件）"},
    "facts.partial": {
        "en": "Facts that changed, as far as findings rest on them ({n})",
        "ja": "変わった事実のうち、指摘の根拠になっているもの（{n}件）",
    },
    "facts.two": {"en": "Facts that are not the same ({n})", "ja": "異なる事実（{n}件）"},
    "facts.partial.two": {
        "en": "Facts that are not the same, as far as findings rest on them ({n})",
        "ja": "異なる事実のうち、指摘の根拠になっているもの（{n}件）",
    },
    "difference.parameters": {"en": "Parameters that changed ({n})", "ja": "変わった目安（{n}件）"},
    "difference.parameters.two": {"en": "Parameters that are not the same ({n})", "ja": "異なる目安（{n}件）"},
    "no_parameter": {"en": "none of this name", "ja": "この名前のものはなし"},
    "answered": {"en": "Left out now by a response ({n})", "ja": "回答により今回は外した指摘（{n}件）"},
    "returned": {"en": "Not left out by a response any more ({n})", "ja": "回答による除外が終わったもの（{n}件）"},
    "answered.two": {
        "en": "Left out by a response in {second} only ({n})",
        "ja": "{second}だけで、回答により外した指摘（{n}件）",
    },
    "returned.two": {
        "en": "Left out by a response in {first} only ({n})",
        "ja": "{first}だけで、回答により外した指摘（{n}件）",
    },
    "difference.plans": {"en": "Plans that changed ({n})", "ja": "変わった予定（{n}件）"},
    "difference.plans.two": {"en": "Plans that are not the same ({n})", "ja": "異なる予定（{n}件）"},
    "difference.plan.none": {"en": "nothing planned", "ja": "予定なし"},
    "how": {"en": "How causes were found", "ja": "理由の調べ方"},
    "how.runs": {
        "en": "The parts were swapped one at a time and the project was reviewed with each. A part is named as the cause "
        "only where it brings the change about alone and nothing changes without it.",
        "ja": "違いのあるものを一つずつ入れ替えて判定し直しました。それだけで変わり、それがなければ変わらないときに限り、"
        "理由として示しています。",
    },
    "how.unreadable": {
        "en": "One project cannot be read with the other rules; such changes count as coming from several together.",
        "ja": "一方の事業はもう一方の規則集では読めないため、該当する変化は組み合わせとして数えています。",
    },
    "how.elimination": {
        "en": "A saved assessment cannot be reviewed again. A cause is named only where nothing else is different; "
        "compare the two project files to learn more.",
        "ja": "保存された判定結果は判定し直せません。ほかに違いがないときに限り、理由を示しています。"
        "詳しくは、事業のファイル同士を比べてください。",
    },
    # Projects side by side
    "compare.kind": {"en": "Comparison of projects", "ja": "事業の比較"},
    "compare.title": {"en": "{n} projects side by side", "ja": "{n}件の事業を並べて見る"},
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
    "compare.outcome.upcoming": {"en": "comes later", "ja": "今後の指摘"},
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
