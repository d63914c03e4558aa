"""A list whose elements have a chance of success each: how many succeed on average. It counts successes, never money."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine.knowledge.presentation import Chances
from ..texts import enumerate_words, filled
from ..words.names import Reading
from ..writers.blocks import Row, Table

_NAMED = 4


def chance_words(reading: Reading, part: Chances) -> Iterator[str]:
    """Yield what the elements are, and what is to be expected of them; nothing where there are none."""
    names = [_named(reading, part, member.id) for member in reading.assessment.elements.get(part.list, ())]
    if names:
        title = reading.text(part.texts["title"])
        yield reading.say("labelled", label=title, text=enumerate_words(names, reading.language, _NAMED))
        yield from _expected(reading, part)


def chance_table(reading: Reading, part: Chances) -> Table | None:
    """Return every element with its chance; None where there is none."""
    members = reading.assessment.elements.get(part.list, ())
    rows = []
    for member in members:
        subject = f"{part.list}/{member.id}"
        chance, running = reading.value(part.chance, subject), reading.value(part.running, subject)
        figure = reading.say("unknown") if chance is None else percentage(chance)
        rows.append(
            Row(
                (
                    reading.text(member.label),
                    figure,
                    reading.say("unknown" if running is None else "yes" if running else "no"),
                )
            )
        )
    if not rows:
        return None
    heads = tuple(reading.text(part.texts[key]) for key in ("element", "chance", "running"))
    return Table(reading.text(part.texts["title"]), heads, tuple(rows))


def _named(reading: Reading, part: Chances, name: str) -> str:
    """Return an element with its chance, and that it does not count yet where it does not; with its name alone else."""
    subject = f"{part.list}/{name}"
    chance, running = reading.value(part.chance, subject), reading.value(part.running, subject)
    notes = [] if chance is None else [percentage(chance)]
    notes += [reading.text(part.texts["not_running"])] if running is False else []
    label = reading.text(reading.members[subject].label)
    return (
        reading.say("subject.noted", subject=label, note=enumerate_words(notes, reading.language)) if notes else label
    )


def percentage(chance: float) -> str:
    """Write a chance of success: `12%`, `0.5%`.

    >>> percentage(0.05), percentage(0.123), percentage(1)
    ('5%', '12.3%', '100%')
    """
    return f"{round(chance * 100, 2):.4g}%"


def _expected(reading: Reading, part: Chances) -> Iterator[str]:
    """Yield what the chances of the elements come to, where a rule adds up what is known of them."""
    beside = part.list.rpartition(".")[0]
    for name, added in reading.assessment.sums.items():
        if name.rpartition(".")[0] == beside and added.known:
            text = "expected" if added.known == added.meant else "expected_least"
            values = {"n": added.meant, "known": added.known, "sum": f"{added.total:.4g}"}
            yield filled(reading.text(part.texts[text]), values)
            yield reading.text(part.texts["note"])
