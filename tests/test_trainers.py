"""The real trainers, as a trainer would look at them: what a player could win with without reading."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from game_engine.scenario import Decision
from generator.pipeline import read

ROOT = Path(__file__).parents[1]
TRAINERS = ["achter-de-volwassen-client", "chips-als-ontbijt"]


@pytest.mark.parametrize("name", TRAINERS)
def test_no_place_is_the_right_one(name: str) -> None:
    """The first good choice stands in every place; no place holds it in more than half of the scenes."""
    library = read(ROOT).library
    assert library is not None
    game = library.entries[f"oefenen/{name}"].item
    assert isinstance(game, Decision)
    places = Counter(
        [choice.verdict for choice in scene.choices.values()].index("good") for scene in game.scenes.values()
    )
    assert set(places) >= {0, 1, 2}
    assert max(places.values()) <= len(game.scenes) / 2
