"""Reading `given_up.yaml`: the codes that were given up."""

from __future__ import annotations

from collections.abc import Collection

from ..reading.yaml_reader import Node
from .model import GivenUp, Rule
from .shape import Report, fields, mapping, text, texts


def read_given_up(root: Node | None, rules: Collection[Rule], report: Report) -> dict[str, GivenUp]:
    """Read the codes that were given up; reports one that a rule has, and a code in its place that no rule has."""
    if root is None:
        return {}
    codes = {rule.code for rule in rules}
    found: dict[str, GivenUp] = {}
    for code, node in mapping(root, report, "given_up.yaml").items():
        entry = fields(node, report, f"the code '{code}'", ("now", "reason"))
        now = text(entry.get("now"), report, "now", sorted(codes) if codes else None)
        found[code] = GivenUp(code, now, texts(entry.get("reason"), report, "the reason"))
        if code in codes:
            report.say(
                "K519", node.place, f"{code} was given up, but a rule has it", f"{code} は廃止されましたが、これを使う規則があります",
                "Give the rule a code of its own.", "規則に別のコードを付けてください。",
            )  # fmt: skip
    return found
