"""Scenarios in the other language: each sentence is written by the pattern by which it is read."""

from __future__ import annotations

from msgspec.structs import replace

from .gherkin import Step, keyword_in
from .given_when import GIVEN, WHEN
from .home import Home
from .then import SENTENCES


def in_language(step: Step, written_in: str, language: str, home: Home) -> Step:
    """Return a sentence in a language; as it is where no pattern says it there.

    Args:
        step: The sentence.
        written_in: The language of its keyword.
        language: The wanted language.
        home: The domain's own sentences, and the knowledge base that names allowed values.
    """
    if written_in == language:
        return step
    own = {"given": [one for *_, one in GIVEN], "when": [WHEN], "then": [one for _, one in SENTENCES]}
    text = None
    for sentence in own[step.kind]:
        if (slots := sentence.read(step.text)) is not None:
            text = sentence.write(slots, language)
    for phrase in home.phrases if step.kind == "given" else ():
        if (slots := phrase.read(step.text)) is not None:
            text = phrase.write(slots, language, home.kb)
    return step if text is None else replace(step, keyword=keyword_in(step.keyword, written_in, language), text=text)
