"""What an answer would raise or rule out has the severity that it would have in this project."""

from __future__ import annotations

from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.interview.consequences import consequences
from advise.engine.project.address import Address
from advise.engine.project.project import read_project
from advise.engine.whatif.effects import WhatIf


def test_an_answer_rules_out_what_another_would_raise(kb: CompiledKnowledgeBase) -> None:
    """SEL-02 is a blocker while the city is being chosen, and major afterwards."""
    for phase, severity in (("preparation", "major"), ("field_selection", "blocker")):
        project = read_project({"project": {"phase": phase}}, kb)
        found = consequences(WhatIf(kb, project.memory), Address("capitals.*.assessed", "capitals/human"))
        raised = {one.severity for each in found for one in each.added if one.code == "SEL-02"}
        ruled_out = {one.severity for each in found for one in each.ruled_out if one.code == "SEL-02"}
        assert (raised, ruled_out) == ({severity}, {severity})
