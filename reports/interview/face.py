"""The interview in a terminal: the pages of a walk as numbered prompts, in plain lines.

Nothing is redrawn and nothing needs a colour, so that it works through a pipe, with a screen reader and in every
console. The end of the input and Ctrl-C are ways to leave: every answer is in the file already.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from typing import TextIO

from ...engine.compiled import CompiledKnowledgeBase
from ...engine.interview.answers import Answer, Misread, cleaned, plain
from ...engine.interview.page import Cell, Page
from ...engine.interview.plan import Questionnaire
from ...engine.interview.walk import Taken, Walk, begin, take
from ...engine.problems.problem import ProblemsError
from ...engine.project.address import Address
from ...engine.project.schema import starter_text
from ...engine.reading.edited_file import create, open_file, write_edited
from ..texts import say
from ..writers.console import INTERRUPTED, OK, encoding, put
from ..writers.file import not_shown
from ..writers.layout import on_lines
from .asking import help_lines, key_lines, mark, page_lines, prompt_lines
from .prompts import Prompt, prompts_of, rest_of
from .review import Review, review
from .told import checked_lines, end_lines, farewell_lines, taken_lines, verdict_lines
from .typed import answers_to, as_typed
from .words import INDENT, example, refused_words, teller, text_lines

_LOOKS = {
    "b": "b", "戻る": "b", "s": "s", "次": "s", "r": "r", "一覧": "r", "m": "m", "f": "f", "q": "q", "終わる": "q", "?": "?", "説明": "?",
}  # fmt: skip
_CHANGED_MEANWHILE = "P301"


class _LeavePage(Exception):
    """The rest of a page is left for another time."""


def run_interview(
    path: str | os.PathLike[str],
    kb: CompiledKnowledgeBase,
    language: str,
    *,
    input: TextIO,
    output: TextIO,
    today: str,
    by: str | None = None,
    again: bool = False,
    only: Address | None = None,
) -> int:
    """Walk through the pages of a project, and write each answer into its file at once.

    Args:
        path: The project file; a new one is created when there is none.
        kb: The knowledge base.
        language: `en` or `ja`.
        input: Where answers come from.
        output: Where questions go.
        today: The day, as `2026-11-22`.
        by: Who answers; kept with values that have a source, and with answers that are no value.
        again: Whether what was answered without a value is asked once more.
        only: The one fact or list that is asked, of every element where none is named.

    Returns:
        The exit code.

    Raises:
        ProblemsError: The file cannot be read, is not valid, or cannot be written, or nothing can be shown. What was answered
            before is in it.
    """
    created = not os.path.exists(path)  # noqa: PTH110 - a name that cannot be looked at is told when it is opened
    if created:
        create(path, starter_text(kb, language, names_schema=False))
    walk = begin(open_file(path), Questionnaire(kb), today=today, again=again)
    face = _Face(walk, language, input, output, by)
    try:
        face.run(created, only)
    except (KeyboardInterrupt, EOFError, BrokenPipeError) as error:
        with suppress(OSError):
            face.leave()
        return INTERRUPTED if isinstance(error, KeyboardInterrupt) else OK
    except OSError as error:
        raise not_shown(error) from error
    return OK


class _Face:
    """What one run shows and reads.

    Attributes:
        walk: Where the interview stands.
        done: The questions that were put in this run; none of them comes again by itself.
        apart: The bundles, each with an element, whose questions are answered one by one.
        way: What was put, to go back.
        finer: Whether what is minor is asked, too.
        shown: The page whose head is shown.
        now: The prompt that waits for an answer.
    """

    def __init__(self, walk: Walk, language: str, input: TextIO, output: TextIO, by: str | None) -> None:
        self.walk, self.language, self.input, self.output, self.by = walk, language, input, output, by
        self.done: set[str] = set()
        self.apart: set[tuple[str, str]] = set()
        self.way: list[tuple[str, ...]] = []
        self.finer = False
        self.shown: str | None = None
        self.now: Prompt | None = None

    def run(self, created: bool, only: Address | None) -> None:
        """Ask until there is nothing left to ask or the person leaves."""
        if created:
            self.say("ask.created", path=str(self.walk.file.path))
        self.say("ask.opened", path=str(self.walk.file.path))
        if only is not None:
            self.put_again(
                [cell.id for page in self.walk.pages for cell in page.cells if _is_about(cell.address, only)]
            )
        else:
            self.pages()
            self.show(end_lines(self.walk, self.language))
            while self.look_over():
                self.pages()
        self.show(["", *farewell_lines(self.walk, self.language)])

    def leave(self) -> None:
        """End the run before everything was asked."""
        self.show(["", *farewell_lines(self.walk, self.language)])

    def pages(self) -> None:
        """Put what is asked now, page by page; what an earlier page has to ask by then comes at the end."""
        name: str | None = None
        while (page := self.next_page(name)) is not None:
            name = page.name
            before = self.walk.assessment.coverage
            with suppress(_LeavePage):
                while (prompt := self.next_prompt(name)) is not None:
                    self.put(name, prompt)
            self.done |= {cell.id for cell in self.walk.page(name).cells if self.wanted(cell)}
            self.show(checked_lines(before, self.walk.assessment.coverage, self.language))

    def next_page(self, after: str | None) -> Page | None:
        """Return the next page with something to ask, from the first one on behind the last."""
        names = [page.name for page in self.walk.pages]
        start = names.index(after) + 1 if after in names else 0
        ordered = self.walk.pages[start:] + self.walk.pages[:start]
        return next((page for page in ordered if any(map(self.wanted, page.cells))), None)

    def next_prompt(self, name: str) -> Prompt | None:
        """Return what comes next on a page."""
        return next(prompts_of(self.walk.page(name), self.wanted, self.apart), None)

    def wanted(self, cell: Cell) -> bool:
        """Tell whether a question is put in this run and was not yet."""
        return cell.id not in self.done and (cell.is_asked or (self.finer and cell.is_offered))

    def put(self, name: str, prompt: Prompt, *, again: bool = False) -> None:
        """Put a prompt until it is answered or left; then what is left of a list."""
        page = self.walk.page(name)
        if self.shown != name:
            self.show(page_lines(page, self.walk, self.language))
            self.show(["", *key_lines(self.language, 0 if self.finer else page.offered)])
            self.shown = name
        if not prompt.is_rest:
            self.way += [] if prompt.ids in self.way else [prompt.ids]
        self.show(prompt_lines(prompt, self.walk, self.language, again=again))
        self.now = prompt
        while True:
            typed = self.ask(mark(prompt, self.walk, self.language))
            if again and not typed.strip():
                self.done |= set(prompt.ids)
                return
            answers = self.react(prompt, typed, again=again)
            if answers is not None:
                break
            self.now = prompt
        if not self.record(prompt, answers):
            return
        if prompt.bundle is not None:
            left = [row[0].address.subject for row in prompt.rows if row[0].id not in answers]
            self.apart |= {(prompt.bundle.name, subject or "") for subject in left}
            self.done |= set(answers)
            return
        rest = rest_of(prompt, lambda cell: cell.id not in answers) if prompt.form == "which" else None
        if rest is not None:
            self.put(name, rest)
        self.done |= set(prompt.ids)

    def put_again(self, ids: Iterable[str]) -> None:
        """Put questions once more, whatever they have for an answer."""
        waiting = set(ids)
        self.done -= waiting
        for name in [page.name for page in self.walk.pages]:
            with suppress(_LeavePage):
                while (prompt := self.first(name, waiting)) is not None:
                    waiting -= set(prompt.ids)
                    self.put(name, prompt, again=True)
                    waiting |= {one for one in prompt.ids if one not in self.done}

    def first(self, name: str, ids: Collection[str]) -> Prompt | None:
        """Return the first prompt of a page that puts one of some questions."""
        return next(prompts_of(self.walk.page(name), lambda cell: cell.id in ids, self.apart), None)

    def react(self, prompt: Prompt, typed: str, *, again: bool) -> Mapping[str, Answer] | None:
        """Return the answers that were typed, none where none of a list holds; None where it is asked once more."""
        key = _LOOKS.get(plain(typed), "")
        if key:
            self.look(prompt, key, again=again)
            return None
        if prompt.form == "names" and (number := re.fullmatch(r"d\s*(\d+)", plain(typed))):
            self.take_off(prompt.cell, int(number[1]))
            return None
        found = answers_to(prompt, typed, self.walk)
        if isinstance(found, Misread):
            self.misread(prompt, found)
            return None
        if (
            len(prompt.cells) == 1
            and prompt.cell.value is not None
            and [one.kind for one in found.values()] == ["later"]
        ):
            self.say("ask.stored.kept")
            return {}
        must = [
            one for one in found.items() if one[1].kind == "not_applicable" and self.walk.by_id[one[0]][1].must_know
        ]
        if must:
            self.refuse("ask.misread.must")
            return None
        return self.with_names(found)

    def with_names(self, answers: Mapping[str, Answer]) -> Mapping[str, Answer] | None:
        """Ask for the name of who knows, where somebody is said to and not named."""
        if not any(answer.kind == "ask" and not answer.whom for answer in answers.values()):
            return answers
        whom = cleaned(self.ask(say("ask.prompt.whom", self.language)))
        if not whom:
            self.refuse("ask.misread.whom")
            return None
        return {
            name: Answer("ask", whom=whom) if answer.kind == "ask" and not answer.whom else answer
            for name, answer in answers.items()
        }

    def record(self, prompt: Prompt, answers: Mapping[str, Answer]) -> bool:
        """Write answers into the file and tell what they mean; False when someone else changed it meanwhile."""
        taken = take(self.walk, answers, by=self.by)
        if not self.written(taken):
            return False
        if answers or prompt.form in ("names", "new"):
            self.show(taken_lines(taken, prompt, self.language))
        return True

    def written(self, taken: Taken) -> bool:
        """Write into the file; when someone else changed it, read it again, and nothing is written."""
        try:
            if taken.edits:
                write_edited(self.walk.file, taken.after.file)
        except ProblemsError as error:
            if error.problems[0].code != _CHANGED_MEANWHILE:
                raise
            self.reload()
            return False
        self.walk = taken.after
        return True

    def reload(self) -> None:
        """Read the file again, after someone else changed it."""
        walk = self.walk
        self.walk = begin(open_file(walk.file.path), walk.questionnaire, today=walk.today, again=walk.again)
        self.say("ask.changed")

    def take_off(self, cell: Cell, number: int) -> None:
        """Take an element out of the list that is shown."""
        names = self.walk.by_id[cell.id][1].value or []
        if not 0 < number <= len(names):
            self.refuse("ask.misread.element")
            return
        subject = f"{cell.address.fact}/{names[number - 1]}"
        name = teller(self.walk, self.language).subject(subject)
        if self.written(take(self.walk, {}, by=self.by, removed=[subject])):
            self.say("ask.stored.removed", name=name)
        shown = Prompt("names", ((self.walk.by_id[cell.id][1],),))
        self.show(prompt_lines(shown, self.walk, self.language, again=False))

    # What changes nothing

    def look(self, prompt: Prompt, key: str, *, again: bool) -> None:
        """Show something, or go back; then the same is asked once more."""
        if key == "q":
            raise EOFError
        if key == "s":
            raise _LeavePage
        if key == "?":
            self.show(help_lines(prompt, self.language))
            return
        if key == "b" and not self.back(prompt):
            return
        if key == "f" and not any(cell.is_offered for page in self.walk.pages for cell in page.cells):
            self.refuse("ask.no_finer")
            return
        if key == "f":
            self.finer = True
        elif key == "m":
            self.show(verdict_lines(self.walk, self.language))
        elif key == "r":
            self.look_over()
        self.show(prompt_lines(prompt, self.walk, self.language, again=again))

    def back(self, prompt: Prompt) -> bool:
        """Put the prompt before once more; False where there is none."""
        place = self.way.index(prompt.ids) if prompt.ids in self.way else len(self.way)
        earlier = self.way[:place]
        alive = [one for names in earlier[-1:] for one in names if one in self.walk.by_id]
        if not alive:
            self.refuse("ask.first")
            return False
        self.put_again(alive)
        return True

    def look_over(self) -> bool:
        """Show the list of answers and put those once more that are chosen; tell whether the pages are to go on."""
        listed = review(self.walk, self.language)
        self.show(listed.lines)
        while True:
            typed = plain(self.ask(say("ask.prompt.review", self.language)))
            key = _LOOKS.get(typed)
            if key == "q":
                raise EOFError
            if not typed or key == "f":
                self.finer = self.finer or key == "f"
                return key == "f"
            chosen = listed.chosen(typed)
            if chosen is None:
                self.refuse("ask.misread.review", last=listed.last)
                continue
            if isinstance(chosen, Review):
                listed = chosen
            else:
                self.put_again(chosen)
                listed = review(self.walk, self.language)
            self.show(listed.lines)

    def misread(self, prompt: Prompt, found: Misread) -> None:
        """Say why what was typed is no answer."""
        definition = prompt.cell.definition
        details = {"example": example(definition), **found.details}
        if found.reason == "refused":
            self.show(text_lines(refused_words(found, self.language), INDENT))
        elif found.reason == "nothing_to_refer_to" and definition is not None:
            listed = self.walk.kb.vocabulary.lists[definition.target or ""]
            self.refuse("ask.nothing_to_refer_to", list=listed.label[self.language])
        else:
            self.refuse(f"ask.misread.{found.reason}", **details)

    def refuse(self, key: str, **details: object) -> None:
        """Say that something cannot be done; the same is asked again."""
        self.show(text_lines(say(key, self.language, **details), INDENT))

    def ask(self, prompt: str) -> str:
        """Show a prompt and return what is typed, once it can be read.

        Raises:
            EOFError: The input has ended.
        """
        while True:
            put(self.output, prompt)
            line = self.input.readline()
            if not line:
                raise EOFError
            typed = as_typed(line, encoding(self.input))
            if typed is not None:
                return typed.rstrip("\r\n")
            self.refuse("ask.misread.encoding")

    def say(self, key: str, **values: object) -> None:
        """Show a text of the interview."""
        self.show(text_lines(say(key, self.language, **values)))

    def show(self, lines: Iterable[str]) -> None:
        """Show lines."""
        put(self.output, on_lines(lines))


def _is_about(address: Address, only: Address) -> bool:
    """Tell whether a question is about a fact, of one element or of whatever element."""
    return address.fact == only.fact and only.subject in (None, address.subject)
