"""What the screening of many projects says, in both languages side by side."""

from __future__ import annotations

from ...engine.problems.problem import Texts

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
    "either": {"en": "One of these holds", "ja": "どれかが成り立つ指摘"},
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
    "screen.either": {"en": "one of these: {titles}", "ja": "次のどれか：{titles}"},
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
