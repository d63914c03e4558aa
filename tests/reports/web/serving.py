"""A folder that is served, as tests visit it: without a network, and with the word that lets a browser in."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from advise.engine.compiled import CompiledKnowledgeBase
from advise.reports.app.session import Session
from advise.reports.web.address import at
from advise.reports.web.folder import Folder
from advise.reports.web.guard import BrowserKeys
from advise.reports.web.serve import application
from advise.reports.web.visit import Served

from ...conftest import knowledge_base

PORT = 8123
TODAY = "2026-11-29"
HOLD: dict[str, Any] = {"project": {"name": "Harbour", "phase": "preparation"}, "commitment": {"declared": False}}


class Browser(TestClient):
    """A browser without a screen: it keeps cookies and follows redirects."""

    def __init__(self, folder: Path, language: str = "en", *, known: bool = True, **options: Any) -> None:
        """Open a folder; `known` with the address that was printed."""
        self.folder, self.keys = folder, BrowserKeys(PORT)
        session = Session(today=TODAY, **options)
        session._bases[None, None] = knowledge_base()  # loaded once for all tests
        served = Served(Folder(folder), session, self.keys)
        super().__init__(application(served), f"http://127.0.0.1:{PORT}", headers={"accept-language": language})
        if known:
            self.get(f"/?token={self.keys.token}")

    @staticmethod
    def kb() -> CompiledKnowledgeBase:
        """Return the knowledge base that is served."""
        return knowledge_base()

    def text(self, *parts: str, status: int = 200) -> str:
        """Return what a page says, without its marks."""
        found = self.get(at(*parts))
        assert found.status_code == status, found.text
        return words(found.text)

    def fill(self, address: str, fields: dict[str, Any] | None = None, **more: Any) -> Any:
        """Send a form as a page of ours does."""
        return self.post(address, data={"csrf": self.keys.csrf, **(fields or {})}, **more)


def words(page: str) -> str:
    """Return what a page says in its content, on one line."""
    main = re.search(r"<header.*?</main>", page, re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main[0] if main else page)).split())


def project(folder: Path, data: dict[str, Any] | None = None, name: str = "harbour.json") -> Path:
    """Write a project into a folder."""
    path = folder / name
    path.write_text(json.dumps(HOLD if data is None else data, ensure_ascii=False), encoding="utf-8")
    return path


def data(path: Path) -> Any:
    """Return what a project file says."""
    return json.loads(path.read_text(encoding="utf-8"))
