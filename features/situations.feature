Feature: Situations that experts judged
  専門家が判断した32の場面

  Thirty-two projects in each of which one thing is tricky, with what somebody says about it who has worked on many. What is
  not stated is unknown, so that most verdicts wait for answers; what matters is what is found and what is not.

  どれも一か所に難しさのある事業で、多くの事業を手がけてきた人の見立てを添えています。
  書かれていないことは未確認なので、判定はほとんどが答えを待っています。
  大切なのは、何が指摘され、何が指摘されないかです。

  Scenario: A memorandum is signed, and the top never came
    基本合意書は結んだが、トップは一度も現地を訪れていない
    Given the groundwork is laid
    And "top.visited_site" is false
    And "top.dialogue_with" is []
    And "top.own_role_identified" is false
    And "agreement.status" is signed
    When the project is reviewed
    Then "COM-08" is found with severity "major"
    And "COM-01" is not found
    And "trust" is "at_risk"
    And "RSK-03" is found

  Scenario: The top came, talked and found its role; the agreement is still to be signed
    トップが訪れ、対話し、役割も見いだしたが、協定はまだ結んでいない
    Given the groundwork is laid
    And "top.visited_site" is true
    And "top.dialogue_with" is ["municipality", "local_company"]
    And "top.own_role_identified" is true
    And "agreement.status" is none
    When the project is reviewed
    Then "COM-09" is found with severity "minor"
    And "COM-11" is not found
    And "trust" is "ok"

  Scenario: An idea without city, field or area yet
    都市もフィールドも接点領域も決まっていない構想
    Given the groundwork is laid
    And "project.phase" is idea
    And "commitment.declared" is false
    And "overlap.defined" is false
    And "field.trial_and_error_possible" is false
    And "capitals/human.assessed" is false
    And "capitals/economic.assessed" is false
    And "capitals/infrastructure.assessed" is false
    And "capitals/enabling.assessed" is false
    And "capitals/network.assessed" is false
    And "capitals/cultural.assessed" is false
    And "commitment.by" is unknown
    And "overlap.agreed_by_company" is unknown
    And "overlap.agreed_by_municipality" is unknown
    When the project is reviewed
    Then "SEL-02" is upcoming for "capitals/human"
    And "SEL-15" is not found
    And "COM-01" is upcoming
    And "FIT-06" is upcoming

  Scenario: The top is active in name, and has withdrawn means and backing
    トップは名目だけで、資源も後ろ盾も引き揚げている
    Given the groundwork is laid
    And "project.phase" is launched
    And "top.active_after_launch" is true
    And "top.provides_resources" is false
    And "top.provides_environment" is false
    When the project is reviewed
    Then "EXE-05" is found with severity "blocker"
    And "INT-01" is found
    And the verdict is "hold"

  Scenario: The champion of the city is willing, superiors and units are not won yet
    市の担い手に意思はあるが、上司と既存部門がまだ動いていない
    Given the groundwork is laid
    And the organisations:
      | id   | champion_enthusiasm | champion_identified | champion_interest | champion_willing | involved | kind         | superiors_persuaded | units_coordinated |
      | own  | true                | true                | true              | true             | true     | own_company  |                     |                   |
      | city | true                | true                | true              | true             | true     | municipality | false               | false             |
    When the project is reviewed
    Then "ORG-08" is found for "organisations/city" with severity "major"
    And "ORG-09" is found for "organisations/city" with severity "major"
    And "ORG-06" is not found for "organisations/city"

  Scenario: A champion was appointed; whether the person wants to is unknown
    担い手は任命されているが、自ら望んでいるかどうかが未確認
    Given the groundwork is laid
    And the organisations:
      | id   | champion_enthusiasm | champion_identified | champion_interest | champion_willing | involved | kind         | superiors_persuaded | units_coordinated |
      | own  | true                | true                | true              | true             | true     | own_company  |                     |                   |
      | city |                     | true                |                   |                  | true     | municipality | true                | true              |
    When the project is reviewed
    Then "organisations[].champion_willing" is asked about "organisations/city"
    And "ORG-07" cannot be told yet for "organisations/city"
    And the verdict is "insufficient_information"

  Scenario: An organisation without a champion, of unknown kind
    種類が未確認の組織に、担い手がいない
    Given the groundwork is laid
    And the organisations:
      | id | champion_identified | involved |
      | x  | false               | true     |
    When the project is reviewed
    Then "ORG-06" is found for "organisations/x" with severity "major"
    And "organisations[].kind" is asked about "organisations/x"

  Scenario: The city was approached and does not take part
    市に働きかけたが、参画していない
    Given the groundwork is laid
    And the organisations:
      | id   | champion_enthusiasm | champion_identified | champion_interest | champion_willing | involved | kind         |
      | own  | true                | true                | true              | true             | true     | own_company  |
      | city |                     | false               |                   |                  | false    | municipality |
    And "complete.organisations" is true
    When the project is reviewed
    Then "ORG-02" is found for "municipality" with severity "blocker"
    And the verdict is "hold"

  Scenario: Every sign of product-out, with a link to the city that is far-fetched
    プロダクトアウトの兆しがそろい、都市の課題とのつながりもこじつけである
    Given the groundwork is laid
    And "project.link_to_local_issue" is forced
    And "project.origin" is company_technology
    And "project.benefit_citizen_life" is false
    And "project.benefit_city_productivity" is false
    And "municipality.understands_project" is false
    When the project is reviewed
    Then "FIT-01" is found with severity "blocker"
    And the verdict is "hold"

  Scenario: The company's technology with a genuine link, the area still undefined
    自社の技術を持ち込み、課題とのつながりは実質的だが、接点領域が定まっていない
    Given the groundwork is laid
    And "project.origin" is company_technology
    And "project.link_to_local_issue" is genuine
    And "project.benefit_citizen_life" is true
    And "overlap.defined" is false
    And "municipality.understands_project" is true
    And "overlap.agreed_by_company" is unknown
    And "overlap.agreed_by_municipality" is unknown
    When the project is reviewed
    Then "FIT-06" is found
    And "FIT-02" is not found
    And "FIT-01" is not found

  Scenario: The city's plan says nothing on the subject
    市の計画に、この主題の記載がない
    Given the groundwork is laid
    And "project.origin" is company_concept
    And "project.link_to_local_issue" is genuine
    And "city_plan.consulted" is true
    And "city_plan.vision_identified" is false
    When the project is reviewed
    Then "FIT-05" is found with severity "major"
    And "FIT-01" is not found

  Scenario: The chain of goals and KPIs is complete, but for whom is unknown
    ゴールからKPIまでつながっているが、誰のための事業かが書かれていない
    Given the groundwork is laid
    And the goals:
      | id | from_overlap |
      | g  | true         |
    And the kpis:
      | id | concrete | goals | set_with_municipality |
      | k  | true     | ["g"] | true                  |
    And the themes:
      | id | kpis  |
      | t  | ["k"] |
    And "project.beneficiary_stated" is false
    And "project.success_criterion_stated" is true
    When the project is reviewed
    Then "KPI-01" is found with severity "major"
    And "KPI-04" is not found

  Scenario: Success is stated, and there is no KPI
    成功の基準は書かれているが、KPIがない
    Given the groundwork is laid
    And "kpis" is []
    And "project.beneficiary_stated" is true
    And "project.success_criterion_stated" is true
    When the project is reviewed
    Then "KPI-03" is found with severity "major"
    And "KPI-02" is not found

  Scenario: KPIs count trials and press releases
    KPIが、実証や報道発表の件数を数えている
    Given the groundwork is laid
    And the goals:
      | id | from_overlap | name  |
      | g  | true         | 実証の実施 |
    And the kpis:
      | id | concrete | goals | name | set_with_municipality |
      | k  | true     | ["g"] | 実証件数 | true                  |
    And the themes:
      | id | kpis  |
      | t  | ["k"] |
    And "project.beneficiary_stated" is true
    And "project.success_criterion_stated" is true
    When the project is reviewed
    Then "kpis[].measures" is asked about "kpis/k"
    And "KPI-16" cannot be told yet

  Scenario: Data of a factory is needed and not agreed
    工場のデータが必要だが、合意がない
    Given the groundwork is laid
    And "project.uses_digital" is true
    And "data.needs_citizen_data" is false
    And "data.sharing_agreed" is false
    When the project is reviewed
    Then "data.sharing_agreed" is not asked

  Scenario: Not digital, and in a metropolis
    デジタルを活用せず、大都市で行う事業
    Given the groundwork is laid
    And "project.uses_digital" is false
    And "city.is_metropolis" is true
    When the project is reviewed
    Then "SEL-16" is found
    And "SEL-21" is found
    And "SEL-15" is not found

  Scenario: Tsuruoka, as the article tells it
    論文に描かれた鶴岡市
    Given the groundwork is laid
    And "project.uses_digital" is true
    And "capitals/human.quantitative" is true
    And "capitals/human.qualitative" is true
    And "capitals/human.strength" is present
    And "capitals/human.rivals_metropolis" is true
    And "capitals/economic.strength" is present
    And "capitals/economic.rivals_metropolis" is true
    And "capitals/enabling.strength" is present
    And "capitals/network.strength" is thin
    And "capitals/network.complement" is ["inside"]
    And "capitals/cultural.strength" is present
    And "city.population" is 130000
    And "citizens.involved" is true
    And "municipality.support_policies" is true
    And "municipality.will_to_innovate" is true
    And "activity.centred_on_capital" is human
    When the project is reviewed
    Then "SEL-19" is found for "capitals/network" with severity "info"
    And "SEL-08" is not found for "capitals/network"

  Scenario: Only the prefecture takes part
    参画している行政機関が、県だけである
    Given the groundwork is laid
    And the organisations:
      | id   | champion_enthusiasm | champion_identified | champion_interest | champion_willing | involved | kind        |
      | own  | true                | true                | true              | true             | true     | own_company |
      | pref | true                | true                | true              | true             | true     | prefecture  |
    And "complete.organisations" is true
    And "data.needs_citizen_data" is true
    And "data.collector" is prefecture
    And "data.municipality_involved" is false
    When the project is reviewed
    Then "ORG-02" is found for "municipality" with severity "blocker"
    And the verdict is "hold"

  Scenario: No research partner in town
    地元に研究機関の相手がいない
    Given the groundwork is laid
    And the organisations:
      | id   | champion_enthusiasm | champion_identified | champion_interest | champion_willing | involved | kind          |
      | own  | true                | true                | true              | true             | true     | own_company   |
      | city | true                | true                | true              | true             | true     | municipality  |
      | firm | true                | true                | true              | true             | true     | local_company |
    And "complete.organisations" is true
    When the project is reviewed
    Then "ORG-02" is found for "research_institution" with severity "major"
    And "ORG-02" is not found for "municipality"

  Scenario: An idea is not judged as if it were running
    構想を、始まった事業のようには判断しない
    Given the groundwork is laid
    And "kpis" is []
    And "project.phase" is idea
    And "project.uses_digital" is true
    And "citizens.involved" is false
    And "stage_gate.used" is false
    And "spiral.quick_trials" is false
    And "participants.told_experimental" is false
    And "participants.agreed_to_feedback" is false
    And "coordinator.present" is false
    And "portfolio.view_shared_with_partners" is false
    When the project is reviewed
    Then "KPI-03" is upcoming with severity "major"
    And "CDR-01" is upcoming
    And "GAT-01" is upcoming
    And "POR-09" is upcoming
    And "SPI-01" is upcoming

  Scenario: A willing champion, and failure is not accepted
    担い手に意思はあるが、失敗が許容されていない
    Given the groundwork is laid
    And the organisations:
      | id   | accepts_failure | accepts_frequent_trials | accepts_uncertain_outcome | champion_enthusiasm | champion_identified | champion_interest | champion_willing | involved | kind         | superiors_persuaded | units_coordinated |
      | own  | false           |                         |                           | true                | true                | true              | true             | true     | own_company  | true                | true              |
      | city | false           | false                   | false                     | true                | true                | true              | true             | true     | municipality |                     |                   |
    When the project is reviewed
    Then "ORG-10" is found for "organisations/city" with severity "major"
    And "ORG-10" is found for "organisations/own" with severity "major"

  Scenario: Goals, KPIs and themes are all empty
    ゴールもKPIもテーマもない
    Given the groundwork is laid
    And "goals" is []
    And "kpis" is []
    And "themes" is []
    And "project.beneficiary_stated" is false
    And "project.success_criterion_stated" is false
    And "city.spare_capital" is false
    When the project is reviewed
    Then "KPI-01" is found with severity "major"
    And "KPI-02" is found with severity "major"
    And "KPI-03" is found with severity "major"
    And "KPI-15" is found with severity "major"

  Scenario: The top came, talked, found its role and signed, in this order
    トップが訪れ、対話し、役割を見いだし、協定を結ぶという順序を踏んでいる
    Given the groundwork is laid
    And "project.phase" is launched
    And "commitment.horizon" is mid_long
    And "commitment.covers_city_issues" is true
    And "commitment.known_locally" is true
    And "top.visited_site" is true
    And "top.dialogue_with" is ["municipality", "local_company"]
    And "top.own_role_identified" is true
    And "top.active_after_launch" is true
    And "top.provides_environment" is true
    And "top.provides_resources" is true
    And "agreement.status" is signed
    And "agreement.signed_before_dialogue" is false
    And "company.staff_can_move" is true
    When the project is reviewed
    Then "COM-14" is found
    And "COM-08" is not found
    And "trust" is "ok"

  Scenario: All is ready but the declaration
    意思表明のほかは、すべて整っている
    Given the groundwork is laid
    And "commitment.declared" is false
    And "commitment.by" is unknown
    And "overlap.agreed_by_company" is unknown
    When the project is reviewed
    Then "COM-01" is found with severity "blocker"
    And the verdict is "hold"

  Scenario: An office was opened instead of a memorandum
    基本合意書の代わりに、拠点を開設している
    Given the groundwork is laid
    And "top.visited_site" is false
    And "top.dialogue_with" is []
    And "top.own_role_identified" is false
    And "agreement.status" is none
    And "agreement.kind" is other
    And "commitment.other_sign" is true
    When the project is reviewed
    Then "COM-11" is not found
    And "COM-05" is found with severity "minor"

  Scenario: The city's own plan, with a link that is far-fetched
    市の計画から始まった事業だが、課題とのつながりがこじつけである
    Given the groundwork is laid
    And "project.origin" is city_plan
    And "project.link_to_local_issue" is forced
    When the project is reviewed
    Then "FIT-12" is found
    And "FIT-02" is not found
    And "FIT-01" is not found

  Scenario: A start-up with management for innovation only
    イノベーション経営だけを行う新興企業
    Given the groundwork is laid
    And "company.management_modes" is ["innovation"]
    When the project is reviewed
    Then "POR-08" is found with severity "minor"

  Scenario: All capitals are there, and none is called enough
    六つの資本はどれもあるが、「十分」とはされていない
    Given the groundwork is laid
    And "capitals/human.quantitative" is true
    And "capitals/human.qualitative" is true
    And "capitals/human.strength" is present
    And "capitals/human.rivals_metropolis" is true
    And "capitals/human.key_person_identified" is true
    And "capitals/economic.quantitative" is true
    And "capitals/economic.qualitative" is true
    And "capitals/economic.strength" is present
    And "capitals/economic.rivals_metropolis" is false
    And "capitals/economic.key_person_identified" is true
    And "capitals/infrastructure.quantitative" is true
    And "capitals/infrastructure.qualitative" is true
    And "capitals/infrastructure.strength" is present
    And "capitals/infrastructure.rivals_metropolis" is false
    And "capitals/infrastructure.key_person_identified" is true
    And "capitals/enabling.quantitative" is true
    And "capitals/enabling.qualitative" is true
    And "capitals/enabling.strength" is present
    And "capitals/enabling.rivals_metropolis" is false
    And "capitals/enabling.key_person_identified" is true
    And "capitals/network.quantitative" is true
    And "capitals/network.qualitative" is true
    And "capitals/network.strength" is present
    And "capitals/network.rivals_metropolis" is false
    And "capitals/network.key_person_identified" is true
    And "capitals/cultural.quantitative" is true
    And "capitals/cultural.qualitative" is true
    And "capitals/cultural.strength" is present
    And "capitals/cultural.rivals_metropolis" is false
    And "capitals/cultural.key_person_identified" is true
    When the project is reviewed
    Then "SEL-07" is not found
    And "SEL-08" is not found for "capitals/network"

  Scenario: A gap in the network, and no plan for it
    ネットワーク資本が足りず、補う計画もない
    Given the groundwork is laid
    And "capitals/network.strength" is thin
    And "capitals/network.complement" is []
    When the project is reviewed
    Then "SEL-08" is found for "capitals/network" with severity "minor"

  Scenario: After the start the top is known to be active, by a fact of three years ago
    開始後のトップの支えが、三年前の事実で確かめられている
    Given the groundwork is laid
    And "project.phase" is launched
    And "top.active_after_launch" is true
    When the project is reviewed
    Then "EXE-04" is not found

  Scenario: Honest preparation, with nothing started yet
    誠実に準備を進めており、まだ何も始めていない
    Given the groundwork is laid
    And "project.concrete_activity_started" is false
    And "project.uses_digital" is true
    And "spiral.quick_trials" is false
    And "citizens.involved" is false
    And "participants.told_experimental" is false
    And "participants.agreed_to_feedback" is false
    When the project is reviewed
    Then "SPI-01" is upcoming
    And "SPI-04" is upcoming
    And "SPI-05" is upcoming
    And "EXE-01" cannot be told yet

  Scenario: An area that is not defined is not to be kept from view
    定まっていない接点領域について、見せ方は問わない
    Given the groundwork is laid
    And "overlap.defined" is false
    And "project.phase" is idea
    And "overlap.agreed_by_company" is unknown
    And "overlap.agreed_by_municipality" is unknown
    When the project is reviewed
    Then "FIT-06" is upcoming
    And "FIT-09" is not found

