"""What-if: facts are assumed for one run, in a few plain forms; the document stays as it is."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from advise.engine.assess import assess
from advise.engine.compiled import CompiledKnowledgeBase, compiled
from advise.engine.knowledge import load_knowledge_base
from advise.engine.problems.problem import Problem, ProblemsError
from advise.engine.project.assumptions import with_assumptions
from advise.engine.project.project import Project, read_project
from advise.engine.reading.document import Document, read_document

from ...knowledge_bases import small

STATED: dict[str, Any] = {
    "shop": {"open": {"value": True, "source": "sign"}, "kind": "bakery"},
    "shelves": [{"id": "a", "wide": True}, {"id": "b.c", "wide": False}, {"id": "d", "size": 3}],
    "seasons": {"summer": {"busy": True}},
}
EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "izuko.json"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> CompiledKnowledgeBase:
    return small.load(tmp_path_factory.mktemp("shop"))


def changed(*way: str | int, value: Any) -> dict[str, Any]:
    """Return the stated project with one value put in, or taken out (...)."""
    document = copy.deepcopy(STATED)
    at: Any = document
    for part in way[:-1]:
        at = at.setdefault(part, {}) if isinstance(at, dict) else at[part]
    if value is ...:
        del at[way[-1]]
    elif isinstance(at, list) and way[-1] == len(at):
        at.append(value)
    else:
        at[way[-1]] = value
    return document


def assumed(project: Project) -> set[str]:
    return {fact if subject is None else f"{fact} of {subject}" for fact, subject in project.assumed}


def wrong(document: Any, kb: CompiledKnowledgeBase, *assumptions: str) -> list[Problem]:
    with pytest.raises(ProblemsError) as error:
        with_assumptions(document, assumptions, kb)
    return list(error.value.problems)


def test_of_one_fact_one_value_is_assumed(shop: CompiledKnowledgeBase) -> None:
    (problem,) = wrong(STATED, shop, "shop.open=true", "shop.staff=2", "shop.open=false")
    assert problem.code == "P220"
    assert problem.message["en"] == "'shop.open=true' and 'shop.open=false' are about the same"


FORMS = [
    ("shop.open=false", changed("shop", "open", value=False), {"shop.open"}),
    ("shop.open = false", changed("shop", "open", value=False), {"shop.open"}),
    ("shop.staff=１２", changed("shop", "staff", value=12), {"shop.staff"}),
    ("shop.staff=12", changed("shop", "staff", value=12), {"shop.staff"}),
    ("shop.kind=florist", changed("shop", "kind", value="florist"), {"shop.kind"}),
    ('shop.kind="florist"', changed("shop", "kind", value="florist"), {"shop.kind"}),
    ("shop.owner=Mori Ken", changed("shop", "owner", value="Mori Ken"), {"shop.owner"}),
    ("shop.owner=a=b", changed("shop", "owner", value="a=b"), {"shop.owner"}),
    ("shop.wares=[bread, cake]", changed("shop", "wares", value=["bread", "cake"]), {"shop.wares"}),
    ('shop.wares=["bread"]', changed("shop", "wares", value=["bread"]), {"shop.wares"}),
    ("shop.wares=[]", changed("shop", "wares", value=[]), {"shop.wares"}),
    ("shop.kind=", changed("shop", "kind", value=...), set()),
    ("shop.kind=null", changed("shop", "kind", value=...), set()),
    ("complete.jars=true", changed("complete", "jars", value=True), {"complete.jars"}),
    ("seasons.summer.busy=false", changed("seasons", "summer", "busy", value=False), {"seasons.*.busy of seasons/summer"}),
    ("seasons/winter.busy=true", changed("seasons", "winter", "busy", value=True), {"seasons.*.busy of seasons/winter"}),
    ("shelves/a.wide=false", changed("shelves", 0, "wide", value=False), {"shelves[].wide of shelves/a"}),
    ("shelves/a.size=2", changed("shelves", 0, "size", value=2), {"shelves[].size of shelves/a"}),
    ("shelves/a.jars=[x]", changed("shelves", 0, "jars", value=["x"]), {"shelves[].jars of shelves/a"}),
    ("shelves/a.name=Top", changed("shelves", 0, "name", value="Top"), set()),
    ("shelves/new.wide=true", changed("shelves", 3, value={"id": "new", "wide": True}),
     {"shelves", "shelves[].wide of shelves/new", "shelves[].id of shelves/new"}),
    ("shelves/a=", changed("shelves", 0, value=...), {"shelves"}),
    ("shelves/b.c=", changed("shelves", 1, value=...), {"shelves"}),
    ("shelves/b.c.wide=true", changed("shelves", 1, "wide", value=True), {"shelves[].wide of shelves/b.c"}),
    ("shelves/1.2.wide=true", changed("shelves", 3, value={"id": "1.2", "wide": True}),
     {"shelves", "shelves[].wide of shelves/1.2", "shelves[].id of shelves/1.2"}),
    ("shelves/x=y.wide=true", changed("shelves", 3, value={"id": "x=y", "wide": True}),
     {"shelves", "shelves[].wide of shelves/x=y", "shelves[].id of shelves/x=y"}),
    ("shelves=[]", changed("shelves", value=[]), {"shelves"}),
    ("shelves=", changed("shelves", value=...), set()),
    ("jars/j.full=true", changed("jars", value=[{"id": "j", "full": True}]),
     {"jars", "jars[].full of jars/j", "jars[].id of jars/j"}),
]  # fmt: skip


@pytest.mark.parametrize(("written", "document", "marked"), FORMS)
def test_an_assumption_is_as_if_the_document_said_so(
    written: str, document: dict[str, Any], marked: set[str], shop: CompiledKnowledgeBase
) -> None:
    before = json.dumps(STATED)
    project = with_assumptions(STATED, [written], shop)
    expected = read_project(document, shop)
    assert (project.memory, project.names) == (expected.memory, expected.names)
    assert assumed(project) == marked
    assert json.dumps(STATED) == before


def test_a_name_that_can_be_read_in_two_ways_is_about_what_is_there(shop: CompiledKnowledgeBase) -> None:
    (shelf,) = with_assumptions({"shelves": [{"id": "a"}]}, ["shelves/a.name=b.size=2"], shop).names.items()
    assert shelf == ("shelves/a", "b.size=2")
    project = with_assumptions({"shelves": [{"id": "a.name=b"}]}, ["shelves/a.name=b.size=2"], shop)
    assert project.memory.elements["shelves"] == [{"id": "a.name=b", "size": 2.0}]


def test_later_assumptions_rest_on_earlier_ones(shop: CompiledKnowledgeBase) -> None:
    project = with_assumptions(STATED, ["shelves/x.wide=true", "shelves/x.size=4", "shop.open="], shop)
    assert project.memory.elements["shelves"][-1] == {"id": "x", "wide": True, "size": 4.0}
    assert "shop.open" not in project.memory.project


def test_no_assumption_changes_nothing(shop: CompiledKnowledgeBase) -> None:
    project = with_assumptions(STATED, [], shop)
    assert (project.memory, project.assumed) == (read_project(STATED, shop).memory, frozenset())


@pytest.mark.parametrize(
    ("written", "cure"),
    [
        ("shop.opn=true", "Did you mean 'shop.open'?"),
        ("shop.opn", "Did you mean 'shop.open'?"),
        ("shop.open", "Write 'shop.open=' with the value behind it"),
        ("shelves[].wide=true", "Write 'shelves/ID.wide=', with its id for ID: a, b.c, d."),
        ("shelves[0].wide=true", "Write 'shelves/ID.wide=', with its id for ID: a, b.c, d."),
        ("shelves[0]=", "Write 'shelves/ID=', with its id for ID: a, b.c, d."),
        ("jars[].full=true", "Write 'jars/ID.full=', with its id for ID."),
        ("seasons.*.busy=true", "Write 'seasons/ID.busy=', with its id for ID: summer, winter."),
        ("shelves+=x", "'shelves/ID.name=' with an id and a name adds one, 'shelves/ID=' leaves one out."),
        ("shelves -= a", "'shelves/ID.name=' with an id and a name adds one, 'shelves/ID=' leaves one out."),
        ("shop.wares+=bread", "Write the whole value: 'shop.wares=' with all of it behind it."),
        ("shelves/A=", "Did you mean 'shelves/a'?"),
        ("shelves/zebra=", "There are: a, b.c, d."),
        ("shelves/zebra.wide=", "There are: a, b.c, d."),
        ("jars/zebra=", "The list 'jars' has no elements."),
        ("zebra=1", "Write fact=value, such as shop.open=true; `advise schema`"),
        ("=1", "Write fact=value"),
        ("", "Write fact=value"),
        ("shop.size=big", "'shop.size' follows from other facts"),
        ("shelves/a=true", "Write 'shelves/a=' to leave it out"),
        ("shelves/a.id=x", ""),
        ("shelves/a.wde=true", "Did you mean 'shelves/a.wide'?"),
        ("shelves.a.wide=true", "Did you mean 'shelves/a.wide'?"),
        ("shelves/b.c.seson=summer", "Did you mean 'shelves/b.c.season'?"),
        ("seasons/sumer.busy=true", "Did you mean 'seasons/summer.busy'?"),
        ("shelves/.wide=true", ""),
        ("seasons.spring.busy=true", ""),
        ("seasons.summer.name=x", ""),
        ("seasons.summer=", ""),
        ("$sweet.cake=true", ""),
        ("$sweet=[a]", ""),
        ("seasons={}", ""),
    ],
)
def test_what_sets_no_fact_is_refused(written: str, cure: str, shop: CompiledKnowledgeBase) -> None:
    (problem,) = wrong(STATED, shop, written)
    assert problem.code == "P220"
    assert problem.place is not None
    assert (problem.place.file, problem.place.text) == ("--set", written)
    assert problem.cure is not None
    assert cure in problem.cure["en"]


def test_a_derived_fact_of_an_element_cannot_be_assumed(kb: CompiledKnowledgeBase) -> None:
    (problem,) = wrong({"organisations": [{"id": "city"}]}, kb, "organisations/city.champion=present")
    assert problem.message["en"] == "'organisations/city.champion=present' does not set a fact"
    assert problem.cure is not None
    assert problem.cure["en"] == "'organisations/city.champion' follows from other facts; assume those."


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("zebra.size=1", "unknown fact 'zebra.size'"),
        ("shop.open", "'shop.open' has no value"),
        ("shelves[].wide=true", "'shelves[].wide=true' does not say of which one"),
        ("shop.size=big", "'shop.size=big' does not set a fact"),
    ],
)
def test_what_is_wrong_with_an_assumption_is_said(written: str, message: str, shop: CompiledKnowledgeBase) -> None:
    assert [problem.message["en"] for problem in wrong(STATED, shop, written)] == [message]


def test_what_an_earlier_assumption_adds_or_takes_away_counts(shop: CompiledKnowledgeBase) -> None:
    assert (
        with_assumptions(STATED, ["shelves/x.wide=true", "shelves/x="], shop).memory
        == read_project(STATED, shop).memory
    )
    assert [problem.message["en"] for problem in wrong(STATED, shop, "shelves/a=", "shelves/a=")] == [
        "there is no 'shelves/a'"
    ]


def test_every_wrong_assumption_is_told(shop: CompiledKnowledgeBase) -> None:
    assert [problem.code for problem in wrong(STATED, shop, "a=1", "shop.open=true", "b=2")] == ["P220", "P220"]


def test_a_value_that_does_not_fit_is_refused_like_one_in_a_document(shop: CompiledKnowledgeBase) -> None:
    (problem,) = wrong(STATED, shop, "shop.kind=bakry")
    assert problem.code == "P206"
    assert problem.cure is not None
    assert "bakery" in problem.cure["en"]


@pytest.mark.parametrize(
    "broken", ['{"shelves": 5}', '{"shelves": [5]}', '{"shop": 5}', '{"shelves": {"value": 5}}', '{"shop": {"opn": 1}}']
)
def test_what_is_wrong_with_the_document_itself_is_told_with_its_lines(
    broken: str, shop: CompiledKnowledgeBase
) -> None:
    found = wrong(read_document(broken.encode()), shop, "shelves/a.wide=true", "shop.staff=3")
    assert found
    assert all(problem.place is not None for problem in found)


def document_of(data: dict[str, Any]) -> Document:
    return read_document(json.dumps(data, indent=1).encode())


def lines_of_evidence(
    document: Document, kb: CompiledKnowledgeBase, *assumptions: str
) -> dict[str, tuple[str | None, int | None]]:
    found = assess(with_assumptions(document, assumptions, kb), kb, interpreter="evaluate")
    return {f"{one.fact} of {one.subject}": (one.file, one.line) for one in found.facts.values()}


def test_assumed_facts_say_that_they_were_assumed_and_the_others_keep_their_lines(shop: CompiledKnowledgeBase) -> None:
    document = document_of(STATED)
    before, after = (
        lines_of_evidence(document, shop),
        lines_of_evidence(document, shop, "shop.kind=florist", "shop.staff=3"),
    )
    assert (after.pop("shop.kind of None"), after.pop("shop.staff of None")) == (("--set", None), ("--set", None))
    assert after == {key: value for key, value in before.items() if key != "shop.kind of None"}


def test_elements_behind_one_that_is_left_out_keep_their_lines(shop: CompiledKnowledgeBase) -> None:
    document = document_of(STATED)
    before, after = lines_of_evidence(document, shop), lines_of_evidence(document, shop, "shelves/a=")
    for key in ("shelves[].wide of shelves/b.c", "shelves[].size of shelves/d"):
        assert after[key] == before[key]
    assert after["shelves of None"] == ("--set", None)
    members = assess(with_assumptions(document, ["shelves/a="], shop), shop, interpreter="evaluate").elements["shelves"]
    assert [(member.id, member.pointer) for member in members] == [("b.c", "/shelves/1"), ("d", "/shelves/2")]


def test_a_list_with_its_source_keeps_its_places(shop: CompiledKnowledgeBase) -> None:
    document = document_of(
        {"shelves": {"value": [{"id": "a", "wide": True}, {"id": "b", "wide": True}], "source": "a walk"}}
    )
    before, after = (
        lines_of_evidence(document, shop),
        lines_of_evidence(document, shop, "shelves/a=", "shelves/c.wide=true"),
    )
    assert after["shelves[].wide of shelves/b"] == before["shelves[].wide of shelves/b"]
    assert after["shelves[].wide of shelves/c"] == ("--set", None)


def test_a_new_element_in_a_list_that_the_document_does_not_have_can_be_evidence(tmp_path: Path) -> None:
    kb = small.load(
        tmp_path, {"shop/other.yaml": small.rule("shop.open is true", "jar.full is unknown", more="for: jar\n")}
    )
    document = document_of({"shop": {"open": True}})
    (finding,) = assess(with_assumptions(document, ["jars/j.name=Big"], kb), kb, interpreter="evaluate").findings
    assert [(one.fact, one.line) for one in finding.evidence] == [("shop.open", 3), ("jars[].id", None)]
    assert finding.evidence[1].file == "--set"


def test_elements_of_a_list_with_a_dotted_name_can_be_assumed(kb: CompiledKnowledgeBase) -> None:
    project = with_assumptions({}, ["portfolio.seeds/s1.running=true", "complete.portfolio.seeds=true"], kb)
    assert project.memory.elements["portfolio.seeds"] == [{"id": "s1", "running": True}]
    assert "portfolio.seeds" in project.memory.closed


def test_an_assumption_changes_the_verdict_of_a_real_case_and_nothing_on_disk(kb: CompiledKnowledgeBase) -> None:
    before = EXAMPLE.read_bytes()
    project = with_assumptions(read_document(EXAMPLE), ["commitment.declared=false"], kb)
    assert assess(project, kb, interpreter="evaluate").verdict == "hold"
    assert EXAMPLE.read_bytes() == before


def test_facts_of_the_library_can_be_assumed() -> None:
    kb = compiled(load_knowledge_base(small.LIBRARY))
    project = with_assumptions(
        {}, ["rooms.children.toys=true", "rooms.children.heated=true", "books/emma.kind=novel"], kb
    )
    assert project.memory.project == {"rooms.children.toys": True}
    assert project.memory.elements["rooms"][1] == {"id": "children", "heated": True}


@pytest.mark.parametrize("written", ["shelves/a.wid=", "shelves/a.wid=true", "shelves/b.c.wid=", "shelves/1.2="])
def test_a_fact_that_is_misspelt_is_no_id(written: str, shop: CompiledKnowledgeBase) -> None:
    (problem,) = wrong(STATED, shop, written)
    assert problem.message["en"].startswith("unknown fact")
