"""One word has one meaning: a class is called what no other is called, in whatever room it lives."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def defined(path: Path) -> Iterator[str]:
    """Yield the classes and the aliases of types that a module makes for others."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef):
            name, value = node.name, None
        elif isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(
            target := node.targets[0] if isinstance(node, ast.Assign) else node.target, ast.Name
        ):
            name, value = target.id, node.value
        else:
            continue
        is_type_variable = isinstance(value, ast.Call) and ast.unparse(value.func) == "TypeVar"
        if name[0].isupper() and not name.isupper() and not is_type_variable:
            yield name


def test_a_class_has_a_name_that_no_other_has() -> None:
    homes = defaultdict(list)
    for path in (*ROOT.glob("*.py"), *ROOT.glob("engine/**/*.py"), *ROOT.glob("reports/**/*.py")):
        for name in defined(path):
            homes[name].append(path.relative_to(ROOT).as_posix())
    assert len(homes) > 400
    assert {name: where for name, where in homes.items() if len(where) > 1} == {}
