"""The results of an earlier run are read as they were written, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.problems.problem import ProblemsError
from advise.engine.reading import encoding
from advise.reports.screen.since import Earlier, earlier
from advise.reports.screen.sinks import Files
from advise.reports.screen.words import Words

HEAD = "id,standing,day"
LINE = '{"id": "R1", "standing": "hold", "day": "2026-07-31"}'


def known(kb: CompiledKnowledgeBase, path: Path, text: str) -> Earlier:
    path.write_text(text, encoding="utf-8")
    return earlier(path, Words(kb, "en", "2026-11-22"))


def test_blank_lines_say_nothing(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    expected = Earlier("2026-07-31", {"R1": "hold", "R2": "open"})
    rows = f"{HEAD}\nR1,hold,2026-07-31\n\n,,\nR2,open,2026-07-31\n\n"
    assert known(kb, tmp_path / "r.csv", rows) == expected
    lines = LINE + "\n\n" + LINE.replace("R1", "R2").replace("hold", "open") + "\n \n"
    assert known(kb, tmp_path / "r.ndjson", lines) == expected


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("r.csv", f"{HEAD}\nR1\n", "T121"),
        ("r.csv", f"{HEAD}\nR1,hold\n", "T121"),
        ("r.csv", "id,standing\nR1,hold\n", "T121"),
        ("r.csv", f"{HEAD}\n", "T121"),
        ("r.csv", f"{HEAD}\nR1,hold,x\nR1,open,x\n", "T123"),
        ("r.ndjson", "[" * 100_000, "T121"),
        ("r.ndjson", '{"id": "R1", "standing": [], "day": ""}', "T121"),
        ("r.ndjson", f"{LINE}\n{LINE}\n", "T123"),
        ("r.ndjson", f"{LINE}{' ' * 400}\n", "P107"),
    ],
)
def test_what_is_no_whole_result_is_told(
    name: str, text: str, code: str, kb: CompiledKnowledgeBase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if code == "P107":
        monkeypatch.setattr(encoding, "LARGEST", 300)
    with pytest.raises(ProblemsError) as caught:
        known(kb, tmp_path / name, text)
    assert [one.code for one in caught.value.problems] == [code]


@pytest.mark.parametrize("name", ["R1", "'R1", "''", "=1", "'=1", "'-", "R'1", "'"])
@pytest.mark.parametrize("end", [".csv", ".ndjson"])
def test_an_id_comes_back_as_it_was_whatever_it_begins_with(
    name: str, end: str, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    from advise.reports.screen.results import COLUMNS

    path = tmp_path / f"r{end}"
    files = Files(path, is_csv=end == ".csv")
    row = tuple({"id": name, "standing": "hold", "day": "2026-07-31"}.get(one, "") for one in COLUMNS["projects"])
    files._write("projects", [row])
    for place in files.places.values():
        place.whole()
        place.put()
    assert earlier(path, Words(kb, "en", "2026-11-22")).standings == {name: "hold"}
