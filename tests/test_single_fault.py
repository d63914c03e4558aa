"""From the exemplary project, one fault at a time: exactly the findings that follow from it appear or disappear."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from pathlib import Path

import pytest

from advise.engine.assess import assess
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.project.assumptions import with_assumptions
from advise.engine.project.project import Project
from advise.engine.reading.document import Document, read_document

from .single_faults import FAULTS

EXEMPLARY = Path(__file__).resolve().parents[1] / "examples" / "exemplary.json"
ALWAYS_REPLACED = {"SEL-18"}  # by SEL-07, which says why
CHOICES = ("bool", "enum", "set", "texts", "refs")


@lru_cache(maxsize=1)
def exemplary() -> Document:
    return read_document(EXEMPLARY)


def changed(changes: str, kb: CompiledKnowledgeBase) -> Project:
    return with_assumptions(exemplary(), changes.split(), kb)


def found(project: Project, kb: CompiledKnowledgeBase) -> set[str]:
    """Return what is found, with a `~` before what is upcoming only."""
    return {
        ("~" if finding.kind == "upcoming" else "")
        + (finding.code if finding.subject is None else f"{finding.code}:{finding.subject}")
        for finding in assess(project, kb, today="2026-11-22").findings
    }


@pytest.mark.parametrize("changes", FAULTS)
def test_exactly_what_follows_from_a_fault_appears(changes: str, kb: CompiledKnowledgeBase) -> None:
    before, after = found(changed("", kb), kb), found(changed(changes, kb), kb)
    assert after - before | {f"-{gone}" for gone in before - after} == set(FAULTS[changes].split())


def test_every_code_is_reached(kb: CompiledKnowledgeBase) -> None:
    written = chain(found(changed("", kb), kb), *map(str.split, FAULTS.values()))
    assert {rule.code for rule in kb.rules} - {finding.partition(":")[0] for finding in written} == ALWAYS_REPLACED


def test_every_fact_with_a_choice_is_changed(kb: CompiledKnowledgeBase) -> None:
    touched = {fact for changes in FAULTS for fact, _ in changed(changes, kb).assumed}
    touched |= {change.partition("=")[0] for changes in FAULTS for change in changes.split()}
    typed = {path: fact.type for path, fact in kb.vocabulary.facts.items()}
    assert {path for path, kind in typed.items() if kind in CHOICES} - touched == set()
