"""The comparison of cities: the same content in all forms and languages, a sound page, and colours that can be read."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from advise.engine.compare.sides import CandidateComparison
from advise.engine.compiled import CompiledKnowledgeBase, compiled
from advise.engine.knowledge import load_knowledge_base
from advise.reports.views.comparison import comparison_document, comparison_report
from advise.reports.writers.blocks import Group, Heading, Item, Paragraph, Report, Table, plain
from advise.reports.writers.display import Display
from advise.reports.writers.markup import TEMPLATES, as_html, as_markdown
from advise.reports.writers.text import as_text

from ...knowledge_bases import small
from ..memo.test_browser import AXE, BROWSER, look
from ..pages import read_page
from .candidates import CITIES, capital, city, compared

LANGUAGES = ("en", "ja")


def table(report: Report, number: int) -> Table:
    """Return a table of a comparison: the matrix, the sums or the findings that differ."""
    return [block for block in report.blocks if isinstance(block, Table)][number]


@pytest.fixture(scope="module")
def comparison(kb: CompiledKnowledgeBase) -> CandidateComparison:
    return compared(CITIES, kb)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_sound_and_says_what_the_view_says(
    comparison: CandidateComparison, kb: CompiledKnowledgeBase, language: str
) -> None:
    opening = comparison_report(comparison, kb, language).blocks[0]
    assert isinstance(opening, Group)
    page = read_page(as_html(comparison_report(comparison, kb, language)))
    assert page.all("html", lang=language)
    text = page.text
    for block in opening.blocks:
        assert isinstance(block, (Heading, Item, Paragraph))
        assert " ".join(plain(block.text).split()) in text
    (matrix,) = page.all("table", class_="sides")[:1]
    tinted = matrix.all("td", class_="tint")
    assert len(tinted) == 6 * len(CITIES)
    assert all(cell.text for cell in tinted)
    assert len(matrix.all("td", class_="unplanned")) == 2


def test_the_page_asks_nobody_for_anything(comparison: CandidateComparison, kb: CompiledKnowledgeBase) -> None:
    page = as_html(comparison_report(comparison, kb, "en"))
    assert not re.search(r"<script|https?://|src=", page)
    assert "default-src 'none'" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_encodes_to_cp932_and_fits(
    comparison: CandidateComparison, kb: CompiledKnowledgeBase, language: str
) -> None:
    text = as_text(comparison_report(comparison, kb, language).headed, Display())
    text.encode("cp932")
    from advise.reports.writers.layout import width

    assert max(width(line) for line in text.splitlines() if not line.startswith("    --set")) <= 92


def test_what_to_find_out_next_is_told_about_every_capital_that_it_is_open_for(kb: CompiledKnowledgeBase) -> None:
    names = ("human", "economic", "infrastructure", "enabling", "network", "cultural")
    capitals = {
        name: capital("absent", rivals=None) if name in ("network", "human") else capital("present") for name in names
    }
    text = as_text(
        comparison_report(compared((city("A", 90_000, capitals), CITIES[1]), kb), kb, "en").headed, Display(columns=400)
    )
    assert "human, network: Find out: " in text


def test_both_languages_have_the_same_cells(comparison: CandidateComparison, kb: CompiledKnowledgeBase) -> None:
    shapes = []
    for language in LANGUAGES:
        rows = table(comparison_report(comparison, kb, language), 0).rows
        shapes.append([(row.tones, [len(cell) for cell in row.cells[1:]]) for row in rows])
    assert shapes[0] == shapes[1]


def test_the_same_input_gives_the_same_bytes(kb: CompiledKnowledgeBase) -> None:
    first, second = (as_html(comparison_report(compared(CITIES, kb), kb, "ja")) for _ in range(2))
    assert first == second


def test_hostile_names_stay_text(kb: CompiledKnowledgeBase) -> None:
    hostile = city("<b>*x*</b>|\u202e\n", 1, {})
    report = comparison_report(compared((hostile, *CITIES[:1]), kb), kb, "en")
    page, markdown = as_html(report), as_markdown(report.headed)
    assert "<b>*x*" not in page
    assert "\u202e" not in page + as_text(report.headed, Display()) + markdown
    head = next(line for line in markdown.splitlines() if line.startswith("| Capital"))
    assert len(re.findall(r"(?<!\\)\|", head)) == 4


def test_what_is_not_known_is_not_counted_as_none(kb: CompiledKnowledgeBase) -> None:
    nothing = city("Nothing", 1, {})
    sums = table(comparison_report(compared((nothing, *CITIES[1:2]), kb), kb, "en"), 1)
    verdict, best, unplanned, _, _, following = [row.cells[1] for row in sums.rows]
    assert isinstance(verdict, list)
    assert (verdict[0], best, unplanned) == ("No verdict yet", "not known", "not known")
    assert [part for part in following if "six capitals" in str(part)]


def test_what_is_not_due_yet_is_no_finding_of_a_candidate(kb: CompiledKnowledgeBase) -> None:
    undeclared = {"commitment": {"declared": False}}
    late, early = ({"city": {"name": one}, "project": {"phase": one}, **undeclared} for one in ("preparation", "idea"))
    found = compared((late, early), kb)
    assert dict(found.others)["COM-01"] == ("found", "upcoming")
    told = table(comparison_report(found, kb, "en"), 2)
    (row,) = [one for one in told.rows if "COM-01" in str(one.cells[0])]
    assert row.cells[1:] == ("found", "comes later")


def test_the_machine_form_is_json(comparison: CandidateComparison, kb: CompiledKnowledgeBase) -> None:
    document = json.loads(json.dumps(comparison_document(comparison, kb)))
    assert [one["name"] for one in document["candidates"]] == ["A City", "B City", "C Town"]
    assert document["candidates"][0]["not_assessed"] == ["network", "cultural"]
    assert document["candidates"][2]["gaps_without_plan"] == ["economic", "network"]
    assert not {"score", "rank", "total"} & set(document["candidates"][0])


ARTICLE = re.compile(
    r"\b(capitals?|cit(y|ies)|outstanding|article|missing|population|III)\b|資本|都市|論文|突出|不足|人口"
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_another_knowledge_base_only_what_it_says_itself_is_told(language: str) -> None:
    library = compiled(load_knowledge_base(small.LIBRARY))
    nothing = {"lang": language}
    open_, shut = ({"library": {"open": value, "stage": "running"}, "branches": []} for value in (True, False))
    for projects in ((nothing, nothing), (open_, shut), (nothing, shut)):
        found = compared(projects, library)
        assert len(table(comparison_report(found, library, language), 0).rows) == 2  # the verdict, and what to do next
        for text in (
            as_text(comparison_report(found, library, language).headed, Display()),
            as_markdown(comparison_report(found, library, language).headed),
            read_page(as_html(comparison_report(found, library, language))).text,
            json.dumps(comparison_document(found, library), ensure_ascii=False),
        ):
            assert ARTICLE.search(text) is None, text


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_tint_can_be_read(scheme: int) -> None:
    own = _colors((TEMPLATES / "compare.css").read_text(encoding="utf-8"))[scheme]
    shared = _colors((TEMPLATES / "style.css").read_text(encoding="utf-8"))[scheme]
    pairs = [(own[f"tint-{number}"], shared["ink"]) for number in range(3)]
    pairs += [(own["tint-3"], own["on-3"]), (shared["ground"], shared["violet"])]
    for ground, ink in pairs:
        assert _contrast(ground, ink) >= 4.5
    for number in range(2):
        assert _contrast(own[f"tint-{number}"], own["frame"]) >= 3


@pytest.mark.skipif(BROWSER is None or AXE is None, reason="needs Chromium and axe-core-python")
@pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [("ja", 1000, "light"), ("en", 1000, "dark"), ("ja", 320, "dark"), ("en", 320, "light")],
)
def test_the_page_in_a_browser(
    comparison: CandidateComparison, kb: CompiledKnowledgeBase, language: str, width: int, scheme: str, tmp_path: Path
) -> None:
    report = look(as_html(comparison_report(comparison, kb, language)), width, scheme, tmp_path)
    assert report["violations"] == []
    assert report["needed"] <= report["width"]


def _colors(css: str) -> list[dict[str, str]]:
    """Return the colours of light and of dark."""
    blocks = re.findall(r":root\s*{(.*?)}", css, re.DOTALL)
    return [dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", block)) for block in blocks[:2]]


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    parts = [int(color[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
