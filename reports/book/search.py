"""What the search of the policy book looks through.

Words are folded here and in the browser alike (`templates/book_search.js`): width and case do not matter, and neither
does hiragana or katakana. Japanese needs no word boundaries, since every part of a text is found.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping, Sequence

from ...engine.knowledge.model import KnowledgeBase
from ...engine.scenarios.gherkin import Scenario
from ..words.conditions import outline
from ..words.names import without_subject
from .index import title_of

_TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}


def fold(text: str) -> str:
    """Return a text in the form in which it is searched.

    >>> fold("ＫＰＩ まちづくり")
    'kpi マチヅクリ'
    """
    return unicodedata.normalize("NFKC", text).lower().translate(_TO_KATAKANA)


def search_index(kb: KnowledgeBase, language: str, scenarios: Mapping[str, Sequence[Scenario]]) -> str:
    """Return the entries as JSON: address, title, the text shown with it, and more text in which it is found."""
    entries = [
        [
            f"{rule.code}.html",
            f"{rule.code} {title_of(rule, kb, language)}",
            without_subject(rule.advice[language], rule, kb, language),
            " ".join(
                [rule.name, *outline(rule.when, kb, language).lines(), *(one.name for one in scenarios[rule.code])]
            ),
        ]
        for rule in kb.rules
    ]
    entries += [[f"#{one.number}", one.number, one.text[language], ""] for one in kb.statements.values()]
    entries += [
        [f"#parameter-{one.name}", one.label[language], one.note[language] if one.note is not None else "", one.name]
        for one in kb.parameters.values()
    ]
    return json.dumps(entries, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def found_by(query: str, entries: Sequence[Sequence[str]]) -> list[str]:
    """Return the addresses that a query finds, as the browser does: every word is somewhere in the entry."""
    words = fold(query).split()
    return [entry[0] for entry in entries if words and all(word in fold(" ".join(entry[1:])) for word in words)]
