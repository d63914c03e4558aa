"""What a sentence of a feature file may say: whatever is misspelt fails and names what was probably meant."""

from __future__ import annotations

import pytest

from advise.engine.scenarios import given_when, then
from advise.engine.scenarios.home import Home, Scene
from advise.engine.scenarios.saying import SentenceError

from .conftest import pytest_bdd_apply_tag


@pytest.fixture
def scene(home: Home) -> Scene:
    return Scene(home)


@pytest.fixture
def reviewed(scene: Scene) -> Scene:
    """Return a scene in which little is known, after its review."""
    given_when.state(scene, 'the municipality "city" takes part')
    given_when.state(scene, 'a plan with the goals "safety" and "carers"')
    scene.review()
    return scene


@pytest.mark.parametrize(
    ("sentence", "complaint"),
    [
        (
            '"commitment.declarred" is false',
            "there is no fact 'commitment.declarred'; did you mean 'commitment.declared'?",
        ),
        ('"capitals/humen.strength" is thin', "there is no capital 'humen'; did you mean 'human'?"),
        ('"capitals/human.strenth" is thin', "there is no fact of capitals 'strenth'; did you mean 'strength'?"),
        ('"organisation/city.involved" is true', "there is no list 'organisation'; did you mean 'organisations'?"),
        ('"organisations/city.involved" is true', "the scenario has no organisation 'city'"),
        ('"kpis" is true', "'kpis' is a list: it can be [] or unknown; give its elements in a table"),
        ('"top.visited_site" is not so', "'not so' is no value: write JSON, a bare word, or unknown"),
        ('the parameter "top_role" is ["ceo"]', "there is no parameter 'top_role'; did you mean 'top_roles'?"),
        ('the parameter "top_roles" is unknown', "parameter 'top_roles' cannot be null"),
        ('the parameter "top_roles" is 3', "parameter 'top_roles' cannot be 3"),
        ("the list of seed is complete", "there is no list 'seed'; did you mean 'seeds'?"),
        ("the list of goals is complete", "there is no fact 'complete.goals'"),
        ('the municipalty "city" takes part', "'municipalty' is no kind of organisation; it can be: own company"),
        ("the company has declared nothing at all", "did you mean 'the company has declared nothing'?"),
        ("the seeds:", "'the seeds:' needs a table below it"),
    ],
)
def test_a_statement_that_cannot_be_meant_fails(scene: Scene, sentence: str, complaint: str) -> None:
    with pytest.raises(SentenceError) as caught:
        given_when.state(scene, sentence)
    assert complaint in str(caught.value)


@pytest.mark.parametrize(
    ("sentence", "table", "complaint"),
    [
        ("the seeds:", [["id", "runing"], ["a", "true"]], "there is no fact of portfolio.seeds 'runing'"),
        ("the seeds:", [["running"], ["true"]], "the table of seeds needs a column 'id'"),
        ("the human capital has:", [["strenght", "thin"]], "there is no fact of capitals 'strenght'"),
        ("the humen capital has:", [["strength", "thin"]], "there is no capital 'humen'"),
        ("the company works alone", [["id"]], "takes no table"),
    ],
)
def test_a_table_that_cannot_be_meant_fails(
    scene: Scene, sentence: str, table: list[list[str]], complaint: str
) -> None:
    with pytest.raises(SentenceError) as caught:
        given_when.state(scene, sentence, table)
    assert complaint in str(caught.value)


def test_a_value_that_is_not_allowed_fails_at_the_review(scene: Scene) -> None:
    given_when.state(scene, '"capitals/human.strength" is thinn')
    with pytest.raises(SentenceError, match="thinn"):
        scene.review()


@pytest.mark.parametrize(
    ("sentence", "complaint"),
    [
        ('"COM-1" is found', "there is no finding code 'COM-1'"),
        ('"COM-01" is fond', "no sentence reads"),
        ('"COM-01" is found for "organisations/city"', "COM-01 is about the project"),
        ('"COM-01" is found with severity "bloker"', "there is no severity 'bloker'; did you mean 'blocker'?"),
        ('"ORG-06" is not found for "organisations/citty"', "there is no organisation in the scenario named 'citty'"),
        ('"ORG-06" is not found for "goals/safety"', "ORG-06 is about organisations, not about 'goals/safety'"),
        ('"ORG-02" is not found for "municipalitty"', "there is no value of $key_early_kinds 'municipalitty'"),
        ('"COM-01" is asked', "there is no fact 'COM-01'"),
        ('"organisations[].involved" is asked', "'organisations[].involved' belongs to an element"),
        ('"commitment.by" is asked about "organisations/city"', "'commitment.by' is a fact of the project"),
        ('"organisations[].kind" is asked about "goals/safety"', "is no fact of 'goals/safety'"),
        ('"trusst" is "ok"', "there is no concept 'trusst'; did you mean 'trust'?"),
        ('"trust" is "okay"', "there is no value of trust 'okay'; there is: at_risk, ok"),
        ('"organisations/city.champoin" is undetermined', "there is no concept of organisations 'champoin'"),
        ('"organisations/univ.champion" is undetermined', "there is no organisation in the scenario named 'univ'"),
        ('the verdict is "holt"', "there is no verdict 'holt'; did you mean 'hold'?"),
        ('nothing new is found but "COM-1"', "there is no finding code 'COM-1'"),
    ],
)
def test_an_expectation_that_cannot_be_meant_fails(reviewed: Scene, sentence: str, complaint: str) -> None:
    with pytest.raises(AssertionError) as caught:
        then.check(then.read(sentence), reviewed)
    assert complaint in str(caught.value)


@pytest.mark.parametrize(
    ("sentence", "complaint"),
    [
        ('"COM-01" is found', "COM-01 cannot be told"),
        ('"COM-01" is not found', "COM-01 cannot be told"),
        ('"ORG-12" is not found', "ORG-12 cannot be told"),
        ('"KPI-03" is found', "KPI-03 cannot be told"),
        ('"ORG-03" is not found for "organisations/city"', "ORG-03 cannot be told for organisations/city"),
        ('"participants.kinds" is asked', "it is not asked; these are: "),
        ('"commitment.declared" is not asked', "it is asked, for COM-01"),
        ('"trust" is "ok"', "'trust' is undetermined"),
        ('"municipality.key_player" is undetermined', "'municipality.key_player' is 'present'"),
        ('the verdict is "proceed"', "the verdict is 'insufficient_information'"),
    ],
)
def test_an_expectation_that_is_not_met_says_what_is(reviewed: Scene, sentence: str, complaint: str) -> None:
    with pytest.raises(AssertionError) as caught:
        then.check(then.read(sentence), reviewed)
    assert complaint in str(caught.value)


def test_what_is_not_known_is_not_reported_as_not_found(scene: Scene) -> None:
    scene.review()
    with pytest.raises(AssertionError, match="COM-01 cannot be told"):
        then.check(then.read('"COM-01" is not found'), scene)


def test_nothing_is_expected_before_the_review(scene: Scene) -> None:
    with pytest.raises(SentenceError, match="nothing was reviewed yet"):
        then.check(then.read('"COM-01" is found'), scene)


def test_a_statement_after_the_review_asks_for_another_review(reviewed: Scene) -> None:
    given_when.state(reviewed, "the company works alone")
    with pytest.raises(SentenceError, match="nothing was reviewed yet"):
        then.check(then.read('"ORG-12" is found'), reviewed)


def test_a_tag_that_is_no_finding_code_stops_collection() -> None:
    with pytest.raises(pytest.Collector.CollectError, match=r"@COM-1 is the code of no finding; did you mean @COM-"):
        pytest_bdd_apply_tag("COM-1", lambda: None)
