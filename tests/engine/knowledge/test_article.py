"""The source is named once; a knowledge base that names none is told without it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.knowledge import load_knowledge_base
from advise.engine.problems.problem import ProblemsError
from advise.reports.texts import article_named

from ...knowledge_bases import small


def library(folder: Path, article: str) -> Path:
    rules = folder / "rules"
    shutil.copytree(small.LIBRARY, rules, dirs_exist_ok=True)
    (rules / "paper" / "article.yaml").write_text(article, encoding="utf-8")
    return rules


def test_what_comes_with_the_product_names_its_source(kb: CompiledKnowledgeBase) -> None:
    assert kb.article is not None
    assert kb.article.title["ja"] == "特集「デジタル化と地方革新」"
    named = article_named(kb, "en")
    assert named.endswith("Guidance is the article's; advice, owner, severity and verdict are ours.")


def test_a_knowledge_base_may_name_no_source() -> None:
    kb = load_knowledge_base(small.LIBRARY, use_cache=False)
    assert kb.article is None
    assert (article_named(kb, "en"), article_named(kb, "ja")) == ("", "")


def test_all_that_is_known_of_a_source_is_told_in_the_order_of_a_reference(tmp_path: Path) -> None:
    parts = {"journal": "Shelves 3 (2001)", "title": "On libraries", "institute": "Reading Room", "authors": "A. Ito"}
    text = "".join(f"{key}: {{en: {value}, ja: {value}}}\n" for key, value in parts.items())
    kb = load_knowledge_base(library(tmp_path, text), use_cache=False)
    assert article_named(kb, "en").startswith("Source: A. Ito, On libraries, Shelves 3 (2001), Reading Room. ")


def test_what_the_source_is_called_is_no_part_of_the_version(tmp_path: Path) -> None:
    base = load_knowledge_base(small.LIBRARY, use_cache=False)
    named = load_knowledge_base(library(tmp_path, "title: {en: On libraries, ja: 図書館}\n"), use_cache=False)
    assert named.version == base.version


@pytest.mark.parametrize(
    ("text", "complaint"),
    [("title: {en: a, ja: b}\nauthor: {en: c, ja: d}\n", "author"), ("authors: {en: a, ja: b}\n", "title")],
)
def test_a_misspelt_or_missing_part_of_it_is_reported(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(ProblemsError) as caught:
        load_knowledge_base(library(tmp_path, text), use_cache=False)
    (problem,) = caught.value.problems
    assert f"'{complaint}'" in problem.message["en"]
    assert problem.place is not None
    assert problem.place.file.endswith("paper/article.yaml")
