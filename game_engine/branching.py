"""The moves of decisions and aids: a choice that is open leads to the scene or ending that it names."""

from __future__ import annotations

from game_engine.rules import Choice, Move, Position, Rules


def moves(rules: Rules, seed: int, position: Position) -> list[Move]:
    """Return each open choice and where it leads; nothing at an ending. Chance plays no part: `seed` is unused.

    A choice that names no scene or ending leads nowhere, so it is never open; the build reports it.
    """
    counters = position[2]
    return [
        (choice.id, (*choice.target, after(rules, choice, counters)))
        for choice in open_choices(rules, position)
        if choice.target
    ]


def open_choices(rules: Rules, position: Position) -> list[Choice]:
    """Return the choices of the scene whose condition holds."""
    scene, _, counters = position
    if not scene:
        return []
    choices = rules.scenes[scene].choices.values()
    return [choice for choice in choices if choice.opens is None or choice.opens(counters)]


def after(rules: Rules, choice: Choice, counters: tuple[int, ...]) -> tuple[int, ...]:
    """Return the counters after `choice`, each kept within its bounds.

    A game whose proofs hold never meets a bound; the rule is here so that any other still plays the same everywhere.
    """
    if not choice.shift:
        return counters
    shifted = zip(counters, choice.shift, rules.counters.values(), strict=True)
    return tuple([min(max(value + add, bounds.min), bounds.max) for value, add, bounds in shifted])
