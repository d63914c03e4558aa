"""Rulesets of durable-rules, packed so that no limit of the engine is met."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .names import INDEX, TYPE, demand_distinct, mark_of_unknown
from .native import PHASE, TICK
from .patterns import EngineRule
from .program import Chunk, Step, Stratum

_PATHS = 60
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
        if len(self.rules) >= _RULES or any(self.paths.get(name, 0) >= _PATHS for name in rule.relations):
            return False
        if sum(self.paths.values()) + sum(paths for paths, _ in rule.kinds.values()) > _PATHS_IN_ALL:
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
        names = {name for names in self.names.values() for name in names}
        demand_distinct([TYPE, INDEX, *names, *map(mark_of_unknown, names)])
        definition = ",".join([*(f'"{rule.name}":{rule.text}' for rule in self.rules), _TICK])
        kinds = {kind: tuple(sorted(names)) for kind, names in self.names.items()}
        relations = tuple(dict.fromkeys(name for rule in self.rules for name in rule.relations))
        return Chunk(f"{{{definition}}}", kinds, relations, {rule.name: rule.match for rule in self.rules})


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
