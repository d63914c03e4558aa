"""Questions as the memo shows them: what to ask next and whom, in the order of its consequence, and what it changes.

What is asked as one question stands there once, with its elements and facts beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from msgspec.structs import replace

from ...engine.alike import alike
from ...engine.assess.model import Question
from ...engine.knowledge.model import SEVERITIES
from ...engine.language.completeness import completed_by, completeness
from ...engine.problems.problem import excerpt
from ...engine.project.address import Address, source_and_id
from ..texts import enumerate_words, joined
from ..words.names import Reading, write_date
from ..writers.blocks import Block, Fold, Heading, Item, Paragraph, Row, Span, Table, Words, plain

if TYPE_CHECKING:
    from ...engine.project.decisions import Asked
    from ...engine.whatif.outlook import Prospect
    from ..words.answers import Consequence

QuestionGroup: TypeAlias = "tuple[list[Question], list[Prospect]]"
"""Questions that are asked as one, and what is foreseen of them."""

SHOWN = 5
_CODES_SHOWN = 5
_SUBJECTS_SHOWN = 6
_ANSWERS_SHOWN = 2
_WHOM_SHOWN = 6
_REMARK = 120
"""Characters of what was said besides an answer that is no value."""


def question_blocks(reading: Reading) -> Iterator[Block]:
    """Yield the first questions as a table, whom all of them concern, and all of them folded.

    Without an outlook only what waits for the answers is told, not what they would change.
    """
    say, questions, outlook = reading.say, reading.assessment.questions, reading.outlook
    if not questions:
        return
    groups = [*grouped(reading), *((same, []) for same in _together(outlook.later if outlook is not None else ()))]
    showing = [one for one in groups if all(_brings_nothing(reading, question) for question in one[0])]
    groups = [one for one in groups if one not in showing] or groups
    yield Heading(say("memo.questions"), note=say("memo.questions.note"), name="questions")
    heads = tuple(say(f"question.{key}") for key in ("what", "whom", "changes"))
    rows = tuple(_row(reading, same, prospects) for same, prospects in answerable_first(reading, groups)[:SHOWN])
    yield Table(say("memo.questions"), heads, rows, kind="ask", widths=(36, 23, 41), cards=True)
    counted = Counter(whom(reading, [question]) for question in questions)
    told = [say("memo.questions.count", whom=name, n=number) for name, number in counted.most_common(_WHOM_SHOWN)]
    rest = counted.total() - sum(number for _, number in counted.most_common(_WHOM_SHOWN))
    told += [say("memo.questions.rest", n=rest)] if rest else []
    later = f" {say('memo.questions.later', n=len(outlook.later))}" if outlook is not None and outlook.later else ""
    names = enumerate_words(told, reading.language)
    yield Paragraph(say("memo.questions.whom", n=len(questions), whom=names) + later, soft=True)
    for key, some in (("open", groups), ("showing", showing if showing != groups else [])):
        number = sum(len(same) for same, _ in some)
        together = say("memo.questions.together") if number > len(some) else ""
        if some:
            items = tuple(_item(reading, same, prospects, full=key == "open") for same, prospects in some)
            yield Fold(say(f"memo.questions.{key}", n=number, together=together), items, name=key)


def answerable_first(reading: Reading, groups: Sequence[QuestionGroup]) -> list[QuestionGroup]:
    """Return questions that are asked as one in their order, but those last that are asked only after an answer which is not there yet."""
    after, open_ = reading.kb.plan.after, {one.address for one in reading.assessment.questions}

    def waits(question: Question) -> bool:
        before = None if question.must_know else after.get(question.fact)
        return before is not None and question.address.beside(before, reading.kb.vocabulary) in open_

    return sorted(groups, key=lambda group: all(map(waits, group[0])))


def _brings_nothing(reading: Reading, question: Question) -> bool:
    """Tell whether no finding waits for an answer at present: it can show what is in place, or what comes later."""
    return bool(question.codes) and all(reading.kb.rule(code).kind == "strength" for code in question.codes)


def grouped(reading: Reading) -> list[QuestionGroup]:
    """Return the questions worth asking now in their order, those that are asked as one together, and what is foreseen."""
    if reading.outlook is None:
        return [(same, []) for same in _together(reading.assessment.questions)]
    prospects = groupby(reading.outlook.prospects, lambda one: one.question.together)
    groups = [list(same) for _, same in prospects]
    return [([one.question for one in same], same) for same in groups]


def whom(reading: Reading, same: Sequence[Question]) -> str:
    """Return whom to ask: whoever was named, else who can usually answer, else who acts on what waits for the answer."""
    named = list(dict.fromkeys(one.asked.whom for one in same if one.asked is not None and one.asked.whom))
    if named:
        return enumerate_words(named, reading.language, _ANSWERS_SHOWN)
    ask = list(dict.fromkeys(role for one in same for role in one.ask))
    codes = [code for one in same for code in one.codes]
    owners = ask or list(reading.kb.rule(codes[0]).owner[:1] if codes else ())
    labels = {one.subject: one.subject_label for one in same}
    label = next(iter(labels.values())) if len(labels) == 1 else None
    return reading.teller.owners(owners or ["project_lead"], None if label is None else reading.text(label))


def _together(questions: Sequence[Question]) -> list[list[Question]]:
    """Return questions in their order, those that are asked as one together."""
    return [list(same) for _, same in groupby(questions, lambda one: one.together)]


def question_text(reading: Reading, same: Sequence[Question]) -> str:
    """Return what is asked by questions that are asked as one; of a set or a list that is named in part, what is named.

    Of what is nearly said already, that is told with it.
    """
    grid = reading.kb.presentation.grid(same[0].fact) if len(same) > 1 else None
    text = reading.text(same[0].text if grid is None else grid.question)
    listed = completed_by(same[0].fact)
    if listed != same[0].fact and (elements := reading.assessment.elements.get(listed)):
        if len(elements) > _SUBJECTS_SHOWN:
            return reading.say("question.listed.many", text=text, n=len(elements))
        named = reading.teller.subjects([f"{listed}/{one.id}" for one in elements], _SUBJECTS_SHOWN)
        return reading.say("question.listed", text=text, named=named)
    named = reading.value(same[0].fact, same[0].subject)
    if isinstance(named, list) and same[0].fact not in reading.kb.vocabulary.lists:
        return reading.say("question.named", text=text, named=reading.teller.value(same[0].fact, named))
    stated = joined(_stated_beside(reading, same), reading.language, "semicolon")
    return reading.say("question.beside", text=text, stated=stated) if stated else text


def _stated_beside(reading: Reading, same: Sequence[Question]) -> Iterator[str]:
    """Yield what is stated of the facts that nearly say what is asked: of its subject, or which elements of a list have one."""
    (first, *more), vocabulary = same, reading.kb.vocabulary
    for fact in () if more else reading.kb.plan.beside.get(first.fact, ()):
        definition = vocabulary.facts[fact]
        text = ""
        if definition.source is not None and first.subject is None:
            stated = [
                one.subject for one in reading.assessment.facts.values() if one.fact == fact and one.value is True
            ]
            others = [one for one in stated if one is not None and not _is_called(reading, one, first.fact)]
            text = reading.teller.subjects(others, _SUBJECTS_SHOWN) if others else ""
        else:
            value = reading.value(*Address(first.fact, first.subject).beside(fact, vocabulary))
            text = "" if value is None else reading.teller.value(fact, value)
        if text:
            yield reading.say("labelled", label=reading.text(definition.label), text=text)


def _is_called(reading: Reading, subject: str, asked: str) -> bool:
    """Tell whether a question calls an element by its name: "others, and not {company} alone" asks of no company."""
    texts = [
        one.question for page in reading.kb.plan.pages for one in page.questions if one.fact == asked and one.question
    ]
    called = [one for name, one in reading.kb.plan.names.items() if any(f"{{{name}}}" in text["en"] for text in texts)]
    return any(one.value is not None and reading.value(one.fact, subject) == one.value for one in called)


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
        told.append(joined(labels, reading.language, "semicolon"))
    return reading.say("questions.members").join(told)


def answer_lines(reading: Reading, same: Sequence[Prospect], *, full: bool = False, titled: bool = False) -> list[str]:
    """Return what the answers to questions that are asked as one would do, one line each, equal ones together.

    Where their answers do not do the same, each question is told for itself. In full, every answer that changes something
    is told; `titled`, the worst finding by its title.
    """
    from ..words.answers import likeness

    def told_of(group: Sequence[Prospect]) -> tuple[Hashable, ...]:
        subjects = frozenset(one.question.subject for one in group)  # each fact is meant of each of them
        return subjects, tuple(_consequences(reading, group[0], titled=titled, alike=len(subjects) > 1))

    lines = []
    same = _leading(same)
    groups = [[one for group in some for one in group] for some in alike(alike(same, likeness), told_of)]
    for group in groups:
        about, several = "", len({one.question.subject for one in group}) > 1
        if len(groups) > 1:
            about = _which(reading, [one.question for one in group], [one.question for one in same])
        for answer, text in _consequences(reading, group[0], titled=titled, alike=several):
            if answer and len(group) > 1 and all(isinstance(one.value, bool) for one in group[0].effects):
                answer = reading.say("answer.one_of", answer=answer)
            told = reading.say("labelled", label=about, text=answer) if about and answer else about or answer
            lines.append(reading.say("answer.if", answer=told, text=text) if told else text)
    return lines if full else lines[:_ANSWERS_SHOWN]


def _leading(same: Sequence[Prospect]) -> list[Prospect]:
    """Return questions that are asked as one, each with what another one about its subject leads to where it waits for that, too."""
    found = {(one.question.subject, one.leads.code): one for one in same if one.leads is not None}

    def led(one: Prospect) -> Prospect:
        keys = [(one.question.subject, code) for code in one.question.codes]
        other = one if one.leads is not None else next((found[key] for key in keys if key in found), one)
        return replace(one, leads=other.leads, among=other.among)

    return [led(one) for one in same]


def _which(reading: Reading, part: Sequence[Question], same: Sequence[Question]) -> str:
    """Return which of the questions that are asked as one are meant."""
    labels = dict.fromkeys(reading.text(one.label) for one in part)
    some = {one.fact for one in part} != {one.fact for one in same}
    fact = joined(labels, reading.language, "semicolon") if some else ""
    subjects = [one.subject for one in part if one.subject is not None]
    if len(set(subjects)) == len({one.subject for one in same} - {None}):
        return fact or reading.teller.subjects(subjects, _SUBJECTS_SHOWN)
    about = reading.teller.subjects(subjects, _SUBJECTS_SHOWN)
    return reading.say("fact_of", fact=fact, subject=about) if fact else about


def _consequences(reading: Reading, prospect: Prospect, *, titled: bool, alike: bool) -> list[tuple[str, str]]:
    """Return each answer to a question with what it would change, one without an answer where none changes anything.

    It is `alike` where it stands for the same question about others, too.
    """
    from ..words.answers import answer_words, consequences_of, effect_words, finding_words

    found = consequences_of(prospect.effects, reading.assessment.verdict)
    every = [value for one in found for value in one.values]
    ahead, leads = prospect.leads, []
    graver = ahead is not None and any(one.code == ahead.code for effect in prospect.effects for one in effect.added)
    if ahead is not None and not graver:
        finding = finding_words(ahead, reading.teller, titled=titled, alike=alike)
        unnamed = ahead.subject is None and reading.kb.rule(ahead.code).loop is not None
        how = "effect.leads.unnamed" if unnamed else "effect.leads.among" if prospect.among else "effect.leads"
        leads = [("", reading.say(how, finding=finding))]
    if not any(one.changes for one in found):
        if leads and prospect.question.fact not in reading.kb.vocabulary.lists:
            return leads
        settled = max((one.settled for one in found), default=0)
        if not settled:
            return [("", reading.say("effect.later"))]
        if prospect.question.must_know:
            return [("", reading.say("effect.settles", n=settled))]
        areas = [reading.kb.rule(code).area for code in prospect.question.codes]
        area = reading.kb.areas[max(areas, key=areas.count)]
        return [("", reading.say("effect.verdict.same", n=settled, area=reading.text(area.title)))]

    def text_of(one: Consequence) -> str:
        words = effect_words(one, reading.teller, titled=titled, alike=alike)
        if graver and ahead is not None and any(added.code == ahead.code for added in one.added):
            more = reading.say("effect.graver", severity=reading.teller.severity(ahead.severity))
            words = joined((words, more), reading.language, "stop")
        return reading.say("sentence", text=words)

    return [
        (answer_words(one.values, every, prospect.question.fact, reading.teller, one.added), text_of(one))
        for one in found
        if one.changes
    ] + leads


def asked_lines(reading: Reading, same: Sequence[Question]) -> list[str]:
    """Return what the project says of what it does not know, and of earlier attempts to find out, one line for each different text."""
    found: dict[str, list[Question]] = {}
    for question in same:
        if question.said is not None:
            told = reading.say("asked.said", text=excerpt(question.said.source or "", _REMARK))
            found.setdefault(told, []).append(question)
        if question.asked is not None:
            found.setdefault(_asked_before(reading, question.asked), []).append(question)
    return [
        reading.say("labelled", label=_which(reading, part, same), text=told) if len(part) < len(same) else told
        for told, part in found.items()
    ]


def _asked_before(reading: Reading, asked: Asked) -> str:
    day = write_date(asked.on, reading.language)
    by = reading.say("waiver.by", by=asked.by, date=day) if asked.by else day
    told = reading.say("asked", text=reading.say(f"asked.{asked.answer}", whom=asked.whom), by=by)
    return reading.say("asked.remark", text=told, remark=excerpt(asked.remark, _REMARK)) if asked.remark else told


def path_of(reading: Reading, same: Sequence[Question]) -> str:
    """Return the name by which questions that are asked as one can be looked up: of a fact, or of all that they share.

    With a set that may hold more than is named, that by which it is said to be whole.
    """
    facts = list(dict.fromkeys(one.fact for one in same))
    if len(same) > 1:
        return ", ".join(facts)
    definition = reading.kb.vocabulary.facts.get(facts[0])
    whole = [completeness(facts[0])] if definition is not None and definition.open else []
    return ", ".join([str(same[0].address), *whole])


def needed_words(reading: Reading, same: Sequence[Question]) -> str:
    """Return what a question says that a verdict needs: of a project on hold a better one; empty of others.

    Where every fact is known without which there is no verdict, it waits for those with which the project may have to stop.
    """
    assessment, first = reading.assessment, same[0]
    waits = assessment.verdict == "insufficient_information" and not assessment.missing and first.level == "may_stop"
    if not first.must_know and not waits:
        return ""
    return reading.say("must.better" if assessment.verdict == "hold" else "must")


def _row(reading: Reading, same: Sequence[Question], prospects: Sequence[Prospect]) -> Row:
    about = members(reading, same)
    needed = needed_words(reading, same)
    must = Span(needed, "sign", "unknown") if needed else None
    asked = (Span(question_text(reading, same), "strong"), *([Span(about, "soft")] if about else []))
    before = [(Span(line, "soft"),) for line in asked_lines(reading, same)]
    return Row(
        (
            [asked, *([(must,)] if must else [])],
            [whom(reading, same), *before],
            list(_changes(reading, same, prospects)),
        )
    )


def _item(reading: Reading, same: Sequence[Question], prospects: Sequence[Prospect], *, full: bool) -> Item:
    """Return a question with its path, and in full with everything that is told of it."""
    first, about = same[0], members(reading, same, None)
    told: list[Span] = [Span(question_text(reading, same)), Span(about, "soft"), Span(path_of(reading, same), "code")]
    alone = len({one.fact for one in same}) == 1
    lines: list[str] = [reading.text(first.help)] if first.help and alone else []
    lines += [plain(words) for words in _changes(reading, same, prospects)] if full else []
    lines += asked_lines(reading, same)
    told += [Span(line, "soft") for line in lines]
    return Item(tuple(one for one in told if one.text))


def _changes(reading: Reading, same: Sequence[Question], prospects: Sequence[Prospect]) -> Iterator[Words]:
    """Yield what the answers change, worst first; what waits for them where nobody looked ahead."""
    if prospects:
        yield from answer_lines(reading, prospects, titled=True)
        return
    codes = list(dict.fromkeys(code for question in same for code in question.codes))
    worst = min((question.severity for question in same), key=SEVERITIES.index)
    if codes:
        areas = dict.fromkeys(reading.text(reading.kb.areas[reading.kb.rule(code).area].title) for code in codes)
        yield reading.say(
            "memo.questions.waits",
            areas=reading.say("memo.questions.areas").join(areas),
            codes=enumerate_words(codes, reading.language, shown=_CODES_SHOWN),
            severity=reading.teller.severity(worst),
        )
