"""What became different between two reviews: as blocks, and the machine form.

What made a difference was found out in `engine.explain.difference`; here it is only told, with how it was found out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from ...engine.assess.model import SCHEMA_VERSION, Evidence
from ...engine.compare.difference import Difference, FactChange, FindingChange
from ...engine.compare.editions import Edition, Noted, NotedKey
from ...engine.record import picked
from ..texts import enumerate_words, is_said, joined, rest_counted
from ..words.names import Teller, base_name, place_of, project_name, write_date
from ..writers.blocks import Heading, Item, Paragraph, Report

_FACTS_SHOWN = 30
_LIKEWISE = 3


def difference_report(difference: Difference, teller: Teller, *, full: bool = True) -> Report:
    """Return a difference as blocks; the teller has the newer side's rules, and what the projects call their elements."""
    told = _Report(difference, teller, full)
    return Report(told.title(), "", teller.language, tuple(told.blocks()))


def difference_document(difference: Difference) -> dict[str, Any]:
    """Return the machine form of a difference."""
    causes = Counter(change.cause for change in difference.findings)
    return {
        "schema_version": SCHEMA_VERSION,
        "kind": "difference",
        "old": _edition(difference.old),
        "new": _edition(difference.new),
        "different": list(difference.parts),
        "attribution": "runs" if difference.by_runs else "elimination",
        "verdict": {
            "old": difference.old.verdict,
            "new": difference.new.verdict,
            "cause": difference.verdict_cause,
            "parts": list(difference.verdict_parts),
        },
        "totals": dict(sorted(causes.items())),
        "findings": [
            {
                **picked(change.finding, "code subject kind title"),
                **picked(change, "old new old_kind new_kind fate cause parts"),
            }
            for change in difference.findings
        ],
        "plans": [
            {"code": code, "subject": subject, "old": _plan(old), "new": _plan(new)}
            for (code, subject), old, new in changed_plans(difference)
        ],
        "facts": [
            {"fact": one.fact, "subject": one.subject, "old": _stated(one.old), "new": _stated(one.new)}
            for one in difference.facts
        ],
        "facts_complete": difference.facts_complete,
        "parameters": [picked(one, "name old new") for one in difference.parameters],
    }


def _edition(edition: Edition) -> dict[str, Any]:
    return {
        **picked(edition.project, "name file sha256"),
        **picked(edition, "today rules_version product_version"),
        **({"coverage": picked(edition.coverage, "due told")} if edition.coverage is not None else {}),
        **({"assumed": list(edition.assumed)} if edition.assumed else {}),
    }


Planned: TypeAlias = "tuple[str | None, str | None] | None"
"""Who is to put a finding right, and by which day; None where nothing is planned."""


def changed_plans(difference: Difference) -> list[tuple[NotedKey, Planned, Planned]]:
    """Return the plans that are different, by what they are about, as they were and as they are."""
    old, new = difference.old.plans, difference.new.plans
    return [(key, old.get(key), new.get(key)) for key in {**old, **new} if old.get(key) != new.get(key)]


def _plan(plan: Planned) -> dict[str, str | None] | None:
    return None if plan is None else {"who": plan[0], "until": plan[1]}


def _stated(evidence: Evidence | None) -> dict[str, Any] | None:
    if evidence is None:
        return None
    place = {"file": evidence.file, "line": evidence.line, "column": evidence.column, "pointer": evidence.pointer}
    return {"value": evidence.value, **{key: value for key, value in place.items() if value is not None}}


class _Report:
    """One report in the making."""

    def __init__(self, difference: Difference, teller: Teller, full: bool) -> None:
        self.difference = difference
        self.teller = teller
        self.language = teller.language
        self.full = full
        self.kb = teller.kb

    def title(self) -> str:
        """Return what it is about."""
        old, new = self.difference.old.project.name, self.difference.new.project.name
        if self.difference.is_of_two:
            return self.teller.say("difference.title.two", old=old, new=new)
        name = project_name(new or old, self.difference.new.project.file, self.kb, self.language)
        return self.teller.say("difference.title", name=name)

    def blocks(self) -> Iterator[Heading | Paragraph | Item]:
        """Yield the report."""
        difference = self.difference
        if self.difference.is_of_two:
            yield Paragraph(self.teller.say("two"), strong=True)
        yield Paragraph(self._verdict(), strong=True)
        yield Paragraph(self._side(difference.old))
        yield Paragraph(self._side(difference.new, new=True))
        is_same = difference.old.verdict == difference.new.verdict
        if is_same and not difference.parts and not difference.findings:
            yield Paragraph(self.teller.say("difference.nothing"))
            return
        yield from map(Paragraph, self._parts())
        if difference.findings:
            yield Paragraph(self._sum())
        yield from self._findings()
        yield from self._waivers()
        yield from self._plans()
        yield from self._facts()
        yield from self._parameters()
        yield Heading(self.teller.say("how"))
        yield Paragraph(self.teller.say("how.runs" if difference.by_runs else "how.elimination"))
        if difference.unreadable:
            yield Paragraph(self.teller.say("how.unreadable"))

    def _say(self, key: str, **values: object) -> str:
        """Return a text; of two projects the one that names them, and knows no before and after."""
        if not self.difference.is_of_two:
            return self.teller.say(key, **values)
        return self.teller.say(
            f"{key}.two", first=self.difference.old.project.name, second=self.difference.new.project.name, **values
        )

    def _verdict(self) -> str:
        old, new = (
            self.teller.verdict(one.verdict, settled=one.settled) for one in (self.difference.old, self.difference.new)
        )
        if self.difference.is_of_two:
            return self.teller.say(
                "verdict.two",
                first=self.difference.old.project.name,
                second=self.difference.new.project.name,
                old=old,
                new=new,
            )
        if self.difference.old.verdict == self.difference.new.verdict:
            return self.teller.say("verdict.same", now=new)
        cause = self._cause(self.difference.verdict_cause or "unknown", self.difference.verdict_parts)
        return self.teller.say("verdict.other", old=old, new=new, cause=cause)

    def _side(self, edition: Edition, *, new: bool = False) -> str:
        findings = sum(noted.kind == "finding" for noted in edition.findings.values())
        text = self.teller.say(
            "side",
            file=base_name(edition.project.file) or self.teller.say("side.no_file"),
            today=edition.today,
            rules=edition.rules_version,
            counts=self.teller.say("side.counts", findings=findings, questions=len(edition.questions)),
        )
        if edition.coverage is not None:
            checked = self.teller.say("side.checked", **picked(edition.coverage, "due told"))
            text = joined((text, checked), self.language, "comma")
        if edition.assumed:
            text = self.teller.say("side.assumed", text=text, assumed=self.teller.join(edition.assumed))
        return self.teller.say("labelled", label=self._say("side.new" if new else "side.old"), text=text)

    def _parts(self) -> list[str]:
        named = [part for part in self.difference.parts if part != "project" or not self._is_only_a_file()]
        parts = self.teller.join([self.teller.say(f"part.{part}") for part in named])
        if len(named) < len(self.difference.parts):
            return [*([self.teller.say("parts.list", parts=parts)] if parts else []), self.teller.say("parts.file")]
        key = "parts.list" if self.difference.by_runs else "parts.may"
        return [self.teller.say(key, parts=parts or self.teller.say("none"))]

    def _is_only_a_file(self) -> bool:
        """Tell whether facts may be different only because the files are: nothing that was saved shows one that is."""
        difference = self.difference
        files = {edition.project.sha256 for edition in (difference.old, difference.new)}
        causes = {part for change in difference.findings for part in change.parts}.union(difference.verdict_parts)
        questions = len(difference.old.questions) == len(difference.new.questions)
        silent = not difference.by_runs and not difference.facts and "project" not in causes and questions
        return (
            silent
            and None not in files
            and difference.old.assumed == difference.new.assumed
            and not self.difference.is_of_two
        )

    def _sum(self) -> str:
        causes = Counter(change.cause for change in self.difference.findings)
        parts = [
            self.teller.say(f"sum.{cause}", n=number)
            if cause in ("together", "unknown")
            else self.teller.say("difference.sum.part", part=self.teller.say(f"part.{cause}"), n=number)
            for cause, number in sorted(causes.items(), key=lambda one: -one[1])
        ]
        return self._say("difference.sum", total=len(self.difference.findings), parts=self.teller.join(parts))

    def _cause(self, cause: str, parts: Sequence[str]) -> str:
        named = self.teller.join([self.teller.say(f"part.{part}") for part in parts])
        if not parts:
            return self.teller.say("cause.untold")
        if cause in ("together", "unknown"):
            return self.teller.say(f"cause.{cause}", parts=named)
        return self.teller.say(f"part.{cause}")

    def _findings(self) -> Iterator[Heading | Item]:
        changes = self.difference.findings
        same = [change for change in changes if change.due is None]
        findings = [change for change in same if change.finding.kind == "finding"]
        coming = [change for change in same if change.finding.kind == "upcoming"]
        others = [change for change in same if change.finding.kind not in ("finding", "upcoming")]
        both = [change for change in (*findings, *coming) if change.old is not None and change.new is not None]
        for key, chosen in (
            ("difference.due", [change for change in changes if change.due]),
            ("came", [change for change in findings if change.old is None]),
            ("went", [change for change in findings if change.new is None]),
            ("difference.severity", both),
            ("difference.undue", [change for change in changes if change.due is False]),
            ("coming.came", [change for change in coming if change.old is None]),
            ("coming.went", [change for change in coming if change.new is None]),
            ("others.came", [change for change in others if change.old is None]),
            ("others.went", [change for change in others if change.new is None]),
        ):
            if chosen:
                yield Heading(self._say(key, n=len(chosen)))
                yield from (self._finding(change, plain=key.startswith("others")) for change in chosen)

    def _finding(self, change: FindingChange, *, plain: bool) -> Item:
        noted = change.finding
        text = f"{noted.code} {self._title(noted)}"
        severity = change.new or change.old or noted.severity
        rows: list[tuple[str, tuple[str, ...]]] = []
        if change.old is not None and change.new is not None and change.old != change.new:
            old, new = self.teller.severity(change.old), self.teller.severity(change.new)
            rows.append(
                (self.teller.say("finding.severity"), (self.teller.say("difference.change", old=old, new=new),))
            )
        elif change.fate is not None:
            came = change.old is None
            edition = self.difference.old if came else self.difference.new
            key = f"fate.{change.fate}"
            key = f"{key}.before" if came and not self.difference.is_of_two and is_said(f"{key}.before") else key
            fate = self.teller.say(key, code=edition.replacing(noted.key) or "")
            rows.append((self._say("row.before" if came else "row.now"), (fate,)))
        rows.append((self.teller.say("row.cause"), (self._cause(change.cause, change.parts),)))
        if plain and not self.full:
            return Item(text, "info")
        return Item(text, severity, self.teller.severity(severity), rows=tuple(rows))

    def _title(self, noted: Noted) -> str:
        return noted.title.get(self.language) or noted.code

    def _waivers(self) -> Iterator[Heading | Item]:
        old, new = (
            {key: noted for key, (status, noted) in edition.waived.items() if status == "applied"}
            for edition in (self.difference.old, self.difference.new)
        )
        for key, left, other in (("answered", new, old), ("returned", old, new)):
            changed = [noted for noted in left.values() if noted.key not in other]
            if changed:
                yield Heading(self._say(key, n=len(changed)))
                yield from (
                    Item(f"{one.code} {self._title(one)}", one.severity, self.teller.severity(one.severity))
                    for one in changed
                )

    def _plans(self) -> Iterator[Heading | Item]:
        changes = changed_plans(self.difference)
        if not changes:
            return
        yield Heading(self._say("difference.plans", n=len(changes)))
        for (code, subject), old, new in changes:
            about = " ".join(filter(None, (code, self._about(code, subject))))
            text = self.teller.say("difference.change", old=self._planned(old), new=self._planned(new))
            yield Item(self.teller.say("labelled", label=about, text=text), "point")

    def _about(self, code: str, subject: str | None) -> str:
        """Return the title of a finding, with the others where several are meant; of one that neither side has, its rule's."""
        sides = self.difference.old, self.difference.new
        found = {one.subject: one for side in sides for one in side.told() if one.code == code}
        meant = [one for about, one in found.items() if subject in (None, about)]
        if meant:
            labels = [(one.subject_label or {}).get(self.language) or one.subject or "" for one in meant[1:]]
            title, others = self._title(meant[0]), enumerate_words(labels, self.language, shown=_LIKEWISE)
            return self.teller.say("likewise", title=title, subjects=others) if labels else title
        rule = self.kb.by_code.get(code)
        if rule is None or (rule.loop is not None and subject is None):
            return ""  # its title would have to name something
        return self.teller.title(code, subject)

    def _planned(self, plan: Planned) -> str:
        if plan is None:
            return self.teller.say("difference.plan.none")
        who, until = plan
        day = self.teller.say("plan.until", date=write_date(until, self.language)) if until else ""
        return " ".join(filter(None, (who, day)))

    def _facts(self) -> Iterator[Heading | Item | Paragraph]:
        facts = self.difference.facts
        if not facts:
            return
        yield Heading(self._say("facts" if self.difference.facts_complete else "facts.partial", n=len(facts)))
        shown = len(facts) if self.full else _FACTS_SHOWN
        yield from (self._fact(one) for one in facts[:shown])
        yield from map(Paragraph, rest_counted(facts, shown, self.language))

    def _fact(self, change: FactChange) -> Item:
        old, new = (
            self.teller.value(change.fact, None if side is None else side.value) for side in (change.old, change.new)
        )
        text = self.teller.say(
            "labelled",
            label=self.teller.fact(change.fact, change.subject),
            text=self.teller.say("difference.change", old=old, new=new),
        )
        placed = change.new if change.new is not None else change.old
        place = place_of(placed) if placed is not None else ""
        return Item(text + (f"  {place}" if place else ""), "point")

    def _parameters(self) -> Iterator[Heading | Item]:
        changes = self.difference.parameters
        if not changes:
            return
        yield Heading(self._say("difference.parameters", n=len(changes)))
        for one in changes:
            declared = self.kb.parameters.get(one.name)
            label = one.name if declared is None else f"{declared.label[self.language]} ({one.name})"
            old, new = (
                self.teller.say("no_parameter") if value is None else self.teller.value("", value)
                for value in (one.old, one.new)
            )
            text = self.teller.say("labelled", label=label, text=self.teller.say("difference.change", old=old, new=new))
            yield Item(text, "point")
