"""What a command does, from its arguments to its exit code; how `cli` speaks of it: options, help, wrong use."""

from __future__ import annotations

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec
from typing import Any


def later(name: str) -> Any:
    """Return a module of this folder that is imported when something of it is first used, so that a start costs little."""
    whole = f"{__name__}.{name}"
    spec = find_spec(whole)
    assert spec is not None
    assert spec.loader is not None
    spec.loader = LazyLoader(spec.loader)
    module = sys.modules[whole] = globals()[name] = sys.modules.get(whole) or module_from_spec(spec)
    if module.__spec__ is spec:
        spec.loader.exec_module(module)
    return module
