"""Every ending of every game with only a keyboard, on the table and on the engine, and the debrief."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Page

from game_engine.play import replay
from game_engine.review import review
from tests.browser.fixtures import Recorder
from tests.browser.games import (
    GAMES,
    HEADING,
    TRAINERS,
    BuiltGame,
    built_game,
    open_game,
    play_by_keys,
    restart_by_keys,
    state,
    take_by_keys,
)
from tests.browser.play.words import first_harm, text
from tests.browser.server import Server, serve


@pytest.mark.parametrize("source", ["table", "engine"])
@pytest.mark.parametrize("name", GAMES)
def test_every_ending_by_keyboard(
    built_site: Path, site: Server, slow_site: Server, page: Page, recorder: Recorder, name: str, source: str
) -> None:
    """Every ending can be reached with only a keyboard, and the state is then CPython's, from table and engine."""
    game = built_game(built_site, name)
    open_game(page, (site if source == "engine" else slow_site).url + game.path, source)
    for ending in game.endings():
        seed = state(page)["seed"]
        way = game.endings(seed)[ending]
        play_by_keys(page, game, way, seed)
        assert state(page) == game.state(way, seed)
        assert state(page)["ending"] == ending
        assert page.get_attribute("baken-game", "source") == source
        assert text(game.play["game"]["endings"][ending]["text"])[:60] in text(page.inner_html("baken-ending"))
        if source == "engine" and name in TRAINERS:
            assert_debrief(page, game, way)
        restart_by_keys(page)
        assert state(page)["log"] == []
    assert recorder.foreign == []
    assert recorder.errors == []


def test_the_engine_takes_the_log_over(built_site: Path, page: Page, recorder: Recorder, trainer: BuiltGame) -> None:
    """A play that began on the table goes on with the engine, in the same place, without anyone noticing."""
    way = trainer.endings()[next(iter(trainer.endings()))]
    with serve(built_site, delays={"/engine/engine.json": 2.0}) as server:
        open_game(page, server.url + trainer.path, "table")
        play_by_keys(page, trainer, way[:2])
        shown = page.inner_html(".game__stage")
        page.wait_for_selector("baken-game[source=engine]", timeout=40_000)
        assert page.inner_html(".game__stage") == shown
        for done in range(2, len(way)):
            take_by_keys(page, trainer, way[:done], way[done])
        assert state(page) == trainer.state(way)
    assert recorder.errors == []


def assert_debrief(page: Page, game: BuiltGame, way: Sequence[str]) -> None:
    """The debrief shows what the engine's review says: steps, first divergence, goals, what to read."""
    found = review(game.rules, replay(game.rules, 0, way), game.yardstick)
    for status in ("taken", "early", "missed", "skipped"):
        count = sum(step["status"] == status for step in found["steps"])
        assert page.locator(f".debrief__step--{status}").count() == count
    assert page.locator(".debrief__choice").count() == len(way)
    if found["divergence"]:
        assert f"scène {found['divergence']['at'] + 1}" in page.inner_text(".debrief__fork")
        assert page.locator(".debrief__fork li").count() == len(found["divergence"]["better"])
    else:
        assert page.locator(".debrief__fork").count() == 0
    assert page.locator(".debrief__goal").count() == len(found["objectives"])
    links = [game.play["links"][ref]["title"] for ref in found["read"]]
    assert page.locator(".debrief .see__link").all_inner_texts() == links


def test_the_engine_is_right(site: Server, page: Page, recorder: Recorder, trainer: BuiltGame) -> None:
    """If table and engine differ, that is our bug: it is reported, and the engine's state is shown."""
    table = trainer.play["tables"][0]
    place, values, targets = table["nodes"][0]
    wrong = {**table, "nodes": [[place, [value + 1 for value in values], targets], *table["nodes"][1:]]}
    page.route("**/play/*.json", lambda route: route.fulfill(json={**trainer.play, "tables": [wrong]}))
    open_game(page, site.url + trainer.path, "engine")
    page.wait_for_timeout(100)
    assert state(page) == trainer.state(())
    assert ["differ" in error for error in recorder.errors] == [True]


def test_debrief_grows_when_the_engine_comes(built_site: Path, page: Page, trainer: BuiltGame) -> None:
    """Whoever is done before the engine is there sees the path at once, and the rest as soon as it can be said."""
    way = first_harm(trainer)
    with serve(built_site, delays={"/engine/engine.json": 4.0}) as server:
        open_game(page, server.url + trainer.path, "table")
        play_by_keys(page, trainer, way)
        assert page.locator(".debrief__choice").count() == len(way)
        assert page.locator(".debrief__step").count() == 0
        page.wait_for_selector(".debrief__step", timeout=40_000)
        assert page.locator(HEADING).count() == 1
