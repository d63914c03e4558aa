Feature: Several ideas run side by side
  複数の案件を並行して進める

  Innovation is managed by starting many ideas that could become large and whose success nobody can foresee, and by
  letting most of them go. The article pictures it with 20 ideas and one success in 20: a picture, never a target.

  Nothing is known about the project except what a scenario states. Ideas may be missing from the list until the project
  says that the list is complete.

  イノベーションは、大きく育つ可能性があって成否の読めない案件を数多く始め、その大半を手放すことで進みます。
  論文は20件の案件と20分の1の成功確率で説明していますが、これは例えであり、目標ではありません。

  シナリオに書かれていない事実は、すべて未確認とします。
  一覧にすべて載っていると書かれるまでは、載っていない案件があるかもしれないものとして扱います。

  @POR-01 @POR-02 @POR-03
  Rule: One idea is not enough, least of all a sure one
    案件は一つでは足りず、成功の見えている一つだけではなおさら足りない

    Scenario: Nothing is running
      進行中の案件がない
      Given the idea "sensor" is waiting
      And the list of seeds is complete
      When the project is reviewed
      Then "POR-01" is found with severity "major"
      And "portfolio.shape" is "none"

    Scenario: Before anything has started, planned ideas count
      まだ何も始めていないうちは、予定している案件を数える
      Given the project is being prepared
      And "project.concrete_activity_started" is false
      And the idea "sensor" is waiting
      And the idea "record" is waiting
      And the list of seeds is complete
      When the project is reviewed
      Then "POR-01" is not found

    Scenario: A single planned idea is not several, either
      予定している案件が一つなら、複数ではない
      Given the project is being prepared
      And "project.concrete_activity_started" is false
      And the idea "sensor" is waiting
      And the list of seeds is complete
      When the project is reviewed
      Then "POR-01" is found with severity "major"

    Scenario Outline: Two ideas wait, nobody has said whether anything has started, and <phase>
      待機中の案件が二つあり、活動を始めたかどうかは未確認（<phase>）
      Given <phase>
      And the idea "sensor" is waiting
      And the idea "record" is waiting
      And the list of seeds is complete
      When the project is reviewed
      Then "POR-01" <told>

      Examples:
        | phase                          | told                            |
        | the project is still an idea   | cannot be told yet              |
        | the city is still being chosen | cannot be told yet              |
        | the project is being prepared  | cannot be told yet              |
        | the project has been launched  | is found with severity "major"  |
        | "project.phase" is scaling     | is found with severity "major"  |

    Scenario: Nothing has started though it was launched, and planned ideas count
      開始したはずがまだ何も始まっておらず、予定している案件を数える
      Given the project has been launched
      And "project.concrete_activity_started" is false
      And the idea "sensor" is waiting
      And the idea "record" is waiting
      And the list of seeds is complete
      When the project is reviewed
      Then "POR-01" is not found

    Scenario: One idea waits, and nobody has said whether the other one runs
      案件の一つは待機中で、もう一つは進行状況が未確認
      Given the seeds:
        | id     | running |
        | sensor | unknown |
        | record | false   |
      And the list of seeds is complete
      When the project is reviewed
      Then "POR-01" cannot be told yet

    Scenario: Before the launch it is asked whether anything has started
      開始前には、活動を始めたかどうかを尋ねる
      Given the project is being prepared
      And the idea "sensor" is waiting
      And the idea "record" is waiting
      And the list of seeds is complete
      When the project is reviewed
      Then "project.concrete_activity_started" is asked

    Scenario: Where one idea runs, something has started, and ideas that only wait do not count
      進行中の案件があれば、待機中の案件は数えない
      Given the project is being prepared
      And the idea "sensor" is running
      And the idea "record" is waiting
      And the list of seeds is complete
      When the project is reviewed
      Then "POR-01" is found with severity "major"

    Scenario: Once something has started, ideas that only wait do not count
      何かを始めた後は、待機中の案件を数えない
      Given the project is being prepared
      And "project.concrete_activity_started" is true
      And the idea "sensor" is waiting
      And the idea "record" is waiting
      And the list of seeds is complete
      When the project is reviewed
      Then "POR-01" is found with severity "major"

    Scenario: There is no idea at all
      案件が一つもない
      Given "portfolio.seeds" is []
      And the list of seeds is complete
      When the project is reviewed
      Then "POR-01" is found
      And "portfolio.shape" is "none"

    Scenario: One idea is running, and nobody can foresee how it ends
      成否の読めない案件が一つだけ進行中である
      Given the idea "sensor" is running
      And the success of the idea "sensor" is not in sight
      And the list of seeds is complete
      When the project is reviewed
      Then "POR-01" is found with severity "major"
      And "POR-02" is not found
      And "POR-03" is not found for "portfolio.seeds/sensor"
      And "portfolio.shape" is "single"
      And "portfolio.seeds/sensor.sure" is "no"

    Scenario: The whole effort is one sure thing
      成功の見えている案件一つだけで進めている
      Given the idea "sensor" is running
      And the success of the idea "sensor" is in sight
      And the list of seeds is complete
      When the project is reviewed
      Then "POR-02" is found with severity "major"
      And "POR-01" is not found
      And "POR-03" is not found for "portfolio.seeds/sensor"
      And "portfolio.shape" is "single_sure_thing"
      And "portfolio.seeds/sensor.sure" is "yes"

    Scenario: A sure idea that waits does not make the running one sure
      待機中の案件に見通しが立っていても、進行中の案件の見通しは変わらない
      Given the idea "sensor" is running
      And the success of the idea "sensor" is not in sight
      And the idea "record" is waiting
      And the success of the idea "record" is in sight
      And the list of seeds is complete
      When the project is reviewed
      Then "portfolio.shape" is "single"
      And "POR-01" is found

    Scenario: An idea that waits does not make a sure thing a portfolio
      待機中の案件があっても、成功の見えている一つだけであることは変わらない
      Given the idea "sensor" is running
      And the success of the idea "sensor" is in sight
      And the idea "record" is waiting
      And the list of seeds is complete
      When the project is reviewed
      Then "portfolio.shape" is "single_sure_thing"

    Scenario: Two ideas are several
      案件が二つ進行中なら、複数とみなす
      Given the idea "sensor" is running
      And the idea "record" is running
      When the project is reviewed
      Then "POR-01" is not found
      And "POR-02" is not found
      And "portfolio.shape" is "several"

    Scenario: One sure idea among several
      複数の案件のうち、一つは見通しが立っている
      Given the idea "sensor" is running
      And the success of the idea "sensor" is in sight
      And the idea "record" is running
      And the success of the idea "record" is not in sight
      When the project is reviewed
      Then "POR-03" is found for "portfolio.seeds/sensor" with severity "minor"
      And "POR-03" is not found for "portfolio.seeds/record"

    Scenario: Nobody is told that ideas are missing from a list that is open
      一覧が完全でなければ、案件が足りないとはいえない
      Given the idea "sensor" is running
      When the project is reviewed
      Then "POR-01" cannot be told yet
      And "POR-02" cannot be told yet
      And "complete.portfolio.seeds" is asked
      And "portfolio.shape" is undetermined

    Scenario: Nobody knows whether the second idea is running
      二つ目の案件が進行中かどうかが未確認
      Given the idea "sensor" is running
      And nobody knows whether the idea "record" is running
      And the list of seeds is complete
      When the project is reviewed
      Then "POR-01" cannot be told yet
      And "portfolio.seeds[].running" is asked about "portfolio.seeds/record"

    Scenario: There is only one idea, and nobody knows whether it is running
      案件は一つだけで、進行中かどうかが未確認
      Given nobody knows whether the idea "sensor" is running
      And the list of seeds is complete
      When the project is reviewed
      Then "POR-01" is found with severity "major"
      And "POR-02" cannot be told yet
      And "portfolio.shape" is undetermined

    Scenario: Nobody has named an idea
      案件が一つも挙がっていない
      Given a project about which nothing is known
      When the project is reviewed
      Then "POR-01" cannot be told yet
      And "POR-02" cannot be told yet
      And "POR-03" cannot be told yet
      And "portfolio.seeds" is asked

    Scenario: A house may call only three ideas several
      複数とみなす案件の数の目安は変えられる
      Given the parameter "min_running_seeds" is 3
      And the idea "sensor" is running
      And the idea "record" is running
      And the list of seeds is complete
      When the project is reviewed
      Then "portfolio.shape" is "few"
      And "POR-01" is found with severity "major"
      And "POR-02" is not found

  @POR-03
  Rule: When success is in sight, others probably do it already
    成功の見通しが立つ案件は、ほかでも既に手がけられている可能性が高い

    Scenario Outline: Nobody has given an outlook, only a high chance (<chance>)
      見通しは書かれておらず、成功確率が高い（<chance>）
      Given the seeds:
        | id     | running | success_probability |
        | sensor | true    | <chance>            |
      When the project is reviewed
      Then "POR-03" is found for "portfolio.seeds/sensor"
      And "portfolio.seeds/sensor.sure" is "yes"

      Examples:
        | chance |
        | 0.5    |
        | 0.9    |

    Scenario Outline: A low chance is nothing sure, but its outlook may still be clear (<chance>)
      成功確率が低くても、見通しは立っているかもしれない（<chance>）
      Given the seeds:
        | id     | running | success_probability |
        | sensor | true    | <chance>            |
      When the project is reviewed
      Then "portfolio.seeds/sensor.sure" is "no"
      And "POR-03" cannot be told yet for "portfolio.seeds/sensor"
      And "portfolio.seeds[].outlook" is asked about "portfolio.seeds/sensor"

      Examples:
        | chance |
        | 0.05   |
        | 0.49   |

    Scenario: A house may call an idea sure only at a higher chance
      見通しの立つ案件とみなす成功確率の目安は変えられる
      Given the parameter "sure_thing_probability" is 0.8
      And the seeds:
        | id     | running | success_probability |
        | sensor | true    | 0.6                 |
      When the project is reviewed
      Then "portfolio.seeds/sensor.sure" is "no"

    Scenario: What people say about the outlook weighs more than a number
      人が述べた見通しを、数値より重くみる
      Given the seeds:
        | id     | running | outlook | success_probability |
        | sensor | true    | unclear | 0.6                 |
      When the project is reviewed
      Then "POR-03" is not found for "portfolio.seeds/sensor"

    Scenario: Neither outlook nor chance is given
      見通しも成功確率も未確認
      Given the idea "sensor" is running
      When the project is reviewed
      Then "POR-03" cannot be told yet for "portfolio.seeds/sensor"
      And "portfolio.seeds[].outlook" is asked about "portfolio.seeds/sensor"
      And "portfolio.seeds/sensor.sure" is undetermined

  @POR-04
  Rule: The expected number of successes is worth a note
    成功件数の期待値は、参考として示す

    Scenario: Twenty ideas of one chance in twenty make one success
      成功確率20分の1の案件が20件で、成功は1件と見込む
      Given the seeds:
        | id  | running | success_probability |
        | s1  | true    | 0.05                |
        | s2  | true    | 0.05                |
        | s3  | true    | 0.05                |
        | s4  | true    | 0.05                |
        | s5  | true    | 0.05                |
        | s6  | true    | 0.05                |
        | s7  | true    | 0.05                |
        | s8  | true    | 0.05                |
        | s9  | true    | 0.05                |
        | s10 | true    | 0.05                |
        | s11 | true    | 0.05                |
        | s12 | true    | 0.05                |
        | s13 | true    | 0.05                |
        | s14 | true    | 0.05                |
        | s15 | true    | 0.05                |
        | s16 | true    | 0.05                |
        | s17 | true    | 0.05                |
        | s18 | true    | 0.05                |
        | s19 | true    | 0.05                |
        | s20 | true    | 0.05                |
      And the list of seeds is complete
      When the project is reviewed
      Then "POR-04" is not found
      And "portfolio.expected" is "reached"

    Scenario: Two uncertain ideas fall short of it, which is no fault
      成否の読めない二件では目安に届かないが、問題とはしない
      Given the exemplary project
      And the seeds:
        | id     | running | outlook | potential | success_probability |
        | sensor | true    | unclear | large     | 0.05                |
        | record | true    | unclear | large     | 0.1                 |
      When the project is reviewed
      Then "POR-04" is found with severity "info"
      And "portfolio.expected" is "below_reference"
      And the verdict is "proceed"

    Scenario Outline: Ideas that wait do not count, whatever their chance (<chance>)
      待機中の案件は、成功確率にかかわらず数えない（<chance>）
      Given the seeds:
        | id     | running | success_probability |
        | sensor | true    | 0.4                 |
        | record | false   | <chance>            |
      And the list of seeds is complete
      When the project is reviewed
      Then "portfolio.expected" is "below_reference"

      Examples:
        | chance  |
        | 0.9     |
        | unknown |

    Scenario: What an idea that waits may bring need not be known
      待機中の案件の成功確率は、未確認でもよい
      Given the seeds:
        | id     | running | success_probability |
        | sensor | true    | 0.6                 |
        | record | true    | 0.6                 |
        | alarm  | false   |                     |
      And the list of seeds is complete
      When the project is reviewed
      Then "portfolio.expected" is "reached"

    Scenario: That an idea has no chance at all is known as well
      成功確率が0であることも、確認済みの答えとして扱う
      Given the seeds:
        | id     | running | success_probability |
        | sensor | true    | 0                   |
      And the list of seeds is complete
      When the project is reviewed
      Then "portfolio.expected" is "below_reference"

    Scenario: Where nothing is running, nothing is expected
      進行中の案件がなければ、期待値は求めない
      Given the seeds:
        | id     | running | success_probability |
        | sensor | false   | 0.4                 |
      And the list of seeds is complete
      When the project is reviewed
      Then "portfolio.expected" is undetermined
      And "POR-04" is not found

    Scenario Outline: As long as <what> of one idea is not known, nothing is added up
      一つの案件に未確認の点があるうちは、合計しない（<what>）
      Given the seeds:
        | id     | running   | success_probability |
        | sensor | true      | <first chance>      |
        | record | <running> | <chance>            |
      And the list of seeds is complete
      When the project is reviewed
      Then "portfolio.expected" is undetermined

      Examples:
        | what       | first chance | running | chance  |
        | the chance | 1            | true    | unknown |
        | the state  | 1            | unknown | 0.5     |
        | the state  | 0.1          | unknown | 0.1     |

    Scenario: One chance is not known
      成功確率が未確認の案件が一つある
      Given the seeds:
        | id     | running | success_probability |
        | sensor | true    | 0.05                |
        | record | true    |                     |
      And the list of seeds is complete
      When the project is reviewed
      Then "POR-04" cannot be told yet
      And "portfolio.seeds[].success_probability" is asked about "portfolio.seeds/record"
      And "portfolio.expected" is undetermined

    Scenario: More ideas may be on their way
      案件は、ほかにもあるかもしれない
      Given the seeds:
        | id     | running | success_probability |
        | sensor | true    | 0.05                |
      When the project is reviewed
      Then "POR-04" cannot be told yet
      And "complete.portfolio.seeds" is asked

    Scenario: A house may set another reference
      成功件数の期待値の目安は変えられる
      Given the parameter "reference_expected_successes" is 0.1
      And the seeds:
        | id     | running | success_probability |
        | sensor | true    | 0.05                |
        | record | true    | 0.05                |
      And the list of seeds is complete
      When the project is reviewed
      Then "portfolio.expected" is "reached"

  @POR-05
  Rule: An idea is worth running when it could become large
    進めるのは、大きな事業に育つ可能性のある案件にする

    Scenario: A small idea is running
      小さくしか育たない案件が進行中である
      Given the idea "sensor" is running
      And "portfolio.seeds/sensor.potential" is small
      When the project is reviewed
      Then "POR-05" is found for "portfolio.seeds/sensor" with severity "minor"

    Scenario: A large idea is running
      大きく育つ可能性のある案件が進行中である
      Given the idea "sensor" is running
      And "portfolio.seeds/sensor.potential" is large
      When the project is reviewed
      Then "POR-05" is not found for "portfolio.seeds/sensor"

    Scenario: A small idea that waits does no harm
      小さくしか育たない案件でも、待機中なら差し支えない
      Given the idea "sensor" is waiting
      And "portfolio.seeds/sensor.potential" is small
      When the project is reviewed
      Then "POR-05" is not found for "portfolio.seeds/sensor"

    Scenario: Nobody knows whether the small idea is running
      小さくしか育たない案件が、進行中かどうかが未確認
      Given nobody knows whether the idea "sensor" is running
      And "portfolio.seeds/sensor.potential" is small
      When the project is reviewed
      Then "POR-05" cannot be told yet for "portfolio.seeds/sensor"

    Scenario: Nobody has said how large it could become
      どこまで育つ可能性があるかが未確認
      Given the idea "sensor" is running
      When the project is reviewed
      Then "POR-05" cannot be told yet for "portfolio.seeds/sensor"
      And "portfolio.seeds[].potential" is asked about "portfolio.seeds/sensor"

  @POR-06
  Rule: New value is not managed by the rules of ordinary new business
    新しい価値づくりを、通常の新規事業の方法で管理しない

    Scenario: The ordinary rules apply
      通常の新規事業と同じ方法で管理している
      Given "project.management_style" is conventional
      When the project is reviewed
      Then "POR-06" is found with severity "major"

    Scenario Outline: Other rules apply (<style>)
      別の方法で管理している（<style>）
      Given "project.management_style" is <style>
      When the project is reviewed
      Then "POR-06" is not found

      Examples:
        | style      |
        | innovation |
        | mixed      |

    Scenario: Nobody has said which rules apply
      管理の方法が未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "POR-06" cannot be told yet
      And "project.management_style" is asked

  @POR-07
  Rule: New ideas are added all the time
    新しい案件を絶えず加える

    Scenario: No new ideas come in
      新しい案件が加わっていない
      Given "portfolio.continuously_replenished" is false
      When the project is reviewed
      Then "POR-07" is found with severity "minor"

    Scenario: New ideas keep coming in
      新しい案件が加わり続けている
      Given "portfolio.continuously_replenished" is true
      When the project is reviewed
      Then "POR-07" is not found

    Scenario: Nobody has said whether new ideas come in
      新しい案件が加わっているかどうかが未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "POR-07" cannot be told yet
      And "portfolio.continuously_replenished" is asked

  @POR-11
  Rule: What has sprouted is grown
    芽の出た案件を育てる

    Scenario: It is left as it is
      芽の出た案件がそのままになっている
      Given "portfolio.sprouts_grown" is false
      When the project is reviewed
      Then "POR-11" is found with severity "minor"

    Scenario: It is grown
      芽の出た案件を育てている
      Given "portfolio.sprouts_grown" is true
      When the project is reviewed
      Then "POR-11" is not found

    Scenario: Nobody has said what became of it
      芽の出た案件のその後が未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "POR-11" cannot be told yet
      And "portfolio.sprouts_grown" is asked

  @POR-12
  Rule: Several ideas under gates that decide are worth a good word
    複数の案件を、判断の働くゲートで進めていれば、強みとして示す

    Scenario: Several ideas, gates with criteria, and what they decide is done
      複数の案件と基準のあるゲートがあり、判断が実行されている
      Given the exemplary project
      When the project is reviewed
      Then "POR-12" is found with severity "info"

    Scenario Outline: Form alone earns no praise: <what>
      形だけでは、強みとはいえない：<what>
      Given the exemplary project
      And "<fact>" is <value>
      When the project is reviewed
      Then "POR-12" is not found

      Examples:
        | what                           | fact                                   | value    |
        | nobody acts on the gates       | stage_gate.applied                     | false    |
        | every idea is run to the end   | portfolio.all_run_to_end               | true     |
        | who fails goes on all the same | stage_gate.on_fail                     | continue |
        | a gate has no criteria         | stage_gate.gates/to-trial.criteria     | []       |
        | there is no gate               | stage_gate.gates                       | []       |
        | gates are not used             | stage_gate.used                        | false    |

    Scenario: One idea under gates is not several
      ゲートがあっても、案件が一つなら複数とはいえない
      Given the exemplary project
      And the seeds:
        | id     | running |
        | sensor | true    |
      And the list of seeds is complete
      When the project is reviewed
      Then "POR-12" is not found

    Scenario: Nobody has said whether the gates are acted upon
      ゲートの判断が実行されているかどうかが未確認
      Given the exemplary project
      And "stage_gate.applied" is unknown
      When the project is reviewed
      Then "POR-12" cannot be told yet
      And "stage_gate.applied" is asked

  @POR-08
  Rule: A company needs both kinds of management
    会社には、従来型の経営とイノベーション経営の両方が要る

    Scenario Outline: There is only one kind, or none: <kinds>
      経営の種類が一つだけか、一つもない：<kinds>
      Given "company.management_modes" is <kinds>
      When the project is reviewed
      Then "POR-08" is found with severity "minor"

      Examples:
        | kinds            |
        | ["conventional"] |
        | ["innovation"]   |
        | []               |

    Scenario: A large company needs both
      大企業には、両方の経営を求める
      Given "company.is_large" is true
      And "company.management_modes" is ["conventional"]
      When the project is reviewed
      Then "POR-08" is found

    Scenario: A small company is not asked for both
      大企業でなければ、両方は求めない
      Given "company.is_large" is false
      And "company.management_modes" is ["innovation"]
      When the project is reviewed
      Then "POR-08" is not found

    Scenario: Both kinds are there
      両方の経営を行っている
      Given "company.management_modes" is ["conventional", "innovation"]
      When the project is reviewed
      Then "POR-08" is not found

    Scenario: Nobody has said how the company is managed
      経営の種類が未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "POR-08" cannot be told yet
      And "company.management_modes" is asked

  @POR-09
  Rule: The partners see it the same way
    連携先が同じ見方をしている

    Scenario: The partners think otherwise
      連携先の見方が異なる
      Given "portfolio.view_shared_with_partners" is false
      When the project is reviewed
      Then "POR-09" is found with severity "major"

    Scenario: The partners share the view
      連携先と見方を共有している
      Given "portfolio.view_shared_with_partners" is true
      When the project is reviewed
      Then "POR-09" is not found

    Scenario: Nobody has asked the partners
      連携先の見方が未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "POR-09" cannot be told yet
      And "portfolio.view_shared_with_partners" is asked

  @POR-10
  Rule: A low chance alone is no reason to turn an idea down
    成功確率が低いというだけでは、案件を見送らない

    Scenario: Ideas are turned down for a low chance
      成功確率の低さを理由に、案件を見送っている
      Given "portfolio.rejects_low_probability" is true
      When the project is reviewed
      Then "POR-10" is found with severity "major"

    Scenario: A low chance is no obstacle
      成功確率が低くても、見送らない
      Given "portfolio.rejects_low_probability" is false
      When the project is reviewed
      Then "POR-10" is not found

    Scenario: Nobody has said why ideas are turned down
      案件を見送る理由が未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "POR-10" cannot be told yet
      And "portfolio.rejects_low_probability" is asked

  @POR-07 @POR-09 @POR-11
  Rule: Before its time, it is what comes next
    時期が来るまでは、今後の指摘とする

    Scenario Outline: <code> is what comes next, and no fault (<phase>)
      <code>は今後の指摘にとどめる（<phase>）
      Given <phase>
      And "<fact>" is <value>
      When the project is reviewed
      Then "<code>" is upcoming with severity "<severity>"

      Examples:
        | code   | phase                          | fact                                | value | severity |
        | POR-07 | the city is still being chosen | portfolio.continuously_replenished  | false | minor    |
        | POR-09 | the project is still an idea   | portfolio.view_shared_with_partners | false | major    |
        | POR-11 | the project is being prepared  | portfolio.sprouts_grown             | false | minor    |

  @POR-01 @POR-02 @POR-03 @POR-04
  Rule: While the city is being chosen, several ideas are what comes next
    都市を選んでいる間は、複数の案件を今後の指摘とする

    Scenario: One idea, and nobody can foresee how it ends
      成否の読めない案件が一つある
      Given the city is still being chosen
      And the seeds:
        | id     | running | outlook | success_probability |
        | sensor | true    | unclear | 0.1                 |
      And the list of seeds is complete
      When the project is reviewed
      Then "POR-01" is upcoming with severity "major"
      And "POR-04" is upcoming with severity "info"

    Scenario: One sure thing is told of the idea from the start, and of the whole effort later
      見通しの立つ案件については初めから、事業全体については後で指摘する
      Given the city is still being chosen
      And the idea "sensor" is running
      And the success of the idea "sensor" is in sight
      And the list of seeds is complete
      When the project is reviewed
      Then "POR-02" is upcoming with severity "major"
      And "POR-03" is found for "portfolio.seeds/sensor" with severity "minor"
