"""The moves of decisions and aids: a choice that is open leads to the scene or ending that it names."""

from __future__ import annotations

from game_engine.rules import Choice, Move, Position, Rules


def moves(rules: Rules, seed: int, position: Position) -> list[Move]:
    """Return each open choice and where it leads; nothing at an ending. Chance plays no part: `seed` is unused.

    A choice that names no scene or ending leads nowhere, so it is never open; the build reports it.
    """
    scene, _, counters = position
    if not scene:
        return []
    return [
        (choice.id, (*choice.target, after(choice, counters)))
        for choice in rules.scenes[scene].choices.values()
        if choice.target and (choice.opens is None or choice.opens(counters))
    ]


def after(choice: Choice, counters: tuple[int, ...]) -> tuple[int, ...]:
    """Return the counters after `choice`, each kept within its bounds.

    A game whose proofs hold never meets a bound; the rule is here so that any other still plays the same everywhere.
    """
    if not choice.shifts:
        return counters
    values = list(counters)
    for index, add, low, high in choice.shifts:
        values[index] = min(max(values[index] + add, low), high)
    return tuple(values)
