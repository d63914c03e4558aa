"""From a folder of rules to a checked knowledge base.

All problems of all files come at once. A base that was found sound is kept (`cache`), so that a later start neither
reads YAML nor checks again; what that takes is imported only then.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from ..digest import sha256
from ..problems.problem import ProblemsError
from . import cache, files, stored
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
    try:
        found = files.find(root)
    except OSError as error:
        raise ProblemsError([files.unreadable(shown, error)]) from error
    profile = _profile(overrides or {})
    use_cache = use_cache and not found.ignored
    if use_cache:
        version = cache.version_of_states(root.absolute(), found.states)
        kb = None if version is None else _cached(version + profile, root, shown, overrides or {})
        if kb is not None:
            return kb
    contents = files.read(root, found.states, shown)
    version = files.version_of(contents)
    kb = _cached(version + profile, root, shown, overrides or {}) if use_cache else None
    if kb is None:
        from .reading import read_knowledge_base

        kb = read_knowledge_base(contents, found.ignored, str(root), shown, overrides or {})
        if use_cache:
            cache.write("rules", version + profile, stored.dump(kb, shown))
            vars(kb)["cache_key"] = version + profile
    if use_cache:
        cache.keep_states(root.absolute(), found.states, version)
    return kb


def with_parameters(kb: KnowledgeBase, overrides: Mapping[str, ParameterDefinition]) -> KnowledgeBase:
    """Return the knowledge base with some parameters replaced; the rest stays as it is.

    A set parameter that rules run over (`$key_early_kinds`) cannot be replaced this way: load the base again.
    """
    from msgspec.structs import replace

    return replace(kb, parameters={**kb.parameters, **overrides})


def _profile(overrides: Mapping[str, ParameterDefinition]) -> str:
    """Return what the values of a profile add to the version of a knowledge base."""
    if not overrides:
        return ""
    values = sorted((name, repr(parameter.value)) for name, parameter in overrides.items())
    return "-" + sha256(repr(values).encode())[:12]


def _cached(key: str, root: Path, shown: str, overrides: Mapping[str, ParameterDefinition]) -> KnowledgeBase | None:
    text = cache.read("rules", key)
    if text is None:
        return None
    try:
        kb = stored.load(text, str(root), shown)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
    if overrides:
        kb = with_parameters(kb, {name: entry for name, entry in overrides.items() if name in kb.parameters})
    vars(kb)["cache_key"] = key
    return kb
