"""Explanations in both languages, on every console; and the one subject that somebody asks about."""

from __future__ import annotations

from pathlib import Path

import pytest

from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.project.project import read_project
from advise.reports.texts.misuse import Misuse
from advise.reports.views.explain import explained
from advise.reports.views.rules import chosen_subject
from advise.reports.writers.display import Display
from advise.reports.writers.layout import width

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("example", [None, "wakayama", "izuko"])
def test_every_derived_fact_is_told_on_every_console_and_fits(
    example: str | None, language: str, kb: CompiledKnowledgeBase
) -> None:
    project = None if example is None else read_project(EXAMPLES / f"{example}.json", kb)
    for derivation in kb.derivations:
        text = explained(derivation.concept, project, kb, language, Display(columns=80))
        assert text is not None
        text.encode("cp932")
        lines = [line for line in text.splitlines() if len(line.split()) > 2]  # a name or an address is never broken
        assert max(map(width, lines)) <= 80
        label = kb.vocabulary.concepts[derivation.concept].label[language]
        assert "".join(label.split()) in "".join(text.split())


def test_without_signs_the_marks_are_written_in_ascii(kb: CompiledKnowledgeBase) -> None:
    project = read_project({"commitment": {"declared": True, "by": "ceo"}}, kb)
    text = explained("commitment.at_top", project, kb, "en", Display(ascii=True))
    assert text is not None
    assert text.startswith('[x] "declaration at the top": "yes"\n')


def test_of_many_subjects_a_few_are_named(kb: CompiledKnowledgeBase) -> None:
    project = read_project({"organisations": [{"id": f"org{number}"} for number in range(9)]}, kb)
    with pytest.raises(Misuse) as caught:
        chosen_subject("ORG-06", "organisations", "zz", project)
    assert "organisations/org5 and 3 more" in str(caught.value)


def test_of_an_empty_list_nothing_can_be_meant(kb: CompiledKnowledgeBase) -> None:
    with pytest.raises(Misuse, match="the list 'organisations' is empty"):
        chosen_subject("ORG-06", "organisations", "city", read_project({"organisations": []}, kb))


def test_one_subject_needs_a_project(kb: CompiledKnowledgeBase) -> None:
    with pytest.raises(Misuse, match="--subject needs a project: advise explain SEL-08 PROJECT"):
        chosen_subject("SEL-08", "capitals", "capitals/human", None)
