"""Why a rule holds, does not hold, or cannot be told: a tree whose parts have the truths that they had."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advise.engine.compiled import CompiledKnowledgeBase, compiled
from advise.engine.evaluate import Evaluator
from advise.engine.explain.tree import Explanation, RuleExplanation, explain, likeness
from advise.engine.knowledge import load_knowledge_base
from advise.engine.language.truth import all_of, any_of, negate
from advise.engine.project.project import Project, read_project

from ...knowledge_bases import small
from .. import generated

OFTEN = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
seeds = st.integers(0, 2**32)


@pytest.fixture(scope="module")
def library() -> CompiledKnowledgeBase:
    return compiled(load_knowledge_base(small.LIBRARY))


def parts(tree: Explanation) -> Iterator[Explanation]:
    yield tree
    for child in tree.children:
        yield from parts(child)


def explained(
    folder: Path, document: dict[str, Any], *when: str, more: str = "", full: bool = False
) -> tuple[RuleExplanation, ...]:
    kb = small.load(folder, {"shop/other.yaml": small.rule(*when, more=more)})
    return explain("SHO-02", read_project(document, kb), kb, full=full)


def tree(folder: Path, document: dict[str, Any], *when: str, full: bool = False) -> Explanation:
    (found,) = explained(folder, document, *when, full=full)
    return found.tree


def told(part: Explanation) -> dict[str, Any]:
    """Return a tree as nested texts: `words: truth`."""
    return {f"{child.words['en']}: {child.truth}": told(child) for child in part.children}


def random_project(random: Random, kb: CompiledKnowledgeBase) -> Project:
    return Project(generated.project(random, kb.vocabulary))


@OFTEN
@given(seed=seeds, own=st.booleans(), full=st.booleans())
def test_the_root_has_the_outcome_of_the_rule(
    kb: CompiledKnowledgeBase, library: CompiledKnowledgeBase, seed: int, own: bool, full: bool
) -> None:
    random = Random(seed)
    base = kb if own else library
    project = random_project(random, base)
    outcomes = Evaluator(base).run(project.memory).outcomes
    for rule in random.sample(base.rules, 5):
        for found in explain(rule.code, project, base, full=full):
            name = None if found.subject is None else found.subject.rpartition("/")[2]
            assert found.truth is outcomes[rule.code, name]
            assert found.tree.truth is found.truth


@OFTEN
@given(seed=seeds, own=st.booleans())
def test_what_is_shown_of_a_group_decides_it(
    kb: CompiledKnowledgeBase, library: CompiledKnowledgeBase, seed: int, own: bool
) -> None:
    random = Random(seed)
    base = kb if own else library
    project = random_project(random, base)
    for rule in random.sample(base.rules, 5):
        for found in explain(rule.code, project, base):
            for part in parts(found.tree):
                truths = [child.truth for child in part.children]
                if part.part == "all":
                    assert all_of(truths) is part.truth
                    assert part.truth is True or set(truths) == {part.truth}
                elif part.part == "any":
                    assert any_of(truths) is part.truth
                    assert part.truth is False or set(truths) == {part.truth}
                elif part.part == "not":
                    assert [negate(truth) for truth in truths] == [part.truth]
                elif part.part == "line":
                    assert truths == [part.truth]


@OFTEN
@given(seed=seeds)
def test_the_trimmed_tree_is_part_of_the_full_one(library: CompiledKnowledgeBase, seed: int) -> None:
    random = Random(seed)
    project = random_project(random, library)
    for rule in random.sample(library.rules, 5):
        pairs = zip(explain(rule.code, project, library), explain(rule.code, project, library, full=True), strict=True)
        for short, full in pairs:
            shown = {one.words["en"] for one in parts(full.tree)}
            folded = {one.words["en"] for one in parts(short.tree) if one.part == "open"}
            assert {one.words["en"] for one in parts(short.tree)} - folded <= shown
            assert {value for values in folded for value in re.split(", | or ", values)} <= shown


EITHER = "any:\n  - shop.open is true\n  - shop.staff > 3"


def test_of_a_conjunction_only_what_fails_is_shown(tmp_path: Path) -> None:
    found = tree(tmp_path, {"shop": {"open": False, "staff": 9}}, "shop.open is true", "shop.staff > 3")
    assert (found.part, found.truth, found.words["en"]) == ("comparison", False, '"open" is "yes"')


def test_of_a_conjunction_that_cannot_be_told_only_what_is_open_is_shown(tmp_path: Path) -> None:
    found = tree(tmp_path, {"shop": {"open": True}}, "shop.open is true", "shop.staff > 3")
    assert (found.part, found.truth, found.words["en"]) == ("comparison", None, '"staff" is above 3')
    assert found.unknown == (("shop.staff", None),)


def test_of_a_disjunction_only_what_holds_is_shown(tmp_path: Path) -> None:
    found = tree(tmp_path, {"shop": {"open": True, "staff": 1}}, EITHER)
    assert (found.part, found.truth, found.words["en"]) == ("comparison", True, '"open" is "yes"')
    assert len(tree(tmp_path, {"shop": {"open": False, "staff": 1}}, EITHER).children) == 2


def test_everything_is_shown_when_asked_for(tmp_path: Path) -> None:
    document = {"shop": {"open": False, "staff": 9}}
    assert told(tree(tmp_path, document, "shop.open is true", "shop.staff > 3", full=True)) == {
        '"open" is "yes": False': {}, '"staff" is above 3: True': {},
    }  # fmt: skip


def test_a_single_condition_stands_for_itself(tmp_path: Path) -> None:
    found = tree(tmp_path, {"shop": {"open": True}}, "shop.open is true")
    assert (found.part, found.words["ja"], found.truth) == ("comparison", "「開店」が「はい」である", True)
    assert [(one.fact, one.value, one.pointer) for one in found.facts] == [("shop.open", True, "/shop/open")]


def test_a_negation_shows_what_it_denies(tmp_path: Path) -> None:
    found = tree(tmp_path, {"shop": {"open": True}}, "not:\n  - shop.open is true")
    assert (found.part, found.truth, told(found)) == ("not", False, {'"open" is "yes": True': {}})


SHELVES = {
    "shelves": [{"id": "a", "wide": True, "size": 1}, {"id": "b", "wide": False, "size": 9}, {"id": "c", "size": 9}]
}
WIDE = "where:\n  - shelf.wide is true"
SMALL = "is:\n  - shelf.size < 5"


@pytest.mark.parametrize(
    ("document", "text", "truth", "elements"),
    [
        (SHELVES, f"some: shelf\n{WIDE}", True, {"a: True"}),
        (SHELVES, "some: shelf\nwhere:\n  - shelf.size > 10", False, {"a: False", "b: False", "c: False"}),
        ({"shelves": SHELVES["shelves"][1:]}, f"some: shelf\n{WIDE}", None, {"c: None"}),
        (SHELVES, f"none: shelf\n{WIDE}", False, {"a: True"}),
        (SHELVES, "none: shelf\nwhere:\n  - shelf.size > 10", True, {"a: False", "b: False", "c: False"}),
        (SHELVES, f"every: shelf\n{SMALL}", False, {"b: False", "c: False"}),
        (SHELVES, f"every: shelf\n{WIDE}\n{SMALL}", None, {"c: None"}),
        ({"shelves": SHELVES["shelves"][:2]}, f"every: shelf\n{WIDE}\n{SMALL}", True, {"a: True"}),
        (SHELVES, f'count: shelf\n{WIDE}\nis: ">= 1"', True, {"a: True", "c: None"}),
    ],
)
def test_of_a_statement_about_a_list_only_the_elements_that_decided_are_shown(
    document: dict[str, Any], text: str, truth: bool | None, elements: set[str], tmp_path: Path
) -> None:
    found = tree(tmp_path, document, text)
    assert (found.part, found.truth) == ("list", truth)
    assert {f"{child.words['en']}: {child.truth}" for child in found.children} == elements


def test_a_list_that_is_not_stated_is_named_as_unknown(tmp_path: Path) -> None:
    assert tree(tmp_path, {}, "some: shelf").unknown == (("shelves", None),)
    assert tree(tmp_path, {"jars": []}, "some: jar").unknown == (("complete.jars", None),)
    known = tree(tmp_path, {"jars": [], "complete": {"jars": True}}, "some: jar")
    assert [one.fact for one in known.facts] == ["jars", "complete.jars"]


def test_a_derived_fact_is_opened_down_to_stated_ones(tmp_path: Path) -> None:
    found = tree(tmp_path, {"shop": {"staff": 0}}, "shop.size is small")
    assert told(found) == {'"size of the shop": "small": True': {'"small": True': {'"staff" is below 1: True': {}}}}
    (derived,) = found.children
    assert derived.words == {"en": '"size of the shop": "small"', "ja": "「店の大きさ」: 「小さい」"}
    assert [one.fact for part in parts(derived) for one in part.facts] == ["shop.staff"]


def test_a_derived_fact_that_is_not_known_shows_what_is_open(tmp_path: Path) -> None:
    (derived,) = tree(tmp_path, {}, "shop.size is small").children
    assert (derived.truth, derived.words["en"]) == (None, '"size of the shop": not known')
    assert {key for part in parts(derived) for key in part.unknown} == {("shop.staff", None)}


def test_values_that_wait_for_the_same_facts_are_told_together(tmp_path: Path) -> None:
    (derived,) = tree(tmp_path, {}, "shop.size is small").children
    assert [(one.part, one.words["en"], one.unknown) for one in derived.children] == [
        ("open", '"small" or "big"', (("shop.staff", None),))
    ]
    (derived,) = tree(tmp_path, {}, "shop.size is small", full=True).children
    assert [(one.part, one.words["en"]) for one in derived.children] == [("line", '"small"'), ("line", '"big"')]


def test_elements_that_cannot_be_told_for_the_same_reason_are_told_once(tmp_path: Path) -> None:
    document = {"shelves": [{"id": "a"}, {"id": "b", "wide": False}, {"id": "c"}, {"id": "d"}]}
    found = tree(tmp_path, document, f"some: shelf\n{WIDE}")
    assert [(one.words["en"], [other.words["en"] for other in one.same]) for one in found.children] == [
        ("a", ["c", "d"])
    ]
    found = tree(tmp_path, document, f"some: shelf\n{WIDE}", full=True)
    assert [(one.words["en"], one.same) for one in found.children] == [("a", ()), ("b", ()), ("c", ()), ("d", ())]


@pytest.mark.parametrize(("kind", "truth"), [("some", True), ("none", False)])
def test_one_element_that_is_enough_is_told_and_the_others_are_named(kind: str, truth: bool, tmp_path: Path) -> None:
    document = {"jars": [{"id": "a", "full": True}, {"id": "b", "full": False}, {"id": "c", "full": True}]}
    condition = f"{kind}: jar\nwhere:\n  - jar.full is true"
    found = tree(tmp_path, document, condition)
    assert (found.truth, found.facts, found.unknown) == (truth, (), ())
    (first,) = found.children
    assert ([one.fact for part in parts(first) for one in part.facts], first.words["en"]) == (["jars[].full"], "a")
    assert [one.words["en"] for one in first.same] == ["c"]
    found = tree(tmp_path, document, condition, full=True)
    assert ([one.fact for one in found.facts], found.unknown) == (["jars"], (("complete.jars", None),))
    assert [(one.words["en"], one.same) for one in found.children] == [("a", ()), ("b", ()), ("c", ())]


def test_of_elements_that_fail_each_is_told(tmp_path: Path) -> None:
    found = tree(tmp_path, SHELVES, f"every: shelf\n{SMALL}")
    assert (found.facts, [(one.words["en"], one.same) for one in found.children]) == ((), [("b", ()), ("c", ())])


def test_what_is_alike_differs_in_its_subject_only(tmp_path: Path) -> None:
    document = {"shelves": [{"id": "a", "size": 1}, {"id": "b", "size": 1}, {"id": "c", "size": 2}, {"id": "d"}]}
    first, *others = explained(tmp_path, document, "shelf.size > 5", more="for: shelf\n")
    alike = [likeness(one.tree, one.subject) == likeness(first.tree, first.subject) for one in others]
    assert alike == [True, False, False]


def test_one_subject_can_be_explained_alone(tmp_path: Path) -> None:
    kb = small.load(tmp_path, {"shop/other.yaml": small.rule("shelf.wide is true", more="for: shelf\n")})
    project = read_project({"shelves": [{"id": "a"}, {"id": "b"}]}, kb)
    assert [one.subject for one in explain("SHO-02", project, kb, subject="shelves/b")] == ["shelves/b"]
    assert explain("SHO-02", project, kb, subject="shelves/c") == ()


def test_there_is_an_explanation_for_each_subject(tmp_path: Path) -> None:
    document = {"shelves": [{"id": "a", "name": "Top", "wide": True}, {"id": "b", "wide": False}, {"id": "c"}]}
    found = explained(tmp_path, document, "shelf.wide is true", more="for: shelf\n")
    assert [(one.subject, one.subject_label and one.subject_label["en"], one.truth) for one in found] == [
        ("shelves/a", "Top", True), ("shelves/b", "b", False), ("shelves/c", "c", None),
    ]  # fmt: skip


def test_a_rule_over_a_list_that_is_not_stated_asks_for_the_list(tmp_path: Path) -> None:
    (found,) = explained(tmp_path, {}, "shelf.wide is true", more="for: shelf\n")
    assert (found.subject, found.truth, found.tree.unknown) == (None, None, (("shelves", None),))
    assert explained(tmp_path, {"shelves": []}, "shelf.wide is true", more="for: shelf\n") == ()


def test_what_replaces_a_finding_is_told(tmp_path: Path) -> None:
    kb = small.load(
        tmp_path,
        {"shop/a.yaml": small.rule("shop.staff > 1"), "shop/shut.yaml": small.RULE + "replaces: [SHO-02]\n"},
    )
    (found,) = explain("SHO-02", read_project({"shop": {"open": False, "staff": 9}}, kb), kb)
    assert (found.truth, found.replaced_by) == (True, "SHO-01")


def test_an_unknown_code_is_a_key_error(kb: CompiledKnowledgeBase) -> None:
    with pytest.raises(KeyError):
        explain("XXX-99", read_project({}, kb), kb)


def test_what_an_aggregate_measures_is_told_of_each_element(tmp_path: Path) -> None:
    condition = 'sum: shelf.size\nwhere:\n  - shelf.wide is true\nis: ">= 5"'
    kb = small.load(tmp_path, {"shop/other.yaml": small.rule(condition)})
    shelves = [{"id": "a", "wide": True, "size": 2}, {"id": "b", "wide": True}, {"id": "c", "wide": False}]
    (found,) = explain("SHO-02", read_project({"shelves": shelves}, kb), kb)
    assert found.truth is None
    told = [part for part in parts(found.tree) if part.part == "element"]
    assert [[fact.value for fact in part.facts] for part in told] == [[2], []]
    assert [part.unknown for part in told] == [(), (("shelves[].size", "shelves/b"),)]


@pytest.mark.parametrize(
    ("jars", "truth", "unknown", "known"),
    [(None, None, {("jars", None)}, 1), ([], True, set(), 2), ([{"id": "j"}], False, set(), 2)],
)
def test_whether_a_reference_dangles_rests_on_the_list_that_it_points_to(
    jars: Any, truth: bool | None, unknown: set[Any], known: int, tmp_path: Path
) -> None:
    kb = small.load(tmp_path, {"shop/other.yaml": small.rule("shelf.jars is dangling", more="for: shelf\n")})
    document = {"shelves": [{"id": "a", "jars": ["j"]}], "jars": jars}
    (found,) = explain("SHO-02", read_project(document, kb), kb)
    assert found.truth is truth
    assert {key for part in parts(found.tree) for key in part.unknown} == unknown
    assert len([fact for part in parts(found.tree) for fact in part.facts]) == known
