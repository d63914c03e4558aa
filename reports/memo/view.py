"""The memo as plain data, from which every template writes: texts in one language, already in the order of reading.

It chooses, orders and words what an assessment holds; it judges nothing. Texts of the project are values in it, never
parts of a template.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ...engine.assess.model import Assessment
from ...engine.knowledge.model import KnowledgeBase
from ...engine.problems.problem import LANGUAGES
from ..words.article import article_named
from ..words.names import Reading, base_name, project_name, read, write_date
from ..words.verdict import count, verdict_label, verdict_sentences
from ..writers.markup import cleaned
from ..writers.screen import GLYPHS
from .audit import audit_view, figures_view, notes_view
from .capitals import capitals_view
from .decisions import decided_view, sorted_view
from .findings import first_view, predictions_view, strengths_view
from .least import least_view
from .map import map_view
from .portfolio import portfolio_view
from .questions import questions_view

if TYPE_CHECKING:
    from ...engine.compare.difference import Difference
    from ...engine.whatif.outlook import Outlook


def memo_view(
    assessment: Assessment,
    kb: KnowledgeBase,
    language: str,
    outlook: Outlook | None = None,
    since: Difference | None = None,
    assumed: Sequence[str] = (),
) -> dict[str, Any]:
    """Return everything that a memo shows.

    Args:
        assessment: What one run returned.
        kb: The knowledge base of that run: labels, statements, areas.
        language: `en` or `ja`.
        outlook: What answers would change, and the least that leads to a better verdict.
        since: What is different from an earlier assessment.
        assumed: What `--set` assumes, as it was written.

    Raises:
        ValueError: The language is not one of the product's.
    """
    if language not in LANGUAGES:
        raise ValueError(f"there is no memo in {language!r}; choose one of {', '.join(LANGUAGES)}")
    reading = read(assessment, kb, language, assumed)
    if since is not None:
        from .since import since_view
    view: dict[str, Any] = cleaned(
        {
            "language": language,
            **_head(reading),
            "verdict": {
                "name": assessment.verdict,
                "label": verdict_label(assessment.verdict, kb, language),
                "sentences": list(verdict_sentences(assessment, kb, language)),
            },
            "counts": _counts(reading),
            "decided": decided_view(reading),
            "figures": figures_view(reading),
            "notes": notes_view(reading),
            "since": {} if since is None else since_view(reading, since),
            "least": least_view(reading, outlook),
            "first": first_view(reading),
            "predictions": predictions_view(reading),
            "strengths": strengths_view(reading),
            "questions": questions_view(reading, outlook),
            "capitals": capitals_view(reading),
            "map": map_view(reading),
            "portfolio": portfolio_view(reading),
            "waivers": sorted_view(reading),
            "audit": audit_view(reading),
            "version": assessment.product_version,
            "article": article_named(kb, language),
        }
    )
    return view


def _head(reading: Reading) -> dict[str, Any]:
    assessment = reading.assessment
    facts = [
        ("memo.phase", _phase(reading)),
        ("memo.date", write_date(assessment.today, reading.language)),
        ("memo.rules", assessment.knowledge_version),
        ("memo.file", base_name(assessment.file)),
        ("memo.what_if", ", ".join(reading.assumed)),
    ]
    return {
        "name": " ".join(project_name(assessment.name, assessment.file, reading.kb, reading.language).split()),
        "named": bool(assessment.name) or reading.kb.presentation.project.name is None,
        "head": [{"label": reading.say(key), "value": value} for key, value in facts if value],
    }


def _phase(reading: Reading) -> str:
    phase = reading.assessment.phase
    definition = reading.kb.vocabulary.facts.get(reading.kb.presentation.project.phase or "")
    if definition is None:
        return ""
    if phase is None:
        return reading.say("unknown")
    return reading.text(definition.values[phase]) if phase in definition.values else phase


def _counts(reading: Reading) -> list[dict[str, Any]]:
    counts = count(reading.assessment, reading.kb)
    severities = [
        (kind, reading.teller.severity(kind), number)
        for kind, number in (("blocker", counts.blocker), ("major", counts.major), ("minor", counts.minor))
    ]
    others = [("met", reading.say("met"), counts.met), ("unknown", reading.say("unknown"), counts.unknown)]
    return [
        {"kind": kind, "glyph": GLYPHS[kind], "word": word, "number": number}
        for kind, word, number in severities + others
    ]
