"""A form of answers: read, held against the file as it is by then, and written; or a choice, where both changed the same.

Nothing is overwritten. What was answered here and is untouched in the file is written, whatever else was changed in it;
where both have another answer than when the page was made, a person decides, one question after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from msgspec import Struct, field
from starlette.datastructures import FormData
from starlette.responses import Response

from ...engine.interview.answers import Answer, Misread
from ...engine.interview.page import Cell
from ...engine.interview.record import referring
from ...engine.interview.walk import Taken, Walk, take
from ...engine.problems.problem import ProblemsError
from ...engine.reading.edited_file import write_edited
from ..interview.told import checked_sentences, finding_sentences, verdict_sentences
from ..interview.words import refused_words
from ..texts import enumerate_words
from ..words.answers import declined_words
from ..writers.markup import cleaned
from .fields import NONE, FieldState, FormField, answer, held_by, packed, sent_for
from .fields import field as field_of
from .visit import Visit

_TRIES = 3
_CHANGED_MEANWHILE = "P301"
Result = TypeVar("Result")


class Sent(Struct):
    """What a form says.

    Attributes:
        answers: What is new, by the ids of the questions, in the order of the form.
        states: What was sent for each question of the form.
        wrong: Why what was sent is no answer, by id.
        conflicts: The questions that somebody else has answered otherwise meanwhile.
        out: The elements that are to be taken out of their lists, and of them those that nobody was asked about yet.
        gone: What was answered about something that is not there any more.
    """

    answers: dict[str, Answer] = field(default_factory=dict)
    states: dict[str, FieldState] = field(default_factory=dict)
    wrong: dict[str, str] = field(default_factory=dict)
    conflicts: list[Cell] = field(default_factory=list)
    out: list[str] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)

    @property
    def is_undecided(self) -> bool:
        """Whether somebody has to decide something before anything is written."""
        return bool(self.conflicts or self.unsure)

    gone: list[str] = field(default_factory=list)


class Done(Struct, frozen=True):
    """What became of a form: written, or not because of what is wrong or to be decided."""

    walk: Walk
    sent: Sent
    taken: Taken | None = None


def put(visit: Visit, path: Path) -> Done:
    """Write the answers of a form into a project, all or none.

    Raises:
        ProblemsError: The file cannot be read or written; nothing was.
    """
    return once_more(lambda: _put(visit, path))


def once_more(write: Callable[[], Result]) -> Result:
    """Read and write a file, some times more where somebody else writes into it between the two."""
    for left in reversed(range(_TRIES)):
        try:
            return write()
        except ProblemsError as error:
            if not left or error.problems[0].code != _CHANGED_MEANWHILE:
                raise
    raise AssertionError


def _put(visit: Visit, path: Path) -> Done:
    assert visit.form is not None
    walk = visit.walk(path)
    sent = _read(visit, visit.form, walk)
    if sent.wrong or sent.is_undecided:
        return Done(walk, sent)
    taken = take(walk, sent.answers, by=visit.by, removed=sent.out)
    taken = _filled(visit, sent, taken)
    if taken.edits:
        visit.about_to_write()
        write_edited(walk.file, taken.after.file)
        visit.served.keep_walk(taken.after)
    return Done(walk, sent, taken)


def _read(visit: Visit, form: FormData, walk: Walk) -> Sent:
    there = [one for one in _texts(form, "out") if one in walk.project.elements and form.get(f"sure:{one}") != "no"]
    found = Sent(out=there, unsure=[one for one in there if form.get(f"sure:{one}") != "yes"])
    by_name = {cleaned(name): cell for name, (_, cell) in walk.by_id.items()}
    together = _bundled(form)
    for key in form:
        name = key.removeprefix("was:")
        was = packed(str(form[key])) if name != key else None
        if was is None:
            continue
        cell = by_name.get(name)
        if cell is None:
            found.gone += [name] if not _left_over(name, form).says(was) else []
            continue
        now = together.get(name) or sent_for(cell, name, form)
        found.states[cell.id] = now
        if form.get(f"pick:{name}") != "theirs" and cell.address.subject not in there:
            _compare(visit, found, cell, was, now, walk)
    for name in [name for name in found.answers if not _is_open(walk.by_id[name][1], found.answers, walk)]:
        del found.answers[name]
    return found


def _left_over(name: str, form: FormData) -> FieldState:
    """Return what was sent for a question that is not there any more."""
    return FieldState(tuple(_texts(form, f"a:{name}")), str(form.get(f"d:{name}", "")).removeprefix("?"))


def _compare(visit: Visit, found: Sent, cell: Cell, was: FieldState, now: FieldState, walk: Walk) -> None:
    """Keep what is new in a field, or why it is no answer, or that somebody else has answered otherwise."""
    read = answer(cell, was, now, walk, _whom(visit, cell, walk))
    held = held_by(cell)
    if read is None or (held.says(now) and held.source == now.source):
        return
    if isinstance(read, Misread):
        found.wrong[cell.id] = _why(visit, read)
    elif (not held.says(was) or held.source != was.source) and (cell.is_name or read.kind not in ("add", "enough")):
        found.conflicts.append(cell)
    else:
        found.answers[cell.id] = read


def _bundled(form: FormData) -> dict[str, FieldState]:
    """Return what the choices say that answer several questions of a row at once, where they were changed."""
    found = {}
    for key in form:
        name = key.removeprefix("bundled:")
        chosen = str(form.get(f"b:{name}", ""))
        if name != key and chosen not in ("", form[key]):
            parts = (part.rpartition("=") for part in chosen.split("|"))
            found.update({one: FieldState((value,)) for one, _, value in parts})
    return found


def _is_open(cell: Cell, answers: Mapping[str, Answer], walk: Walk) -> bool:
    """Tell whether a question was to be seen with the answers beside it; one behind a closed gate was left over."""
    if cell.gate is None or cell.gate[0] not in walk.by_id:
        return True
    gate, values = cell.gate
    given = answers.get(gate)
    value = walk.by_id[gate][1].value if given is None else given.value
    return value is None or value in values


def _filled(visit: Visit, sent: Sent, taken: Taken) -> Taken:
    """Give the blank fields of the form the answer that was chosen for them; a follow-up that opened with it, too."""
    kind, whom = visit.sent("rest"), visit.sent("rest-whom")
    for _ in range(_TRIES):
        blank = [
            taken.after.by_id[name][1]
            for name, state in sent.states.items()
            if state.is_blank and name in taken.after.by_id
        ]
        new = {}
        for cell in blank:
            if not cell.is_asked or cell.asked is not None or cell.id in sent.answers or cell.definition is None:
                continue
            if kind == "no" and cell.definition.type == "bool":
                new[cell.id] = Answer("value", False)
            elif kind == "unknown":
                new[cell.id] = Answer("unknown")
            elif kind == "ask" and (known := whom or _whom(visit, cell, taken.after)):
                new[cell.id] = Answer("ask", whom=known)
        if not new:
            break
        sent.answers |= new
        taken = take(taken.before, sent.answers, by=visit.by, removed=sent.out)
    return taken


def _whom(visit: Visit, cell: Cell, walk: Walk) -> str:
    """Return who can usually answer a question, by name; empty where nobody in particular can."""
    who = visit.who(walk)
    return next(map(who.name, who.can_answer(cell.address)), "")


def _why(visit: Visit, misread: Misread) -> str:
    return (
        refused_words(misread, visit.language)
        if misread.reason == "refused"
        else visit.say(f"web.misread.{misread.reason}", **misread.details)
    )


def fields_again(done: Done, cells: Iterable[Cell], language: str) -> dict[str, FormField]:
    """Return the fields of a form that was not written, with what was sent, by id."""
    return {
        cell.id: field_of(cell, done.walk, language, done.sent.states.get(cell.id), done.sent.wrong.get(cell.id, ""))
        for cell in cells
    }


def choice(visit: Visit, done: Done, project: str) -> Response:
    """Show what both have changed, and what is to be taken out, to be decided one by one; nothing has been written."""
    assert visit.form is not None
    both = []
    for cell in done.sent.conflicts:
        now = field_of(cell, done.walk, visit.language)
        sent, there = done.sent.states[cell.id], now.state
        mine, theirs = (_with_source(visit, now, one, sent.source != there.source) for one in (sent, there))
        both.append((now, mine, theirs))
    replaced = {f"was:{cleaned(one.id)}": one.was for one, _, _ in both}
    asked = {f"sure:{one}" for one in done.sent.unsure}
    kept = [
        (key, replaced.get(key, value))
        for key, value in visit.form.multi_items()
        if isinstance(value, str) and key != "csrf" and key not in asked and not key.startswith("pick:")
    ]
    out = [_going(visit, done.walk, one) for one in done.sent.unsure]
    return visit.page(
        "choice.html.j2", 409, project=project, name=visit.of(done.walk).title, both=both, out=out, kept=kept
    )


def _going(visit: Visit, walk: Walk, subject: str) -> tuple[str, str, int, list[str]]:
    """Return an element that is to be taken out: what it is called, how much is said of it, and what refers to it."""
    said = sum(key.subject == subject for key in walk.project.stated)
    teller = visit.of(walk).teller
    others = [teller.fact(*key) for key in referring(subject, walk.project, walk.kb)]
    return subject, teller.subject(subject), said, others


def _with_source(visit: Visit, field: FormField, state: FieldState, told: bool) -> str:
    """Return what a field holds in words, with where that comes from where this is what differs."""
    text = words(visit, field, state)
    return (
        visit.say("about", text=text, subjects=visit.say("web.source.of", what=state.source))
        if told and state.source
        else text
    )


def words(visit: Visit, field: FormField, state: FieldState) -> str:
    """Return what a field holds in words."""
    labels = dict(field.options)
    if state.declined:
        return declined_words(state.declined, state.whom, visit.language)
    texts = [visit.say("web.none") if one == NONE else labels.get(one, one) for one in state.values]
    return enumerate_words(texts, visit.language) or visit.say("ask.answer.open")


def effects(visit: Visit, done: Done) -> list[str]:
    """Return what the answers changed, in few sentences: the verdict, the findings, how far it is checked."""
    taken = done.taken
    assert taken is not None
    told = []
    if not taken.edits:
        told.append(visit.say("web.saved.nothing"))
    else:
        if done.sent.out:
            names = [visit.of(taken.before).teller.subject(one) for one in done.sent.out]
            told.append(visit.say("web.saved.out", names=enumerate_words(names, visit.language)))
        told.append(visit.say("web.saved", n=len(taken.stored)))
        told += finding_sentences(taken, visit.language)
        told += verdict_sentences(
            taken.before, taken.after, visit.language
        )  # how far it is checked stands beside the page
    if visit.sent("digest") not in ("", done.walk.file.document.sha256):
        told.append(visit.say("web.saved.meanwhile"))
    if done.sent.gone:
        told.append(
            visit.say("web.saved.gone", n=len(done.sent.gone), what=enumerate_words(done.sent.gone, visit.language))
        )
    return told


def verdict_change(visit: Visit, before: Walk, after: Walk) -> list[str]:
    """Return how the verdict changed, or else how much more is checked, where either did."""
    return verdict_sentences(before, after, visit.language) or checked_sentences(
        before.assessment.coverage, after.assessment.coverage, visit.language
    )


def _texts(form: FormData, name: str) -> list[str]:
    return [one for one in form.getlist(name) if isinstance(one, str)]
