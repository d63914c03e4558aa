"""The benchmarks run, and what is measured beside one another says the same. No time is tested: machines differ."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import duckdb
import pytest

from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.evaluate import Evaluator
from advise.engine.project.address import subject_of_outcome
from advise.engine.project.memory import WorkingMemory
from advise.engine.project.project import read_project
from advise.reports.screen.intake import Intake

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT))

from benchmarks import cold, hand_written, house, many, measure, screen, warm  # noqa: E402
from benchmarks.__main__ import README, replaced, table  # noqa: E402
from benchmarks.bases import EXAMPLES, example, facts_in, with_facts, with_only, with_rules  # noqa: E402
from benchmarks.hand_written_sql import COLUMNS, query  # noqa: E402
from benchmarks.projects import documents  # noqa: E402

NAMES = [path.stem for path in sorted(EXAMPLES.glob("*.json"))]


def poorer(memory: WorkingMemory, random: Random) -> WorkingMemory:
    """Return a copy in which some facts, and perhaps whole lists, are not known."""
    return WorkingMemory(
        {name: value for name, value in memory.project.items() if random.random() < 0.7},
        {
            path: [
                {name: value for name, value in element.items() if name == "id" or random.random() < 0.7}
                for element in elements
            ]
            for path, elements in memory.elements.items()
            if path.startswith(("capitals", "$")) or random.random() < 0.8
        },
        frozenset(path for path in sorted(memory.closed) if random.random() < 0.8),
    )


@pytest.mark.parametrize("name", NAMES)
def test_the_hand_written_rules_say_what_the_rules_say(name: str, kb: CompiledKnowledgeBase) -> None:
    evaluator = Evaluator(with_only(hand_written.CODES, kb))
    assert len(evaluator.rules) == len(hand_written.CODES) == 30
    memory = example(name, kb).memory
    random = Random(name)
    for one in (memory, *(poorer(memory, random) for _ in range(50))):
        assert hand_written.conclusions(one) == evaluator.run(one)


def test_the_way_of_a_rule_is_followed_from_its_file_to_the_memo() -> None:
    command = [sys.executable, "-m", "benchmarks.house"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    files = [line.partition(":")[0] for line in told.splitlines()]
    assert {"engine/knowledge/rules.py", "engine/assess/findings.py", "reports/memo/actions.py"} <= {*files}
    assert house.figures()[-1].value == str(len(files))


def test_the_hand_written_rules_and_their_sql_conclude_of_typical_projects_what_the_rules_conclude(
    kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    evaluator, data = Evaluator(with_only(hand_written.CODES, kb)), list(documents(150, kb.vocabulary))
    (tmp_path / "all.ndjson").write_text("".join(json.dumps(one) + "\n" for one in data), encoding="utf-8")
    with duckdb.connect() as connection:
        rows = set(connection.execute(query(), [str(tmp_path / "all.ndjson"), COLUMNS]).fetchall())
    expected = set()
    for number, one in enumerate(data, 1):
        memory = read_project(one, kb).memory
        found, by_hand = evaluator.run(memory), hand_written.conclusions(memory)
        assert (by_hand.outcomes, by_hand.derived) == (found.outcomes, found.derived)
        for (code, name), truth in found.outcomes.items():
            subject = subject_of_outcome((code, name), kb)
            expected |= {(number, code, subject, truth)} if truth is not False else set()
    assert rows == expected


def test_projects_of_a_foreign_policy_are_read_and_judged_as_by_hand() -> None:
    judged, read = warm.from_bytes(1, 40)
    assert judged.ratio is not None
    assert read.ratio is not None


@pytest.mark.parametrize("run", [warm.one_project, warm.ranking])
def test_every_figure_of_one_project_is_measured(
    run: Callable[..., list[measure.Figure]], kb: CompiledKnowledgeBase
) -> None:
    assert all(figure.value for figure in run(kb, 1))


def test_many_projects_are_measured(kb: CompiledKnowledgeBase) -> None:
    assert all(figure.ratio for figure in many.figures(kb, 1, 20))


def test_growth_is_measured(kb: CompiledKnowledgeBase) -> None:
    assert len(warm.growth_with_facts(kb, 1, (20, 200))) == 4
    assert len(warm.growth_with_rules(kb, 1, (1, 2))) == 2
    assert len(warm.questions(kb, 2, (3, 6))) == 4


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_memory_is_watched(kb: CompiledKnowledgeBase) -> None:
    assert len(warm.memory(kb, 10)) == 1


def test_loading_is_measured_with_a_cache_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ADVISE_CACHE", str(tmp_path))
    assert len(warm.loading(1)) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="asks the operating system for processor time")
def test_starts_are_measured_and_imports_are_counted() -> None:
    starts = cold.starts(1)
    assert [figure.ratio is not None and figure.ratio > 0 for figure in starts] == [True] * 4
    assert all(figure.value[0].isdigit() for figure in cold.imports())
    assert "| what | figure |" in table({"A start": starts})


@pytest.mark.parametrize("count", [20, 50, 150, 500])
def test_a_project_has_about_as_many_facts_as_asked_for(count: int, kb: CompiledKnowledgeBase) -> None:
    assert count * 0.85 <= facts_in(with_facts(count, kb)) <= count * 1.5


def test_copies_of_rules_conclude_what_their_originals_conclude(kb: CompiledKnowledgeBase) -> None:
    outcomes = Evaluator(with_rules(2, kb)).run(example("columbus", kb).memory).outcomes
    originals = {key: truth for key, truth in outcomes.items() if not key[0].endswith("x1")}
    assert {(f"{code}x1", subject): truth for (code, subject), truth in originals.items()} | originals == outcomes


@pytest.mark.skipif(sys.platform == "win32", reason="asks the operating system for processor time")
def test_a_call_is_read_whole_and_measured(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    screen.workbook(tmp_path / "call.xlsx", documents(12, kb.vocabulary), kb)
    intake = Intake(kb)
    intake.look([tmp_path / "call.xlsx"])
    found = {entry.id: entry.read(kb)[1] for entry in intake.entries()}
    assert found == {f"R{number}": () for number in range(1, 13)}
    assert [figure.ratio is not None for figure in screen.figures(kb, 1, 12)] == [True, True]


def test_a_section_is_kept_without_the_others() -> None:
    text = README.read_text(encoding="utf-8")
    found = {"A call": [measure.Figure("to the page", "1 ms", "bare read 1 ms", 1.0, "10x", True)]}
    then = replaced(text, found)
    lost, gained = (set(one.splitlines()) - set(other.splitlines()) for one, other in ((text, then), (then, text)))
    assert {line for line in gained if line.startswith("|")} == {
        "| to the page | 1 ms | bare read 1 ms | 1.00x | 10x | met |"
    }
    lost = {line for line in lost if line.startswith("|")}
    assert all(line.startswith("| 2000 projects") for line in lost)
    assert replaced(then, found) == then
