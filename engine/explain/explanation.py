"""Why, why not, or why it cannot be told: a rule on every subject that it is about, with the tree of its condition."""

from __future__ import annotations

from msgspec import Struct

from ..assess.verdict import replaced
from ..compiled import CompiledKnowledgeBase
from ..knowledge.model import Rule, Texts
from ..language.truth import Truth
from ..project.address import Address, subject_of
from ..project.project import Project
from .tree import Explanation, trees


class RuleExplanation(Struct, frozen=True):
    """A rule on one subject: its outcome and the tree of its condition."""

    rule: Rule
    subject: str | None
    subject_label: Texts | None
    truth: Truth
    replaced_by: str | None
    tree: Explanation


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
    when = kb.evaluator.by_code[code].when
    if rule.loop is None:
        truth = conclusions.outcomes[code, None]
        return (RuleExplanation(rule, None, None, truth, silenced.get((code, None)), teller.tell(when, {})),)
    elements = teller.support.memory.elements
    if rule.loop.source not in elements:
        listed = kb.vocabulary.lists[rule.loop.source]
        tree = Explanation("list", listed.question or listed.label, None, unknown=(Address(rule.loop.source),))
        return (RuleExplanation(rule, None, None, None, None, tree),)
    found = []
    for element in elements[rule.loop.source]:
        key = code, str(element["id"])
        about = subject_of(rule.loop.source, element)
        if subject in (None, about):
            tree = teller.tell(when, {rule.loop.variable: element})
            label = teller.drafter.labels[about]
            found.append(RuleExplanation(rule, about, label, conclusions.outcomes[key], silenced.get(key), tree))
    return tuple(found)
