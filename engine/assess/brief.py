"""The answers about many projects, in brief: what a table of results holds, without evidence, reasons and the trace.

They are those of `assess`, from the same conclusions; what only a reader of one project asks for is not worked out.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from ..account import Accounts
from ..compiled import CompiledKnowledgeBase
from ..knowledge.model import FoundKind, Severity, Verdict, is_upcoming, severity_of
from ..project.address import Address
from ..project.memory import Conclusions, Key, WorkingMemory
from ..project.project import Project
from .completions import Reach
from .findings import Drafter, rank
from .model import Coverage, Level
from .verdict import missing_facts, replaced, undecided_demands, verdict_of
from .waivers import apply_responses, waived_keys


class Found(Struct, frozen=True):
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
    """

    name: str | None
    phase: str | None
    place: str | None
    verdict: Verdict
    verdict_range: tuple[Verdict, Verdict]
    coverage: Coverage
    findings: tuple[Found, ...]
    cannot_tell: int
    missing: tuple[Address, ...]
    pressing: dict[Address, Level]
    labels: dict[str, str]

    @property
    def standing(self) -> str:
        """The verdict, and `open` for one to proceed that a missing answer could still lower."""
        return "open" if self.verdict == "proceed" != self.verdict_range[0] else self.verdict


def brief(project: Project, kb: CompiledKnowledgeBase, today: str) -> Brief:
    """Judge one project like `assess` with the reference interpreter, on a day."""
    conclusions, memory = kb.evaluator.run_in(project.memory)
    silenced = replaced(conclusions, kb)
    missing = missing_facts(kb, memory)
    accounts = Accounts(kb.evaluator, memory)
    known = kb.presentation.project
    phase = _text(project, known.phase)
    drafter = Drafter(kb, project, accounts, phase)
    if project.responses:
        told, waivers = apply_responses(drafter.findings(conclusions, silenced), project.responses, today)
        findings = [Found(one.code, one.subject, one.kind, one.severity) for one in told]
    else:
        waivers = ()
        order = []
        for key, grade in conclusions.severities.items():
            if key in silenced:
                continue
            rule = kb.rule(key[0])
            found = Found(
                rule.code, accounts.subject(key), "upcoming" if is_upcoming(grade) else rule.kind, severity_of(grade)
            )
            place = rank(kb, drafter.road_map, found.kind, found.severity, found.code, found.subject)
            order.append((place, found))
        findings = [found for _, found in sorted(order, key=lambda one: one[0])]
    strict, strict_memory = kb.strict.run_in(project.memory)
    waived = waived_keys(waivers, today, kb)
    severities = [found.severity for found in findings if found.kind == "finding"]
    reach = Reach(kb, project.memory, waived, (strict, strict_memory))
    verdict = reach.judged(*(verdict_of(severities, lacking, kb) for lacking in (bool(missing), True))).verdict
    ends = reach.range(look=False)
    waits = verdict == "insufficient_information"
    pressed = _pressing(project, kb, accounts, conclusions, (strict, strict_memory), waived) if waits else {}
    about = {*(one.subject for one in findings), *(one.subject for one in pressed)}
    return Brief(
        name=_text(project, known.name),
        phase=phase,
        place=_text(project, known.place),
        verdict=verdict,
        verdict_range=(ends.worst, ends.best),
        coverage=drafter.coverage(conclusions),
        findings=tuple(findings),
        cannot_tell=sum(truth is None for truth in conclusions.outcomes.values()),
        missing=tuple(missing),
        pressing=pressed,
        labels={subject: name for subject, name in project.names.items() if subject in about},
    )


def pressing(project: Project, kb: CompiledKnowledgeBase) -> dict[Address, Level]:
    """Return the facts that a verdict on a project without decisions waits for, as `Brief.pressing` has them."""
    stop = [rule.code for rule in kb.stopping]
    replaced_ = [code for code in stop if code in kb.silencers]
    replacing = [winner.code for code in replaced_ for winner in kb.silencers[code]]
    conclusions, memory = kb.evaluator.of([*replaced_, *replacing]).run_in(project.memory)
    strict = kb.strict.of(stop).run_in(project.memory)
    return _pressing(project, kb, Accounts(kb.evaluator, memory), conclusions, strict, {})


def _pressing(
    project: Project,
    kb: CompiledKnowledgeBase,
    accounts: Accounts,
    conclusions: Conclusions,
    strict: tuple[Conclusions, WorkingMemory],
    waived: Mapping[Key, bool],
) -> dict[Address, Level]:
    asker = Drafter(kb, project, Accounts(kb.strict, strict[1]), _text(project, kb.presentation.project.phase))
    deciding = {key for one in undecided_demands(kb, accounts.memory) for key in accounts.of(one, {}).unknown()}
    return asker.pressing(conclusions, strict[0], missing_facts(kb, accounts.memory), deciding, waived)


def _text(project: Project, path: str | None) -> str | None:
    value = project.memory.project.get(path) if path is not None else None
    return value if isinstance(value, str) else None
