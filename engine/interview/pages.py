"""The pages of the interview for one project: all that could be asked in their order, and those that still are worth it.

A page is worth asking as long as a verdict needs it, or one of its answers changes the verdict or a finding, or settles
an outcome.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cached_property

from msgspec import Struct

from ..assess.model import Question
from ..assess.run import assess
from ..assess.verdict import missing_facts
from ..compiled import CompiledKnowledgeBase
from ..knowledge.model import KnowledgeBase
from ..language.tree import read_in
from ..project.address import Address, subject_of
from ..project.project import Project
from ..whatif.effects import WhatIf
from ..whatif.space import Unknown
from .chapters import Chapter, Topic, chapters
from .gates import gates, waiting


class Page(Struct, frozen=True):
    """One question.

    Attributes:
        fact: The fact asked for; a list's path for its elements.
        subject: The element it belongs to, None for the project.
        chapter: Its chapter's number.
        topic: The topic's name.
    """

    fact: str
    subject: str | None
    chapter: int
    topic: str

    @property
    def key(self) -> Address:
        """The fact's name and subject."""
        return Address(self.fact, self.subject)


class Questionnaire:
    """What the interviews by one knowledge base have in common, whatever the project; each part is made on first use."""

    def __init__(self, kb: CompiledKnowledgeBase) -> None:
        self.kb = kb

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """What is asked, in its order."""
        return chapters(self.kb)

    @cached_property
    def gates(self) -> dict[str, str]:
        """For each fact whose question waits, the one whose question it waits for."""
        return gates(self.kb)

    @cached_property
    def demanded(self) -> frozenset[str]:
        """The facts that a verdict needs, and those on which it depends whether it needs one."""
        must_know = self.kb.verdict.must_know
        read = read_in(must.when for must in must_know if must.when is not None)
        reached = self.kb.evaluator.dependencies.reached
        paths = [*self.kb.vocabulary.facts, *self.kb.vocabulary.lists] if read else []
        deciding = {path for path in paths if path in read or not read.isdisjoint(reached(path)[0])}
        return frozenset(deciding | {must.fact for must in must_know})

    @cached_property
    def beside(self) -> dict[str, set[str]]:
        """For each rule that replaces another or is replaced, those that stand beside it so."""
        found: dict[str, set[str]] = {}
        for rule in self.kb.rules:
            group = {rule.code, *rule.replaces}
            for code in group if rule.replaces else ():
                found.setdefault(code, set()).update(group - {code})
        return found


class Progress(Struct, frozen=True):
    """How far a chapter is: pages with an answer, those that still are worth asking, and the keys of both in order."""

    chapter: Chapter
    done: int
    left: int
    keys: tuple[Address, ...]


def all_pages(project: Project, questionnaire: Questionnaire) -> tuple[Page, ...]:
    """Return every page that a project has, in the order of the interview."""
    return tuple(
        Page(fact, subject, chapter.number, topic.name)
        for chapter in questionnaire.chapters
        for topic in chapter.topics
        for fact, subject in _keys(topic, project, questionnaire.kb)
    )


def element_of(page: Page, kb: KnowledgeBase) -> str | None:
    """Return the element that a page is about: its subject, or the member that its fact is named after.

    A fact of one member alone (`capitals.human.digital_engineers`) has no subject of its own.
    """
    if page.subject is not None:
        return page.subject
    first, *rest = page.fact.split(".")
    listed = kb.vocabulary.lists.get(first)
    return f"{first}/{rest[0]}" if listed is not None and len(rest) > 1 and rest[0] in listed.members else None


def answered(project: Project) -> set[Address]:
    """Return the keys of all that has an answer, a value or another.

    What was put off has none, nor a list that is still growing, nor an open set.
    """
    later = {asked.key for asked in project.asked if asked.answer == "later"}
    return ({asked.key for asked in project.asked} | {key for key in project.stated if project.is_whole(key)}) - later


def worth_asking(
    what: WhatIf, project: Project, pages: Collection[Page], known: dict[Address, bool], questionnaire: Questionnaire
) -> set[Address]:
    """Return the keys of the pages that have no answer and whose answer a verdict needs or could change the advice.

    Args:
        what: The project as it stands.
        project: The project, with what was asked.
        pages: The pages to look at.
        known: Which pages matter, as far as that was found before and still holds; what is found is added.
        questionnaire: What is asked by the knowledge base.
    """
    unknowns, has_answer, needs = what.unknowns(), answered(project), needed(what)
    waits = waiting(project, questionnaire.gates, [page.key for page in pages])
    found: set[Address] = set()
    for page in pages:
        key = page.key
        if key in has_answer or key in waits:
            continue
        if (key in project.stated and project.is_whole(key)) or page.chapter == 0 or key in needs:
            # A list whose elements are still being named, what frames the project, or what a verdict needs.
            found.add(key)
        elif key in unknowns:
            if key not in known:
                known[key] = matters(what, unknowns[key])
            if known[key]:
                found.add(key)
    return found


def needed(what: WhatIf) -> set[Address]:
    """Return the unknown facts without which no verdict can be given as the project stands."""
    return set(missing_facts(what.kb, what.now.memory))


def still_known(
    known: dict[Address, bool], before: Project, after: Project, questionnaire: Questionnaire
) -> dict[Address, bool]:
    """Return which of the findings about pages a change of the project cannot have touched.

    A page matters through the outcomes that its fact reaches. Another fact touches it only where it reaches one of
    these, or one that replaces them or is replaced by them.
    """
    changed = _changed(before, after)
    if not changed:
        return known
    touched = _Touched(changed, questionnaire)
    demanded = questionnaire.demanded
    return {key: found for key, found in known.items() if key[0] not in demanded and not touched.reaches(key)}


class _Touched:
    """The outcomes that changed facts reach, with those that replace them or are replaced by them."""

    def __init__(self, changed: Iterable[Address], questionnaire: Questionnaire) -> None:
        self.dependencies = questionnaire.kb.evaluator.dependencies
        self.everywhere: set[str] = set()
        self.at: dict[str | None, set[str]] = {}
        beside = questionnaire.beside
        for fact, subject in changed:
            spread = self.dependencies.spread(fact)
            self.everywhere |= spread.other | {code for one in spread.other for code in beside.get(one, ())}
            self.at.setdefault(subject, set()).update(spread.own)
            # What a finding about one element replaces, or is replaced by, may be about the whole project.
            self.everywhere |= {code for one in spread.own for code in beside.get(one, ())}

    def reaches(self, key: Address) -> bool:
        """Tell whether a fact reaches one of the outcomes."""
        spread = self.dependencies.spread(key[0])
        if not (self.everywhere.isdisjoint(spread.own) and self.everywhere.isdisjoint(spread.other)):
            return True
        if any(not codes.isdisjoint(spread.other) for codes in self.at.values()):
            return True
        return not self.at.get(key[1], set()).isdisjoint(spread.own)


def _changed(before: Project, after: Project) -> set[Address]:
    """Return the facts and lists that differ."""
    found = set()
    for key in {*before.stated, *after.stated}:
        left, right = before.stated.get(key), after.stated.get(key)
        if left is None or right is None or left.value != right.value:
            found.add(key)
    return found


def jointly_worth_asking(project: Project, pages: Iterable[Page], questionnaire: Questionnaire) -> set[Address]:
    """Return the keys of pages that could change the advice together, although no answer does so alone.

    Those are the unknown facts of outcomes about which nothing was asked yet; one that somebody could not answer leaves
    the rest without effect.
    """
    asked = {one.key for one in project.asked}
    places = {page.key for page in pages}
    questions = assess(project, questionnaire.kb, interpreter="evaluate").questions
    settled = {code for question in questions for code in question.codes if _key(question) in asked}
    found = {
        _key(question)
        for question in questions
        if _key(question) in places
        and not (_key(question) in project.stated and project.is_whole(_key(question)))
        and set(question.codes) - settled
    }
    return found - asked - waiting(project, questionnaire.gates, found)


def _key(question: Question) -> Address:
    return Address(question.fact, question.subject)


def matters(what: WhatIf, unknown: Unknown) -> bool:
    """Tell whether some answer changes the verdict or a finding, or settles an outcome.

    Checks of the input itself do not count: nobody is asked a question in order to contradict himself.
    """
    rules = what.kb.evaluator.by_code
    for value in unknown.values:
        there = what.shift(unknown.key, value)
        changed = [*there.came, *there.went]
        if there.verdict != what.now.verdict and not changed:
            return True
        if any(not rules[code].rule.source.ours for code, _ in (*changed, *there.told)):
            return True
    return False


def next_page(pages: Iterable[Page], open_: Collection[Address], last: Page | None) -> Page | None:
    """Return the next page: the topic of the last one is finished first, then the first open one comes.

    Args:
        pages: All pages in order.
        open_: The keys of those that are to be asked.
        last: The page that was answered last.
    """
    waiting = [page for page in pages if page.key in open_]
    if last is not None:
        for page in waiting:
            if (page.chapter, page.topic) == (last.chapter, last.topic):
                return page
    return waiting[0] if waiting else None


def progress(
    pages: Iterable[Page], open_: Collection[Address], project: Project, questionnaire: Questionnaire
) -> list[Progress]:
    """Return how far each chapter is."""
    shown = {*open_, *answered(project)}
    known = [page for page in pages if page.key in shown]
    found = []
    for chapter in questionnaire.chapters:
        keys = tuple(page.key for page in known if page.chapter == chapter.number)
        left = sum(key in open_ for key in keys)
        done = len(keys) - left
        found.append(Progress(chapter, done, left, keys))
    return found


def _keys(topic: Topic, project: Project, kb: KnowledgeBase) -> Iterable[Address]:
    source = topic.source
    if source is None:
        yield from (Address(fact) for fact in topic.facts)
        return
    listed = kb.vocabulary.lists[source]
    for element in project.memory.elements.get(source, ()):
        own = f"{source}.{element['id']}."
        for fact in topic.facts:
            definition = kb.vocabulary.facts[fact]
            if definition.source is not None:
                yield Address(fact, subject_of(source, element))
            elif listed.members and fact.startswith(own):
                yield Address(fact)
    if not listed.members:
        yield Address(source)
        if f"complete.{source}" in kb.vocabulary.facts:
            yield Address(f"complete.{source}")
