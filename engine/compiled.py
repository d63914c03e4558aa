"""A knowledge base with its interpreters: made once, and handed on to all that reviews, explains or tries.

What the two interpreters conclude must be the same; where it is not, there is no conclusion but a `Disagreement`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Literal

from .evaluate import Compiled, Evaluator
from .evaluate.conditions import compile_condition
from .knowledge.model import KnowledgeBase, Texts
from .language.tree import Quantifier
from .problems.problem import LANGUAGES, Problem
from .project.memory import Conclusions, WorkingMemory

if TYPE_CHECKING:
    from .rete import Rete

Interpreter = Literal["both", "rete", "evaluate"]


class Disagreement(Exception):
    """The interpreters conclude differently about one project: a bug of this product, never of the project.

    Attributes:
        differences: What differs, one line each, without the project's own texts.
    """

    def __init__(self, differences: list[str]) -> None:
        """Keep the differences."""
        super().__init__(f"the interpreters disagree in {len(differences)} places")
        self.differences = differences

    def __reduce__(self) -> tuple[object, ...]:
        """Say how to make it again: a worker process sends it as it is."""
        return type(self), (self.differences,)


class CompiledKnowledgeBase(KnowledgeBase, frozen=True, eq=False):
    """A knowledge base and what is compiled from it, each part on first use. Threads may share it."""

    @cached_property
    def evaluator(self) -> Evaluator:
        """The reference interpreter."""
        return Evaluator(self)

    @cached_property
    def strict(self) -> Evaluator:
        """The one that concludes only what no completion of the unknown facts can change."""
        return Evaluator(self, strict=True, like=self.evaluator)

    @cached_property
    def rete(self) -> Rete:
        """The durable-rules interpreter."""
        from .rete import Rete

        return Rete(self)

    @cached_property
    def demands(self) -> tuple[Compiled | None, ...]:
        """When each fact that a verdict needs is needed, in the order of the policy; None for always."""
        return tuple(
            None if must.when is None else compile_condition(must.when, self) for must in self.verdict.must_know
        )

    @cached_property
    def sums(self) -> Mapping[str, Compiled]:
        """The sums that derived facts of the project are about, by the fact: the first one of each."""
        found: dict[str, Compiled] = {}
        for derived in self.evaluator.derivations:
            parts = (part for _, line in derived.lines for part in line.children if derived.derivation.loop is None)
            for part in parts:
                if isinstance(part.node, Quantifier) and part.node.kind == "sum":
                    found.setdefault(derived.derivation.concept, part)
        return found

    @cached_property
    def in_words(self) -> Callable[[str], Texts]:
        """What says the condition of a rule in words, by its code; said once, because many projects fulfil the same ones."""
        from .knowledge.words import in_words

        return cache(lambda code: {one: in_words(self.rule(code).when, self, one) for one in LANGUAGES})

    def conclude(
        self, memory: WorkingMemory, interpreter: Interpreter
    ) -> tuple[Conclusions, WorkingMemory, tuple[str, ...]]:
        """Return the conclusions, the working memory with what was derived, and the interpreters that say so.

        Where both are wanted and durable-rules is not there, or the project too large for it, the reference interpreter
        says so alone.

        Raises:
            Disagreement: The interpreters conclude differently.
            ImportError: Only durable-rules is wanted, and it is not there.
            TooManyMatches: Only durable-rules is wanted, and the project is too large for it.
        """
        conclusions, after = self.evaluator.run_in(memory)
        if interpreter == "evaluate":
            return conclusions, after, ("evaluate",)
        from .rete.native import TooManyMatches, is_there

        if interpreter == "both" and not is_there():
            return conclusions, after, ("evaluate",)
        try:
            other = self.rete.run(memory)
        except TooManyMatches:
            if interpreter == "rete":
                raise
            return conclusions, after, ("evaluate",)
        differences = compare(conclusions, other)
        if differences:
            raise Disagreement(differences)
        return conclusions, after, ("rete", "evaluate") if interpreter == "both" else ("rete",)


def not_compared() -> Problem:
    """Return what a review tells that the reference interpreter made alone, though both were wanted."""
    from .rete.native import is_there

    if is_there():
        return Problem(
            "E101",
            {
                "en": "This project is too large for one of the two interpreters of the rules: only the other one reviewed it.",
                "ja": "この事業は二つの処理系の一方には大きすぎるため、もう一方だけで判定しました。",
            },
        )
    return Problem(
        "E102",
        {
            "en": "durable-rules is not installed: only the reference interpreter reviewed this, without a second one to check it.",
            "ja": "durable-rules がないため、基準の処理系だけで判定しました。もう一つの処理系との突き合わせはしていません。",
        },
    )


def compiled(kb: KnowledgeBase) -> CompiledKnowledgeBase:
    """Return a knowledge base as one that is to be compiled; it shares all its parts."""
    found = CompiledKnowledgeBase(*[getattr(kb, name) for name in kb.__struct_fields__])
    vars(found).update(vars(kb))  # what was worked out for it by now
    return found


def compare(left: Conclusions, right: Conclusions) -> list[str]:
    """Return in what two conclusions differ, one line for each difference."""
    lines: list[str] = []
    for name in ("outcomes", "derived", "severities"):
        first: Mapping[Any, Any] = getattr(left, name)
        second: Mapping[Any, Any] = getattr(right, name)
        for key in sorted({*first, *second}, key=str):
            if key not in first or key not in second or first[key] != second[key]:
                lines.append(f"{name} {key}: evaluate {first.get(key, 'nothing')}, rete {second.get(key, 'nothing')}")
    return lines
