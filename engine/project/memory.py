"""Working memory: what is known about one project in one run, stated and derived.

It holds only known facts; whatever is not in it is unknown. Reading a project into it is `engine.project.project`'s work.
"""

from __future__ import annotations

from typing import TypeAlias

from ..records import dataclass, field


@dataclass(frozen=True, slots=True)
class Derived:
    """The state of a derived fact.

    Attributes:
        value: The value of the first line that is certain, None when no line is.
        open: Other values that are still possible: lines that cannot be told and stand before the certain one.
    """

    value: str | None
    open: frozenset[str] = frozenset()


Value: TypeAlias = "bool | float | str | frozenset[str] | tuple[str, ...] | Derived"
"""bool and enum and text as they are, numbers as float, sets and refs as frozenset, texts as tuple, derived facts."""

Element: TypeAlias = "dict[str, Value]"
"""One element's known facts by attribute; `id` is always there."""


@dataclass(slots=True)
class WorkingMemory:
    """The known facts of one project.

    Attributes:
        project: Facts of the project itself, by path; derived ones too, as `Derived`.
        elements: The elements of each list, family and set parameter, by its path (`organisations`, `capitals`,
            `$key_early_kinds`). A list that is not stated is absent.
        closed: The lists of which no element can be missing.
    """

    project: dict[str, Value] = field(default_factory=dict)
    elements: dict[str, list[Element]] = field(default_factory=dict)
    closed: frozenset[str] = frozenset()
