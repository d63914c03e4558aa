"""All that can be wrong with the facts of a project: codes, messages and cures, in both languages.

P20x: names and structure; P21x: types and values; P23x and P24x: records; P26x: what is told and not refused. How the
file itself is written is the subject of `engine.reading.faults`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from ..problems.problem import LANGUAGES, MessageRow, Place, Problem, Texts, did_you_mean, nearest, tabled

_MESSAGES: dict[str, MessageRow] = {
    "P201": ("unknown fact '{value}'", "「{value}」という事実はありません", "{close}", "{close}"),
    "P202": ("{path} must be an object in braces", "{path} は波括弧 {{ }} の中に書きます",
             "Write it as {{ \"...\": ... }}, or leave it out if it is unknown.",
             "{{ \"...\": ... }} の形で書くか、分からなければ消してください。"),
    "P203": ("{path} must be a list in brackets", "{path} は角括弧 [ ] の一覧で書きます",
             "Write [ {{\"id\": \"...\"}}, ... ]; [] says that there are none.",
             "[ {{\"id\": \"...\"}}, ... ] の形で書きます。なければ [] とします。"),
    "P204": ("this element needs an \"id\": a text that is not empty", "この要素には空でない文字の \"id\" が必要です",
             "Add \"id\": \"...\", short and unique in its list.",
             "\"id\": \"...\" を書き足してください。一覧の中で重ならない短い名前にします。"),
    "P205": ("the id '{value}' is already used in this list (first at {first})", "id「{value}」はこの一覧ですでに使われています (最初は {first})",
             "Give one of the two another id.", "どちらかの id を変えてください。"),
    "P206": ("{quoted} cannot be the value of {path}", "{quoted} は {path} に書ける値ではありません", "{choice}", "{choice}"),
    "P207": ("{path} must be a text in quotes", "{path} は引用符で囲んだ文字で書きます", "Write \"...\".", "\"...\" と書いてください。"),
    "P208": ("{path} follows from other facts and cannot be stated", "{path} はほかの事実から導かれるもので、直接は書けません",
             "State the facts that it rests on; `advise explain` names them.", "もとになる事実を書いてください。advise explain で分かります。"),
    "P209": ("'{value}' is not a part of a value with its source", "出典付きの値に「{value}」は使えません",
             "Use value, source, as_of, by.", "使えるのは value, source, as_of, by です。"),
    "P210": ("{path} has {count} elements; at most {limit} can be reviewed",
             "{path} に {count} 件あります。確かめられるのは {limit} 件までです",
             "Review the parts that matter in a file of their own.", "大事な部分だけを別のファイルに分けてください。"),
    "P211": ("{quoted} is not true or false", "{quoted} は true でも false でもありません",
             "Write true or false without quotes, or null if it is unknown.",
             "引用符なしで true か false と書きます。分からなければ null とします。"),
    "P212": ("{quoted} is not a number", "{quoted} は数ではありません",
             "Write a number without quotes and units.", "引用符と単位を付けずに数で書いてください。"),
    "P213": ("{quoted} is not a whole number", "{quoted} は整数ではありません", "Write a whole number.", "整数で書いてください。"),
    "P214": ("{quoted} is out of range: it is not {range}", "{quoted} は {range}の範囲にありません",
             "Write a number {range}.", "{range}の数を書いてください。"),
    "P215": ("this text is longer than {limit} characters", "この文字列は {limit} 字を超えています", "Shorten it.", "短くしてください。"),
    "P217": ("this is a result that advise wrote, not a project", "これは事業のファイルではなく、advise が書いた結果です",
             "Name the project's file; `advise diff` compares results.",
             "事業のファイルを指定してください。結果どうしは advise diff で比べられます。"),
    "P218": ("this is the schema of project files, not a project", "これは事業のファイルではなく、その書式を定めたスキーマです",
             "Name the project's file, which lies beside it.", "隣にある事業のファイルを指定してください。"),
    "P230": ("'{value}' is not a part of a response", "「{value}」は responses に書けません", "{choice}", "{choice}"),
    "P231": ("this response has no \"{value}\"", "この response に \"{value}\" がありません",
             "A response needs finding, response, reason, by, on; a plan the first two.",
             "finding, response, reason, by, on が必要です。予定 (planned) なら初めの二つです。"),
    "P234": ("{path} is empty", "{path} が空です", "Write it; the memo shows it.", "内容を書いてください。メモに載ります。"),
    "P232": ("a postponement has \"until\"; accepted and not_applicable have none",
             "\"until\" は先送り (postponed) に必要で、受け入れ (accepted) と対象外 (not_applicable) には書けません",
             "Write \"until\": \"2026-12-31\" or leave it out.", "\"until\": \"2026-12-31\" のように書くか、消してください。"),
    "P235": ("a plan says who or until when", "予定 (planned) には、誰が (who) か、いつまで (until) が要ります",
             "Write \"who\": \"...\" or \"until\": \"2026-12-31\".", "\"who\": \"...\" か \"until\": \"2026-12-31\" を書いてください。"),
    "P236": ("this response can have no \"{value}\"", "この response に \"{value}\" は書けません",
             "\"who\" is for what is planned, \"rests_on\" for every other response.",
             "\"who\" は予定 (planned) にだけ、\"rests_on\" はそれ以外にだけ書きます。"),
    "P240": ("'{value}' is not a part of an answer", "「{value}」は asked に書けません", "{choice}", "{choice}"),
    "P241": ("this answer has no \"{value}\"", "この asked に \"{value}\" がありません",
             "An answer needs fact, answer, on.", "fact, answer, on が必要です。"),
    "P242": ("an answer \"ask\" says whom, and only such an answer", "\"whom\" は人に聞くとき (ask) にだけ書き、そのときは必要です",
             "Write \"whom\": \"...\" or leave it out.", "\"whom\": \"...\" のように書くか、消してください。"),
    "P233": ("{quoted} is not a date", "{quoted} は日付ではありません", "Write it as 2026-12-31.", "2026-12-31 の形で書いてください。"),
    "P216": ("{path} must be a list in brackets", "{path} は角括弧 [ ] の一覧で書きます",
             "Write [\"...\"]; [] says that there are none.", "[\"...\"] の形で書きます。なければ [] とします。"),
    "P221": ("{path} is stated twice, with a dot and with a brace", "{path} が、点の形と波括弧の形とで二度書かれています",
             "Keep one of the two; they mean the same.", "意味は同じなので、どちらか一方を残してください。"),
    "P260": ("The file was read as {value}, not as UTF-8.", "ファイルをUTF-8ではなく{value}として読みました。", "", ""),
    "P261": ("The id \"{value}\" is taken for \"{other}\": only the encoding of their characters differs.",
             "id「{value}」は「{other}」として読みました（文字の符号だけが違います）。", "", ""),
    "P262": ("The ids \"{value}\" and \"{other}\" look alike and are two.",
             "id「{value}」と「{other}」は似ていますが、別のものとして読みました。", "", ""),
    "P263": ("The id \"{value}\" is not in the list {path}; \"{other}\" looks like it.",
             "id「{value}」は一覧 {path} にありません。「{other}」に似ています。", "", ""),
    "P264": ("The list {path} is said to be complete, but it is not given: write [] if there is nothing.",
             "一覧 {path} はそろっているとされていますが、一覧がありません。何もなければ [] と書いてください。", "", ""),
    "P266": ("The day \"{value}\" was read as {other}.", "日付「{value}」を {other} として読みました。", "", ""),
    "P265": ("{value} was given up; {other} tells it now. The decision is kept; if it holds for {other} too, write that code.",
             "{value} は廃止され、いまは {other} が扱います。判断は記録に残ります。{other} にも当てはめるならコードを書き換えてください。", "", ""),
}  # fmt: skip


_MOST_CHOICES = 40
"""Values that are named; only the codes of rules are more."""


def project_problem(code: str, place: Place | None, details: Mapping[str, Any]) -> Problem:
    """Return the problem with a code of this table; without a place the pointer is told."""
    value = details.get("value")
    values = {"path": "the document", **details, "value": value if isinstance(value, str) else ""}
    values |= {"quoted": _quoted(value), "choice": _choices(details), "close": _closest(details)}
    found = tabled(_MESSAGES, code, place, **values)
    if place is not None or "pointer" not in details:
        return found
    pointer = details["pointer"] or "/"
    return replace(found, message={language: f"{text} ({pointer})" for language, text in found.message.items()})


def _quoted(value: Any) -> str:
    try:
        text = json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError, RecursionError):
        text = f"a {type(value).__name__}"  # a Python object need not be JSON
    return text if len(text) <= 60 else text[:57] + "..."


def _choices(details: Mapping[str, Any]) -> Texts:
    """Return the value that was probably meant, and those that there are."""
    labels: Mapping[str, Texts] = details.get("labels") or {name: {} for name in details.get("allowed", ())}
    value = details.get("value")
    en, ja = did_you_mean(value, labels, mark='"{}"') if isinstance(value, str) else ("", "")
    if len(labels) > _MOST_CHOICES:
        listed = {"en": "`advise rules list` lists them.", "ja": "advise rules list で確かめられます。"}
    else:
        named = {
            language: ", ".join(
                f"{name} ({one[language]})" if language in one else name for name, one in labels.items()
            )
            for language in LANGUAGES
        }
        listed = {"en": f"Allowed: {named['en']}.", "ja": f"書ける値: {named['ja']}"}
    return {"en": f"{en} {listed['en']}".lstrip(), "ja": ja + listed["ja"]}


def _closest(details: Mapping[str, Any]) -> Texts:
    """Return the name that was probably meant, else some that there are."""
    word, siblings, names = str(details.get("word", "")), details.get("siblings", ()), details.get("names", ())
    en, ja = did_you_mean(word, siblings, mark='"{}"')
    if not en and word:
        tails = {name.rpartition(".")[2]: name for name in names}
        tail = nearest(word, tails)
        if tail and tails[tail] != word:  # the right word in the wrong place
            en, ja = f'Did you mean "{tails[tail]}"?', f'"{tails[tail]}" のことですか。'
    if en:
        return {"en": en, "ja": ja}
    known = ", ".join(list(siblings)[:12])
    return {
        "en": (f"Known here: {known}. " if known else "") + "`advise schema` lists all facts.",
        "ja": (f"ここに書けるもの: {known}。" if known else "") + "すべての事実は advise schema で分かります。",
    }
