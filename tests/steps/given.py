"""What a scenario may state about its project, and the one thing it may do with it.

The general sentences are here; whatever is none of them is looked up among the domain's own (`phrases`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import Any

from advise.engine.knowledge.model import FactDefinition, KnowledgeBase, ListDefinition
from advise.engine.language.problem import nearest

from .phrases import phrases
from .scene import UNKNOWN, Scene, SentenceError, attribute_of, exemplary, known

Table = Sequence[Sequence[str]]
Sentence = Callable[[Scene, "re.Match[str]", Table], None]
REVIEWED = "the project is reviewed"


def state(scene: Scene, text: str, table: Table | None = None) -> None:
    """State in a scene what a sentence says.

    Raises:
        SentenceError: There is no such sentence, or it names something that is not there.
    """
    matches: list[tuple[str, Sentence, re.Match[str]]] = []
    for pattern, with_table, act in _SENTENCES:
        if (found := re.fullmatch(pattern, text)) is not None:
            _table_fits(text, with_table, table)
            matches.append((pattern, act, found))
    for phrase in phrases():
        if (found := phrase.pattern.fullmatch(text)) is not None:
            _table_fits(text, False, table)
            matches.append((phrase.text, phrase.apply, found))
    if not matches:
        close = nearest(text, [phrase.text for phrase in phrases()])
        raise SentenceError(f"no sentence reads '{text}'" + (f"; did you mean '{close}'?" if close else ""))
    if len(matches) > 1:
        raise SentenceError(f"'{text}' can be read in several ways: " + "; ".join(name for name, _, _ in matches))
    scene.assessment = None
    ((_, act, found),) = matches
    act(scene, found, table or ())


def value_of(text: str) -> Any:
    """Read the value in a sentence: JSON, a bare word, or `unknown`.

    >>> value_of("true"), value_of("thin"), value_of("[]"), value_of("0.05")
    (True, 'thin', [], 0.05)
    """
    if text == "unknown":
        return UNKNOWN
    try:
        return json.loads(text)
    except ValueError:
        if re.fullmatch(r"[\w-]+", text):
            return text
        raise SentenceError(f"'{text}' is no value: write JSON, a bare word, or unknown") from None


def _table_fits(text: str, wanted: bool, table: Table | None) -> None:
    if wanted and table is None:
        raise SentenceError(f"'{text}' needs a table below it")
    if not wanted and table is not None:
        raise SentenceError(f"'{text}' takes no table")


def _nothing_known(scene: Scene, _found: re.Match[str], _table: Table) -> None:
    scene.document.clear()


def _exemplary(scene: Scene, _found: re.Match[str], _table: Table) -> None:
    if scene.document:
        raise SentenceError("'the exemplary project' comes first in a scenario")
    scene.document.update(exemplary())


def _fact(scene: Scene, found: re.Match[str], _table: Table) -> None:
    scene.state(found["path"], value_of(found["value"]))


def _parameter(scene: Scene, found: re.Match[str], _table: Table) -> None:
    scene.set_parameter(found["name"], value_of(found["value"]))


def _list_complete(scene: Scene, found: re.Match[str], _table: Table) -> None:
    listed = _list_named(found["elements"], scene.kb)
    known(f"complete.{listed.path}", scene.kb.vocabulary.facts, "fact")
    scene.state(f"complete.{listed.path}", found["is"] == "is")


def _elements(scene: Scene, found: re.Match[str], table: Table) -> None:
    listed = _list_named(found["elements"], scene.kb, families=True)
    columns = table[0]
    if "id" not in columns:
        raise SentenceError(f"the table of {found['elements']} needs a column 'id'")
    rows = []
    for cells in table[1:]:
        row: dict[str, Any] = {}
        for column, cell in zip(columns, cells, strict=True):
            plain = column in ("id", "name")
            row[column] = cell if plain else _cell(cell, attribute_of(listed.path, column, scene.kb))
        rows.append(row)
    if not listed.members:
        scene.list_elements(listed, rows)
        return
    for row in rows:
        for column, value in row.items():
            if column != "id":
                scene.state(f"{listed.path}/{row['id']}.{column}", value)


def _member(scene: Scene, found: re.Match[str], table: Table) -> None:
    families = [
        listed for listed in scene.kb.vocabulary.lists.values() if listed.members and listed.element == found["element"]
    ]
    if not families:
        raise SentenceError(f"there are no {found['element']}s in this knowledge base")
    for fact, cell in table:
        subject = f"{families[0].path}/{found['member']}"
        scene.state(f"{subject}.{fact}", _cell(cell, attribute_of(families[0].path, fact, scene.kb)))


def _list_named(plural: str, kb: KnowledgeBase, *, families: bool = False) -> ListDefinition:
    lists = {
        f"{listed.element}s": listed
        for path, listed in kb.vocabulary.lists.items()
        if not path.startswith("$") and (families or not listed.members)
    }
    return lists[known(plural.casefold(), lists, "list")]


def _cell(text: str, fact: FactDefinition) -> Any:
    """Read a table's cell: empty is unknown; what holds several values is JSON or parted by commas."""
    if not text:
        return UNKNOWN
    if fact.type in ("set", "refs", "texts") and not text.startswith("["):
        return [item.strip() for item in text.split(",")]
    return text if fact.type == "text" else value_of(text)


_SENTENCES: tuple[tuple[str, bool, Sentence], ...] = (
    (r"a project about which nothing is known", False, _nothing_known),
    (r"the exemplary project", False, _exemplary),
    (r'"(?P<path>[^"]+)" is (?P<value>.+)', False, _fact),
    (r'the parameter "(?P<name>[^"]+)" is (?P<value>.+)', False, _parameter),
    (r"the list of (?P<elements>\w+) (?P<is>is|may not be) complete", False, _list_complete),
    (r"the (?P<elements>\w+):", True, _elements),
    (r"the (?P<member>\w+) (?P<element>\w+) has:", True, _member),
)
