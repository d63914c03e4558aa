"""The chain from the common area over goals and KPIs to themes: what is linked, what is broken, what is unknown.

It draws the stated references. What is broken is concluded by the rules; the codes of the findings stand at the breaks.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from msgspec import Struct, field

from ..words.names import Reading, anchor
from ..words.verdict import actions
from .map_layout import Box, Link, draw

Line = Literal["linked", "broken", "unknown"]
_LISTS = ("goals", "kpis", "themes")
_AREA = "area"
_BREAKS_SHOWN = 12
_ABOUT: dict[str, tuple[str, ...]] = {
    "area": ("goals[].from_overlap",),
    "goal_kpi": ("kpis", "kpis[].goals"),
    "kpi_goal": ("kpis[].goals",),
    "kpi_area": ("kpis[].goals", "goals[].from_overlap"),
    "kpi_theme": ("themes", "themes[].kpis"),
    "theme_kpi": ("themes[].kpis",),
    "theme_area": ("themes[].kpis",),
    "dangling": ("kpis[].goals", "themes[].kpis"),
}
"""The facts by which the finding about a break is known among the findings about the same element."""


class _Chain(Struct):
    """What is collected while the references are followed."""

    reading: Reading
    columns: list[list[Box]] = field(default_factory=lambda: [[], [], [], []])
    links: list[Link] = field(default_factory=list)
    breaks: list[dict[str, Any]] = field(default_factory=list)
    leads: dict[str, list[str]] = field(default_factory=dict)

    def name(self, subject: str) -> str:
        """Return what an element is called."""
        return self.reading.text(self.reading.members[subject].label)

    def ids(self, path: str) -> list[str]:
        """Return the subjects of a list."""
        return [f"{path}/{member.id}" for member in self.reading.assessment.elements.get(path, ())]

    def stated(self, path: str) -> bool:
        """Tell whether the project says which elements the list has."""
        return path in self.reading.assessment.elements

    def link(self, left: str, right: str, line: Line) -> None:
        """Note a link between an element and the one it leads back to, or the gap there."""
        self.links.append(Link(left, right, line))

    def gap(self, column: int, key: str, words: str, line: Line) -> str:
        """Return the box that stands for something missing in a column, made when first needed."""
        name = f"gap/{column}/{key}"
        if all(box.key != name for box in self.columns[column]):
            self.columns[column].append(Box(name, words, line))
        return name

    def broken(self, kind: str, subject: str, **values: str) -> None:
        """Note a break with the codes of the findings about it."""
        codes = [
            {"code": finding.code, "anchor": anchor(self.reading, finding)}
            for finding in actions(self.reading.assessment)
            if finding.subject == subject and any(evidence.fact in _ABOUT[kind] for evidence in finding.evidence)
        ]
        text = self.reading.say(f"map.break.{kind}", name=self.name(subject), **values)
        self.breaks.append({"text": text, "codes": codes})


def map_view(reading: Reading) -> dict[str, Any]:
    """Return the picture, the broken links in words, and the whole chain as a table."""
    if not any(reading.assessment.elements.get(path) for path in _LISTS):
        return {"empty": reading.say("map.empty"), "area": _area_words(reading)}
    chain = _Chain(reading)
    chain.columns[0].append(Box(_AREA, _area_words(reading), _area_line(reading)))
    _place(chain)
    _goals(chain)
    _references(chain, "kpis", "goals", 2)
    _references(chain, "themes", "kpis", 3)
    _unserved(chain, "goals", "kpis", "without_kpi", 2)
    _unserved(chain, "kpis", "themes", "without_theme", 3)
    _silent(chain)
    unknown = sum(link.line == "unknown" for link in chain.links)
    heads = [reading.say(f"map.{kind}") for kind in ("area", "goal", "kpi", "theme")]
    return {
        "empty": "",
        "area": _area_words(reading),
        "picture": draw(heads, chain.columns, chain.links, lambda n: reading.say("map.more", n=n)),
        "alt": reading.say("map.alt", n=len(chain.breaks), unknown=unknown),
        "breaks": chain.breaks[:_BREAKS_SHOWN],
        "breaks_rest": chain.breaks[_BREAKS_SHOWN:],
        "breaks_rest_title": reading.say("map.more", n=len(chain.breaks) - _BREAKS_SHOWN),
        "rows": list(_rows(chain)),
    }


def _area_words(reading: Reading) -> str:
    agreed, defined = reading.derived("overlap.agreed"), reading.value("overlap.defined")
    state = "defined" if defined else "unknown"
    if defined is False:
        state = "undefined"
    elif agreed is not None:
        state = "agreed" if agreed == "yes" else "not_agreed"
    return reading.say("labelled", label=reading.say("map.overlap"), text=reading.say(f"map.area.{state}"))


def _area_line(reading: Reading) -> Line:
    if reading.value("overlap.defined") is False or reading.derived("overlap.agreed") == "no":
        return "broken"
    return "linked" if reading.derived("overlap.agreed") == "yes" else "unknown"


def _place(chain: _Chain) -> None:
    """Put the elements into their columns, each near to what it leads back to, so that few lines cross."""
    rank = {subject: index for index, subject in enumerate(chain.ids("goals"))}
    for column, (path, above, concept) in enumerate(
        (("goals", "", ""), ("kpis", "goals", "link"), ("themes", "kpis", "chain")), 1
    ):
        subjects = chain.ids(path)
        if above:
            near = {subject: _first(chain, path, above, subject, rank) for subject in subjects}
            subjects.sort(key=near.__getitem__)
            rank = {subject: index for index, subject in enumerate(subjects)}
        for subject in subjects:
            lost = chain.reading.derived(f"{subject}.{concept}") in ("broken", "unlinked")
            chain.columns[column].append(Box(subject, chain.name(subject), "broken" if lost else "linked"))


def _first(chain: _Chain, path: str, above: str, subject: str, rank: dict[str, int]) -> int:
    targets = chain.reading.value(f"{path}[].{above}", subject) or ()
    return min((rank[key] for target in targets if (key := f"{above}/{target}") in rank), default=len(rank))


def _goals(chain: _Chain) -> None:
    for subject in chain.ids("goals"):
        value = chain.reading.value("goals[].from_overlap", subject)
        agreed = _area_line(chain.reading) == "linked"  # before, nothing is known to lead there
        chain.link(_AREA, subject, "broken" if value is False else "linked" if value and agreed else "unknown")
        words = {None: "unknown", True: "map.overlap", False: "map.no_area"}[value]
        chain.leads[subject] = [chain.reading.say(words)]
        if value is False:
            chain.broken("area", subject)


def _references(chain: _Chain, path: str, above: str, column: int) -> None:
    """Follow the references of each element of a list to the list above it."""
    say = chain.reading.say
    singular = {"goals": "goal", "kpis": "kpi"}[above]
    for subject in chain.ids(path):
        targets = chain.reading.value(f"{path}[].{above}", subject)
        if targets is None:
            chain.link(chain.gap(column - 1, "unknown", say("unknown"), "unknown"), subject, "unknown")
            chain.leads[subject] = [say("unknown")]
        elif not targets:
            chain.link(chain.gap(column - 1, "none", say(f"map.no_{singular}"), "broken"), subject, "broken")
            chain.leads[subject] = [say(f"map.no_{singular}")]
            chain.broken("kpi_goal" if path == "kpis" else "theme_kpi", subject)
        else:
            chain.leads[subject] = [_follow(chain, subject, f"{above}/{target}", column) for target in targets]
        concept = "link" if path == "kpis" else "chain"
        if targets and chain.reading.derived(f"{subject}.{concept}") == "broken":
            chain.broken("kpi_area" if path == "kpis" else "theme_area", subject)


def _follow(chain: _Chain, subject: str, target: str, column: int) -> str:
    if target in chain.reading.members:
        chain.link(target, subject, "linked")
        return chain.name(target)
    name = target.partition("/")[2]
    words = chain.reading.say("map.dangling", id=name)
    chain.link(chain.gap(column - 1, f"dangling/{name}", words, "broken"), subject, "broken")
    chain.broken("dangling", subject, id=name)
    return words


def _unserved(chain: _Chain, path: str, below: str, concept: str, column: int) -> None:
    """Note the elements of which it is concluded that nothing in the list below leads back to them; all of an empty one."""
    empty = chain.reading.assessment.elements.get(below) == ()
    singular = {"kpis": "kpi", "themes": "theme"}[below]
    for subject in chain.ids(path):
        if empty or chain.reading.derived(f"{subject}.{concept}") == "yes":
            box = chain.gap(column, "none", chain.reading.say(f"map.no_{singular}"), "broken")
            chain.link(subject, box, "broken")
            chain.broken("goal_kpi" if path == "goals" else "kpi_theme", subject)


def _silent(chain: _Chain) -> None:
    """Give a column that the project says nothing about a box that says so."""
    for column, path in enumerate(_LISTS, 1):
        if not chain.columns[column]:
            words = chain.reading.say("none" if chain.stated(path) else "map.nothing")
            chain.gap(column, "silent", words, "unknown")


def _rows(chain: _Chain) -> Iterable[dict[str, Any]]:
    for path, kind in zip(_LISTS, ("goal", "kpi", "theme"), strict=True):
        for subject in chain.ids(path):
            yield {
                "kind": chain.reading.say(f"map.{kind}"),
                "name": chain.name(subject),
                "leads": chain.leads[subject],
            }
