"""What a cold start would otherwise do anew, kept as text: checked knowledge bases and what is compiled from them.

Text and not pickle: a file in a cache folder is never executed. Every text is kept under what it was made from: the
contents of the rule files, the version of the product and, where the product itself is being edited, the state of its
code. A cache that cannot be read or written is no problem; everything is then made from the YAML files.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

from .files import State

_FORMAT = 5
_KEPT = 20
"""Texts in the cache folder; older ones are removed when one is added."""
_SETTLED = 2_000_000_000
"""Nanoseconds after which a file that is written to again has another time, on every file system."""
_ENGINE = Path(__file__).resolve().parents[1]
SHIPPED = _ENGINE.parent / "rules" / "compiled"
"""The texts of the shipped knowledge base, made when the package is built."""
_CODE = ("language", "knowledge", "rete")
"""The parts of the engine that decide what the texts look like."""


def folder() -> Path:
    """Return the folder for caches: `ADVISE_CACHE`, else the user's cache folder of the platform.

    Raises:
        RuntimeError: The user has no home folder.
    """
    chosen = os.environ.get("ADVISE_CACHE")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "advise" / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "advise"


def code_version() -> str:
    """Return what a text depends on besides the rules: the product's version and the format of the texts."""
    from ..._version import __version__

    return f"{__version__}-{_FORMAT}"


def read(kind: str, version: str) -> bytes | None:
    """Return a text, or None when it is not there or not whole.

    Args:
        kind: What it is: `rules`, or the name of an interpreter.
        version: What it was made from, besides the code.
    """
    for path, key in _places(kind, version):
        try:
            head, _, text = path.read_bytes().partition(b"\n")
        except OSError:
            continue
        if head == _head(key, text):
            return text
    return None


def write(kind: str, version: str, text: str) -> None:
    """Keep a text; a folder that cannot be written to is left alone."""
    path, key = list(_places(kind, version))[-1]
    if path.parent != SHIPPED:
        data = text.encode()
        _write(path, _head(key, data) + b"\n" + data)


def version_of_states(root: Path, states: dict[str, State]) -> str | None:
    """Return the version of a folder whose files are all in the state in which they were when it was last read."""
    try:
        stored = json.loads(_states_file(root).read_bytes())
        if stored["root"] == str(root) and stored["states"] == states:
            version = stored["version"]
            return version if isinstance(version, str) else None
    except (OSError, ValueError, LookupError, TypeError, RuntimeError, RecursionError):
        pass
    return None


def keep_states(root: Path, states: dict[str, State], version: str) -> None:
    """Note the state of all files of a version.

    A file that was written to just now could be written to again without its times changing; it is not relied on.
    """
    latest = max([max(state[1:3], default=sys.maxsize) for state in states.values()])
    if latest > time.time_ns() - _SETTLED:
        return
    with contextlib.suppress(RuntimeError):
        stored = {"root": str(root), "version": version, "states": states}
        _write(_states_file(root), json.dumps(stored, ensure_ascii=False, separators=(",", ":")).encode())


def _places(kind: str, version: str) -> Iterator[tuple[Path, str]]:
    """Yield where a text can be, and its key there; the user's cache folder comes last."""
    key = f"{kind} {version} {code_version()}"
    yield SHIPPED / kind, key
    with contextlib.suppress(RuntimeError):
        yield folder() / f"{version}-{code_version()}-{_state_of_code():08x}.{kind}", key


def _head(key: str, text: bytes) -> bytes:
    return f"{key} {crc32(text):08x}".encode()


def _states_file(root: Path) -> Path:
    return folder() / f"{crc32(os.fsencode(root)):08x}.states"


def _state_of_code() -> int:
    found = []
    for part in _CODE:
        with os.scandir(_ENGINE / part) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    state = entry.stat()
                    found.append((entry.name, state.st_size, state.st_mtime_ns))
    return crc32(repr(sorted(found)).encode())


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    import tempfile

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".write-")
    except OSError:
        return
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).replace(path)
        _prune(path.parent)
    except OSError:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()


def _prune(cache: Path) -> None:
    with os.scandir(cache) as entries:
        found = sorted((entry.stat().st_mtime_ns, entry.path) for entry in entries if entry.is_file())
    for _, path in found[:-_KEPT]:
        Path(path).unlink(missing_ok=True)
