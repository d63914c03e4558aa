"""The knowledge base as lists: its rules by area, and how much of the article they cover.

And what a word on the command line means: a rule, or the one subject that somebody asks about.
"""

from __future__ import annotations

import os
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from ...engine.assess.model import source_to_dict
from ...engine.knowledge.model import STATUSES, Derivation, KnowledgeBase, Rule, Statement
from ...engine.problems.problem import nearest
from ...engine.project.address import source_and_id, subject_of
from ...engine.project.ids import meant
from ...engine.project.project import Project
from ...engine.record import picked
from ..texts import say
from ..texts.misuse import Misuse
from ..words.names import without_subject
from ..writers.layout import padded, width


def find_rule(word: str, kb: KnowledgeBase) -> Rule | Derivation | None:
    """Return the rule with this code or name, or the derivation with this name or derived fact."""
    every: list[Rule | Derivation] = [*kb.rules, *kb.derivations]
    named = next((one for one in every if one.name == word), None)
    return kb.by_code.get(rule_code(word)) or named or kb.by_concept.get(word)


def rule_code(word: str) -> str:
    """Return a code as rules write it.

    >>> rule_code("com-2"), rule_code("COM-02")
    ('COM-02', 'COM-02')
    """
    parts = re.fullmatch(r"([A-Za-z]+)-(\d)", word)
    return f"{parts[1]}-0{parts[2]}".upper() if parts else word.upper()


def nothing_for(word: str, kb: KnowledgeBase) -> Misuse:
    """Return what to say where a command has nothing for a word: where it is told, or what was probably meant."""
    vocabulary = kb.vocabulary
    if os.path.isfile(word):  # noqa: PTH113 - Path.is_file raises for a name that is too long
        return Misuse("word.file", word=word)
    if word.upper() in kb.statements:
        return Misuse("word.statement", word=word.upper())
    if word in vocabulary.facts or (word in vocabulary.lists and not vocabulary.lists[word].members):
        return Misuse("word.fact", word=word)
    gone = kb.given_up.get(rule_code(word))
    if gone is not None:
        return Misuse("word.given_up", word=gone.code, now=gone.now)
    names = [name for rule in kb.rules for name in (rule.code, rule.name)]
    names += [name for one in kb.derivations for name in (one.concept, one.name)]
    close = nearest(rule_code(word) if "-" in word else word, [*names, *vocabulary.facts, *kb.statements])
    return Misuse("word.none", word=word) if close in (None, word) else Misuse("word.close", word=word, close=close)


def rule_file(rule: Rule | Derivation, kb: KnowledgeBase) -> Path:
    """Return the file that holds the rule."""
    return Path(kb.folder) / f"{rule.name}.yaml"


def list_rules(kb: KnowledgeBase, language: str, area: str | None) -> str:
    """Return all rules, one a line under the title of their area."""
    lines: list[str] = []
    rules = [rule for rule in kb.rules if area in (None, rule.area)]
    labels = {name: text[language] for name, text in kb.verdict.severity_labels.items()}
    columns = max([*map(width, labels.values()), width(say("kind.prediction", language))])
    for name, definition in kb.areas.items():
        listed = [rule for rule in rules if rule.area == name]
        if not listed:
            continue
        lines += ["", f"{definition.title[language]} ({name})"] if lines else [f"{definition.title[language]} ({name})"]
        for rule in listed:
            word = labels[rule.worst] if rule.kind == "finding" else say(f"kind.{rule.kind}", language)
            title = without_subject(rule.title[language], rule, kb, language)
            lines.append(f"  {rule.code:<7} {padded(word, columns)}  {title}")
    return "\n".join([*lines, "", say("rules.count", language, n=len(rules))]) + "\n"


def rules_document(kb: KnowledgeBase, area: str | None) -> dict[str, Any]:
    """Return all rules as data."""
    rules = [
        {
            "code": rule.code,
            "rule": rule.name,
            **picked(rule, "area kind"),
            "severity": rule.worst,
            **picked(rule, "title"),
            "source": source_to_dict(rule.source),
        }
        for rule in kb.rules
        if area in (None, rule.area)
    ]
    return {"schema_version": 1, "rules_version": kb.version, "rules": rules}


def coverage(kb: KnowledgeBase, language: str) -> str:
    """Return what became of the statements of the article: section by section, then each one that is no rule."""
    states: dict[str, Counter[str]] = defaultdict(Counter)
    for statement in kb.statements.values():
        states[statement.section][statement.status] += 1
    total: Counter[str] = Counter(statement.status for statement in kb.statements.values())
    counts = {state: total[state] for state in STATUSES}
    heads = [say(f"coverage.{state}", language) for state in STATUSES]
    first = max([*map(width, states), width(say("coverage.section", language))])
    lines = [say("coverage.head", language, n=len(kb.statements), **counts), ""]
    lines.append("  " + padded(say("coverage.section", language), first) + "".join(f"  {head}" for head in heads))
    for section, found in states.items():
        cells = "".join(f"  {found[state]:>{width(head)}}" for state, head in zip(STATUSES, heads, strict=True))
        lines.append(f"  {padded(section, first)}{cells}")
    for state in STATUSES[1:]:
        lines += ["", say(f"coverage.{state}", language)]
        for statement in kb.statements.values():
            if statement.status == state:
                reason = statement.reason[language] if statement.reason is not None else ""
                lines.append(f"  {statement.number} {statement.text[language]}")
                lines += [f"      {reason}"] if reason else []
    return "\n".join(lines) + "\n"


def coverage_document(kb: KnowledgeBase) -> dict[str, Any]:
    """Return the ledger as data."""
    statements = [statement_to_dict(statement) for statement in kb.statements.values()]
    return {"schema_version": 1, "rules_version": kb.version, "statements": statements}


def statement_to_dict(statement: Statement) -> dict[str, Any]:
    """Return a statement of the article, and what became of it, as data."""
    return picked(statement, "number section status rules text reason")


def sound(kb: KnowledgeBase, folder: str | None, language: str) -> str:
    """Return what to say about a knowledge base without problems, by its folder; None for the one that comes with advise."""
    facts = len(kb.vocabulary.facts)
    numbers = {"rules": len(kb.rules), "derivations": len(kb.derivations), "facts": facts}
    named = say("rules.shipped", language) if folder is None else folder
    return say("rules.sound", language, folder=named, version=kb.version, **numbers) + "\n"


_NAMED = 6
"""Subjects that are named where none is near."""


def chosen_subject(word: str, source: str | None, written: str, project: Project | None) -> str:
    """Return the subject of a list that is meant: `organisations/city`, `capitals.human`, or its id alone.

    Raises:
        Misuse: No one can be meant.
    """
    if source is None:
        raise Misuse("subject.project", word=word)
    if project is None:
        raise Misuse("subject.no_project", word=word, written=written)
    if source not in project.memory.elements:
        raise Misuse("subject.no_list", list=source)
    there = [subject_of(source, element["id"]) for element in project.memory.elements[source]]
    for name in (written, f"{source}/{written}", written.replace(f"{source}.", f"{source}/", 1)):
        if (subject := meant(name, there)) in there:
            return subject
    by_id = {source_and_id(subject)[1]: subject for subject in there}
    close = nearest(written.removeprefix(f"{source}.").removeprefix(f"{source}/"), by_id)
    if close is not None:
        raise Misuse("subject.close", written=written, close=by_id[close])
    if not there:
        raise Misuse("subject.empty", written=written, list=source)
    named, left = ", ".join(there[:_NAMED]), len(there) - _NAMED
    if left > 0:
        raise Misuse("subject.none.more", written=written, there=named, n=left)
    raise Misuse("subject.none", written=written, there=named)


def one_subject(
    word: str, source: str | None, own: str | None, written: str | None, project: Project | None
) -> str | None:
    """Return the only subject of a fact that is meant, by the fact's own name or beside it; None for all.

    Where the project does not state the list, or there is none, a subject that the word names is kept.

    Raises:
        Misuse: No one can be meant.
    """
    if own is not None and written is not None:
        raise Misuse("subject.named", word=word)
    if written is not None:
        return chosen_subject(word, source, written, project)
    if own is None or project is None or source not in project.memory.elements:
        return own
    return chosen_subject(word, source, own, project)
