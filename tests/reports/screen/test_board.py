"""The page that sums many projects up: its numbers add up, its filters find, everybody can read it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from advise.engine.assess.model import Coverage
from advise.engine.assess.run import Brief, BriefFinding
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.project.address import Address
from advise.reports.screen.board import MOST, Board
from advise.reports.screen.entry import Entry
from advise.reports.screen.judging import JudgedBlock
from advise.reports.screen.results import RowMaker
from advise.reports.screen.since import Earlier
from advise.reports.screen.tally import STANDINGS, Tally
from advise.reports.screen.words import ScreenNames

from ...command_line import Runner
from ..memo.test_browser import look, needs_axe
from ..pages import Element, read_page
from .calls import read


def stands(standing: str, *codes: str, missing: tuple[str, ...] = (), place: str = "Kumoi") -> Brief:
    """Return a project that stands so, stopped by these findings or waiting for these facts."""
    verdict: Any = "proceed" if standing == "open" else standing
    worst: Any = "hold" if standing in ("open", "insufficient_information") else verdict
    return Brief(
        name="Snow <b>clearing</b>",
        phase="preparation",
        place=place,
        verdict=verdict,
        verdict_range=(worst, "proceed"),
        coverage=Coverage(100, 80),
        findings=tuple(BriefFinding(code, None, "finding", "blocker") for code in codes),
        cannot_tell=0,
        missing=(),
        pressing=tuple((Address(fact), "needed") for fact in missing),
        labels={},
    )


PROJECTS = [
    stands("hold", "COM-02"),
    stands("hold", "COM-02", place="Takase"),
    stands("hold", "COM-02", "FIT-06"),
    stands("insufficient_information", missing=("commitment.by",)),
    stands("insufficient_information", missing=("commitment.by", "project.phase")),
    stands("revise"),
    stands("open"),
    stands("proceed"),
]


def board(
    kb: CompiledKnowledgeBase, folder: Path, language: str = "en", earlier: Earlier | None = None, times: int = 1
) -> tuple[str, Tally]:
    """Return the page about the projects."""
    tally = Tally()
    words = ScreenNames(kb, language, "2026-11-22")
    page = Board(folder / "board.html", words, earlier, lambda name: f"memos/{name}.memo.html")
    for number, brief in enumerate(PROJECTS * times):
        judged, tables = RowMaker(kb, language, words.day).of(Entry(f"R{number}", "call.csv", number + 2), brief)
        tally.add(judged)
        page.take(JudgedBlock(1, [judged], [].__getitem__, tables))
    for place in page.close(tally, []):
        place.put()
    return (folder / "board.html").read_text(encoding="utf-8"), tally


def rows(page: Element) -> list[Element]:
    """Return the rows of the list."""
    return [one for one in page.walk() if "r" in one.attributes.get("class", "").split()]


def test_the_tallies_add_up_to_all_projects(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    text, tally = board(kb, tmp_path)
    page = read_page(text)
    told = [int(one.all("b")[0].text) for one in page.all("ul", class_="tally")[0].children]
    assert told == [tally.standings[one] for one in STANDINGS] == [3, 2, 1, 1, 1]
    assert sum(told) == tally.projects == len(rows(page))


def test_the_sentence_names_what_would_reach_most_projects(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    lever = read_page(board(kb, tmp_path)[0]).all("p", class_="lever")[0].text
    assert lever.startswith(
        "Of the 3 projects on hold, 2 are held by one thing only. For 2 of them it is the same one: "
    )
    assert kb.rule("COM-02").title["en"] in lever


def test_projects_held_by_one_of_two_findings_whichever_it_is_are_counted_and_found(
    advise: Runner, elsewhere: None
) -> None:
    Path("call.csv").write_text(
        "id,project.name,project.phase,commitment.by\na,A,preparation,staff\nb,B,preparation,staff\n", encoding="utf-8"
    )
    assert advise("screen", "call.csv", "-o", "r.html", "-o", "r.csv", "--lang", "en").code == 0
    page = read_page(Path("r.html").read_text(encoding="utf-8"))
    told = (
        "one of these: The company has not yet declared its commitment to the city; "
        "or: The declaration was made by someone below the top"
    )
    lever = "Of the 2 projects on hold, 2 are held by one thing only. For 2 of them it is the same one: "
    assert page.all("p", class_="lever")[0].text.startswith(f"{lever}“{told}”")
    (choice,) = [one for one in page.all("option") if one.attributes.get("value") == "k0"]
    assert choice.text.startswith("COM-01/COM-02 one of these: ")
    assert choice.text.endswith("(2)")
    assert all({"k0", "o"} <= set(row.attributes["class"].split()) and told in row.text for row in rows(page))
    cells = read(Path("r.csv"))
    assert [[one[name] for name in ("either", "obstacles", "first")] for one in cells] == [
        ["COM-01/COM-02", "1", ""]
    ] * 2


def test_what_holds_back_and_what_is_missing_are_counted_with_how_often_alone(
    kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    _, tally = board(kb, tmp_path)
    assert [(one.name, one.projects, one.alone) for one in tally.held_back()] == [("COM-02", 3, 2), ("FIT-06", 1, 0)]
    assert [(one.name, one.projects, one.alone) for one in tally.unknown()] == [
        ("commitment.by", 2, 1),
        ("project.phase", 1, 0),
    ]


def test_every_choice_of_a_filter_leaves_the_rows_that_it_counts(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    text, _ = board(kb, tmp_path)
    page = read_page(text)
    marks = Counter(mark for row in rows(page) for mark in row.attributes["class"].split())
    hidden = dict(re.findall(r"body:has\(#(\w+) \[value=(\w+)\]:checked\) \.r:not\(\.\2\)", text))
    choices = [one for one in page.all("option") if one.attributes.get("value")]
    assert {one.attributes["value"] for one in choices} >= {"v0", "k0", "o", "c0", "c1", "p2"}
    for choice in choices:
        mark = choice.attributes["value"]
        assert choice.text.endswith(f"({marks[mark]})")
        assert f"[value={mark}]:checked) .r:not(.{mark})" in text
    assert set(hidden) == {one.attributes["id"] for one in page.all("select")}


def test_projects_that_wait_for_no_answer_by_name_are_told(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    words = ScreenNames(kb, "en", "2026-11-22")
    page = Board(tmp_path / "b.html", words, None, None)
    tally = Tally()
    tally.add(RowMaker(kb, "en", words.day).of(Entry("R1", "call.csv"), stands("insufficient_information"))[0])
    text = page.page(tally)
    assert "In 1 project without a verdict no single answer is missing" in text
    assert "No project waits for an answer" not in text
    assert "No project waits for an answer" in page.page(Tally())
    page.drop()


def test_nothing_is_ranked(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    links = [one.all("a")[0].attributes["href"] for one in rows(read_page(board(kb, tmp_path)[0]))]
    assert links == [f"memos/R{number}.memo.html" for number in range(len(PROJECTS))]


def test_the_page_needs_nothing_else_and_runs_nothing(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    text, _ = board(kb, tmp_path)
    assert not re.search(r"<script|\son\w+=|url\(|https?:|@import", text)
    assert "Snow <b>" not in text


def test_what_changed_since_an_earlier_run_is_counted(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    earlier = Earlier("2026-07-31", {"R0": "hold", "R3": "hold", "R5": "proceed", "R99": "hold"})
    text = read_page(board(kb, tmp_path, earlier=earlier)[0]).text
    assert "2 verdicts changed. Better: 1, worse: 1. New: 5, no longer there: 1." in text
    assert "Since the last run (31 July 2026)" in text
    moves = read_page(board(kb, tmp_path, earlier=earlier)[0]).all("ul", class_="moves")[0]
    assert sorted(one.text for one in moves.children) == [
        "Hold → No verdict yet 1",
        "Proceed (all checked) → Revise, then proceed 1",
    ]


def test_of_more_projects_than_a_page_holds_the_others_are_named(
    kb: CompiledKnowledgeBase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert MOST == 10_000
    monkeypatch.setattr("advise.reports.screen.board.MOST", 10)
    text, tally = board(kb, tmp_path, times=2)
    assert len(rows(read_page(text))) == 10
    assert "The first 10 of 16 are listed" in text
    assert tally.projects == 16


def test_an_empty_page_says_so(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    page = Board(tmp_path / "b.html", ScreenNames(kb, "ja", "2026-11-22"), None, None)
    text = page.page(Tally(unreadable=3))
    page.drop()
    assert "読めなかったもの 3件" in text
    assert "<select" not in text
    assert list(tmp_path.iterdir()) == []


@needs_axe
@pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [("ja", 1000, "light"), ("en", 320, "dark"), ("ja", 320, "light"), ("en", 1200, "dark")],
)
def test_everyone_can_read_the_page(
    language: str, width: int, scheme: str, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    earlier = Earlier("2026-07-31", {"R0": "hold", "R3": "hold", "R5": "proceed", "R99": "hold"})
    report = look(board(kb, tmp_path, language, earlier)[0], width, scheme, tmp_path)
    assert report["passes"] > 20
    assert report["violations"] == []
    assert report["needed"] <= report["width"]
