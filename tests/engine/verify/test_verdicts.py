"""The verdict that the circuit says is the one that a review gives."""

from __future__ import annotations

from random import Random

import pytest

from advise import assess
from advise.engine.verify.outcomes import Outcomes, Verdicts
from advise.engine.verify.solver import is_bounded, least_model
from advise.engine.verify.space import Space
from advise.engine.verify.view import View
from advise.engine.verify.witness import document_of
from tests.engine.verify import readable


@pytest.mark.parametrize("seed", range(15))
def test_a_project_of_each_verdict_gets_it(seed: int) -> None:
    kb = readable.base(Random(seed))
    view = View(Space((kb,), 2), kb)
    circuit = Verdicts(Outcomes(view), Outcomes(view, strict=True))
    for verdict, goal in circuit.verdict.items():
        for more in (1, *circuit.found.values(), *(-one for one in circuit.found.values()), circuit.missing):
            both = view.c.all((goal, more))
            true = least_model(view.c, both, 5)
            if true is not None and not is_bounded(view.c, both):
                found = assess(document_of(view, true), kb, interpreter="evaluate")
                assert found.verdict == verdict


@pytest.mark.parametrize("seed", range(15))
def test_the_worst_verdict_of_the_circuit_is_the_worst_of_a_review(seed: int) -> None:
    kb = readable.base(Random(seed))
    view = View(Space((kb,), 2), kb)
    circuit = Verdicts(Outcomes(view), Outcomes(view, strict=True))
    for verdict, goal in circuit.worst.items():
        true = least_model(view.c, goal, 5)
        if true is not None and not is_bounded(view.c, goal):
            assert assess(document_of(view, true), kb, interpreter="evaluate").verdict_range[0] == verdict
