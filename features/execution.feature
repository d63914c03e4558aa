Feature: The project gets going and stays alive
  A plan becomes a project when something starts on site. From then on it lives on a top that stays active, on people who
  may act, and on what is learnt.

  Nothing is known about the project except what a scenario states.

  @EXE-01
  Rule: Something concrete starts on site

    Scenario Outline: Plans, but nothing on site (<phase>)
      Given <phase>
      And nothing concrete has started on site
      When the project is reviewed
      Then "EXE-01" is <reported>

      Examples:
        | phase                          | reported                    |
        | the project is still an idea   | not found                   |
        | the city is still being chosen | not found                   |
        | the project has been launched  | found with severity "major" |
        | the project is scaling up      | found with severity "major" |

    Scenario Outline: In preparation nothing need have started, unless the commitment is long past (<months> months)
      Given the project is being prepared
      And nothing concrete has started on site
      And "project.months_since_commitment" is <months>
      When the project is reviewed
      Then "EXE-01" is <reported>

      Examples:
        | months | reported                    |
        | 0      | not found                   |
        | 5      | not found                   |
        | 6      | found with severity "minor" |
        | 30     | found with severity "minor" |

    Scenario: In preparation, and nobody has counted the months since the commitment
      Given the project is being prepared
      And nothing concrete has started on site
      When the project is reviewed
      Then "EXE-01" cannot be told yet
      And "project.months_since_commitment" is asked

    Scenario Outline: A first trial that has a date answers it (in <months> months, <phase>)
      Given <phase>
      And "project.months_since_commitment" is 9
      And nothing concrete has started on site
      And "trial.first_planned_in_months" is <months>
      When the project is reviewed
      Then "EXE-01" is <reported>

      Examples:
        | months | phase                         | reported                    |
        | 1      | the project has been launched | not found                   |
        | 5      | the project is being prepared | not found                   |
        | 6      | the project is being prepared | found with severity "minor" |
        | 24     | the project has been launched | found with severity "major" |

    Scenario: Whether a first trial has a date is asked, and until then it is told
      Given the project has been launched
      And nothing concrete has started on site
      When the project is reviewed
      Then "EXE-01" is found
      And "trial.first_planned_in_months" is asked

    Scenario: A phase that nobody knows delays nothing
      Given nothing concrete has started on site
      When the project is reviewed
      Then "EXE-01" is found with severity "major"
      And "project.phase" is asked

    Scenario: Something has started
      Given the project is being prepared
      And something concrete has started on site
      When the project is reviewed
      Then "EXE-01" is not found

    Scenario: Nobody has said whether anything has started
      Given the project is being prepared
      When the project is reviewed
      Then "EXE-01" cannot be told yet
      And "project.concrete_activity_started" is asked

  @EXE-02
  Rule: It starts soon

    Scenario Outline: <months> months from the declaration to the first activity
      Given "project.months_commitment_to_start" is <months>
      When the project is reviewed
      Then "EXE-02" is <reported>

      Examples:
        | months | reported                    |
        | 1      | not found                   |
        | 5.5    | not found                   |
        | 6      | found with severity "minor" |
        | 30     | found with severity "minor" |

    Scenario: A house may have more patience
      Given the parameter "quick_start_months" is 12
      And "project.months_commitment_to_start" is 8
      When the project is reviewed
      Then "EXE-02" is not found

    Scenario: Nobody has counted the months
      Given a project about which nothing is known
      When the project is reviewed
      Then "EXE-02" cannot be told yet
      And "project.months_commitment_to_start" is asked

  @EXE-03
  Rule: Lessons are kept, from what worked and from what did not

    Scenario Outline: One kind of lesson is lost (<lessons>, <phase>)
      Given <phase>
      And "project.<lessons>" is false
      When the project is reviewed
      Then "EXE-03" is found with severity "minor"

      Examples:
        | lessons                  | phase                         |
        | success_lessons_recorded | the project has been launched |
        | failure_lessons_recorded | the project is scaling up     |

    Scenario: Both are kept
      Given the project is scaling up
      And "project.success_lessons_recorded" is true
      And "project.failure_lessons_recorded" is true
      When the project is reviewed
      Then "EXE-03" is not found

    Scenario Outline: Before the launch there is nothing to keep, and nobody asks (<phase>)
      Given <phase>
      When the project is reviewed
      Then "project.success_lessons_recorded" is not asked
      And "project.failure_lessons_recorded" is not asked

      Examples:
        | phase                          |
        | the project is still an idea   |
        | the city is still being chosen |
        | the project is being prepared  |

    Scenario: Nobody has said whether failures are written down
      Given the project has been launched
      And "project.success_lessons_recorded" is true
      When the project is reviewed
      Then "EXE-03" cannot be told yet
      And "project.failure_lessons_recorded" is asked

  @EXE-04
  Rule: The top stays active after the launch

    Scenario Outline: The top has turned to other things (<phase>)
      Given <phase>
      And "top.active_after_launch" is false
      When the project is reviewed
      Then "EXE-04" is found with severity "blocker"

      Examples:
        | phase                         |
        | the project has been launched |
        | the project is scaling up     |

    Scenario: The top is still there
      Given the project has been launched
      And "top.active_after_launch" is true
      When the project is reviewed
      Then "EXE-04" is not found

    Scenario Outline: Before the launch nobody asks (<phase>)
      Given <phase>
      When the project is reviewed
      Then "top.active_after_launch" is not asked

      Examples:
        | phase                          |
        | the project is still an idea   |
        | the city is still being chosen |
        | the project is being prepared  |

    Scenario: Nobody has said what the top does now
      Given the project has been launched
      When the project is reviewed
      Then "EXE-04" cannot be told yet
      And "top.active_after_launch" is asked

  @EXE-05
  Rule: The working unit has a free hand and what it needs

    Scenario Outline: The working unit is held up (<fact>)
      Given "<fact>" is false
      When the project is reviewed
      Then "EXE-05" is found with severity "major"

      Examples:
        | fact                     |
        | top.provides_environment |
        | top.provides_resources   |
        | company.staff_can_move   |

    Scenario Outline: Neither a free hand nor resources (<phase>)
      Given <phase>
      And "top.provides_environment" is false
      And "top.provides_resources" is false
      When the project is reviewed
      Then "EXE-05" is found with severity "<severity>"

      Examples:
        | phase                         | severity |
        | the project is being prepared | major    |
        | the project has been launched | blocker  |
        | the project is scaling up     | blocker  |

    Scenario Outline: One of the two is still there after the launch (without <fact>)
      Given the project has been launched
      And "<fact>" is false
      And "<other>" is true
      When the project is reviewed
      Then "EXE-05" is found with severity "major"

      Examples:
        | fact                     | other                    |
        | top.provides_environment | top.provides_resources   |
        | top.provides_resources   | top.provides_environment |

    Scenario: While the city is being chosen it comes later
      Given the city is still being chosen
      And "top.provides_resources" is false
      When the project is reviewed
      Then "EXE-05" is upcoming with severity "major"

    Scenario: The working unit can act
      Given "top.provides_environment" is true
      And "top.provides_resources" is true
      And "company.staff_can_move" is true
      When the project is reviewed
      Then "EXE-05" is not found

    Scenario: Nobody has asked the working unit
      Given "top.provides_environment" is true
      And "top.provides_resources" is true
      When the project is reviewed
      Then "EXE-05" cannot be told yet
      And "company.staff_can_move" is asked

  @EXE-02 @EXE-03 @EXE-04 @EXE-05
  Rule: Before its time, it is what comes next

    Scenario Outline: <code> is what comes next, and no fault (<phase>)
      Given <phase>
      And "<fact>" is <value>
      When the project is reviewed
      Then "<code>" is upcoming with severity "<severity>"

      Examples:
        | code   | phase                          | fact                               | value | severity |
        | EXE-02 | the project is being prepared  | project.months_commitment_to_start | 9     | minor    |
        | EXE-03 | the project is being prepared  | project.failure_lessons_recorded   | false | minor    |
        | EXE-04 | the project is being prepared  | top.active_after_launch            | false | blocker  |
        | EXE-05 | the city is still being chosen | top.provides_resources             | false | major    |
