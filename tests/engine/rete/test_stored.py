"""A program comes back from its JSON as it was, and only for the knowledge base that it was made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random

import pytest

from advise.engine.knowledge.model import KnowledgeBase
from advise.engine.rete.compile import compile_program
from advise.engine.rete.stored import dump, load

from ..generated import PARAMETERS, knowledge_base


@pytest.mark.parametrize("seed", range(10))
def test_a_program_comes_back_as_it_was(seed: int) -> None:
    kb = knowledge_base(Random(seed))
    program = compile_program(kb)
    assert load(dump(program, kb), kb) == program


def test_the_program_of_the_shipped_rules_comes_back_as_it_was(kb: KnowledgeBase) -> None:
    program = compile_program(kb)
    assert load(dump(program, kb), kb) == program


@pytest.mark.parametrize(
    "change",
    [{"version": "other"}, {"parameters": {**PARAMETERS, "limit": replace(PARAMETERS["limit"], value=0.25)}}],
)
def test_a_program_of_other_rules_or_parameters_is_not_used(change: Mapping[str, object]) -> None:
    kb = knowledge_base(Random(1))
    text = dump(compile_program(kb), kb)
    assert load(text, replace(kb, **change)) is None  # type: ignore[arg-type]


@pytest.mark.parametrize("damaged", ["", "{", "[]", "null", '{"fingerprint": 1}'])
def test_a_damaged_file_is_not_used(damaged: str) -> None:
    assert load(damaged, knowledge_base(Random(1))) is None


def test_every_truncated_file_is_not_used() -> None:
    kb = knowledge_base(Random(2), rules=1)
    text = dump(compile_program(kb), kb)
    assert all(load(text[:length], kb) is None for length in range(0, len(text), 97))
