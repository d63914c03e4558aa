Feature: Questions worth asking
  What is not known becomes questions, and an officer has time for a few. Each unknown fact that matters is told with
  what every answer would change: the verdict, findings that come or go, points that are settled. First comes what a
  verdict needs and what could still stop the project, then what is half answered, then the rest, the gravest first, in the
  same order everywhere. It is said in words: nobody knows how probable an answer is.

  Rule: What each answer would change is told in words

    Scenario: A finding that comes, and another verdict
      Given a project about which nothing is known
      When the project is reviewed
      Then the question "Has the company declared that it will do business in this city?" says
        | “no”: COM-01 (blocker), 3 things that may follow come up; the verdict becomes “Hold”. |

    Scenario: A finding that goes
      Given the company has declared its commitment
      And the declaration was made by a division head
      When the project is reviewed
      Then the question "Which phase is the project in?" says
        | “scaling up”: RSK-03 (may follow) goes away. |

    Scenario: Points that are settled although nothing comes or goes
      Given a project about which nothing is known
      When the project is reviewed
      Then the question "Which organisations are concerned, the company itself included?" says
        | With other answers it lets up to 11 points of “Partners, key players and champions” be judged; alone it does not. |

    Scenario: A declaration is needed for a verdict once the project is being prepared
      Given a project about which nothing is known
      And "project.phase" is preparation
      When the project is reviewed
      Then the question "Has the company declared that it will do business in this city?" says
        | “no”: COM-01 (blocker), 3 things that may follow come up; the verdict becomes “Hold”. |
        | needed for a verdict |

    Scenario: An answer that leaves a verdict possible is told with the verdict as far as it goes
      Given a project about which nothing is known
      When the project is reviewed
      Then the question "Which phase is the project in?" says
        | “idea”: the verdict becomes “So far nothing was found that has to be put right first”. |
        | needed for a verdict                                                                   |

    Scenario: What an answer rules out is told although no finding comes yet
      Given a project about which nothing is known
      And "project.phase" is preparation
      When the project is reviewed
      Then the question "Who made the declaration, or signed the agreement?" says
        | “division head”, “middle manager” or “staff member”: the verdict becomes “Hold”. |
        | needed for a verdict                                                             |

    Scenario: One finding about several is one finding
      Given the municipality "city" takes part
      When the project is reviewed
      Then the question "Does the list name every organisation concerned?" says
        | “yes”: ORG-02 (major), ORG-18 (note) come up. |

    Scenario: Numbers that do the same are told as a stretch
      Given the exemplary project
      And "city.population" is unknown
      When the project is reviewed
      Then the question "What is the city's population?" says
        | above 200,000 persons: SEL-09 (note) comes up. |

    Scenario: What an answer changes, in Japanese
      Given a project about which nothing is known
      And the reader reads Japanese
      When the project is reviewed
      Then the question "この都市で事業を行う意思を、会社として表明しましたか" says
        | 「いいえ」：COM-01（停止）、起こり得ること3件が加わります。判定は「いったん止める」に変わります。 |

    Scenario Outline: What is said comes true: <fact> is <answer>
      Given a project about which nothing is known
      When the project is reviewed
      Then answering "<fact>" with <answer> does what was said: "<code>" <happens>, the verdict is "<verdict>"

      Examples:
        | fact                        | answer | code   | happens  | verdict                  |
        | commitment.declared         | false  | COM-01 | comes up | hold                     |
        | project.co_created          | false  | ORG-12 | comes up | hold                     |
        | coordinator.present         | false  | CDR-01 | comes up | insufficient_information |
        | coordinator.present         | true   | CDR-01 | stays away | insufficient_information |

    Scenario Outline: No probability, no percentage, no score: <example>
      Given the example "<example>"
      When the memo is written in both languages
      Then no consequence speaks of chances

      Examples:
        | example    |
        | columbus   |
        | izuko      |
        | wakayama   |
        | copenhagen |

  Rule: What can stop the project comes first, then what is half answered, then what weighs most

    Scenario: Needed for a verdict, a blocker, half answered, major points, minor points, notes
      Given the exemplary project
      And "project.co_created" is unknown
      And "top.active_after_launch" is unknown
      And "coordinator.present" is unknown
      And "top.visited_site" is unknown
      And "kpi.check_process" is unknown
      And "data.sharing_agreed" is unknown
      And "company.sense_of_crisis" is unknown
      And "city.population" is unknown
      When the project is reviewed
      Then the questions are asked in this order
        | fact                    | because                              |
        | top.active_after_launch | the project could have to stop, in this phase |
        | project.co_created      | the project could have to stop               |
        | data.sharing_agreed     | half answered, and it belongs to this phase  |
        | top.visited_site        | half answered                                |
        | kpi.check_process       | a major point                                |
        | coordinator.present     | it belongs to the same step, and comes behind |
        | company.sense_of_crisis | a minor point                                |
        | city.population         | a note                                       |

    Scenario: The screen shows what a verdict needs, and some of the rest
      Given a project about which nothing is known
      When the project is reviewed briefly
      Then it says, in this order
        | Ask next (3 of                 |
        | Which phase is the project in? |
        | needed for a verdict           |
        | Why was this city chosen       |
        | The others: --full.            |
      And it does not say: Are quick trials repeated?

    Scenario: The same question about several is asked once
      Given the local company "one" takes part
      And the local company "two" takes part
      When the project is reviewed
      Then it says, once: Has a champion been named, a person who will carry the project in this organisation?
      And it says: (one, two)

  Rule: A fact whose answers change nothing is never asked

    Scenario: Who declared it, where nothing was declared
      Given the company has declared nothing
      And "agreement.status" is none
      When the project is reviewed
      Then "commitment.by" is not asked
      But "overlap.defined" is asked

    Scenario: What waits for other answers is counted, and asked once they are there
      Given a project about which nothing is known
      When the project is reviewed
      Then "strategy.value_area" is not asked
      And it is told that some answers change nothing before others are known
      When it is assumed that "strategy.defined=true"
      And the project is reviewed
      Then "strategy.value_area" is asked

    Scenario: Nothing is left to ask
      Given the exemplary project
      When the project is reviewed
      Then nothing is asked

  Rule: Not knowing counts against nobody

    Scenario: A project of which nothing but its phase is known
      Given a project about which nothing is known
      And "project.phase" is preparation
      When the project is reviewed
      Then what a verdict needs is asked before everything else
      And nothing is found
      And it says: The missing answers may lead to anything from “Hold” to, at the very best, “Proceed”.

    Scenario: The memo says so
      Given a project about which nothing is known
      When the memo is written in both languages
      Then the memo says: nothing that is open counts against the project
