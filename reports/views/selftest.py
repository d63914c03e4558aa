"""What the interpreters concluded of projects that were drawn at random, as text and as data."""

from __future__ import annotations

import json
from typing import Any

from ...engine.assess.model import SCHEMA_VERSION
from ...engine.knowledge.model import KnowledgeBase
from ...engine.verify.selftest import SelfTest
from ..texts import enumerate_words, say
from ..writers.layout import clean


def selftest_text(found: SelfTest, kb: KnowledgeBase, language: str, draw: int) -> str:
    """Return each difference with its project, and how many projects there were."""
    lines = []
    for one in found.found:
        lines.append(say("tested.differs", language, interpreter=_named(one.interpreter, language)))
        lines += [f"  {clean(line)}" for line in one.lines]
        lines.append(say("tested.project", language, project=clean(json.dumps(one.project, ensure_ascii=False))))
    names = enumerate_words([_named(name, language) for name in found.interpreters], language)
    key = "tested.itself.not" if found.found else "tested.itself"
    lines.append(say(key, language, n=found.projects, draw=draw, interpreters=names, version=kb.version))
    return "\n".join(lines) + "\n"


def selftest_document(found: SelfTest, kb: KnowledgeBase, draw: int) -> dict[str, Any]:
    """Return the machine form."""
    return {
        "schema_version": SCHEMA_VERSION,
        "rules_version": kb.version,
        "draw": draw,
        "projects": found.projects,
        "interpreters": list(found.interpreters),
        "differences": [
            {"interpreter": one.interpreter, "lines": list(one.lines), "project": one.project} for one in found.found
        ],
    }


def _named(interpreter: str, language: str) -> str:
    return say(f"tested.interpreter.{interpreter}", language)
