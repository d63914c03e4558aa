"""The domain's own sentences: what they take, and what is wrong with one is told when it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from advise.engine.problems.problem import ProblemsError
from advise.engine.scenarios.phrases import Phrase, _paths, read_phrases

from ...work import work


def phrases(folder: Path, text: str) -> tuple[Phrase, ...]:
    path = folder / "phrases.yaml"
    path.write_text(text, encoding="utf-8")
    return read_phrases(path)


def phrase(folder: Path, text: str) -> Phrase:
    (found,) = phrases(folder, f"{text!r}:\n  top.visited: true\n")
    return found


@pytest.mark.parametrize(
    ("text", "sentence", "slots"),
    [
        ("the doors are open", "the doors are open", {}),
        ("the doors are open", "the doors are open now", None),
        ('the {kind} "{id}" is in', 'the small shop "a" is in', {"kind": "small shop", "id": "a"}),
        ('the {kind} "{id}" is in', 'the 2nd shop "a" is in', None),
        ("{one} and {two}", "tea and milk and sugar", {"one": "tea and milk", "two": "sugar"}),
        ("{*ids} are in", '"a", "b" and "c" are in', {"ids": '"a", "b" and "c"'}),
        ("{*ids} are in", '"a" "b" are in', None),
        ('{*ids} and "{last}"', '"a", "b" and "c"', {"ids": '"a", "b"', "last": "c"}),
        ("the {1}st", "the very first", {"1": "very fir"}),
        ("ends with {word}", "ends with", None),
    ],
)
def test_a_sentence_is_read_with_what_stands_in_its_slots(
    text: str, sentence: str, slots: dict[str, str] | None, tmp_path: Path
) -> None:
    assert phrase(tmp_path, text).sentence.read(sentence) == slots


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('"{book} and {book} match":\n  a: true', "the slot {book} stands twice in"),
        ('"the {kind}":\n  shops/{id}.open: true', "'shops/{id}.open' asks for {id}, which is no such slot of 'the {kind}'"),
        ('"the {kind}":\n  shops.kind: "{sort}"', "asks for {sort}"),
        ('"the {kind}":\n  shops.kinds:\n    adds: "{sort}"', "asks for {sort}"),
        ('"the {*ids}":\n  shops/{ids}.open: true', "asks for {ids}"),
        ('"the {id}":\n  shops/{*id}.open: true', "asks for {id}"),
        (f'"{" ".join(f"{{s{one}}}" for one in range(21))}":\n  a: true', "has 21 slots; 20 are the most"),
    ],
)  # fmt: skip
def test_slots_that_do_not_fit_are_told_when_the_sentence_is_read(text: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(ProblemsError) as caught:
        phrases(tmp_path, text)
    (found,) = caught.value.problems
    assert found.place is not None
    assert (found.code, found.place.line) == ("S002", 2)
    assert problem in found.message["en"]


def test_several_names_and_another_slot_fill_one_path() -> None:
    assert _paths("{list}/{*ids}.open", {"list": "shops", "ids": ["a", "b"]}) == ["shops/a.open", "shops/b.open"]


def test_a_sentence_with_many_slots_is_read_in_little_time(tmp_path: Path) -> None:
    many = phrase(tmp_path, " or ".join(f"{{s{one}}}" for one in range(8)) + "!").sentence
    words = " or ".join(["tea"] * 60)
    assert work(lambda: many.read(words)) < 100_000
    assert many.read(words) is None
    assert many.read(f"{words}!") is not None


def test_a_very_long_text_is_no_sentence_with_several_slots_of_words(tmp_path: Path) -> None:
    one, two = (phrase(tmp_path, text).sentence for text in ("{word}", "{one} {two}"))
    assert one.read("a" * 2_000) == {"word": "a" * 2_000}
    assert two.read("a " + "a" * 998) == {"one": "a", "two": "a" * 998}
    assert two.read("a " + "a" * 999) is None


def test_a_file_in_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "phrases.yaml").write_bytes("the doors:\n  市長: 1\n".encode("cp932"))
    with pytest.raises(ProblemsError) as caught:
        read_phrases(tmp_path / "phrases.yaml")
    (one,) = caught.value.problems
    assert (one.code, one.message["ja"]) == ("S002", "UTF-8のファイルではありません")
    assert one.place is not None
    assert one.place.line == 2
