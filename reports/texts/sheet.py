"""What a sheet of questions says, and what is said when it comes back, in both languages side by side."""

from __future__ import annotations

from ...engine.problems.problem import MessageRow, Problem, Texts, tabled

COLUMNS: dict[str, Texts] = {
    "number": {"en": "No.", "ja": "番号"},
    "question": {"en": "Question", "ja": "質問"},
    "about": {"en": "About", "ja": "対象"},
    "answer": {"en": "Answer", "ja": "答え"},
    "unit": {"en": "Unit, form", "ja": "単位・書き方"},
    "whom": {"en": "Who knows instead", "ja": "分かる方のお名前"},
    "source": {"en": "Source or remark", "ja": "根拠・補足"},
    "help": {"en": "When in doubt", "ja": "迷ったら"},
    "topic": {"en": "Topic", "ja": "話題"},
    "id": {"en": "id", "ja": "id"},
    "was": {"en": "was", "ja": "was"},
}
"""The heads of the columns, in their order; the last two are hidden, and the same in every language."""

DECLINED: dict[str, Texts] = {
    "unknown": {"en": "I do not know", "ja": "分からない"},
    "ask": {"en": "Please ask somebody else", "ja": "別の人に聞いてください"},
    "not_applicable": {"en": "Does not apply", "ja": "当てはまらない"},
}
"""The answers that are no values."""

TEXTS: dict[str, Texts] = {
    "start": {"en": "Start", "ja": "はじめに"},
    "questions": {"en": "Questions", "ja": "質問"},
    "sheet.title": {"en": "Questions about “{project}”: {n}", "ja": "「{project}」についての質問（{n}問）"},
    "sheet.title.whom": {
        "en": "Questions to {whom} about “{project}”: {n}",
        "ja": "{whom} への質問（{n}問）　「{project}」について",
    },
    "do.answer": {
        "en": "Answer in the yellow cells. Where there is a list, choose from it. Nothing but the yellow cells is read.",
        "ja": "黄色い欄に答えてください。一覧が出る欄では、その中から選びます。読み取るのは黄色い欄だけです。",
    },
    "do.blank": {
        "en": "What you leave blank stays open; it does not mean “no”. If you do not know, choose “{unknown}”; if somebody "
        "else does, write the name.",
        "ja": "空欄は「まだ答えていない」という意味で、「いいえ」とはみなしません。分からなければ「{unknown}」を選び、"
        "ほかに分かる方がいれば、その方のお名前を書いてください。",
    },
    "do.back": {
        "en": "Write your name below, save the file, and return it. Please change nothing else.",
        "ja": "下の欄にお名前を書き、保存して返してください。ほかの欄は変えないでください。",
    },
    "who": {"en": "Answered by", "ja": "答えた方"},
    "who.of": {"en": "Answered by ({name})", "ja": "答えた方（{name}）"},
    "sheet.back": {"en": "Return to", "ja": "返送先"},
    "made": {"en": "Made on", "ja": "作成日"},
    "page": {"en": "&P of &N", "ja": "&P / &N"},
    # How to write an answer
    "sheet.unit.one": {"en": "choose one", "ja": "一つ選ぶ"},
    "sheet.unit.several": {"en": "several, one a line", "ja": "いくつでも。一行に一つ"},
    "sheet.unit.several.in": {
        "en": "Choose one, or write several on lines of their own (Alt+Enter). 0 means none.",
        "ja": "一つなら一覧から選びます。いくつかあれば、Alt+Enter で行を分けて書きます。どれもなければ 0 と書きます。",
    },
    "sheet.unit.texts": {"en": "text, one a line", "ja": "文字。一行に一つ"},
    "sheet.unit.texts.in": {
        "en": "Write each on a line of its own (Alt+Enter). 0 means none.",
        "ja": "いくつかあれば、Alt+Enter で行を分けて書きます。なければ 0 と書きます。",
    },
    "sheet.unit.names": {"en": "names, one a line", "ja": "名前。一行に一つ"},
    "sheet.unit.names.in": {
        "en": "Write all names, each on a line of its own (Alt+Enter). 0 means none.",
        "ja": "名前をすべて、Alt+Enter で行を分けて書きます。一つもなければ 0 と書きます。",
    },
    "sheet.unit.text": {"en": "text", "ja": "文字"},
    "sheet.unit.number": {"en": "number", "ja": "数"},
    "sheet.unit.number.in": {"en": "A number, without its unit.", "ja": "数だけを書きます。単位は要りません。"},
    "sheet.unit.persons": {"en": "persons", "ja": "人"},
    "sheet.unit.months": {"en": "months", "ja": "か月"},
    "sheet.unit.range": {"en": "{low:g} to {high:g}", "ja": "{low:g}〜{high:g}"},
    "one.title": {"en": "Please choose from the list", "ja": "一覧から選んでください"},
    "one.text": {
        "en": "Choose one of the answers in the list. Put remarks into the column for them.",
        "ja": "一覧の答えから一つを選んでください。補足は「根拠・補足」の欄にお書きください。",
    },
    # Made
    "made.file": {"en": "{path}: {n} {n:question|questions}, {sheets}", "ja": "{path}: {n}問（{sheets}）"},
    "made.next": {
        "en": "When it comes back: advise sheet read {path} {project}",
        "ja": "戻ってきたら  advise sheet read {path} {project}",
    },
    "made.nothing": {
        "en": "No question is open for {whom}; nothing was written.",
        "ja": "{whom} に聞くことは残っていません。何も書きませんでした。",
    },
    "everybody": {"en": "anybody", "ja": "どなたか"},
    # Read
    "from": {"en": "{file}, {cell}", "ja": "{file} {cell}"},
    "sheet.change": {"en": "{cell} {fact}: {old} -> {new}", "ja": "{cell} {fact}: {old} → {new}"},
    "sheet.changes": {
        "en": "{sheet}, {n} times {old} -> {new}: {names}",
        "ja": "{sheet}（{n}件）{old} → {new}：{names}",
    },
    "sheet.open": {"en": "open", "ja": "未回答"},
    "added": {"en": "+ {name}", "ja": "＋ {name}"},
    "whole": {"en": "all named", "ja": "これですべて"},
    "sheet.written": {
        "en": "{n} {n:answer was|answers were} written into {path}.",
        "ja": "{n}件の答えを {path} に書き込みました。",
    },
    "tried": {
        "en": "{n} {n:answer|answers} would be written into {path}; with --dry-run nothing was.",
        "ja": "{path} に書き込むのは{n}件です。--dry-run のため、まだ何も書き込んでいません。",
    },
    "sheet.none": {
        "en": "The sheet holds no answer that {path} does not have.",
        "ja": "{path} にない答えは、質問票にありませんでした。",
    },
    "sheet.next": {"en": "Next: advise {path}", "ja": "次は  advise {path}"},
    "stays": {
        "en": "{cell}: {names} {n:stays|stay} on the list; a sheet takes nothing off it.",
        "ja": "{cell}: {names} は一覧に残します。質問票で一覧から消すことはできません。",
    },
    "gone": {
        "en": "{cell}: this question is not asked any more, and its answer was left out: {question}",
        "ja": "{cell}: この質問はもうありません。答えは書き込みません: {question}",
    },
    "kept.source": {
        "en": "{cell}: not kept; it is kept with an answer such as “{unknown}”, but not with names or a blank: {text}",
        "ja": "{cell}: 残しません（「{unknown}」などの答えと一緒なら残りますが、名前や空欄と一緒には残せません）: {text}",
    },
    "kept.whom": {
        "en": "{cell}: not kept, as there is an answer: {text}",
        "ja": "{cell}: 残しません（答えがあるので、分かる方のお名前は使いません）: {text}",
    },
    "beside.cell": {
        "en": "{page}: not read, as only the yellow cells are: {places}",
        "ja": "{page}: 黄色い欄の外に書かれたものは読み取りません: {places}",
    },
    "beside.comment": {
        "en": "{page}: comments are not read: {places}",
        "ja": "{page}: コメントは読み取りません: {places}",
    },
    "beside.box": {
        "en": "{page}: texts in drawings are not read: {places}",
        "ja": "{page}: 図形やテキストボックスの文字は読み取りません: {places}",
    },
    "beside.picture": {
        "en": "{page}: a picture is not read: {places}",
        "ja": "{page}: 画像は読み取りません: {places}",
    },
    "unsigned": {
        "en": "{page}: nobody signed for this page; its answers are kept without a name.",
        "ja": "{page}: 答えた方のお名前がありません。お名前なしで残します。",
    },
    "rules": {
        "en": "The sheet was made with other rules ({old}, now {new}).",
        "ja": "この質問票は別の版の規則で作られています（{old}、いまは {new}）。",
    },
    "kept": {
        "en": "{cell} {fact}: the file keeps {old}; the sheet says {new}.",
        "ja": "{cell} {fact}: ファイルの「{old}」を残します（質問票は「{new}」）。",
    },
    "problems": {
        "en": "{n} {n:problem|problems}{shown}. Nothing was written.",
        "ja": "問題は{n}件です{shown}。何も書き込んでいません。",
    },
    "problems.shown": {"en": ", {n} of them shown", "ja": "（表示は{n}件）"},
}

_FAULTS: dict[str, MessageRow] = {
    # The file
    "S101": (
        "'{path}' cannot be read: {reason}",
        "「{path}」を読めません ({reason})",
        "Check the name, and that you may read it.",
        "名前と、読む権限があることを確かめてください。",
    ),
    "S102": (
        "'{path}' is no workbook",
        "「{path}」は表計算のファイルではありません",
        "Name a file that a spreadsheet program saved as .xlsx or .ods.",
        "表計算ソフトで .xlsx か .ods として保存したファイルを指定してください。",
    ),
    "S103": (
        "'{path}' is protected by a password, or in the old form .xls",
        "「{path}」はパスワードで保護されているか、古い形式 (.xls) です",
        "Save it as .xlsx without a password.",
        "パスワードを外し、.xlsx で保存し直してください。",
    ),
    "S104": (
        "'{path}' holds macros",
        "「{path}」にはマクロが入っています",
        "Save it as .xlsx, which holds none.",
        "マクロのない形式 (.xlsx) で保存し直してください。",
    ),
    "S105": (
        "'{path}' unpacks to more than a sheet of questions can hold",
        "「{path}」は展開すると大きすぎます。質問票とは考えられません",
        "Ask for a fresh copy of the sheet.",
        "質問票を送り直してもらってください。",
    ),
    "S106": (
        "'{path}' is damaged",
        "「{path}」は壊れています",
        "Open it in a spreadsheet program, save it again, or ask for a fresh copy.",
        "表計算ソフトで開いて保存し直すか、送り直してもらってください。",
    ),
    "S107": (
        "'{path}' is no sheet of questions that advise made",
        "「{path}」は advise が作った質問票ではありません",
        "Make one with 'advise sheet make', and keep its hidden sheets when you copy it.",
        "advise sheet make で作り直してください。写すときは、隠れたシートも残してください。",
    ),
    "S108": (
        "'{path}' is about “{sheet}”, not about “{project}”",
        "「{path}」は「{sheet}」の質問票で、「{project}」のものではありません",
        "Name the project that it was made for; if that is this one under a new name, add --renamed.",
        "質問票のもとになった事業を指定してください。同じ事業の名前を変えたのなら、--renamed を付けてください。",
    ),
    "S109": (
        "'{path}' was made by a newer advise",
        "「{path}」は、より新しい advise で作られています",
        "Update advise.",
        "advise を新しくしてください。",
    ),
    # A cell
    "S110": (
        "{cell}: a formula",
        "{cell}: 数式が入っています",
        "Replace it by its value.",
        "数式ではなく、値を入れてください。",
    ),
    "S111": (
        "{cell}: “{text}” is not one of the answers",
        "{cell}: 「{text}」は選べる答えではありません",
        "Choose one: {allowed}",
        "次から選んでください: {allowed}",
    ),
    "S112": (
        "{cell}: “{text}” is no number",
        "{cell}: 「{text}」は数ではありません",
        "Write a number alone, or choose “{unknown}”.",
        "数だけを書くか、「{unknown}」を選んでください。",
    ),
    "S113": (
        "{cell}: “{text}” is no name",
        "{cell}: 「{text}」は名前ではありません",
        "Write names, each on a line of its own, or 0 if there is none.",
        "名前を一行に一つずつ書いてください。一つもなければ 0 と書きます。",
    ),
    "S114": (
        "{cell}: “{text}” cannot be chosen; the list of {list} is still empty",
        "{cell}: 「{text}」は選べません（{list}がまだありません）",
        "Leave it blank until there is one.",
        "一覧ができるまで、空欄にしておいてください。",
    ),
    "S115": (
        "{cell}: whom to ask is missing",
        "{cell}: 誰に聞けばよいかが書かれていません",
        "Write the name into {whom}.",
        "{whom} にお名前を書いてください。",
    ),
    "S116": (
        "{cell}: “{text}” cannot be said of a list that has elements",
        "{cell}: 要素のある一覧に「{text}」とは答えられません",
        "Leave the names as they are.",
        "名前をそのままにしておいてください。",
    ),
    "S117": (
        "{cell}: the list is said to be complete, but it has no name",
        "{cell}: すべてそろっているとされていますが、名前がありません",
        "Write the names into {names}, or 0 if there is none.",
        "{names} に名前を書いてください。一つもなければ 0 と書きます。",
    ),
    "S118": (
        "{cell} and {other} answer the same question differently",
        "{cell} と {other} は、同じ質問に別の答えを書いています",
        "Decide for one, and clear the other.",
        "どちらかに決め、もう一方を空欄にしてください。",
    ),
    "S119": (
        "{cell}: “{text}” cannot be said of what a verdict needs",
        "{cell}: 判定に必要な質問に「{text}」とは答えられません",
        "Choose “{unknown}” if it is not known.",
        "分からなければ「{unknown}」を選んでください。",
    ),
    "S120": (
        "{cell} {fact}: the file says {old} by now, the sheet {new}",
        "{cell} {fact}: ファイルは「{old}」に変わっていますが、質問票は「{new}」です",
        "Decide: --prefer file keeps what the file says, --prefer sheet takes the sheet's answers.",
        "どちらかに決めてください。--prefer file でファイルを残し、--prefer sheet で質問票の答えにします。",
    ),
    "S121": (
        "{cell}: {message}",
        "{cell}: {message}",
        "{cure}",
        "{cure}",
    ),
    "S123": (
        "{cell}: in “{text}”, {words} {n:is|are} not among the answers",
        "{cell}: 「{text}」のうち、{words}は選べる答えではありません",
        "Write several on lines of their own. Choose from: {allowed}",
        "いくつもあるときは、欄の中で一行に一つずつ書きます。次から選んでください: {allowed}",
    ),
    "S124": (
        "{cell}: nothing tells which question this answers",
        "{cell}: どの質問への答えか分かりません",
        "Write it beside its question in a fresh copy of the sheet, or clear the cell.",
        "質問票を作り直し、その質問の行に書き写してください。要らなければ空欄にしてください。",
    ),
    "S125": (
        "{cell}: the head “{head}” is missing",
        "{cell}: 見出し「{head}」がありません",
        "Write the head there again; if its column is gone, copy the answers into a fresh copy of the sheet.",
        "見出しを元に戻してください。列そのものがなければ、質問票を作り直し、答えを書き写してください。",
    ),
    "S126": (
        "{cell}: the question was changed, or moved away from its hidden id: {question}",
        "{cell}: 質問が書き換えられたか、隠れた id と別の行に移っています: {question}",
        "Put the question back where it stood, or copy the answers into a fresh copy of the sheet.",
        "質問を元の行に戻すか、質問票を作り直し、答えを書き写してください。",
    ),
    "S127": (
        "{cell}: “{text}” is crossed out, wholly or in part",
        "{cell}: 「{text}」の全部または一部に取り消し線が引かれています",
        "Clear the cell or write the answer that counts, and take the line away (font, strikethrough).",
        "セルを空欄にするか、有効な答えだけを書き、取り消し線（フォントの書式）を外してください。",
    ),
    "S128": (
        "{cell}: “{text}” stands in cells of several questions that were merged",
        "{cell}: 「{text}」は、いくつかの質問の欄を結合したセルに入っています",
        "Undo the merging, and write the answer into the cell of each question.",
        "セルの結合を解除し、質問ごとに答えを書いてください。",
    ),
    "S129": (
        "{cell}: “{text}” is no name",
        "{cell}: 「{text}」は名前ではありません",
        "Leave the cell blank, or write “{unknown}”; what is really called so goes in quotes.",
        "空欄にするか、「{unknown}」と書いてください。本当にそういう名前なら、かぎ括弧で囲みます。",
    ),
    "S122": (
        "{cell}: an error of the spreadsheet program",
        "{cell}: 表計算ソフトのエラーが入っています",
        "Write the answer, or clear the cell.",
        "答えを書くか、空欄にしてください。",
    ),
}


def fault(code: str, **values: object) -> Problem:
    """Return what is wrong with a sheet.

    >>> fault("S110", cell="Questions!D7").message["en"]
    'Questions!D7: a formula'
    """
    return tabled(_FAULTS, code, **values)
