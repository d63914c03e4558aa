"""What the policy book says besides the texts of the knowledge base, in both languages side by side."""

from __future__ import annotations

from ...engine.problems.problem import Texts

TEXTS: dict[str, Texts] = {
    "book.title": {"en": "Policy book", "ja": "規則の手引き"},
    "intro": {
        "en": "What the rules say, why, and how that is tested, for people who do not program. "
        "Every page is made from rules {version} and never written by hand.",
        "ja": "規則の内容と根拠、その確かめ方を、プログラムを書かない方に向けて示します。"
        "どのページも規則集 {version} から自動で作成しています。",
    },
    "book.coverage": {
        "en": "Of {n} statements of the source, {encoded} are carried by rules, {evidence} are evidence only and {context} are "
        "background only.",
        "ja": "出典の記述{n}件のうち、{encoded}件は規則にあり、{evidence}件は根拠、{context}件は背景としてだけ扱います。",
    },
    "results": {
        "en": "{n} {n:scenario|scenarios}; last run on {on}: {passed} passed, {failed} failed.",
        "ja": "シナリオ{n}件。最後の実行（{on}）では合格{passed}件、不合格{failed}件です。",
    },
    "results.none": {
        "en": "{n} {n:scenario|scenarios}, not run with these rules yet: advise rules test",
        "ja": "シナリオ{n}件。この規則ではまだ実行していません（advise rules test で実行します）。",
    },
    "contents": {"en": "On this page", "ja": "このページの内容"},
    "search": {"en": "Search", "ja": "検索"},
    "search.hint": {"en": "words, a code or the number of a statement", "ja": "言葉、コード、記述の番号"},
    "search.found": {"en": "results", "ja": "件"},
    "search.first": {"en": "the first are shown", "ja": "先頭だけ表示"},
    "search.off": {
        "en": "Searching needs JavaScript; the search of your browser finds everything on this page, too.",
        "ja": "検索にはJavaScriptが必要です。ブラウザーのページ内検索でも探せます。",
    },
    "by_section": {"en": "By section of the source", "ja": "出典の節ごと"},
    "by_area": {"en": "By area", "ja": "分野ごと"},
    "section": {"en": "Section {name}", "ja": "{name} 節"},
    "status.encoded": {"en": "carried by", "ja": "規則"},
    "status.evidence": {"en": "evidence only:", "ja": "根拠のみ："},
    "status.context": {"en": "background only:", "ja": "背景のみ："},
    "book.kind.finding": {"en": "finding", "ja": "指摘"},
    "book.kind.prediction": {"en": "what may follow", "ja": "起こり得ること"},
    "book.kind.strength": {"en": "strength", "ja": "強み"},
    "when": {"en": "When it is reported", "ja": "どんなときに示すか"},
    "each": {"en": "Looked at for each {element} in turn.", "ja": "{element}ごとに調べます。"},
    "each.of": {"en": "Looked at for each of these in turn: {values}.", "ja": "次のそれぞれについて調べます：{values}"},
    "unasked": {
        "en": "It judges only what is stated; nothing is asked for it.",
        "ja": "書かれたことだけを見ます。このために質問することはありません。",
    },
    "rests_on": {"en": "Conclusions it rests on", "ja": "もとになる判断"},
    "rests_on.note": {
        "en": "The first line that is certain gives the value.",
        "ja": "上から順に見て、最初に確かになった行の値になります。",
    },
    "book.severity.ours": {
        "en": "The levels of severity are our judgement, guided by how strongly the source puts it.",
        "ja": "重要度の段階は当方の判断です。出典の言い回しの強さに応じて決めています。",
    },
    "if": {"en": "if", "ja": "次の場合"},
    "otherwise": {"en": "otherwise", "ja": "それ以外"},
    "advice": {"en": "What to do", "ja": "対応"},
    "owner": {"en": "Who acts: {names}", "ja": "担当：{names}"},
    "book.source": {"en": "Where it comes from", "ja": "出典"},
    "book.source.ours": {"en": "Not from the source: a check of our own.", "ja": "出典にはない、当方による確認です。"},
    "book.due": {
        "en": "It counts from “{phase}” on. Before that, it is told as what comes next.",
        "ja": "「{phase}」の段階から対象です。それより前は「今後の指摘」として示します。",
    },
    "book.inferred": {
        "en": "What the article says is taken further here: our inference.",
        "ja": "論文の記述を当方が推し進めたもの（当方の推論）です。",
    },
    "book.since": {"en": "Since {day}.", "ja": "{day} から有効です。"},
    "book.since.first": {"en": "There since the first version of the rules.", "ja": "規則集の最初の版からあります。"},
    "book.parameters": {"en": "Reference figures", "ja": "目安"},
    "book.parameters.note": {
        "en": "Quantities that the rules compare with. A profile may give them other values, with a reason that the memo shows.",
        "ja": "規則が比べる数量です。プロファイルで別の値にでき、その理由はメモに示します。",
    },
    "ours": {"en": "our judgement", "ja": "当方の判断"},
    "theirs": {"en": "source, {section}", "ja": "出典 {section}"},
    "used_by": {"en": "used by", "ja": "使う規則"},
    "relations": {"en": "Together with other rules", "ja": "ほかの規則との関係"},
    "replaces": {"en": "Told instead of", "ja": "代わりに示す指摘"},
    "replaced_by": {"en": "Not told where this is found", "ja": "次の指摘があるときは示しません"},
    "book.causes": {"en": "Brought about by", "ja": "もとになる指摘"},
    "caused": {"en": "May lead to", "ja": "つながり得ること"},
    "scenarios": {"en": "Scenarios", "ja": "シナリオ"},
    "scenarios.note": {
        "en": "The policy as examples; each is run as a test.",
        "ja": "方針を例で示したものです。どれもテストとして実行します。",
    },
    "scenarios.none": {"en": "No scenario speaks of this rule.", "ja": "この規則を扱うシナリオはありません。"},
    "scenario.passed": {"en": "passed on {on}", "ja": "合格（{on}）"},
    "scenario.failed": {"en": "failed on {on}", "ja": "不合格（{on}）"},
    "scenario.unrun": {"en": "not run with these rules yet", "ja": "この規則ではまだ実行していません"},
    "examples": {"en": "Examples", "ja": "例"},
    "book.back": {"en": "All rules", "ja": "規則の一覧"},
    "book.other": {"en": "日本語", "ja": "English"},
    "book.written": {
        "en": "{n} pages written. Open {path}",
        "ja": "{n}ページを書きました。{path} を開いてください",
    },
}
