Feature: The verdict
  Hold, no verdict yet, revise, or proceed. The ladder is ours: the article gives advice and passes no verdict on a
  project. The worst thing that remains decides; nothing is added up, and nothing is a promise of success.

  Rule: One blocker is enough to hold the project

    Scenario: A project in which nothing is wanting may proceed
      Given the exemplary project
      When the project is reviewed
      Then the verdict is "proceed"

    Scenario Outline: A single thing that the project cannot do without: <fact> is <value>
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
      Given the exemplary project
      And the company has declared nothing
      And there is no agreement
      When the project is reviewed
      Then "COM-01" is found with severity "blocker"
      And the verdict is "hold"

    Scenario: Whatever the answer is, one blocker or the other holds
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
      Given the exemplary project
      And the municipality does not understand the project
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      And the link to the local issue is forced
      When the project is reviewed
      Then "FIT-01" is found with severity "blocker"
      And the verdict is "hold"

    Scenario Outline: A city chosen for convenience holds the project while the choice is open (<phase>)
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
      Given the project is being prepared
      And the company works alone
      When the project is reviewed
      Then the verdict is "hold"
      And the verdict may still be anything from "hold" to "hold"
      And "commitment.declared" is asked

  Rule: Without the facts that a verdict needs there is none

    Scenario: Nothing is known
      Given a project about which nothing is known
      When the project is reviewed
      Then the verdict is "insufficient_information"
      And the verdict may still be anything from "hold" to "proceed"

    Scenario Outline: One fact that a verdict needs is missing (<fact>)
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
      Given the exemplary project
      And the declaration was made by an executive officer
      And "commitment.binding" is unknown
      When the project is reviewed
      Then the verdict is "insufficient_information"
      And "commitment.binding" is asked

    Scenario: While the city is being chosen, only the phase must be known
      Given the city is still being chosen
      And the company has declared nothing
      And there is no agreement
      When the project is reviewed
      Then "COM-01" is upcoming with severity "blocker"
      And "commitment.by" is not asked

    Scenario Outline: A capital that was not looked into may call for revision, and does not stop the project (<capital>)
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
      Given the exemplary project
      And the company has declared nothing
      And there is no agreement
      And "commitment.by" is unknown
      When the project is reviewed
      Then the verdict is "hold"
      And "commitment.by" is not asked

    Scenario: Nobody's agreement is asked for where there is no area to agree on
      Given the exemplary project
      And "overlap.defined" is false
      And "overlap.agreed_by_municipality" is unknown
      And "overlap.agreed_by_company" is unknown
      When the project is reviewed
      Then the verdict is "hold"

    Scenario: What is missing weighs more than an important point that is known
      Given the exemplary project
      And "project.success_criterion_stated" is false
      And "project.phase" is unknown
      When the project is reviewed
      Then "KPI-02" is found with severity "major"
      And the verdict is "insufficient_information"

    Scenario: What could at most call for revision leads to a question and holds nobody up
      Given the exemplary project
      And "overlap.agreed_by_municipality" is unknown
      When the project is reviewed
      Then the verdict is "proceed"
      And "overlap.agreed_by_municipality" is asked
      And the verdict may still be anything from "revise" to "proceed"

  Rule: An important point calls for revision, small points do not

    Scenario: One important point is open
      Given the exemplary project
      And "project.success_criterion_stated" is false
      When the project is reviewed
      Then "KPI-02" is found with severity "major"
      And the verdict is "revise"

    Scenario: A small point does not hold up a sound project
      Given the exemplary project
      And top management sees no danger in falling behind
      When the project is reviewed
      Then "COM-12" is found with severity "minor"
      And the verdict is "proceed"

    Scenario: Many small points do not add up to a large one
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
      Given the exemplary project
      And "city.population" is 1400000
      When the project is reviewed
      Then "SEL-09" is found with severity "info"
      And the verdict is "proceed"

    Scenario: Praise does not outweigh an important point
      Given the exemplary project
      And "project.success_criterion_stated" is false
      When the project is reviewed
      Then "SYN-03" is found
      And "FIT-13" is found
      And the verdict is "revise"

  Rule: What may follow never decides by itself

    Scenario: Words without acts call for revision, the distrust that may follow adds nothing
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
      Given the exemplary project
      And the project has no coordinator
      When the project is reviewed
      Then "CDR-05" is found with severity "info"
      And the verdict is "revise"
