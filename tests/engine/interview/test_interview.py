"""Whatever is answered in whatever order: the file says it, the cache agrees with a fresh look, and the interview ends."""

from __future__ import annotations

import json
import random
import time
from pathlib import Path
from typing import Any

import pytest

from advise.engine.assess.run import assess
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.interview.answers import Answer, choices
from advise.engine.interview.interview import Interview, start
from advise.engine.interview.pages import Page, Questionnaire, matters, still_known, worth_asking
from advise.engine.project.address import Address
from advise.engine.project.project import read_project
from advise.engine.whatif.effects import WhatIf

from ...knowledge_bases import small

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


def begun(path: Path, kb: CompiledKnowledgeBase, data: Any = None) -> Interview:
    path.write_text(json.dumps({} if data is None else data, indent=2), encoding="utf-8")
    return start(path, kb, by="officer", today="2026-11-22")


def some_answer(page: Page, interview: Interview, chance: random.Random) -> Answer:
    fact = interview.kb.vocabulary.facts.get(page.fact)
    if fact is None:
        known = interview.project.memory.elements.get(page.fact, [])
        return Answer("add", f"No. {len(known)}") if len(known) < 2 else Answer("enough")
    kind = chance.choice(["value"] * 8 + ["unknown", "later", "ask", "not_applicable"])
    if kind != "value":
        return Answer(kind, whom="Sato" if kind == "ask" else None)  # type: ignore[arg-type]
    options = [option.value for option in choices(page.key, interview.project, interview.kb)]
    if fact.type in ("bool", "enum"):
        return Answer("value", chance.choice(options))
    if fact.type in ("set", "refs"):
        return Answer("value", [option for option in options if chance.random() < 0.5])
    if fact.type in ("int", "number"):
        return Answer("value", chance.choice([0.05, 0.9] if fact.maximum == 1 else [1, 3, 100000]))
    return Answer("value", chance.choice([[], ["x"]]) if fact.type == "texts" else "text")


@pytest.mark.parametrize("seed", range(3))
def test_a_whole_interview_ends_and_leaves_no_question_that_was_not_asked(
    seed: int, tmp_path: Path, kb: CompiledKnowledgeBase
) -> None:
    chance = random.Random(seed)
    interview = begun(tmp_path / "project.json", kb)
    for _ in range(1_000):
        if interview.page is None:
            break
        interview.answer(some_answer(interview.page, interview, chance))
        if chance.random() < 0.1:
            fresh = worth_asking(interview.what, interview.project, interview.pages, {}, interview.questionnaire)
            assert not fresh or interview.open == fresh
    assert interview.page is None
    project = read_project(tmp_path / "project.json", kb)
    assert project.stated.keys() == interview.project.stated.keys()
    asked = {one.key for one in project.asked}
    waiting = {code for one in assess(project, kb, interpreter="evaluate").questions for code in one.codes}
    settled = {
        code
        for one in assess(project, kb, interpreter="evaluate").questions
        for code in one.codes
        if (one.fact, one.subject) in asked or (one.fact, one.subject) in project.stated
    }
    assert waiting == settled


@pytest.mark.parametrize("seed", range(4))
def test_an_interview_in_which_much_is_left_for_later_ends(
    seed: int, tmp_path: Path, kb: CompiledKnowledgeBase
) -> None:
    chance = random.Random(seed)
    interview = begun(tmp_path / "project.json", kb, LISTS)
    for _ in range(600):
        page = interview.page
        if page is None:
            break
        if page.subject is not None and chance.random() < 0.5:
            before = interview.file.document.data
            assert interview.put_off(whole_list=chance.random() < 0.3) > 0
            assert interview.file.document.data is before
            assert interview.page != page
        else:
            interview.answer(some_answer(page, interview, chance))
    assert interview.page is None


LISTS = {
    path: [{"id": f"{path[0]}{number}"} for number in range(1, 5)]
    for path in ("organisations", "goals", "kpis", "themes")
}


@pytest.mark.parametrize("seed", range(6))
def test_what_an_answer_cannot_touch_needs_no_second_look(seed: int, tmp_path: Path, kb: CompiledKnowledgeBase) -> None:
    chance = random.Random(seed)
    example = json.loads((EXAMPLES / "exemplary.json").read_text()) if seed % 2 else {}
    interview = begun(tmp_path / "project.json", kb, {**example, **LISTS})
    for _ in range(25):
        pages = [page for page in interview.pages if page.key in interview.open]
        lists = [page for page in pages if page.fact in LISTS or page.subject is not None]
        if not pages:
            break
        interview.page = chance.choice(lists or pages)
        interview.answer(some_answer(interview.page, interview, chance))
        fresh: dict[Any, bool] = {}
        worth_asking(interview.what, interview.project, interview.pages, fresh, interview.questionnaire)
        assert {key: found for key, found in interview._matters.items() if key in fresh} == fresh


def test_the_next_question_comes_within_its_budget(tmp_path: Path, kb: CompiledKnowledgeBase) -> None:
    interview = begun(tmp_path / "project.json", kb)
    slowest = 0.0
    for value in ("x", "preparation", "y", 120000, True, True, "board"):
        before = time.process_time()
        interview.answer(Answer("value", value))
        slowest = max(slowest, time.process_time() - before)
    assert slowest < 0.2


def test_the_verdict_knows_the_decisions_about_findings(tmp_path: Path, kb: CompiledKnowledgeBase) -> None:
    data = {
        "commitment": {"declared": False},
        "responses": [
            {"finding": "COM-01", "response": "not_applicable", "reason": "x", "by": "y", "on": "2026-01-01"}
        ],
    }
    interview = begun(tmp_path / "project.json", kb, data)
    assert interview.what.now.verdict == assess(interview.project, kb, interpreter="evaluate").verdict


def test_a_value_that_changes_takes_its_source_along_and_one_that_stays_keeps_it(
    tmp_path: Path, kb: CompiledKnowledgeBase
) -> None:
    path = tmp_path / "project.json"
    interview = begun(path, kb, {"commitment": {"declared": {"value": True, "source": "MOU"}, "by": "ceo"}})
    interview.page = next(page for page in interview.pages if page.fact == "commitment.declared")
    interview.answer(Answer("value", True))
    assert json.loads(path.read_text())["commitment"]["declared"] == {"value": True, "source": "MOU"}
    interview.page = next(page for page in interview.pages if page.fact == "commitment.declared")
    interview.answer(Answer("value", False))
    assert json.loads(path.read_text())["commitment"]["declared"] is False


def test_a_value_that_was_left_open_with_a_source_is_filled_in(tmp_path: Path, kb: CompiledKnowledgeBase) -> None:
    path = tmp_path / "project.json"
    interview = begun(path, kb, {"project": {"name": {"value": None, "source": "to be decided"}}})
    interview.answer(Answer("value", "Harbour"))
    assert json.loads(path.read_text())["project"]["name"] == {"value": "Harbour", "source": "to be decided"}


def test_an_element_that_is_taken_out_goes_with_all_that_names_it(tmp_path: Path, kb: CompiledKnowledgeBase) -> None:
    path = tmp_path / "project.json"
    entry = {"fact": "goals[].from_overlap", "subject": "goals/a", "answer": "unknown", "on": "2026-01-01"}
    data = {"goals": [{"id": "a"}, {"id": "b"}], "kpis": [{"id": "k", "goals": ["a", "b"]}], "asked": [entry]}
    begun(path, kb, data).take_out("goals/a")
    assert json.loads(path.read_text()) == {"goals": [{"id": "b"}], "kpis": [{"id": "k", "goals": ["b"]}]}


def test_elements_with_one_name_get_ids_of_their_own(tmp_path: Path, kb: CompiledKnowledgeBase) -> None:
    path = tmp_path / "project.json"
    interview = begun(path, kb, {"organisations": None})
    page = next(page for page in interview.pages if page.fact == "organisations")
    for _ in range(2):
        interview.page = page
        interview.answer(Answer("add", "架空 大学"))
    assert [one["id"] for one in json.loads(path.read_text())["organisations"]] == ["架空-大学", "架空-大学-2"]


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_the_real_examples_can_be_gone_on_with(example: Path, tmp_path: Path, kb: CompiledKnowledgeBase) -> None:
    path = tmp_path / "project.json"
    path.write_bytes(example.read_bytes())
    interview = start(path, kb, by=None, today="2026-11-22")
    before = len(interview.open)
    if interview.page is not None:
        interview.answer(Answer("unknown"))
        assert len(interview.open) == before - 1
        lines = example.read_text(encoding="utf-8").split("\n")
        assert lines[:-3] == path.read_text(encoding="utf-8").split("\n")[: len(lines) - 3]


def test_whether_a_verdict_needs_a_fact_is_looked_at_again_where_what_decides_that_changed(tmp_path: Path) -> None:
    needs = "must_know:\n  - fact: shop.staff\n    when:\n      - shop.kind is bakery\n      - shop.wares has bread\n"
    policy = small.FILES["verdict.yaml"].replace("must_know:\n  - fact: shop.open\n", needs)
    kb = small.load(tmp_path, {"verdict.yaml": policy})
    before, after = read_project({}, kb), read_project({"shop": {"wares": ["bread"]}}, kb)
    key = Address("shop.kind")
    looked = [matters(what, what.unknowns()[key]) for what in (WhatIf(kb, it.memory) for it in (before, after))]
    assert looked == [False, True]
    assert still_known({key: False}, before, after, Questionnaire(kb)) == {}
