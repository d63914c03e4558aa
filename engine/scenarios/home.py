"""Where a knowledge base keeps its scenarios, its own sentences and its exemplary project.

All of it is optional. Nothing here is particular to the knowledge base that comes with the product.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..knowledge.model import KnowledgeBase
from ..reading.document import read_document
from .features import features_of
from .phrases import Phrase, read_phrases
from .saying import SentenceError

PHRASES = "phrases.yaml"
EXEMPLARY = ("exemplary.json", "exemplary.yaml")


@dataclass(frozen=True, slots=True)
class Home:
    """The scenarios of a knowledge base and what they draw on.

    Attributes:
        features: The folder with the feature files; it need not be there.
        phrases: The domain's own sentences.
        example: A project in which nothing is to be found, None when there is none.
    """

    features: Path
    phrases: tuple[Phrase, ...] = ()
    example: Mapping[str, Any] | None = None

    def exemplary(self) -> dict[str, Any]:
        """Return the exemplary project, to be changed at will.

        Raises:
            SentenceError: There is none.
        """
        if self.example is None:
            raise SentenceError(
                f"this knowledge base has no exemplary project; put one into {self.features / EXEMPLARY[0]}",
                f"この知識ベースには模範となる事業がありません。{self.features / EXEMPLARY[0]} に置いてください",
            )
        return copy.deepcopy(dict(self.example))


def home_of(kb: KnowledgeBase) -> Home:
    """Return where a knowledge base keeps its scenarios.

    Raises:
        ProblemsError: The sentences or the exemplary project cannot be read.
    """
    folder = features_of(kb)
    files = (folder / PHRASES, *(place / name for place in _places(folder) for name in EXEMPLARY))
    return _home(folder, tuple((path, path.stat().st_mtime_ns) for path in files if path.is_file()))


def _places(features: Path) -> tuple[Path, Path]:
    """Return where an exemplary project may lie: among the features, or with the examples beside them."""
    return features, features.parent / "examples"


@lru_cache(maxsize=8)
def _home(folder: Path, files: tuple[tuple[Path, int], ...]) -> Home:
    """Read what is there; the times of the files see to it that a changed one is read again."""
    phrases: tuple[Phrase, ...] = ()
    example: Mapping[str, Any] | None = None
    for path, _changed in files:
        if path.name == PHRASES:
            phrases = read_phrases(path)
        elif example is None:
            example = read_document(path).data
    return Home(folder, phrases, example)
