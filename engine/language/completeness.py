"""The fact that says whether a list or a set is named in full: `complete.<its path>`."""

from __future__ import annotations

_PREFIX = "complete."


def completeness(path: str) -> str:
    """Return the fact that says whether a list or a set is named in full.

    >>> completeness("portfolio.seeds")
    'complete.portfolio.seeds'
    """
    return _PREFIX + path


def is_completeness(fact: str) -> bool:
    """Tell whether a fact says that something is named in full."""
    return fact.startswith(_PREFIX)


def completed_by(fact: str) -> str:
    """Return the list or the set that a fact says to be named in full; any other fact itself.

    >>> completed_by("complete.portfolio.seeds"), completed_by("top.visited_site")
    ('portfolio.seeds', 'top.visited_site')
    """
    return fact.removeprefix(_PREFIX)
