"""What a knowledge base shows besides its rules: optional, looked up in its vocabulary, and told with place and cure."""

from __future__ import annotations

from pathlib import Path

import pytest

import advise
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.knowledge import load_knowledge_base
from advise.engine.knowledge.presentation import (
    Chain,
    Chances,
    ComparisonLayout,
    Ledger,
    LedgerColumn,
    Link,
    Origin,
    Presentation,
    ProjectFacts,
    Stop,
    Tick,
)
from advise.engine.project.schema import starter

from ...knowledge_bases import small

NAMES = "project:\n  name: shop.kind\n"


def test_a_knowledge_base_needs_none(tmp_path: Path) -> None:
    assert small.load(tmp_path).presentation == Presentation()


def test_what_is_kept_is_what_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISE_CACHE", str(tmp_path / "cache"))
    for root in (small.write(tmp_path, {"presentation.yaml": NAMES}), None):
        read = load_knowledge_base(root, use_cache=False).presentation
        assert load_knowledge_base(root).presentation == load_knowledge_base(root).presentation == read


def test_what_is_only_shown_is_no_other_version_of_the_rules(tmp_path: Path) -> None:
    plain, shown = small.load(tmp_path / "a"), small.load(tmp_path / "b", {"presentation.yaml": NAMES})
    assert plain.version == shown.version
    root = small.write(tmp_path / "c")
    assert load_knowledge_base(root).presentation.project.name is None
    small.write(tmp_path / "c", {"presentation.yaml": NAMES})
    assert load_knowledge_base(root).presentation.project.name == "shop.kind"


def test_the_facts_by_which_a_project_is_known_are_in_its_assessment_and_in_a_new_file(tmp_path: Path) -> None:
    kb = small.load(tmp_path, {"presentation.yaml": f"{NAMES}  phase: shop.kind\n  place: shop.staff\n"})
    found = advise.assess({"shop": {"kind": "bakery"}}, kb, interpreter="evaluate")
    assert (found.name, found.phase) == ("bakery", "bakery")
    assert starter(kb, "en")["shop"] == {"kind": None, "staff": None, "open": None}
    plain = small.load(tmp_path / "plain")
    assert advise.assess({"shop": {"kind": "bakery"}}, plain, interpreter="evaluate").name is None


@pytest.mark.parametrize(
    ("text", "line", "code", "says", "cure"),
    [
        ("project:\n  nmae: shop.kind\n", 2, "K104", "unknown key 'nmae' in project", "Did you mean 'name'?"),
        ("project:\n  name: shop.knd\n", 2, "K108", "name cannot be 'shop.knd'", "Did you mean 'shop.kind'?"),
        (
            "grids:\n  - name: a\n    question: {en: a, ja: a}\n    facts:\n      - shop.open\n      - shelves[].wide\n",
            6, "K108", "facts cannot be 'shelves[].wide'", "",
        ),
        (
            "grids:\n  - name: a\n    question: {en: a, ja: a}\n    facts:\n      - shelves[].wide\n      - jars[].full\n",
            6, "K108", "facts cannot be 'jars[].full'", "",
        ),
        (
            "project:\n  phase: shop.kind\nahead:\n  bakry: {en: a, ja: a}\n",
            4, "K104", "unknown key 'bakry' in ahead", "Did you mean 'bakery'?",
        ),
        ("memo:\n  - table: {}\n", 2, "K701", "a part of memo is a ledger, a chain or chances", "Write `- ledger:`"),
        ("memo:\n  - ledger:\n      family: shelf\n", 3, "K108", "family cannot be 'shelf'", ""),
        ("comparison:\n  areas: [shp]\n", 2, "K108", "areas cannot be 'shp'", "Did you mean 'shop'?"),
        ("comparison:\n  family: shelves\n", 2, "K108", "family cannot be 'shelves'", ""),
        (
            "comparison:\n  texts:\n    title:\n      en: '{m} shops'\n      ja: '{n}'\n",
            4, "K702", "nothing can be filled in for {m}", "Allowed: {n}.",
        ),
        (
            "comparison:\n  texts:\n    kind:\n      en: '{'\n      ja: a\n",
            4, "K702", "nothing can be filled in for {{}", "Allowed: no braces.",
        ),
        ("comparison:\n  texts:\n    kind:\n      en: a\n", 4, "K105", "the text 'kind' has no 'ja'", "Add 'ja:'."),
        ("comparison:\n  texts:\n    knid:\n      en: a\n      ja: a\n", 3, "K104", "unknown key 'knid'", "'kind'?"),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_is_told_with_its_place_and_a_cure(
    text: str, line: int, code: str, says: str, cure: str, tmp_path: Path
) -> None:
    problem = next(
        one for one in small.problems(tmp_path, {"presentation.yaml": text}) if one.message["en"].startswith(says)
    )
    assert problem.place is not None
    assert (problem.code, problem.place.line) == (code, line)
    assert Path(problem.place.file).name == "presentation.yaml"
    assert cure in (problem.cure or {"en": ""})["en"]
    assert problem.message["ja"] != problem.message["en"]


def test_a_family_is_compared_only_with_all_that_is_said_about_it(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    import shutil

    shutil.copytree(kb.folder, tmp_path / "rules", ignore=shutil.ignore_patterns("compiled"))
    path = tmp_path / "rules" / "presentation.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    best.none:\n", "    best.no:\n"), encoding="utf-8")
    with pytest.raises(advise.ProblemsError) as error:
        load_knowledge_base(tmp_path / "rules", use_cache=False)
    assert [problem.message["en"] for problem in error.value.problems] == [
        "texts has no 'best.none'",
        "unknown key 'best.no' in texts",
    ]


def test_the_page_on_the_rule_language_names_every_key() -> None:
    page = (Path(advise.__file__).parent / "docs" / "rule-language.md").read_text(encoding="utf-8")
    section = page.partition("## What is shown\n")[2].partition("\n## ")[0]
    kinds = (ProjectFacts, Ledger, LedgerColumn, Tick, Chain, Origin, Link, Chances, Stop, ComparisonLayout)
    names = {name for kind in kinds for name in kind.__struct_fields__} - {"title"}
    assert [name for name in sorted(names) if f"`{name}`" not in section and f"  {name}: " not in section] == []
