"""The verdict that the circuit says is the one that a review gives."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from advise import assess
from advise.engine.assess.completions import Reach
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.knowledge.model import VERDICTS
from advise.engine.project.project import read_project
from advise.engine.verify.asking import Asking, Unconfirmed
from advise.engine.verify.claims import verdict_claims
from advise.engine.verify.outcomes import Outcomes, SymbolicVerdict
from advise.engine.verify.solver import is_bounded, least_model
from advise.engine.verify.space import SymbolicSpace
from advise.engine.verify.view import SymbolicView, document_of
from tests.engine.verify import readable
from tests.knowledge_bases import small


@pytest.mark.parametrize("seed", range(15))
def test_a_project_of_each_verdict_gets_it(seed: int) -> None:
    kb = readable.base(Random(seed))
    view = SymbolicView(SymbolicSpace((kb,), 2), kb)
    circuit = SymbolicVerdict(Outcomes(view), Outcomes(view, strict=True))
    for verdict, goal in circuit.verdict.items():
        for more in (1, *circuit.found.values(), *(-one for one in circuit.found.values()), circuit.missing):
            both = view.c.all((goal, more))
            true = least_model(view.c, both, 5)
            if true is not None and not is_bounded(view.c, both):
                found = assess(document_of(view, true), kb, interpreter="evaluate")
                assert found.verdict == verdict


@pytest.mark.parametrize("seed", range(15))
def test_the_worst_verdict_of_the_circuit_is_the_worst_that_bounds_give_and_no_review_has_a_worse_one(
    seed: int,
) -> None:
    kb = readable.base(Random(seed))
    view = SymbolicView(SymbolicSpace((kb,), 2), kb)
    circuit = SymbolicVerdict(Outcomes(view), Outcomes(view, strict=True))
    for verdict, goal in circuit.worst.items():
        true = least_model(view.c, goal, 5)
        if true is not None and not is_bounded(view.c, goal):
            document = document_of(view, true)
            assert Reach(kb, read_project(document, kb).memory).bounds[0] == verdict
            worst = assess(document, kb, interpreter="evaluate").verdict_range[0]
            assert VERDICTS.index(worst) >= VERDICTS.index(verdict)


EITHER = {
    "shop/dear.yaml": small.rule("shop.rent > 5").replace("severity: minor", "severity: major"),
    "shop/cheap.yaml": small.rule("shop.rent <= 5", code="SHO-03").replace("severity: minor", "severity: major"),
}
"""Rules of which one finds something as soon as the rent is known."""


def settled(kb: CompiledKnowledgeBase) -> dict[tuple[str, ...], str]:
    return {one.about: one.outcome for one in verdict_claims(Asking(kb)) if one.claim == "verdict_occurs"}


def test_a_verdict_is_not_settled_where_every_completion_gives_a_worse_one(tmp_path: Path) -> None:
    kb = small.load(tmp_path, EITHER)
    sought = assess({"shop": {"open": True}}, kb, interpreter="evaluate")
    assert sought.verdict == "revise"
    assert settled(kb)["proceed",] == "not_settled"


@pytest.mark.parametrize("opened", ["true", "false"])
def test_a_verdict_that_only_some_projects_are_sure_of_is_shown_by_one_of_them(tmp_path: Path, opened: str) -> None:
    only = {name: text.replace("when:\n", f"when:\n  - shop.open is {opened}\n") for name, text in EITHER.items()}
    assert settled(small.load(tmp_path, only))["proceed",] == "proved"


def test_a_verdict_that_the_bounds_give_and_a_review_does_not_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kb = small.load(tmp_path)
    monkeypatch.setattr("advise.engine.verify.asking.document_of", lambda *_: {"shop": {"open": True}})
    assert not assess({"shop": {"open": True}}, kb, interpreter="evaluate").missing
    with pytest.raises(Unconfirmed):
        settled(kb)
