"""The cases of all scenarios with what their projects conclude, so that a change runs only those that can notice it."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from msgspec import Struct

from ..assess.run import assess
from ..compiled import CompiledKnowledgeBase
from ..evaluate import Evaluator
from ..problems.problem import ProblemsError
from ..project.memory import Conclusions, WorkingMemory
from ..project.project import Project, read_project
from ..scenarios.gherkin import Case, read_features
from ..scenarios.home import Home, Scene
from ..scenarios.run import perform
from ..scenarios.saying import SentenceError, UnmetError, concept_named
from ..scenarios.then import Expectation, check, read
from .mutants import Mutant


class Prepared(Struct, eq=False):
    """A case whose project stands.

    Attributes:
        scene: What it states, and the rule base with the parameters that it sets.
        lenient: What is concluded, and the working memory after it.
        strict: What no completion changes, and the working memory after it.
        codes: The rules that they speak of.
        concepts: The derived facts that they speak of.
        asked: The facts of which they say whether they are asked.
        verdict: Whether they speak of the verdict, its range or everything that is new.
    """

    scene: Scene
    project: Project
    lenient: tuple[Conclusions, WorkingMemory]
    strict: tuple[Conclusions, WorkingMemory]
    expected: tuple[Expectation, ...]
    codes: frozenset[str]
    concepts: frozenset[str]
    asked: frozenset[str]
    verdict: bool


class ChangedHome(Home):
    """The scenarios of a rule base over the same rule base with a change."""

    def __init__(self, home: Home, mutant: Mutant) -> None:
        super().__init__(changed(home.kb, mutant))
        self.home, self.mutant = home, mutant

    @cached_property
    def _read(self) -> Any:
        return self.home._read

    def with_parameters(self, parameters: Any) -> CompiledKnowledgeBase:
        """Return the changed rule base with other values of some parameters."""
        base = self.home.with_parameters(parameters)
        key = str(id(base))
        if key not in self._others:
            self._others[key] = changed(base, self.mutant)
        return self._others[key]


def changed(kb: CompiledKnowledgeBase, mutant: Mutant) -> CompiledKnowledgeBase:
    """Return a rule base with a change; of what is compiled, all that did not change is taken over."""
    found = mutant.of(kb)
    if mutant.parameter is None and found is not kb:
        vars(found)["evaluator"] = Evaluator(found, like=kb.evaluator)
        vars(found)["strict"] = Evaluator(found, strict=True, like=kb.strict)
    vars(found)["in_words"] = kb.in_words  # no sentence speaks of them
    return found


def prepared(home: Home) -> Iterator[Prepared]:
    """Yield every case that states its whole project before it is reviewed.

    Raises:
        ProblemsError: A feature file, the sentences or the exemplary project cannot be read.
    """
    for feature in read_features(home.features):
        for scenario in feature.scenarios:
            for case in scenario.cases:
                found = prepare(home, case)
                if found is not None:
                    yield found


def prepare(home: Home, case: Case) -> Prepared | None:
    """Return a case with what its project concludes; None where its sentences cannot be meant, or not in this order."""
    kinds = [step.kind for step in case.steps]
    if "when" not in kinds or "given" in kinds[kinds.index("when") :]:
        return None
    scene = Scene(home)
    try:
        for step in case.steps:
            if step.kind == "given":
                perform(scene, step)
        expected = tuple(read(text) for text in case.sentences("then"))
        project = read_project(copy.deepcopy(scene.document), scene.kb)
    except (SentenceError, ProblemsError):
        return None
    concepts = (one for one in expected if one.what in ("derived", "undetermined"))
    return Prepared(
        scene,
        project,
        scene.kb.evaluator.run_in(project.memory),
        scene.kb.strict.run_in(project.memory),
        expected,
        frozenset(name for one in expected for name in (one.name, *one.values, one.value or "")),
        frozenset(concept_named(one.name, scene.kb).fact for one in concepts),
        frozenset(one.name for one in expected if one.what in ("asked", "not asked")),
        any(one.what in ("verdict", "range", "only new") for one in expected),
    )


def fails(case: Prepared, home: Home, expected: Iterable[Expectation]) -> bool:
    """Tell whether some sentences of a case do not hold over the rule base of a home."""
    scene = Scene(home, copy.deepcopy(case.scene.document), case.scene.today)
    scene.parameters, scene.kb = case.scene.parameters, home.with_parameters(case.scene.parameters)
    same = scene.kb.vocabulary is case.scene.kb.vocabulary
    by_asking: dict[bool, list[Expectation]] = {False: [], True: []}
    for one in expected:
        by_asking[one.what in ("asked", "not asked")].append(one)
    try:
        project = case.project if same else read_project(scene.document, scene.kb)
        for asking, sentences in by_asking.items():
            if sentences:
                scene.assessment = assess(project, scene.kb, today=scene.today, interpreter="evaluate", asking=asking)
                for one in sentences:
                    check(one, scene)
    except (SentenceError, UnmetError, ProblemsError):
        return True
    return False
