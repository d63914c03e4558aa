Feature: Candidate cities side by side
  Cities are put side by side in the order given: the state of the six capitals in words, gaps and how they are filled. There
  is no score and no rank, because the article sets no standard of "enough" for any capital. A city with a capital that
  was not assessed is not worse, it cannot be compared yet.

  Rule: The state of each capital is told in words

    Scenario: Outstanding, with a plan for what is missing, and without
      Given these cities
        | city   | human                | economic             | infrastructure | enabling | network       | cultural |
        | Aoba   | present, outstanding | present              | present        | present  | thin, outside | present  |
        | Bizen  | present              | thin, nothing        | present        | present  | present       | present  |
      When they are compared
      Then the cities are "Aoba, Bizen"
      And "human" of "Aoba" is "outstanding"
      And "network" of "Aoba" is "thin" with a plan
      And "economic" of "Bizen" is "thin" without a plan
      And the headline says "Aoba: an outstanding capital"
      And it says "no plan for economic capital"

    Scenario: What to do next is told with its finding
      Given these cities
        | city   | human   | economic      | infrastructure | enabling | network | cultural |
        | Aoba   | present | thin, nothing | present        | present  | present | present  |
        | Bizen  | present | present       | present        | present  | present | present  |
      When they are compared
      Then what to do next for "Aoba" names "SEL-08"
      And it says "SEL-08 would go"

  Rule: Not assessed is not worse

    Scenario: A capital that nobody looked into
      Given these cities
        | city   | human   | economic | infrastructure | enabling | network      | cultural |
        | Aoba   | present | present  | present        | present  | not assessed | present  |
        | Bizen  | absent, nothing | present | present   | present  | present      | present  |
      When they are compared
      Then "network" of "Aoba" is "not_assessed"
      And "Aoba" cannot be compared yet
      And "Bizen" can be compared
      And it says "Aoba cannot be compared yet"

    Scenario: A capital of which nothing is known
      Given these cities
        | city   | human   | economic | infrastructure | enabling | network | cultural |
        | Aoba   | present | present  | present        | present  | present | unknown  |
        | Bizen  | present | present  | present        | present  | present | unknown  |
      When they are compared
      Then "cultural" of "Aoba" is "unknown"
      And the headline says "No city can be compared yet"

    Scenario: Nobody has said whether a capital is outstanding
      Given these cities
        | city   | human   | economic | infrastructure | enabling | network | cultural |
        | Aoba   | present | present  | present        | present  | present | present  |
        | Bizen  | present | present  | present        | present  | present | present  |
      And it is not said whether the "human" of "Aoba" rivals a large city
      When they are compared
      Then "Aoba" can be compared
      And it says "Aoba: whether any capital is outstanding is unknown"
      And it says "Bizen: no outstanding capital found"

  Rule: No score, no rank, the order as given

    Scenario Outline: The order stays: <order>
      Given the cities "<order>" of which one is better in every capital
      When they are compared
      Then the cities are "<order>"
      And it says "no ranking"

      Examples:
        | order       |
        | Good, Poor  |
        | Poor, Good  |

    Scenario: Variants of one city are told apart
      Given these cities
        | city   | human   | economic | infrastructure | enabling | network | cultural |
        | Aoba   | present | present  | present        | present  | present | present  |
        | Aoba   | thin, nothing | present | present     | present  | present | present  |
      When they are compared
      Then no two columns have one name

  Rule: Other findings are told where they differ

    Scenario: What counts later is no finding yet
      Given these cities
        | city   | human   | economic | infrastructure | enabling | network | cultural |
        | Aoba   | present | present  | present        | present  | present | present  |
        | Bizen  | present | present  | present        | present  | present | present  |
      And "commitment.declared" is false in "Aoba"
      And "commitment.declared" is true in "Bizen"
      When they are compared
      Then "COM-01" is "upcoming" for "Aoba" and "does_not_hold" for "Bizen"

    Scenario: A finding of one project and not of the other
      Given these cities
        | city   | human   | economic | infrastructure | enabling | network | cultural |
        | Aoba   | present | present  | present        | present  | present | present  |
        | Bizen  | present | present  | present        | present  | present | present  |
      And "project.phase" is "preparation" in "Aoba"
      And "commitment.declared" is false in "Aoba"
      And "commitment.declared" is true in "Bizen"
      When they are compared
      Then "COM-01" is "found" for "Aoba" and "does_not_hold" for "Bizen"
