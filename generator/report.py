"""Library -> Report: what editors still have to do. Nothing here is an error; the site says the same to its readers."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.library import Entry, Library
from generator.link import term_names
from generator.load import texts
from generator.memory import remembered
from generator.models.organisation import Organisation
from generator.models.term import Term
from generator.reading_ease import reading_ease
from generator.review_term import review_by
from generator.text import blocks

WORD = re.compile(r"\w+")
B1 = 60  # Flesch-Douma: from 60 upwards most adults read it with ease
UNREAD = {"sources", "title", "derived"}  # what is no running text
SHORTEST = 40  # characters: below, a text is a name or a label


@dataclass(frozen=True)
class Line:
    """An item (`ref` and title) and what there is to say of it."""

    ref: str
    title: str
    note: str


@dataclass(frozen=True)
class Report:
    """Lists for editors: what nobody confirmed, when to read what again, what has no source, what none links to.

    `unverified`, `unsourced` and `unused` are by ref, `to_read` by day, the first first.
    """

    unverified: tuple[Line, ...]
    to_read: tuple[tuple[datetime.date, Line], ...]
    unsourced: tuple[Line, ...]
    unused: tuple[Line, ...]

    def due(self, today: datetime.date) -> tuple[Line, ...]:
        """Return what has to be read again by `today`."""
        return tuple(line for day, line in self.to_read if day <= today)


def report(library: Library) -> Report:
    """Return what editors have to do, without what they wrote for each other."""
    entries = [entry for _, entry in sorted(library.entries.items()) if not entry.for_editors]
    days = ((review_by(entry.item.reviewed, entry.item.review_months), entry) for entry in entries)
    return Report(
        unverified=tuple(line for entry in entries for line in _unverified(library, entry)),
        to_read=tuple((day, _line(entry, f"vóór {day}")) for day, entry in sorted(days, key=lambda pair: pair[0])),
        unsourced=tuple(_line(entry, "noemt geen bron") for entry in entries if _lacks_source(entry)),
        unused=tuple(_unused(library, entries)),
    )


def hardest(library: Library) -> tuple[tuple[float, Entry], ...]:
    """Return the items that read harder than B1, by the Dutch Flesch-Douma formula (0 is hard, 100 easy); worst first.

    A formula counts syllables and words, and knows nothing of meaning: it guides, and decides nothing.
    """
    scored = ((_ease(entry), entry) for entry in library.entries.values() if not entry.for_editors)
    return tuple(sorted(((ease, entry) for ease, entry in scored if ease < B1), key=lambda pair: pair[0]))


def _ease(entry: Entry) -> float:
    found = (text for where, text in texts(entry.document.data) if not UNREAD & {*where[:1], *where[-1:]})
    return reading_ease([block for text in found if len(text) >= SHORTEST for block in blocks(text)])


def _unverified(library: Library, entry: Entry) -> Iterator[Line]:
    for citation in getattr(entry.item, "sources", ()):
        if citation.verified is False:
            yield _line(entry, f"{library.at(f'bronnen/{citation.id}').title}, {citation.where}")
    if isinstance(entry.item, Organisation):
        for contact in entry.item.all_contacts:
            if not contact.verified:
                yield _line(entry, f"{contact.channel} {contact.value}")


def _lacks_source(entry: Entry) -> bool:
    return entry.kind.name != "source" and not getattr(entry.item, "sources", ())


def _unused(library: Library, entries: list[Entry]) -> Iterator[Line]:
    """Yield the items that no entry links to; a term is also used where its words stand, for there it is explained."""
    unlinked = [entry for entry in entries if not (entry.is_page or library.linked_from.get(entry.ref))]
    names = {entry.ref: _names(entry.item) for entry in unlinked if isinstance(entry.item, Term)}
    asked = frozenset(word for found in names.values() for name in found for word in name)
    entries_with = Counter(word for entry in library.entries.values() for word in asked & _words(entry))
    for entry in unlinked:
        if not any(all(entries_with[word] > 1 for word in name) for name in names.get(entry.ref, ())):
            yield _line(entry, "geen pagina verwijst ernaar")


def _names(term: Term) -> tuple[tuple[str, ...], ...]:
    """Return the words of each name of a term."""
    return tuple(tuple(WORD.findall(name.casefold())) for _, name in term_names(term))


@remembered
def _words(entry: Entry) -> frozenset[str]:
    return frozenset(word for _, text in texts(entry.document.data) for word in WORD.findall(text.casefold()))


def _line(entry: Entry, note: str) -> Line:
    return Line(entry.ref, entry.title, note)
