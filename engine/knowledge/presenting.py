"""Reading `presentation.yaml`: what reports and interviews show of a knowledge base besides its rules."""

from __future__ import annotations

import string
from collections.abc import Collection

from msgspec import Struct

from ..problems.problem import did_you_mean
from ..reading.yaml_reader import Node
from .model import Texts, Vocabulary
from .presentation import (
    Chain,
    Chances,
    ComparisonLayout,
    Grid,
    Ledger,
    LedgerColumn,
    Link,
    Origin,
    Presentation,
    ProjectFacts,
    Stop,
    TextKeys,
    Tick,
)
from .shape import ProblemCollector, fields, items, mapping, text, texts, words


def read_presentation(
    root: Node | None, vocabulary: Vocabulary, areas: Collection[str], codes: Collection[str], report: ProblemCollector
) -> Presentation:
    """Read what is shown; nothing where the knowledge base has no such file."""
    if root is None:
        return Presentation()
    entries = fields(
        root,
        report,
        "the presentation",
        (),
        ("project", "grids", "road", "head", "noted", "ahead", "memo", "comparison"),
    )
    reader = _Reader(vocabulary, report)
    project = reader.project(entries["project"]) if "project" in entries else ProjectFacts()
    memo = tuple(part for node in items(entries.get("memo"), report, "memo") if (part := reader.part(node)) is not None)
    ledgers = [part.family for part in memo if isinstance(part, Ledger)]
    return Presentation(
        project=project,
        grids=tuple(reader.grid(node) for node in items(entries.get("grids"), report, "grids")),
        road=tuple(reader.stop(node, areas) for node in items(entries.get("road"), report, "road")),
        head=words(entries.get("head"), report, "head", codes),
        noted=words(entries.get("noted"), report, "noted", vocabulary.facts),
        ahead=reader.ahead(entries["ahead"], project) if "ahead" in entries else {},
        memo=memo,
        comparison=reader.comparison(entries["comparison"], ledgers, areas)
        if "comparison" in entries
        else ComparisonLayout(),
    )


class _Reader(Struct):
    """Reads the parts; every name is looked up in the vocabulary, every sentence for what it leaves open."""

    vocabulary: Vocabulary
    report: ProblemCollector

    def project(self, node: Node) -> ProjectFacts:
        entries = fields(node, self.report, "project", (), ("name", "phase", "place"))
        return ProjectFacts(**{key: self.fact(entry, key, None) for key, entry in entries.items()})

    def ahead(self, node: Node, project: ProjectFacts) -> dict[str, Texts]:
        """Read what comes next on the way, by phase."""
        phase = self.vocabulary.facts.get(project.phase or "")
        entries = fields(node, self.report, "ahead", (), tuple(phase.values) if phase is not None else ())
        return {name: texts(entry, self.report, name) for name, entry in entries.items()}

    def grid(self, node: Node) -> Grid:
        """Read what is asked as one question: facts that all belong to the list or family of the first one, or to the project."""
        entries = fields(node, self.report, "a grid", ("name", "facts", "question"))
        sources = {path: fact.source for path, fact in self.vocabulary.facts.items()}
        facts: list[str] = []
        for one in items(entries.get("facts"), self.report, "facts"):
            beside = {sources[facts[0]]} if facts and facts[0] in sources else {*sources.values()}
            fitting = [path for path, source in sources.items() if source in beside and path not in facts]
            facts.append(text(one, self.report, "facts", fitting))
        name = text(entries.get("name"), self.report, "name")
        return Grid(name, tuple(facts), texts(entries.get("question"), self.report, "question"))

    def stop(self, node: Node, areas: Collection[str]) -> Stop:
        """Read a part of the way."""
        entries = fields(node, self.report, "a part of road", ("title", "areas"))
        title = texts(entries.get("title"), self.report, "title")
        return Stop(title, words(entries.get("areas"), self.report, "areas", areas))

    def part(self, node: Node) -> Ledger | Chain | Chances | None:
        """Read one part of a memo."""
        read = {"ledger": self.ledger, "chain": self.chain, "chances": self.chances}
        entries = mapping(node, self.report, "a part of memo")
        if len(entries) == 1:
            ((kind, entry),) = entries.items()
            if kind in read:
                return read[kind](entry)
        self.report.say(
            "K701", node.place, "a part of memo is a ledger, a chain or chances",
            "memo の部分は ledger、chain、chances のどれかです",
            "Write `- ledger:` and below it what it shows.", "「- ledger:」と書き、その下に表示するものを書いてください。",
        )  # fmt: skip
        return None

    def ledger(self, node: Node) -> Ledger | None:
        needed = ("family", "state", "stated", "gap", "plan", "texts")
        entries = fields(node, self.report, "a ledger", needed, ("best", "looked", "centre", "columns"))
        family = self.list(entries.get("family"), "family", members=True)
        if not family or not entries.keys() >= set(needed):
            return None
        roles = {role: self.fact(entries[role], role, family) for role in ("stated", "plan")}
        roles |= {
            role: self.fact(entries[role], role, family, ("bool",)) for role in ("best", "looked") if role in entries
        }
        roles |= {role: self.concept(entries[role], role, family) for role in ("state", "gap")}
        if "centre" in entries:
            roles["centre"] = self.fact(entries["centre"], "centre", None)
        left_out = {"best", "looked", "centre"} - roles.keys()
        keys = {key: values for key, values in Ledger.TEXTS.items() if key not in left_out}
        columns = tuple(self.column(one, family) for one in items(entries.get("columns"), self.report, "columns"))
        return Ledger(family=family, texts=self.texts(entries["texts"], keys), columns=columns, **roles)

    def column(self, node: Node, family: str) -> LedgerColumn:
        entries = fields(node, self.report, "a column", ("title", "ticks"))
        ticks = []
        for one in items(entries.get("ticks"), self.report, "ticks"):
            told = fields(one, self.report, "a tick", ("fact", "yes", "no"), ("label",))
            fact = self.fact(told.get("fact"), "fact", family, ("bool",))
            yes, no = (texts(told.get(key), self.report, key) for key in ("yes", "no"))
            ticks.append(Tick(fact, yes, no, texts(told["label"], self.report, "label") if "label" in told else None))
        return LedgerColumn(texts(entries.get("title"), self.report, "title"), tuple(ticks))

    def chain(self, node: Node) -> Chain | None:
        entries = fields(node, self.report, "a chain", ("origin", "links", "texts"))
        told = items(entries.get("links"), self.report, "links")
        links: list[Link] = []
        for one in told:
            links.append(self.link(one, links[-1].list if links else None, last=one is told[-1]))
        if not links or not entries.keys() >= {"origin", "texts"}:
            return None
        return Chain(
            self.origin(entries["origin"], links[0].list), tuple(links), self.texts(entries["texts"], Chain.TEXTS)
        )

    def origin(self, node: Node, first: str) -> Origin:
        entries = fields(node, self.report, "origin", ("agreed", "defined", "reached", "texts"))
        return Origin(
            self.concept(entries.get("agreed"), "agreed", None),
            self.fact(entries.get("defined"), "defined", None, ("bool",)),
            self.fact(entries.get("reached"), "reached", first, ("bool",)),
            self.texts(entries.get("texts"), Origin.TEXTS),
        )

    def link(self, node: Node, before: str | None, *, last: bool) -> Link:
        further = () if before is None else ("refs", "state", "broken", "lost")
        entries = fields(node, self.report, "a link", ("list", "texts", *further))
        path = self.list(entries.get("list"), "list")
        left_out = {"unserved"} if last else set()
        left_out |= {"alone", "lost"} if before is None else set()
        told = self.texts(entries.get("texts"), {key: Link.TEXTS[key] for key in Link.TEXTS if key not in left_out})
        if before is None or not entries.keys() >= set(further):
            return Link(path, told)
        refs = [
            one.path for one in self.vocabulary.facts.values()
            if (one.source, one.type, one.target) == (path, "refs", before)
        ]  # fmt: skip
        state = self.concept(entries["state"], "state", path)
        values = self.vocabulary.concepts[state].values if state else {}
        broken = words(entries["broken"], self.report, "broken", values)
        ref, lost = text(entries["refs"], self.report, "refs", refs), text(entries["lost"], self.report, "lost", broken)
        return Link(path, told, ref, state, broken, lost)

    def chances(self, node: Node) -> Chances:
        entries = fields(node, self.report, "chances", ("list", "chance", "running", "texts"))
        path = self.list(entries.get("list"), "list")
        return Chances(
            path,
            self.fact(entries.get("chance"), "chance", path, ("number",)),
            self.fact(entries.get("running"), "running", path, ("bool",)),
            self.texts(entries.get("texts"), Chances.TEXTS),
        )

    def comparison(self, node: Node, ledgers: Collection[str], areas: Collection[str]) -> ComparisonLayout:
        entries = fields(node, self.report, "comparison", (), ("areas", "family", "size", "late", "texts"))
        told = words(entries.get("areas"), self.report, "areas", areas)
        family = text(entries["family"], self.report, "family", ledgers) if "family" in entries else None
        members = self.vocabulary.lists[family].members if family else {}
        late = text(entries["late"], self.report, "late", members) if "late" in entries else None
        left_out = {key for key in ("size", "late") if key not in entries}
        general = {key: values for key, values in ComparisonLayout.TEXTS.items() if key not in left_out}
        needed = (
            {key: values for key, values in ComparisonLayout.FAMILY.items() if key not in left_out} if family else {}
        )
        if "size" in entries:
            needed["size"] = general["size"]
        return ComparisonLayout(
            areas=told,
            family=family or None,
            size=self.fact(entries["size"], "size", None, ("int", "number")) if "size" in entries else None,
            late=late or None,
            texts=self.texts(entries.get("texts"), needed, general) if needed or "texts" in entries else {},
        )

    def texts(self, node: Node | None, needed: TextKeys, optional: TextKeys | None = None) -> dict[str, Texts]:
        """Read sentences; each may leave open only what will be filled in."""
        found: dict[str, Texts] = {}
        known = {**(optional or {}), **needed}
        if node is not None:
            for key, entry in fields(node, self.report, "texts", needed, optional or ()).items():
                found[key] = texts(entry, self.report, f"the text '{key}'")
                for language, sentence in found[key].items():
                    if isinstance(entry.value, dict):
                        self.filled(entry.value[language], sentence, known[key])
        return found

    def filled(self, node: Node, sentence: str, values: Collection[str]) -> None:
        """Report what nothing will be filled in for, or braces that do not match."""
        try:
            names = [name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None]
        except ValueError:
            names = [sentence]
        for name in names:
            if name not in values:
                known = ", ".join(f"{{{one}}}" for one in values)
                self.report.say(
                    "K702", node.place, f"nothing can be filled in for {{{name}}}", f"{{{name}}} に入るものがありません",
                    *did_you_mean(name, values, f"Allowed: {known or 'no braces'}.",
                                  f"使えるもの: {known or 'なし（波括弧は書きません）'}", mark="{{{}}}"),
                )  # fmt: skip

    def fact(self, node: Node | None, what: str, source: str | None, types: Collection[str] = ()) -> str:
        """Read the name of a fact of the project, or of the elements of a list or family."""
        facts = [one for one in self.vocabulary.facts.values() if one.source == source]
        return text(node, self.report, what, [one.path for one in facts if not types or one.type in types])

    def concept(self, node: Node | None, what: str, source: str | None) -> str:
        """Read the name of a derived fact."""
        concepts = self.vocabulary.concepts.values()
        return text(node, self.report, what, [one.path for one in concepts if one.source == source])

    def list(self, node: Node | None, what: str, *, members: bool = False) -> str:
        """Read the name of a list, or of a family."""
        lists = [one for one in self.vocabulary.lists.values() if not one.path.startswith("$")]
        return text(node, self.report, what, [one.path for one in lists if bool(one.members) is members])
