"""What is proved of the rules can be written anew without what takes minutes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
pytest.importorskip("z3", reason="z3-solver is not installed")

from tools import quality


def test_a_part_is_written_anew_and_the_other_one_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    page = quality.PATH.read_text(encoding="utf-8")
    changes = page[page.index("## Changes\n") :]
    assert changes.count("\n## ") == 1
    monkeypatch.setitem(quality.MADE, "claims", lambda: ["## Claims", "", "New.", "", ""])
    anew = quality.quality(page, ["claims"])
    assert anew == f"{quality.HEAD}## Claims\n\nNew.\n\n{changes}"
    assert quality.quality(anew, []) == anew


def test_the_page_of_benchmarks_has_the_figures_of_the_last_run() -> None:
    kept, page = (path.read_text(encoding="utf-8") for path in (quality.BENCHMARKS, quality.PATH))
    assert kept == quality.with_figures(kept, page)
    assert kept.count(quality.PROOFS) == kept.count(quality.END) == 1
