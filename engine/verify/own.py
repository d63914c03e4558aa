"""Claims that policy owners make of their rules: whenever some conditions hold of a project, so do others.

A condition is one of the rule language, or a sentence about the result: the verdict, or what becomes of a rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ..assess.run import assess
from ..evaluate.conditions import compile_condition
from ..knowledge.model import Loop, Texts
from ..language.tree import All
from ..problems.problem import Place
from ..project.memory import Conclusions
from ..project.project import read_project
from .asking import Answer, Asking, Document
from .circuit import FALSE
from .conditions import Env

_VERDICT = re.compile(r"verdict is (?P<how>not |at best |at worst )?(?P<verdict>\w+)")
_RULE = re.compile(
    r"(?P<code>[A-Z]{2,5}-\d{2,3}) (?:(?P<found>is found)(?: with severity (?P<severity>\w+))?|(?P<not>is not found)|cannot be told)"
)


class Result(Struct, frozen=True):
    """A sentence about what is told of a project.

    Attributes:
        code: The rule that it is about; None for the verdict.
        what: `is`, `not`, `at best` or `at worst` of a verdict; `found`, `not found` or `open` of a rule.
        value: A verdict, or the severity with which a rule is found; None for any.
    """

    code: str | None
    what: str
    value: str | None = None


class Side(Struct, frozen=True):
    """Conditions and sentences that all hold."""

    when: All
    results: tuple[Result, ...] = ()


class OwnClaim(Struct, frozen=True):
    """Whenever one side holds, the other one does.

    Attributes:
        claim: What it says.
        loop: The elements that it runs over; None for the project.
    """

    claim: Texts
    when: Side
    then: Side
    loop: Loop | None
    place: Place


def read_result(text: str) -> Result | None:
    """Read a sentence about the result; None where it is none.

    >>> read_result("verdict is at best revise")
    Result(code=None, what='at best', value='revise')
    >>> read_result("top.visited_site is false") is None
    True
    """
    found = _VERDICT.fullmatch(text)
    if found is not None:
        return Result(None, (found["how"] or "is").strip(), found["verdict"])
    found = _RULE.fullmatch(text)
    if found is None:
        return None
    what = "found" if found["found"] else "not found" if found["not"] else "open"
    return Result(found["code"], what, found["severity"])


def own_claims(asking: Asking, claims: tuple[OwnClaim, ...]) -> Iterator[Answer]:
    """Yield what became of each claim."""
    for claim in claims:
        goals = []
        for env, _, here in asking.facts.each(claim.loop):
            when, then = (_literal(asking, side, env) for side in (claim.when, claim.then))
            goals.append(asking.c.all((here, when, -then)))
        about = (claim.claim["en"],)
        found = asking.never("own", about, asking.c.any(goals), _Broken(asking, claim))
        yield replace(found, says=claim.claim)


def _literal(asking: Asking, side: Side, env: Env) -> int:
    results = [_result(asking, one, env) for one in side.results]
    return asking.c.all((asking.facts.condition(side.when, env)[0], *results))


def _result(asking: Asking, result: Result, env: Env) -> int:
    c = asking.c
    if result.code is None:
        ladder = [case.verdict for case in asking.kb.verdict.cases]
        meant = _meant(result, ladder)
        return c.any(literal for verdict, literal in asking.verdicts.verdict.items() if verdict in meant)
    facts, rule = asking.facts, asking.kb.rule(result.code)
    bound = [env[name] for name in env] if rule.loop is not None else []
    same = [subject for subject in bound if subject[0] == (rule.loop.source if rule.loop else None)]
    keys = [key for key in facts.outcomes if key[0] == result.code and (not same or key[1] in same)]
    if result.what == "open":
        return c.any(c.all((asking.here(key[1]), -facts.outcomes[key][0], -facts.outcomes[key][1])) for key in keys)
    found = c.any(
        facts.visible[key]
        if result.value is None
        else c.all((facts.visible[key], facts.severity[key].get(result.value, FALSE)))  # type: ignore[call-overload]
        for key in keys
    )
    return found if result.what == "found" else -found


def _meant(result: Result, ladder: Sequence[str]) -> list[str]:
    """Return the verdicts that a sentence allows; the ladder begins with the worst."""
    at = ladder.index(result.value or "")
    allowed = {"is": [at], "at best": range(at + 1), "at worst": range(at, len(ladder))}.get(result.what)
    return [one for place, one in enumerate(ladder) if (place != at if allowed is None else place in allowed)]


class _Broken:
    """Tells whether a project breaks a claim, by the interpreter."""

    def __init__(self, asking: Asking, claim: OwnClaim) -> None:
        self.kb, self.claim = asking.kb, claim
        self.sides = [(compile_condition(side.when, self.kb), side.results) for side in (claim.when, claim.then)]

    def __call__(self, document: Document) -> bool:
        conclusions, memory = self.kb.evaluator.run_in(read_project(document, self.kb).memory)
        assessment = assess(document, self.kb, interpreter="evaluate", asking=False)
        seen = {(one.code, one.subject): one.severity for one in assessment.findings}
        loop = self.claim.loop
        for element in [None] if loop is None else memory.elements.get(loop.source, []):
            bound = {} if element is None or loop is None else {loop.variable: element}
            subject = None if element is None or loop is None else str(element["id"])
            holds = [
                condition.truth(memory, bound) is True
                and all(self._is(one, assessment.verdict, seen, conclusions, subject) for one in results)
                for condition, results in self.sides
            ]
            if holds == [True, False]:
                return True
        return False

    def _is(
        self,
        result: Result,
        verdict: str,
        seen: Mapping[tuple[str, str | None], str],
        conclusions: Conclusions,
        subject: str | None,
    ) -> bool:
        if result.code is None:
            return verdict in _meant(result, [case.verdict for case in self.kb.verdict.cases])
        rule, loop = self.kb.rule(result.code), self.claim.loop
        same = loop is not None and rule.loop is not None and rule.loop.source == loop.source
        if result.what == "open":
            return any(
                truth is None and code == result.code and (not same or name == subject)
                for (code, name), truth in conclusions.outcomes.items()
            )
        found = any(
            code == result.code
            and (not same or (name or "").rpartition("/")[2] == subject)
            and result.value in (None, severity)
            for (code, name), severity in seen.items()
        )
        return found is (result.what == "found")
