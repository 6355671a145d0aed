"""A deck deals every card once, round the players, and lets anyone pass."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game_engine.deck import shuffled
from game_engine.play import choose, open_choices, replay
from tests.game_engine.games import GAMES

DECK = GAMES["praten"]
START = ["spelers-3", "verder", "beginnen"]


def _cards(seed, answer="besproken"):
    """Return the scenes and players of a whole deal, and the state after it."""
    state, dealt = replay(DECK, seed, START), []
    while state.scene.startswith("kaart-"):
        dealt.append((state.scene, state.counters["player"]))
        state = choose(DECK, state, answer)
    return dealt, state


@given(st.integers(0, 2**32 - 1))
def test_every_card_once(seed):
    """Whatever the seed, each card comes once, the turn goes round, and then the closing round starts."""
    dealt, after = _cards(seed)
    assert sorted(card for card, _ in dealt) == sorted(DECK.cards)
    assert [player for _, player in dealt] == [1, 2, 3, 1, 2]
    assert after.scene == "slotronde-1"


@given(st.integers(0, 2**32 - 1))
def test_passing_leaves_no_trace(seed):
    """A group that passes every card meets the same cards and ends in the same position as one that talks."""
    (talked, after_talk), (passed, after_pass) = _cards(seed), _cards(seed, "pas")
    assert talked == passed
    assert (after_talk.scene, after_talk.counters) == (after_pass.scene, after_pass.counters)


@pytest.mark.parametrize(
    ("seed", "order"),
    [
        (0, "vier een twee vijf drie"),
        (1, "een drie vijf twee vier"),
        (4294967295, "vier vijf twee drie een"),
    ],
)
def test_same_deal_everywhere(seed, order):
    """A seed deals the order written here, in every version of Python and in the browser."""
    assert " ".join(shuffled(("een", "twee", "drie", "vier", "vijf"), seed)) == order


def test_each_order_is_dealt_about_as_often():
    """Over many seeds every card is first about equally often."""
    firsts = [shuffled(("a", "b", "c", "d"), seed)[0] for seed in range(2000)]
    assert all(430 < firsts.count(card) < 570 for card in "abcd")


def test_stopping_early():
    """Passing is open at every card; going to the closing round from the second card on."""
    first = replay(DECK, 5, START)
    assert [option.id for option in open_choices(DECK, first)] == ["besproken", "pas"]
    second = choose(DECK, first, "pas")
    assert [option.id for option in open_choices(DECK, second)] == ["besproken", "pas", "afronden"]
    assert choose(DECK, second, "afronden").scene == "slotronde-1"
