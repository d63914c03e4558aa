"""What the interview tells: what answers mean, in sentences for every face; and as lines of a screen, what was stored, and the end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from ...engine.assess.model import Coverage
from ...engine.interview.walk import Stored, Taken, Walk
from ...engine.knowledge.model import Texts
from ..memo.summary import summary
from ..texts import enumerate_words, say
from ..words.answers import declined_words
from ..words.names import Reading
from ..words.verdict import reached
from ..writers.console import columns
from ..writers.display import GLYPHS, Display
from ..writers.layout import as_argument, clean
from .prompts import Prompt
from .words import INDENT, teller, text_lines, value_words

_FINDINGS = 2
"""Findings that are named after an answer."""
_NAMES = 6


def finding_sentences(taken: Taken, language: str) -> list[str]:
    """Return the findings that came or went with answers, those of one rule together, the gravest first."""
    tell, told = teller(taken.after, language), []
    for key, findings in (("ask.added", taken.added), ("ask.cleared", taken.cleared)):
        groups = [list(group) for _, group in groupby(findings, key=lambda one: (one.severity, one.code))]
        for alike in groups[:_FINDINGS]:
            severity, code = alike[0].severity, alike[0].code
            title = tell.titles(code, [one.subject for one in alike if one.subject is not None])
            text = say(key, language, n=len(alike), severity=tell.severity(severity), titles=f"{title} {code}")
            told.append(f"{GLYPHS[severity] if key == 'ask.added' else GLYPHS['met']} {text}")
        rest = sum(map(len, groups[_FINDINGS:]))
        told += [say("ask.added.rest", language, n=rest)] if rest else []
    return told


def verdict_sentences(before: Walk, after: Walk, language: str) -> list[str]:
    """Return how the verdict changed, where it did, and how much is checked by now."""
    if before.assessment.verdict == after.assessment.verdict:
        return []
    old, new = (reached(one.assessment, one.kb, language) for one in (before, after))
    return [say("ask.verdict.changed", language, old=old, new=new, **_counts(after.assessment.coverage))]


def checked_sentences(before: Coverage, after: Coverage, language: str) -> list[str]:
    """Return how much is checked by now, where that became more."""
    return [say("ask.checked", language, **_counts(after))] if before != after else []


def taken_lines(taken: Taken, prompt: Prompt, language: str) -> list[str]:
    """Return what was stored, and what it means: findings that came or went, and the verdict where it changed."""
    lines = _stored_lines(taken.stored, prompt, taken.after, language)
    for text in finding_sentences(taken, language):
        lines += text_lines(text, INDENT, INDENT * 2)
    for text in verdict_sentences(taken.before, taken.after, language):
        lines += text_lines(text, INDENT * 2)
    return lines


def checked_lines(before: Coverage, after: Coverage, language: str) -> list[str]:
    """Return how much is checked by now, where that became more."""
    return [line for text in checked_sentences(before, after, language) for line in text_lines(text, INDENT)]


def verdict_lines(walk: Walk, language: str) -> list[str]:
    """Return the verdict so far with what leads to it."""
    display = Display(columns(), hints=False)
    return ["", *summary(Reading(walk.assessment, walk.kb, language), display).rstrip("\n").split("\n")]


def end_lines(walk: Walk, language: str) -> list[str]:
    """Return what is said when nothing is left to ask: whether an answer that is missing could still change something."""
    open_ = walk.unsettled()
    lines = ["", *text_lines(say("ask.done.open" if open_ else "ask.done", language))]
    counted: dict[tuple[str, str], int] = {}
    for _, cell in open_:
        key = (cell.asked.answer, cell.asked.whom or "") if cell.asked is not None else ("later", "")
        counted[key] = counted.get(key, 0) + 1
    for (answer, whom), number in sorted(counted.items()):
        lines += text_lines(say(f"ask.left.{answer}", language, n=number, whom=whom), INDENT)
    finer = sum(page.offered for page in walk.pages)
    return [*lines, *(text_lines(say("ask.done.finer", language, n=finer)) if finer else [])]


def farewell_lines(walk: Walk, language: str) -> list[str]:
    """Return where everything is, and what comes next."""
    path = str(walk.file.path)
    told = {"verdict": reached(walk.assessment, walk.kb, language), **_counts(walk.assessment.coverage)}
    lines = [*text_lines(say("ask.verdict", language, **told)), say("ask.saved", language, path=path)]
    path = as_argument(path)
    if walk.left:
        lines.append(say("ask.again", language, path=path))
    elif walk.unsettled():
        lines.append(say("ask.again.unknown", language, path=path))
    return [clean(line) for line in [*lines, say("ask.memo", language, path=path)]]


def _stored_lines(stored: Sequence[Stored], prompt: Prompt, walk: Walk, language: str) -> list[str]:
    """Return what was recorded: of several questions by answer, each with what it is about."""
    if not stored:
        return text_lines(say("ask.stored.nothing", language), INDENT)
    names = {cell.id: name for row, name in zip(prompt.rows, _row_names(prompt), strict=False) for cell in row}
    told: dict[str, dict[str, None]] = {}
    for one in stored:
        name = names.get(one.cell.id) or one.cell.label
        told.setdefault(_said(one, walk, language), {})[name[language]] = None
    if len(prompt.rows) == 1:
        return [line for answer in told for line in text_lines(say("ask.stored.one", language, answer=answer), INDENT)]
    return [
        line
        for answer, about in told.items()
        for line in text_lines(say("ask.stored", language, answer=answer, names=enumerate_words(list(about), language, _NAMES)), INDENT)
    ]  # fmt: skip


def _row_names(prompt: Prompt) -> Sequence[Texts]:
    """Return what the rows of a prompt are called in few words."""
    return prompt.names if prompt.head is not None else tuple(row[0].label for row in prompt.rows)


def _said(one: Stored, walk: Walk, language: str) -> str:
    answer = one.answer
    if answer.kind == "value":
        return value_words(one.cell, answer.value, walk, language)
    if answer.kind == "add":
        return say("ask.stored.added", language, names=enumerate_words(answer.value, language))
    if answer.kind == "enough":
        return say("ask.stored.enough", language)
    return declined_words(answer.kind, answer.whom, language)


def _counts(coverage: Coverage) -> dict[str, int]:
    return {"told": coverage.told, "due": coverage.due}
