"""Projects side by side: as blocks, and the machine form.

What stands beside what was decided in `engine.compare.sides`; here it is put into words, in those of the knowledge base
where it has some. No score and no rank.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ...engine.assess.ledger import LedgerRow
from ...engine.assess.model import SCHEMA_VERSION
from ...engine.compare.sides import Candidate, CandidateComparison, worst_found
from ...engine.knowledge.model import KnowledgeBase
from ...engine.project.address import source_and_id
from ...engine.record import picked
from ...engine.whatif.changes import Change, as_assumption, as_json
from ..texts import enumerate_words, filled, joined, say
from ..words.names import Teller, base_name, labels_of, without_subject, write_date
from ..words.verdict import checked_words, missing_facts, reached
from ..writers.blocks import Block, Group, Heading, Item, Paragraph, Report, Row, Span, Table, Words
from ..writers.layout import as_argument
from ..writers.markup import cleaned

_MANY = 2
_NEXT = 2
"""Things to do next, beyond which no question is told."""
_TINTS = 4


def comparison_report(comparison: CandidateComparison, kb: KnowledgeBase, language: str) -> Report:
    """Return the comparison as blocks, in one language and in reading order."""
    told, first = _Teller(comparison, kb, language), comparison.candidates[0].assessment
    title = told.say("title", n=len(comparison.candidates))
    return Report(title, told.say("kind"), language, tuple(told.blocks()), first.product_version)


def comparison_document(comparison: CandidateComparison, kb: KnowledgeBase) -> dict[str, Any]:
    """Return the machine form of a comparison; what the knowledge base compares is named as its vocabulary names it."""
    return {
        "schema_version": SCHEMA_VERSION,
        "kind": "comparison",
        "candidates": [_candidate(one, kb) for one in comparison.candidates],
        "other_findings": [{"code": code, "outcomes": list(outcomes)} for code, outcomes in comparison.others],
    }


def _candidate(one: Candidate, kb: KnowledgeBase) -> dict[str, Any]:
    assessment, compared = one.assessment, kb.presentation.comparison
    ledger = kb.presentation.ledger(compared.family)
    size = {} if compared.size is None else {compared.size.rpartition(".")[2]: one.size}
    found: dict[str, Any] = {
        "name": one.name,
        **size,
        "file": assessment.file,
        "sha256": assessment.sha256,
        "rules_version": assessment.knowledge_version,
        "today": assessment.today,
        "verdict": assessment.verdict,
        "coverage": picked(assessment.coverage, "due told"),
    }
    if ledger is not None:
        best = next(iter(kb.vocabulary.concepts[ledger.state].values))
        found["comparable"] = one.comparable
        found[ledger.family] = {
            row.member: {
                "state": row.state or ("not_assessed" if row.looked is False else "unknown"),
                f"{best}_unknown": row.best_open,
                "gap": row.gap,
                "plan": list(row.plan or ()),
                "centre": row.centre,
                "codes": list(row.codes),
            }
            for row in one.rows
        }
        found[best] = [row.member for row in one.best]
        found["gaps_without_plan"] = [row.member for row in one.unplanned]
        found["not_assessed"] = [row.member for row in one.unassessed]
    found["next"] = [{"code": finding.code, "subjects": list(one.subjects[finding.code])} for finding in one.actions]
    return found


class _Teller:
    """One comparison in one language."""

    def __init__(self, comparison: CandidateComparison, kb: KnowledgeBase, language: str) -> None:
        self.comparison = comparison
        self.candidates = comparison.candidates
        self.kb = kb
        self.language = language
        self.teller = Teller(kb, language)
        self.names = _distinct([cleaned(one.name) for one in self.candidates], self.candidates)
        self.ledger = kb.presentation.ledger(kb.presentation.comparison.family)
        self.states = list(kb.vocabulary.concepts[self.ledger.state].values) if self.ledger is not None else []

    def blocks(self) -> Iterator[Block]:
        """Yield what is told."""
        both = list(zip(self.names, self.candidates, strict=True))
        said = [self._sentence(name, one) for name, one in both if self.ledger is not None or self._differ()]
        opening: list[Block] = [Heading(self._headline()), *map(Item, said), Paragraph(self.say("no_rank"), soft=True)]
        if len(set(self.comparison.rules)) > 1:
            opening.append(Paragraph(self.say("rules.differ"), strong=True))
        yield Group("verdict", tuple(opening))
        if self.ledger is not None and self.candidates[0].rows:
            rows = tuple(map(self._row, range(len(self.candidates[0].rows))))
            yield Heading(self.say("matrix"))
            yield Table(
                self.say("matrix"),
                (self.say("member"), *map(self._place, self.names, self.candidates)),
                rows,
                kind="sides",
            )
            yield Group("legend", (Paragraph(self.say("legend"), soft=True),))
        yield Heading(self.say("sums"))
        yield Table(self.say("sums"), (self.say("point"), *self.names), tuple(self._sums()), kind="sides")
        yield Heading(self.say("others"))
        if self.comparison.others:
            if "others.note" in self.kb.presentation.comparison.texts:
                yield Paragraph(self.say("others.note"), soft=True)
            rows = tuple([self._other(code, outcomes) for code, outcomes in self.comparison.others])
            yield Table(self.say("others"), (self.say("finding"), *self.names), rows, kind="sides findings")
        else:
            yield Paragraph(self.say("others.none"))
        yield from self._trials()
        first = self.candidates[0].assessment
        foot = self.say("foot", rules=first.knowledge_version, date=write_date(first.today, self.language))
        yield Group("foot", (Paragraph(foot, soft=True),))

    def say(self, key: str, **values: object) -> str:
        """Return a text: in the knowledge base's own words, else in general ones."""
        own = self.kb.presentation.comparison.texts.get(key)
        return say(f"compare.{key}", self.language, **values) if own is None else filled(own[self.language], values)

    def _members(self, told: Sequence[LedgerRow]) -> str:
        if len(told) > _MANY and len(told) == len(self.candidates[0].rows):
            return self.say("all", n=len(told))
        return self.teller.join([self.say("one", name=self._name(row.member)) for row in told])

    def _name(self, member: str) -> str:
        return self.teller.subject(f"{self.kb.presentation.comparison.family}/{member}")

    def _headline(self) -> str:
        if self.ledger is None:
            verdict = reached(self.candidates[0].assessment, self.kb, self.language)
            return self.say("head.differ") if self._differ() else self.say("head.same", verdict=verdict)
        good = [
            name
            for name, one in zip(self.names, self.candidates, strict=True)
            if one.comparable and one.best and all(row.gap in ("none", "planned") for row in one.rows)
        ]
        if good:
            return self.say("head.good", places=self.teller.join(good))
        return self.say("head.open" if any(one.comparable for one in self.candidates) else "head.none")

    def _differ(self) -> bool:
        return len({one.assessment.verdict for one in self.candidates}) > 1

    def _sentence(self, name: str, one: Candidate) -> str:
        if self.ledger is None:
            return self.say("verdict.of", place=name, verdict=reached(one.assessment, self.kb, self.language))
        if not one.comparable:
            return self.say("unassessed", place=name, members=self._members(one.unassessed))
        best = self.say("best.none")
        if one.best:
            best = self.say("best.some", members=self._members(one.best))
        elif any(row.best_open for row in one.rows):
            best = self.say("best.open")
        gaps = self.say("gaps.none")
        for gap in ("unplanned", "unknown", "planned"):
            told = [row for row in one.rows if row.gap == gap]
            if told:
                gaps = self.say(f"gaps.{gap}", members=self._members(told))
                break
        return self.say("place", place=name, best=best, gaps=gaps)

    def _place(self, name: str, one: Candidate) -> str:
        if not isinstance(one.size, (int, float)):
            return name
        return self.say("place.noted", place=name, note=self.say("size", n=f"{int(one.size):,}"))

    def _row(self, index: int) -> Row:
        """Return a row of the matrix: each state in words, darker the better it is."""
        members = [one.rows[index] for one in self.candidates]
        name, late = self._name(members[0].member), members[0].member == self.kb.presentation.comparison.late
        tones = [f"tint s-{self._tint(row)}" + (" unplanned" if row.gap == "unplanned" else "") for row in members]
        head = (name, Span(self.say("late"), "soft")) if late else (name,)
        return Row((head, *map(self._cell, members)), ("", *tones))

    def _cell(self, row: LedgerRow) -> Words:
        assert self.ledger is not None
        state = self._word(row)
        notes = []
        if row.best_open:
            notes.append(self.say("best_open"))
        if row.gap == "unplanned":
            notes.append(self.say("unplanned"))
        elif row.gap == "planned":
            notes.append(self.teller.value(self.ledger.plan, list(row.plan or ())))
        elif row.gap == "unknown" and row.missing:
            notes.append(self.say("plan_unknown"))
        if row.centre:
            notes.append(self.say("centre"))
        words = Span(state, "strong") if row.known else Span(state, "sign", "unknown")
        if not notes:
            return (words,)
        mark = "major" if row.gap == "unplanned" else "centre" if row.centre else ""
        told = joined(notes, self.language)
        return words, Span(told, "sign", mark) if mark else Span(told)

    def _word(self, row: LedgerRow) -> str:
        if row.state is not None and self.ledger is not None:
            concept = self.kb.vocabulary.concepts[self.ledger.state]
            return concept.values[row.state][self.language] if row.state in concept.values else row.state
        return self.say("not_looked" if row.looked is False else "state.unknown")

    def _tint(self, row: LedgerRow) -> str:
        """Return how dark a cell is: the better the state, the darker; `open` where it is not known."""
        if row.state not in self.states:
            return "open"
        steps = len(self.states) - 1
        return str(round((steps - self.states.index(row.state)) * (_TINTS - 1) / max(steps, 1)))

    def _sums(self) -> Iterator[Row]:
        """Yield what is told of each project as a whole."""

        def counted(told: Sequence[LedgerRow], *, more: bool = False) -> str:
            """Say how many; `more` when there may be others, so that nothing found is not told as none."""
            if not told:
                return self.say("zero.open" if more else "zero")
            names = [self._name(row.member) for row in told]
            key = "counted.open" if more else "counted"
            return self.say(key, n=len(told), members=self.teller.join(names))

        def best(one: Candidate) -> str:
            more = bool(one.unassessed) or any(row.best_open for row in one.rows)
            return counted(one.best, more=more)

        def unplanned(one: Candidate) -> str:
            return counted(one.unplanned, more=any(row.gap == "unknown" for row in one.rows))

        def comparable(one: Candidate) -> str:
            return self.say(f"comparable.{'yes' if one.comparable else 'no'}")

        def row(key: str, told: Callable[[Candidate], Words | list[Words]]) -> Row:
            return Row((self.say(f"row.{key}"), *map(told, self.candidates)))

        yield row("verdict", self._verdict)
        if self.ledger is not None:
            yield row("best", best)
            yield row("unplanned", unplanned)
            yield row("unassessed", lambda one: counted(one.unassessed))
            yield row("comparable", comparable)
        yield row("next", self._next)

    def _verdict(self, one: Candidate) -> list[Words]:
        """Return the verdict on a project, and how far it was checked."""
        return [reached(one.assessment, self.kb, self.language), checked_words(one.assessment, self.kb, self.language)]

    def _next(self, one: Candidate) -> list[Words]:
        parts: list[Words] = []
        labels = Teller(self.kb, self.language, labels_of(one.assessment.elements))
        for finding in one.actions:
            advice = finding.advice[self.language]
            subjects = one.subjects[finding.code]
            if subjects:
                advice = self.say("next.about", subjects=labels.subjects(subjects), advice=advice)
            parts.append(self.say("next.coded", advice=advice, code=finding.code))
        missing = missing_facts(one.assessment, self.kb, self.language)
        if missing:
            parts.append(self.say("next.missing", facts=self.teller.join(missing)))
        told = {fact for fact, _ in one.assessment.missing}
        asked = [question for question in one.asked if question.fact not in told]
        if asked and len(parts) < _NEXT:
            text = self.say("next.ask", question=asked[0].text[self.language])
            named = labels.subjects([question.subject for question in asked if question.subject is not None])
            parts.append(self.say("next.about", subjects=named, advice=text))
        return parts or [self.say("next.none")]

    def _other(self, code: str, outcomes: Sequence[str]) -> Row:
        rule = self.kb.rule(code)
        if "found" in outcomes:
            severity = worst_found(code, self.candidates)
            sign = Span(self.teller.severity(severity), "sign", severity)
        else:
            sign = Span(self.say("outcome.upcoming"), "sign", "info")
        title = without_subject(rule.title[self.language], rule, self.kb, self.language)
        head = (sign, title, Span(code, "ref"))
        said = [self.say(f"outcome.{one}") for one in outcomes]
        return Row((head, *said), ("", *(f"outcome {one}" for one in outcomes)))

    def _trials(self) -> Iterator[Block]:
        """Yield what a decision would change, each with what tries it."""
        tried = [
            (name, one.trial) for name, one in zip(self.names, self.candidates, strict=True) if one.trial is not None
        ]
        if tried:
            yield Heading(self.say("trials"))
        for name, trial in tried:
            (fact, subject), value = trial.fact, trial.value
            codes = list(dict.fromkeys(reported.code for reported in trial.cleared))
            member = self.say("one", name=self._name(source_and_id(subject or "")[1]))
            told = {"place": name, "member": member, "value": self.teller.value(fact, as_json(value))}
            listed = {"codes": enumerate_words(codes, self.language)} if codes else {}
            yield Paragraph(self.say("trial" if codes else "trial.nothing", **told, **listed))
            yield Paragraph(f"--set {as_argument(as_assumption(Change(fact, subject, value, 0), self.kb))}", code=True)


def _distinct(names: Sequence[str], candidates: Sequence[Candidate]) -> list[str]:
    """Return names of which no two are alike: variants of one city get the file's name, or a number."""
    found = []
    for number, (name, one) in enumerate(zip(names, candidates, strict=True), 1):
        alike = names.count(name) > 1
        found.append(f"{name} ({base_name(one.assessment.file) or number})" if alike else name)
    return [f"{name} [{number}]" if found.count(name) > 1 else name for number, name in enumerate(found, 1)]
