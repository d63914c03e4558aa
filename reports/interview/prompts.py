"""A page as prompts of a terminal: what is asked together, since one line can answer it.

The yes-or-no questions of a page are one list of which the numbers are typed that hold; a column of a grid is asked of all
its elements at once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from ...engine.interview.page import Cell, GridRow, Page, Section
from ...engine.knowledge.model import Texts
from ...engine.knowledge.plan import Bundle

PromptForm = Literal["one", "which", "each", "names", "new"]
IsWanted = Callable[[Cell], bool]

_MOST_TOGETHER = 9
"""Yes-or-no questions that are asked as one list."""
_MOST_ROWS = 20
_TOGETHER = {"bool": _MOST_ROWS, "enum": _MOST_ROWS, "int": _MOST_ROWS, "number": _MOST_ROWS, "set": 6, "refs": 6}
"""Elements that one line is about, by the type of what is asked of them; of a longer list the others come behind them."""


class Prompt(Struct, frozen=True):
    """What one line answers.

    Attributes:
        form: `one` question; `which` of several hold; `each` of several elements, one after the other; the `names` of a
            list's elements; one `new` element.
        rows: The questions behind each number: one, or those of a bundle.
        names: What the numbers stand for; empty for a single question.
        head: For a column of a grid its heading, else None.
        bundle: The choice that answers several questions of an element.
        numbers: The numbers that were given to the rows, which stay when only the rest is asked.
        is_rest: Whether the others of the list were answered and it is only left to say what is with these.
    """

    form: PromptForm
    rows: tuple[tuple[Cell, ...], ...]
    names: tuple[Texts, ...] = ()
    head: Texts | None = None
    bundle: Bundle | None = None
    numbers: tuple[int, ...] = ()
    is_rest: bool = False

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every question of it."""
        return tuple(cell for row in self.rows for cell in row)

    @property
    def cell(self) -> Cell:
        """Its only question, or the first one."""
        return self.rows[0][0]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its questions."""
        return tuple(cell.id for cell in self.cells)


def prompts_of(page: Page, wanted: IsWanted, apart: Collection[tuple[str, str]] = ()) -> Iterator[Prompt]:
    """Yield the prompts of a page in its order.

    Args:
        page: The page.
        wanted: Which questions are to be asked.
        apart: The bundles, each with an element, whose questions are answered one by one.
    """
    told: set[str] = set()
    for block in page.blocks:
        if block.form == "grid":
            yield from _grid(block, wanted, apart)
            continue
        for cell in block.cells:
            if cell.id in told or not wanted(cell):
                continue
            if is_yes_or_no(cell):
                beside = [one for one in _around(cell, page, wanted) if one.id not in told][:_MOST_TOGETHER]
                told |= {one.id for one in beside}
                yield _together(beside)
            else:
                yield Prompt("new" if cell.new else "names" if cell.definition is None else "one", ((cell,),))


def is_yes_or_no(cell: Cell) -> bool:
    """Tell whether a question is answered by yes or no."""
    return cell.definition is not None and cell.definition.type == "bool"


def rest_of(prompt: Prompt, wanted: IsWanted) -> Prompt | None:
    """Return what is left of a list of which some were answered; None when nothing is."""
    left = [at for at, row in enumerate(prompt.rows) if wanted(row[0])]
    if not left:
        return None
    names = tuple(prompt.names[at] for at in left)
    numbers = tuple(prompt.numbers[at] for at in left)
    return Prompt("which", tuple(prompt.rows[at] for at in left), names, prompt.head, None, numbers, is_rest=True)


def _around(cell: Cell, page: Page, wanted: IsWanted) -> Iterator[Cell]:
    """Yield the yes-or-no questions from one on, as far as no grid stands between them."""
    begun = False
    for block in page.blocks:
        begun = begun or cell in block.cells
        if begun and block.form == "grid" and any(map(wanted, block.cells)):
            return
        if begun and block.form != "grid":
            yield from (one for one in block.cells if is_yes_or_no(one) and wanted(one))


def _together(cells: Sequence[Cell]) -> Prompt:
    if len(cells) == 1:
        return Prompt("one", ((cells[0],),))
    return _numbered("which", [(cell,) for cell in cells], [cell.question for cell in cells])


def _grid(block: Section, wanted: IsWanted, apart: Collection[tuple[str, str]]) -> Iterator[Prompt]:
    bundled: set[tuple[str, int]] = set()
    for at, head in enumerate(block.heads):
        for bundle, places in block.bundles:
            whole = [
                row
                for row in block.rows
                if at == places[0]
                and (bundle.name, row.subject) not in apart
                and all(wanted(row.cells[place]) for place in places)
            ]
            bundled |= {(row.subject, place) for row in whole for place in places}
            for some in _parts(whole, _MOST_ROWS):
                rows = [tuple(row.cells[place] for place in places) for row in some]
                yield _numbered("each", rows, [row.label for row in some], bundle.label, bundle)
        asked = [row for row in block.rows if (row.subject, at) not in bundled and wanted(row.cells[at])]
        yield from _column(asked, at, head)


def _column(asked: Sequence[GridRow], at: int, head: Texts) -> Iterator[Prompt]:
    """Yield what is asked of some elements in one column: of several in one line, where their answers fit on it."""
    definition = asked[0].cells[at].definition if asked else None
    kind = definition.type if definition is not None else "text"
    for some in _parts(asked, _TOGETHER.get(kind, 1)):
        if len(some) == 1:
            yield Prompt("one", ((some[0].cells[at],),), (some[0].label,), head)
        else:
            rows = [(row.cells[at],) for row in some]
            yield _numbered("which" if kind == "bool" else "each", rows, [row.label for row in some], head)


def _parts(rows: Sequence[GridRow], most: int) -> Iterator[Sequence[GridRow]]:
    yield from (rows[start : start + most] for start in range(0, len(rows), most))


def _numbered(
    form: PromptForm, rows: Sequence[tuple[Cell, ...]], names: Sequence[Texts], head: Texts | None = None, bundle: Bundle | None = None
) -> Prompt:  # fmt: skip
    return Prompt(form, tuple(rows), tuple(names), head, bundle, tuple(range(1, len(rows) + 1)))
