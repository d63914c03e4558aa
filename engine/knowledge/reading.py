"""From the YAML files of a knowledge base to the checked knowledge base itself, or everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from msgspec.structs import replace

from ..problems.problem import Place, Problem, ProblemsError, did_you_mean
from ..reading.yaml_reader import Node
from .check import check, strata
from .declarations import read_areas, read_owners, read_parameters, read_vocabulary
from .files import not_read, version_of
from .model import Derivation, KnowledgeBase, ParameterDefinition, Rule
from .planning import read_plan
from .presenting import read_presentation
from .rules import read_article, read_given_up, read_ledger, read_rule, read_verdict
from .scope import Scope
from .shape import Report, read_node

_SHOWN = "presentation.yaml"
_PLAN = "pages.yaml"
_ARTICLE = "paper/article.yaml"
_GIVEN_UP = "given_up.yaml"
_DECLARING = ("vocabulary/", "parameters.yaml", "areas.yaml", "owners.yaml")
"""Where the names stand that all other files use, those first that the others of these use."""
_TOP = ("parameters.yaml", "areas.yaml", "owners.yaml", "verdict.yaml", "advise.yaml", _SHOWN, _PLAN, _GIVEN_UP)


def read_knowledge_base(
    contents: Mapping[str, bytes],
    ignored: Iterable[str],
    folder: str,
    shown: str,
    overrides: Mapping[str, ParameterDefinition],
) -> KnowledgeBase:
    """Read, build and check a knowledge base from its files by their path; problems call its folder as it is `shown`.

    Files that are `ignored` are reported; parameters of a profile (`overrides`) take the place of the declared ones.

    Raises:
        ProblemsError: The knowledge base has problems; all of them are in it.
    """
    report = Report()
    nodes = {
        name: node for name, data in contents.items() if (node := _node(f"{shown}/{name}", data, report)) is not None
    }
    _complete(contents, ignored, shown, report)
    unread = [f"{shown}/{name}" for name in contents if name.startswith(_DECLARING) and name not in nodes]
    if unread:
        raise ProblemsError(_causes(report.problems, unread))
    deciding = {name: data for name, data in contents.items() if name not in (_SHOWN, _PLAN, _ARTICLE)}
    kb = _build(nodes, folder, version_of(deciding), report, overrides)
    if len(nodes) == len(contents) and not ignored and all(isinstance(node.value, dict) for node in nodes.values()):
        check(kb, report)  # with a file missing, everything that names its code would be reported too
    if report.problems:
        raise ProblemsError(sorted(report.problems, key=lambda problem: _order(problem, shown)))
    return kb


def _order(problem: Problem, shown: str) -> tuple[int, str, int, int]:
    """Put first what is wrong where names are declared: what uses them elsewhere may be wrong because of it."""
    place = problem.place
    if place is None:
        return -1, "", 0, 0
    name = place.file.removeprefix(f"{shown}/")
    declared = (number for number, start in enumerate(_DECLARING) if name.startswith(start))
    return next(declared, len(_DECLARING)), place.file, place.line, place.column


def _causes(problems: Iterable[Problem], unread: Collection[str]) -> list[Problem]:
    """Return what is wrong with the form of files; of what these declare nothing is known, and it is not asked for."""
    note = {
        "en": "What this file declares was not looked for elsewhere.",
        "ja": "このファイルで宣言する名前は、ほかのファイルでは確かめていません。",
    }
    return [
        replace(one, note=one.note or note) if one.place is not None and one.place.file in unread else one
        for one in problems
    ]


def _build(
    nodes: Mapping[str, Node], folder: str, version: str, report: Report, overrides: Mapping[str, ParameterDefinition]
) -> KnowledgeBase:
    """Build the knowledge base from the nodes of its files."""
    declared = read_parameters(nodes.get("parameters.yaml"), report)
    parameters = {name: overrides.get(name, parameter) for name, parameter in declared.items()}
    owners = read_owners(nodes.get("owners.yaml"), report)
    vocabulary = read_vocabulary(
        (node for name, node in nodes.items() if name.startswith("vocabulary/")), parameters, owners, report
    )
    areas = read_areas(nodes.get("areas.yaml"), report)
    ledger = (node for name, node in nodes.items() if name.startswith("paper/") and name != _ARTICLE)
    statements = read_ledger(ledger, report)
    scope = Scope(vocabulary, parameters, {})
    verdict = read_verdict(nodes.get("verdict.yaml"), scope, report)
    phase = None if verdict.phase is None else vocabulary.facts[verdict.phase]
    rules: list[Rule] = []
    derivations: list[Derivation] = []
    for name, node in sorted(nodes.items()):
        if "/" not in name or name.startswith(("vocabulary/", "paper/")):
            continue
        rule = read_rule(name.removesuffix(".yaml"), node, scope, owners, phase, report)
        if isinstance(rule, Rule):
            rules.append(rule)
        elif rule is not None:
            derivations.append(rule)
    return KnowledgeBase(
        folder=folder,
        version=version,
        vocabulary=vocabulary,
        parameters=parameters,
        areas=areas,
        rules=tuple(sorted(rules, key=lambda rule: rule.code)),
        derivations=strata(derivations, vocabulary.concepts, report),
        verdict=verdict,
        statements=statements,
        owners=owners,
        presentation=read_presentation(nodes.get(_SHOWN), vocabulary, areas, [rule.code for rule in rules], report),
        article=read_article(nodes.get(_ARTICLE), report),
        given_up=read_given_up(nodes.get(_GIVEN_UP), rules, report),
        plan=read_plan(nodes.get(_PLAN), scope, areas, statements, report),
    )


def _complete(names: Collection[str], ignored: Iterable[str], shown: str, report: Report) -> None:
    """Report files that are missing and files that nothing would read."""
    for name in ignored:
        report(not_read(name, shown))
    for needed in ("areas.yaml", "owners.yaml", "verdict.yaml"):
        if needed not in names:
            report.say("K114", Place(f"{shown}/{needed}", 1, 1), "this file is missing", "このファイルがありません",
                       "Every knowledge base needs one; see the one that comes with the product.",
                       "知識ベースには必ず要ります。付属のものを参考にしてください。")  # fmt: skip
    for name in sorted(names):
        if "/" not in name and name not in _TOP:
            report.say("K115", Place(f"{shown}/{name}", 1, 1), "no such file belongs beside the areas", "領域のフォルダと並ぶファイルではありません",
                       *did_you_mean(name, _TOP, "A rule stands in the folder of its area.", "規則は領域のフォルダに置きます。",
                                     mark="{}"))  # fmt: skip


def _node(file: str, data: bytes, report: Report) -> Node | None:
    try:
        return read_node(data.decode("utf-8-sig"), file, report)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        report.say("K003", Place(file, line, 1), "the file is not UTF-8", "UTF-8のファイルではありません",
                   "Save it as UTF-8.", "文字コードをUTF-8にして保存してください。")  # fmt: skip
        return None
