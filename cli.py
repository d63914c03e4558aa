"""The command line: every command with its options. It parses, calls and prints; the rest is `reports` and `engine`.

The result goes to standard output and nothing else does; hints and problems go to standard error. Everything heavy is
imported in the command that needs it, so that a start costs little.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import click

from .reports.app import failure
from .reports.app.help import HelpingGroup, OneOf, asked_language, speaking, told
from .reports.app.options import Commands, complete_code, complete_word, output, proving, shared, tell_version
from .reports.app.session import Session, print_result, write
from .reports.texts.help import TOPICS, epilog, exit_code_table, first_screen
from .reports.texts.misuse import Misuse
from .reports.writers.console import LEVELS, OK, USAGE, err, prepare


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
@output("Write the result to a file.")
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
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    metavar="FILE",
    help="A .html, .md, .docx or .pdf file; - or -.pdf is standard output. Repeatable.",
)
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
    from .reports.app import commands

    if not nearly:
        print_result(session, commands.explain(session, code, project, subject))
    elif project is None and subject is None:
        print_result(session, commands.nearly(session, code))
    else:
        raise Misuse("nearly")


# Beyond one review


@cli.command(epilog=epilog("improve"))
@shared("lang", "format", "set", "rules", "profile", "today", "color", "ascii")
@click.option(
    "--to", "wanted", type=OneOf(["revise", "proceed"]), help="The verdict to reach; else the next better one."
)
@click.argument("project", type=click.Path())
@click.pass_obj
def improve(session: Session, project: str, wanted: Any) -> None:
    """Find the least that must change for a better verdict, and tell it as steps."""
    from .reports.app import commands

    print_result(session, commands.improve(session, project, wanted))


@cli.command(epilog=epilog("diff"))
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
    from .reports.app import commands

    print_result(session, commands.diff(session, old, new, old_rules=old_rules, old_profile=old_profile))


@cli.command(epilog=epilog("compare"))
@shared("lang", "format", "set", "rules", "profile", "today", "color", "ascii")
@output("Write a .html, .md or .json file.")
@click.argument("projects", nargs=-1, required=True, metavar="PROJECT...", type=click.Path())
@click.pass_obj
def compare(session: Session, projects: tuple[str, ...], output: str | None) -> None:
    """Put candidate cities, or variants, side by side: in words, without a score, in the order given."""
    from .reports.app import commands

    print_result(session, commands.compare(session, projects, output))


@cli.command(epilog=epilog("screen"))
@shared("lang", "quiet", "rules", "profile", "today")
@click.option(
    "-o", "--output", "outputs", multiple=True, metavar="FILE", help="A .html, .csv, .ndjson or .xlsx file. Repeatable."
)
@click.option("--since", metavar="FILE", help="Tell in the page what changed since the results of an earlier run.")
@click.option("--memos", metavar="DIR", help="Write the memo of each project as well, which takes much longer.")
@click.option("--allow-errors", "allowed", type=click.IntRange(0), default=0, show_default=True, metavar="N",
              help="End with exit code 0 as long as no more projects than this cannot be read.")  # fmt: skip
@click.option("--template", metavar="FILE", help="Write the table to fill in, an .xlsx file, and judge nothing.")
@click.argument("inputs", nargs=-1, metavar="INPUT...", type=click.Path())
@click.pass_obj
def screen(
    session: Session,
    inputs: tuple[str, ...],
    outputs: tuple[str, ...],
    since: str | None,
    memos: str | None,
    allowed: int,
    template: str | None,
) -> int:
    """Judge many projects at a time, and write tables of results and a page that sums them up.

    INPUT is a folder of project files, an .ndjson file with a project on each line, or a table with one on each row: .csv,
    .xlsx or .ods, with further sheets for organisations and other lists. The answers are those of: advise PROJECT
    """
    from .reports.app import screen as screening

    if template is not None:
        print_result(session, screening.write_template(session, template))
        return OK
    if not inputs or not outputs:
        raise Misuse("screen.nothing")
    text, code = screening.screen(session, inputs, outputs, allowed=allowed, since=since, memos=memos)
    print_result(session, text)
    return code


# Writing a project


@cli.command(epilog=epilog("schema"))
@shared("lang", "rules")
@output("Write it to a file.")
@click.pass_obj
def schema(session: Session, output: str | None) -> None:
    """Print the JSON Schema of a project file, which editors complete and explain from."""
    from .engine.project.schema import MARKER, schema_text

    text = schema_text(session.knowledge(), session.language)
    if output is None:
        print_result(session, text)
    else:
        write(output, text, (MARKER,))


@cli.command(epilog=epilog("init"))
@shared("lang", "rules")
@click.argument("project", default="project.json", type=click.Path())
@click.pass_obj
def init(session: Session, project: str) -> None:
    """Write a project file to start from, and beside it the schema that editors explain it with."""
    from .reports.app import commands

    commands.start_project(session, project)


@cli.command(epilog=epilog("ask"))
@shared("lang", "rules", "profile", "today")
@click.argument("project", default="project.json", type=click.Path())
@click.option("--by", metavar="NAME", help="Who answers; else the name of your account.")
@click.option("--left-out", is_flag=True, help="Ask nothing: show which questions are left out, and why.")
@click.pass_obj
def ask(session: Session, project: str, by: str | None, left_out: bool) -> int:
    """Ask what can still change the advice; each answer is written into the project file at once."""
    from .reports.app import commands

    if not left_out:
        return commands.ask(session, project, by)
    print_result(session, commands.left_out(session, project))
    return OK


@cli.command(epilog=epilog("respond"))
@shared("lang", "rules", "profile", "today")
@click.option(
    "--planned", "response", flag_value="planned", help="Somebody puts it right; needs --who, --until or both."
)
@click.option("--accepted", "response", flag_value="accepted", help="It is right, and stays; needs --reason.")
@click.option("--postponed", "response", flag_value="postponed", help="Not before a day; needs --until and --reason.")
@click.option(
    "--not-applicable", "response", flag_value="not_applicable", help="It does not apply here; needs --reason."
)
@click.option("--withdraw", "response", flag_value="withdrawn", help="Take out what was decided about it.")
@click.option("--subject", metavar="SUBJECT", help="Only what this is about, such as organisations/city.")
@click.option("--who", metavar="NAME", help="Who puts it right.")
@click.option("--until", metavar="DATE", help="By which day, or the last day that it is postponed (2026-11-22).")
@click.option("--reason", metavar="TEXT", help="Why.")
@click.option("--by", metavar="NAME", help="Who decides; else the name of your account.")
@click.argument("code", shell_complete=complete_code)
@click.argument("project", default="project.json", type=click.Path())
@click.pass_obj
def respond(session: Session, /, code: str, project: str, **decision: Any) -> None:
    """Write into the project file who puts a finding right by when, or that it is accepted, postponed, not applicable.

    CODE is the code of the finding (COM-01). What the file says about it already is replaced; nothing else is touched.
    """
    from .reports.app.respond import respond as write_response

    print_result(session, write_response(session, code, project, **decision))


@cli.group(
    cls=HelpingGroup,
    epilog=epilog("sheet"),
    invoke_without_command=True,
    no_args_is_help=True,
    subcommand_metavar="COMMAND [ARGS]...",
)
@shared("lang")
@click.pass_context
def sheet(context: click.Context) -> None:
    """Put questions to other people in an Excel workbook, and take their answers in."""
    if context.invoked_subcommand is None:
        raise Misuse("missing.command", choices=", ".join(sheet.commands))


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
) -> None:
    """Write the questions that are open into a workbook.

    A blank cell stays open; answers are chosen from lists, and nothing but the yellow cells is filled in.
    """
    from .reports.app import sheet as sheets

    print_result(session, sheets.make_sheet(session, project, output, whom, by, everything=everything))


@sheet.command("read", epilog=epilog("sheet read"))
@shared("lang", "rules", "profile", "today")
@click.option("--by", metavar="NAME", help="Who answered; else what the workbook says.")
@click.option(
    "--prefer", type=OneOf(["file", "sheet"]), help="Which answer counts where the project was changed meanwhile."
)
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.argument("sheet", type=click.Path())
@click.argument("project", type=click.Path())
@click.pass_obj
def read_sheet(session: Session, sheet: str, project: str, by: str | None, prefer: str | None, dry_run: bool) -> None:
    """Write the answers of a workbook that came back into the project, all or none.

    SHEET is an .xlsx or .ods file; its rows may be sorted. Every cell that is no answer is named, and then nothing is
    written.
    """
    from .reports.app import sheet as sheets

    print_result(session, sheets.read_sheet(session, sheet, project, by=by, prefer=prefer, dry_run=dry_run))


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
        raise Misuse("serve.extra") from error
    run(session, folder, port, opened=opened)


# The program itself


@cli.command(epilog=epilog("doctor"))
@shared("lang", "rules")
@click.pass_obj
def doctor(session: Session) -> int:
    """Check this installation: Python, packages, rules, rule engine, encoding, cache."""
    from .reports.app import doctor as checks

    found = checks.examine(session.language, sys.stdout.encoding or "utf-8", Session().language, session.rules)
    print_result(session, checks.render(found, session.language))
    return checks.exit_code(found)


@cli.command(epilog=epilog("completion"))
@shared("lang")
@click.argument("shell", type=OneOf(["bash", "zsh", "fish", "powershell"]))
@click.pass_obj
def completion(session: Session, shell: str) -> None:
    """Print what makes a shell complete commands, codes and facts."""
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    if found is None:
        raise Misuse("completion", shell=shell)
    print_result(session, found(cli, {}, "advise", "_ADVISE_COMPLETE").source() + "\n")


@cli.command("help", epilog=epilog("help"))
@shared("lang")
@click.argument("words", nargs=-1, metavar="[COMMAND | TOPIC]")
@click.pass_context
def help_(context: click.Context, words: tuple[str, ...]) -> None:
    """Explain a command or a topic: exit-codes."""
    session = context.ensure_object(Session)
    if words and words[0] in TOPICS:
        print_result(session, exit_code_table(session.language))
        return
    command: click.Command = cli
    found = context.parent or context
    for word in words:
        following = command.get_command(found, word) if isinstance(command, click.Group) else None
        if following is None:
            raise Misuse("topic", word=word, topics=", ".join(TOPICS))
        settings = following.context_settings
        command, found = following, click.Context(following, info_name=word, parent=found, **settings)
    print_result(session, command.get_help(found) + "\n")


# For those who look after the rules


@cli.group(
    cls=HelpingGroup,
    epilog=epilog("rules"),
    invoke_without_command=True,
    no_args_is_help=True,
    subcommand_metavar="COMMAND [ARGS]...",
)
@shared("lang")
@click.pass_context
def rules(context: click.Context) -> None:
    """Look at the rules, check and test them, and write new ones."""
    if context.invoked_subcommand is None:
        raise Misuse("missing.command", choices=", ".join(rules.commands))


@rules.command("list", epilog=epilog("rules list"))
@shared("lang", "data", "rules")
@click.option("--area", metavar="AREA", help="Only the rules of one area.")
@click.pass_obj
def list_(session: Session, area: str | None) -> None:
    """List all rules: code, severity and title."""
    from .reports.app import commands

    print_result(session, commands.list_rules(session, area))


@rules.command(epilog=epilog("rules show"))
@shared("lang", "rules")
@click.argument("rule", shell_complete=complete_code)
@click.pass_obj
def show(session: Session, rule: str) -> None:
    """Show the file of a rule, given its code, its name or the fact that it derives."""
    from .reports.app import commands

    print_result(session, commands.show_rule(session, rule))


@rules.command("check", epilog=epilog("rules check"))
@shared("lang", "rules", "profile")
@click.argument("folder", required=False, type=click.Path())
@click.pass_obj
def check_rules(session: Session, folder: str | None) -> None:
    """Check a folder of rules; all problems are shown at once."""
    from .reports.views.rules import sound

    session.rules = folder or session.rules
    print_result(session, sound(session.knowledge(use_cache=False), session.language))


@rules.command("test", epilog=epilog("rules test"))
@shared("lang", "data", "rules")
@click.argument("codes", nargs=-1, metavar="[CODE]...", shell_complete=complete_code)
@click.pass_obj
def test_rules(session: Session, codes: tuple[str, ...]) -> int:
    """Run the scenarios of the rules and show which do not hold.

    The feature files are in the folder 'features' of the rules, else beside it. With CODE, only the scenarios that
    speak of these rules are run.
    """
    from .reports.app import commands

    text, code = commands.run_scenarios(session, codes)
    print_result(session, text)
    return code


@rules.command("verify", epilog=epilog("rules verify"))
@shared("lang", "data", "rules")
@proving
@click.option("-o", "--output", metavar="DIR", help="Folder for the projects that show what was found.")
@click.pass_obj
def verify(session: Session, elements: int, seconds: int, output: str | None) -> int:
    """Prove of every possible project what the rules can say, or show a project that breaks it.

    It is asked whether every rule, every severity and every derived value can occur, and whether a rule brings another
    one of its kind with it that neither replaces nor causes it.
    """
    from .reports.app import proofs

    text, code = proofs.verify_rules(session, elements, seconds, output)
    print_result(session, text)
    return code


@rules.command("diff", epilog=epilog("rules diff"))
@shared("lang", "data", "rules", "today")
@proving
@click.option("--on", "portfolio", metavar="DIR", help="Folder of projects: tell which of them change, and how.")
@click.argument("old", type=click.Path())
@click.argument("new", required=False, type=click.Path())
@click.pass_obj
def diff_rules(session: Session, old: str, new: str | None, elements: int, seconds: int, portfolio: str | None) -> None:
    """Tell what a change of the rules changes: for each meaning a smallest project, reviewed by both, or the proof of none.

    OLD and NEW are folders, revisions of git (HEAD~1) or both (HEAD~1:rules); without NEW, it is the rules of --rules.
    """
    from .reports.app import proofs

    print_result(session, proofs.diff_rules(session, old, new, elements, seconds, portfolio))


@rules.command("docs", epilog=epilog("rules docs"))
@shared("lang", "rules")
@click.option("-o", "--output", default="book", show_default=True, metavar="DIR", help="Folder for the pages.")
@click.pass_obj
def docs(session: Session, output: str) -> None:
    """Write the policy book: pages that show every rule, its grounds and its scenarios to people.

    The pages are in Japanese and English, need no network, and show how the scenarios ended when they were last run
    with 'advise rules test'.
    """
    from .reports.app import commands

    commands.write_book(session, output)


@rules.command(epilog=epilog("rules new"))
@shared("lang")
@click.option("--rules", "folder", required=True, metavar="PATH", help="Folder with your rules.")
@click.argument("name", metavar="AREA/NAME")
@click.pass_obj
def new(session: Session, folder: str, name: str) -> None:
    """Write the file of a new rule, to be filled in."""
    from .reports.app import commands

    commands.start_rule(session, folder, name)


@rules.command("coverage", epilog=epilog("rules coverage"))
@shared("lang", "data", "rules")
@click.pass_obj
def coverage(session: Session) -> None:
    """Show what became of every statement of the article: a rule, or the reason why not."""
    from .reports.app import commands

    print_result(session, commands.coverage(session))


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
        with speaking(session.language):
            code = cli.main(args=list(arguments), prog_name="advise", obj=session, standalone_mode=False)
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        command = context.command_path if context is not None else ""
        return failure.misused(told(error, session.language), command, session, arguments)
    except (click.Abort, KeyboardInterrupt):
        return failure.interrupted(session)
    except Exception as error:
        return failure.failed(error, session)
    return code if isinstance(code, int) else OK
