"""What is wrong with tables of projects, and what to do about it, in both languages side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ...engine.problems.problem import MessageRow, Problem, ProblemsError, system_reason, tabled
from ...engine.reading.encoding import name_of

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
    "T138": (
        "'{path}' is no text in UTF-8 with a project on each line",
        "「{path}」は、1行に1つの事業を書いたUTF-8の文書ではありません",
        "Save it as text in UTF-8; what is packed, unpack first.",
        "UTF-8の文書として保存し直してください。圧縮したものは、先に解凍します。",
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


def unreadable(path: Path, error: OSError | ValueError) -> ProblemsError:
    """Return what to raise where the operating system does not let a file of projects be read."""
    return ProblemsError([fault("T101", path=name_of(path.name), reason=system_reason(error))])


def fault(code: str, **values: Any) -> Problem:
    """Return what is wrong with a table or a project in it.

    >>> fault("T112", row=5).message["en"]
    'row 5 has neither a short name nor a name'
    """
    return tabled(_FAULTS, code, **values)
