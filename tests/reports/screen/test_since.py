"""The results of an earlier run are read as they were written, or not at all."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.problems.problem import ProblemsError
from advise.engine.reading import encoding
from advise.reports.screen.since import Earlier, earlier
from advise.reports.screen.sinks import Files
from advise.reports.screen.words import ScreenNames

from ...command_line import Runner
from .calls import HEAD as TABLE
from .calls import ROWS, text_table

HEAD = "id,standing,day"
LINE = '{"id": "R1", "standing": "hold", "day": "2026-07-31"}'


def known(kb: CompiledKnowledgeBase, path: Path, text: str) -> Earlier:
    path.write_text(text, encoding="utf-8")
    return earlier(path, ScreenNames(kb, "en", "2026-11-22"))


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
    files.write("projects", [row])
    for place in files.places:
        place.whole()
        place.put()
    assert earlier(path, ScreenNames(kb, "en", "2026-11-22")).standings == {name: "hold"}


@pytest.mark.parametrize("end", [".csv", ".ndjson", ".xlsx", ".parquet", ".duckdb"])
def test_the_results_of_every_kind_are_read_as_those_of_an_earlier_run(
    end: str, kb: CompiledKnowledgeBase, advise: Runner, elsewhere: None
) -> None:
    text_table(Path("call.csv"), [TABLE, *ROWS])
    assert advise("screen", "call.csv", "-o", f"r{end}", "--today", "2026-07-31").code == 0
    found = earlier(Path(f"r{end}"), ScreenNames(kb, "en", "2026-11-22"))
    assert (found.day, found.rules, set(found.standings)) == ("2026-07-31", kb.version, {"R1", "R2", "R3"})
    assert advise("screen", "call.csv", "-o", "board.html", "--since", f"r{end}").code == 0


def test_a_project_that_cannot_be_read_any_more_is_not_gone(advise: Runner, elsewhere: None) -> None:
    text_table(Path("call.csv"), [TABLE, *ROWS])
    assert advise("screen", "call.csv", "-o", "r.csv").code == 0
    text_table(Path("call.csv"), [TABLE, ROWS[0], ROWS[0], [ROWS[1][0], "x", "soon", ""]])
    assert advise("screen", "call.csv", "-o", "b.html", "--since", "r.csv", "--lang", "en").code == 3
    text = Path("b.html").read_text(encoding="utf-8")
    assert "New: 0, no longer there: 1." in text
    assert "another version of the rules" not in text


def test_that_the_rules_were_others_is_told(advise: Runner, elsewhere: None, kb: CompiledKnowledgeBase) -> None:
    text_table(Path("call.csv"), [TABLE, *ROWS])
    assert advise("screen", "call.csv", "-o", "r.csv").code == 0
    results = Path("r.csv").read_text(encoding="utf-8-sig").replace(kb.version, "0123456789ab")
    Path("old.csv").write_text(results, encoding="utf-8-sig")
    assert advise("screen", "call.csv", "-o", "b.html", "--since", "old.csv", "--lang", "en").code == 0
    assert "another version of the rules (0123456789ab)" in Path("b.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("end", [".parquet", ".duckdb"])
def test_what_is_no_store_of_results_is_told(
    end: str, kb: CompiledKnowledgeBase, advise: Runner, elsewhere: None
) -> None:
    Path(f"r{end}").write_bytes(b"PAR1 and nothing more")
    for name, code in ((f"r{end}", "T121"), (f"none{end}", "T101")):
        with pytest.raises(ProblemsError) as caught:
            earlier(Path(name), ScreenNames(kb, "en", "2026-11-22"))
        assert [one.code for one in caught.value.problems] == [code]
    assert not Path("none.duckdb").exists()


def test_other_stores_hold_no_results_and_reach_nothing(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    pq.write_table(pa.table({"id": ["R1"], "standing": [["hold"]], "day": ["x"]}), tmp_path / "a.parquet")
    pq.write_table(pa.table({"id": ["R1"]}), tmp_path / "b.parquet")
    (tmp_path / "told.csv").write_text(f"{HEAD}\nR1,hold,x\n", encoding="utf-8")
    for name, made in (("a", "SELECT 1 AS id"), ("b", f"SELECT * FROM read_csv('{tmp_path / 'told.csv'}')")):
        with duckdb.connect(str(tmp_path / f"{name}.duckdb")) as base:
            base.execute(f"CREATE VIEW projects AS {made}")
    for name in ("a.parquet", "b.parquet", "a.duckdb", "b.duckdb"):
        with pytest.raises(ProblemsError) as caught:
            earlier(tmp_path / name, ScreenNames(kb, "en", "2026-11-22"))
        assert [one.code for one in caught.value.problems] == ["T121"]
