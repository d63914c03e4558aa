"""What reports show of a knowledge base besides its rules, as data: every part of it is optional.

It says which facts, lists and families stand where, and gives the sentences that name them. Nothing in it decides
anything. Facts, derived facts and lists are named as the vocabulary names them.
"""

# No `from __future__ import annotations`: msgspec would compile each of them at every start.

from collections.abc import Mapping
from typing import ClassVar, TypeAlias

from msgspec import Struct, field

from ..problems.problem import Texts

TextKeys: TypeAlias = Mapping[str, tuple[str, ...]]
"""The texts that a part has, each with what may be filled in."""


class ProjectFacts(Struct, frozen=True):
    """The facts by which people know a project: what it is called, how far it is, and where it is done."""

    name: str | None = None
    phase: str | None = None
    place: str | None = None


class Tick(Struct, frozen=True):
    """A yes-or-no fact of a member, told by one of two words; the label stands before it."""

    fact: str
    yes: Texts
    no: Texts
    label: Texts | None = None


class LedgerColumn(Struct, frozen=True):
    """A column of a ledger."""

    title: Texts
    ticks: tuple[Tick, ...]


class Ledger(Struct, frozen=True, tag=True):
    """A table with a row for each member of a family: in what state it is, and what becomes of a gap. It has no total.

    Attributes:
        state: The derived fact with the states, the best one first.
        stated: The fact that stands in for it as long as it is open.
        gap: The derived fact that is `no` where nothing is missing.
        plan: The fact with what fills a gap; empty where nothing is planned.
        best: The yes-or-no fact that decides whether a member is in the best state, if one does.
        looked: The yes-or-no fact that says whether somebody has looked at a member, if one does.
        centre: The fact of the project that names the member which everything is built around, if one does.
        columns: What else is told of each member, between its state and its gap.
    """

    TEXTS: ClassVar[TextKeys] = {
        "title": (), "member": (), "state": (), "gap": (), "no_gap": (), "no_plan": (), "note": (),
        "best": (), "looked": (), "centre": (),
    }  # fmt: skip

    family: str
    state: str
    stated: str
    gap: str
    plan: str
    texts: Mapping[str, Texts]
    best: str | None = None
    looked: str | None = None
    centre: str | None = None
    columns: tuple[LedgerColumn, ...] = ()


class Origin(Struct, frozen=True):
    """What a chain leads back to.

    Attributes:
        agreed: The derived fact that is `yes` where it is settled, `no` where it is not.
        defined: The yes-or-no fact that says whether there is one at all.
        reached: The yes-or-no fact of the elements of the first list: whether they rest on it.
    """

    TEXTS: ClassVar[TextKeys] = {
        "head": (), "name": (), "agreed": (), "not_agreed": (), "defined": (), "undefined": (), "outside": (),
        "break": ("name",),
    }  # fmt: skip

    agreed: str
    defined: str
    reached: str
    texts: Mapping[str, Texts]


class Link(Struct, frozen=True):
    """A list of a chain.

    Attributes:
        refs: The fact with the ids of the list before it; None for the first.
        state: The derived fact that says whether an element leads back to the origin.
        broken: The values of it with which an element does not.
        lost: The one of them that is told as a break; the others are told by what is missing.
    """

    TEXTS: ClassVar[TextKeys] = {"head": (), "none": (), "unserved": ("name",), "alone": ("name",), "lost": ("name",)}

    list: str
    texts: Mapping[str, Texts]
    refs: str | None = None
    state: str | None = None
    broken: tuple[str, ...] = ()
    lost: str | None = None


class Chain(Struct, frozen=True, tag=True):
    """Lists of which each refers to the one before it, and what the first one rests on."""

    TEXTS: ClassVar[TextKeys] = {"title": (), "alt": ("n", "unknown"), "empty": ()}

    origin: Origin
    links: tuple[Link, ...]
    texts: Mapping[str, Texts]


class Chances(Struct, frozen=True, tag=True):
    """A list whose elements have a chance of success each: the chances, and how many successes are to be expected.

    Attributes:
        chance: The fact with the chance, from 0 to 1.
        running: The yes-or-no fact that says whether an element counts by now.
    """

    TEXTS: ClassVar[TextKeys] = {
        "title": (), "empty": (), "none": (), "element": (), "chance": (), "running": (), "not_running": (),
        "running_unknown": (), "expected": ("n", "sum"), "expected_least": ("n", "sum", "known"),
        "expected_unknown": (), "note": (),
    }  # fmt: skip

    list: str
    chance: str
    running: str
    texts: Mapping[str, Texts]


class Stop(Struct, frozen=True):
    """A part of the way that a project goes: what it is called, and the areas whose findings belong to it."""

    title: Texts
    areas: tuple[str, ...]


class ComparisonLayout(Struct, frozen=True):
    """What stands side by side when projects are compared, besides verdicts and findings.

    Attributes:
        areas: The areas whose findings are what the comparison is about; all where none is named.
        family: The family of the ledger that is compared; None for none.
        size: The fact that is told beside the name of a place, with the text `size`.
        late: The member of the family that the text `late` stands beside.
        texts: Sentences that take the place of the general ones, and all that need the family.
    """

    TEXTS: ClassVar[TextKeys] = {
        "kind": (), "title": ("n",), "no_rank": (), "next.none": (), "others": (), "others.none": (), "others.note": (),
        "rules.differ": (), "size": ("n",),
    }  # fmt: skip
    FAMILY: ClassVar[TextKeys] = {
        "head.good": ("places",), "head.none": (), "head.open": (), "unassessed": ("place", "members"),
        "place": ("place", "best", "gaps"), "best.some": ("members",), "best.none": (), "best.open": (),
        "gaps.none": (), "gaps.planned": ("members",), "gaps.unplanned": ("members",), "gaps.unknown": ("members",),
        "all": ("n",), "one": ("name",), "matrix": (), "legend": (), "member": (), "late": (), "not_looked": (),
        "best_open": (), "row.best": (), "row.unplanned": (), "trial": ("place", "member", "value", "codes"),
        "trial.nothing": ("place", "member", "value"),
    }  # fmt: skip

    areas: tuple[str, ...] = ()
    family: str | None = None
    size: str | None = None
    late: str | None = None
    texts: Mapping[str, Texts] = field(default_factory=dict)


class Grid(Struct, frozen=True):
    """Facts of the project, or of the elements of one list or family, that are asked as one question, of all elements at once.

    Attributes:
        name: What programs know it by.
    """

    name: str
    facts: tuple[str, ...]
    question: Texts


class Presentation(Struct, frozen=True):
    """All of it.

    Attributes:
        project: The facts by which people know a project.
        grids: What is asked as one question; any other fact is one by itself, of all elements.
        road: The parts of the way, in the order in which a project goes it.
        head: The codes of findings that stand under every verdict: how far the knowledge base fits a project.
        noted: Facts that stand under every verdict as they are stated, since people have to know them and no rule weighs them.
        ahead: By phase, what comes next on the way, where nothing is known to be missing for it.
        memo: The parts of a memo behind the questions, in their order.
    """

    project: ProjectFacts = ProjectFacts()
    grids: tuple[Grid, ...] = ()
    road: tuple[Stop, ...] = ()
    head: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()
    ahead: Mapping[str, Texts] = field(default_factory=dict)
    memo: tuple[Ledger | Chain | Chances, ...] = ()
    comparison: ComparisonLayout = ComparisonLayout()

    def grid(self, fact: str) -> Grid | None:
        """Return the grid that a fact is asked in; None where it is asked by itself."""
        return next((one for one in self.grids if fact in one.facts), None)

    def ledger(self, family: str | None) -> Ledger | None:
        """Return the ledger of a family; None where there is none."""
        return next((one for one in self.memo if isinstance(one, Ledger) and one.family == family), None)
