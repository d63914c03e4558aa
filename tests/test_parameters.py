"""Every threshold of the shipped rules is a parameter, dated, and says whose it is."""

from __future__ import annotations

from advise.engine.knowledge.model import KnowledgeBase
from advise.engine.language.tree import Comparison, Quantifier, walk


def test_every_parameter_is_dated_and_says_whose_it_is(kb: KnowledgeBase) -> None:
    for parameter in kb.parameters.values():
        assert parameter.since, parameter.name
        assert parameter.ours or parameter.source, parameter.name


def test_no_threshold_stands_in_a_rule(kb: KnowledgeBase) -> None:
    """A comparison with zero only demands that a number be known."""
    numbers = [
        right
        for condition in kb.conditions()
        for node in walk(condition)
        for right in ([node.right] if isinstance(node, Comparison) else [getattr(node, "bound", None)])
        if isinstance(right, float) and not (isinstance(node, Quantifier) and node.kind == "count")
    ]
    assert set(numbers) <= {0.0}


def test_a_count_in_a_rule_only_tells_one_from_several(kb: KnowledgeBase) -> None:
    """How many are enough is a parameter; that there is exactly one ("< 2") is what a rule may be about."""
    bounds = [
        node.bound
        for condition in kb.conditions()
        for node in walk(condition)
        if isinstance(node, Quantifier) and node.kind == "count" and isinstance(node.bound, float)
    ]
    assert set(bounds) <= {1.0, 2.0}
