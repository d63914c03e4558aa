"""The least that leads to a better verdict: what to change, and what to find out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from ...engine.alike import alike
from ..texts import enumerate_words
from ..words.names import Reading
from ..words.verdict import actions
from ..writers.blocks import Block, Fold, Heading, Item, Paragraph, Span
from .actions import reference

if TYPE_CHECKING:
    from ...engine.whatif.changes import Change
    from ...engine.whatif.improvement import Step
    from ...engine.whatif.outlook import Outlook

_CODES_SHOWN = 4
_SUBJECTS_NAMED = 4
_STEPS_SHOWN = 6


def least_blocks(reading: Reading, outlook: Outlook | None) -> Iterator[Block]:
    """Yield the least change, folded; nothing when nothing better can be reached or none was looked for."""
    view = least_view(reading, outlook)
    if not view:
        return
    blocks: list[Block] = []
    if view["change"]:
        blocks.append(Heading(reading.say("least.change"), 3))
        for step in view["change"]:
            blocks.append(Item((step["text"], Span(step["who"], "soft"), *step["clears"])))
    if view["find_out"]:
        blocks.append(Heading(reading.say("least.find_out"), 3))
        for step in view["find_out"]:
            subjects = [Span(step["subjects"], "soft")] if step["subjects"] else []
            answer = Span(step["answer"], "strong")
            blocks.append(Item((step["question"], *subjects, "→", answer, Span(step["who"], "soft"))))
    blocks += [Paragraph(" ".join(view["notes"]), soft=True)] if view["notes"] else []
    yield Fold(view["title"], tuple(blocks), name="least")


def least_view(reading: Reading, outlook: Outlook | None) -> dict[str, Any]:
    """Return the least change as the memo shows it; empty when nothing better can be reached or none was looked for."""
    if outlook is None or outlook.improvement.effort == 0:
        return {}
    improvement = outlook.improvement
    wanted = reading.teller.verdict(improvement.wanted)
    title = "least.title.best" if outlook.improvement.wanted == "proceed" else "least.title"
    view = {"title": reading.say(title, verdict=wanted), "change": [], "find_out": [], "notes": []}
    if not outlook.ways:
        return {**view, "notes": [_none(reading, outlook, wanted)]}
    way = outlook.ways[0]
    notes = [] if improvement.exhaustive else [reading.say("least.uncertain")]
    if _rank(way.worst) < _rank(improvement.wanted):
        worst = reading.teller.verdict(way.worst)
        notes.insert(0, reading.say("least.open", worst=worst))
    told = [(step, _step(reading, outlook, step)) for step in way.steps]
    return {
        **view,
        "change": [view for step, view in told if not _is_found_out(step)],
        "find_out": [view for step, view in told if _is_found_out(step)],
        "notes": notes,
    }


def _none(reading: Reading, outlook: Outlook, wanted: str) -> str:
    improvement = outlook.improvement
    codes = list(dict.fromkeys(one.code for one in improvement.fixed))
    if improvement.exhaustive and codes:
        return reading.say("least.none", verdict=wanted, codes=enumerate_words(codes, reading.language, _CODES_SHOWN))
    return reading.say("least.none.found", verdict=wanted)


def _rank(verdict: str) -> int:
    return ("hold", "insufficient_information", "revise", "proceed").index(verdict)


def _is_found_out(step: Step) -> bool:
    return all(change.found_out for change in step.changes)


def _step(reading: Reading, outlook: Outlook, step: Step) -> dict[str, Any]:
    first = step.changes[0]
    subjects = {change.subject for change in step.changes}
    subject = subjects.pop() if len(subjects) == 1 else None
    answer = "" if first.fact in reading.kb.vocabulary.lists else _answer(reading, outlook, first)
    found = {finding.code: finding for finding in reversed(actions(reading.assessment))}
    codes = list(dict.fromkeys(one.code for one in step.clears if one.code in found))
    return {
        "text": capitalised(_text(reading, step, answer)),
        "subjects": _subjects(reading, step),
        "question": _question(reading, first),
        "label": reading.teller.fact(first.fact),
        "answer": answer,
        "who": reading.teller.owners(step.owner, None if subject is None else reading.teller.subject(subject)),
        "clears": [reference(reading, found[code]) for code in codes],
    }


def _text(reading: Reading, step: Step, answer: str) -> str:
    """Return what is changed, in words."""
    first, teller = step.changes[0], reading.teller
    listed = reading.kb.vocabulary.lists.get(first.fact)
    if listed is None:
        now = teller.value(first.fact, _plain(step.now[0]))
        subjects, fact = _subjects(reading, step), teller.fact(first.fact)
        told = reading.say("fact_of", fact=fact, subject=subjects) if subjects else fact
        return reading.say("least.step", fact=told, now=now, then=answer)
    if first.value is None:
        name = f"{reading.text(listed.element_label)} {teller.subject(first.subject or '')}"
        return reading.say("least.give_up", element=name)
    facts = [
        reading.say("labelled", label=teller.fact(change.fact), text=teller.value(change.fact, _plain(change.value)))
        for change in step.changes[1:]
    ]
    element = reading.text(listed.element_label)
    if not facts:
        return reading.say("least.add", element=element)
    return reading.say("least.add.with", element=element, facts=enumerate_words(facts, reading.language))


def capitalised(text: str) -> str:
    """Return a text as it stands at the beginning of a line."""
    return text[:1].upper() + text[1:]


def _answer(reading: Reading, outlook: Outlook, change: Change) -> str:
    """Return the value that leads there; of a few that can be told apart, every one that does."""
    from ..words.answers import any_of, bound_words

    fitting = outlook.answers.get(change.key, (change.value,))
    definition = reading.kb.vocabulary.facts[change.fact]
    if definition.type not in ("bool", "enum"):
        if definition.type == "texts" and change.value:
            return reading.say("answer.written")
        told = bound_words(change.fact, _plain(change.value), reading.teller)
        others = [one for one in fitting if isinstance(one, frozenset) and len(one) == 1]
        return reading.say("answer.alike", value=told) if len(others) > 1 else told
    if len(fitting) == (len(definition.values) or len((True, False))):
        return reading.say("least.any")
    return any_of([reading.teller.value(change.fact, value) for value in fitting], reading.language)


def _question(reading: Reading, change: Change) -> str:
    vocabulary = reading.kb.vocabulary
    listed = vocabulary.lists.get(change.fact)
    asked = listed.question if listed is not None else vocabulary.facts[change.fact].question
    return reading.text(asked) if asked else reading.teller.fact(change.fact)


def _subjects(reading: Reading, step: Step) -> str:
    """Return what equal changes are about."""
    subjects = [change.subject for change in step.changes if change.subject is not None]
    if not subjects or step.changes[0].fact in reading.kb.vocabulary.lists:
        return ""
    return reading.teller.subjects(subjects, _SUBJECTS_NAMED)


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else list(value) if isinstance(value, tuple) else value


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
    change = [_changed(step["text"], [one.text for one in step["clears"]]) for step in view["change"]]
    limit = None if full else _STEPS_SHOWN
    find_out = [
        reading.say(
            "least.answered",
            fact=enumerate_words(_facts(reading, same), reading.language, limit),
            answer=same[0]["answer"],
        )
        for same in alike(view["find_out"], itemgetter("answer"))
    ]
    rows = [("least.short.change", change[:shown])]
    if len(change) > shown:
        rows[0][1].append(reading.say("finding.evidence.more", n=len(change) - shown))
    if find_out:
        rows.append(("least.short.find_out", find_out))
    if full or not change + find_out:
        rows.append(("least.short.note", list(view["notes"])))
    return view["title"], [row for row in rows if row[1]]


def _changed(text: str, codes: Sequence[str]) -> str:
    return f"{text} [{', '.join(codes)}]" if codes else text


def _facts(reading: Reading, steps: Sequence[dict[str, str]]) -> list[str]:
    """Return what is to be found out; several facts of the same subjects in one."""
    found = [step["label"] for step in steps if not step["subjects"]]
    for same in alike([step for step in steps if step["subjects"]], itemgetter("subjects")):
        facts = enumerate_words([step["label"] for step in same], reading.language)
        found.append(reading.say("fact_of", fact=facts, subject=same[0]["subjects"]))
    return found
