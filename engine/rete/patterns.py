"""One branch of a condition as a rule of durable-rules: a list of patterns in JSON.

A rule about several durable facts waits for the phase, which is its first pattern and is asserted last. One that is
about a single fact does without: it can neither miss nor deny another one, and each pattern costs the engine 2 kB in a
ruleset and 10 kB in a run. Relations come before the elements that they relate, so that the engine follows them instead
of trying every combination. In a pattern, joins stand before anything with alternatives, and the last one is written
twice: the engine misreads anything else. Rules are packed into rulesets so that no limit of the engine is met.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from .formula import NOTHING, Branch, Related
from .native import (
    INDEX,
    PHASE,
    PROJECT,
    PROJECT_KIND,
    TICK,
    TYPE,
    demand_distinct,
    denied_kind,
    encode,
    mark_of_unknown,
)
from .program import Chunk, Match, ProgramStep, Stratum, Unit

_GROUPS = 13
"""Conjunctions and disjunctions in one pattern: the engine keeps at most 32 marks of their begin and end."""
_PATTERNS = 15
_PATHS = 30
_PATHS_ALONE = 3
"""Paths through the only pattern of a rule, which fires once for each of them that is open."""
_PHASE = f'{{"{PHASE}":{{"{TYPE}":"{PHASE}"}}}}'
_SHARED = '"dist":0,'

VariablePlaces: TypeAlias = "dict[str, tuple[str, str]]"
"""For each variable the alias and the attribute where the place of its element stands."""


class Pending(NamedTuple):
    """A unit with the branches of its condition.

    Attributes:
        stratum: The first stratum in which everything that it reads is known.
        last: Whether nothing reads it, so that it can wait for the last one.
    """

    unit: Unit
    variables: tuple[str, ...]
    branches: list[Branch]
    stratum: int
    last: bool


class EngineRule(NamedTuple):
    """One rule of the engine, not yet in a ruleset.

    Attributes:
        kinds: How many paths it takes through the durable facts of each source, and the attributes it reads of them.
        relations: The kinds of the durable facts that it reads for relations.
    """

    name: str
    text: str
    kinds: dict[str, tuple[int, frozenset[str]]]
    relations: tuple[str, ...]
    match: Match


def fits(found: Sequence[Branch]) -> bool:
    """Tell whether the engine can take every branch as a rule."""
    return all(
        len(branch.tests) + len(branch.relations) < _PATTERNS
        and all(test.groups <= _GROUPS and test.paths <= _PATHS for test in branch.tests.values())
        for branch in found
    )


def engine_rule(pending: Pending, number: int, branch: Branch) -> EngineRule:
    """Write one branch as a rule of the engine."""
    sources = dict(zip(pending.variables, pending.unit.sources, strict=True))
    positive = _connected([related for related, holds in branch.relations if holds])
    negative = [related for related, holds in branch.relations if not holds]
    bound: VariablePlaces = {}
    kinds: dict[str, tuple[int, frozenset[str]]] = {}
    patterns = [_PHASE]
    if PROJECT in branch.tests:
        patterns.append(_element_pattern(PROJECT, PROJECT, branch, bound, kinds))
    for place, related in enumerate(positive):
        patterns.append(_relation_pattern(f"~r{place}", related, bound))
    named = {variable for related in negative for variable in related.variables}
    for variable, source in sources.items():
        if variable in branch.tests or (variable in named and variable not in bound):
            patterns.append(_element_pattern(variable, source, branch, bound, kinds))
    for place, related in enumerate(negative):
        patterns.append(_absence_pattern(f"~n{place}", related, bound))
    relations = (*(entry.relation for entry in positive), *(denied_kind(entry.relation) for entry in negative))
    elements = [source for variable, source in sources.items() if variable in branch.tests or variable in named]
    if len(patterns) == 2 and not negative and all(paths <= _PATHS_ALONE for paths, _ in kinds.values()):
        del patterns[0]
    # unless it is told otherwise, the engine lets no durable fact stand in two patterns of one match
    alone = len({*relations, *elements}) == len(relations) + len(elements)
    return EngineRule(
        f"{pending.unit.number} {number}",
        f'{{{"" if alone else _SHARED}"all":[{",".join(patterns)}]}}',
        kinds,
        relations,
        Match(pending.unit.number, tuple(bound.get(variable) for variable in pending.variables)),
    )


def _connected(relations: Sequence[Related]) -> list[Related]:
    """Order relations so that each, where it can, shares a variable with an earlier one."""
    waiting, found, seen = list(relations), [], set[str]()
    while waiting:
        chosen = next((entry for entry in waiting if seen & set(entry.variables)), waiting[0])
        waiting.remove(chosen)
        found.append(chosen)
        seen.update(chosen.variables)
    return found


def _element_pattern(
    variable: str, source: str, branch: Branch, bound: VariablePlaces, kinds: dict[str, tuple[int, frozenset[str]]]
) -> str:
    """Write the pattern of an element (or the project), and note what it reads and where it is bound."""
    test = branch.tests.get(variable, NOTHING)
    paths, names = kinds.get(source, (0, frozenset()))
    kinds[source] = paths + test.paths, names | {name for owner, name in branch.names if owner == variable}
    joins = [_join(INDEX, bound[variable])] * 2 if variable in bound else []
    if variable != PROJECT:
        bound.setdefault(variable, (variable, INDEX))
    # an attribute belongs to one kind, and a test of it fails where it is absent
    parts = test.parts if test.parts and not joins else (_type(source or PROJECT_KIND), *joins, *test.parts)
    text = parts[0] if len(parts) == 1 else f'{{"$and":[{",".join(parts)}]}}'
    return f"{{{encode(variable or PROJECT_KIND)}:{text}}}"


def _relation_pattern(alias: str, related: Related, bound: VariablePlaces) -> str:
    """Write the pattern of a relation that holds, and note what it binds."""
    joins = _joins(related, bound)
    for place, name in enumerate(related.variables):
        bound.setdefault(name, (alias, str(place)))
    parts = ",".join((_type(related.relation), *joins))
    return f'{{"{alias}":{{"$and":[{parts}]}}}}'


def _absence_pattern(alias: str, related: Related, bound: VariablePlaces) -> str:
    """Write the pattern of a relation that does not hold."""
    parts = ",".join((_type(denied_kind(related.relation)), *_joins(related, bound)))
    return f'{{"{alias}$not":{{"$and":[{parts}]}}}}'


def _joins(related: Related, bound: VariablePlaces) -> list[str]:
    joins = [_join(str(place), bound[name]) for place, name in enumerate(related.variables) if name in bound]
    return joins + joins[-1:]


def _type(kind: str) -> str:
    return f'{{"{TYPE}":{encode(kind)}}}'


def _join(name: str, where: tuple[str, str]) -> str:
    alias, attribute = where
    return f'{{"{name}":{{{encode(alias)}:"{attribute}"}}}}'


_PATHS_IN_ONE = 60
"""Paths through one kind in a ruleset: the engine follows at most 64 at once."""
_PATHS_IN_ALL = 400
"""Paths through all kinds: the engine takes at most 511 tests that begin a pattern."""
_RULES = 200
_NAMES = 200
"""Attributes of a durable fact: the engine reads at most 251."""
_TICK = f'"{TICK}":{{"all":[{{"{PHASE}":{{"{TYPE}":"{PHASE}"}}}}]}}'


class _Box:
    """A ruleset that is being filled."""

    def __init__(self) -> None:
        self.rules: list[EngineRule] = []
        self.paths: dict[str, int] = {}
        self.names: dict[str, frozenset[str]] = {}

    def takes(self, rule: EngineRule) -> bool:
        if len(self.rules) >= _RULES or any(self.paths.get(name, 0) >= _PATHS_IN_ONE for name in rule.relations):
            return False
        if sum(self.paths.values()) + sum(paths for paths, _ in rule.kinds.values()) > _PATHS_IN_ALL:
            return False
        return all(
            self.paths.get(kind, 0) + paths <= _PATHS_IN_ONE
            and len(self.names.get(kind, frozenset()) | names) <= _NAMES
            for kind, (paths, names) in rule.kinds.items()
        )

    def add(self, rule: EngineRule) -> None:
        self.rules.append(rule)
        for kind, (paths, names) in rule.kinds.items():
            self.paths[kind] = self.paths.get(kind, 0) + paths
            self.names[kind] = self.names.get(kind, frozenset()) | names
        for name in rule.relations:
            self.paths[name] = self.paths.get(name, 0) + 1

    def chunk(self) -> Chunk:
        names = {name for names in self.names.values() for name in names}
        demand_distinct([TYPE, INDEX, *names, *map(mark_of_unknown, names)])
        definition = ",".join([*(f'"{rule.name}":{rule.text}' for rule in self.rules), _TICK])
        kinds = {kind: tuple(sorted(names)) for kind, names in self.names.items()}
        relations = tuple(dict.fromkeys(name for rule in self.rules for name in rule.relations))
        return Chunk(f"{{{definition}}}", kinds, relations, {rule.name: rule.match for rule in self.rules})


def strata(rules: Sequence[list[EngineRule]], steps: Sequence[list[ProgramStep]]) -> tuple[Stratum, ...]:
    """Pack the rules of each stratum into rulesets."""
    return tuple(Stratum(tuple(_packed(found)), tuple(after)) for found, after in zip(rules, steps, strict=True))


def _packed(rules: Iterable[EngineRule]) -> list[Chunk]:
    """Fill rulesets, where possible with rules that read the same durable facts."""
    boxes: list[_Box] = []
    for rule in sorted(rules, key=lambda rule: (sorted(rule.kinds, reverse=True), rule.relations)):
        open_boxes = [box for box in boxes if box.takes(rule)]
        if not open_boxes:
            boxes.append(_Box())
            open_boxes = boxes[-1:]
        best = min(open_boxes, key=lambda box: sum(kind not in box.paths for kind in (*rule.kinds, *rule.relations)))
        best.add(rule)
    return [box.chunk() for box in boxes]
