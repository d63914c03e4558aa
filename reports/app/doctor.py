"""What `advise doctor` looks at: whether this installation works, and what to do where it does not."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterator
from importlib import metadata
from typing import Literal

from msgspec import Struct

from ...engine.problems.problem import ProblemsError
from ..texts import enumerate_words, is_said, say
from ..writers.console import BUG, OK, RULES
from ..writers.display import GLYPHS
from ..writers.layout import installing, padded, width

CheckState = Literal["good", "note", "bad"]
_PACKAGES = ("click", "Jinja2", "msgspec", "PyYAML", "gherkin-official")
_OPTIONAL = ("durable_rules",)
_SAMPLE = "事業のファイル" + "".join(sign for name, sign in GLYPHS.items() if name != "centre")


class Check(Struct, frozen=True):
    """One thing that was looked at.

    Attributes:
        name: What it is, a key of the messages below `doctor.`.
        state: Whether it is good, worth knowing, or a reason why advise does not work.
    """

    name: str
    state: CheckState
    words: str
    cure: str | None = None


def exit_code(checks: list[Check]) -> int:
    """Return what a script learns from the checks."""
    bad = [check.name for check in checks if check.state == "bad"]
    return RULES if "rules" in bad else BUG if bad else OK


def render(checks: list[Check], language: str) -> str:
    """Return the checks as text, one a line, each problem with its cure."""
    name_columns = max(width(say(f"doctor.{check.name}", language)) for check in checks)
    state_columns = max(width(say(f"doctor.{state}", language)) for state in ("good", "note", "bad"))
    lines = []
    for check in checks:
        state, name = say(f"doctor.{check.state}", language), say(f"doctor.{check.name}", language)
        head = f"{padded(state, state_columns)}  {padded(name, name_columns)}"
        lines.append(f"{head}  {check.words}")
        if check.cure is not None:
            lines.append(" " * width(head) + f"  {say('next', language)}: {check.cure}")
    return "\n".join(lines) + "\n"


def examine(language: str, encoding: str, environment_language: str, rules: str | None) -> Iterator[Check]:
    """Look at everything that can keep advise from working."""
    from ... import __version__

    yield Check("advise", "good", __version__)
    yield Check("python", "good", f"{platform.python_version()} ({platform.system()} {platform.machine()})")
    yield _packages(language)
    yield _rules(language, rules)
    yield _engine(language)
    yield _encoding(language, encoding)
    spoken = "doctor.language.good.ja" if environment_language == "ja" else "doctor.language.good"
    yield Check("language", "good", say(spoken, language))
    yield _cache(language)
    yield from _extras(language)


def _packages(language: str) -> Check:
    found: list[str] = []
    missing: list[str] = []
    for name in (*_PACKAGES, *_OPTIONAL):
        version = _version(name)
        if version:
            found.append(f"{name} {version}")
        elif name in _PACKAGES:
            missing.append(name)
    if missing:
        words = say("doctor.missing", language, names=", ".join(missing))
        return Check("packages", "bad", words, say("doctor.missing.cure", language))
    return Check("packages", "good", ", ".join(found))


def _extras(language: str) -> Iterator[Check]:
    """Yield what may be installed besides, and for PDF whether there is a font that has Japanese signs."""
    needed: dict[str, list[str]] = {}
    for line in metadata.requires("advise") or ():
        found = re.match(r"([\w.-]+).*extra == [\"'](\w+)", line)
        if found is not None and is_said(f"doctor.extra.{found[2]}"):
            needed.setdefault(found[2], []).append(found[1])
    there = [extra for extra, names in needed.items() if all(map(_version, names))]
    words = [say(f"doctor.extra.{extra}", language) for extra in there]
    missing = [extra for extra in needed if extra not in there]
    cure = say("doctor.extras.cure", language, install=installing(",".join(missing))) if missing else None
    told = enumerate_words(words, language) or say("none", language)
    yield Check("extras", "note" if missing else "good", told, cure)
    if "pdf" in there:
        from ..writers.pdf import drawable

        lacking = set(_SAMPLE) - drawable(_SAMPLE)
        state: CheckState = "note" if lacking else "good"
        yield Check(
            "fonts",
            state,
            say(f"doctor.fonts.{state}", language),
            say("doctor.fonts.cure", language) if lacking else None,
        )


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _rules(language: str, folder: str | None) -> Check:
    from ... import load_rules

    try:
        kb = load_rules(folder, use_cache=False)
    except ProblemsError as error:
        words = say("doctor.rules.bad", language, n=len(error.problems))
        return Check("rules", "bad", words, say("doctor.rules.cure", language))
    return Check("rules", "good", f"{kb.version} ({say('rules.count', language, n=len(kb.rules))}, {kb.folder})")


def _engine(language: str) -> Check:
    from ...engine.rete.native import is_there

    if not is_there():
        return Check(
            "engine",
            "note",
            say("doctor.engine.alone", language),
            say("doctor.engine.alone.cure", language, install=installing("durable-rules")),
        )
    from ... import assess, load_rules

    try:
        assess({"commitment": {"declared": False}}, load_rules(), today="2000-01-01")
    except Exception as error:
        return Check("engine", "bad", f"{type(error).__name__}: {error}", say("doctor.engine.cure", language))
    return Check("engine", "good", say("doctor.engine.good", language))


def _encoding(language: str, encoding: str) -> Check:
    try:
        _SAMPLE.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        words = say("doctor.encoding.bad", language, encoding=encoding)
        return Check("encoding", "note", words, say("doctor.encoding.cure", language))
    return Check("encoding", "good", say("doctor.encoding.good", language, encoding=encoding))


def _cache(language: str) -> Check:
    from ...engine.knowledge.kept import folder, is_ours

    try:
        path = folder()
    except RuntimeError:
        return Check("cache", "note", say("doctor.cache.homeless", language), say("doctor.cache.cure", language))
    if path.exists() and not is_ours(path.stat()):
        words = say("doctor.cache.foreign", language, folder=path)
        return Check("cache", "note", words, say("doctor.cache.cure", language))
    nearest = next((parent for parent in (path, *path.parents) if parent.exists()), path)
    if os.access(nearest, os.W_OK) and nearest.is_dir():
        return Check("cache", "good", str(path))
    return Check("cache", "note", say("doctor.cache.bad", language, folder=path), say("doctor.cache.cure", language))
