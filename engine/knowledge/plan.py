"""The plan of the interview, as data: which fact is asked on which page, in which order, and when.

Nothing in it decides anything. A knowledge base may have none; the interview then makes one from its areas.
"""

# No `from __future__ import annotations`: msgspec would compile each of them at every start.

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct, field

from ..problems.problem import Texts


class Gate(Struct, frozen=True):
    """What must hold for a question to be asked: a fact has one of some values.

    Attributes:
        fact: A fact or a derived fact; one of a list or family is that of the same element.
    """

    fact: str
    values: tuple[bool | str, ...]


class Option(Struct, frozen=True):
    """One choice of a bundle.

    Attributes:
        values: What it says of each fact of the bundle, in their order; empty where each is answered by itself.
    """

    label: Texts
    values: tuple[bool | str, ...] = ()


class Bundle(Struct, frozen=True):
    """One choice that answers several facts of an element at once."""

    name: str
    label: Texts
    options: tuple[Option, ...]


class PlannedQuestion(Struct, frozen=True):
    """One fact as its page asks for it.

    Attributes:
        fact: The fact, or a list for the names of its elements.
        show: When it is asked; None for always when somebody waits for it.
        label: A short heading; the fact's own label where it has none.
        question: The question with names in braces; the fact's own where it has none, or where a name is not known.
        checks: Whether it is asked in one list with the yes-or-no facts beside it.
        bundle: The bundle that answers it with others.
        always: Whether it is asked although nothing waits for it.
        rows: For a list, how many blank rows are shown at first.
        beside: The facts that nearly say it: what is stated of them is told with the question.
        new: For one new element of a list: the facts that it has, by name; empty for all other questions.
    """

    fact: str
    show: Gate | None = None
    label: Texts | None = None
    question: Texts | None = None
    checks: bool = False
    bundle: str | None = None
    always: bool = False
    rows: int = 0
    beside: tuple[str, ...] = ()
    new: Mapping[str, bool | str] = field(default_factory=dict)


class PlannedPage(Struct, frozen=True):
    """A page of the interview.

    Attributes:
        name: What programs know it by.
        why: Why it is asked, one sentence; None where a page was made from an area.
        questions: What is asked on it, in its order.
        step: The step of the road map that it belongs to; None for a page that comes before all.
        statements: The statements of the article that the reason rests on.
        bundles: The choices that answer several facts.
    """

    name: str
    title: Texts
    why: Texts | None
    questions: tuple[PlannedQuestion, ...]
    step: int | None = None
    statements: tuple[str, ...] = ()
    bundles: tuple[Bundle, ...] = ()

    def bundle(self, name: str) -> Bundle:
        """Return a bundle by its name; raises KeyError when there is none."""
        return {one.name: one for one in self.bundles}[name]


class Called(Struct, frozen=True):
    """What a question calls by its name.

    Attributes:
        fact: The fact that holds the name; for an element of a list the fact that tells which one is meant.
        value: The value that the one element has; None where the fact holds the name itself.
    """

    fact: str
    value: bool | str | None = None


class PagePlan(Struct, frozen=True, dict=True):
    """All pages in their order, and the names that questions use."""

    pages: tuple[PlannedPage, ...] = ()
    names: Mapping[str, Called] = field(default_factory=dict)

    @property
    def first(self) -> tuple[str, ...]:
        """The facts that are always asked, in their order: they say what is talked about."""
        return tuple(one.fact for page in self.pages for one in page.questions if one.always)

    @cached_property
    def gates(self) -> Mapping[str, Gate]:
        """By each fact that is asked only after another answer, what must hold for it to be asked."""
        return {one.fact: one.show for page in self.pages for one in page.questions if one.show is not None}

    @property
    def after(self) -> Mapping[str, str]:
        """By each fact that is asked only after another answer, the fact that it waits for."""
        return {fact: gate.fact for fact, gate in self.gates.items()}

    @property
    def beside(self) -> Mapping[str, tuple[str, ...]]:
        """By each fact the facts that nearly say it, of those that have any."""
        return {one.fact: one.beside for page in self.pages for one in page.questions if one.beside}
