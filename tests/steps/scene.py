"""Scenes for the sentences about the program; they are the product's own."""

from __future__ import annotations

from advise.engine.scenarios.scene import UNKNOWN, Scene, SentenceError

from . import EXEMPLARY
from ..conftest import knowledge_base

__all__ = ["EXEMPLARY", "UNKNOWN", "Scene", "SentenceError", "knowledge_base"]
