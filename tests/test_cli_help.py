"""Help: every command has one, with an example that works."""

from __future__ import annotations

import inspect
import re
import shlex
from collections.abc import Iterator

import click
import pytest

from advise import cli
from advise.reports.texts.examples import EXAMPLES
from advise.reports.texts.help import JAPANESE, MEANINGS
from advise.reports.writers.layout import width


def commands(command: click.Command = cli.cli, words: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Go through all commands."""
    yield words
    if isinstance(command, click.Group):
        for name, child in command.commands.items():
            yield from commands(child, (*words, name))


COMMANDS = list(commands())


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_has_help_with_an_example(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run([*words, "--help"]) == 0
    shown = capsys.readouterr().out
    name = " ".join(("advise", *words))
    assert f"Usage: {name}" in shown
    examples = shown.partition("Examples:\n")[2]
    assert re.search(r"^ +(eval \"\$\()?advise ", examples, re.MULTILINE), "an example is there"
    assert "advise help exit-codes" in shown
    assert shown.isascii(), "help can be read on every screen"


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_help_can_be_asked_for_with_a_command_too(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    cli.run([*words, "--help"])
    asked = capsys.readouterr().out
    assert cli.run(["help", *words]) == 0
    assert capsys.readouterr().out == asked


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_option_and_argument_says_what_it_is_for(words: tuple[str, ...]) -> None:
    command = command_at(words)
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


@pytest.mark.parametrize("example", [example for examples in EXAMPLES.values() for example in examples])
def test_the_examples_of_the_help_use_options_that_exist(example: str) -> None:
    words = shlex.split(example.partition(">")[0].removeprefix('eval "$(').removesuffix(')"'))[1:]
    command: click.Command = cli.cli
    while isinstance(command, click.Group):
        word = words.pop(0) if words and words[0] in command.commands else "check"
        command = command.commands[word]
    options = {name for parameter in command.params for name in parameter.opts}
    assert {word for word in words if word.startswith("-")} <= options


@pytest.mark.parametrize("language", [[], ["--lang", "ja"]])
def test_the_exit_codes_are_a_topic(language: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["help", "exit-codes", *language]) == 0
    shown = capsys.readouterr().out
    assert [int(code) for code in re.findall(r"^ +(\d+)  ", shown, re.MULTILINE)] == list(MEANINGS)


# In Japanese


def sentences(text: str | None) -> set[str]:
    """Return the paragraphs of a help text."""
    return {" ".join(paragraph.split()) for paragraph in inspect.cleandoc(text or "").split("\n\n")}


def command_at(words: tuple[str, ...]) -> click.Command:
    """Return a command by its words."""
    command: click.Command = cli.cli
    for word in words:
        assert isinstance(command, click.Group)
        command = command.commands[word]
    return command


def test_all_help_is_there_in_japanese_and_nothing_is_left_over(capsys: pytest.CaptureFixture[str]) -> None:
    said = {"Show this message and exit.", *MEANINGS.values()}
    for words in COMMANDS:
        command = command_at(words)
        said |= sentences(command.help)
        said |= {one.help for one in command.params if isinstance(one, click.Option) and one.help}
    cli.run([])
    said |= {re.split(" {3,}", line)[1] for line in capsys.readouterr().err.splitlines()}
    around = {"Usage:", "Options", "Commands", "Examples", "Exit codes", "default: {default}", "required"}
    assert set(JAPANESE) == said | around


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_help_in_japanese_fits_and_is_written_on_every_japanese_screen(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run([*words, "--help", "--lang", "ja"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"使い方: {' '.join(('advise', *words))} ")
    assert "\n  例:\n    " in shown
    assert "Options" not in shown
    shown.encode("cp932")
    assert all(width(line) <= 80 for line in shown.splitlines())


def test_help_is_in_the_language_of_a_japanese_environment(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    cli.run([])
    assert "質問に答える" in capsys.readouterr().err
    cli.run(["--help"])
    assert "使い方" in capsys.readouterr().out
