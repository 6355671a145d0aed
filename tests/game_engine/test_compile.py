"""The compiled form is plain JSON, the same shape for the three kinds, with a version that tells plays apart."""

import json
from dataclasses import replace

import pytest

from game_engine.compile import compiled, rules_of
from game_engine.parse_conditions import ConditionError
from game_engine.rules import from_json
from tests.game_engine.games import AID, DECK, TRAINING, choice, decision

GAMES = pytest.mark.parametrize("game", [TRAINING, AID, DECK], ids=lambda game: game.kind)


@GAMES
def test_is_json(game):
    """It survives JSON unchanged, and has what every kind has."""
    data = compiled(game)
    assert json.loads(json.dumps(data)) == data
    assert {"id", "kind", "version", "title", "start", "counters", "scenes", "endings"} <= set(data)
    assert len(data["version"]) == 12


@GAMES
def test_shown_alike(game):
    """Whatever the kind, each scene has text and choices, and each choice an id and a text."""
    data = compiled(game)
    for scene in data["scenes"].values():
        assert scene["text"]
        assert all(choice["id"] and choice["text"] for choice in scene["choices"])
    assert all(ending["title"] and ending["text"] for ending in data["endings"].values())


@GAMES
def test_prose_keeps_version(game):
    """Rewriting a text does not break a save; JavaScript may also ship HTML in its place."""
    assert compiled(replace(game, title="Anders", summary="Ook anders."))["version"] == compiled(game)["version"]


def _with_choice(**fields):
    scenes = {"een": {"a": choice("veilig", **fields), "b": choice("veilig")}}
    return compiled(decision(scenes, counters={"tijd": (1, 0, 2)}))["version"]


@pytest.mark.parametrize(
    ("fields", "same"),
    [
        ({"text": "Anders."}, True),
        ({"feedback": "Anders."}, True),
        ({"see": ("begrippen/anders",)}, True),
        ({"when": "tijd > 0"}, False),
        ({"effects": {"tijd": 1}}, False),
        ({"verdict": "weak"}, False),
        ({"step": "overleg"}, False),
        ({"objective": "feiten"}, False),
        ({"corrects": True}, False),
    ],
    ids=str,
)
def test_version(fields, same):
    """The version changes with what a choice does or means, not with how it is put."""
    assert (_with_choice(**fields) == _with_choice()) is same


def test_ids_that_look_like_fields():
    """A scene called `text` is a scene: it counts for the version."""
    one = decision({"text": {"see": choice("veilig")}})
    other = decision({"text": {"see": choice("veilig"), "ask": choice("text")}})
    assert compiled(one)["version"] != compiled(other)["version"]


def test_deck_version_follows_cards():
    """Taking a card out of a deck changes what a seed deals, so it changes the version."""
    fewer = replace(DECK, cards={id: DECK.cards[id] for id in ("een", "twee")})
    assert compiled(fewer)["version"] != compiled(DECK)["version"]


def test_condition_becomes_tree():
    """`when` is compiled to a tree; a bad one is refused."""
    bad = decision({"een": {"a": choice("veilig", when="tijd >")}})
    with pytest.raises(ConditionError):
        compiled(bad)
    choices = compiled(TRAINING)["scenes"]["ochtend"]["choices"]
    assert [choice.get("when") for choice in choices] == [None, [">", "tijd", 0], None]


def test_play_reads_no_text():
    """The engine plays on without any of the texts."""
    data = compiled(AID)
    for scene in data["scenes"].values():
        del scene["text"], scene["ask"]
    assert from_json(data).scenes.keys() == rules_of(AID).scenes.keys()
