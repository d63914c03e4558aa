Feature: The right partners take part, with people who want to carry the project
  欠かせない組織が参画し、それぞれに担い手がいる

  The second half of the first step: the company wins over the people on whom the city's strengths rest, tells each key
  player what is expected of it and what it gains, and finds in every organisation somebody who wants to do it.

  Nothing is known about the project except what a scenario states. Organisations may be missing from the list until
  the project says that the list is complete.

  最初の一歩の後半です。都市の強みを支える人たちに加わってもらい、
  キープレイヤーごとに、期待する役割と参画する意味を伝え、どの組織でも、自ら望んで取り組む人を見つけます。

  シナリオに書かれていない事実は、すべて未確認とします。
  一覧にすべて載っていると書かれるまでは、載っていない組織があるかもしれないものとして扱います。

  @ORG-12
  Rule: New value is created together with others
    新しい価値は、ほかの組織や市民と一緒につくる

    Scenario: The company works alone
      自社だけで進めている
      Given the company works alone
      When the project is reviewed
      Then "ORG-12" is found with severity "blocker"

    Scenario: A project that is sound in all else cannot go on alone
      ほかに問題のない事業も、自社だけでは先へ進めない
      Given the exemplary project
      And the company works alone
      When the project is reviewed
      Then the verdict is "hold"

    Scenario: The company works with others
      ほかの組織や市民と一緒に進めている
      Given the company works with others
      When the project is reviewed
      Then "ORG-12" is not found

    Scenario: Nobody has said whether the company works with others
      一緒に進める相手の有無が未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "ORG-12" cannot be told yet
      And "project.co_created" is asked

  @ORG-01
  Rule: People who stand for each capital of the city take part
    どの資本についても、かかわる組織が参画している

    Scenario: One capital has nobody
      かかわる組織のない資本がある
      Given the research institution "univ" takes part
      And "univ" belongs to the human capital
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-01" is found for "capitals/network" with severity "minor"
      And "ORG-01" is not found for "capitals/human"
      And "capitals/network.stakeholder_of_capital" is "no"
      And "capitals/human.stakeholder_of_capital" is "yes"

    Scenario: An organisation may stand for more than one capital
      一つの組織が、複数の資本にかかわってもよい
      Given the research institution "univ" takes part
      And "univ" belongs to the human capital
      And "univ" belongs to the economic capital
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-01" is not found for "capitals/human"
      And "ORG-01" is not found for "capitals/economic"

    Scenario: Somebody who does not take part does not count
      参画していない組織は数えない
      Given the research institution "univ" does not take part
      And "univ" belongs to the human capital
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-01" is found for "capitals/human"

    Scenario: Nobody at all takes part
      どの組織も参画していない
      Given "organisations" is []
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-01" is found for "capitals/cultural"

    Scenario: An open list may still lack somebody
      一覧が完全でなければ、載っていない組織があるかもしれない
      Given the research institution "univ" takes part
      And "univ" belongs to the human capital
      When the project is reviewed
      Then "ORG-01" cannot be told yet for "capitals/network"
      And "complete.organisations" is asked
      And "capitals/network.stakeholder_of_capital" is undetermined
      And "capitals/human.stakeholder_of_capital" is "yes"

    Scenario: Nobody knows what a partner stands for
      参画する組織の、かかわる資本が未確認
      Given the research institution "univ" takes part
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-01" cannot be told yet for "capitals/human"
      And "organisations[].capitals" is asked about "organisations/univ"

    Scenario: What somebody outside stands for does not matter
      参画していない組織の、かかわる資本は問わない
      Given the research institution "univ" does not take part
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-01" is found for "capitals/human"

    Scenario: Nobody knows whether the one who stands for it takes part
      資本にかかわる組織が、参画しているかどうかが未確認
      Given nobody knows whether the research institution "univ" takes part
      And "univ" belongs to the human capital
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-01" cannot be told yet for "capitals/human"
      And "organisations[].involved" is asked about "organisations/univ"

  @ORG-02
  Rule: The key players are on board early
    キープレイヤーが、早くから参画している

    Scenario Outline: A key player is missing (<kind>)
      キープレイヤーが参画していない（<kind>）
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
      キープレイヤーがすべて参画している
      Given the municipality "city" takes part
      And the local company "mill" takes part
      And the research institution "univ" takes part
      When the project is reviewed
      Then "ORG-02" is not found for "municipality"
      And "ORG-02" is not found for "local_company"
      And "ORG-02" is not found for "research_institution"
      And "municipality.key_player" is "present"

    Scenario: A university that carries the project is a research institution itself
      事業の主体が大学なら、それ自体を研究機関として数える
      Given the own company "univ" takes part
      And "company.local_role" is research_institution
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-02" is not found for "research_institution"
      And "ORG-02" is found for "local_company" with severity "major"
      And "ORG-02" is found for "municipality" with severity "blocker"

    Scenario: A university that carries the project is one whoever else is listed
      事業の主体が大学なら、組織の一覧がなくても研究機関がいる
      Given "company.local_role" is research_institution
      When the project is reviewed
      Then "research_institution.key_player" is "present"
      And "ORG-02" is not found for "research_institution"

    Scenario: A local firm that carries the project is a local company itself
      事業の主体が地元の企業なら、それ自体を現地企業として数える
      Given the own company "firm" takes part
      And "company.local_role" is local_company
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-02" is not found for "local_company"
      And "ORG-02" is found for "research_institution" with severity "major"

    Scenario: What the company is itself is asked where nobody of a kind is there
      参画のない種類があれば、自社がその種類に当たるかどうかを尋ねる
      Given the own company "firm" takes part
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-02" is found for "local_company" with severity "major"
      And "company.local_role" is asked

    Scenario: A company from elsewhere is no key player
      よそから来た会社は、キープレイヤーに数えない
      Given the own company "firm" takes part
      And "company.local_role" is none
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-02" is found for "local_company" with severity "major"
      And "ORG-02" is found for "research_institution" with severity "major"

    Scenario: A municipality that keeps out is a missing municipality
      参画しない自治体は、いないものとして扱う
      Given the municipality "city" does not take part
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-02" is found for "municipality" with severity "blocker"

    Scenario: Nobody is missing from an open list
      一覧が完全でなければ、キープレイヤーがいないとはいえない
      Given the local company "mill" takes part
      When the project is reviewed
      Then "ORG-02" cannot be told yet for "municipality"
      And "complete.organisations" is asked
      And "municipality.key_player" is undetermined

    Scenario: Nobody knows whether the municipality takes part
      キープレイヤーである自治体の参画が未確認
      Given nobody knows whether the municipality "city" takes part
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-02" cannot be told yet for "municipality"
      And "organisations[].involved" is asked about "organisations/city"

    Scenario: A partner of whom nobody knows the kind may be the municipality
      種類が未確認の組織は、自治体かもしれない
      Given the organisations:
        | id   | kind | involved |
        | city |      | true     |
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-02" cannot be told yet for "municipality"
      And "organisations[].kind" is asked about "organisations/city"

    Scenario: Nobody has said who is concerned
      関係する組織が未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "ORG-02" cannot be told yet for "municipality"
      And "organisations" is asked

  @ORG-03 @ORG-04 @ORG-05
  Rule: Every key player knows its role and its gain, and the plan says so
    キープレイヤーの役割と参画する意味が定まり、事業計画に書かれている

    Scenario Outline: A key player without <in words>
      キープレイヤーについて、次のことが整っていない（<in words>）
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
      キープレイヤーについて、次のことが整っている（<in words>）
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
      キープレイヤーについて、次のことが未確認（<in words>）
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
      求めるのは参画しているキープレイヤーだけで、ほかには求めない（<partner>）
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
      いなくても事業が成り立つ組織には、何も求めない
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
    事業に必要な組織は、参画する前から数える

    Scenario: It is needed and keeps out
      必要な組織が、まだ参画していない
      Given the local company "plant" does not take part
      And the project cannot do without "plant"
      When the project is reviewed
      Then "ORG-16" is found for "organisations/plant" with severity "major"

    Scenario: It is needed and has joined
      必要な組織が、参画している
      Given the local company "plant" takes part
      And the project cannot do without "plant"
      When the project is reviewed
      Then "ORG-16" is not found for "organisations/plant"

    Scenario: The project can do without it
      その組織がいなくても、事業は成り立つ
      Given the local company "plant" does not take part
      And the project can do without "plant"
      When the project is reviewed
      Then "ORG-16" is not found for "organisations/plant"

    Scenario: Nobody has said whether it is needed
      必要な組織かどうかが未確認
      Given the local company "plant" does not take part
      And in "plant" nobody has been found to carry the project
      When the project is reviewed
      Then "ORG-16" cannot be told yet for "organisations/plant"
      And "ORG-06" cannot be told yet for "organisations/plant"
      And "organisations[].needed" is asked about "organisations/plant"

    Scenario Outline: What is wanting in it is told as if it took part (<what>)
      必要な組織の足りない点は、参画しているものとして指摘する（<what>）
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
    どの組織にも担い手がいる

    Scenario: The city has found nobody
      自治体で、担い手が見つかっていない
      Given the municipality "city" takes part
      And in "city" nobody has been found to carry the project
      When the project is reviewed
      Then "ORG-06" is found for "organisations/city" with severity "blocker"
      And "ORG-07" is not found for "organisations/city"
      And "organisations/city.champion" is "no"

    Scenario: The city has found somebody
      自治体で、担い手が見つかっている
      Given the municipality "city" takes part
      And in "city" a person has been named to carry the project
      When the project is reviewed
      Then "ORG-06" is not found for "organisations/city"

    Scenario: Nobody knows whether the city has found somebody
      自治体の担い手が未確認
      Given the municipality "city" takes part
      When the project is reviewed
      Then "ORG-06" cannot be told yet for "organisations/city"
      And "organisations[].champion_identified" is asked about "organisations/city"

    Scenario Outline: How much it weighs (<kind>)
      担い手がいないときの重要度（<kind>）
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
      同じ種類の組織が複数あれば、一つに担い手がいなくても事業は止まらない
      Given the local company "mill" takes part
      And the local company "plant" takes part
      And in "mill" nobody has been found to carry the project
      When the project is reviewed
      Then "ORG-06" is found for "organisations/mill" with severity "major"

    Scenario: Several of a kind with nobody in any of them stop the project
      同じ種類の組織のどれにも担い手がいなければ、事業は止まる
      Given the local company "mill" takes part
      And the local company "plant" takes part
      And in "mill" nobody has been found to carry the project
      And in "plant" nobody has been found to carry the project
      When the project is reviewed
      Then "ORG-06" is found for "organisations/mill" with severity "blocker"
      And "ORG-06" is found for "organisations/plant" with severity "blocker"

    Scenario: Another of its kind that keeps out is no help
      同じ種類の組織がほかにあっても、参画していなければ助けにならない
      Given the local company "mill" takes part
      And the local company "plant" does not take part
      And in "mill" nobody has been found to carry the project
      When the project is reviewed
      Then "ORG-06" is found for "organisations/mill" with severity "blocker"

    Scenario: A second company of the group stops nothing where the first one has somebody
      自社の組織の一つに担い手がいれば、もう一つにいなくても事業は止まらない
      Given the own company "firm" takes part
      And the person named in "firm" has interest, enthusiasm and a will of their own
      And the own company "sister" takes part
      And in "sister" nobody has been found to carry the project
      When the project is reviewed
      Then "ORG-06" is found for "organisations/sister" with severity "major"

    Scenario: That somebody may be there elsewhere in the group is not enough
      自社の別の組織に担い手がいるかもしれない、というだけでは足りない
      Given the own company "firm" takes part
      And the own company "sister" takes part
      And in "firm" nobody has been found to carry the project
      When the project is reviewed
      Then "ORG-06" is found for "organisations/firm" with severity "blocker"

    Scenario Outline: Who is not the municipality is not weighed as the municipality (<kind>)
      自治体でない組織を、自治体と同じには扱わない（<kind>）
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
      種類が未確認の組織は、事業を止めない
      Given the organisations:
        | id   | kind | involved |
        | mill |      | true     |
      And in "mill" nobody has been found to carry the project
      When the project is reviewed
      Then "ORG-06" is found for "organisations/mill" with severity "major"
      And "organisations[].kind" is asked about "organisations/mill"

    Scenario: The company itself has nobody, and takes part without saying so
      自社には、参画が未確認でも担い手を求める
      Given nobody knows whether the own company "firm" takes part
      And in "firm" nobody has been found to carry the project
      When the project is reviewed
      Then "ORG-06" is found for "organisations/firm" with severity "blocker"

    Scenario: An organisation that keeps out needs nobody
      参画しない組織には、担い手を求めない
      Given the municipality "city" does not take part
      And the project can do without "city"
      And in "city" nobody has been found to carry the project
      When the project is reviewed
      Then "ORG-06" is not found for "organisations/city"

    Scenario: Nobody knows whether the city takes part
      自治体に担い手がおらず、参画しているかどうかも未確認
      Given nobody knows whether the municipality "city" takes part
      And in "city" nobody has been found to carry the project
      When the project is reviewed
      Then "ORG-06" cannot be told yet for "organisations/city"
      And "organisations[].involved" is asked about "organisations/city"

    Scenario: A company that keeps out of its own project needs nobody
      自社の事業であっても、自社が参画しなければ担い手を求めない
      Given the own company "firm" does not take part
      And the project can do without "firm"
      And in "firm" nobody has been found to carry the project
      When the project is reviewed
      Then "ORG-06" is not found for "organisations/firm"

  @ORG-07
  Rule: Whoever carries the project wants to
    担い手は、自ら望んで取り組む

    Scenario: A named but unwilling person
      担い手は決まっているが、自らの意思がない
      Given the municipality "city" takes part
      And the person named in "city" has interest, enthusiasm and a will of their own
      But the person named in "city" has no will of their own
      When the project is reviewed
      Then "ORG-07" is found for "organisations/city" with severity "blocker"
      And "ORG-06" is not found for "organisations/city"

    Scenario Outline: One trait that is missing is enough (no <trait>)
      三つのうち一つでも欠ければ足りない（欠けているのは<trait>）
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

    Scenario: Whoever carries a second company of the group unwillingly stops nothing where the first one has somebody
      自社の組織の一つに自ら望む担い手がいれば、もう一つの担い手に意思がなくても事業は止まらない
      Given the own company "firm" takes part
      And the person named in "firm" has interest, enthusiasm and a will of their own
      And the own company "sister" takes part
      And the person named in "sister" has interest, enthusiasm and a will of their own
      But the person named in "sister" has no will of their own
      When the project is reviewed
      Then "ORG-07" is found for "organisations/sister" with severity "major"

    Scenario: A person with all three traits
      興味・熱意・自らの意思がそろっている
      Given the municipality "city" takes part
      And the person named in "city" has interest, enthusiasm and a will of their own
      When the project is reviewed
      Then "ORG-07" is not found for "organisations/city"
      And "organisations/city.champion" is "yes"

    Scenario: A name alone is not enough
      名前が挙がっているだけでは足りない
      Given the municipality "city" takes part
      And in "city" a person has been named to carry the project
      When the project is reviewed
      Then "ORG-07" cannot be told yet for "organisations/city"
      And "organisations[].champion_willing" is asked about "organisations/city"
      And "organisations/city.champion" is undetermined

    Scenario: Without a person, nobody's traits are judged
      担い手がいなければ、熱意などは判断しない
      Given the municipality "city" takes part
      And in "city" nobody has been found to carry the project
      And the person named in "city" has no enthusiasm
      When the project is reviewed
      Then "ORG-06" is found for "organisations/city"
      And "ORG-07" is not found for "organisations/city"

    Scenario: Somebody outside may be unwilling
      参画していない組織では、熱意がなくてもよい
      Given the municipality "city" does not take part
      And the project can do without "city"
      And in "city" a person has been named to carry the project
      And the person named in "city" has no enthusiasm
      When the project is reviewed
      Then "ORG-07" is not found for "organisations/city"

    Scenario Outline: As long as one thing about the person is not known, nobody is said to want to (<unknown>)
      一つでも未確認なら、望んで取り組む人とはまだいえない（<unknown>）
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
    同じ種類の組織が複数あれば、意思のない担い手が一人いても事業は止まらない

    Scenario Outline: Of two local companies, one whose person has no will of their own (the other <other>)
      現地企業二社の一方の担い手に、自らの意思がない（もう一方：<other>）
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
    担い手に、役目を果たすための権限がある

    Scenario: A person without authority
      担い手に権限がない
      Given the municipality "city" takes part
      And in "city" a person has been named to carry the project
      And "organisations/city.champion_has_authority" is false
      When the project is reviewed
      Then "ORG-14" is found for "organisations/city" with severity "minor"

    Scenario: A person with authority
      担い手に権限がある
      Given the municipality "city" takes part
      And in "city" a person has been named to carry the project
      And "organisations/city.champion_has_authority" is true
      When the project is reviewed
      Then "ORG-14" is not found for "organisations/city"

    Scenario: It is asked once there is a person
      担い手が決まってから、権限を尋ねる
      Given the municipality "city" takes part
      And in "city" a person has been named to carry the project
      When the project is reviewed
      Then "ORG-14" cannot be told yet for "organisations/city"
      And "organisations[].champion_has_authority" is asked about "organisations/city"

    Scenario: It is not asked where there is nobody
      担い手がいなければ、権限は尋ねない
      Given the municipality "city" takes part
      And in "city" nobody has been found to carry the project
      When the project is reviewed
      Then "ORG-14" is not found for "organisations/city"
      And "organisations[].champion_has_authority" is not asked about "organisations/city"

  @ORG-15
  Rule: A willing person in the company and in every key player is told as a strength
    自社とすべてのキープレイヤーに望んで取り組む担い手がいれば、強みとして示す

    Scenario: Everybody on board has such a person
      参画するどの組織にも、そのような担い手がいる
      Given the own company "firm" takes part
      And the municipality "city" takes part
      And the financial institution "bank" takes part
      And the person named in "firm" has interest, enthusiasm and a will of their own
      And the person named in "city" has interest, enthusiasm and a will of their own
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-15" is found with severity "info"

    Scenario Outline: One is wanting (<who>)
      担い手の一人に熱意がない（<who>）
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
      キープレイヤーがいなければ、強みとはいえない
      Given the own company "firm" takes part
      And the person named in "firm" has interest, enthusiasm and a will of their own
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-15" is not found

    Scenario: Somebody may be missing from an open list
      一覧が完全でなければ、担い手のいない組織がほかにあるかもしれない
      Given the municipality "city" takes part
      And the person named in "city" has interest, enthusiasm and a will of their own
      When the project is reviewed
      Then "ORG-15" cannot be told yet
      And "complete.organisations" is asked

  @ORG-17
  Rule: Nobody overlooks who is against it
    反対している関係者を見落とさない

    Scenario: A party is against it
      反対している関係者がいる
      Given "parties.opposed" is ["Fishing cooperative"]
      When the project is reviewed
      Then "ORG-17" is found with severity "info"
      And "ORG-17" points to "parties.opposed"

    Scenario: Nobody is against it
      反対している関係者がいない
      Given "parties.opposed" is []
      When the project is reviewed
      Then "ORG-17" is not found

    Scenario: Nobody has asked
      反対している関係者の有無が未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "ORG-17" cannot be told yet
      And "parties.opposed" is not asked

  @ORG-18
  Rule: Somebody has to carry the project
    事業を担う企業が要る

    Scenario: A city looks for a company
      自治体が企業を探している
      Given the municipality "city" takes part
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-18" is found with severity "info"

    Scenario: While the city is chosen it counts already
      都市を選ぶ段階から数える
      Given the city is still being chosen
      And the municipality "city" takes part
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-18" is found with severity "info"

    Scenario: The company is listed
      担う企業が一覧にある
      Given the own company "firm" does not take part
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-18" is not found

    Scenario: It may be one whose kind nobody knows
      種類の分からない組織が、その企業かもしれない
      Given the organisations:
        | id    | involved |
        | party | true     |
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-18" is not found

    Scenario: An idea without a company is told what comes next
      企業のいない構想には、次に行うこととして示す
      Given the project is still an idea
      And the municipality "city" takes part
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-18" is upcoming with severity "info"

    Scenario: The company may stand outside an open list
      一覧が完全でなければ、企業がいないとはいえない
      Given the municipality "city" takes part
      When the project is reviewed
      Then "ORG-18" cannot be told yet

  @ORG-03 @ORG-04 @ORG-05 @ORG-06 @ORG-07 @ORG-08 @ORG-09 @ORG-10 @RSK-05
  Rule: Nothing is told of a party of which nobody knows whether it takes part or is needed
    参画も必要性も未確認の組織については、何も指摘しない

    Scenario Outline: <code> stays open, although something is known to be wanting
      足りない点が分かっていても、<code>は判断しない
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
      事業が行き詰まるおそれも指摘しない（<what>）
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
      担い手が決まるまでは、興味や熱意を判断しない
      Given the municipality "city" takes part
      And the person named in "city" has no interest
      When the project is reviewed
      Then "ORG-07" cannot be told yet for "organisations/city"

    Scenario: An unwilling person in a partner of whom nobody knows the kind does not stop the project
      種類が未確認の組織では、担い手に熱意がなくても事業は止まらない
      Given the organisations:
        | id   | involved | champion_identified | champion_enthusiasm |
        | mill | true     | true                | false               |
      When the project is reviewed
      Then "ORG-07" is found for "organisations/mill" with severity "major"
      And the verdict is "insufficient_information"

    Scenario: The city was approached and has not joined
      自治体に働きかけたが、まだ参画していない
      Given the municipality "city" does not take part
      And in "city" nobody has been found to carry the project
      And the list of organisations is complete
      When the project is reviewed
      Then "ORG-02" is found for "municipality" with severity "blocker"
      And "ORG-06" cannot be told yet for "organisations/city"
      And "organisations[].needed" is asked about "organisations/city"

    Scenario: A city that is needed and has not joined is told with all that it lacks
      必要な自治体が参画していなければ、足りない点もすべて指摘する
      Given the municipality "city" does not take part
      And the project cannot do without "city"
      And in "city" nobody has been found to carry the project
      When the project is reviewed
      Then "ORG-16" is found for "organisations/city" with severity "major"
      And "ORG-06" is found for "organisations/city" with severity "blocker"
      And "RSK-05" is found

  @ORG-01 @ORG-02 @ORG-03 @ORG-04 @ORG-05 @ORG-06 @ORG-07 @ORG-08 @ORG-09 @ORG-10 @ORG-11 @ORG-14 @ORG-16 @ORG-17 @RSK-05
  Rule: The team is due once the city is chosen
    体制は、都市が決まってから問う

    Scenario Outline: <code> is told as coming next while the city is being chosen
      <code>は、都市を選んでいる間は今後の指摘とする
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
      体制の全体にかかわる指摘も、同じように扱う
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
    共創は都市を選ぶ段階から、市民の参加は事業の開始後に求める

    Scenario Outline: The company works alone, and <phase>
      自社だけで進めている場合（<phase>）
      Given <phase>
      And the company works alone
      When the project is reviewed
      Then "ORG-12" is <reported>

      Examples:
        | phase                          | reported                         |
        | the project is still an idea   | upcoming with severity "blocker" |
        | the city is still being chosen | found with severity "blocker"    |

    Scenario Outline: Citizens are not involved, and <phase>
      市民が参加していない場合（<phase>）
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
    不確かなところのない事業に、通常と異なる進め方は要らない

    Scenario Outline: All that runs is <outlook>
      進行中の案件の成功の見通し：<outlook>
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

    Scenario Outline: Nobody has said whether the other idea runs, and its success is <outlook>
      もう一つの案件の進行状況が未確認（成功の見通し：<outlook>）
      Given the municipality "city" takes part
      And "organisations/city.superiors_persuaded" is false
      And the seeds:
        | id     | running | outlook   |
        | sensor | false   | unclear   |
        | tested | unknown | <outlook> |
      And the list of seeds is complete
      When the project is reviewed
      Then "portfolio.all_sure" is <sure>
      And "ORG-08" is found for "organisations/city"

      Examples:
        | outlook | sure         |
        | clear   | undetermined |
        | unclear | "no"         |

    Scenario: Nothing runs yet, and the superiors have not been won over
      まだ進行中の案件がなく、上司の了承も得ていない
      Given the project is being prepared
      And the municipality "city" takes part
      And "organisations/city.superiors_persuaded" is false
      And "organisations/city.units_coordinated" is false
      And "organisations/city.accepts_failure" is false
      And the idea "tested" is waiting
      And the success of the idea "tested" is in sight
      And the list of seeds is complete
      When the project is reviewed
      Then "portfolio.all_sure" is "no"
      And "ORG-08" is found for "organisations/city"
      And "ORG-09" is found for "organisations/city"
      And "ORG-10" is found for "organisations/city"

  @RSK-05
  Rule: A project may stall where nobody wants to carry it
    担い手のいない組織があると、事業が行き詰まるおそれがある

    Scenario: One organisation without such a person puts the project at risk
      担い手のいない組織が一つある
      Given the municipality "city" takes part
      And in "city" nobody has been found to carry the project
      And the research institution "univ" takes part
      And the person named in "univ" has interest, enthusiasm and a will of their own
      When the project is reviewed
      Then "stall" is "at_risk"

    Scenario: The company itself counts
      自社も例外ではない
      Given the own company "firm" takes part
      And in "firm" nobody has been found to carry the project
      When the project is reviewed
      Then "stall" is "at_risk"

    Scenario: Everybody known has such a person
      分かっている組織には、すべて担い手がいる
      Given the municipality "city" takes part
      And the person named in "city" has interest, enthusiasm and a will of their own
      When the project is reviewed
      Then "stall" is undetermined

    Scenario: An organisation that keeps out cannot stall the project
      参画しない組織が、事業を行き詰まらせることはない
      Given the municipality "city" does not take part
      And in "city" nobody has been found to carry the project
      When the project is reviewed
      Then "stall" is undetermined

  @ORG-08 @ORG-09
  Rule: Superiors and existing units go along
    上司と既存部門が、進め方を受け入れている

    Scenario Outline: The <in words> do not go along yet
      まだ受け入れていない（<in words>）
      Given the municipality "city" takes part
      And "organisations/city.<what>" is false
      When the project is reviewed
      Then "<code>" is found for "organisations/city" with severity "major"

      Examples:
        | code   | in words       | what                |
        | ORG-08 | superiors      | superiors_persuaded |
        | ORG-09 | existing units | units_coordinated   |

    Scenario Outline: The <in words> go along
      受け入れている（<in words>）
      Given the municipality "city" takes part
      And "organisations/city.<what>" is true
      When the project is reviewed
      Then "<code>" is not found for "organisations/city"

      Examples:
        | code   | in words       | what                |
        | ORG-08 | superiors      | superiors_persuaded |
        | ORG-09 | existing units | units_coordinated   |

    Scenario Outline: Nobody knows whether the <in words> go along
      受け入れているかどうかが未確認（<in words>）
      Given the municipality "city" takes part
      When the project is reviewed
      Then "<code>" cannot be told yet for "organisations/city"
      And "organisations[].<what>" is asked about "organisations/city"

      Examples:
        | code   | in words       | what                |
        | ORG-08 | superiors      | superiors_persuaded |
        | ORG-09 | existing units | units_coordinated   |

    Scenario: An organisation that keeps out has nothing to settle
      参画しない組織では、調整は要らない
      Given the municipality "city" does not take part
      And the project can do without "city"
      And "organisations/city.superiors_persuaded" is false
      And "organisations/city.units_coordinated" is false
      When the project is reviewed
      Then "ORG-08" is not found for "organisations/city"
      And "ORG-09" is not found for "organisations/city"

  @ORG-10
  Rule: Every organisation accepts open results, frequent trials and failures
    どの組織も、成果の不確かさ、頻繁な試行、失敗を許容する

    Scenario Outline: The city does not accept <in words>
      自治体が許容していない（<in words>）
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
      すべて許容されている
      Given the municipality "city" takes part
      And "organisations/city.accepts_uncertain_outcome" is true
      And "organisations/city.accepts_frequent_trials" is true
      And "organisations/city.accepts_failure" is true
      When the project is reviewed
      Then "ORG-10" is not found for "organisations/city"

    Scenario: Nobody knows whether failure is accepted
      失敗を許容するかどうかが未確認
      Given the municipality "city" takes part
      And "organisations/city.accepts_uncertain_outcome" is true
      And "organisations/city.accepts_frequent_trials" is true
      When the project is reviewed
      Then "ORG-10" cannot be told yet for "organisations/city"
      And "organisations[].accepts_failure" is asked about "organisations/city"

    Scenario: An organisation that keeps out need not accept anything
      参画しない組織には、許容を求めない
      Given the municipality "city" does not take part
      And the project can do without "city"
      And "organisations/city.accepts_failure" is false
      When the project is reviewed
      Then "ORG-10" is not found for "organisations/city"

  @ORG-11
  Rule: The parties can help each other
    関係者が互いに協力できる

    Scenario: Each party works for itself
      関係者がそれぞれ別々に動いている
      Given the parties have no arrangement for helping each other
      When the project is reviewed
      Then "ORG-11" is found with severity "major"

    Scenario: The parties have an arrangement
      互いに協力できる体制がある
      Given the parties have an arrangement for helping each other
      When the project is reviewed
      Then "ORG-11" is not found

    Scenario: Nobody has said whether there is an arrangement
      体制の有無が未確認
      Given a project about which nothing is known
      When the project is reviewed
      Then "ORG-11" cannot be told yet
      And "collaboration.structure_in_place" is asked

  @ORG-13
  Rule: Citizens take part where digital technology is used
    デジタルを活用する事業には、市民が参加する

    Scenario: A digital project without citizens
      デジタルを活用するが、市民が参加していない
      Given the project uses digital technology
      And citizens are not involved
      When the project is reviewed
      Then "ORG-13" is found with severity "major"

    Scenario: A digital project with citizens
      デジタルを活用し、市民が参加している
      Given the project uses digital technology
      And citizens are involved
      When the project is reviewed
      Then "ORG-13" is not found

    Scenario: A project without digital technology
      デジタルを活用しない事業には求めない
      Given the project does not use digital technology
      And citizens are not involved
      When the project is reviewed
      Then "ORG-13" is not found

    Scenario: Nobody knows whether the project is digital
      デジタルを活用するかどうかが未確認
      Given citizens are not involved
      When the project is reviewed
      Then "ORG-13" cannot be told yet
      And "project.uses_digital" is asked

    Scenario: Nobody knows whether citizens are involved
      市民の参加が未確認
      Given the project uses digital technology
      When the project is reviewed
      Then "ORG-13" cannot be told yet
      And "citizens.involved" is asked
