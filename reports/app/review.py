"""A review as the command line does it: results in its formats, memos beside the projects, hints, the exit code."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from ...engine.assess.model import SCHEMA_VERSION, Assessment
from ...engine.knowledge.model import KnowledgeBase
from ..texts import say
from ..texts.misuse import Misuse
from ..words.names import Reading
from ..writers.blocks import as_json
from ..writers.console import OK, FailLevel, columns, err, exit_code
from ..writers.layout import as_argument, clean, installing, wrapped
from .refusal import Refusal, refusing
from .session import (
    PROJECT_NAMES,
    Session,
    changes_since,
    fits_standard,
    is_standard,
    print_result,
    without_schemas,
    write,
)

if TYPE_CHECKING:
    from ...engine.whatif.outlook import Outlook

MEMO_FORMATS = {".html": "html", ".htm": "html", ".md": "md", ".markdown": "md", ".docx": "docx", ".pdf": "pdf"}
"""What a memo is written as, by the end of its name."""

EXTRAS = {"docx": "office", "pdf": "pdf"}
"""What has to be installed besides, for some of the forms."""


class Results(Struct):
    """What the reviews of one run gave.

    Attributes:
        memos: Whether memos will be written.
        spoken: The language of all that is printed: that of the first project, once it was read.
        shown: One result a project, in the format asked for.
        hints: What is said beside the result, in order.
        code: The exit code by now.
        fails: From which findings on the exit code is 1; `never` for none.
    """

    session: Session
    in_file: bool = False
    memos: bool = True
    spoken: str | None = None
    shown: list[Any] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    code: int = OK
    fails: FailLevel = "never"
    outlooks: dict[str, Outlook] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """The language of all that is printed; a memo is in that of its project."""
        return self.spoken or self.session.language

    def add(self, path: str, fail_on: FailLevel) -> tuple[Assessment, KnowledgeBase]:
        """Review a project and keep the result.

        Raises:
            Refusal: There is none.
        """
        if not self._is_foreseen():
            assessment, kb = self.session.review(path)
        else:
            from ..memo.summary import QUESTIONS_SHOWN

            brief = self.session.format == "text" and not self.memos and not self.session.full
            shown = QUESTIONS_SHOWN if brief else None
            assessment, kb, ahead = self.session.foresee(path, shown=shown)
            if ahead is not None:
                self.outlooks[path] = ahead
        self.spoken = self.spoken or self.session.language
        self.code = max(self.code, exit_code(assessment, fail_on))
        before = None
        if self.session.assumptions and self.session.format == "text":
            from copy import copy

            as_it_is = copy(self.session)
            as_it_is.assumptions = ()
            before, _ = as_it_is.review(path)
        self.shown.append(self._shown(path, assessment, kb, before))
        self.fails = fail_on
        return assessment, kb

    def _is_foreseen(self) -> bool:
        """Tell whether anything shown needs to know what answers would change."""
        if self.session.format == "text":
            return self.memos or not self.session.quiet
        return self.session.format == "md" or self.session.full

    def fail(self, path: str, error: Exception) -> None:
        """Keep a project that cannot be reviewed among the results of others; a bug takes nothing from these."""
        from .failure import told

        text, document, code = told(error, self.session, self.spoken, one_of_several=True)
        self.spoken = self.spoken or self.session.language
        if not isinstance(error, Refusal):  # which names its places itself
            text = f"{path}\n{text}"
        self.code = max(self.code, code)
        self.hints.append(text)
        if self.session.format == "json":
            self.shown.append({"file": path, **document})

    def memo(self, path: str, assessment: Assessment, kb: KnowledgeBase, named: str | None = None) -> None:
        """Write the memo of a project, beside it or where `named`, and say so; where that fails, nothing else is lost."""
        session = self.session
        if session.assumptions and named is None:
            self.hints.append(say("memo.assumed", self.language))
            return
        target = named or memo_path(path)
        try:
            reading = self._reading(path, assessment, kb, session.language)
            write_memo(target, reading, "-o" if named else "advise memo -o", named=named is not None)
        except Refusal as refusal:
            self.code = max(self.code, refusal.exit_code)
            self.hints.append(refusal.text(self.language))
            return
        if not session.quiet and not is_standard(str(target)):
            self.hints.append(say("memo", self.language, path=target))

    def last_words(self, output: str | None) -> str:
        """Return what is said at the end: what was written, and the exit code where findings can set it."""
        written = say("written", self.language, path=output) if output is not None else ""
        told = self.session.format == "text" and self.fails != "never"
        ended = say("ended", self.language, code=self.code, level=self.fails) if told else ""
        return "\n".join(line for text in (written, ended) if text for line in wrapped(text, columns()))

    def text(self) -> str:
        """Return all results as one text or one document."""
        if self.session.format == "json":
            single = len(self.shown) == 1
            return as_json(self.shown[0] if single else {"schema_version": SCHEMA_VERSION, "assessments": self.shown})
        return "\n".join(self.shown)

    def _reading(self, path: str, assessment: Assessment, kb: KnowledgeBase, language: str) -> Reading:
        since = changes_since(self.session, path)
        return Reading(assessment, kb, language, self.outlooks.get(path), since, self.session.assumptions)

    def _shown(self, path: str, assessment: Assessment, kb: KnowledgeBase, before: Assessment | None) -> Any:
        language, outlook = self.language, self.outlooks.get(path)
        if self.session.format == "json":
            document = assessment.to_dict()
            if outlook is not None:
                from ..views.outlook import outlook_document

                document["outlook"] = outlook_document(outlook, assessment, kb)
            if self.session.assumptions:
                from ..views.outlook import assumed_document

                document["assumed"] = assumed_document(self.session.assumed, self.session.added)
            return document
        if self.session.format == "md":
            return rendered("md", self._reading(path, assessment, kb, language))
        from ..memo.summary import summary

        display = self.session.display(file=self.in_file)
        text = summary(Reading(assessment, kb, language, outlook, None, self.session.assumptions), display)
        if before is None:
            return text
        from ..views.outlook import against_file

        return f"{text}\n{against_file(before, assessment, kb, language, display, self.session.added)}"


def write_results(path: str, results: Results, projects: Sequence[str]) -> None:
    """Write results to a file that later runs know again.

    Raises:
        Refusal: It was not written.
    """
    from ..writers.file import JSON_MARKERS, PAGE_MARKER, TEXT_MARKER

    text = results.text()
    if results.session.format == "text":
        text = f"{TEXT_MARKER}{clean(' '.join(projects))}\n\n{text}"
    markers = {"text": (TEXT_MARKER,), "json": JSON_MARKERS, "md": (PAGE_MARKER,)}[results.session.format]
    write(path, text, markers)


def memo_path(project: str) -> Path:
    """Return where the memo of a project goes: each of several projects of one name in a folder has its own.

    >>> memo_path("plans/harbour.json").as_posix()
    'plans/harbour.memo.html'
    """
    path = Path(project)
    others = (path.with_suffix(end) for end in PROJECT_NAMES if path.stem and end != path.suffix)
    name = path.name if any(map(os.path.isfile, others)) else path.stem
    return path.parent / f"{name}.memo.html"


def memo_format(path: Path | str) -> str | None:
    """Return what a memo of such a name is written as; None where it says no form.

    >>> memo_format("plans/memo.DOCX"), memo_format("-"), memo_format("-.md"), memo_format("memo")
    ('docx', 'html', 'md', None)
    """
    return "html" if path == "-" else MEMO_FORMATS.get(Path(path).suffix.lower())


def write_memo(
    path: Path | str,
    reading: Reading,
    option: str = "-o",
    *,
    named: bool = True,
    audit: bool = False,
    template: Path | None = None,
) -> None:
    """Write a memo as the end of the name says.

    Raises:
        Refusal: It was not written.
    """
    from ..writers.file import PAGE_MARKER

    kind = memo_format(path)
    assert kind is not None, path
    write(path, rendered(kind, reading, audit, template), (PAGE_MARKER,), option, named=named)


def rendered(kind: str, reading: Reading, audit: bool = False, template: Path | None = None) -> str | bytes:
    """Return a memo as `html`, `md`, `docx` (with the looks of a document of the office, its `template`) or `pdf`.

    With `audit`, what is folded is to be printed, too.

    Raises:
        Misuse: What writes this form is not installed.
    """
    from ..memo.memo import memo

    report = memo(reading, audit=audit)
    try:
        if kind == "docx":
            from ..writers.word import as_word

            with refusing("output"):
                return as_word(report, template)
        if kind == "pdf":
            from ..writers.pdf import as_pdf

            return as_pdf(report)
    except ModuleNotFoundError as error:
        extra = EXTRAS[kind]
        raise Misuse("memo.extra", kind=kind, install=installing(extra)) from error
    from ..writers.markup import as_html, as_markdown, whole

    return as_markdown(whole(report)) if kind == "md" else as_html(report)


def review(
    session: Session,
    projects: Sequence[str],
    *,
    fail_on: FailLevel = "never",
    output: str | None = None,
    memo: bool = True,
) -> int:
    """Review projects, print or write the results and the memo beside each; return the exit code.

    Raises:
        Refusal: The only project cannot be reviewed, or the result cannot be written.
        Misuse: Changes since an earlier assessment are asked for, and no memo is written that could tell them.
    """
    projects, schemas = without_schemas(projects)
    document, output = _document(session, projects, output)
    _fits_since(session, projects, memo=memo)
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
    """Part a memo that is to be written, by its name, from a result that is; of the latter a name may say that it is JSON.

    Raises:
        Misuse: It is to hold the memos of several projects, or its name says another form than `-f`.
    """
    form = None if output is None else "json" if output.lower().endswith(".json") else memo_format(output)
    if output is None or form is None or form == session.format:
        return None, output
    if session.format != "text":
        raise Misuse("output.form", path=output, format=session.format)
    if form == "json":
        session.format = form
        return None, output
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
