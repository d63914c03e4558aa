"""What could become of a project: the machine form of its outlook, and findings that nearly apply, said to be none.

And what is assumed, with what it changes against the file as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ...engine.assess.completions import Completion
from ...engine.assess.model import SCHEMA_VERSION, Assessment, Finding
from ...engine.assess.space import with_value
from ...engine.knowledge.model import KnowledgeBase
from ...engine.project.address import Address
from ...engine.project.memory import WorkingMemory
from ...engine.project.project import Assumption
from ...engine.record import picked
from ...engine.whatif.changes import as_assumption, as_json
from ...engine.whatif.nearly import FARTHEST, Nearly
from ...engine.whatif.outlook import Outlook
from ..texts import say
from ..words.answers import near_together, would
from ..words.names import Teller
from ..words.verdict import reached
from ..writers.blocks import Item, Paragraph, Report
from ..writers.display import Display
from .improvement import Improved, improvement_document


def outlook_document(outlook: Outlook, assessment: Assessment, kb: KnowledgeBase) -> dict[str, Any]:
    """Return an outlook as plain JSON data, for the key `outlook` of an assessment's machine form."""
    worst, best = outlook.completions or (None, None)
    improvement = improvement_document(Improved(assessment, outlook.improvement, outlook.ways), kb)
    about = ("schema_version", "kind", "project", "verdict", "rules_version", "product_version")
    return {
        "questions": [
            {
                **picked(one.question, "fact subject"),
                "answers": [
                    {
                        "value": _value(one.question.fact, effect.value, kb),
                        **picked(effect, "verdict added cleared settled"),
                    }
                    for effect in one.effects
                ],
            }
            for one in outlook.prospects
        ],
        "later": [picked(question, "fact subject") for question in outlook.later],
        "improvement": {key: value for key, value in improvement.items() if key not in about},
        "nearly": [nearly_finding(one, kb) for one in outlook.near],
        "verdict_range_completions": {"worst": _completion(worst, kb), "best": _completion(best, kb)},
    }


def _completion(completion: Completion | None, kb: KnowledgeBase) -> dict[str, Any] | None:
    if completion is None:
        return None
    facts = [
        {"fact": fact, "subject": subject, "value": _value(fact, value, kb)}
        for (fact, subject), value in completion.facts.items()
    ]
    return {"verdict": completion.verdict, "facts": facts}


def _value(fact: str, value: Any, kb: KnowledgeBase) -> Any:
    """Return a value as it would stand in the document; of a list, the elements that are added to it."""
    if fact in kb.vocabulary.lists:
        return with_value(WorkingMemory(), Address(fact), value, kb).elements[fact]
    return as_json(value)


SHOWN = 10


def nearly_report(found: Sequence[Nearly], teller: Teller, *, full: bool) -> Report:
    """Return findings that nearly apply as blocks: the nearest ones, all of them in full."""
    return Report(teller.say("nearly"), "", teller.language, tuple(_blocks(found, teller, full)))


def nearly_document(found: Sequence[Nearly], kb: KnowledgeBase) -> dict[str, Any]:
    """Return the machine form of findings that nearly apply."""
    return {
        "schema_version": SCHEMA_VERSION,
        "kind": "nearly",
        "farthest": FARTHEST,
        "findings": [nearly_finding(one, kb) for one in found],
    }


def nearly_finding(one: Nearly, kb: KnowledgeBase) -> dict[str, Any]:
    """Return a finding that nearly applies as plain JSON data."""
    return {
        "code": one.rule.code,
        **picked(one, "subject severity"),
        "outcome": "cannot_tell" if one.truth is None else "does_not_hold",
        "distance": one.distance,
        "set": [as_assumption(change, kb) for change in one.changes],
    }


def _blocks(found: Sequence[Nearly], teller: Teller, full: bool) -> Iterator[Paragraph | Item]:
    language = teller.language
    if not found:
        yield Paragraph(say("nearly.none", language, n=FARTHEST))
        return
    yield Paragraph(say("nearly.note", language))
    groups = near_together(found)
    shown = groups if full else groups[:SHOWN]
    for same in shown:
        one = same[0]
        rows = ((say("row.would", language), tuple(would(one, teller, alone=len(same) == 1))),)
        title = teller.titles(one.rule.code, [other.subject for other in same if other.subject is not None])
        yield Item(f"{one.rule.code} {title}", one.severity, teller.severity(one.severity), rows=rows)
    if len(groups) > len(shown):
        yield Paragraph(say("more", language, n=sum(map(len, groups[len(shown) :]))))
    yield Paragraph(say("would.limit", language, n=FARTHEST))


def against_file(
    before: Assessment,
    after: Assessment,
    kb: KnowledgeBase,
    language: str,
    display: Display,
    added: Sequence[str] = (),
) -> str:
    """Return the difference that `--set` makes as lines of text, with the elements that it adds."""
    due, coming = _by_key(before.findings, coming=False), _by_key(before.findings, coming=True)
    due_then, coming_then = _by_key(after.findings, coming=False), _by_key(after.findings, coming=True)
    lines = [say("assumed.title", language)]
    names = Teller(kb, language)
    lines += [f"    {say('assumed.added', language, name=names.subject(one), subject=one)}" for one in added]
    first = len(lines)
    labels = {"old": reached(before, kb, language), "new": reached(after, kb, language)}
    if labels["old"] != labels["new"]:
        lines.append("    " + say("assumed.verdict", language, **labels))
    gone = {key: one for key, one in {**coming, **due}.items() if key not in due_then and key not in coming_then}
    lines += [_line("assumed.appears", one, language, display) for key, one in due_then.items() if key not in due]
    lines += [_line("assumed.later", one, language, display) for key, one in coming_then.items() if key not in coming]
    lines += [_line("assumed.goes", one, language, display) for one in gone.values()]
    if len(lines) == first:
        lines.append("    " + say("assumed.nothing", language))
    return "\n".join(lines) + "\n"


def _by_key(findings: Iterable[Finding], *, coming: bool) -> dict[tuple[str, str | None], Finding]:
    """Return the findings that are due, or those that are still to come."""
    return {(one.code, one.subject): one for one in findings if (one.kind == "upcoming") is coming}


def _line(key: str, finding: Finding, language: str, display: Display) -> str:
    glyph = display.sign("info" if finding.kind == "upcoming" else finding.severity)
    return "    " + say(key, language, glyph=glyph, code=finding.code, title=finding.title[language])


def assumed_document(assumptions: Sequence[Assumption], added: Sequence[str]) -> list[dict[str, Any]]:
    """Return what is assumed as plain JSON data, and which elements (as subjects) are there by that alone."""
    return [
        {
            "written": one.written,
            "fact": one.address.fact,
            "subject": one.address.subject,
            "value": one.value,
            "new_element": one.address.subject in added,
        }
        for one in assumptions
    ]
