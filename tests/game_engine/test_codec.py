"""A play fits on one line, and no line but its own is taken for it."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game_engine.codec import LONGEST, SaveError, decode, encode
from game_engine.play import State, replay, start
from tests.game_engine.games import GAMES
from tests.game_engine.plays import plays

TRAINING = GAMES["proef"]
STATE = replay(TRAINING, 7, ["noteren", "overleggen"])


def _line(*fields, checksum=""):
    body = "~".join(fields)
    return f"{body}~{checksum or f'{zlib.crc32(body.encode()):08x}'}"


def _save(game="proef", version=TRAINING.version, seed="7", log="noteren,overleggen", format="B1"):
    return _line(format, game, version, seed, log)


def _reason(text):
    with pytest.raises(SaveError) as error:
        decode(TRAINING, text)
    return error.value.reason


def test_form():
    """The line is as documented, so that JavaScript can write and read it as well."""
    assert encode(TRAINING, STATE) == _save()
    assert encode(TRAINING, start(TRAINING, 7)) == _save(log="")
    assert zlib.crc32(b"123456789") == 0xCBF43926  # the check value of CRC-32 (IEEE), for other implementations


@given(plays())
def test_there_and_back(play):
    """Any play of any game comes back from its save, also with white space around it."""
    rules, state = play
    assert decode(rules, encode(rules, state)) == state
    assert decode(rules, f"  {encode(rules, state)}\n") == state


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not-a-save"),
        ("hallo", "not-a-save"),
        ("B", "not-a-save"),
        ("B1", "not-a-save"),
        ("B1~", "not-a-save"),
        ("Bx~proef", "not-a-save"),
        ("https://example.org/?B1~", "not-a-save"),
        ("x" * 30_000, "not-a-save"),
        ("B1~" + "x" * LONGEST, "too-long"),
        (_save(format="B2"), "other-format-version"),
        ("B12~something newer, with other parts", "other-format-version"),
        ("B1~proef", "damaged"),
        (_save()[:-1], "damaged"),
        (_save().upper(), "damaged"),
        (_save().replace("noteren", "notéren"), "damaged"),
        (_line("B1", "proef", TRAINING.version, "7", "noteren", "overleggen"), "damaged"),
        (_save(seed="-1"), "damaged"),
        (_save(seed="07"), "damaged"),
        (_save(seed=""), "damaged"),
        (_save(seed=str(2**32)), "damaged"),
        (_save(seed="9" * 5000), "damaged"),
        (_save(game="hulp"), "other-game"),
        (_save(version="000000000000"), "other-content-version"),
        (_save(log="praten"), "illegal-log"),
        (_save(log="noteren,,overleggen"), "illegal-log"),
        (_save(log="noteren,overleggen,praten,praten"), "illegal-log"),
    ],
)
def test_refused(text, reason):
    """Every other text is refused, with the reason."""
    assert _reason(text) == reason


@given(st.data())
def test_a_changed_character_is_noticed(data):
    """A save with one character changed, added or left out is refused, or still means the same play."""
    rules, state = data.draw(plays())
    text = encode(rules, state)
    at = data.draw(st.integers(0, len(text) - 1))
    put = data.draw(st.one_of(st.just(""), st.characters(), st.sampled_from("~,0aB"), st.just(text[at] * 2)))
    changed = text[:at] + put + text[at + 1 :]
    try:
        assert decode(rules, changed) == state
    except SaveError as error:
        assert error.reason
    else:
        assert changed.strip() == text


@given(st.text())
def test_any_text(text):
    """No text makes reading a save crash."""
    assert _reason(text)
    assert _reason(f"B1~{text}")


def test_too_long_to_save():
    """A play that would not fit is refused when it is saved, not when it is opened."""
    with pytest.raises(SaveError) as error:
        encode(TRAINING, State(0, "ochtend", "", {}, ("afwachten",) * 3000))
    assert error.value.reason == "too-long"
