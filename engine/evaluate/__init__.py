"""The interpreter that defines the meaning: plain closures over the working memory.

A process that reviews many projects gets the same conclusions from a function generated from the rules (`generated`).
"""

from .comparisons import Bindings
from .conditions import Compiled
from .evaluator import CompiledDerivation, CompiledRule, Evaluator

__all__ = ["Bindings", "Compiled", "CompiledDerivation", "CompiledRule", "Evaluator"]
