"""Answers in words: what they would change, what keeps a finding away that nearly applies, and which values a rule wants.

It knows no layout and judges nothing.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from ...engine.alike import alike
from ...engine.knowledge.model import SEVERITIES, KnowledgeBase, Rule, Severity
from ...engine.language.tree import Comparison, walk
from ...engine.whatif.changes import as_json
from ..texts import enumerate_words, joined, rest_counted, say
from .names import Teller

if TYPE_CHECKING:
    from ...engine.project.memory import Value
    from ...engine.whatif.changes import Change
    from ...engine.whatif.effects import Effect, Reported
    from ...engine.whatif.nearly import Nearly
    from ...engine.whatif.outlook import Prospect

_NAMED = 3
"""Answers that are named one by one; of more, those that are not meant are named if they are fewer."""

_CODES = 3
_TITLE = 1


class Consequence(Struct, frozen=True):
    """What some answers to a question have in common.

    Attributes:
        verdict: The verdict with one of them, None when it stays as it is.
        added, cleared: Findings that come and go, worst first.
        settled: How many outcomes would be told at most.
        firm: Whether no other answer could make the verdict worse then.
    """

    values: tuple[Value, ...]
    verdict: str | None
    added: tuple[Reported, ...]
    cleared: tuple[Reported, ...]
    settled: int
    firm: bool = True

    @property
    def changes(self) -> bool:
        """Whether the verdict or a finding changes."""
        return bool(self.verdict or self.added or self.cleared)


def consequences_of(effects: Sequence[Effect], verdict: str) -> tuple[Consequence, ...]:
    """Return the answers to a question, equal ones together, those that change something first."""
    grouped = [
        Consequence(
            tuple(effect.value for effect in same),
            same[0].verdict if same[0].verdict != verdict else None,
            same[0].added,
            same[0].cleared,
            max(effect.settled for effect in same),
            same[0].firm,
        )
        for same in alike(
            effects, lambda one: (one.verdict, one.added, one.cleared, one.firm or one.verdict == verdict)
        )
    ]
    return tuple(sorted(grouped, key=lambda one: not one.changes))


def likeness(prospect: Prospect) -> tuple[Any, ...]:
    """Return what questions about several subjects, or yes-or-no questions about the project, must share to be told as one."""
    question = prospect.question
    values = {effect.value for effect in prospect.effects}
    fact = None if question.subject is None and values == {True, False} else question.fact
    effects = [
        (effect.value, effect.verdict, effect.firm, _codes(effect.added), _codes(effect.cleared), bool(effect.settled))
        for effect in prospect.effects
    ]
    return fact, question.must_know, tuple(effects)


def _codes(reported: Sequence[Reported]) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys((one.code, one.severity) for one in reported))


def answer_words(
    values: Sequence[Value], every: Sequence[Value], fact: str, teller: Teller, added: Sequence[Reported] = ()
) -> str:
    """Return what some of all the answers that were tried to a question are called.

    Of a set not every answer is tried: where the findings that are `added` want the same values in it, these are told.
    """
    language = teller.language
    definition = teller.kb.vocabulary.facts.get(fact)
    if definition is None:
        return say("answer.some" if values[0] else "answer.none", language)
    if definition.type == "text" or (len(every) > 1 and set(values) == set(every)):
        return say("answer.any", language)
    if definition.type == "texts":
        return say("answer.written" if values[0] else "answer.unwritten", language)
    if definition.type in ("int", "number"):
        return _numbers(values, every, fact, teller)
    if definition.type in ("set", "refs"):
        return any_of(
            _sets(values, every, fact, teller, wanted_by_all({one.code for one in added}, fact, teller.kb)), language
        )
    others = [value for value in every if value not in values]
    if len(values) > _NAMED and 0 < len(others) < len(values):
        return say("answer.but", language, values=any_of([_value(one, fact, teller) for one in others], language))
    return any_of([_value(one, fact, teller) for one in values], language)


def bound_words(fact: str, value: Any, teller: Teller) -> str:
    """Return a value that is asked for; of a number of which less or more is better, also what lies beyond it."""
    told = teller.value(fact, value)
    definition = teller.kb.vocabulary.facts.get(fact)
    better = () if definition is None or definition.type not in ("int", "number") else definition.better
    ends = {("less",): "most", ("more",): "least"}
    return teller.say(f"answer.{ends[better]}", n=told) if better in ends else told


def leading_words(change: Change, leading: Sequence[Value], teller: Teller) -> str:
    """Return with which answers a change leads there, the chosen one among them; empty where every answer does."""
    definition = teller.kb.vocabulary.facts[change.fact]
    if definition.type not in ("bool", "enum"):
        if definition.type in ("text", "texts") and change.value:
            return teller.say("answer.written")
        told = bound_words(change.fact, as_json(change.value), teller)
        others = [one for one in leading if isinstance(one, frozenset) and len(one) == 1]
        return teller.say("answer.alike", value=told) if len(others) > 1 else told
    if len(leading) == (len(definition.values) or len((True, False))):
        return ""
    in_order = [value for value in definition.values if value in leading] or leading
    return any_of([teller.value(change.fact, value) for value in in_order], teller.language)


def effect_words(consequence: Consequence, teller: Teller, *, titled: bool = False, alike: bool = False) -> str:
    """Return what some answers change, as one sentence without its end.

    The worst finding has its title where it is asked for; `alike` is for a question that stands for others, too.
    """
    language = teller.language
    parts = []
    graded = [one for one in consequence.added if one.was is not None]
    come = [one for one in consequence.added if one.was is None]
    for key, found in (("added", come), ("graded", graded), ("cleared", consequence.cleared)):
        if found:
            parts.append(_findings(f"effect.{key}", found, teller, titled, alike))
    if consequence.verdict is not None:
        parts.append(
            say("effect.verdict", language, verdict=teller.verdict(consequence.verdict, settled=consequence.firm))
        )
    if not parts:
        parts.append(say("effect.nothing", language))
    return joined(parts, language, "stop")


def _findings(key: str, reported: Sequence[Reported], teller: Teller, titled: bool, alike: bool) -> str:
    """Return the findings that come or go: the worst ones named, the others and what may follow with them counted."""
    kinds = {rule.code: rule.kind for rule in teller.kb.rules}
    subjects: dict[str, set[str | None]] = {}
    worst: dict[str, Reported] = {}
    ordered = sorted(reported, key=lambda one: SEVERITIES.index(one.severity))
    for one in ordered:
        worst.setdefault(one.code, one)
        subjects.setdefault(one.code, set()).add(one.subject)
    found = [one for code, one in worst.items() if kinds.get(code) != "prediction"] or list(worst.values())
    predictions = len(worst) - len(found)
    grades = {code: dict.fromkeys(one.severity for one in ordered if one.code == code) for code in worst}
    words = [
        finding_words(
            one,
            teller,
            titled=titled and index < _TITLE,
            alike=alike or len(subjects[one.code]) > 1,
            graded=tuple(grades[one.code]),
        )
        for index, one in enumerate(found[:_CODES])
    ]
    words += rest_counted(found, _CODES, teller.language)
    if predictions:
        words.append(teller.say("effect.predictions", n=predictions))
    return teller.say(key, findings=enumerate_words(words, teller.language), n=len(worst))


def finding_words(one: Reported, teller: Teller, *, titled: bool, alike: bool, graded: Sequence[Severity] = ()) -> str:
    """Return a finding by its code and severity, `titled` by its title, too; `alike` where it stands for the like of others.

    Where these weigh otherwise, the severities are those that are `graded`.
    """
    severity = enumerate_words([teller.severity(grade) for grade in graded or (one.severity,)], teller.language)
    if one.was is not None:
        severity = teller.say("effect.severity", was=teller.severity(one.was), now=severity)
    if teller.kb.rule(one.code).kind == "prediction":
        severity = teller.say("effect.prediction")
    about = "{subject}" in teller.kb.rule(one.code).title[teller.language]
    if not titled:
        return teller.say("effect.finding", code=one.code, severity=severity)
    title = teller.title(one.code, one.subject).rstrip("。. ")
    key = "effect.finding.alike" if about and alike else "effect.finding.titled"
    return teller.say(key, title=title, code=one.code, severity=severity)


def _value(value: Value, fact: str, teller: Teller) -> str:
    return teller.say("answer.quoted", value=teller.value(fact, value))


def _sets(
    values: Sequence[Value], every: Sequence[Value], fact: str, teller: Teller, wanted: Sequence[str]
) -> list[str]:
    """Return what sets are meant: none of the values, all of them, one each, or all in which something `wanted` is missing.

    Of a set that is stated in part, each holds what is stated: what is told is what comes to it.
    """
    known = [one for one in every if isinstance(one, frozenset)]
    whole, stated = max(known, key=len), frozenset.intersection(*known)
    singles = [one for one in known if len(one - stated) == 1 and one != whole]
    own = [one for one in values if one in singles and isinstance(one, frozenset)]
    others = [one for one in singles if one not in own]
    words = [teller.say("answer.nothing_else" if stated else "answer.none")] if stated in values else []

    def quoted(some: Iterable[Any]) -> str:
        return any_of([teller.say("answer.quoted", value=teller.value(fact, one)) for one in some], teller.language)

    if len(own) == len(singles) > 1 and 1 < len(wanted) < len(whole):
        words = [teller.say("answer.lacking", values=quoted(wanted))]
    elif len(own) > 1 and len(others) == 1:
        words = [teller.say("answer.lacking", values=quoted(others[0] - stated))]
    elif len(own) == len(singles) > 1:
        words.append(teller.say("answer.some_of_them" if len(wanted) == len(whole) else "answer.one"))
    else:
        words += [teller.say("answer.only", value=teller.value(fact, sorted(one))) for one in own]
    if whole in values and whole:
        several = len(whole) > 1
        label = teller.say("answer.all") if several else teller.value(fact, sorted(whole))
        words.append(label if several else teller.say("answer.quoted", value=label))
    return words


def _numbers(values: Sequence[Value], every: Sequence[Value], fact: str, teller: Teller) -> str:
    """Return what numbers are meant: the stretches between those that were tried."""
    points = sorted(float(point) for point in every)  # type: ignore[arg-type]
    own = {float(point) for point in values}  # type: ignore[arg-type]
    stretches = [list(run) for inside, run in groupby(points, key=own.__contains__) if inside]
    return any_of([_stretch(run[0], run[-1], points, fact, teller) for run in stretches], teller.language)


def _stretch(low: float, high: float, points: Sequence[float], fact: str, teller: Teller) -> str:
    """Return a stretch of numbers by its ends; of the numbers on both sides of an end, people name the rounder one."""

    def ends(key: str, **numbers: float) -> str:
        told = {name: teller.value(fact, int(n) if n.is_integer() else n) for name, n in numbers.items()}
        return teller.say(f"answer.{key}", **told)

    if low == high and points[0] < low < points[-1]:
        return teller.value(fact, int(low) if low.is_integer() else low)
    place = points.index(low)
    before = points[place - 1] if place else None
    after = None if high == points[-1] else points[points.index(high) + 1]
    above = before is not None and _digits(before) < _digits(low)
    below = after is not None and _digits(after) < _digits(high)
    if before is None:
        if after is None:
            return ends("least", n=low)
        return ends("below", n=after) if below else ends("most", n=high)
    if after is None:
        return ends("above", n=before) if above else ends("least", n=low)
    if above or below:
        first = ends("above", n=before) if above else ends("least", n=low)
        return teller.say("answer.both", first=first, last=ends("below", n=after) if below else ends("most", n=high))
    return ends("from_to", low=low, high=high)


def _digits(number: float) -> int:
    """Return how many digits it takes to name a number.

    >>> _digits(200_000), _digits(200_001), _digits(3.01)
    (1, 6, 3)
    """
    return len(f"{number:.10g}".replace(".", "").strip("0")) or 1


def any_of(words: Sequence[str], language: str) -> str:
    """Join alternatives as the language does.

    >>> any_of(["a", "b", "c"], "en")
    'a, b or c'
    """
    if len(words) <= 1:
        return "".join(words)
    between = say("answer.or" if len(words) == 2 else "answer.or.last", language)
    return between.join([enumerate_words(words[:-1], language), words[-1]])


def near_together(found: Sequence[Nearly]) -> list[list[Nearly]]:
    """Return findings in their order, the same one about several subjects as one where the same would bring it."""

    def likeness(one: Nearly) -> Hashable:
        own = all(change.subject in (None, one.subject) for change in one.changes)
        changes = tuple((change.fact, change.value) for change in one.changes) if own else one.subject
        return one.rule.code, one.severity, one.now, changes

    return alike(found, likeness)


def would(one: Nearly, teller: Teller, *, alone: bool = True) -> list[str]:
    """Return what would have to be so, one line a fact; for several findings together the facts' subjects are left out."""
    lines = []
    for change, now in zip(one.changes, one.now, strict=True):
        fact = teller.fact(change.fact, change.subject if alone else None)
        then = _written(change.fact, as_json(change.value), teller)
        if now is None:
            lines.append(teller.say("would.unknown", fact=fact, then=then))
        else:
            before = _written(change.fact, as_json(now), teller)
            lines.append(teller.say("least.step", fact=fact, now=before, then=then))
    return lines


def declined_words(answer: str, whom: str | None, language: str) -> str:
    """Return an answer that is no value in words: not known, later, somebody else knows, does not apply.

    >>> declined_words("ask", "Mori", "en"), declined_words("ask", None, "ja"), declined_words("later", None, "en")
    ('ask Mori', '人に聞く', 'later')
    """
    return say(f"ask.answer.{answer}", language, whom=whom or say("ask.somebody", language))


def _written(fact: str, value: Any, teller: Teller) -> str:
    if value == "-" or value == ["-"]:
        return teller.say("answer.written")
    return teller.value(fact, value)


def wanted_values(rule: Rule, kb: KnowledgeBase) -> dict[str, tuple[str, ...]]:
    """Return, for each set of which a rule finds values missing, all the values that it wants, as the vocabulary has them."""
    found: dict[str, set[str]] = {}
    for node in walk(rule.when):
        definition = kb.vocabulary.facts.get(node.left.path) if isinstance(node, Comparison) else None
        if not isinstance(node, Comparison) or definition is None or definition.type != "set":
            continue
        if node.operator == "is incomplete":
            found.setdefault(definition.path, set()).update(definition.values)
        elif node.operator == "lacks":
            found.setdefault(definition.path, set()).add(str(node.right))
    facts = kb.vocabulary.facts
    return {path: tuple(one for one in facts[path].values if one in wanted) for path, wanted in found.items()}


def wanted_by_all(codes: Iterable[str], fact: str, kb: KnowledgeBase) -> tuple[str, ...]:
    """Return the values of a set that each of some rules wants; none where they do not want the same, or one wants none."""
    wanted = {wanted_values(kb.rule(code), kb).get(fact, ()) for code in codes}
    return wanted.pop() if len(wanted) == 1 else ()
