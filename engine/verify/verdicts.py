"""The verdict of a symbolic project: `engine.assess.verdict` over a circuit. Nobody has decided anything about a finding."""

from __future__ import annotations

from collections.abc import Mapping

from ..knowledge.model import SEVERITIES, FactDefinition, Rule, Severity, Verdict, is_upcoming, severity_of
from ..language.tree import All
from .circuit import FALSE, TRUE
from .outcomes import Key, Outcomes


class Verdicts:
    """What the verdict is, as literals.

    Attributes:
        verdict: Each verdict; exactly one of them is true.
        found: For each severity, that a finding that counts has it.
        missing: That a fact is not known without which there is no verdict.
        worst: The worst verdict that some completion could give.
    """

    def __init__(self, facts: Outcomes, strict: Outcomes) -> None:
        """Take what is concluded of a project, as it is and by what no completion changes."""
        self.facts, self.strict, self.c, self.kb = facts, strict, facts.c, facts.kb
        c, cases = self.c, self.kb.verdict.cases
        self.found = {one: c.any(self._counted(one)) for one in SEVERITIES}
        self.missing = self._missing()
        self.worst = self._ladder(self._possible(), FALSE)
        before = [case.verdict for case in cases[: next((n for n, case in enumerate(cases) if case.missing), 0)]]
        could_stop = c.any(literal for verdict, literal in self.worst.items() if verdict in before)
        self.verdict = self._ladder(self.found, c.any((self.missing, could_stop)))

    def _ladder(self, present: Mapping[Severity, int], missing: int) -> dict[Verdict, int]:
        c, before = self.c, TRUE
        found: dict[Verdict, int] = {}
        for case in self.kb.verdict.cases:
            here = TRUE if case.severity is None and not case.missing else FALSE
            if case.severity is not None:
                here = present[case.severity]
            if case.missing:
                here = c.any((here, missing))
            found[case.verdict] = c.any((found.get(case.verdict, FALSE), c.all((before, here))))
            before = c.all((before, -here))
        found["proceed"] = c.any((found.get("proceed", FALSE), before))
        return found

    def _findings(self) -> list[Key]:
        return [key for key in self.facts.outcomes if self.kb.rule(key[0]).kind == "finding"]

    def _counted(self, severity: Severity) -> list[int]:
        facts = self.facts
        return [self.c.all((facts.visible[key], facts.severity[key].get(severity, FALSE))) for key in self._findings()]

    def _missing(self) -> int:
        found = []
        for must in self.kb.verdict.must_know:
            wanted = TRUE if must.when is None else self.facts.condition(must.when, {})[0]
            found.append(self.c.all((wanted, self._unknown(must.fact))))
        return self.c.any(found)

    def _unknown(self, path: str) -> int:
        c, view = self.c, self.facts.view
        definition = self.kb.vocabulary.facts.get(path)
        source = path if definition is None else definition.source
        if definition is None:
            return -view.space.stated[path]
        if source is None:
            return -self._known(definition, None)
        lacking = [c.all((here, -self._known(definition, subject))) for subject, here in view.subjects(source)]
        return c.any((-view.space.stated[source], *lacking))

    def _known(self, definition: FactDefinition, subject: object) -> int:
        sym = self.facts.view.facts[definition.path, subject]
        return sym.whole if definition.open else sym.known

    def _possible(self) -> dict[Severity, int]:
        """For each severity, that some completion may have a finding of it."""
        c, strict, kb = self.c, self.strict, self.kb
        found: dict[Severity, list[int]] = {severity: [] for severity in SEVERITIES}
        for key in self._findings():
            true, false = strict.outcomes[key]
            here = self._here(key)
            counts = c.all((here, -false, -c.all((true, self._is_replaced(key)))))
            for grade, literal in strict.possible[key].items():
                if not is_upcoming(grade):
                    found[severity_of(grade)].append(c.all((counts, literal)))
        for rule in kb.rules:
            if rule.kind == "finding" and rule.loop is not None:
                coming = c.all((-self.facts.view.closed[rule.loop.source], -self._comes_later(rule)))
                for case in rule.severities:
                    found[case.severity].append(coming)
        return {severity: c.any(literals) for severity, literals in found.items()}

    def _comes_later(self, rule: Rule) -> int:
        """That a rule is known not to count before a later phase."""
        later = rule.due is not None and rule.due.later
        return self.facts.condition(All((later,)), {})[0] if later else FALSE

    def _is_replaced(self, key: Key) -> int:
        c, strict = self.c, self.strict
        found = []
        for rival in strict.rivals(*key):
            same_time = TRUE if self.kb.rule(rival[0]).due == self.kb.rule(key[0]).due else FALSE
            both = [(grade, one) for which in (key, rival) for grade, one in strict.possible[which].items()]
            coming = c.any(one for grade, one in both if is_upcoming(grade))
            now = c.any(one for grade, one in both if not is_upcoming(grade))
            found.append(c.all((strict.outcomes[rival][0], c.any((same_time, -coming, -now)))))
        return c.any(found)

    def _here(self, key: Key) -> int:
        subject = key[1]
        if subject is None or not isinstance(subject[1], int):
            return TRUE
        return self.facts.view.space.present[subject]
