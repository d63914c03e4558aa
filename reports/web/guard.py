"""Who is let in: the browser that was given the address, on this computer, with forms that we sent it.

Nothing here knows a project. What it refuses never reaches a page.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from hashlib import sha256
from html import escape

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ..texts import TEXTS
from .address import asked_of, path_of, with_query

LARGEST_FORM, LARGEST_SHEET = 4 * 2**20, 16 * 2**20
"""Bytes that may be sent to us: of a form, and of one with a workbook in it."""

STYLE = "/style.css"
UPLOAD = "/sheet"
"""How the addresses end to which workbooks are sent."""

_HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}  # fmt: skip


class BrowserKeys:
    """What one run of the server knows its browser by."""

    def __init__(self, port: int) -> None:
        """Draw them."""
        self.token = secrets.token_urlsafe(32)
        self.csrf = hmac.new(self.token.encode(), b"form", sha256).hexdigest()
        self.cookie = f"advise-{port}"  # a cookie knows no port, and another server may run on another one
        self.hosts = (f"127.0.0.1:{port}", f"localhost:{port}")

    @property
    def address(self) -> str:
        """Where a browser begins."""
        return f"http://{self.hosts[0]}/?token={self.token}"

    def fits(self, token: str | None) -> bool:
        """Tell whether somebody knows the token."""
        return hmac.compare_digest((token or "").encode(), self.token.encode())

    def is_ours(self, form: Mapping[str, object]) -> bool:
        """Tell whether a form was sent by a page of ours."""
        return hmac.compare_digest(str(form.get("csrf", "")).encode(), self.csrf.encode())


class Guard:
    """Stands before the pages, as ASGI has it."""

    def __init__(self, app: ASGIApp, keys: BrowserKeys) -> None:
        """Keep what it stands before."""
        self.app, self.keys = app, keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        request = Request(scope)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                there = {name for name, _ in message["headers"]}
                new = [(name.encode(), value.encode()) for name, value in _HEADERS.items()]
                message["headers"] = [*message["headers"], *(one for one in new if one[0] not in there)]
            await send(message)

        refused = self._answered(request)
        if refused is not None:
            await refused(scope, receive, with_headers)
        else:
            await self.app(scope, _limited(receive, _largest(request)), with_headers)

    def _answered(self, request: Request) -> Response | None:
        """Return the answer to a request that goes no further."""
        keys = self.keys
        if request.headers.get("host") not in keys.hosts:
            return PlainTextResponse("unknown host\n", 421)
        if request.method not in ("GET", "HEAD", "POST"):
            return PlainTextResponse("unknown method\n", 405)
        if path_of(request) == STYLE:
            return None
        if request.method != "POST" and "token" in request.query_params:
            if not keys.fits(request.query_params["token"]):
                return _refused(403, "web.stranger")
            found = RedirectResponse(with_query(path_of(request), asked_of(request), "token"), 303)
            found.set_cookie(keys.cookie, keys.token, httponly=True, samesite="strict", path="/")
            return found
        if not keys.fits(request.cookies.get(keys.cookie)):
            return _refused(403, "web.stranger")
        if request.method == "POST" and not self._from_here(request):
            return _refused(403, "web.not_ours")
        length = request.headers.get("content-length", "0")
        if not length.isdigit() or int(length) > _largest(request):
            return _refused(413, "web.too_large")
        return None

    def _from_here(self, request: Request) -> bool:
        origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site")
        own = {f"http://{host}" for host in self.keys.hosts}
        return (origin is None or origin in own) and site in (None, "same-origin")


def _refused(status: int, key: str) -> Response:
    """Tell in both languages why a request goes no further: what languages somebody reads is found out behind this."""
    told = "".join(
        f'<p lang="{language}">{escape(text)}</p>' for language, text in sorted(TEXTS[key].items(), reverse=True)
    )
    head = f'<meta charset="utf-8"><title>advise</title><link rel="stylesheet" href="{STYLE}">'
    narrow = '<meta name="viewport" content="width=device-width, initial-scale=1">'
    page = f'<!doctype html><html lang="ja"><head>{head}{narrow}</head><body><main><h1>advise</h1>{told}</main></body></html>'
    return HTMLResponse(page, status)


def _largest(request: Request) -> int:
    return LARGEST_SHEET if path_of(request).endswith(UPLOAD) else LARGEST_FORM


def _limited(receive: Receive, most: int) -> Receive:
    """Return what reads a body and stops where it is longer than it may be, whatever its header said."""
    seen = 0

    async def read() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > most:
            raise HTTPException(413)
        return message

    return read
