"""The policy book: every link leads somewhere, everything is on its page, and Japanese is found."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Sequence
from html import unescape
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import pytest

from advise.engine.compiled import CompiledKnowledgeBase, compiled
from advise.engine.knowledge import load_knowledge_base
from advise.engine.problems.problem import LANGUAGES, ProblemsError
from advise.engine.scenarios.gherkin import Scenario, read_features
from advise.engine.scenarios.home import features_of
from advise.engine.scenarios.run import LastResults
from advise.reports.book.write import write_book
from advise.reports.texts import article_named

from ...knowledge_bases import small
from ..memo.test_browser import AXE, BROWSER, look
from ..pages import Element, read_page

FAILED = "Nobody is told what a missing declaration lacks"
_TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}


def fold(text: str) -> str:
    """Return a text as the script in the browser folds it: width, case and kind of kana do not matter."""
    return unicodedata.normalize("NFKC", text).lower().translate(_TO_KATAKANA)


def found_by(query: str, entries: Sequence[Sequence[str]]) -> list[str]:
    """Return the addresses that a query finds in the browser: every word is somewhere in the entry."""
    words = fold(query).split()
    return [entry[0] for entry in entries if words and all(word in fold(" ".join(entry[1:])) for word in words)]


@pytest.fixture(scope="module")
def scenarios(kb: CompiledKnowledgeBase) -> list[Scenario]:
    return [one for feature in read_features(features_of(kb)) for one in feature.scenarios]


@pytest.fixture(scope="module")
def book(kb: CompiledKnowledgeBase, scenarios: list[Scenario], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the book once, with results in which one scenario failed and those of one file are missing."""
    folder = tmp_path_factory.mktemp("book")
    passed: dict[str, dict[int, bool]] = {}
    for one in scenarios:
        if one.file != "portfolio.feature":
            passed.setdefault(one.file, {})[one.line] = one.name != FAILED
    write_book(kb, folder, LastResults("2026-11-22", passed))
    return folder


def page(book: Path, name: str) -> Element:
    return read_page((book / name).read_text(encoding="utf-8"))


def section(element: Element, name: str) -> Element:
    """Return the section under a heading with this id."""
    return next(one for one in element.all("section") if one.attributes["aria-labelledby"] == name)


def test_every_rule_has_a_page_in_each_language_at_a_stable_address(book: Path, kb: CompiledKnowledgeBase) -> None:
    wanted = {f"{language}/{rule.code}.html" for language in LANGUAGES for rule in kb.rules}
    wanted |= {"index.html", "en/index.html", "ja/index.html"}
    assert {path.relative_to(book).as_posix() for path in book.rglob("*.html")} == wanted


def test_every_link_leads_to_a_place_that_is_there(book: Path) -> None:
    ids: dict[Path, set[str]] = {}
    links: list[tuple[Path, str]] = []
    for path in book.rglob("*.html"):
        elements = list(read_page(path.read_text(encoding="utf-8")).walk())
        found = [one.attributes["id"] for one in elements if "id" in one.attributes]
        assert len(found) == len(set(found)), f"an id is there twice in {path}"
        ids[path] = set(found)
        links += [
            (path, one.attributes[name]) for one in elements for name in ("href", "src") if name in one.attributes
        ]
    assert len(links) > 2_000
    for path, link in links:
        parts = urlsplit(link)
        assert (parts.scheme, parts.netloc) == ("", ""), f"{path} needs the network: {link}"
        target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
        assert target.is_file(), f"{path}: {link}"
        assert not parts.fragment or unquote(parts.fragment) in ids[target], f"{path}: {link}"


def test_every_result_of_the_search_leads_to_a_place_that_is_there(book: Path) -> None:
    for language in LANGUAGES:
        ids = {one.attributes.get("id") for one in page(book, f"{language}/index.html").walk()}
        for href, *_ in entries(book, language):
            assert href[1:] in ids if href.startswith("#") else (book / language / href).is_file()


def test_the_first_page_names_the_source(book: Path, kb: CompiledKnowledgeBase) -> None:
    for language in LANGUAGES:
        named = article_named(kb, language)
        assert named
        assert unescape((book / language / "index.html").read_text(encoding="utf-8")).count(named) == 1


def test_pages_say_their_language_and_lead_to_the_other(book: Path) -> None:
    for language, other in (("en", "ja"), ("ja", "en")):
        for name in ("index", "COM-01"):
            (html,) = page(book, f"{language}/{name}.html").all("html")
            assert html.attributes["lang"] == language
            (link,) = html.all("a", hreflang=other)
            assert (link.attributes["href"], link.attributes["lang"]) == (f"../{other}/{name}.html", other)


def test_scenarios_are_told_in_the_readers_language(book: Path, kb: CompiledKnowledgeBase) -> None:
    shown = page(book, "ja/COM-02.html").all("article")
    assert any("「COM-02」が重要度「停止」で指摘される" in step.text for one in shown for step in one.all("li"))
    for rule in kb.rules:
        articles = page(book, f"ja/{rule.code}.html").all("article")
        assert {step.attributes["lang"] for one in articles for step in one.all("li")} == {"ja"}, rule.code
        assert {one.all("h3")[0].attributes["lang"] for one in articles} == {"ja"}, rule.code


def test_where_a_column_is_a_part_of_a_sentence_each_example_is_told_in_the_other_language(book: Path) -> None:
    called = {"en": "Who can speak for the company (<role>)", "ja": "会社を代表して表明できる人"}
    shown = {
        language: section(page(book, f"{language}/COM-02.html"), "scenarios").all("article") for language in called
    }
    (outline,), (told,) = (
        [one for one in shown[language] if one.all("h3")[0].text.startswith(name)] for language, name in called.items()
    )
    assert len(told.all("ul")) == len(outline.all("tr")) - 1 == 5
    assert told.all("table") == []


def test_every_statement_is_on_the_first_page_with_its_rules_or_the_reason_why_not(
    book: Path, kb: CompiledKnowledgeBase
) -> None:
    for language in LANGUAGES:
        items = {
            one.attributes["id"]: one
            for one in page(book, f"{language}/index.html").all("li")
            if "id" in one.attributes
        }
        for number, statement in kb.statements.items():
            text = items[number].text
            assert " ".join(statement.text[language].split()) in text
            assert all(code in text for code in statement.rules)
            assert statement.reason is None or " ".join(statement.reason[language].split()) in text


def test_the_page_of_a_rule_says_everything_about_it(book: Path, kb: CompiledKnowledgeBase) -> None:
    shown = page(book, "en/ORG-06.html")
    rule = kb.rule("ORG-06")
    assert [one.text for one in shown.all("h1")] == [rule.title["en"].replace("{subject}", "(organisation)")]
    assert "Looked at for each organisation in turn." in section(shown, "when").text
    assert "taking part, or needed: yes" in section(shown, "when").text
    assert "taking part, or needed" in section(shown, "concepts").text
    assert rule.advice["en"].replace("{subject}", "(organisation)") in section(shown, "advice").text
    assert "blocker if kind of organisation: own company" in section(shown, "severity").text
    assert "our judgement" in section(shown, "severity").text
    assert all(number in section(shown, "source").text for number in rule.source.statements)
    assert "There since the first version of the rules." in section(shown, "source").text
    assert "municipality, local company, research institution (university)" in section(shown, "parameters").text
    assert "May lead to RSK-05" in section(shown, "relations").text


def test_scenarios_are_prose_with_their_last_result(book: Path, scenarios: list[Scenario]) -> None:
    shown = section(page(book, "en/COM-01.html"), "scenarios")
    states = {article.all("h3")[0].text: article.all("p")[0].text for article in shown.all("article")}
    assert states[FAILED].startswith("failed on 2026-11-22 commitment.feature:")
    assert states["The company has declared nothing"].startswith("passed on 2026-11-22 commitment.feature:")
    unrun = section(page(book, "ja/POR-01.html"), "scenarios")
    assert "この規則ではまだ実行していません" in unrun.text
    (first,) = [one for one in shown.all("article") if one.all("h3")[0].text == "The company has declared nothing"]
    assert [item.text for item in first.all("li")] == [
        "Given the company has declared nothing",
        "When the project is reviewed",
        'Then "COM-01" is found with severity "blocker"',
        'And "commitment.at_top" is "no"',
    ]
    failed = sum(one.name == FAILED for one in scenarios)
    assert f"{failed} failed" in page(book, "en/index.html").text


def test_scenarios_that_say_most_about_a_rule_come_first(book: Path) -> None:
    articles = section(page(book, "en/POR-03.html"), "scenarios").all("article")
    named = ["POR-03" in article.text for article in articles]
    assert named == sorted(named, reverse=True)


def test_outlines_show_their_examples_as_a_table(book: Path) -> None:
    shown = section(page(book, "en/COM-02.html"), "scenarios")
    (outline,) = [
        one for one in shown.all("article") if one.all("h3")[0].text == "Who can speak for the company (<role>)"
    ]
    assert [cell.text for cell in outline.all("th")] == ["role", "at the top", "reported"]
    assert len(outline.all("tr")) == 6


def test_a_background_belongs_to_the_scenario_that_is_shown(book: Path) -> None:
    shown = section(page(book, "en/ORG-06.html"), "scenarios")
    (scenario,) = [one for one in shown.all("article") if one.all("h3")[0].text == "Accepted for the university only"]
    assert scenario.all("li")[0].text == "Given the exemplary project"


def test_a_rule_says_since_when_it_holds(tmp_path: Path) -> None:
    shutil.copytree(small.LIBRARY, tmp_path / "rules")
    path = tmp_path / "rules" / "lending" / "doors-closed.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "since: 2026-04-01\n", encoding="utf-8")
    kb = compiled(load_knowledge_base(tmp_path / "rules", use_cache=False))
    assert kb.rule("LEN-01").since == "2026-04-01"
    write_book(kb, tmp_path / "book")
    assert "Since 2026-04-01." in page(tmp_path / "book", "en/LEN-01.html").text
    assert "2026-04-01 から有効です。" in page(tmp_path / "book", "ja/LEN-01.html").text


def test_a_knowledge_base_about_something_else_has_a_book_of_its_own(tmp_path: Path) -> None:
    kb = compiled(load_knowledge_base(small.LIBRARY, use_cache=False))
    write_book(kb, tmp_path / "book")
    shown = page(tmp_path / "book", "ja/ROO-01.html")
    assert "静かな部屋だけが寒い" in shown.text
    assert {name.attributes["lang"] for one in shown.all("article") for name in one.all("h3")} == {"ja"}
    assert "article" not in page(tmp_path / "book", "en/index.html").text.casefold()


def test_a_book_without_features_says_so(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    write_book(kb, tmp_path / "book", features=tmp_path)
    assert "No scenario speaks of this rule." in page(tmp_path / "book", "en/COM-01.html").text


def test_the_book_replaces_itself_but_nothing_else(tmp_path: Path) -> None:
    kb = compiled(load_knowledge_base(small.LIBRARY, use_cache=False))
    write_book(kb, tmp_path / "book")
    assert write_book(kb, tmp_path / "book")
    foreign = tmp_path / "book" / "en" / "index.html"
    foreign.write_text("my own page", encoding="utf-8")
    with pytest.raises(ProblemsError, match="advise did not write it"):
        write_book(kb, tmp_path / "book")
    assert foreign.read_text(encoding="utf-8") == "my own page"


def entries(book: Path, language: str) -> list[list[str]]:
    """Return what the search of a language looks through."""
    text = (book / language / "search-index.js").read_text(encoding="utf-8")
    found: list[list[str]] = json.loads(text.partition(" = ")[2].rstrip().removesuffix(";"))
    return found


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("担い手", "ORG-07.html"),
        ("ｋｐｉ ゴール", "KPI-08.html"),
        ("COM-01", "COM-01.html"),
        ("com-01", "COM-01.html"),
        ("G180", "#G180"),
        ("にないて", None),
        ("くまもと城", None),
        ("ぷろだくとあうと", "FIT-01.html"),
        ("min_running_seeds", "#parameter-min_running_seeds"),
        ("", None),
        ("部門長", "COM-02.html"),
        ("中間管理職", "RSK-01.html"),
    ],
)
def test_japanese_is_found_without_word_boundaries(book: Path, query: str, address: str | None) -> None:
    found = found_by(query, entries(book, "ja"))
    assert found == [] if address is None else address in found


def test_whatever_stands_in_a_list_or_a_table_of_a_page_is_found_there(book: Path, kb: CompiledKnowledgeBase) -> None:
    for language in LANGUAGES:
        texts = {address: " ".join(rest) for address, *rest in entries(book, language)}
        for rule in kb.rules:
            page = (book / language / f"{rule.code}.html").read_text(encoding="utf-8").partition("<main>")[2]
            for shown in re.findall(r"<(?:li|td)>([^<]+)</(?:li|td)>", page):
                assert unescape(shown).strip() in texts[f"{rule.code}.html"], (rule.code, shown)


def test_the_index_can_stand_in_a_script(book: Path) -> None:
    for language in LANGUAGES:
        assert "<" not in (book / language / "search-index.js").read_text(encoding="utf-8")


@pytest.mark.skipif(BROWSER is None, reason="needs Chromium")
@pytest.mark.parametrize(
    ("language", "query"), [("ja", "担い手"), ("ja", "ﾌﾟﾛﾀﾞｸﾄ あうと"), ("en", "agreement"), ("ja", "<b>")]
)
def test_the_browser_finds_what_the_index_holds(book: Path, tmp_path: Path, language: str, query: str) -> None:
    command = [str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--dump-dom"]
    command += ["--virtual-time-budget=10000", f"--user-data-dir={tmp_path / 'profile'}"]
    address = f"file://{book}/{language}/index.html?q={quote(query)}"
    dom = subprocess.run([*command, address], capture_output=True, encoding="utf-8", timeout=120, check=False).stdout
    results = re.search(r'<ol id="results">(.*?)</ol>', dom, re.DOTALL)
    assert results is not None, "the browser showed nothing"
    shown = [unescape(href) for href in re.findall(r'<a href="([^"]+)"', results[1])]
    found = found_by(query, entries(book, language))
    assert set(shown) <= set(found)
    assert len(shown) == min(len(found), 50)
    assert (len(shown) > 3) == (query != "<b>")


@pytest.mark.skipif(BROWSER is None or AXE is None, reason="needs Chromium and axe-core-python")
@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [
        ("ja/index.html", 320, "light"),
        ("en/index.html", 1000, "dark"),
        ("ja/FIT-02.html", 320, "dark"),
        ("en/COM-01.html", 320, "light"),
        ("en/POR-04.html", 1000, "light"),
    ],
)
def test_everyone_can_read_the_pages(book: Path, tmp_path: Path, name: str, width: int, scheme: str) -> None:
    copy = tmp_path / "book"
    shutil.copytree(book, copy)
    path = copy / name
    report = look(path.read_text(encoding="utf-8"), width, scheme, path.parent)
    assert report["passes"] > 15
    assert report["violations"] == []
    assert report["needed"] <= report["width"]


def test_folding_is_the_same_for_all_ways_of_writing() -> None:
    assert fold("ＫＰＩ・ひと") == fold("kpi・ﾋﾄ")
