Feature: The project gets going and stays alive
  事業が動き出し、続いていく

  A plan becomes a project when something starts on site. From then on it lives on a top that stays active, on people who
  may act, and on what is learnt.

  Nothing is known about the project except what a scenario states.

  現地で何かが始まって、計画は初めて事業になります。その後を支えるのは、トップの継続的な関与、
  動ける人、そして取り組みから得た学びです。

  シナリオに書かれていない事実は、すべて未確認とします。

  @EXE-01
  Rule: Something concrete starts on site
    現地で具体的な活動が始まる

    Scenario Outline: Plans, but nothing on site (<phase>)
      計画はあるが、現地では何も始まっていない（<phase>）
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
      準備の段階では、表明から長くたたない限り、未着手でもよい（<months>か月）
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
      準備の段階で、表明からの月数が未確認
      Given the project is being prepared
      And nothing concrete has started on site
      When the project is reviewed
      Then "EXE-01" cannot be told yet
      And "project.months_since_commitment" is asked

    Scenario Outline: A first trial that has a date answers it (in <months> months, <phase>)
      最初の試行の日が決まっていれば指摘しない（<months>か月後、<phase>）
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
      最初の試行の日を尋ね、答えが出るまでは指摘する
      Given the project has been launched
      And nothing concrete has started on site
      When the project is reviewed
      Then "EXE-01" is found
      And "trial.first_planned_in_months" is asked

    Scenario: A phase that nobody knows delays nothing
      段階が未確認でも、指摘は先に延ばさない
      Given nothing concrete has started on site
      When the project is reviewed
      Then "EXE-01" is found with severity "major"
      And "project.phase" is asked

    Scenario: Something has started
      具体的な活動が始まっている
      Given the project is being prepared
      And something concrete has started on site
      When the project is reviewed
      Then "EXE-01" is not found

    Scenario: Nobody has said whether anything has started
      活動が始まったかどうかが未確認
      Given the project is being prepared
      When the project is reviewed
      Then "EXE-01" cannot be told yet
      And "project.concrete_activity_started" is asked

  @EXE-02
  Rule: It starts soon
    表明したら、早く始める

    Scenario Outline: <months> months from the declaration to the first activity
      意思表明から最初の活動まで<months>か月
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
      開始が遅いとみなす月数の目安は変えられる
      Given the parameter "quick_start_months" is 12
      And "project.months_commitment_to_start" is 8
      When the project is reviewed
      Then "EXE-02" is not found

    Scenario: Nobody has counted the months
      最初の活動までの月数が未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "EXE-02" cannot be told yet
      And "project.months_commitment_to_start" is asked

  @EXE-03
  Rule: Lessons are kept, from what worked and from what did not
    うまくいったことからも失敗からも、学びを残す

    Scenario Outline: One kind of lesson is lost (<lessons>, <phase>)
      成功と失敗の一方の学びが残されていない（<lessons>、<phase>）
      Given <phase>
      And "project.<lessons>" is false
      When the project is reviewed
      Then "EXE-03" is found with severity "minor"

      Examples:
        | lessons                  | phase                         |
        | success_lessons_recorded | the project has been launched |
        | failure_lessons_recorded | the project is scaling up     |

    Scenario: Both are kept
      成功の学びも失敗の学びも残している
      Given the project is scaling up
      And "project.success_lessons_recorded" is true
      And "project.failure_lessons_recorded" is true
      When the project is reviewed
      Then "EXE-03" is not found

    Scenario Outline: Before the launch there is nothing to keep, and nobody asks (<phase>)
      始まるまでは残す学びがなく、尋ねない（<phase>）
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
      失敗の学びを残しているかどうかが未確認
      Given the project has been launched
      And "project.success_lessons_recorded" is true
      When the project is reviewed
      Then "EXE-03" cannot be told yet
      And "project.failure_lessons_recorded" is asked

  @EXE-04
  Rule: The top stays active after the launch
    事業の開始後も、トップが支え続ける

    Scenario Outline: The top has turned to other things (<phase>)
      トップの関心がほかへ移っている（<phase>）
      Given <phase>
      And "top.active_after_launch" is false
      When the project is reviewed
      Then "EXE-04" is found with severity "blocker"

      Examples:
        | phase                         |
        | the project has been launched |
        | the project is scaling up     |

    Scenario: The top is still there
      トップが支え続けている
      Given the project has been launched
      And "top.active_after_launch" is true
      When the project is reviewed
      Then "EXE-04" is not found

    Scenario Outline: Before the launch nobody asks (<phase>)
      始まるまでは尋ねない（<phase>）
      Given <phase>
      When the project is reviewed
      Then "top.active_after_launch" is not asked

      Examples:
        | phase                          |
        | the project is still an idea   |
        | the city is still being chosen |
        | the project is being prepared  |

    Scenario: Nobody has said what the top does now
      いまのトップの関与が未確認
      Given the project has been launched
      When the project is reviewed
      Then "EXE-04" cannot be told yet
      And "top.active_after_launch" is asked

  @EXE-05
  Rule: The working unit has a free hand and what it needs
    実行部隊に、動きやすい環境と必要な資源がある

    Scenario Outline: The working unit is held up (<fact>)
      実行部隊が動きにくい（<fact>）
      Given "<fact>" is false
      When the project is reviewed
      Then "EXE-05" is found with severity "major"

      Examples:
        | fact                     |
        | top.provides_environment |
        | top.provides_resources   |
        | company.staff_can_move   |

    Scenario Outline: Neither a free hand nor resources (<phase>)
      環境も資源もない（<phase>）
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
      開始後、どちらか一方は残っている（ないのは<fact>）
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
      都市を選んでいる間は、今後の指摘とする
      Given the city is still being chosen
      And "top.provides_resources" is false
      When the project is reviewed
      Then "EXE-05" is upcoming with severity "major"

    Scenario: The working unit can act
      実行部隊が動ける
      Given "top.provides_environment" is true
      And "top.provides_resources" is true
      And "company.staff_can_move" is true
      When the project is reviewed
      Then "EXE-05" is not found

    Scenario: Nobody has asked the working unit
      担当者の動きやすさが未確認
      Given "top.provides_environment" is true
      And "top.provides_resources" is true
      When the project is reviewed
      Then "EXE-05" cannot be told yet
      And "company.staff_can_move" is asked

  @EXE-02 @EXE-03 @EXE-04 @EXE-05
  Rule: Before its time, it is what comes next
    時期が来るまでは、今後の指摘とする

    Scenario Outline: <code> is what comes next, and no fault (<phase>)
      <code>は今後の指摘にとどめる（<phase>）
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
