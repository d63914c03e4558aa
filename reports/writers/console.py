"""Between the program and who called it: standard output and error, in which language to speak, the exit code.

Printing fails neither on a character nor on a reader that has left.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal, TextIO

from ...engine.problems.texts import LANGUAGES

if TYPE_CHECKING:
    from ...engine.assess.model import Assessment

OK, FAILED, USAGE, INPUT, RULES, BUG, INTERRUPTED = 0, 1, 2, 3, 4, 70, 130
"""Exit codes: what a script learns without reading a word."""

WIDEST = 92
_NARROWEST = 40

FailLevel = Literal["blocker", "major", "minor", "unknown", "never"]
LEVELS: tuple[FailLevel, ...] = ("blocker", "major", "minor", "unknown", "never")


def prepare() -> None:
    """Let the streams replace what their encoding does not have, and stand in for those that are closed."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, _Closed())
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def out(text: str, *, color: bool = False) -> None:
    """Print a part of the result; that its reader has left is no problem.

    Args:
        text: What is printed.
        color: Whether it may be coloured.

    Raises:
        ProblemsError: It could not be written, as on a full disk.
    """
    with _reaching():
        put(sys.stdout, text, color=color)


def whole(content: str | bytes) -> None:
    """Give standard output what would stand in a file: to a terminal as any text, else byte by byte, texts as UTF-8.

    Raises:
        ProblemsError: It could not be written.
    """
    if isinstance(content, str) and sys.stdout.isatty():
        out(content)
        return
    with _reaching():
        data = content.encode("utf-8", "replace") if isinstance(content, str) else content
        _written(getattr(sys.stdout, "buffer", sys.stdout), data)


@contextlib.contextmanager
def _reaching() -> Iterator[None]:
    """Tell what standard output does not take as a problem; that its reader has left is none."""
    try:
        yield
    except BrokenPipeError:
        return
    except OSError as error:
        from .file import not_shown

        raise not_shown(error) from error


def err(text: str) -> None:
    """Print a hint or a problem, where that is possible."""
    with contextlib.suppress(OSError):
        put(sys.stderr, text.rstrip("\n") + "\n")


def put(stream: TextIO, text: str, *, color: bool = False) -> None:
    """Write to a stream that may be a screen. All that advise prints passes here.

    Whoever wrote what is printed, nothing of it moves the cursor, hides or turns the direction of reading, and but for
    our own colours it is not coloured. JSON loses nothing: what the encoding does not have, and what would do any of
    that, is escaped.

    Raises:
        OSError: It could not be written: BrokenPipeError where whoever read has left.
    """
    from .display import COLORS
    from .layout import encodable, shown

    if text.startswith("{") and text.endswith("}\n"):
        from ...engine.reading.encoding import escaped

        written = escaped(text, encoding(stream))
    else:
        written = encodable(shown(text, COLORS if color else ()), encoding(stream))
    _written(stream, written)


def _written(stream: Any, content: str | bytes) -> None:
    try:
        stream.write(content)
        stream.flush()
    except OSError:
        with contextlib.suppress(OSError, ValueError):
            # Python writes what is left in the buffer once more at its end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        raise


class _Closed(io.TextIOBase):
    """Stands in for a stream that was closed before the program began."""

    def write(self, text: object) -> int:  # noqa: ARG002
        """Refuse.

        Raises:
            OSError: Always.
        """
        raise OSError(errno.EBADF, "it is closed")


def encoding(stream: object) -> str:
    """Return the encoding of a stream."""
    return getattr(stream, "encoding", None) or "utf-8"


def columns() -> int:
    """Return how wide a line may be here: the terminal's width, within reason."""
    wide = os.environ.get("COLUMNS", "")
    found = int(wide) if wide.isdecimal() and int(wide) else None
    if found is None:
        try:  # as `shutil.get_terminal_size` does, which loads three libraries for archives
            found = os.get_terminal_size(sys.__stdout__.fileno()).columns if sys.__stdout__ is not None else WIDEST
        except (OSError, ValueError):
            found = WIDEST
    return max(_NARROWEST, min(WIDEST, found))


def in_color(option: str, environment: Mapping[str, str], *, terminal: bool) -> bool:
    """Tell whether to use colour.

    Args:
        option: What `--color` says: auto, always or never.
        environment: Where NO_COLOR and FORCE_COLOR are looked up.
        terminal: Whether the result goes to a terminal.

    >>> in_color("auto", {"NO_COLOR": "1"}, terminal=True), in_color("auto", {"FORCE_COLOR": "1"}, terminal=False)
    (False, True)
    """
    if option != "auto":
        return option == "always"
    if environment.get("NO_COLOR") or (environment.get("TERM") == "dumb" and not environment.get("FORCE_COLOR")):
        return False
    return terminal or environment.get("FORCE_COLOR", "0") not in ("", "0")


def exit_code(assessment: Assessment, fail_on: FailLevel) -> int:
    """Return the exit code of a review.

    Predictions and strengths never fail. `unknown` fails on whatever `minor` fails on, and when a point that counts in
    the project's phase could not be checked.

    Args:
        assessment: The review.
        fail_on: The mildest thing that fails.
    """
    from ...engine.knowledge.model import SEVERITIES

    if fail_on == "never":
        return OK
    if fail_on == "unknown" and (assessment.missing or assessment.coverage.told < assessment.coverage.due):
        return FAILED
    mildest = SEVERITIES.index("minor" if fail_on == "unknown" else fail_on)
    severities = [finding.severity for finding in assessment.findings if finding.kind == "finding"]
    if assessment.either is not None:  # one of them holds
        severities.append(max((one for _, _, one in assessment.either.findings), key=SEVERITIES.index))
    return FAILED if any(SEVERITIES.index(severity) <= mildest for severity in severities) else OK


def chosen_language(option: str | None, stated: object, environment: Mapping[str, str]) -> str:
    """Return `ja` or `en`.

    Args:
        option: What `--lang` says.
        stated: What the project says in `lang`, if it could be read.
        environment: The environment variables.

    >>> chosen_language(None, None, {"LC_ALL": "", "LANG": "ja_JP.UTF-8"})
    'ja'
    """
    if option in LANGUAGES:
        return option
    if stated in LANGUAGES:
        return str(stated)
    named = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "ja" if next(filter(None, named), "").startswith("ja") else "en"
