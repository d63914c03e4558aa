Feature: Somebody keeps things together
  全体を調整する人がいる

  Goals, KPIs and themes have to be kept consistent, inside the company, with the municipality and on site. That takes a
  person who knows the trade and has done it before, best of all from outside.

  Nothing is known about the project except what a scenario states.

  ゴール、KPI、テーマは、社内でも、自治体との間でも、現地でも、食い違わないように保つ必要があります。
  それには専門性と経験を備えた人が要ります。社外の人であれば、なお望ましいといえます。

  シナリオに書かれていない事実は、すべて未確認とします。

  @CDR-01
  Rule: The project has a coordinator
    事業にコーディネーターがいる

    Scenario: There is none
      コーディネーターがいない
      Given the project has no coordinator
      When the project is reviewed
      Then "CDR-01" is found with severity "major"

    Scenario: There is one
      コーディネーターがいる
      Given the project has a coordinator
      When the project is reviewed
      Then "CDR-01" is not found

    Scenario: Nobody has said whether there is one
      コーディネーターの有無が未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "CDR-01" cannot be told yet
      And "coordinator.present" is asked

    @CDR-02 @CDR-03
    Scenario: Where there is no coordinator, nobody asks where from and how good
      コーディネーターがいなければ、出身や力量は尋ねない
      Given the project has no coordinator
      When the project is reviewed
      Then "CDR-02" is not found
      And "CDR-03" is not found
      And "coordinator.location" is not asked
      And "coordinator.expertise" is not asked

  @CDR-02
  Rule: A coordinator from outside sees more
    社外のコーディネーターのほうが、全体を見渡せる

    Scenario Outline: Where the coordinator comes from (<from>)
      コーディネーターの出身（<from>）
      Given the project has a coordinator
      And "coordinator.location" is <from>
      When the project is reviewed
      Then "CDR-02" is <reported>

      Examples:
        | from    | reported                    |
        | inside  | found with severity "minor" |
        | outside | not found                   |
        | both    | not found                   |

    Scenario: Where the coordinator comes from does not matter before there is one
      いるかどうか分からないうちは、出身だけでは判断できない
      Given a project about which nothing is known
      And "coordinator.location" is inside
      When the project is reviewed
      Then "CDR-02" cannot be told yet

    Scenario: Nobody has said where the coordinator comes from
      コーディネーターの出身が未確認
      Given the project has a coordinator
      When the project is reviewed
      Then "CDR-02" cannot be told yet
      And "coordinator.location" is asked

  @CDR-03
  Rule: A coordinator needs both expertise and experience
    コーディネーターには専門性と経験の両方が要る

    Scenario Outline: One of the two is missing (<missing>)
      どちらか一方が欠けている（<missing>）
      Given the project has a coordinator
      And "coordinator.<missing>" is false
      When the project is reviewed
      Then "CDR-03" is found with severity "major"

      Examples:
        | missing    |
        | expertise  |
        | experience |

    Scenario Outline: Whether there is a coordinator or not, nobody brings both (<missing>)
      コーディネーターの有無にかかわらず、両方を備えた人がいない（<missing>）
      Given a project about which nothing is known
      And "coordinator.<missing>" is false
      When the project is reviewed
      Then "CDR-03" is found with severity "major"
      And "coordinator.present" is asked

      Examples:
        | missing    |
        | expertise  |
        | experience |

    Scenario: Nobody is said to lack experience where there is nobody
      コーディネーターがいなければ、経験の不足は指摘しない
      Given the project has no coordinator
      And "coordinator.experience" is false
      When the project is reviewed
      Then "CDR-03" is not found
      And "CDR-01" is found

    Scenario: Both are there
      専門性と経験の両方がある
      Given the project has a coordinator
      And "coordinator.expertise" is true
      And "coordinator.experience" is true
      When the project is reviewed
      Then "CDR-03" is not found

    Scenario: Nobody has said what the coordinator has done before
      コーディネーターの経験が未確認
      Given the project has a coordinator
      And "coordinator.expertise" is true
      When the project is reviewed
      Then "CDR-03" cannot be told yet
      And "coordinator.experience" is asked

  @CDR-04
  Rule: Each of the six duties has somebody in charge
    六つの調整業務のそれぞれに担当がいる

    Scenario Outline: Some duties have nobody: <covered>
      担当のいない調整業務がある（<covered>）
      Given "duties.covered" is <covered>
      When the project is reviewed
      Then "CDR-04" is found with severity "minor"

      Examples:
        | covered                           |
        | []                                |
        | ["overall_plan", "local_visits"]  |

    Scenario: Every duty has somebody
      すべての調整業務に担当がいる
      Given the exemplary project
      When the project is reviewed
      Then "CDR-04" is not found

    Scenario: Nobody has listed who does what
      調整業務の担当が未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "CDR-04" cannot be told yet
      And "duties.covered" is asked

  @CDR-05
  Rule: Without a coordinator the work may become too much for the staff
    コーディネーターがいないと、担当者の手に余るおそれがある

    Scenario Outline: There is something to keep consistent, and nobody to do it: <what>
      一貫性を保つ作業があるのに、コーディネーターがいない（<what>）
      Given the project has no coordinator
      And <what>
      When the project is reviewed
      Then "CDR-05" is found with severity "info"
      And "CDR-05" is told as following from "CDR-01"
      And "consistency_work" is "needed"

      Examples:
        | what                                    |
        | the project is being prepared           |
        | the project has been launched           |
        | the project is scaling up               |
        | a plan with the goal "safety"           |
        | the KPI "alarm-time" serves "safety"    |
        | the theme "sensors" improves "alarm-time" |

    Scenario: Before there is a plan, there is nothing to keep consistent
      計画ができるまでは、一貫性を保つ作業がない
      Given the project has no coordinator
      And the project is still an idea
      And "goals" is []
      And "kpis" is []
      And "themes" is []
      When the project is reviewed
      Then "CDR-05" is not found
      And "consistency_work" is undetermined

    Scenario: Nobody has said how far the project is, nor what is planned
      段階も計画の中身も未確認
      Given the project has no coordinator
      When the project is reviewed
      Then "CDR-05" cannot be told yet

    Scenario: A coordinator takes the load off the staff
      コーディネーターがいれば、担当者の負担は軽くなる
      Given the project has a coordinator
      And the project has been launched
      When the project is reviewed
      Then "CDR-05" is not found

    Scenario: Nobody has said whether there is a coordinator at work
      事業は始まっているが、コーディネーターの有無が未確認
      Given the project has been launched
      When the project is reviewed
      Then "CDR-05" cannot be told yet
      And "coordinator.present" is asked

  @CDR-01 @CDR-02 @CDR-03 @CDR-04 @CDR-05
  Rule: A coordinator is looked for once the city is chosen
    コーディネーターは、都市が決まってから探す

    Scenario: An idea without a coordinator
      構想の段階で、コーディネーターがいない
      Given the project is still an idea
      And the project has no coordinator
      And a plan with the goal "safety"
      And "duties.covered" is []
      When the project is reviewed
      Then "CDR-01" is upcoming with severity "major"
      And "CDR-04" is upcoming with severity "minor"
      And "CDR-05" is upcoming with severity "info"

    Scenario: An idea with a coordinator from inside who is new to the trade
      構想の段階で、社内の経験の浅い人がコーディネーターを務める
      Given the project is still an idea
      And the project has a coordinator
      And "coordinator.location" is inside
      And "coordinator.experience" is false
      When the project is reviewed
      Then "CDR-02" is upcoming with severity "minor"
      And "CDR-03" is upcoming with severity "major"
