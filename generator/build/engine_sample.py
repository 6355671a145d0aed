"""Small games that use all the engine can do: playing them shows which modules the browser needs."""

from __future__ import annotations

import json
from typing import Any

from game_engine.browser import session
from game_engine.compile import compiled
from game_engine.scenario import (
    Aid,
    AidChoice,
    AidEnding,
    AidScene,
    Card,
    Conversation,
    Counter,
    Decision,
    DecisionChoice,
    DecisionEnding,
    DecisionScene,
    Game,
    Players,
)

COMMON: dict[str, Any] = {
    "title": "Sample",
    "summary": "",
    "audience": (),
    "minutes": 1,
    "sources": (),
    "reviewed": "2026-11-21",
    "review_months": 12,
}
DECISION = Decision(
    **COMMON,
    id="sample-decision",
    role="reader",
    practises="protocol",
    objectives={"look": "Look"},
    counters={"trust": Counter(start=0, min=0, max=2)},
    start="first",
    scenes={
        "first": DecisionScene(
            text="",
            ask="",
            choices={
                "look": DecisionChoice(
                    text="", then="first", verdict="good", feedback="", step="see", objective="look",
                    when="not trust >= 2", effects={"trust": 1},
                ),
                "leave": DecisionChoice(text="", then="end", verdict="weak", feedback="", see=("begrippen/x",)),
            },
        )
    },
    endings={"end": DecisionEnding(title="", text="", result="open")},
)  # fmt: skip
AID = Aid(
    **COMMON,
    id="sample-aid",
    supports="protocol",
    start="first",
    scenes={"first": AidScene(text="", ask="", choices={"yes": AidChoice(text="", then="end", note="Yes.")})},
    endings={"end": AidEnding(title="", text="", note="Done.")},
)
DECK = Conversation(
    **COMMON,
    id="sample-deck",
    players=Players(min=2, max=2),
    opening="",
    rules=("Pass when you like.",),
    themes={"t": "Theme"},
    cards={id: Card(theme="t", text="") for id in "abc"},
    closing=("What stays?",),
    farewell="",
    for_adult="",
)
YARDSTICK = {"steps": ["see", "tell"], "required": ["see"], "after": {"tell": ["see"]}}
PLAYS: tuple[tuple[Game, dict[str, Any] | None, tuple[str, ...]], ...] = (
    (DECISION, YARDSTICK, ("look", "look", "leave")),
    (AID, None, ("yes",)),
    (DECK, None, ("spelers-2", "verder", "beginnen", "pas", "besproken", "afronden", "verder")),
)
REFUSED = ("not JSON", '{"do":"dance"}', '{"do":"play","game":"unknown","seed":0,"log":[]}')


def sample_requests() -> list[str]:
    """Return requests that load, play, review, save and restore a game of each kind, and some to be refused."""
    requests = list(REFUSED)
    answer = session()
    for game, yardstick, log in PLAYS:
        playing = {"game": game.id, "seed": 7, "log": log}
        asked = [{"do": "load", "game": compiled(game), "yardstick": yardstick}, {"do": "review", **playing}]
        requests += map(json.dumps, [*asked, {"do": "play", **playing, "log": ["nowhere"]}])
        answer(json.dumps(asked[0]))
        requests += [json.dumps({"do": "play", **playing, "log": log[:end]}) for end in range(len(log) + 1)]
        save = json.loads(answer(requests[-1]))["save"]
        requests += [json.dumps({"do": "decode", "game": game.id, "save": text}) for text in (save, save[:-1])]
    return requests
