"""Reading what is declared: vocabulary, parameters, areas and owners.

Rules and the verdict policy, which rest on these, are read by `engine.knowledge.rules`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import get_args

from msgspec.structs import replace

from ..language.completeness import completeness, is_completeness
from ..problems.problem import LANGUAGES
from ..reading.yaml_reader import Node
from .model import (
    SETTINGS,
    Area,
    ConceptDefinition,
    FactDefinition,
    FactType,
    ListDefinition,
    ParameterDefinition,
    Texts,
    Vocabulary,
)
from .shape import ProblemCollector, day, fields, flag, mapping, number, text, texts, words

TYPES: tuple[FactType, ...] = get_args(FactType)
EFFORTS = ("fixed", "decide", "arrange", "join", "build")
_PATH = re.compile(r"\$?[A-Za-z_]\w*(\[\])?(\.(\*|[A-Za-z_]\w*(\[\])?))*")


def split_path(path: str, lists: Mapping[str, ListDefinition]) -> tuple[str | None, str]:
    """Split a vocabulary path into the list or family it belongs to and the rest.

    `organisations[].kind` gives `organisations` and `kind`; `top.visited_site` gives None and itself.
    """
    for source in lists:
        for head in (f"{source}[].", f"{source}.*.", f"{source}."):
            if path.startswith(head) and (head != f"{source}." or source.startswith("$")):
                return source, path[len(head) :]
    return None, path


def read_vocabulary(
    roots: Iterable[Node],
    parameters: Mapping[str, ParameterDefinition],
    owners: Collection[str],
    report: ProblemCollector,
) -> Vocabulary:
    """Read all vocabulary files into one vocabulary, in which parameters whose values are a list are lists of their own."""
    sections: dict[str, dict[str, Node]] = {"facts": {}, "lists": {}, "families": {}, "concepts": {}}
    ask: dict[str, tuple[str, ...]] = {}
    for root in roots:
        entries = fields(root, report, "a vocabulary file", (), ("ask", *sections))
        usual = words(entries.pop("ask", None), report, "ask", owners)
        for section, node in entries.items():
            for path, entry in _placed(node, report, section).items():
                _once(path, entry, sections[section], report)
                own = mapping(entry, report, path).get("ask") if isinstance(entry.value, dict) else None
                ask.setdefault(path, usual if own is None else words(own, report, "ask", owners))
    lists = {path: replace(_list(path, node, report), ask=ask[path]) for path, node in sections["lists"].items()}
    lists |= {path: _family(path, node, report) for path, node in sections["families"].items()}
    lists |= {
        f"${name}": ListDefinition(
            f"${name}",
            name,
            "fixed",
            parameter.label,
            parameter.label,
            None,
            {str(value): {"en": str(value), "ja": str(value)} for value in parameter.value},
        )
        for name, parameter in parameters.items()
        if isinstance(parameter.value, tuple) and not parameter.band
    }
    facts = {path: replace(_fact(path, node, lists, report), ask=ask[path]) for path, node in sections["facts"].items()}
    said = [replace(_closing(fact), ask=fact.ask) for fact in facts.values() if fact.open]
    facts |= {fact.path: fact for fact in said if fact.path not in facts}
    lists = {path: _with_labels(listed, facts) for path, listed in lists.items()}
    concepts = {path: _concept(path, node, lists, report) for path, node in sections["concepts"].items()}
    for path, definition in facts.items():
        if definition.type == "refs" and definition.target not in lists:
            node = sections["facts"][path]
            report.say(
                "K201", node.place, f"'{path}' points to no declared list", f"'{path}' の参照先の一覧がありません",
                "Name the list under `to:`.", "`to:` に一覧の名前を書いてください。",
            )  # fmt: skip
    for path, node in sections["lists"].items():
        closing = facts.get(completeness(path))
        if lists[path].complete == "declared" and (closing is None or closing.type != "bool"):
            report.say(
                "K207", node.place, f"nothing can say that '{path}' is complete", f"'{path}' がそろったと言える事実がありません",
                f"Declare the bool fact 'complete.{path}', or write `complete: stated`.",
                f"bool 型の事実 'complete.{path}' を宣言するか、`complete: stated` と書いてください。",
            )  # fmt: skip
    _not_kept({path: node for section in sections.values() for path, node in section.items()}, lists, report)
    _apart(sections["facts"], {**sections["lists"], **sections["families"]}, report)
    _belong([*facts.values(), *concepts.values()], {**sections["facts"], **sections["concepts"]}, report)
    return Vocabulary(facts, lists, concepts)


def _not_kept(nodes: Mapping[str, Node], lists: Mapping[str, ListDefinition], report: ProblemCollector) -> None:
    """Report names that a project document keeps for itself: its settings, and the `id` of an element."""
    for path, node in nodes.items():
        source, attribute = split_path(path, lists)
        head = attribute.partition(".")[0] if source is not None else path.partition(".")[0].removesuffix("[]")
        if head in (("id",) if source is not None else SETTINGS):
            report.say(
                "K211", node.place, f"'{path}' is a name that a project document keeps for itself",
                f"'{path}' は事業ファイル自身が使う名前です", f"Give it another name than '{head}'.", f"'{head}' 以外の名前にしてください。",
            )  # fmt: skip


def _apart(facts: Mapping[str, Node], lists: Mapping[str, Node], report: ProblemCollector) -> None:
    """Report a fact that stands where an object with other facts or lists would have to stand."""
    for path, node in {**facts, **lists}.items():
        parts = path.split(".")
        heads = (".".join(parts[:count]) for count in range(1, len(parts)))
        taken = next((head for head in heads if head in facts), None)
        if taken is not None and not is_completeness(path):
            report.say(
                "K210", node.place, f"'{path}' would stand inside the fact '{taken}'", f"'{path}' が事実 '{taken}' の中に入ってしまいます",
                "Give one of them another name.", "どちらかの名前を変えてください。",
            )  # fmt: skip


def _belong(
    definitions: Iterable[FactDefinition | ConceptDefinition], nodes: Mapping[str, Node], report: ProblemCollector
) -> None:
    """Report names that look like facts of an element while no such list, family or parameter is declared."""
    for definition in definitions:
        path = definition.path
        if definition.source is None and ("[]" in path or ".*" in path or path.startswith("$")):
            head = re.split(r"\[\]|\.\*" if not path.startswith("$") else r"\.", path)[0]
            report.say(
                "K208", nodes[path].place, f"'{path}' belongs to '{head}', which is not declared",
                f"'{path}' の所属先 '{head}' が宣言されていません",
                "Declare the list, the family or the set parameter.", "一覧・族・集合の目安として宣言してください。",
            )  # fmt: skip


def _with_labels(listed: ListDefinition, facts: Mapping[str, FactDefinition]) -> ListDefinition:
    """Give the values of a set parameter the labels that they have as values of a fact, and each the fact's own."""
    if not listed.path.startswith("$"):
        return listed
    for fact in sorted(facts.values(), key=lambda fact: fact.type != "enum"):
        if fact.values and listed.members.keys() <= fact.values.keys():
            members = {value: fact.values[value] for value in listed.members}
            return replace(listed, members=members, element_label=fact.label)
    return listed


def _once(path: str, node: Node, known: dict[str, Node], report: ProblemCollector) -> None:
    if not _PATH.fullmatch(path):
        report.say("K202", node.place, f"'{path}' is not a fact path", f"'{path}' は事実の名前の形ではありません")
    elif path in known:
        first = known[path].place
        report.say(
            "K102", node.place, f"'{path}' is already declared in {first.file}:{first.line}",
            f"'{path}' は {first.file}:{first.line} にもあります", "Keep one of the two.", "どちらか一方を残してください。",
        )  # fmt: skip
    else:
        known[path] = node


def _fact(path: str, node: Node, lists: Mapping[str, ListDefinition], report: ProblemCollector) -> FactDefinition:
    entry = fields(
        node, report, f"the fact '{path}'", ("type", "label", "question"),
        ("values", "help", "ask", "effort", "unit", "min", "max", "to", "better", "complete"),
    )  # fmt: skip
    kind = text(entry.get("type"), report, "type", TYPES) or "bool"
    values = _labels(entry.get("values"), report, f"a value of '{path}'")
    if (kind in ("enum", "set")) != bool(values):
        report.say(
            "K206", node.place, f"'{path}' is of type {kind}: only enum and set have values, and they need them",
            f"'{path}' は {kind} 型です。値の一覧を持つのは enum と set だけで、両者には必要です",
        )  # fmt: skip
    source, attribute = split_path(path, lists)
    said = text(entry["complete"], report, "complete", ("stated", "declared")) if "complete" in entry else "stated"
    if "complete" in entry and (kind != "set" or source is not None):
        report.say(
            "K211", entry["complete"].place, f"'{path}' cannot say what completes it: only a set of the project can",
            f"'{path}' には complete を書けません。書けるのは事業全体の set 型の事実だけです",
            "Delete the line.", "この行を消してください。",
        )  # fmt: skip
    return FactDefinition(
        path=path, type=kind, values=values,  # type: ignore[arg-type]
        label=texts(entry.get("label"), report, f"the label of '{path}'"),
        question=texts(entry.get("question"), report, f"the question of '{path}'"),
        help=texts(entry["help"], report, f"the help of '{path}'") if "help" in entry else None,
        effort=text(entry["effort"], report, "effort", EFFORTS) if "effort" in entry else "decide",
        unit=text(entry["unit"], report, "unit") if "unit" in entry else None,
        minimum=number(entry.get("min"), report, "min"), maximum=number(entry.get("max"), report, "max"),
        target=text(entry["to"], report, "to") if "to" in entry else None,
        source=source, attribute=attribute,
        better=_better(entry["better"], kind, values, report) if "better" in entry else (),
        open=said == "declared" and kind == "set" and source is None,
        place=node.place,
    )  # fmt: skip


def _closing(fact: FactDefinition) -> FactDefinition:
    """Return the fact with which a project says that an open set names everything."""
    return FactDefinition(
        path=completeness(fact.path), type="bool", values={}, effort="fixed", attribute=completeness(fact.path),
        label={"en": f"all named: {fact.label['en']}", "ja": f"「{fact.label['ja']}」がすべて挙がっていること"},
        question={
            "en": f"Is everything named? ({fact.label['en']})",
            "ja": f"すべて挙がっていますか（{fact.label['ja']}）",
        },
    )  # fmt: skip


def _better(node: Node, kind: str, values: Mapping[str, Texts], report: ProblemCollector) -> tuple[bool | str, ...]:
    """Read which values are better: the good one of a bool, `less` or `more`, or an enum's values from worst to best."""
    if kind == "bool":
        good = flag(node, report, "better")
        return (not good, good)
    if kind == "enum":
        return words(node, report, "better", values)
    if kind in ("int", "number", "set"):
        return (text(node, report, "better", ("less", "more")),)
    report.say("K212", node.place, f"no value of type {kind} is better than another", f"{kind} 型の値に優劣はありません",
               "Take `better` away.", "`better` を消してください。")  # fmt: skip
    return ()


def _list(path: str, node: Node, report: ProblemCollector) -> ListDefinition:
    entry = fields(
        node, report, f"the list '{path}'", ("element", "complete", "label", "question", "element_label"), ("ask",)
    )
    return ListDefinition(
        path,
        text(entry.get("element"), report, "element"),
        text(entry.get("complete"), report, "complete", ("stated", "declared")),  # type: ignore[arg-type]
        texts(entry.get("label"), report, f"the label of '{path}'"),
        texts(entry.get("element_label"), report, f"the element label of '{path}'"),
        texts(entry.get("question"), report, f"the question of '{path}'"),
    )


def _family(path: str, node: Node, report: ProblemCollector) -> ListDefinition:
    entry = fields(node, report, f"the family '{path}'", ("element", "label", "element_label", "members"))
    return ListDefinition(
        path,
        text(entry.get("element"), report, "element"),
        "fixed",
        texts(entry.get("label"), report, f"the label of '{path}'"),
        texts(entry.get("element_label"), report, f"the element label of '{path}'"),
        None,
        _labels(entry.get("members"), report, f"a member of '{path}'"),
    )


def _concept(path: str, node: Node, lists: Mapping[str, ListDefinition], report: ProblemCollector) -> ConceptDefinition:
    entry = fields(node, report, f"the concept '{path}'", ("values", "label"), ("working",))
    source, attribute = split_path(path, lists)
    return ConceptDefinition(
        path, _labels(entry.get("values"), report, f"a value of '{path}'"),
        texts(entry.get("label"), report, f"the label of '{path}'"), flag(entry.get("working"), report, "working"),
        source, attribute, node.place,
    )  # fmt: skip


def _labels(node: Node | None, report: ProblemCollector, what: str) -> dict[str, Texts]:
    if node is None:
        return {}
    return {value: texts(entry, report, what) for value, entry in mapping(node, report, what).items()}


def read_parameters(root: Node | None, report: ProblemCollector) -> dict[str, ParameterDefinition]:
    """Read `parameters.yaml`."""
    found: dict[str, ParameterDefinition] = {}
    for name, node in section(root, "parameters", report).items():
        entry = fields(
            node,
            report,
            f"the parameter '{name}'",
            ("value", "label"),
            ("note", "source", "ours", "shape", "since", "unit"),
        )
        ours = flag(entry.get("ours"), report, "ours")
        if not ours and "source" not in entry:
            report.say(
                "K204", node.place, f"the parameter '{name}' says neither its source nor `ours: true`",
                f"目安 '{name}' に出典も `ours: true` もありません",
            )  # fmt: skip
        band = "shape" in entry and text(entry["shape"], report, "shape", ("band",)) == "band"
        found[name] = ParameterDefinition(
            name, parameter_value(entry.get("value"), report, name, band),
            texts(entry.get("label"), report, f"the label of '{name}'"),
            texts(entry["note"], report, f"the note of '{name}'") if "note" in entry else None,
            text(entry["source"], report, "source") if "source" in entry else None,
            ours, band, day(entry.get("since"), report), place=node.place,
        )  # fmt: skip
    return found


def parameter_value(
    node: Node | None, report: ProblemCollector, name: str, band: bool
) -> float | tuple[str, ...] | tuple[float, float]:
    """Read a parameter's value: a number, a list of words, or a band of two numbers."""
    if band:
        plain = None if node is None else node.plain()
        if isinstance(plain, list) and len(plain) == 2 and all(type(item) in (int, float) for item in plain):
            low, high = float(plain[0]), float(plain[1])
            if low <= high:
                return low, high
        if node is not None:
            report.say("K209", node.place, f"the band '{name}' needs two numbers, the lower one first",
                       f"'{name}' の値は、小さい順に数を二つ書きます", "Write [0.5, 0.6].", "[0.5, 0.6] のように書きます。")  # fmt: skip
        return 0.0, 0.0
    if node is not None and isinstance(node.value, list):
        return words(node, report, f"the value of '{name}'")
    return number(node, report, f"the value of '{name}'") or 0.0


def read_areas(root: Node | None, report: ProblemCollector) -> dict[str, Area]:
    """Read `areas.yaml`."""
    found: dict[str, Area] = {}
    for name, node in section(root, "areas", report).items():
        entry = fields(node, report, f"the area '{name}'", LANGUAGES, ("step", "phases", "sections"))
        title = {language: text(entry.get(language), report, "title") for language in LANGUAGES}
        step = number(entry.get("step"), report, "step")
        phases = words(entry.get("phases"), report, "phases")
        found[name] = Area(name, title, None if step is None else int(step), phases)
    return found


def read_owners(root: Node | None, report: ProblemCollector) -> dict[str, Texts]:
    """Read `owners.yaml`: who can act on a finding, with what a memo calls them."""
    owners = section(root, "owners", report)
    return {name: texts(node, report, f"the owner '{name}'") for name, node in owners.items()}


def section(root: Node | None, name: str, report: ProblemCollector, what: str = "") -> dict[str, Node]:
    """Return the entries of the one section that a file has; none without a file, or where it lacks it, which is reported."""
    entries = {} if root is None else fields(root, report, what or f"the {name} file", (name,))
    return _placed(entries[name], report, name) if name in entries else {}


def _placed(node: Node, report: ProblemCollector, what: str) -> dict[str, Node]:
    """Return the entries of a mapping, each with the place of its key: that is the line which names it."""
    return {key: entry.named() for key, entry in mapping(node, report, what).items()}
