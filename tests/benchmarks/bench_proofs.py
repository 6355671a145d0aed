"""How many states per second `explore` visits, against the plainest breadth-first search there is.

Ours works out each move from the rules, conditions and counters; the plain search looks its moves up.
"""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path

from game_engine.compile import rules_of
from game_engine.explore import explore
from game_engine.rules import Rules
from tests.benchmarks.row import Row
from tests.benchmarks.timing import alternating, seconds
from tests.game_engine.games import choice, decision

ROUNDS = 5
RANDOM_STATES = 96_176
MOVES = 3
COUNTERS = ("rust", "tijd", "vertrouwen")
HIGH = 46  # of each counter: 47³ states and an ending
SEED = 2026


def run(_folder: Path) -> list[Row]:
    """Return the row for proofs."""
    rules, edges = counting_game(), random_edges(RANDOM_STATES, MOVES)
    ours, theirs = len(explore(rules).nodes), len(search(edges, 0))
    measures = {"ours": lambda: seconds(lambda: explore(rules)), "plain": lambda: seconds(lambda: search(edges, 0))}
    medians = alternating(ROUNDS, measures)
    return [
        Row(
            f"proofs: explore {ours:,} states",
            ours / medians["ours"],
            f"plain search, {theirs:,} random states",
            theirs / medians["plain"],
            "states/s",
        )
    ]


def counting_game() -> Rules:
    """Return a training of one scene, which comes back with every value of three counters."""
    grow = {f"meer-{name}": choice("ochtend", effects={name: 1}, when=f"{name} < {HIGH}") for name in COUNTERS}
    done = choice("veilig", when=" and ".join(f"{name} == {HIGH}" for name in COUNTERS))
    return rules_of(decision({"ochtend": {**grow, "klaar": done}}, counters=dict.fromkeys(COUNTERS, (0, 0, HIGH))))


def random_edges(states: int, moves: int) -> Mapping[int, Sequence[int]]:
    """Return `moves` random moves from each state, of which one makes sure that every state can be reached."""
    chance = random.Random(SEED)
    return {
        state: [(state + 1) % states, *(chance.randrange(states) for _ in range(moves - 1))] for state in range(states)
    }


def search(edges: Mapping[int, Sequence[int]], start: int) -> dict[int, int]:
    """Return the distance of every state that can be reached from `start`."""
    distance = {start: 0}
    queue = deque([start])
    while queue:
        state = queue.popleft()
        for there in edges[state]:
            if there not in distance:
                distance[there] = distance[state] + 1
                queue.append(there)
    return distance
