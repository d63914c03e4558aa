"""Lines and tables of projects: fast where all is well, the reader of one project where not."""

from __future__ import annotations

import io
import json
from pathlib import Path
from random import Random
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from advise.engine.assess import assess
from advise.engine.columnar import portfolio as portfolio_module
from advise.engine.columnar.batch import rows_of_memories
from advise.engine.columnar.lines import FEW, blocks, id_of, read
from advise.engine.columnar.portfolio import JudgedPart, Portfolio
from advise.engine.columnar.tables import SCHEMAS, rows_of, tables_of
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.problems.problem import ProblemsError
from advise.engine.project.data import document_of
from advise.engine.project.project import read_project

from .agreement import TODAY, assessed, projects
from .spoilt import line, with_provenance

EXAMPLES = sorted((Path(__file__).resolve().parents[3] / "examples").glob("*.json"))
Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def portfolio(kb: CompiledKnowledgeBase) -> Portfolio:
    return Portfolio(kb, TODAY)


def judged(portfolio: Portfolio, content: bytes, size: int = 1 << 20) -> tuple[Rows, dict[str, Any]]:
    return together(portfolio.lines(io.BytesIO(content), size))


def together(parts: Any) -> tuple[Rows, dict[str, Any]]:
    parts = list(parts)
    rows = {name: [row for part in parts for row in part.tables[name].to_pylist()] for name in SCHEMAS}
    return rows, {one.id: one.problems for part in parts for one in part.refused}


def in_any_order(rows: Rows) -> dict[str, list[str]]:
    return {name: sorted(map(str, found)) for name, found in rows.items()}


def test_lines_get_what_each_gets_as_a_project_file(portfolio: Portfolio) -> None:
    lines = [line(seed, portfolio.kb.vocabulary) for seed in range(120)]
    lines = [one for one in lines if id_of(one) is None]
    rows, refused = judged(portfolio, b"\n".join(lines), 200_000)
    expected: Rows = {name: [] for name in SCHEMAS}
    told = {}
    for number, one in enumerate(lines, 1):
        if not one:
            continue
        try:
            assessment = assess(one, portfolio.kb, today=TODAY, interpreter="evaluate")
        except ProblemsError as error:
            told[str(number)] = [str(one) for one in error.problems]
            continue
        for name, found in rows_of(assessment, str(number), portfolio.kb).items():
            expected[name] += found
    assert {name: [str(one) for one in problems] for name, problems in refused.items()} == told
    assert 25 < len(expected["projects"]) < 95
    everything = {name: table.to_pylist() for name, table in tables_of(expected).items()}
    assert in_any_order(rows) == in_any_order(everything)
    assert [row["id"] for row in rows["projects"]] == [row["id"] for row in everything["projects"]]


@pytest.mark.parametrize(
    "content",
    [b"", b"\n\n", b'{}\n{}\n{"lang":"ja"}', b"\xef\xbb\xbf{}\r\n\r\n{}\r\n{}\r\n", b"{}\n{}\n{}"],
    ids=["nothing", "empty lines", "no last line end", "from Windows", "empty objects"],
)
def test_a_line_is_a_project_however_lines_end(content: bytes, portfolio: Portfolio) -> None:
    rows, refused = judged(portfolio, content)
    there = [str(number) for number, one in enumerate(content.splitlines(), 1) if one]
    assert ([row["id"] for row in rows["projects"]], refused) == (there, {})


@pytest.mark.parametrize(
    "written",
    [
        '{"lang":"ja"}{"lang":\n"en"}',
        "{\n}",
        "{}{}",
        "[{}]",
        '{"lang":"\xff"}',
        '{"lang":"ja"',
        "null",
        '{} {"lang":"ja"}',
    ],
)
def test_what_is_no_object_on_one_line_is_refused_with_its_line(written: str, portfolio: Portfolio) -> None:
    content = written.encode("latin-1")
    rows, refused = judged(portfolio, b"{}\n" + content + b"\n{}\n")
    lines = 1 + content.count(b"\n")
    assert [row["id"] for row in rows["projects"]] == ["1", str(2 + lines)]
    assert list(refused) == [str(2 + one) for one in range(lines)]


def test_plain_lines_are_read_without_the_reader_of_one_project(
    portfolio: Portfolio, monkeypatch: pytest.MonkeyPatch
) -> None:
    memories = projects(6, 30, portfolio.kb)
    lines = [json.dumps(document_of(one, portfolio.kb.vocabulary)).encode() for one in memories]
    expected = judged(portfolio, b"\n".join(lines))
    monkeypatch.setattr(portfolio_module, "read_project", None)
    assert judged(portfolio, b"\n".join(lines)) == expected


def test_values_that_say_where_they_come_from_are_judged_in_columns(
    portfolio: Portfolio, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = [document_of(one, portfolio.kb.vocabulary) for one in projects(10, 30, portfolio.kb)]
    bare = [json.dumps(one).encode() for one in documents]
    told = [json.dumps(with_provenance(Random(place), one)).encode() for place, one in enumerate(documents)]
    assert sum(b'"value"' in one for one in told) > 20
    expected = judged(portfolio, b"\n".join(bare))
    monkeypatch.setattr(portfolio_module, "read_project", None)
    assert judged(portfolio, b"\n".join(told)) == expected


def test_a_line_says_what_its_project_is_called(portfolio: Portfolio, monkeypatch: pytest.MonkeyPatch) -> None:
    said = [
        b'{"id":"R1","commitment":{"declared":true}}',
        b'{"commitment":{"declared":true}}',
        b'{"id":3,"commitment":{"declared":{"value":true,"source":"MOU"}}}',
        b'{"commitment":{"declared":true},"id":" R4 ","responses":[]}',
        b'{"id":"R5","commitment":{"declared":"soon"}}',
        b'{"id":true,"commitment":{"declared":true}}',
        b'{"id":"R1","commitment":{"declared":false}}',
    ]
    rows, refused = judged(portfolio, b"\n".join(said))
    assert [row["id"] for row in rows["projects"]] == ["R1", "2", "3", "R4", "R1"]
    assert [row["verdict"] for row in rows["projects"]] == [*[rows["projects"][0]["verdict"]] * 4, "hold"]
    assert [(name, [one.code for one in problems]) for name, problems in refused.items()] == [
        ("R5", ["P211"]), ("6", ["P201"]),
    ]  # fmt: skip
    part = portfolio.documents(said[:1], ["other"])
    assert part.tables["projects"].column("id").to_pylist() == ["other"]
    monkeypatch.setattr(portfolio_module, "read_project", None)
    judged(portfolio, said[0] + b"\n" + said[2])


def test_one_odd_line_leaves_the_others_in_columns(portfolio: Portfolio) -> None:
    lines = [b'{"commitment":{"declared":true}}'] * 500 + [b'{"commitment":{"declared":"yes"}}'] + [b"{}"] * 500
    (block,) = blocks(io.BytesIO(b"\n".join(lines)))
    found = read(block, portfolio.schema, FEW)
    assert found.rows.num_rows >= len(lines) - FEW
    assert 500 in found.others.tolist()
    alone = read(block, portfolio.schema)
    assert (alone.rows.num_rows, alone.others.tolist()) == (1000, [500])


@pytest.fixture
def rows(portfolio: Portfolio) -> pa.RecordBatch:
    """Return the examples as rows of a table."""
    memories = [read_project(path, portfolio.kb).memory for path in EXAMPLES]
    return rows_of_memories(memories, portfolio.kb.vocabulary, portfolio.schema)


def expected_of(rows: pa.RecordBatch, portfolio: Portfolio) -> Rows:
    return {name: table.to_pylist() for name, table in assessed(rows.to_pylist(), portfolio.kb).items()}


def without_ids(found: Rows) -> dict[str, list[str]]:
    keys = ("id", "project")
    return in_any_order(
        {name: [{key: row[key] for key in row if key not in keys} for row in part] for name, part in found.items()}
    )


def test_a_parquet_file_gets_what_its_rows_get(portfolio: Portfolio, rows: pa.RecordBatch, tmp_path: Path) -> None:
    names = pa.array([path.stem for path in EXAMPLES])
    table = pa.Table.from_batches([rows]).append_column("key", names)
    pq.write_table(table, tmp_path / "all.parquet")
    found, refused = together(portfolio.parquet(tmp_path / "all.parquet", "key"))
    assert (refused, [row["id"] for row in found["projects"]]) == ({}, names.to_pylist())
    assert without_ids(found) == without_ids(expected_of(rows, portfolio))


def test_columns_may_be_missing_and_of_other_forms(portfolio: Portfolio) -> None:
    population = pa.array([12_000, None, 400_000], pa.int64())
    kinds = pa.array(["municipality", "municipality", "local_company"]).dictionary_encode()
    organisations = pa.LargeListArray.from_arrays(
        pa.array([0, 1, 2, 3], pa.int64()),
        pa.StructArray.from_arrays([pa.array(["a", "b", "c"], pa.large_string()), kinds], ["id", "kind"]),
    )
    city = pa.StructArray.from_arrays([population], ["population"])
    rows = pa.RecordBatch.from_arrays([city, organisations], ["city", "organisations"])
    part = portfolio.rows(rows, pa.array(["1", "2", "3"]))
    assert without_ids(together([part])[0]) == without_ids(expected_of(rows, portfolio))
    assert part.refused == ()


def test_a_column_that_is_no_fact_is_told_of_each_row(portfolio: Portfolio) -> None:
    rows = pa.RecordBatch.from_pylist([{"comitment": {"declared": True}}, {"comitment": None}])
    part = portfolio.rows(rows, pa.array(["a", "b"]))
    assert [(one.id, [problem.code for problem in one.problems]) for one in part.refused] == [
        ("a", ["P201"]), ("b", ["P201"]),
    ]  # fmt: skip


def test_decisions_are_heeded(portfolio: Portfolio) -> None:
    response = {"finding": "COM-01", "response": "accepted", "reason": "r", "by": "b", "on": "2026-01-01"}
    stated: dict[str, Any] = {"commitment": {"declared": False}}
    lines = [json.dumps(stated), json.dumps({**stated, "responses": [response]}), json.dumps(stated)]
    rows, _ = judged(portfolio, "\n".join(lines).encode())
    assert [row["project"] for row in rows["findings"] if row["code"] == "COM-01"] == ["1", "3"]
    assert [row["id"] for row in rows["projects"]] == ["1", "2", "3"]


def test_rows_stand_in_the_order_of_their_projects(portfolio: Portfolio) -> None:
    memories = projects(5, 40, portfolio.kb)
    rows = rows_of_memories(memories, portfolio.kb.vocabulary, portfolio.schema)
    part: JudgedPart = portfolio.rows(rows, pa.array([str(number) for number in range(40)]))
    for name in ("findings", "cannot_tell", "derived"):
        found = [int(row["project"]) for row in part.tables[name].to_pylist()]
        assert found == sorted(found)


def test_every_part_has_the_tables_with_their_columns_and_types(
    portfolio: Portfolio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portfolio_module, "BATCH", 40)
    lines = [b"{}", b'{"commitment":{"declared":false}}', b'{"commitment":{"declared":"no"}}'] * 40
    content = b"\n".join(lines)
    parts = list(portfolio.lines(io.BytesIO(content), 500))
    assert len(parts) > 1
    assert max(len(part.tables["projects"]) + len(part.refused) for part in parts) <= 60
    assert all({name: table.schema for name, table in part.tables.items()} == SCHEMAS for part in parts)
    assert together(parts) == judged(portfolio, content)
