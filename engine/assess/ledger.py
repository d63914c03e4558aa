"""The rows of a ledger: in what state each member of a family is, what is missing, and what is planned about it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ..knowledge.model import KnowledgeBase
from ..knowledge.presentation import Ledger
from ..project.address import Address
from .model import Assessment, Evidence

Gap = Literal["none", "planned", "unplanned", "unknown"]


class LedgerRow(Struct, frozen=True):
    """One member of the family.

    Attributes:
        state: Its state; None where none is known.
        looked: Whether somebody has looked at it, None where nothing says so.
        best: Whether it is in the best state; None where that is open.
        missing: Whether something is missing, None where that is open.
        plan: What is planned about it; None where nothing is known of a plan.
        centre: Whether everything is built around it.
        codes: The findings about it.
    """

    member: str
    state: str | None
    looked: bool | None
    best: bool | None
    missing: bool | None
    plan: tuple[str, ...] | None
    centre: bool
    codes: tuple[str, ...]

    @property
    def known(self) -> bool:
        """Whether its state is known."""
        return self.state is not None

    @property
    def best_open(self) -> bool:
        """Whether it has a state, and it is open whether it is in the best one."""
        return self.known and self.best is None

    @property
    def gap(self) -> Gap:
        """Whether something is missing, and whether there is a plan for it."""
        if self.missing is False:
            return "none"
        if self.missing is None or self.plan is None:
            return "unknown"
        return "planned" if self.plan else "unplanned"


def rows(ledger: Ledger, assessment: Assessment, kb: KnowledgeBase) -> tuple[LedgerRow, ...]:
    """Return a row for each member of a family, in the order of the vocabulary."""
    return tuple(_row(ledger, member, assessment, kb) for member in kb.vocabulary.lists[ledger.family].members)


def _row(ledger: Ledger, member: str, assessment: Assessment, kb: KnowledgeBase) -> LedgerRow:
    subject = f"{ledger.family}/{member}"
    concepts = kb.vocabulary.concepts

    def stated(fact: str | None) -> Evidence | None:
        return assessment.facts.get(Address(fact, subject)) if fact is not None else None

    def derived(concept: str) -> str | None:
        found: str | None = assessment.derived.get(f"{subject}.{concepts[concept].attribute}")
        return found

    level, stands_in, plan, decides = (
        derived(ledger.state),
        stated(ledger.stated),
        stated(ledger.plan),
        stated(ledger.best),
    )
    highest = next(iter(concepts[ledger.state].values))
    looked, gap = stated(ledger.looked), derived(ledger.gap)
    centre = assessment.facts.get(Address(ledger.centre)) if ledger.centre is not None else None
    is_best = None if decides is None and ledger.best is not None else False
    return LedgerRow(
        member=member,
        state=level or (stands_in.value if stands_in is not None else None),
        looked=looked.value if looked is not None else None,
        best=True if level == highest else is_best,
        missing=None if gap is None else gap != "no",
        plan=tuple(plan.value) if plan is not None else None,
        centre=centre is not None and centre.value == member,
        codes=tuple(one.code for one in assessment.findings if one.subject == subject and one.kind == "finding"),
    )
