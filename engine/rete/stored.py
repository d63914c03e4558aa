"""A program as text and back, so that a cold start need not compile.

One line of JSON, and a line for the definition of each ruleset, which only the engine reads. Nothing in it is executed
when it is read.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from ..knowledge import cache
from ..knowledge.model import KnowledgeBase
from ..language.tree import Comparison, Fact
from ..later import Later
from .program import (
    Carried,
    Chunk,
    Column,
    ConceptColumn,
    Derivation,
    Match,
    Outcome,
    Program,
    Quantified,
    Relation,
    StatedColumn,
    Step,
    Stratum,
    Target,
    TruthColumn,
    Unit,
)


def program_of(kb: KnowledgeBase) -> Program:
    """Return the program of a knowledge base: the one that is kept, else compiled, and kept where the base is.

    Raises:
        Unsupported: A rule cannot be expressed.
    """
    key = kb.cache_key
    text = cache.read("rete", key) if key is not None else None
    program = load(text) if text is not None else None
    if program is None:
        from .compile import compile_program

        program = compile_program(kb)
        if key is not None:
            cache.write("rete", key, dump(program))
    return program


def dump(program: Program) -> str:
    """Return a program as text."""
    stored = {
        "units": [unit.sources for unit in program.units],
        "columns": [_dump_column(column) for column in program.columns],
        "relations": [[entry.name, _dump_comparison(entry.comparison), entry.sources] for entry in program.relations],
        "strata": [
            [[_dump_chunk(chunk) for chunk in stratum.chunks], [_dump_step(step) for step in stratum.steps]]
            for stratum in program.strata
        ],
        "outcomes": [[entry.code, entry.source, entry.unit, entry.severities] for entry in program.outcomes],
    }
    definitions = [chunk.definition for stratum in program.strata for chunk in stratum.chunks]
    return "\n".join([json.dumps(stored, ensure_ascii=False, separators=(",", ":")), *definitions])


def load(text: bytes) -> Program | None:
    """Return a stored program, or None when it cannot be read."""
    try:
        first, *definitions = text.decode().split("\n")
        stored = json.loads(first)
        following = iter(definitions).__next__
        return Program(
            tuple([Unit(number, tuple(sources)) for number, sources in enumerate(stored["units"])]),
            tuple([_load_column(entry) for entry in stored["columns"]]),
            tuple(
                [
                    Relation(name, _load_comparison(comparison), (left, right))
                    for name, comparison, (left, right) in stored["relations"]
                ]
            ),
            tuple(
                [
                    Stratum(
                        tuple([_load_chunk(entry, following) for entry in chunks]),
                        tuple([_load_step(entry) for entry in steps]),
                    )
                    for chunks, steps in stored["strata"]
                ]
            ),
            tuple(
                [
                    Outcome(code, source, unit, tuple([(severity, number) for severity, number in severities]))
                    for code, source, unit, severities in stored["outcomes"]
                ]
            ),
        )
    except (ValueError, LookupError, TypeError, StopIteration, RecursionError):
        return None


def _dump_fact(fact: Fact) -> list[Any]:
    return [fact.path, fact.variable, fact.member, fact.attribute]


def _dump_comparison(node: Comparison) -> list[Any]:
    if isinstance(node.right, Fact):
        return [_dump_fact(node.left), node.operator, "fact", _dump_fact(node.right)]
    return [_dump_fact(node.left), node.operator, "list" if isinstance(node.right, tuple) else "value", node.right]


def _load_comparison(stored: list[Any]) -> Comparison:
    left, operator, kind, right = stored
    value = Fact(*right) if kind == "fact" else tuple(right) if kind == "list" else right
    return Comparison(Fact(*left), operator, value)


def _dump_column(column: Column) -> list[Any]:
    if isinstance(column, StatedColumn):
        return ["stated", column.source, column.name, _dump_fact(column.fact), column.form]
    kind = "truth" if isinstance(column, TruthColumn) else "concept"
    return [kind, column.source, column.name, _dump_comparison(column.comparison)]


def _load_column(stored: list[Any]) -> Column:
    kind, source, name, what, *form = stored
    if kind == "stated":
        return StatedColumn(source, name, Fact(*what), *form)
    column = TruthColumn if kind == "truth" else ConceptColumn
    return column(source, name, _load_comparison(what))


def _dump_chunk(chunk: Chunk) -> list[Any]:
    matches = {name: [match.unit, match.bound] for name, match in chunk.matches.items()}
    return [chunk.kinds, chunk.relations, matches]


def _load_chunk(stored: list[Any], definition: Callable[[], str]) -> Chunk:
    kinds, relations, matches = stored
    return Chunk(
        definition(),
        {source: tuple(names) for source, names in kinds.items()},
        tuple(relations),
        Later(matches, lambda name: _load_match(*matches[name])),
    )


def _load_match(unit: int, bound: list[list[str] | None]) -> Match:
    return Match(unit, tuple([None if entry is None else (entry[0], entry[1]) for entry in bound]))


def _dump_step(step: Step) -> list[Any]:
    if isinstance(step, Derivation):
        columns = [_dump_column(column) for column in step.columns]
        return ["derivation", step.concept, step.attribute, step.source, step.lines, columns]
    target = [step.target.name, step.target.sources]
    if isinstance(step, Carried):
        return ["carried", target, step.unit]
    measure = None if step.measure is None else _dump_fact(step.measure)
    rest = [step.operator, step.bound, step.minimum, step.maximum]
    return ["quantified", target, step.kind, step.source, step.unit, measure, *rest]


def _load_step(stored: list[Any]) -> Step:
    kind, *rest = stored
    if kind == "derivation":
        concept, attribute, source, lines, columns = rest
        loaded = tuple(column for entry in columns if isinstance(column := _load_column(entry), ConceptColumn))
        return Derivation(concept, attribute, source, tuple((value, unit) for value, unit in lines), loaded)
    name, sources = rest[0]
    target = Target(name, tuple(sources))
    if kind == "carried":
        return Carried(target, rest[1])
    quantifier, source, unit, measure, *numbers = rest[1:]
    return Quantified(target, quantifier, source, unit, None if measure is None else Fact(*measure), *numbers)
