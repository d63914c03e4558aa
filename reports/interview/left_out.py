"""The questions that an interview leaves out, and why, as lines of a screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from ...engine.interview.interview import Interview
from ...engine.interview.left_out import LeftOut, questions_left_out
from ...engine.interview.pages import element_of
from ...engine.project.address import Address
from ..texts import joined, say
from .page import INDENT, text_lines
from .words import subject_name, value_words

_NAMED = 4
"""Rules, facts and elements that are named; of more it is told how many."""


class _Group(Struct):
    """Questions that are left out for the same reason: the rules, and for each question the elements it is about."""

    why: str
    facts: str
    codes: dict[str, None] = field(default_factory=dict)
    questions: dict[str, list[str]] = field(default_factory=dict)


def left_out_lines(interview: Interview, language: str) -> list[str]:
    """Return the questions that are left out, those with the same reason together."""
    found = questions_left_out(interview)
    if not found:
        return text_lines(say("left_out.none", language))
    lines = text_lines(say("left_out", language, n=len(found)))
    for group in _groups(found, interview, language):
        codes = _some(sorted(group.codes), language)
        because = say("left_out.because", language, facts=group.facts) if group.facts else ""
        reason = say(f"left_out.{group.why}", language, codes=codes, because=because)
        lines += ["", *text_lines(reason, INDENT)]
        for label, subjects in group.questions.items():
            lines += text_lines("- " + _with(label, subjects, language), INDENT * 2)
    return lines


def _groups(found: Iterable[LeftOut], interview: Interview, language: str) -> Iterable[_Group]:
    groups: dict[tuple[str, str], _Group] = {}
    for one in found:
        facts = _facts(one, interview, language)
        group = groups.setdefault((one.why, facts), _Group(one.why, facts))
        group.codes.update(dict.fromkeys(one.codes))
        subjects = group.questions.setdefault(_label(one.page.fact, interview, language), [])
        element = element_of(one.page, interview.kb)
        if element is not None:
            subjects.append(subject_name(element, interview, language))
    return groups.values()


def _facts(one: LeftOut, interview: Interview, language: str) -> str:
    """Return the facts that a question is left out for; with their elements unless the question is about them."""
    words: dict[str, list[str]] = {}
    for key in one.facts:
        subjects = words.setdefault(_fact(key, interview, language), [])
        if key[1] is not None and key[1] != one.page.subject:
            subjects.append(subject_name(key[1], interview, language))
    return _some([_with(text, subjects, language) for text, subjects in words.items()], language)


def _fact(key: Address, interview: Interview, language: str) -> str:
    """Return a fact with its value, or with the answer that is none."""
    fact = key[0]
    text = _label(fact, interview, language)
    stated = interview.project.stated.get(key)
    if fact in interview.kb.vocabulary.lists:
        return text
    if stated is not None:
        value = value_words(fact, stated.value, interview, language)
        return say("left_out.known", language, text=text, value=value)
    answer = next((asked.answer for asked in interview.project.asked if asked.key == key), None)
    return text if answer is None else say(f"left_out.{answer}", language, text=text)


def _label(fact: str, interview: Interview, language: str) -> str:
    vocabulary = interview.kb.vocabulary
    listed = vocabulary.lists.get(fact)
    return listed.label[language] if listed is not None else vocabulary.facts[fact].label[language]


def _with(text: str, subjects: Sequence[str], language: str) -> str:
    """Return a text with the elements that it is about."""
    return say("left_out.about", language, text=text, subjects=_some(subjects, language)) if subjects else text


def _some(words: Sequence[str], language: str) -> str:
    """Return words with commas between them; behind the first few, how many more there are."""
    if len(words) <= _NAMED:
        return joined(words, language)
    return say("left_out.more", language, words=joined(words[: _NAMED - 1], language), n=len(words) - _NAMED + 1)
