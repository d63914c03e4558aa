"""Profiles: parameters that an organisation sets differently, each with a reason that memos show."""

from __future__ import annotations

import os
from pathlib import Path

from msgspec.structs import replace

from ..problems.problem import ProblemsError, did_you_mean
from ..reading.encoding import content_of
from ..reading.limits import LARGEST_SOURCE
from ..reading.yaml_reader import Node
from .declarations import parameter_value
from .files import unreadable
from .model import KnowledgeBase, ParameterDefinition
from .shape import ProblemCollector, fields, mapping, read_node, text


def load_profile(path: str | os.PathLike[str], kb: KnowledgeBase) -> dict[str, ParameterDefinition]:
    """Read a profile, `parameters:` with `value` and `reason` for each name, and return the parameters that it overrides.

    Raises:
        ProblemsError: The profile cannot be read, names an unknown parameter, or gives a value of another kind.
    """
    file = Path(path)
    try:
        content = content_of(file, LARGEST_SOURCE).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ProblemsError([unreadable(str(path), error)]) from error
    report = ProblemCollector()
    found: dict[str, ParameterDefinition] = {}
    root = read_node(content, str(path), report)
    if root is not None:
        entries = fields(root, report, "a profile", ("parameters",))
        section = entries.get("parameters")
        for name, node in (mapping(section, report, "parameters") if section is not None else {}).items():
            known = kb.parameters.get(name)
            if known is None:
                every = ", ".join(kb.parameters)
                report.say("K310", node.named().place, f"unknown parameter '{name}'", f"'{name}' という目安はありません",
                           *did_you_mean(name, kb.parameters, f"There are: {every}.", f"あるのは {every} です。"))  # fmt: skip
                continue
            entry = fields(node, report, f"the parameter '{name}'", ("value", "reason"))
            value = _value(entry.get("value"), known, report)
            reason = text(entry.get("reason"), report, "the reason")
            if "reason" in entry and not reason.strip():
                report.say("K109", entry["reason"].place, f"the reason for '{name}' is empty", f"'{name}' の理由が空です",
                           "Say why it is set differently; the memo shows it.",
                           "変える理由を書いてください。所見に載ります。")  # fmt: skip
            found[name] = replace(
                known, value=value, reason=reason, place=entry["value"].place if "value" in entry else None
            )
    if report.problems:
        raise ProblemsError(report.problems)
    return found


def _value(
    node: Node | None, known: ParameterDefinition, report: ProblemCollector
) -> int | float | tuple[str | int | float, ...]:
    """Read a value of the same kind as the declared one."""
    listed = isinstance(known.value, tuple)
    if node is None or isinstance(node.value, list) == listed:
        return parameter_value(node, report, known.name, known.band)
    example = f"[{', '.join(map(str, known.value))}]" if isinstance(known.value, tuple) else f"{known.value:g}"
    report.say("K515", node.place, f"'{known.name}' is {'a list' if listed else 'a number'}",
               f"'{known.name}' は{'一覧' if listed else '数'}です",
               f"Write it like the declared value: {example}.", f"元の値 {example} と同じ形で書いてください。")  # fmt: skip
    return known.value
