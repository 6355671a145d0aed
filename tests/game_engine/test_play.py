"""A state follows from the seed and the log, for every kind of game."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game_engine.compile import rules_of
from game_engine.play import IllegalMoveError, as_json, choose, open_choices, replay, start, undo
from tests.game_engine.games import GAMES, choice, decision
from tests.game_engine.plays import plays

TRAINING, AID, DECK = GAMES["proef"], GAMES["hulp"], GAMES["praten"]


@pytest.mark.parametrize(
    ("rules", "choices", "scene", "ending", "counters"),
    [
        pytest.param(TRAINING, [], "ochtend", "", {"tijd": 2, "vertrouwen": 1}, id="the start"),
        pytest.param(TRAINING, ["afwachten"], "ochtend", "", {"tijd": 1, "vertrouwen": 1}, id="back to the same scene"),
        pytest.param(
            TRAINING,
            ["noteren", "overleggen", "praten"],
            "",
            "samen-verder",
            {"tijd": 2, "vertrouwen": 2},
            id="the good path",
        ),
        pytest.param(
            TRAINING,
            ["beschuldigen", "overleggen", "aandringen"],
            "",
            "deur-dicht",
            {"tijd": 2, "vertrouwen": 0},
            id="the bad path",
        ),
        pytest.param(AID, ["ja", "terug", "nee"], "", "klaar", {}, id="an aid, with going back"),
        pytest.param(
            DECK, ["spelers-3"], "opening", "", {"player": 0, "players": 3, "turn": 0}, id="a deck before its cards"
        ),
        pytest.param(
            DECK,
            ["spelers-2", "verder", "beginnen", "pas", "afronden", "verder", "verder"],
            "",
            "einde",
            {"player": 2, "players": 2, "turn": 2},
            id="a deck to its end",
        ),
    ],
)
def test_replay(rules, choices, scene, ending, counters):
    """Choices lead where the game says; `scene` is empty at an ending, `ending` before it."""
    state = replay(rules, 0, choices)
    assert as_json(state) == {
        "seed": 0, "scene": scene, "ending": ending, "counters": counters, "log": choices,
    }  # fmt: skip


def test_open_choices():
    """What can be done now, with its text; a choice whose condition fails is not there."""
    assert [option.id for option in open_choices(TRAINING, start(TRAINING))] == ["noteren", "afwachten", "beschuldigen"]
    late = replay(TRAINING, 0, ["afwachten", "afwachten"])
    assert [(option.id, option.text) for option in open_choices(TRAINING, late)] == [
        ("noteren", "Naar team."),
        ("beschuldigen", "Naar team."),
    ]
    assert open_choices(AID, replay(AID, 0, ["nee"])) == ()


def test_illegal_move():
    """A choice that is not open is refused, with those that are; after the end there are none."""
    with pytest.raises(
        IllegalMoveError, match="no choice `praten` here; choose one of: noteren, afwachten, beschu"
    ) as error:
        choose(TRAINING, start(TRAINING), "praten")
    assert error.value.allowed == ("noteren", "afwachten", "beschuldigen")
    with pytest.raises(IllegalMoveError, match="the game is over"):
        replay(AID, 0, ["nee", "nee"])


def test_bounded():
    """A counter stays within its bounds even where the proof would fail."""
    scenes = {"een": {"meer": choice("een", effects={"tijd": 2}), "minder": choice("een", effects={"tijd": -9})}}
    rules = rules_of(decision(scenes, counters={"tijd": (1, 0, 2)}))
    assert replay(rules, 0, ["meer", "meer"]).counters == {"tijd": 2}
    assert replay(rules, 0, ["meer", "minder"]).counters == {"tijd": 0}


def test_dangling_choice_is_closed():
    """A choice that leads to no scene or ending is not open."""
    rules = rules_of(decision({"een": {"weg": choice("nergens"), "klaar": choice("veilig")}}))
    assert [option.id for option in open_choices(rules, start(rules))] == ["klaar"]


@given(plays())
def test_any_log_replays(play):
    """Replaying the log of any play gives the same state."""
    rules, state = play
    assert replay(rules, state.seed, state.log) == state


@given(plays())
def test_undo_after_choose(play):
    """Undo after choose gives back the state as it was, whatever was chosen."""
    rules, state = play
    for option in open_choices(rules, state):
        assert undo(rules, choose(rules, state, option.id)) == state


@given(plays(), st.text())
def test_only_open_choices(play, other):
    """Choosing anything that is not open is refused and says what is."""
    rules, state = play
    options = tuple(option.id for option in open_choices(rules, state))
    if other not in options:
        with pytest.raises(IllegalMoveError) as error:
            choose(rules, state, other)
        assert error.value.allowed == options


@pytest.mark.parametrize("rules", GAMES.values(), ids=GAMES)
def test_undo_at_the_start(rules):
    """At the start there is nothing to undo."""
    assert undo(rules, start(rules, 3)) == start(rules, 3)
