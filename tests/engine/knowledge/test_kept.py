"""What was found sound is kept; what is kept is never in the way, never believed when it is another's, never somebody's loss."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

import pytest
from msgspec.structs import replace

import advise
from advise.engine.knowledge import kept, load_knowledge_base
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


def all_kept(folder: Path, kind: str = "rules") -> list[Path]:
    return sorted((folder / "cache").glob(f"*/{kind}-*.json"))


def the_kept(folder: Path) -> Path:
    (path,) = all_kept(folder)
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


def test_a_changed_file_is_read_again(folder: Path) -> None:
    root = small.write(folder)
    assert load_knowledge_base(root).rule("SHO-01").severities[0].severity == "major"
    path = root / "shop" / "shut.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("major", "minor"), encoding="utf-8")
    assert load_knowledge_base(root).rule("SHO-01").severities[0].severity == "minor"


def test_the_cache_does_not_grow_for_ever(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST", 3)
    for number in range(5):
        load_knowledge_base(small.write(folder, {"shop/shut.yaml": small.RULE + f"# {number}\n"}))
    assert len(all_kept(folder)) == 3


def test_a_change_of_the_code_makes_everything_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = small.write(folder)
    load_knowledge_base(root)
    monkeypatch.setattr(kept, "_code", lambda: "another")
    load_knowledge_base(root)
    assert len(all_kept(folder)) == 2


def test_only_a_base_that_was_loaded_has_a_key(folder: Path) -> None:
    root = small.write(folder)
    kb = load_knowledge_base(root)
    assert kb.cache_key == load_knowledge_base(root).cache_key == f"{kb.version} {root.as_posix()}"
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
    assert len(all_kept(folder)) == 3


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


@pytest.mark.parametrize("damage", ["", "{", "null", "[]", "{}", '{"version": 1}', "[" * 100_000, "half"])
def test_a_damaged_record_is_made_anew(damage: str, folder: Path) -> None:
    root = small.write(folder)
    kb = load_knowledge_base(root)
    whole = the_kept(folder).read_bytes()
    the_kept(folder).write_bytes(whole[:-20] if damage == "half" else damage.encode())
    assert same(load_knowledge_base(root), kb)
    assert the_kept(folder).read_bytes() == whole


def test_what_cannot_be_kept_is_no_problem(folder: Path) -> None:
    root = small.write(folder / os.fsdecode(b"half \xff"))  # a name that is no text, in every place
    assert len(load_knowledge_base(root).rules) == 1
    assert all_kept(folder) == []


def test_nothing_but_what_is_kept_is_ever_removed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST", 1)
    own = [folder / "cache" / f"chapter{number}.txt" for number in range(30)]
    load_knowledge_base(small.write(folder))
    own += [
        the_kept(folder).with_name(name) for name in ("my-rules-0123456789abcdef.json", "rules-of-my-own.json", "x.tmp")
    ]
    for path in own:
        path.write_text("mine", encoding="utf-8")
        os.utime(path, (0, 0))
    load_knowledge_base(small.write(folder, {"shop/shut.yaml": small.RULE + "# changed\n"}))
    assert len(all_kept(folder)) == 2  # with one of my own
    assert all(path.exists() for path in own)


def test_what_a_run_left_behind_when_it_was_stopped_is_removed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST", 1)
    load_knowledge_base(small.write(folder))
    left = the_kept(folder).with_name(".advise-0123456789abcdef.tmp")
    left.write_text("{", encoding="utf-8")
    os.utime(left, (0, 0))
    load_knowledge_base(small.write(folder, {"shop/shut.yaml": small.RULE + "# changed\n"}))
    assert not left.exists()


def lenient(folder: Path) -> Path:
    """Make what is kept say that the rule is minor, and return the rules, which say that it is major."""
    root = small.write(folder)
    load_knowledge_base(root)
    path = the_kept(folder)
    path.write_bytes(path.read_bytes().replace(b'"major"', b'"minor"'))
    assert load_knowledge_base(root).rules[0].severities[0].severity == "minor"  # as long as it is ours
    return root


@pytest.mark.parametrize("what", ["file", "folder"])
@pytest.mark.parametrize("how", ["another's", "open to others"])
def test_what_others_can_have_written_is_not_believed(
    how: str, what: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = lenient(folder)
    path = the_kept(folder) if what == "file" else the_kept(folder).parent
    if how == "open to others":
        path.chmod(0o777)
    elif os.geteuid() == 0:
        os.chown(path, 12345, -1)
    else:
        other = os.geteuid() + 1
        monkeypatch.setattr(os, "geteuid", lambda: other)
    assert load_knowledge_base(root).rules[0].severities[0].severity == "major"


def test_the_check_of_the_rules_reads_the_rules(folder: Path) -> None:
    root = lenient(folder)
    assert advise.load_rules(root, use_cache=False).rules[0].severities[0].severity == "major"


def test_several_users_of_one_folder_keep_out_of_each_others_way(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = kept.folder()
    monkeypatch.setattr(os, "getuid", lambda: 4711)
    assert kept.folder() != mine
    assert kept.folder().parent == mine.parent == folder / "cache"


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
    fdopen = os.fdopen

    def full(descriptor: int, mode: str) -> IO[Any]:
        if "w" in mode:
            os.close(descriptor)
            raise OSError(28, "No space left on device")
        return fdopen(descriptor, mode)

    monkeypatch.setattr(os, "fdopen", full)
    assert len(load_knowledge_base(small.write(folder)).rules) == 1
    assert all_kept(folder, "*") == []


def test_the_cache_is_used_only_when_wanted(folder: Path) -> None:
    load_knowledge_base(small.write(folder), use_cache=False)
    assert not (folder / "cache").exists()
