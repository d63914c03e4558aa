"""Where results go: each file is written beside its place and put there when all is well, by one run at a time."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from ...engine.problems.problem import ProblemsError
from ..texts.screen_faults import fault
from ..writers.file import opened_directly, output_problem, refusal


class OutputFile:
    """A file that is being written.

    Attributes:
        target: Where it will be.
        path: Where it is written meanwhile, over what a run that was killed left there; the target itself where that is a
            device or a pipe.
        file: What is written to.
    """

    def __init__(self, target: Path, is_ours: Callable[[Path], bool]) -> None:
        """Begin.

        Args:
            target: Where it will be.
            is_ours: Whether a file that is there is one that may be written over.

        Raises:
            ProblemsError: It cannot be written there, or is somebody else's file.
        """
        self.target = target
        try:
            found = target.stat() if target.exists() else None
            if found is not None and stat.S_ISDIR(found.st_mode):
                raise ProblemsError([output_problem("O102", target)])
            if found is not None and stat.S_ISREG(found.st_mode) and found.st_size and not is_ours(target):
                raise ProblemsError([output_problem("O101", target)])
            real = Path(os.path.realpath(target))
            direct = found is not None and not stat.S_ISREG(found.st_mode)
            self.path = real if direct else real.with_name(f".advise-{real.name}.tmp")
            self._real, self._direct = real, direct
            self.file: BinaryIO = opened_directly(real) if direct else self.path.open("wb")
        except (OSError, ValueError) as error:
            raise self.refused(error) from error

    def refused(self, error: OSError | ValueError) -> ProblemsError:
        """Return what to raise for what the operating system refused."""
        return ProblemsError([refusal(self.target, error)])

    def write(self, data: bytes) -> None:
        """Write a part.

        Raises:
            ProblemsError: There is no room, or it is not to be written any more.
        """
        try:
            self.file.write(data)
        except OSError as error:
            raise self.refused(error) from error

    def whole(self) -> None:
        """Bring all of it to the disk.

        Raises:
            ProblemsError: That failed; what was at the target before is unchanged.
        """
        try:
            if not self.file.closed:
                self.file.flush()
                if not self._direct:
                    os.fsync(self.file.fileno())
                self.file.close()
        except OSError as error:
            raise self.refused(error) from error

    def put(self) -> None:
        """Put it at its target.

        Raises:
            ProblemsError: That failed.
        """
        try:
            if not self._direct:
                self.path.replace(self._real)
        except OSError as error:
            raise self.refused(error) from error

    def drop(self) -> None:
        """Leave nothing of it where it was not put."""
        with contextlib.suppress(OSError):
            self.file.close()
        if not self._direct:
            with contextlib.suppress(OSError):
                self.path.unlink()


def begins(head: bytes) -> Callable[[Path], bool]:
    """Return what tells files that begin like this."""

    def is_so(path: Path) -> bool:
        with path.open("rb") as file:
            return file.read(len(head)) == head

    return is_so


@contextlib.contextmanager
def alone(targets: Sequence[Path]) -> Iterator[None]:
    """Let one run at a time write to these files, as long as this lasts; a run that was killed is in nobody's way.

    Raises:
        ProblemsError: Another run writes to one of them.
    """
    try:
        import fcntl
    except ImportError:  # where there is none, the last run wins, whole
        yield
        return
    with contextlib.ExitStack() as stack:
        for target in targets:
            lock = target.with_name(f".{target.name}.lock")
            try:
                file = stack.enter_context(lock.open("wb"))
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if os.fstat(file.fileno()).st_nlink == 0:  # another run has ended, and a third has begun
                    raise BlockingIOError
            except BlockingIOError:
                raise ProblemsError([fault("T118", path=target)]) from None
            except OSError:
                continue  # the folder is not there or not ours: writing tells
            stack.callback(lock.unlink, missing_ok=True)
        yield
