"""What a start would otherwise make anew, kept between runs: checked knowledge bases and what is made of them.

It is kept as JSON and read by its type, so that what does not fit is as good as not there; nothing of it is ever
executed. Each record is kept under what it was made from: the contents of the rules and the state of the engine. Only
what the same user wrote is believed. A folder that cannot be read or written is no problem; everything is then made anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import stat
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

from msgspec import MsgspecError, Struct, json

from ..writing import write_whole

T = TypeVar("T", bound=Struct)

_MOST = 20
"""Records that are kept; older ones are removed when one is added."""
_NAME = r"(rules|rete|scenarios|proofs)-[0-9a-f]{16}\.json|\.advise-[0-9a-f]{16}\.tmp"
"""The files that are ours; whatever else lies in the folder is none of our business."""
_ENGINE = Path(__file__).resolve().parents[1]
SHIPPED = _ENGINE.parent / "rules" / "compiled"
"""What was kept when the package was built."""


def folder() -> Path:
    """Return the folder in which things are kept: a part of `ADVISE_CACHE`, else of the platform's cache folder.

    Raises:
        RuntimeError: The user has no home folder.
    """
    chosen = os.environ.get("ADVISE_CACHE")
    if chosen:  # several may share it
        return Path(chosen) / (f"advise-{os.getuid()}" if hasattr(os, "getuid") else "advise")
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "advise" / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "advise"


def once(kind: str, key: str | None, of: type[T], make: Callable[[], T]) -> T:
    """Return a record of a kind that is kept under what it is made from; make it, and keep it, where it is not.

    Without a key it is not kept.
    """
    found = read(kind, key, of)
    if found is None:
        found = make()
        write(kind, key, found)
    return found


def read(kind: str, key: str | None, of: type[T]) -> T | None:
    """Return a record that is kept; None when there is none that can be believed."""
    for path in _paths(kind, key) if key is not None else ():
        with contextlib.suppress(OSError, ValueError, MsgspecError, RecursionError):
            data = path.read_bytes() if path.parent == SHIPPED else _own(path)
            if data is not None:
                return json.decode(data, type=of)
    return None


def write(kind: str, key: str | None, record: Struct) -> None:
    """Keep a record. What cannot be kept (half a character, a full disk) is made anew next time."""
    if key is None:
        return
    with contextlib.suppress(OSError, RuntimeError, ValueError):
        place = folder()
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        if is_ours(place.stat()):
            write_whole(place / _name(kind, key, _code()), json.encode(record), mode=0o600)
            _prune(place)


def ship(kind: str, key: str, record: Struct) -> None:
    """Keep a record with the package that is being built."""
    SHIPPED.mkdir(exist_ok=True)
    (SHIPPED / _name(kind, key)).write_bytes(json.encode(record))


def _paths(kind: str, key: str) -> Iterator[Path]:
    """Yield where a record can be; the user's folder comes last."""
    yield SHIPPED / _name(kind, key)
    with contextlib.suppress(RuntimeError):
        yield folder() / _name(kind, key, _code())


def _name(kind: str, *made_from: str) -> str:
    text = "\0".join(made_from).encode("utf-8", "surrogatepass")
    return f"{kind}-{hashlib.sha256(text).hexdigest()[:16]}.json"


@cache
def _code() -> str:
    """Return what tells one state of the engine from another: another one may conclude something else."""
    found = []
    for folder, _, names in os.walk(_ENGINE):
        states = ((name, os.stat(f"{folder}/{name}")) for name in names if name.endswith(".py"))  # noqa: PTH116
        found += [(folder, name, state.st_size, state.st_mtime_ns) for name, state in states]
    return repr(sorted(found))


def _own(path: Path) -> bytes | None:
    """Return what a file holds that this user alone can have written; None for any other file."""
    if not is_ours(path.parent.stat()):
        return None
    with os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:
        state = os.fstat(file.fileno())
        return file.read() if stat.S_ISREG(state.st_mode) and is_ours(state) else None


def is_ours(state: os.stat_result) -> bool:
    """Tell whether nobody but this user can have written to a file or folder."""
    return not hasattr(os, "geteuid") or (state.st_uid == os.geteuid() and not state.st_mode & 0o022)


def _prune(place: Path) -> None:
    with os.scandir(place) as entries:
        found = sorted((entry.stat().st_mtime_ns, entry.path) for entry in entries if re.fullmatch(_NAME, entry.name))
    for _, path in found[:-_MOST]:
        Path(path).unlink(missing_ok=True)
