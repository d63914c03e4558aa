"""Profiles: parameters that an organisation sets differently, each with a reason that memos show."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from ..language.problem import Place, Problem, ProblemsError, nearest
from ..language.source import read_yaml
from .declarations import parameter_value
from .model import KnowledgeBase, ParameterDefinition
from .shape import Report, fields, mapping, text


def load_profile(path: str | os.PathLike[str], kb: KnowledgeBase) -> dict[str, ParameterDefinition]:
    """Read a profile and return the parameters that it overrides.

    Args:
        path: A YAML file: `parameters:` with `value` and `reason` for each name.
        kb: The knowledge base whose parameters may be overridden.

    Raises:
        ProblemsError: The profile cannot be read, names an unknown parameter, or gives a value of another kind.
    """
    file = Path(path)
    try:
        content = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise ProblemsError(
            [
                Problem(
                    "K002",
                    {"en": f"cannot be read: {reason}", "ja": f"読めません: {reason}"},
                    None,
                    Place(str(path), 1, 1),
                )
            ]
        ) from error
    report = Report()
    found: dict[str, ParameterDefinition] = {}
    root = read_yaml(content, str(path), report)
    if root is not None:
        entries = fields(root, report, "a profile", ("parameters",))
        for name, node in mapping(entries.get("parameters", root), report, "parameters").items():
            known = kb.parameters.get(name)
            if known is None:
                close = nearest(name, kb.parameters)
                report.say("K310", root.place, f"unknown parameter '{name}'", f"'{name}' というパラメータはありません",
                           f"Did you mean '{close}'?" if close else "`advise rules list` names them.",
                           f"'{close}' のことですか。" if close else "advise rules list で確かめられます。")  # fmt: skip
                continue
            entry = fields(node, report, f"the parameter '{name}'", ("value", "reason"))
            value = parameter_value(entry.get("value"), report, name)
            if type(value) is not type(known.value) or (known.band and not isinstance(value[0], float)):  # type: ignore[index]
                report.say("K515", node.place, f"'{name}' needs a value of the kind {known.value}",
                           f"'{name}' の値は {known.value} と同じ形で書きます")  # fmt: skip
                continue
            found[name] = replace(known, value=value, reason=text(entry.get("reason"), report, "the reason") or None)
    if report.problems:
        raise ProblemsError(report.problems)
    return found
