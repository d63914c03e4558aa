"""Pages that only show: the projects of the folder, and the files of one to take away; and a new one."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.responses import HTMLResponse, Response

from ...engine.interview.answers import Answer, cleaned
from ...engine.interview.record import edits
from ...engine.project.address import Address
from ...engine.project.project import read_project
from ...engine.project.schema import starter_text
from ...engine.reading.edited_file import create, read_file, save
from ...engine.reading.encoding import name_of
from ..app.board import FileStanding, board_of
from ..app.refusal import refusing
from ..app.review import rendered
from ..memo.opening import opening
from ..screen.words import ScreenNames
from ..words.names import Reading, project_name
from ..words.verdict import reached
from ..writers.blocks import Group, Heading, Report, as_json
from ..writers.markup import taught
from .address import at
from .folder import NotThere
from .visit import Visit

SHOWN = 50
"""Projects on a page."""

_OWN_STYLE = (
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
"""What the page of all projects may hold: its style, which is part of it, and nothing else."""

_KINDS = ("docx", "pdf", "html", "json")
_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
}


def home(visit: Visit) -> Response:
    """Show the projects of the folder by the names of their files: nothing is ranked."""
    return _home(visit)


def _home(visit: Visit, wrong: str = "") -> Response:
    folder = visit.served.folder
    names = folder.names()
    start = min(visit.start, max(0, len(names) - 1))
    listed = names[start : start + SHOWN]
    kb = visit.session.knowledge(str(folder.root / "project.json"))
    words, rows, broken = ScreenNames(kb, visit.language, visit.session.day), [], []
    for name, found in zip(listed, visit.served.standing(kb, [folder.path(name) for name in listed]), strict=True):
        if found.judged is not None:
            rows.append(_row(visit, name, found.judged.cells, words))
        elif not found.is_none:
            broken.append((name, told([one.problem for one in found.troubles], visit)))
    broken += [
        (name, [{"message": visit.say("web.home.unnamed"), "place": "", "cure": ""}]) for name in folder.unnamed()
    ]
    spans = (max(0, start - SHOWN) if start else None, start + SHOWN if start + SHOWN < len(names) else None)
    return visit.page(
        "home.html.j2",
        400 if wrong else 200,
        rows=rows,
        broken=broken,
        spans=spans,
        shown=SHOWN,
        wrong=wrong,
        there=folder.there(),
        folder=name_of(folder.root.resolve()),
    )


def _row(visit: Visit, name: str, cells: Mapping[str, Any], words: ScreenNames) -> tuple[Any, ...]:
    """Return what the list of projects tells of one: its file, name and verdict, what weighs on it, how far it was checked."""
    told_of, due = cells["told"], cells["due"]
    key = "web.home.checked.all" if told_of == due else "web.home.checked"
    weights = [(one, words.teller.severity(one), cells[f"{one}s"]) for one in ("blocker", "major", "minor")]
    return (
        name,
        " ".join(project_name(cells["name"], name, words.kb, visit.language).split()),
        cells["verdict"],
        words.standing(cells["standing"]),
        [one for one in weights if one[2]],
        visit.say(key, told=told_of, due=due, n=due - told_of),
    )


def new(visit: Visit) -> Response:
    """Make a project of a name, and go to it."""
    name = cleaned(visit.sent("name"))
    if not name:
        return _home(visit, visit.say("web.new.blank"))
    return _made_once(visit, name, lambda: _new(visit, name))


def _new(visit: Visit, name: str) -> tuple[str, str]:
    session = visit.session
    path = visit.served.folder.new(name)
    with refusing("project"):
        kb = session.knowledge(str(path))
        file = create(path, starter_text(kb, visit.language, names_schema=False))
        if kb.presentation.project.name is not None:
            named, project = Address(kb.presentation.project.name), read_project(file.document, kb)
            save(file, edits(named, Answer("value", name), project, kb, visit.by, session.day))
    return path.name, visit.say("web.new.made", file=path.name)


def copied(visit: Visit, name: str) -> Response:
    """Copy a project into which nothing can be written, and go to the copy; the project stays as it is."""
    return _made_once(visit, name, lambda: _copied(visit, name))


def _copied(visit: Visit, name: str) -> tuple[str, str]:
    folder = visit.served.folder
    path = folder.path(name)
    with refusing("project"):
        data = read_file(path).document.data
        file = create(folder.new(path.stem), json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    return file.path.name, visit.say("web.copy.made", file=file.path.name, old=name)


def _made_once(visit: Visit, said: str, make: Callable[[], tuple[str, str]]) -> Response:
    """Go to the project that a form makes; a double click sends the form twice and makes one project."""
    visit.about_to_write()
    key = visit.path, visit.sent("there"), said
    made = visit.served.made.get(key)
    if made is None or not key[1] or made[0] not in visit.served.folder.names():
        made = visit.served.made.put(key, make())
    return visit.go("p", made[0], told=[made[1]])


def board(visit: Visit) -> Response:
    """Show where all projects of the folder stand, and what holds them back: the page of `advise screen`."""
    folder = visit.served.folder
    names = {Path(name).stem: name for name in reversed(folder.names())}  # of two of one name the first is told
    kb = visit.session.knowledge(str(folder.root / "project.json"))
    found = visit.served.standing(kb, [folder.path(name) for name in folder.names()])
    found += [FileStanding(None, ()) for _ in folder.unnamed()]
    page = board_of(visit.session, kb, found, lambda stem: at("p", names[stem], "memo"), "/")
    return HTMLResponse(page, headers={"content-security-policy": _OWN_STYLE})


def download(visit: Visit, name: str, kind: str) -> Response:
    """Send a project's memo as a document, or its assessment as data."""
    path = visit.served.folder.path(name)
    if kind not in _KINDS:
        raise NotThere(kind)
    assessment, kb, outlook = visit.served.foresee(path)
    if kind == "json":
        content: str | bytes = as_json(assessment.to_dict())
        return sent(content, f"{path.stem}.assessment.json")
    return sent(rendered(kind, Reading(assessment, kb, visit.language, outlook)), f"{path.stem}.memo.{kind}")


def sent(content: str | bytes, name: str) -> Response:
    """Return a file to be kept."""
    kind = name.rpartition(".")[2]
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}
    return Response(content, media_type=_TYPES[kind], headers=headers)


def verdict_report(reading: Reading) -> Report:
    """Return what stands first wherever a project is shown: the verdict, and how far it was checked."""
    label = reading.say(
        "labelled", label=reading.say("verdict"), text=reached(reading.assessment, reading.kb, reading.language)
    )
    box = Group(f"verdict {reading.assessment.verdict}", (Heading(label, name="verdict"), *opening(reading)))
    return Report(reading.title, "", reading.language, (box,), reading.assessment.product_version)


def told(problems: Sequence[Any], visit: Visit) -> list[dict[str, str]]:
    """Return problems as a page tells them: what is wrong, where, and what helps; files by their names."""
    language, folder = visit.language, str(visit.served.folder.root / "x").removesuffix("x")
    return [
        {
            "message": problem.message[language].replace(folder, ""),
            "place": f"{Path(problem.place.file).name}:{problem.place.line}:{problem.place.column}" if problem.place else "",
            "cure": problem.cure[language] if problem.cure is not None else "",
        }
        for problem in problems[:20]
    ]  # fmt: skip


def style(_visit: Visit) -> Response:
    """Send how the pages look."""
    text = taught("html").get_template("web/style.css").render()
    return Response(text, media_type="text/css; charset=utf-8")
