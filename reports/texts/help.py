"""The help of the command line: the first screen and topics; in Japanese by its English text.

What a command and its options are for stands beside them, in English; here is what that is in Japanese.
"""

from __future__ import annotations

from ..writers.console import BUG, FAILED, INPUT, INTERRUPTED, OK, RULES, USAGE
from .examples import EXAMPLES

_FIRST = (
    ("advise init", "write a project file to start from"),
    ("advise ask project.json", "answer questions instead of writing it by hand"),
    ("advise project.json", "review it and write project.memo.html beside it"),
    ("advise check *.json --fail-on major", "for scripts: exit code 1 where something major is found"),
    ("advise explain COM-01 project.json", "why a finding is there, or why it is not"),
    ("advise --help", "all commands"),
)

TOPICS = ("exit-codes",)

MEANINGS: dict[int, str] = {
    OK: "reviewed; nothing at or above --fail-on (which is 'never' unless given: findings are advice)",
    FAILED: "reviewed; something at or above --fail-on, or a scenario or a claim about the rules that does not hold",
    USAGE: "wrong use of the command",
    INPUT: "a project or a scenario could not be read or is not valid, or a file could not be written",
    RULES: "the rules or the profile are not valid",
    BUG: "a bug in advise; nothing was decided (--debug shows where)",
    INTERRUPTED: "interrupted",
}

JAPANESE: dict[str, str] = {
    # Commands
    "Answer and read the projects of a folder in a browser on this computer.": (
        "フォルダーの事業を、このパソコンのブラウザーで答え、読みます。"
    ),
    "Nobody else can open the pages, and nothing is sent anywhere: the address holds a word that is new each time.": (
        "ほかの人は開けず、外へは何も送られません。アドレスには毎回新しい合い言葉が入ります。"
    ),
    "The port; else one that is free.": "ポート番号。指定しなければ空いているものを使います。",
    "Open the address in the browser.": "アドレスをブラウザーで開きます。",
    "Review a digital project for a city and say what to put right first.": (
        "都市で進めるデジタル事業を点検し、先に直すことを示します。"
    ),
    "A project in the place of a command is reviewed: advise project.json": (
        "コマンドの代わりに事業のファイルを書くと、その事業を点検します: advise project.json"
    ),
    "Review projects and write the memo of each beside it.": "事業を点検し、それぞれのファイルの隣にメモを書きます。",
    (
        "PROJECT is a JSON or YAML file, or - for standard input. The memo, project.memo.html, is written with the "
        "format text, except for standard input and where --set assumes facts."
    ): (
        "PROJECT は JSON か YAML のファイルです。標準入力なら - と書きます。メモ project.memo.html は形式が text のと"
        "きに書きます。標準入力のときと、--set で事実を仮定したときは書きません。"
    ),
    "Write the memo of a project, by default beside it as project.memo.html.": (
        "事業のメモを書きます。指定がなければ、隣に project.memo.html として置きます。"
    ),
    "Explain a finding: what its rule says, and for a project why it is there or not.": (
        "指摘を説明します。規則の内容と、事業については、なぜその指摘があるのか(ないのか)を示します。"
    ),
    (
        "CODE is the code of a rule (COM-01), a fact (top.visited_site), a fact that follows from others "
        "(commitment.at_top) or a statement of the article (G167). For a project it tells what follows from each "
        "value of a fact, and why a fact that follows from others has its value."
    ): (
        "CODE には、規則のコード(COM-01)、事実(top.visited_site)、ほかの事実から決まる事実(commitment.at_top)、論文の記"
        "述(G167)のどれかを書きます。事業を書くと、事実の値ごとに何が変わるかや、ほかの事実から決まる事実がなぜその値"
        "なのかを示します。"
    ),
    "Find the least that must change for a better verdict, and tell it as steps.": (
        "判定を良くする、必要最小限の変更を探し、手順として示します。"
    ),
    "Tell what became different, and what made the difference: the project, the rules, a parameter, a response.": (
        "何が変わったか、その原因が事業、規則、目安、指摘についての判断のどれかを示します。"
    ),
    "OLD and NEW are project files, or assessments that were saved with: advise check PROJECT -f json -o FILE": (
        "OLD と NEW には、事業のファイルか、次のように保存した結果を書きます: advise check PROJECT -f json -o FILE"
    ),
    "Put candidate cities, or variants, side by side: in words, without a score, in the order given.": (
        "候補の都市や案を、点数を付けずに、書いた順に言葉で並べます。"
    ),
    "Judge many projects at a time, and write tables of results and a page that sums them up.": (
        "多くの事業をまとめて確かめ、結果の表と、全体をまとめたページを書きます。"
    ),
    "Tell in the page what changed since the results of an earlier run.": "以前の結果から変わったことをページに示します。",
    "Write the memo of each project as well, which takes much longer.": "事業ごとのメモも書きます。時間は大幅に延びます。",
    "Of --memos, only that of the project with this number. Repeatable.":
        "--memos のうち、この番号の事業のメモだけを書きます。何度でも指定できます。",
    (
        "INPUT is a folder of project files, an .ndjson file with a project on each line, or a table with one on each row: "
        ".csv, .xlsx, .ods or .parquet, with further sheets for organisations and other lists. The answers are those of: advise PROJECT"
    ): (
        "INPUT は、事業のファイルを入れたフォルダー、一行に一事業の .ndjson、または一行に一事業の表(.csv、.xlsx、.ods、"
        ".parquet)です。"
        "組織などの一覧は別のシートに書きます。判定は advise PROJECT と同じです。"
    ),
    "A .html, .xlsx, .csv, .ndjson, .parquet or .duckdb file. Repeatable.": (
        ".html、.xlsx、.csv、.ndjson、.parquet、.duckdb のファイル。何度でも指定できます。"
    ),
    "Go on where a run over the same files was stopped.": "同じファイルについて中断した実行を、続きから行います。",
    "Show the columns that a rule reads, and its findings in SQL.": "規則が読む列と、その指摘を取り出す SQL を示します。",
    "What the columns and values of a table mean (.yaml).": "表の列と値の意味を書いたファイル(.yaml)。",
    "Write such a file for INPUT, to be looked through.": "INPUT について、その案を書きます。確かめてから使ってください。",
    "Write the table to fill in, an .xlsx file, and judge nothing.": "書き込む表を .xlsx で作ります。判定はしません。",
    "End with exit code 0 as long as no more projects than this cannot be read.": (
        "読めない事業がこの数までなら、終了コードを 0 にします。"
    ),
    "Print the JSON Schema of a project file, which editors complete and explain from.": (
        "事業のファイルの JSON Schema を表示します。エディターの補完と説明に使われます。"
    ),
    "Write a project file to start from, and beside it the schema that editors explain it with.": (
        "書き始めるための事業のファイルと、エディターの補完に使うスキーマを隣に書きます。"
    ),
    "Ask what can still change the advice, page by page; each answer is written into the project file at once.": (
        "助言を変え得ることを、ページごとに質問します。答えはそのつど事業のファイルに書き込みます。"
    ),
    "FACT, such as top.visited_site or organisations/city.kind, asks for this one only, also where it has an answer. The "
    "list at the end (r at any time) shows all answers; each can be changed.": (
        "FACT に top.visited_site や organisations/city.kind のように書くと、答えがあってもそれだけを聞きます。"
        "最後の一覧（途中なら r）ですべての答えを見て、どれでも答え直せます。"
    ),
    "Check this installation: Python, packages, rules, rule engine, encoding, cache.": (
        "動作環境を確かめます: Python、パッケージ、規則、規則エンジン、文字コード、キャッシュ。"
    ),
    "Print what makes a shell complete commands, codes and facts.": (
        "シェルでコマンド、番号、事実を補完するための設定を表示します。"
    ),
    "Explain a command or a topic: exit-codes.": "コマンド、または項目 exit-codes(終了コード)を説明します。",
    "Look at the rules, check and test them, and write new ones.": "規則を見る、確かめる、試す、新しく書く。",
    "List all rules: code, severity and title.": "すべての規則を一覧にします: 番号、重要度、題。",
    "Show the file of a rule, given its code, its name or the fact that it derives.": (
        "規則のファイルを表示します。番号、名前、または規則が導く事実を書きます。"
    ),
    "Check a folder of rules; all problems are shown at once.": (
        "規則のフォルダーを確かめ、問題をすべて一度に示します。"
    ),
    "Run the scenarios of the rules and show which do not hold.": (
        "規則のシナリオを実行し、成り立たないものを示します。"
    ),
    (
        "The feature files are in the folder 'features' of the rules, else beside it. With CODE, only the scenarios "
        "that speak of these rules are run."
    ): (
        "シナリオは、規則のフォルダーの中か隣の features にあります。CODE を書くと、その規則に触れるシナリオだけを実"
        "行します。"
    ),
    "Prove of every possible project what the rules can say, or show a project that breaks it.": (
        "あらゆる事業について規則が言い得ることを証明し、破る例があれば示します。"
    ),
    (
        "It is asked whether every rule, severity, derived value and verdict can occur, whether a rule brings another one of its "
        "kind with it unsaid, whether every fact matters and a better one never harms, and what the folder claims claims."
    ): (
        "どの規則・重要度・導かれる値・判定も現れ得るか、ある規則が断りなく同種の別の規則を必ず伴わないか、どの事実にも意味があり、"
        "より良い答えが不利にならないか、claims フォルダーの主張が成り立つかを調べます。"
    ),
    "json and sarif: standard output is one document.": "json と sarif では、標準出力が一つの文書になります。",
    "The most elements of each list that are looked at; else as many as rules count, at least 3.": (
        "各一覧で調べる要素の数の上限。指定がなければ規則が数える数まで（少なくとも3）。"
    ),
    "The most seconds of processor time for one question.": "一つの問いにかける処理時間の上限（秒）。",
    "Folder for the projects that show what was found.": "見つかったことを示す事業ファイルのフォルダー。",
    (
        "Tell what a change of the rules changes: for each meaning a smallest project, reviewed by both, or the proof of none."
    ): "規則の変更で何が変わるかを示します。変わる意味ごとに両方で確かめた最小の例を、変わらなければその証明を示します。",
    (
        "OLD and NEW are folders, revisions of git (HEAD~1) or both (HEAD~1:rules); without NEW, it is the rules of --rules."
    ): "OLD と NEW には、フォルダー、git のリビジョン（HEAD~1）、その両方（HEAD~1:rules）を書けます。NEW がなければ --rules の規則です。",
    "Change the rules in one place after the other, and tell which changes no scenario notices.": (
        "規則を一か所ずつ変え、どのシナリオも気づかない変更を示します。"
    ),
    (
        "With CODE, only these rules are changed; derived facts, $parameters and 'verdict' can be named, too. What is proved to "
        "be no change does not count; of the others the scenario is written that would notice it."
    ): (
        "CODE を書くと、その規則だけを変えます。導かれる事実、$parameter、verdict も書けます。違いがないと証明できた変更は数えません。"
        "ほかの変更には、気づくためのシナリオを書いて示します。"
    ),
    "Let all interpreters review projects that are drawn at random; a difference is a bug, told with a smallest project.": (
        "無作為に作った事業を、すべての処理系で判定します。違いがあれば不具合として、最小の例とともに示します。"
    ),
    "How long projects are drawn.": "事業を作り続ける秒数。",
    "Which projects are drawn: the same number draws the same ones.": "どの事業を作るか。同じ数なら同じ事業を作ります。",
    "Make only so many changes, always the same ones.": "この数だけ変えます。選ばれる変更はいつも同じです。",
    "End with exit code 1 where a smaller share of the changes is noticed.": (
        "気づいた変更の割合がこれより小さいとき、終了コード 1 で終わります。"
    ),
    "Write the scenarios that are missing to a .feature file.": "足りないシナリオを .feature ファイルに書きます。",
    "Change only what was edited since a folder or a revision of git (HEAD~1).": "フォルダーまたは git のリビジョン（HEAD~1）"
    "から編集されたものだけを変えます。",
    "Folder of projects: tell which of them change, and how.": "事業のフォルダー。どの事業がどう変わるかを示します。",
    "Write the policy book: pages that show every rule, its grounds and its scenarios to people.": (
        "規則集のページを書きます。すべての規則を、根拠とシナリオとともに示します。"
    ),
    (
        "The pages are in Japanese and English, need no network, and show how the scenarios ended when they were "
        "last run with 'advise rules test'."
    ): (
        "ページは日本語と英語で、ネットワークは要りません。シナリオについては、最後に 'advise rules test' で実行した"
        "結果を示します。"
    ),
    "Write the file of a new rule, to be filled in.": "新しい規則のひな形を書きます。",
    "Show what became of every statement of the article: a rule, or the reason why not.": (
        "論文のそれぞれの記述が、どの規則になったか、ならなかった理由は何かを示します。"
    ),
    # Options
    "Show the version and exit.": "版を表示して終わります。",
    "Show this message and exit.": "この説明を表示して終わります。",
    "Language; else the project's, else the locale's.": (
        "言語。指定がなければ事業のファイル、次に環境の設定に従います。"
    ),
    "Assume a fact for this run, such as organisations/city.involved=true. Repeatable.": (
        "今回だけ事実を仮定します。例: organisations/city.involved=true。何度でも書けます。"
    ),
    "Tell in the memo what changed since this saved assessment (-f json).": (
        "保存した結果(-f json)から変わったことをメモに書きます。"
    ),
    "Folder with the rules; else those that come with advise.": (
        "規則のフォルダー。指定がなければ advise に付属の規則を使います。"
    ),
    "Parameters of your own; else advise.yaml beside the project.": (
        "組織の目安を書いたプロファイル。指定がなければ事業の隣の advise.yaml を使います。"
    ),
    "Date of the review (2026-11-22); else today.": "確かめる日付(例: 2026-11-22)。指定がなければ今日。",
    "json: standard output is one document, also when there is no result.": (
        "json では、標準出力全体が一つの JSON 文書になります。結果がないときも同じです。"
    ),
    "json: standard output is one document.": "json では、標準出力全体が一つの JSON 文書になります。",
    "Show everything.": "すべて表示します。",
    "Show the verdict and the counts only.": "判定と件数だけを表示します。",
    "NO_COLOR and FORCE_COLOR are heeded, too.": "NO_COLOR と FORCE_COLOR にも従います。",
    "Write [MAJOR] and the like in place of signs.": "記号の代わりに [MAJOR] などと書きます。",
    "Show where a bug in advise happened.": "advise の不具合が起きた箇所を表示します。",
    "Write the result to a file, with .json as -f json; with .html, .md, .docx or .pdf, the memo.":
    "結果をファイルに書きます。.json なら -f json と同じ形で、.html、.md、.docx、.pdf ならメモを書きます。",
    "Write no memo beside the project.": "事業の隣にメモを書きません。",
    "End with exit code 1 from this severity on; 'unknown' also when a point could not be checked.": (
        "この重要度以上の指摘があれば終了コード 1 で終わります。unknown では、確かめられない点が残るときも 1 になり"
        "ます。"
    ),
    "A .html, .md, .docx or .pdf file; - or -.pdf is standard output. Repeatable.": (
        ".html、.md、.docx、.pdf のファイル。- や -.pdf は標準出力。何度でも書けます。"
    ),
    "A .docx of your office; the memo takes its styles, header and footer.": (
        "組織の様式の .docx。そのスタイル、ヘッダー、フッターを使います。"
    ),
    "Open all that is folded, on paper as well.": "折りたたんだ部分もすべて開きます。印刷にも出ます。",
    "Only what this is about, such as organisations/city.": "この対象についてだけ説明します。例: organisations/city",
    "Name only a project: show the findings that nearly apply to it.": (
        "事業だけを書きます。もう少しで当てはまる指摘を示します。"
    ),
    "The verdict to reach; else the next better one.": "目指す判定。指定がなければ、一段良い判定。",
    "Folder with the rules of OLD, where they were others.": "OLD の規則が別のものなら、そのフォルダー。",
    "Parameters of OLD, where they were others.": "OLD のプロファイルが別のものなら、そのファイル。",
    "Write a .html, .md or .json file.": ".html、.md、.json のファイルに書きます。",
    "Write it to a file.": "ファイルに書きます。",
    "Who answers; else your account. Kept with a source, or no value.": (
        "答える人の名前。なければアカウント名。根拠のある答えと、値のない答えに残します。"
    ),
    (
        "Write into the project file who puts a finding right by when, or that it is accepted, postponed, not applicable."
    ): "指摘を誰がいつまでに直すか、または受け入れ・先送り・対象外とするかを、事業のファイルに書きます。",
    (
        "CODE is the code of the finding (COM-01), PROJECT is project.json where it is left out. What the file says about the "
        "finding already is replaced; nothing else is touched."
    ): "CODE は指摘のコード(COM-01)です。PROJECT を書かなければ project.json です。同じ指摘についての前の判断は置き換え、ほかは変えません。",
    "Decide about this one only, such as organisations/city.": "この対象についてだけ決めます。例: organisations/city",
    "Somebody puts it right; needs --who, --until or both.": "誰かが直します。--who か --until、または両方が要ります。",
    "It is right, and stays; needs --reason.": "指摘のとおりで、このままとします。--reason が要ります。",
    "Not before a day; needs --until and --reason.": "その日まで先送りします。--until と --reason が要ります。",
    "It does not apply here; needs --reason.": "この事業には当てはまりません。--reason が要ります。",
    "Take out what was decided about it.": "この指摘についての判断を消します。",
    "Who puts it right.": "直す人。",
    "By which day, or the last day that it is postponed (2026-11-22).": "直す期限の日、または先送りの最後の日(例: 2026-11-22、令和8年11月22日)。",
    "Why.": "理由。",
    "Who decides; else the name of your account.": "決める人。指定がなければアカウント名。",
    "Ask once more what was not known.": "分からなかったことをもう一度聞きます。",
    "Put questions to other people in an Excel workbook, and take their answers in.": (
        "質問をExcelの質問票にして人に送り、戻ってきた答えを取り込みます。"
    ),
    "Write the questions that are open into a workbook.": "まだ答えのない質問を、Excelの質問票に書き出します。",
    "A blank cell stays open; answers are chosen from lists, and nothing but the yellow cells is filled in.": (
        "答えは一覧から選び、書き込むのは黄色い欄だけです。空欄は未回答のまま残ります。"
    ),
    "The .xlsx file; else beside the project.": "書き出す .xlsx のファイル。指定がなければ事業の隣。",
    "Only what one can answer: organisations/city, or its name.": "一つの相手への質問だけ。organisations/city か、その名前。",
    "Who asks and gets it back; else the name of your account.": "質問し、返送を受ける人。指定がなければアカウント名。",
    "With what is answered already, to be looked over.": "答えがあるものも、確かめられるように載せます。",
    "Write the answers of a workbook that came back into the project, all or none.": (
        "戻ってきた質問票の答えを、事業のファイルにまとめて書き込みます。"
    ),
    (
        "SHEET is an .xlsx or .ods file. Every cell that is no answer, or no longer stands beside its question, is named, "
        "and then nothing is written."
    ): (
        "SHEET には .xlsx か .ods のファイルを書きます。答えとして読めない欄や、質問と別の行に移った答えがあれば、すべて示"
        "し、何も書き込みません。"
    ),
    "Who answered; else what the workbook says.": "答えた人。指定がなければ質問票に書かれた名前。",
    "Which answer counts where the project was changed meanwhile.": "その間に事業のファイルも変わっていたとき、残す答え。",
    "The project has another name than when the sheet was made.": "質問票を作ったあとで事業の名前を変えた場合に付けます。",
    "Show what would change, and write nothing.": "変わることを示すだけで、書き込みません。",
    "Only the rules of one area.": "一つの分野の規則だけ。",
    "Folder for the pages.": "ページを置くフォルダー。",
    "Folder with your rules.": "自分の規則のフォルダー。",
    # What stands around them
    "Usage:": "使い方:",
    "Options": "オプション",
    "Commands": "コマンド",
    "Examples": "例",
    "Exit codes": "終了コード",
    "default: {default}": "既定値: {default}",
    "required": "必須",
    # Exit codes
    "reviewed; nothing at or above --fail-on (which is 'never' unless given: findings are advice)": (
        "確かめました。--fail-on 以上の指摘はありません(指定がなければ never。指摘は助言です)"
    ),
    "reviewed; something at or above --fail-on, or a scenario or a claim about the rules that does not hold": (
        "確かめました。--fail-on 以上の指摘か、成り立たないシナリオがあります"
    ),
    "wrong use of the command": "コマンドの使い方の誤り",
    "a project or a scenario could not be read or is not valid, or a file could not be written": (
        "事業やシナリオを読めないか内容に誤りがある、またはファイルに書けない"
    ),
    "the rules or the profile are not valid": "規則またはプロファイルの誤り",
    "a bug in advise; nothing was decided (--debug shows where)": (
        "advise の不具合。何も判定していません(--debug で箇所を表示)"
    ),
    "interrupted": "中断",
    # Without arguments
    "write a project file to start from": "書き始めるための事業のファイルを作る",
    "answer questions instead of writing it by hand": "手で書く代わりに、質問に答える",
    "review it and write project.memo.html beside it": "確かめて、隣に project.memo.html を書く",
    "for scripts: exit code 1 where something major is found": "自動検査用: 重要な指摘があれば終了コード 1",
    "why a finding is there, or why it is not": "なぜその指摘があるのか、ないのか",
    "all commands": "すべてのコマンド",
}  # fmt: skip


def in_language(text: str, language: str) -> str:
    """Return a text of the help in a language; in English where it has no other.

    >>> in_language("Options", "ja"), in_language("Options", "en")
    ('オプション', 'Options')
    """
    return JAPANESE.get(text, text) if language == "ja" else text


def first_screen(language: str) -> str:
    """Return what is shown without arguments."""
    columns = max(len(command) for command, _ in _FIRST) + 4
    return "".join(f"{command:<{columns}}{in_language(meaning, language)}\n" for command, meaning in _FIRST)


def exit_code_table(language: str) -> str:
    """Return the exit codes with what they mean."""
    lines = [f"  {code:>3}  {in_language(meaning, language)}\n" for code, meaning in MEANINGS.items()]
    return "".join([f"{in_language('Exit codes', language)}:\n", *lines])


def epilog(command: str) -> str:
    r"""Return what stands below the help of a command; `\b` keeps the lines as they are."""
    examples = "\n".join(f"  {example}" for example in EXAMPLES[command])
    return f"\b\nExamples:\n{examples}\n\nExit codes: advise help exit-codes"
