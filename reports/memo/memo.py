"""The memo as blocks: what stands in it, and in which order. Page one decides, the rest informs.

It chooses, orders and words what an assessment holds; it judges nothing. It begins with this project: what weighs most in
it, what is in place, what is open. What only some ask for is folded: evidence, the appendix.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...engine.knowledge.presentation import Chain, Ledger
from ...engine.problems.problem import LANGUAGES
from ..words.article import article_named
from ..words.names import Reading, base_name, project_name, write_date
from ..words.verdict import reached
from ..writers.blocks import Block, Group, Heading, Paragraph, Report
from .actions import action_blocks
from .audit import audit_block, figures_words, notes_words
from .chain import chain_blocks
from .decisions import decided_words, decision_blocks, overdue_words
from .least import least_blocks
from .ledger import ledger_blocks
from .opening import opening, phase_words
from .questions import question_blocks
from .remarks import remark_blocks, road_blocks, upcoming_blocks
from .since import since_blocks


def memo(reading: Reading, *, audit: bool = False) -> Report:
    """Return the memo of a project; with `audit`, what is folded is to be printed, too.

    Raises:
        ValueError: The language is not one of the product's.
    """
    assessment, kb, language = reading.assessment, reading.kb, reading.language
    if language not in LANGUAGES:
        raise ValueError(f"there is no memo in {language!r}; choose one of {', '.join(LANGUAGES)}")
    return Report(
        title=" ".join(project_name(assessment.name, assessment.file, kb, language).split()),
        kind=reading.say("memo.kind"),
        language=language,
        blocks=tuple(_blocks(reading)),
        version=assessment.product_version,
        about=tuple(_about(reading)),
        named=bool(assessment.name) or kb.presentation.project.name is None,
        audit=audit,
    )


def _blocks(reading: Reading) -> Iterator[Block]:
    assessment = reading.assessment
    verdict = reached(assessment, reading.kb, reading.language)
    heading = Heading(reading.say("labelled", label=reading.say("verdict"), text=verdict), name="verdict")
    yield Group(f"verdict {assessment.verdict}", (heading, *opening(reading)))
    if reading.since is not None:
        yield from since_blocks(reading, reading.since)
    remarks = (overdue_words(reading), decided_words(reading), figures_words(reading), notes_words(reading))
    yield from (Paragraph(text, soft=True) for text in remarks if text)
    yield from road_blocks(reading)
    yield from action_blocks(reading)
    yield from least_blocks(reading)
    yield from remark_blocks(reading)
    yield from question_blocks(reading)
    yield from upcoming_blocks(reading)
    for part in reading.kb.presentation.memo:
        if isinstance(part, Ledger):
            yield from ledger_blocks(reading, part)
        elif isinstance(part, Chain):
            yield from chain_blocks(reading, part)
    yield from decision_blocks(reading)
    yield audit_block(reading)
    written = reading.say(
        "memo.foot.written",
        rules=assessment.knowledge_version,
        file=base_name(assessment.file) or reading.say("audit.object"),
        version=assessment.product_version,
    )
    foot = (article_named(reading.kb, reading.language), reading.say("memo.foot"), written)
    yield Group("foot", tuple(Paragraph(text, soft=True) for text in foot if text))


def _about(reading: Reading) -> Iterator[str]:
    """Yield what the project is known by besides its name, when this was written, and what is only assumed."""
    phase = phase_words(reading)
    if phase:
        yield reading.say("phase", phase=phase)
    place = reading.value(reading.kb.presentation.project.place or "")
    if place:
        yield str(place)
    yield write_date(reading.assessment.today, reading.language)
    if reading.assumed:
        yield reading.say("memo.what_if", assumed=", ".join(reading.assumed))
