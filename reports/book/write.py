"""The policy book: a static site that shows the knowledge base to people who do not program.

By section of the source, each statement with its rules; each rule with its sentence, its condition in words, whose
judgement its severity is, its parameters, what replaces it, and its scenarios as prose with their last result. Made from
the knowledge base and the feature files, never written by hand. The pages need no network; only searching needs a script.

Addresses are stable: `en/COM-01.html` is a rule, `en/index.html#G167` a statement, and the same below `ja`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ...engine.compiled import CompiledKnowledgeBase
from ...engine.problems.problem import LANGUAGES, ProblemsError
from ...engine.scenarios.gherkin import Scenario, read_features
from ...engine.scenarios.home import Home, features_of
from ...engine.scenarios.run import LastResults, last_results
from ..texts import say
from ..writers.file import PAGE_MARKER, refusal, write_file
from ..writers.markup import TEMPLATES, html_environment
from .pages import index_view, rule_view, search_index

_CSS_MARKER = "/* written by advise */"
_JS_MARKER = "// written by advise"


def write_book(
    kb: CompiledKnowledgeBase, folder: Path, results: LastResults | None = None, features: Path | None = None
) -> list[Path]:
    """Write the site, one folder a language, in place of what is there of the book, and return its pages.

    Results are those of the last run, and feature files those of the knowledge base, unless others are given.

    Raises:
        ProblemsError: A feature file cannot be read, or a page cannot be written.
    """
    found = features or features_of(kb)
    home = Home(kb, found)
    scenarios = [scenario for feature in read_features(found) for scenario in feature.scenarios]
    results = results or last_results(kb)
    written = []
    for name, text, marker in _files(home, scenarios, results):
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ProblemsError([refusal(path.parent, error)]) from error
        write_file(path, text, (marker,), named=False)
        if path.suffix == ".html":
            written.append(path)
    return written


def _files(home: Home, scenarios: Sequence[Scenario], results: LastResults | None) -> Iterator[tuple[str, str, str]]:
    """Yield every file of the site: its name, its text, and what it is known by later."""
    kb = home.kb
    by_code = {rule.code: _telling(rule.code, scenarios) for rule in kb.rules}
    for language in LANGUAGES:
        yield (
            f"{language}/index.html",
            _page("book_index", language, index_view(kb, language, scenarios, results)),
            PAGE_MARKER,
        )
        views = {rule.code: rule_view(rule, kb, language, by_code[rule.code], results, home) for rule in kb.rules}
        for code, view in views.items():
            yield f"{language}/{code}.html", _page("book_rule", language, view), PAGE_MARKER
        entries = search_index(kb, language, views)
        yield f"{language}/search-index.js", f"{_JS_MARKER}\nvar SEARCH_INDEX = {entries};\n", _JS_MARKER
    style = "\n".join(html_environment().get_template(name).render() for name in ("style.css", "book.css"))
    yield "book.css", f"{_CSS_MARKER}\n{style}", _CSS_MARKER
    script = (TEMPLATES / "book_search.js").read_text(encoding="utf-8")
    yield "search.js", f"{_JS_MARKER}\n{script}", _JS_MARKER
    yield (
        "index.html",
        html_environment().get_template("book_front.html.j2").render(say=say, languages=LANGUAGES),
        PAGE_MARKER,
    )


def _telling(code: str, scenarios: Sequence[Scenario]) -> list[Scenario]:
    """Return the scenarios that speak of a rule; those that only stand under its tag come last."""
    found = [scenario for scenario in scenarios if scenario.names(code)]
    return sorted(found, key=lambda scenario: not scenario.says(code))


def _page(template: str, language: str, view: Mapping[str, object]) -> str:
    def speak(key: str, **values: object) -> str:
        return say(key, language, **values)

    other = next(one for one in LANGUAGES if one != language)
    return (
        html_environment().get_template(f"{template}.html.j2").render(**view, language=language, other=other, say=speak)
    )
