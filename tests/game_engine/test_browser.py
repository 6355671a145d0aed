"""JavaScript can do everything through one function, and gets an answer to whatever it sends."""

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game_engine import browser
from game_engine.codec import encode
from game_engine.compile import compiled
from game_engine.play import as_json, open_choices, replay
from game_engine.review import review
from tests.game_engine.games import AID, DECK, GAMES, TRAINING, YARDSTICK
from tests.game_engine.plays import plays

MEASURE = {"steps": YARDSTICK.steps, "required": YARDSTICK.required, "after": YARDSTICK.after}


def _session():
    """Return a function that asks with a dict and gets a dict, with the three games loaded."""
    answer = browser.session()
    for game in (TRAINING, AID, DECK):
        yardstick = MEASURE if game.kind == "decision" else None
        reply = answer(json.dumps({"do": "load", "game": compiled(game), "yardstick": yardstick}))
        assert json.loads(reply) == {"ok": True, "game": game.id, "version": compiled(game)["version"]}
    return lambda **request: json.loads(answer(json.dumps(request)))


ASK = _session()


@given(plays())
def test_play(play):
    """A play's answer is the engine's state, options and save; the save opens to the same answer."""
    rules, state = play
    reply = ASK(do="play", game=rules.id, seed=state.seed, log=state.log)
    assert reply == {
        "ok": True,
        "state": as_json(state),
        "options": [option.id for option in open_choices(rules, state)],
        "save": encode(rules, state),
    }
    assert ASK(do="decode", game=rules.id, save=reply["save"]) == reply


@given(plays())
def test_review(play):
    """A review is the engine's, with the yardstick that was loaded with the game."""
    rules, state = play
    reply = ASK(do="review", game=rules.id, seed=state.seed, log=state.log)
    assert reply == {"ok": True, "review": review(rules, state, YARDSTICK if rules.kind == "decision" else None)}


def test_bytes():
    """An answer is one certain text: sorted keys, no spaces, ASCII."""
    browser.answer(json.dumps({"do": "load", "game": compiled(TRAINING), "yardstick": MEASURE}))
    save = encode(GAMES["proef"], replay(GAMES["proef"], 3, ["noteren"]))
    assert browser.answer('{"do": "play", "game": "proef", "seed": 3, "log": ["noteren"]}') == (
        '{"ok":true,"options":["overleggen","doorgaan"],"save":"' + save + '","state":{"counters":{"tijd":2,'
        '"vertrouwen":2},"ending":"","log":["noteren"],"scene":"team","seed":3}}'
    )


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        ({}, "bad-request"),
        ({"do": 1}, "bad-request"),
        ({"do": "play"}, "bad-request"),
        ({"do": "dans", "game": "proef"}, "bad-request"),
        ({"do": "load", "game": "proef"}, "bad-request"),
        ({"do": "play", "game": "anders", "seed": 0, "log": []}, "unknown-game"),
        ({"do": "play", "game": "proef", "log": []}, "bad-request"),
        ({"do": "play", "game": "proef", "seed": True, "log": []}, "bad-request"),
        ({"do": "play", "game": "proef", "seed": -1, "log": []}, "bad-request"),
        ({"do": "play", "game": "proef", "seed": 2**32, "log": []}, "bad-request"),
        ({"do": "play", "game": "proef", "seed": 1.5, "log": []}, "bad-request"),
        ({"do": "play", "game": "proef", "seed": 0, "log": "noteren"}, "bad-request"),
        ({"do": "play", "game": "proef", "seed": 0, "log": [1]}, "bad-request"),
        ({"do": "play", "game": "proef", "seed": 0, "log": ["praten"]}, "illegal-move"),
        ({"do": "review", "game": "proef", "seed": 0, "log": ["praten"]}, "illegal-move"),
        ({"do": "decode", "game": "proef", "save": None}, "bad-request"),
        ({"do": "decode", "game": "proef", "save": "hallo"}, "not-a-save"),
    ],
    ids=str,
)
def test_refused(request_, code):
    """What cannot be done is answered with a code and words."""
    reply = ASK(**request_)
    assert (reply["ok"], reply["error"]["code"]) == (False, code)
    assert reply["error"]["message"]


@given(st.text())
def test_any_text(text):
    """Text that is no request is refused, not crashed on."""
    assert json.loads(browser.session()(text))["error"]["code"] in {"bad-request", "unknown-game"}


def test_light():
    """The browser gets neither the build's part of the engine nor a parser of conditions."""
    code = "import sys, game_engine.browser; print(*sorted(m for m in sys.modules if m.startswith('game_engine.')))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert loaded == [
        f"game_engine.{name}"
        for name in (
            "branching", "browser", "codec", "conditions", "deck", "play", "review", "rules", "yardstick",
        )
    ]  # fmt: skip
