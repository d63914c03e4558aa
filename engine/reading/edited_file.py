"""A project file that is being edited: read once, changed value by value, each change written at once and whole.

The bytes around a change stay as they are: the encoding, its mark, and characters that could be encoded in two ways. A
file that someone else changed since it was read is left alone.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from ..problems.problem import MessageRow, Problem, ProblemsError, system_reason, tabled
from ..writing import write_whole
from .document import Document, read_document
from .edit import Splice, Style, apply, remove, set_value, style_of
from .encoding import _MARKS, escaped, read_bytes

Edit = tuple[str, Any]
"""A JSON pointer and the new value; `GONE` takes the value out."""

GONE = object()
_CODECS = {"UTF-8": "utf-8", "CP932": "cp932", "EUC-JP": "euc_jp"}
_YAML_NAMES = (".yaml", ".yml")
_LONGEST_WAIT, _PAUSE = 5.0, 0.05
"""Seconds to wait for another run that writes to the same file, and between two looks."""

_PROBLEMS: dict[str, MessageRow] = {
    "P301": (
        "'{path}' was changed by another program meanwhile",
        "「{path}」がほかのプログラムで変更されました",
        "It was left as it is. Start again; nothing that was saved before is lost.",
        "変更後の内容をそのまま残しました。もう一度始めてください。それまでに保存した内容は失われていません。",
    ),
    "P302": (
        "'{path}' could not be written: {reason}",
        "「{path}」に書けませんでした ({reason})",
        "Its content is unchanged. Check that it is not write-protected and that there is room on the disk.",
        "内容は変わっていません。書き込みが禁止されていないか、ディスクに空きがあるかを確かめてください。",
    ),
    "P306": (
        "'{path}' is in use by another program",
        "「{path}」は、ほかのプログラムが使っています",
        "Its content is unchanged. Close it there, or wait a little, and do it again.",
        "内容は変わっていません。そちらを閉じるか、少し待ってから、もう一度実行してください。",
    ),
    "P304": (
        "the folder of '{path}' does not exist",
        "「{path}」のフォルダーがありません",
        "Make the folder first, or correct its name.",
        "先にフォルダーを作るか、名前を直してください。",
    ),
    "P305": (
        "'{path}' is ISO-2022-JP; answers cannot be written into it",
        "「{path}」はISO-2022-JPです。回答を書き込めません",
        "Save it again as UTF-8, then answer.",
        "文字コードをUTF-8にして保存し直してから答えてください。",
    ),
    "P303": (
        "'{path}' is YAML; answers can be written into JSON only",
        "「{path}」はYAMLです。回答を書き込めるのはJSONだけです",
        "Answer into a new file, such as project.json, or edit the YAML file by hand.",
        "project.json のような新しいファイルに答えるか、YAMLのファイルを直接書き換えてください。",
    ),
}


class EditedFile(Struct, frozen=True):
    """A JSON project file as it was read."""

    path: Path
    content: bytes
    document: Document

    def changed(self) -> bool:
        """Tell whether the file is no longer as it was read."""
        try:
            return read_bytes(self.path) != self.content
        except ProblemsError:
            return True


def open_file(path: str | os.PathLike[str]) -> EditedFile:
    """Read a project file to edit it.

    Raises:
        ProblemsError: It cannot be read, or it is YAML.
    """
    _refuse_yaml(path)
    file = read_file(path)
    if file.document.encoding == "ISO-2022-JP":  # what a byte means there depends on those before it
        raise ProblemsError([_problem("P305", path)])
    return file


def read_file(path: str | os.PathLike[str]) -> EditedFile:
    """Read a project file that is only looked at, in whatever form it is.

    Raises:
        ProblemsError: It cannot be read.
    """
    content = read_bytes(Path(path))
    return EditedFile(Path(path), content, read_document(content, os.fspath(path)))


def edited(content: bytes, edits: Sequence[Edit], name: str = "") -> bytes:
    """Return a JSON document's bytes with values set or taken out in turn; all else is byte by byte as it was.

    Raises:
        KeyError: A pointer leads nowhere.
        ProblemsError: The document cannot be read, or would not be readable with these edits.

    >>> edited('{"city": {}}'.encode(), [("/city/name", "架空市")]).decode()
    '{"city": {"name": "架空市"}}'
    """
    document = read_document(content, name or "<input>")
    made = _at_once(content, document, edits)
    if made is not None:
        return made
    for pointer, value in edits:
        content, document = _spliced(content, document, pointer, value)
    return content


def save(file: EditedFile, edits: Sequence[Edit]) -> EditedFile:
    """Write edits into a file, whole or not at all, and return the file as it is then.

    Raises:
        ProblemsError: Someone else changed it since it was read, or it cannot be written.
    """
    return write_edited(file, with_edits(file, edits))


def with_edits(file: EditedFile, edits: Sequence[Edit]) -> EditedFile:
    """Return a file as edits would leave it; nothing is written."""
    content = edited(file.content, edits, file.document.name)
    return EditedFile(file.path, content, read_document(content, file.document.name))


def write_edited(file: EditedFile, after: EditedFile) -> EditedFile:
    """Write a file as it was edited, whole or not at all, and return it.

    Args:
        file: The file as it was read.
        after: The same, edited.

    Raises:
        ProblemsError: Someone else changed it since it was read, or it cannot be written.
    """
    content = after.content
    try:
        with _alone(file.path):
            if file.changed():
                raise ProblemsError([_problem("P301", file.path)])
            if content != file.content:
                _replace(Path(os.path.realpath(file.path)), content)
    except OSError as error:
        code = "P306" if error.errno in (errno.EBUSY, errno.ETXTBSY) else "P302"
        raise ProblemsError([_problem(code, file.path, error)]) from error
    return after


def create(path: str | os.PathLike[str], text: str) -> EditedFile:
    """Write a new file in UTF-8; an existing one is never replaced.

    Raises:
        ProblemsError: It is there already, it would be YAML, its folder does not exist, or it cannot be written.
    """
    _refuse_yaml(path)
    try:
        write_whole(Path(path), text.encode(), new=True, safe=True)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ProblemsError([_problem("P304", path)]) from error
    except OSError as error:
        raise ProblemsError([_problem("P302", path, error)]) from error
    return open_file(path)


def _refuse_yaml(path: str | os.PathLike[str]) -> None:
    if os.fspath(path).lower().endswith(_YAML_NAMES):
        raise ProblemsError([_problem("P303", path)])


def _at_once(content: bytes, document: Document, edits: Sequence[Edit]) -> bytes | None:
    """Return a document with all edits made, looked through once; None where they have to be made one by one.

    That is so where bytes would not come out as they are, or what was made does not read as what was meant.
    """
    text, style = document.text, style_of(document.text)
    mark, codec = _encoding(content, document.encoding)
    with contextlib.suppress(ProblemsError, UnicodeError):
        if mark + text.encode(codec) != content:
            return None
        for pointer, value in edits:
            splice = _splice(text, pointer, value, style)
            text = text[: splice.start] + escaped(splice.new, codec) + text[splice.end :]
        made = mark + text.encode(codec)
        if read_document(made, document.name).data == json.loads(text):
            return made
    return None


def _splice(text: str, pointer: str, value: Any, style: Style | None = None) -> Splice:
    return remove(text, pointer) if value is GONE else set_value(text, pointer, value, style)


def _spliced(content: bytes, document: Document, pointer: str, value: Any) -> tuple[bytes, Document]:
    text = document.text
    splice = _splice(text, pointer, value)
    mark, codec = _encoding(content, document.encoding)
    # Offsets are counted in encoded characters, so that characters with two encodings keep the one they have.
    start = len(mark) + len(text[: splice.start].encode(codec))
    end = start + len(text[splice.start : splice.end].encode(codec))
    expected = apply(text, [splice])
    for new in (escaped(splice.new, codec), escaped(splice.new, "ascii")):
        made = content[:start] + new.encode(codec) + content[end:]
        with contextlib.suppress(ProblemsError):
            after = read_document(made, document.name)
            if after.data == json.loads(expected):
                return made, after
    # Neither spelling reads as what was meant; the plain one says why.
    read_document(made, document.name)
    raise KeyError(pointer)


def _encoding(content: bytes, name: str) -> tuple[bytes, str]:
    for mark, codec, _ in _MARKS:
        if content.startswith(mark):
            return mark, codec
    return b"", _CODECS[name]


def _replace(target: Path, content: bytes) -> None:
    """Put the content in place of what is there in one step, with the permissions that it has."""
    if not os.access(target, os.W_OK):
        # The folder would allow it, but whoever write-protected the file meant it.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    write_whole(target, content, like=target.stat(), safe=True)


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Let other runs that answer into a file wait, where the disk can do that.

    Whoever waited finds another content at the path by then: what they read was changed.
    """
    with contextlib.ExitStack() as held:
        try:
            descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
            held.callback(os.close, descriptor)
            _lock(descriptor)
        except BlockingIOError:
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY)) from None
        except (ImportError, OSError):
            pass  # it is gone, or nothing can be locked here; whether it was changed is looked at in any case
        yield


def _lock(descriptor: int) -> None:
    import fcntl

    end = time.monotonic() + _LONGEST_WAIT
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > end:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _problem(code: str, path: str | os.PathLike[str], error: OSError | None = None) -> Problem:
    return tabled(_PROBLEMS, code, path=os.fspath(path), reason="" if error is None else system_reason(error))
