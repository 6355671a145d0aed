"""Small games that the tests of the engine play."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game_engine.compile import rules_of
from game_engine.rules import Rules
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
    Players,
)
from game_engine.yardstick import Yardstick

FRAME: dict[str, Any] = {
    "title": "Een proefspel",
    "summary": "Voor de tests.",
    "audience": ("professional",),
    "minutes": 5,
    "sources": (),
    "reviewed": "2026-11-21",
    "review_months": 12,
}
YARDSTICK = Yardstick(
    steps=("signalen", "overleg", "gesprek"),
    required=("signalen", "gesprek"),
    after={"overleg": ("signalen",), "gesprek": ("signalen", "overleg")},
)


def choice(then: str, verdict: str = "good", **fields: Any) -> DecisionChoice:
    """Return a choice of a training; `fields` are those that matter to the test."""
    return DecisionChoice(
        **{"text": f"Naar {then}.", "then": then, "verdict": verdict, "feedback": "Zo is het.", **fields}
    )


def decision(
    scenes: Mapping[str, Mapping[str, DecisionChoice]],
    endings: Mapping[str, str] | None = None,
    counters: Mapping[str, tuple[int, int, int]] | None = None,
    start: str = "",
) -> Decision:
    """Return a training. `endings` are ids with their results, `counters` are (start, min, max)."""
    results: Mapping[str, Any] = endings or {"veilig": "safe"}
    return Decision(
        **FRAME,
        id="proef",
        role="leerkracht",
        practises="meldcode",
        objectives={"feiten": "Feiten en meningen scheiden", "overleg": "Op tijd overleggen"},
        start=start or next(iter(scenes)),
        scenes={
            id: DecisionScene(text="Er gebeurt iets.", ask="Wat doe je?", choices=open) for id, open in scenes.items()
        },
        endings={
            id: DecisionEnding(title=id, text="Dit is het einde.", result=result, see=(f"begrippen/{id}",))
            for id, result in results.items()
        },
        counters={name: Counter(start=at, min=low, max=high) for name, (at, low, high) in (counters or {}).items()},
    )


TRAINING = decision(
    {
        "ochtend": {
            "noteren": choice(
                "team",
                step="signalen",
                objective="feiten",
                effects={"vertrouwen": 1},
                see=("protocollen/meldcode#signalen",),
            ),
            "afwachten": choice(
                "ochtend",
                "weak",
                objective="feiten",
                effects={"tijd": -1},
                when="tijd > 0",
                see=("begrippen/afwachten", "begrippen/kindcheck"),
            ),
            "beschuldigen": choice("team", "harmful", effects={"vertrouwen": -1}, see=("begrippen/kindcheck",)),
        },
        "team": {
            "overleggen": choice("gesprek", step="overleg", objective="overleg"),
            "doorgaan": choice("gesprek", "acceptable", objective="overleg", when="vertrouwen >= 1"),
            "excuses": choice("team", "acceptable", corrects=True, effects={"vertrouwen": 2}, when="vertrouwen == 0"),
        },
        "gesprek": {
            "praten": choice("samen-verder", step="gesprek", when="vertrouwen > 0"),
            "aandringen": choice("deur-dicht", "weak", step="gesprek", when="vertrouwen == 0 or tijd < 2"),
        },
    },
    endings={"samen-verder": "safe", "deur-dicht": "open"},
    counters={"vertrouwen": (1, 0, 2), "tijd": (2, 0, 2)},
)

AID = Aid(
    **FRAME,
    id="hulp",
    supports="kindcheck",
    start="kinderen",
    scenes={
        "kinderen": AidScene(
            text="Zorgt je cliënt voor kinderen?",
            ask="Zijn er kinderen?",
            choices={
                "ja": AidChoice(
                    text="Ja", then="veilig", note="Er zijn kinderen.", see=("protocollen/kindcheck#vragen",)
                ),
                "nee": AidChoice(text="Nee", then="klaar", note="Er zijn geen kinderen."),
                "weet-niet": AidChoice(text="Ik weet het niet", then="klaar"),
            },
        ),
        "veilig": AidScene(
            text="Kijk naar wat er goed gaat en naar wat niet.",
            ask="Is het veilig?",
            choices={
                "terug": AidChoice(text="Terug", then="kinderen"),
                "ja": AidChoice(text="Ja", then="klaar", note="Veilig."),
            },
        ),
    },
    endings={"klaar": AidEnding(title="Klaar", text="Leg dit vast.", note="Vastgelegd.", see=("begrippen/kindcheck",))},
)

DECK = Conversation(
    **FRAME,
    id="praten",
    players=Players(min=2, max=4),
    opening="Ga bij elkaar zitten.",
    rules=("Passen mag altijd.", "Wat je hoort, vertel je niet door."),
    themes={"online": "Online"},
    cards={
        id: Card(theme="online", text=f"Kaart {id}", deeper="En daarna?")
        for id in ("een", "twee", "drie", "vier", "vijf")
    },
    closing=("Wat nam je mee?", "Wat wil je nog kwijt?"),
    farewell="Dank jullie wel.",
    for_adult="Luister vooral.",
)

GAMES: dict[str, Rules] = {game.id: rules_of(game) for game in (TRAINING, AID, DECK)}
