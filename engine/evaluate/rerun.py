"""Concluding again where some facts changed: what they do not reach is not judged a second time.

A change goes from fact to derived fact to rule. What reads it through its loop variable is run again for the changed
elements alone, what reads it otherwise for every subject; what comes out as before goes no further. Where elements
come or go, everything that they reach is run again.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from ..knowledge.model import Grade, KnowledgeBase
from ..language.truth import Truth
from ..project.address import Address
from ..project.memory import Conclusions, Derived, Element, Key, WorkingMemory, derive
from .comparisons import Bindings
from .dependencies import Reads
from .evaluator import CompiledDerivation, CompiledRule, Evaluator, Reached


class Rerun:
    """What is concluded after a change: one pass over what the changed facts reach.

    Attributes:
        before: What was concluded before it; without what is about elements that are gone.
        found: What was concluded anew.
        memory: The working memory with the derived facts; it shares with the one before what did not change.
        changed: By name, the facts that are not as before, derived ones included, with the ids of their elements.
        everything: Whether elements came or went, so that all that is reached is concluded anew.
    """

    def __init__(
        self,
        evaluator: Evaluator,
        memory: WorkingMemory,
        before: Conclusions,
        everything: bool,
        was: WorkingMemory | None = None,
    ) -> None:
        """Begin with nothing concluded anew."""
        self.evaluator = evaluator
        self._was = was
        self.before = before
        project, elements = dict(memory.project), dict(memory.elements)
        self.memory = WorkingMemory(project, elements, memory.closed, memory.indexes, again=memory.again)
        self.everything = everything
        self.found = Conclusions()
        self.changed: dict[str, set[str | None]] = {}
        self._copied: set[str] = set()

    @property
    def anew(self) -> Mapping[Key, Truth] | None:
        """The outcomes that were concluded anew; None when elements came or went, so that any may have been."""
        return None if self.everything else self.found.outcomes

    @cached_property
    def outcomes(self) -> Mapping[Key, Truth]:
        """The outcomes of all rules."""
        return ChainMap(self.found.outcomes, self.before.outcomes)

    def severity(self, key: Key) -> Grade | None:
        """Return the severity of an outcome that holds, None for every other one."""
        return (self.found if key in self.found.outcomes else self.before).severities.get(key)

    @cached_property
    def conclusions(self) -> Conclusions:
        """All conclusions, put together when they are asked for."""
        before, found = self.before, self.found
        severities, possible = dict(before.severities), dict(before.possible)
        for key in found.outcomes:
            severities.pop(key, None)
            possible.pop(key, None)
        severities.update(found.severities)
        possible.update(found.possible)
        outcomes, derived = {**before.outcomes, **found.outcomes}, {**before.derived, **found.derived}
        return Conclusions(outcomes, derived, severities, possible)

    def note(self, fact: str, subject: str | None) -> None:
        """Note that a fact changed."""
        definition = self.evaluator.kb.vocabulary.facts.get(fact)
        source = definition.source if definition is not None else None
        name = subject if source is None or subject is None else subject.removeprefix(f"{source}/")
        self.changed.setdefault(fact, set()).add(name)

    def derive(self, compiled: CompiledDerivation, reads: Reads) -> None:
        """Derive a fact again for the subjects that a change reaches."""
        concept, loop = compiled.derivation.concept, compiled.derivation.loop
        if loop is None:
            if self._touches(reads):
                state = self._state(compiled, {})
                if self.everything or state != self.memory.project[concept]:
                    self.memory.project[concept] = state
                    self._keep(concept, None, state)
            return
        for place, element in self._subjects(loop.source, reads, compiled):
            state = self._state(compiled, {loop.variable: element})
            other = state != element.get(compiled.attribute)
            if other:
                self._write(loop.source, place, compiled.attribute, state)
            if self.everything or other:
                self._keep(concept, str(element["id"]), state)

    def apply(self, compiled: CompiledRule, reads: Reads, about: str | None) -> None:
        """Apply a rule again to the subjects that a change reaches, or to one of them only."""
        loop = compiled.rule.loop
        if loop is None:
            if self._touches(reads):
                self._judge(compiled, {}, None)
        elif loop.source not in self.memory.elements:
            if self.everything:
                self.found.outcomes[compiled.rule.code, None] = None
        else:
            for _, element in self._subjects(loop.source, reads, compiled):
                if about in (None, element["id"]):
                    self._judge(compiled, {loop.variable: element}, str(element["id"]))

    def _judge(self, compiled: CompiledRule, bound: Bindings, name: str | None) -> None:
        key = compiled.rule.code, name
        truth = self.found.outcomes[key] = compiled.when.truth(self.memory, bound)
        if truth is True or self.evaluator.strict:
            self.evaluator.weigh(compiled, self.memory, bound, key, truth, self.found)

    def _state(self, compiled: CompiledDerivation, bound: Bindings) -> Derived:
        lines = ((value, line.truth(self.memory, bound)) for value, line in compiled.lines)
        return derive(lines, self.evaluator.strict)

    def _touches(self, reads: Reads) -> bool:
        """Tell whether a change reaches what is read of more than the element that a loop is at."""
        return self.everything or not reads.other.isdisjoint(self.changed)

    def _subjects(
        self, source: str, reads: Reads, compiled: CompiledRule | CompiledDerivation
    ) -> Sequence[tuple[int, Element]]:
        """Return the elements of a list for which a change reaches what is read, with their places."""
        elements = self.memory.elements.get(source, ())
        names = {name for path in reads.own if path in self.changed for name in self.changed[path]}
        if self._touches(reads):
            tied = self._tied(reads, compiled)
            if tied is None:
                return list(enumerate(elements))
            names |= tied
        if not names:
            return ()
        places = self.memory.index(source, "id").places
        return [(place, elements[place]) for place in sorted([places[name][0] for name in names])]

    def _tied(self, reads: Reads, compiled: CompiledRule | CompiledDerivation) -> set[str] | None:
        """Return the ids of the elements that changed ones are tied to; None where the change may reach all."""
        if self.everything or self._was is None:
            return None
        others = {path: self.changed[path] for path in reads.other if path in self.changed}
        return self.evaluator.ties(compiled).reached(others, self._was, self.memory)

    def _write(self, source: str, place: int, attribute: str, state: Derived) -> None:
        """Put a derived fact into a copy of an element, in a copy of its list."""
        if source not in self._copied:
            self._copied.add(source)
            self.memory.elements[source] = list(self.memory.elements[source])
        elements = self.memory.elements[source]
        elements[place] = {**elements[place], attribute: state}

    def _keep(self, concept: str, name: str | None, state: Derived) -> None:
        self.found.derived[concept, name] = state
        self.changed.setdefault(concept, set()).add(name)


def rerun(
    evaluator: Evaluator,
    memory: WorkingMemory,
    changed: Iterable[Address],
    before: Conclusions,
    about: str | None = None,
    was: WorkingMemory | None = None,
) -> Rerun:
    """Conclude again where only some facts changed; the memory has the change, and the derived facts of the run before.

    Of elements' facts each has a subject; for which elements there are, the list's path is named. Where an element is named
    that it is about, rules are applied to no other one. Where the memory before the change is given, with what was derived in
    it, a change of one element goes through joins to those only that it is tied to.
    """
    changes = list(changed)
    lists = evaluator.kb.vocabulary.lists
    everything = any(fact in lists for fact, _ in changes)
    reached = evaluator.reached(frozenset([fact for fact, _ in changes]))
    run = Rerun(evaluator, memory, _without(before, reached, evaluator.kb) if everything else before, everything, was)
    for fact, subject in changes:
        run.note(fact, subject)
    for derivation in reached.derivations:
        run.derive(*derivation)
    for rule in reached.rules:
        run.apply(*rule, about)
    return run


def _without(before: Conclusions, reached: Reached, kb: KnowledgeBase) -> Conclusions:
    """Return conclusions without those that are reached: elements may be gone that some of them were about."""
    concepts = {one.derivation.concept for one, _ in reached.derivations}
    kept = before.of(kb.by_code.keys() - {one.rule.code for one, _ in reached.rules})
    kept.derived = {key: state for key, state in before.derived.items() if key[0] not in concepts}
    return kept
