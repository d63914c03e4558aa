"""Projects beside each other, and a project beside another one or beside how it was."""

from __future__ import annotations

import copy

from msgspec.structs import replace
from starlette.responses import Response

from ..app.commands import side_by_side
from ..app.session import difference_between
from ..texts.misuse import Misuse
from ..views.comparison import comparison_report
from ..views.difference import difference_report
from ..writers.blocks import Paragraph
from .visit import Visit


def compare(visit: Visit) -> Response:
    """Show several projects side by side, in the order of the folder."""
    names = visit.chosen.get("p", [])
    if len(names) < 2:
        raise Misuse("serve.compare")
    found, kb = side_by_side(visit.session, [str(visit.served.folder.path(name)) for name in names])
    report = comparison_report(found, kb, visit.language)
    blocks = tuple(one for one in report.blocks if not (isinstance(one, Paragraph) and one.code))  # nobody types here
    return visit.page("report.html.j2", report=replace(report, blocks=blocks))


def difference(visit: Visit, name: str) -> Response:
    """Show what is different in a project from another one of the folder, or from an assessment that was saved in it."""
    new, old = (visit.served.folder.path(one) for one in (name, visit.query.get("with", "")))
    session = visit.session
    found, teller = difference_between(copy.copy(session), session, str(old), str(new))
    report = difference_report(found, teller)
    return visit.page("report.html.j2", project=name, name=visit.of(visit.walk(new)).title, report=report)
