"""Finds every moment that a game can come to, breadth-first, with the shortest way to each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from game_engine.play import MOVES, first
from game_engine.rules import Position, Rules

Edges: TypeAlias = tuple[tuple[str, int], ...]  # each open choice, and the node it leads to
LIMIT = 200_000  # positions; a trainer written by hand has hundreds, so more means a counter that runs wild


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """All positions of a game that can be reached with one seed, in breadth-first order: the start is node 0.

    `edges[n]` are the open choices of node n with the nodes they lead to, in the order of the scene. `origin[n]` is
    the node and choice from which n was first found (the start: -1). `complete` is false when the limit cut it short;
    a game whose start is no scene has no nodes.
    """

    rules: Rules
    seed: int
    nodes: tuple[Position, ...]
    edges: tuple[Edges, ...]
    origin: tuple[tuple[int, str], ...]
    complete: bool

    def path(self, node: int) -> tuple[str, ...]:
        """Return the fewest choices that lead to `node`."""
        choices = []
        while node:
            node, choice = self.origin[node]
            choices.append(choice)
        return tuple(reversed(choices))


def explore(rules: Rules, seed: int = 0, limit: int = LIMIT) -> Graph:
    """Return the graph of every position that play can reach, up to `limit` of them."""
    if rules.start not in rules.scenes:
        return Graph(rules, seed, (), (), (), complete=True)
    moves = MOVES[rules.kind]
    nodes = [first(rules)]
    index = {nodes[0]: 0}
    origin = [(-1, "")]
    edges: list[Edges] = []
    for here, position in enumerate(nodes):  # grows while we walk it: that is the breadth-first queue
        found = []
        for choice, target in moves(rules, seed, position):
            there = index.setdefault(target, len(nodes))
            if there == len(nodes):
                nodes.append(target)
                origin.append((here, choice))
            found.append((choice, there))
        edges.append(tuple(found))
        if len(nodes) > limit:
            edges.extend(() for _ in nodes[len(edges) :])
            return Graph(rules, seed, tuple(nodes), tuple(edges), tuple(origin), complete=False)
    return Graph(rules, seed, tuple(nodes), tuple(edges), tuple(origin), complete=True)


def leading_to(edges: Sequence[Edges], goals: Iterable[int]) -> set[int]:
    """Return the nodes from which a goal can be reached along `edges`, goals included."""
    sources: list[list[int]] = [[] for _ in edges]
    for node, ways in enumerate(edges):
        for _, there in ways:
            sources[there].append(node)
    queue = list(goals)
    found = set(queue)
    for there in queue:  # grows while we walk it
        new = set(sources[there]) - found
        found |= new
        queue.extend(new)
    return found
