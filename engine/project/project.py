"""From plain JSON data to a project: names, types and values are checked, and the known facts go to working memory.

Absent and null mean unknown; an empty list or set says that there is none. Of an open set, and of a list that is not said
to be complete, what is not named is unknown. Everything that does not fit is reported at once, with
its place and a cure. Which keys may stand where (`Outline`) is made from the vocabulary.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from ..knowledge.model import SETTINGS, FactDefinition, KnowledgeBase, ListDefinition
from ..language.completeness import completeness, is_completeness
from ..problems.problem import SHOWN, Problem, ProblemsError
from ..problems.texts import LANGUAGES
from ..reading.document import Document, read_document
from ..reading.limits import MOST_PROBLEMS
from ..reading.places import pointer_of
from .address import Address, source_and_id
from .decisions import read_asked, read_responses
from .ids import one_form, unify
from .memory import Element, Value, WorkingMemory
from .outline import LARGEST_LIST, Outline, closed_in, outline_of
from .stated import Annotations, Assumption, Project, Stated
from .values import LONGEST_ID, PROVENANCE, convert, is_blank, is_no_day, is_wrapped, set_as_named, without_blanks

MOST_NOTES = 10
"""Notes that are told of one project."""


def read_project(source: str | os.PathLike[str] | bytes | Mapping[str, Any] | Document, kb: KnowledgeBase) -> Project:
    """Read and check a project.

    Args:
        source: A path, `-`, bytes, a document that was read, or the plain data itself.
        kb: The knowledge base whose vocabulary the project is written in.

    Raises:
        ProblemsError: With everything that is wrong with it.
    """
    if isinstance(source, bytes):
        from .plain import known_in

        content = source
        known = known_in(content, kb)
        if known is not None:
            memory, language = known
            return Project(memory, language=language, again=lambda: read_project(read_document(content), kb).tell())
    elif isinstance(source, Mapping):
        return _explained(dict(source), None, kb)
    document = source if isinstance(source, Document) else read_document(source)
    return _explained(document.data, document, kb)


def _explained(data: dict[str, Any], document: Document | None, kb: KnowledgeBase) -> Project:
    """Read a project of which everything is told: where each fact stands, and what is wrong with it."""
    reader = _Reader(kb, document)
    with suppress(_Enough):
        reader.read(data)
    if reader.problems:
        raise ProblemsError(reader.problems)
    return reader.project


_OTHER_DOCUMENTS = {"P217": ("schema_version",), "P218": ("properties", "$schema")}
"""What is said of other documents of ours in place of a project, and what they have at their top."""


class _Enough(Exception):
    """So much is wrong that the rest is not looked at."""


class _Reader:
    """Walks the data along the outline; collects facts and problems."""

    def __init__(self, kb: KnowledgeBase, document: Document | None) -> None:
        self.kb = kb
        self.problems: list[Problem] = []
        self.project = Project(WorkingMemory(), told=Annotations(document=document))
        self.unknown: set[str] = set()

    def read(self, data: dict[str, Any]) -> None:
        if self._is_another_document(data):
            return
        root = outline_of(self.kb)
        memory = self.project.memory
        for path, listed in self.kb.vocabulary.lists.items():
            if listed.members:
                memory.elements[path] = [{"id": member} for member in listed.members]

        def complain(code: str, pointer: str, details: dict[str, Any]) -> None:
            self._problem(code, pointer, **details)

        def note(code: str, pointer: str, details: dict[str, Any]) -> None:
            self._note(code, pointer, **details)

        if data.get("responses") is not None:
            codes = frozenset((*(rule.code for rule in self.kb.rules), *self.kb.given_up))
            self.project.responses = read_responses(data["responses"], codes, complain, note)
        for response in self.project.responses:
            if (gone := self.kb.given_up.get(response.finding)) is not None:
                self._note("P265", f"{response.pointer}/finding", value=gone.code, other=gone.now)
        if data.get("asked") is not None:
            facts = {**self.kb.vocabulary.facts, **self.kb.vocabulary.lists}
            self.project.asked = read_asked(data["asked"], facts, complain, note)
        language = data.get("lang")
        if language is not None and language not in LANGUAGES:
            self._problem("P206", "/lang", value=language, path="lang", allowed=[*LANGUAGES[::-1]])
        self.project.language = language if isinstance(language, str) else None
        settings = {key: value for key, value in data.items() if key not in SETTINGS}
        self._object(settings, root, "", "", None, memory.project)
        memory.closed = closed_in(memory, self.kb.vocabulary)
        self._open_sets()
        unify(self.project, self.kb.vocabulary, self._note)

    def _is_another_document(self, data: Mapping[str, Any]) -> bool:
        """Tell whether this is a result or a schema, and say so in place of calling each of its keys unknown."""
        for code, marks in _OTHER_DOCUMENTS.items():
            if data.keys() >= set(marks) and not any(name.partition(".")[0] in marks for name in self._names()):
                self._problem(code, f"/{marks[0]}", key=True)
                return True
        return False

    def _names(self) -> list[str]:
        return [*self.kb.vocabulary.facts, *self.kb.vocabulary.lists]

    def _open_sets(self) -> None:
        """Mark the sets that may hold more than is named."""
        known = self.project.memory.project
        for path, fact in self.kb.vocabulary.facts.items():
            if fact.open and path in known:
                known[path] = set_as_named(known[path], known.get(completeness(path)), fact)

    def _object(
        self, data: Any, node: Outline, path: str, pointer: str, subject: str | None, known: dict[str, Value]
    ) -> None:
        if data is None:
            return
        if not isinstance(data, dict):
            self._problem("P202", pointer, path=path)
            return
        for name_, value in data.items():
            key = str(name_)  # a Python object can have keys that no document has
            child = node.children.get(key)
            at = pointer + (pointer_of(key) if child is None else child.segment)
            name = f"{path}.{key}" if path else key
            if child is None:
                self._unknown_key(key, name, node, at)
            elif child.fact is not None:
                self._fact(child.fact, value, at, child.subject or subject, known)
            elif child.listed is not None:
                self._list(child.listed, child, value, at)
            else:
                self._object(value, child, name, at, child.subject, self._known(child, known))

    def _known(self, node: Outline, known: dict[str, Value]) -> dict[str, Value]:
        """Return where facts below a node are kept: a family member's element, or where they were kept so far."""
        if node.subject is None:
            return known
        source, member = source_and_id(node.subject)
        return next(element for element in self.project.memory.elements[source] if element["id"] == member)

    def _unwrapped(self, data: Any, pointer: str) -> tuple[Any, str, dict[str, Any]]:
        """Take a value out of what says where it comes from."""
        if not is_wrapped(data):
            return data, pointer, {}
        kept: dict[str, Any] = {}
        for key, text in data.items():
            if key in PROVENANCE:
                kept[key] = text
                if text is not None and not isinstance(text, str):
                    self._problem("P207", f"{pointer}/{key}", path=key)
                elif key == "as_of" and text is not None and is_no_day(text):
                    self._problem("P233", f"{pointer}/{key}", value=text)
            elif key != "value":
                self._problem("P209", f"{pointer}/{key}", key=True, value=key, allowed=["value", *PROVENANCE])
        return data["value"], f"{pointer}/value", kept

    def _fact(
        self, fact: FactDefinition, data: Any, pointer: str, subject: str | None, known: dict[str, Value]
    ) -> None:
        kept: dict[str, Any] = {}
        if isinstance(data, dict):
            data, pointer, kept = self._unwrapped(data, pointer)
        if data is None:
            about = subject if fact.source is not None else None
            if isinstance(kept.get("source"), str) and not is_blank(kept["source"]):
                self.project.unknown[Address(fact.path, about)] = Stated(fact.path, about, None, pointer, **kept)
            return
        value, problems = convert(fact, data)
        for code, offset, details in problems:
            self._problem(code, pointer + offset, path=fact.path, **details)
        if value is None:
            return
        if is_completeness(fact.path) and Address(fact.path, subject) in self.project.stated:
            self._problem("P221", pointer, path=fact.path)
            return
        # A fact of one family member only (`capitals.human.digital_engineers`) is a fact of the project.
        if fact.source is None:
            self.project.memory.project[fact.path], subject = value, None
        else:
            known[fact.attribute] = value
        said = without_blanks(data) if isinstance(data, list) else data
        self.project.stated[Address(fact.path, subject)] = Stated(fact.path, subject, said, pointer, **kept)

    def _list(self, listed: ListDefinition, node: Outline, data: Any, pointer: str) -> None:
        data, pointer, kept = self._unwrapped(data, pointer)
        if data is None:
            return
        if not isinstance(data, list):
            self._problem("P203", pointer, path=listed.path)
            return
        if len(data) > LARGEST_LIST:
            self._problem("P210", pointer, path=listed.path, count=len(data), limit=LARGEST_LIST)
            return
        assert node.element is not None
        elements: list[Element] = []
        first: dict[str, str] = {}
        self.project.stated[Address(listed.path)] = Stated(listed.path, None, [], pointer)
        for index, item in enumerate(data):
            at = f"{pointer}/{index}"
            if not isinstance(item, dict):
                self._problem("P202", at, path=f"{listed.path}[{index}]")
                continue
            name = self._id(item, at, first)
            subject = f"{listed.path}/{name}"
            element: Element = {"id": name}
            self.project.elements[subject] = at
            facts = {key: value for key, value in item.items() if key not in ("id", "name")}
            self._name(item.get("name"), subject, at)
            self._object(facts, node.element, f"{listed.path}[]", at, subject, element)
            elements.append(element)
        self.project.memory.elements[listed.path] = elements
        ids = [element["id"] for element in elements]
        self.project.stated[Address(listed.path)] = Stated(listed.path, None, ids, pointer, **kept)

    def _id(self, item: dict[str, Any], pointer: str, first: dict[str, str]) -> str:
        name = item.get("id")
        if not isinstance(name, str) or is_blank(name) or len(name) > LONGEST_ID:
            self._problem("P204", f"{pointer}/id" if "id" in item else pointer, value=name)
            return f"?{len(first)}"
        if one_form(name) in first:
            self._problem("P205", f"{pointer}/id", value=name, first=first[one_form(name)])
        first.setdefault(one_form(name), f"{pointer}/id")
        return name

    def _name(self, name: Any, subject: str, pointer: str) -> None:
        if is_wrapped(name):
            name = name["value"]
        if name is None:
            return
        if not isinstance(name, str):
            self._problem("P207", f"{pointer}/name", path="name")
        elif not is_blank(name):
            self.project.names[subject] = name.strip()

    def _unknown_key(self, key: str, name: str, node: Outline, pointer: str) -> None:
        if name in self.kb.vocabulary.concepts:
            self._problem("P208", pointer, key=True, path=name)
            return
        # What may have been meant takes long to find out and is shown for the first few only.
        if len(self.unknown) < SHOWN:
            self.unknown.add(name)
        names = {"siblings": list(node.children), "names": self._names()} if name in self.unknown else {}
        self._problem("P201", pointer, key=True, value=name, word=key, **names)

    def _note(self, code: str, pointer: str, **details: Any) -> None:
        told = self.project.tell()
        if len(told.noted) < MOST_NOTES:
            told.noted += (self._told(code, pointer, **details),)

    def _problem(self, code: str, pointer: str, *, key: bool = False, **details: Any) -> None:
        self.problems.append(self._told(code, pointer, key=key, **details))
        if len(self.problems) == MOST_PROBLEMS:
            raise _Enough

    def _told(self, code: str, pointer: str, *, key: bool = False, **details: Any) -> Problem:
        places = self.project.document.places if self.project.document is not None else None
        if "first" in details and places is not None:
            details["first"] = str(places.of(details["first"]))
        try:
            place = None if places is None else (places.key(pointer) if key else places.of(pointer))
        except KeyError:
            place = None if places is None else places.nearest(pointer)
        if place is None:
            details["pointer"] = pointer
        from .problems import project_problem

        return project_problem(code, place, details)


__all__ = ["Assumption", "Project", "Stated", "read_project"]
