"""A signal list: what someone may notice, and what to do with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from generator.models.fields import Frozen, Id, Line, Prose, SourcedItem, Violence


class SignalGroup(Frozen):
    """Signals that belong together (behaviour, body, surroundings, online ...)."""

    title: Line
    signals: Annotated[tuple[Line, ...], Field(min_length=1)]


class SignalList(SourcedItem):
    """Signals of one or more forms of violence; `ages` says about whom, `caution` that one signal proves nothing."""

    violence: Annotated[tuple[Violence, ...], Field(min_length=1)]
    ages: Line
    groups: Annotated[Mapping[Id, SignalGroup], Field(min_length=1)]
    caution: Prose
    what_now: Prose
