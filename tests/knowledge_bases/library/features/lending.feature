Feature: A library lends

  @LEN-01
  Rule: Readers can come in

    Background:
      Given the library is running

    Scenario: The doors are closed
      Given the doors are closed
      When the project is reviewed
      Then "LEN-01" is found with severity "blocker"
      And the verdict is "hold"

    Scenario: The doors are open
      Given the doors are open
      When the project is reviewed
      Then "LEN-01" is not found

    Scenario: Nobody has tried the doors
      When the project is reviewed
      Then "LEN-01" cannot be told yet
      And "library.open" is asked

  @LEN-02 @LEN-03
  Rule: Some branch lends, and has something to lend

    Scenario Outline: No branch lends while the library is <stage>
      Given the library is <stage>
      And the branch "harbour" lends nothing
      When the project is reviewed
      Then "LEN-02" is found with severity "<severity>"
      And "LEN-03" is not found for "branches/harbour"

      Examples:
        | stage   | severity |
        | running | blocker  |
        | planned | major    |

    Scenario: One of two branches is empty
      Given the library is running
      And the branch "harbour" lends "atlas"
      And the branches:
        | id      | lends | books |
        | harbour | true  | atlas |
        | school  | true  | []    |
      When the project is reviewed
      Then "LEN-02" is not found
      And "LEN-03" is found for "branches/school"
      And "LEN-03" is not found for "branches/harbour"
      And "LEN-03" points to "branches/school.books"

    Scenario: Nobody knows the branches
      Given the library is running
      When the project is reviewed
      Then "LEN-02" cannot be told yet
      And "LEN-03" cannot be told yet
      And "branches" is asked

  @LEN-04
  Rule: Loans last as long as readers need

    Scenario Outline: Books are lent for <days> days
      Given "library.loan_days" is <days>
      When the project is reviewed
      Then "LEN-04" is <reported>

      Examples:
        | days | reported  |
        | 6    | found     |
        | 7    | not found |
        | 28   | not found |
        | 29   | found     |

    Scenario: A house may lend for longer
      Given the parameter "loan_days" is [7, 60]
      And "library.loan_days" is 40
      When the project is reviewed
      Then "LEN-04" is not found

    Scenario: Nobody has said for how long
      Given a project about which nothing is known
      When the project is reviewed
      Then "LEN-04" cannot be told yet
      And "library.loan_days" is asked

  @LEN-05 @LEN-06
  Rule: Readers find what they want

    Scenario: Nothing is wanting
      Given the exemplary project
      When the project is reviewed
      Then "LEN-06" is found
      And "LEN-05" is not found
      And "library.offer" is "full"
      And nothing new is found
      And the verdict is "proceed"

    Scenario: One copy too few
      Given the exemplary project
      And there is one copy of "comic"
      When the project is reviewed
      Then "LEN-05" is found
      And "LEN-05" is told as following from "STO-01"
      And "LEN-06" is not found
      And "library.offer" is "partial"
      And "books/comic.lendable" is "no"

    Scenario: Nothing is there
      Given the exemplary project
      And the rooms:
        | id       | heated | seats |
        | adults   | false  | 0     |
        | children | false  | 0     |
        | quiet    | false  | 0     |
      And "books" is []
      When the project is reviewed
      Then "library.offer" is "none"
      And "comfortable_rooms" is "none"

    Scenario: Nobody has counted the copies
      Given the exemplary project
      And "books/novel.copies" is unknown
      And "books/comic.copies" is unknown
      When the project is reviewed
      Then "LEN-05" cannot be told yet
      And "library.offer" is undetermined
      And "books/novel.lendable" is undetermined
      And "books[].copies" is asked about "books/novel"

    Scenario: Nobody has written down the house rules
      Given the exemplary project
      And "library.house_rules" is unknown
      When the project is reviewed
      Then "LEN-06" cannot be told yet
      And "library.house_rules" is asked
