"""Word and PDF say what the page says: the same words in the same order, and nothing lost where a font has no sign."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from advise import cli
from advise.engine.assess import Assessment
from advise.engine.compiled import CompiledKnowledgeBase
from advise.reports.writers.blocks import Table, every
from advise.reports.writers.file import PAGE_MARKER
from advise.reports.writers.page import as_html

from ..memos import report
from ..pages import read_page
from ..projects import foreseen

docx = pytest.importorskip("docx")
pytest.importorskip("typst")
pytest.importorskip("fontTools")

from advise.reports.writers.pdf import as_pdf, drawable  # noqa: E402
from advise.reports.writers.word import as_word  # noqa: E402

LANGUAGES = ("en", "ja")


@pytest.fixture(scope="module", params=["usual", "unknown", "everything_wrong"])
def assessment(request: pytest.FixtureRequest) -> Assessment:
    found: Assessment = request.getfixturevalue(request.param)
    return found


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def visible(source: str) -> str:
    """Return the text of a page's source as it is printed."""
    body = source.partition("<body")[2].partition(">")[2]
    for tag in ("details", "svg"):
        while f"<{tag}" in body:
            start = body.rindex(f"<{tag}")
            end = body.index(f"</{tag}>", start) + len(f"</{tag}>")
            body = body[:start] + body[end:]
    return squeezed(read_page(f"<html>{body.replace('</body>', '').replace('</html>', '')}</html>").text)


def text_of(document: Any) -> str:
    """Return all text of a Word document in its order, tables where they stand."""
    tag = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
    return squeezed("".join(element.text or "" for element in document.element.body.iter(tag)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_word_says_what_the_page_says(assessment: Assessment, kb: CompiledKnowledgeBase, language: str) -> None:
    found = report(assessment, kb, language, foreseen(assessment, kb))
    assert text_of(docx.Document(io.BytesIO(as_word(found)))) == visible(as_html(found))


def test_word_has_headings_header_rows_alt_texts_and_japanese_fonts(
    usual: Assessment, kb: CompiledKnowledgeBase
) -> None:
    made = as_word(report(usual, kb, "ja", foreseen(usual, kb)))
    document = docx.Document(io.BytesIO(made))
    assert [one.style.name for one in document.paragraphs if one.style.name == "Heading 1"] == ["Heading 1"]
    assert sum(one.style.name == "Heading 2" for one in document.paragraphs) > 3
    xml = zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml").decode()
    assert xml.count("<w:tblHeader/>") == xml.count("<w:tblCaption ") == len(document.tables) == 3
    styles = zipfile.ZipFile(io.BytesIO(made)).read("word/styles.xml").decode()
    assert styles.count('w:eastAsia="Yu Gothic"') >= 4


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext")
@pytest.mark.parametrize("language", LANGUAGES)
def test_pdf_says_what_the_page_says(
    usual: Assessment, kb: CompiledKnowledgeBase, language: str, tmp_path: Path
) -> None:
    found = report(usual, kb, language, foreseen(usual, kb))
    (tmp_path / "memo.pdf").write_bytes(as_pdf(found))
    told = subprocess.run(
        ["pdftotext", "-raw", str(tmp_path / "memo.pdf"), "-"], capture_output=True, encoding="utf-8", check=True
    ).stdout
    told = squeezed(re.sub(r"\n\d+ / \d+\n", "\n", told))
    # Cells of a row stand beside each other on paper, so that the order of lines is not the order of reading, and the
    # head of a table stands once more where a new sheet begins in it.
    page = Counter(visible(as_html(found)))
    heads = [block.heads for block in every(found.blocks) if isinstance(block, Table)]
    assert not page - Counter(told)
    assert Counter(told) - page <= max((Counter("".join(map(squeezed, one))) for one in heads), key=Counter.total)


@pytest.mark.parametrize("language", LANGUAGES)
def test_pdf_takes_whatever_stands_in_a_name(
    everything_wrong: Assessment, kb: CompiledKnowledgeBase, language: str
) -> None:
    assert as_pdf(report(everything_wrong, kb, language, audit=True)).startswith(b"%PDF-")


def test_what_no_font_has_is_not_drawn_as_nothing() -> None:
    assert drawable("KPI \U0010fffd") == frozenset("KPI ")


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_the_command_writes_it_again_but_not_over_the_file_of_someone_else(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project, target = tmp_path / "project.json", tmp_path / f"memo.{kind}"
    project.write_text("{}", encoding="utf-8")
    for _ in range(2):
        assert cli.run(["memo", str(project), "-o", str(target), "--lang", "ja"]) == 0
    assert target.read_bytes().rstrip().endswith(PAGE_MARKER.encode())
    target.write_bytes(b"somebody's work")
    assert cli.run(["memo", str(project), "-o", str(target), "--lang", "en"]) == 3
    assert target.read_bytes() == b"somebody's work"
    assert "advise did not write it" in capsys.readouterr().err


@pytest.mark.parametrize(("kind", "module", "extra"), [("docx", "docx", "office"), ("pdf", "typst", "pdf")])
def test_without_the_extra_one_line_says_what_to_install(
    kind: str,
    module: str,
    extra: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    project = tmp_path / "project.json"
    project.write_text("{}", encoding="utf-8")
    monkeypatch.setitem(sys.modules, module, None)
    assert cli.run(["memo", str(project), "-o", str(tmp_path / f"memo.{kind}"), "--lang", "en"]) == 2
    assert f"pip install 'advise[{extra}]'" in capsys.readouterr().err
    assert not (tmp_path / f"memo.{kind}").exists()
