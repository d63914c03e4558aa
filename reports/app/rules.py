"""The commands on rules, for those who look after them: each with its options, and what it does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..texts import say
from ..texts.help import epilog
from ..texts.misuse import Misuse
from ..writers.blocks import as_json
from ..writers.console import BUG, FAILED, OK, err
from ..writers.layout import as_argument
from .help import Subcommands
from .options import complete_code, proving, shared
from .refusal import Refusal, refusing
from .session import Session, folder_named, is_standard, write

if TYPE_CHECKING:
    from ...engine.compiled import CompiledKnowledgeBase


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
    from ...engine.verify.own import declared
    from ..views.rules import sound

    session.rules = folder or session.rules
    kb = session.knowledge(use_cache=False)
    with refusing("rules"):
        declared(kb)
    return sound(kb, session.rules, session.language)


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
    from ...engine.scenarios.run import keep_results
    from ...engine.scenarios.run import run_scenarios as run
    from ..views.rules import nothing_for, rule_code
    from ..views.scenarios import no_scenarios, report_document, report_text

    kb = session.knowledge()
    chosen = tuple(dict.fromkeys(map(rule_code, codes)))
    for code in chosen:
        if code not in kb.by_code:
            raise nothing_for(code, kb)
    with refusing("scenarios"):
        report = run(kb, chosen)
    if not feature_files(report.folder):
        raise Refusal([no_scenarios(report.folder)], "scenarios")
    keep_results(report, kb)
    silent = report.silent(chosen)
    ended = FAILED if report.failed or silent else OK
    if session.format == "json":
        return as_json(report_document(report, kb, silent)), ended
    return report_text(report, kb, session.language, silent), ended


@rules.command("verify", epilog=epilog("rules verify"))
@shared("lang", "proof", "rules")
@proving
@click.option("-o", "--output", metavar="DIR", help="Folder for the projects that show what was found.")
@click.pass_obj
def verify(session: Session, elements: int | None, seconds: int, output: str | None) -> tuple[str, int]:
    """Prove of every possible project what the rules can say, or show a project that breaks it.

    It is asked whether every rule, severity, derived value and verdict can occur, whether a rule brings another one of its
    kind with it unsaid, whether every fact matters and a better one never harms, and what the folder claims claims.
    """
    from ...engine.verify.asking import enough
    from ...engine.verify.claims import proved
    from ..views.proofs import MARKER, shown_projects, verified_document, verified_sarif, verified_text
    from ..writers.file import refusal

    if output is not None:
        folder_named(output)
    kb = session.knowledge()
    elements = elements or enough(kb)
    with refusing("rules"):
        answers = proved(kb, elements, seconds)
    if output is not None:
        projects = shown_projects(answers)
        try:
            Path(output).mkdir(parents=True, exist_ok=True) if projects else None
        except (OSError, ValueError) as error:
            raise Refusal([refusal(output, error)], "output") from error
        for name, text in projects.items():
            write(Path(output) / name, text, (MARKER,), named=False)
    ended = FAILED if any(answer.outcome == "refuted" and answer.reason is None for answer in answers) else OK
    if session.format == "sarif":
        return as_json(verified_sarif(answers, kb, session.language)), ended
    if session.format == "json":
        return as_json(verified_document(answers, kb, elements)), ended
    return verified_text(answers, kb, elements, session.language), ended


@rules.command("diff", epilog=epilog("rules diff"))
@shared("lang", "data", "rules", "today")
@proving
@click.option("--on", "portfolio", metavar="DIR", help="Folder of projects: tell which of them change, and how.")
@click.argument("old", type=click.Path())
@click.argument("new", required=False, type=click.Path())
@click.pass_obj
def diff_rules(
    session: Session, old: str, new: str | None, elements: int | None, seconds: int, portfolio: str | None
) -> str:
    """Tell what a change of the rules changes: for each meaning a smallest project, reviewed by both, or the proof of none.

    OLD and NEW are folders, revisions of git (HEAD~1) or both (HEAD~1:rules); without NEW, it is the rules of --rules.
    """
    from ...engine.knowledge.load import SHIPPED
    from ...engine.problems.problem import problem_of
    from ...engine.verify.asking import enough
    from ...engine.verify.difference import difference, over_portfolio
    from ...engine.verify.space import UnsupportedError
    from ..views.rule_difference import RuleReport

    here = Path(new) if new is not None and Path(new).is_dir() else Path(session.rules or SHIPPED)
    before = _rules(old, here)
    after = session.knowledge() if new is None else _rules(new, here)
    try:
        found = difference(before, after, elements or enough(before, after), seconds)
    except UnsupportedError as error:
        problem = problem_of("V001", None, f"cannot be compared: {error}", f"比べられません：{error}")
        raise Refusal([problem], "rules") from None
    moved = None
    if portfolio is not None:
        with refusing("project"):
            moved = over_portfolio(_folder(portfolio), before, after, session.day)
    report = RuleReport(found, before, after, moved, portfolio or "", session.language)
    return as_json(report.document()) if session.format == "json" else report.text()


def _rules(named: str, here: Path) -> CompiledKnowledgeBase:
    """Load what `--rules` would, or what a revision has."""
    from ... import load_rules
    from ...engine.compiled import compiled
    from ...engine.knowledge.revision import load_revision

    with refusing("rules"):
        if Path(named).is_dir():
            return load_rules(named)
        revision, colon, folder = named.partition(":")
        return compiled(load_revision(revision, Path(folder) if colon else here))


def _folder(path: str) -> Path:
    from ...engine.problems.problem import Place, ProblemsError, problem_of

    if not Path(path).is_dir():
        cure = "Name a folder with project files.", "事業のファイルがあるフォルダーを指定してください。"
        place = Place(path, 1, 1)
        raise ProblemsError([problem_of("D001", place, "is no folder", "フォルダーではありません", *cure)])
    return Path(path)


@rules.command("mutate", epilog=epilog("rules mutate"))
@shared("lang", "data", "rules")
@proving
@click.option("--sample", type=click.IntRange(1), metavar="N", help="Make only so many changes, always the same ones.")
@click.option(
    "--since", metavar="OLD", help="Change only what was edited since a folder or a revision of git (HEAD~1)."
)
@click.option("--fail-under", "least", type=click.FloatRange(0, 100), default=0, metavar="PERCENT",
              help="End with exit code 1 where a smaller share of the changes is noticed.")  # fmt: skip
@click.option("-o", "--output", metavar="FILE", help="Write the scenarios that are missing to a .feature file.")
@click.argument("what", nargs=-1, metavar="[CODE]...", shell_complete=complete_code)
@click.pass_obj
def mutate(
    session: Session,
    what: tuple[str, ...],
    elements: int | None,
    seconds: int,
    sample: int | None,
    since: str | None,
    least: float,
    output: str | None,
) -> tuple[str, int]:
    """Change the rules in one place after the other, and tell which changes no scenario notices.

    With CODE, only these rules are changed; derived facts, $parameters and 'verdict' can be named, too. What is proved to be
    no change does not count; of the others the scenario is written that would notice it.
    """
    from ...engine.knowledge.load import SHIPPED
    from ...engine.mutants.run import edited, score
    from ...engine.scenarios.gherkin import feature_files
    from ...engine.scenarios.home import Home
    from ...engine.verify.asking import enough
    from ..views.proofs import HEAD, missing_scenarios, score_document, score_text
    from ..views.rules import nothing_for, rule_code
    from ..views.scenarios import no_scenarios

    kb = session.knowledge()
    home = Home(kb)
    names = {*kb.by_code, *kb.vocabulary.concepts, *(f"${name}" for name in kb.parameters)}
    chosen = [one if one in names or one == "verdict" else rule_code(one) for one in what]
    for one in chosen:
        if one not in names and one != "verdict":
            raise nothing_for(one, kb)
    if since is not None:
        chosen += edited(_rules(since, Path(session.rules or SHIPPED)), kb)
    if not feature_files(home.features):
        raise Refusal([no_scenarios(home.features)], "scenarios")
    with refusing("scenarios"):
        found = score(
            home,
            chosen if what or since is not None else None,
            elements=elements or enough(kb),
            seconds=seconds,
            sample=sample,
        )
    ended = FAILED if found.percent < least else OK
    if output is not None and is_standard(output):
        return missing_scenarios(found), ended
    if output is not None:
        write(output, missing_scenarios(found), (HEAD,))
    if session.format == "json":
        return as_json(score_document(found, kb)), ended
    return score_text(found, kb, session.language), ended


@rules.command("selftest", epilog=epilog("rules selftest"))
@shared("lang", "data", "rules")
@click.option("--seconds", type=click.FloatRange(0), default=10, show_default=True, metavar="N",
              help="How long projects are drawn.")  # fmt: skip
@click.option("--draw", type=int, default=0, show_default=True, metavar="N",
              help="Which projects are drawn: the same number draws the same ones.")  # fmt: skip
@click.pass_obj
def selftest(session: Session, seconds: float, draw: int) -> tuple[str, int]:
    """Let all interpreters review projects that are drawn at random; a difference is a bug, told with a smallest project."""
    from ...engine.verify.selftest import selftest as held
    from ..views.proofs import selftest_document, selftest_text

    kb = session.knowledge()
    found = held(kb, seconds, draw)
    ended = BUG if found.found else OK
    if session.format == "json":
        return as_json(selftest_document(found, kb, draw)), ended
    return selftest_text(found, kb, session.language, draw), ended


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
        kb, taken = begun(folder)
    with refusing("new_rule"):
        content = new_rule(name, kb, taken)
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
        return as_json(told.coverage_document(kb))
    return told.coverage(kb, session.language)
