"""The scenarios that pin a rule, read from the feature files that belong to its knowledge base. None is run here."""

from __future__ import annotations

from pathlib import Path

from ..knowledge.model import KnowledgeBase
from ..problems.problem import ProblemsError
from .gherkin import Scenario, feature_files, read_feature


def features_of(kb: KnowledgeBase) -> Path:
    """Return the folder of a knowledge base's feature files: `features` in its own folder, else beside it.

    The folder need not be there: a knowledge base may do without scenarios.
    """
    within = Path(kb.folder) / "features"
    return within if within.is_dir() else Path(kb.folder).absolute().parent / "features"


def scenarios_of(code: str, kb: KnowledgeBase, folder: Path | None = None) -> tuple[Scenario, ...]:
    """Return the scenarios that are tagged with a code or name it in a step.

    A feature file that cannot be read is left out; running the scenarios tells what is wrong with it.

    Args:
        code: The code of a rule.
        kb: The knowledge base.
        folder: Where the feature files are, when not where the knowledge base keeps them.
    """
    found: list[Scenario] = []
    for path in feature_files(folder or features_of(kb)):
        try:
            if code.encode() in path.read_bytes():  # reading a file as Gherkin takes far longer than looking
                found += [scenario for scenario in read_feature(path).scenarios if scenario.names(code)]
        except (OSError, ProblemsError):
            continue
    return tuple(found)
