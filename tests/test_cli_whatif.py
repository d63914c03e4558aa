"""The commands that look beyond one review: what they print, what they write, and how they end."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from advise import cli

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
WAKAYAMA, IZUKO, EXEMPLARY = (EXAMPLES / f"{name}.json" for name in ("wakayama", "izuko", "exemplary"))


class Ended(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str


Runner = Callable[..., Ended]


@pytest.fixture
def advise(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runner:
    """Run the command line in this process, in an empty folder and in English."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def run(*arguments: object) -> Ended:
        code = cli.run([str(argument) for argument in arguments])
        return Ended(code, *capsys.readouterr())

    return run


def test_improve_tells_steps(advise: Runner) -> None:
    ended = advise("improve", WAKAYAMA, "--set", "commitment.by=division_head", "--to", "revise", "--lang", "en")
    assert (ended.code, ended.err) == (0, "")
    assert "who made the declaration: division head → CEO" in ended.out
    assert "No change of less effort leads there" in " ".join(ended.out.split())


def test_what_improve_tells_to_try_reaches_the_verdict(advise: Runner) -> None:
    document = json.loads(advise("improve", IZUKO, "--to", "proceed", "-f", "json").out)
    sets = [part for assumption in document["ways"][0]["set"] for part in ("--set", assumption)]
    checked = advise("check", IZUKO, "--no-memo", "-f", "json", *sets)
    reviewed = json.loads(checked.out)
    assert reviewed["verdict"] == document["ways"][0]["verdict"]
    asked = [one for one in reviewed["questions"] if one["level"] in ("needed", "may_stop")]
    waits = {(one["fact"], one["subject"]) for one in document["ways"][0]["waits"]}
    assert waits == {(one["fact"], one["subject"]) for one in asked}
    assert waits


def test_diff_tells_projects_apart(advise: Runner) -> None:
    ended = advise("diff", EXEMPLARY, IZUKO, "--lang", "en")
    assert ended.code == 0
    assert "KPI-17" in ended.out
    assert "These are two different projects" in ended.out
    assert "別の事業どうしの比較です" in advise("diff", EXEMPLARY, IZUKO, "--lang", "ja").out


def test_diff_of_one_project_speaks_of_no_two(advise: Runner) -> None:
    assert "two different projects" not in advise("diff", IZUKO, IZUKO, "--lang", "en").out


def test_diff_of_a_file_with_itself_under_another_profile(advise: Runner, tmp_path: Path) -> None:
    profile = tmp_path / "old.yaml"
    profile.write_text("parameters:\n  min_running_seeds:\n    value: 50\n    reason: tried out\n", encoding="utf-8")
    document = json.loads(advise("diff", EXEMPLARY, EXEMPLARY, "--old-profile", profile, "-f", "json").out)
    assert document["different"] == ["parameters"]
    assert set(document["totals"]) == {"parameters"}


def test_diff_reads_what_check_saved(advise: Runner) -> None:
    for name, project in (("a", EXEMPLARY), ("b", IZUKO)):
        advise("check", project, "--no-memo", "-f", "json", "-o", f"{name}.json")
    ended = advise("diff", "a.json", "b.json", "--lang", "en")
    assert ended.code == 0
    assert "A saved assessment cannot be reviewed again" in ended.out


def test_diff_of_a_review_with_an_assumption_says_so(advise: Runner, tmp_path: Path) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    advise("check", IZUKO, "-f", "json", "-o", str(first))
    advise("check", IZUKO, "-f", "json", "-o", str(second), "--set", "commitment.declared=false")
    told = advise("diff", str(first), str(second), "--lang", "en").out
    assert "Cause: the project's facts." in told
    assert "assumed: commitment.declared=false" in " ".join(told.split())
    assert "cannot be told apart" not in told
    found = json.loads(advise("diff", str(first), str(second), "-f", "json").out)
    assert (found["different"], found["verdict"]["cause"]) == (["project"], "project")
    assert found["new"]["assumed"] == ["commitment.declared=false"]


def test_diff_of_reviews_that_differ_in_nothing_that_is_saved_names_no_cause(advise: Runner, tmp_path: Path) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    advise("check", IZUKO, "-f", "json", "-o", str(first))
    saved = json.loads(advise("check", IZUKO, "-f", "json", "--set", "commitment.declared=false").out)
    del saved["assumed"]  # as before version 0.1 kept it
    second.write_text(json.dumps(saved), encoding="utf-8")
    told = " ".join(advise("diff", str(first), str(second), "--lang", "en").out.split())
    assert "Cause: nothing that was saved tells it." in told


def test_compare_needs_two_projects(advise: Runner) -> None:
    assert advise("compare", IZUKO).code == 2


def test_compare_leaves_the_schema_beside_projects_out(advise: Runner) -> None:
    advise("init", "a.json")
    ended = advise("compare", IZUKO, WAKAYAMA, "advise.schema.json", "--lang", "en")
    assert ended.code == 0
    assert "advise.schema.json was left out" in ended.err
    assert ended.out == advise("compare", IZUKO, WAKAYAMA, "--lang", "en").out


def test_compare_writes_only_what_it_knows(advise: Runner) -> None:
    assert advise("compare", IZUKO, WAKAYAMA, "-o", "cities.docx").code == 2
    ended = advise("compare", IZUKO, WAKAYAMA, "-o", "cities.html")
    assert ended.code == 0
    assert Path("cities.html").read_text(encoding="utf-8").startswith("<!doctype html><!-- written by advise -->")


def test_explain_tells_what_follows_from_each_value_of_a_fact(advise: Runner) -> None:
    ended = advise("explain", "commitment.by", WAKAYAMA, "--lang", "en")
    assert ended.code == 0
    assert "COM-02 (blocker)" in ended.out
    assert "wakayama.json:18:21" in ended.out
    assert "Rules that it reaches through others" in ended.out


def test_explain_tells_one_element_when_one_is_meant(advise: Runner) -> None:
    ended = advise("explain", "capitals.human.assessed", IZUKO, "--lang", "en")
    assert "human: unknown" in ended.out
    assert "cultural" not in ended.out.partition("What follows")[2].partition("Rules that")[0]


def test_explain_tells_a_fact_without_a_project(advise: Runner) -> None:
    ended = advise("explain", "commitment.by", "--lang", "en")
    assert ended.code == 0
    assert "What follows from each value" not in ended.out


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        (["COM-02", WAKAYAMA], "rule"),
        (["COM-02"], "rule"),
        (["commitment.at_top", WAKAYAMA], "derived"),
        (["commitment.by", WAKAYAMA], "fact"),
        (["commitment.by"], "fact"),
        (["G167"], "statement"),
        (["--nearly", WAKAYAMA], "nearly"),
    ],
)
def test_explain_tells_programs_what_a_word_is(advise: Runner, arguments: list[str], kind: str) -> None:
    found = json.loads(advise("explain", *arguments, "-f", "json").out)
    assert (found["schema_version"], found["kind"]) == (1, kind)


def test_explain_nearly_takes_the_project_alone(advise: Runner) -> None:
    assert "Findings that nearly apply" in advise("explain", "--nearly", WAKAYAMA, "--lang", "en").out
    assert advise("explain", "--nearly", "COM-01", WAKAYAMA).code == 2


@pytest.mark.parametrize("command", ["improve", "diff", "compare"])
def test_a_file_that_is_not_there_is_bad_input(advise: Runner, command: str) -> None:
    others = [] if command == "improve" else [IZUKO]
    ended = advise(command, "nowhere.json", *others)
    assert (ended.code, ended.out) == (3, "")
    assert "nowhere.json" in ended.err


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        ("top.visited_sit", "Did you mean 'top.visited_site'?"),
        ("organisations/nobody.kind", "there is no such fact"),
        ("complete.top.dialogue_with", "there is no such fact"),
        ("commitment.at_top", "there is no such fact"),
    ],
)
def test_what_no_page_asks_for_is_refused_before_anything_is_written(advise: Runner, fact: str, told: str) -> None:
    ended = advise("ask", "new.json", fact, "--lang", "en")
    assert ended.code == 2
    assert told in ended.err
    assert not Path("new.json").exists()
