"""The rule about areas and organisations that lie in one another: from each, the way up ends."""

from __future__ import annotations

from collections.abc import Iterator

from generator.library import Library
from generator.models.area import Area
from generator.models.organisation import Organisation
from generator.problems import Problem


def nothing_is_part_of_itself(library: Library) -> Iterator[Problem]:
    """No area or organisation is part of itself, also not by way of others: nobody could say which holds which."""
    for entry in library.entries.values():
        if entry.ref in (above := _above(library, entry.ref)):
            way = f" (by way of {', '.join(f'`{ref}`' for ref in above[:-1])})" if len(above) > 1 else ""
            message = f"`{entry.ref}` is part of itself{way}; name what it lies in, or leave `part_of` out"
            yield entry.document.problem(("part_of",), message, "part-of-itself")


def _above(library: Library, ref: str) -> tuple[str, ...]:
    """Return what an entry lies in, the closest first, as far as each comes once."""
    found: list[str] = []
    while isinstance(item := library.entries[ref].item, Area | Organisation) and item.part_of:
        ref = f"{library.entries[ref].kind.folder}/{item.part_of}"
        if ref in found:
            break
        found.append(ref)
    return tuple(found)
