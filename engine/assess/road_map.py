"""The road map: the order of areas in which findings are told and questions asked, the step of the present phase first."""

from __future__ import annotations

from collections.abc import Iterable

from ..knowledge.model import Area

_NO_STEP = 99


class RoadMap:
    """Says where an area comes for a project in some phase.

    The areas have a step each, and stand in their order; the step of an area that names the phase comes before all others.
    Questions leave what lies behind the project to the end: nobody who runs a project is first asked how its city was chosen.
    """

    def __init__(self, areas: Iterable[Area], phase: str | None) -> None:
        """Prepare the road map.

        Args:
            areas: All areas.
            phase: The project's phase, None when it is unknown.
        """
        found = list(areas)
        present = {area.step for area in found if phase is not None and phase in area.phases}
        steps = {area.name: _NO_STEP if area.step is None else area.step for area in found}
        self._places = {
            area.name: (-1 if area.step in present else steps[area.name], place) for place, area in enumerate(found)
        }
        # A step of earlier phases is behind; of those behind, the nearest comes first.
        named = {step for area in found if area.phases and (step := area.step) is not None}
        behind = {step for step in named if step < min((one for one in present if one is not None), default=0)}
        self._asked = {
            name: (2 * _NO_STEP - step if step in behind else step, place)
            for name, (step, place) in self._places.items()
        }

    def place(self, area: str) -> tuple[int, int]:
        """Return where an area comes: its step, the present one first, and its place among all; last for an unknown one."""
        return self._places.get(area, (_NO_STEP, len(self._places)))

    def asked(self, area: str) -> tuple[int, int]:
        """Return where an area comes among questions: as `place` says, what earlier phases were about behind all else."""
        return self._asked.get(area, (2 * _NO_STEP, len(self._asked)))
