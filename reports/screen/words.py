"""What results are called: heads, verdicts, findings and missing answers, in one language."""

from __future__ import annotations

from ...engine.knowledge.model import KnowledgeBase
from ...engine.problems.problem import LANGUAGES, excerpt
from ..texts import say
from ..texts.screen import KINDS, LEVELS, NAMES
from ..words.names import Teller, without_subject
from .tally import STANDINGS, Tally

_SHORT = 34


class ScreenNames:
    """Names what tables and the page hold.

    Attributes:
        language: `en` or `ja`.
        day: The date of the review.
        phases: The phases with their labels, in the order of time.
    """

    def __init__(self, kb: KnowledgeBase, language: str, day: str) -> None:
        """Keep the knowledge base."""
        self.kb, self.language, self.day = kb, language, day
        self.teller = Teller(kb, language)
        phase = kb.vocabulary.facts.get(kb.presentation.project.phase or "")
        self.phases = phase.values if phase is not None else {}

    def head(self, column: str) -> str:
        """Return what a column of results is called."""
        return NAMES[column][self.language]

    def standing(self, standing: str) -> str:
        """Return where a project stands."""
        if standing == "open":
            own = self.kb.verdict.unsettled_labels.get(STANDINGS[-1])
            label = self.teller.verdict(STANDINGS[-1])
            return own[self.language] if own else say("screen.standing.open", self.language, verdict=label)
        label = self.teller.verdict(standing)
        return say("screen.standing.proceed", self.language, verdict=label) if standing == STANDINGS[-1] else label

    def told(self, standing: str) -> list[str]:
        """Return where a project stands, in both languages."""
        return [ScreenNames(self.kb, language, self.day).standing(standing) for language in LANGUAGES]

    def signed(self, number: int) -> str:
        """Return a difference with its sign."""
        return f"{number:+,}" if number else "±0"

    def short(self, code: str) -> str:
        """Return a finding as a choice shows it: its code, and how its title begins."""
        return f"{code} {excerpt(self.title(code), _SHORT)}"

    def title(self, code: str) -> str:
        """Return the title of a finding about any subject; of several of which one holds, all of them (`COM-01/COM-02`)."""
        rules = map(self.kb.rule, code.split("/"))
        titles = [without_subject(one.title[self.language], one, self.kb, self.language) for one in rules]
        if len(titles) == 1:
            return titles[0]
        told = say("opening.or", self.language).join(one.rstrip("。. ") for one in titles)
        return say("screen.either", self.language, titles=told)

    def owners(self, code: str, label: str | None) -> str:
        """Return who acts on a finding, or on several of which one holds."""
        roles = dict.fromkeys(role for one in code.split("/") for role in self.kb.rule(one).owner)
        return self.teller.owners(list(roles), label)

    def fact(self, fact: str) -> str:
        """Return what a fact is called; of an element's, with the list that it is in."""
        definition = self.kb.vocabulary.facts.get(fact)
        listed = self.kb.vocabulary.lists.get((definition.source if definition is not None else None) or "")
        label = self.teller.fact(fact)
        return (
            label
            if listed is None
            else say("screen.fact_of", self.language, fact=label, list=listed.label[self.language])
        )

    def cell(self, column: str, text: str) -> str:
        """Return what a cell of results says in words."""
        if column == "standing":
            return self.standing(text)
        if column in ("verdict", "worst", "best"):
            return self.teller.verdict(text)
        if column == "severity":
            return self.teller.severity(text)
        if column == "phase" and text in self.phases:
            return self.phases[text][self.language]
        if column in ("subject", "first_subject"):
            return self.teller.subject(text)
        table = {"kind": KINDS, "level": LEVELS}.get(column, {})
        return table[text][self.language] if text in table else text

    def lever(self, tally: Tally) -> list[str]:
        """Return what would reach the most projects on hold, in sentences; nothing where none is."""
        held = tally.standings["hold"]
        if not held:
            return [say("screen.lever.none", self.language, n=tally.projects)] if tally.projects else []
        key = "screen.lever" if tally.single else "screen.lever.several"
        sentences = [say(key, self.language, n=held, single=tally.single)]
        most = max(tally.held_back(), key=lambda one: one.alone, default=None)
        if most is not None and most.alone > 1:
            sentences.append(say("screen.lever.same", self.language, n=most.alone, title=self.title(most.name)))
        return sentences
