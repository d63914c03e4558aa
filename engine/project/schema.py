"""The JSON Schema of a project document, made from the vocabulary, and the document to start from.

The schema is what editors complete and explain while one types. It accepts what `engine.project.project` accepts, except
for what a schema cannot say: that ids differ within their list, and how large and deep a document may be. It is written
for editors and for other programs; `advise` itself does not read it. The document to start from says nothing about its
facts, since JSON has no comments; the schema beside it does, in any editor that reads `$schema`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ..knowledge.model import FactDefinition, KnowledgeBase, ListDefinition
from ..problems.texts import LANGUAGES, Texts
from .address import Address, source_and_id
from .data import put, way_to
from .decisions import ANSWERS, RESPONSES
from .outline import LARGEST_LIST, Outline, outline
from .values import ISO, LARGEST_NUMBER, LONGEST_ID, LONGEST_TEXT, PROVENANCE, SPOKEN

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILE = "advise.schema.json"
"""The name under which `advise init` writes it beside a project."""

_COMMENT = "Written by advise from its vocabulary; changes made here are lost."
MARKER = f'{{\n "$schema": "{DIALECT}",\n "$comment": "{_COMMENT}"'
"""Begins every schema that advise writes."""

_TITLE = {"en": "Project document of advise", "ja": "advise の事業ファイル"}
_NULL = {"type": "null"}
_TEXTS: dict[str, Texts] = {
    "$schema": {
        "en": "Names the schema, so that an editor completes and explains what is written here.",
        "ja": "スキーマの名前です。エディターが入力の候補と説明を出せるようになります。",
    },
    "lang": {"en": "The language of the memo: ja or en.", "ja": "メモの言語 (ja または en) です。"},
    "ja": {"en": "Japanese", "ja": "日本語"},
    "en": {"en": "English", "ja": "英語"},
    "value": {"en": "The value itself.", "ja": "値そのものです。"},
    "source": {
        "en": "Where it comes from: a document, a page, a meeting.",
        "ja": "出どころ (文書名、ページ、会議など) です。",
    },
    "as_of": {"en": "The date it was true.", "ja": "いつ時点の値かを書きます。"},
    "by": {"en": "Who says so.", "ja": "誰によるものかを書きます。"},
    "id": {
        "en": "A short name, unique in its list; other facts refer to it.",
        "ja": "一覧の中で重ならない短い名前です。ほかの事実からこの名前で参照します。",
    },
    "name": {"en": "The name that people use; memos show it.", "ja": "ふだん使う名称です。メモに表示します。"},
    "complete": {
        "en": "Which lists name everything there is.",
        "ja": "どの一覧にすべてが載っているかを書きます。",
    },
    "unit": {"en": "In {unit}.", "ja": "単位: {unit}"},
    "refs": {"en": "Ids from the list {target}.", "ja": "一覧 {target} の id を並べます。"},
}


_RECORD_TEXTS: dict[str, Texts] = {
    "responses": {
        "en": "Decisions about findings: accepted, postponed, or not applicable, each with a reason, a name and a date; or "
        "planned: who puts it right, and by when.",
        "ja": "指摘についての判断 (受け入れ、先送り、対象外) です。理由、判断した人、日付が必要です。"
        "直す予定 (planned) なら、誰がいつまでに直すかを書きます。",
    },
    "finding": {"en": "The code of the finding.", "ja": "指摘のコードです。"},
    "response": {"en": "What was decided.", "ja": "どう判断したかを書きます。"},
    "accepted": {
        "en": "The finding is right and is accepted as it is.",
        "ja": "指摘のとおりで、このまま受け入れます。",
    },
    "postponed": {"en": 'It is dealt with later, by the day in "until".', "ja": '"until" の日まで先送りします。'},
    "not_applicable": {"en": "It does not apply here.", "ja": "この事業では対象外です。"},
    "planned": {"en": "Somebody is to put it right.", "ja": "誰かが直す予定です。"},
    "who": {"en": "Who is to put it right.", "ja": "直す人です。"},
    "reason": {"en": "Why.", "ja": "理由です。"},
    "by": {"en": "Who.", "ja": "誰によるものかを書きます。"},
    "on": {"en": "On which day: 2026-11-22.", "ja": "日付です (2026-11-22 か 令和8年11月22日 の形)。"},
    "subject": {
        "en": "What it is about, such as organisations/city; nothing for the project.",
        "ja": "対象です (organisations/city など)。事業全体なら書きません。",
    },
    "until": {
        "en": "The last day of the postponement, or by which day it is to be put right.",
        "ja": "先送りの最後の日、または直す期限の日です。",
    },
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
    "remark": {"en": "What was said besides.", "ja": "答えに添えられた補足です。"},
}


def project_schema(kb: KnowledgeBase, lang: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a project document; what is accepted does not depend on the language."""
    return _Writer(kb, lang).schema()


def is_schema(head: bytes) -> bool:
    """Tell by its first hundreds of bytes whether a file is a schema of ours, even where an editor has laid it out anew."""
    return DIALECT.encode() in head and _COMMENT.encode() in head


def schema_text(kb: KnowledgeBase, lang: str) -> str:
    """Return the schema as the text of a file."""
    return json.dumps(project_schema(kb, lang), ensure_ascii=False, indent=1) + "\n"


def starter(kb: KnowledgeBase, lang: str) -> dict[str, Any]:
    """Return a project of which nothing is known yet; the verdict policy says which facts come first."""
    data: dict[str, Any] = {"$schema": f"./{FILE}", "lang": lang}
    named = kb.presentation.project
    shown = [fact for fact in (named.name, named.place) if fact is not None]
    wanted = dict.fromkeys([*shown, *(must.fact for must in kb.verdict.must_know)])
    for path in (fact for fact in wanted if fact in kb.vocabulary.facts):
        definition = kb.vocabulary.facts[path]
        listed = kb.vocabulary.lists[definition.source] if definition.source is not None else None
        subjects = [None] if listed is None else [f"{listed.path}/{member}" for member in listed.members]
        for subject in subjects:
            if way := way_to(Address(path, subject), data, kb.vocabulary):
                put(None, way, data)
    for path, listed in kb.vocabulary.lists.items():
        if listed.complete in ("stated", "declared") and "." not in path:
            data[path] = None
    return data


def starter_text(kb: KnowledgeBase, lang: str, *, names_schema: bool) -> str:
    """Return the starter project as the text of a file, which names its schema where an editor is meant to read it."""
    data = {key: value for key, value in starter(kb, lang).items() if names_schema or key != "$schema"}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


class _Writer:
    """Turns the outline of a document into a schema, in one language."""

    def __init__(self, kb: KnowledgeBase, lang: str) -> None:
        self.kb = kb
        self.vocabulary = kb.vocabulary
        self.lang = lang
        self.shared: dict[str, Any] = {}

    def schema(self) -> dict[str, Any]:
        """Return the whole schema."""
        settings = {
            "$schema": {"description": self._say("$schema")},
            "lang": {
                "description": self._say("lang"),
                "anyOf": [_choice(LANGUAGES[::-1], map(self._say, LANGUAGES[::-1])), _NULL],
            },
        }
        root = self._children(outline(self.vocabulary), "")
        sourced = {key: {"description": self._say(key), "type": ["string", "null"]} for key in PROVENANCE}
        return {
            "$schema": DIALECT,
            "$comment": _COMMENT,
            "title": _TITLE[self.lang],
            "type": "object",
            "properties": settings | root | _record_schemas(self.kb, self.lang),
            "additionalProperties": False,
            "$defs": {**sourced, **self.shared},
        }

    def _say(self, key: str) -> str:
        return _TEXTS[key][self.lang]

    def _labelled(self, fact: FactDefinition) -> dict[str, Any]:
        return _choice(fact.values, (label[self.lang] for label in fact.values.values()))

    def _children(self, node: Outline, path: str) -> dict[str, Any]:
        return {
            key: self._node(child, f"{path}.{key}" if path else key, node.subject)
            for key, child in node.children.items()
        }

    def _node(self, node: Outline, path: str, member: str | None) -> dict[str, Any]:
        if node.fact is not None:
            return self._shared(node.fact) if member and node.fact.source else self._fact(node.fact)
        if node.listed is not None:
            return self._list(node.listed, node)
        found = self._heading(node, path)
        return found | {
            "type": ["object", "null"],
            "properties": self._children(node, path),
            "additionalProperties": False,
        }

    def _heading(self, node: Outline, path: str) -> dict[str, Any]:
        family = self.vocabulary.lists.get(path)
        if family is not None:
            return {"title": family.label[self.lang]}
        if node.subject is not None:
            source, member = source_and_id(node.subject)
            return {"title": self.vocabulary.lists[source].members[member][self.lang]}
        return {"description": self._say("complete")} if path == "complete" else {}

    def _list(self, listed: ListDefinition, node: Outline) -> dict[str, Any]:
        assert node.element is not None
        element = {
            "title": listed.element_label[self.lang],
            "type": "object",
            "properties": {
                "id": {"description": self._say("id"), "type": "string", "pattern": r"\S", "maxLength": LONGEST_ID},
                "name": {"description": self._say("name")} | self._with_source([{"type": "string"}]),
            }
            | self._children(node.element, f"{listed.path}[]"),
            "required": ["id"],
            "additionalProperties": False,
        }
        self.shared[listed.path] = element
        elements = {"type": "array", "items": {"$ref": f"#/$defs/{listed.path}"}, "maxItems": LARGEST_LIST}
        question = listed.question[self.lang] if listed.question else listed.label[self.lang]
        return {"title": listed.label[self.lang], "description": question} | self._with_source([elements])

    def _shared(self, fact: FactDefinition) -> dict[str, Any]:
        """Return a reference to a fact that every member of a family has; it is written once."""
        if fact.path not in self.shared:
            self.shared[fact.path] = self._fact(fact)
        return {"$ref": f"#/$defs/{fact.path}"}

    def _fact(self, fact: FactDefinition) -> dict[str, Any]:
        words = [fact.question[self.lang]]
        if fact.help is not None:
            words.append(fact.help[self.lang])
        if fact.values:
            words.append("\n".join(f"{value}: {label[self.lang]}" for value, label in fact.values.items()))
        if fact.unit is not None:
            words.append(self._say("unit").format(unit=fact.unit))
        if fact.target is not None:
            words.append(self._say("refs").format(target=fact.target))
        found = {"title": fact.label[self.lang], "description": "\n\n".join(words)}
        return found | self._with_source(self._values(fact))

    def _with_source(self, values: list[dict[str, Any]]) -> dict[str, Any]:
        """Return what accepts a value as it is, null, and the value together with its source.

        None of the three is described: an editor would show that in place of the fact's own question.
        """
        parts = {key: {"$ref": f"#/$defs/{key}"} for key in PROVENANCE}
        sourced = {
            "type": "object",
            "properties": {"value": {"description": self._say("value"), "anyOf": [*values, _NULL]}, **parts},
            "required": ["value"],
            "additionalProperties": False,
        }
        return {"anyOf": [*values, _NULL, sourced]}

    def _values(self, fact: FactDefinition) -> list[dict[str, Any]]:
        """Return the schemas of the values that a fact takes; one of them must fit."""
        if fact.type == "bool":
            return [{"type": "boolean"}]
        if fact.type == "enum":
            return [self._labelled(fact)]
        if fact.type in ("int", "number"):
            low = fact.minimum if fact.minimum is not None else -LARGEST_NUMBER
            high = fact.maximum if fact.maximum is not None else LARGEST_NUMBER
            return [{"type": "integer" if fact.type == "int" else "number", "minimum": low, "maximum": high}]
        if fact.type == "set":
            return [{"type": "array", "items": self._labelled(fact)}]
        text = {"type": "string", "maxLength": LONGEST_TEXT}
        return [text] if fact.type == "text" else [{"type": "array", "items": text}]


def _choice(values: Iterable[str], labels: Iterable[str]) -> dict[str, Any]:
    """Return a choice of values with their labels.

    `enumDescriptions` is what VS Code and its relatives show beside each value. Values as `const` with a `description`
    each would be shown as well, but an editor then explains a fact by the label of its value and not by its question.
    """
    return {"enum": list(values), "enumDescriptions": list(labels)}


def _record_schemas(kb: KnowledgeBase, lang: str) -> dict[str, Any]:
    """Return the schemas of `responses` and `asked`."""

    def say(key: str) -> str:
        return _RECORD_TEXTS[key][lang]

    def part(key: str, **schema: Any) -> dict[str, Any]:
        return {"description": say(key), **schema}

    def optional(key: str) -> dict[str, Any]:
        return part(key, type=["string", "null"], pattern=r"\S")

    vocabulary = kb.vocabulary
    names: dict[str, FactDefinition | ListDefinition] = {**vocabulary.facts, **vocabulary.lists}
    codes = {rule.code: rule.title[lang] for rule in kb.rules} | {c: one.reason[lang] for c, one in kb.given_up.items()}
    forms = {"anyOf": [{"pattern": ISO, "format": "date"}, {"pattern": SPOKEN}]}
    optional_date = {"type": ["string", "null"], **forms}
    responses = {
        "finding": part("finding", **_choice(codes, codes.values())),
        "response": part("response", **_choice(RESPONSES, map(say, RESPONSES))),
        "reason": optional("reason"),
        "by": optional("by"),
        "on": part("on", **optional_date),
        "subject": optional("subject"),
        "who": optional("who"),
        "until": part("until", **optional_date),
        "rests_on": optional("rests_on"),
    }
    answers = [say("asked.not_applicable" if answer == "not_applicable" else answer) for answer in ANSWERS]
    asked = {
        "fact": part("fact", **_choice(names, (name.label[lang] for name in names.values()))),
        "answer": part("answer", **_choice(ANSWERS, answers)),
        "on": part("on", type="string", **forms),
        "subject": optional("subject"),
        "whom": optional("whom"),
        "by": optional("by"),
        "remark": optional("remark"),
    }
    return {
        "responses": part("responses", **_records(responses, 2, _PLAN)),
        "asked": part("asked", **_records(asked, 3, _if("answer", "ask", _stated("whom"), _left_out("whom")))),
    }


def _records(properties: dict[str, Any], required: int, further: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a list of records: their parts, how many of the first are required, what depends on which."""
    return {
        "type": ["array", "null"],
        "items": {
            "type": "object",
            "properties": properties,
            "required": list(properties)[:required],
            "additionalProperties": False,
            **further,
        },
    }


def _if(part: str, value: str, then: dict[str, Any], otherwise: dict[str, Any]) -> dict[str, Any]:
    return {"if": {"properties": {part: {"const": value}}}, "then": then, "else": otherwise}


def _stated(*parts: str) -> dict[str, Any]:
    return {"properties": {part: {"type": "string"} for part in parts}, "required": list(parts)}


def _left_out(*parts: str) -> dict[str, Any]:
    return {"properties": {part: {"type": "null"} for part in parts}}


_DECISION = {
    "allOf": [
        _stated("reason", "by", "on"),
        _left_out("who"),
        _if("response", "postponed", _stated("until"), _left_out("until")),
    ]
}
_PLAN = _if("response", "planned", {"anyOf": [_stated("who"), _stated("until")], **_left_out("rests_on")}, _DECISION)
"""What a response needs: a plan who or until when, every other one a reason, a name and a day."""
