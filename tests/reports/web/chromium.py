"""Chromium without a screen, driven as a person drives it, before the real server. Skipped where either is missing."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from ..memo.test_browser import AXE

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DRIVER = shutil.which("chromedriver")
needs_chromium = pytest.mark.skipif(
    BROWSER is None or DRIVER is None or AXE is None, reason="needs Chromium, chromedriver and axe-core-python"
)
SWITCHES = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run", "--lang=ja",
)  # fmt: skip


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Start the server on a folder, and give its address."""
    command = [
        sys.executable,
        "-c",
        "from advise.cli import main; main()",
        "serve",
        str(folder),
        "--today",
        "2026-11-29",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as server:
        try:
            assert server.stdout is not None
            found = None
            while found is None:
                line = server.stdout.readline()
                assert line, "the server ended"
                found = re.search(r"http://\S+", line)
            yield found[0]
        finally:
            server.terminate()


@contextmanager
def chromium(width: int = 1280, *, dark: bool = False, language: str = "ja") -> Iterator[webdriver.Chrome]:
    """Start a browser of a width, in CSS pixels."""
    options = Options()
    options.binary_location = str(BROWSER)
    options.add_experimental_option("prefs", {"intl.accept_languages": language})
    for switch in SWITCHES:
        options.add_argument(switch)
    if dark:
        options.add_argument("--blink-settings=preferredColorScheme=0")
    driver = webdriver.Chrome(options=options, service=Service(str(DRIVER)))
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        yield driver
    finally:
        driver.quit()


def faults(driver: webdriver.Chrome) -> list[Any]:
    """Return what axe finds on the page that is shown, with everything opened.

    And whether it scrolls sideways, lacks a field, or breaks words in a cell letter by letter.
    """
    driver.execute_script("document.querySelectorAll('details').forEach(one => { one.open = true })")
    driver.execute_script(AXE or "")
    found: list[Any] = driver.execute_async_script(
        "const done = arguments[0];"
        "axe.run(document, {resultTypes: ['violations']}).then(result => done(result.violations.map("
        "found => [found.id, found.nodes.slice(0, 3).map(node => node.html)])))"
    )
    lacking: list[Any] = driver.execute_script(
        "return [...document.querySelectorAll('main :is(input:not([type=hidden]), select, textarea)')].filter("
        "one => !one.checkVisibility({visibilityProperty: true}) && !one.closest('.follow, .dep, .whom, .part'))"
        ".map(one => ['cannot be seen', one.name])"
    )
    crushed: list[Any] = driver.execute_script(
        "return [...document.querySelectorAll('main :is(th, td, [role=cell])')].filter("
        "one => one.innerText.trim().length > 8 && one.checkVisibility() && one.clientWidth < 56"
        "&& (one.closest('thead, .heads') ?? document.body).clientWidth > 1)"
        ".map(one => ['crushed', one.innerText])"
    )
    wide = driver.execute_script("return [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    return [*found, *lacking, *crushed, *([["scrolls sideways", wide]] if wide[0] > wide[1] else [])]
