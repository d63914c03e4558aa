"""Reading a project document: where it comes from, its encoding, its size."""

from __future__ import annotations

import codecs
import hashlib
import io
import json
import os
import socket
import sys
import threading
from pathlib import Path

import pytest

from advise.engine.problems.problem import Problem, ProblemsError, render
from advise.engine.reading.document import read_document
from advise.engine.reading.faults import FAULTS, document_problem
from advise.engine.reading.limits import DEEPEST, LARGEST, LARGEST_INTEGER, too_deep

PLAIN = '{"project": {"name": "見守り連携", "phase": "idea"}}'


def problem_of(source: str | os.PathLike[str] | bytes, name: str | None = None) -> Problem:
    with pytest.raises(ProblemsError) as caught:
        read_document(source, name)
    assert len(caught.value.problems) == 1, caught.value
    return caught.value.problems[0]


def code_of(source: str | os.PathLike[str] | bytes) -> str:
    return problem_of(source).code


def test_a_document_holds_name_hash_text_data_encoding_and_places(tmp_path: Path) -> None:
    path = tmp_path / "project.json"
    path.write_bytes(PLAIN.encode())
    document = read_document(path)
    assert document.name == str(path)
    assert document.sha256 == hashlib.sha256(PLAIN.encode()).hexdigest()
    assert document.text == PLAIN
    assert document.data == json.loads(PLAIN)
    assert document.encoding == "UTF-8"
    assert str(document.places.of("/project/phase")) == f"{path}:1:40"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (PLAIN.encode(), "UTF-8"),
        (codecs.BOM_UTF8 + PLAIN.encode(), "UTF-8"),
        (codecs.BOM_UTF16_LE + PLAIN.encode("utf-16-le"), "UTF-16"),
        (codecs.BOM_UTF16_BE + PLAIN.encode("utf-16-be"), "UTF-16"),
        (codecs.BOM_UTF32_LE + PLAIN.encode("utf-32-le"), "UTF-32"),
        (PLAIN.encode("cp932"), "CP932"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16-le", "utf-16-be", "utf-32-le", "cp932"],
)
def test_the_usual_encodings_give_the_same_document(content: bytes, encoding: str) -> None:
    document = read_document(content, "project.json")
    assert (document.text, document.encoding) == (PLAIN, encoding)
    assert document.places.of("/project/phase").column == PLAIN.index('"idea"') + 1


def test_half_width_katakana_and_extended_kanji_are_read_from_cp932() -> None:
    text = '{"name": "ｱｲ髙﨑①㈱～"}'
    assert read_document(text.encode("cp932")).text == text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_counts_as_one_line(end: str) -> None:
    document = read_document(end.join(["{", '"a": 1,', "", '"b": 2', "}"]).encode())
    place = document.places.of("/b")
    assert (place.line, place.column, place.text) == (4, 6, '"b": 2')


def test_a_byte_in_no_encoding_is_shown_where_it_stands() -> None:
    problem = problem_of('{\n "name": "事業'.encode() + b"\xff" + '計画"}'.encode())
    assert problem.code == "P108"
    assert problem.place is not None
    assert (problem.place.line, problem.place.column) == (2, 13)
    assert problem.place.text.startswith(' "name": "事業')


def test_damaged_utf8_is_not_taken_for_cp932() -> None:
    content = '{"name": "高齢者見守りデータ連携プロジェクト"}'.encode()
    damaged = content.replace("守".encode(), "守".encode()[:2])
    damaged.decode("cp932", "replace")
    problem = problem_of(damaged)
    assert problem.code == "P108"
    assert "UTF-8" in problem.message["en"]


def test_utf8_that_was_cut_off_is_not_taken_for_cp932() -> None:
    assert code_of('{"a":"あ'.encode()[:-1]) == "P108"


def test_bytes_that_cp932_does_not_define_are_refused() -> None:
    problem = problem_of('{"名": "値'.encode("cp932") + b"\xa0" + b'"}')
    assert problem.code == "P108"
    assert problem.place is not None
    assert problem.place.column == 9


def test_utf16_with_a_broken_end_is_a_problem() -> None:
    assert code_of(codecs.BOM_UTF16_LE + PLAIN.encode("utf-16-le")[:-1]) == "P108"


def test_utf16_without_its_mark_is_named_as_such() -> None:
    problem = problem_of(PLAIN.encode("utf-16-le"))
    assert problem.code == "P109"
    assert "UTF-16" in problem.message["ja"]


@pytest.mark.parametrize(
    "content", [b"", b" \r\n\t", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE], ids=repr
)
def test_an_empty_file_is_said_to_be_empty(content: bytes) -> None:
    assert code_of(content) == "P106"


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04rest", b"%PDF-1.7", b"\xd0\xcf\x11\xe0rest", b"\x7fELF\x00\x00"], ids=repr
)
def test_office_files_and_programs_are_recognised(content: bytes) -> None:
    assert code_of(content) == "P109"


def test_a_document_at_the_limit_is_read_and_one_byte_more_is_refused() -> None:
    content = b"{}" + b" " * (LARGEST - 2)
    assert read_document(content).data == {}
    assert code_of(content + b" ") == "P107"


def test_a_file_that_is_too_large_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(LARGEST * 100)
    assert code_of(path) == "P107"


def test_a_missing_file_suggests_a_similar_name(tmp_path: Path) -> None:
    (tmp_path / "project.json").touch()
    problem = problem_of(tmp_path / "projct.json")
    assert problem.code == "P101"
    assert problem.note is not None
    assert "project.json" in problem.note["ja"]


@pytest.mark.parametrize("name", ["nothing.json", "no/such/folder/x.json", "file.json/x.json", "a\0b", "", "x" * 300])
def test_a_path_that_leads_nowhere_is_a_problem(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file.json").touch()
    assert code_of(name) in ("P101", "P102", "P105")


def test_a_folder_is_a_problem(tmp_path: Path) -> None:
    assert code_of(tmp_path) == "P102"


@pytest.mark.skipif(os.name == "nt" or getattr(os, "geteuid", lambda: 1)() == 0, reason="root may read everything")
def test_a_file_without_permission_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "secret.json"
    path.write_text("{}")
    path.chmod(0)
    assert code_of(path) == "P103"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (PermissionError(13, "Permission denied"), "P103"),
        (FileNotFoundError(2, "No such file"), "P101"),
        (IsADirectoryError(21, "Is a directory"), "P102"),
        (OSError(5, "Input/output error"), "P105"),
    ],
)
def test_what_goes_wrong_while_opening_is_a_problem(
    error: OSError, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "project.json"
    path.write_text("{}")

    def refuse(*_: object) -> int:
        raise error

    monkeypatch.setattr("advise.engine.reading.encoding.os.open", refuse)
    assert code_of(path) == code


def test_a_file_that_fails_while_it_is_read_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "project.json"
    path.write_text("{}")

    class Failing(io.BytesIO):
        def read(self, _size: int | None = -1, /) -> bytes:
            raise OSError(116, "Stale file handle")

    def opened(descriptor: int, mode: str) -> Failing:
        os.close(descriptor)
        return Failing()

    monkeypatch.setattr("advise.engine.reading.encoding.os.fdopen", opened)
    monkeypatch.setattr("advise.engine.reading.encoding.os.fstat", lambda _: path.stat())
    problem = problem_of(path)
    assert problem.code == "P105"
    assert "Stale file handle" in problem.message["en"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert code_of(path) == "P104"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no device files here")
def test_a_device_is_refused() -> None:
    assert code_of("/dev/zero") == "P104"


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no sockets in the file system here")
def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s")
        assert code_of("s") == "P104"


@pytest.mark.skipif(sys.platform != "linux", reason="names are Unicode there")
def test_a_name_that_is_not_unicode_can_still_be_printed(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff.json"
    Path(os.fsdecode(path)).write_text("{}")
    assert read_document(os.fsdecode(path)).name == f"{tmp_path}/\\xff.json"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_that_leads_to_itself_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "loop.json"
    path.symlink_to(path)
    assert code_of(path) in ("P101", "P105")


def test_a_dash_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PLAIN.encode("cp932"))))
    document = read_document("-")
    assert (document.name, document.encoding) == ("<stdin>", "CP932")


def test_standard_input_may_be_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    for text in (
        "project:\n  phase: idea\n",
        "# ours\n---\n'project': {phase: idea}\n",
        ' {"project": {"phase": "idea"}}',
    ):
        monkeypatch.setattr(sys, "stdin", io.StringIO(text))
        assert read_document("-").data == {"project": {"phase": "idea"}}
    monkeypatch.setattr(sys, "stdin", io.StringIO(" \n"))
    assert code_of("-") == "P106"


def test_standard_input_may_be_a_text_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(PLAIN))
    assert read_document("-").text == PLAIN


def test_closed_standard_input_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = io.StringIO()
    closed.close()
    for stream in (None, closed):
        monkeypatch.setattr(sys, "stdin", stream)
        assert code_of("-") == "P105"


def test_a_file_called_dash_is_reached_with_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "-").write_text("{}")
    assert read_document("./-").data == {}


@pytest.mark.parametrize(
    ("content", "kind"), [(b"[]", "a list"), (b"3", "a single value"), (b"null", "a single value")], ids=repr
)
def test_the_whole_must_be_an_object(content: bytes, kind: str) -> None:
    problem = problem_of(content)
    assert problem.code == "P134"
    assert kind in problem.message["en"]


def test_the_deepest_document_is_read_and_one_level_more_is_refused() -> None:
    def nested(depth: int) -> bytes:
        return b'{"a":' * (depth - 1) + b"{}" + b"}" * (depth - 1)

    read_document(nested(DEEPEST))
    problem = problem_of(nested(DEEPEST + 1))
    assert problem.code == "P133"
    assert problem.place is not None
    assert problem.place.column == 5 * DEEPEST + 1


def test_brackets_in_texts_do_not_count_as_depth() -> None:
    text = json.dumps({"a": "[" * 1000 + '\\"' + "{" * 1000, "b": "\\"})
    assert not too_deep(text)
    assert read_document(text.encode()).data == json.loads(text)


@pytest.mark.parametrize("unit", [b"[", b'{"a":', b'[{"a":'], ids=repr)
def test_ten_megabytes_of_nesting_are_refused_without_recursion(unit: bytes) -> None:
    with pytest.raises(ProblemsError) as caught:
        read_document(unit * (LARGEST // len(unit)))
    assert "P133" in [problem.code for problem in caught.value.problems]


def test_nesting_is_refused_in_a_thread_with_a_small_stack() -> None:
    codes_found: list[str] = []
    threading.stack_size(64 * 1024)
    try:
        thread = threading.Thread(target=lambda: codes_found.append(code_of(b'{"a":' * 100_000)))
        thread.start()
        thread.join()
    finally:
        threading.stack_size(0)
    assert codes_found == ["P133"]


def test_numbers_out_of_range_are_refused() -> None:
    for digits in ("1e999", "-1e999", str(LARGEST_INTEGER + 1), "-" + "9" * 100_000):
        assert code_of(f'{{"a": {digits}}}'.encode()) == "P132"


def test_the_largest_whole_numbers_are_read_exactly() -> None:
    assert read_document(f'{{"a": [{LARGEST_INTEGER}, -{LARGEST_INTEGER}]}}'.encode()).data == {
        "a": [LARGEST_INTEGER, -LARGEST_INTEGER]
    }


def test_every_message_and_cure_exists_in_both_languages_and_fits_cp932() -> None:
    names = "name reason limit encoding byte kind found close key needed instead open line which"
    for code in FAULTS:
        problem = document_problem(code, None, None, **dict.fromkeys(names.split(), "x"))
        assert problem.cure is not None
        for lang in ("en", "ja"):
            assert problem.message[lang]
            assert problem.cure[lang]
            render(problem, lang).encode("cp932")
        assert problem.message["en"][0] == problem.message["en"][0].lower() or problem.message["en"].startswith("JSON")
        assert problem.cure["en"].endswith((".", "}}.", '"...".'))


def test_reading_executes_and_interprets_nothing_of_the_input(tmp_path: Path) -> None:
    data = {
        "__class__": "x",
        "$ref": "file:///etc/passwd",
        "a": "{0.__class__} %s ${HOME} {{ 7*7 }} =1+1",
        "constructor": {"prototype": 1},
    }
    assert read_document(json.dumps(data).encode()).data == data
    with pytest.raises(ProblemsError) as caught:
        read_document(b'{"{0.__class__}": 1, "{0.__class__}": {x}, {y!r}: 2}', "{name}.json")
    for lang in ("en", "ja"):
        assert all("<class" not in render(problem, lang) for problem in caught.value.problems)
