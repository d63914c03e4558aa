"""The ledger of the six capitals: state, how it was assessed, key person, and how a gap is filled. No score, no total."""

from __future__ import annotations

from typing import Any

from ...engine.project.address import Address
from ..words.names import Reading, anchor, value_word
from ..words.verdict import actions
from ..writers.screen import GLYPHS

_FAMILY = "capitals"
_BARS = {"absent": 0, "thin": 1, "present": 2, "outstanding": 3}


def capitals_view(reading: Reading) -> list[dict[str, Any]]:
    """Return one row a capital; none when the knowledge base has no capitals."""
    family = reading.kb.vocabulary.lists.get(_FAMILY)
    members = family.members if family is not None else {}
    centre = reading.value("activity.centred_on_capital")
    return [
        {
            "name": reading.text(label),
            "centre": centre == member,
            **_state(reading, member),
            "quantitative": _tick(reading, "quantitative", member, "capitals.done", "capitals.not_done"),
            "qualitative": _tick(reading, "qualitative", member, "capitals.done", "capitals.not_done"),
            "key_person": _tick(reading, "key_person_identified", member, "capitals.found", "capitals.not_found"),
            "gap": _gap(reading, member),
        }
        for member, label in members.items()
    ]


def _state(reading: Reading, member: str) -> dict[str, Any]:
    """Return level, bars and line; the stated strength stands in while it is open whether the capital is outstanding."""
    subject = f"{_FAMILY}/{member}"
    strength, level = reading.value(f"{_FAMILY}.*.strength", subject), reading.derived(f"{subject}.level")
    state = level or strength
    rivals = reading.value(f"{_FAMILY}.*.rivals_metropolis", subject)
    undecided = state is not None and level != "outstanding" and rivals is None
    attribute = "rivals_metropolis" if level == "outstanding" else "strength"
    evidence = reading.stated.get(Address(f"{_FAMILY}.*.{attribute}", subject))
    if state is None:
        assessed = reading.value(f"{_FAMILY}.*.assessed", subject)
        word = reading.say("capitals.not_assessed" if assessed is False else "unknown")
    else:
        concept = reading.kb.vocabulary.concepts.get(f"{_FAMILY}.*.level")
        word = reading.text(concept.values[state]) if concept is not None and state in concept.values else str(state)
    return {
        "state": word,
        "known": state is not None,
        "bars": _BARS.get(state or "", 0),
        "line": evidence.line if evidence is not None and state is not None else None,
        "note": reading.say("capitals.outstanding_unknown") if undecided else "",
    }


def _tick(reading: Reading, attribute: str, member: str, yes: str, no: str) -> dict[str, str]:
    value = reading.value(f"{_FAMILY}.*.{attribute}", f"{_FAMILY}/{member}")
    if value is None:
        return {"glyph": GLYPHS["unknown"], "word": reading.say("unknown"), "kind": "unknown"}
    kind = "met" if value else "none"
    return {"glyph": GLYPHS[kind], "word": reading.say(yes if value else no), "kind": kind}


def _gap(reading: Reading, member: str) -> dict[str, str]:
    """Return how a gap is filled: the plan, that there is none (with the finding about it), or that it is unknown."""
    subject = f"{_FAMILY}/{member}"
    gap, fact = reading.derived(f"{subject}.gap"), f"{_FAMILY}.*.complement"
    plan = reading.value(fact, subject)
    if plan:
        return _cell("", value_word(reading, fact, plan), "plan")
    if gap == "no":
        return _cell(GLYPHS["none"], reading.say("capitals.no_gap"), "none")
    if gap is None or plan is None:
        return _cell(GLYPHS["unknown"], reading.say("unknown"), "unknown")
    cell = _cell(GLYPHS["major"], reading.say("capitals.no_plan"), "major")
    for finding in actions(reading.assessment):
        if finding.subject == subject and any(evidence.fact == fact for evidence in finding.evidence):
            cell.update(glyph=GLYPHS[finding.severity], kind=finding.severity)
            cell.update(code=finding.code, anchor=anchor(reading, finding))
    return cell


def _cell(glyph: str, word: str, kind: str) -> dict[str, str]:
    return {"glyph": glyph, "word": word, "kind": kind, "code": "", "anchor": ""}
