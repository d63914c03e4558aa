"""Explanations as text: what a rule says, and for a project the tree of its condition with marks, values and lines."""

from __future__ import annotations

from collections.abc import Iterable

from ...engine.explain import RuleExplanation
from ...engine.knowledge.model import KnowledgeBase, Rule, Source
from ...engine.knowledge.words import in_words
from ...engine.scenarios.home import scenarios_of
from ..texts.common import section_name
from ..words.names import Teller, without_subject
from ..writers.screen import Screen
from .tree import Told, told_lines

_TEXTS: dict[str, dict[str, str]] = {
    "holds": {"en": "holds", "ja": "成り立ちます"},
    "does_not_hold": {"en": "does not hold", "ja": "成り立ちません"},
    "cannot_tell": {"en": "cannot be told yet", "ja": "まだ分かりません"},
    "replaced": {"en": "told by {code} instead", "ja": "代わりに {code} で指摘しています"},
    "when": {"en": "reported when", "ja": "次のとき指摘します"},
    "severity": {"en": "severity", "ja": "重要度"},
    "advice": {"en": "do", "ja": "対応"},
    "owner": {"en": "who", "ja": "動く人"},
    "paper": {"en": "article", "ja": "論文"},
    "ours": {"en": "ours, not from the article", "ja": "論文ではなく当方の確認項目"},
    "replaces": {"en": "replaces", "ja": "置き換える指摘"},
    "scenarios": {"en": "scenarios", "ja": "シナリオ"},
    "file": {"en": "rule", "ja": "規則"},
    "nothing": {"en": "The project names nothing that this rule is about.", "ja": "この規則の対象になるものが事業に書かれていません。"},
}  # fmt: skip


def describe_rule(rule: Rule, kb: KnowledgeBase, language: str, *, scenarios: bool = True) -> str:
    """Return what a rule says: condition in words, severity, advice, source with the statements' texts, scenarios.

    Args:
        rule: The rule.
        kb: Gives the labels.
        language: `en` or `ja`.
        scenarios: Whether its scenarios are named.
    """

    def say(key: str) -> str:
        return _TEXTS[key][language]

    severities = []
    for case in rule.severities:
        label = kb.verdict.severity_labels.get(case.severity, {}).get(language, case.severity)
        severities.append(label if case.when is None else f"{label} ({in_words(case.when, kb, language)})")
    lines = [
        f"{rule.code} {without_subject(rule.title[language], rule, kb, language)}",
        f"  {say('when')}: {in_words(rule.when, kb, language)}",
        f"  {say('severity')}: {' / '.join(severities)}",
    ]
    if rule.severity_note is not None:
        lines.append(f"    {rule.severity_note[language]}")
    lines.append(f"  {say('advice')}: {rule.advice[language].replace('{subject}', '...')}")
    owners = [kb.owners.get(owner, {}).get(language, owner) for owner in rule.owner]
    lines.append(f"  {say('owner')}: {', '.join(owners)}")
    lines += source_lines(rule.source, kb, language)
    if rule.replaces:
        lines.append(f"  {say('replaces')}: {', '.join(rule.replaces)}")
    lines.append(file_line(rule.name, language))
    named = scenarios_of(rule.code, kb) if scenarios else ()
    if named:
        lines.append(f"  {say('scenarios')}:")
        lines.extend(f"    {scenario.name} ({scenario.file}:{scenario.line})" for scenario in named)
    return "\n".join(lines) + "\n"


def source_lines(source: Source, kb: KnowledgeBase, language: str) -> list[str]:
    """Return what a rule or a derivation cites: the section of the article, and its statements with their texts."""
    paper = _TEXTS["paper"][language]
    if source.ours:
        return [f"  {paper}: {_TEXTS['ours'][language]}"]
    lines = [f"  {paper}: {section_name(source.section or '', language)}"]
    for number in source.statements:
        statement = kb.statements.get(number)
        if statement is not None:
            lines.append(f"    {number} ({section_name(statement.section, language)}) {statement.text[language]}")
    return lines


def file_line(name: str, language: str) -> str:
    """Return where a rule or a derivation stands."""
    return f"  {_TEXTS['file'][language]}: {name}.yaml"


def render_explanations(explanations: Iterable[RuleExplanation], teller: Teller, screen: Screen) -> str:
    """Return the explanations of one rule as indented text; a finding is told for each subject, else what is alike once.

    Args:
        explanations: The explanation for every subject.
        teller: Names facts, values and elements in a language.
        screen: How it is shown.
    """
    language = teller.language
    every = []
    for one in explanations:
        outcome = _TEXTS[{True: "holds", False: "does_not_hold", None: "cannot_tell"}[one.truth]][language]
        tail = _TEXTS["replaced"][language].format(code=one.replaced_by) if one.replaced_by is not None else ""
        head = f"{one.rule.code} {outcome}"
        told = Told(one.truth, one.subject, one.subject_label, head, (one.tree,), tail, alone=one.truth is True)
        every.append(told)
    return "\n".join(told_lines(every, teller, screen) or [_TEXTS["nothing"][language]]) + "\n"
