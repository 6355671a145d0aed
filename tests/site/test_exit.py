"""Quick exit: one press or Shift three times, the page is blank at once, and "back" does not return to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.server import Server

AWAY = "<!doctype html><title>Weer</title><h1>Het weer</h1>"


@pytest.fixture
def exit_url(built_site: Path) -> str:
    """The neutral site that the way out leads to."""
    url: str = yaml.safe_load((built_site.parents[1] / "mkdocs.yml").read_text("utf-8"))["extra"]["exit_url"]
    return url


def answer_here(context: BrowserContext, exit_url: str) -> list[dict[str, str]]:
    """Let the neutral site be answered on this machine; return the list that grows with its requests' headers."""
    seen: list[dict[str, str]] = []

    def answer(route: Route) -> None:
        seen.append(route.request.headers)
        route.fulfill(body=AWAY, content_type="text/html")

    context.route(f"{exit_url}**", answer)
    return seen


def press(page: Page) -> None:
    page.get_by_role("link", name="Verlaat deze site").click()


def shift_three_times(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


@pytest.mark.parametrize("leave", [press, shift_three_times])
@pytest.mark.parametrize("path", ["", "nu/", "protocollen/meldcode/"])
def test_leaves_for_good(page: Page, site: Server, exit_url: str, path: str, leave: Callable[[Page], None]) -> None:
    """The page is replaced: going back leads to what was before it, and the other site is not told where from."""
    asked = answer_here(page.context, exit_url)
    page.goto(site.url + path)
    length = page.evaluate("history.length")
    leave(page)
    page.wait_for_url(exit_url)
    expect(page.get_by_role("heading", name="Het weer")).to_be_visible()
    assert page.evaluate("history.length") == length
    assert len(asked) == 1
    assert "referer" not in asked[0]
    page.go_back()
    assert page.url == "about:blank"


@pytest.mark.parametrize("leave", [press, shift_three_times])
def test_is_blank_at_once(page: Page, site: Server, exit_url: str, leave: Callable[[Page], None]) -> None:
    """As long as the other site does not come there is nothing left to read, not even in the title."""
    page.context.route(f"{exit_url}**", lambda route: route.fulfill(status=204))  # "nothing here": the page stays
    page.goto(f"{site.url}protocollen/meldcode/")
    with page.expect_request(exit_url):
        leave(page)
    expect(page.locator("h1")).to_be_hidden()
    assert page.evaluate("document.documentElement.innerText").strip() == ""
    assert page.title().strip() == ""
    picture = page.screenshot()
    page.evaluate("document.body.remove()")
    assert page.screenshot() == picture


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(["Escape"] * 3, id="Escape three times"),
        pytest.param(["Shift", "Shift"], id="Shift twice"),
        pytest.param(["Shift", "a", "Shift", "Shift"], id="a letter between"),
        pytest.param(["Shift", "Shift", "Tab", "Shift"], id="another key between"),
        pytest.param(["Shift+A"] * 4, id="capital letters"),
        pytest.param(["Shift+Tab"] * 4, id="back through the links"),
        pytest.param(["Shift", "Shift+A", "Shift", "Shift"], id="a capital letter between"),
    ],
)
def test_stays_for_other_keys(page: Page, site: Server, exit_url: str, keys: list[str]) -> None:
    """Only Shift by itself, three times in a row, leaves: nobody leaves by accident."""
    asked = answer_here(page.context, exit_url)
    page.goto(f"{site.url}nu/")
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_timeout(100)
    assert page.url == f"{site.url}nu/"
    assert asked == []
    expect(page.locator("h1")).to_be_visible()


def test_stays_when_shifts_are_far_apart(page: Page, site: Server, exit_url: str) -> None:
    """Three presses count only when each comes within five seconds of the last; it is said how many are left."""
    asked = answer_here(page.context, exit_url)
    page.clock.install()
    page.goto(f"{site.url}nu/")
    said = page.locator("baken-exit [role=status]")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    expect(said).to_contain_text("nog 1 keer")
    page.clock.run_for(5_100)
    expect(said).to_be_empty()
    page.keyboard.press("Shift")
    expect(said).to_contain_text("nog 2 keer")
    page.clock.run_for(4_000)
    assert asked == []
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.wait_for_url(exit_url)


def test_leaves_from_the_search_field(page: Page, site: Server, exit_url: str) -> None:
    """Shift three times also works while typing, and in an open menu."""
    answer_here(page.context, exit_url)
    page.goto(f"{site.url}nu/")
    page.get_by_role("searchbox").fill("veilig")
    shift_three_times(page)
    page.wait_for_url(exit_url)


def test_forgets_what_the_tab_kept(page: Page, site: Server, exit_url: str) -> None:
    """What was kept in the tab (colours, a game that was being played) is gone."""
    answer_here(page.context, exit_url)
    page.goto(f"{site.url}nu/")
    page.evaluate("sessionStorage.setItem('x', 'y')")
    press(page)
    page.wait_for_url(exit_url)
    page.goto(site.url)
    assert page.evaluate("sessionStorage.length") == 0


def test_offline_leads_to_the_neutral_page(page: Page, site: Server, exit_url: str) -> None:
    """When the device says that it is offline, the bundled neutral page takes the place."""
    asked = answer_here(page.context, exit_url)
    page.add_init_script("Object.defineProperty(navigator, 'onLine', {get: () => false})")
    page.goto(f"{site.url}protocollen/meldcode/")
    press(page)
    page.wait_for_url(f"{site.url}weg/")
    expect(page.get_by_role("heading", name="Pannenkoeken bakken")).to_be_visible()
    assert asked == []
    page.go_back()
    assert page.url == "about:blank"


def test_without_javascript(browser: Browser, site: Server, exit_url: str) -> None:
    """Without JavaScript it is a link, and it does not tell where the reader came from."""
    context = browser.new_context(java_script_enabled=False)
    asked = answer_here(context, exit_url)
    page = context.new_page()
    page.goto(f"{site.url}nu/")
    press(page)
    page.wait_for_url(exit_url)
    assert "referer" not in asked[0]
    context.close()
