"""What the report on a difference says, in both languages side by side."""

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
    "side": {
        "en": "{file}, {today}, rules {rules}, {counts}",
        "ja": "{file}、{today}、規則集 {rules}、{counts}",
    },
    "side.counts": {
        "en": "{findings} {findings:finding|findings}, {questions} {questions:question|questions}",
        "ja": "指摘{findings}件、確かめること{questions}件",
    },
    "side.assumed": {"en": "{text}, assumed: {assumed}", "ja": "{text}、仮定：{assumed}"},
    "side.no_file": {"en": "(no file)", "ja": "（ファイルなし）"},
    # Parts
    "part.project": {"en": "the project's facts", "ja": "事業の事実"},
    "part.rules": {"en": "the rules", "ja": "規則集"},
    "part.parameters": {"en": "a parameter", "ja": "目安"},
    "part.waivers": {"en": "a response to a finding", "ja": "指摘への回答"},
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
    "difference.sum": {
        "en": "{total} {total:finding|findings} came, went or changed: {parts}.",
        "ja": "増えた、なくなった、重要度が変わった指摘は{total}件です（{parts}）。",
    },
    "difference.sum.part": {"en": "{part} {n}", "ja": "{part}：{n}件"},
    "sum.together": {"en": "several together {n}", "ja": "組み合わせ：{n}件"},
    "sum.unknown": {"en": "not to be told apart {n}", "ja": "区別できないもの：{n}件"},
    # Findings
    "came": {"en": "Came ({n})", "ja": "増えた指摘（{n}件）"},
    "went": {"en": "Went ({n})", "ja": "なくなった指摘（{n}件）"},
    "difference.due": {
        "en": "Due now, still to come before ({n})",
        "ja": "この段階から対象になった指摘（{n}件）",
    },
    "difference.undue": {
        "en": "Still to come, due before ({n})",
        "ja": "まだ先のこととなった指摘（{n}件）",
    },
    "coming.came": {"en": "New under “What comes next” ({n})", "ja": "「今後の指摘」に加わったこと（{n}件）"},
    "coming.went": {
        "en": "No longer under “What comes next” ({n})",
        "ja": "「今後の指摘」からなくなったこと（{n}件）",
    },
    "difference.severity": {"en": "Changed severity ({n})", "ja": "重要度が変わった指摘（{n}件）"},
    "others.came": {"en": "May follow or is a strength now ({n})", "ja": "新たな「起こり得ること」と強み（{n}件）"},
    "others.went": {
        "en": "No longer to follow, no longer a strength ({n})",
        "ja": "なくなった「起こり得ること」と強み（{n}件）",
    },
    "row.cause": {"en": "cause", "ja": "理由"},
    "row.before": {"en": "before", "ja": "前は"},
    "row.now": {"en": "now", "ja": "今回は"},
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
    "difference.parameters": {"en": "Parameters that changed ({n})", "ja": "変わった目安（{n}件）"},
    "no_parameter": {"en": "none of this name", "ja": "この名前のものはなし"},
    "answered": {"en": "Left out now by a response ({n})", "ja": "回答により今回は外した指摘（{n}件）"},
    "returned": {"en": "Not left out by a response any more ({n})", "ja": "回答による除外が終わったもの（{n}件）"},
    "difference.plans": {"en": "Plans that changed ({n})", "ja": "変わった予定（{n}件）"},
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
}
