"""What search knows of each entry, as JSON lines; the build makes the index of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from game_engine.scenario import Conversation, Decision
from generator.library import Entry, Library
from generator.link import term_names
from generator.load import texts
from generator.memory import remembered
from generator.models.organisation import Organisation
from generator.models.term import Term
from generator.outfile import OutFile
from generator.text import blocks, plain

# Keys whose text says how an entry is kept, not what it is about.
NOT_ABOUT = {
    "sources",
    "audience",
    "reviewed",
    "related",
    "see",
    "then",
    "to",
    "kind",
    "when",
    "step",
    "verdict",
    "derived",
}
CARDS = {"cards", "groups"}  # of a page: what a card says is about the page that it leads to
# Keys whose text stands elsewhere in the document.
ELSEWHERE = {"title", "summary", "synonyms", "abbreviation", "alternate_names"}
# Keys whose text names a part of an entry.
NAMES = {"title", "name", "question", "situation", "label"}
EDITORS = "Voor redacteuren"


def render_search(library: Library) -> OutFile:
    """Return `search/documents.jsonl`: on each line {id, title, kind, summary, phone?, synonyms, words, names, texts}.

    `synonyms` are other names of the entry, `words` what people type who look for it, `names` those of its parts.
    """
    entries = sorted(library.entries.values(), key=lambda entry: entry.ref)
    documents = (
        _document(entry, library.search_words.get(entry.ref, ())) for entry in entries if entry.ref != "zoeken"
    )
    return OutFile.text("search/documents.jsonl", "".join(f"{document}\n" for document in documents))


@remembered
def _document(entry: Entry, words: tuple[str, ...]) -> str:
    """Return what search knows of an entry, as JSON; `words` are what people type who look for it."""
    item = entry.item
    names, prose = ([], []) if entry.for_editors or _is_scored(entry) else _texts(entry)
    found: dict[str, str | Sequence[str]] = {
        "id": entry.ref,
        "title": entry.title,
        "kind": EDITORS if entry.for_editors else entry.kind.label,
        "summary": plain(item.summary),
        "synonyms": list(_other_names(entry)),
        "words": words,
        "names": names,
        "texts": prose,
    }
    if isinstance(item, Organisation) and item.phones:
        found["phone"] = item.phones[0]
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _texts(entry: Entry) -> tuple[list[str], list[str]]:
    """Return the names of the parts of an entry, and its other texts as plain paragraphs and points."""
    names: list[str] = []
    prose: list[str] = []
    for where, text in texts(entry.document.data):
        if where[0] in ELSEWHERE or NOT_ABOUT & set(where) or (entry.is_page and where[0] in CARDS):
            continue
        is_name = where[-1] in NAMES or "contacts" in where  # how to reach someone is to be found, and is no sentence
        (names if is_name else prose).extend(blocks(text))
    return names, prose


def _is_scored(entry: Entry) -> bool:
    """Return whether an entry is played for practice or fun: what people say in it is no answer to a question."""
    return isinstance(entry.item, Decision | Conversation)


def _other_names(entry: Entry) -> Iterator[str]:
    if isinstance(entry.item, Term):
        yield from (name for _, name in term_names(entry.item) if name != entry.title)
    if isinstance(entry.item, Organisation):
        yield from entry.item.alternate_names
