"""The project that a scenario describes, as it grows sentence by sentence.

A scene holds a project document and the parameters that the scenario sets. Every name is looked up in the vocabulary, so
that a misspelt one fails with the name that was probably meant; values are checked where the project is read.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import Any

from ..assess import Assessment, assess
from ..compiled import CompiledKnowledgeBase
from ..knowledge.model import KnowledgeBase, ListDefinition
from ..problems.problem import ProblemsError, render_all
from . import saying
from .home import Home
from .lookup import attribute_of, split
from .saying import SentenceError, UnmetError, known, nearest_of

__all__ = ["UNKNOWN", "Scene", "SentenceError", "UnmetError"]

UNKNOWN = object()
"""The value of a fact that a scenario leaves or makes unknown."""


class Scene:
    """A scenario's project, and its assessment once it was reviewed.

    Attributes:
        home: The knowledge base with its sentences and its exemplary project.
        document: The project document so far.
        parameters: The parameters that the scenario sets.
        today: The day of the review; the calendar's when None.
        kb: The knowledge base, with the scenario's parameters.
    """

    def __init__(self, home: Home, document: dict[str, Any] | None = None, today: str | None = None) -> None:
        """Begin with a project, an empty one unless another is given, and the parameters that the knowledge base has."""
        self.home = home
        self.document: dict[str, Any] = {} if document is None else document
        self.parameters: dict[str, Any] = {}
        self.assessment: Assessment | None = None
        self.today = today
        self.kb: CompiledKnowledgeBase = home.kb

    def review(self) -> None:
        """Assess the project as it stands."""
        try:
            self.assessment = assess(copy.deepcopy(self.document), self.kb, today=self.today)
        except ProblemsError as error:
            raise SentenceError(
                "the project cannot be reviewed:\n" + render_all(error.problems, "en"),
                "事業を確認できません。\n" + render_all(error.problems, "ja"),
            ) from None

    def reviewed(self) -> Assessment:
        """Return the assessment; a scenario that never reviews its project fails."""
        if self.assessment is None:
            raise SentenceError(
                "nothing was reviewed yet; write 'When the project is reviewed' before the first 'Then'",
                "まだ確認していません。最初の Then の前に When the project is reviewed と書いてください",
            )
        return self.assessment

    def set_parameter(self, name: str, value: Any) -> None:
        """Give a parameter another value for this scenario."""
        known(name, self.kb.parameters, saying.PARAMETER)
        self.parameters[name] = value
        self.kb = self.home.with_parameters(self.parameters)

    def state(self, path: str, value: Any, *, listing: bool = False) -> None:
        """State a fact, or make it unknown.

        Args:
            path: `top.visited_site`, `organisations/city.involved`, `capitals/human.strength`, `kpis`.
            value: A JSON value, or `UNKNOWN`.
            listing: Whether an element that is not in its list yet is added to it.
        """
        source, element, attribute = split(path, self.kb)
        if source is None:
            known(path, [*self.kb.vocabulary.facts, *_open_lists(self.kb)], saying.FACT)
            if path in self.kb.vocabulary.lists and value is not UNKNOWN and value != []:
                raise SentenceError(
                    f"'{path}' is a list: it can be [] or unknown; give its elements in a table",
                    f"「{path}」は一覧です。[] か unknown とするか、要素を表で示してください",
                )
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
            known(path, self.kb.vocabulary.facts, saying.FACT)
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

    def there(self, subject: str) -> None:
        """Fail when the scenario has no such element (`organisations/city`)."""
        source, element, _ = split(subject, self.kb)
        listed = self.kb.vocabulary.lists[source or ""]
        ids = list(listed.members) or [str(one["id"]) for one in self.elements(listed.path) or []]
        known(element, ids, saying.element_there(listed))

    def _element(self, source: str, element: str, listing: bool) -> dict[str, Any]:
        listed = self.kb.vocabulary.lists[source]
        if listed.members:
            known(element, listed.members, saying.element(listed))
            holder: dict[str, Any] = self._holder(f"{source}.{element}.x")
            return holder
        elements = self.elements(source)
        for candidate in elements or []:
            if candidate["id"] == element:
                return candidate
        if not listing:
            meant = nearest_of(element, [str(candidate["id"]) for candidate in elements or []])
            name = saying.element(listed)
            raise SentenceError(
                f"the scenario has no {name['en']} '{element}'{meant['en']}",
                f"シナリオに{name['ja']}「{element}」はありません{meant['ja']}",
            )
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


def _open_lists(kb: KnowledgeBase) -> list[str]:
    return [path for path, listed in kb.vocabulary.lists.items() if listed.complete != "fixed"]


def _last(path: str) -> str:
    return path.removeprefix("complete.") if path.startswith("complete.") else path.rsplit(".", 1)[-1]


def _put(holder: dict[str, Any], key: str, value: Any) -> None:
    if value is UNKNOWN:
        holder.pop(key, None)
    else:
        holder[key] = value
