"""A profile sets parameters differently, each with a reason."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import advise
from advise.engine.compiled import CompiledKnowledgeBase, compiled
from advise.engine.knowledge import load_knowledge_base
from advise.engine.knowledge.files import profile_in
from advise.engine.knowledge.profile import load_profile
from advise.engine.problems.problem import Problem, ProblemsError

from ...knowledge_bases import small

SHOP = {"shop": {"open": False, "staff": 3}}


@pytest.fixture
def base(tmp_path: Path) -> CompiledKnowledgeBase:
    return small.load(tmp_path)


def written(folder: Path, text: str) -> Path:
    path = folder / "advise.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def profile(name: str, value: str, reason: str = "reason: Ours is smaller.") -> str:
    return f"parameters:\n  {name}:\n    value: {value}\n    {reason}\n"


def wrong(folder: Path, text: str, kb: CompiledKnowledgeBase) -> list[Problem]:
    with pytest.raises(ProblemsError) as error:
        load_profile(written(folder, text), kb)
    return list(error.value.problems)


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [("least", "4", 4.0), ("sweet", "[cake, bread]", ("cake", "bread")), ("span", "[2, 5]", (2.0, 5.0))],
)
def test_a_parameter_of_each_kind_can_be_set(
    name: str, value: str, read: object, tmp_path: Path, base: CompiledKnowledgeBase
) -> None:
    found = load_profile(written(tmp_path, profile(name, value)), base)
    assert (found[name].value, found[name].reason) == (read, "Ours is smaller.")
    assert (found[name].label, found[name].source) == (base.parameters[name].label, base.parameters[name].source)


def test_an_overridden_parameter_changes_findings_and_is_named_with_its_reason(
    tmp_path: Path, base: CompiledKnowledgeBase
) -> None:
    path = written(tmp_path, profile("least", "4"))
    changed = advise.load_rules(base.folder, profile=path)
    before, after = (advise.assess(SHOP, kb, today="2026-11-22", interpreter="evaluate") for kb in (base, changed))
    assert [finding.code for finding in before.findings] == ["SHO-01"]
    assert [finding.code for finding in after.findings] == []
    (named,) = (parameter for parameter in after.to_dict()["parameters"] if parameter["name"] == "least")
    assert (named["value"], named["reason"]) == (4.0, "Ours is smaller.")
    assert {parameter.reason for parameter in before.parameters} == {None}


def test_the_condition_in_words_shows_the_overridden_value(tmp_path: Path, base: CompiledKnowledgeBase) -> None:
    changed = advise.load_rules(base.folder, profile=written(tmp_path, profile("least", "3")))
    for kb, value in ((base, "2"), (changed, "3")):
        (finding,) = advise.assess(SHOP, kb, interpreter="evaluate").findings
        assert f'"staff" is at least {value}' in finding.why["en"]


def test_rules_run_over_the_values_that_the_profile_sets(tmp_path: Path) -> None:
    kb = compiled(load_knowledge_base(small.LIBRARY))
    path = written(tmp_path, profile("popular_kinds", "[atlas]"))
    changed = advise.load_rules(small.LIBRARY, profile=path)
    document = {"complete": {"books": True}, "books": []}
    for one, kinds in ((kb, {"novel", "comic"}), (changed, {"atlas"})):
        found = advise.assess(document, one, interpreter="evaluate").findings
        assert {finding.subject for finding in found if finding.code == "STO-01"} == kinds


@pytest.mark.parametrize(
    ("text", "code", "message", "words"),
    [
        (profile("leest", "4"), "K310", "unknown parameter 'leest'", "leest"),
        (profile("least", "[4]"), "K515", "'least' is a number", None),
        (profile("least", "many"), "K111", "must be a number", "many"),
        (profile("sweet", "4"), "K515", "'sweet' is a list", "4"),
        (profile("span", "4"), "K515", "'span' is a list", "4"),
        (profile("span", "[5, 2]"), "K209", "the band 'span' needs two numbers", None),
        (profile("span", "[a, b]"), "K209", "the band 'span' needs two numbers", None),
        (profile("least", "4", ""), "K105", "the parameter 'least' has no 'reason'", None),
        (profile("least", "4", "reason: ' '"), "K109", "the reason for 'least' is empty", None),
        (profile("least", "4", "reason: r\n    why: w"), "K104", "unknown key 'why'", "why"),
        ("params: {}\n", "K104", "unknown key 'params' in a profile", "params"),
        ("- a\n", "K103", "a profile must be a mapping", None),
        ("", "K113", "the file is empty", None),
        ("a: [", "P141", "this is not YAML", None),
    ],
)
def test_a_wrong_profile_is_refused_at_its_place(
    text: str, code: str, message: str, words: str | None, tmp_path: Path, base: CompiledKnowledgeBase
) -> None:
    found = wrong(tmp_path, text, base)
    assert (code, True) in [(problem.code, message in problem.message["en"]) for problem in found]
    if words is not None:
        assert words in [small.pointed(problem) for problem in found]


def test_a_value_that_no_rule_can_use_is_told_once_at_its_place_in_the_profile(
    tmp_path: Path, base: CompiledKnowledgeBase
) -> None:
    overrides = load_profile(written(tmp_path, profile("sweet", "[cake, pie]", "reason: r")), base)
    rules = {f"shop/{name}.yaml": small.rule("shop.wares within $sweet", code=code)
             for name, code in (("one", "SHO-02"), ("two", "SHO-03"))}  # fmt: skip
    folder = small.write(tmp_path, rules)
    with pytest.raises(ProblemsError) as error:
        compiled(load_knowledge_base(folder, overrides=overrides, use_cache=False))
    (problem,) = [one for one in error.value.problems if one.code == "K313"]
    assert problem.place is not None
    assert (Path(problem.place.file).name, problem.place.line) == ("advise.yaml", 3)


def test_an_unknown_parameter_is_told_with_those_that_there_are(tmp_path: Path, base: CompiledKnowledgeBase) -> None:
    (problem,) = wrong(tmp_path, profile("zebra", "4"), base)
    assert problem.cure == {"en": "There are: least, sweet, span.", "ja": "あるのは least, sweet, span です。"}


def test_all_problems_of_a_profile_come_at_once(tmp_path: Path, base: CompiledKnowledgeBase) -> None:
    text = profile("leest", "4") + "  least:\n    value: [1]\n"
    assert [problem.code for problem in wrong(tmp_path, text, base)] == ["K310", "K105", "K515"]


def test_a_profile_that_cannot_be_read_is_told(tmp_path: Path, base: CompiledKnowledgeBase) -> None:
    for path in (tmp_path / "nowhere.yaml", tmp_path):
        with pytest.raises(ProblemsError) as error:
            load_profile(path, base)
        assert error.value.problems[0].code == "K002"
    path = written(tmp_path, "")
    path.write_bytes("parameters: 店".encode("cp932"))
    with pytest.raises(ProblemsError) as error:
        load_profile(path, base)
    assert error.value.problems[0].message["en"] == "cannot be read: not UTF-8"


def test_a_value_that_the_rules_cannot_use_is_refused(tmp_path: Path) -> None:
    root = small.write(tmp_path / "kb", {"shop/other.yaml": small.rule("shop.wares within $sweet")})
    with pytest.raises(ProblemsError) as error:
        advise.load_rules(root, profile=written(tmp_path, profile("sweet", "[zebra]")))
    assert [problem.code for problem in error.value.problems] == ["K313"]


def test_a_profile_that_cannot_be_read_is_told_in_both_languages(tmp_path: Path, base: CompiledKnowledgeBase) -> None:
    with pytest.raises(ProblemsError) as missing:
        load_profile(tmp_path / "none.yaml", base)
    (tmp_path / "old.yaml").write_bytes("理由".encode("cp932"))
    with pytest.raises(ProblemsError) as undecodable:
        load_profile(tmp_path / "old.yaml", base)
    told = [error.value.problems[0].message["ja"] for error in (missing, undecodable)]
    assert told == ["読めません: ファイルがありません", "読めません: 文字コードがUTF-8ではありません"]


@pytest.mark.parametrize(
    ("name", "value", "when", "message", "cure"),
    [
        ("least", "-1", "shop.rent >= $least", "'$least' is out of range: -1 is not at least 0", "Write a number at least 0."),
        ("least", "11", "some: shelf\nwhere:\n  - shelf.size > $least", "11 is not from 0 to 10", "Write a number from 0 to 10."),
        ("least", "50", "share: shelf\nis: '>= $least'", "50 is not from 0 to 1", "Write a number from 0 to 1."),
        ("least", "-2", "count: shelf\nis: '>= $least'", "-2 is not at least 0", "Write a number at least 0."),
        ("least", "11", "max: shelf.size\nis: '>= $least'", "11 is not from 0 to 10", "Write a number from 0 to 10."),
        ("least", "-1", "sum: shelf.size\nis: '>= $least'", "-1 is not at least 0", "Write a number at least 0."),
        ("span", "[-2, 5]", "shop.rent < $span.low", "'$span.low' is out of range: -2 is not at least 0", "Write a number at least 0."),
    ],
)  # fmt: skip
def test_a_value_outside_the_range_of_what_it_is_compared_with_is_refused_at_its_place(
    name: str, value: str, when: str, message: str, cure: str, tmp_path: Path
) -> None:
    shut = small.RULE.replace("shop.staff >= $least", "shop.staff >= 2") if name == "least" else small.RULE
    parameters = small.FILES["parameters.yaml"].replace("value: 2", "value: 1")
    changes = {"parameters.yaml": parameters, "shop/shut.yaml": shut, "shop/other.yaml": small.rule(when, when)}
    root = small.write(tmp_path / "kb", changes)
    with pytest.raises(ProblemsError) as error:
        advise.load_rules(root, profile=written(tmp_path, profile(name, value)))
    (problem,) = error.value.problems
    assert (problem.code, problem.place and (Path(problem.place.file).name, problem.place.line)) == (
        "K316",
        ("advise.yaml", 3),
    )
    assert message in problem.message["en"]
    assert problem.cure is not None
    assert problem.cure["en"] == cure


def test_a_value_at_the_end_of_the_range_fits(tmp_path: Path) -> None:
    parameters = small.FILES["parameters.yaml"].replace("value: 2", "value: 1")
    rule = small.rule("share: shelf\nis: '>= $least'")
    root = small.write(tmp_path / "kb", {"parameters.yaml": parameters, "shop/other.yaml": rule})
    for value in ("0", "1"):
        assert advise.load_rules(root, profile=written(tmp_path, profile("least", value))).parameters[
            "least"
        ].value == float(value)


def test_a_huge_profile_is_refused_unread(tmp_path: Path, base: CompiledKnowledgeBase) -> None:
    path = tmp_path / "advise.yaml"
    path.touch()
    os.truncate(path, 300_000_000)
    with pytest.raises(ProblemsError) as error:
        load_profile(path, base)
    assert error.value.problems[0].message == {
        "en": "cannot be read: larger than 1000000 bytes",
        "ja": "読めません: 大きすぎます",
    }


@pytest.mark.parametrize("name", ["advise.yaml", "advise.yml", "advise.YAML", "advise.YML"])
def test_a_profile_is_found_under_the_names_that_people_give_it(name: str, tmp_path: Path) -> None:
    assert profile_in(tmp_path) is None
    (tmp_path / name).touch()
    assert profile_in(tmp_path) == str(tmp_path / name)


def test_two_profiles_in_one_folder_are_refused(tmp_path: Path) -> None:
    for name in ("advise.yaml", "advise.yml"):
        (tmp_path / name).touch()
    with pytest.raises(ProblemsError) as error:
        profile_in(tmp_path)
    (problem,) = error.value.problems
    assert (problem.code, problem.message["en"].endswith("are both profiles")) == ("K317", True)
