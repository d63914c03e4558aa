"""Answers as people type them: numbers and words become values of a fact.

Full-width digits and letters count as plain ones. A blank is never an answer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from msgspec import Struct, field
from msgspec.structs import replace

from ..knowledge.model import FactDefinition, KnowledgeBase, Texts
from ..problems.texts import LANGUAGES
from ..project.address import Address
from ..project.project import Project
from ..project.values import convert

AnswerKind = Literal["value", "unknown", "later", "ask", "not_applicable", "add", "enough"]

_YES = {"y", "yes", "true", "はい", "ハイ", "ある", "あり", "有", "有り", "済", "済み", "○", "〇", "◯", "✓", "✔"}
_NO = {"n", "no", "false", "いいえ", "イイエ", "ない", "なし", "無", "無し", "×", "✕"}
_NONE = {"0", "none", "なし", "無し", "ない", "no", "該当なし", "該当無し", "特になし", "特に無し"}
DASHES = frozenset("-‐‑‒–—―−ー─")
"""Signs that say nothing where they stand alone; a full-width one is the first of them, once it is plain."""
_NO_NAME = {"n/a", "n.a.", "nil", "tbd", "未定", "?", *DASHES}
"""What stands where a name should, and is none."""
_DECLINING: dict[str, AnswerKind] = {
    "わからない": "unknown", "わかりません": "unknown", "不明": "unknown", "不明です": "unknown", "未確認": "unknown",
    "unknown": "unknown", "notknown": "unknown", "idonotknow": "unknown", "don'tknow": "unknown", "idon'tknow": "unknown",
    "don’tknow": "unknown", "idon’tknow": "unknown", "当てはまらない": "not_applicable", "当てはまりません": "not_applicable",
    "対象外": "not_applicable", "該当しない": "not_applicable", "該当しません": "not_applicable",
    "doesnotapply": "not_applicable", "notapplicable": "not_applicable",
}  # fmt: skip
_ALL = {"all", "すべて", "全部", "全て"}
_SCALES = {"%": 0.01, "千": 1e3, "万": 1e4, "億": 1e8}
_NUMBER = re.compile(r"([+-]?\d+(?:\.\d+)?|[+-]?\.\d+)\s*([%千万億]?)\s*(\D*)")
_UNITS = {"persons": "人|名|persons?|people", "months": "[かヶヵカケ箇]月|months?"}
_GROUPED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])")
"""A number with commas between thousands; elsewhere a comma may mean a point, as in 2,5, and is not guessed."""
_MAYBE_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}")
"""Of what is counted, thousands as elsewhere in Europe or a number that was never counted so: it is not guessed."""
_SIZES = (10**8, 10**4, 10**3, 1)
_IN_PARTS = re.compile(r"(?=\d)(?:(\d+)億)?(?:(\d{1,4})万)?(?:(\d)千(?=\d{0,3}\D*$))?(\d{0,4})(\D*)")
"""A number as Japanese newspapers write it: 12万3,456人, 1億2,000万."""
_SOURCED = re.compile(r'("[^"]+"|「[^「」]+」|.+?)\s+[#＃]\s+(.+)', re.DOTALL)
_BETWEEN = ("\n", "[,、;]", r"[\s・/]")
"""What stands between several answers; a name may hold a sign that stands further down."""
_LONGEST_NAME = 200
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


class Choice(Struct, frozen=True):
    """One of the answers that can be chosen: the value or id, what it is called, and the number that means it, if any."""

    value: Any
    label: Texts
    number: int | None = None


class Answer(Struct, frozen=True):
    """What was answered.

    Attributes:
        kind: A value, one of the answers that are none, a new element of a list (`add`), or no further one (`enough`).
        value: The JSON value; the names of new elements.
        whom: For `ask`, who knows.
        source: Where the value comes from, as far as it was said.
    """

    kind: AnswerKind
    value: Any = None
    whom: str | None = None
    source: str | None = None


class Misread(Struct, frozen=True):
    """Why a text is no answer: a reason that the front end words, with what it quotes."""

    reason: str
    details: Mapping[str, Any] = field(default_factory=dict)


def choices(key: Address, project: Project, kb: KnowledgeBase) -> tuple[Choice, ...]:
    """Return the answers to a question in the order in which they are numbered; none for numbers, texts and lists."""
    definition = kb.vocabulary.facts.get(key[0])
    if definition is None:
        return ()
    if definition.type == "bool":
        return (Choice(True, {"en": "yes", "ja": "はい"}), Choice(False, {"en": "no", "ja": "いいえ"}))
    if definition.type in ("enum", "set"):
        return tuple(Choice(value, label) for value, label in definition.values.items())
    if definition.type == "refs":
        target = definition.target or ""
        elements = project.memory.elements.get(target, ())
        ids = [str(element["id"]) for element in elements]
        return tuple(
            Choice(name, dict.fromkeys(LANGUAGES, project.names.get(f"{target}/{name}", name))) for name in ids
        )
    return ()


def read_answer(
    key: Address, text: str, project: Project, kb: KnowledgeBase, *, sourced: bool = False, numbered: bool = True
) -> Answer | Misread:
    """Read a value that was typed.

    Args:
        key: The fact and its subject; a list's path to add elements by their names.
        text: What was typed; behind a `#` stands where the value comes from.
        project: The project, for the elements that can be referred to.
        kb: The knowledge base.
        sourced: Whether that is so in a text, too, where blanks are around the `#`; not where the source is asked for apart.
        numbered: Whether the answers were shown with numbers; else a number chooses none, but 1 is yes and 0 is no.
    """
    text = cleaned(text)
    if not text:
        return Misread("blank")
    fact = kb.vocabulary.facts.get(key[0])
    if fact is None:
        return _element(text)
    source, options = None, choices(key, project, kb)
    if numbered:
        options = numbering(options)
    elif fact.type == "bool":
        options = tuple(replace(one, number=int(one.value)) for one in options)
    parted = _SOURCED.fullmatch(text) if sourced and fact.type in ("text", "texts") and unquoted(text) == text else None
    if parted is not None:
        text, source = parted.groups()
    found = _READERS[fact.type](fact, text, options)
    if isinstance(found, Misread) and "#" in plain(text):  # one that is called "#1" needs no source
        text, _, source = (part.strip() for part in re.sub("＃", "#", text).partition("#"))
        found = _READERS[fact.type](fact, text, options)
    if isinstance(found, Misread):
        return found
    return checked_answer(fact, found.value, source)


def numbering(options: Sequence[Choice]) -> tuple[Choice, ...]:
    """Return answers with the numbers under which they are shown."""
    return tuple(replace(option, number=number) for number, option in enumerate(options, 1))


def checked_answer(fact: FactDefinition, value: Any, source: str | None) -> Answer | Misread:
    """Return a value as an answer; why it is none where the fact cannot have it."""
    _, troubles = convert(fact, value)
    if troubles:
        return Misread("refused", {"code": troubles[0][0], "path": fact.path, **troubles[0][2]})
    return Answer("value", value, source=source or None)


def referred(text: str, options: Sequence[Choice]) -> list[str]:
    """Return the ids that a text names where nothing is numbered; what is none of them is an id as it stands.

    >>> goals = (Choice("2", dict.fromkeys(("en", "ja"), "Fewer falls")), Choice("7", {}))
    >>> referred("Fewer falls", goals), referred("7; 2", goals), referred("7 2", goals), referred("less snow、7", goals)
    (['2'], ['7', '2'], ['7', '2'], ['less snow', '7'])
    """
    word = plain(text)
    whole = _named(text, options)
    if whole is not None or (word in _NONE or (word in _ALL and options)):
        return [whole] if whole is not None else [str(one.value) for one in options if word in _ALL]
    for sign in _BETWEEN:
        parts = [part.strip() for part in re.split(sign, text) if part.strip()]
        found = [_named(part, options) for part in parts]
        if None not in found:
            return list(dict.fromkeys(str(one) for one in found))
    parts = [unquoted(part.strip()) for part in re.split("[\n,、;；]", text) if part.strip()]
    return list(dict.fromkeys(_named(part, options) or part for part in parts))


def _named(text: str, options: Sequence[Choice]) -> str | None:
    word = plain(unquoted(text))
    found = (one for one in options if word in map(plain, (str(one.value), *one.label.values())))
    return next((str(one.value) for one in found), None)


def names_in(text: str) -> list[str]:
    """Return the names on lines of their own; of one line those between 、, ， and semicolons; a name may hold a comma.

    >>> names_in("千草市、青森市，Fujitsu, Ltd."), names_in("「安全、安心の会」")
    (['千草市', '青森市', 'Fujitsu, Ltd.'], ['「安全、安心の会」'])
    """
    lines = [part.strip() for part in text.split("\n") if part.strip()]
    if len(lines) > 1 or unquoted(text.strip()) != text.strip():
        return lines
    return [part.strip() for part in re.split("[、，;；]", text) if part.strip()]


def yes_or_no(text: str) -> bool | None:
    """Return what a word says; None where it says neither.

    >>> yes_or_no("はい"), yes_or_no("×"), yes_or_no("perhaps")
    (True, False, None)
    """
    word = plain(unquoted(text))
    return word in _YES if word in _YES | _NO else None


def declining(text: str) -> AnswerKind | None:
    """Return which answer that is no value a text gives in words; None where it gives none.

    >>> declining("分かりません。"), declining("I don't know"), declining("対象外"), declining("はい")
    ('unknown', 'unknown', 'not_applicable', None)
    """
    return _DECLINING.get(re.sub(r"[\s。.]", "", plain(text)).replace("分か", "わか"))


def names_nothing(text: str) -> bool:
    """Tell whether a text stands where a name should, and says that there is none or that it is not known.

    >>> names_nothing("N/A"), names_nothing("該当なし"), names_nothing("－"), names_nothing("不明"), names_nothing("千草市")
    (True, True, True, True, False)
    """
    word = plain(text)
    return word in _NONE | _NO_NAME or declining(text) is not None


def plain(text: str) -> str:
    """Return a text as commands and numbers are compared: half-width, lower case, without blanks around it.

    >>> plain("　１２Ｂ ")
    '12b'
    """
    return unicodedata.normalize("NFKC", text).strip().casefold()


def cleaned(text: str) -> str:
    """Return a typed text without what a document cannot hold: control characters, half characters."""
    return _UNWRITABLE.sub("", text.replace("\t", " ")).strip()


def _element(text: str) -> Answer | Misread:
    if plain(text) in _NONE:
        return Answer("enough")
    if unquoted(text) != text:
        return Answer("add", [unquoted(text)])
    names = [unquoted(part) for part in names_in(text)]
    if not names or not all(map(_is_name, names)):
        return Misread("name")
    return Answer("add", names)


def _is_name(text: str) -> bool:
    word = plain(text)
    return not (word in _YES | _NO or names_nothing(text) or len(text) > _LONGEST_NAME or re.fullmatch(r"\d+", word))


def _bool(_: FactDefinition, text: str, options: tuple[Choice, ...]) -> Answer | Misread:
    said = yes_or_no(text)
    return _one(text, options) if said is None else Answer("value", said)


def _enum(_: FactDefinition, text: str, options: tuple[Choice, ...]) -> Answer | Misread:
    return _one(text, options)


def _one(text: str, options: tuple[Choice, ...]) -> Answer | Misread:
    found = chosen(text, options)
    return Misread("choice", {"last": len(options)}) if found is None else Answer("value", found.value)


def _several(fact: FactDefinition, text: str, options: tuple[Choice, ...]) -> Answer | Misread:
    word = plain(text)
    if word in _NONE:
        return Answer("value", [])
    if word in _ALL and options:
        return Answer("value", [option.value for option in options])
    found = _parts(text, options, in_part=fact.type == "set")
    unread = [one for one in found if isinstance(one, str)]
    if unread:
        return Misread(
            "nothing_to_refer_to" if fact.type == "refs" and not options else "choices",
            {"last": len(options), "unread": unread if len(found) > 1 else []},
        )
    picked = {str(option.value) for option in found if isinstance(option, Choice)}
    return Answer("value", [option.value for option in options if option.value in picked])


def _parts(text: str, options: tuple[Choice, ...], *, in_part: bool) -> list[Choice | str]:
    """Return which answers a text names, and the parts of it that name none.

    A name is not taken apart where it is whole, whatever signs it holds; a text neither where nothing in it is a name.
    """
    found = chosen(text, options, in_part=in_part)
    if found is not None:
        return [found]
    for sign in _BETWEEN:
        parts = [part for part in re.split(sign, unicodedata.normalize("NFKC", text)) if part.strip()]
        if len(parts) > 1:
            named = [one for part in parts for one in _parts(part, options, in_part=in_part)]
            return named if any(isinstance(one, Choice) for one in named) else [text.strip()]
    return [text.strip()]


def chosen(text: str, options: Sequence[Choice], *, in_part: bool = True) -> Choice | None:
    """Return the answer that a text means, by its number, its value or its label; None where it means none.

    Args:
        text: What was typed.
        options: The answers.
        in_part: Whether half of a label is enough where no other answer can be meant: of 社長（CEO） what stands before
            the brackets or in them, of 課長などの中間管理職 the example or what it is one of.

    >>> ceo, chair = numbering([Choice(one, {"ja": one}) for one in ("社長（CEO）", "会長（CEO経験者）")])
    >>> [chosen(one, (ceo, chair)) == ceo for one in ("社長（CEO）", "社長", "ceo", "1", "会長", "役員")]
    [True, True, True, True, False, False]
    >>> chosen("市", (Choice("a", {"ja": "市（区）"}), Choice("b", {"ja": "市（町）"}))) is None
    True
    """
    word = plain(unquoted(text))
    if re.fullmatch(r"[0-9]{1,4}", word) and any(option.number is not None for option in options):
        return next((option for option in options if option.number == int(word)), None)
    for option in options:
        if word in {plain(str(option.value)), *(plain(label) for label in option.label.values())}:
            return option
    named = [one for one in options if in_part and any(word in _halves(label) for label in one.label.values())]
    return named[0] if len(named) == 1 else None


def _halves(label: str) -> tuple[str, ...]:
    """Return what stands before the brackets that a label ends with, and each thing in them; an example, and what it is one of.

    >>> _halves("社長（CEO）"), _halves("課長などの中間管理職"), _halves("担当者"), _halves("団体（NPO・町内会など）")
    (('社長', 'ceo'), ('課長', '中間管理職'), (), ('団体', 'npo', '町内会'))
    """
    found = re.fullmatch(r"([^()]+?)\s*\(([^()]+?)(?:など)?\)|(.+?)などの(.+)", plain(label))
    before, inside, *rest = found.groups() if found is not None else ("", "")
    return tuple(one.strip() for one in (before, *re.split("[,、・]", inside or ""), *rest) if one)


def _number(fact: FactDefinition, text: str, _: tuple[Choice, ...]) -> Answer | Misread:
    written = _GROUPED.sub(lambda found: found[0].replace(",", ""), plain(text))
    found = _NUMBER.fullmatch(written)
    if found is not None:
        digits, scale, rest = found.groups()
    elif parts := _IN_PARTS.fullmatch(written):
        *groups, rest = parts.groups()
        digits, scale = str(sum(int(one or 0) * size for one, size in zip(groups, _SIZES, strict=True))), ""
    else:
        return Misread("number")
    if rest.strip() and not _is_unit(rest.strip(), fact):
        return Misread("number")
    if scale == "%" and fact.maximum != 1:
        return Misread("number")
    if fact.type == "int" and _MAYBE_GROUPED.fullmatch(digits) and not scale:
        return Misread("number")
    number = round(float(digits) * _SCALES.get(scale, 1), 10)
    return Answer("value", int(number) if number == int(number) else number)


def _is_unit(text: str, fact: FactDefinition) -> bool:
    """Tell whether a word is the unit that a fact is counted in, and none that something else is counted in."""
    counter = "つ|個|段階" if fact.type == "int" else ""
    return re.fullmatch(_UNITS.get(fact.unit or "", counter), text) is not None or text == plain(fact.unit or "")


def _text(_: FactDefinition, text: str, __: tuple[Choice, ...]) -> Answer | Misread:
    return Misread("nothing", {"typed": text}) if names_nothing(text) else Answer("value", unquoted(text))


def unquoted(text: str) -> str:
    """Return a text without the quotes around it, if any; they serve to type what would be a key otherwise."""
    quoted = re.fullmatch(r'"([^"]+)"|「([^「」]+)」', text)
    return (quoted[1] or quoted[2]) if quoted else text


def _texts(_: FactDefinition, text: str, __: tuple[Choice, ...]) -> Answer | Misread:
    if plain(text) in _NONE:
        return Answer("value", [])
    if names_nothing(text):
        return Misread("nothing", {"typed": text})
    return Answer("value", [part.strip() for part in re.split("[;；\n]", text) if part.strip()])


_READERS = {
    "bool": _bool, "enum": _enum, "set": _several, "refs": _several, "int": _number, "number": _number,
    "text": _text, "texts": _texts,
}  # fmt: skip
