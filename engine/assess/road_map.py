"""The road map: the order of areas in which findings and questions are told, the step of the present phase first."""

from __future__ import annotations

from collections.abc import Iterable

from ..knowledge.model import Area

_NO_STEP = 99


class RoadMap:
    """Says where an area comes for a project in some phase.

    The areas have a step each, and stand in their order; the step of an area that names the phase comes before all others.
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

    def place(self, area: str) -> tuple[int, int]:
        """Return where an area comes: its step, the present one first, and its place among all; last for an unknown one."""
        return self._places.get(area, (_NO_STEP, len(self._places)))
