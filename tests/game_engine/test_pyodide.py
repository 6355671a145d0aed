"""CPython and the browser's Python play alike, byte for byte."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from game_engine.browser import session
from game_engine.compile import compiled, rules_of
from game_engine.play import choose, open_choices, start
from game_engine.rules import Rules
from generator.build.engine import HERE, engine_files
from generator.build.node import run_node
from generator.check.proofs import yardstick_of
from generator.library import Library
from generator.pipeline import read

ROOT = Path(__file__).parents[2]
PLAYS = 200
LONGEST = 80  # choices; a play that goes round in a circle must end some time


@pytest.fixture(scope="module")
def library() -> Library:
    """The project's own content."""
    reading = read(ROOT)
    assert reading.library is not None, "\n".join(map(str, reading.problems))
    return reading.library


@pytest.fixture(scope="module")
def zips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the standard library and the engine as the browser gets them."""
    folder = tmp_path_factory.mktemp("engine")
    for name, data in engine_files(ROOT, ROOT / "build" / "cache"):
        if name.endswith(".zip"):
            (folder / Path(name).name).write_bytes(data)
    return folder


def random_play(rules: Rules, chance: Random) -> dict[str, object]:
    """Return a seed and a log of choices that were open, up to an ending or `LONGEST`."""
    state = start(rules, chance.randrange(2**32))
    while (options := open_choices(rules, state)) and len(state.log) < LONGEST:
        state = choose(rules, state, chance.choice(options).id)
    return {"game": rules.id, "seed": state.seed, "log": list(state.log[: chance.choice((None, len(state.log) // 2))])}


def requests(library: Library) -> Iterator[dict[str, object]]:
    """Yield what loads every scenario and plays it at random: states, and debriefs where the play has ended."""
    for entry in library.entries.values():
        if not entry.kind.is_game:
            continue
        measure = yardstick_of(library, entry.game)
        yardstick = measure and {"steps": measure.steps, "required": measure.required, "after": dict(measure.after)}
        yield {"do": "load", "game": compiled(entry.game), "yardstick": yardstick}
        rules = rules_of(entry.game)
        for number in range(PLAYS):
            play = random_play(rules, Random(f"{rules.id}:{number}"))
            yield {"do": "play", **play}
            yield {"do": "review", **play}


def test_pyodide_plays_as_cpython(library: Library, zips: Path) -> None:
    """200 random plays of every scenario give the same bytes in CPython and in Pyodide with our standard library."""
    asked = [json.dumps(request) for request in requests(library)]
    here = list(map(session(), asked))
    there = json.loads(run_node(HERE / "engine_play.mjs", (ROOT / "node_modules" / "pyodide", zips), json.dumps(asked)))
    assert there == here
    states = [answer for answer in here if '"state"' in answer]
    games = {path.parent.name for path in (ROOT / "scenarios").glob("*/scenario.yml")}
    assert len(states) == PLAYS * len(games)
    assert all(json.loads(answer)["ok"] for answer in states)
    assert {json.loads(answer)["state"]["ending"] for answer in states} > {""}, "some plays end, some do not"
