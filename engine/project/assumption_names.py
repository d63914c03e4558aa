"""How an assumption (`fact=value`) is read: which fact of which element its name means, and what value its text is."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Collection
from typing import Any, TypeAlias

from ..knowledge.model import KnowledgeBase

Target: TypeAlias = "tuple[str, str | None, str]"
"""A list's path ('' for the project), the element, and the attribute or path; no attribute means the whole element."""
_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?")


def value_of_text(text: str) -> Any:
    """Return the JSON value that a text behind `fact=` means; a word is itself, nothing is unknown."""
    if not text:
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        number = unicodedata.normalize("NFKC", text)
        if number != text and _NUMBER.fullmatch(number):
            return json.loads(number)
        if text.startswith("[") and text.endswith("]"):
            return [item.strip() for item in text[1:-1].split(",") if item.strip()]
        return text


def halves(written: str, kb: KnowledgeBase, there: Collection[str] | None) -> tuple[Target | None, str, str, str]:
    """Return what is located, the name, the equals sign and the text behind it; an id may hold equals signs of its own."""
    at = written.find("=")
    while at >= 0:
        name, text = written[:at].strip(), written[at + 1 :].strip()
        target = located_at(name, kb, there)
        if target is not None and (target[2] or not text):
            return target, name, "=", text
        at = written.find("=", at + 1)
    name, equals, text = (part.strip() for part in written.partition("="))
    return located_at(name, kb, there), name, equals, text


def located_at(name: str, kb: KnowledgeBase, there: Collection[str] | None = frozenset()) -> Target | None:
    """Return what a name means; None when nothing has that name.

    Args:
        name: What stands before the equals sign.
        kb: The knowledge base.
        there: The elements that there are: only one of these is left out where its id looks like an id and a fact. None
            where that was looked at before.
    """
    vocabulary = kb.vocabulary
    for path in sorted(vocabulary.lists, key=len, reverse=True):
        listed = vocabulary.lists[path]
        known = {fact.attribute for fact in vocabulary.facts.values() if fact.source == path}
        for joint in ("/", ".") if listed.members else ("/",):
            if path.startswith("$") or not name.startswith(path + joint):
                continue
            element, attribute = element_and_attribute(
                name[len(path) + 1 :], known if listed.members else {*known, "name"}
            )
            if listed.members and element in listed.members and attribute:
                return path, element, attribute
            if listed.members or not element:
                continue
            if attribute or "." not in element or there is None or name in there:
                return path, element, attribute
    stated = name in vocabulary.lists and not vocabulary.lists[name].members
    if stated or (name in vocabulary.facts and vocabulary.facts[name].source is None):
        return "", None, name
    return None


def element_and_attribute(text: str, known: Collection[str]) -> tuple[str, str]:
    """Return the id and the attribute that `id.attribute` names; an id may hold dots of its own.

    Args:
        text: What stands behind the list.
        known: The attributes of its elements.

    Returns:
        The whole text and no attribute where none of them stands behind a dot; nothing where one begins it.

    >>> element_and_attribute("1.2.kind", ["kind"]), element_and_attribute("1.2", ["kind"])
    (('1.2', 'kind'), ('1.2', ''))
    """
    at = text.find(".")
    while at >= 0:
        if text[at + 1 :] in known:
            return text[:at], text[at + 1 :]
        at = text.find(".", at + 1)
    return text, ""
