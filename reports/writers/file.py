"""Writing files so that nothing is lost: whole or not at all, and never over a file that someone else wrote.

A file is taken for one of ours when it begins with the marker of its kind. What the operating system refuses
becomes a problem with a cure; nothing here decides what a file says.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

from ...engine.problems.problem import MessageRow, Problem, ProblemsError, Texts, system_reason, tabled
from ...engine.writing import write_whole

PAGE_MARKER = "<!-- written by advise -->"
"""Begins every page, behind its doctype; a file that begins otherwise is somebody else's and is not overwritten."""

TEXT_MARKER = "$ advise check "
"""What a summary begins with when it goes to a file."""

JSON_MARKERS = ('{\n "schema_version": 1,\n "verdict"', '{\n "schema_version": 1,\n "assessments"')
"""How a machine form begins."""

_DOCTYPE = "<!doctype html>"
_HEAD = 2_000
_TAIL = 100
_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_FOLDER = {errno.ENOENT, errno.ENOTDIR}

_TABLE: dict[str, MessageRow] = {
    "O101": (
        "'{path}' is there already, and advise did not write it",
        "「{path}」はすでにあり、advise が書いたものではありません",
        "It was left as it is. Name another file{option}, or move this one away.",
        "そのまま残しました。別の名前にする{option}か、このファイルを移してください。",
    ),
    "O102": (
        "a folder with the name '{path}' is in the way",
        "「{path}」という名前のフォルダーがあるため、書けません",
        "Name another file{option}, or rename the folder.",
        "別の名前にする{option}か、フォルダーの名前を変えてください。",
    ),
    "O103": (
        "'{path}' cannot be written: permission is missing, or another program has it open",
        "「{path}」に書けません。書く権限がないか、ほかのプログラムで開かれています",
        "If it is open in Word or Excel, close it there. Else name a file in a folder of your own{option}.",
        "WordやExcelで開いているなら閉じてください。そうでなければ、自分のフォルダーのファイルを指定してください{option}。",
    ),
    "O104": (
        "'{path}' was not written: the disk is full",
        "「{path}」を書けませんでした。ディスクがいっぱいです",
        "Make room, or name a file on another disk{option}. What was there before is unchanged.",
        "空きを作るか、別のディスクのファイルを指定してください{option}。元の内容は変わっていません。",
    ),
    "O105": (
        "the folder of '{path}' does not exist",
        "「{path}」のフォルダーがありません",
        "Make the folder first, or correct its name.",
        "先にフォルダーを作るか、名前を直してください。",
    ),
    "O106": (
        "'{path}' was not written: {reason}",
        "「{path}」を書けませんでした ({reason})",
        "Name another file{option}. What was there before is unchanged.",
        "別のファイルを指定してください{option}。元の内容は変わっていません。",
    ),
    "O107": (
        "'{path}' is there already",
        "「{path}」はすでにあります",
        "It was left as it is. Name another file.",
        "そのまま残しました。別の名前を指定してください。",
    ),
    "O108": (
        "'{path}' is a link that leads out of its folder, or to nothing",
        "「{path}」は、フォルダーの外か、ないファイルへのリンクです",
        "Nothing was written through it. Remove the link, or name another file{option}.",
        "リンクの先には何も書いていません。リンクを消すか、別のファイルを指定してください{option}。",
    ),
    "O109": (
        "'{path}' is a device or a pipe, not a file",
        "「{path}」は装置またはパイプで、ファイルではありません",
        "Remove it, or name another file{option}.",
        "消すか、別のファイルを指定してください{option}。",
    ),
    "O110": (
        "the result could not be shown: {reason}",
        "結果を表示できませんでした ({reason})",
        "Let it go to a screen or into a file.",
        "画面かファイルに出力してください。",
    ),
    "O111": (
        "the template '{path}' is not there, or is no Word document (.docx)",
        "様式のファイル「{path}」がないか、Word の文書 (.docx) ではありません",
        "Save it in Word as .docx; a template (.dotx) or a macro document cannot be used.",
        "Word で .docx として保存し直してください。.dotx やマクロ付きの文書は使えません。",
    ),
}


def write_file(
    path: Path, content: str | bytes, markers: tuple[str, ...] = (), option: str = "-o", *, named: bool = True
) -> None:
    """Write a file whole or not at all.

    Args:
        path: Where.
        content: The text, written as UTF-8 with the line ends it has, or the bytes.
        markers: Every file of this kind that advise writes begins or, where its form leaves no choice, ends with one of
            them. An existing file that does not is refused; without markers every existing file is.
        option: The option that names another file, for the cure.
        named: Whether somebody named this very file: then a link is followed, a device or a pipe written to directly.
            Where it is only the place for such a file, a received folder could lead anywhere.

    Raises:
        ProblemsError: It was not written; what was there before is unchanged.
    """
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    try:
        target = Path(os.path.realpath(path))
        found = _stat(target)
        if not named and path.is_symlink() and (found is None or target.parent != Path(os.path.realpath(path.parent))):
            raise ProblemsError([output_problem("O108", path, option)])
        if found is None:
            try:
                write_whole(target, data, new=True)
                return
            except FileExistsError:  # it has come there meanwhile; another run of ours may have put it there
                found = target.stat()
        if stat.S_ISDIR(found.st_mode):
            raise ProblemsError([output_problem("O102", path, option)])
        if not stat.S_ISREG(found.st_mode):
            if not named:
                raise ProblemsError([output_problem("O109", path, option)])
            with opened_directly(target) as file:
                file.write(data)
            return
        if not _is_ours(target, markers):
            raise ProblemsError([output_problem("O101" if markers else "O107", path, option)])
        write_whole(target, data, like=found)
    except (OSError, ValueError) as error:
        raise ProblemsError([refusal(path, error, option)]) from error


def opened_directly(path: Path) -> BinaryIO:
    """Return a device or a pipe, opened to be written.

    Raises:
        OSError: It cannot be written, or is a pipe that nobody reads (ENXIO): opening that one waits for ever.
    """
    descriptor = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if hasattr(os, "O_NONBLOCK"):
        os.set_blocking(descriptor, True)
    return os.fdopen(descriptor, "wb")


def refusal(path: Path | str, error: OSError | ValueError, option: str = "-o") -> Problem:
    """Return the problem for what the operating system refused."""
    number = getattr(error, "errno", None)
    if number in _FULL:
        return output_problem("O104", path, option)
    if number in _FORBIDDEN:
        return output_problem("O103", path, option)
    if number in _NO_FOLDER:
        return output_problem("O105", path, option)
    if number == errno.EISDIR:
        return output_problem("O102", path, option)
    if number == errno.ENXIO:
        return output_problem("O109", path, option)
    return output_problem("O106", path, option, reason=system_reason(error))


def system_error(text: str) -> OSError:
    """Return the error of the operating system that a text of another program tells of.

    >>> system_error("Could not write file: No space left on device").errno == errno.ENOSPC
    True
    """
    return next((OSError(one, text) for one in sorted(_FULL) if os.strerror(one) in text), OSError(text))


def not_shown(error: OSError) -> ProblemsError:
    """Return what to raise where a result did not reach standard output."""
    if error.errno in _FULL:
        return ProblemsError([output_problem("O104", "<stdout>", "")])
    return ProblemsError([output_problem("O110", "<stdout>", reason=system_reason(error))])


def output_problem(code: str, path: Path | str, option: str = "-o", **reasons: Texts) -> Problem:
    """Return the problem with a code of this table."""
    options = {"en": f" with {option}" if option else "", "ja": f" ({option})" if option else ""}
    return tabled(_TABLE, code, path=path, option=options, **reasons)


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _is_ours(path: Path, markers: tuple[str, ...]) -> bool:
    with path.open("rb") as file:
        head = file.read(_HEAD).decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
        file.seek(max(0, path.stat().st_size - _TAIL))
        tail = file.read().decode("utf-8", "replace").rstrip()
    return head.removeprefix(_DOCTYPE).startswith(markers) or tail.endswith(markers)
