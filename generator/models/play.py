"""A scripted play of a scenario: the choices taken, and how it must end."""

from __future__ import annotations

from typing import Literal

from generator.models.fields import Frozen, Line


class Play(Frozen):
    """`choices` are choice ids in order; `note` the lines of an aid's note, where the play tests them."""

    name: Line
    choices: tuple[Line, ...]
    ending: Line
    result: Literal["safe", "open", "unsafe"] | None = None
    note: tuple[Line, ...] = ()
