Feature: The project lies where the company's strategy and the city's vision overlap
  自社の戦略と市の目指す社会像が重なるところで事業を行う

  A company that brings its own idea into a city easily talks past that city. The remedy is an area that both the
  company's strategy and the city's plan point to, and of which company and municipality are both convinced.

  自社の構想を都市に持ち込む会社は、その都市と話がかみ合わなくなりがちです。
  これを防ぐのが接点領域です。自社の戦略も市の計画もそこを指し、自社と自治体の双方が納得している領域をいいます。

  @FIT-01 @FIT-02
  Rule: All signs of product-out together stop the project, one sign alone is a suspicion
    プロダクトアウトの兆しがそろえば事業を止め、一つだけなら疑いとする

    Scenario: The company's idea has lost the city
      自社の構想が先に立ち、都市が置き去りになっている
      Given the exemplary project
      And the company brings in its own technology
      And the link to the local issue is forced
      And the municipality does not understand the project
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "FIT-01" is found with severity "blocker"
      And "FIT-02" is not found
      And "product_out" is "confirmed"
      And the verdict is "hold"

    Scenario Outline: One sign alone is a suspicion: <sign>
      兆しが一つだけなら疑いとする：<sign>
      Given the exemplary project
      And the company brings in its own concept
      And "<sign>" is <value>
      When the project is reviewed
      Then "FIT-02" is found with severity "major"
      And "FIT-01" is not found
      And "product_out" is "suspected"
      And the verdict is "revise"

      Examples:
        | sign                             | value  |
        | project.link_to_local_issue      | forced |
        | project.link_to_local_issue      | none   |
        | municipality.understands_project | false  |

    Scenario Outline: Whether the area is agreed is no sign of it: <fact>
      接点領域に納得しているかどうかは、兆しに数えない：<fact>
      Given the exemplary project
      And the company brings in its own concept
      And "<fact>" is false
      When the project is reviewed
      Then "FIT-02" is not found
      And "FIT-01" is not found
      And "FIT-13" is not found

      Examples:
        | fact                           |
        | overlap.defined                |
        | overlap.agreed_by_municipality |
        | overlap.agreed_by_company      |

    Scenario: The company's technology, a genuine link, and an area that is still to be found
      自社の技術を持ち込み、つながりは実質的で、接点領域はこれから定める
      Given a project about which nothing is known
      And the company brings in its own technology
      And the link to the local issue is genuine
      And the municipality understands the project
      And citizens' lives gain from the project
      And no common area is defined
      When the project is reviewed
      Then "FIT-02" is not found
      And "product_out" is undetermined
      And "FIT-06" is found

    Scenario: The company's technology, and nothing more is known: the area is asked about, nothing is told
      自社の技術であることしか分からなければ、接点領域を尋ね、指摘はしない
      Given a project about which nothing is known
      And the company brings in its own technology
      When the project is reviewed
      Then "FIT-02" cannot be told yet
      And "FIT-01" cannot be told yet
      And "overlap.defined" is asked

    Scenario: A project without any benefit for the city is a suspicion too
      都市に何の効果もない事業も疑いとする
      Given the exemplary project
      And the company brings in its own technology
      And there is no link to a local issue
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "FIT-02" is found with severity "major"
      And "FIT-01" is not found

    Scenario: No link at all is not milder than a forced one
      つながりがないことを、こじつけより軽くは扱わない
      Given the exemplary project
      And the company brings in its own technology
      And there is no link to a local issue
      And the municipality does not understand the project
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "product_out" is "confirmed"
      And "FIT-01" is found with severity "blocker"

    Scenario: A genuine link holds it back, whatever else speaks for it
      ほかの兆しがあっても、つながりが実質的ならプロダクトアウトと断定しない
      Given a project about which nothing is known
      And the company brings in its own technology
      And the link to the local issue is genuine
      And the municipality does not understand the project
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "product_out" is "suspected"
      And "FIT-01" is not found
      And "FIT-02" is found

    Scenario: An unknown link to the local issue does not hold back the warning
      課題とのつながりが未確認でも、指摘は控えない
      Given a project about which nothing is known
      And the company brings in its own technology
      And the municipality does not understand the project
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "FIT-01" is found with severity "blocker"
      And "project.link_to_local_issue" is asked

    Scenario: A suspicion is told while the rest is still unknown
      残りが未確認でも、疑いは伝える
      Given a project about which nothing is known
      And the company brings in its own technology
      And the municipality does not understand the project
      When the project is reviewed
      Then "FIT-02" is found
      And "FIT-01" cannot be told yet
      And "project.benefit_citizen_life" is asked
      And "project.benefit_city_productivity" is asked

    Scenario: A forced link of a project that the company did not start is told as just that
      自社から始まった事業でなければ、こじつけであることだけを指摘する
      Given the exemplary project
      And the project started from the city's plan
      And the link to the local issue is forced
      When the project is reviewed
      Then "FIT-02" is not found
      And "FIT-01" is not found
      And "FIT-12" is found with severity "major"
      And "product_out" is "cleared"

    @FIT-10 @FIT-11 @FIT-12
    Scenario: What product-out already says is not told again
      プロダクトアウトの指摘に含まれることは、重ねて指摘しない
      Given the exemplary project
      And the company brings in its own technology
      And the link to the local issue is forced
      And the municipality does not understand the project
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "FIT-01" is found
      And "FIT-10" is not found
      And "FIT-11" is not found
      And "FIT-12" is not found

    Scenario: A project that started from the city's plan is not product-out
      市の計画から始まった事業は、プロダクトアウトではない
      Given the exemplary project
      And the project started from the city's plan
      And the municipality does not understand the project
      When the project is reviewed
      Then "product_out" is "cleared"
      And "FIT-01" is not found
      And "FIT-02" is not found

    Scenario: Nobody has said where the project started from
      事業の出発点が未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "product_out" is undetermined
      And "FIT-01" cannot be told yet
      And "FIT-02" cannot be told yet
      And "project.origin" is asked

    Scenario Outline: It does not matter which of its ideas the company brings (<idea>)
      持ち込むものが何であるかは問わない（<idea>）
      Given a project about which nothing is known
      And "project.origin" is <idea>
      And the link to the local issue is forced
      And the municipality does not understand the project
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "FIT-01" is found
      And "product_out" is "confirmed"

      Examples:
        | idea               |
        | company_technology |
        | company_concept    |
        | partner_technology |

    Scenario Outline: All signs but one (<sign> is <value>)
      一つを除いて兆しがそろっている（<sign>が<value>）
      Given a project about which nothing is known
      And the company brings in its own technology
      And the link to the local issue is forced
      And the municipality does not understand the project
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      And "<sign>" is <value>
      When the project is reviewed
      Then "FIT-01" is not found
      And "FIT-02" is found
      And "product_out" is "suspected"

      Examples:
        | sign                              | value |
        | municipality.understands_project  | true  |
        | project.benefit_citizen_life      | true  |
        | project.benefit_city_productivity | true  |

    Scenario Outline: Where the project came from the city, it is no product-out (<origin>)
      都市の側から始まった事業は、プロダクトアウトではない（<origin>）
      Given a project about which nothing is known
      And "project.origin" is <origin>
      And the link to the local issue is genuine
      When the project is reviewed
      Then "product_out" is "cleared"
      And "FIT-13" is not found

      Examples:
        | origin      |
        | local_issue |
        | city_plan   |
        | joint       |

    Scenario: Nobody has said where the project started, and all signs are there
      兆しはそろっているが、事業の出発点が未確認
      Given a project about which nothing is known
      And the link to the local issue is forced
      And the municipality does not understand the project
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "product_out" is undetermined
      And "FIT-01" cannot be told yet
      And "project.origin" is asked

  @FIT-13
  Rule: A company's own technology is welcome in an area that both sides have agreed
    双方が納得した接点領域の中なら、自社の技術は歓迎される

    Scenario: The company's technology fits the city's plan
      自社の技術が、市の計画に沿っている
      Given the exemplary project
      And the company brings in its own technology
      And company and municipality agree on a common area
      And the link to the local issue is genuine
      When the project is reviewed
      Then "FIT-13" is found with severity "info"
      And "product_out" is "cleared"
      And "FIT-02" is not found

    Scenario Outline: One benefit is enough: <benefit>
      効果はどちらか一つでよい：<benefit>
      Given a project about which nothing is known
      And the company brings in its own technology
      And company and municipality agree on a common area
      And the municipality understands the project
      And the link to the local issue is genuine
      And "<benefit>" is true
      And "<other benefit>" is false
      When the project is reviewed
      Then "product_out" is "cleared"
      And "FIT-13" is found

      Examples:
        | benefit                           | other benefit                     |
        | project.benefit_citizen_life      | project.benefit_city_productivity |
        | project.benefit_city_productivity | project.benefit_citizen_life      |

    Scenario: A project that started from the city's plan is not praised for it
      市の計画から始まった事業には、この参考の指摘をしない
      Given the exemplary project
      And the project started from the city's plan
      When the project is reviewed
      Then "FIT-13" is not found

    Scenario Outline: One open point keeps the company's technology from being cleared: <open point>
      一つでも未確認なら、プロダクトアウトでないとはいえない：<open point>
      Given the exemplary project
      And the company brings in its own technology
      And "<open point>" is unknown
      When the project is reviewed
      Then "product_out" is undetermined
      And "FIT-13" cannot be told yet
      And "<open point>" is asked

      Examples:
        | open point                       |
        | overlap.agreed_by_company        |
        | overlap.agreed_by_municipality   |
        | municipality.understands_project |
        | project.link_to_local_issue      |

    Scenario: The company's concept fits the city's plan as well
      自社の構想も、市の計画に沿っていればよい
      Given the exemplary project
      And the company brings in its own concept
      When the project is reviewed
      Then "FIT-13" is found
      And "product_out" is "cleared"

    Scenario: A company's idea in an agreed common area, but nobody knows who gains
      双方が納得した接点領域にあるが、効果が未確認
      Given the exemplary project
      And the company brings in its own technology
      And "project.benefit_citizen_life" is unknown
      And "project.benefit_city_productivity" is unknown
      When the project is reviewed
      Then "product_out" is undetermined
      And "FIT-13" cannot be told yet

    Scenario: A partner's technology fits the city's plan as well
      連携先の技術も、市の計画に沿っていればよい
      Given the exemplary project
      And a partner brings in its technology
      When the project is reviewed
      Then "FIT-13" is found
      And "product_out" is "cleared"

    Scenario: Where everything fits, it does not matter where the project started
      すべてが合っていれば、事業の出発点は問わない
      Given the exemplary project
      And "project.origin" is unknown
      When the project is reviewed
      Then "product_out" is "cleared"
      And "FIT-13" cannot be told yet

    Scenario Outline: A link that is not genuine is not cleared by an agreed area (<link>)
      つながりが実質的でなければ、接点領域への納得があっても疑いは晴れない（<link>）
      Given the exemplary project
      And the company brings in its own technology
      And "project.link_to_local_issue" is <link>
      When the project is reviewed
      Then "FIT-13" is not found
      And "FIT-02" is found

      Examples:
        | link   |
        | forced |
        | none   |

  @FIT-15
  Rule: Whoever it was that started it, a project that nobody follows and nobody gains from is no better
    誰が始めた事業でも、中身が伝わらず効果もなければ、プロダクトアウトと変わらない

    Scenario Outline: It started from the city's side, and works out like product-out (<origin>)
      都市の側から始まったが、結果はプロダクトアウトと変わらない（<origin>）
      Given the exemplary project
      And "project.origin" is <origin>
      And the municipality does not understand the project
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "FIT-15" is found with severity "major"
      And "FIT-10" is not found
      And "FIT-11" is not found
      And "FIT-01" is not found
      And "product_out" is "cleared"

      Examples:
        | origin      |
        | local_issue |
        | city_plan   |
        | joint       |

    Scenario Outline: One sign is missing: <sign>
      兆しが一つ欠けている：<sign>
      Given the exemplary project
      And "project.origin" is joint
      And the municipality does not understand the project
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      And "<sign>" is true
      When the project is reviewed
      Then "FIT-15" is not found

      Examples:
        | sign                              |
        | municipality.understands_project  |
        | project.benefit_citizen_life      |
        | project.benefit_city_productivity |

    Scenario: Nobody has said whether citizens gain from the joint project
      共同の事業だが、市民の暮らしへの効果が未確認
      Given the exemplary project
      And "project.origin" is joint
      And the municipality does not understand the project
      And "project.benefit_citizen_life" is unknown
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "FIT-15" cannot be told yet
      And "project.benefit_citizen_life" is asked

  @FIT-03
  Rule: The company's strategy comes first
    自社の戦略を先に定める

    Scenario: There is no value-creation strategy
      価値創造戦略がない
      Given the exemplary project
      And "strategy.defined" is false
      When the project is reviewed
      Then "FIT-03" is found with severity "major"

    Scenario: There is a value-creation strategy
      価値創造戦略がある
      Given the exemplary project
      When the project is reviewed
      Then "FIT-03" is not found

    Scenario: Nobody has said whether there is a strategy
      価値創造戦略の有無が未確認
      Given the exemplary project
      And "strategy.defined" is unknown
      When the project is reviewed
      Then "FIT-03" cannot be told yet
      And "strategy.defined" is asked

  @FIT-04
  Rule: A strategy names its value area, its resources and how people work together
    戦略に、目指す価値の領域、資源の配分、連携の考え方がある

    Scenario Outline: One part of the strategy is missing: <part>
      戦略の一部が欠けている：<part>
      Given the exemplary project
      And "<part>" is false
      When the project is reviewed
      Then "FIT-04" is found with severity "minor"

      Examples:
        | part                          |
        | strategy.value_area           |
        | strategy.resource_policy      |
        | strategy.collaboration_policy |

    Scenario: All parts are there
      戦略の中身がそろっている
      Given the exemplary project
      When the project is reviewed
      Then "FIT-04" is not found

    Scenario: Without a strategy nobody asks for its parts
      戦略がなければ、中身は尋ねない
      Given a project about which nothing is known
      And "strategy.defined" is false
      When the project is reviewed
      Then "FIT-04" is not found
      And "FIT-03" is found

    Scenario: Nobody has said whether there is a strategy that could lack a part
      中身の一部がないが、戦略の有無が未確認
      Given the exemplary project
      And "strategy.defined" is unknown
      And "strategy.value_area" is false
      When the project is reviewed
      Then "FIT-04" cannot be told yet

    Scenario: One part has not been spoken about
      戦略の中身の一つが未確認
      Given the exemplary project
      And "strategy.resource_policy" is unknown
      When the project is reviewed
      Then "FIT-04" cannot be told yet
      And "strategy.resource_policy" is asked

  @FIT-05
  Rule: The city's own plan is read
    市の上位計画を読む

    Scenario: Nobody has opened the city's plan
      市の上位計画をまだ確認していない
      Given the exemplary project
      And "city_plan.consulted" is false
      When the project is reviewed
      Then "FIT-05" is found with severity "major"

    Scenario: The plan was read, but no vision was found in it
      計画は読んだが、社会像を特定できていない
      Given the exemplary project
      And "city_plan.vision_identified" is false
      When the project is reviewed
      Then "FIT-05" is found

    Scenario: The plan says nothing on the subject, but another policy of the city covers it
      計画に記載はないが、市のほかの方針が当てはまる
      Given the exemplary project
      And "city_plan.vision_identified" is false
      And "city_plan.issue_policy_covers" is true
      When the project is reviewed
      Then "FIT-05" is not found
      And "overlap.agreed" is "yes"

    Scenario: On a plan that says nothing on the subject, no area can be agreed
      計画に記載がなければ、接点領域への納得は成り立たない
      Given the exemplary project
      And "city_plan.vision_identified" is false
      And "city_plan.issue_policy_covers" is false
      When the project is reviewed
      Then "FIT-05" is found with severity "major"
      And "overlap.agreed" is undetermined
      And "FIT-16" is not found

    Scenario: Nobody has said whether another policy covers what the plan leaves out
      計画に記載がなく、ほかの方針が当てはまるかどうかが未確認
      Given the exemplary project
      And "city_plan.vision_identified" is false
      And "city_plan.issue_policy_covers" is unknown
      When the project is reviewed
      Then "FIT-05" is found with severity "major"
      And "overlap.agreed" is undetermined
      And "city_plan.issue_policy_covers" is asked

    Scenario: A plan whose content nobody has told keeps no agreement from counting
      計画の内容が未確認でも、接点領域への納得は認める
      Given the exemplary project
      And "city_plan.vision_identified" is unknown
      When the project is reviewed
      Then "overlap.agreed" is "yes"

    Scenario: The plan was read and its vision is named
      計画を読み、社会像を特定している
      Given the exemplary project
      When the project is reviewed
      Then "FIT-05" is not found

    Scenario: Nobody has said whether the plan names a vision
      計画から社会像を特定したかどうかが未確認
      Given the exemplary project
      And "city_plan.vision_identified" is unknown
      When the project is reviewed
      Then "FIT-05" cannot be told yet
      And "city_plan.vision_identified" is asked

  @FIT-06
  Rule: Without a common area the project waits
    接点領域が定まるまで、事業は先へ進めない

    Scenario: The common area is not defined
      接点領域がまだ定まっていない
      Given the exemplary project
      And "overlap.defined" is false
      When the project is reviewed
      Then "FIT-06" is found with severity "blocker"
      And the verdict is "hold"

    Scenario: The common area is defined and agreed
      接点領域が定まり、双方が納得している
      Given the exemplary project
      When the project is reviewed
      Then "FIT-06" is not found
      And the verdict is "proceed"

    Scenario: Nobody has said whether there is a common area
      接点領域の有無が未確認
      Given the exemplary project
      And "overlap.defined" is unknown
      When the project is reviewed
      Then "FIT-06" cannot be told yet
      And "overlap.defined" is asked
      And the verdict is "insufficient_information"

  @FIT-07 @FIT-08
  Rule: A common area has to convince both sides
    接点領域には、双方の納得が要る

    Scenario: The area is defined, but the municipality is not convinced
      接点領域は定まっているが、自治体が納得していない
      Given the exemplary project
      And a common area is defined, but the municipality is not convinced of it
      When the project is reviewed
      Then "FIT-07" is found with severity "major"
      And "FIT-08" is not found
      And "FIT-06" is not found
      And the verdict is "revise"

    Scenario: The area is defined, but the company is not convinced
      接点領域は定まっているが、自社が納得していない
      Given the exemplary project
      And a common area is defined, but the company is not convinced of it
      When the project is reviewed
      Then "FIT-08" is found with severity "major"
      And "FIT-07" is not found
      And "FIT-06" is not found
      And the verdict is "revise"

    Scenario: Both sides are convinced
      双方が納得している
      Given the exemplary project
      When the project is reviewed
      Then "FIT-07" is not found
      And "FIT-08" is not found

    Scenario: The silence of the municipality is neither a yes nor a no
      自治体の納得が未確認なら、賛成とも反対ともみなさない
      Given the exemplary project
      And "overlap.agreed_by_municipality" is unknown
      When the project is reviewed
      Then "FIT-07" cannot be told yet
      And "overlap.agreed_by_municipality" is asked
      And the verdict may still be anything from "revise" to "proceed"

    Scenario: The silence of the company leads to a question
      自社の納得が未確認なら、尋ねる
      Given the exemplary project
      And "overlap.agreed_by_company" is unknown
      When the project is reviewed
      Then "FIT-08" cannot be told yet
      And "overlap.agreed_by_company" is asked

    Scenario Outline: Whether an area is defined does not change that one side is not convinced (<side>)
      接点領域の有無にかかわらず、一方が納得していなければ指摘する（<side>）
      Given a project about which nothing is known
      And "overlap.agreed_by_<side>" is false
      When the project is reviewed
      Then "<code>" is found with severity "major"
      And "FIT-06" cannot be told yet
      And "overlap.defined" is asked

      Examples:
        | side         | code   |
        | municipality | FIT-07 |
        | company      | FIT-08 |

    Scenario: Where no area is defined, nobody is said to disagree with it
      接点領域がなければ、納得していないとは指摘しない
      Given a project about which nothing is known
      And "overlap.defined" is false
      When the project is reviewed
      Then "FIT-07" is not found
      And "FIT-08" is not found
      And "FIT-06" is found

  @FIT-07 @FIT-08
  Rule: An area is agreed when it is defined and both sides have said yes
    接点領域が定まり、双方が納得して、はじめて合意といえる

    Scenario Outline: Defined <defined>, company <company>, municipality <municipality>
      定まっているか<defined>、自社の納得<company>、自治体の納得<municipality>
      Given a project about which nothing is known
      And "overlap.defined" is <defined>
      And "overlap.agreed_by_company" is <company>
      And "overlap.agreed_by_municipality" is <municipality>
      When the project is reviewed
      Then "overlap.agreed" is "<agreed>"

      Examples:
        | defined | company | municipality | agreed |
        | true    | true    | true         | yes    |
        | false   | unknown | unknown      | no     |
        | true    | false   | unknown      | no     |
        | true    | unknown | false        | no     |
        | unknown | unknown | false        | no     |

    Scenario Outline: Open while a yes is missing: defined <defined>, company <company>, municipality <municipality>
      一つでも未確認なら、まだ合意といえない：定まっているか<defined>、自社<company>、自治体<municipality>
      Given a project about which nothing is known
      And "overlap.defined" is <defined>
      And "overlap.agreed_by_company" is <company>
      And "overlap.agreed_by_municipality" is <municipality>
      When the project is reviewed
      Then "overlap.agreed" is undetermined

      Examples:
        | defined | company | municipality |
        | true    | true    | unknown      |
        | true    | unknown | true         |
        | unknown | true    | true         |
        | unknown | unknown | unknown      |

  @FIT-09
  Rule: The partners can see the common area
    連携先が、接点領域を見て分かる

    Scenario Outline: The partners cannot steer by the area: <missing>
      連携先が、接点領域を活用できない：<missing>
      Given the exemplary project
      And "<missing>" is false
      When the project is reviewed
      Then "FIT-09" is found with severity "minor"

      Examples:
        | missing                      |
        | overlap.visualised           |
        | overlap.shared_with_partners |

    Scenario: The area is drawn and shared
      接点領域を図にして、連携先に示している
      Given the exemplary project
      When the project is reviewed
      Then "FIT-09" is not found

    Scenario: Nobody has said whether the area was shared
      連携先に示しているかどうかが未確認
      Given the exemplary project
      And "overlap.shared_with_partners" is unknown
      When the project is reviewed
      Then "FIT-09" cannot be told yet
      And "overlap.shared_with_partners" is asked

    Scenario: An area that is not defined cannot be shown
      定まっていない接点領域は、見せようがない
      Given a project about which nothing is known
      And "overlap.defined" is false
      And "overlap.visualised" is false
      When the project is reviewed
      Then "FIT-09" is not found
      And "FIT-06" is found

    Scenario: Nobody has said whether there is an area to be shown
      見せる接点領域の有無が未確認
      Given the exemplary project
      And "overlap.defined" is unknown
      And "overlap.visualised" is false
      When the project is reviewed
      Then "FIT-09" cannot be told yet

  @FIT-16
  Rule: An area that both agreed and that partners can see is a strength
    双方が納得し、連携先にも見える接点領域は強みである

    Scenario: Agreed, drawn and shared
      納得があり、図にして、連携先に示している
      Given the exemplary project
      When the project is reviewed
      Then "FIT-16" is found with severity "info"

    Scenario Outline: From form alone nothing is praised: <fact>
      形だけでは、強みとはいえない：<fact>
      Given the exemplary project
      And "<fact>" is false
      When the project is reviewed
      Then "FIT-16" is not found

      Examples:
        | fact                           |
        | overlap.defined                |
        | overlap.agreed_by_company      |
        | overlap.agreed_by_municipality |
        | overlap.visualised             |
        | overlap.shared_with_partners   |

    Scenario Outline: One open point is asked about before anything is praised: <fact>
      一つでも未確認なら、強みとする前に尋ねる：<fact>
      Given the exemplary project
      And "<fact>" is unknown
      When the project is reviewed
      Then "FIT-16" cannot be told yet
      And "<fact>" is asked

      Examples:
        | fact                           |
        | overlap.defined                |
        | overlap.agreed_by_company      |
        | overlap.agreed_by_municipality |
        | overlap.visualised             |
        | overlap.shared_with_partners   |

  @FIT-10
  Rule: The municipality understands the project
    自治体が事業の中身を理解している

    Scenario: The municipality was left behind
      自治体に事業の中身が伝わっていない
      Given the exemplary project
      And the municipality does not understand the project
      When the project is reviewed
      Then "FIT-10" is found with severity "major"

    Scenario: The municipality can follow
      自治体に事業の中身が伝わっている
      Given the exemplary project
      And the municipality understands the project
      When the project is reviewed
      Then "FIT-10" is not found

    Scenario: Nobody has asked the municipality
      自治体の理解が未確認
      Given the exemplary project
      And "municipality.understands_project" is unknown
      When the project is reviewed
      Then "FIT-10" cannot be told yet
      And "municipality.understands_project" is asked

  @FIT-11
  Rule: Citizens or the city gain something
    市民の暮らしか都市の生産性に効果がある

    Scenario: Nobody gains
      どちらにも効果がない
      Given the exemplary project
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "FIT-11" is found with severity "major"

    Scenario: One benefit is enough, even while the other is unknown
      一方が未確認でも、もう一方に効果があればよい
      Given a project about which nothing is known
      And citizens' lives gain from the project
      When the project is reviewed
      Then "FIT-11" is not found

    Scenario: One missing benefit proves nothing yet
      市民の暮らしに効果がないだけでは、まだ何もいえない
      Given a project about which nothing is known
      And citizens' lives do not gain from the project
      When the project is reviewed
      Then "FIT-11" cannot be told yet
      And "project.benefit_city_productivity" is asked

    Scenario: Nor does the other one
      都市の生産性に効果がないだけでも、まだ何もいえない
      Given a project about which nothing is known
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "FIT-11" cannot be told yet
      And "project.benefit_citizen_life" is asked

  @FIT-12
  Rule: The link to the local issue is real
    地域の課題とのつながりが実質的である

    Scenario: The link is far-fetched
      つながりがこじつけになっている
      Given the exemplary project
      And the link to the local issue is forced
      When the project is reviewed
      Then "FIT-12" is found with severity "major"

    Scenario: The link is genuine
      つながりが実質的である
      Given the exemplary project
      And the link to the local issue is genuine
      When the project is reviewed
      Then "FIT-12" is not found

    Scenario: A project that claims no link forces none
      つながりを掲げない事業は、こじつけとはしない
      Given the exemplary project
      And there is no link to a local issue
      When the project is reviewed
      Then "FIT-12" is not found

    Scenario: Nobody has looked into the link
      つながりが未確認
      Given the exemplary project
      And "project.link_to_local_issue" is unknown
      When the project is reviewed
      Then "FIT-12" cannot be told yet
      And "project.link_to_local_issue" is asked

  @FIT-17
  Rule: A project without any link to a local issue is told so
    地域のどの課題とも結びつかない事業は、そのように指摘する

    Scenario Outline: Where the project started does not matter (<origin>)
      事業の出発点は問わない（<origin>）
      Given the exemplary project
      And "project.origin" is <origin>
      And there is no link to a local issue
      When the project is reviewed
      Then "FIT-17" is found with severity "major"
      And "FIT-12" is not found

      Examples:
        | origin             |
        | company_technology |
        | joint              |

    Scenario: There is a link
      地域の課題とのつながりがある
      Given the exemplary project
      When the project is reviewed
      Then "FIT-17" is not found

    Scenario: Product-out says it already
      プロダクトアウトの指摘に既に含まれている
      Given a project about which nothing is known
      And the company brings in its own technology
      And there is no link to a local issue
      And the municipality does not understand the project
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "FIT-01" is found
      And "FIT-17" is not found

    Scenario: Nobody has said whether there is a link to a local issue
      地域の課題とのつながりの有無が未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "FIT-17" cannot be told yet
      And "project.link_to_local_issue" is asked

  @FIT-14
  Rule: The value is described from the customer's side
    価値を、顧客の側から描く

    Scenario: The plan describes the product
      製品の側から描かれている
      Given the exemplary project
      And "company.customer_value_defined" is false
      When the project is reviewed
      Then "FIT-14" is found with severity "minor"

    Scenario: The plan describes what the customer gains
      顧客にとっての価値が描かれている
      Given the exemplary project
      When the project is reviewed
      Then "FIT-14" is not found

    Scenario: Nobody has said from whose side the value is described
      どちらの側から描かれているかが未確認
      Given the exemplary project
      And "company.customer_value_defined" is unknown
      When the project is reviewed
      Then "FIT-14" cannot be told yet
      And "company.customer_value_defined" is asked

  @FIT-01 @FIT-02 @FIT-12 @FIT-15 @FIT-17
  Rule: While there is only an idea, product-out is what comes next, and no fault
    構想の段階では、プロダクトアウトを今後の指摘とする

    Scenario Outline: The company's idea has no city yet (<phase>)
      自社の構想だけがあり、都市はまだ決まっていない（<phase>）
      Given a project about which nothing is known
      And <phase>
      And the company brings in its own technology
      And the link to the local issue is forced
      And the municipality does not understand the project
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "FIT-01" is <told> with severity "blocker"

      Examples:
        | phase                          | told     |
        | the project is still an idea   | upcoming |
        | the city is still being chosen | found    |

    Scenario: An idea whose link to a local issue is forced
      構想の段階で、地域の課題とのつながりがこじつけである
      Given the exemplary project
      And the project is still an idea
      And the link to the local issue is forced
      When the project is reviewed
      Then "FIT-12" is upcoming with severity "major"
      And "FIT-02" is upcoming with severity "major"

    Scenario: An idea that is tied to no local issue
      構想の段階で、地域のどの課題とも結びついていない
      Given the exemplary project
      And the project is still an idea
      And "project.origin" is joint
      And there is no link to a local issue
      When the project is reviewed
      Then "FIT-17" is upcoming with severity "major"

    Scenario: A joint idea that works out like product-out
      共同の構想だが、プロダクトアウトと変わらない
      Given the exemplary project
      And the project is still an idea
      And "project.origin" is joint
      And the municipality does not understand the project
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "FIT-15" is upcoming with severity "major"

  @FIT-05 @FIT-06 @FIT-07 @FIT-08 @FIT-09 @FIT-10 @FIT-11
  Rule: The common area is looked for once the city is chosen
    接点領域は、都市が決まってから探る

    Scenario Outline: Before the preparation it is what comes next: <fact> (<phase>)
      準備の段階になるまでは、今後の指摘とする：<fact>（<phase>）
      Given the exemplary project
      And "project.origin" is local_issue
      And <phase>
      And "<fact>" is false
      When the project is reviewed
      Then "<code>" is upcoming with severity "<severity>"
      And the verdict is "proceed"

      Examples:
        | fact                             | code   | severity | phase                          |
        | city_plan.consulted              | FIT-05 | major    | the project is still an idea   |
        | overlap.defined                  | FIT-06 | blocker  | the city is still being chosen |
        | overlap.agreed_by_municipality   | FIT-07 | major    | the city is still being chosen |
        | overlap.agreed_by_company        | FIT-08 | major    | the city is still being chosen |
        | overlap.visualised               | FIT-09 | minor    | the city is still being chosen |
        | municipality.understands_project | FIT-10 | major    | the city is still being chosen |

    Scenario: A project without benefit for the city, before the city is chosen
      都市を決める前で、都市に効果のない事業
      Given the exemplary project
      And "project.origin" is local_issue
      And the city is still being chosen
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "FIT-11" is upcoming with severity "major"

    Scenario Outline: The strategy comes first, in every phase (<phase>)
      戦略は、どの段階でも先に求める（<phase>）
      While a project is an idea, there is time for it; the city is chosen along it.
      構想のうちはまだ間に合う。都市は戦略に沿って選ぶ。
      Given the exemplary project
      And <phase>
      And "strategy.defined" is false
      When the project is reviewed
      Then "FIT-03" is found with severity "<severity>"

      Examples:
        | phase                          | severity |
        | the project is still an idea   | minor    |
        | the city is still being chosen | major    |
        | "project.phase" is unknown     | major    |
        | the project is being prepared  | major    |
