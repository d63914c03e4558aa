"""What the screening of many projects says, in both languages side by side."""

from __future__ import annotations

from typing import Any

from ...engine.problems.problem import MessageRow, Problem, Texts, tabled

HEADS: dict[str, Texts] = {
    "id": {"en": "Project no.", "ja": "事業の番号"},
    "element": {"en": "Short name", "ja": "記号"},
    "name": {"en": "Name", "ja": "名前"},
}
"""The heads of columns of a table to fill in that hold no fact."""

NAMES: dict[str, Texts] = {
    "id": {"en": "Project no.", "ja": "事業の番号"},
    "project": {"en": "Project no.", "ja": "事業の番号"},
    "name": {"en": "Project", "ja": "事業"},
    "place": {"en": "City", "ja": "都市"},
    "phase": {"en": "Phase", "ja": "段階"},
    "standing": {"en": "Where it stands", "ja": "判定"},
    "worst": {"en": "Worst possible", "ja": "あり得る最も厳しい判定"},
    "best": {"en": "Best possible", "ja": "あり得る最も良い判定"},
    "told": {"en": "Points checked", "ja": "確かめた点"},
    "due": {"en": "Points that count", "ja": "確かめるべき点"},
    "blockers": {"en": "Blockers", "ja": "停止"},
    "majors": {"en": "Major", "ja": "重要"},
    "minors": {"en": "Minor", "ja": "軽微"},
    "obstacles": {"en": "Things that stop it", "ja": "止めている指摘の数"},
    "waits": {"en": "Answers that a verdict waits for", "ja": "判定に足りない答えの数"},
    "first": {"en": "First finding", "ja": "最初の指摘"},
    "first_subject": {"en": "About", "ja": "その対象"},
    "file": {"en": "File", "ja": "ファイル"},
    "row": {"en": "Row", "ja": "行"},
    "day": {"en": "Day", "ja": "判定日"},
    "rules": {"en": "Version of the rules", "ja": "規則の版"},
    "code": {"en": "Code", "ja": "コード"},
    "subject": {"en": "About", "ja": "対象"},
    "kind": {"en": "Kind", "ja": "種類"},
    "severity": {"en": "Severity", "ja": "重要度"},
    "title": {"en": "Finding", "ja": "指摘"},
    "fact": {"en": "Fact", "ja": "事実"},
    "level": {"en": "Why it is asked", "ja": "聞く理由"},
    "label": {"en": "Missing answer", "ja": "足りない答え"},
    "column": {"en": "Column", "ja": "列"},
    "head": {"en": "Head", "ja": "見出し"},
    "value": {"en": "What stands there", "ja": "書かれていたもの"},
    "problem": {"en": "What is wrong", "ja": "問題"},
    "cure": {"en": "What to do", "ja": "直し方"},
    "projects": {"en": "Projects", "ja": "事業数"},
}
"""The heads of the columns of results."""

KINDS: dict[str, Texts] = {
    "finding": {"en": "finding", "ja": "指摘"},
    "upcoming": {"en": "upcoming", "ja": "これから"},
    "prediction": {"en": "may follow", "ja": "起こり得ること"},
    "strength": {"en": "holds", "ja": "できていること"},
}
LEVELS: dict[str, Texts] = {
    "needed": {"en": "a verdict needs it", "ja": "判定に必要"},
    "may_stop": {"en": "it could stop the project", "ja": "答えによっては止まる"},
}

TEXTS: dict[str, Texts] = {
    "screen.head.names": {"en": "{list}: names", "ja": "{list}の名前"},
    "screen.title": {"en": "Projects screened", "ja": "事業の一括確認"},
    "screen.title.n": {"en": "{n:,} {n:project|projects}", "ja": "事業 {n:,}件"},
    "screen.made": {
        "en": "{day}, rules {rules}, could not be read: {n:,}",
        "ja": "{day}、規則の版 {rules}、読めなかったもの {n:,}件",
    },
    "screen.sheet.summary": {"en": "Summary", "ja": "概要"},
    "screen.sheet.projects": {"en": "Projects", "ja": "事業"},
    "screen.sheet.findings": {"en": "Findings", "ja": "指摘"},
    "screen.sheet.unknown": {"en": "Missing answers", "ja": "足りない答え"},
    "screen.sheet.errors": {"en": "Errors", "ja": "読めなかったもの"},
    "screen.standing.open": {"en": "{verdict} (points unchecked)", "ja": "{verdict}（未確認あり）"},
    "screen.standing.proceed": {"en": "{verdict} (all checked)", "ja": "{verdict}（すべて確認済み）"},
    "screen.sum": {"en": "Together", "ja": "合計"},
    "screen.fact_of": {"en": "{list}: {fact}", "ja": "{list}：{fact}"},
    "screen.lever": {
        "en": "Of the {n:,} {n:project|projects} on hold, {single:,} {single:is|are} held by one thing only.",
        "ja": "止まっている{n:,}件のうち{single:,}件は、止めている指摘が一つだけです。",
    },
    "screen.lever.several": {
        "en": "{n:The project on hold is held by more than one thing.|Of the projects on hold, none is held by one thing only.}",
        "ja": "止まっている{n:,}件には、止めている指摘が一つだけのものはありません。",
    },
    "screen.lever.same": {
        "en": "For {n:,} of them it is the same one: “{title}”. A line about it in the call would reach these {n:,}.",
        "ja": "そのうち{n:,}件は同じ一つです：「{title}」。要項でこのことに触れれば、この{n:,}件に届きます。",
    },
    "screen.lever.none": {
        "en": "Nothing was found that stops {n:the project|one of the projects}.",
        "ja": "事業を止める指摘は見つかっていません。",
    },
    "screen.held.head": {"en": "What holds projects back", "ja": "事業を止めているもの"},
    "screen.held.alone": {"en": "The only obstacle", "ja": "これだけで止まっている"},
    "screen.settles.head": {"en": "Which answer a verdict waits for", "ja": "判定に足りない答え"},
    "screen.settles.alone": {"en": "The only one missing", "ja": "足りないのはこれだけ"},
    # The page
    # The table to fill in
    "screen.template": {"en": "Projects to be screened", "ja": "まとめて確かめる事業"},
    "screen.do.row": {
        "en": "One row for each project. The project no. tells the projects apart; each has its own.",
        "ja": "一つの行に一つの事業を書きます。事業の番号で見分けるので、事業ごとに別の番号を付けてください。",
    },
    "screen.do.lists": {
        "en": "Organisations, goals and the like stand on sheets of their own, one on each row, with the no. of their project.",
        "ja": "組織やゴールなどは、それぞれのシートに一行に一つずつ、どの事業のものかの番号を付けて書きます。",
    },
    "screen.do.blank": {
        "en": "What is left blank is unknown; it does not mean “no”. “{unknown}” says the same.",
        "ja": "空欄は「分かっていない」という意味で、「いいえ」とはみなしません。「{unknown}」と書いても同じです。",
    },
    "screen.do.several": {
        "en": "Where several answers are possible, write each on a line of its own in the cell (Alt+Enter); 0 means none.",
        "ja": "答えがいくつもあり得る欄では、Alt+Enter で行を分けて書きます。一つもなければ 0 と書きます。",
    },
    "screen.do.change": {
        "en": "Columns may be moved, and left out where nobody fills them in. The heads, or the names below them, must stay.",
        "ja": "列は並べ替えても、使わない列を消しても構いません。見出しか、その下の名前のどちらかは残してください。",
    },
    "screen.one": {
        "en": "Choose one of the answers in the list, or leave the cell blank.",
        "ja": "一覧の答えから選ぶか、空欄にしてください。",
    },
    "screen.template.made": {
        "en": "{path}: {n} columns and {sheets} sheets to fill in.",
        "ja": "{path}: {n}列と、一覧のシート{sheets}枚です。",
    },
    "screen.template.next": {
        "en": "When it is filled in: advise screen {path} -o results.xlsx",
        "ja": "書き終えたら  advise screen {path} -o results.xlsx",
    },
    "screen.held.one": {"en": "Finding", "ja": "指摘"},
    "screen.settles.one": {"en": "Missing answer", "ja": "足りない答え"},
    # A mapping that is proposed
    "screen.propose": {
        "en": "What the columns and values of {name} mean, proposed by advise.\n"
        "A column without # is understood as it stands there. Nothing else counts as long as its # stands: look through it,\n"
        "correct it, and take away the # of what is right.\n"
        "A column is given the name of a fact; a text in it the value that it means, or null where it says nothing.\n"
        "Then: advise screen {name} --map THIS-FILE -o results.xlsx",
        "ja": "{name} の列と値の意味です。advise の案なので、確かめてから使ってください。\n"
        "# のない列は、いまもそのとおりに読みます。# のある行は読みません。正しい行は # を消し、違う行は直してください。\n"
        "列には事実の名前を、列の中の言葉にはその値を書きます。何も言っていない言葉には null と書きます。\n"
        "書き終えたら  advise screen {name} --map このファイル -o results.xlsx",
    },
    "screen.proposed": {
        "en": "{path}: look through it, then: advise screen {name} --map {path} -o results.xlsx",
        "ja": "{path}: 確かめてから  advise screen {name} --map {path} -o results.xlsx",
    },
    # A rule
    "screen.explain.columns": {"en": "Columns of a table that it reads:", "ja": "読む列："},
    "screen.explain.when": {"en": "It holds when:", "ja": "成り立つ条件："},
    "screen.explain.sql": {
        "en": "Its findings, in SQL over a .duckdb file of results:",
        "ja": "この指摘を .duckdb の結果から取り出す SQL：",
    },
    # On the screen
    "screen.progress": {"en": "{done:,} of {total:,} projects", "ja": "{total:,}件のうち{done:,}件"},
    "screen.counted": {"en": "{n:>7,}  {standing}", "ja": "{n:>7,}  {standing}"},
    "screen.written": {"en": "Written: {paths}", "ja": "書き出したもの: {paths}"},
    "screen.unread": {
        "en": "{n:,} {n:project|projects} could not be read.",
        "ja": "読めなかった事業が{n:,}件あります。",
    },
    "screen.strays": {
        "en": "{n:,} {n:row or file belongs|rows or files belong} to no project.",
        "ja": "どの事業のものでもない行やファイルが{n:,}件あります。",
    },
    "screen.listed": {"en": "All are listed in {path}.", "ja": "すべて {path} に載せました。"},
    "screen.listed.nowhere": {
        "en": "A .csv or .xlsx file of results lists all of them.",
        "ja": ".csv や .xlsx の結果にはすべてを載せます。",
    },
    "screen.allowed": {
        "en": "Up to {n:,} {n:is|are} allowed (--allow-errors).",
        "ja": "{n:,}件までは認めています (--allow-errors)。",
    },
    "screen.trouble": {"en": "{place}: {problem}. {cure}", "ja": "{place}: {problem}。{cure}"},
    "screen.trouble.more": {
        "en": "… and {n:,} more {n:problem|problems}.",
        "ja": "ほかに{n:,}件の問題があります。",
    },
    "screen.trouble.words": {
        "en": "To give words of your own a meaning: advise screen {names} --propose-map words.yaml",
        "ja": "独自の言葉に意味を割り当てるには  advise screen {names} --propose-map words.yaml",
    },
    "screen.memos.missed": {
        "en": "No memo was written of {names}: no {n:project|projects} of {n:this number|these numbers} could be judged.",
        "ja": "{names} のメモは書いていません。この番号の事業で判定できたものがありません。",
    },
    "screen.note.none": {
        "en": "There is no project: no row is filled in.",
        "ja": "事業がありません。記入された行がありません。",
    },
    "screen.note.mapping": {
        "en": "{path}: nothing in it counts; take away the # of what is right.",
        "ja": "{path}: 有効な行がありません。正しい行の # を消してください。",
    },
    "screen.note.sum": {
        "en": "{cell}: “{text}” stands there in place of a project no.; the row sums others up and is left out.",
        "ja": "{cell}: 「{text}」の行は事業ではなく集計なので、読みません。",
    },
    "screen.stopped": {
        "en": "What was judged is kept; the same command goes on there with --resume.",
        "ja": "判定した分は残っています。同じコマンドに --resume を付けると、続きから行います。",
    },
    "screen.reading": {"en": "Reading {names}", "ja": "{names} を読んでいます"},
    "screen.note.results": {
        "en": "{folder}: {n} {n:file holds|files hold} a result of advise, no project, and {n:is|are} left out: {names}",
        "ja": "{folder}: advise の結果のファイル{n}件は事業ではないため読みません: {names}",
    },
    "screen.note.columns": {
        "en": "{table}: {n} {n:column stands|columns stand} for no fact and {n:is|are} left out: {names}",
        "ja": "{table}: {n}列は事実にあたらないため読みません: {names}",
    },
    "screen.note.meant": {
        "en": "{cell}: “{head}” may mean “{close}”; write it so to have it read.",
        "ja": "{cell}: 「{head}」は「{close}」のことですか。そう書けば読み取ります。",
    },
    "screen.note.twice": {
        "en": "{cell} and {other} both stand for “{head}”; where both hold something, the later one counts.",
        "ja": "{cell} と {other} はどちらも「{head}」です。両方に値があれば、後の列を使います。",
    },
    "screen.note.sheet": {
        "en": "{file}: the worksheet “{sheet}” has no column that stands for a fact; it was left out.",
        "ja": "{file}: シート「{sheet}」には事実にあたる列がないため、読みません。",
    },
}
"""Texts by key."""

_FAULTS: dict[str, MessageRow] = {
    # A file
    "T101": (
        "'{path}' cannot be read: {reason}",
        "「{path}」を読めません ({reason})",
        "Check the name, and that you may read it.",
        "名前と、読む権限があることを確かめてください。",
    ),
    "T102": (
        "'{path}' is damaged",
        "「{path}」は壊れています",
        "Open it in a spreadsheet program and save it again.",
        "表計算ソフトで開いて保存し直してください。",
    ),
    "T103": (
        "'{path}' is too large for a table of one file",
        "「{path}」は一つの表としては大きすぎます",
        "Split it, and name all parts; or save it as NDJSON.",
        "分けて、すべてを並べて指定してください。NDJSON にしても読めます。",
    ),
    "T104": (
        "'{path}': the row that begins in line {line} does not end as it should ({reason})",
        "「{path}」: {line}行目から始まる行が正しく終わっていません ({reason})",
        "Close the quotes there, and write a quote inside a text twice.",
        "その行の引用符を閉じてください。文の中の引用符は二つ続けて書きます。",
    ),
    "T105": (
        "'{path}': line {line} has {n:,} columns, more than the {most:,} that are read",
        "「{path}」: {line}行目は{n:,}列あります。読めるのは{most:,}列までです",
        "Keep the columns that stand for facts; 'advise screen --template' shows them.",
        "事実にあたる列だけを残してください。列の一覧は advise screen --template で作れます。",
    ),
    "T127": (
        "'{path}' has {n:,} columns, more than the {most:,} that are read",
        "「{path}」は{n:,}列あります。読めるのは{most:,}列までです",
        "Keep the columns that stand for facts; 'advise screen --template' shows them.",
        "事実にあたる列だけを残してください。列の一覧は advise screen --template で作れます。",
    ),
    "T129": (
        "'{path}' is too large: a worksheet may have {columns:,} columns, {rows:,} rows, and {cells:,} cells up to the last one",
        "「{path}」は大きすぎます。読めるのは、一つのシートで{columns:,}列、{rows:,}行、最後の欄までの空欄を含めて{cells:,}欄までです",
        "Delete what stands far from the table, and columns that stand for no fact; split what is larger, or save it as .csv.",
        "表から離れた所に何か書かれていれば消し、事実にあたる列だけを残してください。まだ大きければ、分けるか、.csv で保存してください。",
    ),
    "T106": (
        "the folder '{path}' holds no project file",
        "フォルダー「{path}」に事業のファイルがありません",
        "Name a folder with .json or .yaml files; tables are named one by one.",
        ".json や .yaml のあるフォルダーを指定してください。表は一つずつ指定します。",
    ),
    "T107": (
        "'{path}': no column stands for a fact; the first row reads: {head}",
        "「{path}」: 事実にあたる列がありません。最初の行: {head}",
        "Separate columns by commas, semicolons or tabs, and head them as 'advise screen --template' does.",
        "列はコンマ、セミコロン、タブのどれかで区切り、見出しは advise screen --template の表に合わせてください。",
    ),
    "T108": (
        "'{path}' holds nothing",
        "「{path}」には何も書かれていません",
        "Name the file that holds the projects.",
        "事業の書かれたファイルを指定してください。",
    ),
    # A project
    "T110": (
        "the project no. '{id}' is there already, at {first}",
        "事業の番号「{id}」は {first} にもあります",
        "Give each project a number of its own.",
        "事業ごとに別の番号を付けてください。",
    ),
    "T111": (
        "row {row} has {n} cells, the head {heads}",
        "{row}行目には{n}個の欄があり、見出しの{heads}列より多くなっています",
        "Put texts that hold the delimiter in quotes.",
        "区切り文字を含む文は引用符で囲んでください。",
    ),
    "T112": (
        "row {row} has neither a short name nor a name",
        "{row}行目に記号も名前もありません",
        "Write one of them.",
        "どちらかを書いてください。",
    ),
    "T113": (
        "row {row} belongs to the project '{name}', which is not there",
        "{row}行目は事業「{name}」のものですが、その事業がありません",
        "Correct the number, or add the project.",
        "番号を直すか、その事業を加えてください。",
    ),
    "T125": (
        "row {row} does not say which project it belongs to",
        "{row}行目には、どの事業のものかが書かれていません",
        "Write the no. of its project in the column “Project no.”.",
        "「事業の番号」の列に番号を書いてください。",
    ),
    "T126": (
        "row {row} belongs to the project '{name}', which is not there",
        "{row}行目は事業「{name}」のものですが、その事業がありません",
        "Did you mean '{like}'? Numbers that differ in width or case are different ones.",
        "「{like}」のことですか。全角と半角、大文字と小文字の違う番号は別のものです。",
    ),
    "T114": (
        "{cell} is merged with {first}: it is not clear whether it says the same",
        "{cell} は {first} と結合されていて、同じ内容かどうか分かりません",
        "Undo the merging, and fill in each cell.",
        "結合を解除し、それぞれの欄に書いてください。",
    ),
    "T115": (
        "{cell}: a formula without a result",
        "{cell}: 数式の結果が入っていません",
        "Replace it by its value, or save the file in a spreadsheet program.",
        "値に置き換えるか、表計算ソフトで保存し直してください。",
    ),
    "T116": (
        "{cell}: the spreadsheet program made a date of it ({text})",
        "{cell}: 表計算ソフトが日付に変えています ({text})",
        "Format the column as text, and write the number again.",
        "列の書式を「文字列」にして、番号を書き直してください。",
    ),
    "T117": (
        "line {row}: the id is no text",
        "{row}行目: id が文字ではありません",
        "Write it in quotes, or leave it out.",
        "引用符で囲むか、書かないでください。",
    ),
    "T122": (
        "'{path}' is no Parquet file, or broken",
        "「{path}」は Parquet のファイルではないか、壊れています",
        "Write it anew.",
        "書き出し直してください。",
    ),
    "T128": (
        "'{path}' is broken: from row {row:,} on {n:,} {n:row|rows} cannot be read",
        "「{path}」は壊れていて、{row:,}行目からの{n:,}行を読めません",
        "Write it anew; the rows before that were judged.",
        "書き出し直してください。それより前の行は判定しています。",
    ),
    "T121": (
        "'{path}' holds no results of 'advise screen'",
        "「{path}」は advise screen の結果ではありません",
        "Name the .csv, .ndjson, .xlsx, .parquet or .duckdb file that an earlier run wrote with -o.",
        "以前の実行で -o に指定した .csv、.ndjson、.xlsx、.parquet、.duckdb のファイルを指定してください。",
    ),
    "T123": (
        "'{path}' holds the project no. '{id}' twice",
        "「{path}」に事業の番号「{id}」が二度あります",
        "Name the file as an earlier run wrote it.",
        "以前の実行が書いたままのファイルを指定してください。",
    ),
    "T124": (
        "'{path}' holds results of 'advise screen', no projects",
        "「{path}」は advise screen の結果で、事業の表ではありません",
        "Name the table or the folder that was judged; results of an earlier run go with --since.",
        "判定した表かフォルダーを指定してください。以前の結果は --since で指定します。",
    ),
    # A mapping
    "T131": (
        "a mapping has no '{key}'",
        "対応表に「{key}」という項目はありません",
        "It has 'columns' and 'values'.",
        "書けるのは columns と values です。",
    ),
    "T132": (
        "'{key}' is no list of names with what they mean",
        "「{key}」の下が「名前: 意味」の形になっていません",
        "Write one on each line, as in  Start of work: project.phase",
        "一行に一つずつ「着手の時期: project.phase」のように書いてください。",
    ),
    "T133": (
        "there is no fact '{key}'",
        "「{key}」という事実はありません",
        "Write the name of a fact, as '{close}'; 'advise screen --template' shows all names.",
        "「{close}」のような事実の名前を書いてください。名前の一覧は advise screen --template で作れます。",
    ),
    "T134": (
        "the values of '{key}' cannot be given a meaning",
        "「{key}」の値には意味を割り当てられません",
        "Leave it out of 'values'.",
        "values から消してください。",
    ),
    "T135": (
        "'{value}' is no value of {fact}",
        "「{value}」は {fact} の値ではありません",
        "It takes: {allowed}; null where nothing is said.",
        "書ける値: {allowed}。何も言っていなければ null です。",
    ),
    "T137": (
        "there is no file '{path}'",
        "「{path}」というファイルはありません",
        "Check the name; 'advise screen INPUT --propose-map {path}' writes one to start from.",
        "名前を確かめてください。advise screen INPUT --propose-map {path} で案を作れます。",
    ),
    "T136": (
        "'{key}' is the same as '{other}' above: case, width and blanks make no difference",
        "「{key}」は上の「{other}」と同じです。大文字と小文字、全角と半角、空白の違いでは区別しません",
        "Keep one of the two.",
        "どちらか一方だけを残してください。",
    ),
    # The results
    "T118": (
        "another run is writing to '{path}'",
        "「{path}」には、別の実行が書き込んでいます",
        "Wait for it, or name another file with -o.",
        "終わるのを待つか、-o で別のファイルを指定してください。",
    ),
    "T119": (
        "'{path}' has more than {most:,} rows, which no worksheet holds",
        "「{path}」は{most:,}行を超え、一つのシートに入りません",
        "Name a .csv file with -o.",
        "-o で .csv のファイルを指定してください。",
    ),
}


def fault(code: str, **values: Any) -> Problem:
    """Return what is wrong with a table or a project in it.

    >>> fault("T112", row=5).message["en"]
    'row 5 has neither a short name nor a name'
    """
    return tabled(_FAULTS, code, **values)
