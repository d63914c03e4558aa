"""Conditions become trees; every mistake in one is told with its place and a cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from advise.engine.language.tree import All, Any, Comparison, Condition, Fact, Not, Parameter, Quantifier
from advise.engine.problems.problem import Problem

from ...knowledge_bases import small

OPEN = Comparison(Fact("shop.open", attribute="shop.open"), "is", True)
STAFF = Fact("shop.staff", attribute="shop.staff")
JAR = Fact("jars[].id", "jar", attribute="id")


def understood(folder: Path, *when: str, more: str = "") -> tuple[Condition, ...]:
    kb = small.load(folder, {"shop/other.yaml": small.rule(*when, more=more)})
    return kb.rule("SHO-02").when.children


def wrong(folder: Path, *when: str, more: str = "") -> Problem:
    return small.the_problem(folder, {"shop/other.yaml": small.rule(*when, more=more)})


@pytest.mark.parametrize(
    ("text", "operator", "right"),
    [
        ("shop.open is true", "is", True),
        ("shop.open is not false", "is not", False),
        ("shop.open in [true]", "in", (True,)),
        ("shop.open may be true", "may be", True),
        ("shop.kind not in [bakery, florist]", "not in", ("bakery", "florist")),
        ("shop.kind cannot be bakery", "cannot be", "bakery"),
        ("shop.kind is unknown", "is unknown", None),
        ("shop.kind is not unknown", "is known", None),
        ("shop.kind is not known", "is unknown", None),
        ("shop.wares has bread", "has", "bread"),
        ("shop.wares lacks bread", "lacks", "bread"),
        ("shop.wares within [bread]", "within", ("bread",)),
        ("shop.wares not within [bread]", "not within", ("bread",)),
        ("shop.wares within $sweet", "within", Parameter("sweet")),
        ("shop.wares is empty", "is empty", None),
        ("shop.wares is not empty", "is not empty", None),
        ("shop.wares is complete", "is complete", None),
        ("shop.wares is not complete", "is incomplete", None),
        ("shop.staff < 5", "<", 5.0),
        ("shop.staff >= $least", ">=", Parameter("least")),
        ("shop.rent <= $span.low", "<=", Parameter("span", "low")),
        ("shop.rent > $span.high", ">", Parameter("span", "high")),
        ("shop.rent in [1, 2.5]", "in", (1.0, 2.5)),
        ("shop.owner is Mori", "is", "Mori"),
        ("shop.owner is 'Mori Ken'", "is", "Mori Ken"),
        ("shop.owner is 'known'", "is", "known"),
        ("shop.notes is empty", "is empty", None),
        ("shop.size is big", "is", "big"),
        ("shop.size in [small, big]", "in", ("small", "big")),
        ("shop.staff > shop.rent", ">", Fact("shop.rent", attribute="shop.rent")),
        ("seasons.summer.busy is true", "is", True),
    ],
)
def test_a_comparison_means_what_it_says(text: str, operator: str, right: object, tmp_path: Path) -> None:
    (found,) = understood(tmp_path, text)
    assert isinstance(found, Comparison)
    assert (found.operator, found.right) == (operator, right)


def test_a_named_member_of_a_family_is_a_fact_of_its_own(tmp_path: Path) -> None:
    (found,) = understood(tmp_path, "seasons.winter.busy is false")
    assert found == Comparison(Fact("seasons.*.busy", None, "winter", "busy"), "is", False)


def test_groups_nest(tmp_path: Path) -> None:
    text = (
        "any:\n  - shop.open is true\n  - all:\n      - shop.open is true\n      - not:\n          - shop.open is true"
    )
    (found,) = understood(tmp_path, text)
    assert found == Any((OPEN, All((OPEN, Not(OPEN)))))


def test_a_not_around_several_conditions_denies_that_all_of_them_hold(tmp_path: Path) -> None:
    (found,) = understood(tmp_path, "not:\n  - shop.open is true\n  - shop.open is true")
    assert found == Not(All((OPEN, OPEN)))


def test_a_join_reads_an_element_that_is_bound_further_out(tmp_path: Path) -> None:
    (found,) = understood(tmp_path, "some: shelf\nwhere:\n  - none: jar\n    where:\n      - shelf.jars has jar.id")
    held = Comparison(Fact("shelves[].jars", "shelf", attribute="jars"), "has", JAR)
    inner = Quantifier("none", "jars", "jar", All((held,)))
    assert found == Quantifier("some", "shelves", "shelf", All((inner,)))


def test_a_bound_element_itself_is_its_id(tmp_path: Path) -> None:
    (found,) = understood(tmp_path, "some: shelf\nwhere:\n  - some: season\n    where:\n      - shelf.season is season")
    assert isinstance(found, Quantifier)
    (inner,) = found.where.children
    assert isinstance(inner, Quantifier)
    (leaf,) = inner.where.children
    assert isinstance(leaf, Comparison)
    assert leaf.right == Fact("seasons.*.id", "season", attribute="id")


def test_an_element_can_be_given_another_name(tmp_path: Path) -> None:
    (found,) = understood(
        tmp_path, "some: shelf as other\nwhere:\n  - other.wide is true\n  - other is not shelf", more="for: shelf\n"
    )
    assert isinstance(found, Quantifier)
    assert found.variable == "other"
    assert found.where.children[1] == Comparison(
        Fact("shelves[].id", "other", attribute="id"), "is not", Fact("shelves[].id", "shelf", attribute="id")
    )


@pytest.mark.parametrize(
    ("text", "measure", "operator", "bound"),
    [
        ('count: shelf\nis: ">= 2"', None, ">=", 2.0),
        ('share: season\nwhere:\n  - season.busy is true\nis: "< 0.5"', None, "<", 0.5),
        ('sum: shelf.size\nis: "> $least"', "size", ">", Parameter("least")),
        ('min: shelf.size\nis: "<= $span.low"', "size", "<=", Parameter("span", "low")),
        ('max: shelf.size\nis: "is 3"', "size", "is", 3.0),
    ],
)
def test_an_aggregate_has_a_test(text: str, measure: str | None, operator: str, bound: object, tmp_path: Path) -> None:
    (found,) = understood(tmp_path, text)
    assert isinstance(found, Quantifier)
    assert (found.measure and found.measure.attribute, found.operator, found.bound) == (measure, operator, bound)


def test_every_has_a_body_besides_its_where(tmp_path: Path) -> None:
    (found,) = understood(tmp_path, "every: jar\nwhere:\n  - jar.full is known\nis:\n  - jar.full is true")
    full = Fact("jars[].full", "jar", attribute="full")
    assert found == Quantifier(
        "every", "jars", "jar", All((Comparison(full, "is known", None),)), All((Comparison(full, "is", True),))
    )


def test_the_order_of_where_and_quantifier_does_not_matter(tmp_path: Path) -> None:
    (found,) = understood(tmp_path, "where:\n  - jar.full is true\nsome: jar")
    assert isinstance(found, Quantifier)
    assert len(found.where.children) == 1


def test_the_word_unknown_is_a_value_where_the_fact_has_such_a_value(tmp_path: Path) -> None:
    words = small.WORDS.replace(
        "      florist: {en: florist, ja: 花屋}\n", "      unknown: {en: not known, ja: 不明}\n"
    )
    kb = small.load(
        tmp_path,
        {"vocabulary/words.yaml": words, "shop/other.yaml": small.rule("shop.kind is unknown", "shop.open is unknown")},
    )
    assert [leaf.operator for leaf in kb.rule("SHO-02").when.children if isinstance(leaf, Comparison)] == [
        "is",
        "is unknown",
    ]


WRONG = [
    # code, conditions, what is pointed to, part of the message, part of the cure
    ("K203", "shop.opn is true", "shop.opn", "unknown fact 'shop.opn'", "Did you mean 'shop.open'?"),
    ("K203", "shop.zebra is true", "shop.zebra", "unknown fact", "Facts are declared in the folder vocabulary."),
    ("K203", "seasons.summer.bsy is true", "seasons.summer.bsy", "unknown fact", "'seasons.summer.busy'"),
    ("K203", "some: shelf\nwhere:\n  - shelf.wid is true", "shelf.wid", "unknown fact", "'shelf.wide'"),
    ("K203", "some: shelf\nwhere:\n  - shelf.season is shelf.sesn", "shelf.sesn", "unknown fact", "'shelf.season'"),
    ("K203", "shelves.wide is true", "shelves.wide", "'shelves' is a list, not one of its elements", "Write `shelf.wide` below `some: shelf`"),
    ("K203", "shelves[].wide is true", "shelves[].wide", "'shelves' is a list", "or give the rule `for: shelf`."),
    ("K314", "shelf.wide is true", "shelf.wide", "'shelf' is not bound here", "`some: shelf`"),
    ("K203", "shop.staff >= shop.stff", "shop.stff", "unknown fact 'shop.stff'", "Did you mean 'shop.staff'?"),
    ("K314", "shop.staff >= shelf.size", "shelf.size", "'shelf' is not bound here", "`some: shelf`"),
    ("K311", "shop.kind is bakery.", "bakery.", "not a value of 'shop.kind'", "Did you mean 'bakery'?"),
    ("K302", "sme: shelf", "sme", "'sme' is not a kind of condition", "Did you mean 'some'?"),
    ("K302", "frobnicate: shelf", "frobnicate", "not a kind of condition", "Use any, all, not"),
    ("K302", "[a, b]", None, "a condition is one comparison", None),
    ("K302", "5", None, "a condition is one comparison", None),
    ("K303", "some: shlf", "shlf", "'shlf' is not what 'some' can run over", "Did you mean 'shelf'?"),
    ("K303", "some: zebra", "zebra", "is not what 'some' can run over", "Use one of shelf, jar, season."),
    ("K303", "some: shelf.size", "shelf.size", "is not what 'some' can run over", "Use one of"),
    ("K303", 'sum: shelf\nis: ">= 1"', "shelf", "is not what 'sum' can run over", "`sum: shelf.price`"),
    ("K304", "some: shelf\nwhere:\n  - some: shelf\n    where:\n      - shelf.wide is true", "shelf", "already bound",
     "other_shelf"),
    ("K305", 'sum: shelf.wide\nis: ">= 1"', None, "'wide' is not a number", None),
    ("K306", 'count: shelf\nis: "at least 2"', "at least 2", "reads like", "Write >, >=, <, <= or is, and a number behind it"),
    ("K306", 'count: shelf\nis: "= 2"', "= 2", "reads like", 'as in `is: "is 2"`'),
    ("K306", "count: shelf\nis: 2", "2", "reads like", 'as in `is: "is 2"`'),
    ("K306", 'count: shelf\nis: ">= shop.staff"', ">= shop.staff", "not with 'shop.staff'", None),
    ("K310", 'count: shelf\nis: ">= $leest"', "$leest", "unknown parameter", "Did you mean '$least'?"),
    ("K313", 'count: shelf\nis: ">= $sweet"', "$sweet", "its value is [cake]", "A number is needed."),
    ("K307", "shop.open", "shop.open", "is not a comparison", "`fact operator value`"),
    ("K307", "shop.open is true and shop.staff > 3", None, "is not a comparison", "`any` and `all`"),
    ("K308", "shop.open > 3", None, "'>' does not fit 'shop.open', which is of type bool", "Use one of: is, is not"),
    ("K308", "shop.staff is empty", None, "'is empty' does not fit 'shop.staff'", ">="),
    ("K308", "shop.notes has x", None, "'has' does not fit 'shop.notes'", "is empty"),
    ("K308", "shop.wares is bread", None, "'is' does not fit 'shop.wares', which is of type set", "has"),
    ("K308", "shop.kind is dangling", None, "'is dangling' does not fit", None),
    ("K309", "shop.kind in bakery", "bakery", "'in' needs a list in brackets", "[a, b]"),
    ("K309", "shop.kind in []", "[]", "'in' needs a list in brackets", "at least one value"),
    ("K309", "shop.kind is [bakery]", "[bakery]", "'is' cannot have a list in brackets", "`in`"),
    ("K310", "shop.staff >= $leest", "$leest", "unknown parameter '$leest'", "Did you mean '$least'?"),
    ("K310", "shop.staff >= $zebra", "$zebra", "unknown parameter '$zebra'", "parameters.yaml"),
    ("K310", "shop.rent >= $span", "$span", "'$span' is not a part of the parameter", "'$span.low' or '$span.high'"),
    ("K310", "shop.rent >= $least.low", "$least.low", "is not a part of the parameter", "Write '$least'."),
    ("K311", "shop.kind is bakry", "bakry", "'bakry' is not a value of 'shop.kind'", "Did you mean 'bakery'?"),
    ("K311", "shop.kind in [bakery, zebra]", "zebra", "'zebra' is not a value", "Allowed: bakery, florist."),
    ("K311", "shop.open is yes", "yes", "'yes' is not a value of 'shop.open'", "Allowed: true, false."),
    ("K311", "shop.open is True", "True", "'True' is not a value", "Did you mean 'true'?"),
    ("K311", "shop.open is 'true'", "true", "'true' is not a value", "Allowed: true, false."),
    ("K311", "shop.kind is true", "true", "'true' is not a value", "Allowed: bakery, florist."),
    ("K311", "shop.staff > many", "many", "'many' is not a value", "of type int is needed"),
    ("K311", "shop.owner is 5", "5", "'5' is not a value of 'shop.owner'", "of type text is needed"),
    ("K311", "shop.size is huge", "huge", "'huge' is not a value of 'shop.size'", "Allowed: small, big."),
    ("K311", "shop.kind is $sweet", "$sweet", "'$sweet' is not a value of 'shop.kind'", "Allowed: bakery, florist."),
    ("K311", "shop.wares has florist", "florist", "'florist' is not a value", "Allowed: bread, cake."),
    ("K311", "some: season\nwhere:\n  - season is spring", "spring", "'spring' is not a value", "Allowed: summer, winter."),
    ("K315", "shop.staff in [1, shop.rent]", "shop.rent", "'in' needs a value", None),
    ("K312", "any: []", "[", "'any' lists no condition", "at least one"),
    ("K312", "some: shelf\nwhere: []", "[", "'where' lists no condition", "leave the key out"),
    ("K301", "any: shop.open is true", "shop.open is true", "'any' must be a list of conditions", None),
    ("K301", "not:", None, "'not' must be a list of conditions", None),
    ("K313", "shop.staff >= $sweet", "$sweet", "does not fit here: its value is [cake]", "A number is needed."),
    ("K313", "shop.kind in $sweet", "$sweet", "does not fit here", "A list of values is needed: bakery, florist."),
    ("K313", "shop.wares within $least", "$least", "does not fit here: its value is 2", "A list of values is needed"),
    ("K315", "shop.kind is shop.staff", "shop.staff", "one is of type enum, the other of type int", None),
    ("K315", "shop.staff > shop.owner", "shop.owner", "one is of type int, the other of type text", None),
    ("K315", "shop.kind is shop.size", "shop.size", "a derived fact is compared with values only", None),
    ("K315", "shop.size is shop.kind", "shop.kind", "a derived fact is compared with values only", None),
    ("K315", "shop.kind may be shop.owner", "shop.owner", "'may be' needs a value", None),
    ("K104", "any:\n  - shop.open is true\nwhere:\n  - shop.open is true", "where", "unknown key 'where' in any", None),
    ("K104", "some: shelf\nis:\n  - shelf.wide is true", "is", "unknown key 'is' in some", None),
    ("K105", "every: shelf", None, "every has no 'is'", "Add 'is:'."),
    ("K105", "count: shelf", None, "count has no 'is'", "Add 'is:'."),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "words", "message", "cure"), WRONG)
def test_a_mistake_is_told_with_its_place_and_a_cure(
    code: str, text: str, words: str | None, message: str, cure: str | None, tmp_path: Path
) -> None:
    problem = wrong(tmp_path, text)
    assert problem.code == code
    assert message in problem.message["en"]
    assert problem.place is not None
    assert problem.place.file.endswith("shop/other.yaml")
    if words is not None:
        assert small.pointed(problem) == words
    if cure is not None:
        assert problem.cure is not None
        assert cure in problem.cure["en"]


@pytest.mark.parametrize("text", ["shelf.lableled is true", "shop.open is shelf.lableled"])
def test_a_misspelt_fact_of_the_project_that_is_named_as_elements_are_is_told_as_such(
    text: str, tmp_path: Path
) -> None:
    more = 'facts:\n  shelf.labelled:\n    type: bool\n    label: {en: labelled, ja: 札}\n    question: {en: "Labelled?", ja: 札は}\n'
    problem = small.the_problem(tmp_path, {"vocabulary/more.yaml": more, "shop/other.yaml": small.rule(text)})
    assert (problem.code, problem.message["en"]) == ("K203", "unknown fact 'shelf.lableled'")
    assert problem.cure is not None
    assert "Did you mean 'shelf.labelled'?" in problem.cure["en"]


@pytest.mark.parametrize("text", [text for _, text, *_ in WRONG])
def test_every_mistake_is_told_in_japanese_too(text: str, tmp_path: Path) -> None:
    problem = wrong(tmp_path, text)
    for texts in (problem.message, problem.cure or {}):
        assert texts == {} or (set(texts) == {"en", "ja"} and texts["ja"] != texts["en"])


def test_no_message_speaks_of_a_folder_that_a_users_own_rules_need_not_have(tmp_path: Path) -> None:
    for _, text, *_ in WRONG:
        problem = wrong(tmp_path, text)
        assert "rules/" not in problem.message["en"] + (problem.cure or {"en": ""})["en"]


def test_all_mistakes_of_a_rule_are_told_at_once(tmp_path: Path) -> None:
    found = small.problems(
        tmp_path,
        {
            "shop/other.yaml": small.rule(
                "shop.opn is true", "any:\n  - shop.kind is bakry\n  - shop.staff > many", "shop.open"
            )
        },
    )
    assert [problem.code for problem in found] == ["K203", "K311", "K311", "K307"]
    assert [problem.place and problem.place.line for problem in found] == [8, 10, 11, 12]


def test_a_fact_of_an_element_is_compared_with_a_fact_of_the_project(tmp_path: Path) -> None:
    (found,) = understood(tmp_path, "some: shelf\nwhere:\n  - shelf.size > shop.staff")
    assert isinstance(found, Quantifier)
    (leaf,) = found.where.children
    assert isinstance(leaf, Comparison)
    assert leaf.right == STAFF
