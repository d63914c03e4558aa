Feature: Goals, KPIs and themes hang together
  ゴール・KPI・テーマがつながっている

  From the common area come the goals, each goal has a KPI set with the municipality, and each theme improves a KPI.
  Where this chain holds, everybody can see what a theme is for.

  接点領域からゴールが導かれ、どのゴールにも自治体と決めたKPIがあり、どのテーマもいずれかのKPIを良くします。
  このつながりがあれば、テーマが何のためのものかが誰にでも分かります。

  @KPI-01
  Rule: The plan says for whom the project is done
    計画に、誰のための事業かが書かれている

    Scenario: Nobody is named
      誰のための事業かが書かれていない
      Given the exemplary project
      And "project.beneficiary_stated" is false
      When the project is reviewed
      Then "KPI-01" is found with severity "major"
      And the verdict is "revise"

    Scenario: The plan names who will be better off
      誰のための事業かが書かれている
      Given the exemplary project
      When the project is reviewed
      Then "KPI-01" is not found

    Scenario: Nobody has looked up who is to be better off
      誰のための事業かが書かれているかどうかが未確認
      Given the exemplary project
      And "project.beneficiary_stated" is unknown
      When the project is reviewed
      Then "KPI-01" cannot be told yet
      And "project.beneficiary_stated" is asked

  @KPI-02
  Rule: The plan says what counts as success
    計画に、どうなれば成功といえるかが書かれている

    Scenario: Success is not described
      成功の基準が書かれていない
      Given the exemplary project
      And "project.success_criterion_stated" is false
      When the project is reviewed
      Then "KPI-02" is found with severity "major"

    Scenario: Success is described
      成功の基準が書かれている
      Given the exemplary project
      When the project is reviewed
      Then "KPI-02" is not found

    Scenario: Nobody has looked up what success would be
      成功の基準が書かれているかどうかが未確認
      Given the exemplary project
      And "project.success_criterion_stated" is unknown
      When the project is reviewed
      Then "KPI-02" cannot be told yet
      And "project.success_criterion_stated" is asked

  @KPI-01 @KPI-02
  Rule: An idea may still look for its answer, but has to be asked
    構想の段階では答えを探している途中でもよいが、必ず問う

    Scenario Outline: How much it weighs (<phase>)
      段階ごとの重要度（<phase>）
      Given the exemplary project
      And "project.phase" is <phase>
      And "project.beneficiary_stated" is false
      And "project.success_criterion_stated" is false
      When the project is reviewed
      Then "KPI-01" is found with severity "<severity>"
      And "KPI-02" is found with severity "<severity>"

      Examples:
        | phase           | severity |
        | idea            | minor    |
        | field_selection | minor    |
        | preparation     | major    |
        | launched        | major    |
        | scaling         | major    |

  @KPI-18
  Rule: Somebody besides the company is to gain
    自社のほかにも、恩恵を受ける人がいる

    Scenario: The company itself and nobody else
      恩恵を受けるのが自社だけである
      Given the exemplary project
      And "beneficiary.who" is ["own_company"]
      When the project is reviewed
      Then "KPI-18" is found with severity "major"

    @KPI-01
    Scenario: For whom is told once
      誰のための事業かについては、一度だけ指摘する
      Given the exemplary project
      And "project.beneficiary_stated" is false
      And "beneficiary.who" is ["own_company"]
      When the project is reviewed
      Then "KPI-18" is found with severity "major"
      And "KPI-01" is replaced by "KPI-18"

    Scenario: Nobody at all
      恩恵を受ける人が一人も挙がっていない
      Given the exemplary project
      And "beneficiary.who" is []
      When the project is reviewed
      Then "KPI-18" is found

    Scenario Outline: Somebody else gains, whether the company does or not: <who>
      自社が含まれるかどうかにかかわらず、ほかに恩恵を受ける人がいる：<who>
      Given the exemplary project
      And "beneficiary.who" is <who>
      When the project is reviewed
      Then "KPI-18" is not found

      Examples:
        | who                              |
        | ["residents"]                    |
        | ["own_company", "newcomers"]     |
        | ["visitors", "local_firms"]      |

    Scenario: Nobody has said who is to gain
      恩恵を受ける人が未確認
      Given the exemplary project
      And "beneficiary.who" is unknown
      When the project is reviewed
      Then "KPI-18" cannot be told yet
      And "beneficiary.who" is asked

  @KPI-15
  Rule: The plan has a goal
    計画にゴールがある

    Scenario: There is no goal, and whatever hangs on goals is not told one by one
      ゴールが一つもなければ、ゴールにかかわる指摘は個別には出さない
      Given the exemplary project
      And "goals" is []
      And the KPI "alarm-time" serves no goal
      And the theme "sensors" improves "alarm-time"
      When the project is reviewed
      Then "KPI-15" is found with severity "major"
      And "KPI-04" is not found for "kpis/alarm-time"
      And "KPI-14" is not found for "themes/sensors"

    Scenario: There is a goal
      ゴールがある
      Given a plan with the goal "safety"
      When the project is reviewed
      Then "KPI-15" is not found

    Scenario: Nobody has named a goal yet
      ゴールの有無が未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "KPI-15" cannot be told yet
      And "goals" is asked

  @KPI-16
  Rule: At least one KPI measures what is achieved
    達成されたことを測るKPIが、少なくとも一つある

    Scenario: Trials and press releases are counted, and nothing else
      実証や報道発表の件数だけを数えている
      Given a project about which nothing is known
      And the KPIs:
        | id       | measures |
        | trials   | activity |
        | releases | activity |
      When the project is reviewed
      Then "KPI-16" is found with severity "minor"

    Scenario: One KPI measures what is achieved
      達成されたことを測るKPIが一つある
      Given a project about which nothing is known
      And the KPIs:
        | id         | measures |
        | trials     | activity |
        | alarm-time | outcome  |
      When the project is reviewed
      Then "KPI-16" is not found

    Scenario: Where there is no KPI, none is said to count the wrong thing
      KPIがなければ、測り方は指摘しない
      Given a project about which nothing is known
      And "kpis" is []
      When the project is reviewed
      Then "KPI-16" is not found
      And "KPI-03" is found

    Scenario: Nobody has said what one of the KPIs measures
      測るものが未確認のKPIがある
      Given a project about which nothing is known
      And the KPIs:
        | id       | measures |
        | trials   | activity |
        | releases |          |
      When the project is reviewed
      Then "KPI-16" cannot be told yet
      And "kpis[].measures" is asked about "kpis/releases"

  @KPI-13
  Rule: A city without spare resources suffers most from an unclear aim
    余力のない都市ほど、目的のあいまいさが響く

    Scenario Outline: A strained city and an unclear aim: <unclear>
      市に余力がなく、目的か成功の基準がはっきりしない：<unclear>
      Given a project about which nothing is known
      And "city.spare_capital" is false
      And "<unclear>" is false
      When the project is reviewed
      Then "KPI-13" is found with severity "info"

      Examples:
        | unclear                          |
        | project.beneficiary_stated       |
        | project.success_criterion_stated |

    Scenario: A city with resources to spare can bear it
      市に余力があれば、負担とはみない
      Given a project about which nothing is known
      And "city.spare_capital" is true
      And "project.beneficiary_stated" is false
      When the project is reviewed
      Then "KPI-13" is not found
      And "KPI-01" is found

    Scenario: A clear aim is no burden to a strained city
      目的がはっきりしていれば、余力のない市の負担にならない
      Given a project about which nothing is known
      And "city.spare_capital" is false
      And "project.beneficiary_stated" is true
      And "project.success_criterion_stated" is true
      When the project is reviewed
      Then "KPI-13" is not found

    Scenario: Nobody has said whether the aim of a project in a strained city is clear
      市に余力がなく、目的がはっきりしているかどうかが未確認
      Given a project about which nothing is known
      And "city.spare_capital" is false
      When the project is reviewed
      Then "KPI-13" cannot be told yet
      And "project.beneficiary_stated" is asked

    Scenario: Nobody has said what the city can spare
      市の余力が未確認
      Given a project about which nothing is known
      And "project.beneficiary_stated" is false
      When the project is reviewed
      Then "KPI-13" cannot be told yet
      And "city.spare_capital" is asked

  @KPI-03
  Rule: The project has KPIs
    事業にKPIがある

    Scenario: There is no KPI at all
      KPIが一つもない
      Given a plan with the goals "safety" and "carers"
      And "kpis" is []
      When the project is reviewed
      Then "KPI-03" is found with severity "major"
      And "KPI-08" is not found for "goals/safety"
      And "KPI-08" is not found for "goals/carers"

    Scenario: There is a KPI
      KPIがある
      Given a plan with the goal "safety"
      And the KPI "alarm-time" serves "safety"
      When the project is reviewed
      Then "KPI-03" is not found

    Scenario: Nobody has named any KPI yet
      KPIの有無が未確認
      Given a plan with the goal "safety"
      When the project is reviewed
      Then "KPI-03" cannot be told yet
      And "kpis" is asked

    Scenario: Where there is no KPI at all, no single goal is told so
      KPIが一つもなければ、ゴールごとの指摘は出さない
      Given a plan with the goal "safety"
      And "kpis" is []
      When the project is reviewed
      Then "goals/safety.without_kpi" is undetermined

  @KPI-04
  Rule: Every KPI belongs to a goal
    どのKPIもゴールにひもづいている

    Scenario: A KPI without a goal
      ゴールのないKPIがある
      Given a plan with the goal "safety"
      And the KPI "alarm-time" serves "safety"
      And the KPI "downloads" serves no goal
      When the project is reviewed
      Then "KPI-04" is found for "kpis/downloads" with severity "major"
      And "KPI-04" is not found for "kpis/alarm-time"

    Scenario: Nobody has said which goal a KPI belongs to
      KPIのゴールが未確認
      Given a plan with the goal "safety"
      And nobody has said which goal the KPI "downloads" serves
      When the project is reviewed
      Then "KPI-04" cannot be told yet for "kpis/downloads"
      And "kpis[].goals" is asked about "kpis/downloads"

    Scenario: A goal that is not in the list is a slip of the pen, not a KPI without a goal
      一覧にないゴールを指すのは書き誤りで、ゴールがないこととは違う
      Given a plan with the goal "safety"
      And the KPI "downloads" serves "tourism"
      When the project is reviewed
      Then "KPI-04" is not found for "kpis/downloads"
      And "INT-02" is found

  @KPI-05 @KPI-06
  Rule: KPIs are set with the municipality and can be measured
    KPIは自治体と決め、測れるものにする

    Scenario: One KPI was set without the municipality, one cannot be measured
      自治体と決めていないKPIと、測れないKPIがある
      Given a project about which nothing is known
      And the KPIs:
        | id         | set_with_municipality | concrete |
        | alarm-time | true                  | true     |
        | downloads  | false                 | true     |
        | well-being | true                  | false    |
      When the project is reviewed
      Then "KPI-05" is found for "kpis/downloads" with severity "major"
      And "KPI-06" is found for "kpis/well-being" with severity "minor"
      And "KPI-05" is not found for "kpis/alarm-time"
      And "KPI-06" is not found for "kpis/alarm-time"

    Scenario: Nobody has said how a KPI came about
      KPIの決め方が未確認
      Given a project about which nothing is known
      And the KPIs:
        | id         | set_with_municipality | concrete |
        | alarm-time |                       |          |
      When the project is reviewed
      Then "KPI-05" cannot be told yet for "kpis/alarm-time"
      And "KPI-06" cannot be told yet for "kpis/alarm-time"
      And "kpis[].set_with_municipality" is asked about "kpis/alarm-time"
      And "kpis[].concrete" is asked about "kpis/alarm-time"

  @KPI-08
  Rule: Every goal of the plan can be measured
    計画のどのゴールも測れる

    Scenario: A goal without a KPI is reported
      KPIのないゴールを指摘する
      Given a plan with the goals "safety" and "carers"
      And the KPI "alarm-time" serves "safety"
      When the project is reviewed
      Then "KPI-08" is found for "goals/carers" with severity "major"
      And "KPI-08" is not found for "goals/safety"
      And "goals/carers.without_kpi" is "yes"
      And "goals/safety.without_kpi" is undetermined

    Scenario: One KPI may serve two goals
      一つのKPIが二つのゴールを受け持ってもよい
      Given a plan with the goals "safety" and "carers"
      And the KPI "alarm-time" serves "safety" and "carers"
      When the project is reviewed
      Then "KPI-08" is not found for "goals/safety"
      And "KPI-08" is not found for "goals/carers"

    Scenario: A KPI that is silent about its goal may still serve this one
      ゴールが未確認のKPIは、このゴールのものかもしれない
      Given a plan with the goals "safety" and "carers"
      And the KPI "alarm-time" serves "safety"
      And nobody has said which goal the KPI "shifts" serves
      When the project is reviewed
      Then "KPI-08" cannot be told yet for "goals/carers"
      And "KPI-08" is not found for "goals/safety"
      And "kpis[].goals" is asked about "kpis/shifts"

    Scenario: Nobody has said which KPIs there are
      KPIの一覧が未確認
      Given a plan with the goal "safety"
      When the project is reviewed
      Then "KPI-08" cannot be told yet for "goals/safety"
      And "kpis" is asked

    Scenario: A KPI that points to an unlisted goal does not serve the listed one
      一覧にないゴールを指すKPIは、一覧のゴールのKPIに数えない
      Given a plan with the goal "safety"
      And the KPI "downloads" serves "tourism"
      When the project is reviewed
      Then "KPI-08" is found for "goals/safety"

  @KPI-11
  Rule: Every goal comes from the common area
    どのゴールも接点領域から導かれている

    Scenario: A goal from elsewhere
      接点領域から導かれていないゴールがある
      Given a plan with the goals "safety" and "downloads"
      And the goal "safety" comes from the common area
      And the goal "downloads" does not come from the common area
      When the project is reviewed
      Then "KPI-11" is found for "goals/downloads" with severity "major"
      And "KPI-11" is not found for "goals/safety"

    Scenario: Nobody has said where a goal comes from
      ゴールの由来が未確認
      Given a plan with the goal "safety"
      When the project is reviewed
      Then "KPI-11" cannot be told yet for "goals/safety"
      And "goals[].from_overlap" is asked about "goals/safety"

  @KPI-09
  Rule: New themes are checked against the KPIs, and everybody can see it
    新しいテーマがどのKPIを良くするかを確かめ、関係者に見せる

    Scenario Outline: The check is missing or hidden: <missing>
      確かめる手順か、見せることが欠けている：<missing>
      Given the exemplary project
      And "<missing>" is false
      When the project is reviewed
      Then "KPI-09" is found with severity "major"

      Examples:
        | missing                        |
        | kpi.check_process              |
        | kpi.visualised_to_stakeholders |

    Scenario: The check is done and shown
      確かめて、関係者に見せている
      Given the exemplary project
      When the project is reviewed
      Then "KPI-09" is not found

    Scenario: Nobody has said whether the result is shown
      関係者に見せているかどうかが未確認
      Given the exemplary project
      And "kpi.visualised_to_stakeholders" is unknown
      When the project is reviewed
      Then "KPI-09" cannot be told yet
      And "kpi.visualised_to_stakeholders" is asked

  @KPI-10
  Rule: A KPI on which nobody works yet is worth a hint
    取り組むテーマのないKPIは、参考として示す

    Scenario: No theme works on a KPI
      取り組むテーマのないKPIがある
      Given a plan with the goal "safety"
      And the KPI "alarm-time" serves "safety"
      And the KPI "falls" serves "safety"
      And the theme "sensors" improves "alarm-time"
      When the project is reviewed
      Then "KPI-10" is found for "kpis/falls" with severity "info"
      And "KPI-10" is not found for "kpis/alarm-time"
      And "kpis/falls.without_theme" is "yes"
      And "kpis/alarm-time.without_theme" is undetermined

    Scenario: A plan without themes leaves every KPI waiting
      テーマが一つもなければ、どのKPIも手つかずになる
      Given a plan with the goal "safety"
      And the KPI "alarm-time" serves "safety"
      And "themes" is []
      When the project is reviewed
      Then "KPI-10" is found for "kpis/alarm-time"

    Scenario: A theme that is silent about its KPI may work on this one
      KPIが未確認のテーマは、このKPIに取り組んでいるかもしれない
      Given a plan with the goal "safety"
      And the KPI "alarm-time" serves "safety"
      And nobody has said which KPI the theme "sensors" improves
      When the project is reviewed
      Then "KPI-10" cannot be told yet for "kpis/alarm-time"
      And "themes[].kpis" is asked about "themes/sensors"

    Scenario: Nobody has said which themes there are
      テーマの一覧が未確認
      Given a plan with the goal "safety"
      And the KPI "alarm-time" serves "safety"
      When the project is reviewed
      Then "KPI-10" cannot be told yet for "kpis/alarm-time"
      And "themes" is asked

  @KPI-07
  Rule: Every theme improves a KPI
    どのテーマも、いずれかのKPIを良くする

    Scenario: A theme that improves nothing measured
      どのKPIも良くしないテーマがある
      Given a plan with the goal "safety"
      And the KPI "alarm-time" serves "safety"
      And the theme "sensors" improves "alarm-time"
      And the theme "showroom" improves no KPI
      When the project is reviewed
      Then "KPI-07" is found for "themes/showroom" with severity "major"
      And "KPI-14" is not found for "themes/showroom"
      And "KPI-07" is not found for "themes/sensors"
      And "themes/showroom.chain" is "unlinked"

    Scenario: Nobody has said which KPI a theme improves
      テーマが良くするKPIが未確認
      Given a plan with the goal "safety"
      And nobody has said which KPI the theme "sensors" improves
      When the project is reviewed
      Then "KPI-07" cannot be told yet for "themes/sensors"
      And "themes[].kpis" is asked about "themes/sensors"

  @KPI-17
  Rule: A plan in which every theme leads back to the agreed area is a strength
    すべてのテーマが、双方の納得した接点領域までたどれる計画は強みである

    Scenario: Every chain holds, and both sides are convinced of the area
      すべてつながっており、双方が接点領域に納得している
      Given the exemplary project
      When the project is reviewed
      Then "KPI-17" is found with severity "info"

    Scenario: One theme leads nowhere
      どこにもつながらないテーマが一つある
      Given the exemplary project
      And the theme "showroom" improves no KPI
      When the project is reviewed
      Then "KPI-17" is not found

    Scenario: A plan without themes is not praised for its chain
      テーマのない計画は、つながりを強みとしない
      Given the exemplary project
      And "themes" is []
      When the project is reviewed
      Then "KPI-17" is not found

    Scenario: The municipality is not convinced of the area to which the chains lead
      つながる先の接点領域に、自治体が納得していない
      Given the exemplary project
      And a common area is defined, but the municipality is not convinced of it
      When the project is reviewed
      Then "KPI-17" is not found

    Scenario: Nobody has said whether the municipality is convinced
      自治体が納得しているかどうかが未確認
      Given the exemplary project
      And "overlap.agreed_by_municipality" is unknown
      When the project is reviewed
      Then "KPI-17" cannot be told yet
      And "overlap.agreed_by_municipality" is asked

  @KPI-14
  Rule: From every theme a chain leads back to the common area
    どのテーマも、接点領域までたどれる

    Scenario: Without a common area the chain is open, not broken
      接点領域が定まっていなければ、つながりは切れているのではなく、まだ判断できない
      Given a plan with the goal "safety"
      And no common area is defined
      And the goal "safety" comes from the common area
      And the KPI "alarm-time" serves "safety"
      And the theme "sensors" improves "alarm-time"
      When the project is reviewed
      Then "kpis/alarm-time.link" is undetermined
      And "themes/sensors.chain" is undetermined
      And "KPI-14" is not found for "themes/sensors"
      And "INT-01" is found

    Scenario: Nobody has said whether there is an area to lead back to
      たどる先の接点領域の有無が未確認
      Given a plan with the goal "safety"
      And the goal "safety" comes from the common area
      And the KPI "alarm-time" serves "safety"
      And the theme "sensors" improves "alarm-time"
      When the project is reviewed
      Then "kpis/alarm-time.link" is undetermined
      And "overlap.defined" is asked

    Scenario: The chain holds
      接点領域までつながっている
      Given a plan with the goal "safety"
      And a common area is defined
      And the goal "safety" comes from the common area
      And the KPI "alarm-time" serves "safety"
      And the theme "sensors" improves "alarm-time"
      When the project is reviewed
      Then "KPI-14" is not found for "themes/sensors"
      And "themes/sensors.chain" is "complete"
      And "kpis/alarm-time.link" is "complete"

    Scenario: The chain breaks three links up, at a goal from elsewhere
      三つ先の、接点領域から導かれていないゴールで切れている
      Given a plan with the goal "downloads"
      And the goal "downloads" does not come from the common area
      And the KPI "users" serves "downloads"
      And the theme "campaign" improves "users"
      When the project is reviewed
      Then "KPI-14" is found for "themes/campaign" with severity "info"
      And "KPI-11" is found for "goals/downloads"
      And "themes/campaign.chain" is "broken"
      And "kpis/users.link" is "broken"

    Scenario: The chain breaks at a KPI without a goal
      ゴールのないKPIで切れている
      Given a plan with the goal "safety"
      And the goal "safety" comes from the common area
      And the KPI "users" serves no goal
      And the theme "campaign" improves "users"
      When the project is reviewed
      Then "KPI-14" is found for "themes/campaign"
      And "KPI-04" is found for "kpis/users"
      And "kpis/users.link" is "broken"

    Scenario: One KPI that leads back is enough
      接点領域までたどれるKPIが一つあればよい
      Given a plan with the goals "safety" and "downloads"
      And a common area is defined
      And the goal "safety" comes from the common area
      And the goal "downloads" does not come from the common area
      And the KPI "alarm-time" serves "safety"
      And the KPI "users" serves "downloads"
      And the theme "sensors" improves "alarm-time" and "users"
      When the project is reviewed
      Then "KPI-14" is not found for "themes/sensors"
      And "themes/sensors.chain" is "complete"
      And "kpis/users.link" is "broken"

    Scenario: One goal from the common area is enough for a KPI
      KPIは、接点領域から導かれたゴールに一つひもづいていればよい
      Given a plan with the goals "safety" and "downloads"
      And a common area is defined
      And the goal "safety" comes from the common area
      And the KPI "users" serves "safety" and "downloads"
      When the project is reviewed
      Then "kpis/users.link" is "complete"

    Scenario: Nobody has said where the goal at the far end comes from
      つながりの先にあるゴールの由来が未確認
      Given a plan with the goal "safety"
      And the KPI "alarm-time" serves "safety"
      And the theme "sensors" improves "alarm-time"
      When the project is reviewed
      Then "KPI-14" cannot be told yet for "themes/sensors"
      And "goals[].from_overlap" is asked about "goals/safety"
      And "themes/sensors.chain" is undetermined
      And "kpis/alarm-time.link" is undetermined

    Scenario: Nobody has said which goal the KPI in the middle belongs to
      つながりの途中にあるKPIのゴールが未確認
      Given a plan with the goal "safety"
      And the goal "safety" comes from the common area
      And nobody has said which goal the KPI "alarm-time" serves
      And the theme "sensors" improves "alarm-time"
      When the project is reviewed
      Then "KPI-14" cannot be told yet for "themes/sensors"
      And "kpis[].goals" is asked about "kpis/alarm-time"

    Scenario: A KPI that points to an unlisted goal is not known to lead elsewhere
      一覧にないゴールを指すKPIを、切れているとは決めつけない
      Given a plan with the goal "safety"
      And the goal "safety" comes from the common area
      And the KPI "users" serves "tourism"
      And the theme "campaign" improves "users"
      When the project is reviewed
      Then "kpis/users.link" is undetermined
      And "themes/campaign.chain" is undetermined
      And "KPI-14" is not found for "themes/campaign"
      And "INT-02" is found

    Scenario: A theme that points to an unlisted KPI is not known to be cut off
      一覧にないKPIを指すテーマを、切れているとは決めつけない
      Given a plan with the goal "downloads"
      And the goal "downloads" does not come from the common area
      And the KPI "users" serves "downloads"
      And the theme "campaign" improves "users" and "visits"
      When the project is reviewed
      Then "themes/campaign.chain" is undetermined
      And "KPI-14" is not found for "themes/campaign"
      And "INT-02" is found

    Scenario: A KPI that leads back does not mend the chain of a theme that improves another
      別のKPIが接点領域までたどれても、このテーマのつながりは直らない
      Given a plan with the goals "safety" and "downloads"
      And the goal "safety" comes from the common area
      And the goal "downloads" does not come from the common area
      And the KPI "alarm-time" serves "safety"
      And the KPI "users" serves "downloads"
      And the theme "campaign" improves "users"
      When the project is reviewed
      Then "themes/campaign.chain" is "broken"
      And "KPI-14" is found for "themes/campaign"

  @KPI-03 @KPI-04 @KPI-05 @KPI-06 @KPI-07 @KPI-08 @KPI-09 @KPI-10 @KPI-11 @KPI-13 @KPI-14 @KPI-15 @KPI-16
  Rule: Goals, KPIs and themes are set once the city is chosen
    ゴール・KPI・テーマは、都市が決まってから定める

    Scenario: A first sketch of a plan, before the city is chosen
      都市を決める前の、計画の下書き
      Given the city is still being chosen
      And a plan with the goals "safety" and "downloads"
      And the goal "downloads" does not come from the common area
      And the KPIs:
        | id    | goals         | set_with_municipality | concrete | measures |
        | users | ["downloads"] | false                 | false    | activity |
        | loose | []            | false                 | false    | activity |
      And the theme "campaign" improves "users"
      And the theme "showroom" improves no KPI
      And "kpi.check_process" is false
      And "city.spare_capital" is false
      And "project.beneficiary_stated" is false
      When the project is reviewed
      Then "KPI-04" is upcoming for "kpis/loose" with severity "major"
      And "KPI-05" is upcoming for "kpis/users" with severity "major"
      And "KPI-06" is upcoming for "kpis/users" with severity "minor"
      And "KPI-07" is upcoming for "themes/showroom" with severity "major"
      And "KPI-08" is upcoming for "goals/safety" with severity "major"
      And "KPI-09" is upcoming with severity "major"
      And "KPI-10" is upcoming for "kpis/loose" with severity "info"
      And "KPI-11" is upcoming for "goals/downloads" with severity "major"
      And "KPI-13" is upcoming with severity "info"
      And "KPI-14" is upcoming for "themes/campaign" with severity "info"
      And "KPI-16" is upcoming with severity "minor"
      And "KPI-01" is found with severity "minor"

    Scenario Outline: Neither goals nor KPIs yet (<phase>)
      ゴールもKPIもまだない（<phase>）
      Given <phase>
      And "goals" is []
      And "kpis" is []
      When the project is reviewed
      Then "KPI-15" is <told> with severity "major"
      And "KPI-03" is <told> with severity "major"

      Examples:
        | phase                          | told     |
        | the project is still an idea   | upcoming |
        | the city is still being chosen | upcoming |
        | the project is being prepared  | found    |
