"""The moves of conversations: say how many play, agree, talk card by card, close the round.

The cards are dealt from one shuffle, the turn goes round the players. Talking about a card and passing it lead
on in the same way, on purpose: nobody is asked why, and no counter knows who passed. With one seed a deck is a
finite graph, so it can be explored as the other kinds are.
"""

from __future__ import annotations

from functools import lru_cache
from random import Random

from game_engine.branching import after
from game_engine.rules import Choice, Move, Position, Rules


def moves(rules: Rules, seed: int, position: Position) -> list[Move]:
    """Return each open choice and where it leads (without a target: to the next card); nothing at the ending."""
    scene, _, counters = position
    if not scene:
        return []
    return [
        (choice.id, _next(rules, seed, choice, after(choice, counters)))
        for choice in rules.scenes[scene].choices.values()
        if choice.opens is None or choice.opens(counters)
    ]


def _next(rules: Rules, seed: int, choice: Choice, counters: tuple[int, ...]) -> Position:
    return (*choice.target, counters) if choice.target else dealt(rules, seed, counters)


def dealt(rules: Rules, seed: int, counters: tuple[int, ...]) -> Position:
    """Return the next card, before the next player; the closing round when no card is left."""
    _, players, turn = counters  # sorted by name, as in `Rules.counters`
    if turn == len(rules.cards):
        return (*rules.after_cards, counters)
    card = shuffled(rules.cards, seed)[turn]
    return (card, "", (turn % players + 1, players, turn + 1))


@lru_cache(maxsize=8)
def shuffled(cards: tuple[str, ...], seed: int) -> tuple[str, ...]:
    """Return `cards` in the order that `seed` gives them.

    Our own Fisher-Yates: Python promises the same `random()` for a seed in every version, but not the same
    `shuffle()`, and CPython and the browser need not run the same version.
    """
    chance = Random(f"{seed}:0")
    order = list(cards)
    for last in range(len(order) - 1, 0, -1):
        other = int(chance.random() * (last + 1))
        order[last], order[other] = order[other], order[last]
    return tuple(order)
