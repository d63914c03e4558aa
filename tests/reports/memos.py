"""The memo of an assessment in the forms that tests look at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from advise.engine.assess import Assessment
from advise.engine.compare.difference import Difference
from advise.engine.knowledge.model import KnowledgeBase
from advise.engine.whatif.outlook import Outlook
from advise.reports.memo import summary as summaries
from advise.reports.memo.memo import memo
from advise.reports.words.names import Reading
from advise.reports.writers.blocks import (
    Block,
    Fold,
    Group,
    Heading,
    Item,
    Paragraph,
    Report,
    Table,
    every,
    lines_of,
    plain,
)
from advise.reports.writers.display import Display
from advise.reports.writers.markup import as_html, as_markdown, whole


def report(
    assessment: Assessment,
    kb: KnowledgeBase,
    language: str = "en",
    outlook: Outlook | None = None,
    since: Difference | None = None,
    assumed: Sequence[str] = (),
    *,
    audit: bool = False,
) -> Report:
    """Return the memo as blocks."""
    return memo(Reading(assessment, kb, language, outlook, since, assumed), audit=audit)


def summary(
    assessment: Assessment,
    kb: KnowledgeBase,
    language: str,
    display: Display,
    assumed: Sequence[str] = (),
    outlook: Outlook | None = None,
) -> str:
    """Return the summary for a terminal."""
    return summaries.summary(Reading(assessment, kb, language, outlook, None, assumed), display)


def render_html(assessment: Assessment, kb: KnowledgeBase, language: str, *more: Any, **options: Any) -> str:
    """Return the memo as a page."""
    return as_html(report(assessment, kb, language, *more, **options))


def render_markdown(assessment: Assessment, kb: KnowledgeBase, language: str, *more: Any, **options: Any) -> str:
    """Return the memo as Markdown."""
    return as_markdown(whole(report(assessment, kb, language, *more, **options)))


def part(found: Report, name: str) -> tuple[Block, ...]:
    """Return the blocks below a heading, or in a fold, that has this name; none where there is none."""
    blocks = list(every(found.blocks))
    for place, block in enumerate(blocks):
        if isinstance(block, Fold) and block.name == name:
            return tuple(every(block.blocks))
        if isinstance(block, Heading) and block.name == name:
            following = blocks[place + 1 :]
            end = next((at for at, one in enumerate(following) if _ends(one, block.level)), None)
            return tuple(following[:end])
    return ()


def _ends(block: Block, level: int) -> bool:
    return isinstance(block, Fold) or (isinstance(block, Heading) and block.level <= level)


def table(found: Report, name: str) -> Table:
    """Return the first table of a part."""
    return next(block for block in part(found, name) if isinstance(block, Table))


def texts(blocks: tuple[Block, ...]) -> list[str]:
    """Return the sentences of paragraphs and items."""
    return [plain(one.text) for one in every(blocks) if isinstance(one, (Paragraph, Item))]


def opened(found: Report) -> list[str]:
    """Return what stands under the verdict."""
    first = found.blocks[0]
    assert isinstance(first, Group)
    return texts(first.blocks)


def rows(found: Table) -> list[list[str]]:
    """Return the text of every cell of a table."""
    return [[" ".join(map(plain, lines_of(cell))) for cell in row.cells] for row in found.rows]
