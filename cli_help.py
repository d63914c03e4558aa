"""Help and wrong use of the command line in both languages: commands as click knows them, which speak Japanese, too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import click

from .reports.app.session import Session


class WrongUse(click.UsageError):
    """A command was used wrongly, which is told in the user's language."""

    def __init__(self, key: str, **values: Any) -> None:
        """Keep what is to be said, a message of `reports.usage`."""
        from .reports.texts.usage import misuse

        self.misuse = misuse(key, **values)
        super().__init__(self.misuse.text("en"))


def asked_language(arguments: Sequence[str]) -> str | None:
    """Return what `--lang` says before anything else is looked at: help and wrong use are told in this language, too.

    >>> asked_language(["check", "--lang", "ja"]), asked_language(["--lang=en"]), asked_language(["--lang", "fr"])
    ('ja', 'en', None)
    """
    found = re.findall(r"(?:^|\0)--lang[=\0](ja|en)(?=\0|$)", "\0".join(arguments))
    return found[-1] if found else None


class Helping(click.Command):
    """A command whose help is in the user's language, and whose first sentence is never cut off."""

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002
        """Return the first paragraph of the help."""
        return " ".join((self.help or "").split("\n\n")[0].split())

    def get_help(self, ctx: click.Context) -> str:
        """Return the help."""
        session = ctx.find_object(Session)
        if session is None or session.language == "en":
            return super().get_help(ctx)
        from .cli_words import JapaneseFormatter

        formatter = JapaneseFormatter(width=ctx.terminal_width, max_width=ctx.max_content_width)
        self.format_help(ctx, formatter)
        return formatter.getvalue().rstrip("\n")


class HelpingGroup(Helping, click.Group):
    """A group of commands whose help is in the user's language, and which knows what was probably meant."""

    command_class = Helping

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[Any, Any, list[str]]:
        """Suggest the nearest command where there is none."""
        if self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            error = self.nothing(args[0])
            error.ctx = ctx
            raise error
        return super().resolve_command(ctx, args)

    def nothing(self, word: str) -> WrongUse:
        """Return the error for a word that is no command."""
        return WrongUse("command", word=word, choices=", ".join(self.commands))
