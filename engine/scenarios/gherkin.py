"""Feature files as data: Gherkin with places, in any of its languages, every example written out. Nothing is run here.

What the sentences mean is none of this module's business (`engine.scenarios`); it knows backgrounds, rules, outlines,
examples, tables and texts in quotes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct, field
from msgspec.structs import replace

from ..problems.problem import Place, Problem, ProblemsError, excerpt, problem_of
from ..reading.encoding import content_of
from ..reading.limits import LARGEST_SOURCE
from .prose import Meant, meant_as, swallowed

StepKind = Literal["given", "when", "then"]
DataTable = tuple[tuple[str, ...], ...]

_KINDS: dict[str, StepKind] = {"Context": "given", "Action": "when", "Outcome": "then"}


class Step(Struct, frozen=True):
    """One sentence of a scenario.

    Attributes:
        keyword: The word in front of it as written: `Given`, `And`, in Japanese `前提`.
        kind: What it is behind its keyword; an `And` is what stands before it.
        table: The rows of the table below it, None when there is none.
        docstring: The text in quotes below it, None when there is none.
    """

    keyword: str
    kind: StepKind
    text: str
    line: int
    table: DataTable | None = None
    docstring: str | None = None


class Case(Struct, frozen=True):
    """A scenario as it is run: backgrounds in front, and the values of one example filled in.

    Attributes:
        line: Where the example's row stands; without examples, the scenario.
    """

    name: str
    line: int
    steps: tuple[Step, ...]

    def sentences(self, kind: StepKind) -> tuple[str, ...]:
        """Return the sentences of one kind."""
        return tuple(step.text for step in self.steps if step.kind == kind)


class Scenario(Struct, frozen=True):
    """A scenario as it is written.

    Attributes:
        file: The name of its feature file.
        tags: Its own, its rule's and its feature's, without the @.
        description: What stands between its name and its first sentence; the first line is its name in the other language.
        steps: Its sentences, without those of a background.
        cases: How it is run: once, or once for every row of its examples.
        language: Of its keywords.
    """

    name: str
    file: str
    line: int
    tags: frozenset[str]
    description: str
    steps: tuple[Step, ...]
    examples: tuple[DataTable, ...]
    cases: tuple[Case, ...]
    language: str = "en"

    def called(self, language: str) -> str:
        """Return its name in a language, where it has one."""
        return self.name if language == self.language else self.description.partition("\n")[0] or self.name

    @property
    def background(self) -> tuple[Step, ...]:
        """The sentences that a background puts in front."""
        first = self.cases[0].steps if self.cases else ()
        return first[: len(first) - len(self.steps)]

    def names(self, word: str) -> bool:
        """Tell whether the scenario is tagged with a word, or says it in quotes."""
        return word in self.tags or self.says(word)

    def says(self, word: str) -> bool:
        """Tell whether a sentence of the scenario has a word in quotes."""
        quoted = f'"{word}"'
        return any(quoted in step.text for case in self.cases for step in case.steps)


class Feature(Struct, frozen=True):
    """A feature file: what it is called, what it says about itself, and its scenarios in order.

    Attributes:
        tags: Every tag that stands in it, without the @, with its line.
    """

    name: str
    file: str
    description: str
    scenarios: tuple[Scenario, ...]
    tags: Mapping[str, int] = field(default_factory=dict)


def feature_files(folder: Path) -> list[Path]:
    """Return the feature files of a folder, without those in its subfolders; none when it is not there."""
    return sorted(path for path in folder.glob("*") if path.suffix.lower() == ".feature")


def read_features(folder: Path) -> list[Feature]:
    """Read the feature files of a folder, without those in its subfolders.

    Raises:
        ProblemsError: Some cannot be read; the problems of all files are in it.
    """
    found: list[Feature] = []
    problems: list[Problem] = []
    for path in feature_files(folder):
        try:
            found.append(read_feature(path))
        except ProblemsError as error:
            problems.extend(error.problems)
    if problems:
        raise ProblemsError(problems)
    return found


def read_feature(path: Path) -> Feature:
    """Read one feature file.

    Raises:
        ProblemsError: It cannot be read; all problems are in it.
    """
    return parse_feature(text_of(path, _problem), path.name, path.as_posix())


def text_of(path: Path, problem: Callable[[Place, str, str], Problem]) -> str:
    """Return the text of a file.

    Raises:
        ProblemsError: It cannot be read; `problem` makes of the place and the words what is in it.
    """
    shown = path.as_posix()
    try:
        return content_of(path, LARGEST_SOURCE).decode("utf-8-sig")
    except OSError as error:
        why = error.strerror or str(error)
        raise ProblemsError([problem(Place(shown, 1, 1), f"cannot be read: {why}", f"読めません: {why}")]) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ProblemsError(
            [problem(Place(shown, line, 1), "the file is not UTF-8", "UTF-8のファイルではありません")]
        ) from None


@lru_cache(maxsize=64)  # its scenarios are asked for rule by rule
def parse_feature(text: str, file: str, shown: str | None = None) -> Feature:
    """Read the text of a feature file; problems call it `shown`, where that is not its name.

    Raises:
        ProblemsError: It is no Gherkin; all problems are in it.
    """
    from gherkin.errors import CompositeParserException, ParserError
    from gherkin.parser import Parser
    from gherkin.token_matcher import TokenMatcher

    parser: Any = Parser()
    matcher = TokenMatcher()
    lines = text.split("\n")
    try:
        document: Any = parser.parse(text, matcher)
    except ParserError as error:
        errors = error.errors if isinstance(error, CompositeParserException) else [error]
        raise ProblemsError([_misread(one, lines, shown or file, matcher.dialect_name) for one in errors]) from None
    if "feature" not in document:
        return Feature("", file, "", ())
    feature: Any = document["feature"]
    problems = [
        _dropped(number, meant, lines, shown or file)
        for what, node in _described(feature)
        for number, meant in swallowed(node, what, lines, feature["language"])
    ]
    if problems:
        raise ProblemsError(problems)
    return Feature(
        feature["name"],
        file,
        _prose(feature),
        tuple(
            _scenario(node, tags, background, file, feature["language"])
            for node, tags, background in _scenarios(feature)
        ),
        {
            tag["name"].removeprefix("@"): tag["location"]["line"]
            for _, node in _described(feature)
            for tag in reversed(node.get("tags", ()))
        },
    )


def keyword_in(keyword: str, written_in: str, language: str) -> str:
    """Return a keyword of a sentence in another language.

    >>> keyword_in("Given", "en", "ja"), keyword_in("かつ", "ja", "en"), keyword_in("*", "en", "ja")
    ('前提', 'And', '*')
    """
    from gherkin.dialect import Dialect

    here, there = Dialect.for_name(written_in), Dialect.for_name(language)
    for kind in ("given", "when", "then", "and", "but"):
        own, other = (getattr(dialect, f"{kind}_keywords") for dialect in (here, there))
        if keyword != "*" and keyword in map(str.strip, own):
            return str(other[-1]).strip()
    return keyword


def _prose(node: Any) -> str:
    return "\n".join(line.strip() for line in node["description"].strip().splitlines())


def _scenarios(feature: Any) -> Iterator[tuple[Any, frozenset[str], list[Any]]]:
    """Yield the scenarios below a feature, each with all tags that it has or inherits, and the sentences put in front."""
    tags, before = _tags(feature), list[Any]()
    for child in feature["children"]:
        if "background" in child:
            before = child["background"]["steps"]
        elif "scenario" in child:
            yield child["scenario"], tags | _tags(child["scenario"]), before
        own = before
        for part in child.get("rule", {}).get("children", ()):
            if "background" in part:
                own = [*before, *part["background"]["steps"]]
            elif "scenario" in part:
                yield part["scenario"], tags | _tags(child["rule"]) | _tags(part["scenario"]), own


def _described(feature: Any) -> Iterator[tuple[str, Any]]:
    """Yield everything that has a description, with what it is."""
    yield "feature", feature
    for child in feature["children"]:
        for part in ({"rule": child["rule"]}, *child["rule"]["children"]) if "rule" in child else (child,):
            ((what, node),) = part.items()
            yield what, node
            yield from (("examples", examples) for examples in node.get("examples", ()))


def _tags(node: Any) -> frozenset[str]:
    return frozenset(tag["name"].removeprefix("@") for tag in node["tags"])


def _scenario(node: Any, tags: frozenset[str], background: Sequence[Any], file: str, language: str) -> Scenario:
    steps: list[Step] = []
    kind: StepKind = "given"
    for step in (*background, *node["steps"]) if node["steps"] else ():
        kind = kind if step["keywordType"] == "Conjunction" else _KINDS.get(step["keywordType"], "given")
        steps.append(_step(step, kind))
    own = steps[len(steps) - len(node["steps"]) :]
    name, line = node["name"], node["location"]["line"]
    cases = [] if node["examples"] else [Case(name, line, tuple(steps))]
    for examples in node["examples"]:
        tags |= _tags(examples)
        for row in examples["tableBody"]:
            values = dict(zip(_cells(examples["tableHeader"]), _cells(row), strict=True))
            filled = [_filled(step, values) for step in own]
            cases.append(Case(_put(name, values), row["location"]["line"], (*steps[: len(steps) - len(own)], *filled)))
    tables = tuple(
        (_cells(one["tableHeader"]), *map(_cells, one["tableBody"])) for one in node["examples"] if "tableHeader" in one
    )
    return Scenario(name, file, line, tags, _prose(node), tuple(own), tables, tuple(cases), language)


def _step(step: Any, kind: StepKind) -> Step:
    table, docstring = step.get("dataTable"), step.get("docString")
    return Step(
        step["keyword"].strip(),
        kind,
        step["text"],
        step["location"]["line"],
        None if table is None else tuple(map(_cells, table["rows"])),
        None if docstring is None else docstring["content"],
    )


def _filled(step: Step, values: Mapping[str, str]) -> Step:
    """Return a sentence of an outline with the values of one example."""
    table = step.table and tuple(tuple(_put(cell, values) for cell in row) for row in step.table)
    docstring = step.docstring and _put(step.docstring, values)
    return replace(step, text=_put(step.text, values), table=table, docstring=docstring)


def _put(text: str, values: Mapping[str, str]) -> str:
    for column, value in values.items():
        text = text.replace(f"<{column}>", value)
    return text


def _cells(row: Any) -> tuple[str, ...]:
    return tuple(cell["value"] for cell in row["cells"])


def _misread(error: Any, lines: Sequence[str], shown: str, language: str) -> Problem:
    line, column = error.location["line"], error.location.get("column", 1)
    source = _line(lines, line)
    place = Place(shown, line, column, max(1, len(source.strip())), source)
    why = re.sub(r"^\(\d+:\d+\): ", "", str(error))
    if why.startswith("expected: "):
        got = excerpt(source.strip())
        meant = meant_as(source, language, bare=True)
        if meant is not None:
            return _problem(
                place, f"'{got}' cannot stand here", f"「{got}」はここに書けません", meant.cure["en"], meant.cure["ja"]
            )
        return _problem(place, f"'{got}' cannot stand here", f"「{got}」はここに書けません",
                        "A line begins with a keyword such as Given, When, Then, And, Scenario: or Rule:.",
                        "行は Given、When、Then、And、Scenario:、Rule: などの語で始めます。")  # fmt: skip
    return _problem(place, f"cannot be read: {why}", f"読めません: {why}")


def _dropped(line: int, meant: Meant, lines: Sequence[str], shown: str) -> Problem:
    """Return the problem of a line that would not be run."""
    source = _line(lines, line)
    got = excerpt(source.strip())
    place = Place(shown, line, len(source) - len(source.lstrip()) + 1, max(1, len(source.strip())), source)
    return _problem(place, f"'{got}' would not be run: it is read as part of a description",
                    f"「{got}」は説明文として読まれ、実行されません", meant.cure["en"], meant.cure["ja"])  # fmt: skip


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else ""


_problem = partial(problem_of, "S001")
