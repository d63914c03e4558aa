"""`advise rules diff` and what else is proved of rules, from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from advise import cli

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
