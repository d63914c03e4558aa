"""What policy owners say of claims about their rules: the folder `claims` of a knowledge base, where it has one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from ..knowledge import files
from ..knowledge.model import SEVERITIES, KnowledgeBase, Texts
from ..knowledge.resolve import read_conditions
from ..knowledge.rules import read_loop
from ..knowledge.scope import Scope
from ..knowledge.shape import Report, fields, items, read_node, text, texts, words
from ..language.tree import All
from ..problems.problem import Place, ProblemsError, nearest
from ..reading.yaml_reader import Node
from .own import OwnClaim, Result, Side, read_result

FOLDER = "claims"


class Exemption(Struct, frozen=True):
    """A claim that need not hold, and why.

    Attributes:
        claim: What is claimed, as `advise rules verify -f json` names it.
        about: What it is claimed of, in the same order.
    """

    claim: str
    about: tuple[str, ...]
    reason: Texts
    place: Place


class Declared(Struct, frozen=True):
    """What the folder says."""

    exceptions: tuple[Exemption, ...] = ()
    claims: tuple[OwnClaim, ...] = ()


def declared(kb: KnowledgeBase, kinds: tuple[str, ...]) -> Declared:
    """Read what a knowledge base says of claims.

    Args:
        kb: The knowledge base.
        kinds: The claims that there are.

    Raises:
        ProblemsError: A file cannot be read, or is not as it should be; all problems are in it.
    """
    report = Report()
    exceptions: list[Exemption] = []
    claims: list[OwnClaim] = []
    scope = Scope(kb.vocabulary, kb.parameters, {})
    for root in _files(Path(kb.folder) / FOLDER, report):
        entry = fields(root, report, "a claims file", (), ("claims", "exceptions"))
        for item in items(entry.get("claims"), report, "claims"):
            claims.append(_claim(item, kb, scope, report))
        for item in items(entry.get("exceptions"), report, "exceptions"):
            exceptions.append(_exception(item, kinds, report))
    if report.problems:
        raise ProblemsError(report.problems)
    return Declared(tuple(exceptions), tuple(claims))


def _files(folder: Path, report: Report) -> Iterator[Node]:
    names, _ = files.find(folder)
    for name, data in (files.read(folder, names, folder.as_posix()) if names else {}).items():
        place = (folder / name).as_posix()
        try:
            node = read_node(data.decode("utf-8-sig"), place, report)
        except UnicodeDecodeError as error:
            report(files.unreadable(place, error))
            continue
        if node is not None:
            yield node


def _exception(node: Node, kinds: tuple[str, ...], report: Report) -> Exemption:
    entry = fields(node, report, "an exception", ("claim", "about", "reason"))
    return Exemption(
        text(entry.get("claim"), report, "claim", kinds),
        words(entry.get("about"), report, "about"),
        texts(entry.get("reason"), report, "the reason"),
        node.place,
    )


def _claim(node: Node, kb: KnowledgeBase, scope: Scope, report: Report) -> OwnClaim:
    entry = fields(node, report, "a claim", ("claim", "then"), ("when", "for"))
    loop = read_loop(entry.get("for"), scope, report)
    if loop is not None:
        scope = scope.bind(loop.variable, loop.source)
    when, then = (_side(entry.get(key), key, kb, scope, report) for key in ("when", "then"))
    return OwnClaim(texts(entry.get("claim"), report, "the claim"), when, then, loop, node.place)


def _side(node: Node | None, key: str, kb: KnowledgeBase, scope: Scope, report: Report) -> Side:
    """Read conditions and sentences about the result, which stand side by side."""
    results: list[Result] = []
    rest: list[Node] = []
    for item in node.value if node is not None and isinstance(node.value, list) else ():
        found = read_result(item.value) if isinstance(item.value, str) else None
        if found is None:
            rest.append(item)
            continue
        results.append(found)
        verdicts = [case.verdict for case in kb.verdict.cases]
        if found.code is None:
            _among(found.value or "", verdicts, "verdict", "判定", item, report)
        else:
            _among(found.code, [rule.code for rule in kb.rules], "code", "コード", item, report)
            if found.value is not None:
                _among(found.value, SEVERITIES, "severity", "重要度", item, report)
    if node is not None and isinstance(node.value, list):
        if results and not rest:
            return Side(All(()), tuple(results))
        node = replace(node, value=rest)
    return Side(read_conditions(node, scope, report, key), tuple(results))


def _among(name: str, names: Sequence[str], en: str, ja: str, node: Node, report: Report) -> None:
    if name not in names:
        close = nearest(name, names)
        report.say("V002", node.place, f"there is no {en} '{name}'", f"{ja}「{name}」はありません",
                   f"Did you mean '{close}'?" if close else f"There is: {', '.join(names[:10])}.",
                   f"「{close}」のことですか。" if close else f"あるもの：{'、'.join(names[:10])}")  # fmt: skip
