"""The commands for those who look after the rules: `advise rules ...`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from .cli_help import HelpingGroup, WrongUse
from .cli_options import complete_code, shared
from .reports.app.refusal import Refusal, refusing
from .reports.app.session import Session
from .reports.texts.help_topics import epilog
from .reports.writers.console import FAILED, OK, err, out


def unknown_word(word: str, kb: Any) -> WrongUse:
    """Return the error for something that the knowledge base does not have."""
    from .reports.views.rules import nothing_for

    nothing = nothing_for(word, kb)
    return WrongUse(nothing.key, **nothing.values)


@click.group(cls=HelpingGroup, epilog=epilog("rules"))
@shared("lang")
def rules() -> None:
    """Look at the rules, check and test them, and write new ones."""


@rules.command("list", epilog=epilog("rules list"))
@shared("lang", "data", "rules")
@click.option("--area", metavar="AREA", help="Only the rules of one area.")
@click.pass_obj
def list_(session: Session, area: str | None) -> None:
    """List all rules: code, severity and title."""
    from .reports.views.rules import list_rules, rules_document
    from .reports.writers.blocks import as_json

    kb = session.knowledge()
    if area is not None and area not in kb.areas:
        raise WrongUse("area", area=area, areas=", ".join(kb.areas))
    out(as_json(rules_document(kb, area)) if session.format == "json" else list_rules(kb, session.language, area))


@rules.command(epilog=epilog("rules show"))
@shared("lang", "rules")
@click.argument("rule", shell_complete=complete_code)
@click.pass_obj
def show(session: Session, rule: str) -> None:
    """Show the file of a rule, given its code, its name or the fact that it derives."""
    from .reports.views.rules import find_rule, rule_file

    kb = session.knowledge()
    found = find_rule(rule, kb)
    if found is None:
        raise unknown_word(rule, kb)
    out(f"# {rule_file(found, kb)}\n{rule_file(found, kb).read_text(encoding='utf-8')}")


@rules.command("check", epilog=epilog("rules check"))
@shared("lang", "rules", "profile")
@click.argument("folder", required=False, type=click.Path())
@click.pass_obj
def check_rules(session: Session, folder: str | None) -> None:
    """Check a folder of rules; all problems are shown at once."""
    from .reports.views.rules import sound

    session.rules = folder or session.rules
    out(sound(session.knowledge(), session.language))


@rules.command("test", epilog=epilog("rules test"))
@shared("lang", "data", "rules")
@click.argument("codes", nargs=-1, metavar="[CODE]...", shell_complete=complete_code)
@click.pass_obj
def test_rules(session: Session, codes: tuple[str, ...]) -> int:
    """Run the scenarios of the rules and show which do not hold.

    The feature files are in the folder 'features' of the rules, else beside it. With CODE, only the scenarios that
    speak of these rules are run.
    """
    from .engine.scenarios.gherkin import feature_files
    from .engine.scenarios.last import keep_results
    from .engine.scenarios.run import run_scenarios
    from .reports.views.rules import rule_code
    from .reports.views.scenarios import no_scenarios, report_document, report_text
    from .reports.writers.blocks import as_json

    kb = session.knowledge()
    chosen = tuple(dict.fromkeys(map(rule_code, codes)))
    for code in chosen:
        if code not in {rule.code for rule in kb.rules}:
            raise unknown_word(code, kb)
    with refusing("scenarios"):
        report = run_scenarios(kb, chosen)
    if not feature_files(report.folder):
        raise Refusal([no_scenarios(report.folder)], "scenarios")
    keep_results(report, kb)
    silent = report.silent(chosen)
    document = as_json(report_document(report, kb, silent)) if session.format == "json" else None
    out(document or report_text(report, kb, session.language, silent))
    return FAILED if report.failed or silent else OK


@rules.command("docs", epilog=epilog("rules docs"))
@shared("lang", "rules")
@click.option("-o", "--output", default="book", show_default=True, metavar="DIR", help="Folder for the pages.")
@click.pass_obj
def docs(session: Session, output: str) -> None:
    """Write the policy book: pages that show every rule, its grounds and its scenarios to people.

    The pages are in Japanese and English, need no network, and show how the scenarios ended when they were last run
    with 'advise rules test'.
    """
    from .reports.book.write import write_book
    from .reports.texts.book import say

    kb = session.knowledge()
    with refusing("output"):
        written = write_book(kb, Path(output))
    err(say("written", session.language, n=len(written), path=Path(output) / "index.html"))


@rules.command(epilog=epilog("rules new"))
@shared("lang")
@click.option("--rules", "folder", required=True, metavar="PATH", help="Folder with your rules.")
@click.argument("name", metavar="AREA/NAME")
@click.pass_obj
def new(session: Session, folder: str, name: str) -> None:
    """Write the file of a new rule, to be filled in."""
    from .reports.app.commands import start_rule

    start_rule(session, folder, name)


@rules.command(epilog=epilog("rules coverage"))
@shared("lang", "data", "rules")
@click.pass_obj
def coverage(session: Session) -> None:
    """Show what became of every statement of the article: a rule, or the reason why not."""
    from .reports.views import rules as rule_texts
    from .reports.writers.blocks import as_json

    kb = session.knowledge()
    document = as_json(rule_texts.coverage_document(kb)) if session.format == "json" else None
    out(document or rule_texts.coverage(kb, session.language))
