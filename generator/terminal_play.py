"""A play in the terminal: text out, choices in. `cli` gives it the terminal; the rules are the engine's."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game_engine.compile import rules_of
from game_engine.play import State, choose, open_choices, start, undo
from game_engine.review import review
from game_engine.rules import Rules
from generator.check.proofs import yardstick_of
from generator.library import Entry, Library
from generator.text import plain

HELP = "Typ het nummer van je keuze, `t` voor een stap terug of `s` om te stoppen."
VERDICTS = {"good": "Goed", "acceptable": "Kan ook", "weak": "Kan beter", "harmful": "Schadelijk"}


def play(library: Library, entry: Entry, seed: int, ask: Callable[[], str], say: Callable[[str], None]) -> State:
    """Return the state in which the player stopped: at an ending, or earlier with `s` or the end of the input."""
    rules = rules_of(entry.game)
    state = start(rules, seed)
    say(f"{entry.title}. {HELP}")
    while not state.ending:
        for line in _scene(rules, state):
            say(line)
        answer = _answer(ask)
        if answer == "s":
            return state
        options = open_choices(rules, state)
        if answer == "t":
            state = undo(rules, state)
        elif answer.isdecimal() and 1 <= int(answer) <= len(options):
            taken = rules.scenes[state.scene].choices[options[int(answer) - 1].id]
            state = choose(rules, state, taken.id)
            if taken.feedback:
                say(f"{VERDICTS[taken.verdict]}. {plain(taken.feedback)}")
        else:
            say(HELP)
    for line in _ending(library, entry, rules, state):
        say(line)
    return state


def _answer(ask: Callable[[], str]) -> str:
    try:
        return ask().strip()
    except (EOFError, KeyboardInterrupt):
        return "s"


def _scene(rules: Rules, state: State) -> Iterator[str]:
    scene = rules.scenes[state.scene]
    yield ""
    yield plain(scene.text)
    if scene.ask:
        yield plain(scene.ask)
    for number, option in enumerate(open_choices(rules, state), start=1):
        yield f"  {number}. {plain(option.text)}"


def _ending(library: Library, entry: Entry, rules: Rules, state: State) -> Iterator[str]:
    ending = rules.endings[state.ending]
    yield ""
    yield f"{ending.title}. {plain(ending.text)}"
    debrief = review(rules, state, yardstick_of(library, entry.game))
    yield from debrief.get("note", ())
