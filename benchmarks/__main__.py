"""`python -m benchmarks`: measure, print the tables, and with `--write` put them into README.md."""

from __future__ import annotations

import argparse
import os
import platform
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from advise import load_rules

from . import cold, house, many, screen, warm
from .measure import Figure

README = Path(__file__).with_name("README.md")
BEGIN, END = "<!-- figures -->\n", "<!-- end of figures -->\n"


def main() -> None:
    """Run the benchmarks."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the figures into benchmarks/README.md")
    parser.add_argument("--quick", action="store_true", help="fewer runs: a first look, not figures to quote")
    parser.add_argument("--section", metavar="TEXT", action="append", help="measure only sections whose title has this")
    parser.add_argument("--many", type=int, metavar="N", help="how many projects are judged in columns")
    options = parser.parse_args()
    rounds, projects = (3, 500) if options.quick else (15, 10_000)
    wanted = [one.lower() for one in options.section or [""]]
    found = {
        title: measure()
        for title, measure in sections(rounds, projects, options.many or 2 * projects).items()
        if any(one in title.lower() for one in wanted)
    }
    print(machine(), table(found), sep="\n")
    if options.write:
        text = README.read_text(encoding="utf-8")
        README.write_text(replaced(text, found), encoding="utf-8")


def sections(rounds: int, projects: int, many_projects: int) -> Mapping[str, Callable[[], list[Figure]]]:
    """Return what is measured, by the title under which it stands.

    Args:
        rounds: How often each figure and its peer are measured.
        projects: How many projects memory is watched over; a call has a fifth of them.
        many_projects: How many are judged in columns.
    """
    kb = load_rules()
    return {
        "A start": lambda: [*cold.starts(rounds), *cold.imports()],
        "One project, warm": lambda: warm.one_project(kb, rounds),
        "Growth with facts": lambda: warm.growth_with_facts(kb, rounds),
        "Growth with rules": lambda: warm.growth_with_rules(kb, rounds),
        "What answers would change": lambda: warm.ranking(kb, max(3, rounds // 3)),
        "A question of the interview": lambda: warm.questions(kb, rounds),
        "Many projects": lambda: warm.memory(kb, projects),
        "A small foreign policy": lambda: warm.from_bytes(rounds),
        "Many projects in columns": lambda: many.figures(kb, max(3, rounds // 3), many_projects),
        "A call": lambda: screen.figures(kb, max(2, rounds // 5), projects // 5),
        "Rules": lambda: warm.loading(max(2, rounds // 5)),
        "The house": house.figures,
    }


def replaced(text: str, found: Mapping[str, list[Figure]]) -> str:
    """Return the README with the tables of some sections in the place of those that it has."""
    before, _, rest = text.partition(BEGIN)
    figures, _, after = rest.partition(END)
    _, *there = figures.split("\n### ")
    kept = {title: body.strip("\n") for title, _, body in (one.partition("\n") for one in there)}
    kept.update({title: table({title: one}).split("\n", 2)[2].strip("\n") for title, one in found.items()})
    whole = "\n\n".join(f"### {title}\n\n{body}" for title, body in kept.items())
    return f"{before}{BEGIN}\n{machine()}\n\n{whole}\n{END}{after}"


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
