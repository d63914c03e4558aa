"""Where a knowledge base keeps its scenarios, its own sentences and its exemplary project; and a project as a scenario describes it.

All that a knowledge base keeps is optional; nothing here is particular to the one that comes with the product. A scene
grows sentence by sentence. Every name is looked up in the vocabulary, so that a misspelt one fails with the name that was
probably meant; values are checked where the project is read.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from ..assess import Assessment, assess
from ..compiled import CompiledKnowledgeBase, compiled
from ..knowledge.load import SHIPPED, load_knowledge_base
from ..knowledge.model import KnowledgeBase, ListDefinition, ParameterDefinition
from ..problems.problem import ProblemsError, render_all
from ..project.address import Address, source_and_id
from ..project.data import KeyPath, elements_of, put, subjects_in, value_at, way_to, way_to_elements
from ..project.values import is_wrapped
from ..reading.document import read_document
from ..reading.encoding import content_of
from ..reading.limits import LARGEST_SOURCE
from . import saying
from .gherkin import Scenario, feature_files, read_feature
from .phrases import Phrase, read_phrases
from .saying import SentenceError, address_of, attribute_of, known, nearest_of

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


class Scene:
    """A scenario's project, and its assessment once it was reviewed.

    Attributes:
        home: The knowledge base with its sentences and its exemplary project.
        parameters: The parameters that the scenario sets.
        today: The day of the review; the calendar's when None.
        kb: The knowledge base, with the scenario's parameters.
    """

    def __init__(self, home: Home, document: dict[str, Any] | None = None, today: str | None = None) -> None:
        """Begin with a project, an empty one unless another is given, and the parameters that the knowledge base has."""
        self.home = home
        self.document: dict[str, Any] = {} if document is None else document
        self.parameters: dict[str, Any] = {}
        self.assessment: Assessment | None = None
        self.today = today
        self.kb: CompiledKnowledgeBase = home.kb

    def review(self) -> None:
        """Assess the project as it stands."""
        try:
            self.assessment = assess(copy.deepcopy(self.document), self.kb, today=self.today)
        except ProblemsError as error:
            raise SentenceError(
                "the project cannot be reviewed:\n" + render_all(error.problems, "en"),
                "事業を確認できません。\n" + render_all(error.problems, "ja"),
            ) from None

    def reviewed(self) -> Assessment:
        """Return the assessment; a scenario that never reviews its project fails."""
        if self.assessment is None:
            raise SentenceError(
                "nothing was reviewed yet; write 'When the project is reviewed' before the first 'Then'",
                "まだ確認していません。最初の Then の前に When the project is reviewed と書いてください",
            )
        return self.assessment

    def set_parameter(self, name: str, value: Any) -> None:
        """Give a parameter another value for this scenario."""
        known(name, self.kb.parameters, saying.PARAMETER)
        self.parameters[name] = value
        self.kb = self.home.with_parameters(self.parameters)

    def state(self, path: str, value: Any, *, listing: bool = False) -> None:
        """State a JSON value of a fact (`organisations/city.involved`, `kpis`), or make it unknown (None).

        Where `listing`, an element that is not in its list yet is added to it.
        """
        address = self._address(path)
        if address.fact in self.kb.vocabulary.lists and value not in (None, []):
            raise SentenceError(
                f"'{path}' is a list: it can be [] or unknown; give its elements in a table",
                f"「{path}」は一覧です。[] か unknown とするか、要素を表で示してください",
            )
        put(value, self._way(address, listing), self.document)

    def add(self, path: str, value: Any) -> None:
        """Add a value to a fact that holds several."""
        way = self._way(self._address(path))
        before: Any = value_at(way, self.document) or []
        put([*(before["value"] if is_wrapped(before) else before), value], way, self.document)

    def subjects(self) -> set[str]:
        """Return the elements that the scenario lists, as subjects."""
        return subjects_in(self.document, self.kb.vocabulary)

    def list_elements(self, listed: ListDefinition, rows: Iterable[dict[str, Any]]) -> None:
        """State a list anew, with these elements."""
        elements = []
        for row in rows:
            for column in row:
                if column not in ("id", "name"):
                    attribute_of(listed.path, column, self.kb)
            elements.append({key: value for key, value in row.items() if value is not None})
        put(elements, self._way(Address(listed.path)), self.document)

    def there(self, subject: str) -> None:
        """Fail when the scenario has no such element (`organisations/city`)."""
        source, name = source_and_id(subject)
        listed = self.kb.vocabulary.lists[source]
        ids = list(listed.members) or [str(one["id"]) for one in elements_of(source, self.document) or ()]
        en, ja = saying.element(listed)
        known(name, ids, (f"{en} in the scenario named", f"シナリオに{ja}"))

    def list_element(self, subject: str) -> None:
        """List an element of which nothing else is said (`organisations/city`)."""
        source, name = source_and_id(subject)
        known(source, self.kb.vocabulary.stated_lists, saying.LIST)
        elements = elements_of(source, self.document) or []
        if all(one["id"] != name for one in elements):
            put([*elements, {"id": name}], way_to_elements(source, self.document), self.document)

    def _address(self, path: str) -> Address:
        address = address_of(path, self.kb, self.subjects())
        if address is None or not address.attribute:
            return Address(known(path, [*self.kb.vocabulary.facts, *self.kb.vocabulary.stated_lists], saying.FACT))
        return address

    def _way(self, address: Address, listing: bool = False) -> KeyPath:
        """Return the way to a fact, of an element that is listed now where it was not."""
        way = way_to(address, self.document, self.kb.vocabulary)
        if way is not None:
            return way
        subject = address.subject or ""
        if listing:
            self.list_element(subject)
            return self._way(address)
        source, name = source_and_id(subject)
        en, ja = saying.element(self.kb.vocabulary.lists[source])
        meant = nearest_of(name, [str(one["id"]) for one in elements_of(source, self.document) or ()])
        raise SentenceError(
            f"the scenario has no {en} '{name}'{meant['en']}",
            f"シナリオに{ja}「{name}」はありません{meant['ja']}",
        )
