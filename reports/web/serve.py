"""The server: its addresses, what becomes of a request, and its start and end."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import quote, unquote

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Match, Route

from ...engine.problems.problem import LANGUAGES, ProblemsError
from ..app.failure import bug_report
from ..app.refusal import Refusal
from ..app.session import Session, print_result
from ..texts import say
from ..texts.misuse import Misuse
from . import asking, decide, overview, pages, people, review, side
from .address import asked_of, at, path_of, with_query
from .folder import Folder, NotThere
from .guard import STYLE, BrowserKeys, Guard
from .visit import WHO, OnlyShownError, Served, Visit

HOST = "127.0.0.1"
_MOST_FIELDS = 60_000
"""Fields of a form; one of 1,000 organisations has some 20,000."""

_YEAR = 365 * 86_400

Handler: TypeAlias = Callable[..., Response]


def application(served: Served) -> Guard:
    """Return the pages of a folder, behind their guard."""
    routes = [
        Route(path, _answering(served, handler), methods=[method])
        for method, path, handler in (
            ("GET", "/", pages.home),
            ("GET", STYLE, pages.style),
            ("POST", "/new", pages.new),
            ("GET", "/board", pages.board),
            ("GET", "/p/{name}", overview.overview),
            ("POST", "/p/{name}/copy", pages.copied),
            ("GET", "/compare", side.compare),
            ("GET", "/p/{name}/diff", side.difference),
            ("GET", "/p/{name}/review", review.review),
            ("POST", "/p/{name}/review", review.reviewed),
            ("GET", "/p/{name}/questions", people.person),
            ("GET", "/p/{name}/questions.xlsx", people.workbook),
            ("POST", "/p/{name}/sheet", people.returned),
            ("POST", "/p/{name}/sheet/same", people.same),
            ("POST", "/p/{name}/sheet/write", people.written),
            ("GET", "/p/{name}/ask/{page}", asking.ask),
            ("POST", "/p/{name}/ask/{page}", asking.asked),
            ("GET", "/p/{name}/decide", decide.decisions),
            ("GET", "/p/{name}/decide/{code}", decide.form),
            ("POST", "/p/{name}/decide/{code}", decide.decided),
            ("GET", "/p/{name}/memo", overview.memo),
            ("GET", "/p/{name}/memo.{kind}", pages.download),
            ("GET", "/p/{name}/assessment.{kind}", pages.download),
        )
    ]
    app = Starlette(routes=routes, exception_handlers={HTTPException: _refused(served)})
    return Guard(app, served.keys)


def serve(session: Session, folder: str, port: int, *, opened: bool = False) -> None:
    """Serve a folder to a browser on this computer until it is interrupted.

    Args:
        session: What the options say.
        folder: The folder of projects.
        port: The port; 0 for one that is free.
        opened: Whether to open the address in the browser, too.

    Raises:
        Misuse: There is no such folder, or the port is taken.
        Refusal: The rules are not valid.
    """
    root = Path(folder)
    if not root.is_dir():
        raise Misuse("serve.folder", path=folder)
    session.knowledge(str(root / "project.json"))
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as own:
        try:
            own.bind((HOST, port))
            own.listen()  # whoever opens the address at once waits a moment
        except OSError as error:
            raise Misuse("serve.port", port=port) from error
        keys = BrowserKeys(own.getsockname()[1])
        app = application(Served(Folder(root), session, keys))
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, lifespan="off")
        print_result(session, say("web.address", session.language, address=keys.address, folder=root.resolve()) + "\n")
        if opened:
            import webbrowser

            webbrowser.open(keys.address)
        try:
            uvicorn.Server(config).run(sockets=[own])
        except KeyboardInterrupt:
            return


def _answering(served: Served, handler: Handler) -> Callable[[Request], Any]:
    """Return what answers a request with a page: its form is read and looked at first, its problems are told."""

    async def answer(request: Request) -> Response:
        switched = _switched(request)
        if switched is not None:
            return switched
        visit = _visit(request, served)
        kept = visit.kept() if request.method != "POST" else None
        if kept is not None:
            return kept
        if request.method != "POST":
            return await run_in_threadpool(_made, visit, handler, request.path_params)
        async with request.form(max_files=1, max_fields=_MOST_FIELDS) as form:
            visit.form = form
            if not served.keys.is_ours(form):  # the guard has let it in: our browser may send it by its own hand
                return _kept(visit, lambda one: _problem(one, 403, request.path_params, lines=[one.say("web.earlier")]))
            found = await run_in_threadpool(_kept, visit, lambda one: _made(one, handler, request.path_params))
            if visit.names_itself:  # until the browser is closed
                found.set_cookie(WHO, quote(visit.answers_as), httponly=True, samesite="strict")
            return found

    return answer


def _kept(visit: Visit, show: Callable[[Visit], Response]) -> Response:
    """Return what answers a form; a page that does is kept in every language."""
    found = show(visit)
    if isinstance(found, HTMLResponse):
        for other in [visit.in_language(one) for one in LANGUAGES if one != visit.language]:
            other.put(show(other))
    return visit.put(found)


def _switched(request: Request) -> Response | None:
    """Return the way to the same page in the language that was switched to; None where none was."""
    chosen = request.query_params.get("lang")
    if request.method == "POST" or chosen not in LANGUAGES:
        return None
    found = RedirectResponse(with_query(path_of(request), asked_of(request), "lang"), 303)
    found.set_cookie("advise-lang", str(chosen), max_age=_YEAR, httponly=True, samesite="strict")
    return found


def _visit(request: Request, served: Served) -> Visit:
    language, path = _language(request, served.session), path_of(request)
    page = path if request.method != "POST" else _page_of(request)
    who = unquote(request.cookies.get(WHO, ""))
    number = secrets.token_hex(8) if request.method == "POST" else ""
    return Visit(served, language, path, page, request.query_params, asked_of(request), who, number=number)


def _page_of(request: Request) -> str:
    """Return the page to which a form belongs: where it goes, or what is above that where nothing is shown there."""
    parts = request.scope["path"].strip("/").split("/")
    while parts[1:]:
        shown = {**request.scope, "method": "GET", "path": "/" + "/".join(parts)}
        if any(route.matches(shown)[0] is Match.FULL for route in request.app.routes):
            return at(*parts)
        parts.pop()
    return at("")


def _made(visit: Visit, handler: Handler, parts: dict[str, str]) -> Response:
    with visit.served.busy:
        try:
            return handler(visit, **parts)
        except OnlyShownError:
            return Response(status_code=204)
        except NotThere:
            missing = {"title": visit.say("web.missing"), "lines": [visit.say("web.missing.why")], "project": None}
            return _problem(visit, 404, parts, **missing)
        except (Refusal, ProblemsError) as error:
            found = pages.told(error.problems, visit)
            return _problem(visit, 409 if visit.form is not None else 422, parts, problems=found)
        except Misuse as misuse:
            return _problem(visit, 422, parts, lines=[misuse.text(visit.language)])
        except Exception as error:
            return _problem(visit, 500, parts, lines=bug_report(error, visit.language, debug=False).splitlines())


def _problem(visit: Visit, status: int, parts: Mapping[str, str], **values: Any) -> Response:
    """Tell what is wrong; where something was to be written, that nothing was, and let it be sent again."""
    lines = values.pop("lines", [])
    lines += [visit.say("web.problem.nothing")] if visit.form is not None else []
    fields = visit.form.multi_items() if visit.form is not None else []
    again = [(key, value) for key, value in fields if isinstance(value, str) and key != "csrf"]
    if len(again) < len(fields) - 1:
        again = []  # a file is not sent by a page, only by a person
    name = parts.get("name")
    project = name if name is not None and visit.path != at("p", name) else None  # nothing leads to where one is
    found = {
        "title": visit.say("web.problem"),
        "lines": lines,
        "problems": [],
        "again": again,
        "project": project,
        **values,
    }
    return visit.page("problem.html.j2", status, **found)


def _refused(served: Served) -> Callable[[Request, Exception], Response]:
    def told(request: Request, error: Exception) -> Response:
        switched = _switched(request)
        if switched is not None:
            return switched
        status = error.status_code if isinstance(error, HTTPException) else 500
        visit = _visit(request, served)
        key = {400: "web.unread", 413: "web.too_large"}.get(status, "web.missing.why")
        title = "web.problem" if status in (400, 413) else "web.missing"

        def show(one: Visit) -> Response:
            return one.page("problem.html.j2", status, title=one.say(title), lines=[one.say(key)], problems=[])

        return _kept(visit, show) if request.method == "POST" else show(visit)

    return told


def _language(request: Request, session: Session) -> str:
    """Return the language of a page: the one that was switched to, else that of `--lang`, else the browser's first."""
    chosen = request.cookies.get("advise-lang")
    if chosen in LANGUAGES:
        return str(chosen)
    if session.lang is not None:
        return session.lang
    wanted: list[tuple[float, int, str]] = []
    for part in request.headers.get("accept-language", "").split(","):
        name, _, weight = part.strip().partition(";")
        quality = weight.strip().removeprefix("q=")
        try:
            wanted.append((-float(quality or 1), len(wanted), name.strip().lower()[:2]))
        except ValueError:
            continue
    return next((name for _, _, name in sorted(wanted) if name in LANGUAGES), session.language)
