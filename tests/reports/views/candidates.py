"""Three candidate cities: one that cannot be compared yet, one with a plan for every gap, one without."""

from __future__ import annotations

from typing import Any

from advise.engine.compare.difference import Side
from advise.engine.compare.sides import CandidateComparison, comparison
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.project.project import read_project

TODAY = "2026-11-22"


def capital(
    strength: str | None, complement: list[str] | None = None, *, rivals: bool | None = False
) -> dict[str, Any]:
    """Return a capital; one without a strength was not assessed."""
    if strength is None:
        return {"assessed": False}
    found: dict[str, Any] = {
        "assessed": True, "quantitative": True, "qualitative": True, "key_person_identified": True, "strength": strength,
    }  # fmt: skip
    if rivals is not None:
        found["rivals_metropolis"] = rivals
    if complement is not None:
        found["complement"] = complement
    return found


def city(name: str, population: int, capitals: dict[str, dict[str, Any]], **more: Any) -> dict[str, Any]:
    """Return a project in a city."""
    return {
        "project": {"name": "Elder-care data sharing", "phase": "field_selection"},
        "city": {"name": name, "population": population},
        "capitals": capitals,
        **more,
    }


CITIES = (
    city(
        "A City",
        310_000,
        {
            "human": capital("present"),
            "economic": capital("present"),
            "infrastructure": capital("present", rivals=True),
            "enabling": capital("present"),
            "network": capital(None),
            "cultural": {},
        },
    ),
    city(
        "B City",
        90_000,
        {
            "human": capital("present", rivals=True),
            "economic": capital("present"),
            "infrastructure": capital("present"),
            "enabling": capital("thin", ["inside"]),
            "network": capital("thin", ["outside"]),
            "cultural": capital("present"),
        },
        activity={"centred_on_capital": "human"},
        commitment={"declared": True, "by": "ceo"},
    ),
    city(
        "C Town",
        20_000,
        {
            "human": capital("thin", ["outside"]),
            "economic": capital("thin", []),
            "infrastructure": capital("present"),
            "enabling": capital("present"),
            "network": capital("absent", []),
            "cultural": capital("present"),
        },
        commitment={"declared": False},
    ),
)


def compared(projects: tuple[dict[str, Any], ...], kb: CompiledKnowledgeBase) -> CandidateComparison:
    """Compare projects."""
    reviewed = []
    for data in projects:
        project = read_project(data, kb)
        reviewed.append(Side(project, kb, TODAY))
    return comparison(reviewed)
