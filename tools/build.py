"""What building the package does beside copying files: the rules are checked, and they and their program are kept.

setuptools calls it (`cmdclass` in setup.cfg). An editable installation has none of that: it is being edited.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
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


class BuildPy(build_py):
    """Copy the package, and put beside the rules what is made of them."""

    def run(self) -> None:
        """Build; a knowledge base with problems stops it."""
        super().run()
        if not self.editable_mode:
            compile_rules(Path(self.build_lib))


def compile_rules(library: Path) -> None:
    """Load the rules of the package in this folder with an empty cache; when that fails, stop and say why."""
    shutil.rmtree(library / "advise" / "rules" / "compiled", ignore_errors=True)
    with tempfile.TemporaryDirectory() as cache:
        ended = subprocess.run(
            [sys.executable, "-c", COMPILE_RULES],
            cwd=library,  # comes first on the path, before an advise that is installed
            env={**os.environ, "ADVISE_CACHE": cache, "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
    if ended.returncode != 0:
        sys.exit(f"the package cannot be built:\n{ended.stderr}")
