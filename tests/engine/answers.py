"""Answers to questions, at random, written into a project document."""

from __future__ import annotations

from random import Random
from typing import Any

from advise.engine.assess.model import Question
from advise.engine.knowledge.model import FactDefinition, KnowledgeBase


def answer(random: Random, document: dict[str, Any], question: Question, kb: KnowledgeBase) -> None:
    """Answer a question in any way that settles it: a list is complete, and all is known about its elements."""
    if question.fact in kb.vocabulary.lists:
        ids = [f"new{number}" for number in range(random.randint(0, 2))]
        state(document, question.fact, None, [element(random, name, question.fact, document, kb) for name in ids], kb)
        return
    fact = kb.vocabulary.facts[question.fact]
    value: Any = True if fact.path.startswith("complete.") else json_value(random, fact, document, kb)
    if fact.open:
        # Who answers names everything, and does not take back what was named.
        value = sorted({*value, *(named(document, fact.path) or ())})
        state(document, f"complete.{fact.path}", None, True, kb)
    state(document, fact.path, question.subject, value, kb)


def element(random: Random, name: str, path: str, document: dict[str, Any], kb: KnowledgeBase) -> dict[str, Any]:
    """Return an element of which everything is known."""
    facts = [fact for fact in kb.vocabulary.facts.values() if fact.source == path]
    return {"id": name, **{fact.attribute: json_value(random, fact, document, kb) for fact in facts}}


def state(document: dict[str, Any], fact: str, subject: str | None, value: Any, kb: KnowledgeBase) -> None:
    """State a fact in a document."""
    if fact.startswith("complete."):
        document.setdefault("complete", {})[fact.removeprefix("complete.")] = value
        return
    if subject is None:
        put(document, fact.split("."), value)
        return
    path, _, name = subject.partition("/")
    attribute = kb.vocabulary.facts[fact].attribute
    if kb.vocabulary.lists[path].members:
        put(document, [*path.split("."), name, attribute], value)
    else:
        (found,) = (item for item in listed(document, path) if item["id"] == name)
        found[attribute] = value


def put(document: dict[str, Any], way: list[str], value: Any) -> None:
    """Put a value into nested objects."""
    for part in way[:-1]:
        document = document.setdefault(part, {})
    document[way[-1]] = value


def named(document: dict[str, Any], path: str) -> list[str] | None:
    """Return the values that a document names of a set of the project."""
    found: Any = document
    for part in path.split("."):
        found = found.get(part, {})
    return found if isinstance(found, list) else None


def listed(document: dict[str, Any], path: str) -> list[dict[str, Any]]:
    """Return the elements of a list as the document has them."""
    found: Any = document
    for part in path.split("."):
        found = found.get(part, {})
    return found if isinstance(found, list) else []


def json_value(random: Random, fact: FactDefinition, document: dict[str, Any], kb: KnowledgeBase) -> Any:
    """Return a JSON value that a fact can have."""
    if fact.type == "bool":
        return random.random() < 0.5
    if fact.type == "enum":
        return random.choice(list(fact.values))
    if fact.type == "set":
        return [value for value in fact.values if random.random() < 0.5]
    if fact.type == "text":
        return random.choice("ab")
    if fact.type == "texts":
        return random.choice([[], ["x"]])
    if fact.type == "refs":
        ids = [item["id"] for item in listed(document, fact.target or "")]
        return [name for name in [*ids, "ghost"] if random.random() < 0.4]
    low = 0 if fact.minimum is None else int(fact.minimum)
    high = low + 10 if fact.maximum is None else int(fact.maximum)
    return (
        random.choice([low, high, low + 1, (low + high) // 2])
        if fact.type == "int"
        else random.choice([low, high, (low + high) / 2])
    )
