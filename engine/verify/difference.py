"""What becomes different between two rule bases: what was edited, and for each changed meaning a smallest project.

Where no project up to the bound tells them apart, that is proved. Every project that is shown was reviewed by both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import asdict

from ..assess.model import Assessment
from ..assess.run import assess
from ..compiled import CompiledKnowledgeBase
from ..knowledge.model import KnowledgeBase
from ..problems.problem import Problem, ProblemsError
from ..project.data import PlainData
from ..project.folder import project_files
from ..project.memory import Conclusions
from ..project.project import read_project
from ..reading.document import read_document
from .asking import MOST_ELEMENTS, Questions
from .circuit import FALSE
from .outcomes import OutcomeKey, Outcomes, SymbolicVerdict
from .solver import least_model
from .space import SymbolicSpace, stands_for_all
from .view import SymbolicView

RulePart: TypeAlias = Literal["rule", "derivation", "fact", "list", "concept", "parameter", "verdict"]
How: TypeAlias = Literal["added", "removed", "changed", "reworded"]
Aspect: TypeAlias = Literal["found", "severity", "told", "value", "better", "worse"]
_OF_VERDICTS: tuple[Aspect, ...] = ("worse", "better")

_WORDS = frozenset({
    "title", "advice", "owner", "source", "severity_note", "since", "label", "question", "help", "note", "meaning", "ask",
    "unit", "element_label", "verdict_labels", "verdict_meanings", "severity_labels", "ours", "reason",
})  # fmt: skip
"""What a part is called, and whom it concerns: no outcome depends on it."""
_PLACES = frozenset({"place", "name", "area"})


class RuleEdit(Struct, frozen=True):
    """A part of the rules that is not the same in both.

    Attributes:
        how: `reworded` where only texts and whom it concerns differ.
        fields: What of it differs; empty where it is in one of them only.
    """

    part: RulePart
    name: str
    how: How
    fields: tuple[str, ...] = ()


class Changed(Struct, frozen=True):
    """A meaning that differs: a smallest project that shows it, with both assessments.

    Attributes:
        aspect: Whether a rule is found, its severity, whether it is told as not to be told yet, the value of a derived
            fact, or a verdict that becomes better or worse.
        name: The code or derived fact; empty for the verdict.
        project: The project, as the old rules read it; None where it was not settled in time.
        anew: The same project as the new rules read it.
    """

    aspect: Aspect
    name: str
    project: dict[str, Any] | None = None
    anew: dict[str, Any] | None = None
    before: Assessment | None = None
    after: Assessment | None = None


class RuleDifference(Struct, frozen=True):
    """What differs between two rule bases.

    Attributes:
        same: How many questions were proved to have one answer.
        elements: Lists of up to so many elements were looked at.
    """

    edits: tuple[RuleEdit, ...]
    meanings: tuple[Changed, ...]
    same: int
    elements: int


class _Side(Struct, frozen=True):
    assessment: Assessment
    conclusions: Conclusions


def difference(
    old: CompiledKnowledgeBase, new: CompiledKnowledgeBase, elements: int = MOST_ELEMENTS, seconds: float = 5.0
) -> RuleDifference:
    """Return what differs between two rule bases.

    Args:
        old: The rule base before.
        new: The rule base after.
        elements: The most elements of each list that are looked at.
        seconds: The most time for one question.

    Raises:
        UnsupportedError: One of them has a list where the other has a family.
        Unconfirmed: A project does not show what it should; a fault of this program.
    """
    compared = Compared(old, new, elements, seconds)
    meanings = tuple(compared.meanings())
    return RuleDifference(tuple(edits(old, new)), meanings, compared.same, elements)


def edits(old: KnowledgeBase, new: KnowledgeBase) -> Iterator[RuleEdit]:
    """Yield each part that is not the same in both, whatever follows from it."""
    for part, before, after in _parts(old, new):
        for name in dict.fromkeys((*before, *after)):
            if name not in before or name not in after:
                yield RuleEdit(part, name, "removed" if name in before else "added")
                continue
            one, other = asdict(before[name]), asdict(after[name])
            fields = [field for field in one if field not in _PLACES and one[field] != other[field]]
            meant = [field for field in fields if field not in _WORDS and not _relabelled(one[field], other[field])]
            if fields:
                yield RuleEdit(part, name, "changed" if meant else "reworded", tuple(meant or fields))


def _relabelled(one: object, other: object) -> bool:
    """Tell whether only the labels of the same values differ."""
    return isinstance(one, Mapping) and isinstance(other, Mapping) and list(one) == list(other)


def _parts(old: KnowledgeBase, new: KnowledgeBase) -> Iterator[tuple[RulePart, Mapping[str, Any], Mapping[str, Any]]]:
    def named(kb: KnowledgeBase) -> Iterator[tuple[RulePart, Mapping[str, Any]]]:
        words = kb.vocabulary
        yield "rule", kb.by_code
        yield "derivation", kb.by_concept
        yield "fact", words.facts
        yield "list", {path: listed for path, listed in words.lists.items() if not path.startswith("$")}
        yield "concept", words.concepts
        yield "parameter", kb.parameters
        yield "verdict", {"verdict.yaml": kb.verdict}

    for (part, before), (_, after) in zip(named(old), named(new), strict=True):
        yield part, before, after


class Compared(Questions):
    """Two rule bases over one symbolic project."""

    def __init__(
        self,
        old: CompiledKnowledgeBase,
        new: CompiledKnowledgeBase,
        elements: int,
        seconds: float,
        like: Compared | None = None,
    ) -> None:
        """Conclude by both, over up to so many elements of each list.

        Of the same rule base compared with another one (`like`) what it concludes is taken over. The new one may have
        no facts, numbers and texts of its own then.
        """
        super().__init__(like.space if like is not None else SymbolicSpace((old, new), elements), seconds)
        self.old, self.new, self.same = old, new, 0
        first = like.views[0] if like is not None else SymbolicView(self.space, old)
        self.views: tuple[SymbolicView, SymbolicView] = (first, SymbolicView(self.space, new, first))
        lenient = like.facts[0] if like is not None else Outcomes(first)
        self.facts: tuple[Outcomes, Outcomes] = (lenient, Outcomes(self.views[1]))
        before = like.strict[0] if like is not None else Outcomes(first, strict=True)
        self.strict: tuple[Outcomes, Outcomes] = (before, Outcomes(self.views[1], strict=True))

    def meanings(self) -> Iterator[Changed]:
        """Yield each meaning that differs, or was not settled; count the others as the same."""
        for code in {**self.old.by_code, **self.new.by_code}:
            yield from self._rule(code)
        for path in dict.fromkeys((*self.old.vocabulary.concepts, *self.new.vocabulary.concepts)):
            yield from self._ask("value", path, self._values(path), partial(_values, path=path))
        verdicts = [
            SymbolicVerdict(facts, strict).verdict for facts, strict in zip(self.facts, self.strict, strict=True)
        ]
        ladder = [case.verdict for case in self.old.verdict.cases]
        before, after = verdicts
        for aspect in _OF_VERDICTS:
            goal = self.c.any(
                self.c.all((before[one], after.get(two, FALSE)))
                for place, one in enumerate(ladder)
                for two in (ladder[:place] if aspect == "worse" else ladder[place + 1 :])
            )
            yield from self._ask(aspect, "", goal, lambda side: side.assessment.verdict)

    def is_equal(self) -> bool:
        """Tell whether nothing that is concluded can differ: no outcome, grade or value that is told.

        Raises:
            TimeoutError: It is not settled in time.
        """
        c, found = self.c, []
        for one, two in (self.facts, self.strict):
            for key in {**one.outcomes, **two.outcomes}:
                pairs = (dict(enumerate(facts.outcomes.get(key, ()))) for facts in (one, two))
                found += [c.differ(*pairs), c.differ(one.possible.get(key, {}), two.possible.get(key, {}))]
            for key, state in one.derived.items():
                if not self.old.vocabulary.concepts[key[0]].working:
                    other = two.derived[key]
                    told = c.any((c.differ(state.has, other.has), c.differ(state.open, other.open)))
                    found.append(c.all((self.here(key[1]), told)))
        verdicts = (
            SymbolicVerdict(facts, strict).verdict for facts, strict in zip(self.facts, self.strict, strict=True)
        )
        found.append(c.differ(*verdicts))
        return least_model(c, c.any(found), self.seconds) is None

    def _rule(self, code: str) -> Iterator[Changed]:
        found = self.c.any(-self.c.same(*self._visible(key)) for key in self._keys(code))
        several = list(self._ask("found", code, found, partial(_found, code=code)))
        yield from several
        graded = []
        for key in self._keys(code):
            both = self.c.all(self._visible(key))
            one, two = (facts.severity.get(key, {}) for facts in self.facts)
            for grade in {**one, **two}:
                graded.append(self.c.all((both, one.get(grade, FALSE), -two.get(grade, FALSE))))
        yield from self._ask("severity", code, self.c.any(graded), partial(_graded, code=code))
        if not several:
            told = []
            for key in self._keys(code):
                (t1, f1), (t2, f2) = (facts.outcomes.get(key, (FALSE, FALSE)) for facts in self.facts)
                told += [-self.c.same(t1, t2), -self.c.same(f1, f2)]
            yield from self._ask("told", code, self.c.any(told), partial(_told, code=code))

    def _values(self, path: str) -> int:
        c, found = self.c, []
        for key in dict.fromkeys(key for facts in self.facts for key in facts.derived if key[0] == path):
            one, two = (facts.derived[key].has if key in facts.derived else {} for facts in self.facts)
            found.append(c.all((self.here(key[1]), c.differ(one, two))))
        return c.any(found)

    def _ask(self, aspect: Aspect, name: str, goal: int, shown: Callable[[_Side], object]) -> Iterator[Changed]:
        def confirm(before: PlainData, after: PlainData) -> Changed | None:
            one, two = self._side(before, self.old), self._side(after, self.new)
            if name:
                self._assessed.clear()  # a verdict is all that completions are sought for
            if shown(one) == shown(two):
                return None
            return Changed(aspect, name, before, after, one.assessment, two.assessment)

        outcome, found = self.settle(goal, self.views, confirm, f"{aspect} {name}")
        if outcome == "refuted":
            self.same += 1
        else:
            yield found or Changed(aspect, name)

    def _side(self, document: PlainData, kb: CompiledKnowledgeBase) -> _Side:
        return _Side(self.assessed(document, kb), kb.evaluator.run(read_project(document, kb).memory))

    def _visible(self, key: OutcomeKey) -> list[int]:
        return [facts.visible.get(key, FALSE) for facts in self.facts]

    def _keys(self, code: str) -> list[OutcomeKey]:
        """Return what a rule is about in either; the first element of a list stands for all."""
        found = [key for facts in self.facts for key in facts.outcomes if key[0] == code]
        return [key for key in dict.fromkeys(found) if stands_for_all(key[1])]


def _found(side: _Side, code: str) -> object:
    told = (one for one in side.assessment.trace if one.code == code and one.outcome == "holds")
    return {one.subject for one in told if one.replaced_by is None}


def _graded(side: _Side, code: str) -> object:
    return {key[1]: grade for key, grade in side.conclusions.severities.items() if key[0] == code}


def _told(side: _Side, code: str) -> object:
    return {key[1]: truth for key, truth in side.conclusions.outcomes.items() if key[0] == code}


def _values(side: _Side, path: str) -> object:
    return {key[1]: state.value for key, state in side.conclusions.derived.items() if key[0] == path}


class Moved(Struct, frozen=True):
    """A project that is not told the same by both.

    Attributes:
        before: What the old rules say; None where they cannot read it.
        after: What the new rules say; None where they cannot read it.
        problem: Why it cannot be read by one of them.
    """

    file: str
    before: Assessment | None
    after: Assessment | None
    problem: Problem | None = None


class PortfolioDifference(Struct, frozen=True):
    """What a change does to real projects.

    Attributes:
        unread: Those that neither can read, with the first reason.
    """

    total: int
    moved: tuple[Moved, ...]
    unread: tuple[tuple[str, Problem], ...]


def over_portfolio(
    folder: Path, old: CompiledKnowledgeBase, new: CompiledKnowledgeBase, today: str
) -> PortfolioDifference:
    """Review each project of a folder and its subfolders by both rule bases."""
    files, _ = project_files(folder)
    moved: list[Moved] = []
    unread: list[tuple[str, Problem]] = []
    for path in files:
        before, after = (_read(path, kb, today) for kb in (old, new))
        if isinstance(before, Problem):
            if isinstance(after, Problem):
                unread.append((path.as_posix(), after))
            else:
                moved.append(Moved(path.as_posix(), None, after, before))
        elif isinstance(after, Problem):
            moved.append(Moved(path.as_posix(), before, None, after))
        elif told(before) != told(after):
            moved.append(Moved(path.as_posix(), before, after))
    return PortfolioDifference(len(files), tuple(moved), tuple(unread))


def told(assessment: Assessment) -> tuple[str, Mapping[tuple[str, str | None], tuple[str, str]]]:
    """Return what counts as told: the verdict, and each finding with its kind and severity."""
    found = {(one.code, one.subject): (one.kind, one.severity) for one in assessment.findings}
    return assessment.verdict, found


def _read(path: Path, kb: CompiledKnowledgeBase, today: str) -> Assessment | Problem:
    try:
        return assess(read_document(path), kb, today=today, interpreter="evaluate")
    except ProblemsError as error:
        return error.problems[0]
