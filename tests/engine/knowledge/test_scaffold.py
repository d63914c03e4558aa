"""A rule may be begun while others are not finished, and where nothing else is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from advise.engine.knowledge import files
from advise.engine.knowledge.scaffold import begun, new_rule
from advise.engine.problems.problem import ProblemsError

from ...knowledge_bases import small


def test_of_rules_that_are_not_finished_only_the_codes_count(tmp_path: Path) -> None:
    folder = small.write(tmp_path, {"shop/begun.yaml": "code: SHO-07\ntitle:\n"})
    kb, taken = begun(str(folder))
    assert ([rule.code for rule in kb.rules], sorted(taken)) == (["SHO-01"], ["SHO-07"])
    assert "code: SHO-08\n" in new_rule("shop/next", kb, taken)


def test_where_more_is_wrong_everything_is_told(tmp_path: Path) -> None:
    folder = small.write(tmp_path, {"shop/begun.yaml": "code: SHO-07\n", "areas.yaml": None})
    with pytest.raises(ProblemsError) as caught:
        begun(str(folder))
    assert {one.place.file.rpartition("/")[2] for one in caught.value.problems if one.place} >= {"begun.yaml"}


def test_a_folder_that_cannot_be_listed_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: str) -> None:
        raise PermissionError(13, "Permission denied", folder)

    monkeypatch.setattr(files, "_listed", refuse)
    with pytest.raises(ProblemsError, match="cannot be read"):
        begun(str(tmp_path))
