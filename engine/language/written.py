"""A condition as it is written, on one line."""

from __future__ import annotations

from .tree import All, Any, Comparison, Condition, Fact, Not, Parameter, Right


def written(node: Condition) -> str:
    """Return a condition on one line.

    >>> written(Comparison(Fact("top.visited", attribute="top.visited"), "is", False))
    'top.visited is false'
    """
    if isinstance(node, Comparison):
        return f"{_fact(node.left)} {node.operator} {_right(node.right)}".strip()
    if isinstance(node, Not):
        return f"not: [{written(node.child)}]"
    if isinstance(node, (All, Any)):
        head = "all" if isinstance(node, All) else "any"
        return f"{head}: [{'; '.join(map(written, node.children))}]"
    over = f"{node.variable}.{node.measure.attribute}" if node.measure is not None else node.variable
    parts = [f"{node.kind}: {over}"]
    if node.where.children:
        parts.append(f"where: [{'; '.join(map(written, node.where.children))}]")
    if node.body is not None:
        parts.append(f"is: [{'; '.join(map(written, node.body.children))}]")
    if node.operator is not None:
        parts.append(f"is: {node.operator} {_right(node.bound)}")
    return ", ".join(parts)


def _fact(fact: Fact) -> str:
    if fact.variable is not None:
        return fact.variable if fact.attribute == "id" else f"{fact.variable}.{fact.attribute}"
    return fact.path if fact.member is None else fact.path.replace("*", fact.member)


def _right(right: Right) -> str:
    if right is None:
        return ""
    if isinstance(right, Fact):
        return _fact(right)
    if isinstance(right, Parameter):
        return f"${right.name}" + (f".{right.part}" if right.part else "")
    if isinstance(right, tuple):
        return f"[{', '.join(map(_right, right))}]"
    if isinstance(right, bool):
        return str(right).lower()
    return f"{right:g}" if isinstance(right, float) else str(right)
