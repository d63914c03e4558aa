"""What the commands do that prove something of the rules: from a session to what is printed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..writers.blocks import as_json
from ..writers.console import BUG, FAILED, OK
from .refusal import Refusal, refusing
from .session import Session, folder_named, is_standard, write

if TYPE_CHECKING:
    from ...engine.compiled import CompiledKnowledgeBase


def verify_rules(session: Session, elements: int, seconds: int, folder: str | None) -> tuple[str, int]:
    """Settle the claims about the rules; return the report, and the exit code.

    Args:
        session: The session.
        elements: The most elements of each list.
        seconds: The most time for one question.
        folder: Where to write the projects that show what was found; None for nowhere.

    Raises:
        Refusal: The rules are not valid, or the projects cannot be written.
        Misuse: The folder is standard output.
    """
    from ...engine.verify.claims import Prover
    from ..views.verified import MARKER, shown_projects, verified_document, verified_sarif, verified_text
    from ..writers.file import refusal

    if folder is not None:
        folder_named(folder)
    kb = session.knowledge()
    with refusing("rules"):
        prover = Prover(kb, elements, seconds)
    answers = list(prover.answers())
    if folder is not None:
        projects = shown_projects(answers)
        try:
            Path(folder).mkdir(parents=True, exist_ok=True) if projects else None
        except (OSError, ValueError) as error:
            raise Refusal([refusal(folder, error)], "output") from error
        for name, text in projects.items():
            write(Path(folder) / name, text, (MARKER,), named=False)
    ended = FAILED if any(answer.outcome == "refuted" and answer.reason is None for answer in answers) else OK
    if session.format == "sarif":
        return as_json(verified_sarif(answers, kb, session.language)), ended
    if session.format == "json":
        return as_json(verified_document(answers, kb, elements)), ended
    return verified_text(answers, kb, elements, session.language), ended


def diff_rules(session: Session, old: str, new: str | None, elements: int, seconds: int, portfolio: str | None) -> str:
    """Return what becomes different between two rule bases, in the session's format.

    Args:
        session: The session.
        old: A folder, a revision of git, or both as `HEAD~1:rules`.
        new: The same; None for the session's rules.
        elements: The most elements of each list.
        seconds: The most time for one question.
        portfolio: A folder of projects that both are to review; None for none.

    Raises:
        Refusal: One of them cannot be read or is not valid, or they cannot be compared.
    """
    from ...engine.knowledge.load import SHIPPED
    from ...engine.problems.problem import Problem
    from ...engine.verify.difference import difference
    from ...engine.verify.portfolio import over_portfolio
    from ...engine.verify.space import UnsupportedError
    from ..views.rule_difference import RuleReport

    here = Path(new) if new is not None and Path(new).is_dir() else Path(session.rules or SHIPPED)
    before = _rules(old, here)
    after = session.knowledge() if new is None else _rules(new, here)
    try:
        found = difference(before, after, elements, seconds)
    except UnsupportedError as error:
        texts = {"en": f"cannot be compared: {error}", "ja": f"比べられません：{error}"}
        raise Refusal([Problem("V001", texts, None)], "rules") from None
    moved = None
    if portfolio is not None:
        with refusing("project"):
            moved = over_portfolio(_folder(portfolio), before, after, session.day)
    report = RuleReport(found, before, after, moved, portfolio or "", session.language)
    return as_json(report.document()) if session.format == "json" else report.text()


def mutate_rules(
    session: Session,
    only: Sequence[str],
    elements: int,
    seconds: int,
    *,
    sample: int | None,
    output: str | None,
    least: float,
) -> tuple[str, int]:
    """Change the rules in one place after the other; return which changes no scenario notices, and the exit code.

    Args:
        session: The session.
        only: Codes, derived facts and `$parameters`, or `verdict`; all when empty.
        elements: The most elements of each list.
        seconds: The most time for one question.
        sample: How many changes are made; None for all.
        output: Where to write the scenarios that are missing; None for nowhere.
        least: The least share that is to be noticed, from 0 to 100.

    Raises:
        Refusal: The rules or the scenarios are not valid, or the file cannot be written.
        Misuse: There is no such rule.
    """
    from ...engine.mutants.run import score
    from ...engine.scenarios.gherkin import feature_files
    from ...engine.scenarios.home import Home
    from ..views.mutants import HEAD, missing_scenarios, score_document, score_text
    from ..views.rules import nothing_for, rule_code
    from ..views.scenarios import no_scenarios

    kb = session.knowledge()
    home = Home(kb)
    names = {*(rule.code for rule in kb.rules), *kb.vocabulary.concepts, *(f"${name}" for name in kb.parameters)}
    chosen = [one if one in names or one == "verdict" else rule_code(one) for one in only]
    for one in chosen:
        if one not in names and one != "verdict":
            raise nothing_for(one, kb)
    if not feature_files(home.features):
        raise Refusal([no_scenarios(home.features)], "scenarios")
    with refusing("scenarios"):
        found = score(home, chosen, elements=elements, seconds=seconds, sample=sample)
    ended = FAILED if found.percent < least else OK
    if output is not None and is_standard(output):
        return missing_scenarios(found), ended
    if output is not None:
        write(output, missing_scenarios(found), (HEAD,))
    if session.format == "json":
        return as_json(score_document(found, kb)), ended
    return score_text(found, kb, session.language), ended


def selftest_rules(session: Session, seconds: float, draw: int) -> tuple[str, int]:
    """Hold the interpreters against one another on projects drawn at random; return the report, and the exit code.

    Args:
        session: The session.
        seconds: How long projects are drawn.
        draw: Which projects are drawn.

    Raises:
        Refusal: The rules are not valid.
    """
    from ...engine.verify.selftest import selftest
    from ..views.selftest import selftest_document, selftest_text

    kb = session.knowledge()
    found = selftest(kb, seconds, draw)
    ended = BUG if found.found else OK
    if session.format == "json":
        return as_json(selftest_document(found, kb, draw)), ended
    return selftest_text(found, kb, session.language, draw), ended


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
    from ...engine.problems.problem import Place, Problem, ProblemsError

    if not Path(path).is_dir():
        texts = {"en": "is no folder", "ja": "フォルダーではありません"}
        cure = {"en": "Name a folder with project files.", "ja": "事業のファイルがあるフォルダーを指定してください。"}
        raise ProblemsError([Problem("D001", texts, cure, Place(path, 1, 1))])
    return Path(path)
