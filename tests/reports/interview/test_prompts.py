"""A page as prompts: what one line can answer is asked together, and never more than that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from advise.engine.interview.page import Cell
from advise.reports.interview.prompts import Prompt, prompts_of, rest_of

from ...engine.interview.walking import on


def asked(cell: Cell) -> bool:
    return cell.is_asked


def prompts(page: str, data: dict[str, Any]) -> Iterator[Prompt]:
    return prompts_of(on({"project": {"phase": "preparation"}, **data}).page(page), asked)


FIRMS = {
    "organisations": [
        {"id": "a", "kind": "own_company", "involved": True, "champion_identified": True},
        {"id": "b", "involved": True, "champion_identified": True},
    ]
}


def test_the_yes_or_no_questions_of_a_page_are_one_list_at_the_place_of_the_first() -> None:
    found = [(one.form, one.ids) for one in prompts("needed", {"commitment": {"declared": True}})]
    assert found[0] == ("one", ("commitment.by",))
    assert found[1][0] == "which"
    assert "project.co_created" in found[1][1]
    assert [ids for _, ids in found].count(("project.origin",)) == 1


def test_a_column_of_a_grid_is_asked_of_all_its_elements() -> None:
    first = next(prompts("inside", FIRMS))
    assert (first.form, first.ids) == (
        "which", ("organisations/a.superiors_persuaded", "organisations/b.superiors_persuaded"),
    )  # fmt: skip
    assert [name["en"] for name in first.names] == ["a", "b"]


def test_a_bundle_is_one_choice_for_an_element_until_it_is_taken_apart() -> None:
    page = on({"project": {"phase": "preparation"}, **FIRMS}).page("inside")
    (bundled,) = [one for one in prompts_of(page, asked) if one.bundle is not None]
    assert [len(row) for row in bundled.rows] == [3, 3]
    apart = list(prompts_of(page, asked, {("accept", "organisations/a")}))
    (left,) = [one for one in apart if one.bundle is not None]
    assert [row[0].address.subject for row in left.rows] == ["organisations/b"]
    assert ("organisations/a.accepts_failure",) in [one.ids for one in apart]


def test_what_is_left_of_a_list_keeps_its_numbers() -> None:
    first = next(prompts("inside", FIRMS))
    rest = rest_of(first, lambda cell: cell.address.subject == "organisations/b")
    assert rest is not None
    assert (rest.numbers, rest.is_rest, rest.ids) == ((2,), True, ("organisations/b.superiors_persuaded",))
    assert rest_of(first, lambda _: False) is None


def test_every_question_that_is_asked_stands_in_one_prompt() -> None:
    for page in on({"project": {"phase": "preparation"}, **FIRMS}).pages:
        put = [name for one in prompts_of(page, asked) for name in one.ids]
        assert sorted(put) == sorted(cell.id for cell in page.cells if asked(cell))


def test_one_line_is_about_a_part_of_a_long_list_only() -> None:
    many = {"organisations": [{"id": f"o{number}", "involved": True} for number in range(45)]}
    found = list(prompts("partners", many))
    assert [len(one.rows) for one in found if one.cell.address.attribute == "kind"] == [20, 20, 5]
    page = on({"project": {"phase": "preparation"}, **many}).page("partners")
    sets = prompts_of(page, lambda cell: cell.address.attribute == "capitals")
    assert [len(one.rows) for one in sets] == [6] * 7 + [3]
