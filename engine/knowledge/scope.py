"""Names in conditions: which fact a name means, given the vocabulary and the variables bound around it.

And what may stand on the right side of a comparison: values, parameters and other facts, checked against the left side.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias, cast

from msgspec import Struct
from msgspec.structs import replace

from ..language.leaf import RawComparison, Word
from ..language.tree import Fact, Parameter, Right, Scalar
from ..problems.problem import Place, did_you_mean, nearest
from .model import ConceptDefinition, FactDefinition, ParameterDefinition, Vocabulary
from .shape import ProblemCollector
from .vocabulary import range_in_words


class Scope(Struct, frozen=True):
    """What a condition may refer to: the vocabulary, the parameters, and the variables bound around it."""

    vocabulary: Vocabulary
    parameters: Mapping[str, ParameterDefinition]
    variables: Mapping[str, str]

    def bind(self, variable: str, source: str) -> Scope:
        """Return the scope inside a quantifier that binds one more variable."""
        return replace(self, variables={**self.variables, variable: source})


def type_of(definition: FactDefinition | ConceptDefinition | None) -> str:
    """Return the type of what a name means; `id` for an element itself, which has no definition."""
    if definition is None:
        return "id"
    return "enum" if isinstance(definition, ConceptDefinition) else definition.type


def resolve_fact(
    name: str, place: Place | None, scope: Scope, report: ProblemCollector
) -> tuple[Fact, FactDefinition | ConceptDefinition | None] | None:
    """Resolve a name to a fact and its definition (None for an element's id); reports an unknown one.

    A name is a path of the project, `variable.attribute`, `family.member.attribute`, or a bound variable.
    """
    vocabulary = scope.vocabulary
    definition = vocabulary.definition(name)
    if definition is not None and definition.source is None:
        return Fact(name, attribute=name), definition
    head, _, rest = name.partition(".")
    if head in scope.variables:
        path = vocabulary.lists[scope.variables[head]].path_of(rest or "id")
        if rest in ("", "id"):
            return Fact(path, head, attribute="id"), None
        definition = vocabulary.definition(path)
        if definition is not None:
            return Fact(path, head, attribute=rest), definition
    else:
        member, _, attribute = rest.partition(".")
        if head in vocabulary.lists and member in vocabulary.lists[head].members:
            path = vocabulary.lists[head].path_of(attribute)
            definition = vocabulary.definition(path)
            if definition is not None:
                return Fact(path, None, member, attribute), definition
    _unknown(name, place, scope, report)
    return None


def _unknown(name: str, place: Place | None, scope: Scope, report: ProblemCollector) -> None:
    head = name.partition(".")[0]
    close = nearest(name, _names(scope))
    meant = close is not None and close.partition(".")[0] == head
    if head not in scope.variables and head in elements(scope.vocabulary) and not meant:
        report.say("K314", place, f"'{head}' is not bound here", f"'{head}' はここでは使えません",
                   f"Write it below `some: {head}`, or give the rule `for: {head}`.",
                   f"`some: {head}` などの中に書くか、規則に `for: {head}` を加えてください。")  # fmt: skip
        return
    listed = next(
        (one for one in scope.vocabulary.lists.values() if name.startswith((f"{one.path}.", f"{one.path}["))), None
    )
    if listed is not None and not listed.path.startswith("$") and not listed.members:
        element, attribute = listed.element, name.removeprefix(listed.path).partition(".")[2]
        report.say("K203", place, f"'{listed.path}' is a list, not one of its elements",
                   f"'{listed.path}' は一覧で、その中の1件ではありません",
                   f"Write `{element}.{attribute}` below `some: {element}`, or give the rule `for: {element}`.",
                   f"`some: {element}` の中に `{element}.{attribute}` と書くか、規則に `for: {element}` を加えてください。")  # fmt: skip
        return
    report.say("K203", place, f"unknown fact '{name}'", f"'{name}' という事実はありません",
               (f"Did you mean '{close}'? " if close else "") + "Facts are declared in the folder vocabulary.",
               (f"'{close}' のことですか。" if close else "") + "事実は vocabulary フォルダで宣言します。")  # fmt: skip


def reads_like_a_fact(name: str, scope: Scope) -> bool:
    """Tell whether a name that means nothing was probably to be a fact's."""
    head, dot, _ = name.partition(".")
    return bool(dot) and (head in elements(scope.vocabulary) or nearest(name, _names(scope)) is not None)


def elements(vocabulary: Vocabulary) -> list[str]:
    """Return the names that rules can bind the elements of lists and families to."""
    return [listed.element for listed in vocabulary.lists.values() if not listed.path.startswith("$")]


def _names(scope: Scope) -> list[str]:
    names = []
    for definition in scope.vocabulary.definitions():
        if definition.source is None:
            names.append(definition.path)
            continue
        names.extend(f"{variable}.{definition.attribute}" for variable, source in scope.variables.items()
                     if source == definition.source)  # fmt: skip
        if not definition.source.startswith("$"):
            members = scope.vocabulary.lists[definition.source].members
            names.extend(f"{definition.source}.{member}.{definition.attribute}" for member in members)
    return names


LISTED = ("in", "not in", "within", "not within")
"""Operators whose right side is a list of values."""
_BETWEEN_FACTS = ("is", "is not", "<", "<=", ">", ">=", "has", "lacks")
_NUMBERS = ("number", "int")
NumberRange: TypeAlias = "tuple[float | None, float | None]"
_COMPARABLE: Mapping[str, tuple[str, ...]] = {
    "bool": ("bool",), "number": _NUMBERS, "int": _NUMBERS,
    "enum": ("enum", "id", "text"), "set": ("enum", "id", "text"),
    "text": ("text", "enum", "id"), "id": ("id", "enum", "text"), "refs": ("id",),
}  # fmt: skip


class Left(Struct, frozen=True):
    """What stands on the left: its name as written, the operator, its type, and the values it can have if limited."""

    written: str
    operator: str
    kind: str
    definition: FactDefinition | ConceptDefinition | None
    choices: tuple[str, ...]


def left_side(
    written: str, operator: str, fact: Fact, definition: FactDefinition | ConceptDefinition | None, scope: Scope
) -> Left:
    """Describe a resolved left side."""
    kind = type_of(definition)
    choices = tuple(definition.values) if definition is not None else ()
    if kind == "bool":
        choices = ("true", "false")
    if definition is None and fact.variable is not None:
        choices = _ids(scope.variables[fact.variable], scope)
    return Left(written, operator, kind, definition, choices)


def _ids(source: str, scope: Scope) -> tuple[str, ...]:
    """Return the ids that elements can have: the members of a family; of a set parameter also what it could hold.

    A profile may take a value out of the set; a condition that names it is still no mistake.
    """
    members = scope.vocabulary.lists[source].members
    if source.startswith("$"):
        for fact in scope.vocabulary.facts.values():
            if fact.values and members.keys() <= fact.values.keys():
                return tuple(fact.values)
    return tuple(members)


def right_side(raw: RawComparison, left: Left, place: Place, scope: Scope, report: ProblemCollector) -> Right:
    """Resolve the right side of a comparison; None when it does not fit, which is reported."""
    spot = replace(place, column=place.column + raw.right_offset, length=max(1, place.length - raw.right_offset))
    listed = left.operator in LISTED
    parameter = isinstance(raw.right, Word) and raw.right.text.startswith("$")
    if (listed != isinstance(raw.right, tuple) and not parameter) or raw.right == ():
        report.say("K309", spot, f"'{left.operator}' {'needs' if listed else 'cannot have'} a list in brackets",
                   f"'{left.operator}' の右側は{'角括弧の一覧で書きます' if listed else '一覧にできません'}",
                   f"Write `{left.operator} [a, b]` with at least one value." if listed else "Use `in` for several values.",
                   f"`{left.operator} [a, b]` のように値を一つ以上書きます。" if listed else "複数の値には `in` を使います。")  # fmt: skip
        return None
    if not isinstance(raw.right, tuple):
        return _operand(raw.right, left, place, spot, scope, report)
    values = [_operand(item, left, place, spot, scope, report) for item in raw.right]
    for item, value in zip(raw.right, values, strict=True):
        if isinstance(value, (Fact, Parameter)) and isinstance(item, Word):
            _misfit(item.text, left, _of_word(item, place), report)
            return None
    return None if None in values else cast("tuple[Scalar, ...]", tuple(values))


def parameter(
    word: Word,
    place: Place,
    scope: Scope,
    report: ProblemCollector,
    *,
    listed: bool,
    choices: tuple[str, ...] = (),
    bounds: NumberRange,
) -> Parameter | None:
    """Resolve `$name` or `$name.low`; reports an unknown one, one of the wrong kind and one that is out of bounds.

    It is a list of values where one is needed, of `choices` unless any will do, and else a number within the bounds.
    """
    name, _, part = word.text[1:].partition(".")
    known = scope.parameters.get(name)
    if known is None:
        report.say("K310", place, f"unknown parameter '{word.text}'", f"'{word.text}' という目安はありません",
                   *did_you_mean(name, scope.parameters, "Parameters are declared in parameters.yaml.",
                                 "目安は parameters.yaml で宣言します。", mark="'${}'"))  # fmt: skip
        return None
    if part not in (("low", "high") if known.band else ("",)):
        report.say("K310", place, f"'{word.text}' is not a part of the parameter '{name}'",
                   f"目安 '{name}' に '{word.text}' という部分はありません",
                   f"Write '${name}.low' or '${name}.high'." if known.band else f"Write '${name}'.",
                   f"'${name}.low' か '${name}.high' と書きます。" if known.band else f"'${name}' と書きます。")  # fmt: skip
        return None
    if known.reason is not None:
        # A value of a profile is put right there, and told once, however many rules use it.
        place = known.place or place
        told = (("K313", place), ("K316", place))
        if any((problem.code, problem.place) in told for problem in report.problems):
            return None
    if _fits(known, listed, choices):
        value = known.value[part == "high"] if known.band and isinstance(known.value, tuple) else known.value
        if isinstance(value, (int, float)) and not _is_within(value, bounds):
            en, ja = range_in_words(*bounds).values()
            report.say("K316", place, f"the parameter '{word.text}' is out of range: {value:g} is not {en}",
                       f"目安 '{word.text}' の値 {value:g} が範囲の外です", f"Write a number {en}.", f"{ja}の数を書いてください。")  # fmt: skip
        return Parameter(name, part or None)
    report.say("K313", place, f"the parameter '{word.text}' does not fit here: its value is {_shown(known)}",
               f"目安 '{word.text}' はここに合いません。値は {_shown(known)} です",
               f"A list of values is needed{': ' + ', '.join(choices) if choices else ''}." if listed else "A number is needed.",
               f"値の一覧が要ります{': ' + ', '.join(choices) if choices else ''}" if listed else "数が要ります。")  # fmt: skip
    return None


def bounds_of(definition: FactDefinition | ConceptDefinition | None) -> NumberRange:
    """Return between which numbers the values of a fact lie; None where there is no limit."""
    return (definition.minimum, definition.maximum) if isinstance(definition, FactDefinition) else (None, None)


def _is_within(value: float, bounds: NumberRange) -> bool:
    low, high = bounds
    return (low is None or low <= value) and (high is None or value <= high)


def _fits(known: ParameterDefinition, listed: bool, choices: tuple[str, ...]) -> bool:
    if known.band or not isinstance(known.value, tuple):
        return not listed
    return listed and (not choices or set(known.value) <= set(choices))


def _shown(known: ParameterDefinition) -> str:
    value = known.value
    return f"[{', '.join(map(str, value))}]" if isinstance(value, tuple) else f"{value:g}"


def _of_word(word: Word, place: Place) -> Place:
    return replace(place, column=place.column + word.offset, length=max(1, len(word.text)))


def _operand(
    item: Scalar | Word, left: Left, place: Place, spot: Place, scope: Scope, report: ProblemCollector
) -> Right:
    if isinstance(item, Word):
        return _word(item, left, _of_word(item, place), scope, report)
    if (left.kind == "bool") == isinstance(item, bool) and (left.kind in _NUMBERS) == isinstance(item, float):
        return item
    written = f"{item:g}" if isinstance(item, float) else str(item).lower()
    # `v is 1` for a value that is written 1, and a goal whose id is 1
    if left.kind not in ("bool", *_NUMBERS) and (written in left.choices or (left.kind == "id" and not left.choices)):
        return written
    _misfit(written, left, spot, report)
    return None


def _word(word: Word, left: Left, place: Place, scope: Scope, report: ProblemCollector) -> Right:
    if word.text in left.choices and left.kind != "bool":
        return word.text
    if word.quoted:
        return _literal(word, left, place, report)
    if word.text.startswith("$"):
        if left.kind not in _NUMBERS and left.operator not in LISTED:
            _misfit(word.text, left, place, report)
            return None
        return parameter(
            word,
            place,
            scope,
            report,
            listed=left.operator in LISTED,
            choices=left.choices,
            bounds=bounds_of(left.definition),
        )
    head, _, rest = word.text.partition(".")
    declared = scope.vocabulary.definition(word.text) is not None
    if declared or head in scope.variables or (rest and head in scope.vocabulary.lists):
        return _fact(word, left, place, scope, report)
    can_be_any = left.kind == "text" or (left.kind == "id" and not left.choices)
    if not can_be_any and nearest(word.text, left.choices) is None and reads_like_a_fact(word.text, scope):
        return _fact(word, left, place, scope, report)
    return _literal(word, left, place, report)


def _literal(word: Word, left: Left, place: Place, report: ProblemCollector) -> Right:
    if left.kind == "text" or (left.kind == "id" and not left.choices):
        return word.text
    _misfit(word.text, left, place, report)
    return None


def _fact(word: Word, left: Left, place: Place, scope: Scope, report: ProblemCollector) -> Fact | None:
    resolved = resolve_fact(word.text, place, scope, report)
    if resolved is None:
        return None
    fact, definition = resolved
    kind = type_of(definition)
    derived = isinstance(definition, ConceptDefinition) or isinstance(left.definition, ConceptDefinition)
    if not derived and left.operator in _BETWEEN_FACTS and kind in _COMPARABLE.get(left.kind, ()):
        return fact
    en, ja = f"one is of type {left.kind}, the other of type {kind}", f"{left.kind} 型と {kind} 型です"
    if derived:
        en, ja = "a derived fact is compared with values only", "導かれる事実は値とだけ比べられます"
    elif left.operator not in _BETWEEN_FACTS:
        en, ja = f"'{left.operator}' needs a value", f"'{left.operator}' の右側は値で書きます"
    report.say("K315", place, f"'{left.written}' cannot be compared with the fact '{word.text}': {en}",
               f"'{left.written}' は事実 '{word.text}' と比べられません。{ja}")  # fmt: skip
    return None


def _misfit(value: str, left: Left, place: Place, report: ProblemCollector) -> None:
    en, ja = did_you_mean(value, left.choices)
    allowed = ", ".join(left.choices)
    report.say("K311", place, f"'{value}' is not a value of '{left.written}'", f"'{value}' は '{left.written}' の値ではありません",
               f"{en} {f'Allowed: {allowed}.' if allowed else f'A value of type {left.kind} is needed.'}".lstrip(),
               ja + (f"使える値: {allowed}" if allowed else f"{left.kind} 型の値を書きます。"))  # fmt: skip
