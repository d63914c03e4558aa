"""The JSON Schema of a project document, made from the vocabulary: what editors complete and explain while one types.

It accepts what `engine.project.project` accepts, except for what a schema cannot say: that ids differ within their list,
and how large and deep a document may be. It is written for editors and for other programs; `advise` itself does not
read it.
"""

from __future__ import annotations

import json
from typing import Any

from ..knowledge.model import FactDefinition, KnowledgeBase, ListDefinition
from ..problems.problem import Texts
from .address import source_and_id
from .outline import Outline, outline
from .project import LARGEST_LIST
from .schema_records import choice, record_schemas
from .values import LONGEST_TEXT, PROVENANCE

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILE = "advise.schema.json"
"""The name under which `advise init` writes it beside a project."""

MARKER = "Written by advise from its vocabulary; changes made here are lost."
"""The `$comment` by which advise knows a schema file as its own."""

_LONGEST_ID = 200
_LARGEST_NUMBER = 1e15
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


def project_schema(kb: KnowledgeBase, lang: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a project document.

    Args:
        kb: The knowledge base whose vocabulary it is made from.
        lang: The language of titles and descriptions, `en` or `ja`. What is accepted does not depend on it.
    """
    return _Writer(kb, lang).schema()


def is_schema(head: bytes) -> bool:
    """Tell whether a file is a schema that advise wrote.

    Args:
        head: Its first hundreds of bytes.
    """
    return DIALECT.encode() in head and MARKER.encode() in head


def schema_text(kb: KnowledgeBase, lang: str) -> str:
    """Return the schema as the text of a file."""
    return json.dumps(project_schema(kb, lang), ensure_ascii=False, indent=1) + "\n"


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
                "anyOf": [choice(("ja", "en"), map(self._say, ("ja", "en"))), _NULL],
            },
        }
        root = self._children(outline(self.vocabulary), "")
        sourced = {key: {"description": self._say(key), "type": ["string", "null"]} for key in PROVENANCE}
        return {
            "$schema": DIALECT,
            "$comment": MARKER,
            "title": _TITLE[self.lang],
            "type": "object",
            "properties": settings | root | record_schemas(self.kb, self.lang),
            "additionalProperties": False,
            "$defs": {**sourced, **self.shared},
        }

    def _say(self, key: str) -> str:
        return _TEXTS[key][self.lang]

    def _labelled(self, fact: FactDefinition) -> dict[str, Any]:
        return choice(fact.values, (label[self.lang] for label in fact.values.values()))

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
                "id": {"description": self._say("id"), "type": "string", "pattern": r"\S", "maxLength": _LONGEST_ID},
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
            low = fact.minimum if fact.minimum is not None else -_LARGEST_NUMBER
            high = fact.maximum if fact.maximum is not None else _LARGEST_NUMBER
            return [{"type": "integer" if fact.type == "int" else "number", "minimum": low, "maximum": high}]
        if fact.type == "set":
            return [{"type": "array", "items": self._labelled(fact)}]
        text = {"type": "string", "maxLength": LONGEST_TEXT}
        return [text] if fact.type == "text" else [{"type": "array", "items": text}]
