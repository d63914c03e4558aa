"""What the commands do that are no review: from a session and names of files to what is printed.

`cli` parses and prints; the reports know how things are said. Here is only what lies between.
"""

from __future__ import annotations

import copy
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from ...engine.project.address import Address
from ..texts import say
from ..texts.misuse import Misuse
from ..writers.blocks import as_json
from ..writers.console import err
from ..writers.layout import as_argument
from .refusal import refusing
from .session import Session, difference_between, without_schemas, write

if TYPE_CHECKING:
    from ...engine.compare.sides import CandidateComparison
    from ...engine.compiled import CompiledKnowledgeBase
    from ..views.improvement import TargetVerdict
    from ..writers.blocks import Report

COMPARISON_FORMATS = {".html": "html", ".htm": "html", ".md": "md", ".markdown": "md", ".json": "json"}
"""What a comparison is written as, by the end of its name."""

_JSON_MARKER = '{\n "schema_version": 1,\n "kind": "comparison"'


def _shown(session: Session, report: Report, form: str | None = None) -> str:
    """Return a report as `html` or `md`, else as text for this terminal: in the session's format when left out."""
    form = form or session.format
    if form == "text":
        from ..writers.text import as_text

        return as_text(report.headed, session.display())
    from ..writers.markup import as_html, as_markdown

    return as_html(report) if form == "html" else as_markdown(report.headed)


def improve(session: Session, path: str, wanted: TargetVerdict | None) -> str:
    """Return the least change for a better verdict, in the session's format.

    Raises:
        Refusal: The project or the rules are not valid.
    """
    from ..views.improvement import improved, improvement_document, improvement_report

    project, kb = session.project(path)
    found = improved(project, kb, wanted, session.day)
    if session.format == "json":
        return as_json(improvement_document(found, kb))
    return _shown(session, improvement_report(found, kb, session.language))


def diff(session: Session, old: str, new: str, *, old_rules: str | None = None, old_profile: str | None = None) -> str:
    """Return what became different between two projects or two saved assessments, in the session's format.

    The session's rules and profile are the newer side's; the older side's are named where they were others.

    Raises:
        Refusal: A file or the rules are not valid.
    """
    from ..views.difference import difference_document, difference_report

    before = copy.copy(session)
    before.rules, before.profile = old_rules or session.rules, old_profile or session.profile
    difference, teller = difference_between(before, session, old, new)
    if session.format == "json":
        return as_json(difference_document(difference))
    return _shown(session, difference_report(difference, teller, full=session.full or session.format == "md"))


def compare(session: Session, paths: Sequence[str], output: str | None = None) -> str:
    """Return projects side by side in the session's format; with a file's name, write them to it and return what was written.

    Raises:
        Refusal: A project or the rules are not valid, or the file was not written.
        Misuse: There are not two projects, or the name of the file says no format.
    """
    from ..views.comparison import comparison_document, comparison_report
    from ..writers.file import PAGE_MARKER

    if len(paths) < 2:
        raise Misuse("comparison.two")
    if output is not None and Path(output).suffix.lower() not in COMPARISON_FORMATS:
        raise Misuse("comparison.format", path=output, formats=", ".join(COMPARISON_FORMATS))
    projects, schemas = without_schemas(paths)
    (found, kb), language = side_by_side(session, projects), session.language
    for path in schemas:
        err(say("skipped.schema", language, path=path))
    kind = session.format if output is None else COMPARISON_FORMATS[Path(output).suffix.lower()]
    report = comparison_report(found, kb, language)
    text = as_json(comparison_document(found, kb)) if kind == "json" else _shown(session, report, kind)
    if output is None:
        return text
    write(output, text, (PAGE_MARKER, _JSON_MARKER))
    return say("written", language, path=output) + "\n"


def side_by_side(session: Session, paths: Sequence[str]) -> tuple[CandidateComparison, CompiledKnowledgeBase]:
    """Return what is alike and what differs in projects, and the rules of the first one.

    Raises:
        Refusal: A project or the rules are not valid.
    """
    from ...engine.compare.difference import Side
    from ...engine.compare.sides import comparison

    reviewed = []
    for path in paths:
        project, kb = session.project(path)
        reviewed.append(Side(project, kb, session.day))
    return comparison(reviewed), reviewed[0].kb


def nearly(session: Session, path: str) -> str:
    """Return the findings that nearly apply to a project, in the session's format.

    Raises:
        Refusal: The project or the rules are not valid.
    """
    from ...engine.assess import assess
    from ...engine.whatif.effects import WhatIf
    from ...engine.whatif.nearly import nearly as search
    from ..views.outlook import nearly_document, nearly_report
    from ..words.names import Teller

    project, kb = session.project(path)
    assessment = assess(project, kb, today=session.today, interpreter="evaluate", asking=False)
    found = search(WhatIf(kb, project.memory, assessment.waived))
    if session.format == "json":
        return as_json(nearly_document(found, kb))
    teller = Teller.naming(kb, session.language, project.names)
    return _shown(session, nearly_report(found, teller, full=session.full))


def explain(session: Session, word: str, path: str | None, subject: str | None = None) -> str:
    """Return the explanation of a rule, a fact, a fact that follows from others or a statement, in the session's format.

    Raises:
        Refusal: The project or the rules are not valid.
        Misuse: There is nothing of that name, or no such subject can be meant.
    """
    from ..views.explain import explained, explained_document

    project, kb = session.project(path) if path is not None else (None, session.knowledge())
    if session.format == "json":
        return as_json(explained_document(word, project, kb, full=session.full, subject=subject, today=session.today))
    return explained(word, project, kb, session.language, session.display(), subject, session.today)


def schema(session: Session, output: str | None) -> str:
    """Return the JSON Schema of a project file; nothing when it is written to a file.

    Raises:
        Refusal: The rules are not valid, or the file was not written.
    """
    from ...engine.project.schema import MARKER, schema_text

    text = schema_text(session.knowledge(), session.language)
    if output is None:
        return text
    write(output, text, (MARKER,))
    return ""


def start_project(session: Session, path: str) -> None:
    """Write a starter project and its schema; nothing that is there is overwritten.

    Raises:
        Refusal: The rules are not valid, or a file was not written.
        Misuse: The name does not end in .json.
    """
    if Path(path).suffix != ".json":
        raise Misuse("json", path=path)
    from ...engine.project.schema import FILE, MARKER, schema_text, starter_text

    kb, language = session.knowledge(), session.language
    beside = Path(path).with_name(FILE)
    write(path, starter_text(kb, language, names_schema=True), option="")
    err(say("written", language, path=path))
    write(beside, schema_text(kb, language), (MARKER,), option="", named=False)
    err(say("written", language, path=beside))
    err(say("next.ask", language, path=as_argument(path)))
    err(say("next.fill", language))
    err(say("next.memo", language, path=as_argument(path)))


def ask(session: Session, path: str, fact: str | None = None, by: str | None = None, *, again: bool = False) -> int:
    """Run an interview on standard input and output, of one fact only where one is named; return the exit code.

    Raises:
        Refusal: The rules or the file are not valid, or it cannot be written.
        Misuse: There is no such fact.
    """
    from ...engine.reading.edited_file import open_file
    from ..interview.face import run_interview

    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        # What is typed in another encoding is no reason to stop: the interview reads it, or asks once more.
        reconfigure(errors="surrogateescape")
    with refusing("project"):
        if os.path.exists(path):  # noqa: PTH110 - what cannot be looked at is told when it is opened
            session.stated = open_file(path).document.data.get("lang")
        kb = session.knowledge(path)
        only = None if fact is None else _asked_for(fact, path, kb)
        return run_interview(
            path,
            kb,
            session.language,
            input=sys.stdin or StringIO(),
            output=sys.stdout,
            today=session.day,
            by=by or account(),
            again=again,
            only=only,
        )


def _asked_for(name: str, path: str, kb: CompiledKnowledgeBase) -> Address:
    """Return the fact or list that a name means in a project.

    Raises:
        ProblemsError: The file cannot be read or is not valid.
        Misuse: Nothing that is asked has this name.
    """
    from ...engine.interview.plan import Questionnaire
    from ...engine.problems.problem import nearest
    from ...engine.project.address import read_address
    from ...engine.project.project import read_project

    there = read_project(Path(path), kb).elements if os.path.exists(path) else {}  # noqa: PTH110
    members = {f"{one.path}/{member}" for one in kb.vocabulary.lists.values() for member in one.members}
    found = read_address(name, kb.vocabulary, there)
    asked = [one.fact for page in Questionnaire(kb).plan.pages for one in page.questions]
    if found is not None and found.fact in asked and (found.subject is None or found.subject in {*there, *members}):
        return found
    close = nearest(name, asked)
    raise Misuse("fact.close" if close and close != name else "fact", word=name, close=close or "")


def doctor(session: Session) -> tuple[str, int]:
    """Check this installation; return what was found, and the exit code."""
    from . import doctor as checks

    found = list(checks.examine(session.language, sys.stdout.encoding or "utf-8", Session().language, session.rules))
    return checks.render(found, session.language), checks.exit_code(found)


def account() -> str | None:
    """Return the name of the user's account, where there is one."""
    import getpass

    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return None
