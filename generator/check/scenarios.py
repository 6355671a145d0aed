"""Rules about one scenario that its shape alone cannot hold: every id in it names something that is there."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from game_engine import obstacles as engine
from game_engine.scenario import Aid, Conversation, Decision, DecisionChoice
from generator.library import Entry, Library
from generator.load import KeyPath
from generator.models.protocol import Protocol
from generator.problems import Problem, did_you_mean


def scenarios_hold_together(library: Library) -> Iterator[Problem]:
    """In a scenario every scene, counter, step, objective, theme and condition that is named is there."""
    for entry in library.entries.values():
        if entry.kind.is_game:
            yield from obstacles(library, entry)


def obstacles(library: Library, entry: Entry) -> Iterator[Problem]:
    """Yield what keeps a game from being played and proved at all."""
    for finding in engine.obstacles(entry.game):
        yield entry.document.problem(finding.where, finding.message, finding.code)
    match entry.item:
        case Conversation() as deck:
            yield from _deck(entry, deck)
        case Decision() | Aid() as game:
            yield from _scenes(entry, game)
            if isinstance(game, Decision):
                yield from _trained(library, entry, game)


def _deck(entry: Entry, deck: Conversation) -> Iterator[Problem]:
    if not deck.cards:
        yield entry.document.problem(("cards",), "a deck needs cards; add some", "dead-end")
    for name, card in deck.cards.items():
        if card.theme not in deck.themes:
            yield _unknown(entry, ("cards", name, "theme"), "theme", card.theme, deck.themes, "unknown-theme")


def _scenes(entry: Entry, game: Decision | Aid) -> Iterator[Problem]:
    places = [*game.scenes, *game.endings]
    if game.start not in game.scenes:
        yield _unknown(entry, ("start",), "scene", game.start, game.scenes, "dangling-scene")
    for scene_id, scene in game.scenes.items():
        if not scene.choices:
            message = f"scene `{scene_id}` has no choices; add some, or make it an ending"
            yield entry.document.problem(("scenes", scene_id), message, "dead-end")
        for choice_id, choice in scene.choices.items():
            if choice.then not in places:
                where = ("scenes", scene_id, "choices", choice_id, "then")
                yield _unknown(entry, where, "scene or ending", choice.then, places, "dangling-scene")


def _trained(library: Library, entry: Entry, game: Decision) -> Iterator[Problem]:
    """Yield what a training lacks: a known step and objective, and something to read."""
    protocol = library.entries[f"protocollen/{game.practises}"].item
    steps = protocol.steps if isinstance(protocol, Protocol) else {}
    for scene_id, scene in game.scenes.items():
        for choice_id, choice in scene.choices.items():
            where: KeyPath = ("scenes", scene_id, "choices", choice_id)
            yield from _explained(entry, where, choice)
            step, objective = choice.step, choice.objective
            if step and step not in steps:
                yield _unknown(
                    entry, (*where, "step"), f"step of `{game.practises}` has the name", step, steps, "unknown-step"
                )
            if objective and objective not in game.objectives:
                where = (*where, "objective")
                yield _unknown(entry, where, "objective", objective, game.objectives, "unknown-objective")


def _explained(entry: Entry, where: KeyPath, choice: DecisionChoice) -> Iterator[Problem]:
    if not choice.see:
        message = "this choice has nothing to read; name in `see` the item or step that it is about"
        yield entry.document.problem(where, message, "missing-see")


def _unknown(entry: Entry, where: KeyPath, what: str, found: str, known: Collection[str], code: str) -> Problem:
    hint = did_you_mean(found, known) or (f"; choose from: {', '.join(known)}" if known else "")
    return entry.document.problem(where, f"no {what} `{found}`{hint}", code)
