"""The debrief says what a play shows, and for an aid and a deck nothing more than they keep."""

import json
from dataclasses import replace

import pytest
from hypothesis import given

from game_engine.compile import rules_of
from game_engine.play import replay
from game_engine.review import review
from game_engine.scenario import AidChoice, AidScene
from tests.game_engine.games import AID as GAME_OF_AID
from tests.game_engine.games import GAMES, YARDSTICK, choice, decision
from tests.game_engine.plays import plays

TRAINING, AID, DECK = GAMES["proef"], GAMES["hulp"], GAMES["praten"]


def _review(choices, rules=TRAINING):
    return review(rules, replay(rules, 0, choices), YARDSTICK)


def test_good_path():
    """A good play takes every step, diverges nowhere and leaves only the ending to read."""
    data = _review(["noteren", "overleggen", "praten"])
    assert (data["ending"], data["result"], data["divergence"]) == ("samen-verder", "safe", None)
    assert [(step["step"], step["status"], step["at"]) for step in data["steps"]] == [
        ("signalen", "taken", 0),
        ("overleg", "taken", 1),
        ("gesprek", "taken", 2),
    ]
    assert data["path"][0] == {
        "scene": "ochtend", "choice": "noteren", "verdict": "good", "step": "signalen", "objective": "feiten",
    }  # fmt: skip
    assert data["objectives"]["feiten"] == {"good": 1, "acceptable": 0, "weak": 0, "harmful": 0}
    assert data["read"] == ["begrippen/samen-verder"]


def test_divergence():
    """The first choice that is not good stands with what was good there; later ones only add to what to read."""
    data = _review(["afwachten", "beschuldigen", "excuses", "overleggen", "praten"])
    assert data["divergence"] == {
        "at": 0, "scene": "ochtend", "choice": "afwachten", "verdict": "weak", "better": ["noteren"],
    }  # fmt: skip
    assert data["read"] == ["begrippen/afwachten", "begrippen/kindcheck", "begrippen/samen-verder"]
    assert data["objectives"] == {
        "feiten": {"good": 0, "acceptable": 0, "weak": 1, "harmful": 0},
        "overleg": {"good": 1, "acceptable": 0, "weak": 0, "harmful": 0},
    }


@pytest.mark.parametrize(
    ("steps", "statuses"),
    [
        (["signalen", "overleg", "gesprek"], ["taken", "taken", "taken"]),
        (["signalen", "gesprek"], ["taken", "skipped", "taken"]),
        (["gesprek", "signalen"], ["taken", "skipped", "early"]),
        (["signalen", "gesprek", "overleg"], ["taken", "taken", "early"]),
        (["overleg", "signalen", "overleg"], ["taken", "early", "missed"]),
        ([], ["missed", "skipped", "missed"]),
    ],
    ids=str,
)
def test_steps(steps, statuses):
    """Each step of the protocol was taken, taken early, missed, or skipped if that may be."""
    scenes = {"een": {step: choice("een", step=step) for step in YARDSTICK.steps}}
    data = _review(steps, rules_of(decision(scenes)))
    assert [step["status"] for step in data["steps"]] == statuses
    assert [step["at"] for step in data["steps"]] == [
        steps.index(step) if step in steps else None for step in YARDSTICK.steps
    ]


def test_unfinished():
    """A play that has not ended has no ending, no result and nothing of an ending to read."""
    data = _review(["noteren"])
    assert (data["ending"], data["result"], data["read"]) == ("", "", [])


@pytest.mark.parametrize(
    ("choices", "note"),
    [
        (["nee"], ["Er zijn geen kinderen.", "Vastgelegd."]),
        (["weet-niet"], ["Vastgelegd."]),
        (["ja", "ja"], ["Er zijn kinderen.", "Veilig.", "Vastgelegd."]),
        pytest.param(["ja", "terug", "nee"], ["Er zijn geen kinderen.", "Vastgelegd."], id="an answer taken back"),
        pytest.param(["ja"], ["Er zijn kinderen."], id="unfinished"),
    ],
)
def test_note(choices, note):
    """The note of an aid holds the lines of the answers that stand, then the ending's; there is no score."""
    data = _review(choices, AID)
    assert data["note"] == note
    assert set(data) == {"kind", "ending", "note", "read"}


def test_answers_that_followed_one_that_is_taken_back_are_gone_too():
    """Who goes back two questions and takes another way leaves no line of the first way in the note."""
    ways = {
        "een": {"ja": AidChoice(text="", then="twee", note="Een ja."), "nee": AidChoice(text="", then="klaar")},
        "twee": {"ja": AidChoice(text="", then="drie", note="Twee ja.")},
        "drie": {"terug": AidChoice(text="", then="een")},
    }
    scenes = {id: AidScene(text="", ask="", choices=choices) for id, choices in ways.items()}
    rules = rules_of(replace(GAME_OF_AID, start="een", scenes=scenes))
    assert _review(["ja", "ja", "terug", "nee"], rules)["note"] == ["Vastgelegd."]


def test_aid_reading():
    """What to read follows the answers, then the ending."""
    assert _review(["ja", "ja"], AID)["read"] == ["protocollen/kindcheck#vragen", "begrippen/kindcheck"]


def test_conversation():
    """Of a conversation nothing is left but that it is over."""
    done = ["spelers-2", "verder", "beginnen", "pas", "pas", "afronden", "verder", "verder"]
    assert _review(done, DECK) == {"kind": "conversation", "ending": "einde", "farewell": "Dank jullie wel."}
    assert _review(done[:4], DECK) == {"kind": "conversation", "ending": "", "farewell": ""}


@given(plays())
def test_every_play_has_a_review(play):
    """Any play of any kind can be looked back on, as JSON."""
    rules, state = play
    data = review(rules, state, YARDSTICK)
    assert json.loads(json.dumps(data)) == data
    if rules.kind == "decision":
        assert [step["choice"] for step in data["path"]] == list(state.log)
        assert (data["divergence"] is None) == all(step["verdict"] == "good" for step in data["path"])
