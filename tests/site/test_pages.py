"""Each type of page in a real Chromium: accessible, phone first, quiet, private, and fit to print."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from generator.models.kinds import BY_NAME
from tests.browser.fixtures import Recorder
from tests.browser.server import Server
from tests.site.html import Element

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
PHONE: ViewportSize = {"width": 390, "height": 844}
SMALLEST: ViewportSize = {"width": 320, "height": 640}
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
# Pages that are the only one of their type; every kind of item adds its fullest page.
SINGLE = ("", "zoeken/", "nu/", "begrippen/", "sociale-kaart/organisaties/", "veilig-internetten/", "weg/", "404.html")
TYPES = [*SINGLE, *(name for name in BY_NAME if name != "page")]


@pytest.fixture
def address(request: pytest.FixtureRequest, site: Server, fullest: dict[str, str]) -> str:
    """The address of the page of a type: a path of its own, or the fullest page of a kind."""
    return site.url + fullest.get(request.param, request.param)


def violations(page: Page, *, only: str = "") -> list[tuple[str, list[str]]]:
    """Return the rules of axe-core (`only` those with a tag) that the page breaks, with the places."""
    if not page.evaluate("() => 'axe' in globalThis"):
        page.evaluate(AXE.read_text("utf-8"))
    found: list[dict[str, Any]] = page.evaluate(
        "async (only) => (await axe.run(only ? {runOnly: [only]} : {})).violations", only
    )
    return [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found]


def violations_light_and_dark(page: Page) -> list[tuple[str, list[str]]]:
    """Return the rules that the page breaks in light, and those about colour that it breaks in dark."""
    page.emulate_media(color_scheme="light")
    light = violations(page)
    page.emulate_media(color_scheme="dark")
    return light + violations(page, only="cat.color")


def too_wide(page: Page) -> list[str]:
    """Return what sticks out of the page at its right side, if the page scrolls sideways."""
    found: list[str] = page.evaluate(
        """() => {
          const root = document.documentElement, right = (e) => e.getBoundingClientRect().right;
          if (root.scrollWidth <= root.clientWidth) return [];
          const out = [...document.body.querySelectorAll("*")].filter((e) => right(e) > root.clientWidth + 1);
          return ["the page", ...out.slice(-5).map((e) => e.outerHTML.slice(0, 160))];
        }"""
    )
    return found


@pytest.mark.parametrize("address", TYPES, indirect=True)
def test_type(page: Page, recorder: Recorder, address: str) -> None:
    """No axe violation in light and dark, on phone and desktop; no scroll sideways; no error; no other host."""
    page.emulate_media(reduced_motion="reduce")
    page.goto(address)
    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)
        assert violations_light_and_dark(page) == [], size
    for size in (PHONE, SMALLEST):
        page.set_viewport_size(size)
        assert too_wide(page) == [], size
    assert recorder == Recorder()


@pytest.mark.parametrize("address", ["protocol"], indirect=True)
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_what_opens_is_accessible(page: Page, recorder: Recorder, address: str, size: ViewportSize) -> None:
    """The menu and the results of search, which open over a page, are held to the same rules."""
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size(size)
    page.goto(address)
    page.locator("summary", has_text="Menu").press("Enter")
    expect(page.get_by_role("navigation", name="Hele menu")).to_be_visible()
    assert violations_light_and_dark(page) == []
    assert too_wide(page) == []
    page.keyboard.press("Escape")
    if not page.get_by_role("searchbox").is_visible():  # on a phone search is a page of its own
        page.get_by_role("link", name="Zoeken").click()
    page.get_by_role("searchbox").fill("veilig thuis")
    expect(page.locator(".search__results .result").first).to_be_visible()
    assert violations_light_and_dark(page) == []
    assert too_wide(page) == []
    assert recorder == Recorder()


def test_a_term_is_explained_in_place(page: Page, site: Server, pages: dict[str, list[Element]]) -> None:
    """A term opens its card by keyboard; Escape closes it and focus is where it was."""
    path = next(path for path, page in pages.items() if any(element["popovertarget"] for element in page))
    page.goto(site.url + path)
    term = page.locator("button.term").first
    card = page.locator(f"#{term.get_attribute('popovertarget')}")
    expect(card).to_be_hidden()
    term.focus()
    page.keyboard.press("Enter")
    expect(card).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Tab")
    expect(card.get_by_role("link")).to_be_focused()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(term).to_be_focused()


def colours(page: Page) -> tuple[str, str]:
    """Return the colour of the paper and of the ink."""
    paper, ink = page.evaluate(
        "(({backgroundColor, color}) => [backgroundColor, color])(getComputedStyle(document.body))"
    )
    return paper, ink


def test_light_and_dark(page: Page, site: Server) -> None:
    """The reader's choice of colours holds in this tab, on every page, and leaves no trace in the browser."""
    page.goto(site.url)
    page.emulate_media(color_scheme="dark")
    dark = colours(page)
    page.emulate_media(color_scheme="light")
    light = colours(page)
    assert light != dark
    page.locator("summary", has_text="Menu").press("Enter")
    page.get_by_role("radio", name="Donker").check()
    assert colours(page) == dark
    page.goto(f"{site.url}nu/")
    assert colours(page) == dark
    page.locator("summary", has_text="Menu").press("Enter")
    expect(page.get_by_role("radio", name="Donker")).to_be_checked()
    page.get_by_role("radio", name="Zoals mijn toestel").check()
    assert colours(page) == light
    page.get_by_role("radio", name="Donker").check()
    other = page.context.new_page()
    other.goto(site.url)
    assert colours(other) == light
    state = page.context.storage_state()
    assert (state.get("cookies"), state.get("origins")) == ([], [])


@pytest.mark.parametrize("address", ["protocol", "organisation", "decision"], indirect=True)
def test_print(page: Page, address: str) -> None:
    """On paper: the text, its sources and whom to call, black on white; nothing to press."""
    page.emulate_media(color_scheme="dark")
    page.goto(address)
    page.emulate_media(media="print")
    for gone in ("nav", "form", "button:not(.term)", "input", ".menu", "baken-exit", "footer.bottom", ".skip"):
        for element in page.locator(f"body {gone}").all():
            expect(element).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("#bronnen")).to_be_visible()
    expect(page.get_by_text("112", exact=True).first).to_be_visible()
    assert colours(page)[1] == "rgb(0, 0, 0)"


@pytest.mark.parametrize("address", ["", "protocol", "sharing", "decision", "aid"], indirect=True)
def test_without_javascript(browser: Browser, address: str) -> None:
    """Without JavaScript the text is there, the menu opens, and nothing is offered that cannot work."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.locator("h1")).to_be_visible()
    page.locator("summary", has_text="Menu").click()
    expect(page.get_by_role("navigation", name="Hele menu").get_by_role("link").first).to_be_visible()
    expect(page.get_by_role("radio")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("address", ["decision", "aid"], indirect=True)
def test_a_game_can_be_read(browser: Browser, built_site: Path, address: str, site: Server) -> None:
    """Without JavaScript every scene, choice and feedback of a game stands in the page, each choice leading on."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    name = address.rstrip("/").rpartition("/")[2]
    game = json.loads((built_site / "play" / f"{name}.json").read_text("utf-8"))["game"]
    text = page.locator("#lezen").inner_text()
    for scene_id, scene in game["scenes"].items():
        expect(page.locator(f"#scene-{scene_id}")).to_be_visible()
        for choice in scene["choices"]:
            row = page.locator(f"#keuze-{scene_id}-{choice['id']}")
            expect(row).to_be_visible()
            expect(row.locator(f'a[href="#scene-{choice["then"]}"]')).to_have_count(1)
    for ending in game["endings"].values():
        assert ending["title"] in text
    context.close()
