"""Search by keyboard: it finds, it can be heard, it works from a folder, and no word of it leaves the device."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.fixtures import Recorder
from tests.browser.server import Server, serve

PAGES = [pytest.param("nu/", id="a page"), pytest.param("", id="home"), pytest.param("zoeken/", id="the search page")]


def results(page: Page) -> Locator:
    return page.locator(".search__results .result__link")


def status(page: Page) -> Locator:
    """The live region of search."""
    return page.locator("baken-search [role=status]")


def search(page: Page, words: str) -> None:
    """Search by keyboard, from wherever focus is."""
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type(words)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(
    ("words", "title"),
    [
        pytest.param("huisverbod", "uisverbod", id="a word of the law"),
        pytest.param("kindcheck", "indcheck", id="a protocol"),
        pytest.param("veilig thuis", "Veilig Thuis", id="an organisation"),
        pytest.param("huisverbot", "uisverbod", id="a mistyped word"),
        pytest.param("kindermish", "indermishandeling", id="the first half of a word"),
    ],
)
def test_finds(page: Page, recorder: Recorder, site: Server, path: str, words: str, title: str) -> None:
    """The first results hold what was looked for, and the live region says how many there are."""
    page.goto(site.url + path)
    search(page, words)
    expect(results(page).locator(".result__title", has_text=title).first).to_be_visible()
    expect(status(page)).to_contain_text("resulta")
    assert page.get_by_role("searchbox").input_value() == words  # the slash itself is not typed
    assert recorder == Recorder()


def test_the_number_to_call_comes_with_it(page: Page, site: Server) -> None:
    """Who looks for an organisation sees its number at once, and can call it."""
    page.goto(f"{site.url}nu/")
    search(page, "veilig thuis")
    first = page.locator(".search__results .result").first
    expect(first.locator(".result__title")).to_have_text("Veilig Thuis")
    expect(first.locator('a[href="tel:08002000"]')).to_have_text("0800-2000")


def test_arrows_enter_and_escape(page: Page, site: Server) -> None:
    """Arrows go down and up through results and back to the field, Escape closes, Enter opens the page."""
    page.goto(f"{site.url}nu/")
    box = page.get_by_role("searchbox")
    search(page, "huisverbod")
    expect(results(page).nth(1)).to_be_visible()
    links = page.locator(".search__results a")
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(results(page)).to_have_count(0)
    expect(box).to_be_focused()
    box.fill("huisverbod")
    expect(results(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    target = results(page).first.get_attribute("href") or ""
    page.keyboard.press("Enter")
    page.wait_for_url(target)
    expect(page.locator("h1")).to_contain_text("uisverbod")


@pytest.mark.parametrize("path", PAGES)
def test_nothing_found(page: Page, site: Server, path: str) -> None:
    """Who finds nothing reads what to try and whom to call."""
    page.goto(site.url + path)
    search(page, "qqqqzzzz")
    expect(status(page)).to_contain_text("Niets gevonden. Probeer")
    expect(status(page)).to_contain_text("0800-2000")
    expect(results(page)).to_have_count(0)


def test_a_slash_in_a_text_is_a_slash(page: Page, site: Server) -> None:
    """In a field the key types what it says."""
    page.goto(f"{site.url}nu/")
    search(page, "24/7")
    assert page.get_by_role("searchbox").input_value() == "24/7"


@pytest.fixture
def fresh_site(built_site: Path) -> Iterator[Server]:
    """The site on a server of its own, that saw no request yet."""
    with serve(built_site) as server:
        yield server


def test_words_stay_on_the_device(page: Page, fresh_site: Server, recorder: Recorder) -> None:
    """No request has the words; the address has them at most in its fragment, which no server sees."""
    words = "geheimwoord"
    page.goto(f"{fresh_site.url}nu/")
    search(page, words)
    expect(status(page)).to_contain_text("Niets gevonden")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/**")
    expect(page.get_by_role("searchbox")).to_have_value(words)
    expect(status(page)).to_contain_text("Niets gevonden")
    assert urlsplit(page.url).fragment == f"q={words}"
    assert not urlsplit(page.url).query
    page.get_by_role("searchbox").fill("huisverbod")
    expect(results(page).first).to_be_visible()
    asked = " ".join(fresh_site.requests)
    assert "search/index.js" in asked
    assert words not in asked
    assert "huisverbod" not in asked
    assert not any(urlsplit(path).query for path in fresh_site.requests)
    stored = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
    assert words not in stored
    assert recorder == Recorder()


def test_without_javascript_no_word_leaves(browser: Browser, fresh_site: Server) -> None:
    """Without JavaScript the field leads to the list of everything, and sends nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{fresh_site.url}nu/")
    page.get_by_role("searchbox").fill("geheimwoord")
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url("**/zoeken/**")
    expect(page.get_by_role("heading", name="Alles per onderwerp")).to_be_visible()
    assert "geheimwoord" not in " ".join(fresh_site.requests) + page.url
    context.close()


def test_a_question_in_words(page: Page, site: Server) -> None:
    """Who types a whole sentence also finds what holds only some of its words."""
    page.goto(f"{site.url}zoeken/")
    search(page, "kind komt zonder eten op school")
    title = "Signalen van kindermishandeling en verwaarlozing"
    expect(results(page).locator(".result__title", has_text=title)).to_be_visible()


def test_asides_do_not_weigh(page: Page, site: Server) -> None:
    """`veilig thuis bellen` finds first what `veilig thuis` finds."""
    page.goto(f"{site.url}zoeken/")
    search(page, "veilig thuis bellen")
    expect(page.locator(".search__results .result__title").first).to_have_text("Veilig Thuis")


def test_the_search_page_finds_not_itself(page: Page, site: Server) -> None:
    """The examples on the search page are no answer to who looks for them."""
    page.goto(f"{site.url}zoeken/")
    search(page, "huisverbod")
    expect(results(page).first).to_be_visible()
    assert "Zoeken" not in page.locator(".search__results .result__title").all_inner_texts()
