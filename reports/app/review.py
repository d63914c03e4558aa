"""A review as the command line does it: results printed or written, memos beside the projects, hints, the exit code."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..texts import say
from ..texts.misuse import Misuse
from ..words.names import Reading
from ..writers.console import Level, err
from ..writers.layout import as_argument
from .results import EXTRAS, MEMO_FORMATS, Results, memo_format, memo_path, write_memo, write_results
from .session import Session, changes_since, fits_standard, is_standard, print_result, without_schemas


def review(
    session: Session,
    projects: Sequence[str],
    *,
    fail_on: Level = "never",
    output: str | None = None,
    memo: bool = True,
) -> int:
    """Review projects, print or write the results and the memo beside each; return the exit code.

    Raises:
        Refusal: The only project cannot be reviewed, or the result cannot be written.
        Misuse: Changes since an earlier assessment are asked for, and no memo is written that could tell them.
    """
    _fits_since(session, projects, memo=memo)
    projects, schemas = without_schemas(projects)
    document, output = _document(session, projects, output)
    memo = memo or document is not None
    results = Results(session, in_file=output is not None, memos=memo)
    for path in projects:
        try:
            assessment, kb = results.add(path, fail_on)
            if session.format == "text" and memo and (document is not None or path != "-"):
                results.memo(path, assessment, kb, document)
        except Exception as error:
            if len(projects) == 1:
                raise
            results.fail(path, error)
    results.hints += [say("skipped.schema", results.language, path=path) for path in schemas]
    if output is None and (document is None or not is_standard(document)):
        print_result(session, results.text())
    elif output is not None:
        write_results(output, results, projects)
    hints = results.hints if session.quiet else [*results.hints, results.last_words(output)]
    if any(hints):
        err("\n".join(("", *hints)))
    return results.code


def _document(session: Session, projects: Sequence[str], output: str | None) -> tuple[str | None, str | None]:
    """Part a memo that is to be written, by its name, from a result that is.

    Raises:
        Misuse: It is to hold the memos of several projects, or is named as a memo and to be something else.
    """
    form = None if output is None else memo_format(output)
    if output is None or form is None or form == session.format:
        return None, output
    if session.format != "text":
        raise Misuse("output.form", path=output, format=session.format)
    if len(projects) != 1:
        raise Misuse("memo.one", path=output, cure=f"advise memo {as_argument(projects[0])} -o {as_argument(output)}")
    fits_standard(output, binary=memo_format(output) in EXTRAS)
    return output, None


def _fits_since(session: Session, projects: Sequence[str], *, memo: bool) -> None:
    """Raise Misuse where `--since` is given and no memo is written that could tell it."""
    if session.since is None or session.format == "md":
        return

    since, project = as_argument(session.since), as_argument(projects[0])
    elsewhere = f"advise diff {since} {project}"
    in_memo = f"advise memo {project} --since {since} -o FILE.html"
    for given, name, cure in (
        (session.format == "json", "-f json", elsewhere),
        (not memo, "--no-memo", elsewhere),
        (bool(session.assumptions), "--set", in_memo),
    ):
        if given:
            raise Misuse("since", name=name, cure=cure)
    if set(projects) == {"-"}:
        raise Misuse("since.stdin", cure=in_memo)


def memos(
    session: Session, project: str, outputs: Sequence[str], *, audit: bool = False, template: str | None = None
) -> None:
    """Write the memo of a project in the formats that the names of the files say, by default beside it.

    Raises:
        Refusal: The project or the rules are not valid, or a memo cannot be written.
        Misuse: There is no place for a memo beside it, or a name says no format.
    """
    if not outputs and (project == "-" or session.assumptions):
        raise Misuse("memo.place")
    paths = outputs or [str(memo_path(project))]
    for path in paths:
        kind = memo_format(path)
        if kind is None:
            raise Misuse("memo.format", path=path, formats=", ".join(MEMO_FORMATS))
        fits_standard(path, binary=kind in EXTRAS)
    if template is not None and all(memo_format(path) != "docx" for path in paths):
        raise Misuse("memo.template")
    if sum(map(is_standard, outputs)) > 1:
        raise Misuse("output.once")
    assessment, kb, outlook = session.foresee(project)
    since = changes_since(session, project)
    reading = Reading(assessment, kb, session.language, outlook, since, session.assumptions)
    office = None if template is None else Path(template)
    for path in paths:
        write_memo(path, reading, named=bool(outputs), audit=audit, template=office)
        if not is_standard(path):
            err(say("memo", session.language, path=path))
