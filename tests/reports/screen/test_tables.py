"""Tables of projects, however they were saved, are read as the projects that they are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from advise.engine.assess import assess
from advise.engine.assess.run import brief
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.project.project import read_project
from advise.reports.screen.intake import Intake

from .calls import HEAD, ROWS, text_table, workbook


def data_of(kb: CompiledKnowledgeBase, *paths: Path, mapping: Any = None) -> dict[str, Any]:
    """Return the data of the projects in files; all of them can be read."""
    intake = Intake(kb, mapping)
    intake.look(list(paths))
    found = {entry.id: entry for entry in intake.entries()}
    assert [trouble for entry in found.values() for trouble in entry.troubles] + intake.troubles == []
    return {name: entry.data for name, entry in found.items()}


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
def test_a_csv_file_is_read_whatever_its_delimiter_and_encoding(
    delimiter: str, encoding: str, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    rows = [HEAD, ["R1", "港湾の見守り", "preparation", "はい"]]
    found = data_of(kb, text_table(tmp_path / "call.csv", rows, delimiter, encoding))
    assert found == {
        "R1": {"project": {"name": "港湾の見守り", "phase": "preparation"}, "commitment": {"declared": True}}
    }


@pytest.mark.parametrize("language", ["ja", "en"])
def test_columns_are_known_by_label_question_and_name(language: str, kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    facts = [kb.vocabulary.facts[name] for name in HEAD[1:]]
    labelled = [["id", *(fact.label[language] for fact in facts)], *ROWS]
    asked = [["No.", *(fact.question[language] for fact in facts)], *ROWS]
    named = data_of(kb, text_table(tmp_path / "a.csv", [HEAD, *ROWS]))
    assert data_of(kb, text_table(tmp_path / "b.csv", labelled)) == named
    assert data_of(kb, text_table(tmp_path / "c.csv", asked)) == named
    assert set(named) == {"R1", "R2", "R3"}
    assert "commitment" not in named["R3"]


def test_every_fact_has_a_column_under_its_label_in_both_languages(kb: CompiledKnowledgeBase) -> None:
    from advise.reports.screen.fields import folded, head, sheets

    for sheet in sheets(kb):
        for field in sheet.fields:
            for language in ("en", "ja"):
                assert sheet.names[folded(head(field, kb, language))] == field
            assert sheet.names[folded(field.key)] == field


def test_a_title_above_the_head_is_no_head(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    rows = [["Call of 2026"], [], HEAD, *ROWS]
    assert set(data_of(kb, text_table(tmp_path / "call.csv", rows))) == {"R1", "R2", "R3"}


YES = ["はい", "○", "〇", "◯", "済", "１", "1", 1, True, "YES", "ある", "✓"]


@pytest.mark.parametrize("cell", YES, ids=str)
def test_whatever_people_write_for_yes_is_yes(cell: Any, kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    found = data_of(kb, workbook(tmp_path / "call.xlsx", {"Projects": [HEAD, ["R1", "", "idea", cell]]}))
    assert found["R1"]["commitment"] == {"declared": True}


@pytest.mark.parametrize(
    "cell", ["分からない", "わからない", "不明", "未定", "？", "?", "-", "－", "―", "I do not know", "", "   "]
)
def test_whatever_says_that_nothing_is_known_states_nothing(
    cell: str, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    found = data_of(kb, text_table(tmp_path / "call.csv", [HEAD, ["R1", "Snow", "idea", cell]]))
    assert "commitment" not in found["R1"]


@pytest.mark.parametrize("cell", ["分からない", "？", "－"])
def test_what_says_that_nothing_is_known_is_no_name_and_no_text(
    cell: str, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    head = ["id", "project.name", "organisations", "goals", "city.population", "project.phase"]
    found = data_of(kb, text_table(tmp_path / "call.csv", [head, ["R1", *[cell] * 4, "idea"]]))
    assert found["R1"] == {"project": {"phase": "idea"}}


def test_an_answer_that_is_called_so_is_that_answer(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    found = data_of(kb, text_table(tmp_path / "call.csv", [["id", "operation.payer_after_trial"], ["R1", "未定"]]))
    assert found["R1"] == {"operation": {"payer_after_trial": "nobody_yet"}}


@pytest.mark.parametrize("cell", ["未", "△", "要確認"])
def test_what_may_mean_no_or_not_known_is_refused_with_what_can_be_written(
    cell: str, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    intake = Intake(kb)
    intake.look([text_table(tmp_path / "call.csv", [HEAD, ["R1", "Snow", "idea", cell]])])
    (found,) = intake.entries()
    assert [one.problem.code for one in found.troubles] == ["S111"]


def test_numbers_and_sets_are_read_as_in_an_interview(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    head = ["id", "city.population", "selection.reasons", "participants.kinds"]
    label = kb.vocabulary.facts["selection.reasons"].values
    reasons = list(label)[:2]
    cell = "\n".join(label[one]["ja"] for one in reasons)
    found = data_of(kb, workbook(tmp_path / "call.xlsx", {"P": [head, ["R1", "３万", cell, 0]]}))
    assert found["R1"]["city"] == {"population": 30000}
    assert found["R1"]["selection"] == {"reasons": reasons}
    assert found["R1"]["participants"] == {"kinds": []}


def test_lists_stand_on_sheets_of_their_own_or_in_files_of_their_own(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    goals = [["project", "id", "name"], ["R1", "g1", "Fewer falls"], ["R2", "g1", "Less snow"]]
    kpis = [["project", "id", "kpis[].goals"], ["R1", "k1", "Fewer falls"], ["R2", "k1", "g1"]]
    book = workbook(tmp_path / "call.xlsx", {"Projects": [HEAD, *ROWS], "goals": goals, "KPI": kpis})
    found = data_of(kb, book)
    assert found["R1"]["goals"] == [{"id": "g1", "name": "Fewer falls"}]
    assert found["R1"]["kpis"] == [{"id": "k1", "goals": ["g1"]}]
    assert "goals" not in found["R3"]
    files = [
        text_table(tmp_path / "projects.csv", [HEAD, *ROWS]),
        text_table(tmp_path / "goals.csv", goals),
        text_table(tmp_path / "kpis.csv", kpis),
    ]
    assert data_of(kb, *files) == found


def test_what_refers_to_something_that_is_not_there_is_found_as_in_a_project_of_its_own(
    kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    goals: list[list[Any]] = [["project", "id", "name"], ["R1", 2, "Fewer falls"], ["R1", 1, "Less snow, less ice"]]
    kpis: list[list[Any]] = [
        ["project", "id", "goals"],
        *(
            ["R1", f"k{n}", text]
            for n, text in enumerate((1, "Less snow, less ice", "g7; 2", "more light", "不明", "なし"))
        ),
    ]
    sheets: dict[str, list[list[Any]]] = {
        "Projects": [HEAD, ["R1", "", "preparation", ""]],
        "goals": goals,
        "kpis": kpis,
    }
    data = data_of(kb, workbook(tmp_path / "call.xlsx", sheets))["R1"]
    assert [one.get("goals") for one in data["kpis"]] == [["1"], ["1"], ["g7", "2"], ["more light"], None, []]
    assert "INT-02" in {one.code for one in brief(read_project(data, kb), kb, "2026-11-22").findings}


def test_names_in_one_cell_are_elements_and_none_says_that_there_is_none(
    kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    head = [*HEAD, kb.vocabulary.lists["organisations"].label["ja"], "goals"]
    rows = [["R1", "", "idea", "", "Aoba Electric; City", "0"], ["R2", "", "idea", "", "", ""]]
    found = data_of(kb, text_table(tmp_path / "call.csv", [head, *rows]))
    assert found["R1"]["organisations"] == [{"id": "Aoba Electric"}, {"id": "City"}]
    assert found["R1"]["goals"] == []
    assert "organisations" not in found["R2"]


def test_a_project_without_a_number_goes_by_its_name_and_else_by_its_row(
    kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    rows = [HEAD[1:], ["Harbour", "idea", ""], ["", "idea", ""]]
    assert list(data_of(kb, text_table(tmp_path / "call.csv", rows))) == ["Harbour", "call-3"]


def test_rows_that_hold_blanks_are_no_projects(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    rows = [HEAD, ["R1", "", "idea", ""], ["", " ", "　", ""], ["\n", "", "", ""]]
    intake = Intake(kb)
    intake.look([text_table(tmp_path / "call.csv", rows)])
    assert ([entry.id for entry in intake.entries()], intake.total) == (["R1"], 1)


def test_rows_that_hold_nothing_are_no_projects(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    rows = [HEAD, ROWS[0], ["", "", "", ""], [], ROWS[1]]
    assert list(data_of(kb, text_table(tmp_path / "call.csv", rows))) == ["R1", "R2"]


def test_the_lines_of_ndjson_are_projects(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    lines = ['{"id": "R1", "project": {"phase": "idea"}}', "", '{"project": {"phase": "idea"}}']
    path = tmp_path / "call.ndjson"
    path.write_text("\ufeff" + "\n".join(lines), encoding="utf-8")
    assert list(data_of(kb, path)) == ["R1", "call-3"]


def test_a_folder_holds_project_files_and_the_schema_beside_them_is_none(
    kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    from advise.engine.project.schema import schema_text

    folder = tmp_path / "calls" / "2026"
    folder.mkdir(parents=True)
    (folder / "a.json").write_text('{"project": {"phase": "idea"}}', encoding="utf-8")
    (folder.parent / "b.yaml").write_text("project: {phase: idea}\n", encoding="utf-8")
    (folder / "advise.schema.json").write_text(schema_text(kb, "en"), encoding="utf-8")
    assert set(data_of(kb, folder.parent)) == {"2026/a", "b"}


def test_a_result_of_advise_in_a_folder_is_left_out_and_told_once(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"project": {"phase": "idea"}}', encoding="utf-8")
    (tmp_path / "r.json").write_text('{\n "schema_version": 1,\n "verdict": "hold"}', encoding="utf-8")
    (tmp_path / "laid-out.json").write_text('\ufeff{"schema_version": 1, "verdict": "hold"}', encoding="utf-8")
    intake = Intake(kb)
    intake.look([tmp_path])
    assert [one.id for one in intake.entries()] == ["a"]
    [note] = [one["en"] for one in intake.notes]
    assert note == f"{tmp_path}: 2 files hold a result of advise, no project, and are left out: laid-out.json, r.json"


def test_a_table_says_what_the_file_of_a_project_says(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    """All facts of the exemplary project, written into a table by their labels, give the same assessment."""
    from advise.engine.project.data import value_at
    from advise.reports.screen.fields import head, sheets

    example = Path(__file__).resolve().parents[3] / "examples" / "exemplary.json"
    whole = read_project(example, kb)
    source = json.loads(example.read_bytes())
    tables: dict[str, list[list[Any]]] = {}

    def cell(field: Any, data: Any) -> Any:
        value = value_at(field.way, data)
        value = value["value"] if isinstance(value, dict) and "value" in value else value
        if isinstance(value, list):
            return "\n".join(map(str, value)) or "0"
        return (
            {True: "はい", False: "いいえ", None: ""}.get(value, value)
            if not isinstance(value, (int, float)) or isinstance(value, bool)
            else value
        )

    for sheet in sheets(kb):
        fields = [one for one in sheet.fields if one.role != "names"]
        name = sheet.source or "Projects"
        tables[name] = [[head(one, kb, "ja") for one in fields]]
        listed = value_at(tuple(name.split(".")), source) if sheet.source else [source]
        listed = listed["value"] if isinstance(listed, dict) else listed
        for element in listed or []:
            tables[name].append(["R1" if one.role == "id" else cell(one, element) for one in fields])
    found = data_of(kb, workbook(tmp_path / "call.xlsx", tables))["R1"]
    ours = assess(read_project(found, kb), kb, today="2026-11-22", interpreter="evaluate")
    theirs = assess(whole, kb, today="2026-11-22", interpreter="evaluate")
    assert [(one.code, one.subject, one.outcome) for one in ours.trace] == [
        (one.code, one.subject, one.outcome) for one in theirs.trace
    ]
    assert (ours.verdict, ours.verdict_range) == (theirs.verdict, theirs.verdict_range)
