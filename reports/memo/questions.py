"""Questions as the memo shows them: what to find out, in the order of the assessment, and what each answer would change.

What is asked as one question stands there once, with its elements and facts beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from ...engine.assess.model import Question
from ...engine.knowledge.model import SEVERITIES
from ...engine.project.address import source_and_id
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
        later, number = 0, len(reading.assessment.questions)
    else:
        groups = foreseen_together(outlook)
        asked = [_foreseen(reading, outlook, same, full=number < SHOWN) for number, same in enumerate(groups)]
        later, number = len(outlook.later), len(outlook.prospects)
    return {
        "note": reading.say("questions.note", n=number + later, asked=number, questions=len(asked)),
        "shown": asked[:SHOWN],
        "rest": asked[SHOWN:],
        "rest_title": reading.say("memo.questions.more", n=len(asked) - SHOWN),
        "rest_start": SHOWN + 1,
        "later": reading.say("memo.questions.later", n=later) if later else "",
    }


def asked_together(questions: Sequence[Question]) -> list[list[Question]]:
    """Return questions in their order, those that are asked as one together."""
    return [list(same) for _, same in groupby(questions, lambda one: one.together)]


def foreseen_together(outlook: Outlook) -> list[list[Prospect]]:
    """Return questions in their order, those that are asked as one together."""
    return [list(same) for _, same in groupby(outlook.prospects, lambda one: one.question.together)]


def question_text(reading: Reading, same: Sequence[Question]) -> str:
    """Return what is asked by questions that are asked as one."""
    grid = reading.kb.presentation.grid(same[0].fact) if len(same) > 1 else None
    return reading.text(same[0].text if grid is None else grid.question)


def members(reading: Reading, same: Sequence[Question], shown: int | None = _SUBJECTS_SHOWN) -> str:
    """Return what questions that are asked as one are about: their elements, and their facts where there are several."""
    subjects = list(dict.fromkeys(one.subject for one in same if one.subject is not None))
    labels = list(dict.fromkeys(reading.text(one.label) for one in same))
    listed = reading.kb.vocabulary.lists.get(source_and_id(subjects[0])[0]) if subjects else None
    named = (
        reading.kb.presentation.grid(same[0].fact) is not None and len(same) > 1
    )  # a grid's question names its family
    every = listed is not None and len(listed.members) == len(subjects)
    told = [reading.teller.subjects(subjects, shown)] if subjects and not (named and every) else []
    if len(labels) > 1:
        told.append(enumerate_words(labels, reading.language))
    return reading.say("questions.members").join(told)


def consequences(
    reading: Reading, outlook: Outlook, same: Sequence[Prospect], *, titled: bool = False, full: bool = False
) -> list[dict[str, str]]:
    """Return what each answer would change, equal ones together; one entry without an answer where none does.

    Args:
        reading: What is told.
        outlook: Where the project stands.
        same: The questions that are asked as one; where their answers do not do the same, each is told for itself.
        titled: Whether to give the title of the worst finding.
        full: Whether to tell of answers that change nothing, too.
    """
    from ..words.answers import likeness

    alike: dict[tuple[Any, ...], list[Prospect]] = {}
    for prospect in same:
        alike.setdefault(likeness(prospect), []).append(prospect)
    found = []
    for group in alike.values():
        told = _consequences(reading, outlook, group[0], titled=titled, alike=len(group) > 1, full=full)
        if len(alike) > 1:
            about = _which(reading, [one.question for one in group], [one.question for one in same])
            told = [{**one, "answer": _about(reading, about, one["answer"])} for one in told]
        found += told
    return found


def _which(reading: Reading, part: Sequence[Question], same: Sequence[Question]) -> str:
    """Return which of the questions that are asked as one are meant."""
    fact = reading.text(part[0].label) if len({one.fact for one in same}) > 1 else ""
    subjects = [one.subject for one in part if one.subject is not None]
    if len(subjects) == len({one.subject for one in same}):
        return fact or reading.teller.subjects(subjects, _SUBJECTS_SHOWN)
    about = reading.teller.subjects(subjects, _SUBJECTS_SHOWN)
    return reading.say("fact_of", fact=fact, subject=about) if fact else about


def _about(reading: Reading, about: str, answer: str) -> str:
    return reading.say("labelled", label=about, text=answer) if answer else about


def _consequences(
    reading: Reading, outlook: Outlook, prospect: Prospect, *, titled: bool, alike: bool, full: bool
) -> list[dict[str, str]]:
    """Return what each answer to a question would change; alike where it stands for the same one about others, too."""
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


def answer_lines(reading: Reading, outlook: Outlook, same: Sequence[Prospect], *, full: bool) -> list[str]:
    """Return what the answers to a question would do, one line each.

    Args:
        reading: What is told.
        outlook: Where the project stands.
        same: The questions that are asked as one.
        full: Whether to tell of every answer that changes something.
    """
    told = consequences(reading, outlook, same)
    lines = [
        reading.say("answer.if", answer=one["answer"], text=one["text"]) if one["answer"] else one["text"]
        for one in told
    ]
    return lines if full else lines[:_ANSWERS_SHOWN]


def whom_to_ask(reading: Reading, same: Sequence[Question]) -> str:
    """Return who can usually answer; the organisation concerned by name where it is one."""
    ask = list(dict.fromkeys(role for one in same for role in one.ask))
    subjects = {one.subject for one in same}
    subject = next(iter(subjects)) if len(subjects) == 1 else None
    whom = reading.teller.owners(ask, None if subject is None else reading.teller.subject(subject))
    return reading.say("labelled", label=reading.say("questions.ask"), text=whom) if ask else ""


def asked_lines(reading: Reading, same: Sequence[Question]) -> list[str]:
    """Return whom to ask, and what is known of earlier attempts, one line for each different answer."""
    whom = whom_to_ask(reading, same)
    return ([whom] if whom else []) + _attempts(reading, same)


def _attempts(reading: Reading, same: Sequence[Question]) -> list[str]:
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
    answers = consequences(reading, outlook, same, titled=full, full=full)
    return {**_asked(reading, [one.question for one in same]), "waits": "", "answers": answers}


def _asked(reading: Reading, same: Sequence[Question]) -> dict[str, Any]:
    first = same[0]
    return {
        "text": question_text(reading, same),
        "subjects": members(reading, same),
        "path": path_of(same),
        "must": first.must_know,
        "help": reading.text(first.help) if first.help and len({one.fact for one in same}) == 1 else "",
        "asked": asked_lines(reading, same),
    }


def path_of(same: Sequence[Question]) -> str:
    """Return the name by which questions that are asked as one can be looked up: of a fact, or of all that they share."""
    facts = list(dict.fromkeys(one.fact for one in same))
    return str(same[0].address) if len(same) == 1 else ", ".join(facts)
