"""What is said of random projects' futures, held against whole reviews: `python -m tests.engine.whatif.agreement --help`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import advise
from advise.engine.assess import assess
from advise.engine.assess.completions import exact_range
from advise.engine.assess.model import Assessment
from advise.engine.assess.space import with_value
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.knowledge.model import VERDICTS
from advise.engine.project.data import document_of
from advise.engine.project.memory import WorkingMemory
from advise.engine.project.project import Project, read_project
from advise.engine.whatif.changes import apply_change
from advise.engine.whatif.outlook import outlook

from .. import generated

TODAY = "2026-01-01"
EXEMPLARY = Path(__file__).parents[3] / "examples" / "exemplary.json"


def wrong(memory: WorkingMemory, kb: CompiledKnowledgeBase, random: Random, effects: int = 3) -> Iterator[str]:
    """Yield what is said of a project, or of what could become of it, and is not so.

    Args:
        memory: What is known of the project.
        kb: The rules.
        random: Chooses the answers that are tried.
        effects: How many of these are tried.
    """
    project = read_project(document_of(memory, kb.vocabulary), kb)
    said = assess(project, kb, today=TODAY, interpreter="evaluate")
    yield from _of_today(said, kb)
    yield from _of_completions(said, project, kb)
    yield from _of_answers(said, project, kb, random, effects)


def _of_completions(said: Assessment, project: Project, kb: CompiledKnowledgeBase) -> Iterator[str]:
    """Yield what is not so of the completions with the worst and the best verdict."""
    low, high = map(VERDICTS.index, said.verdict_range)
    for completion in exact_range(kb, project.memory):
        if completion is not None:
            complete = project.memory
            for key, value in completion.facts.items():
                complete = with_value(complete, key, value, kb)
            then = _reviewed(complete, kb).verdict
            if then != completion.verdict or not low <= VERDICTS.index(then) <= high:
                yield f"a completion gives {then}, said was {completion.verdict} within {said.verdict_range}"


def _of_answers(
    said: Assessment, project: Project, kb: CompiledKnowledgeBase, random: Random, effects: int
) -> Iterator[str]:
    """Yield what is not so of some answers to questions, and of the least change for a better verdict."""
    ahead = outlook(said, project, kb)
    tried = [(one.question.address, effect) for one in ahead.prospects for effect in one.effects]
    whole = [one for one in tried if one[0].fact.startswith("complete.")]
    for key, effect in [*whole, *random.sample(tried, min(effects, len(tried)))]:
        then = _reviewed(with_value(project.memory, key, effect.value, kb), kb)
        what = f"{key} = {effect.value!r}"
        if effect.verdict != then.verdict:
            yield f"{what} gives {then.verdict}, said was {effect.verdict}"
        before, after = (_found(one) for one in (said, then))
        if {(one.code, one.subject, one.severity) for one in effect.added} != after - before:
            yield f"{what} adds {sorted(after - before, key=str)}, said was {effect.added}"
        gone = {one[:2] for one in before} - {one[:2] for one in after}
        if {(one.code, one.subject) for one in effect.cleared} != gone:
            yield f"{what} clears {sorted(gone, key=str)}, said was {effect.cleared}"
    for way in ahead.ways:
        there = project.memory
        for change in way.changes:
            there = apply_change(there, change, kb)
        then = _reviewed(there, kb)
        if then.verdict != way.verdict:
            yield f"the least change gives {then.verdict}, said was {way.verdict}"


def _of_today(said: Assessment, kb: CompiledKnowledgeBase) -> Iterator[str]:
    """Yield what is not so of the verdict and of its coverage, told from the trace and the findings alone."""
    untold = {one.code for one in said.trace if one.outcome == "cannot_tell"}
    due = [
        rule.code
        for rule in kb.rules
        if rule.kind == "finding" and rule.asks and (rule.due is None or said.phase not in rule.due.earlier)
    ]
    if (said.coverage.due, said.coverage.told) != (len(due), len([code for code in due if code not in untold])):
        yield f"the coverage is {said.coverage}"
    severities = {one.severity for one in said.findings if one.kind == "finding"}
    if ("blocker" in severities) and said.verdict != "hold":
        yield f"a blocker is found, and the verdict is {said.verdict}"
    if "major" in severities and said.verdict == "proceed":
        yield "a major finding remains, and the verdict is to proceed"
    if said.verdict == "proceed" and (said.missing or said.verdict_range[0] == "hold"):
        yield "the verdict is to proceed where an answer could stop the project"


def _reviewed(memory: WorkingMemory, kb: CompiledKnowledgeBase) -> Assessment:
    return assess(document_of(memory, kb.vocabulary), kb, today=TODAY, interpreter="evaluate")


def _found(assessment: Assessment) -> set[tuple[str, str | None, str]]:
    return {
        (one.code, one.subject, one.severity) for one in assessment.findings if one.kind in ("finding", "prediction")
    }


def project(seed: int, kb: CompiledKnowledgeBase) -> WorkingMemory:
    """Return a random project: much is known of it, or little; every other one is like one in which nothing is missing."""
    random = Random(seed)
    if seed % 2:
        missing, other = random.choice([0.01, 0.05, 0.2, 0.5]), random.choice([0.0, 0.01, 0.05])
        whole = document_of(read_project(EXEMPLARY, kb).memory, kb.vocabulary)
        return read_project(_with_gaps(whole, random, missing, other), kb).memory
    memory: WorkingMemory = generated.project(random, kb.vocabulary)
    return memory


def _with_gaps(node: Any, random: Random, missing: float, other: float) -> Any:
    """Return a document without some of its values, and with some yes and no the other way round."""
    if isinstance(node, dict):
        return {
            key: _with_gaps(below, random, missing, other)
            for key, below in node.items()
            if key == "id" or isinstance(below, dict) or random.random() >= missing
        }
    if isinstance(node, list) and node and isinstance(node[0], dict):
        return [_with_gaps(below, random, missing, other) for below in node]
    return not node if isinstance(node, bool) and random.random() < other else node


def main() -> None:
    """Try projects, and end with 1 where something is said that is not so."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--projects", type=int, default=100, help="how many")
    parser.add_argument("--seed", type=int, default=0, help="the first random number")
    options = parser.parse_args()
    kb = advise.load_rules()
    differing = 0
    for seed in range(options.seed, options.seed + options.projects):
        found = list(wrong(project(seed, kb), kb, Random(seed)))
        differing += bool(found)
        for line in found:
            print(f"project {seed}: {line}", flush=True)  # noqa: T201
        if seed % 500 == 499:
            print(f"{seed + 1 - options.seed} projects", flush=True)  # noqa: T201
    print(f"{options.projects} projects, {differing} of them with something that is not so")  # noqa: T201
    sys.exit(differing > 0)


if __name__ == "__main__":
    main()
