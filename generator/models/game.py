"""What a game has in common with items, so that one set of rules holds for both."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.models.fields import SourcedItem


class GameFacts(SourcedItem):
    """The keys about a game as a whole. The engine's dataclasses know their shape, not the dates and words allowed."""

    minutes: Annotated[int, Field(ge=1, le=240)]
