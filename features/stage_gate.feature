Feature: Gates decide which ideas go on
  続ける案件をゲートで決める

  Many ideas can only be run where it is settled which of them go on. How many stages there are and what is asked at each
  gate is for those who know the field.

  Nothing is known about the project except what a scenario states.

  多くの案件を進められるのは、どれを続けるかの決め方があるときだけです。
  ステージの数や、ゲートごとに問うことは、その分野を知る人が定めます。

  シナリオに書かれていない事実は、すべて未確認とします。

  @GAT-01
  Rule: Ideas are managed with stage gates
    案件をステージゲートで管理する

    Scenario: There are no gates
      ステージゲートを使っていない
      Given ideas are managed without stage gates
      When the project is reviewed
      Then "GAT-01" is found with severity "major"

    Scenario: There are gates
      ステージゲートを使っている
      Given ideas are managed with stage gates
      When the project is reviewed
      Then "GAT-01" is not found

    Scenario: Nobody has said whether there are gates
      ステージゲートを使っているかどうかが未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "GAT-01" cannot be told yet
      And "stage_gate.used" is asked

    @GAT-02 @GAT-03 @GAT-04 @GAT-05
    Scenario: Where there are no gates, nobody judges them
      使っていなければ、ゲートの中身は判断しない
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
    ステージが複数ある

    Scenario Outline: <stages> stages
      ステージの数は<stages>
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
      ステージの最小の数の目安は変えられる
      Given the parameter "min_stages" is 3
      And ideas are managed with stage gates
      And "stage_gate.stages" is 2
      When the project is reviewed
      Then "GAT-02" is found

    Scenario: A single stage is told, even if nobody has said that gates are used
      ステージゲートの利用が未確認でも、ステージが一つなら指摘する
      Given "stage_gate.stages" is 1
      When the project is reviewed
      Then "GAT-02" is found with severity "major"

    Scenario: Nobody has counted the stages
      ステージの数が未確認
      Given ideas are managed with stage gates
      When the project is reviewed
      Then "GAT-02" cannot be told yet
      And "stage_gate.stages" is asked

  @GAT-03 @GAT-04
  Rule: Every gate has criteria that fit its stage
    どのゲートにも、そのステージに合った基準がある

    Scenario: One gate has no criteria, one has criteria that do not fit
      基準のないゲートと、基準が合っていないゲートがある
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
      ステージゲートの利用が未確認でも、挙がっているゲートは判断する
      Given the gates:
        | id     | criteria        | criteria_stage_specific |
        | scale  | []              |                         |
        | market | a proven profit | false                   |
      When the project is reviewed
      Then "GAT-03" is found for "stage_gate.gates/scale"
      And "GAT-04" is found for "stage_gate.gates/market"

    Scenario: Nobody has written the criteria down
      ゲートの基準が未確認
      Given ideas are managed with stage gates
      And the gates:
        | id    | criteria |
        | scale |          |
      When the project is reviewed
      Then "GAT-03" cannot be told yet for "stage_gate.gates/scale"
      And "stage_gate.gates[].criteria" is asked about "stage_gate.gates/scale"

    Scenario: Nobody has said whether the criteria fit
      基準がステージに合っているかどうかが未確認
      Given ideas are managed with stage gates
      And the gates:
        | id    | criteria          |
        | scale | somebody wants it |
      When the project is reviewed
      Then "GAT-04" cannot be told yet for "stage_gate.gates/scale"
      And "stage_gate.gates[].criteria_stage_specific" is asked about "stage_gate.gates/scale"

  @GAT-05
  Rule: An idea that fails a gate does not simply go on
    ゲートを通らない案件を、そのまま続けない

    Scenario Outline: What happens to an idea that fails: <outcome>
      ゲートを通らない案件の扱い：<outcome>
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
      扱いは決まっているが、実行されていない
      Given ideas are managed with stage gates
      And "stage_gate.on_fail" is stop
      And "stage_gate.applied" is false
      When the project is reviewed
      Then "GAT-05" is found

    Scenario Outline: A gate without effect is told, even if nobody has said that gates are used (<fact>)
      ステージゲートの利用が未確認でも、効果のないゲートは指摘する（<fact>）
      Given "<fact>" is <value>
      When the project is reviewed
      Then "GAT-05" is found with severity "major"

      Examples:
        | fact               | value    |
        | stage_gate.applied | false    |
        | stage_gate.on_fail | continue |

    Scenario: Before anything has started, no gate has had anything to decide
      まだ何も始めていなければ、ゲートで判断することもまだない
      Given the exemplary project
      And the project is being prepared
      And "project.concrete_activity_started" is false
      And "stage_gate.applied" is false
      When the project is reviewed
      Then "GAT-05" is not found

    Scenario: Nobody has said whether anybody acts on it
      ゲートの判断が実行されているかどうかが未確認
      Given ideas are managed with stage gates
      And "stage_gate.on_fail" is stop
      When the project is reviewed
      Then "GAT-05" cannot be told yet
      And "stage_gate.applied" is asked

  @GAT-06
  Rule: Not every idea is carried to the end
    すべての案件を最後まで続けることはしない

    Scenario: Every idea is carried to the end
      どの案件も最後まで続けている
      Given "portfolio.all_run_to_end" is true
      When the project is reviewed
      Then "GAT-06" is found with severity "major"

    Scenario: Ideas are let go
      途中で手放す案件がある
      Given "portfolio.all_run_to_end" is false
      When the project is reviewed
      Then "GAT-06" is not found

    Scenario: Nobody has said what becomes of ideas
      案件を最後まで続けているかどうかが未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "GAT-06" cannot be told yet
      And "portfolio.all_run_to_end" is asked

  @GAT-07
  Rule: People and money follow the gates
    ゲートの結果に応じて、人と資金を配分する

    Scenario: People and money stay where they are
      結果が出ても、人と資金の配分が変わらない
      Given "stage_gate.resources_follow_gates" is false
      When the project is reviewed
      Then "GAT-07" is found with severity "minor"

    Scenario: People and money follow
      結果に応じて、人と資金を配分している
      Given "stage_gate.resources_follow_gates" is true
      When the project is reviewed
      Then "GAT-07" is not found

    Scenario: Nobody has said where people and money go
      人と資金の配分が未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "GAT-07" cannot be told yet
      And "stage_gate.resources_follow_gates" is asked

  @GAT-01 @GAT-02 @GAT-05 @GAT-06 @GAT-07
  Rule: Before its time, it is what comes next
    時期が来るまでは、今後の指摘とする

    Scenario Outline: <code> is what comes next, and no fault (<phase>)
      <code>は今後の指摘にとどめる（<phase>）
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
    都市を選んでいる間は、ゲートの基準を今後の指摘とする

    Scenario: Criteria that are missing or do not fit
      基準がないか、ステージに合っていない
      Given the city is still being chosen
      And the gates:
        | id     | criteria        | criteria_stage_specific |
        | scale  | []              |                         |
        | market | a proven profit | false                   |
      When the project is reviewed
      Then "GAT-03" is upcoming for "stage_gate.gates/scale" with severity "major"
      And "GAT-04" is upcoming for "stage_gate.gates/market" with severity "minor"
