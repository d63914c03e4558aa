"""The explanation of a derived fact as text: why it has its value, what it follows from, and what rests on it.

Whether it is told for one subject or for several that are alike is decided in `tree`.
"""

from __future__ import annotations

from ...engine.explain.derived import DerivedAt, DerivedExplanation
from ...engine.explain.tree import values_in_words
from ...engine.knowledge.model import ConceptDefinition
from ...engine.knowledge.words import quoted, value_in_words
from ..texts.fact import say
from ..words.conditions import Part, outline
from ..words.names import Teller
from ..writers.blocks import as_text
from ..writers.screen import Screen
from .fact import reader_blocks
from .rule import file_line, source_lines
from .tree import Told, told_lines


def place_lines(explained: DerivedExplanation, teller: Teller, screen: Screen) -> list[str]:
    """Return why a derived fact of a project has its value, for each subject, as lines.

    Args:
        explained: The explanation.
        teller: Names facts, values and elements in a language.
        screen: How it is shown.
    """
    language = teller.language
    if explained.missing_list is not None:
        return [say("missing_list", language, list=teller.fact(explained.missing_list))]
    concept = teller.kb.vocabulary.concepts[explained.derivation.concept]
    every = [_told(place, concept, language) for place in explained.places]
    return told_lines(every, teller, screen) or [say("derived.nothing", language)]


def _told(place: DerivedAt, concept: ConceptDefinition, language: str) -> Told:
    state, tree = place.state, place.tree
    still = sorted(state.open, key=list(concept.values).index)
    head, more = tree.words[language], ""
    if still:
        values = values_in_words(still, concept, language)
        if state.value is not None:
            more = say("derived.may_turn", language, values=values)
        else:
            head = say("derived.open", language, label=quoted(concept.label[language], language))
            more = say("derived.possible" if len(still) > 1 else "derived.or_nothing", language, values=values)
    return Told(tree.truth, place.subject, place.subject_label, head, tree.children, more=more)


def description_lines(explained: DerivedExplanation, teller: Teller) -> list[str]:
    """Return what a derived fact follows from: its values, the conditions of each in words, and what they cite."""
    language, derivation = teller.language, explained.derivation
    concept = teller.kb.vocabulary.concepts[derivation.concept]
    labels = [
        label[language] if label[language] == value else f"{value} ({label[language]})"
        for value, label in concept.values.items()
    ]
    lines = [
        f"{derivation.concept}  {concept.label[language]}",
        _labelled("derived.values", labels, teller),
        "  " + say("derived.follows", language),
    ]
    for line in derivation.lines:
        lines.append("  " + say("derived.if", language, value=value_in_words(line.value, concept, language)))
        lines += _outlined(outline(line.when, teller.kb, language), 2)
    lines += source_lines(derivation.source, teller.kb, language)
    lines.append(file_line(derivation.name, language))
    if explained.follow:
        named = [f"{one.label[language]} [{one.path}]" for one in explained.follow]
        lines.append(_labelled("derived.follow", named, teller))
    return lines


def _labelled(key: str, items: list[str], teller: Teller) -> str:
    return f"  {say(key, teller.language)}: {teller.join(items)}"


def _outlined(part: Part, depth: int) -> list[str]:
    below = [line for inner in part.parts for line in _outlined(inner, depth + 1)]
    return [f"{'  ' * depth}{part.words}", *below]


def readers_text(explained: DerivedExplanation, teller: Teller, screen: Screen) -> str:
    """Return the rules that rest on a derived fact, as lines of text."""
    return as_text(reader_blocks(explained.readers, teller, full=screen.full), screen)
