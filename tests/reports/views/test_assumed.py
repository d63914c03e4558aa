"""What `--set` changes is told against the file as it is."""

from __future__ import annotations

import pytest

import advise
from advise.engine.assess.model import Assessment
from advise.engine.compiled import CompiledKnowledgeBase
from advise.reports.views.outlook import against_file
from advise.reports.writers.display import Display


def review(kb: CompiledKnowledgeBase, **commitment: object) -> Assessment:
    return advise.assess({"commitment": commitment}, kb, today="2026-11-22", interpreter="evaluate")


def test_what_appears_what_goes_and_the_verdict_are_told(kb: CompiledKnowledgeBase) -> None:
    text = against_file(
        review(kb, declared=False), review(kb, declared=True, horizon="short", by="ceo"), kb, "en", Display()
    )
    assert "verdict  Hold -> No verdict yet" in text
    assert "goes     ■ COM-01" in text
    assert "appears  ▲ COM-03" in text


@pytest.mark.parametrize(
    ("language", "words"), [("en", "No finding appears or goes."), ("ja", "増える指摘も解消される指摘も")]
)
def test_an_assumption_without_effect_is_told_as_such(kb: CompiledKnowledgeBase, language: str, words: str) -> None:
    assert words in against_file(review(kb, declared=True), review(kb, declared=True), kb, language, Display())


def test_without_signs_the_severity_is_written_out(kb: CompiledKnowledgeBase) -> None:
    text = against_file(review(kb), review(kb, declared=False), kb, "en", Display(ascii=True))
    assert "appears  [BLOCKER] COM-01" in text


@pytest.mark.parametrize(("language", "later"), [("en", "later    ※ COM-01"), ("ja", "今後  ※ COM-01")])
def test_what_is_not_due_yet_is_told_as_still_to_come(kb: CompiledKnowledgeBase, language: str, later: str) -> None:
    def told(old: dict[str, object], new: dict[str, object]) -> str:
        sides = [advise.assess(one, kb, today="2026-11-22", interpreter="evaluate") for one in (old, new)]
        return against_file(sides[0], sides[1], kb, language, Display())

    silent: dict[str, object] = {"project": {"phase": "idea"}}
    undeclared = {"commitment": {"declared": False}}
    begun: dict[str, object] = {"project": {"phase": "preparation"}, **undeclared}
    assert later in told(silent, {**silent, **undeclared})
    assert "■" not in told(silent, {**silent, **undeclared})
    assert later not in told({**silent, **undeclared}, begun)
    assert "■ COM-01" in told({**silent, **undeclared}, begun)
