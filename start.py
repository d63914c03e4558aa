"""Where the command starts.

What people run all day, one project file and at most `--no-memo`, needs no parser of options: it is recognised here,
before one is imported, which takes a third of the wait away. Everything else is `cli`'s work.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from typing import NoReturn

_PROJECT_NAMES = (".json", ".yaml", ".yml")
_NO_MEMO = "--no-memo"
_INTERRUPTED = 130


def main() -> NoReturn:
    """Run the command line and end with its exit code."""
    try:
        code = run(sys.argv[1:])
        gc.freeze()  # the memory goes with the process; looking through it once more would take longer than a review
    except KeyboardInterrupt:  # once more, while the first one was being told
        code = _INTERRUPTED
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code; nothing leaves as an exception."""
    path = plain_project(arguments)
    gc.disable()  # one review makes too little to collect
    _import_records()
    try:
        if path is not None:
            return _review(path, memo=_NO_MEMO not in arguments)
        from . import cli

        gc.enable()
        return cli.run(arguments)
    except KeyboardInterrupt:  # while something was still being imported
        from .reports.app import failure
        from .reports.app.session import Session

        return failure.interrupted(Session())
    finally:
        gc.enable()


def _import_records() -> None:
    """Import msgspec, and not what it takes from typing_extensions where that happens to be installed.

    That and `inspect`, which it imports, take as long as msgspec itself; nothing here is annotated with anything of it.
    """
    if "typing_extensions" not in sys.modules:
        sys.modules["typing_extensions"] = None  # type: ignore[assignment]
        try:
            import msgspec  # noqa: F401
        finally:
            del sys.modules["typing_extensions"]


def plain_project(arguments: Sequence[str]) -> str | None:
    """Return the one project that is to be reviewed without any other option; None for every other command line.

    >>> plain_project(["a.json", "--no-memo"]), plain_project(["a.json", "--full"]), plain_project(["rules", "a.json"])
    ('a.json', None, None)
    """
    names = [argument for argument in arguments if argument != _NO_MEMO]
    if len(names) != 1 or len(arguments) > 2 or names[0].startswith("-") or not names[0].endswith(_PROJECT_NAMES):
        return None
    return names[0]


def _review(path: str, *, memo: bool) -> int:
    from .reports.app.session import Session
    from .reports.writers import console

    session = Session()
    console.prepare()
    try:
        from .reports.app.review import review

        return review(session, (path,), memo=memo)
    except KeyboardInterrupt:
        from .reports.app import failure

        return failure.interrupted(session)
    except Exception as error:
        from .reports.app import failure

        return failure.failed(error, session)
