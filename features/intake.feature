Feature: What was stated is checked before it is judged
  記載された事実を、判断の前に確かめる

  Facts that contradict each other and references that lead nowhere are slips of the pen, or a sign that something was
  misunderstood. They are pointed out, with the places to look at; nobody guesses which side is right.

  Nothing is known about the project except what a scenario states.

  互いに食い違う事実や、計画にないものを指す記載は、書き誤りか、どこかに誤解がある兆しです。
  見直す箇所とともに知らせるだけで、どちらが正しいかを推し量ることはしません。

  シナリオに書かれていない事実は、すべて未確認とします。

  @INT-01
  Rule: Contradictions are pointed out
    食い違う事実を知らせる

    Scenario Outline: Both cannot be true: <one> is <this>, <other> is <that>
      両立しない事実がある：<one>が<this>で、<other>が<that>
      Given "<one>" is <this>
      And "<other>" is <that>
      When the project is reviewed
      Then "INT-01" is found with severity "info"
      And "INT-01" points to "<one>" and "<other>"

      Examples:
        | one                     | this              | other                            | that   |
        | coordinator.present     | false             | coordinator.location             | inside |
        | agreement.status        | none              | agreement.kind                   | mou    |
        | agreement.status        | none              | agreement.signed_before_dialogue | true   |
        | agreement.status        | under_negotiation | agreement.signed_before_dialogue | true   |
        | commitment.declared     | false             | agreement.status                 | signed |
        | commitment.declared     | false             | commitment.by                    | ceo    |
        | overlap.defined         | false             | overlap.agreed_by_company        | true   |
        | overlap.defined         | false             | overlap.agreed_by_municipality   | true   |
        | strategy.defined        | false             | strategy.value_area              | true   |
        | strategy.defined        | false             | strategy.resource_policy         | true   |
        | strategy.defined        | false             | strategy.collaboration_policy    | true   |
        | capitals/human.strength | absent            | capitals/human.rivals_metropolis | true   |
        | project.phase           | scaling           | project.concrete_activity_started | false |

    Scenario: Another sign of readiness without an agreement is no contradiction
      協定はないが別の形で覚悟を示している場合は、食い違いではない
      Given the exemplary project
      And there is no agreement
      And "agreement.kind" is other
      When the project is reviewed
      Then "INT-01" is not found

    Scenario Outline: Nothing is declared, and the agreement is <status>
      何も表明しておらず、協定の状況は<status>
      Given the exemplary project
      And the company has declared nothing
      And "commitment.by" is unknown
      And "agreement.status" is <status>
      And "agreement.kind" is unknown
      When the project is reviewed
      Then "INT-01" is not found

      Examples:
        | status            |
        | none              |
        | under_negotiation |
        | unknown           |

    Scenario: The top is said to stand behind the work, and gives it neither means nor room
      トップが支えていると書かれているのに、資源も環境も整えていない
      Given the exemplary project
      And "top.provides_resources" is false
      And "top.provides_environment" is false
      When the project is reviewed
      Then "INT-01" is found
      And "INT-01" points to "top.active_after_launch" and "top.provides_resources"

    Scenario Outline: The top gives one of the two, or nobody knows: <resources>, <environment>
      資源か環境の一方が、整っているか未確認である：<resources>、<environment>
      Given the exemplary project
      And "top.provides_resources" is <resources>
      And "top.provides_environment" is <environment>
      When the project is reviewed
      Then "INT-01" is not found

      Examples:
        | resources | environment |
        | true      | false       |
        | false     | true        |
        | unknown   | false       |
        | false     | unknown     |

    Scenario: Nothing has started, and nobody says which phase the project is in
      現地ではまだ何も始まっておらず、段階は分かっていない
      Given "project.phase" is unknown
      And "project.concrete_activity_started" is false
      When the project is reviewed
      Then "INT-01" cannot be told yet

    Scenario: A goal is said to come from an area that is not defined
      定まっていない接点領域から、ゴールが導かれたとされている
      Given no common area is defined
      And a plan with the goal "safety"
      And the goal "safety" comes from the common area
      When the project is reviewed
      Then "INT-01" is found
      And "INT-01" points to "overlap.defined" and "goals/safety.from_overlap"

    Scenario Outline: No area is defined, and a goal that <origin>
      接点領域が定まっていないことと食い違わないゴール：<origin>
      Given the exemplary project
      And no common area is defined
      And "overlap.agreed_by_company" is unknown
      And "overlap.agreed_by_municipality" is unknown
      And the goals:
        | id     | from_overlap |
        | safety | <from>       |
      When the project is reviewed
      Then "INT-01" is not found

      Examples:
        | origin                  | from    |
        | comes from elsewhere    | false   |
        | comes from nobody knows | unknown |

    Scenario: A genuine link to a local issue, and nobody gains
      課題とのつながりは実質的とされるが、市民にも都市にも効果がない
      Given the link to the local issue is genuine
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "INT-01" is found

    Scenario: Stage gates are not used, yet one is described
      ステージゲートを使わないのに、ゲートが書かれている
      Given ideas are managed without stage gates
      And the gates:
        | id    | criteria          |
        | scale | somebody wants it |
      When the project is reviewed
      Then "INT-01" is found

    Scenario: The company works alone, yet the municipality takes part
      自社だけで進めているのに、自治体が参画している
      Given the company works alone
      And the municipality "city" takes part
      When the project is reviewed
      Then "INT-01" is found
      And "INT-01" points to "project.co_created" and "organisations/city.involved"

    Scenario: The city was chosen after an assessment, yet no capital was assessed
      資本を評価して選んだとされるが、どの資本も調べていない
      Given the city was chosen after an assessment of its capitals
      And the capitals:
        | id             | assessed |
        | human          | false    |
        | economic       | false    |
        | infrastructure | false    |
        | enabling       | false    |
        | network        | false    |
        | cultural       | false    |
      When the project is reviewed
      Then "INT-01" is found

    Scenario: Facts that fit together
      事実が食い違っていない
      Given the exemplary project
      When the project is reviewed
      Then "INT-01" is not found

    Scenario Outline: One fact alone contradicts nothing (<fact> is <value>)
      一つの事実だけでは食い違いにならない（<fact>が<value>）
      Given the exemplary project
      And "<fact>" is <value>
      And "<other>" is <nothing>
      When the project is reviewed
      Then "INT-01" is not found

      Examples:
        | fact                    | value  | other                            | nothing |
        | coordinator.present     | false  | coordinator.location             | unknown |
        | agreement.status        | none   | agreement.kind                   | unknown |
        | stage_gate.used         | false  | stage_gate.gates                 | []      |
        | project.co_created      | false  | organisations                    | []      |
        | capitals/human.strength | absent | capitals/human.rivals_metropolis | unknown |

    Scenario: Nothing declared, nobody who declared it and nothing signed
      表明も、表明した人も、協定もない
      Given the exemplary project
      And the company has declared nothing
      And "commitment.by" is unknown
      And there is no agreement
      And "agreement.kind" is unknown
      When the project is reviewed
      Then "INT-01" is not found

    Scenario: Nothing declared, and yet an agreement signed
      何も表明していないのに、協定が結ばれている
      Given the company has declared nothing
      And an agreement has been signed
      When the project is reviewed
      Then "INT-01" is found with severity "info"
      And "COM-01" is not found

    Scenario: Another form of showing readiness is no agreement that contradicts there being none
      覚悟を示す別の形は、協定がないことと矛盾しない
      Given the exemplary project
      And there is no agreement
      And "agreement.kind" is other
      When the project is reviewed
      Then "INT-01" is not found

    Scenario Outline: A top that backs the activities, and arranges <what>
      活動を支えるトップが整えているもの：<what>
      Given the exemplary project
      And "top.provides_environment" is <environment>
      And "top.provides_resources" is <resources>
      When the project is reviewed
      Then "INT-01" is <reported>

      Examples:
        | what                          | environment | resources | reported  |
        | neither a free hand nor means | false       | false     | found     |
        | no free hand                  | false       | true      | not found |
        | no means                      | true        | false     | not found |

    Scenario: No common area, and nobody has spoken about agreement
      接点領域がなく、納得については書かれていない
      Given the exemplary project
      And "overlap.defined" is false
      And "overlap.agreed_by_company" is unknown
      And "overlap.agreed_by_municipality" is unknown
      And "goals" is []
      When the project is reviewed
      Then "INT-01" is not found

    Scenario: No strategy, and nobody has spoken about its parts
      戦略がなく、その中身については書かれていない
      Given the exemplary project
      And "strategy.defined" is false
      And "strategy.value_area" is unknown
      And "strategy.resource_policy" is unknown
      And "strategy.collaboration_policy" is unknown
      When the project is reviewed
      Then "INT-01" is not found

    Scenario Outline: A link that is <link>, and nobody gains
      課題とのつながりが<link>で、市民にも都市にも効果がない
      Given the exemplary project
      And "project.link_to_local_issue" is <link>
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "INT-01" is <reported>

      Examples:
        | link    | reported  |
        | genuine | found     |
        | forced  | not found |
        | none    | not found |

    Scenario Outline: A genuine link, where lives gain: <lives>, and productivity gains: <productivity>
      つながりは実質的で、暮らしへの効果は<lives>、生産性への効果は<productivity>
      Given the exemplary project
      And the link to the local issue is genuine
      And "project.benefit_citizen_life" is <lives>
      And "project.benefit_city_productivity" is <productivity>
      When the project is reviewed
      Then "INT-01" is not found

      Examples:
        | lives   | productivity |
        | true    | false        |
        | false   | true         |
        | unknown | false        |
        | false   | unknown      |

    Scenario Outline: The company works alone, and <somebody>
      自社だけで進めていることと食い違わない場合：<somebody>
      Given the exemplary project
      And the company works alone
      And the organisations:
        | id   | kind   | involved   |
        | firm | <kind> | <involved> |
      When the project is reviewed
      Then "INT-01" is not found

      Examples:
        | somebody                            | kind         | involved |
        | takes part itself                   | own_company  | true     |
        | the municipality keeps out          | municipality | false    |
        | the municipality may or may not     | municipality | unknown  |
        | nobody knows what firm takes part   | unknown      | true     |

    Scenario: The city was chosen for another reason, and no capital was assessed
      別の理由で選んだ都市で、どの資本も調べていない
      Given the exemplary project
      And "selection.reasons" is ["issue_fit"]
      And the capitals:
        | id             | assessed |
        | human          | false    |
        | economic       | false    |
        | infrastructure | false    |
        | enabling       | false    |
        | network        | false    |
        | cultural       | false    |
      When the project is reviewed
      Then "INT-01" is not found

    Scenario: The city was chosen after an assessment, and one capital may have been assessed
      評価して選んだ都市で、調べた資本が一つはあるかもしれない
      Given the exemplary project
      And the capitals:
        | id             | assessed |
        | human          |          |
        | economic       | false    |
        | infrastructure | false    |
        | enabling       | false    |
        | network        | false    |
        | cultural       | false    |
      When the project is reviewed
      Then "INT-01" is not found

    Scenario: Nobody has said whether the gates that are described are used
      書かれているゲートを使っているかどうかが未確認
      Given the gates:
        | id    | criteria          |
        | scale | somebody wants it |
      When the project is reviewed
      Then "INT-01" cannot be told yet
      And "stage_gate.used" is asked

    Scenario Outline: Half of a contradiction is none yet: <fact> is <value>
      片方の事実だけでは、まだ食い違いといえない：<fact>が<value>
      Given "<fact>" is <value>
      When the project is reviewed
      Then "INT-01" cannot be told yet

      Examples:
        | fact                              | value  |
        | coordinator.location              | both   |
        | agreement.kind                    | mou    |
        | agreement.status                  | signed |
        | commitment.by                     | board  |
        | overlap.agreed_by_municipality    | true   |
        | overlap.defined                   | false  |
        | strategy.collaboration_policy     | true   |

    Scenario: Whether a link is genuine from which nobody gains is not known
      市民にも都市にも効果がないが、つながりが実質的かどうかは未確認
      Given citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "INT-01" cannot be told yet

    Scenario: A contradiction does not decide anything
      食い違いがあっても、判定は変わらない
      Given the exemplary project
      And "coordinator.present" is false
      When the project is reviewed
      Then "INT-01" is found
      And the verdict is "revise"
      And "CDR-01" is found

  @INT-02
  Rule: References lead somewhere
    KPIやテーマが挙げるものは、計画の中にある

    Scenario: A KPI names a goal that is not in the plan
      KPIが、計画にないゴールを挙げている
      Given a plan with the goal "safety"
      And the KPI "users" serves "tourism"
      When the project is reviewed
      Then "INT-02" is found with severity "minor"
      And "INT-02" points to "kpis/users.goals"

    Scenario: A theme names a KPI that is not in the plan
      テーマが、計画にないKPIを挙げている
      Given a plan with the goal "safety"
      And the KPI "users" serves "safety"
      And the theme "campaign" improves "visits"
      When the project is reviewed
      Then "INT-02" is found
      And "INT-02" points to "themes/campaign.kpis"

    Scenario: Every reference leads somewhere
      挙げたゴールとKPIが、すべて計画にある
      Given a plan with the goal "safety"
      And the KPI "users" serves "safety"
      And the theme "campaign" improves "users"
      When the project is reviewed
      Then "INT-02" is not found

    Scenario: A KPI without a goal refers to nothing, which is told elsewhere
      ゴールのないKPIは、別の規則で指摘する
      Given a plan with the goal "safety"
      And the KPI "users" serves no goal
      And "themes" is []
      When the project is reviewed
      Then "INT-02" is not found
      And "KPI-04" is found for "kpis/users"

    Scenario: Without KPIs a theme may still refer to one
      KPIがなくても、テーマがKPIを挙げているかもしれない
      Given "kpis" is []
      When the project is reviewed
      Then "INT-02" cannot be told yet

    Scenario: Nobody has said which goals there are
      ゴールの一覧が未確認
      Given the KPI "users" serves "safety"
      And "themes" is []
      When the project is reviewed
      Then "INT-02" cannot be told yet
      And "goals" is asked
