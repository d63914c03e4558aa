Feature: The company chooses the city with open eyes
  都市を、よく見きわめて選ぶ

  A city is chosen for what it is strong in and for what the company wants to create, not because it is at hand. No
  number says how strong is strong enough, no size rules a city out, and a gap is no fault where something is planned
  to make up for it.

  Nothing is known about the project except what a scenario states.

  都市は、手近だからではなく、その都市の強みと、自社が生み出したい価値から選びます。
  どこまであれば十分かを示す数値はなく、規模を理由に都市を外すこともありません。
  足りない資本があっても、補う計画があれば問題にはしません。

  シナリオに書かれていない事実は、すべて未確認とします。

  @SEL-01
  Rule: Convenience alone is no reason
    自社の都合だけでは、選んだ理由にならない

    Scenario: The city was chosen for convenience, and the choice is still open
      都合で選んだ都市だが、まだ選び直せる
      Given the city is still being chosen
      And the city was chosen because it is easy to approach
      And there was no other reason for choosing the city
      When the project is reviewed
      Then "SEL-01" is found with severity "blocker"
      And "selection.blind" is "yes"

    Scenario: Once the city is settled, the choice can still be looked at again
      都市が決まった後も、選び方を振り返ることはできる
      Given the project has been launched
      And the city was chosen because it is easy to approach
      And there was no other reason for choosing the city
      When the project is reviewed
      Then "SEL-01" is found with severity "major"

    Scenario: While nobody says how far the project is, the choice counts as settled
      段階が未確認のうちは、都市は決まったものとして扱う
      Given the city was chosen because it is easy to approach
      And there was no other reason for choosing the city
      When the project is reviewed
      Then "SEL-01" is found with severity "major"

    Scenario: Several conveniences are no reason either
      都合がいくつ重なっても、選んだ理由にはならない
      Given the city was chosen because it is easy to approach
      And the city was chosen because of an existing relation
      And the city was chosen because of a subsidy
      And there was no other reason for choosing the city
      When the project is reviewed
      Then "SEL-01" is found

    Scenario: A convenience is known, and perhaps there was a real reason, too
      都合のほかにも理由があるかもしれない
      Given the city was chosen because of a subsidy
      When the project is reviewed
      Then "SEL-01" cannot be told yet
      And "selection.reasons" is asked

    Scenario: Convenience beside a real reason does no harm
      選んだ理由がほかにあれば、都合が加わっていてもよい
      Given the city was chosen because of a subsidy
      And the city was chosen because its issue fits
      When the project is reviewed
      Then "SEL-01" is not found
      And "selection.blind" is "no"

    Scenario: No reason at all is no better than a convenient one
      理由がまったくないのは、都合だけの場合と変わらない
      Given "selection.reasons" is []
      When the project is reviewed
      Then "SEL-01" is found with severity "major"
      And "selection.blind" is "yes"

    Scenario: A project that is being prepared can still look at its choice again
      準備の段階でも、選び方を振り返ることはできる
      Given the project is being prepared
      And the city was chosen because it is easy to approach
      And there was no other reason for choosing the city
      When the project is reviewed
      Then "SEL-01" is found with severity "major"

    Scenario: Nobody has said why the city was chosen
      都市を選んだ理由が未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "SEL-01" cannot be told yet
      And "selection.reasons" is asked
      And "selection.blind" is undetermined

  @SEL-03
  Rule: The choice fits the direction of the company
    都市の選択が、自社の目指す方向と合っている

    Scenario: The city does not fit what the company wants to create
      都市が、自社の生み出したい価値と合っていない
      Given "selection.consistent_with_strategy" is false
      When the project is reviewed
      Then "SEL-03" is found with severity "minor"

    Scenario: The city fits what the company wants to create
      都市が、自社の生み出したい価値と合っている
      Given "selection.consistent_with_strategy" is true
      When the project is reviewed
      Then "SEL-03" is not found

    Scenario: Nobody has compared the choice with the company's direction
      自社の方向と合っているかどうかが未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "SEL-03" cannot be told yet
      And "selection.consistent_with_strategy" is asked

  @SEL-02
  Rule: All six capitals of the city are looked into
    都市の六つの資本をすべて調べる

    Scenario: One capital was left out while the city is still being chosen
      都市を選んでいる間に、調べていない資本がある
      Given the city is still being chosen
      And nobody has looked into the network capital
      And somebody has looked into the human capital
      When the project is reviewed
      Then "SEL-02" is found for "capitals/network" with severity "blocker"
      And "SEL-02" is not found for "capitals/human"
      And "SEL-02" cannot be told yet for "capitals/cultural"
      And "capitals.*.assessed" is asked about "capitals/cultural"

    Scenario Outline: One capital was left out, and the city is settled (<phase>)
      都市が決まってから、調べていない資本がある（<phase>）
      Given <phase>
      And nobody has looked into the network capital
      When the project is reviewed
      Then "SEL-02" is found for "capitals/network" with severity "major"

      Examples:
        | phase                         |
        | the project is being prepared |
        | the project has been launched |
        | the project is scaling up     |

  @SEL-04
  Rule: A capital is judged by numbers and by quality
    資本は、数字と質の両面から評価する

    Scenario Outline: One side is missing (<side>)
      一方の見方が欠けている（<side>）
      Given somebody has looked into the human capital
      And "capitals/human.<side>" is false
      When the project is reviewed
      Then "SEL-04" is found for "capitals/human" with severity "major"

      Examples:
        | side         |
        | quantitative |
        | qualitative  |

    Scenario: Both sides were looked at
      両面から評価している
      Given somebody has looked into the human capital
      And "capitals/human.quantitative" is true
      And "capitals/human.qualitative" is true
      When the project is reviewed
      Then "SEL-04" is not found for "capitals/human"

    Scenario: Nobody asks how a capital was judged that nobody has looked into
      調べていない資本については、評価のしかたを問わない
      Given nobody has looked into the human capital
      And "capitals/human.quantitative" is false
      When the project is reviewed
      Then "SEL-04" is not found for "capitals/human"
      And "SEL-02" is found for "capitals/human"

    Scenario: Nobody has said whether there are numbers
      数字による評価の有無が未確認
      Given somebody has looked into the human capital
      And "capitals/human.qualitative" is true
      When the project is reviewed
      Then "SEL-04" cannot be told yet for "capitals/human"
      And "capitals.*.quantitative" is asked about "capitals/human"

    Scenario: Nobody has said whether the capital was looked into at all
      資本を調べたかどうかが未確認
      Given "capitals/human.qualitative" is false
      When the project is reviewed
      Then "SEL-04" cannot be told yet for "capitals/human"
      And "capitals.*.assessed" is asked about "capitals/human"

  @SEL-05
  Rule: Behind the outward form stands a key person
    表に見えるものの背後に、キーパーソンがいる

    Scenario: Nobody was found who moves things
      キーパーソンが見つかっていない
      Given somebody has looked into the network capital
      And "capitals/network.key_person_identified" is false
      When the project is reviewed
      Then "SEL-05" is found for "capitals/network" with severity "major"

    Scenario: The key person is known
      キーパーソンが分かっている
      Given somebody has looked into the network capital
      And "capitals/network.key_person_identified" is true
      When the project is reviewed
      Then "SEL-05" is not found for "capitals/network"

    Scenario: Nobody asks who moves things in a capital that nobody has looked into
      調べていない資本については、キーパーソンを問わない
      Given nobody has looked into the network capital
      And "capitals/network.key_person_identified" is false
      When the project is reviewed
      Then "SEL-05" is not found for "capitals/network"

    Scenario: A present capital says nothing about its key person
      資本があっても、キーパーソンがいるとは限らない
      Given somebody has looked into the network capital
      And the network capital is judged present
      When the project is reviewed
      Then "SEL-05" cannot be told yet for "capitals/network"
      And "capitals.*.key_person_identified" is asked about "capitals/network"

  @SEL-06
  Rule: The items worth examining have been looked at
    都市を調べる項目を、ひととおり見ている

    Scenario: Two items only
      二つの項目しか見ていない
      Given "assessment.items" is ["talent_base", "event_frequency"]
      And "complete.assessment.items" is true
      When the project is reviewed
      Then "SEL-06" is found with severity "minor"

    Scenario: Two items are known, and perhaps more were looked at
      見たのは二つの項目だが、ほかにもあるかもしれない
      Given "assessment.items" is ["talent_base", "event_frequency"]
      When the project is reviewed
      Then "SEL-06" cannot be told yet
      And "assessment.items" is asked

    Scenario: Every item
      すべての項目を見ている
      Given the exemplary project
      When the project is reviewed
      Then "SEL-06" is not found

    Scenario: Nobody has listed what was examined
      調べた項目が未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "SEL-06" cannot be told yet
      And "assessment.items" is asked

  @SEL-07
  Rule: A city needs one capital in which it stands up to a large city
    大都市に並ぶ資本が、少なくとも一つ要る

    Scenario: One outstanding capital is enough
      突出した資本が一つあればよい
      Given the human capital stands up to a large city
      When the project is reviewed
      Then "SEL-07" is not found
      And "outstanding" is "human"

    Scenario: Two outstanding capitals
      突出した資本が二つある
      Given the human capital stands up to a large city
      And the cultural capital stands up to a large city
      When the project is reviewed
      Then "outstanding" is "human, cultural"

    Scenario: None of the six stands out
      六つの資本のどれも突出していない
      Given the capitals:
        | id             | strength | rivals_metropolis |
        | human          | present  | false             |
        | economic       | thin     | false             |
        | infrastructure | present  | false             |
        | enabling       | present  | false             |
        | network        | absent   | false             |
        | cultural       | thin     | false             |
      When the project is reviewed
      Then "SEL-07" is found with severity "major"
      And "outstanding" is "none"

    Scenario: As long as one capital is not judged, the city may stand out in it
      一つでも判断が残っていれば、突出した資本があるかもしれない
      Given the capitals:
        | id             | strength | rivals_metropolis |
        | human          | present  | false             |
        | economic       | thin     | false             |
        | infrastructure | present  | false             |
        | enabling       | present  | false             |
        | network        | absent   | false             |
        | cultural       | thin     |                   |
      When the project is reviewed
      Then "SEL-07" cannot be told yet
      And "capitals.*.rivals_metropolis" is asked about "capitals/cultural"
      And "outstanding" is undetermined

    Scenario: Where nothing stands out, how strong each capital is does not matter
      突出した資本がなければ、それぞれの状態は問わない
      Given the capitals:
        | id             | rivals_metropolis |
        | human          | false             |
        | economic       | false             |
        | infrastructure | false             |
        | enabling       | false             |
        | network        | false             |
        | cultural       | false             |
      When the project is reviewed
      Then "SEL-07" is found with severity "major"
      And "outstanding" is "none"

    Scenario: Where nothing stands out, that is told once
      突出した資本がないことは、一度だけ指摘する
      Given the exemplary project
      And the human capital does not stand up to a large city
      When the project is reviewed
      Then nothing new is found but "SEL-07"

    Scenario: A capital that is present does not stand out by itself
      資本が「ある」だけでは、突出しているとはいえない
      Given the exemplary project
      And "capitals/human.rivals_metropolis" is false
      When the project is reviewed
      Then "capitals/human.level" is "present"
      And "SEL-07" is found

  @SEL-14
  Rule: The activity is built around the capital in which the city stands out
    活動の中心を、突出した資本に置く

    Scenario: The outstanding capital is at the centre
      突出した資本が中心になっている
      Given the human capital stands up to a large city
      And the activity is built around the human capital
      When the project is reviewed
      Then "SEL-14" is not found
      And "centre" is "on"

    Scenario: The activity is built around something else
      突出していない資本が中心になっている
      Given the human capital stands up to a large city
      And the economic capital does not stand up to a large city
      And the activity is built around the economic capital
      When the project is reviewed
      Then "SEL-14" is found with severity "major"
      And "centre" is "off"

    Scenario: A capital that does not stand out is no centre, whatever the others are
      突出していない資本は、ほかの資本がどうであれ中心にならない
      Given the economic capital does not stand up to a large city
      And the activity is built around the economic capital
      When the project is reviewed
      Then "SEL-14" is found with severity "major"
      And "centre" is "off"

    Scenario: A second capital that stands out makes nothing worse
      突出した資本がもう一つあっても、指摘は増えない
      Given the exemplary project
      And the network capital stands up to a large city
      When the project is reviewed
      Then nothing new is found
      And "centre" is "on"

    @SEL-07
    Scenario: Where nothing stands out at all, the centre is not blamed besides
      突出した資本がなければ、中心については重ねて指摘しない
      Given the capitals:
        | id             | rivals_metropolis |
        | human          | false             |
        | economic       | false             |
        | infrastructure | false             |
        | enabling       | false             |
        | network        | false             |
        | cultural       | false             |
      And the activity is built around the economic capital
      When the project is reviewed
      Then "SEL-07" is found
      And "SEL-14" is replaced by "SEL-07"

    Scenario: Nobody has judged the capital at the centre
      中心に置いた資本が、突出しているかどうかが未確認
      Given the human capital stands up to a large city
      And the activity is built around the economic capital
      When the project is reviewed
      Then "SEL-14" cannot be told yet
      And "capitals.*.rivals_metropolis" is asked about "capitals/economic"
      And "centre" is undetermined

    Scenario: Nobody has said what the activity is built around
      活動の中心が未確認
      Given the exemplary project
      And "activity.centred_on_capital" is unknown
      When the project is reviewed
      Then "SEL-14" cannot be told yet
      And "activity.centred_on_capital" is asked

  @SEL-08 @SEL-19
  Rule: A thin capital is no fault where something is planned to make up for it
    資本がわずかでも、補う計画があればよい

    Scenario Outline: Nothing is planned (<strength>)
      補う計画がない（<strength>）
      Given the economic capital is judged <strength>
      And the economic capital does not stand up to a large city
      And nothing is planned to make up for the economic capital
      When the project is reviewed
      Then "SEL-08" is found for "capitals/economic" with severity "minor"
      And "SEL-19" is not found for "capitals/economic"

      Examples:
        | strength |
        | absent   |
        | thin     |

    Scenario Outline: Something is planned: <plan>
      補う計画がある：<plan>
      Given the economic capital is judged thin
      And the economic capital does not stand up to a large city
      And <plan>
      When the project is reviewed
      Then "SEL-08" is not found for "capitals/economic"
      And "SEL-19" is found for "capitals/economic" with severity "info"

      Examples:
        | plan                                                    |
        | what the economic capital lacks is to come from outside |
        | what the economic capital lacks is to grow in the area  |

    Scenario: Culture cannot come from outside alone
      文化資本は、域外から補うだけでは足りない
      Given the cultural capital is judged thin
      And the cultural capital does not stand up to a large city
      And what the cultural capital lacks is to come from outside
      When the project is reviewed
      Then "SEL-19" is not found for "capitals/cultural"

    Scenario: Culture that is to grow in the area may be helped from outside
      文化資本は、域内で育てるなら域外の助けを借りてもよい
      Given the cultural capital is judged thin
      And the cultural capital does not stand up to a large city
      And what the cultural capital lacks is to grow in the area
      And what the cultural capital lacks is to come from outside
      When the project is reviewed
      Then "SEL-19" is found for "capitals/cultural"

    Scenario: A plan for a capital that nobody has judged
      補う計画はあるが、資本の状態がまだ判断されていない
      Given what the human capital lacks is to come from outside
      When the project is reviewed
      Then "SEL-19" cannot be told yet for "capitals/human"

    Scenario: A plan is a note and no praise
      補う計画は参考として示し、強みとはしない
      Given the exemplary project
      And the infrastructure capital is judged absent
      When the project is reviewed
      Then "SEL-19" is found for "capitals/infrastructure" with severity "info"
      And the verdict is "proceed"

    Scenario: A capital that stands up to a large city needs nothing, however it is judged
      大都市に並ぶ資本なら、状態の判断にかかわらず補わなくてよい
      Given the enabling capital stands up to a large city
      And the enabling capital is judged absent
      And nothing is planned to make up for the enabling capital
      When the project is reviewed
      Then "SEL-08" is not found for "capitals/enabling"

    Scenario: A capital that is present needs nothing
      資本が「ある」なら、補わなくてよい
      Given the economic capital is judged present
      And nothing is planned to make up for the economic capital
      When the project is reviewed
      Then "SEL-08" is not found for "capitals/economic"
      And "SEL-19" is not found for "capitals/economic"

    Scenario: Where there is no gap, a plan is no merit
      不足がなければ、補う計画を取り上げない
      Given the economic capital is judged present
      And the economic capital does not stand up to a large city
      And what the economic capital lacks is to come from outside
      When the project is reviewed
      Then "SEL-19" is not found for "capitals/economic"

    Scenario: Nobody has said what is planned
      補う計画の有無が未確認
      Given the economic capital is judged thin
      And the economic capital does not stand up to a large city
      When the project is reviewed
      Then "SEL-08" cannot be told yet for "capitals/economic"
      And "SEL-19" cannot be told yet for "capitals/economic"
      And "capitals.*.complement" is asked about "capitals/economic"

    Scenario: Nobody has judged the capital
      資本の状態がまだ判断されていない
      Given nothing is planned to make up for the economic capital
      When the project is reviewed
      Then "SEL-08" cannot be told yet for "capitals/economic"
      And "capitals.*.strength" is asked about "capitals/economic"

  @SEL-18
  Rule: The city can become a place where new business grows
    この都市に、イノベーションのエコシステムが育つ見込みがある

    @SEL-07
    Scenario: Nothing stands out, which says all
      突出した資本がなければ、見込みについては重ねて指摘しない
      Given the exemplary project
      And the human capital does not stand up to a large city
      When the project is reviewed
      Then "SEL-07" is found
      And "SEL-18" is replaced by "SEL-07"
      And "ecosystem.potential" is "not_shown"

    Scenario: Something stands out, and every gap is made up for
      突出した資本があり、不足はすべて補われる
      Given the exemplary project
      When the project is reviewed
      Then "SEL-18" is not found
      And "ecosystem.potential" is "shown"

    Scenario: Something stands out, but one gap stays open
      突出した資本はあるが、不足が一つ残る
      Given the exemplary project
      And the economic capital is judged thin
      And nothing is planned to make up for the economic capital
      When the project is reviewed
      Then "SEL-18" is not found
      And "ecosystem.potential" is "conditional"
      And "SEL-08" is found for "capitals/economic"

    Scenario: One capital is not judged yet
      一つの資本の状態がまだ判断されていない
      Given the exemplary project
      And "capitals/economic.strength" is unknown
      When the project is reviewed
      Then "ecosystem.potential" is undetermined

    Scenario: One capital is not judged yet, and a plan is ready for it
      一つの資本の状態は未判断だが、補う計画は用意されている
      Given the exemplary project
      And "capitals/economic.strength" is unknown
      And what the economic capital lacks is to come from outside
      When the project is reviewed
      Then "ecosystem.potential" is undetermined

    Scenario: Something stands out, but the only gap stays open
      突出した資本はあるが、ただ一つの不足が補われない
      Given the exemplary project
      And nothing is planned to make up for the infrastructure capital
      When the project is reviewed
      Then "ecosystem.potential" is "conditional"

    Scenario: One capital is not judged yet, and another gap stays open
      一つの資本の状態が未判断で、別の資本の不足も残る
      Given the exemplary project
      And "capitals/economic.strength" is unknown
      And nothing is planned to make up for the infrastructure capital
      When the project is reviewed
      Then "ecosystem.potential" is undetermined

    Scenario: Nobody has said what is planned for a gap
      不足を補う計画の有無が未確認
      Given the exemplary project
      And "capitals/infrastructure.complement" is unknown
      When the project is reviewed
      Then "ecosystem.potential" is undetermined

    Scenario: Every gap is made up for, but nobody has judged whether anything stands out
      不足はすべて補われるが、突出した資本があるかどうかが未確認
      Given the exemplary project
      And "capitals/human.rivals_metropolis" is unknown
      When the project is reviewed
      Then "ecosystem.potential" is undetermined
      And "SEL-18" cannot be told yet

    Scenario: A gap stays open, and nobody has judged whether anything stands out
      不足が残り、突出した資本があるかどうかも未確認
      Given the exemplary project
      And "capitals/human.rivals_metropolis" is unknown
      And nothing is planned to make up for the infrastructure capital
      When the project is reviewed
      Then "ecosystem.potential" is undetermined

    Scenario: Nobody knows whether the city stands out in anything
      どの資本についても、突出しているかどうかが未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "SEL-18" cannot be told yet
      And "ecosystem.potential" is undetermined
      And "capitals.*.rivals_metropolis" is asked about "capitals/human"

  @SEL-09 @SEL-16 @SEL-21
  Rule: Size is worth a note and rules no city out
    都市の規模は参考にとどめ、規模を理由に外さない

    Scenario Outline: A city of <population> people
      人口<population>人の都市
      Given "city.population" is <population>
      When the project is reviewed
      Then "SEL-09" is <reported>

      Examples:
        | population | reported                   |
        | 800        | not found                  |
        | 8000       | not found                  |
        | 130000     | not found                  |
        | 200000     | not found                  |
        | 200001     | found with severity "info" |
        | 1400000    | found with severity "info" |

    Scenario: A house may have other sizes in mind
      想定する人口の幅の目安は変えられる
      Given the parameter "city_size_band" is [50000, 2000000]
      And "city.population" is 1400000
      When the project is reviewed
      Then "SEL-09" is not found

    Scenario: Nobody has looked up the population
      都市の人口が未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "SEL-09" cannot be told yet
      And "city.population" is asked

    Scenario: A field in a large city is harder to set apart
      大都市のフィールドは、範囲を区切りにくい
      Given "city.is_metropolis" is true
      When the project is reviewed
      Then "SEL-16" is found with severity "info"

    Scenario: A field outside the large cities
      フィールドが大都市の外にある
      Given "city.is_metropolis" is false
      When the project is reviewed
      Then "SEL-16" is not found

    Scenario: Nobody has said where the field lies
      フィールドの場所が未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "SEL-16" cannot be told yet
      And "city.is_metropolis" is asked

    Scenario Outline: The article speaks of something else (<what>)
      論文の想定と異なる事業である（<what>）
      Given the exemplary project
      And "<fact>" is <value>
      When the project is reviewed
      Then "SEL-21" is found with severity "info"
      And the verdict is "proceed"

      Examples:
        | what                             | fact                 | value |
        | the project is not a digital one | project.uses_digital | false |
        | the field lies in a metropolis   | city.is_metropolis   | true  |

    Scenario: The article speaks of just this
      論文の想定どおりの事業である
      Given the project uses digital technology
      And "city.is_metropolis" is false
      When the project is reviewed
      Then "SEL-21" is not found

    Scenario: Nobody has said whether the article speaks of this
      論文の想定に当たるかどうかが未確認
      Given the project uses digital technology
      When the project is reviewed
      Then "SEL-21" cannot be told yet
      And "city.is_metropolis" is asked

    Scenario: A small city is a city to work in
      小さなまちでも事業はできる
      Given the exemplary project
      And "city.population" is 8000
      When the project is reviewed
      Then the verdict is "proceed"

  @SEL-11
  Rule: The issue is concrete, and it is this city's own
    課題が具体的で、この都市ならではのものである

    Scenario Outline: The issue is not <what>
      課題が条件を満たしていない（<what>）
      Given "<fact>" is false
      When the project is reviewed
      Then "SEL-11" is found with severity "major"

      Examples:
        | what            | fact                   |
        | concrete        | issue.defined          |
        | this city's own | issue.specific_to_city |

    Scenario: The issue is concrete and this city's own
      課題が具体的で、この都市ならではのものになっている
      Given "issue.defined" is true
      And "issue.specific_to_city" is true
      When the project is reviewed
      Then "SEL-11" is not found

    Scenario: Nobody has said whether the issue is this city's own
      この都市ならではの課題かどうかが未確認
      Given "issue.defined" is true
      When the project is reviewed
      Then "SEL-11" cannot be told yet
      And "issue.specific_to_city" is asked

  @SEL-15
  Rule: There is a place where things can be tried and put right
    試行錯誤できるフィールドがある

    Scenario: No such place
      フィールドがない
      Given no field for trial and error has been found
      When the project is reviewed
      Then "SEL-15" is found with severity "blocker"

    Scenario: A digital project without such a place
      デジタルを活用する事業に、フィールドがない
      Given the project uses digital technology
      And no field for trial and error has been found
      When the project is reviewed
      Then "SEL-15" is found with severity "blocker"

    Scenario: What is not digital can do without
      デジタルを活用しない事業なら、フィールドがなくてもよい
      Given the project does not use digital technology
      And no field for trial and error has been found
      When the project is reviewed
      Then "SEL-15" is not found

    Scenario: Such a place
      フィールドがある
      Given a field for trial and error has been found
      When the project is reviewed
      Then "SEL-15" is not found

    Scenario: Nobody has said whether there is such a place
      フィールドの有無が未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "SEL-15" cannot be told yet
      And "field.trial_and_error_possible" is asked

  @SEL-12
  Rule: Whoever tries a whole city function sets the trial apart
    都市機能の全体を対象とする実証は、範囲を絞る

    Scenario Outline: A whole city function, and <what>
      都市機能の全体が対象で、範囲が絞られていない（<what>）
      Given "project.targets_whole_city_function" is true
      And "<fact>" is false
      When the project is reviewed
      Then "SEL-12" is found with severity "blocker"

      Examples:
        | what                  | fact                       |
        | no bounds to the area | field.bounded_area         |
        | any number of parties | field.stakeholders_limited |

    Scenario: A whole city function in a bounded area with a limited circle
      都市機能の全体が対象だが、区域も関係者も絞られている
      Given "project.targets_whole_city_function" is true
      And "field.bounded_area" is true
      And "field.stakeholders_limited" is true
      When the project is reviewed
      Then "SEL-12" is not found

    Scenario: A small matter needs no bounds, and nobody asks for them
      対象が小さければ範囲を絞らなくてよく、尋ねもしない
      Given "project.targets_whole_city_function" is false
      When the project is reviewed
      Then "SEL-12" is not found
      And "field.bounded_area" is not asked
      And "field.stakeholders_limited" is not asked

    Scenario: Nobody has said whether the project is about a whole city function
      都市機能の全体が対象かどうかが未確認
      Given "field.bounded_area" is false
      When the project is reviewed
      Then "SEL-12" cannot be told yet
      And "project.targets_whole_city_function" is asked

    Scenario: Nobody has said whether the area is bounded
      区域が絞られているかどうかが未確認
      Given "project.targets_whole_city_function" is true
      And "field.stakeholders_limited" is true
      When the project is reviewed
      Then "SEL-12" cannot be told yet
      And "field.bounded_area" is asked

  @SEL-13
  Rule: The trial takes what it needs, and no more
    実証には、必要なものを必要なだけ使う

    Scenario Outline: The trial is not thought through: <fact>
      実証の検討が足りない：<fact>
      Given "<fact>" is false
      When the project is reviewed
      Then "SEL-13" is found with severity "minor"

      Examples:
        | fact                               |
        | field.required_elements_identified |
        | field.cost_contained               |

    Scenario: Needs are known and the cost is kept down
      必要なものが洗い出され、費用も抑えられている
      Given "field.required_elements_identified" is true
      And "field.cost_contained" is true
      When the project is reviewed
      Then "SEL-13" is not found

    Scenario: Nobody has said what the trial costs
      費用を抑えているかどうかが未確認
      Given "field.required_elements_identified" is true
      When the project is reviewed
      Then "SEL-13" cannot be told yet
      And "field.cost_contained" is asked

  @SEL-20
  Rule: A sense of crisis helps
    将来への危機感が、後押しになる

    Scenario: The city does not see what is coming
      都市の将来への危機感が弱い
      Given "city.crisis_awareness" is weak
      When the project is reviewed
      Then "SEL-20" is found with severity "minor"

    Scenario: The city sees what is coming
      都市の将来への危機感が強い
      Given "city.crisis_awareness" is strong
      When the project is reviewed
      Then "SEL-20" is not found

    Scenario: A shrinking population alone says nothing about the mood
      人口が減るというだけでは、危機感の強さは分からない
      Given "city.population_outlook" is steep_decline
      When the project is reviewed
      Then "SEL-20" cannot be told yet
      And "city.crisis_awareness" is asked

  @SEL-01 @SEL-03 @SEL-06 @SEL-09 @SEL-11 @SEL-13 @SEL-15 @SEL-16 @SEL-20
  Rule: Before its time, it is what comes next
    時期が来るまでは、今後の指摘とする

    Scenario Outline: <code> is what comes next, and no fault (<phase>)
      <code>は今後の指摘にとどめる（<phase>）
      Given <phase>
      And "<fact>" is <value>
      When the project is reviewed
      Then "<code>" is upcoming with severity "<severity>"

      Examples:
        | code   | phase                          | fact                               | value                | severity |
        | SEL-03 | the project is still an idea   | selection.consistent_with_strategy | false                | minor    |
        | SEL-09 | the project is still an idea   | city.population                    | 1400000              | info     |
        | SEL-11 | the project is still an idea   | issue.defined                      | false                | major    |
        | SEL-16 | the project is still an idea   | city.is_metropolis                 | true                 | info     |
        | SEL-20 | the project is still an idea   | city.crisis_awareness              | weak                 | minor    |
        | SEL-13 | the city is still being chosen | field.cost_contained               | false                | minor    |
        | SEL-15 | the project is still an idea   | field.trial_and_error_possible     | false                | blocker  |
        | SEL-15 | the city is still being chosen | field.trial_and_error_possible     | false                | blocker  |

    Scenario Outline: <code> is what comes next, and no fault, when everything is named
      すべて挙げてあっても、<code>は今後の指摘にとどめる
      Given the project is still an idea
      And "<fact>" is <value>
      And "complete.<fact>" is true
      When the project is reviewed
      Then "<code>" is upcoming with severity "<severity>"

      Examples:
        | code   | fact              | value                | severity |
        | SEL-01 | selection.reasons | ["easy_to_approach"] | blocker  |
        | SEL-06 | assessment.items  | ["talent_base"]      | minor    |

  @SEL-02 @SEL-04 @SEL-05 @SEL-08 @SEL-19
  Rule: Before its time, what a capital lacks is what comes next
    資本ごとの不足も、時期が来るまでは今後の指摘とする

    Scenario Outline: <code> is what comes next, and no fault
      <code>は、構想の段階では今後の指摘にとどめる
      Given the project is still an idea
      And "capitals/human.assessed" is <assessed>
      And "capitals/human.rivals_metropolis" is false
      And "capitals/human.<fact>" is <value>
      And "capitals/human.strength" is thin
      When the project is reviewed
      Then "<code>" is upcoming for "capitals/human" with severity "<severity>"

      Examples:
        | code   | assessed | fact                  | value      | severity |
        | SEL-02 | false    | complement            | []         | blocker  |
        | SEL-04 | true     | qualitative           | false      | major    |
        | SEL-05 | true     | key_person_identified | false      | major    |
        | SEL-08 | true     | complement            | []         | minor    |
        | SEL-19 | true     | complement            | ["inside"] | info     |

  @SEL-07 @SEL-12 @SEL-14 @SEL-18
  Rule: Before its time, the choice of the centre and of the field is what comes next
    中心の置き方とフィールドの選び方も、時期が来るまでは今後の指摘とする

    Scenario: The centre is looked at once the city is chosen
      活動の中心は、都市が決まってから見る
      Given the city is still being chosen
      And the human capital does not stand up to a large city
      And the activity is built around the human capital
      When the project is reviewed
      Then "SEL-14" is upcoming with severity "major"

    Scenario: Whether anything stands out is looked at when the city is chosen
      突出した資本の有無は、都市を選ぶときに見る
      Given the exemplary project
      And the human capital does not stand up to a large city
      And the project is still an idea
      When the project is reviewed
      Then "SEL-07" is upcoming with severity "major"
      And "SEL-18" is replaced by "SEL-07"

    Scenario: The bounds of a trial are looked at once the city is chosen
      実証の範囲は、都市が決まってから見る
      Given the city is still being chosen
      And "project.targets_whole_city_function" is true
      And "field.bounded_area" is false
      When the project is reviewed
      Then "SEL-12" is upcoming with severity "blocker"

    Scenario: A phase that nobody knows delays nothing
      段階が未確認でも、指摘は先に延ばさない
      Given no field for trial and error has been found
      When the project is reviewed
      Then "SEL-15" is found with severity "blocker"

  @SEL-21
  Rule: What the article is about is told from the start
    論文の想定との違いは、初めから示す

    Scenario: An idea that is not digital
      デジタルを活用しない事業の構想
      Given the project is still an idea
      And the project does not use digital technology
      When the project is reviewed
      Then "SEL-21" is found with severity "info"
