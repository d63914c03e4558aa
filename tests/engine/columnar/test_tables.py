"""The tables that many projects are judged into."""

from __future__ import annotations

from advise.engine.columnar.tables import SCHEMAS, tables_of


def test_tables_without_rows_have_their_columns() -> None:
    assert {name: table.schema for name, table in tables_of({}).items()} == dict(SCHEMAS)


def test_what_a_row_does_not_say_is_null() -> None:
    findings = tables_of({"findings": [{"project": "a", "code": "COM-01", "severity": "blocker", "kind": "finding"}]})
    assert findings["findings"].to_pylist() == [
        {"project": "a", "code": "COM-01", "subject": None, "severity": "blocker", "kind": "finding"}
    ]
