Feature: What became different
  Two reviews differ because the project changed, because the rules did, because a parameter was set otherwise, or because
  somebody answered a finding. Which of these it was is found by swapping them one at a time; the changes by cause add
  up to all changes.

  Rule: Every change has one cause, or is told as coming from several together

    Scenario: Nothing changed
      Given the exemplary project
      And it is kept as the old one
      When the two are compared
      Then nothing is different

    Scenario: The project changed
      Given the exemplary project
      And it is kept as the old one
      And "commitment.by" is middle_manager
      When the two are compared
      Then "COM-02" came, because of "project"
      And the verdict went from "proceed" to "hold", because of "project"
      And the facts that changed are
        | fact          | old | new            |
        | commitment.by | ceo | middle_manager |

    Scenario: The project reaches the phase in which a finding counts
      Given the exemplary project
      And "coordinator.present" is false
      And "project.phase" is idea
      And it is kept as the old one
      And "project.phase" is preparation
      When the two are compared
      Then "CDR-01" became due, because of "project"

    Scenario: The project goes back to a phase in which a finding does not count yet
      Given the exemplary project
      And "coordinator.present" is false
      And "project.phase" is preparation
      And it is kept as the old one
      And "project.phase" is idea
      When the two are compared
      Then "CDR-01" is still to come again, because of "project"

    Scenario: A fact that is not known any more
      Given the exemplary project
      And "coordinator.present" is false
      And it is kept as the old one
      And "coordinator.present" is unknown
      When the two are compared
      Then "CDR-01" went, because of "project"
      And "CDR-01" cannot be told now

    Scenario: A parameter changed
      Given the exemplary project
      And it is kept as the old one
      And the parameter "min_running_seeds" is 50
      When the two are compared
      Then every change is because of "parameters"
      And something changed

    Scenario: A rule changed
      Given the exemplary project
      And "coordinator.present" is false
      And it is kept as the old one
      And the rule "CDR-01" is minor
      When the two are compared
      Then "CDR-01" went from "major" to "minor", because of "rules"
      And the verdict went from "revise" to "proceed", because of "rules"

    Scenario: A finding was accepted
      Given the exemplary project
      And "coordinator.present" is false
      And it is kept as the old one
      And "CDR-01" is accepted
      When the two are compared
      Then "CDR-01" went, because of "waivers"
      And the verdict went from "revise" to "proceed", because of "waivers"

    Scenario: A postponement came to its end
      Given the exemplary project
      And "coordinator.present" is false
      And "CDR-01" is postponed until "2026-11-30"
      And it is kept as the old one
      And the new date is "2026-12-01"
      When the two are compared
      Then "CDR-01" came, because of "date"

    Scenario: Two parts only together
      Given the exemplary project
      And it is kept as the old one
      And "coordinator.present" is false
      And the rule "CDR-01" is minor
      When the two are compared
      Then "CDR-01" came, because of "project" and "rules" together

    Scenario: The changes by cause add up to all changes
      Given the exemplary project
      And it is kept as the old one
      And "commitment.by" is middle_manager
      And "coordinator.present" is false
      And "COM-02" is accepted
      And the parameter "min_running_seeds" is 50
      And the rule "CDR-01" is minor
      When the two are compared
      Then the changes by cause add up to all changes

  Rule: Of saved assessments only that is told which cannot be otherwise

    Scenario: The same file with other rules
      Given the exemplary project
      And "coordinator.present" is false
      And it is kept as the old one
      And the rule "CDR-01" is minor
      When the two saved assessments are compared
      Then "CDR-01" went from "major" to "minor", because of "rules"

    Scenario: Another file and other rules
      Given the exemplary project
      And "coordinator.present" is false
      And it is kept as the old one
      And "commitment.by" is middle_manager
      And the rule "CDR-01" is minor
      When the two saved assessments are compared
      Then "CDR-01" went from "major" to "minor", because of "unknown"
      And the report says "cannot be told apart"

    Scenario: An accepted finding is told from a cleared one
      Given the exemplary project
      And "coordinator.present" is false
      And "commitment.by" is middle_manager
      And it is kept as the old one
      And "CDR-01" is accepted
      And "commitment.by" is ceo
      When the two saved assessments are compared
      Then "CDR-01" went, because of "waivers"
      And "COM-02" went, because of "project"
