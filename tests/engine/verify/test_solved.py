"""What was settled of a claim stands until something changes that it rests on, and the answers are those of a full run."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random
from typing import Any

import pytest
from msgspec.structs import replace

from advise import load_rules
from advise.engine.compiled import CompiledKnowledgeBase, compiled
from advise.engine.knowledge import kept
from advise.engine.knowledge.load import SHIPPED
from advise.engine.verify.asking import Asking, ClaimResult
from advise.engine.verify.claims import prove, proved
from advise.engine.verify.solver import Query, Solved
from tests.engine.verify import readable
from tests.knowledge_bases import small


def settled(
    kb: CompiledKnowledgeBase, before: Solved | None = None, elements: int = 1
) -> tuple[list[ClaimResult], Asking]:
    prover = Asking(kb, elements, before=before)
    return list(prove(prover)), prover


def test_of_the_shipped_rules_only_what_a_changed_rule_touches_is_asked_again(tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    shutil.copytree(SHIPPED, folder)
    before = settled(load_rules(folder))[1].solving
    rule = next(one for one in load_rules(folder).rules if one.code == "COM-08")
    file = Path(str(rule.place.file if rule.place else ""))
    text = file.read_text(encoding="utf-8")
    assert text.count("agreement.status is signed") == 1
    file.write_text(text.replace("agreement.status is signed", "agreement.status is not signed"), encoding="utf-8")
    changed = load_rules(folder)
    again, prover = settled(changed, before.now)
    full, whole = settled(changed)
    assert again == full
    assert prover.solving.now == whole.solving.now
    assert before.asked > 400
    assert 0 < prover.solving.asked < 50


def test_nothing_is_asked_again_of_rules_that_are_the_same(tmp_path: Path) -> None:
    kb = small.load(tmp_path)
    first, prover = settled(kb)
    again, after = settled(small.load(tmp_path / "elsewhere"), prover.solving.now)
    assert [replace(one, place=None) for one in again] == [replace(one, place=None) for one in first]
    assert after.solving.asked == 0


@pytest.mark.parametrize("seed", range(5))
def test_random_rules_that_change_are_answered_as_in_a_full_run(seed: int) -> None:
    random = Random(seed)
    old = readable.base(random)
    at = random.randrange(len(old.rules))
    other = replace(old.rules[at], when=replace(old.rules[at].when, children=old.rules[at].when.children[1:]))
    new = compiled(replace(old, rules=(*old.rules[:at], other, *old.rules[at + 1 :])))
    before = settled(old)[1].solving.now
    again, prover = settled(new, before)
    full, whole = settled(new)
    assert again == full
    assert prover.solving.asked < whole.solving.asked


@pytest.mark.parametrize("places", [(9999,), (-1,), (0, 1, 2)])
def test_a_kept_model_that_is_none_is_asked_again(tmp_path: Path, places: tuple[int, ...]) -> None:
    kb = small.load(tmp_path)
    first, prover = settled(kb)
    wrong = {key: None if one is None else places for key, one in prover.solving.now.models.items()}
    assert settled(kb, Solved(wrong))[0] == first


def test_what_is_kept_of_other_rules_is_of_no_use_and_does_no_harm(tmp_path: Path) -> None:
    kb = small.load(tmp_path)
    other = settled(readable.base(Random(1)))[1].solving
    first, prover = settled(kb)
    again, after = settled(kb, other.now)
    assert again == first
    assert after.solving.asked == prover.solving.asked


def test_questions_with_another_bound_are_other_questions() -> None:
    kb = readable.base(Random(2))
    one, two = (settled(kb, elements=number)[1].solving.now.models for number in (1, 2))
    shared = {key for key in one.keys() & two.keys() if one[key] != two[key]}
    assert shared == set()


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Keep things in a folder of the test, and name what is asked."""
    monkeypatch.setenv("ADVISE_CACHE", str(tmp_path / "cache"))
    found: list[str] = []
    least = Query.least

    def counted(question: Query, seconds: float) -> Any:
        found.append(question.key)
        return least(question, seconds)

    monkeypatch.setattr(Query, "least", counted)
    return found


def test_what_was_settled_is_kept_between_runs(tmp_path: Path, asked: list[str]) -> None:
    first = proved(small.load(tmp_path), 2, 5)
    many = len(asked)
    assert proved(small.load(tmp_path), 2, 5) == first
    assert len(asked) == many > 0
    more = small.RULE.replace("staff >= $least", "staff > $least")
    changed = small.load(tmp_path, {"shop/shut.yaml": more})
    again = proved(changed, 2, 5)
    assert len(asked) < 2 * many
    assert again == settled(changed, elements=2)[0]


@pytest.mark.parametrize("content", ["", "{", '{"models": {"a": ["b"]}}', '{"models": 1}', "["], ids=str)
def test_a_kept_file_that_is_broken_is_as_good_as_not_there(tmp_path: Path, asked: list[str], content: str) -> None:
    first = proved(small.load(tmp_path), 2, 5)
    many = len(asked)
    (file,) = kept.folder().glob("proofs-*.json")
    file.write_text(content)
    assert proved(small.load(tmp_path), 2, 5) == first
    assert len(asked) == 2 * many


def test_what_another_user_could_have_written_is_not_believed(tmp_path: Path, asked: list[str]) -> None:
    proved(small.load(tmp_path), 2, 5)
    many = len(asked)
    (file,) = kept.folder().glob("proofs-*.json")
    file.chmod(0o666)
    proved(small.load(tmp_path), 2, 5)
    assert len(asked) == 2 * many
