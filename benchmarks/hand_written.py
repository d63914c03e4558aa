"""Thirty rules as somebody would write them in Python who needs no rule language: the peer of the interpreters.

Same input (the stated facts of a project), same conclusions: for each rule True, False, or None where a fact is missing,
its severity where it holds, and the derived facts. Parts of the areas `commitment`, `strategic_fit`, `organisation` and
`goals_kpi`.
"""

from __future__ import annotations

from advise.engine.knowledge.model import Grade, Severity
from advise.engine.language.truth import Truth
from advise.engine.project.memory import Conclusions, Derived, Element, Key, OpenSet, WorkingMemory, derive

KEY_KINDS = ("municipality", "research_institution", "local_company")
BLOCKERS = ("FIT-06", "ORG-12")
MAJOR = (
    *("COM-03", "COM-04", "COM-08", "FIT-03", "FIT-05", "FIT-07", "FIT-08", "FIT-10", "FIT-11", "FIT-12"),
    *("ORG-02", "ORG-11"),
    *("KPI-01", "KPI-02", "KPI-04", "KPI-05", "KPI-07", "KPI-08", "KPI-11"),
)
MINOR = ("COM-05", "COM-06", "COM-07", "COM-09", "COM-12", "COM-13", "FIT-04", "FIT-09", "KPI-06")
SEVERITY: dict[str, Severity] = {
    **dict.fromkeys(BLOCKERS, "blocker"), **dict.fromkeys(MAJOR, "major"), **dict.fromkeys(MINOR, "minor"),
}  # fmt: skip
CODES = frozenset(SEVERITY)

Outcomes = dict[Key, Truth]
States = dict[Key, Derived]
_NOT: dict[object, Truth] = {True: False, False: True}
"""The opposite of a truth; what is missing stays missing."""
_YES = {True: Derived("yes"), False: Derived(None), None: Derived(None, frozenset({"yes"}))}
_PART = {True: Derived("yes"), False: Derived("no"), None: Derived(None, frozenset({"no", "yes"}))}


def conclusions(memory: WorkingMemory) -> Conclusions:
    """Return the outcome of each rule for each of its subjects, severities, and derived facts."""
    found: Outcomes = {}
    derived: States = {}
    _commitment(memory, found)
    _strategic_fit(memory, found)
    worse = _organisations(memory, found, derived)
    _goals(memory, found, derived)
    severities: dict[Key, Grade] = {key: SEVERITY[key[0]] for key, truth in found.items() if truth}
    for key in worse:
        if key in severities:
            severities[key] = "blocker"
    return Conclusions(found, derived, severities)


def both(left: Truth, right: Truth) -> Truth:
    """Return whether both hold."""
    if left is False or right is False:
        return False
    return None if left is None or right is None else True


def either(*truths: Truth) -> Truth:
    """Return whether at least one holds."""
    return True if True in truths else None if None in truths else False


def _commitment(memory: WorkingMemory, found: Outcomes) -> None:
    fact = memory.project.get
    declared = fact("commitment.declared")
    horizon = fact("commitment.horizon")
    visited, dialogue = fact("top.visited_site"), fact("top.dialogue_with")
    role, status = fact("top.own_role_identified"), fact("agreement.status")
    assert declared is None or isinstance(declared, bool)
    assert dialogue is None or isinstance(dialogue, frozenset)
    silent = False if dialogue else None if dialogue is None or isinstance(dialogue, OpenSet) else True
    unseen, roleless = _NOT.get(visited), _NOT.get(role)
    signed = None if status is None else status == "signed"
    committed = either(declared, signed)
    found["COM-03", None] = both(committed, None if horizon is None else horizon in ("short", "unspecified"))
    found["COM-04", None] = both(committed, _NOT.get(fact("commitment.covers_city_issues")))
    found["COM-05", None] = unseen
    found["COM-06", None] = either(_lacks(dialogue, "municipality"), _lacks(dialogue, "local_company"))
    found["COM-07", None] = roleless
    early = fact("agreement.signed_before_dialogue")
    assert early is None or isinstance(early, bool)
    found["COM-08", None] = both(signed, either(unseen, silent, roleless, early))
    found["COM-09", None] = None if status is None else status in ("none", "under_negotiation")
    found["COM-12", None] = _NOT.get(fact("company.sense_of_crisis"))
    found["COM-13", None] = both(committed, _NOT.get(fact("commitment.known_locally")))


def _lacks(values: frozenset[str] | None, word: str) -> Truth:
    """Return whether a set does not have a value; of an open one only what it has is known."""
    if values is None or (isinstance(values, OpenSet) and word not in values):
        return None
    return word not in values


def _strategic_fit(memory: WorkingMemory, found: Outcomes) -> None:
    fact = memory.project.get
    strategy, overlap = fact("strategy.defined"), fact("overlap.defined")
    assert strategy is None or isinstance(strategy, bool)
    assert overlap is None or isinstance(overlap, bool)
    link = fact("project.link_to_local_issue")
    policies = ("strategy.value_area", "strategy.resource_policy", "strategy.collaboration_policy")
    found["FIT-03", None] = _NOT.get(strategy)
    found["FIT-04", None] = both(strategy, either(*[_NOT.get(fact(name)) for name in policies]))
    nothing_fits = fact("city_plan.issue_policy_covers") is not True
    found["FIT-05", None] = either(
        _NOT.get(fact("city_plan.consulted")), both(_NOT.get(fact("city_plan.vision_identified")), nothing_fits)
    )
    found["FIT-06", None] = _NOT.get(overlap)
    found["FIT-07", None] = both(overlap is not False, _NOT.get(fact("overlap.agreed_by_municipality")))
    found["FIT-08", None] = both(overlap is not False, _NOT.get(fact("overlap.agreed_by_company")))
    found["FIT-09", None] = both(
        overlap, either(_NOT.get(fact("overlap.visualised")), _NOT.get(fact("overlap.shared_with_partners")))
    )
    found["FIT-10", None] = _NOT.get(fact("municipality.understands_project"))
    found["FIT-11", None] = both(
        _NOT.get(fact("project.benefit_citizen_life")), _NOT.get(fact("project.benefit_city_productivity"))
    )
    found["FIT-12", None] = None if link is None else link == "forced"


def _takes_part(organisation: Element) -> Truth:
    involved, kind = organisation.get("involved"), organisation.get("kind")
    assert involved is None or isinstance(involved, bool)
    own = None if kind is None else kind == "own_company"
    return either(involved, both(own, involved is not False))


def _organisations(memory: WorkingMemory, found: Outcomes, derived: States) -> list[Key]:
    """Conclude about the organisations; return which findings would be blockers about a subject."""
    found["ORG-11", None] = _NOT.get(memory.project.get("collaboration.structure_in_place"))
    found["ORG-12", None] = _NOT.get(memory.project.get("project.co_created"))
    worse: list[Key] = [("ORG-02", "municipality")]
    organisations = memory.elements.get("organisations")
    taking_part = [_takes_part(organisation) for organisation in organisations or ()]
    role = memory.project.get("company.local_role")
    for kind in KEY_KINDS:
        there: list[Truth] = [] if organisations is not None and "organisations" in memory.closed else [None]
        for organisation, part in zip(organisations or (), taking_part, strict=True):
            its = organisation.get("kind")
            there.append(both(None if its is None else its == kind, part))
        own: Truth = False if kind == "municipality" else None if role is None else role == kind
        absent = both(_NOT.get(either(*there)), own is not True)
        state = derive((("present", either(*there, own)), ("missing", absent)))
        found["ORG-02", kind] = state.value == "missing" or (None if "missing" in state.open else False)
        derived["$key_early_kinds.key_player", kind] = state
    for organisation, part in zip(organisations or (), taking_part, strict=True):
        derived["organisations[].takes_part", str(organisation["id"])] = _PART[part]
    return worse


def _goals(memory: WorkingMemory, found: Outcomes, derived: States) -> None:
    found["KPI-01", None] = _NOT.get(memory.project.get("project.beneficiary_stated"))
    found["KPI-02", None] = _NOT.get(memory.project.get("project.success_criterion_stated"))
    goals, kpis, themes = (memory.elements.get(name) for name in ("goals", "kpis", "themes"))
    if kpis is None:
        found["KPI-04", None] = found["KPI-05", None] = found["KPI-06", None] = None
    for kpi in kpis or ():
        name, aims = str(kpi["id"]), kpi.get("goals")
        found["KPI-04", name] = None if aims is None else not aims
        found["KPI-05", name] = _NOT.get(kpi.get("set_with_municipality"))
        found["KPI-06", name] = _NOT.get(kpi.get("concrete"))
    if themes is None:
        found["KPI-07", None] = None
    for theme in themes or ():
        its = theme.get("kpis")
        found["KPI-07", str(theme["id"])] = None if its is None else not its
    if goals is None:
        found["KPI-08", None] = found["KPI-11", None] = None
    for goal in goals or ():
        name = str(goal["id"])
        unmeasured: Truth = None if kpis is None or "kpis" not in memory.closed else bool(kpis)
        for kpi in kpis or ():
            aims = kpi.get("goals")
            assert aims is None or isinstance(aims, frozenset)
            if aims is None:
                unmeasured = None
            elif name in aims:
                unmeasured = False
                break
        found["KPI-08", name] = unmeasured
        derived["goals[].without_kpi", name] = _YES[unmeasured]
        found["KPI-11", name] = _NOT.get(goal.get("from_overlap"))
