"""What an interpreter concludes about one project: the outcome of every rule and the state of every derived fact.

Every interpreter returns this, and they must return the same. Which finding replaces another, the verdict and the
questions are made from it elsewhere.
"""

from __future__ import annotations

from typing import TypeAlias

from ..knowledge.model import Severity
from ..language.truth import Truth
from ..records import dataclass, field
from .memory import Derived

Key: TypeAlias = "tuple[str, str | None]"
"""A rule's code or a concept's path, and the id of the element it is about (None: the project, or an absent list)."""


@dataclass(slots=True)
class Conclusions:
    """The conclusions about one project.

    Attributes:
        outcomes: For each rule, and each element that it runs over, whether it holds, does not hold, or cannot be
            told (None). A rule over a list that is not stated has one outcome, with id None: it cannot be told.
        derived: The state of each concept; of a concept about elements, the state for each element that is stated.
        severities: The severity of each outcome that holds.
        possible: Of a strict evaluation only: the severities that each outcome that may hold could have.
    """

    outcomes: dict[Key, Truth] = field(default_factory=dict)
    derived: dict[Key, Derived] = field(default_factory=dict)
    severities: dict[Key, Severity] = field(default_factory=dict)
    possible: dict[Key, frozenset[Severity]] = field(default_factory=dict)
