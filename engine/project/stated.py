"""What one project states: its facts with their places, what was decided about it, and what is to be told about its file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct, field

from ..problems.problem import Place, Problem
from ..reading.document import Document
from .address import Address
from .decisions import Asked, Response
from .memory import OpenSet, WorkingMemory
from .problems import project_problem


class Stated(Struct, frozen=True):
    """A fact as the document states it.

    Attributes:
        fact: Its name in the vocabulary; a list's path for the list itself.
        subject: The element it belongs to (`organisations/city`), None for the project.
        pointer: JSON pointer of the value.
        source, as_of, by: Where it comes from, since when, and who says so, where given.
    """

    fact: str
    subject: str | None
    value: Any
    pointer: str
    source: str | None = None
    as_of: str | None = None
    by: str | None = None


class Assumption(Struct, frozen=True):
    """What one `fact=value` means.

    Attributes:
        address: The fact of a subject; an element as a whole where it is left out.
        value: The JSON value; None where the fact is unknown or the element left out.
    """

    written: str
    address: Address
    value: Any


class Annotations(Struct):
    """What a document tells besides what is known.

    Attributes:
        stated: Every stated fact by address, in document order.
        unknown: What is said of facts that have no value, by address: `{value: null, source: "two of three have agreed"}`.
        names: The `name` of each list element that has one, by subject.
        elements: JSON pointer of each list element, by subject.
        document: The document; None for a Python object.
        noted: What is told about its facts and no reason to refuse them.
    """

    stated: dict[Address, Stated] = field(default_factory=dict)
    unknown: dict[Address, Stated] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    elements: dict[str, str] = field(default_factory=dict)
    document: Document | None = None
    noted: tuple[Problem, ...] = ()


class Project(Struct):
    """A project that was read.

    Attributes:
        told: What its document tells besides; None until somebody asks for it.
        again: Reads that where it was not read with what is known.
        asked: What was asked and not answered with a value.
        assumptions: What was assumed, in the order in which it was written.
        assumed: What a what-if set and the document does not say.
    """

    memory: WorkingMemory
    told: Annotations | None = None
    language: str | None = None
    responses: tuple[Response, ...] = ()
    asked: tuple[Asked, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    assumed: frozenset[Address] = frozenset()
    again: Callable[[], Annotations] = Annotations

    def tell(self) -> Annotations:
        """Return what its document tells besides what is known."""
        if self.told is None:
            self.told = self.again()
        return self.told

    @property
    def stated(self) -> dict[Address, Stated]:
        """Every stated fact by address, in document order."""
        return self.tell().stated

    @property
    def unknown(self) -> dict[Address, Stated]:
        """What is said of facts that have no value, by address."""
        return self.tell().unknown

    @property
    def names(self) -> dict[str, str]:
        """The `name` of each list element that has one, by subject."""
        return self.tell().names

    @property
    def elements(self) -> dict[str, str]:
        """JSON pointer of each list element, by subject."""
        return self.tell().elements

    @property
    def document(self) -> Document | None:
        """The document it came from; None for a Python object."""
        return self.tell().document

    def is_whole(self, key: Address) -> bool:
        """Tell whether nothing is missing in what is stated of a fact: an open set may hold more than is named."""
        return not isinstance(self.memory.project.get(key.fact), OpenSet)

    @property
    def notes(self) -> tuple[Problem, ...]:
        """What is told about the document and its facts: each a sentence, and no reason to refuse them."""
        told = self.tell()
        if told.document is None or told.document.encoding == "UTF-8":
            return told.noted
        return project_problem("P260", None, {"value": told.document.encoding}), *told.noted

    def place(self, pointer: str) -> Place | None:
        """Return where a value stands in the document; None when it does not, or when there is no document."""
        if self.document is None:
            return None
        try:
            return self.document.places.of(pointer)
        except KeyError:
            return None
