"""Scenarios: the sentences of feature files, what they mean for a knowledge base, and whether they hold."""

from .home import Home
from .run import CaseResult, Failure, FeatureResult, ScenarioReport, ScenarioResult, run_scenarios
from .scene import Scene, SentenceError, UnmetError

__all__ = [
    "CaseResult",
    "Failure",
    "FeatureResult",
    "Home",
    "ScenarioReport",
    "ScenarioResult",
    "Scene",
    "SentenceError",
    "UnmetError",
    "run_scenarios",
]
