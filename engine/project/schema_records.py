"""The part of the JSON Schema that is not about facts: decisions about findings, and answers that are no values.

It accepts what `engine.project.responses` and `engine.project.asked` accept.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..knowledge.model import FactDefinition, KnowledgeBase, ListDefinition
from ..problems.problem import Texts
from .asked import ANSWERS
from .responses import RESPONSES

_DATE = r"^\d{4}-\d{2}-\d{2}$"
_TEXTS: dict[str, Texts] = {
    "responses": {
        "en": "Decisions about findings: accepted, postponed, or not applicable. Each needs a reason, a name and a date.",
        "ja": "指摘についての判断 (受け入れ、先送り、当てはまらない) です。理由、判断した人、日付が必要です。",
    },
    "finding": {"en": "The code of the finding.", "ja": "指摘のコードです。"},
    "response": {"en": "What was decided.", "ja": "どう判断したかを書きます。"},
    "accepted": {
        "en": "The finding is right and is accepted as it is.",
        "ja": "指摘のとおりで、このまま受け入れます。",
    },
    "postponed": {"en": 'It is dealt with later, by the day in "until".', "ja": '"until" の日まで先送りします。'},
    "not_applicable": {"en": "It does not apply here.", "ja": "この事業には当てはまりません。"},
    "reason": {"en": "Why.", "ja": "理由です。"},
    "by": {"en": "Who.", "ja": "誰によるものかを書きます。"},
    "on": {"en": "On which day: 2026-11-22.", "ja": "日付です (2026-11-22 の形)。"},
    "subject": {
        "en": "What it is about, such as organisations/city; nothing for the project.",
        "ja": "対象です (organisations/city など)。事業全体なら書きません。",
    },
    "until": {"en": "The last day of the postponement.", "ja": "先送りの最後の日です。"},
    "rests_on": {
        "en": "Written by advise: a changed finding comes back.",
        "ja": "advise が書きます。指摘のもとになる事実が変わると、判断は外れます。",
    },
    "asked": {
        "en": "Questions that were answered without a value: they are not asked again and stay unknown.",
        "ja": "値では答えなかった質問です。同じ質問は繰り返さず、分からない事実として扱います。",
    },
    "fact": {"en": "The fact that was asked.", "ja": "尋ねた事実です。"},
    "answer": {"en": "What was answered.", "ja": "どう答えたかを書きます。"},
    "unknown": {"en": "Not known.", "ja": "分かりません。"},
    "later": {"en": "To be answered later.", "ja": "あとで答えます。"},
    "ask": {"en": 'Someone else knows: "whom".', "ja": 'ほかの人 ("whom") に聞けば分かります。'},
    "asked.not_applicable": {"en": "The question does not apply.", "ja": "この質問は当てはまりません。"},
    "whom": {"en": "Who is said to know.", "ja": "知っている人です。"},
}


def choice(values: Iterable[str], labels: Iterable[str]) -> dict[str, Any]:
    """Return a choice of values with their labels.

    `enumDescriptions` is what VS Code and its relatives show beside each value. Values as `const` with a `description`
    each would be shown as well, but an editor then explains a fact by the label of its value and not by its question.
    """
    return {"enum": list(values), "enumDescriptions": list(labels)}


def record_schemas(kb: KnowledgeBase, lang: str) -> dict[str, Any]:
    """Return the schemas of `responses` and `asked`.

    Args:
        kb: Gives the codes and the facts that they may name.
        lang: The language of descriptions.
    """

    def say(key: str) -> str:
        return _TEXTS[key][lang]

    def part(key: str, **schema: Any) -> dict[str, Any]:
        return {"description": say(key), **schema}

    def text(key: str) -> dict[str, Any]:
        return part(key, type="string", pattern=r"\S")

    def optional(key: str) -> dict[str, Any]:
        return part(key, type=["string", "null"], pattern=r"\S")

    vocabulary = kb.vocabulary
    names: dict[str, FactDefinition | ListDefinition] = {**vocabulary.facts, **vocabulary.lists}
    dates = {"type": "string", "pattern": _DATE, "format": "date"}
    responses = {
        "finding": part("finding", **choice((r.code for r in kb.rules), (r.title[lang] for r in kb.rules))),
        "response": part("response", **choice(RESPONSES, map(say, RESPONSES))),
        "reason": text("reason"),
        "by": text("by"),
        "on": part("on", **dates),
        "subject": optional("subject"),
        "until": part("until", **{**dates, "type": ["string", "null"]}),
        "rests_on": optional("rests_on"),
    }
    answers = [say("asked.not_applicable" if answer == "not_applicable" else answer) for answer in ANSWERS]
    asked = {
        "fact": part("fact", **choice(names, (name.label[lang] for name in names.values()))),
        "answer": part("answer", **choice(ANSWERS, answers)),
        "on": part("on", **dates),
        "subject": optional("subject"),
        "whom": optional("whom"),
        "by": optional("by"),
    }
    return {
        "responses": part("responses", **_records(responses, 5, "response", "postponed", "until")),
        "asked": part("asked", **_records(asked, 3, "answer", "ask", "whom")),
    }


def _records(properties: dict[str, Any], required: int, kind: str, value: str, needed: str) -> dict[str, Any]:
    """Return the schema of a list of records; one value of `kind` needs a further part, which no other may have."""
    return {
        "type": ["array", "null"],
        "items": {
            "type": "object",
            "properties": properties,
            "required": list(properties)[:required],
            "additionalProperties": False,
            "if": {"properties": {kind: {"const": value}}},
            "then": {"properties": {needed: {"type": "string"}}, "required": [needed]},
            "else": {"properties": {needed: {"type": "null"}}},
        },
    }
