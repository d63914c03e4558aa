"""A search among the values of what is unknown, fact by fact, until a goal is reached or proved out of reach.

After each value the strict evaluation tells what is certain then. Where the goal is out of reach, the facts on which that
rests are a conflict: every value of the last of them is tried before anything else is, and what was set besides is passed
over. So what has nothing to do with a conflict is not tried again and again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from ..account import Accounts
from ..account.alike import alike_in
from ..compiled import CompiledKnowledgeBase
from ..evaluate import Evaluator
from ..evaluate.rerun import Rerun, rerun
from ..knowledge.model import FactDefinition
from ..language.completeness import completed_by, completeness
from ..project.address import Address, source_and_id
from ..project.memory import Conclusions, Key, OpenSet, Value, WorkingMemory
from ..project.outline import made_once
from .space import Space, measured_facts, with_values

MORE = (0.0, 1.0, 3.0)
"""How many elements are added to a list that may grow."""
_MANY = 20
"""Elements of a list of which it takes less time to find out which are alike than to account for each."""
_FEW = 4
"""Values of which each part is tried as a set."""


class Conflict(Struct, frozen=True):
    """Why a goal is out of reach.

    Attributes:
        facts: Facts such that it stays so unless one of them changes; a list's path for which elements it has.
        outcomes: The outcomes that are in the way.
        proved: Whether that is so for every project with these facts.
    """

    facts: frozenset[Address]
    outcomes: frozenset[Key] = frozenset()
    proved: bool = True


class SearchResult(Struct, frozen=True):
    """What became of a search.

    Attributes:
        facts: The values with which the goal is reached, whatever else becomes known; None where none were found.
        proved: Whether there are none, where none were found.
        split: The facts whose values were all tried for that.
        outcomes: The outcomes of which one or another is in the way then.
        steps: How many values were tried.
    """

    facts: Mapping[Address, Value] | None
    proved: bool = False
    split: tuple[Address, ...] = ()
    outcomes: tuple[Key, ...] = ()
    steps: int = 0


class Goal(Protocol):
    """Says of a standing whether it is reached (None), out of reach (a conflict), or which fact to set next."""

    upward: bool
    """Whether better values are tried first."""

    def next(self, ground: Ground) -> Address | Conflict | None:
        """Return what to do next."""


class Ground:
    """Strict conclusions that are changed in place while values are tried.

    Attributes:
        memory: The working memory of the strict run.
        evaluator: What concludes strictly, of the rules that matter.
        chosen: The facts that are set now, in their order; a list's path for which elements it has.
        waits: The unknown facts for which outcomes wait now, of those of which somebody found out.
    """

    def __init__(
        self,
        kb: CompiledKnowledgeBase,
        strict: Conclusions,
        memory: WorkingMemory,
        waived: Mapping[Key, bool],
        evaluator: Evaluator,
    ) -> None:
        self.kb = kb
        self.waived = waived
        self.evaluator = evaluator
        self.memory = memory
        self.strict = Conclusions(strict.outcomes, possible=strict.possible)
        self.chosen: list[Address] = []
        self.waits: dict[Key, frozenset[Address]] = {}
        self._begun = Accounts(evaluator, memory)
        self._accounts: Accounts | None = self._begun

    @property
    def accounts(self) -> Accounts:
        """The accounts of what is certain now."""
        if self._accounts is None:
            many = any(len(elements) > _MANY for elements in self.memory.elements.values())
            alike = alike_in(self.memory, self.kb.evaluator) if many else None
            self._accounts = Accounts(self.evaluator, self.memory, self._begun, alike)
        return self._accounts

    def set(self, keys: Sequence[Address], values: Mapping[Address, Value]) -> Callable[[], None]:
        """Set facts that are chosen for some, and return what takes that back."""
        then = rerun(self.evaluator, with_values(self.memory, values, self.kb), values, self.strict, was=self.memory)
        before = self.strict, self.memory, self.waits, self._accounts
        self.strict = _after(then)
        # Whatever an outcome does not wait for does not matter to it, unless elements come.
        still = self.waits.items() if then.anew is not None else ()
        self.waits = {key: unknown for key, unknown in still if unknown.isdisjoint(values)}
        self.memory, self._accounts = then.memory, None
        self.chosen += keys

        def put_back() -> None:
            del self.chosen[-len(keys) :]
            self.strict, self.memory, self.waits, self._accounts = before

        return put_back


def _after(then: Rerun) -> Conclusions:
    """Return which outcomes are certain after a change, and the grades of those that may hold, each where it stood before."""
    if then.anew is None:
        return then.conclusions
    before, found = then.before, then.found
    possible = {**before.possible, **found.possible}
    for key in found.outcomes.keys() - found.possible.keys():
        possible.pop(key, None)
    return Conclusions({**before.outcomes, **found.outcomes}, possible=possible)


class _Choice(Struct):
    """A fact whose values are tried.

    Attributes:
        key: The fact; a list's path for how many elements are added to the list before it is complete.
        values: Those that were not tried yet: what each sets.
        whole: Whether these are all values that rules can tell apart.
        facts: On what it rests that those that were tried did not do.
        together: The first value for the fact of all elements that are alike: it is tried first, as a guess. That it does not
            do says nothing of the fact alone.
        set_now: What is set by the value that was tried last; of a list its path.
        take_back: Takes back what the value that was tried last made different.
    """

    key: Address
    values: Iterator[Mapping[Address, Value]]
    whole: bool
    facts: set[Address]
    outcomes: set[Key]
    split: set[Address]
    together: Mapping[Address, Value] | None = None
    set_now: tuple[Address, ...] = ()
    chosen: Mapping[Address, Value] | None = None
    take_back: Callable[[], None] | None = None


def search(ground: Ground, goal: Goal, steps: int) -> SearchResult:
    """Search values for what is unknown that reach a goal, trying so many at most; the ground is as before afterwards."""
    space = Space(ground.kb)
    choices: list[_Choice] = []
    begun = ground.memory
    whole, tried, guessing = True, 0, goal.upward
    found: SearchResult | None = None
    while found is None:
        wanted = goal.next(ground)
        if wanted is None:
            chosen = (choice.chosen or {} for choice in choices)
            found = SearchResult({key: value for one in chosen for key, value in one.items()})
        elif isinstance(wanted, Conflict):
            whole = whole and wanted.proved
            found = _jump(choices, wanted.facts, wanted.outcomes, frozenset(), whole)
        else:
            choices.append(_choice(wanted, ground, space, goal.upward))
            if guessing:
                choices[-1].together = _together(choices[-1], ground, begun)
        while found is None:
            top = choices[-1]
            if top.take_back is not None:
                top.take_back()
                top.take_back = None
            guessing = guessing and len(top.set_now) < 2  # a guess that did not do is the last one
            values = top.together or next(top.values, None)
            if values is not None:
                tried += 1
                if tried > steps:
                    found = SearchResult(None)
                    break
                top.set_now, top.together = tuple(top.together or (top.key,)), None
                top.chosen, top.take_back = values, ground.set(top.set_now, values)
                break
            choices.pop()
            whole = whole and top.whole
            found = _jump(choices, top.facts, top.outcomes, {*top.split, top.key}, whole)
    for choice in reversed(choices):
        if choice.take_back is not None:
            choice.take_back()
    return replace(found, steps=tried)


def _jump(
    choices: list[_Choice], facts: Iterable[Address], outcomes: Iterable[Key], split: Iterable[Address], whole: bool
) -> SearchResult | None:
    """Go back to the last choice that a conflict rests on; return the end of the search where there is none."""
    rests_on = set(facts)
    while choices and rests_on.isdisjoint(choices[-1].set_now or (choices[-1].key,)):
        passed = choices.pop()
        if passed.take_back is not None:
            passed.take_back()
    if not choices:
        return SearchResult(None, whole, tuple(sorted(split, key=str)), tuple(sorted(outcomes, key=str)))
    top = choices[-1]
    if len(top.set_now) > 1:
        return None
    top.facts |= rests_on - {top.key}
    top.outcomes |= set(outcomes)
    top.split |= set(split)
    return None


def _choice(key: Address, ground: Ground, space: Space, upward: bool) -> _Choice:
    if key.fact in ground.kb.vocabulary.lists:
        said = Address(completeness(key.fact))
        closes: dict[Address, Value] = {said: True} if said.fact in ground.kb.vocabulary.facts else {}
        known = key.fact in ground.memory.elements
        sets = [{**({key: number} if number or not known else {}), **closes} for number in MORE]
        return _Choice(key, iter([one for one in sets if one]), False, set(), set(), set())
    definition = ground.kb.vocabulary.facts[key.fact]
    values, whole = _values(definition, ground, space)
    ordered = _told_apart(sorted(values, key=lambda value: worth(value, definition, upward)), definition, ground)
    return _Choice(key, iter([{key: value} for value in ordered]), whole, set(), set(), set())


def _together(choice: _Choice, ground: Ground, begun: WorkingMemory) -> Mapping[Address, Value] | None:
    """Return the first value of a fact for all elements alike of which it is not known; None where there is one only."""
    (fact, subject), definition = choice.key, ground.kb.vocabulary.facts.get(choice.key.fact)
    if subject is None or definition is None or not definition.source:
        return None
    first = next(choice.values, None)
    if first is None:
        return None
    choice.values = chain([first], choice.values)
    path, name = source_and_id(subject)
    alike = alike_in(begun, ground.kb.evaluator)
    of = alike.first(path, name)
    ids = (str(one["id"]) for one in ground.memory.elements.get(path, ()) if definition.attribute not in one)
    found = {Address(fact, f"{path}/{one}"): first[choice.key] for one in ids if alike.first(path, one) == of}
    return found if len(found) > 1 else None


def _values(definition: FactDefinition, ground: Ground, space: Space) -> tuple[list[Value], bool]:
    """Return the values of a fact that are tried, and whether rules can tell no other apart."""
    values = list(space.values(definition, ground.memory))
    kind, dependencies = definition.type, ground.kb.evaluator.dependencies
    if kind in ("bool", "enum", "texts"):
        return values, True
    if kind == "set":
        now = ground.memory.project.get(definition.path)
        named = frozenset(now) if isinstance(now, OpenSet) else frozenset[str]()
        more = [value for value in definition.values if value not in named]
        if len(more) > _FEW:
            return values, False
        parts: list[Value] = [named | set(part) for n in range(len(more) + 1) for part in combinations(more, n)]
        return list(dict.fromkeys([*values, *parts])), True
    if kind == "refs":
        return values, False
    alone = not dependencies.compared(definition.path)[1]
    return values, alone and definition.path not in made_once(ground.kb, measured_facts)


def _told_apart(values: Sequence[Value], definition: FactDefinition, ground: Ground) -> Sequence[Value]:
    """Return words without those that no rule can tell from one that comes before them."""
    named, facts = ground.kb.evaluator.dependencies.compared(definition.path)
    if definition.type != "enum":
        return values
    for fact in facts:
        listed = ground.kb.vocabulary.lists.get(fact.path.partition(".*.")[0])
        if fact.attribute != "id" or listed is None or listed.is_stated:
            return values
        named |= set(listed.members)
    others = [value for value in values if value not in named]
    return [value for value in values if value in named or value == others[0]]


def worth(value: Value, definition: FactDefinition, upward: bool) -> float:
    """Return where a value comes in the order in which they are tried."""
    better = definition.better
    if better in (("less",), ("more",)):
        size = (
            float(value)
            if isinstance(value, (int, float))
            else float(len(value))
            if isinstance(value, frozenset)
            else 0
        )
        return size if (better == ("less",)) is upward else -size
    if isinstance(value, (bool, str)) and value in better:
        place = better.index(value)
        return -place if upward else place
    return 0.5


def first_of(unknown: Iterable[Address], kb: CompiledKnowledgeBase) -> Address | None:
    """Return the unknown fact that is set next: one of the project before one of an element, a list last.

    Of facts of one kind what something is comes first: most often that alone tells whether a rule is about it.
    """
    vocabulary = kb.vocabulary
    found: list[tuple[int, bool, str, Address]] = []
    for one in unknown:
        path = completed_by(one.fact)
        if path in vocabulary.lists:
            found.append((2, False, path, Address(path)))
        elif one.fact in vocabulary.facts:
            of_element, kind = one.subject is not None, vocabulary.facts[one.fact].type
            found.append((int(of_element), kind != "enum", str(one), one))
    return min(found, default=(0, False, "", None))[3]
