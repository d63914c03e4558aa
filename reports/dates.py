"""Dates as people write them, in each language; nothing here reads a clock."""

from __future__ import annotations

_WEEKDAYS = "月火水木金土日"
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def write_date(iso: str, language: str) -> str:
    """Return a date in words; what is no ISO date is returned as it is.

    >>> write_date("2026-11-22", "en")
    '22 November 2026'
    >>> write_date("2026-11-22", "ja")
    '2026年11月22日(日)'
    """
    from datetime import date

    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    if language == "ja":
        return f"{day.year}年{day.month}月{day.day}日({_WEEKDAYS[day.weekday()]})"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
