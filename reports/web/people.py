"""Questions to other people: whom to ask what, a list for one person, and the workbook that goes out and comes back.

What came back is shown before it is written, and is written only into the file that it was shown for.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path, PureWindowsPath

from starlette.datastructures import UploadFile
from starlette.responses import Response

from ...engine.interview.answers import cleaned
from ...engine.interview.walk import Walk
from ...engine.project.decisions import decided_last
from ...engine.reading.edited_file import EditedFile, save
from ..app.refusal import Refusal, refusing
from ..app.sheet import answers_in, sheet_of
from ..sheet.read import OTHER, SheetRead
from ..sheet.rows import QuestionRow
from ..texts.misuse import Misuse
from ..words.names import write_date
from .folder import NotThere
from .pages import sent, told
from .visit import Visit

_LONGEST_NAME = 120


def asked_people(visit: Visit, walk: Walk) -> list[tuple[str, int]]:
    """Return who is asked first for anything that is open, and how much each can answer; one question may have several."""
    who = visit.who(walk)
    first: dict[str, None] = {}
    counts: Counter[str | None] = Counter()
    for key in who.desk.keys(everything=False):
        persons = who.can_answer(key)
        first |= dict.fromkeys(persons[:1])
        counts.update({*persons, key.subject})
    return [(who.name(person), counts[person]) for person in first]


def person(visit: Visit, name: str) -> Response:
    """Show the questions to one person, to be printed or to talk through."""
    path = visit.served.folder.path(name)
    walk = visit.walk(path)
    who = visit.who(walk)
    meant = who.meant(visit.query.get("for", ""))
    rows = [who.desk.row(key, filled=False) for key in who.of(meant, who.desk.keys(everything=False))]
    topics: dict[str, list[QuestionRow]] = {}
    for row in rows:
        topics.setdefault(row.topic, []).append(row)
    day = write_date(visit.session.day, visit.language)
    called = visit.of(walk).title
    return visit.page(
        "person.html.j2",
        project=name,
        name=called,
        whom=who.name(meant),
        topics=list(topics.items()),
        n=len(rows),
        day=day,
    )


def workbook(visit: Visit, name: str) -> Response:
    """Send the questions as a workbook: those to one person, or all."""
    path, whom = visit.served.folder.path(name), visit.query.get("for")
    project, _ = visit.session.project(str(path))
    made = sheet_of(visit.session, str(path), whom, decided_last(project.responses))
    if made is None:
        raise Misuse("serve.nothing")
    return sent(made.content, f"{path.stem}.{'questions' if whom is None else whom}.xlsx")


def returned(visit: Visit, name: str) -> Response:
    """Show what a workbook that came back would change; nothing is written."""
    assert visit.form is not None
    found = visit.form.get("sheet")
    if not isinstance(found, UploadFile) or not found.filename:
        raise Misuse("serve.sheet")
    called = cleaned(PureWindowsPath(Path(found.filename).name).name)[-_LONGEST_NAME:]
    found.file.seek(0)  # the page is made in each language
    return _shown(visit, name, visit.served.uploads.numbered((called, found.file.read())))


def same(visit: Visit, name: str) -> Response:
    """Show what a workbook would change that was made while the project had another name; nothing is written."""
    return _shown(visit, name, visit.sent("number"))


def written(visit: Visit, name: str) -> Response:
    """Write what a workbook changes, as it was shown; where the project was changed since, it is shown once more."""
    number = visit.sent("number")
    prefer = "sheet" if visit.sent("prefer") == "sheet" else "file"
    _, file, outcome = _read(visit, name, number, prefer)
    if visit.sent("digest") != file.document.sha256:
        return _shown(visit, name, number)
    visit.about_to_write()
    with refusing("project"):
        save(file, outcome.merged.edits)
    visit.served.uploads.drop(number)
    return visit.go("p", name, told=[visit.say("web.sheet.written", n=len(outcome.merged.changes))])


def _read(visit: Visit, name: str, number: str, prefer: str) -> tuple[str, EditedFile, SheetRead]:
    """Return what a workbook is called that came, the project as it is by now, and what the one changes in the other."""
    known = visit.served.uploads.get(number)
    if known is None:
        raise NotThere(number)
    called, content = known
    path = visit.served.folder.path(name)
    with tempfile.TemporaryDirectory() as folder:
        sheet = Path(folder) / "sheet"  # what a browser calls it may be no name of a file here
        sheet.write_bytes(content)
        renamed = visit.sent("renamed") != ""
        found = answers_in(visit.session, str(sheet), str(path), by=None, prefer=prefer, renamed=renamed, called=called)
        return called, *found


def _shown(visit: Visit, name: str, number: str) -> Response:
    found = visit.of(visit.walk(visit.served.folder.path(name))).title
    try:
        called, file, outcome = _read(visit, name, number, "file")
    except Refusal as refusal:
        if [one.code for one in refusal.problems] != [OTHER]:
            raise
        return visit.page(
            "other.html.j2", 409, project=name, name=found, problems=told(refusal.problems, visit), number=number
        )
    return visit.page(
        "sheet.html.j2",
        project=name,
        name=found,
        renamed=visit.sent("renamed"),
        merged=outcome.merged,
        notes=[note[visit.language] for note in outcome.notes],
        number=number,
        digest=file.document.sha256,
        sheet=called,
    )
