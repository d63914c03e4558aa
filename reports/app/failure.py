"""What is said when there is no result: problems for people and for programs, and the report of a bug in advise.

A bug report names places in the code and versions, never the texts of a project: people forward it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from ..texts import rest_counted, say
from ..writers.console import BUG, INTERRUPTED, USAGE, err, out
from .refusal import Refusal, error_document, refused
from .session import Session

_LINES_SHOWN = 30
_PACKAGE = Path(__file__).resolve().parents[2]


def misused(message: str, command: str, session: Session, arguments: Sequence[str]) -> int:
    """Tell that the command was used wrongly, and whose help tells more; return the exit code."""
    from ..texts.misuse import Misuse

    language = session.language
    asked = (f"{' '.join(arguments)} ".partition(f"{name}json ")[1] for name in ("-f ", "-f", "--format ", "--format="))
    if session.format == "json" or any(asked):  # the error may come before the option was looked at
        _print_json(error_document("usage", USAGE, message, (), language))
    if "\n" not in message:
        where = Misuse("where", command=command).text(language) if command else ""
        message = f"{Misuse('error').text(language)}: {message}\n{where}"
    err(message)
    return USAGE


def interrupted(session: Session) -> int:
    """Tell that the user stopped it; return the exit code."""
    message = say("interrupted", session.language)
    err("")  # behind the ^C that a terminal shows
    if session.format == "json":
        _print_json(error_document("interrupted", INTERRUPTED, message, (), session.language))
    err(message)
    return INTERRUPTED


def failed(error: Exception, session: Session) -> int:
    """Tell why there is no result; return the exit code."""
    text, document, code = told(error, session)
    if session.format == "json" and not (isinstance(error, Refusal) and error.kind == "output"):
        _print_json(document)
    err(text)
    return code


def told(
    error: Exception, session: Session, language: str | None = None, *, one_of_several: bool = False
) -> tuple[str, dict[str, Any], int]:
    """Return why there is no result: for people, for programs, and as an exit code."""
    if isinstance(error, Refusal):
        session.stated = error.stated or session.stated
        language = language or session.language
        return error.text(language, one_of_several=one_of_several), refused(error, language), error.exit_code
    language = language or session.language
    if hasattr(error, "differences"):
        text = disagreement_report(error.differences, session.version, language)
    else:
        text = bug_report(error, language, debug=session.debug)
    return text, error_document("bug", BUG, text, (), language), BUG


def disagreement_report(differences: Sequence[str], knowledge_version: str, language: str) -> str:
    """Return what to say when the two interpreters concluded differently."""
    lines = [say("bug.head", language), say("bug.disagreement", language)]
    lines += [f"  {line}" for line in differences[:_LINES_SHOWN]]
    lines += [f"  {line}" for line in rest_counted(differences, _LINES_SHOWN, language)]
    return "\n".join([*lines, f"  {versions()}, rules {knowledge_version}", say("bug.report", language)]) + "\n"


def bug_report(error: BaseException, language: str, *, debug: bool) -> str:
    """Return what to say when something happened that must not happen."""
    import traceback

    lines = [say("bug.head", language)]
    if debug:
        lines += "".join(traceback.format_exception(type(error), error, error.__traceback__)).splitlines()
    else:
        lines.append(f"  {type(error).__name__} at {_origin(error)}")
    lines += [f"  {versions()}", say("bug.report", language)]
    return "\n".join(lines if debug else [*lines, say("bug.debug", language)]) + "\n"


def versions() -> str:
    """Return what a maintainer asks for first."""
    import platform

    from ... import __version__

    return f"advise {__version__}, Python {platform.python_version()}, {sys.platform}"


def _origin(error: BaseException) -> str:
    """Return the innermost place in advise's own code."""
    import traceback

    frames = [(Path(frame.filename), frame) for frame in traceback.extract_tb(error.__traceback__)]
    ours = [(path.relative_to(_PACKAGE), frame) for path, frame in frames if path.is_relative_to(_PACKAGE)]
    ours = [(path, frame) for path, frame in ours if path.parts[0] in ("cli.py", "engine", "reports")]
    if not ours:
        return "an unknown place"
    path, frame = ours[-1]
    return f"{path.as_posix()}:{frame.lineno} ({frame.name})"


def _print_json(document: object) -> None:
    from ...engine.problems.problem import ProblemsError
    from ..writers.blocks import as_json

    with suppress(ProblemsError):  # there is no result, and the exit code says so
        out(as_json(document))
