"""The command line: reviews, and whatever is a task of its own. It parses and calls; what a command returns is printed.

The result goes to standard output and nothing else does; hints and problems go to standard error. Everything heavy is
imported when a command needs it, so that a start costs little.
The commands on rules are in `reports.app.rules`, the other ones in `reports.app.commands`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import click

from .reports.app.commands import commands
from .reports.app.help import OneOf, Subcommands, completion_of, help_of, run_commands
from .reports.app.options import Commands, code_first, complete_code, output, shared, tell_version
from .reports.app.rules import rules
from .reports.app.session import Session
from .reports.texts.help import epilog
from .reports.texts.misuse import Misuse
from .reports.writers.console import LEVELS


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]}, epilog=epilog("advise"))
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=tell_version,
              help="Show the version and exit.")  # fmt: skip
@shared("lang")
def cli() -> None:
    """Review a digital project for a city and say what to put right first.

    A project in the place of a command is reviewed: advise project.json
    """


# Reviews


@cli.command(epilog=epilog("check"))
@shared("lang", "format", "full", "quiet", "set", "since", "rules", "profile", "today", "color", "ascii")
@output("Write the result to a file, with .json as -f json; with .html, .md, .docx or .pdf, the memo.")
@click.option("--no-memo", is_flag=True, help="Write no memo beside the project.")
@click.option("--fail-on", type=OneOf(LEVELS), default="never", show_default=True,
              help="End with exit code 1 from this severity on; 'unknown' also when a point could not be checked.")  # fmt: skip
@click.argument("projects", nargs=-1, required=True, metavar="PROJECT...", type=click.Path())
@click.pass_obj
def check(session: Session, projects: tuple[str, ...], fail_on: Any, output: str | None, no_memo: bool) -> int:
    """Review projects and write the memo of each beside it.

    PROJECT is a JSON or YAML file, or - for standard input. The memo, project.memo.html, is written with the format
    text, except for standard input and where --set assumes facts.
    """
    from .reports.app.review import review

    return review(session, projects, fail_on=fail_on, output=output, memo=not no_memo)


@cli.command(epilog=epilog("memo"))
@shared("lang", "set", "since", "rules", "profile", "today")
@click.option("-o", "--output", "outputs", multiple=True, metavar="FILE",
              help="A .html, .md, .docx or .pdf file; - or -.pdf is standard output. Repeatable.")  # fmt: skip
@click.option("--audit", is_flag=True, help="Open all that is folded, on paper as well.")
@click.option(
    "--template", metavar="FILE", help="A .docx of your office; the memo takes its styles, header and footer."
)
@click.argument("project", type=click.Path())
@click.pass_obj
def memo(session: Session, project: str, outputs: tuple[str, ...], audit: bool, template: str | None) -> None:
    """Write the memo of a project, by default beside it as project.memo.html."""
    from .reports.app.review import memos

    memos(session, project, outputs, audit=audit, template=template)


# Many projects


@cli.command(epilog=epilog("screen"))
@shared("lang", "quiet", "rules", "profile", "today")
@click.option("-o", "--output", "outputs", multiple=True, metavar="FILE",
              help="A .html, .xlsx, .csv, .ndjson, .parquet or .duckdb file. Repeatable.")  # fmt: skip
@click.option("--since", metavar="FILE", help="Tell in the page what changed since the results of an earlier run.")
@click.option("--memos", metavar="DIR", help="Write the memo of each project as well, which takes much longer.")
@click.option(
    "--only", multiple=True, metavar="ID", help="Of --memos, only that of the project with this number. Repeatable."
)
@click.option("--allow-errors", "allowed", type=click.IntRange(0), default=0, show_default=True, metavar="N",
              help="End with exit code 0 as long as no more projects than this cannot be read.")  # fmt: skip
@click.option("--map", "mapping", metavar="FILE", help="What the columns and values of a table mean (.yaml).")
@click.option("--propose-map", "proposed", metavar="FILE", help="Write such a file for INPUT, to be looked through.")
@click.option("--resume", is_flag=True, help="Go on where a run over the same files was stopped.")
@click.option("--explain", "code", metavar="CODE", shell_complete=complete_code,
              help="Show the columns that a rule reads, and its findings in SQL.")  # fmt: skip
@click.option("--template", metavar="FILE", help="Write the table to fill in, an .xlsx file, and judge nothing.")
@click.argument("inputs", nargs=-1, metavar="INPUT...", type=click.Path())
@click.pass_obj
def screen(
    session: Session,
    inputs: tuple[str, ...],
    outputs: tuple[str, ...],
    since: str | None,
    memos: str | None,
    only: tuple[str, ...],
    allowed: int,
    mapping: str | None,
    proposed: str | None,
    resume: bool,
    code: str | None,
    template: str | None,
) -> str | tuple[str, int]:
    """Judge many projects at a time, and write tables of results and a page that sums them up.

    INPUT is a folder of project files, an .ndjson file with a project on each line, or a table with one on each row: .csv,
    .xlsx, .ods or .parquet, with further sheets for organisations and other lists. The answers are those of: advise PROJECT
    """
    from .reports.app import screen as screening

    if template is not None:
        return screening.write_template(session, template)
    if code is not None:
        return screening.explain(session, code)
    if inputs and proposed is not None:
        return screening.propose(session, proposed, inputs)
    if not inputs or not outputs:
        raise Misuse("screen.nothing")
    return screening.screen(
        session, inputs, outputs, allowed=allowed, since=since, memos=memos, only=only, mapping=mapping, resume=resume
    )


# Writing a project


@cli.command(epilog=epilog("respond"))
@shared("lang", "rules", "profile", "today")
@click.option("--planned", "responses", flag_value="planned", multiple=True,
              help="Somebody puts it right; needs --who, --until or both.")  # fmt: skip
@click.option(
    "--accepted", "responses", flag_value="accepted", multiple=True, help="It is right, and stays; needs --reason."
)
@click.option(
    "--postponed",
    "responses",
    flag_value="postponed",
    multiple=True,
    help="Not before a day; needs --until and --reason.",
)
@click.option("--not-applicable", "responses", flag_value="not_applicable", multiple=True,
              help="It does not apply here; needs --reason.")  # fmt: skip
@click.option(
    "--withdraw", "responses", flag_value="withdrawn", multiple=True, help="Take out what was decided about it."
)
@click.option("--subject", metavar="SUBJECT", help="Decide about this one only, such as organisations/city.")
@click.option("--who", metavar="NAME", help="Who puts it right.")
@click.option("--until", metavar="DATE", help="By which day, or the last day that it is postponed (2026-11-22).")
@click.option("--reason", metavar="TEXT", help="Why.")
@click.option("--by", metavar="NAME", help="Who decides; else the name of your account.")
@click.argument("code", shell_complete=complete_code)
@click.argument("project", default="project.json", type=click.Path())
@click.pass_obj
def respond(session: Session, /, code: str, project: str, **decision: Any) -> str:
    """Write into the project file who puts a finding right by when, or that it is accepted, postponed, not applicable.

    CODE is the code of the finding (COM-01), PROJECT is project.json where it is left out. What the file says about the
    finding already is replaced; nothing else is touched.
    """
    from .reports.app.respond import respond as write

    return write(session, *code_first(code, project), **decision)


@cli.group(cls=Subcommands, epilog=epilog("sheet"))
@shared("lang")
def sheet() -> None:
    """Put questions to other people in an Excel workbook, and take their answers in."""


@sheet.command("make", epilog=epilog("sheet make"))
@shared("lang", "rules", "profile", "today")
@click.option("-o", "--output", metavar="FILE", help="The .xlsx file; else beside the project.")
@click.option("--for", "whom", metavar="WHO", help="Only what one can answer: organisations/city, or its name.")
@click.option("--by", metavar="NAME", help="Who asks and gets it back; else the name of your account.")
@click.option("--all", "everything", is_flag=True, help="With what is answered already, to be looked over.")
@click.argument("project", type=click.Path())
@click.pass_obj
def make_sheet(
    session: Session, project: str, output: str | None, whom: str | None, by: str | None, everything: bool
) -> str:
    """Write the questions that are open into a workbook.

    A blank cell stays open; answers are chosen from lists, and nothing but the yellow cells is filled in.
    """
    from .reports.app.sheet import make_sheet as make

    return make(session, project, output, whom, by, everything=everything)


@sheet.command("read", epilog=epilog("sheet read"))
@shared("lang", "rules", "profile", "today")
@click.option("--by", metavar="NAME", help="Who answered; else what the workbook says.")
@click.option("--prefer", type=OneOf(["file", "sheet"]),
              help="Which answer counts where the project was changed meanwhile.")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.option("--renamed", is_flag=True, help="The project has another name than when the sheet was made.")
@click.argument("sheet", type=click.Path())
@click.argument("project", type=click.Path())
@click.pass_obj
def read_sheet(session: Session, /, sheet: str, project: str, **options: Any) -> str:
    """Write the answers of a workbook that came back into the project, all or none.

    SHEET is an .xlsx or .ods file. Every cell that is no answer, or no longer stands beside its question, is named, and
    then nothing is written.
    """
    from .reports.app.sheet import read_sheet as read

    return read(session, sheet, project, **options)


@cli.command(epilog=epilog("serve"))
@shared("lang", "rules", "profile", "today")
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="The port; else one that is free.")
@click.option("--open", "opened", is_flag=True, help="Open the address in the browser.")
@click.argument("folder", default=".", metavar="[FOLDER]", type=click.Path())
@click.pass_obj
def serve(session: Session, folder: str, port: int, opened: bool) -> None:
    """Answer and read the projects of a folder in a browser on this computer.

    Nobody else can open the pages, and nothing is sent anywhere: the address holds a word that is new each time.
    """
    try:
        from .reports.web.serve import serve as run
    except ModuleNotFoundError as error:
        from .reports.writers.layout import installing

        raise Misuse("serve.extra", install=installing("web")) from error
    run(session, folder, port, opened=opened)


# The program itself


@cli.command(epilog=epilog("completion"))
@shared("lang")
@click.argument("shell", type=OneOf(["bash", "zsh", "fish", "powershell"]))
def completion(shell: str) -> str:
    """Print what makes a shell complete commands, codes and facts."""
    return completion_of(cli, shell) + "\n"


@cli.command("help", epilog=epilog("help"))
@shared("lang")
@click.argument("words", nargs=-1, metavar="[COMMAND | TOPIC]")
@click.pass_context
def help_(context: click.Context, words: tuple[str, ...]) -> str:
    """Explain a command or a topic: exit-codes."""
    return help_of(cli, words, context.parent or context) + "\n"


for one in (*commands.commands.values(), rules):
    cli.add_command(one)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and end with its exit code."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code; nothing leaves as an exception."""
    return run_commands(cli, arguments)
