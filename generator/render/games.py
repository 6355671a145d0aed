"""What a page needs to play a game: `play/<id>.json`, with texts as HTML, tables, protocol steps and links.

{"game": the compiled form (`game_engine.compile`) with HTML for texts,
 "tables": [table, ...]           play without Python: one, or for a deck one per prepared deal,
 "yardstick": {...} | null,       for the debrief, with
 "steps": {id: title},            the titles of the protocol's steps, and "protocol": its ref,
 "minutes": {"shortest", "longest"},
 "themes": [title, ...]           of a deck's cards, in order,
 "links": {ref: {"url", "title"}} for every reference in the game and the steps of its protocol,
                                  seen from the page of the game}
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from functools import partial
from typing import Any

from game_engine.compile import compiled, rules_of
from game_engine.explore import explore
from game_engine.length import length
from game_engine.scenario import Conversation, Decision, Game
from game_engine.table import tables
from generator.check.proofs import yardstick_of
from generator.library import Entry, Library
from generator.link import mentioned
from generator.memory import remembered
from generator.models.protocol import Protocol
from generator.outfile import OutFile
from generator.render.game_texts import with_html
from generator.render.urls import relative_url
from generator.text import PageText, glossary

# So many deals of a deck can be played before, or without, Python; the engine can deal any other.
PREPARED_DEALS = 24

_written: dict[str, tuple[Mapping[str, Any], OutFile]] = {}  # each play that this program wrote last, and its file


def render_games(plays: Mapping[str, Mapping[str, Any]]) -> Iterator[OutFile]:
    """Yield `play/<id>.json` for every game in `plays` (see `playable`)."""
    for ref, play in plays.items():
        if ref not in _written or _written[ref][0] != play:
            text = json.dumps(play, ensure_ascii=False, separators=(",", ":"))
            _written[ref] = play, OutFile.text(f"play/{play['game']['id']}.json", text)
        yield _written[ref][1]


def playable(library: Library, entry: Entry) -> dict[str, Any]:
    """Return all that a page needs to play a game, as JSON."""
    game, yardstick, explored = entry.game, yardstick_of(library, entry.game), _explored(entry)
    named = dict.fromkeys(target for _, target in mentioned(entry))
    return {
        "game": _with_html(entry, tuple((ref, library.phones[ref]) for ref in named if ref in library.phones)),
        "tables": explored["tables"],
        "yardstick": asdict(yardstick) if yardstick else None,
        **_protocol(library, game),
        "minutes": explored["minutes"],
        "themes": list(game.themes.values()) if isinstance(game, Conversation) else [],
        "links": dict(_links(library, entry)),
    }


@remembered
def _with_html(entry: Entry, phones: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, Any]:
    """Return the compiled game with HTML for texts; `phones` are those of the organisations that it mentions."""
    page = PageText(partial(relative_url, entry.ref), glossary({}), phones=dict(phones))
    return with_html(compiled(entry.game), page)


@remembered
def _explored(entry: Entry) -> Mapping[str, Any]:
    """Return what follows from the game alone: its tables, and how long it takes."""
    rules = rules_of(entry.game)
    time = length(explore(rules))
    assert time is not None, "the proofs hold, so an ending can be reached"
    return {
        "tables": tables(rules, range(PREPARED_DEALS) if isinstance(entry.game, Conversation) else (0,)),
        "minutes": {"shortest": time.shortest_minutes, "longest": time.longest_minutes},
    }


def _protocol(library: Library, game: Game) -> dict[str, Any]:
    if not isinstance(game, Decision):
        return {"protocol": "", "steps": {}}
    ref = f"protocollen/{game.practises}"
    protocol = library.entries[ref].item
    assert isinstance(protocol, Protocol)
    return {"protocol": ref, "steps": {name: step.title for name, step in protocol.steps.items()}}


def _links(library: Library, entry: Entry) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield every reference of a game, with the address and the name to show; a step of its protocol only its own."""
    protocol = _protocol(library, entry.game)
    steps = (f"{protocol['protocol']}#{step}" for step in protocol["steps"])
    for target in dict.fromkeys((*(target for _, target in mentioned(entry)), *steps)):
        ref, _, anchor = target.partition("#")
        found = library.entries[ref] if ref else entry
        title = found.title
        if isinstance(found.item, Protocol) and anchor:
            step = found.item.steps[anchor].title
            title = step if ref == protocol["protocol"] else f"{title}: {step}"
        yield target, {"url": relative_url(entry.ref, target), "title": title}
