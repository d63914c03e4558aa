"""What columns say of a project in brief is what is said of it alone; what they cannot say they leave."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from advise.engine.assess.brief import brief
from advise.engine.columnar.briefs import Briefs
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


@pytest.fixture(scope="module")
def many(kb: CompiledKnowledgeBase) -> Briefs:
    return Briefs(kb)


def test_in_columns_the_same_is_said_of_every_project_that_has_a_verdict(
    kb: CompiledKnowledgeBase, many: Briefs
) -> None:
    data = documents(120)
    whole = [brief(read_project(one, kb), kb, DAY) for one in data]
    for found in (many.of_documents(data), many.of_lines([json.dumps({"id": "R1", **one}).encode() for one in data])):
        assert all(one is None or one == two for one, two in zip(found, whole, strict=True))
        settled = [one for one in found if one is not None]
        assert settled


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
def test_what_is_not_plainly_right_is_left_and_takes_no_other_with_it(odd: dict[str, Any], many: Briefs) -> None:
    good = plain(json.loads((Path(EXAMPLES[0]).parent / "exemplary.json").read_bytes()))
    good.pop("$schema", None)
    lines = [json.dumps(one).encode() for one in [*[good] * 40, odd, *[good] * 40]]
    found = many.of_lines(lines)
    assert [at for at, one in enumerate(found) if one is None] == [40]
    if "responses" not in odd:
        assert many.of_documents([*[good] * 3, odd])[3] is None


def test_lines_that_are_no_lines_of_json_are_left(many: Briefs) -> None:
    assert many.of_lines([b"{}", b"{", b'{"id": 5}', '{"project": {"name": "\u6e2f"}}'.encode("cp932")]) == [None] * 4
    assert many.of_lines([]) == many.of_documents([]) == []
