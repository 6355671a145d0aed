"""Rules that need the texts of the sources: what the site says stands in them, and all they hold has a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from generator.library import Entry, Library
from generator.load import KeyPath, leaves
from generator.models.fields import Citation
from generator.models.source import Source
from generator.numbers import Number, numbers, readings
from generator.problems import Problem
from generator.source_texts import SourceTexts

# What is no claim: where it stands, when it was read, what it links to. `where` and `lines` are in `sources`.
NO_CLAIM = {"sources", "derived", "reviewed", "review_months", "checked", "related", "lists"}
UNREAD = re.compile(r"\]\([^)]*\)|https?://\S+|^\s*\d+\. ", re.M)  # where links lead, and the numbers of a list


def texts_are_there(library: Library, texts: SourceTexts) -> Iterator[Problem]:
    """A source's text file is among the texts, and as long as the source says."""
    for entry in library.folder("bronnen"):
        if not isinstance(entry.item, Source) or entry.item.text is None:
            continue
        name, last = entry.item.text.file, entry.item.text.lines[1]
        if name not in texts.lines:
            message = f"no text `{name}`; the texts are: {', '.join(texts.lines)}"
            yield entry.document.problem(("text", "file"), message, "missing-text")
        elif last > len(texts.lines[name]):
            message = f"`{name}` has {len(texts.lines[name])} lines, not {last}; mend `lines`"
            yield entry.document.problem(("text", "lines"), message, "missing-text")


def numbers_stand_in_the_sources(library: Library, texts: SourceTexts) -> Iterator[Problem]:
    """Every number in an item stands in the lines that the item cites, or `derived` names it.

    A citation of a source without a text leads to the outside facts. A phone number of the sociale kaart may stand
    anywhere, since it is held against the sources where it is given. Games are fiction, and editors' pages are ours.
    """
    phones = "\n".join(phone for found in library.phones.values() for phone in found)
    called = readings(phones)
    for entry in library.entries.values():
        if entry.kind.is_game or entry.kind.name == "source" or entry.for_editors:
            continue
        known = _known(library, texts, entry)
        if known is None:
            continue
        for where, number in _claims(library, entry):
            if not number.readings & (known if entry.ref in library.phones else known | called):
                message = (
                    f"`{number.shown}` does not stand in the lines that are cited; cite its lines, or name it in "
                    "`derived` and say how it was worked out"
                )
                yield entry.document.problem(where, message, "number-not-in-source")


def inventory_is_covered(library: Library, texts: SourceTexts) -> Iterator[Problem]:
    """The coverage list has every row of the inventory under its name, and no others."""
    if library.coverage is None:
        return
    document = library.coverage.document
    listed = {(row.source, row.row): (index, row) for index, row in enumerate(library.coverage.item.rows)}
    for key, name in texts.inventory.items():
        if key not in listed:
            message = f"row {key[1]} of source {key[0]} (`{name}`) is missing; add it, with `items` or `left_out`"
            yield document.problem(("rows",), message, "missing-row")
    for key, (index, row) in listed.items():
        if (name := texts.inventory.get(key, "")) != row.name:
            has = f"is called `{name}`; copy that name" if name else "does not exist; delete it"
            message = f"row {row.row} of source {row.source} {has}"
            yield document.problem(("rows", index, "name" if name else "row"), message, "missing-row")


def _known(library: Library, texts: SourceTexts, entry: Entry) -> frozenset[Fraction | str] | None:
    """Return the numbers that an entry may use: of its cited lines, its sources themselves and what it derived.

    None if a text that it cites is missing, which is a Problem of its own.
    """
    cited = [_cited(library, texts, citation) for citation in getattr(entry.item, "sources", ())]
    if None in cited:
        return None
    return readings("\n".join((*filter(None, cited), getattr(entry.item, "derived", None) or "")))


def _cited(library: Library, texts: SourceTexts, citation: Citation) -> str | None:
    """Return the text that a citation leads to, with the name, year and place of its source."""
    source = library.entries[f"bronnen/{citation.id}"].item
    assert isinstance(source, Source)
    about = f"{source.title} {source.year} {citation.where}"
    if source.text is None or citation.lines is None:
        return f"{about} {texts.outside_facts}"
    cited = texts.between(source.text.file, *citation.lines)
    return None if cited is None else f"{about} {cited}"


def _claims(library: Library, entry: Entry) -> Iterator[tuple[KeyPath, Number]]:
    """Yield every number in an entry that a reader could take for a fact."""
    for where, value in leaves(entry.document.data):
        if where[0] in NO_CLAIM or where[-1] in NO_CLAIM or isinstance(value, bool):
            continue
        if isinstance(value, int | float):
            yield where, Number(str(value), frozenset({Fraction(str(value))}))
        elif isinstance(value, str) and value.partition("#")[0] not in library.entries:
            for number in numbers(UNREAD.sub(" ", value)):
                yield where, number
