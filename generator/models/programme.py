"""A programme: help with a method, for a group, by an organisation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from generator.models.fields import AreaRef, Frozen, Id, Line, OrganisationRef, Prose, SourcedItem, Violence


class Evidence(Frozen):
    """What was measured, by whom, and what that does not show. Effects only as far as the source measured them."""

    level: Literal["niet-onderzocht", "beschreven", "eerste-aanwijzingen", "onderzocht"]
    text: Prose
    limits: Prose


class Part(Frozen):
    """A phase or part of the programme."""

    title: Line
    text: Prose


class Programme(SourcedItem):
    """For whom it is, where, how you get in, what happens, and what is known of how well it works."""

    as_of: Annotated[int, Field(ge=2015, le=2100)]
    violence: tuple[Violence, ...] = ()
    for_whom: Prose
    ages: Line | None = None
    providers: tuple[OrganisationRef, ...] = ()
    areas: tuple[AreaRef, ...] = ()
    where: Prose
    getting_in: Prose
    what_happens: Prose
    parts: Mapping[Id, Part] = {}
    duration: Line | None = None
    evidence: Evidence
