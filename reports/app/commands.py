"""The commands that are no review, each with its options, and what it does: from names of files to what is printed."""

from __future__ import annotations

import copy
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..texts import say
from ..texts.help import epilog
from ..texts.misuse import Misuse
from ..writers.blocks import as_json
from ..writers.console import err
from ..writers.layout import as_argument
from .help import HelpingGroup, OneOf
from .options import code_first, complete_word, output, shared
from .refusal import refusing
from .session import Session, difference_between, without_schemas, write

if TYPE_CHECKING:
    from ...engine.compare.sides import CandidateComparison
    from ...engine.compiled import CompiledKnowledgeBase
    from ...engine.project.address import Address
    from ..writers.blocks import Report

COMPARISON_FORMATS = {".html": "html", ".htm": "html", ".md": "md", ".markdown": "md", ".json": "json"}
"""What a comparison is written as, by the end of its name."""

commands = HelpingGroup()
"""The commands by their names."""

_JSON_MARKER = '{\n "schema_version": 1,\n "kind": "comparison"'


def _shown(session: Session, report: Report, form: str | None = None) -> str:
    """Return a report as `html` or `md`, else as text for this terminal: in the session's format when left out."""
    form = form or session.format
    if form == "text":
        from ..writers.text import as_text

        return as_text(report.headed, session.display())
    from ..writers.markup import as_html, as_markdown

    return as_html(report) if form == "html" else as_markdown(report.headed)


@commands.command(epilog=epilog("explain"))
@shared("lang", "data", "full", "set", "rules", "profile", "today", "ascii")
@click.option("--subject", metavar="SUBJECT", help="Only what this is about, such as organisations/city.")
@click.option("--nearly", is_flag=True, help="Name only a project: show the findings that nearly apply to it.")
@click.argument("code", shell_complete=complete_word)
@click.argument("project", required=False, type=click.Path())
@click.pass_obj
def explain(session: Session, code: str, project: str | None, subject: str | None, nearly: bool) -> str:
    """Explain a finding: what its rule says, and for a project why it is there or not.

    CODE is the code of a rule (COM-01), a fact (top.visited_site), a fact that follows from others (commitment.at_top)
    or a statement of the article (G167). For a project it tells what follows from each value of a fact, and why a fact
    that follows from others has its value.
    """
    from ..views.explain import explained, explained_document

    if nearly:
        if project is not None or subject is not None:
            raise Misuse("nearly")
        return _nearly(session, code)
    word, path = (code, None) if project is None else code_first(code, project)
    read, kb = session.project(path) if path is not None else (None, session.knowledge())
    if session.format == "json":
        return as_json(explained_document(word, read, kb, full=session.full, subject=subject, today=session.today))
    return explained(word, read, kb, session.language, session.display(), subject, session.today)


def _nearly(session: Session, path: str) -> str:
    """Return the findings that nearly apply to a project, in the session's format."""
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


@commands.command(epilog=epilog("improve"))
@shared("lang", "format", "set", "rules", "profile", "today", "color", "ascii")
@click.option("--to", "wanted", type=OneOf(["revise", "proceed"]),
              help="The verdict to reach; else the next better one.")  # fmt: skip
@click.argument("project", type=click.Path())
@click.pass_obj
def improve(session: Session, project: str, wanted: Any) -> str:
    """Find the least that must change for a better verdict, and tell it as steps."""
    from ..views.improvement import improved, improvement_document, improvement_report

    read, kb = session.project(project)
    found = improved(read, kb, wanted, session.day)
    if session.format == "json":
        return as_json(improvement_document(found, kb))
    return _shown(session, improvement_report(found, kb, session.language))


@commands.command(epilog=epilog("diff"))
@shared("lang", "format", "full", "rules", "profile", "today", "color", "ascii")
@click.option("--old-rules", metavar="PATH", help="Folder with the rules of OLD, where they were others.")
@click.option("--old-profile", metavar="FILE", help="Parameters of OLD, where they were others.")
@click.argument("old", type=click.Path())
@click.argument("new", type=click.Path())
@click.pass_obj
def diff(session: Session, old: str, new: str, old_rules: str | None, old_profile: str | None) -> str:
    """Tell what became different, and what made the difference: the project, the rules, a parameter, a response.

    OLD and NEW are project files, or assessments that were saved with: advise check PROJECT -f json -o FILE
    """
    from ..views.difference import difference_document, difference_report

    before = copy.copy(session)
    before.rules, before.profile = old_rules or session.rules, old_profile or session.profile
    difference, teller = difference_between(before, session, old, new)
    if session.format == "json":
        return as_json(difference_document(difference))
    return _shown(session, difference_report(difference, teller, full=session.full or session.format == "md"))


@commands.command(epilog=epilog("compare"))
@shared("lang", "format", "set", "rules", "profile", "today", "color", "ascii")
@output("Write a .html, .md or .json file.")
@click.argument("projects", nargs=-1, required=True, metavar="PROJECT...", type=click.Path())
@click.pass_obj
def compare(session: Session, projects: tuple[str, ...], output: str | None) -> str:
    """Put candidate cities, or variants, side by side: in words, without a score, in the order given."""
    from ..views.comparison import comparison_document, comparison_report
    from ..writers.file import PAGE_MARKER

    if len(projects) < 2:
        raise Misuse("comparison.two")
    if output is not None and Path(output).suffix.lower() not in COMPARISON_FORMATS:
        raise Misuse("comparison.format", path=output, formats=", ".join(COMPARISON_FORMATS))
    paths, schemas = without_schemas(projects)
    (found, kb), language = side_by_side(session, paths), session.language
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


@commands.command(epilog=epilog("schema"))
@shared("lang", "rules")
@output("Write it to a file.")
@click.pass_obj
def schema(session: Session, output: str | None) -> str:
    """Print the JSON Schema of a project file, which editors complete and explain from."""
    from ...engine.project.schema import MARKER, schema_text

    text = schema_text(session.knowledge(), session.language)
    if output is None:
        return text
    write(output, text, (MARKER,))
    return ""


@commands.command(epilog=epilog("init"))
@shared("lang", "rules")
@click.argument("project", default="project.json", type=click.Path())
@click.pass_obj
def init(session: Session, project: str) -> None:
    """Write a project file to start from, and beside it the schema that editors explain it with."""
    if Path(project).suffix != ".json":
        raise Misuse("json", path=project)
    from ...engine.project.schema import FILE, MARKER, schema_text, starter_text

    kb, language = session.knowledge(), session.language
    beside = Path(project).with_name(FILE)
    write(project, starter_text(kb, language, names_schema=True), option="")
    err(say("written", language, path=project))
    write(beside, schema_text(kb, language), (MARKER,), option="", named=False)
    err(say("written", language, path=beside))
    err(say("next.ask", language, path=as_argument(project)))
    err(say("next.fill", language))
    err(say("next.memo", language, path=as_argument(project)))


@commands.command(epilog=epilog("ask"))
@shared("lang", "rules", "profile", "today")
@click.argument("project", default="project.json", type=click.Path())
@click.argument("fact", required=False, shell_complete=complete_word)
@click.option("--by", metavar="NAME", help="Who answers; else your account. Kept with a source, or no value.")
@click.option("--again", is_flag=True, help="Ask once more what was not known.")
@click.pass_obj
def ask(session: Session, project: str, fact: str | None, by: str | None, again: bool) -> int:
    """Ask what can still change the advice, page by page; each answer is written into the project file at once.

    FACT, such as top.visited_site or organisations/city.kind, asks for this one only, also where it has an answer. The
    list at the end (r at any time) shows all answers; each can be changed.
    """
    from ...engine.reading.edited_file import open_file
    from ..interview.face import run_interview

    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        # What is typed in another encoding is no reason to stop: the interview reads it, or asks once more.
        reconfigure(errors="surrogateescape")
    with refusing("project"):
        if os.path.exists(project):  # noqa: PTH110 - what cannot be looked at is told when it is opened
            session.stated = open_file(project).document.data.get("lang")
        kb = session.knowledge(project)
        only = None if fact is None else _asked_for(fact, project, kb)
        return run_interview(
            project,
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


@commands.command(epilog=epilog("doctor"))
@shared("lang", "rules")
@click.pass_obj
def doctor(session: Session) -> tuple[str, int]:
    """Check this installation: Python, packages, rules, rule engine, encoding, cache."""
    from . import doctor as checks

    found = list(checks.examine(session.language, sys.stdout.encoding or "utf-8", Session().language, session.rules))
    return checks.render(found, session.language), checks.exit_code(found)


def account() -> str | None:
    """Return the name of the user's account, where there is one."""
    import getpass

    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return None
