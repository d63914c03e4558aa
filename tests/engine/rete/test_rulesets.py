"""Rules are spread over rulesets so that none of the engine's limits is met."""

from __future__ import annotations

from advise.engine.rete.native import Ruleset
from advise.engine.rete.patterns import EngineRule, strata
from advise.engine.rete.program import Match


def rule(number: int, kind: str) -> EngineRule:
    text = f'{{"all":[{{"e":{{"a{number}":"x"}}}}]}}'
    return EngineRule(f"{number} 0", text, {kind: (1, frozenset({f"a{number}"}))}, (), Match(number, ()))


def test_a_ruleset_has_fewer_first_tests_than_would_hang_the_engine() -> None:
    rules = [rule(number, f"kind {number // 50}") for number in range(1000)]
    (stratum,) = strata([rules], [[]])
    assert sum(len(chunk.matches) for chunk in stratum.chunks) == 1000
    for chunk in stratum.chunks:
        assert sum(len(names) for names in chunk.kinds.values()) <= 400
        Ruleset(chunk.definition).close()
