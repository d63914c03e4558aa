"""The solver is held to its answers by another one (z3): what it finds is there, and what it does not find is not."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from advise import load_rules
from advise.engine.verify.asking import Asking
from advise.engine.verify.circuit import Circuit
from advise.engine.verify.solver import Solver, least_model
from tests.engine.verify import readable

z3 = pytest.importorskip("z3", reason="z3-solver is not installed")


@pytest.mark.parametrize("seed", range(60))
def test_clauses_at_random_are_settled_as_the_other_solver_settles_them(seed: int) -> None:
    random, many = Random(seed), 12
    several = random.randint(30, 65)  # about half of them cannot be satisfied
    clauses = [[random.choice((one, -one)) for one in random.sample(range(1, many + 1), 3)] for _ in range(several)]
    variables = [z3.Bool(f"v{number}") for number in range(many + 1)]
    other = z3.Solver()
    other.add(*(z3.Or(*(_signed(variables[abs(one)], one) for one in clause)) for clause in clauses))
    ours = Solver(clauses, many)
    assert ours.solve([], 5) is (other.check() == z3.sat)
    if other.check() == z3.sat:
        assert all(any(ours.val(one) > 0 for one in clause) for clause in clauses)


@pytest.mark.parametrize("seed", range(6))
def test_what_random_rules_conclude_is_settled_as_the_other_solver_settles_it(seed: int) -> None:
    kb = readable.base(Random(seed))
    held(Asking(kb, elements=2), Random(seed), 20)


def test_what_the_shipped_rules_conclude_is_settled_as_the_other_solver_settles_it() -> None:
    held(Asking(load_rules(), elements=2), Random(1), 12)


def held(asking: Asking, random: Random, goals: int) -> None:
    """Ask about outcomes, severities and verdicts, one by one and two together."""
    c, facts = asking.c, asking.facts
    literals = [one for pair in facts.outcomes.values() for one in pair if abs(one) > 1]
    literals += [one for grades in asking.strict.possible.values() for one in grades.values() if abs(one) > 1]
    literals += [one for one in asking.verdicts.verdict.values() if abs(one) > 1]
    asked = random.sample(literals, min(goals, len(literals)))
    asked += [c.all((one, random.choice((other, -other)))) for one, other in zip(asked, reversed(asked), strict=True)]
    certain = {key: one for key, (one, _) in asking.strict.outcomes.items() if key in facts.outcomes}
    keys = random.sample(sorted(certain, key=str), min(goals, len(certain)))
    asked += [c.all((certain[key], -facts.outcomes[key][0])) for key in keys]  # what is certain is also found
    asked += [
        c.all(pair)
        for pair in zip(asking.verdicts.verdict.values(), reversed(asking.verdicts.verdict.values()), strict=True)
    ]
    nodes, other = translated(c, asked)
    outcomes = set()
    for goal in asked:
        true = least_model(c, goal, 20)
        outcomes.add(true is None)
        assert (other.check(_signed(nodes[abs(goal)], goal)) == z3.unsat) is (true is None)
        if true is not None:
            inputs = [node for node in nodes if node > 1 and c.fanin[node] is None]
            stated = [node for node in inputs if true(node)]
            missing = [z3.Not(nodes[node]) for node in inputs if not true(node)]
            model = [*(nodes[node] for node in stated), *missing, _signed(nodes[abs(goal)], goal)]
            assert other.check(*model) == z3.sat, "the project is one, and shows it"
    assert outcomes == {True, False}


def translated(c: Circuit, goals: list[int]) -> tuple[dict[int, Any], Any]:
    """Return the circuit as the other solver has it, with every clause that speaks of the nodes of some goals."""
    reached = c.cone(goals)
    while True:
        clauses = [clause for clause in c.clauses if any(abs(one) in reached for one in clause)]
        more = c.cone([one for clause in clauses for one in clause]) | reached
        if more == reached:
            break
        reached = more
    nodes = {node: z3.Bool(f"n{node}") for node in reached | {1}}
    other = z3.Solver()
    other.add(nodes[1])
    for node in reached:
        if (parts := c.fanin[node]) is not None:
            other.add(nodes[node] == z3.And(*(_signed(nodes[abs(one)], one) for one in parts)))
    other.add(*(z3.Or(*(_signed(nodes[abs(one)], one) for one in clause)) for clause in clauses))
    return nodes, other


def _signed(variable: Any, literal: int) -> Any:
    return variable if literal > 0 else z3.Not(variable)
