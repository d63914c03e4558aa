"""Where a knowledge base keeps its scenarios, its own sentences and its exemplary project. No scenario is run here.

All of it is optional. Nothing here is particular to the knowledge base that comes with the product.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from ..compiled import CompiledKnowledgeBase, compiled
from ..knowledge.load import SHIPPED, load_knowledge_base
from ..knowledge.model import KnowledgeBase, ParameterDefinition
from ..problems.problem import ProblemsError
from ..reading.document import read_document
from ..reading.encoding import content_of
from ..reading.limits import LARGEST_SOURCE
from .gherkin import Scenario, feature_files, read_feature
from .phrases import Phrase, read_phrases
from .saying import SentenceError

PHRASES = "phrases.yaml"
EXEMPLARY = ("exemplary.json", "exemplary.yaml")


class Home:
    """The scenarios of a knowledge base and what they draw on, read on first use.

    Attributes:
        features: The folder with the feature files; it need not be there.
    """

    def __init__(self, kb: CompiledKnowledgeBase, features: Path | None = None) -> None:
        """Find the folder, unless it is given."""
        self.kb = kb
        self.features = features or features_of(kb)
        self._others: dict[str, CompiledKnowledgeBase] = {}

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """The domain's own sentences.

        Raises:
            ProblemsError: The sentences or the exemplary project cannot be read.
        """
        return self._read[0]

    @property
    def example(self) -> Mapping[str, Any] | None:
        """A project in which nothing is to be found, None when there is none.

        Raises:
            ProblemsError: The sentences or the exemplary project cannot be read.
        """
        return self._read[1]

    @cached_property
    def _read(self) -> tuple[tuple[Phrase, ...], Mapping[str, Any] | None]:
        sentences = self.features / PHRASES
        phrases = read_phrases(sentences) if sentences.is_file() else ()
        places = (place / name for place in (self.features, self.features.parent / "examples") for name in EXEMPLARY)
        example = next((path for path in places if path.is_file()), None)
        return phrases, None if example is None else read_document(example).data

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

    def with_parameters(self, parameters: Mapping[str, Any]) -> CompiledKnowledgeBase:
        """Return the knowledge base with other values of some parameters, given as JSON; one for each choice of them.

        Raises:
            SentenceError: A parameter cannot have such a value.
        """
        if not parameters:
            return self.kb
        choice = json.dumps(parameters, sort_keys=True)
        if choice not in self._others:
            place = None if Path(self.kb.folder) == SHIPPED else self.kb.folder
            declared = self.kb.parameters
            overrides = {name: _with_value(declared[name], value) for name, value in sorted(parameters.items())}
            self._others[choice] = compiled(load_knowledge_base(place, overrides=overrides))
        return self._others[choice]


def _with_value(parameter: ParameterDefinition, value: Any) -> ParameterDefinition:
    kept = tuple(value) if isinstance(value, list) else value
    if type(kept) is not type(parameter.value) and not (
        isinstance(kept, (int, float)) and isinstance(parameter.value, (int, float))
    ):
        shown = json.dumps(value, ensure_ascii=False)
        raise SentenceError(
            f"parameter '{parameter.name}' cannot be {shown}", f"目安「{parameter.name}」に {shown} は使えません"
        )
    return replace(parameter, value=kept, reason="as the scenario has it")


def features_of(kb: KnowledgeBase) -> Path:
    """Return the folder of a knowledge base's feature files: `features` in its own folder, else beside it.

    The folder need not be there: a knowledge base may do without scenarios.
    """
    within = Path(kb.folder) / "features"
    return within if within.is_dir() else Path(kb.folder).absolute().parent / "features"


def scenarios_of(code: str, kb: KnowledgeBase, folder: Path | None = None) -> tuple[Scenario, ...]:
    """Return the scenarios that are tagged with a code or name it in a step.

    A feature file that cannot be read is left out; running the scenarios tells what is wrong with it.
    """
    found: list[Scenario] = []
    for path in feature_files(folder or features_of(kb)):
        try:
            if code.encode() in content_of(
                path, LARGEST_SOURCE
            ):  # reading a file as Gherkin takes far longer than looking
                found += [scenario for scenario in read_feature(path).scenarios if scenario.names(code)]
        except (OSError, ProblemsError):
            continue
    return tuple(found)
