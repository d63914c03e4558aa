"""The reports beyond one review: both languages, any console, hostile names, and machine forms that are JSON."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from advise.engine.compare.difference import saved_difference
from advise.engine.compare.editions import edition_of
from advise.engine.knowledge.model import KnowledgeBase
from advise.engine.problems.problem import ProblemsError
from advise.reports.app import commands
from advise.reports.app.refusal import Refusal
from advise.reports.app.session import Session
from advise.reports.views.difference import difference_document, difference_report
from advise.reports.views.outlook import nearly_report
from advise.reports.words.names import Teller
from advise.reports.writers.display import Display
from advise.reports.writers.layout import width
from advise.reports.writers.text import as_text

from ...command_line import ran

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
WAKAYAMA, IZUKO, EXEMPLARY = (str(EXAMPLES / f"{name}.json") for name in ("wakayama", "izuko", "exemplary"))
TODAY = "2026-11-22"
_FREE = ("advise check ", "--set ")


def session(**settings: Any) -> Session:
    """Return a session as options make it."""
    made = Session()
    for name, value in {"lang": "en", "today": TODAY, **settings}.items():
        setattr(made, name, value)
    return made


def said(kind: str, made: Session) -> str:
    """Return one of the reports."""
    if kind == "improve":
        return ran(commands.improve, made, project=WAKAYAMA, wanted="proceed")
    if kind == "diff":
        return ran(commands.diff, made, old=EXEMPLARY, new=IZUKO)
    if kind == "compare":
        return ran(commands.compare, made, projects=(WAKAYAMA, IZUKO, EXEMPLARY))
    if kind == "fact":
        return ran(commands.explain, made, code="organisations[].champion_willing", project=IZUKO)
    return ran(commands.explain, made, code=WAKAYAMA, nearly=True)


KINDS = ("improve", "diff", "compare", "fact", "nearly")


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("kind", KINDS)
def test_text_can_be_shown_on_every_console_and_fits(kind: str, language: str) -> None:
    text = said(kind, session(lang=language, full=True))
    text.encode("cp932")
    lines = [line for line in text.splitlines() if not line.strip().startswith(_FREE)]
    assert max(map(width, lines)) <= 92
    assert not [line for line in lines if line != line.rstrip()]


@pytest.mark.parametrize("kind", KINDS)
def test_signs_have_words_in_their_place(kind: str) -> None:
    text = said(kind, session(ascii=True))
    assert not set("■▲◆●？※－→") & set(text)


@pytest.mark.parametrize("kind", KINDS)
def test_the_machine_form_is_one_json_document(kind: str) -> None:
    document = json.loads(said(kind, session(format="json")))
    assert document["schema_version"] == 1
    assert document["kind"] in ("improvement", "difference", "comparison", "fact", "nearly")


@pytest.mark.parametrize("kind", ["improve", "diff", "compare"])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_markdown_is_marked_as_ours_and_begins_with_a_title(kind: str, language: str) -> None:
    lines = said(kind, session(format="md", lang=language)).splitlines()
    assert lines[0] == "<!-- written by advise -->"
    assert lines[2].startswith("# ")
    assert [line for line in lines if line.startswith("## ")]


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_input_gives_the_same_text(kind: str) -> None:
    assert said(kind, session()) == said(kind, session())


def test_a_saved_assessment_is_compared_with_a_project(tmp_path: Path) -> None:
    import advise

    kb = advise.load_rules()
    saved = tmp_path / "saved.json"
    saved.write_text(json.dumps(advise.assess(EXEMPLARY, kb, today=TODAY).to_dict()), encoding="utf-8")
    document = json.loads(ran(commands.diff, session(format="json"), old=str(saved), new=EXEMPLARY))
    assert (document["attribution"], document["findings"], document["different"]) == ("elimination", [], [])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"schema_version": 2, "verdict": "hold"}, "A101"),
        ({"schema_version": 1, "assessments": []}, "A102"),
        ({"schema_version": 1, "verdict": "hold", "findings": [{}], "trace": []}, "A103"),
        ({"schema_version": 1, "verdict": "hold", "findings": [7], "trace": []}, "A103"),
    ],
)
def test_what_is_no_saved_assessment_is_refused_with_a_cure(data: dict[str, Any], code: str, tmp_path: Path) -> None:
    path = tmp_path / "saved.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        ran(commands.diff, session(), old=str(path), new=EXEMPLARY)
    (problem,) = refused.value.problems
    assert problem.code == code
    assert problem.cure is not None


def _places(data: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield where something stands in a machine form: everything of objects, the first of lists."""
    for key, value in data.items() if isinstance(data, dict) else enumerate(data[:1]) if isinstance(data, list) else ():
        yield (*way, key)
        yield from _places(value, (*way, key))


@pytest.mark.parametrize("wrong", ["zzz", 7, None, [], {}, [1], {"a": 1}], ids=repr)
def test_no_damage_to_a_saved_assessment_is_a_bug(wrong: Any) -> None:
    import advise

    kb = advise.load_rules()
    whole = json.dumps(advise.assess(WAKAYAMA, kb, today=TODAY).to_dict())
    sound, refused = edition_of(json.loads(whole)), set()
    for *way, last in _places(json.loads(whole)):
        damaged = json.loads(whole)
        part = damaged
        for key in way:
            part = part[key]
        part[last] = wrong
        try:
            edition = edition_of(damaged)
        except ProblemsError as error:
            refused.add(error.problems[0].code)
            continue
        for pair in ((sound, edition), (edition, sound)):
            found = saved_difference(*pair)
            assert as_text(difference_report(found, Teller(kb, "en"), full=False).headed, Display())
            json.dumps(difference_document(found))
    assert refused <= {"A101", "A103"}
    assert "A103" in refused


def test_a_saved_verdict_that_nothing_accounts_for_is_not_told_as_no_difference(tmp_path: Path) -> None:
    import advise

    saved = tmp_path / "saved.json"
    whole = advise.assess(WAKAYAMA, advise.load_rules(), today=TODAY).to_dict()
    saved.write_text(json.dumps({**whole, "verdict": "proceed"}), encoding="utf-8")
    said = ran(commands.diff, session(), old=str(saved), new=WAKAYAMA)
    assert "Nothing is different" not in said
    assert "The verdict was “So far nothing was found that has to be put right first”" in said


@pytest.mark.parametrize("end", ["html", "md", "json"])
def test_a_comparison_is_written_and_written_again_but_not_over_the_file_of_someone_else(
    end: str, tmp_path: Path
) -> None:
    path = tmp_path / f"cities.{end}"
    for _ in range(2):
        assert str(path) in ran(commands.compare, session(), projects=(WAKAYAMA, IZUKO), output=str(path))
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(Refusal):
        ran(commands.compare, session(), projects=(WAKAYAMA, IZUKO), output=str(path))
    assert path.read_text(encoding="utf-8") == "mine"


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    data = json.loads(Path(EXEMPLARY).read_text(encoding="utf-8"))
    hostile = "</b><script>\u202e\x1b[31m|*x*\n"
    data["project"]["name"] = hostile
    for element in (*data["organisations"], *data["goals"], *data["kpis"]):
        element["name"] = hostile
    other = copy.deepcopy(data)
    other["commitment"]["by"] = "staff"
    other["kpis"] = []
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text(json.dumps(data), encoding="utf-8")
    new.write_text(json.dumps(other), encoding="utf-8")
    for kind in ("text", "md"):
        made = session(format=kind, full=True)
        for text in (
            ran(commands.diff, made, old=str(old), new=str(new)),
            ran(commands.improve, made, project=str(new), wanted="proceed"),
            ran(commands.compare, made, projects=(str(old), str(new))),
        ):
            assert "\x1b" not in text
            assert "\u202e" not in text
            assert kind == "text" or "<script>" not in text


def test_nothing_near_is_told(kb: KnowledgeBase) -> None:
    assert "No finding is near" in as_text(nearly_report((), Teller(kb, "en"), full=False).headed, Display())


def test_what_clears_nothing_but_a_prediction_does_not_begin_with_and(tmp_path: Path) -> None:
    entry = {"kind": "local_company", "involved": True, "champion_identified": False, "role_defined": False}
    project = {
        "project": {"phase": "preparation"},
        "organisations": [{"id": f"o{number}", **entry} for number in range(2)],
    }
    (tmp_path / "p.json").write_text(json.dumps(project), encoding="utf-8")
    text = ran(commands.improve, session(), project=str(tmp_path / "p.json"))
    assert not re.search(r"clears +and", text)


def test_a_fact_of_a_long_list_is_told_in_few_lines_unless_all_are_wanted(tmp_path: Path) -> None:
    elements = [{"id": f"o{number}", "name": f"Org {number}"} for number in range(30)]
    (tmp_path / "p.json").write_text(json.dumps({"organisations": elements}), encoding="utf-8")
    asked = {"code": "organisations[].involved", "project": str(tmp_path / "p.json")}
    text = ran(commands.explain, session(), **asked)
    assert "all 30 organisations concerned: unknown" in text
    assert (text.count("--set organisations/"), "and 24 more: --full" in text) == (6, True)
    assert ran(commands.explain, session(full=True), **asked).count("--set organisations/") == 30
