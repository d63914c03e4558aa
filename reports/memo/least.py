"""The least that leads to a better verdict: what to change, and what to find out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from ...engine.alike import alike
from ...engine.knowledge.model import VERDICTS
from ...engine.whatif.changes import as_json
from ...engine.whatif.improvement import advising
from ..texts import enumerate_words, joined, rest_counted
from ..words.names import Reading
from ..words.verdict import actions, waiting_words
from ..writers.blocks import Block, Fold, Heading, Item, Paragraph, Span
from .actions import reference
from .questions import whom

if TYPE_CHECKING:
    from ...engine.whatif.changes import Change
    from ...engine.whatif.improvement import ImprovementStep

_CODES_SHOWN = 4
_SUBJECTS_NAMED = 4
_SHORT_STEPS = 2


def least_blocks(reading: Reading) -> Iterator[Block]:
    """Yield the least change, folded; nothing when nothing better can be reached or none was looked for."""
    if not _is_told(reading):
        return
    change, find_out, notes = _steps(reading, found_out=False), _steps(reading, found_out=True), _notes(reading)
    blocks: list[Block] = []
    if change:
        blocks += [Heading(reading.say("least.change"), 3)] if find_out else []
        given: set[str] = set()
        for step in change:
            text, advice = _text(reading, step), _advice(reading, step)
            given, advice = given | {advice}, reading.say("action.same.above") if advice and advice in given else advice
            reached = Span(reading.say("least.reached", text=text), "soft")
            told = (Span(advice, "strong"), reached) if advice else (text,)
            blocks.append(Item((*told, Span(_who(reading, step), "soft"), *_reasons(reading, step))))
    if find_out:
        blocks += [Heading(reading.say("least.find_out"), 3)] if change else []
        for step in find_out:
            subjects = _subjects(reading, step)
            about = [Span(subjects, "soft")] if subjects else []
            answer = Span(_answer(reading, step.changes[0]), "strong")
            who = Span(_who(reading, step), "soft")
            blocks.append(Item((_question(reading, step.changes[0]), *about, "→", answer, who)))
    blocks += [Paragraph(" ".join(notes), soft=True)] if notes else []
    yield Fold(_title(reading), tuple(blocks), name="least")


def least_rows(reading: Reading, *, full: bool) -> tuple[str, list[tuple[str, list[str]]]]:
    """Return the title of the least change and its rows, a label and texts each; nothing when there is none to tell.

    In full, every step is told, and how it was established.
    """
    if not _is_told(reading):
        return "", []
    change = [_changed(reading, step) for step in _steps(reading, found_out=False)]
    shown = len(change) if full else _SHORT_STEPS
    more = rest_counted(change, shown, reading.language)
    limit = None if full else _SHORT_STEPS
    find_out = [
        reading.say(
            "least.answered",
            fact=enumerate_words(_facts(reading, same), reading.language, limit),
            answer=_answer(reading, same[0].changes[0]),
        )
        for same in alike(_steps(reading, found_out=True), lambda step: (_answer(reading, step.changes[0]),))
    ]
    rows = [("least.short.change", [*change[:shown], *more]), ("least.short.find_out", find_out)]
    if full or not change + find_out:
        rows.append(("severity_note", _notes(reading)))
    return _title(reading), [row for row in rows if row[1]]


def _is_told(reading: Reading) -> bool:
    """Tell whether there is something to tell: what to do where one of two findings stays stands with the actions."""
    ahead = reading.outlook
    if ahead is None or ahead.improvement.effort == 0:
        return False
    return bool(ahead.ways) or reading.assessment.either is None


def _steps(reading: Reading, *, found_out: bool) -> list[ImprovementStep]:
    """Return the steps that are only to find something out, or those that change something."""
    steps = reading.ahead.ways[0].steps if reading.ahead.ways else ()
    return [step for step in steps if all(change.found_out for change in step.changes) is found_out]


def _title(reading: Reading) -> str:
    improvement, ways = reading.ahead.improvement, reading.ahead.ways
    wanted = improvement.wanted
    title = "least.title.best" if wanted == "proceed" else "least.title"
    if not ways and improvement.exhaustive and improvement.fixed:
        title = "least.title.none"
    if ways and ways[0].verdict != ways[0].known:
        title = (
            "least.title.open" if any(step.clears or step.eases for step in ways[0].steps) else "least.title.answers"
        )
    reached = title in ("least.title", "least.title.best")
    settled = not reached or not ways or ways[0].worst == wanted
    return reading.say(title, verdict=reading.teller.verdict(wanted, settled=settled))


def _notes(reading: Reading) -> list[str]:
    """Return what is still open with the least change; that there is none, and why, where there is none."""
    improvement, ways = reading.ahead.improvement, reading.ahead.ways
    if not ways:
        wanted = reading.teller.verdict(improvement.wanted)
        subjects: dict[str, list[str]] = {}
        for one in improvement.fixed:
            subjects.setdefault(one.code, []).extend([one.subject] if one.subject else [])
        if improvement.exhaustive and subjects:
            points = [
                reading.say("subject.noted", subject=reading.teller.titles(code, about).rstrip("。. "), note=code)
                for code, about in subjects.items()
            ]
            told = enumerate_words(points, reading.language, _CODES_SHOWN)
            return [reading.say("least.none", codes=told)]
        return [reading.say("least.none.found", verdict=wanted)]
    change = _steps(reading, found_out=False)
    notes = [reading.say("least.left_out")] if change else []
    if any(part.found_out for step in change for part in step.changes):
        notes.append(reading.say("least.made_sure"))
    if ways[0].verdict != ways[0].known:
        then = reading.teller.verdict(ways[0].verdict)
        facts = waiting_words(ways[0], reading.assessment.questions, reading.teller)
        phase = any(change.fact == reading.kb.verdict.phase for change in ways[0].changes)
        notes.append(reading.say("least.until.phase") if phase else reading.say("least.until", then=then, facts=facts))
    if VERDICTS.index(ways[0].worst) < VERDICTS.index(improvement.wanted):
        notes.append(reading.say("least.open", worst=reading.teller.verdict(ways[0].worst)))
    if not improvement.exhaustive:
        notes.append(reading.say("least.uncertain"))
    return notes


def _who(reading: Reading, step: ImprovementStep) -> str:
    """Return who acts, of what has to be found out whom to ask, as the questions and the actions of the memo say it."""
    keys = {change.key for change in step.changes}
    asked = [one for one in reading.assessment.questions if one.address in keys]
    if not step.told and len(asked) == len(keys):
        return whom(reading, asked)
    return reading.teller.acting(step.owner, [change.subject for change in step.changes])


def _advice(reading: Reading, step: ImprovementStep) -> str:
    """Return the advice of the gravest finding that a step is told by, one of today before one that it keeps away."""
    told, language = {one.code for one in step.told}, reading.language
    ahead = [(one.code, {language: reading.teller.advice(one.code, one.subject)}) for one in advising(step, reading.kb)]
    of_today = ((one.code, one.advice) for one in actions(reading.assessment) if one.code in told)
    for code, advice in (*of_today, *ahead):
        return reading.teller.advice_to(advice, [one.subject for one in step.told if one.code == code])
    return ""


def _reasons(reading: Reading, step: ImprovementStep) -> list[Span]:
    """Return the codes of the findings that a step is told by or clears besides; of one that clears none, what it keeps away."""
    found = {finding.code: finding for finding in reversed(actions(reading.assessment))}
    codes = dict.fromkeys(one.code for one in (*step.told, *step.clears))
    cleared = [reference(reading, found[code]) for code in codes if code in found]
    if cleared or not step.prevents:
        return cleared
    kept = step.prevents[0]
    title = reading.teller.title(kept.code, kept.subject).rstrip("。. ")
    return [Span(reading.say("least.prevents", title=title, code=kept.code), "soft")]


def _changed(reading: Reading, step: ImprovementStep) -> str:
    text, reasons = _text(reading, step), [one.text for one in _reasons(reading, step)]
    return f"{text} [{', '.join(reasons)}]" if reasons else text


def _text(reading: Reading, step: ImprovementStep) -> str:
    """Return what is changed, in words, as it stands at the beginning of a line."""
    text = _change(reading, step)
    return text[:1].upper() + text[1:]


def _change(reading: Reading, step: ImprovementStep) -> str:
    first, teller = step.changes[0], reading.teller
    listed = reading.kb.vocabulary.lists.get(first.fact)
    if listed is None:
        same = alike(step.parts, lambda part: _values(reading, part))
        return joined([_facts_change(reading, parts) for parts in same], reading.language, "semicolon")
    if first.value is None:
        name = f"{reading.text(listed.element_label)} {teller.subject(first.subject or '')}"
        return reading.say("give_up", element=name)
    facts = [
        reading.say("labelled", label=teller.fact(change.fact), text=teller.value(change.fact, as_json(change.value)))
        for change in step.changes[1:]
    ]
    element = reading.text(listed.element_label)
    if not facts:
        return reading.say("add", element=element)
    return reading.say("least.add.with", element=element, facts=enumerate_words(facts, reading.language))


def _values(reading: Reading, step: ImprovementStep) -> tuple[str, str, str]:
    """Return what is said of a fact today and then, and what it is said of."""
    first = step.changes[0]
    return reading.teller.value(first.fact, as_json(step.now[0])), _answer(reading, first), _subjects(reading, step)


def _facts_change(reading: Reading, parts: Sequence[ImprovementStep]) -> str:
    """Return a change of facts that are and will be alike."""
    now, then, subjects = _values(reading, parts[0])
    facts = enumerate_words([reading.teller.fact(part.changes[0].fact) for part in parts], reading.language)
    told = reading.say("least.step", fact=facts, now=now, then=then)
    return reading.say("subject.noted", subject=told, note=subjects) if subjects else told


def _answer(reading: Reading, change: Change) -> str:
    """Return the value that leads there; of a few that can be told apart, every one that does."""
    from ..words.answers import leading_words

    if change.fact in reading.kb.vocabulary.lists:
        return ""
    if change.fact == reading.kb.verdict.phase:
        return reading.say("least.phase")
    leading = reading.ahead.answers.get(change.key, (change.value,) if change.value is not None else ())
    return leading_words(change, leading, reading.teller) or reading.say("least.any")


def _question(reading: Reading, change: Change) -> str:
    vocabulary = reading.kb.vocabulary
    listed = vocabulary.lists.get(change.fact)
    asked = listed.question if listed is not None else vocabulary.facts[change.fact].question
    return reading.text(asked) if asked else reading.teller.fact(change.fact)


def _subjects(reading: Reading, step: ImprovementStep) -> str:
    """Return what equal changes are about."""
    subjects = [change.subject for change in step.changes if change.subject is not None]
    if not subjects or step.changes[0].fact in reading.kb.vocabulary.lists:
        return ""
    return reading.teller.subjects(subjects, _SUBJECTS_NAMED)


def _facts(reading: Reading, steps: Sequence[ImprovementStep]) -> list[str]:
    """Return what is to be found out; several facts of the same subjects in one."""
    about: Callable[[ImprovementStep], str | None] = lambda step: _subjects(reading, step) or None  # noqa: E731
    found = [reading.teller.fact(step.changes[0].fact) for step in steps if not about(step)]
    for same in alike([step for step in steps if about(step)], about):
        facts = enumerate_words([reading.teller.fact(step.changes[0].fact) for step in same], reading.language)
        found.append(reading.say("subject.noted", subject=facts, note=about(same[0])))
    return found
