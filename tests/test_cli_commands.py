"""The commands beside a review: memo, explain, rules, init, schema, doctor, completion."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.knowledge import kept
from advise.reports.views.explain import explained
from advise.reports.writers.display import Display
from advise.reports.writers.layout import width

from .command_line import Runner, files, project, started

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "wakayama.json"
pytestmark = pytest.mark.usefixtures("elsewhere")


# Other commands


def test_memos_are_written_by_the_end_of_their_names(advise: Runner) -> None:
    assert advise("memo", project(), "-o", "a.md", "-o", "b.html").code == 0
    assert Path("a.md").read_text(encoding="utf-8").splitlines()[2] == "# Harbour"
    assert "<html" in Path("b.html").read_text(encoding="utf-8")


def test_a_rule_is_explained(advise: Runner) -> None:
    told = advise("explain", "COM-02").out
    assert "COM-02 The declaration was made by someone below the top" in told
    assert "G167" in told


def test_a_finding_is_explained_with_the_facts_and_their_places(advise: Runner) -> None:
    told = advise("explain", "COM-01", project()).out
    assert "● COM-01 holds" in told
    assert "project.json:1:" in told
    assert "declaration of the intent to do business in the city: no" in " ".join(told.split())
    assert told.index("● COM-01 holds") < told.index("  rule: commitment/undeclared.yaml")
    assert "scenarios:" not in told
    assert "scenarios:" in advise("explain", "COM-01", "project.json", "--full").out


def test_who_acts_on_a_rule_is_told_in_words(advise: Runner) -> None:
    assert "  who: Top of the company\n" in advise("explain", "com-2").out
    assert "自社のトップ" in advise("explain", "COM-2", "--lang", "ja").out


def test_a_fact_and_a_statement_are_explained_too(advise: Runner) -> None:
    assert "Has the CEO visited the site in person?" in advise("explain", "top.visited_site").out
    assert advise("explain", "g167").out.startswith("G167 (article IV.1)")


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_every_rule_fact_and_statement_can_be_explained(kb: CompiledKnowledgeBase, lang: str) -> None:
    for word in (*(rule.code for rule in kb.rules), *kb.vocabulary.facts, *kb.statements):
        told = explained(word, None, kb, lang, Display(columns=80))
        assert told.startswith(word)
        assert max(map(width, told.splitlines())) <= 80 or "http" in told


@pytest.mark.parametrize("word", ["COM-01", "com-01", "com-1", "commitment/undeclared"])
def test_the_file_of_a_rule_is_shown(advise: Runner, word: str) -> None:
    assert "\ncode: COM-01\n" in advise("rules", "show", word).out


def test_the_file_of_a_derivation_is_shown(advise: Runner) -> None:
    assert "\nderives: commitment.at_top\n" in advise("rules", "show", "commitment.at_top").out


def test_rules_are_listed_by_area(advise: Runner) -> None:
    told = advise("rules", "list", "--area", "goals_kpi").out
    assert "KPI-08" in told
    assert "COM-01" not in told
    assert advise("rules", "list", "--area", "nope").code == 2


def test_the_shipped_rules_are_sound(advise: Runner) -> None:
    ended = advise("rules", "check")
    assert ended.code == 0
    assert "no problems" in ended.out
    assert ended.out.startswith("the rules that come with advise: ")


def test_a_new_rule_is_refused_by_the_check_until_it_is_filled_in(advise: Runner) -> None:
    copy_rules()
    ended = advise("rules", "new", "goals_kpi/goal-without-owner", "--rules", "rules")
    assert (ended.code, ended.out) == (0, "")
    path = Path("rules/goals_kpi/goal-without-owner.yaml")
    written = path.read_text(encoding="utf-8")
    assert re.search(r"^code: KPI-\d\d$", written, re.MULTILINE)
    checked = advise("rules", "check", "rules")
    assert checked.code == 4
    assert set(re.findall(r"--> (\S+?):\d", checked.err)) == {"rules/goals_kpi/goal-without-owner.yaml"}
    path.write_text(
        written.replace("  en:\n", "  en: Text\n").replace("  ja:\n", "  ja: 文\n").replace("  - ", "  - project.phase is idea")
        .replace("  section:\n  statements: []", "  ours: true"), encoding="utf-8")  # fmt: skip
    assert advise("rules", "check", "rules").code == 0
    again = advise("rules", "new", "goals_kpi/goal-without-owner", "--rules", "rules")
    assert again.code in (3, 4)
    assert "already" in again.err


def test_rules_may_be_begun_one_after_the_other(advise: Runner) -> None:
    copy_rules()
    codes = []
    for name in ("goal-without-owner", "goal-without-date", "goal-without-name"):
        assert advise("rules", "new", f"goals_kpi/{name}", "--rules", "rules").code == 0
        written = Path(f"rules/goals_kpi/{name}.yaml").read_text(encoding="utf-8")
        codes += re.findall(r"^code: KPI-(\d\d)$", written, re.MULTILINE)
    assert [int(code) - int(codes[0]) for code in codes] == [0, 1, 2]
    assert "already" in advise("rules", "new", "goals_kpi/goal-without-date", "--rules", "rules").err


def test_no_rule_is_begun_where_more_is_wrong(advise: Runner) -> None:
    copy_rules()
    Path("rules/areas.yaml").write_text("commitment: 5\n", encoding="utf-8")
    assert advise("rules", "new", "goals_kpi/goal-without-owner", "--rules", "rules").code == 4


@pytest.mark.parametrize(("name", "said"), [("Goal", "<area>/<name-in-words>"), ("goals_kpy/x-y", "goals_kpi"),
                                            ("municipal/x-y", "areas.yaml"), ("commitment/undeclared", "already")])  # fmt: skip
def test_a_new_rule_needs_a_name_of_its_own_in_an_area(advise: Runner, name: str, said: str) -> None:
    copy_rules()
    ended = advise("rules", "new", name, "--rules", "rules")
    assert ended.code == 4
    assert said in ended.err
    assert "1 problem. No rule was begun." in ended.err


def test_a_new_rule_says_how_it_is_told_that_it_is_not_the_articles(advise: Runner) -> None:
    copy_rules()
    advise("rules", "new", "goals_kpi/goal-without-owner", "--rules", "rules")
    assert "ours: true" in Path("rules/goals_kpi/goal-without-owner.yaml").read_text(encoding="utf-8")


def copy_rules() -> None:
    """Put a copy of the shipped rules here."""
    for path in (ROOT / "rules").rglob("*.yaml"):
        target = Path("rules") / path.relative_to(ROOT / "rules")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())


def test_the_coverage_counts_every_statement(advise: Runner) -> None:
    document = json.loads(advise("rules", "coverage", "-f", "json").out)
    assert advise("rules", "coverage").out.startswith(f"{len(document['statements'])} statements of the article")


def test_a_starter_project_can_be_reviewed_at_once(advise: Runner) -> None:
    assert advise("init").code == 0
    assert files() == ["advise.schema.json", "project.json"]
    data = json.loads(Path("project.json").read_text(encoding="utf-8"))
    assert (Path("project.json").parent / data["$schema"]).exists()
    assert json.loads(Path("advise.schema.json").read_text(encoding="utf-8"))["title"] == "Project document of advise"
    assert "No verdict yet" in advise("project.json").out


def test_the_schema_beside_projects_is_no_project(advise: Runner) -> None:
    advise("init", "a.json")
    advise("init", "b.json")
    ended = advise("check", "a.json", "advise.schema.json", "b.json", "--no-memo", "--lang", "ja")
    assert ended.code == 0
    assert "advise.schema.json は advise が書いたスキーマ" in ended.err
    assert (
        len(json.loads(advise("check", "a.json", "advise.schema.json", "b.json", "-f", "json").out)["assessments"]) == 2
    )
    assert advise("check", "advise.schema.json", "--no-memo").code == 3


def test_a_schema_of_somebody_else_is_not_left_out(advise: Runner) -> None:
    Path("theirs.json").write_text('{"$schema": "https://json-schema.org/draft/2020-12/schema"}', encoding="utf-8")
    assert "left out" not in advise("check", project(), "theirs.json", "--no-memo").err


def test_a_starter_never_takes_the_place_of_a_project(advise: Runner) -> None:
    before = Path(project()).read_bytes()
    ended = advise("init")
    assert ended.code == 3
    assert "'project.json' is there already" in ended.err
    assert (Path("project.json").read_bytes(), files()) == (before, ["project.json"])


def test_a_second_project_shares_the_schema(advise: Runner) -> None:
    assert advise("init", "a.json").code == advise("init", "b.json").code == 0
    Path("advise.schema.json").write_text("{}", encoding="utf-8")
    assert advise("init", "c.json").code == 3
    assert Path("advise.schema.json").read_text(encoding="utf-8") == "{}"


def test_the_schema_is_printed_or_written(advise: Runner) -> None:
    printed = advise("schema", "--lang", "ja").out
    assert json.loads(printed)["title"] == "advise の事業ファイル"
    for _ in range(2):
        assert advise("schema", "--lang", "ja", "-o", "s.json").code == 0
    assert Path("s.json").read_text(encoding="utf-8") == printed


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_doctor_finds_this_installation_well(advise: Runner, lang: str) -> None:
    ended = advise("doctor", "--lang", lang)
    assert ended.code == 0
    assert "durable_rules" in ended.out


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_doctor_sees_a_user_without_a_home_folder(
    lang: str, advise: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("ADVISE_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", staticmethod(homeless))
    ended = advise("doctor", "--lang", lang)
    assert ended.code == 0
    assert ("ホームフォルダーがありません" if lang == "ja" else "you have no home folder") in ended.out


def test_the_doctor_tells_of_a_cache_that_others_can_write_to(
    advise: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADVISE_CACHE", str(tmp_path))
    kept.folder().mkdir()
    kept.folder().chmod(0o777)
    ended = advise("doctor", "--lang", "en")
    assert (ended.code, f"others can write to {kept.folder()}" in ended.out) == (0, True)


def test_the_doctor_tells_of_rules_that_are_not_valid(advise: Runner) -> None:
    Path("rules").mkdir()
    ended = advise("doctor", "--rules", "rules")
    assert ended.code == 4
    assert "advise rules check" in ended.out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_is_given_for_every_shell(advise: Runner, shell: str) -> None:
    assert "_ADVISE_COMPLETE" in advise("completion", shell).out


@pytest.mark.parametrize(("words", "expected"), [("advise ch", "check"), ("advise explain COM-0", "COM-01"),
                                                 ("advise explain commitment.a", "commitment.at_top"),
                                                 ("advise explain commitment.b", "commitment.by"),
                                                 ("advise check --set top.vis", "top.visited_site="),
                                                 ("advise check --set capitals.hum", "capitals.human.assessed="),
                                                 ("advise check --set organis", "organisations/")])  # fmt: skip
def test_commands_codes_and_facts_are_completed(words: str, expected: str) -> None:
    count = str(len(words.split()) - 1)
    completing = {"_ADVISE_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": count}
    offered = started(env=completing).stdout.splitlines()
    assert f"plain,{expected}" in offered
    assert not [line for line in offered if "--set" in words and ("[]" in line or "*" in line)]


def test_a_command_that_is_shown_can_be_typed_whatever_the_file_is_called(advise: Runner) -> None:
    path = project(name="my plan.json")
    assert "advise ask 'my plan.json'" in advise(path).out
    assert "advise 'new plan.json'" in advise("init", "new plan.json").err
    asked = started("ask", path, input="q\n").stdout
    assert "advise ask 'my plan.json'" in asked
    assert "Saved: my plan.json" in asked
