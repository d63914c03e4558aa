"""Addresses of pages: what stands in one is quoted here, and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote, urlencode

from starlette.requests import Request


def at(*parts: str) -> str:
    """Return the address of a page.

    >>> at("p", "港.json", "memo")
    '/p/%E6%B8%AF.json/memo'
    """
    return "/" + "/".join(quote(part, safe="") for part in parts)


def path_of(request: Request) -> str:
    """Return where a request goes, as `at` writes it; never to another host, whatever was sent."""
    return at(*request.scope["path"].lstrip("/").split("/"))


def asked_of(request: Request) -> dict[str, list[str]]:
    """Return all values of each name behind the question mark of a request."""
    return {key: request.query_params.getlist(key) for key in request.query_params}


def with_query(path: str, query: Mapping[str, Sequence[str]], *without: str, **more: str) -> str:
    """Return an address with what stands behind its question mark, `without` some names, and with others anew.

    >>> with_query("/compare", {"p": ["a b.json", "c.json"], "lang": ["en"]}, "told", lang="ja")
    '/compare?p=a+b.json&p=c.json&lang=ja'
    """
    kept = {key: values for key, values in query.items() if key not in without and key not in more}
    text = urlencode({**kept, **more}, doseq=True)
    return f"{path}?{text}" if text else path
