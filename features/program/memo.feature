Feature: The memo looks ahead, and back
  Who gets the memo is to act on it. Its list of actions opens with the least that leads to a better verdict; then it
  tells what a single fact keeps away, what the answers to its questions would change, and, beside an earlier memo,
  what came and went since. The page and the Markdown file say the same.

  Rule: The least change opens the list of actions

    Scenario: What to change, who changes it, and what it puts right
      Given the exemplary project
      And the declaration was made by a middle manager
      When the memo is written
      Then section 1 says, in this order
        | The least that leads at least to “Revise, then proceed”   |
        | To change                                                 |
        | Who made the declaration: middle manager → CEO            |
        | Top of the company                                        |
        | COM-02                                                    |
        | The declaration was made by someone below the top         |
        | Fix the date on which the CEO or the board will repeat    |

    Scenario: What to find out, and which answer it takes
      Given a project about which nothing is known
      When the memo is written
      Then section 1 says, in this order
        | The least that leads at least to “Revise, then proceed”                     |
        | To find out                                                                 |
        | Has the company declared that it will do business in this city? → yes       |
        | Who made the declaration? → CEO or board of directors                       |
        | Which phase is the project in? → any answer will do                         |
        | No smaller set does                                                         |
        | Nothing is known that has to be put right first.                            |

    Scenario: From one step below, the title names the best verdict
      Given the exemplary project
      And the project has no coordinator
      When the memo is written
      Then section 1 says, in this order
        | The least that leads to “Proceed” |
        | Coordinator: no → yes             |

    Scenario: Nothing has to change
      Given the exemplary project
      When the memo is written
      Then section 1 does not say: The least that leads
      And section 1 says: Nothing is known that has to be put right first.

    Scenario: Nothing that people can change leads there
      Given the exemplary project
      And "process.months_planning_before_first_trial" is 9
      When the memo is written
      Then section 1 says: The least that leads to “Proceed”
      And section 1 says: SPI-03
      And section 1 does not say: To change

    Scenario: The least change in Japanese
      Given the exemplary project
      And the declaration was made by a middle manager
      And the reader reads Japanese
      When the memo is written
      Then section 1 says: 少なくとも「直してから進める」になるための最小の変更
      And section 1 says: 表明した人：課長などの中間管理職 → 社長（CEO）

  Rule: What nearly applies is told, and is no finding

    Scenario: The one fact that keeps a finding away
      Given the exemplary project
      When the memo is written
      Then section 1 says: None of these is a finding.
      And section 1 says: Who made the declaration: CEO → division head
      And section 1 says: “The declaration was made by someone below the top” (COM-02, blocker) comes up.

    Scenario: It is counted nowhere
      Given the exemplary project
      When the memo is written
      Then the memo counts 0 blockers and 0 major points
      And section 1 says: Nothing is known that has to be put right first.
      But section 1 says: (COM-02, blocker)

    Scenario: What is only unknown is left to the questions
      Given the exemplary project
      And "coordinator.present" is unknown
      When the memo is written
      Then section 1 does not say: CDR-01
      And section 4 says: CDR-01

    Scenario: What is found is not near
      Given the exemplary project
      And the declaration was made by a middle manager
      When the memo is written
      Then section 1 does not say: Who made the declaration: CEO
      And section 1 says: Declaration of the intent to do business in the city: yes → no

    Scenario: Where nothing is known nothing is near
      Given a project about which nothing is known
      When the memo is written
      Then section 1 does not say: nearly apply

  Rule: Questions carry what their answers would change

    Scenario: Every answer to the first questions, with the title of the finding
      Given a project about which nothing is known
      When the memo is written
      Then section 4 says, in this order
        | Has the company declared that it will do business in this city?                                          |
        | needed for a verdict                                                                                     |
        | “no”: “The company has not yet declared its commitment to the city” (COM-01, blocker), 4 things that may follow come up; the verdict becomes “Hold”. |
        | “yes”: nothing comes up.                                                                                 |

    Scenario: The most consequential question first
      Given the exemplary project
      And "city.population" is unknown
      And "top.active_after_launch" is unknown
      When the memo is written
      Then section 4 says, in this order
        | Is the top still actively backing the activities after the launch? |
        | How many inhabitants has the city?                                 |

    Scenario: What waits for others is counted, not asked
      Given a project about which nothing is known
      When the memo is written
      Then section 4 says: more unknown facts are not asked here: their answers change nothing before others are known.
      And section 4 does not say: coordinator.expertise

    Scenario: Questions in Japanese
      Given a project about which nothing is known
      And the reader reads Japanese
      When the memo is written
      Then section 4 says: 「いいえ」：「この都市に腰を据えるという意思を、会社としてまだ表明していません」（COM-01、停止）、起こり得ること4件が加わります。判定は「いったん止める」に変わります。

  Rule: What changed since the last memo

    Scenario: What came, what went, and the verdict
      Given the exemplary project
      And the project has no coordinator
      And the last memo was made on "2026-10-01"
      And "coordinator.present" is true
      And the declaration was made by a middle manager
      When the memo is written
      Then it tells what changed
        | What changed since 1 October 2026                                    |
        | The verdict was “Revise, then proceed” and is “Hold” now.            |
        | New (1)                                                              |
        | The declaration was made by someone below the top                    |
        | Gone (2)                                                             |
        | The project has no coordinator                                       |
        | put right                                                            |
        | Different since then: the project's facts                            |

    Scenario: A finding that cannot be told any more is not called put right
      Given the exemplary project
      And the project has no coordinator
      And the last memo was made on "2026-10-01"
      And "coordinator.present" is unknown
      When the memo is written
      Then it tells what changed
        | Gone                             |
        | The project has no coordinator   |
        | cannot be told any more          |
      And the part about what changed does not say: put right

    Scenario: A finding that was accepted meanwhile
      Given the exemplary project
      And the project has no coordinator
      And the last memo was made on "2026-10-01"
      And the finding "CDR-01" was accepted by "Ms Abe" on 2026-11-02 because "The pilot is small."
      When the memo is written
      Then it tells what changed
        | Gone (1)                       |
        | The project has no coordinator |
        | accepted or postponed          |

    Scenario: Nothing changed
      Given the exemplary project
      And the last memo was made on "2026-10-01"
      When the memo is written
      Then it tells what changed
        | What changed since 1 October 2026      |
        | The verdict is still “Proceed”.        |
        | No finding came or went.               |

    Scenario: What changed, in Japanese
      Given the exemplary project
      And the project has no coordinator
      And the last memo was made on "2026-10-01"
      And "coordinator.present" is true
      And the reader reads Japanese
      When the memo is written
      Then it tells what changed
        | 2026年10月1日(木)からの変化                            |
        | 判定は「直してから進める」から「進めてよい」に変わりました。 |
        | この事業にはコーディネーターがいません                 |
        | 解消                                                   |

    Scenario: Without an earlier one nothing is said about it
      Given the exemplary project
      When the memo is written
      Then nothing is said about what changed

    Scenario: The earlier one cannot be read
      Given the exemplary project
      And the last memo was made on "2026-10-01"
      And the last one was damaged
      When the memo is tried
      Then the exit code is 3
      And the problem names "last.json"
      And there is no memo
