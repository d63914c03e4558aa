# What no other scenario notices: each of these holds, and would not if one condition, value, severity or phase of the rules
# were changed (advise rules mutate). A rule's meaning is told in the file of its area.
Feature: Single changes of a rule
  規則を一箇所だけ変えると気づくこと

  Scenario: $key_early_kinds.carried while a fact of it is unknown
    $key_early_kinds.carriedに関わる事実の一つが未確認
    Given the organisations:
      | id | kind | needed | champion_identified |
      | organisation1 | local_company | true | false |
      | organisation2 | local_company |  |  |
    When the project is reviewed
    Then "ORG-06" is found for "organisations/organisation1" with severity "blocker"
    And the verdict is "hold"

  Scenario: CAP-02 while a fact of it is unknown
    CAP-02に関わる事実の一つが未確認
    Given "capitals.human.digital_students" is false
    And "project.uses_digital" is true
    When the project is reviewed
    Then "CAP-02" cannot be told yet

  Scenario: CAP-02 counts in the phase field_selection
    CAP-02は「都市選び」の段階の指摘
    Given "capitals.human.digital_engineers" is false
    And "capitals.human.digital_students" is false
    And "project.phase" is "field_selection"
    And "project.uses_digital" is true
    When the project is reviewed
    Then "CAP-02" is found with severity "minor"

  Scenario: CAP-03 counts in the phase field_selection
    CAP-03は「都市選び」の段階の指摘
    Given "capitals/economic.strength" is "thin"
    And "capitals.economic.theme_specific_supporter" is false
    And "project.phase" is "field_selection"
    When the project is reviewed
    Then "CAP-03" is found with severity "minor"

  Scenario: CAP-05 counts in the phase field_selection
    CAP-05は「都市選び」の段階の指摘
    Given "municipality.support_policies" is false
    And "project.phase" is "field_selection"
    When the project is reviewed
    Then "CAP-05" is found with severity "minor"

  Scenario: CAP-07 counts in the phase field_selection
    CAP-07は「都市選び」の段階の指摘
    Given "capitals/cultural.strength" is "thin"
    And "project.phase" is "field_selection"
    When the project is reviewed
    Then "CAP-07" is found with severity "info"

  Scenario: CAP-08 counts in the phase field_selection
    CAP-08は「都市選び」の段階の指摘
    Given "capitals/cultural.declared_sufficient" is true
    And "project.phase" is "field_selection"
    When the project is reviewed
    Then "CAP-08" is found for "capitals/cultural" with severity "minor"

  Scenario: CAP-09 counts in the phase field_selection
    CAP-09は「都市選び」の段階の指摘
    Given "capitals.growth_plan" is false
    And "project.phase" is "field_selection"
    When the project is reviewed
    Then "CAP-09" is found with severity "minor"

  Scenario: CAP-10 counts in the phase field_selection
    CAP-10は「都市選び」の段階の指摘
    Given "city.communities" is "weak"
    And "project.phase" is "field_selection"
    When the project is reviewed
    Then "CAP-10" is found with severity "info"

  Scenario: CDR-01, consistency_work at the edge of its conditions
    CDR-01・consistency_workの条件の境目
    Given "coordinator.present" is false
    And "project.phase" is "field_selection"
    When the project is reviewed
    Then "CDR-01" is upcoming with severity "major"
    And "CDR-05" cannot be told yet

  Scenario: CDR-01 counts in the phase preparation
    CDR-01は「準備」の段階の指摘
    Given "coordinator.present" is false
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "CDR-01" is found with severity "major"

  Scenario: CDR-02 is still to come in the phase field_selection
    CDR-02は「都市選び」の段階では今後の指摘
    Given "coordinator.present" is true
    And "coordinator.location" is "inside"
    And "project.phase" is "field_selection"
    When the project is reviewed
    Then "CDR-02" is upcoming with severity "minor"

  Scenario: CDR-02 counts in the phase preparation
    CDR-02は「準備」の段階の指摘
    Given "coordinator.present" is true
    And "coordinator.location" is "inside"
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "CDR-02" is found with severity "minor"

  Scenario: CDR-03 is still to come in the phase field_selection
    CDR-03は「都市選び」の段階では今後の指摘
    Given "coordinator.experience" is false
    And "project.phase" is "field_selection"
    When the project is reviewed
    Then "CDR-03" is upcoming with severity "major"

  Scenario: CDR-03 counts in the phase preparation
    CDR-03は「準備」の段階の指摘
    Given "coordinator.experience" is false
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "CDR-03" is found with severity "major"

  Scenario: CDR-04 is still to come in the phase field_selection
    CDR-04は「都市選び」の段階では今後の指摘
    Given "duties.covered" is []
    And "project.phase" is "field_selection"
    When the project is reviewed
    Then "CDR-04" is upcoming with severity "minor"

  Scenario: CDR-04 counts in the phase preparation
    CDR-04は「準備」の段階の指摘
    Given "duties.covered" is []
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "CDR-04" is found with severity "minor"

  Scenario: CDR-05 is still to come in the phase field_selection
    CDR-05は「都市選び」の段階では今後の指摘
    Given the themes:
      | id |
      | theme1 |
    And "coordinator.present" is false
    And "project.phase" is "field_selection"
    When the project is reviewed
    Then "CDR-05" is upcoming with severity "info"

  Scenario: COM-02, commitment.at_top while a fact of it is unknown
    COM-02・commitment.at_topに関わる事実の一つが未確認
    Given "commitment.declared" is false
    When the project is reviewed
    Then "COM-02" cannot be told yet
    And "COM-14" is not found

  Scenario: COM-02 counts in the phase preparation
    COM-02は「準備」の段階の指摘
    Given "commitment.by" is "staff"
    And "agreement.status" is "signed"
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "COM-02" is found with severity "blocker"
    And the verdict is "hold"

  Scenario: COM-03 counts in the phase preparation
    COM-03は「準備」の段階の指摘
    Given "commitment.declared" is true
    And "commitment.horizon" is "unspecified"
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "COM-03" is found with severity "major"

  Scenario: COM-04 counts in the phase preparation
    COM-04は「準備」の段階の指摘
    Given "commitment.declared" is true
    And "commitment.covers_city_issues" is false
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "COM-04" is found with severity "major"

  Scenario: COM-06, COM-07, COM-11 counts in the phase preparation
    COM-06・COM-07・COM-11は「準備」の段階の指摘
    Given "commitment.declared" is true
    And "top.visited_site" is false
    And "top.dialogue_with" is []
    And "top.own_role_identified" is false
    And "agreement.status" is "under_negotiation"
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "COM-06" is replaced by "COM-11"
    And "COM-07" is replaced by "COM-11"
    And "COM-05" is replaced by "COM-11"
    And "COM-09" is replaced by "COM-11"
    And "COM-11" is found with severity "major"

  Scenario: COM-13 counts in the phase preparation
    COM-13は「準備」の段階の指摘
    Given "commitment.declared" is true
    And "commitment.known_locally" is false
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "COM-13" is found with severity "minor"

  Scenario: COM-14 while a fact of it is unknown
    COM-14に関わる事実の一つが未確認
    Given "top.visited_site" is true
    And "top.dialogue_with" is ["other"]
    And "top.own_role_identified" is true
    And "agreement.status" is "signed"
    When the project is reviewed
    Then "COM-14" cannot be told yet

  Scenario: COM-15 while a fact of it is unknown
    COM-15に関わる事実の一つが未確認
    Given "commitment.reaffirmed" is false
    And "top.sponsor_changed" is true
    When the project is reviewed
    Then "COM-15" cannot be told yet

  Scenario: COM-15 while a fact of it is unknown (2)
    COM-15に関わる事実の一つが未確認（2）
    Given "commitment.reaffirmed" is false
    And "agreement.status" is "signed"
    When the project is reviewed
    Then "COM-15" cannot be told yet

  Scenario: COM-15 counts in the phase preparation
    COM-15は「準備」の段階の指摘
    Given "commitment.reaffirmed" is false
    And "agreement.status" is "signed"
    And "top.sponsor_changed" is true
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "COM-15" is found with severity "major"

  Scenario: DAT-01 counts in the phase field_selection
    DAT-01は「都市選び」の段階の指摘
    Given "data.needs_citizen_data" is true
    And "data.citizen_trust" is "low"
    And "project.phase" is "field_selection"
    When the project is reviewed
    Then "DAT-01" is found with severity "major"

  Scenario: DAT-02 while a fact of it is unknown
    DAT-02に関わる事実の一つが未確認
    Given "data.municipality_involved" is false
    When the project is reviewed
    Then "DAT-02" cannot be told yet

  Scenario: DAT-02 counts in the phase preparation
    DAT-02は「準備」の段階の指摘
    Given "data.needs_citizen_data" is true
    And "data.municipality_involved" is false
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "DAT-02" is found with severity "minor"

  Scenario: DAT-03 while a fact of it is unknown
    DAT-03に関わる事実の一つが未確認
    Given "data.sharing_agreed" is false
    When the project is reviewed
    Then "DAT-03" cannot be told yet

  Scenario: DAT-03 counts in the phase preparation
    DAT-03は「準備」の段階の指摘
    Given "data.needs_citizen_data" is true
    And "data.sharing_agreed" is false
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "DAT-03" is found with severity "major"

  Scenario: DAT-04 while a fact of it is unknown
    DAT-04に関わる事実の一つが未確認
    Given "data.use_visible_to_citizens" is false
    When the project is reviewed
    Then "DAT-04" cannot be told yet

  Scenario: DAT-04 counts in the phase launched
    DAT-04は「開始後」の段階の指摘
    Given "data.needs_citizen_data" is true
    And "data.use_visible_to_citizens" is false
    And "project.phase" is "launched"
    When the project is reviewed
    Then "DAT-04" is found with severity "minor"

  Scenario: EXE-02 counts in the phase launched
    EXE-02は「開始後」の段階の指摘
    Given "project.phase" is "launched"
    And "project.months_commitment_to_start" is 6.0
    When the project is reviewed
    Then "EXE-02" is found with severity "minor"

  Scenario: EXE-05 at the edge of its conditions
    EXE-05の条件の境目
    Given "top.provides_environment" is false
    And "top.provides_resources" is false
    And "project.phase" is "idea"
    When the project is reviewed
    Then "EXE-05" is upcoming with severity "major"

  Scenario: EXE-05 at the edge of its conditions (2)
    EXE-05の条件の境目（2）
    Given "top.provides_environment" is false
    And "top.provides_resources" is false
    And "project.phase" is "field_selection"
    When the project is reviewed
    Then "EXE-05" is upcoming with severity "major"

  Scenario: EXE-05 while a fact of it is unknown
    EXE-05に関わる事実の一つが未確認
    Given "top.provides_resources" is false
    And "project.phase" is "scaling"
    When the project is reviewed
    Then "EXE-05" is found with severity "major"
    And the verdict is "insufficient_information"

  Scenario: EXE-05 while a fact of it is unknown (2)
    EXE-05に関わる事実の一つが未確認（2）
    Given "top.provides_environment" is false
    And "project.phase" is "scaling"
    When the project is reviewed
    Then "EXE-05" is found with severity "major"
    And the verdict is "insufficient_information"

  Scenario: FIT-02 counts in the phase field_selection
    FIT-02は「都市選び」の段階の指摘
    Given "project.phase" is "field_selection"
    And "project.origin" is "partner_technology"
    And "project.benefit_citizen_life" is false
    And "project.benefit_city_productivity" is false
    When the project is reviewed
    Then "FIT-02" is found with severity "major"

  Scenario: FIT-04 while a fact of it is unknown
    FIT-04に関わる事実の一つが未確認
    Given "strategy.defined" is true
    When the project is reviewed
    Then "FIT-04" cannot be told yet

  Scenario: FIT-05 is still to come in the phase field_selection
    FIT-05は「都市選び」の段階では今後の指摘
    Given "project.phase" is "field_selection"
    And "city_plan.vision_identified" is false
    When the project is reviewed
    Then "FIT-05" is upcoming with severity "major"

  Scenario: FIT-07 counts in the phase preparation
    FIT-07は「準備」の段階の指摘
    Given "project.phase" is "preparation"
    And "overlap.agreed_by_municipality" is false
    When the project is reviewed
    Then "FIT-07" is found with severity "major"

  Scenario: FIT-08 counts in the phase preparation
    FIT-08は「準備」の段階の指摘
    Given "project.phase" is "preparation"
    And "overlap.agreed_by_company" is false
    When the project is reviewed
    Then "FIT-08" is found with severity "major"

  Scenario: FIT-09 while a fact of it is unknown
    FIT-09に関わる事実の一つが未確認
    Given "overlap.defined" is true
    When the project is reviewed
    Then "FIT-09" cannot be told yet

  Scenario: FIT-09 counts in the phase preparation
    FIT-09は「準備」の段階の指摘
    Given "project.phase" is "preparation"
    And "overlap.defined" is true
    And "overlap.shared_with_partners" is false
    When the project is reviewed
    Then "FIT-09" is found with severity "minor"

  Scenario: FIT-10, FIT-11 counts in the phase preparation
    FIT-10・FIT-11は「準備」の段階の指摘
    Given "municipality.understands_project" is false
    And "project.phase" is "preparation"
    And "project.origin" is "joint"
    And "project.benefit_citizen_life" is false
    And "project.benefit_city_productivity" is false
    When the project is reviewed
    Then "FIT-10" is replaced by "FIT-15"
    And "FIT-11" is replaced by "FIT-15"

  Scenario: FIT-12 counts in the phase field_selection
    FIT-12は「都市選び」の段階の指摘
    Given "municipality.understands_project" is false
    And "project.phase" is "field_selection"
    And "project.origin" is "partner_technology"
    And "project.link_to_local_issue" is "forced"
    And "project.benefit_citizen_life" is false
    And "project.benefit_city_productivity" is false
    When the project is reviewed
    Then "FIT-12" is replaced by "FIT-01"

  Scenario: FIT-15 at the edge of its conditions
    FIT-15の条件の境目
    Given "municipality.understands_project" is false
    And "project.benefit_citizen_life" is false
    And "project.benefit_city_productivity" is false
    When the project is reviewed
    Then "FIT-10" is found with severity "major"
    And "FIT-11" is found with severity "major"
    And "FIT-15" cannot be told yet

  Scenario: FIT-15 at the edge of its conditions (2)
    FIT-15の条件の境目（2）
    Given "municipality.understands_project" is false
    And "project.origin" is "company_technology"
    And "project.link_to_local_issue" is "genuine"
    And "project.benefit_citizen_life" is false
    And "project.benefit_city_productivity" is false
    When the project is reviewed
    Then "FIT-10" is found with severity "major"
    And "FIT-11" is found with severity "major"
    And "FIT-15" is not found

  Scenario: FIT-15 at the edge of its conditions (3)
    FIT-15の条件の境目（3）
    Given "municipality.understands_project" is false
    And "project.origin" is "company_concept"
    And "project.link_to_local_issue" is "genuine"
    And "project.benefit_citizen_life" is false
    And "project.benefit_city_productivity" is false
    When the project is reviewed
    Then "FIT-10" is found with severity "major"
    And "FIT-11" is found with severity "major"
    And "FIT-15" is not found

  Scenario: FIT-15 at the edge of its conditions (4)
    FIT-15の条件の境目（4）
    Given "municipality.understands_project" is false
    And "project.origin" is "partner_technology"
    And "project.link_to_local_issue" is "genuine"
    And "project.benefit_citizen_life" is false
    And "project.benefit_city_productivity" is false
    When the project is reviewed
    Then "FIT-10" is found with severity "major"
    And "FIT-11" is found with severity "major"
    And "FIT-15" is not found

  Scenario: FIT-15 while a fact of it is unknown
    FIT-15に関わる事実の一つが未確認
    Given "project.origin" is "joint"
    And "project.benefit_citizen_life" is false
    And "project.benefit_city_productivity" is false
    When the project is reviewed
    Then "FIT-11" is found with severity "major"
    And "FIT-15" cannot be told yet

  Scenario: FIT-15 while a fact of it is unknown (2)
    FIT-15に関わる事実の一つが未確認（2）
    Given "municipality.understands_project" is false
    And "project.origin" is "joint"
    And "project.benefit_citizen_life" is false
    When the project is reviewed
    Then "FIT-10" is found with severity "major"
    And "FIT-15" cannot be told yet

  Scenario: FIT-15 is still to come in the phase field_selection
    FIT-15は「都市選び」の段階では今後の指摘
    Given "municipality.understands_project" is false
    And "project.phase" is "field_selection"
    And "project.origin" is "joint"
    And "project.benefit_citizen_life" is false
    And "project.benefit_city_productivity" is false
    When the project is reviewed
    Then "FIT-10" is upcoming with severity "major"
    And "FIT-11" is upcoming with severity "major"
    And "FIT-15" is found with severity "major"

  Scenario: FIT-17 counts in the phase field_selection
    FIT-17は「都市選び」の段階の指摘
    Given "municipality.understands_project" is false
    And "project.phase" is "field_selection"
    And "project.origin" is "partner_technology"
    And "project.link_to_local_issue" is "none"
    And "project.benefit_citizen_life" is false
    And "project.benefit_city_productivity" is false
    When the project is reviewed
    Then "FIT-17" is replaced by "FIT-01"

  Scenario: GAT-01 counts in the phase preparation
    GAT-01は「準備」の段階の指摘
    Given "stage_gate.used" is false
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "GAT-01" is found with severity "major"

  Scenario: GAT-02 counts in the phase preparation
    GAT-02は「準備」の段階の指摘
    Given "stage_gate.stages" is 0
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "GAT-02" is found with severity "major"

  Scenario: GAT-03 counts in the phase preparation
    GAT-03は「準備」の段階の指摘
    Given the gates:
      | id | criteria |
      | gate1 | [] |
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "GAT-03" is found for "stage_gate.gates/gate1" with severity "major"

  Scenario: GAT-04 counts in the phase preparation
    GAT-04は「準備」の段階の指摘
    Given the gates:
      | id | criteria | criteria_stage_specific |
      | gate1 | ["x"] | false |
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "GAT-04" is found for "stage_gate.gates/gate1" with severity "minor"

  Scenario: GAT-05 counts in the phase preparation
    GAT-05は「準備」の段階の指摘
    Given "stage_gate.applied" is false
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "GAT-05" is found with severity "major"

  Scenario: GAT-06 counts in the phase launched
    GAT-06は「開始後」の段階の指摘
    Given "portfolio.all_run_to_end" is true
    And "project.phase" is "launched"
    When the project is reviewed
    Then "GAT-06" is found with severity "major"

  Scenario: GAT-07 counts in the phase launched
    GAT-07は「開始後」の段階の指摘
    Given "stage_gate.resources_follow_gates" is false
    And "project.phase" is "launched"
    When the project is reviewed
    Then "GAT-07" is found with severity "minor"

  Scenario: INT-01 while a fact of it is unknown
    INT-01に関わる事実の一つが未確認
    Given "top.provides_environment" is false
    And "top.provides_resources" is false
    When the project is reviewed
    Then "INT-01" cannot be told yet

  Scenario: INT-01 at the edge of its conditions
    INT-01の条件の境目
    Given "capitals/network.rivals_metropolis" is true
    And "stage_gate.used" is true
    And "project.co_created" is true
    And "overlap.defined" is true
    When the project is reviewed
    Then "INT-01" is not found

  Scenario: INT-01 while a fact of it is unknown (2)
    INT-01に関わる事実の一つが未確認（2）
    Given the organisations:
      | id | kind | involved |
      | organisation1 | other | true |
    When the project is reviewed
    Then "INT-01" cannot be told yet

  Scenario: KPI-04 counts in the phase preparation
    KPI-04は「準備」の段階の指摘
    Given "goals" is []
    And the kpis:
      | id | goals |
      | kpi1 | [] |
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "KPI-04" is replaced by "KPI-15" for "kpis/kpi1"

  Scenario: KPI-05 counts in the phase preparation
    KPI-05は「準備」の段階の指摘
    Given the kpis:
      | id | set_with_municipality |
      | kpi1 | false |
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "KPI-05" is found for "kpis/kpi1" with severity "major"

  Scenario: KPI-06 counts in the phase preparation
    KPI-06は「準備」の段階の指摘
    Given the kpis:
      | id | concrete |
      | kpi1 | false |
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "KPI-06" is found for "kpis/kpi1" with severity "minor"

  Scenario: KPI-07 counts in the phase preparation
    KPI-07は「準備」の段階の指摘
    Given the themes:
      | id | kpis |
      | theme1 | [] |
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "KPI-07" is found for "themes/theme1" with severity "major"

  Scenario: KPI-08 counts in the phase preparation
    KPI-08は「準備」の段階の指摘
    Given the goals:
      | id |
      | goal1 |
    And the kpis:
      | id | goals |
      | kpi1 | [] |
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "KPI-08" is found for "goals/goal1" with severity "major"

  Scenario: KPI-09 counts in the phase preparation
    KPI-09は「準備」の段階の指摘
    Given "kpi.visualised_to_stakeholders" is false
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "KPI-09" is found with severity "major"

  Scenario: KPI-10 counts in the phase preparation
    KPI-10は「準備」の段階の指摘
    Given the kpis:
      | id |
      | kpi1 |
    And "themes" is []
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "KPI-10" is found for "kpis/kpi1" with severity "info"

  Scenario: KPI-11 counts in the phase preparation
    KPI-11は「準備」の段階の指摘
    Given the goals:
      | id | from_overlap |
      | goal1 | false |
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "KPI-11" is found for "goals/goal1" with severity "major"

  Scenario: KPI-13 counts in the phase preparation
    KPI-13は「準備」の段階の指摘
    Given "city.spare_capital" is false
    And "project.phase" is "preparation"
    And "project.success_criterion_stated" is false
    When the project is reviewed
    Then "KPI-13" is found with severity "info"

  Scenario: KPI-14 counts in the phase preparation
    KPI-14は「準備」の段階の指摘
    Given "goals" is []
    And the kpis:
      | id | goals |
      | kpi1 |  |
      | kpi2 | [] |
    And the themes:
      | id | kpis |
      | theme1 | ["kpi2"] |
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "KPI-14" is replaced by "KPI-15" for "themes/theme1"

  Scenario: KPI-17 while a fact of it is unknown
    KPI-17に関わる事実の一つが未確認
    Given the themes:
      | id |
      | theme1 |
    And "overlap.defined" is true
    And "overlap.agreed_by_company" is true
    And "overlap.agreed_by_municipality" is true
    When the project is reviewed
    Then "KPI-17" cannot be told yet

  Scenario: KPI-18 at the edge of its conditions
    KPI-18の条件の境目
    Given "beneficiary.who" is ["visitors"]
    When the project is reviewed
    Then "KPI-18" is not found

  Scenario: KPI-18 at the edge of its conditions (2)
    KPI-18の条件の境目（2）
    Given "beneficiary.who" is ["local_firms"]
    When the project is reviewed
    Then "KPI-18" is not found

  Scenario: KPI-18 at the edge of its conditions (3)
    KPI-18の条件の境目（3）
    Given "project.phase" is "field_selection"
    And "beneficiary.who" is []
    When the project is reviewed
    Then "KPI-18" is found with severity "minor"

  Scenario: KPI-18 at the edge of its conditions (4)
    KPI-18の条件の境目（4）
    Given "project.phase" is "idea"
    And "beneficiary.who" is []
    When the project is reviewed
    Then "KPI-18" is found with severity "minor"

  Scenario: KPI-18 at the edge of its conditions (5)
    KPI-18の条件の境目（5）
    Given "project.phase" is "preparation"
    And "beneficiary.who" is []
    When the project is reviewed
    Then "KPI-18" is found with severity "major"

  Scenario: KPI-18 at the edge of its conditions (6)
    KPI-18の条件の境目（6）
    Given "project.phase" is "scaling"
    And "beneficiary.who" is []
    When the project is reviewed
    Then "KPI-18" is found with severity "major"

  Scenario: ORG-01 counts in the phase preparation
    ORG-01は「準備」の段階の指摘
    Given "organisations" is []
    And "complete.organisations" is true
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "ORG-01" is found for "capitals/human" with severity "minor"
    And "ORG-01" is found for "capitals/economic" with severity "minor"
    And "ORG-01" is found for "capitals/infrastructure" with severity "minor"
    And "ORG-01" is found for "capitals/enabling" with severity "minor"
    And "ORG-01" is found for "capitals/network" with severity "minor"
    And "ORG-01" is found for "capitals/cultural" with severity "minor"

  Scenario: ORG-03 counts in the phase preparation
    ORG-03は「準備」の段階の指摘
    Given the organisations:
      | id | kind | needed | role_defined |
      | organisation1 | research_institution | true | false |
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "ORG-03" is found for "organisations/organisation1" with severity "major"

  Scenario: ORG-04 counts in the phase preparation
    ORG-04は「準備」の段階の指摘
    Given the organisations:
      | id | kind | needed | incentive_defined |
      | organisation1 | research_institution | true | false |
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "ORG-04" is found for "organisations/organisation1" with severity "major"

  Scenario: ORG-05 counts in the phase preparation
    ORG-05は「準備」の段階の指摘
    Given the organisations:
      | id | kind | needed | in_plan |
      | organisation1 | research_institution | true | false |
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "ORG-05" is found for "organisations/organisation1" with severity "major"

  Scenario: ORG-07 counts in the phase preparation
    ORG-07は「準備」の段階の指摘
    Given the organisations:
      | id | needed | champion_identified | champion_willing |
      | organisation1 | true | true | false |
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "ORG-07" is found for "organisations/organisation1" with severity "major"

  Scenario: ORG-10, ORG-16 while a fact of it is unknown
    ORG-10・ORG-16に関わる事実の一つが未確認
    Given the organisations:
      | id | needed |
      | organisation1 | true |
    When the project is reviewed
    Then "ORG-10" cannot be told yet for "organisations/organisation1"
    And "ORG-16" cannot be told yet for "organisations/organisation1"

  Scenario: ORG-11 counts in the phase preparation
    ORG-11は「準備」の段階の指摘
    Given "collaboration.structure_in_place" is false
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "ORG-11" is found with severity "major"

  Scenario: ORG-14 while a fact of it is unknown
    ORG-14に関わる事実の一つが未確認
    Given the organisations:
      | id | champion_identified | champion_has_authority |
      | organisation1 | true | false |
    When the project is reviewed
    Then "ORG-14" cannot be told yet for "organisations/organisation1"

  Scenario: ORG-14 while a fact of it is unknown (2)
    ORG-14に関わる事実の一つが未確認（2）
    Given the organisations:
      | id | needed | champion_has_authority |
      | organisation1 | true | false |
    When the project is reviewed
    Then "ORG-14" cannot be told yet for "organisations/organisation1"

  Scenario: ORG-14 counts in the phase preparation
    ORG-14は「準備」の段階の指摘
    Given the organisations:
      | id | needed | champion_identified | champion_has_authority |
      | organisation1 | true | true | false |
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "ORG-14" is found for "organisations/organisation1" with severity "minor"

  Scenario: ORG-15 while a fact of it is unknown
    ORG-15に関わる事実の一つが未確認
    Given the organisations:
      | id | kind | champion_identified | champion_interest | champion_enthusiasm | champion_willing |
      | organisation1 | research_institution | true | true | true | true |
    And "complete.organisations" is true
    When the project is reviewed
    Then "ORG-15" cannot be told yet

  Scenario: ORG-15 at the edge of its conditions
    ORG-15の条件の境目
    Given the organisations:
      | id | involved | kind | champion_identified | champion_interest | champion_enthusiasm | champion_willing |
      | organisation1 | false |  |  |  |  |  |
      | organisation2 | true | research_institution | true | true | true | true |
    And "complete.organisations" is true
    When the project is reviewed
    Then "ORG-15" is found with severity "info"

  Scenario: ORG-15 while a fact of it is unknown (2)
    ORG-15に関わる事実の一つが未確認（2）
    Given the organisations:
      | id | kind | champion_willing |
      | organisation1 | research_institution | false |
    When the project is reviewed
    Then "ORG-15" cannot be told yet

  Scenario: ORG-15 while a fact of it is unknown (3)
    ORG-15に関わる事実の一つが未確認（3）
    Given the organisations:
      | id | involved | champion_willing |
      | organisation1 | true | false |
    When the project is reviewed
    Then "ORG-15" cannot be told yet

  Scenario: ORG-15 while a fact of it is unknown (4)
    ORG-15に関わる事実の一つが未確認（4）
    Given the organisations:
      | id | kind | involved |
      | organisation1 | research_institution | true |
    And "complete.organisations" is true
    When the project is reviewed
    Then "ORG-15" cannot be told yet

  Scenario: ORG-16 counts in the phase preparation
    ORG-16は「準備」の段階の指摘
    Given the organisations:
      | id | involved | needed |
      | organisation1 | false | true |
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "ORG-16" is found for "organisations/organisation1" with severity "major"

  Scenario: ORG-17 counts in the phase preparation
    ORG-17は「準備」の段階の指摘
    Given "parties.opposed" is ["x"]
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "ORG-17" is found with severity "info"

  Scenario: POR-01, POR-02 counts in the phase preparation
    POR-01・POR-02は「準備」の段階の指摘
    Given the seeds:
      | id | running | success_probability |
      | seed1 | true | 0.5 |
    And "complete.portfolio.seeds" is true
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "POR-01" is replaced by "POR-02"
    And "POR-02" is found with severity "major"
    And "POR-03" is replaced by "POR-02" for "portfolio.seeds/seed1"

  Scenario: POR-04 counts in the phase preparation
    POR-04は「準備」の段階の指摘
    Given the seeds:
      | id | running | success_probability |
      | seed1 | true | 0.75 |
    And "complete.portfolio.seeds" is true
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "POR-04" is found with severity "info"

  Scenario: POR-07 counts in the phase preparation
    POR-07は「準備」の段階の指摘
    Given "portfolio.continuously_replenished" is false
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "POR-07" is found with severity "minor"

  Scenario: POR-09 is still to come in the phase field_selection
    POR-09は「都市選び」の段階では今後の指摘
    Given "portfolio.view_shared_with_partners" is false
    And "project.phase" is "field_selection"
    When the project is reviewed
    Then "POR-09" is upcoming with severity "major"

  Scenario: POR-09 counts in the phase preparation
    POR-09は「準備」の段階の指摘
    Given "portfolio.view_shared_with_partners" is false
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "POR-09" is found with severity "major"

  Scenario: POR-11 counts in the phase launched
    POR-11は「開始後」の段階の指摘
    Given "portfolio.sprouts_grown" is false
    And "project.phase" is "launched"
    When the project is reviewed
    Then "POR-11" is found with severity "minor"

  Scenario: POR-12 while a fact of it is unknown
    POR-12に関わる事実の一つが未確認
    Given the gates:
      | id | criteria |
      | gate1 | ["x"] |
    And "stage_gate.used" is true
    And "stage_gate.on_fail" is "return_one_stage"
    And "stage_gate.applied" is true
    And "portfolio.all_run_to_end" is false
    When the project is reviewed
    Then "POR-12" cannot be told yet

  Scenario: POR-12 while a fact of it is unknown (2)
    POR-12に関わる事実の一つが未確認（2）
    Given the seeds:
      | id | running |
      | seed1 | true |
      | seed2 |  |
      | seed3 | true |
    And "portfolio.all_run_to_end" is false
    And the gates:
      | id | criteria |
      | gate1 | ["x"] |
    And "stage_gate.on_fail" is "return_one_stage"
    And "stage_gate.applied" is true
    When the project is reviewed
    Then "POR-12" cannot be told yet

  Scenario: POR-12 at the edge of its conditions
    POR-12の条件の境目
    Given the seeds:
      | id | running |
      | seed1 | true |
      | seed2 |  |
      | seed3 | true |
    And "portfolio.all_run_to_end" is false
    And the gates:
      | id | criteria |
      | gate1 | ["x"] |
    And "stage_gate.used" is true
    And "stage_gate.on_fail" is "stop"
    And "stage_gate.applied" is true
    When the project is reviewed
    Then "POR-12" is found with severity "info"

  Scenario: POR-12 at the edge of its conditions (2)
    POR-12の条件の境目（2）
    Given the seeds:
      | id | running |
      | seed1 | true |
      | seed2 |  |
      | seed3 | true |
    And "portfolio.all_run_to_end" is false
    And the gates:
      | id | criteria |
      | gate1 | ["x"] |
    And "stage_gate.used" is true
    And "stage_gate.on_fail" is "undefined"
    And "stage_gate.applied" is true
    When the project is reviewed
    Then "POR-12" is not found

  Scenario: POR-12 while a fact of it is unknown (3)
    POR-12に関わる事実の一つが未確認（3）
    Given the seeds:
      | id | running |
      | seed1 | true |
      | seed2 |  |
      | seed3 | true |
    And the gates:
      | id | criteria |
      | gate1 | ["x"] |
    And "stage_gate.used" is true
    And "stage_gate.on_fail" is "return_one_stage"
    And "stage_gate.applied" is true
    When the project is reviewed
    Then "POR-12" cannot be told yet

  Scenario: RSK-01 at the edge of its conditions
    RSK-01の条件の境目
    Given "top.visited_site" is false
    And "top.dialogue_with" is []
    And "top.own_role_identified" is false
    And "agreement.status" is "signed"
    When the project is reviewed
    Then "RSK-01" is told as following from "COM-08"

  Scenario: RSK-01 is still to come in the phase field_selection
    RSK-01は「都市選び」の段階では今後の指摘
    Given "top.visited_site" is false
    And "top.dialogue_with" is []
    And "top.own_role_identified" is false
    And "agreement.status" is "signed"
    And "project.phase" is "field_selection"
    When the project is reviewed
    Then "RSK-01" is upcoming with severity "info"

  Scenario: RSK-02 at the edge of its conditions
    RSK-02の条件の境目
    Given "top.visited_site" is false
    And "top.dialogue_with" is []
    And "top.own_role_identified" is false
    And "agreement.status" is "signed"
    And "project.uses_digital" is true
    When the project is reviewed
    Then "RSK-02" is told as following from "COM-08"

  Scenario: RSK-02 is still to come in the phase field_selection
    RSK-02は「都市選び」の段階では今後の指摘
    Given "top.visited_site" is false
    And "top.dialogue_with" is []
    And "top.own_role_identified" is false
    And "agreement.status" is "signed"
    And "project.phase" is "field_selection"
    And "project.uses_digital" is true
    When the project is reviewed
    Then "RSK-02" is upcoming with severity "info"

  Scenario: RSK-05 counts in the phase preparation
    RSK-05は「準備」の段階の指摘
    Given the organisations:
      | id | needed | champion_willing |
      | organisation1 | true | false |
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "RSK-05" is found with severity "info"

  Scenario: SEL-01 at the edge of its conditions
    SEL-01の条件の境目
    Given "project.phase" is "scaling"
    And "selection.reasons" is []
    When the project is reviewed
    Then "SEL-01" is found with severity "major"
    And the verdict is "insufficient_information"

  Scenario: SEL-03 counts in the phase field_selection
    SEL-03は「都市選び」の段階の指摘
    Given "project.phase" is "field_selection"
    And "selection.consistent_with_strategy" is false
    When the project is reviewed
    Then "SEL-03" is found with severity "minor"

  Scenario: SEL-04 while a fact of it is unknown
    SEL-04に関わる事実の一つが未確認
    Given "capitals/cultural.assessed" is true
    When the project is reviewed
    Then "SEL-04" cannot be told yet for "capitals/cultural"

  Scenario: SEL-04 counts in the phase field_selection
    SEL-04は「都市選び」の段階の指摘
    Given "capitals/cultural.assessed" is true
    And "capitals/cultural.qualitative" is false
    And "project.phase" is "field_selection"
    When the project is reviewed
    Then "SEL-04" is found for "capitals/cultural" with severity "major"

  Scenario: SEL-05 while a fact of it is unknown
    SEL-05に関わる事実の一つが未確認
    Given "capitals/cultural.key_person_identified" is false
    When the project is reviewed
    Then "SEL-05" cannot be told yet for "capitals/cultural"

  Scenario: SEL-05 counts in the phase field_selection
    SEL-05は「都市選び」の段階の指摘
    Given "capitals/cultural.assessed" is true
    And "capitals/cultural.key_person_identified" is false
    And "project.phase" is "field_selection"
    When the project is reviewed
    Then "SEL-05" is found for "capitals/cultural" with severity "major"

  Scenario: SEL-06 counts in the phase field_selection
    SEL-06は「都市選び」の段階の指摘
    Given "assessment.items" is []
    And "project.phase" is "field_selection"
    When the project is reviewed
    Then "SEL-06" is found with severity "minor"

  Scenario: SEL-07, SEL-18 counts in the phase field_selection
    SEL-07・SEL-18は「都市選び」の段階の指摘
    Given "capitals/human.rivals_metropolis" is false
    And "capitals/economic.rivals_metropolis" is false
    And "capitals/infrastructure.rivals_metropolis" is false
    And "capitals/enabling.rivals_metropolis" is false
    And "capitals/network.rivals_metropolis" is false
    And "capitals/cultural.rivals_metropolis" is false
    And "project.phase" is "field_selection"
    When the project is reviewed
    Then "SEL-07" is found with severity "major"
    And "SEL-18" is replaced by "SEL-07"

  Scenario: SEL-08 counts in the phase field_selection
    SEL-08は「都市選び」の段階の指摘
    Given "capitals/cultural.strength" is "thin"
    And "capitals/cultural.complement" is []
    And "project.phase" is "field_selection"
    When the project is reviewed
    Then "SEL-08" is found for "capitals/cultural" with severity "minor"

  Scenario: SEL-09 counts in the phase field_selection
    SEL-09は「都市選び」の段階の指摘
    Given "city.population" is 200001
    And "project.phase" is "field_selection"
    When the project is reviewed
    Then "SEL-09" is found with severity "info"

  Scenario: SEL-11 counts in the phase field_selection
    SEL-11は「都市選び」の段階の指摘
    Given "issue.specific_to_city" is false
    And "project.phase" is "field_selection"
    When the project is reviewed
    Then "SEL-11" is found with severity "major"

  Scenario: SEL-12 while a fact of it is unknown
    SEL-12に関わる事実の一つが未確認
    Given "project.targets_whole_city_function" is true
    When the project is reviewed
    Then "SEL-12" cannot be told yet
    And the verdict is "insufficient_information"

  Scenario: SEL-12 counts in the phase preparation
    SEL-12は「準備」の段階の指摘
    Given "field.stakeholders_limited" is false
    And "project.phase" is "preparation"
    And "project.targets_whole_city_function" is true
    When the project is reviewed
    Then "SEL-12" is found with severity "blocker"
    And the verdict is "hold"

  Scenario: SEL-13 counts in the phase preparation
    SEL-13は「準備」の段階の指摘
    Given "field.cost_contained" is false
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "SEL-13" is found with severity "minor"

  Scenario: SEL-14 counts in the phase preparation
    SEL-14は「準備」の段階の指摘
    Given "capitals/human.rivals_metropolis" is false
    And "capitals/economic.rivals_metropolis" is false
    And "capitals/infrastructure.rivals_metropolis" is false
    And "capitals/enabling.rivals_metropolis" is false
    And "capitals/network.rivals_metropolis" is false
    And "capitals/cultural.rivals_metropolis" is false
    And "activity.centred_on_capital" is "cultural"
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "SEL-14" is replaced by "SEL-07"

  Scenario: SEL-15 counts in the phase preparation
    SEL-15は「準備」の段階の指摘
    Given "field.trial_and_error_possible" is false
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "SEL-15" is found with severity "blocker"
    And the verdict is "hold"

  Scenario: SEL-16 counts in the phase field_selection
    SEL-16は「都市選び」の段階の指摘
    Given "city.is_metropolis" is true
    And "project.phase" is "field_selection"
    When the project is reviewed
    Then "SEL-16" is found with severity "info"

  Scenario: SEL-18, verdict at the edge of its conditions
    SEL-18・verdictの条件の境目
    Given "organisations" is []
    And "capitals/human.assessed" is true
    And "capitals/economic.assessed" is true
    And "capitals/infrastructure.assessed" is true
    And "capitals/enabling.assessed" is true
    And "capitals/network.assessed" is true
    And "capitals/cultural.assessed" is true
    And "complete.organisations" is true
    And "project.phase" is "field_selection"
    And "project.co_created" is true
    And "project.benefit_city_productivity" is true
    And "selection.reasons" is ["issue_fit"]
    When the project is reviewed
    Then the verdict is "proceed"

  Scenario: SEL-19 counts in the phase field_selection
    SEL-19は「都市選び」の段階の指摘
    Given "capitals/cultural.strength" is "thin"
    And "capitals/cultural.complement" is ["inside"]
    And "project.phase" is "field_selection"
    When the project is reviewed
    Then "SEL-19" is found for "capitals/cultural" with severity "info"

  Scenario: SEL-20 counts in the phase field_selection
    SEL-20は「都市選び」の段階の指摘
    Given "city.crisis_awareness" is "weak"
    And "project.phase" is "field_selection"
    When the project is reviewed
    Then "SEL-20" is found with severity "minor"

  Scenario: SPI-01 counts in the phase launched
    SPI-01は「開始後」の段階の指摘
    Given "spiral.quick_trials" is false
    And "project.phase" is "launched"
    When the project is reviewed
    Then "SPI-01" is found with severity "major"

  Scenario: SPI-02 counts in the phase launched
    SPI-02は「開始後」の段階の指摘
    Given "spiral.scaled_and_repeated" is false
    And "project.phase" is "launched"
    When the project is reviewed
    Then "SPI-02" is found with severity "major"

  Scenario: SPI-03 counts in the phase preparation
    SPI-03は「準備」の段階の指摘
    Given "process.months_planning_before_first_trial" is 4.0
    And "project.phase" is "preparation"
    And "project.uses_digital" is true
    When the project is reviewed
    Then "SPI-03" is found with severity "major"

  Scenario: SPI-04 counts in the phase launched
    SPI-04は「開始後」の段階の指摘
    Given "participants.told_experimental" is false
    And "project.phase" is "launched"
    When the project is reviewed
    Then "SPI-04" is found with severity "major"

  Scenario: SPI-05 counts in the phase launched
    SPI-05は「開始後」の段階の指摘
    Given "participants.agreed_to_feedback" is false
    And "project.phase" is "launched"
    When the project is reviewed
    Then "SPI-05" is found with severity "major"

  Scenario: SPI-06 counts in the phase preparation
    SPI-06は「準備」の段階の指摘
    Given "municipality.supports_involvement" is false
    And "project.phase" is "preparation"
    When the project is reviewed
    Then "SPI-06" is found with severity "minor"

  Scenario: SPI-07 counts in the phase launched
    SPI-07は「開始後」の段階の指摘
    Given "spiral.understood_by_team" is false
    And "project.phase" is "launched"
    When the project is reviewed
    Then "SPI-07" is found with severity "minor"

  Scenario: SYN-01 is still to come in the phase field_selection
    SYN-01は「都市選び」の段階では今後の指摘
    Given "project.phase" is "field_selection"
    And "strategy.defined" is false
    And "overlap.defined" is true
    When the project is reviewed
    Then "SYN-01" is upcoming with severity "minor"

  Scenario: SYN-01 counts in the phase preparation
    SYN-01は「準備」の段階の指摘
    Given "project.phase" is "preparation"
    And "strategy.defined" is false
    And "overlap.defined" is true
    When the project is reviewed
    Then "SYN-01" is found with severity "minor"

  Scenario: SYN-06 counts in the phase preparation
    SYN-06は「準備」の段階の指摘
    Given "project.phase" is "preparation"
    And "operation.payer_after_trial" is "nobody_yet"
    When the project is reviewed
    Then "SYN-06" is found with severity "info"

  Scenario: city_innovation_managed at the edge of its conditions
    city_innovation_managedの条件の境目
    Given the seeds:
      | id | running |
      | seed1 | true |
      | seed2 |  |
      | seed3 | true |
    And "portfolio.view_shared_with_partners" is true
    And "portfolio.all_run_to_end" is false
    And the gates:
      | id |
      | gate1 |
    And "stage_gate.used" is true
    And "stage_gate.on_fail" is "return_one_stage"
    And "stage_gate.applied" is true
    And "spiral.quick_trials" is true
    And "spiral.issues_extracted" is true
    And "spiral.feedback_applied" is true
    And "spiral.model_improved" is true
    And "spiral.scaled_and_repeated" is true
    When the project is reviewed
    Then "SYN-03" cannot be told yet

  Scenario: city_innovation_managed at the edge of its conditions (2)
    city_innovation_managedの条件の境目（2）
    Given the seeds:
      | id | running |
      | seed1 | true |
      | seed2 |  |
      | seed3 | true |
    And "portfolio.view_shared_with_partners" is true
    And "portfolio.all_run_to_end" is false
    And the gates:
      | id | criteria |
      | gate1 |  |
      | gate2 | ["x"] |
    And "stage_gate.used" is true
    And "stage_gate.on_fail" is "return_one_stage"
    And "stage_gate.applied" is true
    And "spiral.quick_trials" is true
    And "spiral.issues_extracted" is true
    And "spiral.feedback_applied" is true
    And "spiral.model_improved" is true
    And "spiral.scaled_and_repeated" is true
    When the project is reviewed
    Then "SYN-03" cannot be told yet

  Scenario: commitment.demonstration at the edge of its conditions
    commitment.demonstrationの条件の境目
    Given "top.visited_site" is false
    And "top.own_role_identified" is false
    And "agreement.status" is "signed"
    When the project is reviewed
    Then "RSK-01" cannot be told yet
    And "RSK-03" cannot be told yet
    And "commitment.demonstration" is "some"

  Scenario: commitment.demonstration while a fact of it is unknown
    commitment.demonstrationに関わる事実の一つが未確認
    Given "top.dialogue_with" is []
    And "top.own_role_identified" is false
    And "agreement.status" is "signed"
    When the project is reviewed
    Then "RSK-01" cannot be told yet
    And "RSK-03" cannot be told yet
    And "commitment.demonstration" is "some"

  Scenario: commitment.demonstration while a fact of it is unknown (2)
    commitment.demonstrationに関わる事実の一つが未確認（2）
    Given "top.visited_site" is false
    And "top.dialogue_with" is []
    And "agreement.status" is "signed"
    When the project is reviewed
    Then "RSK-01" cannot be told yet
    And "RSK-03" cannot be told yet
    And "commitment.demonstration" is "some"

  Scenario: commitment.demonstration while a fact of it is unknown (3)
    commitment.demonstrationに関わる事実の一つが未確認（3）
    Given "commitment.by" is "subsidiary_head"
    And "commitment.binding" is true
    And "top.visited_site" is true
    And "top.dialogue_with" is ["other"]
    And "agreement.status" is "signed"
    When the project is reviewed
    Then "COM-14" cannot be told yet
    And "commitment.demonstration" is "some"

  Scenario: commitment.demonstration while a fact of it is unknown (4)
    commitment.demonstrationに関わる事実の一つが未確認（4）
    Given "commitment.declared" is true
    And "commitment.by" is "subsidiary_head"
    And "commitment.binding" is true
    And "top.visited_site" is true
    And "top.dialogue_with" is ["other"]
    And "top.own_role_identified" is true
    When the project is reviewed
    Then "COM-14" cannot be told yet
    And "commitment.demonstration" is "some"

  Scenario: commitment.demonstration at the edge of its conditions (2)
    commitment.demonstrationの条件の境目（2）
    Given "commitment.declared" is true
    And "top.visited_site" is false
    And "top.dialogue_with" is []
    And "top.own_role_identified" is false
    And "agreement.status" is "under_negotiation"
    And "agreement.kind" is "other"
    When the project is reviewed
    Then "COM-05" is replaced by "COM-11"
    And "COM-06" is replaced by "COM-11"
    And "COM-07" is replaced by "COM-11"
    And "COM-09" is replaced by "COM-11"
    And "COM-11" is found with severity "major"
    And "RSK-01" is found with severity "info"
    And "RSK-03" is found with severity "info"
    And "commitment.demonstration" is "none"
    And "poc_formality" is "at_risk"
    And "trust" is "at_risk"

  Scenario: commitment.demonstration while a fact of it is unknown (5)
    commitment.demonstrationに関わる事実の一つが未確認（5）
    Given "agreement.kind" is "other"
    When the project is reviewed
    Then "COM-11" cannot be told yet

  Scenario: data_sharing while a fact of it is unknown
    data_sharingに関わる事実の一つが未確認
    Given "project.uses_digital" is true
    When the project is reviewed
    Then "RSK-02" cannot be told yet

  Scenario: kpis[].link at the edge of its conditions
    kpis[].linkの条件の境目
    Given the kpis:
      | id | goals |
      | kpi1 | [] |
    And the themes:
      | id |
      | theme1 |
    When the project is reviewed
    Then "KPI-17" is not found

  Scenario: kpis[].link while a fact of it is unknown
    kpis[].linkに関わる事実の一つが未確認
    Given the goals:
      | id |
      | goal1 |
    And the kpis:
      | id | goals |
      | kpi1 | ["goal1"] |
    And the themes:
      | id | kpis |
      | theme1 | ["kpi1"] |
    And "overlap.defined" is true
    When the project is reviewed
    Then "KPI-14" cannot be told yet for "themes/theme1"

  Scenario: kpis[].link at the edge of its conditions (2)
    kpis[].linkの条件の境目（2）
    Given the kpis:
      | id | goals |
      | kpi1 |  |
      | kpi2 | [] |
    And the themes:
      | id | kpis |
      | theme1 | ["kpi2"] |
    When the project is reviewed
    Then "KPI-14" is found for "themes/theme1" with severity "info"
    And "kpis/kpi2.link" is "broken"
    And "themes/theme1.chain" is "broken"

  Scenario: kpis[].link at the edge of its conditions (3)
    kpis[].linkの条件の境目（3）
    Given the goals:
      | id | from_overlap |
      | goal1 |  |
      | goal2 | false |
    And the kpis:
      | id | goals |
      | kpi1 | ["goal1", "goal2"] |
    And the themes:
      | id | kpis |
      | theme1 | ["kpi1"] |
    When the project is reviewed
    Then "KPI-14" cannot be told yet for "themes/theme1"

  Scenario: organisations[].takes_part at the edge of its conditions
    organisations[].takes_partの条件の境目
    Given the organisations:
      | id | involved |
      | organisation1 | false |
    And "complete.organisations" is true
    When the project is reviewed
    Then "ORG-01" is found for "capitals/human" with severity "minor"
    And "ORG-01" is found for "capitals/economic" with severity "minor"
    And "ORG-01" is found for "capitals/infrastructure" with severity "minor"
    And "ORG-01" is found for "capitals/enabling" with severity "minor"
    And "ORG-01" is found for "capitals/network" with severity "minor"
    And "ORG-01" is found for "capitals/cultural" with severity "minor"
    And "ORG-02" is found for "municipality" with severity "blocker"
    And "ORG-02" is found for "local_company" with severity "major"
    And "ORG-02" is found for "research_institution" with severity "major"
    And "ORG-15" is not found
    And "capitals/cultural.stakeholder_of_capital" is "no"
    And "capitals/economic.stakeholder_of_capital" is "no"
    And "capitals/enabling.stakeholder_of_capital" is "no"
    And "capitals/human.stakeholder_of_capital" is "no"
    And "capitals/infrastructure.stakeholder_of_capital" is "no"
    And "capitals/network.stakeholder_of_capital" is "no"
    And "local_company.key_player" is "missing"
    And "municipality.key_player" is "missing"
    And "research_institution.key_player" is "missing"
    And the verdict is "hold"

  Scenario: portfolio.all_sure at the edge of its conditions
    portfolio.all_sureの条件の境目
    Given the seeds:
      | id | running | success_probability |
      | seed1 | false |  |
      | seed2 | true | 0.5 |
    And "complete.portfolio.seeds" is true
    When the project is reviewed
    Then "portfolio.all_sure" is "yes"

  Scenario: portfolio.all_sure at the edge of its conditions (2)
    portfolio.all_sureの条件の境目（2）
    Given the organisations:
      | id | needed | superiors_persuaded |
      | organisation1 | true | false |
    And the seeds:
      | id | running |
      | seed1 | false |
    And "complete.portfolio.seeds" is true
    When the project is reviewed
    Then "portfolio.all_sure" is "no"
    And "ORG-08" is found for "organisations/organisation1"

  Scenario: portfolio.expected at the edge of its conditions
    portfolio.expectedの条件の境目
    Given the seeds:
      | id | running | success_probability |
      | seed1 | true | 0.0 |
      | seed2 | true | 1.0 |
    And "complete.portfolio.seeds" is true
    When the project is reviewed
    Then "portfolio.expected" is "reached"

  Scenario: portfolio.expected at the edge of its conditions (2)
    portfolio.expectedの条件の境目（2）
    Given the seeds:
      | id | running | success_probability |
      | seed1 | true | 0.005 |
      | seed2 | true | 1.0 |
    And "complete.portfolio.seeds" is true
    When the project is reviewed
    Then "portfolio.expected" is "reached"

  Scenario: portfolio.shape while a fact of it is unknown
    portfolio.shapeに関わる事実の一つが未確認
    Given the seeds:
      | id |
      | seed1 |
      | seed2 |
    When the project is reviewed
    Then "POR-02" cannot be told yet

  Scenario: portfolio.shape while a fact of it is unknown (2)
    portfolio.shapeに関わる事実の一つが未確認（2）
    Given the seeds:
      | id | success_probability |
      | seed1 | 0.5 |
    And "complete.portfolio.seeds" is true
    When the project is reviewed
    Then "POR-01" is found with severity "major"
    And "POR-02" cannot be told yet
    And "POR-03" is found for "portfolio.seeds/seed1" with severity "minor"

  Scenario: portfolio.shape while a fact of it is unknown (3)
    portfolio.shapeに関わる事実の一つが未確認（3）
    Given the seeds:
      | id | running |
      | seed1 | true |
    And "complete.portfolio.seeds" is true
    When the project is reviewed
    Then "POR-01" is found with severity "major"
    And "POR-02" cannot be told yet
    And "portfolio.shape" is "single"

  Scenario: product_out at the edge of its conditions
    product_outの条件の境目
    Given "municipality.understands_project" is false
    And "project.origin" is "local_issue"
    And "project.benefit_citizen_life" is false
    And "project.benefit_city_productivity" is false
    When the project is reviewed
    Then "FIT-01" is not found
    And "product_out" is "cleared"
    And the verdict is "insufficient_information"

  Scenario: product_out at the edge of its conditions (2)
    product_outの条件の境目（2）
    Given "municipality.understands_project" is false
    And "project.origin" is "joint"
    And "project.benefit_citizen_life" is false
    And "project.benefit_city_productivity" is false
    When the project is reviewed
    Then "FIT-01" is not found
    And "product_out" is "cleared"
    And the verdict is "insufficient_information"

  Scenario: product_out while a fact of it is unknown
    product_outに関わる事実の一つが未確認
    Given "project.origin" is "partner_technology"
    And "project.benefit_citizen_life" is false
    And "project.benefit_city_productivity" is false
    When the project is reviewed
    Then "FIT-01" cannot be told yet
    And "FIT-02" is found with severity "major"
    And "FIT-11" is found with severity "major"
    And "product_out" is "suspected"
    And the verdict is "insufficient_information"

  Scenario: product_out while a fact of it is unknown (2)
    product_outに関わる事実の一つが未確認（2）
    Given "municipality.understands_project" is false
    And "project.origin" is "partner_technology"
    And "project.benefit_city_productivity" is false
    When the project is reviewed
    Then "FIT-01" cannot be told yet
    And "FIT-02" is found with severity "major"
    And "FIT-10" is found with severity "major"
    And "product_out" is "suspected"
    And the verdict is "insufficient_information"

  Scenario: product_out while a fact of it is unknown (3)
    product_outに関わる事実の一つが未確認（3）
    Given "municipality.understands_project" is false
    And "project.origin" is "partner_technology"
    And "project.benefit_citizen_life" is false
    When the project is reviewed
    Then "FIT-01" cannot be told yet
    And "FIT-02" is found with severity "major"
    And "FIT-10" is found with severity "major"
    And "product_out" is "suspected"
    And the verdict is "insufficient_information"

  Scenario: product_out while a fact of it is unknown (4)
    product_outに関わる事実の一つが未確認（4）
    Given "project.origin" is "partner_technology"
    And "project.benefit_city_productivity" is false
    When the project is reviewed
    Then "FIT-02" cannot be told yet
    And "FIT-13" cannot be told yet

  Scenario: product_out while a fact of it is unknown (5)
    product_outに関わる事実の一つが未確認（5）
    Given "project.origin" is "partner_technology"
    And "project.benefit_citizen_life" is false
    When the project is reviewed
    Then "FIT-02" cannot be told yet
    And "FIT-13" cannot be told yet

  Scenario: product_out at the edge of its conditions (3)
    product_outの条件の境目（3）
    Given "project.origin" is "partner_technology"
    And "project.benefit_citizen_life" is false
    And "project.beneficiary_stated" is false
    When the project is reviewed
    Then "FIT-02" cannot be told yet
    And "FIT-13" cannot be told yet

  Scenario: product_out at the edge of its conditions (4)
    product_outの条件の境目（4）
    Given "project.origin" is "partner_technology"
    When the project is reviewed
    Then "FIT-13" cannot be told yet

  Scenario: selection.blind at the edge of its conditions
    selection.blindの条件の境目
    Given "selection.reasons" is ["capital_assessment"]
    And "complete.selection.reasons" is true
    When the project is reviewed
    Then "SEL-01" is not found
    And "selection.blind" is "no"

  Scenario: selection.blind at the edge of its conditions (2)
    selection.blindの条件の境目（2）
    Given "selection.reasons" is ["outstanding_capital"]
    And "complete.selection.reasons" is true
    When the project is reviewed
    Then "SEL-01" is not found
    And "selection.blind" is "no"

  Scenario: selection.blind at the edge of its conditions (3)
    selection.blindの条件の境目（3）
    Given "selection.reasons" is ["strategy_fit"]
    And "complete.selection.reasons" is true
    When the project is reviewed
    Then "SEL-01" is not found
    And "selection.blind" is "no"

  Scenario: selection.blind at the edge of its conditions (4)
    selection.blindの条件の境目（4）
    Given "selection.reasons" is ["capital_assessment"]
    When the project is reviewed
    Then "selection.blind" is "no"

  Scenario: selection.blind at the edge of its conditions (5)
    selection.blindの条件の境目（5）
    Given "selection.reasons" is ["outstanding_capital"]
    When the project is reviewed
    Then "selection.blind" is "no"

  Scenario: selection.blind at the edge of its conditions (6)
    selection.blindの条件の境目（6）
    Given "selection.reasons" is ["strategy_fit"]
    When the project is reviewed
    Then "selection.blind" is "no"

  Scenario: step_order while a fact of it is unknown
    step_orderに関わる事実の一つが未確認
    Given the themes:
      | id |
      | theme1 |
    When the project is reviewed
    Then "SYN-01" cannot be told yet

  Scenario: step_order at the edge of its conditions
    step_orderの条件の境目
    Given the themes:
      | id |
      | theme1 |
    And "strategy.defined" is false
    When the project is reviewed
    Then "SYN-01" is found with severity "minor"
    And "step_order" is "violated"

  Scenario: step_order while a fact of it is unknown (2)
    step_orderに関わる事実の一つが未確認（2）
    Given "strategy.defined" is false
    When the project is reviewed
    Then "SYN-01" cannot be told yet

  Scenario: step_order at the edge of its conditions (2)
    step_orderの条件の境目（2）
    Given "commitment.declared" is false
    And "project.phase" is "field_selection"
    When the project is reviewed
    Then "SYN-01" cannot be told yet

  Scenario: step_order while a fact of it is unknown (3)
    step_orderに関わる事実の一つが未確認（3）
    Given "project.phase" is "scaling"
    When the project is reviewed
    Then "SYN-01" cannot be told yet

  Scenario: themes[].chain at the edge of its conditions
    themes[].chainの条件の境目
    Given the goals:
      | id | from_overlap |
      | goal1 | true |
    And the kpis:
      | id | goals |
      | kpi1 | ["goal1"] |
      | kpi2 | [] |
    And the themes:
      | id | kpis |
      | theme1 | ["kpi2"] |
    And "overlap.defined" is true
    When the project is reviewed
    Then "KPI-14" is found for "themes/theme1" with severity "info"
    And "KPI-17" is not found
    And "themes/theme1.chain" is "broken"

  Scenario: themes[].chain at the edge of its conditions (2)
    themes[].chainの条件の境目（2）
    Given the themes:
      | id | kpis |
      | theme1 | [] |
    When the project is reviewed
    Then "KPI-17" is not found

  Scenario: themes[].chain at the edge of its conditions (3)
    themes[].chainの条件の境目（3）
    Given the kpis:
      | id | goals |
      | kpi1 |  |
      | kpi2 |  |
      | kpi3 | [] |
    And the themes:
      | id | kpis |
      | theme1 | ["kpi2", "kpi3"] |
    When the project is reviewed
    Then "KPI-14" cannot be told yet for "themes/theme1"

  Scenario: trust at the edge of its conditions
    trustの条件の境目
    Given "commitment.by" is "board"
    And "agreement.status" is "signed"
    When the project is reviewed
    Then "RSK-01" cannot be told yet
    And "RSK-02" cannot be told yet
    And "RSK-03" cannot be told yet

  Scenario: what a verdict needs in this phase
    この段階の判定に必要な事実
    Given "organisations" is []
    And "complete.organisations" is true
    And "project.phase" is "idea"
    When the project is reviewed
    Then the verdict is "proceed"

  Scenario: what a verdict needs in this phase (2)
    この段階の判定に必要な事実（2）
    Given the organisations:
      | id | champion_identified | champion_interest | champion_enthusiasm | champion_willing | kind | involved |
      | organisation1 | true | true | true | true |  |  |
      | organisation2 | true | true | true | true | municipality | true |
    And "commitment.by" is "subsidiary_head"
    And "commitment.binding" is true
    And "agreement.status" is "signed"
    And "complete.organisations" is true
    And "project.phase" is "preparation"
    And "project.uses_digital" is false
    And "project.targets_whole_city_function" is false
    And "project.co_created" is true
    And "project.origin" is "joint"
    And "project.beneficiary_stated" is true
    And "project.success_criterion_stated" is true
    And "overlap.defined" is true
    When the project is reviewed
    Then the verdict is "proceed"

  Scenario: what a verdict needs in this phase (3)
    この段階の判定に必要な事実（3）
    Given "organisations" is []
    And "commitment.by" is "staff"
    And "complete.organisations" is true
    And "project.phase" is "idea"
    When the project is reviewed
    Then the verdict is "proceed"

  Scenario: what a verdict needs in this phase (4)
    この段階の判定に必要な事実（4）
    Given "organisations" is []
    And "capitals/human.assessed" is true
    And "capitals/economic.assessed" is true
    And "capitals/infrastructure.assessed" is true
    And "capitals/enabling.assessed" is true
    And "capitals/network.assessed" is true
    And "capitals/cultural.assessed" is true
    And "commitment.by" is "staff"
    And "complete.organisations" is true
    And "project.phase" is "field_selection"
    And "project.co_created" is true
    And "project.benefit_city_productivity" is true
    And "selection.reasons" is ["issue_fit"]
    When the project is reviewed
    Then the verdict is "proceed"

  Scenario: what a verdict needs in this phase (5)
    この段階の判定に必要な事実（5）
    Given the organisations:
      | id | kind | involved | champion_identified | champion_interest | champion_enthusiasm | champion_willing |
      | organisation1 | municipality | true | true | true | true | true |
    And "commitment.by" is "subsidiary_head"
    And "commitment.binding" is true
    And "agreement.status" is "signed"
    And "complete.organisations" is true
    And "project.phase" is "preparation"
    And "project.uses_digital" is false
    And "project.targets_whole_city_function" is false
    And "project.co_created" is true
    And "project.benefit_city_productivity" is true
    And "project.beneficiary_stated" is false
    And "project.success_criterion_stated" is false
    And "overlap.defined" is true
    When the project is reviewed
    Then the verdict is "insufficient_information"

  Scenario: what a verdict needs in this phase (6)
    この段階の判定に必要な事実（6）
    Given the organisations:
      | id | kind | involved | champion_identified | champion_interest | champion_enthusiasm | champion_willing |
      | organisation1 | municipality | true | true | true | true | true |
    And "commitment.by" is "subsidiary_head"
    And "commitment.binding" is true
    And "agreement.status" is "signed"
    And "top.active_after_launch" is true
    And "top.provides_resources" is true
    And "complete.organisations" is true
    And "project.phase" is "scaling"
    And "project.uses_digital" is false
    And "project.targets_whole_city_function" is false
    And "project.co_created" is true
    And "project.benefit_city_productivity" is true
    And "project.beneficiary_stated" is false
    And "project.success_criterion_stated" is false
    And "overlap.defined" is true
    When the project is reviewed
    Then the verdict is "insufficient_information"

  Scenario: what a verdict needs in this phase (7)
    この段階の判定に必要な事実（7）
    Given the organisations:
      | id | kind | involved | champion_identified | champion_interest | champion_enthusiasm | champion_willing |
      | organisation1 | municipality | true | true | true | true | true |
    And "commitment.by" is "subsidiary_head"
    And "commitment.binding" is true
    And "agreement.status" is "signed"
    And "complete.organisations" is true
    And "project.phase" is "preparation"
    And "project.uses_digital" is false
    And "project.targets_whole_city_function" is false
    And "project.co_created" is true
    And "project.origin" is "joint"
    And "project.success_criterion_stated" is false
    And "overlap.defined" is true
    When the project is reviewed
    Then the verdict is "insufficient_information"

  Scenario: what a verdict needs in this phase (8)
    この段階の判定に必要な事実（8）
    Given the organisations:
      | id | kind | involved | champion_identified | champion_interest | champion_enthusiasm | champion_willing |
      | organisation1 | municipality | true | true | true | true | true |
    And "commitment.by" is "subsidiary_head"
    And "commitment.binding" is true
    And "agreement.status" is "signed"
    And "top.active_after_launch" is true
    And "top.provides_resources" is true
    And "complete.organisations" is true
    And "project.phase" is "scaling"
    And "project.uses_digital" is false
    And "project.targets_whole_city_function" is false
    And "project.co_created" is true
    And "project.origin" is "joint"
    And "project.success_criterion_stated" is false
    And "overlap.defined" is true
    When the project is reviewed
    Then the verdict is "insufficient_information"

  Scenario: what a verdict needs in this phase (9)
    この段階の判定に必要な事実（9）
    Given the organisations:
      | id | kind | involved | champion_identified | champion_interest | champion_enthusiasm | champion_willing |
      | organisation1 | municipality | true | true | true | true | true |
    And "commitment.by" is "subsidiary_head"
    And "commitment.binding" is true
    And "agreement.status" is "signed"
    And "complete.organisations" is true
    And "project.phase" is "preparation"
    And "project.uses_digital" is false
    And "project.targets_whole_city_function" is false
    And "project.co_created" is true
    And "project.origin" is "joint"
    And "project.beneficiary_stated" is false
    And "overlap.defined" is true
    When the project is reviewed
    Then the verdict is "insufficient_information"

  Scenario: what a verdict needs in this phase (10)
    この段階の判定に必要な事実（10）
    Given the organisations:
      | id | kind | involved | champion_identified | champion_interest | champion_enthusiasm | champion_willing |
      | organisation1 | municipality | true | true | true | true | true |
    And "commitment.by" is "subsidiary_head"
    And "commitment.binding" is true
    And "agreement.status" is "signed"
    And "top.active_after_launch" is true
    And "top.provides_resources" is true
    And "complete.organisations" is true
    And "project.phase" is "scaling"
    And "project.uses_digital" is false
    And "project.targets_whole_city_function" is false
    And "project.co_created" is true
    And "project.origin" is "joint"
    And "project.beneficiary_stated" is false
    And "overlap.defined" is true
    When the project is reviewed
    Then the verdict is "insufficient_information"

  Scenario: COM-03 at the edge of its conditions
    COM-03の条件の境目
    Given "commitment.horizon" is "unspecified"
    And "agreement.status" is "signed"
    When the project is reviewed
    Then "COM-03" is found with severity "major"

  Scenario: COM-04 at the edge of its conditions
    COM-04の条件の境目
    Given "commitment.covers_city_issues" is false
    And "agreement.status" is "signed"
    When the project is reviewed
    Then "COM-04" is found with severity "major"

  Scenario: COM-13 at the edge of its conditions
    COM-13の条件の境目
    Given "commitment.known_locally" is false
    And "agreement.status" is "signed"
    When the project is reviewed
    Then "COM-13" is found with severity "minor"

  Scenario: COM-13 at the edge of its conditions (2)
    COM-13の条件の境目（2）
    Given "commitment.known_locally" is false
    And "agreement.status" is "under_negotiation"
    When the project is reviewed
    Then "COM-13" cannot be told yet

  Scenario: SPI-01 at the edge of its conditions
    SPI-01の条件の境目
    Given "spiral.quick_trials" is false
    And "project.phase" is "idea"
    And "project.concrete_activity_started" is false
    When the project is reviewed
    Then "SPI-01" is upcoming with severity "major"

  Scenario: SPI-01 at the edge of its conditions (2)
    SPI-01の条件の境目（2）
    Given "spiral.quick_trials" is false
    And "project.phase" is "field_selection"
    And "project.concrete_activity_started" is false
    When the project is reviewed
    Then "SPI-01" is upcoming with severity "major"

  Scenario: SPI-01 at the edge of its conditions (3)
    SPI-01の条件の境目（3）
    Given "spiral.quick_trials" is false
    And "project.phase" is "scaling"
    And "project.concrete_activity_started" is false
    When the project is reviewed
    Then "SPI-01" is not found

  Scenario: SPI-02 at the edge of its conditions
    SPI-02の条件の境目
    Given "spiral.scaled_and_repeated" is false
    And "project.concrete_activity_started" is false
    When the project is reviewed
    Then "SPI-02" cannot be told yet

  Scenario: SPI-02 at the edge of its conditions (2)
    SPI-02の条件の境目（2）
    Given "spiral.scaled_and_repeated" is false
    And "project.phase" is "preparation"
    And "project.concrete_activity_started" is false
    When the project is reviewed
    Then "SPI-02" is upcoming with severity "major"

  Scenario: SPI-02 at the edge of its conditions (3)
    SPI-02の条件の境目（3）
    Given "spiral.scaled_and_repeated" is false
    And "project.phase" is "idea"
    And "project.concrete_activity_started" is false
    When the project is reviewed
    Then "SPI-02" is upcoming with severity "major"

  Scenario: SPI-02 at the edge of its conditions (4)
    SPI-02の条件の境目（4）
    Given "spiral.scaled_and_repeated" is false
    And "project.phase" is "field_selection"
    And "project.concrete_activity_started" is false
    When the project is reviewed
    Then "SPI-02" is upcoming with severity "major"

  Scenario: SPI-02 at the edge of its conditions (5)
    SPI-02の条件の境目（5）
    Given "spiral.scaled_and_repeated" is false
    And "project.phase" is "launched"
    And "project.concrete_activity_started" is false
    When the project is reviewed
    Then "SPI-02" is not found

  Scenario: SPI-02 at the edge of its conditions (6)
    SPI-02の条件の境目（6）
    Given "spiral.scaled_and_repeated" is false
    And "project.phase" is "scaling"
    And "project.concrete_activity_started" is false
    When the project is reviewed
    Then "SPI-02" is not found

  Scenario: SPI-03 at the edge of its conditions
    SPI-03の条件の境目
    Given "process.months_planning_before_first_trial" is 4.0
    And "project.uses_digital" is true
    And "project.concrete_activity_started" is false
    When the project is reviewed
    Then "EXE-01" is replaced by "SPI-03"
    And "SPI-03" is found with severity "major"

  Scenario: SPI-03 at the edge of its conditions (2)
    SPI-03の条件の境目（2）
    Given "process.months_planning_before_first_trial" is 4.0
    And "project.phase" is "scaling"
    And "project.uses_digital" is true
    When the project is reviewed
    Then "SPI-03" is found with severity "major"

  Scenario: SPI-03 at the edge of its conditions (3)
    SPI-03の条件の境目（3）
    Given "process.months_planning_before_first_trial" is 4.0
    And "project.phase" is "scaling"
    And "project.uses_digital" is true
    And "project.concrete_activity_started" is false
    When the project is reviewed
    Then "EXE-01" is found with severity "major"
    And "SPI-03" is not found

  Scenario: SPI-03 at the edge of its conditions (4)
    SPI-03の条件の境目（4）
    Given "process.months_planning_before_first_trial" is 4.0
    And "project.phase" is "idea"
    And "project.uses_digital" is true
    And "project.concrete_activity_started" is false
    When the project is reviewed
    Then "SPI-03" is upcoming with severity "major"

  Scenario: SPI-03 at the edge of its conditions (5)
    SPI-03の条件の境目（5）
    Given "process.months_planning_before_first_trial" is 4.0
    And "project.phase" is "field_selection"
    And "project.uses_digital" is true
    And "project.concrete_activity_started" is false
    When the project is reviewed
    Then "SPI-03" is upcoming with severity "major"

  Scenario: poc_formality at the edge of its conditions
    poc_formalityの条件の境目
    Given "commitment.horizon" is "short"
    When the project is reviewed
    Then "RSK-03" cannot be told yet

  Scenario: poc_formality at the edge of its conditions (2)
    poc_formalityの条件の境目（2）
    Given "commitment.horizon" is "short"
    And "agreement.status" is "signed"
    When the project is reviewed
    Then "RSK-03" is found with severity "info"
    And "poc_formality" is "at_risk"
