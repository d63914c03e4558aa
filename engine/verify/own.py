"""Claims that policy owners make of their rules: whenever some conditions hold of a project, so do others.

A condition is one of the rule language, or a sentence about the result: the verdict, or what becomes of a rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace

from ..assess.model import Assessment
from ..evaluate.comparisons import Bindings
from ..evaluate.conditions import bindings, compile_condition
from ..knowledge import files
from ..knowledge.model import SEVERITIES, KnowledgeBase, Loop, Texts
from ..knowledge.resolve import read_conditions
from ..knowledge.rules import read_loop
from ..knowledge.scope import Scope
from ..knowledge.shape import ProblemCollector, fields, items, read_node, text, texts, words
from ..language.tree import All
from ..problems.problem import Place, ProblemsError, nearest
from ..project.data import PlainData
from ..project.memory import Conclusions
from ..project.project import read_project
from ..reading.yaml_reader import Node
from .asking import Asking, Claim, ClaimResult
from .circuit import FALSE
from .conditions import Env

FOLDER = "claims"
"""Where policy owners write claims, and what need not hold, beside their rules."""
_VERDICT = re.compile(r"verdict is (?P<how>not |at best |at worst )?(?P<verdict>\w+)")
_RULE = re.compile(
    r"(?P<code>[A-Z]{2,5}-\d{2,3}) (?:(?P<found>is found)(?: with severity (?P<severity>\w+))?|(?P<not>is not found)|cannot be told)"
)

_ABOUT_RESULT = re.compile(r"verdict\s|[A-Za-z]{2,5}-\d+\b")
_SENTENCES = (
    "Write 'verdict is [not | at best | at worst] V', 'CODE is [not] found', 'CODE is found with severity S' or 'CODE cannot be told'.",
    "verdict is [not | at best | at worst] V、CODE is [not] found、CODE is found with severity S、CODE cannot be told の形で書いてください。",
)


class ToldSentence(Struct, frozen=True):
    """A sentence about what is told of a project.

    Attributes:
        code: The rule that it is about; None for the verdict.
        what: `is`, `not`, `at best` or `at worst` of a verdict; `found`, `not found` or `open` of a rule.
        value: A verdict, or the severity with which a rule is found; None for any.
    """

    code: str | None
    what: str
    value: str | None = None


class ClaimSide(Struct, frozen=True):
    """Conditions and sentences that all hold."""

    when: All
    results: tuple[ToldSentence, ...] = ()


class OwnClaim(Struct, frozen=True):
    """Whenever one side holds, the other one does.

    Attributes:
        loop: The elements that it runs over; None for the project.
    """

    claim: Texts
    when: ClaimSide
    then: ClaimSide
    loop: Loop | None
    place: Place


def read_result(text: str) -> ToldSentence | None:
    """Read a sentence about the result; None where it is none.

    >>> read_result("verdict is at best revise")
    ToldSentence(code=None, what='at best', value='revise')
    >>> read_result("top.visited_site is false") is None
    True
    """
    found = _VERDICT.fullmatch(text)
    if found is not None:
        return ToldSentence(None, (found["how"] or "is").strip(), found["verdict"])
    found = _RULE.fullmatch(text)
    if found is None:
        return None
    what = "found" if found["found"] else "not found" if found["not"] else "open"
    return ToldSentence(found["code"], what, found["severity"])


def own_claims(asking: Asking, claims: Sequence[OwnClaim]) -> Iterator[ClaimResult]:
    """Yield what became of each claim."""
    for claim in claims:
        goals = []
        for env, _, here in asking.facts.each(claim.loop):
            when, then = (_literal(asking, side, env) for side in (claim.when, claim.then))
            goals.append(asking.c.all((here, when, -then)))
        about = (claim.claim["en"],)
        found = asking.never("own", about, asking.c.any(goals), partial(_breaks, asking, claim))
        yield replace(found, says=claim.claim, place=claim.place)


def _literal(asking: Asking, side: ClaimSide, env: Env) -> int:
    results = [_result(asking, one, env) for one in side.results]
    return asking.c.all((asking.facts.condition(side.when, env)[0], *results))


def _result(asking: Asking, result: ToldSentence, env: Env) -> int:
    c = asking.c
    if result.code is None:
        ladder = [case.verdict for case in asking.kb.verdict.cases]
        allowed = meant(result, ladder)
        return c.any(literal for verdict, literal in asking.verdicts.verdict.items() if verdict in allowed)
    facts, rule = asking.facts, asking.kb.rule(result.code)
    bound = [env[name] for name in env] if rule.loop is not None else []
    same = [subject for subject in bound if subject[0] == rule.over]
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


def meant(result: ToldSentence, ladder: Sequence[str]) -> list[str]:
    """Return the verdicts that a sentence allows; the ladder begins with the worst."""
    at = ladder.index(result.value or "")
    allowed = {"is": [at], "at best": range(at + 1), "at worst": range(at, len(ladder))}.get(result.what)
    return [one for place, one in enumerate(ladder) if (place != at if allowed is None else place in allowed)]


def _breaks(asking: Asking, claim: OwnClaim, document: PlainData) -> bool:
    """Tell whether a project breaks a claim, by the interpreter."""
    kb = asking.kb
    conclusions, memory = kb.evaluator.run_in(read_project(document, kb).memory)
    assessment = asking.assessed(document, kb)

    def holds(side: ClaimSide, bound: Bindings, subject: str | None) -> bool:
        return compile_condition(side.when, kb).truth(memory, bound) is True and all(
            _is(one, assessment, conclusions, kb, claim.loop, subject) for one in side.results
        )

    return any(
        holds(claim.when, bound, subject) and not holds(claim.then, bound, subject)
        for bound, subject in bindings(claim.loop, memory)
    )


def _is(
    result: ToldSentence,
    assessment: Assessment,
    conclusions: Conclusions,
    kb: KnowledgeBase,
    loop: Loop | None,
    subject: str | None,
) -> bool:
    """Tell whether a sentence is true of a project; of a rule about the elements that the claim runs over, of this one."""
    if result.code is None:
        return assessment.verdict in meant(result, [case.verdict for case in kb.verdict.cases])
    rule = kb.rule(result.code)
    same = loop is not None and rule.loop is not None and rule.loop.source == loop.source
    if result.what == "open":
        own = {name: truth for (code, name), truth in conclusions.outcomes.items() if code == result.code}
        return any(truth is None and (not same or name == subject) for name, truth in own.items())
    found = any(
        one.code == result.code
        and (not same or (one.subject or "").rpartition("/")[2] == subject)
        and result.value in (None, one.severity)
        for one in assessment.findings
    )
    return found is (result.what == "found")


class Exemption(Struct, frozen=True):
    """A claim that need not hold, and why.

    Attributes:
        claim: What is claimed, as `advise rules verify -f json` names it.
        about: What it is claimed of, in the same order.
    """

    claim: str
    about: tuple[str, ...]
    reason: Texts
    place: Place


def declared(kb: KnowledgeBase) -> tuple[list[Exemption], list[OwnClaim]]:
    """Read what a knowledge base says of claims: those that need not hold, and its own.

    Raises:
        ProblemsError: A file cannot be read, or is not as it should be; all problems are in it.
    """
    report = ProblemCollector()
    exceptions: list[Exemption] = []
    claims: list[OwnClaim] = []
    scope = Scope(kb.vocabulary, kb.parameters, {})
    for root in _files(Path(kb.folder) / FOLDER, report):
        entry = fields(root, report, "a claims file", (), ("claims", "exceptions"))
        for item in items(entry.get("claims"), report, "claims"):
            claims.append(_claim(item, kb, scope, report))
        for item in items(entry.get("exceptions"), report, "exceptions"):
            exceptions.append(_exception(item, report))
    if report.problems:
        raise ProblemsError(report.problems)
    return exceptions, claims


def _files(folder: Path, report: ProblemCollector) -> Iterator[Node]:
    names, others = files.find(folder)
    for name in others:
        report(files.not_read(name, folder.as_posix()))
    for name, data in (files.read(folder, names, folder.as_posix()) if names else {}).items():
        place = (folder / name).as_posix()
        try:
            node = read_node(data.decode("utf-8-sig"), place, report)
        except UnicodeDecodeError as error:
            report(files.unreadable(place, error))
            continue
        if node is not None:
            yield node


def _exception(node: Node, report: ProblemCollector) -> Exemption:
    entry = fields(node, report, "an exception", ("claim", "about", "reason"))
    return Exemption(
        text(entry.get("claim"), report, "claim", get_args(Claim)),
        words(entry.get("about"), report, "about"),
        texts(entry.get("reason"), report, "the reason"),
        node.place,
    )


def _claim(node: Node, kb: KnowledgeBase, scope: Scope, report: ProblemCollector) -> OwnClaim:
    entry = fields(node, report, "a claim", ("claim", "then"), ("when", "for"))
    loop, scope = read_loop(entry.get("for"), scope, report)
    when, then = (_side(entry.get(key), key, kb, scope, report) for key in ("when", "then"))
    return OwnClaim(texts(entry.get("claim"), report, "the claim"), when, then, loop, node.place)


def _side(node: Node | None, key: str, kb: KnowledgeBase, scope: Scope, report: ProblemCollector) -> ClaimSide:
    """Read conditions and sentences about the result, which stand side by side."""
    results: list[ToldSentence] = []
    rest: list[Node] = []
    for item in node.value if node is not None and isinstance(node.value, list) else ():
        found = read_result(item.value) if isinstance(item.value, str) else None
        if found is None:
            if isinstance(item.value, str) and _ABOUT_RESULT.match(item.value):
                report.say("V003", item.place, f"'{item.value}' says nothing about the result",
                           f"「{item.value}」は結果についての文ではありません", *_SENTENCES)  # fmt: skip
            else:
                rest.append(item)
            continue
        results.append(found)
        verdicts = [case.verdict for case in kb.verdict.cases]
        if found.code is None:
            _among(found.value or "", verdicts, "verdict", "判定", item, report)
        else:
            _among(found.code, [*kb.by_code], "code", "コード", item, report)
            if found.value is not None:
                _among(found.value, SEVERITIES, "severity", "重要度", item, report)
    if node is not None and isinstance(node.value, list):
        if node.value and not rest:
            return ClaimSide(All(()), tuple(results))
        node = replace(node, value=rest)
    return ClaimSide(read_conditions(node, scope, report, key), tuple(results))


def _among(name: str, names: Sequence[str], en: str, ja: str, node: Node, report: ProblemCollector) -> None:
    if name not in names:
        close = nearest(name, names)
        report.say("V002", node.place, f"there is no {en} '{name}'", f"{ja}「{name}」はありません",
                   f"Did you mean '{close}'?" if close else f"There is: {', '.join(names[:10])}.",
                   f"「{close}」のことですか。" if close else f"あるもの：{'、'.join(names[:10])}")  # fmt: skip
