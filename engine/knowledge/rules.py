"""Reading rules, derivations, the verdict policy, and the article that they rest on from their files."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from msgspec.structs import replace

from ..language.tree import All, Quantifier
from ..problems.problem import LANGUAGES, did_you_mean
from ..reading.yaml_reader import Node
from .declarations import section
from .model import (
    SEVERITIES,
    STATUSES,
    VERDICTS,
    Article,
    Derivation,
    Due,
    FactDefinition,
    GivenUp,
    Line,
    Loop,
    MustKnow,
    Rule,
    SeverityCase,
    Source,
    Statement,
    Texts,
    VerdictCase,
    VerdictPolicy,
)
from .resolve import read_conditions
from .scope import Scope, elements
from .shape import ProblemCollector, day, fields, flag, in_japanese, items, mapping, text, texts, words

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_RULE_REQUIRED = ("code", "title", "severity", "owner", "when", "advice", "source")
_RULE_OPTIONAL = ("kind", "severity_note", "for", "replaces", "causes", "since", "asks", "due", "basis")


def read_rule(
    name: str, root: Node, scope: Scope, owners: Collection[str], phase: FactDefinition | None, report: ProblemCollector
) -> Rule | Derivation | None:
    """Read one rule file, named without `.yaml`: a rule when it has a code, a derivation when it derives a concept."""
    if isinstance(root.value, dict) and "derives" in root.value:
        return _derivation(name, root, scope, report)
    entry = fields(root, report, "a rule", _RULE_REQUIRED, _RULE_OPTIONAL)
    if not entry:
        return None
    if "owner" in entry and entry["owner"].value == []:
        report.say("K505", entry["owner"].place, "nobody acts on this rule", "担当(owner)がありません",
                   f"Name one of {', '.join(owners)}.", f"次のどれかを書いてください: {', '.join(owners)}")  # fmt: skip
    loop, scope = read_loop(entry.get("for"), scope, report)
    return Rule(
        name=name,
        code=text(entry.get("code"), report, "the code"),
        area=name.partition("/")[0],
        kind=text(entry["kind"], report, "kind", ("finding", "prediction", "strength"))  # type: ignore[arg-type]
        if "kind" in entry else "finding",
        title=_told(entry, "title", loop, report),
        advice=_told(entry, "advice", loop, report),
        severities=_severities(entry.get("severity"), scope, report),
        owner=tuple(text(item, report, "an owner", owners) for item in items(entry.get("owner"), report, "owner")),
        when=read_conditions(entry.get("when"), scope, report),
        source=_based(_source(entry.get("source"), report), entry.get("basis"), report),
        loop=loop,
        severity_note=_told(entry, "severity_note", None, report) if "severity_note" in entry else None,
        replaces=words(entry.get("replaces"), report, "replaces"),
        causes=words(entry.get("causes"), report, "causes"),
        asks=flag(entry["asks"], report, "asks") if "asks" in entry else True,
        since=day(entry.get("since"), report),
        due=_due(entry["due"], phase, report) if "due" in entry else None,
        place=root.key_place("code"),
    )  # fmt: skip


def _derivation(name: str, root: Node, scope: Scope, report: ProblemCollector) -> Derivation | None:
    entry = fields(root, report, "a derivation", ("derives", "values", "source"), ("for", "note"))
    loop, scope = read_loop(entry.get("for"), scope, report)
    concept = text(entry.get("derives"), report, "derives")
    definition = scope.vocabulary.concepts.get(concept)
    place = entry["derives"].place if "derives" in entry else root.place
    if definition is None:
        report.say("K401", place, f"'{concept}' is not a declared concept", f"'{concept}' は宣言された概念ではありません",
                   *did_you_mean(concept, scope.vocabulary.concepts, "Declare it in the folder vocabulary, under concepts.",
                                 "vocabulary フォルダの concepts に宣言してください。"))  # fmt: skip
        return None
    if definition.source != (loop.source if loop else None):
        report.say("K402", place, f"'{concept}' belongs to {definition.source or 'the project'}: `for` must say the same",
                   f"'{concept}' の `for` が所属({definition.source or '事業'})と合いません")  # fmt: skip
        return None
    lines = []
    for item in items(entry.get("values"), report, "values"):
        line = fields(item, report, "a value", ("is", "when"), ("members",))
        value = text(line.get("is"), report, "is", definition.values)
        when = read_conditions(line.get("when"), scope, report)
        members = text(line["members"], report, "members") if "members" in line else None
        if members is not None and not _lists(when, members, loop):
            report.say("K410", line["members"].place, f"'{members}' is not what the first condition of this line runs over",
                       f"'{members}' はこの行の最初の条件の対象ではありません",
                       f"Begin `when` with `some: {members}`; a concept with `for` has no members.",
                       f"`when` を `some: {members}` で始めてください。`for` のある概念では使えません。")  # fmt: skip
        lines.append(Line(value, when, members))
    return Derivation(
        name, concept, name.partition("/")[0], tuple(lines), _source(entry.get("source"), report), loop, place
    )


def _lists(when: All, members: str, loop: Loop | None) -> bool:
    first = when.children[0] if when.children else None
    return loop is None and isinstance(first, Quantifier) and first.kind == "some" and first.variable == members


def read_loop(node: Node | None, scope: Scope, report: ProblemCollector) -> tuple[Loop | None, Scope]:
    """Read what `for` runs over, and return it with the scope inside; None where it is left out or, which is reported, wrong."""
    written = text(node, report, "for")
    if node is None or not written:  # which was reported
        return None, scope
    variable, _, source = (part.strip() for part in written.partition(" in "))
    lists = scope.vocabulary.lists
    if not source:
        source = next((path for path, listed in lists.items() if listed.element == variable), "")
    if source not in lists:
        known = ", ".join(elements(scope.vocabulary))
        report.say("K403", node.place, f"'{written}' is nothing to run over", f"'{written}' は繰り返しの対象になりません",
                   f"Use one of {known}, or `kind in $parameter`.", f"使えるもの: {known}、または `kind in $parameter`")  # fmt: skip
        return None, scope
    return Loop(variable, source), scope.bind(variable, source)


def _severities(node: Node | None, scope: Scope, report: ProblemCollector) -> tuple[SeverityCase, ...]:
    if node is None:
        return (SeverityCase("info"),)
    if not isinstance(node.value, list):
        return (SeverityCase(text(node, report, "severity", SEVERITIES)),)  # type: ignore[arg-type]
    cases = []
    for item in items(node, report, "severity"):
        entry = fields(item, report, "a severity", ("is",), ("when",))
        when = read_conditions(entry["when"], scope, report) if "when" in entry else None
        cases.append(SeverityCase(text(entry.get("is"), report, "is", SEVERITIES), when))  # type: ignore[arg-type]
    if not cases or cases[-1].when is not None or any(case.when is None for case in cases[:-1]):
        report.say("K404", node.place, "the last severity, and only that, has no `when`",
                   "`when` がないのは最後の重要度だけにします")  # fmt: skip
    return tuple(cases) or (SeverityCase("info"),)


def _based(source: Source, node: Node | None, report: ProblemCollector) -> Source:
    """Add what a rule's basis is; the article's own word where nothing is said."""
    inferred = node is not None and text(node, report, "basis", ("article", "inference")) == "inference"
    return replace(source, inferred=inferred)


def _due(node: Node, phase: FactDefinition | None, report: ProblemCollector) -> Due | None:
    if phase is None:
        report.say("K412", node.place, "nothing names the phases that `due` is about", "`due` の示す段階を表す事実がありません",
                   "Name the fact in verdict.yaml under `phase:`.", "verdict.yaml の `phase:` に事実の名前を書いてください。")  # fmt: skip
        return None
    phases = tuple(phase.values)
    first = text(node, report, "due", phases)
    return Due(first, phase.path, phases[: phases.index(first)]) if first in phases else None


def _source(node: Node | None, report: ProblemCollector) -> Source:
    if node is None:
        return Source()
    entry = fields(node, report, "the source", (), ("section", "statements", "ours"))
    if not isinstance(node.value, dict):  # which was reported
        return Source()
    ours = flag(entry.get("ours"), report, "ours")
    if not ours and "section" not in entry:
        report.say("K405", node.place, "the source names neither a section nor `ours: true`",
                   "出典に節の番号も `ours: true` もありません",
                   "Write `section:`, or `ours: true` for a rule of your own.",
                   "`section:` を書くか、独自の規則なら `ours: true` と書いてください。")  # fmt: skip
    return Source(text(entry["section"], report, "section") if "section" in entry else None,
                  words(entry.get("statements"), report, "statements"), ours)  # fmt: skip


def _told(entry: Mapping[str, Node], key: str, loop: Loop | None, report: ProblemCollector) -> Texts:
    """Read a text that may name the subject; in a rule without `for` there is none to name."""
    what = f"the {key.replace('_', ' ')}"
    found = texts(entry.get(key), report, what)
    uses = {language: set(_PLACEHOLDER.findall(words_)) for language, words_ in found.items()}
    allowed = set() if loop is None else {"{subject}"}
    place = entry[key].place if key in entry else None
    for wrong in sorted(set().union(*uses.values()) - allowed):
        report.say("K406", place, f"{wrong} in {what} stands for nothing", f"{in_japanese(what)} の {wrong} に当たるものがありません",
                   "Only {subject} is filled in, in title and advice of a rule with `for`.",
                   "使えるのは `for` のある規則の title と advice の {subject} だけです。")  # fmt: skip
    if len({frozenset(names & allowed) for names in uses.values()}) > 1:
        report.say("K406", place, f"{{subject}} stands in only one language of {what}",
                   f"{in_japanese(what)} の {{subject}} が片方の言語にしかありません",
                   "Name it in both languages or in none.", "両方の言語に書くか、どちらにも書かないでください。")  # fmt: skip
    return found


def read_verdict(root: Node | None, scope: Scope, report: ProblemCollector) -> VerdictPolicy:
    """Read `verdict.yaml`."""
    if root is None:
        return VerdictPolicy((), (), {}, {}, {})
    entry = fields(root, report, "the verdict policy", ("must_know", "verdicts", "labels"), ("source", "note", "phase"))
    must_know = []
    for item in items(entry.get("must_know"), report, "must_know"):
        part = fields(item, report, "a must-know fact", ("fact",), ("when", "source"))
        fact = text(part.get("fact"), report, "fact")
        if fact not in scope.vocabulary.facts and fact not in scope.vocabulary.lists:
            report.say("K203", part["fact"].place if "fact" in part else item.place,
                       f"unknown fact '{fact}'", f"'{fact}' という事実はありません",
                       *did_you_mean(fact, [*scope.vocabulary.facts, *scope.vocabulary.lists],
                                     "Facts are declared in the folder vocabulary.", "事実は vocabulary フォルダで宣言します。"))  # fmt: skip
            continue
        when: All | None = read_conditions(part["when"], scope, report) if "when" in part else None
        must_know.append(MustKnow(fact, when))
    cases = []
    for item in items(entry.get("verdicts"), report, "verdicts"):
        part = fields(item, report, "a verdict", ("verdict",), ("severity", "missing"))
        cases.append(
            VerdictCase(
                text(part.get("verdict"), report, "verdict", VERDICTS),  # type: ignore[arg-type]
                text(part["severity"], report, "severity", SEVERITIES) if "severity" in part else None,  # type: ignore[arg-type]
                "missing" in part,
            )
        )
    open_ended = [case for case in cases if case.severity is None and not case.missing]
    if "verdicts" in entry and (len(open_ended) != 1 or cases[-1] is not open_ended[0]):
        report.say("K411", entry["verdicts"].place, "the last verdict, and only that, has neither `severity` nor `missing`",
                   "`severity` も `missing` もないのは最後の判定だけにします",
                   "End with the verdict that is left when nothing else applies.",
                   "ほかのどれにも当たらないときの判定を最後に書いてください。")  # fmt: skip
    labels, unsettled, meanings, severities = _labels(entry.get("labels"), report)
    phase = _phase(entry["phase"], scope, report) if "phase" in entry else None
    return VerdictPolicy(tuple(must_know), tuple(cases), labels, meanings, severities, phase, unsettled)


def _phase(node: Node, scope: Scope, report: ProblemCollector) -> str | None:
    path = text(node, report, "phase")
    definition = scope.vocabulary.facts.get(path)
    if definition is not None and definition.type == "enum" and definition.source is None:
        return path
    choices = [fact.path for fact in scope.vocabulary.facts.values() if fact.type == "enum" and fact.source is None]
    report.say("K413", node.place, f"'{path}' names no phases", f"'{path}' は段階を表す事実ではありません",
               *did_you_mean(path, choices, "Name an enum of the project; its values are in the order of time.",
                             "事業についての enum を書いてください。値は時間の順に並べます。"))  # fmt: skip
    return None


def _labels(node: Node | None, report: ProblemCollector) -> tuple[dict[str, Texts], ...]:
    """Return the labels of verdicts, those while they are unsettled, their meanings, and the labels of severities."""
    labels: dict[str, Texts] = {}
    unsettled: dict[str, Texts] = {}
    meanings: dict[str, Texts] = {}
    severities: dict[str, Texts] = {}
    if node is not None:
        entry = fields(node, report, "labels", ("verdicts", "severities"))
        for section, names in (("verdicts", VERDICTS), ("severities", SEVERITIES)):
            part = fields(entry[section], report, section, names) if section in entry else {}
            for name, label in part.items():
                words_ = fields(label, report, f"the label of {name}", ("label", "meaning"), ("unsettled",))
                found = texts(words_.get("label"), report, "label")
                if section == "verdicts":
                    labels[name], meanings[name] = found, texts(words_.get("meaning"), report, "meaning")
                    if "unsettled" in words_:
                        unsettled[name] = texts(words_["unsettled"], report, "unsettled")
                else:
                    severities[name] = found
    return labels, unsettled, meanings, severities


def read_given_up(root: Node | None, rules: Collection[Rule], report: ProblemCollector) -> dict[str, GivenUp]:
    """Read the codes that were given up; reports one that a rule has, and a code in its place that no rule has."""
    if root is None:
        return {}
    codes = {rule.code for rule in rules}
    found: dict[str, GivenUp] = {}
    for code, node in mapping(root, report, "given_up.yaml").items():
        entry = fields(node, report, f"the code '{code}'", ("now", "reason"))
        now = text(entry.get("now"), report, "now", sorted(codes) if codes else None)
        found[code] = GivenUp(code, now, texts(entry.get("reason"), report, "the reason"))
        if code in codes:
            report.say(
                "K519", node.place, f"{code} was given up, but a rule has it", f"{code} は廃止されましたが、これを使う規則があります",
                "Give the rule a code of its own.", "規則に別のコードを付けてください。",
            )  # fmt: skip
    return found


def read_article(root: Node | None, report: ProblemCollector) -> Article | None:
    """Read `paper/article.yaml`: the source as memo, policy book and `--version` name it; None where there is none."""
    if root is None:
        return None
    entries = fields(root, report, "the article", ("title",), ("authors", "institute", "journal"))
    found = {name: texts(node, report, f"the {name}") for name, node in entries.items()}
    return Article(**found) if "title" in found else None


def read_ledger(roots: Iterable[Node], report: ProblemCollector) -> dict[str, Statement]:
    """Read the ledger files below `paper/`."""
    found: dict[str, Statement] = {}
    for root in roots:
        for number, node in section(root, "statements", report, "a ledger file").items():
            if number in found:
                first = found[number].place
                report.say("K102", node.place, f"'{number}' is already stated in {first}", f"'{number}' は {first} にもあります",
                           "Keep one of the two.", "どちらか一方を残してください。")  # fmt: skip
                continue
            entry = fields(
                node, report, f"the statement {number}", ("section", *LANGUAGES, "status"), ("rules", "reason", "hedge")
            )
            status = text(entry.get("status"), report, "status", STATUSES)
            if (status == "encoded") != ("rules" in entry) or (status != "encoded") != ("reason" in entry):
                report.say(
                    "K205", node.place, f"{number}: an encoded statement names its rules, any other gives its reason",
                    f"{number}: encoded には rules を、それ以外には reason を書きます",
                )  # fmt: skip
            found[number] = Statement(
                number, text(entry.get("section"), report, "section"),
                {language: text(entry.get(language), report, "text") for language in LANGUAGES},
                status,  # type: ignore[arg-type]
                words(entry.get("rules"), report, "rules"),
                texts(entry["reason"], report, "the reason") if "reason" in entry else None,
                node.place,
            )  # fmt: skip
    return found
