"""Whose words are whose: the source by its name. Apart from other names, because `advise --version` tells it, too."""

from __future__ import annotations

from ...engine.knowledge.model import KnowledgeBase
from ..texts import joined, say


def article_named(kb: KnowledgeBase, language: str) -> str:
    """Return the sentences that name the source of a knowledge base; nothing where it names none."""
    article = kb.article
    if article is None:
        return ""
    parts = [part[language] for part in (article.authors, article.title, article.journal, article.institute) if part]
    return say("article", language, name=joined(parts, language))
