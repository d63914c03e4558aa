"""The domain's own sentences: from `features/phrases.yaml` to the facts that each states.

A sentence may have slots: `"{id}"` takes one quoted name, `{*ids}` one or more (`"a", "b" and "c"`), `{kind}` the label of
an allowed value in words. `phrases.ja.yaml` beside it says sentences in Japanese as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from ..knowledge.model import KnowledgeBase
from ..problems.problem import LANGUAGES, Place, Problem, ProblemsError, Texts, excerpt, problem_of
from ..reading.yaml_reader import Node, read_yaml
from .gherkin import text_of
from .saying import SentenceError, code_named, fact_at, without_example
from .sentence import Sentence, names_in, own_sentence

_ELEMENT = re.compile(r"([\w.]+)/\{(\w+)\}")
_MOST_SLOTS = 20


class Phrase(Struct, frozen=True):
    """A sentence and what it states.

    Attributes:
        facts: Values by path, `listed` for an element without facts, `adds` for one of several.
    """

    sentence: Sentence
    facts: Mapping[str, Any]

    def in_language(self, found: Mapping[str, str], language: str, kb: KnowledgeBase) -> dict[str, str]:
        """Return what stands in the slots in a language: allowed values by their labels, without the examples in them."""
        values, kinds = dict(found), dict(_slots(self.sentence, "en"))
        for name, labels in self._labels(kb).items():
            code = code_named(found[name], labels)
            if kinds[name] == "words" and code in labels:
                values[name] = without_example(labels[code].get(language, code))
        return values

    def _labels(self, kb: KnowledgeBase) -> dict[str, Mapping[str, Texts]]:
        """Return what the slots hold: members of a family (`capitals/{capital}.strength`) or allowed values, with labels.

        Where the allowed values are the members of a family, they are called as these are.
        """
        families = {path: listed.members for path, listed in kb.vocabulary.lists.items() if listed.members}
        elements = [found.groups() for path in self.facts if (found := _ELEMENT.match(path)) is not None]
        labels = {slot: families[source] for source, slot in elements if source in families}
        examples = {slot: next(iter(members)) for slot, members in labels.items()}
        for path, value in self.facts.items():
            slot = re.fullmatch(r"\{(\w+)\}", str(value["adds"] if isinstance(value, dict) else value))
            if slot is None:
                continue
            fact = fact_at(re.sub(r"\{\*?(\w+)\}", lambda one: examples.get(one[1], one[1]), path), kb)
            values = fact.values if fact is not None else {}
            labels[slot[1]] = next((members for members in families.values() if {*members} == {*values}), values)
        return labels

    def stated(self, found: Mapping[str, str], kb: KnowledgeBase) -> Iterator[tuple[str, Any]]:
        """Yield the paths that the sentence speaks of, each with its value, `listed`, or what it `adds`."""
        labels = self._labels(kb)
        slots = {
            name: code_named(text, labels[name]) if name in labels
            else names_in(text) if text[:1] in ('"', "「") else text
            for name, text in found.items()
        }  # fmt: skip
        for path, value in self.facts.items():
            for filled in _paths(path, slots):
                if value == "listed":
                    yield filled, value
                elif isinstance(value, dict):
                    yield filled, {"adds": _value(value["adds"], filled, slots, kb)}
                else:
                    yield filled, _value(value, filled, slots, kb)


def read_phrases(path: Path) -> tuple[Phrase, ...]:
    """Read all sentences of a file, and what the files beside it call them in other languages (`phrases.ja.yaml`).

    Raises:
        ProblemsError: They cannot be read, a sentence states nothing, or one in another language is no sentence here.
    """
    problems: list[Problem] = []
    found: list[Phrase] = []
    others = {
        language: _entries(file) for language in LANGUAGES if (file := path.with_suffix(f".{language}.yaml")).is_file()
    }
    for text, stated in _entries(path).items():
        facts = stated.plain()
        if isinstance(facts, dict) and all(
            not isinstance(value, dict) or {*value} == {"adds"} for value in facts.values()
        ):
            texts = {"en": text}
            for language, other in others.items():
                translated = other.pop(text, None)
                if translated is not None:
                    texts[language] = str(translated.plain())
                    problems += _slots_that_differ(texts, language, translated.place)
            found.append(Phrase(own_sentence(texts), facts))
            problems += _slots_that_do_not_fit(found[-1], stated.place)
        else:
            problems.append(_problem(stated.place, f"'{text}' states no facts", f"「{text}」は事実を述べていません"))
    for other in others.values():
        for text, translated in other.items():
            problems.append(_problem(
                translated.place, f"'{excerpt(text)}' is no sentence of {path.name}", f"「{excerpt(text)}」は{path.name}にありません",
                "Write the sentence as it stands there.", "そこにある文のとおりに書いてください。",
            ))  # fmt: skip
    if problems:
        raise ProblemsError(problems)
    return tuple(found)


def _entries(path: Path) -> dict[str, Node]:
    """Return what stands below each sentence of a file.

    Raises:
        ProblemsError: It cannot be read.
    """
    shown = path.as_posix()
    unread: list[Problem] = []
    node = read_yaml(text_of(path, _problem), shown, unread.append)
    if node is None or unread:
        raise ProblemsError(unread or [_problem(Place(shown, 1, 1), "cannot be read", "読めません")])
    if not isinstance(node.value, dict):
        raise ProblemsError([_problem(node.place, "a sentence states facts by their paths", "文ごとに事実を並べます")])
    return dict(node.value)


def _slots_that_differ(texts: Mapping[str, str], language: str, place: Place) -> Iterator[Problem]:
    text, translated = excerpt(texts["en"]), excerpt(texts[language])
    sentence = own_sentence(texts)
    if sorted(_slots(sentence, "en")) != sorted(_slots(sentence, language)):
        yield _problem(place, f"'{translated}' has not the slots of '{text}'",
                       f"「{translated}」の空欄は「{text}」の空欄と違います",
                       "Write the same slots.", "同じ空欄を書いてください。")  # fmt: skip


def _slots_that_do_not_fit(phrase: Phrase, place: Place) -> Iterator[Problem]:
    """Yield what is wrong with the slots of a sentence: one that stands twice, or that a fact asks for in vain."""
    kinds = _slots(phrase.sentence, "en")
    names = [name for name, _ in kinds]
    shown = excerpt(phrase.sentence.texts["en"])
    if len(names) > _MOST_SLOTS:
        yield _problem(place, f"'{shown}' has {len(names)} slots; {_MOST_SLOTS} are the most",
                       f"「{shown}」の空欄は{len(names)}個です。{_MOST_SLOTS}個までです",
                       "Part it into several sentences.", "いくつかの文に分けてください。")  # fmt: skip
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        yield _problem(place, f"the slot {{{name}}} stands twice in '{shown}'", f"空欄{{{name}}}が「{shown}」に二度あります",
                       "Give each slot a name of its own.", "空欄ごとに別の名前を付けてください。")  # fmt: skip
    for path, value in phrase.facts.items():
        wanted = [("names" if star else "one", name) for star, name in re.findall(r"\{(\*?)(\w+)\}", path)]
        filled = re.fullmatch(r"\{\*?(\w+)\}", str(value["adds"] if isinstance(value, dict) else value))
        wanted += [("any", filled[1])] if filled is not None else []
        for how, name in wanted:
            if not any(name == slot and how in ("any", "names" if kind == "names" else "one") for slot, kind in kinds):
                yield _problem(place, f"'{excerpt(path)}' asks for {{{name}}}, which is no such slot of '{shown}'",
                               f"「{excerpt(path)}」の{{{name}}}は「{shown}」の空欄にありません",
                               "Write the same slot in the sentence.", "文にも同じ空欄を書いてください。")  # fmt: skip


def _problem(place: Place, en: str, ja: str, *cure: str) -> Problem:
    usual = "Below a sentence stand the paths of facts, each with its value.", "文の下に、事実のパスと値を書きます。"
    return problem_of("S002", place, en, ja, *(cure or usual))


def _slots(sentence: Sentence, language: str) -> list[tuple[str, str]]:
    return [(slot.name, slot.kind) for pattern in sentence.patterns[language] for slot in pattern.slots]


def _paths(path: str, slots: Mapping[str, Any]) -> list[str]:
    """Fill the slots of a path; a slot with several names gives several paths."""
    several = re.search(r"\{\*(\w+)\}", path)
    if several is not None:
        return [one for name in slots[several[1]] for one in _paths(path.replace(several[0], name), slots)]
    return [re.sub(r"\{(\w+)\}", lambda slot: str(slots[slot[1]]), path)]


def _value(value: Any, path: str, slots: Mapping[str, Any], kb: KnowledgeBase) -> Any:
    slot = re.fullmatch(r"\{\*?(\w+)\}", value) if isinstance(value, str) else None
    if slot is None:
        return value
    given = slots[slot[1]]
    fact = fact_at(path, kb)
    if isinstance(given, list) or fact is None or not fact.values:
        return given
    if (code := code_named(given, fact.values)) in fact.values:
        return code
    label, allowed = fact.label, [name.replace("_", " ") for name in fact.values]
    raise SentenceError(
        f"'{given}' is no {label['en']}; it can be: {', '.join(allowed)}",
        f"「{given}」は{label['ja']}にありません。使える値：{'、'.join(allowed)}",
    )
