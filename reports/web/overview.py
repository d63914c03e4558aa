"""One project: where it stands, page by page, whom to ask what, and what can be done with it; and its memo."""

from __future__ import annotations

from starlette.responses import Response

from ..memo.actions import overdue_words
from ..memo.memo import memo as memo_of
from ..words.names import Reading
from ..writers.markup import body_and_foot
from .decide import links
from .folder import is_writable
from .pages import verdict_report
from .people import asked_people
from .visit import Visit

PEOPLE = 30
"""People who are named."""


def overview(visit: Visit, name: str) -> Response:
    """Show where a project stands, and what can be done with it."""
    path = visit.served.folder.path(name)
    walk = visit.walk(path)
    reading = visit.of(walk)
    people = asked_people(visit, walk)
    return visit.page(
        "project.html.j2",
        project=name,
        name=reading.title,
        report=verdict_report(reading),
        overdue=overdue_words(reading),
        walk=walk,
        following=walk.next() if is_writable(name) else None,
        roads=[one.title[visit.language] for one in reading.kb.presentation.road],
        people=people[:PEOPLE],
        more=len(people[PEOPLE:]),
        others=_others(visit, name),
        there=visit.served.folder.there(),
    )


def _others(visit: Visit, name: str) -> list[str]:
    """Return the files that a project can be told from: first those that begin with its name, as its saved assessments do."""
    stem = name.rpartition(".")[0]
    others = [one for one in visit.served.folder.names() if one != name]
    return sorted(others, key=lambda one: not one.startswith(f"{stem}."))


def memo(visit: Visit, name: str) -> Response:
    """Show the memo of a project; each action leads to where it is decided who does it by when."""
    path = visit.served.folder.path(name)
    assessment, kb, outlook = visit.served.foresee(path)
    reading = Reading(assessment, kb, visit.language, outlook)
    report = memo_of(reading)
    body, foot = body_and_foot(report)
    return visit.page(
        "report.html.j2",
        project=name,
        name=report.title,
        report=report,
        body=body,
        foot=foot,
        links=links(reading, name) if is_writable(name) else {},
    )
