"""How long a game takes is told for its shortest and its longest play."""

from game_engine.compile import rules_of
from game_engine.explore import explore
from game_engine.length import Length, length
from tests.game_engine.games import GAMES, choice, decision


def _length(scenes):
    return length(explore(rules_of(decision(scenes))))


def test_shortest_and_longest():
    """The way over all scenes is the longest, whatever the order in which the choices stand."""
    scenes = {
        "een": {"kort": choice("veilig"), "lang": choice("twee")},
        "twee": {"door": choice("drie"), "kort": choice("veilig")},
        "drie": {"klaar": choice("veilig")},
    }
    found = _length(scenes)
    assert (found.shortest_choices, found.longest_choices) == (1, 3)


def test_going_back_does_not_count():
    """A loop makes no play longer: its longest is the longest without going back."""
    scenes = {
        "een": {"blijven": choice("een"), "verder": choice("twee")},
        "twee": {"terug": choice("een"), "klaar": choice("veilig")},
    }
    found = _length(scenes)
    assert (found.shortest_choices, found.longest_choices) == (2, 2)


def test_minutes():
    """Words at 180 per minute and 15 seconds for a choice, rounded up."""
    words = " ".join(["woord"] * 360)
    found = _length({"een": {"klaar": choice("veilig", feedback=words)}})
    assert found == Length(1, 1, 3, 3)  # 360 words and the few of scene and ending: just over 2 minutes, and 15 seconds


def test_talking_takes_longer():
    """A card of a deck takes minutes, not seconds."""
    found = length(explore(GAMES["praten"]))
    assert (found.shortest_choices, found.longest_choices) == (7, 10)
    assert found.longest_minutes >= 20


def test_no_ending():
    """A game without a reachable ending has no length."""
    assert _length({"een": {"blijven": choice("een")}}) is None
