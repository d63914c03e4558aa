"""Truth has three values; conjunction, disjunction and negation are Kleene's strong ones."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from advise.engine.language.truth import Truth, all_of, any_of, negate

truths: st.SearchStrategy[Truth] = st.sampled_from([True, False, None])
several = st.lists(truths, max_size=6)


def completions(some: list[Truth]) -> list[list[Truth]]:
    return [list(filled) for filled in product(*([True, False] if truth is None else [truth] for truth in some))]


def test_the_empty_conjunction_is_true_and_the_empty_disjunction_false() -> None:
    assert (all_of([]), any_of([])) == (True, False)


@given(truths)
def test_negating_twice_changes_nothing(truth: Truth) -> None:
    assert negate(negate(truth)) is truth


@given(several)
def test_de_morgan_holds(some: list[Truth]) -> None:
    assert negate(all_of(some)) is any_of(map(negate, some))
    assert negate(any_of(some)) is all_of(map(negate, some))


@given(several, st.randoms())
def test_order_and_repetition_do_not_matter(some: list[Truth], random: object) -> None:
    shuffled = [*some, *some]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert all_of(shuffled) is all_of(some)
    assert any_of(shuffled) is any_of(some)


@given(several, several)
def test_parts_may_be_combined_in_groups(left: list[Truth], right: list[Truth]) -> None:
    assert all_of([all_of(left), all_of(right)]) is all_of(left + right)
    assert any_of([any_of(left), any_of(right)]) is any_of(left + right)


@given(truths, several)
def test_one_distributes_over_the_other(one: Truth, some: list[Truth]) -> None:
    assert all_of([one, any_of(some)]) is any_of(all_of([one, each]) for each in some)
    assert any_of([one, all_of(some)]) is all_of(any_of([one, each]) for each in some)


@given(several)
def test_a_certain_truth_is_the_truth_of_every_completion(some: list[Truth]) -> None:
    for combine in (all_of, any_of):
        truth = combine(some)
        if truth is not None:
            assert {combine(filled) for filled in completions(some)} == {truth}


@given(several)
def test_unknown_means_that_completions_differ(some: list[Truth]) -> None:
    for combine in (all_of, any_of):
        if combine(some) is None:
            assert {combine(filled) for filled in completions(some)} == {True, False}


def test_the_first_settling_part_is_enough() -> None:
    def parts(settling: bool) -> object:
        yield settling
        raise AssertionError("the rest was looked at")

    assert all_of(parts(False)) is False  # type: ignore[arg-type]
    assert any_of(parts(True)) is True  # type: ignore[arg-type]
