"""Questions as the memo shows them: what to ask next and whom, in the order of its consequence, and what it changes.

The same question about several elements is asked once, with the elements beside it, where its answers do the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from ...engine.assess.model import Question
from ...engine.knowledge.model import SEVERITIES
from ..texts.common import enumerate_words
from ..words.names import Reading, write_date
from ..writers.blocks import Block, Fold, Heading, Item, Paragraph, Row, Span, Table, Words, plain

if TYPE_CHECKING:
    from ...engine.project.decisions import Asked
    from ...engine.whatif.outlook import Outlook, Prospect

SHOWN = 5
_CODES_SHOWN = 5
_SUBJECTS_SHOWN = 6
_ANSWERS_SHOWN = 2
_WHOM_SHOWN = 6


def question_blocks(reading: Reading, outlook: Outlook | None = None) -> Iterator[Block]:
    """Yield the first questions as a table, whom all of them concern, and all of them folded.

    Args:
        reading: What is told.
        outlook: What the answers would change; without it only what waits for them is told.
    """
    say, questions = reading.say, reading.assessment.questions
    if not questions:
        return
    groups = grouped(reading, outlook)
    yield Heading(say("memo.questions"), note=say("memo.questions.note"), name="questions")
    heads = tuple(say(f"question.{key}") for key in ("what", "whom", "changes"))
    rows = tuple(_row(reading, outlook, same, prospect) for same, prospect in groups[:SHOWN])
    yield Table(say("memo.questions"), heads, rows, kind="ask", widths=(42, 18, 40), cards=True)
    counted = Counter(whom(reading, question) for question in questions)
    told = [say("memo.questions.count", whom=name, n=number) for name, number in counted.most_common(_WHOM_SHOWN)]
    later = f" {say('memo.questions.later', n=len(outlook.later))}" if outlook is not None and outlook.later else ""
    names = enumerate_words(told, reading.language)
    yield Paragraph(say("memo.questions.whom", n=len(questions), whom=names) + later, soft=True)
    items = tuple(_item(reading, outlook, same, prospect) for same, prospect in groups)
    yield Fold(say("memo.questions.all", n=len(questions)), items, name="open")


def grouped(reading: Reading, outlook: Outlook | None) -> list[tuple[list[Question], Prospect | None]]:
    """Return the questions, equal ones together, the most consequential first; what waits for others comes last."""
    if outlook is None:
        return [(same, None) for same in asked_together(reading.assessment.questions)]
    later = asked_together(outlook.later)
    return [
        *(([one.question for one in same], same[0]) for same in foreseen_together(outlook)),
        *((same, None) for same in later),
    ]


def whom(reading: Reading, question: Question) -> str:
    """Return whom to ask: whoever is said to know, else who acts on what waits for the answer."""
    if question.asked is not None and question.asked.whom:
        return question.asked.whom
    owner = reading.kb.rule(question.codes[0]).owner if question.codes else ()
    about = reading.text(question.subject_label) if question.subject_label is not None else None
    return reading.teller.owners(owner[:1] or ("project_lead",), about)


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
) -> list[dict[str, str]]:
    """Return what each answer would change, equal ones together; one entry without an answer where none does.

    Args:
        reading: What is told.
        outlook: Where the project stands.
        prospect: The question.
        titled: Whether to give the title of the worst finding.
        alike: Whether the question stands for the same one about others, too.
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
        if one.changes
    ]


def answer_lines(
    reading: Reading,
    outlook: Outlook,
    prospect: Prospect,
    *,
    full: bool = False,
    titled: bool = False,
    alike: bool = False,
) -> list[str]:
    """Return what the answers to a question would do, one line each.

    Args:
        reading: What is told.
        outlook: Where the project stands.
        prospect: The question.
        full: Whether to tell of every answer that changes something.
        titled: Whether to give the title of the worst finding.
        alike: Whether the question stands for the same one about others, too.
    """
    told = consequences(reading, outlook, prospect, titled=titled, alike=alike)
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


def _row(reading: Reading, outlook: Outlook | None, same: Sequence[Question], prospect: Prospect | None) -> Row:
    first = same[0]
    subjects = reading.teller.subjects(_subjects(same), _SUBJECTS_SHOWN)
    must = Span(reading.say("memo.questions.must"), "sign", "unknown") if first.must_know else None
    asked = (Span(reading.text(first.text), "strong"), *([Span(subjects, "soft")] if subjects else []))
    people = list(dict.fromkeys(whom(reading, question) for question in same))
    before = [(Span(line, "soft"),) for line in asked_lines(reading, same)]
    return Row(
        (
            [asked, *([(must,)] if must else [])],
            [enumerate_words(people, reading.language, _ANSWERS_SHOWN), *before],
            list(_changes(reading, outlook, same, prospect)),
        )
    )


def _item(reading: Reading, outlook: Outlook | None, same: Sequence[Question], prospect: Prospect | None) -> Item:
    """Return a question with everything that is told of it, its path among that."""
    first = same[0]
    subjects = reading.teller.subjects(_subjects(same))
    path = str(first.address) if len(same) == 1 else first.fact
    told: list[Span] = [Span(reading.text(first.text)), Span(subjects, "soft"), Span(path, "code")]
    lines: list[str] = [reading.text(first.help)] if first.help else []
    lines += [plain(words) for words in _changes(reading, outlook, same, prospect)]
    lines += asked_lines(reading, same)
    told += [Span(line, "soft") for line in lines]
    return Item(tuple(one for one in told if one.text))


def _changes(
    reading: Reading, outlook: Outlook | None, same: Sequence[Question], prospect: Prospect | None
) -> Iterator[Words]:
    """Yield what the answers change, worst first; what waits for them where nobody looked ahead."""
    if prospect is not None and outlook is not None:
        yield from answer_lines(reading, outlook, prospect, titled=True, alike=len(same) > 1)
        return
    codes = list(dict.fromkeys(code for question in same for code in question.codes))
    worst = min((question.severity for question in same), key=SEVERITIES.index)
    if codes:
        yield reading.say(
            "memo.questions.waits",
            codes=enumerate_words(codes, reading.language, shown=_CODES_SHOWN),
            severity=reading.teller.severity(worst),
        )


def _subjects(same: Sequence[Question]) -> list[str]:
    return [question.subject for question in same if question.subject is not None]
