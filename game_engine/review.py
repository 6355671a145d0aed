"""What to look back on after a play, as plain data, per kind.

    decision      {"kind", "ending", "result",
                   "path": [{"scene", "choice", "verdict", "step", "objective"}, ...],
                   "steps": [{"step", "required", "status", "at"}, ...],
                   "divergence": null | {"at", "scene", "choice", "verdict", "better": [choice id, ...]},
                   "objectives": {id: {"good", "acceptable", "weak", "harmful"}},
                   "read": [reference, ...]}
    aid           {"kind", "ending", "note": [line, ...], "read": [reference, ...]}
    conversation  {"kind", "ending", "farewell"}

`at` is an index in `path`. The `status` of a step of the protocol: `taken`, `early` (taken before a step that must
come first), `missed`, or `skipped` (not taken, and not required). An unfinished play has an empty `ending`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from game_engine.play import State, choose, open_choices, start
from game_engine.rules import Choice, Rules
from game_engine.yardstick import Yardstick

VERDICTS = ("good", "acceptable", "weak", "harmful")


def review(rules: Rules, state: State, yardstick: Yardstick | None = None) -> dict[str, Any]:
    """Return what to look back on. Without `yardstick` a decision is not laid beside a protocol: no steps."""
    if rules.kind == "conversation":
        return {"kind": rules.kind, "ending": state.ending, "farewell": _farewell(rules, state)}
    taken = _taken(rules, state)
    if rules.kind == "aid":
        return _aid(rules, state, _standing([(scene, choice) for scene, choice, _ in taken]))
    return _decision(rules, state, taken, yardstick)


def _decision(
    rules: Rules, state: State, taken: list[tuple[str, Choice, list[Choice]]], yardstick: Yardstick | None
) -> dict[str, Any]:
    choices = [choice for _, choice, _ in taken]
    ending = rules.endings.get(state.ending)
    return {
        "kind": rules.kind,
        "ending": state.ending,
        "result": ending.result if ending else "",
        "path": [
            {
                "scene": scene,
                "choice": choice.id,
                "verdict": choice.verdict,
                "step": choice.step,
                "objective": choice.objective,
            }
            for scene, choice, _ in taken
        ],
        "steps": _steps(choices, yardstick) if yardstick else [],
        "divergence": _divergence(taken),
        "objectives": {
            id: {
                verdict: sum(choice.objective == id and choice.verdict == verdict for choice in choices)
                for verdict in VERDICTS
            }
            for id in rules.objectives
        },
        "read": _union(
            *(choice.see for choice in choices if choice.verdict != "good"),
            ending.see if ending else (),
        ),
    }


def _aid(rules: Rules, state: State, choices: list[Choice]) -> dict[str, Any]:
    """Return the note to copy, in the order of the answers, and what to read. There is nothing to score."""
    ending = rules.endings.get(state.ending)
    notes = [choice.note for choice in choices] + [ending.note if ending else ""]
    return {
        "kind": rules.kind,
        "ending": state.ending,
        "note": [note for note in notes if note],
        "read": _union(*(choice.see for choice in choices), ending.see if ending else ()),
    }


def _standing(answers: list[tuple[str, Choice]]) -> list[Choice]:
    """Return the answers that still hold: answering a question again takes back what was said from there on."""
    standing: dict[str, Choice] = {}
    for scene, choice in answers:
        if scene in standing:
            later = list(standing)
            standing = {earlier: standing[earlier] for earlier in later[: later.index(scene)]}
        standing[scene] = choice
    return list(standing.values())


def _farewell(rules: Rules, state: State) -> str:
    return rules.endings[state.ending].text if state.ending else ""


def _taken(rules: Rules, state: State) -> list[tuple[str, Choice, list[Choice]]]:
    """Return for each choice of the log its scene, itself, and all that was open at that moment."""
    taken, now = [], start(rules, state.seed)
    for id in state.log:
        choices = rules.scenes[now.scene].choices
        taken.append((now.scene, choices[id], [choices[option.id] for option in open_choices(rules, now)]))
        now = choose(rules, now, id)
    return taken


def _steps(choices: list[Choice], yardstick: Yardstick) -> list[dict[str, Any]]:
    """Return each step of the protocol with what became of it; a step taken twice counts the first time."""
    first: dict[str, int] = {}
    early = set()
    for at, choice in enumerate(choices):
        if choice.step in yardstick.steps and choice.step not in first:
            early |= {later for _, later in yardstick.broken_by(choice.step, first)}
            first[choice.step] = at
    return [
        {
            "step": step,
            "required": step in yardstick.required,
            "status": _status(step, first, early, yardstick),
            "at": first.get(step),
        }
        for step in yardstick.steps
    ]


def _status(step: str, first: dict[str, int], early: set[str], yardstick: Yardstick) -> str:
    if step in first:
        return "early" if step in early else "taken"
    return "missed" if step in yardstick.required else "skipped"


def _divergence(taken: list[tuple[str, Choice, list[Choice]]]) -> dict[str, Any] | None:
    """Return the first choice that was not good, with what was good at that moment."""
    for at, (scene, choice, options) in enumerate(taken):
        if choice.verdict != "good":
            return {
                "at": at,
                "scene": scene,
                "choice": choice.id,
                "verdict": choice.verdict,
                "better": [option.id for option in options if option.verdict == "good"],
            }
    return None


def _union(*references: Iterable[str]) -> list[str]:
    """Return all references once, in the order in which they first occur."""
    return list(dict.fromkeys(reference for group in references for reference in group))
