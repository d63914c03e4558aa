"""A project document: from a file to plain JSON data with places, or all the problems that stand in the way.

Untrusted input ends here: size and depth are limited before anything is parsed, and nothing in a document is executed,
included or looked up. What the keys and values mean for a project is not known here; see `engine.project.project`.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from pathlib import Path
from typing import Any

from msgspec import Struct

from ..problems.problem import Place, Problem, ProblemsError
from ..problems.texts import LANGUAGES
from .encoding import decode, name_of, read_bytes, read_standard_input, within_limit
from .faults import document_problem
from .limits import LARGEST_YAML, out_of_range, too_deep
from .places import Lines, Places, json_places

_YAML_NAMES = (".yaml", ".yml")
_STANDARD_INPUT = "<stdin>"
_LANGUAGE = rb"""(?m)(?:"lang"|^lang)[ \t\r\n]*:[ \t\r\n]*["']?(%s)\b""" % "|".join(LANGUAGES).encode()
_HALF_CHARACTER = r"\\u[dD][89a-fA-F]"


class Document(Struct, frozen=True):
    """A project document that could be read.

    Attributes:
        name: The file's name as given; `<stdin>` for standard input.
        sha256: Of the bytes, in hexadecimal.
        text: The decoded text without a byte order mark; line ends as they are.
        data: The object it holds: dict, list, str, int, float, bool and None, no key twice.
        encoding: `UTF-8`, `UTF-16`, `UTF-32` or `CP932`.
        places: Where each value and key stands; worked out when first asked.
    """

    name: str
    sha256: str
    text: str
    data: dict[str, Any]
    encoding: str
    places: Places


class _NotAllowedError(ValueError):
    """The JSON parser met something that a project document does not allow."""


def read_document(source: str | os.PathLike[str] | bytes, name: str | None = None) -> Document:
    """Read a project document.

    Args:
        source: A path, `-` for standard input, or the bytes themselves.
        name: The name to use in places; the path when left out.

    Raises:
        ProblemsError: With all problems that could be found.

    >>> document = read_document(b'{"project": {"phase": "idea"}}', "project.json")
    >>> document.data, document.places.of("/project/phase").column
    ({'project': {'phase': 'idea'}}, 23)
    """
    content, name = _content(source, name)
    try:
        text, encoding = decode(content, name)
        data, places = _data(text, name)
    except ProblemsError as error:
        error.language = _asked_language(content)
        raise
    return Document(name, hashlib.sha256(content).hexdigest(), text, data, encoding, places)


def _data(text: str, name: str) -> tuple[dict[str, Any], Places]:
    """Return what a text holds: YAML where its name says so, or where it came without one and is no JSON by its first sign."""
    nameless = name == _STANDARD_INPUT and text.strip() and text.lstrip()[0] not in "{["
    is_yaml = nameless or name.lower().endswith(_YAML_NAMES)
    return read_yaml_data(text, name) if is_yaml else read_json_data(text, name)


def _asked_language(content: bytes) -> str | None:
    """Return the language that a document seems to ask for, although it cannot be read."""
    found = re.search(_LANGUAGE, content.replace(b"\0", b""))  # without what UTF-16 puts between the letters
    return found[1].decode() if found is not None else None


def read_json_data(text: str, name: str) -> tuple[dict[str, Any], Places]:
    """Return the object that a JSON text holds, and the places in it.

    The parser of the standard library reads what is right; only what it refuses is looked at again, slowly, to say why.

    Raises:
        ProblemsError: The text is not JSON, or JSON that a project document does not allow.
    """
    problems: list[Problem] = []
    data: Any = None
    refused_at: int | None = None
    try:
        data = _parse(text)
    except json.JSONDecodeError as error:
        refused_at = error.pos
    except (ValueError, RecursionError):
        refused_at = 0
    if refused_at is not None or re.search(_HALF_CHARACTER, text):
        from .syntax import find_syntax_problems

        problems = find_syntax_problems(text, name)
        if refused_at is not None and not problems:
            problems = [document_problem("P136", Lines(text, name).place(refused_at))]
    if problems:
        raise ProblemsError(problems)
    if not isinstance(data, dict):
        raise ProblemsError([_no_object(data, Lines(text, name).place(len(text) - len(text.lstrip(" \t\r\n"))))])
    return data, json_places(text, name)


def read_yaml_data(text: str, name: str) -> tuple[dict[str, Any], Places]:
    r"""Return the object that a YAML text holds, and the places in it.

    Raises:
        ProblemsError: The text is not YAML, or YAML that a project document does not allow.

    >>> read_yaml_data("project: {phase: idea}\nfield: {agreed: no}", "project.yaml")[0]
    {'project': {'phase': 'idea'}, 'field': {'agreed': 'no'}}
    """
    from .yaml_reader import read_yaml

    if len(text) > LARGEST_YAML:
        raise ProblemsError([document_problem("P107", name=name, limit=LARGEST_YAML // 1024 // 1024)])
    problems: list[Problem] = []
    root = read_yaml(text, name, problems.append)
    if problems:
        raise ProblemsError(problems)
    if root is None:
        raise ProblemsError([document_problem("P106", name=name)])
    data = root.plain()
    if not isinstance(data, dict):
        raise ProblemsError([_no_object(data, root.places().of(""))])
    return data, root.places()


def _no_object(data: Any, place: Place) -> Problem:
    kind = {"en": "a list", "ja": "リスト"} if isinstance(data, list) else {"en": "a single value", "ja": "1つの値"}
    return document_problem("P134", place, kind=kind)


def _content(source: str | os.PathLike[str] | bytes, name: str | None) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        name = name or "<input>"
        return within_limit(source, name), name
    if os.fspath(source) == "-":
        name = name or _STANDARD_INPUT
        return read_standard_input(name), name
    path = os.fspath(source)
    return read_bytes(Path(path)), name or name_of(path)


def _parse(text: str) -> Any:
    if too_deep(text):
        raise _NotAllowedError("nested too deeply")
    return json.loads(
        text, object_pairs_hook=_object, parse_int=_integer, parse_float=_number, parse_constant=_constant
    )


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _NotAllowedError("a key is given twice")
    return found


def _integer(digits: str) -> int:
    return int(_within_range(digits))


def _number(digits: str) -> float:
    return float(_within_range(digits))


def _within_range(digits: str) -> str:
    if out_of_range(digits):
        raise _NotAllowedError("a number is out of range")
    return digits


def _constant(word: str) -> float:
    raise _NotAllowedError(f"{word} is not a number in JSON")
