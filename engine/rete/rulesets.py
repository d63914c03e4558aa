"""From branches to rulesets: the JSON that durable-rules reads, packed so that no limit of the engine is met.

Every rule waits for the phase, which is its first pattern and is asserted last. Joins stand only in the patterns of
relations, without alternatives beside them, and the last join is written twice: the engine misreads anything else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .expressions import NOTHING, Expression, Want
from .formula import Branch
from .names import INDEX, PROJECT, PROJECT_KIND, TYPE, demand_distinct
from .native import PHASE, TICK, encode, quote
from .program import Chunk, Match, Step, Stratum, Unit

BRANCHES = 8
"""Engine rules that one condition may become; beyond that its parts are settled first."""
_PATHS = 60
"""Patterns of one kind in a ruleset: the engine follows at most 64 at once."""
_RULES = 200
_NAMES = 200
"""Attributes of a durable fact: the engine reads at most 251."""
_GROUPS = 13
"""Conjunctions and disjunctions in one pattern: the engine keeps at most 32 marks of their begin and end."""
_PATTERNS = 15
_PHASE = f'{{"the phase":{{"{TYPE}":"{PHASE}"}}}}'
_TICK = f'"{TICK}":{{"all":[{{"the phase":{{"{TYPE}":"{PHASE}"}}}}]}}'


class Pending(NamedTuple):
    """A unit with the branches of everything that is asked of it.

    Attributes:
        stratum: The first stratum in which everything that it reads is known.
        last: Whether nothing reads it, so that it can wait for the last one.
    """

    unit: Unit
    name: str
    variables: tuple[str, ...]
    wanted: dict[Want, list[Branch]]
    stratum: int
    last: bool


class EngineRule(NamedTuple):
    """One rule of the engine, not yet in a ruleset.

    Attributes:
        kinds: How many paths it takes through the durable facts of each source, and the attributes it reads of them.
        relations: The relations that it reads.
    """

    name: str
    text: str
    kinds: dict[str, tuple[int, frozenset[str]]]
    relations: tuple[str, ...]
    match: Match


class _Box:
    """A ruleset that is being filled."""

    def __init__(self) -> None:
        self.rules: list[EngineRule] = []
        self.paths: dict[str, int] = {}
        self.names: dict[str, frozenset[str]] = {}

    def takes(self, rule: EngineRule) -> bool:
        if len(self.rules) >= _RULES or any(self.paths.get(name, 0) >= _PATHS for name in rule.relations):
            return False
        return all(
            self.paths.get(kind, 0) + paths <= _PATHS and len(self.names.get(kind, frozenset()) | names) <= _NAMES
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
        demand_distinct([TYPE, INDEX, *(name for names in self.names.values() for name in names)])
        definition = ",".join([*(f'"{rule.name}":{rule.text}' for rule in self.rules), _TICK])
        kinds = {kind: tuple(sorted(names)) for kind, names in self.names.items()}
        relations = tuple(dict.fromkeys(name for rule in self.rules for name in rule.relations))
        return Chunk(f"{{{definition}}}", kinds, relations, {rule.name: rule.match for rule in self.rules})


def fits(found: Sequence[Branch]) -> bool:
    """Tell whether the engine can take every branch as a rule."""
    return all(
        len(branch.tests) + len(branch.relations) < _PATTERNS
        and all(test.groups <= _GROUPS and test.paths <= _PATHS // 2 for test in branch.tests.values())
        for branch in found
    )


def engine_rule(pending: Pending, certain: bool, number: int, branch: Branch) -> EngineRule:
    """Write one branch as a rule of the engine."""
    joined = {variable for related, _ in branch.relations for variable in related.variables}
    used = [variable for variable in pending.variables if variable in branch.tests or variable in joined]
    sources = dict(zip(pending.variables, pending.unit.sources, strict=True))
    patterns = [_PHASE]
    kinds: dict[str, tuple[int, frozenset[str]]] = {}
    for variable in ([PROJECT] if PROJECT in branch.tests else []) + used:
        test = branch.tests.get(variable, NOTHING)
        source = sources.get(variable, PROJECT)
        patterns.append(_pattern(variable or PROJECT_KIND, source or PROJECT_KIND, test))
        paths, names = kinds.get(source, (0, frozenset()))
        kinds[source] = paths + test.paths, names | {name for owner, name in branch.names if owner == variable}
    # what a negated pattern refers to must stand before it
    positive = sorted(branch.relations, key=lambda entry: entry[1] in ("false", "not true"))
    for place, (related, want) in enumerate(positive):
        patterns.append(_relation_pattern(f"r{place}", related.relation, related.variables, want))
    # unless it is told otherwise, the engine lets no durable fact stand in two patterns of one match
    alone = len({sources[variable] for variable in used}) == len(used) and len(positive) < 2
    distinct = "" if alone else '"dist":0,'
    name = (
        f"{pending.name} {pending.unit.number} {'certain' if certain else 'possible'}{f' {number}' if number else ''}"
    )
    aliases = tuple(variable if variable in used else None for variable in pending.variables)
    return EngineRule(
        quote(name.replace(".", "/").replace("$", ""))[1:-1],
        f'{{{distinct}"all":[{",".join(patterns)}]}}',
        kinds,
        tuple(related.relation for related, _ in branch.relations),
        Match(pending.unit.number, certain, aliases),
    )


def _pattern(alias: str, kind: str, test: Expression) -> str:
    parts = ",".join((f'{{"{TYPE}":{encode(kind)}}}', *test.parts))
    return f'{{{encode(alias)}:{{"$and":[{parts}]}}}}'


def _relation_pattern(alias: str, relation: str, variables: tuple[str, ...], want: Want) -> str:
    """Write the pattern of a relation: it has no durable fact where it is false, and says `true` where it is certain."""
    joins = [f'{{"{place}":{{{encode(variable)}:"{INDEX}"}}}}' for place, variable in enumerate(variables)]
    certain = ['{"truth":"true"}'] if want in ("true", "not true") else []
    parts = ",".join([f'{{"{TYPE}":{encode(relation)}}}', *certain, *joins, joins[-1]])
    negation = "$not" if want in ("false", "not true") else ""
    return f'{{"{alias}{negation}":{{"$and":[{parts}]}}}}'


def strata(rules: Sequence[list[EngineRule]], steps: Sequence[list[Step]]) -> tuple[Stratum, ...]:
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
