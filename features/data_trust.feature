Feature: Citizens entrust their data
  Where a project needs data from citizens or local parties, it rests on their trust. Trust is asked about, never assumed: a survey of the
  whole country says nothing about one city.

  Nothing is known about the project except what a scenario states.

  @DAT-01
  Rule: Citizens trust those to whom they give their data

    Scenario: There is little trust
      Given the project needs data from citizens or local parties
      And "data.citizen_trust" is low
      When the project is reviewed
      Then "DAT-01" is found with severity "major"

    Scenario: There is little trust, and citizens give their data
      Given the project needs data from citizens or local parties
      And "data.from_citizens" is true
      And "data.citizen_trust" is low
      When the project is reviewed
      Then "DAT-01" is found with severity "major"

    @DAT-01 @DAT-03 @DAT-04
    Scenario: The data comes from the machines of a local factory
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
      Given the project needs data from citizens or local parties
      And "data.from_citizens" is false
      When the project is reviewed
      Then "data.citizen_trust" is not asked
      And "data.use_visible_to_citizens" is not asked

    Scenario: There is trust
      Given the project needs data from citizens or local parties
      And "data.citizen_trust" is high
      When the project is reviewed
      Then "DAT-01" is not found

    Scenario: That the municipality collects the data is no proof of trust
      Given the project needs data from citizens or local parties
      And "data.collector" is municipality
      When the project is reviewed
      Then "DAT-01" cannot be told yet
      And "data.citizen_trust" is asked

  @DAT-02
  Rule: The municipality has a part in the use of the data

    Scenario: The municipality stands outside
      Given the project needs data from citizens or local parties
      And "data.municipality_involved" is false
      When the project is reviewed
      Then "DAT-02" is found with severity "minor"

    Scenario: The municipality has a part
      Given the project needs data from citizens or local parties
      And "data.municipality_involved" is true
      When the project is reviewed
      Then "DAT-02" is not found

    Scenario: Nobody has said what the municipality does
      Given the project needs data from citizens or local parties
      When the project is reviewed
      Then "DAT-02" cannot be told yet
      And "data.municipality_involved" is asked

  @DAT-03
  Rule: Sharing the data is agreed

    Scenario: There is no agreement to share
      Given the project needs data from citizens or local parties
      And sharing the data has not been agreed
      When the project is reviewed
      Then "DAT-03" is found with severity "major"

    Scenario: There is an agreement to share
      Given the project needs data from citizens or local parties
      And sharing the data has been agreed
      When the project is reviewed
      Then "DAT-03" is not found

    Scenario: Nobody has said whether it is agreed
      Given the project needs data from citizens or local parties
      When the project is reviewed
      Then "DAT-03" cannot be told yet
      And "data.sharing_agreed" is asked

  @DAT-04
  Rule: Citizens see that their data is put to good use

    Scenario: Citizens see nothing of it
      Given the project needs data from citizens or local parties
      And "data.use_visible_to_citizens" is false
      When the project is reviewed
      Then "DAT-04" is found with severity "minor"

    Scenario: Citizens see what their data does
      Given the project needs data from citizens or local parties
      And "data.use_visible_to_citizens" is true
      When the project is reviewed
      Then "DAT-04" is not found

    Scenario: Nobody has said what citizens see
      Given the project needs data from citizens or local parties
      When the project is reviewed
      Then "DAT-04" cannot be told yet
      And "data.use_visible_to_citizens" is asked

  @DAT-01 @DAT-02 @DAT-03 @DAT-04
  Rule: A project that needs no data from citizens is not asked about it

    Scenario: No data from citizens
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
      Given the project needs no data from citizens or local parties
      When the project is reviewed
      Then "data.citizen_trust" is not asked
      And "data.sharing_agreed" is not asked

    Scenario: Nobody has said whether such data is needed
      Given "data.citizen_trust" is low
      When the project is reviewed
      Then "DAT-01" cannot be told yet
      And "data.needs_citizen_data" is asked

  @DAT-01 @DAT-02 @DAT-03 @DAT-04
  Rule: Before its time, it is what comes next

    Scenario Outline: <code> is what comes next, and no fault (<phase>)
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
