"""What a file may not exceed, so that no input can tie the program up, and what tells it before anything is parsed."""

from __future__ import annotations

import re

from .places import plain_strings

MEGABYTES = 10
"""The size of the largest document that is read."""

LARGEST = MEGABYTES * 1024 * 1024
"""The same in bytes."""

LARGEST_YAML = 2 * 1024 * 1024
"""The longest YAML document, in characters: reading YAML takes some fifty times as long as JSON."""

LARGEST_SOURCE = 1_000_000
"""The size of the largest file of a knowledge base, profile and feature file, in bytes."""

DEEPEST = 64
"""How deep the brackets of JSON may be nested."""

DEEPEST_YAML = 40
"""How deep lists and mappings of YAML may be nested."""

MOST_PROBLEMS = 200
"""After so many problems in its writing the rest of a document is not looked at."""

LARGEST_INTEGER = 2**53 - 1
"""The largest whole number that every program reads exactly; beyond it, digits may be lost unseen."""

_ONLY_BRACKETS = bytes(set(range(256)) - set(b'[]{}"'))


def too_deep(text: str) -> bool:
    """Tell whether brackets are nested more than `DEEPEST` deep, without parsing.

    Exact for JSON; for other text up to where it stops being JSON.

    >>> too_deep('{"a": "[[["}'), too_deep("[" * 100)
    (False, True)
    """
    if text.count("[") + text.count("{") <= DEEPEST:
        return False
    outside = plain_strings(text).encode("utf-8", "replace").translate(None, _ONLY_BRACKETS).split(b'"')[::2]
    brackets = left = b"".join(outside)
    for _ in range(DEEPEST // 2):
        # Each round takes at least one level of innermost brackets away and at most two, at the speed of C.
        before, left = len(left), left.replace(b"[]", b"").replace(b"{}", b"")
        if not left:
            return False
        if len(left) == before:
            break
    depth = 0
    for bracket in brackets:
        depth += 1 if bracket in b"[{" else -1
        if depth > DEEPEST:
            return True
    return False


def out_of_range(digits: str) -> bool:
    """Tell whether a JSON number cannot be held exactly enough.

    >>> out_of_range("1e999"), out_of_range("12345678901234567890"), out_of_range("0.05")
    (True, True, False)
    """
    if re.fullmatch(r"-?[0-9]+", digits):
        # The length is looked at first: turning very many digits into a number takes very long.
        return len(digits) > len(str(LARGEST_INTEGER)) + 1 or abs(int(digits)) > LARGEST_INTEGER
    return float(digits) in (float("inf"), float("-inf"))
