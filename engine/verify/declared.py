"""What policy owners say of claims about their rules: the folder `claims` of a knowledge base, where it has one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from ..knowledge import files
from ..knowledge.model import KnowledgeBase, Texts
from ..knowledge.shape import Report, fields, items, read_node, text, texts, words
from ..problems.problem import Place, ProblemsError
from ..reading.yaml_reader import Node

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
    for root in _files(Path(kb.folder) / FOLDER, report):
        entry = fields(root, report, "a claims file", (), ("exceptions",))
        for item in items(entry.get("exceptions"), report, "exceptions"):
            exceptions.append(_exception(item, kinds, report))
    if report.problems:
        raise ProblemsError(report.problems)
    return Declared(tuple(exceptions))


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
