"""Lays a conversation out as scenes: the same form as the other kinds, with the words that the game itself adds."""

from __future__ import annotations

from typing import Any

from game_engine.conditions import Tree
from game_engine.rules import DEAL
from game_engine.scenario import Conversation

PLAYERS, OPENING, AGREEMENTS, FAREWELL = "spelers", "opening", "afspraken", "einde"
CARD, CLOSING = "kaart-", "slotronde-"
AFTER_FIRST_CARD: Tree = [">", "turn", 1]


def deck_parts(game: Conversation) -> dict[str, Any]:
    """Return the parts of the compiled form that hold what is played."""
    closing = [f"{CLOSING}{number}" for number, _ in enumerate(game.closing, start=1)]
    after_cards = [*closing, FAREWELL][0]
    return {
        "start": PLAYERS,
        "counters": _counters(game),
        "scenes": {
            **_opening(game),
            **{f"{CARD}{id}": _card(game, id, after_cards) for id in game.cards},
            **{
                id: {"text": question, "ask": "", "choices": [_choice("verder", "Verder", then)]}
                for id, question, then in zip(closing, game.closing, [*closing[1:], FAREWELL], strict=True)
            },
        },
        "endings": {FAREWELL: {"title": "Klaar", "text": game.farewell}},
        "cards": [f"{CARD}{id}" for id in game.cards],
        "after_cards": after_cards,
    }


def _counters(game: Conversation) -> dict[str, dict[str, int]]:
    """Return how many play, whose turn it is (from 1; 0 before the first card), how many cards were dealt."""
    return {
        "players": {"start": 0, "min": 0, "max": game.players.max},
        "player": {"start": 0, "min": 0, "max": game.players.max},
        "turn": {"start": 0, "min": 0, "max": len(game.cards)},
    }


def _opening(game: Conversation) -> dict[str, Any]:
    counts = range(game.players.min, game.players.max + 1)
    return {
        PLAYERS: {
            "text": "Jullie spelen met één telefoon. Wie aan de beurt is, leest de kaart voor.",
            "ask": "Met hoeveel spelen jullie?",
            "choices": [
                _choice(f"{PLAYERS}-{count}", f"{count} spelers", OPENING, effects={"players": count})
                for count in counts
            ],
        },
        OPENING: {
            "text": game.opening,
            "ask": "",
            "choices": [_choice("verder", "Naar de afspraken", AGREEMENTS)],
        },
        AGREEMENTS: {
            "text": "\n".join(f"- {rule}" for rule in game.rules),
            "ask": "Is iedereen het hiermee eens?",
            "choices": [_choice("beginnen", "Ja, we beginnen", DEAL)],
        },
    }


def _card(game: Conversation, id: str, after_cards: str) -> dict[str, Any]:
    """Return a card. Passing is always open; stopping is from the second card on."""
    card = game.cards[id]
    return {
        "text": card.text,
        "ask": "",
        "theme": game.themes.get(card.theme, ""),
        "deeper": card.deeper,
        "choices": [
            _choice("besproken", "Besproken: volgende kaart", DEAL),
            _choice("pas", "Pas: volgende kaart", DEAL),
            _choice("afronden", "Naar de slotronde", after_cards, when=AFTER_FIRST_CARD),
        ],
    }


def _choice(id: str, text: str, then: str, **more: Any) -> dict[str, Any]:
    return {"id": id, "text": text, "then": then, **more}
