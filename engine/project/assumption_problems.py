"""What is said of an assumption (`fact=value`) that cannot be understood: what is wrong, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..knowledge.model import KnowledgeBase
from ..problems.problem import Place, Problem, nearest
from .address import Address, is_element, subject_of

_NAMED = 6
"""Ids that are named."""

_CHANGING = re.compile(r"([^+\-]*[^+\-\s])\s*[+\-]")
_COUNTED = re.compile(r"(.+?)\[\d+\](?:\.(.*))?")


def place_of(written: str) -> Place:
    """Return the place of an assumption: the option that it was given with."""
    return Place("--set", 1, 1, len(written), written)


def not_understood(
    written: str, name: str, address: Address | None, kb: KnowledgeBase, source: str, ids: Sequence[str]
) -> Problem:
    """Return the problem that an assumption sets no fact.

    Args:
        written: The assumption.
        name: What stands before its equals sign.
        address: What that means; None when nothing has this name.
        kb: The knowledge base.
        source: The list that the name begins with, empty where there is none.
        ids: The elements of this list.
    """
    leaves_out = address is not None and is_element(address, kb.vocabulary)
    derived = address is not None and address.fact in kb.vocabulary.concepts
    message = {"en": f"'{written}' does not set a fact", "ja": f"「{written}」では事実を仮定できません"}
    if name in kb.vocabulary.facts:
        message = {"en": f"'{written}' does not say of which one", "ja": f"「{written}」では、どれのことか分かりません"}
    elif name and not leaves_out and not derived:
        message = {"en": f"unknown fact '{name}'", "ja": f"「{name}」という事実はありません"}
    en, ja = _cure(name, kb, source, ids, leaves_out=leaves_out, derived=derived)
    return Problem("P220", message, {"en": en, "ja": ja}, place_of(written))


def without_value(written: str, name: str) -> Problem:
    """Return the problem that an assumption names a fact and nothing else."""
    return Problem(
        "P220",
        {"en": f"'{written}' has no value", "ja": f"「{written}」に値がありません"},
        {
            "en": f"Write '{name}=' with the value behind it; with nothing behind it the fact is unknown.",
            "ja": f"'{name}=' に続けて値を書いてください。値を書かなければ「不明」と仮定します。",
        },
        place_of(written),
    )


def not_there(written: str, source: str, name: str, ids: Sequence[str]) -> Problem:
    """Return the problem that an assumption takes something from an element that is not there.

    Args:
        written: The assumption.
        source: The list.
        name: The id that it names.
        ids: The ids that there are.
    """
    close = nearest(name, ids)
    if close is not None:
        cure = {"en": f"Did you mean '{source}/{close}'?", "ja": f"'{source}/{close}' のことですか。"}
    elif ids:
        cure = {"en": f"There are: {_some(ids, 'en')}.", "ja": f"あるのは {_some(ids, 'ja')} です。"}
    else:
        cure = {"en": f"The list '{source}' has no elements.", "ja": f"一覧 '{source}' には何もありません。"}
    message = {"en": f"there is no '{source}/{name}'", "ja": f"'{source}/{name}' はありません"}
    return Problem("P220", message, cure, place_of(written))


def _cure(
    name: str, kb: KnowledgeBase, source: str, ids: Sequence[str], *, leaves_out: bool, derived: bool
) -> tuple[str, str]:
    if derived:
        return (
            f"'{name}' follows from other facts; assume those.",
            f"'{name}' はほかの事実から導かれます。もとの事実を仮定してください。",
        )
    if leaves_out:
        return (
            f"Write '{name}=' to leave it out, or '{name}.' with the name of a fact behind it.",
            f"除くなら '{name}=' と書き、そうでなければ '{name}.' に続けて事実の名前を書きます。",
        )
    if name in kb.vocabulary.facts:
        return _of_which(name.replace("[].", "/ID.", 1).replace(".*.", "/ID.", 1), ids)
    counted = _COUNTED.fullmatch(name)
    if counted is not None and counted[1] in kb.vocabulary.lists:
        return _of_which(f"{counted[1]}/ID.{counted[2] or ''}".removesuffix("."), ids)
    changing = _CHANGING.fullmatch(name)
    if changing is not None and changing[1] in kb.vocabulary.lists:
        return (
            f"'{changing[1]}/ID.name=' with an id and a name adds one, '{changing[1]}/ID=' leaves one out.",
            f"加えるなら '{changing[1]}/ID.name=' に続けて名称を、除くなら '{changing[1]}/ID=' と書きます（ID は id）。",
        )
    if changing is not None and changing[1] in kb.vocabulary.facts:
        return (
            f"Write the whole value: '{changing[1]}=' with all of it behind it.",
            f"'{changing[1]}=' に続けて、値の全体を書いてください。",
        )
    facts = kb.vocabulary.facts.values()
    whole = [fact.path for fact in facts if fact.source is None or "[]" in name or "*" in name]
    close = _nearest_within(name, source, ids, kb) or nearest(name, [*whole, *kb.vocabulary.lists])
    if close and close != name:
        return f"Did you mean '{close}'?", f"'{close}' のことですか。"
    known = next((fact.path for fact in facts if fact.type == "bool" and fact.source is None), "fact")
    return (
        f"Write fact=value, such as {known}=true; `advise schema` lists all facts.",
        f"{known}=true のように「事実=値」で書きます。すべての事実は advise schema で分かります。",
    )


def _nearest_within(name: str, source: str, ids: Sequence[str], kb: KnowledgeBase) -> str | None:
    """Return the fact of an element that was probably meant, as it is typed."""
    element, dot, attribute = name[len(source) + 1 :].rpartition(".")
    if not source or not dot:
        return None
    facts = {fact.attribute: fact.path for fact in kb.vocabulary.facts.values() if fact.source == source}
    close, known = nearest(element, ids), nearest(attribute, facts)
    return str(Address(facts[known], subject_of(source, {"id": close}))) if close and known else None


def _of_which(one: str, ids: Sequence[str]) -> tuple[str, str]:
    """Return how an element is named."""
    en = f"Write '{one}=', with its id for ID" + (f": {_some(ids, 'en')}." if ids else ".")
    named = f"（{_some(ids, 'ja')}）" if ids else ""
    return en, f"ID のところに id{named}を入れて '{one}=' のように書きます。"


def _some(ids: Sequence[str], language: str) -> str:
    named = (", " if language == "en" else "、").join(ids[:_NAMED])
    rest = len(ids) - _NAMED
    if rest <= 0:
        return named
    return f"{named} and {rest} more" if language == "en" else f"{named} ほか{rest}件"
