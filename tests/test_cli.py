"""The command line: what it prints where, what it writes, and how it ends."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from advise.engine.assess import assess

from .command_line import HOLD, Runner, files, project, started

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "wakayama.json"
pytestmark = pytest.mark.usefixtures("elsewhere")


# Reviewing


def test_a_project_in_the_place_of_a_command_is_reviewed(advise: Runner) -> None:
    ended = advise(project())
    assert ended.code == 0
    assert ended.out.startswith("Harbour  phase: preparation\nVerdict  Hold   ■ blocker 1 ")
    assert "Memo  project.memo.html" in ended.err
    assert "Exit code" not in ended.err
    assert "<!-- written by advise -->" in Path("project.memo.html").read_text(encoding="utf-8").splitlines()[0]


def test_the_exit_code_is_told_where_findings_can_set_it_and_is_the_one_of_the_run(advise: Runner) -> None:
    assert "Exit code" not in advise(project(), "missing.json").err
    ended = advise(project(), "missing.json", "--fail-on", "major")
    assert (ended.code, "Exit code 3 (--fail-on major)." in ended.err) == (3, True)
    Path("project.memo.html").write_text("my own", encoding="utf-8")
    assert "Exit code 3 (" in advise(project(), "--fail-on", "major").err


@pytest.mark.parametrize("arguments", [["--no-memo", "project.json"], ["check", "--no-memo", "project.json"],
                                       ["project.json", "--no-memo"]])  # fmt: skip
def test_no_memo_is_written_when_none_is_wanted(advise: Runner, arguments: list[str]) -> None:
    project()
    assert advise(*arguments).code == 0
    assert files() == ["project.json"]


def test_a_file_named_like_a_command_is_reached_by_its_path(advise: Runner) -> None:
    Path(project()).rename("memo")
    assert "Verdict  Hold" in advise("./memo").out


def test_standard_input_is_reviewed_without_a_memo() -> None:
    ended = started("-", "-q", input=json.dumps(HOLD))
    assert (ended.returncode, files()) == (0, [])
    assert "Verdict  Hold" in ended.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["explain", "COM-01", "-"], "COM-01 holds"),
        (["explain", "commitment.at_top", "-"], '"declaration at the top": "no"'),
        (["check", "-", "--set", "commitment.declared=true"], "goes     ■ COM-01"),
    ],
)
def test_standard_input_is_read_once_for_all_that_is_told(arguments: list[str], told: str) -> None:
    ended = started(*arguments, "--lang", "en", input=json.dumps(HOLD))
    assert ended.returncode == 0, ended.stderr
    assert told in ended.stdout


def test_the_memo_is_written_again_over_the_one_before(advise: Runner) -> None:
    advise(project())
    before = Path("project.memo.html").read_bytes()
    advise(project({**HOLD, "commitment": {"declared": True, "by": "ceo"}}))
    assert Path("project.memo.html").read_bytes() != before


def test_the_same_project_rules_and_date_give_the_same_bytes(advise: Runner) -> None:
    project()
    first = advise("project.json", "--today", "2026-11-22")
    memo = Path("project.memo.html").read_bytes()
    assert advise("project.json", "--today", "2026-11-22") == first
    assert Path("project.memo.html").read_bytes() == memo
    as_json = advise("project.json", "--today", "2026-11-22", "-f", "json").out
    assert advise("project.json", "--today", "2026-11-22", "-f", "json").out == as_json


def test_json_is_one_document_on_standard_output_and_writes_no_memo(advise: Runner) -> None:
    ended = advise(project(), "-f", "json")
    found = json.loads(ended.out)
    assert (found["schema_version"], found["verdict"]) == (1, "hold")
    assert found["findings"][0]["code"] == "COM-01"
    assert (ended.err, files()) == ("", ["project.json"])


def test_markdown_goes_to_standard_output(advise: Runner) -> None:
    ended = advise(project(), "-f", "md")
    assert ended.out.startswith("<!-- written by advise -->")
    assert "# Harbour" in ended.out


def test_several_projects_are_one_json_document(advise: Runner) -> None:
    ended = advise("check", project(), project({}, "other.json"), "missing.json", "-f", "json")
    first, second, third = json.loads(ended.out)["assessments"]
    assert (first["verdict"], second["verdict"]) == ("hold", "insufficient_information")
    assert third["file"] == "missing.json"
    assert third["error"]["problems"][0]["code"] == "P101"
    assert ended.code == 3


def test_one_unreadable_project_does_not_stop_the_others(advise: Runner) -> None:
    Path("broken.json").write_text("{", encoding="utf-8")
    ended = advise("check", "broken.json", project())
    assert ended.code == 3
    assert "Verdict  Hold" in ended.out
    assert "broken.json:1:1" in ended.err
    assert Path("project.memo.html").exists()


def test_a_bug_that_one_project_meets_takes_nothing_from_the_others(
    advise: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(project: Any, *arguments: Any, **options: Any) -> Any:
        if project.document.name == "unlucky.json":
            raise ZeroDivisionError
        return assess(project, *arguments, **options)

    monkeypatch.setattr("advise.engine.assess.assess", fail)
    project({}, "unlucky.json")
    ended = advise("check", project(), "unlucky.json", "-f", "json", "-o", "results.json")
    first, second = json.loads(Path("results.json").read_text(encoding="utf-8"))["assessments"]
    assert (first["verdict"], second["file"], second["error"]["kind"]) == ("hold", "unlucky.json", "bug")
    assert ended.code == 70
    ended = advise("check", "unlucky.json", "project.json")
    assert ended.code == 70
    assert "Verdict  Hold" in ended.out
    assert "unlucky.json\nThis is a bug in advise, not a fault of your project or your rules." in ended.err
    assert "ZeroDivisionError at tests" not in ended.err
    assert Path("project.memo.html").exists()


def test_half_a_character_in_an_assumption_is_shown_as_one(advise: Runner) -> None:
    facts = ("kind=municipality", "involved=true", "champion_identified=false")
    assumed = [word for fact in facts for word in ("--set", f"organisations/a\udcffb.{fact}")]
    ended = advise("check", project({}), "-f", "json", *assumed)
    assert ended.code == 0
    assert "organisations/a\udcffb" in {finding["subject"] for finding in json.loads(ended.out)["findings"]}


def test_the_result_can_be_written_to_a_file_again_and_again(advise: Runner) -> None:
    project()
    for form in ("text", "json", "md"):
        for _ in range(2):
            ended = advise("check", "project.json", "--no-memo", "-f", form, "-o", f"result.{form}")
            assert (ended.code, ended.out) == (0, "")
        assert f"Written  result.{form}" in ended.err
    assert json.loads(Path("result.json").read_text(encoding="utf-8"))["verdict"] == "hold"
    assert Path("result.text").read_text(encoding="utf-8").startswith("$ advise check project.json\n")


def test_quiet_without_a_memo_looks_for_nothing_that_is_not_shown(
    advise: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[object] = []
    monkeypatch.setattr("advise.engine.whatif.outlook.outlook", lambda *given, **_: looked.append(given))
    assert advise(project(), "-q", "--no-memo").code == 0
    assert looked == []


def test_quiet_shows_the_verdict_and_the_counts_only(advise: Runner) -> None:
    ended = advise(project(), "-q")
    assert len(ended.out.splitlines()) == 3
    assert ended.err == ""


def test_assumptions_change_the_result_and_leave_file_and_memo_alone(advise: Runner) -> None:
    before = Path(project()).read_bytes()
    ended = advise("project.json", "--set", "commitment.declared=true", "--set", "commitment.by=ceo")
    assert "What if  commitment.declared=true" in ended.out
    summary, _, against = ended.out.partition("Against the file as it is")
    assert "COM-01" not in summary
    assert "goes     ■ COM-01" in against
    assert "No memo was written" in ended.err
    assert (Path("project.json").read_bytes(), files()) == (before, ["project.json"])


def test_an_assumption_that_sets_no_fact_is_refused_with_the_nearest_name(advise: Runner) -> None:
    ended = advise(project(), "--set", "commitment.declard=true")
    assert ended.code == 3
    assert "commitment.declared" in ended.err


@pytest.mark.parametrize(("level", "code"), [("never", 0), ("blocker", 1), ("major", 1), ("minor", 1), ("unknown", 1)])
def test_a_blocker_fails_on_every_level_but_never(advise: Runner, level: str, code: int) -> None:
    assert advise(project(), "--fail-on", level, "--no-memo").code == code


def test_what_is_unknown_fails_only_when_asked_to(advise: Runner) -> None:
    project({})
    assert advise("project.json", "--fail-on", "minor", "--no-memo").code == 0
    assert advise("project.json", "--fail-on", "unknown", "--no-memo").code == 1


def test_a_profile_beside_the_project_is_used_and_another_one_when_named(advise: Runner) -> None:
    seeds = [{"id": f"s{number}", "running": True} for number in range(5)]
    project({"portfolio": {"seeds": seeds}, "complete": {"portfolio.seeds": True}})

    def few() -> bool:
        found = json.loads(advise("project.json", "-f", "json", *more).out)
        return bool(found["parameters"] != usual)

    more: list[str] = []
    usual = json.loads(advise("project.json", "-f", "json").out)["parameters"]
    profile = "parameters:\n  min_running_seeds:\n    value: 9\n    reason: 当社の実績による\n"
    Path("advise.yaml").write_text(profile, encoding="utf-8")
    assert few()
    Path("advise.yaml").rename("other.yaml")
    assert not few()
    more = ["--profile", "other.yaml"]
    assert few()


def test_rules_that_are_not_valid_end_with_4(advise: Runner) -> None:
    Path("rules").mkdir()
    ended = advise(project(), "--rules", "rules")
    assert ended.code == 4
    assert "there are no rules in rules" in ended.err


def test_a_profile_that_is_not_there_ends_with_4(advise: Runner) -> None:
    assert advise(project(), "--profile", "none.yaml").code == 4


# Language


@pytest.mark.parametrize(
    ("option", "stated", "environment", "verdict"),
    [
        ([], None, {}, "Verdict"),
        ([], None, {"LANG": "ja_JP.UTF-8"}, "判定"),
        ([], None, {"LC_ALL": "C", "LANG": "ja_JP.UTF-8"}, "Verdict"),
        ([], None, {"LC_MESSAGES": "ja_JP"}, "判定"),
        ([], "ja", {}, "判定"),
        ([], "en", {"LANG": "ja_JP.UTF-8"}, "Verdict"),
        (["--lang", "en"], "ja", {"LANG": "ja_JP.UTF-8"}, "Verdict"),
        (["--lang", "ja"], "en", {}, "判定"),
    ],
)
def test_the_language_is_the_options_the_files_or_the_locales(
    advise: Runner,
    monkeypatch: pytest.MonkeyPatch,
    option: list[str],
    stated: Any,
    environment: dict[str, str],
    verdict: str,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert advise(project({**HOLD, "lang": stated}), "-q", *option).out.splitlines()[1].startswith(verdict)


def test_problems_are_told_in_the_language_of_the_file(advise: Runner) -> None:
    ended = advise(project({"lang": "ja", "project": {"phase": "準備中"}}))
    assert "書ける値" in ended.err


def test_a_file_that_is_not_json_is_told_in_the_language_it_asks_for(advise: Runner) -> None:
    Path("broken.json").write_text('{"lang": "ja", "project": {"phase": "idea",}}', encoding="utf-8")
    Path("broken.yaml").write_text("lang: ja\nproject: [", encoding="utf-8")
    for name in ("broken.json", "broken.yaml"):
        assert advise(name).err.startswith("エラー")
        assert advise("check", name, project()).err.count("エラー") == 1
        assert advise("diff", name, project()).err.startswith("エラー")
        assert advise(name, "--lang", "en").err.startswith("error")


# Starting


HEAVY = ("jinja2", "yaml", "durable_rules_engine", "durable", "rich", "jsonschema", "typst", "docxtpl", "duckdb")


def imported(*arguments: str) -> set[str]:
    """Return the modules that a run imports."""
    command = [sys.executable, "-X", "importtime", "-c", "from advise.cli import main; main()", *arguments]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    return {line.rpartition("|")[2].strip() for line in ended.stderr.splitlines() if line.startswith("import time:")}


def test_the_version_is_told_without_importing_anything_heavy() -> None:
    started("--version")  # fills the cache of rules, which name the source
    modules = imported("--version")
    assert "advise.cli" in modules
    assert not [name for name in modules if name.partition(".")[0] in HEAVY]
    light = (
        "advise.engine.alike",
        "advise.engine.knowledge",
        "advise.engine.language",
        "advise.engine.problems",
        "advise.engine.reading",
        "advise.engine.writing",
    )
    assert not [name for name in modules if name.startswith("advise.engine.") and not name.startswith(light)]


def test_the_version_names_the_source_of_the_rules_and_what_is_ours() -> None:
    version, source = started("--version", "--lang", "ja").stdout.splitlines()
    assert version.startswith("advise, version ")
    assert source.startswith("出典：特集「デジタル化と地方革新」")
    assert source.endswith("助言・担当・重要度・判定は当方によるものです。")


def test_what_the_library_raises_is_at_hand_and_imported_when_asked_for() -> None:
    program = (
        "import sys, advise; assert 'advise.engine' not in sys.modules;"
        "from advise.engine.compiled import Disagreement; from advise.engine.problems.problem import ProblemsError;"
        "assert (advise.Disagreement, advise.ProblemsError) == (Disagreement, ProblemsError);"
        "assert not hasattr(advise, 'Problems')"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_a_review_without_a_memo_imports_no_templates_and_no_yaml() -> None:
    project()
    started("project.json", "--no-memo")  # fills the cache of rules
    modules = imported("project.json", "--no-memo")
    assert "advise.reports.memo.summary" in modules
    assert not {name.partition(".")[0] for name in modules} & {"jinja2", "yaml", "jsonschema", "rich"}


def test_projects_of_one_name_have_a_memo_each(advise: Runner) -> None:
    project({"project": {"name": "First"}}, "a.json")
    Path("a.yaml").write_text("project: {name: Second}\n", encoding="utf-8")
    project({"project": {"name": "Third"}}, "b.json")
    advise("check", "a.json", "a.yaml", "b.json")
    assert [name for name in files() if name.endswith(".html")] == [
        "a.json.memo.html",
        "a.yaml.memo.html",
        "b.memo.html",
    ]
    for name, title in (("a.json", "First"), ("a.yaml", "Second"), ("b", "Third")):
        assert title in Path(f"{name}.memo.html").read_text(encoding="utf-8")
    advise("memo", "a.yaml")
    assert "First" in Path("a.json.memo.html").read_text(encoding="utf-8")


def test_one_run_speaks_one_language_and_each_memo_that_of_its_project(advise: Runner) -> None:
    project({"lang": "ja", "project": {"name": "A", "phase": "idea"}}, "a.json")
    project({"lang": "en", "project": {"name": "B", "phase": "idea"}}, "b.json")
    for order, japanese in ((("a.json", "b.json"), True), (("b.json", "a.json"), False)):
        for options in (("-q",), (), ("-f", "md"), ("--fail-on", "minor")):
            ended = advise("check", *order, "nix.json", *options)
            assert bool(re.search("[ぁ-ん]", ended.out)) == japanese
            assert ("error[" in ended.err, "エラー[" in ended.err) == (not japanese, japanese)
            assert ("Verdict" in ended.out) == (not japanese)
    assert 'lang="ja"' in Path("a.memo.html").read_text(encoding="utf-8")
    assert 'lang="en"' in Path("b.memo.html").read_text(encoding="utf-8")


def test_of_several_projects_only_what_was_not_reviewed_is_told_so(advise: Runner) -> None:
    ended = advise("check", project(), "nix.json", "-q")
    assert "1 problem. This project was not reviewed." in ended.err
    assert "Nothing was decided" not in ended.err
    assert "Nothing was decided" in advise("check", "nix.json").err
