"""A program as JSON and back, so that a cold start need not compile.

Text and plain data only: nothing in it is executed when it is read. Where it is kept is not decided here.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from ..knowledge.model import KnowledgeBase
from ..language.tree import Comparison, Fact
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

FORMAT = 1
"""Raised whenever programs of the same knowledge base come to look different."""


def fingerprint(kb: KnowledgeBase) -> str:
    """Return what a program depends on: the knowledge base, the parameters of a profile, and this format."""
    parameters = sorted((name, repr(parameter.value)) for name, parameter in kb.parameters.items())
    return hashlib.sha256(repr((FORMAT, kb.version, parameters)).encode()).hexdigest()[:16]


def dump(program: Program, kb: KnowledgeBase) -> str:
    """Return a program as JSON."""
    stored = {
        "fingerprint": fingerprint(kb),
        "units": [unit.sources for unit in program.units],
        "columns": [_dump_column(column) for column in program.columns],
        "relations": [[entry.name, _dump_comparison(entry.comparison), entry.sources] for entry in program.relations],
        "strata": [
            [[_dump_chunk(chunk) for chunk in stratum.chunks], [_dump_step(step) for step in stratum.steps]]
            for stratum in program.strata
        ],
        "outcomes": [[entry.code, entry.source, entry.unit, entry.severities] for entry in program.outcomes],
    }
    return json.dumps(stored, ensure_ascii=False, separators=(",", ":"))


def load(text: str | bytes, kb: KnowledgeBase) -> Program | None:
    """Return a stored program, or None when it is not one of this knowledge base or cannot be read."""
    try:
        stored = json.loads(text)
        if stored["fingerprint"] != fingerprint(kb):
            return None
        return Program(
            tuple(Unit(number, tuple(sources)) for number, sources in enumerate(stored["units"])),
            tuple(_load_column(entry) for entry in stored["columns"]),
            tuple(
                Relation(name, _load_comparison(comparison), (left, right))
                for name, comparison, (left, right) in stored["relations"]
            ),
            tuple(
                Stratum(tuple(_load_chunk(entry) for entry in chunks), tuple(_load_step(entry) for entry in steps))
                for chunks, steps in stored["strata"]
            ),
            tuple(
                Outcome(code, source, unit, tuple((severity, number) for severity, number in severities))
                for code, source, unit, severities in stored["outcomes"]
            ),
        )
    except (ValueError, KeyError, TypeError, IndexError):
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
        return ["stated", column.source, column.name, _dump_fact(column.fact), column.number]
    kind = "truth" if isinstance(column, TruthColumn) else "concept"
    return [kind, column.source, column.name, _dump_comparison(column.comparison)]


def _load_column(stored: list[Any]) -> Column:
    kind, source, name, what, *number = stored
    if kind == "stated":
        return StatedColumn(source, name, Fact(*what), *number)
    column = TruthColumn if kind == "truth" else ConceptColumn
    return column(source, name, _load_comparison(what))


def _dump_chunk(chunk: Chunk) -> list[Any]:
    matches = {name: [match.unit, match.certain, match.bound] for name, match in chunk.matches.items()}
    return [chunk.definition, chunk.kinds, chunk.relations, matches]


def _load_chunk(stored: list[Any]) -> Chunk:
    definition, kinds, relations, matches = stored
    return Chunk(
        definition,
        {source: tuple(names) for source, names in kinds.items()},
        tuple(relations),
        {
            name: Match(unit, certain, tuple([entry and (entry[0], entry[1]) for entry in bound]))
            for name, (unit, certain, bound) in matches.items()
        },
    )


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
