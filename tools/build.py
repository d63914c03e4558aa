"""What building the package does beside copying files: the rules are checked and compiled once, for a quick start.

setuptools calls it (`cmdclass` in setup.cfg). An editable installation has no compiled rules: they are being edited.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from setuptools.command.build_py import build_py

LOAD = "from advise.engine.knowledge.load import load_knowledge_base; load_knowledge_base()"


class BuildPy(build_py):
    """Copy the package and put the compiled rules beside the rules."""

    def run(self) -> None:
        """Build; a knowledge base with problems stops it."""
        super().run()
        if not self.editable_mode:
            compile_rules(Path(self.build_lib))


def compile_rules(library: Path) -> None:
    """Load the rules of the package in this folder with an empty cache and keep what the cache then holds."""
    with tempfile.TemporaryDirectory() as cache:
        loaded = subprocess.run(
            [sys.executable, "-c", LOAD],
            cwd=library,  # comes first on the path, before an advise that is installed
            env={**os.environ, "ADVISE_CACHE": cache, "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        if loaded.returncode != 0:
            sys.exit(f"the rules cannot be loaded:\n{loaded.stderr}")
        (compiled,) = Path(cache).glob("*.json")
        shutil.copyfile(compiled, library / "advise" / "rules" / "compiled.json")
