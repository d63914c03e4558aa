"""What only the terminal says, in both languages side by side."""

from __future__ import annotations

from ...engine.problems.problem import Texts

TEXTS: dict[str, Texts] = {
    # Summary
    "assumed": {"en": "What if", "ja": "仮定"},
    "do": {"en": "do", "ja": "対応"},
    "why": {"en": "why", "ja": "根拠"},
    "paper": {"en": "paper", "ja": "指針"},
    "condition": {"en": "rule", "ja": "規則"},
    "back": {"en": "back", "ja": "再掲"},
    "plan": {"en": "plan", "ja": "予定"},
    "causes": {"en": "from", "ja": "原因"},
    "owners": {"en": " ({owners})", "ja": "（{owners}）"},
    "decides": {"en": "decides {codes} (up to {severity})", "ja": "{codes} に関わる（最も重い場合は{severity}）"},
    "folded": {"en": "{parts}: --full", "ja": "{parts}は --full で表示"},
    "folded.blocker": {"en": "{n} {n:blocker|blockers} more", "ja": "停止ほか{n}件"},
    "folded.major": {"en": "{n} major more", "ja": "重要ほか{n}件"},
    "folded.minor": {"en": "{n} minor", "ja": "軽微{n}件"},
    "folded.upcoming": {"en": "{n} still to come", "ja": "今後の指摘{n}件"},
    "folded.predictions": {"en": "{n} {n:thing|things} that may follow", "ja": "起こり得ること{n}件"},
    "folded.waivers": {"en": "{n} accepted, postponed or not applicable", "ja": "受け入れ・先送り・対象外{n}件"},
    "folded.unused": {
        "en": "{n} {n:response|responses} without a finding",
        "ja": "該当する指摘のない判断{n}件",
    },
    "folded.strengths": {"en": "{n} {n:strength|strengths}", "ja": "強み{n}件"},
    "folded.info": {"en": "{n} {n:note|notes}", "ja": "参考{n}件"},
    "about": {"en": "{text} ({subjects})", "ja": "{text}（{subjects}）"},
    "questions.first": {
        "en": "Ask next ({shown} of {n} open questions)",
        "ja": "次に聞くこと（未回答の質問{n}問のうち{shown}問）",
    },
    "questions.all": {"en": "Ask next (all open questions: {n})", "ja": "次に聞くこと（未回答の質問{n}問のすべて）"},
    "questions.rest": {"en": "The others: --full.", "ja": "残りは --full で表示。"},
    "answer": {"en": "Answer with  advise ask {file}", "ja": "答えるには  advise ask {file}"},
    # Hints below it
    "memo": {"en": "Memo  {path}", "ja": "メモ  {path}"},
    "memo.assumed": {
        "en": "No memo was written: it would show what --set assumes. advise memo -o FILE writes one.",
        "ja": "--set の仮定が入るため、メモは書いていません。書くときは advise memo -o ファイル名 とします。",
    },
    "skipped.schema": {
        "en": "{path} was left out: it is the schema that advise wrote, not a project.",
        "ja": "{path} は advise が書いたスキーマ (入力の説明) で、事業ではないため、飛ばしました。",
    },
    "assumed.title": {"en": "Against the file as it is", "ja": "ファイルのままと比べて"},
    "assumed.verdict": {"en": "verdict  {old} -> {new}", "ja": "判定  {old} → {new}"},
    "assumed.appears": {"en": "appears  {glyph} {code} {title}", "ja": "増える  {glyph} {code} {title}"},
    "assumed.later": {"en": "later    {glyph} {code} {title}", "ja": "今後  {glyph} {code} {title}"},
    "assumed.goes": {"en": "goes     {glyph} {code} {title}", "ja": "消える  {glyph} {code} {title}"},
    "assumed.added": {
        "en": "new      {name} ({subject}), which the file does not have",
        "ja": "追加  {name} ({subject})。ファイルにはありません",
    },
    "assumed.nothing": {"en": "No finding appears or goes.", "ja": "増える指摘も解消される指摘もありません。"},
    "written": {"en": "Written  {path}", "ja": "書き出し  {path}"},
    "ended": {"en": "Exit code {code} (--fail-on {level}).", "ja": "終了コード {code}（--fail-on {level}）。"},
    "next.memo": {"en": "Then: advise {path}", "ja": "次に  advise {path}"},
    "next.ask": {
        "en": "Then answer questions: advise ask {path}",
        "ja": "次に、質問に答える：advise ask {path}",
    },
    "next.fill": {
        "en": 'Or replace null by what is known. Editors that read "$schema" offer the facts and explain them.',
        "ja": 'または、分かるものから null を書き換えます。"$schema" を読むエディターでは候補と説明が出ます。',
    },
    "next.rule": {
        "en": "Complete it, then: advise rules check {folder}",
        "ja": "中身を書いたら  advise rules check {folder}",
    },
    # Respond
    "respond.planned": {"en": "Written as planned", "ja": "予定として書きました"},
    "respond.accepted": {"en": "Written as accepted", "ja": "受け入れとして書きました"},
    "respond.postponed": {"en": "Written as postponed", "ja": "先送りとして書きました"},
    "respond.not_applicable": {"en": "Written as not applicable", "ja": "対象外として書きました"},
    "respond.withdrawn": {
        "en": "What was decided about it is taken out of the file.",
        "ja": "この指摘についての判断を、ファイルから消しました。",
    },
    "respond.subject": {"en": "about", "ja": "対象"},
    "respond.who": {"en": "who", "ja": "誰が"},
    "respond.until": {"en": "until", "ja": "期限"},
    "respond.reason": {"en": "reason", "ja": "理由"},
    "respond.by": {"en": "decided by", "ja": "決めた人"},
    "respond.past": {"en": "{until} is over already.", "ja": "{until}はもう過ぎています。"},
    "respond.unused": {
        "en": "There is no such finding in the project now; the decision waits for one.",
        "ja": "いまの事業にこの指摘はありません。指摘が出たときに使われます。",
    },
    "respond.left_out": {
        "en": "Another decision in the file leaves {n} {n:finding|findings} of {code} out all the same.",
        "ja": "同じファイルの別の判断により、{code} の指摘{n}件は除かれたままです。",
    },
    "respond.all": {
        "en": "This is about all {n} findings of {code}; --subject chooses one.",
        "ja": "{code} の指摘{n}件のすべてについての判断です。一つだけなら --subject で選びます。",
    },
    # Doctor
    "doctor.good": {"en": "ok", "ja": "良好"},
    "doctor.bad": {"en": "problem", "ja": "問題"},
    "doctor.note": {"en": "note", "ja": "参考"},
    "next": {"en": "do", "ja": "対処"},
    "doctor.python": {"en": "Python", "ja": "Python"},
    "doctor.advise": {"en": "advise", "ja": "advise"},
    "doctor.packages": {"en": "packages", "ja": "パッケージ"},
    "doctor.missing": {"en": "missing: {names}", "ja": "見つかりません：{names}"},
    "doctor.missing.cure": {
        "en": "Install advise again from where it came: make setup in the checkout, or the .whl file.",
        "ja": "advise を元の配布物（.whl）から入れ直すか、チェックアウトで make setup を実行してください。",
    },
    "doctor.engine": {"en": "rule engine", "ja": "規則エンジン"},
    "doctor.engine.good": {"en": "durable-rules gives the right answer", "ja": "durable-rules が正しく答えています"},
    "doctor.engine.alone": {
        "en": "reviews run on the reference interpreter alone; durable-rules, which checks it, is not installed",
        "ja": "基準の処理系だけで判定します。それを確かめる durable-rules がありません",
    },
    "doctor.engine.alone.cure": {
        "en": "Nothing, or with a C compiler: {install}",
        "ja": "このままでも使えます。Cコンパイラーがあれば：{install}",
    },
    "doctor.engine.cure": {
        "en": "Install advise again; durable_rules is compiled then, which needs a C compiler.",
        "ja": "advise を入れ直してください。durable_rules のコンパイルにCコンパイラーが必要です。",
    },
    "doctor.encoding": {"en": "encoding", "ja": "文字コード"},
    "doctor.encoding.good": {
        "en": "{encoding} can show Japanese and all signs",
        "ja": "{encoding} で日本語と記号を表示できます",
    },
    "doctor.encoding.bad": {
        "en": "{encoding} cannot show Japanese",
        "ja": "{encoding} では日本語を表示できません",
    },
    "doctor.encoding.cure": {
        "en": "Set PYTHONUTF8=1, or use --lang en --ascii.",
        "ja": "環境変数 PYTHONUTF8=1 を設定するか、--lang en --ascii を使ってください。",
    },
    "doctor.language": {"en": "language", "ja": "言語"},
    "doctor.language.good": {
        "en": "English, unless --lang or the project file says ja",
        "ja": "英語 (--lang または事業のファイルに ja とあれば日本語)",
    },
    "doctor.language.good.ja": {
        "en": "Japanese, unless --lang or the project file says en",
        "ja": "日本語 (--lang または事業のファイルに en とあれば英語)",
    },
    "doctor.cache": {"en": "cache folder", "ja": "キャッシュ"},
    "doctor.cache.bad": {
        "en": "{folder} cannot be written to; everything works, but each start reads all rules again",
        "ja": "{folder} に書けません。動作に支障はありませんが、起動のたびに規則を読み直します",
    },
    "doctor.cache.homeless": {
        "en": "you have no home folder; everything works, but each start reads all rules again",
        "ja": "ホームフォルダーがありません。動作に支障はありませんが、起動のたびに規則を読み直します",
    },
    "doctor.cache.foreign": {
        "en": "others can write to {folder}, so it is not relied on; everything works, but each start reads all rules again",
        "ja": "{folder} はほかの人も書けるので使いません。動作に支障はありませんが、起動のたびに規則を読み直します",
    },
    "doctor.cache.cure": {
        "en": "Name another folder in ADVISE_CACHE.",
        "ja": "環境変数 ADVISE_CACHE で別のフォルダーを指定してください。",
    },
    "doctor.rules": {"en": "rules", "ja": "規則集"},
    "doctor.rules.bad": {"en": "{n} {n:problem|problems}", "ja": "問題{n}件"},
    "doctor.rules.cure": {"en": "advise rules check shows them.", "ja": "advise rules check で確かめてください。"},
    "doctor.fonts": {"en": "fonts", "ja": "フォント"},
    "doctor.fonts.good": {
        "en": "one for Japanese is there, which PDF needs",
        "ja": "PDFに使う日本語のフォントがあります",
    },
    "doctor.fonts.note": {
        "en": "none for Japanese: a PDF shows code points in its place",
        "ja": "日本語のフォントがありません。PDFでは文字の代わりに番号が出ます",
    },
    "doctor.fonts.cure": {
        "en": "Install one, such as Noto Sans CJK JP; the page and Word need none.",
        "ja": "Noto Sans CJK JP などを入れてください。ページとWordには要りません。",
    },
    "doctor.extras": {"en": "besides", "ja": "追加の機能"},
    "doctor.extras.cure": {
        "en": "For more: {install}",
        "ja": "ほかも使うなら：{install}",
    },
    "doctor.extra.office": {"en": "Word and Excel", "ja": "WordとExcel"},
    "doctor.extra.pdf": {"en": "PDF", "ja": "PDF"},
    "doctor.extra.web": {"en": "browser (advise serve)", "ja": "ブラウザー (advise serve)"},
    "doctor.extra.portfolio": {"en": "many projects (advise screen)", "ja": "多数の事業 (advise screen)"},
    "interrupted": {"en": "interrupted; no result", "ja": "中断しました。結果はありません"},
    # A bug of the product
    "bug.head": {
        "en": "This is a bug in advise, not a fault of your project or your rules. Nothing was decided.",
        "ja": "advise の不具合です。事業のファイルや規則の誤りではありません。判定はしていません。",
    },
    "bug.disagreement": {
        "en": "The two interpreters of the rules concluded differently, so no memo is given:",
        "ja": "規則を処理する2つの仕組みの結論が一致しなかったため、メモは出していません：",
    },
    "bug.report": {
        "en": "Please report it to whoever gave you advise, with the lines from here to the end and, if you may share it, "
        "the project file.",
        "ja": "advise の提供元に、ここから最後の行までと、差し支えなければ事業のファイルを添えて知らせてください。",
    },
    "bug.debug": {"en": "--debug shows where it happened.", "ja": "--debug を付けると発生箇所を表示します。"},
}
