"""What the interview asks, as lines of a screen: the head of a page, a prompt, how it is answered, what the keys do."""

from __future__ import annotations

from collections.abc import Sequence

from ...engine.interview.answers import choices
from ...engine.interview.page import Cell, Page
from ...engine.interview.walk import Walk
from ..texts import enumerate_words, is_said, say
from ..writers.console import columns
from ..writers.layout import width
from .prompts import Prompt
from .words import BETWEEN, INDENT, answer_words, example, item_lines, teller, text_lines

_KEY_COLUMNS = 7
_SHORT_HELP = 75
"""Columns of a help that is shown with its question; a longer one stands behind `?`."""


def page_lines(page: Page, walk: Walk, language: str) -> list[str]:
    """Return the head of a page: where it stands, its title, why it is asked, and who can usually answer."""
    road = walk.kb.presentation.road
    step = road[page.step].title[language] if page.step is not None and page.step < len(road) else ""
    place = say("ask.page", language, number=page.number, all=len(walk.pages), left=walk.left)
    gap = columns() - width(step) - width(place)
    lines = ["", f"{step}{' ' * gap}{place}" if gap > 0 else place, *text_lines(page.title[language])]
    if page.why is not None:
        section = next((walk.kb.statements[one].section for one in page.statements), None)
        why = page.why[language] if section is None else _cited(page.why[language], section, language)
        lines += text_lines(say("ask.why", language, why=why), INDENT)
    if page.ask:
        lines += text_lines(say("ask.who", language, who=teller(walk, language).owners(page.ask[:1], None)), INDENT)
    return lines


def key_lines(language: str, offered: int) -> list[str]:
    """Return the keys that hold for every question of a page."""
    keys = [say(f"ask.key.{key}", language) for key in ("b", "s", "r", "m")]
    keys += [say("ask.key.f", language, n=offered)] if offered else []
    return item_lines([*keys, say("ask.key.q", language), say("ask.key.help", language)])


def prompt_lines(prompt: Prompt, walk: Walk, language: str, *, again: bool) -> list[str]:
    """Return what a prompt asks and how it is answered; `again`, with the answers that there are."""
    lines = ["", *text_lines(question(prompt, language))]
    if prompt.form in ("which", "each"):
        named = (f"{number} {name[language]}" for number, name in zip(prompt.numbers, prompt.names, strict=True))
        short = all(len(name[language]) <= columns() // 3 for name in prompt.names)
        lines += item_lines(named) if short else [one for text in named for one in text_lines(text, INDENT)]
    else:
        help_ = prompt.cell.help[language] if prompt.cell.help is not None else ""
        lines += text_lines(help_, INDENT) if help_ and width(help_) <= _SHORT_HELP else []
    lines += _how(prompt, walk, language)
    if again and len(prompt.cells) == 1 and prompt.form == "one":
        lines += text_lines(say("ask.now", language, value=answer_words(prompt.cell, walk, language)), INDENT)
    elif again:
        lines += text_lines(say("ask.now", language, value=_answers_so_far(prompt, walk, language)), INDENT)
    return lines


def question(prompt: Prompt, language: str) -> str:
    """Return what a prompt asks."""
    if prompt.is_rest:
        named = zip(prompt.numbers, prompt.names, strict=True)
        names = [str(number) if prompt.head is None else f"{number} {name[language]}" for number, name in named]
        return say("ask.rest", language, names=enumerate_words(names, language))
    if prompt.form == "which" and prompt.head is None:
        return say("ask.which", language)
    if prompt.form in ("which", "each") and prompt.head is not None:
        key = "ask.which.of" if prompt.form == "which" else "ask.each.of"
        return say(key, language, head=prompt.head[language])
    text = prompt.cell.question[language]
    name = prompt.names[0][language] if prompt.names else ""
    return text if name in text else say("ask.about", language, subject=name, text=text)


def mark(prompt: Prompt, walk: Walk, language: str) -> str:
    """Return what stands in front of the cursor."""
    if prompt.form in ("names", "new"):
        return say("ask.prompt.name", language)
    cell = prompt.cell
    chosen = prompt.form in ("which", "each") and not prompt.is_rest
    by_number = chosen or (prompt.form == "one" and bool(choices(cell.address, walk.project, walk.kb)))
    return say("ask.prompt.number" if by_number else "ask.prompt.text", language)


def help_lines(prompt: Prompt, language: str) -> list[str]:
    """Return how the questions are meant, and what can be typed: a key and what it does, one a line."""
    lines = []
    meant = dict.fromkeys((cell.label[language], cell.help[language]) for cell in prompt.cells if cell.help is not None)
    for label, text in meant:
        lines += text_lines(say("ask.about", language, subject=label, text=text), INDENT)
    for line in say("ask.help", language).split("\n"):
        key, _, text = line.rpartition("\t")
        indent = " " * (len(INDENT) + _KEY_COLUMNS if key else len(INDENT))
        first, *rest = text_lines(text, indent)
        lines += [INDENT + key.ljust(_KEY_COLUMNS) + first.removeprefix(indent) if key else first, *rest]
    return lines


def _how(prompt: Prompt, walk: Walk, language: str) -> list[str]:
    """Return how a prompt is answered."""
    if prompt.is_rest:
        return item_lines(say("ask.how.rest", language).split(BETWEEN))
    declining = say("ask.how.one", language).split(BETWEEN)
    if prompt.form == "which":
        return item_lines([say("ask.how.which", language), *declining])
    cell = prompt.cell
    if prompt.form in ("names", "new"):
        return _how_names(prompt, walk, language)
    options = [option.label for option in prompt.bundle.options] if prompt.bundle is not None else [
        one.label for one in choices(cell.address, walk.project, walk.kb)
    ]  # fmt: skip
    numbered = [f"{number} {label[language]}" for number, label in enumerate(options, 1)]
    if prompt.form == "each":
        several = cell.definition is not None and cell.definition.type in ("set", "refs")
        one = "1 2" if several else "1" if numbered else example(cell.definition)
        shown = ("; " if several else " ").join([one] * min(len(prompt.rows), 3))
        how = say("ask.how.each.several" if several else "ask.how.each", language, example=shown)
        return [*item_lines(numbered), *item_lines([how, *declining])]
    return [*item_lines(numbered), *_how_one(cell, bool(numbered), walk, declining, language)]


def _how_one(cell: Cell, chosen: bool, walk: Walk, declining: Sequence[str], language: str) -> list[str]:
    definition = cell.definition
    assert definition is not None
    kind = definition.type
    told: list[str] = []
    if kind == "refs" and not chosen:
        label = walk.kb.vocabulary.lists[definition.target or ""].label[language]
        told = [say("ask.nothing_to_refer_to", language, list=label)]
    elif kind in ("set", "refs"):
        told = [say("ask.how.several", language)]
    elif kind in ("int", "number"):
        told = [say("ask.how.number", language, example=example(definition), unit=_unit(definition.unit, language))]
    elif kind in ("text", "texts"):
        told = [say(f"ask.how.{kind}", language)]
    return item_lines([*told, *declining])


def _how_names(prompt: Prompt, walk: Walk, language: str) -> list[str]:
    declining = say("ask.how.one", language).split(BETWEEN)
    if prompt.form == "new":
        return item_lines([say("ask.how.new", language), *declining])
    path = prompt.cell.address.fact
    tell = teller(walk, language)
    names = [tell.subject(f"{path}/{one}") for one in prompt.cell.value or ()]
    lines = item_lines(f"{number} {name}" for number, name in enumerate(names, 1))
    told = [say("ask.how.names", language), *([say("ask.how.remove", language)] if names else [])]
    return [*lines, *item_lines([*told, *declining])]


def _unit(unit: str | None, language: str) -> str:
    """Return the unit of a number in words; one that is not known here is shown as the vocabulary has it."""
    if unit is None:
        return ""
    return say(f"ask.unit.{unit}", language) if is_said(f"ask.unit.{unit}") else f" ({unit})"


def _answers_so_far(prompt: Prompt, walk: Walk, language: str) -> str:
    words = [answer_words(row[0], walk, language) for row in prompt.rows]
    if prompt.form in ("names", "new"):
        return words[0]
    return " ".join(f"{number} {word}" for number, word in zip(prompt.numbers, words, strict=True))


def _cited(why: str, section: str, language: str) -> str:
    """Return a reason with its section, in front of the full stop."""
    stop = "。" if language == "ja" else "."
    return say("ask.why.cited", language, why=why.removesuffix(stop), section=section) + stop
