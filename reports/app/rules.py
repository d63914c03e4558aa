"""The commands on rules, for those who look after them: each with its options, and what it does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ..texts import say
from ..texts.help import epilog
from ..texts.misuse import Misuse
from ..writers.console import FAILED, OK, err
from ..writers.layout import as_argument
from .help import Subcommands
from .options import complete_code, proving, shared
from .refusal import Refusal, refusing
from .session import Session, folder_named, write


@click.group("rules", cls=Subcommands, epilog=epilog("rules"))
@shared("lang")
def rules() -> None:
    """Look at the rules, check and test them, and write new ones."""


@rules.command("list", epilog=epilog("rules list"))
@shared("lang", "data", "rules")
@click.option("--area", metavar="AREA", help="Only the rules of one area.")
@click.pass_obj
def list_(session: Session, area: str | None) -> str:
    """List all rules: code, severity and title."""
    from ..views import rules as told

    kb = session.knowledge()
    if area is not None and area not in kb.areas:
        raise Misuse("area", area=area, areas=", ".join(kb.areas))
    if session.format == "json":
        from ..writers.blocks import as_json

        return as_json(told.rules_document(kb, area))
    return told.list_rules(kb, session.language, area)


@rules.command(epilog=epilog("rules show"))
@shared("lang", "rules")
@click.argument("rule", shell_complete=complete_code)
@click.pass_obj
def show(session: Session, rule: str) -> str:
    """Show the file of a rule, given its code, its name or the fact that it derives."""
    from ..views.rules import find_rule, nothing_for, rule_file

    kb = session.knowledge()
    found = find_rule(rule, kb)
    if found is None:
        raise nothing_for(rule, kb)
    return f"# {rule_file(found, kb)}\n{rule_file(found, kb).read_text(encoding='utf-8')}"


@rules.command("check", epilog=epilog("rules check"))
@shared("lang", "rules", "profile")
@click.argument("folder", required=False, type=click.Path())
@click.pass_obj
def check_rules(session: Session, folder: str | None) -> str:
    """Check a folder of rules; all problems are shown at once."""
    from ..views.rules import sound

    session.rules = folder or session.rules
    return sound(session.knowledge(use_cache=False), session.language)


@rules.command("test", epilog=epilog("rules test"))
@shared("lang", "data", "rules")
@click.argument("codes", nargs=-1, metavar="[CODE]...", shell_complete=complete_code)
@click.pass_obj
def test_rules(session: Session, codes: tuple[str, ...]) -> tuple[str, int]:
    """Run the scenarios of the rules and show which do not hold.

    The feature files are in the folder 'features' of the rules, else beside it. With CODE, only the scenarios that
    speak of these rules are run.
    """
    from ...engine.scenarios.gherkin import feature_files
    from ...engine.scenarios.last import keep_results
    from ...engine.scenarios.run import run_scenarios as run
    from ..views.rules import nothing_for, rule_code
    from ..views.scenarios import no_scenarios, report_document, report_text

    kb = session.knowledge()
    chosen = tuple(dict.fromkeys(map(rule_code, codes)))
    for code in chosen:
        if code not in {rule.code for rule in kb.rules}:
            raise nothing_for(code, kb)
    with refusing("scenarios"):
        report = run(kb, chosen)
    if not feature_files(report.folder):
        raise Refusal([no_scenarios(report.folder)], "scenarios")
    keep_results(report, kb)
    silent = report.silent(chosen)
    ended = FAILED if report.failed or silent else OK
    if session.format == "json":
        from ..writers.blocks import as_json

        return as_json(report_document(report, kb, silent)), ended
    return report_text(report, kb, session.language, silent), ended


@rules.command("verify", epilog=epilog("rules verify"))
@shared("lang", "proof", "rules")
@proving
@click.option("-o", "--output", metavar="DIR", help="Folder for the projects that show what was found.")
@click.pass_obj
def verify(session: Session, elements: int, seconds: int, output: str | None) -> tuple[str, int]:
    """Prove of every possible project what the rules can say, or show a project that breaks it.

    It is asked whether every rule, severity, derived value and verdict can occur, whether a rule brings another one of its
    kind with it unsaid, whether every fact matters and a better one never harms, and what the folder claims claims.
    """
    from . import proofs

    return proofs.verify_rules(session, elements, seconds, output)


@rules.command("diff", epilog=epilog("rules diff"))
@shared("lang", "data", "rules", "today")
@proving
@click.option("--on", "portfolio", metavar="DIR", help="Folder of projects: tell which of them change, and how.")
@click.argument("old", type=click.Path())
@click.argument("new", required=False, type=click.Path())
@click.pass_obj
def diff_rules(session: Session, old: str, new: str | None, elements: int, seconds: int, portfolio: str | None) -> str:
    """Tell what a change of the rules changes: for each meaning a smallest project, reviewed by both, or the proof of none.

    OLD and NEW are folders, revisions of git (HEAD~1) or both (HEAD~1:rules); without NEW, it is the rules of --rules.
    """
    from . import proofs

    return proofs.diff_rules(session, old, new, elements, seconds, portfolio)


@rules.command("mutate", epilog=epilog("rules mutate"))
@shared("lang", "data", "rules")
@proving
@click.option("--sample", type=click.IntRange(1), metavar="N", help="Make only so many changes, always the same ones.")
@click.option("--fail-under", "least", type=click.FloatRange(0, 100), default=0, metavar="PERCENT",
              help="End with exit code 1 where a smaller share of the changes is noticed.")  # fmt: skip
@click.option("-o", "--output", metavar="FILE", help="Write the scenarios that are missing to a .feature file.")
@click.argument("what", nargs=-1, metavar="[CODE]...", shell_complete=complete_code)
@click.pass_obj
def mutate(session: Session, /, what: tuple[str, ...], output: str | None, **limits: Any) -> tuple[str, int]:
    """Change the rules in one place after the other, and tell which changes no scenario notices.

    With CODE, only these rules are changed; derived facts, $parameters and 'verdict' can be named, too. What is proved to be
    no change does not count; of the others the scenario is written that would notice it.
    """
    from . import proofs

    return proofs.mutate_rules(session, what, output=output, **limits)


@rules.command("selftest", epilog=epilog("rules selftest"))
@shared("lang", "data", "rules")
@click.option("--seconds", type=click.FloatRange(0), default=10, show_default=True, metavar="N",
              help="How long projects are drawn.")  # fmt: skip
@click.option("--draw", type=int, default=0, show_default=True, metavar="N",
              help="Which projects are drawn: the same number draws the same ones.")  # fmt: skip
@click.pass_obj
def selftest(session: Session, seconds: float, draw: int) -> tuple[str, int]:
    """Let all interpreters review projects that are drawn at random; a difference is a bug, told with a smallest project."""
    from . import proofs

    return proofs.selftest_rules(session, seconds, draw)


@rules.command("docs", epilog=epilog("rules docs"))
@shared("lang", "rules")
@click.option("-o", "--output", default="book", show_default=True, metavar="DIR", help="Folder for the pages.")
@click.pass_obj
def docs(session: Session, output: str) -> None:
    """Write the policy book: pages that show every rule, its grounds and its scenarios to people.

    The pages are in Japanese and English, need no network, and show how the scenarios ended when they were last run
    with 'advise rules test'.
    """
    from ..book.write import write_book as write_pages

    folder_named(output)
    kb = session.knowledge()
    with refusing("output"):
        written = write_pages(kb, Path(output))
    err(say("book.written", session.language, n=len(written), path=Path(output) / "index.html"))


@rules.command(epilog=epilog("rules new"))
@shared("lang")
@click.option("--rules", "folder", required=True, metavar="PATH", help="Folder with your rules.")
@click.argument("name", metavar="AREA/NAME")
@click.pass_obj
def new(session: Session, folder: str, name: str) -> None:
    """Write the file of a new rule, to be filled in."""
    from ...engine.knowledge.scaffold import begun, new_rule

    with refusing("rules"):
        content = new_rule(name, *begun(folder))
    path = Path(folder) / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    write(path, content, option="")
    err(say("written", session.language, path=path))
    err(say("next.rule", session.language, folder=as_argument(folder)))


@rules.command("coverage", epilog=epilog("rules coverage"))
@shared("lang", "data", "rules")
@click.pass_obj
def coverage(session: Session) -> str:
    """Show what became of every statement of the article: a rule, or the reason why not."""
    from ..views import rules as told

    kb = session.knowledge()
    if session.format == "json":
        from ..writers.blocks import as_json

        return as_json(told.coverage_document(kb))
    return told.coverage(kb, session.language)
