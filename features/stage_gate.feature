Feature: Gates decide which ideas go on
  Many ideas can only be run where it is settled which of them go on. How many stages there are and what is asked at each
  gate is for those who know the field.

  Nothing is known about the project except what a scenario states.

  @GAT-01
  Rule: Ideas are managed with stage gates

    Scenario: There are no gates
      Given ideas are managed without stage gates
      When the project is reviewed
      Then "GAT-01" is found with severity "major"

    Scenario: There are gates
      Given ideas are managed with stage gates
      When the project is reviewed
      Then "GAT-01" is not found

    Scenario: Nobody has said whether there are gates
      Given a project about which nothing is known
      When the project is reviewed
      Then "GAT-01" cannot be told yet
      And "stage_gate.used" is asked

    @GAT-02 @GAT-03 @GAT-04 @GAT-05
    Scenario: Where there are no gates, nobody judges them
      Given ideas are managed without stage gates
      And "stage_gate.stages" is 1
      And "stage_gate.on_fail" is continue
      And the gates:
        | id    | criteria      | criteria_stage_specific |
        | trial | []            |                         |
        | scale | a fixed price | false                   |
      When the project is reviewed
      Then "GAT-01" is found
      And "GAT-02" is not found
      And "GAT-03" is not found for "stage_gate.gates/trial"
      And "GAT-04" is not found for "stage_gate.gates/scale"
      And "GAT-05" is not found

  @GAT-02
  Rule: There are several stages

    Scenario Outline: <stages> stages
      Given ideas are managed with stage gates
      And "stage_gate.stages" is <stages>
      When the project is reviewed
      Then "GAT-02" is <reported>

      Examples:
        | stages | reported                    |
        | 1      | found with severity "major" |
        | 2      | not found                   |
        | 5      | not found                   |

    Scenario: A house may want three stages
      Given the parameter "min_stages" is 3
      And ideas are managed with stage gates
      And "stage_gate.stages" is 2
      When the project is reviewed
      Then "GAT-02" is found

    Scenario: A single stage is told, even if nobody has said that gates are used
      Given "stage_gate.stages" is 1
      When the project is reviewed
      Then "GAT-02" is found with severity "major"

    Scenario: Nobody has counted the stages
      Given ideas are managed with stage gates
      When the project is reviewed
      Then "GAT-02" cannot be told yet
      And "stage_gate.stages" is asked

  @GAT-03 @GAT-04
  Rule: Every gate has criteria that fit its stage

    Scenario: One gate has no criteria, one has criteria that do not fit
      Given ideas are managed with stage gates
      And the gates:
        | id     | criteria                       | criteria_stage_specific |
        | trial  | somebody wants it              | true                    |
        | scale  | []                             |                         |
        | market | a proven profit, a fixed price | false                   |
      When the project is reviewed
      Then "GAT-03" is found for "stage_gate.gates/scale" with severity "major"
      And "GAT-04" is found for "stage_gate.gates/market" with severity "minor"
      And "GAT-03" is not found for "stage_gate.gates/trial"
      And "GAT-04" is not found for "stage_gate.gates/trial"
      And "GAT-04" is not found for "stage_gate.gates/scale"

    Scenario: A gate that is listed is judged, even if nobody has said that gates are used
      Given the gates:
        | id     | criteria        | criteria_stage_specific |
        | scale  | []              |                         |
        | market | a proven profit | false                   |
      When the project is reviewed
      Then "GAT-03" is found for "stage_gate.gates/scale"
      And "GAT-04" is found for "stage_gate.gates/market"

    Scenario: Nobody has written the criteria down
      Given ideas are managed with stage gates
      And the gates:
        | id    | criteria |
        | scale |          |
      When the project is reviewed
      Then "GAT-03" cannot be told yet for "stage_gate.gates/scale"
      And "stage_gate.gates[].criteria" is asked about "stage_gate.gates/scale"

    Scenario: Nobody has said whether the criteria fit
      Given ideas are managed with stage gates
      And the gates:
        | id    | criteria          |
        | scale | somebody wants it |
      When the project is reviewed
      Then "GAT-04" cannot be told yet for "stage_gate.gates/scale"
      And "stage_gate.gates[].criteria_stage_specific" is asked about "stage_gate.gates/scale"

  @GAT-05
  Rule: An idea that fails a gate does not simply go on

    Scenario Outline: What happens to an idea that fails: <outcome>
      Given ideas are managed with stage gates
      And "stage_gate.on_fail" is <outcome>
      And "stage_gate.applied" is true
      When the project is reviewed
      Then "GAT-05" is <reported>

      Examples:
        | outcome          | reported                    |
        | stop             | not found                   |
        | return_one_stage | not found                   |
        | continue         | found with severity "major" |
        | undefined        | found with severity "major" |

    Scenario: It is settled, but nobody acts on it
      Given ideas are managed with stage gates
      And "stage_gate.on_fail" is stop
      And "stage_gate.applied" is false
      When the project is reviewed
      Then "GAT-05" is found

    Scenario Outline: A gate without effect is told, even if nobody has said that gates are used (<fact>)
      Given "<fact>" is <value>
      When the project is reviewed
      Then "GAT-05" is found with severity "major"

      Examples:
        | fact               | value    |
        | stage_gate.applied | false    |
        | stage_gate.on_fail | continue |

    Scenario: Nobody has said whether anybody acts on it
      Given ideas are managed with stage gates
      And "stage_gate.on_fail" is stop
      When the project is reviewed
      Then "GAT-05" cannot be told yet
      And "stage_gate.applied" is asked

  @GAT-06
  Rule: Not every idea is carried to the end

    Scenario: Every idea is carried to the end
      Given "portfolio.all_run_to_end" is true
      When the project is reviewed
      Then "GAT-06" is found with severity "major"

    Scenario: Ideas are let go
      Given "portfolio.all_run_to_end" is false
      When the project is reviewed
      Then "GAT-06" is not found

    Scenario: Nobody has said what becomes of ideas
      Given a project about which nothing is known
      When the project is reviewed
      Then "GAT-06" cannot be told yet
      And "portfolio.all_run_to_end" is asked

  @GAT-07
  Rule: People and money follow the gates

    Scenario: People and money stay where they are
      Given "stage_gate.resources_follow_gates" is false
      When the project is reviewed
      Then "GAT-07" is found with severity "minor"

    Scenario: People and money follow
      Given "stage_gate.resources_follow_gates" is true
      When the project is reviewed
      Then "GAT-07" is not found

    Scenario: Nobody has said where people and money go
      Given a project about which nothing is known
      When the project is reviewed
      Then "GAT-07" cannot be told yet
      And "stage_gate.resources_follow_gates" is asked

  @GAT-01 @GAT-02 @GAT-05 @GAT-06 @GAT-07
  Rule: Before its time, it is what comes next

    Scenario Outline: <code> is what comes next, and no fault (<phase>)
      Given <phase>
      And "<fact>" is <value>
      When the project is reviewed
      Then "<code>" is upcoming with severity "<severity>"

      Examples:
        | code   | phase                          | fact                              | value | severity |
        | GAT-01 | the city is still being chosen | stage_gate.used                   | false | major    |
        | GAT-02 | the city is still being chosen | stage_gate.stages                 | 1     | major    |
        | GAT-05 | the city is still being chosen | stage_gate.applied                | false | major    |
        | GAT-06 | the project is being prepared  | portfolio.all_run_to_end          | true  | major    |
        | GAT-07 | the project is being prepared  | stage_gate.resources_follow_gates | false | minor    |

  @GAT-03 @GAT-04
  Rule: While the city is being chosen, the criteria of gates are what comes next

    Scenario: Criteria that are missing or do not fit
      Given the city is still being chosen
      And the gates:
        | id     | criteria        | criteria_stage_specific |
        | scale  | []              |                         |
        | market | a proven profit | false                   |
      When the project is reviewed
      Then "GAT-03" is upcoming for "stage_gate.gates/scale" with severity "major"
      And "GAT-04" is upcoming for "stage_gate.gates/market" with severity "minor"
