"""The built games as the tests see them, and a player who has only a keyboard."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from game_engine.explore import Graph, explore
from game_engine.play import as_json, open_choices, replay
from game_engine.rules import Rules, from_json
from game_engine.yardstick import Yardstick
from game_engine.yardstick import from_json as yardstick_from_json

ROOT = Path(__file__).parents[2]
FOLDERS = {"decision": "oefenen", "aid": "keuzehulp", "conversation": "samen-spelen"}
TRAINERS = ("achter-de-volwassen-client", "chips-als-ontbijt")
AID, DECK = "kindcheck-nu", "boobietrap"
GAMES = (*TRAINERS, AID, DECK)
FEEDBACK = ".feedback__next:focus"
HEADING = "baken-game h2:focus"
MOST_TABS = 200


@dataclass(frozen=True)
class BuiltGame:
    """What `play/<id>.json` of a built site holds."""

    play: Mapping[str, Any]

    @property
    def id(self) -> str:
        """The id of the game."""
        return str(self.play["game"]["id"])

    @property
    def path(self) -> str:
        """The address of its page, from the root of the site."""
        return f"{FOLDERS[self.play['game']['kind']]}/{self.id}/"

    @cached_property
    def rules(self) -> Rules:
        """Its rules, for CPython."""
        return from_json(self.play["game"])

    @property
    def yardstick(self) -> Yardstick | None:
        """The protocol that a training is laid beside."""
        measure = self.play["yardstick"]
        return yardstick_from_json(measure) if measure else None

    def state(self, log: Sequence[str], seed: int = 0) -> dict[str, Any]:
        """Return CPython's state after the choices in `log`."""
        return as_json(replay(self.rules, seed, log))

    def endings(self, seed: int = 0) -> dict[str, tuple[str, ...]]:
        """Return for every ending the shortest way to it."""
        return dict(ways_to_endings(explore(self.rules, seed)))


def ways_to_endings(graph: Graph) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every ending once, with the shortest way to it."""
    seen = set()
    for node, (_, ending, _) in enumerate(graph.nodes):
        if ending and ending not in seen:
            seen.add(ending)
            yield ending, graph.path(node)


def built_game(site: Path, game: str) -> BuiltGame:
    """Return a game of a built site."""
    return BuiltGame(json.loads((site / "play" / f"{game}.json").read_text()))


def state(page: Page) -> dict[str, Any]:
    """Return the state that the player shows."""
    found: dict[str, Any] = page.evaluate("document.querySelector('baken-game').state")
    return found


def open_game(page: Page, url: str, source: str = "") -> None:
    """Go to a game and wait until it can be played, if need be from `source`: table or engine."""
    page.goto(url)
    page.wait_for_selector(f"baken-game[source{f'={source}' if source else ''}]", timeout=40_000)


def tab_to(page: Page, test: str) -> None:
    """Press Tab until `test`, JavaScript about the focused element `e`, is true."""
    for _ in range(MOST_TABS):
        if page.evaluate(f"(e => Boolean(e && ({test})))(document.activeElement)"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard cannot reach: {test}")


def play_by_keys(page: Page, game: BuiltGame, log: Sequence[str], seed: int = 0) -> None:
    """Play `log` from the start with the keyboard: number keys and, every third time, Tab and Enter."""
    tab_to(page, "e.matches('baken-game button.choice')")
    for done, choice in enumerate(log):
        take_by_keys(page, game, log[:done], choice, seed)


def take_by_keys(page: Page, game: BuiltGame, log: Sequence[str], choice: str, seed: int = 0) -> None:
    """Take one choice after `log`, read its feedback and go on, with the focus in the game all the while."""
    now = replay(game.rules, seed, log)
    options = [option.id for option in open_choices(game.rules, now)]
    if len(log) % 3 == 2:
        tab_to(page, f"e.matches('button.choice[value=\"{choice}\"]')")
        page.keyboard.press("Enter")
    else:
        players = choice.removeprefix("spelers-")
        page.keyboard.press(players if players.isdecimal() else str(options.index(choice) + 1))
    if feedback_of(game, now.scene, choice):
        page.wait_for_selector(FEEDBACK)
        page.keyboard.press("Enter")
    page.wait_for_selector(f'baken-game[moves="{len(log) + 1}"]')
    page.wait_for_selector(HEADING)


def feedback_of(game: BuiltGame, scene: str, choice: str) -> str:
    """Return the feedback on a choice, as HTML."""
    choices = {each["id"]: each for each in game.play["game"]["scenes"][scene]["choices"]}
    return str(choices[choice].get("feedback", ""))


def restart_by_keys(page: Page) -> None:
    """Start again with the keyboard, and say that you are sure where the game asks."""
    tab_to(page, "e.dataset.do === 'restart'")
    page.keyboard.press("Enter")
    if page.locator("[data-do=restart-now]").count():
        tab_to(page, "e.dataset.do === 'restart-now'")
        page.keyboard.press("Enter")
    page.wait_for_selector(f'baken-game[moves="0"] {HEADING.removeprefix("baken-game ")}')
