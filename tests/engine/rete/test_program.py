"""A program comes back from what is kept as it was, and only for the knowledge base that it was made of."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from msgspec import json
from msgspec.structs import replace

from advise.engine.knowledge import KnowledgeBase, load_knowledge_base
from advise.engine.rete import compile
from advise.engine.rete.compile import compile_program
from advise.engine.rete.interpreter import program_of
from advise.engine.rete.program import Program

from ...knowledge_bases import small
from ..generated import knowledge_base


@pytest.mark.parametrize("seed", range(10))
def test_a_program_comes_back_as_it_was(seed: int) -> None:
    kb = knowledge_base(Random(seed))
    program = compile_program(kb)
    assert json.decode(json.encode(program), type=Program) == program


def test_the_program_of_the_shipped_rules_comes_back_as_it_was(kb: KnowledgeBase) -> None:
    program = compile_program(kb)
    assert json.decode(json.encode(program), type=Program) == program


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ADVISE_CACHE", str(tmp_path / "cache"))
    return tmp_path


def test_the_program_of_a_base_that_was_loaded_is_compiled_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = small.write(folder)
    program = program_of(load_knowledge_base(root))
    monkeypatch.setattr(compile, "compile_program", None)
    assert program_of(load_knowledge_base(root)) == program


def test_other_rules_and_other_parameters_have_another_program(folder: Path) -> None:
    size = {"shop/big.yaml": small.rule("shop.staff >= $least", code="SHO-09")}
    first = load_knowledge_base(small.write(folder, size))
    least = {"least": replace(first.parameters["least"], value=7.0)}
    bases = [
        first,
        load_knowledge_base(first.folder, overrides=least),
        replace(first, parameters={**first.parameters, **least}),
        replace(first, rules=first.rules[:1]),
        load_knowledge_base(small.write(folder, {"shop/big.yaml": small.rule("shop.staff >= 3", code="SHO-09")})),
    ]
    for _ in range(2):
        for kb in bases:
            assert program_of(kb) == compile_program(kb)
    assert len(list((folder / "cache").glob("*/rete-*.json"))) == 3


def test_a_damaged_file_is_replaced(folder: Path) -> None:
    kb = load_knowledge_base(small.write(folder))
    program = program_of(kb)
    (path,) = (folder / "cache").glob("*/rete-*.json")
    whole = path.read_bytes()
    for damaged in (b"", whole[:-1], whole.replace(b"units", b"unit?")):
        path.write_bytes(damaged)
        assert program_of(kb) == program
        assert path.read_bytes() == whole
