"""A condition as a tree: every part in words with its truth, the facts read there, and where they stand.

Derived facts are opened down to stated ones. Nothing is judged here: each part's truth is its own closure's. Unless
all is asked for, a tree has what decided, and what is the same for several is told once.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from operator import itemgetter
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from ..account import Account, Accounts, DerivedAccount, GroupAccount, LeafAccount, ListAccount
from ..alike import alike
from ..assess.findings import Drafter, placed
from ..assess.model import Evidence
from ..assess.verdict import replaced
from ..compiled import CompiledKnowledgeBase
from ..knowledge.model import ConceptDefinition, KnowledgeBase, Rule, Texts, is_upcoming
from ..knowledge.words import fact_in_words, in_words, value_in_words
from ..language.tree import All, Any, Condition
from ..language.truth import Truth
from ..problems.problem import LANGUAGES
from ..project.address import Address, subject_of, subject_of_outcome
from ..project.memory import Conclusions
from ..project.project import Project

_OPEN: Texts = {"en": "not known", "ja": "まだ分からない"}
_NO_VALUE: Texts = {"en": "does not apply", "ja": "当てはまらない"}
_OR: Texts = {"en": " or ", "ja": ""}
_COMMA: Texts = {"en": ", ", "ja": ""}
NodeKind = Literal["comparison", "all", "any", "not", "list", "element", "derived", "line", "open"]


class Explanation(Struct, frozen=True):
    """One part of a condition and why it has its truth.

    Attributes:
        part: What it is: a comparison, a group, a statement about a list, one element of it, a derived fact, one
            line of its derivation, or several lines that wait for the same facts (`open`).
        words: What it says, in each language.
        truth: True, False, or None when it cannot be told.
        facts: The facts that are read here, known ones with value and place.
        unknown: Names of the unknown facts that are read here, with their subjects.
        children: The parts below it that decided its truth; all of them when asked for in full.
        same: Other elements of the list: those that cannot be told for the same reason, or decide as this one does.
    """

    part: NodeKind
    words: Texts
    truth: Truth
    facts: tuple[Evidence, ...] = ()
    unknown: tuple[Address, ...] = ()
    children: tuple[Explanation, ...] = ()
    same: tuple[Explanation, ...] = ()


def likeness(part: Explanation, subject: str | None) -> Hashable:
    """Return what two parts have in common that say the same, each about its own subject.

    A fact's place does not count, its value does.
    """
    facts = [(fact.fact, _whose(fact.subject, subject), repr(fact.value)) for fact in part.facts]
    unknown = [(fact, _whose(about, subject)) for fact, about in part.unknown]
    below = [likeness(child, subject) for child in part.children]
    alike = [other.words["en"] for other in part.same]
    words = part.words.get("en", "")
    return part.part, words, part.truth, tuple(facts), tuple(unknown), tuple(below), tuple(alike)


def _whose(about: str | None, subject: str | None) -> tuple[bool, str | None]:
    own = about is not None and about == subject
    return own, None if own else about


def values_in_words(values: Sequence[str], definition: ConceptDefinition, language: str) -> str:
    """Say several values of a derived fact, one of which it will have: `"absent", "thin" or "present"`."""
    words = [value_in_words(value, definition, language) for value in dict.fromkeys(values)]
    return _OR[language].join(part for part in (_COMMA[language].join(words[:-1]), words[-1]) if part)


def trees(project: Project, kb: CompiledKnowledgeBase, *, full: bool) -> tuple[Conclusions, Trees]:
    """Return what is concluded about a project, and what turns its conditions into trees."""
    evaluator = kb.evaluator
    conclusions, memory = evaluator.run_in(project.memory)
    accounts = Accounts(evaluator, memory)
    return conclusions, Trees(kb, project, accounts, Drafter(kb, project, accounts), full)


class Trees(Struct, frozen=True):
    """Turns the accounts of one run into trees."""

    kb: KnowledgeBase
    project: Project
    accounts: Accounts
    drafter: Drafter
    full: bool
    said: dict[int, Texts] = field(default_factory=dict)

    def _words(self, node: Condition) -> Texts:
        """Say a condition in each language, once for all elements that it is asked of."""
        found = self.said.get(id(node))
        if found is None:
            found = self.said[id(node)] = {language: in_words(node, self.kb, language) for language in LANGUAGES}
        return found

    def tell(self, account: Account) -> Explanation:
        """Return the account of a condition as a tree."""
        node, truth = account.node, account.truth
        words = self._words(node)
        if isinstance(account, LeafAccount):
            return self._comparison(account, words)
        if isinstance(account, ListAccount):
            elements = self._elements(account)
            if not self.full and account.settled_by_one and all(one.children for one in elements):
                return Explanation("list", words, truth, children=elements)  # whatever else is in the list
            known = self._placed(self.accounts.facts.of_list(account.node.source, known=True))
            unknown = list(self.accounts.facts.of_list(account.node.source, known=False))[:1]
            return Explanation("list", words, truth, tuple(known), tuple(unknown), elements)
        assert isinstance(account, GroupAccount)
        part: NodeKind = "all" if isinstance(node, All) else "any" if isinstance(node, Any) else "not"
        children = tuple([self.tell(one) for one in (account.parts() if self.full else account.decided())])
        if len(children) == 1 and part != "not" and not (self.full and len(account.parts()) > 1):
            return children[0]  # a group that says no more than its one part
        return Explanation(part, words, truth, children=children)

    def _comparison(self, account: LeafAccount, words: Texts) -> Explanation:
        known: list[Evidence] = []
        unknown: list[Address] = []
        children: list[Explanation] = []
        for fact, element, derived in account.reads():
            address = self.accounts.facts.address(fact, element)
            if derived is not None:
                name = {language: fact_in_words(fact, self.kb, language) for language in LANGUAGES}
                children.append(self.derived(derived, name))
            elif self.accounts.facts.knows(fact, element):
                known += self._placed([address])
            else:
                unknown.append(address)
        if account.target is not None:
            if account.truth is None and not unknown:
                unknown.append(Address(account.target))
            else:
                known += self._placed([Address(account.target)])
        return Explanation("comparison", words, account.truth, tuple(known), tuple(unknown), tuple(children))

    def derived(self, account: DerivedAccount, name: Texts) -> Explanation:
        """Return the account of a derived fact as a tree: its value, and below it the lines that decided."""
        state = account.state
        definition = self.kb.vocabulary.concepts[account.derivation.derivation.concept]
        certain: Truth = True if state.value is not None else None if state.open else False
        words = {}
        for language in LANGUAGES:
            value = (_OPEN if certain is None else _NO_VALUE)[language]
            if state.value is not None:
                value = value_in_words(state.value, definition, language)
            words[language] = f"{name[language]}: {value}"
        lines = []
        for value, line in account.every_line() if self.full else account.lines:
            if self.full or value == state.value or line.truth is None or certain is False:
                said = {language: value_in_words(value, definition, language) for language in LANGUAGES}
                waits = frozenset() if self.full else line.unknown()
                told = Explanation("line", said, line.truth, children=(self.tell(line),))
                lines.append(_Line(value, waits, told))
        return Explanation("derived", words, certain, children=_folded(lines, definition))

    def _placed(self, addresses: Iterable[Address]) -> list[Evidence]:
        stated = self.project.stated
        return [placed(stated[address], self.project) for address in addresses if address in stated]

    def _elements(self, account: ListAccount) -> tuple[Explanation, ...]:
        """Return the elements that decided; what is the same for several of them with the first."""
        node, told = account.node, list[tuple[Hashable, Explanation]]()
        for one in account.elements() if self.full else account.decided():
            if not self.full and one.meant is False and node.kind not in ("some", "none"):
                continue
            subject, measured = subject_of(node.source, one.element["id"]), one.measured()
            known = self._placed([] if measured is None else [measured])
            unknown = () if measured is None or known else (measured,)
            parts = tuple([self.tell(part) for part in one.parts if part.node != All(())])
            found = Explanation("element", self.drafter.labels[subject], one.truth, tuple(known), unknown, parts)
            like: Hashable = None
            if not self.full and node.kind != "every" and account.settled_by_one:
                like = "enough"
            elif not self.full and one.truth is None:
                like = (*(repr(fact.value) for fact in known), *(likeness(part, subject) for part in parts))
            told.append((like, found))
        groups = ([one for _, one in group] for group in alike(told, itemgetter(0)))
        return tuple([replace(first, same=tuple(others)) for first, *others in groups])


class _Line(Struct, frozen=True):
    """A line of a derivation: the value that it gives, and the unknown facts in its way."""

    value: str
    waits: frozenset[Address]
    told: Explanation


def _folded(lines: Sequence[_Line], definition: ConceptDefinition) -> tuple[Explanation, ...]:
    """Return the lines; those of different values that wait for the same facts as one."""
    found: list[Explanation] = []
    for group in alike(lines, lambda line: line.waits or None):
        values = list(dict.fromkeys(line.value for line in group))
        if len(values) == 1:
            found += [line.told for line in group]
            continue
        words = {language: values_in_words(values, definition, language) for language in LANGUAGES}
        found.append(Explanation("open", words, None, unknown=_in_order(group)))
    return tuple(found)


def _in_order(lines: Sequence[_Line]) -> tuple[Address, ...]:
    """Return the facts that lines wait for as the first of them comes to them."""
    met = [key for line in lines for key in _unknown(line.told)]
    waits = lines[0].waits
    return tuple(dict.fromkeys([key for key in met if key in waits] + sorted(waits, key=repr)))


def _unknown(part: Explanation) -> list[Address]:
    """Return the unknown facts of a part and of all below it."""
    return [*part.unknown, *(key for below in (*part.children, *part.same) for key in _unknown(below))]


class RuleExplanation(Struct, frozen=True):
    """A rule on one subject: its outcome, the tree of its condition, and whether it holds but is not due yet."""

    rule: Rule
    subject: str | None
    subject_label: Texts | None
    truth: Truth
    replaced_by: str | None
    tree: Explanation
    upcoming: bool = False


def explain(
    code: str, project: Project, kb: CompiledKnowledgeBase, *, full: bool = False, subject: str | None = None
) -> tuple[RuleExplanation, ...]:
    """Explain a rule for every subject of a project, or for the only one that is meant.

    Raises:
        KeyError: No rule has this code.
    """
    rule = kb.rule(code)
    conclusions, teller = trees(project, kb, full=full)
    silenced = replaced(conclusions, kb)
    found = []
    for key, truth in teller.drafter.outcomes(rule, conclusions):
        about = subject_of_outcome(key, teller.kb)
        if about is not None and subject not in (None, about):
            continue
        account = teller.accounts.of_outcome(key)
        if account is not None:
            tree = teller.tell(account)
        else:  # of a list that is not stated
            assert rule.loop is not None
            listed = kb.vocabulary.lists[rule.loop.source]
            tree = Explanation("list", listed.question or listed.label, None, unknown=(Address(listed.path),))
        label = teller.drafter.labels[about] if about is not None else None
        found.append(
            RuleExplanation(
                rule, about, label, truth, silenced.get(key), tree, is_upcoming(conclusions.severities.get(key))
            )
        )
    return tuple(found)
