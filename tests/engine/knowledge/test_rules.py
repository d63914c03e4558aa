"""Rules, derivations and the verdict policy are read with everything that is wrong in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from advise.engine.knowledge.model import Derivation, Line, Loop, SeverityCase, Source
from advise.engine.language.tree import All
from advise.engine.problems.problem import Problem

from ...knowledge_bases import small

SIZE = small.FILES["shop/size.yaml"]
VERDICT = small.FILES["verdict.yaml"]


def wrong(folder: Path, name: str, old: str, new: str) -> Problem:
    text = small.FILES[name]
    assert text.count(old) == 1, old
    return small.the_problem(folder, {name: text.replace(old, new)})


def test_every_part_of_a_rule_is_read(tmp_path: Path) -> None:
    more = "kind: prediction\ncauses: [SHO-01]\nreplaces: [SHO-01]\nseverity_note: {en: n, ja: 注}\nfor: shelf\n"
    kb = small.load(tmp_path, {"shop/other.yaml": small.rule("shelf.wide is true", more=more)})
    rule = kb.rule("SHO-02")
    assert (rule.name, rule.area, rule.kind) == ("shop/other", "shop", "prediction")
    assert (rule.causes, rule.replaces, rule.owner) == (("SHO-01",), ("SHO-01",), ("owner",))
    assert (rule.loop, rule.source) == (Loop("shelf", "shelves"), Source(ours=True))
    assert (rule.severities, rule.severity_note) == ((SeverityCase("minor"),), {"en": "n", "ja": "注"})
    assert kb.rule("SHO-01").source == Source("A", ("S1",))
    assert kb.rule("SHO-01").place is not None
    assert str(kb.rule("SHO-01").place).endswith("shop/shut.yaml:1:1")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [("severity: major", "severity:", "K107"), ("severity: major", "severity: []", "K404"),
     ("when:\n", "for:\nwhen:\n", "K107"), ("  section: A\n", "  section:\n", "K107")],
)  # fmt: skip
def test_what_is_left_empty_is_one_problem(old: str, new: str, code: str, tmp_path: Path) -> None:
    assert wrong(tmp_path, "shop/shut.yaml", old, new).code == code


def test_a_source_that_is_left_empty_is_one_problem(tmp_path: Path) -> None:
    assert wrong(tmp_path, "shop/size.yaml", "source:\n  ours: true\n", "source:\n").code == "K103"


def test_a_severity_can_depend_on_conditions(tmp_path: Path) -> None:
    dynamic = "severity:\n  - is: blocker\n    when:\n      - shop.kind is bakery\n  - is: minor\n"
    kb = small.load(tmp_path, {"shop/shut.yaml": small.RULE.replace("severity: major\n", dynamic)})
    first, last = kb.rule("SHO-01").severities
    assert (first.severity, first.when is not None, last) == ("blocker", True, SeverityCase("minor"))


def test_a_derivation_is_read_in_the_order_of_its_lines(tmp_path: Path) -> None:
    (derivation,) = small.load(tmp_path).derivations
    assert isinstance(derivation, Derivation)
    assert [line.value for line in derivation.lines] == ["small", "big"]


@pytest.mark.parametrize(
    ("loop", "source", "variable"),
    [("shelf", "shelves", "shelf"), ("season", "seasons", "season"), ("kind in $sweet", "$sweet", "kind"),
     ("one in shelves", "shelves", "one")],
)  # fmt: skip
def test_a_rule_runs_over_a_list_a_family_or_a_set_parameter(
    loop: str, source: str, variable: str, tmp_path: Path
) -> None:
    kb = small.load(tmp_path, {"shop/other.yaml": small.rule("shop.open is true", more=f"for: {loop}\n")})
    assert kb.rule("SHO-02").loop == Loop(variable, source)


def test_a_placeholder_is_allowed_where_there_is_a_subject(tmp_path: Path) -> None:
    text = small.rule("shelf.wide is true", more="for: shelf\n").replace(
        "{en: Something, ja: 何か}", '{en: "{subject}", ja: "{subject}"}'
    )
    assert small.load(tmp_path, {"shop/other.yaml": text}).rule("SHO-02").title == {
        "en": "{subject}",
        "ja": "{subject}",
    }


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        ("code: SHO-01\n", "code: SHO-01\ncolour: red\n", "K104", "unknown key 'colour' in a rule"),
        ("severity: major", "severty: major", "K104", "unknown key 'severty' in a rule"),
        ("severity: major", "severity: mayor", "K108", "severity cannot be 'mayor'"),
        ("severity: major", "severity: [major]", "K103", "a severity must be a mapping"),
        (
            "severity: major",
            "severity:\n  - is: major\n    when:\n      - shop.open is true",
            "K404",
            "the last severity",
        ),
        ("severity: major", "severity:\n  - is: major\n  - is: minor", "K404", "the last severity, and only that"),
        ("owner: [owner]", "owner: [onwer]", "K108", "an owner cannot be 'onwer'"),
        ("owner: [owner]", "owner: owner", "K106", "owner must be a list"),
        ("  ja: 店が閉まっています\n", "", "K105", "the title has no 'ja'"),
        ("  en: Open it.", "  en: ' '", "K109", "the advice is empty in en"),
        ("  en: Open it.", "  en: Open {subject}.", "K406", "{subject} in the advice stands for nothing"),
        ("  section: A\n  statements: [S1]", "  ours: maybe\n  statements: [S1]", "K110", "ours must be true or false"),
        ("  section: A\n", "", "K405", "neither a section nor `ours: true`"),
        ("when:\n", "for: shlf\nwhen:\n", "K403", "'shlf' is nothing to run over"),
        ("when:\n", "for: kind in $sweat\nwhen:\n", "K403", "'kind in $sweat' is nothing to run over"),
        ("when:\n", "kind: guess\nwhen:\n", "K108", "kind cannot be 'guess'"),
    ],
)
def test_a_wrong_rule_is_refused(old: str, new: str, code: str, message: str, tmp_path: Path) -> None:
    found = small.problems(tmp_path, {"shop/shut.yaml": small.RULE.replace(old, new)})
    assert (code, True) in [(problem.code, message in problem.message["en"]) for problem in found], found


@pytest.mark.parametrize(
    ("title", "message"),
    [
        ('{en: "{subject}", ja: 何か}', "{subject} stands in only one language of the title"),
        ('{en: "{shelf}", ja: "{shelf}"}', "{shelf} in the title stands for nothing"),
        ('{en: "{}", ja: 何か}', "{} in the title stands for nothing"),
    ],
)
def test_a_placeholder_that_nothing_fills_in_is_refused_at_the_text(title: str, message: str, tmp_path: Path) -> None:
    text = small.rule("shelf.wide is true", more="for: shelf\n").replace("{en: Something, ja: 何か}", title)
    problem = small.the_problem(tmp_path, {"shop/other.yaml": text})
    assert (problem.code, problem.message["en"]) == ("K406", message)
    assert problem.place is not None
    assert problem.place.line == 2


def test_a_severity_note_names_no_subject(tmp_path: Path) -> None:
    more = 'for: shelf\nseverity_note: {en: "{subject}", ja: "{subject}"}\n'
    assert small.the_problem(tmp_path, {"shop/other.yaml": small.rule("shelf.wide is true", more=more)}).code == "K406"


def test_a_rule_file_that_is_a_list_is_refused_once(tmp_path: Path) -> None:
    problem = small.the_problem(tmp_path, {"shop/other.yaml": "- a\n- b\n"})
    assert (problem.code, problem.message["en"]) == ("K103", "a rule must be a mapping (key: value)")


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        ("derives: shop.size", "derives: shop.sise", "K401", "'shop.sise' is not a declared concept"),
        ("derives: shop.size", "derives: shop.size\nfor: shelf", "K402", "'shop.size' belongs to the project"),
        ("is: small", "is: smal", "K108", "is cannot be 'smal'"),
        ("  - is: big", "  - is: big\n    members: shelf", "K410", "'shelf' is not what the first condition"),
        ("values:\n", "code: SHO-09\nvalues:\n", "K104", "unknown key 'code' in a derivation"),
        ("  ours: true", "  section: 5", "K107", "section must be a text"),
    ],
)
def test_a_wrong_derivation_is_refused(old: str, new: str, code: str, message: str, tmp_path: Path) -> None:
    found = small.problems(tmp_path, {"shop/size.yaml": SIZE.replace(old, new)})
    assert (code, True) in [(problem.code, message in problem.message["en"]) for problem in found], found


def test_a_misspelt_concept_is_told_with_the_nearest(tmp_path: Path) -> None:
    first = small.problems(tmp_path, {"shop/size.yaml": SIZE.replace("shop.size", "shop.sise")})
    cures = [problem.cure["en"] for problem in first if problem.cure is not None and problem.code == "K401"]
    assert cures == ["Did you mean 'shop.size'?"]


def test_a_line_can_name_the_elements_that_its_value_stands_for(tmp_path: Path) -> None:
    text = SIZE.replace(
        "      - shop.staff > $span.high", "      - some: shelf\n        where:\n          - shelf.wide is true"
    )
    kb = small.load(tmp_path, {"shop/size.yaml": text.replace("  - is: big", "  - is: big\n    members: shelf")})
    line = kb.derivations[0].lines[1]
    assert isinstance(line, Line)
    assert isinstance(line.when, All)
    assert line.members == "shelf"


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        ("fact: shop.open", "fact: shop.opn", "K203", "unknown fact 'shop.opn'"),
        ("verdict: revise", "verdict: revize", "K108", "verdict cannot be 'revize'"),
        ("severity: blocker", "severity: huge", "K108", "severity cannot be 'huge'"),
        ("  - verdict: proceed\n", "", "K411", "the last verdict, and only that"),
        ("    missing: must_know\n", "", "K411", "the last verdict, and only that"),
        ("    hold: {label: {en: h, ja: 止}, meaning: {en: h, ja: 止}}\n", "", "K105", "verdicts has no 'hold'"),
        ("must_know:\n", "must_no:\n", "K104", "unknown key 'must_no'"),
    ],
)
def test_a_wrong_verdict_policy_is_refused(old: str, new: str, code: str, message: str, tmp_path: Path) -> None:
    found = small.problems(tmp_path, {"verdict.yaml": VERDICT.replace(old, new)})
    assert (code, True) in [(problem.code, message in problem.message["en"]) for problem in found], found


def test_a_must_know_fact_can_have_a_condition(tmp_path: Path) -> None:
    policy = VERDICT.replace(
        "  - fact: shop.open\n", "  - fact: shop.open\n    when:\n      - shop.kind is bakery\n  - fact: shelves\n"
    )
    first, second = small.load(tmp_path, {"verdict.yaml": policy}).verdict.must_know
    assert (first.fact, first.when is not None, second.fact, second.when) == ("shop.open", True, "shelves", None)


@pytest.mark.parametrize("day", ["2026-31-12", "2026-02-30", "20261231", "31.12.2026", "2026", "soon"])
def test_a_day_from_which_a_rule_or_a_parameter_holds_is_a_date(day: str, tmp_path: Path) -> None:
    rule = small.the_problem(tmp_path / "rule", {"shop/shut.yaml": f"{small.RULE}since: {day}\n"})
    parameters = small.FILES["parameters.yaml"].replace("value: 2\n", f"value: 2\n    since: {day}\n")
    parameter = small.the_problem(tmp_path / "parameter", {"parameters.yaml": parameters})
    for problem in (rule, parameter):
        assert (problem.code, small.pointed(problem)) == ("K112", day)
        assert problem.cure == {"en": "Write it as 2026-12-31.", "ja": "2026-12-31 の形で書いてください。"}
    assert (
        small.load(tmp_path / "sound", {"shop/shut.yaml": f"{small.RULE}since: 2026-12-31\n"}).rule("SHO-01").since
        == "2026-12-31"
    )
