"""A game goes on, and says so, when the engine, its file or its worker fails."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.games import (
    DECK,
    FEEDBACK,
    HEADING,
    BuiltGame,
    built_game,
    feedback_of,
    open_game,
    play_by_keys,
    state,
    take_by_keys,
)
from tests.browser.play.conftest import NEVER, WORKER
from tests.browser.play.words import first_harm, text
from tests.browser.server import Server, serve

NO_WASM = {"*": {"Content-Security-Policy": "script-src 'self'"}}


@pytest.mark.parametrize(
    "wrong", [pytest.param({"types": {".wasm": "text/plain"}}, id="type"), pytest.param({"headers": NO_WASM}, id="csp")]
)
def test_without_the_engine(built_site: Path, page: Page, trainer: BuiltGame, wrong: dict[str, dict[str, str]]) -> None:
    """Where the engine cannot start, one honest line says so, and the play goes on to a shorter debrief."""
    way = first_harm(trainer)
    with serve(built_site, **wrong) as server:  # type: ignore[arg-type]
        open_game(page, server.url + trainer.path)
        page.wait_for_selector("text=De oefenmotor start niet; je speelt verder zonder.", timeout=10_000)
        play_by_keys(page, trainer, way)
        assert state(page) == trainer.state(way)
    assert page.get_attribute("baken-game", "source") == "table"
    assert page.locator(".debrief__choice").count() == len(way)
    assert page.locator(".debrief__choice .verdict-mark").count() == len(way)
    assert page.locator(".debrief__step").count() == 0
    said = text(page.inner_html(".debrief"))
    assert all(text(feedback_of(trainer, trainer.state(way[:at])["scene"], way[at])) in said for at in range(len(way)))


def test_the_engine_dies_in_a_training(site: Server, page: Page, trainer: BuiltGame) -> None:
    """If the engine is ended, as a phone may do without a word, a training goes on where it was."""
    way = first_harm(trainer)
    open_game(page, site.url + trainer.path, "engine")
    play_by_keys(page, trainer, way[:1])
    page.workers[0].evaluate("self.close()")
    for done in range(1, len(way)):
        take_by_keys(page, trainer, way[:done], way[done])
    assert state(page) == trainer.state(way)
    assert "je speelt verder zonder" in page.inner_text("baken-engine-status")
    assert page.locator(".debrief__choice").count() == len(way)


def test_the_engine_dies_in_a_deck(site: Server, page: Page, built_site: Path) -> None:
    """A shuffle that only the engine knows cannot go on without it: the cards are shuffled again, and it is said."""
    game = built_game(built_site, DECK)
    open_game(page, site.url + game.path, "engine")
    page.click("button.choice[value=spelers-2]")
    page.wait_for_selector(HEADING)
    while state(page)["seed"] < len(game.play["tables"]):
        page.click("[data-do=restart]")
        page.click("[data-do=restart-now]")
        page.wait_for_selector(HEADING)
        page.click("button.choice[value=spelers-2]")
        page.wait_for_selector('baken-game[moves="1"]')
    page.workers[0].evaluate("self.close()")
    page.click("button.choice[value=verder]")
    page.wait_for_selector("text=De kaarten zijn opnieuw geschud")
    seed = state(page)["seed"]
    way = next(iter(game.endings(seed).values()))
    play_by_keys(page, game, way, seed)
    assert state(page) == game.state(way, seed)


def test_without_its_file_a_game_can_be_read(built_site: Path, page: Page, trainer: BuiltGame) -> None:
    """If what a game is played from does not arrive, the page says so and shows the whole text."""
    page.route("**/play/*.json", lambda route: route.fulfill(status=404))
    with serve(built_site) as server:
        page.goto(server.url + trainer.path)
        page.wait_for_selector("text=Het spel kon niet laden.")
    assert page.is_visible("#lezen")


def test_a_choice_before_the_game_is_there(built_site: Path, page: Page, trainer: BuiltGame) -> None:
    """The first scene is in the page, so a choice can be made at once; it counts when the game has come."""
    choice = trainer.play["game"]["scenes"][trainer.play["game"]["start"]]["choices"][1]["id"]
    with serve(built_site, delays={"/play/*": 1.0, WORKER: NEVER}) as server:
        page.goto(server.url + trainer.path)
        page.click(f"button.choice[value={choice}]")
        page.wait_for_selector(FEEDBACK)
    assert state(page) == trainer.state([choice])
