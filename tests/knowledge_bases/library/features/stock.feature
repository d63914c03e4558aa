Feature: A library has what most readers want

  Background:
    Given the list of books is complete

  @STO-01
  Rule: Popular kinds are held

    Scenario: There is a novel, and no comic
      Given the book "tale" is a novel
      And there are enough copies of "tale"
      When the project is reviewed
      Then "STO-01" is found for "comic" with severity "major"
      And "books/tale.lendable" is "yes"
      And "STO-01" is not found for "novel"
      And "comic.held" is "missing"
      And "novel.held" is "held"

    Scenario: There is no novel
      Given "books" is []
      When the project is reviewed
      Then "STO-01" is found for "novel" with severity "blocker"

    Scenario: Nobody has counted the copies
      Given the book "tale" is a novel
      When the project is reviewed
      Then "STO-01" cannot be told yet for "novel"
      And "novel.held" is undetermined
      And "books[].copies" is asked about "books/tale"

  @STO-02
  Rule: Books are borrowed

    Scenario Outline: Both kinds are there, with a demand of <novel> and <comic>
      Given the books:
        | id    | kind  | copies | demand  |
        | tale  | novel | 3      | <novel> |
        | strip | comic | 3      | <comic> |
      When the project is reviewed
      Then "STO-02" is <reported>

      Examples:
        | novel | comic | reported  |
        | 0.2   | 0.3   | found     |
        | 0.5   | 0.5   | not found |
        | 0.95  | 0     | not found |

    Scenario: Nobody has asked the readers
      Given the books:
        | id    | kind  | copies |
        | tale  | novel | 3      |
        | strip | comic | 3      |
      When the project is reviewed
      Then "STO-02" cannot be told yet
      And "books[].demand" is asked about "books/tale"

  @STO-03
  Rule: More than paper is lent

    Scenario: Books and films only
      Given "library.media" is ["book", "film"]
      When the project is reviewed
      Then "STO-03" is found

    Scenario: Games as well
      Given "library.media" is ["book", "film", "game"]
      When the project is reviewed
      Then "STO-03" is not found

    Scenario: Nobody has said what is lent
      When the project is reviewed
      Then "STO-03" cannot be told yet
      And "library.media" is asked

  @STO-04 @STO-06
  Rule: Every book stands somewhere, and every book that stands somewhere is listed

    Background:
      Given the book "tale" is a novel
      And the book "world" is a atlas

    Scenario: The novel stands nowhere, which for an atlas would be usual
      Given the branch "centre" lends nothing
      When the project is reviewed
      Then "STO-04" is found for "books/tale"
      And "STO-04" is not found for "books/world"
      And "STO-06" is not found

    Scenario: The novel stands in the centre
      Given the branch "centre" lends "tale"
      When the project is reviewed
      Then "STO-04" is not found for "books/tale"

    Scenario: The centre has a book that nobody has listed
      Given the branch "centre" lends "tale" and "diary"
      When the project is reviewed
      Then "STO-06" is found

    Scenario: Nobody has looked at the shelves
      When the project is reviewed
      Then "STO-04" cannot be told yet for "books/tale"
      And "STO-06" cannot be told yet
      And "branches" is asked

  @STO-05
  Rule: Nobody keeps two books of a kind

    Background:
      Given "library.head" is "Ms Sato"

    Scenario Outline: A second novel is kept by <keeper>
      Given the books:
        | id    | kind  | copies | keeper   |
        | tale  | novel | 3      | Ms Sato  |
        | other | novel | 3      | <keeper> |
      When the project is reviewed
      Then "STO-05" is <reported> for "books/tale"

      Examples:
        | keeper  | reported  |
        | Ms Sato | found     |
        | Mr Ito  | not found |

    Scenario: Nobody has said who keeps the second
      Given the books:
        | id    | kind  | copies | keeper  |
        | tale  | novel | 3      | Ms Sato |
        | other | novel | 3      |         |
      When the project is reviewed
      Then "STO-05" cannot be told yet for "books/tale"
      And "books[].keeper" is asked about "books/other"
