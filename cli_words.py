"""What click says, in both languages: what it finds wrong, and the layout of its help in Japanese.

Imported only where that is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import click

from .cli_help import WrongUse
from .reports.texts.help import in_language
from .reports.texts.usage import Misuse, misuse
from .reports.writers.layout import width, wrapped

_FIRST_COLUMN = 30


def told(error: click.ClickException, language: str) -> str:
    """Return what was used wrongly, in one sentence.

    Args:
        error: What click or a command raised.
        language: `en` or `ja`.
    """
    message = error.format_message()
    found = error.misuse if isinstance(error, WrongUse) else _found(error, message)
    return message if found is None else found.text(language)


def _found(error: click.ClickException, message: str) -> Misuse | None:
    """Return what click found wrong; None for what only its own message tells."""
    parameter = getattr(error, "param", None)
    name = _name(parameter)
    if isinstance(error, click.NoSuchOption):
        close = ", ".join(error.possibilities or ())
        return misuse("option.unknown.close" if close else "option.unknown", name=error.option_name, close=close)
    if isinstance(error, click.MissingParameter):
        return misuse("missing", name=name)
    if isinstance(error, click.BadOptionUsage):
        return misuse("option.value" if "not take" in message else "option.no_value", name=error.option_name)
    value = re.search(r"'([^']*)' is not one of", message)
    if value is not None and parameter is not None and isinstance(parameter.type, click.Choice):
        return misuse("choice", name=name, value=value[1], choices=", ".join(map(str, parameter.type.choices)))
    extra = re.match(r"Got unexpected extra arguments? \((.*)\)", message)
    if extra is not None:
        return misuse("extra", words=extra[1])
    group = error.ctx.command if isinstance(error, click.UsageError) and error.ctx is not None else None
    if message == "Missing command." and isinstance(group, click.Group):
        return misuse("missing.command", choices=", ".join(group.commands))
    return None


def _name(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return ""
    return " / ".join(parameter.opts) if isinstance(parameter, click.Option) else parameter.human_readable_name


class JapaneseFormatter(click.HelpFormatter):
    """Lays help out in Japanese: with the widths of its characters, and breaking between them."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:  # noqa: ARG002
        """Write how a command is called."""
        self.write(f"{in_language('Usage', 'ja')}: {prog} {args}\n")

    def write_heading(self, heading: str) -> None:
        """Write a heading."""
        super().write_heading(in_language(heading, "ja"))

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
        """Write names with what they mean."""
        rows = list(rows)
        indent = " " * self.current_indent
        column = min(max(width(name) for name, _ in rows), col_max) + col_spacing
        for name, meaning in rows:
            lines = wrapped(_meaning(meaning), max(20, self.width - len(indent) - column))
            if width(name) > column - col_spacing:
                self.write(f"{indent}{name}\n")
                name = ""
            self.write(f"{indent}{name}{' ' * (column - width(name))}{lines[0]}\n")
            for line in lines[1:]:
                self.write(f"{indent}{' ' * column}{line}\n")


def _labelled(text: str) -> str:
    """Return a text whose first word, up to a colon, is in Japanese: `Examples: ...`."""
    label, colon, rest = text.partition(":")
    return f"{in_language(label, 'ja')}{colon}{rest}"


def _meaning(text: str) -> str:
    """Return the meaning of an option; what click adds to it stands in brackets behind."""
    parts = re.fullmatch(r"(.*?)(?:  \[(default|required)(.*)\])?", text, re.DOTALL)
    assert parts is not None  # everything may be left out
    added = f"  [{in_language(parts[2], 'ja')}{parts[3]}]" if parts[2] else ""
    return in_language(parts[1], "ja") + added
