"""Every single change of the rules is made, and each is told whether a scenario notices it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from advise import load_rules
from advise.engine.knowledge.load import SHIPPED
from advise.engine.knowledge.revision import load_revision
from advise.engine.language.leaf import written
from advise.engine.mutants.mutants import Changes, mutants
from advise.engine.mutants.run import edited, score
from advise.engine.mutants.survivors import Survivor
from advise.engine.problems.problem import ProblemsError
from advise.engine.scenarios.home import Home
from advise.engine.scenarios.run import run_scenarios
from tests.engine.mutants import shop
from tests.knowledge_bases import small


def left(found: tuple[Survivor, ...], fate: str = "survived") -> set[tuple[str, str]]:
    return {(one.mutant.kind, one.mutant.what["en"]) for one in found if one.fate == fate}


def kinds(folder: Path, *when: str, more: str = "", code: str = "SHO-02") -> dict[str, set[str]]:
    kb = small.load(folder, {"shop/other.yaml": small.rule(*when, more=more)})
    made: dict[str, set[str]] = {}
    for mutant in mutants(kb, [code]):
        made.setdefault(mutant.kind, set()).add(mutant.what["en"])
    return made


def test_every_leaf_operator_and_value_is_changed_in_turn(tmp_path: Path) -> None:
    found = kinds(tmp_path, "shop.kind is bakery", "shop.staff >= 3", more="replaces: [SHO-01]\n")
    assert found["condition left out"] == {"without `shop.kind is bakery`", "without `shop.staff >= 3`"}
    assert found["value"] == {"`shop.kind is bakery` -> `shop.kind is florist`"}
    assert found["unknown counts"] == {"`shop.kind is bakery` -> `shop.kind may be bakery`"}
    assert found["boundary"] == {"`shop.staff >= 3` -> `shop.staff > 3`"}
    assert found["number"] == {"`shop.staff >= 3` -> `shop.staff >= 2`", "`shop.staff >= 3` -> `shop.staff >= 4`"}
    assert len(found["negated"]) == 2
    assert len(found["all/any"]) == 1
    assert found["severity"] == {"major in place of minor", "info in place of minor"}
    assert found["replaces left out"] == {"does not replace SHO-01"}
    assert found["rule left out"] == {"never holds"}


@pytest.mark.parametrize(
    ("when", "kind", "what"),
    [
        (
            "some: jar\nwhere: [jar.full is true]",
            "quantifier",
            "`some: jar, where: [jar.full is true]` -> `none: jar, where: [jar.full is true]`",
        ),
        (
            "every: jar\nis: [jar.full is true]",
            "quantifier",
            "`every: jar, is: [jar.full is true]` -> `some: jar, where: [jar.full is true]`",
        ),
        (
            'count: jar\nwhere: [jar.full is true]\nis: ">= 2"',
            "number",
            "`count: jar, where: [jar.full is true], is: >= 2` -> `count: jar, where: [jar.full is true], is: >= 3`",
        ),
        ("not: [shop.open is true]", "not left out", "`shop.open is true` without not"),
        (
            "shop.wares within [bread]",
            "value added",
            "`shop.wares within [bread]` -> `shop.wares within [bread, cake]`",
        ),
    ],
)
def test_every_kind_of_condition_is_changed(tmp_path: Path, when: str, kind: str, what: str) -> None:
    assert what in kinds(tmp_path, when)[kind]


def test_lines_values_parameters_and_the_policy_are_changed(tmp_path: Path) -> None:
    made = {(one.where, one.kind, one.what["en"]) for one in mutants(small.load(tmp_path))}
    assert ("shop.size", "lines swapped", "big before small") in made
    assert ("shop.size", "derived value", "big in place of small") in made
    assert ("shop.size", "line left out", "never big by line 2") in made
    assert ("$least", "parameter", "2 -> 3") in made
    assert ("$span", "parameter", "3 -> 4") in made
    assert ("verdict", "must-know left out", "shop.open") in made
    assert ("verdict", "cases swapped", "revise before insufficient_information") in made


def test_every_change_is_called_in_both_languages() -> None:
    english = re.compile(r"\b(?:without|in place of|before|never|always|left out|as following|replace)\b")
    for mutant in mutants(load_rules()):
        assert not english.search(re.sub("`[^`]*`", "", mutant.what["ja"])), mutant.what
        assert not english.search(mutant.kind_in("ja"))
        assert mutant.kind_in("ja") != mutant.kind == mutant.kind_in("en")


def test_no_change_is_the_condition_itself() -> None:
    kb = load_rules()
    changes = Changes(kb)
    for rule in kb.rules:
        for _, what, changed in changes.of(rule.when):
            assert changed != rule.when, what
            assert written(changed) != written(rule.when)


def test_what_no_case_notices_is_told_with_a_scenario_that_does(tmp_path: Path) -> None:
    home = shop.home(tmp_path)
    found = score(home, ["SHO-01"])
    missed = left(found.survivors)
    assert ("condition left out", "without `shop.open is false`") in missed
    assert ("boundary", "`shop.staff >= $least` -> `shop.staff > $least`") not in missed
    assert found.percent < 80
    scenarios = [one.scenario for one in found.survivors if one.scenario is not None]
    assert len(scenarios) == len(missed)
    features = Path(home.kb.folder) / "features"
    (features / "more.feature").write_text("Feature: more\n\n" + "\n".join(dict.fromkeys(scenarios)), encoding="utf-8")
    assert run_scenarios(home.kb).failed == 0
    assert left(score(Home(home.kb), ["SHO-01"]).survivors) == set()


def test_good_scenarios_notice_every_change_of_a_rule(tmp_path: Path) -> None:
    found = score(shop.home(tmp_path, shop.FOUND + shop.MISSED), ["SHO-01"])
    assert left(found.survivors) == {("unknown counts", "`shop.open is false` -> `shop.open may be false`")}
    assert found.percent > 85


def test_a_change_that_is_none_is_proved_so(tmp_path: Path) -> None:
    needless = small.RULE.replace("  - shop.staff >= $least\n", "  - shop.staff >= $least\n  - shop.staff >= 0\n")
    found = score(shop.home(tmp_path, shop.FOUND, {"shop/shut.yaml": needless}), ["SHO-01"])
    assert ("condition left out", "without `shop.staff >= 0`") in left(found.survivors, "equal")


def test_a_case_that_does_not_hold_notices_nothing(tmp_path: Path) -> None:
    wrong = shop.FOUND.replace('"major"', '"minor"')
    assert score(shop.home(tmp_path, wrong), ["SHO-01"]).killed == 0


def test_cases_with_a_sentence_that_nobody_can_read_are_counted(tmp_path: Path) -> None:
    found = score(shop.home(tmp_path, shop.FOUND.replace("is found", "is founded") + shop.MISSED), ["SHO-01"])
    assert (found.cases, found.unread) == (3, 1)


def test_a_parameter_that_a_case_sets_is_not_changed_there(tmp_path: Path) -> None:
    own = shop.FOUND.replace("    And", '    And the parameter "least" is 2\n    And', 1)
    missed = left(score(shop.home(tmp_path, own), ["$least"]).survivors)
    assert missed == {("parameter", "2 -> 1"), ("parameter", "2 -> 3")}


def test_the_same_sample_is_taken_every_time(tmp_path: Path) -> None:
    home = shop.home(tmp_path)
    assert score(home, sample=9).survivors == score(home, sample=9).survivors
    assert score(home, sample=9).total == 9


def test_the_shipped_scenarios_notice_what_was_edited_last() -> None:
    try:
        before = load_revision("HEAD~1", SHIPPED)
    except ProblemsError as error:
        pytest.skip(str(error))
    kb = load_rules()
    changed = edited(before, kb)
    assert not changed or score(Home(kb), changed).percent >= 95


def test_the_shipped_scenarios_notice_a_sample_of_the_changes_of_the_shipped_rules() -> None:
    found = score(Home(load_rules()), sample=25)
    assert found.percent >= 90, left(found.survivors)
