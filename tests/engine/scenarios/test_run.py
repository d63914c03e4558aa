"""Scenarios of any knowledge base are run, and a failing one says where and why. The base here is about libraries."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from advise.engine.compiled import CompiledKnowledgeBase, compiled
from advise.engine.knowledge import load_knowledge_base
from advise.engine.problems.problem import ProblemsError
from advise.engine.scenarios.gherkin import parse_feature, read_features
from advise.engine.scenarios.home import Home
from advise.engine.scenarios.run import Failure, run_scenario, run_scenarios

from ...feature_coverage import uncovered_concepts, uncovered_rules, unmentioned_tags
from ...knowledge_bases import small


@pytest.fixture(scope="module")
def library() -> CompiledKnowledgeBase:
    return compiled(load_knowledge_base(small.LIBRARY, use_cache=False))


def failure(kb: CompiledKnowledgeBase, *sentences: str) -> Failure | None:
    """Run a scenario of these sentences."""
    text = "\n".join(["Feature: f", " Scenario: s", *(f"  {sentence}" for sentence in sentences)])
    (scenario,) = parse_feature(text, "f.feature").scenarios
    (result,) = run_scenario(scenario, Home(kb)).cases
    return result.failure


def copied(folder: Path) -> CompiledKnowledgeBase:
    shutil.copytree(small.LIBRARY, folder / "rules")
    return compiled(load_knowledge_base(folder / "rules", use_cache=False))


def test_a_knowledge_base_about_something_else_runs_its_own_scenarios(library: CompiledKnowledgeBase) -> None:
    report = run_scenarios(library)
    assert [feature.feature.file for feature in report.features] == [
        "lending.feature",
        "rooms.feature",
        "stock.feature",
    ]
    assert (report.failed, report.total > 40) == (0, True)


def test_its_scenarios_leave_nothing_out(library: CompiledKnowledgeBase) -> None:
    scenarios = [one for feature in read_features(Home(library).features) for one in feature.scenarios]
    assert uncovered_rules(library, scenarios) == []
    assert uncovered_concepts(library, scenarios) == []
    assert unmentioned_tags(library, scenarios) == []


def test_a_changed_rule_breaks_a_scenario(tmp_path: Path) -> None:
    shutil.copytree(small.LIBRARY, tmp_path / "rules")
    rule = tmp_path / "rules" / "lending" / "doors-closed.yaml"
    text = rule.read_text(encoding="utf-8")
    rule.write_text(text.replace("library.open is false", "library.open is true"), encoding="utf-8")
    report = run_scenarios(compiled(load_knowledge_base(tmp_path / "rules", use_cache=False)))
    failed = [case for feature in report.features for case in feature.cases if case.failure is not None]
    closed = failed[0]
    assert closed.case.name == "The doors are closed"
    assert closed.failure is not None
    assert (closed.failure.sentence, closed.failure.meant) == ('Then "LEN-01" is found with severity "blocker"', True)
    assert closed.failure.found == {"en": "LEN-01 does not hold", "ja": "LEN-01 は当てはまりません"}
    assert not next(one for one in report.features[0].scenarios if one.scenario.name == closed.case.name).passed


def test_only_scenarios_that_speak_of_a_code_are_run(library: CompiledKnowledgeBase) -> None:
    report = run_scenarios(library, ["STO-03"])
    assert [feature.feature.file for feature in report.features] == ["stock.feature"]
    assert (report.total, report.silent(["STO-03", "STO-99"])) == (3, ("STO-99",))


@pytest.mark.parametrize(
    ("sentences", "line", "sentence", "found"),
    [
        (["Given the doors are shut"], 3, "Given the doors are shut", "no sentence reads 'the doors are shut'; did you mean"),
        (["When the library is reviewed"], 3, "When the library is reviewed", "what happens is always 'the project is reviewed'"),
        (["Given the doors are open", 'Then "LEN-01" is found'], 4, 'Then "LEN-01" is found', "nothing was reviewed yet"),
        (["When the project is reviewed", 'Then "LEN-01" was found'], 4, 'Then "LEN-01" was found', "; did you mean '\"{name}\" is found"),
        (["When the project is reviewed", "Then all is well"], 4, "Then all is well", "no sentence reads 'all is well'"),
        (["When the project is reviewed"], 2, "s", "it expects nothing"),
        (["Given the books:"], 3, "Given the books:", "needs a table below it"),
        (["When the project is reviewed", "| a |"], 3, "When the project is reviewed", "takes no table"),
        (["Given the doors are open", '"""', "x", '"""'], 3, "Given the doors are open", "takes no text below it"),
        (['Given "library.stage" is ruined', "When the project is reviewed"], 4, "When the project is reviewed", "cannot be reviewed"),
        (["Given the day of the review is tomorrow"], 3, "Given the day of the review is tomorrow", "is not a date"),
        (["Given the doors are open", "And the exemplary project"], 4, "And the exemplary project", "comes first"),
    ],
)  # fmt: skip
def test_a_sentence_that_cannot_be_meant_fails(
    library: CompiledKnowledgeBase, sentences: list[str], line: int, sentence: str, found: str
) -> None:
    failed = failure(library, *sentences)
    assert failed is not None
    assert (failed.line, failed.sentence, failed.meant) == (line, sentence, False)
    assert found in failed.found["en"]
    assert failed.found["ja"] != failed.found["en"]


def test_an_outline_without_examples_fails(library: CompiledKnowledgeBase) -> None:
    (scenario,) = parse_feature(
        "Feature: f\n Scenario Outline: a\n  Then <b>\n  Examples:\n   | b |\n", "f.feature"
    ).scenarios
    result = run_scenario(scenario, Home(library))
    assert not result.passed
    assert result.cases[0].failure is not None
    assert result.cases[0].failure.found["en"] == "it has no examples"


def test_without_an_exemplary_project_there_is_none_to_state(tmp_path: Path) -> None:
    kb = copied(tmp_path)
    (tmp_path / "rules" / "features" / "exemplary.yaml").unlink()
    failed = failure(kb, "Given the exemplary project")
    assert failed is not None
    assert "has no exemplary project" in failed.found["en"]


def test_features_may_lie_beside_the_rules_and_the_exemplary_project_with_the_examples(tmp_path: Path) -> None:
    kb = copied(tmp_path)
    (tmp_path / "rules" / "features").rename(tmp_path / "features")
    (tmp_path / "examples").mkdir()
    (tmp_path / "features" / "exemplary.yaml").rename(tmp_path / "examples" / "exemplary.yaml")
    assert Home(kb).features == tmp_path / "features"
    assert run_scenarios(kb).failed == 0


def test_a_knowledge_base_may_do_without_scenarios_and_sentences(tmp_path: Path) -> None:
    kb = copied(tmp_path)
    shutil.rmtree(tmp_path / "rules" / "features")
    report = run_scenarios(kb)
    assert (report.features, report.total, Home(kb).phrases) == ((), 0, ())


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("the doors are open: true\n", "'the doors are open' states no facts"),
        ("the doors are open:\n  library.open:\n    add: true\n", "'the doors are open' states no facts"),
        ("- the doors are open\n", "a sentence states facts by their paths"),
        ("the doors: [\n", "phrases.yaml:"),
    ],
)
def test_sentences_that_state_nothing_are_refused(tmp_path: Path, text: str, complaint: str) -> None:
    kb = copied(tmp_path)
    (tmp_path / "rules" / "features" / "phrases.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ProblemsError) as caught:
        run_scenarios(kb)
    assert complaint in str(caught.value)


def test_a_changed_sentence_is_read_anew(tmp_path: Path) -> None:
    kb = copied(tmp_path)
    assert failure(kb, "Given the doors stand wide open", "When the project is reviewed") is not None
    phrases = tmp_path / "rules" / "features" / "phrases.yaml"
    phrases.write_text("the doors stand wide open:\n  library.open: true\n", encoding="utf-8")
    sentences = ("Given the doors stand wide open", "When the project is reviewed", 'Then "LEN-01" is not found')
    assert failure(kb, 'Given "library.stage" is running', *sentences) is None


def test_decisions_belong_to_the_sentences_of_every_knowledge_base(library: CompiledKnowledgeBase) -> None:
    base = ("Given the library is running", "And the doors are closed")
    decided = 'And the finding "LEN-01" was accepted by "Mr Ito" on 2026-11-02 because "Works."'
    reviewed = "When the project is reviewed"
    assert failure(library, *base, decided, reviewed, 'Then "LEN-01" is set aside') is None
    not_so = failure(library, *base, reviewed, 'Then "LEN-01" is set aside')
    assert not_so is not None
    assert (not_so.found["en"], not_so.meant) == ("set aside is: nothing", True)
    about_nothing = failure(library, *base, reviewed, 'Then the decision about "LEN-01" has lapsed')
    assert about_nothing is not None
    assert about_nothing.found["en"] == "the scenario has no decision about LEN-01"
    unfound = failure(library, decided.replace("And", "Given").replace('"LEN-01"', '"LEN-01", as it stands,'))
    assert unfound is not None
    assert "LEN-01 is found 0 times" in unfound.found["en"]


@pytest.mark.parametrize(
    ("text", "code", "line", "message"),
    [
        ("Feature: f\n", "S004", 1, "there is no scenario in this file"),
        ("# nothing\n", "S004", 1, "there is no scenario in this file"),
        ("Feature: f\n @LEN-1\n Scenario: s\n  Then x\n", "S005", 2, "@LEN-1 is the code of no rule"),
        ("@slow\nFeature: f\n Scenario: s\n  Then x\n", "S005", 1, "@slow is the code of no rule"),
        (
            "Feature: f\n Scenario Outline: s\n  Then <x>\n  @STO-99\n  Examples:\n   | x |\n   | y |\n",
            "S005",
            4,
            "@STO-99 is the code of no rule",
        ),
    ],
)
def test_what_would_never_be_run_is_told_before_anything_is(
    text: str, code: str, line: int, message: str, tmp_path: Path
) -> None:
    kb = copied(tmp_path)
    (tmp_path / "rules" / "features" / "a.feature").write_text(text, encoding="utf-8")
    with pytest.raises(ProblemsError) as caught:
        run_scenarios(kb)
    (found,) = caught.value.problems
    assert found.place is not None
    assert (found.code, found.place.line, found.message["en"]) == (code, line, message)


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("", "it has no examples"),
        ('\n   | x |\n   | "b" |\n  Examples:\n   | x |', "a table of its examples has no rows"),
    ],
)
def test_a_scenario_of_which_something_is_not_run_fails(rows: str, found: str, library: CompiledKnowledgeBase) -> None:
    text = f"Feature: f\n Scenario Outline: s\n  Then <x>\n  Examples:{rows}\n"
    *_, last = run_scenario(parse_feature(text, "f.feature").scenarios[0], Home(library)).cases
    assert last.failure is not None
    assert last.failure.found["en"] == found
