"""The file to start from: the facts that a verdict needs, all still unknown.

JSON has no comments, so it says nothing about them; the schema beside it does, in any editor that reads `$schema`.
"""

from __future__ import annotations

import json
from typing import Any

from ..knowledge.model import KnowledgeBase
from .address import Address
from .data import put, way_to
from .schema import FILE


def starter(kb: KnowledgeBase, lang: str) -> dict[str, Any]:
    """Return a project of which nothing is known yet.

    Args:
        kb: Its verdict policy says which facts come first.
        lang: The language of the memo to be.
    """
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


def starter_text(kb: KnowledgeBase, lang: str) -> str:
    """Return the starter project as the text of a file."""
    return json.dumps(starter(kb, lang), ensure_ascii=False, indent=2) + "\n"
