Feature: Screening many projects at a time

  A programme office keeps the applications of a call in one table. Each project gets exactly the answers that it would get
  alone; what cannot be read is told with its place and a cure, and takes none of the others with it.

  Background:
    Given a table "call.csv" of projects
      | id | project.name | project.phase | commitment.declared | commitment.by |
      | R1 | Harbour      | preparation   | no                  |               |
      | R2 | Snow         | preparation   | はい                | ceo           |
      | R3 | Flowers      | idea          |                     |               |

  Scenario: Every project gets the answers that it gets alone
    When "call.csv" is screened into "results.csv"
    Then the exit code is 0
    And "results.csv" has a row for "R1", "R2" and "R3"
    And each verdict and each finding is that of "advise PROJECT"

  Scenario: A row that cannot be read stops none of the others
    Given the cell "commitment.declared" of "R2" reads "perhaps"
    When "call.csv" is screened into "results.csv"
    Then the exit code is 3
    And "results.csv" has a row for "R1" and "R3"
    And the errors are
      | file     | row | column | head                | project | value   | code |
      | call.csv | 3   | D      | commitment.declared | R2      | perhaps | S111 |
    And every error comes with a cure

  Scenario: So many errors can be allowed
    Given the cell "project.phase" of "R2" reads "soon"
    When "call.csv" is screened into "results.csv" with "--allow-errors 1"
    Then the exit code is 0
    And "results.csv" has a row for "R1" and "R3"

  Scenario: The tallies add up
    When "call.csv" is screened into "results.xlsx"
    Then the summary of "results.xlsx" counts 3 projects, and its tallies add up to them

  Scenario: A table to fill in, and back again
    When the table to fill in is written to "form.xlsx" in "ja"
    And "form.xlsx" is filled in with
      | 事業の番号 | project.phase | commitment.declared |
      | R1         | 構想          | いいえ              |
    And "form.xlsx" is screened into "results.csv"
    Then the exit code is 0
    And "results.csv" has a row for "R1"

  Scenario: What is somebody else's is not written over, and the results of an earlier run are
    Given "results.csv" is a file of somebody else
    When "call.csv" is screened into "results.csv"
    Then the exit code is 3
    And "results.csv" is as it was
    When "call.csv" is screened into "again.csv"
    And "call.csv" is screened into "again.csv"
    Then the exit code is 0

  Scenario: A page sums up what holds projects back
    When "call.csv" is screened into "board.html"
    Then "board.html" says "Of the 1 project on hold, 1 is held by one thing only."
    And the tallies of "board.html" add up to 3

  Scenario: What changed since an earlier run
    Given "call.csv" was screened into "before.csv"
    And the cell "commitment.declared" of "R1" reads "yes"
    When "call.csv" is screened into "board.html" with "--since before.csv"
    Then "board.html" says "1 verdict changed. Better: 1, worse: 0."

  Scenario: A table with names of its own
    Given a table "own.csv" of projects
      | id | いまの状況 | 社長の宣言 |
      | A1 | 構想中     | まだ       |
    And a mapping "mapping.yaml" that reads
      """
      columns:
        いまの状況: project.phase
        社長の宣言: commitment.declared
      values:
        project.phase: {構想中: idea}
        commitment.declared: {まだ: false}
      """
    When "own.csv" is screened into "results.csv" with "--map mapping.yaml"
    Then the exit code is 0
    And each verdict and each finding is that of "advise PROJECT"
