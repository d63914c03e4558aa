"""The machine form of an outlook: what answers would change, the least change, and completions at both ends."""

from __future__ import annotations

from typing import Any

from ...engine.assess.completions import Completion
from ...engine.assess.model import Assessment
from ...engine.assess.space import with_value
from ...engine.knowledge.model import KnowledgeBase
from ...engine.project.address import Address
from ...engine.project.memory import WorkingMemory
from ...engine.record import picked
from ...engine.whatif.changes import as_json
from ...engine.whatif.effects import Effect
from ...engine.whatif.outlook import Outlook
from .improvement import Improved, improvement_document
from .nearly import nearly_finding


def outlook_document(outlook: Outlook, assessment: Assessment, kb: KnowledgeBase) -> dict[str, Any]:
    """Return an outlook as plain JSON data, for the key `outlook` of an assessment's machine form."""
    worst, best = outlook.completions or (None, None)
    improvement = improvement_document(Improved(assessment, outlook.improvement, outlook.ways), kb)
    about = ("schema_version", "kind", "project", "verdict", "rules_version", "product_version")
    return {
        "questions": [
            {
                **picked(one.question, "fact subject"),
                "answers": [_effect(effect, one.question.fact, kb) for effect in one.effects],
            }
            for one in outlook.prospects
        ],
        "later": [picked(question, "fact subject") for question in outlook.later],
        "improvement": {key: value for key, value in improvement.items() if key not in about},
        "nearly": [nearly_finding(one, kb) for one in outlook.near],
        "verdict_range_completions": {"worst": _completion(worst, kb), "best": _completion(best, kb)},
    }


def _effect(effect: Effect, fact: str, kb: KnowledgeBase) -> dict[str, Any]:
    return {
        "value": _value(fact, effect.value, kb),
        **picked(effect, "verdict added cleared settled"),
    }


def _completion(completion: Completion | None, kb: KnowledgeBase) -> dict[str, Any] | None:
    if completion is None:
        return None
    facts = [
        {"fact": fact, "subject": subject, "value": _value(fact, value, kb)}
        for (fact, subject), value in completion.facts.items()
    ]
    return {"verdict": completion.verdict, "facts": facts}


def _value(fact: str, value: Any, kb: KnowledgeBase) -> Any:
    """Return a value as it would stand in the document; of a list, the elements that are added to it."""
    if fact in kb.vocabulary.lists:
        return with_value(WorkingMemory(), Address(fact), value, kb).elements[fact]
    return as_json(value)
