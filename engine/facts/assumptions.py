"""What-if: a project with some facts assumed, for one run; the file stays as it is.

An assumption is written `fact=value`: `commitment.declared=true`, `organisations/city.champion_willing=true`,
`top.dialogue_with=[municipality]`, `kpis/K1.goals=[G1]`, `organisations/bank.kind=financial_institution` (a new element),
`organisations/bank=` (without that element), `commitment.by=` (unknown).
"""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping, Sequence
from typing import Any

from ..knowledge.model import KnowledgeBase
from ..language.problem import Place, Problem, ProblemsError, nearest
from .document import Document
from .project import Project, read_project


def with_assumptions(source: Document | Mapping[str, Any], assumptions: Sequence[str], kb: KnowledgeBase) -> Project:
    """Read a project with facts assumed.

    Args:
        source: The document or the plain data.
        assumptions: Each `fact=value` as described above.
        kb: The knowledge base.

    Raises:
        ProblemsError: An assumption cannot be understood, or the project with it is not valid.
    """
    document = source if isinstance(source, Document) else None
    data: dict[str, Any] = copy.deepcopy(document.data if document is not None else dict(source))  # type: ignore[arg-type]
    problems: list[Problem] = []
    assumed: set[tuple[str, str | None]] = set()
    for written in assumptions:
        name, equals, value = written.partition("=")
        key = _locate(name.strip(), kb)
        if not equals or key is None:
            problems.append(_problem(written, name.strip(), kb))
            continue
        assumed.add(_apply(data, *key, _value(value.strip()), kb))
    if problems:
        raise ProblemsError(problems)
    project = read_project(data, kb)
    project.document = document
    project.language = data.get("lang") if isinstance(data.get("lang"), str) else None
    return _marked(project, assumed)


def _marked(project: Project, assumed: set[tuple[str, str | None]]) -> Project:
    elements = {subject for fact, subject in assumed if not fact and subject is not None}
    marked = {key for key in project.stated if key in assumed or key[1] in elements}
    project.assumed = frozenset(marked)
    return project


def _value(text: str) -> Any:
    if not text:
        return None
    try:
        return json.loads(text)
    except ValueError:
        if text.startswith("[") and text.endswith("]"):
            return [item.strip() for item in text[1:-1].split(",") if item.strip()]
        return text


def _locate(name: str, kb: KnowledgeBase) -> tuple[str, str | None, str] | None:
    """Return source path ('' for the project), element id, and attribute or path; None when nothing has that name."""
    vocabulary = kb.vocabulary
    for path in sorted(vocabulary.lists, key=len, reverse=True):
        listed = vocabulary.lists[path]
        for joint in ("/", "."):
            if not name.startswith(path + joint) or (joint == "." and not listed.members):
                continue
            element, _, attribute = name[len(path) + 1 :].partition(".")
            if listed.members and element not in listed.members:
                continue
            known = {fact.attribute for fact in vocabulary.facts.values() if fact.source == path} | {"name"}
            if attribute in known or (not attribute and not listed.members):
                return path, element, attribute
    if name in vocabulary.lists or (name in vocabulary.facts and vocabulary.facts[name].source is None):
        return "", None, name
    return None


def _apply(
    data: dict[str, Any], source: str, element: str | None, attribute: str, value: Any, kb: KnowledgeBase
) -> tuple[str, str | None]:
    if element is None:
        if attribute.startswith("complete."):
            data.setdefault("complete", {})[attribute.removeprefix("complete.")] = value
        else:
            *way, last = attribute.split(".")
            _object(data, way)[last] = value
        return attribute, None
    subject = f"{source}/{element}"
    if kb.vocabulary.lists[source].members:
        _object(data, [*source.split("."), element])[attribute] = value
        return f"{source}.*.{attribute}", subject
    *way, last = source.split(".")
    holder = _object(data, way)
    elements = holder.get(last)
    if isinstance(elements, dict):
        elements = elements.get("value")
    elements = holder[last] = list(elements or [])
    if not attribute:
        holder[last] = [item for item in elements if item.get("id") != element]
        return "", subject
    for item in elements:
        if item.get("id") == element:
            item[attribute] = value
            return f"{source}[].{attribute}", subject
    elements.append({"id": element, attribute: value})
    return "", subject


def _object(data: dict[str, Any], way: Sequence[str]) -> dict[str, Any]:
    for part in way:
        inner = data.get(part)
        if not isinstance(inner, dict):
            inner = data[part] = {}
        data = inner
    return data


def _problem(written: str, name: str, kb: KnowledgeBase) -> Problem:
    close = nearest(name, [*kb.vocabulary.facts, *kb.vocabulary.lists])
    return Problem(
        "P220",
        {"en": f"'{written}' does not set a fact", "ja": f"「{written}」では事実を仮定できません"},
        {
            "en": f"Did you mean '{close}'?"
            if close
            else "Write fact=value: commitment.declared=true, organisations/city.involved=true.",
            "ja": f"'{close}' のことですか。"
            if close
            else "commitment.declared=true や organisations/city.involved=true のように書きます。",
        },
        Place("--set", 1, 1, len(written), written),
    )
