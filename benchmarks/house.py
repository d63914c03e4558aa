"""The size of the house, and the way of one rule through it: how much somebody has to hold who follows it.

    python -m benchmarks.house

names the functions, too. A function passes a rule on when something that it is given or returns is the rule's file or name,
its code or the fact that it derives, or a record or a short list that holds one of these.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Any

from msgspec import Struct

from .measure import Figure

ROOT = Path(__file__).resolve().parent.parent
NAMES = {"rules/goals_kpi/goal-without-kpi.yaml", "goals_kpi/goal-without-kpi", "goals[].without_kpi", "KPI-08"}
"""A rule by its file and its name, the fact that it derives, and the code of what is found by it."""
PROJECT = {
    "goals": [{"id": "g1", "name": "Safe at home"}, {"id": "g2", "name": "A lighter load"}],
    "kpis": [{"id": "k1", "goals": ["g1"]}],
}
_SHORT = 4
_OTHERS = ("tests", "benchmarks", "tools", "features", "build", "docs", ".venv")


def figures() -> list[Figure]:
    """Measure how large the house is, and how far a rule goes in it."""
    modules = [path for path in ROOT.rglob("*.py") if path.relative_to(ROOT).parts[0] not in _OTHERS]
    lines = sum(path.read_text(encoding="utf-8").count("\n") for path in modules)
    told = subprocess.run([sys.executable, "-m", __name__, "--json"], cwd=ROOT, capture_output=True, check=True)
    passed = json.loads(told.stdout)
    functions = sum(map(len, passed.values()))
    return [
        Figure("lines of the product", f"{lines:,}", budget="25,000", met=lines <= 25_000),
        Figure("its modules", f"{len(modules)}", budget="140", met=len(modules) <= 140),
        Figure("functions that pass a rule on into a memo", f"{functions}", budget="120", met=functions <= 120),
        Figure("files that these stand in", f"{len(passed)}", budget="35", met=len(passed) <= 35),
    ]


def passed_on() -> dict[str, list[str]]:
    """Write the memo of a small project with nothing kept, and return the functions that pass the rule on, by file."""
    found: defaultdict[str, set[str]] = defaultdict(set)

    def look(frame: FrameType, event: str, returned: Any) -> None:
        code = frame.f_code
        if (
            event not in ("call", "return")
            or code.co_name.startswith("<")
            or not code.co_filename.startswith(str(ROOT))
        ):
            return
        given = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
        values = [returned] if event == "return" else [frame.f_locals.get(name) for name in given]
        if any(map(_holds, values)):
            path = Path(code.co_filename).relative_to(ROOT)
            if path.parts[0] not in _OTHERS:
                found[path.as_posix()].add(getattr(code, "co_qualname", code.co_name))

    with TemporaryDirectory() as folder, redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        os.environ["ADVISE_CACHE"] = folder
        path = Path(folder, "project.json")
        path.write_text(json.dumps(PROJECT), encoding="utf-8")
        from advise.start import run

        sys.setprofile(look)
        try:
            run([str(path)])
        finally:
            sys.setprofile(None)
    return {name: sorted(found[name]) for name in sorted(found)}


def _holds(value: object) -> bool:
    if isinstance(value, (tuple, list)):
        return len(value) <= _SHORT and any(map(_names, value))
    fields = value.__struct_fields__ if isinstance(value, Struct) else ()
    return _names(value) or any(_names(getattr(value, name, None)) for name in fields)


def _names(value: object) -> bool:
    return isinstance(value, str) and value in NAMES


if __name__ == "__main__":
    passed = passed_on()
    if "--json" in sys.argv:
        print(json.dumps(passed))
    else:
        for file, functions in passed.items():
            print(f"{file}: {', '.join(functions)}")
