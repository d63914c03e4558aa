Feature: What if
  Before a decision one wants to know what it would do. With --set a fact is assumed for one run, any number of times:
  a value, a fact of one element, an element more or less. What appears and what goes is told against the file as it
  is; the file stays, and no memo is written that others could take for the real one.

  Rule: What an assumption changes is told against the file as it is

    Scenario: A finding appears and the verdict changes
      Given the exemplary project
      When it is reviewed as if
        | commitment.by=middle_manager |
      Then it says: What if commitment.by=middle_manager
      And it changes
        | verdict | Proceed -> Hold |
        | appears | COM-02          |
        | appears | RSK-01          |
        | appears | RSK-03          |
        | goes    | COM-14          |

    Scenario: A finding goes
      Given the exemplary project
      And "coordinator.present" is false
      When it is reviewed as if
        | coordinator.present=true |
      Then it changes
        | verdict | Revise, then proceed -> Proceed |
        | goes    | CDR-01                          |
        | goes    | INT-01                          |
        | goes    | CDR-05                          |

    Scenario: One appears as another goes
      Given the company has declared nothing
      When it is reviewed as if
        | commitment.declared=true |
        | commitment.by=staff      |
      Then "COM-02" appears
      And "COM-01" goes

    Scenario: Nothing changes
      Given the company has declared its commitment
      And the declaration was made by a division head
      When it is reviewed as if
        | commitment.by=staff |
      Then it says: No finding appears or goes.

    Scenario: What is assumed is nowhere taken for what is written
      Given the company has declared its commitment
      When it is reviewed as if
        | commitment.by=staff |
      Then it says: --set commitment.by = "staff"
      And it says: project.json:3:17 commitment.declared = true

    Scenario: What changes, in Japanese
      Given the exemplary project
      And the reader reads Japanese
      When it is reviewed as if
        | commitment.by=middle_manager |
      Then it says: 仮定 commitment.by=middle_manager
      And it says: 増える ■ COM-02 意思表明が、トップより下の役職によるものにとどまっています
      And it says: 判定 進めてよい → いったん止める

  Rule: Whatever a project file can say can be assumed

    Scenario: A fact of one element
      Given the municipality "city" takes part
      And the local company "firm" takes part
      When it is reviewed as if
        | organisations/city.champion_identified=false |
      Then "ORG-06" appears for "organisations/city"
      But "ORG-06" does not appear for "organisations/firm"

    Scenario: A fact is written as it is shown, whatever stands in an id
      Given the research institution "univ/eng" takes part
      And in "univ/eng" nobody has been found to carry the project
      And the list of organisations is complete
      When it is reviewed as if
        | organisations/univ/eng.kind=local_company |
      Then it says: organisations/univ/eng.champion_identified = false

    Scenario: A misspelt fact of an element is proposed as it is written
      Given the research institution "univ/eng" takes part
      When it is reviewed as if
        | organisations/univ/eng.involvd=true |
      Then the problem says: Did you mean 'organisations/univ/eng.involved'?

    Scenario: A will that one champion has and another lacks
      Given the exemplary project
      When it is reviewed as if
        | organisations/city.champion_willing=false |
      Then "ORG-07" appears for "organisations/city"

    Scenario: A capital by either way of writing it
      Given the exemplary project
      When it is reviewed as if
        | capitals/human.key_person_identified=false   |
        | capitals.economic.key_person_identified=false |
      Then "SEL-05" appears for "capitals/human"
      And "SEL-05" appears for "capitals/economic"

    Scenario: An element is added
      Given the exemplary project
      When it is reviewed as if
        | organisations/bank2.kind=financial_institution |
        | organisations/bank2.involved=true              |
        | organisations/bank2.champion_identified=false  |
      Then "ORG-06" appears for "organisations/bank2"

    Scenario: An element that the file does not have is told as new: it may be a slip
      Given the municipality "city" takes part
      When it is reviewed as if
        | organisations/citi.involved=true      |
        | organisations/city.champion_willing=false |
      Then it says: Against the file as it is new organisation citi (organisations/citi), which the file does not have
      And it does not say: new organisation city

    Scenario: A new element that changes no finding
      Given the exemplary project
      When it is reviewed as if
        | organisations/bank2.name=Bank |
      Then it says: new organisation bank2 (organisations/bank2), which the file does not have

    Scenario: A new element, in Japanese
      Given the municipality "city" takes part
      And the reader reads Japanese
      When it is reviewed as if
        | organisations/citi.involved=true |
      Then it says: 追加 組織 citi (organisations/citi)。ファイルにはありません

    Scenario: For programs, what is assumed stands in the machine form
      Given the municipality "city" takes part
      When it is reviewed as if
        | organisations/citi.involved=true   |
        | organisations/city.involved=       |
        | capitals.human.strength=thin       |
        | top.dialogue_with=[municipality]   |
        | organisations/city=                |
      Then the machine form says that it assumes
        | fact                     | subject            | value            | new_element |
        | organisations[].involved | organisations/citi | true             | true        |
        | organisations[].involved | organisations/city | null             | false       |
        | capitals.*.strength      | capitals/human     | "thin"           | false       |
        | top.dialogue_with        | null               | ["municipality"] | false       |
        | organisations            | organisations/city | null             | false       |

    Scenario: For programs, nothing assumed is nothing said
      Given the municipality "city" takes part
      Then the machine form says nothing of what it assumes

    Scenario: An element is left out
      Given the municipality "city" takes part
      And in "city" nobody has been found to carry the project
      When it is reviewed as if
        | organisations/city= |
      Then "ORG-06" goes

    Scenario: A list of which none is left
      Given the exemplary project
      When it is reviewed as if
        | kpis=[] |
      Then "KPI-03" appears

    Scenario: Several values at once
      Given the exemplary project
      When it is reviewed as if
        | top.dialogue_with=[municipality] |
      Then "COM-06" appears

    Scenario: A fact is taken back
      Given the exemplary project
      And the declaration was made by a middle manager
      When it is reviewed as if
        | commitment.by= |
      Then "COM-02" goes
      And it says: Who made the declaration, or signed the agreement?

    Scenario: Two assumptions about one fact are refused
      Given the exemplary project
      When it is reviewed as if
        | commitment.by=staff |
        | commitment.by=board |
      Then the exit code is 3

  Rule: Other commands assume, too

    Scenario: A finding is explained as if
      Given the company has declared its commitment
      When "COM-02" is explained as if
        | commitment.by=staff |
      Then it says: ● COM-02 holds
      And it says: --set who made the declaration: staff member

    Scenario: The least change is looked for as if
      Given the exemplary project
      When the least change is looked for as if
        | commitment.by=staff |
      Then it says: who made the declaration: staff member → CEO

  Rule: Nothing assumed is kept

    Scenario: The file stays, and no memo is written beside it
      Given the exemplary project
      When it is reviewed as if
        | commitment.by=staff |
      Then the project file is as it was
      And the only file is "project.json"
      And the hint says: No memo was written: it would show what --set assumes.

    Scenario: A memo of what is assumed has to be asked for by name
      Given the exemplary project
      When a memo is written as if, without a name for it
        | commitment.by=staff |
      Then the exit code is 2
      And the only file is "project.json"
      And the problem says: name the file with -o

    Scenario Outline: And it says what it assumes, at the top and where it tells how to get it again: <name>
      Given the exemplary project
      When a memo is written as if, to "<name>"
        | commitment.by=staff |
        | organisations/bank= |
      Then the memo says, above the verdict: Assumed, not in the file: commitment.by=staff, organisations/bank=
      And the memo says: advise project.json --lang en --today 2026-11-22 --set commitment.by=staff --set organisations/bank=

      Examples:
        | name    |
        | if.html |
        | if.md   |

    Scenario: A memo of the file as it is assumes nothing
      Given the exemplary project
      When a memo is written to "is.md"
      Then the memo does not say: Assumed
      And the memo does not say: --set

  Rule: What cannot be assumed is told with its place and a cure

    Scenario Outline: <written>
      Given the exemplary project
      When it is reviewed as if
        | <written> |
      Then the exit code is 3
      And the problem points to "<written>"
      And the problem says: <problem>
      And the problem says: <cure>
      And nothing is decided

      Examples:
        | written                           | problem                                             | cure                                              |
        | comitment.by=ceo                  | unknown fact 'comitment.by'                         | Did you mean 'commitment.by'?                     |
        | commitment.by                     | 'commitment.by' has no value                        | Write 'commitment.by=' with the value behind it   |
        | commitment.by=boss                | "boss" cannot be the value of commitment.by         | Allowed: ceo (CEO), board (board of directors)    |
        | city.population=many              | "many" is not a number                              | Write a number without quotes and units.          |
        | organisations/bank2.kind=shop     | "shop" cannot be the value of organisations[].kind  | Allowed: own_company (own company)                |
        | organisations[].kind=municipality | does not say of which one                           | Write 'organisations/ID.kind=', with its id for ID |
        | organisations/bank=closed         | does not set a fact                                 | Write 'organisations/bank=' to leave it out       |
        | commitment.at_top=yes             | does not set a fact                                 | 'commitment.at_top' follows from other facts; assume those. |

    Scenario: Of several the wrong ones are told, each with its place
      Given the exemplary project
      And the reader reads Japanese
      When it is reviewed as if
        | commitment.by=boss   |
        | top.visited_site=true |
        | city.population=many |
      Then the exit code is 3
      And the problem points to "commitment.by=boss"
      And the problem points to "city.population=many"
      And the problem does not point to "top.visited_site=true"
      And the problem says: 引用符と単位を付けずに数で書いてください。
