"""Proofs that a training teaches what the guidance says: doing right ends well, unrepaired harm does not.

They hold for every path, so the search goes over nodes of the graph together with what the path did so far.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias, TypeVar

from game_engine.explore import Edges, Graph, leading_to
from game_engine.finding import Finding
from game_engine.rules import Choice
from game_engine.yardstick import Yardstick

Memory = TypeVar("Memory")
# What a path remembers after a choice; None: this path is of no interest any more.
Remember: TypeAlias = Callable[[Memory, Choice], Memory | None]


def good_path_not_safe(graph: Graph) -> Iterator[Finding]:
    """Every path of only `good` choices comes to an ending, and to one that is `safe`."""
    paths = {node: path for node, _, path in _walk(graph, True, lambda _, choice: choice.verdict == "good" or None)}
    good = [_good_edges(graph, node) if node in paths else () for node in range(len(graph.nodes))]
    going_round = set(paths) - leading_to(good, [node for node, edges in enumerate(good) if not edges])
    rounds = [node for node in paths if node in going_round][:1]
    told: set[str] = set()
    for node in (*(node for node in paths if not good[node]), *rounds):
        scene, ending, _ = graph.nodes[node]
        if ending and (result := graph.rules.endings[ending].result) != "safe":
            message = (
                f"only good choices lead to `{ending}`, which is `{result}`; make a verdict or the way there right"
            )
        elif scene and graph.edges[node]:  # without edges it is a dead end, which is told elsewhere
            what = "good choices only go round" if good[node] else "no good choice is open"
            message = f"only good choices lead to scene `{scene}`, but there {what}; give it a good way on"
        else:
            continue
        if (scene or ending) not in told:
            told.add(scene or ending)
            where = ("scenes", scene) if scene else ("endings", ending)
            yield Finding("good-path-not-safe", where, message, paths[node]())


def good_path_breaks_protocol(graph: Graph, yardstick: Yardstick) -> Iterator[Finding]:
    """Every path of only `good` choices takes the required steps of the protocol, in an allowed order."""
    told: set[tuple[str, ...]] = set()

    def remember(taken: frozenset[str], choice: Choice) -> frozenset[str] | None:
        return taken | ({choice.step} & known) if choice.verdict == "good" else None

    known = frozenset(yardstick.steps)
    for node, taken, path in _walk(graph, frozenset[str](), remember):
        scene, ending, _ = graph.nodes[node]
        missed = [step for step in yardstick.required if step not in taken] if ending else []
        if missed and (ending, *missed) not in told:
            told.add((ending, *missed))
            yield Finding(
                "good-path-breaks-protocol",
                ("endings", ending),
                f"only good choices lead to `{ending}` without the required {_listed(missed)}",
                path(),
            )
        for good, _ in _good_edges(graph, node):
            for first, later in yardstick.broken_by(graph.rules.scenes[scene].choices[good].step, taken):
                if (scene, good, first, later) not in told:
                    told.add((scene, good, first, later))
                    yield Finding(
                        "good-path-breaks-protocol",
                        ("scenes", scene, "choices", good, "step"),
                        f"the protocol takes step `{first}` before `{later}`; here a good path does not",
                        (*path(), good),
                    )


def harmful_path_safe(graph: Graph) -> Iterator[Finding]:
    """No path ends `safe` after a `harmful` choice, unless a later choice `corrects` it (and all before it)."""

    def remember(harmed: bool, choice: Choice) -> bool:
        return choice.verdict == "harmful" or (harmed and not choice.corrects)

    told: set[str] = set()
    for node, harmed, path in _walk(graph, False, remember):
        ending = graph.nodes[node][1]
        if harmed and ending and ending not in told and graph.rules.endings[ending].result == "safe":
            told.add(ending)
            yield Finding(
                "harmful-path-safe",
                ("endings", ending),
                f"a harmful choice leads to `{ending}`, which is `safe`, and nothing corrects it; "
                "add `corrects: true` to the choice that repairs the harm, or lead elsewhere",
                path(),
            )


def _walk(
    graph: Graph, start: Memory, remember: Remember[Memory]
) -> Iterator[tuple[int, Memory, Callable[[], tuple[str, ...]]]]:
    """Yield every (node, memory) that some path comes to, shortest first, and a function that gives that path."""
    points = [(0, start)]
    origin: dict[tuple[int, Memory], tuple[tuple[int, Memory], str] | None] = {points[0]: None}

    def path(point: tuple[int, Memory]) -> tuple[str, ...]:
        choices = []
        while came := origin[point]:
            point, choice = came
            choices.append(choice)
        return tuple(reversed(choices))

    for point in points:  # grows while we walk it
        node, memory = point
        yield node, memory, lambda point=point: path(point)  # type: ignore[misc]
        for taken, there in graph.edges[node]:
            after = remember(memory, graph.rules.scenes[graph.nodes[node][0]].choices[taken])
            if after is not None and (there, after) not in origin:
                origin[there, after] = (point, taken)
                points.append((there, after))


def _good_edges(graph: Graph, node: int) -> Edges:
    """Return the edges of `node` whose choices are good."""
    edges = graph.edges[node]
    if not edges:
        return ()
    choices = graph.rules.scenes[graph.nodes[node][0]].choices
    return tuple((taken, there) for taken, there in edges if choices[taken].verdict == "good")


def _listed(steps: list[str]) -> str:
    return ("step " if len(steps) == 1 else "steps ") + ", ".join(f"`{step}`" for step in steps)
