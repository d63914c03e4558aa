"""A review as the command line does it: results printed or written, memos beside the projects, hints, the exit code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..texts.terminal import say
from ..writers.console import Level, err, out
from ..writers.layout import as_argument
from .refusal import Refusal, refusing
from .results import Results, write_results
from .session import Session, without_schemas

if TYPE_CHECKING:
    from ..texts.usage import Misuse


def review(
    session: Session,
    projects: Sequence[str],
    *,
    fail_on: Level = "never",
    output: str | None = None,
    memo: bool = True,
) -> int:
    """Review projects and return the exit code.

    Args:
        session: What the options say.
        projects: Paths of project files, `-` for standard input.
        fail_on: From which severity on the exit code says so.
        output: The file that the results go to; standard output when None.
        memo: Whether a memo is written beside each project.

    Raises:
        Refusal: The only project cannot be reviewed, or the result cannot be written.
    """
    results = Results(session, in_file=output is not None, memos=memo)
    projects, schemas = without_schemas(projects)
    for path in projects:
        try:
            assessment, kb = results.add(path, fail_on)
        except Refusal as refusal:
            if len(projects) == 1:
                raise
            results.refuse(path, refusal)
            continue
        if session.format == "text" and memo and path != "-":
            results.memo(path, assessment, kb)
    results.hints += [say("skipped.schema", session.language, path=path) for path in schemas]
    if output is None:
        with refusing("output"):
            out(results.text())
    else:
        write_results(output, results, projects)
    hints = results.hints if session.quiet else [*results.hints, results.last_words(output)]
    if any(hints):
        err("\n".join(("", *hints)))
    return results.code


def unused_since(session: Session, projects: Sequence[str], *, memo: bool) -> Misuse | None:
    """Return what to say where `--since` is given and no memo is written that could tell it; None where one is.

    Args:
        session: What the options say.
        projects: Paths of project files, `-` for standard input.
        memo: Whether memos are asked for.
    """
    if session.since is None or session.format == "md":
        return None
    from ..texts.usage import misuse

    since, project = as_argument(session.since), as_argument(projects[0])
    elsewhere = f"advise diff {since} {project}"
    in_memo = f"advise memo {project} --since {since} -o FILE.html"
    for given, name, cure in (
        (session.format == "json", "-f json", elsewhere),
        (not memo, "--no-memo", elsewhere),
        (bool(session.assumptions), "--set", in_memo),
    ):
        if given:
            return misuse("since", name=name, cure=cure)
    return misuse("since.stdin", cure=in_memo) if set(projects) == {"-"} else None
