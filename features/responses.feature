Feature: What people decide about findings
  指摘について人が決めること

  A finding is advice. Who is to put it right, and by when, may be planned; then it stays until it is put right. Whoever is
  responsible may also accept it, postpone it or mark it as not applicable, with a reason, a name and a date. Then it leaves
  the list of what to do, stays in the memo in a section of its own, and comes back when its time is over or when the facts
  that it rested on have changed.

  Every project here is the exemplary one, in which nothing is to be found, except for what a scenario states.

  指摘は助言です。誰がいつまでに直すかを予定にすることができ、その場合は、直るまで指摘として残ります。
  責任を持つ人は、理由と氏名と日付を添えて、受け入れる、先送りする、対象外とする、のいずれかを選ぶこともできます。
  その指摘は直すことの一覧から外れ、メモの別の節に残ります。
  期限が過ぎたとき、または元になった事実が変わったときには、指摘に戻ります。

  どの事業も、シナリオに書かれた点を除けば、指摘の一つもない模範となる事業です。

  Rule: What was decided is set aside and no longer weighs on the verdict
    決めたことは別に示し、判定には数えない

    Scenario: Nothing was decided
      何も決めていない
      Given the exemplary project
      And the project has no coordinator
      When the project is reviewed
      Then "CDR-01" is found
      And the verdict is "revise"

    Scenario: The finding was accepted
      指摘を受け入れている
      Given the exemplary project
      And the project has no coordinator
      And the finding "CDR-01" was accepted by "Head of planning" on 2026-11-02 because "One starts in April."
      When the project is reviewed
      Then "CDR-01" is set aside
      And "CDR-01" is not found
      And the verdict is "proceed"

    Scenario: The finding does not apply here
      指摘を対象外としている
      Given the exemplary project
      And the project has no coordinator
      And the finding "CDR-01" was marked as not applicable by "Head of planning" on 2026-11-02 because "Two people share the task."
      When the project is reviewed
      Then "CDR-01" is set aside
      And the verdict is "proceed"

    Scenario: Even what stops a project can be accepted by a person with a name
      事業を止める指摘も、氏名を示した人が受け入れることができる
      Given the exemplary project
      And the company has declared nothing
      And there is no agreement
      And the finding "COM-01" was accepted by "The mayor" on 2026-11-02 because "The declaration is in print."
      When the project is reviewed
      Then "COM-01" is set aside
      And "RSK-01" is found

    Scenario: What was decided about one finding says nothing about another
      一つの指摘について決めたことは、ほかの指摘に及ばない
      Given the exemplary project
      And the project has no coordinator
      And the top has not visited the city
      And the finding "CDR-01" was accepted by "Head of planning" on 2026-11-02 because "One starts in April."
      When the project is reviewed
      Then "CDR-01" is set aside
      And "COM-05" is found

  Rule: A postponement holds up to its last day
    先送りは、期限の当日まで有効とする

    Scenario Outline: Postponed until the end of March, reviewed on <day>
      3月末まで先送りし、<day>に確かめる
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
      期限の翌日には、指摘に戻る
      Given the exemplary project
      And the project has no coordinator
      And the finding "CDR-01" was postponed until 2027-03-31 by "Head of planning" on 2026-11-02 because "After the election."
      And the day of the review is 2027-04-01
      When the project is reviewed
      Then "CDR-01" is found
      And the decision about "CDR-01" has lapsed
      And the verdict is "revise"

  Rule: A decision rests on the facts as they were
    決めたことは、そのときの事実に基づく

    Scenario: Nothing has changed since
      その後、何も変わっていない
      Given the exemplary project
      And the project has no coordinator
      And the finding "CDR-01", as it stands, was accepted by "Head of planning" on 2026-11-02 because "One starts in April."
      When the project is reviewed
      Then "CDR-01" is set aside

    Scenario: A fact that the finding does not rest on has changed
      指摘の元になっていない事実が変わっている
      Given the exemplary project
      And the project has no coordinator
      And the finding "CDR-01", as it stands, was accepted by "Head of planning" on 2026-11-02 because "One starts in April."
      And the top has not visited the city
      When the project is reviewed
      Then "CDR-01" is set aside

    Scenario: A fact that the finding rests on has changed
      指摘の元になった事実が変わっている
      Given the exemplary project
      And the declaration looks to the short term
      And the finding "COM-03", as it stands, was accepted by "Head of planning" on 2026-11-02 because "It is a pilot."
      And the declaration does not say for how long
      When the project is reviewed
      Then "COM-03" is found
      And the decision about "COM-03" no longer fits the facts

  Rule: A decision about one organisation leaves the others alone
    一つの組織について決めたことは、ほかの組織に及ばない

    Background:
      Given the exemplary project
      And in "univ" nobody has been found to carry the project
      And in "city" nobody has been found to carry the project

    Scenario: Accepted for the university only
      大学についてだけ受け入れている
      Given the finding "ORG-06" about "organisations/univ" was accepted by "Project lead" on 2026-11-02 because "She starts in May."
      When the project is reviewed
      Then "ORG-06" is set aside for "organisations/univ"
      And "ORG-06" is found for "organisations/city"

    Scenario: Accepted for every organisation
      すべての組織について受け入れている
      Given the finding "ORG-06" was accepted by "Project lead" on 2026-11-02 because "Both are being looked for."
      When the project is reviewed
      Then "ORG-06" is set aside for "organisations/univ"
      And "ORG-06" is set aside for "organisations/city"

  Rule: A decision about something that is not found is told, so that somebody can take it out
    指摘がなくなった後も残る決定は、取り除けるように知らせる

    Scenario: The finding has been put right since
      指摘された点が、その後直っている
      Given the exemplary project
      And the finding "CDR-01" was accepted by "Head of planning" on 2026-11-02 because "One starts in April."
      When the project is reviewed
      Then the decision about "CDR-01" is about nothing
      And the verdict is "proceed"

    Scenario: The code was given up since
      コードが、その後廃止されている
      Given the exemplary project
      And the finding "RSK-04" was accepted by "Head of planning" on 2026-11-02 because "The trial has a next step."
      When the project is reviewed
      Then the decision about "RSK-04" is about nothing
      And the verdict is "proceed"

  Rule: A plan says who puts a finding right by when, and leaves it where it is
    予定は、誰がいつまでに直すかを示すもので、指摘はそのまま残る

    Background:
      Given the exemplary project
      And the project has no coordinator
      And the finding "CDR-01" is for "Head of planning" to put right by 2027-03-31

    Scenario: It is planned, and weighs on the verdict as before
      予定があっても、判定には変わらず数える
      When the project is reviewed
      Then "CDR-01" is found
      And the decision about "CDR-01" is planned
      And the verdict is "revise"

    Scenario: On its last day it is not late yet
      期限の当日は、まだ遅れではない
      Given the day of the review is 2027-03-31
      When the project is reviewed
      Then the decision about "CDR-01" is planned

    Scenario: The day is over and nothing was put right
      期限が過ぎても、直っていない
      Given the day of the review is 2027-04-01
      When the project is reviewed
      Then "CDR-01" is found
      And the decision about "CDR-01" is overdue

    Scenario: It was put right
      予定どおりに直っている
      Given the project has a coordinator
      And the day of the review is 2027-04-01
      When the project is reviewed
      Then "CDR-01" is not found
      And the decision about "CDR-01" is about nothing
      And the verdict is "proceed"
