"""What is said of what was proved of a change of rules, in both languages side by side."""

from __future__ import annotations

from ...engine.problems.problem import Texts

TEXTS: dict[str, Texts] = {
    "ruled.title": {"en": "Rules {old} and {new}", "ja": "規則集 {old} と {new}"},
    "ruled.edits": {"en": "Edited", "ja": "変更した箇所"},
    "ruled.edit.added": {"en": "{part} {name}: added", "ja": "{part} {name}：追加"},
    "ruled.edit.removed": {"en": "{part} {name}: removed", "ja": "{part} {name}：削除"},
    "ruled.edit.changed": {"en": "{part} {name}: changed ({fields})", "ja": "{part} {name}：変更（{fields}）"},
    "ruled.edit.reworded": {
        "en": "{part} {name}: reworded ({fields})",
        "ja": "{part} {name}：表現のみ変更（{fields}）",
    },
    "ruled.part.rule": {"en": "rule", "ja": "規則"},
    "ruled.part.derivation": {"en": "derivation", "ja": "導出"},
    "ruled.part.fact": {"en": "fact", "ja": "事実"},
    "ruled.part.list": {"en": "list", "ja": "一覧"},
    "ruled.part.concept": {"en": "derived fact", "ja": "導かれる事実"},
    "ruled.part.parameter": {"en": "parameter", "ja": "目安"},
    "ruled.part.verdict": {"en": "verdict policy", "ja": "判定の方針"},
    "ruled.meanings": {"en": "What it changes", "ja": "変わる意味"},
    "ruled.meaning.found": {"en": "{name} is found by one of them only", "ja": "{name} は一方だけで指摘されます"},
    "ruled.meaning.severity": {"en": "{name} has another severity", "ja": "{name} の重要度が変わります"},
    "ruled.meaning.told": {
        "en": "{name} is found by neither, but one of them cannot tell yet and the other can",
        "ja": "{name} はどちらでも指摘されませんが、一方では判断でき、他方ではまだ判断できません",
    },
    "ruled.meaning.value": {"en": "{name} has another value", "ja": "{name} の値が変わります"},
    "ruled.meaning.worse": {"en": "a verdict becomes worse", "ja": "判定が悪くなることがあります"},
    "ruled.meaning.better": {"en": "a verdict becomes better", "ja": "判定が良くなることがあります"},
    "ruled.open": {"en": "not settled in time: {what}", "ja": "時間内に決まりませんでした：{what}"},
    "ruled.example": {"en": "for example {project}", "ja": "例：{project}"},
    "ruled.anew": {"en": "by the new rules read as {project}", "ja": "新しい規則での読み方：{project}"},
    "ruled.side.before": {"en": "before: {verdict}{findings}", "ja": "前：{verdict}{findings}"},
    "ruled.side.after": {"en": "after: {verdict}{findings}", "ja": "後：{verdict}{findings}"},
    "ruled.findings": {"en": "; {findings}", "ja": "、{findings}"},
    "ruled.finding.of": {"en": "{code} for {subject} ({severity})", "ja": "{subject} の {code}（{severity}）"},
    "ruled.same": {
        "en": "Proved for lists of up to {elements}: {n} {n:question has|questions have} one answer by both.",
        "ja": "要素{elements}個までの一覧について、{n}件の問いの答えは両方で同じであると証明しました。",
    },
    "ruled.alike": {
        "en": "No project with lists of up to {elements} is told anything else: proved.",
        "ja": "要素{elements}個までの一覧をもつどの事業についても、結果は同じです（証明済み）。",
    },
    "ruled.portfolio": {
        "en": "{n} of {total} {total:project|projects} in {folder}",
        "ja": "{folder} の事業{total}件のうち{n}件",
    },
    "ruled.portfolio.none": {
        "en": "None of {total} {total:project|projects} in {folder} changes.",
        "ja": "{folder} の事業{total}件は、どれも変わりません。",
    },
    "ruled.refused.before": {"en": "could not be read before: {problem}", "ja": "前は読めませんでした：{problem}"},
    "ruled.refused.after": {"en": "can no longer be read: {problem}", "ja": "読めなくなります：{problem}"},
    "ruled.unread": {"en": "could not be read by either: {problem}", "ja": "どちらでも読めません：{problem}"},
    "ruled.log": {"en": "For the changelog, under Rules", "ja": "変更履歴の Rules に書くこと"},
    "ruled.log.added": {"en": "- {name} is new: {title}.", "ja": "- {name} を追加：{title}。"},
    "ruled.log.removed": {"en": "- {name} is given up: {title}.", "ja": "- {name} を廃止：{title}。"},
    "ruled.log.found": {"en": "- {name}: when it is found.", "ja": "- {name}：指摘される条件。"},
    "ruled.log.severity": {"en": "- {name}: its severity.", "ja": "- {name}：重要度。"},
    "ruled.log.told": {"en": "- {name}: what must be known to tell.", "ja": "- {name}：判断に必要な事実。"},
    "ruled.log.value": {"en": "- {name}: when it has which value.", "ja": "- {name}：値の決まり方。"},
    "ruled.log.both": {"en": "- Verdicts become better or worse.", "ja": "- 判定が良くも悪くもなることがあります。"},
    "ruled.log.worse": {"en": "- Verdicts can become worse.", "ja": "- 判定が悪くなることがあります。"},
    "ruled.log.better": {"en": "- Verdicts can become better.", "ja": "- 判定が良くなることがあります。"},
    "ruled.log.projects": {"en": "- {n} of {total} projects change.", "ja": "- 事業{total}件のうち{n}件が変わります。"},
    # Changes that scenarios notice
    "changed.sum": {
        "en": "{total} {total:change|changes} of the rules against {cases} {cases:case|cases}: {killed} noticed, {equal} proved to "
        "be none, {left} not noticed, {open} not settled; {percent} % of those that are not proved to be none (rules {version})",
        "ja": "規則の変更{total}通りを{cases}件の例で試しました。気づいた変更{killed}、違いのないことが証明できた変更{equal}、"
        "気づかなかった変更{left}、未決{open}。違いのあり得る変更のうち{percent}%に気づきました (規則集 {version})",
    },
    "changed.unread": {
        "en": "{n} {n:case was|cases were} left out, since sentences of them cannot be meant; advise rules test tells which.",
        "ja": "ほかの例{n}件は、読み取れない文があるため試していません。advise rules test で確かめてください。",
    },
    "changed.left": {"en": "Not noticed:", "ja": "気づかなかった変更："},
    "changed.open": {"en": "Not settled in time:", "ja": "時間内に決まらなかった変更："},
    "changed.one": {"en": "  {where}, {kind}: {what}", "ja": "  {where}、{kind}：{what}"},
    "changed.project": {"en": "    for example {project}", "ja": "    例：{project}"},
    "changed.none": {
        "en": "    no sentence of a scenario tells it",
        "ja": "    シナリオの文では表せません",
    },
    # The interpreters against one another
    "tested.itself": {
        "en": "{n} {n:project|projects} drawn at random (--draw {draw}), concluded about by the reference interpreter and by "
        "{interpreters}: no difference (rules {version})",
        "ja": "無作為に作った事業{n}件（--draw {draw}）を、基準の処理系と{interpreters}で判定しました。違いはありません (規則集 {version})",
    },
    "tested.itself.not": {
        "en": "{n} {n:project|projects} drawn at random (--draw {draw}): a bug in advise, please report it (rules {version})",
        "ja": "無作為に作った事業{n}件（--draw {draw}）で advise の不具合が見つかりました。お知らせください (規則集 {version})",
    },
    "tested.differs": {
        "en": "{interpreter} differs from the reference interpreter:",
        "ja": "{interpreter}が基準の処理系と違います：",
    },
    "tested.project": {"en": "  smallest project: {project}", "ja": "  最小の例：{project}"},
    "tested.interpreter.order": {
        "en": "the reference interpreter with all in another order",
        "ja": "順序を変えた基準の処理系",
    },
    "tested.interpreter.rete": {"en": "durable-rules", "ja": "durable-rules"},
    "tested.interpreter.columns": {"en": "the interpreter for many projects", "ja": "多数の事業の処理系"},
}
