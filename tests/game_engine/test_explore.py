"""Exploration finds every position that play can reach, and nothing else."""

import pytest
from hypothesis import given, settings

from game_engine.compile import rules_of
from game_engine.explore import explore, leading_to
from game_engine.play import open_choices, replay
from tests.game_engine.games import GAMES, choice, decision
from tests.game_engine.plays import plays


def _position(state):
    return (state.scene, state.ending, tuple(state.counters.values()))


@pytest.mark.parametrize("rules", GAMES.values(), ids=GAMES)
def test_agrees_with_play(rules):
    """Each node is what its path plays to, and its edges are the choices open there."""
    graph = explore(rules, seed=3)
    for node, position in enumerate(graph.nodes):
        state = replay(rules, 3, graph.path(node))
        assert _position(state) == position
        assert [choice for choice, _ in graph.edges[node]] == [option.id for option in open_choices(rules, state)]


@settings(max_examples=50)
@given(plays())
def test_every_play_is_in_the_graph(play):
    """A random play walks along the edges, and its path in the graph is not longer than the play."""
    rules, state = play
    graph = explore(rules, state.seed)
    node = 0
    for taken in state.log:
        node = dict(graph.edges[node])[taken]
    assert graph.nodes[node] == _position(state)
    assert len(graph.path(node)) <= len(state.log)


def test_limit():
    """Exploring stops when there are more positions than the limit, and says so."""
    scenes = {"een": {"meer": choice("een", effects={"tijd": 1}), "klaar": choice("veilig")}}
    rules = rules_of(decision(scenes, counters={"tijd": (0, 0, 10**9)}))
    graph = explore(rules, limit=50)
    assert not graph.complete
    assert 50 < len(graph.nodes) == len(graph.edges) == len(graph.origin) < 55
    assert explore(GAMES["hulp"], limit=3).complete


def test_unknown_start_and_dangling_choices():
    """A game that the links step will refuse is explored as far as it goes."""
    assert explore(rules_of(decision({"een": {"a": choice("veilig")}}, start="nergens"))).nodes == ()
    graph = explore(rules_of(decision({"een": {"a": choice("nergens")}})))
    assert (len(graph.nodes), graph.edges) == (1, ((),))


def test_leading_to():
    """All nodes from which a goal can be reached, along a loop too."""
    edges = [(("a", 1),), (("b", 0), ("c", 2)), (), (("d", 3),)]
    assert leading_to(edges, [2]) == {0, 1, 2}
    assert leading_to(edges, []) == set()
