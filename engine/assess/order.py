"""The order in which people count: `s2` stands before `s10`."""

from __future__ import annotations

import re

_DIGITS = 9


def counted(name: str) -> str:
    """Return a text that sorts as people count.

    >>> sorted(["seeds/s10", "seeds/s2", "seeds/s1"], key=counted)
    ['seeds/s1', 'seeds/s2', 'seeds/s10']
    """
    if not any(map(str.isdigit, name)):
        return name  # and no expression is compiled for it
    return re.sub(r"\d+", lambda number: number[0].zfill(_DIGITS), name)
