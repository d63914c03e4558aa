"""The engine knows names by a 32-bit hash; two that it would confuse are refused."""

from __future__ import annotations

import pytest

from advise.engine.rete.native import demand_distinct
from advise.engine.rete.stated import Unsupported


def test_names_with_one_hash_are_refused() -> None:
    with pytest.raises(Unsupported, match=r"'(costarring|liquid)' and '(costarring|liquid)'"):
        demand_distinct(["a", "costarring", "liquid"])


@pytest.mark.parametrize("name", ["a.b", "$a"])
def test_names_that_the_engine_reads_otherwise_are_refused(name: str) -> None:
    with pytest.raises(Unsupported, match="misread"):
        demand_distinct([name])


def test_a_name_may_come_twice() -> None:
    demand_distinct(["a", "a", "都市"])
