"""The rule about lists in groups: who looks through the headings finds every item, and each in one place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.library import Library
from generator.models.page import Page
from generator.problems import Problem


def listed_items_stand_in_one_group(library: Library) -> Iterator[Problem]:
    """Each item of a folder stands in exactly one group of a page that lists the folder in groups."""
    for entry in library.entries.values():
        if not isinstance(entry.item, Page) or entry.item.lists is None or not entry.item.groups:
            continue
        counts = Counter(name for group in entry.item.groups for name in group.items)
        for listed in library.folder(entry.item.lists):
            if counts[listed.id] != 1:
                found = "stands in no group" if counts[listed.id] == 0 else "stands in more than one group"
                message = (
                    f"`{listed.ref}` {found}; put its id under `items` of the one heading where people look for it"
                )
                yield entry.document.problem(("groups",), message, "not-in-one-group")
