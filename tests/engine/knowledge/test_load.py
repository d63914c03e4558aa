"""A folder of YAML files becomes a knowledge base, or a list of everything that is wrong with it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from advise.engine.knowledge import files, load_knowledge_base
from advise.engine.knowledge.files import version_of
from advise.engine.knowledge.model import KnowledgeBase
from advise.engine.problems.problem import Problem, ProblemsError

from ...knowledge_bases import small


def refused(folder: Path) -> list[Problem]:
    with pytest.raises(ProblemsError) as error:
        load_knowledge_base(folder, use_cache=False)
    return list(error.value.problems)


def test_the_shipped_knowledge_base_is_whole(kb: KnowledgeBase) -> None:
    assert len(kb.rules) == 144
    assert len(kb.statements) == 274
    assert {code for rule in kb.rules for code in rule.owner} <= set(kb.owners)


def test_a_folder_without_rules_is_told_by_name(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        (problem,) = refused(folder)
        assert (problem.code, problem.message["en"]) == ("K001", f"there are no rules in {folder.as_posix()}")


def test_a_file_that_is_not_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    root = small.write(tmp_path)
    (root / "shop" / "shut.yaml").write_bytes("code: SHO-01\ntitle: 店\n".encode("cp932"))
    (problem,) = refused(root)
    assert (problem.code, str(problem.place)) == ("K003", f"{root.as_posix()}/shop/shut.yaml:2:1")


def test_a_byte_order_mark_does_not_matter(tmp_path: Path) -> None:
    root = small.write(tmp_path)
    path = root / "shop" / "shut.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert load_knowledge_base(root, use_cache=False).rule("SHO-01").code == "SHO-01"


@pytest.mark.parametrize("name", ["areas.yaml", "owners.yaml", "verdict.yaml"])
def test_a_missing_file_is_told(name: str, tmp_path: Path) -> None:
    found = refused(small.write(tmp_path, {name: None}))
    assert ("K114", name) in [(problem.code, Path(problem.place.file).name) for problem in found if problem.place]


def test_a_knowledge_base_needs_no_parameters(tmp_path: Path) -> None:
    plain = small.rule("shop.open is false", code="SHO-01").replace("{ours: true}", "{section: A, statements: [S1]}")
    size = small.FILES["shop/size.yaml"].replace("$span.low", "2").replace("$span.high", "3")
    assert (
        small.load(tmp_path, {"parameters.yaml": None, "shop/shut.yaml": plain, "shop/size.yaml": size}).parameters
        == {}
    )


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("shop/other.yml", "Rename it."),
        ("paramters.yaml", "Did you mean parameters.yaml?"),
        ("zebra.yaml", "A rule stands in"),
    ],
)
def test_a_file_that_nothing_would_read_is_told(name: str, cure: str, tmp_path: Path) -> None:
    (problem,) = refused(small.write(tmp_path, {name: "a: 1\n"}))
    assert problem.code == "K115"
    assert problem.cure is not None
    assert problem.cure["en"].startswith(cure)


@pytest.mark.parametrize(
    "name", [".hidden/x.yaml", "shop/.draft.yaml", "features/phrases.yaml", "advise.yaml", "README.md"]
)
def test_hidden_files_scenarios_profiles_and_notes_are_not_rules(name: str, tmp_path: Path) -> None:
    assert len(small.load(tmp_path, {name: "a: 1\n"}).rules) == 1


def test_a_folder_that_is_named_like_a_rule_is_told(tmp_path: Path) -> None:
    root = small.write(tmp_path)
    (root / "shop" / "odd.yaml").mkdir()
    (problem,) = refused(root)
    assert problem.code == "K002"


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    (problem,) = refused(small.write(tmp_path, {"shop/huge.yaml": "#" * 1_000_001}))
    assert (problem.code, "larger than" in problem.message["en"]) == ("K002", True)


def test_a_pipe_and_an_endless_device_are_refused_unread(tmp_path: Path) -> None:
    root = small.write(tmp_path)
    os.mkfifo(root / "shop" / "pipe.yaml")
    (root / "shop" / "zero.yaml").symlink_to("/dev/zero")
    found = refused(root)
    assert [(problem.code, Path(problem.place.file).name) for problem in found if problem.place] == [
        ("K002", "pipe.yaml"),
        ("K002", "zero.yaml"),
    ]
    assert {problem.message["ja"] for problem in found} == {"読めません: ファイルではなく、装置またはパイプです"}


@pytest.mark.parametrize("name", ["open.yml", "open.YAML", "open.YML", "open.Yaml"])
def test_a_file_that_is_not_read_for_its_name_is_told(name: str, tmp_path: Path) -> None:
    (problem,) = refused(small.write(tmp_path, {f"shop/{name}": small.RULE}))
    assert (problem.code, problem.place and Path(problem.place.file).name) == ("K115", name)


def test_a_folder_that_is_a_link_is_told(tmp_path: Path) -> None:
    root = small.write(tmp_path / "base", {"stock/more.yaml": small.RULE.replace("SHO-01", "SHO-99")})
    (root / "stock").rename(tmp_path / "stock")
    (root / "stock").symlink_to(tmp_path / "stock")
    (root / "notes").symlink_to(tmp_path)
    (problem,) = refused(root)
    assert (problem.code, problem.message["en"]) == ("K115", "this folder is not read: it is a link")


def test_an_empty_rule_file_is_told(tmp_path: Path) -> None:
    (problem,) = refused(small.write(tmp_path, {"shop/other.yaml": ""}))
    assert (problem.code, problem.place and Path(problem.place.file).name) == ("K113", "other.yaml")


def test_places_name_files_as_the_user_gave_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = small.write(tmp_path, {"shop/other.yaml": small.rule("shop.opn is true")})
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ProblemsError) as error:
        load_knowledge_base("shop-rules", use_cache=False)
    assert str(error.value.problems[0].place) == "shop-rules/shop/other.yaml:8:5"
    monkeypatch.chdir(root)
    with pytest.raises(ProblemsError) as error:
        load_knowledge_base(".", use_cache=False)
    assert str(error.value.problems[0].place) == "./shop/other.yaml:8:5"


def test_the_version_follows_names_and_contents(tmp_path: Path) -> None:
    one = small.load(tmp_path / "a").version
    assert one == small.load(tmp_path / "b").version
    assert one != small.load(tmp_path / "c", {"shop/shut.yaml": small.RULE + "# note\n"}).version
    assert one != small.load(tmp_path / "d", {"shop/shut.yaml": None, "shop/closed.yaml": small.RULE}).version
    assert version_of({"a": b"bc"}) != version_of({"ab": b"c"})


def test_the_order_in_which_the_system_lists_files_does_not_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = small.write(tmp_path, {"shop/another.yaml": small.rule("shop.open is true", code="SHO-09")})
    first = load_knowledge_base(root, use_cache=False)
    listed = files._listed
    monkeypatch.setattr(
        files, "_listed", lambda folder: sorted(listed(folder), key=lambda entry: entry.name, reverse=True)
    )
    second = load_knowledge_base(root, use_cache=False)
    assert (first.version, first.rules, first.derivations) == (second.version, second.rules, second.derivations)


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    root = small.write(tmp_path)
    (root / "shop" / "gone.yaml").symlink_to(tmp_path / "nowhere.yaml")
    (problem,) = refused(root)
    assert problem.code == "K002"


def test_a_file_whose_name_is_no_text_is_read_like_any_other(tmp_path: Path) -> None:
    root = small.write(tmp_path)
    try:
        (root / "shop" / os.fsdecode(b"a\xff.yaml")).write_text(small.rule("shop.staff >= 3", code="SHO-09"))
    except (OSError, UnicodeEncodeError):
        pytest.skip("the file system has no such names")
    with pytest.raises(ProblemsError) as error:
        load_knowledge_base(root, use_cache=False)
    assert {problem.code for problem in error.value.problems} == {"K506"}


@pytest.mark.parametrize("name", ["vocabulary/words.yaml", "areas.yaml", "owners.yaml"])
def test_of_a_file_of_names_that_cannot_be_read_only_that_is_told(name: str, tmp_path: Path) -> None:
    root = small.write(tmp_path)
    path = root / name
    path.write_text(path.read_text(encoding="utf-8").replace("\n  ", "\n\t", 1), encoding="utf-8")
    (problem,) = refused(root)
    assert (problem.code, problem.place and Path(problem.place.file).name) == ("P141", path.name)
    assert problem.note == {
        "en": "What this file declares was not looked for elsewhere.",
        "ja": "このファイルで宣言する名前は、ほかのファイルでは確かめていません。",
    }


def test_what_is_wrong_where_names_are_declared_is_told_first(tmp_path: Path) -> None:
    root = small.write(tmp_path)
    path = root / "vocabulary" / "words.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("facts:\n", "fact:\n", 1), encoding="utf-8")
    codes = [problem.code for problem in refused(root)]
    assert (codes[0], "K203" in codes[1:]) == ("K104", True)
