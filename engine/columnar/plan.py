"""What is worked out about the conditions of a knowledge base once, before any project is judged.

Conditions that say the same are judged once for a batch, wherever they stand. What the interpreter cannot express is
refused here, by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TypeAlias

from msgspec import Struct

from ..assess.completions import LADDER, Reach
from ..assess.search import worth
from ..assess.space import Space, new_names
from ..compiled import CompiledKnowledgeBase
from ..evaluate.conditions import Join, join_of
from ..knowledge.model import ConceptDefinition, GradeCase, Loop
from ..language.tree import (
    ABOUT_KNOWLEDGE,
    ABOUT_REFERENCES,
    NEGATED,
    Comparison,
    Condition,
    Fact,
    Quantifier,
    facts_of,
    read_by,
    walk,
)
from ..project.address import Address, source_and_id
from ..project.memory import Value, WorkingMemory
from ..project.project import read_project

_MOST = 16
"""Guesses that are kept."""
GuessedValues: TypeAlias = "Mapping[str, Value]"


class Guess(Struct, frozen=True):
    """What is taken for every unknown fact of every project.

    Attributes:
        upward: Whether it is to show how good verdicts can get; then ids that are not known name all elements, else none.
        values: By the name of each fact, and by its path where one member of a family has a value of its own.
        new: The elements that are added to each list that may grow: of each its facts by their attributes.
    """

    upward: bool
    values: GuessedValues
    new: Mapping[str, Sequence[GuessedValues]]


class Guesses:
    """The guesses for one knowledge base; what a search finds for one project is guessed of others from then on.

    Attributes:
        all: The guesses, those first that did for most projects of the last batch.
    """

    def __init__(self, kb: CompiledKnowledgeBase) -> None:
        """Begin with each fact at its best and at its worst, and with what does for a project in the last phase."""
        self.kb = kb
        memory = read_project({}, kb).memory
        space = Space(kb)
        self._plain: dict[bool, GuessedValues] = {
            upward: {
                fact.path: min(space.values(fact, memory), key=lambda value: worth(value, fact, upward))
                for fact in kb.vocabulary.facts.values()
            }
            for upward in (False, True)
        }
        self.all = [Guess(upward, values, {}) for upward, values in self._plain.items()]
        phase = kb.verdict.phase
        last = {} if phase is None else {phase: [*kb.vocabulary.facts[phase].values][-1]}
        reach = Reach(kb, WorkingMemory({**memory.project, **last}, memory.elements, memory.closed))
        for worse, better in pairwise(LADDER):
            reach.down_to(worse)
            reach.up_to(better)
        self.all += self.learnt(reach)

    def learnt(self, reach: Reach) -> list[Guess]:
        """Return what can be guessed besides, now that completions of a project were sought."""
        found = [self._as_found(facts, upward) for upward, facts in reach.reached()]
        return [one for one in found if one not in self.all][: max(0, _MOST - len(self.all))]

    def keep(self, guess: Guess) -> None:
        """Guess this of other projects, too."""
        self.all = [*self.all, guess]

    def prefer(self, did: Iterable[tuple[int, Guess]]) -> None:
        """Begin from then on with those guesses that did for most projects; with each comes for how many it did."""
        times = {id(guess): number for number, guess in did}
        self.all = sorted(self.all, key=lambda guess: -times.get(id(guess), 0))

    def _as_found(self, facts: Mapping[Address, Value], upward: bool) -> Guess:
        values = dict(self._plain[upward])
        lists = self.kb.vocabulary.lists
        new: dict[str, dict[str, dict[str, Value]]] = {
            path: {name: {} for name in new_names(int(more))}
            for (path, _), more in facts.items()
            if path in lists and isinstance(more, float)
        }
        for (fact, subject), value in facts.items():
            definition = self.kb.vocabulary.facts.get(fact)
            if definition is None:
                continue
            source, name = source_and_id(subject or "")
            if subject is None or definition.source is None:
                values[fact] = value
            elif lists[definition.source].members:
                values[f"{source}.{name}.{definition.attribute}"] = value
            elif name in new.get(source, ()):
                new[source][name][definition.attribute] = value
            else:
                values[fact] = value
        return Guess(upward, values, {path: [*several.values()] for path, several in new.items()})


_SINGLE = ("bool", "enum", "text", "number", "int", "id")
_TAKES: Mapping[str, tuple[str, ...]] = {
    "is": _SINGLE, "in": _SINGLE, "may be": _SINGLE,
    "<": ("number", "int"), "<=": ("number", "int"), ">": ("number", "int"), ">=": ("number", "int"),
    "has": ("set", "refs"), "within": ("set",), "is incomplete": ("set",), "is dangling": ("refs",),
    "is empty": ("set", "refs", "texts"), "is known": (*_SINGLE, "set", "refs", "texts"),
}  # fmt: skip
"""What each operator is judged of."""
_OF_CONCEPTS = ("is", "in", "is known", "may be")
_LENIENT = ABOUT_KNOWLEDGE | ABOUT_REFERENCES


class NotExpressibleError(Exception):
    """A rule, derivation or verdict says something that cannot be judged of many projects at once.

    Attributes:
        where: The code of the rule, the derived fact, or `verdict`.
        what: What cannot be expressed.
    """

    def __init__(self, where: str, what: str) -> None:
        """Name it."""
        super().__init__(f"{where}: {what} cannot be judged in columns")
        self.where = where
        self.what = what


class Info(Struct, frozen=True):
    """What is known of a condition beforehand.

    Attributes:
        number: The same for conditions that say the same.
        free: The variables that it reads and that are bound around it.
        strict: Whether its truth may be another one when only that counts which no completion can change.
        join: Of a quantifier, what ties its elements to what is bound around it.
    """

    number: int
    free: frozenset[str]
    strict: bool
    join: Join | None = None


class Plan:
    """The conditions of one knowledge base; threads may share it.

    Attributes:
        kb: The knowledge base.
        grades: The severities of each rule as they are concluded, by its code.
        strict: The derived facts that may be others when only that counts which no completion can change.
    """

    def __init__(self, kb: CompiledKnowledgeBase) -> None:
        """Work out what there is to know.

        Raises:
            NotExpressibleError: Something in it cannot be judged in columns.
        """
        self.kb = kb
        self.grades: Mapping[str, tuple[GradeCase, ...]] = {rule.code: rule.grades for rule in kb.rules}
        self._numbers: dict[Condition, int] = {}
        self._infos: dict[int, Info] = {}
        self.strict: set[str] = set()
        for derivation in kb.derivations:
            for line in derivation.lines:
                self._take(line.when, derivation.concept)
            # With one line a value is certain or not; with several, one may be certain while another is still open.
            if len(derivation.lines) > 1 or any(self.of(line.when).strict for line in derivation.lines):
                self.strict.add(derivation.concept)
        for rule in kb.rules:
            for condition in (rule.when, *(case.when for case in self.grades[rule.code])):
                if condition is not None:
                    self._take(condition, rule.code)
        for must in kb.verdict.must_know:
            if must.when is not None:
                self._take(must.when, "verdict")

    @cached_property
    def guesses(self) -> Guesses:
        """What is guessed of unknown facts."""
        return Guesses(self.kb)

    def of(self, node: Condition) -> Info:
        """Return what is known of a condition of the knowledge base."""
        return self._infos[id(node)]

    def members(self, source: str) -> tuple[str, ...] | None:
        """Return the members of a family or a set parameter; None for a list, whose elements each project states."""
        listed = self.kb.vocabulary.lists[source]
        return None if listed.is_stated else tuple(listed.members)

    def subjects(self, loop: Loop | None) -> tuple[str | None, ...]:
        """Return the members that something is about; None alone where it is about projects, or elements of a list."""
        members = None if loop is None else self.members(loop.source)
        return (None,) if members is None else members

    def _take(self, node: Condition, where: str) -> None:
        for part in reversed(list(walk(node))):  # what is inside comes first
            if id(part) not in self._infos:
                self._infos[id(part)] = self._info(part, where)

    def _info(self, node: Condition, where: str) -> Info:
        bound = {part.variable for part in walk(node) if isinstance(part, Quantifier)}
        free = frozenset(fact.variable for fact in facts_of(node) if fact.variable is not None) - bound
        strict = any(
            (isinstance(part, Comparison) and part.operator in _LENIENT)
            or any(fact.path in self.strict for fact in read_by(part))
            for part in walk(node)
        )
        if isinstance(node, Comparison):
            self._check(node, where)
        join = join_of(node, self.kb) if isinstance(node, Quantifier) else None
        return Info(self._numbers.setdefault(node, len(self._numbers)), free, strict, join)

    def _check(self, node: Comparison, where: str) -> None:
        """Refuse a comparison that is not known here."""
        word = NEGATED.get(node.operator, node.operator)
        if isinstance(self.kb.vocabulary.definition(node.left.path), ConceptDefinition):
            fits = word in _OF_CONCEPTS and not isinstance(node.right, Fact)
        else:
            fits = self._kind(node.left) in _TAKES.get(word, ())
            if isinstance(node.right, Fact):
                fits = fits and word not in ("in", "within", "may be") and self._kind(node.right) in _SINGLE
        if not fits:
            raise NotExpressibleError(where, f"'{node.left.path} {node.operator}'")

    def _kind(self, fact: Fact) -> str:
        if fact.attribute == "id":
            return "id"
        definition = self.kb.vocabulary.facts.get(fact.path)
        return "" if definition is None else definition.type
