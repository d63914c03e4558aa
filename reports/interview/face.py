"""The interview in a terminal: one numbered question after the other, in plain lines.

Nothing is redrawn and nothing needs a colour, so that it works through a pipe, with a screen reader and in every
console. The end of the input and Ctrl-C are ways to leave: every answer is in the file already.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from typing import TextIO

from ...engine.compiled import CompiledKnowledgeBase
from ...engine.interview.answers import Answer, Misread, cleaned, plain
from ...engine.interview.interview import Interview, start
from ...engine.interview.pages import Page, element_of
from ...engine.problems.problem import ProblemsError
from ...engine.project.problems import project_problem
from ...engine.project.schema import starter
from ...engine.reading.edited_file import create
from ...engine.reading.encoding import decode
from ..texts import say
from ..writers.console import INTERRUPTED, OK, encoding, put
from ..writers.file import not_shown
from ..writers.layout import clean
from .left_out import left_out_lines
from .page import (
    INDENT,
    end_lines,
    enough_lines,
    example,
    farewell_lines,
    help_lines,
    must_be_known,
    page_lines,
    prompt,
    reason_lines,
    text_lines,
    verdict_lines,
)
from .words import subject_name

_KEYS = {
    "u": "u", "分からない": "u", "わからない": "u", "不明": "u",
    "l": "l", "あとで": "l", "後で": "l", "ll": "ll", "残りはあとで": "ll", "lll": "lll", "全部あとで": "lll",
    "x": "x", "当てはまらない": "x",
    "a": "a", "w": "w", "詳しく": "w", "b": "b", "戻る": "b", "m": "m", "o": "o", "省いた質問": "o", "q": "q", "終わる": "q", "?": "?",
}  # fmt: skip
_KINDS = {"u": "unknown", "l": "later", "x": "not_applicable"}
_CHANGED_MEANWHILE = "P301"


def run_interview(
    path: str | os.PathLike[str],
    kb: CompiledKnowledgeBase,
    language: str,
    *,
    input: TextIO,
    output: TextIO,
    today: str,
    by: str | None = None,
) -> int:
    """Ask what can still change the advice, and write each answer into the project file at once.

    Args:
        path: The project file; a new one is created when there is none.
        kb: The knowledge base.
        language: `en` or `ja`.
        input: Where answers come from.
        output: Where questions go.
        today: The day, as `2026-11-22`.
        by: Who answers; kept with answers that are no value.

    Returns:
        The exit code.

    Raises:
        ProblemsError: The file cannot be read, is not valid, or cannot be written, or nothing can be shown. What was answered
            before is in it.
    """
    created = not os.path.exists(path)  # noqa: PTH110 - a name that cannot be looked at is told when it is opened
    if created:
        # No editor is meant to read this file, so it names no schema.
        data = {key: value for key, value in starter(kb, language).items() if key != "$schema"}
        create(path, json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    face = _Face(start(path, kb, by=by, today=today), language, input, output)
    try:
        face.run(created)
    except (KeyboardInterrupt, EOFError, BrokenPipeError) as error:
        with suppress(OSError):
            face.leave()
        return INTERRUPTED if isinstance(error, KeyboardInterrupt) else OK
    except OSError as error:
        raise not_shown(error) from error
    return OK


class _Face:
    """What one run shows and reads."""

    def __init__(self, interview: Interview, language: str, input: TextIO, output: TextIO) -> None:
        self.interview = interview
        self.language = language
        self.input = input
        self.output = output
        self.path = os.fspath(interview.file.path)

    def run(self, created: bool) -> None:
        """Ask until there is nothing left to ask or the person leaves."""
        if created:
            self.say("created", path=self.path)
        self.say("opened", path=self.path)
        is_needed = self.interview.is_asking_what_is_needed()
        while (page := self.interview.page) is not None:
            if is_needed and not self.interview.is_asking_what_is_needed():
                is_needed = False
                self.show(enough_lines(self.interview, self.language))
            self.show(page_lines(page, self.interview, self.language))
            while not self.react(page, self.ask(prompt(page, self.interview, self.language))):
                pass
        self.show(end_lines(self.interview, self.language))
        self.show(farewell_lines(self.interview, self.path, self.language))

    def leave(self) -> None:
        """End the run before everything was asked."""
        self.show(["", *farewell_lines(self.interview, self.path, self.language)])

    def react(self, page: Page, typed: str) -> bool:
        """Do what was typed; True when a page is to be shown, False to ask for the same once more."""
        interview = self.interview
        is_list = page.fact in interview.kb.vocabulary.lists
        if not typed.strip() and page.key in interview.project.stated and not (is_list and page.key in interview.open):
            interview.keep()
            return True
        key = _KEYS.get(plain(typed), "")
        if key in _KINDS:
            return self.decline(page, Answer(_KINDS[key]))  # type: ignore[arg-type]
        if key == "a" or (plain(typed).startswith("a ") and not _is_free(page, interview)):
            return self.someone(page, re.sub(r"^\s*\S", "", typed))
        if key in ("ll", "lll"):
            return self.put_off(page, whole_list=key == "lll")
        if key == "q":
            raise EOFError
        if key:
            return self.look(page, key)
        if is_list and (number := re.fullmatch(r"d\s*(\d+)", plain(typed))):
            return self.take_out(page, int(number[1]))
        found = interview.read(typed)
        return self.misread(page, found) if isinstance(found, Misread) else self.record(found)

    def look(self, page: Page, key: str) -> bool:
        """Do what changes nothing: go back, or show something."""
        if key == "b":
            return self.interview.back() or self.refuse("first")
        if key == "m":
            self.show(verdict_lines(self.interview, self.language))
        elif key == "w":
            self.show(reason_lines(page, self.interview, self.language))
        elif key == "o":
            self.show(["", *left_out_lines(self.interview, self.language)])
        else:
            self.show(help_lines(self.language))
        return key in ("m", "o")

    def decline(self, page: Page, answer: Answer) -> bool:
        """Record an answer that is no value."""
        interview = self.interview
        is_growing = page.fact in interview.kb.vocabulary.lists and page.key in interview.project.stated
        if is_growing and answer.kind != "later":
            return self.refuse("misread.list")
        if answer.kind == "later" and not is_growing and page.key in interview.project.stated:
            interview.keep()
            self.say("noted.kept")
            return True
        if answer.kind == "not_applicable" and must_be_known(page, interview):
            return self.refuse("misread.must")
        if self.record(answer):
            self.say(f"noted.{answer.kind}", whom=answer.whom or "")
        return True

    def put_off(self, page: Page, *, whole_list: bool) -> bool:
        """Leave the rest about an element, or about all of its list, for later."""
        if element_of(page, self.interview.kb) is None:
            return self.refuse("misread.rest")
        self.say("noted.rest", n=self.interview.put_off(whole_list=whole_list))
        return True

    def someone(self, page: Page, name: str) -> bool:
        """Record who knows the answer, asking for the name if it was not given."""
        whom = cleaned(name) or cleaned(self.ask(say("prompt.whom", self.language)))
        return self.decline(page, Answer("ask", whom=whom)) if whom else self.refuse("misread.whom")

    def record(self, answer: Answer) -> bool:
        """Write an answer into the file; when someone else changed it, read it again."""
        try:
            self.interview.answer(answer)
        except ProblemsError as error:
            if error.problems[0].code != _CHANGED_MEANWHILE:
                raise
            self.interview.reload()
            self.say("changed")
        return True

    def take_out(self, page: Page, number: int) -> bool:
        """Take an element out of the list that is shown."""
        interview = self.interview
        elements = interview.project.memory.elements.get(page.fact, [])
        if not 0 < number <= len(elements):
            return self.refuse("misread.element")
        subject = f"{page.fact}/{elements[number - 1]['id']}"
        name = subject_name(subject, interview, self.language)
        interview.take_out(subject)
        self.say("noted.removed", name=name)
        return True

    def misread(self, page: Page, found: Misread) -> bool:
        """Say why what was typed is no answer."""
        vocabulary = self.interview.kb.vocabulary
        definition = vocabulary.facts.get(page.fact)
        details = {"example": example(definition), **found.details}
        if found.reason == "refused":
            problem = project_problem(found.details["code"], None, found.details)
            cure = problem.cure[self.language] if problem.cure is not None else ""
            self.show(text_lines(f"{problem.message[self.language]} {cure}", INDENT))
            return False
        if found.reason == "nothing_to_refer_to" and definition is not None:
            return self.refuse(found.reason, list=vocabulary.lists[definition.target or ""].label[self.language])
        return self.refuse(f"misread.{found.reason}", **details)

    def refuse(self, key: str, **details: object) -> bool:
        """Say that something cannot be done; the same page is asked again."""
        self.show(text_lines(say(key, self.language, **details), INDENT))
        return False

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
            typed = _as_typed(line, encoding(self.input))
            if typed is not None:
                return typed.rstrip("\r\n")
            self.refuse("misread.encoding")

    def say(self, key: str, **values: object) -> None:
        """Show a text of the interview."""
        self.show(text_lines(say(key, self.language, **values)))

    def show(self, lines: Iterable[str]) -> None:
        """Show lines."""
        put(self.output, "".join(f"{clean(line)}\n" for line in lines))


def _as_typed(line: str, codec: str) -> str | None:
    """Return a line as it was typed where its bytes are no text in the input's encoding; None where they are none at all."""
    if line.isprintable() or not re.search("[\ud800-\udfff]", line):
        return line
    with suppress(UnicodeError, ProblemsError):
        return decode(line.encode(codec, "surrogateescape"), "<stdin>")[0]
    return None


def _is_free(page: Page, interview: Interview) -> bool:
    """Tell whether any words can be an answer to a page, so that none of them can stand for something else."""
    definition = interview.kb.vocabulary.facts.get(page.fact)
    return definition is None or definition.type in ("text", "texts")
