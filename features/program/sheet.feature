Feature: A sheet of questions
  Most of what is not known is known by somebody else: an officer of the city, a head of section, a partner. They are
  sent an Excel workbook, fill in its yellow cells, and send it back. Whatever happens to the workbook on the way, an
  answer is written where it belongs, with the name of who gave it, or nothing is written and the cell is named.

  Background:
    Given a project file that reads
      """
      {
        "project": {"name": "Harbour", "phase": "preparation"},
        "organisations": [{"id": "city", "name": "Chigusa"}, {"id": "aoba", "name": "Aoba Electric"}]
      }
      """

  Rule: What comes back is written with who said so

    Scenario: Answers of every kind
      When a sheet is made
      And "Suzuki" fills it in
        | question                                | answer           | source        |
        | top.visited_site@                       | yes              | Travel report |
        | city.population@                        | １２．５万       |               |
        | organisations[].kind@organisations/city | municipality     |               |
        | goals@                                  | Safety; Health   |               |
        | commitment.declared@                    | I do not know    |               |
      And the sheet is read
      Then the project says
        | fact                     | value               |
        | top.visited_site.value   | true                |
        | top.visited_site.source  | "Travel report"     |
        | top.visited_site.by      | "Suzuki"            |
        | top.visited_site.as_of   | "2026-11-22"        |
        | city.population.value    | 125000              |
        | organisations.0.kind.value | "municipality"    |
        | goals.0.name             | "Safety"            |
        | goals.1.name             | "Health"            |
        | asked.0.fact             | "commitment.declared" |
        | asked.0.answer           | "unknown"           |
        | asked.0.by               | "Suzuki"            |
      And the screen says "5 answers were written into project.json."

    Scenario: A blank cell stays open
      When a sheet is made
      And "Suzuki" fills in nothing
      And the sheet is read
      Then the project file is as it was
      And the screen says "The sheet holds no answer that project.json does not have."

    Scenario: A remark without an answer is told
      When a sheet is made
      And "Suzuki" fills it in
        | question          | answer | source             |
        | top.visited_site@ |        | We shall ask again |
      And the sheet is read
      Then the project file is as it was
      And the screen says "not with names or a blank: We shall ask again"

    Scenario: Somebody else knows
      When a sheet is made
      And "Suzuki" names who knows
        | question          | whom                 |
        | top.visited_site@ | Tanaka, secretariat  |
      And the sheet is read
      Then the project says
        | fact           | value                 |
        | asked.0.answer | "ask"                 |
        | asked.0.whom   | "Tanaka, secretariat" |

    Scenario: Each page is signed by who answered it
      When a sheet is made
      And its pages are signed
        | Project lead       | Mori |
        | Top of the company | Abe  |
      And they fill it in
        | question          | answer |
        | top.visited_site@ | yes    |
        | goals@            | Safety |
        | project.origin@   | a local issue |
      And the sheet is read
      Then the project says
        | fact                | value  |
        | top.visited_site.by | "Abe"  |
        | project.origin.by   | "Mori" |

    Scenario: A page that was given another name is still signed by who signed it
      When a sheet is made
      And its pages are signed
        | Project lead       | Mori |
        | Top of the company | Abe  |
      And they fill it in
        | question          | answer |
        | top.visited_site@ | yes    |
        | project.origin@   | a local issue |
      And the page "Top of the company" is called "Top (done)" by now
      And the sheet is read
      Then the project says
        | fact                | value  |
        | top.visited_site.by | "Abe"  |
        | project.origin.by   | "Mori" |

    Scenario: Where no source is given, the cell is
      When a sheet is made
      And "Suzuki" fills it in
        | question          | answer |
        | top.visited_site@ | no     |
      And the sheet is read
      Then the source of "top.visited_site" is the cell in the sheet

  Rule: What was done to the sheet on the way does no harm

    Scenario: Rows were sorted, and others put between them
      When a sheet is made
      And "Suzuki" fills it in
        | question                                | answer       |
        | organisations[].kind@organisations/aoba | own company  |
        | organisations[].kind@organisations/city | municipality |
      And its rows are turned round, with blank ones between them
      And the sheet is read
      Then the project says
        | fact                       | value          |
        | organisations.0.kind.value | "municipality" |
        | organisations.1.kind.value | "own_company"  |

    Scenario: A cell that is no answer
      When a sheet is made
      And "Suzuki" fills it in
        | question          | answer  |
        | top.visited_site@ | yes     |
        | city.population@  | so many |
      And the sheet is read
      Then the project file is as it was
      And the screen says "“so many” is no number"

    Scenario: Names are added to a list, and never taken off it
      When a sheet is made
      And "Suzuki" fills it in
        | question                | answer                      |
        | organisations@          | Aoba Electric、Port Council |
        | complete.organisations@ | yes                         |
      And the sheet is read
      Then the project says
        | fact                         | value           |
        | organisations.0.name         | "Chigusa"       |
        | organisations.2.name         | "Port Council"  |
        | complete.organisations.value | true            |
        | asked                        | null            |
      And the screen says "Chigusa stays on the list"

  Rule: Two answers to one question are decided by people

    Background:
      When a sheet is made
      And "Suzuki" fills it in
        | question          | answer |
        | top.visited_site@ | yes    |
        | city.population@  | 9000   |
      And somebody writes "top.visited_site" into the file: false

    Scenario: Both are shown, and nothing is written
      When the sheet is read
      Then the screen says "the file says no by now, the sheet yes"
      And "city.population" is not in the project

    Scenario: The sheet's answer is taken
      When the sheet is read with "--prefer sheet"
      Then the project says
        | fact                   | value |
        | top.visited_site.value | true  |
        | city.population.value  | 9000  |

    Scenario: The file's answer is kept
      When the sheet is read with "--prefer file"
      Then the project says
        | fact                  | value |
        | top.visited_site      | false |
        | city.population.value | 9000  |
      And the screen says "the file keeps no; the sheet says yes"

  Rule: Who looks first loses nothing

    Scenario: A dry run
      When a sheet is made
      And "Suzuki" fills it in
        | question          | answer |
        | top.visited_site@ | yes    |
      And the sheet is read with "--dry-run"
      Then the project file is as it was
      And the screen says "open -> yes"

    Scenario: A sheet is read twice
      When a sheet is made
      And "Suzuki" fills it in
        | question          | answer |
        | top.visited_site@ | yes    |
      And the sheet is read
      And the sheet is read
      Then the screen says "The sheet holds no answer that project.json does not have."

    Scenario: A sheet is never made over another one
      When a sheet is made
      And a sheet is made
      Then the screen says "'q.xlsx' is there already"

  Rule: One person is asked what one person can answer

    Scenario Outline: An organisation, by its name or as the project has it
      When a sheet is made for "<whom>"
      Then all its questions are about "organisations/city"
      Examples:
        | whom               |
        | Chigusa            |
        | ｃｈｉｇｕｓａ     |
        | organisations/city |

    Scenario: Nobody is called so
      When a sheet is made for "Nowhere"
      Then the screen says "nobody is called 'Nowhere'; there are: Chigusa, Aoba Electric, Top of the company"

    Scenario Outline: A role, and the organisation that has it
      Given "organisations.0.kind" is "municipality" in the file
      When a sheet is made for "<whom>"
      Then "municipality.understands_project@" is asked
      And "strategy.defined@" is not asked
      Examples:
        | whom         |
        | 自治体       |
        | municipality |
        | Chigusa      |

    Scenario Outline: A kind of organisation, half of what that is called, or a part of one name
      Given "organisations.0.kind" is "<kind>" in the file
      When a sheet is made for "<whom>"
      Then "organisations[].involved@organisations/city" is asked
      Examples:
        | kind                 | whom                 |
        | research_institution | 研究機関             |
        | research_institution | Research institution |
        | municipality         | 市区町村             |
        | research_institution | university           |
        | research_institution | 大学                 |
        | medical_institution  | hospital             |
        | citizen_group        | 町内会               |
        | research_institution | City                 |
        | research_institution | Chig                 |

    Scenario: Several can be meant
      Given "organisations.0.kind" is "own_company" in the file
      When a sheet is made for "company"
      Then the screen says "'company' may be any of these: "
      And the screen says "own company"

    Scenario: There is nobody of the kind that is meant
      Given "organisations.0.kind" is "municipality" in the file
      When a sheet is made for "university"
      Then the screen says "nobody is called 'university'; there are: Chigusa, "

    Scenario: A role covers what is asked about those who have it
      Given "organisations.0.kind" is "municipality" in the file
      When a sheet is made for "municipality"
      Then "organisations[].involved@organisations/city" is asked

    Scenario: Without a name each person gets a page of their own
      Given "organisations.0.kind" is "municipality" in the file
      When a sheet is made
      Then its pages are
        | Chigusa            | municipality.understands_project@        |
        | Top of the company | commitment.declared@                     |
        | Project lead       | project.origin@                          |
