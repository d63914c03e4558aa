"""The texts of the product are the same in both languages, as far as a program can see."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from advise.reports.texts import common as messages
from advise.reports.texts.common import MESSAGES, say

FOLDER = Path(messages.__file__).parents[1] / "templates"
TEMPLATES = [FOLDER / name for name in ("page.html.j2", "_blocks.html.j2", "page.md.j2")]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("key", MESSAGES)
def test_a_text_has_the_same_placeholders_in_both_languages(key: str) -> None:
    texts = MESSAGES[key]
    assert set(texts) == {"en", "ja"}
    counting_only = {"n"}  # English counts where Japanese need not
    assert placeholders(texts["en"]) ^ placeholders(texts["ja"]) <= counting_only


@pytest.mark.parametrize("key", MESSAGES)
def test_a_text_can_be_written_on_a_japanese_console(key: str) -> None:
    for text in MESSAGES[key].values():
        text.encode("cp932")


def test_templates_hold_no_words_of_their_own() -> None:
    for path in TEMPLATES:
        source = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        words = re.sub(r"<[^>]*>", "", source)
        assert not re.search(r"[^\W\d_]{2,}", words), f"{path.name}: {words.strip()}"


def test_one_and_several_are_told_apart() -> None:
    assert say("unit.months", "en", n=1) == "1 month"
    assert say("unit.months", "en", n=2) == "2 months"
    assert say("unit.months", "en", n=2.5) == "2.5 months"


def test_a_value_is_never_taken_for_a_placeholder() -> None:
    assert say("labelled", "en", label="{text}", text="{0.__class__}") == "{text}: {0.__class__}"
