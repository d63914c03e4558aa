"""Help and wrong use in both languages: commands as click knows them, which speak Japanese, too."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click
from click import core, decorators, formatting, parser

from ...engine.problems.texts import LANGUAGES
from ..texts import TEXTS
from ..texts.help import TOPICS, exit_code_table, first_screen, in_language
from ..texts.misuse import Misuse
from ..writers.console import OK, USAGE, err, out, prepare
from ..writers.layout import padded, width, wrapped
from . import failure
from .refusal import refusing
from .session import Session, print_result

_FIRST_COLUMN = 30
_SAID_BY_CLICK = {
    "Option {name!r} does not take a value.": "misuse.option.value",
    "Option {name!r} requires an argument.": "misuse.option.no_value",
    "Got unexpected extra argument ({args})": "misuse.extra",
    "Got unexpected extra arguments ({args})": "misuse.extra",
}
"""What click finds wrong and says itself, with the message that stands for it."""


class WrongUse(click.UsageError):
    """A command was used wrongly, as click raises it: it knows which command that was."""

    def __init__(self, misuse: Misuse, ctx: click.Context | None = None) -> None:
        self.misuse = misuse
        super().__init__(misuse.text("en"), ctx)


def run_commands(commands: click.Command, arguments: Sequence[str]) -> int:
    """Run a command line in the language that it asks for, and return its exit code; nothing leaves as an exception."""
    session = Session(lang=asked_language(arguments))
    prepare()
    if not arguments and "_ADVISE_COMPLETE" not in os.environ:
        err(first_screen(session.language))
        return USAGE
    try:
        with speaking(session.language):
            code = commands.main(args=list(arguments), prog_name="advise", obj=session, standalone_mode=False)
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        command = context.command_path if context is not None else ""
        return failure.misused(told(error, session.language), command, session, arguments)
    except (click.Abort, KeyboardInterrupt):
        return failure.interrupted(session)
    except Exception as error:
        return failure.failed(error, session)
    return code if isinstance(code, int) else OK


def help_of(command: click.Command, words: Sequence[str], context: click.Context) -> str:
    """Return the help of a command below another one.

    Raises:
        Misuse: There is no such command or topic.
    """
    if words and words[0] in TOPICS:
        return exit_code_table(context.ensure_object(Session).language).rstrip("\n")
    for word in words:
        following = command.get_command(context, word) if isinstance(command, click.Group) else None
        if following is None:
            raise Misuse("topic", word=word, topics=", ".join(TOPICS))
        context = click.Context(following, info_name=word, parent=context, **following.context_settings)
        command = following
    return command.get_help(context)


def completion_of(command: click.Command, shell: str) -> str:
    """Return what makes a shell complete commands, codes and facts.

    Raises:
        Misuse: This click does not know the shell.
    """
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    if found is None:
        raise Misuse("completion", shell=shell)
    return found(command, {}, "advise", "_ADVISE_COMPLETE").source()


def told(error: click.ClickException, language: str) -> str:
    """Return what was used wrongly, in one sentence."""
    found = error.misuse if isinstance(error, WrongUse) else None
    if isinstance(error, click.NoSuchOption):
        close = ", ".join(error.possibilities or ())
        found = Misuse("option.unknown.close" if close else "option.unknown", name=error.option_name, close=close)
    elif isinstance(error, click.MissingParameter):
        found = Misuse("missing", name=named(error.param))
    return error.format_message() if found is None else " ".join(found.text(language).splitlines())


def named(parameter: click.Parameter | None) -> str:
    """Return what an option or an argument is called."""
    if parameter is None:
        return ""
    return " / ".join(parameter.opts) if isinstance(parameter, click.Option) else parameter.human_readable_name


def asked_language(arguments: Sequence[str]) -> str | None:
    """Return what `--lang` says before anything else is looked at: help and wrong use are told in this language, too.

    >>> asked_language(["check", "--lang", "ja"]), asked_language(["--lang=en"]), asked_language(["--lang", "fr"])
    ('ja', 'en', None)
    """
    found = re.findall(rf"(?:^|\0)--lang[=\0]({'|'.join(LANGUAGES)})(?=\0|$)", "\0".join(arguments))
    return found[-1] if found else None


class ClickWords:
    """What click says, in one language: it stands in for the gettext that click asks.

    >>> ClickWords("ja").gettext("Options"), ClickWords("en").gettext("Option {name!r} requires an argument.")
    ('オプション', "'{name}' needs a value.")
    """

    def __init__(self, language: str) -> None:
        self.language = language

    def gettext(self, message: str) -> str:
        """Return a message of click in the language, with the same places to fill in."""
        key = _SAID_BY_CLICK.get(message)
        return in_language(message, self.language) if key is None else TEXTS[key][self.language]

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """Return the message for one or several."""
        return self.gettext(singular if n == 1 else plural)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Let click speak a language as long as this lasts, and print help as everything else is printed."""
    words = ClickWords(language)
    ours = {"_": words.gettext, "ngettext": words.ngettext, "echo": _printed}
    before = [(vars(module), dict(vars(module))) for module in (core, decorators, formatting, parser)]
    try:
        for module, names in before:
            module.update({name: one for name, one in ours.items() if name in names})
        yield
    finally:
        for module, names in before:
            module.update({name: names[name] for name in ours if name in names})


def _printed(message: object = "", file: object = None, **_settings: object) -> None:
    if file is None:  # what click says to other streams, `failure` says
        with refusing("output"):
            out(f"{message}\n")


class OneOf(click.Choice):  # type: ignore[type-arg]  # generic since click 8.2
    """An option or an argument that takes one of a few words."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ARG002
        """Return the word.

        Raises:
            WrongUse: It is none of them.
        """
        if value not in self.choices:
            raise WrongUse(Misuse("choice", name=named(param), value=value, choices=", ".join(self.choices)))
        return str(value)


class Helping(click.Command):
    """A command whose help is in the user's language, and whose first sentence is never cut off."""

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002
        """Return the first paragraph of the help."""
        return " ".join((self.help or "").split("\n\n")[0].split())

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the help option in the language of this run; click keeps it in that of the first one."""
        self._help_option = None
        return super().get_help_option(ctx)

    def get_help(self, ctx: click.Context) -> str:
        """Return the help."""
        session = ctx.find_object(Session)
        if session is None or session.language == "en":
            return super().get_help(ctx)
        formatter = JapaneseFormatter(width=ctx.terminal_width, max_width=ctx.max_content_width)
        self.format_help(ctx, formatter)
        return formatter.getvalue().rstrip("\n")

    def invoke(self, ctx: click.Context) -> Any:
        """Do what the command does: print the text that it returns, and return its exit code.

        Raises:
            WrongUse: It was used wrongly.
        """
        try:
            done = super().invoke(ctx)
        except Misuse as misuse:
            raise WrongUse(misuse, ctx) from misuse
        text, code = done if isinstance(done, tuple) else (done, OK)
        if not isinstance(text, str):
            return done
        print_result(ctx.ensure_object(Session), text)
        return code


class HelpingGroup(Helping, click.Group):
    """A group of commands whose help is in the user's language, and which knows what was probably meant."""

    command_class = Helping

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[Any, Any, list[str]]:
        """Suggest the nearest command where there is none."""
        if self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            raise self.nothing(args[0])
        return super().resolve_command(ctx, args)

    def nothing(self, word: str) -> Misuse:
        """Return what to say of a word that is no command."""
        return Misuse("command", word=word, choices=", ".join(self.commands))


class Subcommands(HelpingGroup):
    """The commands of a command, which does nothing by itself."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        settings |= {"invoke_without_command": True, "no_args_is_help": True, "callback": self.missing}
        super().__init__(*arguments, **settings)
        self.subcommand_metavar = "COMMAND [ARGS]..."

    def missing(self) -> None:
        """Ask for one of them.

        Raises:
            Misuse: None was named.
        """
        if click.get_current_context().invoked_subcommand is None:
            raise Misuse("missing.command", choices=", ".join(self.commands))


class JapaneseFormatter(click.HelpFormatter):
    """Lays help out in Japanese: with the widths of its characters, and breaking between them."""

    def write_text(self, text: str) -> None:
        r"""Write paragraphs; the lines of one that begins with `\b` stay as they are."""
        indent = " " * self.current_indent
        paragraphs = []
        for paragraph in text.split("\n\n"):
            if paragraph.startswith("\b"):
                lines = [_labelled(line) for line in paragraph.splitlines()[1:]]
            else:
                joined = _labelled(in_language(" ".join(paragraph.split()), "ja"))
                lines = wrapped(joined, max(20, self.width - len(indent)))
            paragraphs.append("\n".join(indent + line for line in lines))
        self.write("\n\n".join(paragraphs) + "\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = _FIRST_COLUMN, col_spacing: int = 2) -> None:
        """Write names with what they mean; what click adds to a meaning stands in brackets behind it."""
        rows = list(rows)
        indent = " " * self.current_indent
        column = min(max(width(name) for name, _ in rows), col_max) + col_spacing
        for name, text in rows:
            meaning, bracket, added = text.partition("  [")
            told = in_language(meaning, "ja") + bracket + added
            lines = wrapped(told, max(20, self.width - len(indent) - column))
            if width(name) > column - col_spacing:
                self.write(f"{indent}{name}\n")
                name = ""
            self.write(f"{indent}{padded(name, column)}{lines[0]}\n")
            for line in lines[1:]:
                self.write(f"{indent}{' ' * column}{line}\n")


def _labelled(text: str) -> str:
    """Return a text whose first word, up to a colon, is in Japanese: `Examples: ...`."""
    label, colon, rest = text.partition(":")
    return f"{in_language(label, 'ja')}{colon}{rest}"
