"""`python -m benchmarks`: measure, print the table, and with `--write` put it into README.md."""

from __future__ import annotations

import argparse
import os
import platform
from collections.abc import Iterable
from pathlib import Path

from advise import load_rules

from . import cold, many, screen, warm
from .measure import Figure

README = Path(__file__).with_name("README.md")
MANY = "Many projects in columns"
BEGIN, END = "<!-- figures -->\n", "<!-- end of figures -->\n"


def main() -> None:
    """Run the benchmarks."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the figures into benchmarks/README.md")
    parser.add_argument("--quick", action="store_true", help="fewer runs: a first look, not figures to quote")
    parser.add_argument("--many", type=int, metavar="N", help="measure only N projects in columns; nothing is kept")
    options = parser.parse_args()
    if options.many:
        print(machine(), table({MANY: many.figures(load_rules(), 5, options.many)}), sep="\n")
        return
    sections = measured(3 if options.quick else 15, 500 if options.quick else 10_000)
    text = table(sections)
    print(machine(), text, sep="\n")
    if options.write:
        before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
        after = rest.partition(END)[2]
        README.write_text(f"{before}{BEGIN}\n{machine()}\n{text}\n{END}{after}", encoding="utf-8")


def measured(rounds: int, projects: int) -> dict[str, list[Figure]]:
    """Measure everything.

    Args:
        rounds: How often each figure and its peer are measured.
        projects: How many projects memory is watched over.
    """
    kb = load_rules()
    return {
        "A start": [*cold.starts(rounds), *cold.imports()],
        "One project, warm": warm.one_project(kb, rounds),
        "Growth with facts": warm.growth_with_facts(kb, rounds),
        "Growth with rules": warm.growth_with_rules(kb, rounds),
        "What answers would change": warm.ranking(kb, max(3, rounds // 3)),
        "A question of the interview": warm.questions(kb, rounds),
        "Many projects": warm.memory(kb, projects),
        "A small foreign policy": warm.from_bytes(rounds),
        MANY: many.figures(kb, max(3, rounds // 5), 2 * projects),
        "A call": screen.figures(kb, max(2, rounds // 5), projects // 5),
        "Rules": warm.loading(max(2, rounds // 5)),
    }


def machine() -> str:
    """Return what kind of machine it is; a name of it would mean nothing to anybody else."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{python}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores"


def table(sections: dict[str, list[Figure]]) -> str:
    """Return the figures as tables in Markdown."""
    return "\n".join(line for title, figures in sections.items() for line in _section(title, figures))


def _section(title: str, figures: Iterable[Figure]) -> Iterable[str]:
    yield from (f"\n### {title}\n", "| what | figure | beside | ratio | budget | |", "|---|---|---|---|---|---|")
    for figure in figures:
        times = "" if figure.ratio is None else f"{figure.ratio:.2f}x"
        met = {True: "met", False: "**missed**", None: ""}[figure.met]
        yield f"| {figure.what} | {figure.value} | {figure.peer} | {times} | {figure.budget} | {met} |"


if __name__ == "__main__":
    main()
