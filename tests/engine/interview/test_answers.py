"""What people type becomes a value, or is refused with a reason."""

from __future__ import annotations

from typing import Any

import pytest

from advise.engine.interview.answers import Answer, Misread, read_answer
from advise.engine.knowledge.model import KnowledgeBase
from advise.engine.project.address import Address
from advise.engine.project.project import Project, read_project


@pytest.fixture(scope="module")
def project(kb: KnowledgeBase) -> Project:
    return read_project({"goals": [{"id": "g1", "name": "安心"}, {"id": "g2"}], "kpis": [{"id": "k"}]}, kb)


@pytest.mark.parametrize(
    ("fact", "typed", "value"),
    [
        ("commitment.declared", "1", True),
        ("commitment.declared", "２", False),
        ("commitment.declared", "Ｙ", True),
        ("commitment.declared", "no", False),
        ("commitment.declared", "　はい ", True),
        ("commitment.declared", "いいえ", False),
        ("project.phase", "３", "preparation"),
        ("project.phase", "scaling", "scaling"),
        ("project.phase", "構想", "idea"),
        ("project.phase", "Choosing the city", "field_selection"),
        ("company.management_modes", "1 2", ["conventional", "innovation"]),
        ("company.management_modes", "２、１", ["conventional", "innovation"]),
        ("company.management_modes", "2", ["innovation"]),
        ("company.management_modes", "0", []),
        ("company.management_modes", "すべて", ["conventional", "innovation"]),
        ("top.dialogue_with", "Citizens", ["citizens"]),
        ("commitment.by", "社長", "ceo"),
        ("commitment.by", "課長", "middle_manager"),
        ("commitment.by", "中間管理職", "middle_manager"),
        ("commitment.by", "ＣＥＯ", "ceo"),
        ("agreement.kind", "基本合意書", "mou"),
        ("city.population", "１２３，４５６人", 123456),
        ("city.population", "12.5万", 125000),
        ("city.population", "１２万３，４５６人", 123456),
        ("city.population", "12万3千人", 123000),
        ("city.population", "12万3千45人", 123045),
        ("city.population", "1億2,000万", 120_000_000),
        ("city.population", "1,234,567", 1_234_567),
        ("city.population", "2,5", None),
        ("city.population", "0,500", None),
        ("city.population", "1.234,5", None),
        ("city.population", "125.000", None),
        ("city.population", "1234,567", None),
        ("city.population", "3万12万", None),
        ("city.population", "2千5000", None),
        ("city.population", "万人", None),
        ("city.population", "人", None),
        ("city.population", "120 000", None),
        ("portfolio.seeds[].success_probability", "5%", 0.05),
        ("portfolio.seeds[].success_probability", ".5", 0.5),
        ("project.months_commitment_to_start", "６か月", 6),
        ("project.months_commitment_to_start", "1.5", 1.5),
        ("project.name", "「q」", "q"),
        ("project.name", "ＡＢＣ　計画", "ＡＢＣ　計画"),
        ("stage_gate.gates[].criteria", "利用者100人；費用の見通し", ["利用者100人", "費用の見通し"]),
        ("stage_gate.gates[].criteria", "0", []),
        ("kpis[].goals", "1", ["g1"]),
        ("kpis[].goals", "安心 g2", ["g1", "g2"]),
        ("kpis[].goals", "なし", []),
        ("stage_gate.gates[].criteria", "利用者100人\n費用の見通し", ["利用者100人", "費用の見通し"]),
        ("assessment.items", "大学・専門学校などの特徴、1", ["talent_base", "university_features"]),
        ("assessment.items", "talent base, event frequency", None),
        ("assessment.items", "Talent base, frequency of related events", ["talent_base", "event_frequency"]),
        ("assessment.items", "人材基盤\n自治体の総合計画", ["talent_base", "municipal_plan"]),
    ],
)
def test_a_value_is_read(fact: str, typed: str, value: Any, project: Project, kb: KnowledgeBase) -> None:
    found = read_answer(Address(fact), typed, project, kb)
    if value is None:
        assert isinstance(found, Misread)
    else:
        assert found == Answer("value", value)
        assert type(found.value) is type(value)


@pytest.mark.parametrize(
    ("fact", "typed", "value"),
    [
        ("commitment.declared", "1", True),
        ("commitment.declared", "０", False),
        ("commitment.declared", "2", None),
        ("commitment.declared", "②", None),
        ("project.phase", "1", None),
        ("project.phase", "0", None),
        ("company.management_modes", "2", None),
        ("company.management_modes", "1\n2", None),
        ("company.management_modes", "0", []),
        ("assessment.items", "人材基盤\n3", None),
        ("assessment.items", "3、人材基盤", None),
        ("kpis[].goals", "1", None),
        ("kpis[].goals", "安心\n2", None),
        ("themes[].kpis", "7", ["7"]),
        ("city.population", "12", 12),
    ],
)
def test_where_nothing_is_numbered_numbers_say_yes_or_no_and_choose_nothing(
    fact: str, typed: str, value: Any, kb: KnowledgeBase
) -> None:
    project = read_project({"goals": [{"id": "g1", "name": "安心"}, {"id": "g2"}], "kpis": [{"id": "7"}]}, kb)
    found = read_answer(Address(fact), typed, project, kb, numbered=False)
    assert found == Answer("value", value) if value is not None else isinstance(found, Misread)


@pytest.mark.parametrize(
    ("fact", "units", "others"),
    [
        (
            "project.months_commitment_to_start",
            "か月 ヶ月 ヵ月 カ月 ケ月 ｹ月 箇月 months",
            "月 人 名 件 回 個 つ 段階 年 % people",
        ),
        ("city.population", "人 名 people", "か月 月 件 回 個 つ 段階 世帯"),
        ("stage_gate.stages", "つ 個 段階", "人 名 か月 月 回 年"),
        ("portfolio.seeds[].success_probability", "%", "つ 人 か月 回 割"),
    ],
)
def test_a_number_has_the_unit_that_is_asked_for(
    fact: str, units: str, others: str, project: Project, kb: KnowledgeBase
) -> None:
    read = {unit: read_answer(Address(fact), f"1{unit}", project, kb) for unit in f"{units} {others}".split()}
    assert [unit for unit, one in read.items() if isinstance(one, Answer)] == units.split()


@pytest.mark.parametrize(
    ("fact", "typed", "reason"),
    [
        ("commitment.declared", "3", "choice"),
        ("commitment.declared", "", "blank"),
        ("commitment.declared", "\x07", "blank"),
        ("project.phase", "0", "choice"),
        ("company.management_modes", "1 5", "choices"),
        ("city.population", "many", "number"),
        ("city.population", "50%", "number"),
        ("city.population", "-5", "refused"),
        ("stage_gate.stages", "1.5", "refused"),
        ("portfolio.seeds[].success_probability", "2", "refused"),
        ("themes[].kpis", "3", "choices"),
        ("organisations", "はい", "name"),
        ("organisations", "3", "name"),
    ],
)
def test_what_is_no_answer_is_refused_with_a_reason(
    fact: str, typed: str, reason: str, project: Project, kb: KnowledgeBase
) -> None:
    found = read_answer(Address(fact), typed, project, kb)
    assert isinstance(found, Misread)
    assert found.reason == reason


def test_nothing_can_be_chosen_from_a_list_that_is_empty(kb: KnowledgeBase) -> None:
    found = read_answer(Address("kpis[].goals", "kpis/k"), "1", read_project({}, kb), kb)
    assert isinstance(found, Misread)
    assert found.reason == "nothing_to_refer_to"


def test_where_an_answer_comes_from_stands_behind_a_hash(project: Project, kb: KnowledgeBase) -> None:
    assert read_answer(Address("commitment.declared"), "1 ＃ 議事録", project, kb) == Answer(
        "value", True, source="議事録"
    )
    assert read_answer(Address("project.name"), "Number #1", project, kb) == Answer("value", "Number #1")


@pytest.mark.parametrize(
    ("typed", "value", "source"),
    [
        ("Aoba city # web", "Aoba city", "web"),
        ("青葉市　＃　議事録 # 3", "青葉市", "議事録 # 3"),
        ('"Plan # 1" # web', "Plan # 1", "web"),
        ("「Plan # 1」", "Plan # 1", None),
        ("C# and F#", "C# and F#", None),
    ],
)
def test_where_a_text_comes_from_stands_behind_a_hash_with_blanks_around_it(
    typed: str, value: str, source: str | None, project: Project, kb: KnowledgeBase
) -> None:
    name = Address("project.name")
    assert read_answer(name, typed, project, kb, sourced=True) == Answer("value", value, source=source)
    apart = read_answer(name, typed, project, kb)
    assert isinstance(apart, Answer)
    assert apart.source is None  # a sheet has a column for it


def test_an_element_is_named_or_there_is_none(project: Project, kb: KnowledgeBase) -> None:
    assert read_answer(Address("organisations"), "架空市役所", project, kb) == Answer("add", ["架空市役所"])
    several = read_answer(Address("organisations"), "架空市役所、見守りの会；Fujitsu, Ltd.", project, kb)
    assert several == Answer("add", ["架空市役所", "見守りの会", "Fujitsu, Ltd."])
    quoted = read_answer(Address("organisations"), "「安全、安心の会」", project, kb)
    assert quoted == Answer("add", ["安全、安心の会"])
    assert read_answer(Address("organisations"), "０", project, kb) == Answer("enough")


@pytest.mark.parametrize(
    ("typed", "unread"),
    [
        ("市民、議会の人", ["議会の人"]),
        ("Citizens\nthe city council\nnobody else", ["the city council", "nobody else"]),
        ("議会の人、役場の人", []),
        ("議会の人", []),
    ],
)
def test_of_several_answers_those_are_named_that_were_not_understood(
    typed: str, unread: list[str], kb: KnowledgeBase, project: Project
) -> None:
    found = read_answer(Address("top.dialogue_with"), typed, project, kb)
    assert isinstance(found, Misread)
    assert found.details["unread"] == unread


@pytest.mark.parametrize(
    "text", ["n/a", "Ｎ／Ａ", "なし", "該当なし", "不明", "不明です。", "未定", "-", "―", "unknown", "対象外"]
)
@pytest.mark.parametrize("key", [Address("city.name"), Address("parties.opposed"), Address("organisations")], ids=str)
def test_what_says_that_there_is_no_name_becomes_none(
    text: str, key: Address, project: Project, kb: KnowledgeBase
) -> None:
    found = read_answer(key, text, project, kb)
    if text in ("なし", "該当なし") and key.fact != "city.name":
        none = Answer("enough") if key.fact == "organisations" else Answer("value", [])
        assert found == none
    else:
        assert isinstance(found, Misread)
        assert found.reason == ("name" if key.fact == "organisations" else "nothing")


def test_what_is_really_called_so_is_in_quotes(project: Project, kb: KnowledgeBase) -> None:
    assert read_answer(Address("city.name"), "「なし」", project, kb) == Answer("value", "なし")
    assert read_answer(Address("organisations"), '"N/A"', project, kb) == Answer("add", ["N/A"])
    assert read_answer(Address("parties.opposed"), "商店会; Na", project, kb) == Answer("value", ["商店会", "Na"])
