"""The plan of the interview: every fact once, gates that are known, names and statements that exist."""

from __future__ import annotations

from pathlib import Path

import pytest

from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.knowledge import load_knowledge_base
from advise.engine.knowledge.plan import Called, Gate, PagePlan
from advise.engine.knowledge.planning import MOST_PAGES
from advise.engine.problems.problem import LANGUAGES

from ...knowledge_bases import small

HEAD = """\
names:
  kind: {list: jars, with: {full: true}}
  owner: {fact: shop.owner}
pages:
- id: a
  title: {en: a, ja: あ}
  why: {en: a, ja: あ}
  facts:
  - fact: shop.open
"""
FACTS = [
    "shop.open",
    "shop.kind",
    "shop.wares",
    "shop.guests",
    "shop.staff",
    "shop.rent",
    "shop.owner",
    "shop.notes",
    "shelves",
    "shelves[].wide",
    "shelves[].size",
    "shelves[].season",
    "shelves[].jars",
    "jars",
    "complete.jars",
    "jars[].full",
    "seasons.*.busy",
]
"""What the small knowledge base can ask for."""


def plan(*lines: str, left_out: str = "") -> str:
    """Return a plan of one page: `shop.open`, some lines, and every fact that none of them asks for."""
    asked = {line.split("fact: ")[1].split(",")[0].strip("{}' ") for line in lines if "fact: " in line}
    rest = [path for path in FACTS if path not in asked and path != left_out and path != "shop.open"]
    return HEAD + "".join(f"{line}\n" for line in (*lines, *(f"  - fact: {path}" for path in rest)))


def test_the_plan_asks_for_every_fact_and_list_once_on_pages_that_people_can_go_through(
    kb: CompiledKnowledgeBase,
) -> None:
    asked = [one.fact for page in kb.plan.pages for one in page.questions if not one.new]
    lists = {path for path, listed in kb.vocabulary.lists.items() if not path.startswith("$") and not listed.members}
    told_with_the_answer = {f"complete.{fact.path}" for fact in kb.vocabulary.facts.values() if fact.open}
    assert sorted(asked) == sorted((lists | kb.vocabulary.facts.keys()) - told_with_the_answer)
    assert len(kb.plan.pages) <= MOST_PAGES
    for page in kb.plan.pages:
        texts = [page.title, page.why, *(text for one in page.questions for text in (one.label, one.question) if text)]
        assert all(text is not None and text.keys() == set(LANGUAGES) for text in texts)


def test_a_knowledge_base_needs_no_plan(tmp_path: Path) -> None:
    assert small.load(tmp_path).plan == PagePlan()


def test_a_plan_is_kept_as_it_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISE_CACHE", str(tmp_path))
    read = load_knowledge_base(use_cache=False).plan
    assert load_knowledge_base().plan == load_knowledge_base().plan == read


def test_a_plan_is_no_other_version_of_the_rules(tmp_path: Path) -> None:
    planned = small.load(tmp_path / "a", {"pages.yaml": plan()})
    assert planned.plan.pages
    assert planned.version == small.load(tmp_path / "b").version


def test_a_question_waits_for_values_of_a_fact_before_it_or_of_the_same_element(tmp_path: Path) -> None:
    text = plan(
        "  - {fact: shop.rent, show: 'shop.open is true'}",
        "  - {fact: 'shelves[].wide'}",
        "  - {fact: 'shelves[].size', show: 'shelf.wide is false'}",
        "  - {fact: shop.wares, show: 'shop.kind in [bakery, florist]'}",
    )
    (page,) = small.load(tmp_path, {"pages.yaml": text}).plan.pages
    shown = {one.fact: one.show for one in page.questions}
    assert shown["shop.rent"] == Gate("shop.open", (True,))
    assert shown["shelves[].size"] == Gate("shelves[].wide", (False,))
    assert shown["shop.wares"] == Gate("shop.kind", ("bakery", "florist"))


def test_a_question_names_the_facts_that_nearly_say_it(tmp_path: Path) -> None:
    text = plan("  - {fact: shop.rent, beside: [shop.kind, shop.staff]}")
    assert small.load(tmp_path, {"pages.yaml": text}).plan.beside == {"shop.rent": ("shop.kind", "shop.staff")}


def test_questions_call_by_name_a_text_or_the_one_element_that_has_a_value(tmp_path: Path) -> None:
    names = small.load(tmp_path, {"pages.yaml": plan()}).plan.names
    assert names == {"kind": Called("jars[].full", True), "owner": Called("shop.owner")}


@pytest.mark.parametrize(
    ("text", "code", "says", "cure"),
    [
        (plan(left_out="shop.staff"), "K711", "no page asks for 'shop.staff'", "Write `- fact: shop.staff`"),
        (plan("  - fact: shop.open"), "K712", "'shop.open' is asked already in line", "one page only"),
        (plan("  - {fact: shop.kind, as: checks}"), "K713", "only yes-or-no facts of the project", "Take"),
        (plan("  - {fact: shop.rent, show: 'shelves[].wide is true'}"), "K203", "'shelves' is a list", ""),
        (plan("  - {fact: shop.rent, show: 'shop.staff > 3'}"), "K717", "`show` compares a fact with values", "Write one"),
        (plan("  - {fact: shop.rent, show: 'shop.lucky is yes'}"), "K203", "unknown fact 'shop.lucky'", ""),
        (
            HEAD.replace("shop.open", "shop.rent\n    show: shop.kind is bakery"),
            "K718", "'shop.kind' is not known when this is asked", "Ask for it before",
        ),
        (plan("  - {fact: shop.rent, question: {en: '{ownr}?', ja: あ}}"), "K719", "nothing is called {ownr}", "{owner}"),
        (plan("  - {fact: jars, rows: 9}"), "K720", "rows is a number from 1 to 8", ""),
        (plan().replace("  title", "  step: 7\n  title", 1), "K721", "no area has step 7", "Steps:"),
        (plan().replace("  title", "  statements: [X999]\n  title", 1), "K722", "X999 is not in the ledger", "Cite"),
        (plan("  - {element: jars, with: {full: maybe}, question: {en: a, ja: あ}}"), "K715", "an element of jars cannot", ""),
        (plan("  - {fact: shop.rent, question: {en: a}}"), "K105", "the question has no 'ja'", "Add 'ja:'."),
        (
            plan().replace("  facts", "  bundles:\n  - id: b\n    label: {en: b, ja: い}\n    options: []\n  facts", 1),
            "K716", "the choices of the bundle 'b' do not fit its 0 facts", "Give each option",
        ),
        (plan() + plan().partition("pages:\n")[2], "K710", "'a' is also the id of another page", "of its own"),
    ],
)  # fmt: skip
def test_what_does_not_fit_together_is_told_with_its_place_and_a_cure(
    text: str, code: str, says: str, cure: str, tmp_path: Path
) -> None:
    found = small.problems(tmp_path, {"pages.yaml": text})
    problem = next(one for one in found if one.message["en"].startswith(says))
    assert problem.code == code
    assert problem.place is not None
    assert Path(problem.place.file).name == "pages.yaml"
    assert cure in (problem.cure or {"en": ""})["en"]
    assert problem.message["ja"] != problem.message["en"]


def test_more_pages_than_anybody_goes_through_are_told(tmp_path: Path) -> None:
    page = "- id: p{n}\n  title: {{en: a, ja: あ}}\n  why: {{en: a, ja: あ}}\n  facts: []\n"
    text = plan() + "".join(page.format(n=n) for n in range(MOST_PAGES))
    problem = next(one for one in small.problems(tmp_path, {"pages.yaml": text}) if one.code == "K714")
    assert problem.message["en"] == f"there are {MOST_PAGES + 1} pages, at most {MOST_PAGES} are read by anybody"
