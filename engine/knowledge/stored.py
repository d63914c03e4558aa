"""A checked knowledge base as text and back, so that a cold start neither reads YAML nor builds and checks anew.

Plain JSON data only: nothing in it is executed when it is read. Equal conditions are stored once; their places are not
stored, for only the checks before this use them. The ledger is on a line of its own that is read when someone asks
for a statement: most runs cite a few of them or none. Where the text is kept is not decided here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ..language.tree import All, Comparison, Condition, Fact, Not, Parameter, Quantifier, Right, Scalar
from ..language.tree import Any as AnyOf
from ..later import Later
from ..problems.problem import Place
from .model import (
    Area,
    ConceptDefinition,
    Derivation,
    FactDefinition,
    KnowledgeBase,
    Line,
    ListDefinition,
    Loop,
    MustKnow,
    ParameterDefinition,
    Rule,
    SeverityCase,
    Source,
    Statement,
    Status,
    Texts,
    VerdictCase,
    VerdictPolicy,
    Vocabulary,
)

_COMPARISON, _ALL, _ANY, _NOT, _QUANTIFIER = range(5)


def dump(kb: KnowledgeBase, shown: str) -> str:
    """Return a knowledge base as two lines of JSON.

    Args:
        kb: The knowledge base.
        shown: What its folder is called in places.
    """
    table = _Table()
    place = _Places(shown).dump
    words = kb.vocabulary
    policy = kb.verdict
    stored = {
        "version": kb.version,
        "facts": [_values(fact) for fact in words.facts.values()],
        "lists": [_values(listed) for listed in words.lists.values()],
        "concepts": [[*_values(concept)[:-1], place(concept.place)] for concept in words.concepts.values()],
        "parameters": [[*_values(entry)[:-1], place(entry.place)] for entry in kb.parameters.values()],
        "areas": [_values(area) for area in kb.areas.values()],
        "owners": kb.owners,
        "rules": [_dump_rule(rule, table, place) for rule in kb.rules],
        "derivations": [_dump_derivation(rule, table, place) for rule in kb.derivations],
        "must_know": [[must.fact, table.optional(must.when)] for must in policy.must_know],
        "cases": [_values(case) for case in policy.cases],
        "labels": [policy.verdict_labels, policy.verdict_meanings, policy.severity_labels],
        "read": list(table.facts),
        "conditions": [json.loads(entry) for entry in table.nodes],
    }
    ledger = [[*_values(statement)[:-1], place(statement.place)] for statement in kb.statements.values()]
    return f"{_json(stored)}\n{_json(ledger)}"


def load(text: bytes, folder: str, shown: str) -> KnowledgeBase:
    """Return a stored knowledge base; the opposite of `dump`.

    Raises:
        ValueError: It is not JSON; or a LookupError or TypeError where it is some other JSON.
    """
    first, _, ledger = text.partition(b"\n")
    stored = json.loads(first)
    place = _Places(shown).load
    condition = _conditions(stored["read"], stored["conditions"])
    must_know = tuple([MustKnow(fact, _when(when, condition)) for fact, when in stored["must_know"]])
    cases = tuple([VerdictCase(*values) for values in stored["cases"]])
    return KnowledgeBase(
        folder,
        stored["version"],
        Vocabulary(
            {values[0]: FactDefinition(*values) for values in stored["facts"]},
            {values[0]: ListDefinition(*values) for values in stored["lists"]},
            {values[0]: _load_concept(values, place) for values in stored["concepts"]},
        ),
        {values[0]: _load_parameter(values, place) for values in stored["parameters"]},
        {values[0]: Area(*values) for values in stored["areas"]},
        tuple([_load_rule(values, condition, place) for values in stored["rules"]]),
        tuple([_load_derivation(values, condition, place) for values in stored["derivations"]]),
        VerdictPolicy(must_know, cases, *stored["labels"]),
        Ledger(ledger, place),
        stored["owners"],
    )


class Ledger(Mapping[str, Statement]):
    """The statements of the article by number: read when the first one is asked for, each made when it is."""

    __slots__ = ("_found", "_place", "_stored")

    def __init__(self, stored: bytes, place: Callable[[Any], Place | None]) -> None:
        self._stored = stored
        self._place = place
        self._found: Later[str, Statement] | None = None

    def _statements(self) -> Later[str, Statement]:
        if self._found is None:
            rows = {row[0]: row for row in json.loads(self._stored)}
            self._found = Later(rows, lambda number: self._statement(*rows[number]))
        return self._found

    def _statement(
        self, number: str, section: str, text: Texts, status: Status, rules: list[str], reason: Texts | None, at: Any
    ) -> Statement:
        return Statement(number, section, text, status, tuple(rules), reason, self._place(at))

    def __getitem__(self, number: str) -> Statement:
        return self._statements()[number]

    def __iter__(self) -> Iterator[str]:
        return iter(self._statements())

    def __len__(self) -> int:
        return len(self._statements())


class _Places:
    """Places with the folder's name taken off, so that a copy of the folder elsewhere can use the same text."""

    def __init__(self, shown: str) -> None:
        self._prefix = f"{shown}/"

    def dump(self, place: Place | None) -> list[Any] | None:
        if place is None:
            return None
        return [place.file.removeprefix(self._prefix), place.line, place.column, place.length]

    def load(self, stored: list[Any] | None) -> Place | None:
        return None if stored is None else Place(self._prefix + stored[0], *stored[1:])


class _Table:
    """The conditions of a knowledge base, each once, in an order in which each refers only to earlier ones."""

    def __init__(self) -> None:
        self.facts: dict[tuple[str, str | None, str | None, str], int] = {}
        self.nodes: dict[str, int] = {}

    def optional(self, node: Condition | None) -> int | None:
        return None if node is None else self.index(node)

    def index(self, node: Condition) -> int:
        """Return the number of a condition; told apart by text, in which `true`, `1` and `1.0` differ."""
        return self.nodes.setdefault(_json(self._entry(node)), len(self.nodes))

    def _entry(self, node: Condition) -> list[Any]:
        if isinstance(node, Comparison):
            return [_COMPARISON, self._fact(node.left), node.operator, self._right(node.right)]
        if isinstance(node, Not):
            return [_NOT, self.index(node.child)]
        if isinstance(node, (All, AnyOf)):
            return [_ALL if isinstance(node, All) else _ANY, [self.index(child) for child in node.children]]
        return [
            _QUANTIFIER,
            node.kind,
            node.source,
            node.variable,
            self.index(node.where),
            self.optional(node.body),
            None if node.measure is None else self._fact(node.measure),
            node.operator,
            self._right(node.bound),
        ]

    def _fact(self, fact: Fact) -> int:
        return self.facts.setdefault((fact.path, fact.variable, fact.member, fact.attribute), len(self.facts))

    def _right(self, right: Right) -> Any:
        if isinstance(right, Fact):
            return {"fact": self._fact(right)}
        if isinstance(right, Parameter):
            return {"parameter": [right.name, right.part]}
        return {"list": right} if isinstance(right, tuple) else right


def _conditions(read: list[Any], stored: list[Any]) -> list[Any]:
    facts = [Fact(*values) for values in read]
    found: list[Any] = []
    for entry in stored:
        kind = entry[0]
        if kind == _COMPARISON:
            _, fact, operator, right = entry
            found.append(Comparison(facts[fact], operator, _right(right, facts) if right.__class__ is dict else right))
        elif kind == _ALL:
            found.append(All(tuple([found[child] for child in entry[1]])))
        elif kind == _ANY:
            found.append(AnyOf(tuple([found[child] for child in entry[1]])))
        elif kind == _NOT:
            found.append(Not(found[entry[1]]))
        else:
            _, quantifier, source, variable, where, body, measure, operator, right = entry
            found.append(
                Quantifier(
                    quantifier,
                    source,
                    variable,
                    found[where],
                    None if body is None else found[body],
                    None if measure is None else facts[measure],
                    operator,
                    _right(right, facts) if right.__class__ is dict else right,
                )
            )
    return found


def _right(stored: dict[str, Any], facts: list[Fact]) -> Right:
    if "fact" in stored:
        number: int = stored["fact"]
        return facts[number]
    if "parameter" in stored:
        return Parameter(*stored["parameter"])
    values: tuple[Scalar, ...] = tuple(stored["list"])
    return values


def _when(number: int | None, condition: list[Any]) -> Any:
    return None if number is None else condition[number]


def _dump_rule(rule: Rule, table: _Table, place: Callable[[Place | None], Any]) -> list[Any]:
    return [
        rule.name,
        rule.code,
        rule.area,
        rule.kind,
        rule.title,
        rule.advice,
        [[case.severity, table.optional(case.when)] for case in rule.severities],
        rule.owner,
        table.index(rule.when),
        _values(rule.source),
        None if rule.loop is None else _values(rule.loop),
        rule.severity_note,
        rule.replaces,
        rule.causes,
        rule.asks,
        rule.since,
        place(rule.place),
    ]


def _load_rule(stored: list[Any], condition: list[Any], place: Callable[[Any], Place | None]) -> Rule:
    (name, code, area, kind, title, advice, severities, owner, when, source, loop, note, *rest) = stored
    replaces, causes, asks, since, at = rest
    return Rule(
        name,
        code,
        area,
        kind,
        title,
        advice,
        tuple([SeverityCase(severity, _when(number, condition)) for severity, number in severities]),
        tuple(owner),
        condition[when],
        _load_source(source),
        None if loop is None else Loop(*loop),
        note,
        tuple(replaces),
        tuple(causes),
        asks,
        since,
        place(at),
    )


def _dump_derivation(rule: Derivation, table: _Table, place: Callable[[Place | None], Any]) -> list[Any]:
    lines = [[line.value, table.index(line.when), line.members] for line in rule.lines]
    loop = None if rule.loop is None else _values(rule.loop)
    return [rule.name, rule.concept, rule.area, lines, _values(rule.source), loop, place(rule.place)]


def _load_derivation(stored: list[Any], condition: list[Any], place: Callable[[Any], Place | None]) -> Derivation:
    name, concept, area, lines, source, loop, at = stored
    read = tuple([Line(value, condition[when], members) for value, when, members in lines])
    return Derivation(name, concept, area, read, _load_source(source), None if loop is None else Loop(*loop), place(at))


def _load_source(stored: list[Any]) -> Source:
    section, statements, ours = stored
    return Source(section, tuple(statements), ours)


def _load_concept(stored: list[Any], place: Callable[[Any], Place | None]) -> ConceptDefinition:
    path, values, label, working, source, attribute, at = stored
    return ConceptDefinition(path, values, label, working, source, attribute, place(at))


def _load_parameter(stored: list[Any], place: Callable[[Any], Place | None]) -> ParameterDefinition:
    name, value, label, note, source, ours, band, since, reason, at = stored
    value = tuple(value) if isinstance(value, list) else value
    return ParameterDefinition(name, value, label, note, source, ours, band, since, reason, place(at))


def _values(record: Any) -> list[Any]:
    """Return the values of a record in the order of its fields."""
    return [getattr(record, name) for name in record.__struct_fields__]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=dict)
