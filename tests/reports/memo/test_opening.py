"""What a memo begins with: this project, what every answer says of it, and how far the article fits it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from advise.engine.assess import assess
from advise.engine.compiled import CompiledKnowledgeBase
from advise.reports.memo.opening import opening
from advise.reports.words.names import Reading
from advise.reports.words.verdict import count
from advise.reports.writers.console import FAILED, exit_code
from advise.reports.writers.display import Display

from ..memos import render_markdown, summary
from ..projects import assessed

EXAMPLES = Path(__file__).parents[3] / "examples"

STAFF: dict[str, Any] = {"project": {"name": "Bus", "phase": "preparation"}, "commitment": {"by": "staff"}}


def begins(project: dict[str, Any], kb: CompiledKnowledgeBase, language: str) -> list[str]:
    found = assess(project, kb, interpreter="evaluate")
    return [str(one.text) for one in opening(Reading(found, kb, language))]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_holds_whatever_the_answer_is_stands_first_with_what_decides(
    kb: CompiledKnowledgeBase, language: str
) -> None:
    found = assess(STAFF, kb, interpreter="evaluate")
    assert (found.verdict, found.range_exact, found.verdict_range) == ("hold", (True, True), ("hold", "hold"))
    assert found.either is not None
    assert [code for code, _, _ in found.either.findings] == ["COM-01", "COM-02"]
    assert ("commitment.declared", None) in found.either.facts
    first, *_ = begins(STAFF, kb, language)
    assert all(kb.rule(code).title[language].rstrip("。") in first for code in ("COM-01", "COM-02"))
    assert count(found)["blocker"] == 1
    assert exit_code(found, "blocker") == FAILED


@pytest.mark.parametrize(("language", "when"), [("en", "where this is so: "), ("ja", "次の場合：")])
def test_what_to_do_about_it_stands_before_what_weighs_less(
    kb: CompiledKnowledgeBase, language: str, when: str, tmp_path: Path
) -> None:
    mill = {"id": "mill", "kind": "local_company", "needed": True, "involved": False}
    found = assessed({**STAFF, "organisations": [mill]}, kb, tmp_path)
    for told in (render_markdown(found, kb, language), summary(found, kb, language, Display(columns=300))):
        assert 0 < told.index(when) < told.index(kb.rule("ORG-16").advice[language])


def test_an_area_that_one_answer_says_not_to_concern_the_project_is_not_called_clear(kb: CompiledKnowledgeBase) -> None:
    exemplary, harvest = (json.loads((EXAMPLES / f"{one}.json").read_text("utf-8")) for one in ("exemplary", "harvest"))
    assert harvest["data"] == {"needs_citizen_data": False}
    assert not any("Data and trust" in one for one in begins(harvest, kb, "en"))
    assert any("Data and trust" in one for one in begins({**harvest, "data": exemplary["data"]}, kb, "en"))


def test_no_area_is_called_clear_about_whose_elements_something_is_to_be_put_right(kb: CompiledKnowledgeBase) -> None:
    exemplary = json.loads((EXAMPLES / "exemplary.json").read_text(encoding="utf-8"))
    exemplary["capitals"]["infrastructure"]["strength"] = "present"
    assert any("The six capitals" in one for one in begins(exemplary, kb, "en"))
    exemplary["capitals"]["network"]["key_person_identified"] = False
    told = begins(exemplary, kb, "en")
    assert "No key person has been found for the network capital" in told[0]
    assert not any("The six capitals" in one for one in told)


@pytest.mark.parametrize(
    ("language", "told"), [("en", "the phase decides which of them do."), ("ja", "段階によって数えるかどうかが決まる")]
)
def test_of_a_project_of_no_stated_phase_it_is_said_what_may_count(
    kb: CompiledKnowledgeBase, language: str, told: str
) -> None:
    assert told in begins({"commitment": {"by": "staff"}}, kb, language)[-1]
    assert told not in begins(STAFF, kb, language)[-1]


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("facts", [{"project": {"uses_digital": False}}, {"city": {"is_metropolis": True}}])
def test_that_the_article_fits_in_part_is_said_under_the_verdict(
    kb: CompiledKnowledgeBase, language: str, facts: dict[str, Any]
) -> None:
    line = kb.rule("SEL-21").title[language].rstrip("。.")
    assert any(line in one for one in begins(facts, kb, language))
    assert not any(line in one for one in begins({"project": {"uses_digital": True}}, kb, language))


IDEA: dict[str, Any] = {
    "project": {"name": "薬の配送「そら」", "phase": "idea", "origin": "local_issue", "beneficiary_stated": False},
    "strategy": {"defined": True},
    "commitment": {"declared": False},
}


def test_a_minor_point_is_named_where_nothing_weighs_more(kb: CompiledKnowledgeBase) -> None:
    first, *_ = begins(IDEA, kb, "ja")
    assert kb.rule("KPI-01").title["ja"].rstrip("。") in first
    assert "：いいえ" not in first  # the titles say it


@pytest.mark.parametrize(
    ("language", "nothing"), [("en", "nothing is known that has to be put right in"), ("ja", "直すことは")]
)
def test_what_has_minor_points_is_not_said_to_have_nothing_to_put_right(
    kb: CompiledKnowledgeBase, language: str, nothing: str
) -> None:
    first, *_ = begins(IDEA, kb, language)
    assert kb.rule("KPI-01").title[language].rstrip("。") in first
    assert nothing not in first


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_a_verdict_waits_for_is_named_where_something_weighs_already(
    kb: CompiledKnowledgeBase, language: str
) -> None:
    first, *_ = begins({"project": {"phase": "preparation"}, "stage_gate": {"used": False}}, kb, language)
    assert kb.rule("GAT-01").title[language].rstrip("。.") in first
    assert kb.vocabulary.facts["commitment.declared"].label[language] in first


def test_a_list_that_may_lack_something_is_named_where_the_verdict_waits_for_nothing_else(
    kb: CompiledKnowledgeBase,
) -> None:
    document = json.loads((EXAMPLES / "exemplary.json").read_text(encoding="utf-8"))
    del document["complete"]["organisations"]
    document["organisations"] = [one for one in document["organisations"] if one["kind"] != "research_institution"]
    found = assess(document, kb, interpreter="evaluate")
    assert found.verdict == "insufficient_information"
    first, *_ = begins(document, kb, "en")
    assert kb.vocabulary.facts["complete.organisations"].label["en"] in first


def test_labels_with_commas_of_their_own_are_told_apart_in_a_row(kb: CompiledKnowledgeBase) -> None:
    overlap = {"defined": True, "agreed_by_company": True, "agreed_by_municipality": True}
    _, in_place, *_ = begins({"project": {"phase": "preparation"}, "overlap": overlap}, kb, "en")
    labels = [kb.vocabulary.facts[f"overlap.{one}"].label["en"] for one in overlap]
    assert "," in labels[0]
    assert "; ".join(labels) in in_place


def test_a_name_with_quotation_marks_is_quoted_as_japanese_does(kb: CompiledKnowledgeBase) -> None:
    assert begins(IDEA, kb, "ja")[0].startswith("「薬の配送『そら』」の")


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_comes_next_is_told_as_what_stops_it_in_the_next_phase_else_as_what_to_do(
    kb: CompiledKnowledgeBase, language: str
) -> None:
    first, *_ = begins(IDEA, kb, language)
    assert kb.presentation.ahead["idea"][language].strip() in first  # what stops it counts in the phase after the next
    alone = {**IDEA, "project": {**IDEA["project"], "co_created": False}}
    first, *_ = begins(alone, kb, language)
    assert kb.rule("ORG-12").title[language].rstrip("。") in first


def test_a_list_that_may_not_be_whole_is_among_what_a_verdict_waits_for(kb: CompiledKnowledgeBase) -> None:
    told = json.loads((EXAMPLES / "exemplary.json").read_text(encoding="utf-8"))
    told["complete"].pop("organisations")
    told["project"].pop("co_created")
    told["organisations"] = [one for one in told["organisations"] if one["kind"] == "own_company"]
    first, *_ = begins(told, kb, "en")
    assert kb.vocabulary.facts["complete.organisations"].label["en"] in first


@pytest.mark.parametrize(("language", "said"), [("en", "idea, choosing the city"), ("ja", "構想、都市選び")])
def test_where_nobody_has_said_the_phase_it_is_told_in_which_the_gravest_point_does_not_count_yet(
    kb: CompiledKnowledgeBase, language: str, said: str
) -> None:
    undefined = {"overlap": {"defined": False}}
    first, *_ = begins(undefined, kb, language)
    assert said in first
    first, *_ = begins({"project": {"phase": "preparation"}, **undefined}, kb, language)
    assert said not in first


def test_what_an_open_answer_may_still_turn_into_a_stop_is_not_praised(kb: CompiledKnowledgeBase) -> None:
    label = kb.vocabulary.facts["commitment.declared"].label["en"]
    for by, praised in (("subsidiary_head", False), ("ceo", True)):
        commitment = {"declared": True, "by": by, "known_locally": True}
        _, in_place, *_ = begins({"project": {"phase": "preparation"}, "commitment": commitment}, kb, "en")
        assert (label in in_place) is praised


@pytest.mark.parametrize(("language", "now"), [("en", "at present"), ("ja", "いま止める理由")])
def test_what_will_stop_a_project_is_named_where_nothing_stops_it_at_present(
    kb: CompiledKnowledgeBase, language: str, now: str
) -> None:
    project = {"phase": "field_selection", "targets_whole_city_function": True}
    first, *_ = begins({"project": project, "field": {"bounded_area": False}}, kb, language)
    assert now in first
    assert kb.rule("SEL-12").title[language].rstrip("。.") in first


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_is_in_place_is_named_and_not_counted(kb: CompiledKnowledgeBase, language: str) -> None:
    project = {"phase": "launched", "co_created": True, "concrete_activity_started": True}
    commitment = {"declared": True, "by": "division_head", "known_locally": True}
    first, in_place, *_ = begins({"project": project, "commitment": commitment}, kb, language)
    labels = {path: fact.label[language] for path, fact in kb.vocabulary.facts.items()}
    assert labels["project.co_created"] in in_place
    # What a finding rests on is not praised beside it, nor what is only asked after that.
    assert labels["commitment.known_locally"] not in in_place
    assert labels["commitment.declared"] not in in_place
    assert labels["commitment.declared"] not in first


@pytest.mark.parametrize("language", ["en", "ja"])
def test_with_few_strengths_facts_are_told_that_are_as_they_should_be(kb: CompiledKnowledgeBase, language: str) -> None:
    agreed = dict.fromkeys(("defined", "agreed_by_company", "agreed_by_municipality"), True)
    shown = {**agreed, "visualised": True, "shared_with_partners": True}
    vision = {"consulted": True, "vision_identified": True}
    document = {"project": {"phase": "preparation", "co_created": True}, "overlap": shown, "city_plan": vision}
    found = assess(document, kb, interpreter="evaluate")
    strengths = [one.title[language].rstrip("。. ") for one in found.strengths]
    (in_place,) = [text for text in begins(document, kb, language) if strengths[0] in text]
    labels = {path: fact.label[language] for path, fact in kb.vocabulary.facts.items()}
    assert labels["project.co_created"] in in_place
    assert labels["overlap.agreed_by_company"] not in in_place  # a strength rests on it


def test_of_a_project_of_which_little_is_known_it_says_what_decides(kb: CompiledKnowledgeBase) -> None:
    first, *_ = begins({"project": {"phase": "field_selection", "uses_digital": True}}, kb, "en")
    assert kb.vocabulary.facts["selection.reasons"].label["en"] in first
    assert "nothing is known that has to be put right" not in first


@pytest.mark.parametrize("language", ["en", "ja"])
def test_facts_that_contradict_each_other_are_all_told_under_the_verdict(
    language: str, kb: CompiledKnowledgeBase
) -> None:
    area = {"defined": False, "agreed_by_company": True, "agreed_by_municipality": True}
    title = kb.rule("INT-01").title[language].rstrip("。.")
    (line,) = [one for one in begins({"overlap": area}, kb, language) if one.startswith(title)]
    for fact in ("overlap.defined", "overlap.agreed_by_company", "overlap.agreed_by_municipality"):
        assert kb.vocabulary.facts[fact].label[language] in line.replace("〔", "（").replace("〕", "）")


def test_what_is_asked_only_after_another_answer_is_not_named_as_missing_beside_it(kb: CompiledKnowledgeBase) -> None:
    document: dict[str, Any] = {
        "project": {
            "phase": "preparation",
            "origin": "joint",
            "beneficiary_stated": True,
            "success_criterion_stated": True,
        },
        "commitment": {"declared": True, "by": "ceo"},
        "overlap": {"defined": True, "agreed_by_company": True, "agreed_by_municipality": True},
        "field": {"trial_and_error_possible": True},
    }
    told = " ".join(begins(document, kb, "en"))
    assert "scope of a whole urban function" in told
    assert "physical bounds of the trial area" not in told
    whole = {**document["project"], "targets_whole_city_function": True}
    assert "physical bounds of the trial area" in " ".join(begins({**document, "project": whole}, kb, "en"))


@pytest.mark.parametrize(("phase", "told"), [("idea", True), ("preparation", False)])
def test_an_idea_is_told_that_the_choice_of_a_city_comes_next(
    phase: str, told: bool, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    text = render_markdown(assessed({"project": {"phase": phase}}, kb, tmp_path), kb, "en")
    assert ("Look at the candidate cities" in text) is told


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_comes_next_on_the_way_is_told_only_where_nothing_is_known_to_be_missing_for_it(
    kb: CompiledKnowledgeBase, tmp_path: Path, language: str
) -> None:
    way = kb.presentation.ahead["field_selection"][language].strip()
    stated: dict[str, Any] = {"project": {"phase": "field_selection"}, "commitment": {"declared": True, "by": "ceo"}}
    assert way in render_markdown(assessed(stated, kb, tmp_path), kb, language)
    stated["top"] = {"visited_site": False}
    found = assessed(stated, kb, tmp_path)
    assert "COM-05" in {one.code for one in found.upcoming}
    memo = render_markdown(found, kb, language)
    assert way not in memo
    assert memo.count(kb.rule("COM-05").advice[language].strip()) == 2  # as what comes next, and in the appendix


@pytest.mark.parametrize("language", ["en", "ja"])
def test_how_long_champions_stay_is_told_as_it_is_stated_with_those_of_whom_it_is(
    kb: CompiledKnowledgeBase, language: str
) -> None:
    document = json.loads((EXAMPLES / "exemplary.json").read_text(encoding="utf-8"))
    label = kb.vocabulary.facts["organisations[].champion_stays_until"].label[language]
    for one in document["organisations"]:
        del one["champion_stays_until"]
    assert not any(label in text for text in begins(document, kb, language))
    first, second, *_ = document["organisations"]
    first["champion_stays_until"] = "until a successor is found"
    (told,) = [text for text in begins(document, kb, language) if label in text]
    assert "until a successor is found" in told
    assert first["name"] in told
    assert second["name"] not in told


@pytest.mark.parametrize("language", ["en", "ja"])
def test_with_what_is_told_as_stated_it_is_told_what_is_not_known_and_asked_only_then(
    kb: CompiledKnowledgeBase, language: str
) -> None:
    labels = [kb.vocabulary.facts[one].label[language] for one in ("top.sponsor_changed", "commitment.reaffirmed")]
    for renewed, open_ in ((None, True), (True, False)):
        commitment = {"declared": True, "by": "ceo", "reaffirmed": renewed}
        document = {"project": {"phase": "launched"}, "commitment": commitment, "top": {"sponsor_changed": True}}
        (noted,) = [text for text in begins(document, kb, language) if labels[0] in text]
        assert (labels[1] in noted) is open_


@pytest.mark.parametrize("language", ["en", "ja"])
def test_that_the_top_has_changed_is_told_where_no_finding_tells_it(kb: CompiledKnowledgeBase, language: str) -> None:
    said = {"project": {"phase": "launched"}}
    label = kb.vocabulary.facts["top.sponsor_changed"].label[language]
    for changed, renewed, told in ((True, None, True), (False, None, False), (True, False, False)):
        document = {
            **said,
            "commitment": {"declared": True, "reaffirmed": renewed},
            "top": {"sponsor_changed": changed},
        }
        assert any(label in text for text in begins(document, kb, language)) is told, (changed, renewed)
