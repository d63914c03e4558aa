"""What is told about a sentence that fails, in both languages: either it cannot be meant, or it is not so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..problems.problem import Texts, nearest

_FEW = 10
"""As many names as a message lists when none of them is near."""


class _SayingError(AssertionError):
    """A failing sentence; `texts` says why."""

    def __init__(self, en: str, ja: str) -> None:
        """Keep what is wrong, in both languages."""
        super().__init__(en)
        self.texts: Texts = {"en": en, "ja": ja}


class SentenceError(_SayingError):
    """A sentence of a scenario that says something which cannot be meant."""


class UnmetError(_SayingError):
    """A sentence of a scenario that can be meant and is not so."""


def hold(holds: Any, en: str, ja: str) -> None:
    """Fail when something that a scenario expects is not so.

    Args:
        holds: Whether it is so.
        en: What is so instead.
        ja: The same in Japanese.
    """
    if not holds:
        raise UnmetError(en, ja)


def known(name: str, names: Iterable[str], what: Texts) -> str:
    """Return a name that is among the known ones; fail with the nearest one otherwise."""
    among = list(names)
    if name not in among:
        meant = nearest_of(name, among)
        raise SentenceError(
            f"there is no {what['en']} '{name}'{meant['en']}", f"{what['ja']}「{name}」はありません{meant['ja']}"
        )
    return name


def nearest_of(name: str, names: Iterable[str]) -> Texts:
    """Return what follows a complaint: the name that was probably meant, or the names there are when they are few."""
    among = list(names)
    close = nearest(name, among)
    if close:
        return {"en": f"; did you mean '{close}'?", "ja": f"。「{close}」のことですか"}
    if 0 < len(among) <= _FEW:
        return {"en": f"; there is: {', '.join(among)}", "ja": f"。あるもの：{'、'.join(among)}"}
    return {"en": "", "ja": ""}
