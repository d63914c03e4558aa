"""From a project and a knowledge base to an assessment: both interpreters, and everything that follows from them.

What the two interpreters conclude must be the same; where it is not, there is no assessment but a `Disagreement`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from time import strftime
from typing import TYPE_CHECKING, Any, Literal

from ..evaluate import Compiled, Evaluator
from ..evaluate.conditions import compile_condition
from ..evaluate.support import Support
from ..knowledge.model import KnowledgeBase
from ..project.conclusions import Conclusions
from ..project.memory import WorkingMemory
from ..project.project import Project, read_project
from ..reading.document import Document
from ..records import dataclass
from .findings import Drafter
from .model import Assessment
from .verdict import missing_facts, replaced, undecided_demands, verdict_of, verdict_range
from .waivers import apply_responses, waived_keys

if TYPE_CHECKING:
    from datetime import date

    from ..rete import Rete

Interpreter = Literal["both", "rete", "evaluate"]


class Disagreement(Exception):
    """The interpreters conclude differently about one project: a bug of this product, never of the project.

    Attributes:
        differences: What differs, one line each, without the project's own texts.
    """

    def __init__(self, differences: list[str]) -> None:
        """Keep the differences."""
        super().__init__(f"the interpreters disagree in {len(differences)} places")
        self.differences = differences


@dataclass(slots=True)
class Reviewer:
    """A knowledge base with its compiled interpreters, for many projects. Threads may share it."""

    kb: KnowledgeBase
    evaluator: Evaluator
    strict: Evaluator
    must_know: dict[int, Compiled | None]
    rete: Rete | None = None

    def with_rete(self) -> Rete:
        """Return the durable-rules interpreter, compiled on first use."""
        if self.rete is None:
            from ..rete import Rete
            from ..rete.stored import program_of

            self.rete = Rete(self.kb, program_of(self.kb))
        return self.rete

    def conclude(self, memory: WorkingMemory, interpreter: Interpreter) -> tuple[Conclusions, WorkingMemory]:
        """Return the conclusions, and the working memory with what was derived.

        Raises:
            Disagreement: The interpreters conclude differently.
        """
        conclusions, after = self.evaluator.run_with_derived(memory)
        if interpreter != "evaluate":
            other = self.with_rete().run(memory)
            differences = compare(conclusions, other)
            if differences:
                raise Disagreement(differences)
        return conclusions, after


def reviewer(kb: KnowledgeBase) -> Reviewer:
    """Return the compiled interpreters of a knowledge base; the same ones for the same base."""
    found = _REVIEWERS.get(id(kb))
    if found is None or found.kb is not kb:
        must_know = {
            position: None if must.when is None else compile_condition(must.when, kb)
            for position, must in enumerate(kb.verdict.must_know)
        }
        evaluator = Evaluator(kb)
        found = Reviewer(kb, evaluator, Evaluator(kb, strict=True, like=evaluator), must_know)
        if len(_REVIEWERS) >= _KEPT:
            _REVIEWERS.clear()
        _REVIEWERS[id(kb)] = found
    return found


_REVIEWERS: dict[int, Reviewer] = {}
_KEPT = 8


def compare(left: Conclusions, right: Conclusions) -> list[str]:
    """Return in what two conclusions differ, one line for each difference."""
    lines: list[str] = []
    for name in ("outcomes", "derived", "severities"):
        first: Mapping[Any, Any] = getattr(left, name)
        second: Mapping[Any, Any] = getattr(right, name)
        for key in sorted({*first, *second}, key=str):
            if key not in first or key not in second or first[key] != second[key]:
                lines.append(f"{name} {key}: evaluate {first.get(key, 'nothing')}, rete {second.get(key, 'nothing')}")
    return lines


def assess(
    project: str | os.PathLike[str] | bytes | Mapping[str, Any] | Document | Project,
    kb: KnowledgeBase,
    *,
    today: str | date | None = None,
    interpreter: Interpreter = "both",
) -> Assessment:
    """Review one project.

    Args:
        project: A path, `-` for standard input, the bytes of a document, or the project as a dict; unknown facts are
            simply absent.
        kb: The knowledge base, from `advise.load_rules()`.
        today: The date of the review (`2026-11-22`); the calendar's when left out. No rule reads it.
        interpreter: `both` runs durable-rules and the reference interpreter and compares them.

    Returns:
        The assessment.

    Raises:
        ProblemsError: The project cannot be read or is not valid; all problems are in it.
        Disagreement: The interpreters conclude differently.
    """
    from ..._version import __version__

    if not isinstance(project, Project):
        project = read_project(project, kb)
    compiled = reviewer(kb)
    conclusions, memory = compiled.conclude(project.memory, interpreter)
    silenced = replaced(conclusions, kb)
    missing = missing_facts(kb, compiled.must_know, memory)
    support = Support(compiled.evaluator, memory)
    drafter = Drafter(kb, project, support, compiled.evaluator, memory)
    undecided = undecided_demands(kb, compiled.must_know, memory)
    deciding = {key for condition in undecided for key in support.unknown(condition, {})}
    when = str(today) if today is not None else strftime("%Y-%m-%d")
    findings, waivers = apply_responses(drafter.findings(conclusions, silenced), project.responses, when)
    severities = [finding.severity for finding in findings if finding.kind == "finding"]
    open_lists = {
        path for path, listed in kb.vocabulary.lists.items() if path not in memory.closed and listed.complete != "fixed"
    }
    strict, strict_memory = compiled.strict.run_in(project.memory)
    asker = Drafter(kb, project, Support(compiled.strict, strict_memory), compiled.strict, strict_memory)
    document = project.document
    return Assessment(
        name=_text(memory, "project.name"),
        phase=_text(memory, "project.phase"),
        file=document.name if document is not None else None,
        sha256=document.sha256 if document is not None else None,
        language=project.language,
        today=when,
        knowledge_version=kb.version,
        product_version=__version__,
        verdict=verdict_of(severities, bool(missing), kb),
        verdict_range=verdict_range(strict, open_lists, kb, waived_keys(waivers, when, kb)),
        findings=findings,
        questions=asker.questions(conclusions, strict, missing, deciding),
        missing=tuple(missing),
        derived=drafter.derived(conclusions),
        parameters=drafter.parameters(),
        facts=drafter.facts(),
        values={key: stated.value for key, stated in project.stated.items()},
        elements=drafter.elements(),
        trace=drafter.trace(conclusions, silenced),
        interpreters=("rete", "evaluate") if interpreter == "both" else (interpreter,),
        waivers=waivers,
    )


def _text(memory: WorkingMemory, path: str) -> str | None:
    value = memory.project.get(path)
    return value if isinstance(value, str) else None
