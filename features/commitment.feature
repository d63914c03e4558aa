Feature: The company commits itself to the city
  会社が都市への覚悟を示す

  The first step of the article: the company says, at the top and for the mid to long term, that it will do business in
  this city and help with its issues, and shows that it means it.

  Nothing is known about the project except what a scenario states.

  論文が説く最初の一歩です。この都市で事業を行い、都市の課題の解決にも取り組むことを、
  会社がトップの名で、中長期を見据えて表明し、本気であることを行動で示します。

  シナリオに書かれていない事実は、すべて未確認とします。

  @COM-01
  Rule: Everything starts with a declaration
    すべては意思表明から始まる

    Scenario: The company has declared nothing
      会社は何も表明していない
      Given the company has declared nothing
      When the project is reviewed
      Then "COM-01" is found with severity "blocker"
      And "commitment.at_top" is "no"

    Scenario: The company has declared its commitment
      会社が意思を表明している
      Given the company has declared its commitment
      When the project is reviewed
      Then "COM-01" is not found

    Scenario: Nobody has said yet whether anything was declared
      表明の有無が未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "COM-01" cannot be told yet
      And "commitment.declared" is asked

    Scenario: A project that is sound in all else still waits for the declaration
      ほかに問題がなくても、意思表明がなければ事業を止める
      Given the exemplary project
      And the company has declared nothing
      And there is no agreement
      When the project is reviewed
      Then the verdict is "hold"

    Scenario: A signed agreement speaks for the company
      締結済みの協定は、会社の意思表明とみなす
      Given the company has declared nothing
      But an agreement has been signed
      And the declaration was made by the CEO
      When the project is reviewed
      Then "COM-01" is not found
      And "commitment.at_top" is "yes"

    Scenario Outline: While the city is still being found, the declaration is what comes next (<phase>)
      都市を決めるまでは、意思表明は今後の指摘とする（<phase>）
      Given the company has declared nothing
      And <phase>
      When the project is reviewed
      Then "COM-01" is upcoming with severity "blocker"

      Examples:
        | phase                          |
        | the project is still an idea   |
        | the city is still being chosen |

    Scenario Outline: From the preparation on it is due (<phase>)
      準備の段階からは、意思表明を求める（<phase>）
      Given the company has declared nothing
      And <phase>
      When the project is reviewed
      Then "COM-01" is found with severity "blocker"

      Examples:
        | phase                         |
        | the project is being prepared |
        | the project has been launched |
        | the project is scaling up     |

    Scenario: A negotiation is no declaration
      協議中の協定は、意思表明とみなさない
      Given the company has declared nothing
      But an agreement is being negotiated
      When the project is reviewed
      Then "COM-01" is found with severity "blocker"

    @COM-03 @COM-04 @COM-11 @COM-13
    Scenario: Nobody is told what a missing declaration lacks
      表明がなければ、表明の中身は問わない
      Given the company has declared nothing
      And the declaration looks to the short term
      And the declaration leaves out the city's issues
      And the local parties do not know of the declaration
      And nothing has been done to show the commitment
      When the project is reviewed
      Then "COM-01" is found
      And "COM-03" is not found
      And "COM-04" is not found
      And "COM-11" is not found
      And "COM-13" is not found

  @COM-02
  Rule: The commitment is made by the top
    トップが意思を表明する

    Scenario: A middle manager's commitment does not commit the company
      中間管理職の表明では、会社の意思表明にならない
      Given the company has declared its commitment
      And the declaration was made by a middle manager
      When the project is reviewed
      Then "COM-02" is found with severity "blocker"
      And "COM-01" is not found

    Scenario Outline: Who can speak for the company (<role>)
      会社を代表して表明できる人（<role>）
      Given the company has declared its commitment
      And the declaration was made by <role>
      When the project is reviewed
      Then "commitment.at_top" is "<at the top>"
      And "COM-02" is <reported>

      Examples:
        | role             | at the top | reported  |
        | the CEO          | yes        | not found |
        | the board        | yes        | not found |
        | a division head  | no         | found     |
        | a middle manager | no         | found     |
        | a staff member   | no         | found     |

    Scenario Outline: Where the role does not tell, it is asked whether this person can bind the company (<role>)
      役職だけで決まらないときは、会社を代表する権限を尋ねる（<role>）
      Given the company has declared its commitment
      And the declaration was made by <role>
      When the project is reviewed
      Then "commitment.at_top" is undetermined
      And "COM-02" cannot be told yet
      And "commitment.binding" is asked

      Examples:
        | role                   |
        | an executive officer   |
        | the head of a subsidiary |

    Scenario Outline: <role>, who can bind the company: <binding>
      表明した人は<role>、会社を代表する権限は<binding>
      Given the company has declared its commitment
      And the declaration was made by <role>
      And "commitment.binding" is <binding>
      When the project is reviewed
      Then "commitment.at_top" is "<at the top>"
      And "COM-02" is <reported>

      Examples:
        | role                     | binding | at the top | reported  |
        | an executive officer     | true    | yes        | not found |
        | an executive officer     | false   | no         | found     |
        | the head of a subsidiary | true    | yes        | not found |
        | the head of a subsidiary | false   | no         | found     |
        | the CEO                  | false   | yes        | not found |
        | a staff member           | true    | no         | found     |

    Scenario: Power to bind the company without anybody named is not a declaration at the top
      権限があっても、表明した人が分からなければトップの表明とはいえない
      Given the company has declared its commitment
      And "commitment.binding" is true
      When the project is reviewed
      Then "commitment.at_top" is undetermined
      And "commitment.by" is asked

    Scenario: A middle manager's signature does not commit the company
      中間管理職の署名では、会社の意思表明にならない
      Given an agreement has been signed
      And the declaration was made by a middle manager
      When the project is reviewed
      Then "commitment.at_top" is "no"
      And "COM-02" is found with severity "blocker"

    Scenario: A house may count its executive officers among the top
      執行役員をトップに含めると定めてもよい
      Given the parameter "top_roles" is ["ceo", "board", "executive_officer"]
      And the company has declared its commitment
      And the declaration was made by an executive officer
      When the project is reviewed
      Then "commitment.at_top" is "yes"
      And "COM-02" is not found

    Scenario: A house may hold that an executive officer is not the top
      執行役員をトップに含めないと定めてもよい
      Given the parameter "not_top_roles" is ["executive_officer", "division_head", "middle_manager", "staff"]
      And the company has declared its commitment
      And the declaration was made by an executive officer
      When the project is reviewed
      Then "commitment.at_top" is "no"
      And "COM-02" is found

    Scenario: Nobody knows who made the declaration
      表明した人が未確認
      Given the company has declared its commitment
      When the project is reviewed
      Then "COM-02" cannot be told yet
      And "commitment.by" is asked
      And "commitment.at_top" is undetermined

    Scenario: A role alone is not a declaration
      役職が分かるだけでは、表明したことにならない
      Given the declaration was made by the CEO
      But it is not known whether the company has declared its commitment
      When the project is reviewed
      Then "commitment.at_top" is undetermined
      And "COM-01" cannot be told yet
      And "commitment.declared" is asked

  @COM-03
  Rule: The commitment is for the mid to long term
    意思表明は中長期を見据えている

    Scenario Outline: What the declaration says about time (<horizon>)
      表明の期間（<horizon>）
      Given the company has declared its commitment
      And the declaration <horizon>
      When the project is reviewed
      Then "COM-03" is <reported>

      Examples:
        | horizon                       | reported                    |
        | looks to the short term       | found with severity "major" |
        | does not say for how long     | found with severity "major" |
        | looks to the mid to long term | not found                   |

    Scenario: Nobody has read what the declaration says about time
      表明の期間が未確認
      Given the company has declared its commitment
      When the project is reviewed
      Then "COM-03" cannot be told yet
      And "commitment.horizon" is asked

  @COM-04
  Rule: The commitment takes in the city's issues
    意思表明に都市の課題の解決が含まれている

    Scenario: The declaration is about the company's business only
      表明が自社の事業のことにとどまっている
      Given the company has declared its commitment
      And the declaration leaves out the city's issues
      When the project is reviewed
      Then "COM-04" is found with severity "major"

    Scenario: The declaration takes in the city's issues
      表明に都市の課題の解決が含まれている
      Given the company has declared its commitment
      And the declaration takes in the city's issues
      When the project is reviewed
      Then "COM-04" is not found

    Scenario: Nobody knows whether the declaration takes in the city's issues
      都市の課題が含まれているかどうかが未確認
      Given the company has declared its commitment
      When the project is reviewed
      Then "COM-04" cannot be told yet
      And "commitment.covers_city_issues" is asked

  @COM-13
  Rule: The local parties know of the commitment
    意思表明が現地の関係者に伝わっている

    Scenario: The declaration has not reached the city
      表明が現地に伝わっていない
      Given the company has declared its commitment
      And the local parties do not know of the declaration
      When the project is reviewed
      Then "COM-13" is found with severity "minor"

    Scenario: The declaration has reached the city
      表明が現地に伝わっている
      Given the company has declared its commitment
      And the local parties know of the declaration
      When the project is reviewed
      Then "COM-13" is not found

    Scenario: Nobody knows whether the declaration has reached the city
      現地に伝わっているかどうかが未確認
      Given the company has declared its commitment
      When the project is reviewed
      Then "COM-13" cannot be told yet
      And "commitment.known_locally" is asked

  @COM-05
  Rule: The top sees the city in person
    トップが自ら現地を見る

    Scenario: The top has not been to the city
      トップがまだ現地を訪れていない
      Given the top has not visited the city
      When the project is reviewed
      Then "COM-05" is found with severity "minor"

    Scenario: The top has been to the city
      トップが現地を訪れている
      Given the top has visited the city
      When the project is reviewed
      Then "COM-05" is not found

    Scenario: Nobody knows whether the top has been to the city
      現地を訪れたかどうかが未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "COM-05" cannot be told yet
      And "top.visited_site" is asked

  @COM-06
  Rule: The top talks with the municipality and with local companies
    トップが自治体とも現地企業とも対話する

    Scenario: The top has talked with nobody
      トップが現地の誰とも対話していない
      Given the top has talked with nobody in the city
      When the project is reviewed
      Then "COM-06" is found with severity "minor"

    Scenario Outline: The top has talked with one side only (<party>)
      対話の相手が一方に限られている（<party>）
      Given the top has talked with <party>
      And the top has talked with nobody else in the city
      When the project is reviewed
      Then "COM-06" is found

      Examples:
        | party            |
        | the municipality |
        | a local company  |

    Scenario: Nobody knows whether the top has talked with anybody else
      ほかにも対話した相手がいるかどうかが未確認
      Given the top has talked with the municipality
      When the project is reviewed
      Then "COM-06" cannot be told yet
      And "top.dialogue_with" is asked

    Scenario: The top has talked with both
      トップが自治体とも現地企業とも対話している
      Given the top has talked with the municipality
      And the top has talked with a local company
      When the project is reviewed
      Then "COM-06" is not found

    Scenario: Nobody knows whom the top has talked with
      対話した相手が未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "COM-06" cannot be told yet
      And "top.dialogue_with" is asked

  @COM-07
  Rule: The company finds its own role in the city
    この都市での自社の役割を見いだす

    Scenario: The role is still open
      自社の役割がまだ見つかっていない
      Given the company has not found its own role in the city
      When the project is reviewed
      Then "COM-07" is found with severity "minor"

    Scenario: The role is found
      自社の役割が見つかっている
      Given the company has found its own role in the city
      When the project is reviewed
      Then "COM-07" is not found

    Scenario: Nobody knows whether there is a role
      自社の役割が見つかったかどうかが未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "COM-07" cannot be told yet
      And "top.own_role_identified" is asked

  @COM-09
  Rule: An agreement seals the cooperation
    協力関係を協定に定める

    Scenario Outline: Whether an agreement is in place (<agreement>)
      協定の締結状況（<agreement>）
      Given <agreement>
      When the project is reviewed
      Then "COM-09" is <reported>

      Examples:
        | agreement                        | reported                    |
        | there is no agreement            | found with severity "minor" |
        | an agreement is being negotiated | found with severity "minor" |
        | an agreement has been signed     | not found                   |

    Scenario: Nobody knows whether there is an agreement
      協定の有無が未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "COM-09" cannot be told yet
      And "agreement.status" is asked

  @COM-08
  Rule: The visit, the talks and the role come before the agreement
    協定は、視察・対話・自社の役割がそろってから結ぶ

    Scenario: A memorandum of understanding without a visit
      視察をしないまま、基本合意書を結んでいる
      Given an agreement has been signed
      But the top has not visited the city
      When the project is reviewed
      Then "COM-08" is found with severity "major"
      And "COM-09" is not found

    Scenario: An agreement without any talks
      誰とも対話しないまま、協定を結んでいる
      Given an agreement has been signed
      But the top has talked with nobody in the city
      When the project is reviewed
      Then "COM-08" is found

    Scenario: An agreement without a role for the company
      自社の役割が見つからないまま、協定を結んでいる
      Given an agreement has been signed
      But the company has not found its own role in the city
      When the project is reviewed
      Then "COM-08" is found

    Scenario: An agreement signed first, with visit and talks made up later, is a lesson
      先に協定を結び、視察と対話を後から行った場合は、学びとして記す
      Given an agreement has been signed
      And everything else has been done to show the commitment
      But the agreement was signed before the visit and the talks
      When the project is reviewed
      Then "COM-08" is found with severity "info"

    Scenario: What came too early and has been made up for bars nobody from going on
      順序が前後しても、後からそろえば先へ進める
      Given the exemplary project
      And the agreement was signed before the visit and the talks
      When the project is reviewed
      Then "COM-08" is found with severity "info"
      And the verdict is "proceed"

    Scenario Outline: The top has changed since the signing (<renewed>), and the new top has not come
      締結の後にトップが交代し（表明の引き継ぎ：<renewed>）、新しいトップはまだ現地を見ていない
      Given an agreement has been signed
      And "top.sponsor_changed" is <changed>
      And "commitment.reaffirmed" is <renewed>
      But the top has not visited the city
      When the project is reviewed
      Then "COM-08" is <reported>

      Examples:
        | changed | renewed | reported             |
        | true    | false   | replaced by "COM-15" |
        | true    | true    | found                |
        | unknown | false   | found                |

    Scenario Outline: An agreement signed first, and <what> has not followed
      先に協定を結び、その後もそろっていない（<what>）
      Given an agreement has been signed
      And everything else has been done to show the commitment
      And the agreement was signed before the visit and the talks
      But "<fact>" is <value>
      When the project is reviewed
      Then "COM-08" is found with severity "major"

      Examples:
        | what      | fact                    | value   |
        | the visit | top.visited_site        | false   |
        | the visit | top.visited_site        | unknown |
        | a talk    | top.dialogue_with       | []      |
        | a talk    | top.dialogue_with       | unknown |
        | the role  | top.own_role_identified | false   |
        | the role  | top.own_role_identified | unknown |

    Scenario: Whether the visit has followed is asked
      先に協定を結んでいれば、その後の視察を尋ねる
      Given an agreement has been signed
      And the agreement was signed before the visit and the talks
      When the project is reviewed
      Then "COM-08" is found with severity "major"
      And "top.visited_site" is asked

    Scenario: An agreement that rests on visit, talks and role
      視察・対話・自社の役割を踏まえて、協定を結んでいる
      Given an agreement has been signed
      And everything else has been done to show the commitment
      And the agreement was signed after the visit and the talks
      When the project is reviewed
      Then "COM-08" is not found

    Scenario: A visit that is missing does not matter while nothing is signed
      締結するまでは、視察がなくても指摘しない
      Given an agreement is being negotiated
      And the top has not visited the city
      When the project is reviewed
      Then "COM-08" is not found

    Scenario: All has been done, but nobody knows what came first
      すべてそろっているが、どれが先だったかが未確認
      Given an agreement has been signed
      And everything else has been done to show the commitment
      When the project is reviewed
      Then "COM-08" cannot be told yet
      And "agreement.signed_before_dialogue" is asked

  @COM-11
  Rule: A commitment is shown by acts
    覚悟は行動で示す

    Scenario: A commitment in words only
      覚悟を口にしているだけで、行動がない
      Given the company has declared its commitment
      And nothing has been done to show the commitment
      When the project is reviewed
      Then "COM-11" is found with severity "major"
      And "commitment.demonstration" is "none"

    Scenario: One act is enough to be more than words
      行動が一つでもあれば、言葉だけとはいわない
      Given the company has declared its commitment
      And nothing has been done to show the commitment
      But the top has visited the city
      When the project is reviewed
      Then "COM-11" is not found
      And "commitment.demonstration" is "some"

    Scenario Outline: What has been done: visit <visit>, talks <talks>, role <role>, agreement <agreement>
      行動の状況：視察は<visit>、対話は<talks>、役割は<role>、協定は<agreement>
      Given "top.visited_site" is <visit>
      And "top.dialogue_with" is <talks>
      And "top.own_role_identified" is <role>
      And "agreement.status" is <agreement>
      When the project is reviewed
      Then "commitment.demonstration" is "<shown>"

      Examples: Nothing open
        | visit | talks            | role  | agreement         | shown |
        | true  | ["municipality"] | true  | signed            | full  |
        | true  | ["municipality"] | true  | under_negotiation | some  |
        | true  | []               | true  | signed            | some  |
        | true  | ["municipality"] | false | signed            | some  |
        | false | ["municipality"] | true  | signed            | some  |
        | false | ["citizens"]     | false | none              | some  |
        | false | []               | true  | none              | some  |
        | false | []               | true  | signed            | some  |
        | false | []               | false | under_negotiation | none  |
        | false | []               | false | none              | none  |

      Examples: One act is certain, whatever else is open
        | visit   | talks   | role    | agreement | shown |
        | true    | unknown | unknown | unknown   | some  |
        | unknown | unknown | unknown | signed    | some  |

    Scenario Outline: A signature with nothing behind it, and another sign: <other sign>
      協定のほかに裏付けがなく、覚悟を示す別の形は<other sign>
      Given an agreement has been signed
      And "top.visited_site" is false
      And "top.dialogue_with" is []
      And "top.own_role_identified" is false
      And "commitment.other_sign" is <other sign>
      When the project is reviewed
      Then "commitment.demonstration" is "<shown>"

      Examples:
        | other sign | shown     |
        | unknown    | form_only |
        | false      | form_only |
        | true       | some      |

    Scenario Outline: What else stands on site shows readiness, too (<how it is told>)
      現地での別の取り組みも、覚悟の表れとみなす（<how it is told>）
      Given the company has declared its commitment
      And nothing has been done to show the commitment
      But "commitment.other_sign" is unknown
      And "<fact>" is <value>
      When the project is reviewed
      Then "commitment.demonstration" is "some"
      And "COM-11" is not found

      Examples:
        | how it is told              | fact                  | value |
        | another sign                | commitment.other_sign | true  |
        | an agreement of another form | agreement.kind        | other |

    Scenario: Where nothing else stands on site, another form of agreement is a plan only
      現地での取り組みがなければ、別の形の合意は予定にすぎない
      Given the company has declared its commitment
      And nothing has been done to show the commitment
      And "agreement.kind" is other
      But "commitment.other_sign" is false
      When the project is reviewed
      Then "commitment.demonstration" is "none"
      And "COM-11" is found with severity "major"

    @COM-05 @COM-06 @COM-07 @COM-09
    Scenario: Words only are told once, not means by means
      言葉だけのときは、まとめて一度だけ指摘する
      Given the company has declared its commitment
      And nothing has been done to show the commitment
      When the project is reviewed
      Then "COM-11" is found
      And nothing new is found but "COM-11", "RSK-01" and "RSK-03"

    Scenario Outline: Nothing is known to have been done, and one thing is open (<open>)
      行動が一つも見当たらず、一つが未確認（<open>）
      Given the company has declared its commitment
      And nothing has been done to show the commitment
      But "<open>" is unknown
      When the project is reviewed
      Then "commitment.demonstration" is undetermined
      And "COM-11" cannot be told yet
      And "<open>" is asked

      Examples:
        | open                    |
        | top.visited_site        |
        | top.dialogue_with       |
        | top.own_role_identified |
        | agreement.status        |

  @COM-02 @COM-03 @COM-04 @COM-05 @COM-06 @COM-07 @COM-08 @COM-09 @COM-10 @COM-11 @COM-13 @COM-15
  Rule: Commitment is due once the city is chosen
    覚悟は、都市が決まってから問う

    Scenario Outline: <code> is told as coming next while the city is being chosen
      <code>は、都市を選んでいる間は今後の指摘とする
      Given the city is still being chosen
      And the company has declared its commitment
      And the declaration was made by a middle manager
      And the declaration looks to the short term
      And the declaration leaves out the city's issues
      And the local parties do not know of the declaration
      And "top.visited_site" is false
      And "top.dialogue_with" is []
      And "top.own_role_identified" is false
      And "top.sponsor_changed" is true
      And "commitment.reaffirmed" is <reaffirmed>
      And "agreement.status" is <agreement>
      When the project is reviewed
      Then "<code>" is upcoming

      Examples:
        | code   | agreement | reaffirmed |
        | COM-02 | none      | false      |
        | COM-03 | none      | false      |
        | COM-04 | none      | false      |
        | COM-05 | signed    | false      |
        | COM-06 | signed    | false      |
        | COM-07 | signed    | false      |
        | COM-08 | signed    | true       |
        | COM-10 | none      | false      |
        | COM-11 | none      | false      |
        | COM-13 | none      | false      |
        | COM-15 | none      | false      |

    Scenario: An agreement comes next, too
      協定も、都市を選んでいる間は今後の指摘とする
      Given the city is still being chosen
      And there is no agreement
      When the project is reviewed
      Then "COM-09" is upcoming with severity "minor"

  @COM-03 @COM-04 @COM-08 @COM-11 @COM-13
  Rule: What is known of half the matter judges nothing
    片方の事実だけでは判断しない

    Scenario Outline: <code> stays open while nobody knows whether there is a declaration or an agreement (<fact>)
      表明や協定の有無が分からないうちは、<code>を判断しない（<fact>）
      Given "<fact>" is <value>
      When the project is reviewed
      Then "<code>" cannot be told yet

      Examples:
        | code   | fact                             | value       |
        | COM-03 | commitment.horizon               | unspecified |
        | COM-03 | commitment.horizon               | short       |
        | COM-04 | commitment.covers_city_issues    | false       |
        | COM-13 | commitment.known_locally         | false       |
        | COM-08 | agreement.signed_before_dialogue | true        |
        | COM-08 | agreement.status                 | signed      |

    Scenario: Nothing has been done, and nobody knows whether there is anything to show
      行動はないが、表明の有無が未確認
      Given nothing has been done to show the commitment
      When the project is reviewed
      Then "COM-11" cannot be told yet
      And "commitment.declared" is asked

  @COM-12
  Rule: Whether the company sees the danger concerns every phase
    経営層の危機感は、どの段階でも問う

    Scenario: An idea without a sense of danger
      構想の段階で、経営層に危機感がない
      Given the project is still an idea
      And top management sees no danger in falling behind
      When the project is reviewed
      Then "COM-12" is found with severity "minor"

  @COM-10
  Rule: The top's commitment lets the staff move
    トップの覚悟が、担当者の動きやすさにつながる

    Scenario: The staff may be held up when only a middle manager stands behind them
      後ろ盾が中間管理職だけで、担当者が動きにくいおそれがある
      Given the company has declared its commitment
      And the declaration was made by a middle manager
      When the project is reviewed
      Then "staff_mobility" is "at_risk"
      And "COM-10" is found with severity "info"

    Scenario: The staff may be held up when nothing is declared
      表明がなく、担当者が動きにくいおそれがある
      Given the company has declared nothing
      When the project is reviewed
      Then "staff_mobility" is "at_risk"
      And "COM-10" is found

    Scenario: The staff have the CEO behind them
      社長（CEO）が担当者の後ろ盾になっている
      Given the company has declared its commitment
      And the declaration was made by the CEO
      When the project is reviewed
      Then "staff_mobility" is "ok"
      And "COM-10" is not found

    Scenario: Staff who are seen to move freely are not said to be held up
      担当者が実際に動けていれば、動きにくいとは指摘しない
      Given the company has declared nothing
      But "company.staff_can_move" is true
      When the project is reviewed
      Then "staff_mobility" is "at_risk"
      And "COM-10" is not found

    Scenario: Nobody knows who stands behind the staff
      担当者の後ろ盾が未確認
      Given the company has declared its commitment
      When the project is reviewed
      Then "staff_mobility" is undetermined
      And "COM-10" cannot be told yet
      And "commitment.by" is asked

  @COM-14
  Rule: A top that came, talked, found its role and signed is told as a strength
    視察・対話・役割・協定が順にそろえば、強みとして示す

    Scenario: All of it, in this order
      すべてが、この順序でそろっている
      Given the company has declared its commitment
      And the declaration was made by the CEO
      And an agreement has been signed
      And everything else has been done to show the commitment
      When the project is reviewed
      Then "commitment.demonstration" is "full"
      And "COM-14" is found with severity "info"

    Scenario Outline: It is no strength where <what>
      強みとはいえない場合（<what>）
      Given the exemplary project
      And <what>
      When the project is reviewed
      Then "COM-14" is not found

      Examples:
        | what                                                      |
        | the top has not visited the city                          |
        | the declaration was made by a middle manager              |
        | the agreement was signed before the visit and the talks   |
        | an agreement is being negotiated                          |

    Scenario Outline: It was another top that came (renewed: <renewed>)
      訪れたのは交代前のトップである（引き継ぎ：<renewed>）
      Given the exemplary project
      And "top.sponsor_changed" is true
      And "commitment.reaffirmed" is <renewed>
      When the project is reviewed
      Then "COM-14" is <told>

      Examples:
        | renewed | told      |
        | true    | found     |
        | false   | not found |
        | unknown | not found |

    Scenario: Nobody knows whether the top came at all
      そもそもトップが現地を訪れたかどうかが未確認
      Given the exemplary project
      And "top.visited_site" is unknown
      When the project is reviewed
      Then "COM-14" cannot be told yet
      And "top.visited_site" is asked

  @COM-15
  Rule: A new top renews the declaration
    トップが交代したら、意思表明を引き継ぐ

    Scenario: The successor has not taken it up
      後任者が意思表明を引き継いでいない
      Given the company has declared its commitment
      And "top.sponsor_changed" is true
      And "commitment.reaffirmed" is false
      When the project is reviewed
      Then "COM-15" is found with severity "major"

    Scenario: The successor has not taken up what the predecessor signed
      前任者の結んだ協定を、後任者が引き継いでいない
      Given an agreement has been signed
      And "top.sponsor_changed" is true
      And "commitment.reaffirmed" is false
      When the project is reviewed
      Then "COM-15" is found

    Scenario Outline: Nothing to renew (<why>)
      引き継ぎが要らない場合（<why>）
      Given the company has declared its commitment
      And "top.sponsor_changed" is <changed>
      And "commitment.reaffirmed" is <renewed>
      When the project is reviewed
      Then "COM-15" is not found

      Examples:
        | why                         | changed | renewed |
        | the same top                | false   | unknown |
        | the successor has spoken up | true    | true    |

    Scenario: After a change at the top the declaration is asked about anew
      トップが交代したら、引き継ぎについて尋ねる
      Given the company has declared its commitment
      And "top.sponsor_changed" is true
      When the project is reviewed
      Then "COM-15" cannot be told yet
      And "commitment.reaffirmed" is asked

    Scenario: Nobody has said whether the top is still the same
      トップが交代したかどうかが未確認
      Given the company has declared its commitment
      When the project is reviewed
      Then "COM-15" cannot be told yet
      And "top.sponsor_changed" is asked

  @RSK-01
  Rule: The city trusts a commitment that is made at the top and shown by acts
    トップが表明し、行動で示した覚悟なら、現地の信頼を得られる

    Scenario: Nothing is declared
      何も表明していない
      Given the company has declared nothing
      When the project is reviewed
      Then "trust" is "at_risk"

    Scenario: A middle manager's word, whatever has been done
      中間管理職の言葉では、行動がそろっていても信頼を得にくい
      Given the company has declared its commitment
      And the declaration was made by a middle manager
      And an agreement has been signed
      And everything else has been done to show the commitment
      When the project is reviewed
      Then "trust" is "at_risk"

    Scenario Outline: Words only, even from <role>
      行動が伴わなければ、誰の言葉でも信頼を得にくい（<role>）
      Given the company has declared its commitment
      And the declaration was made by <role>
      And nothing has been done to show the commitment
      When the project is reviewed
      Then "trust" is "at_risk"

      Examples:
        | role                 |
        | the CEO              |
        | an executive officer |

    Scenario Outline: The CEO's word, shown by an act (<act>)
      社長（CEO）の言葉が、行動で裏付けられている（<act>）
      Given the company has declared its commitment
      And the declaration was made by the CEO
      And <act>
      When the project is reviewed
      Then "trust" is "ok"

      Examples:
        | act                                            |
        | the top has visited the city                   |
        | the top has talked with a local company        |
        | the company has found its own role in the city |
        | an agreement has been signed                   |
        | "commitment.other_sign" is true                |

    Scenario: A ceremony in place of acts
      行動の代わりに、締結の式典だけを行っている
      Given the company has declared its commitment
      And the declaration was made by the CEO
      And nothing has been done to show the commitment
      But an agreement has been signed
      When the project is reviewed
      Then "trust" is "at_risk"
      And "COM-08" is found with severity "major"
      And "RSK-03" is told as following from "COM-08"

    Scenario: A negotiation alone shows nothing yet
      協議だけでは、まだ何も示したことにならない
      Given the company has declared its commitment
      And the declaration was made by the CEO
      And nothing has been done to show the commitment
      But an agreement is being negotiated
      When the project is reviewed
      Then "trust" is "at_risk"

    Scenario: That the city has not heard of it yet does not count against trust
      表明がまだ現地に伝わっていなくても、信頼には響かない
      Given the company has declared its commitment
      And the declaration was made by the CEO
      And the top has visited the city
      But the local parties do not know of the declaration
      When the project is reviewed
      Then "trust" is "ok"

    Scenario: The CEO's word, with nothing known about acts
      社長（CEO）の言葉はあるが、行動が未確認
      Given the company has declared its commitment
      And the declaration was made by the CEO
      When the project is reviewed
      Then "trust" is undetermined

    Scenario: Nobody knows whose word the city is asked to trust
      誰の言葉なのかが未確認
      Given the company has declared its commitment
      And the top has visited the city
      When the project is reviewed
      Then "trust" is undetermined

  @COM-12
  Rule: Top management sees that the company's survival is at stake
    経営層が、後れを取ることを自社の存続にかかわる危険と捉えている

    Scenario: Top management sees no danger
      経営層が危険と捉えていない
      Given top management sees no danger in falling behind
      When the project is reviewed
      Then "COM-12" is found with severity "minor"

    Scenario: Top management sees the danger
      経営層が危険と捉えている
      Given top management sees the danger of falling behind
      When the project is reviewed
      Then "COM-12" is not found

    Scenario: Nobody knows how top management sees it
      経営層の捉え方が未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "COM-12" cannot be told yet
      And "company.sense_of_crisis" is asked
