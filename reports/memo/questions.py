"""Questions as the memo shows them: what to find out, in the order of its consequence, and what each answer would change.

The same question about several elements is asked once, with the elements beside it, where its answers do the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ...engine.assess.model import Question
from ...engine.knowledge.model import SEVERITIES
from ..texts.common import enumerate_words
from ..words.names import Reading, write_date

if TYPE_CHECKING:
    from ...engine.project.decisions import Asked
    from ...engine.whatif.outlook import Outlook, Prospect

SHOWN = 7
_CODES_SHOWN = 5
_SUBJECTS_SHOWN = 6
_ANSWERS_SHOWN = 2


def questions_view(reading: Reading, outlook: Outlook | None = None) -> dict[str, Any]:
    """Return the first questions and the rest.

    Args:
        reading: What is told.
        outlook: What the answers would change; without it only what waits for them is told.
    """
    if outlook is None:
        asked = [_waiting(reading, same) for same in asked_together(reading.assessment.questions)]
        later = 0
    else:
        groups = foreseen_together(outlook)
        asked = [_foreseen(reading, outlook, same, full=number < SHOWN) for number, same in enumerate(groups)]
        later = len(outlook.later)
    return {
        "note": reading.say("memo.questions.note", n=len(reading.assessment.questions) - later),
        "shown": asked[:SHOWN],
        "rest": asked[SHOWN:],
        "rest_title": reading.say("memo.questions.more", n=len(asked) - SHOWN),
        "rest_start": SHOWN + 1,
        "later": reading.say("memo.questions.later", n=later) if later else "",
    }


def asked_together(questions: Sequence[Question]) -> list[list[Question]]:
    """Return questions in their order, the same one about several elements as one."""
    found: dict[tuple[str, bool], list[Question]] = {}
    for question in questions:
        found.setdefault((question.fact, question.must_know), []).append(question)
    return list(found.values())


def foreseen_together(outlook: Outlook) -> list[list[Prospect]]:
    """Return questions in their order, the same one about several elements as one where its answers do the same."""
    if not outlook.prospects:
        return []
    from ..words.answers import likeness

    found: dict[tuple[Any, ...], list[Prospect]] = {}
    for prospect in outlook.prospects:
        found.setdefault(likeness(prospect), []).append(prospect)
    return list(found.values())


def consequences(
    reading: Reading,
    outlook: Outlook,
    prospect: Prospect,
    *,
    titled: bool = False,
    alike: bool = False,
    full: bool = False,
) -> list[dict[str, str]]:
    """Return what each answer would change, equal ones together; one entry without an answer where none does.

    Args:
        reading: What is told.
        outlook: Where the project stands.
        prospect: The question.
        titled: Whether to give the title of the worst finding.
        alike: Whether the question stands for the same one about others, too.
        full: Whether to tell of answers that change nothing, too.
    """
    from ..words.answers import answer_words, consequences_of, effect_words

    found = consequences_of(prospect.effects, outlook.verdict)
    every = [value for one in found for value in one.values]
    if not any(one.changes for one in found):
        settled = max((one.settled for one in found), default=0)
        settles = "effect.settles" if prospect.question.must_know else "effect.verdict.same"
        return [{"answer": "", "text": reading.say(settles if settled else "effect.later", n=settled)}]
    return [
        {
            "answer": answer_words(one.values, every, prospect.question.fact, reading.teller),
            "text": reading.say("sentence", text=effect_words(one, reading.teller, titled=titled, alike=alike)),
        }
        for one in found
        if one.changes or full
    ]


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


def asked_lines(reading: Reading, same: Sequence[Question]) -> list[str]:
    """Return whom to ask, and what else is known of earlier attempts, one line for each different answer."""
    found: dict[str, list[str]] = {}
    for question in same:
        if question.asked is not None:
            about = found.setdefault(_asked_before(reading, question.asked), [])
            about += [question.subject] if question.subject is not None else []
    return [
        reading.say("labelled", label=reading.teller.subjects(about, _SUBJECTS_SHOWN), text=told)
        if about and len(about) < len(same)
        else told
        for told, about in found.items()
    ]


def _asked_before(reading: Reading, asked: Asked) -> str:
    day = write_date(asked.on, reading.language)
    by = reading.say("waiver.by", by=asked.by, date=day) if asked.by else day
    return reading.say("asked", text=reading.say(f"asked.{asked.answer}", whom=asked.whom), by=by)


def _waiting(reading: Reading, same: Sequence[Question]) -> dict[str, Any]:
    codes = dict.fromkeys(code for question in same for code in question.codes)
    worst = min((question.severity for question in same), key=SEVERITIES.index)
    waits = reading.say(
        "memo.questions.waits",
        codes=enumerate_words(list(codes), reading.language, shown=_CODES_SHOWN),
        severity=reading.teller.severity(worst),
    )
    return {**_asked(reading, same), "waits": waits if codes else "", "answers": []}


def _foreseen(reading: Reading, outlook: Outlook, same: Sequence[Prospect], *, full: bool) -> dict[str, Any]:
    answers = consequences(reading, outlook, same[0], titled=full, alike=len(same) > 1, full=full)
    return {**_asked(reading, [one.question for one in same]), "waits": "", "answers": answers}


def _asked(reading: Reading, same: Sequence[Question]) -> dict[str, Any]:
    first = same[0]
    subjects = [question.subject for question in same if question.subject is not None]
    return {
        "text": reading.text(first.text),
        "subjects": reading.teller.subjects(subjects, _SUBJECTS_SHOWN),
        "path": str(first.address) if len(same) == 1 else first.fact,
        "must": first.must_know,
        "help": reading.text(first.help) if first.help else "",
        "asked": asked_lines(reading, same),
    }
