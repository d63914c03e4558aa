"""Measuring in turn: a figure and its peer are measured A B A B, so that a machine that slows down slows both.

Whole processes are measured by the processor time that the operating system accounts to them, functions by the wall.
Quoted are medians, and the median of the ratios pair by pair.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple


class Figure(NamedTuple):
    """One line of the table.

    Attributes:
        what: What was measured.
        value: The figure, with its unit.
        peer: What it was measured beside, with that one's figure; empty when there is none.
        ratio: The figure by the peer's, None without a peer.
        budget: What it should be at most; empty when there is none.
        met: Whether it is; None without a budget.
    """

    what: str
    value: str
    peer: str = ""
    ratio: float | None = None
    budget: str = ""
    met: bool | None = None


def processes(
    commands: Sequence[Sequence[str]], runs: int, environment: Mapping[str, str], folder: Path
) -> list[list[float]]:
    """Run commands in turn and return the processor time of each run in milliseconds, a list for each command.

    Each command is run once more at the beginning, which is not counted: it fills caches.
    """
    found: list[list[float]] = [[] for _ in commands]
    for number in range(runs + 1):
        for times, command in zip(found, commands, strict=True):
            taken = _processor_time(command, environment, folder)
            if number:
                times.append(taken)
    return found


def _processor_time(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> float:
    process = subprocess.Popen(
        command, env=environment, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}:\n{said}")
    return 1000 * (usage.ru_utime + usage.ru_stime)


def functions(calls: Sequence[Callable[[], object]], rounds: int, number: int = 1) -> list[list[float]]:
    """Call functions in turn and return the time of one call in milliseconds for each round, a list for each function."""
    found: list[list[float]] = [[] for _ in calls]
    for round_ in range(rounds + 1):
        for times, call in zip(found, calls, strict=True):
            start = time.perf_counter()
            for _ in range(number):
                call()
            if round_:
                times.append(1000 * (time.perf_counter() - start) / number)
    return found


def ratio(times: Sequence[float], peer: Sequence[float]) -> float:
    """Return the median of the ratios pair by pair."""
    return median(one / other for one, other in zip(times, peer, strict=True))


def milliseconds(times: Sequence[float]) -> str:
    """Return the median as people read it.

    >>> milliseconds([1.0, 2.0, 3.0]), milliseconds([0.0123]), milliseconds([123.4])
    ('2.0 ms', '12 us', '123 ms')
    """
    middle = median(times)
    if middle < 1:
        return f"{1000 * middle:.0f} us"
    return f"{middle:.1f} ms" if middle < 100 else f"{middle:.0f} ms"
