"""Templates compiled ahead of time are used only while they are those of the source."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, ModuleLoader

from advise.engine.assess import Assessment
from advise.engine.knowledge.model import KnowledgeBase
from advise.reports.memo.write import render_html
from advise.reports.writers import markup
from advise.reports.writers.markup import html_environment


def test_compiled_templates_write_the_same_memo(
    usual: Assessment, kb: KnowledgeBase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    markup.precompile(tmp_path / "compiled")
    loader = markup.loader(tmp_path / "compiled")
    assert isinstance(loader, ChoiceLoader)
    expected = render_html(usual, kb, "ja")
    compiled = html_environment().overlay(loader=loader)

    def environment() -> Environment:
        return compiled

    monkeypatch.setattr("advise.reports.memo.write.html_environment", environment)
    assert render_html(usual, kb, "ja") == expected


def test_a_template_that_was_changed_since_is_compiled_anew(tmp_path: Path) -> None:
    markup.precompile(tmp_path / "compiled")
    (tmp_path / "compiled" / "key").write_text("of an older template", encoding="utf-8")
    assert isinstance(markup.loader(tmp_path / "compiled"), FileSystemLoader)


def test_every_template_of_the_memo_is_compiled(tmp_path: Path) -> None:
    markup.precompile(tmp_path)
    for name in ("memo.html.j2", "memo.md.j2"):
        source = (markup.TEMPLATES / name).read_text(encoding="utf-8")
        asked = set(re.findall(r'(?:import|include) "([^"]+)"', source)) | {name}
        assert all((tmp_path / f"{ModuleLoader.get_template_key(one)}.py").is_file() for one in asked)


def test_nothing_needs_to_be_compiled(tmp_path: Path) -> None:
    assert isinstance(markup.loader(tmp_path / "nothing"), FileSystemLoader)
