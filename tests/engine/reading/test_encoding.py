"""A file is read in the encoding that it was written in, and what hardly anybody would write in it is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from advise.engine.problems.problem import Problem, ProblemsError, render_all
from advise.engine.reading.document import read_document
from advise.engine.reading.encoding import content_of, decode


def document(name: str) -> str:
    return '{"lang": "ja", "project": {"name": "' + name + '"}}'


def problem_of(content: bytes) -> Problem:
    with pytest.raises(ProblemsError) as caught:
        decode(content, "p.json")
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize("name", ["データ", "東京都の見守り", "柏市、ＩＣＴのまちづくり", "〜ﾃﾞｰﾀ〜データ"])
def test_euc_jp_is_read_as_such(name: str) -> None:
    read = read_document(document(name).encode("euc_jp"), "p.json")
    assert (read.encoding, read.data["project"]["name"]) == ("EUC-JP", name)


@pytest.mark.parametrize("codec", ["iso2022_jp", "iso2022_jp_ext"])
@pytest.mark.parametrize("name", ["データ", "東京都"])
def test_iso_2022_jp_is_read_as_such(name: str, codec: str) -> None:
    read = read_document(document(name).encode(codec), "p.json")
    assert (read.encoding, read.data["project"]["name"]) == ("ISO-2022-JP", name)


def test_iso_2022_jp_that_is_damaged_is_refused_where_it_is() -> None:
    problem = problem_of(document("データ").encode("iso2022_jp").replace(b"%G", b"\x01G"))
    assert (problem.code, problem.message["en"][-21:]) == ("P108", "read as ISO-2022-JP text"[-21:])


def test_an_escape_sequence_alone_is_no_encoding() -> None:
    assert decode(document("\x1b[31mred").encode(), "p.json")[1] == "UTF-8"


@pytest.mark.parametrize(
    ("name", "codec", "found"),
    [
        ("København smart city", "latin-1", "\ue602"),
        ("Málaga", "latin-1", "疝"),
        ("Ångström", "latin-1", "ﾅ"),
        ("Überlingen", "latin-1", "ﾜ"),
        ("25 °C", "latin-1", "ｰ"),
        ("the city’s plan", "cp1252", "痴"),
        ("Łukasz", "iso8859-2", "｣"),
        ("北京市", "gb2312", "ｱｱｾｩﾊﾐ"),
        ("Москва город", "koi8-r", "榘ﾓﾋﾗﾁ"),
        ("ﾃﾞｰﾀ", "cp932", "ﾃﾞｰﾀ"),
    ],
)
def test_what_nobody_writes_in_cp932_is_refused_with_its_place(name: str, codec: str, found: str) -> None:
    content = document(name).encode(codec)
    problem = problem_of(content)
    assert (problem.code, problem.place and problem.place.column) == ("P152", content.decode("cp932").index(found) + 1)
    assert f"'{found}'" in problem.message["en"]
    assert problem.cure is not None
    assert "UTF-8" in problem.cure["ja"]


def test_characters_of_private_use_are_refused_in_japanese_text() -> None:
    problem = problem_of(document("\ue000田").encode("cp932"))
    assert (problem.code, problem.place and problem.place.column) == ("P151", 37)
    assert "U+E000" in problem.message["ja"]
    assert "<U+E000>" in render_all([problem], "ja")


@pytest.mark.parametrize("name", ["市のﾃﾞｰﾀ", "ｱｲ髙﨑①㈱～", "AI市", "港", "ｱｶｼ 市", "櫻"])
def test_half_width_kana_and_single_kanji_are_read_where_the_text_is_japanese(name: str) -> None:
    assert decode(document(name).encode("cp932"), "p.json") == (document(name), "CP932")


def test_a_large_file_in_cp932_is_read_at_once() -> None:
    text = document("架空市のﾃﾞｰﾀ") * 100_000
    assert decode(text.encode("cp932"), "p.json") == (text, "CP932")


def test_a_file_is_read_whole_up_to_its_limit_whatever_its_size(tmp_path: Path) -> None:
    path = tmp_path / "long"
    for size in (0, 1, 65_535, 65_536, 65_537, 200_000):
        path.write_bytes(b"x" * size)
        assert len(content_of(path, 200_000)) == size
    with pytest.raises(OSError, match="larger than 199999 bytes"):
        content_of(path, 199_999)
