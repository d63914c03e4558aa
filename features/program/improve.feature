Feature: The least change
  What is the least that must change for a better verdict? Facts that people cannot change stay as they are; of all sets
  of changes the least in effort is found, run, and told as steps. That a step is easy to write down does not make it
  easy to do: it is advice on where to start, never a way around the rules.

  Rule: What is found is the least, and it works

    Scenario: A project in which nothing is wanting has nothing to change
      Given the exemplary project
      When the least change for "proceed" is looked for
      Then nothing has to change

    Scenario: One decision is enough
      Given the exemplary project
      And "commitment.by" is middle_manager
      When the least change for "proceed" is looked for
      Then the steps are
        | fact          | from           | to  |
        | commitment.by | middle_manager | ceo |
      And the first step clears "COM-02"
      And the first step is for "company_top"
      And that nothing less does is proved
      And every way reaches "proceed" when the project is reviewed with it

    Scenario: A lower verdict needs less
      Given the exemplary project
      And "commitment.by" is middle_manager
      And "coordinator.present" is false
      When the least change for "revise" is looked for
      Then the steps are
        | fact          | from           | to  |
        | commitment.by | middle_manager | ceo |
      And every way reaches "revise" when the project is reviewed with it

    Scenario: Steps come in the order of the road map
      Given the exemplary project
      And "commitment.declared" is false
      And "agreement.status" is none
      And "field.trial_and_error_possible" is false
      When the least change for "proceed" is looked for
      Then the steps are
        | fact                           | from  | to   |
        | field.trial_and_error_possible | false | true |
        | commitment.declared            | false | true |

  Rule: What is unknown is found out, and what cannot be changed stays

    Scenario: An unknown fact that the verdict needs
      Given the exemplary project
      And "project.beneficiary_stated" is unknown
      When the least change for "proceed" is looked for
      Then the steps are
        | fact                       | from    | to   |
        | project.beneficiary_stated | unknown | true |
      And the first step is needed for a verdict

    Scenario: A project of which nothing is known
      Given a project about which nothing is known
      When the least change for "revise" is looked for
      Then every way reaches "revise" when the project is reviewed with it
      And that nothing less does is proved

    Scenario: A goal that nothing measures gets a KPI
      Given the exemplary project
      And "kpis" is []
      When the least change for "proceed" is looked for
      Then every way reaches "proceed" when the project is reviewed with it

  Rule: How certain it is, is told

    Scenario: The search stops at its limit and still shows a way
      Given a project about which nothing is known
      When the least change for "proceed" is looked for within 10 trials
      Then every way reaches "proceed" when the project is reviewed with it

    Scenario: The report says whose the weights are and what was considered
      Given the exemplary project
      And "commitment.by" is middle_manager
      When the least change for "proceed" is looked for
      Then the report says "These weights are ours."
      And the report says "No change of less effort leads there"
      And the report says "no promise of success"
      And the report in ja says "成功の約束ではありません"
