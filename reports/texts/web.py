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
