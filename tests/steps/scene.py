"""The project that a scenario describes, as it grows sentence by sentence.

A scene holds a project document and the parameters that the scenario sets. Every name is looked up in the vocabulary, so
that a misspelt one fails with the name that was probably meant; values are checked where the project is read.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from advise.engine.assess.model import Assessment
from advise.engine.knowledge.load import load_knowledge_base
from advise.engine.knowledge.model import FactDefinition, KnowledgeBase, ListDefinition, ParameterDefinition
from advise.engine.language.problem import ProblemsError, nearest, render_all

EXEMPLARY = Path(__file__).resolve().parents[2] / "examples" / "exemplary.json"
UNKNOWN = object()
"""The value of a fact that a scenario leaves or makes unknown."""
_FEW = 10
"""As many names as a message lists when none of them is near."""


class SentenceError(AssertionError):
    """A sentence of a scenario that says something which cannot be meant."""


@dataclass(slots=True)
class Scene:
    """A scenario's project, and its assessment once it was reviewed.

    Attributes:
        kb: The knowledge base, with the scenario's parameters.
        document: The project document so far.
        parameters: The parameters that the scenario sets, as JSON.
    """

    kb: KnowledgeBase
    document: dict[str, Any] = field(default_factory=dict)
    parameters: dict[str, str] = field(default_factory=dict)
    assessment: Assessment | None = None

    def review(self) -> None:
        """Assess the project as it stands."""
        import advise

        try:
            self.assessment = advise.assess(copy.deepcopy(self.document), self.kb)
        except ProblemsError as error:
            raise SentenceError("the project cannot be reviewed:\n" + render_all(error.problems, "en")) from None

    def reviewed(self) -> Assessment:
        """Return the assessment; a scenario that never reviews its project fails."""
        if self.assessment is None:
            raise SentenceError(
                "nothing was reviewed yet; write 'When the project is reviewed' before the first 'Then'"
            )
        return self.assessment

    def set_parameter(self, name: str, value: Any) -> None:
        """Give a parameter another value for this scenario."""
        known(name, self.kb.parameters, "parameter")
        self.parameters[name] = json.dumps(value)
        self.kb = knowledge_base(tuple(sorted(self.parameters.items())))

    def state(self, path: str, value: Any, *, listing: bool = False) -> None:
        """State a fact, or make it unknown.

        Args:
            path: `top.visited_site`, `organisations/city.involved`, `capitals/human.strength`, `kpis`.
            value: A JSON value, or `UNKNOWN`.
            listing: Whether an element that is not in its list yet is added to it.
        """
        source, element, attribute = split(path, self.kb)
        if source is None:
            known(path, [*self.kb.vocabulary.facts, *_open_lists(self.kb)], "fact")
            if path in self.kb.vocabulary.lists and value is not UNKNOWN and value != []:
                raise SentenceError(f"'{path}' is a list: it can be [] or unknown; give its elements in a table")
            _put(self._holder(path), _last(path), value)
            return
        if attribute is not None:
            attribute_of(source, attribute, self.kb)
        holder = self._element(source, element, listing)
        if attribute is not None:
            _put(holder, attribute, value)

    def add(self, path: str, value: Any) -> None:
        """Add a value to a fact that holds several."""
        source, element, attribute = split(path, self.kb)
        if source is None or attribute is None:
            known(path, self.kb.vocabulary.facts, "fact")
            holder, key = self._holder(path), _last(path)
        else:
            attribute_of(source, attribute, self.kb)
            holder, key = self._element(source, element, False), attribute
        before = holder.get(key) or []
        if isinstance(before, dict):
            before = before["value"]
        holder[key] = [*before, value]

    def elements(self, source: str) -> list[dict[str, Any]] | None:
        """Return the elements of a list as stated, None when it is not."""
        node: Any = self.document
        for part in source.split("."):
            node = node.get(part, {}) if isinstance(node, dict) else {}
        if isinstance(node, dict):
            node = node.get("value")
        return node if isinstance(node, list) else None

    def list_elements(self, listed: ListDefinition, rows: Iterable[dict[str, Any]]) -> None:
        """State a list anew, with these elements."""
        elements = []
        for row in rows:
            for column in row:
                if column not in ("id", "name"):
                    attribute_of(listed.path, column, self.kb)
            elements.append({key: value for key, value in row.items() if value is not UNKNOWN})
        self._holder(listed.path)[_last(listed.path)] = elements

    def _element(self, source: str, element: str, listing: bool) -> dict[str, Any]:
        listed = self.kb.vocabulary.lists[source]
        if listed.members:
            known(element, listed.members, listed.element)
            holder: dict[str, Any] = self._holder(f"{source}.{element}.x")
            return holder
        elements = self.elements(source)
        for candidate in elements or []:
            if candidate["id"] == element:
                return candidate
        if not listing:
            names = [str(candidate["id"]) for candidate in elements or []]
            raise SentenceError(f"the scenario has no {listed.element} '{element}'{_meant(element, names)}")
        added = {"id": element}
        if elements is None:
            self._holder(source)[_last(source)] = [added]
        else:
            elements.append(added)
        return added

    def _holder(self, path: str) -> dict[str, Any]:
        """Return the object of the document in which a fact of the project stands."""
        if path.startswith("complete."):
            holder: dict[str, Any] = self.document.setdefault("complete", {})
            return holder
        node = self.document
        for part in path.split(".")[:-1]:
            node = node.setdefault(part, {})
        return node


def split(path: str, kb: KnowledgeBase) -> tuple[str | None, str, str | None]:
    """Split a path into list, element and attribute; the list is None for what belongs to the project.

    A subject alone (`organisations/city`) has no attribute.
    """
    source, slash, rest = path.partition("/")
    if not slash:
        return None, "", None
    known(source, [name for name in kb.vocabulary.lists if not name.startswith("$")], "list")
    element, dot, attribute = rest.partition(".")
    return source, element, attribute if dot else None


def attribute_of(source: str, attribute: str, kb: KnowledgeBase) -> FactDefinition:
    """Return the definition of a fact of a list's elements."""
    facts = {fact.attribute: fact for fact in kb.vocabulary.facts.values() if fact.source == source}
    known(attribute, facts, f"fact of {source}")
    return facts[attribute]


def fact_at(path: str, kb: KnowledgeBase) -> FactDefinition | None:
    """Return the definition of the fact at a path; None for a list or an element."""
    source, _, attribute = split(path, kb)
    if source is None:
        return kb.vocabulary.facts.get(path)
    return None if attribute is None else attribute_of(source, attribute, kb)


def known(name: str, names: Iterable[str], what: str) -> str:
    """Return a name that is among the known ones; fail with the nearest one otherwise."""
    among = list(names)
    if name not in among:
        raise SentenceError(f"there is no {what} '{name}'{_meant(name, among)}")
    return name


@lru_cache(maxsize=32)
def knowledge_base(parameters: tuple[tuple[str, str], ...] = ()) -> KnowledgeBase:
    """Return the knowledge base, some parameters replaced; loaded once for each choice of parameters."""
    kb = load_knowledge_base()
    if not parameters:
        return kb
    overrides = {name: _with_value(kb.parameters[name], json.loads(value)) for name, value in parameters}
    return load_knowledge_base(overrides=overrides)


def exemplary() -> dict[str, Any]:
    """Return the exemplary project, in which nothing is to be found."""
    document: dict[str, Any] = json.loads(EXEMPLARY.read_text(encoding="utf-8"))
    return document


def _with_value(parameter: ParameterDefinition, value: Any) -> ParameterDefinition:
    kept = tuple(value) if isinstance(value, list) else value
    if type(kept) is not type(parameter.value) and not (
        isinstance(kept, (int, float)) and isinstance(parameter.value, (int, float))
    ):
        raise SentenceError(f"parameter '{parameter.name}' cannot be {json.dumps(value)}")
    return replace(parameter, value=kept, reason="as the scenario has it")


def _open_lists(kb: KnowledgeBase) -> list[str]:
    return [path for path, listed in kb.vocabulary.lists.items() if listed.complete != "fixed"]


def _last(path: str) -> str:
    return path.removeprefix("complete.") if path.startswith("complete.") else path.rsplit(".", 1)[-1]


def _put(holder: dict[str, Any], key: str, value: Any) -> None:
    if value is UNKNOWN:
        holder.pop(key, None)
    else:
        holder[key] = value


def _meant(name: str, names: Iterable[str]) -> str:
    among = list(names)
    close = nearest(name, among)
    if close:
        return f"; did you mean '{close}'?"
    return f"; there is: {', '.join(among)}" if 0 < len(among) <= _FEW else ""
