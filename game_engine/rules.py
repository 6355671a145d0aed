"""A game as the engine plays it: one form for the three kinds, read from the JSON that `compile` writes.

A deck has scenes too (how many play, the agreements, every card, the closing questions), so that whoever shows
a game looks up `scenes[state.scene]` and `endings[state.ending]` and need not know its kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from game_engine.conditions import Meaning, meaning

# Where a play stands: scene, ending (one of the two is empty), counters in the order of `Rules.counters`.
Position: TypeAlias = tuple[str, str, tuple[int, ...]]
# A choice that can be made now, and where it leads.
Move: TypeAlias = tuple[str, Position]

# What a choice does to one counter: its index in `Rules.counters`, what is added, the bounds it keeps to.
Shift: TypeAlias = tuple[int, int, int, int]

DEAL = "@deal"  # a `then` of decks: the next card, or the closing round; never an id, which has no `@`


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where a counter starts and between which numbers, both included, it stays."""

    start: int
    min: int
    max: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a scene.

    `then` is a scene, an ending or DEAL; `target` is the same as (scene, ending), None if it is neither. `opens` tells
    from the counters whether it can be taken.
    """

    id: str
    text: str
    then: str
    target: tuple[str, str] | None
    opens: Meaning | None
    shifts: tuple[Shift, ...]
    feedback: str
    see: tuple[str, ...]
    verdict: str
    step: str
    objective: str
    corrects: bool
    note: str


@dataclass(frozen=True, slots=True)
class Scene:
    """A moment in a game, with its choices in the order in which they are shown."""

    text: str
    ask: str
    choices: Mapping[str, Choice]


@dataclass(frozen=True, slots=True)
class Ending:
    """How a game ends. Only a decision has a `result`, only an aid a `note`."""

    title: str
    text: str
    result: str
    note: str
    see: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """All that play needs to know. `counters` is sorted by name.

    Only a deck has `cards`, its card scenes, undealt, and `after_cards`, the (scene, ending) that follows them.
    """

    id: str
    kind: str
    version: str
    start: str
    counters: Mapping[str, Bounds]
    scenes: Mapping[str, Scene]
    endings: Mapping[str, Ending]
    objectives: Mapping[str, str]
    cards: tuple[str, ...]
    after_cards: tuple[str, str]


def from_json(data: Mapping[str, Any]) -> Rules:
    """Return the rules in `data`, the compiled form of a game (see `compile`)."""
    counters = {name: Bounds(**bounds) for name, bounds in sorted(data["counters"].items())}
    return Rules(
        id=data["id"],
        kind=data["kind"],
        version=data["version"],
        start=data["start"],
        counters=counters,
        scenes={id: _scene(scene, data, counters) for id, scene in data["scenes"].items()},
        endings={id: _ending(ending) for id, ending in data["endings"].items()},
        objectives=data.get("objectives", {}),
        cards=tuple(data.get("cards", ())),
        after_cards=_place(data.get("after_cards", ""), data["scenes"], data["endings"]) or ("", ""),
    )


def _scene(data: Mapping[str, Any], game: Mapping[str, Any], counters: Mapping[str, Bounds]) -> Scene:
    choices = {choice["id"]: _choice(choice, game, counters) for choice in data["choices"]}
    return Scene(text=data.get("text", ""), ask=data.get("ask", ""), choices=choices)


def _choice(data: Mapping[str, Any], game: Mapping[str, Any], counters: Mapping[str, Bounds]) -> Choice:
    effects: Mapping[str, int] = data.get("effects", {})
    indices = {name: index for index, name in enumerate(counters)}
    return Choice(
        id=data["id"],
        text=data.get("text", ""),
        then=data.get("then", ""),
        target=_place(data.get("then", ""), game["scenes"], game["endings"]),
        opens=meaning(data["when"], indices) if "when" in data else None,
        shifts=tuple(
            (indices[name], add, counters[name].min, counters[name].max) for name, add in sorted(effects.items())
        ),
        feedback=data.get("feedback", ""),
        see=tuple(data.get("see", ())),
        verdict=data.get("verdict", ""),
        step=data.get("step", ""),
        objective=data.get("objective", ""),
        corrects=data.get("corrects", False),
        note=data.get("note", ""),
    )


def _ending(data: Mapping[str, Any]) -> Ending:
    return Ending(
        title=data.get("title", ""),
        text=data.get("text", ""),
        result=data.get("result", ""),
        note=data.get("note", ""),
        see=tuple(data.get("see", ())),
    )


def _place(then: str, scenes: Mapping[str, Any], endings: Mapping[str, Any]) -> tuple[str, str] | None:
    if then in scenes:
        return (then, "")
    return ("", then) if then in endings else None
