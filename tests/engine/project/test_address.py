"""The address of a fact: its one spelling is read back as the same fact, whatever stands in an id."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advise.engine.knowledge.model import KnowledgeBase, Vocabulary
from advise.engine.project.address import Address, read_address, subject_of
from advise.engine.project.memory import WorkingMemory

from .. import generated

PIECES = ["a", "é", "市", " ", ".", "/", "[]", "[0]", "=", "*", "$", "~", "#", "items", "a_bool", ".mark", ".name"]
IDS = st.lists(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map("".join).filter(str.strip),
    min_size=1, max_size=5, unique=True,
)  # fmt: skip


def addresses(memory: WorkingMemory, vocabulary: Vocabulary) -> list[Address]:
    """Return everything that can be meant of a project, elements as a whole last."""
    subjects = [
        (source, subject_of(source, one["id"])) for source, elements in memory.elements.items() for one in elements
    ]
    listed = [(source, subject) for source, subject in subjects if not vocabulary.lists[source].members]
    return [
        *(Address(path) for path in (*vocabulary.facts, *vocabulary.concepts, *vocabulary.lists)),
        *(Address(one.path, about) for source, about in subjects for one in vocabulary.definitions() if one.source == source),
        *(Address(f"{source}[].name", subject) for source, subject in listed),
        *(Address(source, subject) for source, subject in listed),
    ]  # fmt: skip


@settings(max_examples=200)
@given(seed=st.integers(0, 2**32), items=IDS, parts=IDS)
def test_a_name_is_read_as_the_fact_that_it_is_the_name_of(seed: int, items: list[str], parts: list[str]) -> None:
    vocabulary = generated.vocabulary()
    memory = generated.project(Random(seed), vocabulary, {"items": items, "parts": parts})
    there = {subject_of(source, element["id"]) for source, elements in memory.elements.items() for element in elements}
    meant: dict[str, Address] = {}
    for address in addresses(memory, vocabulary):
        # Where an element is called as a fact of another one is, that fact is meant.
        assert read_address(str(address), vocabulary, there) == meant.setdefault(str(address), address)
    facts = [address for address in addresses(memory, vocabulary) if address.subject is None or address.attribute]
    assert len(facts) == len({str(address) for address in facts})


@pytest.mark.parametrize(
    ("name", "fact", "subject"),
    [
        ("commitment.by", "commitment.by", None),
        ("kpis", "kpis", None),
        ("complete.portfolio.seeds", "complete.portfolio.seeds", None),
        ("organisations[].kind", "organisations[].kind", None),
        ("organisations/univ/eng.involved", "organisations[].involved", "organisations/univ/eng"),
        ("organisations/本店 [1].kind", "organisations[].kind", "organisations/本店 [1]"),
        ("organisations/a.kind.kind", "organisations[].kind", "organisations/a.kind"),
        ("organisations/city", "organisations", "organisations/city"),
        ("organisations/city.name", "organisations[].name", "organisations/city"),
        ("organisations/city.champion", "organisations[].champion", "organisations/city"),
        ("portfolio.seeds/s1.running", "portfolio.seeds[].running", "portfolio.seeds/s1"),
        ("capitals/human.gap", "capitals.*.gap", "capitals/human"),
        ("capitals.human.gap", "capitals.*.gap", "capitals/human"),
        ("capitals.human.digital_engineers", "capitals.human.digital_engineers", None),
        ("municipality.key_player", "$key_early_kinds.key_player", "municipality"),
    ],
)  # fmt: skip
def test_a_name_means_one_fact(name: str, fact: str, subject: str | None, kb: KnowledgeBase) -> None:
    assert read_address(name, kb.vocabulary) == (fact, subject)


@pytest.mark.parametrize(
    "name",
    ["", "x", "organisations/", "organisations/.kind", "organisations/city.knd", "organisations.city.kind", "capitals/zebra.gap",
     "capitals/human.name", "zebra.key_player", "organisations[0].kind", "commitment.by.x", "$key_early_kinds/municipality"],
)  # fmt: skip
def test_what_nothing_is_called_means_nothing(name: str, kb: KnowledgeBase) -> None:
    assert read_address(name, kb.vocabulary) is None


def test_a_name_that_can_be_read_in_two_ways_means_what_is_there(kb: KnowledgeBase) -> None:
    meant = {
        there: read_address("organisations/a.kind", kb.vocabulary, {f"organisations/{there}"})
        for there in ("a", "a.kind")
    }
    assert meant == {
        "a": ("organisations[].kind", "organisations/a"), "a.kind": ("organisations", "organisations/a.kind")
    }  # fmt: skip
