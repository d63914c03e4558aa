"""Writes docs/rules-quality.md: what is proved of the rules, and which changes of them the scenarios notice. `make quality`.

How long that took, and how many changes are noticed, stands in benchmarks/README.md, too.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from time import process_time

from advise import load_rules
from advise.engine.mutants.run import Score, score
from advise.engine.scenarios.home import Home
from advise.engine.verify.asking import Asking, ClaimResult
from advise.engine.verify.claims import prove

ROOT = Path(__file__).resolve().parents[1]
PATH = ROOT / "docs" / "rules-quality.md"
BENCHMARKS = ROOT / "benchmarks" / "README.md"
sys.path.insert(0, str(ROOT))

from tests.engine.verify.any_length import Claims  # noqa: E402

HEAD = """# What is proved and tested of the rules

Written by `make quality`; `python tools/quality.py claims` writes the first part anew, and takes half a minute.

"""
PROOFS, END = "<!-- proofs -->", "<!-- end of proofs -->"
NEVER = ("best_is_clean", "better_not_worse", "certain_stays", "own")
"""Claims that are proved by no project; the others hold of lists of any length because a project shows it."""
CAN = ("rule_occurs", "rule_seen", "value_occurs", "condition_decides", "not_implied")
"""Claims that are refuted by no project."""


def quality(page: str, parts: Collection[str]) -> str:
    """Return the page with some of its parts written anew; what changes the scenarios notice takes minutes."""
    kept = dict(zip(MADE, re.split(r"^(?=## (?:Claims|Changes)$)", page, flags=re.MULTILINE)[1:], strict=False))
    return HEAD + "".join("\n".join(MADE[part]()) if part in parts else kept[part] for part in MADE)


def with_figures(benchmarks: str, page: str) -> str:
    """Return the page of benchmarks with the figures of what was proved and changed."""
    text = " ".join(page.split())
    told = (
        ("`advise rules verify`, nothing kept of a run before", r"of up to three elements, (?P<s>\d+) s of one"),
        ("the same claims for lists of any length, by another solver", r"\(z3, (?P<s>\d+) s of one"),
        (
            "`advise rules mutate`: {n} changes, {noticed} % noticed of those that are not proved to be none",
            r"`advise rules mutate`, (?P<s>\d+) s of one processor: (?P<n>\d+) changes, .* others (?P<noticed>[\d.]+) % are",
        ),
    )
    rows = [(what.format(**found), found["s"]) for what, how in told for found in [re.search(how, text).groupdict()]]  # type: ignore[union-attr]
    lines = ["| what | processor time |", "|---|---|", *(f"| {what} | {seconds} s |" for what, seconds in rows), ""]
    before, _, rest = benchmarks.partition(PROOFS)
    return before + PROOFS + "\n" + "\n".join(lines) + END + rest.partition(END)[2]


def claims() -> list[str]:
    """Return what is proved of the rules."""
    kb = load_rules()
    start = process_time()
    answers = list(prove(Asking(kb)))
    proving = process_time() - start
    start = process_time()
    bounded = _bounded(answers)
    lifting = process_time() - start
    left = Counter(one.claim for one in bounded if one.outcome == "proved")
    outcomes = Counter((one.claim, one.outcome if one.reason is None else "excepted") for one in answers)
    return [
        "## Claims",
        "",
        f"Of rules {kb.version}: {len(kb.rules)} rules. `advise rules verify`, lists of up to three elements, {proving:.0f} s of one",
        "processor. What each claim says, and what is excepted and why: [rule-language.md](rule-language.md#claims), `rules/claims`.",
        "A project that shows something does so however long lists may be. What no project does is proved once more for lists of",
        f"any length, with quantifiers over their elements, by another solver (z3, {lifting:.0f} s of one processor;",
        "`tests/engine/verify/any_length.py`).",
        "",
        "| claim | proved | of these for lists of any length | excepted | refuted | not settled |",
        "|---|---|---|---|---|---|",
        *(
            f"| `{claim}` | {outcomes[claim, 'proved']} | {outcomes[claim, 'proved'] - left[claim]} | "
            + " | ".join(str(outcomes[claim, outcome]) for outcome in ("excepted", "refuted", "not_settled"))
            + " |"
            for claim in dict.fromkeys(one.claim for one in answers)
        ),
        "",
        *_only_bounded(bounded),
        "",
    ]


def changes() -> list[str]:
    """Return which changes of the rules the scenarios notice."""
    kb = load_rules()
    start = process_time()
    found = score(Home(kb))
    changing = process_time() - start
    return [
        "## Changes",
        "",
        f"Of rules {kb.version}: {found.cases} cases of scenarios. `advise rules mutate`, {changing:.0f} s of one processor:",
        f"{found.total} changes, {found.killed} noticed by a case, {found.equal} proved to change nothing that is concluded. Of the",
        f"others {found.percent:.1f} % are noticed.",
        "",
        "| kind of change | changes | not noticed | proved to be none |",
        "|---|---|---|---|",
        *_kinds(found),
        "",
        "## Not noticed",
        "",
        *_left(found),
        "",
    ]


def _bounded(answers: list[ClaimResult]) -> list[ClaimResult]:
    """Return what is proved, or excepted because no project shows it, for lists up to the bound only."""
    claims = Claims(load_rules())
    return [
        one
        for one in answers
        if one.claim in (NEVER if one.outcome == "proved" else CAN)
        and one.outcome != "not_settled"
        and not claims.never(one.claim, one.about)
    ]


def _only_bounded(bounded: list[ClaimResult]) -> Iterator[str]:
    if bounded:
        yield "For lists of up to three elements only:"
        yield ""
        for one in bounded:
            yield f"- `{one.claim}` {': '.join(one.about)}"
        yield ""


def _kinds(found: Score) -> Iterator[str]:
    fates = Counter((one.mutant.kind, one.fate) for one in found.survivors)
    for kind, number in sorted(found.of_kind.items()):
        left = fates[kind, "survived"] + fates[kind, "not_settled"]
        yield f"| {kind} | {number} | {left} | {fates[kind, 'equal']} |"


def _left(found: Score) -> Iterator[str]:
    for one in found.survivors:
        if one.fate == "equal":
            continue
        if one.fate == "not_settled":
            why = "not settled in time whether it is a change"
        elif one.scenario is not None:
            why = "a scenario is missing"
        else:
            why = "no sentence of a scenario tells it"
        what = one.mutant.what["en"].replace("|", "\\|")
        yield f"- {one.mutant.where}, {one.mutant.kind}: {what} ({why})"


MADE: dict[str, Callable[[], list[str]]] = {"claims": claims, "changes": changes}


if __name__ == "__main__":
    made = quality(PATH.read_text(encoding="utf-8"), sys.argv[1:] or MADE)
    PATH.write_text(made, encoding="utf-8")
    BENCHMARKS.write_text(with_figures(BENCHMARKS.read_text(encoding="utf-8"), made), encoding="utf-8")
