"""The least change and the memo begin with the same; where they do not, the least change says why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.command_line import Runner

EXAMPLES = Path(__file__).parents[3] / "examples"

IN_FORM_ONLY: dict[str, Any] = {
    "project": {"name": "Bus", "phase": "preparation"},
    "commitment": {"declared": True, "by": "ceo", "covers_city_issues": False},
}


@pytest.fixture
def bus(tmp_path: Path) -> str:
    path = tmp_path / "bus.json"
    path.write_text(json.dumps(IN_FORM_ONLY), encoding="utf-8")
    return str(path)


def test_what_weighs_and_may_stay_is_named_with_the_reason(advise: Runner, bus: str) -> None:
    told = " ".join(advise("improve", bus, "--lang", "en").out.split())
    assert (
        "What the memo begins with is no part of it, since “Revise, then proceed” allows for it: The declaration"
        in told
    )
    assert "COM-04" in told
    assert "COM-04" in advise("improve", bus, "--lang", "ja").out


def test_nothing_is_named_where_a_step_is_about_it(advise: Runner, bus: str) -> None:
    told = " ".join(advise("improve", bus, "--lang", "en", "--to", "proceed").out.split())
    assert "What the memo begins with" not in told
    assert told.index("COM-04") < told.index("Find out:")


def test_who_does_it_is_told_alike_in_actions_and_least_change(advise: Runner, tmp_path: Path) -> None:
    path = tmp_path / "top.json"
    declared = {"declared": True, "by": "division_head"}
    path.write_text(json.dumps({"project": {"phase": "preparation"}, "commitment": declared}), encoding="utf-8")
    least = " ".join(advise("improve", str(path), "--lang", "en").out.split())
    assert "who Top of the company clears COM-02" in least
    assert "Find out: Where did the project start from? answer whichever it is who Project lead why" in least


def write(path: Path, document: dict[str, Any]) -> str:
    path.write_text(json.dumps(document), encoding="utf-8")
    return str(path)


def test_every_answer_that_leads_there_is_named_and_no_phase_is_asked_for(advise: Runner, tmp_path: Path) -> None:
    path = write(tmp_path / "no-reason.json", {"selection": {"reasons": []}})
    told = " ".join(advise("improve", path, "--lang", "en").out.split())
    assert "answer “idea, preparation, launched or scaling up” who" in told
    assert "answer “CEO or board of directors”; where it is another" in told
    assert "「社長（CEO）または取締役会」であること" in "".join(advise("improve", path, "--lang", "ja").out.split())


def test_what_keeps_a_finding_away_is_told_by_its_advice(advise: Runner, tmp_path: Path) -> None:
    path = write(tmp_path / "staff.json", {"commitment": {"by": "staff"}})
    told = " ".join(advise("improve", path, "--lang", "en").out.split())
    assert (
        "2. Fix the date on which the CEO or the board will make the declaration in their own name. in the file" in told
    )


def test_of_several_that_do_the_same_each_is_named_as_who_acts(advise: Runner, tmp_path: Path) -> None:
    traits = {"champion_identified": True, "champion_interest": True, "champion_enthusiasm": True}
    partners = [
        {"id": one, "name": one, "kind": kind, "involved": True, "champion_willing": False, **traits, **more}
        for one, kind, more in (
            ("Chigusa", "municipality", {}),
            ("Aoba Bus", "local_company", {"champion_interest": False, "champion_willing": True}),
        )
    ]
    path = write(tmp_path / "two.json", {"project": {"phase": "preparation"}, "organisations": partners})
    told = " ".join(advise("improve", path, "--lang", "en").out.split())
    assert "who Chigusa, Aoba Bus + Project lead clears ORG-07" in told
    full = " ".join(advise(path, "--no-memo", "--full", "--lang", "en").out.split())
    assert "no → yes (Aoba Bus)" in full
    assert "no → yes (Chigusa)" in full


def test_advice_that_stands_above_is_not_given_again(advise: Runner, tmp_path: Path) -> None:
    present = {"id": "city", "kind": "municipality", "involved": True, "champion_identified": True}
    project = {"project": {"phase": "preparation"}, "company": {"local_role": "none"}, "organisations": [present]}
    path = write(tmp_path / "two-kinds.json", {**project, "complete": {"organisations": True}})
    told = " ".join(advise("improve", path, "--lang", "en", "--to", "proceed").out.split())
    assert told.count("Choose whom to ask and the section to turn to there") == 1
    assert "Do the same as in" in told


def test_what_only_keeps_one_finding_away_is_one_step(advise: Runner, tmp_path: Path) -> None:
    spiral = dict.fromkeys(("quick_trials", "feedback_applied", "model_improved", "scaled_and_repeated"), False)
    path = write(tmp_path / "still.json", {"project": {"phase": "launched"}, "spiral": spiral})
    told = " ".join(advise("improve", path, "--lang", "en", "--to", "proceed").out.split())
    assert told.count("SPI-02") == 1
    assert "feedback put to use: no → yes improvement of the business model: no → yes new trials" in told


def test_the_way_is_told_on_which_neither_of_two_findings_is_left(advise: Runner, tmp_path: Path) -> None:
    exemplary = json.loads((EXAMPLES / "exemplary.json").read_text(encoding="utf-8"))
    company = next(one for one in exemplary["organisations"] if one["kind"] == "own_company")
    del company["champion_identified"]
    company["champion_willing"] = False
    path = write(tmp_path / "either.json", exemplary)
    told = " ".join(advise("improve", path, "--lang", "en").out.split())
    assert "With 1 step nothing that is known stands in the way of “Revise, then proceed”" in told
    assert "--set organisations/company.champion_willing=true" in told
    assert "Other ways" not in told
    memo = " ".join(advise(path, "--no-memo", "--lang", "en").out.split())
    assert "Verdict Hold ■ blocker 1" in memo
    assert "The champion's own will: no → yes" in memo
    assert memo.count("where this is so") == 2


def test_how_it_was_searched_is_not_told_to_people(advise: Runner, tmp_path: Path) -> None:
    path = write(tmp_path / "staff.json", {"commitment": {"by": "staff"}})
    for language, words in (("en", ("branch", "bound", "trials")), ("ja", ("分枝", "探索", "通り"))):
        told = advise("improve", path, "--lang", language).out
        assert not [word for word in words if word in told]


def test_of_answers_that_are_not_alike_it_is_told_which_fact_each_is_of(advise: Runner, tmp_path: Path) -> None:
    path = tmp_path / "greenhouse.json"
    project = {"phase": "launched", "origin": "company_technology", "link_to_local_issue": "forced", "co_created": True}
    path.write_text(
        json.dumps(
            {
                "project": {
                    **project,
                    "beneficiary_stated": True,
                    "success_criterion_stated": True,
                    "uses_digital": True,
                },
                "commitment": {"declared": True, "by": "ceo"},
                "top": {"active_after_launch": True, "provides_resources": True, "provides_environment": True},
                "portfolio": {"seeds": [{"id": "s1", "running": True}], "all_run_to_end": True},
                "complete": {"portfolio.seeds": True},
            }
        ),
        encoding="utf-8",
    )
    told = " ".join(advise("improve", str(path), "--lang", "en").out.split())
    assert "answer the municipality's understanding of the project: “yes”; where it is another" in told
    assert "benefit to citizens' lives: whichever it is" in told


def test_of_a_phase_that_any_will_do_it_is_told_with_which_one_it_was_tried(advise: Runner, tmp_path: Path) -> None:
    path = write(tmp_path / "data.json", {"data": {"needs_citizen_data": True, "sharing_agreed": False}})
    told = " ".join(advise("improve", path, "--lang", "en").out.split())
    assert "answer what else it takes depends on it; tried here as “scaling up” who" in told
    assert "--set project.phase=scaling" in told


@pytest.mark.parametrize(
    ("language", "brought", "asked"),
    [
        ("en", "yes who made the declaration: unknown → CEO who Top of the company", "Find out: Who made"),
        ("ja", "表明した人：未確認→社長（CEO）担当", "確かめる：意思を表明した"),
    ],
)
def test_who_makes_a_declaration_that_is_to_be_made_is_not_found_out_but_comes_with_it(
    advise: Runner, tmp_path: Path, language: str, brought: str, asked: str
) -> None:
    path = write(tmp_path / "d.json", {"project": {"phase": "preparation"}, "commitment": {"declared": False}})
    told = advise("improve", path, "--lang", language).out
    assert brought in (" " if language == "en" else "").join(told.split())
    assert asked not in "".join(told.split())
    assert asked not in " ".join(told.split())


def test_what_a_verdict_then_waits_for_is_told_as_in_the_memo(advise: Runner, bus: str, tmp_path: Path) -> None:
    waits = "then to be found out first: "
    told = " ".join(advise("improve", bus, "--lang", "en").out.split())
    memo = tmp_path / "bus.md"
    advise("check", bus, "--lang", "en", "-o", str(memo))
    first = told.partition(waits)[2].partition(".")[0]
    assert first
    assert waits + first in memo.read_text(encoding="utf-8")


@pytest.mark.parametrize("line", [("explain", "--nearly"), ("explain", "commitment.by")], ids=lambda line: line[-1])
def test_no_questions_are_drafted_where_none_are_shown(
    line: tuple[str, ...], advise: Runner, bus: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def drafted(*_: object) -> None:
        raise AssertionError("questions")

    monkeypatch.setattr("advise.engine.assess.asker.Asker.questions", drafted)
    assert advise(*line, bus).code == 0
