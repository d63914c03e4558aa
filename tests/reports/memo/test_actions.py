"""The actions of a memo: which come first, what each says, and what it rests on: what is cited, what is inferred, the evidence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from advise.engine.assess import Assessment
from advise.engine.compiled import CompiledKnowledgeBase
from advise.reports.memo.actions import FIRST, evidence_lines, guidance_lines
from advise.reports.words.names import Reading
from advise.reports.writers.blocks import Item, lines_of, plain
from advise.reports.writers.display import Display

from ..memos import render_markdown, report, rows, summary, table, texts
from ..projects import assessed

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


def test_at_most_five_actions_come_first_and_none_is_lost(
    everything_wrong: Assessment, kb: CompiledKnowledgeBase
) -> None:
    found = report(everything_wrong, kb)
    first, rest = table(found, "first"), table(found, "rest")
    assert len(first.rows) == FIRST
    assert len(everything_wrong.findings) > 60
    told = [row[1] for row in rows(first) + rows(rest)]
    codes = [
        text.split()[-1] if re.search(r"[A-Z]{3}-\d\d$", text) else re.findall(r"[A-Z]{3}-\d\d", text)[0]
        for text in told
    ]
    listed = [
        one for one in everything_wrong.findings if one.kind == "finding" and one.code not in kb.presentation.head
    ]
    wanted = [(finding.code, finding.severity) for finding in listed]
    assert codes == [code for code, _ in dict.fromkeys(wanted)]
    assert "".join(row[0][0] for row in rows(first)) == "12345"


def test_where_nothing_comes_first_what_weighs_less_is_not_called_more(
    kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    minor = {"project": {"phase": "preparation"}, "commitment": {"declared": True}, "top": {"visited_site": False}}
    told = texts(report(assessed(minor, kb, tmp_path), kb, "en").blocks)
    assert any(line.startswith("1 point of less weight: ") for line in told)
    assert not any(line.startswith("1 more") for line in told)


def test_an_action_says_what_why_who_and_when_and_leaves_room_for_both(
    usual: Assessment, kb: CompiledKnowledgeBase
) -> None:
    found = table(report(usual, kb), "first")
    (row,) = [row for row in found.rows if "KPI-08" in plain(lines_of(row.cells[1])[1])]
    what, why = map(plain, lines_of(row.cells[1]))
    assert what.startswith("Goal “Lighter load for carers”: Confirm this goal with the municipality")
    assert why == "The goal “Lighter load for carers” has no KPI KPI-08"
    assert plain(row.cells[3]) == "Not given"  # type: ignore[arg-type]
    assert row.more is not None
    (grounds,) = row.more.blocks
    assert isinstance(grounds, Item)
    assert [label for label, _ in grounds.rows] == ["Evidence", "Article", "Why", "Severity"]
    assert "G254" in plain(grounds.rows[1][1][0])


def test_evidence_is_told_in_words_with_its_place_small(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    project = {"commitment": {"declared": {"value": False, "source": "minutes", "as_of": "2026-05", "by": "Sato"}}}
    row = table(report(assessed(project, kb, tmp_path), kb), "first").rows[0]
    assert row.more is not None
    (grounds,) = row.more.blocks
    assert isinstance(grounds, Item)
    assert re.fullmatch(
        r"declaration of the intent to do business in the city: no source: minutes, as of 2026-05, says Sato project\.json:\d+:\d+",
        plain(grounds.rows[0][1][0]),
    )


def test_a_finding_that_is_back_says_which_decision_has_ended(
    everything_wrong: Assessment, kb: CompiledKnowledgeBase
) -> None:
    (told,) = [row[1] for row in rows(table(report(everything_wrong, kb), "first")) if "COM-02" in row[1]]
    assert told.endswith(
        "Decision: Postponed until 1 September 2026 (Sato, 1 August 2026). The time is over: the finding is back."
    )


@pytest.mark.parametrize(("language", "mark"), [("en", "our inference"), ("ja", "当方の推論")])
def test_what_a_rule_infers_is_told_as_our_inference_beside_what_it_cites(
    kb: CompiledKnowledgeBase, language: str, mark: str, tmp_path: Path
) -> None:
    project = {"phase": "launched", "concrete_activity_started": False}
    found = assessed({"project": project, "commitment": {"declared": True, "by": "division_head"}}, kb, tmp_path)
    cited = {one.code: one.source for one in found.findings}
    assert cited["COM-02"].inferred
    (row,) = [
        row for row in table(report(found, kb, language), "first").rows if "COM-02" in plain(lines_of(row.cells[1])[1])
    ]
    assert row.more is not None
    (folded,) = [one for one in row.more.blocks if isinstance(one, Item)]
    assert mark in " ".join(plain(line) for _, lines in folded.rows for line in lines)
    sound = next(one.source for one in found.findings if not one.source.inferred and one.kind == "finding")
    assert mark not in " ".join(map(plain, guidance_lines(Reading(found, kb, language), sound)))


def test_evidence_is_told_once_and_of_several_of_a_kind_each_by_its_name(
    kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    names = kb.vocabulary.lists["capitals"].members
    document = {
        "project": {"phase": "preparation"},
        "capitals": {name: {"assessed": True, "rivals_metropolis": False} for name in names},
        "goals": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
        "kpis": [{"id": "k", "name": "K", "goals": ["a"]}],
    }
    found = assessed(document, kb, tmp_path)
    reading = Reading(found, kb, "en")
    for code in ("SEL-07", "KPI-08"):
        (finding,) = [one for one in found.findings if one.code == code]
        told = [str(line[0]) for line in evidence_lines(reading, finding.evidence, 20)]
        assert len(told) == len(set(told)) > 1


@pytest.mark.parametrize(
    ("language", "again", "above"),
    [
        ("en", "Do the same as in 1.", "Do the same here."),
        ("ja", "1と同じことをします。", "ここでも同じことをします。"),
    ],
)
def test_advice_that_stands_above_is_not_told_again(
    kb: CompiledKnowledgeBase, tmp_path: Path, language: str, again: str, above: str
) -> None:
    alone = {"project": {"phase": "preparation"}, "complete": {"organisations": True}, "organisations": []}
    found = assessed(alone, kb, tmp_path)
    advice = kb.rule("ORG-02").advice[language]
    written = render_markdown(found, kb, language)
    first = written[: written.index("### ")]
    assert first.count(advice) == 1
    assert again in first
    screen = summary(found, kb, language, Display(columns=500))
    assert screen.count(advice) == 1
    assert above in screen
