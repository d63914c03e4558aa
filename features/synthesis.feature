Feature: How one thing leads to another
  What is missing at the beginning shows up later: without a commitment no trust, without trust no data, then a trial in
  form only, and in the end the project fades. These are warnings of what may follow, never findings of what is, and
  what has been observed weighs more than any warning.

  Nothing is known about the project except what a scenario states.

  @RSK-01
  Rule: Without a commitment there may be no trust

    Scenario: Nobody has committed the company
      Given the company has declared nothing
      When the project is reviewed
      Then "RSK-01" is found with severity "info"
      And "RSK-01" is told as following from "COM-01"

    Scenario: A middle manager has declared it
      Given the company has declared its commitment
      And the declaration was made by a middle manager
      When the project is reviewed
      Then "RSK-01" is told as following from "COM-02"

    Scenario: The CEO has declared it, and nothing was done
      Given the company has declared its commitment
      And the declaration was made by the CEO
      And nothing has been done to show the commitment
      When the project is reviewed
      Then "RSK-01" is told as following from "COM-11"
      And "trust" is "at_risk"

    Scenario: The CEO has declared it, and everything was done
      Given the exemplary project
      When the project is reviewed
      Then "RSK-01" is not found
      And "commitment.demonstration" is "full"
      And "trust" is "ok"

    Scenario: Nothing was done, and nobody knows whether anything was declared
      Given nothing has been done to show the commitment
      When the project is reviewed
      Then "RSK-01" cannot be told yet
      And "trust" is undetermined

    Scenario: A middle manager may have declared it, or nobody
      Given the declaration was made by a middle manager
      But it is not known whether the company has declared its commitment
      When the project is reviewed
      Then "commitment.at_top" is undetermined
      And "trust" is undetermined

    Scenario: The CEO has declared it, and came
      Given the company has declared its commitment
      And the declaration was made by the CEO
      And the top has visited the city
      When the project is reviewed
      Then "RSK-01" is not found
      And "trust" is "ok"

    Scenario: Nobody knows who declared it
      Given the company has declared its commitment
      And the top has visited the city
      When the project is reviewed
      Then "RSK-01" cannot be told yet
      And "commitment.by" is asked
      And "trust" is undetermined

  @RSK-02
  Rule: Without trust there may be no data

    Scenario: No commitment, no trust, no data
      Given the company has declared nothing
      And the project needs data from citizens or local parties
      When the project is reviewed
      Then "RSK-02" is found with severity "info"
      And "RSK-02" is told as following from "COM-01"
      And "data_sharing" is "at_risk"

    Scenario: A digital project probably needs data
      Given the company has declared nothing
      And the project uses digital technology
      When the project is reviewed
      Then "RSK-02" is found

    Scenario: A digital project that needs no data from citizens
      Given the company has declared nothing
      And the project uses digital technology
      And the project needs no data from citizens or local parties
      When the project is reviewed
      Then "RSK-02" is not found
      And "data_sharing" is undetermined

    Scenario: An agreement in hand weighs more than the warning
      Given the company has declared nothing
      And the project needs data from citizens or local parties
      And sharing the data has been agreed
      When the project is reviewed
      Then "RSK-02" is not found
      And "data_sharing" is "ok"
      And "RSK-01" is found

    Scenario: Nobody knows whether the project needs data
      Given the company has declared nothing
      When the project is reviewed
      Then "RSK-02" cannot be told yet
      And "data.needs_citizen_data" is asked
      And "data_sharing" is undetermined

  @RSK-03
  Rule: Without trust a trial may be for show, and the project may fade

    Scenario Outline: Nothing is declared (<phase>)
      Given the company has declared nothing
      And <phase>
      When the project is reviewed
      Then "RSK-03" is found with severity "info"
      And "RSK-03" is told as following from "COM-01"
      And "poc_formality" is "at_risk"

      Examples:
        | phase                          |
        | the project is being prepared  |
        | the project has been launched  |

    Scenario Outline: While there is no city yet, the warning is for later (<phase>)
      Given the company has declared nothing
      And <phase>
      When the project is reviewed
      Then "RSK-03" is upcoming with severity "info"
      And "poc_formality" is "at_risk"

      Examples:
        | phase                          |
        | the project is still an idea   |
        | the city is still being chosen |

    Scenario: A declaration for the short term only
      Given the exemplary project
      And the project has been launched
      And the declaration looks to the short term
      When the project is reviewed
      Then "RSK-03" is found with severity "info"
      And "RSK-03" is told as following from "COM-03"
      And "RSK-01" is not found

    Scenario: A project that is scaling up has passed its trials
      Given the exemplary project
      And the project is scaling up
      And the declaration looks to the short term
      When the project is reviewed
      Then "RSK-03" is not found

    Scenario: Nobody has said how far the project is
      Given the company has declared nothing
      When the project is reviewed
      Then "RSK-03" is found

    Scenario: A project that is scaling up is beyond that
      Given the company has declared nothing
      And the project is scaling up
      When the project is reviewed
      Then "RSK-03" is not found
      And "poc_formality" is undetermined

    Scenario: Where there is trust, there is no such danger
      Given the exemplary project
      When the project is reviewed
      Then "RSK-03" is not found

    Scenario: Nobody knows whether anything was declared
      Given the project has been launched
      When the project is reviewed
      Then "RSK-03" cannot be told yet
      And "commitment.declared" is asked

  @COM-10 @RSK-02 @RSK-03
  Rule: Every warning names what brings it about

    Scenario: Nothing is declared
      Given the company has declared nothing
      When the project is reviewed
      Then "COM-10" is told as following from "COM-01"

    Scenario: A middle manager's word
      Given the company has declared its commitment
      And the declaration was made by a middle manager
      And the project needs data from citizens or local parties
      When the project is reviewed
      Then "COM-10" is told as following from "COM-02"
      And "RSK-02" is told as following from "COM-02"
      And "RSK-03" is told as following from "COM-02"

    Scenario: Words without acts
      Given the company has declared its commitment
      And nothing has been done to show the commitment
      And the project needs data from citizens or local parties
      When the project is reviewed
      Then "RSK-02" is told as following from "COM-11"
      And "RSK-03" is told as following from "COM-11"

  Rule: The whole chain is told at once

    Scenario: A digital project without a declaration
      Given the company has declared nothing
      And the project is being prepared
      And the project uses digital technology
      And the project needs data from citizens or local parties
      When the project is reviewed
      Then "COM-01" is found with severity "blocker"
      And "COM-10" is found
      And "RSK-01" is found
      And "RSK-02" is found
      And "RSK-03" is found
      And the verdict is "hold"

    Scenario: The same project with the CEO's word, shown by a visit
      Given the company has declared its commitment
      And the declaration was made by the CEO
      And the declaration looks to the mid to long term
      And the top has visited the city
      And the project is being prepared
      And the project uses digital technology
      And the project needs data from citizens or local parties
      When the project is reviewed
      Then "COM-01" is not found
      And "COM-10" is not found
      And "RSK-01" is not found
      And "RSK-02" is not found
      And "RSK-03" is not found

  @RSK-05
  Rule: One organisation that nobody carries may stop them all

    Scenario: Nobody carries the project in the university
      Given the exemplary project
      And in "univ" nobody has been found to carry the project
      When the project is reviewed
      Then "RSK-05" is found with severity "info"
      And "RSK-05" is told as following from "ORG-06"
      And "stall" is "at_risk"

    Scenario: Somebody was named in the university and does not want to
      Given the exemplary project
      And the person named in "univ" has no will of their own
      When the project is reviewed
      Then "RSK-05" is told as following from "ORG-07"

    Scenario: Everybody is carried
      Given the exemplary project
      When the project is reviewed
      Then "RSK-05" is not found
      And "stall" is undetermined

    Scenario: A name is known, a will is not
      Given the exemplary project
      And "organisations/univ.champion_willing" is unknown
      When the project is reviewed
      Then "RSK-05" cannot be told yet
      And "organisations[].champion_willing" is asked about "organisations/univ"

  @SYN-01
  Rule: The steps build on each other

    Scenario: KPIs without a common area
      Given "overlap.defined" is false
      And the KPI "users" serves "tourism"
      When the project is reviewed
      Then "SYN-01" is found with severity "minor"
      And "step_order" is "violated"

    Scenario: Themes without a common area
      Given "overlap.defined" is false
      And the theme "campaign" improves "users"
      When the project is reviewed
      Then "SYN-01" is found

    Scenario: A common area without a strategy
      Given "overlap.defined" is true
      And "strategy.defined" is false
      When the project is reviewed
      Then "SYN-01" is found

    Scenario Outline: Without a strategy a plan comes too early, whether there is an area or not (<area>)
      Given "strategy.defined" is false
      And "overlap.defined" is <area>
      And the KPI "users" serves "tourism"
      When the project is reviewed
      Then "SYN-01" is found

      Examples:
        | area    |
        | true    |
        | false   |
        | unknown |

    Scenario Outline: At work in the city, and nothing is declared: <phase>
      Given <phase>
      And the company has declared nothing
      When the project is reviewed
      Then "SYN-01" is found

      Examples:
        | phase                         |
        | the project has been launched |
        | the project is scaling up     |

    Scenario: Without KPIs and themes there is no step that came too early
      Given "overlap.defined" is false
      And "kpis" is []
      And "themes" is []
      And the project is being prepared
      And the company has declared nothing
      When the project is reviewed
      Then "SYN-01" is not found

    Scenario: Before there is a common area, a strategy may still follow
      Given "overlap.defined" is false
      And "strategy.defined" is false
      And "kpis" is []
      And "themes" is []
      And the project is still an idea
      When the project is reviewed
      Then "SYN-01" is not found

    Scenario: A plan that comes before its strategy, while there is only an idea
      Given the project is still an idea
      And "strategy.defined" is false
      And the KPI "users" serves "tourism"
      When the project is reviewed
      Then "SYN-01" is upcoming with severity "minor"

    Scenario: Going back and forth is normal
      Given the exemplary project
      And in "univ" nobody has been found to carry the project
      And the project has no coordinator
      When the project is reviewed
      Then "SYN-01" is not found

    Scenario: One step after the other
      Given the exemplary project
      When the project is reviewed
      Then "SYN-01" is not found
      And "step_order" is undetermined

    Scenario: Nobody has said whether there is a strategy
      Given "overlap.defined" is true
      When the project is reviewed
      Then "SYN-01" cannot be told yet
      And "strategy.defined" is asked

  @SYN-03
  Rule: Where all four parts work together, value comes easily

    Scenario: Several ideas, gates, the spiral, and partners who see it the same way
      Given the exemplary project
      When the project is reviewed
      Then "SYN-03" is found with severity "info"
      And "city_innovation_managed" is "yes"

    Scenario Outline: One part does not work: <fact> is <value>
      Given the exemplary project
      And "<fact>" is <value>
      When the project is reviewed
      Then "SYN-03" is not found
      And "city_innovation_managed" is "no"

      Examples:
        | fact                                | value     |
        | stage_gate.used                     | false     |
        | stage_gate.on_fail                  | continue  |
        | stage_gate.on_fail                  | undefined |
        | stage_gate.applied                  | false     |
        | stage_gate.gates                    | []        |
        | portfolio.all_run_to_end            | true      |
        | stage_gate.gates/to-scale.criteria  | []        |
        | spiral.quick_trials                 | false     |
        | spiral.issues_extracted             | false     |
        | spiral.feedback_applied             | false     |
        | spiral.model_improved               | false     |
        | spiral.scaled_and_repeated          | false     |
        | portfolio.view_shared_with_partners | false     |

    Scenario Outline: Too few ideas: running <running>, outlook <outlook>
      Given the exemplary project
      And the seeds:
        | id     | running   | outlook   |
        | sensor | <running> | <outlook> |
      When the project is reviewed
      Then "city_innovation_managed" is "no"

      Examples:
        | running | outlook |
        | true    | unclear |
        | true    | clear   |
        | false   | unclear |

    Scenario: An idea that fails a gate may as well be stopped
      Given the exemplary project
      And "stage_gate.on_fail" is stop
      When the project is reviewed
      Then "city_innovation_managed" is "yes"

    Scenario Outline: Nobody is praised as long as one part is not known: <fact>
      Given the exemplary project
      And "<fact>" is unknown
      When the project is reviewed
      Then "SYN-03" cannot be told yet
      And "<fact>" is asked
      And "city_innovation_managed" is undetermined

      Examples:
        | fact                                |
        | portfolio.seeds                     |
        | stage_gate.used                     |
        | stage_gate.on_fail                  |
        | stage_gate.applied                  |
        | portfolio.all_run_to_end            |
        | spiral.quick_trials                 |
        | spiral.issues_extracted             |
        | spiral.feedback_applied             |
        | spiral.model_improved               |
        | spiral.scaled_and_repeated          |
        | portfolio.view_shared_with_partners |

    Scenario: Gates that nobody has described do not count as gates with criteria
      Given the exemplary project
      And "stage_gate.gates" is unknown
      When the project is reviewed
      Then "SYN-03" cannot be told yet
      And "stage_gate.gates" is asked
      And "city_innovation_managed" is undetermined

  @SYN-04
  Rule: Recognition is earned before it is claimed

    Scenario Outline: Recognition is claimed without <ground>
      Given "project.claims_local_recognition" is true
      And "<fact>" is false
      When the project is reviewed
      Then "SYN-04" is found with severity "minor"

      Examples:
        | ground                                    | fact                                    |
        | an issue of the city having been eased    | project.city_issue_solved_evidence      |
        | new business growing more easily than before | project.ecosystem_strengthened_evidence |

    Scenario: Recognition is claimed on both grounds
      Given "project.claims_local_recognition" is true
      And "project.city_issue_solved_evidence" is true
      And "project.ecosystem_strengthened_evidence" is true
      When the project is reviewed
      Then "SYN-04" is not found

    Scenario: Nobody asks for proof of what nobody claims
      Given "project.claims_local_recognition" is false
      When the project is reviewed
      Then "SYN-04" is not found
      And "project.city_issue_solved_evidence" is not asked

    Scenario Outline: Half of it does not make an early claim: <fact> is <value>
      Given "<fact>" is <value>
      When the project is reviewed
      Then "SYN-04" cannot be told yet

      Examples:
        | fact                                    | value |
        | project.city_issue_solved_evidence      | false |
        | project.ecosystem_strengthened_evidence | false |
        | project.claims_local_recognition        | true  |

    Scenario: Nobody has said whether an issue was eased
      Given "project.claims_local_recognition" is true
      And "project.ecosystem_strengthened_evidence" is true
      When the project is reviewed
      Then "SYN-04" cannot be told yet
      And "project.city_issue_solved_evidence" is asked

  @SYN-05
  Rule: There is no model to copy

    Scenario: The plan copies a success from elsewhere
      Given "project.relies_on_ready_made_model" is true
      When the project is reviewed
      Then "SYN-05" is found with severity "minor"

    Scenario: The plan goes its own way
      Given "project.relies_on_ready_made_model" is false
      When the project is reviewed
      Then "SYN-05" is not found

    Scenario: Nobody has said where the plan comes from
      Given a project about which nothing is known
      When the project is reviewed
      Then "SYN-05" cannot be told yet
      And "project.relies_on_ready_made_model" is asked

  @SYN-06
  Rule: Somebody pays once the trial is over

    Scenario: Nobody does yet
      Given "operation.payer_after_trial" is nobody_yet
      When the project is reviewed
      Then "SYN-06" is found with severity "info"

    Scenario: Nobody does yet, and that decides nothing
      Given the exemplary project
      And "operation.payer_after_trial" is nobody_yet
      When the project is reviewed
      Then "SYN-06" is found with severity "info"
      And the verdict is "proceed"

    Scenario: Before the city is chosen it is what comes next
      Given "operation.payer_after_trial" is nobody_yet
      And the city is still being chosen
      When the project is reviewed
      Then "SYN-06" is upcoming with severity "info"

    Scenario Outline: Somebody does (<who>)
      Given "operation.payer_after_trial" is <who>
      When the project is reviewed
      Then "SYN-06" is not found

      Examples:
        | who          |
        | company      |
        | municipality |
        | users        |

    Scenario: Nobody has said who does
      Given a project about which nothing is known
      When the project is reviewed
      Then "SYN-06" cannot be told yet
      And "operation.payer_after_trial" is asked
