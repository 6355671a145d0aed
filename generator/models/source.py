"""A source (bron): the document that facts on the site come from."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.models.fields import Frozen, Item, Line, Lines, Prose


class Text(Frozen):
    """The text of a source as the editors keep it: a file name, and the lines that belong to this source."""

    file: Line
    lines: Lines


class Source(Item):
    """A document, law or public page that items cite.

    `year` is the year it describes or holds for. `text` is only there for a source whose text the
    editors keep; a citation then names lines. `find` tells a reader where to look it up.
    `cautions` are errors and limits of the source itself that a writer must know.
    """

    publisher: Line
    year: Annotated[int, Field(ge=1900, le=2100)]
    type: Literal["jaarverslag", "onderzoek", "beleid", "wet", "richtlijn", "website"]
    find: Line
    text: Text | None = None
    about: Prose
    cautions: tuple[Prose, ...] = ()
