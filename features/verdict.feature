Feature: The verdict
  判定

  Hold, no verdict yet, revise, or proceed. The ladder is ours: the article gives advice and passes no verdict on a
  project. The worst thing that remains decides; nothing is added up, and nothing is a promise of success.

  判定は「いったん止める」「まだ判定できません」「直してから進める」「進めてよい」の四つです。
  論文は助言を述べるもので、事業の可否は判定していません。この区分は当方が設けました。
  残っている問題のうち最も重いもので決まり、指摘の数は足し合わせません。成功を約束するものでもありません。

  Rule: One blocker is enough to hold the project
    停止の指摘が一つあれば、事業を止める

    Scenario: A project in which nothing is wanting may proceed
      欠けるところのない事業は、進めてよい
      Given the exemplary project
      When the project is reviewed
      Then the verdict is "proceed"

    Scenario Outline: A single thing that the project cannot do without: <fact> is <value>
      事業に欠かせないことが一つ満たされていない：<fact>が<value>
      Given the exemplary project
      And "<fact>" is <value>
      When the project is reviewed
      Then "<code>" is found with severity "blocker"
      And the verdict is "hold"

      Examples:
        | code   | fact                                   | value          |
        | COM-02 | commitment.by                          | middle_manager |
        | ORG-02 | organisations/city.involved            | false          |
        | ORG-06 | organisations/univ.champion_identified | false          |
        | ORG-07 | organisations/univ.champion_willing    | false          |
        | ORG-07 | organisations/company.champion_willing | false          |
        | ORG-12 | project.co_created                     | false          |
        | SEL-12 | field.bounded_area                     | false          |
        | SEL-15 | field.trial_and_error_possible         | false          |
        | FIT-06 | overlap.defined                        | false          |
        | EXE-04 | top.active_after_launch                | false          |

    Scenario: A project in which nothing else is wanting still waits for the declaration
      ほかに欠けるところがなくても、意思表明がなければ止まる
      Given the exemplary project
      And the company has declared nothing
      And there is no agreement
      When the project is reviewed
      Then "COM-01" is found with severity "blocker"
      And the verdict is "hold"

    Scenario: Whatever the answer is, one blocker or the other holds
      答えがどちらでも、いずれかの停止の指摘が残る
      Given the exemplary project
      And the company has declared nothing
      And "commitment.by" is staff
      And there is no agreement
      And "commitment.declared" is unknown
      When the project is reviewed
      Then "COM-01" cannot be told yet
      And "COM-02" cannot be told yet
      And the verdict is "hold"

    Scenario: The company's idea has lost the city
      自社の構想が先に立ち、都市が置き去りになっている
      Given the exemplary project
      And the municipality does not understand the project
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      And the link to the local issue is forced
      When the project is reviewed
      Then "FIT-01" is found with severity "blocker"
      And the verdict is "hold"

    Scenario Outline: A city chosen for convenience holds the project while the choice is open (<phase>)
      都合だけで選んだ都市は、選び直せる間は事業を止める（<phase>）
      Given the exemplary project
      And "selection.reasons" is ["easy_to_approach"]
      And "project.phase" is <phase>
      When the project is reviewed
      Then "SEL-01" is found with severity "<severity>"
      And the verdict is "<verdict>"

      Examples:
        | phase           | severity | verdict |
        | field_selection | blocker  | hold    |
        | preparation     | major    | revise  |
        | launched        | major    | revise  |

    Scenario: A blocker weighs more than everything that nobody knows
      停止の指摘は、どれほど未確認が残っていても優先する
      Given the project is being prepared
      And the company works alone
      When the project is reviewed
      Then the verdict is "hold"
      And the verdict may still be anything from "hold" to "hold"
      And "commitment.declared" is asked

  Rule: Without the facts that a verdict needs there is none
    判定に必要な事実がなければ、判定しない

    Scenario: Nothing is known
      何も分かっていない
      Given a project about which nothing is known
      When the project is reviewed
      Then the verdict is "insufficient_information"
      And the verdict may still be anything from "hold" to "proceed"

    Scenario Outline: One fact that a verdict needs is missing (<fact>)
      判定に必要な事実が一つ未確認である（<fact>）
      Given the exemplary project
      And "<fact>" is unknown
      When the project is reviewed
      Then the verdict is "insufficient_information"
      And "<fact>" is asked

      Examples:
        | fact                               |
        | project.phase                      |
        | project.origin                     |
        | project.beneficiary_stated         |
        | project.success_criterion_stated   |
        | commitment.by                      |
        | overlap.defined                    |
        | field.trial_and_error_possible     |
        | project.co_created                 |

    Scenario: An executive officer may or may not bind the company
      執行役員に会社を代表する権限があるかどうかが未確認
      Given the exemplary project
      And the declaration was made by an executive officer
      And "commitment.binding" is unknown
      When the project is reviewed
      Then the verdict is "insufficient_information"
      And "commitment.binding" is asked

    Scenario: Nobody has to say whether a staff member binds the company
      担当者については、会社を代表できるかどうかを尋ねない
      Given the exemplary project
      And the declaration was made by a staff member
      And "commitment.declared" is unknown
      And "agreement.status" is unknown
      And "commitment.binding" is unknown
      When the project is reviewed
      Then "commitment.declared" is asked
      And "commitment.binding" is not asked

    Scenario Outline: Before preparation no verdict waits for whether somebody binds the company (<phase>)
      準備の前は、会社を代表できるかどうかを待たずに判定する（<phase>）
      Given the exemplary project
      And "project.phase" is "<phase>"
      And the declaration was made by an executive officer
      And "commitment.binding" is unknown
      When the project is reviewed
      Then the verdict is "proceed"

      Examples:
        | phase           |
        | idea            |
        | field_selection |

    Scenario: While the city is being chosen, only the phase must be known
      都市を選んでいる間は、段階さえ分かれば判定できる
      Given the city is still being chosen
      And the company has declared nothing
      And there is no agreement
      When the project is reviewed
      Then "COM-01" is upcoming with severity "blocker"
      And "commitment.by" is not asked

    Scenario Outline: A capital that was not looked into may call for revision, and does not stop the project (<capital>)
      調べたかどうかが未確認の資本は、直す理由になり得るが、事業を止めない（<capital>）
      Given the exemplary project
      And "capitals/<capital>.assessed" is unknown
      When the project is reviewed
      Then the verdict is "proceed"
      And the verdict may still be anything from "revise" to "proceed"
      And "capitals.*.assessed" is asked about "capitals/<capital>"

      Examples:
        | capital        |
        | human          |
        | economic       |
        | infrastructure |
        | enabling       |
        | network        |
        | cultural       |

    Scenario: Who made the declaration does not matter where there is none
      表明がなければ、表明した人は問わない
      Given the exemplary project
      And the company has declared nothing
      And there is no agreement
      And "commitment.by" is unknown
      When the project is reviewed
      Then the verdict is "hold"
      And "commitment.by" is not asked

    Scenario: Nobody's agreement is asked for where there is no area to agree on
      接点領域がなければ、納得は尋ねない
      Given the exemplary project
      And "overlap.defined" is false
      And "overlap.agreed_by_municipality" is unknown
      And "overlap.agreed_by_company" is unknown
      When the project is reviewed
      Then the verdict is "hold"

    Scenario: What is missing weighs more than an important point that is known
      必要な事実が未確認なら、重要の指摘があっても判定しない
      Given the exemplary project
      And "project.success_criterion_stated" is false
      And "project.phase" is unknown
      When the project is reviewed
      Then "KPI-02" is found with severity "major"
      And the verdict is "insufficient_information"

    Scenario: What could at most call for revision leads to a question and holds nobody up
      重要の指摘にしかなり得ない未確認は、質問にとどめ、事業を止めない
      Given the exemplary project
      And "overlap.agreed_by_municipality" is unknown
      When the project is reviewed
      Then the verdict is "proceed"
      And "overlap.agreed_by_municipality" is asked
      And the verdict may still be anything from "revise" to "proceed"

  Rule: An important point calls for revision, small points do not
    重要の指摘があれば直してから進め、軽微の指摘だけなら進める

    Scenario: One important point is open
      重要の指摘が一つある
      Given the exemplary project
      And "project.success_criterion_stated" is false
      When the project is reviewed
      Then "KPI-02" is found with severity "major"
      And the verdict is "revise"

    Scenario: A small point does not hold up a sound project
      軽微の指摘が一つあっても、ほかに問題のない事業は止まらない
      Given the exemplary project
      And top management sees no danger in falling behind
      When the project is reviewed
      Then "COM-12" is found with severity "minor"
      And the verdict is "proceed"

    Scenario: Many small points do not add up to a large one
      軽微の指摘がいくつ重なっても、重要にはならない
      Given the exemplary project
      And top management sees no danger in falling behind
      And "field.cost_contained" is false
      And "capitals.growth_plan" is false
      And "portfolio.continuously_replenished" is false
      And "spiral.understood_by_team" is false
      And "company.customer_value_defined" is false
      When the project is reviewed
      Then the verdict is "proceed"

    Scenario: A note demands nothing
      参考の指摘だけでは、対応を求めない
      Given the exemplary project
      And "city.population" is 1400000
      When the project is reviewed
      Then "SEL-09" is found with severity "info"
      And the verdict is "proceed"

    Scenario: Praise does not outweigh an important point
      強みがあっても、重要の指摘は打ち消されない
      Given the exemplary project
      And "project.success_criterion_stated" is false
      When the project is reviewed
      Then "SYN-03" is found
      And "FIT-13" is found
      And the verdict is "revise"

  Rule: What may follow never decides by itself
    起こり得ることだけでは、判定は決まらない

    Scenario: Words without acts call for revision, the distrust that may follow adds nothing
      行動のない表明は直すべきだが、信頼を得られないおそれは判定に加えない
      Given the exemplary project
      And nothing has been done to show the commitment
      And "agreement.kind" is unknown
      And "agreement.signed_before_dialogue" is unknown
      When the project is reviewed
      Then "COM-11" is found with severity "major"
      And "RSK-01" is found with severity "info"
      And "RSK-03" is found with severity "info"
      And the verdict is "revise"

    Scenario: Staff that may be overburdened hold nobody up
      担当者の手に余るおそれだけでは、事業は止まらない
      Given the exemplary project
      And the project has no coordinator
      When the project is reviewed
      Then "CDR-05" is found with severity "info"
      And the verdict is "revise"
