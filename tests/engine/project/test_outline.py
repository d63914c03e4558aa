"""The outline of a document follows from the vocabulary."""

from __future__ import annotations

from pathlib import Path

from advise.engine.knowledge import load_knowledge_base
from advise.engine.knowledge.model import KnowledgeBase
from advise.engine.project.project import Outline, outline

from ...knowledge_bases import small


def at(root: Outline, *way: str) -> Outline:
    for part in way:
        root = root.children[part]
    return root


def test_facts_stand_where_their_paths_say(tmp_path: Path) -> None:
    root = outline(small.load(tmp_path).vocabulary)
    assert set(root.children) == {"shop", "complete", "shelves", "jars", "seasons"}
    open_ = at(root, "shop", "open").fact
    assert open_ is not None
    assert open_.path == "shop.open"


def test_completeness_of_lists_and_open_sets_has_one_key_or_a_brace_for_each_dot(tmp_path: Path) -> None:
    complete = at(outline(small.load(tmp_path).vocabulary), "complete")
    assert set(complete.children) == {"jars", "shop.guests", "shop"}
    assert complete.children["shop.guests"].fact is at(complete, "shop", "guests").fact is not None


def test_a_list_has_the_facts_of_its_elements_and_a_family_its_members(tmp_path: Path) -> None:
    root = outline(small.load(tmp_path).vocabulary)
    shelves = at(root, "shelves")
    assert shelves.listed is not None
    assert shelves.element is not None
    assert set(shelves.element.children) == {"wide", "size", "season", "jars"}
    summer = at(root, "seasons", "summer")
    assert (summer.subject, set(summer.children)) == ("seasons/summer", {"busy"})


def test_a_fact_of_one_member_stands_with_that_member_only() -> None:
    root = outline(load_knowledge_base(small.LIBRARY).vocabulary)
    assert set(at(root, "rooms", "children").children) == {"heated", "seats", "toys"}
    assert set(at(root, "rooms", "quiet").children) == {"heated", "seats"}


def test_what_is_derived_or_a_parameter_has_no_place_in_a_document() -> None:
    root = outline(load_knowledge_base(small.LIBRARY).vocabulary)
    assert "offer" not in at(root, "library").children
    assert not any(key.startswith("$") for key in root.children)


def test_every_fact_of_the_shipped_vocabulary_has_its_place(kb: KnowledgeBase) -> None:
    def facts(node: Outline) -> set[str]:
        inner = [*node.children.values(), *([node.element] if node.element is not None else [])]
        return {node.fact.path} if node.fact is not None else set().union(*map(facts, inner), set())

    assert facts(outline(kb.vocabulary)) == set(kb.vocabulary.facts)
