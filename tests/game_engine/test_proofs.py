"""Each proof fails on a small game that breaks it, with a path that shows it, and holds on one that does not."""

import pytest

from game_engine.compile import compiled, rules_of
from game_engine.explore import explore
from game_engine.play import IllegalMoveError, replay
from game_engine.proofs import prove
from game_engine.rules import from_json
from tests.game_engine.games import DECK, GAMES, YARDSTICK, choice, decision

SAFE = {"veilig": "safe"}
BOTH = {"veilig": "safe", "mis": "unsafe"}
WAY = {  # a good path along the whole protocol
    "signalen": {"noteren": choice("overleg", step="signalen")},
    "overleg": {"bellen": choice("gesprek", step="overleg")},
    "gesprek": {"praten": choice("veilig", step="gesprek")},
}


def _prove(scenes, endings=None, counters=None, limit=200_000):
    graph = explore(rules_of(decision(scenes, endings, counters)), limit=limit)
    return [(finding.code, finding.where, finding.path) for finding in prove(graph, YARDSTICK)]


@pytest.mark.parametrize(
    ("change", "counters", "found"),
    [
        pytest.param({}, {}, [], id="nothing wrong"),
        pytest.param(
            {"eiland": {"terug": choice("overleg", "weak")}},
            {},
            [("unreachable-scene", ("scenes", "eiland"), ())],
            id="unreachable scene",
        ),
        pytest.param(
            {"overleg": {**WAY["overleg"], "nooit": choice("gesprek", "weak", when="tijd > 5")}},
            {"tijd": (0, 0, 5)},
            [("unreachable-choice", ("scenes", "overleg", "choices", "nooit"), ())],
            id="unreachable choice",
        ),
        pytest.param(
            {"overleg": {**WAY["overleg"], "ooit": choice("gesprek", "weak", when="tijd < 5")}},
            {"tijd": (0, 0, 5)},
            [],
            id="reachable choice",
        ),
        pytest.param(
            {"overleg": {**WAY["overleg"], "dwalen": choice("muur", "weak")}, "muur": {}},
            {},
            [("dead-end", ("scenes", "muur"), ("noteren", "dwalen"))],
            id="dead end without choices",
        ),
        pytest.param(
            {
                "overleg": {**WAY["overleg"], "dwalen": choice("muur", "weak")},
                "muur": {"door": choice("veilig", when="t > 0")},
            },
            {"t": (0, 0, 1)},
            [
                ("dead-end", ("scenes", "muur"), ("noteren", "dwalen")),
                ("unreachable-choice", ("scenes", "muur", "choices", "door"), ()),
            ],
            id="dead end by conditions",
        ),
        pytest.param(
            {
                "overleg": {**WAY["overleg"], "dwalen": choice("kring", "weak")},
                "kring": {"rond": choice("ring", "weak")},
                "ring": {"rond": choice("kring", "weak")},
            },
            {},
            [("endless-loop", ("scenes", "kring"), ("noteren", "dwalen"))],
            id="endless loop",
        ),
        pytest.param(
            {"overleg": {**WAY["overleg"], "wachten": choice("overleg", "weak"), "terug": choice("signalen", "weak")}},
            {},
            [],
            id="a loop with a way out",
        ),
        pytest.param(
            {"overleg": {"bellen": choice("gesprek", step="overleg", effects={"tijd": 1, "rust": -2})}},
            {"tijd": (1, 0, 1), "rust": (2, 0, 2)},
            [
                (
                    "counter-out-of-bounds",
                    ("scenes", "overleg", "choices", "bellen", "effects", "tijd"),
                    ("noteren", "bellen"),
                )
            ],
            id="counter out of bounds, the other just within",
        ),
        pytest.param(
            {"gesprek": {"praten": choice("signalen", step="gesprek"), "weg": choice("veilig", "weak")}},
            {},
            [("good-path-not-safe", ("scenes", "signalen"), ())],
            id="good choices go round",
        ),
        pytest.param(
            {"gesprek": {"praten": choice("veilig", "acceptable", step="gesprek")}},
            {},
            [("good-path-not-safe", ("scenes", "gesprek"), ("noteren", "bellen"))],
            id="no good choice",
        ),
        pytest.param(
            {"overleg": {**WAY["overleg"], "overslaan": choice("gesprek")}},
            {},
            [],
            id="good path skips an optional step",
        ),
        pytest.param(
            {"signalen": {"noteren": choice("overleg")}},
            {},
            [
                (
                    "good-path-breaks-protocol",
                    ("scenes", "overleg", "choices", "bellen", "step"),
                    ("noteren", "bellen"),
                ),
                (
                    "good-path-breaks-protocol",
                    ("scenes", "gesprek", "choices", "praten", "step"),
                    ("noteren", "bellen", "praten"),
                ),
                ("good-path-breaks-protocol", ("endings", "veilig"), ("noteren", "bellen", "praten")),
            ],
            id="good path without a required step",
        ),
        pytest.param(
            {
                "overleg": {"bellen": choice("gesprek")},
                "gesprek": {"praten": choice("na", step="gesprek")},
                "na": {"bellen": choice("veilig", step="overleg")},
            },
            {},
            [
                (
                    "good-path-breaks-protocol",
                    ("scenes", "na", "choices", "bellen", "step"),
                    ("noteren", "bellen", "praten", "bellen"),
                )
            ],
            id="good path takes an optional step too late",
        ),
        pytest.param(
            {"overleg": {**WAY["overleg"], "slaan": choice("gesprek", "harmful")}},
            {},
            [("harmful-path-safe", ("endings", "veilig"), ("noteren", "slaan", "praten"))],
            id="harm ends safe",
        ),
        pytest.param(
            {
                "overleg": {**WAY["overleg"], "slaan": choice("spijt", "harmful")},
                "spijt": {"excuses": choice("gesprek", "acceptable", corrects=True)},
            },
            {},
            [],
            id="harm is corrected",
        ),
        pytest.param(
            {
                "signalen": {**WAY["signalen"], "slaan": choice("overleg", "harmful")},
                "overleg": {**WAY["overleg"], "excuses": choice("gesprek", "weak", corrects=True)},
            },
            {},
            [("harmful-path-safe", ("endings", "veilig"), ("slaan", "bellen", "praten"))],
            id="harm is corrected on one way only",
        ),
    ],
)
def test_proofs(change, counters, found):
    """One change to a sound game breaks one proof, or none."""
    assert _prove({**WAY, **change}, SAFE, counters) == found


def test_unreachable_ending():
    """An ending to which nothing leads is found."""
    assert _prove(WAY, BOTH) == [("unreachable-ending", ("endings", "mis"), ())]


def test_good_path_to_an_unsafe_ending():
    """An ending that good choices reach must be safe, so not open either; one that weak choices reach need not be."""
    weak = {"overleg": {**WAY["overleg"], "weg": choice("mis", "weak")}}
    good = {"overleg": {**WAY["overleg"], "weg": choice("mis", step="gesprek")}}
    assert _prove({**WAY, **weak}, BOTH) == []
    found = [("good-path-not-safe", ("endings", "mis"), ("noteren", "weg"))]
    assert _prove({**WAY, **good}, BOTH) == found
    assert _prove({**WAY, **good}, {**BOTH, "mis": "open"}) == found


def test_harm_may_end_unsafe():
    """Uncorrected harm that ends badly is what a training shows."""
    harm = {"overleg": {**WAY["overleg"], "slaan": choice("mis", "harmful")}}
    assert _prove({**WAY, **harm}, BOTH) == []


def test_too_many_states():
    """A graph that was cut short proves nothing but that."""
    scenes = {"een": {"meer": choice("een", effects={"tijd": 1}), "klaar": choice("veilig")}}
    found = _prove(scenes, SAFE, {"tijd": (0, 0, 10**9)}, limit=20)
    assert found == [("too-many-states", ("counters",), ())]


def test_what_links_report_is_not_told_twice():
    """A start or a choice that leads nowhere is the links step's to report."""
    assert _prove({"een": {"a": choice("nergens")}}, {"veilig": "safe"}) == [
        ("unreachable-ending", ("endings", "veilig"), ()),
    ]
    assert prove(explore(rules_of(decision({"een": {"a": choice("veilig")}}, start="nergens"))), YARDSTICK) == ()


def test_without_a_yardstick():
    """Without a protocol there is nothing to break."""
    graph = explore(rules_of(decision({"een": {"a": choice("veilig")}})))
    assert prove(graph) == ()
    assert [finding.code for finding in prove(graph, YARDSTICK)] == ["good-path-breaks-protocol"]


@pytest.mark.parametrize("rules", GAMES.values(), ids=GAMES)
def test_sound_games(rules):
    """The proofs hold for a sound game of each kind, whatever the seed."""
    for seed in range(5):
        assert prove(explore(rules, seed), YARDSTICK) == ()


def test_a_deck_for_nobody():
    """A deck that nobody can play is found, at the key where the editor wrote it."""
    data = compiled(DECK)
    graph = explore(from_json({**data, "scenes": {**data["scenes"], "spelers": {"choices": []}}}))
    found = [(finding.code, finding.where) for finding in prove(graph)]
    assert ("dead-end", ("players",)) in found
    assert ("unreachable-scene", ("cards", "een")) in found


def test_paths_can_be_replayed():
    """The path of a finding is a play that an author can repeat."""
    scenes = {
        **WAY,
        "overleg": {**WAY["overleg"], "slaan": choice("gesprek", "harmful"), "weg": choice("muur", "weak")},
        "muur": {},
    }
    rules = rules_of(decision(scenes))
    findings = prove(explore(rules), YARDSTICK)
    assert {finding.code for finding in findings} == {"dead-end", "harmful-path-safe"}
    for finding in findings:
        state = replay(rules, 0, finding.path)
        assert finding.where[1] in (state.scene, state.ending)
        with pytest.raises(IllegalMoveError):
            replay(rules, 0, (*finding.path, "nergens"))
