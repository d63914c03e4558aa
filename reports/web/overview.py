"""One project: where it stands, page by page, whom to ask what, and what can be done with it."""

from __future__ import annotations

from starlette.responses import Response

from .pages import title, verdict_report
from .people import asked_people
from .visit import Visit

PEOPLE = 30
"""People who are named."""


def overview(visit: Visit, name: str) -> Response:
    """Show where a project stands, and what can be done with it."""
    path = visit.served.folder.path(name)
    reading = visit.reading(path)
    walk = visit.walk(path) if path.suffix.lower() == ".json" else None  # into others nothing can be written
    people = asked_people(visit, walk) if walk is not None else []
    return visit.page(
        "project.html.j2",
        project=name,
        name=title(reading),
        report=verdict_report(reading),
        walk=walk,
        following=walk.next() if walk is not None else None,
        roads=[one.title[visit.language] for one in reading.kb.presentation.road],
        people=people[:PEOPLE],
        more=len(people[PEOPLE:]),
        others=[one for one in visit.served.folder.names() if one != name],
    )
