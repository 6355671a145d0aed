"""The protocol that a training practises, as far as the engine needs it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Yardstick:
    """A protocol's steps in their usual order, those that are required, and which must come before which.

    As JSON: `{"steps": [...], "required": [...], "after": {"gesprek": ["overleg"]}}`.
    """

    steps: tuple[str, ...]
    required: tuple[str, ...]
    after: Mapping[str, tuple[str, ...]]

    def broken_by(self, step: str, taken: Collection[str]) -> tuple[tuple[str, str], ...]:
        """Return the rules (first, later) that taking `step` breaks when the steps in `taken` came before it.

        A required step may not come later than a step that waits for it. Neither may an optional one, but that
        one may be skipped. A step that is taken again breaks nothing.
        """
        if step in taken:
            return ()
        skipped = [(first, step) for first in self.after.get(step, ()) if first in self.required and first not in taken]
        if step in self.required:
            return tuple(skipped)
        overtaken = [(step, later) for later in self.steps if later in taken and step in self.after.get(later, ())]
        return (*skipped, *overtaken)


def from_json(data: Mapping[str, Any]) -> Yardstick:
    """Return the yardstick that `data` describes."""
    return Yardstick(
        steps=tuple(data["steps"]),
        required=tuple(data["required"]),
        after={step: tuple(first) for step, first in data["after"].items()},
    )
