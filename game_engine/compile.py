"""Turns a game as an editor wrote it into the JSON that the engine plays, the same for the three kinds.

    {"id", "kind", "version", "title", "start",
     "counters":  {name: {"start", "min", "max"}},
     "scenes":    {id: {"text", "ask", "choices": [choice, ...]}},
     "endings":   {id: {"title", "text", "result", "note", "see"}},
     "objectives": {id: title},                     a decision has goals; an aid has none, {}
     "cards": [scene id, ...], "after_cards": id}   a conversation has these instead, and its card scenes have
                                                    "theme" (its title) and "deeper"

    choice: {"id", "text", "then", "when": tree, "effects", "feedback", "see", "verdict", "step", "objective",
             "corrects", "note"}

Keys with nothing to say are left out. Choices are a list because a JSON object keeps no order that JavaScript
promises. Texts are Markdown; whoever ships the JSON may put HTML in their place: play never looks at them.
For the build only: conditions are parsed here.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from game_engine.compile_deck import deck_parts
from game_engine.parse_conditions import parse
from game_engine.rules import Rules, from_json
from game_engine.scenario import Aid, Choice, Conversation, Decision, Game

# Rewriting these changes no play and no debrief, so a saved play stays valid.
PROSE = {"title", "text", "ask", "feedback", "see", "theme", "deeper", "objectives"}


def compiled(game: Game) -> dict[str, Any]:
    """Return `game` as JSON for the engine.

    Raises ConditionError if a `when` is no condition; `obstacles` finds that, and more, with its place.
    """
    parts = deck_parts(game) if isinstance(game, Conversation) else _branching_parts(game)
    data = {"id": game.id, "kind": game.kind, "title": game.title, **parts}
    return {**data, "version": _version(data)}


def rules_of(game: Game) -> Rules:
    """Return the rules of `game`, through the same JSON that the browser gets."""
    return from_json(compiled(game))


def _branching_parts(game: Decision | Aid) -> dict[str, Any]:
    return {
        "start": game.start,
        "objectives": dict(game.objectives) if isinstance(game, Decision) else {},
        "counters": {
            name: {"start": counter.start, "min": counter.min, "max": counter.max}
            for name, counter in game.counters.items()
        },
        "scenes": {
            id: {
                "text": scene.text,
                "ask": scene.ask,
                "choices": [_choice(choice_id, choice) for choice_id, choice in scene.choices.items()],
            }
            for id, scene in game.scenes.items()
        },
        "endings": {id: _said(**asdict(ending)) for id, ending in game.endings.items()},
    }


def _choice(id: str, choice: Choice) -> dict[str, Any]:
    fields = asdict(choice) | {"when": parse(choice.when) if choice.when else None}
    return _said(id=id, **fields)


def _said(**fields: Any) -> dict[str, Any]:
    """Return the fields that hold something, with tuples as JSON has them."""
    return {key: list(value) if isinstance(value, tuple) else value for key, value in fields.items() if value}


def _version(data: Mapping[str, Any]) -> str:
    """Return 12 hex digits that change when a logged choice could come to mean something else."""
    text = json.dumps(_without_prose(data), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _without_prose(value: Any, ids: bool = False) -> Any:
    """Return `value` without its texts. The keys of a mapping by id (`ids`) are no field names: all stay."""
    if isinstance(value, list):
        return [_without_prose(part) for part in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _without_prose(part, ids=not ids and key in {"scenes", "endings", "counters", "effects"})
        for key, part in value.items()
        if ids or key not in PROSE
    }
