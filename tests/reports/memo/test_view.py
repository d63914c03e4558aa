"""What the memo says: verdict, actions, questions, ledger, chain and portfolio, in both languages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from advise.engine.assess import Assessment, assess
from advise.engine.compiled import CompiledKnowledgeBase
from advise.reports.memo.findings import FIRST
from advise.reports.memo.view import memo_view
from advise.reports.memo.write import render_html
from advise.reports.words.verdict import verdict_sentences
from advise.reports.writers.file import PAGE_MARKER

from ..pages import read_page
from ..projects import NAMES, USUAL, assessed

LANGUAGES = ("en", "ja")


def view(assessment: Assessment, kb: CompiledKnowledgeBase, language: str = "en") -> dict[str, Any]:
    return memo_view(assessment, kb, language)


def codes(assessment: Assessment) -> list[str]:
    return [finding.code for finding in assessment.findings]


def test_the_verdict_is_explained_in_two_sentences(
    usual: Assessment, unknown: Assessment, everything_wrong: Assessment, kb: CompiledKnowledgeBase
) -> None:
    for assessment in (usual, unknown, everything_wrong):
        for language in LANGUAGES:
            assert all(view(assessment, kb, language)["verdict"]["sentences"])
            assert len(view(assessment, kb, language)["verdict"]["sentences"]) == 2
            assert all("。" not in one[:-1] for one in view(assessment, kb, language)["verdict"]["sentences"])


def test_a_hold_names_what_decides_it_and_what_follows_when_it_is_put_right(
    usual: Assessment, kb: CompiledKnowledgeBase
) -> None:
    decides, changes = view(usual, kb)["verdict"]["sentences"]
    assert usual.verdict == "hold"
    assert decides.startswith("1 point stops the project")
    assert "(ORG-06)" in decides
    assert "“Not enough known”" in changes


def test_missing_information_is_named(unknown: Assessment, kb: CompiledKnowledgeBase) -> None:
    decides, changes = view(unknown, kb)["verdict"]["sentences"]
    assert "7 facts that a verdict needs are unknown: phase" in decides
    assert "from “Hold” to “Proceed”" in changes


def test_the_counts_are_those_of_the_assessment(usual: Assessment, kb: CompiledKnowledgeBase) -> None:
    counts = {count["kind"]: count["number"] for count in view(usual, kb)["counts"]}
    kinds = {rule.code: rule.kind for rule in kb.rules}
    assert counts["blocker"] == sum(finding.severity == "blocker" for finding in usual.findings)
    assert counts["unknown"] == len(usual.questions)
    assert counts["met"] == sum(
        outcome.outcome == "does_not_hold" and kinds[outcome.code] == "finding" for outcome in usual.trace
    )


def test_at_most_five_actions_come_first_and_none_is_lost(
    everything_wrong: Assessment, kb: CompiledKnowledgeBase
) -> None:
    first = view(everything_wrong, kb)["first"]
    shown = [*first["shown"], *first["rest"], *first["lesser"]]
    assert len(first["shown"]) == FIRST
    assert len(everything_wrong.findings) > 60
    told = [(finding.code, finding.severity) for finding in everything_wrong.findings if finding.kind == "finding"]
    assert [(one["code"], one["severity"]) for one in shown] == list(dict.fromkeys(told))
    anchors = [anchor for one in shown for anchor in (one["anchor"], *one["anchors"])]
    assert len(anchors) == len(set(anchors)) == len(told)
    assert {one["severity"] for one in first["lesser"]} <= {"minor", "info"}


def test_a_finding_says_what_who_when_where_and_why(usual: Assessment, kb: CompiledKnowledgeBase) -> None:
    page = read_page(render_html(usual, kb, "en"))
    (frame,) = [one for one in page.all("article", class_="finding") if "KPI-08" in one.text]
    assert frame.all("h3")[0].text == "▲ major The goal Lighter load for carers has no KPI"
    assert [term.text for term in frame.all("dt")] == ["Action", "Who acts", "By when", "Evidence", "Guidance", "Why"]
    assert "name not given" in frame.text
    assert "Not given" in frame.text
    assert "G254" in frame.text


def test_evidence_shows_place_path_value_and_source(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    project = {"commitment": {"declared": {"value": False, "source": "minutes", "as_of": "2026-05", "by": "Sato"}}}
    assessment = assessed(project, kb, tmp_path)
    evidence = view(assessment, kb)["first"]["shown"][0]["evidence"][0]
    assert re.fullmatch(r"project\.json:\d+:\d+", evidence["place"])
    assert (evidence["path"], evidence["value"], evidence["word"]) == ("commitment.declared", "false", "no")
    assert evidence["provenance"] == "source: minutes, as of 2026-05, says Sato"


def test_where_the_project_lay_is_not_told(usual: Assessment, kb: CompiledKnowledgeBase) -> None:
    assert usual.file is not None
    assert str(Path(usual.file).parent) not in render_html(usual, kb, "en")


def test_predictions_name_what_brings_them_about(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    assessment = assessed({"commitment": {"declared": False}}, kb, tmp_path)
    predictions = view(assessment, kb)["predictions"]
    assert predictions
    assert predictions[0]["causes"][0]["code"] == "COM-01"
    assert predictions[0]["causes"][0]["anchor"] == view(assessment, kb)["first"]["shown"][0]["anchor"]


def test_the_first_questions_are_shown_and_those_for_a_verdict_are_marked(
    unknown: Assessment, kb: CompiledKnowledgeBase
) -> None:
    questions = view(unknown, kb)["questions"]
    assert len(questions["shown"]) == 7
    assert all(question["must"] for question in questions["shown"])
    assert "COM-01" in questions["shown"][3]["waits"]
    assert "(at worst: blocker)" in questions["shown"][0]["waits"]


def test_the_same_question_about_several_is_asked_once(unknown: Assessment, kb: CompiledKnowledgeBase) -> None:
    questions = view(unknown, kb)["questions"]
    every = questions["shown"] + questions["rest"]
    (assessed_question,) = [question for question in every if question["path"] == "capitals.*.assessed"]
    assert assessed_question["text"] == "Which of the six capitals of the city have been assessed?"
    assert len({(question["text"], question["must"]) for question in every}) == len(every)


def test_the_ledger_shows_state_gap_and_centre_without_a_total(usual: Assessment, kb: CompiledKnowledgeBase) -> None:
    rows = {row["name"]: row for row in view(usual, kb)["capitals"]}
    assert list(rows) == ["human", "economic", "infrastructure", "enabling environment", "network", "cultural"]
    assert (rows["human"]["state"], rows["human"]["bars"], rows["human"]["centre"]) == ("outstanding", 3, True)
    assert rows["human"]["qualitative"]["word"] == "not done"
    assert rows["enabling environment"]["gap"]["word"] == "from outside the area"
    assert (rows["network"]["gap"]["word"], rows["network"]["gap"]["code"]) == ("nothing planned", "SEL-08")
    assert rows["network"]["note"] == "whether outstanding: unknown"
    assert not rows["cultural"]["known"]
    page = render_html(usual, kb, "en")
    assert "There is no total and no pass mark" in page
    assert "total score" not in page


def test_the_chain_tells_its_broken_links_with_the_codes(usual: Assessment, kb: CompiledKnowledgeBase) -> None:
    chain = view(usual, kb)["map"]
    told = {one["text"]: [code["code"] for code in one["codes"]] for one in chain["breaks"]}
    assert told == {
        "The theme “Records” improves no KPI": ["KPI-07"],
        "The goal “Lighter load for carers” has no KPI": ["KPI-08"],
    }
    assert {link["line"] for link in chain["picture"]["links"]} == {"linked", "broken"}


def test_unknown_links_are_not_called_broken(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    project = {"goals": [{"id": "g1"}], "kpis": [{"id": "k1"}], "themes": [{"id": "t1"}]}
    chain = view(assessed(project, kb, tmp_path), kb)["map"]
    assert chain["breaks"] == []
    assert {link["line"] for link in chain["picture"]["links"]} == {"unknown"}


@pytest.mark.parametrize(
    ("overlap", "line"),
    [
        ({"defined": True, "agreed_by_company": True, "agreed_by_municipality": True}, "linked"),
        ({"defined": True, "agreed_by_company": True, "agreed_by_municipality": False}, "unknown"),
        ({"defined": True}, "unknown"),
        ({"defined": False}, "unknown"),
        ({}, "unknown"),
    ],
)
def test_a_goal_is_linked_to_no_area_before_both_sides_have_agreed_on_it(
    overlap: dict[str, bool], line: str, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    project = {"overlap": overlap, "goals": [{"id": "g1", "from_overlap": True}, {"id": "g2", "from_overlap": False}]}
    chain = view(assessed(project, kb, tmp_path), kb)["map"]
    drawn = [link["line"] for link in chain["picture"]["links"]]
    assert (drawn.count("broken") >= 1, line in drawn, "linked" in drawn) == (True, True, line == "linked")
    assert [one["text"] for one in chain["breaks"]].count("The goal “g2” does not come from the common area") == 1


def test_a_reference_to_nothing_is_told(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    project = {"goals": [{"id": "g1"}], "kpis": [{"id": "k1", "goals": ["g9"]}]}
    chain = view(assessed(project, kb, tmp_path), kb)["map"]
    assert "“k1” points to g9, which is not listed" in [one["text"] for one in chain["breaks"]]
    assert {box["title"] for box in chain["picture"]["boxes"]} >= {"not stated yet", "no such entry: g9"}


def test_hundreds_of_kpis_stay_readable(everything_wrong: Assessment, kb: CompiledKnowledgeBase) -> None:
    chain = view(everything_wrong, kb)["map"]
    assert chain["picture"]["height"] < 1_500
    assert "188 more" in {box["title"] for box in chain["picture"]["boxes"]}
    assert sum(row["kind"] == "KPI" for row in chain["rows"]) == 200
    assert all(len(box["texts"]) <= 3 for box in chain["picture"]["boxes"])


def test_the_portfolio_counts_expected_successes_and_no_money(usual: Assessment, kb: CompiledKnowledgeBase) -> None:
    portfolio = view(usual, kb)["portfolio"]
    assert "at least 0.42" in portfolio["sentences"][0]
    assert "2 of 3 running seeds" in portfolio["sentences"][0]
    assert [row["figure"] for row in portfolio["picture"]["rows"]] == ["30%", "12%", "unknown", "5%"]
    assert portfolio["picture"]["rows"][2]["x"] is None


def test_what_is_not_stated_is_said_to_be_so(unknown: Assessment, kb: CompiledKnowledgeBase) -> None:
    memo = view(unknown, kb)
    assert memo["name"] == "Project without a name"
    assert memo["map"]["empty"] == "Neither goals nor KPIs nor themes are stated yet."
    assert memo["portfolio"]["empty"] == "No seeds are stated yet."
    assert "waivers" not in {section.attributes.get("aria-labelledby") for section in sections(unknown, kb)}


def sections(assessment: Assessment, kb: CompiledKnowledgeBase) -> list[Any]:
    return read_page(render_html(assessment, kb, "en")).all("section")


def test_decisions_are_shown_with_who_why_and_whether_they_stand(
    everything_wrong: Assessment, kb: CompiledKnowledgeBase
) -> None:
    decisions = view(everything_wrong, kb)["waivers"]
    (accepted,), (postponed,) = decisions["applied"], decisions["ended"]
    assert "FIT-06" not in codes(everything_wrong)
    assert (accepted["code"], accepted["decision"], accepted["word"]) == ("FIT-06", "Accepted", "blocker")
    assert postponed["decision"] == "Postponed until 1 September 2026"
    assert postponed["status"] == "The time is over: the finding is back."
    assert view(everything_wrong, kb)["decided"] == "Left out by decision: 1 blocker."


def test_a_finding_that_is_back_says_which_decision_has_ended(
    everything_wrong: Assessment, kb: CompiledKnowledgeBase
) -> None:
    back = {one["code"]: one["back"] for one in view(everything_wrong, kb)["first"]["shown"] if one["back"]}
    assert back == {
        "COM-02": "Postponed until 1 September 2026 (Sato, 1 August 2026). The time is over: the finding is back."
    }


def test_a_decision_without_a_finding_is_reported_as_such(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    decision = {"finding": "KPI-03", "response": "not_applicable", "reason": "r", "by": "Mori", "on": "2026-08-01"}
    memo = view(assessed({"responses": [decision]}, kb, tmp_path), kb)
    assert [one["status"] for one in memo["waivers"]["unused"]] == ["There is no such finding now."]
    assert memo["decided"] == ""


def test_every_finding_has_its_fingerprint_in_the_audit_trail(
    everything_wrong: Assessment, kb: CompiledKnowledgeBase
) -> None:
    rows = view(everything_wrong, kb)["audit"]["findings"]
    left_out = [finding for waiver in everything_wrong.waivers[:1] for finding in waiver.findings]
    expected = [finding.fingerprint for finding in [*everything_wrong.findings, *left_out]]
    assert [row["fingerprint"] for row in rows] == expected


def test_a_fingerprint_that_is_copied_keeps_a_decision_in_force_until_the_facts_change(
    kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    project = {"commitment": {"declared": False}}
    (row,) = [row for row in view(assessed(project, kb, tmp_path), kb)["audit"]["findings"] if row["code"] == "COM-01"]
    decision = {"finding": "COM-01", "response": "accepted", "reason": "r", "by": "Mori", "on": "2026-08-01"}
    kept = {**project, "responses": [{**decision, "rests_on": row["fingerprint"]}]}
    assert [waiver.status for waiver in assessed(kept, kb, tmp_path).waivers] == ["applied"]


def test_the_audit_trail_names_versions_figures_and_every_finding(usual: Assessment, kb: CompiledKnowledgeBase) -> None:
    audit = view(usual, kb)["audit"]
    run = {fact["label"]: fact["value"] for fact in audit["run"]}
    assert run["Version of the rules"] == kb.version
    assert run["SHA-256 of the input"] == usual.sha256
    assert run["To reproduce"] == "advise project.json --lang en --today 2026-11-22"
    assert [row["code"] for row in audit["findings"]] == codes(usual)
    sources = {parameter["source"] for parameter in audit["parameters"]}
    assert {"ours, since 2026-11-22", "article IV.1, since 2026-11-22"} <= sources
    cited = {number for finding in usual.findings for number in finding.source.statements}
    assert {statement["number"] for statement in audit["cited"]} == cited


def test_figures_of_a_profile_are_named_with_their_reason(usual: Assessment, kb: CompiledKnowledgeBase) -> None:
    own = replace(usual.parameters[0], reason="the board asks for it")
    told = view(replace(usual, parameters=(own, *usual.parameters[1:])), kb)["figures"]
    assert told.startswith("This review uses figures of its own: ")
    assert told.endswith("(reason: the board asks for it).")
    assert view(usual, kb)["figures"] == ""


def test_both_languages_tell_the_same(everything_wrong: Assessment, kb: CompiledKnowledgeBase) -> None:
    english, japanese = (skeleton(view(everything_wrong, kb, language)) for language in LANGUAGES)
    assert english == japanese


def skeleton(data: Any) -> Any:
    """Return what does not depend on the language: keys, lengths, numbers, codes and anchors."""
    if isinstance(data, dict):
        return {key: skeleton(value) for key, value in data.items() if key not in ("texts", "picture", "language")}
    if isinstance(data, list):
        return [skeleton(item) for item in data]
    if isinstance(data, str) and not re.fullmatch(r"[A-Z]{3}-\d\d|G\d{3}|finding-\d+", data):
        return ""
    return data


def test_the_same_assessment_gives_the_same_bytes(usual: Assessment, kb: CompiledKnowledgeBase) -> None:
    again = assess(str(usual.file), kb, today="2026-11-22", interpreter="evaluate")
    for language in LANGUAGES:
        assert render_html(usual, kb, language) == render_html(again, kb, language)


def test_a_project_given_as_data_has_a_memo_too(kb: CompiledKnowledgeBase) -> None:
    assessment = assess(USUAL, kb, today="2026-11-22", interpreter="evaluate")
    page = render_html(assessment, kb, "ja")
    assert "Pythonのオブジェクト" in page
    assert "再現するには" not in page


def test_the_first_line_says_who_wrote_it_after_the_doctype(usual: Assessment, kb: CompiledKnowledgeBase) -> None:
    assert render_html(usual, kb, "en").split("\n", 1)[0] == f"<!doctype html>{PAGE_MARKER}"


def test_names_are_shown_and_never_run(everything_wrong: Assessment, kb: CompiledKnowledgeBase) -> None:
    for language in LANGUAGES:
        page = render_html(everything_wrong, kb, language)
        text = read_page(page).text
        for name in NAMES[:5]:
            assert name in text
        assert "<script" not in page
        assert "<img" not in page
        assert "\u202e" not in page
        assert "\u0007" not in page


def test_another_language_is_refused(usual: Assessment, kb: CompiledKnowledgeBase) -> None:
    with pytest.raises(ValueError, match="there is no memo in 'fr'; choose one of en, ja"):
        render_html(usual, kb, "fr")


def test_a_revision_says_how_many_points_and_what_may_still_change_it(
    usual: Assessment, kb: CompiledKnowledgeBase
) -> None:
    majors = tuple(finding for finding in usual.findings if finding.severity == "major")
    revise = replace(usual, verdict="revise", findings=majors, missing=(), verdict_range=("hold", "revise"))
    decides, changes = verdict_sentences(revise, kb, "en")
    assert decides.startswith(f"Nothing stops the project, but {len(majors)} major points should be put right")
    assert "changes the verdict to “Proceed”" in changes
    assert changes.endswith("; answers still missing could change it to “Hold”.")


def test_a_verdict_that_nothing_unknown_can_change_says_so(usual: Assessment, kb: CompiledKnowledgeBase) -> None:
    proceed = replace(usual, verdict="proceed", findings=(), missing=(), verdict_range=("proceed", "proceed"))
    decides, changes = verdict_sentences(proceed, kb, "en")
    assert "no promise of success" in decides
    assert changes == "Nothing that is still unknown could change this verdict."
