"""Every report calls a verdict as a review with the same facts does, and says beside it how far the project was checked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from advise.engine.assess import assess
from advise.engine.compiled import CompiledKnowledgeBase
from advise.reports.words.verdict import checked_words, reached
from tests.command_line import Runner

EXEMPLARY = Path(__file__).resolve().parents[3] / "examples" / "exemplary.json"
ASKED = "project.beneficiary_stated"
LANGUAGES = ("en", "ja")


def exemplary(path: Path, **unknown: Any) -> str:
    """Write the exemplary project with some facts set otherwise; None makes one unknown."""
    document = json.loads(EXEMPLARY.read_text(encoding="utf-8"))
    for fact, value in unknown.items():
        part, name = fact.split("__")
        document[part][name] = value
    path.write_text(json.dumps(document), encoding="utf-8")
    return str(path)


def called(path: str, kb: CompiledKnowledgeBase, language: str, said: object = None) -> str:
    """Return what a review calls the verdict, with an answer to what is asked."""
    document = json.loads(Path(path).read_text(encoding="utf-8"))
    if said is not None:
        document["project"]["beneficiary_stated"] = said
    return reached(assess(document, kb), kb, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("gates", [None, True])
def test_what_an_answer_makes_of_the_verdict_is_called_as_a_review_with_it_calls_it(
    gates: bool | None, language: str, advise: Runner, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    path = exemplary(tmp_path / "p.json", project__beneficiary_stated=None, stage_gate__applied=gates)
    told = "".join(advise("explain", ASKED, path, "--lang", language).out.split())
    assert f"“{called(path, kb, language, True)}”".strip("“”").replace(" ", "") in told
    other = called(exemplary(tmp_path / "o.json", stage_gate__applied=None if gates else True), kb, language)
    assert f"{other}”".replace(" ", "") not in told
    assert f"{other}」に".replace(" ", "") not in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_difference_calls_both_verdicts_as_their_reviews_do(
    language: str, advise: Runner, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    old = exemplary(tmp_path / "old.json", project__beneficiary_stated=None)
    new = exemplary(tmp_path / "new.json", stage_gate__applied=None)
    told = "".join(advise("diff", old, new, "--lang", language).out.split())
    for path in (old, new):
        assert called(path, kb, language).replace(" ", "") in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_memo_since_another_review_calls_both_verdicts_as_the_reviews_did(
    language: str, advise: Runner, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    old = exemplary(tmp_path / "old.json", stage_gate__applied=None)
    new = exemplary(tmp_path / "new.json")
    (tmp_path / "saved.json").write_text(advise("check", old, "--no-memo", "-f", "json").out, encoding="utf-8")
    told = advise("memo", new, "--since", str(tmp_path / "saved.json"), "-o", "-", "--lang", language).out
    changed = {"en": "The verdict was “{}” and is “{}” now.", "ja": "判定は「{}」から「{}」に変わりました。"}
    assert changed[language].format(called(old, kb, language), called(new, kb, language)) in " ".join(told.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_least_change_calls_the_verdict_that_it_leads_to_as_the_review_then_does(
    language: str, advise: Runner, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    path = exemplary(tmp_path / "p.json", project__beneficiary_stated=False, stage_gate__applied=None)
    then = called(path, kb, language, True)
    for told in (advise("improve", path, "--lang", language).out, advise(path, "--no-memo", "--lang", language).out):
        assert then.replace(" ", "") in "".join(told.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_coverage_stands_beside_the_verdict_in_every_report(
    language: str, advise: Runner, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    one = exemplary(tmp_path / "one.json", project__beneficiary_stated=None)
    two = exemplary(tmp_path / "two.json", project__beneficiary_stated=False, stage_gate__applied=None)
    reviews = {path: assess(path, kb) for path in (one, two)}
    covered = {path: checked_words(review, kb, language) for path, review in reviews.items()}
    for words in (["-q"], ["--no-memo"]):
        assert covered[one] in advise(one, *words, "--lang", language).out
    assert covered[two] in advise("improve", two, "--lang", language).out
    told = "".join(advise("compare", one, two, "--lang", language).out.split())
    assert all(each.replace(" ", "") in told for each in covered.values())
    told = "".join(advise("diff", one, two, "--lang", language).out.split())
    for each in (review.coverage for review in reviews.values()):
        words_ = {"en": f"checked {each.told} of {each.due} points", "ja": f"{each.due}点のうち{each.told}点を確認"}
        assert words_[language].replace(" ", "") in told


def test_coverage_stands_beside_the_verdict_in_every_machine_form(advise: Runner, tmp_path: Path) -> None:
    one = exemplary(tmp_path / "one.json", project__beneficiary_stated=None)
    two = exemplary(tmp_path / "two.json", project__beneficiary_stated=False, stage_gate__applied=None)

    def form(*words: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(advise(*words, "-f", "json").out)
        return found

    covered = [form("check", path, "--no-memo")["coverage"] for path in (one, two)]
    difference = form("diff", one, two)
    assert [difference[side]["coverage"] for side in ("old", "new")] == covered
    assert [candidate["coverage"] for candidate in form("compare", one, two)["candidates"]] == covered
    assert form("improve", two)["coverage"] == covered[1]
