"""What keeps a game, well-formed as it is, from being compiled and played. Look here before `compile`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from keyword import iskeyword

from game_engine.conditions import names
from game_engine.finding import Finding
from game_engine.parse_conditions import ConditionError, parse
from game_engine.scenario import Aid, Choice, Conversation, Decision, Game

KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
FEWEST_PLAYERS, MOST_PLAYERS = 2, 12


def obstacles(game: Game) -> tuple[Finding, ...]:
    """Return what to repair first; nothing means that `compiled(game)` succeeds.

    Scenes and endings that `start` and `then` name are not looked up: play copes, and the build's links report it.
    """
    return tuple(_deck(game) if isinstance(game, Conversation) else _branches(game))


def _deck(game: Conversation) -> Iterator[Finding]:
    yield from _ids(("cards",), game.cards)
    if not FEWEST_PLAYERS <= game.players.min <= game.players.max <= MOST_PLAYERS:
        yield Finding(
            "bad-players",
            ("players",),
            f"players run from {game.players.min} to {game.players.max}; "
            f"give a `min` and a `max` from {FEWEST_PLAYERS} to {MOST_PLAYERS}, low to high",
        )


def _branches(game: Decision | Aid) -> Iterator[Finding]:
    yield from _counters(game)
    yield from _ids(("scenes",), game.scenes)
    yield from _ids(("endings",), game.endings)
    for id in game.endings:
        if id in game.scenes:
            message = f"`{id}` is also a scene, so a `then` to it has two meanings; rename one"
            yield Finding("ambiguous-id", ("endings", id), message)
    for scene_id, scene in game.scenes.items():
        yield from _ids(("scenes", scene_id, "choices"), scene.choices)
        for choice_id, choice in scene.choices.items():
            where = ("scenes", scene_id, "choices", choice_id)
            yield from _condition(game, choice, (*where, "when"))
            for name in choice.effects:
                if name not in game.counters:
                    yield _unknown(game, name, (*where, "effects", name))


def _ids(where: tuple[str, ...], ids: Iterable[str]) -> Iterator[Finding]:
    """Ids are kebab-case: saves and addresses are made of them."""
    for id in ids:
        if not KEBAB.fullmatch(id):
            message = f"`{id}` is not a valid id; use lower-case letters, digits and single hyphens"
            yield Finding("bad-id", (*where, id), message)


def _counters(game: Decision | Aid) -> Iterator[Finding]:
    for name, counter in game.counters.items():
        if not name.isidentifier() or iskeyword(name):
            yield Finding(
                "bad-counter",
                ("counters", name),
                f"`{name}` cannot stand in a condition; name a counter with one word, as in `vertrouwen`",
            )
        if not counter.min <= counter.start <= counter.max:
            yield Finding(
                "bad-counter",
                ("counters", name),
                f"`{name}` starts at {counter.start}, which is not within {counter.min} to {counter.max}",
            )


def _condition(game: Decision | Aid, choice: Choice, where: tuple[str, ...]) -> Iterator[Finding]:
    if not choice.when:
        return
    try:
        tree = parse(choice.when)
    except ConditionError as error:
        yield Finding("bad-condition", where, f"at character {error.column}: {error.message}")
        return
    for name in sorted(names(tree) - set(game.counters)):
        yield _unknown(game, name, where)


def _unknown(game: Decision | Aid, name: str, where: tuple[str, ...]) -> Finding:
    known = ", ".join(f"`{counter}`" for counter in game.counters) or "none"
    return Finding("unknown-counter", where, f"there is no counter `{name}`; the counters are: {known}")
