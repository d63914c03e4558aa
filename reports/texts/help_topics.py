"""Longer help: the first screen of `advise` without arguments, examples of every command, and help topics."""

from __future__ import annotations

from ..writers.console import BUG, FAILED, INPUT, INTERRUPTED, OK, RULES, USAGE

_FIRST = (
    ("advise init", "write a project file to start from"),
    ("advise ask project.json", "answer questions instead of writing it by hand"),
    ("advise project.json", "review it and write project.memo.html beside it"),
    ("advise check *.json --fail-on major", "for scripts: exit code 1 where something major is found"),
    ("advise explain COM-01 project.json", "why a finding is there, or why it is not"),
    ("advise --help", "all commands"),
)

EXAMPLES: dict[str, tuple[str, ...]] = {
    "advise": ("advise init", "advise project.json", "advise explain COM-01 project.json"),
    "check": (
        "advise project.json",
        "advise check project.json --full --lang ja",
        "advise check plans/*.json --fail-on major --no-memo",
        "advise check project.json --set top.visited_site=true",
        "advise check project.json -f json -o result.json",
    ),
    "memo": (
        "advise memo project.json",
        "advise memo project.json -o memo.html -o memo.md --lang en",
        "advise memo project.json --since last.json",
    ),
    "explain": (
        "advise explain COM-01",
        "advise explain COM-01 project.json --full",
        "advise explain SEL-08 project.json --subject capitals/network",
        "advise explain commitment.by project.json",
        "advise explain organisations/city.champion project.json",
        "advise explain --nearly project.json",
    ),
    "improve": ("advise improve project.json", "advise improve project.json --to proceed -f md"),
    "diff": (
        "advise diff last-month.json project.json",
        "advise diff old-result.json new-result.json -f json",
        "advise diff project.json project.json --old-profile old-advise.yaml",
    ),
    "compare": ("advise compare a.json b.json c.json", "advise compare a.json b.json -o cities.html --lang ja"),
    "schema": ("advise schema --lang ja -o advise.schema.json",),
    "init": ("advise init", "advise init plans/harbour.json --lang ja"),
    "ask": (
        "advise ask project.json",
        "advise ask new.json --lang ja --by 'City planning'",
        "advise ask project.json --left-out",
    ),
    "doctor": ("advise doctor",),
    "completion": (
        'eval "$(advise completion bash)"',
        "advise completion fish > ~/.config/fish/completions/advise.fish",
    ),
    "help": ("advise help exit-codes", "advise help check"),
    "rules": ("advise rules list", "advise rules check my-rules"),
    "rules list": ("advise rules list", "advise rules list --area commitment --lang ja"),
    "rules show": ("advise rules show COM-01", "advise rules show commitment/undeclared"),
    "rules check": ("advise rules check", "advise rules check my-rules"),
    "rules test": (
        "advise rules test",
        "advise rules test COM-01 COM-02",
        "advise rules test --rules my-rules -f json",
    ),
    "rules docs": ("advise rules docs", "advise rules docs -o public/book --rules my-rules"),
    "rules new": ("advise rules new goals_kpi/goal-without-owner --rules my-rules",),
    "rules coverage": ("advise rules coverage", "advise rules coverage -f json"),
}
"""Examples by command; a test runs through all commands and looks for them."""

TOPICS = ("exit-codes",)


MEANINGS: dict[int, str] = {
    OK: "reviewed; nothing at or above --fail-on (which is 'never' unless given: findings are advice)",
    FAILED: "reviewed; something at or above --fail-on, or a scenario that does not hold",
    USAGE: "wrong use of the command",
    INPUT: "a project or a scenario could not be read or is not valid, or a file could not be written",
    RULES: "the rules or the profile are not valid",
    BUG: "a bug in advise; nothing was decided (--debug shows where)",
    INTERRUPTED: "interrupted",
}


def first_screen(language: str) -> str:
    """Return what is shown without arguments."""
    from .help import in_language

    columns = max(len(command) for command, _ in _FIRST) + 4
    return "".join(f"{command:<{columns}}{in_language(meaning, language)}\n" for command, meaning in _FIRST)


def exit_code_table(language: str) -> str:
    """Return the exit codes with what they mean."""
    from .help import in_language

    lines = [f"  {code:>3}  {in_language(meaning, language)}\n" for code, meaning in MEANINGS.items()]
    return "".join([f"{in_language('Exit codes', language)}:\n", *lines])


def epilog(command: str) -> str:
    r"""Return what stands below the help of a command; `\b` keeps the lines as they are."""
    examples = "\n".join(f"  {example}" for example in EXAMPLES[command])
    return f"\b\nExamples:\n{examples}\n\nExit codes: advise help exit-codes"
