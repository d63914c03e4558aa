"""A knowledge base is compiled once and keeps what is compiled; what interpreters conclude differently is told."""

from __future__ import annotations

from pathlib import Path

import pytest

import advise
from advise.engine.compiled import compare
from advise.engine.project.memory import Conclusions, Derived

from ..knowledge_bases import small


def test_a_knowledge_base_is_compiled_once(tmp_path: Path) -> None:
    kb = advise.load_rules(small.write(tmp_path))
    parts = (kb.evaluator, kb.strict, kb.rete, kb.demands)
    advise.assess({"shop": {"open": False}}, kb)
    assert all(part is again for part, again in zip(parts, (kb.evaluator, kb.strict, kb.rete, kb.demands), strict=True))


def test_nothing_of_it_is_kept_when_nobody_holds_the_knowledge_base(tmp_path: Path) -> None:
    first, second = (advise.load_rules(small.write(tmp_path / name)) for name in "ab")
    assert first.evaluator is not second.evaluator


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (Conclusions({("A", None): True}), Conclusions({("A", None): None})),
        (Conclusions({("A", None): None}), Conclusions()),
        (
            Conclusions(derived={("c", "x"): Derived("a")}),
            Conclusions(derived={("c", "x"): Derived("a", frozenset({"b"}))}),
        ),
        (Conclusions(severities={("A", None): "major"}), Conclusions(severities={("A", None): "minor"})),
    ],
)
def test_any_difference_is_one(left: Conclusions, right: Conclusions) -> None:
    assert len(compare(left, right)) == len(compare(right, left)) == 1
    assert compare(left, left) == []
