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
    words = "qqgeheimzz"
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


def test_the_sentence_shows_why(page: Page, site: Server) -> None:
    """A result shows its kind and a sentence in which the words are marked, also as another form or part of a word."""
    page.goto(f"{site.url}zoeken/")
    search(page, "meldingen bij veilig thuis")
    first = page.locator(".search__results .result").first
    expect(first.locator(".result__kind")).not_to_be_empty()
    expect(first.locator("mark").first).to_be_visible()
    marked = {text.lower() for text in page.locator(".search__results mark").all_inner_texts()}
    assert "thuis" in marked
    assert marked & {"melden", "melding", "meldt", "gemeld"}


def test_asks_what_was_meant(page: Page, site: Server) -> None:
    """A word that was read as another is offered; who takes it finds that."""
    page.goto(f"{site.url}zoeken/")
    search(page, "huisvebrod")
    page.get_by_role("button", name="huisverbod", exact=True).press("Enter")
    expect(page.get_by_role("searchbox")).to_have_value("huisverbod")
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page.locator(".search__meant")).to_be_hidden()
    assert urlsplit(page.url).fragment == "q=huisverbod"


def test_shows_one_kind(page: Page, site: Server, recorder: Recorder) -> None:
    """By keyboard: a kind shows only its results and stays in the fragment, so that a reload shows the same."""
    page.goto(f"{site.url}zoeken/")
    search(page, "mishandeling")
    kinds = page.get_by_role("group", name="Toon alleen")
    protocols = kinds.get_by_role("button", name="Protocol")
    expect(kinds.get_by_role("button", name="Alles")).to_have_attribute("aria-pressed", "true")
    protocols.press("Enter")
    expect(protocols).to_have_attribute("aria-pressed", "true")
    expect(protocols).to_be_focused()
    expect(status(page)).to_contain_text("alleen Protocol")
    assert set(page.locator(".search__results .result__kind").all_inner_texts()) == {"Protocol"}
    assert urlsplit(page.url).fragment == "q=mishandeling&soort=Protocol"
    page.reload()
    expect(protocols).to_have_attribute("aria-pressed", "true")
    assert set(page.locator(".search__results .result__kind").all_inner_texts()) == {"Protocol"}
    page.get_by_role("searchbox").fill("huisverbod")  # another question starts with all kinds
    expect(kinds.get_by_role("button", name="Alles")).to_have_attribute("aria-pressed", "true")
    assert recorder == Recorder()


def test_pages_for_editors_only_under_their_kind(page: Page, site: Server) -> None:
    """Who looks for help does not see how the site is written; an editor can."""
    page.goto(f"{site.url}zoeken/")
    search(page, "meldcode")
    kinds = page.locator(".search__results .result__kind")
    expect(kinds.first).to_be_visible()
    assert "Voor redacteuren" not in kinds.all_inner_texts()
    page.get_by_role("searchbox").fill("dangling-id")
    page.get_by_role("button", name="Voor redacteuren").click()
    expect(results(page).locator(".result__title", has_text="dangling-id").first).to_be_visible()


def test_more_results_on_demand(page: Page, site: Server) -> None:
    """A long list is shown in parts; the next part takes the focus."""
    page.goto(f"{site.url}zoeken/")
    search(page, "geweld")
    expect(results(page)).to_have_count(20)
    page.get_by_role("button", name="Toon meer").press("Enter")
    expect(results(page).nth(20)).to_be_focused()


def test_a_browser_that_cannot_read_the_index(page: Page, site: Server) -> None:
    """In an old browser search says that it does not work, and where everything stands."""
    page.add_init_script("delete globalThis.DecompressionStream")
    page.goto(f"{site.url}zoeken/")
    search(page, "meldcode")
    expect(status(page)).to_contain_text("In het menu staat alles per onderwerp")


def test_typing_moves_nothing_above_the_results(page: Page, site: Server) -> None:
    """The field stays where it is while results come and go, and the page is as wide as the screen."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site.url}zoeken/")
    box = page.get_by_role("searchbox")
    before = box.bounding_box()
    for words in ("mishandeling", "huisvebrod", "qqqqzzzz"):
        box.fill(words)
        expect(status(page)).not_to_be_empty()
        assert box.bounding_box() == before
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_search_page_finds_not_itself(page: Page, site: Server) -> None:
    """The examples on the search page are no answer to who looks for them."""
    page.goto(f"{site.url}zoeken/")
    search(page, "huisverbod")
    expect(results(page).first).to_be_visible()
    assert "Zoeken" not in page.locator(".search__results .result__title").all_inner_texts()
