"""Compiled templates are kept beside their sources, and used only while these, Python and Jinja are the same."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2
import pytest
from jinja2 import Environment

from advise.engine.assess import Assessment
from advise.engine.knowledge.model import KnowledgeBase
from advise.reports.writers import markup

from ..memos import render_html, render_markdown


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work with a copy of the templates of which nothing is compiled."""
    folder = tmp_path / "templates"
    shutil.copytree(markup.TEMPLATES, folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(markup, "TEMPLATES", folder)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    return folder


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """Note which templates are compiled from now on."""
    found: list[str | None] = []
    compile_ = Environment._generate

    def noted(self: Environment, source: Any, name: str | None, *rest: Any, **more: Any) -> str:
        found.append(name)
        return compile_(self, source, name, *rest, **more)

    monkeypatch.setattr(Environment, "_generate", noted)
    return found


def start() -> None:
    """Begin as a process does: with nothing in memory."""
    markup.html_environment.cache_clear()
    markup.markdown_environment.cache_clear()


@pytest.fixture(autouse=True)
def anew() -> Iterator[None]:
    start()
    yield
    start()


def test_a_second_start_compiles_nothing_and_writes_the_same_memos(
    usual: Assessment, kb: KnowledgeBase, templates: Path, compiled: list[str | None]
) -> None:
    first = [render_html(usual, kb, "ja"), render_markdown(usual, kb, "en")]
    assert {"page.html.j2", "page.md.j2"} <= set(compiled)
    compiled.clear()
    start()
    assert [render_html(usual, kb, "ja"), render_markdown(usual, kb, "en")] == first
    assert compiled == []
    kept = {path.name.partition("-")[0] for path in (templates / "__pycache__").iterdir()}
    assert kept == {"html", "markdown"}


def test_a_template_that_was_changed_is_compiled_anew(
    usual: Assessment, kb: KnowledgeBase, templates: Path, compiled: list[str | None]
) -> None:
    render_markdown(usual, kb, "en")
    compiled.clear()
    start()
    with (templates / "page.md.j2").open("a", encoding="utf-8") as file:
        file.write("\nThe end.\n")
    assert render_markdown(usual, kb, "en").endswith("The end.\n")
    assert compiled == ["page.md.j2"]


def test_another_jinja_compiles_anew(
    usual: Assessment,
    kb: KnowledgeBase,
    templates: Path,
    compiled: list[str | None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    render_markdown(usual, kb, "en")
    compiled.clear()
    start()
    monkeypatch.setattr(jinja2, "__version__", "99.0")
    render_markdown(usual, kb, "en")
    assert compiled == ["page.md.j2"]


@pytest.mark.parametrize("how", ["a file in the way", "not wanted", "damaged"])
def test_a_folder_in_which_nothing_can_be_kept_does_not_matter(
    how: str, usual: Assessment, kb: KnowledgeBase, templates: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = render_markdown(usual, kb, "en")
    for path in (templates / "__pycache__").iterdir():
        path.write_bytes(b"damaged")
    if how != "damaged":
        shutil.rmtree(templates / "__pycache__")
    if how == "a file in the way":
        (templates / "__pycache__").touch()
    monkeypatch.setattr(sys, "dont_write_bytecode", how == "not wanted")
    start()
    assert render_markdown(usual, kb, "en") == expected
