"""The address of a fact: what it is called, the subject it belongs to, and how both are written as one name.

A fact has one spelling, which every report shows and every command takes: `top.visited_site`, `capitals/human.gap`,
`organisations/city.kind`, and `organisations[].kind` where it is meant of whatever organisation. An id may hold dots and
slashes of its own; a name that can be read in two ways means what the project has.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from ..knowledge.model import KnowledgeBase, ListDefinition, Vocabulary


class Address(NamedTuple):
    """A fact of one subject; everything that is known of a project is looked up by it.

    Attributes:
        fact: The name that the vocabulary has for it (`organisations[].kind`, `top.visited_site`); a list's path for
            the list itself, or for one element as a whole.
        subject: Whose fact it is (`organisations/city`), None for the project as a whole, or for every subject.

    >>> str(Address("organisations[].kind", "organisations/univ/eng")), str(Address("organisations", "organisations/city"))
    ('organisations/univ/eng.kind', 'organisations/city')
    """

    fact: str
    subject: str | None = None

    def __str__(self) -> str:
        """Return the name as it is shown and typed."""
        if self.subject is None:
            return self.fact
        attribute = self.attribute
        return f"{self.subject}.{attribute}" if attribute else self.subject

    def beside(self, fact: str, vocabulary: Vocabulary) -> Address:
        """Return where another fact stands: of the same subject, where it is one of a subject's, else of the project.

        >>> from types import SimpleNamespace as Some
        >>> vocabulary = Some(definition={"seeds[].running": Some(source="seeds")}.get)
        >>> Address("seeds[].outlook", "seeds/a").beside("seeds[].running", vocabulary).subject
        'seeds/a'
        """
        definition = vocabulary.definition(fact)
        return Address(fact, self.subject if definition is not None and definition.source is not None else None)

    @property
    def attribute(self) -> str:
        """What the fact is called among those of its subject; empty for an element as a whole."""
        for joint in ("[].", ".*."):
            if joint in self.fact:
                return self.fact.partition(joint)[2]
        return self.fact.partition(".")[2] if self.fact.startswith("$") else ""


def subject_of(source: str, name: object) -> str:
    """Return the subject of an element by its id: `<list path>/<id>`, or the bare value of a set parameter."""
    return str(name) if source.startswith("$") else f"{source}/{name}"


def subject_of_outcome(key: tuple[str, str | None], kb: KnowledgeBase) -> str | None:
    """Return the subject of a rule's outcome; None for the project, and where a rule's list is not stated."""
    loop = kb.rule(key[0]).loop
    return None if loop is None or key[1] is None else subject_of(loop.source, key[1])


def source_and_id(subject: str) -> tuple[str, str]:
    """Return the list and the id of a subject; no list for the bare value of a set parameter.

    >>> source_and_id("organisations/univ/eng"), source_and_id("municipality")
    (('organisations', 'univ/eng'), ('', 'municipality'))
    """
    source, slash, name = subject.partition("/")
    return (source, name) if slash else ("", subject)


def is_element(address: Address, vocabulary: Vocabulary) -> bool:
    """Tell whether this is an element of a list as a whole, which can be left out."""
    listed = vocabulary.lists.get(address.fact)
    return listed is not None and listed.is_stated and address.subject is not None


def read_address(name: str, vocabulary: Vocabulary, there: Collection[str] = ()) -> Address | None:
    """Return what a name means: a fact, a derived fact, a list or an element; None when nothing has that name.

    Args:
        name: As it was typed; a family's member may stand behind a dot as well (`capitals.human.gap`).
        vocabulary: Gives the facts and lists.
        there: The subjects that there are. Where ids look like names, a name can be read in several ways; it means the
            one that is there. An element whose id has a dot must be there, since the name is rather a misspelt fact's.
    """
    if vocabulary.definition(name) is not None or name in vocabulary.lists:
        return Address(name)
    found = list(_readings(name, vocabulary, there))
    return next((one for one in found if one.subject in there), found[0] if found else None)


def _readings(name: str, vocabulary: Vocabulary, there: Collection[str]) -> Iterator[Address]:
    for listed in sorted(vocabulary.lists.values(), key=lambda one: -len(one.path)):
        for joint in ("/", ".") if listed.members else ("/",):
            head = "" if listed.path.startswith("$") else listed.path + joint
            if name.startswith(head):
                yield from _within(listed, name[len(head) :], vocabulary, there)


def _within(listed: ListDefinition, name: str, vocabulary: Vocabulary, there: Collection[str]) -> Iterator[Address]:
    """Yield what `id.attribute` can mean, or an id alone, among the elements of one list."""
    known = {one.attribute for one in vocabulary.definitions() if one.source == listed.path}
    known |= set() if listed.members else {"id", "name"}
    ends = [at for at, sign in enumerate(name) if sign == "." and name[at + 1 :] in known]
    for at in (*ends, len(name)):
        element, attribute = name[:at], name[at + 1 :]
        subject = subject_of(listed.path, element)
        if (
            element in listed.members
            if listed.members
            else element and (attribute or "." not in name or subject in there)
        ):
            yield Address(listed.path_of(attribute) if attribute else listed.path, subject)
