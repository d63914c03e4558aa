"""Runs scenarios and says which hold: every sentence of a case in turn, up to the first that fails.

What no scenario says of a rule is read from what sentences expect, not from tags. The last results are kept for the policy
book; they belong to one version of the rules and one wording of the features.
"""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from ..compiled import CompiledKnowledgeBase
from ..knowledge import kept
from ..knowledge.model import KnowledgeBase, Rule
from ..problems.problem import Place, Problem, ProblemsError, Texts, did_you_mean, excerpt, problem_of
from ..reading.encoding import content_of
from ..reading.limits import LARGEST
from . import given_when, then
from .gherkin import Case, Feature, Scenario, Step, feature_files, keyword_in, read_features
from .home import EXEMPLARY, PHRASES, Home, Scene, features_of
from .saying import SentenceError, UnmetError
from .then import Expectation, read

KINDS = ("found", "not found", "cannot be told and something is asked", "upcoming")
"""The kinds of scenario that a rule needs; the last one where it counts only from some phase on."""


class Failure(Struct, frozen=True):
    """The sentence at which a case failed.

    Attributes:
        line: Where the sentence stands, or the scenario when none is to blame.
        sentence: The sentence with its keyword and its values filled in.
        found: What was found instead, or why the sentence cannot be meant.
        meant: Whether the sentence can be meant: what it expects is not so.
    """

    line: int
    sentence: str
    found: Texts
    meant: bool


class CaseResult(Struct, frozen=True):
    """A case and its failure, None when it holds."""

    case: Case
    failure: Failure | None


class ScenarioResult(Struct, frozen=True):
    """A scenario and what became of each of its cases."""

    scenario: Scenario
    cases: tuple[CaseResult, ...]

    @property
    def passed(self) -> bool:
        """Whether every case holds."""
        return all(one.failure is None for one in self.cases)


class FeatureResult(Struct, frozen=True):
    """A feature file, where it stands, and what became of its scenarios."""

    feature: Feature
    path: Path
    scenarios: tuple[ScenarioResult, ...]

    @property
    def cases(self) -> list[CaseResult]:
        """All cases of all its scenarios."""
        return [case for result in self.scenarios for case in result.cases]

    @property
    def failed(self) -> int:
        """How many cases do not hold."""
        return sum(case.failure is not None for case in self.cases)


class ScenarioReport(Struct, frozen=True):
    """What became of the scenarios of a knowledge base, of all of them where it is whole."""

    folder: Path
    features: tuple[FeatureResult, ...]
    whole: bool = True

    @property
    def total(self) -> int:
        """How many cases were run."""
        return sum(len(feature.cases) for feature in self.features)

    @property
    def failed(self) -> int:
        """How many of them do not hold."""
        return sum(feature.failed for feature in self.features)

    def silent(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Return those of some codes that no scenario speaks of."""
        scenarios = [result.scenario for feature in self.features for result in feature.scenarios]
        return tuple(code for code in codes if not any(scenario.names(code) for scenario in scenarios))


def run_scenarios(kb: CompiledKnowledgeBase, codes: Collection[str] = ()) -> ScenarioReport:
    """Run the scenarios of a knowledge base; where codes are given, those that are tagged with one or name it.

    Raises:
        ProblemsError: A feature file, the sentences or the exemplary project cannot be read, or a file has something
            in it that would never be run.
        Disagreement: The interpreters conclude differently about a project, which is a bug of this product.
    """
    home = Home(kb)
    features = read_features(home.features)
    problems = [problem for feature in features for problem in _never_run(feature, home)]
    if problems:
        raise ProblemsError(problems)
    return ScenarioReport(home.features, tuple(_results(features, home, codes)), not codes)


def _never_run(feature: Feature, home: Home) -> Iterator[Problem]:
    """Yield what is wrong with a file that can be read and yet does not do what it was written for."""
    shown = (home.features / feature.file).as_posix()
    if not feature.scenarios:
        yield problem_of(
            "S004",
            Place(shown, 1, 1),
            "there is no scenario in this file",
            "このファイルにシナリオがありません",
            "Write one, which begins with a line 'Scenario:', or remove the file.",
            "「シナリオ:」（Scenario:）で始まるものを書くか、ファイルを消してください。",
        )
    codes = home.kb.by_code
    for tag, line in feature.tags.items():
        if tag not in codes:
            cure = did_you_mean(
                tag,
                codes,
                "A tag is the code of the rule that the scenarios below it are about. Write anything else as a comment.",
                "タグには、その下のシナリオが扱う規則のコードを書きます。ほかのことはコメントにしてください。",
                mark="@{}",
            )
            message = f"@{excerpt(tag)} is the code of no rule", f"@{excerpt(tag)} というコードの規則はありません"
            yield problem_of("S005", Place(shown, line, 1), *message, *cure)


def _results(features: Iterable[Feature], home: Home, codes: Collection[str]) -> Iterator[FeatureResult]:
    for feature in features:
        chosen = [
            scenario for scenario in feature.scenarios if not codes or any(scenario.names(code) for code in codes)
        ]
        if chosen:
            results = tuple(run_scenario(scenario, home) for scenario in chosen)
            yield FeatureResult(feature, home.features / feature.file, results)


def run_scenario(scenario: Scenario, home: Home) -> ScenarioResult:
    """Run every case of a scenario; where it has none, or none from a table, it says nothing, which is a failure."""
    cases = [CaseResult(case, run_case(case, home)) for case in scenario.cases]
    nothing = Case(scenario.name, scenario.line, ())
    if not cases:
        cases.append(CaseResult(nothing, _blank(nothing, "it has no examples", "例がありません")))
    elif any(len(table) < 2 for table in scenario.examples):
        what = _blank(nothing, "a table of its examples has no rows", "例の表に行のないものがあります")
        cases.append(CaseResult(nothing, what))
    return ScenarioResult(scenario, tuple(cases))


def run_case(case: Case, home: Home) -> Failure | None:
    """Run a case and return at which sentence it fails, None when it holds."""
    scene = Scene(home)
    for step in case.steps:
        try:
            perform(scene, step)
        except (SentenceError, UnmetError) as error:
            sentence = f"{step.keyword} {step.text}"
            return Failure(step.line, sentence, error.texts, isinstance(error, UnmetError))
    if not case.sentences("then"):
        return _blank(case, "it expects nothing; end it with Then", "何も確かめていません。Then で終えてください")
    return None


def perform(scene: Scene, step: Step) -> None:
    """Do what one sentence says.

    Raises:
        UnmetError: It expects something that is not so.
        SentenceError: It cannot be meant.
    """
    if step.docstring is not None:
        raise SentenceError(f"'{step.text}' takes no text below it", f"「{step.text}」の下に文章は書けません")
    if step.kind == "given":
        given_when.state(scene, step.text, step.table)
        return
    if step.table is not None:
        raise SentenceError(f"'{step.text}' takes no table", f"「{step.text}」の下に表は書けません")
    if step.kind == "when":
        given_when.do(scene, step.text)
    else:
        then.check(then.read(step.text), scene)


def in_language(step: Step, written_in: str, language: str, home: Home) -> Step:
    """Return a sentence in a language, written by the pattern by which it is read; as it is where none says it there."""
    if written_in == language:
        return step
    text = None
    for what, sentence in then.SENTENCES if step.kind == "then" else ():
        if (slots := sentence.read(step.text)) is not None:
            text = sentence.write(then.in_language(what, slots, language, home.kb), language)
    own = {"given": [sentence for *_, sentence in given_when.GIVEN], "when": [given_when.WHEN]}
    for sentence in own.get(step.kind, ()):
        if (slots := sentence.read(step.text)) is not None:
            text = sentence.write(slots, language)
    for phrase in home.phrases if step.kind == "given" else ():
        if (slots := phrase.sentence.read(step.text)) is not None:
            text = phrase.sentence.write(phrase.in_language(slots, language, home.kb), language)
    return step if text is None else replace(step, keyword=keyword_in(step.keyword, written_in, language), text=text)


def _blank(case: Case, en: str, ja: str) -> Failure:
    return Failure(case.line, case.name, {"en": en, "ja": ja}, False)


def lacking(kb: KnowledgeBase, scenarios: Iterable[Scenario]) -> dict[str, tuple[str, ...]]:
    """Return the kinds of scenario that rules lack, by code; a rule that lacks none is left out."""
    seen: dict[str, set[str]] = defaultdict(set)
    cases = (case for scenario in scenarios for case in scenario.cases)
    for expectations in (list(_readable(case.sentences("then"))) for case in cases):
        asked = any(one.what == "asked" for one in expectations)
        for one in expectations:
            if one.what in ("found", "not found", "upcoming"):
                seen[one.name].add(one.what)
            elif one.what == "replaced":
                seen[one.name] |= {"found", "upcoming"}
            elif one.what == "cannot be told" and asked:
                seen[one.name].add(KINDS[2])
            elif one.what == "only new":
                for code in one.values:
                    seen[code].add("found")
    found = {
        rule.code: tuple(kind for kind in KINDS if kind not in seen[rule.code] and _needs(rule, kind))
        for rule in kb.rules
    }
    return {code: kinds for code, kinds in found.items() if kinds}


def _readable(texts: Iterable[str]) -> Iterator[Expectation]:
    """Yield what sentences expect, without those that cannot be read: they fail when they are run."""
    for text in texts:
        with suppress(SentenceError):
            yield read(text)


def _needs(rule: Rule, kind: str) -> bool:
    if kind == "upcoming":
        return rule.due is not None and bool(rule.due.earlier)
    return rule.asks or kind != KINDS[2]


class LastResults(Struct, frozen=True):
    """Which scenarios passed when they were last run.

    Attributes:
        on: The day of the last run.
        passed: By feature file and the scenario's line.
    """

    on: str
    passed: Mapping[str, Mapping[int, bool]]

    def of(self, file: str, line: int) -> bool | None:
        """Return whether a scenario passed; None when it was not run."""
        return self.passed.get(file, {}).get(line)


def keep_results(report: ScenarioReport, kb: KnowledgeBase, on: date | None = None) -> None:
    """Keep the results of a run; those of scenarios that were not among it stay as they were."""
    before = last_results(kb)
    passed = {file: dict(lines) for file, lines in before.passed.items()} if before is not None else {}
    for feature in report.features:
        for result in feature.scenarios:
            passed.setdefault(feature.feature.file, {})[result.scenario.line] = result.passed
    day = (on or datetime.now().astimezone().date()).isoformat()
    kept.write("scenarios", _key(kb), LastResults(day, passed))


def last_results(kb: KnowledgeBase) -> LastResults | None:
    """Return the results of the last run with these rules and these features; None when there are none."""
    return kept.read("scenarios", _key(kb), LastResults)


def _key(kb: KnowledgeBase) -> str | None:
    """Return what decides what the scenarios say and how they end, besides the code; None where it cannot be read."""
    folder = features_of(kb)
    digest = hashlib.sha256()
    examples = folder.parent / "examples"
    others = [folder / PHRASES, *(place / name for place in (folder, examples) for name in EXEMPLARY)]
    try:
        for path in sorted([*feature_files(folder), *others]):
            if path.is_file():
                digest.update(os.fsencode(path.name) + b"\0" + content_of(path, LARGEST))
    except OSError:
        return None
    return f"{kb.version} {digest.hexdigest()}"
