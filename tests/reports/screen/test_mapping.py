"""What the columns and values of a table that already exists mean is written in a file, and proposed for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.problems.problem import ProblemsError
from advise.reports.screen.intake import Intake
from advise.reports.screen.mapping import proposal, read_mapping

from .calls import text_table

TABLE = [
    ["申請番号", "概要", "いまの状況", "社長の宣言", "予算額"],
    ["A1", "港の見守り", "構想中", "した", "300"],
    ["A2", "除雪", "運用中", "まだ", "200"],
    ["A3", "花", "準備", "これから確認", "100"],
]
MAPPING = """
columns:
  いまの状況: project.phase
  社長の宣言: commitment.declared
values:
  project.phase: {構想中: idea, 運用中: 開始後}
  commitment.declared: {した: true, まだ: false, これから確認: null}
"""


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_columns_and_values_mean_what_the_mapping_says(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    intake = Intake(kb, read_mapping(written(tmp_path / "m.yaml", MAPPING), kb))
    intake.look([text_table(tmp_path / "call.csv", TABLE)])
    found = {entry.id: entry for entry in intake.entries()}
    assert [trouble for entry in found.values() for trouble in entry.troubles] == []
    assert {name: entry.data for name, entry in found.items()} == {
        "A1": {"project": {"phase": "idea"}, "commitment": {"declared": True}},
        "A2": {"project": {"phase": "launched"}, "commitment": {"declared": False}},
        "A3": {"project": {"phase": "preparation"}},
    }


def test_a_value_means_something_else_in_another_column(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    mapping = "values:\n  capitals/human.assessed: {a: true}\n  capitals/economic.assessed: {a: false}"
    intake = Intake(kb, read_mapping(written(tmp_path / "m.yaml", mapping), kb))
    rows = [["id", "capitals/human.assessed", "capitals/economic.assessed"], ["R1", "a", "a"]]
    intake.look([text_table(tmp_path / "call.csv", rows)])
    [entry] = intake.entries()
    assert entry.data == {"capitals": {"human": {"assessed": True}, "economic": {"assessed": False}}}


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("columns: {a: project.phse}", "T133", 1),
        ("columns: {a: [project.phase]}", "T133", 1),
        ("columns: [project.phase]", "T132", 1),
        ("column:\n  a: project.phase", "T131", 1),
        ("values:\n  project.phase:\n    a: later", "T135", 3),
        ("values:\n  commitment.declared: {a: 2}", "T135", 2),
        ("values:\n  organisations: {a: b}", "T134", 2),
        ("values:\n  nothing: {a: b}", "T133", 2),
        ("values:\n  project.phase: idea", "T132", 2),
        ("columns:\n  A b: project.phase\n  Ａb: commitment.declared", "T136", 3),
        ("values:\n  commitment.declared:\n    ok: true\n    OK: false", "T136", 4),
    ],
)
def test_what_is_wrong_in_a_mapping_is_told_with_its_line_and_a_cure(
    text: str, code: str, line: int, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    with pytest.raises(ProblemsError) as caught:
        read_mapping(written(tmp_path / "m.yaml", text), kb)
    [problem] = caught.value.problems
    assert problem.code == code
    assert problem.place is not None
    assert problem.place.line == line
    assert problem.cure is not None


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_proposal_names_known_columns_and_changes_nothing_until_somebody_takes_its_signs_away(
    language: str, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    table = [
        ["番号", "段階（いま）", kb.vocabulary.facts["commitment.declared"].label["ja"], "予算額"],
        ["A1", "構想中", "した", "300"],
    ]
    intake = Intake(kb)
    text = proposal(intake.unread([text_table(tmp_path / "call.csv", table)]), kb, language, "call.csv")
    found = read_mapping(written(tmp_path / "m.yaml", text), kb)
    assert (found.columns, found.values) == ({"番号": "id", table[0][2]: "commitment.declared"}, {})
    assert '  # "予算額": ?\n' in text
    assert '  #   "した": ?\n' in text
    assert "  # commitment.declared:    # true, false, null\n" in text
    assert "call.csv" in text


def test_a_proposal_names_the_fact_whose_name_is_most_like_a_head(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    label = kb.vocabulary.facts["agreement.status"].label["ja"]
    table = [["番号", f"{label}（現在）", "phase of project"], ["A1", "signed", "idea"]]
    text = proposal(Intake(kb).unread([text_table(tmp_path / "call.csv", table)]), kb, "ja", "call.csv")
    assert f'  # "{label}（現在）": agreement.status    # {label}\n' in text
    assert '  # "phase of project": project.phase' in text


@pytest.mark.parametrize(
    ("head", "fact"),
    [
        ("人口（人）", "city.population"),
        ("共創相手", "project.co_created"),
        ("成功基準", "project.success_criterion_stated"),
        ("デジタル活用", "project.uses_digital"),
        ("Starting point", "project.origin"),
        ("Has a coordinator", "coordinator.present"),
        ("Criteria for success", "project.success_criterion_stated"),
        ("意思表明", "commitment.declared"),
        ("協定", "agreement.status"),
        ("Agreement", "agreement.status"),
        ("Agreement signed", "agreement.status"),
        ("Opposed parties", "parties.opposed"),
    ],
)
def test_a_head_is_understood_by_the_words_that_few_columns_have(
    head: str, fact: str, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    text = proposal(Intake(kb).unread([text_table(tmp_path / "call.csv", [["番号", head]])]), kb, "ja", "call.csv")
    assert f'  # "{head}": {fact}' in text


@pytest.mark.parametrize(
    "head",
    ["協定締結", "開始日", "連携先", "企業名", "表明日", "Contact", "Applicant", "Company name", "Status"],
)
def test_a_head_that_is_like_a_name_but_about_something_else_has_no_proposal(
    head: str, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    text = proposal(Intake(kb).unread([text_table(tmp_path / "call.csv", [["番号", head]])]), kb, "ja", "call.csv")
    assert f'  # "{head}": ?' in text


@pytest.mark.parametrize("head", ["フェーズ", "ステージ", "Stage", "現在の段階"])
def test_a_phase_is_known_by_the_words_that_offices_have_for_it(
    head: str, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    text = proposal(Intake(kb).unread([text_table(tmp_path / "call.csv", [["番号", head]])]), kb, "ja", "call.csv")
    assert f'  "{head}": project.phase' in text


def test_a_proposal_tells_what_every_value_of_a_known_column_means_and_leaves_open_what_it_cannot_tell(
    kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    cells = ["はい", "○", "ハイ", "ﾊｲ", "×", "済", "確認済", "未確認", "未", "△", "分からない", "－", "はい"]
    rows = [[f"R{n}", cell, "準備", "12" if n else "多い", "はい"] for n, cell in enumerate(cells)]
    near = kb.vocabulary.facts["top.visited_site"].label["ja"] + "（現在）"
    table = [["番号", "commitment.declared", "project.phase", "city.population", near], *rows]
    text = proposal(Intake(kb).unread([text_table(tmp_path / "call.csv", table)]), kb, "ja", "call.csv")
    found = read_mapping(written(tmp_path / "m.yaml", text), kb)
    assert found.values == {
        "commitment.declared": {
            "はい": True,
            "○": True,
            "ハイ": True,
            "×": False,
            "済": True,
            "未確認": None,
            "分からない": None,
            "－": None,
        },
        "project.phase": {"準備": "preparation"},
    }
    assert '    # "確認済": true\n' in text
    for open_ in ("未", "△"):
        assert f'    # "{open_}": ?\n' in text
    assert '  #   "多い": ?\n' in text
    assert '"12"' not in text
    assert '  # top.visited_site:    # true, false, null\n  #   "はい": true\n' in text


def test_a_proposal_is_read_as_it_stands_whatever_tables_it_is_made_of(
    kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    for name, cell in (("a.csv", "はい"), ("b.csv", "いいえ")):
        text_table(tmp_path / name, [["id", "commitment.declared"], ["R1", cell]])
    text_table(tmp_path / "organisations.csv", [["project", "id", "organisations[].involved"], ["R1", "x", "○"]])
    paths = [tmp_path / name for name in ("a.csv", "b.csv", "organisations.csv")]
    text = proposal(Intake(kb).unread(paths), kb, "ja", "a.csv")
    found = read_mapping(written(tmp_path / "m.yaml", text), kb)
    assert found.values["commitment.declared"] == {"はい": True, "いいえ": False}
    assert found.values["organisations[].involved"] == {"○": True}


def test_a_table_of_which_nothing_is_known_has_a_proposal_too(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    path = text_table(tmp_path / "call.csv", [["budget", "telephone"], ["3", "x"]])
    text = proposal(Intake(kb).unread([path]), kb, "en", "call.csv")
    assert '# "budget": ?' in text
    assert '# "telephone": ?' in text
