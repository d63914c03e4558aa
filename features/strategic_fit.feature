Feature: The project lies where the company's strategy and the city's vision overlap
  A company that brings its own idea into a city easily talks past that city. The remedy is an area that both the
  company's strategy and the city's plan point to, and of which company and municipality are both convinced.

  @FIT-01 @FIT-02
  Rule: All signs of product-out together stop the project, one sign alone is a suspicion

    Scenario: The company's idea has lost the city
      Given the exemplary project
      And the company brings in its own technology
      And the link to the local issue is forced
      And the municipality does not understand the project
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "FIT-01" is found with severity "blocker"
      And "FIT-02" is not found
      And "product_out" is "confirmed"
      And the verdict is "hold"

    Scenario Outline: One sign alone is a suspicion: <sign>
      Given the exemplary project
      And the company brings in its own concept
      And "<sign>" is <value>
      When the project is reviewed
      Then "FIT-02" is found with severity "major"
      And "FIT-01" is not found
      And "product_out" is "suspected"
      And the verdict is "revise"

      Examples:
        | sign                             | value  |
        | project.link_to_local_issue      | forced |
        | project.link_to_local_issue      | none   |
        | municipality.understands_project | false  |

    Scenario Outline: Whether the area is agreed is no sign of it: <fact>
      Given the exemplary project
      And the company brings in its own concept
      And "<fact>" is false
      When the project is reviewed
      Then "FIT-02" is not found
      And "FIT-01" is not found
      And "FIT-13" is not found

      Examples:
        | fact                           |
        | overlap.defined                |
        | overlap.agreed_by_municipality |
        | overlap.agreed_by_company      |

    Scenario: The company's technology, a genuine link, and an area that is still to be found
      Given a project about which nothing is known
      And the company brings in its own technology
      And the link to the local issue is genuine
      And the municipality understands the project
      And citizens' lives gain from the project
      And no common area is defined
      When the project is reviewed
      Then "FIT-02" is not found
      And "product_out" is undetermined
      And "FIT-06" is found

    Scenario: The company's technology, and nothing more is known: the area is asked about, nothing is told
      Given a project about which nothing is known
      And the company brings in its own technology
      When the project is reviewed
      Then "FIT-02" cannot be told yet
      And "FIT-01" cannot be told yet
      And "overlap.defined" is asked

    Scenario: A project without any benefit for the city is a suspicion too
      Given the exemplary project
      And the company brings in its own technology
      And there is no link to a local issue
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "FIT-02" is found with severity "major"
      And "FIT-01" is not found

    Scenario: No link at all is not milder than a forced one
      Given the exemplary project
      And the company brings in its own technology
      And there is no link to a local issue
      And the municipality does not understand the project
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "product_out" is "confirmed"
      And "FIT-01" is found with severity "blocker"

    Scenario: A genuine link holds it back, whatever else speaks for it
      Given a project about which nothing is known
      And the company brings in its own technology
      And the link to the local issue is genuine
      And the municipality does not understand the project
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "product_out" is "suspected"
      And "FIT-01" is not found
      And "FIT-02" is found

    Scenario: An unknown link to the local issue does not hold back the warning
      Given a project about which nothing is known
      And the company brings in its own technology
      And the municipality does not understand the project
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "FIT-01" is found with severity "blocker"
      And "project.link_to_local_issue" is asked

    Scenario: A suspicion is told while the rest is still unknown
      Given a project about which nothing is known
      And the company brings in its own technology
      And the municipality does not understand the project
      When the project is reviewed
      Then "FIT-02" is found
      And "FIT-01" cannot be told yet
      And "project.benefit_citizen_life" is asked
      And "project.benefit_city_productivity" is asked

    Scenario: A forced link of a project that the company did not start is told as just that
      Given the exemplary project
      And the project started from the city's plan
      And the link to the local issue is forced
      When the project is reviewed
      Then "FIT-02" is not found
      And "FIT-01" is not found
      And "FIT-12" is found with severity "major"
      And "product_out" is "cleared"

    @FIT-10 @FIT-11 @FIT-12
    Scenario: What product-out already says is not told again
      Given the exemplary project
      And the company brings in its own technology
      And the link to the local issue is forced
      And the municipality does not understand the project
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "FIT-01" is found
      And "FIT-10" is not found
      And "FIT-11" is not found
      And "FIT-12" is not found

    Scenario: A project that started from the city's plan is not product-out
      Given the exemplary project
      And the project started from the city's plan
      And the municipality does not understand the project
      When the project is reviewed
      Then "product_out" is "cleared"
      And "FIT-01" is not found
      And "FIT-02" is not found

    Scenario: Nobody has said where the project started from
      Given a project about which nothing is known
      When the project is reviewed
      Then "product_out" is undetermined
      And "FIT-01" cannot be told yet
      And "FIT-02" cannot be told yet
      And "project.origin" is asked

    Scenario Outline: It does not matter which of its ideas the company brings (<idea>)
      Given a project about which nothing is known
      And "project.origin" is <idea>
      And the link to the local issue is forced
      And the municipality does not understand the project
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "FIT-01" is found
      And "product_out" is "confirmed"

      Examples:
        | idea               |
        | company_technology |
        | company_concept    |
        | partner_technology |

    Scenario Outline: All signs but one (<sign> is <value>)
      Given a project about which nothing is known
      And the company brings in its own technology
      And the link to the local issue is forced
      And the municipality does not understand the project
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      And "<sign>" is <value>
      When the project is reviewed
      Then "FIT-01" is not found
      And "FIT-02" is found
      And "product_out" is "suspected"

      Examples:
        | sign                              | value |
        | municipality.understands_project  | true  |
        | project.benefit_citizen_life      | true  |
        | project.benefit_city_productivity | true  |

    Scenario Outline: Where the project came from the city, it is no product-out (<origin>)
      Given a project about which nothing is known
      And "project.origin" is <origin>
      And the link to the local issue is genuine
      When the project is reviewed
      Then "product_out" is "cleared"
      And "FIT-13" is not found

      Examples:
        | origin      |
        | local_issue |
        | city_plan   |
        | joint       |

    Scenario: Nobody has said where the project started, and all signs are there
      Given a project about which nothing is known
      And the link to the local issue is forced
      And the municipality does not understand the project
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "product_out" is undetermined
      And "FIT-01" cannot be told yet
      And "project.origin" is asked

  @FIT-13
  Rule: A company's own technology is welcome in an area that both sides have agreed

    Scenario: The company's technology fits the city's plan
      Given the exemplary project
      And the company brings in its own technology
      And company and municipality agree on a common area
      And the link to the local issue is genuine
      When the project is reviewed
      Then "FIT-13" is found with severity "info"
      And "product_out" is "cleared"
      And "FIT-02" is not found

    Scenario Outline: One benefit is enough: <benefit>
      Given a project about which nothing is known
      And the company brings in its own technology
      And company and municipality agree on a common area
      And the municipality understands the project
      And the link to the local issue is genuine
      And "<benefit>" is true
      And "<other benefit>" is false
      When the project is reviewed
      Then "product_out" is "cleared"
      And "FIT-13" is found

      Examples:
        | benefit                           | other benefit                     |
        | project.benefit_citizen_life      | project.benefit_city_productivity |
        | project.benefit_city_productivity | project.benefit_citizen_life      |

    Scenario: A project that started from the city's plan is not praised for it
      Given the exemplary project
      And the project started from the city's plan
      When the project is reviewed
      Then "FIT-13" is not found

    Scenario Outline: One open point keeps the company's technology from being cleared: <open point>
      Given the exemplary project
      And the company brings in its own technology
      And "<open point>" is unknown
      When the project is reviewed
      Then "product_out" is undetermined
      And "FIT-13" cannot be told yet
      And "<open point>" is asked

      Examples:
        | open point                       |
        | overlap.agreed_by_company        |
        | overlap.agreed_by_municipality   |
        | municipality.understands_project |
        | project.link_to_local_issue      |

    Scenario: The company's concept fits the city's plan as well
      Given the exemplary project
      And the company brings in its own concept
      When the project is reviewed
      Then "FIT-13" is found
      And "product_out" is "cleared"

    Scenario: A company's idea in an agreed common area, but nobody knows who gains
      Given the exemplary project
      And the company brings in its own technology
      And "project.benefit_citizen_life" is unknown
      And "project.benefit_city_productivity" is unknown
      When the project is reviewed
      Then "product_out" is undetermined
      And "FIT-13" cannot be told yet

    Scenario: A partner's technology fits the city's plan as well
      Given the exemplary project
      And a partner brings in its technology
      When the project is reviewed
      Then "FIT-13" is found
      And "product_out" is "cleared"

    Scenario: Where everything fits, it does not matter where the project started
      Given the exemplary project
      And "project.origin" is unknown
      When the project is reviewed
      Then "product_out" is "cleared"
      And "FIT-13" cannot be told yet

    Scenario Outline: A link that is not genuine is not cleared by an agreed area (<link>)
      Given the exemplary project
      And the company brings in its own technology
      And "project.link_to_local_issue" is <link>
      When the project is reviewed
      Then "FIT-13" is not found
      And "FIT-02" is found

      Examples:
        | link   |
        | forced |
        | none   |

  @FIT-15
  Rule: Whoever it was that started it, a project that nobody follows and nobody gains from is no better

    Scenario Outline: It started from the city's side, and works out like product-out (<origin>)
      Given the exemplary project
      And "project.origin" is <origin>
      And the municipality does not understand the project
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "FIT-15" is found with severity "major"
      And "FIT-10" is not found
      And "FIT-11" is not found
      And "FIT-01" is not found
      And "product_out" is "cleared"

      Examples:
        | origin      |
        | local_issue |
        | city_plan   |
        | joint       |

    Scenario Outline: One sign is missing: <sign>
      Given the exemplary project
      And "project.origin" is joint
      And the municipality does not understand the project
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      And "<sign>" is true
      When the project is reviewed
      Then "FIT-15" is not found

      Examples:
        | sign                              |
        | municipality.understands_project  |
        | project.benefit_citizen_life      |
        | project.benefit_city_productivity |

    Scenario: Nobody has said whether citizens gain from the joint project
      Given the exemplary project
      And "project.origin" is joint
      And the municipality does not understand the project
      And "project.benefit_citizen_life" is unknown
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "FIT-15" cannot be told yet
      And "project.benefit_citizen_life" is asked

  @FIT-03
  Rule: The company's strategy comes first

    Scenario: There is no value-creation strategy
      Given the exemplary project
      And "strategy.defined" is false
      When the project is reviewed
      Then "FIT-03" is found with severity "major"

    Scenario: There is a value-creation strategy
      Given the exemplary project
      When the project is reviewed
      Then "FIT-03" is not found

    Scenario: Nobody has said whether there is a strategy
      Given the exemplary project
      And "strategy.defined" is unknown
      When the project is reviewed
      Then "FIT-03" cannot be told yet
      And "strategy.defined" is asked

  @FIT-04
  Rule: A strategy names its value area, its resources and how people work together

    Scenario Outline: One part of the strategy is missing: <part>
      Given the exemplary project
      And "<part>" is false
      When the project is reviewed
      Then "FIT-04" is found with severity "minor"

      Examples:
        | part                          |
        | strategy.value_area           |
        | strategy.resource_policy      |
        | strategy.collaboration_policy |

    Scenario: All parts are there
      Given the exemplary project
      When the project is reviewed
      Then "FIT-04" is not found

    Scenario: Without a strategy nobody asks for its parts
      Given a project about which nothing is known
      And "strategy.defined" is false
      When the project is reviewed
      Then "FIT-04" is not found
      And "FIT-03" is found

    Scenario: Nobody has said whether there is a strategy that could lack a part
      Given the exemplary project
      And "strategy.defined" is unknown
      And "strategy.value_area" is false
      When the project is reviewed
      Then "FIT-04" cannot be told yet

    Scenario: One part has not been spoken about
      Given the exemplary project
      And "strategy.resource_policy" is unknown
      When the project is reviewed
      Then "FIT-04" cannot be told yet
      And "strategy.resource_policy" is asked

  @FIT-05
  Rule: The city's own plan is read

    Scenario: Nobody has opened the city's plan
      Given the exemplary project
      And "city_plan.consulted" is false
      When the project is reviewed
      Then "FIT-05" is found with severity "major"

    Scenario: The plan was read, but no vision was found in it
      Given the exemplary project
      And "city_plan.vision_identified" is false
      When the project is reviewed
      Then "FIT-05" is found

    Scenario: The plan says nothing on the subject, but another policy of the city covers it
      Given the exemplary project
      And "city_plan.vision_identified" is false
      And "city_plan.issue_policy_covers" is true
      When the project is reviewed
      Then "FIT-05" is not found
      And "overlap.agreed" is "yes"

    Scenario: On a plan that says nothing on the subject, no area can be agreed
      Given the exemplary project
      And "city_plan.vision_identified" is false
      And "city_plan.issue_policy_covers" is false
      When the project is reviewed
      Then "FIT-05" is found with severity "major"
      And "overlap.agreed" is undetermined
      And "FIT-16" is not found

    Scenario: Nobody has said whether another policy covers what the plan leaves out
      Given the exemplary project
      And "city_plan.vision_identified" is false
      And "city_plan.issue_policy_covers" is unknown
      When the project is reviewed
      Then "FIT-05" is found with severity "major"
      And "overlap.agreed" is undetermined
      And "city_plan.issue_policy_covers" is asked

    Scenario: A plan whose content nobody has told keeps no agreement from counting
      Given the exemplary project
      And "city_plan.vision_identified" is unknown
      When the project is reviewed
      Then "overlap.agreed" is "yes"

    Scenario: The plan was read and its vision is named
      Given the exemplary project
      When the project is reviewed
      Then "FIT-05" is not found

    Scenario: Nobody has said whether the plan names a vision
      Given the exemplary project
      And "city_plan.vision_identified" is unknown
      When the project is reviewed
      Then "FIT-05" cannot be told yet
      And "city_plan.vision_identified" is asked

  @FIT-06
  Rule: Without a common area the project waits

    Scenario: The common area is not defined
      Given the exemplary project
      And "overlap.defined" is false
      When the project is reviewed
      Then "FIT-06" is found with severity "blocker"
      And the verdict is "hold"

    Scenario: The common area is defined and agreed
      Given the exemplary project
      When the project is reviewed
      Then "FIT-06" is not found
      And the verdict is "proceed"

    Scenario: Nobody has said whether there is a common area
      Given the exemplary project
      And "overlap.defined" is unknown
      When the project is reviewed
      Then "FIT-06" cannot be told yet
      And "overlap.defined" is asked
      And the verdict is "insufficient_information"

  @FIT-07 @FIT-08
  Rule: A common area has to convince both sides

    Scenario: The area is defined, but the municipality is not convinced
      Given the exemplary project
      And a common area is defined, but the municipality is not convinced of it
      When the project is reviewed
      Then "FIT-07" is found with severity "major"
      And "FIT-08" is not found
      And "FIT-06" is not found
      And the verdict is "revise"

    Scenario: The area is defined, but the company is not convinced
      Given the exemplary project
      And a common area is defined, but the company is not convinced of it
      When the project is reviewed
      Then "FIT-08" is found with severity "major"
      And "FIT-07" is not found
      And "FIT-06" is not found
      And the verdict is "revise"

    Scenario: Both sides are convinced
      Given the exemplary project
      When the project is reviewed
      Then "FIT-07" is not found
      And "FIT-08" is not found

    Scenario: The silence of the municipality is neither a yes nor a no
      Given the exemplary project
      And "overlap.agreed_by_municipality" is unknown
      When the project is reviewed
      Then "FIT-07" cannot be told yet
      And "overlap.agreed_by_municipality" is asked
      And the verdict may still be anything from "revise" to "proceed"

    Scenario: The silence of the company leads to a question
      Given the exemplary project
      And "overlap.agreed_by_company" is unknown
      When the project is reviewed
      Then "FIT-08" cannot be told yet
      And "overlap.agreed_by_company" is asked

    Scenario Outline: Whether an area is defined does not change that one side is not convinced (<side>)
      Given a project about which nothing is known
      And "overlap.agreed_by_<side>" is false
      When the project is reviewed
      Then "<code>" is found with severity "major"
      And "FIT-06" cannot be told yet
      And "overlap.defined" is asked

      Examples:
        | side         | code   |
        | municipality | FIT-07 |
        | company      | FIT-08 |

    Scenario: Where no area is defined, nobody is said to disagree with it
      Given a project about which nothing is known
      And "overlap.defined" is false
      When the project is reviewed
      Then "FIT-07" is not found
      And "FIT-08" is not found
      And "FIT-06" is found

  @FIT-07 @FIT-08
  Rule: An area is agreed when it is defined and both sides have said yes

    Scenario Outline: Defined <defined>, company <company>, municipality <municipality>
      Given a project about which nothing is known
      And "overlap.defined" is <defined>
      And "overlap.agreed_by_company" is <company>
      And "overlap.agreed_by_municipality" is <municipality>
      When the project is reviewed
      Then "overlap.agreed" is "<agreed>"

      Examples:
        | defined | company | municipality | agreed |
        | true    | true    | true         | yes    |
        | false   | unknown | unknown      | no     |
        | true    | false   | unknown      | no     |
        | true    | unknown | false        | no     |
        | unknown | unknown | false        | no     |

    Scenario Outline: Open while a yes is missing: defined <defined>, company <company>, municipality <municipality>
      Given a project about which nothing is known
      And "overlap.defined" is <defined>
      And "overlap.agreed_by_company" is <company>
      And "overlap.agreed_by_municipality" is <municipality>
      When the project is reviewed
      Then "overlap.agreed" is undetermined

      Examples:
        | defined | company | municipality |
        | true    | true    | unknown      |
        | true    | unknown | true         |
        | unknown | true    | true         |
        | unknown | unknown | unknown      |

  @FIT-09
  Rule: The partners can see the common area

    Scenario Outline: The partners cannot steer by the area: <missing>
      Given the exemplary project
      And "<missing>" is false
      When the project is reviewed
      Then "FIT-09" is found with severity "minor"

      Examples:
        | missing                      |
        | overlap.visualised           |
        | overlap.shared_with_partners |

    Scenario: The area is drawn and shared
      Given the exemplary project
      When the project is reviewed
      Then "FIT-09" is not found

    Scenario: Nobody has said whether the area was shared
      Given the exemplary project
      And "overlap.shared_with_partners" is unknown
      When the project is reviewed
      Then "FIT-09" cannot be told yet
      And "overlap.shared_with_partners" is asked

    Scenario: An area that is not defined cannot be shown
      Given a project about which nothing is known
      And "overlap.defined" is false
      And "overlap.visualised" is false
      When the project is reviewed
      Then "FIT-09" is not found
      And "FIT-06" is found

    Scenario: Nobody has said whether there is an area to be shown
      Given the exemplary project
      And "overlap.defined" is unknown
      And "overlap.visualised" is false
      When the project is reviewed
      Then "FIT-09" cannot be told yet

  @FIT-16
  Rule: An area that both agreed and that partners can see is a strength

    Scenario: Agreed, drawn and shared
      Given the exemplary project
      When the project is reviewed
      Then "FIT-16" is found with severity "info"

    Scenario Outline: From form alone nothing is praised: <fact>
      Given the exemplary project
      And "<fact>" is false
      When the project is reviewed
      Then "FIT-16" is not found

      Examples:
        | fact                           |
        | overlap.defined                |
        | overlap.agreed_by_company      |
        | overlap.agreed_by_municipality |
        | overlap.visualised             |
        | overlap.shared_with_partners   |

    Scenario Outline: One open point is asked about before anything is praised: <fact>
      Given the exemplary project
      And "<fact>" is unknown
      When the project is reviewed
      Then "FIT-16" cannot be told yet
      And "<fact>" is asked

      Examples:
        | fact                           |
        | overlap.defined                |
        | overlap.agreed_by_company      |
        | overlap.agreed_by_municipality |
        | overlap.visualised             |
        | overlap.shared_with_partners   |

  @FIT-10
  Rule: The municipality understands the project

    Scenario: The municipality was left behind
      Given the exemplary project
      And the municipality does not understand the project
      When the project is reviewed
      Then "FIT-10" is found with severity "major"

    Scenario: The municipality can follow
      Given the exemplary project
      And the municipality understands the project
      When the project is reviewed
      Then "FIT-10" is not found

    Scenario: Nobody has asked the municipality
      Given the exemplary project
      And "municipality.understands_project" is unknown
      When the project is reviewed
      Then "FIT-10" cannot be told yet
      And "municipality.understands_project" is asked

  @FIT-11
  Rule: Citizens or the city gain something

    Scenario: Nobody gains
      Given the exemplary project
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "FIT-11" is found with severity "major"

    Scenario: One benefit is enough, even while the other is unknown
      Given a project about which nothing is known
      And citizens' lives gain from the project
      When the project is reviewed
      Then "FIT-11" is not found

    Scenario: One missing benefit proves nothing yet
      Given a project about which nothing is known
      And citizens' lives do not gain from the project
      When the project is reviewed
      Then "FIT-11" cannot be told yet
      And "project.benefit_city_productivity" is asked

    Scenario: Nor does the other one
      Given a project about which nothing is known
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "FIT-11" cannot be told yet
      And "project.benefit_citizen_life" is asked

  @FIT-12
  Rule: The link to the local issue is real

    Scenario: The link is far-fetched
      Given the exemplary project
      And the link to the local issue is forced
      When the project is reviewed
      Then "FIT-12" is found with severity "major"

    Scenario: The link is genuine
      Given the exemplary project
      And the link to the local issue is genuine
      When the project is reviewed
      Then "FIT-12" is not found

    Scenario: A project that claims no link forces none
      Given the exemplary project
      And there is no link to a local issue
      When the project is reviewed
      Then "FIT-12" is not found

    Scenario: Nobody has looked into the link
      Given the exemplary project
      And "project.link_to_local_issue" is unknown
      When the project is reviewed
      Then "FIT-12" cannot be told yet
      And "project.link_to_local_issue" is asked

  @FIT-17
  Rule: A project without any link to a local issue is told so

    Scenario Outline: Where the project started does not matter (<origin>)
      Given the exemplary project
      And "project.origin" is <origin>
      And there is no link to a local issue
      When the project is reviewed
      Then "FIT-17" is found with severity "major"
      And "FIT-12" is not found

      Examples:
        | origin             |
        | company_technology |
        | joint              |

    Scenario: There is a link
      Given the exemplary project
      When the project is reviewed
      Then "FIT-17" is not found

    Scenario: Product-out says it already
      Given a project about which nothing is known
      And the company brings in its own technology
      And there is no link to a local issue
      And the municipality does not understand the project
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "FIT-01" is found
      And "FIT-17" is not found

    Scenario: Nobody has said whether there is a link to a local issue
      Given a project about which nothing is known
      When the project is reviewed
      Then "FIT-17" cannot be told yet
      And "project.link_to_local_issue" is asked

  @FIT-14
  Rule: The value is described from the customer's side

    Scenario: The plan describes the product
      Given the exemplary project
      And "company.customer_value_defined" is false
      When the project is reviewed
      Then "FIT-14" is found with severity "minor"

    Scenario: The plan describes what the customer gains
      Given the exemplary project
      When the project is reviewed
      Then "FIT-14" is not found

    Scenario: Nobody has said from whose side the value is described
      Given the exemplary project
      And "company.customer_value_defined" is unknown
      When the project is reviewed
      Then "FIT-14" cannot be told yet
      And "company.customer_value_defined" is asked

  @FIT-01 @FIT-02 @FIT-12 @FIT-15 @FIT-17
  Rule: While there is only an idea, product-out is what comes next, and no fault

    Scenario Outline: The company's idea has no city yet (<phase>)
      Given a project about which nothing is known
      And <phase>
      And the company brings in its own technology
      And the link to the local issue is forced
      And the municipality does not understand the project
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "FIT-01" is <told> with severity "blocker"

      Examples:
        | phase                          | told     |
        | the project is still an idea   | upcoming |
        | the city is still being chosen | found    |

    Scenario: An idea whose link to a local issue is forced
      Given the exemplary project
      And the project is still an idea
      And the link to the local issue is forced
      When the project is reviewed
      Then "FIT-12" is upcoming with severity "major"
      And "FIT-02" is upcoming with severity "major"

    Scenario: An idea that is tied to no local issue
      Given the exemplary project
      And the project is still an idea
      And "project.origin" is joint
      And there is no link to a local issue
      When the project is reviewed
      Then "FIT-17" is upcoming with severity "major"

    Scenario: A joint idea that works out like product-out
      Given the exemplary project
      And the project is still an idea
      And "project.origin" is joint
      And the municipality does not understand the project
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "FIT-15" is upcoming with severity "major"

  @FIT-05 @FIT-06 @FIT-07 @FIT-08 @FIT-09 @FIT-10 @FIT-11
  Rule: The common area is looked for once the city is chosen

    Scenario Outline: Before the preparation it is what comes next: <fact> (<phase>)
      Given the exemplary project
      And "project.origin" is local_issue
      And <phase>
      And "<fact>" is false
      When the project is reviewed
      Then "<code>" is upcoming with severity "<severity>"
      And the verdict is "proceed"

      Examples:
        | fact                             | code   | severity | phase                          |
        | city_plan.consulted              | FIT-05 | major    | the project is still an idea   |
        | overlap.defined                  | FIT-06 | blocker  | the city is still being chosen |
        | overlap.agreed_by_municipality   | FIT-07 | major    | the city is still being chosen |
        | overlap.agreed_by_company        | FIT-08 | major    | the city is still being chosen |
        | overlap.visualised               | FIT-09 | minor    | the city is still being chosen |
        | municipality.understands_project | FIT-10 | major    | the city is still being chosen |

    Scenario: A project without benefit for the city, before the city is chosen
      Given the exemplary project
      And "project.origin" is local_issue
      And the city is still being chosen
      And citizens' lives do not gain from the project
      And the city's productivity does not gain from the project
      When the project is reviewed
      Then "FIT-11" is upcoming with severity "major"

    Scenario Outline: The strategy comes first, in every phase (<phase>)
      Given the exemplary project
      And <phase>
      And "strategy.defined" is false
      When the project is reviewed
      Then "FIT-03" is found with severity "major"

      Examples:
        | phase                          |
        | the project is still an idea   |
        | the city is still being chosen |
        | the project is being prepared  |
