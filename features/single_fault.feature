Feature: One fault brings the findings that follow from it, and no others
  一つの問題からは、それに伴う指摘だけが出る

  A sound project in which one thing is changed. Whoever reads the memo should find that one thing in it, what it may lead
  to, and nothing that has nothing to do with it. The complete sweep over all facts is in `tests/test_single_fault.py`.

  問題のない事業で、一つだけ事実を変えます。メモに載るのは、その一つと、そこから起こり得ることだけで、
  関係のない指摘は載りません。すべての事実についての確認は `tests/test_single_fault.py` にあります。

  Scenario: Nothing is changed
    何も変えていない
    Given the exemplary project
    When the project is reviewed
    Then nothing new is found
    And the verdict is "proceed"

  Scenario: The top has moved on to other things
    トップの関心がほかへ移っている
    Given the exemplary project
    And "top.active_after_launch" is false
    When the project is reviewed
    Then nothing new is found but "EXE-04"

  Scenario: The CEO never came, and the agreement was signed all the same
    社長（CEO）が現地を見ないまま、協定を結んでいる
    Given the exemplary project
    And the top has not visited the city
    When the project is reviewed
    Then nothing new is found but "COM-05" and "COM-08"

  Scenario: A middle manager spoke for the company
    中間管理職が会社の意思を表明している
    Given the exemplary project
    And the declaration was made by a middle manager
    When the project is reviewed
    Then nothing new is found but "COM-02", "RSK-01" and "RSK-03"

  Scenario: The person named in the university does not want to
    大学の担い手に、自らの意思がない
    Given the exemplary project
    And the person named in "univ" has no will of their own
    When the project is reviewed
    Then nothing new is found but "ORG-07" and "RSK-05"

  Scenario: The city was chosen for a subsidy
    補助金を理由に都市を選んでいる
    Given the exemplary project
    And "selection.reasons" is ["subsidy"]
    When the project is reviewed
    Then nothing new is found but "SEL-01"

  Scenario: A gap is left open
    不足している資本を補う計画がない
    Given the exemplary project
    And nothing is planned to make up for the infrastructure capital
    When the project is reviewed
    Then nothing new is found but "SEL-08"

  Scenario: The municipality is not convinced of the area
    接点領域に、自治体が納得していない
    Given the exemplary project
    And a common area is defined, but the municipality is not convinced of it
    When the project is reviewed
    Then nothing new is found but "FIT-07"

  Scenario: A theme improves nothing that is measured
    どのKPIも良くしないテーマがある
    Given the exemplary project
    And the theme "sharing" improves no KPI
    When the project is reviewed
    Then nothing new is found but "KPI-07" and "KPI-10"

  Scenario: A goal comes from elsewhere
    接点領域から導かれていないゴールがある
    Given the exemplary project
    And the goal "lighter-care" does not come from the common area
    When the project is reviewed
    Then nothing new is found but "KPI-11"

  Scenario: Citizens do not trust
    市民の信用が低い
    Given the exemplary project
    And "data.citizen_trust" is low
    When the project is reviewed
    Then nothing new is found but "DAT-01"

  Scenario: Ideas that fail a gate go on
    ゲートを通らない案件が、そのまま続いている
    Given the exemplary project
    And "stage_gate.on_fail" is continue
    When the project is reviewed
    Then nothing new is found but "GAT-05"

  Scenario: Months of planning
    計画に何か月もかけている
    Given the exemplary project
    And "process.months_planning_before_first_trial" is 9
    When the project is reviewed
    Then nothing new is found but "SPI-03"

  Scenario: Nobody keeps things together
    全体を調整する人がいない
    Given the exemplary project
    And the project has no coordinator
    And "coordinator.location" is unknown
    When the project is reviewed
    Then nothing new is found but "CDR-01" and "CDR-05"
