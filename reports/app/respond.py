"""What `advise respond` does: a decision about a finding, or who puts it right by when, into the project file."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..texts import say
from ..texts.misuse import Misuse
from ..words.names import without_subject, write_date
from ..writers.console import err
from ..writers.layout import as_argument, on_lines
from .commands import account
from .refusal import refusing
from .session import Session

if TYPE_CHECKING:
    from ...engine.assess.model import Assessment, Finding
    from ...engine.compiled import CompiledKnowledgeBase
    from ...engine.project.address import Address
    from ...engine.project.project import Project

WITHDRAWN = "withdrawn"
"""In the place of a response: what was decided is taken out."""


def respond(
    session: Session,
    code: str,
    path: str,
    responses: Collection[str],
    *,
    subject: str | None,
    who: str | None,
    until: str | None,
    reason: str | None,
    by: str | None,
) -> str:
    """Write a response to a finding into a project, or take it out (`withdrawn`); nothing else of the file is touched.

    Return what was written. Without `by` it is the name of the user's account.

    Raises:
        Refusal: The project or the rules are not valid, or the file cannot be written.
        Misuse: There is no such finding or subject, or the response lacks something or has what it cannot have.
    """
    from ...engine.assess import assess
    from ...engine.assess.waivers import decided_about, fingerprint_of
    from ...engine.project.address import Address
    from ...engine.project.decisions import entry_of, response_edits
    from ...engine.project.project import read_project
    from ...engine.reading.edited_file import open_file, save

    with refusing("project"):
        file = open_file(path)
        session.stated = file.document.data.get("lang")
    given = {"who": who, "until": until, "reason": reason, "by": by or account()}
    decided = _fits(responses, given)
    with refusing("project"):
        kb = session.knowledge(path)
        project = read_project(file.document, kb)
    rule, about = _meant(code, subject, project, kb)
    key = Address(rule, about)
    assessment = assess(project, kb, today=session.today, interpreter="evaluate")
    found = decided_about(assessment, key)
    entry = entry_of(key, decided, given, session.day, fingerprint_of(found)) if decided != WITHDRAWN else {}
    edits = response_edits(entry or None, key, project.responses)
    if not edits:
        raise Misuse("respond.none", code=rule)
    with refusing("output"):
        save(file, edits)
    return _told(session, kb, path, rule, entry, found, left_out(assessment, key))


def left_out(assessment: Assessment, key: Address) -> list[Finding]:
    """Return the findings that another decision leaves out, whatever is decided about them here."""
    from ...engine.assess.model import about

    applied = [one for one in assessment.waivers if one.status == "applied" and one.response.subject != key.subject]
    return about((one for waiver in applied for one in waiver.findings), *key)


def _fits(responses: Collection[str], given: dict[str, str | None]) -> str:
    """Return what was decided; the day is put into the form of documents.

    Raises:
        Misuse: The response lacks something, or has what it cannot have.
    """
    from ...engine.project.decisions import PARTS, lacking
    from ...engine.project.values import day_of

    if len(set(responses)) != 1:
        raise Misuse("respond.one" if responses else "respond.which", options=", ".join(map(_option, responses)))
    (response,) = set(responses)
    until = given["until"]
    given["until"] = None if until is None else day_of(until)
    if until is not None and given["until"] is None:
        raise Misuse("date", value=until)
    missing = lacking(response, given) if response != WITHDRAWN else ()
    if missing and response == "planned":
        raise Misuse("respond.lacks.plan")
    if missing:
        options = ", ".join(f"--{name}" for name in missing)
        raise Misuse("respond.lacks", response=_option(response), options=options)
    allowed = (*PARTS.get(response, ()), "by")
    odd = [f"--{name}" for name, text in given.items() if text is not None and name not in allowed]
    if odd:
        raise Misuse("respond.odd", response=_option(response), options=", ".join(odd))
    return response


def _option(response: str) -> str:
    return "--withdraw" if response == WITHDRAWN else f"--{response.replace('_', '-')}"


def _meant(code: str, subject: str | None, project: Project, kb: CompiledKnowledgeBase) -> tuple[str, str | None]:
    """Return the code of the finding and the subject that are meant.

    Raises:
        Misuse: There is no such finding or subject.
    """
    from ..views.rules import chosen_subject, nothing_for, rule_code

    rule = kb.by_code.get(rule_code(code))
    if rule is None:
        raise nothing_for(code, kb)
    if subject is None:
        return rule.code, None
    return rule.code, chosen_subject(rule.code, rule.over, subject, project)


def _told(
    session: Session,
    kb: CompiledKnowledgeBase,
    path: str,
    code: str,
    entry: Mapping[str, Any],
    found: Sequence[Finding],
    others: Sequence[Finding],
) -> str:
    """Return what was written, line by line, and tell beside it whom it concerns."""
    language = session.language
    title = found[0].title if len(found) == 1 else kb.rule(code).title
    lines = [f"{code} {without_subject(title[language], kb.rule(code), kb, language)}"]
    lines.append(say(f"respond.{entry.get('response', 'withdrawn')}", language))
    until = entry.get("until")
    told = {**entry, "until": write_date(until, language)} if until else entry
    lines += [
        "  " + say("labelled", language, label=say(f"respond.{name}", language), text=told[name])
        for name in ("subject", "who", "until", "reason", "by")
        if name in told
    ]
    if entry and others:
        err(say("respond.left_out", language, n=len(others), code=code))
    elif entry and not found:
        err(say("respond.unused", language))
    elif entry and "subject" not in entry and len(found) > 1:
        err(say("respond.all", language, n=len(found), code=code))
    if until is not None and until < session.day:
        err(say("respond.past", language, until=write_date(until, language)))
    lines.append(say("next.memo", language, path=as_argument(path)))
    return on_lines(lines)
