"""Reading `pages.yaml`: the plan of the interview, and what does not fit together in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct

from ..language.completeness import completeness
from ..language.tree import Comparison
from ..problems.problem import Place, Texts, did_you_mean
from ..reading.yaml_reader import Node
from .model import Area, ConceptDefinition, FactDefinition, Statement, Vocabulary
from .plan import Bundle, Called, Gate, Option, PagePlan, PlannedPage, PlannedQuestion
from .resolve import read_comparison
from .scope import Scope
from .shape import ProblemCollector, fields, flag, items, mapping, number, text, texts, words

MOST_PAGES = 20
_MOST_ROWS = 8
_NAME = re.compile(r"\{([^{}]*)\}")
_QUESTION = ("show", "label", "question", "as", "bundle", "always", "rows", "beside")


def read_plan(
    root: Node | None,
    scope: Scope,
    areas: Mapping[str, Area],
    statements: Mapping[str, Statement],
    report: ProblemCollector,
) -> PagePlan:
    """Read the plan; an empty one where the knowledge base has no such file."""
    if root is None:
        return PagePlan()
    entries = fields(root, report, "the plan", ("pages",), ("names",))
    reader = _Reader(scope, {area.step for area in areas.values()} - {None}, statements, report)
    if "names" in entries:
        reader.called(entries["names"])
    nodes = items(entries.get("pages"), report, "pages")
    pages = tuple(reader.page(node) for node in nodes)
    if len(pages) > MOST_PAGES:
        report.say("K714", nodes[MOST_PAGES].place, f"there are {len(pages)} pages, at most {MOST_PAGES} are read by anybody",
                   f"ページが{len(pages)}枚あります。{MOST_PAGES}枚までにします",
                   "Put topics together.", "話題をまとめてください。")  # fmt: skip
    if pages:
        reader.whole(root.place)
    return PagePlan(pages, reader.names)


class _Reader(Struct):
    """Reads one page after the other; remembers what was asked before."""

    scope: Scope
    steps: Collection[int | None]
    statements: Mapping[str, Statement]
    report: ProblemCollector
    names: dict[str, Called] = {}
    asked: dict[str, Place] = {}
    pages: dict[str, Place] = {}

    @property
    def vocabulary(self) -> Vocabulary:
        return self.scope.vocabulary

    def called(self, node: Node) -> None:
        """Read what questions call by its name."""
        for name, entry in mapping(node, self.report, "names").items():
            part = fields(entry, self.report, f"the name '{name}'", (), ("fact", "list", "with"))
            if "list" in part:
                path = self._list(part["list"])
                having = self._having(part.get("with"), path, entry)
                for fact, value in list(having.items())[:1]:
                    self.names[name] = Called(fact, value)
            else:
                facts = [one.path for one in self.vocabulary.facts.values() if (one.source, one.type) == (None, "text")]
                self.names[name] = Called(text(part.get("fact"), self.report, "fact", facts))

    def page(self, node: Node) -> PlannedPage:
        """Read a page."""
        entry = fields(node, self.report, "a page", ("id", "title", "why", "facts"), ("step", "statements", "bundles"))
        name = text(entry.get("id"), self.report, "id")
        if name in self.pages:
            self.report.say("K710", node.place, f"'{name}' is also the id of another page", f"'{name}' という id のページがもう一つあります",
                            "Give each page an id of its own.", "ページごとに別の id を付けてください。")  # fmt: skip
        self.pages[name] = node.place
        bundles = tuple(self._bundle(one) for one in items(entry.get("bundles"), self.report, "bundles"))
        facts = items(entry.get("facts"), self.report, "facts")
        here = {
            str(part.value["fact"].value) for part in facts if isinstance(part.value, dict) and "fact" in part.value
        }
        questions = tuple(self._question(one, bundles, here) for one in facts)
        self._match(bundles, questions, node)
        return PlannedPage(
            name=name,
            title=texts(entry.get("title"), self.report, "title"),
            why=texts(entry.get("why"), self.report, "why"),
            questions=questions,
            step=self._step(entry.get("step")),
            statements=self._cited(entry.get("statements")),
            bundles=bundles,
        )

    def whole(self, place: Place) -> None:
        """Report facts and lists that no page asks for."""
        for path in _askable(self.vocabulary):
            if path not in self.asked:
                self.report.say("K711", place, f"no page asks for '{path}'", f"'{path}' を聞くページがありません",
                                f"Write `- fact: {path}` on one page.", f"どれか1つのページに「- fact: {path}」と書いてください。")  # fmt: skip

    def _question(self, node: Node, bundles: Collection[Bundle], here: Collection[str]) -> PlannedQuestion:
        if isinstance(node.value, dict) and "element" in node.value:
            return self._new(node)
        entry = fields(node, self.report, "a question", ("fact",), _QUESTION)
        askable = _askable(self.vocabulary)
        path = text(entry.get("fact"), self.report, "fact", askable)
        definition = self.vocabulary.facts.get(path)
        if path in self.asked and "fact" in entry:
            self.report.say("K712", entry["fact"].place, f"'{path}' is asked already in line {self.asked[path].line}",
                            f"'{path}' は{self.asked[path].line}行目でもう聞いています",
                            "Ask for it on one page only.", "1つのページだけで聞いてください。")  # fmt: skip
        self.asked.setdefault(path, node.place)
        found = PlannedQuestion(
            fact=path,
            show=self._gate(entry["show"], definition, here) if "show" in entry else None,
            label=texts(entry["label"], self.report, "label") if "label" in entry else None,
            question=self._worded(entry["question"], definition) if "question" in entry else None,
            checks="as" in entry and bool(text(entry["as"], self.report, "as", ("checks",))),
            bundle=text(entry["bundle"], self.report, "bundle", [one.name for one in bundles])
            if "bundle" in entry
            else None,
            always="always" in entry and flag(entry["always"], self.report, "always"),
            rows=self._rows(entry.get("rows")),
            beside=words(entry["beside"], self.report, "beside", list(self.vocabulary.facts))
            if "beside" in entry
            else (),
        )
        if found.checks and (definition is None or definition.type != "bool" or definition.source is not None):
            self.report.say("K713", entry["as"].place, "only yes-or-no facts of the project are asked as checks",
                            "checks にできるのは、事業についての「はい・いいえ」の事実だけです",
                            "Take `as: checks` away.", "「as: checks」を消してください。")  # fmt: skip
        return found

    def _new(self, node: Node) -> PlannedQuestion:
        """Read the question for the name of a new element."""
        entry = fields(node, self.report, "a new element", ("element", "with", "question"), ("label",))
        path = self._list(entry.get("element"))
        return PlannedQuestion(
            fact=path,
            label=texts(entry["label"], self.report, "label") if "label" in entry else None,
            question=self._worded(entry["question"], None) if "question" in entry else None,
            new=self._having(entry.get("with"), path, node),
        )

    def _having(self, node: Node | None, path: str, place: Node) -> dict[str, bool | str]:
        """Read which facts an element has."""
        found: dict[str, bool | str] = {}
        listed = self.vocabulary.lists.get(path)
        for attribute, value in mapping(node if node is not None else place, self.report, "with").items():
            fact = self.vocabulary.facts.get(listed.path_of(attribute)) if listed is not None else None
            if fact is not None and _is_value(value.value, fact):
                found[fact.path] = value.value  # type: ignore[assignment]
            elif listed is not None:
                self.report.say("K715", value.place, f"an element of {path} cannot have {attribute}: {value.value}",
                                f"{path} の要素に {attribute}: {value.value} は書けません",
                                "Name a fact of its elements and one of the fact's values.",
                                "要素の事実と、その値の一つを書いてください。")  # fmt: skip
        return found

    def _bundle(self, node: Node) -> Bundle:
        entry = fields(node, self.report, "a bundle", ("id", "label", "options"))
        options = []
        for one in items(entry.get("options"), self.report, "options"):
            part = fields(one, self.report, "an option", ("label",), ("values",))
            values = items(part.get("values"), self.report, "values")
            known = tuple(value.value for value in values if isinstance(value.value, (bool, str)))
            options.append(Option(texts(part.get("label"), self.report, "label"), known))
        return Bundle(
            text(entry.get("id"), self.report, "id"), texts(entry.get("label"), self.report, "label"), tuple(options)
        )

    def _match(self, bundles: Iterable[Bundle], questions: Iterable[PlannedQuestion], node: Node) -> None:
        """Report bundles whose choices do not say something of each of their facts."""
        for bundle in bundles:
            facts = [self.vocabulary.facts.get(one.fact) for one in questions if one.bundle == bundle.name]
            sources = {fact.source for fact in facts if fact is not None}
            fits = all(
                len(option.values) == len(facts)
                and all(
                    fact is None or _is_value(value, fact) for value, fact in zip(option.values, facts, strict=True)
                )
                for option in bundle.options
                if option.values
            )
            if not fits or len(facts) < 2 or len(sources) != 1 or None in sources:
                self.report.say("K716", node.place, f"the choices of the bundle '{bundle.name}' do not fit its {len(facts)} facts",
                                f"bundle '{bundle.name}' の選択肢が、その{len(facts)}つの事実と合いません",
                                "Give each option one value for each fact of the bundle; its facts belong to one list.",
                                "選択肢ごとに、bundle の事実と同じ数の値を書いてください。事実は同じ一覧のものにします。")  # fmt: skip

    def _gate(self, node: Node, asked: FactDefinition | None, here: Collection[str]) -> Gate | None:
        """Read when a question is asked; the fact that it names stands on this page or on one before."""
        source = asked.source if asked is not None else None
        scope = self.scope
        if source is not None:
            scope = scope.bind(self.vocabulary.lists[source].element, source)
        read = read_comparison(text(node, self.report, "show"), node.place, scope, self.report)
        if read is None:
            return None
        values = _opening(read)
        if values is None:
            self.report.say("K717", node.place, "`show` compares a fact with values: `fact is value` or `fact in [a, b]`",
                            "show は「事実 is 値」か「事実 in [a, b]」の形で書きます",
                            "Write one comparison with `is` or `in`.", "is か in の比較を1つ書いてください。")  # fmt: skip
            return None
        path = read.left.path
        concept = self.vocabulary.concepts.get(path)
        if (concept is None and path not in self.asked and path not in here) or (
            concept is not None and concept.working
        ):
            self.report.say("K718", node.place, f"'{path}' is not known when this is asked", f"これを聞くとき、'{path}' はまだ分かりません",
                            "Ask for it before, on this page or on an earlier one.",
                            "このページか、それより前のページで先に聞いてください。")  # fmt: skip
        return Gate(path, values)

    def _worded(self, node: Node, asked: FactDefinition | None) -> Texts:
        """Read a question, in which names may stand in braces."""
        found = texts(node, self.report, "the question")
        known = set(self.names)
        if asked is not None and asked.source is not None:
            known.add(self.vocabulary.lists[asked.source].element)
        for sentence in found.values():
            for name in _NAME.findall(sentence):
                if name not in known:
                    self.report.say("K719", node.place, f"nothing is called {{{name}}}", f"{{{name}}} に入る名前がありません",
                                    *did_you_mean(name, known, f"Names: {', '.join(sorted(known))}.",
                                                  f"使える名前: {'、'.join(sorted(known))}", mark="{{{}}}"))  # fmt: skip
        return found

    def _rows(self, node: Node | None) -> int:
        rows = number(node, self.report, "rows")
        if rows is None:
            return 0
        if node is not None and not 1 <= rows <= _MOST_ROWS:
            self.report.say(
                "K720", node.place, f"rows is a number from 1 to {_MOST_ROWS}", f"rows は1から{_MOST_ROWS}までの数です"
            )
        return int(rows)

    def _step(self, node: Node | None) -> int | None:
        step = number(node, self.report, "step")
        if step is None or step in self.steps:
            return None if step is None else int(step)
        known = ", ".join(str(one) for one in sorted(one for one in self.steps if one is not None))
        self.report.say("K721", node.place if node is not None else None, f"no area has step {step:g}", f"手順 {step:g} の領域はありません",
                        f"Steps: {known}.", f"使える手順: {known}")  # fmt: skip
        return None

    def _cited(self, node: Node | None) -> tuple[str, ...]:
        found = words(node, self.report, "statements")
        for one, cited in zip(items(node, self.report, "statements"), found, strict=True):
            if cited not in self.statements:
                self.report.say("K722", one.place, f"{cited} is not in the ledger", f"{cited} は台帳にありません",
                                "Cite a statement of the folder paper.", "paper フォルダにある番号を引いてください。")  # fmt: skip
        return found

    def _list(self, node: Node | None) -> str:
        return text(node, self.report, "a list", self.vocabulary.stated_lists)


def _askable(vocabulary: Vocabulary) -> list[str]:
    """Return what can be asked: every list and every fact; that an open set is complete is said with its answer."""
    closing = {completeness(path) for path, fact in vocabulary.facts.items() if fact.open}
    return [*vocabulary.stated_lists, *(path for path in vocabulary.facts if path not in closing)]


def _opening(read: Comparison) -> tuple[bool | str, ...] | None:
    """Return the values with which a comparison holds; None where they cannot be listed."""
    values = read.right if isinstance(read.right, tuple) else (read.right,)
    if read.operator not in ("is", "in") or not all(isinstance(one, (bool, str)) for one in values):
        return None
    return tuple(one for one in values if isinstance(one, (bool, str)))


def _is_value(value: object, fact: FactDefinition | ConceptDefinition) -> bool:
    """Tell whether a fact can have a value."""
    if isinstance(value, bool):
        return isinstance(fact, FactDefinition) and fact.type == "bool"
    return isinstance(value, str) and value in fact.values
