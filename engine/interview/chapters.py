"""The order of the interview: what a verdict needs, then chapters along the article's steps, topics in them by severity.

Facts come as the vocabulary has them. The order depends on the knowledge base only, so that no answer ever moves a page.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from msgspec import Struct

from ..assess.questions import worst_severity
from ..compiled import CompiledKnowledgeBase
from ..knowledge.model import SEVERITIES, FactDefinition, Rule, Texts

_FRAMING_TITLE = {"en": "To begin with", "ja": "はじめに"}
_NEEDED_TITLE = {"en": "What a verdict needs", "ja": "判定に必要なこと"}


class Topic(Struct, frozen=True):
    """Facts that are asked one after the other.

    Attributes:
        name: What they have in common: the first part of their names, or the list or family.
        facts: Their names in the order of asking; for a list, those of one element.
        source: The list or family, None for facts of the project.
        area: The rule area that it belongs to; None for the framing and for what a verdict needs.
        severity: The worst that is at stake in it.
    """

    name: str
    facts: tuple[str, ...]
    source: str | None
    area: str | None
    severity: int


class Chapter(Struct, frozen=True):
    """A part of the interview; number 0 is the framing.

    Attributes:
        number: Its place.
        title: What it is called.
        topics: What is asked in it.
        needed: True when it holds what a verdict needs.
    """

    number: int
    title: Texts
    topics: tuple[Topic, ...]
    needed: bool = False


def chapters(kb: CompiledKnowledgeBase) -> tuple[Chapter, ...]:
    """Return the chapters of the interview for a knowledge base.

    Behind the framing come the facts without which no verdict is given, whether or not their condition holds just
    now: an answer must not move a page. Then areas that follow one another in the same step of the article make one
    chapter, in the order of `areas.yaml`.
    """
    order = list(kb.areas.values())
    runs = [list(areas) for _, areas in groupby(order, key=lambda area: area.step)]
    stakes = _Stakes(kb)
    placed = stakes.topics()
    framing = kb.presentation.first
    found = [Chapter(0, _FRAMING_TITLE, (Topic("", framing, None, None, 0),))] if framing else []
    needed = stakes.needed()
    if needed:
        found.append(Chapter(len(found), _NEEDED_TITLE, needed, needed=True))
    for run in runs:
        names = [area.name for area in run]
        topics = [topic for topic in placed if topic.area in names]
        topics.sort(key=lambda topic: (topic.severity, names.index(topic.area or "")))
        if topics:
            used = {topic.area for topic in topics}
            found.append(Chapter(len(found), _joined(area.title for area in run if area.name in used), tuple(topics)))
    return tuple(found)


class _Stakes:
    """Tells where a fact belongs, and how severe what depends on it can be."""

    def __init__(self, kb: CompiledKnowledgeBase) -> None:
        self.kb = kb
        self.chapter_of = {
            area.name: number
            for number, (_, run) in enumerate(groupby(kb.areas.values(), key=lambda area: area.step))
            for area in run
        }
        self.areas = list(kb.areas)
        self.dependencies = kb.evaluator.dependencies
        self.rules = {rule.code: rule for rule in kb.rules}
        self.must = self._must()

    def needed(self) -> tuple[Topic, ...]:
        """Return what a verdict needs, the worst at stake first; otherwise as the verdict's policy has it."""
        facts: dict[tuple[str, str | None], list[str]] = {}
        for path in self.must:
            source = self._source(self.kb.vocabulary.facts[path])
            facts.setdefault((source or path.partition(".")[0], source), []).append(path)
        found = [
            Topic(name, tuple(paths), source, None, min(map(_severity, self._of(paths)), default=len(SEVERITIES)))
            for (name, source), paths in facts.items()
        ]
        return tuple(sorted(found, key=lambda topic: topic.severity))

    def _must(self) -> tuple[str, ...]:
        """Return the must-know facts that stand by themselves; one of a list's elements is asked with its list."""
        vocabulary = self.kb.vocabulary
        paths = [must.fact for must in self.kb.verdict.must_know if must.fact in vocabulary.facts]
        sources = {
            path: self._source(vocabulary.facts[path]) for path in paths if path not in self.kb.presentation.first
        }
        alone = [path for path, source in sources.items() if source is None or vocabulary.lists[source].members]
        return tuple(dict.fromkeys(alone))

    def topics(self) -> list[Topic]:
        """Return the topics in the order of the vocabulary; what no rule reads is in none."""
        facts: dict[tuple[str, int, str | None], list[str]] = {}
        area_of: dict[tuple[str, int, str | None], str] = {}
        vocabulary = self.kb.vocabulary
        sources = {path for path, listed in vocabulary.lists.items() if not path.startswith("$") and not listed.members}
        for path in [*vocabulary.facts, *sources]:
            if path in self.kb.presentation.first or path.startswith("complete."):
                continue
            source = path if path in sources else self._source(vocabulary.facts[path])
            name = source or path.partition(".")[0]
            area = self._area(self._of_list(source) if source else self._rules(path))
            if area is None:
                # Only input checks read it: it goes with what it is named after.
                area = next((area for key, area in area_of.items() if key[0] == name and self._rules(path)), None)
            if area is None:
                area = next((rule.area for rule in self._rules(path) if rule.area in self.chapter_of), None)
            if area is None:
                continue
            key = name, self.chapter_of[area], source
            area_of.setdefault(key, area)
            facts.setdefault(key, []).extend([path] if path not in sources else [])
        found = []
        for key, every in facts.items():
            source = key[2]
            paths = [path for path in every if path not in self.must]
            if every and not paths:
                continue
            rules = self._of(paths) + (self._rules(source) if source else [])
            found.append(Topic(key[0], tuple(paths), source, area_of[key], min(map(_severity, rules))))
        return found

    def _source(self, definition: FactDefinition) -> str | None:
        """Return the list or family that a fact is asked with."""
        if definition.source is not None:
            return definition.source
        first, member = definition.path.split(".")[:2]
        listed = self.kb.vocabulary.lists.get(first)
        return first if listed is not None and member in listed.members else None

    def _of_list(self, path: str) -> list[Rule]:
        """Return the rules that run over a list, or all that read it when none does."""
        looping = [rule for rule in self.kb.rules if rule.loop is not None and rule.loop.source == path]
        return looping or self._rules(path)

    def _rules(self, path: str) -> list[Rule]:
        _, codes = self.dependencies.reached(path)
        return [self.rules[code] for code in codes]

    def _of(self, paths: Iterable[str]) -> list[Rule]:
        return [rule for path in paths for rule in self._rules(path)]

    def _area(self, rules: Iterable[Rule]) -> str | None:
        """Return the area of the most severe rules; the first of several."""
        known = [rule for rule in rules if rule.area in self.chapter_of and not rule.source.ours]
        counted = [rule for rule in known if rule.kind == "finding"] or known
        if not counted:
            return None
        worst = min(map(_severity, counted))
        return min((rule.area for rule in counted if _severity(rule) == worst), key=self.areas.index)


def _severity(rule: Rule) -> int:
    return SEVERITIES.index(worst_severity(rule))


def _joined(titles: Iterable[Texts]) -> Texts:
    found = list(titles)
    return {
        language: comma.join(title[language] for title in found) for language, comma in (("en", "; "), ("ja", "、"))
    }
