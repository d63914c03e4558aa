"""In which language to speak to the user: as asked for, else the project's, else the locale's when it is Japanese."""

from __future__ import annotations

from collections.abc import Mapping


def chosen_language(option: str | None, stated: object, environment: Mapping[str, str]) -> str:
    """Return `ja` or `en`.

    Args:
        option: What `--lang` says.
        stated: What the project says in `lang`, if it could be read.
        environment: The environment variables.

    >>> chosen_language(None, None, {"LC_ALL": "", "LANG": "ja_JP.UTF-8"})
    'ja'
    """
    if option in ("ja", "en"):
        return option
    if stated in ("ja", "en"):
        return str(stated)
    named = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "ja" if next(filter(None, named), "").startswith("ja") else "en"
