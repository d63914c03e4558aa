"""A new rule to fill in: its file with every part that a rule needs, the texts still empty.

The empty parts are problems on purpose: `advise rules check` names each of them until it is written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from pathlib import Path

from ..problems.problem import MessageRow, ProblemsError, nearest, tabled
from . import files
from .check import RULE_NAME, read_knowledge_base
from .load import load_knowledge_base
from .model import KnowledgeBase

_CODE = re.compile(rb"^code: *([A-Z]{2,5}-[0-9]{2,3})\s*$", re.MULTILINE)
_TEMPLATE = """\
# What the article says, and how this rule reads it.
code: {code}
title:
  en:
  ja:
severity: minor
owner: [project_lead]
# for: goal                        # one finding for each goal; then write {{subject}} in the title
when:
  -                                # one comparison a line, such as: project.phase is preparation
advice:
  en:
  ja:
source:                            # of a rule that is not the article's, `ours: true` in place of both lines
  section:
  statements: []
"""


def begun(folder: str) -> tuple[KnowledgeBase, frozenset[str]]:
    """Load a knowledge base in which rules may be begun and not yet written to their end.

    Returns:
        The knowledge base without such rules, and their codes.

    Raises:
        ProblemsError: More is wrong with it than that.
    """
    try:
        return load_knowledge_base(folder), frozenset()
    except ProblemsError as error:
        root = Path(folder)
        shown = root.as_posix()
        unfinished = {one.place.file.removeprefix(f"{shown}/") for one in error.problems if one.place is not None}
        try:
            contents = files.read(root, files.find(root)[0], shown)
            codes = [_CODE.search(contents.pop(name, b"")) for name in unfinished]
            kb = read_knowledge_base(contents, (), folder, shown, {})
        except (OSError, ProblemsError):
            raise error from None
        return kb, frozenset(found[1].decode() for found in codes if found)


def new_rule(name: str, kb: KnowledgeBase, taken: Collection[str] = ()) -> str:
    """Return the text of a new rule file `<area>/<what-is-wrong>`, with the next code of the area that is not taken.

    Raises:
        ProblemsError: The name is not of that form, its area does not exist, or the rule does.
    """
    area = name.partition("/")[0]
    if not RULE_NAME.fullmatch(name):
        raise ProblemsError([tabled(_PROBLEMS, "K601", name=name)])
    if area not in kb.areas:
        close = nearest(area, kb.areas)
        known = f"{close}/..." if close else ", ".join(kb.areas)
        raise ProblemsError([tabled(_PROBLEMS, "K602", name=name, known=known)])
    if name in {rule.name for rule in kb.rules} | {derivation.name for derivation in kb.derivations}:
        raise ProblemsError([tabled(_PROBLEMS, "K603", name=name)])
    return _TEMPLATE.format(code=next_code(area, kb, taken))


def next_code(area: str, kb: KnowledgeBase, taken: Collection[str]) -> str:
    """Return the first free code of an area: its usual letters and the number behind the highest."""
    prefixes = Counter(rule.code.partition("-")[0] for rule in kb.rules if rule.area == area)
    prefix = prefixes.most_common(1)[0][0] if prefixes else area.replace("_", "")[:3].upper()
    codes = [*kb.by_code, *taken]
    numbers = [int(code[1]) for one in codes if (code := one.split("-"))[0] == prefix]
    return f"{prefix}-{max(numbers, default=0) + 1:02d}"


_PROBLEMS: dict[str, MessageRow] = {
    "K601": ("'{name}' is not the name of a rule", "「{name}」は規則の名前の形ではありません",
             "Write <area>/<name-in-words>.", "「領域/英小文字とハイフン」 の形で書いてください。"),
    "K602": ("'{name}' is in no area of the rules", "「{name}」の領域がありません",
             "Use {known}; a new area is added in areas.yaml.", "{known} を使ってください。新しい領域は areas.yaml に加えます。"),
    "K603": ("there is a rule '{name}' already", "「{name}」という規則はすでにあります", "Choose another name.", "別の名前にしてください。"),
}  # fmt: skip
