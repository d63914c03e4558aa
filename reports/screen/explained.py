"""What a rule reads of a table of projects, and how its findings are asked for in SQL."""

from __future__ import annotations

from ...engine.compiled import CompiledKnowledgeBase
from ...engine.knowledge.model import Rule
from ..texts import say
from .fields import Field, Sheet, head, sheets


def explained(rule: Rule, kb: CompiledKnowledgeBase, language: str) -> str:
    """Return the columns that a rule reads, its condition in words, and the SQL that shows its findings.

    Args:
        rule: The rule.
        kb: The knowledge base.
        language: `en` or `ja`.
    """
    facts = frozenset[str]().union(*kb.evaluator.dependencies.rests_on(rule.code))
    lines = [f"{rule.code}  {rule.name}", "", say("screen.explain.columns", language)]
    for sheet in sheets(kb):
        columns = [one for one in sheet.fields if _stands_for(one, sheet, facts)]
        if columns:
            listed = kb.vocabulary.lists.get(sheet.source or "")
            shown = f"{listed.label[language]} ({listed.path})" if listed else say("screen.sheet.projects", language)
            lines += ["", f"  {shown}"]
            for one in columns:
                kind = one.fact.type if one.fact is not None else "text"
                lines.append(f"    {one.key:<44} {kind:<7}  {head(one, kb, language)}")
    lines += ["", say("screen.explain.when", language)]
    lines += [f"  {line}" for line in kb.in_words(rule.code)[language].split("\n")]
    lines += ["", say("screen.explain.sql", language), ""]
    lines.append(f"CREATE OR REPLACE VIEW {rule.code.replace('-', '_').lower()} AS")
    lines.append("SELECT p.id, p.name, p.place, p.standing, f.subject, f.kind, f.severity, f.title")
    lines.append(
        f"FROM findings f JOIN projects p ON p.id = f.project WHERE f.code = '{rule.code}' ORDER BY p.id, f.subject;"
    )
    return "\n".join(lines) + "\n"


def _stands_for(one: Field, sheet: Sheet, facts: frozenset[str]) -> bool:
    if one.role == "names":
        return one.key in facts
    if one.role in ("element", "id"):
        return sheet.source in facts
    return one.fact is not None and one.fact.path in facts
