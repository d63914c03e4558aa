"""The interpreter that defines the meaning: plain closures over the working memory of one project."""

from .comparisons import Bindings
from .conditions import Compiled
from .evaluator import CompiledDerivation, CompiledRule, Evaluator

__all__ = ["Bindings", "Compiled", "CompiledDerivation", "CompiledRule", "Evaluator"]
