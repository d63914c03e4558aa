"""The interview in a terminal: one numbered question after the other, in plain lines.

Nothing is redrawn and nothing needs a colour, so that it works through a pipe, with a screen reader and in every
console. The end of the input and Ctrl-C are ways to leave: every answer is in the file already.
"""

from __future__ import annotations

import json
import os
import re
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from ..engine.facts.edited_file import create, open_file
from ..engine.facts.starter import starter
from ..engine.interview.answers import Answer, Misread, choices, cleaned, plain
from ..engine.interview.session import Interview, start
from ..engine.knowledge.model import FactDefinition, KnowledgeBase
from ..engine.language.problem import ProblemsError
from .console import columns
from .exit_codes import INTERRUPTED, OK
from .interview_words import question, reasons, say, subject_name, value_words
from .layout import clean, encodable, width, wrapped

if TYPE_CHECKING:
    from .session import Session

_WORDS = {
    "u": "u", "unknown": "u", "分からない": "u", "わからない": "u", "不明": "u",
    "l": "l", "later": "l", "あとで": "l", "後で": "l",
    "x": "x", "not applicable": "x", "当てはまらない": "x",
    "w": "w", "why": "w", "詳しく": "w", "なぜ": "w",
    "b": "b", "back": "b", "戻る": "b",
    "m": "m", "memo": "m", "verdict": "m", "メモ": "m", "判定": "m",
    "q": "q", "quit": "q", "exit": "q", "終わる": "q", "終了": "q",
    "?": "?", "help": "?", "h": "?", "a": "a",
}  # fmt: skip
_KINDS = {"u": "unknown", "l": "later", "x": "not_applicable"}
_INDENT = "  "


def ask(session: Session, path: str, by: str | None = None) -> int:
    """Run an interview on standard input and output.

    Args:
        session: What the options say.
        path: The project file; a new one is created when there is none.
        by: Who answers; the name of the user's account when left out.

    Returns:
        The exit code.

    Raises:
        Refusal: The rules or the file are not valid, or it cannot be written.
    """
    from .session import refusing

    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        # What is typed in another encoding is no reason to stop; what cannot be read is left out.
        reconfigure(errors="surrogateescape")
    today = session.today or datetime.now().astimezone().date().isoformat()
    with refusing("project"):
        if Path(path).exists():
            session.stated = open_file(path).document.data.get("lang")
        kb = session.knowledge(path)
        return run_interview(
            path, kb, session.language, input=sys.stdin, output=sys.stdout, today=today, by=by or _account()
        )


def run_interview(
    path: str | os.PathLike[str],
    kb: KnowledgeBase,
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
        ProblemsError: The file cannot be read, is not valid, or cannot be written. What was answered before is in it.
    """
    created = not Path(path).exists()
    if created:
        data = {key: value for key, value in starter(kb, language).items() if key != "$schema"}
        create(path, json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    face = _Face(start(path, kb, by=by, today=today), language, input, output)
    if created:
        face.say("created", path=os.fspath(path))
    try:
        face.run()
    except (KeyboardInterrupt, EOFError, BrokenPipeError) as error:
        with suppress(BrokenPipeError):
            face.line("")
            face.leave()
        return INTERRUPTED if isinstance(error, KeyboardInterrupt) else OK
    return OK


class _Face:
    """What one run shows and reads."""

    def __init__(self, interview: Interview, language: str, input: TextIO, output: TextIO) -> None:
        self.interview = interview
        self.language = language
        self.input = input
        self.output = output
        self.path = os.fspath(interview.file.path)
        self.chapter: int | None = None

    def run(self) -> None:
        """Ask until there is nothing left to ask or the person leaves."""
        self.say("opened", path=self.path)
        while self.interview.page is not None:
            self.show()
            while not self.react(self.ask("prompt." + self.kind())):
                pass
        self.finish()

    def react(self, typed: str) -> bool:
        """Do what was typed; True when the page is to be shown again, or the next one."""
        interview = self.interview
        page = interview.page
        assert page is not None
        word = _WORDS.get(plain(typed), "")
        if not typed.strip() and page.key in interview.project.stated and page.fact in interview.kb.vocabulary.facts:
            interview.keep()
            return True
        if word in _KINDS:
            return self.decline(Answer(_KINDS[word]))  # type: ignore[arg-type]
        if word == "a" or plain(typed).startswith("a "):
            return self.someone(re.sub(r"^\s*\S\s*", "", typed))
        if word == "b":
            return interview.back() or self.refuse("first")
        if word in ("w", "?", "m"):
            {"w": self.why, "?": self.help, "m": self.verdict}[word]()
            return word == "m"
        if word == "q":
            raise EOFError
        if (taken := re.fullmatch(r"d\s*(\d+)", plain(typed))) and page.fact in interview.kb.vocabulary.lists:
            return self.take_out(int(taken[1]))
        found = interview.read(typed)
        return self.misread(found) if isinstance(found, Misread) else self.record(found)

    def decline(self, answer: Answer) -> bool:
        """Record an answer that is no value."""
        interview = self.interview
        page = interview.page
        assert page is not None
        if page.fact in interview.kb.vocabulary.lists and page.key in interview.project.stated and answer.kind != "later":
            return self.refuse("misread.list")
        if answer.kind == "not_applicable" and self.is_must():
            return self.refuse("misread.must")
        if self.record(answer):
            self.say(f"noted.{answer.kind}", whom=answer.whom or "")
        return True

    def someone(self, name: str) -> bool:
        """Record who knows the answer, asking for the name if it was not given."""
        whom = cleaned(name) or cleaned(self.ask("prompt.whom"))
        return self.decline(Answer("ask", whom=whom)) if whom else self.refuse("misread.whom")

    def record(self, answer: Answer) -> bool:
        """Write an answer into the file; when someone else changed it, read it again and ask once more."""
        try:
            self.interview.answer(answer)
        except ProblemsError as error:
            if error.problems[0].code != "P301":
                raise
            self.say("changed")
            self.interview.reload()
            return True
        return True

    def take_out(self, number: int) -> bool:
        """Take an element out of the list that is shown."""
        interview = self.interview
        page = interview.page
        assert page is not None
        elements = interview.project.memory.elements.get(page.fact, [])
        if not 0 < number <= len(elements):
            return self.refuse("misread.element")
        subject = f"{page.fact}/{elements[number - 1]['id']}"
        name = subject_name(subject, interview, self.language)
        interview.take_out(subject)
        self.say("noted.removed", name=name)
        return True

    def show(self) -> None:
        """Show the page: chapter, question, why, the answers, the keys."""
        interview = self.interview
        page = interview.page
        assert page is not None
        self.line("")
        self.line(self.heading())
        self.text(question(page, interview, self.language))
        definition = interview.kb.vocabulary.facts.get(page.fact)
        if definition is not None and definition.help is not None:
            self.text(definition.help[self.language], _INDENT)
        for sentence in reasons(page, interview, self.language):
            self.text(say("why", self.language) + sentence, _INDENT)
        self.answers()
        stated = interview.project.stated.get(page.key)
        if stated is not None and definition is not None:
            value = value_words(page.fact, stated.value, interview, self.language)
            self.line(_INDENT + say("now", self.language, value=value))
        self.keys()

    def heading(self) -> str:
        """Return the line above a question: its chapter, and how far it is."""
        interview = self.interview
        page = interview.page
        assert page is not None
        progress = {one.chapter.number: one for one in interview.progress()}
        one = progress[page.chapter]
        here = 1 + one.keys.index(page.key) if page.key in one.keys else one.done + one.left
        key = "chapter" if page.chapter else "chapter.framing"
        left = sum(other.left for other in progress.values())
        title = one.chapter.title[self.language]
        return say(key, self.language, number=page.chapter, title=title, here=here, all=one.done + one.left, left=left)

    def answers(self) -> None:
        """Show the answers that can be chosen, or what can be typed."""
        interview = self.interview
        page = interview.page
        assert page is not None
        definition = interview.kb.vocabulary.facts.get(page.fact)
        if definition is None:
            return self.listed()
        options = choices(page.key, interview.project, interview.kb)
        self.items([f"{number} {option.label[self.language]}" for number, option in enumerate(options, 1)])
        if definition.type == "refs" and not options:
            label = interview.kb.vocabulary.lists[definition.target or ""].label[self.language]
            self.text(say("nothing_to_refer_to", self.language, list=label), _INDENT)
        elif definition.type in ("set", "refs"):
            self.line(_INDENT + say("several", self.language))
        elif definition.type in ("int", "number"):
            unit = _UNITS.get(definition.unit or "", {}).get(self.language, definition.unit)
            key = "number.unit" if unit else "number"
            self.line(_INDENT + say(key, self.language, example=_example(definition), unit=unit or ""))
        elif definition.type in ("text", "texts"):
            self.line(_INDENT + say(definition.type, self.language))
        return None

    def listed(self) -> None:
        """Show the elements that a list has so far."""
        interview = self.interview
        page = interview.page
        assert page is not None
        elements = interview.project.memory.elements.get(page.fact, [])
        names = [subject_name(f"{page.fact}/{element['id']}", interview, self.language) for element in elements]
        self.items([f"{number} {name}" for number, name in enumerate(names, 1)])
        self.text(say("list.more" if names else "list.first", self.language), _INDENT)

    def keys(self) -> None:
        """Show what else can be typed."""
        interview = self.interview
        page = interview.page
        assert page is not None
        growing = page.fact in interview.kb.vocabulary.lists and page.key in interview.project.stated
        own = ["l"] if growing else ["u", "l", "a"] if self.is_must() else ["u", "l", "a", "x"]
        self.items([say(f"key.{key}", self.language) for key in (*own, "w", "b", "m", "q")])

    def kind(self) -> str:
        """Return which prompt the page has."""
        interview = self.interview
        page = interview.page
        assert page is not None
        if page.fact in interview.kb.vocabulary.lists:
            return "name"
        return "number" if choices(page.key, interview.project, interview.kb) else "text"

    def is_must(self) -> bool:
        """Tell whether no verdict can be given without the page's fact."""
        page = self.interview.page
        return page is not None and any(must.fact == page.fact for must in self.interview.kb.verdict.must_know)

    def why(self) -> None:
        """Tell in full why the page is asked."""
        interview = self.interview
        page = interview.page
        assert page is not None
        for sentence in reasons(page, interview, self.language, full=True):
            self.text("- " + sentence, _INDENT)

    def help(self) -> None:
        """Explain the keys."""
        for line in say("help", self.language).split("\n"):
            self.line(line)

    def misread(self, found: Misread) -> bool:
        """Say why what was typed is no answer."""
        interview = self.interview
        page = interview.page
        assert page is not None
        if found.reason == "refused":
            from ..engine.facts.project_problems import project_problem

            problem = project_problem(found.details["code"], None, found.details)
            self.text(f"{problem.message[self.language]} {(problem.cure or {}).get(self.language, '')}", _INDENT)
            return False
        details = dict(found.details)
        definition = interview.kb.vocabulary.facts.get(page.fact)
        details["example"] = _example(definition)
        if found.reason == "nothing_to_refer_to" and definition is not None:
            details["list"] = interview.kb.vocabulary.lists[definition.target or ""].label[self.language]
            return self.refuse("nothing_to_refer_to", **details)
        return self.refuse(f"misread.{found.reason}", **details)

    def refuse(self, key: str, **details: object) -> bool:
        """Say that something cannot be done; the same page is asked again."""
        self.text(say(key, self.language, **details), _INDENT)
        return False

    def verdict(self) -> None:
        """Show the verdict so far, and how far each chapter is."""
        from ..engine.assess.run import assess
        from .terminal import Screen, summary

        interview = self.interview
        assessment = assess(interview.project, interview.kb, today=interview.today, interpreter="evaluate")
        self.line("")
        for line in summary(assessment, interview.kb, self.language, Screen(columns())).rstrip("\n").split("\n"):
            self.line(line)
        self.line("")
        self.say("chapters")
        left_out = len(interview.pages)
        for one in interview.progress():
            mark = "●" if not one.left else "◆" if one.done else "○"
            left_out -= one.done + one.left
            title = f"{one.chapter.number} {one.chapter.title[self.language]}" if one.chapter.number else one.chapter.title[self.language]
            self.line(_INDENT + say("chapters.line", self.language, mark=mark, title=title, done=one.done, all=one.done + one.left))
        if left_out > 0:
            self.text(say("skipped", self.language, n=left_out), _INDENT)

    def finish(self) -> None:
        """Say that nothing is left to ask, and what is still open for others."""
        interview = self.interview
        left: dict[tuple[str, str], int] = {}
        for asked in interview.project.asked:
            left[asked.answer, asked.whom or ""] = left.get((asked.answer, asked.whom or ""), 0) + 1
        self.line("")
        self.text(say("done.open" if left else "done", self.language))
        for (answer, whom), number in sorted(left.items()):
            self.line(say(f"left.{answer}", self.language, n=number, whom=whom))
        self.leave()

    def leave(self) -> None:
        """Say where everything is, and what comes next."""
        interview = self.interview
        label = interview.kb.verdict.verdict_labels[interview.what.now.verdict][self.language]
        self.say("verdict", verdict=label)
        self.say("saved", path=self.path)
        if interview.page is not None:
            self.say("again", path=self.path)
        self.say("memo", path=self.path)

    def ask(self, key: str) -> str:
        """Show a prompt and return what is typed.

        Raises:
            EOFError: The input has ended.
        """
        self.put(say(key, self.language))
        line = self.input.readline()
        if not line:
            raise EOFError
        return line.rstrip("\r\n")

    def items(self, items: list[str]) -> None:
        """Show items on as few lines as they fit on, none of them broken."""
        line = ""
        for item in map(clean, items):
            if line and width(line) + 3 + width(item) > columns() - len(_INDENT):
                self.line(_INDENT + line)
                line = ""
            line += f"{'   ' if line else ''}{item}"
        if line:
            self.line(_INDENT + line)

    def say(self, key: str, **values: object) -> None:
        """Show a text of the interview."""
        self.text(say(key, self.language, **values))

    def text(self, text: str, indent: str = "") -> None:
        """Show a text, broken at the edge of the screen."""
        for line in wrapped(clean(text), columns() - len(indent)):
            self.line(indent + line)

    def line(self, text: str) -> None:
        """Show a line."""
        self.put(text + "\n")

    def put(self, text: str) -> None:
        """Write a text as far as the output's encoding can."""
        encoding = getattr(self.output, "encoding", None) or "utf-8"
        self.output.write(encodable(text, encoding))
        self.output.flush()


_UNITS = {"persons": {"ja": "人"}, "months": {"ja": "か月"}}


def _example(definition: FactDefinition | None) -> str:
    if definition is None:
        return "12"
    return "0.05" if definition.maximum == 1 else "120000" if definition.unit == "persons" else "12"


def _account() -> str | None:
    """Return the name of the user's account, where there is one."""
    import getpass

    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return None
