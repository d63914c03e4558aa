Feature: The interview
  A person answers questions in a terminal and never has to open the project file. Only what can still change the advice
  is asked; every answer is in the file before the next question is shown. Unknown is an answer like any other.

  Rule: The order stays, and a topic that was begun is finished

    Scenario: The project is named and framed first
      Given no project file
      When a person answers
        """
        Watch over the elderly
        3
        Imaginary City
        120,000
        yes
        """
      Then the questions were, in this order
        | project.name           |
        | project.phase          |
        | city.name              |
        | city.population        |
        | project.uses_digital   |
        | commitment.declared    |
      And the file says "project.phase" is "preparation"
      And the file says "city.population" is 120000
      And the file says "project.uses_digital" is true

    Scenario: An answer never moves what was asked before
      Given a project file that is framed
      When a person answers
        """
        1
        2
        1
        b
        b
        b
        """
      Then the questions were, in this order
        | commitment.declared        |
        | commitment.by              |
        | project.origin             |
        | project.beneficiary_stated |
        | project.origin             |
        | commitment.by              |
        | commitment.declared        |

    Scenario: A topic is finished even where an answer makes an earlier one matter
      Given a project file in which a verdict lacks nothing
      When a person answers
        """
        City hall
        municipality
        """
      Then the last question asks for "organisations[].involved"

  Rule: What a verdict needs is asked first

    Scenario: What a verdict needs is asked first, and no verdict is promised while other answers could stop the project
      Given a project file that is framed
      When a person answers
        """
        yes
        ceo
        4
        yes
        yes
        u
        u
        """
      Then the questions were, in this order
        | commitment.declared                |
        | commitment.by                      |
        | project.origin                     |
        | project.beneficiary_stated         |
        | project.success_criterion_stated   |
      And the screen shows "1 What a verdict needs  (1/5;"
      And the screen shows "1 What a verdict needs  (5/5;"
      But the screen does not show "A verdict can be given now"

    Scenario: A verdict can be given as soon as no missing answer could stop the project, and that is said once
      Given the example "exemplary"
      And "commitment.by" is null in it
      And "project.origin" is null in it
      And "company.sense_of_crisis" is null in it
      When a person answers
        """
        ceo
        4
        """
      Then the screen shows "A verdict can be given now; go on for better advice, or q." once

    Scenario: Nobody is told that a verdict can be given while what it needs is unknown
      Given a project file that is framed
      When a person answers "u" to everything
      Then the screen does not show "A verdict can be given now"

    Scenario: Who comes back to a file that has all a verdict needs is not told again
      Given a project file in which a verdict lacks nothing
      When the person comes back
      Then the screen does not show "A verdict can be given now"

    Scenario: That no verdict can be given without an answer is the first reason
      Given a project file that is framed
      When the person comes back
      Then the screen shows "without this no verdict can be given" before "raises COM-01 (blocker)"

  Rule: A question is asked only while one of its answers changes something

    Scenario Outline: Nothing is asked about a person of whom nobody can say yet who it is
      Given a project file in which a verdict lacks nothing
      And "organisations" is [{"id": "hall", "kind": "municipality", "involved": true, "role_defined": true, "incentive_defined": true, "in_plan": true}] in it
      When a person answers "u" until "organisations[].champion_identified" is asked, and then
        """
        <answer>
        u
        u
        """
      Then "organisations[].champion_interest" <happens>

      Examples:
        | answer | happens       |
        | l      | was not asked |
        | u      | was not asked |
        | yes    | was asked     |

    Scenario: Nothing is asked about the top's support after the launch before there was one
      Given a project file that is framed
      When a person answers "u" to everything
      Then "top.active_after_launch" was not asked
      But "top.visited_site" was asked

    Scenario: Where the coordinator comes from is not asked where there is none
      Given a project file that is framed
      And "coordinator.present" is false in it
      When a person answers "u" to everything
      Then "coordinator.location" was not asked

    Scenario: Nothing is left to ask about a project in which all is known
      Given the example "exemplary"
      When a person answers
        """
        """
      Then the screen shows "No answer to any further question can change the advice"
      And the file is as it was

    Scenario: Once everything was asked, what is still open is told
      Given a project file that is framed
      When a person answers "u" to everything
      Then the screen shows "Everything was asked. What is not known yet can still change the advice"
      And the exit code is 0

  Rule: Why a question is asked comes from the rules

    Scenario: The finding that an answer raises is named, with its severity and the section of the article
      Given a project file that is framed
      When a person answers
        """
        yes
        """
      Then the screen shows "division head, middle manager or staff member: raises COM-02 (blocker)"
      And the screen shows "article IV.1 (G167)"
      And the screen shows "the verdict becomes"

    Scenario: What every answer does is told when one asks
      Given a project file that is framed
      When a person answers
        """
        yes
        w
        """
      Then the screen shows "CEO or board of directors:"
      And the screen shows "rules out COM-02 (blocker)"
      And the screen shows "raises RSK-01 (note)"

  Rule: Not knowing is an answer, and it is kept with who and when

    Scenario: What is unknown is not asked again
      Given a project file that is framed
      When a person answers
        """
        yes
        u
        """
      Then "commitment.by" is noted as "unknown"
      And it is noted who said so and when
      And the file says nothing about "commitment.by"
      When the person comes back
      Then "commitment.by" was not asked

    Scenario: Someone else knows
      Given a project file that is framed
      When a person answers
        """
        yes
        a Suzuki, city planning
        a
        Sato
        """
      Then "commitment.by" is noted as "ask" with "Suzuki, city planning"
      And "project.origin" is noted as "ask" with "Sato"

    Scenario: Who knows a number can be named in the same line, where words are asked for on the next one
      Given no project file
      When a person answers
        """
        Harbour
        3
        a
        Suzuki, city planning
        a Sato, statistics
        """
      Then "city.name" is noted as "ask" with "Suzuki, city planning"
      And "city.population" is noted as "ask" with "Sato, statistics"

    Scenario: Later comes back at the end of the same interview, and the next time
      Given a project file that is framed
      When a person answers "l" to everything
      Then "commitment.declared" was asked twice
      When the person comes back
      Then the last question asks for "commitment.declared"

    Scenario: What does not apply is kept, but not for what a verdict needs
      Given a project file in which a verdict lacks the commitment only
      When a person answers
        """
        x
        yes
        x
        u
        x
        """
      Then the screen shows "No verdict can be given without this"
      And "organisations" is noted as "not_applicable"

    Scenario: A note goes when the answer comes
      Given a project file that is framed
      When a person answers
        """
        yes
        u
        b
        ceo
        """
      Then the file says "commitment.by" is "ceo"
      And nothing is noted about "commitment.by"

    Scenario: A blank is never an answer
      Given a project file that is framed
      When a person answers
        """

        """
      Then the screen shows "A blank is no answer"
      And the file is as it was

  Rule: Nothing that was answered is lost

    Scenario: Leaving an answered question for later keeps the answer, and where it comes from
      Given a project file that is framed
      When a person answers
        """
        yes # minutes of 12 May
        b
        l
        """
      Then the file says "commitment.declared.value" is true
      And the file says "commitment.declared.source" is "minutes of 12 May"
      And the screen shows "The answer so far stays"
      And nothing is noted about "commitment.declared"

    Scenario: Going back keeps what came after
      Given a project file that is framed
      When a person answers
        """
        yes
        board
        4
        b
        b
        b

        b
        b
        5
        """
      Then the file says "commitment.by" is "division_head"
      And the file says "project.origin" is "local_issue"
      And the last question asks for "project.beneficiary_stated"

    Scenario: The input ends
      Given a project file that is framed
      When a person answers
        """
        yes
        """
      Then the exit code is 0
      And the screen shows "Saved:"
      And the file says "commitment.declared" is true

    Scenario: Ctrl-C
      Given a project file that is framed
      When a person answers and presses Ctrl-C
        """
        yes
        board
        """
      Then the exit code is 130
      And the screen shows "Saved:"
      And the file says "commitment.by" is "board"

    Scenario: Someone else changes the file meanwhile
      Given a project file that is framed
      When someone changes the file before a person answers
        """
        yes
        no
        """
      Then the screen shows "The file was changed by another program"
      And the file says "project.name" is "Changed"
      And the file says "commitment.declared" is false

  Rule: The file stays the person's own

    Scenario: Order, spacing and unknown words of a hand-written file stay
      Given a project file that reads
        """
        {   "lang": "en",

            "project": {"phase":"preparation", "name": "Harbour",  "uses_digital": true},
            "city":    {"name": "Imaginary City",
                        "population": {"value": 120000, "source": "census"}}
        }
        """
      When a person answers
        """
        yes
        u
        """
      Then the file reads
        """
        {   "lang": "en",

            "project": {"phase":"preparation", "name": "Harbour",  "uses_digital": true},
            "city":    {"name": "Imaginary City",
                        "population": {"value": 120000, "source": "census"}},
            "commitment": {
                "declared": true
            },
            "asked": [
                {
                    "fact": "commitment.by",
                    "answer": "unknown",
                    "by": "officer",
                    "on": "2026-11-22"
                }
            ]
        }
        """

    Scenario: An answer may say where it comes from
      Given a project file that is framed
      When a person answers
        """
        1 # Minutes of the board, 12 May 2026
        """
      Then the file says "commitment.declared.value" is true
      And the file says "commitment.declared.source" is "Minutes of the board, 12 May 2026"

  Rule: Lists grow while one talks about them

    Scenario: An organisation is named, then described, then the next one
      Given a project file in which a verdict lacks nothing
      When a person answers
        """
        City hall of Imaginary City
        municipality
        no
        no
        Nagisa University
        research institution
        no
        no
        0
        y
        """
      Then the file says "organisations" has the ids "city-hall-of-imaginary-city, nagisa-university"
      And the file says "organisations.0.kind" is "municipality"
      And the file says "organisations.1.kind" is "research_institution"
      And the file says "organisations.1.involved" is false
      And the file says "complete.organisations" is true
      And the screen shows "City hall of Imaginary City: What kind of organisation is it?"
      And nothing is noted about "organisations"

    Scenario: A list that is not finished is taken up again
      Given a project file in which a verdict lacks nothing
      When a person answers
        """
        City hall
        """
      Then "organisations" is noted as "later"
      When the person comes back and answers
        """
        2
        n
        n
        0
        """
      Then nothing is noted about "organisations"
      And the last question asks for "complete.organisations"

    Scenario: There are none
      Given a project file in which a verdict lacks nothing
      When a person answers
        """
        0
        """
      Then the file says "organisations" is []
      And the file says "complete.organisations" is true

    Scenario: One that was named by mistake is taken out again
      Given a project file in which a verdict lacks nothing
      When a person answers
        """
        City hal
        2
        n
        n
        d 1
        """
      Then the file says "organisations" is []

    Scenario: What refers to another list is chosen from it by number
      Given a project file that is framed
      And "goals" is [{"id": "safety", "name": "Safe evenings"}, {"id": "carers", "name": "Less work for carers"}] in it
      And "kpis" is [{"id": "calls"}] in it
      And "themes" is [] in it
      When a person answers "u" until "kpis[].goals" is asked, and then
        """
        ２、1
        """
      Then the screen shows "1 Safe evenings   2 Less work for carers"
      And the file says "kpis.0.goals" is ["safety", "carers"]

  Rule: A long list can be left for later in one answer

    Background:
      Given a project file in which a verdict lacks nothing
      And it lists 30 organisations

    Scenario: A person sees which element of a list a question is about
      When a person answers
        """
        l
        """
      Then the screen shows "organisation 1 of 30"

    Scenario: All that is asked about one element is left for later
      When a person answers
        """
        municipality
        ll
        """
      Then the file says "organisations.0.kind" is "municipality"
      And the screen shows "9 questions are asked again later."
      And the screen shows "organisation 2 of 30"
      And nothing is noted about "organisations[].involved"

    Scenario: All that is asked about the rest of a list is left for later
      When a person answers
        """
        municipality
        lll
        """
      Then the last question asks for "commitment.horizon"
      And nothing is noted about "organisations[].involved"

    Scenario: What was left for later is asked the next time
      When a person answers
        """
        lll
        q
        """
      And the person comes back
      Then the questions were, in this order
        | organisations[].kind |

    Scenario: What was left for later is asked once more at the end, which tells how much it is
      Given it lists 2 organisations
      When a person leaves every list for later and answers "u" to everything else
      Then "organisations[].kind" was asked twice
      And the screen shows "What is not known yet can still change the advice"
      And the screen shows "later: 20"

    Scenario: A question about no list is left for later by itself
      Given a project file that is framed
      When a person answers
        """
        lll
        """
      Then the screen shows "This question is not about one of a list"
      And the file is as it was

    Scenario: A Japanese reader sees which element of a list a question is about
      Given the interview is in Japanese
      When a person answers
        """
        全部あとで
        """
      Then the screen shows "30件中1件目の組織"
      And the screen shows "問をあとでもう一度聞きます"

  Rule: It works where Japanese is spoken

    Scenario: In Japanese, with full-width digits and Japanese words
      Given no project file
      And the interview is in Japanese
      When a person answers
        """
        高齢者見守り
        ３
        架空市
        １２万人
        はい
        いいえ
        """
      Then the file says "project.phase" is "preparation"
      And the file says "city.population" is 120000
      And the file says "commitment.declared" is false
      And the screen shows "1 判定に必要なこと  (1/"
      And the screen shows "「いいえ」なら COM-01（停止）"
      And the screen can be shown on a console in CP932

    Scenario: A file from an old Windows program stays in its encoding
      Given a project file that is framed
      And "city.name" is "架空市の見守り協議会" in it
      And the file is in "cp932"
      When a person answers
        """
        yes
        """
      Then the file is in "cp932" still
      And the file says "commitment.declared" is true

    Scenario: Everything that is asked can be shown on a console in CP932
      Given a project file that is framed
      And the interview is in Japanese
      When a person answers "u" to everything
      Then the screen can be shown on a console in CP932

  Rule: The verdict so far can be seen at any time

    Scenario: A person asks for the verdict
      Given a project file that is framed
      When a person answers
        """
        no
        m
        """
      Then the screen shows "Hold"
      And the screen shows "COM-01"
      And the screen shows "left out, because no answer would change the advice"

  Rule: What is left out can be seen, and why

    Scenario: A person asks in the interview what is left out
      Given a project file that is framed
      When a person answers
        """
        o
        """
      Then the screen shows "Whatever the answer, there is no DAT-04, EXE-02, EXE-03 and 7 more: phase is"
      And the screen shows "- active backing by the top after the launch"
      And the screen shows "No answer changes FIT-04 as long as this is unknown: value-creation strategy"
      And the screen shows "- resource policy in the strategy"
      And "commitment.declared" was asked twice

    Scenario: An answer that is none is named where others wait for it
      Given a project file that is framed
      And "asked" is [{"fact": "project.claims_local_recognition", "answer": "not_applicable", "on": "2026-11-22"}] in it
      When a person asks what is left out
      Then the screen shows "claim of being recognised in the city (does not apply)"
      And the screen shows "- evidence that an issue of the city was eased"

    Scenario: Where nothing is left to ask, the end tells how to see what was left out
      Given a project file that is framed
      When a person answers "u" to everything
      Then the screen shows "questions were left out; why: advise ask"
      And the screen shows "--left-out"

    Scenario: What is left out can be seen in Japanese, on a console in CP932 too
      Given a project file that is framed
      And the interview is in Japanese
      When a person asks what is left out
      Then the screen shows "どう答えても DAT-04、EXE-02、EXE-03 ほか7件 には当たりません：段階は「準備」"
      And the screen can be shown on a console in CP932
      And the file is as it was

    Scenario: Of a project in which all is known nothing is left out
      Given the example "exemplary"
      And "trial.first_planned_in_months" is 1 in it
      When a person asks what is left out
      Then the screen shows "No question is left out."
