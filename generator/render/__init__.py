"""Library -> OutFiles: everything the site is made of, as plain files for `build/docs`, and what search knows."""

from __future__ import annotations

from generator.library import Library
from generator.outfile import OutFile
from generator.render.games import playable, render_games
from generator.render.open_data import render_open_data
from generator.render.pages import render_pages
from generator.render.schemas import render_schemas
from generator.render.search import render_search

__all__ = ["render", "render_search"]


def render(library: Library) -> tuple[OutFile, ...]:
    """Return every file of the site that follows from the content alone, in a stable order."""
    plays = {entry.ref: playable(library, entry) for entry in library.entries.values() if entry.kind.is_game}
    return (
        *render_pages(library, plays),
        *render_games(plays),
        render_open_data(library),
        *render_schemas(),
    )
