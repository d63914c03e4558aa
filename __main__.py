"""`python -m advise`: the command, where no folder of commands is on the path."""

from __future__ import annotations

from .start import main

main()
