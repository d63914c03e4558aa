"""What columns say of a project in brief is what is said of it alone; what they cannot say they leave."""

from __future__ import annotations

import io
import json
import random
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from advise.engine.assess.run import brief
from advise.engine.columnar.screening import (
    Screening,
    _of_briefs,
    packed,
    rows_of_documents,
    rows_of_lines,
    unpacked,
)
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.project.project import read_project

from ..assess.test_brief import DAY, EXAMPLES, thinned


def plain(data: Any) -> Any:
    """Return a project's data without where its values come from."""
    if isinstance(data, dict):
        return plain(data["value"]) if "value" in data else {key: plain(one) for key, one in data.items()}
    return [plain(one) for one in data] if isinstance(data, list) else data


def documents(count: int) -> list[dict[str, Any]]:
    chance = random.Random(7)
    found = []
    for _ in range(count):
        data = plain(json.loads(chance.choice(EXAMPLES).read_bytes()))
        data = data if chance.random() < 0.4 else thinned(data, chance)
        data["project"] = {**data.get("project", {}), "phase": chance.choice(["idea", "preparation", "scaling"])}
        found.append({key: one for key, one in data.items() if key not in ("$schema", "responses", "asked")})
    return found


class Few:
    """A few projects as they come in."""

    barred: tuple[int, ...] = ()

    def __init__(self, found: list[dict[str, Any]], schema: pa.Schema) -> None:
        self.found = found
        self.rows, self.places = rows_of_documents(found, schema)

    def __len__(self) -> int:
        return len(self.found)


def test_in_columns_the_same_is_said_of_every_project(kb: CompiledKnowledgeBase) -> None:
    data = documents(120)
    data[3] = {"project": {"phase": "idea"}, "responses": []}
    data[7] = {"project": {"phase": {"value": "idea", "source": "a call"}}}
    data[8] = {"project": {"phase": "preparation"}, "commitment": {"by": "staff"}}
    screening = Screening(kb, DAY)
    found = screening.judged(Few(data, screening.schema), lambda place: read_project(data[place], kb))
    found = unpacked(packed(found))
    rows = [(read_project(one, kb)) for one in data]
    expected = _of_briefs([(place, brief(one, kb, DAY)) for place, one in enumerate(rows)])
    assert found.projects.to_pylist() == expected.projects.to_pylist()
    assert found.findings.to_pylist() == expected.findings.to_pylist()
    assert found.unknown.to_pylist() == expected.unknown.to_pylist()
    assert len({one["verdict"] for one in found.projects.to_pylist()}) > 2
    assert found.projects.column("either")[8].as_py() == "COM-01/COM-02"


@pytest.mark.parametrize(
    "odd",
    [
        {"project": {"phase": "later"}},
        {"project": {"phase": {"value": "idea"}}},
        {"commitment": {"declared": "yes"}},
        {"city": {"population": True}},
        {"organisations": [{"id": "a"}, {"id": "a"}]},
        {"responses": []},
    ],
    ids=str,
)
def test_what_is_not_plainly_right_is_left_and_takes_no_other_with_it(
    odd: dict[str, Any], kb: CompiledKnowledgeBase
) -> None:
    good = plain(json.loads((Path(EXAMPLES[0]).parent / "exemplary.json").read_bytes()))
    good.pop("$schema", None)
    data = [*[good] * 40, odd, *[good] * 40]
    screening, left = Screening(kb, DAY), list[int]()
    lines = "\n".join(map(json.dumps, data)).encode()
    [(_, rows, places, _)] = rows_of_lines(io.BytesIO(lines), screening.schema)
    assert rows.num_rows == len(places) > 70
    if not {"responses", "city"} & odd.keys():  # what `rows_of_documents` leaves to its caller
        found = screening.judged(Few(data, screening.schema), left.append)
        assert 40 in left
        assert len(left) < 17
        assert found.projects.column("at").to_pylist() == [place for place in range(81) if place not in left]
