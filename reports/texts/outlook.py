"""What is said about answers and the least change, in both languages side by side."""

from __future__ import annotations

from ...engine.problems.problem import Texts

TEXTS: dict[str, Texts] = {
    "subjects.all": {"en": "all of the {list}", "ja": "{list}のすべて"},
    "likewise": {"en": "{title} (likewise: {subjects})", "ja": "{title}（{subjects}も同じ）"},
    "likewise.all": {"en": "{title} (likewise: all the others)", "ja": "{title}（ほかもすべて同じ）"},
    "subjects.every": {"en": "all {n} {list}", "ja": "{list}{n}件すべて"},
    "sentence": {"en": "{text}.", "ja": "{text}。"},
    # What an answer would change
    "answer.if": {"en": "{answer}: {text}", "ja": "{answer}：{text}"},
    "answer.quoted": {"en": "“{value}”", "ja": "「{value}」"},
    "answer.or": {"en": " or ", "ja": "または"},
    "answer.or.last": {"en": " or ", "ja": "、または"},
    "answer.but": {"en": "anything but {values}", "ja": "{values}以外"},
    "answer.any": {"en": "any answer", "ja": "どの答えでも"},
    "answer.some": {"en": "at least one", "ja": "「一つ以上ある」"},
    "answer.none": {"en": "none", "ja": "「一つもない」"},
    "answer.nothing_else": {"en": "nothing else", "ja": "「ほかにない」"},
    "answer.written": {"en": "something is written", "ja": "「書いてある」"},
    "answer.unwritten": {"en": "nothing is written", "ja": "「書いていない」"},
    "answer.all": {"en": "all of them", "ja": "「すべて」"},
    "answer.one": {"en": "only one of them", "ja": "「どれか一つだけ」"},
    "answer.some_of_them": {"en": "only some of them", "ja": "「一部だけ」"},
    "answer.lacking": {"en": "{values} is missing", "ja": "{values}が入っていない"},
    "answer.only": {"en": "only “{value}”", "ja": "「{value}」だけ"},
    "answer.below": {"en": "below {n}", "ja": "{n}未満"},
    "answer.most": {"en": "{n} or less", "ja": "{n}以下"},
    "answer.least": {"en": "{n} or more", "ja": "{n}以上"},
    "answer.above": {"en": "above {n}", "ja": "{n}を超える場合"},
    "answer.from_to": {"en": "{low} to {high}", "ja": "{low}から{high}まで"},
    "answer.alike": {"en": "{value} or the like", "ja": "{value}など"},
    "answer.both": {"en": "{first} and {last}", "ja": "{first}で{last}"},
    "effect.added": {"en": "{findings} {n:comes up|come up}", "ja": "{findings}が加わります"},
    "answer.one_of": {"en": "{answer} to any of them", "ja": "どれかが{answer}"},
    "effect.graded": {
        "en": "the severity of {findings} changes",
        "ja": "{findings}の重要度が変わります",
    },
    "effect.severity": {"en": "{was} → {now}", "ja": "{was} → {now}"},
    "effect.prediction": {"en": "may follow", "ja": "起こり得ること"},
    "effect.cleared": {"en": "{findings} {n:goes away|go away}", "ja": "{findings}がなくなります"},
    "effect.verdict": {"en": "the verdict becomes “{verdict}”", "ja": "判定は「{verdict}」に変わります"},
    "effect.nothing": {"en": "nothing comes up", "ja": "加わる指摘はありません"},
    "effect.verdict.same": {
        "en": "With other answers it lets up to {n} {n:point|points} of “{area}” be judged; alone it does not.",
        "ja": "ほかの答えと合わせると、「{area}」のうち最大{n}点を判断できるようになります。この答えだけではまだ足りません。",
    },
    "effect.leads": {
        "en": "With other answers it may lead to {finding}; alone it does not.",
        "ja": "ほかの答えと合わせると、{finding}につながることがあります。この答えだけではなりません。",
    },
    "effect.leads.among": {
        "en": "Together these answers may lead to {finding}; none of them does alone.",
        "ja": "これらの答えが重なると、{finding}につながることがあります。一つの答えだけではなりません。",
    },
    "effect.leads.unnamed": {
        "en": "As long as this is open, {finding} remains possible.",
        "ja": "これが分からないうちは、{finding}もあり得ます。",
    },
    "effect.graver": {
        "en": "with other answers it may be a {severity}",
        "ja": "ほかの答えと合わせると「{severity}」になることがあります",
    },
    "effect.settles": {
        "en": "The answer settles up to {n} open {n:point|points}.",
        "ja": "答えにより、決まっていなかった点が最大{n}件決まります。",
    },
    "effect.later": {
        "en": "By itself the answer changes nothing yet: what follows from it depends on other answers.",
        "ja": "これだけではまだ何も変わりません。ほかの答えと合わせて決まります。",
    },
    "effect.finding": {"en": "{code} ({severity})", "ja": "{code}（{severity}）"},
    "effect.finding.titled": {"en": "“{title}” ({code}, {severity})", "ja": "「{title}」（{code}、{severity}）"},
    "effect.finding.alike": {
        "en": "“{title}” and the like ({code}, {severity})",
        "ja": "「{title}」など（{code}、{severity}）",
    },
    "effect.predictions": {"en": "{n} {n:thing|things} that may follow", "ja": "起こり得ること{n}件"},
    # What was asked before
    "asked": {"en": "{text} ({by})", "ja": "{text}（{by}）"},
    "asked.said": {"en": "Stated: “{text}”", "ja": "記載：「{text}」"},
    "asked.remark": {"en": "{text}: “{remark}”", "ja": "{text}「{remark}」"},
    "asked.ask": {"en": "{whom} is said to know", "ja": "{whom}に聞けば分かるとのことです"},
    "asked.unknown": {"en": "Asked before, and not known", "ja": "尋ねましたが、分からないとのことでした"},
    "asked.later": {"en": "Asked before, and put off", "ja": "尋ねましたが、後回しになっています"},
    "asked.not_applicable": {
        "en": "Said not to apply; for the rules it is unknown",
        "ja": "当てはまらないとの答えです。規則では未確認として扱います",
    },
    "questions.members": {"en": "; ", "ja": "。"},
    "memo.questions.later": {
        "en": "{n} of the open questions {n:is|are} only listed below: {n:its answer changes|their answers change} "
        "nothing before others are known.",
        "ja": "未回答の質問のうち{n}問は、先に別の答えがそろうまで何も変えないため、下の一覧にだけ載せています。",
    },
    # Since the last memo
    "since.title": {"en": "What changed since {date}", "ja": "{date}からの変化"},
    "since.verdict.same": {"en": "The verdict is still “{new}”.", "ja": "判定は「{new}」のままです。"},
    "since.verdict.other": {
        "en": "The verdict was “{old}” and is “{new}” now.",
        "ja": "判定は「{old}」から「{new}」に変わりました。",
    },
    "since.due": {"en": "Due now ({n})", "ja": "この段階から対象になった指摘（{n}件）"},
    "since.came": {"en": "New ({n})", "ja": "新たに加わった指摘（{n}件）"},
    "since.went": {"en": "Gone ({n})", "ja": "なくなった指摘（{n}件）"},
    "since.severity": {"en": "Another severity ({n})", "ja": "重要度が変わった指摘（{n}件）"},
    "since.was": {"en": "was {severity}", "ja": "前は{severity}"},
    "since.fate.does_not_hold": {"en": "put right", "ja": "解消"},
    "since.fate.cannot_tell": {"en": "cannot be told any more", "ja": "判断できなくなりました"},
    "since.fate.waived": {"en": "accepted or postponed", "ja": "受け入れ・先送り"},
    "since.fate.replaced": {"en": "covered by another finding", "ja": "ほかの指摘に含めました"},
    "since.see": {"en": "What changed", "ja": "変化の内容"},
    "since.nothing": {"en": "No finding came or went.", "ja": "指摘の増減はありません。"},
    "since.parts": {"en": "Different since then: {parts}.", "ja": "前回から変わったもの：{parts}。"},
    # The least change
    "least.title": {
        "en": "Smallest change that reaches “{verdict}” or better",
        "ja": "「{verdict}」以上になるための必要最小限の変更",
    },
    "least.title.best": {
        "en": "Smallest change that reaches “{verdict}”",
        "ja": "「{verdict}」になるための必要最小限の変更",
    },
    "least.title.open": {
        "en": "Smallest change after which nothing that is known stands in the way of “{verdict}”",
        "ja": "「{verdict}」に近づく最小限の変更（分かっている範囲で妨げになるものをなくします）",
    },
    "least.title.none": {"en": "What stands in the way of “{verdict}”", "ja": "「{verdict}」の妨げになること"},
    "least.title.answers": {
        "en": "What has to be found out first for a verdict",
        "ja": "判定のために、まず確かめること",
    },
    "least.prevents": {
        "en": "otherwise this would still have to be put right: {title} ({code})",
        "ja": "これを行わないと、次の点が残ります：{title}（{code}）",
    },
    "least.change": {"en": "To change", "ja": "変えること"},
    "least.find_out": {"en": "To find out", "ja": "確かめること"},
    "least.step": {"en": "{fact}: {now} → {then}", "ja": "{fact}：{now} → {then}"},
    "add": {"en": "Add: {element}", "ja": "加える：{element}"},
    "least.add.with": {"en": "Add: {element}, with {facts}", "ja": "加える：{element}（{facts}）"},
    "give_up": {"en": "Give up: {element}", "ja": "取りやめる：{element}"},
    "least.any": {"en": "the answer, whichever it is", "ja": "確かめる（答えは問いません）"},
    "least.phase": {"en": "what else it takes depends on it", "ja": "ほかに要ることは、これによって変わります"},
    "least.uncertain": {
        "en": "There may be a smaller change that does as well.",
        "ja": "これより小さい変更で届くこともあり得ます。",
    },
    "least.open": {
        "en": "What is still unknown after that could change the verdict to “{worst}”.",
        "ja": "その後も分からない点の答えによっては、判定が「{worst}」に変わることがあります。",
    },
    "least.left_out": {
        "en": "Changes that would bring something new to put right are left out.",
        "ja": "新たに直すことを生む変更は除いています。",
    },
    "least.made_sure": {
        "en": "What is “unknown → …” in a step has to be found out with it: only then has the point been put right for certain.",
        "ja": "手順の「未確認 → …」は、併せて確かめる点です。これが分かって初めて、確かに直ったといえます。",
    },
    "least.reached": {"en": "Reached when: {text}", "ja": "達成の目安：{text}"},
    "least.until": {
        "en": "Until more is known the verdict is “{then}”; then to be found out first: {facts}.",
        "ja": "ほかのことが分かるまでの判定は「{then}」です。そのときまず確かめること：{facts}。",
    },
    "least.until.phase": {
        "en": "What the verdict is then, and what is to be found out first, depends on the phase.",
        "ja": "そのときの判定と、まず確かめることは、段階によって変わります。",
    },
    "least.none": {
        "en": "{codes}. No step can be relied on to put this right.",
        "ja": "{codes}。手順を踏めば確実に直せる、とは言えません。",
    },
    "least.none.found": {
        "en": "Nothing that people can change was found to lead to “{verdict}”.",
        "ja": "関係者が変えられることだけで「{verdict}」になる変更は、見つかりませんでした。",
    },
    "least.short.change": {"en": "change", "ja": "変える"},
    "least.short.find_out": {"en": "find out", "ja": "確かめる"},
    "severity_note": {"en": "note", "ja": "補足"},
    "least.answered": {"en": "{fact} → {answer}", "ja": "{fact} → {answer}"},
}
