"""`advise respond`: who puts a finding right by when, and other decisions, written into the project file and told everywhere."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from .command_line import HOLD, Runner, project

pytestmark = pytest.mark.usefixtures("elsewhere")

AROUND = '{"project": {"name":"Harbour",  "phase" :"preparation"},\r\n "commitment": {"declared": false}'
"""A project in a style of its own."""


def odd() -> bytes:
    content = f"{AROUND} }}\r\n".encode()
    Path("project.json").write_bytes(content)
    return content


def responses() -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(Path("project.json").read_text(encoding="utf-8"))["responses"]
    return found


def planned(advise: Runner, *more: str) -> None:
    made = advise("respond", "com-1", "--planned", "--by", "Mori", "--today", "2026-11-22", *more)
    assert made.code == 0, made.err


def test_a_plan_is_written_into_the_file_and_nothing_else_is_touched(advise: Runner) -> None:
    before = odd()
    planned(advise, "--who", "佐藤（企画課）", "--until", "令和8年12月15日")
    after = Path("project.json").read_bytes()
    assert after.startswith(AROUND.encode())
    assert responses() == [
        {
            "finding": "COM-01",
            "response": "planned",
            "by": "Mori",
            "on": "2026-11-22",
            "who": "佐藤（企画課）",
            "until": "2026-12-15",
        }
    ]
    assert advise("respond", "COM-01", "--withdraw").code == 0
    assert json.loads(Path("project.json").read_bytes()) == json.loads(before)


def test_what_is_written_is_echoed_with_the_day_in_words(advise: Runner) -> None:
    project()
    echoed = advise("respond", "COM-01", "--planned", "--until", "2026年12月15日", "--lang", "ja").out
    assert "期限：2026年12月15日(火)" in echoed
    assert "誰が" not in echoed


def test_a_plan_leaves_the_finding_where_it_is_and_names_who_and_when(advise: Runner) -> None:
    project()
    before = json.loads(advise("project.json", "-f", "json").out)
    planned(advise, "--who", "Sato", "--until", "2026-12-15")
    shown = advise("project.json", "--no-memo", "--today", "2026-12-15").out
    assert re.search(r"plan: Sato  by 15 December 2026\n", shown)
    assert "overdue" not in shown
    after = json.loads(advise("project.json", "-f", "json", "--today", "2026-12-15").out)
    assert (after["verdict"], [one["code"] for one in after["findings"]]) == (
        before["verdict"],
        [one["code"] for one in before["findings"]],
    )
    (plan,) = after["waivers"]
    assert (plan["status"], plan["who"], plan["until"]) == ("planned", "Sato", "2026-12-15")


def test_a_plan_that_is_over_its_day_is_told_first(advise: Runner) -> None:
    project()
    planned(advise, "--who", "Sato", "--until", "2026-12-15")
    late = advise("project.json", "--no-memo", "--today", "2026-12-16")
    assert "Planned, over its day and not put right (1): COM-01 Sato by 15 December 2026." in late.out
    assert "by 15 December 2026  overdue" in late.out
    assert (
        json.loads(advise("project.json", "-f", "json", "--today", "2026-12-16").out)["waivers"][0]["status"]
        == "overdue"
    )
    advise("memo", "project.json", "-o", "memo.md", "--today", "2026-12-16", "--lang", "ja")
    memo = Path("memo.md").read_text(encoding="utf-8")
    assert "期限を過ぎても直っていない予定（1件）：COM-01 Sato 2026年12月15日(火)まで。" in memo
    assert "▲ 期限切れ" in memo


def test_a_plan_whose_finding_is_gone_is_told_as_such_and_is_not_overdue(advise: Runner) -> None:
    project(
        {
            **HOLD,
            "commitment": {"declared": True},
            "responses": [{"finding": "COM-01", "response": "planned", "who": "Sato"}],
        }
    )
    document = json.loads(advise("project.json", "-f", "json", "--today", "2027-12-16").out)
    assert [one["status"] for one in document["waivers"]] == ["unused"]
    assert "Planned (Sato)" in advise("project.json", "--no-memo", "--full").out


@pytest.mark.parametrize("kind", ["html", "md", "docx", "pdf"])
def test_every_form_of_the_memo_names_who_and_when(advise: Runner, kind: str) -> None:
    pytest.importorskip("docx"), pytest.importorskip("typst")
    project()
    planned(advise, "--who", "Sato Hanako", "--until", "2026-12-15")
    assert advise("memo", "project.json", "-o", f"memo.{kind}", "--today", "2026-12-16").code == 0
    text = _text(f"memo.{kind}")
    assert all(word in text for word in ("Sato Hanako", "15 December 2026", "overdue"))


def _text(name: str) -> str:
    if name.endswith(".docx"):
        from docx import Document

        return " ".join(cell.text for table in Document(name).tables for row in table.rows for cell in row.cells)
    if name.endswith(".pdf"):
        import subprocess

        if shutil.which("pdftotext") is None:
            pytest.skip("needs pdftotext")
        text = subprocess.run(["pdftotext", name, "-"], capture_output=True, text=True, check=True).stdout
        return " ".join(text.split())
    return Path(name).read_text(encoding="utf-8")


def test_what_the_file_does_not_say_is_never_made_up(advise: Runner) -> None:
    project()
    planned(advise, "--until", "2026-12-15")
    advise("memo", "project.json", "-o", "memo.md", "--lang", "ja")
    row = next(
        line for line in Path("memo.md").read_text(encoding="utf-8").splitlines() if "COM-01" in line and "|" in line
    )
    assert "Mori" not in row
    assert "2026年12月15日(火)" in row


def test_other_decisions_are_written_too_and_take_the_place_of_the_one_before(advise: Runner) -> None:
    project()
    planned(advise, "--who", "Sato")
    for arguments in (
        ("--accepted", "--reason", "In print."),
        ("--postponed", "--reason", "Budget.", "--until", "2027-03-31"),
        ("--not-applicable", "--reason", "Another company declared it."),
    ):
        assert advise("respond", "COM-01", *arguments).code == 0
        (response,) = responses()
        assert response["response"] == arguments[0].removeprefix("--").replace("-", "_")
        assert "COM-01" not in [one["code"] for one in json.loads(advise("project.json", "-f", "json").out)["findings"]]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "say what is decided"),
        (("--planned", "--accepted", "--reason", "r"), "only one of --planned, --accepted can be decided"),
        (("--planned",), "--planned needs --who or --until"),
        (("--planned", "--who", " "), "--planned needs --who or --until"),
        (("--planned", "--until", "soon"), "'soon' is not a date"),
        (("--accepted",), "--accepted needs --reason"),
        (("--accepted", "--reason", "r", "--until", "2027-01-01"), "--accepted takes no --until"),
        (("--postponed", "--reason", "r"), "--postponed needs --until"),
        (("--not-applicable", "--reason", "r", "--who", "Sato"), "--not-applicable takes no --who"),
        (("--withdraw",), "nothing was decided about COM-01"),
        (("--withdraw", "--reason", "r"), "--withdraw takes no --reason"),
        (("--planned", "--who", "Sato", "--subject", "city"), "about the project as a whole"),
    ],
)
def test_what_does_not_fit_together_is_told_and_nothing_is_written(
    advise: Runner, arguments: tuple[str, ...], told: str
) -> None:
    before = Path(project()).read_bytes()
    ended = advise("respond", "COM-01", *arguments)
    assert (ended.code, ended.out, told in ended.err) == (2, "", True), ended.err
    assert Path("project.json").read_bytes() == before


def test_a_day_that_is_over_is_told(advise: Runner) -> None:
    project()
    ended = advise("respond", "COM-01", "--planned", "--until", "2026-11-21", "--today", "2026-11-22")
    assert (ended.code, "21 November 2026 is over already" in ended.err) == (0, True)


def test_the_file_may_be_named_before_the_code(advise: Runner) -> None:
    odd()
    assert advise("respond", "project.json", "COM-01", "--planned", "--who", "Sato").code == 0
    assert responses()[0]["finding"] == "COM-01"
    assert advise("explain", "project.json", "COM-01").out == advise("explain", "COM-01", "project.json").out


def test_a_finding_that_does_not_exist_is_refused_and_one_that_is_not_there_is_told(advise: Runner) -> None:
    project()
    assert advise("respond", "COM-99", "--planned", "--who", "Sato").code == 2
    ended = advise("respond", "KPI-08", "--planned", "--who", "Sato")
    assert (ended.code, "There is no such finding" in ended.err) == (0, True)


def test_a_plan_for_one_of_several_stands_in_a_row_of_its_own(advise: Runner) -> None:
    firms = [{"id": name, "kind": "own_company", "involved": True, "champion_identified": False} for name in ("a", "b")]
    project({**HOLD, "organisations": firms})
    assert "all 2 findings of ORG-06" in advise("respond", "ORG-06", "--planned", "--who", "Both").err
    assert advise("respond", "ORG-06", "--subject", "b", "--planned", "--who", "Sato").err == ""
    shown = advise("project.json", "--no-memo", "--full").out
    assert [len(re.findall(rf"plan +{name}\n", shown)) for name in ("Both", "Sato")] == [1, 1]


def test_a_decision_that_another_one_overrules_is_told(advise: Runner) -> None:
    firms = [{"id": name, "kind": "own_company", "involved": True, "champion_identified": False} for name in ("a", "b")]
    project({**HOLD, "organisations": firms})
    advise("respond", "ORG-06", "--accepted", "--reason", "r")
    ended = advise("respond", "ORG-06", "--subject", "b", "--planned", "--who", "Sato")
    assert (ended.code, "leaves 1 finding of ORG-06 out" in ended.err) == (0, True)


def test_a_yaml_project_and_one_that_was_write_protected_are_left_alone(advise: Runner) -> None:
    Path("project.yaml").write_text("project: {phase: idea}\n", encoding="utf-8")
    ended = advise("respond", "COM-01", "project.yaml", "--planned", "--who", "Sato")
    assert (ended.code, "by hand" in ended.err) == (3, True)


def test_diff_tells_changes_of_plans(advise: Runner) -> None:
    project()
    shutil.copy("project.json", "old.json")
    planned(advise, "--who", "Sato", "--until", "2026-12-15")
    shutil.copy("project.json", "plan.json")
    first = " ".join(advise("diff", "old.json", "project.json").out.split())
    assert "Plans that changed (1)" in first
    assert ": nothing planned → Sato by 15 December 2026" in first
    planned(advise, "--who", "Mori", "--until", "2027-01-15")
    (change,) = json.loads(advise("diff", "plan.json", "project.json", "-f", "json").out)["plans"]
    assert change == {
        "code": "COM-01",
        "subject": None,
        "old": {"who": "Sato", "until": "2026-12-15"},
        "new": {"who": "Mori", "until": "2027-01-15"},
    }
    advise("check", "plan.json", "-f", "json", "-o", "saved.json", "--no-memo")
    saved = " ".join(advise("diff", "saved.json", "project.json").out.split())
    assert "Sato by 15 December 2026 → Mori by 15 January 2027" in saved


def test_a_decision_comes_back_when_the_facts_behind_it_change(advise: Runner) -> None:
    project({**HOLD, "organisations": TWO})
    accepted = ("--accepted", "--reason", "it is a pilot", "--by", "Mori", "--today", "2026-11-22")
    assert advise("respond", "ORG-06", *accepted).code == 0
    assert advise("respond", "COM-01", *accepted).code == 0
    assert [len(one["rests_on"]) for one in responses()] == [8, 8]
    assert statuses(advise) == ["applied", "applied"]
    document = json.loads(Path("project.json").read_text(encoding="utf-8"))
    document["organisations"].append({**TWO[0], "id": "numa", "name": "Numa"})  # nobody has decided about this one
    project(document)
    assert statuses(advise) == ["facts_changed", "applied"]
    assert advise("respond", "ORG-06", *accepted).code == 0
    assert statuses(advise) == ["applied", "applied"]
    assert len(responses()) == 2


def test_a_decision_that_is_taken_again_is_about_what_was_left_out(advise: Runner) -> None:
    project()
    accepted = ("respond", "COM-01", "--accepted", "--by", "Mori", "--today", "2026-11-22", "--reason")
    assert advise(*accepted, "it is a pilot").code == 0
    again = advise(*accepted, "the mayor agreed")
    assert "no such finding" not in again.err
    assert [one["reason"] for one in responses()] == ["the mayor agreed"]


TWO = [
    {"id": one, "name": one.title(), "kind": "municipality", "involved": True, "champion_identified": False}
    for one in ("mori", "kawa")
]


def statuses(advise: Runner) -> list[str]:
    found = json.loads(advise("project.json", "-f", "json", "--no-memo", "--today", "2026-11-22").out)
    return [one["status"] for one in found["waivers"]]
