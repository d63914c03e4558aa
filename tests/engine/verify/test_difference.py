"""What a change of the rules changes is shown by a project, and what is shown by none is the same in every project."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from advise.engine.compiled import CompiledKnowledgeBase, compiled
from advise.engine.knowledge.revision import load_revision
from advise.engine.problems.problem import ProblemsError
from advise.engine.project.schema import schema_text
from advise.engine.verify.difference import Changed, RuleEdit, difference, edits, over_portfolio
from tests.engine import generated
from tests.engine.verify import readable
from tests.knowledge_bases import small


def changed(found: tuple[Changed, ...]) -> set[tuple[str, str]]:
    return {(one.aspect, one.name) for one in found if one.before is not None}


def pair(tmp_path: Path, changes: dict[str, str | None]) -> tuple[CompiledKnowledgeBase, CompiledKnowledgeBase]:
    return small.load(tmp_path / "old"), small.load(tmp_path / "new", changes)


def test_the_same_rules_are_proved_the_same(tmp_path: Path) -> None:
    found = difference(*pair(tmp_path, {}))
    assert (found.edits, found.meanings) == ((), ())
    assert found.same > 3


def test_a_rule_that_is_written_otherwise_and_means_the_same_is_proved_the_same(tmp_path: Path) -> None:
    otherwise = small.RULE.replace("  - shop.open is false\n", "  - not: [shop.open is true]\n")
    found = difference(*pair(tmp_path, {"shop/shut.yaml": otherwise}))
    assert found.edits == (RuleEdit("rule", "SHO-01", "changed", ("when",)),)
    assert found.meanings == ()


def test_a_condition_that_is_left_out_is_shown_by_a_smallest_project_with_both_assessments(tmp_path: Path) -> None:
    wider = small.RULE.replace("  - shop.staff >= $least\n", "  - any: [shop.staff >= $least, shop.open is false]\n")
    found = difference(*pair(tmp_path, {"shop/shut.yaml": wider}))
    assert changed(found.meanings) >= {("found", "SHO-01"), ("worse", "")}
    shown = next(one for one in found.meanings if one.aspect == "found")
    assert shown.project == {"shop": {"open": False}}
    assert shown.before is not None
    assert shown.after is not None
    assert shown.before.findings == ()
    assert [one.code for one in shown.after.findings] == ["SHO-01"]


def test_a_severity_that_differs_is_shown_and_the_verdict_that_becomes_better(tmp_path: Path) -> None:
    milder = small.RULE.replace("severity: major", "severity: minor")
    found = difference(*pair(tmp_path, {"shop/shut.yaml": milder}))
    assert changed(found.meanings) == {("severity", "SHO-01"), ("better", "")}


def test_a_parameter_that_differs_changes_the_rules_that_read_it(tmp_path: Path) -> None:
    higher = small.FILES["parameters.yaml"].replace("value: 2", "value: 3")
    found = difference(*pair(tmp_path, {"parameters.yaml": higher}))
    assert found.edits == (RuleEdit("parameter", "least", "changed", ("value",)),)
    shown = next(one for one in found.meanings if one.aspect == "found")
    assert shown.project == {"shop": {"open": False, "staff": 2}}


def test_a_new_rule_about_a_new_fact_is_shown_by_a_project_that_only_the_new_rules_can_read_whole(
    tmp_path: Path,
) -> None:
    lit = '  shop.lit:\n    type: bool\n    label: {en: lit, ja: 灯}\n    question: {en: "Lit?", ja: 灯}\n'
    words = small.WORDS.replace("  shop.kind:\n", lit + "  shop.kind:\n")
    found = difference(
        *pair(tmp_path, {"vocabulary/words.yaml": words, "shop/new.yaml": small.rule("shop.lit is false")})
    )
    assert RuleEdit("fact", "shop.lit", "added") in found.edits
    shown = next(one for one in found.meanings if one.aspect == "found")
    assert (shown.project, shown.anew) == ({}, {"shop": {"lit": False}})


def test_a_value_that_is_new_is_unknown_by_the_old_rules(tmp_path: Path) -> None:
    words = small.WORDS.replace(
        "      florist: {en: florist", "      grocer: {en: grocer, ja: 八百屋}\n      florist: {en: florist"
    )
    old = small.load(tmp_path / "old", {"shop/new.yaml": small.rule("shop.kind is not bakery")})
    new = small.load(
        tmp_path / "new", {"shop/new.yaml": small.rule("shop.kind is not bakery"), "vocabulary/words.yaml": words}
    )
    shown = next(one for one in difference(old, new).meanings if one.aspect == "found")
    assert (shown.project, shown.anew) == ({}, {"shop": {"kind": "grocer"}})


def test_a_fact_of_another_type_is_another_fact(tmp_path: Path) -> None:
    words = small.WORDS.replace("  shop.open:\n    type: bool", "  shop.open:\n    type: text")
    rule = small.RULE.replace("shop.open is false", 'shop.open is "shut"')
    found = difference(*pair(tmp_path, {"vocabulary/words.yaml": words, "shop/shut.yaml": rule}))
    assert ("found", "SHO-01") in changed(found.meanings)


def test_words_that_differ_are_told_as_such(tmp_path: Path) -> None:
    old, new = pair(tmp_path, {"shop/shut.yaml": small.RULE.replace("Open it.", "Open it now.")})
    assert list(edits(old, new)) == [RuleEdit("rule", "SHO-01", "reworded", ("advice",))]
    assert difference(old, new).meanings == ()


@pytest.mark.parametrize("seed", range(12))
def test_what_is_proved_the_same_is_so_in_random_projects(seed: int) -> None:
    random = Random(seed)
    old = readable.base(random)
    at = random.randrange(len(old.rules))
    rule = old.rules[at]
    other = replace(rule, when=replace(rule.when, children=rule.when.children[1:]))
    new = compiled(replace(old, rules=(*old.rules[:at], other, *old.rules[at + 1 :])))
    found = difference(old, new, elements=4, seconds=2)
    open_ = {(one.aspect, one.name) for one in found.meanings}
    for _ in range(60):
        memory = generated.project(random, generated.vocabulary())
        left, right = old.evaluator.run(memory), new.evaluator.run(memory)
        for key in {*left.outcomes, *right.outcomes}:
            if ("found", key[0]) not in open_ and ("told", key[0]) not in open_ and rule.replaces == ():
                assert left.outcomes.get(key) == right.outcomes.get(key)


def test_real_projects_that_change_are_named(tmp_path: Path) -> None:
    old, new = pair(tmp_path, {"shop/shut.yaml": small.RULE.replace(">= $least", "< $least")})
    folder = tmp_path / "projects"
    (folder / "more").mkdir(parents=True)
    (folder / "a.json").write_text(json.dumps({"shop": {"open": False, "staff": 1}}))
    (folder / "more/b.json").write_text(json.dumps({"shop": {"open": True}}))
    (folder / "c.json").write_text("{")
    (folder / "result.json").write_text('{"schema_version": 1}')
    (folder / "advise.schema.json").write_text(schema_text(old, "en"))
    (folder / ".hidden").mkdir()
    (folder / ".hidden/d.json").write_text("{}")
    found = over_portfolio(folder, old, new, "2026-11-22")
    assert found.total == 3
    assert [Path(one.file).name for one in found.moved] == ["a.json"]
    assert [Path(name).name for name, _ in found.unread] == ["c.json"]


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


def test_rules_are_read_as_a_revision_has_them(tmp_path: Path) -> None:
    folder = small.write(tmp_path)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    version = small.load(tmp_path).version
    (folder / "shop/other.yaml").write_text(small.rule("shop.open is true"), encoding="utf-8")
    assert load_revision("HEAD", folder).version == version
    with pytest.raises(ProblemsError, match="HEAD~7"):
        load_revision("HEAD~7", folder)
    with pytest.raises(ProblemsError, match="there is no folder 'elsewhere' in HEAD"):
        load_revision("HEAD", tmp_path / "elsewhere")
