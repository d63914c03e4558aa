"""Names in conditions: which fact a name means, given the vocabulary and the variables bound around it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from ..language.tree import Fact
from ..problems.problem import Place, nearest
from .model import ConceptDefinition, FactDefinition, ParameterDefinition, Vocabulary
from .shape import Report


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
    name: str, place: Place | None, scope: Scope, report: Report
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


def _unknown(name: str, place: Place | None, scope: Scope, report: Report) -> None:
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
