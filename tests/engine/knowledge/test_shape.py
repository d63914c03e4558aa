"""What is wrong with the shape of a rule file is said in each language with that language's words."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from advise.engine.knowledge import shape
from advise.engine.knowledge.shape import ProblemCollector, in_japanese, mapping, text, texts
from advise.engine.reading.yaml_reader import Node, read_yaml

CALLS = {"mapping", "fields", "items", "text", "texts", "words", "flag", "number"}


def node(written: str) -> Node:
    found = read_yaml(written, "rule.yaml", lambda problem: pytest.fail(str(problem)))
    assert found is not None
    return found


def parts() -> list[str]:
    """Return what the package calls the parts of files, with something in place of the names."""
    found = []
    for path in sorted(Path(shape.__file__).parent.glob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in CALLS:
                what = call.args[2] if len(call.args) > 2 else None
                if isinstance(what, ast.Constant):
                    found.append(str(what.value))
                elif isinstance(what, ast.JoinedStr):
                    pieces = [one.value if isinstance(one, ast.Constant) else "G1" for one in what.values]
                    found.append("".join(map(str, pieces)))
    return found


@pytest.mark.parametrize("what", sorted({*parts(), "the title", "the severity note"}))
def test_parts_have_a_japanese_name_without_english_words(what: str) -> None:
    named = in_japanese(what)
    assert not named.startswith(("the ", "a ", "an "))
    assert not re.search("[a-z] [a-z]", named)


def test_a_text_in_the_wrong_kind_is_told_by_its_key() -> None:
    report = ProblemCollector()
    texts(node("en: 1\nja: ''\n"), report, "the title")
    assert [problem.message["ja"] for problem in report.problems] == [
        "title (en) は文字で書きます",
        "title の ja が空です",
    ]
    assert all(problem.cure for problem in report.problems)


def test_what_is_no_mapping_is_told_with_a_cure() -> None:
    report = ProblemCollector()
    mapping(node("- a\n"), report, "the parameter 'least'")
    (problem,) = report.problems
    assert (problem.code, problem.message["ja"]) == ("K103", "目安 'least' は「キー: 値」の形で書きます")
    assert problem.cure is not None


def test_a_key_keeps_its_name() -> None:
    report = ProblemCollector()
    text(node("- a\n"), report, "severity")
    assert report.problems[0].message["ja"] == "severity は文字で書きます"
