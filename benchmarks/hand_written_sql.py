"""The thirty rules of `hand_written` as somebody would write them in SQL for projects that lie in one NDJSON file.

Three values are those of SQL: a fact that is not stated is null, and so is what cannot be told. A row is a finding (`truth` is
true) or an outcome that cannot be told (null). Projects are taken as they stand: what may be wrong with them is not looked for,
and of all that is in them only what these rules read becomes columns.
"""

from __future__ import annotations

from collections.abc import Iterable

from .hand_written import KEY_KINDS

COLUMNS = {
    "commitment": "STRUCT(declared BOOLEAN, horizon VARCHAR, covers_city_issues BOOLEAN, known_locally BOOLEAN)",
    "top": "STRUCT(visited_site BOOLEAN, dialogue_with VARCHAR[], own_role_identified BOOLEAN)",
    "agreement": "STRUCT(status VARCHAR, signed_before_dialogue BOOLEAN)",
    "company": "STRUCT(sense_of_crisis BOOLEAN, local_role VARCHAR)",
    "strategy": ("STRUCT(defined BOOLEAN, value_area BOOLEAN, resource_policy BOOLEAN, collaboration_policy BOOLEAN)"),
    "overlap": (
        "STRUCT(defined BOOLEAN, agreed_by_municipality BOOLEAN, agreed_by_company BOOLEAN, visualised BOOLEAN, "
        "shared_with_partners BOOLEAN)"
    ),
    "project": (
        "STRUCT(benefit_citizen_life BOOLEAN, benefit_city_productivity BOOLEAN, link_to_local_issue VARCHAR, "
        "co_created BOOLEAN, beneficiary_stated BOOLEAN, success_criterion_stated BOOLEAN)"
    ),
    "city_plan": "STRUCT(consulted BOOLEAN, vision_identified BOOLEAN, issue_policy_covers BOOLEAN)",
    "municipality": "STRUCT(understands_project BOOLEAN)",
    "collaboration": "STRUCT(structure_in_place BOOLEAN)",
    "organisations": "STRUCT(id VARCHAR, kind VARCHAR, involved BOOLEAN)[]",
    "goals": "STRUCT(id VARCHAR, from_overlap BOOLEAN)[]",
    "kpis": "STRUCT(id VARCHAR, goals VARCHAR[], set_with_municipality BOOLEAN, concrete BOOLEAN)[]",
    "themes": "STRUCT(id VARCHAR, kpis VARCHAR[])[]",
    "complete": 'STRUCT(organisations BOOLEAN, "top.dialogue_with" BOOLEAN)',
}
"""What these rules read of a project."""

_PARTNERS = 6
"""With how many kinds of partners a dialogue can be: who names them all leaves none out."""
_DIALOGUE = "top.dialogue_with"
_SAID = 'complete."top.dialogue_with"'
_WHOLE = (
    f"(coalesce({_SAID}, false) OR len(list_distinct({_DIALOGUE})) = {_PARTNERS} "
    f"OR (len({_DIALOGUE}) = 0 AND {_SAID} IS NULL))"
)
_SILENT = f"CASE WHEN len({_DIALOGUE}) > 0 THEN false WHEN {_WHOLE} THEN len({_DIALOGUE}) = 0 END"
_PRESENT = "o.kind = '{kind}' AND (o.involved OR (o.kind = 'own_company' AND o.involved IS DISTINCT FROM false))"


_COMMITTED = "(commitment.declared OR agreement.status = 'signed')"


def _without(word: str) -> str:
    return f"CASE WHEN list_contains({_DIALOGUE}, '{word}') THEN false WHEN {_DIALOGUE} IS NOT NULL AND {_WHOLE} THEN true END"


_RULES = {
    "COM-03": f"{_COMMITTED} AND commitment.horizon IN ('short', 'unspecified')",
    "COM-04": f"{_COMMITTED} AND NOT commitment.covers_city_issues",
    "COM-05": "NOT top.visited_site",
    "COM-06": f"({_without('municipality')}) OR ({_without('local_company')})",
    "COM-07": "NOT top.own_role_identified",
    "COM-08": (
        f"agreement.status = 'signed' AND (NOT top.visited_site OR ({_SILENT}) OR NOT top.own_role_identified "
        "OR agreement.signed_before_dialogue)"
    ),
    "COM-09": "agreement.status IN ('none', 'under_negotiation')",
    "COM-12": "NOT company.sense_of_crisis",
    "COM-13": f"{_COMMITTED} AND NOT commitment.known_locally",
    "FIT-03": "NOT strategy.defined",
    "FIT-04": (
        "strategy.defined AND (NOT strategy.value_area OR NOT strategy.resource_policy OR NOT strategy.collaboration_policy)"
    ),
    "FIT-05": (
        "NOT city_plan.consulted "
        "OR (NOT city_plan.vision_identified AND city_plan.issue_policy_covers IS DISTINCT FROM true)"
    ),
    "FIT-06": "NOT overlap.defined",
    "FIT-07": "overlap.defined IS DISTINCT FROM false AND NOT overlap.agreed_by_municipality",
    "FIT-08": "overlap.defined IS DISTINCT FROM false AND NOT overlap.agreed_by_company",
    "FIT-09": "overlap.defined AND (NOT overlap.visualised OR NOT overlap.shared_with_partners)",
    "FIT-10": "NOT municipality.understands_project",
    "FIT-11": "NOT project.benefit_citizen_life AND NOT project.benefit_city_productivity",
    "FIT-12": "project.link_to_local_issue = 'forced'",
    "KPI-01": "NOT project.beneficiary_stated",
    "KPI-02": "NOT project.success_criterion_stated",
    "ORG-11": "NOT collaboration.structure_in_place",
    "ORG-12": "NOT project.co_created",
}
"""When each rule about the project as a whole holds."""
_UNMEASURED = (
    "CASE WHEN len(list_filter(kpis, lambda k: list_contains(k.goals, g.id))) > 0 THEN false "
    "WHEN kpis IS NULL OR len(list_filter(kpis, lambda k: k.goals IS NULL)) > 0 THEN NULL ELSE len(kpis) > 0 END"
)
_OF_LISTS = (
    ("kpis", "k", {
        "KPI-04": "len(k.goals) = 0", "KPI-05": "NOT k.set_with_municipality", "KPI-06": "NOT k.concrete",
    }),
    ("themes", "t", {"KPI-07": "len(t.kpis) = 0"}),
    ("goals", "g", {"KPI-08": _UNMEASURED, "KPI-11": "NOT g.from_overlap"}),
)  # fmt: skip
"""The same of the rules about each element of a list."""


def query() -> str:
    """Return what tells of every project what is found and what cannot be told; it takes the file's path, and `COLUMNS`."""
    every = f"SELECT row_number() OVER () AS project, unnest({_rows()}) AS row"
    read = "read_json(?, format = 'newline_delimited', columns = ?)"
    told = "project, row.code AS code, row.subject AS subject, row.truth AS truth"
    return " ".join(["SELECT", told, "FROM (", every, "FROM", read, ") WHERE row.truth IS NOT FALSE"])


def _rows() -> str:
    parts = [_list(_row(code, "NULL", truth) for code, truth in _RULES.items())]
    parts.append(_list(_row("ORG-02", f"'{kind}'", _missing(kind)) for kind in KEY_KINDS))
    for source, one, rules in _OF_LISTS:
        rows = _list(_row(code, f"'{source}/' || {one}.id", truth) for code, truth in rules.items())
        untold = _list(_row(code, "NULL", "NULL") for code in rules)
        parts.append(f"coalesce(flatten(list_transform({source}, lambda {one}: {rows})), {untold})")
    return " || ".join(parts)


def _missing(kind: str) -> str:
    present = _PRESENT.format(kind=kind)
    found = f"len(list_filter(organisations, lambda o: {present})) > 0"
    if kind != "municipality":  # the company itself may be one of this kind
        found = f"({found} OR company.local_role = '{kind}')"
    return (
        f"CASE WHEN {found} THEN false WHEN organisations IS NULL OR complete.organisations IS NOT TRUE "
        f"OR len(list_filter(organisations, lambda o: ({present}) IS NULL)) > 0 THEN NULL ELSE true END"
    )


def _row(code: str, subject: str, truth: str) -> str:
    return f"{{code: '{code}', subject: {subject}::VARCHAR, truth: ({truth})::BOOLEAN}}"


def _list(rows: Iterable[str]) -> str:
    return f"[{', '.join(rows)}]"
