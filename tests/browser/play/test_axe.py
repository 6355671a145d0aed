"""No state of a game has an accessibility mistake that axe knows."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.games import (
    AID,
    DECK,
    FEEDBACK,
    HEADING,
    ROOT,
    TRAINERS,
    built_game,
    open_game,
    play_by_keys,
    state,
    tab_to,
    take_by_keys,
)
from tests.browser.play.words import first_harm
from tests.browser.server import Server

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"


@pytest.mark.parametrize(
    ("name", "scheme"),
    [(TRAINERS[0], "light"), (TRAINERS[1], "dark"), (AID, "light"), (AID, "dark"), (DECK, "light"), (DECK, "dark")],
)
def test_no_axe_violation(
    site: Server, slow_site: Server, browser: Browser, built_site: Path, name: str, scheme: Literal["light", "dark"]
) -> None:
    """axe finds nothing wrong in a game: at the start, at every kind of feedback, on the way, at the end."""
    game = built_game(built_site, name)
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True
    )
    page = context.new_page()
    open_game(page, (site if name in TRAINERS else slow_site).url + game.path)
    page.add_script_tag(path=AXE)
    found = [*violations(page, "document")]
    if name in TRAINERS:
        for choice in page.locator("button.choice").all():
            choice.click()
            page.wait_for_selector(FEEDBACK)
            found += violations(page)
            page.click("[data-do=undo]")
            page.wait_for_selector(HEADING)
    seed = state(page)["seed"]
    way = first_harm(game) if name in TRAINERS else max(game.endings(seed).values(), key=len)
    play_by_keys(page, game, way[:1], seed)
    tab_to(page, "e.dataset.do === 'restart'")
    page.keyboard.press("Enter")
    found += violations(page)
    page.keyboard.press("Escape")
    tab_to(page, "e.matches('baken-game button.choice')")
    for done in range(1, len(way)):
        take_by_keys(page, game, way[:done], way[done], seed)
        if name == DECK:
            found += violations(page)
    if name in TRAINERS:
        page.wait_for_selector(".debrief__step", timeout=40_000)
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    found += violations(page, "document")
    assert found == []
    context.close()


def violations(page: Page, where: str = "'baken-game'") -> list[str]:
    """Return what axe finds wrong as it is now, in the game or in the whole document."""
    result = page.evaluate(f"axe.run({where}, {{resultTypes: ['violations']}})")
    return [f"{each['id']}: {node['target']} {node['html']}" for each in result["violations"] for node in each["nodes"]]
