"""What is told about a sentence that fails, in both languages: either it cannot be meant, or it is not so.

What such a message calls things, and in few words what an assessment says instead. Names in sentences are looked up in
the vocabulary: a misspelt one fails with the name that was probably meant.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeAlias

from ..assess.model import Finding, Outcome
from ..knowledge.model import FactDefinition, KnowledgeBase, ListDefinition
from ..problems.problem import Texts, nearest
from ..project.address import Address, read_address
from .sentence import variants

_ALIKE = 0.6
"""How near a sentence has to be to be named."""

_FEW = 10
"""As many names as a message lists when none of them is near."""

_TRUTHS: dict[str, Texts] = {
    "holds": {"en": "holds", "ja": "当てはまります"},
    "does_not_hold": {"en": "does not hold", "ja": "当てはまりません"},
    "cannot_tell": {"en": "cannot be told", "ja": "まだ分かりません"},
}

NameTexts: TypeAlias = tuple[str, str]
"""What something is called in English and in Japanese."""
FACT: NameTexts = ("fact", "事実")
LIST: NameTexts = ("list", "一覧")
PARAMETER: NameTexts = ("parameter", "目安")
CODE: NameTexts = ("finding code", "指摘のコード")
SEVERITY: NameTexts = ("severity", "重要度")
VERDICT: NameTexts = ("verdict", "判定")
UPCOMING: Texts = {
    "en": "it is upcoming: not due in this phase",
    "ja": "まだこの段階の指摘ではありません（今後の指摘です）",
}
DUE: Texts = {"en": "it is due in this phase, not upcoming", "ja": "今後ではなく、この段階の指摘です"}


class _SayingError(AssertionError):
    """A failing sentence; `texts` says why."""

    def __init__(self, en: str, ja: str) -> None:
        super().__init__(en)
        self.texts: Texts = {"en": en, "ja": ja}

    def __reduce__(self) -> tuple[object, ...]:
        """Say how to make it again: a worker process sends it as it is."""
        return type(self), (self.texts["en"], self.texts["ja"])


class SentenceError(_SayingError):
    """A sentence of a scenario that says something which cannot be meant."""


class UnmetError(_SayingError):
    """A sentence of a scenario that can be meant and is not so."""


def hold(holds: Any, en: str, ja: str) -> None:
    """Fail when something that a scenario expects is not so, and say what is so instead."""
    if not holds:
        raise UnmetError(en, ja)


def known(name: str, names: Iterable[str], what: NameTexts) -> str:
    """Return a name that is among the known ones; fail with the nearest one otherwise."""
    among = list(names)
    if name not in among:
        raise missing(name, among, what)
    return name


def missing(name: str, names: Iterable[str], what: NameTexts) -> SentenceError:
    """Return the problem of a name that means nothing, with the nearest one."""
    (en, ja), meant = what, nearest_of(name, names)
    return SentenceError(f"there is no {en} '{name}'{meant['en']}", f"{ja}「{name}」はありません{meant['ja']}")


def unread(text: str, sentences: Iterable[Texts]) -> SentenceError:
    """Return the problem of a sentence that none of those known reads: which one is nearest, whatever names stand in it."""
    from difflib import get_close_matches

    known = {_shape(one): one for texts in sentences for text in texts.values() for one in variants(text)}
    close = get_close_matches(_shape(text), known, n=1, cutoff=_ALIKE)
    meant = known[close[0]] if close else ""
    return SentenceError(
        f"no sentence reads '{text}'" + (f"; did you mean '{meant}'?" if meant else ""),
        f"「{text}」という文はありません" + (f"。「{meant}」のことですか" if meant else ""),
    )


def _shape(text: str) -> str:
    """Return a sentence without the names in it.

    >>> _shape('"COM-01" is found for "{it}"') == _shape('"{code}" is found for "city"')
    True
    """
    return re.sub(r'"[^"]*"|「[^」]*」|\{\*?\w+\}', "…", text)


def nearest_of(name: str, names: Iterable[str]) -> Texts:
    """Return what follows a complaint: the name that was probably meant, or the names there are when they are few."""
    among = list(names)
    close = nearest(name, among)
    if close:
        return {"en": f"; did you mean '{close}'?", "ja": f"。「{close}」のことですか"}
    if 0 < len(among) <= _FEW:
        return {"en": f"; there is: {', '.join(among)}", "ja": f"。あるもの：{'、'.join(among)}"}
    return {"en": "", "ja": ""}


def told(code: str, outcomes: Iterable[Outcome]) -> dict[str, str]:
    """Say what became of a rule, for every subject."""
    found = list(outcomes)
    if not found:
        return {"en": f"{code} was never reviewed", "ja": f"{code} の対象になるものがありません"}
    en = [
        _TRUTHS[one.outcome]["en"]
        + (f" for {one.subject}" if one.subject else "")
        + (f", but is replaced by {one.replaced_by}" if one.replaced_by else "")
        for one in found
    ]
    ja = [
        (f"{one.subject} については" if one.subject else "")
        + _TRUTHS[one.outcome]["ja"]
        + (f"（代わりに {one.replaced_by} を示します）" if one.replaced_by else "")
        for one in found
    ]
    return {"en": f"{code} " + "; ".join(en), "ja": f"{code} は" + "。".join(ja)}


def shown(findings: Iterable[Finding]) -> str:
    """List findings by code, subject and severity."""
    named = [one.code + (f" for {one.subject}" if one.subject else "") + f" ({one.severity})" for one in findings]
    return ", ".join(named) or "-"


def element(listed: ListDefinition) -> NameTexts:
    """Name an element of a list; in English by the name that rules give it, which scenarios use, too."""
    return listed.element, listed.element_label.get("ja", listed.element)


def address_of(name: str, kb: KnowledgeBase, there: Collection[str] = (), *, derived: bool = False) -> Address | None:
    """Return what a name means: a fact, a list or an element, or else a derived fact; None for a misspelt one.

    Raises:
        SentenceError: It begins with a list, and there is no such list, or nothing of this name about its elements.
    """
    facts, lists, concepts = kb.vocabulary.facts, kb.vocabulary.lists, kb.vocabulary.concepts
    found = read_address(name, kb.vocabulary, there)
    if found is not None and (found.fact in concepts if derived else found.fact in facts or found.fact in lists):
        return found
    source, slash, rest = name.partition("/")
    if slash:
        listed = lists[known(source, [path for path in lists if not path.startswith("$")], LIST)]
        member, _, attribute = rest.partition(".")
        definitions = concepts.values() if derived else facts.values()
        attributes = [one.attribute for one in definitions if one.source == source]
        what = (f"concept of {source}", f"{source} の導かれる事実") if derived else _fact_of(source)
        known(attribute, attributes, what)
        known(member, listed.members, element(listed))
    return None


def attribute_of(source: str, attribute: str, kb: KnowledgeBase) -> FactDefinition:
    """Return the definition of a fact of a list's elements."""
    facts = {fact.attribute: fact for fact in kb.vocabulary.facts.values() if fact.source == source}
    return facts[known(attribute, facts, _fact_of(source))]


def _fact_of(source: str) -> NameTexts:
    return f"fact of {source}", f"{source} の事実"


def fact_at(path: str, kb: KnowledgeBase) -> FactDefinition | None:
    """Return the definition of the fact at a path; None for a list or an element."""
    found = address_of(path, kb)
    return kb.vocabulary.facts.get(found.fact) if found is not None else None


def list_named(plural: str, kb: KnowledgeBase, *, families: bool = False) -> ListDefinition:
    """Return the list whose elements a sentence names: `seeds`, `KPIs`, or the list's own name."""
    lists: dict[str, ListDefinition] = {}
    for path, listed in kb.vocabulary.lists.items():
        if listed.is_stated or (families and listed.members and not path.startswith("$")):
            lists[f"{listed.element}s"] = lists[path.rpartition(".")[2]] = listed
    return lists[known(plural.casefold(), lists, LIST)]


def concept_named(name: str, kb: KnowledgeBase, there: Collection[str] = ()) -> Address:
    """Return the derived fact that a name means: `trust`, `organisations/city.champion` or `municipality.key_player`."""
    concepts = kb.vocabulary.concepts
    found = address_of(name, kb, there, derived=True)
    if found is None or (found.subject is None) != (concepts[found.fact].source is None):
        raise missing(name, concepts, ("concept", "導かれる事実"))
    return found


def members_of(concept: str, kb: KnowledgeBase) -> tuple[str, ...]:
    """Return the elements that a concept may list (the outstanding capitals); empty for other concepts."""
    derivation = kb.by_concept.get(concept)
    for line in derivation.lines if derivation is not None else ():
        if line.members is not None:
            lists = kb.vocabulary.lists.values()
            return tuple(next(listed.members for listed in lists if listed.element == line.members))
    return ()


def code_named(text: str, labels: Mapping[str, Texts]) -> str:
    """Return the code of what a text names by its code or its label in some language; the text where it names nothing.

    An example in brackets behind a label may be left out.

    >>> code_named("重要", {"major": {"en": "major", "ja": "重要"}}), code_named("国", {"nation": {"ja": "国（省庁）"}})
    ('major', 'nation')
    """
    for code, texts in labels.items():
        if text in (code, code.replace("_", " "), *texts.values(), *map(without_example, texts.values())):
            return code
    return text


def without_example(label: str) -> str:
    """Return a label without the brackets at its end.

    >>> without_example("research institution (university)"), without_example("国（省庁）")
    ('research institution', '国')
    """
    return re.sub(r"\s*[(（][^(（]*[)）]$", "", label)
