"""From a project and a knowledge base to an assessment: both interpreters, and everything that follows from them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from time import strftime
from typing import TYPE_CHECKING, Any

from ..account import Accounts
from ..compiled import CompiledKnowledgeBase, Interpreter, not_compared
from ..project.memory import WorkingMemory
from ..project.project import Project, read_project
from ..reading.document import Document
from .completions import Reach
from .findings import Drafter
from .model import Assessment
from .verdict import missing_facts, replaced, undecided_demands, verdict_of
from .waivers import apply_responses, waived_keys

if TYPE_CHECKING:
    from datetime import date


def assess(
    project: str | os.PathLike[str] | bytes | Mapping[str, Any] | Document | Project,
    kb: CompiledKnowledgeBase,
    *,
    today: str | date | None = None,
    interpreter: Interpreter = "both",
    asking: bool = True,
) -> Assessment:
    """Review one project.

    Args:
        project: A path, `-` for standard input, the bytes of a document, or the project as a dict; unknown facts are
            simply absent.
        kb: The knowledge base, from `advise.load_rules()`.
        today: The date of the review (`2026-11-22`); the calendar's when left out. No rule reads it.
        interpreter: `both` runs durable-rules and the reference interpreter and compares them; the assessment names those
            that ran, which is the second alone where durable-rules is not there or the project too large for it; a note
            says so.
        asking: Whether the questions are wanted, too; they take most of the time.

    Returns:
        The assessment.

    Raises:
        ProblemsError: The project cannot be read or is not valid; all problems are in it.
        Disagreement: The interpreters conclude differently.
        ValueError: `today` is no date.
    """
    from ..._version import __version__

    if not isinstance(project, Project):
        project = read_project(project, kb)
    conclusions, memory, interpreters = kb.conclude(project.memory, interpreter)
    silenced = replaced(conclusions, kb)
    missing = missing_facts(kb, memory)
    accounts = Accounts(kb.evaluator, memory)
    phase = _text(memory, kb.presentation.project.phase)
    drafter = Drafter(kb, project, accounts, phase)
    undecided = undecided_demands(kb, memory)
    deciding = {key for condition in undecided for key in accounts.of(condition, {}).unknown()}
    when = _day(today)
    findings, waivers = apply_responses(drafter.findings(conclusions, silenced), project.responses, when)
    strict, strict_memory = kb.strict.run_in(project.memory)
    waived = waived_keys(waivers, when, kb)
    severities = [finding.severity for finding in findings if finding.kind == "finding"]
    reach = Reach(kb, project.memory, waived, (strict, strict_memory))
    judged = reach.judged(*(verdict_of(severities, lacking, kb) for lacking in (bool(missing), True)))
    ends = reach.range(look=False)
    asker = Drafter(kb, project, Accounts(kb.strict, strict_memory), phase)
    document = project.document
    return Assessment(
        name=_text(memory, kb.presentation.project.name),
        phase=phase,
        file=document.name if document is not None else None,
        sha256=document.sha256 if document is not None else None,
        language=project.language,
        today=when,
        knowledge_version=kb.version,
        product_version=__version__,
        verdict=judged.verdict,
        verdict_range=(ends.worst, ends.best),
        range_exact=ends.exact,
        either=drafter.either(judged.either),
        coverage=drafter.coverage(conclusions),
        findings=findings,
        questions=asker.questions(conclusions, strict, missing, deciding, waived) if asking else (),
        missing=tuple(missing),
        derived=drafter.derived(conclusions),
        parameters=tuple(kb.parameters_used.values()),
        facts=drafter.facts(),
        values={key: stated.value for key, stated in project.stated.items()},
        elements=drafter.elements(),
        trace=drafter.trace(conclusions, silenced),
        whys=drafter.whys(conclusions, silenced),
        sums=drafter.sums(),
        interpreters=interpreters,
        waivers=waivers,
        waived=waived,
        notes=project.notes
        if "rete" in interpreters or interpreter == "evaluate"
        else (*project.notes, not_compared()),
    )


def _day(today: str | date | None) -> str:
    """Return a date as a text; the calendar's when none is given."""
    if today is None:
        return strftime("%Y-%m-%d")
    from datetime import date, datetime

    if isinstance(today, datetime):
        today = today.date()
    try:
        return (today if isinstance(today, date) else date.fromisoformat(today)).isoformat()
    except (TypeError, ValueError):
        raise ValueError(f"today is a date or a text like '2026-11-22', not {today!r}") from None


def _text(memory: WorkingMemory, path: str | None) -> str | None:
    value = memory.project.get(path) if path is not None else None
    return value if isinstance(value, str) else None
