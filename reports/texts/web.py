"""What the pages of the browser say, in both languages side by side."""

from __future__ import annotations

from ...engine.problems.problem import Texts

TEXTS: dict[str, Texts] = {
    # The server
    "web.address": {
        "en": "Open this address in a browser on this computer:\n  {address}\n"
        "Ctrl+C ends it. What you answer is written into {folder} and sent nowhere.",
        "ja": "このパソコンのブラウザーで、次のアドレスを開いてください。\n  {address}\n"
        "終わるときは Ctrl+C を押します。答えは {folder} に書かれ、外へは送られません。",
    },
    "web.stranger": {
        "en": "This page opens with the address that 'advise serve' printed when it was started. Please open that one.",
        "ja": "このページは、advise serve を始めたときに表示されたアドレスから開いてください。",
    },
    # Every page
    "web.skip": {"en": "To the content", "ja": "本文へ"},
    "web.menu": {"en": "Menu", "ja": "メニュー"},
    "web.language": {"en": "Language", "ja": "言語"},
    "web.language.en": {"en": "English", "ja": "English"},
    "web.language.ja": {"en": "日本語", "ja": "日本語"},
    "web.home": {"en": "All projects", "ja": "事業の一覧"},
    "web.overview": {"en": "Overview", "ja": "目次"},
    "web.memo": {"en": "Memo", "ja": "メモ"},
    "web.foot": {
        "en": "Answers are written into {file} on this computer and sent nowhere.",
        "ja": "答えはこのパソコンの {file} に書かれ、外へは送られません。",
    },
    "web.foot.folder": {
        "en": "The projects lie in {file} on this computer; nothing is sent anywhere.",
        "ja": "事業はこのパソコンの {file} にあり、外へは送られません。",
    },
    # Home
    "web.home.none": {
        "en": "There is no project in this folder yet. Begin with one below.",
        "ja": "このフォルダーには、まだ事業がありません。下の欄から始めてください。",
    },
    "web.home.head.project": {"en": "Project", "ja": "事業"},
    "web.home.head.verdict": {"en": "Verdict", "ja": "判定"},
    "web.home.head.checked": {"en": "How far checked", "ja": "確かめた範囲"},
    "web.home.more": {"en": "Next {n}", "ja": "次の{n}件"},
    "web.home.before": {"en": "Previous {n}", "ja": "前の{n}件"},
    "web.home.broken": {"en": "Files that cannot be read", "ja": "読めないファイル"},
    "web.new": {"en": "A new project", "ja": "新しい事業"},
    "web.new.name": {"en": "What is the project called?", "ja": "事業の名前"},
    "web.new.make": {"en": "Begin", "ja": "始める"},
    "web.new.blank": {"en": "Please write a name first.", "ja": "先に名前を書いてください。"},
    "web.new.made": {"en": "{file} was made in this folder.", "ja": "このフォルダーに {file} を作りました。"},
    # A project
    "web.project.memo": {"en": "Read the memo", "ja": "メモを見る"},
    "web.downloads": {"en": "Take it away", "ja": "ファイルにする"},
    "web.download.docx": {"en": "Memo for Word", "ja": "メモ（Word）"},
    "web.download.pdf": {"en": "Memo as PDF", "ja": "メモ（PDF）"},
    "web.download.html": {"en": "Memo as a web page", "ja": "メモ（Webページ）"},
    "web.download.xlsx": {"en": "All open questions for Excel", "ja": "未確認の質問すべて（Excel）"},
    "web.download.json": {"en": "Assessment as data (JSON)", "ja": "判定のデータ（JSON）"},
    "web.download.note": {
        "en": "The data are what a later state can be compared with.",
        "ja": "判定のデータは、あとで変化を比べるときに使えます。",
    },
    # A page of the interview
    "web.interview.on": {"en": "Go on answering ({n} left)", "ja": "続きに答える（残り{n}問）"},
    "web.head.page": {"en": "Page", "ja": "ページ"},
    "web.head.answered": {"en": "Answered", "ja": "答えた数"},
    "web.head.left": {"en": "Still to answer", "ja": "まだ要ること"},
    "web.done": {"en": "done", "ja": "済み"},
    "web.not_now": {"en": "nothing to ask now", "ja": "いまは聞くことなし"},
    "web.page": {"en": "page {number} of {all}", "ja": "{number}ページ目（全{all}）"},
    "web.page.nothing": {
        "en": "There is nothing to answer on this page as things stand.",
        "ja": "いまのところ、このページで答えることはありません。",
    },
    "web.why": {"en": "Why this is asked:", "ja": "なぜ聞くか："},
    "web.must": {"en": "needed for a verdict", "ja": "判定に必要"},
    "web.unknown": {"en": "not known", "ja": "分からない"},
    "web.later": {"en": "later", "ja": "あとで"},
    "web.ask": {"en": "ask somebody", "ja": "人に聞く"},
    "web.ask.of": {"en": "ask {whom}", "ja": "{whom}に聞く"},
    "web.not_applicable": {"en": "does not apply", "ja": "当てはまらない"},
    "web.whom": {"en": "Who knows?", "ja": "分かる人"},
    "web.none": {"en": "none of these", "ja": "どれもない"},
    "web.whole": {"en": "these are all", "ja": "これですべて"},
    "web.open": {"en": "not answered", "ja": "まだ答えていない"},
    "web.refs.none": {"en": "Nothing is named yet that could be chosen.", "ja": "選べるものが、まだ挙げられていません。"},
    "web.lines": {"en": "One a line.", "ja": "一行に一つずつ書きます。"},
    "web.source": {"en": "Source, note (optional)", "ja": "根拠・メモ（任意）"},
    "web.source.of": {"en": "Source, note: {what}", "ja": "根拠・メモ：{what}"},
    "web.help": {"en": "When in doubt", "ja": "迷ったら"},
    "web.checks": {"en": "For each of these", "ja": "それぞれに答えます"},
    "web.grid": {"en": "For each: {what}", "ja": "{what}ごとに答えます"},
    "web.cell": {"en": "{row}: {column}", "ja": "{row}：{column}"},
    "web.legend": {"en": "○ yes  × no  ？ not known  blank: later", "ja": "○ はい　× いいえ　？ 分からない　空欄はあとで"},
    "web.each": {"en": "one by one", "ja": "一つずつ答える"},
    "web.names": {"en": "Write names into the blank lines.", "ja": "空いている欄に名前を書き足します。"},
    "web.out": {"en": "take out", "ja": "外す"},
    "web.fine": {"en": "Finer questions, optional ({n})", "ja": "細かい質問（任意、{n}）"},
    "web.rows": {"en": "{first} to {last} of {n}", "ja": "{n}件のうち{first}〜{last}件目"},
    "web.rows.more": {"en": "Next rows", "ja": "次の行"},
    "web.rows.before": {"en": "Rows before", "ja": "前の行"},
    "web.rest": {"en": "What is left blank", "ja": "空いている欄は"},
    "web.rest.help": {
        "en": "A blank is never taken for “no”. Choose here if you want to answer all of them at once.",
        "ja": "空欄を「いいえ」とみなすことはありません。まとめて答えるときだけ、ここで選びます。",
    },
    "web.rest.later": {"en": "later", "ja": "あとで答える"},
    "web.rest.no": {"en": "all “no”", "ja": "すべて「いいえ」"},
    "web.rest.unknown": {"en": "all “not known”", "ja": "すべて「分からない」"},
    "web.rest.ask": {"en": "ask somebody", "ja": "人に聞く"},
    "web.go.on": {"en": "Save and go on", "ja": "保存して次へ"},
    "web.go.home": {"en": "Save, to the overview", "ja": "保存して目次へ"},
    "web.aside": {"en": "Where it stands", "ja": "いまの状態"},
    "web.now": {"en": "Verdict now", "ja": "いまの判定"},
    "web.progress": {"en": "Pages", "ja": "進み"},
    "web.left": {"en": "{n} left", "ja": "残り{n}問"},
    # What was sent
    "web.wrong": {
        "en": "Nothing was saved yet: {n} {n:answer|answers} cannot be read; the places are marked.",
        "ja": "まだ保存していません。読み取れない答えが{n}か所あります（赤い説明のところ）。",
    },
    "web.misread.emptied": {
        "en": "Nothing is left in this field. Choose “none” or “not known”, or leave it as it was.",
        "ja": "この欄が空になりました。「どれもない」か「分からない」を選ぶか、元のままにしてください。",
    },
    "web.misread.gone": {"en": "This choice is not there any more. Choose again.", "ja": "この選択肢はもうありません。選び直してください。"},
    "web.misread.number": {"en": "Please write a number.", "ja": "数を書いてください。"},
    "web.misread.whom": {"en": "Write who knows.", "ja": "分かる人を書いてください。"},
    "web.misread.long": {"en": "A name has at most 200 characters.", "ja": "名前は200字までです。"},
    "web.saved": {
        "en": "Saved: {n} {n:answer|answers}. Checked {old} → {new} of {due} points.",
        "ja": "{n}件の答えを保存しました。確かめた範囲 {old} → {new}点（{due}点のうち）。",
    },
    "web.saved.nothing": {"en": "No answer has changed.", "ja": "変わった答えはありません。"},
    "web.saved.verdict": {"en": "The verdict is now “{new}” (before: “{old}”).", "ja": "判定が「{old}」から「{new}」に変わりました。"},
    "web.saved.added": {"en": "New: {findings}{more}", "ja": "加わったこと：{findings}{more}"},
    "web.saved.cleared": {"en": "Settled: {findings}{more}", "ja": "なくなったこと：{findings}{more}"},
    "web.saved.more": {"en": " and {n} more", "ja": "ほか{n}件"},
    "web.saved.names": {
        "en": "Questions about the new names stand on this page.",
        "ja": "書き足した名前についての質問が、このページにあります。",
    },
    "web.saved.meanwhile": {
        "en": "The file had been changed elsewhere meanwhile; those changes were kept.",
        "ja": "その間にファイルがほかで変更されていました。その変更もそのまま残っています。",
    },
    "web.saved.gone": {
        "en": "{n} {n:answer was|answers were} not saved: what they are about was taken out meanwhile ({what}).",
        "ja": "{n}件の答えは、対象がその間に外されていたため保存していません（{what}）。",
    },
    "web.choice": {"en": "Two answers", "ja": "答えが二つあります"},
    "web.choice.why": {
        "en": "While this page was open, the file got another answer to {n} {n:question|questions}. Nothing has been written "
        "yet. Which answer is to stand?",
        "ja": "このページを開いている間に、{n}問の答えがファイルで変更されていました。まだ何も書いていません。どちらを残しますか。",
    },
    "web.mine": {"en": "yours: {value}", "ja": "あなたの答え：{value}"},
    "web.theirs": {"en": "in the file: {value}", "ja": "ファイルの答え：{value}"},
    "web.choice.go": {"en": "Save this choice", "ja": "この選び方で保存"},
    # Where something is wrong
    "web.problem": {"en": "This could not be done", "ja": "できませんでした"},
    "web.problem.nothing": {"en": "Nothing was changed.", "ja": "何も変更していません。"},
    "web.problem.cure": {"en": "What helps", "ja": "対処"},
    "web.problem.back": {"en": "Back to all projects", "ja": "事業の一覧へ戻る"},
    "web.missing": {"en": "There is nothing here", "ja": "見つかりません"},
    "web.missing.why": {
        "en": "There is no such page, or the file is no longer in the folder.",
        "ja": "このページがないか、ファイルがフォルダーから移されています。",
    },
    "web.not_ours": {
        "en": "This form was not sent by a page of this server, or the page is from an earlier start. Open the page again.",
        "ja": "この画面は、いまのサーバーのものではありません。ページを開き直してください。",
    },
    "web.too_large": {"en": "What was sent is too large.", "ja": "送られたものが大きすぎます。"},
}  # fmt: skip
