"""A knowledge base is compiled once and keeps what is compiled; what interpreters conclude differently is told."""

from __future__ import annotations

import copy
import pickle
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

import advise
from advise.engine.compiled import CompiledKnowledgeBase, compare
from advise.engine.project.memory import Conclusions, Derived
from advise.engine.scenarios.saying import SentenceError

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


EXAMPLES = sorted((Path(advise.__file__).parent / "examples").glob("*.json"))


def sent(thing: Any) -> Any:
    """Return what arrives in another process."""
    return pickle.loads(pickle.dumps(thing))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: str(path.stem))
def test_an_assessment_arrives_whole_in_another_process(path: Path, kb: CompiledKnowledgeBase) -> None:
    assessment = advise.assess(path, kb, today="2026-11-22", interpreter="evaluate")
    for arrived in (sent(assessment), copy.deepcopy(assessment)):
        assert arrived == assessment
        assert arrived.to_dict() == assessment.to_dict()
        assert arrived.facts == assessment.facts


def test_a_knowledge_base_arrives_without_what_is_compiled_from_it(kb: CompiledKnowledgeBase) -> None:
    before = advise.assess(EXAMPLES[0], kb, today="2026-11-22")
    arrived = sent(kb)
    assert not {"evaluator", "strict", "rete"} & set(vars(arrived))
    assert advise.assess(EXAMPLES[0], arrived, today="2026-11-22") == before


def test_what_is_raised_arrives_whole(tmp_path: Path, kb: CompiledKnowledgeBase) -> None:
    (tmp_path / "broken.json").write_text('{"lang": "ja", "commitment": {"declared": "maybe"', encoding="utf-8")
    with pytest.raises(advise.ProblemsError) as refused:
        advise.assess(tmp_path / "broken.json", kb)
    arrived = sent(refused.value)
    assert arrived.problems == refused.value.problems
    assert (str(arrived), arrived.language) == (str(refused.value), "ja")
    disagreement = sent(advise.Disagreement(["outcomes ('A', None): evaluate True, rete None"]))
    assert disagreement.differences == ["outcomes ('A', None): evaluate True, rete None"]
    assert str(disagreement) == "the interpreters disagree in 1 places"
    failing = sent(SentenceError("no such rule", "規則がありません"))
    assert failing.texts == {"en": "no such rule", "ja": "規則がありません"}


def test_one_project_that_is_refused_takes_nothing_from_the_others_in_a_pool(tmp_path: Path) -> None:
    folder, good, bad = small.write(tmp_path / "rules"), tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text('{"shop": {"open": false, "staff": 9}}', encoding="utf-8")
    bad.write_text("# not a project", encoding="utf-8")
    review = partial(advise.assess, kb=advise.load_rules(folder), today="2026-11-22")
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        first, refused, last = [pool.submit(review, path) for path in (good, bad, good)]
        assert first.result().verdict == last.result().verdict == "revise"
        with pytest.raises(advise.ProblemsError) as error:
            refused.result()
        assert error.value.problems[0].place is not None
