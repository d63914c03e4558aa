"""The pages of the interview for one project: all that could be asked in their order, and those that still are worth it.

A page is worth asking as long as one of its answers changes the verdict or a finding, or settles an outcome.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ..assess.model import Question
from ..assess.run import assess
from ..evaluate.support import FactKey, subject_of
from ..facts.project import Project
from ..knowledge.model import KnowledgeBase
from ..whatif.effects import WhatIf
from ..whatif.space import Unknown
from .chapters import Chapter, Topic, chapters


@dataclass(frozen=True, slots=True)
class Page:
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
    def key(self) -> FactKey:
        """The fact's name and subject."""
        return self.fact, self.subject


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a chapter is: pages with an answer, those that still are worth asking, and the keys of both in order."""

    chapter: Chapter
    done: int
    left: int
    keys: tuple[FactKey, ...]


def all_pages(project: Project, kb: KnowledgeBase) -> tuple[Page, ...]:
    """Return every page that a project has, in the order of the interview."""
    return tuple(
        Page(fact, subject, chapter.number, topic.name)
        for chapter in chapters(kb)
        for topic in chapter.topics
        for fact, subject in _keys(topic, project, kb)
    )


def is_answered(page: Page, project: Project) -> bool:
    """Tell whether a page has an answer: a value, a list without open end, or an answer that is no value."""
    answers = {asked.key: asked.answer for asked in project.asked}
    if page.key in answers:
        return answers[page.key] != "later"
    return page.key in project.stated


def worth_asking(what: WhatIf, project: Project, pages: Iterable[Page]) -> set[FactKey]:
    """Return the keys of the pages that have no answer and whose answer could change the advice.

    Args:
        what: The project as it stands.
        project: The project, with what was asked.
        pages: The pages to look at.
    """
    unknowns = what.unknowns()
    listed = {asked.fact for asked in project.asked if asked.answer == "later" and (asked.fact, None) in project.stated}
    found: set[FactKey] = set()
    for page in pages:
        if page.key in project.stated:
            # A list whose elements are still being named.
            if page.fact in listed:
                found.add(page.key)
        elif is_answered(page, project) or page.key not in unknowns:
            continue
        elif page.chapter == 0 or matters(what, unknowns[page.key]):
            found.add(page.key)
    return found


def jointly_worth_asking(project: Project, kb: KnowledgeBase, pages: Iterable[Page]) -> set[FactKey]:
    """Return the keys of pages that could change the advice together, although no answer does so alone.

    Those are the unknown facts of outcomes about which nothing was asked yet; one that somebody could not answer leaves
    the rest without effect.
    """
    asked = {one.key for one in project.asked}
    places = {page.key for page in pages}
    questions = assess(project, kb, interpreter="evaluate").questions
    settled = {code for question in questions for code in question.codes if _key(question) in asked}
    return {
        _key(question)
        for question in questions
        if _key(question) in places and _key(question) not in project.stated and set(question.codes) - settled
    } - asked


def _key(question: Question) -> FactKey:
    return question.fact, question.subject


def matters(what: WhatIf, unknown: Unknown) -> bool:
    """Tell whether some answer changes the verdict or a finding, or settles an outcome."""
    return any(
        effect.added or effect.cleared or effect.settled or effect.verdict != what.now.verdict
        for effect in what.effects(unknown)
    )


def next_page(pages: Iterable[Page], open_: Collection[FactKey], last: Page | None) -> Page | None:
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


def progress(pages: Iterable[Page], open_: Collection[FactKey], project: Project, kb: KnowledgeBase) -> list[Progress]:
    """Return how far each chapter is."""
    known = list(pages)
    found = []
    for chapter in chapters(kb):
        inside = [page for page in known if page.chapter == chapter.number]
        keys = tuple(page.key for page in inside if page.key in open_ or is_answered(page, project))
        left = sum(key in open_ for key in keys)
        done = len(keys) - left
        found.append(Progress(chapter, done, left, keys))
    return found


def _keys(topic: Topic, project: Project, kb: KnowledgeBase) -> Iterable[FactKey]:
    source = topic.source
    if source is None:
        yield from ((fact, None) for fact in topic.facts)
        return
    listed = kb.vocabulary.lists[source]
    for element in project.memory.elements.get(source, ()):
        own = f"{source}.{element['id']}."
        for fact in topic.facts:
            definition = kb.vocabulary.facts[fact]
            if definition.source is not None:
                yield fact, subject_of(source, element)
            elif listed.members and fact.startswith(own):
                yield fact, None
    if not listed.members:
        yield source, None
        if f"complete.{source}" in kb.vocabulary.facts:
            yield f"complete.{source}", None
