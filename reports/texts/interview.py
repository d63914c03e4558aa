"""What the interview says, in both languages side by side; only characters that every Japanese console has."""

from __future__ import annotations

from ...engine.problems.problem import Texts

TEXTS: dict[str, Texts] = {
    "opened": {
        "en": "Every answer is saved in {path} at once. ? explains the keys.",
        "ja": "答えはその場で {path} に保存されます。? で使い方を表示します。",
    },
    "created": {"en": "{path} was created.", "ja": "{path} を作りました。"},
    "chapter": {
        "en": "{title}  ({here}/{all}; {element}at most {left} left)",
        "ja": "{title}  ({here}/{all}、{element}残り最大{left}問)",
    },
    "chapter.element": {"en": "{element} {place} of {all}; ", "ja": "{all}件中{place}件目の{element}、"},
    "enough": {
        "en": "A verdict can be given now; go on for better advice, or q.",
        "ja": "ここまでで判定が出せます。続けると助言が詳しくなります（qで終わる）。",
    },
    "interview.about": {"en": "{subject}: {text}", "ja": "{subject}：{text}"},
    "interview.why": {"en": "why: ", "ja": "なぜ: "},
    "now": {"en": "answer so far: {value}  (Enter keeps it)", "ja": "いまの答え: {value}  (Enterでそのまま)"},
    # What can be typed
    "several": {"en": "several: 1 3; none: 0", "ja": "いくつでも。例 1 3、どれもなければ 0"},
    "number": {"en": "a number{unit}, such as {example}", "ja": "数を入れます{unit}。例 {example}"},
    "interview.unit.persons": {"en": " of persons", "ja": "（単位: 人）"},
    "interview.unit.months": {"en": " of months", "ja": "（単位: か月）"},
    "texts": {"en": "separate several by ; and write 0 for none", "ja": "いくつかあれば ; で区切ります。なければ 0"},
    "text": {"en": "type the text", "ja": "文字で入れます"},
    "list.first": {
        "en": "type the name of one; 0 if there is none",
        "ja": "1つ目の名前を入れます。1つもなければ 0",
    },
    "list.more": {
        "en": "type the name of another; 0 when there is no further one; d 1 removes the first",
        "ja": "ほかにもあれば、その名前を入れます。なければ 0。d 1 で1番目を取り消し",
    },
    "list.another": {"en": "{text} Is there another?", "ja": "{text}。ほかにもありますか"},
    "nothing_to_refer_to": {
        "en": "The list that this refers to ({list}) is still empty: 0 for none, or l for later.",
        "ja": "選ぶ先の一覧（{list}）がまだありません。なければ 0、あとで決めるなら l とします。",
    },
    "key.u": {"en": "u unknown", "ja": "u 分からない"},
    "key.l": {"en": "l later", "ja": "l あとで"},
    "key.ll": {"en": "ll all about this one later", "ja": "ll この1件の残りはあとで"},
    "key.lll": {"en": "lll all on this list later", "ja": "lll この一覧の残りはあとで"},
    "key.a": {"en": "a ask someone", "ja": "a 人に聞く"},
    "key.x": {"en": "x does not apply", "ja": "x 当てはまらない"},
    "key.w": {"en": "w why", "ja": "w 詳しく"},
    "key.b": {"en": "b back", "ja": "b 戻る"},
    "key.m": {"en": "m verdict so far", "ja": "m ここまでの判定"},
    "key.q": {"en": "q save and quit", "ja": "q 保存して終わる"},
    "prompt.number": {"en": "number> ", "ja": "番号> "},
    "prompt.text": {"en": "answer> ", "ja": "答え> "},
    "prompt.name": {"en": "name> ", "ja": "名前> "},
    "prompt.whom": {"en": "who knows? > ", "ja": "誰に聞けば分かりますか> "},
    "help": {
        "en": "Type the number of an answer, or its word, and press Enter. Full-width digits work as well.\n"
        "u\tnot known: it is not asked again and stands in the memo under what to find out\n"
        "l\tlater: asked again at the end, and the next time\n"
        "ll\tlater, all that is still asked about this one; lll about all on this list\n"
        "a\tsomeone else knows; the name may follow (a Suzuki, city hall), but not where a name or a text is asked for\n"
        "x\tthe question does not apply to this project\n"
        "w\twhy this is asked, in full\n"
        "b\tthe question before; later answers stay\n"
        "m\tthe verdict so far\n"
        "o\tthe questions that are left out, and why\n"
        "q\tquit; everything is saved already\n"
        "Behind a # you may say where an answer comes from: 1 # MOU of 1 April, article 3",
        "ja": "答えの番号か言葉を入れて Enter を押します。全角の数字も使えます。\n"
        "u\t分からない。もう聞きません。メモの「確かめること」に載ります\n"
        "l\tあとで。最後にもう一度、次回にも聞きます\n"
        "ll\tこの1件についての残りの質問をすべてあとで。lll はこの一覧のすべてについて\n"
        "a\tこの人に聞けば分かる (例  a 市役所の鈴木さん)。文字で答える質問では a だけを入れ、名前は次に入れます\n"
        "x\tこの事業には当てはまらない\n"
        "w\tなぜ聞くのかを詳しく\n"
        "b\t前の質問に戻る (先の答えは残ります)\n"
        "m\tここまでの判定\n"
        "o\t省いている質問とその理由\n"
        "q\t終わる (答えはすべて保存済みです)\n"
        "# の後ろに答えの根拠を書けます: 1 # 2026年5月12日 取締役会議事録",
    },
    # Why
    "why.of": {"en": "{values}:", "ja": "{values}なら"},
    "why.if": {"en": "{values}: {what}", "ja": "{values}なら{what}"},
    "why.added": {"en": "raises {findings}", "ja": "{findings}になります"},
    "why.cleared": {"en": "clears {findings}", "ja": "{findings}がなくなります"},
    "why.ruled_out": {"en": "rules out {findings}", "ja": "{findings}に当たらないと決まります"},
    "why.verdict": {"en": 'the verdict becomes "{verdict}"', "ja": "判定が「{verdict}」に変わります"},
    "why.settled": {"en": "{n} {n:outcome|outcomes} can be told", "ja": "{n}件の規則に当たるかどうかが決まります"},
    "why.nothing": {"en": "nothing changes by this alone", "ja": "それだけでは何も変わりません"},
    "why.must": {"en": "without this no verdict can be given", "ja": "これが分からないと判定を出せません"},
    "why.framing": {"en": "it decides which questions follow", "ja": "このあと何を聞くかがこれで決まります"},
    "why.shown": {"en": "the memo shows it", "ja": "メモに表示します"},
    "why.known": {
        "en": "it is answered; another answer may be given at any time",
        "ja": "すでに答えがあります。いつでも別の答えにできます",
    },
    "interview.finding": {"en": '{code} ({severity}) "{title}"', "ja": " {code}（{severity}）「{title}」"},
    "values.some": {"en": "if there are any", "ja": "1つでもある"},
    "values.none": {"en": "if there are none", "ja": "1つもない"},
    "values.below": {"en": "below {n}", "ja": "{n}未満"},
    "values.between": {"en": "from {low} to below {high}", "ja": "{low}以上{high}未満"},
    "values.from_to": {"en": "from {low} to {high}", "ja": "{low}から{high}まで"},
    "values.least": {"en": "{n} or more", "ja": "{n}以上"},
    "values.all": {"en": "all", "ja": "すべて"},
    "values.empty": {"en": "none", "ja": "どれもない"},
    "values.only_one": {"en": "one of them only", "ja": "1つだけ"},
    "values.at_most_one": {"en": "one of them at most", "ja": "多くて1つ"},
    "values.but": {"en": "anything but {values}", "ja": "{values}以外"},
    "values.any": {"en": "a text", "ja": "何か書いてある"},
    "rest": {"en": " and {n} more (w)", "ja": "ほか{n}件（w で表示）"},
    "interview.source": {"en": ", article {section} ({numbers})", "ja": "（論文 {section}、{numbers}）"},
    "quote": {"en": "{value}", "ja": "「{value}」"},
    # What was typed and is no answer
    "misread.blank": {
        "en": "A blank is no answer; u says that it is not known.",
        "ja": "空のままでは答えになりません。分からなければ u を入れてください。",
    },
    "misread.choice": {
        "en": "Type a number from 1 to {last}, or u, l, a, b, q.",
        "ja": "1から{last}までの番号か、u、l、a、b、q を入れてください。",
    },
    "misread.choices": {
        "en": "Type numbers from 1 to {last}, separated by blanks, or 0 for none.",
        "ja": "1から{last}までの番号を空白で区切って入れてください。なければ 0 です。",
    },
    "misread.number": {
        "en": "Type a number, such as {example}; u if it is not known.",
        "ja": "数で入れてください。例 {example}。分からなければ u です。",
    },
    "misread.encoding": {
        "en": "This is no text in any encoding that can be read. Type it again, or set the terminal to UTF-8.",
        "ja": "文字として読めませんでした。もう一度入れるか、端末の文字コードをUTF-8にしてください。",
    },
    "misread.name": {"en": "Type a name, or 0 if there is none.", "ja": "名前を入れてください。なければ 0 です。"},
    "misread.whom": {
        "en": "A name is needed; the question stays open.",
        "ja": "名前が必要です。この質問はまだ残っています。",
    },
    "misread.must": {
        "en": "No verdict can be given without this; u if it is not known.",
        "ja": "これが分からないと判定を出せません。分からなければ u を入れてください。",
    },
    "misread.rest": {
        "en": "This question is not about one of a list; l leaves it for later.",
        "ja": "これは一覧の1件についての質問ではありません。あとにするなら l を入れてください。",
    },
    "misread.element": {"en": "Type d and the number of one on the list.", "ja": "d と、一覧の番号を入れてください。"},
    "misread.list": {
        "en": "Type a name, or 0 when there is no further one.",
        "ja": "名前を入れてください。ほかになければ 0 です。",
    },
    "first": {"en": "This is the first question.", "ja": "これが最初の質問です。"},
    "noted.unknown": {"en": "Noted as unknown.", "ja": "「分からない」として残しました。"},
    "noted.later": {"en": "Asked again later.", "ja": "あとでもう一度聞きます。"},
    "noted.kept": {
        "en": "The answer so far stays; u takes it away.",
        "ja": "いまの答えはそのまま残します。取り消すなら u を入れてください。",
    },
    "noted.rest": {
        "en": "{n} {n:question is|questions are} asked again later.",
        "ja": "{n}問をあとでもう一度聞きます。",
    },
    "noted.ask": {"en": "Noted: {whom} knows.", "ja": "{whom}に聞くこととして残しました。"},
    "noted.not_applicable": {"en": "Noted as not applicable.", "ja": "「当てはまらない」として残しました。"},
    "noted.removed": {"en": "Removed: {name}", "ja": "取り消しました: {name}"},
    # The end
    "interview.verdict": {"en": "Verdict so far: {verdict}", "ja": "ここまでの判定: {verdict}"},
    "chapters": {"en": "Chapters", "ja": "質問の流れ"},
    "chapters.line": {"en": "{mark} {title}  {done}/{all}", "ja": "{mark} {title}  {done}/{all}"},
    "skipped": {
        "en": "{n} {n:question is|questions are} left out, because no answer would change the advice (o tells which).",
        "ja": "どの答えでも助言が変わらない{n}問は省いています（o でその質問と理由を表示）。",
    },
    # What is not asked
    "left_out": {
        "en": "{n} {n:question is|questions are} left out, because no answer would change the advice:",
        "ja": "どの答えでも助言が変わらない{n}問は省いています。",
    },
    "left_out.none": {"en": "No question is left out.", "ja": "省いた質問はありません。"},
    "left_out.settled": {
        "en": "Whatever the answer, there is no {codes}{because}",
        "ja": "どう答えても {codes} には当たりません{because}",
    },
    "left_out.found": {
        "en": "No answer changes {codes} any more{because}",
        "ja": "どう答えても {codes} の結果は変わりません{because}",
    },
    "left_out.waits": {
        "en": "No answer changes {codes} as long as this is unknown{because}",
        "ja": "次のことが分からないうちは、どう答えても {codes} は変わりません{because}",
    },
    "left_out.checked": {
        "en": "No finding depends on it; it is only compared with other answers",
        "ja": "どの指摘にもかかわりません（ほかの答えとの食い違いを調べるだけです）",
    },
    "left_out.because": {"en": ": {facts}", "ja": "：{facts}"},
    "left_out.about": {"en": "{text} ({subjects})", "ja": "{text}（{subjects}）"},
    "left_out.more": {"en": "{words} and {n} more", "ja": "{words} ほか{n}件"},
    "left_out.known": {"en": '{text} is "{value}"', "ja": "{text}は「{value}」"},
    "left_out.unknown": {"en": "{text} (answered: unknown)", "ja": "{text}（答えは「分からない」）"},
    "left_out.later": {"en": "{text} (left for later)", "ja": "{text}（あとで）"},
    "left_out.ask": {"en": "{text} (someone else knows)", "ja": "{text}（人に聞く）"},
    "left_out.not_applicable": {"en": "{text} (does not apply)", "ja": "{text}（当てはまらない）"},
    "done": {
        "en": "No answer to any further question can change the advice. That is all.",
        "ja": "これ以上どの質問に答えても助言は変わりません。これで終わりです。",
    },
    "done.open": {
        "en": "Everything was asked. What is not known yet can still change the advice:",
        "ja": "ひととおり聞きました。次のことが分かれば、助言はまだ変わります。",
    },
    "left.unknown": {"en": "unknown: {n}", "ja": "分からない: {n}問"},
    "left.not_applicable": {"en": "not applicable: {n}", "ja": "当てはまらない: {n}問"},
    "left.later": {"en": "later: {n}", "ja": "あとで: {n}問"},
    "left.ask": {"en": "ask {whom}: {n}", "ja": "{whom}に聞く: {n}問"},
    "done.left_out": {
        "en": "{n} {n:question was|questions were} left out; why: advise ask {path} --left-out",
        "ja": "{n}問は省きました。その理由は  advise ask {path} --left-out",
    },
    "saved": {"en": "Saved: {path}", "ja": "保存済み: {path}"},
    "again": {"en": "Go on with: advise ask {path}", "ja": "続きは  advise ask {path}"},
    "interview.memo": {"en": "Memo: advise {path}", "ja": "メモは  advise {path}"},
    "changed": {
        "en": "The file was changed by another program. It has been read again; this answer was not saved.",
        "ja": "ファイルがほかのプログラムで変更されたため、読み直しました。いまの答えは保存していません。",
    },
}
