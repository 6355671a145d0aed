"""The only door for JavaScript: one function, JSON text in and JSON text out.

    {"do": "load", "game": <compiled>, "yardstick": {...} | null}   {"ok": true, "game": id, "version": v}
    {"do": "play", "game": id, "seed": n, "log": [...]}             {"ok": true, "state": {...},
                                                                     "options": [choice id, ...], "save": "B1~..."}
    {"do": "review", "game": id, "seed": n, "log": [...]}           {"ok": true, "review": {...}}
    {"do": "decode", "game": id, "save": "B1~..."}                  as `play`

    anything that cannot be done                                   {"ok": false, "error": {"code", "message"}}

A game is loaded once; after that every request stands alone: to choose, add to the log; to undo, drop its last;
to start again, send an empty one. Codes: `bad-request`, `unknown-game`, `illegal-move`, and the reasons of
`codec.SaveError`. Answers have sorted keys, no spaces and only ASCII, so equal answers are equal bytes.
`state` is as `play.as_json` says, `review` as `review` says, `yardstick` as `yardstick` says.

Standard library that this needs, for a stripped one: __future__, collections.abc, dataclasses, functools, json,
operator, random, typing, zlib, and what those import (dataclasses: inspect and with it ast, dis, tokenize; json: re;
random: bisect, math, _random, and on the first deal _sha2). Pyodide itself loads all of them but _sha2 when it starts.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeVar

from game_engine import codec, rules, yardstick
from game_engine.play import IllegalMoveError, State, as_json, open_choices, replay
from game_engine.review import review
from game_engine.rules import Rules
from game_engine.yardstick import Yardstick

Field = TypeVar("Field")


class RequestError(ValueError):
    """The request is not one that the docstring of this module lists."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def session() -> Callable[[str], str]:
    """Return a function that answers requests and remembers the games that were loaded through it."""
    loaded: dict[str, tuple[Rules, Yardstick | None]] = {}

    def answer(request: str) -> str:
        """Return the answer to one request."""
        try:
            return _dumped({"ok": True, **_done(_parsed(request), loaded)})
        except IllegalMoveError as error:
            return _refusal("illegal-move", error)
        except codec.SaveError as error:
            return _refusal(error.reason, error)
        except RequestError as error:
            return _refusal(error.code, error)

    return answer


def _done(request: dict[str, Any], loaded: dict[str, tuple[Rules, Yardstick | None]]) -> dict[str, Any]:
    """Return what `request` asks for."""
    do = _field(request, "do", str)
    if do == "load":
        return _load(request, loaded)
    game, measure = _loaded(request, loaded)
    if do == "play":
        return _playing(game, _replayed(game, request))
    if do == "review":
        return {"review": review(game, _replayed(game, request), measure)}
    if do == "decode":
        return _playing(game, codec.decode(game, _field(request, "save", str)))
    raise RequestError("bad-request", f"cannot do `{do}`; ask for load, play, review or decode")


def _load(request: dict[str, Any], loaded: dict[str, tuple[Rules, Yardstick | None]]) -> dict[str, Any]:
    game = rules.from_json(_field(request, "game", dict))
    measure = request.get("yardstick")
    loaded[game.id] = (game, yardstick.from_json(measure) if measure else None)
    return {"game": game.id, "version": game.version}


def _loaded(
    request: dict[str, Any], loaded: dict[str, tuple[Rules, Yardstick | None]]
) -> tuple[Rules, Yardstick | None]:
    id = _field(request, "game", str)
    if id not in loaded:
        raise RequestError("unknown-game", f"the game `{id}` has not been loaded")
    return loaded[id]


def _replayed(game: Rules, request: dict[str, Any]) -> State:
    seed, log = _field(request, "seed", int), _field(request, "log", list)
    if not (0 <= seed < codec.SEEDS and all(isinstance(choice, str) for choice in log)):
        raise RequestError("bad-request", f"`seed` is from 0 to {codec.SEEDS - 1}, `log` a list of choice ids")
    return replay(game, seed, log)


def _playing(game: Rules, state: State) -> dict[str, Any]:
    return {
        "state": as_json(state),
        "options": [option.id for option in open_choices(game, state)],
        "save": codec.encode(game, state),
    }


def _parsed(request: str) -> dict[str, Any]:
    try:
        data = json.loads(request)
    except json.JSONDecodeError as error:
        raise RequestError("bad-request", f"the request is not JSON: {error}") from None
    if not isinstance(data, dict):
        raise RequestError("bad-request", "the request is not a JSON object")
    return data


def _field(request: dict[str, Any], name: str, type: type[Field]) -> Field:
    value = request.get(name)
    if not isinstance(value, type) or isinstance(value, bool):
        raise RequestError("bad-request", f"the request needs `{name}`, of type {type.__name__}")
    return value


def _refusal(code: str, error: ValueError) -> str:
    return _dumped({"ok": False, "error": {"code": code, "message": str(error)}})


def _dumped(data: dict[str, Any]) -> str:
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


answer = session()
