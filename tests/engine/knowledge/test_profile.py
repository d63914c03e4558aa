"""A profile sets parameters differently, each with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

import advise
from advise.engine.compiled import CompiledKnowledgeBase, compiled
from advise.engine.knowledge import load_knowledge_base
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
