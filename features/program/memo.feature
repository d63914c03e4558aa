Feature: The memo decides on one page
  Who gets the memo is to act on it. It begins with this project: what weighs most in it, what is in place, what is
  open. Then come the actions, what may follow, and whom to ask what next. What only some ask for is folded. The page and
  the Markdown file say the same.

  Rule: It begins with this project

    Scenario: The gravest point in the project's own names and values
      Given the exemplary project
      And the declaration was made by a middle manager
      When the memo is written
      Then the memo says, in this order
        | Verdict: Hold                                                                        |
        | What weighs most in                                                                  |
        | The declaration was made by someone below the top                                    |
        | who made the declaration: middle manager                                             |
        | In place:                                                                            |
        | Checked:                                                                             |
        | Put right first                                                                      |

    Scenario: Nothing weighs, and what a verdict waits for is named
      Given a project about which nothing is known
      When the memo is written
      Then the memo says, in this order
        | Nothing that is known stops |
        | phase                                |
        | Nothing is known yet to be in place. |

    Scenario: Nobody is told to proceed while an answer could still ask for a revision
      Given the project is still an idea
      When the memo is written
      Then the memo says, in this order
        | Verdict: So far nothing was found that has to be put right first |
        | anything from “Revise, then proceed” to “Proceed”                |
        | Checked:                                                         |

    Scenario: What is checked whole may proceed
      Given the exemplary project
      When the memo is written
      Then the memo says: Verdict: Proceed

    Scenario: It begins with this project in Japanese
      Given the exemplary project
      And the declaration was made by a middle manager
      And the reader reads Japanese
      When the memo is written
      Then the memo says: でいちばん重い点：
      And the memo says: 表明した人：課長などの中間管理職

  Rule: Actions are a table that pastes into minutes

    Scenario: What to do and why, who, by when
      Given the exemplary project
      And the declaration was made by a middle manager
      When the memo is written
      Then the memo says, in this order
        | Put right first                                           |
        | Fix the date on which the CEO or the board will make      |
        | The declaration was made by someone below the top         |
        | COM-02                                                    |
        | Top of the company                                        |
        | Not given                                                 |

    Scenario: Nothing has to be put right
      Given the exemplary project
      When the memo is written
      Then the memo says: Nothing is known that has to be put right first.

    Scenario: What nearly applies is told by explain, not here
      Given the exemplary project
      When the memo is written
      Then the memo does not say: nearly apply
      And the memo does not say: None of these is a finding.

  Rule: The smallest change is there for those who ask for it

    Scenario: What to change, who changes it, and what it puts right
      Given the exemplary project
      And the declaration was made by a middle manager
      When the memo is written
      Then the memo says, in this order
        | Smallest change that reaches “Revise, then proceed” or better   |
        | Who made the declaration: middle manager → CEO                  |
        | Top of the company                                              |
        | COM-02                                                          |

    Scenario: What to find out, and which answer it takes
      Given a project about which nothing is known
      When the memo is written
      Then the memo says, in this order
        | What has to be found out first for a verdict                                       |
        | Which phase is the project in? → what else it takes depends on it                  |
        | Has the company declared that it will do business in this city? → yes              |
        | Who made the declaration, or signed the agreement? → CEO or board of directors                              |
        | What the verdict is then, and what is to be found out first, depends on the phase. |
      And the memo does not say: exhaustive

    Scenario: From one step below, the title names the best verdict
      Given the exemplary project
      And the project has no coordinator
      When the memo is written
      Then the memo says, in this order
        | Smallest change that reaches “Proceed” |
        | Coordinator: no → yes                  |

    Scenario: Nothing has to change
      Given the exemplary project
      When the memo is written
      Then the memo does not say: Smallest change

    Scenario: Of a set to which several values could be added, the one that is named stands for them
      Given the exemplary project
      And "beneficiary.who" is ["own_company"]
      When the memo is written
      Then the memo says: For whom the project is done: the company itself → the company itself, residents or the like

    Scenario: Nothing that people can change leads there
      Given the exemplary project
      And "capitals/human.rivals_metropolis" is false
      When the memo is written
      Then the memo says: What stands in the way of “Proceed”
      And the memo says: SEL-07
      And the memo does not say: To change

    Scenario: The least change in Japanese
      Given the exemplary project
      And the declaration was made by a middle manager
      And the reader reads Japanese
      When the memo is written
      Then the memo says: 「直してから進める」以上になるための必要最小限の変更
      And the memo says: 表明した人：課長などの中間管理職 → 社長（CEO）

  Rule: Questions carry whom to ask and what their answers would change

    Scenario: The first questions, with the title of the finding
      Given a project about which nothing is known
      And "project.phase" is preparation
      When the memo is written
      Then the memo says, in this order
        | Ask next                                                                                                 |
        | Has the company declared that it will do business in this city?                                          |
        | needed for a verdict                                                                                     |
        | Top of the company                                                                                       |
        | “no”: “The company has not yet declared its commitment to the city” (COM-01, blocker), 3 things that may follow come up; the verdict becomes “Hold”. |

    Scenario: The most consequential question first
      Given the exemplary project
      And "city.population" is unknown
      And "top.active_after_launch" is unknown
      When the memo is written
      Then the memo says, in this order
        | Is the top still actively backing the activities after the launch? |
        | What is the city's population?                                     |

    Scenario: What waits for others is counted, and comes last
      Given a project about which nothing is known
      When the memo is written
      Then the memo says: of the open questions are only listed below: their answers change nothing before others are known.

    Scenario: Questions in Japanese
      Given a project about which nothing is known
      And "project.phase" is preparation
      And the reader reads Japanese
      When the memo is written
      Then the memo says: 「いいえ」：「この都市で中長期に事業を行う意思を、会社としてまだ表明していません」（COM-01、停止）、起こり得ること3件が加わります。判定は「いったん止める」に変わります。

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
        | New (1), Gone (2).                                                   |
        | Different since then: the project's facts                            |
        | The declaration was made by someone below the top                    |
        | The project has no coordinator                                       |
        | put right                                                            |

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
      And the part about what changed does not say: put right CDR-01

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
        | 2026年10月1日(木)からの変化：                          |
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
