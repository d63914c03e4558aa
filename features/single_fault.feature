Feature: One fault brings the findings that follow from it, and no others
  A sound project in which one thing is changed. Whoever reads the memo should find that one thing in it, what it may lead
  to, and nothing that has nothing to do with it. The complete sweep over all facts is in `tests/test_single_fault.py`.

  Scenario: Nothing is changed
    Given the exemplary project
    When the project is reviewed
    Then nothing new is found
    And the verdict is "proceed"

  Scenario: The top has moved on to other things
    Given the exemplary project
    And "top.active_after_launch" is false
    When the project is reviewed
    Then nothing new is found but "EXE-04"

  Scenario: The CEO never came, and the agreement was signed all the same
    Given the exemplary project
    And the top has not visited the city
    When the project is reviewed
    Then nothing new is found but "COM-05" and "COM-08"

  Scenario: A middle manager spoke for the company
    Given the exemplary project
    And the declaration was made by a middle manager
    When the project is reviewed
    Then nothing new is found but "COM-02", "RSK-01" and "RSK-03"

  Scenario: The person named in the university does not want to
    Given the exemplary project
    And the person named in "univ" has no will of their own
    When the project is reviewed
    Then nothing new is found but "ORG-07" and "RSK-05"

  Scenario: The city was chosen for a subsidy
    Given the exemplary project
    And "selection.reasons" is ["subsidy"]
    When the project is reviewed
    Then nothing new is found but "SEL-01"

  Scenario: A gap is left open
    Given the exemplary project
    And nothing is planned to make up for the infrastructure capital
    When the project is reviewed
    Then nothing new is found but "SEL-08"

  Scenario: The municipality is not convinced of the area
    Given the exemplary project
    And a common area is defined, but the municipality is not convinced of it
    When the project is reviewed
    Then nothing new is found but "FIT-07"

  Scenario: A theme improves nothing that is measured
    Given the exemplary project
    And the theme "sharing" improves no KPI
    When the project is reviewed
    Then nothing new is found but "KPI-07" and "KPI-10"

  Scenario: A goal comes from elsewhere
    Given the exemplary project
    And the goal "lighter-care" does not come from the common area
    When the project is reviewed
    Then nothing new is found but "KPI-11"

  Scenario: Citizens do not trust
    Given the exemplary project
    And "data.citizen_trust" is low
    When the project is reviewed
    Then nothing new is found but "DAT-01"

  Scenario: Ideas that fail a gate go on
    Given the exemplary project
    And "stage_gate.on_fail" is continue
    When the project is reviewed
    Then nothing new is found but "GAT-05"

  Scenario: Months of planning
    Given the exemplary project
    And "process.months_planning_before_first_trial" is 9
    When the project is reviewed
    Then nothing new is found but "SPI-03"

  Scenario: Nobody keeps things together
    Given the exemplary project
    And the project has no coordinator
    And "coordinator.location" is unknown
    When the project is reviewed
    Then nothing new is found but "CDR-01" and "CDR-05"
