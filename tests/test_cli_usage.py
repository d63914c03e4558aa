"""Wrong use of the command line: what is told, which help is named, and that nothing is written."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from advise import cli
from tests.knowledge_bases import small

from .command_line import Runner, files, project

pytestmark = pytest.mark.usefixtures("elsewhere")


def test_without_arguments_six_lines_of_examples_are_shown(advise: Runner) -> None:
    ended = advise()
    assert (ended.code, ended.out) == (2, "")
    assert len(ended.err.strip().splitlines()) == 6


def test_a_misspelt_command_suggests_the_right_one(advise: Runner) -> None:
    ended = advise("explane", "COM-01")
    assert ended.code == 2
    assert "Did you mean 'explain'?" in ended.err


@pytest.mark.parametrize("before", [["--lang", "ja"], ["--lang=ja"], ["--debug", "--lang", "ja"]])
def test_a_command_behind_options_is_that_command(advise: Runner, before: list[str]) -> None:
    path = project()
    assert advise(*before, "improve", path) == advise("improve", path, "--lang", "ja")
    assert not Path("project.memo.html").exists()
    assert "判定" in advise(*before, path, "--no-memo").out


@pytest.mark.parametrize(
    "before", [["--today", "2026-01-01"], ["-fjson"], ["--lang", "en", "-q"], ["--full"], ["-o", "out.html"]]
)
@pytest.mark.parametrize("command", [["explain", "COM-01"], ["diff"], ["check"]])
def test_a_command_behind_options_of_a_review_is_wrong_use(
    advise: Runner, before: list[str], command: list[str]
) -> None:
    there = sorted([project(), "explain"])
    Path("explain").write_text("{}", encoding="utf-8")
    ended = advise(*before, *command, "project.json")
    assert ended.code == 2
    told = (
        f"'{command[0]}' is a command, and these options stand behind it: advise {command[0]} ... {' '.join(before)}."
    )
    assert told in ended.err + ended.out
    assert sorted(one.name for one in Path().iterdir()) == there


def test_a_project_called_like_a_command_is_reviewed_by_the_name_of_the_review(advise: Runner) -> None:
    Path("explain").write_bytes(Path(project()).read_bytes())
    assert advise("check", "explain", "--no-memo").code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("rules show commitment.by", "'commitment.by' is a fact that projects state, not a rule: advise explain"),
        ("rules show g167", "'G167' is a statement of the article, not a rule: advise explain G167"),
        (
            "explain project.json",
            "'project.json' is a file; name a rule or a fact before it: advise explain CODE project.",
        ),
        ("explain commitment.at_to", "Did you mean 'commitment.at_top'?"),
        ("rules show COM-99", "there is no rule, fact or statement 'COM-99'. Did you mean 'COM-"),
    ],
)
def test_a_word_that_is_something_else_leads_on(advise: Runner, arguments: str, told: str) -> None:
    project()
    ended = advise(*arguments.split())
    assert ended.code == 2
    assert told in ended.err


@pytest.mark.parametrize(
    ("arguments", "cure"),
    [
        (["project.json", "--no-memo"], "with --no-memo no memo is written; use: advise diff last.json project.json"),
        (["project.json", "-f", "json"], "with -f json no memo is written; use: advise diff last.json project.json"),
        (
            ["project.json", "--set", "commitment.by=ceo"],
            "use: advise memo project.json --since last.json -o FILE.html",
        ),
        (["-"], "with standard input no memo is written; use: advise memo - --since last.json"),
    ],
)
def test_since_without_a_memo_that_could_tell_it_is_wrong_use(advise: Runner, arguments: list[str], cure: str) -> None:
    project()
    ended = advise("check", *arguments, "--since", "last.json")
    assert (ended.code, files()) == (2, ["project.json"])
    assert "--since tells in the memo what changed, and with" in (told := ended.out + ended.err)
    assert cure in told


@pytest.mark.parametrize(("arguments", "told"), [([], "project.memo.html"), (["-f", "md", "--no-memo"], None)])
def test_since_is_told_in_a_memo_or_in_markdown(advise: Runner, arguments: list[str], told: str | None) -> None:
    Path("last.json").write_text(advise(project(), "-f", "json", "--today", "2026-11-01").out, encoding="utf-8")
    ended = advise("check", "project.json", *arguments, "--since", "last.json", "--lang", "en")
    assert ended.code == 0, ended.err
    assert "1 November 2026" in (Path(told).read_text(encoding="utf-8") if told is not None else ended.out)


@pytest.mark.parametrize("arguments", [["check"], ["check", "x.json", "--nope"], ["project.json", "--today", "soon"],
                                       ["memo", "x.json", "-o", "x.odt"], ["explain", "XYZ-1"], ["rules", "nope"],
                                       ["memo", "-"], ["init", "x.txt"], ["completion", "cmd"], ["help", "nope"]])  # fmt: skip
def test_wrong_use_ends_with_2_and_names_the_help(advise: Runner, arguments: list[str]) -> None:
    ended = advise(*arguments)
    assert ended.code == 2
    assert ended.out == ""
    assert "--help" in ended.err or "Usage" in ended.err
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("spelling", [["-f", "json"], ["-fjson"], ["--format", "json"], ["--format=json"]])
def test_wrong_use_is_a_document_for_programs(advise: Runner, spelling: list[str]) -> None:
    error = json.loads(advise("check", project(), "--fail-on", "x", *spelling).out)["error"]
    assert (error["kind"], error["exit_code"]) == ("usage", 2)


def test_a_memo_in_an_unknown_format_says_which_there_are(advise: Runner) -> None:
    ended = advise("memo", project(), "-o", "memo.odt")
    assert ".html" in ended.err
    assert ".md" in ended.err
    assert files() == ["project.json"]


# In Japanese


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("check x.json --ful", "'--ful' というオプションはありません。--full"),
        ("check x.json --zzzz", "'--zzzz' というオプションはありません。"),
        ("check", "PROJECT... がありません。"),
        ("rules new x", "--rules がありません。"),
        ("check x.json --fail-on x", "--fail-on に 'x' とは書けません。書ける値: blocker, major"),
        ("completion cmd", "'cmd' とは書けません。書ける値: bash"),
        ("check x.json --full=3", "'--full' に値は付けられません。"),
        ("rules list a b", "'a b' は余分です。"),
        ("explain a b c", "'c' は余分です。"),
        ("rules", "コマンドを書いてください: list, show"),
        ("rules nope", "'nope' というコマンドはありません。"),
        ("explane", "'explane' というコマンドもファイルもありません。'explain' のことですか。"),
        ("zzzz", "'zzzz' というコマンドもファイルもありません。"),
        ("explain COM-99", "'COM-99' という規則も事実も記述もありません。"),
        ("explain commitment.at_top --subject x", "事業全体についてのものです。"),
        ("memo x.json -o x.odt", "メモを書ける形式は .html"),
        ("memo -", "-o でファイル名を書いてください。"),
        ("check - --since last.json", "標準入力ではメモを書きません。"),
        ("x.json --today soon", "は日付として読めません"),
        ("compare a.json", "事業を二つ以上書いてください"),
        ("init x.txt", ".json で終わっていません"),
        ("rules list --area x", "'x' という分野はありません。"),
        ("help nope", "'nope' というコマンドも項目もありません。"),
    ],
)
def test_wrong_use_is_told_in_japanese_where_that_is_asked_for(advise: Runner, arguments: str, told: str) -> None:
    ended = advise(*arguments.split(), "--lang", "ja")
    assert ended.code == 2
    assert ended.err.startswith("エラー: ")
    assert told in ended.err
    ended.err.encode("cp932")
    error = json.loads(advise(*arguments.split(), "--lang", "ja", "-f", "json").out)["error"]
    assert (error["kind"], error["exit_code"]) == ("usage", 2)


def test_an_option_without_its_value_is_told_in_japanese(advise: Runner) -> None:
    assert "'-o' には値が要ります。" in advise("check", "x.json", "--lang", "ja", "-o").err


@pytest.mark.parametrize(
    "command", ["check project.json", "check project.json -f json", "schema", "compare a.json b.json -f md"]
)
def test_a_dash_is_standard_output_for_what_is_printed_otherwise(advise: Runner, command: str) -> None:
    project(), project(name="a.json"), project(name="b.json")
    before = files()
    printed = advise(*command.split(), "--no-memo" if command.startswith("check") else "--debug").out
    written = advise(*command.split(), "--no-memo" if command.startswith("check") else "--debug", "-o", "-").out
    assert (written, files()) == (printed, before)


def test_a_memo_goes_to_standard_output_in_the_form_that_the_name_ends_with(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    project()
    for name, begins in (
        ("-", b"<!doctype html>"),
        ("-.md", b"<!-- written by advise -->"),
        ("-.docx", b"PK"),
        ("-.pdf", b"%PDF"),
    ):
        assert cli.run(["memo", "project.json", "-o", name]) == 0
        shown = capfdbinary.readouterr()
        assert (shown.out[: len(begins)], shown.err) == (begins, b"")
    assert files() == ["project.json"]


def test_a_sheet_goes_to_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    project()
    assert cli.run(["sheet", "make", "project.json", "-o", "-"]) == 0
    assert capfdbinary.readouterr().out.startswith(b"PK")
    assert files() == ["project.json"]


@pytest.mark.parametrize(
    "command", ["memo project.json -o -.docx", "memo project.json -o -.pdf", "sheet make project.json -o -"]
)
def test_what_is_no_text_is_not_shown_on_a_terminal(
    advise: Runner, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    project()
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    ended = advise(*command.split())
    assert (ended.code, ended.out, "is no text" in ended.err) == (2, "", True)


def _shop(condition: str) -> None:
    small.write(Path(), {"shop/other.yaml": small.rule(condition)})


def test_projects_that_show_what_was_found_are_written_over_ours_only(advise: Runner) -> None:
    _shop("shop.open is false")
    run = ("rules", "verify", "--rules", "shop-rules", "-o", "shown")
    assert advise(*run).code == 1
    (shown,) = Path("shown").iterdir()
    assert advise("check", str(shown), "--rules", "shop-rules", "--no-memo").code == 0
    assert advise(*run).code == 1
    shown.write_text("notes on SHO-01", encoding="utf-8")
    ended = advise(*run)
    assert (ended.code, ended.out, "advise did not write it" in ended.err) == (3, "", True)
    assert shown.read_text(encoding="utf-8") == "notes on SHO-01"


def test_a_file_in_the_way_of_the_folder_is_told(advise: Runner) -> None:
    _shop("shop.open is false")
    Path("shown").touch()
    ended = advise("rules", "verify", "--rules", "shop-rules", "-o", "shown")
    assert (ended.code, ended.out, "'shown'" in ended.err) == (3, "", True)


def test_what_was_proved_of_the_rules_tells_its_versions(advise: Runner) -> None:
    _shop("shop.staff > 3")
    document = json.loads(advise("rules", "verify", "--rules", "shop-rules", "-f", "json").out)
    assert (document["schema_version"], "rules_version" in document) == (1, True)


@pytest.mark.parametrize("command", ["rules docs -o -", "rules verify -o -"])
def test_several_files_do_not_go_to_standard_output(advise: Runner, command: str) -> None:
    ended = advise(*command.split())
    assert (ended.code, ended.out, "name a folder" in ended.err, files()) == (2, "", True, [])


def test_one_memo_only_goes_to_standard_output_and_it_has_a_form_that_is_known(advise: Runner) -> None:
    assert "only one -o" in advise("memo", project(), "-o", "-", "-o", "-.md").err
    assert "-.odt" in advise("memo", project(), "-o", "-.odt").err
    assert "does not end in .xlsx" in advise("sheet", "make", project(), "-o", "-.csv").err


def test_a_file_called_dash_is_reached_by_its_folder(advise: Runner) -> None:
    assert advise("schema", "-o", "./-").code == 0
    assert files() == ["-"]
