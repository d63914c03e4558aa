"""What a scenario may state about its project, and the one thing it may do with it.

The general sentences are here; whatever is none of them is looked up among the domain's own (`phrases`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from ..assess.model import about
from ..knowledge.model import FactDefinition
from ..language.completeness import completeness
from ..project.values import is_date, value_of_text
from . import saying
from .home import Scene
from .phrases import Phrase
from .saying import SentenceError, attribute_of, known, list_named, unread
from .sentence import Sentence, general_sentence

TableRows = Sequence[Sequence[str]]
Act = Callable[[Scene, Mapping[str, str], TableRows], None]


def state(scene: Scene, text: str, table: TableRows | None = None) -> None:
    """State in a scene what a sentence says.

    Raises:
        SentenceError: There is no such sentence, or it names something that is not there.
    """
    matches: list[tuple[str, Callable[[], None]]] = []
    own: list[tuple[Act, bool, Sentence]] = [
        (partial(_phrase, phrase), False, phrase.sentence) for phrase in scene.home.phrases
    ]
    for act, with_table, sentence in (*GIVEN, *own):
        if (found := sentence.read(text)) is not None:
            _table_fits(text, with_table, table)
            matches.append((sentence.texts["en"], partial(act, scene, found, table or ())))
    if not matches:
        raise unread(text, [sentence.texts for *_, sentence in (*own, *GIVEN)])
    if len(matches) > 1:
        names = "; ".join(name for name, _ in matches)
        raise SentenceError(
            f"'{text}' can be read in several ways: {names}", f"「{text}」は何通りにも読めます：{names}"
        )
    scene.assessment = None
    ((_, meant),) = matches
    meant()


def do(scene: Scene, text: str) -> None:
    """Do what a sentence of When says.

    Raises:
        SentenceError: There is no such sentence, or the project cannot be reviewed.
    """
    if WHEN.read(text) is None:
        only = WHEN.texts
        raise SentenceError(
            f"no sentence reads '{text}'; what happens is always '{only['en']}'",
            f"「{text}」という文はありません。ここに書けるのは「{only['ja']}」（{only['en']}）だけです",
        )
    scene.review()


def value_of(text: str) -> Any:
    """Read the value in a sentence: JSON, a bare word, or `unknown`, which is None.

    >>> value_of("true"), value_of("thin"), value_of("[]"), value_of("0.05")
    (True, 'thin', [], 0.05)
    """
    value = None if text == "unknown" else value_of_text(text)
    if value == text and not re.fullmatch(r"[\w-]+", text):
        raise SentenceError(
            f"'{text}' is no value: write JSON, a bare word, or unknown",
            f"「{text}」は値として読めません。JSON、一語、または unknown と書いてください",
        )
    return value


def _table_fits(text: str, wanted: bool, table: TableRows | None) -> None:
    if wanted and table is None:
        raise SentenceError(f"'{text}' needs a table below it", f"「{text}」の下には表が要ります")
    if not wanted and table is not None:
        raise SentenceError(f"'{text}' takes no table", f"「{text}」の下に表は書けません")


def _nothing_known(scene: Scene, _found: Mapping[str, str], _table: TableRows) -> None:
    scene.document.clear()


def _exemplary(scene: Scene, _found: Mapping[str, str], _table: TableRows) -> None:
    if scene.document:
        raise SentenceError(
            "'the exemplary project' comes first in a scenario", "the exemplary project はシナリオの最初に書きます"
        )
    scene.document.update(scene.home.exemplary())


def _phrase(phrase: Phrase, scene: Scene, found: Mapping[str, str], _table: TableRows) -> None:
    for path, value in phrase.stated(found, scene.kb):
        if value == "listed":
            scene.list_element(path)
        elif isinstance(value, dict):
            scene.add(path, value["adds"])
        else:
            scene.state(path, value, listing=True)


def _fact(scene: Scene, found: Mapping[str, str], _table: TableRows) -> None:
    scene.state(found["path"], value_of(found["value"]))


def _parameter(scene: Scene, found: Mapping[str, str], _table: TableRows) -> None:
    scene.set_parameter(found["name"], value_of(found["value"]))


def _list_complete(scene: Scene, found: Mapping[str, str], _table: TableRows, *, complete: bool = True) -> None:
    listed = list_named(found["elements"], scene.kb)
    known(completeness(listed.path), scene.kb.vocabulary.facts, saying.FACT)
    scene.state(completeness(listed.path), complete)


_list_open = partial(_list_complete, complete=False)


def _elements(scene: Scene, found: Mapping[str, str], table: TableRows) -> None:
    listed = list_named(found["elements"], scene.kb, families=True)
    columns = table[0]
    if "id" not in columns:
        raise SentenceError(
            f"the table of {found['elements']} needs a column 'id'", f"{found['elements']} の表には id の列が要ります"
        )
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


def _member(scene: Scene, found: Mapping[str, str], table: TableRows) -> None:
    families = [
        listed for listed in scene.kb.vocabulary.lists.values() if listed.members and listed.element == found["element"]
    ]
    if not families:
        raise SentenceError(
            f"there are no {found['element']}s in this knowledge base",
            f"この知識ベースに {found['element']} はありません",
        )
    if any(len(cells) != 2 for cells in table):
        raise SentenceError(
            "each row of this table is a fact and its value", "この表の各行には、事実とその値を書きます"
        )
    family, member = families[0].path, found["member"]
    for fact, cell in table:
        own = scene.kb.vocabulary.facts.get(f"{family}.{member}.{fact}")  # a fact of this member only
        path = f"{family}/{member}.{fact}" if own is None else own.path
        scene.state(path, _cell(cell, own or attribute_of(family, fact, scene.kb)))


def _review_day(scene: Scene, found: Mapping[str, str], _table: TableRows) -> None:
    scene.today = _day(found["day"])


def _response(response: str, as_it_stands: bool, scene: Scene, found: Mapping[str, str], _table: TableRows) -> None:
    """Note what somebody decided about a finding, as a project file does.

    `rests_on` is what the project says by now: a sentence that changes the facts comes after this one.
    """
    code, subject = found["code"], found.get("subject")
    known(code, [*scene.kb.by_code, *scene.kb.given_up], saying.CODE)
    entry: dict[str, Any] = {"finding": code, "response": response, "reason": found["reason"], "by": found["by"]}
    entry["on"] = _day(found["on"])
    if subject is not None:
        scene.there(subject)
        entry["subject"] = subject
    if "until" in found:
        entry["until"] = _day(found["until"])
    if as_it_stands:
        entry["rests_on"] = _fingerprint(scene, code, subject)
    scene.document.setdefault("responses", []).append(entry)


def _plan(scene: Scene, found: Mapping[str, str], _table: TableRows) -> None:
    """Note who is to put a finding right, and by when, as a project file does."""
    known(found["code"], scene.kb.by_code, saying.CODE)
    entry = {"finding": found["code"], "response": "planned", "who": found["who"], "until": _day(found["until"])}
    scene.document.setdefault("responses", []).append(entry)


def _fingerprint(scene: Scene, code: str, subject: str | None) -> str:
    scene.review()
    found = about(scene.reviewed().findings, code, subject)
    scene.assessment = None
    if len(found) != 1:
        raise SentenceError(
            f"{code} is found {len(found)} times by now; 'as it stands' needs it to be found once",
            f"{code} の指摘は今のところ{len(found)}件です。as it stands は1件のときだけ使えます",
        )
    return found[0].fingerprint


def _day(text: str) -> str:
    if not is_date(text):
        raise SentenceError(
            f"'{text}' is not a date like 2026-11-22", f"「{text}」は 2026-11-22 のような日付ではありません"
        )
    return text


def _cell(text: str, fact: FactDefinition) -> Any:
    """Read a table's cell: empty is unknown; what holds several values is JSON or parted by commas."""
    if not text:
        return None
    if fact.type in ("set", "refs", "texts") and not text.startswith("["):
        return [item.strip() for item in text.split(",")]
    return text if fact.type == "text" else value_of(text)


_GIVEN: tuple[tuple[Act, bool, str, str], ...] = (
    (_nothing_known, False, "a project about which nothing is known", "何も分かっていない事業"),
    (_exemplary, False, "the exemplary project", "模範となる事業"),
    (_fact, False, '"{path}" is {value}', "「{path}」の値は {value}"),
    (_parameter, False, 'the parameter "{name}" is {value}', "目安「{name}」は {value}"),
    (_list_complete, False, "the list of {elements} is complete", "{elements} の一覧はこれで全部である"),
    (_list_open, False, "the list of {elements} may not be complete", "{elements} の一覧はこれで全部とは限らない"),
    (_elements, True, "the {elements}:", "{elements} の一覧は次のとおり"),
    (_member, True, "the {member} {element} has:", "{element}「{member}」は次のとおり"),
    (_review_day, False, "the day of the review is {day}", "確認する日は {day}"),
    *(
        (
            partial(_response, response, bool(stands)),
            False,
            f'the finding "{{code}}"[ about "{{subject}}"]{stands} was {en} by "{{by}}" on {{on}} because "{{reason}}"',
            f"「{{by}}」が {{on}} に指摘「{{code}}」を[「{{subject}}」について]{now}{ja}。理由は「{{reason}}」",
        )
        for response, en, ja in (
            ("accepted", "accepted", "受け入れた"),
            ("postponed", "postponed until {until}", "{until} まで先送りした"),
            ("not_applicable", "marked as not applicable", "対象外とした"),
        )
        for stands, now in (("", ""), (", as it stands,", "今の事実のまま"))
    ),
    (_plan, False, 'the finding "{code}" is for "{who}" to put right by {until}', "指摘「{code}」は「{who}」が {until} までに直す"),
)  # fmt: skip
GIVEN = tuple((act, with_table, general_sentence(en, ja)) for act, with_table, en, ja in _GIVEN)
"""Every general sentence with what it does to a scene, and whether a table stands below it."""
WHEN = general_sentence("the project is reviewed", "事業を確認する")
"""The one thing that happens."""
