"""From a document to what is known: absent is unknown, empty is knowledge, and everything wrong is told at once."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advise.engine.knowledge import KnowledgeBase, load_knowledge_base
from advise.engine.problems.problem import Problem, ProblemsError
from advise.engine.project.address import Address
from advise.engine.project.outline import LARGEST_LIST, Outline, outline
from advise.engine.project.project import Project, Stated, read_project
from advise.engine.reading.document import read_document
from advise.engine.reading.limits import MOST_PROBLEMS

from ...knowledge_bases import small


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return small.load(tmp_path_factory.mktemp("shop"))


def wrong(document: Any, kb: KnowledgeBase) -> list[Problem]:
    with pytest.raises(ProblemsError) as error:
        read_project(document, kb)
    return list(error.value.problems)


def in_file(text: str, kb: KnowledgeBase) -> list[Problem]:
    return wrong(text.encode(), kb)


def test_what_is_stated_is_known(shop: KnowledgeBase) -> None:
    document = {
        "shop": {
            "open": True,
            "kind": "bakery",
            "wares": ["bread"],
            "staff": 3,
            "rent": 0.5,
            "owner": "Mori",
            "notes": ["a", "a"],
        },
        "seasons": {"summer": {"busy": True}},
    }
    memory = read_project(document, shop).memory
    assert memory.project == {
        "shop.open": True, "shop.kind": "bakery", "shop.wares": frozenset({"bread"}), "shop.staff": 3.0, "shop.rent": 0.5,
        "shop.owner": "Mori", "shop.notes": ("a", "a"),
    }  # fmt: skip
    assert memory.elements == {
        "seasons": [{"id": "summer", "busy": True}, {"id": "winter"}],
        "$sweet": [{"id": "cake"}],
    }


@pytest.mark.parametrize(
    "document",
    [{}, {"shop": None}, {"shop": {}}, {"shop": {"open": None}}, {"shop": {"open": {"value": None, "source": "x"}}},
     {"shop": {"owner": "  "}}, {"shelves": None}, {"seasons": {"summer": None}}, {"complete": None}, {"complete": {"jars": None}}],
)  # fmt: skip
def test_absent_and_null_are_unknown_everywhere(document: dict[str, Any], shop: KnowledgeBase) -> None:
    project = read_project(document, shop)
    assert (project.memory.project, set(project.memory.elements)) == ({}, {"seasons", "$sweet"})
    assert project.stated == {}


def test_an_empty_list_is_knowledge(shop: KnowledgeBase) -> None:
    memory = read_project({"shop": {"wares": [], "notes": []}, "shelves": [], "jars": []}, shop).memory
    assert memory.project == {"shop.wares": frozenset(), "shop.notes": ()}
    assert (memory.elements["shelves"], memory.elements["jars"]) == ([], [])


@pytest.mark.parametrize(
    ("document", "closed"),
    [({}, set()), ({"shelves": []}, {"shelves"}), ({"jars": []}, set()), ({"jars": [], "complete": {"jars": True}}, {"jars"}),
     ({"jars": [], "complete": {"jars": False}}, set()), ({"complete": {"jars": True}}, set())],
)  # fmt: skip
def test_a_list_is_complete_when_it_is_stated_or_when_the_project_says_so(
    document: dict[str, Any], closed: set[str], shop: KnowledgeBase
) -> None:
    assert read_project(document, shop).memory.closed == closed | {"seasons", "$sweet"}


def test_a_list_of_blanks_states_nothing_and_a_blank_entry_is_left_out(shop: KnowledgeBase) -> None:
    project = read_project({"shop": {"notes": ["", "\u3000"]}}, shop)
    assert (project.memory.project, project.stated) == ({}, {})
    project = read_project({"shop": {"notes": ["", "a"]}}, shop)
    assert project.memory.project == {"shop.notes": ("a",)}
    assert project.stated[Address("shop.notes")].value == ["a"]


def test_elements_keep_their_order_names_and_facts(shop: KnowledgeBase) -> None:
    document = {"shelves": [{"id": "b", "name": " Top ", "wide": True}, {"id": "a", "name": "", "jars": ["x"]}]}
    project = read_project(document, shop)
    assert project.memory.elements["shelves"] == [{"id": "b", "wide": True}, {"id": "a", "jars": frozenset({"x"})}]
    assert project.names == {"shelves/b": "Top"}
    assert project.elements == {"shelves/b": "/shelves/0", "shelves/a": "/shelves/1"}


def test_every_stated_fact_is_kept_with_its_pointer_and_source(shop: KnowledgeBase) -> None:
    document = {
        "shop": {"open": {"value": False, "source": "sign", "as_of": "2026", "by": "Ito"}},
        "shelves": [{"id": "a", "wide": True}],
    }
    stated = read_project(document, shop).stated
    assert stated[Address("shop.open")] == Stated("shop.open", None, False, "/shop/open/value", "sign", "2026", "Ito")
    assert stated[Address("shelves[].wide", "shelves/a")] == Stated(
        "shelves[].wide", "shelves/a", True, "/shelves/0/wide"
    )
    assert stated[Address("shelves")].value == ["a"]


def test_a_fact_of_one_member_of_a_family_belongs_to_the_project() -> None:
    kb = load_knowledge_base(small.LIBRARY)
    project = read_project({"rooms": {"children": {"toys": True, "seats": 3}}}, kb)
    assert project.memory.project == {"rooms.children.toys": True}
    assert project.stated[Address("rooms.children.toys")].pointer == "/rooms/children/toys"
    assert ("rooms.*.seats", "rooms/children") in project.stated


def test_ids_may_hold_any_characters(shop: KnowledgeBase) -> None:
    project = read_project({"shelves": [{"id": "a/b.c~d 市", "wide": True}]}, shop)
    assert project.stated[Address("shelves[].wide", "shelves/a/b.c~d 市")].pointer == "/shelves/0/wide"


def test_the_language_of_the_memo_can_be_stated(shop: KnowledgeBase) -> None:
    assert read_project({"lang": "ja", "$schema": "x.json"}, shop).language == "ja"
    (problem,) = wrong({"lang": "fr"}, shop)
    assert problem.code == "P206"


WRONG: list[tuple[str, str, str, str]] = [
    # the document, the code, what is pointed to, part of the cure
    ('{"shop": {"opn": true}}', "P201", '"opn"', 'Did you mean "open"?'),
    ('{"shp": {"open": true}}', "P201", '"shp"', 'Did you mean "shop"?'),
    ('{"open": true}', "P201", '"open"', 'Did you mean "shop.open"?'),
    ('{"zebra": 1}', "P201", '"zebra"', "Known here: "),
    ('{"seasons": {"spring": {}}}', "P201", '"spring"', "Known here: summer, winter."),
    ('{"shelves": [{"id": "a", "wid": true}]}', "P201", '"wid"', 'Did you mean "wide"?'),
    ('{"shelves": [{"id": "a", "nmae": "x"}]}', "P201", '"nmae"', ""),
    ('{"complete": {"shelves": true}}', "P201", '"shelves"', "Known here: jars, shop.guests, shop."),
    ('{"shop": {"size": "big"}}', "P208", '"size"', "State the facts that it rests on"),
    ('{"shop": true}', "P202", "true", "Write it as {"),
    ('{"shop": [1]}', "P202", "[1]", "Write it as {"),
    ('{"shelves": {"a": 1}}', "P203", '{"a": 1}', '"id"'),
    ('{"shelves": ["a"]}', "P202", '"a"', ""),
    ('{"shelves": [null]}', "P202", "null", ""),
    ('{"shelves": [{"wide": true}]}', "P204", '{"wide": true}', 'Add "id"'),
    ('{"shelves": [{"id": ""}]}', "P204", '""', 'Add "id"'),
    ('{"shelves": [{"id": 5}]}', "P204", "5", 'Add "id"'),
    ('{"shelves": [{"id": "a"}, {"id": "a"}]}', "P205", '"a"', "another id"),
    (
        '{"shop": {"kind": "bakry"}}',
        "P206",
        '"bakry"',
        'Did you mean "bakery"? Allowed: bakery (bakery), florist (florist).',
    ),
    ('{"shop": {"wares": ["bread", "cak"]}}', "P206", '"cak"', 'Did you mean "cake"?'),
    ('{"shop": {"owner": 5}}', "P207", "5", "Write"),
    ('{"shelves": [{"id": "a", "name": 5}]}', "P207", "5", "Write"),
    ('{"shop": {"open": {"value": true, "sorce": "x"}}}', "P209", '"sorce"', "Use value, source, as_of, by."),
    ('{"shop": {"open": {"value": true, "source": 5}}}', "P207", "5", "Write"),
    ('{"shop": {"open": {"value": true, "as_of": "2026-99-01"}}}', "P233", '"2026-99-01"', "2026-12-31"),
    (
        '{"shelves": [{"id": "a", "size": {"value": 2, "as_of": "2026年2月30日"}}]}',
        "P233",
        '"2026年2月30日"',
        "2026-12-31",
    ),
    ('{"shelves": {"value": [], "as_of": "2026/13/1"}}', "P233", '"2026/13/1"', "2026-12-31"),
    ('{"shelves": {"value": [], "sorce": "x"}}', "P209", '"sorce"', "Use value, source, as_of, by."),
    ('{"shop": {"open": "yes"}}', "P211", '"yes"', "without quotes"),
    ('{"shop": {"open": {"value": "yes"}}}', "P211", '"yes"', "without quotes"),
    ('{"shop": {"open": {"valu": true}}}', "P211", '{"valu": true}', ""),
    ('{"shop": {"staff": "3"}}', "P212", '"3"', "without quotes"),
    ('{"shop": {"staff": 3.5}}', "P213", "3.5", "whole number"),
    ('{"shelves": [{"id": "a", "size": 11}]}', "P214", "11", "from 0 to 10"),
    ('{"schema_version": 1, "verdict": "hold"}', "P217", '"schema_version"', "advise diff"),
    ('{"$schema": "x", "properties": {}}', "P218", '"properties"', "beside it"),
    ('{"$schema": "x", "properties": {"a": 1}, "shop": 5}', "P218", '"properties"', "beside it"),
    ('{"shop": {"wares": "bread"}}', "P216", '"bread"', '["..."]'),
]


@pytest.mark.parametrize(("text", "code", "words", "cure"), WRONG)
def test_a_mistake_is_told_with_its_place_and_a_cure(
    text: str, code: str, words: str, cure: str, shop: KnowledgeBase
) -> None:
    (problem,) = in_file(text, shop)
    assert problem.code == code
    assert small.pointed(problem) == words
    assert problem.cure is not None
    assert cure in problem.cure["en"]
    assert problem.message["ja"] != problem.message["en"]


@pytest.mark.parametrize("text", [text for text, *_ in WRONG])
def test_a_mistake_in_a_python_object_is_told_with_its_pointer(text: str, shop: KnowledgeBase) -> None:
    (problem,) = wrong(json.loads(text), shop)
    assert problem.place is None
    assert "(/" in problem.message["en"]
    assert "(/" in problem.message["ja"]


def test_two_elements_with_one_id_are_told_with_the_place_of_the_first(shop: KnowledgeBase) -> None:
    (problem,) = in_file('{"shelves": [{"id": "a"},\n {"id": "a"}]}', shop)
    assert problem.message["en"].endswith(":1:21)")


def test_everything_that_is_wrong_is_told_at_once(shop: KnowledgeBase) -> None:
    text = json.dumps(
        {"shop": {"opn": 1, "staff": "3", "kind": "x"}, "shelves": [{"wide": 1}, {"id": "a", "wide": "no"}], "zebra": 1}
    )
    assert [problem.code for problem in in_file(text, shop)] == ["P201", "P212", "P206", "P204", "P211", "P211", "P201"]


def test_a_list_that_is_too_long_is_refused(shop: KnowledgeBase) -> None:
    (problem,) = wrong({"shelves": [{"id": str(number)} for number in range(LARGEST_LIST + 1)]}, shop)
    assert problem.code == "P210"
    assert (
        len(
            read_project({"shelves": [{"id": str(number)} for number in range(LARGEST_LIST)]}, shop).memory.elements[
                "shelves"
            ]
        )
        == 1000
    )


@pytest.mark.parametrize(
    "document",
    [{5: 1}, {"shop": {None: 1}}, {"shop": {"kind": {1, 2}}}, {"shop": {"kind": object()}}, {"shop": {"staff": 10**5000}},
     {"shop": {"open": {(1, 2): 3}}}, {"shelves": ({"id": "a"},)}, {"shop": {"rent": float("nan")}}],
)  # fmt: skip
def test_python_objects_that_no_document_has_are_refused_like_any_other(
    document: dict[Any, Any], shop: KnowledgeBase
) -> None:
    assert wrong(document, shop)


def deep(levels: int) -> Any:
    value: Any = 1
    for _ in range(levels):
        value = [value]
    return value


def test_deeply_nested_python_objects_are_refused(shop: KnowledgeBase) -> None:
    (problem,) = wrong({"shop": {"kind": deep(100_000)}}, shop)
    assert problem.code == "P206"


KEYS = st.sampled_from(["shop", "open", "kind", "staff", "wares", "shelves", "jars", "seasons", "summer", "busy", "id", "name", "value",
                        "source", "complete", "lang", "a/b", "~", ""])  # fmt: skip
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(["bakery", "bread", "a", ""]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=300)
@given(document=st.dictionaries(KEYS, ANYTHING, max_size=4))
def test_any_document_is_read_or_refused_with_places(document: dict[str, Any], shop: KnowledgeBase) -> None:
    text = json.dumps(document).encode()
    project, found = read_or_refused(text, shop)
    assert all(problem.place is not None for problem in found)
    if project is not None:
        assert all(project.place(stated.pointer) is not None for stated in project.stated.values())
        again = read_project(json.loads(text), shop)
        assert (again.memory, again.stated) == (project.memory, project.stated)


def read_or_refused(text: bytes, kb: KnowledgeBase) -> tuple[Project | None, tuple[Problem, ...]]:
    try:
        return read_project(text, kb), ()
    except ProblemsError as error:
        return None, error.problems


def test_yaml_and_json_say_the_same(tmp_path: Path, shop: KnowledgeBase) -> None:
    document = {"shop": {"open": True, "kind": "bakery", "rent": 0.5}, "shelves": [{"id": "no", "wide": False}]}
    path = tmp_path / "project.yaml"
    path.write_text(
        "shop:\n  open: true\n  kind: bakery\n  rent: 0.5\nshelves:\n  - id: no\n    wide: false\n", encoding="utf-8"
    )
    read, plain = read_project(path, shop), read_project(document, shop)
    assert (read.memory, read.stated) == (plain.memory, plain.stated)
    place = read.place("/shelves/0/wide")
    assert place is not None
    assert (place.line, place.column) == (7, 11)


def test_a_document_that_was_read_is_taken_as_it_is(shop: KnowledgeBase) -> None:
    document = read_document(b'{"shop": {"open": true}}')
    project = read_project(document, shop)
    assert project.document is document
    assert project.place("/nowhere") is None
    assert Project(project.memory).place("/shop") is None


@pytest.mark.parametrize("path", ["portfolio.seeds", "top.dialogue_with"])
def test_what_is_complete_may_be_said_with_a_dot_or_with_a_brace(path: str) -> None:
    kb = load_knowledge_base()
    head, tail = path.split(".")
    stated = {"portfolio": {"seeds": [{"id": "s"}]}, "top": {"dialogue_with": ["citizens"]}}
    dotted = read_project({**stated, "complete": {path: True}}, kb)
    nested = read_project({**stated, "complete": {head: {tail: True}}}, kb)
    assert dotted.memory == nested.memory != read_project(stated, kb).memory


def test_what_is_complete_is_said_once() -> None:
    (problem,) = in_file(
        '{"complete": {"portfolio.seeds": true, "portfolio": {"seeds": false}}}', load_knowledge_base()
    )
    assert (problem.code, problem.place and problem.place.column) == ("P221", 63)


def test_what_may_have_been_meant_is_looked_for_only_where_it_is_shown(shop: KnowledgeBase) -> None:
    started = time.process_time()
    found = wrong({f"opn{number}": 1 for number in range(100_000)} | {"shopp": {}}, shop)
    assert time.process_time() - started < 5  # measured: 0.1 s
    assert len(found) == MOST_PROBLEMS
    assert {problem.code for problem in found} == {"P201"}
    asked = [
        problem for problem in wrong({"shopp": {}, **{f"x{number}": 1 for number in range(30)}}, shop) if problem.cure
    ]
    assert asked[0].cure == {"en": 'Did you mean "shop"?', "ja": '"shop" のことですか。'}
    assert "`advise schema` lists all facts." in (asked[-1].cure or {})["en"]


def at(root: Outline, *way: str) -> Outline:
    for part in way:
        root = root.children[part]
    return root


def test_facts_stand_where_their_paths_say(tmp_path: Path) -> None:
    root = outline(small.load(tmp_path).vocabulary)
    assert set(root.children) == {"shop", "complete", "shelves", "jars", "seasons"}
    open_ = at(root, "shop", "open").fact
    assert open_ is not None
    assert open_.path == "shop.open"


def test_completeness_of_lists_and_open_sets_has_one_key_or_a_brace_for_each_dot(tmp_path: Path) -> None:
    complete = at(outline(small.load(tmp_path).vocabulary), "complete")
    assert set(complete.children) == {"jars", "shop.guests", "shop"}
    assert complete.children["shop.guests"].fact is at(complete, "shop", "guests").fact is not None


def test_a_list_has_the_facts_of_its_elements_and_a_family_its_members(tmp_path: Path) -> None:
    root = outline(small.load(tmp_path).vocabulary)
    shelves = at(root, "shelves")
    assert shelves.listed is not None
    assert shelves.element is not None
    assert set(shelves.element.children) == {"wide", "size", "season", "jars"}
    summer = at(root, "seasons", "summer")
    assert (summer.subject, set(summer.children)) == ("seasons/summer", {"busy"})


def test_a_fact_of_one_member_stands_with_that_member_only() -> None:
    root = outline(load_knowledge_base(small.LIBRARY).vocabulary)
    assert set(at(root, "rooms", "children").children) == {"heated", "seats", "toys"}
    assert set(at(root, "rooms", "quiet").children) == {"heated", "seats"}


def test_what_is_derived_or_a_parameter_has_no_place_in_a_document() -> None:
    root = outline(load_knowledge_base(small.LIBRARY).vocabulary)
    assert "offer" not in at(root, "library").children
    assert not any(key.startswith("$") for key in root.children)


def test_every_fact_of_the_shipped_vocabulary_has_its_place(kb: KnowledgeBase) -> None:
    def facts(node: Outline) -> set[str]:
        inner = [*node.children.values(), *([node.element] if node.element is not None else [])]
        return {node.fact.path} if node.fact is not None else set().union(*map(facts, inner), set())

    assert facts(outline(kb.vocabulary)) == set(kb.vocabulary.facts)
