"""What search knows of each entry, as JSON; the build makes the index of it."""

from __future__ import annotations

import json

from generator.library import Entry, Library
from generator.link import term_names
from generator.load import texts
from generator.models.organisation import Organisation
from generator.models.term import Term
from generator.outfile import OutFile
from generator.text import plain

# Keys whose text says how an entry is kept, not what it is about.
NOT_ABOUT = {"sources", "audience", "reviewed", "related", "see", "then", "to", "kind", "when", "step", "verdict"}


def render_search(library: Library) -> OutFile:
    """Return `search/documents.json`: a list of {id, url, title, kind, summary, phone, synonyms, text}."""
    entries = sorted(library.entries.values(), key=lambda entry: entry.ref)
    documents = [_document(entry) for entry in entries if not entry.ref.startswith("redactie")]
    return OutFile.text("search/documents.json", json.dumps(documents, ensure_ascii=False, separators=(",", ":")))


def _document(entry: Entry) -> dict[str, str]:
    item = entry.item
    found = {
        "id": entry.ref,
        "url": "" if entry.ref == "index" else f"{entry.ref}/",
        "title": entry.title,
        "kind": entry.kind.label,
        "summary": plain(item.summary),
        "text": " ".join(plain(text) for where, text in texts(entry.document.data) if not NOT_ABOUT & set(where)),
    }
    if isinstance(item, Term):
        found["synonyms"] = " ".join(name for _, name in term_names(item))
    if isinstance(item, Organisation):
        found["synonyms"] = " ".join(item.alternate_names)
        if item.phones:
            found["phone"] = item.phones[0]
    return found
