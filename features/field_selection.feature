Feature: The company chooses the city with open eyes
  A city is chosen for what it is strong in and for what the company wants to create, not because it is at hand. No
  number says how strong is strong enough, no size rules a city out, and a gap is no fault where something is planned
  to make up for it.

  Nothing is known about the project except what a scenario states.

  @SEL-01
  Rule: Convenience alone is no reason

    Scenario: The city was chosen for convenience, and the choice is still open
      Given the city is still being chosen
      And the city was chosen because it is easy to approach
      And there was no other reason for choosing the city
      When the project is reviewed
      Then "SEL-01" is found with severity "blocker"
      And "selection.blind" is "yes"

    Scenario: Once the city is settled, the choice can still be looked at again
      Given the project has been launched
      And the city was chosen because it is easy to approach
      And there was no other reason for choosing the city
      When the project is reviewed
      Then "SEL-01" is found with severity "major"

    Scenario: While nobody says how far the project is, the choice counts as settled
      Given the city was chosen because it is easy to approach
      And there was no other reason for choosing the city
      When the project is reviewed
      Then "SEL-01" is found with severity "major"

    Scenario: Several conveniences are no reason either
      Given the city was chosen because it is easy to approach
      And the city was chosen because of an existing relation
      And the city was chosen because of a subsidy
      And there was no other reason for choosing the city
      When the project is reviewed
      Then "SEL-01" is found

    Scenario: A convenience is known, and perhaps there was a real reason, too
      Given the city was chosen because of a subsidy
      When the project is reviewed
      Then "SEL-01" cannot be told yet
      And "selection.reasons" is asked

    Scenario: Convenience beside a real reason does no harm
      Given the city was chosen because of a subsidy
      And the city was chosen because its issue fits
      When the project is reviewed
      Then "SEL-01" is not found
      And "selection.blind" is "no"

    Scenario: No reason at all is no better than a convenient one
      Given "selection.reasons" is []
      When the project is reviewed
      Then "SEL-01" is found with severity "major"
      And "selection.blind" is "yes"

    Scenario: A project that is being prepared can still look at its choice again
      Given the project is being prepared
      And the city was chosen because it is easy to approach
      And there was no other reason for choosing the city
      When the project is reviewed
      Then "SEL-01" is found with severity "major"

    Scenario: Nobody has said why the city was chosen
      Given a project about which nothing is known
      When the project is reviewed
      Then "SEL-01" cannot be told yet
      And "selection.reasons" is asked
      And "selection.blind" is undetermined

  @SEL-03
  Rule: The choice fits the direction of the company

    Scenario: The city does not fit what the company wants to create
      Given "selection.consistent_with_strategy" is false
      When the project is reviewed
      Then "SEL-03" is found with severity "minor"

    Scenario: The city fits what the company wants to create
      Given "selection.consistent_with_strategy" is true
      When the project is reviewed
      Then "SEL-03" is not found

    Scenario: Nobody has compared the choice with the company's direction
      Given a project about which nothing is known
      When the project is reviewed
      Then "SEL-03" cannot be told yet
      And "selection.consistent_with_strategy" is asked

  @SEL-02
  Rule: All six capitals of the city are looked into

    Scenario: One capital was left out while the city is still being chosen
      Given the city is still being chosen
      And nobody has looked into the network capital
      And somebody has looked into the human capital
      When the project is reviewed
      Then "SEL-02" is found for "capitals/network" with severity "blocker"
      And "SEL-02" is not found for "capitals/human"
      And "SEL-02" cannot be told yet for "capitals/cultural"
      And "capitals.*.assessed" is asked about "capitals/cultural"

    Scenario Outline: One capital was left out, and the city is settled (<phase>)
      Given <phase>
      And nobody has looked into the network capital
      When the project is reviewed
      Then "SEL-02" is found for "capitals/network" with severity "major"

      Examples:
        | phase                         |
        | the project is being prepared |
        | the project has been launched |
        | the project is scaling up     |

  @SEL-04
  Rule: A capital is judged by numbers and by quality

    Scenario Outline: One side is missing (<side>)
      Given somebody has looked into the human capital
      And "capitals/human.<side>" is false
      When the project is reviewed
      Then "SEL-04" is found for "capitals/human" with severity "major"

      Examples:
        | side         |
        | quantitative |
        | qualitative  |

    Scenario: Both sides were looked at
      Given somebody has looked into the human capital
      And "capitals/human.quantitative" is true
      And "capitals/human.qualitative" is true
      When the project is reviewed
      Then "SEL-04" is not found for "capitals/human"

    Scenario: Nobody asks how a capital was judged that nobody has looked into
      Given nobody has looked into the human capital
      And "capitals/human.quantitative" is false
      When the project is reviewed
      Then "SEL-04" is not found for "capitals/human"
      And "SEL-02" is found for "capitals/human"

    Scenario: Nobody has said whether there are numbers
      Given somebody has looked into the human capital
      And "capitals/human.qualitative" is true
      When the project is reviewed
      Then "SEL-04" cannot be told yet for "capitals/human"
      And "capitals.*.quantitative" is asked about "capitals/human"

    Scenario: Nobody has said whether the capital was looked into at all
      Given "capitals/human.qualitative" is false
      When the project is reviewed
      Then "SEL-04" cannot be told yet for "capitals/human"
      And "capitals.*.assessed" is asked about "capitals/human"

  @SEL-05
  Rule: Behind the outward form stands a key person

    Scenario: Nobody was found who moves things
      Given somebody has looked into the network capital
      And "capitals/network.key_person_identified" is false
      When the project is reviewed
      Then "SEL-05" is found for "capitals/network" with severity "major"

    Scenario: The key person is known
      Given somebody has looked into the network capital
      And "capitals/network.key_person_identified" is true
      When the project is reviewed
      Then "SEL-05" is not found for "capitals/network"

    Scenario: Nobody asks who moves things in a capital that nobody has looked into
      Given nobody has looked into the network capital
      And "capitals/network.key_person_identified" is false
      When the project is reviewed
      Then "SEL-05" is not found for "capitals/network"

    Scenario: A present capital says nothing about its key person
      Given somebody has looked into the network capital
      And the network capital is judged present
      When the project is reviewed
      Then "SEL-05" cannot be told yet for "capitals/network"
      And "capitals.*.key_person_identified" is asked about "capitals/network"

  @SEL-06
  Rule: The items worth examining have been looked at

    Scenario: Two items only
      Given "assessment.items" is ["talent_base", "event_frequency"]
      And "complete.assessment.items" is true
      When the project is reviewed
      Then "SEL-06" is found with severity "minor"

    Scenario: Two items are known, and perhaps more were looked at
      Given "assessment.items" is ["talent_base", "event_frequency"]
      When the project is reviewed
      Then "SEL-06" cannot be told yet
      And "assessment.items" is asked

    Scenario: Every item
      Given the exemplary project
      When the project is reviewed
      Then "SEL-06" is not found

    Scenario: Nobody has listed what was examined
      Given a project about which nothing is known
      When the project is reviewed
      Then "SEL-06" cannot be told yet
      And "assessment.items" is asked

  @SEL-07
  Rule: A city needs one capital in which it stands up to a large city

    Scenario: One outstanding capital is enough
      Given the human capital stands up to a large city
      When the project is reviewed
      Then "SEL-07" is not found
      And "outstanding" is "human"

    Scenario: Two outstanding capitals
      Given the human capital stands up to a large city
      And the cultural capital stands up to a large city
      When the project is reviewed
      Then "outstanding" is "human, cultural"

    Scenario: None of the six stands out
      Given the capitals:
        | id             | strength | rivals_metropolis |
        | human          | present  | false             |
        | economic       | thin     | false             |
        | infrastructure | present  | false             |
        | enabling       | present  | false             |
        | network        | absent   | false             |
        | cultural       | thin     | false             |
      When the project is reviewed
      Then "SEL-07" is found with severity "major"
      And "outstanding" is "none"

    Scenario: As long as one capital is not judged, the city may stand out in it
      Given the capitals:
        | id             | strength | rivals_metropolis |
        | human          | present  | false             |
        | economic       | thin     | false             |
        | infrastructure | present  | false             |
        | enabling       | present  | false             |
        | network        | absent   | false             |
        | cultural       | thin     |                   |
      When the project is reviewed
      Then "SEL-07" cannot be told yet
      And "capitals.*.rivals_metropolis" is asked about "capitals/cultural"
      And "outstanding" is undetermined

    Scenario: Where nothing stands out, how strong each capital is does not matter
      Given the capitals:
        | id             | rivals_metropolis |
        | human          | false             |
        | economic       | false             |
        | infrastructure | false             |
        | enabling       | false             |
        | network        | false             |
        | cultural       | false             |
      When the project is reviewed
      Then "SEL-07" is found with severity "major"
      And "outstanding" is "none"

    Scenario: Where nothing stands out, that is told once
      Given the exemplary project
      And the human capital does not stand up to a large city
      When the project is reviewed
      Then nothing new is found but "SEL-07"

    Scenario: A capital that is present does not stand out by itself
      Given the exemplary project
      And "capitals/human.rivals_metropolis" is false
      When the project is reviewed
      Then "capitals/human.level" is "present"
      And "SEL-07" is found

  @SEL-14
  Rule: The activity is built around the capital in which the city stands out

    Scenario: The outstanding capital is at the centre
      Given the human capital stands up to a large city
      And the activity is built around the human capital
      When the project is reviewed
      Then "SEL-14" is not found
      And "centre" is "on"

    Scenario: The activity is built around something else
      Given the human capital stands up to a large city
      And the economic capital does not stand up to a large city
      And the activity is built around the economic capital
      When the project is reviewed
      Then "SEL-14" is found with severity "major"
      And "centre" is "off"

    Scenario: A capital that does not stand out is no centre, whatever the others are
      Given the economic capital does not stand up to a large city
      And the activity is built around the economic capital
      When the project is reviewed
      Then "SEL-14" is found with severity "major"
      And "centre" is "off"

    Scenario: A second capital that stands out makes nothing worse
      Given the exemplary project
      And the network capital stands up to a large city
      When the project is reviewed
      Then nothing new is found
      And "centre" is "on"

    @SEL-07
    Scenario: Where nothing stands out at all, the centre is not blamed besides
      Given the capitals:
        | id             | rivals_metropolis |
        | human          | false             |
        | economic       | false             |
        | infrastructure | false             |
        | enabling       | false             |
        | network        | false             |
        | cultural       | false             |
      And the activity is built around the economic capital
      When the project is reviewed
      Then "SEL-07" is found
      And "SEL-14" is replaced by "SEL-07"

    Scenario: Nobody has judged the capital at the centre
      Given the human capital stands up to a large city
      And the activity is built around the economic capital
      When the project is reviewed
      Then "SEL-14" cannot be told yet
      And "capitals.*.rivals_metropolis" is asked about "capitals/economic"
      And "centre" is undetermined

    Scenario: Nobody has said what the activity is built around
      Given the exemplary project
      And "activity.centred_on_capital" is unknown
      When the project is reviewed
      Then "SEL-14" cannot be told yet
      And "activity.centred_on_capital" is asked

  @SEL-08 @SEL-19
  Rule: A thin capital is no fault where something is planned to make up for it

    Scenario Outline: Nothing is planned (<strength>)
      Given the economic capital is judged <strength>
      And the economic capital does not stand up to a large city
      And nothing is planned to make up for the economic capital
      When the project is reviewed
      Then "SEL-08" is found for "capitals/economic" with severity "minor"
      And "SEL-19" is not found for "capitals/economic"

      Examples:
        | strength |
        | absent   |
        | thin     |

    Scenario Outline: Something is planned: <plan>
      Given the economic capital is judged thin
      And the economic capital does not stand up to a large city
      And <plan>
      When the project is reviewed
      Then "SEL-08" is not found for "capitals/economic"
      And "SEL-19" is found for "capitals/economic" with severity "info"

      Examples:
        | plan                                                    |
        | what the economic capital lacks is to come from outside |
        | what the economic capital lacks is to grow in the area  |

    Scenario: Culture cannot come from outside alone
      Given the cultural capital is judged thin
      And the cultural capital does not stand up to a large city
      And what the cultural capital lacks is to come from outside
      When the project is reviewed
      Then "SEL-19" is not found for "capitals/cultural"

    Scenario: Culture that is to grow in the area may be helped from outside
      Given the cultural capital is judged thin
      And the cultural capital does not stand up to a large city
      And what the cultural capital lacks is to grow in the area
      And what the cultural capital lacks is to come from outside
      When the project is reviewed
      Then "SEL-19" is found for "capitals/cultural"

    Scenario: A plan for a capital that nobody has judged
      Given what the human capital lacks is to come from outside
      When the project is reviewed
      Then "SEL-19" cannot be told yet for "capitals/human"

    Scenario: A plan is a note and no praise
      Given the exemplary project
      And the infrastructure capital is judged absent
      When the project is reviewed
      Then "SEL-19" is found for "capitals/infrastructure" with severity "info"
      And the verdict is "proceed"

    Scenario: A capital that stands up to a large city needs nothing, however it is judged
      Given the enabling capital stands up to a large city
      And the enabling capital is judged absent
      And nothing is planned to make up for the enabling capital
      When the project is reviewed
      Then "SEL-08" is not found for "capitals/enabling"

    Scenario: A capital that is present needs nothing
      Given the economic capital is judged present
      And nothing is planned to make up for the economic capital
      When the project is reviewed
      Then "SEL-08" is not found for "capitals/economic"
      And "SEL-19" is not found for "capitals/economic"

    Scenario: Where there is no gap, a plan is no merit
      Given the economic capital is judged present
      And the economic capital does not stand up to a large city
      And what the economic capital lacks is to come from outside
      When the project is reviewed
      Then "SEL-19" is not found for "capitals/economic"

    Scenario: Nobody has said what is planned
      Given the economic capital is judged thin
      And the economic capital does not stand up to a large city
      When the project is reviewed
      Then "SEL-08" cannot be told yet for "capitals/economic"
      And "SEL-19" cannot be told yet for "capitals/economic"
      And "capitals.*.complement" is asked about "capitals/economic"

    Scenario: Nobody has judged the capital
      Given nothing is planned to make up for the economic capital
      When the project is reviewed
      Then "SEL-08" cannot be told yet for "capitals/economic"
      And "capitals.*.strength" is asked about "capitals/economic"

  @SEL-18
  Rule: The city can become a place where new business grows

    @SEL-07
    Scenario: Nothing stands out, which says all
      Given the exemplary project
      And the human capital does not stand up to a large city
      When the project is reviewed
      Then "SEL-07" is found
      And "SEL-18" is replaced by "SEL-07"
      And "ecosystem.potential" is "not_shown"

    Scenario: Something stands out, and every gap is made up for
      Given the exemplary project
      When the project is reviewed
      Then "SEL-18" is not found
      And "ecosystem.potential" is "shown"

    Scenario: Something stands out, but one gap stays open
      Given the exemplary project
      And the economic capital is judged thin
      And nothing is planned to make up for the economic capital
      When the project is reviewed
      Then "SEL-18" is not found
      And "ecosystem.potential" is "conditional"
      And "SEL-08" is found for "capitals/economic"

    Scenario: One capital is not judged yet
      Given the exemplary project
      And "capitals/economic.strength" is unknown
      When the project is reviewed
      Then "ecosystem.potential" is undetermined

    Scenario: One capital is not judged yet, and a plan is ready for it
      Given the exemplary project
      And "capitals/economic.strength" is unknown
      And what the economic capital lacks is to come from outside
      When the project is reviewed
      Then "ecosystem.potential" is undetermined

    Scenario: Something stands out, but the only gap stays open
      Given the exemplary project
      And nothing is planned to make up for the infrastructure capital
      When the project is reviewed
      Then "ecosystem.potential" is "conditional"

    Scenario: One capital is not judged yet, and another gap stays open
      Given the exemplary project
      And "capitals/economic.strength" is unknown
      And nothing is planned to make up for the infrastructure capital
      When the project is reviewed
      Then "ecosystem.potential" is undetermined

    Scenario: Nobody has said what is planned for a gap
      Given the exemplary project
      And "capitals/infrastructure.complement" is unknown
      When the project is reviewed
      Then "ecosystem.potential" is undetermined

    Scenario: Every gap is made up for, but nobody has judged whether anything stands out
      Given the exemplary project
      And "capitals/human.rivals_metropolis" is unknown
      When the project is reviewed
      Then "ecosystem.potential" is undetermined
      And "SEL-18" cannot be told yet

    Scenario: A gap stays open, and nobody has judged whether anything stands out
      Given the exemplary project
      And "capitals/human.rivals_metropolis" is unknown
      And nothing is planned to make up for the infrastructure capital
      When the project is reviewed
      Then "ecosystem.potential" is undetermined

    Scenario: Nobody knows whether the city stands out in anything
      Given a project about which nothing is known
      When the project is reviewed
      Then "SEL-18" cannot be told yet
      And "ecosystem.potential" is undetermined
      And "capitals.*.rivals_metropolis" is asked about "capitals/human"

  @SEL-09 @SEL-16 @SEL-21
  Rule: Size is worth a note and rules no city out

    Scenario Outline: A city of <population> people
      Given "city.population" is <population>
      When the project is reviewed
      Then "SEL-09" is <reported>

      Examples:
        | population | reported                   |
        | 800        | not found                  |
        | 8000       | not found                  |
        | 130000     | not found                  |
        | 200000     | not found                  |
        | 200001     | found with severity "info" |
        | 1400000    | found with severity "info" |

    Scenario: A house may have other sizes in mind
      Given the parameter "city_size_band" is [50000, 2000000]
      And "city.population" is 1400000
      When the project is reviewed
      Then "SEL-09" is not found

    Scenario: Nobody has looked up the population
      Given a project about which nothing is known
      When the project is reviewed
      Then "SEL-09" cannot be told yet
      And "city.population" is asked

    Scenario: A field in a large city is harder to set apart
      Given "city.is_metropolis" is true
      When the project is reviewed
      Then "SEL-16" is found with severity "info"

    Scenario: A field outside the large cities
      Given "city.is_metropolis" is false
      When the project is reviewed
      Then "SEL-16" is not found

    Scenario: Nobody has said where the field lies
      Given a project about which nothing is known
      When the project is reviewed
      Then "SEL-16" cannot be told yet
      And "city.is_metropolis" is asked

    Scenario Outline: The article speaks of something else (<what>)
      Given the exemplary project
      And "<fact>" is <value>
      When the project is reviewed
      Then "SEL-21" is found with severity "info"
      And the verdict is "proceed"

      Examples:
        | what                             | fact                 | value |
        | the project is not a digital one | project.uses_digital | false |
        | the field lies in a metropolis   | city.is_metropolis   | true  |

    Scenario: The article speaks of just this
      Given the project uses digital technology
      And "city.is_metropolis" is false
      When the project is reviewed
      Then "SEL-21" is not found

    Scenario: Nobody has said whether the article speaks of this
      Given the project uses digital technology
      When the project is reviewed
      Then "SEL-21" cannot be told yet
      And "city.is_metropolis" is asked

    Scenario: A small city is a city to work in
      Given the exemplary project
      And "city.population" is 8000
      When the project is reviewed
      Then the verdict is "proceed"

  @SEL-11
  Rule: The issue is concrete, and it is this city's own

    Scenario Outline: The issue is not <what>
      Given "<fact>" is false
      When the project is reviewed
      Then "SEL-11" is found with severity "major"

      Examples:
        | what            | fact                   |
        | concrete        | issue.defined          |
        | this city's own | issue.specific_to_city |

    Scenario: The issue is concrete and this city's own
      Given "issue.defined" is true
      And "issue.specific_to_city" is true
      When the project is reviewed
      Then "SEL-11" is not found

    Scenario: Nobody has said whether the issue is this city's own
      Given "issue.defined" is true
      When the project is reviewed
      Then "SEL-11" cannot be told yet
      And "issue.specific_to_city" is asked

  @SEL-15
  Rule: There is a place where things can be tried and put right

    Scenario: No such place
      Given no field for trial and error has been found
      When the project is reviewed
      Then "SEL-15" is found with severity "blocker"

    Scenario: A digital project without such a place
      Given the project uses digital technology
      And no field for trial and error has been found
      When the project is reviewed
      Then "SEL-15" is found with severity "blocker"

    Scenario: What is not digital can do without
      Given the project does not use digital technology
      And no field for trial and error has been found
      When the project is reviewed
      Then "SEL-15" is not found

    Scenario: Such a place
      Given a field for trial and error has been found
      When the project is reviewed
      Then "SEL-15" is not found

    Scenario: Nobody has said whether there is such a place
      Given a project about which nothing is known
      When the project is reviewed
      Then "SEL-15" cannot be told yet
      And "field.trial_and_error_possible" is asked

  @SEL-12
  Rule: Whoever tries a whole city function sets the trial apart

    Scenario Outline: A whole city function, and <what>
      Given "project.targets_whole_city_function" is true
      And "<fact>" is false
      When the project is reviewed
      Then "SEL-12" is found with severity "blocker"

      Examples:
        | what                  | fact                       |
        | no bounds to the area | field.bounded_area         |
        | any number of parties | field.stakeholders_limited |

    Scenario: A whole city function in a bounded area with a limited circle
      Given "project.targets_whole_city_function" is true
      And "field.bounded_area" is true
      And "field.stakeholders_limited" is true
      When the project is reviewed
      Then "SEL-12" is not found

    Scenario: A small matter needs no bounds, and nobody asks for them
      Given "project.targets_whole_city_function" is false
      When the project is reviewed
      Then "SEL-12" is not found
      And "field.bounded_area" is not asked
      And "field.stakeholders_limited" is not asked

    Scenario: Nobody has said whether the project is about a whole city function
      Given "field.bounded_area" is false
      When the project is reviewed
      Then "SEL-12" cannot be told yet
      And "project.targets_whole_city_function" is asked

    Scenario: Nobody has said whether the area is bounded
      Given "project.targets_whole_city_function" is true
      And "field.stakeholders_limited" is true
      When the project is reviewed
      Then "SEL-12" cannot be told yet
      And "field.bounded_area" is asked

  @SEL-13
  Rule: The trial takes what it needs, and no more

    Scenario Outline: The trial is not thought through: <fact>
      Given "<fact>" is false
      When the project is reviewed
      Then "SEL-13" is found with severity "minor"

      Examples:
        | fact                               |
        | field.required_elements_identified |
        | field.cost_contained               |

    Scenario: Needs are known and the cost is kept down
      Given "field.required_elements_identified" is true
      And "field.cost_contained" is true
      When the project is reviewed
      Then "SEL-13" is not found

    Scenario: Nobody has said what the trial costs
      Given "field.required_elements_identified" is true
      When the project is reviewed
      Then "SEL-13" cannot be told yet
      And "field.cost_contained" is asked

  @SEL-20
  Rule: A sense of crisis helps

    Scenario: The city does not see what is coming
      Given "city.crisis_awareness" is weak
      When the project is reviewed
      Then "SEL-20" is found with severity "minor"

    Scenario: The city sees what is coming
      Given "city.crisis_awareness" is strong
      When the project is reviewed
      Then "SEL-20" is not found

    Scenario: A shrinking population alone says nothing about the mood
      Given "city.population_outlook" is steep_decline
      When the project is reviewed
      Then "SEL-20" cannot be told yet
      And "city.crisis_awareness" is asked

  @SEL-01 @SEL-03 @SEL-06 @SEL-09 @SEL-11 @SEL-13 @SEL-15 @SEL-16 @SEL-20
  Rule: Before its time, it is what comes next

    Scenario Outline: <code> is what comes next, and no fault (<phase>)
      Given <phase>
      And "<fact>" is <value>
      When the project is reviewed
      Then "<code>" is upcoming with severity "<severity>"

      Examples:
        | code   | phase                          | fact                               | value                | severity |
        | SEL-03 | the project is still an idea   | selection.consistent_with_strategy | false                | minor    |
        | SEL-09 | the project is still an idea   | city.population                    | 1400000              | info     |
        | SEL-11 | the project is still an idea   | issue.defined                      | false                | major    |
        | SEL-16 | the project is still an idea   | city.is_metropolis                 | true                 | info     |
        | SEL-20 | the project is still an idea   | city.crisis_awareness              | weak                 | minor    |
        | SEL-13 | the city is still being chosen | field.cost_contained               | false                | minor    |
        | SEL-15 | the project is still an idea   | field.trial_and_error_possible     | false                | blocker  |
        | SEL-15 | the city is still being chosen | field.trial_and_error_possible     | false                | blocker  |

    Scenario Outline: <code> is what comes next, and no fault, when everything is named
      Given the project is still an idea
      And "<fact>" is <value>
      And "complete.<fact>" is true
      When the project is reviewed
      Then "<code>" is upcoming with severity "<severity>"

      Examples:
        | code   | fact              | value                | severity |
        | SEL-01 | selection.reasons | ["easy_to_approach"] | blocker  |
        | SEL-06 | assessment.items  | ["talent_base"]      | minor    |

  @SEL-02 @SEL-04 @SEL-05 @SEL-08 @SEL-19
  Rule: Before its time, what a capital lacks is what comes next

    Scenario Outline: <code> is what comes next, and no fault
      Given the project is still an idea
      And "capitals/human.assessed" is <assessed>
      And "capitals/human.rivals_metropolis" is false
      And "capitals/human.<fact>" is <value>
      And "capitals/human.strength" is thin
      When the project is reviewed
      Then "<code>" is upcoming for "capitals/human" with severity "<severity>"

      Examples:
        | code   | assessed | fact                  | value      | severity |
        | SEL-02 | false    | complement            | []         | blocker  |
        | SEL-04 | true     | qualitative           | false      | major    |
        | SEL-05 | true     | key_person_identified | false      | major    |
        | SEL-08 | true     | complement            | []         | minor    |
        | SEL-19 | true     | complement            | ["inside"] | info     |

  @SEL-07 @SEL-12 @SEL-14 @SEL-18
  Rule: Before its time, the choice of the centre and of the field is what comes next

    Scenario: The centre is looked at once the city is chosen
      Given the city is still being chosen
      And the human capital does not stand up to a large city
      And the activity is built around the human capital
      When the project is reviewed
      Then "SEL-14" is upcoming with severity "major"

    Scenario: Whether anything stands out is looked at when the city is chosen
      Given the exemplary project
      And the human capital does not stand up to a large city
      And the project is still an idea
      When the project is reviewed
      Then "SEL-07" is upcoming with severity "major"
      And "SEL-18" is replaced by "SEL-07"

    Scenario: The bounds of a trial are looked at once the city is chosen
      Given the city is still being chosen
      And "project.targets_whole_city_function" is true
      And "field.bounded_area" is false
      When the project is reviewed
      Then "SEL-12" is upcoming with severity "blocker"

    Scenario: A phase that nobody knows delays nothing
      Given no field for trial and error has been found
      When the project is reviewed
      Then "SEL-15" is found with severity "blocker"

  @SEL-21
  Rule: What the article is about is told from the start

    Scenario: An idea that is not digital
      Given the project is still an idea
      And the project does not use digital technology
      When the project is reviewed
      Then "SEL-21" is found with severity "info"
