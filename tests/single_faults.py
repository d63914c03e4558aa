"""Single faults of the exemplary project, and what follows from each.

The table is written by hand, from the article's inventory and not from what the engine says. A change is written as for
`--set` (see `engine/project/assumptions.py`); several belong together where one alone would contradict the rest. What
follows is written `CODE` or `CODE:subject`, with a `~` where it is upcoming; a strength that is lost has a minus sign. ""
means that nothing follows.
"""

from __future__ import annotations

DISTRUST = "RSK-01 RSK-03 -COM-14"
UNMANAGED = "-SYN-03"
UNGATED = "-POR-12"
UNFOUNDED = "-FIT-13 -FIT-16 -KPI-17"

COMMITMENT = {
    "commitment.declared=false": "INT-01 SYN-01",
    "commitment.declared=false agreement.status=none agreement.kind= commitment.by=": f"COM-01 COM-09 SYN-01 {DISTRUST}",
    "commitment.declared=false agreement.status=none agreement.kind= commitment.by= commitment.horizon=short "
    "commitment.covers_city_issues=false commitment.known_locally=false": f"COM-01 COM-09 SYN-01 {DISTRUST}",
    "project.phase=preparation commitment.declared=false commitment.by= agreement.status=none agreement.kind=": (
        f"COM-01 COM-09 {DISTRUST}"
    ),
    "commitment.by=board": "",
    "commitment.by=executive_officer": "",
    "commitment.by=executive_officer commitment.binding=": "-COM-14",
    "commitment.by=executive_officer commitment.binding=false": f"COM-02 {DISTRUST}",
    "commitment.by=subsidiary_head commitment.binding=false": f"COM-02 {DISTRUST}",
    "commitment.by=division_head": f"COM-02 {DISTRUST}",
    "commitment.by=middle_manager": f"COM-02 {DISTRUST}",
    "commitment.by=staff": f"COM-02 {DISTRUST}",
    "commitment.by=staff company.staff_can_move=": f"COM-02 COM-10 {DISTRUST}",
    "commitment.by=staff company.staff_can_move=false": f"COM-02 COM-10 EXE-05 {DISTRUST}",
    "commitment.by=staff project.phase=scaling": "COM-02 RSK-01 -COM-14",
    "commitment.by=staff data.sharing_agreed=false": f"COM-02 {DISTRUST} DAT-03 RSK-02",
    "commitment.by=staff data.sharing_agreed= data.needs_citizen_data=": f"COM-02 {DISTRUST} RSK-02",
    "commitment.by=staff data.sharing_agreed= data.needs_citizen_data=false": f"COM-02 {DISTRUST}",
    "commitment.horizon=short": "COM-03 RSK-03",
    "commitment.horizon=short project.phase=scaling": "COM-03",
    "commitment.horizon=unspecified": "COM-03",
    "commitment.covers_city_issues=false": "COM-04",
    "commitment.known_locally=false": "COM-13",
    "top.visited_site=false": "COM-05 COM-08 -COM-14",
    "top.dialogue_with=[]": "COM-06 COM-08 -COM-14",
    "top.dialogue_with=[municipality,citizens]": "COM-06",
    "top.dialogue_with=[local_company]": "COM-06",
    "top.dialogue_with=[municipality,local_company]": "",
    "top.own_role_identified=false": "COM-07 COM-08 -COM-14",
    "top.sponsor_changed=false": "",
    "top.sponsor_changed=false commitment.reaffirmed=false": "",
    "commitment.reaffirmed=false": "COM-15 -COM-14",
    "agreement.status=under_negotiation": "COM-09 -COM-14",
    "agreement.status=none": "COM-09 INT-01 -COM-14",
    "agreement.status=none agreement.kind=other": "COM-09 -COM-14",
    "agreement.kind=mou": "",
    "agreement.kind=other": "",
    "agreement.signed_before_dialogue=true": "COM-08 -COM-14",
    "commitment.other_sign=true top.visited_site=false top.dialogue_with=[] top.own_role_identified=false": (
        "COM-05 COM-06 COM-07 COM-08 -COM-14"
    ),
    "commitment.other_sign=false top.visited_site=false top.dialogue_with=[] top.own_role_identified=false": (
        f"COM-05 COM-06 COM-07 COM-08 {DISTRUST}"
    ),
    "commitment.other_sign=false agreement.status=none agreement.kind= top.visited_site=false top.dialogue_with=[] "
    "top.own_role_identified=false": f"COM-11 {DISTRUST}",
    "commitment.other_sign=false agreement.status=under_negotiation top.visited_site=false top.dialogue_with=[] "
    "top.own_role_identified=false": f"COM-11 {DISTRUST}",
    "commitment.other_sign=true agreement.status=none agreement.kind= top.visited_site=false top.dialogue_with=[] "
    "top.own_role_identified=false": ("COM-05 COM-06 COM-07 COM-09 -COM-14"),
    "company.sense_of_crisis=false": "COM-12",
}

ORGANISATION = {
    "organisations/city.involved=false": "ORG-02:municipality ORG-01:capitals/enabling ORG-16:organisations/city",
    "organisations/city=": "ORG-02:municipality ORG-01:capitals/enabling",
    "organisations/city= complete.organisations=false": "-ORG-15",
    "organisations/city.kind=other": "ORG-02:municipality",
    "organisations/care-provider.involved=false": "ORG-02:local_company ORG-16:organisations/care-provider",
    "organisations/univ.involved=false": "ORG-02:research_institution ORG-16:organisations/univ",
    "organisations/univ.involved=": "",
    "organisations/univ= company.local_role=": "ORG-02:research_institution",
    "organisations/univ= company.local_role=local_company": "ORG-02:research_institution",
    "organisations/univ= company.local_role=research_institution": "",
    "organisations/company.involved=false": "ORG-16:organisations/company",
    "organisations/city.capitals=[]": "ORG-01:capitals/enabling",
    "organisations/chamber.capitals=[] organisations/newspaper.involved=false": "ORG-01:capitals/network",
    "organisations/city.role_defined=false": "ORG-03:organisations/city",
    "organisations/bank.role_defined=false": "",
    "organisations/univ.incentive_defined=false": "ORG-04:organisations/univ",
    "organisations/watch-group.incentive_defined=false": "",
    "organisations/care-provider.in_plan=false": "ORG-05:organisations/care-provider",
    "organisations/company.kind=citizen_group": "ORG-18",
    "organisations/company.in_plan=false": "",
    "organisations/company.champion_identified=false": "ORG-06:organisations/company RSK-05 -ORG-15",
    "organisations/company.champion_identified=false organisations/company.involved=": (
        "ORG-06:organisations/company RSK-05 -ORG-15"
    ),
    "organisations/bank.champion_identified=false": "ORG-06:organisations/bank RSK-05",
    "organisations/bank.champion_identified=false organisations/bank.involved=false": "",
    "organisations/bank.champion_identified=false organisations/bank.involved=false organisations/bank.needed=false": "",
    "organisations/bank.champion_identified=false organisations/bank.involved=false organisations/bank.needed=true": (
        "ORG-06:organisations/bank ORG-16:organisations/bank RSK-05"
    ),
    "organisations/bank.needed=true": "",
    "organisations/univ.champion_has_authority=false": "ORG-14:organisations/univ",
    "parties.opposed=[neighbours]": "ORG-17",
    "organisations/bank.champion_identified=false organisations/bank.champion_willing=false": (
        "ORG-06:organisations/bank RSK-05"
    ),
    "organisations/city.champion_interest=false": "ORG-07:organisations/city RSK-05 -ORG-15",
    "organisations/hospital.champion_enthusiasm=false": "ORG-07:organisations/hospital RSK-05",
    "organisations/univ.champion_willing=false": "ORG-07:organisations/univ RSK-05 -ORG-15",
    "organisations/city.superiors_persuaded=false": "ORG-08:organisations/city",
    "organisations/company.units_coordinated=false": "ORG-09:organisations/company",
    "organisations/bank.accepts_uncertain_outcome=false": "ORG-10:organisations/bank",
    "organisations/city.accepts_frequent_trials=false": "ORG-10:organisations/city",
    "organisations/chamber.accepts_failure=false": "ORG-10:organisations/chamber",
    "collaboration.structure_in_place=false": "ORG-11",
    "project.co_created=false": "ORG-12 INT-01",
    "citizens.involved=false": "ORG-13",
    "citizens.involved=false project.uses_digital=false": "SEL-21",
}

CITY = {
    "selection.reasons=[easy_to_approach]": "SEL-01",
    "selection.reasons=[easy_to_approach,existing_relation,subsidy]": "SEL-01",
    "selection.reasons=[subsidy,issue_fit]": "",
    "selection.reasons=[]": "SEL-01",
    "selection.consistent_with_strategy=false": "SEL-03",
    "capitals/network.assessed=false": "SEL-02:capitals/network",
    "capitals/human.assessed=false capitals/economic.assessed=false capitals/infrastructure.assessed=false "
    "capitals/enabling.assessed=false capitals/network.assessed=false capitals/cultural.assessed=false": (
        "SEL-02:capitals/human SEL-02:capitals/economic SEL-02:capitals/infrastructure "
        "SEL-02:capitals/enabling SEL-02:capitals/network SEL-02:capitals/cultural INT-01"
    ),
    "capitals/human.quantitative=false": "SEL-04:capitals/human",
    "capitals/enabling.qualitative=false": "SEL-04:capitals/enabling",
    "capitals/enabling.qualitative=false capitals/enabling.assessed=false": "SEL-02:capitals/enabling",
    "capitals/cultural.key_person_identified=false": "SEL-05:capitals/cultural",
    "assessment.items=[talent_base]": "SEL-06",
    "capitals/human.rivals_metropolis=false": "SEL-07",
    "capitals/human.rivals_metropolis=": "",
    "capitals/human.strength=thin": "",
    "capitals/human.strength=absent": "INT-01",
    "capitals/network.strength=thin": "SEL-08:capitals/network",
    "capitals/network.strength=absent capitals/network.complement=[outside]": "SEL-19:capitals/network",
    "capitals/infrastructure.complement=[]": "SEL-08:capitals/infrastructure -SEL-19:capitals/infrastructure",
    "capitals/infrastructure.strength=present": "-SEL-19:capitals/infrastructure",
    "capitals/infrastructure.evidence=[]": "",
    "city.population=800": "",
    "city.population=49999": "",
    "city.population=200000": "",
    "city.population=200001": "SEL-09",
    "city.population_outlook=growing": "",
    "city.features_described=false": "",
    "issue.defined=false": "SEL-11",
    "issue.specific_to_city=false": "SEL-11",
    "field.bounded_area=false": "SEL-12",
    "field.stakeholders_limited=false": "SEL-12",
    "field.bounded_area=false project.targets_whole_city_function=false": "",
    "field.required_elements_identified=false": "SEL-13",
    "field.cost_contained=false": "SEL-13",
    "activity.centred_on_capital=network": "SEL-14",
    "activity.centred_on_capital=network capitals/network.rivals_metropolis=true": "",
    "field.trial_and_error_possible=false": "SEL-15",
    "city.is_metropolis=true": "SEL-16 SEL-21",
    "city.crisis_awareness=weak": "SEL-20",
    "capitals.human.digital_engineers=false": "",
    "capitals.human.digital_engineers=false capitals.human.digital_students=false": "CAP-02",
    "capitals.economic.theme_specific_supporter=false": "",
    "capitals.economic.theme_specific_supporter=false capitals/economic.strength=thin": (
        "CAP-03 SEL-08:capitals/economic"
    ),
    "municipality.will_to_innovate=false": "CAP-05",
    "municipality.support_policies=false": "CAP-05",
    "capitals/cultural.strength=thin capitals/cultural.complement=[inside]": "CAP-07 SEL-19:capitals/cultural",
    "capitals/human.declared_sufficient=true": "CAP-08:capitals/human",
    "capitals.growth_plan=false": "CAP-09",
    "city.proximity=low": "CAP-10",
    "city.density=low": "CAP-10",
    "city.diversity=low": "CAP-10",
    "city.connections=weak": "CAP-10",
    "city.communities=weak": "CAP-10",
    "data.citizen_trust=low": "DAT-01",
    "data.citizen_trust=low data.needs_citizen_data=false": "",
    "data.citizen_trust=low data.from_citizens=false": "",
    "data.municipality_involved=false": "DAT-02",
    "data.collector=company": "",
    "data.sharing_agreed=false": "DAT-03",
    "data.use_visible_to_citizens=false": "DAT-04",
}

INNOVATION = {
    "portfolio.seeds/medication.running=false portfolio.seeds/shared-record.running=false "
    "portfolio.seeds/delivery-watch.running=false": f"POR-01 POR-04 {UNMANAGED} {UNGATED}",
    "portfolio.seeds/medication.running=false portfolio.seeds/shared-record.running=false "
    "portfolio.seeds/delivery-watch.running=false portfolio.seeds/room-sensor.running=false": f"POR-01 {UNMANAGED} {UNGATED}",
    "portfolio.seeds/medication.running=false portfolio.seeds/shared-record.running=false "
    "portfolio.seeds/delivery-watch.running=false portfolio.seeds/room-sensor.outlook=clear": (
        f"POR-02 POR-04 {UNMANAGED} {UNGATED}"
    ),
    "portfolio.seeds/medication.running=false portfolio.seeds/shared-record.running=false "
    "portfolio.seeds/delivery-watch.running=false complete.portfolio.seeds=false": f"{UNMANAGED} {UNGATED}",
    "portfolio.seeds/room-sensor.outlook=clear": "POR-03:portfolio.seeds/room-sensor",
    "portfolio.seeds/room-sensor.outlook= portfolio.seeds/room-sensor.success_probability=0.5": (
        "POR-03:portfolio.seeds/room-sensor"
    ),
    "portfolio.seeds/room-sensor.success_probability=0.5": "",
    "portfolio.seeds/room-sensor.success_probability=0.25": "",
    "portfolio.seeds/room-sensor.success_probability=0.24": "POR-04",
    "portfolio.seeds/room-sensor.potential=small": "POR-05:portfolio.seeds/room-sensor",
    "portfolio.seeds/fall-forecast.potential=small": "",
    "project.management_style=conventional": "POR-06",
    "project.management_style=mixed": "",
    "portfolio.continuously_replenished=false": "POR-07",
    "company.management_modes=[innovation]": "POR-08",
    "company.management_modes=[conventional]": "POR-08",
    "company.management_modes=[innovation] company.is_large=false": "",
    "portfolio.sprouts_grown=false": "POR-11",
    "portfolio.view_shared_with_partners=false": f"POR-09 {UNMANAGED}",
    "portfolio.rejects_low_probability=true": "POR-10",
    "stage_gate.used=false": f"GAT-01 INT-01 {UNMANAGED} {UNGATED}",
    "stage_gate.used=false stage_gate.gates=[] stage_gate.stages=1 stage_gate.on_fail=undefined": (
        f"GAT-01 {UNMANAGED} {UNGATED}"
    ),
    "stage_gate.stages=1": "GAT-02",
    "stage_gate.stages=2": "",
    "stage_gate.gates/to-trial.criteria=[]": f"GAT-03:stage_gate.gates/to-trial {UNMANAGED} {UNGATED}",
    "stage_gate.gates/to-scale.criteria_stage_specific=false": "GAT-04:stage_gate.gates/to-scale",
    "stage_gate.on_fail=continue": f"GAT-05 {UNMANAGED} {UNGATED}",
    "stage_gate.on_fail=undefined": f"GAT-05 {UNMANAGED} {UNGATED}",
    "stage_gate.on_fail=stop": "",
    "stage_gate.applied=false": f"GAT-05 {UNMANAGED} {UNGATED}",
    "portfolio.all_run_to_end=true": f"GAT-06 {UNMANAGED} {UNGATED}",
    "stage_gate.resources_follow_gates=false": "GAT-07",
    "spiral.quick_trials=false": f"SPI-01 {UNMANAGED}",
    "spiral.quick_trials=false spiral.model_improved=false": f"SPI-01 {UNMANAGED}",
    "spiral.issues_extracted=false": f"SPI-02 {UNMANAGED}",
    "spiral.feedback_applied=false": f"SPI-02 {UNMANAGED}",
    "spiral.model_improved=false": f"SPI-02 {UNMANAGED}",
    "spiral.scaled_and_repeated=false": f"SPI-02 {UNMANAGED}",
    "spiral.understood_by_team=false": "SPI-07",
    "process.months_planning_before_first_trial=3.1": "SPI-03",
    "process.months_planning_before_first_trial=3": "",
    "process.months_planning_before_first_trial=9 project.uses_digital=false": "SEL-21",
    "participants.kinds=[citizens]": "",
    "participants.told_experimental=false": "SPI-04",
    "participants.agreed_to_feedback=false": "SPI-05",
    "municipality.supports_involvement=false": "SPI-06",
}

FIT = {
    "municipality.understands_project=false": "FIT-02 FIT-10 -FIT-13",
    "municipality.understands_project=false project.origin=joint": "FIT-10 -FIT-13",
    "project.origin=local_issue": "-FIT-13",
    "project.link_to_local_issue=forced": "FIT-02 FIT-12 -FIT-13",
    "project.link_to_local_issue=forced project.origin=city_plan": "FIT-12 -FIT-13",
    "project.link_to_local_issue=none": "FIT-02 FIT-17 -FIT-13",
    "project.link_to_local_issue=none project.origin=joint": "FIT-17 -FIT-13",
    "project.origin=partner_technology": "",
    "project.benefit_citizen_life=false": "",
    "project.benefit_city_productivity=false": "",
    "project.benefit_citizen_life=false project.benefit_city_productivity=false": "FIT-02 FIT-11 INT-01 -FIT-13",
    "project.benefit_citizen_life=false project.benefit_city_productivity=false project.link_to_local_issue= "
    "municipality.understands_project=false": "FIT-01 -FIT-13",
    "project.benefit_citizen_life=false project.benefit_city_productivity=false project.link_to_local_issue=forced "
    "municipality.understands_project=false project.origin=company_concept": "FIT-01 -FIT-13",
    "project.benefit_citizen_life=false project.benefit_city_productivity=false project.link_to_local_issue=none "
    "municipality.understands_project=false": "FIT-01 -FIT-13",
    "project.benefit_citizen_life=false project.benefit_city_productivity=false project.link_to_local_issue=forced "
    "municipality.understands_project=false project.origin=joint": "FIT-12 FIT-15 -FIT-13",
    "strategy.defined=false": "FIT-03 INT-01 SYN-01",
    "strategy.defined=false strategy.value_area= strategy.resource_policy= strategy.collaboration_policy=": (
        "FIT-03 SYN-01"
    ),
    "strategy.value_area=false": "FIT-04",
    "strategy.resource_policy=false": "FIT-04",
    "strategy.collaboration_policy=false": "FIT-04",
    "city_plan.consulted=false": "FIT-05",
    "city_plan.vision_identified=false": f"FIT-05 {UNFOUNDED}",
    "city_plan.vision_identified=false city_plan.issue_policy_covers=true": "",
    "overlap.defined=false": f"FIT-06 INT-01 SYN-01 {UNFOUNDED}",
    "overlap.defined=false overlap.agreed_by_company= overlap.agreed_by_municipality=": (
        f"FIT-06 INT-01 SYN-01 {UNFOUNDED}"
    ),
    "overlap.defined=false overlap.agreed_by_company= overlap.agreed_by_municipality= goals/safe-at-home.from_overlap= "
    "goals/lighter-care.from_overlap=": f"FIT-06 SYN-01 {UNFOUNDED}",
    "overlap.defined=false overlap.agreed_by_company= overlap.agreed_by_municipality= project.origin=joint "
    "kpis=[] themes=[]": f"FIT-06 INT-01 KPI-03 {UNFOUNDED}",
    "overlap.agreed_by_municipality=false": f"FIT-07 {UNFOUNDED}",
    "overlap.agreed_by_company=false": f"FIT-08 {UNFOUNDED}",
    "overlap.visualised=false": "FIT-09 -FIT-16",
    "overlap.shared_with_partners=false": "FIT-09 -FIT-16",
    "company.customer_value_defined=false": "FIT-14",
}

GOALS = {
    "project.beneficiary_stated=false": "KPI-01 KPI-13",
    "project.success_criterion_stated=false": "KPI-02 KPI-13",
    "project.success_criterion_stated=false city.spare_capital=true": "KPI-02",
    "kpis=[]": "KPI-03 INT-02 -KPI-17",
    "kpis=[] themes=[]": "KPI-03 -KPI-17",
    "kpis/night-rounds.goals=[]": "KPI-04:kpis/night-rounds KPI-08:goals/lighter-care",
    "kpis/days-at-home.goals=[]": "KPI-04:kpis/days-at-home KPI-14:themes/sharing -KPI-17",
    "kpis/night-rounds.goals=[safe-at-home]": "KPI-08:goals/lighter-care",
    "kpis/night-rounds.goals=": "",
    "kpis/found-early.set_with_municipality=false": "KPI-05:kpis/found-early",
    "kpis/found-early.concrete=false": "KPI-06:kpis/found-early",
    "themes/sharing.kpis=[]": "KPI-07:themes/sharing KPI-10:kpis/days-at-home -KPI-17",
    "themes=[]": "KPI-10:kpis/found-early KPI-10:kpis/days-at-home KPI-10:kpis/night-rounds -KPI-17",
    "kpi.check_process=false": "KPI-09",
    "kpi.visualised_to_stakeholders=false": "KPI-09",
    "goals/lighter-care.from_overlap=false": "KPI-11:goals/lighter-care",
    "goals/safe-at-home.from_overlap=false": "KPI-11:goals/safe-at-home KPI-14:themes/sharing -KPI-17",
    "goals=[]": "KPI-15 INT-02 -KPI-17",
    "kpis/found-early.goals=[gone]": "INT-02",
    "themes/sharing.kpis=[gone]": "INT-02 KPI-10:kpis/days-at-home -KPI-17",
    "kpis/found-early.measures=activity": "",
    "kpis/found-early.measures=activity kpis/days-at-home.measures=activity kpis/night-rounds.measures=activity": "KPI-16",
    "beneficiary.who=[own_company]": "KPI-18",
    "beneficiary.who=[own_company,visitors]": "",
    "project.beneficiary_stated=false project.success_criterion_stated=false beneficiary.who=[]": (
        "KPI-02 KPI-13 KPI-18"
    ),
    "coordinator.present=false": "CDR-01 CDR-05 INT-01",
    "coordinator.present=false coordinator.location=": "CDR-01 CDR-05",
    "coordinator.location=inside": "CDR-02",
    "coordinator.location=outside": "",
    "coordinator.expertise=false": "CDR-03",
    "coordinator.experience=false": "CDR-03",
    "duties.covered=[]": "CDR-04",
    "duties.covered=[overall_plan,local_visits]": "CDR-04",
}

EXECUTION = {
    "project.concrete_activity_started=false": "EXE-01",
    "project.concrete_activity_started=false project.phase=field_selection": "",
    "project.months_commitment_to_start=6": "EXE-02",
    "project.months_commitment_to_start=5.9": "",
    "project.success_lessons_recorded=false": "EXE-03",
    "project.failure_lessons_recorded=false": "EXE-03",
    "project.failure_lessons_recorded=false project.phase=preparation": "~EXE-03",
    "top.active_after_launch=false": "EXE-04",
    "top.active_after_launch=false project.phase=preparation": "~EXE-04",
    "top.provides_environment=false": "EXE-05",
    "top.provides_resources=false": "EXE-05",
    "top.provides_environment=false top.provides_resources=false": "EXE-05 INT-01",
    "company.staff_can_move=false": "EXE-05",
    "project.claims_local_recognition=true": "",
    "project.city_issue_solved_evidence=false": "",
    "project.claims_local_recognition=true project.city_issue_solved_evidence=false": "SYN-04",
    "project.claims_local_recognition=true project.ecosystem_strengthened_evidence=false": "SYN-04",
    "project.relies_on_ready_made_model=true": "SYN-05",
    "operation.payer_after_trial=nobody_yet": "SYN-06",
    "operation.payer_after_trial=users": "",
}

FAULTS = {**COMMITMENT, **ORGANISATION, **CITY, **INNOVATION, **FIT, **GOALS, **EXECUTION}
