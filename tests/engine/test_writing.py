"""Files are written whole or not at all, and nothing is in the way of a write but what has the file's own name."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from advise.engine.problems.problem import ProblemsError
from advise.engine.reading import edited_file
from advise.engine.writing import write_whole
from advise.reports.writers.file import PAGE_MARKER, write_file

MEMO = f"{PAGE_MARKER}\nmemo"


def no_space(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_new_file_has_the_permissions_of_new_files(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write_whole(tmp_path / "new", b"x", new=True)
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new", "usual"]


@pytest.mark.parametrize("new", [True, False])
def test_a_full_disk_leaves_what_was_there(new: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    if not new:
        path.write_text("before", encoding="utf-8")
    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"after", new=new, safe=True)
    assert [one.read_text(encoding="utf-8") for one in tmp_path.iterdir()] == ([] if new else ["before"])


@pytest.mark.parametrize("links", [True, False])
def test_a_new_file_never_takes_the_place_of_another(
    links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not links:
        monkeypatch.setattr(os, "link", no_space)
    (tmp_path / "file").write_text("theirs", encoding="utf-8")
    with pytest.raises(FileExistsError):
        write_whole(tmp_path / "file", b"ours", new=True)
    write_whole(tmp_path / "other", b"ours", new=True)
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {
        "file": "theirs",
        "other": "ours",
    }


def test_what_a_stopped_run_with_the_same_number_left_behind_is_not_in_the_way(tmp_path: Path) -> None:
    (tmp_path / f".advise-{os.getpid()}.tmp").write_text("half a memo", encoding="utf-8")
    write_file(tmp_path / "p.memo.html", MEMO, (PAGE_MARKER,))
    assert (tmp_path / "p.memo.html").read_text(encoding="utf-8") == MEMO


@pytest.mark.parametrize(("other", "refused"), [(MEMO + " of another run", False), ("somebody's notes", True)])
def test_a_file_that_has_come_meanwhile_is_replaced_when_it_is_ours(
    other: str, refused: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "p.memo.html"
    link = os.link

    def later(source: Path, target: Path) -> None:
        path.write_text(other, encoding="utf-8")
        link(source, target)

    monkeypatch.setattr(os, "link", later)
    if refused:
        with pytest.raises(ProblemsError, match="O101"):
            write_file(path, MEMO, (PAGE_MARKER,))
    else:
        write_file(path, MEMO, (PAGE_MARKER,))
    assert path.read_text(encoding="utf-8") == (other if refused else MEMO)
    assert [one.name for one in tmp_path.iterdir()] == ["p.memo.html"]


def test_a_new_project_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(ProblemsError, match="P302"):
        edited_file.create(tmp_path / "new.json", "{}\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_owner_group_and_permissions_stay(tmp_path: Path) -> None:
    path = tmp_path / "project.json"
    path.write_text("before", encoding="utf-8")
    path.chmod(0o660)
    os.chown(path, 65534, 65533)
    write_whole(path, b"after", like=path.stat(), safe=True)
    found = path.stat()
    assert (found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)) == (65534, 65533, 0o660)
    assert path.read_bytes() == b"after"


def test_a_file_with_two_names_keeps_both(tmp_path: Path) -> None:
    (tmp_path / "one").write_text("a longer text before", encoding="utf-8")
    os.link(tmp_path / "one", tmp_path / "other")
    write_whole(tmp_path / "one", b"after", like=(tmp_path / "one").stat())
    assert [path.read_bytes() for path in sorted(tmp_path.iterdir())] == [b"after", b"after"]
    assert (tmp_path / "one").stat().st_ino == (tmp_path / "other").stat().st_ino


def test_an_owner_that_a_new_file_cannot_have_keeps_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "project.json"
    path.write_text("before", encoding="utf-8")
    found = path.stat()
    like = os.stat_result((found.st_mode, found.st_ino, found.st_dev, 1, found.st_uid + 1, *found[5:]))

    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "chown", refuse)
    write_whole(path, b"after", like=like)
    assert (path.read_bytes(), path.stat().st_ino) == (b"after", found.st_ino)
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_written_where_it_is_is_put_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one").write_text("before", encoding="utf-8")
    os.link(tmp_path / "one", tmp_path / "other")
    synced = iter([no_space, None])

    def fsync(descriptor: int) -> None:
        if (found := next(synced)) is not None:
            found()

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "one", b"after that it is longer", like=(tmp_path / "one").stat())
    assert [path.read_bytes() for path in sorted(tmp_path.iterdir())] == [b"before", b"before"]


@pytest.mark.parametrize("to", ["elsewhere.html", "../elsewhere.html", "/etc/passwd"])
def test_the_place_of_a_memo_leads_nowhere_else(to: str, tmp_path: Path) -> None:
    folder = tmp_path / "received"
    folder.mkdir()
    (folder / "p.memo.html").symlink_to(to)
    with pytest.raises(ProblemsError, match="O108"):
        write_file(folder / "p.memo.html", MEMO, (PAGE_MARKER,), named=False)
    assert [path.name for path in tmp_path.rglob("*")] == ["received", "p.memo.html"]


def test_a_link_to_a_memo_beside_it_and_a_file_that_was_named_are_followed(tmp_path: Path) -> None:
    (tmp_path / "memo.html").write_text(MEMO, encoding="utf-8")
    (tmp_path / "p.memo.html").symlink_to("memo.html")
    write_file(tmp_path / "p.memo.html", f"{MEMO} 2", (PAGE_MARKER,), named=False)
    assert (tmp_path / "memo.html").read_text(encoding="utf-8") == f"{MEMO} 2"
    (tmp_path / "mine.html").symlink_to("new.html")
    write_file(tmp_path / "mine.html", MEMO, (PAGE_MARKER,))
    assert (tmp_path / "new.html").read_text(encoding="utf-8") == MEMO


def test_a_pipe_in_the_place_of_a_memo_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.memo.html")
    with pytest.raises(ProblemsError, match="O109"):
        write_file(tmp_path / "p.memo.html", MEMO, (PAGE_MARKER,), named=False)


def test_a_pipe_that_nobody_reads_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.json")
    with pytest.raises(ProblemsError, match="O109"):
        write_file(tmp_path / "p.json", MEMO)
    reader = os.open(tmp_path / "p.json", os.O_RDONLY | os.O_NONBLOCK)
    write_file(tmp_path / "p.json", MEMO)
    assert os.read(reader, 1_000).decode() == MEMO
    os.close(reader)
