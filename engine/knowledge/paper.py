"""Reading what is known of the article: what it is called, and the ledger of its statements."""

from __future__ import annotations

from collections.abc import Iterable

from ..problems.problem import LANGUAGES
from ..reading.yaml_reader import Node
from .declarations import section
from .model import Article, Statement
from .shape import Report, fields, items, text, texts


def read_article(root: Node | None, report: Report) -> Article | None:
    """Read `paper/article.yaml`: the source as memo, policy book and `--version` name it; None where there is none."""
    if root is None:
        return None
    entries = fields(root, report, "the article", ("title",), ("authors", "institute", "journal"))
    return (
        Article(**{name: texts(node, report, f"the {name}") for name, node in entries.items()})
        if "title" in entries
        else None
    )


def read_ledger(roots: Iterable[Node], report: Report) -> dict[str, Statement]:
    """Read the ledger files below `paper/`."""
    found: dict[str, Statement] = {}
    for root in roots:
        entries = fields(root, report, "a ledger file", ("statements",))
        for number_, node in section(entries, "statements", report).items():
            if number_ in found:
                first = found[number_].place
                report.say("K102", node.place, f"'{number_}' is already stated in {first}", f"'{number_}' は {first} にもあります",
                           "Keep one of the two.", "どちらか一方を残してください。")  # fmt: skip
                continue
            entry = fields(
                node,
                report,
                f"the statement {number_}",
                ("section", "en", "ja", "status"),
                ("rules", "reason", "hedge"),
            )
            status = text(entry.get("status"), report, "status", ("encoded", "evidence", "context"))
            if (status == "encoded") != ("rules" in entry) or (status != "encoded") != ("reason" in entry):
                report.say(
                    "K205", node.place, f"{number_}: an encoded statement names its rules, any other gives its reason",
                    f"{number_}: encoded には rules を、それ以外には reason を書きます",
                )  # fmt: skip
            found[number_] = Statement(
                number_, text(entry.get("section"), report, "section"),
                {language: text(entry.get(language), report, "text") for language in LANGUAGES},
                status,  # type: ignore[arg-type]
                tuple(text(item, report, "rules") for item in items(entry.get("rules"), report, "rules")),
                texts(entry["reason"], report, "the reason") if "reason" in entry else None,
                node.place,
            )  # fmt: skip
    return found
