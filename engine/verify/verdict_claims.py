"""Claims about the verdict: each can be given, the best one in every phase, and that one beside nothing that counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..assess.run import assess
from ..project.project import read_project
from .asking import Answer, Asking, Document
from .circuit import FALSE


def verdict_claims(asking: Asking) -> Iterator[Answer]:
    """Yield what became of the claims about the verdict; none where the rules have no ladder of verdicts."""
    kb, c = asking.kb, asking.c
    if not kb.verdict.cases:
        return
    verdicts = dict.fromkeys(case.verdict for case in kb.verdict.cases)
    for verdict in verdicts:
        yield asking.can_in("verdict_occurs", (verdict,), asking.verdicts.verdict[verdict], _given(asking, verdict))
    best = kb.verdict.cases[-1].verdict
    phase = asking.view.facts.get((kb.verdict.phase or "", None))
    for value, literal in phase.values.items() if phase is not None else ():
        goal = c.all((asking.verdicts.verdict[best], literal))
        yield asking.can_in("verdict_occurs", (best, str(value)), goal, _given(asking, best))
    counting = [case.severity for case in kb.verdict.cases if case.severity is not None]
    found = c.any(
        c.all((asking.outcome(key), asking.facts.severity[key].get(severity, FALSE)))
        for key in asking.facts.outcomes
        if kb.rule(key[0]).kind == "finding"
        for severity in counting
    )

    def beside(document: Document) -> bool:
        graded = kb.evaluator.run(read_project(document, kb).memory).severities
        held = any(grade in counting and kb.rule(key[0]).kind == "finding" for key, grade in graded.items())
        return held and _given(asking, best)(document)

    yield asking.never("best_is_clean", (best,), c.all((asking.verdicts.verdict[best], found)), beside)


def _given(asking: Asking, verdict: str) -> Callable[[Document], bool]:
    """Return what tells whether a project is given a verdict."""
    return lambda document: assess(document, asking.kb, interpreter="evaluate", asking=False).verdict == verdict
