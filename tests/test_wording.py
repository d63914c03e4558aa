"""One word for one thing: no text that people read uses a word that `docs/glossary.md` replaces."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
Text = tuple[str, int, str]  # where it stands, its line, the text


def of_code() -> Iterator[Text]:
    """Every Japanese literal of the program, and the English ones beside them; words that it only recognises are left out."""
    for path in sorted({*ROOT.glob("*.py"), *(ROOT / "engine").rglob("*.py"), *(ROOT / "reports").rglob("*.py")}):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        recognised: set[ast.expr | None] = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.Dict):
                recognised |= {key for key in node.keys if len(literal(key)) < 10}
            elif isinstance(node, (ast.Set, ast.Compare)):
                recognised |= {part for part in ast.walk(node) if isinstance(part, ast.Constant)}
            elif isinstance(node, ast.Expr):
                recognised.add(node.value)  # a docstring
        for node in ast.walk(tree):
            parts = [
                part for part in ast.iter_child_nodes(node) if isinstance(part, ast.expr) and part not in recognised
            ]
            if not any(JAPANESE.search(literal(part)) for part in parts):
                continue
            for part in parts:
                if JAPANESE.search(literal(part)) or " " in literal(part):
                    yield path.relative_to(ROOT).as_posix(), part.lineno, literal(part)


def literal(node: ast.expr | None) -> str:
    """Return the text of a literal, of an f-string without what it fills in; nothing for anything else."""
    if isinstance(node, ast.JoinedStr):
        return "…".join(literal(part) for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def of_data() -> Iterator[Text]:
    """Every text of the rules, in both languages."""
    for path in sorted((ROOT / "rules").rglob("*.yaml")):
        nodes = [yaml.compose(path.read_text(encoding="utf-8"))]
        while nodes:
            node = nodes.pop()
            if isinstance(node, yaml.SequenceNode):
                nodes.extend(node.value)
            elif isinstance(node, yaml.MappingNode):
                nodes.extend(value for _, value in node.value)
                for key, value in node.value:
                    leaves = value.value if isinstance(value, yaml.SequenceNode) else [value]
                    for leaf in leaves if key.value in {"ja", "en"} else ():
                        if isinstance(leaf, yaml.ScalarNode):
                            yield path.relative_to(ROOT).as_posix(), leaf.start_mark.line + 1, leaf.value


def of_scenarios() -> Iterator[Text]:
    """Every Japanese line of the scenarios, and every Japanese form of their sentences."""
    for path in sorted({*(ROOT / "features").glob("*.feature"), ROOT / "features/phrases.ja.yaml"}):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if JAPANESE.search(line):
                yield path.relative_to(ROOT).as_posix(), number, line


def replaced() -> dict[str, list[str]]:
    """Return each word that the glossary replaces, with the phrases in which it may stand."""
    rows = [line.split("|")[1:-1] for line in (ROOT / "docs/glossary.md").read_text(encoding="utf-8").splitlines()[7:]]
    words: dict[str, list[str]] = {}
    for row in rows[1:]:
        for cell in (row[2], row[4]):
            for word, _, phrases in re.findall(r"([^(,]+?)\s*(\(but ([^|]+?)\))?\s*(?:,|$)", cell.strip()):
                words[word.strip()] = [phrase.strip() for phrase in phrases.split(",") if phrase.strip()]
    return words


TEXTS = [*of_code(), *of_data(), *of_scenarios()]


def test_texts_of_both_languages_are_read_from_code_and_data() -> None:
    for folder in ("engine/", "reports/", "rules/"):
        ours = [text for place, _, text in TEXTS if place.startswith(folder)]
        japanese = sum(bool(JAPANESE.search(text)) for text in ours)
        assert min(japanese, len(ours) - japanese) > 20, folder


def test_japanese_texts_are_read_from_the_scenarios() -> None:
    assert sum(place.startswith("features/") for place, _, _ in TEXTS) > 1000


@pytest.mark.parametrize("word", replaced())
def test_no_text_uses_a_word_that_the_glossary_replaces(word: str) -> None:
    phrases = replaced()[word]
    found = []
    for place, line, text in TEXTS:
        for phrase in phrases:
            text = text.replace(phrase, "")
        if word in text if JAPANESE.search(word) else re.search(rf"\b{re.escape(word)}\b", text):
            found.append(f"{place}:{line}: {text}")
    assert not found, "\n".join(found)
