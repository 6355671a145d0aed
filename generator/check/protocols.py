"""Rules about one protocol that its shape alone cannot hold."""

from __future__ import annotations

from collections.abc import Iterator

from generator.library import Library
from generator.models.protocol import Protocol
from generator.problems import Problem, did_you_mean


def steps_follow_known_steps(library: Library) -> Iterator[Problem]:
    """Each step that `after` names is a step of the same protocol."""
    for entry in library.entries.values():
        if not isinstance(entry.item, Protocol):
            continue
        for name, step in entry.item.steps.items():
            for index, earlier in enumerate(step.after):
                if earlier not in entry.item.steps:
                    hint = did_you_mean(earlier, entry.item.steps) or f"; choose from: {', '.join(entry.item.steps)}"
                    where = ("steps", name, "after", index)
                    yield entry.document.problem(where, f"this protocol has no step `{earlier}`{hint}", "unknown-step")
