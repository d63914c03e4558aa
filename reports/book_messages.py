"""What the policy book says besides the texts of the knowledge base, in both languages side by side."""

from __future__ import annotations

from ..engine.language.problem import Texts

_MESSAGES: dict[str, Texts] = {
    "title": {"en": "Policy book", "ja": "規則の手引き"},
    "intro": {
        "en": "Every statement of the article with the rules that carry it, and every rule in words. Made from rules {version}.",
        "ja": "論文の記述ごとに対応する規則を示し、それぞれの規則を言葉で説明します。規則集 {version} から作成しました。",
    },
    "coverage": {
        "en": "{encoded} statements are carried by rules, {evidence} are evidence only, {context} are context only.",
        "ja": "{encoded} 件は規則になっています。{evidence} 件は根拠、{context} 件は背景としてだけ扱います。",
    },
    "search": {"en": "Search", "ja": "検索"},
    "search.hint": {"en": "Words, a code or a statement number", "ja": "言葉、コード、または記述の番号"},
    "search.found": {"en": "results", "ja": "件"},
    "by_section": {"en": "By section of the article", "ja": "論文の節ごと"},
    "by_area": {"en": "By area", "ja": "領域ごと"},
    "section": {"en": "Section {name}", "ja": "{name} 節"},
    "status.encoded": {"en": "carried by", "ja": "規則"},
    "status.evidence": {"en": "evidence only", "ja": "根拠のみ"},
    "status.context": {"en": "context only", "ja": "背景のみ"},
    "kind.finding": {"en": "finding", "ja": "指摘"},
    "kind.prediction": {"en": "prediction", "ja": "起こり得ること"},
    "kind.strength": {"en": "strength", "ja": "強み"},
    "when": {"en": "Reported when", "ja": "次のとき指摘します"},
    "rests_on": {"en": "It rests on", "ja": "もとになる見立て"},
    "severity": {"en": "Severity", "ja": "重要度"},
    "severity.ours": {
        "en": "The severity ladder is ours; the article's own wording decides where a rule stands on it.",
        "ja": "重要度の段階は当方が設けたものです。論文の言い回しに応じて位置づけています。",
    },
    "if": {"en": "if {when}", "ja": "{when} とき"},
    "otherwise": {"en": "otherwise", "ja": "それ以外"},
    "advice": {"en": "Action", "ja": "対応"},
    "owner": {"en": "Who acts", "ja": "動く人"},
    "source": {"en": "Where the article says so", "ja": "論文の該当箇所"},
    "source.ours": {"en": "Not from the article: our own check of the input.", "ja": "論文ではなく、当方による入力の確認です。"},
    "parameters": {"en": "Parameters", "ja": "パラメータ"},
    "ours": {"en": "our judgement", "ja": "当方の判断"},
    "article": {"en": "article, {section}", "ja": "論文 {section}"},
    "replaces": {"en": "Told instead of", "ja": "代わって示す指摘"},
    "replaced_by": {"en": "Gives way to", "ja": "優先される指摘"},
    "causes": {"en": "May follow from", "ja": "もとになる指摘"},
    "scenarios": {"en": "Scenarios", "ja": "シナリオ"},
    "scenarios.note": {
        "en": "The policy as examples, which are run as tests.",
        "ja": "方針を例で示したものです。テストとして実行されます（英語）。",
    },
    "scenario.passed": {"en": "passed", "ja": "合格"},
    "scenario.failed": {"en": "failed", "ja": "不合格"},
    "scenario.unrun": {"en": "no result at hand", "ja": "結果なし"},
    "back": {"en": "All rules", "ja": "規則の一覧"},
    "other": {"en": "日本語", "ja": "English"},
    "owner.company_top": {"en": "top of the company", "ja": "自社のトップ"},
    "owner.project_lead": {"en": "project lead", "ja": "事業責任者"},
    "owner.municipality": {"en": "municipality", "ja": "自治体"},
    "owner.coordinator": {"en": "coordinator", "ja": "コーディネーター"},
    "owner.organisation": {"en": "the organisation concerned", "ja": "その組織"},
    "owner.university": {"en": "university", "ja": "大学"},
    "owner.local_company": {"en": "local company", "ja": "現地企業"},
}  # fmt: skip


def say(key: str, language: str, **values: object) -> str:
    """Return a text of the book in a language, with its values filled in."""
    return _MESSAGES[key][language].format(**values)
