"""A second knowledge base, on lending libraries, uses every construct: nothing of the article is wired into the engine."""

from __future__ import annotations

import ast
from pathlib import Path
from random import Random
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import advise
from advise.engine.compiled import CompiledKnowledgeBase, compiled
from advise.engine.evaluate import Evaluator
from advise.engine.knowledge import load_knowledge_base
from advise.engine.knowledge.check import reads_of
from advise.engine.language.tree import Comparison, Operator, Quantifier, QuantifierKind, walk
from advise.engine.rete import Rete

from ...knowledge_bases import small
from .. import generated

ENGINE = Path(__file__).resolve().parents[3] / "engine"
WORDS = {"centre"}
"""Names of the shipped knowledge base that are words which say something else here."""
HILLSIDE: dict[str, Any] = {
    "library": {
        "name": "Hillside", "head": "Mori", "open": True, "stage": "running", "media": ["book", "film"], "loan_days": 40,
        "house_rules": ["quiet"],
    },
    "complete": {"books": True},
    "branches": [
        {"id": "north", "lends": True, "books": ["emma", "ghost"], "main_room": "adults"},
        {"id": "south", "name": "South Gate", "lends": False, "books": []},
    ],
    "books": [
        {"id": "emma", "kind": "novel", "copies": 3, "demand": 0.4, "keeper": "Mori"},
        {"id": "akira", "kind": "comic", "copies": 1, "demand": 0.9, "keeper": "Mori"},
        {"id": "persuasion", "kind": "novel", "copies": 4, "demand": 0.3, "keeper": "Mori"},
    ],
    "rooms": {
        "adults": {"heated": False, "seats": 20},
        "children": {"heated": True, "seats": 8, "toys": False},
        "quiet": {"heated": True, "seats": 4},
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def library() -> CompiledKnowledgeBase:
    return compiled(load_knowledge_base(small.LIBRARY))


def found(document: dict[str, Any], kb: CompiledKnowledgeBase) -> set[str]:
    """Return what both interpreters find, written `CODE subject severity`."""
    return {f"{one.code} {one.subject or '-'} {one.severity}" for one in advise.assess(document, kb).findings}


def test_every_operator_and_every_statement_about_lists_is_used(library: CompiledKnowledgeBase) -> None:
    nodes = [node for condition in library.conditions() for node in walk(condition)]
    assert {node.operator for node in nodes if isinstance(node, Comparison)} == set(get_args(Operator))
    assert {node.kind for node in nodes if isinstance(node, Quantifier)} == set(get_args(QuantifierKind))


def test_every_other_construct_is_used(library: CompiledKnowledgeBase) -> None:
    rules = library.rules
    assert {rule.loop.source for rule in rules if rule.loop is not None} == {
        "branches",
        "books",
        "rooms",
        "$popular_kinds",
    }
    assert {rule.kind for rule in rules} == {"finding", "prediction", "strength"}
    assert any(len(rule.severities) > 1 for rule in rules)
    assert any(rule.replaces for rule in rules)
    assert any(rule.causes for rule in rules)
    assert {parameter.band for parameter in library.parameters.values()} == {True, False}
    assert {isinstance(parameter.value, tuple) for parameter in library.parameters.values()} == {True, False}
    assert any(line.members for derivation in library.derivations for line in derivation.lines)


def test_derived_facts_rest_on_derived_facts_in_three_strata(library: CompiledKnowledgeBase) -> None:
    height: dict[str, int] = {}
    for derivation in library.derivations:
        height[derivation.concept] = 1 + max(
            (height[path] for path in reads_of(derivation) if path in height), default=0
        )
    assert max(height.values()) == 3


def test_a_library_is_reviewed(library: CompiledKnowledgeBase) -> None:
    assert found(HILLSIDE, library) == {
        "LEN-03 branches/south major", "LEN-04 - minor", "LEN-05 - info", "ROO-01 rooms/adults major", "ROO-03 - minor",
        "STO-01 comic major", "STO-02 - minor", "STO-03 - info", "STO-04 books/akira minor", "STO-04 books/persuasion minor",
        "STO-05 books/emma info", "STO-06 - info",
    }  # fmt: skip
    assessment = advise.assess(HILLSIDE, library)
    assert (assessment.verdict, assessment.verdict_range, assessment.questions) == ("revise", ("revise", "revise"), ())
    titles = {finding.code: finding.title for finding in assessment.findings}
    assert titles["LEN-03"] == {
        "en": "The branch South Gate has nothing to lend",
        "ja": "分館「South Gate」に貸すものがありません",
    }
    assert titles["STO-01"] == {"en": "There is no comic to borrow", "ja": "借りられる漫画がありません"}


def test_one_changed_fact_changes_what_follows_from_it(library: CompiledKnowledgeBase) -> None:
    def changed(*way: str | int, value: Any) -> set[str]:
        import copy

        document = copy.deepcopy(HILLSIDE)
        at: Any = document
        for part in way[:-1]:
            at = at[part]
        at[way[-1]] = value
        return found(document, library)

    before = found(HILLSIDE, library)
    assert changed("library", "open", value=False) - before == {"LEN-01 - blocker"}
    assert before - changed("library", "open", value=False) == {"LEN-05 - info"}
    assert changed("branches", 0, "lends", value=False) - before == {"LEN-02 - blocker"}
    assert before - changed("branches", 0, "lends", value=False) == {"LEN-03 branches/south major"}
    assert before - changed("library", "loan_days", value=14) == {"LEN-04 - minor"}
    assert changed("books", 0, "kind", value="comic") - before == {"STO-05 books/akira info"}
    assert before - changed("books", 0, "kind", value="comic") == {"STO-01 comic major", "STO-05 books/emma info"}
    assert before - changed("books", 1, "copies", value=2) == {"STO-01 comic major", "STO-02 - minor", "LEN-05 - info"}
    assert changed("rooms", "quiet", "heated", value=False) - before == {"ROO-02 - major"}
    assert before - changed("rooms", "quiet", "heated", value=False) == {"ROO-01 rooms/adults major"}


def test_a_fine_library_is_told_its_strength(library: CompiledKnowledgeBase) -> None:
    import copy

    document = copy.deepcopy(HILLSIDE)
    document["library"] |= {"media": ["book", "film", "game"], "loan_days": 14}
    document["branches"] = [{"id": "north", "lends": True, "books": ["emma", "akira"], "main_room": "adults"}]
    document["books"] = [
        {"id": "emma", "kind": "novel", "copies": 3, "demand": 0.4, "keeper": "Ito"},
        {"id": "akira", "kind": "comic", "copies": 2, "demand": 0.9, "keeper": "Ito"},
    ]
    document["rooms"]["adults"]["heated"] = document["rooms"]["children"]["toys"] = True
    assert found(document, library) == {"LEN-06 - info"}
    assert advise.assess(document, library).verdict == "proceed"


def test_nothing_is_found_where_nothing_is_known(library: CompiledKnowledgeBase) -> None:
    assessment = advise.assess({}, library)
    assert (assessment.findings, assessment.verdict, assessment.verdict_range) == (
        (),
        "insufficient_information",
        ("hold", "proceed"),
    )
    assert {question.fact for question in assessment.questions if question.must_know} == {
        "branches",
        "library.stage",
        "rooms.*.heated",
    }


@settings(max_examples=60)
@given(seed=st.integers(0, 2**32))
def test_both_interpreters_conclude_the_same_about_any_library(seed: int) -> None:
    random = Random(seed)
    kb = compiled(load_knowledge_base(small.LIBRARY))
    with Rete(kb) as rete:
        for _ in range(3):
            memory = generated.project(random, kb.vocabulary)
            assert rete.run(memory) == Evaluator(kb).run(memory)


def test_no_name_of_the_article_stands_in_the_code_of_the_engine(kb: CompiledKnowledgeBase) -> None:
    names = {
        *kb.owners, *kb.areas, *kb.parameters, *kb.vocabulary.facts, *kb.vocabulary.concepts, *kb.vocabulary.lists,
        *(listed.element for listed in kb.vocabulary.lists.values()), *(rule.code for rule in kb.rules),
    } - WORDS  # fmt: skip
    for path in ENGINE.rglob("*.py"):
        wired = [text for text in constants(path) if text in names]
        assert wired == [], path


def constants(path: Path) -> list[str]:
    """Return the texts in the code of a module, docstrings left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return [
        node.value for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
    ]  # fmt: skip
