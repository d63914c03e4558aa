"""A small knowledge base about a shop, written file by file, so that a test can break one thing in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from advise.engine.compiled import CompiledKnowledgeBase, compiled
from advise.engine.evaluate import Evaluator
from advise.engine.knowledge import load_knowledge_base
from advise.engine.knowledge.model import KnowledgeBase
from advise.engine.language.truth import Truth
from advise.engine.problems.problem import Problem, ProblemsError
from advise.engine.project.memory import Conclusions
from advise.engine.project.project import read_project

LIBRARY = Path(__file__).resolve().parent / "library"
"""A complete knowledge base on lending libraries."""

WORDS = """\
facts:
  shop.open:
    type: bool
    label: {en: open, ja: 開店}
    question: {en: "Is it open?", ja: 開いていますか}
  shop.kind:
    type: enum
    values:
      bakery: {en: bakery, ja: パン屋}
      florist: {en: florist, ja: 花屋}
    label: {en: kind, ja: 種類}
    question: {en: "What is it?", ja: 何の店ですか}
  shop.wares:
    type: set
    values:
      bread: {en: bread, ja: パン}
      cake: {en: cake, ja: 菓子}
    label: {en: wares, ja: 品物}
    question: {en: "What is sold?", ja: 何を売っていますか}
  shop.guests:
    type: set
    complete: declared
    values:
      children: {en: children, ja: 子ども}
      adults: {en: adults, ja: 大人}
      tourists: {en: tourists, ja: 旅行者}
    label: {en: guests who came, ja: 来た客}
    question: {en: "Who has come?", ja: だれが来ましたか}
  shop.staff:
    type: int
    label: {en: staff, ja: 人数}
    question: {en: "How many work there?", ja: 何人ですか}
  shop.rent:
    type: number
    min: 0
    label: {en: rent, ja: 家賃}
    question: {en: "What is the rent?", ja: 家賃はいくらですか}
  shop.owner:
    type: text
    label: {en: owner, ja: 主人}
    question: {en: "Who owns it?", ja: だれの店ですか}
  shop.notes:
    type: texts
    label: {en: notes, ja: 覚え書き}
    question: {en: "Any notes?", ja: 覚え書きはありますか}
  complete.jars:
    type: bool
    label: {en: all jars are listed, ja: 瓶はすべてある}
    question: {en: "Are all jars listed?", ja: 瓶はすべてありますか}
  shelves[].wide:
    type: bool
    label: {en: wide, ja: 広さ}
    question: {en: "Is it wide?", ja: 広いですか}
  shelves[].size:
    type: number
    min: 0
    max: 10
    label: {en: size, ja: 大きさ}
    question: {en: "How big is it?", ja: どれくらいですか}
  shelves[].season:
    type: enum
    values:
      summer: {en: summer, ja: 夏}
      winter: {en: winter, ja: 冬}
    label: {en: season, ja: 季節}
    question: {en: "For which season?", ja: どの季節のものですか}
  shelves[].jars:
    type: refs
    to: jars
    label: {en: jars on it, ja: 瓶}
    question: {en: "Which jars?", ja: どの瓶ですか}
  jars[].full:
    type: bool
    label: {en: full, ja: 中身}
    question: {en: "Is it full?", ja: 入っていますか}
  seasons.*.busy:
    type: bool
    label: {en: busy, ja: 忙しさ}
    question: {en: "Is it busy then?", ja: 忙しいですか}
lists:
  shelves:
    element: shelf
    complete: stated
    label: {en: shelves, ja: 棚}
    question: {en: "Which shelves?", ja: どの棚ですか}
    element_label: {en: shelf, ja: 棚}
  jars:
    element: jar
    complete: declared
    label: {en: jars, ja: 瓶}
    question: {en: "Which jars?", ja: どの瓶ですか}
    element_label: {en: jar, ja: 瓶}
families:
  seasons:
    element: season
    label: {en: seasons, ja: 季節}
    element_label: {en: season, ja: 季節}
    members:
      summer: {en: summer, ja: 夏}
      winter: {en: winter, ja: 冬}
concepts:
  shop.size:
    values:
      small: {en: small, ja: 小さい}
      big: {en: big, ja: 大きい}
    label: {en: size of the shop, ja: 店の大きさ}
"""

RULE = """\
code: SHO-01
title:
  en: The shop is shut
  ja: 店が閉まっています
severity: major
owner: [owner]
when:
  - shop.open is false
  - shop.staff >= $least
advice:
  en: Open it.
  ja: 開けてください。
source:
  section: A
  statements: [S1]
"""

FILES: Mapping[str, str] = {
    "vocabulary/words.yaml": WORDS,
    "parameters.yaml": """\
parameters:
  least:
    value: 2
    label: {en: least, ja: 最小}
    ours: true
  sweet:
    value: [cake]
    label: {en: sweet wares, ja: 甘いもの}
    source: A
  span:
    value: [1, 3]
    shape: band
    label: {en: usual span, ja: ふつうの幅}
    source: A
""",
    "areas.yaml": "areas:\n  shop:\n    en: The shop\n    ja: 店\n    step: 1\n",
    "owners.yaml": "owners:\n  owner:\n    en: Owner\n    ja: 主人\n",
    "verdict.yaml": """\
must_know:
  - fact: shop.open
verdicts:
  - verdict: hold
    severity: blocker
  - verdict: insufficient_information
    missing: must_know
  - verdict: revise
    severity: major
  - verdict: proceed
labels:
  verdicts:
    hold: {label: {en: h, ja: 止}, meaning: {en: h, ja: 止}}
    insufficient_information: {label: {en: i, ja: 不}, meaning: {en: i, ja: 不}}
    revise: {label: {en: r, ja: 直}, meaning: {en: r, ja: 直}}
    proceed: {label: {en: p, ja: 進}, meaning: {en: p, ja: 進}}
  severities:
    blocker: {label: {en: b, ja: 停}, meaning: {en: b, ja: 停}}
    major: {label: {en: m, ja: 重}, meaning: {en: m, ja: 重}}
    minor: {label: {en: n, ja: 軽}, meaning: {en: n, ja: 軽}}
    info: {label: {en: f, ja: 参}, meaning: {en: f, ja: 参}}
""",
    "paper/notes.yaml": """\
statements:
  S1:
    section: A
    en: Shops are open.
    ja: 店は開いている。
    status: encoded
    rules: [SHO-01]
""",
    "shop/shut.yaml": RULE,
    "shop/size.yaml": """\
derives: shop.size
values:
  - is: small
    when:
      - shop.staff < $span.low
  - is: big
    when:
      - shop.staff > $span.high
source:
  ours: true
""",
}

NEW_RULE = """\
code: {code}
title: {{en: Something, ja: 何か}}
severity: minor
owner: [owner]
{more}advice: {{en: Do it., ja: してください。}}
source: {{ours: true}}
when:
{when}
"""


def write(folder: Path, changes: Mapping[str, str | None] | None = None) -> Path:
    """Write the knowledge base with some files changed, added, or (None) left out; return its folder."""
    root = folder / "shop-rules"
    for name, text in {**FILES, **(changes or {})}.items():
        if text is not None:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return root


def load(folder: Path, changes: Mapping[str, str | None] | None = None) -> CompiledKnowledgeBase:
    """Write and load the knowledge base."""
    return compiled(load_knowledge_base(write(folder, changes), use_cache=False))


def problems(folder: Path, changes: Mapping[str, str | None]) -> list[Problem]:
    """Return what is wrong with the changed knowledge base; fails when nothing is."""
    try:
        load(folder, changes)
    except ProblemsError as error:
        return list(error.problems)
    raise AssertionError("the knowledge base was accepted")


def the_problem(folder: Path, changes: Mapping[str, str | None]) -> Problem:
    """Return the one problem of the changed knowledge base."""
    (found,) = problems(folder, changes)
    return found


def rule(*when: str, code: str = "SHO-02", more: str = "") -> str:
    """Return a rule file with these conditions; each is YAML and may have several lines."""
    lines = "\n".join("  - " + text.replace("\n", "\n    ") for text in when)
    return NEW_RULE.format(code=code, when=lines, more=more)


def pointed(problem: Problem) -> str:
    """Return the words that a problem points to."""
    assert problem.place is not None
    start = problem.place.column - 1
    return problem.place.text[start : start + problem.place.length]


def outcomes(
    folder: Path, document: Mapping[str, Any], *when: str, more: str = "", strict: bool = False
) -> dict[str | None, Truth]:
    """Return what becomes of a rule with these conditions in a project, by the element that it is about."""
    kb = load(folder, {"shop/other.yaml": rule(*when, more=more)})
    found = concluded(kb, document, strict).outcomes
    return {subject: truth for (code, subject), truth in found.items() if code == "SHO-02"}


def concluded(kb: KnowledgeBase, document: Mapping[str, Any], strict: bool = False) -> Conclusions:
    """Return the conclusions about a project."""
    return Evaluator(kb, strict=strict).run(read_project(document, kb).memory)


def outcome(folder: Path, document: Mapping[str, Any], *when: str, strict: bool = False) -> Truth:
    """Return the truth of conditions in a project."""
    return outcomes(folder, document, *when, strict=strict)[None]
