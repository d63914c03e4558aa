"""Three-valued truth: true, false, and unknown.

A truth is ``True``, ``False`` or ``None``, where ``None`` says that it cannot be told. The tables are Kleene's strong
ones (S. C. Kleene, Introduction to Metamathematics, 1952, section 64): one false settles a conjunction whatever is
unknown beside it, one true settles a disjunction.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

Truth: TypeAlias = "bool | None"


def all_of(truths: Iterable[Truth]) -> Truth:
    """Combine truths as a conjunction; an empty one is true.

    >>> all_of([True, None]) is None
    True
    >>> all_of([False, None])
    False
    """
    result: Truth = True
    for truth in truths:
        if truth is False:
            return False
        if truth is None:
            result = None
    return result


def any_of(truths: Iterable[Truth]) -> Truth:
    """Combine truths as a disjunction; an empty one is false.

    >>> any_of([True, None])
    True
    >>> any_of([False, None]) is None
    True
    """
    result: Truth = False
    for truth in truths:
        if truth is True:
            return True
        if truth is None:
            result = None
    return result


def negate(truth: Truth) -> Truth:
    """Negate a truth; unknown stays unknown.

    >>> negate(None) is None
    True
    """
    return None if truth is None else not truth
