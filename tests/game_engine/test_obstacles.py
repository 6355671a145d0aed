"""What would keep a game from being compiled is found before it is tried."""

from dataclasses import replace

import pytest

from game_engine.compile import compiled
from game_engine.obstacles import obstacles
from game_engine.scenario import Players
from tests.game_engine.games import AID, DECK, TRAINING, choice, decision

WHERE = ("scenes", "een", "choices", "a")


@pytest.mark.parametrize(
    ("game", "code", "where"),
    [
        (decision({"een": {"a": choice("veilig", when="tijd >")}}), "bad-condition", (*WHERE, "when")),
        (decision({"een": {"a": choice("veilig", when="tijd > 1")}}), "unknown-counter", (*WHERE, "when")),
        (
            decision({"een": {"a": choice("veilig", effects={"tijd": 1})}}),
            "unknown-counter",
            (*WHERE, "effects", "tijd"),
        ),
        (
            decision({"een": {"a": choice("veilig")}}, counters={"wat-tijd": (0, 0, 1)}),
            "bad-counter",
            ("counters", "wat-tijd"),
        ),
        (decision({"een": {"a": choice("veilig")}}, counters={"not": (0, 0, 1)}), "bad-counter", ("counters", "not")),
        (decision({"een": {"a": choice("veilig")}}, counters={"tijd": (2, 0, 1)}), "bad-counter", ("counters", "tijd")),
        (decision({"een": {"a": choice("veilig")}}, counters={"tijd": (0, 1, 0)}), "bad-counter", ("counters", "tijd")),
        (decision({"een": {"a,b": choice("veilig")}}), "bad-id", ("scenes", "een", "choices", "a,b")),
        (decision({"Een": {"a": choice("veilig")}}), "bad-id", ("scenes", "Een")),
        (decision({"een": {"a": choice("e~")}}, {"e~": "safe"}), "bad-id", ("endings", "e~")),
        (decision({"veilig": {"a": choice("veilig")}}), "ambiguous-id", ("endings", "veilig")),
        (replace(DECK, players=Players(min=1, max=4)), "bad-players", ("players",)),
        (replace(DECK, players=Players(min=4, max=3)), "bad-players", ("players",)),
        (replace(DECK, players=Players(min=2, max=10**9)), "bad-players", ("players",)),
        (replace(DECK, cards={"Een": DECK.cards["een"]}), "bad-id", ("cards", "Een")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_found(game, code, where):
    """One thing wrong is one finding, at its place."""
    assert [(finding.code, finding.where) for finding in obstacles(game)] == [(code, where)]


def test_says_where_in_the_condition():
    """A bad condition is told with the character at which it goes wrong and what is allowed."""
    (finding,) = obstacles(decision({"een": {"a": choice("veilig", when="1 > open('x')")}}))
    assert finding.message.startswith("at character 5: `open('x')` is not allowed here; use counters, whole numbers")


@pytest.mark.parametrize("game", [TRAINING, AID, DECK], ids=lambda game: game.kind)
def test_none(game):
    """A sound game has none, and compiles."""
    assert obstacles(game) == ()
    assert compiled(game)
