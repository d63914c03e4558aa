"""What the rows of a sheet that came back answer, read as the interview reads what is typed; or why a cell is no answer."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from ...engine.interview.answers import Answer, Misread, choices, cleaned, names_in, plain, read_answer
from ...engine.knowledge.model import KnowledgeBase, Texts
from ...engine.language.completeness import completed_by, completeness
from ...engine.problems.problem import LANGUAGES, Problem, excerpt
from ...engine.project.address import Address
from ...engine.project.problems import project_problem
from ...engine.project.project import Project
from ...engine.project.values import says_the_same
from ..texts import enumerate_words, say, say_both
from ..texts.sheet import DECLINED, fault
from .cells import Filled, Returned
from .rows import Was, declined, is_blank, is_error, mark, names_of

_READ = ("answer", "whom", "source")
"""The columns that people fill in."""


class Reply(Struct, frozen=True):
    """What one row answers.

    Attributes:
        key: What is asked for.
        answers: What is recorded, one after the other: several names make several elements.
        place: Where the answer stands.
        was: What the row held when the sheet was made.
        by: Who answered; empty where nobody signed.
    """

    key: Address
    answers: tuple[Answer, ...]
    place: str
    was: Was
    by: str


class Replies(Struct):
    """All that a sheet says.

    Attributes:
        replies: The rows that answer something.
        problems: The cells that are no answer.
        notes: What else is to be told: a sentence in both languages each.
    """

    replies: list[Reply]
    problems: list[Problem]
    notes: list[Texts]


def replies(sheet: Returned, project: Project, kb: KnowledgeBase) -> Replies:
    """Read the rows of a sheet.

    Args:
        sheet: The sheet.
        project: The project that it is about, as it is by now.
        kb: The knowledge base.
    """
    reader = _Reader(sheet, project, kb)
    for row in sheet.rows:
        reader.row(row)
    reader.whole()
    return Replies(list(reader.replies.values()), reader.problems, reader.notes)


class _Reader:
    """Reads one row after the other."""

    def __init__(self, sheet: Returned, project: Project, kb: KnowledgeBase) -> None:
        self.sheet, self.project, self.kb = sheet, project, kb
        self.replies: dict[Address, Reply] = {}
        self.problems: list[Problem] = []
        self.notes: list[Texts] = []
        self.must = {one.fact for one in kb.verdict.must_know}

    def row(self, row: Filled) -> None:
        """Read a row: nothing where it says what it said."""
        if not self._is_readable(row):
            return
        answer, whom, source = (cleaned(row.texts[key]) for key in _READ)
        if is_blank(answer, self.kb.vocabulary.facts.get(row.id.partition("@")[0])):
            answer = ""
        whom, source = ("" if is_blank(one) else one for one in (whom, source))
        was = row.was or Was()
        is_new = not (_same(answer, was.shown) and _same(whom, was.whom))
        has_source = bool(source) and not _same(source, was.source)  # the old one belongs to the old answer
        if not (is_new or has_source) or not self._is_beside_its_question(row):
            return
        found: list[Answer] = []
        if answer or whom:
            key, wrong = self._key(row), len(self.problems)
            if key is None:
                return
            at = {"file": self.sheet.name, "cell": row.places["answer"]}
            cell = say("from", self.sheet.meta.get("language", "en"), **at)
            found = [
                _with_source(one, source if has_source else "", cell) for one in self._answers(key, answer, whom, row)
            ]
            if len(self.problems) > wrong:
                return
            if found:
                self._keep(Reply(key, tuple(found), row.places["answer"], was, row.by))
        kept = {text for one in found for text in (one.whom, source if one.source else None)}
        for column, text in {"whom": whom, "source": source}.items():
            if text and text not in kept and not _same(text, getattr(was, column)):
                told = {"cell": row.places[column], "text": excerpt(text, 80), "unknown": DECLINED["unknown"]}
                self.notes.append(say_both(f"kept.{column}", **told))

    def _is_readable(self, row: Filled) -> bool:
        """Tell whether cells hold what people wrote; told where that is a formula, an error or crossed out beside a question."""
        formulas = [key for key in _READ if key in row.formulas]
        errors = [key for key in _READ if is_error(cleaned(row.texts[key]))]
        crossed = [key for key in _READ if key in row.crossed and cleaned(row.texts[key])]
        if row.id:  # what people compute elsewhere is theirs
            self.problems += [fault("S127", cell=row.places[key], text=_quoted(row.texts[key])) for key in crossed]
            self.problems += [fault("S110" if formulas else "S122", cell=row.places[key]) for key in formulas or errors]
        return not (formulas or errors or crossed)

    def _is_beside_its_question(self, row: Filled) -> bool:
        """Tell whether what stands in a row belongs to the question of its id; told where that is not so."""
        cell = next((row.places[key] for key in _READ if row.texts[key].strip()), None)
        if cell is None:
            return True
        if not row.id or row.was is None:
            self.problems.append(fault("S124", cell=cell))
            return False
        question, about = row.texts["question"], row.texts["about"]
        if row.was.of not in ("", mark(row.id, question, about)):
            self.problems.append(fault("S126", cell=cell, question=excerpt(question, 80)))
            return False
        return True

    def whole(self) -> None:
        """Let a list that is said to be complete be so; it must have been named."""
        for key, reply in tuple(self.replies.items()):
            closed = Address(completed_by(key.fact))
            if closed.fact not in self.kb.vocabulary.lists or reply.answers[0].value is not True:
                continue
            if closed not in self.replies and not names_of(closed.fact, self.project):
                if closed not in self.project.stated:
                    names = next((one.places["answer"] for one in self.sheet.rows if one.id == f"{closed.fact}@"), "")
                    self.problems.append(fault("S117", cell=reply.place, names=names or closed.fact))
                continue
            listed = self.replies.get(closed) or Reply(closed, (), reply.place, Was(), reply.by)
            if not any(one.kind == "enough" for one in listed.answers):
                self.replies[closed] = replace(listed, answers=(*listed.answers, Answer("enough")))

    def _key(self, row: Filled) -> Address | None:
        """Return what a row asks for; told and None where that is not asked any more."""
        fact, _, subject = row.id.partition("@")
        vocabulary = self.kb.vocabulary
        definition = vocabulary.facts.get(fact)
        source = definition.source if definition is not None else None
        members = vocabulary.lists[source].members if source is not None else {}
        there = {f"{source}/{one['id']}" for one in self.project.memory.elements.get(source or "", ())}
        there |= {f"{source}/{name}" for name in members}
        known = definition is not None or (fact in vocabulary.lists and not subject)
        if known and (subject in there if source is not None else not subject):
            return Address(fact, subject or None)
        values = {"cell": row.places["answer"], "question": excerpt(row.texts["question"], 80)}
        self.notes.append(say_both("gone", **values))
        return None

    def _answers(self, key: Address, text: str, whom: str, row: Filled) -> list[Answer]:
        """Return what a row answers; told and nothing where it is no answer."""
        kind = declined(text, self.kb.vocabulary.facts.get(key.fact)) if text else "ask"
        if kind is None:
            return self._names(key, text, row) if key.fact in self.kb.vocabulary.lists else self._value(key, text, row)
        if kind == "unknown" and whom:
            kind = "ask"  # the name says more
        if kind == "ask" and not whom:
            return self._wrong("S115", row, text, whom=row.places["whom"])
        if kind == "not_applicable" and key.fact in self.must:
            return self._wrong("S119", row, text, unknown=DECLINED["unknown"])
        if key.fact in self.kb.vocabulary.lists and key in self.project.stated:
            return self._wrong("S116", row, text)
        return [Answer(kind, whom=whom if kind == "ask" else None)]  # type: ignore[arg-type]

    def _value(self, key: Address, text: str, row: Filled) -> list[Answer]:
        found = read_answer(key, text, self.project, self.kb, numbered=False)
        return self._misread(key, found, text, row) if isinstance(found, Misread) else [found]

    def _names(self, key: Address, text: str, row: Filled) -> list[Answer]:
        """Return the names that are new on a list; none is taken off it."""
        before = {plain(one) for one in names_in(row.was.shown if row.was else "")}
        there = {plain(one) for one in (*names_of(key.fact, self.project), *self._ids(key.fact))}
        said = {plain(one): one for one in names_in(text)}
        missing = [one for one in names_of(key.fact, self.project) if plain(one) in before - set(said)]
        if missing:
            values = {"cell": row.places["answer"], "n": len(missing)}
            names = {language: enumerate_words(missing, language) for language in LANGUAGES}
            self.notes.append(say_both("stays", names=names, **values))
        found = []
        for word, name in said.items():
            if word in there or word in before:
                continue
            answer = read_answer(key, name, self.project, self.kb)
            if isinstance(answer, Misread) or (answer.kind == "enough" and len(said) > 1):
                return self._wrong("S113", row, name)
            found.append(Answer("add", [name]) if answer.kind == "add" and len(answer.value) > 1 else answer)
        if any(one.kind == "add" for one in found) and completeness(key.fact) not in self.kb.vocabulary.facts:
            found.append(Answer("enough"))  # nothing else says that all are named
        return found

    def _ids(self, path: str) -> list[str]:
        return [str(one["id"]) for one in self.project.memory.elements.get(path, ())]

    def _misread(self, key: Address, found: Misread, text: str, row: Filled) -> list[Answer]:
        self.problems.append(unread(found, key, row.places["answer"], text, self.project, self.kb))
        return []

    def _wrong(self, code: str, row: Filled, text: str, **values: Any) -> list[Answer]:
        """Tell why a cell is no answer."""
        self.problems.append(fault(code, cell=row.places["answer"], text=_quoted(text), **values))
        return []

    def _keep(self, reply: Reply) -> None:
        """Keep a reply; a row that was copied may say the same twice."""
        other = self.replies.setdefault(reply.key, reply)
        if not _agree(other, reply):
            self.problems.append(fault("S118", cell=other.place, other=reply.place))


def unread(
    found: Misread,
    key: Address,
    cell: str,
    text: str,
    project: Project,
    kb: KnowledgeBase,
    declined: Collection[str] = tuple(DECLINED),
) -> Problem:
    """Return why a cell is no answer.

    Args:
        found: What the reader of answers says.
        key: What is asked for.
        cell: Where the text stands.
        text: What stands there.
        project: The project, for the elements that can be chosen.
        kb: The knowledge base.
        declined: What may be answered besides where the answer is not known, by its kind.
    """
    where = {"cell": cell, "text": _quoted(text)}
    definition = kb.vocabulary.facts[key.fact]
    if found.reason == "refused":
        problem = project_problem(found.details["code"], None, found.details)
        return fault("S121", message=problem.message, cure=problem.cure or {"en": "", "ja": ""}, **where)
    if found.reason == "number":
        return fault("S112", unknown=DECLINED["unknown"], **where)
    if found.reason == "nothing":
        return fault("S129", unknown=DECLINED["unknown"], **where)
    if found.reason == "nothing_to_refer_to":
        return fault("S114", list=kb.vocabulary.lists[definition.target or ""].label, **where)
    must = {one.fact for one in kb.verdict.must_know}
    declining = [DECLINED[kind] for kind in declined if kind != "not_applicable" or key.fact not in must]
    allowed = _joined([*(one.label for one in choices(key, project, kb)), *declining])
    words = found.details.get("unread")
    if not words:
        return fault("S111", allowed=allowed, **where)
    quoted = _joined([say_both("answer.quoted", value=_quoted(word)) for word in words])
    return fault("S123", words=quoted, n=len(words), allowed=allowed, **where)


def _agree(one: Reply, other: Reply) -> bool:
    left, right = one.answers, other.answers
    return len(left) == len(right) and all(
        a.kind == b.kind and a.whom == b.whom and says_the_same(a.value, b.value)
        for a, b in zip(left, right, strict=True)
    )


def _with_source(answer: Answer, source: str, cell: str) -> Answer:
    """Return an answer with what stands beside it: of a value where it comes from, at least its cell; else a remark."""
    if answer.kind == "value":
        both = "; ".join(dict.fromkeys(one for one in (answer.source, source) if one))
        return Answer("value", answer.value, source=both or cell)
    return answer if answer.kind in ("add", "enough") else replace(answer, source=source or None)


def _joined(words: Sequence[Texts]) -> Texts:
    return {language: enumerate_words([one[language] for one in words], language) for language in LANGUAGES}


def _quoted(text: str) -> str:
    """Return the start of what stands in a cell, its lines beside each other."""
    return excerpt(" / ".join(text.splitlines()))


def _same(text: str, before: str) -> bool:
    """Tell whether a cell says what it said; spreadsheet programs change blanks and line ends."""
    return text.split() == cleaned(before).split()
