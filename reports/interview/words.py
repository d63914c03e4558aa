"""The interview in words: what a page asks, why it does, and what its answers are called. Pure functions.

Everything told here comes from the knowledge base and from running it; no reason is written by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from msgspec.structs import replace

from ...engine.interview.answers import choices
from ...engine.interview.consequences import Consequence, consequences
from ...engine.interview.interview import Interview
from ...engine.interview.pages import Page, element_of
from ...engine.knowledge.model import Rule
from ...engine.project.address import Address, source_and_id
from ...engine.project.memory import Value
from ...engine.whatif.effects import Reported
from ..texts import joined, say
from ..words.names import without_subject

_NAMED = 2
"""Sentences that tell why a page is asked, unless all are wanted."""

_EFFECTS = ("added", "cleared", "ruled_out")

_LISTED = 3
"""Answers that are named one by one; of more, those that are not meant are named if they are fewer."""


def subject_name(subject: str, interview: Interview, language: str) -> str:
    """Return what people call a subject (`organisations/city`, `capitals/human`)."""
    source, name = source_and_id(subject)
    listed = interview.kb.vocabulary.lists.get(source)
    if listed is not None and name in listed.members:
        return listed.members[name][language]
    return interview.project.names.get(subject, name)


def question(page: Page, interview: Interview, language: str) -> str:
    """Return the question of a page, with the subject it is about."""
    vocabulary = interview.kb.vocabulary
    listed = vocabulary.lists.get(page.fact)
    if listed is not None:
        text = (listed.question or listed.label)[language]
        return say("list.another", language, text=text) if interview.project.memory.elements.get(page.fact) else text
    text = vocabulary.facts[page.fact].question[language]
    subject = element_of(page, interview.kb)
    if subject is None:
        return text
    name = subject_name(subject, interview, language)
    family = vocabulary.lists[source_and_id(subject)[0]]
    if family.members:
        name += (" " if language == "en" else "") + family.element_label[language]
    return say("interview.about", language, subject=name, text=text)


def value_words(page_fact: str, value: Any, interview: Interview, language: str) -> str:
    """Return a JSON value of a fact as people say it."""
    options = {
        str(option.value): option.label[language]
        for option in choices(Address(page_fact), interview.project, interview.kb)
    }
    if isinstance(value, (list, tuple)):
        return joined((options.get(str(item), str(item)) for item in value), language) or say("values.empty", language)
    return options.get(str(value), f"{value:g}" if isinstance(value, float) else str(value))


def reasons(page: Page, interview: Interview, language: str) -> list[str]:
    """Return why a page is asked: the two weightiest sentences on what an answer would raise, clear, rule out or settle.

    Args:
        page: The page.
        interview: Where the project stands.
        language: `en` or `ja`.
    """
    found = _together(consequences(interview.what, page.key))
    telling = [one for one in found if one.verdict is not None or one.added or one.cleared]
    if not telling:
        telling = [one for one in found if one.ruled_out][:1] or [one for one in found if one.settled][:1]
    sentences = [_sentence(one, found, page, interview, language) for one in telling[:_NAMED]]
    if page.chapter == 0 and not sentences:
        sentences.append(say("why.shown" if _is_only_shown(page, interview) else "why.framing", language))
    return _must(page, interview, language) + sentences


def reasons_in_full(page: Page, interview: Interview, language: str) -> list[tuple[str, list[str]]]:
    """Return in full why a page is asked: answers, and what they do, one finding after the other."""
    found = consequences(interview.what, page.key)
    told: list[tuple[str, list[str]]] = [(text, []) for text in _must(page, interview, language)]
    if page.chapter == 0 and _is_only_shown(page, interview):
        return [*told, (say("why.shown", language), [])]
    for one in found:
        values = _values(one, found, page, interview, language)
        told.append((say("why.of", language, values=values), _effects(one, interview, language)))
    return told or [(say("why.known", language), [])]


def _together(found: Sequence[Consequence]) -> list[Consequence]:
    """Return consequences with those as one that differ in nothing but what they rule out, which is told in full only."""
    merged: dict[object, Consequence] = {}
    for one in found:
        key = (one.verdict, one.added, one.cleared) if one.verdict or one.added or one.cleared else one
        same = merged.get(key)
        merged[key] = one if same is None else replace(same, values=(*same.values, *one.values))
    return list(merged.values())


def _must(page: Page, interview: Interview, language: str) -> list[str]:
    return [say("why.must", language)] if page.key in interview.needed() else []


def _is_only_shown(page: Page, interview: Interview) -> bool:
    """Tell whether no rule reads what a framing question asks for."""
    return interview.kb.vocabulary.facts[page.fact].type == "text"


def _sentence(one: Consequence, every: Sequence[Consequence], page: Page, interview: Interview, language: str) -> str:
    """Return what some answers do, in one sentence."""
    parts: list[str] = []
    for name in _EFFECTS:
        reported: tuple[Reported, ...] = getattr(one, name)
        if reported and not parts:
            findings = _finding(reported[0], interview, language)
            if len(reported) > 1:
                findings += say("rest", language, n=len(reported) - 1)
            parts.append(say(f"why.{name}", language, findings=findings))
    parts += _ends(one, interview, language, told=bool(parts))
    values = _values(one, every, page, interview, language)
    return say("why.if", language, values=values, what=joined(parts, language))


def _effects(one: Consequence, interview: Interview, language: str) -> list[str]:
    """Return all that some answers do, one finding after the other."""
    told = [
        say(f"why.{name}", language, findings=_finding(reported, interview, language)).strip()
        for name in _EFFECTS
        for reported in getattr(one, name)
    ]
    return told + _ends(one, interview, language, told=bool(told))


def _ends(one: Consequence, interview: Interview, language: str, *, told: bool) -> list[str]:
    """Return what becomes of the verdict; where nothing was told before, what else some answers do."""
    if one.verdict is not None:
        label = interview.kb.verdict.verdict_labels[one.verdict][language]
        return [say("why.verdict", language, verdict=label)]
    return [] if told else [say("why.settled" if one.settled else "why.nothing", language, n=one.settled)]


def _finding(one: Reported, interview: Interview, language: str) -> str:
    rule = interview.kb.rule(one.code)
    title = _title(one, rule, interview, language)
    severity = interview.kb.verdict.severity_labels[one.severity][language]
    source = "" if rule.source.section is None else _source(rule.source.section, rule.source.statements, language)
    return say("interview.finding", language, code=one.code, severity=severity, title=title) + source


def _title(reported: Reported, rule: Rule, interview: Interview, language: str) -> str:
    """Return the title of a finding with its subject's name; with a word for it while no element is stated."""
    source, name = source_and_id(reported.subject or "")
    listed = interview.kb.vocabulary.lists.get(source)
    elements = interview.project.memory.elements.get(source, ())
    if listed is not None and (name in listed.members or any(element["id"] == name for element in elements)):
        subject = subject_name(reported.subject or "", interview, language)
        return rule.title[language].replace("{subject}", subject)
    return without_subject(rule.title[language], rule, interview.kb, language)


def _source(section: str, statements: Sequence[str], language: str) -> str:
    numbers = ", ".join(statements[:2]) + (", ..." if len(statements) > 2 else "")
    return say("interview.source", language, section=section, numbers=numbers)


def _values(one: Consequence, every: Sequence[Consequence], page: Page, interview: Interview, language: str) -> str:
    """Return what the answers of one consequence are called."""
    if page.fact in interview.kb.vocabulary.lists:
        return say("values.some" if one.values[0] else "values.none", language)
    definition = interview.kb.vocabulary.facts[page.fact]
    if definition.type in ("int", "number"):
        return _range(one, every, definition.type == "int", language)
    if definition.type in ("set", "refs") and len(one.values) > _LISTED:
        sizes = {len(value) for value in one.values if isinstance(value, frozenset)}
        if max(sizes) == 1:
            return say("values.at_most_one" if 0 in sizes else "values.only_one", language)
    others = [value for other in every if other is not one for value in other.values]
    words = [_value(value, page, interview, language) for value in one.values]
    if len(words) > _LISTED and 0 < len(others) < len(words):
        words = [_value(value, page, interview, language) for value in others]
        return say("values.but", language, values=_any_of(words, language))
    return _any_of(words, language)


def _value(value: Value, page: Page, interview: Interview, language: str) -> str:
    definition = interview.kb.vocabulary.facts[page.fact]
    if definition.type == "texts":
        return say("values.some" if value else "values.none", language)
    if definition.type == "text":
        return say("values.any", language)
    if isinstance(value, frozenset):
        if not value:
            return say("values.empty", language)
        options = choices(page.key, interview.project, interview.kb)
        if len(value) > 1 and len(value) == len(options):
            return say("values.all", language)
        return say("quote", language, value=value_words(page.fact, sorted(value), interview, language))
    return say("quote", language, value=value_words(page.fact, value, interview, language))


def _range(one: Consequence, every: Sequence[Consequence], whole: bool, language: str) -> str:
    """Return what numbers one consequence has: the stretches between those that were tried."""
    points = sorted(float(point) for other in every for point in other.values)  # type: ignore[arg-type]
    own = {float(point) for point in one.values}  # type: ignore[arg-type]
    stretches = [list(run) for inside, run in groupby(points, key=own.__contains__) if inside]
    return _any_of([_stretch(run[0], run[-1], points, whole, language) for run in stretches], language)


def _stretch(low: float, high: float, points: Sequence[float], whole: bool, language: str) -> str:
    if low == high and points[0] < low < points[-1]:
        return f"{low:g}"
    if low == points[0]:
        return (
            say("values.below", language, n=f"{points[points.index(high) + 1]:.10g}")
            if high < points[-1]
            else f"{low:g}"
        )
    if high == points[-1]:
        return say("values.least", language, n=f"{low:.10g}")
    if whole:
        return say("values.from_to", language, low=f"{low:.10g}", high=f"{high:.10g}")
    return say("values.between", language, low=f"{low:.10g}", high=f"{points[points.index(high) + 1]:.10g}")


def _any_of(words: Sequence[str], language: str) -> str:
    """Join alternatives as the language does."""
    if language == "ja":
        return "か".join(words)
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
