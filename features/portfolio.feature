Feature: Several ideas run side by side
  Innovation is managed by starting many ideas that could become large and whose success nobody can foresee, and by
  letting most of them go. The article pictures it with 20 ideas and one success in 20: a picture, never a target.

  Nothing is known about the project except what a scenario states. Ideas may be missing from the list until the project
  says that the list is complete.

  @POR-01 @POR-02 @POR-03
  Rule: One idea is not enough, least of all a sure one

    Scenario: Nothing is running
      Given the idea "sensor" is waiting
      And the list of seeds is complete
      When the project is reviewed
      Then "POR-01" is found with severity "major"
      And "portfolio.shape" is "none"

    Scenario: There is no idea at all
      Given "portfolio.seeds" is []
      And the list of seeds is complete
      When the project is reviewed
      Then "POR-01" is found
      And "portfolio.shape" is "none"

    Scenario: One idea is running, and nobody can foresee how it ends
      Given the idea "sensor" is running
      And the success of the idea "sensor" is not in sight
      And the list of seeds is complete
      When the project is reviewed
      Then "POR-01" is found with severity "major"
      And "POR-02" is not found
      And "POR-03" is not found for "portfolio.seeds/sensor"
      And "portfolio.shape" is "single"
      And "portfolio.seeds/sensor.sure" is "no"

    Scenario: The whole effort is one sure thing
      Given the idea "sensor" is running
      And the success of the idea "sensor" is in sight
      And the list of seeds is complete
      When the project is reviewed
      Then "POR-02" is found with severity "major"
      And "POR-01" is not found
      And "POR-03" is not found for "portfolio.seeds/sensor"
      And "portfolio.shape" is "single_sure_thing"
      And "portfolio.seeds/sensor.sure" is "yes"

    Scenario: A sure idea that waits does not make the running one sure
      Given the idea "sensor" is running
      And the success of the idea "sensor" is not in sight
      And the idea "record" is waiting
      And the success of the idea "record" is in sight
      And the list of seeds is complete
      When the project is reviewed
      Then "portfolio.shape" is "single"
      And "POR-01" is found

    Scenario: An idea that waits does not make a sure thing a portfolio
      Given the idea "sensor" is running
      And the success of the idea "sensor" is in sight
      And the idea "record" is waiting
      And the list of seeds is complete
      When the project is reviewed
      Then "portfolio.shape" is "single_sure_thing"

    Scenario: Two ideas are several
      Given the idea "sensor" is running
      And the idea "record" is running
      When the project is reviewed
      Then "POR-01" is not found
      And "POR-02" is not found
      And "portfolio.shape" is "several"

    Scenario: One sure idea among several
      Given the idea "sensor" is running
      And the success of the idea "sensor" is in sight
      And the idea "record" is running
      And the success of the idea "record" is not in sight
      When the project is reviewed
      Then "POR-03" is found for "portfolio.seeds/sensor" with severity "minor"
      And "POR-03" is not found for "portfolio.seeds/record"

    Scenario: Nobody is told that ideas are missing from a list that is open
      Given the idea "sensor" is running
      When the project is reviewed
      Then "POR-01" cannot be told yet
      And "POR-02" cannot be told yet
      And "complete.portfolio.seeds" is asked
      And "portfolio.shape" is undetermined

    Scenario: Nobody knows whether the second idea is running
      Given the idea "sensor" is running
      And nobody knows whether the idea "record" is running
      And the list of seeds is complete
      When the project is reviewed
      Then "POR-01" cannot be told yet
      And "portfolio.seeds[].running" is asked about "portfolio.seeds/record"

    Scenario: There is only one idea, and nobody knows whether it is running
      Given nobody knows whether the idea "sensor" is running
      And the list of seeds is complete
      When the project is reviewed
      Then "POR-01" is found with severity "major"
      And "POR-02" cannot be told yet
      And "portfolio.shape" is undetermined

    Scenario: Nobody has named an idea
      Given a project about which nothing is known
      When the project is reviewed
      Then "POR-01" cannot be told yet
      And "POR-02" cannot be told yet
      And "POR-03" cannot be told yet
      And "portfolio.seeds" is asked

    Scenario: A house may call only three ideas several
      Given the parameter "min_running_seeds" is 3
      And the idea "sensor" is running
      And the idea "record" is running
      And the list of seeds is complete
      When the project is reviewed
      Then "portfolio.shape" is "few"
      And "POR-01" is found with severity "major"
      And "POR-02" is not found

  @POR-03
  Rule: When success is in sight, others probably do it already

    Scenario Outline: Nobody has given an outlook, only a high chance (<chance>)
      Given the seeds:
        | id     | running | success_probability |
        | sensor | true    | <chance>            |
      When the project is reviewed
      Then "POR-03" is found for "portfolio.seeds/sensor"
      And "portfolio.seeds/sensor.sure" is "yes"

      Examples:
        | chance |
        | 0.5    |
        | 0.9    |

    Scenario Outline: A low chance is nothing sure, but its outlook may still be clear (<chance>)
      Given the seeds:
        | id     | running | success_probability |
        | sensor | true    | <chance>            |
      When the project is reviewed
      Then "portfolio.seeds/sensor.sure" is "no"
      And "POR-03" cannot be told yet for "portfolio.seeds/sensor"
      And "portfolio.seeds[].outlook" is asked about "portfolio.seeds/sensor"

      Examples:
        | chance |
        | 0.05   |
        | 0.49   |

    Scenario: A house may call an idea sure only at a higher chance
      Given the parameter "sure_thing_probability" is 0.8
      And the seeds:
        | id     | running | success_probability |
        | sensor | true    | 0.6                 |
      When the project is reviewed
      Then "portfolio.seeds/sensor.sure" is "no"

    Scenario: What people say about the outlook weighs more than a number
      Given the seeds:
        | id     | running | outlook | success_probability |
        | sensor | true    | unclear | 0.6                 |
      When the project is reviewed
      Then "POR-03" is not found for "portfolio.seeds/sensor"

    Scenario: Neither outlook nor chance is given
      Given the idea "sensor" is running
      When the project is reviewed
      Then "POR-03" cannot be told yet for "portfolio.seeds/sensor"
      And "portfolio.seeds[].outlook" is asked about "portfolio.seeds/sensor"
      And "portfolio.seeds/sensor.sure" is undetermined

  @POR-04
  Rule: The expected number of successes is worth a note

    Scenario: Twenty ideas of one chance in twenty make one success
      Given the seeds:
        | id  | running | success_probability |
        | s1  | true    | 0.05                |
        | s2  | true    | 0.05                |
        | s3  | true    | 0.05                |
        | s4  | true    | 0.05                |
        | s5  | true    | 0.05                |
        | s6  | true    | 0.05                |
        | s7  | true    | 0.05                |
        | s8  | true    | 0.05                |
        | s9  | true    | 0.05                |
        | s10 | true    | 0.05                |
        | s11 | true    | 0.05                |
        | s12 | true    | 0.05                |
        | s13 | true    | 0.05                |
        | s14 | true    | 0.05                |
        | s15 | true    | 0.05                |
        | s16 | true    | 0.05                |
        | s17 | true    | 0.05                |
        | s18 | true    | 0.05                |
        | s19 | true    | 0.05                |
        | s20 | true    | 0.05                |
      And the list of seeds is complete
      When the project is reviewed
      Then "POR-04" is not found
      And "portfolio.expected" is "reached"

    Scenario: Two uncertain ideas fall short of it, which is no fault
      Given the exemplary project
      And the seeds:
        | id     | running | outlook | potential | success_probability |
        | sensor | true    | unclear | large     | 0.05                |
        | record | true    | unclear | large     | 0.1                 |
      When the project is reviewed
      Then "POR-04" is found with severity "info"
      And "portfolio.expected" is "below_reference"
      And the verdict is "proceed"

    Scenario Outline: Ideas that wait do not count, whatever their chance (<chance>)
      Given the seeds:
        | id     | running | success_probability |
        | sensor | true    | 0.4                 |
        | record | false   | <chance>            |
      And the list of seeds is complete
      When the project is reviewed
      Then "portfolio.expected" is "below_reference"

      Examples:
        | chance  |
        | 0.9     |
        | unknown |

    Scenario: What an idea that waits may bring need not be known
      Given the seeds:
        | id     | running | success_probability |
        | sensor | true    | 0.6                 |
        | record | true    | 0.6                 |
        | alarm  | false   |                     |
      And the list of seeds is complete
      When the project is reviewed
      Then "portfolio.expected" is "reached"

    Scenario: That an idea has no chance at all is known as well
      Given the seeds:
        | id     | running | success_probability |
        | sensor | true    | 0                   |
      And the list of seeds is complete
      When the project is reviewed
      Then "portfolio.expected" is "below_reference"

    Scenario: Where nothing is running, nothing is expected
      Given the seeds:
        | id     | running | success_probability |
        | sensor | false   | 0.4                 |
      And the list of seeds is complete
      When the project is reviewed
      Then "portfolio.expected" is undetermined
      And "POR-04" is not found

    Scenario Outline: As long as <what> of one idea is not known, nothing is added up
      Given the seeds:
        | id     | running   | success_probability |
        | sensor | true      | <first chance>      |
        | record | <running> | <chance>            |
      And the list of seeds is complete
      When the project is reviewed
      Then "portfolio.expected" is undetermined

      Examples:
        | what       | first chance | running | chance  |
        | the chance | 1            | true    | unknown |
        | the state  | 1            | unknown | 0.5     |
        | the state  | 0.1          | unknown | 0.1     |

    Scenario: One chance is not known
      Given the seeds:
        | id     | running | success_probability |
        | sensor | true    | 0.05                |
        | record | true    |                     |
      And the list of seeds is complete
      When the project is reviewed
      Then "POR-04" cannot be told yet
      And "portfolio.seeds[].success_probability" is asked about "portfolio.seeds/record"
      And "portfolio.expected" is undetermined

    Scenario: More ideas may be on their way
      Given the seeds:
        | id     | running | success_probability |
        | sensor | true    | 0.05                |
      When the project is reviewed
      Then "POR-04" cannot be told yet
      And "complete.portfolio.seeds" is asked

    Scenario: A house may set another reference
      Given the parameter "reference_expected_successes" is 0.1
      And the seeds:
        | id     | running | success_probability |
        | sensor | true    | 0.05                |
        | record | true    | 0.05                |
      And the list of seeds is complete
      When the project is reviewed
      Then "portfolio.expected" is "reached"

  @POR-05
  Rule: An idea is worth running when it could become large

    Scenario: A small idea is running
      Given the idea "sensor" is running
      And "portfolio.seeds/sensor.potential" is small
      When the project is reviewed
      Then "POR-05" is found for "portfolio.seeds/sensor" with severity "minor"

    Scenario: A large idea is running
      Given the idea "sensor" is running
      And "portfolio.seeds/sensor.potential" is large
      When the project is reviewed
      Then "POR-05" is not found for "portfolio.seeds/sensor"

    Scenario: A small idea that waits does no harm
      Given the idea "sensor" is waiting
      And "portfolio.seeds/sensor.potential" is small
      When the project is reviewed
      Then "POR-05" is not found for "portfolio.seeds/sensor"

    Scenario: Nobody knows whether the small idea is running
      Given nobody knows whether the idea "sensor" is running
      And "portfolio.seeds/sensor.potential" is small
      When the project is reviewed
      Then "POR-05" cannot be told yet for "portfolio.seeds/sensor"

    Scenario: Nobody has said how large it could become
      Given the idea "sensor" is running
      When the project is reviewed
      Then "POR-05" cannot be told yet for "portfolio.seeds/sensor"
      And "portfolio.seeds[].potential" is asked about "portfolio.seeds/sensor"

  @POR-06
  Rule: New value is not managed by the rules of ordinary new business

    Scenario: The ordinary rules apply
      Given "project.management_style" is conventional
      When the project is reviewed
      Then "POR-06" is found with severity "major"

    Scenario Outline: Other rules apply (<style>)
      Given "project.management_style" is <style>
      When the project is reviewed
      Then "POR-06" is not found

      Examples:
        | style      |
        | innovation |
        | mixed      |

    Scenario: Nobody has said which rules apply
      Given a project about which nothing is known
      When the project is reviewed
      Then "POR-06" cannot be told yet
      And "project.management_style" is asked

  @POR-07
  Rule: New ideas are added all the time

    Scenario: No new ideas come in
      Given "portfolio.continuously_replenished" is false
      When the project is reviewed
      Then "POR-07" is found with severity "minor"

    Scenario: New ideas keep coming in
      Given "portfolio.continuously_replenished" is true
      When the project is reviewed
      Then "POR-07" is not found

    Scenario: Nobody has said whether new ideas come in
      Given a project about which nothing is known
      When the project is reviewed
      Then "POR-07" cannot be told yet
      And "portfolio.continuously_replenished" is asked

  @POR-11
  Rule: What has sprouted is grown

    Scenario: It is left as it is
      Given "portfolio.sprouts_grown" is false
      When the project is reviewed
      Then "POR-11" is found with severity "minor"

    Scenario: It is grown
      Given "portfolio.sprouts_grown" is true
      When the project is reviewed
      Then "POR-11" is not found

    Scenario: Nobody has said what became of it
      Given a project about which nothing is known
      When the project is reviewed
      Then "POR-11" cannot be told yet
      And "portfolio.sprouts_grown" is asked

  @POR-12
  Rule: Several ideas under gates that decide are worth a good word

    Scenario: Several ideas, gates with criteria, and what they decide is done
      Given the exemplary project
      When the project is reviewed
      Then "POR-12" is found with severity "info"

    Scenario Outline: Form alone earns no praise: <what>
      Given the exemplary project
      And "<fact>" is <value>
      When the project is reviewed
      Then "POR-12" is not found

      Examples:
        | what                           | fact                                   | value    |
        | nobody acts on the gates       | stage_gate.applied                     | false    |
        | every idea is run to the end   | portfolio.all_run_to_end               | true     |
        | who fails goes on all the same | stage_gate.on_fail                     | continue |
        | a gate has no criteria         | stage_gate.gates/to-trial.criteria     | []       |
        | there is no gate               | stage_gate.gates                       | []       |
        | gates are not used             | stage_gate.used                        | false    |

    Scenario: One idea under gates is not several
      Given the exemplary project
      And the seeds:
        | id     | running |
        | sensor | true    |
      And the list of seeds is complete
      When the project is reviewed
      Then "POR-12" is not found

    Scenario: Nobody has said whether the gates are acted upon
      Given the exemplary project
      And "stage_gate.applied" is unknown
      When the project is reviewed
      Then "POR-12" cannot be told yet
      And "stage_gate.applied" is asked

  @POR-08
  Rule: A company needs both kinds of management

    Scenario Outline: There is only one kind, or none: <kinds>
      Given "company.management_modes" is <kinds>
      When the project is reviewed
      Then "POR-08" is found with severity "minor"

      Examples:
        | kinds            |
        | ["conventional"] |
        | ["innovation"]   |
        | []               |

    Scenario: A large company needs both
      Given "company.is_large" is true
      And "company.management_modes" is ["conventional"]
      When the project is reviewed
      Then "POR-08" is found

    Scenario: A small company is not asked for both
      Given "company.is_large" is false
      And "company.management_modes" is ["innovation"]
      When the project is reviewed
      Then "POR-08" is not found

    Scenario: Both kinds are there
      Given "company.management_modes" is ["conventional", "innovation"]
      When the project is reviewed
      Then "POR-08" is not found

    Scenario: Nobody has said how the company is managed
      Given a project about which nothing is known
      When the project is reviewed
      Then "POR-08" cannot be told yet
      And "company.management_modes" is asked

  @POR-09
  Rule: The partners see it the same way

    Scenario: The partners think otherwise
      Given "portfolio.view_shared_with_partners" is false
      When the project is reviewed
      Then "POR-09" is found with severity "major"

    Scenario: The partners share the view
      Given "portfolio.view_shared_with_partners" is true
      When the project is reviewed
      Then "POR-09" is not found

    Scenario: Nobody has asked the partners
      Given a project about which nothing is known
      When the project is reviewed
      Then "POR-09" cannot be told yet
      And "portfolio.view_shared_with_partners" is asked

  @POR-10
  Rule: A low chance alone is no reason to turn an idea down

    Scenario: Ideas are turned down for a low chance
      Given "portfolio.rejects_low_probability" is true
      When the project is reviewed
      Then "POR-10" is found with severity "major"

    Scenario: A low chance is no obstacle
      Given "portfolio.rejects_low_probability" is false
      When the project is reviewed
      Then "POR-10" is not found

    Scenario: Nobody has said why ideas are turned down
      Given a project about which nothing is known
      When the project is reviewed
      Then "POR-10" cannot be told yet
      And "portfolio.rejects_low_probability" is asked

  @POR-07 @POR-09 @POR-11
  Rule: Before its time, it is what comes next

    Scenario Outline: <code> is what comes next, and no fault (<phase>)
      Given <phase>
      And "<fact>" is <value>
      When the project is reviewed
      Then "<code>" is upcoming with severity "<severity>"

      Examples:
        | code   | phase                          | fact                                | value | severity |
        | POR-07 | the city is still being chosen | portfolio.continuously_replenished  | false | minor    |
        | POR-09 | the project is still an idea   | portfolio.view_shared_with_partners | false | major    |
        | POR-11 | the project is being prepared  | portfolio.sprouts_grown             | false | minor    |

  @POR-01 @POR-02 @POR-03 @POR-04
  Rule: While the city is being chosen, several ideas are what comes next

    Scenario: One idea, and nobody can foresee how it ends
      Given the city is still being chosen
      And the seeds:
        | id     | running | outlook | success_probability |
        | sensor | true    | unclear | 0.1                 |
      And the list of seeds is complete
      When the project is reviewed
      Then "POR-01" is upcoming with severity "major"
      And "POR-04" is upcoming with severity "info"

    Scenario: One sure thing is told of the idea from the start, and of the whole effort later
      Given the city is still being chosen
      And the idea "sensor" is running
      And the success of the idea "sensor" is in sight
      And the list of seeds is complete
      When the project is reviewed
      Then "POR-02" is upcoming with severity "major"
      And "POR-03" is found for "portfolio.seeds/sensor" with severity "minor"
