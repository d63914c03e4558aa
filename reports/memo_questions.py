"""Questions as the memo shows them: what to find out, in the order of its consequence, and what waits for the answer.

The same question about several elements is asked once, with the elements beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..engine.assess.model import Question
from ..engine.knowledge.model import SEVERITIES
from .messages import enumerate_words
from .words import Reading, path_of, severity_word

SHOWN = 7
_CODES_SHOWN = 5
_SUBJECTS_SHOWN = 6


def questions_view(reading: Reading) -> dict[str, Any]:
    """Return the first questions and the rest."""
    by_fact: dict[tuple[str, bool], list[Question]] = {}
    for question in reading.assessment.questions:
        by_fact.setdefault((question.fact, question.must_know), []).append(question)
    questions = [_asked(reading, same) for same in by_fact.values()]
    return {
        "note": reading.say("memo.questions.note", n=len(reading.assessment.questions)),
        "shown": questions[:SHOWN],
        "rest": questions[SHOWN:],
        "rest_title": reading.say("memo.questions.more", n=len(questions) - SHOWN),
        "rest_start": SHOWN + 1,
    }


def _asked(reading: Reading, same: Sequence[Question]) -> dict[str, Any]:
    first = same[0]
    subjects = [reading.text(question.subject_label) for question in same if question.subject_label]
    codes = dict.fromkeys(code for question in same for code in question.codes)
    worst = min((question.severity for question in same), key=SEVERITIES.index)
    return {
        "text": reading.text(first.text),
        "subjects": enumerate_words(subjects, reading.language, shown=_SUBJECTS_SHOWN),
        "path": path_of(reading, first.fact, first.subject) if len(same) == 1 else first.fact,
        "must": first.must_know,
        "help": reading.text(first.help) if first.help else "",
        "waits": reading.say(
            "memo.questions.waits",
            codes=enumerate_words(list(codes), reading.language, shown=_CODES_SHOWN),
            severity=severity_word(reading, worst),
        ),
    }
