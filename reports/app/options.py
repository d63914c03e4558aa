"""What the commands have in common: the options that several take, what shells complete, and the bare form."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeVar

import click

from ... import __version__
from ...engine.problems.texts import LANGUAGES
from ..texts.misuse import Misuse
from ..writers.layout import as_argument
from .help import HelpingGroup, OneOf, WrongUse
from .session import PROFILE, PROJECT_NAMES, Session, print_result

F = TypeVar("F", bound=Callable[..., Any])


def keep(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    """Keep the value of a shared option; without one, what is kept already stands."""
    if isinstance(context.obj, Session) and value is not None and parameter.name is not None:
        setattr(context.obj, parameter.name, value)


def keep_date(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
    """Keep a date as documents write it."""
    from ...engine.project.values import day_of

    day = None if value is None else day_of(value)
    if value is not None and day is None:
        raise WrongUse(Misuse("date", value=value))
    keep(context, parameter, day)


def tell_version(context: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    """Tell the version, and the source of the rules that come with it where they can be read; then end."""
    if not asked or context.resilient_parsing:
        return
    from ...engine.knowledge import load_knowledge_base
    from ...engine.problems.problem import ProblemsError
    from ..texts import article_named

    session = context.find_object(Session) or Session()
    try:
        named = article_named(load_knowledge_base(), session.language)
    except ProblemsError:
        named = ""
    print_result(session, "".join(f"{line}\n" for line in (f"advise, version {__version__}", named) if line))
    context.exit()


def code_first(code: str, project: str) -> tuple[str, str]:
    """Return a code and a project; who names the file first, and then what is no file, means them the other way round."""
    if not os.path.lexists(project) and os.path.isfile(code):  # noqa: PTH113 - Path.is_file raises for a long name
        return project, code
    return code, project


def complete_fact(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[Any]:
    """Complete the name of a fact as --set takes it; of a list, whose elements only the project knows, its own."""
    from click.shell_completion import CompletionItem

    vocabulary = Session().knowledge().vocabulary
    names: dict[str, str] = {}
    for path, fact in vocabulary.facts.items():
        listed = vocabulary.lists[fact.source] if fact.source is not None else None
        if listed is None:
            names[f"{path}="] = fact.label["en"]
        elif not listed.members:
            names[f"{listed.path}/"] = listed.label["en"]
        for member, label in listed.members.items() if listed is not None else ():
            names[f"{path.replace('*', member)}="] = f"{fact.label['en']} ({label['en']})"
    return [CompletionItem(name, help=label) for name, label in names.items() if name.startswith(incomplete)]


def complete_code(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[Any]:
    """Complete the code of a rule."""
    from click.shell_completion import CompletionItem

    from ..words.names import without_subject

    kb = Session().knowledge()
    rules = (rule for rule in kb.rules if rule.code.startswith(incomplete.upper()))
    return [CompletionItem(rule.code, help=without_subject(rule.title["en"], rule, kb, "en")) for rule in rules]


def complete_word(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[Any]:
    """Complete what can be explained: the code of a rule, a fact, or a fact that follows from others."""
    from click.shell_completion import CompletionItem

    vocabulary = Session().knowledge().vocabulary
    labels = {name: fact.label["en"] for name, fact in vocabulary.facts.items()}
    labels |= {name: concept.label["en"] for name, concept in vocabulary.concepts.items()}
    facts = [CompletionItem(name, help=label) for name, label in labels.items() if name.startswith(incomplete)]
    return [*complete_code(context, parameter, incomplete), *facts]


def option(*names: str, callback: Callable[..., None] = keep, **settings: Any) -> Callable[[Any], Any]:
    """Return an option whose value is kept in the session."""
    return click.option(*names, expose_value=False, callback=callback, **settings)


OPTIONS: dict[str, Callable[[Any], Any]] = {
    "lang": option("--lang", type=OneOf([*LANGUAGES[::-1]]), help="Language; else the project's, else the locale's."),
    "set": option("--set", "assumptions", multiple=True, metavar="FACT=VALUE", shell_complete=complete_fact,
                  help="Assume a fact for this run, such as organisations/city.involved=true. Repeatable."),
    "since": option("--since", metavar="FILE", help="Tell in the memo what changed since this saved assessment (-f json)."),
    "rules": option("--rules", metavar="PATH", help="Folder with the rules; else those that come with advise."),
    "profile": option("--profile", metavar="FILE", help=f"Parameters of your own; else {PROFILE} beside the project."),
    "today": option("--today", metavar="DATE", callback=keep_date, help="Date of the review (2026-11-22); else today."),
    "format": option("-f", "--format", type=OneOf(["text", "json", "md"]), default="text", show_default=True,
                     help="json: standard output is one document, also when there is no result."),
    "data": option("-f", "--format", type=OneOf(["text", "json"]), default="text", show_default=True,
                   help="json: standard output is one document."),
    "proof": option("-f", "--format", type=OneOf(["text", "json", "sarif"]), default="text", show_default=True,
                    help="json and sarif: standard output is one document."),
    "full": option("--full", is_flag=True, help="Show everything."),
    "quiet": option("-q", "--quiet", is_flag=True, help="Show the verdict and the counts only."),
    "color": option("--color", type=OneOf(["auto", "always", "never"]), default="auto", show_default=True,
                    help="NO_COLOR and FORCE_COLOR are heeded, too."),
    "ascii": option("--ascii", is_flag=True, help="Write [MAJOR] and the like in place of signs."),
    "debug": option("--debug", is_flag=True, help="Show where a bug in advise happened."),
}  # fmt: skip


def output(help_: str) -> Callable[[F], F]:
    """Return the option that names a file for what is printed otherwise; `-` is what happens without it."""

    def named(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> str | None:
        if len(values) > 1:
            raise WrongUse(Misuse("output.one"))
        return next((value for value in values if value != "-"), None)

    return click.option("-o", "--output", metavar="FILE", multiple=True, callback=named, help=help_)


def shared(*names: str) -> Callable[[F], F]:
    """Give a command some of the shared options."""

    def decorate(function: F) -> F:
        for name in reversed((*names, "debug")):
            function = OPTIONS[name](function)
        return function

    return decorate


def proving(function: F) -> F:
    """Give a command that proves something its limits: elements of lists, and seconds."""
    for name, most, default, text in (
        ("--seconds", None, 5, "The most seconds of processor time for one question."),
        (
            "--elements",
            12,
            None,
            "The most elements of each list that are looked at; else as many as rules count, at least 3.",
        ),
    ):
        kind = click.IntRange(1, most)
        function = click.option(name, type=kind, default=default, show_default=True, metavar="N", help=text)(function)
    return function


def _first_word(command: click.Command, ctx: click.Context, args: list[str]) -> str:
    """Return the first word that is no option of a command and no value of one; blank where there is none."""
    try:
        found, rest, _ = command.make_parser(ctx).parse_args(list(args))
    except click.UsageError:
        return ""
    return next(iter([*found.get("projects", ()), *rest]), "")


class Commands(HelpingGroup):
    """The commands; a project in the place of a command is reviewed."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `check` in front of a project, and of options that only a review has."""
        first = args[0] if args else "--help"
        is_file = first == "-" or first.endswith(PROJECT_NAMES) or os.path.lexists(first)
        if _first_word(self, ctx, args) not in self.commands and first not in ("-h", "--help", "--version"):
            if first.startswith("-") and (word := _first_word(self.commands["check"], ctx, args)) in self.commands:
                options = " ".join(map(as_argument, args[: args.index(word)]))
                raise WrongUse(Misuse("command.behind", word=word, options=options), ctx)
            args = ["check", *args] if is_file or first.startswith("-") else args
        return super().parse_args(ctx, args)

    def nothing(self, word: str) -> Misuse:
        """Return what to say of a word that is neither a command nor a file."""
        from ...engine.problems.problem import nearest

        close = nearest(word, self.commands)
        return Misuse("nothing.close" if close else "nothing", word=word, close=close)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Any]:
        """Complete commands and, for the bare form, files."""
        from click.shell_completion import CompletionItem

        return [*super().shell_complete(ctx, incomplete), CompletionItem(incomplete, type="file")]
