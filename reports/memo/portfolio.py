"""The portfolio of seeds: the chance of each, and the expected number of successes. It counts successes, never money."""

from __future__ import annotations

from typing import Any

from ...engine.project.address import Address
from ..words.names import Reading
from .map_layout import EM, LINE, wrap

_LIST = "portfolio.seeds"
_EXPECTED = "portfolio.expected"
_LEFT, _AXIS, _TOP = 190, 400, 6
ROWS = 20
"""Rows that are drawn; the table below the picture has them all."""


def portfolio_view(reading: Reading) -> dict[str, Any]:
    """Return the seeds, the rows of the picture, and the sentences about them."""
    seeds = [_seed(reading, member.id) for member in reading.assessment.elements.get(_LIST, ())]
    stated = _LIST in reading.assessment.elements
    return {
        "empty": "" if seeds else reading.say("portfolio.none" if stated else "portfolio.empty"),
        "seeds": seeds,
        "picture": _picture(seeds[:ROWS]),
        "picture_more": reading.say("map.more", n=len(seeds) - ROWS) if len(seeds) > ROWS else "",
        "alt": reading.say("portfolio.alt", n=len(seeds)),
        "sentences": [
            _expected(reading),
            reading.say("portfolio.note"),
            *([] if reading.value(f"complete.{_LIST}") is True else [reading.say("portfolio.open")]),
        ],
    }


def _seed(reading: Reading, name: str) -> dict[str, Any]:
    subject = f"{_LIST}/{name}"
    chance, running = (
        reading.value(f"{_LIST}[].success_probability", subject),
        reading.value(f"{_LIST}[].running", subject),
    )
    evidence = reading.stated.get(Address(f"{_LIST}[].success_probability", subject))
    return {
        "name": reading.text(reading.members[subject].label),
        "chance": chance,
        "figure": reading.say("unknown") if chance is None else percentage(chance),
        "running": running,
        "running_word": reading.say("unknown" if running is None else "yes" if running else "no"),
        "remark": ""
        if running
        else reading.say("portfolio.running_unknown" if running is None else "portfolio.not_running"),
        "line": evidence.line if evidence is not None else None,
    }


def _picture(seeds: list[dict[str, Any]]) -> dict[str, Any]:
    """Place the rows: the name left of the axis, the dot on it, the figure to the right."""
    rows, y = [], _TOP
    for seed in seeds:
        lines = wrap(seed["name"], (_LEFT - 16) / EM)
        height = LINE * len(lines) + 12
        middle = y + height // 2
        first = middle - LINE * (len(lines) - 1) // 2 + 4
        texts = [{"y": first + LINE * index, "text": line} for index, line in enumerate(lines)]
        x = None if seed["chance"] is None else round(_LEFT + _AXIS * seed["chance"], 1)
        rows.append({**seed, "texts": texts, "y": middle, "x": x})
        y += height
    ticks = [{"x": _LEFT + _AXIS * part // 4, "text": f"{part * 25}%"} for part in range(5)]
    return {"left": _LEFT, "axis": _AXIS, "top": _TOP, "bottom": y, "height": y + 22, "rows": rows, "ticks": ticks}


def percentage(chance: float) -> str:
    """Write a chance of success: `12%`, `0.5%`.

    >>> percentage(0.05), percentage(0.123), percentage(1)
    ('5%', '12.3%', '100%')
    """
    return f"{round(chance * 100, 2):.4g}%"


def _expected(reading: Reading) -> str:
    """Say what the chances of the seeds come to over which a rule adds them up."""
    added = reading.assessment.sums.get(_EXPECTED)
    if added is None or not added.known:
        return reading.say("portfolio.expected.unknown")
    total = f"{added.total:.4g}"
    if added.known == added.meant:
        return reading.say("portfolio.expected", n=added.meant, sum=total)
    return reading.say("portfolio.expected.least", n=added.meant, known=added.known, sum=total)
