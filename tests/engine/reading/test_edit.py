"""An edit changes the one value that it is about; every other byte of the file is as the user left it."""

from __future__ import annotations

import copy
import fcntl
import json
import stat
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advise.engine.problems.problem import ProblemsError
from advise.engine.reading import edited_file
from advise.engine.reading.edit import apply, remove, set_value
from advise.engine.reading.edited_file import GONE, create, edited, open_file, save
from advise.engine.reading.places import pointer_of
from advise.engine.writing import write_whole

names = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=6)
scalars = st.none() | st.booleans() | st.integers(-9, 10**6) | st.floats(-5, 5) | names
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3), max_leaves=12
)
objects = st.dictionaries(names, values, min_size=0, max_size=4)
indents = st.sampled_from([None, 0, 1, 2, 4, "\t"])
line_ends = st.sampled_from(["\n", "\r\n", "\r"])
colons = st.sampled_from([":", ": ", " : "])


def text_of(data: Any, indent: int | str | None, line_end: str, colon: str) -> str:
    comma = "," if indent is not None or colon == ":" else ", "
    plain = json.dumps(data, ensure_ascii=False, indent=indent, separators=(comma, colon))
    return plain.replace("\n", line_end)


def places(data: Any, way: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    found = [way]
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for name, item in inside:
        found += places(item, (*way, name))
    return found


def at(data: Any, way: tuple[str | int, ...]) -> Any:
    for name in way:
        data = data[name]
    return data


@given(objects, values, indents, line_ends, colons, st.data())
@settings(max_examples=200)
def test_a_value_that_is_set_is_the_only_one_that_differs(
    data: Any, value: Any, indent: Any, line_end: str, colon: str, draw: st.DataObject
) -> None:
    way = draw.draw(st.sampled_from(places(data)[1:] or [("new",)]))
    text = text_of(data, indent, line_end, colon)
    splice = set_value(text, pointer_of(*way), value)
    expected = copy.deepcopy(data)
    at(expected, way[:-1])[way[-1]] = value
    after = apply(text, [splice])
    assert json.loads(after) == expected
    assert after[: splice.start] == text[: splice.start]
    assert after[splice.start + len(splice.new) :] == text[splice.end :]


@given(objects, values, names, indents, line_ends, colons, st.data())
@settings(max_examples=200)
def test_a_value_that_is_added_stands_behind_the_others(
    data: Any, value: Any, name: str, indent: Any, line_end: str, colon: str, draw: st.DataObject
) -> None:
    containers = [way for way in places(data) if isinstance(at(data, way), (dict, list))]
    way = draw.draw(st.sampled_from(containers))
    text = text_of(data, indent, line_end, colon)
    expected = copy.deepcopy(data)
    container = at(expected, way)
    if isinstance(container, list):
        container.append(value)
    else:
        name += "new" if name in container else ""
        container[name] = value
    splice = set_value(text, pointer_of(*way, name if isinstance(container, dict) else "-"), value)
    after = apply(text, [splice])
    assert json.loads(after) == expected
    assert list(json.loads(after)) == list(expected)
    assert text[splice.start : splice.end].strip() == ""
    if line_end not in text:
        assert line_end not in after


@given(objects, indents, line_ends, colons, st.data())
@settings(max_examples=200)
def test_a_value_that_is_removed_goes_with_its_key_and_comma(
    data: Any, indent: Any, line_end: str, colon: str, draw: st.DataObject
) -> None:
    ways = places(data)[1:]
    if not ways:
        return
    way = draw.draw(st.sampled_from(ways))
    text = text_of(data, indent, line_end, colon)
    expected = copy.deepcopy(data)
    del at(expected, way[:-1])[way[-1]]
    assert json.loads(apply(text, [remove(text, pointer_of(*way))])) == expected


@given(objects, names, values, indents, line_ends)
@settings(max_examples=100)
def test_what_is_added_and_removed_again_leaves_no_trace(
    data: Any, name: str, value: Any, indent: Any, line_end: str
) -> None:
    if not data or name in data:
        return
    text = text_of(data, indent, line_end, ": ")
    added = apply(text, [set_value(text, pointer_of(name), value)])
    assert apply(added, [remove(added, pointer_of(name))]) == text


def test_a_new_key_is_written_as_its_neighbours_are() -> None:
    text = '{\r\n\t"city": {\r\n\t\t"name": "A"\r\n\t}\r\n}\r\n'
    after = apply(text, [set_value(text, "/city/population", 5)])
    assert after == '{\r\n\t"city": {\r\n\t\t"name": "A",\r\n\t\t"population": 5\r\n\t}\r\n}\r\n'


def test_what_is_missing_or_null_on_the_way_becomes_an_object() -> None:
    text = '{\n  "top": null\n}\n'
    after = apply(text, [set_value(text, "/top/visited_site", True)])
    assert after == '{\n  "top": {\n    "visited_site": true\n  }\n}\n'
    after = apply(text, [set_value(text, "/portfolio/seeds/-", {"id": "a"})])
    assert json.loads(after) == {"top": None, "portfolio": {"seeds": [{"id": "a"}]}}


def test_an_empty_container_opens_where_the_text_has_lines() -> None:
    text = '{\n    "organisations": []\n}'
    after = apply(text, [set_value(text, "/organisations/-", {"id": "city"})])
    assert after == '{\n    "organisations": [\n        {\n            "id": "city"\n        }\n    ]\n}'


def test_a_list_of_words_stays_on_one_line() -> None:
    text = '{\n  "a": 1\n}'
    assert apply(text, [set_value(text, "/b", ["x", "y"])]) == '{\n  "a": 1,\n  "b": ["x", "y"]\n}'


def test_a_compact_text_stays_compact() -> None:
    assert apply('{"a":1}', [set_value('{"a":1}', "/b", [1, 2])]) == '{"a":1,"b":[1,2]}'


@pytest.mark.parametrize("pointer", ["/a/b", "/list/5", "/list/x"])
def test_a_way_that_leads_nowhere_is_refused(pointer: str) -> None:
    with pytest.raises(KeyError):
        set_value('{"a": 1, "list": [1]}', pointer, 2)
    with pytest.raises(KeyError):
        remove('{"a": 1, "list": [1]}', pointer)


@pytest.mark.parametrize(
    ("codec", "mark"),
    [
        ("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("cp932", b""), ("euc_jp", b""),
        ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"), ("utf-32-le", b"\xff\xfe\x00\x00"),
    ],
    ids=["utf-8", "utf-8 marked", "cp932", "euc-jp", "utf-16-le", "utf-16-be", "utf-32"],
)  # fmt: skip
def test_the_encoding_and_its_mark_stay(codec: str, mark: bytes) -> None:
    text = '{"city": {"name": "架空市"}, "unknown": "~表のカナ"}\r\n'
    after = edited(mark + text.encode(codec), [("/city/name", "隣町"), ("/project/name", "見守り")])
    assert after.startswith(mark)
    assert after[len(mark) :].decode(codec) == (
        '{"city": {"name": "隣町"}, "unknown": "~表のカナ", "project": {"name": "見守り"}}\r\n'
    )


@pytest.mark.parametrize("codec", ["utf-8", "cp932"])
@pytest.mark.parametrize(("end", "step"), [("\r\n", "\t"), ("\r\n", "  "), ("\n", "\t"), ("\r", " ")])
def test_what_is_laid_out_as_on_windows_or_with_tabs_is_written_in_the_same_way(
    end: str, step: str, codec: str
) -> None:
    lines = ("{", f'{step}"city": {{', f'{step * 2}"name": "架空市"', f"{step}}}", "}", "")
    after = edited(end.join(lines).encode(codec), [("/top", {"visited_site": True}), ("/goals/-", {"id": "a"})])
    added = (f'{step}"top": {{', f'{step * 2}"visited_site": true', f"{step}}},", f'{step}"goals": [', f"{step * 2}{{")
    assert end.join(added) in after.decode(codec)


def test_characters_that_the_encoding_lacks_are_escaped() -> None:
    content = '{"city": {"name": "架空市"}}'.encode("cp932")
    after = edited(content, [("/project/name", "𠮷野〜")])
    assert json.loads(after.decode("cp932")) == {"city": {"name": "架空市"}, "project": {"name": "𠮷野〜"}}


def test_a_character_with_two_encodings_keeps_the_one_it_has() -> None:
    twice = b"\x87\x90"  # NEC's; Python itself would write the same character as 81 E0
    assert twice.decode("cp932").encode("cp932") == b"\x81\xe0"
    content = b'{"city": {"name": "' + twice * 3 + '架空市です", "x": 1}}'.encode("cp932")
    after = edited(content, [("/city/x", 2)])
    assert after == content.replace(b"1}}", b"2}}")


def test_text_that_looks_like_another_encoding_is_escaped() -> None:
    content = '{"a": "表"}'.encode("cp932")
    kana = "ﾃ｣ﾂ､" * 20  # read as UTF-8 its bytes in CP932 would be well-formed
    after = edited(content, [("/b", kana)])
    assert json.loads(after.decode("cp932")) == {"a": "表", "b": kana}


def test_a_file_is_replaced_whole_with_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "project.json"
    path.write_text('{"city": {}}')
    path.chmod(0o640)
    file = save(open_file(path), [("/city/name", "A")])
    assert path.read_text() == '{"city": {"name": "A"}}' == file.document.text
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]
    save(file, [("/city/name", GONE)])
    assert path.read_text() == '{"city": {}}'


def test_a_link_is_followed(tmp_path: Path) -> None:
    target = tmp_path / "real.json"
    target.write_text("{}")
    link = tmp_path / "project.json"
    link.symlink_to(target)
    save(open_file(link), [("/a", 1)])
    assert link.is_symlink()
    assert json.loads(target.read_text()) == {"a": 1}


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "project.json"
    path.write_text("{}")
    file = open_file(path)
    path.write_text('{"mine": 1}')
    with pytest.raises(ProblemsError) as caught:
        save(file, [("/a", 1)])
    assert caught.value.problems[0].code == "P301"
    assert path.read_text() == '{"mine": 1}'


def test_a_new_file_never_replaces_one(tmp_path: Path) -> None:
    path = tmp_path / "project.json"
    assert create(path, '{"a": 1}\n').document.data == {"a": 1}
    with pytest.raises(ProblemsError):
        create(path, "{}")
    assert path.read_text() == '{"a": 1}\n'


def test_yaml_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "project.yaml"
    path.write_text("city: {}\n")
    with pytest.raises(ProblemsError) as caught:
        open_file(path)
    assert caught.value.problems[0].code == "P303"


def test_answers_are_not_written_into_an_encoding_whose_bytes_depend_on_each_other(tmp_path: Path) -> None:
    path = tmp_path / "project.json"
    path.write_bytes('{"city": {"name": "架空市"}}'.encode("iso2022_jp"))
    with pytest.raises(ProblemsError) as caught:
        open_file(path)
    assert caught.value.problems[0].code == "P305"


def test_a_new_file_in_a_folder_that_is_not_there_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for path in (tmp_path / "nowhere" / "project.json", tmp_path / "file" / "project.json"):
        with pytest.raises(ProblemsError) as caught:
            create(path, "{}")
        (problem,) = caught.value.problems
        assert (problem.code, problem.cure and problem.cure["en"]) == (
            "P304",
            "Make the folder first, or correct its name.",
        )


def test_of_two_that_answer_at_the_same_time_none_loses_what_was_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "project.json"
    path.write_text("{}")
    one, other = open_file(path), open_file(path)
    ended: list[str] = []

    def answer() -> None:
        try:
            save(other, [("/b", 2)])
        except ProblemsError as error:
            ended.append(error.problems[0].code)

    second = threading.Thread(target=answer)

    def slowly(*arguments: Any, **options: Any) -> None:
        monkeypatch.setattr(edited_file, "write_whole", write_whole)
        second.start()
        second.join(0.3)  # the other one waits; without that it would write now and lose its answer afterwards
        write_whole(*arguments, **options)

    monkeypatch.setattr(edited_file, "write_whole", slowly)
    save(one, [("/a", 1)])
    second.join()
    assert (json.loads(path.read_text()), ended) == ({"a": 1}, ["P301"])


def test_who_cannot_wait_any_longer_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "project.json"
    path.write_text("{}")
    monkeypatch.setattr(edited_file, "_LONGEST_WAIT", 0.1)
    with path.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(ProblemsError) as caught:
            save(open_file(path), [("/a", 1)])
    (problem,) = caught.value.problems
    assert (problem.code, "ほかのプログラムが使っています" in problem.message["ja"]) == ("P306", True)
    assert path.read_text() == "{}"


def test_a_disk_that_knows_no_locks_is_written_to_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(fcntl, "flock", refuse)
    path = tmp_path / "project.json"
    path.write_text("{}")
    save(open_file(path), [("/a", 1)])
    assert json.loads(path.read_text()) == {"a": 1}
