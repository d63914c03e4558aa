"""Projects beside each other, and a project beside how it was."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .serving import Browser, project, words
from .test_asking import SOME

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    project(tmp_path)
    project(tmp_path, {**SOME, "project": {"name": "Pier"}}, "pier.json")
    return Browser(tmp_path)


def test_projects_are_compared_in_the_order_of_the_folder_and_not_ranked(browser: Browser) -> None:
    text = words(browser.get("/compare?p=harbour.json&p=pier.json").text)
    assert "Harbour" in text
    assert "Pier" in text
    assert browser.get("/").text.count('name="p"') == 2


@pytest.mark.parametrize("query", ["", "?p=harbour.json"])
def test_one_project_alone_is_not_compared(query: str, browser: Browser) -> None:
    found = browser.get(f"/compare{query}")
    assert found.status_code == 422
    assert "mark two projects or more" in found.text


def test_only_projects_of_the_folder_are_compared(browser: Browser, tmp_path: Path) -> None:
    for name in ("../harbour.json", str(tmp_path / "harbour.json"), "none.json"):
        assert browser.get("/compare", params={"p": ["pier.json", name]}).status_code == 404
        assert browser.get("/p/pier.json/diff", params={"with": name}).status_code == 404


def test_a_project_is_told_from_another_one(browser: Browser) -> None:
    text = words(browser.get("/p/pier.json/diff?with=harbour.json").text)
    assert "Harbour" in text
    assert "COM-01" in text


def test_a_project_is_told_from_how_it_was_when_its_assessment_was_saved(browser: Browser, tmp_path: Path) -> None:
    saved = browser.get("/p/harbour.json/assessment.json")
    (tmp_path / "harbour.before.json").write_bytes(saved.content)
    project(tmp_path, {"project": {"name": "Harbour", "phase": "preparation"}, "commitment": {"declared": True}})
    text = words(browser.get("/p/harbour.json/diff?with=harbour.before.json").text)
    assert "COM-01" in text
    assert "harbour.before.json" in browser.get("/p/harbour.json").text


def test_nothing_is_compared_before_it_is_chosen_and_earlier_states_come_first(
    browser: Browser, tmp_path: Path
) -> None:
    for name in ("a.json", "pier.before.json"):
        (tmp_path / name).write_bytes((tmp_path / "harbour.json").read_bytes())
    options = re.findall(r"<option[^>]*>([^<]*)", browser.get("/p/pier.json").text)
    assert options == ["choose", "pier.before.json", "a.json", "harbour.json"]


def test_a_comparison_in_the_browser_has_nothing_to_be_typed(tmp_path: Path) -> None:
    for name in ("harvest", "wakayama"):
        (tmp_path / f"{name}.json").write_bytes((EXAMPLES / f"{name}.json").read_bytes())
    text = words(Browser(tmp_path).get("/compare?p=harvest.json&p=wakayama.json").text)
    assert "SEL-08" in text
    assert "--set" not in text
    assert "major The agreement was signed" in text  # as in the memo, whatever else the rule could say
