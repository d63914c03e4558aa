"""Derivations are put into an order in which each reads only earlier ones; a circle has none."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from advise.engine.knowledge.check import reads_of, strata
from advise.engine.knowledge.model import ConceptDefinition, Derivation, Line, Source
from advise.engine.knowledge.shape import ProblemCollector
from advise.engine.language.tree import All, Comparison, Fact, Quantifier

from ...knowledge_bases import small


def derivation(concept: str, *reads: str) -> Derivation:
    leaves = tuple(Comparison(Fact(path, attribute=path), "is", "yes") for path in reads)
    return Derivation(f"area/{concept}", concept, "area", (Line("yes", All(leaves)),), Source())


def ordered(*derivations: Derivation) -> tuple[list[str], ProblemCollector]:
    report = ProblemCollector()
    concepts = {one.concept: ConceptDefinition(one.concept, {}, {}) for one in derivations}
    return [one.concept for one in strata(derivations, concepts, report)], report


def test_each_derivation_reads_only_earlier_ones_whatever_order_they_are_written_in() -> None:
    chain = [
        derivation("a"),
        derivation("b", "a"),
        derivation("c", "b", "fact"),
        derivation("d", "a", "c"),
        derivation("e"),
    ]
    for seed in range(20):
        random.Random(seed).shuffle(chain)
        order, report = ordered(*chain)
        assert report.problems == []
        assert sorted(order) == ["a", "b", "c", "d", "e"]
        for one in chain:
            assert all(order.index(path) < order.index(one.concept) for path in reads_of(one) if path in order)


def test_the_order_does_not_depend_on_the_order_of_the_files() -> None:
    orders = [ordered(*some)[0] for some in ([derivation("a"), derivation("b"), derivation("c", "a")],
                                             [derivation("c", "a"), derivation("b"), derivation("a")])]  # fmt: skip
    assert orders[0] == orders[1]


def test_a_circle_is_refused_and_only_its_members_are_named() -> None:
    _, report = ordered(
        derivation("a", "b"), derivation("b", "c"), derivation("c", "b"), derivation("d", "a"), derivation("z")
    )
    (problem,) = report.problems
    assert problem.code == "K409"
    assert problem.message["en"].endswith("in a circle: b, c")


def test_a_concept_that_reads_itself_is_a_circle() -> None:
    _, report = ordered(derivation("a", "a"))
    assert [problem.code for problem in report.problems] == ["K409"]


def test_what_is_read_inside_a_statement_about_a_list_counts() -> None:
    leaf = Comparison(Fact("items[].mark", "item", attribute="mark"), "is", "yes")
    line = Line("yes", All((Quantifier("some", "items", "item", All((leaf,))),)))
    assert reads_of(Derivation("area/x", "x", "area", (line,), Source())) == {"items[].mark"}


def test_a_concept_is_derived_in_one_file(tmp_path: Path) -> None:
    problem = small.the_problem(tmp_path, {"shop/size-again.yaml": small.FILES["shop/size.yaml"]})
    assert problem.code == "K407"
    assert problem.place is not None
    assert problem.place.file.endswith("shop/size.yaml") or problem.place.file.endswith("shop/size-again.yaml")


def test_a_declared_concept_needs_a_derivation_and_its_line_is_shown(tmp_path: Path) -> None:
    problem = small.the_problem(tmp_path, {"shop/size.yaml": None})
    assert problem.code == "K408"
    assert small.pointed(problem) == "shop.size"


def test_a_circle_in_files_is_told_at_one_of_them(tmp_path: Path) -> None:
    size = small.FILES["shop/size.yaml"].replace("shop.staff < $span.low", "shop.size is big")
    problem = small.the_problem(tmp_path, {"shop/size.yaml": size})
    assert problem.code == "K409"
    assert problem.place is not None
    assert problem.place.file.endswith("shop/size.yaml")


@pytest.mark.parametrize("base", ["library"])
def test_three_strata_are_ordered(base: str) -> None:
    from advise.engine.knowledge import load_knowledge_base

    order = [one.concept for one in load_knowledge_base(small.LIBRARY, use_cache=False).derivations]
    assert order.index("books[].lendable") < order.index("$popular_kinds.held")
    assert order.index("rooms.*.comfort") < order.index("comfortable_rooms") < order.index("library.offer")
