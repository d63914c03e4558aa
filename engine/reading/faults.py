"""All that can be wrong with a file before what it says is looked at: codes, messages and cures.

P10x: the file; P11x and P12x: how
JSON is written; P13x: brackets, and what JSON allows but a project document does not; P14x: YAML only; P15x: what hardly
anybody writes in an encoding.
"""

from __future__ import annotations

from functools import partial

from ..problems.problem import MessageRow, tabled

FAULTS: dict[str, MessageRow] = {
    "P101": (
        "there is no file '{name}'",
        "「{name}」というファイルがありません",
        "Check the name and the folder; `advise init` writes a file to start from.",
        "ファイル名とフォルダーを確かめてください。新しく作るときは advise init を使います。",
    ),
    "P102": (
        "'{name}' is a folder, not a project file",
        "「{name}」はフォルダーで、事業のファイルではありません",
        "Name one file in it.",
        "その中のファイルを1つ指定してください。",
    ),
    "P103": (
        "'{name}' may not be read: permission is missing",
        "「{name}」を読む権限がありません",
        "Ask the owner of the file for permission to read it, or copy it to a folder of your own.",
        "ファイルの持ち主に読む権限を頼むか、自分のフォルダーに写してください。",
    ),
    "P104": (
        "'{name}' is a device or a pipe, not a file",
        "「{name}」は装置またはパイプで、ファイルではありません",
        "Save the text to a file, or send it to standard input and write - as the name.",
        "内容をファイルに保存するか、標準入力に渡してファイル名の代わりに - と書いてください。",
    ),
    "P105": (
        "'{name}' cannot be read: {reason}",
        "「{name}」を読めません({reason})",
        "Check that the disk or network folder can be reached, then try again.",
        "ディスクや共有フォルダーにつながっているか確かめて、もう一度試してください。",
    ),
    "P106": (
        "'{name}' is empty",
        "「{name}」は空です",
        "Write at least {{}}; `advise init` writes a file to start from.",
        "少なくとも {{}} と書いてください。新しく作るときは advise init を使います。",
    ),
    "P107": (
        "'{name}' is larger than {limit} MB",
        "「{name}」は{limit} MBを超えています",
        "A project document holds one project: give each project a file of its own.",
        "1つのファイルに書けるのは1つの事業です。事業ごとにファイルを分けてください。",
    ),
    "P108": (
        "the byte {byte} cannot be read as {encoding} text",
        "バイト {byte} は{encoding}の文字として読めません",
        "Save the file again as UTF-8 in the editor it was written with.",
        "書いたときのエディターで、文字コードをUTF-8にして保存し直してください。",
    ),
    "P109": (
        "'{name}' is not a text file; it looks like {kind}",
        "「{name}」は文字のファイルではありません。{kind}のようです",
        "Give the project document itself, a JSON text.",
        "事業を書いたJSON形式のファイルを指定してください。",
    ),
    "P110": (
        "this is not JSON: it begins with '{found}'",
        "JSON形式ではありません。「{found}」で始まっています",
        "A project document begins with {{ and ends with }}; `advise init` writes a file to start from.",
        "事業のファイルは {{ で始まり }} で終わります。新しく作るときは advise init を使います。",
    ),
    "P111": (
        "a comma before '{close}' has nothing behind it",
        "「{close}」の前のカンマの後に何もありません",
        "Delete this comma.",
        "このカンマを消してください。",
    ),
    "P112": (
        "a comma is missing before {found}",
        "{found} の前にカンマがありません",
        "Put a comma here, between the two entries.",
        "2つの項目の間のここにカンマ(,)を入れてください。",
    ),
    "P113": (
        "a colon is missing behind the key '{key}'",
        "キー「{key}」の後にコロンがありません",
        'Write a key and its value like this: "phase": "idea".',
        'キーと値は "phase": "idea" のように書いてください。',
    ),
    "P114": (
        "'{found}' stands where JSON needs '{needed}'",
        "JSONで「{needed}」と書くところに「{found}」があります",
        "Type a half-width {needed} instead (Japanese input switched off).",
        "日本語入力を切って、半角の {needed} に直してください。",
    ),
    "P115": (
        "the quote {found} is not one that JSON knows",
        "「{found}」はJSONで使える引用符ではありません",
        'Put straight double quotes around the text: "...".',
        '文字列は半角の " で囲んでください。',
    ),
    "P116": (
        "a blank that JSON does not know ({found})",
        "JSONで使えない空白({found})があります",
        "Replace it with an ordinary blank, or delete it.",
        "半角の空白に直すか、消してください。",
    ),
    "P117": (
        "JSON has no comments",
        "JSONにはコメントを書けません",
        'Delete the comment; where a value comes from can be written beside it as "source".',
        'コメントを消してください。値の出どころは "source" として書けます。',
    ),
    "P118": (
        "the key '{found}' is not in double quotes",
        'キー「{found}」が半角の " で囲まれていません',
        'Write "{found}".',
        '"{found}" と書いてください。',
    ),
    "P119": (
        "'{found}' is neither a text in double quotes nor a number, true, false or null",
        '「{found}」は " で囲んだ文字列でも、数・true・false・nullでもありません',
        "Write {instead}.",
        "{instead} と書いてください。",
    ),
    "P120": (
        "this text has no closing quote on its line",
        "この文字列は同じ行の中で閉じられていません",
        'Put " at its end; a line break inside a text is written \\n.',
        '終わりに " を入れてください。文字列の中の改行は \\n と書きます。',
    ),
    "P121": (
        "a text contains a {kind} as it is",
        "文字列の中に{kind}がそのまま入っています",
        "Write {instead} for it, or delete it.",
        "{instead} と書くか、消してください。",
    ),
    "P122": (
        "'{found}' means nothing in a text",
        "文字列の中の「{found}」には意味がありません",
        "Write \\\\ for a backslash itself.",
        "円記号(バックスラッシュ)そのものは \\\\ と書いてください。",
    ),
    "P123": (
        "'{found}' is one half of a character; the other half is missing",
        "「{found}」は1つの文字の半分で、残りの半分がありません",
        "Write the character itself instead of the escape.",
        "\\u で始まる書き方をやめて、文字そのものを書いてください。",
    ),
    "P124": (
        "'{found}' is not a number in JSON",
        "「{found}」はJSONの数ではありません",
        "Write null for what is not known.",
        "分からない値には null と書いてください。",
    ),
    "P125": (
        "'{found}' is not written as JSON writes numbers",
        "「{found}」はJSONの数の書き方ではありません",
        "Write numbers like 1200, -3 or 0.05, without separators; put anything else, such as a date, in double quotes.",
        '数は 1200、-3、0.05 のように半角で桁区切りなしに書き、日付などは " で囲んでください。',
    ),
    "P126": (
        "a quote inside or behind a text: what follows '{found}' belongs to nothing",
        "文字列の途中か後に余分な引用符があり、「{found}」の後が続きません",
        'Inside a text write \\" for a quote; behind it goes a comma, a colon or a closing bracket.',
        '文字列の中の引用符は \\" と書き、文字列の後には「,」「:」か閉じ括弧を書いてください。',
    ),
    "P127": (
        "'{found}' is not expected here",
        "ここに「{found}」は書けません",
        "Delete it, or complete the entry it belongs to.",
        "消すか、項目の足りない部分を補ってください。",
    ),
    "P128": (
        "the key '{key}' has no value",
        "キー「{key}」に値がありません",
        "Write a value behind the colon; null for what is not known.",
        "コロンの後に値を書いてください。分からないときは null と書きます。",
    ),
    "P129": (
        "'{open}' is never closed",
        "「{open}」が閉じられていません",
        "Put {close} where it ends.",
        "終わりに {close} を入れてください。",
    ),
    "P130": (
        "'{found}' cannot close the '{open}' of line {line}",
        "{line}行目の「{open}」を「{found}」で閉じることはできません",
        "Write {needed} here.",
        "ここは {needed} と書いてください。",
    ),
    "P131": (
        "the key '{key}' is given twice",
        "キー「{key}」が2回書かれています",
        "Keep one of the two.",
        "どちらか一方を残してください。",
    ),
    "P132": (
        "the number {found} is out of range",
        "数 {found} は扱える範囲を超えています",
        "Write at most 15 digits; put names made of digits in double quotes.",
        '数は15桁までにしてください。数字でできた名前や番号は " で囲んでください。',
    ),
    "P133": (
        "brackets are nested more than {limit} deep",
        "括弧が{limit}段より深く重なっています",
        "Ten levels are enough: check for brackets that are not closed.",
        "10段もあれば書けます。閉じていない括弧がないか確かめてください。",
    ),
    "P134": (
        "a project document is an object, not {kind}",
        "事業のファイルの全体が {{ }} で囲まれていません({kind}になっています)",
        'Put the whole in braces: {{"project": {{...}}, ...}}.',
        '全体を {{"project": {{...}}, ...}} のように囲んでください。',
    ),
    "P135": (
        "something follows the end of the document",
        "最後の括弧の後にまだ何かあります",
        "Delete what stands behind the last bracket; one file holds one project. `advise screen` reads many.",
        "最後の括弧の後を消してください。1つのファイルに書けるのは1つの事業です。多数の事業は advise screen で読みます。",
    ),
    "P136": (
        "this is not JSON",
        "JSONとして読めません",
        "Correct the text at this place.",
        "この場所の書き方を直してください。",
    ),
    "P141": (
        "this is not YAML: {reason}",
        "YAMLとして読めません。{reason}",
        "Check the indentation (blanks, no tabs) and put quotes around texts with ': ' or ' #' in them.",
        "字下げ(タブではなく空白)を確かめ、「: 」や「 #」を含む文は引用符で囲んでください。",
    ),
    "P142": (
        "anchors and aliases ('{found}') cannot be used here",
        "ここではアンカーとエイリアス(「{found}」)を使えません",
        "Write the value out, or put the text in quotes if it begins with & or *.",
        "値をそのまま書いてください。& や * で始まる文字列は引用符で囲んでください。",
    ),
    "P143": (
        "tags ('{found}') cannot be used here",
        "ここではタグ(「{found}」)を使えません",
        "Delete the tag, or put the text in quotes if it begins with !.",
        "タグを消すか、! で始まる文字列は引用符で囲んでください。",
    ),
    "P144": (
        "a key must be a text",
        "キーは文字列でなければなりません",
        "Write a name and a colon, such as phase: idea.",
        "phase: idea のように、名前とコロンで書いてください。",
    ),
    "P145": (
        "a second document begins here",
        "ここから2つ目の文書が始まっています",
        "Keep one document in each file.",
        "文書を1つにしてください。1つのファイルに書けるのは1つの文書です。",
    ),
    "P151": (
        "this character ({which}) belongs to one office or company only and cannot be shown anywhere else",
        "この文字({which})は外字で、ほかの環境では表示できません",
        "Write another character for it, such as the kana of a name.",
        "仮名や別の字体など、外字でない文字に直してください。",
    ),
    "P152": (
        "this is neither UTF-8 nor CP932 (Shift_JIS): as CP932 it would say '{found}' here",
        "UTF-8でもCP932(Shift_JIS)でもないようです。CP932として読むと、ここが「{found}」になります",
        "Save the file again as UTF-8 in the editor it was written with.",
        "書いたときのエディターで、文字コードをUTF-8にして保存し直してください。",
    ),
}
"""Message and cure of each code in both languages, with `{names}` for what the author wrote."""

document_problem = partial(tabled, FAULTS)
"""Makes the problem with a code of the table."""
