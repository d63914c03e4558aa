"""A sheet made: who is asked what, and the workbook of it."""

from __future__ import annotations

from msgspec import Struct

from ...engine.assess.model import Assessment
from ...engine.compiled import CompiledKnowledgeBase
from ...engine.project.project import Project
from ..texts import say
from ..words.names import base_name, project_name, write_date
from .rows import Desk
from .who import Who
from .workbook import FORMAT, Cover, PersonPage, workbook


class Made(Struct, frozen=True):
    """A sheet.

    Attributes:
        content: The workbook.
        count: How many questions it has.
        names: Whom they are put to.
    """

    content: bytes
    count: int
    names: tuple[str, ...]


def make(
    project: Project,
    assessment: Assessment,
    kb: CompiledKnowledgeBase,
    language: str,
    *,
    day: str,
    whom: str | None = None,
    by: str | None = None,
    everything: bool = False,
) -> Made | None:
    """Return the sheet with a project's open questions; None where there is none.

    Args:
        project: The project.
        assessment: What its review found.
        kb: The knowledge base.
        language: `en` or `ja`.
        day: When it is made.
        whom: The only one who is asked: a subject (`organisations/city`), what it is called, or a role.
        by: Who asks, and gets it back.
        everything: Put in what has an answer by now, too, with its answer.

    Raises:
        Misuse: Nobody is called so.
    """
    desk = Desk(project, assessment, kb, language)
    name = project_name(assessment.name, assessment.file, kb, language)
    who = Who(desk)
    keys = desk.keys(everything=everything)
    if whom is None:
        groups = who.each(keys)
    else:
        person = who.meant(whom)
        groups = {who.name(person): who.of(person, keys)}
    pages = [
        PersonPage(one, [desk.row(key, filled=everything) for key in some]) for one, some in groups.items() if some
    ]
    count = sum(len(page.rows) for page in pages)
    if not count:
        return None
    title = say("sheet.title", language, project=name, n=count)
    if whom is not None:
        title = say("sheet.title.whom", language, whom=pages[0].name, project=name, n=count)
    meta = {
        "format": FORMAT,
        "product": assessment.product_version,
        "rules": kb.version,
        "project": assessment.name or "",
        "file": base_name(assessment.file),
        "sha256": assessment.sha256 or "",
        "language": language,
        "day": day,
    }
    cover = Cover(title, by or "", day, write_date(day, language))
    return Made(workbook(cover, pages, meta, language), count, tuple(page.name for page in pages))
