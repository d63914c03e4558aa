"""What the page that sums many projects up says, in both languages side by side."""

from __future__ import annotations

from ...engine.problems.texts import Texts

TEXTS: dict[str, Texts] = {
    "screen.board.skip": {"en": "To the text", "ja": "本文へ"},
    "screen.board.back": {"en": "All projects", "ja": "事業の一覧"},
    "screen.board.tally": {"en": "Where they stand", "ja": "内訳"},
    "screen.board.delta": {"en": "since the last run {n}", "ja": "前回から {n}"},
    "screen.board.held.none": {
        "en": "Nothing that is known stops a project.",
        "ja": "分かっている範囲で、事業を止めるものはありません。",
    },
    "screen.board.settles.none": {
        "en": "No project waits for an answer to have a verdict.",
        "ja": "判定に足りない答えのある事業はありません。",
    },
    "screen.board.settles.lists": {
        "en": "In {n:,} {n:project|projects} without a verdict no single answer is missing: more may still be added to the lists.",
        "ja": "判定のない事業のうち{n:,}件は、足りない答えを一つずつ挙げられません。組織などの一覧に、まだ加わる余地があるためです。",
    },
    "screen.board.more": {"en": "{n} more", "ja": "ほか{n}件"},
    "screen.board.since": {"en": "Since the last run", "ja": "前回から"},
    "screen.board.since.day": {"en": "Since the last run ({day})", "ja": "前回（{day}）からの動き"},
    "screen.board.changed": {
        "en": "{n:,} {n:verdict|verdicts} changed. Better: {better:,}, worse: {worse:,}.",
        "ja": "{n:,}件の判定が変わりました。良くなったもの {better:,}件、悪くなったもの {worse:,}件。",
    },
    "screen.board.read": {
        "en": "Could not be read last time and can be read now: {n:,}.",
        "ja": "前回は読めず、今回読めたもの {n:,}件。",
    },
    "screen.board.others": {
        "en": "New: {new:,}, no longer there: {gone:,}.",
        "ja": "新しく加わったもの {new:,}件、なくなったもの {gone:,}件。",
    },
    "screen.board.rules": {
        "en": "The last run went by another version of the rules ({rules}); some of the changes may come from that.",
        "ja": "前回とは規則の版（前回 {rules}）が違います。変わった判定には、規則の変更によるものもあり得ます。",
    },
    "screen.board.list": {"en": "Projects", "ja": "事業の一覧"},
    "screen.board.name": {"en": "Project", "ja": "事業"},
    "screen.board.place": {"en": "City", "ja": "都市"},
    "screen.board.standing": {"en": "Verdict", "ja": "判定"},
    "screen.board.step": {"en": "First finding", "ja": "最初の指摘"},
    "screen.board.who": {"en": "Who", "ja": "担当"},
    "screen.board.unchecked": {"en": "Points not checked", "ja": "未確認の点"},
    "screen.board.all": {"en": "all", "ja": "すべて"},
    "screen.board.held": {"en": "Held back by", "ja": "止めている指摘"},
    "screen.board.one": {"en": "one thing only", "ja": "一つだけ"},
    "screen.board.better": {"en": "better", "ja": "良くなった"},
    "screen.board.worse": {"en": "worse", "ja": "悪くなった"},
    "screen.board.same": {"en": "same", "ja": "変わらず"},
    "screen.board.new": {"en": "new", "ja": "新規"},
    "screen.board.unread": {"en": "could not be read last time", "ja": "前回は読めず"},
    "screen.board.clear": {"en": "Show all", "ja": "絞り込みを解除"},
    "screen.board.shown": {"en": "shown", "ja": "件を表示"},
    "screen.board.listed": {
        "en": "The first {listed:,} of {n:,} are listed; a .csv or .xlsx file of results has all of them.",
        "ja": "全{n:,}件のうち、はじめの{listed:,}件を載せています。.csv や .xlsx の結果にはすべてがあります。",
    },
    "screen.board.foot": {
        "en": "No city and no project is ranked. The verdicts are ours; they advise and decide nothing about admission.",
        "ja": "都市や事業の順位は付けません。判定の区分は当方が設けたもので、助言であり採否の決定ではありません。",
    },
}
