"""What a review costs in a process that runs already, and how that grows."""

from __future__ import annotations

import gc
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from advise.engine.assess import assess
from advise.engine.compiled import CompiledKnowledgeBase, compiled
from advise.engine.evaluate import Evaluator
from advise.engine.interview.answers import Answer
from advise.engine.interview.plan import Questionnaire
from advise.engine.interview.walk import begin, take
from advise.engine.knowledge import load_knowledge_base
from advise.engine.knowledge.load import SHIPPED
from advise.engine.problems.problem import ProblemsError
from advise.engine.project.memory import WorkingMemory
from advise.engine.project.project import read_project
from advise.engine.reading.document import read_document
from advise.engine.reading.edited_file import EditedFile
from advise.engine.rete import Rete
from advise.engine.whatif.effects import WhatIf
from advise.engine.whatif.outlook import outlook

from . import hand_written, hand_written_library
from .bases import example, facts_in, with_facts, with_only, with_organisations, with_rules
from .measure import Figure, functions, milliseconds, ratio
from .projects import documents

TODAY = "2026-01-01"
LIBRARY = Path(__file__).resolve().parents[1] / "tests" / "knowledge_bases" / "library"
"""A small policy that has nothing to do with the shipped one."""


def one_project(kb: CompiledKnowledgeBase, rounds: int) -> list[Figure]:
    """Measure the interpreters on the exemplary project, beside one another and beside hand-written rules."""
    project = example("exemplary", kb)
    memory = project.memory
    evaluator, rete = Evaluator(kb), Rete(kb)
    evaluated, asserted = functions([lambda: evaluator.run(memory), lambda: rete.run(memory)], rounds, 10)
    whole, _ = functions([lambda: assess(project, kb, today=TODAY, interpreter="evaluate"), gc.collect], rounds)
    typical = f"{facts_in(project)} facts, {len(kb.rules)} rules"
    return [
        Figure(f"rete, warm, {typical}", milliseconds(asserted), f"evaluate {milliseconds(evaluated)}",
               ratio(asserted, evaluated), "15 ms", median(asserted) <= 15),
        Figure(f"evaluate, warm, {typical}", milliseconds(evaluated), budget="1 ms", met=median(evaluated) <= 1),
        Figure("a whole review by evaluate: findings, evidence, questions, trace", milliseconds(whole)),
        *_beside_hand_written(kb, memory, rounds),
    ]  # fmt: skip


def _beside_hand_written(kb: CompiledKnowledgeBase, memory: WorkingMemory, rounds: int) -> list[Figure]:
    """Measure some rules beside the same written by hand; both conclude outcomes, severities and derived facts."""
    part = Evaluator(with_only(hand_written.CODES, kb))
    if part.run(memory) != hand_written.conclusions(memory):
        raise AssertionError("the hand-written rules say something else")
    evaluated, by_hand = functions([lambda: part.run(memory), lambda: hand_written.conclusions(memory)], rounds, 20)
    rules = len(hand_written.CODES)
    times, peer = ratio(evaluated, by_hand), f"the same {rules} hand-written {milliseconds(by_hand)}"
    return [
        Figure(f"evaluate, {rules} rules", milliseconds(evaluated), peer, times),
    ]


def from_bytes(rounds: int, number: int = 200) -> list[Figure]:
    """Measure projects of a small foreign policy that are read from bytes and judged, beside the same written by hand."""
    kb = compiled(load_knowledge_base(LIBRARY))
    part = Evaluator(with_only(hand_written_library.CODES, kb))
    sources = [
        one for one in (json.dumps(data).encode() for data in documents(2 * number, kb.vocabulary)) if _reads(one, kb)
    ]
    sources = sources[:number]
    for one in sources:
        found = part.run(read_project(one, kb).memory)
        if (found.outcomes, found.severities) != hand_written_library.outcomes(one):
            raise AssertionError("the hand-written rules say something else")
    calls = (
        lambda: [part.run(read_project(one, kb).memory) for one in sources],
        lambda: [read_project(one, kb) for one in sources],
        lambda: [hand_written_library.outcomes(one) for one in sources],
    )
    judged, read, by_hand = ([one / len(sources) for one in times] for times in functions(calls, rounds))
    rules = len(hand_written_library.CODES)
    return [
        Figure(f"a project of {sum(map(len, sources)) // len(sources)} bytes read and judged, {rules} rules",
               milliseconds(judged), f"by hand from the same bytes {milliseconds(by_hand)}", ratio(judged, by_hand),
               "3x", ratio(judged, by_hand) <= 3),
        Figure("of that, read and checked", milliseconds(read), f"by hand {milliseconds(by_hand)}", ratio(read, by_hand)),
    ]  # fmt: skip


def _reads(source: bytes, kb: CompiledKnowledgeBase) -> bool:
    try:
        return bool(read_project(source, kb).stated)
    except ProblemsError:
        return False


def growth_with_facts(
    kb: CompiledKnowledgeBase, rounds: int, sizes: Sequence[int] = (20, 50, 150, 500)
) -> list[Figure]:
    """Measure projects with few and many facts; the peer is the smallest."""
    evaluator, rete = Evaluator(kb), Rete(kb)
    projects = [with_facts(size, kb) for size in sizes]
    found = []
    for name, run in (("evaluate", evaluator.run), ("rete", rete.run)):
        times = functions([lambda run=run, one=one: run(one.memory) for one in projects], rounds, 3)  # type: ignore[misc]
        smallest = facts_in(projects[0])
        for project, taken in zip(projects, times, strict=True):
            peer = f"{smallest} facts {milliseconds(times[0])}"
            found.append(
                Figure(f"{name}, {facts_in(project)} facts", milliseconds(taken), peer, ratio(taken, times[0]))
            )
    return found


def growth_with_rules(kb: CompiledKnowledgeBase, rounds: int, factors: Sequence[int] = (1, 2, 4)) -> list[Figure]:
    """Measure knowledge bases with every rule once, twice, four times; the peer is the base before."""
    memory = example("exemplary", kb).memory
    bases = [with_rules(factor, kb) for factor in factors]
    found = []
    for name, runs in (
        ("evaluate", [Evaluator(base).run for base in bases]),
        ("rete", [Rete(base).run for base in bases]),
    ):
        times = functions([lambda run=run: run(memory) for run in runs], rounds, 3)  # type: ignore[misc]
        for before, after in zip(range(len(bases)), range(1, len(bases)), strict=False):
            grown = ratio(times[after], times[before])
            double = factors[after] / factors[before]
            found.append(Figure(f"{name}, {len(bases[after].rules)} rules", milliseconds(times[after]),
                                f"{len(bases[before].rules)} rules {milliseconds(times[before])}", grown,
                                f"{double:g}x", grown <= double))  # fmt: skip
    return found


def ranking(kb: CompiledKnowledgeBase, rounds: int) -> list[Figure]:
    """Measure what every answer to every unknown fact would change, which is what questions are ranked by."""
    project = example("wakayama", kb)
    what_if = WhatIf(kb, project.memory)
    unknowns = list(what_if.unknowns().values())
    assessment = assess(project, kb, today=TODAY)
    ranked, evaluated, whole = functions(
        [
            lambda: [what_if.effects(unknown) for unknown in unknowns],
            lambda: kb.evaluator.run_in(project.memory),
            lambda: outlook(assessment, project, kb),
        ],
        rounds,
    )
    tried = sum(len(unknown.values) for unknown in unknowns)
    return [
        Figure(f"effects of {tried} answers to {len(unknowns)} unknown facts", milliseconds(ranked),
               f"one run by closures {milliseconds(evaluated)}", ratio(ranked, evaluated), "200 ms", median(ranked) <= 200),
        Figure("outlook: the same for the questions, and the least to a better verdict", milliseconds(whole)),
    ]  # fmt: skip


def questions(kb: CompiledKnowledgeBase, rounds: int, sizes: Sequence[int] = (10, 40, 100)) -> list[Figure]:
    """Measure steps of the interview, from answers to the pages as they are then, for lists of any length."""
    asked = Questionnaire(kb)
    walks = []
    for size in sizes:
        content = json.dumps(with_organisations(size)).encode()
        file = EditedFile(Path(f"{size}.json"), content, read_document(content, f"{size}.json"))
        walks.append(begin(file, asked, today=TODAY))
    one = [{"top.visited_site": Answer("value", True)} for _ in walks]
    every = [{cell.id: Answer("unknown") for cell in walk.page("roles").cells} for walk in walks]
    found = []
    for name, answers in (("a step of the interview", one), ("a page of it, three questions about each", every)):
        pairs = list(zip(walks, answers, strict=True))
        times = functions([lambda pair=pair: take(*pair).after.next() for pair in pairs], rounds)  # type: ignore[misc]
        for size, taken in zip(sizes, times, strict=True):
            budget = {40: 100, 100: 300}.get(size)
            found.append(Figure(f"{name}, {size} organisations", milliseconds(taken),
                                f"{sizes[0]} organisations {milliseconds(times[0])}", ratio(taken, times[0]),
                                f"{budget} ms" if budget else "", median(taken) <= budget if budget else None))  # fmt: skip
    return found


def memory(kb: CompiledKnowledgeBase, projects: int) -> list[Figure]:
    """Run both interpreters over many projects and look how much the process has grown."""
    examples = [example(name, kb).memory for name in ("exemplary", "wakayama", "columbus")]
    evaluator, rete = Evaluator(kb), Rete(kb)
    resident = []
    for share in (projects // 10, projects):
        for number in range(share):
            one = examples[number % len(examples)]
            evaluator.run(one)
            rete.run(one)
        gc.collect()
        resident.append(_resident())
    grown = resident[1] - resident[0]
    return [Figure(f"memory after {projects} more projects, both interpreters", f"{resident[1]:.1f} MB",
                   f"before {resident[0]:.1f} MB", resident[1] / resident[0], "flat (1 MB)", grown <= 1)]  # fmt: skip


def _resident() -> float:
    """Return how much memory the process occupies, in MB."""
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("the system does not say how much memory is occupied")


def loading(rounds: int) -> list[Figure]:
    """Measure loading the rules: from YAML, and from the cache."""
    with tempfile.TemporaryDirectory() as folder:
        import os

        before = os.environ.get("ADVISE_CACHE")
        os.environ["ADVISE_CACHE"] = folder
        try:
            load_knowledge_base(SHIPPED)
            read, kept = functions(
                [
                    lambda: load_knowledge_base(SHIPPED, use_cache=False),
                    lambda: load_knowledge_base(SHIPPED),
                ],
                rounds,
            )
        finally:
            if before is None:
                del os.environ["ADVISE_CACHE"]
            else:
                os.environ["ADVISE_CACHE"] = before
    return [Figure("rules loaded from YAML, all checks", milliseconds(read), f"from the cache {milliseconds(kept)}",
                   ratio(read, kept))]  # fmt: skip
