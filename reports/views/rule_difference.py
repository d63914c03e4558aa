"""What becomes different between two rule bases, as text and as data."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ...engine.assess.model import SCHEMA_VERSION, Assessment, Finding
from ...engine.knowledge.model import KnowledgeBase
from ...engine.record import picked
from ...engine.verify.difference import Changed, Moved, PortfolioDifference, RuleDifference
from ..texts import say
from ..words.names import without_subject
from ..words.verdict import reached
from ..writers.layout import clean


class RuleReport:
    """A difference of rules that is told."""

    def __init__(
        self,
        found: RuleDifference,
        old: KnowledgeBase,
        new: KnowledgeBase,
        portfolio: PortfolioDifference | None,
        folder: str,
        language: str,
    ) -> None:
        """Take the difference, the two rule bases, and what it does to real projects in a folder."""
        self.found, self.old, self.new = found, old, new
        self.portfolio, self.folder, self.language = portfolio, folder, language

    def text(self) -> str:
        """Return it for a terminal."""
        return "\n".join(self._lines()) + "\n"

    def document(self) -> dict[str, Any]:
        """Return its machine form."""
        found: dict[str, Any] = {
            "schema_version": SCHEMA_VERSION,
            "kind": "rule_difference",
            "old": self.old.version,
            "new": self.new.version,
            "elements": self.found.elements,
            "same": self.found.same,
            "edits": [picked(one, "part name how fields") for one in self.found.edits],
            "meanings": [_meaning(one) for one in self.found.meanings],
            "changelog": list(self._log()),
        }
        if self.portfolio is not None:
            found["portfolio"] = {
                "total": self.portfolio.total,
                "changed": [
                    {"file": one.file, "before": _side(one.before), "after": _side(one.after)}
                    for one in self.portfolio.moved
                ],
                "unread": [file for file, _ in self.portfolio.unread],
            }
        return found

    def _say(self, key: str, **values: object) -> str:
        return say(key, self.language, **values)

    def _lines(self) -> Iterator[str]:
        found = self.found
        yield self._say("ruled.title", old=self.old.version, new=self.new.version)
        if found.edits:
            yield self._say("ruled.edits")
            for edit in found.edits:
                part, fields = self._say(f"ruled.part.{edit.part}"), ", ".join(edit.fields)
                yield "  " + self._say(f"ruled.edit.{edit.how}", part=part, name=edit.name, fields=fields)
        elif not found.meanings:
            yield self._say("difference.nothing")
        if found.meanings:
            yield self._say("ruled.meanings")
            for one in found.meanings:
                yield from (f"  {line}" for line in self._meaning(one))
            yield self._say("ruled.same", elements=found.elements, n=found.same)
        else:
            yield self._say("ruled.alike", elements=found.elements)
        if self.portfolio is not None:
            yield from self._over(self.portfolio)
        log = list(self._log())
        if log:
            yield self._say("ruled.log")
            yield from (f"  {line}" for line in log)

    def _meaning(self, one: Changed) -> Iterator[str]:
        what = self._say(f"ruled.meaning.{one.aspect}", name=one.name)
        if one.before is None or one.after is None:
            yield self._say("ruled.open", what=what)
            return
        yield what
        yield "  " + self._say("ruled.example", project=clean(json.dumps(one.project, ensure_ascii=False)))
        if one.anew != one.project:
            yield "  " + self._say("ruled.anew", project=clean(json.dumps(one.anew, ensure_ascii=False)))
        yield from (f"  {line}" for line in self._sides(one.before, one.after))

    def _sides(self, before: Assessment, after: Assessment) -> Iterator[str]:
        """Yield the verdict on each side, with the findings that the other one does not have."""
        left, right = _findings(before), _findings(after)
        yield self._side("before", before, [one for key, one in left.items() if key not in right], self.old)
        yield self._side("after", after, [one for key, one in right.items() if key not in left], self.new)

    def _side(self, name: str, assessment: Assessment, only: list[Finding], kb: KnowledgeBase) -> str:
        told = []
        for one in only:
            grave = kb.verdict.severity_labels[one.severity][self.language]
            severity = self._say("kind.upcoming") if one.kind == "upcoming" else grave
            key = "effect.finding" if one.subject is None else "ruled.finding.of"
            told.append(self._say(key, code=one.code, subject=one.subject, severity=severity))
        verdict = reached(assessment, kb, self.language)
        findings = self._say("ruled.findings", findings=", ".join(told)) if told else ""
        return self._say(f"ruled.side.{name}", verdict=verdict, findings=findings)

    def _over(self, portfolio: PortfolioDifference) -> Iterator[str]:
        n = len(portfolio.moved)
        key = "ruled.portfolio" if n else "ruled.portfolio.none"
        yield self._say(key, n=n, total=portfolio.total, folder=self.folder)
        for one in portfolio.moved:
            yield f"  {clean(one.file)}"
            yield from (f"    {line}" for line in self._moved(one))
        for file, problem in portfolio.unread:
            yield f"  {clean(file)}"
            yield "    " + self._say("ruled.unread", problem=problem.message[self.language])

    def _moved(self, one: Moved) -> Iterator[str]:
        if one.before is not None and one.after is not None:
            yield from self._sides(one.before, one.after)
        elif one.problem is not None:
            key = "ruled.refused.before" if one.before is None else "ruled.refused.after"
            yield self._say(key, problem=clean(one.problem.message[self.language]))

    def _log(self) -> Iterator[str]:
        """Yield the lines that a changelog takes from it, one for each rule and derived fact."""
        one_sided = {edit.name: edit.how for edit in self.found.edits if edit.part == "rule" and not edit.fields}
        for name, how in one_sided.items():
            kb = self.new if how == "added" else self.old
            title = without_subject(kb.rule(name).title[self.language], kb.rule(name), kb, self.language)
            yield self._say(f"ruled.log.{how}", name=name, title=title)
        settled = [one for one in self.found.meanings if one.before is not None and one.name not in one_sided]
        for one in settled:
            if one.name:
                yield self._say(f"ruled.log.{one.aspect}", name=one.name)
        ways = [one.aspect for one in settled if not one.name]
        if ways:
            yield self._say("ruled.log.both" if len(ways) > 1 else f"ruled.log.{ways[0]}")
        if self.portfolio is not None and self.portfolio.moved:
            yield self._say("ruled.log.projects", n=len(self.portfolio.moved), total=self.portfolio.total)


def _findings(assessment: Assessment) -> dict[tuple[str, str | None, str, str], Finding]:
    return {(one.code, one.subject, one.kind, one.severity): one for one in assessment.findings}


def _meaning(one: Changed) -> dict[str, Any]:
    return {
        "aspect": one.aspect,
        "name": one.name,
        "outcome": "not_settled" if one.project is None else "changed",
        "project": one.project,
        "project_anew": one.anew,
        "before": _side(one.before),
        "after": _side(one.after),
    }


def _side(assessment: Assessment | None) -> Mapping[str, Any] | None:
    if assessment is None:
        return None
    findings = [picked(one, "code subject kind severity") for one in assessment.findings]
    return {"verdict": assessment.verdict, "findings": findings}
