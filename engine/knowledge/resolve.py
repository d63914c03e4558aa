"""From the text of a condition to its tree: names become facts, words become values, types are checked.

Every mistake is reported with the place of the words it is about, and a cure.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast, get_args

from msgspec.structs import replace

from ..language.leaf import RawComparison, Word, parse_leaf, parse_test
from ..language.tree import (
    All,
    Any,
    Comparison,
    Condition,
    Not,
    Operator,
    Quantifier,
    QuantifierKind,
    Right,
)
from ..problems.problem import Place, did_you_mean
from ..reading.yaml_reader import Node
from .model import ConceptDefinition, FactDefinition
from .scope import NumberRange, Scope, bounds_of, elements, left_side, parameter, resolve_fact, right_side, type_of
from .shape import ProblemCollector, fields

KINDS: tuple[QuantifierKind, ...] = get_args(QuantifierKind)
MEASURED = ("sum", "min", "max")
_ALLOWED: Mapping[str, tuple[str, ...]] = {
    "bool": ("is", "is not", "in", "not in", "may be", "cannot be"),
    "enum": ("is", "is not", "in", "not in", "may be", "cannot be"),
    "text": ("is", "is not", "may be", "cannot be"),
    "number": ("is", "is not", "in", "not in", "<", "<=", ">", ">="),
    "int": ("is", "is not", "in", "not in", "<", "<=", ">", ">="),
    "set": ("has", "lacks", "within", "not within", "is empty", "is not empty", "is incomplete", "is complete"),
    "refs": ("has", "lacks", "is empty", "is not empty", "is dangling", "is not dangling"),
    "texts": ("is empty", "is not empty"),
    "id": ("is", "is not", "in", "not in"),
}
_STATES = ("empty", "incomplete", "complete", "dangling", "known", "unknown")


def read_conditions(node: Node | None, scope: Scope, report: ProblemCollector, what: str = "when") -> All:
    """Read a list of conditions that must all hold."""
    if node is None:
        return All(())
    if not isinstance(node.value, list):
        report.say(
            "K301",
            node.place,
            f"'{what}' must be a list of conditions",
            f"'{what}' は条件の一覧(- で始まる行)で書きます",
        )
        return All((), node.place)
    if not node.value:
        report.say("K312", node.place, f"'{what}' lists no condition", f"'{what}' に条件が一つもありません",
                   "Write at least one, or leave the key out.", "条件を一つ以上書くか、キーごと消してください。")  # fmt: skip
    children = tuple(child for item in node.value if (child := _condition(item, scope, report)) is not None)
    return All(children, node.place)


def _condition(node: Node, scope: Scope, report: ProblemCollector) -> Condition | None:
    if isinstance(node.value, str):
        return read_comparison(node.value, node.place, scope, report)
    if not isinstance(node.value, dict) or not node.value:
        report.say("K302", node.place, "a condition is one comparison, or any, all, not, some, none, every, count ...",
                   "条件は、比較1つか any, all, not, some, none, every, count などで書きます",
                   "Write `fact is value`, or a key with its list below it.",
                   "「事実 is 値」と書くか、キーの下に一覧を書いてください。")  # fmt: skip
        return None
    heads = ("any", "all", "not", *KINDS)
    head = next((key for key in node.value if key in heads), next(iter(node.value)))
    if head in ("any", "all", "not"):
        entry = fields(node, report, head, (head,))
        body = read_conditions(entry[head], scope, report, head)
        if not body.children:
            return None
        if head == "any":
            return Any(body.children, node.place)
        return body if head == "all" else Not(body if len(body.children) > 1 else body.children[0], node.place)
    if head in KINDS:
        return _quantifier(head, node, scope, report)
    report.say("K302", node.key_place(head), f"'{head}' is not a kind of condition", f"'{head}' という条件はありません",
               *did_you_mean(head, heads, f"Use {', '.join(heads)}.", f"{', '.join(heads)} が使えます。"))  # fmt: skip
    return None


def _quantifier(kind: QuantifierKind, node: Node, scope: Scope, report: ProblemCollector) -> Quantifier | None:
    required = [kind] if kind in ("some", "none") else [kind, "is"]
    entry = fields(node, report, kind, required, ("where",))
    written = entry[kind].value
    words = written.split(" as ") if isinstance(written, str) else [""]
    name, _, attribute = words[0].strip().partition(".")
    source = next((path for path, listed in scope.vocabulary.lists.items() if listed.element == name), None)
    if source is None or (kind in MEASURED) != bool(attribute):
        known = elements(scope.vocabulary)
        every = ", ".join(known)
        price = f"Name a number of one of {every}: `{kind}: {known[0] if known else 'element'}.price`."
        usable = price if kind in MEASURED else f"Use one of {every}.", f"使える名前: {every}"
        report.say("K303", entry[kind].place, f"'{words[0]}' is not what '{kind}' can run over",
                   f"'{kind}' の対象に '{words[0]}' は使えません",
                   *(usable if source is not None else did_you_mean(name, known, *usable)))  # fmt: skip
        return None
    variable = words[1].strip() if len(words) > 1 else name
    if variable in scope.variables:
        report.say("K304", entry[kind].place, f"'{variable}' is already bound further out", f"'{variable}' は外側で使われています",
                   f"Write `{kind}: {name} as other_{name}`.", f"`{kind}: {name} as other_{name}` と書いてください。")  # fmt: skip
        return None
    inner = scope.bind(variable, source)
    where = read_conditions(entry.get("where"), inner, report, "where")
    found = Quantifier(kind, source, variable, where, place=node.place)
    if kind == "every":
        return replace(found, body=read_conditions(entry.get("is"), inner, report, "is"))
    if kind in ("some", "none"):
        return found
    return _aggregate(found, attribute, entry.get("is"), inner, scope, report)


def _aggregate(
    found: Quantifier, attribute: str, test: Node | None, inner: Scope, scope: Scope, report: ProblemCollector
) -> Quantifier | None:
    measure = of = None
    if attribute:
        resolved = resolve_fact(f"{found.variable}.{attribute}", found.place, inner, report)
        if resolved is None:
            return None
        measure, of = resolved
        if type_of(of) not in ("number", "int"):
            report.say("K305", found.place, f"'{attribute}' is not a number", f"'{attribute}' は数ではありません")
            return None
    if test is None:
        return None
    raw = parse_test(test.value) if isinstance(test.value, str) else None
    place = test.place
    if raw is None or isinstance(raw.right, (bool, tuple)):
        report.say("K306", place, "the test of an aggregate reads like \">= 2\" or \"< $parameter\"",
                   "集計の条件は \">= 2\" や \"< $parameter\" のように書きます",
                   "Write >, >=, <, <= or is, and a number behind it, all in quotation marks, as in `is: \"is 2\"`.",
                   "「>」「>=」「<」「<=」「is」 のどれかと数を、`is: \"is 2\"` のように引用符の中に書いてください。")  # fmt: skip
        return None
    bound: Right = raw.right if isinstance(raw.right, float) else None
    if isinstance(raw.right, Word):
        if not raw.right.text.startswith("$"):
            report.say("K306", place, f"an aggregate is compared with a number or a $parameter, not with '{raw.right.text}'",
                       f"集計の右側は数か $parameter で書きます。'{raw.right.text}' は書けません")  # fmt: skip
            return None
        spot = replace(place, column=place.column + raw.right_offset, length=len(raw.right.text))
        bound = parameter(raw.right, spot, scope, report, listed=False, bounds=_bounds(found.kind, of))
        if bound is None:
            return None
    return replace(found, measure=measure, operator=cast(Operator, raw.operator), bound=bound)


def _bounds(kind: QuantifierKind, of: FactDefinition | ConceptDefinition | None) -> NumberRange:
    """Return between which numbers an aggregate lies."""
    if kind == "share":
        return 0, 1
    low, high = bounds_of(of) if of is not None else (0, None)
    return (low, high) if kind in ("min", "max") else (0 if low is not None and low >= 0 else None, None)


def read_comparison(text: str, place: Place, scope: Scope, report: ProblemCollector) -> Comparison | None:
    """Read one comparison; reports what is wrong with it."""
    raw = parse_leaf(text)
    if raw is None:
        report.say("K307", place, f"'{text}' is not a comparison", f"'{text}' は比較の形ではありません",
                   "Write `fact operator value`, such as `some.fact is true`; use `any` and `all` for or and and.",
                   "`some.fact is true` のように「事実 演算子 値」で書き、「または」は any で表します。")  # fmt: skip
        return None
    resolved = resolve_fact(raw.left, replace(place, length=len(raw.left)), scope, report)
    if resolved is None:
        return None
    fact, definition = resolved
    kind = type_of(definition)
    state = _state(raw, definition)
    if state is not None:
        if state in ("is known", "is unknown") or state in _ALLOWED[kind]:
            return Comparison(fact, state, None, place)
    elif raw.operator in _ALLOWED[kind]:
        left = left_side(raw.left, raw.operator, fact, definition, scope)
        right = right_side(raw, left, place, scope, report)
        return None if right is None else Comparison(fact, cast(Operator, raw.operator), right, place)
    report.say("K308", place, f"'{state or raw.operator}' does not fit '{raw.left}', which is of type {kind}",
               f"'{raw.left}' は {kind} 型なので '{state or raw.operator}' は使えません",
               f"Use one of: {', '.join(_ALLOWED[kind])}, is known, is unknown.",
               f"使える演算子: {', '.join(_ALLOWED[kind])}, is known, is unknown")  # fmt: skip
    return None


def _state(raw: RawComparison, definition: FactDefinition | ConceptDefinition | None) -> Operator | None:
    """Return `is empty`, `is known` ... when the right word is a state and not a value of the fact."""
    if not isinstance(raw.right, Word) or raw.operator not in ("is", "is not") or raw.right.text not in _STATES:
        return None
    if raw.right.quoted:
        return None
    if definition is not None and raw.right.text in definition.values:
        return None
    word = raw.right.text
    if raw.operator == "is not":
        opposite = {
            "known": "is unknown",
            "unknown": "is known",
            "complete": "is incomplete",
            "incomplete": "is complete",
        }
        return cast(Operator, opposite.get(word, f"is not {word}"))
    return cast(Operator, f"is {word}")
