Feature: Why, why not, and why it cannot be told
  Whoever gets a memo may doubt it. For every rule and everything that it is about, the condition is shown as a tree in
  sentences that a municipal officer reads without help: each part with its truth, each fact with its value, its line
  in the project file and who says so, down to what was stated. Only what decided is shown; --full shows all.

  Rule: A finding holds, does not hold, or cannot be told

    Scenario: Why a finding is there
      Given the company has declared its commitment
      And the declaration was made by a division head
      When "COM-02" is explained
      Then it holds
      And the reason says: ● "who made the declaration" is one of "division head", "middle manager", "staff member"
      And the reason says: who made the declaration: division head

    Scenario: Why a finding is not there
      Given the company has declared its commitment
      And the declaration was made by the CEO
      When "COM-02" is explained
      Then it does not hold
      And the reason says: － "declaration at the top" is "no"
      And the reason says: who made the declaration: CEO

    Scenario: Why it cannot be told
      Given the company has declared its commitment
      When "COM-02" is explained
      Then it cannot be told
      And the reason says: ？ "declaration at the top": not known
      And the reason says: not known: who made the declaration [commitment.by]

    Scenario: Nothing is known
      Given a project about which nothing is known
      When "COM-01" is explained
      Then it cannot be told
      And the reason says: not known: declaration of the intent to do business in the city [commitment.declared]

    Scenario: Another finding tells of it already
      Given the seeds:
        | id  | running | outlook |
        | kit | true    | clear   |
      And the list of seeds is complete
      When "POR-03" is explained
      Then it holds for "portfolio.seeds/kit"
      And the reason says: told by POR-02 instead

    Scenario: What the rule says stands below the reason
      Given the company has declared nothing
      When "COM-01" is explained
      Then it says, in this order
        | ● COM-01 holds                                                   |
        | COM-01 The company has not yet declared its commitment to the city |
        | severity: blocker                                                |
        | article: IV.1                                                    |

    Scenario: Every rule is explained as it was decided, in words only
      Given the example "wakayama"
      When every rule is explained in full, in both languages
      Then every explanation has the outcome of the review
      And no explanation speaks as a machine does

  Rule: Everything that a rule is about has its own reason

    Scenario: One organisation of several
      Given the municipality "city" takes part
      And in "city" nobody has been found to carry the project
      And the local company "firm" takes part
      And in "firm" a person has been named to carry the project
      And the research institution "univ" takes part
      When "ORG-06" is explained
      Then it holds for "organisations/city"
      And it does not hold for "organisations/firm"
      And it cannot be told for "organisations/univ"
      And the reason says: not known: named champion (organisation univ) [organisations/univ.champion_identified]

    Scenario: There is nothing that it is about
      Given "organisations" is []
      And "complete.organisations" is true
      When "ORG-06" is explained
      Then it says: The project names nothing that this rule is about.

    Scenario: Nobody has said yet what it is about
      Given a project about which nothing is known
      When "ORG-06" is explained
      Then it cannot be told
      And the reason says: not known: organisations concerned [organisations]

  Rule: A fact is told with its value, its place and its source

    Scenario: The line and the column where it stands, and who says so
      Given it reads
        """
        {
          "commitment": {
            "declared": {"value": true, "source": "Minutes of the board, 12 May 2026"},
            "by": "staff"
          }
        }
        """
      When "COM-02" is explained
      Then the reason says: project.json:3:27 declaration of the intent to do business in the city: yes (source: Minutes of the board, 12 May 2026)
      And the reason says: project.json:4:11 who made the declaration: staff member

    Scenario: An element of a list is told by its name
      Given it reads
        """
        {"organisations": [
          {"id": "hall", "name": "City Hall", "kind": "municipality", "involved": true,
           "champion_identified": false}
        ]}
        """
      When "ORG-06" is explained
      Then the reason says: project.json:3:27 named champion (City Hall): no

    Scenario: What is only assumed is told as such
      Given the company has declared its commitment
      When it is assumed that "commitment.by=ceo"
      And "COM-02" is explained
      Then the reason says: --set who made the declaration: CEO

    Scenario Outline: A number has its unit in the reader's language: <language>
      Given "city.population" is 1200000
      When "SEL-09" is explained in <language>
      Then the reason says: <number>

      Examples:
        | language | number            |
        | en       | 1,200,000 persons |
        | ja       | 1,200,000人       |

  Rule: A derived fact is opened down to stated ones

    Scenario: From a rule through a derived fact to a line of the file
      Given the company has declared its commitment
      And the declaration was made by a middle manager
      When "COM-02" is explained
      Then it says, in this order
        | ● "declaration at the top" is "no"         |
        | ● "declaration at the top": "no", because  |
        | who made the declaration: middle manager   |

    Scenario: What is missing for it is told
      Given nobody knows whether the municipality "city" takes part
      And in "city" nobody has been found to carry the project
      When "ORG-06" is explained
      Then it cannot be told
      And it says, in this order
        | ？ "taking part in the project": not known |
        | ？ "yes" or "no", depending on              |
        | not known: actual participation (organisation city) |

    Scenario: What does not apply is not called unknown
      Given the exemplary project
      When "KPI-08" is explained
      Then it does not hold for "goals/lighter-care"
      And the reason says: － "goal without a KPI": does not apply
      And the reason does not say: not known

  Rule: Only what decided is shown, and everything where it is asked for

    Scenario: Of several conditions one that fails is enough
      Given the project does not use digital technology
      And "citizens.involved" is false
      When "ORG-13" is explained
      Then it does not hold
      And the reason says: － "use of digital technology or data" is "yes"
      And the reason does not say: "involvement of citizens"
      When "ORG-13" is explained in full
      Then the reason says: ● "involvement of citizens" is "no"

    Scenario: Of several ways one that holds is enough
      Given "company.staff_can_move" is false
      And "top.provides_resources" is true
      When "EXE-05" is explained
      Then it holds
      And the reason does not say: "resources arranged by the top"
      When "EXE-05" is explained in full
      Then the reason says: － "resources arranged by the top" is "no"

    Scenario: Where all ways fail, all are shown
      Given "company.staff_can_move" is true
      And "top.provides_resources" is true
      And "top.provides_environment" is true
      When "EXE-05" is explained
      Then it does not hold
      And the reason says: － "resources arranged by the top" is "no"
      And the reason says: － "freedom to act, arranged by the top" is "no"

    Scenario: The scenarios of the rule are named in full only
      Given the company has declared nothing
      When "COM-01" is explained
      Then it does not say: commitment.feature
      When "COM-01" is explained in full
      Then it says: commitment.feature

    Scenario: Of several organisations one that takes part is enough
      Given it reads
        """
        {"organisations": [
          {"id": "hall", "kind": "municipality", "involved": false},
          {"id": "bank", "capitals": ["economic"], "involved": true},
          {"id": "shop", "capitals": ["economic"], "involved": true}
        ]}
        """
      When "ORG-01" is explained for "economic"
      Then it does not hold for "capitals/economic"
      And the reason says: ● also: shop
      And the reason does not say: whether every organisation is listed
      When "ORG-01" is explained in full
      Then the reason does not say: also: shop

  Rule: What is the same for several is told once

    Scenario: Six capitals of which nothing is known yet
      Given a project about which nothing is known
      When "SEL-08" is explained
      Then it cannot be told for "capitals/human"
      And the reason says: not known: strength as judged (human) [capitals/human.strength]
      And the reason says: ？ SEL-08 cannot be told yet, for the same reason: economic (capitals/economic), infrastructure (capitals/infrastructure)
      And the reason does not say: [capitals/economic.strength]
      And the reason says: one by one: --full; one alone: --subject capitals/economic
      And the reason has at most 15 lines

    Scenario: In full each has its own reason
      Given a project about which nothing is known
      When "SEL-08" is explained in full
      Then it cannot be told for "capitals/economic"
      And the reason says: not known: strength as judged (economic) [capitals/economic.strength]
      And the reason does not say: for the same reason

    Scenario: What is found is told for each, with its own line
      Given it reads
        """
        {"organisations": [
          {"id": "hall", "involved": true, "champion_identified": false},
          {"id": "bank", "involved": true, "champion_identified": false}
        ]}
        """
      When "ORG-06" is explained
      Then it holds for "organisations/hall"
      And it holds for "organisations/bank"
      And the reason says: project.json:3:59 named champion

    Scenario: What has another reason is told by itself
      Given "capitals/network.strength" is present
      And "capitals/network.rivals_metropolis" is false
      When "SEL-08" is explained
      Then it does not hold for "capitals/network"
      And it cannot be told for "capitals/human"
      And the reason says: cannot be told yet, for the same reason: economic
      And the reason does not say: network (capitals/network), cultural

    Scenario: Several values that wait for the same facts
      Given the company has declared its commitment
      When "COM-02" is explained
      Then it says, in this order
        | ？ "declaration at the top": not known              |
        | ？ "no" or "yes", depending on                      |
        | not known: who made the declaration [commitment.by] |
      When "COM-02" is explained in full
      Then the reason says: ？ "yes" if
      And the reason does not say: depending on

    Scenario: The same reason, in Japanese
      Given a project about which nothing is known
      When "SEL-08" is explained in ja
      Then the reason says: ？ SEL-08 まだ分かりません。理由は上と同じです：経済 (capitals/economic)、
      And the reason says: 一つずつ見るには --full、一つだけ見るには --subject capitals/economic
      And the reason says: どれになるかは次の事実によります

  Rule: One of several may be asked about alone

    Scenario Outline: Named as elsewhere: <subject>
      Given a project about which nothing is known
      When "SEL-08" is explained for "<subject>"
      Then it cannot be told for "capitals/network"
      And the reason does not say: capitals/human

      Examples:
        | subject          |
        | capitals/network |
        | capitals.network |
        | network          |

    Scenario: Also where another one has the same reason
      Given a project about which nothing is known
      When "SEL-08" is explained for "capitals/cultural"
      Then it cannot be told for "capitals/cultural"
      And the reason does not say: for the same reason

    Scenario Outline: What is not there suggests what is: <code> for <subject>
      Given the municipality "city" takes part
      When "<code>" is explained for "<subject>"
      Then the exit code is 2
      And the problem says: <problem>

      Examples:
        | code                  | subject            | problem                                                                       |
        | ORG-06                | organisations/citi | there is no 'organisations/citi'. Did you mean 'organisations/city'?          |
        | SEL-08                | capitals/netwrk    | there is no 'capitals/netwrk'. Did you mean 'capitals/network'?               |
        | ORG-06                | nobody             | there is no 'nobody' among organisations/city                                 |
        | ORG-06                | organisations/bank | there is no 'organisations/bank' among organisations/city                     |
        | KPI-08                | goals/g1           | the project does not state the list 'goals' yet                               |
        | SEL-08                | netwrk             | there is no 'netwrk'. Did you mean 'capitals/network'?                        |
        | COM-01                | organisations/city | 'COM-01' is about the project as a whole; leave --subject out                 |
        | G167                  | organisations/city | 'G167' is a statement of the article; leave --subject out                     |
        | organisations/city.champion | organisations/firm | 'organisations/city.champion' names its subject already; leave --subject out |

  Rule: In Japanese as in English

    Scenario: The reason in Japanese
      Given the company has declared its commitment
      And the declaration was made by a division head
      When "COM-02" is explained in ja
      Then the reason says: ● COM-02 成り立ちます
      And the reason says: ● 「表明した人」が「部門長」・「課長などの中間管理職」・「担当者」のどれかである
      And the reason says: 表明した人：部門長
      And the reason does not say: division

    Scenario: What is missing, in Japanese
      Given a project about which nothing is known
      When "COM-01" is explained in ja
      Then the reason says: ？ COM-01 まだ分かりません
      And the reason says: 分かっていない事実：都市で事業を行う意思表明

  Rule: A fact: which rules read it, and what follows from each value

    Scenario: What would follow from another value
      Given the company has declared its commitment
      And the declaration was made by a division head
      When "commitment.by" is explained
      Then it says: the project: division head
      And it says: anything but “middle manager” or “staff member”: COM-02 (blocker), 3 things that may follow go away
      And it says: “middle manager” or “staff member”: nothing changes
      And it says: COM-02 The declaration was made by someone below the top

    Scenario Outline: What is said to follow does follow: <answer>
      Given a project about which nothing is known
      When "commitment.declared" is explained
      Then it says: <told>
      When it is assumed that "commitment.declared=<answer>"
      Then the verdict is "<verdict>"
      And "COM-01" <happens>

      Examples:
        | answer | told                                                                                   | verdict                  | happens      |
        | false  | “no”: COM-01 (blocker), 3 things that may follow come up; the verdict becomes “Hold”   | hold                     | is found     |
        | true   | “yes”: no finding comes or goes                                                        | insufficient_information | is not found |

    Scenario: An unknown fact says how to try it
      Given a project about which nothing is known
      When "top.visited_site" is explained
      Then it says: the project: unknown
      And it says: --set top.visited_site=
      And it says: “no”: COM-05 (minor) comes up

    Scenario: One element of several
      Given the municipality "city" takes part
      And the local company "firm" takes part
      When "organisations/city.champion_identified" is explained
      Then it says: --set organisations/city.champion_identified=
      And it does not say: organisations/firm
      And it says: “no”: ORG-06 (blocker)

    Scenario: Rules that read it themselves, and those that it reaches through others
      Given the company has declared its commitment
      When "top.visited_site" is explained
      Then it says, in this order
        | Rules that read it (2)                              |
        | COM-08                                              |
        | COM-05                                              |
        | Rules that it reaches through others (5)            |
        | COM-11 No act is known yet that shows the declared |

    Scenario: A fact in Japanese
      Given the company has declared nothing
      When "commitment.declared" is explained in ja
      Then it says: 「はい」：COM-01（停止）
      And it says: この事実を使う規則

    Scenario: A misspelt name
      Given a project about which nothing is known
      When "top.visited_sight" is explained
      Then the exit code is 2
      And the problem says: Did you mean 'top.visited_site'?

  Rule: A fact that follows from others: what it follows from, and why it is as it is

    Scenario: Without a project: its values, what it follows from, and which rules read it
      Given a project about which nothing is known
      When "commitment.at_top" is explained without a project
      Then it says, in this order
        | commitment.at_top  declaration at the top                    |
        | values: no, yes                                              |
        | It follows from other facts; of several lines the first that holds counts. |
        | "no" if                                                      |
        | at least one of these                                        |
        | declaration of the intent to do business in the city: no     |
        | "yes" if                                                     |
        | who made the declaration: CEO or board of directors          |
        | article: IV.1                                                |
        | G167                                                         |
        | rule: commitment/at-top.yaml                                 |
        | Facts that follow from it                                    |
        | trust of the local parties                                   |
        | Rules that read it                                           |
        | COM-02                                                       |
        | Rules that it reaches through others                         |

    Scenario: Its value, from the line in the file on
      Given it reads
        """
        {
          "commitment": {
            "declared": true,
            "by": {"value": "division_head", "source": "Press release"}
          }
        }
        """
      When "commitment.at_top" is explained
      Then it says, in this order
        | ● "declaration at the top": "no"                                                        |
        | ● "no" because                                                                          |
        | project.json:4:21 who made the declaration: division head (source: Press release)       |
        | commitment.at_top  declaration at the top                                               |
      And the reason does not say: "yes" if
      When "commitment.at_top" is explained in full
      Then the reason says: － "yes" if

    Scenario: It cannot be told, and which values are still open
      Given the company has declared its commitment
      When "commitment.at_top" is explained
      Then the reason says: ？ "declaration at the top" cannot be told yet; still possible: "no" or "yes"
      And the reason says: not known: who made the declaration [commitment.by]

    Scenario: It cannot be told, and one value is open
      Given nobody knows whether the municipality "city" takes part
      When "organisations/city.relied_on" is explained
      Then the reason says: ？ "taking part, or needed" cannot be told yet; "yes", or it does not apply  city (organisations/city)
      And the reason says: ？ "yes" if

    Scenario: A value that may still turn out otherwise
      Given "capitals/human.strength" is absent
      When "capitals/human.level" is explained
      Then the reason says: ● "level of the capital": "missing"; may still turn out to be "outstanding"  human (capitals/human)
      And the reason says: not known: a part that rivals a large city (human) [capitals/human.rivals_metropolis]

    Scenario: It does not apply
      Given the exemplary project
      When "goals[].without_kpi" is explained
      Then the reason says: － "goal without a KPI": does not apply
      And the reason says: － "yes" if

    Scenario: Everything that it is about
      Given the municipality "city" takes part
      And in "city" nobody has been found to carry the project
      And the local company "firm" takes part
      When "organisations[].champion" is explained
      Then the reason says: ● "champion with interest, enthusiasm and own will": "lacking"  city (organisations/city)
      And the reason says: ？ "champion with interest, enthusiasm and own will" cannot be told yet; still possible: "lacking" or "found"  firm (organisations/firm)

    Scenario Outline: One of several: <word>
      Given "capitals/human.strength" is thin
      And "capitals/human.rivals_metropolis" is false
      When "<word>" is explained
      Then the reason says: ● "gap in the capital": "missing or thin"  human (capitals/human)
      And the reason says: strength as judged (human): thin
      And the reason does not say: capitals/network

      Examples:
        | word               |
        | capitals/human.gap |
        | capitals.human.gap |

    Scenario: One of several, by its name alone
      Given "capitals/human.strength" is thin
      When "capitals.*.gap" is explained for "capitals/human"
      Then the reason says: human (capitals/human)
      And the reason does not say: capitals/network

    Scenario: One of those who should be there early
      Given the municipality "city" takes part
      When "municipality.key_player" is explained
      Then the reason says: ● "key player of the early phase": "on board"  municipality (municipality)

    Scenario: What is the same for several is told once
      Given a project about which nothing is known
      When "capitals.*.gap" is explained
      Then the reason says: ？ "gap in the capital" cannot be told yet; still possible: "missing or thin" or "neither missing nor thin"  human (capitals/human)
      And the reason says: ？ "gap in the capital" cannot be told yet, for the same reason: economic (capitals/economic)
      And the reason has at most 10 lines
      When "capitals.*.gap" is explained in full
      Then the reason says: [capitals/network.strength]

    Scenario: A list that is not stated
      Given a project about which nothing is known
      When "organisations[].champion" is explained
      Then it says: The project does not state the list organisations concerned

    Scenario: A list of which there is nothing
      Given "organisations" is []
      When "organisations[].champion" is explained
      Then it says: The project names nothing that this fact is about.

    Scenario: What is assumed counts
      Given the company has declared its commitment
      When it is assumed that "commitment.by=ceo"
      And "commitment.at_top" is explained
      Then the reason says: ● "declaration at the top": "yes"
      And the reason says: --set who made the declaration: CEO

    Scenario: In Japanese
      Given the company has declared its commitment
      When "commitment.at_top" is explained in ja
      Then the reason says: ？ 「トップによる意思表明」はまだ分かりません。あり得る値：「いいえ」「はい」
      And it says: ほかの事実から導かれます
      And it says: 規則: commitment/at-top.yaml
      And it says: この事実を使う規則

    Scenario: An element that is not there
      Given the municipality "city" takes part
      When "organisations/citi.champion" is explained
      Then the exit code is 2
      And the problem says: there is no 'organisations/citi'. Did you mean 'organisations/city'?

    Scenario: Every derived fact is explained as it was derived, in words only
      Given the example "exemplary"
      When every derived fact is explained in full, in both languages
      Then every explanation has the value of the review
      And no explanation speaks as a machine does

  Rule: What nearly applies is told by distance, and as no finding

    Scenario: What is only unknown comes before what would have to change
      Given the exemplary project
      And "coordinator.present" is unknown
      When what nearly applies is looked for
      Then it says, in this order
        | Nothing here is a finding.                      |
        | CDR-01 The project has no coordinator           |
        | if coordinator turns out to be no               |
        | COM-02                                          |
        | if who made the declaration: CEO → division head |

    Scenario: The nearest first, the gravest of them first
      Given the exemplary project
      And "coordinator.present" is unknown
      When what nearly applies is looked for
      Then one fact away comes before two, and a blocker before a minor point

    Scenario: When the facts become so, the finding appears
      Given the exemplary project
      And "field.trial_and_error_possible" is unknown
      When what nearly applies is looked for
      Then each finding appears once its facts are assumed

    Scenario: What is found already is not near
      Given the company has declared nothing
      When what nearly applies is looked for in full
      Then it does not say: COM-01 The company
      And it says: FIT-06 The common area, where the company's strategy and the city's vision overlap, is not defined yet

    Scenario: What was accepted is not near
      Given "coordinator.present" is false
      And the finding "CDR-01" was accepted by "Ms Abe" on 2026-11-02 because "The pilot is small."
      When what nearly applies is looked for in full
      Then it does not say: CDR-01 The project

    Scenario: A project of which nothing is known
      Given a project about which nothing is known
      When what nearly applies is looked for
      Then it says, in this order
        | COM-01 The company has not yet declared its commitment to the city |
        | turns out to be no                                                 |
        | more: --full                                                       |

    Scenario: What nearly applies, in Japanese
      Given the exemplary project
      And "coordinator.present" is unknown
      And the reader reads Japanese
      When what nearly applies is looked for
      Then it says: ここにあるのは、まだ指摘ではありません
      And it says: コーディネーターの存在が「いいえ」と分かる
