"""The proofs of scenarios: the engine explores every reachable state, here its findings become Problems."""

from __future__ import annotations

from collections.abc import Iterator

from game_engine.compile import rules_of
from game_engine.explore import explore
from game_engine.play import IllegalMoveError, replay
from game_engine.proofs import prove
from game_engine.review import review
from game_engine.scenario import Decision, Game
from game_engine.yardstick import Yardstick
from generator.check.scenarios import obstacles
from generator.library import Entry, Library
from generator.memory import remembered
from generator.models.protocol import Protocol
from generator.problems import Problem


def proofs_and_plays_hold(library: Library) -> Iterator[Problem]:
    """Every proof holds on every way through a scenario, and then its scripted plays go as they say.

    What breaks a proof often breaks plays too, and a broken play reaches no ending: the first to find something speaks.
    """
    for entry in _sound(library):
        yield from _findings(entry, _protocol(library, entry.game))


@remembered
def _findings(entry: Entry, protocol: Entry | None) -> tuple[Problem, ...]:
    """Return what is wrong with a game that practises `protocol`."""
    yardstick = _yardstick(protocol)
    return (
        tuple(_broken_proofs(entry, yardstick))
        or tuple(_broken_plays(entry, yardstick))
        or tuple(_missing_plays(entry))
    )


def _broken_proofs(entry: Entry, yardstick: Yardstick | None) -> Iterator[Problem]:
    """Yield where a proof fails, with the path that shows it."""
    for finding in prove(explore(rules_of(entry.game)), yardstick):
        path = f" (path: {', '.join(finding.path)})" if finding.path else ""
        yield entry.document.problem(finding.where, finding.message + path, finding.code)


def yardstick_of(library: Library, game: Game) -> Yardstick | None:
    """Return the steps of the protocol that a training practises."""
    return _yardstick(_protocol(library, game))


def _protocol(library: Library, game: Game) -> Entry | None:
    """Return the protocol that a training practises."""
    return library.entries[f"protocollen/{game.practises}"] if isinstance(game, Decision) else None


def _yardstick(entry: Entry | None) -> Yardstick | None:
    if entry is None:
        return None
    protocol = entry.item
    assert isinstance(protocol, Protocol)
    return Yardstick(
        steps=tuple(protocol.steps),
        required=tuple(name for name, step in protocol.steps.items() if step.required),
        after={name: step.after for name, step in protocol.steps.items() if step.after},
    )


def _sound(library: Library) -> Iterator[Entry]:
    """Yield the games that can be played at all; the others have Problems of their own already."""
    for entry in library.entries.values():
        if entry.kind.is_game and not any(obstacles(library, entry)):
            yield entry


def _broken_plays(entry: Entry, yardstick: Yardstick | None) -> Iterator[Problem]:
    """Yield each play that does not go as it says."""
    rules, document = rules_of(entry.game), entry.plays_document or entry.document
    for index, play in enumerate(entry.plays):
        where = (index, "choices")
        try:
            state = replay(rules, 0, play.choices)
        except IllegalMoveError as error:
            yield document.problem(where, f"play `{play.name}` cannot go like this: {error}", "broken-play")
            continue
        if state.ending != play.ending:
            found = f"ending `{state.ending}`" if state.ending else f"scene `{state.scene}`"
            message = f"play `{play.name}` comes to {found}, not to `{play.ending}`; mend the play or the scenario"
            yield document.problem((index, "ending"), message, "broken-play")
            continue
        result = rules.endings[state.ending].result
        if play.result and play.result != result:
            message = f"play `{play.name}` ends `{result}`, not `{play.result}`; mend the play or the scenario"
            yield document.problem((index, "result"), message, "broken-play")
        note = review(rules, state, yardstick).get("note", []) if play.note else []
        if list(play.note) != list(note):
            message = f"play `{play.name}` gives another note: {' / '.join(note)}; mend one of them"
            yield document.problem((index, "note"), message, "broken-play")


def _missing_plays(entry: Entry) -> Iterator[Problem]:
    """Yield each ending that no play reaches."""
    if entry.plays_document is None:
        message = "this scenario has no `plays.yml`; add one good play and each way to go wrong"
        yield entry.document.problem((), message, "missing-plays")
        return
    reached = {play.ending for play in entry.plays}
    for ending in rules_of(entry.game).endings:
        if ending not in reached:
            message = f"no play reaches ending `{ending}`; add one"
            yield entry.plays_document.problem((), message, "missing-plays")
