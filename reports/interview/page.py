"""What the interview shows, as lines of a screen: a page, the reasons for it, the verdict so far, the end.

Pure functions of where an interview stands; reading and printing are `interview`'s.
"""

from __future__ import annotations

from collections.abc import Iterable

from ...engine.assess.run import assess
from ...engine.interview.answers import choices
from ...engine.interview.interview import Interview
from ...engine.interview.pages import Page, Progress, element_of
from ...engine.knowledge.model import FactDefinition, ListDefinition
from ...engine.project.address import source_and_id
from ..memo.summary import summary
from ..texts import is_said, say
from ..writers.console import columns
from ..writers.layout import as_argument, clean, width, wrapped
from ..writers.screen import Screen
from .words import question, reasons, reasons_in_full, subject_name, value_words

INDENT = "  "
_BETWEEN = "   "
_KEY_COLUMNS = 5


def page_lines(page: Page, interview: Interview, language: str) -> list[str]:
    """Return a page: where it stands, the question, why it is asked, the answers, the keys."""
    lines = ["", *text_lines(heading(page, interview, language)), *text_lines(question(page, interview, language))]
    definition = interview.kb.vocabulary.facts.get(page.fact)
    if definition is not None and definition.help is not None:
        lines += text_lines(definition.help[language], INDENT)
    for sentence in reasons(page, interview, language):
        lines += text_lines(say("interview.why", language) + sentence, INDENT)
    lines += _list_lines(page, interview, language) if definition is None else _answer_lines(page, interview, language)
    stated = interview.project.stated.get(page.key)
    if stated is not None and definition is not None:
        value = value_words(page.fact, stated.value, interview, language)
        lines += text_lines(say("now", language, value=value), INDENT)
    return lines + item_lines(say(f"key.{key}", language) for key in (*_declining(page, interview), "w", "b", "m", "q"))


def prompt(page: Page, interview: Interview, language: str) -> str:
    """Return what stands in front of the cursor."""
    if page.fact in interview.kb.vocabulary.lists:
        return say("prompt.name", language)
    return say("prompt.number" if choices(page.key, interview.project, interview.kb) else "prompt.text", language)


def heading(page: Page, interview: Interview, language: str) -> str:
    """Return the line above a question: its chapter, and how far it is."""
    progress = interview.progress()
    one = next(one for one in progress if one.chapter.number == page.chapter)
    return say(
        "chapter",
        language,
        title=_title(one, language),
        element=_place(page, interview, language),
        here=1 + one.keys.index(page.key) if page.key in one.keys else len(one.keys),
        all=len(one.keys),
        left=sum(other.left for other in progress),
    )


def reason_lines(page: Page, interview: Interview, language: str) -> list[str]:
    """Return in full why a page is asked: what each answer does, one finding a line."""
    lines = []
    for head, effects in reasons_in_full(page, interview, language):
        lines += text_lines("- " + head, INDENT)
        for effect in effects:
            first, *rest = text_lines(effect, INDENT * 4)
            lines += [first.removeprefix(INDENT), *rest]
    return lines


def help_lines(language: str) -> list[str]:
    """Return what can be typed: a key and what it does, one a line."""
    lines = []
    for line in say("help", language).split("\n"):
        key, _, text = line.rpartition("\t")
        indent = " " * (len(INDENT) + _KEY_COLUMNS if key else len(INDENT))
        first, *rest = text_lines(text, indent)
        lines += [INDENT + key.ljust(_KEY_COLUMNS) + first.removeprefix(indent) if key else first, *rest]
    return lines


def verdict_lines(interview: Interview, language: str) -> list[str]:
    """Return the verdict so far, and how far each chapter is."""
    assessment = assess(interview.project, interview.kb, today=interview.today, interpreter="evaluate")
    lines = ["", *summary(assessment, interview.kb, language, Screen(columns(), hints=False)).rstrip("\n").split("\n")]
    lines += ["", say("chapters", language)]
    for one in interview.progress():
        mark = "●" if not one.left else "◆" if one.done else "○"
        line = say("chapters.line", language, mark=mark, title=_title(one, language), done=one.done, all=len(one.keys))
        lines += text_lines(line, INDENT)
    number = _number_left_out(interview)
    return lines + (text_lines(say("skipped", language, n=number), INDENT) if number else [])


def enough_lines(interview: Interview, language: str) -> list[str]:
    """Return what is said once all that a verdict needs was asked; nothing as long as it is not known."""
    if interview.what.now.verdict == "insufficient_information":
        return []
    return ["", *text_lines(say("enough", language))]


def end_lines(interview: Interview, language: str) -> list[str]:
    """Return what is said when nothing is left to ask: whether an answer that is missing could still change something."""
    open_ = interview.unanswered()
    later = interview.left_for_later()
    lines = ["", *text_lines(say("done.open" if open_ or later else "done", language))]
    counted: dict[tuple[str, str], int] = {("later", ""): later} if later else {}
    for asked in open_:
        key = asked.answer, asked.whom or ""
        counted[key] = counted.get(key, 0) + 1
    for (answer, whom), number in sorted(counted.items()):
        lines += text_lines(say(f"left.{answer}", language, n=number, whom=whom), INDENT)
    return lines


def farewell_lines(interview: Interview, path: str, language: str) -> list[str]:
    """Return where everything is, and what comes next."""
    verdict = interview.kb.verdict.verdict_labels[interview.what.now.verdict][language]
    lines = [say("interview.verdict", language, verdict=verdict), say("saved", language, path=path)]
    path = as_argument(path)
    if interview.page is not None:
        lines.append(say("again", language, path=path))
    elif number := _number_left_out(interview):
        lines.append(say("done.left_out", language, n=number, path=path))
    return [clean(line) for line in [*lines, say("interview.memo", language, path=path)]]


def text_lines(text: str, indent: str = "") -> list[str]:
    """Return a text, broken at the edge of the screen."""
    return [indent + line for line in wrapped(clean(text), columns() - len(indent))]


def item_lines(items: Iterable[str]) -> list[str]:
    """Return items on as few lines as they fit on, none of them broken."""
    lines: list[str] = []
    for item in map(clean, items):
        if lines and width(lines[-1]) + len(_BETWEEN) + width(item) <= columns():
            lines[-1] += _BETWEEN + item
        else:
            lines.append(INDENT + item)
    return lines


def example(definition: FactDefinition | None) -> str:
    """Return a number that could be typed for a fact."""
    if definition is None:
        return "12"
    return "0.05" if definition.maximum == 1 else "120000" if definition.unit == "persons" else "12"


def must_be_known(page: Page, interview: Interview) -> bool:
    """Tell whether no verdict can be given without a page's fact."""
    return any(must.fact == page.fact for must in interview.kb.verdict.must_know)


def _number_left_out(interview: Interview) -> int:
    return len(interview.pages) - sum(len(one.keys) for one in interview.progress())


def _title(one: Progress, language: str) -> str:
    title = one.chapter.title[language]
    return f"{one.chapter.number} {title}" if one.chapter.number else title


def _place(page: Page, interview: Interview, language: str) -> str:
    """Return which element of its list a page is about; nothing where there is one only."""
    names, listed = _siblings(page, interview)
    if listed is None or len(names) < 2:
        return ""
    _, name = source_and_id(element_of(page, interview.kb) or "")
    place = 1 + names.index(name)
    return say("chapter.element", language, element=listed.element_label[language], place=place, all=len(names))


def _siblings(page: Page, interview: Interview) -> tuple[list[str], ListDefinition | None]:
    """Return the ids of the elements of the list that a page is about one of, and the list."""
    element = element_of(page, interview.kb)
    if element is None:
        return [], None
    source = source_and_id(element)[0]
    elements = interview.project.memory.elements.get(source, ())
    return [str(one["id"]) for one in elements], interview.kb.vocabulary.lists[source]


def _declining(page: Page, interview: Interview) -> tuple[str, ...]:
    """Return the keys of the answers that are none."""
    if page.fact in interview.kb.vocabulary.lists and page.key in interview.project.stated:
        return ("l",)
    several = ("ll", "lll") if len(_siblings(page, interview)[0]) > 1 else ()
    return ("u", "l", *several, "a") if must_be_known(page, interview) else ("u", "l", *several, "a", "x")


def _list_lines(page: Page, interview: Interview, language: str) -> list[str]:
    elements = interview.project.memory.elements.get(page.fact, [])
    names = [subject_name(f"{page.fact}/{element['id']}", interview, language) for element in elements]
    lines = item_lines(f"{number} {name}" for number, name in enumerate(names, 1))
    return lines + text_lines(say("list.more" if names else "list.first", language), INDENT)


def _answer_lines(page: Page, interview: Interview, language: str) -> list[str]:
    definition = interview.kb.vocabulary.facts[page.fact]
    options = choices(page.key, interview.project, interview.kb)
    lines = item_lines(f"{number} {option.label[language]}" for number, option in enumerate(options, 1))
    if definition.type == "refs" and not options:
        label = interview.kb.vocabulary.lists[definition.target or ""].label[language]
        text = say("nothing_to_refer_to", language, list=label)
    elif definition.type in ("set", "refs"):
        text = say("several", language)
    elif definition.type in ("int", "number"):
        text = say("number", language, example=example(definition), unit=_unit(definition.unit, language))
    elif definition.type in ("text", "texts"):
        text = say(definition.type, language)
    else:
        return lines
    return lines + text_lines(text, INDENT)


def _unit(unit: str | None, language: str) -> str:
    """Return the unit of a number in words; one that is not known here is shown as the vocabulary has it."""
    if unit is None:
        return ""
    return say(f"interview.unit.{unit}", language) if is_said(f"interview.unit.{unit}") else f" ({unit})"
