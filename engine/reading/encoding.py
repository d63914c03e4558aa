"""From a path, standard input or bytes to text: the file itself, its size, its encoding.

What the operating system refuses becomes a problem. The content is not looked at beyond its encoding. Nearly any bytes
read as CP932 somehow, so what nobody writes in it is refused rather than taken for text.
"""

from __future__ import annotations

import codecs
import errno
import os
import re
import stat
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from ..problems.problem import Problem, ProblemsError, Texts, nearest, system_reason
from .faults import document_problem
from .limits import LARGEST, MEGABYTES
from .places import Lines

_USUAL = 1 << 16
"""Bytes for which most files have room; to make room for all that may be read takes longer than to read them."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_KINDS = (
    (b"PK\x03\x04", {"en": "an Excel, Word or zip file", "ja": "ExcelやWordのファイルまたはzipファイル"}),
    (b"\xd0\xcf\x11\xe0", {"en": "an old Excel or Word file", "ja": "古い形式のExcelやWordのファイル"}),
    (b"%PDF", {"en": "a PDF file", "ja": "PDFファイル"}),
)
_UNMARKED_UTF16 = {"en": "UTF-16 without its mark, or a program", "ja": "目印のないUTF-16の文書またはプログラム"}
# Compiled when first used: most files are UTF-8.
_UTF8_SEQUENCE = rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
_NOT_ASCII = rb"[\x80-\xff]"
_NOT_CP932 = "[\x80\xa0\uf8f0-\uf8f3]"  # Python maps bytes to these that CP932 does not define
_ISO_2022_JP = rb"\x1b(?:\$[@B]|\([BJI])"
_OTHER_THAN_ASCII = r"[^\x00-\x7f]+"
_KANA = "[\u3001\u3002\u3041-\u30fe]"
_HALF_WIDTH = "[\uff61-\uff9f]"
_PRIVATE = "[\ue000-\uf8ff]"


def read_bytes(path: Path) -> bytes:
    """Return the content of a regular file.

    Raises:
        ProblemsError: It is not there, not a file, not readable, or too large.
    """
    try:
        return content_of(path, LARGEST)
    except (OSError, ValueError) as error:
        raise ProblemsError([_refusal(path, error)]) from None


def content_of(path: str | Path, most: int) -> bytes:
    """Return the content of a regular file, of which never more than `most` bytes are read.

    Raises:
        OSError: It is not there or not readable, no regular file (ENODEV for a pipe or a device), or larger (EFBIG).
    """
    with opened(path) as file:
        content = file.read(min(most + 1, _USUAL))
        if len(content) == _USUAL:
            content += file.read(most + 1 - _USUAL)
    if len(content) > most:
        raise OSError(errno.EFBIG, f"larger than {most} bytes")
    return content


def name_of(path: str | os.PathLike[str]) -> str:
    r"""Return a path as it is told: bytes of it that are no UTF-8 are written as escapes.

    >>> print(name_of("計画.json"), name_of("bad\udcff.json"))
    計画.json bad\xff.json
    """
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def opened(path: str | Path) -> BinaryIO:
    """Return a regular file, opened to be read.

    Raises:
        OSError: It is not there or not readable, or no regular file (ENODEV for a pipe or a device).
    """
    # A pipe or a device is refused before it is opened: opening one may wait for ever.
    _refuse_odd_files(os.stat(path).st_mode)  # noqa: PTH116
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        _refuse_odd_files(os.fstat(descriptor).st_mode)
        return os.fdopen(descriptor, "rb")
    except OSError:
        os.close(descriptor)
        raise


def lines_of(file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of a file with their ends; of one that is longer than `LARGEST`, that and one byte more."""
    while line := file.readline(LARGEST + 1):
        rest = line
        while len(rest) > LARGEST and not rest.endswith(b"\n"):
            rest = file.readline(LARGEST + 1)
        yield line


def read_standard_input(name: str) -> bytes:
    """Return what comes in through standard input.

    Raises:
        ProblemsError: It is closed, not readable, or too large.
    """
    try:
        stream = getattr(sys.stdin, "buffer", sys.stdin)
        if stream is None:
            raise OSError("closed")
        content = stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise ProblemsError([_cannot_be_read(name, error)]) from None
    return within_limit(content.encode() if isinstance(content, str) else content, name)


def within_limit(content: bytes, name: str) -> bytes:
    """Return the content unless it is too large.

    Raises:
        ProblemsError: It is larger than `LARGEST`.
    """
    if len(content) > LARGEST:
        raise ProblemsError([document_problem("P107", name=name, limit=MEGABYTES)])
    return content


def decode(content: bytes, name: str) -> tuple[str, str]:
    """Return the text of a document and the name of its encoding.

    It is UTF-8, UTF-16 or UTF-32 with its mark, ISO-2022-JP, EUC-JP or CP932 (the Japanese "ANSI" of Windows). The last
    is tried when the bytes are not UTF-8, unless they look like UTF-8 that was damaged: that would read as CP932 too,
    with wrong characters.

    Raises:
        ProblemsError: It is empty, not a text, in no such encoding, or not plausibly in any.
    """
    _refuse_other_kinds(content, name)
    for mark, codec, encoding in _MARKS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], codec, encoding, name), encoding
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        euc = _as_euc_jp(content)
        if euc is not None:
            return euc, "EUC-JP"
        if error.reason == "unexpected end of data" or _damaged_utf8(content):
            raise ProblemsError([_undecodable(content, error.start, "utf-8", "UTF-8", name)]) from None
    else:
        if "\x1b" in text and re.search(_ISO_2022_JP, content):
            return _decoded(content, "iso2022_jp_ext", "ISO-2022-JP", name), "ISO-2022-JP"
        return text, "UTF-8"
    text = _decoded(content, "cp932", "UTF-8 / CP932", name)
    implausible = _implausible(text, name)
    if implausible is not None:
        raise ProblemsError([implausible])
    return text, "CP932"


_BLANKS = dict.fromkeys(map(ord, "\n\r\t\u3000"))
"""What lays a JSON text out, and the blank of Japanese."""


def escaped(text: str, codec: str) -> str:
    r"""Return JSON text in which what an encoding does not have, or does not give back, is written as an escape.

    So is what a screen does not show but obeys, in any encoding; blanks and line ends of JSON stand between its texts only.

    >>> print(escaped('{"id": "\U00020bb7田"}', "cp932"), escaped('{"id": "\x9b\u202e田"}', "utf-8"))
    {"id": "\ud842\udfb7田"} {"id": "\u009b\u202e田"}
    """
    every = codec.lower().replace("-", "").startswith("utf")
    if every and text.translate(_BLANKS).isprintable():
        return text
    seen = (one for one in set(text) if one.isprintable() or ord(one) in _BLANKS)
    odd = set(text).difference(one for one in seen if every or _survives(one, codec))
    return text.translate({ord(one): _as_escape(one) for one in odd})


def _survives(character: str, codec: str) -> bool:
    try:
        return character.encode(codec).decode(codec) == character and not re.match(_NOT_CP932, character)
    except UnicodeError:
        return False


def _as_escape(character: str) -> str:
    import json

    return json.dumps(character)[1:-1]


def _refuse_odd_files(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        raise OSError(errno.ENODEV, "a device or a pipe, not a file")


def _refusal(path: Path, error: OSError | ValueError) -> Problem:
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return document_problem("P101", None, _similar_file(path), name=path)
    if isinstance(error, IsADirectoryError):
        return document_problem("P102", name=path)
    if isinstance(error, PermissionError):
        return document_problem("P103", name=path)
    if getattr(error, "errno", None) == errno.ENODEV:
        return document_problem("P104", name=path)
    if getattr(error, "errno", None) == errno.EFBIG:
        return document_problem("P107", name=path, limit=MEGABYTES)
    return _cannot_be_read(str(path), error)


def _cannot_be_read(name: str, error: OSError | ValueError) -> Problem:
    return document_problem("P105", name=name, reason=system_reason(error))


def _similar_file(path: Path) -> Texts | None:
    try:
        with os.scandir(path.parent) as entries:
            names = [entry.name for entry in islice(entries, 1000)]
    except (OSError, ValueError):
        return None
    similar = nearest(path.name, names)
    if similar is None:
        return None
    return {"en": f"did you mean '{path.with_name(similar)}'?", "ja": f"「{path.with_name(similar)}」のことですか"}


def _refuse_other_kinds(content: bytes, name: str) -> None:
    if not content.strip(b" \t\r\n\xef\xbb\xbf") or content in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        raise ProblemsError([document_problem("P106", name=name)])
    for start, kind in _KINDS:
        if content.startswith(start):
            raise ProblemsError([document_problem("P109", name=name, kind=kind)])
    marked = content.startswith(tuple(mark for mark, _, _ in _MARKS))
    if b"\0" in content[:1000] and not marked:
        raise ProblemsError([document_problem("P109", name=name, kind=_UNMARKED_UTF16)])


def _damaged_utf8(content: bytes) -> bool:
    """Tell whether most of what is not ASCII is well-formed UTF-8; in CP932 text that is rare."""
    well_formed = sum(len(match[0]) for match in re.finditer(_UTF8_SEQUENCE, content))
    return 2 * well_formed > len(re.findall(_NOT_ASCII, content))


def _decoded(content: bytes, codec: str, encoding: str, name: str) -> str:
    try:
        text = content.decode(codec)
    except UnicodeDecodeError as error:
        raise ProblemsError([_undecodable(content, error.start, codec, encoding, name)]) from None
    undefined = re.search(_NOT_CP932, text) if codec == "cp932" else None
    if undefined:
        start = len(text[: undefined.start()].encode(codec))
        raise ProblemsError([_undecodable(content, start, codec, encoding, name)])
    return text


def _as_euc_jp(content: bytes) -> str | None:
    """Return the text if the bytes are EUC-JP: they decode, and a good part of what is not ASCII is kana."""
    try:
        text = content.decode("euc_jp")
    except UnicodeDecodeError:
        return None
    others = "".join(re.findall(_OTHER_THAN_ASCII, text))
    return text if 4 * len(re.findall(_KANA, others)) >= len(others) else None


def _implausible(text: str, name: str) -> Problem | None:
    """Return the problem of the first thing in CP932 text that nobody writes in it.

    Characters of private use are implausible anywhere. Where nothing shows that the text is Japanese, so are half-width
    kana, and a single character in the middle of a word: that is what other encodings look like.
    """
    lines = Lines(text, name)
    if any(_is_common(run[0]) and not _in_a_word(run) for run in re.finditer(_OTHER_THAN_ASCII, text)):
        private = re.search(_PRIVATE, text)
        if private is None:
            return None
        return document_problem("P151", lines.place(private.start()), which=f"U+{ord(private[0]):04X}")
    for run in re.finditer(_OTHER_THAN_ASCII, text):
        if re.search(f"{_PRIVATE}|{_HALF_WIDTH}", run[0]) or _in_a_word(run):
            return document_problem("P152", lines.place(*run.span()), found=run[0])
    return None


def _is_common(text: str) -> bool:
    """Tell whether a character is one of the kana, signs and common kanji, whose bytes other encodings do not have."""
    return any(b"\x81" <= character.encode("cp932")[:1] <= b"\x9f" for character in text)


def _in_a_word(run: re.Match[str]) -> bool:
    """Tell whether one character touches letters of the alphabet as if it were an accented one, or an apostrophe."""
    text, (start, end) = run.string, run.span()
    before, behind = text[max(0, start - 1) : start].isalpha(), text[end : end + 1].isalpha()
    first, second = (run[0].encode("cp932") + b" ")[:2]
    if end - start > 1 or not (before or behind):
        return False
    return (before and behind) or first >= 0xC0 or (before and 0x91 <= first <= 0x97 and chr(second).isalpha())


def _undecodable(content: bytes, start: int, codec: str, encoding: str, name: str) -> Problem:
    """Return the problem at a byte offset; what stands before it is well-formed."""
    before = content[:start].decode(codec, errors="ignore")
    behind = content[start : start + 200].decode(codec, errors="replace")
    place = Lines(before + behind, name).place(len(before))
    return document_problem("P108", place, encoding=encoding, byte=f"0x{content[start]:02X}")
