"""What stands on the page of a game before and without any script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.games import (
    DECK,
    GAMES,
    built_game,
)
from tests.browser.play.words import text
from tests.browser.server import Server


@pytest.mark.parametrize("name", GAMES)
def test_nothing_moves_when_the_player_starts(slow_site: Server, browser: Browser, built_site: Path, name: str) -> None:
    """The first scene of the build and of the player are the same, in the same place."""
    places = []
    for script in (False, True):
        context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=script)
        page = context.new_page()
        page.goto(slow_site.url + built_game(built_site, name).path)
        if script:
            page.wait_for_selector("baken-game[source]")
        parts = page.locator("baken-game :is(.game__stage, .scene__count, .scene__text, .scene__ask, .choice)").all()
        places.append([(part.bounding_box(), part.inner_text()) for part in parts])
        context.close()
    assert len(places[0]) > 5
    assert places[0] == places[1]


@pytest.mark.parametrize("name", GAMES)
def test_without_javascript_all_can_be_read(slow_site: Server, browser: Browser, built_site: Path, name: str) -> None:
    """Without JavaScript every scene, choice, feedback and ending is in the page, and links lead through it."""
    game = built_game(built_site, name)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(slow_site.url + game.path)
    source = page.content()
    said = text(source)
    for scene in [*game.play["game"]["scenes"].values(), *game.play["game"]["endings"].values()]:
        mechanics = name == DECK and scene.get("choices")
        told = [scene] if mechanics else [scene, *scene.get("choices", ())]
        for part in told:
            for key in ("ask", "text", "feedback", "deeper", "title"):
                words = part.get(key, "")
                if words and not (name == DECK and key in ("title", "ask")):
                    assert text(words) in said, words
    links = set(re.findall(r'href="#([^"]+)"', source))
    assert links <= set(re.findall(r'id="([^"]+)"', source))
    if name != DECK:
        assert page.is_visible("#lezen")
        page.locator("baken-game a.choice").first.click()
        assert page.url.partition("#")[2].startswith("keuze-")
    context.close()
