"""What more could become known about a project: random completions of what is unknown in a working memory."""

from __future__ import annotations

from random import Random
from typing import Any

from advise.engine.knowledge.model import FactDefinition, KnowledgeBase, Vocabulary
from advise.engine.project.memory import Element, OpenSet, WorkingMemory


def refined(random: Random, memory: WorkingMemory, kb: KnowledgeBase, share: float = 1.0) -> WorkingMemory:
    """Return a project in which more is known: what is known stays, what is not becomes known.

    Args:
        random: The source of choices.
        memory: The project; it is not modified.
        kb: The knowledge base, whose vocabulary the facts are of.
        share: How much of what is unknown becomes known; 1.0 leaves nothing unknown.
    """
    words = kb.vocabulary
    found = WorkingMemory(
        dict(memory.project),
        {path: [dict(element) for element in elements] for path, elements in memory.elements.items()},
        memory.closed,
    )
    closed = set(memory.closed)
    for path, listed in words.lists.items():
        if path in closed or random.random() >= share:
            continue
        elements = found.elements.setdefault(path, [])
        elements.extend({"id": f"new{number}"} for number in range(random.randint(0, 2)))
        if listed.complete != "declared":
            closed.add(path)
        elif found.project.get(f"complete.{path}") is not False and random.random() < 0.7:
            found.project[f"complete.{path}"] = True
            closed.add(path)
        else:
            found.project.setdefault(f"complete.{path}", False)
    found.closed = frozenset(closed)
    for fact in words.facts.values():
        if fact.path.startswith("complete."):
            continue
        for holder, name in places_of(fact, found):
            if name not in holder and random.random() < share:
                holder[name] = some_value(random, fact, found, words)
            elif isinstance(named := holder.get(name), OpenSet) and random.random() < share:
                holder[name] = frozenset(named) | some_value(random, fact, found, words)
                if random.random() >= share:
                    holder[name] = OpenSet(holder[name])
    return found


def places_of(fact: FactDefinition, memory: WorkingMemory) -> list[tuple[dict[str, Any], str]]:
    """Return every place where a fact can be known, with its name there."""
    if fact.source is None:
        return [(memory.project, fact.path)]
    elements: list[Element] = memory.elements.get(fact.source, [])
    return [(element, fact.attribute) for element in elements]


def some_value(random: Random, fact: FactDefinition, memory: WorkingMemory, words: Vocabulary) -> Any:
    """Return a value that a fact can have."""
    if fact.type == "bool":
        return random.random() < 0.5
    if fact.type == "enum":
        return random.choice(list(fact.values))
    if fact.type == "set":
        return frozenset(value for value in fact.values if random.random() < 0.5)
    if fact.type == "text":
        return random.choice("ab")
    if fact.type == "texts":
        return random.choice([(), ("x",)])
    if fact.type == "refs":
        ids = [str(element["id"]) for element in memory.elements.get(fact.target or "", [])]
        return frozenset(name for name in [*ids, "ghost"] if random.random() < 0.4)
    low = 0.0 if fact.minimum is None else fact.minimum
    high = low + 10 if fact.maximum is None else fact.maximum
    value = random.choice([low, high, low + (high - low) / 2, low + (high - low) / 20])
    return float(round(value)) if fact.type == "int" else value
