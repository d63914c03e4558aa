"""Dates in words: every day of the calendar as the standard library knows it, and what is no date as it is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from advise.reports.words.dates import write_date

WEEKDAYS = "月火水木金土日"


def test_the_weekday_is_the_calendars() -> None:
    day = date(1999, 12, 25)
    while day < date(2040, 1, 10):
        assert write_date(day.isoformat(), "ja") == f"{day.year}年{day.month}月{day.day}日({WEEKDAYS[day.weekday()]})"
        day += timedelta(days=11)


@pytest.mark.parametrize(
    "text", ["2026-02-31", "2026-2-3", "2026-13-01", "tomorrow", "", "2026-11-22T10:00", "20261122"]
)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_is_no_date_is_written_as_it_is(text: str, language: str) -> None:
    assert write_date(text, language) == text
