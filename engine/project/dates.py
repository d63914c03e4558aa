"""Days as people write them: 2026-11-30, 2026年11月30日, 令和8年11月30日; kept as documents write them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

ISO = r"^\d{4}-\d{2}-\d{2}$"
"""How documents write a day, for schemas."""

SPOKEN = (
    r"^\s*(([0-9０-９]{4}[/／])[0-9０-９]{1,2}[/／][0-9０-９]{1,2}"
    r"|((西暦\s*)?[0-9０-９]{4}|(令和|平成|[RHＲＨ])\s*([0-9０-９]{1,2}|元))\s*年\s*[0-9０-９]{1,2}\s*月\s*[0-9０-９]{1,2}\s*日"
    r"(\s*[(（].{1,3}[)）])?)\s*$"
)
"""How else a day is written that is understood, for schemas."""

_ERAS = {"令和": 2018, "R": 2018, "平成": 1988, "H": 1988}
_PARTS = r"(?P<era>令和|平成|[RH])?\D*?(?P<year>\d+|元)[年/](?P<month>\d+)[月/](?P<day>\d+)"


def is_date(text: str) -> bool:
    """Tell whether a text is a date as documents write it (`2026-12-31`)."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def day_of(text: str) -> str | None:
    """Return the day that a text means, as documents write it; None where it means none.

    >>> day_of("2026-11-30"), day_of("令和８年11月30日（月）"), day_of("2026/11/3"), day_of("令和元年5月1日")
    ('2026-11-30', '2026-11-30', '2026-11-03', '2019-05-01')
    >>> day_of("11月末"), day_of("2026-02-30"), day_of("20261130")
    (None, None, None)
    """
    if is_date(text):
        return text
    if re.match(SPOKEN, text) is None:
        return None
    found = re.search(_PARTS, re.sub(r"\s", "", unicodedata.normalize("NFKC", text)))
    if found is None:
        return None
    year = 1 if found["year"] == "元" else int(found["year"])
    try:
        return date(year + _ERAS.get(found["era"] or "", 0), int(found["month"]), int(found["day"])).isoformat()
    except ValueError:
        return None
