"""Projects that memos are tried with: a usual one, one of which nothing is known, one that has nearly everything wrong."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from advise.engine.assess import Assessment, assess
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.project.project import read_project
from advise.engine.whatif.outlook import Outlook, outlook

USUAL: dict[str, Any] = {
    "project": {"name": "Elder-care data sharing", "phase": "preparation", "co_created": True},
    "commitment": {
        "declared": {"value": True, "source": "MOU, art. 3", "as_of": "2026-04-01", "by": "planning section"},
        "by": "ceo",
    },
    "top": {"visited_site": True, "own_role_identified": False},
    "organisations": [
        {"id": "own", "name": "Acme", "kind": "own_company"},
        {"id": "city", "name": "Springfield", "kind": "municipality", "involved": True, "champion_identified": False},
    ],
    "capitals": {
        "human": {
            "assessed": True,
            "quantitative": True,
            "qualitative": False,
            "strength": "present",
            "rivals_metropolis": True,
            "key_person_identified": True,
        },
        "enabling": {"assessed": True, "strength": "thin", "complement": ["outside"]},
        "network": {"assessed": True, "strength": "thin", "complement": []},
    },
    "activity": {"centred_on_capital": "human"},
    "overlap": {"defined": True, "agreed_by_company": True, "agreed_by_municipality": True},
    "goals": [
        {"id": "g1", "name": "Safety at home", "from_overlap": True},
        {"id": "g2", "name": "Lighter load for carers", "from_overlap": True},
    ],
    "kpis": [{"id": "k1", "name": "Found within 24 h", "goals": ["g1"]}],
    "themes": [{"id": "t1", "name": "Sensors", "kpis": ["k1"]}, {"id": "t2", "name": "Records", "kpis": []}],
    "portfolio": {
        "seeds": [
            {"id": "s1", "name": "Sensors", "running": True, "success_probability": 0.3},
            {"id": "s2", "name": "Platform", "running": True, "success_probability": 0.12},
            {"id": "s3", "name": "Records", "running": True},
            {"id": "s4", "name": "Clinic on wheels", "running": False, "success_probability": 0.05},
        ]
    },
}

NAMES = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }}{% raw %}",
    "شركة الاتصالات",
    "👩‍👩‍👧‍👦 家族 👍🏽",
    "とても長い名称" * 30,
    "Donaudampfschifffahrtsgesellschaft" * 8,
    "\u202egnirts\u202c\u0007",
    "|`x`*y*_z_ [l](javascript:alert(1))\n# no heading\n- no item",
)
"""Names that a project may have and that must do no harm."""


def wrong() -> dict[str, Any]:
    """Return a project with dozens of findings, 200 KPIs, and every one of the names."""

    def named(prefix: str, number: int) -> list[dict[str, Any]]:
        return [
            {"id": f"{prefix}{index}", "name": NAMES[index] if index < len(NAMES) else f"{prefix} {index}"}
            for index in range(number)
        ]

    organisations = [
        {**entry, "kind": "municipality", "involved": True, "champion_identified": False} for entry in named("o", 12)
    ]
    kpis = [
        {**entry, "goals": [] if index % 7 == 0 else [f"g{index % 22}"]} for index, entry in enumerate(named("k", 200))
    ]
    themes = [{**entry, "kpis": [f"k{index}"]} for index, entry in enumerate(named("t", 30))]
    del themes[3]["kpis"]
    return {
        "project": {"name": NAMES[0], "phase": "launched", "co_created": False, "management_style": "conventional"},
        "commitment": {"declared": True, "by": "staff", "horizon": "short"},
        "organisations": organisations,
        "capitals": {
            name: {"assessed": True, "strength": "absent", "rivals_metropolis": False, "complement": []}
            for name in ("human", "economic", "infrastructure", "enabling", "network", "cultural")
        },
        "overlap": {"defined": False},
        "goals": [{**entry, "from_overlap": index % 2 == 0} for index, entry in enumerate(named("g", 20))],
        "kpis": kpis,
        "themes": themes,
        "portfolio": {
            "seeds": [
                {**entry, "running": True, "success_probability": index / 60}
                for index, entry in enumerate(named("s", 40))
            ]
        },
        "responses": [
            {"finding": "FIT-06", "response": "accepted", "reason": NAMES[1], "by": NAMES[2], "on": "2026-10-01"},
            {
                "finding": "COM-02",
                "response": "postponed",
                "reason": "budget",
                "by": "Sato",
                "on": "2026-08-01",
                "until": "2026-09-01",
            },
        ],
    }


def foreseen(assessment: Assessment, kb: CompiledKnowledgeBase) -> Outlook:
    """Return the outlook of a project that was reviewed from a file."""
    return outlook(assessment, read_project(str(assessment.file), kb), kb)


def assessed(project: Mapping[str, Any], kb: CompiledKnowledgeBase, folder: Path) -> Assessment:
    """Write a project to a file and review it, so that evidence has lines."""
    path = folder / "project.json"
    path.write_text(json.dumps(project, ensure_ascii=False, indent=1), encoding="utf-8")
    return assess(str(path), kb, today="2026-11-22", interpreter="evaluate")
