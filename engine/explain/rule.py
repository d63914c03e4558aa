"""Why, why not, or why it cannot be told: a rule on every subject that it is about, with the tree of its condition."""

from __future__ import annotations

from msgspec import Struct

from ..assess.verdict import replaced
from ..compiled import CompiledKnowledgeBase
from ..knowledge.model import Rule, Texts, is_upcoming
from ..language.truth import Truth
from ..project.address import Address
from ..project.project import Project
from .tree import Explanation, trees


class RuleExplanation(Struct, frozen=True):
    """A rule on one subject: its outcome, the tree of its condition, and whether it holds but is not due yet."""

    rule: Rule
    subject: str | None
    subject_label: Texts | None
    truth: Truth
    replaced_by: str | None
    tree: Explanation
    upcoming: bool = False


def explain(
    code: str, project: Project, kb: CompiledKnowledgeBase, *, full: bool = False, subject: str | None = None
) -> tuple[RuleExplanation, ...]:
    """Explain a rule for every subject of a project.

    Args:
        code: The rule's code.
        project: The project.
        kb: The knowledge base.
        full: Show every part, not only those that decided.
        subject: The only subject to explain it for, where it is about several.

    Raises:
        KeyError: No rule has this code.
    """
    rule = kb.rule(code)
    conclusions, teller = trees(project, kb, full=full)
    silenced = replaced(conclusions, kb)
    found = []
    for key, truth in teller.drafter.outcomes(rule, conclusions):
        about = teller.accounts.subject(key)
        if about is not None and subject not in (None, about):
            continue
        account = teller.accounts.of_outcome(key)
        tree = _not_stated(rule, kb) if account is None else teller.tell(account)
        label = teller.drafter.labels[about] if about is not None else None
        found.append(
            RuleExplanation(
                rule, about, label, truth, silenced.get(key), tree, is_upcoming(conclusions.severities.get(key))
            )
        )
    return tuple(found)


def _not_stated(rule: Rule, kb: CompiledKnowledgeBase) -> Explanation:
    """Return the tree of a rule over a list that is not stated."""
    assert rule.loop is not None
    listed = kb.vocabulary.lists[rule.loop.source]
    return Explanation("list", listed.question or listed.label, None, unknown=(Address(rule.loop.source),))
