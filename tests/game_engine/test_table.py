"""The table plays as the engine does."""

import json

import pytest

from game_engine.explore import explore
from game_engine.play import open_choices, replay, start
from game_engine.table import table, tables
from tests.game_engine.games import GAMES


class TablePlayer:
    """Plays from a table, with the lines that its docstring gives for JavaScript."""

    def __init__(self, data):
        self.table = json.loads(json.dumps(data))
        self.node = 0

    def place(self):
        """Return (scene, ending, choices, targets, counters) of the node."""
        place, values, targets = self.table["nodes"][self.node]
        where = self.table["places"][place]
        counters = dict(zip(self.table["counters"], values, strict=True))
        return where.get("scene", ""), where.get("ending", ""), where.get("choices", []), targets, counters

    def open(self):
        """Return the choices that are open."""
        _, _, choices, targets, _ = self.place()
        assert len(choices) == len(targets)
        return [choice for choice, target in zip(choices, targets, strict=True) if target >= 0]

    def choose(self, choice):
        """Go where `choice` leads."""
        _, _, choices, targets, _ = self.place()
        self.node = targets[choices.index(choice)]


@pytest.mark.parametrize("seed", [0, 11])
@pytest.mark.parametrize("rules", GAMES.values(), ids=GAMES)
def test_plays_alike(rules, seed):
    """On the path to every node, table and engine agree on scene, ending, counters and open choices."""
    graph = explore(rules, seed)
    data = table(graph)
    for node in range(len(graph.nodes)):
        player = TablePlayer(data)
        state = start(rules, seed)
        log = graph.path(node)
        for length in range(len(log) + 1):
            state = replay(rules, seed, log[:length])
            assert player.place()[:2] == (state.scene, state.ending)
            assert player.place()[4] == state.counters
            assert player.open() == [option.id for option in open_choices(rules, state)]
            if length < len(log):
                player.choose(log[length])


def test_head():
    """A table says of which game, version and seed it is."""
    rules = GAMES["praten"]
    first, second = tables(rules, [4, 5])
    assert (first["format"], first["game"], first["version"]) == (1, "praten", rules.version)
    assert (first["seed"], second["seed"]) == (4, 5)
    assert first["nodes"][0][0] == 0
