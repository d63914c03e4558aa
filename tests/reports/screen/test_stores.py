"""Parquet goes in and out, and a DuckDB file answers what the page shows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from advise.engine.assess.run import brief
from advise.engine.columnar.schema import document_schema
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.project.project import read_project
from advise.reports.screen.entry import Entry
from advise.reports.screen.intake import Intake
from advise.reports.screen.results import RowMaker
from advise.reports.screen.tally import Tally

from ...command_line import Runner, files
from ...engine.columnar.test_screening import documents
from .calls import HEAD, ROWS, read, text_table

DAY = "2026-11-22"


def lines(path: Path, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Write projects as NDJSON, each with what it is called."""
    named = [{"id": f"R{number}", **one} for number, one in enumerate(found)]
    path.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in named), encoding="utf-8")
    return named


def test_parquet_holds_the_tables_that_csv_holds(advise: Runner, elsewhere: None) -> None:
    text_table(Path("call.csv"), [HEAD, *ROWS, ["R9", "", "soon", ""]])
    assert advise("screen", "call.csv", "-o", "r.parquet", "-o", "r.csv", "--lang", "en").code == 3
    for table in ("r", "r.findings", "r.unknown", "r.errors"):
        rows = pq.read_table(f"{table}.parquet").to_pylist()
        texts = [{name: "" if one is None else str(one) for name, one in row.items()} for row in rows]
        assert texts == read(Path(f"{table}.csv"))
        assert texts or table == "r.findings"


def test_the_views_of_a_database_say_what_the_page_counts(
    kb: CompiledKnowledgeBase, advise: Runner, elsewhere: None
) -> None:
    found = [*documents(60), {"project": {"phase": "preparation"}, "commitment": {"by": "staff"}}]
    lines(Path("call.ndjson"), found)
    assert advise("screen", "call.ndjson", "-o", "r.duckdb", "--today", DAY).code == 0
    tally = Tally()
    rows_ = RowMaker(kb, "en", DAY)
    for one in (brief(read_project(data, kb), kb, DAY) for data in found):
        tally.add(rows_.of(Entry("R1", "call.ndjson"), one)[0])
    with duckdb.connect("r.duckdb", read_only=True) as base:

        def rows(view: str) -> list[Any]:
            return base.execute(f"SELECT * FROM {view}").fetchall()

        assert dict(rows("standings")) == {name: n for name, n in tally.standings.items() if n}
        assert rows("held_back") == [(one.name, one.projects, one.alone) for one in tally.held_back()]
        assert rows("missing_answers") == [(one.name, one.projects, one.alone) for one in tally.unknown()]
        assert ("COM-01/COM-02", 1, 1) in rows("held_back")
        assert ("R60", None, None, "COM-01/COM-02") in rows("on_hold")
        assert len(rows("on_hold")) == tally.standings["hold"] > 0
    with duckdb.connect("r.duckdb") as base:
        base.execute(Path("r.views.sql").read_text(encoding="utf-8"))


def test_the_sql_that_explains_a_rule_shows_its_findings(advise: Runner, elsewhere: None) -> None:
    lines(Path("call.ndjson"), documents(40))
    advise("screen", "call.ndjson", "-o", "r.duckdb", "-o", "r.csv", "--lang", "en")
    code = read(Path("r.findings.csv"))[0]["code"]
    told = advise("screen", "--explain", code.lower(), "--lang", "en").out
    sql = told[told.index("CREATE OR REPLACE") :]
    with duckdb.connect("r.duckdb") as base:
        base.execute(sql)
        [[number]] = base.execute(f"SELECT count(*) FROM {code.replace('-', '_')}").fetchall()
    assert number == sum(row["code"] == code for row in read(Path("r.findings.csv")))


def test_a_rule_is_explained_by_the_columns_that_it_reads(advise: Runner) -> None:
    told = advise("screen", "--explain", "COM-02", "--lang", "ja").out
    assert "commitment.declared" in told
    assert "commitment.by" in told
    assert "capitals/human" not in told
    assert advise("screen", "--explain", "COM-99", "--lang", "en").code == 2


def test_nested_columns_are_projects(kb: CompiledKnowledgeBase, advise: Runner, elsewhere: None) -> None:
    named = lines(Path("call.ndjson"), documents(60))
    schema = document_schema(kb.vocabulary).append(pa.field("id", pa.string()))
    pq.write_table(pa.Table.from_pylist(named, schema), "call.parquet")
    for source in ("call.ndjson", "call.parquet"):
        assert advise("screen", source, "-o", f"{source}.csv", "--lang", "en").code == 0

    def told(source: str, table: str) -> list[dict[str, str]]:
        rows = read(Path(f"{source}{table}.csv"))
        return [{name: one for name, one in row.items() if name != "file"} for row in rows]

    for table in ("", ".findings", ".unknown"):
        assert told("call.parquet", table) == told("call.ndjson", table)


def test_a_flat_parquet_file_is_a_table(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    path = tmp_path / "call.parquet"
    rows = {"id": ["R1", "R2"], "project.phase": ["idea", None], "commitment.declared": [True, None], "budget": [3, 4]}
    pq.write_table(pa.table(rows), path)
    intake = Intake(kb)
    intake.look([path])
    found = {entry.id: entry.data for entry in intake.entries()}
    assert found == {"R1": {"project": {"phase": "idea"}, "commitment": {"declared": True}}, "R2": {}}
    assert "budget" in intake.notes[0]["en"]


def test_the_rows_of_a_flat_parquet_file_are_numbered_from_one(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    path = tmp_path / "call.parquet"
    pq.write_table(pa.table({"project.name": ["a", "b"], "project.phase": ["idea", "soon"]}), path)
    intake = Intake(kb)
    intake.look([path])
    first, second = intake.entries()
    [trouble] = second.troubles
    assert (first.row, second.row, trouble.row, trouble.head) == (1, 2, 2, "project.phase")
    assert trouble.problem.message["en"].startswith("call.parquet!project.phase:2: ")


def test_a_flat_parquet_file_may_hold_lists(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    path = tmp_path / "call.parquet"
    rows = {"id": ["R1", "R2", "R3"], "selection.reasons": [["easy_to_approach", "existing_relation"], [], None]}
    pq.write_table(pa.table(rows), path)
    intake = Intake(kb)
    intake.look([path])
    assert [entry.data for entry in intake.entries()] == [
        {"selection": {"reasons": ["easy_to_approach", "existing_relation"]}}, {"selection": {"reasons": []}}, {},
    ]  # fmt: skip


def test_columns_of_a_nested_file_that_stand_for_nothing_are_told(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    path = tmp_path / "call.parquet"
    pq.write_table(pa.Table.from_pylist([{"project": {"phase": "idea"}, "budget": 3}]), path)
    intake = Intake(kb)
    intake.look([path])
    assert [entry.id for entry in intake.entries()] == ["call-1"]
    assert "budget" in intake.notes[0]["en"]


def test_what_a_nested_field_has_too_much_is_told_by_project(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    path = tmp_path / "call.parquet"
    rows = [
        {"id": "R1", "project": {"phase": "idea", "phse": None}},
        {"id": "R2", "project": {"phase": "idea", "phse": "x"}},
    ]
    pq.write_table(pa.Table.from_pylist(rows), path)
    intake = Intake(kb)
    intake.look([path])
    read_ = {entry.id: entry.read(kb) for entry in intake.entries()}
    assert read_["R1"][0] is not None
    [trouble] = read_["R2"][1]
    assert trouble.problem.code == "P201"


@pytest.mark.parametrize("content", [b"", b"PAR1", b"no parquet at all", None], ids=str)
def test_a_broken_file_is_told(content: bytes | None, advise: Runner, elsewhere: None) -> None:
    pq.write_table(pa.Table.from_pylist([{"project": {"phase": "idea"}}] * 1000), "call.parquet")
    whole = Path("call.parquet").read_bytes()
    Path("call.parquet").write_bytes(whole[: len(whole) // 2] if content is None else content)
    ended = advise("screen", "call.parquet", "-o", "r.csv", "--lang", "en")
    assert ended.code == 3
    assert "T122" in ended.err
    assert files() == ["call.parquet"]


@pytest.mark.parametrize("name", ["r.parquet", "r.duckdb"])
def test_a_second_run_writes_over_the_first_and_over_nothing_else(name: str, advise: Runner, elsewhere: None) -> None:
    text_table(Path("call.csv"), [HEAD, *ROWS])
    for _ in range(2):
        assert advise("screen", "call.csv", "-o", name).code == 0
    Path(name).write_bytes(b"somebody's own")
    assert advise("screen", "call.csv", "-o", name).code == 3
    assert Path(name).read_bytes() == b"somebody's own"
    assert not [one for one in files() if one.startswith(".")]


def test_a_full_disk_leaves_no_parquet(advise: Runner, elsewhere: None) -> None:
    text_table(Path("call.csv"), [HEAD, *ROWS])
    Path("full.parquet").symlink_to("/dev/full")
    ended = advise("screen", "call.csv", "-o", "full.parquet", "--lang", "en")
    assert ended.code == 3
    assert "the disk is full" in ended.err
    assert files() == ["call.csv", "full.parquet"]
