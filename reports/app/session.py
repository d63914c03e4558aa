"""One run of the command line: what its options ask for, and the projects and rules that it reads for them.

What is different from an earlier review is found here for `advise diff` and for memos (`--since`). What goes wrong leaves
as a `Refusal`, which knows its exit code. Parsing the command line is `cli`'s work.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from ..texts.misuse import Misuse
from ..writers.console import chosen_language, columns, in_color, out, whole
from .refusal import refusing

if TYPE_CHECKING:
    from ...engine.assess.model import Assessment
    from ...engine.compare.difference import Difference
    from ...engine.compiled import CompiledKnowledgeBase
    from ...engine.project.project import Assumption, Project
    from ...engine.reading.document import Document
    from ...engine.whatif.outlook import Outlook
    from ..words.names import Teller
    from ..writers.display import Display


PROFILE = "advise.yaml"
"""The profile that is used when it lies beside the project."""

PROJECT_NAMES = (".json", ".yaml", ".yml")
"""How the name of a project ends."""


class Session(Struct):
    """What the options say, and what is known of the language by now.

    Attributes:
        lang: What `--lang` says.
        since: An earlier assessment that memos tell the changes from.
        stated: What the project that is being read says in `lang`.
        version: Of the rules that were loaded last.
        assumed: What the assumptions mean for the project that was read last.
        added: The elements that they added to it.
        piped: What came by standard input, which can be read only once.
    """

    lang: str | None = None
    format: str = "text"
    color: str = "auto"
    ascii: bool = False
    full: bool = False
    quiet: bool = False
    debug: bool = False
    rules: str | None = None
    profile: str | None = None
    today: str | None = None
    since: str | None = None
    assumptions: tuple[str, ...] = ()
    stated: object = None
    version: str = ""
    assumed: tuple[Assumption, ...] = ()
    added: tuple[str, ...] = ()
    piped: Document | None = None
    _bases: dict[tuple[str | None, str | None], CompiledKnowledgeBase] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """The language to speak: asked for, else the project's, else the locale's when it is Japanese."""
        return chosen_language(self.lang, self.stated, os.environ)

    @property
    def day(self) -> str:
        """The date of the review: what `--today` says, else the calendar's."""
        return self.today or datetime.now().astimezone().date().isoformat()

    def display(self, *, file: bool = False) -> Display:
        """Return how to show a summary: on this terminal, or in a file."""
        from ..writers.display import Display

        if file:
            return Display(ascii=self.ascii, full=self.full, quiet=self.quiet)
        colored = in_color(self.color, os.environ, terminal=sys.stdout.isatty())
        return Display(columns(), colored, self.ascii, self.full, self.quiet)

    def knowledge(self, project: str | None = None, *, use_cache: bool = True) -> CompiledKnowledgeBase:
        """Load the rules, once for each profile: the one that is named or lies beside the project.

        Raises:
            Refusal: The rules or the profile are not valid.
        """
        from ... import load_rules

        profile = self.profile
        if profile is None and project is not None and project != "-":
            from ...engine.knowledge.files import profile_in

            with refusing("rules"):
                profile = profile_in(Path(project).parent)
        kb = self._bases.get((self.rules, profile))
        if kb is None:
            with refusing("rules"):
                kb = self._bases[self.rules, profile] = load_rules(self.rules, profile=profile, use_cache=use_cache)
        self.version = kb.version
        return kb

    def project(self, path: str) -> tuple[Project, CompiledKnowledgeBase]:
        """Read a project, with what is assumed about it, and the rules for it.

        Raises:
            Refusal: The project or the rules are not valid.
        """
        from ...engine.project.project import read_project
        from ...engine.reading.document import read_document

        self.stated = None
        with refusing("project"):
            document = self.piped if path == "-" and self.piped is not None else read_document(path)
            self.piped = document if path == "-" else self.piped
            self.stated = document.data.get("lang")
            kb = self.knowledge(path)
            if self.assumptions:
                from ...engine.project.assumptions import added_elements, with_assumptions

                project = with_assumptions(document, self.assumptions, kb)
                self.assumed, self.added = project.assumptions, added_elements(project)
                return project, kb
            return read_project(document, kb), kb

    def review(self, path: str) -> tuple[Assessment, CompiledKnowledgeBase]:
        """Review a project.

        Raises:
            Refusal: The project or the rules are not valid.
        """
        from ...engine.assess import assess

        project, kb = self.project(path)
        return assess(project, kb, today=self.today), kb

    def foresee(
        self, path: str, *, shown: int | None = None
    ) -> tuple[Assessment, CompiledKnowledgeBase, Outlook | None]:
        """Review a project, and tell what answers would change and what it would take to reach a better verdict.

        Where a few questions are all that will be shown, and there are none and the verdict is the best one, there is
        no outlook.

        Raises:
            Refusal: The project or the rules are not valid.
        """
        from ...engine.assess import assess

        project, kb = self.project(path)
        assessment = assess(project, kb, today=self.today)
        if shown is not None and not assessment.questions and assessment.verdict == "proceed":
            return assessment, kb, None
        from ...engine.whatif.outlook import outlook

        return assessment, kb, outlook(assessment, project, kb, full=self.full and self.format == "json", shown=shown)


def write(
    path: Path | str, content: str | bytes, markers: tuple[str, ...] = (), option: str = "-o", *, named: bool = True
) -> None:
    """Write a file whole or not at all, and never over a file of someone else's; see `writers.file.write_file`.

    What goes by the name of standard output (`is_standard`) is written there, as the same bytes.

    Raises:
        Refusal: It was not written.
    """
    from ..writers.file import write_file

    with refusing("output"):
        if isinstance(path, str) and is_standard(path):
            whole(content)
            return
        write_file(Path(path), content, markers, option, named=named)


def is_standard(path: str) -> bool:
    """Tell whether a name means standard output; its end may say the form there, too (`./-` is a file).

    >>> is_standard("-"), is_standard("-.pdf"), is_standard("./-")
    (True, True, False)
    """
    return path == "-" or (path.startswith("-.") and "/" not in path)


def fits_standard(path: str, *, binary: bool) -> None:
    """Refuse to show on a terminal what is no text.

    Raises:
        Misuse: That is what is asked for.
    """
    if binary and is_standard(path) and sys.stdout.isatty():
        raise Misuse("output.terminal", path=path)


def folder_named(path: str) -> None:
    """Refuse standard output where several files are written.

    Raises:
        Misuse: That is what is asked for.
    """
    if is_standard(path):
        raise Misuse("output.folder", path=path)


def print_result(session: Session, text: str) -> None:
    """Print a part of the result on standard output.

    Raises:
        Refusal: It could not be written.
    """
    with refusing("output"):
        out(text, color=session.display().color)


def without_schemas(paths: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the projects among several files, and the schemas that lie beside them; never no project at all."""
    schemas = [path for path in paths if len(paths) > 1 and _is_schema(path)]
    if len(schemas) == len(paths):
        return list(paths), []
    return [path for path in paths if path not in schemas], schemas


def _is_schema(path: str) -> bool:
    """Tell whether a file is the schema that advise wrote beside a project: `*.json` names it, too."""
    from ...engine.project.folder import head_of
    from ...engine.project.schema import is_schema

    return is_schema(head_of(Path(path)))


def changes_since(session: Session, path: str) -> Difference | None:
    """Return what is different from the earlier assessment that `--since` names; None without one.

    Raises:
        Refusal: A file or the rules are not valid.
    """
    if session.since is None:
        return None
    from copy import copy

    return difference_between(copy(session), session, session.since, path)[0]


def difference_between(before: Session, session: Session, old: str, new: str) -> tuple[Difference, Teller]:
    """Return the difference between two project files or saved assessments, and what names its findings and facts.

    Raises:
        Refusal: A file or the rules are not valid.
    """
    from ...engine.compare.difference import Side, difference, saved_difference
    from ...engine.compare.editions import Edition, edition_of, is_saved
    from ...engine.project.address import source_and_id
    from ..words.names import Teller

    documents = [_document(path) for path in (old, new)]
    sides: list[Side | Edition] = []
    names: dict[str, str] = {}
    for own, path, document in zip((before, session), (old, new), documents, strict=True):
        if is_saved(document.data):
            with refusing("project"):
                sides.append(edition_of(document.data, document.places.of("")))
            kb = own.knowledge()
        else:
            project, kb = own.project(path)
            sides.append(Side(project, kb, own.day))
            names |= {one: project.names.get(one, source_and_id(one)[1]) for one in project.elements}
    teller = Teller.naming(kb, session.language, names)
    first, last = sides
    if isinstance(first, Side) and isinstance(last, Side):
        return difference(first, last), teller
    return saved_difference(*[one if isinstance(one, Edition) else one.edition for one in sides]), teller


def _document(path: str) -> Document:
    from ...engine.reading.document import read_document

    with refusing("project"):
        return read_document(path)
