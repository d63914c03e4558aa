"""Every sentence that the product says, in both languages.

One store: each file here holds the texts of one report, English and Japanese side by side, as Python and not YAML, so that a
cold start loads no parser. A key stands once in the whole product, and `say` finds it wherever it stands. Texts of the
knowledge base (labels, titles, advice, questions, statements) are not here: they belong to the rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Sized
from importlib import import_module
from typing import TYPE_CHECKING

from ...engine.problems.texts import LANGUAGES, Texts, in_language
from ...engine.problems.texts import filled as filled
from ..writers.layout import file_name

if TYPE_CHECKING:
    from ...engine.knowledge.model import KnowledgeBase

FILES = (
    "common", "memo", "outlook", "terminal", "explanation", "improvement", "difference", "interview",
    "sheet", "screen", "board", "rules", "proofs", "book", "misuse",
    "web",
)  # fmt: skip
"""The modules with texts, those first that are needed most often: a file is read when no file before it has the key."""


_FILES = frozenset(("file", "path", "paths"))
"""The values of texts that are names of files: people, and other people's archives, give them."""


_ENCLOSED = r"\([^()]*\)|（[^（）]*）|“[^”]*”|「[^」]*」"
"""What stands in brackets or quotation marks, where a comma parts nothing of the list around it."""


class _Store(dict[str, Texts]):
    """The texts by key, read file by file as keys are asked for."""

    def __init__(self) -> None:
        self._left = list(FILES)

    def __missing__(self, key: str) -> Texts:
        while self._left:
            found: dict[str, Texts] = import_module(f".{self._left.pop(0)}", __name__).TEXTS
            self.update(found)
            if key in found:
                return found[key]
        raise KeyError(key)


TEXTS = _Store()
"""Every text by key, in both languages; `say` fills in its values."""


def say(key: str, language: str, **values: object) -> str:
    """Return a text of the product in a language, with its values filled in; names of files stand on its line.

    Raises:
        KeyError: The key, the language or a value is missing.

    >>> say("map.more", "en", n=7)
    '7 more'
    """
    for name in _FILES & values.keys():
        values[name] = file_name(str(values[name]))
    return filled(TEXTS[key][language], values)


def say_both(key: str, **values: object) -> Texts:
    """Return a text of the product in every language; of a value in every language the same one is taken.

    >>> say_both("labelled", label={"en": "Goal", "ja": "目標"}, text="g1")
    {'en': 'Goal: g1', 'ja': '目標：g1'}
    """
    return {language: say(key, language, **in_language(language, values)) for language in LANGUAGES}


def is_said(key: str) -> bool:
    """Return whether the product has a text of this key.

    >>> is_said("unit.months"), is_said("unit.parsecs")
    (True, False)
    """
    try:
        return bool(TEXTS[key])
    except KeyError:
        return False


def joined(words: Iterable[str], language: str, by: str = "comma") -> str:
    """Join words as the language does: by `comma`, `semicolon`, `slash`, `stop`, `space`, `values` or `plus`.

    >>> joined(["a", "b"], "ja"), joined(["A.", "B."], "en", "space")
    ('a、b', 'A. B.')
    """
    return say(f"joint.{by}", language).join(words)


def enumerate_words(items: Sequence[str], language: str, shown: int | None = None) -> str:
    """Join words as the language does; beyond `shown` of them the rest is only counted.

    Where a comma stands in one of them, outside brackets and quotation marks, it cannot also stand between them.

    >>> enumerate_words(["a", "b", "c"], "en")
    'a, b, c'
    >>> enumerate_words(["City of A, Planning", "C Corp."], "en")
    'City of A, Planning; C Corp.'
    >>> enumerate_words(["a", "b", "c"], "ja", shown=1)
    'aほか2件'
    """
    named = items[:shown]
    comma = say("joint.comma", language)
    own = any(comma in word and comma in re.sub(_ENCLOSED, "", word) for word in named)
    words = joined(named, language, "slash" if own else "comma")
    return words if len(named) == len(items) else say("and_more", language, items=words, n=len(items) - len(named))


def rest_counted(items: Sized, shown: int, language: str) -> list[str]:
    """Return how many things there are besides those that are shown, as one text; none where all are.

    >>> rest_counted("abc", 1, "en"), rest_counted("abc", 3, "en")
    (['and 2 more'], [])
    """
    rest = len(items) - shown
    return [say("finding.evidence.more", language, n=rest)] if rest > 0 else []


def first_told(words: Sequence[str], shown: int, language: str) -> str:
    """Join labels that may have commas of their own: the first ones, the others counted.

    >>> first_told(["a, b", "c", "d"], 2, "en")
    'a, b; c; and 1 more'
    """
    return joined([*words[:shown], *rest_counted(words, shown, language)], language, "semicolon")


def article_named(kb: KnowledgeBase, language: str) -> str:
    """Return the sentences that name the source of a knowledge base; nothing where it names none."""
    article = kb.article
    if article is None:
        return ""
    parts = [part[language] for part in (article.authors, article.title, article.journal, article.institute) if part]
    return say("article", language, name=joined(parts, language))


def section_name(section: str, language: str) -> str:
    """Return what a section of the article is called in a language; numbers stay as they are."""
    return say("section.abstract", language) if section == "要約" else section
