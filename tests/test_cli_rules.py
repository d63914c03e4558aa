"""`advise rules test` and `advise rules docs`: for the rules of the product and for those of somebody else."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from advise import cli
from advise.engine.knowledge import kept, load_knowledge_base
from advise.engine.scenarios.home import features_of
from advise.engine.scenarios.run import last_results

from .knowledge_bases import small


class Ended(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str


Runner = Callable[..., Ended]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in a folder with rules on libraries, with a cache of its own and an English locale."""
    shutil.copytree(small.LIBRARY, tmp_path / "rules")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ADVISE_CACHE", str(tmp_path / "cache"))
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")


@pytest.fixture
def advise(capsys: pytest.CaptureFixture[str]) -> Runner:
    """Run the command line in this process."""

    def run(*arguments: object) -> Ended:
        code = cli.run([str(argument) for argument in arguments])
        return Ended(code, *capsys.readouterr())

    return run


def change(name: str, old: str, new: str) -> None:
    path = Path("rules", name)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("command", [["rules", "check"], ["doctor"]])
def test_a_check_reads_the_rules_and_not_what_was_kept_of_them(
    command: list[str], advise: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str | None] = []
    monkeypatch.setattr(kept, "read", lambda kind, key, of: asked.append(key))
    key = load_knowledge_base("rules").cache_key
    assert asked == [key]
    assert advise(*command, "--rules", "rules").code == 0
    assert key not in asked[1:]


def test_a_check_reads_the_claims_too(advise: Runner) -> None:
    Path("rules/claims").mkdir()
    Path("rules/claims/own.yaml").write_text(
        "claims:\n  - claim: {en: a, ja: あ}\n    then: [verdict isnt hold]\n", encoding="utf-8"
    )
    ended = advise("rules", "check", "rules")
    assert ended.code == 4
    assert "rules/claims/own.yaml:3:12" in ended.err
    assert "verdict is [not | at best | at worst] V" in ended.err


def test_scenarios_that_all_hold(advise: Runner) -> None:
    ended = advise("rules", "test", "--rules", "rules")
    assert (ended.code, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert [line.split() for line in lines[:3]] == [
        ["rules/features/lending.feature", "18", "run"],
        ["rules/features/rooms.feature", "10", "run"],
        ["rules/features/stock.feature", "17", "run"],
    ]
    assert lines[-1].startswith("36 scenarios in 3 files, run in 45 cases: 0 failed (rules ")


def test_a_scenario_that_does_not_hold_is_shown_with_its_place(advise: Runner) -> None:
    change("lending/doors-closed.yaml", "severity: blocker", "severity: major")
    ended = advise("rules", "test", "LEN-01", "--rules", "rules")
    assert ended.code == 1
    assert ended.out.splitlines()[:6] == [
        "rules/features/lending.feature  3 run, 1 failed",
        "",
        "rules/features/lending.feature:12",
        "  scenario  The doors are closed",
        '  expected  Then "LEN-01" is found with severity "blocker"',
        "  found     the severity of LEN-01 is major",
    ]


def test_an_example_that_does_not_hold_is_shown_with_its_row(advise: Runner) -> None:
    change("features/lending.feature", "| 28   | not found |", "| 28   | found     |")
    ended = advise("rules", "test", "len-04", "--rules", "rules")
    assert ended.code == 1
    assert "  scenario  Books are lent for 28 days (rules/features/lending.feature:" in ended.out


def test_a_sentence_that_does_not_exist_is_told_with_what_was_probably_meant(advise: Runner) -> None:
    change("features/lending.feature", "Given the doors are closed", "Given the doors are close")
    ended = advise("rules", "test", "LEN-01", "--rules", "rules", "--lang", "ja")
    assert ended.code == 1
    assert "  文        Given the doors are close\n" in ended.out
    assert (
        "  誤り      「the doors are close」という文はありません。「the doors are closed」のことですか\n" in ended.out
    )


def test_results_as_data(advise: Runner) -> None:
    change("lending/doors-closed.yaml", "severity: blocker", "severity: major")
    ended = advise("rules", "test", "LEN-01", "--rules", "rules", "-f", "json")
    document = json.loads(ended.out)
    assert (ended.code, document["total"], document["failed"], document["without_scenario"]) == (1, 3, 1, [])
    (feature,) = document["features"]
    first, second, _ = feature["scenarios"]
    assert (first["name"], first["passed"], second["passed"]) == ("The doors are closed", False, True)
    assert first["cases"][0]["failure"]["found"] == {
        "en": "the severity of LEN-01 is major",
        "ja": "LEN-01 の重要度は major です",
    }


def test_a_rule_of_which_no_scenario_speaks_is_a_failure(advise: Runner) -> None:
    Path("rules/features/stock.feature").unlink()
    ended = advise("rules", "test", "STO-03", "--rules", "rules")
    assert ended.code == 1
    assert "no scenario speaks of STO-03" in ended.out


def test_a_code_that_is_none_is_wrong_use(advise: Runner) -> None:
    ended = advise("rules", "test", "LEN-07", "--rules", "rules")
    assert ended.code == 2
    assert "there is no rule, fact or statement 'LEN-07'" in ended.err


def test_rules_that_are_not_valid_are_exit_code_4(advise: Runner) -> None:
    change("lending/doors-closed.yaml", "library.open is false", "library.opened is false")
    assert advise("rules", "test", "--rules", "rules").code == 4


@pytest.mark.parametrize(
    ("name", "text"), [("odd.feature", "oops"), ("phrases.yaml", "a: [\n"), ("exemplary.yaml", "a: [\n")]
)
def test_files_that_cannot_be_read_are_exit_code_3(advise: Runner, name: str, text: str) -> None:
    Path("rules/features", name).write_text(text, encoding="utf-8")
    ended = advise("rules", "test", "--rules", "rules")
    assert (ended.code, ended.out) == (3, "")
    assert f"rules/features/{name}:" in ended.err
    document = json.loads(advise("rules", "test", "--rules", "rules", "-f", "json").out)
    assert (document["error"]["kind"], document["error"]["exit_code"]) == ("scenarios", 3)


def test_rules_without_scenarios_are_exit_code_3(advise: Runner) -> None:
    shutil.rmtree("rules/features")
    ended = advise("rules", "test", "--rules", "rules")
    assert ended.code == 3
    assert "there are no feature files in features" in ended.err


def test_features_beside_the_rules_are_found(advise: Runner) -> None:
    Path("rules/features").rename("features")
    assert advise("rules", "test", "--rules", "rules").code == 0


def test_the_scenarios_of_the_product_are_run(advise: Runner) -> None:
    ended = advise("rules", "test", "COM-01")
    assert ended.code == 0
    assert "commitment.feature" in ended.out


def test_the_last_results_are_kept_for_the_book(advise: Runner) -> None:
    advise("rules", "test", "STO-03", "--rules", "rules")
    assert last_results(load_knowledge_base("rules")) is not None
    ended = advise("rules", "docs", "--rules", "rules")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err == "33 pages written. Open book/index.html\n"
    assert "passed on " in Path("book/en/STO-03.html").read_text(encoding="utf-8")
    assert "not run with these rules yet" in Path("book/en/LEN-01.html").read_text(encoding="utf-8")


def test_the_book_goes_where_it_is_told(advise: Runner) -> None:
    ended = advise("rules", "docs", "--rules", "rules", "-o", "public/rules", "--lang", "ja")
    assert ended.err == "33ページを書きました。public/rules/index.html を開いてください\n"
    assert Path("public/rules/ja/LEN-01.html").is_file()


def test_a_file_of_somebody_else_is_left_alone(advise: Runner) -> None:
    Path("book").mkdir()
    Path("book/index.html").write_text("mine", encoding="utf-8")
    ended = advise("rules", "docs", "--rules", "rules")
    assert (ended.code, Path("book/index.html").read_text(encoding="utf-8")) == (3, "mine")


def test_a_folder_that_cannot_be_made_is_a_problem_with_a_cure(advise: Runner) -> None:
    Path("book").write_text("a file in the way", encoding="utf-8")
    ended = advise("rules", "docs", "--rules", "rules")
    assert ended.code == 3
    assert "book" in ended.err


def test_features_of_the_product_come_with_it() -> None:
    assert features_of(load_knowledge_base()) == Path(cli.__file__).parent / "features"


def test_rules_without_a_kind_of_scenario_are_named(advise: Runner) -> None:
    left = json.loads(advise("rules", "test", "--rules", "rules", "-f", "json").out)["lacking"]
    assert {kind for kinds in left.values() for kind in kinds} <= {"found", "not_found", "asked", "upcoming"}
    Path("rules/features/lending.feature").unlink()
    found = json.loads(advise("rules", "test", "--rules", "rules", "-f", "json").out)["lacking"]
    more = {code for code in found if found[code] != left.get(code)}
    assert any("found" in found[code] for code in more)
    lines = advise("rules", "test", "--rules", "rules").out.splitlines()
    told = [line for line in lines if ": none in which it is " in line]
    assert all(any(code in line.partition(":")[0] for line in told) for code in more)
    assert len(told) == len({tuple(kinds) for kinds in found.values()}), "rules that lack the same are told together"
    assert "足りないシナリオのある規則" in advise("rules", "test", "--rules", "rules", "--lang", "ja").out
    assert "lacking" not in advise("rules", "test", "LEN-01", "--rules", "rules").out


def test_a_sentence_that_nobody_can_read_fails_and_leaves_the_others_as_they_are(advise: Runner) -> None:
    path = Path("rules/features/lending.feature")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"LEN-01" is found', '"LEN-01" is founded', 1), encoding="utf-8")
    ended = advise("rules", "test", "--rules", "rules")
    assert (ended.code, "is founded" in ended.out) == (1, True)
