"""A knowledge base that was found sound is cached; the cache is never in the way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from advise.engine.knowledge import cache, load_knowledge_base
from advise.engine.knowledge.model import KnowledgeBase, ParameterDefinition
from advise.engine.language.problem import ProblemsError

from ...knowledge_bases import small

LOAD = """
import sys
from advise.engine.knowledge import load_knowledge_base
kb = load_knowledge_base(sys.argv[1])
print("yaml" in sys.modules, len(kb.rules))
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ADVISE_CACHE", str(tmp_path / "cache"))
    return tmp_path


def cached(folder: Path) -> Path:
    (path,) = (folder / "cache").glob("*.json")
    return path


def same(one: KnowledgeBase, other: KnowledgeBase) -> bool:
    names = ("version", "vocabulary", "parameters", "areas", "rules", "derivations", "verdict", "statements", "owners")
    return all(getattr(one, name) == getattr(other, name) for name in names)


def test_a_second_start_reads_no_yaml(folder: Path) -> None:
    root = small.write(folder)
    said = []
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", LOAD, str(root)], capture_output=True, text=True, check=True)
        said.append(done.stdout.split())
    assert said == [["True", "1"], ["False", "1"]]


@pytest.mark.parametrize("base", [None, small.LIBRARY])
def test_what_comes_from_the_cache_is_what_was_read(base: Path | None, folder: Path) -> None:
    read = load_knowledge_base(base)
    again = load_knowledge_base(base)
    assert same(read, again)
    assert same(read, load_knowledge_base(base, use_cache=False))


def test_places_are_the_same_from_the_cache(folder: Path) -> None:
    read, again = load_knowledge_base(small.LIBRARY), load_knowledge_base(small.LIBRARY)
    assert [str(rule.place) for rule in read.rules] == [str(rule.place) for rule in again.rules]
    assert [str(one.place) for one in read.statements.values()] == [str(one.place) for one in again.statements.values()]


def test_a_copy_elsewhere_shares_the_cache_and_keeps_its_own_places(folder: Path) -> None:
    load_knowledge_base(small.write(folder / "a"))
    before = cached(folder).stat().st_mtime_ns
    kb = load_knowledge_base(small.write(folder / "b"))
    assert cached(folder).stat().st_mtime_ns == before
    assert str(kb.rule("SHO-01").place).startswith((folder / "b").as_posix())


def test_a_changed_file_is_read_again(folder: Path) -> None:
    root = small.write(folder)
    assert load_knowledge_base(root).rule("SHO-01").severities[0].severity == "major"
    path = root / "shop" / "shut.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("major", "minor"), encoding="utf-8")
    assert load_knowledge_base(root).rule("SHO-01").severities[0].severity == "minor"


def test_a_base_with_problems_is_not_cached(folder: Path) -> None:
    root = small.write(folder, {"shop/other.yaml": small.rule("shop.opn is true")})
    for _ in range(2):
        with pytest.raises(ProblemsError):
            load_knowledge_base(root)
    assert not (folder / "cache").exists()


def test_a_base_that_is_sound_only_with_a_profile_is_not_cached(folder: Path) -> None:
    root = small.write(folder)
    load_knowledge_base(root, overrides={"least": ParameterDefinition("least", 5.0, {}, ours=True)})
    assert not (folder / "cache").exists()


def test_a_profile_that_does_not_fit_is_refused_from_the_cache_too_and_with_its_line(folder: Path) -> None:
    root = small.write(folder)
    kb = load_knowledge_base(root)
    wrong = {"sweet": ParameterDefinition("sweet", ("cake", "zebra"), kb.parameters["sweet"].label, source="A")}
    other = {"shop/other.yaml": small.rule("shop.wares within $sweet")}
    root = small.write(folder / "b", other)
    load_knowledge_base(root)
    with pytest.raises(ProblemsError) as error:
        load_knowledge_base(root, overrides=wrong)
    (problem,) = error.value.problems
    assert (problem.code, small.pointed(problem)) == ("K313", "$sweet")


@pytest.mark.parametrize(
    "damage",
    ["", "{", "null", "[]", "{}", '{"key": 1}', '{"key": KEY}', '{"key": KEY, "files": []}', '{"key": KEY, "files": {"a": 1}}',
     '{"key": KEY, "files": {"areas.yaml": [1, 2]}}', '{"key": KEY, "files": {"areas.yaml": [1, 1, 1, {"areas": [1]}]}}',
     '{"key": KEY, "files": {}}', "[" * 100_000],
)  # fmt: skip
def test_a_damaged_cache_is_ignored(damage: str, folder: Path) -> None:
    root = small.write(folder)
    kb = load_knowledge_base(root)
    key = json.loads(cached(folder).read_text(encoding="utf-8"))["key"]
    cached(folder).write_text(damage.replace("KEY", json.dumps(key)), encoding="utf-8")
    assert same(load_knowledge_base(root), kb)


def test_a_cache_of_another_version_of_the_product_is_ignored(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = small.write(folder)
    load_knowledge_base(root)
    monkeypatch.setattr(cache, "code_version", lambda: "99.0")
    load_knowledge_base(root)
    assert len(list((folder / "cache").glob("*.json"))) == 2


def test_a_cache_folder_that_cannot_be_made_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("x", encoding="utf-8")
    monkeypatch.setenv("ADVISE_CACHE", str(blocked / "below"))
    assert len(load_knowledge_base(small.write(tmp_path)).rules) == 1


def test_a_user_without_a_home_folder_has_no_cache_and_no_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("ADVISE_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", staticmethod(homeless))
    assert len(load_knowledge_base(small.write(tmp_path)).rules) == 1


def test_a_full_disk_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(json, "dump", full)
    assert len(load_knowledge_base(small.write(folder)).rules) == 1
    assert os.listdir(folder / "cache") == []


def test_the_cache_is_used_only_when_wanted(folder: Path) -> None:
    load_knowledge_base(small.write(folder), use_cache=False)
    assert not (folder / "cache").exists()
