"""Every question that is not asked is left out for a reason that the rules bear out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.interview.answers import Answer
from advise.engine.interview.interview import Interview, start
from advise.engine.interview.left_out import LeftOut, questions_left_out
from advise.engine.interview.pages import answered

from ...knowledge_bases import small

EXAMPLES = sorted((Path(__file__).resolve().parents[3] / "examples").glob("*.json"))


def begun(path: Path, kb: CompiledKnowledgeBase, data: Any) -> Interview:
    path.write_text(json.dumps(data), encoding="utf-8")
    return start(path, kb, by="officer", today="2026-11-22")


def of(fact: str, interview: Interview) -> list[LeftOut]:
    return [one for one in questions_left_out(interview) if one.page.fact == fact]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_reasons_hold(example: Path, kb: CompiledKnowledgeBase) -> None:
    interview = start(example, kb, by=None, today="2026-11-22")
    found = questions_left_out(interview)
    keys = [one.page.key for one in found]
    pages = {page.key for page in interview.pages}
    assert pages - interview.open - answered(interview.project) == set(keys)
    unknowns = interview.what.unknowns()
    for one in found:
        for value in unknowns[one.page.key].values:
            there = interview.what.shift(one.page.key, value)
            assert not {code for code, _ in (*there.came, *there.went, *there.told)} & set(one.codes), one
        known = [key in interview.project.stated for key in one.facts]
        assert not any(known) if one.why == "waits" else all(known), one


def test_what_settles_a_question_is_told(tmp_path: Path, kb: CompiledKnowledgeBase) -> None:
    organisations = [{"id": "we", "kind": "own_company"}, {"id": "bank", "kind": "financial_institution"}]
    interview = begun(tmp_path / "project.json", kb, {"organisations": organisations})
    found = {one.page.subject: one for one in of("organisations[].role_defined", interview)}
    assert found["organisations/we"].why == "settled"
    assert found["organisations/we"].codes == ("ORG-03",)
    assert found["organisations/we"].facts == (("organisations[].kind", "organisations/we"),)


def test_what_a_question_waits_for_is_told_without_what_waits_as_well(
    tmp_path: Path, kb: CompiledKnowledgeBase
) -> None:
    interview = begun(tmp_path / "project.json", kb, {})
    (one,) = of("strategy.value_area", interview)
    assert (one.why, one.facts) == ("waits", (("strategy.defined", None),))


def test_an_answer_that_is_none_keeps_others_waiting(tmp_path: Path, kb: CompiledKnowledgeBase) -> None:
    interview = begun(tmp_path / "project.json", kb, {})
    interview.page = next(page for page in interview.pages if page.fact == "strategy.defined")
    interview.answer(Answer("not_applicable"))
    (one,) = of("strategy.value_area", interview)
    assert one.facts == (("strategy.defined", None),)


def test_a_question_that_only_checks_others_is_told_apart(tmp_path: Path, kb: CompiledKnowledgeBase) -> None:
    interview = begun(tmp_path / "project.json", kb, {})
    assert [one.why for one in of("parties.opposed", interview)] == ["checked"]


def test_what_is_asked_about_elements_is_settled_by_a_list_without_any(tmp_path: Path) -> None:
    about_shelves = small.RULE.replace("when:\n", "for: shelf\nwhen:\n  - shelf.wide is false\n")
    kb = small.load(tmp_path / "rules", {"shop/shut.yaml": about_shelves})
    interview = begun(tmp_path / "project.json", kb, {"shelves": []})
    (one,) = of("shop.staff", interview)
    assert (one.why, one.codes, one.facts) == ("settled", ("SHO-01",), (("shelves", None),))
