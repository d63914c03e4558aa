"""The file to start from can be read, whatever the verdict needs."""

from __future__ import annotations

from pathlib import Path

from advise.engine.project.project import read_project
from advise.engine.project.starter import starter

from ...knowledge_bases import small


def test_every_fact_that_a_verdict_needs_stands_in_its_place_and_is_unknown(tmp_path: Path) -> None:
    needed = "".join(f"  - fact: {path}\n" for path in ("complete.jars", "seasons.*.busy", "shelves[].wide"))
    kb = small.load(
        tmp_path, {"verdict.yaml": small.FILES["verdict.yaml"].replace("must_know:\n", f"must_know:\n{needed}")}
    )
    data = starter(kb, "en")
    assert data["complete"] == {"jars": None}
    assert data["seasons"] == {"summer": {"busy": None}, "winter": {"busy": None}}
    assert read_project(data, kb).stated == {}
