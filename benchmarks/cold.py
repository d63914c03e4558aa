"""Cold starts: a whole process, from `advise` on the command line to its end, and what it imports."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from .measure import Figure, milliseconds, processes, ratio

ROOT = Path(__file__).resolve().parent.parent
START = "from advise.start import main; main()"
CLICK = [sys.executable, "-c", "import click"]
CLICK_AND_JINJA = [sys.executable, "-c", "import click, jinja2"]
HEAVY = ("jinja2", "yaml", "duckdb", "typst", "docxtpl", "jsonschema", "durable_rules_engine", "click")
"""What is looked for among the imports; a start pays for each of them."""


@contextmanager
def workplace() -> Iterator[tuple[Path, dict[str, str]]]:
    """Give a folder with copies of the examples, and an environment with caches of its own that are kept in it."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for path in (ROOT / "examples").glob("*.json"):
            shutil.copy(path, folder)
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment |= {"PYTHONPYCACHEPREFIX": str(folder / "bytecode"), "ADVISE_CACHE": str(folder / "cache")}
        yield folder, environment


def starts(runs: int) -> list[Figure]:
    """Measure reviews from the command line beside the imports that they cannot do without."""
    found = []
    plan = [
        ("exemplary.json", "`advise exemplary.json --no-memo`, cold", ["--no-memo"], CLICK, 2.5),
        ("exemplary.json", "`advise exemplary.json`, cold, memo written", [], CLICK_AND_JINJA, 2.0),
        ("wakayama.json", "`advise wakayama.json --no-memo`, cold (most facts unknown)", ["--no-memo"], CLICK, None),
        ("wakayama.json", "`advise wakayama.json`, cold, memo written", [], CLICK_AND_JINJA, None),
    ]
    with workplace() as (folder, environment):
        for project, what, options, peer, budget in plan:
            command = [sys.executable, "-c", START, project, *options]
            times, beside = processes([command, peer], runs, environment, folder)
            found.append(
                Figure(
                    what,
                    milliseconds(times),
                    f'`python -c "{peer[-1]}"` {milliseconds(beside)}',
                    ratio(times, beside),
                    "" if budget is None else f"{budget}x",
                    None if budget is None else ratio(times, beside) <= budget,
                )
            )
    return found


def imports() -> list[Figure]:
    """Count the modules that `import advise` and a cold review load, and name the heavy ones."""
    with workplace() as (folder, environment):
        base = _loaded("pass", [], folder, environment)
        package = _loaded("import advise", [], folder, environment) - base
        _loaded(START, ["exemplary.json", "--no-memo"], folder, environment)  # fills the caches
        review = _loaded(START, ["exemplary.json", "--no-memo"], folder, environment) - base
        memo = _loaded(START, ["exemplary.json"], folder, environment) - base
    return [
        _imported("modules loaded by `import advise`", package, ()),
        _imported("modules loaded by a cold review without memo", review, ("durable_rules_engine",)),
        _imported("modules loaded by a cold review with memo", memo, ("durable_rules_engine", "jinja2")),
    ]


def _imported(what: str, modules: set[str], allowed: tuple[str, ...]) -> Figure:
    heavy = sorted(modules & set(HEAVY))
    ours = sum(name.partition(".")[0] == "advise" for name in modules)
    named = f"; {', '.join(heavy)}" if heavy else ""
    budget = f"of the heavy ones only {', '.join(allowed)}" if allowed else "none of the heavy ones"
    return Figure(what, f"{len(modules)}, {ours} of them ours{named}", budget=budget, met=set(heavy) <= set(allowed))


def _loaded(code: str, arguments: list[str], folder: Path, environment: Mapping[str, str]) -> set[str]:
    """Return the modules that a run loads, as `-X importtime` tells."""
    command = [sys.executable, "-X", "importtime", "-c", code, *arguments]
    ended = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=True)
    lines = (line for line in ended.stderr.splitlines() if line.startswith("import time:"))
    return {line.rpartition("|")[2].strip() for line in lines}
