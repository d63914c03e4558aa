"""What is asked about every possible project of a rule base, and what became of each question.

A claim that something can happen is proved by a project, and refuted when no project up to the bound does it; a claim that
something never happens is refuted by a project.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from itertools import permutations
from pathlib import Path

from msgspec.structs import replace

from ..compiled import CompiledKnowledgeBase
from ..evaluate import Evaluator
from ..knowledge import kept
from ..knowledge.model import Derivation, Grade, KnowledgeBase, Loop, Rule, Verdict, severity_of
from ..language.leaf import written
from ..language.tree import All, Any, Condition, Quantifier, below
from ..problems.problem import Place
from ..project.data import PlainData
from ..project.memory import Conclusions
from ..project.project import read_project
from .asking import OPPOSITE, Asking, ClaimResult, ClaimStatus, Seen
from .circuit import FALSE, TRUE
from .own import OwnClaim, declared, own_claims
from .solver import Solved
from .space import stands_for_all
from .values import value_claims


def leaf_claims(asking: Asking) -> Iterator[ClaimResult]:
    """Yield what became of each condition that could be left out."""
    for rule in asking.kb.rules:
        for what, part, less in named(rule.when):
            goal = asking.c.any(_of_rule(asking, rule, less))
            rules = tuple([replace(rule, when=less) if one is rule else one for one in asking.kb.rules])
            seen = partial(_differs, asking, replace(asking.kb, rules=rules))
            found = asking.can_in("condition_decides", (rule.code, what), goal, seen)
            yield _because(found, asking, rule.when, rule.loop, part)
    for derivation in asking.kb.derivations:
        for at, line in enumerate(derivation.lines):
            for what, part, less in named(line.when):
                changed = replace(
                    derivation,
                    lines=(*derivation.lines[:at], replace(line, when=less), *derivation.lines[at + 1 :]),
                )
                goal = asking.c.any(_of_derivation(asking, derivation, changed))
                others = tuple([changed if one is derivation else one for one in asking.kb.derivations])
                seen = partial(_differs, asking, replace(asking.kb, derivations=others))
                about = derivation.concept, f"{line.value}: {what}"
                found = asking.can_in("condition_decides", about, goal, seen)
                yield _because(found, asking, line.when, derivation.loop, part)


def _because(found: ClaimResult, asking: Asking, when: All, loop: Loop | None, part: Condition) -> ClaimResult:
    """Return an answer; where a condition decides nothing, with where it stands and the others that say it already."""
    if found.outcome != "refuted":
        return found
    found = replace(found, place=part.place)
    if part not in when.children:
        return found
    facts = asking.facts
    env, _, here = next(iter(facts.each(loop)), ({}, None, FALSE))
    others = {written(one): facts.condition(one, env)[0] for one in when.children if one is not part}
    return replace(found, because=asking.clashing(others, here, -facts.condition(part, env)[0]))


def named(when: All) -> Iterator[tuple[str, Condition, All]]:
    """Yield each part of a condition with a name of its own, and what is left without it."""
    seen: Counter[str] = Counter()
    for part, less in without(when):
        name = written(part)
        seen[name] += 1
        own = name if seen[name] == 1 else f"{name} ({seen[name]})"
        yield own, part, less if isinstance(less, All) else All((less,))


def without(node: Condition) -> Iterator[tuple[Condition, Condition]]:
    """Yield each part of a condition that can be left out, and the condition without it."""
    if isinstance(node, Quantifier) and len(node.where.children) == 1:
        yield node.where.children[0], replace(node, where=All((), node.where.place))
    for child, put in below(node):
        if isinstance(node, (All, Any)) and len(node.children) > 1:
            yield child, replace(node, children=tuple([one for one in node.children if one is not child]))
        for part, less in without(child):
            whole = put(less)
            if whole is not None:
                yield part, whole


def _of_rule(asking: Asking, rule: Rule, less: All) -> Iterator[int]:
    """Yield for each subject that it matters there whether the rule lists a condition."""
    c, facts = asking.c, asking.facts
    for env, subject, here in facts.each(rule.loop):
        if stands_for_all(subject):
            sides = zip(facts.condition(rule.when, env), facts.condition(less, env), strict=True)
            yield c.all((here, c.any(-c.same(one, other) for one, other in sides)))


def _of_derivation(asking: Asking, derivation: Derivation, changed: Derivation) -> Iterator[int]:
    c, facts = asking.c, asking.facts
    for env, subject, here in facts.each(derivation.loop):
        if stands_for_all(subject):
            before = facts.derived[derivation.concept, subject]
            after = facts.derive([(line.value, facts.condition(line.when, env)) for line in changed.lines])
            yield c.all((here, c.any((c.differ(before.has, after.has), c.differ(before.open, after.open)))))


def _differs(asking: Asking, changed: KnowledgeBase, document: PlainData) -> bool:
    """Tell whether something else is concluded of a project by rules with a change."""
    memory, evaluator = read_project(document, asking.kb).memory, asking.kb.evaluator
    return evaluator.run(memory) != Evaluator(changed, like=evaluator).run(memory)


def proved(kb: CompiledKnowledgeBase, elements: int, seconds: float) -> list[ClaimResult]:
    """Return what became of every claim; nothing is asked again that was settled before and rests on the same.

    Raises:
        ProblemsError: The folder `claims` of the rule base is not as it should be.
    """
    key = f"{Path(kb.folder).resolve()} {elements}"
    asking = Asking(kb, elements, seconds, kept.read("proofs", key, Solved))
    found = list(prove(asking))
    kept.write("proofs", key, asking.solving.now)
    return found


def prove(asking: Asking) -> Iterator[ClaimResult]:
    """Yield what became of every claim, rule by rule; one that need not hold has the reason.

    Raises:
        ProblemsError: The folder `claims` of the rule base is not as it should be.
    """
    kb = asking.kb
    exceptions, own = declared(kb)
    settled: dict[tuple[str, ...], ClaimStatus] = {}
    excepted = {(one.claim, *one.about): one for one in exceptions}
    places: dict[str, Place | None] = {
        **{rule.code: rule.place for rule in kb.rules},
        **{one.concept: one.place for one in kb.derivations},
        **{path: fact.place for path, fact in kb.vocabulary.facts.items()},
        **{case.verdict: Place(f"{kb.folder}/verdict.yaml", 1, 1) for case in kb.verdict.cases},
    }
    for answer in _each(asking, own):
        key = (answer.claim, *answer.about)
        if key in excepted:
            settled[key] = answer.outcome
        reason = excepted[key].reason if answer.outcome == "refuted" and key in excepted else None
        yield replace(answer, reason=reason, place=answer.place or places.get(answer.about[0]))
    for key, one in excepted.items():
        yield ClaimResult("exception_needed", key, OPPOSITE[settled.get(key, "proved")], place=one.place)


def _each(asking: Asking, own: Sequence[OwnClaim]) -> Iterator[ClaimResult]:
    for rule in asking.kb.rules:
        yield from _occurs(asking, rule)
    for path in asking.kb.vocabulary.concepts:
        yield from _values(asking, path)
    yield from leaf_claims(asking)
    yield from _implied(asking)
    yield from verdict_claims(asking)
    yield from value_claims(asking)
    yield from own_claims(asking, own)


def _occurs(asking: Asking, rule: Rule) -> Iterator[ClaimResult]:
    code = rule.code
    keys = asking.keys(code)
    holds = asking.c.any(asking.facts.outcomes[key][0] for key in keys)
    answer = asking.can("rule_occurs", (code,), holds, partial(_holds, code=code))
    if answer.outcome == "refuted":
        env, _, here = next(iter(asking.facts.each(rule.loop)), ({}, None, FALSE))
        parts = {written(part): asking.facts.condition(part, env)[0] for part in rule.when.children}
        yield replace(answer, because=asking.clashing(parts, here))
        return
    yield answer
    rivals = asking.kb.silencers.get(code, ())
    if rivals:
        seen = asking.c.any(asking.facts.visible[key] for key in keys)
        found = asking.can("rule_seen", (code,), seen, partial(_holds, code=code))
        yield _shown(found, answer.project, tuple(winner.code for winner in rivals))
    for other in rule.replaces:
        yield _replaces(asking, rule, other)
    severities = dict.fromkeys(case.severity for case in rule.severities)
    for severity in severities if len(severities) > 1 else ():
        grades = [case.grade for case in rule.grades if severity_of(case.grade) == severity]
        graded = asking.c.any(
            asking.c.all((asking.facts.outcomes[key][0], asking.facts.severity[key][grade]))
            for key in keys
            for grade in grades
        )
        found = asking.can("severity_occurs", (code, severity), graded, _graded(code, grades))
        yield _shown(found, answer.project)


def _replaces(asking: Asking, rule: Rule, other: str) -> ClaimResult:
    """Claim that a rule can hold where one that it replaces may hold, too, or is still asked about."""
    outcomes = asking.facts.outcomes
    both = asking.c.any(
        asking.c.all((outcomes[winner][0], asking.here(key[1]), -outcomes[key][1]))
        for key in asking.keys(other)
        for winner in asking.facts.rivals(*key)
        if winner[0] == rule.code
    )

    def seen(found: Conclusions) -> bool:
        held = {subject for (code, subject), truth in found.outcomes.items() if code == rule.code and truth is True}
        return any(
            code == other and truth is not False and (None in held or subject in held)
            for (code, subject), truth in found.outcomes.items()
        )

    return asking.can("replaces_decides", (rule.code, other), both, seen)


def _shown(answer: ClaimResult, project: PlainData | None, because: tuple[str, ...] = ()) -> ClaimResult:
    """Return an answer; where nothing shows what is claimed, with a project of the rule and why it does not."""
    return replace(answer, project=project, because=because) if answer.outcome == "refuted" else answer


def _values(asking: Asking, path: str) -> Iterator[ClaimResult]:
    for value in asking.kb.vocabulary.concepts[path].values:
        has = asking.c.any(
            asking.c.all((asking.here(key[1]), state.has.get(value, FALSE)))
            for key, state in asking.facts.derived.items()
            if key[0] == path
        )
        answer = asking.can("value_occurs", (path, value), has, _valued(path, value))
        yield replace(answer, because=_never_derived(asking, path, value)) if answer.outcome == "refuted" else answer


def _never_derived(asking: Asking, path: str, value: str) -> tuple[str, ...]:
    """Return the conditions of a line of a derived fact that no project meets where no earlier line holds."""
    derivation = asking.kb.by_concept.get(path)
    lines = [line.value for line in derivation.lines] if derivation is not None else []
    if derivation is None or lines.count(value) != 1:
        return ()
    env, subject, here = next(iter(asking.facts.each(derivation.loop)), ({}, None, FALSE))
    state, line = asking.facts.derived[path, subject], derivation.lines[lines.index(value)]
    parts = {written(part): asking.facts.condition(part, env)[0] for part in line.when.children}
    earlier = dict.fromkeys(lines[: lines.index(value)])
    return asking.clashing(parts | {f"{path} is not {one}": -state.has[one] for one in earlier}, here)


def _implied(asking: Asking) -> Iterator[ClaimResult]:
    """Ask of every two rules of one kind about the same subject; projects that were shown by now spare most questions."""
    known = [_holding(found) for several in asking.shown.values() for found in several]
    alive = [rule for rule in asking.kb.rules if rule.code in asking.shown]
    for rule, other in permutations(alive, 2):
        if (
            rule.kind != other.kind
            or rule.over != other.over
            or other.code in rule.replaces
            or rule.code in other.replaces
        ):
            continue
        if other.code in rule.causes or rule.code in other.causes:
            continue
        pairs = [((rule.code, key[1]), (other.code, key[1])) for key in asking.keys(rule.code)]
        if any(found.get(rule.code, _NONE) - found.get(other.code, _NONE) for found in known):
            yield ClaimResult("not_implied", (rule.code, other.code), "proved")
            continue
        alone = asking.c.any(
            asking.c.all((asking.facts.outcomes[one][0], -asking.facts.outcomes[two][0])) for one, two in pairs
        )
        answer = asking.can(
            "not_implied",
            (rule.code, other.code),
            alone,
            partial(_parts, code=rule.code, other=other.code),
        )
        if answer.outcome == "refuted":
            both = asking.c.any(asking.facts.outcomes[one][0] for one, _ in pairs)
            shown = asking.can("rule_occurs", (), both, partial(_holds, code=other.code))
            answer = ClaimResult(answer.claim, answer.about, "refuted", shown.project)
        elif answer.outcome == "proved":
            known += map(_holding, asking.shown[rule.code][-1:])
        yield answer


def _holds(found: Conclusions, code: str) -> bool:
    return any(truth is True for key, truth in found.outcomes.items() if key[0] == code)


_NONE: frozenset[str | None] = frozenset()


def _holding(found: Conclusions) -> dict[str, set[str | None]]:
    """Return of which subjects each rule holds."""
    holding: dict[str, set[str | None]] = {}
    for (code, subject), truth in found.outcomes.items():
        if truth is True:
            holding.setdefault(code, set()).add(subject)
    return holding


def _parts(found: Conclusions, code: str, other: str) -> bool:
    """Tell whether the first rule holds of a subject of which the second one does not."""
    holding = _holding(found)
    return bool(holding.get(code, _NONE) - holding.get(other, _NONE))


def _graded(code: str, grades: Collection[Grade]) -> Seen:
    return lambda found: any(key[0] == code and grade in grades for key, grade in found.severities.items())


def _valued(path: str, value: str) -> Seen:
    return lambda found: any(key[0] == path and state.value == value for key, state in found.derived.items())


def verdict_claims(asking: Asking) -> Iterator[ClaimResult]:
    """Yield what became of the claims about the verdict; none where the rules have no ladder of verdicts."""
    kb, c = asking.kb, asking.c
    if not kb.verdict.cases:
        return
    verdicts = dict.fromkeys(case.verdict for case in kb.verdict.cases)
    for verdict in verdicts:
        yield _verdict_occurs(asking, verdict)
    best = kb.verdict.cases[-1].verdict
    phase = asking.view.facts.get((kb.verdict.phase or "", None))
    for value, literal in phase.values.items() if phase is not None else ():
        yield _verdict_occurs(asking, best, str(value), literal)
    counting = [case.severity for case in kb.verdict.cases if case.severity is not None]
    found = c.any(
        c.all((asking.facts.outcomes[key][0], asking.facts.severity[key].get(severity, FALSE)))
        for key in asking.facts.findings
        for severity in counting
    )

    def beside(document: PlainData) -> bool:
        graded = kb.evaluator.run(read_project(document, kb).memory).severities
        held = any(grade in counting and kb.rule(key[0]).kind == "finding" for key, grade in graded.items())
        return held and _given(asking, best)(document)

    yield asking.never("best_is_clean", (best,), c.all((asking.verdicts.verdict[best], found)), beside)


def _verdict_occurs(asking: Asking, verdict: Verdict, name: str | None = None, where: int = TRUE) -> ClaimResult:
    """Claim that a verdict can be given, where a literal is true; first that a project shows it, then that a sure one does."""
    about = (verdict,) if name is None else (verdict, name)
    goal = asking.c.all((asking.verdicts.verdict[verdict], where))
    found = asking.can_in("verdict_occurs", about, goal, _given(asking, verdict))
    if found.outcome == "not_settled":
        sure = asking.c.all((goal, asking.verdicts.worst[verdict]))
        found = max(
            found,
            asking.can_in("verdict_occurs", about, sure, _given(asking, verdict)),
            key=lambda one: one.outcome == "proved",
        )
    return found


def _given(asking: Asking, verdict: str) -> Callable[[PlainData], bool]:
    """Return what tells whether a project is given a verdict."""
    return lambda document: asking.assessed(document, asking.kb).verdict == verdict
