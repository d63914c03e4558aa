"""The page in a real browser: no finding of axe, and no sideways scrolling on a small screen. Needs Chromium and axe."""

from __future__ import annotations

import html
import importlib.util
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from advise.engine.assess import Assessment, assess
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.project.project import read_project

from ..memos import render_html
from ..projects import foreseen

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
AXE_PACKAGES = ("axe_playwright_python", "axe_core_python")
OPTIONS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--window-size=1200,900", "--virtual-time-budget=60000", "--dump-dom",
]  # fmt: skip
REPORT = """
addEventListener('load', () => axe.run(document, {resultTypes: ['violations']}).then(result => {
  const out = document.createElement('pre')
  out.id = 'report'
  out.textContent = JSON.stringify({
    width: document.documentElement.clientWidth, needed: document.documentElement.scrollWidth,
    passes: result.passes.length,
    violations: result.violations.map(found => [found.id, found.nodes.map(node => node.html)])})
  parent.document.body.appendChild(out)
}))
"""


def axe() -> str | None:
    """Return the source of axe, from a package that carries it."""
    for package in AXE_PACKAGES:
        found = importlib.util.find_spec(package)
        if found is not None and found.origin is not None:
            return (Path(found.origin).parent / "axe.min.js").read_text(encoding="utf-8")
    return None


AXE = axe()
needs_axe = pytest.mark.skipif(BROWSER is None or AXE is None, reason="needs Chromium and axe-core-python")


def look(page: str, width: int, scheme: str, folder: Path) -> dict[str, Any]:
    """Return what a browser makes of a page at this width: it stands in a frame, since windows have a least width."""
    assert AXE is not None
    scripts = "".join(f"<script>{script}</script>" for script in (AXE.replace("</script", "<\\/script"), REPORT))
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page).replace("</body>", f"{scripts}</body>")
    frame = f'<iframe title="memo" style="border:0;width:{width}px;height:900px" srcdoc="{html.escape(page)}"></iframe>'
    (folder / "frame.html").write_text(f"<!doctype html><title>t</title><body>{frame}</body>", encoding="utf-8")
    dark = ["--blink-settings=preferredColorScheme=0"] if scheme == "dark" else []
    command = [
        str(BROWSER),
        *OPTIONS,
        *dark,
        f"--user-data-dir={folder / 'profile'}",
        f"file://{folder / 'frame.html'}",
    ]
    shown = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=180, check=False).stdout
    found = re.search(r'<pre id="report">(.*?)</pre>', shown, re.DOTALL)
    assert found is not None, "the browser reported nothing"
    report: dict[str, Any] = json.loads(html.unescape(found[1]))
    return report


@needs_axe
@pytest.mark.parametrize(
    ("name", "language", "width", "scheme"),
    [
        ("usual", "ja", 1000, "light"),
        ("usual", "en", 320, "dark"),
        ("unknown", "ja", 320, "light"),
        ("everything_wrong", "en", 320, "light"),
        ("usual", "ja", 1000, "dark"),
    ],
)
def test_everyone_can_read_the_page(
    name: str,
    language: str,
    width: int,
    scheme: str,
    kb: CompiledKnowledgeBase,
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> None:
    assessment: Assessment = request.getfixturevalue(name)
    report = look(render_html(assessment, kb, language, foreseen(assessment, kb)), width, scheme, tmp_path)
    assert report["passes"] > 20
    assert report["violations"] == []
    assert report["needed"] <= report["width"]


needs_printing = pytest.mark.skipif(
    BROWSER is None or shutil.which("pdfinfo") is None, reason="needs Chromium and pdfinfo"
)
EXAMPLES = sorted((Path(__file__).resolve().parents[3] / "examples").glob("*.json"))


def pages(page: str, folder: Path) -> int:
    """Return how many sheets of A4 a browser prints."""
    (folder / "memo.html").write_text(page, encoding="utf-8")
    command = [str(BROWSER), *OPTIONS[:-2], "--no-pdf-header-footer", f"--print-to-pdf={folder / 'memo.pdf'}"]
    command += [f"--user-data-dir={folder / 'profile'}", f"file://{folder / 'memo.html'}"]
    subprocess.run(command, capture_output=True, timeout=180, check=True)
    told = subprocess.run(
        ["pdfinfo", str(folder / "memo.pdf")], capture_output=True, encoding="utf-8", check=True
    ).stdout
    assert "A4" in told
    return int(re.findall(r"^Pages:\s+(\d+)", told, re.MULTILINE)[0])


@needs_printing
@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_memo_of_up_to_five_actions_takes_two_sheets(
    language: str, usual: Assessment, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    assert pages(render_html(usual, kb, language, foreseen(usual, kb)), tmp_path) <= 2


@needs_printing
@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_memo_never_takes_more_than_four_sheets(
    language: str, everything_wrong: Assessment, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    assert pages(render_html(everything_wrong, kb, language, foreseen(everything_wrong, kb)), tmp_path) <= 4


@needs_printing
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_memo_of_an_example_takes_two_sheets(path: Path, kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    found = assess(read_project(path, kb), kb, today="2026-11-22", interpreter="evaluate")
    for language in ("en", "ja"):
        assert pages(render_html(found, kb, language, foreseen(found, kb)), tmp_path) <= 2
