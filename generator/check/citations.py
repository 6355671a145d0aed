"""Rules about citations: the cited lines exist, and what has no text says whether an editor confirmed it."""

from __future__ import annotations

from collections.abc import Iterator

from game_engine import scenario
from generator.library import Entry, Library
from generator.load import KeyPath
from generator.models.fields import Citation
from generator.models.source import Source
from generator.problems import Problem


def cited_lines_exist(library: Library) -> Iterator[Problem]:
    """A citation of a source whose text is kept names lines of that text, and no others."""
    for entry, where, citation, source in _citations(library):
        if source.text is None:
            continue
        first, last = source.text.lines
        if citation.lines is None:
            message = f"`{citation.id}` has a text; add `lines: [first, last]` (within {first}-{last})"
            yield entry.document.problem(where, message, "missing-lines")
        elif not first <= citation.lines[0] <= citation.lines[1] <= last:
            message = f"lines {list(citation.lines)} are not in `{citation.id}`, which has lines {first}-{last}"
            yield entry.document.problem((*where, "lines"), message, "lines-outside-source")


def confirmation_is_stated(library: Library) -> Iterator[Problem]:
    """A citation of a source without a text says whether an editor confirmed it, and names no lines."""
    for entry, where, citation, source in _citations(library):
        if source.text is not None:
            continue
        if citation.lines is not None:
            message = f"`{citation.id}` has no text with lines; delete `lines`"
            yield entry.document.problem((*where, "lines"), message, "lines-outside-source")
        if citation.verified is None:
            message = "say whether an editor confirmed this: add `verified: false`, or `true` once you looked it up"
            yield entry.document.problem(where, message, "missing-verified")


def _citations(library: Library) -> Iterator[tuple[Entry, KeyPath, Citation | scenario.Citation, Source]]:
    for entry in library.entries.values():
        for index, citation in enumerate(getattr(entry.item, "sources", ())):
            source = library.entries[f"bronnen/{citation.id}"].item
            if isinstance(source, Source):
                yield entry, ("sources", index), citation, source
