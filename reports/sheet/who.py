"""Who is asked what: the organisation that a question is about, those of the kind that can usually answer it, or a role."""

from __future__ import annotations

from collections.abc import Sequence

from ...engine.interview.answers import Choice, chosen, plain
from ...engine.project.address import Address
from ..texts import say
from ..texts.misuse import Misuse
from .rows import Desk

_CONCERNED = ("organisation", "champion")
"""The roles of whomever a question is about, and of somebody there."""

_NAMED = 30


class Who:
    """The people behind one project; each is a subject (`organisations/city`) or a role (`company_top`)."""

    def __init__(self, desk: Desk) -> None:
        """Keep the project, and find out whose role somebody in it has."""
        self.desk = desk
        self.holders: dict[str, list[str]] = {}
        facts = desk.kb.vocabulary.facts.values()
        acting = {one.source for one in facts if not set(_CONCERNED).isdisjoint(one.ask)}
        enums = [one for one in facts if one.source in acting and one.type == "enum"]
        self.kinds = {value: label for one in enums for value, label in one.values.items()}
        kinds = desk.kb.owners.keys() | self.kinds.keys()
        for path, elements in desk.project.memory.elements.items():
            if path.startswith("$") or desk.kb.vocabulary.lists[path].members:
                continue
            for element in elements:
                for role in kinds & {value for value in element.values() if isinstance(value, str)}:
                    self.holders.setdefault(role, []).append(f"{path}/{element['id']}")

    def can_answer(self, key: Address) -> list[str]:
        """Return who can usually answer, the first of all first: a role, and before it those who have it."""
        found: list[str] = []
        vocabulary = self.desk.kb.vocabulary
        declared = vocabulary.facts.get(key.fact) or vocabulary.lists.get(key.fact)
        for role in declared.ask if declared is not None else ():
            if role in _CONCERNED and key.subject is not None:
                found.append(key.subject)
            found += [*self.holders.get(role, ()), role]
        return found

    def of(self, person: str, keys: Sequence[Address]) -> list[Address]:
        """Return those of some questions that are about somebody, or that somebody can usually answer; of a role, or who has it."""
        persons = {person, *self.holders.get(person, ())}
        return [key for key in keys if key.subject in persons or not persons.isdisjoint(self.can_answer(key))]

    def each(self, keys: Sequence[Address]) -> dict[str, list[Address]]:
        """Return questions by the name of who is asked first; those that nobody in particular can answer together."""
        found: dict[str, list[Address]] = {}
        for key in keys:
            persons = self.can_answer(key)
            name = self.name(persons[0]) if persons else say("questions", self.desk.language)
            found.setdefault(name, []).append(key)
        return found

    def name(self, person: str) -> str:
        """Return what somebody is called."""
        called = self.desk.kb.owners.get(person) or self.kinds.get(person)
        return self.desk.teller.subject(person) if called is None else called[self.desk.language]

    def everybody(self) -> list[str]:
        """Return what all roles are called, and the first who have one."""
        holders = [one for several in self.holders.values() for one in several][:_NAMED]
        return list(dict.fromkeys(map(self.name, [*self.desk.kb.owners, *holders])))

    def meant(self, word: str) -> str:
        """Return whom a word means: what the project has or calls somebody who can answer something, such a role or a kind.

        Half of a label is enough, or a part of one name, where nobody else can be meant but who is of the kind meant.

        Raises:
            Misuse: Nobody, or any of several.
        """
        able = {one for key in self.desk.keys(everything=True) for one in self.can_answer(key)} | self.holders.keys()
        called = [
            Choice(person, label)
            for labels in (self.desk.teller.labels, self.desk.kb.owners, self.kinds)
            for person, label in labels.items()
            if person in able
        ]
        wanted = plain(word)
        by_id = [one for one in called if str(one.value).partition("/")[2].casefold() == wanted]
        found = chosen(word, called) or (by_id[0] if len(by_id) == 1 else None)
        if found is not None:
            return str(found.value)
        meant = {str(one.value) for one in called if any(wanted in plain(name) for name in one.label.values())}
        persons = [one for one in meant if meant <= {one, *self.holders.get(one, ())}]
        if wanted and len(persons) == 1:
            return persons[0]
        several = dict.fromkeys(self.name(str(one.value)) for one in called if wanted and one.value in meant)
        if several:
            raise Misuse("sheet.whom.several", word=word, there=self.desk.teller.join(list(several)))
        there = dict.fromkeys(self.name(str(one.value)) for one in called)
        raise Misuse("sheet.whom", word=word, there=self.desk.teller.join(list(there)))
