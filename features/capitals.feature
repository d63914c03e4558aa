Feature: The six capitals of the city
  Human, economic, infrastructure, enabling environment, network and culture. Each is judged in words, by people who know
  the place; no number, no score and no pass mark stands behind it.

  Nothing is known about the project except what a scenario states.

  @CAP-08
  Rule: No capital is ever sufficient

    Scenario: A capital is called sufficient
      Given "capitals/human.declared_sufficient" is true
      When the project is reviewed
      Then "CAP-08" is found for "capitals/human" with severity "minor"

    Scenario: Nobody calls it sufficient
      Given "capitals/human.declared_sufficient" is false
      When the project is reviewed
      Then "CAP-08" is not found for "capitals/human"

    Scenario: Nobody has said what the plan claims
      Given a project about which nothing is known
      When the project is reviewed
      Then "CAP-08" cannot be told yet for "capitals/human"
      And "capitals.*.declared_sufficient" is asked about "capitals/human"

  Rule: How strong a capital is, is a judgement

    Scenario Outline: Judged <strength>, stands up to a large city: <rivals>
      Given "capitals/network.strength" is <strength>
      And "capitals/network.rivals_metropolis" is <rivals>
      When the project is reviewed
      Then "capitals/network.level" is "<level>"
      And "capitals/network.gap" is "<gap>"

      Examples:
        | strength | rivals  | level       | gap |
        | unknown  | true    | outstanding | no  |
        | present  | true    | outstanding | no  |
        | present  | false   | present     | no  |
        | present  | unknown | present     | no  |
        | thin     | false   | thin        | yes |
        | absent   | false   | absent      | yes |

    Scenario: Nobody has judged it
      Given "capitals/network.rivals_metropolis" is false
      When the project is reviewed
      Then "capitals/network.level" is undetermined
      And "capitals/network.gap" is undetermined

    Scenario: Evidence is no judgement
      Given "capitals/network.evidence" is ["monthly meeting of founders"]
      When the project is reviewed
      Then "capitals/network.level" is undetermined

  @CAP-02
  Rule: A digital project needs people who know digital technology

    Scenario: Neither engineers nor students
      Given the project uses digital technology
      And "capitals.human.digital_engineers" is false
      And "capitals.human.digital_students" is false
      When the project is reviewed
      Then "CAP-02" is found with severity "minor"

    Scenario Outline: Either will do (<found>)
      Given the project uses digital technology
      And "<found>" is true
      And "<missing>" is false
      When the project is reviewed
      Then "CAP-02" is not found

      Examples:
        | found                            | missing                          |
        | capitals.human.digital_engineers | capitals.human.digital_students  |
        | capitals.human.digital_students  | capitals.human.digital_engineers |

    Scenario: A project without digital technology does not need them
      Given the project does not use digital technology
      And "capitals.human.digital_engineers" is false
      And "capitals.human.digital_students" is false
      When the project is reviewed
      Then "CAP-02" is not found

    Scenario: Nobody has said whether the project is digital
      Given "capitals.human.digital_engineers" is false
      And "capitals.human.digital_students" is false
      When the project is reviewed
      Then "CAP-02" cannot be told yet
      And "project.uses_digital" is asked

    Scenario: Nobody has asked at the university
      Given the project uses digital technology
      And "capitals.human.digital_engineers" is false
      When the project is reviewed
      Then "CAP-02" cannot be told yet
      And "capitals.human.digital_students" is asked

  @CAP-03
  Rule: One strong supporter makes up for thin economic capital

    Scenario: Thin, and nobody supports a theme of the area
      Given the economic capital is judged thin
      And the economic capital does not stand up to a large city
      And "capitals.economic.theme_specific_supporter" is false
      When the project is reviewed
      Then "CAP-03" is found with severity "minor"

    Scenario: Thin, but one strong supporter
      Given the economic capital is judged thin
      And the economic capital does not stand up to a large city
      And "capitals.economic.theme_specific_supporter" is true
      When the project is reviewed
      Then "CAP-03" is not found

    Scenario: Where economic capital is present, nobody looks for one
      Given the economic capital is judged present
      And "capitals.economic.theme_specific_supporter" is false
      When the project is reviewed
      Then "CAP-03" is not found

    Scenario: Nobody has judged the economic capital
      Given "capitals.economic.theme_specific_supporter" is false
      When the project is reviewed
      Then "CAP-03" cannot be told yet

    Scenario: Nobody has looked for a supporter
      Given the economic capital is judged thin
      And the economic capital does not stand up to a large city
      When the project is reviewed
      Then "CAP-03" cannot be told yet
      And "capitals.economic.theme_specific_supporter" is asked

  @CAP-05
  Rule: The municipality wants innovation and supports it

    Scenario Outline: One of the two is missing (<fact>)
      Given "<fact>" is false
      When the project is reviewed
      Then "CAP-05" is found with severity "minor"

      Examples:
        | fact                           |
        | municipality.will_to_innovate  |
        | municipality.support_policies  |

    Scenario: The municipality wants it and supports it
      Given "municipality.will_to_innovate" is true
      And "municipality.support_policies" is true
      When the project is reviewed
      Then "CAP-05" is not found

    Scenario: Nobody has said which measures there are
      Given "municipality.will_to_innovate" is true
      When the project is reviewed
      Then "CAP-05" cannot be told yet
      And "municipality.support_policies" is asked

  @CAP-07
  Rule: Culture comes last, and makes things last

    Scenario: Culture has not formed yet
      Given the cultural capital is judged thin
      And the cultural capital does not stand up to a large city
      When the project is reviewed
      Then "CAP-07" is found with severity "info"
      And "ecosystem.lasting" is "not_yet"

    Scenario: Culture has formed
      Given the cultural capital is judged present
      When the project is reviewed
      Then "CAP-07" is not found
      And "ecosystem.lasting" is "possible"

    Scenario: Nobody has judged the culture
      Given a project about which nothing is known
      When the project is reviewed
      Then "CAP-07" cannot be told yet
      And "capitals.*.strength" is asked about "capitals/cultural"
      And "ecosystem.lasting" is undetermined

    Scenario: A city without that culture can still become a place for new business
      Given the exemplary project
      And the cultural capital is judged absent
      And what the cultural capital lacks is to grow in the area
      When the project is reviewed
      Then "CAP-07" is found
      And "ecosystem.potential" is "shown"
      And the verdict is "proceed"

  @CAP-09
  Rule: Capitals grow step by step and help each other grow

    Scenario: No plan
      Given "capitals.growth_plan" is false
      When the project is reviewed
      Then "CAP-09" is found with severity "minor"

    Scenario: A plan
      Given "capitals.growth_plan" is true
      When the project is reviewed
      Then "CAP-09" is not found

    Scenario: Nobody has said whether there is a plan
      Given a project about which nothing is known
      When the project is reviewed
      Then "CAP-09" cannot be told yet
      And "capitals.growth_plan" is asked

  @CAP-10
  Rule: New things come about where people meet

    Scenario Outline: One of the ties is weak (<tie>)
      Given "city.<tie>" is <state>
      When the project is reviewed
      Then "CAP-10" is found with severity "info"

      Examples:
        | tie         | state |
        | proximity   | low   |
        | density     | low   |
        | diversity   | low   |
        | connections | weak  |
        | communities | weak  |

    Scenario: All ties are strong
      Given "city.proximity" is high
      And "city.density" is high
      And "city.diversity" is high
      And "city.connections" is strong
      And "city.communities" is strong
      When the project is reviewed
      Then "CAP-10" is not found

    Scenario: Nobody has said how well people know each other
      Given a project about which nothing is known
      When the project is reviewed
      Then "CAP-10" cannot be told yet
      And "city.connections" is asked

  @CAP-05 @CAP-09 @CAP-10
  Rule: Before its time, it is what comes next

    Scenario Outline: <code> is what comes next, and no fault (<phase>)
      Given <phase>
      And "<fact>" is <value>
      When the project is reviewed
      Then "<code>" is upcoming with severity "<severity>"

      Examples:
        | code   | phase                        | fact                          | value | severity |
        | CAP-05 | the project is still an idea | municipality.will_to_innovate | false | minor    |
        | CAP-09 | the project is still an idea | capitals.growth_plan          | false | minor    |
        | CAP-10 | the project is still an idea | city.connections              | weak  | info     |

  @CAP-02 @CAP-03 @CAP-07 @CAP-08
  Rule: Before its time, what single capitals lack is what comes next

    Scenario: While the project is still an idea
      Given the project is still an idea
      And the project uses digital technology
      And "capitals.human.digital_engineers" is false
      And "capitals.human.digital_students" is false
      And the economic capital is judged thin
      And the economic capital does not stand up to a large city
      And "capitals.economic.theme_specific_supporter" is false
      And the cultural capital is judged thin
      And the cultural capital does not stand up to a large city
      And "capitals/human.declared_sufficient" is true
      When the project is reviewed
      Then "CAP-02" is upcoming with severity "minor"
      And "CAP-03" is upcoming with severity "minor"
      And "CAP-07" is upcoming with severity "info"
      And "CAP-08" is upcoming for "capitals/human" with severity "minor"
