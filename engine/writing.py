"""Files are written whole or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def write_whole(target: Path, data: bytes, *, mode: int | None = None, new: bool = False, safe: bool = False) -> None:
    """Put a file in the place of what is there, in one step.

    It is written beside its place first, under a name that no other write has: what an earlier run left behind when it
    was stopped is never in the way.

    Args:
        target: Where; a link would be replaced, not followed.
        data: What the file is to hold.
        mode: Its permissions; those that new files have when left out.
        new: Whether nothing may be there yet, as far as the disk can tell.
        safe: Whether it has to be on the disk before what was there is given up.

    Raises:
        FileExistsError: `new`, and something is there.
        OSError: It was not written; what was there before is unchanged.
    """
    temporary = target.with_name(f".advise-{os.urandom(8).hex()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(temporary, flags, 0o666 if mode is None else mode & 0o700), "wb") as file:
            file.write(data)
            if safe:
                file.flush()
                os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(mode)
        if new:
            _name(temporary, target)
        else:
            temporary.replace(target)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def _name(temporary: Path, target: Path) -> None:
    """Give a new file its name, failing when someone else took it meanwhile, where the disk can tell."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:  # a disk without links
        if os.path.lexists(target):
            raise FileExistsError(str(target)) from None
        temporary.replace(target)
