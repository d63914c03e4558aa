"""Examples of every command, as its help shows them."""

from __future__ import annotations

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
        "advise memo project.json -o memo.docx --template office.docx",
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
    "screen": (
        "advise screen --template call.xlsx --lang ja",
        "advise screen call.xlsx -o results.xlsx -o board.html",
        "advise screen call.xlsx -o board.html --since results.xlsx",
        "advise screen old.csv --propose-map mapping.yaml",
        "advise screen --explain COM-02",
        "advise screen applications/ -o results.csv --lang ja",
        "advise screen projects.csv goals.csv -o r.ndjson --allow-errors 5",
    ),
    "schema": ("advise schema --lang ja -o advise.schema.json",),
    "init": ("advise init", "advise init plans/harbour.json --lang ja"),
    "ask": (
        "advise ask project.json",
        "advise ask new.json --lang ja --by 'City planning'",
        "advise ask project.json --again",
        "advise ask project.json top.visited_site",
    ),
    "respond": (
        "advise respond COM-05 project.json --planned --who Sato --until 2026-12-15",
        "advise respond COM-05 project.json --accepted --reason 'Decided in May'",
        "advise respond COM-05 project.json --withdraw",
    ),
    "sheet": ("advise sheet make project.json -o questions.xlsx", "advise sheet read questions.xlsx project.json"),
    "sheet make": (
        "advise sheet make project.json -o questions.xlsx",
        "advise sheet make project.json --for organisations/city -o city.xlsx",
        "advise sheet make project.json --all -o review.xlsx --lang ja",
    ),
    "sheet read": (
        "advise sheet read questions.xlsx project.json --dry-run",
        "advise sheet read questions.xlsx project.json",
        "advise sheet read questions.xlsx project.json --prefer sheet",
    ),
    "serve": ("advise serve", "advise serve plans --open"),
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
    "rules verify": (
        "advise rules verify",
        "advise rules verify --rules my-rules -f json -o examples-of-it",
        "advise rules verify -f sarif",
    ),
    "rules diff": (
        "advise rules diff my-rules-before my-rules",
        "advise rules diff HEAD~1 --rules my-rules --on projects -f json",
    ),
    "rules mutate": (
        "advise rules mutate COM-01",
        "advise rules mutate --fail-under 95 -o missing.feature",
        "advise rules mutate --rules my-rules --since HEAD~1",
    ),
    "rules selftest": ("advise rules selftest", "advise rules selftest --rules my-rules --seconds 60 --draw 7"),
    "rules docs": ("advise rules docs", "advise rules docs -o public/book --rules my-rules"),
    "rules new": ("advise rules new goals_kpi/goal-without-owner --rules my-rules",),
    "rules coverage": ("advise rules coverage", "advise rules coverage -f json"),
}
"""Examples by command; a test runs through all commands and looks for them."""
