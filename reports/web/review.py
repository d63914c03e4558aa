"""All answers on one page: those that are missing first, by who can give them; and every other one, to be changed in place."""

from __future__ import annotations

from starlette.responses import Response

from ...engine.interview.page import Page
from ...engine.interview.walk import Walk
from .answers import choice, effects, fields_again, put
from .fields import FormField
from .fields import field as field_of
from .visit import Visit

_MOST = 200
"""Questions without an answer, and answers of a page, that are shown here; more than that stand on their own pages."""


def review(visit: Visit, name: str) -> Response:
    """Show all answers."""
    walk = visit.walk(visit.served.folder.path(name), writing=True)
    cells = (cell for page in walk.pages for cell in page.cells)
    return _shown(visit, name, walk, {cell.id: field_of(cell, walk, visit.language) for cell in cells})


def reviewed(visit: Visit, name: str) -> Response:
    """Write the answers that were changed."""
    done = put(visit, visit.served.folder.path(name))
    if done.sent.wrong:
        cells = [cell for page in done.walk.pages for cell in page.cells]
        return _shown(visit, name, done.walk, fields_again(done, cells, visit.language), 400)
    if done.sent.is_undecided:
        return choice(visit, done, name)
    return visit.go("p", name, "review", told=effects(visit, done))


def _shown(visit: Visit, name: str, walk: Walk, fields: dict[str, FormField], status: int = 200) -> Response:
    labels = _labels(visit, walk)
    who = visit.who(walk)
    waited = {cell.id for _, cell in walk.unsettled()}
    missing: dict[str, list[tuple[str, Page, FormField]]] = {}
    rest: list[tuple[Page, int, list[tuple[str, FormField]]]] = []
    for page in walk.pages:
        answered = []
        for cell in page.cells:
            if cell.is_asked or cell.id in waited:
                person = next(map(who.name, who.can_answer(cell.address)), visit.say("web.anybody"))
                missing.setdefault(person, []).append((labels[cell.id], page, fields[cell.id]))
            elif cell.status in ("answered", "declined") or fields[cell.id].wrong:
                answered.append((labels[cell.id], fields[cell.id]))
        if answered:
            rest.append((page, len(answered), answered if len(answered) <= _MOST else []))
    left, shown = _MOST, {}
    for person, found in missing.items():
        shown[person] = len(found), found[:left]
        left -= len(shown[person][1])
    wrong = [one for one in fields.values() if one.wrong]
    called = visit.of(walk).title
    return visit.page(
        "review.html.j2",
        status,
        project=name,
        name=called,
        walk=walk,
        missing=shown,
        rest=rest,
        n=sum(map(len, missing.values())),
        wrong=wrong,
    )


def _labels(visit: Visit, walk: Walk) -> dict[str, str]:
    """Return what each question is called: in a grid by its row and its heading."""
    found = {}
    for page in walk.pages:
        for block in page.blocks:
            for row in block.rows:
                for cell, head in zip(row.cells, block.heads, strict=True):
                    found[cell.id] = visit.say("web.cell", row=row.label[visit.language], column=head[visit.language])
            found.update({cell.id: cell.question[visit.language] for cell in block.cells if cell.id not in found})
    return found
