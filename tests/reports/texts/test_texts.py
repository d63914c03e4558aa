"""The texts of the product are the same in both languages, as far as a program can see, and each of them is said."""

from __future__ import annotations

import re
import string
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

from advise.engine.problems.problem import Texts
from advise.reports import texts
from advise.reports.texts import FILES, TEXTS, is_said, say

REPORTS = Path(texts.__file__).parents[1]
FOLDER = REPORTS / "templates"
NAMES = ("page.html.j2", "_blocks.html.j2", "page.md.j2", "board.html.j2")
TEMPLATES = [*(FOLDER / name for name in NAMES), *FOLDER.glob("web/*.j2")]
ADDED = ("compare.", "misuse.")
"""What a report puts before its keys by itself."""


def texts_of(file: str) -> dict[str, Texts]:
    found: dict[str, Texts] = import_module(f"{texts.__name__}.{file}").TEXTS
    return found


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_file_of_texts_is_read_and_a_key_stands_once() -> None:
    there = {path.stem for path in (REPORTS / "texts").glob("*.py") if "\nTEXTS: " in path.read_text(encoding="utf-8")}
    assert there == set(FILES)
    assert [key for key, times in Counter(key for file in FILES for key in texts_of(file)).items() if times > 1] == []


@pytest.mark.parametrize("file", FILES)
def test_a_text_has_the_same_placeholders_in_both_languages(file: str) -> None:
    for key, both in texts_of(file).items():
        assert set(both) == {"en", "ja"}, key
        counting_only = {"n"}  # English counts where Japanese need not
        assert placeholders(both["en"]) ^ placeholders(both["ja"]) <= counting_only, key


@pytest.mark.parametrize("file", FILES)
def test_a_text_can_be_written_on_a_japanese_console(file: str) -> None:
    for both in texts_of(file).values():
        assert "".join(both.values()).encode("cp932")


def test_no_text_is_left_over() -> None:
    sources = [path for path in REPORTS.rglob("*.py") if path.parent.name != "texts" or path.stem == "__init__"]
    sources += [*REPORTS.glob("templates/**/*.j2"), REPORTS.parent / "cli.py"]
    source = "".join(path.read_text(encoding="utf-8") for path in sources)
    written = set(re.findall(r'[\'"]([a-z_]+(?:\.[a-z_]+)*)[\'"]', source))
    made = re.findall(r'f"([a-z_]+(?:\.[a-z_]+)*\.)\{', source) + re.findall(r'"([a-z_.]+\.)" ~', source)
    begun = tuple({prefix for prefix in made if prefix not in ADDED} | {"misuse.subject."})
    ended = set(re.findall(r'f"\{\w+\}(\.[a-z_]+)"', source))
    left = []
    for file in FILES:
        for key in texts_of(file):
            if any(key.removesuffix(end) in written for end in ended):
                continue
            bare = next((key.removeprefix(prefix) for prefix in ADDED if key.startswith(prefix)), key)
            if not written & {key, bare} and not key.startswith(begun) and not bare.startswith(begun):
                left.append(key)
    assert not left, " ".join(left)


def test_what_nobody_says_is_not_said() -> None:
    assert "parsecs" not in TEXTS
    assert not is_said("parsecs")
    with pytest.raises(KeyError, match="parsecs"):
        say("parsecs", "en")


def test_templates_hold_no_words_of_their_own() -> None:
    for path in TEMPLATES:
        source = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        words = re.sub(r"<style>.*?</style>|<[^>]*>", "", source, flags=re.DOTALL)
        assert not re.search(r"[^\W\d_]{2,}", words), f"{path.name}: {words.strip()}"


def test_one_and_several_are_told_apart() -> None:
    assert say("unit.months", "en", n=1) == "1 month"
    assert say("unit.months", "en", n=2) == "2 months"
    assert say("unit.months", "en", n=2.5) == "2.5 months"


def test_a_value_is_never_taken_for_a_placeholder() -> None:
    assert say("labelled", "en", label="{text}", text="{0.__class__}") == "{text}: {0.__class__}"
