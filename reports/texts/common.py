"""What the product itself says, in both languages side by side; shared by the memo and the terminal summary.

A Python dict and not YAML, so that a cold start does not load a parser. Texts of the knowledge base (labels, titles,
advice, questions, statements) are not here: they belong to the rules.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...engine.problems.problem import Texts
from .memo import MEMO
from .outlook import OUTLOOK

_SECTIONS: Mapping[str, Texts] = {"要約": {"en": "abstract", "ja": "要約"}}


def section_name(section: str, language: str) -> str:
    """Return what a section of the article is called in a language; numbers stay as they are."""
    return _SECTIONS[section][language] if section in _SECTIONS else section


MESSAGES: dict[str, Texts] = {
    "article": {
        "en": "Source: {name}. Guidance is the article's; advice, owner, severity and verdict are ours.",
        "ja": "出典：{name}。指針は論文によるもので、助言・担当・重要度・判定は当方によるものです。",
    },
    # Words that stand in many places
    "unknown": {"en": "unknown", "ja": "不明"},
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
    "verdict.stays": {
        "en": "No missing answer changes the verdict.",
        "ja": "残りがどう答えられても、この判定は変わりません。",
    },
    "fact_of": {"en": "{fact} ({subject})", "ja": "{subject}：{fact}"},
    "labelled": {"en": "{label}: {text}", "ja": "{label}：{text}"},
    "colon": {"en": ": ", "ja": "："},
    "unit.persons": {"en": "{n:,} {n:person|persons}", "ja": "{n:,}人"},
    "unit.months": {"en": "{n:g} {n:month|months}", "ja": "{n:g}か月"},
    "and_more": {"en": "{items} and {n} more", "ja": "{items}ほか{n}件"},
    # Counts
    "counts": {"en": "Counts", "ja": "件数"},
    "met": {"en": "clear", "ja": "該当なし"},
    # Who acts
    "owner.company_top": {"en": "Top of the company", "ja": "自社のトップ"},
    "owner.project_lead": {"en": "Project lead", "ja": "事業責任者"},
    "owner.municipality": {"en": "Municipality", "ja": "自治体"},
    "owner.coordinator": {"en": "Coordinator", "ja": "コーディネーター"},
    "owner.organisation": {"en": "The organisation concerned", "ja": "当の組織"},
    "owner.university": {"en": "University", "ja": "大学"},
    "owner.local_company": {"en": "Local company", "ja": "現地企業"},
    **MEMO,
    **OUTLOOK,
}
"""Texts by key; `{n:point|points}` chooses the word for one or for several (English only needs it)."""


class _Number(float):
    """A number that also chooses between two words: `{n:one|several}`; a whole one is written without a point."""

    def __format__(self, spec: str) -> str:
        if "|" in spec:
            return spec.split("|", 1)[float(self) != 1.0]
        return format(int(self) if self.is_integer() else float(self), spec)


def filled(text: str, values: Mapping[str, object]) -> str:
    """Return a text with its values filled in, as `str.format` does it; `{n:point|points}` chooses a word.

    >>> filled("{n} {n:point|points} of {whole}", {"n": 1, "whole": "two"})
    '1 point of two'
    """
    numbers = {
        name: _Number(value)
        for name, value in values.items()
        if isinstance(value, (int, float)) and not isinstance(value, bool)
    }
    return text.format_map({**values, **numbers})


def say(key: str, language: str, **values: object) -> str:
    """Return a text of the product in a language, with its values filled in.

    Args:
        key: A key of `MESSAGES`.
        language: `en` or `ja`.
        values: What the placeholders stand for; every one of them is needed.

    Raises:
        KeyError: The key, the language or a value is missing.

    >>> say("map.more", "en", n=7)
    '7 more'
    """
    return filled(MESSAGES[key][language], values)


def enumerate_words(items: Sequence[str], language: str, shown: int | None = None) -> str:
    """Join words as the language does; beyond `shown` of them the rest is only counted.

    >>> enumerate_words(["a", "b", "c"], "en")
    'a, b, c'
    >>> enumerate_words(["a", "b", "c"], "ja", shown=1)
    'aほか2件'
    """
    comma = "、" if language == "ja" else ", "
    if shown is None or len(items) <= shown:
        return comma.join(items)
    return say("and_more", language, items=comma.join(items[:shown]), n=len(items) - shown)
