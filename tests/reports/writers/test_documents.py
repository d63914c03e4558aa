"""Word and PDF say what the page says: the same words in the same order, and nothing lost where a font has no sign."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from advise import cli
from advise.engine.assess import Assessment
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.problems.problem import ProblemsError
from advise.reports.writers.blocks import Item, Table, every
from advise.reports.writers.file import PAGE_MARKER
from advise.reports.writers.markup import as_html

from ..memos import report
from ..pages import read_page
from ..projects import foreseen

docx = pytest.importorskip("docx")
typst = pytest.importorskip("typst")
pytest.importorskip("fontTools")

from advise.reports.writers.pdf import BROUGHT, as_pdf, drawable, source_of  # noqa: E402
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
    assert '<w:lang w:val="en-GB" w:eastAsia="ja-JP"/>' in styles


def test_every_look_of_a_word_document_is_a_style_with_a_name(usual: Assessment, kb: CompiledKnowledgeBase) -> None:
    document = docx.Document(io.BytesIO(as_word(report(usual, kb, "ja", foreseen(usual, kb)))))
    looks = document.element.body.xpath(".//w:r/w:rPr/*[not(self::w:rStyle)]")
    assert [one.tag for one in looks] == []
    used = {run.style.name for paragraph in document.paragraphs for run in paragraph.runs}
    assert {"Memo Soft", "Memo Major", "Memo Strong"} <= used
    assert {table.style.name for table in document.tables} == {"Memo Table"}
    assert [
        field.get(docx.oxml.ns.qn("w:instr"))
        for field in document.sections[0].footer._element.iter(docx.oxml.ns.qn("w:fldSimple"))
    ] == ["PAGE", "NUMPAGES"]


def test_the_columns_of_a_word_table_are_as_wide_as_on_paper(usual: Assessment, kb: CompiledKnowledgeBase) -> None:
    document = docx.Document(io.BytesIO(as_word(report(usual, kb, "ja", foreseen(usual, kb)))))
    number, what, who, when = (column.width for column in document.tables[0].columns)
    assert what > who > when > 0
    assert number < who
    section = document.sections[0]
    inside = section.page_width - section.left_margin - section.right_margin
    assert abs(number + what + who + when - inside) < 10


def test_a_name_as_long_as_a_page_is_no_reason_not_to_write(usual: Assessment, kb: CompiledKnowledgeBase) -> None:
    found = replace(report(usual, kb, "ja", foreseen(usual, kb)), title="長い名前" * 200)
    document = docx.Document(io.BytesIO(as_word(found)))
    assert document.core_properties.title == found.title[:255]
    assert found.title in text_of(document)


def test_a_style_is_looked_up_once_however_long_a_document_is(
    usual: Assessment, kb: CompiledKnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_up, of = list[str](), docx.styles.styles.Styles.get_style_id

    def counted(self: Any, style: Any, kind: Any) -> Any:
        looked_up.append(str(style))
        return of(self, style, kind)

    monkeypatch.setattr(docx.styles.styles.Styles, "get_style_id", counted)
    found, times = report(usual, kb, "ja", foreseen(usual, kb)), []
    for number in (1, 99):
        looked_up.clear()
        as_word(replace(found, blocks=(*found.blocks, *[Item("x", "met", "y")] * number)))
        times.append(len(looked_up))
    assert times[0] == times[1]


def test_nothing_that_leads_to_a_table_stays_behind_on_the_page_before(
    usual: Assessment, kb: CompiledKnowledgeBase
) -> None:
    document = docx.Document(io.BytesIO(as_word(report(usual, kb, "ja", foreseen(usual, kb)))))
    paragraph = docx.text.paragraph.Paragraph
    for table in document.tables:
        before = paragraph(table._tbl.getprevious(), document)
        assert before.paragraph_format.keep_with_next or before.style.name.startswith("Heading")
        assert all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in table.rows[0].cells)


def _office(path: Path, change: Any = None) -> Path:
    document = docx.Document()
    document.styles["Heading 2"].font.name = "Meiryo"
    document.sections[0].header.paragraphs[0].text = "架空市 企画課"
    document.sections[0].left_margin = docx.shared.Mm(30)
    document.add_paragraph("Text that is not wanted")
    document.add_table(2, 2)
    if change is not None:
        change(document)
    document.save(str(path))
    return path


def test_a_document_of_an_office_gives_styles_margins_and_header_but_no_text(
    usual: Assessment, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    found = report(usual, kb, "ja", foreseen(usual, kb))
    document = docx.Document(io.BytesIO(as_word(found, _office(tmp_path / "office.docx"))))
    assert document.styles["Heading 2"].font.name == "Meiryo"
    assert document.sections[0].header.paragraphs[0].text == "架空市 企画課"
    assert round(document.sections[0].left_margin.mm) == 30
    assert text_of(document) == visible(as_html(found))


def test_a_memo_that_was_restyled_is_the_next_template(
    usual: Assessment, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    found = report(usual, kb, "ja", foreseen(usual, kb))
    (tmp_path / "memo.docx").write_bytes(as_word(found))
    restyled = docx.Document(str(tmp_path / "memo.docx"))
    restyled.styles["Memo Soft"].font.name = "Meiryo"
    restyled.save(str(tmp_path / "office.docx"))
    again = docx.Document(io.BytesIO(as_word(found, tmp_path / "office.docx")))
    assert again.styles["Memo Soft"].font.name == "Meiryo"
    assert text_of(again) == visible(as_html(found))


@pytest.mark.parametrize("content", [None, b"", b"notes", b"PK\x03\x04broken"], ids=repr)
def test_a_template_that_is_no_word_document_is_told(
    content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project, template = tmp_path / "project.json", tmp_path / "office.docx"
    project.write_text("{}", encoding="utf-8")
    if content is not None:
        template.write_bytes(content)
    code = cli.run(["memo", str(project), "-o", str(tmp_path / "m.docx"), "--template", str(template), "--lang", "en"])
    assert (code, "is no Word document" in capsys.readouterr().err) == (3, True)
    assert not (tmp_path / "m.docx").exists()


def test_a_template_is_for_word_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "project.json").write_text("{}", encoding="utf-8")
    arguments = ["memo", str(tmp_path / "project.json"), "-o", str(tmp_path / "m.html"), "--template", "office.docx"]
    assert cli.run([*arguments, "--lang", "en"]) == 2
    assert "--template is for Word" in capsys.readouterr().err


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
@pytest.mark.parametrize("language", LANGUAGES)
def test_libreoffice_opens_it_and_shows_all_of_it_on_at_most_four_sheets(
    usual: Assessment, kb: CompiledKnowledgeBase, language: str, tmp_path: Path
) -> None:
    found = report(usual, kb, language, foreseen(usual, kb))
    (tmp_path / "memo.docx").write_bytes(as_word(found))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/home", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(tmp_path / "memo.docx")], capture_output=True, check=True)
    told = subprocess.run(
        ["pdftotext", "-raw", str(tmp_path / "memo.pdf"), "-"], capture_output=True, encoding="utf-8", check=True
    ).stdout
    assert told.count("\f") <= 4
    assert not re.search(r"\b[A-Z]{1,2}\n[A-Z]{1,2}-\d\d|[A-Z]\n-\d\d|-\d\n\d", told), "a code is torn apart"
    assert not Counter(visible(as_html(found))) - Counter(squeezed(told))


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
    # head of a table stands once more where a new sheet begins in it; a dot stands between the facts in the head.
    page = Counter(visible(as_html(found))) + Counter("·" * len(found.about))
    heads = [block.heads for block in every(found.blocks) if isinstance(block, Table)]
    assert not page - Counter(told)
    assert Counter(told) - page <= max((Counter("".join(map(squeezed, one))) for one in heads), key=Counter.total)


def test_pdf_says_of_itself_that_it_can_be_listened_to(usual: Assessment, kb: CompiledKnowledgeBase) -> None:
    made = as_pdf(report(usual, kb, "ja", foreseen(usual, kb)))
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert re.search(rb"/Lang ?\(ja", made)


def test_paper_has_room_to_write_who_and_by_when_on_where_the_file_does_not_say(
    usual: Assessment, kb: CompiledKnowledgeBase
) -> None:
    found = report(usual, kb, "ja", foreseen(usual, kb))
    document = docx.Document(io.BytesIO(as_word(found)))
    ruled = [
        paragraph.text
        for row in document.tables[0].rows[1:]
        for cell in row.cells
        for paragraph in cell.paragraphs
        if paragraph.style.name == "Memo Blank"
    ]
    rows = len(document.tables[0].rows) - 1
    assert (ruled.count("未記入"), ruled.count("")) == (rows, rows)
    assert source_of(found).count("#room\n") + source_of(found).count("#room]") == 2 * rows


@pytest.mark.parametrize("language", LANGUAGES)
def test_pdf_takes_whatever_stands_in_a_name(
    everything_wrong: Assessment, kb: CompiledKnowledgeBase, language: str
) -> None:
    assert as_pdf(report(everything_wrong, kb, language, audit=True)).startswith(b"%PDF-")


def test_what_no_font_has_is_not_drawn_as_nothing() -> None:
    assert drawable("KPI \U0010fffd") == frozenset("KPI ")


def test_on_a_computer_without_fonts_what_typst_brings_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("advise.reports.writers.pdf._font_files", tuple)
    assert drawable("“Izuko” ▲ 市") == frozenset("“Izuko” ▲ ")


def test_what_typst_is_said_to_bring_it_draws() -> None:
    def drawn(sign: str) -> bytes:
        source = f"#set page(width: 20pt, height: 20pt, margin: 2pt)\n#{json.dumps(sign, ensure_ascii=False)}"
        found: bytes = typst.compile(source.encode(), format="png", ignore_system_fonts=True)
        return found

    nothing = {drawn("\U0010fffd"), drawn(" ")}
    assert [sign for sign in BROUGHT if sign not in " \xa0\xad" and drawn(sign) in nothing] == []


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
    assert f"-m pip install 'advise[{extra}]'" in capsys.readouterr().err
    assert not (tmp_path / f"memo.{kind}").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_no_template(usual: Assessment, kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "office.docx")
    with pytest.raises(ProblemsError, match="O111"):
        as_word(report(usual, kb, "ja", foreseen(usual, kb)), tmp_path / "office.docx")
