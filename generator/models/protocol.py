"""A protocol: the steps that a professional takes, who takes them, and by when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from generator.models.fields import Frozen, Id, Line, Prose, SourcedItem


class Step(Frozen):
    """One step. `after` names the steps that must come first; `required: false` marks one you may skip.

    `deadline` carries its unit ("binnen 5 werkdagen"). `decision` is the question you answer in this step.
    `record` is what you write down.
    """

    title: Line
    role: Line
    text: Prose
    deadline: Line | None = None
    decision: Line | None = None
    questions: tuple[Line, ...] = ()
    record: Prose | None = None
    required: bool = True
    after: tuple[Id, ...] = ()


class Protocol(SourcedItem):
    """Steps in the order in which they are usually taken, for whom they hold, and what to do in acute danger."""

    for_whom: Prose
    acute: Prose
    steps: Annotated[Mapping[Id, Step], Field(min_length=1)]
    notes: tuple[Prose, ...] = ()
