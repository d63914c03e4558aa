"""Words and sentences that several reports share."""

from __future__ import annotations

from ...engine.problems.problem import Texts

TEXTS: dict[str, Texts] = {
    "article": {
        "en": "Source: {name}. Guidance is the article's; advice, owner, severity and verdict are ours.",
        "ja": "出典：{name}。指針は論文によるもので、助言・担当・重要度・判定は当方によるものです。",
    },
    # Words that stand in many places
    "unknown": {"en": "unknown", "ja": "未確認"},
    "not_given": {"en": "Not given", "ja": "未記入"},
    "yes": {"en": "yes", "ja": "はい"},
    "no": {"en": "no", "ja": "いいえ"},
    "none": {"en": "none", "ja": "なし"},
    # Verdict: two sentences, what decides it and what would change it
    "verdict": {"en": "Verdict", "ja": "判定"},
    "verdict.open": {
        "en": "The missing answers may lead to anything from “{worst}” to “{best}”.",
        "ja": "残りの答えによって、判定は「{worst}」から「{best}」までのいずれかになります。",
    },
    "verdict.open.most": {
        "en": "The missing answers may lead to anything from “{worst}” to, at the very best, “{best}”.",
        "ja": "残りの答えによって、判定は「{worst}」から、よくても「{best}」までのいずれかになります。",
    },
    "verdict.stays": {
        "en": "No missing answer changes the verdict.",
        "ja": "残りの答えがどうであっても、この判定は変わりません。",
    },
    "fact_of": {"en": "{fact} ({subject})", "ja": "{subject}：{fact}"},
    "labelled": {"en": "{label}: {text}", "ja": "{label}：{text}"},
    "advice.about": {"en": "{element} “{name}”", "ja": "{element}「{name}」"},
    "joint.comma": {"en": ", ", "ja": "、"},
    "joint.semicolon": {"en": "; ", "ja": "、"},
    "joint.values": {"en": ", ", "ja": "・"},
    "joint.slash": {"en": "; ", "ja": "／"},
    "joint.stop": {"en": "; ", "ja": "。"},
    "joint.sentence": {"en": ". ", "ja": "。"},
    "joint.space": {"en": " ", "ja": ""},
    "joint.plus": {"en": " + ", "ja": " ＋ "},
    "section.abstract": {"en": "abstract", "ja": "要約"},
    "unit.persons": {"en": "{n:,} {n:person|persons}", "ja": "{n:,}人"},
    "unit.months": {"en": "{n:g} {n:month|months}", "ja": "{n:g}か月"},
    "and_more": {"en": "{items} and {n} more", "ja": "{items}ほか{n}件"},
    # Lines of a condition
    "condition.all": {"en": "all of these", "ja": "次のすべて"},
    "condition.any": {"en": "at least one of these", "ja": "次のどれか一つ以上"},
    "condition.not": {"en": "this is not so", "ja": "次のことは当てはまらない"},
    "condition.with": {"en": " with", "ja": "次に当てはまる"},
    "condition.following": {"en": " with the following", "ja": "次に当てはまる"},
    "condition.body": {"en": "it is so that", "ja": "次のことが言える"},
    "condition.because": {"en": "{text}, because", "ja": "{text}（次のことから）"},
    # Who acts
    "owner.company_top": {"en": "Top of the company", "ja": "自社のトップ"},
    "owner.project_lead": {"en": "Project lead", "ja": "事業責任者"},
    "owner.municipality": {"en": "Municipality", "ja": "自治体"},
    "owner.coordinator": {"en": "Coordinator", "ja": "コーディネーター"},
    "owner.organisation": {"en": "The organisation concerned", "ja": "該当する組織"},
    "owner.champion.of": {"en": "Champion of {organisation}", "ja": "{organisation}の担い手"},
    "owner.university": {"en": "University", "ja": "大学"},
    "owner.local_company": {"en": "Local company", "ja": "現地企業"},
}
