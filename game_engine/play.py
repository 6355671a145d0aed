"""Plays any game: a state is what follows from a seed and the log of choices, and from nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from game_engine import branching, deck
from game_engine.rules import Move, Position, Rules

MOVES: dict[str, Callable[[Rules, int, Position], list[Move]]] = {
    "decision": branching.moves,
    "aid": branching.moves,
    "conversation": deck.moves,
}


class IllegalMoveError(ValueError):
    """The player chose what is not open; `allowed` lists what is (nothing after an ending)."""

    def __init__(self, choice_id: str, allowed: tuple[str, ...]) -> None:
        can = f"choose one of: {', '.join(allowed)}" if allowed else "the game is over"
        super().__init__(f"no choice `{choice_id}` here; {can}")
        self.choice_id = choice_id
        self.allowed = allowed


@dataclass(frozen=True)
class Option:
    """A choice that is open, with its text."""

    id: str
    text: str


@dataclass(frozen=True)
class State:
    """One moment of a play. At an ending `scene` is empty; before it `ending` is. `log` are the choices so far."""

    seed: int
    scene: str
    ending: str
    counters: Mapping[str, int]
    log: tuple[str, ...]


def start(rules: Rules, seed: int = 0) -> State:
    """Return the state before the first choice."""
    return _state(rules, seed, first(rules), ())


def open_choices(rules: Rules, state: State) -> tuple[Option, ...]:
    """Return what the player can do now, in the order of the scene; nothing at an ending."""
    return tuple(Option(id, rules.scenes[state.scene].choices[id].text) for id in _moves(rules, state))


def choose(rules: Rules, state: State, choice_id: str) -> State:
    """Return the state after the player takes `choice_id`.

    Raises IllegalMoveError, listing the open choices, if it is not one of them.
    """
    moves = _moves(rules, state)
    if choice_id not in moves:
        raise IllegalMoveError(choice_id, tuple(moves))
    return _state(rules, state.seed, moves[choice_id], (*state.log, choice_id))


def undo(rules: Rules, state: State) -> State:
    """Return the state before the last choice; at the start there is nothing to undo."""
    return replay(rules, state.seed, state.log[:-1])


def replay(rules: Rules, seed: int, log: Iterable[str]) -> State:
    """Return the state after the choices in `log`, from the start.

    Raises IllegalMoveError at the first choice that is not open.
    """
    state = start(rules, seed)
    for choice_id in log:
        state = choose(rules, state, choice_id)
    return state


def as_json(state: State) -> dict[str, Any]:
    """Return `state` as plain data; the keys are its fields."""
    return {
        "seed": state.seed,
        "scene": state.scene,
        "ending": state.ending,
        "counters": dict(state.counters),
        "log": list(state.log),
    }


def first(rules: Rules) -> Position:
    """Return where every play of the game starts."""
    return (rules.start, "", tuple(bounds.start for bounds in rules.counters.values()))


def _moves(rules: Rules, state: State) -> dict[str, Position]:
    position = (state.scene, state.ending, tuple(state.counters[name] for name in rules.counters))
    return dict(MOVES[rules.kind](rules, state.seed, position))


def _state(rules: Rules, seed: int, position: Position, log: tuple[str, ...]) -> State:
    scene, ending, counters = position
    return State(seed, scene, ending, dict(zip(rules.counters, counters, strict=True)), log)
