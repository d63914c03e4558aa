"""What is assumed, and what it changes: new elements, findings that appear and that go, against the file as it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...engine.assess.model import Assessment, Finding
from ...engine.knowledge.model import KnowledgeBase
from ...engine.project.project import Assumption
from ..texts import say
from ..words.names import Teller
from ..words.verdict import reached
from ..writers.screen import Screen


def against_file(
    before: Assessment,
    after: Assessment,
    kb: KnowledgeBase,
    language: str,
    screen: Screen,
    added: Sequence[str] = (),
) -> str:
    """Return the difference that `--set` makes as lines of text, with the elements that it adds."""
    old = {(finding.code, finding.subject): finding for finding in before.findings}
    new = {(finding.code, finding.subject): finding for finding in after.findings}
    lines = [say("assumed.title", language)]
    lines += ["    " + _added(subject, kb, language) for subject in added]
    first = len(lines)
    if before.verdict != after.verdict:
        labels = {"old": reached(before, kb, language), "new": reached(after, kb, language)}
        lines.append("    " + say("assumed.verdict", language, **labels))
    lines += [_line("assumed.appears", finding, language, screen) for key, finding in new.items() if key not in old]
    lines += [_line("assumed.goes", finding, language, screen) for key, finding in old.items() if key not in new]
    if len(lines) == first:
        lines.append("    " + say("assumed.nothing", language))
    return "\n".join(lines) + "\n"


def _line(key: str, finding: Finding, language: str, screen: Screen) -> str:
    glyph = screen.sign(finding.severity)
    return "    " + say(key, language, glyph=glyph, code=finding.code, title=finding.title[language])


def _added(subject: str, kb: KnowledgeBase, language: str) -> str:
    return say("assumed.added", language, name=Teller(kb, language).subject(subject), subject=subject)


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
