"""What a scenario expects of the assessment: read from a sentence, then held against it.

Reading and holding are apart, so that the coverage of the rules can be read from the sentences themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from ..assess.model import Assessment, Finding, about
from ..knowledge.model import SEVERITIES, KnowledgeBase, Rule
from ..problems.problem import Texts
from ..project.address import source_and_id
from . import saying
from .home import Scene
from .saying import (
    SentenceError,
    code_named,
    concept_named,
    fact_at,
    hold,
    known,
    members_of,
    missing,
    shown,
    told,
    unread,
)
from .sentence import general_sentence, names_in, several

What = Literal[
    "found", "upcoming", "not found", "cannot be told", "asked", "not asked", "derived", "undetermined", "verdict", "range",
    "only new", "follows", "rests", "set aside", "replaced", "lapsed", "facts_changed", "unused", "planned", "overdue",
]  # fmt: skip


class Expectation(Struct, frozen=True):
    """What one sentence expects.

    Attributes:
        name: The code, fact or concept that it is about.
        subject: The element that it is about, None where the sentence names none.
        value: A severity or a verdict, by its code or its label, or a derived value.
        values: The codes or facts that the sentence lists.
    """

    what: What
    name: str
    subject: str | None = None
    value: str | None = None
    values: tuple[str, ...] = ()


def read(text: str) -> Expectation:
    """Read what a sentence expects.

    >>> read('"COM-01" is found with severity "blocker"')
    Expectation(what='found', name='COM-01', subject=None, value='blocker', values=())

    Raises:
        SentenceError: There is no such sentence.
    """
    for what, sentence in SENTENCES:
        found = sentence.read(text)
        if found is not None:
            values = tuple(names_in(found.get("values", "")))
            return Expectation(what, found.get("name", ""), found.get("subject"), found.get("value"), values)
    raise unread(text, [sentence.texts for _, sentence in SENTENCES])


def written(expected: Expectation, language: str) -> str:
    """Return the sentence that expects something.

    >>> written(Expectation("found", "COM-01", value="blocker"), "ja")
    '「COM-01」が重要度「blocker」で指摘される'
    """
    slots = {name: value for name in ("name", "subject", "value") if (value := getattr(expected, name))}
    if expected.values:
        slots["values"] = several(expected.values, "en")
    sentences = [one for what, one in SENTENCES if what == expected.what]
    return sentences[-1 if expected.values else 0].write(slots, language) or ""


def check(expected: Expectation, scene: Scene) -> None:
    """Fail when the assessment is not as expected, or when the sentence names something that is not there.

    Raises:
        UnmetError: It is not as expected.
        SentenceError: The sentence cannot be meant.
    """
    codes = {
        slot: code_named(getattr(expected, slot) or "", labels) for slot, labels in _called(expected.what, scene.kb)
    }
    _CHECKS[expected.what](
        replace(expected, **{slot: code or None for slot, code in codes.items()}), scene, scene.reviewed()
    )


def in_language(what: What, slots: Mapping[str, str], language: str, kb: KnowledgeBase) -> dict[str, str]:
    """Return what stands in the slots of a sentence in a language: severities and verdicts by their labels, in English by their codes."""
    found = dict(slots)
    for slot, labels in _called(what, kb):
        if slot in found:
            code = code_named(found[slot], labels)
            found[slot] = labels[code].get(language, code) if code in labels and language != "en" else code
    return found


def _called(what: What, kb: KnowledgeBase) -> tuple[tuple[str, Mapping[str, Texts]], ...]:
    """Return the slots of a sentence that hold a severity or a verdict, with the labels of these."""
    if what in ("found", "upcoming"):
        return (("value", kb.verdict.severity_labels),)
    if what == "verdict":
        return (("value", kb.verdict.verdict_labels),)
    return (("name", kb.verdict.verdict_labels), ("value", kb.verdict.verdict_labels)) if what == "range" else ()


def _outcome(expected: Expectation, scene: Scene, assessment: Assessment) -> None:
    rule = _rule(expected.name, scene.kb)
    _subject_fits(rule, expected.subject, scene)
    if expected.value is not None:
        known(expected.value, SEVERITIES, saying.SEVERITY)
    reported = about(assessment.findings, rule.code, expected.subject)
    findings = [one for one in reported if (one.kind == "upcoming") is (expected.what == "upcoming")]
    outcomes = about(assessment.trace, rule.code, expected.subject)
    is_so = told(rule.code, outcomes)
    if expected.what in ("found", "upcoming"):
        if not findings and reported:
            is_so = dict(saying.UPCOMING if expected.what == "found" else saying.DUE)
        hold(findings, **is_so)
        if expected.value is not None:
            found = {finding.severity for finding in findings}
            worst = ", ".join(sorted(found))
            hold(
                found == {expected.value},
                f"the severity of {rule.code} is {worst}",
                f"{rule.code} の重要度は {worst} です",
            )
    elif expected.what == "not found":
        open_ = [one for one in outcomes if one.outcome == "cannot_tell"]
        hold(
            not findings, f"{rule.code} is found: {shown(findings)}", f"{rule.code} が指摘されました：{shown(findings)}"
        )
        hold(bool(outcomes) and not open_, **is_so)
    else:
        hold(not findings and any(one.outcome == "cannot_tell" for one in outcomes), **is_so)


def _question(expected: Expectation, scene: Scene, assessment: Assessment) -> None:
    kb, fact, subject = scene.kb, expected.name, expected.subject
    known(fact, [*kb.vocabulary.facts, *kb.vocabulary.stated_lists], saying.FACT)
    definition = kb.vocabulary.facts.get(fact)
    if definition is not None and definition.source is not None:
        if subject is None:
            raise SentenceError(
                f"'{fact}' belongs to an element; say about which it is asked",
                f"「{fact}」は要素ごとの事実です。どれについて質問するのかを書いてください",
            )
        if source_and_id(subject)[0] != definition.source:
            raise SentenceError(f"'{fact}' is no fact of '{subject}'", f"「{fact}」は「{subject}」の事実ではありません")
        scene.there(subject)
    elif subject is not None:
        raise SentenceError(
            f"'{fact}' is a fact of the project; it is not asked about anything else",
            f"「{fact}」は事業の事実です。ほかのものについては質問しません",
        )
    asked = [one for one in assessment.questions if one.fact == fact and one.subject == subject]
    if expected.what == "not asked":
        codes = ", ".join(code for one in asked for code in one.codes)
        hold(not asked, f"it is asked, for {codes}", f"質問されました（{codes} のため）")
        return
    names = ", ".join(one.fact + (f" about {one.subject}" if one.subject else "") for one in assessment.questions)
    hold(
        asked,
        f"it is not asked; these are: {names or 'none'}",
        f"質問されませんでした。質問されたもの：{names or 'なし'}",
    )


def _derived(expected: Expectation, scene: Scene, assessment: Assessment) -> None:
    name = expected.name
    address = concept_named(name, scene.kb, scene.subjects())
    if address.subject is not None and not address.fact.startswith("$"):
        scene.there(address.subject)
    concept, found = address.fact, assessment.derived.get(str(address))
    is_so = ", ".join(found) if isinstance(found, list) else str(found)
    if expected.what == "undetermined":
        hold(found is None, f"'{name}' is '{is_so}'", f"「{name}」は {is_so} です")
        return
    allowed = list(scene.kb.vocabulary.concepts[concept].values)
    if isinstance(found, list):
        wanted = sorted(item.strip() for item in (expected.value or "").split(","))
        hold(sorted(found) == wanted, f"'{name}' is {is_so}", f"「{name}」は {is_so} です")
        return
    members = members_of(concept, scene.kb)
    if not members or expected.value in allowed:
        known(expected.value or "", allowed, (f"value of {concept}", f"{concept} の値"))
    open_ = found is None
    hold(
        found == expected.value,
        f"'{name}' is {'undetermined' if open_ else is_so}",
        f"「{name}」は{'まだ決まりません' if open_ else f' {is_so} です'}",
    )


def _verdict(expected: Expectation, scene: Scene, assessment: Assessment) -> None:
    wanted = _known_verdict(expected.value, scene.kb)
    found = shown(assessment.findings)
    hold(
        assessment.verdict == wanted,
        f"the verdict is '{assessment.verdict}': {found}",
        f"判定は {assessment.verdict} です：{found}",
    )


def _range(expected: Expectation, scene: Scene, assessment: Assessment) -> None:
    wanted = (_known_verdict(expected.name, scene.kb), _known_verdict(expected.value, scene.kb))
    worst, best = assessment.verdict_range
    hold(
        (worst, best) == wanted,
        f"it is anything from '{worst}' to '{best}'",
        f"判定は {worst} から {best} までのどれかです",
    )


def _known_verdict(name: str | None, kb: KnowledgeBase) -> str:
    return known(name or "", [case.verdict for case in kb.verdict.cases], saying.VERDICT)


def _only_new(expected: Expectation, scene: Scene, assessment: Assessment) -> None:
    for code in expected.values:
        _rule(code, scene.kb)
    before = Scene(scene.home, scene.home.exemplary(), today=scene.today)
    before.kb = scene.kb
    before.review()
    there = {(finding.code, finding.subject) for finding in before.reviewed().findings}
    new = sorted({finding.code for finding in assessment.findings if (finding.code, finding.subject) not in there})
    listed = ", ".join(new)
    hold(
        new == sorted(set(expected.values)),
        f"new is: {listed or 'nothing'}",
        f"新たな指摘：{listed or 'なし'}",
    )


def _follows(expected: Expectation, scene: Scene, assessment: Assessment) -> None:
    rule, findings = _found(expected, scene, assessment)
    for value in expected.values:
        known(value, rule.causes, (f"cause of {rule.code}", f"{rule.code} のもとになる指摘"))
        causes = ", ".join(findings[0].causes)
        hold(
            any(value in one.causes for one in findings),
            f"its causes are: {causes}",
            f"もとになる指摘：{causes or 'なし'}",
        )


def _rests(expected: Expectation, scene: Scene, assessment: Assessment) -> None:
    (_, findings), kb = _found(expected, scene, assessment), scene.kb
    paths = {str(one.address) for finding in findings for one in finding.evidence}
    for value in expected.values:
        if fact_at(value, kb) is None and value not in kb.vocabulary.lists:
            raise missing(value, kb.vocabulary.facts, saying.FACT)
        there = ", ".join(sorted(paths))
        hold(value in paths, f"it points to: {there}", f"示している事実：{there or 'なし'}")


def _set_aside(expected: Expectation, scene: Scene, assessment: Assessment) -> None:
    rule = _rule(expected.name, scene.kb)
    _subject_fits(rule, expected.subject, scene)
    applied = [one for waiver in assessment.waivers if waiver.status == "applied" for one in waiver.findings]
    waived = about(applied, rule.code, expected.subject)
    there = ", ".join(sorted({one.code for one in applied}))
    hold(waived, f"set aside is: {there or 'nothing'}", f"対応を決めてある指摘：{there or 'なし'}")
    left = about(assessment.findings, rule.code, expected.subject)
    hold(not left, f"{rule.code} is among the findings still", f"{rule.code} はまだ指摘のままです")


def _status(expected: Expectation, scene: Scene, assessment: Assessment) -> None:
    codes = [*scene.kb.by_code, *scene.kb.given_up]
    code = known(expected.name, codes, saying.CODE)
    found = [waiver.status for waiver in assessment.waivers if waiver.response.finding == code]
    if not found:
        raise SentenceError(
            f"the scenario has no decision about {code}", f"シナリオに {code} についての判断はありません"
        )
    is_so = ", ".join(found)
    hold(expected.what in found, f"it is {is_so}", f"その扱いは {is_so} です")


def _replaced(expected: Expectation, scene: Scene, assessment: Assessment) -> None:
    rule, other = _rule(expected.name, scene.kb), _rule(expected.value or "", scene.kb)
    _subject_fits(rule, expected.subject, scene)
    outcomes = about(assessment.trace, rule.code, expected.subject)
    hold(any(one.replaced_by == other.code for one in outcomes), **told(rule.code, outcomes))


def _found(expected: Expectation, scene: Scene, assessment: Assessment) -> tuple[Rule, list[Finding]]:
    """Return the rule that is meant, and what it found; fail where that is nothing."""
    rule = _rule(expected.name, scene.kb)
    findings = about(assessment.findings, rule.code, expected.subject)
    hold(findings, f"{rule.code} is not found", f"{rule.code} は指摘されませんでした")
    return rule, findings


def _rule(code: str, kb: KnowledgeBase) -> Rule:
    return kb.rule(known(code, kb.by_code, saying.CODE))


def _subject_fits(rule: Rule, subject: str | None, scene: Scene) -> None:
    if subject is None:
        return
    if rule.loop is None:
        raise SentenceError(
            f"{rule.code} is about the project; it is not found for '{subject}'",
            f"{rule.code} は事業についての指摘です。「{subject}」についての指摘はありません",
        )
    source = rule.loop.source
    if source.startswith("$"):
        known(subject, scene.kb.vocabulary.lists[source].members, (f"value of {source}", f"{source} の値"))
        return
    if source_and_id(subject)[0] != source:
        raise SentenceError(
            f"{rule.code} is about {source}, not about '{subject}'",
            f"{rule.code} は {source} についての指摘です。「{subject}」についてではありません",
        )
    scene.there(subject)


_SENTENCES: tuple[tuple[Callable[[Expectation, Scene, Assessment], None], What, str, str], ...] = (
    (_outcome, "found", '"{name}" is found[ for "{subject}"][ with severity "{value}"]',
     "「{name}」が[「{subject}」について][重要度「{value}」で]指摘される"),
    (_outcome, "upcoming", '"{name}" is upcoming[ for "{subject}"][ with severity "{value}"]',
     "「{name}」は[「{subject}」について][重要度「{value}」の]今後の指摘となる"),
    (_outcome, "not found", '"{name}" is not found[ for "{subject}"]', "「{name}」は[「{subject}」について]指摘されない"),
    (_outcome, "cannot be told", '"{name}" cannot be told yet[ for "{subject}"]',
     "「{name}」は[「{subject}」について]まだ判断できない"),
    (_question, "asked", '"{name}" is asked[ about "{subject}"]', "「{name}」が[「{subject}」について]質問される"),
    (_question, "not asked", '"{name}" is not asked[ about "{subject}"]', "「{name}」は[「{subject}」について]質問されない"),
    (_derived, "derived", '"{name}" is "{value}"', "「{name}」の値は「{value}」となる"),
    (_derived, "undetermined", '"{name}" is undetermined', "「{name}」の値はまだ決まらない"),
    (_verdict, "verdict", 'the verdict is "{value}"', "判定は「{value}」となる"),
    (_range, "range", 'the verdict may still be anything from "{name}" to "{value}"',
     "判定はまだ「{name}」から「{value}」までのどれにもなり得る"),
    (_only_new, "only new", "nothing new is found", "新たな指摘はない"),
    (_only_new, "only new", "nothing new is found but {*values}", "新たな指摘は{*values}だけである"),
    (_follows, "follows", '"{name}" is told as following from {*values}',
     "「{name}」は{*values}から起こり得ることとして示される"),
    (_rests, "rests", '"{name}" points to {*values}', "「{name}」は{*values}を根拠として示す"),
    (_set_aside, "set aside", '"{name}" is set aside[ for "{subject}"]', "「{name}」は[「{subject}」について]指摘から外れる"),
    (_replaced, "replaced", '"{name}" is replaced by "{value}"[ for "{subject}"]',
     "「{name}」は[「{subject}」について]「{value}」に置き換わる"),
    (_status, "lapsed", 'the decision about "{name}" has lapsed', "「{name}」についての判断は期限が切れている"),
    (_status, "facts_changed", 'the decision about "{name}" no longer fits the facts',
     "「{name}」についての判断は事実に合わなくなっている"),
    (_status, "unused", 'the decision about "{name}" is about nothing', "「{name}」についての判断に当たる指摘がない"),
    (_status, "planned", 'the decision about "{name}" is planned', "「{name}」についての判断は予定である"),
    (_status, "overdue", 'the decision about "{name}" is overdue', "「{name}」についての判断は予定の日を過ぎている"),
)  # fmt: skip
_CHECKS = {what: holds for holds, what, *_ in _SENTENCES}
SENTENCES = tuple((what, general_sentence(en, ja)) for _, what, en, ja in _SENTENCES)
"""Every sentence with what it expects."""
