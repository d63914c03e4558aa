Feature: How one thing leads to another
  一つのことが次のことにつながる

  What is missing at the beginning shows up later: without a commitment no trust, without trust no data, then a trial in
  form only, and in the end the project fades. These are warnings of what may follow, never findings of what is, and
  what has been observed weighs more than any warning.

  Nothing is known about the project except what a scenario states.

  初めに欠けたものは、後になって現れます。覚悟がなければ信頼されず、信頼がなければデータは得られず、
  実証は形だけになり、やがて事業は立ち消えます。
  どれも起こり得ることへの注意で、いまの状態の指摘ではありません。実際に確かめられたことは、注意に優先します。

  シナリオに書かれていない事実は、すべて未確認とします。

  @RSK-01
  Rule: Without a commitment there may be no trust
    覚悟を示さなければ、信頼を得られないおそれがある

    Scenario: Nobody has committed the company
      会社として何も表明していない
      Given the company has declared nothing
      When the project is reviewed
      Then "RSK-01" is found with severity "info"
      And "RSK-01" is told as following from "COM-01"

    Scenario: A middle manager has declared it
      表明したのが中間管理職である
      Given the company has declared its commitment
      And the declaration was made by a middle manager
      When the project is reviewed
      Then "RSK-01" is told as following from "COM-02"

    Scenario: The CEO has declared it, and nothing was done
      社長（CEO）が表明したが、行動がない
      Given the company has declared its commitment
      And the declaration was made by the CEO
      And nothing has been done to show the commitment
      When the project is reviewed
      Then "RSK-01" is told as following from "COM-11"
      And "trust" is "at_risk"

    Scenario: The CEO has declared it, and everything was done
      社長（CEO）が表明し、行動もすべてそろっている
      Given the exemplary project
      When the project is reviewed
      Then "RSK-01" is not found
      And "commitment.demonstration" is "full"
      And "trust" is "ok"

    Scenario: Nothing was done, and nobody knows whether anything was declared
      行動がなく、表明の有無も未確認
      Given nothing has been done to show the commitment
      When the project is reviewed
      Then "RSK-01" is found with severity "info"
      And "trust" is "at_risk"

    Scenario: A middle manager may have declared it, or nobody
      中間管理職が表明したのか、誰も表明していないのかが未確認
      Given the declaration was made by a middle manager
      But it is not known whether the company has declared its commitment
      When the project is reviewed
      Then "commitment.at_top" is undetermined
      And "trust" is undetermined

    Scenario: The CEO has declared it, and came
      社長（CEO）が表明し、現地を訪れている
      Given the company has declared its commitment
      And the declaration was made by the CEO
      And the top has visited the city
      When the project is reviewed
      Then "RSK-01" is not found
      And "trust" is "ok"

    Scenario: Nobody knows who declared it
      誰が表明したかが未確認
      Given the company has declared its commitment
      And the top has visited the city
      When the project is reviewed
      Then "RSK-01" cannot be told yet
      And "commitment.by" is asked
      And "trust" is undetermined

  @RSK-02
  Rule: Without trust there may be no data
    信頼がなければ、データを共有してもらえないおそれがある

    Scenario: No commitment, no trust, no data
      表明がないため、信頼もデータも得られないおそれがある
      Given the company has declared nothing
      And the project needs data from citizens or local parties
      When the project is reviewed
      Then "RSK-02" is found with severity "info"
      And "RSK-02" is told as following from "COM-01"
      And "data_sharing" is "at_risk"

    Scenario: A digital project probably needs data
      デジタルを活用する事業は、データが要るものとみる
      Given the company has declared nothing
      And the project uses digital technology
      When the project is reviewed
      Then "RSK-02" is found

    Scenario: A digital project that needs no data from citizens
      デジタルを活用するが、市民などのデータは要らない
      Given the company has declared nothing
      And the project uses digital technology
      And the project needs no data from citizens or local parties
      When the project is reviewed
      Then "RSK-02" is not found
      And "data_sharing" is undetermined

    Scenario: An agreement in hand weighs more than the warning
      共有の合意があれば、注意に優先する
      Given the company has declared nothing
      And the project needs data from citizens or local parties
      And sharing the data has been agreed
      When the project is reviewed
      Then "RSK-02" is not found
      And "data_sharing" is "ok"
      And "RSK-01" is found

    Scenario: Nobody knows whether the project needs data
      データが必要かどうかが未確認
      Given the company has declared nothing
      When the project is reviewed
      Then "RSK-02" cannot be told yet
      And "data.needs_citizen_data" is asked
      And "data_sharing" is undetermined

  @RSK-03
  Rule: Without trust a trial may be for show, and the project may fade
    信頼がなければ、実証が形だけに終わり、事業が立ち消えるおそれがある

    Scenario Outline: Nothing is declared (<phase>)
      会社が何も表明していない（<phase>）
      Given the company has declared nothing
      And <phase>
      When the project is reviewed
      Then "RSK-03" is found with severity "info"
      And "RSK-03" is told as following from "COM-01"
      And "poc_formality" is "at_risk"

      Examples:
        | phase                          |
        | the project is being prepared  |
        | the project has been launched  |

    Scenario Outline: While there is no city yet, the warning is for later (<phase>)
      都市が決まるまでは、注意は今後のこととする（<phase>）
      Given the company has declared nothing
      And <phase>
      When the project is reviewed
      Then "RSK-03" is upcoming with severity "info"
      And "poc_formality" is "at_risk"

      Examples:
        | phase                          |
        | the project is still an idea   |
        | the city is still being chosen |

    Scenario: A declaration for the short term only
      意思表明が短期のものにとどまっている
      Given the exemplary project
      And the project has been launched
      And the declaration looks to the short term
      When the project is reviewed
      Then "RSK-03" is found with severity "info"
      And "RSK-03" is told as following from "COM-03"
      And "RSK-01" is not found

    Scenario: A project that is scaling up has passed its trials
      拡大の段階にある事業は、実証を終えている
      Given the exemplary project
      And the project is scaling up
      And the declaration looks to the short term
      When the project is reviewed
      Then "RSK-03" is not found

    Scenario: Nobody has said how far the project is
      事業の段階が未確認
      Given the company has declared nothing
      When the project is reviewed
      Then "RSK-03" is found

    Scenario: A project that is scaling up is beyond that
      拡大の段階にある事業には、当てはまらない
      Given the company has declared nothing
      And the project is scaling up
      When the project is reviewed
      Then "RSK-03" is not found
      And "poc_formality" is undetermined

    Scenario: Where there is trust, there is no such danger
      信頼を得ていれば、そのおそれはない
      Given the exemplary project
      When the project is reviewed
      Then "RSK-03" is not found

    Scenario: Nobody knows whether anything was declared
      事業は始まっているが、表明の有無が未確認
      Given the project has been launched
      When the project is reviewed
      Then "RSK-03" cannot be told yet
      And "commitment.declared" is asked

  @COM-10 @RSK-02 @RSK-03
  Rule: Every warning names what brings it about
    どの注意にも、原因となった指摘を示す

    Scenario: Nothing is declared
      原因は、意思表明がないことである
      Given the company has declared nothing
      When the project is reviewed
      Then "COM-10" is told as following from "COM-01"

    Scenario: A middle manager's word
      原因は、中間管理職による表明にとどまることである
      Given the company has declared its commitment
      And the declaration was made by a middle manager
      And the project needs data from citizens or local parties
      When the project is reviewed
      Then "COM-10" is told as following from "COM-02"
      And "RSK-02" is told as following from "COM-02"
      And "RSK-03" is told as following from "COM-02"

    Scenario: Words without acts
      原因は、言葉に行動が伴わないことである
      Given the company has declared its commitment
      And nothing has been done to show the commitment
      And the project needs data from citizens or local parties
      When the project is reviewed
      Then "RSK-02" is told as following from "COM-11"
      And "RSK-03" is told as following from "COM-11"

  Rule: The whole chain is told at once
    つながりの全体を一度に示す

    Scenario: A digital project without a declaration
      デジタルを活用する事業で、意思表明がない
      Given the company has declared nothing
      And the project is being prepared
      And the project uses digital technology
      And the project needs data from citizens or local parties
      When the project is reviewed
      Then "COM-01" is found with severity "blocker"
      And "COM-10" is found
      And "RSK-01" is found
      And "RSK-02" is found
      And "RSK-03" is found
      And the verdict is "hold"

    Scenario: The same project with the CEO's word, shown by a visit
      同じ事業で、社長（CEO）が表明し、現地を訪れている
      Given the company has declared its commitment
      And the declaration was made by the CEO
      And the declaration looks to the mid to long term
      And the top has visited the city
      And the project is being prepared
      And the project uses digital technology
      And the project needs data from citizens or local parties
      When the project is reviewed
      Then "COM-01" is not found
      And "COM-10" is not found
      And "RSK-01" is not found
      And "RSK-02" is not found
      And "RSK-03" is not found

  @RSK-05
  Rule: One organisation that nobody carries may stop them all
    担い手のいない組織が一つあれば、事業全体が行き詰まるおそれがある

    Scenario: Nobody carries the project in the university
      大学に担い手がいない
      Given the exemplary project
      And in "univ" nobody has been found to carry the project
      When the project is reviewed
      Then "RSK-05" is found with severity "info"
      And "RSK-05" is told as following from "ORG-06"
      And "stall" is "at_risk"

    Scenario: Somebody was named in the university and does not want to
      大学の担い手が、自ら望んでいない
      Given the exemplary project
      And the person named in "univ" has no will of their own
      When the project is reviewed
      Then "RSK-05" is told as following from "ORG-07"

    Scenario: Everybody is carried
      どの組織にも担い手がいる
      Given the exemplary project
      When the project is reviewed
      Then "RSK-05" is not found
      And "stall" is undetermined

    Scenario: A name is known, a will is not
      担い手は分かっているが、自らの意思が未確認
      Given the exemplary project
      And "organisations/univ.champion_willing" is unknown
      When the project is reviewed
      Then "RSK-05" cannot be told yet
      And "organisations[].champion_willing" is asked about "organisations/univ"

  @SYN-01
  Rule: The steps build on each other
    手順は、前の手順を踏まえて進む

    Scenario: KPIs without a common area
      接点領域がないまま、KPIを決めている
      Given "overlap.defined" is false
      And the KPI "users" serves "tourism"
      When the project is reviewed
      Then "SYN-01" is found with severity "minor"
      And "step_order" is "violated"

    Scenario: Themes without a common area
      接点領域がないまま、テーマを決めている
      Given "overlap.defined" is false
      And the theme "campaign" improves "users"
      When the project is reviewed
      Then "SYN-01" is found

    Scenario: A common area without a strategy
      戦略がないまま、接点領域を定めている
      Given "overlap.defined" is true
      And "strategy.defined" is false
      When the project is reviewed
      Then "SYN-01" is found

    Scenario Outline: Without a strategy a plan comes too early, whether there is an area or not (<area>)
      戦略がなければ、接点領域の有無にかかわらず、計画は早すぎる（<area>）
      Given "strategy.defined" is false
      And "overlap.defined" is <area>
      And the KPI "users" serves "tourism"
      When the project is reviewed
      Then "SYN-01" is found

      Examples:
        | area    |
        | true    |
        | false   |
        | unknown |

    Scenario Outline: At work in the city, and nothing is declared: <phase>
      何も表明しないまま、都市で活動している：<phase>
      Given <phase>
      And the company has declared nothing
      When the project is reviewed
      Then "SYN-01" is found

      Examples:
        | phase                         |
        | the project has been launched |
        | the project is scaling up     |

    Scenario: Without KPIs and themes there is no step that came too early
      KPIもテーマもなければ、早すぎる手順はない
      Given "overlap.defined" is false
      And "kpis" is []
      And "themes" is []
      And the project is being prepared
      And the company has declared nothing
      When the project is reviewed
      Then "SYN-01" is not found

    Scenario: Before there is a common area, a strategy may still follow
      接点領域を定める前なら、戦略はこれからでもよい
      Given "overlap.defined" is false
      And "strategy.defined" is false
      And "kpis" is []
      And "themes" is []
      And the project is still an idea
      When the project is reviewed
      Then "SYN-01" is not found

    Scenario: A plan that comes before its strategy, while there is only an idea
      構想の段階で、戦略より先に計画を立てている
      Given the project is still an idea
      And "strategy.defined" is false
      And the KPI "users" serves "tourism"
      When the project is reviewed
      Then "SYN-01" is upcoming with severity "minor"

    Scenario: Going back and forth is normal
      行きつ戻りつするのは、ふつうのことである
      Given the exemplary project
      And in "univ" nobody has been found to carry the project
      And the project has no coordinator
      When the project is reviewed
      Then "SYN-01" is not found

    Scenario: One step after the other
      一つずつ順に進めている
      Given the exemplary project
      When the project is reviewed
      Then "SYN-01" is not found
      And "step_order" is undetermined

    Scenario: Nobody has said whether there is a strategy
      接点領域は定まっているが、戦略の有無が未確認
      Given "overlap.defined" is true
      When the project is reviewed
      Then "SYN-01" cannot be told yet
      And "strategy.defined" is asked

  @SYN-03
  Rule: Where all four parts work together, value comes easily
    四つの要素がそろって働けば、価値を生み出しやすくなる

    Scenario: Several ideas, gates, the spiral, and partners who see it the same way
      複数の案件、ゲート、らせん状の進め方、連携先との共通の見方がそろっている
      Given the exemplary project
      When the project is reviewed
      Then "SYN-03" is found with severity "info"
      And "city_innovation_managed" is "yes"

    Scenario Outline: One part does not work: <fact> is <value>
      要素の一つが働いていない：<fact>が<value>
      Given the exemplary project
      And "<fact>" is <value>
      When the project is reviewed
      Then "SYN-03" is not found
      And "city_innovation_managed" is "no"

      Examples:
        | fact                                | value     |
        | stage_gate.used                     | false     |
        | stage_gate.on_fail                  | continue  |
        | stage_gate.on_fail                  | undefined |
        | stage_gate.applied                  | false     |
        | stage_gate.gates                    | []        |
        | portfolio.all_run_to_end            | true      |
        | stage_gate.gates/to-scale.criteria  | []        |
        | spiral.quick_trials                 | false     |
        | spiral.issues_extracted             | false     |
        | spiral.feedback_applied             | false     |
        | spiral.model_improved               | false     |
        | spiral.scaled_and_repeated          | false     |
        | portfolio.view_shared_with_partners | false     |

    Scenario Outline: Too few ideas: running <running>, outlook <outlook>
      案件が少なすぎる：進行中は<running>、成功の見通しは<outlook>
      Given the exemplary project
      And the seeds:
        | id     | running   | outlook   |
        | sensor | <running> | <outlook> |
      When the project is reviewed
      Then "city_innovation_managed" is "no"

      Examples:
        | running | outlook |
        | true    | unclear |
        | true    | clear   |
        | false   | unclear |

    Scenario: An idea that fails a gate may as well be stopped
      ゲートを通らない案件は、中断してもよい
      Given the exemplary project
      And "stage_gate.on_fail" is stop
      When the project is reviewed
      Then "city_innovation_managed" is "yes"

    Scenario Outline: Nobody is praised as long as one part is not known: <fact>
      一つでも未確認なら、強みとはしない：<fact>
      Given the exemplary project
      And "<fact>" is unknown
      When the project is reviewed
      Then "SYN-03" cannot be told yet
      And "<fact>" is asked
      And "city_innovation_managed" is undetermined

      Examples:
        | fact                                |
        | portfolio.seeds                     |
        | stage_gate.used                     |
        | stage_gate.on_fail                  |
        | stage_gate.applied                  |
        | portfolio.all_run_to_end            |
        | spiral.quick_trials                 |
        | spiral.issues_extracted             |
        | spiral.feedback_applied             |
        | spiral.model_improved               |
        | spiral.scaled_and_repeated          |
        | portfolio.view_shared_with_partners |

    Scenario: Gates that nobody has described do not count as gates with criteria
      書かれていないゲートは、基準のあるゲートに数えない
      Given the exemplary project
      And "stage_gate.gates" is unknown
      When the project is reviewed
      Then "SYN-03" cannot be told yet
      And "stage_gate.gates" is asked
      And "city_innovation_managed" is undetermined

  @SYN-04
  Rule: Recognition is earned before it is claimed
    認められたというのは、裏付けを示してからにする

    Scenario Outline: Recognition is claimed without <ground>
      示していない裏付けがあるのに、認められたと説明している（<ground>）
      Given "project.claims_local_recognition" is true
      And "<fact>" is false
      When the project is reviewed
      Then "SYN-04" is found with severity "minor"

      Examples:
        | ground                                    | fact                                    |
        | an issue of the city having been eased    | project.city_issue_solved_evidence      |
        | new business growing more easily than before | project.ecosystem_strengthened_evidence |

    Scenario: Recognition is claimed on both grounds
      二つの裏付けを示して、認められたと説明している
      Given "project.claims_local_recognition" is true
      And "project.city_issue_solved_evidence" is true
      And "project.ecosystem_strengthened_evidence" is true
      When the project is reviewed
      Then "SYN-04" is not found

    Scenario: Nobody asks for proof of what nobody claims
      認められたといわなければ、裏付けは求めない
      Given "project.claims_local_recognition" is false
      When the project is reviewed
      Then "SYN-04" is not found
      And "project.city_issue_solved_evidence" is not asked

    Scenario Outline: Half of it does not make an early claim: <fact> is <value>
      片方の事実だけでは、早すぎるとはいえない：<fact>が<value>
      Given "<fact>" is <value>
      When the project is reviewed
      Then "SYN-04" cannot be told yet

      Examples:
        | fact                                    | value |
        | project.city_issue_solved_evidence      | false |
        | project.ecosystem_strengthened_evidence | false |
        | project.claims_local_recognition        | true  |

    Scenario: Nobody has said whether an issue was eased
      課題が和らいだかどうかが未確認
      Given "project.claims_local_recognition" is true
      And "project.ecosystem_strengthened_evidence" is true
      When the project is reviewed
      Then "SYN-04" cannot be told yet
      And "project.city_issue_solved_evidence" is asked

  @SYN-05
  Rule: There is no model to copy
    そのまま写せる手本はない

    Scenario: The plan copies a success from elsewhere
      既成の成功モデルを写す計画である
      Given "project.relies_on_ready_made_model" is true
      When the project is reviewed
      Then "SYN-05" is found with severity "minor"

    Scenario: The plan goes its own way
      成功モデルに頼らない計画である
      Given "project.relies_on_ready_made_model" is false
      When the project is reviewed
      Then "SYN-05" is not found

    Scenario: Nobody has said where the plan comes from
      既成の成功モデルを写す計画かどうかが未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "SYN-05" cannot be told yet
      And "project.relies_on_ready_made_model" is asked

  @SYN-06
  Rule: Somebody pays once the trial is over
    実証が終わった後の運営費を誰が負担するかを決める

    Scenario: Nobody does yet
      負担者がまだ決まっていない
      Given "operation.payer_after_trial" is nobody_yet
      When the project is reviewed
      Then "SYN-06" is found with severity "info"

    Scenario: Nobody does yet, and that decides nothing
      負担者が決まっていないことだけでは、判定は変わらない
      Given the exemplary project
      And "operation.payer_after_trial" is nobody_yet
      When the project is reviewed
      Then "SYN-06" is found with severity "info"
      And the verdict is "proceed"

    Scenario: Before the city is chosen it is what comes next
      都市が決まるまでは、今後の指摘とする
      Given "operation.payer_after_trial" is nobody_yet
      And the city is still being chosen
      When the project is reviewed
      Then "SYN-06" is upcoming with severity "info"

    Scenario Outline: Somebody does (<who>)
      負担者が決まっている（<who>）
      Given "operation.payer_after_trial" is <who>
      When the project is reviewed
      Then "SYN-06" is not found

      Examples:
        | who          |
        | company      |
        | municipality |
        | users        |

    Scenario: Nobody has said who does
      負担者が未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "SYN-06" cannot be told yet
      And "operation.payer_after_trial" is asked
