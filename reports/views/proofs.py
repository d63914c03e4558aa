"""What was proved or tried of the rules, as text and as data: claims, changes that no scenario notices, differing interpreters."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from ...engine.assess.model import SCHEMA_VERSION
from ...engine.knowledge.model import KnowledgeBase
from ...engine.mutants.run import Score
from ...engine.mutants.survivors import Survivor
from ...engine.record import picked
from ...engine.verify.asking import ClaimResult
from ...engine.verify.selftest import SelfTest
from ..texts import enumerate_words, say
from ..writers.blocks import as_json
from ..writers.layout import clean

MARKER = '{\n "$schema": "./advise.schema.json#rules-verify"'
"""Begins every project that shows what was found."""
HEAD = "Feature: What no scenario says yet\n"
"""Begins the file with the scenarios that would notice what none does."""


def verified_text(answers: Sequence[ClaimResult], kb: KnowledgeBase, elements: int, language: str) -> str:
    """Return what was refuted or not settled, and how many claims were proved, as people read it."""
    lines: list[str] = []
    refuted = [answer for answer in answers if answer.outcome == "refuted" and answer.reason is None]
    for claim in dict.fromkeys(answer.claim for answer in refuted):
        for answer in refuted:
            if answer.claim == claim:
                lines += _refuted(answer, kb, language)
        lines.append(say("claim.cure", language, cure=say(f"claim.{claim}.cure", language)))
    argued: list[str] = []
    for answer in answers:
        if answer.reason is not None:
            argued += [
                "  " + _told(answer, kb, language),
                say("claim.reason", language, reason=clean(answer.reason[language])),
            ]
    if argued:
        lines += [say("claim.argued", language), *argued]
    unsettled = [answer for answer in answers if answer.outcome == "not_settled"]
    if unsettled:
        lines.append(say("claim.not_settled", language))
        lines += ["  " + _told(one, kb, language) for one in unsettled]
    return (
        "\n".join([*lines, say("claim.sum", language, elements=elements, version=kb.version, **_counts(answers))])
        + "\n"
    )


def verified_document(answers: Sequence[ClaimResult], kb: KnowledgeBase, elements: int) -> dict[str, Any]:
    """Return how many claims were proved, and each one that was not, in the machine form."""
    counts = _counts(answers)
    return {
        "schema_version": SCHEMA_VERSION,
        "rules_version": kb.version,
        "elements": elements,
        "claims": counts["n"],
        "proved": counts["proved"],
        "answers": [
            {
                **picked(one, "claim about outcome project because reason"),
                "place": None if one.place is None else picked(one.place, "file line column"),
            }
            for one in answers
            if one.outcome != "proved"
        ],
    }


def verified_sarif(answers: Sequence[ClaimResult], kb: KnowledgeBase, language: str) -> dict[str, Any]:
    """Return each claim that is refuted or not settled as SARIF 2.1.0, which platforms show beside the files of the rules."""
    results = []
    for answer in answers:
        if answer.outcome == "proved":
            continue
        result: dict[str, Any] = {
            "ruleId": answer.claim,
            "level": "error" if answer.outcome == "refuted" else "note",
            "message": {"text": " ".join((_told(answer, kb, language), *_because(answer, language)))},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": quote(place.file, safe="/:")},
                        "region": {"startLine": place.line, "startColumn": place.column},
                    }
                }
                for place in (answer.place,)
                if place is not None
            ],
            "properties": {"about": list(answer.about), "outcome": answer.outcome, "project": answer.project},
        }
        if answer.reason is not None:
            result["suppressions"] = [{"kind": "external", "justification": answer.reason[language]}]
        results.append(result)
    rules = [
        {"id": name, "help": {"text": say(f"claim.{name}.cure", language)}}
        for name in sorted({answer.claim for answer in answers})
    ]
    driver = {"name": "advise rules verify", "version": kb.version, "rules": rules}
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": results}],
    }


def shown_projects(answers: Sequence[ClaimResult]) -> dict[str, str]:
    """Return the projects that show what was found, as texts of files by their names; no two names are alike.

    >>> [*shown_projects([ClaimResult("value_occurs", ("a.*", "b/c"), "refuted", {}), ClaimResult("value_occurs", ("A._", "B_c"), "refuted", {})])]
    ['value_occurs-a._-b_c.json', 'value_occurs-A._-B_c-2.json']
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for answer in answers:
        if answer.outcome == "proved" or answer.project is None:
            continue
        word = re.sub(r'[\x00-\x1f<>:"/\\|?*]', "_", "-".join((answer.claim, *answer.about)))
        name, number = word, 1
        while name.casefold() in taken:
            number += 1
            name = f"{word}-{number}"
        taken.add(name.casefold())
        found[f"{name}.json"] = as_json({"$schema": "./advise.schema.json#rules-verify", **answer.project})
    return found


def _counts(answers: Sequence[ClaimResult]) -> dict[str, int]:
    outcomes = [answer.outcome if answer.reason is None else "argued" for answer in answers]
    return {
        "n": len(answers),
        "proved": outcomes.count("proved"),
        "refuted": outcomes.count("refuted"),
        "argued": outcomes.count("argued"),
        "open": outcomes.count("not_settled"),
    }


def _refuted(answer: ClaimResult, kb: KnowledgeBase, language: str) -> Iterator[str]:
    told = _told(answer, kb, language)
    yield told if answer.place is None else f"{clean(str(answer.place))}: {told}"
    yield from (f"    {line}" for line in _because(answer, language))
    if answer.project is not None:
        yield say("claim.project", language, project=clean(json.dumps(answer.project, ensure_ascii=False)))


def _because(answer: ClaimResult, language: str) -> list[str]:
    parts = enumerate_words([say("claim.part", language, part=clean(one)) for one in answer.because], language)
    return [say(f"claim.{answer.claim}.because", language, parts=parts)] if parts else []


def _told(answer: ClaimResult, kb: KnowledgeBase, language: str) -> str:
    key, about = f"claim.{answer.claim}", answer.about
    if answer.claim == "exception_needed":
        about = (" ".join(about),)
    elif answer.says is not None:
        about = (answer.says[language],)
    elif answer.claim in ("verdict_occurs", "best_is_clean"):
        phases = kb.vocabulary.facts[kb.verdict.phase].values if kb.verdict.phase is not None else {}
        about = (kb.verdict.verdict_labels[about[0]][language], *(phases[one][language] for one in about[1:]))
        key += ".in" if about[1:] else ""
    return say(key, language, **dict(zip(("one", "other", "better"), map(clean, about), strict=False)))


def score_text(score: Score, kb: KnowledgeBase, language: str) -> str:
    """Return the score and every change that no case notices, with the scenario that would."""
    lines: list[str] = []
    for fate, key in (("survived", "changed.left"), ("not_settled", "changed.open")):
        found = [one for one in score.survivors if one.fate == fate]
        if found:
            lines.append(say(key, language))
        for one in found:
            lines += _one(one, language)
    if score.unread:
        lines.append(say("changed.unread", language, n=score.unread))
    return "\n".join([*lines, _sum(score, kb, language)]) + "\n"


def score_document(score: Score, kb: KnowledgeBase) -> dict[str, Any]:
    """Return the machine form."""
    return {
        "schema_version": SCHEMA_VERSION,
        "rules_version": kb.version,
        "changes": score.total,
        "noticed": score.killed,
        "equal": score.equal,
        "percent": round(score.percent, 1),
        "cases": score.cases,
        "unread": score.unread,
        "kinds": dict(score.of_kind),
        "survivors": [
            {
                **picked(one.mutant, "where kind"),
                "what": one.mutant.what["en"],
                "outcome": one.fate,
                **picked(one, "project scenario"),
            }
            for one in score.survivors
        ],
    }


def missing_scenarios(score: Score) -> str:
    """Return a feature file with the scenarios that would notice what none does; one that notices several stands once."""
    told: dict[str, str] = {}
    for one in score.survivors:
        if one.scenario is not None:
            told.setdefault(one.scenario.partition("\n\n")[2], one.scenario)  # the sentences, whatever it is called
    return "\n".join([HEAD, *told.values()])


def _sum(score: Score, kb: KnowledgeBase, language: str) -> str:
    fates = [one.fate for one in score.survivors]
    return say(
        "changed.sum",
        language,
        total=score.total,
        cases=score.cases,
        killed=score.killed,
        equal=score.equal,
        left=fates.count("survived"),
        open=fates.count("not_settled"),
        percent=f"{score.percent:.1f}",
        version=kb.version,
    )


def _one(one: Survivor, language: str) -> list[str]:
    change = one.mutant
    what = clean(change.what[language])
    lines = [say("changed.one", language, where=change.where, kind=change.kind_in(language), what=what)]
    if one.scenario is not None:
        lines += [f"  {clean(line)}" for line in one.scenario.rstrip("\n").split("\n")]
    elif one.project is not None:
        lines.append(say("changed.project", language, project=clean(json.dumps(one.project, ensure_ascii=False))))
        lines.append(say("changed.none", language))
    return lines


def selftest_text(found: SelfTest, kb: KnowledgeBase, language: str, draw: int) -> str:
    """Return each difference with its project, and how many projects there were."""
    lines = []
    for one in found.found:
        lines.append(
            say("tested.differs", language, interpreter=say(f"tested.interpreter.{one.interpreter}", language))
        )
        lines += [f"  {clean(line)}" for line in one.lines]
        lines.append(say("tested.project", language, project=clean(json.dumps(one.project, ensure_ascii=False))))
    names = enumerate_words([say(f"tested.interpreter.{name}", language) for name in found.interpreters], language)
    key = "tested.itself.not" if found.found else "tested.itself"
    lines.append(say(key, language, n=found.projects, draw=draw, interpreters=names, version=kb.version))
    return "\n".join(lines) + "\n"


def selftest_document(found: SelfTest, kb: KnowledgeBase, draw: int) -> dict[str, Any]:
    """Return the machine form."""
    return {
        "schema_version": SCHEMA_VERSION,
        "rules_version": kb.version,
        "draw": draw,
        "projects": found.projects,
        "interpreters": list(found.interpreters),
        "differences": [picked(one, "interpreter lines project") for one in found.found],
    }
