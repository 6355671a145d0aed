"""The whole of what the site knows: entries by ref, with the links between them resolved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from game_engine.scenario import Aid, Conversation, Decision, Game
from generator.load import Document
from generator.models.coverage import Coverage
from generator.models.fields import Item
from generator.models.kinds import Kind
from generator.models.organisation import Organisation
from generator.models.page import GUIDE, Page
from generator.models.play import Play
from generator.models.search_words import SearchWords
from generator.models.site import Site


@dataclass(frozen=True, eq=False)
class Entry:
    """An item or a game. `ref` is its address on the site and its name in links: `protocollen/meldcode`.

    An entry equals itself only: a file that did not change is the same entry at the next build of one program.
    """

    ref: str
    id: str
    kind: Kind
    item: Item | Game
    document: Document
    plays: tuple[Play, ...] = ()
    plays_document: Document | None = None

    @property
    def title(self) -> str:
        return self.item.title

    @property
    def is_page(self) -> bool:
        """Whether it is free text, such as a list or the home page, and no item of the knowledge base."""
        return self.kind.name == "page"

    @property
    def template(self) -> str:
        """The name of the template that its page is made with."""
        layout = self.item.layout if isinstance(self.item, Page) else ""
        return layout if layout in ("search", "report", "finder") else self.kind.name

    @property
    def for_editors(self) -> bool:
        """Whether it is part of the editors' guide, which is ours and says nothing to readers."""
        return self.ref.split("/")[0] == GUIDE

    @property
    def game(self) -> Game:
        """The item of an entry that is a game."""
        assert isinstance(self.item, Decision | Aid | Conversation)
        return self.item


@dataclass(frozen=True)
class Settings:
    """What `mkdocs.yml` says, and where."""

    site: Site
    document: Document


@dataclass(frozen=True, eq=False)
class CoverageList:
    """Where all that the sources hold has its place, and the file that says so. It is no page: it has no ref.

    Like an entry, it equals itself only.
    """

    item: Coverage
    document: Document
    ref = ""


@dataclass(frozen=True)
class SearchWordList:
    """What people type to find which item, and the file that says so."""

    item: SearchWords
    document: Document


@dataclass(frozen=True)
class Library:
    """Every entry by ref; for each ref, the entries that mention it; the settings, which repeat some numbers."""

    entries: Mapping[str, Entry]
    linked_from: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    settings: Settings | None = None
    coverage: CoverageList | None = None
    search_words: SearchWords = field(default_factory=dict)

    @cached_property
    def phones(self) -> Mapping[str, tuple[str, ...]]:
        """The phone numbers of each organisation, by ref."""
        items = ((ref, entry.item) for ref, entry in self.entries.items())
        return {ref: item.phones for ref, item in items if isinstance(item, Organisation)}

    def at(self, target: str) -> Entry:
        """Return the entry that `target` (`folder/id#anchor`) leads to."""
        return self.entries[target.partition("#")[0]]

    def folder(self, folder: str) -> tuple[Entry, ...]:
        """Return the entries of the kind with this folder, by title."""
        return self._folders.get(folder, ())

    @cached_property
    def _folders(self) -> Mapping[str, tuple[Entry, ...]]:
        folders: dict[str, list[Entry]] = defaultdict(list)
        for entry in sorted(self.entries.values(), key=lambda entry: (entry.title.casefold(), entry.ref)):
            folders[entry.kind.folder].append(entry)
        return {folder: tuple(entries) for folder, entries in folders.items()}
