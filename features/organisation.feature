Feature: The right partners take part, with people who want to carry the project
  The second half of the first step: the company wins over the people on whom the city's strengths rest, tells each key
  player what is expected of it and what it gains, and finds in every organisation somebody who wants to do it.

  Nothing is known about the project except what a scenario states. Organisations may be missing from the list until
  the project says that the list is complete.

  @ORG-12
  Rule: New value is created together with others

    Scenario: The company works alone
      Given the company works alone
      When the project is reviewed
      Then "ORG-12" is found with severity "blocker"

    Scenario: A project that is sound in all else cannot go on alone
      Given the exemplary project
      And the company works alone
      When the project is reviewed
      Then the verdict is "hold"

    Scenario: The company works with others
      Given the company works with others
      When the project is reviewed
      Then "ORG-12" is not found

    Scenario: Nobody has said whether the company works with others
      Given a project about which nothing is known
      When the project is reviewed
      Then "ORG-12" cannot be told yet
      And "project.co_created" is asked

  @ORG-01
  Rule: People who stand for each capital of the city take part

    Scenario: One capital has nobody
      Given the research institution "univ" takes part
      And "univ" belongs to the human capital
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-01" is found for "capitals/network" with severity "major"
      And "ORG-01" is not found for "capitals/human"
      And "capitals/network.stakeholder_of_capital" is "no"
      And "capitals/human.stakeholder_of_capital" is "yes"

    Scenario: An organisation may stand for more than one capital
      Given the research institution "univ" takes part
      And "univ" belongs to the human capital
      And "univ" belongs to the economic capital
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-01" is not found for "capitals/human"
      And "ORG-01" is not found for "capitals/economic"

    Scenario: Somebody who does not take part does not count
      Given the research institution "univ" does not take part
      And "univ" belongs to the human capital
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-01" is found for "capitals/human"

    Scenario: Nobody at all takes part
      Given "organisations" is []
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-01" is found for "capitals/cultural"

    Scenario: An open list may still lack somebody
      Given the research institution "univ" takes part
      And "univ" belongs to the human capital
      When the project is reviewed
      Then "ORG-01" cannot be told yet for "capitals/network"
      And "complete.organisations" is asked
      And "capitals/network.stakeholder_of_capital" is undetermined
      And "capitals/human.stakeholder_of_capital" is "yes"

    Scenario: Nobody knows what a partner stands for
      Given the research institution "univ" takes part
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-01" cannot be told yet for "capitals/human"
      And "organisations[].capitals" is asked about "organisations/univ"

    Scenario: What somebody outside stands for does not matter
      Given the research institution "univ" does not take part
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-01" is found for "capitals/human"

    Scenario: Nobody knows whether the one who stands for it takes part
      Given nobody knows whether the research institution "univ" takes part
      And "univ" belongs to the human capital
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-01" cannot be told yet for "capitals/human"
      And "organisations[].involved" is asked about "organisations/univ"

  @ORG-02
  Rule: The key players are on board early

    Scenario Outline: A key player is missing (<kind>)
      Given the own company "firm" takes part
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-02" is found for "<kind>" with severity "<severity>"
      And "<kind>.key_player" is "missing"

      Examples:
        | kind                 | severity |
        | municipality         | blocker  |
        | local_company        | major    |
        | research_institution | major    |

    Scenario: All key players take part
      Given the municipality "city" takes part
      And the local company "mill" takes part
      And the research institution "univ" takes part
      When the project is reviewed
      Then "ORG-02" is not found for "municipality"
      And "ORG-02" is not found for "local_company"
      And "ORG-02" is not found for "research_institution"
      And "municipality.key_player" is "present"

    Scenario: A university that carries the project is a research institution itself
      Given the own company "univ" takes part
      And "company.local_role" is research_institution
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-02" is not found for "research_institution"
      And "ORG-02" is found for "local_company" with severity "major"
      And "ORG-02" is found for "municipality" with severity "blocker"

    Scenario: A local firm that carries the project is a local company itself
      Given the own company "firm" takes part
      And "company.local_role" is local_company
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-02" is not found for "local_company"
      And "ORG-02" is found for "research_institution" with severity "major"

    Scenario: What the company is itself is asked where nobody of a kind is there
      Given the own company "firm" takes part
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-02" is found for "local_company" with severity "major"
      And "company.local_role" is asked

    Scenario: A company from elsewhere is no key player
      Given the own company "firm" takes part
      And "company.local_role" is none
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-02" is found for "local_company" with severity "major"
      And "ORG-02" is found for "research_institution" with severity "major"

    Scenario: A municipality that keeps out is a missing municipality
      Given the municipality "city" does not take part
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-02" is found for "municipality" with severity "blocker"

    Scenario: Nobody is missing from an open list
      Given the local company "mill" takes part
      When the project is reviewed
      Then "ORG-02" cannot be told yet for "municipality"
      And "complete.organisations" is asked
      And "municipality.key_player" is undetermined

    Scenario: Nobody knows whether the municipality takes part
      Given nobody knows whether the municipality "city" takes part
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-02" cannot be told yet for "municipality"
      And "organisations[].involved" is asked about "organisations/city"

    Scenario: A partner of whom nobody knows the kind may be the municipality
      Given the organisations:
        | id   | kind | involved |
        | city |      | true     |
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-02" cannot be told yet for "municipality"
      And "organisations[].kind" is asked about "organisations/city"

    Scenario: Nobody has said who is concerned
      Given a project about which nothing is known
      When the project is reviewed
      Then "ORG-02" cannot be told yet for "municipality"
      And "organisations" is asked

  @ORG-03 @ORG-04 @ORG-05
  Rule: Every key player knows its role and its gain, and the plan says so

    Scenario Outline: A key player without <in words>
      Given the municipality "city" takes part
      And "organisations/city.<what>" is false
      When the project is reviewed
      Then "<code>" is found for "organisations/city" with severity "major"

      Examples:
        | code   | in words             | what              |
        | ORG-03 | a role set out       | role_defined      |
        | ORG-04 | a gain set out       | incentive_defined |
        | ORG-05 | its part in the plan | in_plan           |

    Scenario Outline: A key player with <in words>
      Given the municipality "city" takes part
      And "organisations/city.<what>" is true
      When the project is reviewed
      Then "<code>" is not found for "organisations/city"

      Examples:
        | code   | in words             | what              |
        | ORG-03 | a role set out       | role_defined      |
        | ORG-04 | a gain set out       | incentive_defined |
        | ORG-05 | its part in the plan | in_plan           |

    Scenario Outline: Nobody knows whether a key player has <in words>
      Given the municipality "city" takes part
      When the project is reviewed
      Then "<code>" cannot be told yet for "organisations/city"
      And "organisations[].<what>" is asked about "organisations/city"

      Examples:
        | code   | in words             | what              |
        | ORG-03 | a role set out       | role_defined      |
        | ORG-04 | a gain set out       | incentive_defined |
        | ORG-05 | its part in the plan | in_plan           |

    Scenario Outline: It is asked of key players that take part, of nobody else (<partner>)
      Given the <partner>
      And "organisations/partner.role_defined" is false
      And "organisations/partner.incentive_defined" is false
      And "organisations/partner.in_plan" is false
      When the project is reviewed
      Then "ORG-03" is <reported> for "organisations/partner"
      And "ORG-04" is <reported> for "organisations/partner"
      And "ORG-05" is <reported> for "organisations/partner"

      Examples:
        | partner                                    | reported  |
        | municipality "partner" takes part          | found     |
        | local company "partner" takes part         | found     |
        | research institution "partner" takes part  | found     |
        | financial institution "partner" takes part | not found |
        | own company "partner" takes part           | not found |

    Scenario: A party that the project can do without is asked for nothing
      Given the municipality "partner" does not take part
      And the project can do without "partner"
      And "organisations/partner.role_defined" is false
      And "organisations/partner.incentive_defined" is false
      And "organisations/partner.in_plan" is false
      When the project is reviewed
      Then "ORG-03" is not found for "organisations/partner"
      And "ORG-04" is not found for "organisations/partner"
      And "ORG-05" is not found for "organisations/partner"

  @ORG-16 @ORG-03 @ORG-04 @ORG-05 @ORG-06 @ORG-07 @ORG-08 @ORG-09 @ORG-10
  Rule: A party that the project cannot do without counts before it joins

    Scenario: It is needed and keeps out
      Given the local company "plant" does not take part
      And the project cannot do without "plant"
      When the project is reviewed
      Then "ORG-16" is found for "organisations/plant" with severity "major"

    Scenario: It is needed and has joined
      Given the local company "plant" takes part
      And the project cannot do without "plant"
      When the project is reviewed
      Then "ORG-16" is not found for "organisations/plant"

    Scenario: The project can do without it
      Given the local company "plant" does not take part
      And the project can do without "plant"
      When the project is reviewed
      Then "ORG-16" is not found for "organisations/plant"

    Scenario: Nobody has said whether it is needed
      Given the local company "plant" does not take part
      And in "plant" nobody has been found to carry the project
      When the project is reviewed
      Then "ORG-16" cannot be told yet for "organisations/plant"
      And "ORG-06" cannot be told yet for "organisations/plant"
      And "organisations[].needed" is asked about "organisations/plant"

    Scenario Outline: What is wanting in it is told as if it took part (<what>)
      Given the local company "plant" does not take part
      And the project cannot do without "plant"
      And in "plant" a person has been named to carry the project
      And "organisations/plant.<what>" is false
      When the project is reviewed
      Then "<code>" is found for "organisations/plant"
      And "ORG-16" is found for "organisations/plant"

      Examples:
        | code   | what                    |
        | ORG-03 | role_defined            |
        | ORG-04 | incentive_defined       |
        | ORG-05 | in_plan                 |
        | ORG-06 | champion_identified     |
        | ORG-07 | champion_willing        |
        | ORG-08 | superiors_persuaded     |
        | ORG-09 | units_coordinated       |
        | ORG-10 | accepts_frequent_trials |

  @ORG-06
  Rule: Every organisation has somebody who carries the project

    Scenario: The city has found nobody
      Given the municipality "city" takes part
      And in "city" nobody has been found to carry the project
      When the project is reviewed
      Then "ORG-06" is found for "organisations/city" with severity "blocker"
      And "ORG-07" is not found for "organisations/city"
      And "organisations/city.champion" is "no"

    Scenario: The city has found somebody
      Given the municipality "city" takes part
      And in "city" a person has been named to carry the project
      When the project is reviewed
      Then "ORG-06" is not found for "organisations/city"

    Scenario: Nobody knows whether the city has found somebody
      Given the municipality "city" takes part
      When the project is reviewed
      Then "ORG-06" cannot be told yet for "organisations/city"
      And "organisations[].champion_identified" is asked about "organisations/city"

    Scenario Outline: How much it weighs (<kind>)
      Given the <kind> "partner" takes part
      And in "partner" nobody has been found to carry the project
      When the project is reviewed
      Then "ORG-06" is found for "organisations/partner" with severity "<severity>"

      Examples:
        | kind                  | severity |
        | own company           | blocker  |
        | municipality          | blocker  |
        | local company         | blocker  |
        | research institution  | blocker  |
        | citizen group         | major    |
        | financial institution | major    |
        | medical institution   | major    |

    Scenario: One of several of a kind does not stop the project
      Given the local company "mill" takes part
      And the local company "plant" takes part
      And in "mill" nobody has been found to carry the project
      When the project is reviewed
      Then "ORG-06" is found for "organisations/mill" with severity "major"

    Scenario: Several of a kind with nobody in any of them stop the project
      Given the local company "mill" takes part
      And the local company "plant" takes part
      And in "mill" nobody has been found to carry the project
      And in "plant" nobody has been found to carry the project
      When the project is reviewed
      Then "ORG-06" is found for "organisations/mill" with severity "blocker"
      And "ORG-06" is found for "organisations/plant" with severity "blocker"

    Scenario: Another of its kind that keeps out is no help
      Given the local company "mill" takes part
      And the local company "plant" does not take part
      And in "mill" nobody has been found to carry the project
      When the project is reviewed
      Then "ORG-06" is found for "organisations/mill" with severity "blocker"

    Scenario: The company itself is never one of several
      Given the own company "firm" takes part
      And the own company "sister" takes part
      And in "firm" nobody has been found to carry the project
      When the project is reviewed
      Then "ORG-06" is found for "organisations/firm" with severity "blocker"

    Scenario Outline: Who is not the municipality is not weighed as the municipality (<kind>)
      Given the <kind> "state" takes part
      And in "state" nobody has been found to carry the project
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-06" is found for "organisations/state" with severity "major"
      And "ORG-02" is found for "municipality" with severity "blocker"

      Examples:
        | kind                |
        | prefecture          |
        | national government |

    Scenario: A partner of whom nobody knows the kind does not stop the project
      Given the organisations:
        | id   | kind | involved |
        | mill |      | true     |
      And in "mill" nobody has been found to carry the project
      When the project is reviewed
      Then "ORG-06" is found for "organisations/mill" with severity "major"
      And "organisations[].kind" is asked about "organisations/mill"

    Scenario: The company itself has nobody, and takes part without saying so
      Given nobody knows whether the own company "firm" takes part
      And in "firm" nobody has been found to carry the project
      When the project is reviewed
      Then "ORG-06" is found for "organisations/firm" with severity "blocker"

    Scenario: An organisation that keeps out needs nobody
      Given the municipality "city" does not take part
      And the project can do without "city"
      And in "city" nobody has been found to carry the project
      When the project is reviewed
      Then "ORG-06" is not found for "organisations/city"

    Scenario: Nobody knows whether the city takes part
      Given nobody knows whether the municipality "city" takes part
      And in "city" nobody has been found to carry the project
      When the project is reviewed
      Then "ORG-06" cannot be told yet for "organisations/city"
      And "organisations[].involved" is asked about "organisations/city"

    Scenario: A company that keeps out of its own project needs nobody
      Given the own company "firm" does not take part
      And the project can do without "firm"
      And in "firm" nobody has been found to carry the project
      When the project is reviewed
      Then "ORG-06" is not found for "organisations/firm"

  @ORG-07
  Rule: Whoever carries the project wants to

    Scenario: A named but unwilling person
      Given the municipality "city" takes part
      And the person named in "city" has interest, enthusiasm and a will of their own
      But the person named in "city" has no will of their own
      When the project is reviewed
      Then "ORG-07" is found for "organisations/city" with severity "blocker"
      And "ORG-06" is not found for "organisations/city"

    Scenario Outline: One trait that is missing is enough (no <trait>)
      Given the citizen group "club" takes part
      And in "club" a person has been named to carry the project
      But the person named in "club" has no <trait>
      When the project is reviewed
      Then "ORG-07" is found for "organisations/club" with severity "major"
      And "organisations/club.champion" is "no"

      Examples:
        | trait             |
        | interest          |
        | enthusiasm        |
        | will of their own |

    Scenario: A person with all three traits
      Given the municipality "city" takes part
      And the person named in "city" has interest, enthusiasm and a will of their own
      When the project is reviewed
      Then "ORG-07" is not found for "organisations/city"
      And "organisations/city.champion" is "yes"

    Scenario: A name alone is not enough
      Given the municipality "city" takes part
      And in "city" a person has been named to carry the project
      When the project is reviewed
      Then "ORG-07" cannot be told yet for "organisations/city"
      And "organisations[].champion_willing" is asked about "organisations/city"
      And "organisations/city.champion" is undetermined

    Scenario: Without a person, nobody's traits are judged
      Given the municipality "city" takes part
      And in "city" nobody has been found to carry the project
      And the person named in "city" has no enthusiasm
      When the project is reviewed
      Then "ORG-06" is found for "organisations/city"
      And "ORG-07" is not found for "organisations/city"

    Scenario: Somebody outside may be unwilling
      Given the municipality "city" does not take part
      And the project can do without "city"
      And in "city" a person has been named to carry the project
      And the person named in "city" has no enthusiasm
      When the project is reviewed
      Then "ORG-07" is not found for "organisations/city"

    Scenario Outline: As long as one thing about the person is not known, nobody is said to want to (<unknown>)
      Given the municipality "city" takes part
      And the person named in "city" has interest, enthusiasm and a will of their own
      And "organisations/city.<unknown>" is unknown
      When the project is reviewed
      Then "organisations/city.champion" is undetermined
      And "RSK-05" cannot be told yet
      And "organisations[].<unknown>" is asked about "organisations/city"

      Examples:
        | unknown             |
        | champion_identified |
        | champion_interest   |
        | champion_enthusiasm |
        | champion_willing    |

  @ORG-07
  Rule: One unwilling person among several of a kind does not stop the project

    Scenario Outline: Of two local companies, one whose person has no will of their own (the other <other>)
      Given the local company "mill" takes part
      And the local company "plant" <other>
      And in "mill" a person has been named to carry the project
      But the person named in "mill" has no will of their own
      When the project is reviewed
      Then "ORG-07" is found for "organisations/mill" with severity "<severity>"

      Examples:
        | other              | severity |
        | takes part         | major    |
        | does not take part | blocker  |

  @ORG-14
  Rule: Whoever carries the project may act

    Scenario: A person without authority
      Given the municipality "city" takes part
      And in "city" a person has been named to carry the project
      And "organisations/city.champion_has_authority" is false
      When the project is reviewed
      Then "ORG-14" is found for "organisations/city" with severity "minor"

    Scenario: A person with authority
      Given the municipality "city" takes part
      And in "city" a person has been named to carry the project
      And "organisations/city.champion_has_authority" is true
      When the project is reviewed
      Then "ORG-14" is not found for "organisations/city"

    Scenario: It is asked once there is a person
      Given the municipality "city" takes part
      And in "city" a person has been named to carry the project
      When the project is reviewed
      Then "ORG-14" cannot be told yet for "organisations/city"
      And "organisations[].champion_has_authority" is asked about "organisations/city"

    Scenario: It is not asked where there is nobody
      Given the municipality "city" takes part
      And in "city" nobody has been found to carry the project
      When the project is reviewed
      Then "ORG-14" is not found for "organisations/city"
      And "organisations[].champion_has_authority" is not asked about "organisations/city"

  @ORG-15
  Rule: A willing person in the company and in every key player is told as a strength

    Scenario: Everybody on board has such a person
      Given the own company "firm" takes part
      And the municipality "city" takes part
      And the financial institution "bank" takes part
      And the person named in "firm" has interest, enthusiasm and a will of their own
      And the person named in "city" has interest, enthusiasm and a will of their own
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-15" is found with severity "info"

    Scenario Outline: One is wanting (<who>)
      Given the own company "firm" takes part
      And the municipality "city" takes part
      And the person named in "firm" has interest, enthusiasm and a will of their own
      And the person named in "city" has interest, enthusiasm and a will of their own
      And the list of organisations is complete
      But the person named in "<who>" has no enthusiasm
      When the project is reviewed
      Then "ORG-15" is not found

      Examples:
        | who  |
        | firm |
        | city |

    Scenario: Without a key player there is nothing to praise
      Given the own company "firm" takes part
      And the person named in "firm" has interest, enthusiasm and a will of their own
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-15" is not found

    Scenario: Somebody may be missing from an open list
      Given the municipality "city" takes part
      And the person named in "city" has interest, enthusiasm and a will of their own
      When the project is reviewed
      Then "ORG-15" cannot be told yet
      And "complete.organisations" is asked

  @ORG-17
  Rule: Nobody overlooks who is against it

    Scenario: A party is against it
      Given "parties.opposed" is ["Fishing cooperative"]
      When the project is reviewed
      Then "ORG-17" is found with severity "info"
      And "ORG-17" points to "parties.opposed"

    Scenario: Nobody is against it
      Given "parties.opposed" is []
      When the project is reviewed
      Then "ORG-17" is not found

    Scenario: Nobody has asked
      Given a project about which nothing is known
      When the project is reviewed
      Then "ORG-17" cannot be told yet
      And "parties.opposed" is not asked

  @ORG-03 @ORG-04 @ORG-05 @ORG-06 @ORG-07 @ORG-08 @ORG-09 @ORG-10 @RSK-05
  Rule: Nothing is told of a party of which nobody knows whether it takes part or is needed

    Scenario Outline: <code> stays open, although something is known to be wanting
      Given nobody knows whether the research institution "univ" takes part
      And in "univ" a person has been named to carry the project
      And "organisations/univ.<what>" is false
      When the project is reviewed
      Then "<code>" cannot be told yet for "organisations/univ"
      And "organisations[].involved" is asked about "organisations/univ"

      Examples:
        | code   | what                |
        | ORG-03 | role_defined        |
        | ORG-04 | incentive_defined   |
        | ORG-05 | in_plan             |
        | ORG-06 | champion_identified |
        | ORG-07 | champion_willing    |
        | ORG-08 | superiors_persuaded |
        | ORG-09 | units_coordinated   |
        | ORG-10 | accepts_failure     |

    Scenario Outline: Nor is the project said to stall (<what>)
      Given the organisations:
        | id   | <what> |
        | univ | false  |
      When the project is reviewed
      Then "RSK-05" cannot be told yet
      And "stall" is undetermined

      Examples:
        | what                |
        | champion_willing    |
        | champion_enthusiasm |

    Scenario: Nobody's traits are judged before somebody is named
      Given the municipality "city" takes part
      And the person named in "city" has no interest
      When the project is reviewed
      Then "ORG-07" cannot be told yet for "organisations/city"

    Scenario: An unwilling person in a partner of whom nobody knows the kind does not stop the project
      Given the organisations:
        | id   | involved | champion_identified | champion_enthusiasm |
        | mill | true     | true                | false               |
      When the project is reviewed
      Then "ORG-07" is found for "organisations/mill" with severity "major"
      And the verdict is "insufficient_information"

    Scenario: The city was approached and has not joined
      Given the municipality "city" does not take part
      And in "city" nobody has been found to carry the project
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-02" is found for "municipality" with severity "blocker"
      And "ORG-06" cannot be told yet for "organisations/city"
      And "organisations[].needed" is asked about "organisations/city"

    Scenario: A city that is needed and has not joined is told with all that it lacks
      Given the municipality "city" does not take part
      And the project cannot do without "city"
      And in "city" nobody has been found to carry the project
      When the project is reviewed
      Then "ORG-16" is found for "organisations/city" with severity "major"
      And "ORG-06" is found for "organisations/city" with severity "blocker"
      And "RSK-05" is found

  @ORG-01 @ORG-02 @ORG-03 @ORG-04 @ORG-05 @ORG-06 @ORG-07 @ORG-08 @ORG-09 @ORG-10 @ORG-11 @ORG-14 @ORG-16 @ORG-17 @RSK-05
  Rule: The team is due once the city is chosen

    Scenario Outline: <code> is told as coming next while the city is being chosen
      Given the city is still being chosen
      And the municipality "city" takes part
      And in "city" a person has been named to carry the project
      And "organisations/city.<what>" is false
      When the project is reviewed
      Then "<code>" is upcoming for "organisations/city" with severity "<severity>"

      Examples:
        | code   | what                   | severity |
        | ORG-03 | role_defined           | major    |
        | ORG-04 | incentive_defined      | major    |
        | ORG-05 | in_plan                | major    |
        | ORG-06 | champion_identified    | blocker  |
        | ORG-07 | champion_interest      | blocker  |
        | ORG-08 | superiors_persuaded    | major    |
        | ORG-09 | units_coordinated      | major    |
        | ORG-10 | accepts_failure        | major    |
        | ORG-14 | champion_has_authority | minor    |

    Scenario: So is what concerns the whole team
      Given the city is still being chosen
      And the local company "plant" does not take part
      And the project cannot do without "plant"
      And in "plant" nobody has been found to carry the project
      And the list of organisations is complete
      And the parties have no arrangement for helping each other
      And "parties.opposed" is ["Fishing cooperative"]
      When the project is reviewed
      Then "ORG-01" is upcoming for "capitals/human"
      And "ORG-02" is upcoming for "municipality" with severity "blocker"
      And "ORG-11" is upcoming
      And "ORG-16" is upcoming for "organisations/plant" with severity "major"
      And "ORG-17" is upcoming
      And "RSK-05" is upcoming

  @ORG-12 @ORG-13
  Rule: Working with others is due from the choice of the city on, citizens after the launch

    Scenario Outline: The company works alone, and <phase>
      Given <phase>
      And the company works alone
      When the project is reviewed
      Then "ORG-12" is <reported>

      Examples:
        | phase                          | reported                         |
        | the project is still an idea   | upcoming with severity "blocker" |
        | the city is still being chosen | found with severity "blocker"    |

    Scenario Outline: Citizens are not involved, and <phase>
      Given <phase>
      And the project uses digital technology
      And citizens are not involved
      When the project is reviewed
      Then "ORG-13" is <reported>

      Examples:
        | phase                         | reported                       |
        | the project is being prepared | upcoming with severity "major" |
        | the project has been launched | found with severity "major"    |

  @ORG-08 @ORG-09 @ORG-10
  Rule: A project without anything uncertain needs no unusual way of working

    Scenario Outline: All that runs is <outlook>
      Given the municipality "city" takes part
      And "organisations/city.superiors_persuaded" is false
      And "organisations/city.units_coordinated" is false
      And "organisations/city.accepts_failure" is false
      And the idea "tested" is running
      And "portfolio.seeds/tested.outlook" is <outlook>
      And "complete.portfolio.seeds" is <complete>
      When the project is reviewed
      Then "portfolio.all_sure" is <sure>
      And "ORG-08" is <reported> for "organisations/city"
      And "ORG-09" is <reported> for "organisations/city"
      And "ORG-10" is <reported> for "organisations/city"

      Examples:
        | outlook | complete | sure         | reported  |
        | clear   | true     | "yes"        | not found |
        | clear   | unknown  | undetermined | found     |
        | unclear | unknown  | "no"         | found     |
        | unknown | true     | undetermined | found     |

  @RSK-05
  Rule: A project may stall where nobody wants to carry it

    Scenario: One organisation without such a person puts the project at risk
      Given the municipality "city" takes part
      And in "city" nobody has been found to carry the project
      And the research institution "univ" takes part
      And the person named in "univ" has interest, enthusiasm and a will of their own
      When the project is reviewed
      Then "stall" is "at_risk"

    Scenario: The company itself counts
      Given the own company "firm" takes part
      And in "firm" nobody has been found to carry the project
      When the project is reviewed
      Then "stall" is "at_risk"

    Scenario: Everybody known has such a person
      Given the municipality "city" takes part
      And the person named in "city" has interest, enthusiasm and a will of their own
      When the project is reviewed
      Then "stall" is undetermined

    Scenario: An organisation that keeps out cannot stall the project
      Given the municipality "city" does not take part
      And in "city" nobody has been found to carry the project
      When the project is reviewed
      Then "stall" is undetermined

  @ORG-08 @ORG-09
  Rule: Superiors and existing units go along

    Scenario Outline: The <in words> do not go along yet
      Given the municipality "city" takes part
      And "organisations/city.<what>" is false
      When the project is reviewed
      Then "<code>" is found for "organisations/city" with severity "major"

      Examples:
        | code   | in words       | what                |
        | ORG-08 | superiors      | superiors_persuaded |
        | ORG-09 | existing units | units_coordinated   |

    Scenario Outline: The <in words> go along
      Given the municipality "city" takes part
      And "organisations/city.<what>" is true
      When the project is reviewed
      Then "<code>" is not found for "organisations/city"

      Examples:
        | code   | in words       | what                |
        | ORG-08 | superiors      | superiors_persuaded |
        | ORG-09 | existing units | units_coordinated   |

    Scenario Outline: Nobody knows whether the <in words> go along
      Given the municipality "city" takes part
      When the project is reviewed
      Then "<code>" cannot be told yet for "organisations/city"
      And "organisations[].<what>" is asked about "organisations/city"

      Examples:
        | code   | in words       | what                |
        | ORG-08 | superiors      | superiors_persuaded |
        | ORG-09 | existing units | units_coordinated   |

    Scenario: An organisation that keeps out has nothing to settle
      Given the municipality "city" does not take part
      And the project can do without "city"
      And "organisations/city.superiors_persuaded" is false
      And "organisations/city.units_coordinated" is false
      When the project is reviewed
      Then "ORG-08" is not found for "organisations/city"
      And "ORG-09" is not found for "organisations/city"

  @ORG-10
  Rule: Every organisation accepts open results, frequent trials and failures

    Scenario Outline: The city does not accept <in words>
      Given the municipality "city" takes part
      And "organisations/city.<what>" is false
      When the project is reviewed
      Then "ORG-10" is found for "organisations/city" with severity "major"

      Examples:
        | in words                  | what                      |
        | that the result is open   | accepts_uncertain_outcome |
        | quick and frequent trials | accepts_frequent_trials   |
        | failure                   | accepts_failure           |

    Scenario: All is accepted
      Given the municipality "city" takes part
      And "organisations/city.accepts_uncertain_outcome" is true
      And "organisations/city.accepts_frequent_trials" is true
      And "organisations/city.accepts_failure" is true
      When the project is reviewed
      Then "ORG-10" is not found for "organisations/city"

    Scenario: Nobody knows whether failure is accepted
      Given the municipality "city" takes part
      And "organisations/city.accepts_uncertain_outcome" is true
      And "organisations/city.accepts_frequent_trials" is true
      When the project is reviewed
      Then "ORG-10" cannot be told yet for "organisations/city"
      And "organisations[].accepts_failure" is asked about "organisations/city"

    Scenario: An organisation that keeps out need not accept anything
      Given the municipality "city" does not take part
      And the project can do without "city"
      And "organisations/city.accepts_failure" is false
      When the project is reviewed
      Then "ORG-10" is not found for "organisations/city"

  @ORG-11
  Rule: The parties can help each other

    Scenario: Each party works for itself
      Given the parties have no arrangement for helping each other
      When the project is reviewed
      Then "ORG-11" is found with severity "major"

    Scenario: The parties have an arrangement
      Given the parties have an arrangement for helping each other
      When the project is reviewed
      Then "ORG-11" is not found

    Scenario: Nobody has said whether there is an arrangement
      Given a project about which nothing is known
      When the project is reviewed
      Then "ORG-11" cannot be told yet
      And "collaboration.structure_in_place" is asked

  @ORG-13
  Rule: Citizens take part where digital technology is used

    Scenario: A digital project without citizens
      Given the project uses digital technology
      And citizens are not involved
      When the project is reviewed
      Then "ORG-13" is found with severity "major"

    Scenario: A digital project with citizens
      Given the project uses digital technology
      And citizens are involved
      When the project is reviewed
      Then "ORG-13" is not found

    Scenario: A project without digital technology
      Given the project does not use digital technology
      And citizens are not involved
      When the project is reviewed
      Then "ORG-13" is not found

    Scenario: Nobody knows whether the project is digital
      Given citizens are not involved
      When the project is reviewed
      Then "ORG-13" cannot be told yet
      And "project.uses_digital" is asked

    Scenario: Nobody knows whether citizens are involved
      Given the project uses digital technology
      When the project is reviewed
      Then "ORG-13" cannot be told yet
      And "citizens.involved" is asked
