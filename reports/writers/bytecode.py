"""Compiled templates, kept beside their sources: a start would spend half of its time on compiling them.

They are executed. That is why they are kept as Python keeps its own bytecode, where only those can write who can write
the product itself, and never in the cache of a user.
"""

from __future__ import annotations

import contextlib
import sys
from importlib.util import cache_from_source
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket


class TemplateBytecode(jinja2.FileSystemBytecodeCache):
    """Keeps what Jinja makes of the templates of a folder, for one environment.

    It is as good as not there once a template, Python or Jinja is another one.
    """

    def __init__(self, templates: Path, environment: str) -> None:
        """Keep it in the folder that Python would keep its bytecode in.

        Args:
            templates: The folder of the templates.
            environment: What tells it from others that read the same templates in another way.
        """
        folder = Path(cache_from_source(str(templates / environment))).parent
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        super().__init__(str(folder), f"{environment}-%s.{sys.implementation.cache_tag}.jinja")

    def get_source_checksum(self, source: str) -> str:
        """Return what changes with the template and with Jinja."""
        return super().get_source_checksum(f"{getattr(jinja2, '__version__', '')} {source}")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load a compiled template, where there is one."""
        with contextlib.suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template, where that is possible."""
        if not sys.dont_write_bytecode:
            with contextlib.suppress(OSError):
                super().dump_bytecode(bucket)
