"""Files are written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path
from typing import BinaryIO


def write_whole(
    target: Path,
    data: bytes,
    *,
    mode: int | None = None,
    like: os.stat_result | None = None,
    new: bool = False,
    safe: bool = False,
) -> None:
    """Put a file in the place of what is there, in one step.

    It is written beside its place first, under a name that no other write has: what an earlier run left behind when it
    was stopped is never in the way. Only a file that has other names, or an owner that a new one cannot be given to, is
    written to where it is, after the new one is on the disk.

    Args:
        target: Where; a link would be replaced, not followed.
        data: What the file is to hold.
        mode: Its permissions; those that new files have when left out.
        like: The file that is there, whose permissions, owner, group and names stay.
        new: Whether nothing may be there yet, as far as the disk can tell.
        safe: Whether it has to be on the disk before what was there is given up.

    Raises:
        FileExistsError: `new`, and something is there.
        OSError: It was not written; what was there before is unchanged.
    """
    if like is not None:
        mode = stat.S_IMODE(like.st_mode)
    temporary = target.with_name(f".advise-{os.urandom(8).hex()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(temporary, flags, 0o666 if mode is None else mode & 0o700), "wb") as file:
            file.write(data)
            if safe:
                file.flush()
                os.fsync(file.fileno())
        stays = like is None or _given(temporary, like)
        if mode is not None:
            temporary.chmod(mode)
        if new:
            _name(temporary, target)
        elif stays:
            temporary.replace(target)
        else:
            _write_over(target, data)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def _given(path: Path, like: os.stat_result) -> bool:
    """Give a file to the owner and group of another; tell whether that could be done and nothing else is needed."""
    own = path.stat()
    if (own.st_uid, own.st_gid) != (like.st_uid, like.st_gid):
        try:
            os.chown(path, like.st_uid, like.st_gid)
        except OSError:
            return False
    return like.st_nlink == 1


def _write_over(target: Path, data: bytes) -> None:
    """Write to a file where it is; what was there is put back when that fails."""
    before = target.read_bytes()
    with target.open("r+b") as file:
        try:
            _fill(file, data)
        except OSError:
            with contextlib.suppress(OSError):
                _fill(file, before)
            raise


def _fill(file: BinaryIO, data: bytes) -> None:
    file.seek(0)
    file.write(data)
    file.truncate()
    file.flush()
    os.fsync(file.fileno())


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
