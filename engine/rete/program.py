"""A compiled knowledge base as plain data: what to assert, the rulesets, and what to make of their matches.

Everything that a run needs and that does not depend on the project. It is never changed by a run.
"""

# No `from __future__ import annotations`: msgspec would compile each of them at every start.

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

from ..knowledge.model import Grade
from ..language.tree import AggregateKind, Comparison, Fact, Operator

AttributeForm: TypeAlias = Literal["value", "number", "state", "knowledge"]
"""What an attribute tells of a stated fact: one of named values; a number; a named value or that there is none, which
is never unknown; or only that it is known, which may be unknown but is never false.
"""


class StatedColumn(Struct, frozen=True, tag=True):
    """An attribute that holds what is stated of a fact."""

    source: str
    name: str
    fact: Fact
    form: AttributeForm


class TruthColumn(Struct, frozen=True, tag=True):
    """An attribute that holds the truth of a comparison: of stated facts, or with a fact that is known once it is derived."""

    source: str
    name: str
    comparison: Comparison
    derived: bool = False


AttributeColumn: TypeAlias = StatedColumn | TruthColumn


class Relation(Struct, frozen=True):
    """A comparison between two elements, asserted where it is certain."""

    name: str
    comparison: Comparison
    sources: tuple[str, str]


class Unit(Struct, frozen=True):
    """A condition that the engine settles for each combination of elements.

    Attributes:
        sources: The lists that its variables run over, in their order.
    """

    number: int
    sources: tuple[str, ...]


class Match(Struct, frozen=True):
    """What a match of one engine rule says.

    Attributes:
        unit: The number of the unit whose condition it fulfils.
        bound: For each variable of the unit, alias and attribute of the place of its element in its list; None where
            any element will do.
    """

    unit: int
    bound: tuple[tuple[str, str] | None, ...]


class Chunk(Struct, frozen=True):
    """One ruleset.

    Attributes:
        definition: Its JSON.
        kinds: The durable facts that it reads, by source, with the attributes that it reads of each.
        relations: The kinds of the durable facts that it reads for relations.
        matches: What its rules say, by name.
    """

    definition: str
    kinds: dict[str, tuple[str, ...]]
    relations: tuple[str, ...]
    matches: Mapping[str, Match]


class Target(Struct, frozen=True):
    """Where a truth is put for later strata: an attribute of one source, or a relation between several."""

    name: str
    sources: tuple[str, ...]


class Quantified(Struct, frozen=True, tag=True):
    """Makes the truth of a quantifier from the truths for its elements; `unit` is None where all elements are meant."""

    target: Target
    kind: AggregateKind | None
    source: str
    unit: int | None
    measure: Fact | None = None
    operator: Operator = "is"
    bound: int | float = 0.0
    minimum: int | float | None = None
    maximum: int | float | None = None


class Carried(Struct, frozen=True, tag=True):
    """Hands the truth of a part of a condition on, where the whole is too much for one engine rule."""

    target: Target
    unit: int


class DerivationUnit(Struct, frozen=True, tag=True):
    """Makes the state of a derived fact from the truths of its lines; `columns` are the attributes that read it."""

    concept: str
    attribute: str
    source: str | None
    lines: tuple[tuple[str, int], ...]
    columns: tuple[TruthColumn, ...] = ()


ProgramStep: TypeAlias = Quantified | Carried | DerivationUnit


class OutcomeUnit(Struct, frozen=True):
    """A rule: the unit of its condition and those of its severities (None: without condition)."""

    code: str
    source: str | None
    unit: int
    severities: tuple[tuple[Grade, int | None], ...]


class Stratum(Struct, frozen=True):
    """Rulesets that read only what earlier strata settled, and the steps that make something of their matches."""

    chunks: tuple[Chunk, ...]
    steps: tuple[ProgramStep, ...]


class Program(Struct, frozen=True):
    """A compiled knowledge base."""

    units: tuple[Unit, ...]
    columns: tuple[AttributeColumn, ...]
    relations: tuple[Relation, ...]
    strata: tuple[Stratum, ...]
    outcomes: tuple[OutcomeUnit, ...]
