"""The page can be read by everyone: by ear, by keyboard, in print, in the dark, without a network."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest

from advise import reports
from advise.engine.assess import Assessment
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.whatif.outlook import Outlook

from ..memos import render_html
from ..pages import Element, read_page
from ..projects import foreseen

TEMPLATES = Path(reports.__file__).parent / "templates"
STYLE = "\n".join((TEMPLATES / name).read_text(encoding="utf-8") for name in ("style.css", "page.css", "compare.css"))


@pytest.fixture(scope="module", params=["usual", "unknown", "everything_wrong"])
def assessment(request: pytest.FixtureRequest) -> Assessment:
    found: Assessment = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module", params=["en", "ja"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def ahead(assessment: Assessment, kb: CompiledKnowledgeBase) -> Outlook:
    return foreseen(assessment, kb)


@pytest.fixture(scope="module")
def source(assessment: Assessment, kb: CompiledKnowledgeBase, language: str, ahead: Outlook) -> str:
    return render_html(assessment, kb, language, ahead)


@pytest.fixture(scope="module")
def page(source: str) -> Element:
    return read_page(source)


def test_the_page_says_its_language_and_title(page: Element, language: str) -> None:
    assert page.all("html")[0].attributes["lang"] == language
    assert page.all("title")[0].text


def test_headings_follow_each_other_in_order(page: Element) -> None:
    levels = [int(element.tag[1]) for element in page.walk() if re.fullmatch("h[1-6]", element.tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_every_name_is_there_once_and_every_link_leads_to_one(page: Element) -> None:
    names = [element.attributes["id"] for element in page.walk() if "id" in element.attributes]
    assert len(names) == len(set(names))
    links = [element.attributes["href"] for element in page.all("a")]
    assert {link.removeprefix("#") for link in links} <= set(names)
    labels = [element.attributes["aria-labelledby"].split() for element in page.walk() if is_labelled(element)]
    assert {name for label in labels for name in label} <= set(names)


def is_labelled(element: Element) -> bool:
    return "aria-labelledby" in element.attributes


def test_tables_scroll_by_themselves_and_can_be_reached_by_keyboard(page: Element) -> None:
    regions = page.all("div", class_="scroll")
    assert all(region.attributes["tabindex"] == "0" and region.attributes["role"] == "region" for region in regions)
    labels = [region.attributes["aria-label"] for region in regions]
    assert len(labels) == len(set(labels))
    inside = [table for region in regions for table in region.all("table")]
    cards = page.all("table", class_="cards")
    assert len(inside) + len(cards) == len(page.all("table"))
    assert all(cell.attributes.get("scope") for table in page.all("table") for cell in table.all("th"))
    assert all(cell.attributes.get("role") for table in cards for cell in table.all("td"))


def test_every_picture_has_its_content_as_text(page: Element) -> None:
    for picture in page.all("svg"):
        if picture.attributes.get("aria-hidden") == "true":
            continue
        assert picture.attributes["role"] == "img"
        assert picture.all("title")[0].text
        assert picture.all("desc")[0].text
    assert len(page.all("div", class_="narrow")) == len(page.all("svg", role="img"))


def test_a_sign_never_stands_without_a_word(page: Element) -> None:
    for element in page.walk():
        for child in element.children:
            if child.tag == "span" and child.attributes.get("aria-hidden") == "true":
                assert element.text != child.text


def test_the_page_needs_no_script_no_network_and_no_font(source: str) -> None:
    assert "default-src 'none'" in source
    tags = re.findall(r"<[a-z][^>]*>", source)
    assert not [tag for tag in tags if re.search(r"\s(on\w+|src|srcset|style|action|data)\s*=", tag)]
    assert not [tag for tag in tags if re.match(r"<(script|link|img|iframe|object|embed|base|form)\b", tag)]
    assert not re.search(r"@import|@font-face|url\((?!#)", STYLE)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG defines it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: str) -> float:
    parts = [int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_have_enough_contrast(scheme: str) -> None:
    tokens = [
        dict(re.findall(r"--(\w+): (#\w{6})", block)) for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
    ]
    colors = tokens[0] if scheme == "light" else tokens[1]
    for ground in (colors["ground"], colors["panel"]):
        for name in ("ink", "soft", "blue", "red", "brown", "green", "violet"):
            assert contrast(colors[name], ground) >= 4.5, f"{name} on {ground}"


def test_what_is_folded_is_printed_only_when_everything_is_wanted(
    assessment: Assessment, kb: CompiledKnowledgeBase, language: str
) -> None:
    assert "@page { size: A4" in STYLE
    assert re.search(r"@media print \{.*body:not\(\.audit\) details \{ display: none", STYLE, re.DOTALL)
    closed, opened = (render_html(assessment, kb, language, audit=audit) for audit in (False, True))
    assert not [one for one in read_page(closed).all("details") if "open" in one.attributes]
    assert not [one for one in read_page(opened).all("details") if "open" not in one.attributes]
    assert 'class="audit"' in opened


def test_dark_colours_are_for_screens_only() -> None:
    assert "@media screen and (prefers-color-scheme: dark)" in STYLE


def test_japanese_is_broken_and_led_as_japanese() -> None:
    for rule in ("line-break: strict", "word-break: auto-phrase", "text-autospace: normal", "overflow-wrap: anywhere"):
        assert rule in STYLE
    assert "font-style: italic" not in STYLE
    assert "letter-spacing" not in STYLE
