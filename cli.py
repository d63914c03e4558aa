"""The command line: it parses, calls and prints. What there is to decide is decided in `engine` and `reports`.

The result goes to standard output and nothing else does; hints and problems go to standard error. Everything heavy is
imported in the command that needs it, so that a start costs little.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import click

from . import __version__
from .cli_help import WrongUse, asked_language
from .cli_options import Commands, complete_word, shared
from .cli_rules import rules, unknown_word
from .cli_whatif import compare, diff, improve
from .reports.app import failure
from .reports.app.session import Session, write
from .reports.texts.help_topics import TOPICS, epilog, exit_code_table, first_screen
from .reports.writers.console import LEVELS, OK, USAGE, err, out, prepare


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]}, epilog=epilog("advise"))
@click.version_option(__version__, prog_name="advise")
@shared("lang")
def cli() -> None:
    """Review a digital project for a city and say what to put right first.

    A project in the place of a command is reviewed: advise project.json
    """


for added in (rules, improve, diff, compare):
    cli.add_command(added)


@cli.command(epilog=epilog("check"))
@shared("lang", "format", "full", "quiet", "set", "since", "rules", "profile", "today", "color", "ascii")
@click.option("-o", "--output", metavar="FILE", help="Write the result to a file.")
@click.option("--no-memo", is_flag=True, help="Write no memo beside the project.")
@click.option("--fail-on", type=click.Choice(LEVELS), default="never", show_default=True,
              help="End with exit code 1 from this severity on; 'unknown' also when the verdict lacks a fact.")  # fmt: skip
@click.argument("projects", nargs=-1, required=True, metavar="PROJECT...", type=click.Path())
@click.pass_obj
def check(session: Session, projects: tuple[str, ...], fail_on: Any, output: str | None, no_memo: bool) -> int:
    """Review projects and write the memo of each beside it.

    PROJECT is a JSON or YAML file, or - for standard input. The memo, project.memo.html, is written with the format
    text, except for standard input and where --set assumes facts.
    """
    from .reports.app.review import review, unused_since

    unused = unused_since(session, projects, memo=not no_memo)
    if unused is not None:
        raise WrongUse(unused.key, **unused.values)
    return review(session, projects, fail_on=fail_on, output=output, memo=not no_memo)


@cli.command(epilog=epilog("memo"))
@shared("lang", "set", "since", "rules", "profile", "today")
@click.option("-o", "--output", "outputs", multiple=True, metavar="FILE", help="A .html or .md file. Repeatable.")
@click.argument("project", type=click.Path())
@click.pass_obj
def memo(session: Session, project: str, outputs: tuple[str, ...]) -> None:
    """Write the memo of a project, by default beside it as project.memo.html."""
    from .reports.app.results import MEMO_FORMATS, Memo, memo_path, write_memo
    from .reports.app.since import changes_since
    from .reports.texts.terminal import say

    if not outputs and (project == "-" or session.assumptions):
        raise WrongUse("memo.place")
    paths = [Path(output) for output in outputs] or [memo_path(project)]
    for path in paths:
        if path.suffix.lower() not in MEMO_FORMATS:
            raise WrongUse("memo.format", path=path, formats=", ".join(MEMO_FORMATS))
    assessment, kb, outlook = session.foresee(project)
    since = changes_since(session, project)
    for path in paths:
        write_memo(path, Memo(assessment, kb, session.language, outlook, since, session.assumptions))
        err(say("memo", session.language, path=path))


@cli.command(epilog=epilog("explain"))
@shared("lang", "data", "full", "set", "rules", "profile", "today", "ascii")
@click.option("--subject", metavar="SUBJECT", help="Only what this is about, such as organisations/city.")
@click.option("--nearly", is_flag=True, help="Name only a project: show the findings that nearly apply to it.")
@click.argument("code", shell_complete=complete_word)
@click.argument("project", required=False, type=click.Path())
@click.pass_obj
def explain(session: Session, code: str, project: str | None, subject: str | None, nearly: bool) -> None:
    """Explain a finding: what its rule says, and for a project why it is there or not.

    CODE is the code of a rule (COM-01), a fact (top.visited_site), a fact that follows from others (commitment.at_top)
    or a statement of the article (G167). For a project it tells what follows from each value of a fact, and why a fact
    that follows from others has its value.
    """
    from .reports.app import commands as whatif_commands
    from .reports.views.subject import WrongSubject

    if nearly:
        if project is not None or subject is not None:
            raise WrongUse("nearly")
        out(whatif_commands.nearly(session, code))
        return
    try:
        text = whatif_commands.fact(session, code, project, subject)
        if text is None:
            text = whatif_commands.explained(session, code, project, subject)
    except WrongSubject as error:
        raise WrongUse(error.misuse.key, **error.misuse.values) from error
    if text is None:
        raise unknown_word(code, session.knowledge())
    out(text)


@cli.command(epilog=epilog("schema"))
@shared("lang", "rules")
@click.option("-o", "--output", metavar="FILE", help="Write it to a file.")
@click.pass_obj
def schema(session: Session, output: str | None) -> None:
    """Print the JSON Schema of a project file, which editors complete and explain from."""
    from .engine.project.schema import MARKER, schema_text

    text = schema_text(session.knowledge(), session.language)
    if output is None:
        out(text)
    else:
        write(output, text, (MARKER,))


@cli.command(epilog=epilog("init"))
@shared("lang", "rules")
@click.argument("project", default="project.json", type=click.Path())
@click.pass_obj
def init(session: Session, project: str) -> None:
    """Write a project file to start from, and beside it the schema that editors explain it with."""
    from .reports.app.commands import start_project

    if Path(project).suffix != ".json":
        raise WrongUse("json", path=project)
    start_project(session, project)


@cli.command(epilog=epilog("ask"))
@shared("lang", "rules", "profile", "today")
@click.argument("project", default="project.json", type=click.Path())
@click.option("--by", metavar="NAME", help="Who answers; else the name of your account.")
@click.option("--left-out", is_flag=True, help="Ask nothing: show which questions are left out, and why.")
@click.pass_obj
def ask(session: Session, project: str, by: str | None, left_out: bool) -> int:
    """Ask what can still change the advice; each answer is written into the project file at once."""
    from .reports.app.commands import ask as interview

    if left_out:
        from .reports.app.commands import left_out as shown

        out(shown(session, project))
        return OK
    return interview(session, project, by)


@cli.command(epilog=epilog("doctor"))
@shared("lang", "rules")
@click.pass_obj
def doctor(session: Session) -> int:
    """Check this installation: Python, packages, rules, rule engine, encoding, cache."""
    from .reports.app import doctor as checks

    found = checks.examine(session.language, sys.stdout.encoding or "utf-8", Session().language, session.rules)
    out(checks.render(found, session.language))
    return checks.exit_code(found)


@cli.command(epilog=epilog("completion"))
@shared("lang")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish", "powershell"]))
def completion(shell: str) -> None:
    """Print what makes a shell complete commands, codes and facts."""
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    if found is None:
        raise WrongUse("completion", shell=shell)
    out(found(cli, {}, "advise", "_ADVISE_COMPLETE").source() + "\n")


@cli.command("help", epilog=epilog("help"))
@shared("lang")
@click.argument("words", nargs=-1, metavar="[COMMAND | TOPIC]")
@click.pass_context
def help_(context: click.Context, words: tuple[str, ...]) -> None:
    """Explain a command or a topic: exit-codes."""
    if words and words[0] in TOPICS:
        out(exit_code_table(context.ensure_object(Session).language))
        return
    command: click.Command = cli
    found = context.parent or context
    for word in words:
        following = command.get_command(found, word) if isinstance(command, click.Group) else None
        if following is None:
            raise WrongUse("topic", word=word, topics=", ".join(TOPICS))
        settings = following.context_settings
        command, found = following, click.Context(following, info_name=word, parent=found, **settings)
    out(command.get_help(found) + "\n")


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and end with its exit code."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code; nothing leaves as an exception."""
    session = Session(lang=asked_language(arguments))
    prepare()
    if not arguments and "_ADVISE_COMPLETE" not in os.environ:
        err(first_screen(session.language))
        return USAGE
    try:
        code = cli.main(args=list(arguments), prog_name="advise", obj=session, standalone_mode=False)
    except click.ClickException as error:
        from .cli_words import told

        context = getattr(error, "ctx", None)
        command = context.command_path if context is not None else ""
        return failure.misused(told(error, session.language), command, session, arguments)
    except (click.Abort, KeyboardInterrupt):
        return failure.interrupted(session)
    except Exception as error:
        return failure.failed(error, session)
    return code if isinstance(code, int) else OK
