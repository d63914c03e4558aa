"""Documents that are made from the rules say what the rules say now; `make docs` writes them anew."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

from advise.engine.scenarios import given_when, then
from advise.engine.scenarios.home import Home
from advise.engine.scenarios.scene import Scene

ROOT = Path(__file__).resolve().parents[1]


def test_generated_documents_are_up_to_date() -> None:
    documents = runpy.run_path(str(ROOT / "tools" / "docs.py"))["documents"]()
    stale = [path.name for path, text in documents.items() if path.read_text(encoding="utf-8") != text]
    assert stale == [], "run `make docs`"


def sentences(section: str) -> list[str]:
    """Return the whole sentences that the page on scenarios lists in a section."""
    text = (ROOT / "docs" / "scenarios.md").read_text(encoding="utf-8")
    rows = text.partition(f"## {section}\n")[2].partition("\n## ")[0].split("\n")
    codes = [code for row in rows if row.startswith("| `") for code in re.findall(r"`([^`]+)`", row.split(" | ")[0])]
    return [code for code in codes if not code.startswith(("...", "is ")) and not code.endswith(":")]


@pytest.mark.parametrize("sentence", sentences("Then"))
def test_every_documented_expectation_can_be_read(sentence: str) -> None:
    assert then.read(sentence).what


@pytest.mark.parametrize("sentence", sentences("Given"))
def test_every_documented_statement_can_be_made(home: Home, sentence: str) -> None:
    scene = Scene(home)
    if "exemplary" not in sentence:
        given_when.state(scene, 'the municipality "city" takes part')
    given_when.state(scene, sentence)
    scene.review()


def test_the_map_of_the_house_names_every_room_and_says_what_it_says_of_itself() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `((?:engine|reports)/\w+)` \| (.+) \|$", text, flags=re.MULTILINE))
    rooms = [path.parent for folder in ("engine", "reports") for path in (ROOT / folder).glob("*/__init__.py")]
    first = {
        room.relative_to(ROOT).as_posix(): (room / "__init__.py").read_text(encoding="utf-8").split('"""')[1]
        for room in rooms
    }
    assert told == {room: text.strip().partition("\n")[0] for room, text in first.items()}


def test_what_is_touched_for_a_change_is_there_and_is_little() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = text.partition("| to change | touch |\n")[2].partition("\n\n")[0].split("\n")[1:]
    touched = [re.findall(r"`([\w./]+(?:/|\.\w+))`", row) for row in rows]
    assert len(touched) >= 10
    for paths in touched:
        assert 1 <= len(paths) <= 3
        assert [path for path in paths if not (ROOT / path).exists()] == []
