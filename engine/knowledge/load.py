"""From a folder of YAML files to a checked knowledge base.

All problems of all files come at once. A base that was found sound is cached, so that a later start neither reads
YAML nor checks again (`cache`).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from ..language.problem import Place, Problem, ProblemsError, nearest
from ..language.source import Node, read_yaml
from . import cache
from .check import check
from .declarations import read_areas, read_ledger, read_owners, read_parameters, read_vocabulary
from .model import Derivation, KnowledgeBase, ParameterDefinition, Rule
from .rules import read_rule, read_verdict
from .scope import Scope
from .shape import Report
from .strata import strata

SHIPPED = Path(__file__).resolve().parents[2] / "rules"
"""The knowledge base that comes with the product."""

_TOP = ("parameters.yaml", "areas.yaml", "owners.yaml", "verdict.yaml", "advise.yaml")
_LARGEST = 1_000_000
"""Bytes of one rule file; a larger one is refused."""


def load_knowledge_base(
    folder: str | os.PathLike[str] | None = None,
    *,
    overrides: Mapping[str, ParameterDefinition] | None = None,
    use_cache: bool = True,
) -> KnowledgeBase:
    """Load, check and return a knowledge base.

    Args:
        folder: The folder with `vocabulary/`, `parameters.yaml`, `areas.yaml`, `owners.yaml`, `verdict.yaml`, `paper/`
            and the rules; None for the one that comes with the product.
        overrides: Parameters of a profile, which take the place of the declared ones.
        use_cache: Whether a base that was checked before may be taken from the cache.

    Raises:
        ProblemsError: The knowledge base has problems; all of them are in it.
    """
    root = SHIPPED if folder is None else Path(folder)
    shown = "rules" if folder is None else root.as_posix()
    contents, ignored = _contents(root, shown)
    version = version_of(contents)
    report = Report()
    cached = cache.read(version, contents, shown) if use_cache else None
    if cached is not None:
        kb = build(cached, str(root), version, report, overrides or {})
        if not report.problems:
            return kb
        # The profile does not fit, or the cache is not what it should be: read again, and tell the lines.
        report = Report()
    nodes = {
        name: node for name, data in contents.items() if (node := _node(f"{shown}/{name}", data, report)) is not None
    }
    _complete(contents, ignored, shown, report)
    kb = build(nodes, str(root), version, report, overrides or {})
    if len(nodes) == len(contents) and all(isinstance(node.value, dict) for node in nodes.values()):
        check(kb, report)  # with a file missing, everything that names its code would be reported too
    if report.problems:
        raise ProblemsError(sorted(report.problems, key=_order))
    if use_cache and not overrides:
        cache.write(version, nodes)
    return kb


def _order(problem: Problem) -> tuple[str, int, int]:
    place = problem.place
    return ("", 0, 0) if place is None else (place.file, place.line, place.column)


def version_of(contents: Mapping[str, bytes]) -> str:
    """Return the version of a knowledge base: 12 hex digits of a SHA-256 over names and contents."""
    digest = hashlib.sha256()
    for name, data in sorted(contents.items()):
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()[:12]


def build(
    nodes: Mapping[str, Node], folder: str, version: str, report: Report, overrides: Mapping[str, ParameterDefinition]
) -> KnowledgeBase:
    """Build the knowledge base from the nodes of its files."""
    declared = read_parameters(nodes.get("parameters.yaml"), report)
    parameters = {name: overrides.get(name, parameter) for name, parameter in declared.items()}
    vocabulary = read_vocabulary(
        (node for name, node in nodes.items() if name.startswith("vocabulary/")), parameters, report
    )
    areas = read_areas(nodes.get("areas.yaml"), report)
    owners = read_owners(nodes.get("owners.yaml"), report)
    statements = read_ledger((node for name, node in nodes.items() if name.startswith("paper/")), report)
    scope = Scope(vocabulary, parameters, {})
    verdict = read_verdict(nodes.get("verdict.yaml"), scope, report)
    rules: list[Rule] = []
    derivations: list[Derivation] = []
    for name, node in sorted(nodes.items()):
        if "/" not in name or name.startswith(("vocabulary/", "paper/")):
            continue
        rule = read_rule(name.removesuffix(".yaml"), node, scope, owners, report)
        if isinstance(rule, Rule):
            rules.append(rule)
        elif rule is not None:
            derivations.append(rule)
    return KnowledgeBase(
        folder=folder,
        version=version,
        vocabulary=vocabulary,
        parameters=parameters,
        areas=areas,
        rules=tuple(sorted(rules, key=lambda rule: rule.code)),
        derivations=strata(derivations, vocabulary.concepts, report),
        verdict=verdict,
        statements=statements,
        owners=owners,
    )


def with_parameters(kb: KnowledgeBase, overrides: Mapping[str, ParameterDefinition]) -> KnowledgeBase:
    """Return the knowledge base with some parameters replaced; the rest stays as it is.

    A set parameter that rules run over (`$key_early_kinds`) cannot be replaced this way: load the base again.
    """
    return replace(kb, parameters={**kb.parameters, **overrides})


def _contents(root: Path, shown: str) -> tuple[dict[str, bytes], list[str]]:
    """Return the YAML files below a folder by their path in it, and the names that do not end in .yaml.

    Hidden files and scenarios are no rules.
    """
    found: dict[str, bytes] = {}
    ignored: list[str] = []
    problems: list[Problem] = []
    try:
        paths = sorted(root.rglob("*.y*ml"))
    except OSError as error:
        raise ProblemsError([_unreadable(shown, error)]) from error
    for path in paths:
        name = path.relative_to(root).as_posix()
        if name.startswith("features/") or any(part.startswith(".") for part in name.split("/")):
            continue
        if not name.endswith(".yaml"):
            ignored.append(name)
            continue
        try:
            if path.stat().st_size > _LARGEST:
                raise OSError(f"larger than {_LARGEST} bytes")
            found[name] = path.read_bytes()
        except OSError as error:
            problems.append(_unreadable(f"{shown}/{name}", error))
    if problems:
        raise ProblemsError(problems)
    if not found:
        raise ProblemsError([_no_rules(shown)])
    return found, ignored


def _complete(names: Collection[str], ignored: Iterable[str], shown: str, report: Report) -> None:
    """Report files that are missing and files that nothing would read."""
    for name in ignored:
        report.say("K115", Place(f"{shown}/{name}", 1, 1), "this file is not read: its name does not end in .yaml",
                   "名前が .yaml で終わらないので読まれません", "Rename it.", "名前を変えてください。")  # fmt: skip
    for needed in ("areas.yaml", "owners.yaml", "verdict.yaml"):
        if needed not in names:
            report.say("K114", Place(f"{shown}/{needed}", 1, 1), "this file is missing", "このファイルがありません",
                       "Every knowledge base needs one; see the one that comes with the product.",
                       "知識ベースには必ず要ります。付属のものを参考にしてください。")  # fmt: skip
    for name in sorted(names):
        if "/" not in name and name not in _TOP:
            close = nearest(name, _TOP)
            report.say("K115", Place(f"{shown}/{name}", 1, 1), "no such file belongs beside the areas", "領域のフォルダと並ぶファイルではありません",
                       f"Did you mean {close}?" if close else "A rule stands in the folder of its area.",
                       f"{close} のことですか。" if close else "規則は領域のフォルダに置きます。")  # fmt: skip


def _no_rules(shown: str) -> Problem:
    return Problem(
        "K001",
        {"en": f"there are no rules in {shown}", "ja": f"{shown} に規則がありません"},
        {"en": "Name the folder that holds areas.yaml.", "ja": "areas.yaml のあるフォルダを指定してください。"},
    )


def _unreadable(name: str, error: OSError) -> Problem:
    return Problem(
        "K002",
        {"en": f"cannot be read: {error.strerror or error}", "ja": f"読めません: {error.strerror or error}"},
        {"en": "Check the name and the permissions.", "ja": "名前と権限を確かめてください。"},
        Place(name, 1, 1),
    )


def _node(file: str, data: bytes, report: Report) -> Node | None:
    try:
        return read_yaml(data.decode("utf-8-sig"), file, report)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        report.say("K003", Place(file, line, 1), "the file is not UTF-8", "UTF-8のファイルではありません",
                   "Save it as UTF-8.", "文字コードをUTF-8にして保存してください。")  # fmt: skip
        return None
