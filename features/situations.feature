Feature: Situations that experts judged
  専門家が判断した72の場面

  Seventy-two projects in each of which one thing is tricky, with what somebody says about it who has worked on many. What is
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


  Scenario: The mayor drives it alone, and a division head has signed
    市長が一人で引っ張り、会社側は部門長が協定に署名した
    Given the groundwork is laid
    And "commitment.by" is division_head
    And "agreement.status" is signed
    And "top.visited_site" is false
    And "municipality.will_to_innovate" is true
    And "municipality.understands_project" is false
    And the organisations:
      | id   | champion_enthusiasm | champion_identified | champion_interest | champion_willing | involved | kind         | superiors_persuaded | units_coordinated |
      | own  | true                | true                | true              | true             | true     | own_company  |                     |                   |
      | city |                     | false               |                   |                  | true     | municipality | true                | false             |
    When the project is reviewed
    Then "COM-02" is found with severity "blocker"
    And "ORG-06" is found for "organisations/city" with severity "blocker"
    And "ORG-09" is found for "organisations/city" with severity "major"
    And "FIT-10" is found with severity "major"
    And "ORG-08" is not found for "organisations/city"
    And the verdict is "hold"

  Scenario: A partner's finished platform, and nobody has asked yet who in the city gains
    連携先の完成済み基盤を持ち込み、市の誰が得をするかはまだ確かめていない
    Given the groundwork is laid
    And "project.origin" is partner_technology
    And "project.link_to_local_issue" is forced
    And "municipality.understands_project" is false
    And the goals:
      | id | from_overlap |
      | g  | false        |
    And the kpis:
      | id | concrete | goals | measures | set_with_municipality |
      | k  | true     | ["g"] | activity | false                 |
    And the themes:
      | id | kpis  |
      | t  | ["k"] |
    When the project is reviewed
    Then "FIT-02" is found with severity "major"
    And "KPI-05" is found for "kpis/k" with severity "major"
    And "KPI-11" is found for "goals/g" with severity "major"
    And "KPI-14" is found for "themes/t" with severity "info"
    And "FIT-01" cannot be told yet
    And "project.benefit_citizen_life" is asked
    And the verdict is "insufficient_information"

  Scenario: A start-up in a town of 30,000, whose only officer was posted there
    人口3万人の町でのスタートアップの事業で、町の担当者は異動で来ただけである
    Given the groundwork is laid
    And "company.is_large" is false
    And "company.management_modes" is ["innovation"]
    And "city.population" is 30500
    And the organisations:
      | id   | champion_enthusiasm | champion_identified | champion_interest | champion_willing | involved | kind         |
      | own  | true                | true                | true              | true             | true     | own_company  |
      | town |                     | true                | false             | false            | true     | municipality |
    And "complete.organisations" is true
    When the project is reviewed
    Then "ORG-07" is found for "organisations/town" with severity "blocker"
    And "ORG-02" is found for "local_company" with severity "major"
    And "POR-08" is not found
    And "SEL-09" is not found
    And the verdict is "hold"

  Scenario: Everything is in order, and the only KPI counts installations
    ほかは整っているが、唯一のKPIが導入件数を数えている
    Given the exemplary project
    And the goals:
      | id | from_overlap |
      | g  | true         |
    And the kpis:
      | id | concrete | goals | measures | set_with_municipality |
      | k  | true     | ["g"] | activity | true                  |
    And the themes:
      | id | kpis  |
      | t  | ["k"] |
    When the project is reviewed
    Then "KPI-16" is found with severity "minor"
    And "KPI-17" is found
    And the verdict is "proceed"

  Scenario: The grant is spent, one trial was made, and nobody pays
    補助金が終わり、実証は一度きりで、運営費の負担者もいない
    Given the groundwork is laid
    And "project.phase" is launched
    And "project.concrete_activity_started" is true
    And "project.success_criterion_stated" is false
    And "commitment.horizon" is short
    And "top.provides_resources" is false
    And "selection.reasons" is ["subsidy"]
    And "complete.selection.reasons" is true
    And "spiral.quick_trials" is false
    And "operation.payer_after_trial" is nobody_yet
    When the project is reviewed
    Then "COM-03" is found with severity "major"
    And "EXE-05" is found with severity "major"
    And "SEL-01" is found with severity "major"
    And "SPI-01" is found with severity "major"
    And "KPI-02" is found with severity "major"
    And "SYN-06" is found with severity "info"
    And "RSK-03" is told as following from "COM-03"
    And "EXE-04" cannot be told yet
    And "top.active_after_launch" is asked
    And the verdict is "insufficient_information"

  Scenario: A spun-off operator whose parent has a new president
    分社した運営会社で、親会社の社長が交代した
    Given the groundwork is laid
    And "project.phase" is scaling
    And "project.concrete_activity_started" is true
    And "top.visited_site" is true
    And "top.dialogue_with" is ["municipality", "local_company"]
    And "top.own_role_identified" is true
    And "top.sponsor_changed" is true
    And "commitment.reaffirmed" is false
    And "agreement.status" is signed
    And "stage_gate.used" is true
    And "stage_gate.on_fail" is continue
    And "operation.payer_after_trial" is nobody_yet
    When the project is reviewed
    Then "COM-15" is found with severity "major"
    And "GAT-05" is found with severity "major"
    And "COM-14" is not found
    And "EXE-01" is not found

  Scenario: Many small ideas, none ever stopped
    小さな案件が多く、どれも止められたことがない
    Given the groundwork is laid
    And "project.phase" is launched
    And the seeds:
      | id | outlook | potential | running |
      | a  | unclear | small     | true    |
      | b  | unclear | small     | true    |
      | c  | unclear | small     | true    |
    And "complete.portfolio.seeds" is true
    And "portfolio.all_run_to_end" is true
    And "portfolio.continuously_replenished" is true
    And "stage_gate.used" is false
    When the project is reviewed
    Then "GAT-01" is found with severity "major"
    And "GAT-06" is found with severity "major"
    And "POR-05" is found for "portfolio.seeds/a" with severity "minor"
    And "POR-01" is not found
    And "POR-10" cannot be told yet

  Scenario: Data of citizens is being taken without their consent
    市民のデータを、了承のないまま集めている
    Given the groundwork is laid
    And "project.phase" is launched
    And "project.uses_digital" is true
    And "project.concrete_activity_started" is true
    And "data.needs_citizen_data" is true
    And "data.from_citizens" is true
    And "data.citizen_trust" is low
    And "data.sharing_agreed" is false
    And "citizens.involved" is false
    And "participants.told_experimental" is false
    When the project is reviewed
    Then "DAT-01" is found with severity "major"
    And "DAT-03" is found with severity "major"
    And "ORG-13" is found with severity "major"
    And "SPI-04" is found with severity "major"

  Scenario: A city of 900,000, looked at by numbers only
    人口90万人の市を、数字だけで評価している
    Given the groundwork is laid
    And "project.phase" is field_selection
    And "city.population" is 905000
    And "city.is_metropolis" is false
    And "selection.reasons" is ["existing_relation", "issue_fit"]
    And "capitals/human.qualitative" is false
    And "capitals/human.key_person_identified" is false
    And "commitment.declared" is false
    And "commitment.by" is unknown
    When the project is reviewed
    Then "SEL-09" is found with severity "info"
    And "SEL-04" is found for "capitals/human" with severity "major"
    And "SEL-05" is found for "capitals/human" with severity "major"
    And "SEL-01" is not found
    And "SEL-16" is not found
    And "COM-01" is upcoming

  Scenario: The coordinator is paid by one side, and taxi firms are against it
    コーディネーターの費用は一方が負担し、タクシー業界は反対している
    Given the groundwork is laid
    And "coordinator.present" is true
    And "coordinator.location" is outside
    And "coordinator.expertise" is true
    And "coordinator.experience" is true
    And "duties.covered" is ["top_information", "other_new_business_and_rd", "existing_units", "overall_plan"]
    And "parties.opposed" is ["taxi association"]
    When the project is reviewed
    Then "CDR-04" is found with severity "minor"
    And "ORG-17" is found with severity "info"
    And "CDR-01" is not found
    And "CDR-02" is not found
    And "CDR-03" is not found

  Scenario: Two companies, of which the second has nobody for it
    二社の共同事業で、もう一社に担い手がいない
    Given the groundwork is laid
    And "project.targets_whole_city_function" is true
    And "field.bounded_area" is true
    And "field.stakeholders_limited" is false
    And the organisations:
      | id   | champion_enthusiasm | champion_identified | champion_interest | champion_willing | involved | kind         | needed |
      | rail | true                | true                | true              | true             | true     | own_company  |        |
      | tel  |                     | false               |                   |                  | true     | other        | true   |
      | city | true                | true                | true              | true             | true     | municipality |        |
    When the project is reviewed
    Then "SEL-12" is found with severity "blocker"
    And "ORG-06" is found for "organisations/tel" with severity "major"
    And "RSK-05" is found
    And "COM-01" is not found
    And the verdict is "hold"

  Scenario: A university carries the project
    大学が事業の主体である
    Given the groundwork is laid
    And "company.local_role" is research_institution
    And "strategy.defined" is false
    And the organisations:
      | id   | champion_enthusiasm | champion_identified | champion_interest | champion_willing | involved | kind                | needed |
      | univ | true                | true                | true              | true             | true     | own_company         |        |
      | city | true                | true                | true              | true             | true     | municipality        |        |
      | hosp |                     |                     |                   |                  | false    | medical_institution | true   |
    And "complete.organisations" is true
    When the project is reviewed
    Then "ORG-02" is not found for "research_institution"
    And "ORG-02" is found for "local_company" with severity "major"
    And "ORG-16" is found for "organisations/hosp" with severity "major"
    And "FIT-03" is found with severity "major"
    And "ORG-15" is found

  Scenario: An executive officer has signed, and only a sure thing runs
    執行役員が署名し、見通しの立つ案件一つだけが進んでいる
    Given the groundwork is laid
    And "project.phase" is launched
    And "commitment.by" is executive_officer
    And "agreement.status" is signed
    And "top.active_after_launch" is true
    And "top.provides_resources" is false
    And "top.provides_environment" is true
    And the seeds:
      | id | outlook | running |
      | a  | clear   | true    |
    And "complete.portfolio.seeds" is true
    When the project is reviewed
    Then "COM-02" cannot be told yet
    And "commitment.binding" is asked
    And "POR-02" is found with severity "major"
    And "EXE-05" is found with severity "major"
    And the verdict is "insufficient_information"

  Scenario: A ceremony came first, and the top has put it right since
    締結式が先だったが、その後トップが順に補ってきた
    Given the exemplary project
    And "project.phase" is preparation
    And "agreement.signed_before_dialogue" is true
    When the project is reviewed
    Then "COM-08" is found with severity "info"
    And "RSK-03" is not found
    And the verdict is "proceed"

  Scenario: Fourteen months of planning, and no day for a first trial
    計画に14か月をかけ、最初に試す日は決まっていない
    Given the groundwork is laid
    And "project.uses_digital" is true
    And "project.concrete_activity_started" is false
    And "project.months_since_commitment" is 15
    And "process.months_planning_before_first_trial" is 14
    When the project is reviewed
    Then "SPI-03" is found with severity "major"
    And "EXE-01" is replaced by "SPI-03"
    And "trial.first_planned_in_months" is asked

  Scenario: The comprehensive plan is silent, and a sectoral plan of the city covers the subject
    総合計画に記載はないが、市の分野別計画が主題に当たる
    Given the groundwork is laid
    And "project.origin" is company_concept
    And "project.link_to_local_issue" is genuine
    And "project.benefit_citizen_life" is true
    And "municipality.understands_project" is true
    And "city_plan.consulted" is true
    And "city_plan.vision_identified" is false
    And "city_plan.issue_policy_covers" is true
    When the project is reviewed
    Then "FIT-05" is not found
    And "overlap.agreed" is "yes"
    And "FIT-13" is found

  Scenario: A joint platform, for the company and nobody else
    共同の基盤とされるが、得をするのは自社だけである
    Given the groundwork is laid
    And "project.origin" is joint
    And "project.beneficiary_stated" is false
    And "project.success_criterion_stated" is false
    And "beneficiary.who" is ["own_company"]
    And "city.spare_capital" is false
    When the project is reviewed
    Then "KPI-18" is found with severity "major"
    And "KPI-01" is replaced by "KPI-18"
    And "KPI-02" is found with severity "major"
    And "KPI-13" is found with severity "info"
    And "FIT-02" is not found
    And the verdict is "insufficient_information"

  Scenario: Launched on paper only
    始まったのは書類の上だけである
    Given the groundwork is laid
    And "project.phase" is launched
    And "project.uses_digital" is true
    And "project.concrete_activity_started" is false
    And "process.months_planning_before_first_trial" is 11
    And "spiral.quick_trials" is false
    And "top.active_after_launch" is true
    And "top.provides_environment" is false
    And "top.provides_resources" is true
    When the project is reviewed
    Then "EXE-01" is found with severity "major"
    And "EXE-05" is found with severity "major"
    And "SPI-01" is not found
    And "SPI-03" is not found

  Scenario: The champion of the city was transferred while the project scales up
    事業の拡大中に、市の担い手が異動した
    Given the exemplary project
    And "project.phase" is scaling
    And "organisations/city.champion_identified" is false
    When the project is reviewed
    Then "ORG-06" is found for "organisations/city" with severity "blocker"
    And "RSK-05" is found
    And "ORG-02" is not found for "municipality"
    And the verdict is "hold"

  Scenario: No capital stands out, and one is missing without a plan
    突出した資本がなく、一つは補う計画もないまま欠けている
    Given the groundwork is laid
    And "project.phase" is field_selection
    And "capitals/human.rivals_metropolis" is false
    And "capitals/economic.rivals_metropolis" is false
    And "capitals/infrastructure.rivals_metropolis" is false
    And "capitals/enabling.rivals_metropolis" is false
    And "capitals/network.rivals_metropolis" is false
    And "capitals/cultural.rivals_metropolis" is false
    And "capitals/network.strength" is absent
    And "capitals/network.complement" is []
    When the project is reviewed
    Then "SEL-07" is found with severity "major"
    And "SEL-08" is found for "capitals/network" with severity "minor"
    And "SEL-02" is not found for "capitals/network"

  Scenario: The new mayor does not stand by the common area
    新しい市長が、接点領域を引き継いでいない
    Given the groundwork is laid
    And "project.phase" is launched
    And "overlap.agreed_by_municipality" is false
    And "municipality.will_to_innovate" is false
    And "project.origin" is local_issue
    When the project is reviewed
    Then "FIT-07" is found with severity "major"
    And "CAP-05" is found with severity "minor"
    And "FIT-06" is not found
    And "FIT-02" is not found

  Scenario: Announced to the press, and nothing done
    報道発表だけで、何も行っていない
    Given the groundwork is laid
    And "commitment.covers_city_issues" is false
    And "commitment.known_locally" is false
    And "commitment.other_sign" is false
    And "top.visited_site" is false
    And "top.dialogue_with" is []
    And "top.own_role_identified" is false
    And "agreement.status" is under_negotiation
    When the project is reviewed
    Then "COM-11" is found with severity "major"
    And "COM-04" is found with severity "major"
    And "COM-13" is found with severity "minor"
    And "COM-05" is replaced by "COM-11"
    And "RSK-01" is told as following from "COM-11"
    And "RSK-03" is told as following from "COM-11"

  Scenario: A famous case is copied, and recognition is claimed already
    有名な事例の写しで、もう認められたと説明している
    Given the groundwork is laid
    And "project.origin" is company_concept
    And "project.relies_on_ready_made_model" is true
    And "project.claims_local_recognition" is true
    And "project.city_issue_solved_evidence" is false
    And "city_plan.consulted" is false
    When the project is reviewed
    Then "FIT-05" is found with severity "major"
    And "SYN-05" is found with severity "minor"
    And "SYN-04" is found with severity "minor"
    And "project.link_to_local_issue" is asked

  Scenario: The company's own technology, and no city yet
    自社の技術から始まり、都市はまだ決まっていない構想
    Given "project.phase" is idea
    And "project.uses_digital" is true
    And "project.origin" is company_technology
    And "project.beneficiary_stated" is false
    When the project is reviewed
    Then "KPI-01" is found with severity "minor"
    And "FIT-02" cannot be told yet
    And "strategy.defined" is asked
    And the verdict is "proceed"

  Scenario: An honest idea, with "no" to most questions
    ほとんどの問いに「いいえ」と答える、誠実な構想
    Given "project.phase" is idea
    And "project.co_created" is false
    And "strategy.defined" is true
    And "project.beneficiary_stated" is true
    And "project.success_criterion_stated" is false
    And "project.management_style" is innovation
    And "portfolio.rejects_low_probability" is false
    And "portfolio.seeds" is []
    And "complete.portfolio.seeds" is true
    And "commitment.declared" is false
    And "overlap.defined" is false
    And "coordinator.present" is false
    And "capitals/human.assessed" is false
    When the project is reviewed
    Then "KPI-02" is found with severity "minor"
    And "SEL-02" is upcoming for "capitals/human"
    And "COM-01" is upcoming
    And "ORG-12" is upcoming
    And "CDR-01" is upcoming
    And "POR-01" is upcoming
    And the verdict is "proceed"

  Scenario: The city is well chosen, and nothing is declared yet
    都市の選び方に問題はなく、意思表明はこれからである
    Given the exemplary project
    And "project.phase" is field_selection
    And "commitment.declared" is false
    And "commitment.by" is unknown
    And "agreement.status" is none
    And "agreement.kind" is unknown
    When the project is reviewed
    Then "COM-01" is upcoming
    And "COM-01" is not found
    And the verdict is "proceed"

  Scenario: A subsidy, and capitals that nobody has looked into
    補助金で都市を選び、六つの資本はまだ調べていない
    Given "project.phase" is field_selection
    And "project.co_created" is true
    And "selection.reasons" is ["subsidy", "existing_relation"]
    And "complete.selection.reasons" is true
    And "capitals/human.assessed" is true
    And "capitals/human.quantitative" is true
    And "capitals/human.qualitative" is false
    And "capitals/cultural.assessed" is false
    And "commitment.declared" is false
    When the project is reviewed
    Then "SEL-01" is found with severity "blocker"
    And "SEL-02" is found for "capitals/cultural" with severity "blocker"
    And "SEL-04" is found for "capitals/human" with severity "major"
    And "COM-01" is upcoming
    And the verdict is "hold"

  Scenario: Signs of product-out in a project that is sound otherwise
    ほかは整っている事業に、プロダクトアウトの兆しがある
    Given the exemplary project
    And "project.phase" is preparation
    And "project.link_to_local_issue" is forced
    And "municipality.understands_project" is false
    And "project.benefit_citizen_life" is false
    When the project is reviewed
    Then "FIT-02" is found with severity "major"
    And "FIT-10" is found with severity "major"
    And "FIT-12" is found with severity "major"
    And "FIT-01" is not found
    And the verdict is "revise"

  Scenario: Ideas and gates are planned, and nothing has started
    案件とゲートは用意してあり、まだ何も始めていない
    Given the groundwork is laid
    And "project.concrete_activity_started" is false
    And "stage_gate.used" is true
    And "stage_gate.on_fail" is stop
    And "stage_gate.applied" is false
    And the seeds:
      | id | outlook | running |
      | a  | unclear | false   |
      | b  | unclear | false   |
    And "complete.portfolio.seeds" is true
    When the project is reviewed
    Then "GAT-05" is not found
    And "POR-01" is not found

  Scenario: The city leads, and the company has nobody who wants to carry it
    市が主導し、会社側には担いたい人がいない
    Given the exemplary project
    And "project.phase" is preparation
    And "project.origin" is city_plan
    And "organisations/company.champion_identified" is false
    When the project is reviewed
    Then "ORG-06" is found for "organisations/company" with severity "blocker"
    And "FIT-02" is not found
    And "COM-01" is not found
    And the verdict is "hold"

  Scenario: The city is convinced of the area, headquarters are not
    接点領域に市は納得しているが、本社は納得していない
    Given the exemplary project
    And "project.phase" is preparation
    And "overlap.agreed_by_company" is false
    And "agreement.status" is under_negotiation
    When the project is reviewed
    Then "FIT-08" is found with severity "major"
    And "COM-09" is found with severity "minor"
    And "FIT-07" is not found
    And "FIT-06" is not found
    And the verdict is "revise"

  Scenario: KPIs are set, and nobody looks after them
    KPIはあるが、誰も見ていない
    Given the exemplary project
    And "kpi.check_process" is false
    And "kpi.visualised_to_stakeholders" is false
    And "duties.covered" is ["top_information", "overall_plan"]
    When the project is reviewed
    Then "KPI-09" is found with severity "major"
    And "CDR-04" is found with severity "minor"
    And "KPI-03" is not found
    And the verdict is "revise"

  Scenario: A goal that nothing measures, and a theme that improves nothing
    測るもののないゴールと、何も良くしないテーマ
    Given the groundwork is laid
    And the goals:
      | id       | from_overlap |
      | bills    | true         |
      | together | true         |
    And the kpis:
      | id   | concrete | goals     | measures | set_with_municipality |
      | bill | true     | ["bills"] | outcome  | true                  |
    And the themes:
      | id    | kpis     |
      | solar | ["bill"] |
      | cafe  | []       |
    When the project is reviewed
    Then "KPI-08" is found for "goals/together" with severity "major"
    And "KPI-07" is found for "themes/cafe" with severity "major"
    And "KPI-08" is not found for "goals/bills"
    And "KPI-15" is not found

  Scenario: In city hall one was posted to it, and another one wants to
    市では、一人は任命されただけで、もう一人は自ら望んでいる
    Given the groundwork is laid
    And the organisations:
      | id       | champion_enthusiasm | champion_identified | champion_interest | champion_willing | involved | kind         |
      | own      | true                | true                | true              | true             | true     | own_company  |
      | children | true                | true                | true              | false            | true     | municipality |
      | digital  | true                | true                | true              | true             | true     | municipality |
    When the project is reviewed
    Then "ORG-07" is found for "organisations/children" with severity "major"
    And "ORG-02" is not found for "municipality"

  Scenario: A start-up of the village itself
    村で生まれた小さな会社の事業
    Given the exemplary project
    And "project.phase" is preparation
    And "city.population" is 3100
    And "company.is_large" is false
    And "company.local_role" is local_company
    And "company.management_modes" is ["innovation"]
    And "organisations/care-provider.kind" is citizen_group
    When the project is reviewed
    Then "SEL-09" is not found
    And "POR-08" is not found
    And "ORG-02" is not found for "local_company"
    And the verdict is "proceed"

  Scenario: A consortium that needs the hospital and has not won it
    病院が欠かせないのに、まだ参画を得ていない共同事業
    Given the groundwork is laid
    And "collaboration.structure_in_place" is false
    And the organisations:
      | id   | champion_enthusiasm | champion_identified | champion_interest | champion_willing | involved | kind                 | needed | role_defined |
      | own  | true                | true                | true              | true             | true     | own_company          |        |              |
      | tel  | true                | true                | true              | true             | true     | other                |        |              |
      | city | true                | true                | true              | true             | true     | municipality         |        | false        |
      | firm | true                | true                | true              | true             | true     | local_company        |        |              |
      | univ | true                | true                | true              | true             | true     | research_institution |        |              |
      | hosp |                     |                     |                   |                  | false    | medical_institution  | true   |              |
    And "complete.organisations" is true
    When the project is reviewed
    Then "ORG-16" is found for "organisations/hosp" with severity "major"
    And "ORG-03" is found for "organisations/city" with severity "major"
    And "ORG-11" is found with severity "major"
    And "ORG-02" is not found for "municipality"
    And the verdict is "insufficient_information"

  Scenario: Movements of citizens are evaluated without them and without the city
    市民の了承も市の関与もないまま、人の流れを分析している
    Given the exemplary project
    And "data.sharing_agreed" is false
    And "data.municipality_involved" is false
    When the project is reviewed
    Then "DAT-03" is found with severity "major"
    And "DAT-02" is found with severity "minor"
    And "RSK-02" is not found
    And the verdict is "revise"

  Scenario: It runs, and says honestly what it does not do
    進行中の事業が、できていないことを隠さずに答えている
    Given the exemplary project
    And "citizens.involved" is false
    And "participants.told_experimental" is false
    And "project.success_criterion_stated" is false
    And "project.failure_lessons_recorded" is false
    When the project is reviewed
    Then "ORG-13" is found with severity "major"
    And "SPI-04" is found with severity "major"
    And "KPI-02" is found with severity "major"
    And "EXE-03" is found with severity "minor"
    And "FIT-02" is not found
    And the verdict is "revise"

  Scenario: Nine months of planning, and the first trial is next month
    計画に9か月をかけたが、最初の試行は来月である
    Given the groundwork is laid
    And "project.uses_digital" is true
    And "project.concrete_activity_started" is false
    And "project.months_since_commitment" is 11
    And "process.months_planning_before_first_trial" is 9
    And "trial.first_planned_in_months" is 1
    When the project is reviewed
    Then "SPI-03" is not found
    And "EXE-01" is not found

  Scenario: An uncertain idea has to prove its return before it may begin
    成否の読めない案件に、始める前の採算の証明を求めている
    Given the exemplary project
    And "project.phase" is preparation
    And "project.management_style" is conventional
    And "portfolio.rejects_low_probability" is true
    When the project is reviewed
    Then "POR-06" is found with severity "major"
    And "POR-10" is found with severity "major"
    And "POR-01" is not found
    And the verdict is "revise"

  Scenario: All is well, but nobody stands for two of the capitals
    すべて順調だが、二つの資本にはかかわる組織がない
    Given the exemplary project
    And "organisations/watch-group.capitals" is ["human"]
    And "organisations/newspaper.capitals" is []
    And "organisations/chamber.capitals" is []
    And "complete.organisations" is true
    When the project is reviewed
    Then "ORG-01" is found for "capitals/network" with severity "minor"
    And "ORG-01" is found for "capitals/cultural" with severity "minor"
    And the verdict is "proceed"

  Scenario: An idea says honestly that there is no strategy yet
    戦略がまだないと正直に書いた構想
    Given "project.phase" is idea
    And "project.origin" is local_issue
    And "project.beneficiary_stated" is true
    And "project.success_criterion_stated" is false
    And "strategy.defined" is false
    When the project is reviewed
    Then "FIT-03" is found with severity "minor"
    And "KPI-02" is found with severity "minor"
    And the verdict is "proceed"

  Scenario: The file says that there is no area, and that both sides agreed to it
    接点領域はないとしながら、双方が納得したと書いている
    Given the exemplary project
    And "overlap.defined" is false
    When the project is reviewed
    Then "INT-01" is found
    And "INT-01" points to "overlap.defined" and "overlap.agreed_by_municipality"
    And the verdict is "hold"

  Scenario: Nobody has said that there is a successor
    後任者がいるとは誰も書いていない
    Given the exemplary project
    And "top.sponsor_changed" is unknown
    And "commitment.reaffirmed" is unknown
    When the project is reviewed
    Then "COM-15" cannot be told yet
    And "commitment.reaffirmed" is asked
    And the verdict is "proceed"
