"""The explored graph as a table, from which a page plays without Python.

    {"format": 1, "game": id, "version": as in a save, "seed": n,
     "counters": [name, ...],                          the order of the values below
     "places": [{"scene": id, "choices": [id, ...]} | {"ending": id}, ...],
     "nodes": [[place, [value, ...], [node, ...]], ...]}

Node 0 is the start. The last list of a node has, for each choice of its scene in order, the node that it leads to, or
-1 where the choice is not open; at an ending it is empty. To play in JavaScript:

    const [place, values, targets] = table.nodes[node];
    const {scene = "", ending = "", choices = []} = table.places[place];
    const open = choices.filter((_, i) => targets[i] >= 0);
    node = targets[choices.indexOf(choice)];           // choose; undo: walk the log again from 0

The state at a node is {seed, scene, ending, counters, log}, equal to what `play` gives for the same log: a test
compares them for every path.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from game_engine.explore import Graph, explore
from game_engine.rules import Rules

FORMAT = 1


def table(graph: Graph) -> dict[str, Any]:
    """Return the table of a graph that was explored to its end."""
    rules = graph.rules
    places = list(dict.fromkeys((scene, ending) for scene, ending, _ in graph.nodes))
    index = {place: number for number, place in enumerate(places)}
    nodes = []
    for (scene, ending, values), edges in zip(graph.nodes, graph.edges, strict=True):
        leads = dict(edges)
        choices = rules.scenes[scene].choices if scene else ()
        nodes.append([index[scene, ending], list(values), [leads.get(choice, -1) for choice in choices]])
    return {
        "format": FORMAT,
        "game": rules.id,
        "version": rules.version,
        "seed": graph.seed,
        "counters": list(rules.counters),
        "places": [
            {"scene": scene, "choices": list(rules.scenes[scene].choices)} if scene else {"ending": ending}
            for scene, ending in places
        ],
        "nodes": nodes,
    }


def tables(rules: Rules, seeds: Iterable[int]) -> list[dict[str, Any]]:
    """Return a table for each seed: for a deck, so many deals that need no Python."""
    return [table(explore(rules, seed)) for seed in seeds]
