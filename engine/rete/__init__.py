"""The interpreter for one project: the rules run on durable-rules.

A knowledge base is compiled once into rulesets of the C engine; each run asserts what is known of a project and
collects what matches. It concludes exactly what `engine.evaluate`, which defines the meaning, concludes.
"""

from .interpreter import Rete
from .stated import Unsupported

__all__ = ["Rete", "Unsupported"]
