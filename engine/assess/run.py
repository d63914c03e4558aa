"""From a project and a knowledge base to an assessment: both interpreters, and everything that follows from them.

And the answers about many projects, in brief: what a table of results holds, without evidence, reasons and the trace. They
are those of `assess`, from the same conclusions; what only a reader of one project asks for is not worked out.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import cached_property
from time import strftime
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from ..account import Accounts
from ..account.alike import alike_in
from ..compiled import CompiledKnowledgeBase, Interpreter, not_compared
from ..knowledge.model import FoundKind, Severity, Verdict, is_upcoming, severity_of
from ..project.address import Address, subject_of_outcome
from ..project.memory import Conclusions, Key, WorkingMemory
from ..project.project import Project, read_project
from ..reading.document import Document
from .asker import Asker
from .completions import Judgement, Range, Reach
from .findings import Drafter
from .model import Assessment, Coverage, Level, Question, named_together
from .questions import rank
from .verdict import missing_facts, replaced, undecided_demands, verdict_of
from .waivers import apply_responses, waived_keys

if TYPE_CHECKING:
    from datetime import date


class Concluded:
    """What was concluded of one project and what follows from it, each part when somebody asks."""

    def __init__(
        self, project: Project, kb: CompiledKnowledgeBase, conclusions: Conclusions, memory: WorkingMemory
    ) -> None:
        """Take the conclusions, and the working memory with what was derived."""
        self.project = project
        self.kb = kb
        self.conclusions = conclusions
        self.memory = memory
        self.phase = _text(memory, kb.presentation.project.phase)
        self.missing = missing_facts(kb, memory)
        self.accounts = Accounts(kb.evaluator, memory)

    @cached_property
    def silenced(self) -> Mapping[Key, str]:
        """Which outcomes are silenced, and by which code."""
        return replaced(self.conclusions, self.kb)

    @cached_property
    def drafter(self) -> Drafter:
        """What drafts the findings."""
        return Drafter(self.kb, self.project, self.accounts, self.phase)

    @cached_property
    def strict(self) -> tuple[Conclusions, WorkingMemory]:
        """What no answer can change."""
        return self.kb.strict.run_in(self.project.memory)

    @cached_property
    def asker(self) -> Asker:
        """What drafts the questions, from the strict run."""
        strict, memory = self.strict
        accounts = Accounts(self.kb.strict, memory, alike=alike_in(memory, self.kb.evaluator))
        return Asker(self.kb, self.project, accounts, self.phase, self.conclusions, strict)

    @cached_property
    def deciding(self) -> set[Address]:
        """The unknown facts that decide whether a verdict needs another one."""
        demands = undecided_demands(self.kb, self.memory)
        return {fact for demand in demands for fact in self.accounts.of(demand, {}).unknown()}

    def reach(self, waived: Mapping[Key, bool]) -> Reach:
        """Return what tells which verdicts can be reached, with what decisions leave out."""
        return Reach(self.kb, self.project.memory, waived, self.strict)

    def judged(self, severities: Iterable[Severity], reach: Reach) -> tuple[Judgement, Range]:
        """Return the verdict for the severities of the findings that remain, and those that answers could lead to."""
        severities = list(severities)
        judged = reach.judged(*(verdict_of(severities, lacking, self.kb) for lacking in (bool(self.missing), True)))
        return judged, reach.range(look=False)

    def pressing(self, reach: Reach) -> dict[Address, Level]:
        """Return the facts of the questions that a verdict waits for."""
        return self.asker.pressing(self.missing, self.deciding, reach)


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
    concluded = Concluded(project, kb, conclusions, memory)
    drafter, silenced = concluded.drafter, concluded.silenced
    when = _day(today)
    findings, waivers = apply_responses(drafter.findings(conclusions, silenced), project.responses, when)
    waived = waived_keys(waivers, when, kb)
    reach = concluded.reach(waived)
    judged, ends = concluded.judged((one.severity for one in findings if one.kind == "finding"), reach)
    questions: tuple[Question, ...] = ()
    if asking:
        questions = concluded.asker.questions(concluded.missing, concluded.deciding, reach)
    document = project.document
    return Assessment(
        name=_text(memory, kb.presentation.project.name),
        phase=concluded.phase,
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
        questions=questions,
        missing=tuple(concluded.missing),
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


class BriefFinding(Struct, frozen=True):
    """A finding, in brief."""

    code: str
    subject: str | None
    kind: FoundKind
    severity: Severity


class Brief(Struct, frozen=True):
    """What is found of one project.

    Attributes:
        name, phase, place: What the project says of itself, None where it does not.
        verdict_range: The worst and the best verdict that some completion of the unknown facts could give.
        findings: All findings that remain, in the reading order of the assessment.
        cannot_tell: How many outcomes cannot be told.
        missing: The must-know facts that are not known.
        pressing: Where there is no verdict yet, the unknown facts that one needs (`needed`), and those with which the
            project could still have to stop (`may_stop`): the questions of these two levels.
        labels: What the project calls the subjects of its findings and of what is pressing, where that is not their id.
        either: The codes of findings of which one holds whatever the answer is, where that makes the verdict worse than
            what is found: `COM-01/COM-02`.
    """

    name: str | None
    phase: str | None
    place: str | None
    verdict: Verdict
    verdict_range: tuple[Verdict, Verdict]
    coverage: Coverage
    findings: tuple[BriefFinding, ...]
    cannot_tell: int
    missing: tuple[Address, ...]
    pressing: tuple[tuple[Address, Level], ...]
    labels: dict[str, str]
    either: str | None = None

    @property
    def standing(self) -> str:
        """The verdict, and `open` for one to proceed that a missing answer could still lower."""
        return "open" if self.verdict == "proceed" != self.verdict_range[0] else self.verdict


def brief(project: Project, kb: CompiledKnowledgeBase, today: str) -> Brief:
    """Judge one project like `assess` with the reference interpreter, on a day."""
    conclusions, memory = kb.evaluator.run_in(project.memory)
    concluded = Concluded(project, kb, conclusions, memory)
    waived: Mapping[Key, bool] = {}
    if project.responses:
        drafted = concluded.drafter.findings(conclusions, concluded.silenced)
        told, waivers = apply_responses(drafted, project.responses, today)
        findings = [BriefFinding(one.code, one.subject, one.kind, one.severity) for one in told]
        waived = waived_keys(waivers, today, kb)
    else:
        findings = _found(concluded)
    reach = concluded.reach(waived)
    judged, ends = concluded.judged((one.severity for one in findings if one.kind == "finding"), reach)
    pressed = concluded.pressing(reach) if judged.verdict == "insufficient_information" else {}
    about = {*(one.subject for one in findings), *(one.subject for one in pressed)}
    return Brief(
        name=_text(memory, kb.presentation.project.name),
        phase=concluded.phase,
        place=_text(memory, kb.presentation.project.place),
        verdict=judged.verdict,
        verdict_range=(ends.worst, ends.best),
        coverage=concluded.drafter.coverage(conclusions),
        findings=tuple(findings),
        cannot_tell=sum(truth is None for rule in kb.rules for _, truth in concluded.drafter.told(rule, conclusions)),
        missing=tuple(concluded.missing),
        pressing=tuple(pressed.items()),
        labels={subject: name for subject, name in project.names.items() if subject in about},
        either=named_together(code for code, _ in judged.either.outcomes) if judged.either is not None else None,
    )


def _found(concluded: Concluded) -> list[BriefFinding]:
    """Return the findings of a project without decisions, in their order."""
    kb, order = concluded.kb, []
    for key, grade in concluded.conclusions.severities.items():
        if key in concluded.silenced:
            continue
        rule, subject = kb.rule(key[0]), subject_of_outcome(key, kb)
        found = BriefFinding(rule.code, subject, "upcoming" if is_upcoming(grade) else rule.kind, severity_of(grade))
        place = rank(kb, concluded.drafter.road_map, found.kind, found.severity, found.code, found.subject)
        order.append((place, found))
    return [found for _, found in sorted(order, key=lambda one: one[0])]


def pressing(
    project: Project, kb: CompiledKnowledgeBase, waived: Mapping[Key, bool] | None = None
) -> dict[Address, Level]:
    """Return the facts that a verdict on a project waits for, as `Brief.pressing` has them, some findings left out by decision."""
    stop = [rule.code for rule in kb.stopping]
    replaced_ = [code for code in stop if code in kb.silencers]
    replacing = [winner.code for code in replaced_ for winner in kb.silencers[code]]
    concluded = Concluded(project, kb, *kb.evaluator.of([*replaced_, *replacing]).run_in(project.memory))
    concluded.strict = kb.strict.of(stop).run_in(project.memory)
    return concluded.pressing(Reach(kb, project.memory, waived))


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
