"""Rules about coverage: the list of what the sources hold is honest, and no item stands there for nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.library import Entry, Library
from generator.link import term_names
from generator.models.organisation import Organisation
from generator.models.source import Source
from generator.models.term import Term
from generator.problems import Problem

# The inventory writes several names in one row: `Blijf van m'n Lijf plus (Blijf Plus)`, `LIV/LAT expertpool`.
APART = re.compile(r"\s*[()/;:,\"“”]\s*|\s+\+\s+|\s+and\s+")
ARTICLE = re.compile(r"^(?:de|het|een) ")


def rows_stand_once(library: Library) -> Iterator[Problem]:
    """No row of the inventory is listed twice: the second could hide what the first says."""
    rows = library.coverage.item.rows if library.coverage else ()
    counts = Counter((row.source, row.row) for row in rows)
    for index, row in enumerate(rows):
        if library.coverage and counts[row.source, row.row] > 1:
            message = f"row {row.row} of source {row.source} stands here more than once; keep one"
            yield library.coverage.document.problem(("rows", index), message, "duplicate-row")
            counts[row.source, row.row] = 0


def left_out_rows_are_not_on_the_site(library: Library) -> Iterator[Problem]:
    """A row that is left out has no name that an item has: who looks for it there would find it, so the row belongs."""
    if library.coverage is None:
        return
    names = {_folded(name): entry.ref for entry in library.entries.values() for name in _names(entry)}
    for index, row in enumerate(library.coverage.item.rows):
        parts = map(_folded, APART.split(row.name)) if row.left_out else ()
        if held := next((names[part] for part in parts if part in names), ""):
            message = f"`{row.name}` is left out, but `{held}` has that name; write `items: [{held}]`"
            yield library.coverage.document.problem(("rows", index), message, "hidden-row")


def every_item_is_needed(library: Library) -> Iterator[Problem]:
    """An item holds a row of the inventory, cites lines of a source, or is linked from elsewhere; a page is free."""
    rows = library.coverage.item.rows if library.coverage else ()
    covering = {ref.partition("#")[0] for row in rows for ref in row.items}
    for entry in library.entries.values():
        free = entry.is_page or entry.kind.is_game
        if not (free or entry.ref in covering or _cites_lines(entry) or library.linked_from.get(entry.ref)):
            message = "no row of the coverage list, no source's lines and no page need this; link to it, or delete it"
            yield entry.document.problem((), message, "unneeded-item")


def _folded(name: str) -> str:
    return ARTICLE.sub("", name.strip().casefold())


def _cites_lines(entry: Entry) -> bool:
    return any(citation.lines for citation in getattr(entry.item, "sources", ()))


def _names(entry: Entry) -> Iterator[str]:
    """Yield what people call an item. A source is only named by its title, and a page has no name of its own."""
    if not entry.is_page and not isinstance(entry.item, Source):
        yield entry.title
    if isinstance(entry.item, Organisation):
        yield from entry.item.alternate_names
    if isinstance(entry.item, Term):
        yield from (name for _, name in term_names(entry.item))
