"""A knowledge base as one Python function: what `Evaluator.run` is once it has run often.

The function concludes what the closures conclude, which define the meaning, and does it as a person would write it: facts
are read once into locals, the rules about one list share one loop, a quantifier is a loop that ends as soon as it can. It
is generated as text and compiled, which takes as long as some hundred runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any as Anything
from typing import TypeAlias, cast

from ..knowledge.model import Derivation, KnowledgeBase, Rule
from ..project.memory import Conclusions, WorkingMemory, settled, told
from .names import Block, Bound, Names, Scope, lines
from .statements import Statements

Run: TypeAlias = "Callable[[WorkingMemory], Conclusions]"

_LOOPS = 20
"""How many loops Python nests. A condition in a rules folder gets there at most."""
_INDENTED = 99
"""How often Python lets a line be indented."""


class _TooDeep(Exception):
    """A condition is nested deeper than Python takes it."""


def generate(kb: KnowledgeBase) -> Run | None:
    """Return the function of a knowledge base; None when a condition is nested deeper than Python takes it."""
    try:
        text, values = source(kb)
    except (_TooDeep, RecursionError):
        return None
    exec(compile(text, "<rules>", "exec"), values)  # noqa: S102 - nothing but our own words, see `names`
    return cast("Run", values["run"])


def source(kb: KnowledgeBase) -> tuple[str, dict[str, Anything]]:
    """Return the text of the function of a knowledge base, and the values that its names stand for."""
    function = _Function(kb)
    return "\n".join(_rendered(function.text())), function.names.values


def _rendered(block: Block, indented: int = 0, loops: int = 0) -> Iterator[str]:
    if indented > _INDENTED or loops > _LOOPS:
        raise _TooDeep
    looping = 0
    for part in block:
        if isinstance(part, str):
            looping = int(part.startswith("for "))
            yield " " * indented + part
        else:
            yield from _rendered(part, indented + 1, loops + looping)


class _Function:
    """Writes the function: derivations in their order, the rules about the project, the rules about each list."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.kb = kb
        self.names = Names()
        self.names.values |= {"Conclusions": Conclusions, "settled": settled, "told": told}
        self.statements = Statements(kb, self.names)

    def text(self) -> Block:
        derivations = {entry.concept: self._derivation(entry) for entry in self.kb.derivations}
        rules = [line for source in self._sources() for line in self._rules(source)]
        body: Block = [
            "known, elements, closed = memory.project.get, memory.elements, memory.closed",
            "outcomes, derived, severities = {}, {}, {}",
            *lines(self.names.head),
        ]
        for concept, block in derivations.items():
            body += [*block, *lines(self.names.after[concept])]
        return ["def run(memory):", [*body, *rules, "return Conclusions(outcomes, derived, severities)"]]

    def _derivation(self, derivation: Derivation) -> Block:
        concept, loop = derivation.concept, derivation.loop
        path = self.names.value(concept)
        if loop is None:
            block, state = self._state(derivation, {})
            return [*block, f"{self.names.derived(concept)} = derived[{path}, None] = {state}"]
        bound = Bound(self.names.new("e"), loop.source)
        block, state = self._state(derivation, {loop.variable: bound})
        id_, states, one = self.names.of_element("", "id", bound), self.names.derived(concept), self.names.new("s")
        block += [f"{one} = derived[{path}, {id_}] = {state}", f"{states}.append({one})"]
        return [f"{states} = []", *self.names.loop(bound, block)]

    def _state(self, derivation: Derivation, scope: Scope) -> tuple[Block, str]:
        """Write the lines of a derivation, and the state that follows from them.

        The first line that is certain gives the value; the values of unknown ones before it stay open.
        """
        value, undecided = self.names.new("v"), self.names.new("v")
        block: Block = [f"{value}, {undecided} = None, ()"]
        for number, line in enumerate(derivation.lines):
            part: Block = []
            tests = self.statements.tests(line.when, scope, part)
            found, open_ = self.names.value(line.value), self.names.value((line.value,))
            part += [
                f"if {tests.holds}:",
                [f"{value} = {found}"],
                f"elif not {tests.fails}:",
                [f"{undecided} += {open_}"],
            ]
            block += part if number == 0 else [f"if {value} is None:", part]
        return block, f"settled({value}, {undecided}) if {undecided} else told({value})"

    def _sources(self) -> list[str | None]:
        return list(dict.fromkeys(None if rule.loop is None else rule.loop.source for rule in self.kb.rules))

    def _rules(self, source: str | None) -> Block:
        """Write the rules that run over one list, in one loop, or those about the project."""
        rules = [rule for rule in self.kb.rules if (None if rule.loop is None else rule.loop.source) == source]
        if source is None:
            return [line for rule in rules for line in self._rule(rule, {}, self.names.value((rule.code, None)))]
        bound, body = Bound(self.names.new("e"), source), cast("Block", [])
        id_ = self.names.of_element("", "id", bound)
        for rule in rules:
            assert rule.loop is not None
            body += self._rule(rule, {rule.loop.variable: bound}, f"{self.names.value(rule.code)}, {id_}")
        unknown = self.names.value({(rule.code, None): None for rule in rules})
        missing = f"if {self.names.elements(source)} is absent:"
        return [missing, [f"outcomes.update({unknown})"], *self.names.loop(bound, body)]

    def _rule(self, rule: Rule, scope: Scope, key: str) -> Block:
        block: Block = []
        tests = self.statements.tests(rule.when, scope, block)
        return [
            *block,
            f"if {tests.holds}:",
            [f"outcomes[{key}] = True", *self._severity(rule, scope, key)],
            f"elif {tests.fails}:",
            [f"outcomes[{key}] = False"],
            "else:",
            [f"outcomes[{key}] = None"],
        ]

    def _severity(self, rule: Rule, scope: Scope, key: str) -> Block:
        """Write the severities backwards, so that of those whose condition is certain the first one stays."""
        cases = []
        for case in rule.grades:
            cases.append(case)
            if case.when is None:
                break
        block: Block = [f"severities[{key}] = {self.names.value(cases[-1].grade)}"]
        for case in reversed(cases):
            if case.when is not None:
                tests = self.statements.tests(case.when, scope, block)
                block += [f"if {tests.holds}:", [f"severities[{key}] = {self.names.value(case.grade)}"]]
        return block
