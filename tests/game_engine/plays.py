"""Random plays of the tests' games, for hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from game_engine.play import State, choose, open_choices, start
from game_engine.rules import Rules
from tests.game_engine.games import GAMES


@st.composite
def plays(draw: st.DrawFn, longest: int = 20) -> tuple[Rules, State]:
    """Return a game and a state that up to `longest` open choices lead to."""
    rules = GAMES[draw(st.sampled_from(sorted(GAMES)))]
    state = start(rules, draw(st.integers(0, 2**32 - 1)))
    for _ in range(draw(st.integers(0, longest))):
        options = open_choices(rules, state)
        if not options:
            break
        state = choose(rules, state, draw(st.sampled_from(options)).id)
    return rules, state
