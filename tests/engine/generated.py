"""Knowledge bases and projects made at random: every operator, every quantifier, joins, derived facts on derived facts.

The random numbers are the caller's (`random.Random`, or the one that hypothesis shrinks).
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any as Anything

from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.knowledge.model import (
    ConceptDefinition,
    Derivation,
    Due,
    FactDefinition,
    FactType,
    Line,
    ListDefinition,
    Loop,
    ParameterDefinition,
    Rule,
    SeverityCase,
    Source,
    VerdictPolicy,
    Vocabulary,
)
from advise.engine.language.tree import All, Any, Comparison, Condition, Fact, Not, Parameter, Quantifier
from advise.engine.project.memory import WorkingMemory
from advise.engine.verify.selftest import Pools, drawn

PHASE = "top.a_enum"
"""The fact that names the phase of a generated project; its values are in the order of time."""
LETTERS = {value: {"en": value} for value in "abc"}
IDS = {"items": ("i1", "i2", "i3", "i4"), "parts": ("p1", "p2", "p3", "p4")}
TYPES: tuple[FactType, ...] = ("bool", "enum", "set", "number", "int", "text", "texts", "refs")
LIMITS = {"number": (0.0, 1.0), "int": (None, None)}


def _pick(random: Random, options: Sequence[object]) -> Anything:
    return random.choice(options)


def _facts(source: str | None, prefix: str) -> list[FactDefinition]:
    return [
        FactDefinition(
            path=f"{prefix}a_{kind}", type=kind, values=LETTERS if kind in ("enum", "set") else {}, label={}, question={},
            minimum=LIMITS.get(kind, (None, None))[0], maximum=LIMITS.get(kind, (None, None))[1],
            target="parts" if kind == "refs" else None, source=source,
            attribute=f"a_{kind}" if source else f"{prefix}a_{kind}",
        )
        for kind in TYPES
    ]  # fmt: skip


def vocabulary() -> Vocabulary:
    """Return two lists and two sets (one of each open), a family, a set parameter, facts of every type, some concepts."""
    lists = {
        "items": ListDefinition("items", "item", "stated", {}, {}),
        "parts": ListDefinition("parts", "part", "declared", {}, {}),
        "wings": ListDefinition("wings", "wing", "fixed", {}, {}, members={"left": {}, "right": {}}),
        "$keys": ListDefinition("$keys", "key", "fixed", {}, {}, members={"a": {}, "b": {}}),
    }
    facts = [
        *_facts(None, "top."),
        FactDefinition(
            path="top.a_named", type="set", values=LETTERS, label={}, question={}, attribute="top.a_named", open=True
        ),
        FactDefinition(
            path="complete.top.a_named",
            type="bool",
            values={},
            label={},
            question={},
            attribute="complete.top.a_named",
        ),
        *_facts("items", "items[]."),
        *_facts("parts", "parts[]."),
        *_facts("wings", "wings.*."),
    ]
    concepts = [
        ConceptDefinition("first", LETTERS, {}, attribute="first"),
        ConceptDefinition("items[].mark", LETTERS, {}, source="items", attribute="mark"),
        ConceptDefinition("wings.*.state", LETTERS, {}, source="wings", attribute="state"),
        ConceptDefinition("$keys.seen", LETTERS, {}, source="$keys", attribute="seen"),
        ConceptDefinition("last", LETTERS, {}, attribute="last"),
    ]
    return Vocabulary({fact.path: fact for fact in facts}, lists, {concept.path: concept for concept in concepts})


PARAMETERS = {
    "keys": ParameterDefinition("keys", ("a", "b"), {}),
    "limit": ParameterDefinition("limit", 0.5, {}),
    "span": ParameterDefinition("span", (0.25, 2.0), {}, band=True),
}


class Conditions:
    """Makes conditions; `concepts` are those that may be read by now."""

    def __init__(self, random: Random, words: Vocabulary) -> None:
        self.random = random
        self.words = words
        self.concepts: list[ConceptDefinition] = []
        self.bound = 0

    def condition(self, scope: dict[str, str], depth: int) -> Condition:
        """Return a condition of at most this depth."""
        kind = (
            _pick(self.random, ["leaf", "leaf", "all", "any", "not", "quantifier", "quantifier"]) if depth else "leaf"
        )
        if kind == "leaf":
            return self.leaf(scope)
        if kind in ("all", "any"):
            children = tuple(self.condition(scope, depth - 1) for _ in range(self.random.randint(0, 3)))
            return All(children) if kind == "all" else Any(children)
        if kind == "not":
            return Not(self.condition(scope, depth - 1))
        return self.quantifier(scope, depth)

    def conditions(self, scope: dict[str, str], depth: int, most: int = 2) -> All:
        """Return a list of conditions."""
        return All(tuple(self.condition(scope, depth) for _ in range(self.random.randint(0, most))))

    def quantifier(self, scope: dict[str, str], depth: int) -> Quantifier:
        """Return a quantifier of any kind."""
        random = self.random
        kind = _pick(random, ["some", "none", "every", "count", "sum", "min", "max", "share"])
        source = _pick(random, ["items", "parts", "wings"])
        self.bound += 1
        variable = f"v{self.bound}"
        inner = {**scope, variable: source}
        where = self.conditions(inner, depth - 1)
        if kind in ("some", "none"):
            return Quantifier(kind, source, variable, where)
        if kind == "every":
            return Quantifier(kind, source, variable, where, body=self.conditions(inner, depth - 1))
        measure = None
        if kind in ("sum", "min", "max"):
            measure = self.fact(variable, source, _pick(random, ["number", "int"]))
        operator = _pick(random, [">=", ">", "<=", "<", "is"])
        bound = _pick(
            random, [0.0, 1.0, 2.0, 0.5, Parameter("limit"), Parameter("span", "low"), Parameter("span", "high")]
        )
        return Quantifier(kind, source, variable, where, None, measure, operator, bound)

    def fact(self, variable: str | None, source: str | None, kind: str) -> Fact:
        """Return a fact of the project, of a bound element, or of a named member of the family."""
        attribute = f"a_{kind}"
        if variable is not None:
            joint = ".*." if source == "wings" else "[]."
            return Fact(f"{source}{joint}{attribute}", variable, attribute=attribute)
        if kind == "set" and self.random.random() < 0.5:
            return Fact("top.a_named", attribute="top.a_named")
        if self.random.random() < 0.3:
            return Fact(f"wings.*.{attribute}", None, _pick(self.random, ["left", "right"]), attribute)
        return Fact(f"top.{attribute}", attribute=f"top.{attribute}")

    def leaf(self, scope: dict[str, str]) -> Comparison:
        """Return a comparison."""
        random = self.random
        variable = _pick(random, [*scope, *scope, None]) if scope else None
        source = scope.get(variable) if variable else None
        chosen = random.random()
        if chosen < 0.2:
            derived = [
                concept for concept in self.concepts if concept.source in (source, "wings" if source is None else None)
            ]
            if derived:
                return self._derived(_pick(random, derived), variable)
        if source == "$keys" or (variable and chosen < 0.25):
            return self._own_id(variable or "", source or "")
        if chosen < 0.45:
            return self._two_facts(variable, source, scope)
        return self._stated(variable, source)

    def _derived(self, concept: ConceptDefinition, variable: str | None) -> Comparison:
        member = None
        if concept.source is None or variable is None:
            variable = None
            member = _pick(self.random, ["left", "right"]) if concept.source else None
        fact = Fact(concept.path, variable, member, concept.attribute)
        operator = _pick(self.random, ["is", "is not", "in", "not in", "is known", "is unknown", "may be", "cannot be"])
        return Comparison(fact, operator, self._right(operator))

    def _right(self, operator: str) -> Anything:
        if operator in ("is known", "is unknown", "is empty", "is not empty", "is incomplete", "is complete"):
            return None
        if operator in ("in", "not in", "within", "not within"):
            return tuple(self.random.sample("abc", self.random.randint(1, 3)))
        return _pick(self.random, "abc")

    def _own_id(self, variable: str, source: str) -> Comparison:
        path = "$keys" if source == "$keys" else f"{source}.*.id" if source == "wings" else f"{source}[].id"
        fact = Fact(path, variable, attribute="id")
        members = {"$keys": ["a", "b"], "wings": ["left", "right"]}.get(source) or list(IDS[source])
        if source == "$keys" and self.random.random() < 0.5:
            return Comparison(self.fact(None, None, "enum"), _pick(self.random, ["is", "is not"]), fact)
        operator = _pick(self.random, ["is", "is not", "in", "not in"])
        right = tuple(self.random.sample(members, 2)) if "in" in operator else _pick(self.random, members)
        return Comparison(fact, operator, right)

    def _two_facts(self, variable: str | None, source: str | None, scope: dict[str, str]) -> Comparison:
        random = self.random
        kinds = {"number": ("is", "is not", "<", "<=", ">", ">="), "enum": ("is", "is not"), "text": ("is", "is not")}
        parts = [name for name, listed in scope.items() if listed == "parts"]
        if parts and random.random() < 0.5:
            refs = self.fact(variable, source, "refs")
            return Comparison(
                refs, _pick(random, ["has", "lacks"]), Fact("parts[].id", _pick(random, parts), attribute="id")
            )
        other = _pick(random, [name for name, listed in scope.items() if listed != "$keys"] + [None])
        kind = _pick(random, [*kinds, "set"])
        right = self.fact(other, scope.get(other) if other else None, "enum" if kind == "set" else kind)
        operator = _pick(random, kinds.get(kind, ("has", "lacks")))
        return Comparison(self.fact(variable, source, kind), operator, right)

    def _stated(self, variable: str | None, source: str | None) -> Comparison:
        random = self.random
        kind = _pick(random, TYPES)
        fact = self.fact(variable, source, kind)
        known = ["is known", "is unknown"]
        equal = ["is", "is not", "in", "not in", "may be", "cannot be", *known]
        if kind == "bool":
            operator = _pick(random, equal)
            listed = operator in ("in", "not in")
            right: Anything = (True, False)[: random.randint(1, 2)] if listed else random.random() < 0.5
            return Comparison(fact, operator, None if operator in known else right)
        if kind in ("number", "int"):
            operator = _pick(random, ["<", "<=", ">", ">=", "is", "is not", *known])
            number = _pick(random, [0.0, 0.25, 0.5, 1.0, 2.0, Parameter("limit"), Parameter("span", "high")])
            return Comparison(fact, operator, None if operator in known else number)
        operators = {
            "enum": equal,
            "set": [
                "has",
                "lacks",
                "within",
                "not within",
                "is empty",
                "is not empty",
                "is incomplete",
                "is complete",
                *known,
            ],
            "text": ["is", "is not", "may be", "cannot be", *known],
            "texts": ["is empty", "is not empty", *known],
            "refs": ["is empty", "is not empty", "is dangling", "is not dangling", *known],
        }[kind]
        operator = _pick(random, operators)
        if operator in ("in", "within") and random.random() < 0.3:
            return Comparison(fact, operator, Parameter("keys"))
        return Comparison(fact, operator, None if "dangling" in operator else self._right(operator))


def knowledge_base(random: Random, rules: int = 8, depth: int = 3) -> CompiledKnowledgeBase:
    """Return a knowledge base with conditions of this depth at most."""
    words = vocabulary()
    make = Conditions(random, words)
    derivations = []
    for concept in words.concepts.values():
        loop = Loop(words.lists[concept.source].element, concept.source) if concept.source else None
        scope = {loop.variable: loop.source} if loop else {}
        lines = tuple(
            Line(_pick(random, "abc"), make.conditions(scope, depth - 1)) for _ in range(random.randint(1, 4))
        )
        derivations.append(Derivation(concept.path, concept.path, "area", lines, Source(), loop))
        make.concepts.append(concept)
    found = []
    for number in range(rules):
        source = _pick(random, [None, *words.lists])
        loop = Loop(words.lists[source].element, source) if source else None
        scope = {loop.variable: loop.source} if loop else {}
        cases = tuple(
            SeverityCase(severity, make.conditions(scope, 1) if severity != "info" else None)
            for severity in _pick(random, [("info",), ("major", "info"), ("blocker", "major")])
        )
        when = All(tuple(make.condition(scope, depth) for _ in range(random.randint(1, 3))))
        code = f"R-{number}"
        due = _pick(random, (None, None, Due("b", PHASE, ("a",)), Due("c", PHASE, ("a", "b"))))
        found.append(
            Rule(f"area/rule-{number}", code, "area", "finding", {}, {}, cases, (), when, Source(), loop, due=due)
        )
    policy = VerdictPolicy((), (), {}, {}, {})
    return CompiledKnowledgeBase("generated", "0", words, PARAMETERS, {}, tuple(found), tuple(derivations), policy, {})


def project(random: Random, words: Vocabulary, ids: dict[str, Sequence[str]] | None = None) -> WorkingMemory:
    """Return a project with facts of the vocabulary, some of them unknown, its elements in any order."""
    return drawn(random, words, Pools(ids=ids or IDS))
