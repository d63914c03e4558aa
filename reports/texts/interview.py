"""What the interview says, in both languages side by side; only characters that every Japanese console has."""

from __future__ import annotations

from ...engine.problems.problem import Texts

TEXTS: dict[str, Texts] = {
    "ask.opened": {
        "en": "Every answer is saved in {path} at once. ? explains the keys.",
        "ja": "答えはその場で {path} に保存されます。? で使い方を表示します。",
    },
    "ask.created": {"en": "{path} was created.", "ja": "{path} を作りました。"},
    # The head of a page
    "ask.page": {
        "en": "page {number} of {all}, {left} {left:question|questions} to answer now",
        "ja": "{number}ページ目（全{all}）、いま答える質問{left}問",
    },
    "ask.why": {"en": "Why this is asked: {why}", "ja": "なぜ聞くか：{why}"},
    "ask.why.cited": {"en": "{why} (article {section})", "ja": "{why}（論文 {section}）"},
    "ask.who": {"en": "Usually known by: {who}", "ja": "主に聞く相手：{who}"},
    "ask.about": {"en": "{subject}: {text}", "ja": "{subject}：{text}"},
    # Questions
    "ask.which": {"en": "Which of these hold?", "ja": "当てはまるものはどれですか"},
    "ask.which.of": {"en": "{head}: which of these?", "ja": "「{head}」に当てはまるのはどれですか"},
    "ask.each.of": {"en": "{head}: for each of these in turn", "ja": "{head}：順に答えてください"},
    "ask.rest": {"en": "And {names}?", "ja": "残った{names}は"},
    "ask.now": {"en": "answer so far: {value}  (Enter keeps it)", "ja": "いまの答え：{value}（Enterでそのまま）"},
    # How to answer
    "ask.how.which": {
        "en": "by number: 1 3, or 1 3 n if the others do not; none: 0",
        "ja": "番号で答えます：1 3、残りは「いいえ」なら 1 3 n。なければ 0",
    },
    "ask.how.rest": {"en": "y yes   n no   u don't know   l later   a ask someone", "ja": "y はい   n いいえ   u 分からない   l あとで   a 人に聞く"},
    "ask.how.one": {"en": "u don't know   l later   a ask someone", "ja": "u 分からない   l あとで   a 人に聞く"},
    "ask.how.each": {"en": "one answer for each, in this order, such as {example}", "ja": "上の順に1つずつ答えます（例 {example}）"},
    "ask.how.each.several": {
        "en": "one answer for each, with ; between them, such as {example}; none: 0",
        "ja": "上の順に ; で区切って答えます（例 {example}）。なければ 0",
    },
    "ask.how.several": {"en": "several: 1 3; none: 0", "ja": "いくつでも（例 1 3）。なければ 0"},
    "ask.how.number": {"en": "a number{unit}, such as {example}", "ja": "数を入れます{unit}（例 {example}）"},
    "ask.how.texts": {"en": "separate several by ; and write 0 for none", "ja": "いくつかあれば ; で区切ります。なければ 0"},
    "ask.how.text": {"en": "type the text", "ja": "文字で入れます"},
    "ask.how.new": {"en": "type the name", "ja": "名前を入れます"},
    "ask.how.names": {
        "en": "type the names with ; between them; 0 when there is no further one",
        "ja": "名前を ; か 、で区切って入れます。ほかになければ 0",
    },
    "ask.how.remove": {"en": "d 1 takes the first one off", "ja": "d 1 で1番目を取り消し"},
    "ask.unit.persons": {"en": " of persons", "ja": "（単位：人）"},
    "ask.unit.months": {"en": " of months", "ja": "（単位：か月）"},
    "ask.nothing_to_refer_to": {
        "en": "The list that this refers to ({list}) is still empty: 0 for none, or l for later.",
        "ja": "選ぶ先の一覧（{list}）がまだありません。なければ 0、あとで決めるなら l とします。",
    },
    # Keys, once a page
    "ask.key.b": {"en": "b back", "ja": "b 戻る"},
    "ask.key.s": {"en": "s next page", "ja": "s 次のページ"},
    "ask.key.r": {"en": "r answers", "ja": "r 答えの一覧"},
    "ask.key.m": {"en": "m verdict so far", "ja": "m ここまでの判定"},
    "ask.key.f": {"en": "f finer questions ({n})", "ja": "f 細かい質問（{n}）"},
    "ask.key.q": {"en": "q quit", "ja": "q 終わる"},
    "ask.key.help": {"en": "? help", "ja": "? 説明"},
    "ask.prompt.number": {"en": "number> ", "ja": "番号> "},
    "ask.prompt.text": {"en": "answer> ", "ja": "答え> "},
    "ask.prompt.name": {"en": "name> ", "ja": "名前> "},
    "ask.prompt.whom": {"en": "who knows? > ", "ja": "誰に聞けば分かりますか> "},
    "ask.prompt.review": {"en": "number, or Enter to go on> ", "ja": "番号（Enterで先へ）> "},
    "ask.help": {
        "en": "Type the number of an answer, or its word, and press Enter. Full-width digits work as well.\n"
        "1 3 n\tof several: yes to the first and the third, no to all others; 1 3 n 2 u: no to the second, the others are not known\n"
        "u\tnot known: it is not asked again, and stands in the memo under what to ask next\n"
        "l\tlater: asked again the next time\n"
        "a\tsomeone else knows; the name may follow (a Suzuki, city hall), but not where a name or a text is asked for\n"
        "x\tthe question does not apply to this project\n"
        "b\tthe question before; later answers stay\n"
        "s\tthe next page; what is left on this one is asked again the next time\n"
        "r\tall answers, also what is not known: each can be changed\n"
        "m\tthe verdict so far\n"
        "f\tthe finer questions, on which only something minor depends\n"
        "q\tquit; everything is saved already\n"
        "Behind a # you may say where an answer comes from: 1 # MOU of 1 April, article 3",
        "ja": "答えの番号か言葉を入れて Enter を押します。全角の数字も使えます。\n"
        "1 3 n\tいくつかあるとき。1と3は「はい」、残りは「いいえ」。1 3 n 2 u なら、2は「いいえ」、残りは「分からない」\n"
        "u\t分からない。もう聞きません。メモの「次に聞くこと」に載ります\n"
        "l\tあとで。次回にもう一度聞きます\n"
        "a\tこの人に聞けば分かる（例 a 市役所の鈴木さん）。名前や文字で答える質問では a だけを入れ、名前は次に入れます\n"
        "x\tこの事業には当てはまらない\n"
        "b\t前の質問に戻る（先の答えは残ります）\n"
        "s\t次のページへ。このページの残りは、次回にもう一度聞きます\n"
        "r\t答えの一覧。「分からない」も含め、どれでも答え直せます\n"
        "m\tここまでの判定\n"
        "f\t細かい質問。軽微なことだけがこれで決まります\n"
        "q\t終わる（答えはすべて保存済みです）\n"
        "# の後ろに答えの根拠を書けます：1 # 2026年5月12日 取締役会議事録",
    },
    # What an answer did
    "ask.stored": {"en": "-> {answer}: {names}", "ja": "→ {answer}：{names}"},
    "ask.stored.one": {"en": "-> {answer}", "ja": "→ {answer}"},
    "ask.stored.added": {"en": "added: {names}", "ja": "加えました：{names}"},
    "ask.stored.enough": {"en": "none beyond that", "ja": "ほかにはありません"},
    "ask.stored.removed": {"en": "-> taken off: {name}", "ja": "→ 取り消しました：{name}"},
    "ask.stored.kept": {
        "en": "-> the answer so far stays; u takes it away",
        "ja": "→ いまの答えはそのまま残します。取り消すなら u を入れてください",
    },
    "ask.stored.nothing": {"en": "-> as it was", "ja": "→ 前のままです"},
    "ask.answer.unknown": {"en": "don't know", "ja": "分からない"},
    "ask.answer.later": {"en": "later", "ja": "あとで"},
    "ask.answer.not_applicable": {"en": "does not apply", "ja": "当てはまらない"},
    "ask.answer.ask": {"en": "ask {whom}", "ja": "{whom}に聞く"},
    "ask.somebody": {"en": "somebody", "ja": "人"},
    "ask.answer.open": {"en": "not answered", "ja": "まだ答えていない"},
    "ask.added": {"en": "{n} {severity} more: {titles}", "ja": "{severity}が{n}件増えました：{titles}"},
    "ask.cleared": {"en": "{n} {severity} less: {titles}", "ja": "{severity}が{n}件減りました：{titles}"},
    "ask.added.rest": {"en": "and {n} more", "ja": "ほか{n}件"},
    "ask.verdict.changed": {
        "en": "The verdict is now “{new}” (before: “{old}”). Checked: {told} of {due} points",
        "ja": "判定が「{old}」から「{new}」に変わりました（確かめた範囲は{due}点のうち{told}点）",
    },
    "ask.verdict": {"en": "{verdict}  (checked: {told} of {due} points)", "ja": "{verdict}（確かめた範囲は{due}点のうち{told}点）"},
    "ask.checked": {"en": "Checked: {told} of {due} points", "ja": "確かめた範囲は{due}点のうち{told}点"},
    # What was typed and is no answer
    "ask.misread.refused": {"en": "{problem}. {cure}", "ja": "{problem}。{cure}"},
    "ask.misread.blank": {
        "en": "A blank is no answer; u says that it is not known.",
        "ja": "空のままでは答えになりません。分からなければ u を入れてください。",
    },
    "ask.misread.which": {
        "en": "Type numbers from 1 to {last} with blanks between them, 0 for none; 1 n says no to the others.",
        "ja": "1から{last}までの番号を空白で区切って入れてください。なければ 0、1 n なら残りは「いいえ」です。",
    },
    "ask.misread.rest": {
        "en": "Say what is with these: n no, u don't know, l later; one by one as n 2 u 4.",
        "ja": "n いいえ、u 分からない、l あとで、で答えてください。分けるときは n 2 u 4 のように入れます。",
    },
    "ask.misread.each": {
        "en": "Type {n} answers with blanks between them, or all 1 if it is the same for all.",
        "ja": "{n}個の答えを空白で区切って入れてください。すべて同じなら すべて 1 です。",
    },
    "ask.misread.choice": {
        "en": "Type a number from 1 to {last}, or u, l, a, b, q.",
        "ja": "1から{last}までの番号か、u、l、a、b、q を入れてください。",
    },
    "ask.misread.choices": {
        "en": "Type numbers from 1 to {last}, separated by blanks, or 0 for none.",
        "ja": "1から{last}までの番号を空白で区切って入れてください。なければ 0 です。",
    },
    "ask.misread.number": {
        "en": "Type a number, such as {example}; u if it is not known.",
        "ja": "数で入れてください（例 {example}）。分からなければ u です。",
    },
    "ask.misread.encoding": {
        "en": "This is no text in any encoding that can be read. Type it again, or set the terminal to UTF-8.",
        "ja": "文字として読めませんでした。もう一度入れるか、端末の文字コードをUTF-8にしてください。",
    },
    "ask.misread.name": {"en": "Type a name, or 0 if there is none.", "ja": "名前を入れてください。なければ 0 です。"},
    "ask.misread.nothing": {
        "en": "“{typed}” is no name. Type u if it is not known; what is really called so goes in quotes.",
        "ja": "「{typed}」は名前になりません。分からなければ u です。本当にそういう名前なら、かぎ括弧で囲んでください。",
    },
    "ask.misread.whom": {
        "en": "A name is needed; the question stays open.",
        "ja": "名前が必要です。この質問はまだ残っています。",
    },
    "ask.misread.must": {
        "en": "No verdict can be given without this; u if it is not known.",
        "ja": "これが分からないと判定を出せません。分からなければ u を入れてください。",
    },
    "ask.misread.element": {"en": "Type d and the number of one on the list.", "ja": "d と、一覧の番号を入れてください。"},
    "ask.misread.review": {"en": "Type a number from 1 to {last}, or Enter.", "ja": "1から{last}までの番号か、Enter を入れてください。"},
    "ask.first": {"en": "This is the first question.", "ja": "これが最初の質問です。"},
    "ask.no_finer": {"en": "There are no finer questions here.", "ja": "細かい質問はありません。"},
    # The list of answers
    "ask.review": {"en": "Answers", "ja": "答えの一覧"},
    "ask.review.unsettled": {"en": "Not known yet, and it matters", "ja": "まだ分かっておらず、判定や助言にかかわること"},
    "ask.review.pages": {"en": "All answers, by page", "ja": "すべての答え（ページごと）"},
    "ask.review.page": {"en": "{number} {title}: {n} answered", "ja": "{number} {title}：{n}問"},
    "ask.review.line": {"en": "{number} {text}: {answer}", "ja": "{number} {text}：{answer}"},
    "ask.review.none": {"en": "Nothing is answered yet.", "ja": "まだ答えはありません。"},
    # The end
    "ask.done": {
        "en": "No answer to any further question can change the advice. That is all.",
        "ja": "これ以上どの質問に答えても助言は変わりません。これで終わりです。",
    },
    "ask.done.open": {
        "en": "Everything was asked. What is not known yet can still change the advice:",
        "ja": "ひととおり聞きました。次のことが分かれば、助言はまだ変わります。",
    },
    "ask.done.finer": {
        "en": "{n} finer {n:question|questions} can be answered: f",
        "ja": "細かい質問が{n}問あります（f で答える）。",
    },
    "ask.left.unknown": {"en": "don't know: {n}", "ja": "分からない：{n}問"},
    "ask.left.not_applicable": {"en": "does not apply: {n}", "ja": "当てはまらない：{n}問"},
    "ask.left.later": {"en": "later: {n}", "ja": "あとで：{n}問"},
    "ask.left.ask": {"en": "ask {whom}: {n}", "ja": "{whom}に聞く：{n}問"},
    "ask.saved": {"en": "Saved: {path}", "ja": "保存済み：{path}"},
    "ask.again": {"en": "Go on with: advise ask {path}", "ja": "続きは  advise ask {path}"},
    "ask.again.unknown": {
        "en": "Ask once more what is not known: advise ask {path} --again",
        "ja": "分からなかったことをもう一度聞くには  advise ask {path} --again",
    },
    "ask.memo": {"en": "Memo: advise {path}", "ja": "メモは  advise {path}"},
    "ask.changed": {
        "en": "The file was changed by another program. It has been read again; this answer was not saved.",
        "ja": "ファイルがほかのプログラムで変更されたため、読み直しました。いまの答えは保存していません。",
    },
}  # fmt: skip
"""Texts by key."""
