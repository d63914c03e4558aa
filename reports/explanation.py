"""Explanations as text: what a rule says, and for a project the condition tree with marks, values and lines.

The marks are the ones of the terminal summary, all of them in CP932: ● holds, － does not hold, ？ cannot be told.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..engine.assess.model import Evidence
from ..engine.explain import Explanation, RuleExplanation, scenarios_of
from ..engine.knowledge.model import KnowledgeBase, Rule
from ..engine.knowledge.words import in_words
from ..engine.language.truth import Truth
from .messages import section_name
from .telling import Teller
from .terminal import fact_name
from .words import place_of

_MARKS: dict[Truth, str] = {True: "●", False: "－", None: "？"}
_ASCII: dict[Truth, str] = {True: "[x]", False: "[ ]", None: "[?]"}
_TEXTS: dict[str, dict[str, str]] = {
    "holds": {"en": "holds", "ja": "成り立ちます"},
    "does_not_hold": {"en": "does not hold", "ja": "成り立ちません"},
    "cannot_tell": {"en": "cannot be told yet", "ja": "まだ分かりません"},
    "replaced": {"en": "told by {code} instead", "ja": "代わりに {code} で指摘しています"},
    "fact": {"en": "{fact}: {value}", "ja": "{fact}：{value}"},
    "unknown": {"en": "not known: {fact}  [{name}]", "ja": "分かっていない事実：{fact}  [{name}]"},
    "source": {"en": "source: {source}", "ja": "出典: {source}"},
    "all": {"en": "all of these", "ja": "次のすべて"},
    "any": {"en": "at least one of these", "ja": "次のどれか一つ以上"},
    "not": {"en": "not this", "ja": "次のことはない"},
    "line": {"en": "{value} because", "ja": "{value} となる条件"},
    "line.if": {"en": "{value} if", "ja": "{value} となる条件"},
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
        f"{rule.code} {_title(rule, kb, language)}",
        f"  {say('when')}: {in_words(rule.when, kb, language)}",
        f"  {say('severity')}: {' / '.join(severities)}",
    ]
    if rule.severity_note is not None:
        lines.append(f"    {rule.severity_note[language]}")
    lines.append(f"  {say('advice')}: {rule.advice[language].replace('{subject}', '...')}")
    owners = [kb.owners.get(owner, {}).get(language, owner) for owner in rule.owner]
    lines.append(f"  {say('owner')}: {', '.join(owners)}")
    if rule.source.ours:
        lines.append(f"  {say('paper')}: {say('ours')}")
    else:
        lines.append(f"  {say('paper')}: {section_name(rule.source.section or '', language)}")
        for number in rule.source.statements:
            statement = kb.statements.get(number)
            if statement is not None:
                lines.append(f"    {number} ({section_name(statement.section, language)}) {statement.text[language]}")
    if rule.replaces:
        lines.append(f"  {say('replaces')}: {', '.join(rule.replaces)}")
    lines.append(f"  {say('file')}: {rule.name}.yaml")
    named = scenarios_of(rule.code, kb) if scenarios else ()
    if named:
        lines.append(f"  {say('scenarios')}:")
        lines.extend(f"    {scenario.name} ({scenario.file}:{scenario.line})" for scenario in named)
    return "\n".join(lines) + "\n"


def _title(rule: Rule, kb: KnowledgeBase, language: str) -> str:
    if rule.loop is None:
        return rule.title[language]
    label = kb.vocabulary.lists[rule.loop.source].element_label.get(language, rule.loop.variable)
    return rule.title[language].replace("{subject}", f"<{label}>")


def render_explanations(explanations: Iterable[RuleExplanation], teller: Teller, *, ascii_only: bool = False) -> str:
    """Return the explanations of one rule for every subject as indented text.

    Args:
        explanations: The explanations.
        teller: Names facts, values and elements in a language.
        ascii_only: Whether signs are written in ASCII.
    """
    language = teller.language
    marks = _ASCII if ascii_only else _MARKS
    lines: list[str] = []
    for explained in explanations:
        outcome = {True: "holds", False: "does_not_hold", None: "cannot_tell"}[explained.truth]
        head = f"{marks[explained.truth]} {explained.rule.code} {_TEXTS[outcome][language]}"
        if explained.subject is not None and explained.subject_label is not None:
            head += f"  {explained.subject_label[language]} ({explained.subject})"
        if explained.replaced_by is not None:
            head += f"  {_TEXTS['replaced'][language].format(code=explained.replaced_by)}"
        lines.append(head)
        lines.extend(_tree(explained.tree, 1, teller, marks))
    return "\n".join(lines or [_TEXTS["nothing"][language]]) + "\n"


def _tree(node: Explanation, depth: int, teller: Teller, marks: dict[Truth, str]) -> list[str]:
    indent = "  " * depth
    language = teller.language
    words = node.words.get(language, "")
    if node.part in ("all", "any", "not"):
        words = _TEXTS[node.part][language]
    elif node.part == "line":
        words = _TEXTS["line" if node.truth else "line.if"][language].format(value=words)
    lines = [f"{indent}{marks[node.truth]} {words}"]
    lines.extend(f"{indent}    {_fact(fact, teller)}" for fact in node.facts)
    for name, subject in node.unknown:
        told = {"fact": teller.fact(name, subject), "name": fact_name(name, subject)}
        lines.append(f"{indent}    {_TEXTS['unknown'][language].format(**told)}")
    for child in node.children:
        lines.extend(_tree(child, depth + 1, teller, marks))
    return lines


def _fact(fact: Evidence, teller: Teller) -> str:
    """Return a known fact: where it stands, what it is in words, and who says so."""
    told = {"fact": teller.fact(fact.fact, fact.subject), "value": teller.value(fact.fact, fact.value)}
    words = _TEXTS["fact"][teller.language].format(**told)
    source = f"  ({_TEXTS['source'][teller.language].format(source=fact.source)})" if fact.source else ""
    return f"{place_of(fact)}  {words}{source}".strip()
