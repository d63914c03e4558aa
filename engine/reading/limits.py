"""What a project document may not exceed, so that no input can tie the program up.

Figures only; they are checked where a document is read.
"""

from __future__ import annotations

MEGABYTES = 10
"""The size of the largest document that is read."""

LARGEST = MEGABYTES * 1024 * 1024
"""The same in bytes."""

LARGEST_YAML = 2 * 1024 * 1024
"""The longest YAML document, in characters: reading YAML takes some fifty times as long as JSON."""

DEEPEST = 64
"""How deep brackets may be nested."""

MOST_PROBLEMS = 200
"""After so many problems in its writing the rest of a document is not looked at."""

LARGEST_INTEGER = 2**53 - 1
"""The largest whole number that every program reads exactly; beyond it, digits may be lost unseen."""
