"""From a folder of rules to a checked knowledge base.

All problems of all files come at once. A base that was found sound is kept (`kept`), so that a later start neither
reads YAML nor checks again; what that takes is imported only then.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from ..problems.problem import ProblemsError
from . import files, kept
from .model import KnowledgeBase, ParameterDefinition

SHIPPED = Path(__file__).resolve().parents[2] / "rules"
"""The knowledge base that comes with the product."""


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
    overrides = overrides or {}
    try:
        names, ignored = files.find(root)
    except OSError as error:
        raise ProblemsError([files.unreadable(shown, error)]) from error
    contents = files.read(root, names, shown)

    def checked() -> KnowledgeBase:
        from .check import read_knowledge_base

        return read_knowledge_base(contents, ignored, "", shown, overrides)

    key = f"{files.version_of(contents)}{_profile(overrides)} {shown}" if use_cache and not ignored else None
    found = kept.once("rules", key, KnowledgeBase, checked)
    own = {name: entry for name, entry in overrides.items() if name in found.parameters}
    kb = replace(found, folder=str(root), parameters={**found.parameters, **own})
    vars(kb)["cache_key"] = key
    return kb


def _profile(overrides: Mapping[str, ParameterDefinition]) -> str:
    """Return what the values of a profile add to the version of a knowledge base."""
    if not overrides:
        return ""
    values = sorted((name, repr(parameter.value)) for name, parameter in overrides.items())
    return "-" + hashlib.sha256(repr(values).encode()).hexdigest()[:12]
