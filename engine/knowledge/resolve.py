"""From the text of a condition to its tree: names become facts, words become values, types are checked.

Every mistake is reported with the place of the words it is about, and a cure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import cast

from ..language.leaf import RawComparison, Word, parse_leaf, parse_test
from ..language.problem import Place, nearest
from ..language.source import Node
from ..language.tree import (
    All,
    Any,
    Comparison,
    Condition,
    Fact,
    Not,
    Operator,
    Parameter,
    Quantifier,
    QuantifierKind,
    Right,
    Scalar,
)
from .declarations import element_path
from .model import ConceptDefinition, FactDefinition, ParameterDefinition, Vocabulary
from .shape import Report, fields

QUANTIFIERS: tuple[QuantifierKind, ...] = ("some", "none", "every", "count", "sum", "min", "max", "share")
MEASURED = ("sum", "min", "max")
_STATES = ("empty", "incomplete", "complete", "dangling", "known", "unknown")
_ALLOWED: Mapping[str, tuple[str, ...]] = {
    "bool": ("is", "is not", "in", "not in", "may be", "cannot be"),
    "enum": ("is", "is not", "in", "not in", "may be", "cannot be"),
    "text": ("is", "is not", "may be", "cannot be"),
    "number": ("is", "is not", "in", "not in", "<", "<=", ">", ">="),
    "int": ("is", "is not", "in", "not in", "<", "<=", ">", ">="),
    "set": ("has", "lacks", "within", "not within", "is empty", "is not empty", "is incomplete", "is complete"),
    "refs": ("has", "lacks", "is empty", "is not empty", "is dangling", "is not dangling"),
    "texts": ("is empty", "is not empty"),
    "id": ("is", "is not", "in", "not in"),
}


@dataclass(frozen=True, slots=True)
class Scope:
    """What a condition may refer to: the vocabulary, the parameters, and the variables bound around it."""

    vocabulary: Vocabulary
    parameters: Mapping[str, ParameterDefinition]
    variables: Mapping[str, str]

    def bind(self, variable: str, source: str) -> Scope:
        """Return the scope inside a quantifier that binds one more variable."""
        return replace(self, variables={**self.variables, variable: source})


def read_conditions(node: Node | None, scope: Scope, report: Report, what: str = "when") -> All:
    """Read a list of conditions that must all hold."""
    if node is None:
        return All(())
    if not isinstance(node.value, list):
        report.say(
            "K301",
            node.place,
            f"'{what}' must be a list of conditions",
            f"'{what}' は条件の一覧(- で始まる行)で書きます",
        )
        return All((), node.place)
    children = tuple(child for item in node.value if (child := _condition(item, scope, report)) is not None)
    return All(children, node.place)


def _condition(node: Node, scope: Scope, report: Report) -> Condition | None:
    if isinstance(node.value, str):
        return _comparison(node.value, node.place, scope, report)
    if not isinstance(node.value, dict) or not node.value:
        report.say("K302", node.place, "a condition is one comparison, or any, all, not, some, none, every, count ...",
                   "条件は、比較1つか any, all, not, some, none, every, count などで書きます")  # fmt: skip
        return None
    head = next(iter(node.value))
    if head in ("any", "all", "not"):
        entry = fields(node, report, head, (head,))
        body = read_conditions(entry[head], scope, report, head)
        if not body.children:
            return None
        if head == "any":
            return Any(body.children, node.place)
        return body if head == "all" else Not(body if len(body.children) > 1 else body.children[0], node.place)
    if head in QUANTIFIERS:
        return _quantifier(head, node, scope, report)
    close = nearest(head, ["any", "all", "not", *QUANTIFIERS])
    report.say("K302", node.keys.get(head, node.place), f"'{head}' is not a kind of condition", f"'{head}' という条件はありません",
               f"Did you mean '{close}'?" if close else "Use any, all, not, some, none, every, count, sum, min, max, share.",
               f"'{close}' のことですか。" if close else "any, all, not, some, none, every, count, sum, min, max, share が使えます。")  # fmt: skip
    return None


def _quantifier(kind: QuantifierKind, node: Node, scope: Scope, report: Report) -> Quantifier | None:
    required = [kind] if kind in ("some", "none") else [kind, "is"]
    entry = fields(node, report, kind, required, ("where",))
    words = str(entry[kind].value).split(" as ") if isinstance(entry[kind].value, str) else [""]
    name, _, attribute = words[0].strip().partition(".")
    source = next((path for path, listed in scope.vocabulary.lists.items() if listed.element == name), None)
    if source is None or (kind in MEASURED) != bool(attribute):
        known = [listed.element for listed in scope.vocabulary.lists.values() if not listed.path.startswith("$")]
        close = nearest(name, known)
        report.say("K303", entry[kind].place, f"'{words[0]}' is not what '{kind}' can run over",
                   f"'{kind}' の対象に '{words[0]}' は使えません",
                   f"Did you mean '{close}'?" if close and source is None else f"Use one of {', '.join(known)}"
                   + (" and a number of it (seed.success_probability)." if kind in MEASURED else "."),
                   f"'{close}' のことですか。" if close and source is None else f"使える名前: {', '.join(known)}")  # fmt: skip
        return None
    variable = words[1].strip() if len(words) > 1 else name
    if variable in scope.variables:
        report.say("K304", entry[kind].place, f"'{variable}' is already bound further out", f"'{variable}' は外側で使われています",
                   f"Write `{kind}: {name} as other_{name}`.", f"`{kind}: {name} as other_{name}` と書いてください。")  # fmt: skip
        return None
    inner = scope.bind(variable, source)
    where = read_conditions(entry.get("where"), inner, report, "where")
    found = Quantifier(kind, source, variable, where, place=node.place)
    if kind == "every":
        return replace(found, body=read_conditions(entry.get("is"), inner, report, "is"))
    if kind in ("some", "none"):
        return found
    return _aggregate(found, attribute, entry.get("is"), inner, scope, report)


def _aggregate(
    found: Quantifier, attribute: str, test: Node | None, inner: Scope, scope: Scope, report: Report
) -> Quantifier | None:
    measure = None
    if attribute:
        resolved = resolve_fact(f"{found.variable}.{attribute}", found.place, inner, report)
        if resolved is None:
            return None
        measure, definition = resolved
        if _type(definition) not in ("number", "int"):
            report.say("K305", found.place, f"'{attribute}' is not a number", f"'{attribute}' は数ではありません")
            return None
    raw = parse_test(test.value) if test is not None and isinstance(test.value, str) else None
    place = test.place if test is not None else found.place
    if raw is None or isinstance(raw.right, (bool, tuple)):
        report.say("K306", place, "the test of an aggregate reads like \">= 2\" or \"< $parameter\"",
                   "集計の条件は \">= 2\" や \"< $parameter\" のように書きます")  # fmt: skip
        return None
    bound: Right = raw.right if isinstance(raw.right, float) else None
    if isinstance(raw.right, Word):
        bound = _word(raw.right, "number", None, place or Place("", 1, 1), scope, report)
        if bound is None:
            return None
    return replace(found, measure=measure, operator=cast(Operator, raw.operator), bound=bound)


def _type(definition: FactDefinition | ConceptDefinition | None) -> str:
    if definition is None:
        return "id"
    return "enum" if isinstance(definition, ConceptDefinition) else definition.type


def resolve_fact(
    name: str, place: Place | None, scope: Scope, report: Report
) -> tuple[Fact, FactDefinition | ConceptDefinition | None] | None:
    """Resolve a name to a fact and its definition (None for an element's id); reports an unknown one.

    Args:
        name: A path of the project, `variable.attribute`, `family.member.attribute`, or a bound variable.
        place: Where the name stands.
        scope: What may be referred to.
        report: Collects the problem.
    """
    vocabulary = scope.vocabulary
    definition = vocabulary.definition(name)
    if definition is not None and definition.source is None:
        return Fact(name, attribute=name), definition
    head, _, rest = name.partition(".")
    if head in scope.variables:
        source = scope.variables[head]
        path = element_path(source, rest or "id", vocabulary.lists)
        if rest in ("", "id"):
            return Fact(path, head, attribute="id"), None
        definition = vocabulary.definition(path)
        if definition is not None:
            return Fact(path, head, attribute=rest), definition
    else:
        member, _, attribute = rest.partition(".")
        if head in vocabulary.lists and member in vocabulary.lists[head].members:
            path = element_path(head, attribute, vocabulary.lists)
            definition = vocabulary.definition(path)
            if definition is not None:
                return Fact(path, None, member, attribute), definition
    known = _names(scope)
    close = nearest(name, known)
    report.say("K203", place, f"unknown fact '{name}'", f"'{name}' という事実はありません",
               (f"Did you mean '{close}'? " if close else "") + "Facts are declared in rules/vocabulary/.",
               (f"'{close}' のことですか。" if close else "") + "事実は rules/vocabulary/ で宣言します。")  # fmt: skip
    return None


def _names(scope: Scope) -> list[str]:
    names = []
    for definition in scope.vocabulary.definitions():
        if definition.source is None:
            names.append(definition.path)
        names.extend(f"{variable}.{definition.attribute}" for variable, source in scope.variables.items()
                     if source == definition.source)  # fmt: skip
    return names


def _comparison(text: str, place: Place, scope: Scope, report: Report) -> Comparison | None:
    raw = parse_leaf(text)
    if raw is None:
        report.say("K307", place, f"'{text}' is not a comparison", f"'{text}' は比較の形ではありません",
                   "Write `fact operator value`, for example `top.visited_site is true`; use any/all for and/or.",
                   "`top.visited_site is true` のように「事実 演算子 値」で書き、「または」は any で表します。")  # fmt: skip
        return None
    resolved = resolve_fact(raw.left, replace(place, length=len(raw.left)), scope, report)
    if resolved is None:
        return None
    fact, definition = resolved
    spot = replace(place, column=place.column + raw.right_offset, length=max(1, len(text) - raw.right_offset))
    kind = _type(definition)
    state = _state(raw, definition)
    if state is not None:
        if state in ("is known", "is unknown") or state in _ALLOWED[kind]:
            return Comparison(fact, state, None, place)
    elif raw.operator in _ALLOWED[kind]:
        right = _right(raw, kind, definition, spot, scope, report)
        return None if right is None else Comparison(fact, cast(Operator, raw.operator), right, place)
    report.say("K308", place, f"'{state or raw.operator}' does not fit '{raw.left}', which is of type {kind}",
               f"'{raw.left}' は {kind} 型なので '{state or raw.operator}' は使えません",
               f"Use one of: {', '.join(_ALLOWED[kind])}, is known, is unknown.",
               f"使える演算子: {', '.join(_ALLOWED[kind])}, is known, is unknown")  # fmt: skip
    return None


def _state(raw: RawComparison, definition: FactDefinition | ConceptDefinition | None) -> Operator | None:
    """Return `is empty`, `is known` ... when the right word is a state and not a value of the fact."""
    if not isinstance(raw.right, Word) or raw.operator not in ("is", "is not") or raw.right.text not in _STATES:
        return None
    if definition is not None and raw.right.text in definition.values:
        return None
    word = raw.right.text
    if raw.operator == "is not":
        opposite = {
            "known": "is unknown",
            "unknown": "is known",
            "complete": "is incomplete",
            "incomplete": "is complete",
        }
        return cast(Operator, opposite.get(word, f"is not {word}"))
    return cast(Operator, f"is {word}")


def _right(
    raw: RawComparison,
    kind: str,
    definition: FactDefinition | ConceptDefinition | None,
    place: Place,
    scope: Scope,
    report: Report,
) -> Right:
    listed = raw.operator in ("in", "not in", "within", "not within")
    if listed != isinstance(raw.right, tuple) and not (isinstance(raw.right, Word) and raw.right.text.startswith("$")):
        report.say("K309", place, f"'{raw.operator}' {'needs' if listed else 'cannot have'} a list in brackets",
                   f"'{raw.operator}' の右側は{'角括弧の一覧で書きます' if listed else '一覧にできません'}")  # fmt: skip
        return None
    if isinstance(raw.right, tuple):
        values = [_value(item, kind, definition, place, scope, report) for item in raw.right]
        if any(value is None or isinstance(value, (Fact, Parameter)) for value in values):
            return None
        return cast("tuple[Scalar, ...]", tuple(values))
    return _value(raw.right, kind, definition, place, scope, report)


def _value(
    item: Scalar | Word,
    kind: str,
    definition: FactDefinition | ConceptDefinition | None,
    place: Place,
    scope: Scope,
    report: Report,
) -> Right:
    if isinstance(item, Word):
        spot = replace(place, length=len(item.text))
        return _word(item, kind, definition, spot, scope, report)
    if (kind == "bool") == isinstance(item, bool) and (kind in ("number", "int")) == isinstance(item, float):
        return item
    _misfit(str(item), kind, definition, place, report)
    return None


def _word(
    word: Word,
    kind: str,
    definition: FactDefinition | ConceptDefinition | None,
    place: Place,
    scope: Scope,
    report: Report,
) -> Right:
    if word.text.startswith("$"):
        name, _, part = word.text[1:].partition(".")
        parameter = scope.parameters.get(name)
        if parameter is None or part not in (("low", "high") if parameter.band else ("",)):
            close = nearest(name, scope.parameters)
            report.say("K310", place, f"unknown parameter '{word.text}'", f"'{word.text}' というパラメータはありません",
                       f"Did you mean '${close}'?" if close else "Parameters are declared in rules/parameters.yaml.",
                       f"'${close}' のことですか。" if close else "パラメータは rules/parameters.yaml で宣言します。")  # fmt: skip
            return None
        return Parameter(name, part or None)
    if definition is not None and word.text in definition.values:
        return word.text
    if kind == "text":
        return word.text
    head = word.text.partition(".")[0]
    if head in scope.variables or word.text in scope.vocabulary.facts:
        resolved = resolve_fact(word.text, place, scope, report)
        return None if resolved is None else resolved[0]
    if kind == "id":
        return word.text
    _misfit(word.text, kind, definition, place, report)
    return None


def _misfit(
    value: str, kind: str, definition: FactDefinition | ConceptDefinition | None, place: Place, report: Report
) -> None:
    allowed = list(definition.values) if definition is not None else []
    if kind == "bool":
        allowed = ["true", "false"]
    close = nearest(value, allowed)
    choices = f"Allowed: {', '.join(allowed)}." if allowed else f"A value of type {kind} is needed."
    report.say("K311", place, f"'{value}' is not a value of this fact", f"'{value}' はこの事実の値ではありません",
               f"Did you mean '{close}'? {choices}" if close else choices,
               (f"'{close}' のことですか。" if close else "")
               + (f"使える値: {', '.join(allowed)}" if allowed else f"{kind} 型の値を書きます。"))  # fmt: skip
