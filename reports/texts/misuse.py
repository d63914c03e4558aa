"""What is said about wrong use of the command line, in both languages."""

from __future__ import annotations

from typing import Any

from ...engine.problems.problem import Texts
from . import say

TEXTS: dict[str, Texts] = {
    "misuse.error": {"en": "error", "ja": "エラー"},
    "misuse.where": {"en": "'{command} --help' shows how it is used.", "ja": "使い方は '{command} --help' で確かめられます。"},
    # What the parser finds
    "misuse.option.unknown": {"en": "there is no option '{name}'.", "ja": "'{name}' というオプションはありません。"},
    "misuse.option.unknown.close": {
        "en": "there is no option '{name}'. Did you mean {close}?",
        "ja": "'{name}' というオプションはありません。{close} のことですか。",
    },
    "misuse.option.no_value": {"en": "'{name}' needs a value.", "ja": "'{name}' には値が要ります。"},
    "misuse.option.value": {"en": "'{name}' takes no value.", "ja": "'{name}' に値は付けられません。"},
    "misuse.choice": {"en": "{name} cannot be '{value}'; it is one of {choices}", "ja": "{name} に '{value}' とは書けません。書ける値: {choices}"},
    "misuse.missing": {"en": "{name} is missing.", "ja": "{name} がありません。"},
    "misuse.missing.command": {"en": "name a command: {choices}", "ja": "コマンドを書いてください: {choices}"},
    "misuse.extra": {"en": "there is nothing that '{args}' could be for.", "ja": "'{args}' は余分です。"},
    # What the commands find
    "misuse.command": {"en": "there is no command '{word}'; there are: {choices}", "ja": "'{word}' というコマンドはありません。あるもの: {choices}"},
    "misuse.command.behind": {
        "en": "'{word}' is a command, and these options stand behind it: advise {word} ... {options}. "
        "A project of that name: advise check {word}",
        "ja": "'{word}' はコマンドです。このオプションはその後に書いてください: advise {word} ... {options}。"
        "その名前の事業なら: advise check {word}",
    },
    "misuse.nothing": {"en": "there is neither a command nor a file '{word}'.", "ja": "'{word}' というコマンドもファイルもありません。"},
    "misuse.nothing.close": {
        "en": "there is neither a command nor a file '{word}'. Did you mean '{close}'?",
        "ja": "'{word}' というコマンドもファイルもありません。'{close}' のことですか。",
    },
    "misuse.topic": {
        "en": "there is no command or topic '{word}'; topics: {topics}",
        "ja": "'{word}' というコマンドも項目もありません。項目: {topics}",
    },
    "misuse.date": {
        "en": "'{value}' is not a date like 2026-11-22",
        "ja": "'{value}' は日付として読めません。2026-11-22 か 令和8年11月22日 のように書いてください",
    },
    "misuse.respond.which": {
        "en": "say what is decided: --planned, --accepted, --postponed, --not-applicable, or --withdraw",
        "ja": "どうするかを書いてください: --planned、--accepted、--postponed、--not-applicable、--withdraw のどれか",
    },
    "misuse.respond.one": {"en": "only one of {options} can be decided", "ja": "{options} のうち、決められるのは一つです"},
    "misuse.respond.lacks": {"en": "{response} needs {options}", "ja": "{response} には {options} が要ります"},
    "misuse.respond.lacks.plan": {
        "en": "--planned needs --who or --until, or both",
        "ja": "--planned には --who か --until、または両方が要ります",
    },
    "misuse.respond.odd": {"en": "{response} takes no {options}", "ja": "{response} に {options} は付けられません"},
    "misuse.respond.none": {
        "en": "nothing was decided about {code} in this file",
        "ja": "このファイルには {code} についての判断がありません",
    },
    "misuse.memo.format": {"en": "'{path}': a memo is written as {formats}", "ja": "'{path}': メモを書ける形式は {formats} です"},
    "misuse.memo.extra": {
        "en": "a .{kind} file needs more than is installed: {install}",
        "ja": ".{kind} のファイルには追加のインストールが必要です: {install}",
    },
    "misuse.serve.extra": {
        "en": "the pages for a browser need more than is installed: {install}",
        "ja": "ブラウザーの画面には追加のインストールが必要です: {install}",
    },
    "misuse.serve.folder": {"en": "there is no folder '{path}'", "ja": "'{path}' というフォルダーはありません"},
    "misuse.serve.compare": {"en": "mark two projects or more", "ja": "比べる事業に、二つ以上印を付けてください"},
    "misuse.serve.nothing": {"en": "there is no open question", "ja": "未確認の質問はありません"},
    "misuse.serve.sheet": {"en": "choose the workbook first", "ja": "先に質問票のファイルを選んでください"},
    "misuse.serve.port": {
        "en": "port {port} is taken; choose another one, or leave --port out",
        "ja": "ポート {port} は使われています。別の番号にするか、--port を外してください",
    },
    "misuse.memo.template": {
        "en": "--template is for Word: name a .docx file with -o",
        "ja": "--template は Word のためのものです。-o で .docx のファイルを書いてください",
    },
    "misuse.memo.one": {
        "en": "'{path}' holds the memo of one project; write one after the other: {cure}",
        "ja": "'{path}' に書けるのは、一つの事業のメモです。一つずつ書いてください: {cure}",
    },
    "misuse.memo.place": {
        "en": "name the file with -o: there is no place beside standard input, and none for what --set assumes",
        "ja": "-o でファイル名を書いてください。標準入力や --set の仮定には、メモを置く場所が決まっていません",
    },
    "misuse.output.terminal": {
        "en": "'{path}' would show a file that is no text on this screen; name a file with -o, or pass it on: | or >",
        "ja": "'{path}' では、文字でないファイルが画面に出てしまいます。-o でファイル名を書くか、| や > で渡してください",
    },
    "misuse.output.folder": {
        "en": "'{path}' is standard output, and several files are written; name a folder with -o",
        "ja": "'{path}' は標準出力ですが、書くファイルは複数あります。-o でフォルダーを書いてください",
    },
    "misuse.output.one": {
        "en": "'-o' names one file; advise memo takes several",
        "ja": "'-o' に書けるファイルは一つです。advise memo にはいくつでも書けます",
    },
    "misuse.output.form": {
        "en": "'{path}' does not go with -f {format}: leave -f out, and the name says the form",
        "ja": "'{path}' は -f {format} と合いません。-f を外せば、ファイル名の形式で書きます",
    },
    "misuse.output.once": {
        "en": "only one -o can be standard output",
        "ja": "標準出力にできる -o は一つだけです",
    },
    "misuse.comparison.format": {"en": "'{path}': written as {formats}", "ja": "'{path}': 書ける形式は {formats} です"},
    "misuse.comparison.two": {"en": "name at least two projects", "ja": "事業を二つ以上書いてください"},
    "misuse.fact": {"en": "'{word}' is not asked: there is no such fact", "ja": "'{word}' という事実はなく、聞けません"},
    "misuse.fact.close": {
        "en": "'{word}' is not asked: there is no such fact. Did you mean '{close}'?",
        "ja": "'{word}' という事実はなく、聞けません。'{close}' のことですか。",
    },
    "misuse.nearly": {"en": "with --nearly name only the project", "ja": "--nearly を付けるときは、事業だけを書いてください"},
    "misuse.json": {"en": "'{path}' does not end in .json", "ja": "'{path}' は .json で終わっていません"},
    "misuse.sheet.format": {"en": "'{path}' does not end in .xlsx", "ja": "'{path}' は .xlsx で終わっていません"},
    "misuse.sheet.whom": {
        "en": "nobody is called '{word}'; there are: {there}",
        "ja": "'{word}' にあたる相手がいません。選べるもの: {there}",
    },
    "misuse.sheet.whom.several": {
        "en": "'{word}' may be any of these: {there}",
        "ja": "'{word}' だけでは、次のどれか分かりません: {there}",
    },
    "misuse.screen.input": {
        "en": "'{path}': what can be screened is a folder, or ends in {formats}",
        "ja": "'{path}': 一括で確かめられるのは、フォルダーか {formats} のファイルです",
    },
    "misuse.screen.output": {"en": "'{path}': results are written as {formats}", "ja": "'{path}': 結果を書ける形式は {formats} です"},
    "misuse.screen.since": {
        "en": "'{path}': an earlier run is one of its results that ends in {formats}",
        "ja": "'{path}': 以前の結果として指定できるのは {formats} のファイルです",
    },
    "misuse.screen.twice": {
        "en": "'{path}' would be written twice; give each result a name of its own",
        "ja": "'{path}' に二度書くことになります。結果ごとに別の名前を指定してください",
    },
    "misuse.screen.only": {
        "en": "--only {path}: memos need a folder: --memos DIR",
        "ja": "--only {path}: メモを書くフォルダーを --memos で指定してください",
    },
    "misuse.screen.nothing": {
        "en": "name what to screen and where the results go: advise screen call.xlsx -o results.xlsx",
        "ja": "確かめるものと、結果を書くファイルを指定してください: advise screen call.xlsx -o results.xlsx",
    },
    "misuse.area": {"en": "there is no area '{area}'; it is one of {areas}", "ja": "'{area}' という分野はありません。分野: {areas}"},
    "misuse.completion": {
        "en": "completion for {shell} needs click 8.5: pip install --upgrade click",
        "ja": "{shell} の補完には click 8.5 が要ります: pip install --upgrade click",
    },
    "misuse.since": {
        "en": "--since tells in the memo what changed, and with {name} no memo is written; use: {cure}",
        "ja": "--since は変わったことをメモに書くためのもので、{name} ではメモを書きません。次を使ってください: {cure}",
    },
    "misuse.since.stdin": {
        "en": "--since tells in the memo what changed, and with standard input no memo is written; use: {cure}",
        "ja": "--since は変わったことをメモに書くためのもので、標準入力ではメモを書きません。次を使ってください: {cure}",
    },
    "misuse.word.file": {
        "en": "'{word}' is a file; name a rule or a fact before it: advise explain CODE {word}",
        "ja": "'{word}' はファイルです。その前に規則か事実を書いてください: advise explain CODE {word}",
    },
    "misuse.word.statement": {
        "en": "'{word}' is a statement of the article, not a rule: advise explain {word}",
        "ja": "'{word}' は規則ではなく論文の記述です: advise explain {word}",
    },
    "misuse.word.fact": {
        "en": "'{word}' is a fact that projects state, not a rule: advise explain '{word}'",
        "ja": "'{word}' は規則ではなく、事業のファイルに書く事実です: advise explain '{word}'",
    },
    "misuse.word.given_up": {
        "en": "the code {word} was given up; {now} tells now what it told: advise explain {now}",
        "ja": "コード {word} は廃止され、いまは {now} が扱います: advise explain {now}",
    },
    "misuse.word.none": {
        "en": "there is no rule, fact or statement '{word}'. 'advise rules list' lists the rules.",
        "ja": "'{word}' という規則も事実も記述もありません。規則の一覧は 'advise rules list' で見られます。",
    },
    "misuse.word.close": {
        "en": "there is no rule, fact or statement '{word}'. Did you mean '{close}'?",
        "ja": "'{word}' という規則も事実も記述もありません。'{close}' のことですか。",
    },
    "misuse.subject.statement": {
        "en": "'{word}' is a statement of the article; leave --subject out",
        "ja": "'{word}' は論文の記述です。--subject を外してください",
    },
    "misuse.subject.project": {
        "en": "'{word}' is about the project as a whole; leave --subject out",
        "ja": "'{word}' は事業全体についてのものです。--subject を外してください",
    },
    "misuse.subject.named": {
        "en": "'{word}' names its subject already; leave --subject out",
        "ja": "'{word}' は対象をすでに名指ししています。--subject を外してください",
    },
    "misuse.subject.no_project": {
        "en": "--subject needs a project: advise explain {word} PROJECT --subject {written}",
        "ja": "--subject には事業が要ります: advise explain {word} PROJECT --subject {written}",
    },
    "misuse.subject.no_list": {"en": "the project does not state the list '{list}' yet", "ja": "事業に '{list}' の一覧がまだ書かれていません"},
    "misuse.subject.empty": {"en": "there is no '{written}': the list '{list}' is empty", "ja": "'{written}' はありません。'{list}' の一覧は空です"},
    "misuse.subject.close": {"en": "there is no '{written}'. Did you mean '{close}'?", "ja": "'{written}' はありません。'{close}' のことですか。"},
    "misuse.subject.none": {"en": "there is no '{written}' among {there}", "ja": "'{written}' はありません。あるもの: {there}"},
    "misuse.subject.none.more": {
        "en": "there is no '{written}' among {there} and {n} more",
        "ja": "'{written}' はありません。あるもの: {there} ほか {n} 件",
    },
}  # fmt: skip


class Misuse(Exception):
    """The command line was used wrongly, which can be told in either language.

    Attributes:
        key: The key of its text, without `misuse.`.
    """

    def __init__(self, key: str, **values: Any) -> None:
        super().__init__(say(f"misuse.{key}", "en", **values))
        self.key = key
        self.values = values

    def text(self, language: str) -> str:
        """Return the sentence.

        >>> Misuse("date", value="soon").text("en")
        "'soon' is not a date like 2026-11-22"
        """
        return say(f"misuse.{self.key}", language, **self.values)
