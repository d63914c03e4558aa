"""The whole way of an officer in a real browser, and that everybody can read and use every page."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx2
import pytest
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.expected_conditions import staleness_of
from selenium.webdriver.support.wait import WebDriverWait

from ..sheet.office import filled, questions
from .chromium import chromium, faults, needs_chromium, serving
from .serving import data, project
from .test_asking import SOME
from .test_decide import SEVERAL

pytestmark = needs_chromium
MOST_PAGES = 20
NAMES = {"organisations:own_company": "青葉電機", "organisations:municipality": "千草市", "city.name": "千草市",
         "organisations": "千草大学", "goals": "見守りの空白を減らす", "kpis": "発見までの時間", "themes": "センサー",
         "portfolio.seeds": "見守りセンサー", "stage_gate.gates": "広げる前"}  # fmt: skip
EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


@pytest.fixture
def driver() -> Iterator[webdriver.Chrome]:
    with chromium() as found:
        yield found


def get(driver: webdriver.Chrome, address: str) -> httpx2.Response:
    """Take a file away with the cookies of the browser."""
    cookies = {one["name"]: one["value"] for one in driver.get_cookies()}
    found = httpx2.get(address, cookies=cookies, trust_env=False, timeout=120)
    assert found.status_code == 200, found.text
    return found


def go(driver: webdriver.Chrome, selector: str) -> None:
    """Click on what leads to another page, and wait until it is there."""
    before = driver.find_element(By.TAG_NAME, "html")
    driver.find_element(By.CSS_SELECTOR, selector).click()
    # While one page takes the place of the other, the driver may fail to tell of either.
    WebDriverWait(driver, 60, ignored_exceptions=[WebDriverException]).until(staleness_of(before))
    WebDriverWait(driver, 60).until(lambda one: one.execute_script("return document.readyState") == "complete")


ANSWER = """
const [names, phase] = arguments
const seen = one => one.checkVisibility({visibilityProperty: true})
for (let round = 0; round < 3; round++) {
  for (const set of document.querySelectorAll('main .opts, main .tri, main .chips')) {
    const all = [...set.querySelectorAll('input[type=radio], input[type=checkbox]')]
    const first = all.find(one => one.value === phase) || all[0]
    if (first && first.name.startsWith('a:') && seen(first) && !all.some(one => one.checked)) first.click()
  }
}
for (const select of document.querySelectorAll('main select'))
  if (seen(select) && select.selectedIndex < 1) select.selectedIndex = 1
for (const field of document.querySelectorAll('main input[type=text]')) {
  const name = field.name.replace(/^a:/, '')
  if (!field.name.startsWith('a:') || field.value || !seen(field)) continue
  if (name in names) { field.value = names[name]; delete names[name] }
  else if (field.className === 'number') field.value = name.includes('probability') ? '０．５' : '12'
}
"""
"""Answers what is to be seen on a page: the first choice, a number, the names that are given."""


def test_an_officer_goes_from_an_empty_folder_to_the_memo(driver: webdriver.Chrome, tmp_path: Path) -> None:
    served, taken = tmp_path / "served", tmp_path / "taken"
    served.mkdir()
    taken.mkdir()
    with serving(served) as address:
        driver.get(address)
        assert "まだ事業がありません" in driver.page_source
        assert "token" not in driver.current_url
        driver.find_element(By.ID, "name").send_keys("果樹農家の出荷予測")
        go(driver, "form[action='/new'] button")
        assert "を作りました" in driver.find_element(By.CSS_SELECTOR, "[role=status]").text
        (path,) = served.iterdir()
        home = driver.current_url.partition("?")[0]
        go(driver, ".act .btn.main")
        seen = []
        while "/ask/" in driver.current_url:
            seen.append(urlsplit(driver.current_url).path.rpartition("/")[2])
            assert len(seen) < 2 * MOST_PAGES, seen
            if seen[-1] == "data":  # what nobody here knows is left to others
                driver.find_element(By.CSS_SELECTOR, "[name=rest][value=ask]").click()
            else:
                driver.execute_script(ANSWER, NAMES if len(seen) < 2 or seen[-1] != seen[-2] else {}, "preparation")
            go(driver, "button[value=on]")
            assert not driver.find_elements(By.CSS_SELECTOR, ".wrong"), driver.find_element(
                By.CSS_SELECTOR, ".wrong"
            ).text
            assert driver.find_element(By.CSS_SELECTOR, "[role=status]").text
        assert 10 < len(set(seen)) <= MOST_PAGES
        assert seen[:2] == ["start", "needed"]
        verdict = driver.find_element(By.ID, "verdict").text
        assert "判定" in verdict
        assert "まだ判定できません" not in verdict
        assert data(path)["city"]["name"] == "千草市"

        out = taken / "質問票.xlsx"
        out.write_bytes(get(driver, f"{home}/questions.xlsx").content)
        asked = [key for key in questions(out) if key.startswith("data.")]
        assert asked
        filled(
            out,
            dict.fromkeys(asked[1:], "分からない") | {asked[0]: questions(out)[asked[0]][3] or "はい"},
            by="千草市 森",
        )
        driver.find_element(By.ID, "sheet").send_keys(str(out))
        go(driver, "form[enctype] button")
        assert "まだ何も書いていません" in driver.page_source
        go(driver, ".go button")
        assert "書き込みました" in driver.find_element(By.CSS_SELECTOR, "[role=status]").text

        go(driver, ".act [href$=memo]")
        assert "次に聞くこと" in driver.page_source
        word = zipfile.ZipFile(io.BytesIO(get(driver, f"{home}/memo.docx").content)).read("word/document.xml").decode()
        assert "果樹農家の出荷予測" in word
        assert get(driver, f"{home}/memo.pdf").content.startswith(b"%PDF")
        log: list[dict[str, str]] = driver.get_log("browser")  # type: ignore[no-untyped-call]
        assert [one for one in log if one["level"] == "SEVERE"] == []


def test_a_follow_up_is_seen_only_with_the_answer_that_opens_it(driver: webdriver.Chrome, tmp_path: Path) -> None:
    project(tmp_path, {"project": {"name": "港"}})
    with serving(tmp_path) as address:
        driver.get(address)
        driver.get(f"{address.partition('?')[0]}p/harbour.json/ask/needed")
        below = driver.find_element(By.ID, "commitment.by")
        assert not below.is_displayed()
        first = driver.find_element(By.CSS_SELECTOR, "[name='a:commitment.declared']")
        first.send_keys(Keys.SPACE)
        assert below.is_displayed()
        driver.switch_to.active_element.send_keys(Keys.ARROW_RIGHT)
        assert not below.is_displayed()


@pytest.mark.parametrize("known", [{"involved": True}, {}])
def test_a_column_that_asks_nothing_of_anybody_has_no_heading(
    known: dict[str, bool], driver: webdriver.Chrome, tmp_path: Path
) -> None:
    city = {"id": "city", "name": "千草市", "kind": "municipality", **known}
    project(tmp_path, {"project": {"name": "港", "phase": "preparation"}, "organisations": [city]})
    with serving(tmp_path) as address:
        driver.get(address)
        driver.get(f"{address.partition('?')[0]}p/harbour.json/ask/partners")
        head = driver.find_element(By.XPATH, "//th[contains(., '欠かせない')]")
        cell = driver.find_element(By.CSS_SELECTOR, "[name='a:organisations/city.needed']")
        assert not head.is_displayed()
        assert not cell.find_element(By.XPATH, "./..").is_displayed()
        driver.find_element(By.CSS_SELECTOR, "[name='a:organisations/city.involved'][value=false]").click()
        assert head.is_displayed()
        assert cell.find_element(By.XPATH, "./..").is_displayed()


def test_two_windows_on_one_file_lose_nothing(driver: webdriver.Chrome, tmp_path: Path) -> None:
    path = project(tmp_path, SOME)
    with serving(tmp_path) as address:
        driver.get(address)
        page = f"{address.partition('?')[0]}p/harbour.json/ask/needed"
        driver.get(page)
        one = driver.current_window_handle
        driver.switch_to.new_window("tab")
        driver.get(page)
        driver.find_element(By.CSS_SELECTOR, "[name='a:commitment.by'][value=board]").click()
        driver.find_element(By.CSS_SELECTOR, "[name='a:overlap.defined'][value=true]").click()
        go(driver, "button[value=home]")
        driver.switch_to.window(one)
        driver.find_element(By.CSS_SELECTOR, "[name='a:commitment.by'][value=staff]").click()
        driver.find_element(By.CSS_SELECTOR, "[name='a:project.co_created'][value=false]").click()
        go(driver, "button[value=home]")
        assert "答えが二つあります" in driver.title
        assert data(path)["commitment"]["by"] == "board"
        assert faults(driver) == []
        driver.find_element(By.CSS_SELECTOR, "[value=mine]").click()
        go(driver, ".go button")
        now = data(path)
        assert (now["commitment"]["by"], now["project"]["co_created"]) == ("staff", False)
        assert now["overlap"]["defined"] is True


def test_what_cannot_be_read_is_told_first_and_leads_to_its_field(driver: webdriver.Chrome, tmp_path: Path) -> None:
    project(tmp_path)
    with serving(tmp_path) as address:
        driver.get(address)
        driver.get(f"{address.partition('?')[0]}p/harbour.json/ask/start")
        driver.find_element(By.CSS_SELECTOR, "[name='a:city.population']").send_keys("たくさん")
        go(driver, "button[value=on]")
        assert "読み取れない答えが1か所" in driver.find_element(By.CSS_SELECTOR, "[role=alert]").text
        driver.find_element(By.CSS_SELECTOR, "[role=alert] a").click()
        assert driver.current_url.endswith("#wrong-city.population")
        assert faults(driver) == []


def test_a_decision_asks_only_for_what_it_needs(driver: webdriver.Chrome, tmp_path: Path) -> None:
    path = project(tmp_path)
    with serving(tmp_path) as address:
        driver.get(address)
        driver.get(f"{address.partition('?')[0]}p/harbour.json/memo")
        go(driver, ".actions a[href$='decide/COM-01']")
        who = driver.find_element(By.ID, "who")
        driver.find_element(By.CSS_SELECTOR, "[value=accepted]").click()
        assert not who.is_displayed()
        driver.find_element(By.CSS_SELECTOR, "[value=planned]").click()
        who.send_keys("佐藤")
        go(driver, ".go button")
        assert "予定（佐藤" in driver.find_element(By.TAG_NAME, "main").text
    assert [one["who"] for one in data(path)["responses"]] == ["佐藤"]


@pytest.mark.parametrize(("language", "width", "dark"), [("ja", 1280, False), ("en", 320, True)])
def test_everybody_can_read_and_use_every_page(language: str, width: int, dark: bool, tmp_path: Path) -> None:
    asked = [{"fact": "top.visited_site", "answer": "ask", "whom": "Mori", "on": "2026-11-01"}]
    project(tmp_path, {**SOME, "asked": asked})
    for name in ("wakayama", "exemplary"):
        (tmp_path / f"{name}.json").write_bytes((EXAMPLES / f"{name}.json").read_bytes())
    plan = {"finding": "COM-01", "response": "planned", "until": "2026-11-01"}
    project(tmp_path, {**SEVERAL, "responses": [plan]}, "decided.json")
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    with serving(tmp_path) as address, chromium(width, dark=dark, language=language) as driver:
        driver.get(address)
        own = address.partition("?")[0]
        driver.get(f"{own}p/harbour.json")
        pages = {str(one.get_attribute("href")) for one in driver.find_elements(By.CSS_SELECTOR, ".topics a")}
        assert len(pages) > 15
        pages |= {own, f"{own}p/harbour.json", f"{own}p/harbour.json/review", f"{own}p/harbour.json/memo"}
        pages |= {f"{own}board", f"{own}p/decided.json/decide", f"{own}p/decided.json/decide/ORG-06"}
        pages |= {f"{own}p/harbour.json/questions?for=Chigusa", f"{own}p/broken.json", f"{own}p/none.json"}
        pages |= {f"{own}compare?p=wakayama.json&p=exemplary.json", f"{own}p/harbour.json/diff?with=wakayama.json"}
        found = {}
        for page in sorted(pages):
            driver.get(page)
            assert driver.find_element(By.TAG_NAME, "html").get_attribute("lang") == language
            found[page.removeprefix(own)] = faults(driver)
        assert {page: told for page, told in found.items() if told} == {}
