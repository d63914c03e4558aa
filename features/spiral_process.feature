Feature: The work goes in a spiral
  取り組みがらせん状に進む

  Try something small, see what is wrong, mend it, and try again on a larger scale, together with people who know that it
  is an experiment.

  Nothing is known about the project except what a scenario states.

  小さく試し、課題を洗い出して直し、規模を広げてまた試します。
  試行的な事業であることを知っている人たちと、一緒に進めます。

  シナリオに書かれていない事実は、すべて未確認とします。

  @SPI-01
  Rule: Trials are quick and many
    素早い試行を何度も繰り返す

    Scenario: There are no quick trials
      素早い試行が行われていない
      Given "spiral.quick_trials" is false
      When the project is reviewed
      Then "SPI-01" is found with severity "major"

    Scenario: There are quick trials
      素早い試行が行われている
      Given "spiral.quick_trials" is true
      When the project is reviewed
      Then "SPI-01" is not found

    Scenario: Nobody has said whether there are quick trials
      素早い試行の有無が未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "SPI-01" cannot be told yet
      And "spiral.quick_trials" is asked

  @SPI-02
  Rule: One trial leads to the next, larger one
    一つの試行が、次のより大きな試行につながる

    Scenario Outline: The loop is broken at one point (<link>)
      試行の輪が一か所で途切れている（<link>）
      Given "spiral.quick_trials" is true
      And "spiral.<link>" is false
      When the project is reviewed
      Then "SPI-02" is found with severity "major"

      Examples:
        | link                |
        | issues_extracted    |
        | feedback_applied    |
        | model_improved      |
        | scaled_and_repeated |

    Scenario: The loop is closed
      試行の輪がつながっている
      Given "spiral.quick_trials" is true
      And "spiral.issues_extracted" is true
      And "spiral.feedback_applied" is true
      And "spiral.model_improved" is true
      And "spiral.scaled_and_repeated" is true
      When the project is reviewed
      Then "SPI-02" is not found

    Scenario: Without quick trials there is no loop to break
      素早い試行がなければ、途切れる輪もない
      Given "spiral.quick_trials" is false
      And "spiral.feedback_applied" is false
      When the project is reviewed
      Then "SPI-02" is not found
      And "SPI-01" is found

    Scenario: Without quick trials nobody asks about the loop
      素早い試行がなければ、輪については尋ねない
      Given "spiral.quick_trials" is false
      When the project is reviewed
      Then "SPI-02" is not found
      And "spiral.feedback_applied" is not asked

    Scenario: A broken loop is told even if nobody has said how quick the trials are
      試行の速さが未確認でも、輪が途切れていれば指摘する
      Given "spiral.feedback_applied" is false
      When the project is reviewed
      Then "SPI-02" is found

    Scenario: Nobody has said whether the next trial is larger
      次の試行の規模を広げているかどうかが未確認
      Given "spiral.quick_trials" is true
      And "spiral.issues_extracted" is true
      And "spiral.feedback_applied" is true
      And "spiral.model_improved" is true
      When the project is reviewed
      Then "SPI-02" cannot be told yet
      And "spiral.scaled_and_repeated" is asked

  @SPI-03
  Rule: Planning does not take the place of trying
    計画づくりを、試行の代わりにしない

    Scenario Outline: <months> months of planning before the first trial
      最初の試行までの計画に<months>か月
      Given the project uses digital technology
      And "process.months_planning_before_first_trial" is <months>
      When the project is reviewed
      Then "SPI-03" is <reported>

      Examples:
        | months | reported                    |
        | 0.5    | not found                   |
        | 3      | not found                   |
        | 3.5    | found with severity "major" |
        | 12     | found with severity "major" |

    Scenario Outline: Once something has been tried, it is a lesson (<fact>)
      既に試していれば、長い計画は教訓として示す（<fact>）
      Given the project uses digital technology
      And "process.months_planning_before_first_trial" is 12
      And "<fact>" is true
      When the project is reviewed
      Then "SPI-03" is found with severity "info"

      Examples:
        | fact                              |
        | project.concrete_activity_started |
        | spiral.quick_trials               |

    Scenario: Long planning in the past bars nobody from going on
      過去に計画が長引いていても、先へ進める
      Given the exemplary project
      And "process.months_planning_before_first_trial" is 12
      When the project is reviewed
      Then "SPI-03" is found with severity "info"
      And the verdict is "proceed"

    Scenario Outline: A first trial that has a date answers it (in <months> months)
      最初の試行の日が決まっていれば指摘しない（<months>か月後）
      Given the project uses digital technology
      And "process.months_planning_before_first_trial" is 12
      And "trial.first_planned_in_months" is <months>
      When the project is reviewed
      Then "SPI-03" is <reported>

      Examples:
        | months | reported                    |
        | 1      | not found                   |
        | 3      | not found                   |
        | 4      | found with severity "major" |

    @EXE-01
    Scenario: In preparation the planning is told, and not the months since the declaration besides
      準備の段階では計画の長さを指摘し、表明からの月数は重ねて指摘しない
      Given the project is being prepared
      And the project uses digital technology
      And "process.months_planning_before_first_trial" is 12
      And "project.months_since_commitment" is 12
      And nothing concrete has started on site
      When the project is reviewed
      Then "SPI-03" is found with severity "major"
      And "EXE-01" is replaced by "SPI-03"

    @EXE-01 @SPI-01
    Scenario: After the launch, that nothing has started is told once
      開始後に何も始まっていないことは、一度だけ指摘する
      Given the project has been launched
      And the project uses digital technology
      And "process.months_planning_before_first_trial" is 12
      And nothing concrete has started on site
      And "spiral.quick_trials" is false
      When the project is reviewed
      Then "EXE-01" is found with severity "major"
      And "SPI-03" is not found
      And "SPI-01" is not found

    @EXE-01 @SPI-01 @SPI-02
    Scenario: A day for the first trial answers that no trial is repeated yet
      最初に試す日が決まっていれば、試行の繰り返しはまだ求めない
      Given the project has been launched
      And nothing concrete has started on site
      And "spiral.quick_trials" is false
      And "spiral.scaled_and_repeated" is false
      And "trial.first_planned_in_months" is 2
      When the project is reviewed
      Then "EXE-01" is not found
      And "SPI-01" is not found
      And "SPI-02" is not found

    Scenario: Nobody has said whether the project is digital
      デジタルを活用する事業かどうかが未確認
      Given "process.months_planning_before_first_trial" is 12
      When the project is reviewed
      Then "SPI-03" cannot be told yet
      And "project.uses_digital" is asked

    Scenario: What is not digital may take its time
      デジタルを活用しない事業は、時間をかけてもよい
      Given the project does not use digital technology
      And "process.months_planning_before_first_trial" is 12
      When the project is reviewed
      Then "SPI-03" is not found

    Scenario: A house may set another limit
      計画が長すぎるとみなす月数の目安は変えられる
      Given the parameter "planning_months_limit" is 6
      And the project uses digital technology
      And "process.months_planning_before_first_trial" is 5
      When the project is reviewed
      Then "SPI-03" is not found

    Scenario: Nobody has said how long the planning took
      計画にかけた月数が未確認
      Given the project uses digital technology
      When the project is reviewed
      Then "SPI-03" cannot be told yet
      And "process.months_planning_before_first_trial" is asked

  @SPI-04 @SPI-05
  Rule: Whoever takes part knows that it is an experiment, and answers
    参加者は試行的な事業であることを知り、意見を返す

    Scenario Outline: The participants <have not>
      参加者の理解や協力が得られていない：<have not>
      Given "<fact>" is false
      When the project is reviewed
      Then "<code>" is found with severity "major"

      Examples:
        | code   | have not                                    | fact                            |
        | SPI-04 | have not been told that it is an experiment | participants.told_experimental  |
        | SPI-05 | have not agreed to give feedback            | participants.agreed_to_feedback |

    Scenario Outline: The participants <have>
      参加者の理解や協力が得られている：<have>
      Given "<fact>" is true
      When the project is reviewed
      Then "<code>" is not found

      Examples:
        | code   | have                                    | fact                            |
        | SPI-04 | have been told that it is an experiment | participants.told_experimental  |
        | SPI-05 | have agreed to give feedback            | participants.agreed_to_feedback |

    Scenario Outline: Nobody knows whether the participants <have>
      参加者の理解や協力が未確認：<have>
      Given a project about which nothing is known
      When the project is reviewed
      Then "<code>" cannot be told yet
      And "<fact>" is asked

      Examples:
        | code   | have                                    | fact                            |
        | SPI-04 | have been told that it is an experiment | participants.told_experimental  |
        | SPI-05 | have agreed to give feedback            | participants.agreed_to_feedback |

  @SPI-06
  Rule: The municipality helps to bring people in
    地域の関係者の巻き込みに、自治体が協力する

    Scenario: The municipality does not help
      自治体が協力していない
      Given "municipality.supports_involvement" is false
      When the project is reviewed
      Then "SPI-06" is found with severity "minor"

    Scenario: The municipality helps
      自治体が協力している
      Given "municipality.supports_involvement" is true
      When the project is reviewed
      Then "SPI-06" is not found

    Scenario: Nobody has said whether the municipality helps
      自治体の協力の有無が未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "SPI-06" cannot be told yet
      And "municipality.supports_involvement" is asked

  @SPI-07
  Rule: Those who do the work see the spiral
    携わる人が、らせん状の進め方を理解している

    Scenario: The team does not see it
      らせん状に進めることが、関係者に理解されていない
      Given "spiral.understood_by_team" is false
      When the project is reviewed
      Then "SPI-07" is found with severity "minor"

    Scenario: The team sees it
      らせん状に進めることが、関係者に理解されている
      Given "spiral.understood_by_team" is true
      When the project is reviewed
      Then "SPI-07" is not found

    Scenario: Nobody has asked the team
      関係者の理解が未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "SPI-07" cannot be told yet
      And "spiral.understood_by_team" is asked

  @SPI-01 @SPI-02 @SPI-04 @SPI-05 @SPI-06 @SPI-07
  Rule: Before its time, it is what comes next
    時期が来るまでは、今後の指摘とする

    Scenario Outline: <code> is what comes next, and no fault (<phase>)
      <code>は今後の指摘にとどめる（<phase>）
      Given <phase>
      And "<fact>" is <value>
      When the project is reviewed
      Then "<code>" is upcoming with severity "<severity>"

      Examples:
        | code   | phase                          | fact                              | value | severity |
        | SPI-01 | the project is being prepared  | spiral.quick_trials               | false | major    |
        | SPI-02 | the project is being prepared  | spiral.feedback_applied           | false | major    |
        | SPI-04 | the project is being prepared  | participants.told_experimental    | false | major    |
        | SPI-05 | the project is being prepared  | participants.agreed_to_feedback   | false | major    |
        | SPI-06 | the city is still being chosen | municipality.supports_involvement | false | minor    |
        | SPI-07 | the project is being prepared  | spiral.understood_by_team         | false | minor    |

  @SPI-03
  Rule: While the city is being chosen, planning does not yet take the place of trying
    都市を選んでいる間は、計画づくりが試行に代わっているとはみなさない

    Scenario: Months of planning while the city is being chosen
      都市を選んでいる間に、計画に何か月もかけている
      Given the city is still being chosen
      And the project uses digital technology
      And "process.months_planning_before_first_trial" is 12
      When the project is reviewed
      Then "SPI-03" is upcoming with severity "major"
