"""What the report on the smallest change says, in both languages side by side."""

from __future__ import annotations

from ...engine.problems.problem import Texts

TEXTS: dict[str, Texts] = {
    "improve.title": {"en": "Least change: {name}", "ja": "必要最小限の変更：{name}"},
    "head": {
        "en": "The verdict is “{now}”. {n} {n:step leads|steps lead} to “{then}”, with effort {effort}.",
        "ja": "いまの判定は「{now}」です。{n}個の手順で「{then}」になります（手間 {effort}）。",
    },
    "head.better": {
        "en": "The verdict is “{now}”. {n} {n:step leads|steps lead} at least to “{wanted}”, and to “{then}” with the "
        "answers named; effort {effort}.",
        "ja": "いまの判定は「{now}」です。{n}個の手順で少なくとも「{wanted}」に、答えが下のとおりなら「{then}」になります"
        "（手間 {effort}）。",
    },
    "head.open": {
        "en": "The verdict is “{now}”. With {n} {n:step|steps} nothing that is known stands in the way of “{wanted}”; "
        "effort {effort}. Until more is known the verdict is “{then}”; then to be found out first: {facts}.",
        "ja": "いまの判定は「{now}」です。{n}個の手順で、分かっている限り「{wanted}」を妨げるものはなくなります（手間 {effort}）。"
        "ほかのことが分かるまでの判定は「{then}」です。そのときまず確かめること：{facts}。",
    },
    "improve.stays": {
        "en": "What the memo begins with is no part of it, since “{wanted}” allows for it: {title} ({code}). Put it right all the "
        "same.",
        "ja": "メモの最初にある「{title}」（{code}）は、残っていても「{wanted}」に届くため、この手順には入りません。それでも直します。",
    },
    "reached.open": {
        "en": "The verdict is “{now}”. Nothing that is known stands in the way of “{wanted}”, so nothing has to change; what "
        "is missing are answers.",
        "ja": "いまの判定は「{now}」です。分かっている限り「{wanted}」を妨げるものはなく、変えることはありません。足りないのは答えです。",
    },
    "reached": {
        "en": "The verdict is “{now}”. Nothing that is known has to change for “{wanted}”.",
        "ja": "判定は「{now}」です。分かっている限り、「{wanted}」のために変えることはありません。",
    },
    "improve.none": {
        "en": "The verdict is “{now}”. No step can be relied on to bring about “{wanted}”.",
        "ja": "いまの判定は「{now}」です。手順を踏めば確実に「{wanted}」になる、とは言えません。",
    },
    "improve.none.limit": {
        "en": "The verdict is “{now}”. No set of changes was found that leads to “{wanted}”; there may be one, since there "
        "are too many to look at all of them.",
        "ja": "いまの判定は「{now}」です。「{wanted}」になる変更は見つかりませんでした。"
        "組み合わせが多く、すべてを確かめてはいないため、ないとは言い切れません。",
    },
    "fixed": {"en": "What stands in the way", "ja": "妨げになる指摘"},
    # What is done
    "find_out": {"en": "Find out: {question}", "ja": "確かめる：{question}"},
    "new_element": {"en": "a new {element} ({id})", "ja": "新しい{element}（{id}）"},
    "some_text": {"en": "written down", "ja": "書いてある"},
    # Rows
    "row.change": {"en": "in the file", "ja": "記載の変更"},
    "row.counts": {"en": "answer", "ja": "答え"},
    "row.said": {"en": "with", "ja": "内容"},
    "row.clears": {"en": "clears", "ja": "解消される指摘"},
    "row.eases": {"en": "makes milder", "ja": "軽くなる指摘"},
    "row.prevents": {"en": "prevents", "ja": "防ぐ指摘"},
    "row.why": {"en": "why", "ja": "理由"},
    "must_know": {"en": "no verdict without it", "ja": "判定に必要"},
    "improve.answer.fixed": {"en": "“{then}”", "ja": "「{then}」であること"},
    "improve.answer.any": {
        "en": "whichever it is",
        "ja": "内容を問わず、分かればよい",
    },
    "improve.answer.phase": {
        "en": "what else it takes depends on it; tried here as “{then}”",
        "ja": "ほかに要ることは、これによって変わります。ここでは「{then}」として試しました",
    },
    "improve.answer": {
        "en": "“{then}”; where it is another, see to it that it becomes so",
        "ja": "「{then}」であること。違うときは、そうなるようにします",
    },
    "predictions": {
        "en": "and {n} {n:thing|things} that may follow",
        "ja": "ほか、起こり得ること{n}件",
    },
    "nobody": {"en": "not given by a rule", "ja": "規則に定めがありません"},
    # Below
    "after": {"en": "What then remains", "ja": "そのあとに残ること"},
    "after.none": {
        "en": "Nothing more to put right, with the answers as tried.",
        "ja": "試した答えのとおりなら、直すことは残りません。",
    },
    "after.count": {"en": "Still to put right: {parts}.", "ja": "{parts}が残ります。"},
    "after.open": {
        "en": "Facts that are unknown then could still change the verdict to “{worst}”.",
        "ja": "まだ分からない事実によっては、判定が「{worst}」に変わることがあります。",
    },
    "count": {"en": "{word} {n}", "ja": "{word}{n}件"},
    "improve.others": {"en": "Other ways of the same effort", "ja": "同じ手間のほかのやり方"},
    "improve.other": {"en": "Instead: {text}", "ja": "代わりに：{text}"},
    "other.not": {"en": "not needed then", "ja": "不要になること"},
    "certain": {"en": "How certain this is", "ja": "確かさ"},
    "certain.proved": {
        "en": "No change of less effort leads there without bringing something new to put right: every one was looked at or ruled out. "
        "Each change shown was tried in a review.",
        "ja": "新たに直すことを生まずに、これより手間の少ない変更で届かないことを、すべての場合について確かめました。"
        "示した変更は、どれも実際に判定しています。",
    },
    "certain.limit": {
        "en": "There are too many changes to look at all of them. Nothing of an effort below {least} leads there; between "
        "that and the change shown, a lesser one may exist. The change shown was tried in a review.",
        "ja": "変更の組み合わせが多いため、すべてを確かめてはいません。手間が{least}未満の変更ではこの判定にならないことは確かですが、"
        "示した変更より手間の少ないものがあるかもしれません。示した変更は、実際に判定しています。",
    },
    "considered": {
        "en": "Considered: facts that people can change, unknown facts found out, up to {n} new elements a list, giving up a "
        "goal, KPI, theme or gate that a finding is about. Not considered: what cannot be changed, such as what has "
        "happened or how large the city is.",
        "ja": "検討したのは、関係者が変えられる事実、まだ分からない事実を確かめること、一覧ごとに{n}つまでの追加、"
        "指摘のあるゴール・KPI・テーマ・ゲートの取りやめです。すでに起きたことや都市の規模など、"
        "変えられないことは検討していません。",
    },
    "weights": {
        "en": "Effort: {decide} for a decision or a text, {arrange} for people and talks, {build} for months of work, "
        "{find_out} for finding out, {add} for a new element, {drop} for giving one up. These weights are ours.",
        "ja": "手間の目安：決定や文書 {decide}、人との調整 {arrange}、数か月の取り組み {build}、確かめること {find_out}、"
        "追加 {add}、取りやめ {drop}。この重みは当方が定めたものです。",
    },
    "answers": {
        "en": "Unknown facts count as answered the way the step says; with another answer, run this again.",
        "ja": "まだ分からない事実は、手順に書いた答えになるものとして数えています。違う答えになったら、もう一度実行してください。",
    },
    "promise": {
        "en": "A better verdict is no promise of success; only change the file when the fact has changed.",
        "ja": "判定がよくなることは、成功の約束ではありません。ファイルは、事実が変わってから書き換えてください。",
    },
    "try": {"en": "To see the review with it:", "ja": "この変更を仮定して判定するには："},
}
