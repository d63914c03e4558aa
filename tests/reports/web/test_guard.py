"""Who is let in, and what: only the browser that was given the address, on this computer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from advise.reports.web.guard import LARGEST_FORM

from .serving import Browser, project


@pytest.fixture
def stranger(tmp_path: Path) -> Browser:
    project(tmp_path)
    return Browser(tmp_path, known=False)


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    project(tmp_path)
    return Browser(tmp_path)


def test_the_printed_address_lets_a_browser_in_once_and_for_all(stranger: Browser) -> None:
    first = stranger.get(f"/?token={stranger.keys.token}", follow_redirects=False)
    assert (first.status_code, first.headers["location"]) == (303, "/")
    cookie = first.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "Harbour" in stranger.get("/").text


@pytest.mark.parametrize("address", ["/", "/?token=guessed", "/p/harbour.json", "/p/harbour.json/memo.docx"])
def test_nobody_else_sees_anything(address: str, stranger: Browser) -> None:
    found = stranger.get(address)
    assert found.status_code == 403
    assert "Harbour" not in found.text
    assert "advise serve" in found.text


@pytest.mark.parametrize("host", ["example.com", "127.0.0.1:80", "localhost.example.com:8123", ""])
def test_a_name_that_leads_here_from_elsewhere_is_refused(host: str, browser: Browser) -> None:
    assert browser.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://example.com"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:8124"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_form_of_another_site_is_refused(headers: dict[str, str], browser: Browser, tmp_path: Path) -> None:
    assert browser.fill("/new", {"name": "Pier"}, headers=headers).status_code == 403
    assert [path.name for path in tmp_path.iterdir()] == ["harbour.json"]


def test_a_form_without_our_word_is_refused(browser: Browser, tmp_path: Path) -> None:
    for word in ("", "guessed"):
        found = browser.post("/new", data={"name": "Pier", "csrf": word})
        assert found.status_code == 403
        assert "an earlier start of the server" in found.text
    assert [path.name for path in tmp_path.iterdir()] == ["harbour.json"]


def test_what_is_too_large_is_refused_whatever_is_said_of_its_size(browser: Browser) -> None:
    found = browser.fill("/new", {"name": "x" * LARGEST_FORM})
    assert found.status_code == 413
    assert "大きすぎます" in found.text

    def parts() -> Iterator[bytes]:
        yield f"csrf={browser.keys.csrf}&name=".encode()
        for _ in range(LARGEST_FORM // 65_536 + 1):
            yield b"x" * 65_536

    kind = {"content-type": "application/x-www-form-urlencoded"}
    assert browser.post("/new", content=parts(), headers=kind).status_code == 413


def test_other_ways_of_asking_are_refused(browser: Browser) -> None:
    for method in ("PUT", "DELETE", "OPTIONS", "TRACE"):
        assert browser.request(method, "/").status_code == 405


def test_a_page_may_load_nothing_but_its_style_and_stand_in_no_frame(browser: Browser) -> None:
    for address in ("/", "/p/harbour.json", "/p/harbour.json/memo", "/nothing"):
        found = browser.get(address)
        policy = found.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert found.headers["cache-control"] == "no-store"
        assert "<script" not in found.text
        assert "style=" not in found.text
        assert "<style" not in found.text
        assert "http:" not in found.text
        assert "https:" not in found.text.replace("https://doi.org", "")


@pytest.mark.parametrize(
    "name",
    [
        "..%2Fout.json",
        "%2E%2E%2Fout.json",
        "..%5Cout.json",
        "%2Fetc%2Fpasswd",
        ".hidden.json",
        "link.json",
        "sub%2Fin.json",
    ],
)
def test_nothing_outside_of_the_folder_is_shown(name: str, tmp_path: Path) -> None:
    served = tmp_path / "served"
    (served / "sub").mkdir(parents=True)
    for place in (tmp_path / "out.json", served / ".hidden.json", served / "sub" / "in.json"):
        project(place.parent, name=place.name)
    (served / "link.json").symlink_to(tmp_path / "out.json")
    browser = Browser(served)
    assert "Harbour" not in browser.get("/").text
    found = browser.get(f"/p/{name}")
    assert found.status_code == 404
    assert "Harbour" not in found.text
