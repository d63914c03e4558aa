"""What the terminal says of an outlook: the least change in a few lines, and what the answers to a question would do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..texts.common import enumerate_words
from ..words.names import Reading
from .least import least_view
from .questions import consequences

if TYPE_CHECKING:
    from ...engine.whatif.outlook import Outlook, Prospect

_STEPS_SHOWN = 6
_ANSWERS_SHOWN = 2


def least_rows(reading: Reading, outlook: Outlook | None, *, full: bool) -> tuple[str, list[tuple[str, list[str]]]]:
    """Return the title of the least change and its rows: a label and texts each; nothing when there is none to tell.

    Args:
        reading: What is told.
        outlook: Where the project stands.
        full: Whether to tell every step and how it was established.
    """
    view = least_view(reading, outlook)
    if not view:
        return "", []
    shown = len(view["change"]) if full else _STEPS_SHOWN
    change = [_changed(step["text"], [one["code"] for one in step["clears"]]) for step in view["change"]]
    by_answer: dict[str, list[dict[str, str]]] = {}
    for step in view["find_out"]:
        by_answer.setdefault(step["answer"], []).append(step)
    limit = None if full else _STEPS_SHOWN
    find_out = [
        reading.say(
            "least.answered", fact=enumerate_words(_facts(reading, same), reading.language, limit), answer=answer
        )
        for answer, same in by_answer.items()
    ]
    rows = [("least.short.change", change[:shown])]
    if len(change) > shown:
        rows[0][1].append(reading.say("finding.evidence.more", n=len(change) - shown))
    if find_out:
        rows.append(("least.short.find_out", find_out))
    if full or not change + find_out:
        rows.append(("least.short.note", list(view["notes"])))
    return view["title"], [row for row in rows if row[1]]


def answer_lines(reading: Reading, outlook: Outlook, prospect: Prospect, *, full: bool) -> list[str]:
    """Return what the answers to a question would do, one line each.

    Args:
        reading: What is told.
        outlook: Where the project stands.
        prospect: The question.
        full: Whether to tell of every answer that changes something.
    """
    told = consequences(reading, outlook, prospect)
    lines = [
        reading.say("answer.if", answer=one["answer"], text=one["text"]) if one["answer"] else one["text"]
        for one in told
    ]
    return lines if full else lines[:_ANSWERS_SHOWN]


def _changed(text: str, codes: Sequence[str]) -> str:
    return f"{text} [{', '.join(codes)}]" if codes else text


def _facts(reading: Reading, steps: Sequence[dict[str, str]]) -> list[str]:
    """Return what is to be found out; several facts of the same subjects in one."""
    found: list[str] = []
    by_subjects: dict[str, list[str]] = {}
    for step in steps:
        if not step["subjects"]:
            found.append(step["label"])
        by_subjects.setdefault(step["subjects"], []).append(step["label"])
    for subjects, labels in by_subjects.items():
        if subjects:
            facts = enumerate_words(labels, reading.language)
            found.append(reading.say("fact_of", fact=facts, subject=subjects))
    return found
