"""The site from a folder, without any server: search, links, colours and the way out work from file://."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.fixtures import Recorder


def test_search_from_a_folder(page: Page, recorder: Recorder, built_site: Path) -> None:
    """Search finds and opens pages, on the page itself and on the search page."""
    page.goto((built_site / "index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("huisverbod")
    link = page.locator(".search__results .result__link").first
    expect(link).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/*huisverbod/index.html")
    expect(page.locator("h1")).to_contain_text("uisverbod")
    page.keyboard.press("/")
    page.keyboard.type("kindcheck")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/index.html#q=kindcheck")
    expect(page.locator(".search__results .result__link").first).to_be_visible()
    assert recorder == Recorder()


def test_links_from_a_folder(page: Page, recorder: Recorder, built_site: Path) -> None:
    """Links lead to pages, not to lists of files; an anchor stays."""
    page.goto((built_site / "index.html").as_uri())
    page.locator(".tasks a").first.click()
    page.wait_for_url("**/index.html")
    expect(page.locator("h1")).to_be_visible()
    page.goto((built_site / "protocollen" / "index.html").as_uri())
    page.locator(".card__link").first.click()
    expect(page.locator(".item--protocol h1")).to_be_visible()
    page.get_by_role("link", name="Baken").first.click()
    expect(page.locator(".tasks")).to_be_visible()
    assert recorder == Recorder()


def test_colours_from_a_folder(page: Page, built_site: Path) -> None:
    """Dark and light can be chosen."""
    page.goto((built_site / "index.html").as_uri())
    page.locator("summary", has_text="Menu").press("Enter")
    page.get_by_role("radio", name="Donker").check()
    expect(page.locator("html[data-theme=dark]")).to_have_count(1)


def test_exit_from_a_folder(page: Page, recorder: Recorder, built_site: Path) -> None:
    """There the way out is the neutral page beside it; going back does not return to Baken."""
    page.goto((built_site / "nu" / "index.html").as_uri())
    page.get_by_role("link", name="Verlaat deze site").click()
    page.wait_for_url("**/weg/index.html")
    assert "Baken" not in page.title() + page.locator("body").inner_text()
    page.go_back()
    assert page.url == "about:blank"
    assert recorder == Recorder()


def test_a_game_from_a_folder_says_what_it_needs(page: Page, built_site: Path) -> None:
    """A game cannot start there: the page says so, and can be read."""
    path = next((built_site / "oefenen").glob("*/index.html"))
    page.goto(path.as_uri())
    expect(page.get_by_text("niet uit een map op je computer").first).to_be_visible()
    expect(page.locator("#lezen")).to_be_visible()
