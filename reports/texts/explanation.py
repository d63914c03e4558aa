"""What explanations say, of rules, facts and findings that nearly apply, in both languages side by side."""

from __future__ import annotations

from ...engine.problems.problem import Texts

TEXTS: dict[str, Texts] = {
    # A fact
    "values": {"en": "Values", "ja": "書ける値"},
    "row.place": {"en": "place", "ja": "場所"},
    "row.source": {"en": "source", "ja": "出典"},
    "row.code": {"en": "try it with", "ja": "試し方"},
    "follows": {"en": "What follows from each value", "ja": "それぞれの値から言えること"},
    "row.if": {"en": "if", "ja": "もし"},
    "no_effect": {"en": "nothing changes", "ja": "何も変わりません"},
    "no_effect.settled": {
        "en": "no finding comes or goes; {n} open {n:outcome is|outcomes are} settled",
        "ja": "指摘の増減はありません。判断できなかった{n}件が決まります",
    },
    "project": {"en": "the project", "ja": "事業"},
    "missing_list": {
        "en": "The project does not state the list {list}, so there is nothing of which this could be known.",
        "ja": "事業に{list}の一覧がまだ書かれていないため、この事実を確かめる相手がありません。",
    },
    "no_subject": {"en": "The project has nothing of this name.", "ja": "その名前のものは事業に書かれていません。"},
    "no_effects.list": {
        "en": "Which elements the list has decides many rules; try --set to add one or leave one out.",
        "ja": "一覧に何があるかは多くの規則に関わります。加えたり外したりしたときの変化は --set で試せます。",
    },
    "readers": {"en": "Rules that read it ({n})", "ja": "この事実を使う規則（{n}件）"},
    "readers.through": {
        "en": "Rules that it reaches through others ({n})",
        "ja": "ほかの事実を通じて関わる規則（{n}件）",
    },
    "readers.none": {"en": "No rule reads this fact.", "ja": "この事実を使う規則はありません。"},
    "row.through": {"en": "through", "ja": "経由"},
    "more": {"en": "and {n} more: --full", "ja": "ほか{n}件は --full で表示"},
    # A rule
    "rule.holds": {"en": "holds", "ja": "成り立ちます"},
    "rule.does_not_hold": {"en": "does not hold", "ja": "成り立ちません"},
    "rule.cannot_tell": {"en": "cannot be told yet", "ja": "まだ分かりません"},
    "rule.replaced": {"en": "told by {code} instead", "ja": "代わりに {code} で指摘しています"},
    "rule.when": {"en": "reported when", "ja": "次のとき指摘します"},
    "rule.severity": {"en": "severity", "ja": "重要度"},
    "rule.due": {"en": "counts", "ja": "対象の段階"},
    "rule.due.from": {
        "en": "from “{phase}” on; before that it is told as what comes next",
        "ja": "「{phase}」から。それより前は「今後の指摘」として示します",
    },
    "rule.inferred": {
        "en": "what the article says is taken further here: our inference",
        "ja": "論文の記述を当方が推し進めたもの（当方の推論）です",
    },
    "rule.upcoming": {
        "en": "holds, and is not due in this phase yet",
        "ja": "成り立ちますが、この段階ではまだ判定に数えません",
    },
    "row.who": {"en": "who", "ja": "担当"},
    "rule.paper": {"en": "article", "ja": "論文"},
    "rule.ours": {"en": "ours, not from the article", "ja": "論文ではなく当方の確認項目"},
    "rule.replaces": {"en": "replaces", "ja": "置き換える指摘"},
    "rule.scenarios": {"en": "scenarios", "ja": "シナリオ"},
    "rule.file": {"en": "rule", "ja": "規則"},
    "rule.nothing": {
        "en": "The project names nothing that this rule is about.",
        "ja": "この規則の対象になるものが事業に書かれていません。",
    },
    # A derived fact
    "derived.values": {"en": "values", "ja": "値"},
    "derived.follows": {
        "en": "It follows from other facts; of several lines the first that holds counts.",
        "ja": "ほかの事実から導かれます。複数の条件があるときは、上から見て最初に成り立つものの値になります。",
    },
    "derived.follow": {"en": "Facts that follow from it", "ja": "この事実から導かれる事実"},
    "derived.open": {"en": "{label} cannot be told yet", "ja": "{label}はまだ分かりません"},
    "derived.possible": {"en": "; still possible: {values}", "ja": "。あり得る値：{values}"},
    "derived.or_nothing": {"en": "; {values}, or it does not apply", "ja": "。{values}か、または当てはまらないかです"},
    "derived.may_turn": {"en": "; may still turn out to be {values}", "ja": "（{values}に変わることもあります）"},
    "derived.nothing": {
        "en": "The project names nothing that this fact is about.",
        "ja": "この事実の対象になるものが事業に書かれていません。",
    },
    # The tree of a condition
    "tree.fact": {"en": "{fact}: {value}", "ja": "{fact}：{value}"},
    "tree.unknown": {"en": "not known: {fact}  [{name}]", "ja": "分かっていない事実：{fact}  [{name}]"},
    "tree.source": {"en": "source: {source}", "ja": "出典: {source}"},
    "tree.not": {"en": "not this", "ja": "次のことはない"},
    "tree.because": {"en": "{words}, because", "ja": "{words}。次のことから"},
    "tree.line": {"en": "{value} because", "ja": "{value} となる条件"},
    "tree.line.if": {"en": "{value} if", "ja": "{value} となる条件"},
    "tree.open": {"en": "{value}, depending on", "ja": "{value} のどれになるかは次の事実によります"},
    "tree.same": {"en": "{head}, for the same reason: {names}", "ja": "{head}。理由は上と同じです：{names}"},
    "tree.same.element": {"en": "for the same reason: {names}", "ja": "上と同じ理由：{names}"},
    "tree.also": {"en": "also: {names}", "ja": "ほかに：{names}"},
    "tree.alone": {
        "en": "one by one: --full; one alone: --subject {subject}",
        "ja": "一つずつ見るには --full、一つだけ見るには --subject {subject}",
    },
    # Nearly applied
    "nearly": {"en": "Findings that nearly apply", "ja": "あと少しで当てはまる指摘"},
    "nearly.note": {
        "en": "Nothing here is a finding. Each would become one if the facts named below it were so; the nearest first.",
        "ja": "ここにあるのは、まだ指摘ではありません。下に挙げた事実がそのとおりになると指摘に変わります。近い順に並べています。",
    },
    "nearly.none": {
        "en": "No finding is near: none would apply after {n} {n:change|changes}.",
        "ja": "近い指摘はありません。{n}つまでの変化で当てはまるものはありません。",
    },
    "row.would": {"en": "if", "ja": "こうなると"},
    "would.unknown": {"en": "{fact} turns out to be {then}", "ja": "{fact}が「{then}」と分かる"},
    "would.limit": {
        "en": "Searched up to {n} facts for each finding; some findings may be nearer than shown.",
        "ja": "指摘ごとに{n}つの事実まで調べました。",
    },
}
