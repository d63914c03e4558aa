Feature: The six capitals of the city
  都市の六つの資本

  Human, economic, infrastructure, enabling environment, network and culture. Each is judged in words, by people who know
  the place; no number, no score and no pass mark stands behind it.

  Nothing is known about the project except what a scenario states.

  人的資本、経済資本、インフラ資本、促進環境資本、ネットワーク資本、文化資本の六つです。
  どの資本も、現地をよく知る人が言葉で判断します。数値や点数、合格ラインはありません。

  シナリオに書かれていない事実は、すべて未確認とします。

  @CAP-08
  Rule: No capital is ever sufficient
    どの資本も「十分」とはみなさない

    Scenario: A capital is called sufficient
      ある資本が「十分」とされている
      Given "capitals/human.declared_sufficient" is true
      When the project is reviewed
      Then "CAP-08" is found for "capitals/human" with severity "minor"

    Scenario: Nobody calls it sufficient
      どの資本も「十分」とされていない
      Given "capitals/human.declared_sufficient" is false
      When the project is reviewed
      Then "CAP-08" is not found for "capitals/human"

    Scenario: Nobody has said what the plan claims
      「十分」とされているかどうかが未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "CAP-08" cannot be told yet for "capitals/human"
      And "capitals.*.declared_sufficient" is asked about "capitals/human"

  Rule: How strong a capital is, is a judgement
    資本の状態は、人が判断する

    Scenario Outline: Judged <strength>, stands up to a large city: <rivals>
      判断は<strength>、大都市に並ぶ部分は<rivals>
      Given "capitals/network.strength" is <strength>
      And "capitals/network.rivals_metropolis" is <rivals>
      When the project is reviewed
      Then "capitals/network.level" is "<level>"
      And "capitals/network.gap" is "<gap>"

      Examples:
        | strength | rivals  | level       | gap |
        | unknown  | true    | outstanding | no  |
        | present  | true    | outstanding | no  |
        | present  | false   | present     | no  |
        | present  | unknown | present     | no  |
        | thin     | false   | thin        | yes |
        | absent   | false   | absent      | yes |

    Scenario: Nobody has judged it
      状態がまだ判断されていない
      Given "capitals/network.rivals_metropolis" is false
      When the project is reviewed
      Then "capitals/network.level" is undetermined
      And "capitals/network.gap" is undetermined

    Scenario: Evidence is no judgement
      根拠だけでは、状態を判断したことにならない
      Given "capitals/network.evidence" is ["monthly meeting of founders"]
      When the project is reviewed
      Then "capitals/network.level" is undetermined

  @CAP-02
  Rule: A digital project needs people who know digital technology
    デジタルを活用する事業には、デジタルに強い人材が要る

    Scenario: Neither engineers nor students
      技術者も学生も見つかっていない
      Given the project uses digital technology
      And "capitals.human.digital_engineers" is false
      And "capitals.human.digital_students" is false
      When the project is reviewed
      Then "CAP-02" is found with severity "minor"

    Scenario Outline: Either will do (<found>)
      どちらか一方がいればよい（<found>）
      Given the project uses digital technology
      And "<found>" is true
      And "<missing>" is false
      When the project is reviewed
      Then "CAP-02" is not found

      Examples:
        | found                            | missing                          |
        | capitals.human.digital_engineers | capitals.human.digital_students  |
        | capitals.human.digital_students  | capitals.human.digital_engineers |

    Scenario: A project without digital technology does not need them
      デジタルを活用しない事業には求めない
      Given the project does not use digital technology
      And "capitals.human.digital_engineers" is false
      And "capitals.human.digital_students" is false
      When the project is reviewed
      Then "CAP-02" is not found

    Scenario: Nobody has said whether the project is digital
      デジタルを活用する事業かどうかが未確認
      Given "capitals.human.digital_engineers" is false
      And "capitals.human.digital_students" is false
      When the project is reviewed
      Then "CAP-02" cannot be told yet
      And "project.uses_digital" is asked

    Scenario: Nobody has asked at the university
      学生がいるかどうかが未確認
      Given the project uses digital technology
      And "capitals.human.digital_engineers" is false
      When the project is reviewed
      Then "CAP-02" cannot be told yet
      And "capitals.human.digital_students" is asked

  @CAP-03
  Rule: One strong supporter makes up for thin economic capital
    経済資本がわずかでも、強力な支援主体が一つあれば補える

    Scenario: Thin, and nobody supports a theme of the area
      経済資本がわずかで、地域に合うテーマの支援主体もいない
      Given the economic capital is judged thin
      And the economic capital does not stand up to a large city
      And "capitals.economic.theme_specific_supporter" is false
      When the project is reviewed
      Then "CAP-03" is found with severity "minor"

    Scenario: Thin, but one strong supporter
      経済資本はわずかだが、強力な支援主体がいる
      Given the economic capital is judged thin
      And the economic capital does not stand up to a large city
      And "capitals.economic.theme_specific_supporter" is true
      When the project is reviewed
      Then "CAP-03" is not found

    Scenario: Where economic capital is present, nobody looks for one
      経済資本があれば、支援主体は問わない
      Given the economic capital is judged present
      And "capitals.economic.theme_specific_supporter" is false
      When the project is reviewed
      Then "CAP-03" is not found

    Scenario: Nobody has judged the economic capital
      経済資本の状態がまだ判断されていない
      Given "capitals.economic.theme_specific_supporter" is false
      When the project is reviewed
      Then "CAP-03" cannot be told yet

    Scenario: Nobody has looked for a supporter
      支援主体がいるかどうかが未確認
      Given the economic capital is judged thin
      And the economic capital does not stand up to a large city
      When the project is reviewed
      Then "CAP-03" cannot be told yet
      And "capitals.economic.theme_specific_supporter" is asked

  @CAP-05
  Rule: The municipality wants innovation and supports it
    自治体にイノベーションへの意欲があり、支援施策もある

    Scenario Outline: One of the two is missing (<fact>)
      意欲か支援施策の一方が欠けている（<fact>）
      Given "<fact>" is false
      When the project is reviewed
      Then "CAP-05" is found with severity "minor"

      Examples:
        | fact                           |
        | municipality.will_to_innovate  |
        | municipality.support_policies  |

    Scenario: The municipality wants it and supports it
      自治体に意欲があり、支援施策もある
      Given "municipality.will_to_innovate" is true
      And "municipality.support_policies" is true
      When the project is reviewed
      Then "CAP-05" is not found

    Scenario: Nobody has said which measures there are
      支援施策の有無が未確認
      Given "municipality.will_to_innovate" is true
      When the project is reviewed
      Then "CAP-05" cannot be told yet
      And "municipality.support_policies" is asked

  @CAP-07
  Rule: Culture comes last, and makes things last
    文化資本は最後に育ち、エコシステムを長続きさせる

    Scenario: Culture has not formed yet
      文化資本がまだ育っていない
      Given the cultural capital is judged thin
      And the cultural capital does not stand up to a large city
      When the project is reviewed
      Then "CAP-07" is found with severity "info"
      And "ecosystem.lasting" is "not_yet"

    Scenario: Culture has formed
      文化資本が育っている
      Given the cultural capital is judged present
      When the project is reviewed
      Then "CAP-07" is not found
      And "ecosystem.lasting" is "possible"

    Scenario: Nobody has judged the culture
      文化資本の状態がまだ判断されていない
      Given a project about which nothing is known
      When the project is reviewed
      Then "CAP-07" cannot be told yet
      And "capitals.*.strength" is asked about "capitals/cultural"
      And "ecosystem.lasting" is undetermined

    Scenario: A city without that culture can still become a place for new business
      文化資本がなくても、エコシステムが育つ見込みはある
      Given the exemplary project
      And the cultural capital is judged absent
      And what the cultural capital lacks is to grow in the area
      When the project is reviewed
      Then "CAP-07" is found
      And "ecosystem.potential" is "shown"
      And the verdict is "proceed"

  @CAP-09
  Rule: Capitals grow step by step and help each other grow
    六つの資本は、互いに関連しながら段階的に充実していく

    Scenario: No plan
      充実させる計画がない
      Given "capitals.growth_plan" is false
      When the project is reviewed
      Then "CAP-09" is found with severity "minor"

    Scenario: A plan
      充実させる計画がある
      Given "capitals.growth_plan" is true
      When the project is reviewed
      Then "CAP-09" is not found

    Scenario: Nobody has said whether there is a plan
      計画の有無が未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "CAP-09" cannot be told yet
      And "capitals.growth_plan" is asked

  @CAP-10
  Rule: New things come about where people meet
    新しい価値は、人と人が出会うところで生まれる

    Scenario Outline: One of the ties is weak (<tie>)
      つながりのどれか一つが弱い（<tie>）
      Given "city.<tie>" is <state>
      When the project is reviewed
      Then "CAP-10" is found with severity "info"

      Examples:
        | tie         | state |
        | proximity   | low   |
        | density     | low   |
        | diversity   | low   |
        | connections | weak  |
        | communities | weak  |

    Scenario: All ties are strong
      つながりがすべて強い
      Given "city.proximity" is high
      And "city.density" is high
      And "city.diversity" is high
      And "city.connections" is strong
      And "city.communities" is strong
      When the project is reviewed
      Then "CAP-10" is not found

    Scenario: Nobody has said how well people know each other
      人と人のつながりの強さが未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "CAP-10" cannot be told yet
      And "city.connections" is asked

  @CAP-05 @CAP-09 @CAP-10
  Rule: Before its time, it is what comes next
    時期が来るまでは、今後の指摘とする

    Scenario Outline: <code> is what comes next, and no fault (<phase>)
      <code>は今後の指摘にとどめる（<phase>）
      Given <phase>
      And "<fact>" is <value>
      When the project is reviewed
      Then "<code>" is upcoming with severity "<severity>"

      Examples:
        | code   | phase                        | fact                          | value | severity |
        | CAP-05 | the project is still an idea | municipality.will_to_innovate | false | minor    |
        | CAP-09 | the project is still an idea | capitals.growth_plan          | false | minor    |
        | CAP-10 | the project is still an idea | city.connections              | weak  | info     |

  @CAP-02 @CAP-03 @CAP-07 @CAP-08
  Rule: Before its time, what single capitals lack is what comes next
    資本ごとの不足も、時期が来るまでは今後の指摘とする

    Scenario: While the project is still an idea
      まだ構想の段階にある
      Given the project is still an idea
      And the project uses digital technology
      And "capitals.human.digital_engineers" is false
      And "capitals.human.digital_students" is false
      And the economic capital is judged thin
      And the economic capital does not stand up to a large city
      And "capitals.economic.theme_specific_supporter" is false
      And the cultural capital is judged thin
      And the cultural capital does not stand up to a large city
      And "capitals/human.declared_sufficient" is true
      When the project is reviewed
      Then "CAP-02" is upcoming with severity "minor"
      And "CAP-03" is upcoming with severity "minor"
      And "CAP-07" is upcoming with severity "info"
      And "CAP-08" is upcoming for "capitals/human" with severity "minor"
