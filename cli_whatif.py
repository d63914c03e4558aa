"""The commands that look beyond one review: the least change, what became different, cities side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from .cli_help import Helping, WrongUse
from .cli_options import shared
from .reports.app.session import Session
from .reports.texts.help_topics import epilog
from .reports.writers.console import out


@click.command(cls=Helping, epilog=epilog("improve"))
@shared("lang", "format", "set", "rules", "profile", "today", "color", "ascii")
@click.option(
    "--to", "wanted", type=click.Choice(["revise", "proceed"]), help="The verdict to reach; else the next better one."
)
@click.argument("project", type=click.Path())
@click.pass_obj
def improve(session: Session, project: str, wanted: Any) -> None:
    """Find the least that must change for a better verdict, and tell it as steps."""
    from .reports.app.commands import improve as found

    out(found(session, project, wanted))


@click.command(cls=Helping, epilog=epilog("diff"))
@shared("lang", "format", "full", "rules", "profile", "today", "color", "ascii")
@click.option("--old-rules", metavar="PATH", help="Folder with the rules of OLD, where they were others.")
@click.option("--old-profile", metavar="FILE", help="Parameters of OLD, where they were others.")
@click.argument("old", type=click.Path())
@click.argument("new", type=click.Path())
@click.pass_obj
def diff(session: Session, old: str, new: str, old_rules: str | None, old_profile: str | None) -> None:
    """Tell what became different, and what made the difference: the project, the rules, a parameter, a response.

    OLD and NEW are project files, or assessments that were saved with: advise check PROJECT -f json -o FILE
    """
    from .reports.app.commands import diff as found

    out(found(session, old, new, old_rules=old_rules, old_profile=old_profile))


@click.command(cls=Helping, epilog=epilog("compare"))
@shared("lang", "format", "set", "rules", "profile", "today", "color", "ascii")
@click.option("-o", "--output", metavar="FILE", help="Write a .html, .md or .json file.")
@click.argument("projects", nargs=-1, required=True, metavar="PROJECT...", type=click.Path())
@click.pass_obj
def compare(session: Session, projects: tuple[str, ...], output: str | None) -> None:
    """Put candidate cities, or variants, side by side: in words, without a score, in the order given."""
    from .reports.app.commands import COMPARISON_FORMATS
    from .reports.app.commands import compare as found

    if len(projects) < 2:
        raise WrongUse("comparison.two")
    if output is not None and Path(output).suffix.lower() not in COMPARISON_FORMATS:
        raise WrongUse("comparison.format", path=output, formats=", ".join(COMPARISON_FORMATS))
    out(found(session, projects, output))
