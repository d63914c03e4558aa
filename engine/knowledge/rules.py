"""Reading rules, derivations and the verdict policy from their files."""

from __future__ import annotations

from ..language.source import Node
from ..language.tree import All
from .model import (
    SEVERITIES,
    Derivation,
    Line,
    Loop,
    MustKnow,
    ParameterDefinition,
    Rule,
    SeverityCase,
    Source,
    Texts,
    VerdictCase,
    VerdictPolicy,
    Vocabulary,
)
from .resolve import Scope, read_conditions
from .shape import Report, fields, flag, items, mapping, text, texts, words

OWNERS = (
    "company_top", "project_lead", "municipality", "coordinator", "organisation", "university", "local_company",
)  # fmt: skip
VERDICTS = ("hold", "insufficient_information", "revise", "proceed")
_RULE_REQUIRED = ("code", "title", "severity", "owner", "when", "advice", "source")
_RULE_OPTIONAL = ("kind", "severity_note", "for", "replaces", "causes", "since")


def read_rule(
    name: str, root: Node, vocabulary: Vocabulary, parameters: dict[str, ParameterDefinition], report: Report
) -> Rule | Derivation | None:
    """Read one rule file: a rule when it has a code, a derivation when it derives a concept."""
    entries = mapping(root, report, "a rule file")
    scope = Scope(vocabulary, parameters, {})
    if "derives" in entries:
        return _derivation(name, root, scope, report)
    entry = fields(root, report, "a rule", _RULE_REQUIRED, _RULE_OPTIONAL)
    loop = _loop(entry.get("for"), scope, report)
    if loop is not None:
        scope = scope.bind(loop.variable, loop.source)
    title = texts(entry.get("title"), report, "the title")
    advice = texts(entry.get("advice"), report, "the advice")
    _placeholders(root, loop, report, title, advice)
    return Rule(
        name=name,
        code=text(entry.get("code"), report, "the code"),
        area=name.partition("/")[0],
        kind=text(entry["kind"], report, "kind", ("finding", "prediction", "strength"))  # type: ignore[arg-type]
        if "kind" in entry else "finding",
        title=title,
        advice=advice,
        severities=_severities(entry.get("severity"), scope, report),
        owner=tuple(text(item, report, "an owner", OWNERS) for item in items(entry.get("owner"), report, "owner")),
        when=read_conditions(entry.get("when"), scope, report),
        source=_source(entry.get("source"), report),
        loop=loop,
        severity_note=texts(entry["severity_note"], report, "the severity note") if "severity_note" in entry else None,
        replaces=words(entry.get("replaces"), report, "replaces"),
        causes=words(entry.get("causes"), report, "causes"),
        place=root.keys.get("code", root.place),
    )  # fmt: skip


def _derivation(name: str, root: Node, scope: Scope, report: Report) -> Derivation | None:
    entry = fields(root, report, "a derivation", ("derives", "values", "source"), ("for", "note"))
    loop = _loop(entry.get("for"), scope, report)
    if loop is not None:
        scope = scope.bind(loop.variable, loop.source)
    concept = text(entry.get("derives"), report, "derives")
    definition = scope.vocabulary.concepts.get(concept)
    place = entry["derives"].place if "derives" in entry else root.place
    if definition is None:
        report.say("K401", place, f"'{concept}' is not a declared concept", f"'{concept}' は宣言された概念ではありません",
                   "Declare it in rules/vocabulary/ under concepts.", "rules/vocabulary/ の concepts に宣言してください。")  # fmt: skip
        return None
    if definition.source != (loop.source if loop else None):
        report.say("K402", place, f"'{concept}' belongs to {definition.source or 'the project'}: `for` must say the same",
                   f"'{concept}' の `for` が所属({definition.source or '事業'})と合いません")  # fmt: skip
        return None
    lines = []
    for item in items(entry.get("values"), report, "values"):
        line = fields(item, report, "a value", ("is", "when"), ("members",))
        value = text(line.get("is"), report, "is", definition.values)
        members = text(line["members"], report, "members") if "members" in line else None
        lines.append(Line(value, read_conditions(line.get("when"), scope, report), members))
    return Derivation(
        name, concept, name.partition("/")[0], tuple(lines), _source(entry.get("source"), report), loop, place
    )


def _loop(node: Node | None, scope: Scope, report: Report) -> Loop | None:
    if node is None:
        return None
    written = text(node, report, "for")
    variable, _, source = (part.strip() for part in written.partition(" in "))
    lists = scope.vocabulary.lists
    if not source:
        source = next((path for path, listed in lists.items() if listed.element == variable), "")
    if source not in lists:
        known = ", ".join(listed.element for listed in lists.values() if not listed.path.startswith("$"))
        report.say("K403", node.place, f"'{written}' is nothing to run over", f"'{written}' は繰り返しの対象になりません",
                   f"Use one of {known}, or `kind in $parameter`.", f"使えるもの: {known}、または `kind in $parameter`")  # fmt: skip
        return None
    return Loop(variable, source)


def _severities(node: Node | None, scope: Scope, report: Report) -> tuple[SeverityCase, ...]:
    if node is None:
        return (SeverityCase("info"),)
    if isinstance(node.value, str):
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


def _source(node: Node | None, report: Report) -> Source:
    if node is None:
        return Source()
    entry = fields(node, report, "the source", (), ("section", "statements", "ours"))
    ours = flag(entry.get("ours"), report, "ours")
    if not ours and "section" not in entry:
        report.say("K405", node.place, "the source names neither a section of the article nor `ours: true`",
                   "出典に論文の節も `ours: true` もありません")  # fmt: skip
    return Source(text(entry["section"], report, "section") if "section" in entry else None,
                  words(entry.get("statements"), report, "statements"), ours)  # fmt: skip


def _placeholders(root: Node, loop: Loop | None, report: Report, *all_texts: Texts) -> None:
    for found in all_texts:
        uses = {language: "{subject}" in words_ for language, words_ in found.items()}
        if len(set(uses.values())) > 1 or (any(uses.values()) and loop is None):
            report.say("K406", root.place, "{subject} stands in both languages or in none, and only in a rule with `for`",
                       "{subject} は両方の言語に書くか、どちらにも書きません。`for` のある規則でだけ使えます")  # fmt: skip


def read_verdict(root: Node | None, scope: Scope, report: Report) -> VerdictPolicy:
    """Read `verdict.yaml`."""
    if root is None:
        return VerdictPolicy((), (), {}, {}, {})
    entry = fields(root, report, "the verdict policy", ("must_know", "verdicts", "labels"), ("source", "note"))
    must_know = []
    for item in items(entry.get("must_know"), report, "must_know"):
        part = fields(item, report, "a must-know fact", ("fact",), ("when", "source"))
        fact = text(part.get("fact"), report, "fact")
        if fact not in scope.vocabulary.facts and fact not in scope.vocabulary.lists:
            report.say("K203", part["fact"].place, f"unknown fact '{fact}'", f"'{fact}' という事実はありません")
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
    labels, meanings, severities = _labels(entry.get("labels"), report)
    return VerdictPolicy(tuple(must_know), tuple(cases), labels, meanings, severities)


def _labels(node: Node | None, report: Report) -> tuple[dict[str, Texts], dict[str, Texts], dict[str, Texts]]:
    labels: dict[str, Texts] = {}
    meanings: dict[str, Texts] = {}
    severities: dict[str, Texts] = {}
    if node is not None:
        entry = fields(node, report, "labels", ("verdicts", "severities"))
        for section, names in (("verdicts", VERDICTS), ("severities", SEVERITIES)):
            part = fields(entry[section], report, section, names) if section in entry else {}
            for name, label in part.items():
                words_ = fields(label, report, f"the label of {name}", ("label", "meaning"))
                found = texts(words_.get("label"), report, "label")
                if section == "verdicts":
                    labels[name], meanings[name] = found, texts(words_.get("meaning"), report, "meaning")
                else:
                    severities[name] = found
    return labels, meanings, severities
