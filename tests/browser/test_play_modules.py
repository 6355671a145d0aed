"""The player's own modules, in Node: the table gives CPython's states, saves are the codec's, a note is whole."""

from __future__ import annotations

import json
import random
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from game_engine.codec import SaveError, decode, encode
from game_engine.explore import explore
from game_engine.play import as_json, open_choices, replay
from game_engine.review import review
from generator.build.node import node_command
from tests.browser.games import AID, DECK, GAMES, ROOT, BuiltGame, built_game

SCRIPT = Path(__file__).with_name("play_modules.mjs")
MODULES = ROOT / "site_overrides" / "assets" / "game"
Walk = tuple[int, tuple[str, ...]]


def ask(game: BuiltGame, walks: Sequence[Walk] = (), saves: Sequence[str] = ()) -> dict[str, Any]:
    """Return what the player's modules make of plays and of saves."""
    request = {"modules": str(MODULES), "play": game.play, "walks": walks, "saves": saves}
    command = [*node_command(), str(SCRIPT)]
    done = subprocess.run(command, input=json.dumps(request), capture_output=True, text=True, check=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def every_edge(game: BuiltGame, seed: int) -> Iterator[Walk]:
    """Yield the start, and for every position every choice that is open there."""
    graph = explore(game.rules, seed)
    yield seed, ()
    for node, edges in enumerate(graph.edges):
        way = graph.path(node)
        for choice, _ in edges:
            yield seed, (*way, choice)


def wandering(game: BuiltGame, seed: int, source: random.Random) -> Walk:
    """Return a play of random choices, to an ending or a good deal long."""
    log: list[str] = []
    for _ in range(80):
        options = open_choices(game.rules, replay(game.rules, seed, log))
        if not options:
            break
        log.append(source.choice(options).id)
    return seed, tuple(log)


@pytest.mark.parametrize("name", GAMES)
def test_the_table_is_the_engine(built_site: Path, name: str) -> None:
    """For every position and every choice in it, and for random plays, the table gives CPython's state and save."""
    game = built_game(built_site, name)
    source = random.Random(name)
    seeds = (0, 7, len(game.play["tables"]) - 1) if name == DECK else (0,)
    walks = [walk for seed in seeds for walk in every_edge(game, seed)]
    walks += [wandering(game, source.choice(seeds), source) for _ in range(100)]
    for (seed, log), found in zip(walks, ask(game, walks)["played"], strict=True):
        state = replay(game.rules, seed, log)
        assert found["state"] == as_json(state)
        assert found["options"] == [option.id for option in open_choices(game.rules, state)]
        assert found["save"] == encode(game.rules, state)
        if state.ending:
            whole = review(game.rules, state, game.yardstick)
            assert found["review"] == {key: whole[key] for key in found["review"]}
            assert name != AID or found["review"]["note"]


def test_every_prepared_deal_is_there(built_site: Path) -> None:
    """A deck has tables for the seeds 0 and up, each of this version of the game."""
    game = built_game(built_site, DECK)
    assert [table["seed"] for table in game.play["tables"]] == list(range(len(game.play["tables"])))
    assert {table["version"] for table in game.play["tables"]} == {game.rules.version}


@pytest.mark.parametrize("name", GAMES)
def test_saves_are_refused_for_the_same_reason(built_site: Path, name: str) -> None:
    """Whatever is done to a save, the player reads it or refuses it as the codec does, with the same reason."""
    game = built_game(built_site, name)
    source = random.Random(name)
    line = encode(game.rules, replay(game.rules, *wandering(game, 3 if name == DECK else 0, source)))
    lines = [line, f"  {line}\n", "", "hallo", "B1~", "B1", "B2" + line[2:], "B1" + line, line + "~", line[:-1]]
    lines += [line.replace(game.id, "iets-anders"), line + "x" * 20_000, line.replace("~", "|"), line + "é"]
    lines += [spoilt(line, source) for _ in range(200)]
    assert ask(game, saves=lines)["read"] == [as_the_codec(game, each) for each in lines]


def spoilt(line: str, source: random.Random) -> str:
    """Return `line` with one character changed, dropped or doubled."""
    at = source.randrange(len(line))
    return line[:at] + source.choice(["", line[at] * 2, source.choice("~,B10az\u00e9")]) + line[at + 1 :]


def as_the_codec(game: BuiltGame, line: str) -> dict[str, Any]:
    """Return what CPython makes of a save, in the form of play_modules.mjs."""
    try:
        return {"state": as_json(decode(game.rules, line))}
    except SaveError as error:
        return {"refused": error.reason}
