"""The address of a fact: what it is called, and the subject it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Address(NamedTuple):
    """A fact of one subject; everything that is known of a project is looked up by it.

    Attributes:
        fact: The name that the vocabulary has for it (`organisations[].kind`, `top.visited_site`); a list's path for
            the list itself.
        subject: Whose fact it is (`organisations/city`), None for the project as a whole.
    """

    fact: str
    subject: str | None = None


def subject_of(source: str, element: Mapping[str, object]) -> str:
    """Return the subject of an element: `<list path>/<id>`, or the bare value of a set parameter."""
    return str(element["id"]) if source.startswith("$") else f"{source}/{element['id']}"
