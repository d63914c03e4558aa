Feature: Citizens entrust their data
  市民が安心してデータを預けられる

  Where a project needs data from citizens or local parties, it rests on their trust. Trust is asked about, never assumed: a survey of the
  whole country says nothing about one city.

  Nothing is known about the project except what a scenario states.

  市民や現地の関係者のデータを使う事業は、その人たちの信用の上に成り立ちます。
  信用は当然あるものとせず、必ず確かめます。全国調査の結果からは、一つの都市のことは分かりません。

  シナリオに書かれていない事実は、すべて未確認とします。

  @DAT-01
  Rule: Citizens trust those to whom they give their data
    市民がデータの提供先を信用している

    Scenario: There is little trust
      信用が低い
      Given the project needs data from citizens or local parties
      And "data.citizen_trust" is low
      When the project is reviewed
      Then "DAT-01" is found with severity "major"

    Scenario: There is little trust, and citizens give their data
      信用は低いが、市民はデータを提供している
      Given the project needs data from citizens or local parties
      And "data.from_citizens" is true
      And "data.citizen_trust" is low
      When the project is reviewed
      Then "DAT-01" is found with severity "major"

    @DAT-01 @DAT-03 @DAT-04
    Scenario: The data comes from the machines of a local factory
      データが現地の工場の機械から得られる
      Given the project needs data from citizens or local parties
      And "data.from_citizens" is false
      And "data.citizen_trust" is low
      And sharing the data has not been agreed
      And "data.use_visible_to_citizens" is false
      When the project is reviewed
      Then "DAT-01" is not found
      And "DAT-04" is not found
      And "DAT-03" is found with severity "major"

    Scenario: Where no citizen gives data, nobody asks about their trust
      市民自身のデータを使わなければ、市民の信用は尋ねない
      Given the project needs data from citizens or local parties
      And "data.from_citizens" is false
      When the project is reviewed
      Then "data.citizen_trust" is not asked
      And "data.use_visible_to_citizens" is not asked

    Scenario: There is trust
      信用が高い
      Given the project needs data from citizens or local parties
      And "data.citizen_trust" is high
      When the project is reviewed
      Then "DAT-01" is not found

    Scenario: That the municipality collects the data is no proof of trust
      データを市区町村が受け取るだけでは、信用の証しにならない
      Given the project needs data from citizens or local parties
      And "data.collector" is municipality
      When the project is reviewed
      Then "DAT-01" cannot be told yet
      And "data.citizen_trust" is asked

  @DAT-02
  Rule: The municipality has a part in the use of the data
    データの活用に市区町村が加わっている

    Scenario: The municipality stands outside
      市区町村が加わっていない
      Given the project needs data from citizens or local parties
      And "data.municipality_involved" is false
      When the project is reviewed
      Then "DAT-02" is found with severity "minor"

    Scenario: The municipality has a part
      市区町村が加わっている
      Given the project needs data from citizens or local parties
      And "data.municipality_involved" is true
      When the project is reviewed
      Then "DAT-02" is not found

    Scenario: Nobody has said what the municipality does
      市区町村のかかわり方が未確認
      Given the project needs data from citizens or local parties
      When the project is reviewed
      Then "DAT-02" cannot be told yet
      And "data.municipality_involved" is asked

  @DAT-03
  Rule: Sharing the data is agreed
    データの共有に合意がある

    Scenario: There is no agreement to share
      共有の合意がない
      Given the project needs data from citizens or local parties
      And sharing the data has not been agreed
      When the project is reviewed
      Then "DAT-03" is found with severity "major"

    Scenario: There is an agreement to share
      共有の合意がある
      Given the project needs data from citizens or local parties
      And sharing the data has been agreed
      When the project is reviewed
      Then "DAT-03" is not found

    Scenario: Nobody has said whether it is agreed
      合意の有無が未確認
      Given the project needs data from citizens or local parties
      When the project is reviewed
      Then "DAT-03" cannot be told yet
      And "data.sharing_agreed" is asked

  @DAT-04
  Rule: Citizens see that their data is put to good use
    データが役立っていることを、市民が実感できる

    Scenario: Citizens see nothing of it
      市民には何も見えていない
      Given the project needs data from citizens or local parties
      And "data.use_visible_to_citizens" is false
      When the project is reviewed
      Then "DAT-04" is found with severity "minor"

    Scenario: Citizens see what their data does
      データが役立っていることが市民に見えている
      Given the project needs data from citizens or local parties
      And "data.use_visible_to_citizens" is true
      When the project is reviewed
      Then "DAT-04" is not found

    Scenario: Nobody has said what citizens see
      市民への見え方が未確認
      Given the project needs data from citizens or local parties
      When the project is reviewed
      Then "DAT-04" cannot be told yet
      And "data.use_visible_to_citizens" is asked

  @DAT-01 @DAT-02 @DAT-03 @DAT-04
  Rule: A project that needs no data from citizens is not asked about it
    市民などのデータを必要としない事業には尋ねない

    Scenario: No data from citizens
      市民などのデータを必要としない
      Given the project needs no data from citizens or local parties
      And "data.citizen_trust" is low
      And "data.municipality_involved" is false
      And sharing the data has not been agreed
      And "data.use_visible_to_citizens" is false
      When the project is reviewed
      Then "DAT-01" is not found
      And "DAT-02" is not found
      And "DAT-03" is not found
      And "DAT-04" is not found

    Scenario: Nobody asks about trust where no data is needed
      データが要らなければ、信用についても尋ねない
      Given the project needs no data from citizens or local parties
      When the project is reviewed
      Then "data.citizen_trust" is not asked
      And "data.sharing_agreed" is not asked

    Scenario: Nobody has said whether such data is needed
      データが必要かどうかが未確認
      Given "data.citizen_trust" is low
      When the project is reviewed
      Then "DAT-01" cannot be told yet
      And "data.needs_citizen_data" is asked

  @DAT-01 @DAT-02 @DAT-03 @DAT-04
  Rule: Before its time, it is what comes next
    時期が来るまでは、今後の指摘とする

    Scenario Outline: <code> is what comes next, and no fault (<phase>)
      <code>は今後の指摘にとどめる（<phase>）
      Given <phase>
      And the project needs data from citizens or local parties
      And "<fact>" is <value>
      When the project is reviewed
      Then "<code>" is upcoming with severity "<severity>"

      Examples:
        | code   | phase                          | fact                         | value | severity |
        | DAT-01 | the project is still an idea   | data.citizen_trust           | low   | major    |
        | DAT-02 | the city is still being chosen | data.municipality_involved   | false | minor    |
        | DAT-03 | the city is still being chosen | data.sharing_agreed          | false | major    |
        | DAT-04 | the project is being prepared  | data.use_visible_to_citizens | false | minor    |
