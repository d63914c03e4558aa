"""Help: every command has one, with an example that works."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

import click
import pytest

from advise import cli
from advise.reports.exit_codes import MEANINGS
from advise.reports.help_texts import EXAMPLES


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
    command: click.Command = cli.cli
    for word in words:
        assert isinstance(command, click.Group)
        command = command.commands[word]
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


def test_the_exit_codes_are_a_topic(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["help", "exit-codes"]) == 0
    shown = capsys.readouterr().out
    assert [int(code) for code in re.findall(r"^ +(\d+)  ", shown, re.MULTILINE)] == list(MEANINGS)
