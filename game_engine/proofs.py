"""What must hold on every way through a game. Each proof is a function from its explored graph to findings.

A finding carries the shortest play that shows it. `proofs_of_guidance` holds the proofs of what a training teaches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from game_engine.compile_deck import CARD
from game_engine.explore import Graph, leading_to
from game_engine.finding import Finding
from game_engine.proofs_of_guidance import good_path_breaks_protocol, good_path_not_safe, harmful_path_safe
from game_engine.yardstick import Yardstick

Proof = Callable[[Graph], Iterator[Finding]]


def prove(graph: Graph, yardstick: Yardstick | None = None) -> tuple[Finding, ...]:
    """Return what is wrong with a game; nothing if all its proofs hold. A decision needs its `yardstick`.

    A graph that was cut short proves nothing, so then that is the only finding.
    """
    if not graph.complete:
        return (_too_many_states(graph),)
    if not graph.nodes:
        return ()
    found = [finding for proof in PROOFS[graph.rules.kind] for finding in proof(graph)]
    if graph.rules.kind == "decision" and yardstick:
        found += good_path_breaks_protocol(graph, yardstick)
    return tuple(found)


def unreachable_scene(graph: Graph) -> Iterator[Finding]:
    """Every scene can be reached."""
    reached = {scene for scene, _, _ in graph.nodes}
    for scene in graph.rules.scenes:
        if scene not in reached:
            yield Finding(
                "unreachable-scene",
                _key(graph, scene),
                f"no play comes to scene `{scene}`; lead a choice to it, or loosen the conditions on the way",
            )


def unreachable_choice(graph: Graph) -> Iterator[Finding]:
    """Every choice of a scene that can be reached is open at least once."""
    taken = {(position[0], choice) for position, edges in _steps(graph) for choice, _ in edges}
    for scene in dict.fromkeys(scene for scene, _, _ in graph.nodes if scene):
        for choice in graph.rules.scenes[scene].choices.values():
            if choice.target and (scene, choice.id) not in taken:
                yield Finding(
                    "unreachable-choice",
                    ("scenes", scene, "choices", choice.id),
                    f"choice `{choice.id}` is never open; its condition holds in no play",
                )


def unreachable_ending(graph: Graph) -> Iterator[Finding]:
    """Every ending can be reached."""
    reached = {ending for _, ending, _ in graph.nodes}
    for ending in graph.rules.endings:
        if ending not in reached:
            yield Finding(
                "unreachable-ending",
                ("endings", ending),
                f"no play comes to ending `{ending}`; lead a choice to it, or loosen the conditions on the way",
            )


def dead_end(graph: Graph) -> Iterator[Finding]:
    """Every moment that is no ending has an open choice."""
    for node in _first_per_scene(graph, _stuck(graph)):
        scene = graph.nodes[node][0]
        yield Finding(
            "dead-end",
            _key(graph, scene),
            f"in scene `{scene}` no choice is open{_with_counters(graph, node)}; leave one choice without `when`",
            graph.path(node),
        )


def endless_loop(graph: Graph) -> Iterator[Finding]:
    """From every moment a play can still end. Going back to try again is fine, as long as there is a way out."""
    stops = [node for node, edges in enumerate(graph.edges) if not edges]  # endings, and dead ends told elsewhere
    trapped = set(range(len(graph.nodes))) - leading_to(graph.edges, stops)
    entries = [node for node in sorted(trapped) if graph.origin[node][0] not in trapped]
    for node in _first_per_scene(graph, entries):
        scene = graph.nodes[node][0]
        yield Finding(
            "endless-loop",
            _key(graph, scene),
            f"from scene `{scene}`{_with_counters(graph, node)} no ending can be reached any more; add a way out",
            graph.path(node),
        )


def counter_out_of_bounds(graph: Graph) -> Iterator[Finding]:
    """No choice moves a counter past its bounds."""
    names, seen = tuple(graph.rules.counters), set()
    for node, ((scene, _, values), edges) in enumerate(_steps(graph)):
        for taken, _ in edges:
            for index, add, low, high in graph.rules.scenes[scene].choices[taken].shifts:
                spot = (scene, taken, names[index])
                if low <= values[index] + add <= high or spot in seen:
                    continue
                seen.add(spot)
                yield Finding(
                    "counter-out-of-bounds",
                    ("scenes", scene, "choices", taken, "effects", names[index]),
                    f"`{names[index]}` becomes {values[index] + add}, outside {low} to {high}; "
                    "widen its bounds, or add a `when` to the choice",
                    (*graph.path(node), taken),
                )


PROOFS_OF_SHAPE: tuple[Proof, ...] = (unreachable_scene, unreachable_ending, dead_end, endless_loop)
PROOFS_OF_BRANCHES: tuple[Proof, ...] = (*PROOFS_OF_SHAPE, unreachable_choice, counter_out_of_bounds)
PROOFS: dict[str, tuple[Proof, ...]] = {
    "decision": (*PROOFS_OF_BRANCHES, good_path_not_safe, harmful_path_safe),
    "aid": PROOFS_OF_BRANCHES,
    "conversation": PROOFS_OF_SHAPE,  # an editor writes its cards; the choices and counters are the engine's own
}


def _too_many_states(graph: Graph) -> Finding:
    return Finding(
        "too-many-states",
        ("counters",),
        f"there are more than {len(graph.nodes) - 1} different moments, too many to check; "
        "use fewer counters, or narrow their bounds",
    )


def _steps(graph: Graph) -> Iterator[tuple[tuple[str, str, tuple[int, ...]], tuple[tuple[str, int], ...]]]:
    return zip(graph.nodes, graph.edges, strict=True)


def _stuck(graph: Graph) -> list[int]:
    """Return the nodes where play stops without an ending, but for those whose choices the build finds dangling."""
    return [
        node
        for node, (position, edges) in enumerate(_steps(graph))
        if not edges
        and position[0]
        and all(choice.target for choice in graph.rules.scenes[position[0]].choices.values())
    ]


def _first_per_scene(graph: Graph, nodes: Iterable[int]) -> Sequence[int]:
    """Return the first of the nodes in each scene: the others say the same."""
    first: dict[str, int] = {}
    for node in nodes:
        first.setdefault(graph.nodes[node][0], node)
    return tuple(first.values())


def _with_counters(graph: Graph, node: int) -> str:
    values = zip(graph.rules.counters, graph.nodes[node][2], strict=True)
    said = ", ".join(f"{name} {value}" for name, value in values)
    return f" (with {said})" if said else ""


def _key(graph: Graph, scene: str) -> tuple[str, ...]:
    """Return where the editor wrote what `scene` shows: for a deck that is a card, or a setting of the whole."""
    if graph.rules.kind != "conversation":
        return ("scenes", scene)
    return ("cards", scene.removeprefix(CARD)) if scene in graph.rules.cards else ("players",)
