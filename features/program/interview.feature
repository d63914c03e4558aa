Feature: The interview
  A person answers questions in a terminal and never has to open the project file. They come page by page, a topic at a
  time; only what can still change the advice is asked. Every answer is in the file, and what it means is told, before
  the next question is shown. Unknown is an answer like any other, and every answer can be changed.

  Rule: The pages come in one order

    Scenario: The project is named and framed first
      Given no project file
      When a person answers
        """
        Aoba Electric
        Chigusa
        Watch over the elderly
        Imaginary City
        3
        1 n
        120,000
        """
      Then the questions were, in this order
        | organisations:own_company   |
        | organisations:municipality  |
        | project.name                |
        | city.name                   |
        | project.phase               |
        | project.uses_digital, project.targets_whole_city_function |
        | city.population             |
        | commitment.declared, project.co_created, project.beneficiary_stated, project.success_criterion_stated, field.trial_and_error_possible, overlap.defined |
      And the file says "project.phase" is "preparation"
      And the file says "city.population" is 120000
      And the file says "project.targets_whole_city_function" is false
      And the file says "organisations.0" is {"id": "aoba-electric", "name": "Aoba Electric", "kind": "own_company"}
      And the screen shows "Has Aoba Electric declared that it will do business in Imaginary City?"

    Scenario: A page says where it stands, why it is asked and who usually knows
      Given a project file that is framed
      When the person comes back
      Then the screen shows "page 2 of 17"
      And the screen shows "What a verdict needs"
      And the screen shows "Without this page nobody can say whether the project should go on."
      And the screen shows "Usually known by: Project lead"

    Scenario: The reason of a page names the section of the article
      Given a project file that is framed
      When a person answers "u" until "top.visited_site" is asked, and then
        """
        q
        """
      Then the screen shows "see the top commit itself for the long term (article IV.1)."

    Scenario Outline: The present step of the road map comes behind what a verdict needs
      Given a project file that is framed
      And "project.phase" is "<phase>" in it
      When a person answers "u" to 8 questions
      Then the pages behind "What a verdict needs" begin with "<page>"

      Examples:
        | phase           | page                                |
        | field_selection | Why this city, and which issue      |
        | preparation     | Who is concerned, and what the top has done |
        | launched        | Getting started, the top's support, and data |

    Scenario: Nothing is asked about the top's support after the launch before there was one
      Given a project file that is framed
      When a person answers "u" to everything
      Then "top.active_after_launch" was not asked
      But "top.visited_site" was asked

    Scenario: Nothing is left to ask about a project in which all is known
      Given the example "exemplary"
      When a person answers
        """

        """
      Then the screen shows "No answer to any further question can change the advice"
      And the file is as it was
      And the exit code is 0

    Scenario: Once everything was asked, what is still open is told
      Given a project file that is framed
      When a person answers "u" to everything
      Then the screen shows "Everything was asked. What is not known yet can still change the advice"
      And the screen shows "Not known yet, and it matters"
      And the screen shows "Ask once more what is not known: advise ask"
      And the exit code is 0

    Scenario: The rest of a page can be left for another time
      Given a project file that is framed
      When a person answers
        """
        1 n
        s
        """
      Then "project.origin" was not asked
      And the file says "commitment.declared" is true
      And the last question asks for "organisations"
      When the person comes back
      Then the last question asks for "commitment.by"

    Scenario: Of a long list some elements are asked about at a time
      Given a project file that is framed
      And it lists 45 organisations
      When a person asks for "organisations[].involved" and answers
        """
        1-20
        21 2 n
        2 n
        """
      Then the file says "organisations.19.involved" is true
      And the file says "organisations.20.involved" is false
      And the file says "organisations.21.involved" is true
      And the screen shows "Type numbers from 1 to 20"

  Rule: What depends on an answer is asked where it matters

    Scenario Outline: Who declared it is asked only where somebody did
      Given a project file that is framed
      When a person answers
        """
        <answer>
        q
        """
      Then "commitment.by" <happens>

      Examples:
        | answer   | happens       |
        | 1 n      | was asked     |
        | 0        | was not asked |
        | u        | was not asked |
        | n 1 u    | was not asked |

    Scenario Outline: Nothing is asked about a champion as long as nobody has been found
      Given a project file that is framed
      And "organisations" is [{"id": "hall", "kind": "municipality", "involved": true}] in it
      When a person answers "u" until "organisations[].champion_identified" is asked, and then
        """
        <answer>
        q
        """
      Then "organisations[].champion_interest" <happens>

      Examples:
        | answer | happens       |
        | l      | was not asked |
        | u      | was not asked |
        | yes    | was asked     |

    Scenario: How a gap is filled is asked of the capitals that are thin or absent
      Given a project file that is framed
      And "capitals" is {"human": {"strength": "thin"}, "economic": {"strength": "present"}} in it
      When a person answers "f" once and "u" to everything else
      Then "capitals/human.complement" was asked
      But "capitals/economic.complement" was not asked

    Scenario: What is minor is asked only when somebody wants it
      Given a project file that is framed
      When a person answers "u" to everything
      Then "company.sense_of_crisis" was not asked
      And the screen shows "finer questions can be answered: f"

    Scenario: The finer questions
      Given a project file that is framed
      When a person answers
        """
        f
        q
        """
      And a person answers "f" once and "u" to everything else
      Then "company.sense_of_crisis" was asked

  Rule: Several questions are answered in one line

    Scenario: Of several the numbers that hold are typed, and the rest is asked explicitly
      Given a project file that is framed
      When a person answers
        """
        1 3 4 5
        n 2 u
        """
      Then the file says "commitment.declared" is true
      And the file says "project.co_created" is false
      And "overlap.defined" is noted as "unknown"
      And the screen shows "And 2, 6?"

    Scenario: A number alone never means a no
      Given a project file that is framed
      When a person answers
        """
        1
        """
      Then the file says "commitment.declared" is true
      And the file says nothing about "project.co_created"

    Scenario: None holds: what is with each is still asked
      Given a project file that is framed
      When a person answers
        """
        0
        n
        """
      Then the file says "commitment.declared" is false
      And the file says "overlap.defined" is false
      And the screen shows "And 1, 2, 3"

    Scenario: All in one line, with who knows the rest
      Given a project file that is framed
      When a person answers
        """
        1 3 n 2 u 4 a Sato, planning
        """
      Then the file says "commitment.declared" is true
      And the file says "project.co_created" is false
      And "project.success_criterion_stated" is noted as "unknown"
      And "overlap.defined" is noted as "ask" with "Sato, planning"

    Scenario: How each capital was looked into is one choice for two facts
      Given a project file that is framed
      And "capitals" is {"human": {"assessed": true}, "economic": {"assessed": true}, "network": {"assessed": true}} in it
      When a person answers "u" until "capitals.*.quantitative" is asked, and then
        """
        1 2 5
        yes
        u
        """
      Then the file says "capitals.human" is {"assessed": true, "quantitative": true, "qualitative": true}
      And the file says "capitals.economic.qualitative" is false
      And the file says "capitals.network.quantitative" is true
      And "capitals.*.qualitative" is noted as "unknown"

    Scenario: What refers to another list is chosen from it by number, for all in one line
      Given a project file that is framed
      And "goals" is [{"id": "safety", "name": "Safe evenings"}, {"id": "carers", "name": "Less work for carers"}] in it
      And "kpis" is [{"id": "calls"}, {"id": "hours"}] in it
      And "themes" is [] in it
      When a person answers "u" until "kpis[].goals" is asked, and then
        """
        ２、1; 0
        """
      Then the screen shows "1 Safe evenings   2 Less work for carers"
      And the file says "kpis.0.goals" is ["safety", "carers"]
      And the file says "kpis.1.goals" is []

    Scenario Outline: What is no answer is told kindly, and the same is asked once more
      Given a project file that is framed
      When a person answers
        """
        <typed>
        1 n
        """
      Then the screen shows "<told>"
      And the file says "commitment.declared" is true

      Examples:
        | typed   | told                                        |
        |         | A blank is no answer                        |
        | 9       | Type numbers from 1 to 6                    |
        | perhaps | Type numbers from 1 to 6                    |

  Rule: What an answer means is told at once

    Scenario: The answer that was stored, and the finding that it raises, with the verdict where that changes
      Given a project file that is framed
      When a person answers
        """
        2 3 4 5 6 n
        """
      Then the screen shows "-> no: declaration of the intent to do business in the city"
      And the screen shows "■ 1 blocker more: The company has not yet declared its commitment to the city COM-01"
      And the screen shows "Hold  (checked:"

    Scenario: A finding that goes is told, too
      Given a project file that is framed
      And "commitment.declared" is false in it
      When a person asks for "commitment.declared" and answers
        """
        yes
        """
      Then the screen shows "● 1 blocker less: The company has not yet declared its commitment to the city COM-01"
      And the screen shows "No verdict yet"

    Scenario: A person asks for the verdict so far
      Given a project file that is framed
      When a person answers
        """
        2 n
        m
        """
      Then the screen shows "Hold"
      And the screen shows "COM-01"

    Scenario: How a question is meant is told when one asks
      Given a project file that is framed
      When a person answers
        """
        ?
        """
      Then the screen shows "A statement in the company's name counts, whatever its form."
      And the screen shows "Full-width digits work as well"

  Rule: Not knowing is an answer, and it is kept with who and when

    Scenario: What is unknown is not asked again, unless one wants it
      Given a project file that is framed
      When a person answers
        """
        1 n
        u
        """
      Then "commitment.by" is noted as "unknown"
      And it is noted who said so and when
      And the file says nothing about "commitment.by"
      When the person comes back
      Then "commitment.by" was not asked
      When the person comes back with --again
      Then "commitment.by" was asked

    Scenario: Someone else knows
      Given a project file that is framed
      When a person answers
        """
        1 n
        a Suzuki, city planning
        a
        Sato
        """
      Then "commitment.by" is noted as "ask" with "Suzuki, city planning"
      And "project.origin" is noted as "ask" with "Sato"

    Scenario: Who knows a name is named on the next line, since any words could be the answer
      Given no project file
      When a person answers
        """
        l
        l
        Harbour
        a
        Suzuki, city planning
        """
      Then "city.name" is noted as "ask" with "Suzuki, city planning"

    Scenario: What says that there is no name is none
      Given no project file
      When a person answers
        """
        n/a
        l
        l
        該当なし
        不明
        """
      Then the screen shows "Type a name, or 0 if there is none."
      And the screen shows "“該当なし” is no name. Type u if it is not known"
      And "project.name" is noted as "unknown"

    Scenario: Later is asked again the next time
      Given a project file that is framed
      When a person answers "l" to everything
      Then "commitment.declared" is noted as "later"
      When the person comes back
      Then the last question asks for "commitment.declared"

    Scenario: What does not apply is kept, but not for what a verdict needs
      Given a project file that is framed
      When a person answers
        """
        x
        1 2 3 4 5 6
        x
        u
        u
        """
      Then the screen shows "No verdict can be given without this"
      And "commitment.by" is noted as "unknown"

    Scenario: A note goes when the answer comes
      Given a project file that is framed
      When a person answers
        """
        1 n
        u
        b
        ceo
        """
      Then the file says "commitment.by" is "ceo"
      And nothing is noted about "commitment.by"

  Rule: Every answer can be changed

    Scenario: Going back keeps what came after
      Given a project file that is framed
      When a person answers
        """
        1 n
        board
        4
        b
        b

        5
        """
      Then the file says "commitment.by" is "board"
      And the file says "project.origin" is "city_plan"
      And the screen shows "answer so far: board of directors"

    Scenario: There is nothing before the first question
      Given a project file that is framed
      When a person answers
        """
        b
        """
      Then the screen shows "This is the first question."

    Scenario: One fact is asked, although it has an answer
      Given a project file that is framed
      When a person asks for "city.population" and answers
        """
        90000
        """
      Then the file says "city.population" is 90000
      And the questions were, in this order
        | city.population |
      And the screen shows "answer so far: 120,000 persons"

    Scenario: One fact is asked of every element
      Given a project file that is framed
      And "organisations" is [{"id": "hall", "kind": "municipality"}, {"id": "firm", "kind": "own_company", "involved": true}] in it
      When a person asks for "organisations[].involved" and answers
        """
        1 n
        """
      Then the file says "organisations.0.involved" is true
      And the file says "organisations.1.involved" is false

    Scenario: In the list of answers what is not known stands first, and every page with its answers
      Given a project file that is framed
      And "asked" is [{"fact": "commitment.declared", "answer": "unknown", "on": "2026-11-22"}] in it
      When a person answers
        """
        r
        1
        yes
        1
        5
        5

        """
      Then the screen shows "1 declaration of the intent to do business in the city: don't know"
      And the file says "commitment.declared" is true
      And the screen shows "1 To begin with: 8 answered"
      And the screen shows "1 own company: Aoba Electric"
      And the screen shows "5 phase: preparation"
      And the file says "project.phase" is "scaling"

    Scenario: What is on no list is told
      Given a project file that is framed
      When a person answers
        """
        r
        99

        """
      Then the screen shows "Type a number from 1 to"

    Scenario: Leaving an answered question for later keeps the answer, and where it comes from
      Given a project file that is framed
      When a person answers
        """
        1 n # minutes of 12 May
        board
        b
        l
        """
      Then the file says "commitment.by" is "board"
      And the file says "commitment.declared.source" is "minutes of 12 May"
      And the screen shows "the answer so far stays"

  Rule: Nothing that was answered is lost

    Scenario: The input ends
      Given a project file that is framed
      When a person answers
        """
        1 n
        """
      Then the exit code is 0
      And the screen shows "Saved:"
      And the screen shows "Go on with: advise ask"
      And the file says "commitment.declared" is true

    Scenario: Ctrl-C
      Given a project file that is framed
      When a person answers and presses Ctrl-C
        """
        1 n
        board
        """
      Then the exit code is 130
      And the screen shows "Saved:"
      And the file says "commitment.by" is "board"

    Scenario: Someone else changes the file meanwhile
      Given a project file that is framed
      When someone changes the file before a person answers
        """
        2 n
        1 n
        """
      Then the screen shows "The file was changed by another program"
      And the file says "project.name" is "Changed"
      And the file says "commitment.declared" is true
      And the file says "project.co_created" is false

  Rule: The file stays the person's own

    Scenario: Order, spacing and unknown words of a hand-written file stay
      Given a project file that reads
        """
        {   "lang": "en",

            "project": {"phase":"preparation", "name": "Harbour",  "uses_digital": true},
            "city":    {"name": "Imaginary City",
                        "population": {"value": 120000, "source": "census"}},
            "organisations": [],
            "complete": {"organisations": true}
        }
        """
      When a person answers
        """
        n
        1 u
        """
      Then the file reads
        """
        {   "lang": "en",

            "project": {"phase":"preparation", "name": "Harbour",  "uses_digital": true,  "targets_whole_city_function": false},
            "city":    {"name": "Imaginary City",
                        "population": {"value": 120000, "source": "census"}},
            "organisations": [],
            "complete": {"organisations": true},
            "commitment": {
                "declared": true
            },
            "asked": [
                {
                    "fact": "project.co_created",
                    "answer": "unknown",
                    "by": "officer",
                    "on": "2026-11-22"
                },
                {
                    "fact": "project.beneficiary_stated",
                    "answer": "unknown",
                    "by": "officer",
                    "on": "2026-11-22"
                },
                {
                    "fact": "project.success_criterion_stated",
                    "answer": "unknown",
                    "by": "officer",
                    "on": "2026-11-22"
                },
                {
                    "fact": "field.trial_and_error_possible",
                    "answer": "unknown",
                    "by": "officer",
                    "on": "2026-11-22"
                },
                {
                    "fact": "overlap.defined",
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
        1 n # Minutes of the board, 12 May 2026
        """
      Then the file says "commitment.declared.value" is true
      And the file says "commitment.declared.source" is "Minutes of the board, 12 May 2026"

  Rule: Lists are named in one line

    Scenario: Organisations are named, then described together
      Given a project file that is framed
      When a person answers "u" until "organisations" is asked, and then
        """
        City hall; Nagisa University
        q
        """
      And a person answers "u" until "organisations[].kind" is asked, and then
        """
        municipality 研究機関
        1 3 n
        """
      Then the file says "organisations" has the ids "firm, hall, city-hall, nagisa-university"
      And the file says "organisations.2.kind" is "municipality"
      And the file says "organisations.3.kind" is "research_institution"
      And the file says "organisations.2.involved" is true
      And the file says "organisations.3.involved" is false

    Scenario: There are none
      Given a project file that is framed
      When a person answers "u" until "goals" is asked, and then
        """
        0
        """
      Then the file says "goals" is []

    Scenario: One that was named by mistake is taken out again
      Given a project file that is framed
      And "organisations" is [{"id": "hal", "name": "City hal"}] in it
      When a person answers "u" until "organisations" is asked, and then
        """
        d 2
        d 1
        City hall
        q
        """
      Then the file says "organisations" has the ids "city-hall"
      And the screen shows "Type d and the number of one on the list."
      And the screen shows "taken off: City hal"

    Scenario: A list that has names stays as it is where nobody knows another one
      Given a project file that is framed
      When a person answers "u" until "organisations" is asked, and then
        """
        u
        """
      Then the screen shows "-> as it was"
      And the last question asks for "complete.organisations"
      And nothing is noted about "organisations"

  Rule: It works where Japanese is spoken

    Scenario: In Japanese, with full-width digits and Japanese words
      Given no project file
      And the interview is in Japanese
      When a person answers
        """
        青葉電機
        千草市
        高齢者見守り
        架空市
        ３
        １　いいえ
        １２万人
        ×１ ○２　分からない
        """
      Then the file says "project.phase" is "preparation"
      And the file says "city.population" is 120000
      And the file says "commitment.declared" is false
      And the file says "project.co_created" is true
      And "overlap.defined" is noted as "unknown"
      And the screen shows "2ページ目（全17）"
      And the screen shows "青葉電機は、架空市で事業を行う意思を会社として表明しましたか"
      And the screen shows "■ 停止が1件増えました"
      And the screen can be shown on a console in CP932

    Scenario Outline: A single question is answered in any of the usual ways
      Given a project file that is framed
      When a person asks for "commitment.declared" and answers
        """
        <typed>
        """
      Then the file says "commitment.declared" is <value>

      Examples:
        | typed  | value |
        | 「１」 | true  |
        | はい   | true  |
        | ○      | true  |
        | いいえ | false |
        | ×      | false |
        | ２     | false |

    Scenario: A file from an old Windows program stays in its encoding
      Given a project file that is framed
      And "city.name" is "架空市の見守り協議会" in it
      And the file is in "cp932"
      When a person answers
        """
        1 n
        """
      Then the file is in "cp932" still
      And the file says "commitment.declared" is true

    Scenario: Everything that is asked can be shown on a console in CP932
      Given a project file that is framed
      And the interview is in Japanese
      When a person answers "u" to everything
      Then the screen can be shown on a console in CP932
