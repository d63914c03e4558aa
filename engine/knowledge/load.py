"""From a folder of YAML files to a checked knowledge base.

All problems of all files come at once. A base that was found sound is cached, so that a later start neither reads
YAML nor checks again (`cache`).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from ..language.problem import Place, Problem, ProblemsError
from ..language.source import Node, read_yaml
from . import cache
from .check import check
from .declarations import read_areas, read_ledger, read_parameters, read_vocabulary
from .model import Derivation, KnowledgeBase, ParameterDefinition, Rule
from .resolve import Scope
from .rules import read_rule, read_verdict
from .shape import Report
from .strata import strata

SHIPPED = Path(__file__).resolve().parents[2] / "rules"
"""The knowledge base that comes with the product."""

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
        folder: The folder with `vocabulary/`, `parameters.yaml`, `areas.yaml`, `verdict.yaml`, `paper/` and the rules;
            None for the one that comes with the product.
        overrides: Parameters of a profile, which take the place of the declared ones.
        use_cache: Whether a base that was checked before may be taken from the cache.

    Raises:
        ProblemsError: The knowledge base has problems; all of them are in it.
    """
    root = SHIPPED if folder is None else Path(folder)
    contents = _contents(root)
    version = version_of(contents)
    nodes = cache.read(version) if use_cache else None
    checked = nodes is not None
    report = Report()
    if nodes is None:
        nodes = {name: node for name, data in contents.items() if (node := _node(root, name, data, report)) is not None}
    kb = build(nodes, str(root), version, report, overrides or {})
    if not checked:
        check(kb, report)
        if not contents:
            report(
                Problem("K001", {"en": f"there are no rules in {root}", "ja": f"{root} に規則がありません"}, None, None)
            )
        if report.problems:
            raise ProblemsError(report.problems)
        if use_cache:
            cache.write(version, nodes)
    return kb


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
    statements = read_ledger((node for name, node in nodes.items() if name.startswith("paper/")), report)
    verdict = read_verdict(nodes.get("verdict.yaml"), Scope(vocabulary, parameters, {}), report)
    rules: list[Rule] = []
    derivations: list[Derivation] = []
    for name, node in sorted(nodes.items()):
        if "/" not in name or name.startswith(("vocabulary/", "paper/")):
            continue
        rule = read_rule(name.removesuffix(".yaml"), node, vocabulary, parameters, report)
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
    )


def with_parameters(kb: KnowledgeBase, overrides: Mapping[str, ParameterDefinition]) -> KnowledgeBase:
    """Return the knowledge base with some parameters replaced; the rest stays as it is.

    A set parameter that rules run over (`$key_early_kinds`) cannot be replaced this way: load the base again.
    """
    return replace(kb, parameters={**kb.parameters, **overrides})


def _contents(root: Path) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    problems: list[Problem] = []
    try:
        paths = sorted(root.rglob("*.yaml"))
    except OSError as error:
        raise ProblemsError([_unreadable(str(root), error)]) from error
    for path in paths:
        try:
            if path.stat().st_size > _LARGEST:
                raise OSError(f"larger than {_LARGEST} bytes")
            found[path.relative_to(root).as_posix()] = path.read_bytes()
        except OSError as error:
            problems.append(_unreadable(str(path), error))
    if problems:
        raise ProblemsError(problems)
    return found


def _unreadable(name: str, error: OSError) -> Problem:
    return Problem(
        "K002",
        {"en": f"cannot be read: {error.strerror or error}", "ja": f"読めません: {error.strerror or error}"},
        {"en": "Check the name and the permissions.", "ja": "名前と権限を確かめてください。"},
        Place(name, 1, 1),
    )


def _node(root: Path, name: str, data: bytes, report: Report) -> Node | None:
    file = f"{root.name}/{name}"
    try:
        return read_yaml(data.decode("utf-8-sig"), file, report)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        report.say("K003", Place(file, line, 1), "the file is not UTF-8", "UTF-8のファイルではありません",
                   "Save it as UTF-8.", "文字コードをUTF-8にして保存してください。")  # fmt: skip
        return None
