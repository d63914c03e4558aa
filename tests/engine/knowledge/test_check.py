"""What needs the whole knowledge base: codes, names, replacements, and the agreement of rules and ledger."""

from __future__ import annotations

from pathlib import Path

import pytest

from advise.engine.knowledge import load_knowledge_base
from advise.engine.knowledge.model import KnowledgeBase
from advise.engine.problems.problem import Problem

from ...knowledge_bases import small

LEDGER = small.FILES["paper/notes.yaml"]


def wrong(folder: Path, **files: str | None) -> list[Problem]:
    named = {name.replace("__", "/").replace("_", "-") + ".yaml": text for name, text in files.items()}
    return small.problems(folder, named)


def other(more: str = "", code: str = "SHO-02") -> str:
    return small.rule("shop.open is true", code=code, more=more)


@pytest.mark.parametrize("code", ["SHO1", "sho-01", "S-01", "SHO-1", "SHOPPE-01", "SHO-0001", "SHO-01 "])
def test_a_code_has_a_fixed_form(code: str, tmp_path: Path) -> None:
    problem = small.the_problem(tmp_path, {"shop/other.yaml": small.rule("shop.open is true", code=f"'{code}'")})
    assert problem.code == "K501"
    assert problem.place is not None
    assert problem.place.line == 1


def test_two_rules_with_one_code_are_refused(tmp_path: Path) -> None:
    problem = small.the_problem(tmp_path, {"shop/zoo.yaml": other(code="SHO-01")})
    assert problem.code == "K502"
    assert problem.message["en"] == "the code SHO-01 is already used by shop/shut"
    assert problem.place is not None
    assert problem.place.file.endswith("shop/zoo.yaml")


@pytest.mark.parametrize("key", ["replaces", "kind: prediction\ncauses"])
def test_a_code_that_no_rule_has_is_refused_with_the_nearest(key: str, tmp_path: Path) -> None:
    problem = small.the_problem(tmp_path, {"shop/other.yaml": other(f"{key}: [SHO-91]\n")})
    assert (problem.code, problem.message["en"]) == ("K503", "SHO-02 names SHO-91, which no rule has")
    assert problem.cure is not None
    assert problem.cure["en"] == "Did you mean SHO-01?"


def test_rules_that_replace_one_another_in_a_circle_are_refused(tmp_path: Path) -> None:
    found = small.problems(
        tmp_path,
        {
            "shop/b.yaml": other("replaces: [SHO-03]\n"),
            "shop/c.yaml": other("replaces: [SHO-04]\n", code="SHO-03"),
            "shop/d.yaml": other("replaces: [SHO-02]\n", code="SHO-04"),
            "shop/e.yaml": other("replaces: [SHO-02]\n", code="SHO-05"),
        },
    )
    assert [(problem.code, problem.message["en"][:6]) for problem in found] == [
        ("K504", "SHO-02"), ("K504", "SHO-03"), ("K504", "SHO-04"),
    ]  # fmt: skip


def test_a_rule_that_replaces_itself_is_refused(tmp_path: Path) -> None:
    assert small.the_problem(tmp_path, {"shop/other.yaml": other("replaces: [SHO-02]\n")}).code == "K504"


def test_a_rule_without_anyone_to_act_is_refused(tmp_path: Path) -> None:
    problem = small.the_problem(tmp_path, {"shop/other.yaml": other().replace("owner: [owner]", "owner: []")})
    assert (problem.code, problem.cure and problem.cure["en"]) == ("K505", "Name one of owner.")


def test_only_a_prediction_has_causes(tmp_path: Path) -> None:
    assert small.the_problem(tmp_path, {"shop/other.yaml": other("causes: [SHO-01]\n")}).code == "K509"


def test_a_file_name_is_small_letters_and_hyphens(tmp_path: Path) -> None:
    assert small.the_problem(tmp_path, {"shop/Other_Rule.yaml": other()}).code == "K506"
    assert small.the_problem(tmp_path / "b", {"shop/deep/other.yaml": other()}).code == "K506"


def test_a_folder_that_is_no_area_is_refused_with_the_nearest(tmp_path: Path) -> None:
    problem = small.the_problem(tmp_path, {"shops/other.yaml": other()})
    assert (problem.code, problem.cure and problem.cure["en"]) == ("K507", "Did you mean 'shop'?")


def test_a_name_is_used_once_whatever_its_area(tmp_path: Path) -> None:
    areas = small.FILES["areas.yaml"] + "  yard:\n    en: The yard\n    ja: 庭\n"
    problem = small.the_problem(tmp_path, {"areas.yaml": areas, "yard/shut.yaml": other()})
    assert (problem.code, problem.message["en"]) == ("K508", "'shut' is also the name of shop/shut")


def test_a_statement_that_is_not_in_the_ledger_cannot_be_cited(tmp_path: Path) -> None:
    problem = small.the_problem(tmp_path, {"shop/shut.yaml": small.RULE.replace("[S1]", "[S1, S9]")})
    assert (problem.code, problem.message["en"]) == ("K510", "SHO-01 cites S9, which is not in the ledger")


def test_a_section_of_which_the_ledger_has_nothing_cannot_be_cited(tmp_path: Path) -> None:
    problem = small.the_problem(tmp_path, {"shop/shut.yaml": small.RULE.replace("section: A", "section: B")})
    assert (problem.code, problem.message["en"]) == (
        "K518", "SHO-01 cites section B, of which the ledger has no statement"
    )  # fmt: skip
    assert problem.cure is not None
    assert "`ours: true`" in problem.cure["en"]
    assert "`ours: true`" in problem.cure["ja"]


def test_a_statement_that_can_be_checked_needs_a_rule(tmp_path: Path) -> None:
    problem = small.the_problem(
        tmp_path,
        {
            "paper/notes.yaml": LEDGER
            + "  S2:\n    section: A\n    en: x\n    ja: x\n    status: encoded\n    rules: []\n"
        },
    )
    assert problem.code == "K511"
    assert small.pointed(problem) == "S2"


def test_a_rule_that_the_ledger_names_must_cite_the_statement(tmp_path: Path) -> None:
    problem = small.the_problem(tmp_path, {"shop/shut.yaml": small.RULE.replace("  statements: [S1]\n", "")})
    assert problem.code == "K512"
    assert problem.message["en"] == "the ledger says that SHO-01 encodes S1, but SHO-01 does not cite it"
    assert problem.place is not None
    assert (problem.place.file.endswith("paper/notes.yaml"), problem.place.line, small.pointed(problem)) == (
        True,
        2,
        "S1",
    )


def test_a_rule_that_cites_a_statement_must_stand_in_the_ledger(tmp_path: Path) -> None:
    text = other().replace("source: {ours: true}", "source: {section: A, statements: [S1]}")
    problem = small.the_problem(tmp_path, {"shop/other.yaml": text})
    assert (problem.code, problem.message["en"]) == (
        "K513",
        "SHO-02 cites S1, but the ledger does not name SHO-02 there",
    )
    assert problem.place is not None
    assert (problem.place.file.endswith("paper/notes.yaml"), problem.place.line) == (True, 2)


@pytest.mark.parametrize("status", ["evidence", "context"])
def test_a_statement_that_is_no_demand_is_not_cited_by_rules(status: str, tmp_path: Path) -> None:
    ledger = LEDGER.replace("status: encoded\n    rules: [SHO-01]", f"status: {status}\n    reason: {{en: r, ja: r}}")
    assert small.the_problem(tmp_path, {"paper/notes.yaml": ledger}).code == "K513"


def test_a_derivation_may_cite_what_a_rule_encodes(tmp_path: Path) -> None:
    size = small.FILES["shop/size.yaml"].replace("  ours: true", "  section: A\n  statements: [S1]")
    assert small.load(tmp_path, {"shop/size.yaml": size}).derivations[0].source.statements == ("S1",)


def test_a_code_in_the_ledger_that_no_rule_has_is_refused_with_the_nearest(tmp_path: Path) -> None:
    found = small.problems(tmp_path, {"paper/notes.yaml": LEDGER.replace("[SHO-01]", "[SHO-01, SHO-11]")})
    assert [(problem.code, problem.cure and problem.cure["en"]) for problem in found] == [
        ("K517", "Did you mean SHO-01?")
    ]


def test_a_parameter_of_our_own_that_nothing_uses_is_refused_at_its_line(tmp_path: Path) -> None:
    more = "  unused:\n    value: 1\n    label: {en: u, ja: u}\n    ours: true\n"
    problem = small.the_problem(tmp_path, {"parameters.yaml": small.FILES["parameters.yaml"] + more})
    assert (problem.code, small.pointed(problem)) == ("K514", "unused")


def test_a_figure_of_the_source_may_stand_unused() -> None:
    kb = load_knowledge_base()
    assert set(kb.parameters) - set(kb.parameters_used)


def test_parameters_are_found_wherever_they_are_used(kb: KnowledgeBase) -> None:
    library = load_knowledge_base(small.LIBRARY, use_cache=False)
    assert set(library.parameters_used) == {"min_copies", "popular_kinds", "loan_days"}


def test_all_problems_of_all_files_come_at_once_names_first_then_in_the_order_of_lines(tmp_path: Path) -> None:
    found = small.problems(
        tmp_path,
        {
            "areas.yaml": small.FILES["areas.yaml"].replace("    ja: 店\n", ""),
            "parameters.yaml": small.FILES["parameters.yaml"].replace("value: 2", "value: two"),
            "shop/a.yaml": small.rule("shop.opn is true", "shop.kind is bakry", code="SHO-03"),
            "shop/b.yaml": other("replaces: [SHO-77]\n").replace("minor", "tiny"),
            "vocabulary/words.yaml": small.WORDS.replace("effort", "effort").replace(
                "    min: 0\n    max: 10", "    min: zero\n    max: 10"
            ),
        },
    )
    places = [(Path(problem.place.file).name, problem.place.line) for problem in found if problem.place is not None]
    assert len(places) == len(found)
    assert [problem.code for problem in found] == ["K111", "K111", "K105", "K203", "K311", "K503", "K108"]
    assert places == sorted(
        places, key=lambda place: (["words", "parameters", "areas", "a", "b"].index(place[0][:-5]), place[1])
    )


def test_a_file_that_is_not_yaml_does_not_drag_others_along(tmp_path: Path) -> None:
    problem = small.the_problem(tmp_path, {"shop/shut.yaml": "code: [\n"})
    assert problem.code == "P141"
