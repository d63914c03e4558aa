"""What may stand where in a document, made from the vocabulary; and which lists are whole by what it says."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from msgspec import Struct, field

from ..knowledge.model import FactDefinition, KnowledgeBase, ListDefinition, Vocabulary
from ..language.completeness import completed_by, completeness, is_completeness
from ..reading.places import pointer_of
from .memory import WorkingMemory

T = TypeVar("T")


class Outline(Struct):
    """What may stand at one point of the document.

    Attributes:
        children: The keys that an object may have here.
        fact: The fact that is stated here, if any.
        listed: The list whose elements stand here, if any.
        subject: The family member that everything below belongs to (`capitals/human`).
        segment: What its key adds to a JSON pointer (`/organisations`).
    """

    children: dict[str, Outline] = field(default_factory=dict)
    fact: FactDefinition | None = None
    listed: ListDefinition | None = None
    element: Outline | None = None
    subject: str | None = None
    segment: str = ""


def outline_of(kb: KnowledgeBase) -> Outline:
    """Return the outline of a whole document, made once for each knowledge base."""
    return made_once(kb, _pointed)


def made_once(kb: KnowledgeBase, make: Callable[[KnowledgeBase], T]) -> T:
    """Return what is made of a knowledge base; it is made once and kept with it."""
    kept, name = vars(kb), f"_{make.__name__}"
    if name not in kept:
        kept[name] = make(kb)
    found: T = kept[name]
    return found


def _pointed(kb: KnowledgeBase) -> Outline:
    found = outline(kb.vocabulary)
    _point(found)
    return found


def _point(node: Outline) -> None:
    for key, child in node.children.items():
        child.segment = pointer_of(key)
        _point(child)
    if node.element is not None:
        _point(node.element)


def outline(vocabulary: Vocabulary) -> Outline:
    """Return the outline of a whole document."""
    root = Outline()
    for path, listed in vocabulary.lists.items():
        if path.startswith("$"):
            continue
        node = _at(root, path)
        if listed.members:
            for member in listed.members:
                child = node.children.setdefault(member, Outline())
                child.subject = f"{path}/{member}"
        else:
            node.listed = listed
            node.element = Outline()
    for fact in vocabulary.facts.values():
        _place(root, fact, vocabulary)
    return root


def _place(root: Outline, fact: FactDefinition, vocabulary: Vocabulary) -> None:
    if is_completeness(fact.path):
        _at(root, "complete").children[completed_by(fact.path)] = Outline(fact=fact)
        _at(root, fact.path).fact = fact  # with a brace for each dot it means the same
    elif fact.source is None:
        node = _at(root, fact.path)
        node.fact = fact
    else:
        listed = vocabulary.lists[fact.source]
        node = _at(root, fact.source)
        if listed.members:
            for member in listed.members:
                child = node.children[member]
                child.children[fact.attribute] = Outline(fact=fact, subject=child.subject)
        elif node.element is not None:
            node.element.children[fact.attribute] = Outline(fact=fact)


def _at(root: Outline, path: str) -> Outline:
    node = root
    for part in path.split("."):
        node = node.children.setdefault(part, Outline())
    return node


LARGEST_LIST = 1_000
"""Elements of one list; a longer one is refused."""


def closed_in(memory: WorkingMemory, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the lists of which no element can be missing, by what a project states."""
    return frozenset(
        path
        for path, listed in vocabulary.lists.items()
        if not listed.is_stated
        or (path in memory.elements and (listed.complete == "stated" or memory.project.get(completeness(path)) is True))
    )
