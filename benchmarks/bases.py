"""What is measured with: projects with more and fewer facts, knowledge bases with more and fewer rules."""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from advise.engine.knowledge import KnowledgeBase
from advise.engine.language.tree import Condition, facts_of
from advise.engine.project.project import Project, read_project
from advise.engine.reading.document import read_document

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
_LISTS = ("organisations", "goals", "kpis", "themes")


def example(name: str, kb: KnowledgeBase) -> Project:
    """Read one of the examples."""
    return read_project(EXAMPLES / f"{name}.json", kb)


def with_facts(count: int, kb: KnowledgeBase) -> Project:
    """Return the exemplary project with about so many facts: its first ones, or with its lists several times over."""
    data: dict[str, Any] = copy.deepcopy(read_document(EXAMPLES / "exemplary.json").data)
    project = read_project(data, kb)
    if count < len(project.stated):
        for element in (element for elements in project.memory.elements.values() for element in elements):
            for name in list(element)[1:]:
                if len(project.memory.project) + _element_facts(project) > count:
                    del element[name]
        for name in list(project.memory.project)[count:]:
            del project.memory.project[name]
        return project
    number = 1
    while len(project.stated) < count:
        number += 1
        for name in _LISTS:
            data[name] += [_renamed(item, number) for item in data[name] if "+" not in item["id"]]
        project = read_project(data, kb)
    return project


def with_organisations(count: int) -> dict[str, Any]:
    """Return the document of a project with so many organisations of which little is known, and some KPIs and themes."""
    data: dict[str, Any] = copy.deepcopy(read_document(EXAMPLES / "wakayama.json").data)
    kinds = ("municipality", "local_company", "research_institution", "citizen_group")
    data["organisations"] = [
        {"id": f"organisation-{number}", "kind": kinds[number % len(kinds)]} for number in range(count)
    ]
    for name, number in (("goals", 5), ("kpis", 10), ("themes", 10)):
        data[name] = [{"id": f"{name}-{place}"} for place in range(number)]
    return data


def facts_in(project: Project) -> int:
    """Return how many facts of a project are known."""
    return len(project.memory.project) + _element_facts(project)


def _element_facts(project: Project) -> int:
    return sum(len(element) - 1 for elements in project.memory.elements.values() for element in elements)


def _renamed(item: dict[str, Any], number: int) -> dict[str, Any]:
    """Return a copy of an element under another id, its references to copies of what it refers to."""
    found = copy.deepcopy(item)
    found["id"] = f"{item['id']}+{number}"
    for name in ("goals", "kpis"):
        if isinstance(found.get(name), list):
            found[name] = [f"{reference}+{number}" for reference in found[name]]
    return found


def with_rules(times: int, kb: KnowledgeBase) -> KnowledgeBase:
    """Return a knowledge base with every rule several times, under other codes and names."""
    copies = [
        replace(rule, code=f"{rule.code}x{number}", name=f"{rule.name}-{number}", replaces=())
        for number in range(1, times)
        for rule in kb.rules
    ]
    return replace(kb, rules=(*kb.rules, *copies))


def with_only(codes: Collection[str], kb: KnowledgeBase) -> KnowledgeBase:
    """Return a knowledge base with only some rules and the derivations that they rest on."""
    rules = tuple(rule for rule in kb.rules if rule.code in codes)
    needed: set[str] = set()
    conditions: list[Condition] = [rule.when for rule in rules]
    conditions += [case.when for rule in rules for case in rule.severities if case.when is not None]
    _collect(conditions, kb, needed)
    return replace(kb, rules=rules, derivations=tuple(entry for entry in kb.derivations if entry.concept in needed))


def _collect(conditions: Iterable[Condition], kb: KnowledgeBase, needed: set[str]) -> None:
    for fact in (fact for condition in conditions for fact in facts_of(condition)):
        if fact.path in kb.vocabulary.concepts and fact.path not in needed:
            needed.add(fact.path)
            (derivation,) = (entry for entry in kb.derivations if entry.concept == fact.path)
            _collect((line.when for line in derivation.lines), kb, needed)
