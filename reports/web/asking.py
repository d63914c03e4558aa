"""The interview in pages: what a page shows and in which order, and where its answers lead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field
from starlette.responses import Response

from ...engine.interview.page import Cell, GridRow, Page, Section
from ...engine.interview.walk import Walk
from ...engine.knowledge.plan import Bundle
from ..memo.opening import coverage_words
from .answers import choice, effects, fields_again, put
from .fields import FormField
from .fields import field as field_of
from .folder import NotThere
from .pages import verdict_report
from .visit import Visit

ROWS = 50
"""Rows of a grid, and names of a list, on a page."""
_LATE = ("false",)
"""What opens a question that hardly anybody is asked."""


class FormCell(Struct, frozen=True):
    """A cell of a grid.

    Attributes:
        fields: Its question; none where it is not asked, several where one choice answers them together.
        dep: The gate in its row that it waits for, by its place among the gates of the row; None for none.
        is_late: Whether it is asked after a "no" only: then it is not to be seen while nothing is answered.
        gates: For a question that is a gate: its place, and the values that open it.
        bundle: The choice that answers all its questions; None for a single one.
        options: What can be chosen then, as it is sent and as it is called.
        held: What is chosen.
        is_labelled: Whether each question has to be called by its name, because the heading is about more than that.
    """

    fields: tuple[FormField, ...]
    dep: int | None = None
    is_late: bool = False
    gates: tuple[tuple[int, tuple[str, ...]], ...] = ()
    bundle: Bundle | None = None
    options: tuple[tuple[str, str], ...] = ()
    held: str = ""
    is_labelled: bool = False

    @property
    def is_mixed(self) -> bool:
        """Whether its questions have answers that no choice gives."""
        return not self.held and any(not one.state.is_blank or one.wrong for one in self.fields)

    def closes(self, value: str) -> str:
        """Return the classes of an option: which gates of the row it closes (`c0`), and which not (`g0`), as a blank does."""
        return " ".join(f"{'c' if value and value not in values else 'g'}{at}" for at, values in self.gates)

    @property
    def closed(self) -> set[int]:
        """The gates of the row that it closes as it stands."""
        values = self.fields[0].state.values if self.fields else ()
        return {at for at, opening in self.gates if (values[0] not in opening if values else opening == _LATE)}


class FormRow(Struct, frozen=True):
    """A row of a grid: its element, what that is called, and its cells."""

    subject: str
    label: str
    columns: tuple[FormCell, ...]


class FormSection(Struct):
    """A part of a page.

    Attributes:
        fields: Its questions; of a grid all of them.
        lines: The rows of a grid.
        names: What is on a list: the names of its elements.
        heads: The headings of a grid.
        shut: The columns of a grid that are closed in every row as it stands, by their places, each with the class that says
            which answers open it; empty where none does.
        follow: What is shown under it only with some of its values: these, and the parts.
    """

    block: Section
    fields: tuple[FormField, ...]
    lines: tuple[FormRow, ...] = ()
    names: tuple[FormField, ...] = ()
    heads: tuple[str, ...] = ()
    shut: Mapping[int, str] = field(default_factory=dict)
    follow: list[tuple[tuple[str, ...], list[FormSection]]] = field(default_factory=list)

    @property
    def has_signs(self) -> bool:
        """Whether it is answered by signs that have to be explained: ○, ×, ？."""
        return any(one.cell.definition is not None and one.cell.definition.type == "bool" for one in self.fields)

    @property
    def is_fine(self) -> bool:
        """Whether only something minor depends on it."""
        return bool(self.fields) and all(one.cell.is_offered for one in self.fields)

    def opens(self, value: str) -> str:
        """Return the classes of an option: which parts it opens."""
        return " ".join(f"o{at}" for at, (values, _) in enumerate(self.follow) if value in values)


def ask(visit: Visit, name: str, page: str) -> Response:
    """Show a page of the interview."""
    walk = visit.walk(visit.served.folder.path(name), writing=True)
    found = _page(walk, page)
    return _shown(visit, name, walk, found, {one.id: field_of(one, walk, visit.language) for one in _cells(found)})


def asked(visit: Visit, name: str, page: str) -> Response:
    """Write the answers of a page, and go on to the next one that has something to ask."""
    done = put(visit, visit.served.folder.path(name))
    found = _page(done.walk, page)
    if done.sent.wrong:
        return _shown(visit, name, done.walk, found, fields_again(done, _cells(found), visit.language), 400)
    if done.sent.is_undecided:
        return choice(visit, done, name)
    assert done.taken is not None
    after, told, more = done.taken.after, effects(visit, done), visit.sent("more")
    if visit.sent("go") != "on":
        return visit.go("p", name, told=told)
    named = {one.cell.address.fact for one in done.taken.stored if one.answer.kind == "add"}
    if after.page(page).asked and any(one.form == "grid" and one.source in named for one in found.blocks):
        told.append(visit.say("web.saved.names"))  # what is asked about new elements stands on the same page
        return visit.go("p", name, "ask", page, told=told)
    if more.isdecimal():
        return visit.go("p", name, "ask", page, told=told, first=int(more))
    following = after.next(page)
    if following is not None:
        return visit.go("p", name, "ask", following.name, told=told)
    # Whoever left something blank is not led around in a circle.
    return visit.go("p", name, told=[*told, visit.say("web.saved.end", n=after.left)] if after.left else told)


def _shown(
    visit: Visit, name: str, walk: Walk, page: Page, fields: dict[str, FormField], status: int = 200
) -> Response:
    start = visit.start
    parts = list(_parts(page, fields, visit.language, start))
    longest = max((_length(block) for block in page.blocks), default=0)
    reading = visit.of(walk)
    return visit.page(
        "ask.html.j2",
        status,
        project=name,
        name=reading.title,
        page=page,
        parts=[one for one in parts if not one.is_fine],
        fine=[one for one in parts if one.is_fine],
        walk=walk,
        report=verdict_report(reading),
        reading=reading,
        wrong=[one for one in fields.values() if one.wrong],
        start=start,
        more=start + ROWS if longest > start + ROWS else None,
        longest=longest,
        checked=coverage_words(reading),
        persons=visit.who(walk).everybody(),
        roads=[one.title[visit.language] for one in walk.kb.presentation.road],
    )


def _page(walk: Walk, name: str) -> Page:
    try:
        return walk.page(name)
    except KeyError:
        raise NotThere(name) from None


def _cells(page: Page) -> list[Cell]:
    return [cell for block in page.blocks for cell in (*block.cells, *block.names)]


def _length(block: Section) -> int:
    return len(block.rows) or len(block.names)


def _parts(page: Page, fields: dict[str, FormField], language: str, start: int) -> Iterator[FormSection]:
    """Yield the parts of a page; what waits for an answer on it stands under that one."""
    gates: dict[str, FormSection] = {}
    on_page = {cell.id for cell in page.cells}
    for part in (part for one in page.blocks for part in _of(one, fields, language, start, on_page)):
        block = part.block
        if block.form == "one":
            gates[part.fields[0].id] = part
        shows = {cell.gate for cell in block.cells}
        gate = next(iter(shows)) if len(shows) == 1 else None
        above = gates.get(gate[0]) if gate is not None else None
        if gate is None or above is None:
            yield part
            continue
        values = tuple("true" if one is True else "false" if one is False else str(one) for one in gate[1])
        beside = next((parts for known, parts in above.follow if known == values), None)
        if beside is None:
            above.follow.append((values, [part]))
        else:
            beside.append(part)


def _of(
    block: Section, fields: dict[str, FormField], language: str, start: int, on_page: set[str]
) -> list[FormSection]:
    """Return what is to be seen of a block: nothing, one part, or the columns of a grid that matter apart from the finer ones."""
    if block.form == "grid":
        return _grids(block, fields, language, start, on_page)
    cells = [cell for cell in block.cells if _is_seen(cell, on_page)]
    if not cells:
        return []
    names = tuple(fields[cell.id] for cell in block.names[start : start + ROWS]) if block.form == "list" else ()
    return [FormSection(block, tuple(fields[cell.id] for cell in cells), names=names)]


def _grids(
    block: Section, fields: dict[str, FormField], language: str, start: int, on_page: set[str]
) -> list[FormSection]:
    """Return a grid with a column for each fact that is asked of anybody, one for facts that are answered together.

    Columns in which only something minor depends on every cell make a grid of their own.
    """
    grave: list[tuple[Bundle | None, tuple[int, ...]]] = []
    fine: list[tuple[Bundle | None, tuple[int, ...]]] = []
    for at in range(len(block.heads)):
        if not any(_is_seen(row.cells[at], on_page) for row in block.rows):
            continue
        bundle = next((one for one in block.bundles if at in one[1]), None)
        column = (bundle[0], bundle[1]) if bundle is not None else (None, (at,))
        seen = [row.cells[one] for row in block.rows for one in column[1] if _is_seen(row.cells[one], on_page)]
        columns = fine if all(cell.is_offered for cell in seen) else grave
        columns += [column] if column not in columns else []
    parts = (_grid(block, columns, fields, language, start, on_page) for columns in (grave, fine))
    return [part for part in parts if part.fields]


def _grid(
    block: Section,
    columns: Sequence[tuple[Bundle | None, tuple[int, ...]]],
    fields: dict[str, FormField],
    language: str,
    start: int,
    on_page: set[str],
) -> FormSection:
    lines = [_line(row, columns, fields, language, on_page) for row in block.rows[start : start + ROWS]]
    lines = [line for line in lines if any(column.fields for column in line.columns)]
    shown = tuple(one for line in lines for column in line.columns for one in column.fields)
    heads = tuple((block.heads[places[0]] if one is None else one.label)[language] for one, places in columns)
    shut = {at: _opened_by(lines, at) for at in range(len(columns)) if all(_is_shut(line, at) for line in lines)}
    return FormSection(block, shown, tuple(lines), heads=heads, shut=shut)


def _opened_by(lines: Iterable[FormRow], at: int) -> str:
    """Return the class of a column that another one opens."""
    return next((f"shut{dep}" for line in lines if (dep := line.columns[at].dep) is not None), "")


def _is_shut(line: FormRow, at: int) -> bool:
    """Tell whether nothing is to be seen in a cell before another answer opens it."""
    column = line.columns[at]
    closed = {gate for one in line.columns for gate in one.closed}
    return not column.fields or column.dep in closed


def _line(
    row: GridRow,
    columns: Sequence[tuple[Bundle | None, tuple[int, ...]]],
    fields: dict[str, FormField],
    language: str,
    on_page: set[str],
) -> FormRow:
    own = {cell.id for cell in row.cells}
    beside = {row.cells[at].id for _, places in columns for at in places}
    gates = list(dict.fromkeys(cell.gate for cell in row.cells if cell.gate is not None and cell.gate[0] in own))
    found = []
    for bundle, places in columns:
        cells = [row.cells[at] for at in places if _is_seen(row.cells[at], on_page)]
        shown = tuple(fields[cell.id] for cell in cells)
        dep = next((gates.index(cell.gate) for cell in cells if cell.gate in gates), None)
        opened = tuple(
            (at, tuple(map(_sent, values)))
            for at, (name, values) in enumerate(gates)
            for cell in cells
            if cell.id == name
        )
        late = dep is not None and gates[dep][0] in beside and tuple(map(_sent, gates[dep][1])) == _LATE
        late = late and all(one.state.is_blank for one in shown)
        if bundle is None or len(cells) < len(places):  # a choice for all of them fits only where all of them are asked
            found.append(FormCell(shown, dep, late, opened, is_labelled=bundle is not None))
            continue
        options = tuple(
            (
                "|".join(f"{cell.id}={_sent(value)}" for cell, value in zip(cells, one.values, strict=True)),
                one.label[language],
            )
            for one in bundle.options
            if one.values
        )
        held = "|".join(f"{cell.id}={_sent(cell.value)}" for cell in cells)
        found.append(FormCell(shown, dep, late, opened, bundle, options, held if held in dict(options) else ""))
    return FormRow(row.subject, row.label[language], tuple(found))


def _sent(value: object) -> str:
    return "true" if value is True else "false" if value is False else str(value)


def _is_seen(cell: Cell, on_page: set[str]) -> bool:
    """Tell whether a question is shown: asked or answered, or one that an answer on the same page may open."""
    if cell.status in ("open", "answered", "declined"):
        return True
    return cell.gate is not None and cell.gate[0] in on_page and cell.weight in ("needed", "core")
