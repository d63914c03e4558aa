"""What people decide about findings: who puts one right by when, or that it stays, waits, or does not apply; and the list of all.

It is written as `advise respond` writes it. A form carries what was decided when its page was made; where somebody else has
decided something else by then, nothing is written before the person has seen it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from msgspec import Struct, to_builtins
from starlette.responses import Response as Page

from ...engine.assess.model import Finding
from ...engine.assess.waivers import decided_about, fingerprint_of
from ...engine.interview.answers import cleaned
from ...engine.interview.walk import Walk
from ...engine.project.address import Address
from ...engine.project.decisions import PARTS, Response, decided_last, entry_of, lacking, response_edits
from ...engine.project.values import day_of
from ...engine.reading.edited_file import save
from ..app.respond import WITHDRAWN, left_out
from ..memo.actions import back_words, decision_words, plan_of, rule_title, together
from ..words.names import Reading, anchor
from ..words.verdict import actions
from .address import at
from .answers import once_more, verdict_change
from .folder import NotThere
from .visit import Visit

_PARTS = ("who", "until", "reason", "by")


class DecidedLine(Struct, frozen=True):
    """What is found, and what was decided about it.

    Attributes:
        told: What was decided; empty where nothing is.
        status: Whether that still stands.
        address: Where it is decided.
    """

    severity: str | None
    word: str
    title: str
    code: str
    told: str
    status: str
    address: str


def decisions(visit: Visit, name: str) -> Page:
    """Show what was decided about the findings of a project, and what is not decided yet."""
    reading = visit.of(visit.walk(visit.served.folder.path(name)))
    parts: dict[str, list[DecidedLine]] = {key: [] for key in ("overdue", "open", "planned", "applied", "unused")}
    for group in together(reading, actions(reading.assessment)):
        plan, back = plan_of(reading, group.members[0]), back_words(reading, group.members[0])
        told = decision_words(reading, plan) if plan is not None else ("", back)
        key = _key(reading, group.members)
        parts[plan.status if plan is not None else "open"].append(_line(reading, name, key, group.members, told))
    for waiver in reading.assessment.waivers:
        if waiver.status in ("applied", "unused"):
            key = Address(waiver.response.finding, waiver.response.subject)
            told = decision_words(reading, waiver)
            parts[waiver.status].append(_line(reading, name, key, waiver.findings, told))
    shown = {key: lines for key, lines in parts.items() if lines}
    return visit.page("decisions.html.j2", project=name, name=reading.title, parts=shown)


def links(reading: Reading, name: str) -> dict[str, tuple[str, bool]]:
    """Return where each action of a memo is decided, and whether somebody has planned it, by the name of its row."""
    return {
        anchor(reading, group.members[0]): (
            address(name, _key(reading, group.members)),
            plan_of(reading, group.members[0]) is not None,
        )
        for group in together(reading, actions(reading.assessment))
    }


def address(name: str, key: Address) -> str:
    """Return where a finding is decided."""
    return at("p", name, "decide", key.fact) + (f"?about={at(key.subject)[1:]}" if key.subject is not None else "")


def form(visit: Visit, name: str, code: str) -> Page:
    """Show what can be decided about a finding."""
    walk = visit.walk(visit.served.folder.path(name), writing=True)
    key = _meant(walk, code, visit.query.get("about"))
    if key is None:
        return _gone(visit, name)
    held = _held(walk, key)
    given = {part: getattr(held, part, None) or "" for part in _PARTS}
    if held is None:
        given["by"] = visit.answers_as or decided_last(walk.project.responses)
    return _shown(visit, name, walk, key, held.response if held is not None else "", given)


def decided(visit: Visit, name: str, code: str) -> Page:
    """Write what was decided, or tell why that cannot be."""
    return once_more(lambda: _decided(visit, name, code))


def _decided(visit: Visit, name: str, code: str) -> Page:
    walk = visit.walk(visit.served.folder.path(name))
    key = _meant(walk, code, visit.query.get("about"))
    if key is None:
        return _gone(visit, name)
    response, given = visit.sent("response"), {part: cleaned(visit.sent(part)) for part in _PARTS}
    wrong = _wrong(visit, response, given)
    if wrong:
        return _shown(visit, name, walk, key, response, given, wrong)
    held = _held(walk, key)
    found = fingerprint_of(decided_about(walk.assessment, key))
    entry = {} if response == WITHDRAWN else entry_of(key, response, given, visit.session.day, found)
    if _packed(held) == _packed(entry):
        return visit.go("p", name, "decide", told=[visit.say("web.decide.nothing")])
    if visit.sent("was") != _packed(held):
        return _shown(visit, name, walk, key, response, given, meanwhile=True)
    visit.about_to_write()
    save(walk.file, response_edits(entry or None, key, walk.project.responses))
    after = visit.walk(walk.file.path)
    told = [visit.say(f"respond.{response}"), *verdict_change(visit, walk, after)]
    others = left_out(walk.assessment, key)
    if entry and others:
        told.append(visit.say("respond.left_out", n=len(others), code=code))
    return visit.go("p", name, "decide", told=told)


def _wrong(visit: Visit, response: str, given: dict[str, str]) -> dict[str, str]:
    """Return what is wrong in a form, by its fields; the day is put into the form of documents."""
    if response == WITHDRAWN:
        return {}
    if response not in PARTS:
        return {"response": visit.say("web.decide.which")}
    if given["until"] and "until" in PARTS[response]:
        day = day_of(given["until"])
        if day is None:
            return {"until": visit.say("web.decide.day")}
        given["until"] = day
    missing = lacking(response, given)
    if response == "planned" and missing:
        return {missing[0]: visit.say("web.decide.plan")}
    return {part: visit.say("web.decide.missing") for part in missing}


def _shown(
    visit: Visit, name: str, walk: Walk, key: Address, response: str, given: Mapping[str, str],
    wrong: Mapping[str, str] | None = None, *, meanwhile: bool = False,
) -> Page:  # fmt: skip
    reading, held = visit.of(walk), _held(walk, key)
    same = {one.subject: one for one in decided_about(walk.assessment, Address(key.fact))}
    about = [one for subject, one in same.items() if key.subject in (None, subject)]
    labels = {
        subject: reading.text(one.subject_label) for subject, one in same.items() if one.subject_label is not None
    }
    said = [one for one in walk.assessment.waivers if (one.response.finding, one.response.subject) == key]
    targets = {None: visit.say("web.decide.all", n=len(labels)), **labels}
    return visit.page(
        "decide.html.j2",
        409 if meanwhile else 400 if wrong else 200,
        project=name,
        name=reading.title,
        line=_line(reading, name, key, about, decision_words(reading, said[-1]) if said else ("", "")),
        advice=reading.text(about[0].advice) if about else "",
        targets=[(address(name, Address(key.fact, one)), label, one == key.subject) for one, label in targets.items()]
        if len(labels) > 1
        else [],
        responses=[*PARTS, *([WITHDRAWN] if held is not None else [])],
        response=response,
        given=given,
        was=_packed(held),
        wrong=wrong or {},
        meanwhile=meanwhile,
        persons=visit.who(walk).everybody(),
    )


def _line(reading: Reading, name: str, key: Address, found: Sequence[Finding], told: tuple[str, str]) -> DecidedLine:
    """Return what is found, and what was decided about it."""
    subjects = [one.subject for one in found if one.subject is not None]
    called = reading.teller.titles(key.fact, subjects) if len(subjects) > 1 else ""
    severity = found[0].severity if found else None
    return DecidedLine(
        severity,
        reading.teller.severity(severity) if severity is not None else "",
        called or (reading.text(found[0].title) if found else rule_title(reading, key.fact)),
        key.fact,
        *told,
        address(name, key),
    )


def _key(reading: Reading, members: Sequence[Finding]) -> Address:
    """Return what is decided about findings that are told together: each by itself where there is one only."""
    said = [one.response for one in reading.assessment.waivers if members[0] in one.findings]
    plan = plan_of(reading, members[0])
    decided = [plan.response] if plan is not None else said[-1:]
    alone = len(members) == 1 and all(one.subject is not None for one in decided)
    return Address(members[0].code, members[0].subject if alone else None)


def _meant(walk: Walk, code: str, about: str | None) -> Address | None:
    """Return what is decided about; None where there is no such finding by now, and none was decided about."""
    key = Address(code, about or None)
    if code not in walk.kb.given_up and all(rule.code != code for rule in walk.kb.rules):
        raise NotThere(code)
    return key if decided_about(walk.assessment, key) or _held(walk, key) is not None else None


def _gone(visit: Visit, name: str) -> Page:
    return visit.go("p", name, "decide", told=[visit.say("waiver.unused")])


def _held(walk: Walk, key: Address) -> Response | None:
    """Return what the file says about a finding; of several responses the last one."""
    said = [one for one in walk.project.responses if (one.finding, one.subject) == key]
    return said[-1] if said else None


def _packed(said: Response | Mapping[str, str] | None) -> str:
    """Return a decision as it travels with its form: what was decided, by whom, why and on which facts, whatever the day."""
    found = to_builtins(said) if isinstance(said, Response) else said or {}
    return json.dumps([found.get(part) or "" for part in ("response", *_PARTS, "rests_on")], ensure_ascii=False)
