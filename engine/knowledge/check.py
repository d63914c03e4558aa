"""From the YAML files of a knowledge base to the checked knowledge base itself, or everything that is wrong with it.

Checked here is what needs the whole of it: codes, cross references, and the agreement of rules and ledger.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec.structs import replace

from ..language.tree import facts_of
from ..problems.problem import Place, Problem, ProblemsError, did_you_mean
from ..reading.yaml_reader import Node
from .declarations import read_areas, read_owners, read_parameters, read_vocabulary
from .files import not_read, version_of
from .model import ConceptDefinition, Derivation, KnowledgeBase, ParameterDefinition, Rule, Statement
from .planning import read_plan
from .presenting import read_presentation
from .rules import read_article, read_given_up, read_ledger, read_rule, read_verdict
from .scope import Scope
from .shape import ProblemCollector, read_node

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
    report = ProblemCollector()
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
    nodes: Mapping[str, Node],
    folder: str,
    version: str,
    report: ProblemCollector,
    overrides: Mapping[str, ParameterDefinition],
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


def _complete(names: Collection[str], ignored: Iterable[str], shown: str, report: ProblemCollector) -> None:
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


def _node(file: str, data: bytes, report: ProblemCollector) -> Node | None:
    try:
        return read_node(data.decode("utf-8-sig"), file, report)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        report.say("K003", Place(file, line, 1), "the file is not UTF-8", "UTF-8のファイルではありません",
                   "Save it as UTF-8.", "文字コードをUTF-8にして保存してください。")  # fmt: skip
        return None


_CODE = re.compile(r"[A-Z]{2,5}-\d{2,3}")
RULE_NAME = re.compile(r"[a-z][a-z0-9_]*/[a-z][a-z0-9-]*")


def check(kb: KnowledgeBase, report: ProblemCollector) -> None:
    """Report everything in the knowledge base that does not fit together."""
    _codes(kb.rules, report)
    _replacements(kb.rules, report)
    _names([*kb.rules, *kb.derivations], kb, report)
    _citations(kb.rules, kb.derivations, kb.statements, report)
    _parameters(kb, report)


def _codes(rules: Sequence[Rule], report: ProblemCollector) -> None:
    first: dict[str, Rule] = {}
    for rule in rules:
        if not rule.code:
            continue  # told where the rule was read
        if not _CODE.fullmatch(rule.code):
            report.say("K501", rule.place, f"'{rule.code}' is not a code like ABC-01", f"'{rule.code}' は ABC-01 の形ではありません",
                       "Write two to five capital letters, a hyphen, and two or three digits.",
                       "英大文字2から5字、ハイフン、数字2か3字で書きます。")  # fmt: skip
        elif rule.code in first:
            other = first[rule.code].name
            report.say("K502", rule.place, f"the code {rule.code} is already used by {other}", f"コード {rule.code} は {other} が使っています",
                       "Give one of them a code of its own.", "どちらかに別のコードを付けてください。")  # fmt: skip
        first.setdefault(rule.code, rule)
    for rule in rules:
        for code in (*rule.replaces, *rule.causes):
            if code not in first:
                report.say("K503", rule.place, f"{rule.code} names {code}, which no rule has", f"{rule.code} が挙げる {code} はありません",
                           *did_you_mean(code, first, mark="{}"))  # fmt: skip
        if rule.causes and rule.kind != "prediction":
            report.say("K509", rule.place, f"{rule.code} names causes, but it is no prediction",
                       f"{rule.code} に causes がありますが、prediction ではありません",
                       "Write `kind: prediction`, or take the causes away.",
                       "`kind: prediction` と書くか、causes を消してください。")  # fmt: skip


def _replacements(rules: Sequence[Rule], report: ProblemCollector) -> None:
    """Report rules that replace one another in a circle: all of them would fall silent."""
    replaces = {rule.code: set(rule.replaces) for rule in rules}
    for rule in rules:
        reached: set[str] = set()
        waiting = set(rule.replaces)
        while waiting - reached:
            code = sorted(waiting - reached)[0]
            reached.add(code)
            waiting |= replaces.get(code, set())
        if rule.code in reached:
            report.say("K504", rule.place, f"{rule.code} replaces itself, directly or through others",
                       f"{rule.code} が、直接またはほかの規則を通じて、自分自身を置き換えています",
                       "Take one of the replacements away.", "replaces の一つを外してください。")  # fmt: skip


def _names(rules: Sequence[Rule | Derivation], kb: KnowledgeBase, report: ProblemCollector) -> None:
    last_parts: dict[str, str] = {}
    for rule in rules:
        if not RULE_NAME.fullmatch(rule.name):
            report.say("K506", rule.place, f"the file name '{rule.name}' is not of the form area/name-in-words",
                       f"ファイル名 '{rule.name}' は「領域/英小文字とハイフン」の形にします")  # fmt: skip
        if rule.area not in kb.areas:
            report.say("K507", rule.place, f"the folder '{rule.area}' is not an area of areas.yaml",
                       f"フォルダ '{rule.area}' は areas.yaml にありません",
                       *did_you_mean(rule.area, kb.areas, "Declare it there, or move the file.",
                                     "areas.yaml に加えるか、ファイルを移してください。"))  # fmt: skip
        stem = rule.name.partition("/")[2]
        if stem in last_parts:
            report.say("K508", rule.place, f"'{stem}' is also the name of {last_parts[stem]}",
                       f"'{stem}' は {last_parts[stem]} と同じ名前です")  # fmt: skip
        last_parts[stem] = rule.name


def _citations(
    rules: Sequence[Rule],
    derivations: Sequence[Derivation],
    statements: Mapping[str, Statement],
    report: ProblemCollector,
) -> None:
    cited: dict[str, set[str]] = defaultdict(set)
    every: list[Rule | Derivation] = [*rules, *derivations]
    sections = {statement.section for statement in statements.values()} - {""}
    for rule in every:
        name = rule.code if isinstance(rule, Rule) else rule.concept
        section = rule.source.section
        if sections and section and section not in sections:
            report.say("K518", rule.place, f"{name} cites section {section}, of which the ledger has no statement",
                       f"{name} が引く {section} 節の記述は台帳にありません",
                       *did_you_mean(section, sections, "Cite a section of the ledger, or write `ours: true` in a rule of your own.",
                                     "台帳にある節を引くか、独自の規則なら `ours: true` と書いてください。", mark="{}"))  # fmt: skip
        for number in rule.source.statements:
            cited[number].add(name)
            if number not in statements:
                report.say("K510", rule.place, f"{name} cites {number}, which is not in the ledger",
                           f"{name} が引く {number} は台帳にありません",
                           "Cite a statement of the folder paper, or add this one there.",
                           "paper フォルダにある番号を引くか、そこに加えてください。")  # fmt: skip
    concepts = {derivation.concept for derivation in derivations}
    known = {rule.code if isinstance(rule, Rule) else rule.concept for rule in every}
    for statement in statements.values():
        encoded = set(statement.rules)
        place = statement.place
        found = cited.get(statement.number, set())
        if statement.status == "encoded":
            missing = {name for name in encoded if name not in found}
            extra = {name for name in found - encoded if name not in concepts}
            if not encoded:
                report.say("K511", place, f"{statement.number} can be checked, but no rule encodes it",
                           f"{statement.number} を確かめる規則がありません")  # fmt: skip
            for name in sorted(missing - known):
                report.say("K517", place, f"the ledger names {name}, which no rule has", f"台帳が挙げる {name} という規則はありません",
                           *did_you_mean(name, known, f"Take {name} off the ledger.", f"台帳から {name} を外してください。",
                                         mark="{}"))  # fmt: skip
            for name in sorted(missing & known):
                report.say("K512", place, f"the ledger says that {name} encodes {statement.number}, but {name} does not cite it",
                           f"台帳では {name} が {statement.number} に当たりますが、{name} はこれを引いていません",
                           f"Add {statement.number} to the source of {name}, or take {name} off the ledger.",
                           f"{name} の source に {statement.number} を加えるか、台帳から {name} を外してください。")  # fmt: skip
        else:
            extra = {name for name in found if name not in concepts}
        for name in sorted(extra):
            report.say("K513", place, f"{name} cites {statement.number}, but the ledger does not name {name} there",
                       f"{name} は {statement.number} を引いていますが、台帳の {statement.number} に {name} がありません",
                       f"Add {name} to the rules of {statement.number}, or take {statement.number} off its source.",
                       f"{statement.number} の rules に {name} を加えるか、source から {statement.number} を外してください。")  # fmt: skip


def _parameters(kb: KnowledgeBase, report: ProblemCollector) -> None:
    used = kb.parameters_used
    for name, parameter in kb.parameters.items():
        illustration = parameter.source is not None and not parameter.ours
        if name not in used and not illustration:
            report.say(
                "K514", parameter.place, f"no rule uses the parameter '{name}'", f"目安 '{name}' を使う規則がありません",
                "Use it in a rule, give its `source`, or remove it.", "規則で使うか、source を書くか、消してください。",
            )  # fmt: skip


def strata(
    derivations: Iterable[Derivation], concepts: Mapping[str, ConceptDefinition], report: ProblemCollector
) -> tuple[Derivation, ...]:
    """Return the derivations so that each reads only concepts of earlier ones; reports circles."""
    by_concept: dict[str, Derivation] = {}
    for derivation in derivations:
        if derivation.concept in by_concept:
            report.say("K407", derivation.place, f"'{derivation.concept}' is derived in two files",
                       f"'{derivation.concept}' が2つのファイルで導かれています")  # fmt: skip
        by_concept[derivation.concept] = derivation
    for concept, definition in concepts.items():
        if concept not in by_concept:
            report.say("K408", definition.place, f"the concept '{concept}' is declared, but no rule derives it",
                       f"概念 '{concept}' を導く規則がありません",
                       f"Write a file with `derives: {concept}`, or remove the concept.",
                       f"`derives: {concept}` のファイルを書くか、概念を消してください。")  # fmt: skip
    reads = {concept: reads_of(derivation) & by_concept.keys() for concept, derivation in by_concept.items()}
    return tuple(by_concept[concept] for concept in _ordered(reads, by_concept, report))


def reads_of(derivation: Derivation) -> set[str]:
    """Return the paths that a derivation reads."""
    return {fact.path for condition in derivation.conditions for fact in facts_of(condition)}


def _ordered(
    reads: Mapping[str, set[str]], by_concept: Mapping[str, Derivation], report: ProblemCollector
) -> list[str]:
    ordered: list[str] = []
    waiting = sorted(reads)
    while waiting:
        ready = [concept for concept in waiting if reads[concept] <= set(ordered)]
        if not ready:
            members = _circle(waiting[0], reads, waiting)
            circle = ", ".join(members)
            report.say("K409", by_concept[members[0]].place, f"these concepts are derived from one another in a circle: {circle}",
                       f"次の概念が互いに依存しています: {circle}",
                       "Remove one of the references.", "どれか一つの参照を外してください。")  # fmt: skip
            break
        ordered.extend(ready)
        waiting = [concept for concept in waiting if concept not in ready]
    return ordered


def _circle(start: str, reads: Mapping[str, set[str]], waiting: Iterable[str]) -> list[str]:
    """Return the concepts of one circle, found by going from each to one that it reads and that waits too."""
    left = set(waiting)
    way = [start]
    while True:
        following = min(reads[way[-1]] & left)
        if following in way:
            return way[way.index(following) :]
        way.append(following)
