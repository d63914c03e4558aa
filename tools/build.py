"""What building the package does beside copying files: what a quick start needs is made once.

The rules are checked, they and their program for the rule engine are kept as text, and the templates of the memo are
compiled. setuptools calls it (`cmdclass` in setup.cfg). An editable installation has none of that: it is being edited.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from setuptools.command.build_py import build_py

COMPILE_RULES = """
from msgspec.structs import replace
from advise.engine.knowledge import kept, load_knowledge_base
from advise.engine.rete.interpreter import program_of
kb = load_knowledge_base()
kept.ship("rules", kb.cache_key, replace(kb, folder=""))
kept.ship("rete", kb.cache_key, program_of(kb))
"""
COMPILE_TEMPLATES = "from advise.reports.writers.markup import precompile; precompile()"


class BuildPy(build_py):
    """Copy the package and put beside the rules and the templates what is made of them."""

    def run(self) -> None:
        """Build; a knowledge base with problems stops it."""
        super().run()
        if not self.editable_mode:
            compile_rules(Path(self.build_lib))
            run_in(Path(self.build_lib), COMPILE_TEMPLATES, os.environ)


def compile_rules(library: Path) -> None:
    """Load the rules of the package in this folder with an empty cache, and keep them and their program beside them."""
    shutil.rmtree(library / "advise" / "rules" / "compiled", ignore_errors=True)
    with tempfile.TemporaryDirectory() as cache:
        run_in(library, COMPILE_RULES, {**os.environ, "ADVISE_CACHE": cache})


def run_in(library: Path, code: str, environment: Mapping[str, str]) -> None:
    """Run code with the package in this folder; when it fails, stop and say why."""
    ended = subprocess.run(
        [sys.executable, "-c", code],
        cwd=library,  # comes first on the path, before an advise that is installed
        env={**environment, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if ended.returncode != 0:
        sys.exit(f"the package cannot be built:\n{ended.stderr}")
