"""An area (gebied): a gemeente, region or country where organisations help."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.models.fields import AreaRef, Prose, SourcedItem


class Area(SourcedItem):
    """A place. `first_door` is where someone there starts; `as_of` is the year its facts describe."""

    level: Literal["gemeente", "regio", "provincie", "land"]
    part_of: AreaRef | None = None
    as_of: Annotated[int, Field(ge=2015, le=2100)]
    first_door: Prose
    about: Prose
    points: tuple[Prose, ...] = ()
