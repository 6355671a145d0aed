"""How long a game takes: its shortest and its longest play."""

from __future__ import annotations

import math
from dataclasses import dataclass

from game_engine.explore import Graph

WORDS_PER_MINUTE = (
    180  # careful reading on a phone, below the 238 of Brysbaert (2019) for silent reading of non-fiction
)
SECONDS_PER_CHOICE = {"decision": 15, "aid": 15, "conversation": 120}  # to weigh it; of a card, to talk about it


@dataclass(frozen=True)
class Length:
    """The shortest and the longest play from start to ending, in choices and in whole minutes."""

    shortest_choices: int
    longest_choices: int
    shortest_minutes: int
    longest_minutes: int


def length(graph: Graph) -> Length | None:
    """Return how long a play takes; None if no ending can be reached.

    The longest play is one that never goes back: choices that return to a moment already on the way there (found
    depth-first, in the order of the scene) do not count, for with them a play has no longest.
    Minutes: the words of scenes, open choices, feedback and ending, and some seconds for each choice.
    """
    shortest = next((graph.path(node) for node, position in enumerate(graph.nodes) if position[1]), None)
    if shortest is None:
        return None
    longest = _longest_path(graph)
    return Length(len(shortest), len(longest), _minutes(graph, shortest), _minutes(graph, longest))


def _longest_path(graph: Graph) -> tuple[str, ...]:
    """Return the choices of the longest play without going back."""
    best: dict[int, tuple[int, str, int]] = {}  # node: choices still to go, the first of them, where it leads
    for node in _last_first(graph):
        options = [(best[there][0] + 1, choice, there) for choice, there in graph.edges[node] if there in best]
        if graph.nodes[node][1]:
            best[node] = (0, "", node)
        elif options:
            best[node] = max(options, key=lambda option: option[0])
    path, node = [], 0
    while best[node][0]:
        _, choice, node = best[node]
        path.append(choice)
    return tuple(path)


def _last_first(graph: Graph) -> list[int]:
    """Return the nodes so that each comes after all that it leads to, but for those that lead back to it."""
    order: list[int] = []
    seen = {0}
    way = [(0, iter(graph.edges[0]))]
    while way:
        node, ahead = way[-1]
        step = next(((choice, there) for choice, there in ahead if there not in seen), None)
        if step is None:
            order.append(node)
            way.pop()
        else:
            seen.add(step[1])
            way.append((step[1], iter(graph.edges[step[1]])))
    return order


def _minutes(graph: Graph, path: tuple[str, ...]) -> int:
    """Return how long `path` takes, rounded up."""
    rules, node, words = graph.rules, 0, 0
    for taken in path:
        scene = rules.scenes[graph.nodes[node][0]]
        read = [scene.text, scene.ask, scene.choices[taken].feedback]
        read += [scene.choices[choice].text for choice, _ in graph.edges[node]]
        words += sum(len(text.split()) for text in read)
        node = dict(graph.edges[node])[taken]
    words += len(rules.endings[graph.nodes[node][1]].text.split())
    return math.ceil(words / WORDS_PER_MINUTE + len(path) * SECONDS_PER_CHOICE[rules.kind] / 60)
