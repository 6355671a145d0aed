"""Aids and decks keep nothing; the note can be copied, the deck shuffled, passed round and printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from game_engine.play import replay
from game_engine.review import review
from tests.browser.games import (
    AID,
    DECK,
    built_game,
    open_game,
    play_by_keys,
    restart_by_keys,
    state,
    tab_to,
)
from tests.browser.server import Server

STORED = """async () => ({
  local: localStorage.length, session: sessionStorage.length, cookie: document.cookie,
  databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length})"""


@pytest.mark.parametrize("name", [AID, DECK])
def test_aids_and_decks_store_nothing(slow_site: Server, page: Page, built_site: Path, name: str) -> None:
    """A real case and a conversation leave nothing on the device, and a reload starts afresh."""
    game = built_game(built_site, name)
    open_game(page, slow_site.url + game.path)
    seed = state(page)["seed"]
    way = next(iter(game.endings(seed).values()))
    play_by_keys(page, game, way, seed)
    nothing = {"local": 0, "session": 0, "cookie": "", "databases": 0, "caches": 0}
    assert page.evaluate(STORED) == nothing
    page.reload()
    page.wait_for_selector("baken-game[source]")
    assert state(page)["log"] == []
    assert page.evaluate(STORED) == nothing


def test_the_note_of_an_aid(slow_site: Server, page: Page, built_site: Path) -> None:
    """An aid ends with the note that CPython makes, to copy; no score, no verdict."""
    game = built_game(built_site, AID)
    way = max(game.endings().values(), key=len)
    note = "\n".join(review(game.rules, replay(game.rules, 0, way))["note"])
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_game(page, slow_site.url + game.path)
    play_by_keys(page, game, way)
    assert page.input_value(".note__text") == note
    assert page.locator(".verdict-mark, .feedback, .ending__result").count() == 0
    tab_to(page, "e.matches('.note__copy')")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Gekopieerd.")
    assert page.evaluate("navigator.clipboard.readText()") == note


def test_a_note_without_a_clipboard(slow_site: Server, page: Page, built_site: Path) -> None:
    """Where the browser does not let us copy, the note is selected and the reader is told."""
    game = built_game(built_site, AID)
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    open_game(page, slow_site.url + game.path)
    play_by_keys(page, game, next(iter(game.endings().values())))
    page.click(".note__copy")
    page.wait_for_selector("text=kopieer hem zelf")
    assert page.evaluate("getSelection().toString()") == page.input_value(".note__text")


def test_the_deck_on_a_phone(slow_site: Server, browser: Browser, built_site: Path) -> None:
    """A card fills the screen; passing weighs as much as talking; the adult's text closes itself, outside the game."""
    game = built_game(built_site, DECK)
    context = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    page = context.new_page()
    open_game(page, slow_site.url + game.path)
    page.get_by_role("link", name="Lees dit eerst").click()
    page.wait_for_selector(".for-adult__text", state="visible")
    seed = state(page)["seed"]
    play_by_keys(page, game, ["spelers-3", "verder", "beginnen", "besproken"], seed)
    assert "Speler 2" in page.inner_text(".play-card__turn")
    talk, skip = (page.locator(f".choice[value={choice}]") for choice in ("besproken", "pas"))
    (a, b), face = (talk.bounding_box(), skip.bounding_box()), page.locator(".play-card__face").bounding_box()
    assert a and b and face
    assert (a["width"], a["height"], a["y"]) == pytest.approx((b["width"], b["height"], b["y"]), abs=0.5)
    look = "element => [getComputedStyle(element).backgroundColor, getComputedStyle(element).fontWeight]"
    assert talk.evaluate(look) == skip.evaluate(look)
    assert face["width"] > 350
    assert face["height"] > 844 * 0.6
    assert b["y"] + b["height"] <= 844 - 56
    assert page.locator("baken-game .for-adult").count() == 0
    assert not page.is_visible(".for-adult__text")
    context.close()


def test_the_deck_is_shuffled_anew(site: Server, page: Page, built_site: Path) -> None:
    """With the engine a new play has any seed, and its cards come in CPython's order."""
    game = built_game(built_site, DECK)
    open_game(page, site.url + game.path, "engine")
    seeds = set()
    for _ in range(3):
        seed = state(page)["seed"]
        seeds.add(seed)
        way = next(iter(game.endings(seed).values()))
        play_by_keys(page, game, way, seed)
        assert state(page) == game.state(way, seed)
        restart_by_keys(page)
    assert max(seeds) > len(game.play["tables"])


def test_the_deck_on_paper(slow_site: Server, page: Page, built_site: Path) -> None:
    """On paper every card and every closing question is there, and nothing of the game or of the adult's page."""
    game = built_game(built_site, DECK)
    open_game(page, slow_site.url + game.path)
    page.emulate_media(media="print")
    cards = page.locator(".sheet-card").all()
    assert len(cards) == sum(id.startswith(("kaart-", "slotronde-")) for id in game.play["game"]["scenes"])
    for card in cards:
        assert card.is_visible()
        box = card.bounding_box()
        assert box
        assert box["height"] > 100
        assert box["width"] < 700
    assert not page.is_visible("baken-game")
    assert not page.is_visible(".for-adult")
