"""Dates as people write them, in each language; nothing here reads a clock."""

from __future__ import annotations

import time

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
    try:
        year, month, day = map(int, iso.split("-"))
        found = time.localtime(time.mktime((year, month, day, 12, 0, 0, 0, 0, -1)))
    except (ValueError, OverflowError, OSError):
        return iso
    if found[:3] != (year, month, day) or iso != f"{year:04}-{month:02}-{day:02}":
        return iso
    if language == "ja":
        return f"{year}年{month}月{day}日({_WEEKDAYS[found.tm_wday]})"
    return f"{day} {_MONTHS[month - 1]} {year}"
