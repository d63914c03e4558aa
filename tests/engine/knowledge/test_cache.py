"""A knowledge base that was found sound is cached; the cache is never in the way."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from zlib import crc32

import pytest
from msgspec.structs import replace

from advise.engine.knowledge import cache, files, load_knowledge_base
from advise.engine.knowledge.model import KnowledgeBase, ParameterDefinition
from advise.engine.problems.problem import ProblemsError

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
    (path,) = (folder / "cache").glob("*.rules")
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


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take what was written just now for settled."""
    monkeypatch.setattr(cache, "_SETTLED", -60_000_000_000)


def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the rule files that are read from now on."""
    found: list[str] = []
    read = files.read

    def noted(root: Path, names: Iterable[str], shown: str) -> dict[str, bytes]:
        found.extend(names)
        return read(root, names, shown)

    monkeypatch.setattr(files, "read", noted)
    return found


@pytest.mark.usefixtures("patient")
def test_files_that_nobody_wrote_to_are_not_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = small.write(folder)
    kb = load_knowledge_base(root)
    again = reads(monkeypatch)
    assert same(load_knowledge_base(root), kb)
    assert again == []


@pytest.mark.parametrize(
    "change", ["written", "same size and time", "replaced", "added", "removed", "renamed", "not read"]
)
@pytest.mark.usefixtures("patient")
def test_whatever_changes_in_the_folder_is_noticed(change: str, folder: Path) -> None:
    root = small.write(folder, {"shop/other.yaml": small.rule("shop.open is true", code="SHO-09")})
    before = load_knowledge_base(root)
    path = root / "shop" / "shut.yaml"
    state = path.stat()
    text = path.read_text(encoding="utf-8").replace("major", "minor")
    if change in ("written", "same size and time"):
        path.write_text(text, encoding="utf-8")
        if change != "written":
            os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    elif change == "replaced":
        (root / "new").write_text(text, encoding="utf-8")
        os.utime(root / "new", ns=(state.st_atime_ns, state.st_mtime_ns))
        (root / "new").replace(path)
    elif change == "added":
        (root / "shop" / "more.yaml").write_text(small.rule("shop.open is true", code="SHO-10"), encoding="utf-8")
    elif change == "removed":
        (root / "shop" / "other.yaml").unlink()
    elif change == "renamed":
        path.rename(root / "shop" / "closed.yaml")
    else:
        (root / "shop" / "more.yml").write_text("a: 1", encoding="utf-8")
        with pytest.raises(ProblemsError):
            load_knowledge_base(root)
        return
    after = load_knowledge_base(root)
    assert after.version != before.version
    assert same(after, load_knowledge_base(root, use_cache=False))


def test_a_file_that_was_written_just_now_is_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = small.write(folder)
    load_knowledge_base(root)
    again = reads(monkeypatch)
    load_knowledge_base(root)
    assert "shop/shut.yaml" in again


@pytest.mark.usefixtures("patient")
def test_what_was_written_while_the_rules_were_read_is_noticed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = small.write(folder)
    read = files.read

    def changed_meanwhile(root: Path, names: Iterable[str], shown: str) -> dict[str, bytes]:
        path = root / "shop" / "shut.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("major", "minor"), encoding="utf-8")
        found = read(root, names, shown)
        path.write_text(path.read_text(encoding="utf-8").replace("minor", "blocker"), encoding="utf-8")
        return found

    with monkeypatch.context() as patched:
        patched.setattr(files, "read", changed_meanwhile)
        assert load_knowledge_base(root).rule("SHO-01").severities[0].severity == "minor"
    assert load_knowledge_base(root).rule("SHO-01").severities[0].severity == "blocker"


@pytest.mark.usefixtures("patient")
def test_two_folders_keep_their_own_states(folder: Path) -> None:
    one = small.write(folder / "a")
    other = small.write(folder / "b", {"shop/shut.yaml": small.RULE.replace("major", "minor")})
    for _ in range(2):
        assert load_knowledge_base(one).rule("SHO-01").severities[0].severity == "major"
        assert load_knowledge_base(other).rule("SHO-01").severities[0].severity == "minor"


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("damage", ["", "[]", "{", '{"root": 1}', "[" * 100_000])
def test_damaged_states_are_ignored(damage: str, folder: Path) -> None:
    root = small.write(folder)
    kb = load_knowledge_base(root)
    (path,) = (folder / "cache").glob("*.states")
    path.write_text(damage, encoding="utf-8")
    assert same(load_knowledge_base(root), kb)


def test_the_cache_does_not_grow_for_ever(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_KEPT", 3)
    for number in range(5):
        load_knowledge_base(small.write(folder, {"shop/shut.yaml": small.RULE + f"# {number}\n"}))
    assert len(list((folder / "cache").iterdir())) == 3


def test_a_change_of_the_code_makes_everything_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = small.write(folder)
    load_knowledge_base(root)
    monkeypatch.setattr(cache, "_state_of_code", lambda: 1)
    load_knowledge_base(root)
    assert len(list((folder / "cache").glob("*.rules"))) == 2


def test_only_a_base_that_was_loaded_has_a_key(folder: Path) -> None:
    root = small.write(folder)
    kb = load_knowledge_base(root)
    assert kb.cache_key == load_knowledge_base(root).cache_key == kb.version
    assert replace(kb, rules=()).cache_key is None
    assert load_knowledge_base(root, use_cache=False).cache_key is None


def test_a_base_with_problems_is_not_cached(folder: Path) -> None:
    root = small.write(folder, {"shop/other.yaml": small.rule("shop.opn is true")})
    for _ in range(2):
        with pytest.raises(ProblemsError):
            load_knowledge_base(root)
    assert not (folder / "cache").exists()


def test_a_base_with_a_profile_is_cached_by_itself(folder: Path) -> None:
    root = small.write(folder)
    label = {"en": "least", "ja": "最少"}
    for _ in range(2):
        for value, reason in ((5.0, "ours"), (6.0, "theirs"), (6.0, "new"), (None, "")):
            given = (
                {} if value is None else {"least": ParameterDefinition("least", value, label, ours=True, reason=reason)}
            )
            found = load_knowledge_base(root, overrides=given).parameters["least"]
            assert (found.value, found.reason) == ((2.0, None) if value is None else (value, reason))
    assert len(list((folder / "cache").glob("*.rules"))) == 3


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
    ["", "{", "KEY\n", "KEY\nnull\n[]", "KEY\n[]\n[]", "KEY\n{}\n[]", 'KEY\n{"version": 1}\n', "KEY\n" + "[" * 100_000],
)
@pytest.mark.parametrize("whole", [True, False])
def test_a_damaged_cache_is_ignored(damage: str, whole: bool, folder: Path) -> None:
    root = small.write(folder)
    kb = load_knowledge_base(root)
    key = cached(folder).read_bytes().partition(b"\n")[0].rpartition(b" ")[0]
    _, _, text = damage.encode().partition(b"\n")
    data = damage.encode().replace(b"KEY", key + (b" %08x" % crc32(text) if whole else b""))
    cached(folder).write_bytes(data)
    assert same(load_knowledge_base(root), kb)


def test_half_a_cache_is_ignored(folder: Path) -> None:
    root = small.write(folder)
    kb = load_knowledge_base(root)
    cached(folder).write_bytes(cached(folder).read_bytes()[:-20])
    assert same(load_knowledge_base(root), kb)


def test_a_cache_of_another_version_of_the_product_is_ignored(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = small.write(folder)
    load_knowledge_base(root)
    monkeypatch.setattr(cache, "code_version", lambda: "99.0")
    load_knowledge_base(root)
    assert len(list((folder / "cache").glob("*.rules"))) == 2


def test_a_cache_folder_that_cannot_be_made_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("x", encoding="utf-8")
    monkeypatch.setenv("ADVISE_CACHE", str(blocked / "below"))
    assert len(load_knowledge_base(small.write(tmp_path)).rules) == 1


def test_a_user_without_a_home_folder_has_no_cache_and_no_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("ADVISE_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", staticmethod(homeless))
    assert len(load_knowledge_base(small.write(tmp_path)).rules) == 1


def test_a_full_disk_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdopen", full)
    assert len(load_knowledge_base(small.write(folder)).rules) == 1
    assert list((folder / "cache").iterdir()) == []


def test_the_cache_is_used_only_when_wanted(folder: Path) -> None:
    load_knowledge_base(small.write(folder), use_cache=False)
    assert not (folder / "cache").exists()
