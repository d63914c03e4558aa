"""Files to start from: a new project with the schema that explains it, and a new rule."""

from __future__ import annotations

from pathlib import Path

from ..texts.terminal import say as text
from ..writers.console import say
from ..writers.layout import as_argument
from .session import Session, refusing, write


def start_project(session: Session, path: str) -> None:
    """Write a starter project and its schema; nothing that is there is overwritten.

    Raises:
        Refusal: The rules are not valid, or a file was not written.
    """
    from ...engine.project.schema import FILE, MARKER, schema_text
    from ...engine.project.starter import starter_text

    kb, language = session.knowledge(), session.language
    beside = Path(path).with_name(FILE)
    write(path, starter_text(kb, language), option="")
    say(text("written", language, path=path))
    write(beside, schema_text(kb, language), (MARKER,), option="")
    say(text("written", language, path=beside))
    say(text("next.fill", language))
    say(text("next.memo", language, path=as_argument(path)))


def start_rule(session: Session, folder: str, name: str) -> None:
    """Write a rule to fill in, into a folder of rules.

    Raises:
        Refusal: The rules are not valid, the name is not one of a rule, or the file was not written.
    """
    from ...engine.knowledge.scaffold import begun, new_rule

    with refusing("rules"):
        content = new_rule(name, *begun(folder))
    path = Path(folder) / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    write(path, content, option="")
    say(text("written", session.language, path=path))
    say(text("next.rule", session.language, folder=as_argument(folder)))
