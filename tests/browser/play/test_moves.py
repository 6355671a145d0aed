"""What a player can do besides choosing: step back, start again, go on after a reload; and which saves are refused."""

from __future__ import annotations

import zlib

import pytest
from playwright.sync_api import Page

from game_engine.codec import encode
from game_engine.play import replay
from tests.browser.games import (
    FEEDBACK,
    HEADING,
    BuiltGame,
    feedback_of,
    open_game,
    play_by_keys,
    state,
    tab_to,
    take_by_keys,
)
from tests.browser.play.words import first_harm, text
from tests.browser.server import Server


def test_feedback_at_once(slow_site: Server, page: Page, trainer: BuiltGame) -> None:
    """A choice gets its feedback: what happens, the verdict in words, and a link to the guidance that exists."""
    scene = trainer.play["game"]["start"]
    open_game(page, slow_site.url + trainer.path)
    for choice in trainer.play["game"]["scenes"][scene]["choices"]:
        page.click(f"button.choice[value={choice['id']}]")
        page.wait_for_selector(FEEDBACK)
        assert text(page.inner_html(".feedback__text")) == text(feedback_of(trainer, scene, choice["id"]))
        assert page.inner_text(".feedback__verdict")
        assert text(feedback_of(trainer, scene, choice["id"])) in text(
            page.inner_text("baken-game > [role=status]:not(:empty)")
        )
        links = page.locator(".feedback .see__link")
        assert links.count() == len(choice["see"])
        assert page.request.get(links.first.evaluate("link => link.href")).ok
        page.click("[data-do=undo]")
        page.wait_for_selector(HEADING)
        assert state(page) == trainer.state(())


def test_undo_is_the_step_before(slow_site: Server, page: Page, trainer: BuiltGame) -> None:
    """A step back gives the state before the choice, all the way to the start."""
    way = first_harm(trainer)
    open_game(page, slow_site.url + trainer.path)
    play_by_keys(page, trainer, way)
    for left in range(len(way) - 1, -1, -1):
        tab_to(page, "e.dataset.do === 'undo'")
        page.keyboard.press("Enter")
        page.wait_for_selector(HEADING)
        assert state(page) == trainer.state(way[:left])
    assert page.locator("[data-do]").count() == 0


def test_restart_asks_when_something_would_be_lost(slow_site: Server, page: Page, trainer: BuiltGame) -> None:
    """In the middle of a play, starting again asks first; the keyboard can answer both ways."""
    way = first_harm(trainer)
    open_game(page, slow_site.url + trainer.path)
    play_by_keys(page, trainer, way[:1])
    tab_to(page, "e.dataset.do === 'restart'")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-do=stay]:focus")
    page.keyboard.press("Escape")
    page.wait_for_selector("[data-do=restart]:focus")
    assert state(page) == trainer.state(way[:1])
    page.keyboard.press("Enter")
    tab_to(page, "e.dataset.do === 'restart-now'")
    page.keyboard.press("Enter")
    page.wait_for_selector(HEADING)
    assert state(page) == trainer.state(())
    page.reload()
    page.wait_for_selector("baken-game[source]")
    assert state(page) == trainer.state(())


def test_a_training_goes_on_after_a_reload(slow_site: Server, page: Page, trainer: BuiltGame) -> None:
    """After a reload a training goes on where it was, in the middle and at the end; the save is the codec's text."""
    way = first_harm(trainer)
    open_game(page, slow_site.url + trainer.path)
    play_by_keys(page, trainer, way[:2])
    kept = page.evaluate("key => sessionStorage.getItem(key)", f"baken-spel:{trainer.id}")
    assert kept == encode(trainer.rules, replay(trainer.rules, 0, way[:2]))
    page.reload()
    page.wait_for_selector("baken-game[source].game--begun")
    assert state(page) == trainer.state(way[:2])
    assert "verder waar je was" in page.inner_text(".game__notice")
    tab_to(page, "e.matches('baken-game button.choice')")
    for done in range(2, len(way)):
        take_by_keys(page, trainer, way[:done], way[done])
    page.reload()
    page.wait_for_selector("baken-ending")
    assert state(page) == trainer.state(way)
    assert "al klaar" in page.inner_text(".game__notice")


def signed(body: str) -> str:
    """Return a save whose checksum is right."""
    return f"{body}~{zlib.crc32(body.encode()):08x}"


@pytest.mark.parametrize(
    ("save", "words"),
    [
        pytest.param("hallo", "niet leesbaar", id="not a save"),
        pytest.param("B1~{id}~{version}~0~" + "x" * 20_000 + "~00000000", "te lang", id="too long"),
        pytest.param(signed("B2~{id}~{version}~0~"), "andere versie", id="a format of later"),
        pytest.param("B1~{id}~{version}~0~{choice}~00000000", "beschadigd", id="damaged"),
        pytest.param("B1~chips-als-ontbijt~{version}~0~{choice}", "ander spel", id="another game"),
        pytest.param("B1~{id}~000000000000~0~{choice}", "veranderd", id="the game has changed"),
        pytest.param("B1~{id}~{version}~0~bestaat-niet", "die niet kan", id="a choice that cannot be made"),
    ],
)
def test_a_bad_save_is_refused(slow_site: Server, page: Page, trainer: BuiltGame, save: str, words: str) -> None:
    """A save that is corrupt or foreign is refused with a sentence and a fresh start; nothing else is lost."""
    choice = trainer.play["game"]["scenes"][trainer.play["game"]["start"]]["choices"][0]["id"]
    line = save.replace("{id}", trainer.id).replace("{version}", trainer.rules.version).replace("{choice}", choice)
    line = signed(line) if line.count("~") == 4 else line
    page.goto(slow_site.url + "weg/")
    keep = "([key, save]) => {sessionStorage.setItem(key, save); sessionStorage.setItem('iets-anders', 'blijft')}"
    page.evaluate(keep, [f"baken-spel:{trainer.id}", line])
    open_game(page, slow_site.url + trainer.path)
    assert words in page.inner_text(".game__notice")
    assert state(page) == trainer.state(())
    assert page.evaluate("sessionStorage.getItem('iets-anders')") == "blijft"
    play_by_keys(page, trainer, [choice])
    assert state(page) == trainer.state([choice])
