"""Library -> OutFiles: everything the site is made of, as plain files for `build/docs`, and what search knows."""

from __future__ import annotations

from generator.library import Library
from generator.outfile import OutFile
from generator.render.games import playable, render_games
from generator.render.open_data import render_open_data
from generator.render.pages import PageMaker
from generator.render.schemas import render_schemas
from generator.render.search import render_search

__all__ = ["Rendering", "render", "render_search"]


class Rendering:
    """Every file of the site that follows from the content alone: pages one by one, since `build` shares these out."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._plays = {entry.ref: playable(library, entry) for entry in library.entries.values() if entry.kind.is_game}
        self.pages = PageMaker(library, self._plays)

    def others(self) -> tuple[OutFile, ...]:
        """Return every file that is no page, in a stable order."""
        return (*render_games(self._plays), render_open_data(self.library), *render_schemas())


def render(library: Library) -> tuple[OutFile, ...]:
    """Return every file of the site that follows from the content alone, in a stable order."""
    made = Rendering(library)
    pages = made.pages
    for ref in pages.refs:
        if pages.known(ref) is None:
            pages.keep(ref, pages.make(ref))
    return (*filter(None, map(pages.known, pages.refs)), *made.others())
