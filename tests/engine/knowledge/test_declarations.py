"""Vocabulary, parameters, areas, owners and ledger are read with everything that is wrong in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from advise.engine.knowledge.declarations import split_path
from advise.engine.problems.problem import Problem

from ...knowledge_bases import small

PARAMETERS = small.FILES["parameters.yaml"]


def wrong_words(folder: Path, old: str, new: str) -> Problem:
    assert small.WORDS.count(old) == 1, old
    return small.the_problem(folder, {"vocabulary/words.yaml": small.WORDS.replace(old, new)})


def test_every_declaration_is_read(tmp_path: Path) -> None:
    kb = small.load(tmp_path)
    rent = kb.vocabulary.facts["shop.rent"]
    assert (rent.type, rent.minimum, rent.maximum, rent.source) == ("number", 0.0, None, None)
    assert (rent.label, rent.effort) == ({"en": "rent", "ja": "家賃"}, "decide")
    size = kb.vocabulary.facts["shelves[].size"]
    assert (size.source, size.attribute, size.minimum, size.maximum) == ("shelves", "size", 0.0, 10.0)
    assert kb.vocabulary.facts["shelves[].jars"].target == "jars"
    assert (kb.vocabulary.facts["seasons.*.busy"].source, kb.vocabulary.facts["seasons.*.busy"].attribute) == (
        "seasons",
        "busy",
    )
    assert kb.vocabulary.lists["jars"].complete == "declared"
    assert list(kb.vocabulary.lists["seasons"].members) == ["summer", "winter"]
    assert list(kb.vocabulary.concepts["shop.size"].values) == ["small", "big"]
    assert {name: parameter.value for name, parameter in kb.parameters.items()} == {
        "least": 2.0, "sweet": ("cake",), "span": (1.0, 3.0),
    }  # fmt: skip
    assert (kb.parameters["least"].ours, kb.parameters["sweet"].source, kb.parameters["span"].band) == (True, "A", True)
    assert kb.owners == {"owner": {"en": "Owner", "ja": "主人"}}
    assert (kb.areas["shop"].title["en"], kb.areas["shop"].step) == ("The shop", 1)
    assert (kb.statements["S1"].status, kb.statements["S1"].rules) == ("encoded", ("SHO-01",))


def test_the_values_of_a_set_parameter_can_be_run_over_and_have_the_labels_of_the_fact(tmp_path: Path) -> None:
    sweet = small.load(tmp_path).vocabulary.lists["$sweet"]
    assert (sweet.complete, sweet.members) == ("fixed", {"cake": {"en": "cake", "ja": "菓子"}})


def test_a_fact_of_one_member_of_a_family_is_a_fact_of_the_project(tmp_path: Path) -> None:
    words = small.WORDS.replace("  seasons.*.busy:", "  seasons.summer.busy:")
    assert small.load(tmp_path, {"vocabulary/words.yaml": words}).vocabulary.facts["seasons.summer.busy"].source is None


@pytest.mark.parametrize(
    ("path", "source", "attribute"),
    [("shelves[].size", "shelves", "size"), ("seasons.*.busy", "seasons", "busy"), ("$sweet.held", "$sweet", "held"),
     ("shop.open", None, "shop.open"), ("seasons.summer.busy", None, "seasons.summer.busy"), ("shelvesx.a", None, "shelvesx.a")],
)  # fmt: skip
def test_a_path_is_split_into_its_list_and_the_rest(
    path: str, source: str | None, attribute: str, tmp_path: Path
) -> None:
    lists = small.load(tmp_path).vocabulary.lists
    assert split_path(path, lists) == (source, attribute)
    if source is not None:
        assert lists[source].path_of(attribute) == path


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        ("type: bool\n    label: {en: open,", "type: boolean\n    label: {en: open,", "K108", "type cannot be 'boolean'"),
        ("    label: {en: rent, ja: 家賃}\n", "", "K105", "the fact 'shop.rent' has no 'label'"),
        ("    label: {en: rent, ja: 家賃}\n", "    label: {en: rent}\n", "K105", "the label of 'shop.rent' has no 'ja'"),
        ("{en: rent, ja: 家賃}", "{en: rent, ja: ''}", "K109", "the label of 'shop.rent' is empty in ja"),
        ("{en: rent, ja: 家賃}", "{en: rent, then leave, ja: 家賃}", "K104", "unknown key 'then leave'"),
        ("{en: rent, ja: 家賃}", "rent", "K103", "the label of 'shop.rent' must be a mapping"),
        ("{en: rent, ja: 家賃}", "{en: 5, ja: 家賃}", "K107", "must be a text"),
        ("    to: jars\n", "", "K201", "'shelves[].jars' points to no declared list"),
        ("    to: jars\n", "    to: jaws\n", "K201", "points to no declared list"),
        ("  shop.rent:", "  shop..rent:", "K202", "'shop..rent' is not a fact path"),
        ("type: text\n", "type: enum\n", "K206", "only enum and set have values"),
        ("    type: int\n", "    type: int\n    values:\n      a: {en: a, ja: a}\n", "K206", "only enum and set have values"),
        ("  complete.jars:\n    type: bool", "  complete.jars:\n    type: text", "K207", "nothing can say that 'jars' is complete"),
        ("  shop.rent:", "  shops[].rent:", "K208", "'shops[].rent' belongs to 'shops', which is not declared"),
        ("  shop.rent:", "  houses.*.rent:", "K208", "belongs to 'houses', which is not declared"),
        ("    min: 0\n    label: {en: rent", "    min: low\n    label: {en: rent", "K111", "min must be a number"),
        ("    min: 0\n    label: {en: rent", "    effort: much\n    label: {en: rent", "K108", "effort cannot be 'much'"),
        ("    complete: stated\n", "    complete: always\n", "K108", "complete cannot be 'always'"),
        ("  shop.rent:", "  shop.open.rent:", "K210", "'shop.open.rent' would stand inside the fact 'shop.open'"),
        ("facts:\n", "fcts:\n  a: 1\nfacts:\n", "K104", "unknown key 'fcts'"),
        ("  shop.rent:", "  lang:", "K211", "'lang' is a name that a project document keeps for itself"),
        ("  shop.rent:", "  responses.late:", "K211", "'responses.late' is a name that"),
        ("  shop.rent:", "  shelves[].id:", "K211", "'shelves[].id' is a name that"),
        ("  shop.rent:", "  asked:", "K211", "'asked' is a name that"),
    ],
)  # fmt: skip
def test_a_wrong_declaration_is_refused_at_its_place(
    old: str, new: str, code: str, message: str, tmp_path: Path
) -> None:
    problem = wrong_words(tmp_path, old, new)
    assert (problem.code, message in problem.message["en"]) == (code, True), problem.message
    assert problem.place is not None
    assert problem.place.file.endswith("vocabulary/words.yaml")
    assert small.pointed(problem) in "\n".join([small.WORDS, new])


def test_the_place_of_a_declaration_is_the_line_that_names_it(tmp_path: Path) -> None:
    problem = wrong_words(tmp_path, "    label: {en: rent, ja: 家賃}\n", "")
    assert small.pointed(problem) == "shop.rent"


def test_a_fact_declared_in_two_files_is_refused_with_both(tmp_path: Path) -> None:
    again = "facts:\n  shop.open:\n    type: bool\n    label: {en: a, ja: a}\n    question: {en: a, ja: a}\n"
    problem = small.the_problem(tmp_path, {"vocabulary/again.yaml": again})
    assert problem.code == "K102"
    assert problem.message["en"].startswith("'shop.open' is already declared in ")
    assert ":2" in problem.message["en"]
    assert problem.place is not None
    assert problem.place.file.endswith("vocabulary/words.yaml")


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        ("    ours: true\n", "", "K204", "neither its source nor `ours: true`"),
        ("value: [1, 3]", "value: [3, 1]", "K209", "the band 'span' needs two numbers"),
        ("value: [1, 3]", "value: 5", "K209", "the band 'span' needs two numbers"),
        ("    shape: band\n", "", "K107", "the value of 'span' must be a text"),
        ("value: 2\n", "value: two\n", "K111", "the value of 'least' must be a number"),
        ("value: 2\n", "value: true\n", "K111", "the value of 'least' must be a number"),
        ("value: [cake]", "value: [cake, 5]", "K107", "the value of 'sweet' must be a text"),
        ("    shape: band\n", "    shape: circle\n", "K108", "shape cannot be 'circle'"),
        ("parameters:\n", "params:\n", "K104", "unknown key 'params'"),
    ],
)
def test_a_wrong_parameter_is_refused(old: str, new: str, code: str, message: str, tmp_path: Path) -> None:
    found = small.problems(tmp_path, {"parameters.yaml": PARAMETERS.replace(old, new)})
    assert (code, True) in [(problem.code, message in problem.message["en"]) for problem in found]


def test_a_statement_says_its_rules_or_its_reason(tmp_path: Path) -> None:
    ledger = small.FILES["paper/notes.yaml"]
    context = "    status: context\n"
    assert small.the_problem(
        tmp_path / "a", {"paper/notes.yaml": ledger + "  S2:\n    section: A\n    en: x\n    ja: x\n" + context}
    ).code == "K205"  # fmt: skip
    more = "  S2:\n    section: A\n    en: x\n    ja: x\n    reason: {en: r, ja: r}\n" + context
    assert small.load(tmp_path / "b", {"paper/notes.yaml": ledger + more}).statements["S2"].status == "context"


def test_a_statement_in_two_ledger_files_is_refused(tmp_path: Path) -> None:
    ledger = small.FILES["paper/notes.yaml"]
    problem = small.the_problem(tmp_path, {"paper/other.yaml": ledger})
    assert problem.code == "K102"
    assert "'S1' is already stated in" in problem.message["en"]


@pytest.mark.parametrize(
    ("written", "cure"),
    [
        ("{en: , ja: 家賃}", "Nothing stands there: write it behind the colon."),
        ("{en: [rent], ja: 家賃}", "Put one text there in place of the list."),
        ("{en: {a: rent}, ja: 家賃}", "Put one text there in place of the keys below it."),
    ],
)
def test_what_stands_in_the_place_of_a_text_has_a_cure_of_its_own(tmp_path: Path, written: str, cure: str) -> None:
    name, content = next((one, text) for one, text in small.FILES.items() if "{en: rent, ja: 家賃}" in text)
    problem = small.the_problem(tmp_path, {name: content.replace("{en: rent, ja: 家賃}", written)})
    assert (problem.code, problem.cure and problem.cure["en"]) == ("K107", cure)


def test_a_section_number_that_yaml_reads_as_a_number_must_be_quoted(tmp_path: Path) -> None:
    problem = small.the_problem(
        tmp_path, {"paper/notes.yaml": small.FILES["paper/notes.yaml"].replace("section: A", "section: 1.2")}
    )
    assert (problem.code, problem.cure and problem.cure["en"]) == ("K107", "Put it in quotes.")
