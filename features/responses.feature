Feature: What people decide about findings
  A finding is advice. Who is to put it right, and by when, may be planned; then it stays until it is put right. Whoever is
  responsible may also accept it, postpone it or mark it as not applicable, with a reason, a name and a date. Then it leaves
  the list of what to do, stays in the memo in a section of its own, and comes back when its time is over or when the facts
  that it rested on have changed.

  Every project here is the exemplary one, in which nothing is to be found, except for what a scenario states.

  Rule: What was decided is set aside and no longer weighs on the verdict

    Scenario: Nothing was decided
      Given the exemplary project
      And the project has no coordinator
      When the project is reviewed
      Then "CDR-01" is found
      And the verdict is "revise"

    Scenario: The finding was accepted
      Given the exemplary project
      And the project has no coordinator
      And the finding "CDR-01" was accepted by "Head of planning" on 2026-11-02 because "One starts in April."
      When the project is reviewed
      Then "CDR-01" is set aside
      And "CDR-01" is not found
      And the verdict is "proceed"

    Scenario: The finding does not apply here
      Given the exemplary project
      And the project has no coordinator
      And the finding "CDR-01" was marked as not applicable by "Head of planning" on 2026-11-02 because "Two people share the task."
      When the project is reviewed
      Then "CDR-01" is set aside
      And the verdict is "proceed"

    Scenario: Even what stops a project can be accepted by a person with a name
      Given the exemplary project
      And the company has declared nothing
      And there is no agreement
      And the finding "COM-01" was accepted by "The mayor" on 2026-11-02 because "The declaration is in print."
      When the project is reviewed
      Then "COM-01" is set aside
      And "RSK-01" is found

    Scenario: What was decided about one finding says nothing about another
      Given the exemplary project
      And the project has no coordinator
      And the top has not visited the city
      And the finding "CDR-01" was accepted by "Head of planning" on 2026-11-02 because "One starts in April."
      When the project is reviewed
      Then "CDR-01" is set aside
      And "COM-05" is found

  Rule: A postponement holds up to its last day

    Scenario Outline: Postponed until the end of March, reviewed on <day>
      Given the exemplary project
      And the project has no coordinator
      And the finding "CDR-01" was postponed until 2027-03-31 by "Head of planning" on 2026-11-02 because "After the election."
      And the day of the review is <day>
      When the project is reviewed
      Then "CDR-01" is set aside

      Examples:
        | day        |
        | 2026-11-02 |
        | 2027-03-30 |
        | 2027-03-31 |

    Scenario: The day after, the finding is back
      Given the exemplary project
      And the project has no coordinator
      And the finding "CDR-01" was postponed until 2027-03-31 by "Head of planning" on 2026-11-02 because "After the election."
      And the day of the review is 2027-04-01
      When the project is reviewed
      Then "CDR-01" is found
      And the decision about "CDR-01" has lapsed
      And the verdict is "revise"

  Rule: A decision rests on the facts as they were

    Scenario: Nothing has changed since
      Given the exemplary project
      And the project has no coordinator
      And the finding "CDR-01", as it stands, was accepted by "Head of planning" on 2026-11-02 because "One starts in April."
      When the project is reviewed
      Then "CDR-01" is set aside

    Scenario: A fact that the finding does not rest on has changed
      Given the exemplary project
      And the project has no coordinator
      And the finding "CDR-01", as it stands, was accepted by "Head of planning" on 2026-11-02 because "One starts in April."
      And the top has not visited the city
      When the project is reviewed
      Then "CDR-01" is set aside

    Scenario: A fact that the finding rests on has changed
      Given the exemplary project
      And the declaration looks to the short term
      And the finding "COM-03", as it stands, was accepted by "Head of planning" on 2026-11-02 because "It is a pilot."
      And the declaration does not say for how long
      When the project is reviewed
      Then "COM-03" is found
      And the decision about "COM-03" no longer fits the facts

  Rule: A decision about one organisation leaves the others alone

    Background:
      Given the exemplary project
      And in "univ" nobody has been found to carry the project
      And in "city" nobody has been found to carry the project

    Scenario: Accepted for the university only
      Given the finding "ORG-06" about "organisations/univ" was accepted by "Project lead" on 2026-11-02 because "She starts in May."
      When the project is reviewed
      Then "ORG-06" is set aside for "organisations/univ"
      And "ORG-06" is found for "organisations/city"

    Scenario: Accepted for every organisation
      Given the finding "ORG-06" was accepted by "Project lead" on 2026-11-02 because "Both are being looked for."
      When the project is reviewed
      Then "ORG-06" is set aside for "organisations/univ"
      And "ORG-06" is set aside for "organisations/city"

  Rule: A decision about something that is not found is told, so that somebody can take it out

    Scenario: The finding has been put right since
      Given the exemplary project
      And the finding "CDR-01" was accepted by "Head of planning" on 2026-11-02 because "One starts in April."
      When the project is reviewed
      Then the decision about "CDR-01" is about nothing
      And the verdict is "proceed"

    Scenario: The code was given up since
      Given the exemplary project
      And the finding "RSK-04" was accepted by "Head of planning" on 2026-11-02 because "The trial has a next step."
      When the project is reviewed
      Then the decision about "RSK-04" is about nothing
      And the verdict is "proceed"

  Rule: A plan says who puts a finding right by when, and leaves it where it is

    Background:
      Given the exemplary project
      And the project has no coordinator
      And the finding "CDR-01" is for "Head of planning" to put right by 2027-03-31

    Scenario: It is planned, and weighs on the verdict as before
      When the project is reviewed
      Then "CDR-01" is found
      And the decision about "CDR-01" is planned
      And the verdict is "revise"

    Scenario: On its last day it is not late yet
      Given the day of the review is 2027-03-31
      When the project is reviewed
      Then the decision about "CDR-01" is planned

    Scenario: The day is over and nothing was put right
      Given the day of the review is 2027-04-01
      When the project is reviewed
      Then "CDR-01" is found
      And the decision about "CDR-01" is overdue

    Scenario: It was put right
      Given the project has a coordinator
      And the day of the review is 2027-04-01
      When the project is reviewed
      Then "CDR-01" is not found
      And the decision about "CDR-01" is about nothing
      And the verdict is "proceed"
