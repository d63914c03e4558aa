"""The vocabulary as data: facts, lists, derived facts and parameters, by name; `model` is the knowledge base around it."""

# No `from __future__ import annotations`: msgspec would compile each of them at every start.

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from msgspec import Struct, field

from ..problems.problem import Place, Placed, Texts

FactType: TypeAlias = Literal["bool", "enum", "set", "int", "number", "text", "texts", "refs"]
SETTINGS = ("$schema", "lang", "responses", "asked")
"""What a project document keeps at its top for itself: no fact can be called so."""


class FactDefinition(Placed, frozen=True):
    """A declared fact.

    Attributes:
        path: Its public name (`organisations[].kind`, `capitals.*.assessed`, `top.visited_site`).
        type: What values it takes. `texts` is a list of free texts, `refs` a list of ids.
        values: The allowed values of an enum or set, with their labels.
        source: The list or family it belongs to, None for a fact of the project.
        attribute: The part of the path after that source; the whole path for a fact of the project.
        target: For refs, the list that the ids point into.
        effort: What changing it takes: fixed, decide, arrange, join (and never leave for it) or build.
        ask: Who can usually answer, as the owners are named.
        better: Its values from the worst to the best, of a number or a set `less` or `more` alone; empty where none is
            better. Values that are not named have no place in the order.
        open: Whether a set may hold more than is named of it, until the project says that nothing is missing
            (`complete.<path>`).
    """

    path: str
    type: FactType
    values: Mapping[str, Texts]
    label: Texts
    question: Texts
    help: Texts | None = None
    effort: str = "decide"
    unit: str | None = None
    minimum: int | float | None = None
    maximum: int | float | None = None
    target: str | None = None
    source: str | None = None
    attribute: str = ""
    open: bool = False
    ask: tuple[str, ...] = ()
    better: tuple[bool | str, ...] = ()
    place: Place | None = None

    @property
    def worst(self) -> bool | str | None:
        """The worst of its values; None where it has no order of worth that names it."""
        return self.better[0] if len(self.better) > 1 else None

    def is_worse(self, new: object, old: object) -> bool:
        """Tell whether a value is known to be worse than another one.

        >>> FactDefinition("signed", "bool", {}, {}, {}, better=(False, True)).is_worse(False, True)
        True
        """
        if self.better in (("less",), ("more",)):
            small, large = (new, old) if self.better == ("more",) else (old, new)
            alike = all(isinstance(value, (int, float)) for value in (small, large)) or (
                isinstance(small, frozenset) and isinstance(large, frozenset)
            )
            return alike and small < large  # type: ignore[operator]
        if new not in self.better or old not in self.better:
            return False
        return self.better.index(new) < self.better.index(old)


class ListDefinition(Struct, frozen=True):
    """A list of the project (`organisations`), a family of fixed members (`capitals`) or a set parameter's values.

    Attributes:
        path: Its name; `$key_early_kinds` for the values of a parameter.
        element: The name that rules bind its elements to.
        complete: `stated` when the list is complete as soon as it is there, `declared` when the project must say so
            (`complete.<path>`), `fixed` for families and parameter values.
        members: The fixed members with their labels; empty for a list.
        ask: Who can usually say which elements there are.
    """

    path: str
    element: str
    complete: Literal["stated", "declared", "fixed"]
    label: Texts
    element_label: Texts
    question: Texts | None = None
    members: Mapping[str, Texts] = field(default_factory=dict)
    ask: tuple[str, ...] = ()

    @property
    def is_stated(self) -> bool:
        """Whether each project states its elements; those of a family or a parameter are the same for all."""
        return self.complete != "fixed"

    def path_of(self, attribute: str) -> str:
        """Return the name that the vocabulary has for a fact of its elements."""
        if self.path.startswith("$"):
            return self.path if attribute == "id" else f"{self.path}.{attribute}"
        return f"{self.path}{'.*.' if self.members else '[].'}{attribute}"


class ConceptDefinition(Placed, frozen=True):
    """A derived fact: its path, its values with labels, and whether it is a working concept (not in the machine form)."""

    path: str
    values: Mapping[str, Texts]
    label: Texts
    working: bool = False
    source: str | None = None
    attribute: str = ""
    place: Place | None = None


class Vocabulary(Struct, frozen=True):
    """All declared facts, lists and concepts, by path."""

    facts: Mapping[str, FactDefinition]
    lists: Mapping[str, ListDefinition]
    concepts: Mapping[str, ConceptDefinition]

    @property
    def stated_lists(self) -> dict[str, ListDefinition]:
        """The lists whose elements each project states, by path."""
        return {path: listed for path, listed in self.lists.items() if listed.is_stated}

    def definition(self, path: str) -> FactDefinition | ConceptDefinition | None:
        """Return the fact or concept of this name; None when there is none."""
        return self.facts.get(path) or self.concepts.get(path)

    def definitions(self) -> Iterator[FactDefinition | ConceptDefinition]:
        """Yield every fact and every concept."""
        yield from self.facts.values()
        yield from self.concepts.values()


class ParameterDefinition(Placed, frozen=True):
    """A named, sourced quantity: number, text list, or a band of two numbers.

    Attributes:
        value: A number, a tuple of texts, or a (low, high) pair when `band`.
        ours: True when the value is this product's judgement and not the article's.
        since: The day from which it holds, where it is known.
        reason: Why a profile overrides it; None when it is not overridden.
    """

    name: str
    value: int | float | tuple[str | int | float, ...]
    label: Texts
    note: Texts | None = None
    source: str | None = None
    ours: bool = False
    band: bool = False
    since: str | None = None
    reason: str | None = None
    place: Place | None = None


def range_in_words(low: float | None, high: float | None) -> Texts:
    """Return between which numbers a value lies; None where there is no limit, which one of them has.

    >>> range_in_words(0, 100)["en"], range_in_words(1, None)["en"], range_in_words(None, 1)["ja"]
    ('from 0 to 100', 'at least 1', '1 以下')
    """
    if low is not None and high is not None:
        return {"en": f"from {low:g} to {high:g}", "ja": f"{low:g} から {high:g} まで"}
    return (
        {"en": f"at least {low:g}", "ja": f"{low:g} 以上"}
        if low is not None
        else {"en": f"at most {high:g}", "ja": f"{high:g} 以下"}
    )
