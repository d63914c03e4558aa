"""A sheet goes out and comes back: every answer that a project can hold survives the way, and nothing else is written."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advise.engine.assess import assess
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.interview.page import pages_of
from advise.engine.interview.plan import Questionnaire
from advise.engine.project.address import Address
from advise.engine.project.project import Project, read_project
from advise.engine.project.values import says_the_same
from advise.engine.reading.edited_file import edited, open_file
from advise.reports.app.sheet import change_lines
from advise.reports.sheet.make import make
from advise.reports.sheet.merge import AnswerChange
from advise.reports.sheet.read import SheetRead, read
from advise.reports.sheet.rows import Desk
from advise.reports.sheet.workbook import Cover, PersonPage, workbook
from advise.reports.writers.layout import width

from ...engine.answers import element, json_value, put
from ...work import work
from .office import AT, converted, filled, needs_office, questions

NAMES = ["安全、安心なまち", "KPI #1", "City hall; planning", "=SUM(A1)", "y", "2", "みどり/みず", " 架空市 "]
TEXTS = [
    "=1+1",
    "「引用」",
    '"q"',
    "0",
    "はい",
    "分からない",
    "a；b",
    "https://example.com/",
    "10人; 20人",
    "３月末",
    "x" * 9_000,
]


def test_what_was_not_touched_changes_nothing(tmp_path: Path, kb: CompiledKnowledgeBase) -> None:
    for seed in range(8):
        path = tmp_path / "project.json"
        path.write_text(json.dumps(document(Random(seed), kb, ghosts=True), ensure_ascii=False), encoding="utf-8")
        sheet = made(path, kb, ("en", "ja")[seed % 2], everything=True)
        outcome = back(sheet, path, kb)
        assert outcome.merged.changes == []
        assert outcome.merged.edits == []
        assert outcome.notes == ()


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000), language=st.sampled_from(["en", "ja"]))
def test_every_fact_survives_the_way(
    seed: int, language: str, tmp_path_factory: pytest.TempPathFactory, kb: CompiledKnowledgeBase
) -> None:
    folder = tmp_path_factory.mktemp("way")
    data = document(Random(seed), kb)
    full, bare = folder / "full.json", folder / "bare.json"
    full.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    bare.write_text(json.dumps(without_facts(data, kb), ensure_ascii=False), encoding="utf-8")
    whole = read_project(open_file(full).document, kb)
    told = {id_: row[AT["answer"]] for id_, row in questions(made(full, kb, language, everything=True)).items()}
    sheet = everything_asked(bare, kb, language)
    ids = questions(sheet)
    said = {id_: text for id_, text in told.items() if text != "" and id_ in ids}
    outcome = back(filled(sheet, said, by="市役所 鈴木"), bare, kb)
    content = edited(open_file(bare).content, outcome.merged.edits)
    found = read_project(content, kb)
    compared = 0
    for key, stated in whole.stated.items():
        if key.fact in kb.vocabulary.lists or f"{key.fact}@{key.subject or ''}" not in said:
            continue
        if not readable(stated.value):
            continue
        compared += 1
        assert says_the_same(found.stated[key].value, stated.value), key
        assert found.stated[key].by == "市役所 鈴木"
        assert found.stated[key].as_of == "2026-11-29"
    assert compared > 100


@pytest.mark.parametrize("kind", ["unknown", "not_applicable", "ask"])
def test_an_answer_that_is_no_value_survives_the_way(kind: str, tmp_path: Path, kb: CompiledKnowledgeBase) -> None:
    path = tmp_path / "project.json"
    entry = {
        "fact": "top.visited_site",
        "answer": kind,
        "on": "2026-11-01",
        **({"whom": "森"} if kind == "ask" else {}),
    }
    path.write_text(json.dumps({"asked": [entry]}), encoding="utf-8")
    sheet = made(path, kb, "ja", everything=True)
    row = questions(sheet)["top.visited_site@"]
    assert back(sheet, path, kb).merged.changes == []
    path.write_text("{}", encoding="utf-8")
    empty = made(path, kb, "ja")
    answers = {"top.visited_site@": row[AT["answer"]]}
    outcome = back(filled(empty, answers, whom={"top.visited_site@": row[AT["whom"]]}, by="鈴木"), path, kb)
    (asked,) = read_project(edited(path.read_bytes(), outcome.merged.edits), kb).asked
    assert (asked.fact, asked.answer, asked.whom, asked.by, asked.on) == (
        "top.visited_site",
        kind,
        "森" if kind == "ask" else None,
        "鈴木",
        "2026-11-29",
    )


@pytest.mark.parametrize(("cell", "asked"), [("？", ["unknown"]), ("未定", ["unknown"]), ("－", []), ("-", [])])
def test_a_question_mark_is_not_known_and_a_dash_says_nothing_and_neither_is_no(
    cell: str, asked: list[str], tmp_path: Path, kb: CompiledKnowledgeBase
) -> None:
    path = tmp_path / "project.json"
    path.write_text("{}", encoding="utf-8")
    sheet = filled(made(path, kb, "ja"), {"top.visited_site@": cell}, by="鈴木")
    outcome = back(sheet, path, kb)
    found = read_project(edited(path.read_bytes(), outcome.merged.edits), kb)
    assert [one.answer for one in found.asked] == asked
    assert not found.stated


@needs_office
@pytest.mark.parametrize("form", ["ods", "xlsx"])
def test_a_sheet_that_libreoffice_saved_is_read(form: str, tmp_path: Path, kb: CompiledKnowledgeBase) -> None:
    path = tmp_path / "project.json"
    path.write_text(json.dumps({"project": {"name": "港"}}, ensure_ascii=False), encoding="utf-8")
    answers = {
        "commitment.declared@": "はい",
        "commitment.by@": "社長（CEO）"
        if "社長（CEO）" in labels(kb, "commitment.by")
        else labels(kb, "commitment.by")[0],
        "city.population@": "１２万",
        "organisations@": "千草市\n青葉電機",
        "project.origin@": "分からない",
    }
    sheet = filled(made(path, kb, "ja"), answers, by="鈴木")
    outcome = back(converted(sheet, form), path, kb)
    found = read_project(edited(path.read_bytes(), outcome.merged.edits), kb)
    assert value(found, "city.population") == 120_000
    assert value(found, "commitment.declared") is True
    assert list(found.names.values()) == ["千草市", "青葉電機"]
    assert [one.fact for one in found.asked if one.answer == "unknown"] == ["project.origin"]


@needs_office
def test_what_libreoffice_saves_untouched_changes_nothing(tmp_path: Path, kb: CompiledKnowledgeBase) -> None:
    path = tmp_path / "project.json"
    path.write_text(json.dumps(document(Random(5), kb), ensure_ascii=False), encoding="utf-8")
    for form in ("ods", "xlsx"):
        assert back(converted(made(path, kb, "ja", everything=True), form), path, kb).merged.edits == []


# What goes out and comes back


def made(path: Path, kb: CompiledKnowledgeBase, language: str, **settings: Any) -> Path:
    """Make the sheet of a project."""
    project = read_project(open_file(path).document, kb)
    found = make(project, assess(project, kb, today="2026-11-29"), kb, language, day="2026-11-29", **settings)
    assert found is not None
    target = path.parent / "questions.xlsx"
    target.write_bytes(found.content)
    return target


def everything_asked(path: Path, kb: CompiledKnowledgeBase, language: str) -> Path:
    """Make a sheet with every question that there is, whether it matters or not."""
    project = read_project(open_file(path).document, kb)
    assessment = assess(project, kb, today="2026-11-29")
    desk = Desk(project, assessment, kb, language)
    pages = pages_of(project, assessment, Questionnaire(kb))
    keys = [cell.address for page in pages for cell in page.cells if not cell.new]
    rows = [desk.row(key, filled=False) for key in keys if key.fact not in kb.vocabulary.lists]
    meta = {"format": "1", "rules": kb.version, "file": path.name, "language": language}
    target = path.parent / "everything.xlsx"
    target.write_bytes(workbook(Cover("t", "b", "2026-11-29", "d"), [PersonPage("q", rows)], meta, language))
    return target


def back(sheet: Path, path: Path, kb: CompiledKnowledgeBase, **settings: Any) -> SheetRead:
    """Read a sheet that came back."""
    file = open_file(path)
    return read(sheet, file, read_project(file.document, kb), kb, "en", on="2026-11-29", **settings)


def document(random: Random, kb: CompiledKnowledgeBase, *, ghosts: bool = False) -> dict[str, Any]:
    """Return a project of which everything is known, with names and texts that are hard to carry."""
    data: dict[str, Any] = {}
    for path, listed in kb.vocabulary.lists.items():
        if not listed.members and not path.startswith("$"):
            names = random.sample(NAMES, 3)
            put(data, path.split("."), [{"id": f"{path[0]}{n}", "name": name} for n, name in enumerate(names)])
    for path, listed in kb.vocabulary.lists.items():
        if not listed.members and not path.startswith("$"):
            inner: Any = data
            for part in path.split("."):
                inner = inner[part]
            for item in inner:
                item.update({**element(random, item["id"], path, data, kb), "name": item["name"]})
    for fact in kb.vocabulary.facts.values():
        if fact.source is None and not fact.path.startswith("complete."):
            put(data, fact.path.split("."), hard(random, json_value(random, fact, data, kb), fact.type))
        elif fact.source is not None and kb.vocabulary.lists[fact.source].members:
            for member in kb.vocabulary.lists[fact.source].members:
                put(
                    data,
                    [fact.source, member, fact.attribute],
                    hard(random, json_value(random, fact, data, kb), fact.type),
                )
    return data if ghosts else without_ghosts(data)


def without_ghosts(data: Any) -> Any:
    """Return a project that refers to nothing that is not there."""
    if isinstance(data, dict):
        return {key: without_ghosts(one) for key, one in data.items()}
    return [without_ghosts(one) for one in data if one != "ghost"] if isinstance(data, list) else data


def hard(random: Random, value: Any, kind: str) -> Any:
    """Return a text that is hard to carry in place of a plain one."""
    if kind == "text":
        return random.choice(TEXTS)
    return random.sample(TEXTS, 2) if kind == "texts" else value


def without_facts(data: dict[str, Any], kb: CompiledKnowledgeBase) -> dict[str, Any]:
    """Return a project with the same elements, about which nothing is known."""
    bare: dict[str, Any] = {}
    for path, listed in kb.vocabulary.lists.items():
        if not listed.members and not path.startswith("$"):
            inner: Any = data
            for part in path.split("."):
                inner = inner[part]
            put(bare, path.split("."), [{"id": one["id"], "name": one["name"]} for one in inner])
    return bare


def readable(value: Any) -> bool:
    """Tell whether a value can be typed at all: not every text can, and not an id of nothing."""
    texts = value if isinstance(value, list) else [value]
    return not any(
        isinstance(one, str) and one in ("0", "分からない", "a；b", "10人; 20人", "「引用」", '"q"') for one in texts
    )


def labels(kb: CompiledKnowledgeBase, fact: str) -> list[str]:
    return [label["ja"] for label in kb.vocabulary.facts[fact].values.values()]


def value(project: Project, fact: str) -> Any:
    return project.stated[Address(fact)].value


def test_answers_to_choose_from_are_worded_once_for_all_elements(kb: CompiledKnowledgeBase) -> None:
    def rows(number: int) -> int:
        lists = ("goals", "kpis", "themes")
        project = read_project({one: [{"id": f"{one}{nth}"} for nth in range(number)] for one in lists}, kb)
        desk = Desk(project, assess(project, kb, interpreter="evaluate"), kb, "en")
        return work(lambda: [desk.row(key, filled=False) for key in desk.keys(everything=False)])

    assert rows(40) < 3 * rows(20)


def test_many_answers_are_told_together_with_every_cell_and_few_one_by_one() -> None:
    changes = [AnswerChange(f"事業責任者!D{n}", f"点{n}", "未回答", ("はい", "いいえ")[n % 2]) for n in range(2, 32)]
    lines = change_lines(changes, "ja", 80)
    assert len(lines) <= 12
    told = "".join(line.strip() for line in lines)
    assert [one for one in changes if f"{one.place.rpartition('!')[2]} {one.fact}" not in told] == []
    assert told.startswith("事業責任者（15件）未回答 → はい：D2 点2、")
    assert max(map(width, lines)) <= 80
    few = change_lines(changes[:3], "en", 80)
    assert few == [f"{one.place} {one.fact}: 未回答 -> {one.new}" for one in changes[:3]]
